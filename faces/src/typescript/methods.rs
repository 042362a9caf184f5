//! The methods that people call in JavaScript, with their options.

use std::collections::BTreeMap;

use super::{comment, example};
use crate::declared::{self, Declared};
use crate::docs::{Docs, Style, spelt, wrapped};
use crate::examples::{Book, Line};
use crate::model::{Argument, Class, Literal, Method, MethodKind, Room, Value};
use crate::source::{Source, camel, pascal};
use crate::written::{HEADER, Language, Written};
use crate::{Failure, Outcome};

/// The JavaScript half of a room.
///
/// # Errors
/// Documentation that is missing, options of one name that differ.
pub fn face(room: &Room<'_>, declared: &Declared, book: Book<'_>) -> Outcome<Written> {
    let mut classes = String::new();
    for class in &room.classes {
        let said = declared.class.get(&class.name).ok_or_else(|| Failure::new(format!("{} is gone", class.name)))?;
        classes.push_str(&of_class(book, class, said)?);
    }
    let body = interfaces(room, declared, book.source)? + &classes;
    let path = format!("bindings-wasm/js/src/{}.ts", room.name);
    let text = format!("// {HEADER}\n\n{}{body}", imports(&body));
    Ok(Written { path, text, language: Language::TypeScript })
}

/// Where names come from; a file imports those that it uses.
const NAMES: [(&str, &[&str], &[&str]); 13] = [
    ("arguments", &["given", "handleOf", "named", "names", "numbers"], &[]),
    ("core", &["guarded", "Held", "made"], &[]),
    ("estimates", &["Estimates", "optionsJson"], &["Label"]),
    ("models", &["Regression"], &[]),
    ("network-results", &["NetworkResult"], &[]),
    ("options", &[], &["ShareInterval"]),
    ("results", &[], &["ChartSpec"]),
    ("summary", &["Summary"], &[]),
    ("survey", &["Survey"], &[]),
    ("table", &["Table"], &["TableInput"]),
    ("test-result", &["Test"], &[]),
    ("text", &[], &["Language"]),
    ("weights", &["Calibration", "ResponseAdjustment", "ResponseRates"], &[]),
];

fn imports(body: &str) -> String {
    let code: String =
        body.lines().filter(|line| !line.trim_start().starts_with(['*', '/'])).collect::<Vec<_>>().join("\n");
    // What the wasm module has of a name is another thing.
    let own = code.replace("core.", "core_");
    let words: Vec<&str> = own.split(|letter: char| !(letter.is_alphanumeric() || letter == '_')).collect();
    let constructed = |name: &str| code.contains(&format!("core.{name}.")) || code.contains(&format!("core.{name},"));
    let classes = ["Network", "TwoMode"];
    let core = if classes.iter().any(|name| constructed(name)) { "import" } else { "import type" };
    let mut text = format!("{core} * as core from \"../pkg/core.js\";\n");
    for (module, values, types) in NAMES {
        let used = |name: &&&str| words.contains(*name) && !code.contains(&format!("class {name} "));
        let values = values.iter().filter(used).map(|name| (name.to_lowercase(), (*name).to_owned()));
        let types = types.iter().filter(used).map(|name| (name.to_lowercase(), format!("type {name}")));
        let names: BTreeMap<String, String> = values.chain(types).collect();
        let names: Vec<String> = names.into_values().collect();
        if !names.is_empty() && names.iter().all(|name| name.starts_with("type ")) {
            let names = names.join(", ").replace("type ", "");
            text.push_str(&format!("import type {{ {names} }} from \"./{module}.js\";\n"));
        } else if !names.is_empty() {
            text.push_str(&format!("import {{ {} }} from \"./{module}.js\";\n", names.join(", ")));
        }
    }
    text
}

/// What a call may ask, by the name of its interface.
fn interfaces(room: &Room<'_>, declared: &Declared, source: &Source) -> Outcome<String> {
    let mut found: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
    for class in &room.classes {
        let said = declared.class.get(&class.name);
        for method in class.methods.iter().filter(|method| asks(method)) {
            let said = said.and_then(|said| said.function.get(&method.name));
            let name = options_name(method, said);
            let fields: String = asked(method).map(|argument| field(class, argument, &method.rust, source)).collect();
            let of = format!("`{}.{}`", class.name, camel(&method.name));
            match found.get_mut(&name) {
                Some((known, _)) if *known != fields => {
                    return Err(Failure::new(format!("{name} of {of} are other options than those before: name them")));
                }
                Some((_, methods)) => methods.push(of),
                None => drop(found.insert(name, (fields, vec![of]))),
            }
        }
    }
    let mut text = String::new();
    for (name, (fields, methods)) in found {
        let about = match methods.as_slice() {
            [only] => format!("Options of {only}."),
            [one, other] => format!("Options of {one} and {other}."),
            _ => "What an estimate may ask besides its columns.".to_owned(),
        };
        text.push_str(&format!("\n/** {about} */\nexport interface {name} {{\n{fields}}}\n"));
    }
    Ok(text)
}

