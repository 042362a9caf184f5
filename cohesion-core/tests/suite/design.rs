//! What `docs/design.md` says of the house is so: every path it names exists, and its table of layers is the one that the
//! layering test enforces.

use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn page() -> String {
    std::fs::read_to_string(root().join("docs/design.md")).unwrap()
}

/// The words in code marks that are paths: a slash, or a file of the top level.
fn paths(page: &str) -> Vec<&str> {
    let is_path = |word: &&str| {
        let plain = word.chars().all(|c| c.is_ascii_alphanumeric() || "._-/".contains(c));
        plain && (word.contains('/') || ["docs", "benches", "test"].contains(word))
    };
    page.split('`').skip(1).step_by(2).filter(is_path).collect()
}

/// The paths that name nothing.
fn missing<'p>(paths: &[&'p str]) -> Vec<&'p str> {
    paths.iter().filter(|path| !root().join(path).exists()).copied().collect()
}

#[test]
fn every_path_exists() {
    let page = page();
    let found = paths(&page);
    assert!(found.len() > 50, "{} paths", found.len());
    assert_eq!(missing(&found), [""; 0]);
}

#[test]
fn a_path_that_names_nothing_is_seen() {
    let page =
        "`cohesion-core/src/lib.rs` and `cohesion-core/src/nowhere.rs`, not `Estimate { value }` or `from_bytes`";
    assert_eq!(missing(&paths(page)), ["cohesion-core/src/nowhere.rs"]);
}

/// Every top module of the sources stands in the table of layers, in code marks.
#[test]
fn every_module_stands_in_the_table() {
    let page = page();
    let table = page.split("## Layers").nth(1).unwrap().split("\n## ").next().unwrap();
    for entry in std::fs::read_dir(root().join("cohesion-core/src")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if let Some(module) = name.strip_suffix(".rs").filter(|module| *module != "lib") {
            assert!(table.contains(&format!("`{module}`")), "docs/design.md: module {module} stands in no layer");
        }
    }
}

/// Everything the house promises to be extended by has its row.
#[test]
fn the_table_of_additions_is_whole() {
    let page = page();
    let table = page.split("## To add something").nth(1).unwrap();
    let asked =
        ["an estimator", "a field of a document", "a note", "a kind of fault", "a language", "a part of the report"];
    for what in asked.into_iter().chain(["a chart", "a vector", "a function of the bindings"]) {
        assert!(table.contains(&format!("\n| {what} |")), "{what}");
    }
}
