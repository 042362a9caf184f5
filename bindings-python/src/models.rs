//! `Regression`, `SmallAreas` and `Test`: the core's results, read from Python as JSON.

use pyo3::prelude::*;

use crate::error::raised;
use crate::faces::handles::{Estimates, Regression, SmallAreas, Test};

#[pymethods]
impl Regression {
    fn estimates(&self) -> Estimates {
        Estimates(self.0.estimates())
    }

    fn test(&self, py: Python<'_>, variables: Vec<String>) -> PyResult<Test> {
        let variables: Vec<&str> = variables.iter().map(String::as_str).collect();
        self.0.test(&variables).map(Test).map_err(|error| raised(py, error))
    }
}

#[pymethods]
impl SmallAreas {
    fn estimates(&self) -> Estimates {
        Estimates(self.0.estimates())
    }
}
