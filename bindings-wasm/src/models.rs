//! Regressions, tests and small areas.

use cohesion_core::Regression as CoreRegression;
use cohesion_core::call::{self, Options};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::estimates::{Estimates, SmallAreas, Test, explanation};
use crate::fault::Result;
use crate::survey::Survey;
use crate::table::Table;

/// A regression.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Regression(CoreRegression);

#[wasm_bindgen]
impl Survey {
    /// Regression on the option `on`.
    ///
    /// # Errors
    /// As the core.
    pub fn regress(&self, variable: &str, options: &str) -> Result<Regression> {
        Ok(Regression(call::regress(&self.core()?, variable, Options::from_json(options)?)?))
    }

    /// The t test of two groups of the option `by`, of the mean and the number `against`, or of the pairs with the column
    /// `paired`.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = tTest)]
    pub fn t_test(&self, variable: &str, options: &str) -> Result<Test> {
        Ok(Test(call::t_test(&self.core()?, variable, Options::from_json(options)?)?))
    }
}

#[wasm_bindgen]
impl Regression {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(CoreRegression::from_json(text)?))
    }

    /// The regression as JSON.
    #[wasm_bindgen(js_name = toJson)]
    #[must_use]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// The terms as a table of figures.
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

    /// Wald's test of all terms of these columns.
    ///
    /// # Errors
    /// As the core.
    pub fn test(&self, variables: Vec<String>) -> Result<Test> {
        let variables: Vec<&str> = variables.iter().map(String::as_str).collect();
        Ok(Test(self.0.test(&variables)?))
    }
}

#[wasm_bindgen]
impl Estimates {
    /// Figures of areas by a Fay-Herriot model.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = smallAreas)]
    pub fn small_areas(&self, covariates: &Table, options: &str) -> Result<SmallAreas> {
        let options = Options::from_json(options)?;
        Ok(SmallAreas(call::small_areas(&self.0, &covariates.0, None, options)?))
    }

    /// The same, made to agree with the figure of the whole.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = smallAreasOf)]
    pub fn small_areas_of(&self, covariates: &Table, options: &str, whole: &Self) -> Result<SmallAreas> {
        let options = Options::from_json(options)?;
        Ok(SmallAreas(call::small_areas(&self.0, &covariates.0, Some(&whole.0), options)?))
    }
}
