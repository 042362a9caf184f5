//! `Sheet`: a result as it is written for people and for programs.

use cohesion_core::{Language, ToSheet};
use pyo3::prelude::*;

use crate::error::{detached, json, raised};

/// A result as a sheet, in the words of one language.
#[pyclass(frozen, module = "cohesion_core._core")]
pub struct Sheet(cohesion_core::Sheet);

impl Sheet {
    /// The sheet of a result.
    pub fn of(py: Python<'_>, result: &(dyn ToSheet + Sync), language: &str) -> PyResult<Self> {
        detached(py, || Ok(Self(result.sheet(Language::parse(language)?))))
    }
}

#[pymethods]
impl Sheet {
    fn to_text(&self) -> String {
        self.0.to_text()
    }

    fn to_html(&self) -> String {
        self.0.to_html()
    }

    fn to_markdown(&self) -> String {
        self.0.to_markdown()
    }

    fn to_csv(&self) -> String {
        self.0.to_csv()
    }

    /// The table for programs, column by column, as JSON.
    fn to_columns(&self) -> String {
        self.0.to_columns()
    }

    /// Whether a picture shows it.
    #[getter]
    fn has_picture(&self) -> bool {
        self.0.picture.is_some()
    }

    /// A Vega-Lite specification, as JSON.
    fn chart(&self, py: Python<'_>) -> PyResult<String> {
        self.0.chart().map(|spec| json(&spec)).map_err(|error| raised(py, error))
    }

    /// How it was made, as JSON.
    fn explain(&self) -> String {
        json(&self.0.method)
    }

    /// The notes about the whole, as JSON.
    fn notes(&self) -> String {
        json(&self.0.notes)
    }

    /// Where the figures come from, as JSON.
    fn provenance(&self) -> String {
        json(&self.0.provenance)
    }
}
