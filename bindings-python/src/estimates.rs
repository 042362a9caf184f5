//! `Estimates` and `Comparisons`: the core's results, read from Python as JSON.

use cohesion_core::call::{self, Options};
use pyo3::prelude::*;

use crate::error::raised;
use crate::faces::handles::{Comparisons, Estimates, SmallAreas, Test};
use crate::table::Rows;

#[pymethods]
impl Estimates {
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

#[pymethods]
impl Comparisons {
    /// Whether each row stands out by its adjusted p-value.
    fn stands_out(&self) -> Vec<Option<bool>> {
        self.0.rows.iter().map(cohesion_core::Comparison::stands_out).collect()
    }
}
