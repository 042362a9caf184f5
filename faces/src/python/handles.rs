//! The PyO3 halves of documents and results: each is read from JSON and written as JSON, and as a sheet where it has one.

use crate::docs::{Docs, Style, spelt, wrapped};
use crate::source::Source;
use crate::written::{HEADER, Language, Written};
use crate::{Failure, Outcome};

/// The handles of these types of the core.
///
/// # Errors
/// A type that is not there, or has no documentation.
pub fn handles(source: &Source, names: &[String]) -> Outcome<Written> {
    let mut body = String::new();
    for name in names {
        body.push_str(&handle(source, name)?);
    }
    let sheet = if body.contains("Sheet::of") { "use crate::sheet::Sheet;\n" } else { "" };
    let text = format!(
        "//! Documents and results: what Python holds of them.\n//!\n//! {HEADER}\n\nuse pyo3::prelude::*;\n\n\
         use crate::error::raised;\n{sheet}{body}"
    );
    Ok(Written { path: "bindings-python/src/faces/handles.rs".to_owned(), text, language: Language::Rust })
}

fn handle(source: &Source, name: &str) -> Outcome<String> {
    let docs = source.docs_of(name).ok_or_else(|| Failure::new(format!("there is no type {name}")))?;
    let (opening, _) = Docs::read(docs).opening(name, 200, Style::TypeScript)?;
    let docs: String = wrapped(&spelt(&opening, name, Style::TypeScript), 116, "")
        .iter()
        .map(|line| format!("/// {line}\n"))
        .collect();
    let sheet = if source.sheets.contains(name) {
        "\nfn sheet(&self, py: Python<'_>, language: &str) -> PyResult<Sheet> {\nSheet::of(py, &self.0, language)\n}\n"
    } else {
        ""
    };
    Ok(format!(
        "\n{docs}#[pyclass(frozen, eq, module = \"cohesion_core._core\")]\n#[derive(PartialEq)]\n\
         pub struct {name}(pub cohesion_core::{name});\n\n#[pymethods]\nimpl {name} {{\n#[staticmethod]\n\
         fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {{\n\
         cohesion_core::{name}::from_json(text).map(Self).map_err(|error| raised(py, error))\n}}\n\n\
         fn to_json(&self) -> String {{\nself.0.to_json()\n}}\n{sheet}}}\n"
    ))
}