/// What stands in the object of options.
fn asked(method: &Method) -> impl Iterator<Item = &Argument> {
    method.arguments.iter().filter(|argument| !argument.leads())
}

fn asks(method: &Method) -> bool {
    asked(method).next().is_some()
}

/// `EstimateOptions` where a call asks what every estimate does, else the method's own.
fn options_name(method: &Method, said: Option<&declared::Function>) -> String {
    if let Some(name) = said.and_then(|said| said.asked.clone()) {
        return name;
    }
    let names: Vec<&str> = asked(method).map(|argument| argument.name.as_str()).collect();
    let plain = method.estimate().is_some() && names == ["by", "where", "level"];
    if plain { "EstimateOptions".to_owned() } else { pascal(&method.name) + "Options" }
}

fn field(class: &Class, argument: &Argument, of: &str, source: &Source) -> String {
    let mut docs = spelt(&argument.docs.replace('\n', " "), of, Style::TypeScript);
    let default = match &argument.default {
        _ if docs.contains("unless given") => None,
        Some(Literal::Number(text)) => Some(format!("{} unless given.", text.trim_end_matches(".0").replace('_', ","))),
        Some(Literal::Text(text)) => Some(format!("`\"{text}\"` unless given.")),
        Some(Literal::Flag(flag)) => Some(format!("`{flag}` unless given.")),
        Some(Literal::Nothing) | None => None,
    };
    if let Some(default) = default {
        docs = format!("{docs} {default}").trim().to_owned();
    }
    let mark = if argument.default.is_some() { "?" } else { "" };
    let comment = comment(&[docs], "  ");
    format!("{comment}  readonly {}{mark}: {};\n", argument.name, type_of(class, argument, source))
}

/// The type of an argument.
fn type_of(class: &Class, argument: &Argument, source: &Source) -> String {
    match &argument.value {
        Value::Text => "string".to_owned(),
        Value::Number | Value::Whole => "number".to_owned(),
        Value::Flag => "boolean".to_owned(),
        Value::Table => "TableInput".to_owned(),
        Value::Labels if class.verbs => "Label | readonly Label[]".to_owned(),
        Value::Labels => "readonly Label[]".to_owned(),
        Value::Texts => "readonly string[]".to_owned(),
        Value::Names if argument.leads() => "readonly string[]".to_owned(),
        Value::Names => "string | readonly string[]".to_owned(),
        Value::Numbers => "number | readonly number[]".to_owned(),
        Value::Domain => "{ readonly [column: string]: Label | readonly Label[] }".to_owned(),
        Value::Object(name) => name.clone(),
        Value::Chart => "ChartSpec".to_owned(),
        Value::Word(set) if ["Language", "ShareInterval"].contains(&set.as_str()) => set.clone(),
        Value::Word(set) => {
            let words = source.words(set).unwrap_or_default();
            words.iter().map(|(word, _)| format!("\"{word}\"")).collect::<Vec<_>>().join(" | ")
        }
    }
}

fn of_class(book: Book<'_>, class: &Class, said: &declared::Class) -> Outcome<String> {
    let name = &class.name;
    let mut text = if class.verbs {
        format!("\n/** What a {} can be asked. */\n", name.to_lowercase())
            + &format!("export class {name}Verbs extends Held<core.{name}> {{\n")
    } else {
        let docs = documentation(book, &class.docs, name, "", &[]);
        let made_by: Vec<String> = said.made_by.split(' ').map(camel).collect();
        let made_by = made_by.join(" ");
        format!("\n{docs}export class {name} extends Held<core.{name}> {{\n")
            + &format!("  /** @internal Made by {made_by}. */\n  constructor(handle: core.{name}) {{\n")
            + &format!("super(made(handle, core.{name}, \"a {name} is made by {made_by}\"));\n}}\n\n")
    };
    let methods: Vec<String> =
        class.methods.iter().map(|found| method(book, class, found, said.function.get(&found.name))).collect();
    text.push_str(&methods.join("\n"));
    Ok(text + "}\n")
}

fn method(book: Book<'_>, class: &Class, method: &Method, said: Option<&declared::Function>) -> String {
    let leading = || method.arguments.iter().filter(|argument| argument.leads());
    let mut inputs: Vec<String> = leading()
        .map(|argument| format!("{}: {}", camel(&argument.name), type_of(class, argument, book.source)))
        .collect();
    if asks(method) {
        let mark = if asked(method).any(|argument| argument.default.is_none()) { "" } else { "?" };
        inputs.push(format!("options{mark}: {}", options_name(method, said)));
    }
    let returns = match &method.returns {
        Value::Numbers => "Float64Array".to_owned(),
        Value::Texts => "readonly string[]".to_owned(),
        Value::Object(name) => name.clone(),
        Value::Text => "string".to_owned(),
        Value::Flag => "boolean".to_owned(),
        Value::Chart => "ChartSpec".to_owned(),
        _ => "number".to_owned(),
    };
    let kind = match method.kind {
        MethodKind::Constructor => "static ",
        MethodKind::Property => "get ",
        MethodKind::Method => "",
    };
    let name = camel(&method.name);
    let parameters: Vec<String> = leading()
        .filter(|argument| !argument.docs.is_empty())
        .map(|argument| {
            let docs = spelt(&argument.docs.replace('\n', " "), &method.rust, Style::TypeScript);
            format!("@param {} {docs}", camel(&argument.name))
        })
        .collect();
    let docs = documentation(book, &method.docs, &method.rust, "  ", &parameters);
    let body = body(class, method);
    format!("{docs}  {kind}{name}({}): {returns} {{\n{body}\n  }}\n", inputs.join(", "))
}

