//! The version, and numbers as people write them.

use cohesion_core::{Language, report};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::fault::Result;
use crate::options::Options;

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

/// A calibration as an aligned table.
///
/// # Errors
/// A text that is no such JSON; an unknown language.
#[wasm_bindgen(js_name = calibrationText)]
pub fn calibration_text(json: &str, options: &str) -> Result<String> {
    let language = Options::parse(options, &["language"])?.language()?;
    Ok(report::calibration_text(&cohesion_core::Calibration::from_json(json)?, language))
}

/// An adjustment for non-response as an aligned table.
///
/// # Errors
/// A text that is no such JSON; an unknown language.
#[wasm_bindgen(js_name = responseText)]
pub fn response_text(json: &str, options: &str) -> Result<String> {
    let language = Options::parse(options, &["language"])?.language()?;
    Ok(report::response_text(&cohesion_core::ResponseAdjustment::from_json(json)?, language))
}

/// Response rates as an aligned table.
///
/// # Errors
/// A text that is no such JSON; an unknown language.
#[wasm_bindgen(js_name = responseRatesText)]
pub fn response_rates_text(json: &str, options: &str) -> Result<String> {
    let language = Options::parse(options, &["language"])?.language()?;
    Ok(report::response_rates_text(&cohesion_core::ResponseRates::from_json(json)?, language))
}
