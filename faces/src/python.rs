//! The Python face: PyO3 methods, and the methods that people call.

use std::collections::BTreeSet;

use crate::content::Content;
use crate::declared::Declared;
use crate::docs::{Docs, Style, spelt, wrapped};
use crate::examples::{Book, Line, translated};
use crate::model::{Argument, Class, Literal, Method, MethodKind, Passed, Room, Value};
use crate::source::Source;
use crate::written::{HEADER, Language, Written};
use crate::{Failure, Outcome};

pub mod content;
pub mod handles;

const PACKAGE: &str = "bindings-python/python/cohesion_core";

/// The closed sets that arguments take and results hold, as `Literal`s.
pub fn words(source: &Source, classes: &[Class], content: &Content<'_>, asked: &[String]) -> Written {
    let arguments = classes.iter().flat_map(|class| &class.methods).flat_map(|method| &method.arguments);
    let mut sets: BTreeSet<String> = arguments.filter_map(|argument| argument.value.word().cloned()).collect();
    sets.extend(content::words(content));
    sets.extend(asked.iter().cloned());
    sets.remove("Language");
    // Those of the methods that shares have; a type by hand.
    sets.remove("ShareInterval");
    let mut text =
        format!("\"\"\"Closed sets: the words that arguments take and results hold.\n\n{HEADER}\n\"\"\"\n\n");
    text.push_str("from __future__ import annotations\n\nfrom typing import Literal, TypeAlias\n\n");
    for set in sets {
        let words = source.words(&set).unwrap_or_default();
        let list: Vec<String> = words.iter().map(|(word, _)| format!("\"{word}\"")).collect();
        let docs = source.types.get(&set).map(|definition| definition.docs.replace('\n', " ")).unwrap_or_default();
        text.push_str(&format!("{set}: TypeAlias = Literal[{}]\n", list.join(", ")));
        text.push_str(&format!("\"\"\"{}\"\"\"\n\n", wrapped(&spelt(&docs, &set, Style::Python), 114, "").join("\n")));
    }
    Written { path: format!("{PACKAGE}/_words.py"), text, language: Language::Python }
}

/// The PyO3 half of a room.
///
/// # Errors
/// A class that has no PyO3 half.
pub fn binding(room: &Room<'_>, classes: &[Class], bindings: &Source) -> Outcome<Written> {
    let mut body = String::new();
    for class in &room.classes {
        if class.verbs {
            let methods = class.methods.iter().map(|method| rust_method(class, method));
            let methods = methods.collect::<Vec<_>>().join("\n");
            body.push_str(&format!("#[pymethods]\nimpl {} {{\n{methods}}}\n\n", class.name));
            continue;
        }
        let docs = class.docs.paragraphs.first().map(String::as_str).unwrap_or_default();
        let (name, lines) = (&class.name, wrapped(&spelt(docs, name_of(class), Style::TypeScript), 116, ""));
        lines.iter().for_each(|line| body.push_str(&format!("/// {line}\n")));
        body.push_str("#[pyclass(frozen, eq, module = \"cohesion_core._core\")]\n#[derive(PartialEq)]\n");
        body.push_str(&format!("pub struct {name}(pub cohesion_core::{name});\n\n#[pymethods]\nimpl {name} {{\n"));
        let methods = class.methods.iter().map(|method| rust_method(class, method));
        body.push_str(&methods.collect::<Vec<_>>().join("\n"));
        body.push_str("}\n\n");
    }
    let text = format!("//! {}: what Python calls.\n//!\n//! {HEADER}\n\n", title(room.name));
    let uses = rust_uses(room, classes, bindings, &body)?;
    let path = format!("bindings-python/src/faces/{}.rs", room.name);
    Ok(Written { path, text: text + &uses + "\n" + &body, language: Language::Rust })
}

fn name_of(class: &Class) -> &str {
    &class.name
}

