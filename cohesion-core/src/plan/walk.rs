//! One walk over the tree along the schema: every wrong type, unknown key, missing field and unknown word at once.
//!
//! Understood is what the schema of a plan uses: `$ref`, `type`, `properties`, `required`, `additionalProperties`,
//! `items`, `minItems`, `maxItems`, `enum`, `const`, `anyOf`, `oneOf`, `minimum`, `maximum` and the integer formats.

use std::sync::OnceLock;

use serde_json::Value;

use super::tree::{Data, Entry, MOST_FAULTS, Node, Tree, in_order, more_faults};
use crate::codebook::check::{element, field, nearest_of, shown};
use crate::error::{Fault, FaultKind, did_you_mean};

/// The JSON Schema of a plan (2020-12), generated from the types.
pub const PLAN_SCHEMA: &str = include_str!("../../schema/plan.json");

/// The same without what only people read: the walk needs a fifth of its text, and the browser loads it.
const FORM: &str = include_str!("../../schema/form.json");

fn schema() -> &'static Value {
    static SCHEMA: OnceLock<Value> = OnceLock::new();
    // A schema that does not parse would accept everything; a test sees to it that it parses.
    SCHEMA.get_or_init(|| FORM.parse().unwrap_or(Value::Bool(true)))
}

/// Every fault of form of a document, in its order.
pub(super) fn walk(tree: &Tree) -> Vec<Fault> {
    let mut walk = Walk { tree, faults: Vec::new(), more: 0 };
    walk.value(schema(), &tree.root, "");
    let Walk { mut faults, more, .. } = walk;
    in_order(&mut faults);
    faults.extend(more_faults(more));
    faults
}

struct Walk<'a> {
    tree: &'a Tree,
    faults: Vec<Fault>,
    more: usize,
}

