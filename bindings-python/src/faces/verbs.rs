//! Verbs: what Python calls.
//!
//! Written by `cargo run -p faces` from the Rust sources and faces.toml; do not edit.

use cohesion_core::call::estimate_options;
use cohesion_core::{ChiSquareStatistic, QuantileRule, RankScore};
use pyo3::prelude::*;

use crate::error::detached;
use crate::faces::handles::Estimates;
use crate::faces::handles::Test;
use crate::summary::Summary;
use crate::survey::Survey;
use crate::table::Rows;

#[pymethods]
impl Summary {
    fn alpha(&self, py: Python<'_>, items: Vec<String>, options: &str) -> PyResult<Estimates> {
        detached(py, || self.0.alpha(&items, estimate_options(options)?)).map(Estimates)
    }

    fn coefficient_of_variation(&self, py: Python<'_>, variable: &str, options: &str) -> PyResult<Estimates> {
        detached(py, || self.0.coefficient_of_variation(variable, estimate_options(options)?)).map(Estimates)
    }

    fn correlation(&self, py: Python<'_>, x: &str, y: &str, options: &str) -> PyResult<Estimates> {
        detached(py, || self.0.correlation(x, y, estimate_options(options)?)).map(Estimates)
    }

    fn gini(&self, py: Python<'_>, variable: &str, options: &str) -> PyResult<Estimates> {
        detached(py, || self.0.gini(variable, estimate_options(options)?)).map(Estimates)
    }

    fn mean(&self, py: Python<'_>, variable: &str, options: &str) -> PyResult<Estimates> {
        detached(py, || self.0.mean(variable, estimate_options(options)?)).map(Estimates)
    }

    fn ratio(&self, py: Python<'_>, numerator: &str, denominator: &str, options: &str) -> PyResult<Estimates> {
        detached(py, || self.0.ratio(numerator, denominator, estimate_options(options)?)).map(Estimates)
    }

    fn share(&self, py: Python<'_>, variable: &str, values: Vec<String>, options: &str) -> PyResult<Estimates> {
        detached(py, || self.0.share(variable, values, estimate_options(options)?)).map(Estimates)
    }

    fn theil(&self, py: Python<'_>, variable: &str, options: &str) -> PyResult<Estimates> {
        detached(py, || self.0.theil(variable, estimate_options(options)?)).map(Estimates)
    }

    fn total(&self, py: Python<'_>, variable: &str, options: &str) -> PyResult<Estimates> {
        detached(py, || self.0.total(variable, estimate_options(options)?)).map(Estimates)
    }

    fn variance(&self, py: Python<'_>, variable: &str, options: &str) -> PyResult<Estimates> {
        detached(py, || self.0.variance(variable, estimate_options(options)?)).map(Estimates)
    }
}

#[pymethods]
impl Survey {
    fn alpha(&self, py: Python<'_>, table: Rows<'_>, items: Vec<String>, options: &str) -> PyResult<Estimates> {
        self.run(py, &table, |survey| survey.alpha(&items, estimate_options(options)?)).map(Estimates)
    }

    fn chi_square(
        &self,
        py: Python<'_>,
        table: Rows<'_>,
        rows: &str,
        columns: &str,
        statistic: &str,
        options: &str,
    ) -> PyResult<Test> {
        self.run(py, &table, |survey| {
            survey.chi_square(rows, columns, ChiSquareStatistic::parse(statistic)?, estimate_options(options)?)
        })
        .map(Test)
    }

    fn coefficient_of_variation(
        &self,
        py: Python<'_>,
        table: Rows<'_>,
        variable: &str,
        options: &str,
    ) -> PyResult<Estimates> {
        self.run(py, &table, |survey| survey.coefficient_of_variation(variable, estimate_options(options)?))
            .map(Estimates)
    }

    fn correlation(&self, py: Python<'_>, table: Rows<'_>, x: &str, y: &str, options: &str) -> PyResult<Estimates> {
        self.run(py, &table, |survey| survey.correlation(x, y, estimate_options(options)?)).map(Estimates)
    }

    fn gini(&self, py: Python<'_>, table: Rows<'_>, variable: &str, options: &str) -> PyResult<Estimates> {
        self.run(py, &table, |survey| survey.gini(variable, estimate_options(options)?)).map(Estimates)
    }

    fn mean(&self, py: Python<'_>, table: Rows<'_>, variable: &str, options: &str) -> PyResult<Estimates> {
        self.run(py, &table, |survey| survey.mean(variable, estimate_options(options)?)).map(Estimates)
    }

    fn quantile(
        &self,
        py: Python<'_>,
        table: Rows<'_>,
        variable: &str,
        probabilities: Vec<f64>,
        rule: &str,
        options: &str,
    ) -> PyResult<Estimates> {
        self.run(py, &table, |survey| {
            survey.quantile(variable, &probabilities, QuantileRule::parse(rule)?, estimate_options(options)?)
        })
        .map(Estimates)
    }

    fn rank_test(
        &self,
        py: Python<'_>,
        table: Rows<'_>,
        variable: &str,
        by: &str,
        test: &str,
        options: &str,
    ) -> PyResult<Test> {
        self.run(py, &table, |survey| {
            survey.rank_test(variable, by, RankScore::parse(test)?, estimate_options(options)?)
        })
        .map(Test)
    }

    fn ratio(
        &self,
        py: Python<'_>,
        table: Rows<'_>,
        numerator: &str,
        denominator: &str,
        options: &str,
    ) -> PyResult<Estimates> {
        self.run(py, &table, |survey| survey.ratio(numerator, denominator, estimate_options(options)?)).map(Estimates)
    }

    fn theil(&self, py: Python<'_>, table: Rows<'_>, variable: &str, options: &str) -> PyResult<Estimates> {
        self.run(py, &table, |survey| survey.theil(variable, estimate_options(options)?)).map(Estimates)
    }

    fn total(&self, py: Python<'_>, table: Rows<'_>, variable: &str, options: &str) -> PyResult<Estimates> {
        self.run(py, &table, |survey| survey.total(variable, estimate_options(options)?)).map(Estimates)
    }

    fn variance(&self, py: Python<'_>, table: Rows<'_>, variable: &str, options: &str) -> PyResult<Estimates> {
        self.run(py, &table, |survey| survey.variance(variable, estimate_options(options)?)).map(Estimates)
    }
}
