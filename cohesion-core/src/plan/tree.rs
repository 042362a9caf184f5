//! Text to a tree of values that remembers where each stood.
//!
//! TOML and JSON become the same tree: dates become text, whole numbers written with a point become whole numbers, and a
//! key whose value is `null` is left out, so that documents that say the same hash alike.

use serde_json::{Map, Number, Value};

use crate::codebook::check::{element, field};
use crate::error::{Error, Fault, FaultKind, Result};

mod json;
mod lines;
mod toml;

use lines::Lines;

/// The longest text that is read, in bytes.
pub const MAX_PLAN_BYTES: usize = 8 * 1024 * 1024;

/// How deep tables and lists may nest, the document itself included.
pub const MAX_PLAN_DEPTH: usize = 64;

/// How many faults are told one by one.
pub(super) const MOST_FAULTS: usize = 1_000;

/// The largest whole number that every reader of JSON keeps.
const MOST_EXACT: i64 = 1 << 53;

/// A value and where it stood, as a byte offset.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) at: Option<usize>,
    pub(super) data: Data,
}

#[derive(Clone, Debug)]
pub(super) enum Data {
    Null,
    Bool(bool),
    Number(Number),
    Text(String),
    List(Vec<Node>),
    Table(Vec<Entry>),
}

/// Stands where a fault was found, so that the search goes on; a tree with a fault is thrown away.
const PLACEHOLDER: Data = Data::Bool(false);

/// A key of a table, where it stood, and its value.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) at: Option<usize>,
    pub(super) node: Node,
}

/// A whole document.
#[derive(Clone, Debug)]
pub(super) struct Tree {
    pub(super) root: Node,
    lines: Option<Lines>,
}

impl Node {
    /// The value without its places; keys keep their order.
    pub(super) fn to_value(&self) -> Value {
        match &self.data {
            Data::Null => Value::Null,
            Data::Bool(flag) => Value::Bool(*flag),
            Data::Number(number) => Value::Number(number.clone()),
            Data::Text(text) => Value::String(text.clone()),
            Data::List(list) => Value::Array(list.iter().map(Self::to_value).collect()),
            Data::Table(entries) => {
                Value::Object(entries.iter().map(|entry| (entry.key.clone(), entry.node.to_value())).collect())
            }
        }
    }

    /// The id of a table that has one.
    pub(super) fn id(&self) -> Option<&str> {
        let Data::Table(entries) = &self.data else { return None };
        entries.iter().find(|entry| entry.key == "id").and_then(|entry| match &entry.node.data {
            Data::Text(id) => Some(id.as_str()),
            _ => None,
        })
    }
}

impl Tree {
    /// Reads TOML.
    pub(super) fn from_toml(text: &str) -> Result<Self> {
        Self::read(text, toml::read)
    }

    /// Reads JSON (RFC 8259: no comments, no trailing commas).
    pub(super) fn from_json(text: &str) -> Result<Self> {
        Self::read(text, json::read)
    }

    fn read(text: &str, reader: fn(&str, &mut Builder) -> Option<Node>) -> Result<Self> {
        check_size(text.len())?;
        // Some editors begin a file with a mark that nobody sees.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut builder = Builder { faults: Vec::new(), more: 0 };
        let root = reader(text, &mut builder);
        let lines = Lines::of(text);
        let faults = builder.finish(Some(&lines));
        match root {
            Some(root) if faults.is_empty() => Ok(Self { root, lines: Some(lines) }),
            _ => Err(all_of(faults)),
        }
    }

    /// Takes a value that was never a text; its faults have no line.
    pub(super) fn from_value(value: &Value) -> Result<Self> {
        let mut builder = Builder { faults: Vec::new(), more: 0 };
        let root = builder.plain(value, "", 1);
        let faults = builder.finish(None);
        match root {
            Some(root) if faults.is_empty() => Ok(Self { root, lines: None }),
            _ => Err(all_of(faults)),
        }
    }

    /// Writes line and column of `offset` into a fault.
    pub(super) fn place(&self, fault: &mut Fault, offset: Option<usize>) {
        if let (Some(lines), Some(offset)) = (&self.lines, offset) {
            lines.place(fault, offset);
        }
    }

    /// Writes line and column into faults that know their path only: those of the nearest element that is there.
    pub(super) fn place_all(&self, faults: &mut [Fault]) {
        if self.lines.is_none() || faults.is_empty() {
            return;
        }
        let mut offsets = std::collections::HashMap::new();
        offsets_of(&self.root, "", &mut offsets);
        for fault in faults {
            let mut path = fault.path.clone();
            let found = loop {
                if let Some(offset) = offsets.get(&path) {
                    break Some(*offset);
                }
                // What is missing stands nowhere: the fault points to the nearest thing around it that does.
                match path.rfind(['.', '[']) {
                    Some(end) => path.truncate(end),
                    None => break None,
                }
            };
            self.place(fault, found.or(self.root.at));
        }
    }
}

/// Puts faults in the order of the document; those without a line keep theirs and come last.
pub(super) fn in_order(faults: &mut [Fault]) {
    let place = |fault: &Fault| (fault.line.unwrap_or(usize::MAX), fault.column);
    faults.sort_by_key(place);
}

pub(super) fn check_size(bytes: usize) -> Result<()> {
    if bytes <= MAX_PLAN_BYTES {
        return Ok(());
    }
    let message = format!("the plan has {bytes} bytes; at most {MAX_PLAN_BYTES} are read");
    Err(Fault::new(FaultKind::TooLarge, "", message).value(bytes).allowed([format!("{MAX_PLAN_BYTES} bytes")]).into())
}

