//! The version, and numbers as people write them.

use cohesion_core::Language;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::fault::Result;

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