/// The schema that a reference names, or the schema itself.
fn resolve(mut schema: &'static Value) -> &'static Value {
    while let Some(name) = schema.get("$ref").and_then(Value::as_str).and_then(|name| name.strip_prefix("#/$defs/")) {
        let root = self::schema();
        schema = root.get("$defs").and_then(|all| all.get(name)).unwrap_or(&Value::Bool(true));
    }
    schema
}

/// The branches of a union, without `null`: an absent key says the same.
fn branches(schema: &'static Value) -> Option<Vec<&'static Value>> {
    let list = schema.get("anyOf").or_else(|| schema.get("oneOf"))?.as_array()?;
    Some(list.iter().map(resolve).filter(|branch| types(branch) != ["null"]).collect())
}

/// The names of the types that a schema accepts; empty where it accepts all.
fn types(schema: &'static Value) -> Vec<&'static str> {
    let schema = resolve(schema);
    match schema.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => match branches(schema) {
            Some(branches) => branches.into_iter().flat_map(types).collect(),
            None => Vec::new(),
        },
    }
}

/// The closed set of words that a schema stands for, where it is one.
fn words(schema: &'static Value) -> Option<Vec<&'static str>> {
    let schema = resolve(schema);
    if let Some(word) = schema.get("const") {
        return word.as_str().map(|word| vec![word]);
    }
    if let Some(list) = schema.get("enum").and_then(Value::as_array) {
        return Some(list.iter().filter_map(Value::as_str).collect());
    }
    let parts: Option<Vec<_>> = branches(schema)?.into_iter().map(words).collect();
    Some(parts?.concat())
}

fn type_of(node: &Node) -> &'static str {
    match &node.data {
        Data::Null => "null",
        Data::Bool(_) => "boolean",
        Data::Number(number) if number.is_f64() => "number",
        Data::Number(_) => "integer",
        Data::Text(_) => "string",
        Data::List(_) => "array",
        Data::Table(_) => "object",
    }
}

fn accepts(schema: &'static Value, node: &Node) -> bool {
    let found = type_of(node);
    let fits = |name: &str| name == found || (name == "number" && found == "integer");
    let schema = resolve(schema);
    match schema.get("type") {
        Some(Value::String(name)) => fits(name),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).any(fits),
        _ => branches(schema).is_none_or(|branches| branches.into_iter().any(|branch| accepts(branch, node))),
    }
}

fn in_words(name: &str) -> &str {
    match name {
        "boolean" => "true or false",
        "integer" => "a whole number",
        "number" => "a number",
        "string" => "a text",
        "array" => "a list",
        "object" => "a table",
        other => other,
    }
}

impl Walk<'_> {
    /// Takes a fault; beyond the bound it is counted and not even made.
    fn fault(&mut self, at: Option<usize>, make: impl FnOnce() -> Fault) {
        if self.faults.len() >= MOST_FAULTS {
            self.more += 1;
            return;
        }
        let mut fault = make();
        self.tree.place(&mut fault, at);
        self.faults.push(fault);
    }

    fn value(&mut self, schema: &'static Value, node: &Node, path: &str) {
        let schema = resolve(schema);
        if !accepts(schema, node) {
            self.wrong_type(schema, node, path);
        } else if let (Some(words), Data::Text(text)) = (words(schema), &node.data) {
            self.word(&words, text, node, path);
        } else if let Some(branches) = branches(schema) {
            self.union(&branches, node, path);
        } else {
            match &node.data {
                Data::Number(number) => self.number(schema, number.as_f64().unwrap_or_default(), node, path),
                Data::List(list) => self.list(schema, list, node, path),
                Data::Table(entries) => self.table(schema, entries, node, path),
                Data::Null | Data::Bool(_) | Data::Text(_) => {}
            }
        }
    }

    fn wrong_type(&mut self, schema: &'static Value, node: &Node, path: &str) {
        self.fault(node.at, || {
            let named = types(schema).into_iter().filter(|name| *name != "null");
            let mut wanted: Vec<&str> = named.map(in_words).collect();
            wanted.dedup();
            // The most common mistake: an id such as 2024 without quotes.
            let quotes = wanted.contains(&"a text") && matches!(node.data, Data::Number(_) | Data::Bool(_));
            let hint = if quotes { "; write it in quotes" } else { "" };
            let message = format!("this is to be {}, and it is {}{hint}", wanted.join(" or "), in_words(type_of(node)));
            let fault = Fault::new(FaultKind::WrongType, path, message).allowed(wanted);
            match shown_value(node) {
                Some(value) => fault.value(value),
                None => fault,
            }
        });
    }

    fn word(&mut self, words: &[&'static str], text: &str, node: &Node, path: &str) {
        if words.contains(&text) {
            return;
        }
        self.fault(node.at, || {
            let near = nearest_of(text, words.iter().copied());
            let hint = near.map_or_else(String::new, |near| did_you_mean(text, [near]));
            let message = format!("`{}` is none of {}.{hint}", shown(text), words.join(", "));
            Fault::new(FaultKind::UnknownValue, path, message).value(text).allowed(words.iter().copied())
        });
    }

    /// The branch that accepts the type decides; of several, the one with the fewest faults.
    fn union(&mut self, branches: &[&'static Value], node: &Node, path: &str) {
        let candidates: Vec<&'static Value> = branches.iter().copied().filter(|branch| accepts(branch, node)).collect();
        if let [only] = candidates.as_slice() {
            return self.value(only, node, path);
        }
        let trials = candidates.into_iter().map(|branch| {
            let mut trial = Walk { tree: self.tree, faults: Vec::new(), more: 0 };
            trial.value(branch, node, path);
            trial
        });
        // The form with the fewest faults is the one that was most likely meant.
        if let Some(trial) = trials.min_by_key(|trial| trial.faults.len() + trial.more) {
            self.more += trial.more;
            for fault in trial.faults {
                self.fault(None, || fault);
            }
        }
    }

    fn number(&mut self, schema: &'static Value, number: f64, node: &Node, path: &str) {
        let limit = |key: &str| schema.get(key).and_then(Value::as_f64);
        // The schema leaves these ranges to its reader.
        let (low, high) = match schema.get("format").and_then(Value::as_str) {
            Some("uint8") => (0.0, f64::from(u8::MAX)),
            Some("uint16") => (0.0, f64::from(u16::MAX)),
            Some("uint32") => (0.0, f64::from(u32::MAX)),
            Some("int32") => (f64::from(i32::MIN), f64::from(i32::MAX)),
            _ => (f64::NEG_INFINITY, f64::INFINITY),
        };
        let low = limit("minimum").map_or(low, |limit| limit.max(low));
        let high = limit("maximum").map_or(high, |limit| limit.min(high));
        if number < low || number > high {
            self.fault(node.at, || {
                let range = match (low.is_finite(), high.is_finite()) {
                    (true, true) => format!("{low} to {high}"),
                    (true, false) => format!("{low} or more"),
                    _ => format!("{high} or less"),
                };
                let message = format!("{number} is outside the range: {range}");
                Fault::new(FaultKind::OutOfRange, path, message).value(number).allowed([range])
            });
        }
    }

    fn list(&mut self, schema: &'static Value, list: &[Node], node: &Node, path: &str) {
        let limit = |key: &str| schema.get(key).and_then(Value::as_u64).and_then(|limit| usize::try_from(limit).ok());
        let (low, high) = (limit("minItems").unwrap_or_default(), limit("maxItems").unwrap_or(usize::MAX));
        if list.len() < low || list.len() > high {
            self.fault(node.at, || {
                let wanted = if low == high { format!("{low}") } else { format!("{low} or more") };
                let message = format!("this list has {} values, and is to have {wanted}", list.len());
                Fault::new(FaultKind::OutOfRange, path, message).value(list.len()).allowed([wanted])
            });
        }
        if let Some(items) = schema.get("items") {
            for (index, item) in list.iter().enumerate() {
                self.value(items, item, &element(path, index, item.id()));
            }
        }
    }

    fn table(&mut self, schema: &'static Value, entries: &[Entry], node: &Node, path: &str) {
        let properties = schema.get("properties").and_then(Value::as_object);
        for entry in entries {
            let at = field(path, &entry.key);
            match properties.and_then(|properties| properties.get(&entry.key)) {
                Some(property) => self.value(property, &entry.node, &at),
                None => match schema.get("additionalProperties") {
                    Some(Value::Bool(false)) => self.unknown_key(properties, entry, &at),
                    Some(other) => self.value(other, &entry.node, &at),
                    None => {}
                },
            }
        }
        let required = schema.get("required").and_then(Value::as_array);
        for name in required.into_iter().flatten().filter_map(Value::as_str) {
            if !entries.iter().any(|entry| entry.key == name) {
                let message = || format!("`{name}` is missing");
                self.fault(node.at, || Fault::new(FaultKind::MissingField, field(path, name), message()));
            }
        }
    }

    fn unknown_key(&mut self, properties: Option<&serde_json::Map<String, Value>>, entry: &Entry, path: &str) {
        self.fault(entry.at, || {
            let names: Vec<&str> = properties.map(|map| map.keys().map(String::as_str).collect()).unwrap_or_default();
            let near = nearest_of(&entry.key, names.iter().copied());
            let hint = near.map_or_else(String::new, |near| did_you_mean(&entry.key, [near]));
            let message = format!("the key `{}` is not known here.{hint}", shown(&entry.key));
            Fault::new(FaultKind::UnknownKey, path, message).value(&entry.key).allowed(names)
        });
    }
}

/// A simple value as a fault shows it.
fn shown_value(node: &Node) -> Option<String> {
    match &node.data {
        Data::Bool(flag) => Some(flag.to_string()),
        Data::Number(number) => Some(number.to_string()),
        Data::Text(text) => Some(text.clone()),
        Data::Null | Data::List(_) | Data::Table(_) => None,
    }
}
