//! Evaluations and what is published from them.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::fault::Result;

/// The evaluator's own copy of the results.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct Evaluation(pub(crate) cohesion_core::Evaluation);

/// Results that may be shared.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct Publication(cohesion_core::Publication);

#[wasm_bindgen]
impl Evaluation {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON, or a publication.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::Evaluation::from_json(text)?))
    }

    /// The results as JSON.
    #[wasm_bindgen(js_name = toJson)]
    #[must_use]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// What may be shared.
    #[must_use]
    pub fn publish(&self) -> Publication {
        Publication(self.0.publish())
    }
}

#[wasm_bindgen]
impl Publication {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON, or a confidential evaluation.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::Publication::from_json(text)?))
    }

    /// The results as JSON.
    #[wasm_bindgen(js_name = toJson)]
    #[must_use]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }
}