fn title(room: &str) -> String {
    let mut letters = room.chars();
    letters.next().map(|head| head.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
}

/// The `use` lines of what a text names.
fn rust_uses(room: &Room<'_>, classes: &[Class], bindings: &Source, body: &str) -> Outcome<String> {
    let methods = || room.classes.iter().flat_map(|class| &class.methods);
    let mut core: BTreeSet<&str> = BTreeSet::new();
    for method in methods() {
        core.extend(method.arguments.iter().filter_map(|argument| argument.value.word()).map(String::as_str));
        core.extend(method.passed.iter().filter_map(|passed| match passed {
            Passed::Options { name, .. } => Some(name.as_str()),
            _ => None,
        }));
        core.extend(method.rust.split("::").next().filter(|module| module.starts_with(char::is_lowercase)));
    }
    // A word of the options of an estimate is read with them.
    core.retain(|name| body.contains(name));
    let mut text = if core.is_empty() { String::new() } else { format!("use cohesion_core::{{{}}};\n", list(core)) };
    if body.contains("estimate_options(options)") {
        text.insert_str(0, "use cohesion_core::call::estimate_options;\n");
    }
    text.push_str("use pyo3::prelude::*;\n\n");
    let errors = ["detached", "json", "raised"].into_iter().filter(|name| body.contains(&format!("{name}(")));
    let errors: BTreeSet<&str> = errors.collect();
    if !errors.is_empty() {
        text.push_str(&format!("use crate::error::{{{}}};\n", list(errors)));
    }
    for (used, line) in [("Rows", "use crate::table::Rows;\n"), ("seeded(", "use crate::table::seeded;\n")] {
        if body.contains(used) {
            text.push_str(line);
        }
    }
    let objects = methods().flat_map(|method| {
        method.arguments.iter().map(|argument| &argument.value).chain([&method.returns]).filter_map(Value::object)
    });
    let own = room.classes.iter().filter(|class| class.verbs).map(|class| &class.name);
    let objects: BTreeSet<&String> = objects.chain(own).collect();
    for object in objects {
        if room.classes.iter().any(|class| class.name == *object && !class.verbs) {
            continue;
        }
        let module = match classes.iter().find(|class| class.name == *object && !class.verbs) {
            Some(class) => format!("faces::{}", class.room),
            None => bindings.types.get(object).map(|found| found.module.clone()).ok_or_else(|| {
                Failure::new(format!("{object} has no face in Python: declare it, or what takes it by_hand"))
            })?,
        };
        text.push_str(&format!("use crate::{module}::{object};\n"));
    }
    Ok(text)
}

fn list(names: BTreeSet<&str>) -> String {
    names.into_iter().collect::<Vec<_>>().join(", ")
}

fn rust_method(class: &Class, method: &Method) -> String {
    let direct = method.kind == MethodKind::Property;
    let receiver = (method.kind != MethodKind::Constructor).then(|| "&self".to_owned());
    let py = (!direct).then(|| "py: Python<'_>".to_owned());
    let rows = class.over_rows.then(|| "table: Rows<'_>".to_owned());
    let options = method.estimate().map(|_| "options: &str".to_owned());
    let arguments = method.own_arguments().map(|argument| {
        let ty = rust_type(class, argument);
        let ty = if argument.is_optional() { format!("Option<{ty}>") } else { ty };
        format!("{}: {ty}", argument.name)
    });
    let inputs: Vec<String> = receiver.into_iter().chain(py).chain(rows).chain(arguments).chain(options).collect();
    let mut text = String::new();
    if inputs.len() > 8 {
        text.push_str("#[expect(clippy::too_many_arguments, reason = \"one for each keyword of the Python call\")]\n");
    }
    if method.kind == MethodKind::Constructor {
        text.insert_str(0, "#[staticmethod]\n");
    }
    let returns = match &method.returns {
        Value::Object(name) if *name == class.name => "Self".to_owned(),
        Value::Object(name) => name.clone(),
        Value::Chart => "String".to_owned(),
        _ => method.rust_returns.replace("&[String]", "Vec<String>"),
    };
    let returns = if direct { returns } else { format!("PyResult<{returns}>") };
    let body = rust_body(class, method);
    text.push_str(&format!("fn {}({}) -> {returns} {{\n{body}\n}}\n", method.name, inputs.join(", ")));
    text
}

fn rust_type(class: &Class, argument: &Argument) -> String {
    match &argument.value {
        Value::Text | Value::Word(_) => "&str".to_owned(),
        Value::Table => "Rows<'_>".to_owned(),
        Value::Labels | Value::Texts | Value::Names => "Vec<String>".to_owned(),
        Value::Numbers => "Vec<f64>".to_owned(),
        Value::Object(name) if *name == class.name => "&Self".to_owned(),
        Value::Object(name) => format!("&{name}"),
        _ => argument.rust.clone(),
    }
}

fn rust_body(class: &Class, method: &Method) -> String {
    let mut before = String::new();
    let tables = method.arguments.iter().filter(|argument| argument.value == Value::Table);
    for table in tables {
        let name = &table.name;
        let read = if table.is_optional() {
            format!("{name}.as_ref().map(Rows::table).transpose()")
        } else {
            format!("{name}.table()")
        };
        before.push_str(&format!("let {name} = {read}.map_err(|error| raised(py, error))?;\n"));
    }
    let mut inside = String::new();
    let passed: Vec<String> = method.passed.iter().map(|passed| rust_passed(method, passed, &mut inside)).collect();
    let on = if method.passed.iter().any(|passed| matches!(passed, Passed::Object)) {
        method.rust.clone()
    } else if method.kind == MethodKind::Constructor {
        format!("cohesion_core::{}", method.rust)
    } else {
        let name = method.rust.split("::").last().unwrap_or_default();
        format!("{}.{name}", if class.over_rows { "survey" } else { "self.0" })
    };
    let call = format!("{on}({})", passed.join(", "));
    if method.kind == MethodKind::Property {
        return if method.rust_returns == "&[String]" { format!("{call}.to_vec()") } else { call };
    }
    let made = match (&method.returns, method.fallible) {
        (Value::Chart, true) => format!("Ok(json(&{call}?))"),
        (Value::Chart, false) => format!("Ok(json(&{call}))"),
        (_, true) => call,
        (_, false) => format!("Ok({call})"),
    };
    let work = if inside.is_empty() { made } else { format!("{{\n{inside}{made}\n}}") };
    let wrap = match &method.returns {
        Value::Object(name) if *name == class.name => ".map(Self)".to_owned(),
        Value::Object(name) => format!(".map({name})"),
        _ => String::new(),
    };
    let run = if class.over_rows { "self.run(py, &table, |survey|" } else { "detached(py, ||" };
    format!("{before}{run} {work}){wrap}")
}

/// What is handed to a Rust parameter; statements that come before go into `inside`.
fn rust_passed(method: &Method, passed: &Passed, inside: &mut String) -> String {
    match passed {
        Passed::Object => "&self.0".to_owned(),
        Passed::Seeded(times) => format!("seeded({times}, seed)"),
        Passed::Estimate(_) => "estimate_options(options)?".to_owned(),
        Passed::Argument(name) => match method.argument(name).map(|argument| (&argument.value, argument.is_optional()))
        {
            Some((Value::Word(set), _)) => format!("{set}::parse({name})?"),
            Some((Value::Object(_), _)) => format!("&{name}.0"),
            Some((Value::Table | Value::Numbers, _)) => format!("&{name}"),
            Some((Value::Names, _)) => format!("&{name}"),
            _ => name.clone(),
        },
        Passed::Options { name, given, set } => {
            let (may, must): (Vec<&String>, Vec<&String>) =
                set.iter().partition(|setter| method.argument(setter).is_some_and(Argument::is_optional));
            let chain: String = must.iter().map(|setter| format!(".{setter}({setter})")).collect();
            inside.push_str(&format!("let options = {name}::new({}){chain};\n", given.join(", ")));
            for setter in may {
                let by = match method.argument(setter).map(|argument| &argument.value) {
                    Some(Value::Table) => format!("{setter}.iter()"),
                    _ => format!("{setter}.into_iter()"),
                };
                inside.push_str(&format!("let options = {by}.fold(options, {name}::{setter});\n"));
            }
            "options".to_owned()
        }
    }
}

/// The Python half of a room.
///
/// # Errors
/// Documentation that has no short opening sentence.
pub fn face(room: &Room<'_>, declared: &Declared, book: Book<'_>) -> Outcome<Written> {
    let mut body = String::new();
    for class in &room.classes {
        let said = declared.class.get(&class.name).ok_or_else(|| Failure::new(format!("{} is gone", class.name)))?;
        if class.verbs {
            body.push_str(&verbs(book, class)?);
            continue;
        }
        body.push_str(&format!("\n\nclass {0}(Handle[_core.{0}]):\n", class.name));
        body.push_str(&docstring(book, &class.docs, &class.name, "    ", &[])?);
        body.push_str(&format!(
            "\n    __slots__ = ()\n    _class = _core.{}\n    _made_by = \"{}\"\n",
            class.name, said.made_by
        ));
        for method in &class.methods {
            body.push('\n');
            body.push_str(&python_method(book, class, method)?);
        }
        if !said.shown.is_empty() {
            body.push_str(&format!("\n    def _shown(self) -> str:\n        return f\"{}\"\n", said.shown));
        }
    }
    let about =
        &declared.room.get(room.name).ok_or_else(|| Failure::new(format!("room.{} says nothing", room.name)))?;
    let head = format!("\"\"\"{about}\n\n{HEADER}\n\"\"\"\n\nfrom __future__ import annotations\n\n");
    let path = format!("{PACKAGE}/_{}.py", room.name);
    Ok(Written { path, text: head + &python_imports(&body) + &body, language: Language::Python })
}

/// The verbs that a class by hand is built on.
fn verbs(book: Book<'_>, class: &Class) -> Outcome<String> {
    let name = &class.name;
    let mut text =
        format!("\n\nclass {name}Verbs:\n    \"\"\"What `{name}` can be asked.\"\"\"\n\n    __slots__ = ()\n");
    text.push_str(&format!("    _core: core.{name}\n"));
    if class.over_rows {
        text.push_str(
            "\n    def _rows(\n        self, columns: Iterable[str] = (), by: Names | None = None, \
             where: Mapping[str, Values] | None = None\n    ) -> Rows:\n        raise NotImplementedError\n",
        );
    }
    for method in &class.methods {
        text.push('\n');
        text.push_str(&python_method(book, class, method)?);
    }
    Ok(text)
}

/// Where names come from; a file imports those that it uses.
const NAMES: [(&str, &[&str]); 11] = [
    ("collections.abc", &["Iterable", "Mapping", "Sequence"]),
    ("typing", &["Any"]),
    (
        "cohesion_core._arguments",
        &[
            "Names",
            "ShareInterval",
            "Values",
            "each",
            "integer",
            "labels",
            "name",
            "named",
            "names",
            "number",
            "numbers",
            "options",
        ],
    ),
    ("cohesion_core._chart", &["Chart"]),
    ("cohesion_core._frame", &["columns_of"]),
    ("cohesion_core._handle", &["Handle", "core_of"]),
    ("cohesion_core._models", &["Regression", "Test"]),
    ("cohesion_core._network_result", &["NetworkResult"]),
    ("cohesion_core._results", &["Estimates"]),
    ("cohesion_core._types", &["Rows"]),
    ("cohesion_core._words", &["ChiSquareStatistic", "Lost", "QuantileRule", "RankScore", "SymmetryRule", "TotalRule"]),
];

fn python_imports(body: &str) -> String {
    let words: BTreeSet<&str> = body.split(|letter: char| !(letter.is_alphanumeric() || letter == '_')).collect();
    // In a class that has a `_core` of its own the module needs another name.
    let core = if body.contains("_core: core.") { "_core as core" } else { "_core" };
    let mut text = format!("from cohesion_core import {core}\n");
    for (module, names) in NAMES {
        let used: Vec<&str> = names.iter().copied().filter(|name| words.contains(name)).collect();
        if !used.is_empty() {
            text.push_str(&format!("from {module} import {}\n", used.join(", ")));
        }
    }
    text
}

fn python_method(book: Book<'_>, class: &Class, method: &Method) -> Outcome<String> {
    let decorator = match method.kind {
        MethodKind::Constructor => "    @classmethod\n",
        MethodKind::Property => "    @property\n",
        MethodKind::Method => "",
    };
    let receiver = if method.kind == MethodKind::Constructor { "cls" } else { "self" };
    let mut inputs = vec![format!("{receiver},")];
    let mut by_name = false;
    for argument in &method.arguments {
        if !argument.positional && !std::mem::replace(&mut by_name, true) {
            inputs.push("*,".to_owned());
        }
        let ty = match (&argument.value, class.verbs) {
            (Value::Labels, true) => "Values".to_owned(),
            (Value::Numbers, _) => "float | Sequence[float]".to_owned(),
            (value, _) => python_type(value),
        };
        let (ty, default) = match &argument.default {
            None => (ty, String::new()),
            Some(Literal::Nothing) => (format!("{ty} | None"), " = None".to_owned()),
            Some(default) => (ty, format!(" = {}", python_literal(default))),
        };
        let mark = if argument.name == "id" { ",  # noqa: A002 - the word of the data\n" } else { "," };
        inputs.push(format!("{}: {ty}{default}{mark}", argument.name));
    }
    let returns = python_type(&method.returns);
    let docs = docstring(book, &method.docs, &method.rust, "        ", &arguments(&method.arguments, &method.rust))?;
    let body = python_body(class, method);
    Ok(format!(
        "{decorator}    def {}({}) -> {returns}:\n{docs}{body}",
        method.name,
        inputs.join(" ").trim_end_matches(',')
    ))
}

fn python_type(value: &Value) -> String {
    match value {
        Value::Text => "str".to_owned(),
        Value::Number => "float".to_owned(),
        Value::Whole => "int".to_owned(),
        Value::Flag => "bool".to_owned(),
        // The language of a report is often a text from elsewhere.
        Value::Word(name) if name == "Language" => "str".to_owned(),
        Value::Word(name) | Value::Object(name) => name.clone(),
        Value::Table => "Any".to_owned(),
        Value::Labels => "Iterable[object]".to_owned(),
        Value::Names => "Names".to_owned(),
        Value::Domain => "Mapping[str, Values]".to_owned(),
        Value::Texts => "tuple[str, ...]".to_owned(),
        Value::Numbers => "tuple[float, ...]".to_owned(),
        Value::Chart => "Chart".to_owned(),
    }
}

fn python_literal(literal: &Literal) -> String {
    match literal {
        Literal::Nothing => "None".to_owned(),
        Literal::Flag(true) => "True".to_owned(),
        Literal::Flag(false) => "False".to_owned(),
        Literal::Number(text) => text.clone(),
        Literal::Text(text) => format!("\"{text}\""),
    }
}

fn python_body(class: &Class, method: &Method) -> String {
    let mut text = String::new();
    for table in method.arguments.iter().filter(|argument| argument.value == Value::Table) {
        let name = &table.name;
        let named = method.arguments.iter().filter(|argument| argument.column).map(|argument| &argument.name);
        let named: Vec<String> = named.map(|column| format!("{column}={column}")).collect();
        let line = match (table.is_optional(), named.is_empty()) {
            (true, _) => format!("None if {name} is None else columns_of({name}).all()"),
            (false, true) => format!("columns_of({name}).all()"),
            (false, false) => format!("columns_of({name}).pick(named({}))", named.join(", ")),
        };
        text.push_str(&format!("        {name}_rows = {line}\n"));
    }
    let mut passed: Vec<String> = method.own_arguments().map(|argument| python_passed(class, argument)).collect();
    if class.over_rows {
        text.push_str(&format!("        table = {}\n", python_rows(method)));
        passed.insert(0, "table".to_owned());
    }
    if let Some(asked) = method.estimate() {
        passed.push(python_options(asked));
    }
    let on =
        if method.kind == MethodKind::Constructor { format!("_core.{}", class.name) } else { "self._core".to_owned() };
    let call = format!("{on}.{}({})", method.name, passed.join(", "));
    let made = match &method.returns {
        Value::Object(_) if method.kind == MethodKind::Constructor => format!("cls({call})"),
        Value::Object(name) => format!("{name}({call})"),
        Value::Chart => format!("Chart({call})"),
        Value::Texts | Value::Numbers => format!("tuple({call})"),
        _ => call,
    };
    text + &format!("        return {made}\n")
}

/// The rows of a call: the columns that its arguments name.
fn python_rows(method: &Method) -> String {
    let single = method.own_arguments().filter(|argument| argument.column).map(|argument| &argument.name);
    let single: Vec<String> = single.map(|name| format!("{name}={name}")).collect();
    let several = method.own_arguments().filter(|argument| argument.value == Value::Names);
    let several: Vec<String> = several.map(|found| format!("names(\"{0}\", {0})", found.name)).collect();
    let columns = match (single.as_slice(), several.as_slice()) {
        ([], [only]) => only.clone(),
        (single, []) => format!("named({})", single.join(", ")),
        (single, several) => format!("[*named({}), *{}]", single.join(", "), several.join(", *")),
    };
    let has = |name: &str| method.estimate().is_some_and(|asked| asked.iter().any(|option| option == name));
    let by = if has("by") { "by" } else { "None" };
    format!("self._rows({columns}, {by}, {})", if has("where") { "where" } else { "None" })
}

/// The options of an estimate as they cross.
fn python_options(asked: &[String]) -> String {
    let given: Vec<String> = asked.iter().map(|name| format!("{name}={name}")).collect();
    format!("options({})", given.join(", "))
}

/// An argument as it crosses.
fn python_passed(class: &Class, argument: &Argument) -> String {
    let name = &argument.name;
    let checked = match &argument.value {
        Value::Text if argument.column && !class.verbs => return name.clone(),
        Value::Text if argument.column => name.clone(),
        Value::Table => return format!("{name}_rows"),
        Value::Labels if class.verbs => format!("each({name})"),
        Value::Names => format!("names(\"{name}\", {name})"),
        Value::Numbers => format!("numbers(\"{name}\", {name})"),
        Value::Labels => return format!("labels(\"{name}\", {name})"),
        Value::Text => format!("name(\"{name}\", {name})"),
        Value::Number => format!("number(\"{name}\", {name})"),
        Value::Whole => format!("integer(\"{name}\", {name})"),
        Value::Flag => format!("bool({name})"),
        Value::Word(_) => format!("str({name})"),
        Value::Object(class) => format!("core_of(\"{name}\", {name}, {class})"),
        _ => name.clone(),
    };
    if argument.is_optional() { format!("None if {name} is None else {checked}") } else { checked }
}

/// A docstring in Google's style; `sections` stand between what is said and what is raised.
fn docstring(book: Book<'_>, docs: &Docs, of: &str, indent: &str, sections: &[String]) -> Outcome<String> {
    let width = 120 - indent.len();
    let (opening, paragraphs) = docs.opening(of, width - 6, Style::Python)?;
    let mut lines = vec![format!("\"\"\"{opening}")];
    for paragraph in paragraphs {
        lines.push(String::new());
        lines.extend(wrapped(&paragraph, width, ""));
    }
    if !sections.is_empty() {
        lines.push(String::new());
        lines.extend(sections.iter().cloned());
    }
    if let Some(raises) = docs.raises(of, Style::Python) {
        lines.extend([String::new(), "Raises:".to_owned()]);
        let text = format!("CohesionError: {raises}");
        lines.extend(wrapped(&text, width - 4, "    ").into_iter().map(|line| format!("    {line}")));
    }
    if let Some(example) = docs.example.as_ref().and_then(|code| translated(book, code, Style::Python)) {
        lines.extend([String::new(), "Example:".to_owned()]);
        lines.extend(doctest(&example).into_iter().map(|line| format!("    {line}")));
    }
    match lines.as_mut_slice() {
        [only] => only.push_str("\"\"\""),
        _ => lines.push("\"\"\"".to_owned()),
    }
    let lines = lines.into_iter().map(|line| if line.is_empty() { line } else { format!("{indent}{line}") });
    Ok(lines.collect::<Vec<_>>().join("\n") + "\n")
}

/// What is said of each argument.
fn arguments(arguments: &[Argument], of: &str) -> Vec<String> {
    let described = arguments.iter().filter(|argument| !argument.docs.is_empty());
    let described: Vec<(&str, String)> = described
        .map(|argument| {
            let taken =
                if argument.value == Value::Table { " A data frame, a dict of columns or a table." } else { "" };
            (argument.name.as_str(), format!("{}{taken}", argument.docs))
        })
        .collect();
    section("Args", &described.iter().map(|(name, docs)| (*name, docs.as_str())).collect::<Vec<_>>(), of, 8)
}

/// What is said of each field.
fn attributes(fields: &[(&str, &str)], of: &str) -> Vec<String> {
    section("Attributes", fields, of, 4)
}

fn section(heading: &str, entries: &[(&str, &str)], of: &str, indent: usize) -> Vec<String> {
    if entries.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![format!("{heading}:")];
    for (name, docs) in entries {
        let text = format!("{name}: {}", spelt(&docs.replace('\n', " "), of, Style::Python));
        lines.extend(wrapped(&text, 116 - indent, "    ").into_iter().map(|line| format!("    {line}")));
    }
    lines
}

/// An example as people type it, and what comes back.
fn doctest(lines: &[Line]) -> Vec<String> {
    let mut text = vec![">>> import cohesion_core as cc".to_owned()];
    for line in lines {
        match line {
            Line::Bound(name, value) => text.extend(typed(&format!("{name} = {value}"))),
            Line::Equal(value, result) => {
                // The interpreter shows nothing for None, and texts in single quotes.
                let (value, result) = match result.as_str() {
                    "None" => (format!("{value} is None"), "True".to_owned()),
                    result => (value.clone(), result.replace('"', "'")),
                };
                text.extend(typed(&value));
                text.push(result);
            }
        }
    }
    text
}

/// A statement at the prompt; a table that is too long for one line has one column a line.
fn typed(statement: &str) -> Vec<String> {
    if statement.chars().count() <= 100 || !statement.contains("], \"") {
        return vec![format!(">>> {statement}")];
    }
    let parts: Vec<&str> = statement.split_inclusive("], ").collect();
    let mut lines = Vec::new();
    for (place, part) in parts.iter().enumerate() {
        let part = part.trim_end();
        match (place, part.split_once('{')) {
            (0, Some((before, first))) => {
                lines.extend([format!(">>> {before}{{"), format!("...     {first}")]);
            }
            _ if part.ends_with('}') => lines.push(format!("...     {},", part.trim_end_matches('}'))),
            _ => lines.push(format!("...     {part}")),
        }
    }
    lines.push("... }".to_owned());
    lines
}
