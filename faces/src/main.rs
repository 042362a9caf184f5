//! Writes the faces of the core in other languages.
//!
//! `cargo run -p faces` writes; `cargo run -p faces -- --check` fails where what is committed is old; `-- --examples` counts
//! the functions that have an example.
//!
//! **Derived** from the sources of `cohesion-core`: which classes and functions there are, what goes in and what comes
//! out, whether it can fail and with which faults, what each says of itself, which options a call has, what they mean and
//! what holds where they are not given (from the setters and the constructor of the options), the words of closed sets,
//! and the examples.
//!
//! **Declared** in `faces.toml`: what the sources cannot say. Which classes are written; which methods are properties; what
//! plain arguments mean, once for all functions that have them; which arguments name columns of a table, so that only these
//! cross the border; a name that another language knows better; what is written by hand.
//!
//! **By hand** stay frames, columns, errors, plans, and whatever is not regular. Where a type of the core has no face, the
//! tool stops and says so; it does not guess.
//!
//! `source` reads the Rust sources, `declared` reads `faces.toml`, `model` brings them together. A language is one module
//! that writes the model down; its own formatter has the last word about lines.

mod calls;
mod content;
mod declared;
mod docs;
mod examples;
mod model;
mod python;
mod source;
mod stub;
mod typescript;
mod wasm;
mod written;

use std::fmt;
use std::path::Path;
use std::process::ExitCode;

use written::Written;

/// What went wrong, for people.
#[derive(Debug)]
pub struct Failure(String);

/// What a step gives.
pub type Outcome<T> = Result<T, Failure>;

impl Failure {
    /// With that message.
    pub fn new(message: String) -> Self {
        Self(message)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// All files that are written, formatted.
fn faces(root: &Path) -> Outcome<Vec<Written>> {
    let source = source::Source::read(&root.join("cohesion-core/src"))?;
    let mut python = source::Source::read(&root.join("bindings-python/src"))?;
    let mut javascript = source::Source::read(&root.join("bindings-wasm/src"))?;
    let declared = declared::Declared::read(&root.join("faces.toml"))?;
    let classes = model::classes(&source, &declared)?;
    let book = examples::Book { source: &source, classes: &classes };
    let content = content::read(&source, &declared.content)?;
    let mut files = vec![
        python::words(&source, &classes, &content, &declared.words),
        python::content::records(book, &content)?,
        python::content::results(book, &content)?,
        typescript::content(&content),
    ];
    let handles = python::handles::handles(&source, &declared.handles.python)?;
    python.add("faces::handles", &handles.text)?;
    files.push(handles);
    let handles = wasm::handles::handles(&source, &declared.handles.javascript)?;
    javascript.add("faces::handles", &handles.text)?;
    files.push(handles);
    let calls = calls::python(&source, &declared.calls.by_hand);
    python.add("faces::calls", &calls.text)?;
    files.push(calls);
    files.push(calls::wasm(&source));
    for room in model::rooms(&classes) {
        files.push(python::binding(&room, &classes, &python)?);
        files.push(python::face(&room, &declared, book)?);
        files.push(wasm::binding(&room, &javascript)?);
        files.push(typescript::methods::face(&room, &declared, book)?);
    }
    let rooms = |file: &&Written| {
        file.path.starts_with("bindings-python/src")
            && !["handles.rs", "calls.rs"].iter().any(|name| file.path.ends_with(name))
    };
    let bindings = files.iter().filter(rooms);
    let bindings: Vec<&Written> = bindings.collect();
    for file in bindings {
        python.add("faces", &file.text)?;
    }
    files.push(stub::stub(&python)?);
    files.into_iter().map(|file| file.formatted(root)).collect()
}

/// How many functions have an example that the tests of a language run.
#[derive(Debug)]
struct Examples {
    /// Public functions of the core with an example, of how many.
    rust: (usize, usize),
    /// Functions that are written, with an example that could be translated.
    python: usize,
    typescript: usize,
    written: usize,
}

fn examples_of(root: &Path) -> Outcome<Examples> {
    let source = source::Source::read(&root.join("cohesion-core/src"))?;
    let declared = declared::Declared::read(&root.join("faces.toml"))?;
    let classes = model::classes(&source, &declared)?;
    let book = examples::Book { source: &source, classes: &classes };
    let public = |key: &str| {
        let of = key.split("::").next().unwrap_or_default();
        source.exported.contains(of) || ["chart", "report"].contains(&of)
    };
    let functions: Vec<_> = source.functions.iter().filter(|(key, function)| function.public && public(key)).collect();
    let shown = functions.iter().filter(|(_, function)| function.docs.contains("```")).count();
    let written: Vec<_> = classes.iter().flat_map(|class| &class.methods).collect();
    let translated = |style| {
        let example = |method: &&&model::Method| {
            method.docs.example.as_ref().is_some_and(|code| examples::translated(book, code, style).is_some())
        };
        written.iter().filter(example).count()
    };
    Ok(Examples {
        rust: (shown, functions.len()),
        python: translated(docs::Style::Python),
        typescript: translated(docs::Style::TypeScript),
        written: written.len(),
    })
}

fn run(check: bool) -> Outcome<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut old = Vec::new();
    for file in faces(&root)? {
        let path = root.join(&file.path);
        if std::fs::read_to_string(&path).is_ok_and(|found| found == file.text) {
            continue;
        }
        if check {
            old.push(file.path);
        } else {
            std::fs::write(&path, &file.text).map_err(|error| Failure::new(format!("{}: {error}", path.display())))?;
            println!("wrote {}", file.path);
        }
    }
    if old.is_empty() { Ok(()) } else { Err(Failure::new(format!("{} old: run `cargo run -p faces`", old.join(", ")))) }
}

fn main() -> ExitCode {
    if std::env::args().any(|argument| argument == "--examples") {
        return match examples_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..")) {
            Ok(Examples { rust: (shown, all), python, typescript, written }) => {
                println!(
                    "Rust: {shown} of {all} public functions; Python: {python}, JavaScript: {typescript} of {written} written"
                );
                ExitCode::SUCCESS
            }
            Err(failure) => {
                eprintln!("faces: {failure}");
                ExitCode::FAILURE
            }
        };
    }
    let check = std::env::args().any(|argument| argument == "--check");
    match run(check) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("faces: {failure}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    /// The floors are raised with every room whose functions get examples.
    #[test]
    fn functions_have_examples() {
        let found = examples_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap();
        assert!(found.rust.0 * 100 >= found.rust.1 * 97, "{found:?}");
        assert!(found.python * 10 >= found.written * 8, "{found:?}");
        assert!(found.typescript * 10 >= found.written * 8, "{found:?}");
    }
}
