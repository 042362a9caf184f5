//! The thin layer between `cohesion-core` and JavaScript.
//!
//! Numbers cross as typed arrays, documents and results as JSON text, errors as the JSON text of their faults. What
//! people call is written in `js/src`; nothing is computed here.

mod evaluation;
mod fault;
mod models;
mod options;
mod plan;
mod survey;
mod table;

pub use evaluation::{Evaluation, Publication};
pub use plan::{Plan, ScaleScores, Tables};
pub use survey::{Estimates, Summary, Survey};
pub use table::{Csv, Table, TableBuilder};

use cohesion_core::Language;
use fault::Result;
use wasm_bindgen::prelude::wasm_bindgen;

/// The version of the library.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// `value` with `decimals` decimals, as people who read `language` write it.
///
/// # Errors
/// A language that is not spoken here.
#[wasm_bindgen(js_name = formatNumber)]
pub fn format_number(value: f64, decimals: usize, language: &str) -> Result<String> {
    Ok(cohesion_core::format_number(value, decimals, Language::parse(language)?))
}
