//! `Summary`: merged, written, read, estimated from.

use cohesion_core::{Error, FaultKind};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::error::{detached, json};
use crate::faces::handles::PublishRule;
use crate::table::Rows;

/// The sums that estimates are computed from.
#[pyclass(frozen, eq, module = "cohesion_core._core")]
#[derive(PartialEq)]
pub struct Summary(pub cohesion_core::Summary);

#[pymethods]
impl Summary {
    #[staticmethod]
    fn from_bytes(py: Python<'_>, data: &[u8]) -> PyResult<Self> {
        detached(py, || cohesion_core::Summary::from_bytes(data)).map(Self)
    }

    fn to_bytes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        detached(py, || self.0.to_bytes()).map(|bytes| PyBytes::new(py, &bytes))
    }

    /// The rows of all parts, in their order.
    #[staticmethod]
    fn merge(py: Python<'_>, parts: Vec<Bound<'_, Self>>) -> PyResult<Self> {
        let parts: Vec<&cohesion_core::Summary> = parts.iter().map(|part| &part.get().0).collect();
        let nothing = || Error::new(FaultKind::EmptyTable, "parts", "there is no summary to merge");
        let merged = detached(py, || {
            let (first, rest) = parts.split_first().ok_or_else(nothing)?;
            rest.iter().try_fold((*first).clone(), |merged, part| merged.merge((*part).clone()))
        });
        merged.map(Self)
    }

    /// The same with more rows.
    fn add(&self, py: Python<'_>, rows: Rows<'_>, part: Option<&str>) -> PyResult<Self> {
        let so_far = self.0.clone();
        let added = rows.with(py, |table| match part {
            Some(name) => so_far.add_part(name, table),
            None => so_far.add(table),
        });
        added.map(Self)
    }

    /// The questions, as JSON.
    fn spec(&self) -> String {
        json(self.0.spec())
    }

    #[getter]
    fn rows(&self) -> u64 {
        self.0.rows()
    }

    #[getter]
    fn design_counts(&self) -> (usize, usize) {
        self.0.design_counts()
    }

    fn for_sharing(&self, py: Python<'_>, rule: &Bound<'_, PublishRule>) -> PyResult<Self> {
        let rule = &rule.get().0;
        detached(py, || self.0.for_sharing(rule)).map(Self)
    }

    /// What was pooled or left out before it was shared, as JSON.
    fn lost(&self) -> String {
        json(&self.0.lost())
    }
}
