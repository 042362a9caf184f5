//! `Estimates` and `Comparisons`: the core's results, read from Python as JSON.

use cohesion_core::call::{self, Options};
use pyo3::prelude::*;

use crate::error::raised;
use crate::models::{SmallAreas, Test};
use crate::sheet::Sheet;
use crate::table::Rows;

/// Figures with their covariance.
#[pyclass(frozen, eq, module = "cohesion_core._core")]
#[derive(PartialEq)]
pub struct Estimates(pub cohesion_core::Estimates);

#[pymethods]
impl Estimates {
    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        cohesion_core::Estimates::from_json(text).map(Self).map_err(|error| raised(py, error))
    }

    fn to_json(&self) -> String {
        self.0.to_json()
    }

    fn sheet(&self, py: Python<'_>, language: &str) -> PyResult<Sheet> {
        Sheet::of(py, &self.0, language)
    }

    fn covariance_of(&self, i: usize, j: usize) -> Option<f64> {
        self.0.covariance_of(i, j)
    }

    fn difference(&self, py: Python<'_>, a: Vec<String>, b: Vec<String>) -> PyResult<Comparisons> {
        self.0.difference(&a, &b).map(Comparisons).map_err(|error| raised(py, error))
    }

    fn differences(&self, py: Python<'_>) -> PyResult<Comparisons> {
        self.0.differences().map(Comparisons).map_err(|error| raised(py, error))
    }

    fn contrast(&self, py: Python<'_>, coefficients: Vec<(Vec<String>, f64)>) -> PyResult<Test> {
        self.0.contrast(&coefficients).map(Test).map_err(|error| raised(py, error))
    }

    fn small_areas(
        &self,
        py: Python<'_>,
        covariates: Rows<'_>,
        benchmark: Option<Bound<'_, Self>>,
        options: &str,
    ) -> PyResult<SmallAreas> {
        let whole = benchmark.as_ref().map(|whole| &whole.get().0);
        covariates
            .with(py, |table| call::small_areas(&self.0, table, whole, Options::from_json(options)?))
            .map(SmallAreas)
    }
}

/// Differences of figures.
#[pyclass(frozen, eq, module = "cohesion_core._core")]
#[derive(PartialEq)]
pub struct Comparisons(pub cohesion_core::Comparisons);

#[pymethods]
impl Comparisons {
    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        cohesion_core::Comparisons::from_json(text).map(Self).map_err(|error| raised(py, error))
    }

    fn to_json(&self) -> String {
        self.0.to_json()
    }

    fn sheet(&self, py: Python<'_>, language: &str) -> PyResult<Sheet> {
        Sheet::of(py, &self.0, language)
    }

    /// Whether each row stands out by its adjusted p-value.
    fn stands_out(&self) -> Vec<Option<bool>> {
        self.0.rows.iter().map(cohesion_core::Comparison::stands_out).collect()
    }
}
