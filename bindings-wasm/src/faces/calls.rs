//! Verbs of a survey that the module `call` of the core has.
//!
//! Written by `cargo run -p faces` from the Rust sources and faces.toml; do not edit.

use cohesion_core::call::{self, Options};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::faces::handles::{CountTable, Estimates, Regression, ResponseRates, Test};
use crate::fault::Result;
use crate::survey::Survey;

#[wasm_bindgen]
impl Survey {
    /// As `call::calibrate` of the core.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = calibrate)]
    pub fn calibrate(&self, options: &str) -> Result<Self> {
        Ok(self.with_sample(call::calibrate(&self.core()?, Options::from_json(options)?)?.sample().clone()))
    }

    /// As `call::counts` of the core.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = counts)]
    pub fn counts(&self, variable: &str, options: &str) -> Result<CountTable> {
        Ok(CountTable(call::counts(&self.core()?, variable, Options::from_json(options)?)?))
    }

    /// As `call::nonresponse` of the core.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = nonresponse)]
    pub fn nonresponse(&self, respondent: &str, options: &str) -> Result<Self> {
        Ok(self
            .with_sample(call::nonresponse(&self.core()?, respondent, Options::from_json(options)?)?.sample().clone()))
    }

    /// As `call::regress` of the core.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = regress)]
    pub fn regress(&self, variable: &str, options: &str) -> Result<Regression> {
        Ok(Regression(call::regress(&self.core()?, variable, Options::from_json(options)?)?))
    }

    /// As `call::replicates` of the core.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = replicates)]
    pub fn replicates(&self, method: &str, options: &str) -> Result<Self> {
        Ok(self.with_sample(call::replicates(&self.core()?, method, Options::from_json(options)?)?.sample().clone()))
    }

    /// As `call::response_rates` of the core.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = responseRates)]
    pub fn response_rates(&self, disposition: &str, options: &str) -> Result<ResponseRates> {
        Ok(ResponseRates(call::response_rates(&self.core()?, disposition, Options::from_json(options)?)?))
    }

    /// As `call::share` of the core.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = share)]
    pub fn share(&self, columns: Vec<String>, several: bool, options: &str) -> Result<Estimates> {
        Ok(Estimates(call::share(&self.core()?, &columns, several, Options::from_json(options)?)?))
    }

    /// As `call::t_test` of the core.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = tTest)]
    pub fn t_test(&self, variable: &str, options: &str) -> Result<Test> {
        Ok(Test(call::t_test(&self.core()?, variable, Options::from_json(options)?)?))
    }
}
