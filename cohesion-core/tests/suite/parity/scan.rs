//! Reads the public functions of the three languages from their sources: a plain scan of lines, since every source is
//! formatted by its formatter.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The files of a folder and its folders with that extension.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn text_of(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// The name at the start of a text.
fn name(text: &str) -> String {
    text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
}

/// A name in snake case as JavaScript writes it.
pub fn camel(name: &str) -> String {
    let mut parts = name.split('_');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + &part[..1].to_uppercase() + &part[1..])
}

/// The name of a Rust function in a line such as `pub const fn name(`.
fn rust_function(line: &str) -> Option<String> {
    let rest = line.strip_prefix("pub ")?;
    let rest = rest.strip_prefix("const ").unwrap_or(rest);
    Some(name(rest.strip_prefix("fn ")?))
}

/// The type of a line such as `impl<'t> Survey<'t> {`; nothing for the implementation of a trait.
fn implemented(line: &str) -> Option<String> {
    let rest = line.strip_prefix("impl")?;
    if rest.contains(" for ") {
        return None;
    }
    let rest = match rest.strip_prefix('<') {
        Some(generics) => generics.split_once("> ")?.1,
        None => rest.strip_prefix(' ')?,
    };
    Some(name(rest))
}

/// The names in the `pub use` lines of a source.
fn reexported(text: &str) -> BTreeSet<String> {
    let uses = text.split("pub use ").skip(1).filter_map(|rest| rest.split(';').next());
    uses.flat_map(|list| list.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))).map(str::to_owned).collect()
}

/// Public functions of the crate: `Type::function` for the types that the crate exports, `function` for those at its root,
/// `report::function` and `chart::function`.
pub fn rust(root: &Path) -> BTreeSet<String> {
    rust_examples(root).into_keys().collect()
}

/// Public functions of the crate, and whether the comment above each has an example that the tests run.
pub fn rust_examples(root: &Path) -> BTreeMap<String, bool> {
    let sources = root.join("cohesion-core/src");
    let exported = reexported(&text_of(&sources.join("lib.rs")));
    let reported = reexported(&text_of(&sources.join("report.rs")));
    let mut found = BTreeMap::new();
    for file in files(&sources, "rs") {
        let inner = file.strip_prefix(&sources).unwrap().to_str().unwrap().replace('\\', "/");
        let text = text_of(&file);
        let mut current: Option<String> = None;
        let mut shown = false;
        for line in text.split("#[cfg(test)]\nmod ").next().unwrap().lines() {
            let above = line.trim_start();
            if above.starts_with("///") || above.starts_with("#[") {
                shown |= above == "/// ```";
                continue;
            }
            let example = std::mem::take(&mut shown);
            if line.starts_with("impl") {
                current = implemented(line).filter(|name| exported.contains(name));
            } else if line == "}" {
                current = None;
            } else if let Some(function) = rust_function(line) {
                match inner.as_str() {
                    "report.rs" => found.insert(format!("report::{function}"), example),
                    "chart.rs" => found.insert(format!("chart::{function}"), example),
                    _ if inner.starts_with("report/") && reported.contains(&function) => {
                        found.insert(format!("report::{function}"), example)
                    }
                    _ if exported.contains(&function) => found.insert(function, example),
                    _ => None,
                };
            } else if let (Some(of), Some(function)) = (&current, line.strip_prefix("    ").and_then(rust_function)) {
                found.insert(format!("{of}::{function}"), example);
            }
        }
    }
    found
}

/// A class of the Python package: the names of its bases, and its methods.
type Class = (Vec<String>, Vec<String>);

/// The classes of a Python file, and its functions under the empty name.
fn python_classes(text: &str, classes: &mut BTreeMap<String, Class>) {
    let mut current = None;
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("class ") {
            let words = rest.split(['(', ')', '[', ']', ',', ':']).skip(1).map(str::trim);
            let bases = words.filter(|base| !base.is_empty()).map(str::to_owned).collect();
            classes.insert(name(rest), (bases, Vec::new()));
            current = Some(name(rest));
        } else if let Some(rest) = line.strip_prefix("def ") {
            classes.entry(String::new()).or_default().1.push(name(rest));
            current = None;
        } else if let (Some(class), Some(rest)) = (&current, line.strip_prefix("    def ")) {
            let method = name(rest);
            if !method.starts_with('_') {
                classes.entry(class.clone()).or_default().1.push(method);
            }
        }
    }
}

