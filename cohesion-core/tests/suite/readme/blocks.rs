//! The fenced blocks of the pages, and what each is for.

use std::path::{Path, PathBuf};

/// One fenced block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// The word behind the fence: `rust`, `python`, `js`, `toml`, `sh`, `text`...
    pub language: String,
    /// What stands between the fences.
    pub text: String,
    /// Line of the opening fence, counted from 1.
    pub line: usize,
    /// The reason in the mark `<!-- not run: reason -->` above it: the block is shown and not run.
    pub not_run: Option<String>,
    /// The `text` block that follows with blank lines only between: what the block prints.
    pub shows: Option<String>,
}

/// The blocks of a page, in order. A `text` block that shows what the one before prints is part of that one.
pub fn blocks(page: &str) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut open: Option<Block> = None;
    let mut mark: Option<String> = None;
    let mut prose_between = true;
    for (number, line) in page.lines().enumerate() {
        if let Some(mut block) = open.take() {
            if line != "```" {
                block.text.push_str(line);
                block.text.push('\n');
                open = Some(block);
                continue;
            }
            match found.last_mut() {
                Some(last) if block.language == "text" && !prose_between && last.shows.is_none() => {
                    last.shows = Some(block.text);
                }
                _ => found.push(block),
            }
            prose_between = false;
        } else if let Some(language) = line.strip_prefix("```") {
            let language = language.trim().to_owned();
            open = Some(Block { language, line: number + 1, not_run: mark.take(), ..Block::default() });
        } else if !line.trim().is_empty() {
            prose_between = true;
            let reason = line.strip_prefix("<!-- not run: ").and_then(|rest| rest.strip_suffix(" -->"));
            mark = reason.map(str::to_owned);
        }
    }
    assert!(open.is_none(), "a block is not closed");
    found
}

/// The root of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

/// Every page: `README.md`, `CHANGELOG.md` and those under `docs`, by their path from the root.
pub fn pages() -> Vec<(String, String)> {
    let root = root();
    let mut paths = vec![root.join("README.md"), root.join("CHANGELOG.md")];
    let mut folders = vec![root.join("docs")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                paths.push(path);
            }
        }
    }
    paths.sort();
    let name = |path: &Path| path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
    paths.iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect()
}

/// The Rust of a page that is to be run.
pub fn rust_blocks(page: &str) -> Vec<Block> {
    blocks(page).into_iter().filter(|block| block.language == "rust" && block.not_run.is_none()).collect()
}
