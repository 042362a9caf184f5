//! `Review`: the core's result, read from Python as JSON.

use std::collections::BTreeMap;

use cohesion_core::chart::{self, ReviewPicture};
use cohesion_core::{Error, Language, Plan, ReportAudience, ReviewOptions, Table, report};
use pyo3::prelude::*;

use crate::error::{detached, json, raised};
use crate::faces::handles::{PublishedReview, Review};
use crate::table::Rows;

/// Tables of records by kind.
pub fn tables<'a>(records: &'a [(String, Rows<'_>)]) -> Result<BTreeMap<String, Table<'a>>, Error> {
    records.iter().map(|(kind, rows)| Ok((kind.clone(), rows.table()?))).collect()
}

/// The review of a plan's partnership.
pub fn review(
    py: Python<'_>,
    plan: &Plan,
    records: &[(String, Rows<'_>)],
    as_of: &str,
    previous: Option<&Review>,
    seed: u64,
) -> PyResult<Review> {
    let tables = tables(records).map_err(|error| raised(py, error))?;
    let options = ReviewOptions::new(as_of).seed(seed);
    let options = previous.into_iter().fold(options, |options, before| options.previous(&before.0));
    detached(py, || plan.review(&tables, options)).map(Review)
}

#[pymethods]
impl Review {
    fn publish(&self, py: Python<'_>) -> PyResult<PublishedReview> {
        detached(py, || Ok(self.0.publish())).map(PublishedReview)
    }

    /// One of the pictures, as JSON; for residents from what may be published.
    fn chart(&self, py: Python<'_>, picture: &str, language: &str, audience: &str) -> PyResult<String> {
        detached(py, || {
            let (language, picture) = (Language::parse(language)?, ReviewPicture::parse(picture)?);
            Ok(json(&match ReportAudience::parse(audience)? {
                ReportAudience::Partners => chart::review(&self.0, picture, language),
                ReportAudience::Residents => chart::review(&self.0.publish(), picture, language),
            }))
        })
    }

    fn finding_texts(&self, py: Python<'_>, language: &str) -> PyResult<Vec<String>> {
        detached(py, || Ok(report::finding_texts(&self.0, Language::parse(language)?)))
    }

    fn to_text(&self, py: Python<'_>, language: &str) -> PyResult<String> {
        detached(py, || Ok(report::review_text(&self.0, Language::parse(language)?)))
    }

    fn to_html(&self, py: Python<'_>, language: &str, audience: &str) -> PyResult<String> {
        detached(py, || {
            let (language, audience) = (Language::parse(language)?, ReportAudience::parse(audience)?);
            Ok(report::review_html(&self.0, language, audience))
        })
    }

    fn to_markdown(&self, py: Python<'_>, language: &str, audience: &str) -> PyResult<String> {
        detached(py, || {
            let (language, audience) = (Language::parse(language)?, ReportAudience::parse(audience)?);
            Ok(report::review_markdown(&self.0, language, audience))
        })
    }

    /// The light table for a notebook.
    fn notebook_html(&self, py: Python<'_>, language: &str) -> PyResult<String> {
        detached(py, || Ok(report::review_notebook_html(&self.0, Language::parse(language)?)))
    }
}

#[pymethods]
impl PublishedReview {
    /// One of the pictures, as JSON; the audience changes nothing.
    fn chart(&self, py: Python<'_>, picture: &str, language: &str, audience: &str) -> PyResult<String> {
        detached(py, || {
            let (language, picture) = (Language::parse(language)?, ReviewPicture::parse(picture)?);
            ReportAudience::parse(audience)?;
            Ok(json(&chart::review(&self.0, picture, language)))
        })
    }

    fn finding_texts(&self, py: Python<'_>, language: &str) -> PyResult<Vec<String>> {
        detached(py, || Ok(report::finding_texts(&self.0, Language::parse(language)?)))
    }

    fn to_text(&self, py: Python<'_>, language: &str) -> PyResult<String> {
        detached(py, || Ok(report::review_text(&self.0, Language::parse(language)?)))
    }

    fn to_html(&self, py: Python<'_>, language: &str, audience: &str) -> PyResult<String> {
        detached(py, || {
            let (language, audience) = (Language::parse(language)?, ReportAudience::parse(audience)?);
            Ok(report::review_html(&self.0, language, audience))
        })
    }

    fn to_markdown(&self, py: Python<'_>, language: &str, audience: &str) -> PyResult<String> {
        detached(py, || {
            let (language, audience) = (Language::parse(language)?, ReportAudience::parse(audience)?);
            Ok(report::review_markdown(&self.0, language, audience))
        })
    }

    /// The light table for a notebook.
    fn notebook_html(&self, py: Python<'_>, language: &str) -> PyResult<String> {
        detached(py, || Ok(report::review_notebook_html(&self.0, Language::parse(language)?)))
    }
}
