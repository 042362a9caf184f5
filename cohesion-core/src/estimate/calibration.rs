//! The result of a calibration: how weights were made to meet known totals.

use serde::{Deserialize, Serialize};

use super::{ColumnKind, Note, Provenance, Rows, Sheet, ToSheet, words};
use crate::closed_set::closed_set;
use crate::error::Result;
use crate::json;
use crate::message::{Entry, Language, phrases, sentence};

closed_set! {
    #[unknown("method", "is no way to calibrate")]
    /// How weights are moved towards known totals.
    #[derive(Default)]
    pub enum CalibrationMethod {
        /// Each cell's weights times one factor (Holt and Smith 1979; R: `postStratify`).
        PostStratify = "post_stratify",
        /// Multiplicative: by iterative proportions, or Deville and Särndal's exponential distance (R: `rake`).
        #[default]
        Raking = "raking",
        /// Linear: the generalised regression estimator (R: `calibrate` with `calfun = "linear"`).
        Linear = "linear",
        /// A logistic curve between two bounds (R: `calibrate` with `calfun = "logit"`).
        Logit = "logit",
    }
}

/// One known total, before and after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CalibrationRow {
    /// The columns of the margin, crossed where there are several; the column whose sum is known.
    pub columns: Vec<String>,
    /// One label per column; empty for the sum of a column.
    pub levels: Vec<String>,
    /// How many rows with a weight are there.
    pub n: u64,
    /// The known total.
    pub population: f64,
    /// Its standard error, where it is an estimate itself.
    pub se: Option<f64>,
    /// The total of the weights before.
    pub before: f64,
    /// The total of the calibrated weights.
    pub after: f64,
}

/// What trimming did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Trimming {
    /// No weight is below.
    pub lower: Option<f64>,
    /// No weight is above: as it was asked, or as it follows from the design effect that was asked.
    pub upper: Option<f64>,
    /// Kish's design effect that was asked.
    pub design_effect: Option<f64>,
    /// How many weights were raised to `lower`.
    pub n_raised: u64,
    /// How many weights were cut to `upper`.
    pub n_cut: u64,
    /// The weight that moved from some rows to others: half the sum of the absolute changes.
    pub weight_moved: f64,
    /// Kish's design effect of the calibrated weights without trimming.
    pub kish_untrimmed: f64,
}

/// A calibration: known totals, weights before and after, and how far they moved.
///
/// The factor of a row, g, is its calibrated weight by its weight before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Calibration {
    /// How the weights were moved.
    pub method: CalibrationMethod,
    /// Least and most of g that were asked.
    pub bounds: Option<(f64, f64)>,
    /// One row per known total, in the order they were given.
    pub rows: Vec<CalibrationRow>,
    /// How many rows have a weight.
    pub n: u64,
    /// The sum of the weights before.
    pub sum_before: f64,
    /// The sum of the calibrated weights.
    pub sum_after: f64,
    /// The least g.
    pub g_min: f64,
    /// The largest g.
    pub g_max: f64,
    /// Kish's design effect of weighting before: n times the sum of squares by the square of the sum.
    pub kish_before: f64,
    /// The same of the calibrated weights.
    pub kish_after: f64,
    /// How many steps it took.
    pub iterations: u64,
    /// Whether every total is met; one that is not is an error, so a result says `true`.
    pub converged: bool,
    /// What trimming did, where it was asked.
    pub trimming: Option<Trimming>,
    /// Findings that are not fatal.
    pub notes: Vec<Note>,
    /// How the weights were made, and how errors take it into account.
    pub description: String,
    /// Where the figures come from.
    pub provenance: Provenance,
}

impl Calibration {
    /// The calibration as JSON, the same bytes in every language.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, PopulationMargins, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::text("sex", ["f", "f", "m", "f"].map(Some)),
    ///     Column::number("weight", vec![10.0; 4]),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new().weights("weight"))?;
    /// let known = PopulationMargins::new().groups("sex", [("f", 20.0), ("m", 20.0)]);
    /// let calibrated = survey.calibrate(&known, ())?;
    /// let calibration = calibrated.calibration().unwrap();
    /// assert!(calibration.to_json().contains("\"before\":30.0"));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`Calibration::to_json`] wrote.
    ///
    /// # Errors
    /// [`crate::FaultKind::Syntax`] where the text is no such JSON.
    ///
    /// ```
    /// use cohesion_core::{Calibration, Column, Design, PopulationMargins, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::text("sex", ["f", "f", "m", "f"].map(Some)),
    ///     Column::number("weight", vec![10.0; 4]),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new().weights("weight"))?;
    /// let known = PopulationMargins::new().groups("sex", [("f", 20.0), ("m", 20.0)]);
    /// let calibrated = survey.calibrate(&known, ())?;
    /// let calibration = calibrated.calibration().unwrap();
    /// assert_eq!(Calibration::from_json(&calibration.to_json())?, *calibration);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self> {
        json::read(text, "calibration")
    }
}

impl CalibrationMethod {
    fn words(self, language: Language) -> &'static str {
        let word = match self {
            Self::PostStratify => &words::POST_STRATIFICATION,
            Self::Raking => &words::RAKING,
            Self::Linear => &words::LINEAR,
            Self::Logit => &words::LOGIT,
        };
        word.said(language)
    }
}

impl ToSheet for Calibration {
    fn sheet(&self, language: Language) -> Sheet {
        let say = |name: &'static Entry| name.said(language);
        let whole = || say(&phrases::POPULATION).to_owned();
        let margin = |row: &CalibrationRow| if row.columns.is_empty() { whole() } else { row.columns.join(" × ") };
        let moved = words::weights_moved(self.g_min, self.g_max, self.kish_before, self.kish_after, language);
        let table = Rows::of(&self.rows, language)
            .column("margin", say(&phrases::MARGIN), ColumnKind::Label, margin)
            .column("level", say(&phrases::GROUP), ColumnKind::Label, |row| row.levels.join(" / "))
            .column("n", say(&phrases::ROWS), ColumnKind::Count, |row| row.n)
            .column("population", say(&phrases::POPULATION), ColumnKind::Number, |row| row.population)
            .column("se", say(&phrases::STANDARD_ERROR), ColumnKind::Number, |row| row.se)
            .column("before", say(&phrases::BEFORE_WEIGHTS), ColumnKind::Number, |row| row.before)
            .column("after", say(&phrases::AFTER_WEIGHTS), ColumnKind::Number, |row| row.after)
            .table()
            .sentence(moved);
        let title = sentence::labelled(say(&phrases::CALIBRATION), self.method.words(language), language);
        Sheet::new(language, title, vec![table]).notes(&self.notes).described(&self.description, &self.provenance)
    }
}