/// The call of the core.
fn body(class: &Class, method: &Method) -> String {
    let on =
        if method.kind == MethodKind::Constructor { format!("core.{}", class.name) } else { "this.handle".to_owned() };
    let name = camel(&method.name);
    if method.kind == MethodKind::Property {
        return format!("return guarded(() => {on}.{name});");
    }
    // Tables do not fit into JSON: they cross beside the other options.
    let tables: Vec<&str> = asked(method)
        .filter(|argument| argument.value == Value::Table)
        .map(|argument| argument.name.as_str())
        .collect();
    let (before, options) = if tables.is_empty() {
        (String::new(), "options")
    } else {
        (format!("const {{ {}, ...rest }} = given(options);\n", tables.join(", ")), "rest")
    };
    let mut passed: Vec<String> =
        method.arguments.iter().filter(|argument| argument.crosses_alone()).map(across).collect();
    if method.has_options() {
        passed.push(format!("optionsJson({options})"));
    }
    let call = format!("guarded(() => {on}.{name}({}))", passed.join(", "));
    let made = match &method.returns {
        Value::Object(name) => format!("new {name}({call})"),
        Value::Chart => format!("JSON.parse({call})"),
        _ => call,
    };
    format!("{before}return {made};")
}

/// An argument as it crosses by itself.
fn across(argument: &Argument) -> String {
    let name = camel(&argument.name);
    match &argument.value {
        Value::Table if argument.is_optional() => format!("Table.copied({name})"),
        Value::Table => format!("Table.of({name}).handle"),
        Value::Names | Value::Texts => format!("names(\"{name}\", {name})"),
        Value::Numbers => format!("numbers(\"{name}\", {name})"),
        Value::Object(class) => format!("handleOf(\"{name}\", {name}, {class})"),
        Value::Text => format!("named(\"{name}\", {name})"),
        _ => format!("String({name})"),
    }
}

/// A TSDoc comment: what it says, its arguments, when it throws, its example.
fn documentation(book: Book<'_>, docs: &Docs, of: &str, indent: &str, parameters: &[String]) -> String {
    let mut blocks: Vec<String> = docs.paragraphs.iter().map(|text| spelt(text, of, Style::TypeScript)).collect();
    let mut tags = parameters.to_vec();
    if let Some(raises) = docs.raises(of, Style::TypeScript) {
        tags.push(format!("@throws {{CohesionError}} {raises}"));
    }
    let shown = example(book, docs).map(|lines| shown(&lines)).unwrap_or_default();
    if tags.is_empty() && shown.is_empty() {
        return comment(&blocks, indent);
    }
    let width = 117 - indent.len();
    let mut lines: Vec<String> = Vec::new();
    for block in blocks.drain(..) {
        lines.extend(wrapped(&block, width, ""));
        lines.push(String::new());
    }
    for tag in tags {
        lines.extend(wrapped(&tag, width, ""));
    }
    if !shown.is_empty() {
        lines.extend(["@example".to_owned(), "```ts".to_owned()]);
        lines.extend(shown);
        lines.push("```".to_owned());
    }
    let lines: String = lines.iter().map(|line| format!("{indent} * {line}").trim_end().to_owned() + "\n").collect();
    format!("{indent}/**\n{lines}{indent} */\n")
}

/// An example as people write it, with what comes back behind a value.
fn shown(lines: &[Line]) -> Vec<String> {
    let mut text = Vec::new();
    for line in lines {
        match line {
            Line::Bound(name, value) => text.extend(columns(&format!("const {name} = {value};"))),
            Line::Equal(value, result) => text.push(format!("{value}; // {result}")),
        }
    }
    text
}

/// A statement; a table that is too long for one line has one column a line.
fn columns(statement: &str) -> Vec<String> {
    let parts: Vec<&str> = statement.split_inclusive("], ").map(str::trim_end).collect();
    let (Some((first, rest)), true) = (parts.split_first(), statement.chars().count() > 110) else {
        return vec![statement.to_owned()];
    };
    let mut lines = vec![(*first).to_owned()];
    lines.extend(rest.iter().map(|part| format!("  {part}")));
    lines
}
