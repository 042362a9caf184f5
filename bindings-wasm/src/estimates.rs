//! Tables of figures and tests: read from JSON, compared and shown.

use cohesion_core::call::{Options, labels, wrong};
use cohesion_core::{Explanation, Language, ToSheet};
use serde_json::Value;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::fault::Result;

/// A table of figures.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Estimates(pub(crate) cohesion_core::Estimates);

/// Figures of areas by a Fay-Herriot model.
#[wasm_bindgen]
#[derive(Debug)]
pub struct SmallAreas(pub(crate) cohesion_core::SmallAreas);

/// A test.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Test(pub(crate) cohesion_core::Test);

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
        self.0.sheet(Language::En).to_csv()
    }

    /// The table as a light piece of HTML.
    ///
    /// # Errors
    /// An unknown language.
    #[wasm_bindgen(js_name = toHtml)]
    pub fn to_html(&self, options: &str) -> Result<String> {
        Ok(self.0.sheet(Options::parse(options, &["language"])?.language()?).to_html())
    }

    /// How it was made, as JSON.
    ///
    /// # Errors
    /// An unknown language.
    pub fn explain(&self, options: &str) -> Result<String> {
        explanation(options, |language| self.0.explain(language))
    }

    /// The table as aligned text.
    ///
    /// # Errors
    /// An unknown language.
    #[wasm_bindgen(js_name = toText)]
    pub fn to_text(&self, options: &str) -> Result<String> {
        Ok(self.0.sheet(Options::parse(options, &["language"])?.language()?).to_text())
    }

    /// The table as a Vega-Lite specification in JSON.
    ///
    /// # Errors
    /// An unknown language.
    pub fn chart(&self, options: &str) -> Result<String> {
        Ok(self.0.sheet(Options::parse(options, &["language"])?.language()?).chart()?.to_string())
    }

    /// Row `a` minus row `b`, as JSON; both are JSON lists of labels.
    ///
    /// # Errors
    /// A row that is not there.
    pub fn difference(&self, a: &str, b: &str) -> Result<String> {
        Ok(self.0.difference(&row_labels("a", a)?, &row_labels("b", b)?)?.to_json())
    }

    /// The sum of rows, each times its coefficient; `coefficients` is a JSON list of pairs of labels and number.
    ///
    /// # Errors
    /// As the core; what is no list of such pairs.
    pub fn contrast(&self, coefficients: &str) -> Result<Test> {
        Ok(Test(self.0.contrast(&coefficient_pairs(coefficients)?)?))
    }

    /// Every later row minus every earlier one, as JSON.
    ///
    /// # Errors
    /// More pairs than are compared at once.
    pub fn differences(&self) -> Result<String> {
        Ok(self.0.differences()?.to_json())
    }
}

#[wasm_bindgen]
impl SmallAreas {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::SmallAreas::from_json(text)?))
    }

    /// The result as JSON.
    #[wasm_bindgen(js_name = toJson)]
    #[must_use]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// The figures as a table.
    #[must_use]
    pub fn estimates(&self) -> Estimates {
        Estimates(self.0.estimates())
    }

    /// How it was made, as JSON.
    ///
    /// # Errors
    /// An unknown language.
    pub fn explain(&self, options: &str) -> Result<String> {
        explanation(options, |language| self.0.explain(language))
    }

    /// The figures as aligned text, and what each is made of.
    ///
    /// # Errors
    /// An unknown language.
    #[wasm_bindgen(js_name = toText)]
    pub fn to_text(&self, options: &str) -> Result<String> {
        Ok(self.0.sheet(Options::parse(options, &["language"])?.language()?).to_text())
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

    /// How it was made, as JSON.
    ///
    /// # Errors
    /// An unknown language.
    pub fn explain(&self, options: &str) -> Result<String> {
        explanation(options, |language| self.0.explain(language))
    }

    /// The test in one line.
    ///
    /// # Errors
    /// An unknown language.
    #[wasm_bindgen(js_name = toText)]
    pub fn to_text(&self, options: &str) -> Result<String> {
        Ok(self.0.sheet(Options::parse(options, &["language"])?.language()?).to_text())
    }
}

fn row_labels(name: &str, json: &str) -> cohesion_core::Result<Vec<String>> {
    labels(name, json.parse().unwrap_or_default())
}

/// How something was made, as JSON.
pub(crate) fn explanation(options: &str, of: impl Fn(Language) -> Explanation) -> Result<String> {
    let made = of(Options::parse(options, &["language"])?.language()?);
    Ok(serde_json::to_string(&made).unwrap_or_default())
}

/// Pairs of labels and coefficient.
fn coefficient_pairs(json: &str) -> cohesion_core::Result<Vec<(Vec<String>, f64)>> {
    let given: Value = json.parse().unwrap_or_default();
    let mut pairs = Vec::new();
    for pair in given.as_array().map_or(&[][..], Vec::as_slice) {
        let (row, by) = (pair.get(0).cloned().unwrap_or_default(), pair.get(1).and_then(Value::as_f64));
        let by = by.ok_or_else(|| wrong("coefficients", pair, "pairs of labels and a number"))?;
        pairs.push((labels("coefficients", row)?, by));
    }
    Ok(pairs)
}
