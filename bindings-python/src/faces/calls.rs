//! Verbs of a survey that the module `call` of the core has.
//!
//! Written by `cargo run -p faces` from the Rust sources and faces.toml; do not edit.

use cohesion_core::call::{self, Options};
use pyo3::prelude::*;

use crate::faces::handles::{CountTable, Estimates, Regression, ResponseRates, Test};
use crate::survey::Survey;
use crate::table::Rows;

#[pymethods]
impl Survey {
    fn calibrate(&self, py: Python<'_>, table: Rows<'_>, options: &str) -> PyResult<Self> {
        self.reweighted(py, &table, |survey| call::calibrate(&survey, Options::from_json(options)?))
    }

    fn counts(&self, py: Python<'_>, table: Rows<'_>, variable: &str, options: &str) -> PyResult<CountTable> {
        self.run(py, &table, |survey| call::counts(&survey, variable, Options::from_json(options)?)).map(CountTable)
    }

    fn nonresponse(&self, py: Python<'_>, table: Rows<'_>, respondent: &str, options: &str) -> PyResult<Self> {
        self.reweighted(py, &table, |survey| call::nonresponse(&survey, respondent, Options::from_json(options)?))
    }

    fn regress(&self, py: Python<'_>, table: Rows<'_>, variable: &str, options: &str) -> PyResult<Regression> {
        self.run(py, &table, |survey| call::regress(&survey, variable, Options::from_json(options)?)).map(Regression)
    }

    fn response_rates(
        &self,
        py: Python<'_>,
        table: Rows<'_>,
        disposition: &str,
        options: &str,
    ) -> PyResult<ResponseRates> {
        self.run(py, &table, |survey| call::response_rates(&survey, disposition, Options::from_json(options)?))
            .map(ResponseRates)
    }

    fn share(
        &self,
        py: Python<'_>,
        table: Rows<'_>,
        columns: Vec<String>,
        several: bool,
        options: &str,
    ) -> PyResult<Estimates> {
        self.run(py, &table, |survey| call::share(&survey, &columns, several, Options::from_json(options)?))
            .map(Estimates)
    }

    fn t_test(&self, py: Python<'_>, table: Rows<'_>, variable: &str, options: &str) -> PyResult<Test> {
        self.run(py, &table, |survey| call::t_test(&survey, variable, Options::from_json(options)?)).map(Test)
    }
}
