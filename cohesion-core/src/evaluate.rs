//! One plan, one call: from answers to an evaluation.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::confidential::{Confidential, Document};
use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::{ColumnKind, Note, Provenance, Readers, Rows, Sheet, ToSheet, words};
use crate::message::{Language, Text, parse_date, phrases};
use crate::plan::{Plan, PublishRule};
use crate::report::{IndicatorReport, LeftOut, Sample, ScaleReport};
use crate::survey::Summary;
use crate::table::{Column, Table};

mod assess;
mod prepare;
mod publish;
mod questions;
mod results;
mod review;
mod target;

/// What an evaluation is told besides the data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EvaluationOptions {
    as_of: Option<String>,
}

impl EvaluationOptions {
    /// Nothing is told.
    ///
    /// ```
    /// use cohesion_core::EvaluationOptions;
    /// let options = EvaluationOptions::new();
    /// assert_eq!(options, EvaluationOptions::default());
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The date that is taken as today, as `YYYY-MM-DD`: the library reads no clock. It is required where a target runs
    /// from a dated baseline to a date.
    ///
    /// ```
    /// use cohesion_core::{EvaluationOptions, Plan, read_csv};
    /// let plan = Plan::read("examples/somerville.toml")?;
    /// let answers = read_csv(&std::fs::read("examples/somerville.csv")?)?.table;
    /// let evaluation = plan.evaluate(&answers, EvaluationOptions::new().as_of("2026-06-30"))?;
    /// assert_eq!(evaluation.content().provenance.as_of.as_deref(), Some("2026-06-30"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn as_of(mut self, date: impl Into<String>) -> Self {
        self.as_of = Some(date.into());
        self
    }
}

/// Survey answers for an evaluation: the rows, or a summary of them.
#[derive(Clone, Copy, Debug)]
pub enum SurveyInput<'s> {
    /// Rows.
    Table(&'s Table<'s>),
    /// What [`Plan::summarise`] made of rows.
    Summary(&'s Summary),
}

impl<'s> From<&'s Table<'s>> for SurveyInput<'s> {
    fn from(table: &'s Table<'s>) -> Self {
        Self::Table(table)
    }
}

impl<'s> From<&'s Summary> for SurveyInput<'s> {
    fn from(summary: &'s Summary) -> Self {
        Self::Summary(summary)
    }
}

/// The results of one evaluation, small groups included.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EvaluationContent {
    /// The plan's title.
    pub title: Option<Text>,
    /// The plan's description.
    pub description: Option<Text>,
    /// Where the figures come from.
    pub provenance: Provenance,
    /// Who was asked.
    pub sample: Sample,
    /// One per indicator, in the order of the plan.
    pub indicators: Vec<IndicatorReport>,
    /// One per scale, in the order of the plan.
    pub scales: Vec<ScaleReport>,
    /// Findings of the checks.
    pub notes: Vec<Note>,
    /// What was left out and why.
    pub left_out: Vec<LeftOut>,
    /// Groups with fewer answers are hidden in what is published.
    pub minimum_n: u64,
    /// The rule for what may leave the desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<PublishRule>,
    /// Whom to ask.
    pub contact: Option<Text>,
    /// Where the data come from.
    pub source: Option<Text>,
    /// The attribution that the data's licence asks for.
    pub attribution: Option<Text>,
}

impl Document for EvaluationContent {
    const KIND: &'static str = "confidential_evaluation";
    const NAME: &'static str = "evaluation";
    const OTHERWISE: &'static str = "this is no confidential evaluation; what was hidden in a published one is gone";
}

/// The evaluator's own copy of the results: as confidential as the answers.
///
/// What leaves the desk is made from [`Confidential::publish`]: groups below the plan's minimum are hidden, and a second
/// one where the first could be found by subtraction.
pub type Evaluation = Confidential<EvaluationContent>;

/// The scores of a scale, one per row.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleScores {
    /// The scores; NaN in memory where a row has none.
    pub values: Vec<f64>,
    /// The id of each row's band, where the scale has bands and the row a score.
    pub bands: Vec<Option<String>>,
    /// Findings.
    pub notes: Vec<Note>,
}

