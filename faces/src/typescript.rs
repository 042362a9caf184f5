//! The JavaScript face: the types of what results hold, and the methods that people call.

use crate::content::{Content, Form, Kind};
use crate::docs::{Docs, Style, spelt, wrapped};
use crate::examples::{Book, Line, translated};
use crate::written::{HEADER, Language, Written};

pub mod methods;

/// The types of results and documents.
pub fn content(content: &Content<'_>) -> Written {
    let mut text = format!("// {HEADER}\n\nimport type {{ Text }} from \"./generated/plan.js\";\n");
    for (rust, shaped) in &content.types {
        let name = content.name(rust);
        let Some(body) = body(content, name, &shaped.form) else { continue };
        text.push_str(&format!("\n{}export {body}\n", documented(&shaped.docs, rust, "")));
    }
    Written { path: "bindings-wasm/js/src/content.ts".to_owned(), text, language: Language::TypeScript }
}

fn body(content: &Content<'_>, name: &str, form: &Form) -> Option<String> {
    Some(match form {
        Form::Record(fields) => {
            let mut text = format!("interface {name} {{\n");
            for field in fields {
                let mark = if field.left_out { "?" } else { "" };
                let kind = match &field.kind {
                    // What is left out is never null.
                    Kind::Maybe(inner) if field.left_out => inner,
                    kind => kind,
                };
                text.push_str(&documented(&field.docs, name, "  "));
                text.push_str(&format!("  readonly {}{mark}: {};\n", field.name, of(content, kind)));
            }
            text + "}"
        }
        Form::Words(words) => {
            let words: Vec<String> = words.iter().map(|(word, _)| format!("\"{word}\"")).collect();
            format!("type {name} = {};", words.join(" | "))
        }
        // A name for a plain text tells readers nothing.
        Form::Same(Kind::Text) => return None,
        Form::Same(kind) => format!("type {name} = {};", of(content, kind)),
        Form::Union(kinds) => {
            let kinds: Vec<String> = kinds.iter().map(|kind| of(content, kind)).collect();
            let mut once = kinds.clone();
            once.dedup();
            format!("type {name} = {};", once.join(" | "))
        }
    })
}

/// A kind as TypeScript writes it.
fn of(content: &Content<'_>, kind: &Kind) -> String {
    match kind {
        Kind::Text => "string".to_owned(),
        Kind::Word(word) => format!("\"{word}\""),
        Kind::Number | Kind::Whole => "number".to_owned(),
        Kind::Flag => "boolean".to_owned(),
        Kind::Anything => "unknown".to_owned(),
        Kind::Maybe(inner) => format!("{} | null", of(content, inner)),
        Kind::List(inner) => match of(content, inner) {
            inside if inside.contains(' ') => format!("readonly ({inside})[]"),
            inside => format!("readonly {inside}[]"),
        },
        Kind::Map(inner) => format!("{{ readonly [name: string]: {} }}", of(content, inner)),
        Kind::Tuple(kinds) => {
            let kinds: Vec<String> = kinds.iter().map(|kind| of(content, kind)).collect();
            format!("readonly [{}]", kinds.join(", "))
        }
        Kind::Named(name) => match content.types.get(name).map(|shaped| &shaped.form) {
            Some(Form::Same(Kind::Text)) => "string".to_owned(),
            _ => content.name(name).to_owned(),
        },
    }
}

/// A documentation comment.
fn documented(docs: &str, of: &str, indent: &str) -> String {
    let paragraphs: Vec<String> =
        docs.split("\n\n").map(|text| spelt(&text.replace('\n', " "), of, Style::TypeScript)).collect();
    comment(&paragraphs, indent)
}

/// Paragraphs as a comment, on one line where they fit.
fn comment(paragraphs: &[String], indent: &str) -> String {
    match paragraphs {
        [only] if only.is_empty() => String::new(),
        [only] if only.chars().count() + indent.len() + 7 <= 120 => format!("{indent}/** {only} */\n"),
        _ => {
            let lines = paragraphs.iter().map(|paragraph| wrapped(paragraph, 117 - indent.len(), ""));
            let lines: Vec<String> = lines.collect::<Vec<_>>().join(&String::new());
            let lines = lines.iter().map(|line| format!("{indent} * {line}").trim_end().to_owned() + "\n");
            format!("{indent}/**\n{}{indent} */\n", lines.collect::<String>())
        }
    }
}

/// An example of a documentation in JavaScript.
pub fn example(book: Book<'_>, docs: &Docs) -> Option<Vec<Line>> {
    docs.example.as_ref().and_then(|code| translated(book, code, Style::TypeScript))
}
