//! `NetworkResult`: the core's result, read from Python as JSON.

use pyo3::prelude::*;

use crate::error::raised;
use crate::sheet::Sheet;

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

    fn sheet(&self, py: Python<'_>, language: &str) -> PyResult<Sheet> {
        Sheet::of(py, &self.0, language)
    }
}