impl ScaleScores {
    /// The scores as JSON: `values` and `bands` with null where there is none, and `notes`.
    ///
    /// ```
    /// use cohesion_core::{Column, Plan, Table};
    /// let plan = Plan::from_toml(&Plan::template("survey")?)?;
    /// let answers = Table::new(vec![
    ///     Column::number("at_home", vec![4.0, 8.0]),
    ///     Column::number("trust_neighbours", vec![3.0, 5.0]),
    /// ])?;
    /// assert!(plan.score(&answers, "belonging")?.to_json().contains("\"values\":[3.5,null]"));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let values: Vec<Option<f64>> = self.values.iter().map(|value| (!value.is_nan()).then_some(*value)).collect();
        serde_json::json!({ "values": values, "bands": self.bands, "notes": self.notes }).to_string()
    }

    /// Reads what [`ScaleScores::to_json`] wrote.
    ///
    /// # Errors
    /// [`FaultKind::Syntax`] where the text is no such JSON.
    ///
    /// ```
    /// use cohesion_core::{Plan, ScaleScores, read_csv};
    /// let plan = Plan::read("examples/somerville.toml")?;
    /// let answers = read_csv(&std::fs::read("examples/somerville.csv")?)?.table;
    /// let scores = plan.score(&answers, "satisfaction")?;
    /// assert_eq!(ScaleScores::from_json(&scores.to_json())?.values, scores.values);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Given {
            values: Vec<Option<f64>>,
            bands: Vec<Option<String>>,
            notes: Vec<Note>,
        }
        let given: Given = crate::json::read(text, "scores")?;
        let values = given.values.into_iter().map(|value| value.unwrap_or(f64::NAN)).collect();
        Ok(Self { values, bands: given.bands, notes: given.notes })
    }
}

impl ToSheet for ScaleScores {
    /// For people how many rows lie in each band, for programs score and band of every row.
    fn sheet(&self, language: Language) -> Sheet {
        let mut bands: BTreeMap<&str, u64> = BTreeMap::new();
        for band in self.bands.iter().flatten() {
            *bands.entry(band).or_default() += 1;
        }
        let bands: Vec<(&str, u64)> = bands.into_iter().collect();
        let of_bands = Rows::of(&bands, language)
            .column("band", words::BAND.said(language), ColumnKind::Label, |(band, _)| *band)
            .column("n", phrases::ROWS.said(language), ColumnKind::Count, |(_, n)| *n)
            .table()
            .for_readers(Readers::People);
        let rows: Vec<(f64, Option<&String>)> =
            self.values.iter().zip(&self.bands).map(|(value, band)| (*value, band.as_ref())).collect();
        let of_rows = Rows::of(&rows, language)
            .data("score", ColumnKind::Number, |(value, _)| *value)
            .data("band", ColumnKind::Text, |(_, band)| band.cloned())
            .table()
            .for_readers(Readers::Programs);
        let scored = self.values.iter().filter(|value| !value.is_nan()).count();
        let tables = if bands.is_empty() { vec![of_rows] } else { vec![of_bands, of_rows] };
        Sheet::new(language, words::scored(scored, self.values.len(), language), tables).notes(&self.notes)
    }
}

