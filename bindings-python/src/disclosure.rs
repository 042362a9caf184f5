//! What may leave the desk: rules, published tables, counts, k-anonymity.

use cohesion_core::{Language, PublishOptions, PublishTable};
use pyo3::prelude::*;

use crate::error::{detached, raised};
use crate::sheet::Sheet;
use crate::table::Rows;

/// A rule for what may leave the desk.
#[pyclass(frozen, eq, module = "cohesion_core._core")]
#[derive(PartialEq)]
pub struct PublishRule(pub cohesion_core::PublishRule);

#[pymethods]
impl PublishRule {
    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        cohesion_core::PublishRule::from_json(text).map(Self).map_err(|error| raised(py, error))
    }

    fn to_json(&self) -> String {
        self.0.to_json()
    }
}

/// Unweighted counts.
#[pyclass(frozen, eq, module = "cohesion_core._core")]
#[derive(PartialEq)]
pub struct CountTable(pub cohesion_core::CountTable);

#[pymethods]
impl CountTable {
    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        cohesion_core::CountTable::from_json(text).map(Self).map_err(|error| raised(py, error))
    }

    fn to_json(&self) -> String {
        self.0.to_json()
    }

    fn sheet(&self, py: Python<'_>, language: &str) -> PyResult<Sheet> {
        Sheet::of(py, &self.0, language)
    }
}

/// Tables that may be shared.
#[pyclass(frozen, eq, module = "cohesion_core._core")]
#[derive(PartialEq)]
pub struct PublishedTables(pub cohesion_core::PublishedTables);

#[pymethods]
impl PublishedTables {
    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        cohesion_core::PublishedTables::from_json(text).map(Self).map_err(|error| raised(py, error))
    }

    fn to_json(&self) -> String {
        self.0.to_json()
    }

    fn sheet(&self, py: Python<'_>, language: &str) -> PyResult<Sheet> {
        Sheet::of(py, &self.0, language)
    }
}

/// How many rows share each combination.
#[pyclass(frozen, eq, module = "cohesion_core._core")]
#[derive(PartialEq)]
pub struct KAnonymity(pub cohesion_core::KAnonymity);

#[pymethods]
impl KAnonymity {
    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        cohesion_core::KAnonymity::from_json(text).map(Self).map_err(|error| raised(py, error))
    }

    fn to_json(&self) -> String {
        self.0.to_json()
    }
}

/// What a report on combinations means, in plain words.
#[pyfunction]
pub fn k_anonymity_text(py: Python<'_>, report: &Bound<'_, KAnonymity>, language: &str) -> PyResult<String> {
    let report = &report.get().0;
    detached(py, || Ok(report.to_text(Language::parse(language)?)))
}

/// Tables without what the rule hides; tables and options are JSON.
#[pyfunction]
pub fn publish(
    py: Python<'_>,
    tables: Vec<String>,
    rule: &Bound<'_, PublishRule>,
    options: &str,
) -> PyResult<PublishedTables> {
    let rule = &rule.get().0;
    detached(py, || {
        let tables: Vec<PublishTable> =
            tables.iter().map(|table| PublishTable::from_json(table)).collect::<cohesion_core::Result<_>>()?;
        cohesion_core::publish(tables, rule, PublishOptions::from_json(options)?)
    })
    .map(PublishedTables)
}

/// How many rows share each combination of columns.
#[pyfunction]
pub fn k_anonymity(
    py: Python<'_>,
    rows: Rows<'_>,
    columns: Vec<String>,
    k: u64,
    sensitive: Option<String>,
) -> PyResult<KAnonymity> {
    rows.with(py, |table| cohesion_core::k_anonymity(table, &columns, k, sensitive.as_deref())).map(KAnonymity)
}
