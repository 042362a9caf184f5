//! `Plan`: documents in, faults and results out.

use std::path::PathBuf;

use cohesion_core::{Error, EvaluationOptions, FaultKind, SurveyInput, TieChoice};
use numpy::{IntoPyArray, PyArray1};
use pyo3::prelude::*;

use crate::error::{detached, json, raised};
use crate::faces::handles::{Assessment, Evaluation, Review};
use crate::faces::network::{Network, TwoMode};
use crate::review;
use crate::sheet::Sheet;
use crate::summary::Summary;
use crate::table::Rows;

/// A plan that was read.
#[pyclass(frozen, eq, module = "cohesion_core._core")]
#[derive(PartialEq)]
pub struct Plan(cohesion_core::Plan);

/// Answers for an evaluation.
#[derive(FromPyObject)]
pub enum Answers<'py> {
    /// What `summarise` made of rows.
    Summary(Bound<'py, Summary>),
    /// Rows.
    Rows(Rows<'py>),
}

/// The scores of a scale.
#[pyclass(frozen, module = "cohesion_core._core")]
pub struct ScaleScores(cohesion_core::ScaleScores);

#[pymethods]
impl ScaleScores {
    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        cohesion_core::ScaleScores::from_json(text).map(Self).map_err(|error| raised(py, error))
    }

    fn to_json(&self) -> String {
        self.0.to_json()
    }

    fn sheet(&self, py: Python<'_>, language: &str) -> PyResult<Sheet> {
        Sheet::of(py, &self.0, language)
    }

    fn values<'py>(&self, py: Python<'py>) -> Bound<'py, PyArray1<f64>> {
        self.0.values.clone().into_pyarray(py)
    }
}

#[pymethods]
impl Plan {
    #[staticmethod]
    fn read(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        detached(py, || cohesion_core::Plan::read(path)).map(Self)
    }

    #[staticmethod]
    fn from_toml(py: Python<'_>, text: &str) -> PyResult<Self> {
        detached(py, || cohesion_core::Plan::from_toml(text)).map(Self)
    }

    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        detached(py, || cohesion_core::Plan::from_json(text)).map(Self)
    }

    /// Takes a document that was never a text: its faults have no line.
    #[staticmethod]
    fn from_value(py: Python<'_>, json: &str) -> PyResult<Self> {
        let value = serde_json::from_str(json)
            .map_err(|error| raised(py, Error::new(FaultKind::WrongType, "", error.to_string())))?;
        detached(py, || cohesion_core::Plan::from_value(&value)).map(Self)
    }

    #[staticmethod]
    fn template(py: Python<'_>, name: &str) -> PyResult<String> {
        cohesion_core::Plan::template(name).map_err(|error| raised(py, error))
    }

    /// A first codebook, as JSON.
    #[staticmethod]
    fn codebook_from(py: Python<'_>, rows: Rows<'_>) -> PyResult<String> {
        rows.with(py, |table| Ok(json(&cohesion_core::Plan::codebook_from(table))))
    }

    /// Every fault of meaning, as JSON.
    fn check(&self, py: Python<'_>) -> PyResult<String> {
        detached(py, || Ok(json(&self.0.check())))
    }

    /// Every fault in tables of records, as JSON.
    fn check_records(&self, py: Python<'_>, records: Vec<(String, Rows<'_>)>) -> PyResult<String> {
        let tables = review::tables(&records).map_err(|error| raised(py, error))?;
        detached(py, || Ok(json(&self.0.check_records(&tables))))
    }

    /// The review of the partnership by its records.
    fn review(
        &self,
        py: Python<'_>,
        records: Vec<(String, Rows<'_>)>,
        as_of: &str,
        previous: Option<Bound<'_, Review>>,
        seed: u64,
    ) -> PyResult<Review> {
        review::review(py, &self.0, &records, as_of, previous.as_ref().map(Bound::get), seed)
    }

    fn network(
        &self,
        py: Python<'_>,
        records: Vec<(String, Rows<'_>)>,
        wave: Option<&str>,
        kind: Vec<String>,
        respondents: Option<Vec<String>>,
    ) -> PyResult<Network> {
        let tables = review::tables(&records).map_err(|error| raised(py, error))?;
        let mut choice = TieChoice::new();
        choice = wave.into_iter().fold(choice, TieChoice::wave);
        choice = kind.into_iter().fold(choice, TieChoice::kind);
        choice = respondents.into_iter().fold(choice, TieChoice::respondents);
        detached(py, || self.0.network(&tables, choice)).map(Network)
    }

    fn activity_network(&self, py: Python<'_>) -> PyResult<TwoMode> {
        detached(py, || self.0.activity_network()).map(TwoMode)
    }

    /// What the linter finds in the scales, as JSON.
    fn lint(&self, py: Python<'_>) -> PyResult<String> {
        let scales = self.0.scales.iter().enumerate();
        detached(py, || {
            let notes = scales.flat_map(|(place, scale)| scale.lint_at(&format!("scales[{place}]({})", scale.id)));
            Ok(json(&notes.collect::<Vec<_>>()))
        })
    }

    fn hash(&self) -> &str {
        self.0.hash()
    }

    fn to_json(&self) -> String {
        self.0.to_json()
    }

    fn to_toml(&self, py: Python<'_>) -> PyResult<String> {
        self.0.to_toml().map_err(|error| raised(py, error))
    }

    fn score(&self, py: Python<'_>, rows: Rows<'_>, scale: &str) -> PyResult<ScaleScores> {
        rows.with(py, |table| self.0.score(table, scale)).map(ScaleScores)
    }

    fn summarise(&self, py: Python<'_>, rows: Rows<'_>, part: Option<&str>) -> PyResult<Summary> {
        rows.with(py, |table| self.0.summarise_part(table, part)).map(Summary)
    }

    fn assess(&self, py: Python<'_>, rows: Rows<'_>) -> PyResult<Assessment> {
        rows.with(py, |table| self.0.assess(table)).map(Assessment)
    }

    fn evaluate(&self, py: Python<'_>, survey: Answers<'_>, as_of: Option<&str>) -> PyResult<Evaluation> {
        let options = as_of.into_iter().fold(EvaluationOptions::new(), EvaluationOptions::as_of);
        let evaluation = match &survey {
            Answers::Rows(rows) => rows.with(py, |table| self.0.evaluate(SurveyInput::Table(table), options)),
            Answers::Summary(summary) => {
                let summary = &summary.get().0;
                detached(py, || self.0.evaluate(summary, options))
            }
        };
        evaluation.map(Evaluation)
    }
}
