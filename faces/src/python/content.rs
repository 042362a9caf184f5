//! What results hold, in Python: dataclasses, and the properties of results.

use std::collections::BTreeSet;

use super::{PACKAGE, attributes, docstring};
use crate::content::{Content, Field, Form, Kind, Shaped};
use crate::docs::Docs;
use crate::examples::Book;
use crate::written::{HEADER, Language, Written};
use crate::{Failure, Outcome};

/// The closed sets that results hold words of.
pub fn words(content: &Content<'_>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let shown = content.types.iter().filter(|(name, _)| content.is_record(name) || content.is_result(name));
    for (_, shaped) in shown {
        if let Form::Record(fields) = &shaped.form {
            fields.iter().for_each(|field| sets(content, &field.kind, &mut found));
        }
    }
    found
}

fn sets(content: &Content<'_>, kind: &Kind, found: &mut BTreeSet<String>) {
    match kind {
        Kind::Named(name) if matches!(content.form(name), Some(Form::Words(_))) => drop(found.insert(name.clone())),
        Kind::Maybe(inner) | Kind::List(inner) | Kind::Map(inner) => sets(content, inner, found),
        _ => {}
    }
}

/// The dataclasses.
///
/// # Errors
/// Documentation without a short opening sentence.
pub fn records(book: Book<'_>, content: &Content<'_>) -> Outcome<Written> {
    let mut body = String::new();
    for rust in &content.declared.records {
        let shaped = content.types.get(rust).ok_or_else(|| Failure::new(format!("content.records: no type {rust}")))?;
        let Form::Record(fields) = &shaped.form else { continue };
        body.push_str(&record(book, content, rust, shaped, fields)?);
    }
    let about = "What results hold: plain data that does not change.";
    let text = file(about, &body, "from collections.abc import Mapping\nfrom dataclasses import dataclass\n", content);
    Ok(Written { path: format!("{PACKAGE}/_content.py"), text, language: Language::Python })
}

/// The properties of results, one class for each that the class of the result is built on.
///
/// # Errors
/// Documentation without a short opening sentence.
pub fn results(book: Book<'_>, content: &Content<'_>) -> Outcome<Written> {
    let mut body = String::new();
    for (rust, by_hand) in &content.declared.results {
        // What is published, or is not, has a content of its own.
        let shaped = content.types.get(rust).or_else(|| content.types.get(&format!("{rust}Content")));
        let shaped = shaped.ok_or_else(|| Failure::new(format!("content.results: no type {rust}")))?;
        let Form::Record(fields) = &shaped.form else { continue };
        // A document that leaves the desk, or does not, is a report and no sheet.
        let base = if content.types.contains_key(rust) { "Result" } else { "Noted" };
        body.push_str(&format!("\n\nclass {rust}Fields({base}[_core.{rust}]):\n"));
        body.push_str(&format!(
            "    \"\"\"What `{rust}` holds.\"\"\"\n\n    __slots__ = ()\n    _class = _core.{rust}\n"
        ));
        let known = |name: &str| ["notes", "provenance"].contains(&name) || by_hand.iter().any(|own| own == name);
        for field in fields.iter().filter(|field| !known(&field.name)) {
            body.push_str(&property(book, content, rust, field)?);
        }
    }
    let mut imports = "from cohesion_core import _core\n".to_owned();
    let used = |name: &str| body.contains(&format!("{name}["));
    let bases: Vec<&str> = ["Noted", "Result"].into_iter().filter(|base| used(base)).collect();
    imports.push_str(&format!("from cohesion_core._result import {}\n", bases.join(", ")));
    let about = "What the classes of results are built on: a property for each field of their JSON.";
    let text = file(about, &body, &imports, content);
    Ok(Written { path: format!("{PACKAGE}/_fields.py"), text, language: Language::Python })
}

/// A file with the imports that its body needs.
fn file(about: &str, body: &str, imports: &str, content: &Content<'_>) -> String {
    let words: BTreeSet<&str> = body.split(|letter: char| !(letter.is_alphanumeric() || letter == '_')).collect();
    let mut text = format!("\"\"\"{about}\n\n{HEADER}\n\"\"\"\n\nfrom __future__ import annotations\n\n{imports}");
    let mut import = |module: &str, names: Vec<&str>| {
        let used: Vec<&str> = names.into_iter().filter(|name| words.contains(name)).collect();
        // The file of the records names them and does not import them.
        if used.first().is_some_and(|first| !body.contains(&format!("class {first}:"))) {
            text.push_str(&format!("from {module} import {}\n", used.join(", ")));
        }
    };
    import("collections.abc", vec!["Mapping"]);
    import("typing", vec!["Any", "cast"]);
    import("cohesion_core._review_table", vec!["ReviewTable"]);
    let names = content.declared.records.iter().map(|name| python_name(content, name));
    import("cohesion_core._content", names.collect());
    let sets = self::words(content);
    import("cohesion_core._words", sets.iter().map(String::as_str).collect());
    text + body
}

fn python_name<'a>(content: &'a Content<'_>, rust: &'a str) -> &'a str {
    content.declared.python.get(rust).map_or(rust, String::as_str)
}

