//! `Regression`, `SmallAreas` and `Test`: the core's results, read from Python as JSON.

use pyo3::prelude::*;

use crate::error::raised;
use crate::estimates::Estimates;
use crate::sheet::Sheet;

/// A regression with design-based errors.
#[pyclass(frozen, eq, module = "cohesion_core._core")]
#[derive(PartialEq)]
pub struct Regression(pub cohesion_core::Regression);

#[pymethods]
impl Regression {
    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        cohesion_core::Regression::from_json(text).map(Self).map_err(|error| raised(py, error))
    }

    fn to_json(&self) -> String {
        self.0.to_json()
    }

    fn sheet(&self, py: Python<'_>, language: &str) -> PyResult<Sheet> {
        Sheet::of(py, &self.0, language)
    }

    fn estimates(&self) -> Estimates {
        Estimates(self.0.estimates())
    }

    fn test(&self, py: Python<'_>, variables: Vec<String>) -> PyResult<Test> {
        let variables: Vec<&str> = variables.iter().map(String::as_str).collect();
        self.0.test(&variables).map(Test).map_err(|error| raised(py, error))
    }
}

/// Figures of areas by a Fay-Herriot model.
#[pyclass(frozen, eq, module = "cohesion_core._core")]
#[derive(PartialEq)]
pub struct SmallAreas(pub cohesion_core::SmallAreas);

#[pymethods]
impl SmallAreas {
    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        cohesion_core::SmallAreas::from_json(text).map(Self).map_err(|error| raised(py, error))
    }

    fn to_json(&self) -> String {
        self.0.to_json()
    }

    fn sheet(&self, py: Python<'_>, language: &str) -> PyResult<Sheet> {
        Sheet::of(py, &self.0, language)
    }

    fn estimates(&self) -> Estimates {
        Estimates(self.0.estimates())
    }
}

/// A test.
#[pyclass(frozen, eq, module = "cohesion_core._core")]
#[derive(PartialEq)]
pub struct Test(pub cohesion_core::Test);

#[pymethods]
impl Test {
    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        cohesion_core::Test::from_json(text).map(Self).map_err(|error| raised(py, error))
    }

    fn to_json(&self) -> String {
        self.0.to_json()
    }

    fn sheet(&self, py: Python<'_>, language: &str) -> PyResult<Sheet> {
        Sheet::of(py, &self.0, language)
    }
}
