//! `NetworkResult`: the core's result, read from Python as JSON.

use cohesion_core::{Language, ToSheet};
use pyo3::prelude::*;

use crate::error::{detached, json, raised};

/// Measures of a network.
#[pyclass(frozen, eq, module = "cohesion_core._core")]
#[derive(PartialEq)]
pub struct NetworkResult(pub cohesion_core::NetworkResult);

#[pymethods]
impl NetworkResult {
    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        cohesion_core::NetworkResult::from_json(text).map(Self).map_err(|error| raised(py, error))
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

    /// The curve of a loss, as JSON.
    fn chart(&self, py: Python<'_>, language: &str) -> PyResult<String> {
        detached(py, || Ok(json(&self.0.sheet(Language::parse(language)?).chart()?)))
    }
}
