//! Verbs: what Python calls.
//!
//! Written by `cargo run -p faces` from the Rust sources and faces.toml; do not edit.

use cohesion_core::{ChiSquareStatistic, QuantileRule, RankScore};
use pyo3::prelude::*;

use crate::error::detached;
use crate::estimates::Estimates;
use crate::models::Test;
use crate::summary::Summary;
use crate::survey::Options;
use crate::survey::Survey;
use crate::table::Rows;

#[pymethods]
impl Summary {
    fn alpha(&self, py: Python<'_>, items: Vec<String>, options: &Options) -> PyResult<Estimates> {
        detached(py, || self.0.alpha(&items, options.core.clone())).map(Estimates)
    }

    fn coefficient_of_variation(&self, py: Python<'_>, variable: &str, options: &Options) -> PyResult<Estimates> {
        detached(py, || self.0.coefficient_of_variation(variable, options.core.clone())).map(Estimates)
    }

    fn correlation(&self, py: Python<'_>, x: &str, y: &str, options: &Options) -> PyResult<Estimates> {
        detached(py, || self.0.correlation(x, y, options.core.clone())).map(Estimates)
    }

    fn gini(&self, py: Python<'_>, variable: &str, options: &Options) -> PyResult<Estimates> {
        detached(py, || self.0.gini(variable, options.core.clone())).map(Estimates)
    }

    fn mean(&self, py: Python<'_>, variable: &str, options: &Options) -> PyResult<Estimates> {
        detached(py, || self.0.mean(variable, options.core.clone())).map(Estimates)
    }

    fn ratio(&self, py: Python<'_>, numerator: &str, denominator: &str, options: &Options) -> PyResult<Estimates> {
        detached(py, || self.0.ratio(numerator, denominator, options.core.clone())).map(Estimates)
    }

    fn share(&self, py: Python<'_>, variable: &str, values: Vec<String>, options: &Options) -> PyResult<Estimates> {
        detached(py, || self.0.share(variable, values, options.core.clone())).map(Estimates)
    }

    fn theil(&self, py: Python<'_>, variable: &str, options: &Options) -> PyResult<Estimates> {
        detached(py, || self.0.theil(variable, options.core.clone())).map(Estimates)
    }

    fn total(&self, py: Python<'_>, variable: &str, options: &Options) -> PyResult<Estimates> {
        detached(py, || self.0.total(variable, options.core.clone())).map(Estimates)
    }

    fn variance(&self, py: Python<'_>, variable: &str, options: &Options) -> PyResult<Estimates> {
        detached(py, || self.0.variance(variable, options.core.clone())).map(Estimates)
    }
}

#[pymethods]
impl Survey {
    fn alpha(&self, py: Python<'_>, table: Rows<'_>, items: Vec<String>, options: &Options) -> PyResult<Estimates> {
        self.run(py, &table, |survey| survey.alpha(&items, options.core.clone())).map(Estimates)
    }

    fn chi_square(
        &self,
        py: Python<'_>,
        table: Rows<'_>,
        rows: &str,
        columns: &str,
        statistic: &str,
        options: &Options,
    ) -> PyResult<Test> {
        self.run(py, &table, |survey| {
            survey.chi_square(rows, columns, ChiSquareStatistic::parse(statistic)?, options.core.clone())
        })
        .map(Test)
    }

    fn coefficient_of_variation(
        &self,
        py: Python<'_>,
        table: Rows<'_>,
        variable: &str,
        options: &Options,
    ) -> PyResult<Estimates> {
        self.run(py, &table, |survey| survey.coefficient_of_variation(variable, options.core.clone())).map(Estimates)
    }

    fn correlation(&self, py: Python<'_>, table: Rows<'_>, x: &str, y: &str, options: &Options) -> PyResult<Estimates> {
        self.run(py, &table, |survey| survey.correlation(x, y, options.core.clone())).map(Estimates)
    }

    fn gini(&self, py: Python<'_>, table: Rows<'_>, variable: &str, options: &Options) -> PyResult<Estimates> {
        self.run(py, &table, |survey| survey.gini(variable, options.core.clone())).map(Estimates)
    }

    fn mean(&self, py: Python<'_>, table: Rows<'_>, variable: &str, options: &Options) -> PyResult<Estimates> {
        self.run(py, &table, |survey| survey.mean(variable, options.core.clone())).map(Estimates)
    }

    fn quantile(
        &self,
        py: Python<'_>,
        table: Rows<'_>,
        variable: &str,
        probabilities: Vec<f64>,
        rule: &str,
        options: &Options,
    ) -> PyResult<Estimates> {
        self.run(py, &table, |survey| {
            survey.quantile(variable, &probabilities, QuantileRule::parse(rule)?, options.core.clone())
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
        options: &Options,
    ) -> PyResult<Test> {
        self.run(py, &table, |survey| survey.rank_test(variable, by, RankScore::parse(test)?, options.core.clone()))
            .map(Test)
    }

    fn ratio(
        &self,
        py: Python<'_>,
        table: Rows<'_>,
        numerator: &str,
        denominator: &str,
        options: &Options,
    ) -> PyResult<Estimates> {
        self.run(py, &table, |survey| survey.ratio(numerator, denominator, options.core.clone())).map(Estimates)
    }

    fn theil(&self, py: Python<'_>, table: Rows<'_>, variable: &str, options: &Options) -> PyResult<Estimates> {
        self.run(py, &table, |survey| survey.theil(variable, options.core.clone())).map(Estimates)
    }

    fn total(&self, py: Python<'_>, table: Rows<'_>, variable: &str, options: &Options) -> PyResult<Estimates> {
        self.run(py, &table, |survey| survey.total(variable, options.core.clone())).map(Estimates)
    }

    fn variance(&self, py: Python<'_>, table: Rows<'_>, variable: &str, options: &Options) -> PyResult<Estimates> {
        self.run(py, &table, |survey| survey.variance(variable, options.core.clone())).map(Estimates)
    }
}
