//! The pages say what is true: their Rust runs and prints what they show, their plans are plans, their commands name
//! what exists, and what is generated is what the library gives.
//!
//! `UPDATE_DOCS=1 cargo test -p cohesion-core --test suite readme` writes the generated files anew: the pages of reference
//! and `suite/readme/pages.rs`, which holds the Rust of the pages; `suite/pages.rs` runs it.

pub mod blocks;
mod generate;
#[rustfmt::skip]
pub mod pages;

use cohesion_core::Plan;

use blocks::{Block, blocks, pages as all_pages, root, rust_blocks};

/// Writes a generated file where that is asked, else compares it.
fn same(path: &str, text: &str) {
    let file = root().join(path);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&file, text).unwrap();
    }
    let found = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(found == text, "{path} is old: UPDATE_DOCS=1 cargo test -p cohesion-core --test suite readme");
}

/// The Rust of all pages: one function per page that runs its blocks in order and notes what each prints.
fn pages_source() -> String {
    let mut text = String::from("// Generated from the pages by suite/readme.rs: see there.\n\n");
    text.push_str("/// What a block printed, line by line.\npub type Shown = Vec<String>;\n");
    text.push_str("type Outcome = Result<(), Box<dyn std::error::Error>>;\n");
    text.push_str(
        "/// The name of a page and what runs it.\ntype Page = (&'static str, fn(&mut Vec<Shown>) -> Outcome);\n\n",
    );
    let mut list = String::new();
    for (name, page) in all_pages() {
        let blocks = rust_blocks(&page);
        if blocks.is_empty() {
            continue;
        }
        let function = name.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "_");
        list.push_str(&format!("    (\"{name}\", {function}),\n"));
        text.push_str(&format!("/// {name}\nfn {function}(printed_before: &mut Vec<Shown>) -> Outcome {{\n"));
        text.push_str("    let printed_here = std::cell::RefCell::new(Shown::new());\n");
        text.push_str("    #[allow(unused_macros)]\n    macro_rules! println {\n");
        text.push_str("        ($($part:tt)*) => { printed_here.borrow_mut().push(format!($($part)*)) };\n    }\n");
        for block in blocks {
            text.push_str(&block.text);
            text.push_str("    printed_before.push(printed_here.take());\n");
        }
        text.push_str("    Ok(())\n}\n\n");
    }
    text + "/// Every page that has Rust.\npub const PAGES: &[Page] = &[\n" + &list + "];\n"
}

#[test]
fn the_rust_that_runs_is_that_of_the_pages() {
    same("cohesion-core/tests/suite/readme/pages.rs", &pages_source());
}

#[test]
fn what_a_page_shows_and_what_it_marks_is_read() {
    let page = "a\n```rust\nlet x = 1;\n```\n\n```text\n1\n```\n<!-- not run: needs the network -->\n```sh\nx\n```\nb\n```text\nc\n```\n";
    let found = blocks(page);
    assert_eq!(found.len(), 3);
    assert_eq!(found[0].shows.as_deref(), Some("1\n"));
    assert_eq!(found[1].not_run.as_deref(), Some("needs the network"));
    assert_eq!((found[2].language.as_str(), found[2].line), ("text", 14));
}

/// Every block of TOML in a page is a plan without a fault, and no block is in a language that nothing checks.
#[test]
fn plans_in_pages_are_plans() {
    let mut counted = 0;
    for (name, page) in all_pages() {
        for block in blocks(&page) {
            let known = ["rust", "python", "js", "toml", "json", "sh", "text", "html", "r", "csv"];
            assert!(known.contains(&block.language.as_str()), "{name}, line {}: `{}`", block.line, block.language);
            if block.language == "toml" && block.not_run.is_none() {
                let plan = Plan::from_toml(&block.text).unwrap_or_else(|e| panic!("{name}, line {}: {e}", block.line));
                let faults = plan.check();
                assert!(faults.is_empty(), "{name}, line {}: {faults:?}", block.line);
                counted += 1;
            }
        }
    }
    assert!(counted > 0);
}

