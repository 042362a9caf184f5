//! Reads the public functions of the three languages from their sources: a plain scan of lines, since every source is
//! formatted by its formatter.

use std::collections::BTreeSet;
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
    let sources = root.join("cohesion-core/src");
    let exported = reexported(&text_of(&sources.join("lib.rs")));
    let reported = reexported(&text_of(&sources.join("report.rs")));
    let mut found = BTreeSet::new();
    for file in files(&sources, "rs") {
        let inner = file.strip_prefix(&sources).unwrap().to_str().unwrap().replace('\\', "/");
        let text = text_of(&file);
        let mut current: Option<String> = None;
        for line in text.split("#[cfg(test)]").next().unwrap().lines() {
            if line.starts_with("impl") {
                current = implemented(line).filter(|name| exported.contains(name));
            } else if line == "}" {
                current = None;
            } else if let Some(function) = rust_function(line) {
                match inner.as_str() {
                    "report.rs" => found.insert(format!("report::{function}")),
                    "chart.rs" => found.insert(format!("chart::{function}")),
                    _ if inner.starts_with("report/") && reported.contains(&function) => {
                        found.insert(format!("report::{function}"))
                    }
                    _ if exported.contains(&function) => found.insert(function),
                    _ => false,
                };
            } else if let (Some(of), Some(function)) = (&current, line.strip_prefix("    ").and_then(rust_function)) {
                found.insert(format!("{of}::{function}"));
            }
        }
    }
    found
}

/// Public functions of the Python package: `Class.method` (properties as well) and `function`, for the names in `__all__`.
pub fn python(root: &Path) -> BTreeSet<String> {
    let package = root.join("bindings-python/python/cohesion_core");
    let init = text_of(&package.join("__init__.py"));
    let all = init.split("__all__ = [").nth(1).unwrap().split(']').next().unwrap();
    let exported: BTreeSet<&str> = all.split('"').skip(1).step_by(2).collect();
    let mut found = BTreeSet::new();
    let mut shared: Vec<String> = Vec::new();
    let mut heirs: Vec<String> = Vec::new();
    for file in files(&package, "py") {
        let mut current: Option<String> = None;
        for line in text_of(&file).lines() {
            if let Some(rest) = line.strip_prefix("class ") {
                let class = name(rest);
                if rest.contains("(Result[") && exported.contains(class.as_str()) {
                    heirs.push(class.clone());
                }
                current = Some(class);
            } else if let Some(rest) = line.strip_prefix("def ") {
                current = None;
                if exported.contains(name(rest).as_str()) {
                    found.insert(name(rest));
                }
            } else if let (Some(class), Some(rest)) = (&current, line.strip_prefix("    def ")) {
                let method = name(rest);
                if method.starts_with('_') {
                    continue;
                }
                if class == "Result" {
                    shared.push(method);
                } else if exported.contains(class.as_str()) {
                    found.insert(format!("{class}.{method}"));
                }
            } else if !line.is_empty() && !line.starts_with([' ', ')', '@', '#']) {
                current = None;
            }
        }
    }
    assert!(!heirs.is_empty() && !shared.is_empty(), "the common class of results was not read");
    found.extend(heirs.iter().flat_map(|class| shared.iter().map(move |method| format!("{class}.{method}"))));
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
    for file in files(&sources, "ts") {
        let mut current: Option<String> = None;
        let (mut internal, text) = (false, text_of(&file));
        for line in text.lines() {
            if let Some(rest) = line.strip_prefix("export class ") {
                current = Some(name(rest)).filter(|class| exported.contains(class));
            } else if line == "}" {
                current = None;
            } else if let Some(rest) = line.strip_prefix("export function ") {
                if exported.contains(&name(rest)) {
                    found.insert(name(rest));
                }
            } else if let (Some(class), Some(member)) = (&current, line.strip_prefix("  ").and_then(javascript_member)) {
                if !internal && member != "constructor" {
                    found.insert(format!("{class}.{member}"));
                }
            }
            let comment = line.trim_start();
            internal = comment.starts_with("/** @internal") || (internal && comment.starts_with('*'));
        }
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
