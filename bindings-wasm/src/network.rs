//! `NetworkResult`: the core's result, read from JavaScript as JSON.

use cohesion_core::call::Options;
use cohesion_core::{NetworkResult as CoreResult, ToSheet};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::fault::Result;

/// Measures of a network.
#[wasm_bindgen]
#[derive(Debug)]
pub struct NetworkResult(pub(crate) CoreResult);

#[wasm_bindgen]
impl NetworkResult {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(CoreResult::from_json(text)?))
    }

    /// The result as JSON.
    #[wasm_bindgen(js_name = toJson)]
    #[must_use]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// The result as aligned text.
    ///
    /// # Errors
    /// An unknown language.
    #[wasm_bindgen(js_name = toText)]
    pub fn to_text(&self, options: &str) -> Result<String> {
        Ok(self.0.sheet(Options::parse(options, &["language"])?.language()?).to_text())
    }

    /// The result as small HTML tables.
    ///
    /// # Errors
    /// An unknown language.
    #[wasm_bindgen(js_name = toHtml)]
    pub fn to_html(&self, options: &str) -> Result<String> {
        Ok(self.0.sheet(Options::parse(options, &["language"])?.language()?).to_html())
    }

    /// The curve of a loss as a Vega-Lite specification.
    ///
    /// # Errors
    /// As the core.
    pub fn chart(&self, options: &str) -> Result<String> {
        Ok(self.0.sheet(Options::parse(options, &["language"])?.language()?).chart()?.to_string())
    }
}
