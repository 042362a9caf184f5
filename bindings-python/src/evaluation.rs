//! `Evaluation` and `Publication`.

use pyo3::prelude::*;

use crate::error::{detached, raised};

/// The evaluator's own copy of the results.
#[pyclass(frozen, eq, module = "cohesion_core._core")]
#[derive(PartialEq)]
pub struct Evaluation(pub cohesion_core::Evaluation);

#[pymethods]
impl Evaluation {
    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        cohesion_core::Evaluation::from_json(text).map(Self).map_err(|error| raised(py, error))
    }

    fn to_json(&self) -> String {
        self.0.to_json()
    }

    fn publish(&self, py: Python<'_>) -> PyResult<Publication> {
        detached(py, || Ok(self.0.publish())).map(Publication)
    }
}

/// Results that may be shared.
#[pyclass(frozen, eq, module = "cohesion_core._core")]
#[derive(PartialEq)]
pub struct Publication(cohesion_core::Publication);

#[pymethods]
impl Publication {
    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        cohesion_core::Publication::from_json(text).map(Self).map_err(|error| raised(py, error))
    }

    fn to_json(&self) -> String {
        self.0.to_json()
    }
}
