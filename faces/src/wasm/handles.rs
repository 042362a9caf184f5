//! The wasm-bindgen halves of documents and results: each is read from JSON and written as JSON, and as a sheet where it
//! has one.

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
    let text = format!(
        "//! Documents and results: what JavaScript holds of them.\n//!\n//! {HEADER}\n\n\
         use wasm_bindgen::prelude::wasm_bindgen;\n\nuse crate::fault::Result;\nuse crate::result::Sheet;\n{body}"
    );
    Ok(Written { path: "bindings-wasm/src/faces/handles.rs".to_owned(), text, language: Language::Rust })
}

fn handle(source: &Source, name: &str) -> Outcome<String> {
    let docs = source.docs_of(name).ok_or_else(|| Failure::new(format!("there is no type {name}")))?;
    let (opening, _) = Docs::read(docs).opening(name, 200, Style::TypeScript)?;
    let docs: String = wrapped(&spelt(&opening, name, Style::TypeScript), 116, "")
        .iter()
        .map(|line| format!("/// {line}\n"))
        .collect();
    let sheet = if source.sheets.contains(name) {
        "\n/// As a sheet.\n///\n/// # Errors\n/// An unknown language.\n\
         pub fn sheet(&self, options: &str) -> Result<Sheet> {\nSheet::of(&self.0, options)\n}\n"
    } else {
        ""
    };
    Ok(format!(
        "\n{docs}#[wasm_bindgen]\n#[derive(Debug)]\npub struct {name}(pub(crate) cohesion_core::{name});\n\n\
         #[wasm_bindgen]\nimpl {name} {{\n/// Reads what `toJson` wrote.\n///\n/// # Errors\n\
         /// A text that is no such JSON.\n#[wasm_bindgen(js_name = fromJson)]\n\
         pub fn from_json(text: &str) -> Result<Self> {{\nOk(Self(cohesion_core::{name}::from_json(text)?))\n}}\n\n\
         /// As JSON.\n#[wasm_bindgen(js_name = toJson)]\npub fn to_json(&self) -> String {{\n\
         self.0.to_json()\n}}\n{sheet}}}\n"
    ))
}
