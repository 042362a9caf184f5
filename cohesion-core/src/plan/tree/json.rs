//! JSON (RFC 8259) to nodes.

use std::collections::HashSet;

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::lines::Lines;
use super::{Builder, Data, Entry, MAX_PLAN_DEPTH, Node, too_deep};
use crate::codebook::check::{element, field, shown};
use crate::error::{Fault, FaultKind};

const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// Reads a whole text. Without an answer there is at least one fault.
pub(super) fn read(text: &str, builder: &mut Builder) -> Option<Node> {
    if let Some(offset) = too_deep_at(text) {
        builder.fault(too_deep(""), Some(offset));
        return None;
    }
    let parsed = match parse_to_ast(text, &CollectOptions::default(), &STRICT) {
        Ok(parsed) => parsed.value,
        Err(error) => {
            builder.fault(syntax(&error.kind().to_string()), Some(error.range().start));
            return None;
        }
    };
    // What the first reader lets pass beyond the standard, such as a raw line break in a string, the second finds.
    if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(text) {
        let offset = Lines::of(text).offset(error.line(), error.column());
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or_default();
        builder.fault(syntax(message), Some(offset));
        return None;
    }
    node_of(&parsed?, "", builder)
}

fn syntax(message: &str) -> Fault {
    Fault::new(FaultKind::Syntax, "", format!("JSON: {message}"))
}

/// Where brackets first nest too deep, found before anything recurses.
fn too_deep_at(text: &str) -> Option<usize> {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for (offset, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => {
                depth += 1;
                if depth > MAX_PLAN_DEPTH {
                    return Some(offset);
                }
            }
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

fn node_of(value: &Value<'_>, path: &str, builder: &mut Builder) -> Option<Node> {
    let at = Some(value.start());
    let data = match value {
        Value::NullKeyword(_) => Data::Null,
        Value::BooleanLit(flag) => Data::Bool(flag.value),
        Value::StringLit(text) => Data::Text(text.value.to_string()),
        Value::NumberLit(number) if number.value.contains(['.', 'e', 'E']) => {
            builder.float(number.value.parse().ok(), number.value, path, at)
        }
        Value::NumberLit(number) => builder.whole(number.value.parse().ok(), number.value, path, at),
        Value::Array(list) => {
            let mut nodes = Vec::with_capacity(list.elements.len());
            for (index, value) in list.elements.iter().enumerate() {
                let at = element(path, index, id_of(value));
                let node = node_of(value, &at, builder)?;
                nodes.push(builder.item(node, &at));
            }
            Data::List(nodes)
        }
        Value::Object(object) => Data::Table(entries_of(object, path, builder)?),
    };
    Some(Node { at, data })
}

fn entries_of(object: &Object<'_>, path: &str, builder: &mut Builder) -> Option<Vec<Entry>> {
    let mut seen = HashSet::new();
    let mut entries = Vec::with_capacity(object.properties.len());
    for property in &object.properties {
        let key = property.name.as_str();
        let (at, inner) = (Some(property.name.start()), field(path, key));
        if !seen.insert(key) {
            let message = format!("the key `{}` stands twice in one table", shown(key));
            builder.fault(Fault::new(FaultKind::DuplicateKey, inner, message).value(key), at);
            continue;
        }
        if !matches!(property.value, Value::NullKeyword(_)) {
            let node = node_of(&property.value, &inner, builder)?;
            entries.push(Entry { key: key.to_owned(), at, node });
        }
    }
    Some(entries)
}

fn id_of<'a>(value: &'a Value<'_>) -> Option<&'a str> {
    let property = value.as_object()?.get("id")?;
    property.value.as_string_lit().map(|text| text.value.as_ref())
}