/// An error of `faults`, or of one that says the text is no document.
fn all_of(faults: Vec<Fault>) -> Error {
    match Error::unless_empty(faults, ()) {
        Err(error) => error,
        Ok(()) => Error::new(FaultKind::Syntax, "", "the text is no document"),
    }
}

fn offsets_of(node: &Node, path: &str, offsets: &mut std::collections::HashMap<String, usize>) {
    if let Some(at) = node.at {
        offsets.insert(path.to_owned(), at);
    }
    match &node.data {
        Data::List(list) => {
            for (index, child) in list.iter().enumerate() {
                offsets_of(child, &element(path, index, child.id()), offsets);
            }
        }
        Data::Table(entries) => {
            for entry in entries {
                offsets_of(&entry.node, &field(path, &entry.key), offsets);
            }
        }
        _ => {}
    }
}

/// Builds nodes, and collects what cannot be one.
struct Builder {
    faults: Vec<(Fault, Option<usize>)>,
    more: usize,
}

impl Builder {
    fn fault(&mut self, fault: Fault, at: Option<usize>) {
        if self.faults.len() < MOST_FAULTS { self.faults.push((fault, at)) } else { self.more += 1 }
    }

    fn finish(self, lines: Option<&Lines>) -> Vec<Fault> {
        let mut faults: Vec<Fault> = self
            .faults
            .into_iter()
            .map(|(mut fault, at)| {
                if let (Some(lines), Some(at)) = (lines, at) {
                    lines.place(&mut fault, at);
                }
                fault
            })
            .collect();
        in_order(&mut faults);
        faults.extend(more_faults(self.more));
        faults
    }

    /// False, with a fault, where `depth` is too deep.
    fn may_nest(&mut self, depth: usize, path: &str, at: Option<usize>) -> bool {
        if depth > MAX_PLAN_DEPTH {
            self.fault(too_deep(path), at);
        }
        depth <= MAX_PLAN_DEPTH
    }

    fn whole(&mut self, number: Option<i64>, written: &str, path: &str, at: Option<usize>) -> Data {
        match number {
            Some(number) if number.abs() <= MOST_EXACT => Data::Number(number.into()),
            _ => {
                let message = format!("whole numbers run from -{MOST_EXACT} to {MOST_EXACT}; write it as text");
                self.fault(Fault::new(FaultKind::OutOfRange, path, message).value(written), at);
                PLACEHOLDER
            }
        }
    }

    fn float(&mut self, number: Option<f64>, written: &str, path: &str, at: Option<usize>) -> Data {
        let Some(number) = number.filter(|number| number.is_finite()) else {
            let message = "a number is infinite, or no number at all";
            self.fault(Fault::new(FaultKind::NotFinite, path, message).value(written), at);
            return PLACEHOLDER;
        };
        #[allow(clippy::cast_possible_truncation, reason = "whole and no larger than 2^53")]
        if number.fract() == 0.0 && number.abs() <= MOST_EXACT as f64 {
            return Data::Number((number as i64).into());
        }
        Number::from_f64(number).map_or(PLACEHOLDER, Data::Number)
    }

    /// A value inside a list: `null` has no place there.
    fn item(&mut self, node: Node, path: &str) -> Node {
        if matches!(node.data, Data::Null) {
            self.fault(Fault::new(FaultKind::WrongType, path, "a list cannot hold `null`").value("null"), node.at);
        }
        node
    }

    fn plain(&mut self, value: &Value, path: &str, depth: usize) -> Option<Node> {
        let data = match value {
            Value::Null => Data::Null,
            Value::Bool(flag) => Data::Bool(*flag),
            Value::String(text) => Data::Text(text.clone()),
            Value::Number(number) if number.is_f64() => self.float(number.as_f64(), &number.to_string(), path, None),
            Value::Number(number) => self.whole(number.as_i64(), &number.to_string(), path, None),
            Value::Array(list) => {
                if !self.may_nest(depth, path, None) {
                    return None;
                }
                let mut nodes = Vec::with_capacity(list.len());
                for (index, value) in list.iter().enumerate() {
                    let at = element(path, index, value.get("id").and_then(Value::as_str));
                    let node = self.plain(value, &at, depth + 1)?;
                    nodes.push(self.item(node, &at));
                }
                Data::List(nodes)
            }
            Value::Object(map) => {
                if !self.may_nest(depth, path, None) {
                    return None;
                }
                Data::Table(self.plain_entries(map, path, depth)?)
            }
        };
        Some(Node { at: None, data })
    }

    fn plain_entries(&mut self, map: &Map<String, Value>, path: &str, depth: usize) -> Option<Vec<Entry>> {
        let mut entries = Vec::with_capacity(map.len());
        for (key, value) in map.iter().filter(|(_, value)| !value.is_null()) {
            let node = self.plain(value, &field(path, key), depth + 1)?;
            entries.push(Entry { key: key.clone(), at: None, node });
        }
        Some(entries)
    }
}

/// The fault that stands for those that are not told one by one.
pub(super) fn more_faults(more: usize) -> Option<Fault> {
    (more > 0).then(|| {
        let message = format!("at least {more} more faults are not listed; mend these first");
        Fault::new(FaultKind::TooLarge, "", message).value(more)
    })
}

fn too_deep(path: &str) -> Fault {
    let message = format!("the plan nests deeper than {MAX_PLAN_DEPTH} tables and lists");
    Fault::new(FaultKind::TooDeep, path, message).allowed([MAX_PLAN_DEPTH.to_string()])
}
