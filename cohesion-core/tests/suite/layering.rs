//! Imports point down: reads every `use crate::` of the sources and fails on one that points up.

use std::path::{Path, PathBuf};

/// From the bottom up; within a layer a module may import those listed before it, and `|` parts have no order: they
/// never import each other.
const LAYERS: &[&[&[&str]]] = &[
    &[&["closed_set"], &["error"], &["json"], &["confidential"]],
    &[&["stat"], &["table"], &["message"], &["estimate"]],
    &[&["codebook"], &["indicator"], &["partnership"], &["practice"], &["plan"]],
    &[
        &["scale"],
        &["sampling"],
        &["estimation"],
        &["survey"],
        &["disclosure", "inequality", "opinion", "network"],
        &["health"],
    ],
    &[&["index", "impact", "signal"]],
    &[&["report"], &["chart"]],
    &[&["evaluate"]],
    &[&["call"]],
];

/// Place of a module: layer, and position within it.
fn place(module: &str) -> Option<(usize, usize)> {
    LAYERS.iter().enumerate().find_map(|(layer, groups)| {
        groups.iter().position(|group| group.contains(&module)).map(|position| (layer, position))
    })
}

fn sources() -> Vec<PathBuf> {
    fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, files);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    let mut files = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    files
}

/// The top module a file belongs to; `None` for the crate's root.
fn module_of(file: &Path) -> Option<String> {
    let below = file.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    let first = below.components().next().unwrap().as_os_str().to_str().unwrap();
    let name = first.trim_end_matches(".rs").to_owned();
    (name != "lib").then_some(name)
}

/// The top modules a source text names through `crate::`, comments and tests left out.
fn imports(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]").next().unwrap();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut found = Vec::new();
    for line in lines {
        for part in line.split("crate::").skip(1) {
            let name: String = part.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            if !name.is_empty() {
                found.push(name);
            }
        }
    }
    found
}

/// Why `from` may not import `to`.
fn fault(from: &str, to: &str) -> Option<String> {
    if from == to {
        return None;
    }
    let (Some(a), Some(b)) = (place(from), place(to)) else {
        return Some(format!("{from} imports {to}: one of them stands in no layer"));
    };
    (b >= a).then(|| format!("{from} imports {to}, which does not lie below it"))
}

#[test]
fn imports_point_down() {
    let mut faults = Vec::new();
    for file in sources() {
        let Some(module) = module_of(&file) else { continue };
        assert!(place(&module).is_some(), "module {module} stands in no layer: add it to LAYERS");
        let text = std::fs::read_to_string(&file).unwrap();
        faults.extend(
            imports(&text).iter().filter_map(|to| fault(&module, to)).map(|f| format!("{}: {f}", file.display())),
        );
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn an_import_that_points_up_is_seen() {
    assert_eq!(
        imports("use crate::report::Publication;\n// crate::plan\nlet x = crate::stat::f();"),
        ["report", "stat"]
    );
    assert!(fault("survey", "report").is_some());
    assert!(fault("table", "estimate").is_some());
    assert!(fault("survey", "nowhere").is_some());
    assert!(fault("chart", "report").is_none());
    assert!(fault("report", "chart").is_some());
    assert!(fault("survey", "stat").is_none());
}
