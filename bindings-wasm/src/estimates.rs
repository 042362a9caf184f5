//! Tables of figures and tests: read from JSON, compared and shown.

use cohesion_core::{chart, report};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::fault::Result;
use crate::options::{Options, labels};

/// A table of figures.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Estimates(cohesion_core::Estimates);

/// A test.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Test(cohesion_core::Test);

#[wasm_bindgen]
impl Estimates {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::Estimates::from_json(text)?))
    }

    /// The table as JSON.
    #[wasm_bindgen(js_name = toJson)]
    #[must_use]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// The table as CSV for programs.
    #[wasm_bindgen(js_name = toCsv)]
    #[must_use]
    pub fn to_csv(&self) -> String {
        self.0.to_csv()
    }

    /// The table as a light piece of HTML.
    ///
    /// # Errors
    /// An unknown language.
    #[wasm_bindgen(js_name = toHtml)]
    pub fn to_html(&self, options: &str) -> Result<String> {
        Ok(report::estimates_html(&self.0, Options::parse(options, &["language"])?.language()?))
    }

    /// The table as aligned text.
    ///
    /// # Errors
    /// An unknown language.
    #[wasm_bindgen(js_name = toText)]
    pub fn to_text(&self, options: &str) -> Result<String> {
        Ok(report::estimates_text(&self.0, Options::parse(options, &["language"])?.language()?))
    }

    /// The table as a Vega-Lite specification in JSON.
    ///
    /// # Errors
    /// An unknown language.
    pub fn chart(&self, options: &str) -> Result<String> {
        Ok(chart::estimates(&self.0, Options::parse(options, &["language"])?.language()?).to_string())
    }

    /// Row `a` minus row `b`, as JSON; both are JSON lists of labels.
    ///
    /// # Errors
    /// A row that is not there.
    pub fn difference(&self, a: &str, b: &str) -> Result<String> {
        Ok(self.0.difference(&row_labels("a", a)?, &row_labels("b", b)?)?.to_json())
    }

    /// Every later row minus every earlier one, as JSON.
    #[must_use]
    pub fn differences(&self) -> String {
        self.0.differences().to_json()
    }
}

#[wasm_bindgen]
impl Test {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::Test::from_json(text)?))
    }

    /// The test as JSON.
    #[wasm_bindgen(js_name = toJson)]
    #[must_use]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// The test in one line.
    ///
    /// # Errors
    /// An unknown language.
    #[wasm_bindgen(js_name = toText)]
    pub fn to_text(&self, options: &str) -> Result<String> {
        Ok(report::test_text(&self.0, Options::parse(options, &["language"])?.language()?))
    }
}

fn row_labels(name: &str, json: &str) -> cohesion_core::Result<Vec<String>> {
    labels(name, json.parse().unwrap_or_default())
}
