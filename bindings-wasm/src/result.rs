//! Results as sheets.

use cohesion_core::ToSheet;
use cohesion_core::call::Options;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::fault::Result;

/// A result as a sheet, in the words of one language.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Sheet(cohesion_core::Sheet);

impl Sheet {
    /// The sheet of a result, in the language of the options.
    pub(crate) fn of(result: &dyn ToSheet, options: &str) -> Result<Self> {
        Ok(Self(result.sheet(Options::parse(options, &["language"])?.language()?)))
    }
}

#[wasm_bindgen]
impl Sheet {
    /// The result as aligned tables.
    #[wasm_bindgen(js_name = toText)]
    #[must_use]
    pub fn to_text(&self) -> String {
        self.0.to_text()
    }

    /// The result as small HTML tables.
    #[wasm_bindgen(js_name = toHtml)]
    #[must_use]
    pub fn to_html(&self) -> String {
        self.0.to_html()
    }

    /// The result as Markdown.
    #[wasm_bindgen(js_name = toMarkdown)]
    #[must_use]
    pub fn to_markdown(&self) -> String {
        self.0.to_markdown()
    }

    /// The table for programs as CSV.
    #[wasm_bindgen(js_name = toCsv)]
    #[must_use]
    pub fn to_csv(&self) -> String {
        self.0.to_csv()
    }

    /// The table for programs, column by column, as JSON.
    #[wasm_bindgen(js_name = toColumns)]
    #[must_use]
    pub fn to_columns(&self) -> String {
        self.0.to_columns()
    }

    /// The picture as a Vega-Lite specification in JSON.
    ///
    /// # Errors
    /// A result that no picture shows.
    pub fn chart(&self) -> Result<String> {
        Ok(self.0.chart()?.to_string())
    }

    /// How it was made, as JSON.
    #[must_use]
    pub fn explain(&self) -> String {
        serde_json::to_string(&self.0.method).unwrap_or_default()
    }

    /// The notes about the whole, as JSON.
    #[must_use]
    pub fn notes(&self) -> String {
        serde_json::to_string(&self.0.notes).unwrap_or_default()
    }

    /// Where the figures come from, as JSON.
    #[must_use]
    pub fn provenance(&self) -> String {
        serde_json::to_string(&self.0.provenance).unwrap_or_default()
    }
}