/// The paths that a line of a shell command names and that must be there.
fn named_paths(line: &str) -> Vec<String> {
    let words: Vec<&str> = line.split('#').next().unwrap().split_whitespace().collect();
    let mut paths = Vec::new();
    for (place, word) in words.iter().enumerate() {
        match words.get(place.wrapping_sub(1)) {
            Some(&"--example") => paths.push(format!("cohesion-core/examples/{word}.rs")),
            Some(&"--test") => paths.push(format!("cohesion-core/tests/{word}")),
            _ if word.starts_with("./") || word.contains('/') => {
                let plain = word.trim_start_matches("./").trim_end_matches('/');
                let made = plain.starts_with("target/") || plain.starts_with(".venv/") || word.contains("://");
                let pattern = plain.chars().any(|c| "<>*$=@\"'".contains(c));
                if !(made || pattern || word.starts_with('-') || word.starts_with("../")) {
                    paths.push(plain.to_owned());
                }
            }
            _ => {}
        }
    }
    paths
}

#[test]
fn commands_name_what_is_there() {
    let mut counted = 0;
    for (name, page) in all_pages() {
        for block in blocks(&page).iter().filter(|block| block.language == "sh" && block.not_run.is_none()) {
            for path in block.text.lines().flat_map(named_paths) {
                assert!(root().join(&path).exists(), "{name}, line {}: {path} is not there", block.line);
                counted += 1;
            }
        }
    }
    assert!(counted > 0);
    assert_eq!(named_paths("cargo run --example evaluate -- a.toml"), ["cohesion-core/examples/evaluate.rs"]);
    assert_eq!(named_paths("pip install ./bindings-python  # see docs/x"), ["bindings-python"]);
}

/// Blocks that are shown and not run say why, and there are few of them.
#[test]
fn blocks_that_are_not_run_are_counted() {
    let all: Vec<(String, Block)> = all_pages()
        .into_iter()
        .flat_map(|(name, page)| blocks(&page).into_iter().map(move |b| (name.clone(), b)))
        .collect();
    let marked: Vec<_> = all.iter().filter(|(_, block)| block.not_run.is_some()).collect();
    for (name, block) in &marked {
        println!("not run: {name}, line {}: {}", block.line, block.not_run.as_deref().unwrap());
    }
    println!("blocks of the pages: {}, of which not run: {}", all.len(), marked.len());
    assert!(marked.len() * 10 <= all.len(), "{} of {} blocks are not run", marked.len(), all.len());
}

#[test]
fn the_generated_pages_are_those_of_the_library() {
    same("docs/reference/plan.md", &generate::plan());
    same("docs/reference/faults.md", &generate::faults());
    same("docs/reference/notes.md", &generate::notes());
    same("docs/reference/findings.md", &generate::findings());
}

/// Links of README and CHANGELOG; those of the book are checked by mkdocs.
#[test]
fn links_of_the_readme_lead_somewhere() {
    for (name, page) in all_pages().into_iter().filter(|(name, _)| !name.starts_with("docs/")) {
        let mut rest = page.as_str();
        while let Some(start) = rest.find("](") {
            rest = &rest[start + 2..];
            let link = &rest[..rest.find(')').expect("a link ends")];
            if !link.contains("://") && !link.starts_with('#') {
                let path = link.split('#').next().unwrap();
                assert!(root().join(path).exists(), "{name}: {link} is not there");
            }
        }
    }
}

/// Every version that a page names is this one.
#[test]
fn pages_name_this_version() {
    let version = env!("CARGO_PKG_VERSION");
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    assert!(readme.contains(version), "README.md does not name version {version}");
    let changes = std::fs::read_to_string(root().join("CHANGELOG.md")).unwrap();
    assert!(changes.contains(&format!("[{version}]")), "CHANGELOG.md does not name version {version}");
}