/// The methods of a class and of its bases.
fn methods(class: &str, classes: &BTreeMap<String, Class>) -> Vec<String> {
    let Some((bases, own)) = classes.get(class) else { return Vec::new() };
    own.iter().cloned().chain(bases.iter().flat_map(|base| methods(base, classes))).collect()
}

/// Public functions of the Python package: `Class.method` (properties and what is inherited as well) and `function`, for
/// the names in `__all__`.
pub fn python(root: &Path) -> BTreeSet<String> {
    let package = root.join("bindings-python/python/cohesion_core");
    let init = text_of(&package.join("__init__.py"));
    let all = init.split("__all__ = [").nth(1).unwrap().split(']').next().unwrap();
    let exported: BTreeSet<&str> = all.split('"').skip(1).step_by(2).collect();
    let mut classes = BTreeMap::new();
    for file in files(&package, "py") {
        python_classes(&text_of(&file), &mut classes);
    }
    // Fields of results follow from the Rust types and have no entry.
    for (_, (_, methods)) in classes.iter_mut().filter(|(class, _)| class.ends_with("Fields")) {
        methods.clear();
    }
    let mut found = BTreeSet::new();
    for name in exported {
        found.extend(methods(name, &classes).into_iter().map(|method| format!("{name}.{method}")));
        if classes[""].1.iter().any(|function| function == name) {
            found.insert(name.to_owned());
        }
    }
    found
}

/// Public functions of the JavaScript package: `Class.method` (getters as well) and `function`, for what `index.ts` exports.
pub fn javascript(root: &Path) -> BTreeSet<String> {
    let sources = root.join("bindings-wasm/js/src");
    let index = text_of(&sources.join("index.ts"));
    let exported: BTreeSet<String> = index
        .split("export {")
        .skip(1)
        .flat_map(|rest| rest.split('}').next().unwrap().split(','))
        .filter(|part| !part.trim().starts_with("type "))
        .map(|part| part.trim().to_owned())
        .collect();
    let mut found = BTreeSet::new();
    let mut classes: BTreeMap<String, Class> = BTreeMap::new();
    for file in files(&sources, "ts") {
        let mut current: Option<String> = None;
        let (mut internal, text) = (false, text_of(&file));
        for line in text.lines() {
            let declared = line.strip_prefix("export ").unwrap_or(line);
            let declared = declared.strip_prefix("abstract ").unwrap_or(declared);
            if let Some(rest) = declared.strip_prefix("class ") {
                let bases = rest.rsplit_once(" extends ").map(|(_, base)| name(base)).into_iter().collect();
                classes.insert(name(rest), (bases, Vec::new()));
                current = Some(name(rest));
            } else if line == "}" {
                current = None;
            } else if let Some(rest) = line.strip_prefix("export function ") {
                if exported.contains(&name(rest)) {
                    found.insert(name(rest));
                }
            } else if let (Some(class), Some(member)) = (&current, line.strip_prefix("  ").and_then(javascript_member))
                && !internal
                && member != "constructor"
            {
                classes.entry(class.clone()).or_default().1.push(member);
            }
            let comment = line.trim_start();
            internal = comment.starts_with("/** @internal") || (internal && comment.starts_with('*'));
        }
    }
    for class in classes.keys().filter(|class| exported.contains(*class)) {
        found.extend(methods(class, &classes).into_iter().map(|member| format!("{class}.{member}")));
    }
    found
}

/// The method or getter that begins in a line of a class.
fn javascript_member(line: &str) -> Option<String> {
    let words = ["static ", "async ", "get "];
    let mut rest = line;
    while let Some(shorter) = words.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    let member = name(rest);
    let starts = member.starts_with(|c: char| c.is_ascii_lowercase());
    let behind = &rest[member.len()..];
    (starts && (behind.starts_with('(') || behind.starts_with('<'))).then_some(member)
}
