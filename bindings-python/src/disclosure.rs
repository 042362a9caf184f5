//! What may leave the desk: rules, published tables, counts, k-anonymity.

use cohesion_core::{PublishOptions, PublishTable};
use pyo3::prelude::*;

use crate::error::detached;
use crate::faces::handles::{KAnonymity, PublishRule, PublishedTables};
use crate::table::Rows;

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
