//! The wasm-bindgen methods: what the JavaScript face calls. Options cross as one JSON text.

use std::collections::BTreeSet;

use crate::docs::{Style, spelt, wrapped};
use crate::model::{Argument, Class, Literal, Method, MethodKind, Passed, Room, Value};
use crate::source::{Source, camel};
use crate::written::{HEADER, Language, Written};
use crate::{Failure, Outcome};

pub mod handles;

/// The wasm-bindgen half of a room.
///
/// # Errors
/// An option that has no way across, a class that has no wasm-bindgen half.
pub fn binding(room: &Room<'_>, bindings: &Source) -> Outcome<Written> {
    let mut body = String::new();
    for class in &room.classes {
        let name = &class.name;
        if !class.verbs {
            let docs = class.docs.paragraphs.first().map(String::as_str).unwrap_or_default();
            let lines = wrapped(&spelt(docs, name, Style::TypeScript), 116, "");
            lines.iter().for_each(|line| body.push_str(&format!("/// {line}\n")));
            body.push_str("#[wasm_bindgen]\n#[derive(Debug)]\n");
            body.push_str(&format!("pub struct {name}(pub(crate) cohesion_core::{name});\n\n"));
        }
        let methods: Vec<String> = class.methods.iter().map(|found| method(class, found)).collect::<Outcome<_>>()?;
        body.push_str(&format!("#[wasm_bindgen]\nimpl {name} {{\n{}}}\n\n", methods.join("\n")));
    }
    let about = format!("//! {}: what the JavaScript face calls.\n//!\n//! {HEADER}\n\n", title(room.name));
    let text = about + &uses(room, bindings, &body)? + "\n" + &body;
    Ok(Written { path: format!("bindings-wasm/src/faces/{}.rs", room.name), text, language: Language::Rust })
}

