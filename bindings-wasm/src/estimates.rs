//! What tables of figures give: differences, contrasts.

use cohesion_core::call::{labels, wrong};
use serde_json::Value;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::faces::handles::{Comparisons, Estimates, SmallAreas, Test};
use crate::fault::Result;

#[wasm_bindgen]
impl Estimates {
    /// Row `a` minus row `b`; both are JSON lists of labels.
    ///
    /// # Errors
    /// A row that is not there.
    pub fn difference(&self, a: &str, b: &str) -> Result<Comparisons> {
        Ok(Comparisons(self.0.difference(&row_labels("a", a)?, &row_labels("b", b)?)?))
    }

    /// The sum of rows, each times its coefficient; `coefficients` is a JSON list of pairs of labels and number.
    ///
    /// # Errors
    /// As the core; what is no list of such pairs.
    pub fn contrast(&self, coefficients: &str) -> Result<Test> {
        Ok(Test(self.0.contrast(&coefficient_pairs(coefficients)?)?))
    }

    /// Every later row minus every earlier one.
    ///
    /// # Errors
    /// More pairs than are compared at once.
    pub fn differences(&self) -> Result<Comparisons> {
        Ok(Comparisons(self.0.differences()?))
    }
}

#[wasm_bindgen]
impl SmallAreas {
    /// The figures as a table.
    #[must_use]
    pub fn estimates(&self) -> Estimates {
        Estimates(self.0.estimates())
    }
}

fn row_labels(name: &str, json: &str) -> cohesion_core::Result<Vec<String>> {
    labels(name, json.parse().unwrap_or_default())
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
