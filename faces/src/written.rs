//! Files that are written, and the formatters of their languages.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::{Failure, Outcome};

/// A file.
#[derive(Debug)]
pub struct Written {
    /// From the root of the repository.
    pub path: String,
    pub text: String,
    pub language: Language,
}

/// In which language it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    Rust,
    Python,
    TypeScript,
}

/// What the head of every file says.
pub const HEADER: &str = "Written by `cargo run -p faces` from the Rust sources and faces.toml; do not edit.";

impl Written {
    /// The same as the formatter of its language leaves it.
    ///
    /// # Errors
    /// There is no formatter, or it refuses.
    pub fn formatted(self, root: &Path) -> Outcome<Self> {
        let text = match self.language {
            Language::Rust => {
                let settings = root.join("rustfmt.toml");
                piped(Command::new("rustfmt").args(["--edition", "2024", "--config-path"]).arg(settings), &self.text)
            }
            Language::Python => {
                // There the settings are, and the package that is our own.
                let folder = root.join("bindings-python");
                let name = self.path.strip_prefix("bindings-python/").unwrap_or(&self.path);
                let ruff = tool(root, ".venv/bin/ruff", "ruff");
                let run = |text: &str, words: &[&str]| {
                    let mut command = Command::new(&ruff);
                    piped(
                        command.current_dir(&folder).args(words).args(["--quiet", "--stdin-filename", name, "-"]),
                        text,
                    )
                };
                // Names are imported where a text has their word; those that only its documentation has go again.
                run(&self.text, &["check", "--select=I,F401", "--fix"]).and_then(|sorted| run(&sorted, &["format"]))
            }
            Language::TypeScript => {
                let folder = root.join("bindings-wasm");
                let name = self.path.strip_prefix("bindings-wasm/").unwrap_or(&self.path);
                let biome = tool(root, "bindings-wasm/node_modules/.bin/biome", "biome");
                let file = format!("--stdin-file-path={name}");
                piped(Command::new(biome).current_dir(folder).args(["format", &file]), &self.text)
            }
        };
        Ok(Self { text: text.map_err(|failure| Failure::new(format!("{}: {failure}", self.path)))?, ..self })
    }
}

/// A tool that the tests install, or one that is on the path.
fn tool(root: &Path, installed: &str, name: &str) -> PathBuf {
    let path = root.join(installed);
    if path.exists() { path } else { PathBuf::from(name) }
}

/// What a command makes of a text.
fn piped(command: &mut Command, text: &str) -> Outcome<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let failed = |error: std::io::Error| Failure::new(format!("{name}: {error}; run ./test once, it installs it"));
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().map_err(failed)?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(text.as_bytes()).map_err(failed)?;
    }
    let output = child.wait_with_output().map_err(failed)?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(Failure::new(format!("{name}: {}", String::from_utf8_lossy(&output.stderr))))
}
