//! Regressions, tests and small areas.

use cohesion_core::call::{self, Options};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::faces::handles::{Estimates, Regression, SmallAreas, Test};
use crate::fault::Result;
use crate::table::Table;

#[wasm_bindgen]
impl Regression {
    /// The terms as a table of figures.
    #[must_use]
    pub fn estimates(&self) -> Estimates {
        Estimates(self.0.estimates())
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
