//! Calibration, non-response and response rates of a survey.

use cohesion_core::call::{self, Options};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::faces::handles::{Calibration, ResponseAdjustment, ResponseRates};
use crate::fault::Result;
use crate::survey::Survey;

#[wasm_bindgen]
impl Survey {
    /// The survey with weights that meet the option `margins`.
    ///
    /// # Errors
    /// As the core.
    pub fn calibrate(&self, options: &str) -> Result<Self> {
        Ok(self.with_sample(call::calibrate(&self.core()?, Options::from_json(options)?)?.sample().clone()))
    }

    /// The survey with the weights of respondents raised to those of their cell.
    ///
    /// # Errors
    /// As the core.
    pub fn nonresponse(&self, respondent: &str, options: &str) -> Result<Self> {
        let options = Options::from_json(options)?;
        Ok(self.with_sample(call::nonresponse(&self.core()?, respondent, options)?.sample().clone()))
    }

    /// Response rates.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = responseRates)]
    pub fn response_rates(&self, disposition: &str, options: &str) -> Result<ResponseRates> {
        let options = Options::from_json(options)?;
        Ok(ResponseRates(call::response_rates(&self.core()?, disposition, options)?))
    }

    /// How the weights were calibrated; nothing where they were not.
    ///
    /// # Errors
    /// As the core.
    pub fn calibration(&self) -> Result<Option<Calibration>> {
        Ok(self.core()?.calibration().cloned().map(Calibration))
    }

    /// How the weights of respondents were raised; nothing where they were not.
    ///
    /// # Errors
    /// As the core.
    pub fn response(&self) -> Result<Option<ResponseAdjustment>> {
        Ok(self.core()?.response().cloned().map(ResponseAdjustment))
    }

    /// The weight of every row.
    ///
    /// # Errors
    /// As the core.
    pub fn weights(&self) -> Result<Vec<f64>> {
        Ok(self.core()?.weights()?)
    }

    /// What every weight was multiplied by.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = gWeights)]
    pub fn g_weights(&self) -> Result<Option<Vec<f64>>> {
        Ok(self.core()?.g_weights().map(<[f64]>::to_vec))
    }
}