fn record(book: Book<'_>, content: &Content<'_>, rust: &str, shaped: &Shaped, fields: &[Field]) -> Outcome<String> {
    let name = python_name(content, rust);
    let documented: Vec<(&str, &str)> = fields.iter().map(|field| (field.name.as_str(), field.docs.as_str())).collect();
    let mut text = format!("\n\n@dataclass(frozen=True)\nclass {name}:\n");
    text.push_str(&docstring(book, &Docs::read(&shaped.docs), rust, "    ", &attributes(&documented, rust))?);
    text.push('\n');
    // What may be left out comes last, as it has to.
    let (later, first): (Vec<&Field>, Vec<&Field>) = fields.iter().partition(|field| field.left_out);
    for field in &first {
        text.push_str(&format!("    {}: {}\n", field.name, type_of(content, &field.kind)));
    }
    for field in &later {
        let ty = type_of(content, &field.kind);
        let ty = if ty.ends_with("| None") { ty } else { format!("{ty} | None") };
        text.push_str(&format!("    {}: {ty} = None\n", field.name));
    }
    text.push_str(&format!("\n    @classmethod\n    def _of(cls, found: Mapping[str, Any]) -> {name}:\n"));
    let parts: Vec<String> = fields.iter().filter_map(|field| converted(content, field)).collect();
    let made = if parts.is_empty() { "**found".to_owned() } else { format!("**{{**found, {}}}", parts.join(", ")) };
    text.push_str(&format!("        return cls({made})\n"));
    Ok(text)
}

/// A field that is not as JSON has it.
fn converted(content: &Content<'_>, field: &Field) -> Option<String> {
    let name = &field.name;
    let get = if field.left_out { format!("found.get(\"{name}\")") } else { format!("found[\"{name}\"]") };
    let made = value(content, &field.kind, &get)?;
    let made =
        if field.left_out && !made.contains("is None") { format!("None if {get} is None else {made}") } else { made };
    Some(format!("\"{name}\": {made}"))
}

fn property(book: Book<'_>, content: &Content<'_>, rust: &str, field: &Field) -> Outcome<String> {
    let name = &field.name;
    // A list that is left out is empty.
    let get = match (field.left_out, &field.kind) {
        (true, Kind::List(_)) => format!("self._json.get(\"{name}\", ())"),
        (true, _) => format!("self._json.get(\"{name}\")"),
        (false, _) => format!("self._json[\"{name}\"]"),
    };
    let ty = type_of(content, &field.kind);
    let made = match &field.kind {
        Kind::Text | Kind::Word(_) => format!("str({get})"),
        Kind::Number => format!("float({get})"),
        Kind::Whole => format!("int({get})"),
        Kind::Flag => format!("bool({get})"),
        Kind::Map(_) => format!("dict({get})"),
        kind => match value(content, kind, &get) {
            // A tuple from a list has as many values as the list had.
            Some(made) if ty.contains("tuple[") && !ty.contains("...") => format!("cast(\"{ty}\", {made})"),
            Some(made) => made,
            None => format!("cast(\"{ty}\", {get})"),
        },
    };
    let docs = docstring(book, &Docs::read(&field.docs), &format!("{rust}::{name}"), "        ", &[])?;
    Ok(format!("\n    @property\n    def {name}(self) -> {ty}:\n{docs}        return {made}\n"))
}

/// A kind as Python writes it.
fn type_of(content: &Content<'_>, kind: &Kind) -> String {
    match kind {
        Kind::Text | Kind::Word(_) => "str".to_owned(),
        Kind::Number => "float".to_owned(),
        Kind::Whole => "int".to_owned(),
        Kind::Flag => "bool".to_owned(),
        Kind::Anything => "Any".to_owned(),
        Kind::Maybe(inner) => format!("{} | None", type_of(content, inner)),
        Kind::List(inner) if is_table(content, inner) => "ReviewTable".to_owned(),
        Kind::List(inner) => format!("tuple[{}, ...]", type_of(content, inner)),
        Kind::Map(inner) => format!("dict[str, {}]", type_of(content, inner)),
        Kind::Tuple(kinds) => {
            format!("tuple[{}]", kinds.iter().map(|kind| type_of(content, kind)).collect::<Vec<_>>().join(", "))
        }
        Kind::Named(name) if name == "Text" => "str | Mapping[str, str]".to_owned(),
        Kind::Named(name) => match content.form(name) {
            Some(Form::Words(_)) => name.clone(),
            Some(Form::Same(kind)) => type_of(content, kind),
            Some(Form::Record(_)) if content.is_record(name) => python_name(content, name).to_owned(),
            Some(Form::Record(_)) => "Mapping[str, Any]".to_owned(),
            _ => "Any".to_owned(),
        },
    }
}

/// What makes a value of what JSON has; nothing where that is it already.
fn value(content: &Content<'_>, kind: &Kind, found: &str) -> Option<String> {
    match kind {
        Kind::Maybe(inner) => value(content, inner, found).map(|made| format!("None if {found} is None else {made}")),
        Kind::List(inner) if is_table(content, inner) => Some(format!("ReviewTable({found})")),
        Kind::List(inner) => Some(match value(content, inner, "one") {
            Some(made) => format!("tuple({made} for one in {found})"),
            None => format!("tuple({found})"),
        }),
        Kind::Tuple(_) => Some(format!("tuple({found})")),
        Kind::Named(name) => match content.form(name) {
            Some(Form::Record(_)) if content.is_record(name) => {
                Some(format!("{}._of({found})", python_name(content, name)))
            }
            _ => None,
        },
        _ => None,
    }
}

/// Whether a list of these is a table: rows that have no class of their own.
fn is_table(content: &Content<'_>, kind: &Kind) -> bool {
    matches!(kind, Kind::Named(name) if matches!(content.form(name), Some(Form::Record(_))) && !content.is_record(name))
}