impl Plan {
    /// The evaluation of a survey, from its rows or from a summary.
    ///
    /// # Errors
    /// Every fault of the plan's meaning; every fault of the table (design columns, no indicator computable);
    /// [`FaultKind::SpecMismatch`] for a summary of another plan; [`FaultKind::MissingField`] where a target needs
    /// `as_of`; [`FaultKind::ImpossibleDate`].
    ///
    /// ```
    /// use cohesion_core::{EvaluationOptions, Plan, read_csv};
    /// let plan = Plan::read("examples/somerville.toml")?;
    /// let answers = read_csv(&std::fs::read("examples/somerville.csv")?)?.table;
    /// let evaluation = plan.evaluate(&answers, EvaluationOptions::new())?;
    /// let trust = &evaluation.content().indicators[7];
    /// assert_eq!(trust.id, "trust_police");
    /// assert_eq!(format!("{:.4}", trust.headline.value.unwrap_or_default()), "0.6014");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn evaluate<'s>(&self, survey: impl Into<SurveyInput<'s>>, options: EvaluationOptions) -> Result<Evaluation> {
        self.checked()?;
        let as_of = options.as_of.as_deref().map(date).transpose()?;
        let content = match survey.into() {
            SurveyInput::Summary(summary) => results::content(self, summary, options.as_of.as_deref(), as_of)?,
            SurveyInput::Table(table) => {
                results::content(self, &self.summarise(table)?, options.as_of.as_deref(), as_of)?
            }
        };
        Ok(Evaluation::new(content))
    }

    /// The mergeable summary from which [`Plan::evaluate`] computes; as confidential as the rows.
    ///
    /// # Errors
    /// As [`Plan::evaluate`].
    ///
    /// ```
    /// use cohesion_core::{Plan, read_csv};
    /// let plan = Plan::read("examples/somerville.toml")?;
    /// let answers = read_csv(&std::fs::read("examples/somerville.csv")?)?.table;
    /// let summary = plan.summarise(&answers)?;
    /// assert_eq!(summary.rows(), 143);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn summarise(&self, batch: &Table<'_>) -> Result<Summary> {
        self.summarise_part(batch, None)
    }

    /// The same under a name of its own, for small batches that may be alike by chance.
    ///
    /// # Errors
    /// As [`Plan::evaluate`].
    ///
    /// ```
    /// use cohesion_core::{Plan, read_csv};
    /// let plan = Plan::read("examples/somerville.toml")?;
    /// let answers = read_csv(&std::fs::read("examples/somerville.csv")?)?.table;
    /// let summary = plan.summarise_part(&answers, Some("first batch"))?;
    /// assert_eq!(summary.rows(), 143);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn summarise_part(&self, batch: &Table<'_>, part: Option<&str>) -> Result<Summary> {
        self.checked()?;
        let prepared = prepare::prepare(self, batch)?;
        let mut summary = Summary::new(questions::spec(self, &prepared))?;
        for (key, tally) in prepared.tallies {
            summary.tally(key, tally);
        }
        match part {
            None => summary.add(&prepared.table),
            Some(name) => summary.add_part(name, &prepared.table),
        }
    }

    /// The scores of one of the plan's scales.
    ///
    /// # Errors
    /// [`FaultKind::DanglingId`] for a scale that the plan does not have, [`FaultKind::MissingColumn`] for each item
    /// that is no column, and the faults of the plan.
    ///
    /// ```
    /// use cohesion_core::{Column, Plan, Table};
    /// let plan = Plan::from_toml(&Plan::template("survey")?)?;
    /// let answers = Table::new(vec![
    ///     Column::number("at_home", vec![4.0, 8.0]),
    ///     Column::number("trust_neighbours", vec![3.0, 5.0]),
    /// ])?;
    /// let scores = plan.score(&answers, "belonging")?;
    /// assert_eq!(scores.values[0], 3.5);
    /// // The second does not know whether it is home, and both items are needed.
    /// assert!(scores.values[1].is_nan());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn score(&self, table: &Table<'_>, scale: &str) -> Result<ScaleScores> {
        self.checked()?;
        let Some(definition) = self.scales.iter().find(|definition| definition.id == scale) else {
            let known: Vec<&str> = self.scales.iter().map(|definition| definition.id.as_str()).collect();
            let message = format!("the plan has no scale `{scale}`; it has {}", known.join(", "));
            return Err(Fault::new(FaultKind::DanglingId, "scale", message).value(scale).allowed(known).into());
        };
        let faults: Vec<Fault> = definition
            .items
            .iter()
            .filter(|item| !table.has(&item.variable))
            .map(|item| table.no_such_column(&item.variable))
            .collect();
        Error::unless_empty(faults, ())?;
        let mut tallies = BTreeMap::new();
        let scores = prepare::scores(self, table, definition, &mut tallies)?;
        let name = |band: &Option<u16>| definition.bands.get(usize::from((*band)?)).map(|band| band.id.clone());
        let notes = tallies.iter().map(|(key, tally)| tally.note(key)).chain(scores.notes()).collect();
        Ok(ScaleScores { bands: scores.bands.iter().map(name).collect(), values: scores.values, notes })
    }

    /// A table with one more column: the scores of a scale, under the scale's id.
    ///
    /// # Errors
    /// As [`Plan::score`].
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Plan, Survey, Table};
    /// let plan = Plan::from_toml(&Plan::template("survey")?)?;
    /// let answers = Table::new(vec![
    ///     Column::number("at_home", vec![4.0, 2.0]),
    ///     Column::number("trust_neighbours", vec![3.0, 5.0]),
    /// ])?;
    /// let scored = plan.with_scores(answers, "belonging")?;
    /// let mean = Survey::new(&scored, Design::new())?.mean("belonging", ())?;
    /// assert_eq!(mean.rows[0].estimate.value, Some(3.5));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn with_scores<'t>(&self, table: Table<'t>, scale: &str) -> Result<Table<'t>> {
        let scores = self.score(&table, scale)?;
        table.with_column(Column::number(scale, scores.values))
    }
}

fn date(text: &str) -> Result<time::Date> {
    parse_date(text).ok_or_else(|| {
        let message = format!("`{text}` is no date: write year, month and day as 2026-06-30");
        Fault::new(FaultKind::ImpossibleDate, "as_of", message).value(text).into()
    })
}
