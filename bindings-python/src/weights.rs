//! `Calibration`, `ResponseAdjustment` and `ResponseRates`: the core's results, read from Python as JSON.

use pyo3::prelude::*;

use crate::error::raised;
use crate::sheet::Sheet;

/// How weights were made to meet known totals.
#[pyclass(frozen, eq, module = "cohesion_core._core")]
#[derive(PartialEq)]
pub struct Calibration(pub cohesion_core::Calibration);

#[pymethods]
impl Calibration {
    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        cohesion_core::Calibration::from_json(text).map(Self).map_err(|error| raised(py, error))
    }

    fn to_json(&self) -> String {
        self.0.to_json()
    }

    fn sheet(&self, py: Python<'_>, language: &str) -> PyResult<Sheet> {
        Sheet::of(py, &self.0, language)
    }
}

/// How the weights of respondents were raised.
#[pyclass(frozen, eq, module = "cohesion_core._core")]
#[derive(PartialEq)]
pub struct ResponseAdjustment(pub cohesion_core::ResponseAdjustment);

#[pymethods]
impl ResponseAdjustment {
    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        cohesion_core::ResponseAdjustment::from_json(text).map(Self).map_err(|error| raised(py, error))
    }

    fn to_json(&self) -> String {
        self.0.to_json()
    }

    fn sheet(&self, py: Python<'_>, language: &str) -> PyResult<Sheet> {
        Sheet::of(py, &self.0, language)
    }
}

/// Response rates.
#[pyclass(frozen, eq, module = "cohesion_core._core")]
#[derive(PartialEq)]
pub struct ResponseRates(pub cohesion_core::ResponseRates);

#[pymethods]
impl ResponseRates {
    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        cohesion_core::ResponseRates::from_json(text).map(Self).map_err(|error| raised(py, error))
    }

    fn to_json(&self) -> String {
        self.0.to_json()
    }

    fn sheet(&self, py: Python<'_>, language: &str) -> PyResult<Sheet> {
        Sheet::of(py, &self.0, language)
    }
}
