//! `Calibration`, `ResponseAdjustment` and `ResponseRates`: the core's results, read from Python as JSON.

use cohesion_core::{Language, ToSheet};
use pyo3::prelude::*;

use crate::error::{detached, raised};

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

    fn to_text(&self, py: Python<'_>, language: &str) -> PyResult<String> {
        detached(py, || Ok(self.0.sheet(Language::parse(language)?).to_text()))
    }

    fn to_html(&self, py: Python<'_>, language: &str) -> PyResult<String> {
        detached(py, || Ok(self.0.sheet(Language::parse(language)?).to_html()))
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

    fn to_text(&self, py: Python<'_>, language: &str) -> PyResult<String> {
        detached(py, || Ok(self.0.sheet(Language::parse(language)?).to_text()))
    }

    fn to_html(&self, py: Python<'_>, language: &str) -> PyResult<String> {
        detached(py, || Ok(self.0.sheet(Language::parse(language)?).to_html()))
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

    fn to_text(&self, py: Python<'_>, language: &str) -> PyResult<String> {
        detached(py, || Ok(self.0.sheet(Language::parse(language)?).to_text()))
    }

    fn to_html(&self, py: Python<'_>, language: &str) -> PyResult<String> {
        detached(py, || Ok(self.0.sheet(Language::parse(language)?).to_html()))
    }
}
