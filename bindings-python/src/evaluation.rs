//! `Evaluation` and `PublishedEvaluation`.

use cohesion_core::{Language, ReportAudience, chart, report};
use pyo3::prelude::*;

use crate::error::{detached, json, unknown};
use crate::faces::handles::{Evaluation, PublishedEvaluation};

#[pymethods]
impl Evaluation {
    fn publish(&self, py: Python<'_>) -> PyResult<PublishedEvaluation> {
        detached(py, || Ok(self.0.publish())).map(PublishedEvaluation)
    }
}

#[pymethods]
impl PublishedEvaluation {
    fn to_text(&self, py: Python<'_>, language: &str) -> PyResult<String> {
        detached(py, || Ok(report::text(&self.0, Language::parse(language)?)))
    }

    fn to_html(&self, py: Python<'_>, language: &str, audience: &str) -> PyResult<String> {
        detached(py, || Ok(report::html(&self.0, Language::parse(language)?, ReportAudience::parse(audience)?)))
    }

    fn to_markdown(&self, py: Python<'_>, language: &str, audience: &str) -> PyResult<String> {
        detached(py, || Ok(report::markdown(&self.0, Language::parse(language)?, ReportAudience::parse(audience)?)))
    }

    fn to_csv(&self, py: Python<'_>, flavour: &str, language: &str) -> PyResult<String> {
        detached(py, || {
            let language = Language::parse(language)?;
            match flavour {
                "machine" => Ok(report::csv_machine(&self.0)),
                "spreadsheet" => Ok(report::csv_spreadsheet(&self.0, language)),
                _ => Err(unknown("flavour", flavour, ["machine", "spreadsheet"])),
            }
        })
    }

    /// The light table for a notebook.
    fn notebook_html(&self, py: Python<'_>, language: &str) -> PyResult<String> {
        detached(py, || Ok(report::notebook_html(&self.0, Language::parse(language)?)))
    }

    /// The chart of all indicators, or of one, as JSON.
    fn chart(&self, py: Python<'_>, indicator: Option<&str>, language: &str) -> PyResult<String> {
        detached(py, || {
            let language = Language::parse(language)?;
            Ok(json(&match indicator {
                Some(id) => chart::indicator(self.0.indicator(id)?, language),
                None => chart::overview(&self.0, language),
            }))
        })
    }
}
