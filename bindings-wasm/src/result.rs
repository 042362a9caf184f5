//! Results: read from JSON, and written as JSON and as sheets.

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
    fn of(result: &dyn ToSheet, options: &str) -> Result<Self> {
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

/// What every result can be asked.
macro_rules! results {
    ($($(#[$about:meta])* pub struct $name:ident($core:path);)*) => { $(
        $(#[$about])*
        #[wasm_bindgen]
        #[derive(Debug)]
        pub struct $name(pub(crate) $core);

        #[wasm_bindgen]
        impl $name {
            /// Reads what `toJson` wrote.
            ///
            /// # Errors
            /// A text that is no such JSON.
            #[wasm_bindgen(js_name = fromJson)]
            pub fn from_json(text: &str) -> Result<Self> {
                Ok(Self(<$core>::from_json(text)?))
            }

            /// The result as JSON.
            #[wasm_bindgen(js_name = toJson)]
            #[must_use]
            pub fn to_json(&self) -> String {
                self.0.to_json()
            }

            /// The result as a sheet.
            ///
            /// # Errors
            /// An unknown language.
            pub fn sheet(&self, options: &str) -> Result<Sheet> {
                Sheet::of(&self.0, options)
            }
        }
    )* };
}

results! {
    /// A table of figures.
    pub struct Estimates(cohesion_core::Estimates);
    /// Differences of figures.
    pub struct Comparisons(cohesion_core::Comparisons);
    /// A test.
    pub struct Test(cohesion_core::Test);
    /// A regression.
    pub struct Regression(cohesion_core::Regression);
    /// Figures of areas by a Fay-Herriot model.
    pub struct SmallAreas(cohesion_core::SmallAreas);
    /// How weights were made to meet known totals.
    pub struct Calibration(cohesion_core::Calibration);
    /// How the weights of those who answered were raised.
    pub struct ResponseAdjustment(cohesion_core::ResponseAdjustment);
    /// Response rates.
    pub struct ResponseRates(cohesion_core::ResponseRates);
    /// Unweighted counts.
    pub struct CountTable(cohesion_core::CountTable);
    /// Tables that may be shared.
    pub struct PublishedTables(cohesion_core::PublishedTables);
    /// Measures of a network.
    pub struct NetworkResult(cohesion_core::NetworkResult);
    /// The scores of a scale.
    pub struct ScaleScores(cohesion_core::ScaleScores);
}
