//! Calibration, non-response and response rates of a survey.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::faces::handles::{Calibration, ResponseAdjustment};
use crate::fault::Result;
use crate::survey::Survey;

#[wasm_bindgen]
impl Survey {
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