fn title(room: &str) -> String {
    let mut letters = room.chars();
    letters.next().map(|head| head.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
}

/// The `use` lines of what a text names.
fn uses(room: &Room<'_>, bindings: &Source, body: &str) -> Outcome<String> {
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
    let called = |name: &&str| body.contains(&format!("{name}::"));
    let core: Vec<&str> = core.into_iter().filter(called).collect();
    let mut text =
        if core.is_empty() { String::new() } else { format!("use cohesion_core::{{{}}};\n", core.join(", ")) };
    if body.contains("Options::parse") {
        text.insert_str(0, "use cohesion_core::call::Options;\n");
    }
    text.push_str("use wasm_bindgen::prelude::wasm_bindgen;\n\nuse crate::fault::Result;\n");
    if body.contains("Table") {
        text.push_str("use crate::table::Table;\n");
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
        let found = bindings.types.get(object).ok_or_else(|| {
            Failure::new(format!("{object} has no face in JavaScript: declare it, or what takes it by_hand"))
        })?;
        text.push_str(&format!("use crate::{}::{object};\n", found.module));
    }
    Ok(text)
}

fn method(class: &Class, method: &Method) -> Outcome<String> {
    let mut text = String::new();
    let name = camel(&method.name);
    match (method.kind, name == method.name) {
        (MethodKind::Property, true) => text.push_str("#[wasm_bindgen(getter)]\n"),
        (MethodKind::Property, false) => text.push_str(&format!("#[wasm_bindgen(getter, js_name = {name})]\n")),
        (_, true) => {}
        (_, false) => text.push_str(&format!("#[wasm_bindgen(js_name = {name})]\n")),
    }
    let receiver = (method.kind != MethodKind::Constructor).then(|| "&self".to_owned());
    let across = method.arguments.iter().filter(|argument| argument.crosses_alone());
    let across = across.map(|argument| format!("{}: {}", argument.name, rust_type(class, argument)));
    let options = method.has_options().then(|| "options: &str".to_owned());
    let inputs: Vec<String> = receiver.into_iter().chain(across).chain(options).collect();
    let returns = match &method.returns {
        Value::Object(name) if *name == class.name => "Self",
        Value::Object(name) => name,
        Value::Chart => "String",
        Value::Texts => "Vec<String>",
        _ => &method.rust_returns,
    };
    let (read, call) = body(class, method)?;
    let fallible = method.fallible || method.has_options() || class.over_rows || call.contains('?');
    if fallible {
        text.insert_str(0, "/// # Errors\n/// As the core.\n");
        text.push_str(&format!("pub fn {}({}) -> Result<{returns}> {{\n", method.name, inputs.join(", ")));
        text.push_str(&format!("{read}Ok({call})\n}}\n"));
    } else {
        text.push_str(&format!("pub fn {}({}) -> {returns} {{\n{read}{call}\n}}\n", method.name, inputs.join(", ")));
    }
    let opening = method.docs.opening(&method.rust, 112, Style::TypeScript)?.0;
    Ok(format!("/// {opening}\n{}{text}", if fallible { "///\n" } else { "" }))
}

/// The type of what crosses by itself.
fn rust_type(class: &Class, argument: &Argument) -> String {
    match &argument.value {
        Value::Table if argument.is_optional() => "Option<Table>".to_owned(),
        Value::Table => "&Table".to_owned(),
        Value::Names | Value::Texts => "Vec<String>".to_owned(),
        Value::Numbers => "&[f64]".to_owned(),
        Value::Object(name) if *name == class.name => "&Self".to_owned(),
        Value::Object(name) => format!("&{name}"),
        _ => "&str".to_owned(),
    }
}

/// Statements that read the options, and the call.
fn body(class: &Class, method: &Method) -> Outcome<(String, String)> {
    let mut read = String::new();
    if method.has_options() {
        let names: Vec<String> = method.options().map(|option| format!("\"{}\"", option.name)).collect();
        read.push_str(&format!("let mut options = Options::parse(options, &[{}])?;\n", names.join(", ")));
    }
    let passed: Vec<String> =
        method.passed.iter().map(|passed| pass(method, passed, &mut read)).collect::<Outcome<_>>()?;
    let on = if method.passed.iter().any(|passed| matches!(passed, Passed::Object)) {
        method.rust.clone()
    } else if method.kind == MethodKind::Constructor {
        format!("cohesion_core::{}", method.rust)
    } else {
        let name = method.rust.split("::").last().unwrap_or_default();
        format!("{}.{name}", if class.over_rows { "self.core()?" } else { "self.0" })
    };
    let call = format!("{on}({}){}", passed.join(", "), if method.fallible { "?" } else { "" });
    let call = match &method.returns {
        Value::Object(name) if *name == class.name => format!("Self({call})"),
        Value::Object(name) => format!("{name}({call})"),
        Value::Chart => format!("{call}.to_string()"),
        Value::Texts if method.rust_returns == "&[String]" => format!("{call}.to_vec()"),
        Value::Texts => format!("{call}.into_iter().map(str::to_owned).collect()"),
        _ => call,
    };
    Ok((read, call))
}

/// What is handed to a Rust parameter; the statements that read it go into `read`.
fn pass(method: &Method, passed: &Passed, read: &mut String) -> Outcome<String> {
    Ok(match passed {
        Passed::Object => "&self.0".to_owned(),
        Passed::Estimate(_) => "options.estimate()?".to_owned(),
        Passed::Seeded(times) => format!("options.seeded(\"{times}\")?"),
        Passed::Argument(name) => match method.argument(name) {
            Some(argument) if argument.crosses_alone() => match &argument.value {
                Value::Word(set) => format!("{set}::parse({name})?"),
                Value::Object(_) | Value::Table => format!("&{name}.0"),
                Value::Names | Value::Texts => format!("&{name}"),
                _ => name.clone(),
            },
            Some(argument) => option(argument, read)?,
            None => return Err(Failure::new(format!("there is no argument {name}"))),
        },
        Passed::Options { name, given, set } => {
            let needed: Vec<String> = given.iter().map(|name| format!("options.needed(\"{name}\")?")).collect();
            read.push_str(&format!("let mut asked = {name}::new({});\n", needed.join(", ")));
            for setter in set {
                let value = method.argument(setter).map(|argument| &argument.value);
                let given = match value {
                    Some(Value::Table) => {
                        let line =
                            format!("if let Some({setter}) = &{setter} {{\nasked = asked.{setter}(&{setter}.0);\n}}\n");
                        read.push_str(&line);
                        continue;
                    }
                    Some(Value::Flag) => {
                        read.push_str(&format!("asked = asked.{setter}(options.flag(\"{setter}\")?);\n"));
                        continue;
                    }
                    Some(Value::Text) => "text",
                    Some(Value::Number) => "number",
                    Some(Value::Labels) => "given_labels",
                    _ => return Err(Failure::new(format!("{name}::{setter} has no way from JavaScript"))),
                };
                let reading = format!("options.{given}(\"{setter}\")?");
                read.push_str(&format!(
                    "if let Some({setter}) = {reading} {{\nasked = asked.{setter}({setter});\n}}\n"
                ));
            }
            "asked".to_owned()
        }
    })
}

/// A parameter that is read from the options.
fn option(argument: &Argument, read: &mut String) -> Outcome<String> {
    let name = &argument.name;
    let default = match &argument.default {
        Some(Literal::Number(text)) => Some(text.clone()),
        Some(Literal::Text(text)) => Some(format!("\"{text}\"")),
        _ => None,
    };
    let (value, passed) = match (&argument.value, default) {
        (Value::Text, _) if argument.is_optional() => {
            (format!("options.text(\"{name}\")?"), format!("{name}.as_deref()"))
        }
        (Value::Text, None) => (format!("options.needed(\"{name}\")?"), format!("&{name}")),
        (Value::Labels, _) => (format!("options.labels(\"{name}\")?"), name.clone()),
        (Value::Word(set), Some(default)) => {
            (format!("{set}::parse(options.text(\"{name}\")?.as_deref().unwrap_or({default}))?"), name.clone())
        }
        (Value::Number, Some(default)) => (format!("options.number(\"{name}\")?.unwrap_or({default})"), name.clone()),
        (Value::Whole, Some(default)) => (format!("options.whole(\"{name}\")?.unwrap_or({default})"), name.clone()),
        (Value::Whole, None) => (format!("options.needed_whole(\"{name}\")?"), name.clone()),
        _ => return Err(Failure::new(format!("the option {name} has no way from JavaScript"))),
    };
    let value = match (&argument.value, argument.rust.as_str()) {
        // What does not fit is out of range there.
        (Value::Whole, "usize") => format!("usize::try_from({value}).unwrap_or(usize::MAX)"),
        _ => value,
    };
    read.push_str(&format!("let {name} = {value};\n"));
    Ok(passed)
}
