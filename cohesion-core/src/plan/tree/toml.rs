//! TOML 1.1 to nodes.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Builder, Data, Entry, Node, too_deep};
use crate::codebook::check::{element, field};
use crate::error::{Fault, FaultKind};

/// Reads a whole text. Without an answer there is at least one fault.
pub(super) fn read(text: &str, builder: &mut Builder) -> Option<Node> {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        builder.fault(fault_of(error.message()), error.span().map(|span| span.start));
    }
    // What could be recovered from a text with faults of syntax would only raise faults that are none.
    if !errors.is_empty() || !builder.may_nest(1, "", Some(0)) {
        return None;
    }
    let entries = table_of(table.get_ref(), "", 1, builder)?;
    Some(Node { at: Some(0), data: Data::Table(entries) })
}

fn fault_of(message: &str) -> Fault {
    if message.contains("recursion") || message.contains("recurse") {
        return too_deep("");
    }
    let kind = if message.contains("duplicate key") { FaultKind::DuplicateKey } else { FaultKind::Syntax };
    Fault::new(kind, "", format!("TOML: {message}"))
}

fn table_of(table: &DeTable<'_>, path: &str, depth: usize, builder: &mut Builder) -> Option<Vec<Entry>> {
    let mut entries = Vec::with_capacity(table.len());
    for (key, value) in table {
        let name = key.get_ref().to_string();
        let at = Some(key.span().start);
        let node = node_of(value, at, &field(path, &name), depth + 1, builder)?;
        entries.push(Entry { key: name, at, node });
    }
    // The table is sorted by key; a document is read in the order in which it was written.
    entries.sort_by_key(|entry| entry.at);
    Some(entries)
}

fn node_of(
    value: &Spanned<DeValue<'_>>,
    key: Option<usize>,
    path: &str,
    depth: usize,
    builder: &mut Builder,
) -> Option<Node> {
    let span = value.span();
    let at = if span.is_empty() { key } else { Some(span.start) };
    let data = match value.get_ref() {
        DeValue::String(text) => Data::Text(text.to_string()),
        DeValue::Boolean(flag) => Data::Bool(*flag),
        DeValue::Datetime(date) => Data::Text(date.to_string()),
        DeValue::Integer(number) => {
            let parsed = i64::from_str_radix(number.as_str(), number.radix()).ok();
            builder.whole(parsed, number.as_str(), path, at)
        }
        DeValue::Float(number) => builder.float(number.as_str().parse().ok(), number.as_str(), path, at),
        DeValue::Array(list) => {
            if !builder.may_nest(depth, path, at) {
                return None;
            }
            let mut nodes = Vec::with_capacity(list.len());
            for (index, value) in list.iter().enumerate() {
                let id = value.get_ref().get("id").and_then(|id| id.get_ref().as_str());
                nodes.push(node_of(value, at, &element(path, index, id), depth + 1, builder)?);
            }
            Data::List(nodes)
        }
        DeValue::Table(table) => {
            if !builder.may_nest(depth, path, at) {
                return None;
            }
            Data::Table(table_of(table, path, depth, builder)?)
        }
    };
    Some(Node { at, data })
}
