//! `Assessment` and `PublishedAssessment`.

use cohesion_core::{Language, ReportAudience, chart, report};
use pyo3::prelude::*;

use crate::error::{detached, json, raised};
use crate::faces::handles::{Assessment, Comparisons, Estimates, PublishedAssessment};

#[pymethods]
impl Assessment {
    fn publish(&self, py: Python<'_>) -> PyResult<PublishedAssessment> {
        detached(py, || Ok(self.0.publish())).map(PublishedAssessment)
    }

    fn beside(&self, py: Python<'_>, residents: Vec<(String, Py<Estimates>)>) -> PyResult<Comparisons> {
        let pairs: Vec<(&str, &cohesion_core::Estimates)> =
            residents.iter().map(|(id, estimates)| (id.as_str(), &estimates.get().0)).collect();
        self.0.beside(&pairs).map(Comparisons).map_err(|error| raised(py, error))
    }
}

#[pymethods]
impl PublishedAssessment {
    fn to_html(&self, py: Python<'_>, language: &str, audience: &str, fragment: bool) -> PyResult<String> {
        detached(py, || {
            let (language, audience) = (Language::parse(language)?, ReportAudience::parse(audience)?);
            let render = if fragment { report::assessment_html_fragment } else { report::assessment_html };
            Ok(render(&self.0, language, audience))
        })
    }

    fn to_markdown(&self, py: Python<'_>, language: &str, audience: &str) -> PyResult<String> {
        detached(py, || {
            Ok(report::assessment_markdown(&self.0, Language::parse(language)?, ReportAudience::parse(audience)?))
        })
    }

    /// Importance over performance, as JSON.
    fn chart(&self, py: Python<'_>, language: &str) -> PyResult<String> {
        detached(py, || Ok(json(&chart::importance_performance(&self.0, Language::parse(language)?))))
    }
}
