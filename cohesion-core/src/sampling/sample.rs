//! What is read once of the rows of a survey: their sampling units and weights.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::texts as common;
use crate::estimate::{Calibration, Note, ResponseAdjustment};
use crate::sampling::calibrate::weighting::Weighting;
use crate::sampling::design::{Design, no_replicates};
use crate::sampling::replicates::factors::ReplicateFactors;
use crate::sampling::texts;
use crate::sampling::units::Units;
use crate::sampling::variance::Sampling;
use crate::stat::SQUARABLE;
use crate::table::Table;

/// How many rows a fault of weights names.
const LISTED: usize = 5;

/// The sampling unit and the weight of every row under a design, read and checked once: what a [`Survey`](crate::Survey) keeps, so that
/// no call reads the columns of the design again.
///
/// It owns what it holds, so that a program may keep it longer than a table that borrows.
///
/// ```
/// use cohesion_core::{Column, Design, Survey, Table};
/// let table = Table::new(vec![
///     Column::number("trust", vec![3.0, 4.0, 5.0]),
///     Column::number("weight", vec![1.0, 2.0, 1.0]),
/// ])?;
/// let sample = Survey::new(&table, Design::new().weights("weight"))?.sample().clone();
/// assert_eq!(sample.survey(&table)?.mean("trust", ())?.rows[0].estimate.value, Some(4.0));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct DrawnSample {
    drawn: Arc<Drawn>,
    /// Where errors come from replicates that were made of it.
    factors: Option<ReplicateFactors>,
}

#[derive(Debug)]
struct Drawn {
    design: Design,
    units: Units,
    unit_of: Vec<u32>,
    weights: Option<Vec<f64>>,
    look: WeightLook,
    /// What was made of the weights of the design.
    weighting: Option<Weighting>,
    calibration: Option<Calibration>,
    response: Option<ResponseAdjustment>,
}

impl DrawnSample {
    /// The sample of these rows.
    ///
    /// # Errors
    /// As [`Survey::new`], but for replicate weights.
    pub(crate) fn read(table: &Table<'_>, design: Design) -> Result<Self> {
        Error::unless_empty(table.absent(design.columns()), ())?;
        if table.rows() == 0 {
            return Err(Error::new(FaultKind::EmptyTable, "table", "the table has no row"));
        }
        let weights = weights_of(table, &design)?;
        let look = WeightLook::NONE.read(table.rows(), weights.as_deref(), true);
        let mut units = Units::default();
        let unit_of = units.add(table, &design)?;
        look.refuse_zero(&design)?;
        // Made here for its faults alone; it borrows the units, and so cannot be kept beside them.
        Sampling::of(&units, &design)?;
        let weights = weights.map(Cow::into_owned);
        let (weighting, calibration, response) = (None, None, None);
        let drawn = Drawn { weights, look, units, unit_of, design, weighting, calibration, response };
        Ok(Self { drawn: Arc::new(drawn), factors: None })
    }

    /// The same sample with errors from these replicates.
    pub(crate) fn replicated(&self, factors: ReplicateFactors) -> Self {
        // Units and weights are shared: a survey with replicates costs no second copy of the rows.
        Self { drawn: Arc::clone(&self.drawn), factors: Some(factors) }
    }

    /// The replicates that errors come from; `None` without, or where replicate weights came with the data.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::number("weight", vec![10.0, 20.0, 10.0, 20.0]),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// assert!(survey.sample().factors().is_none());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn factors(&self) -> Option<&ReplicateFactors> {
        self.factors.as_ref()
    }

    /// Whether errors come from replicates, made or given.
    pub(crate) fn has_replicates(&self) -> bool {
        self.factors.is_some() || self.design().replicates.is_some()
    }

    /// The fault of asking for what has no errors from replicates.
    pub(crate) fn refuse_replicates(&self) -> Result<()> {
        if self.has_replicates() { Err(no_replicates().into()) } else { Ok(()) }
    }

    /// The same sample with other weights.
    ///
    /// # Errors
    /// [`FaultKind::BadWeight`] where they sum to zero.
    pub(crate) fn weighted(
        &self,
        weighting: Weighting,
        calibration: Option<Calibration>,
        response: Option<ResponseAdjustment>,
    ) -> Result<Self> {
        let drawn = &self.drawn;
        // The weights are no column any more, and say how they were made.
        let design = Design { adjusted: Some(weighting.words()), ..drawn.design.clone() };
        let weights = Some(weighting.weights().to_vec());
        let look = WeightLook::NONE.read(drawn.unit_of.len(), weights.as_deref(), true);
        look.refuse_zero(&design)?;
        let (units, unit_of, weighting) = (drawn.units.clone(), drawn.unit_of.clone(), Some(weighting));
        let drawn = Drawn { weights, look, units, unit_of, design, weighting, calibration, response };
        Ok(Self { drawn: Arc::new(drawn), factors: self.factors.clone() })
    }

    /// The design.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::number("weight", vec![10.0, 20.0, 10.0, 20.0]),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new().weights("weight"))?;
    /// assert_eq!(*survey.sample().design(), Design::new().weights("weight"));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn design(&self) -> &Design {
        &self.drawn.design
    }

    /// One line for people: the replicates, or the design.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::number("weight", vec![10.0, 20.0, 10.0, 20.0]),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new().weights("weight"))?;
    /// assert_eq!(survey.sample().describe(), "weights weight");
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn describe(&self) -> String {
        self.factors.as_ref().map_or_else(|| self.design().describe(), ReplicateFactors::describe)
    }

    pub(crate) fn units(&self) -> &Units {
        &self.drawn.units
    }

    /// The last-stage unit of each row; its stratum where the row is the unit.
    pub(crate) fn unit_of(&self) -> &[u32] {
        &self.drawn.unit_of
    }

    /// What was made of the weights of the design.
    pub(crate) fn weighting(&self) -> Option<&Weighting> {
        self.drawn.weighting.as_ref()
    }

    /// How the weights of a calibrated sample were made.
    pub(crate) fn calibration(&self) -> Option<&Calibration> {
        self.drawn.calibration.as_ref()
    }

    /// How the weights of respondents were raised.
    pub(crate) fn response(&self) -> Option<&ResponseAdjustment> {
        self.drawn.response.as_ref()
    }

    /// The column of weights, or what was made of it.
    pub(crate) fn weights(&self) -> Option<&[f64]> {
        self.drawn.weights.as_deref()
    }

    /// How the units were sampled.
    ///
    /// # Errors
    /// As [`Sampling::of`].
    pub(crate) fn sampling(&self) -> Result<Sampling<'_>> {
        Sampling::of(&self.drawn.units, &self.drawn.design)
    }

    /// Findings about the weights.
    pub(crate) fn notes(&self) -> Vec<Note> {
        self.drawn.look.notes(&self.drawn.design, self.drawn.unit_of.len() as f64)
    }
}

/// The weights of the rows, where the design names a column of them.
///
/// # Errors
/// [`FaultKind::BadWeight`] for missing and negative ones.
pub(crate) fn weights_of<'t>(table: &'t Table<'_>, design: &Design) -> Result<Option<Cow<'t, [f64]>>> {
    let Some(name) = &design.weights else { return Ok(None) };
    let column = table.column(name)?;
    let numbers = column.numbers_unchecked()?;
    // Looked at in blocks first: nearly always none is bad.
    let good =
        |weights: &[f64]| weights.iter().fold(true, |good, weight| good & (*weight >= 0.0) & (*weight < f64::INFINITY));
    if numbers.values.chunks(1024).all(good) {
        return Ok(Some(numbers.values));
    }
    // An infinite weight is a fault of its column, which knows the row.
    column.numbers()?;
    let bad = numbers.values.iter().enumerate().filter(|(_, weight)| weight.is_nan() || **weight < 0.0);
    let fault = |(row, weight): (usize, &f64)| {
        let what = if weight.is_nan() { "missing" } else { "negative" };
        let path = format!("column[{name}].row[{}]", row + 1);
        Fault::new(FaultKind::BadWeight, path, format!("the weight in row {} is {what}", row + 1))
    };
    Error::unless_empty(bad.take(LISTED).map(fault).collect(), Some(numbers.values))
}

/// The sum, in four lanes: an addition need not wait for the one before.
fn sum(weights: &[f64]) -> f64 {
    // Four sums side by side: an addition need not wait for the one before.
    let (whole, rest) = weights.as_chunks::<4>();
    let mut lanes = [0.0; 4];
    for chunk in whole {
        lanes.iter_mut().zip(chunk).for_each(|(lane, weight)| *lane += weight);
    }
    lanes.iter().chain(rest).sum()
}

/// What the weights look like, for notes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct WeightLook {
    pub sum: f64,
    all_whole: bool,
    all_equal_to: Option<f64>,
}

impl WeightLook {
    /// No row yet.
    pub const NONE: Self = Self { sum: 0.0, all_whole: true, all_equal_to: None };

    /// With the weights of these rows; `first` where there was no row before.
    pub fn read(self, rows: usize, weights: Option<&[f64]>, first: bool) -> Self {
        let Some(weights) = weights else { return Self { sum: self.sum + rows as f64, ..self } };
        let start = weights.first().copied();
        // Looked at while they are read, since no summary keeps a single weight.
        let here = Self {
            sum: sum(weights),
            all_whole: weights.iter().all(|weight| *weight >= 1.0 && weight.fract() == 0.0),
            all_equal_to: start.filter(|start| weights.iter().all(|weight| weight == start)),
        };
        self.merge(here, first, false)
    }

    pub fn merge(self, other: Self, ours_empty: bool, theirs_empty: bool) -> Self {
        if ours_empty {
            return other;
        }
        if theirs_empty {
            return self;
        }
        Self {
            sum: self.sum + other.sum,
            all_whole: self.all_whole && other.all_whole,
            all_equal_to: self.all_equal_to.filter(|value| Some(*value) == other.all_equal_to),
        }
    }

    /// # Errors
    /// [`FaultKind::BadWeight`] where all weights are zero, or their sum is no number that can be squared.
    pub fn refuse_zero(self, design: &Design) -> Result<()> {
        let message = match self.sum {
            sum if sum > *SQUARABLE.end() => "the weights are too large to be squared: give them in another unit",
            sum if sum >= *SQUARABLE.start() => return Ok(()),
            sum if sum > 0.0 => "the weights are too small to be squared: give them in another unit",
            _ => "the weights sum to zero",
        };
        let path = format!("column[{}]", design.weights.as_deref().unwrap_or_default());
        Err(Error::new(FaultKind::BadWeight, path, message))
    }

    /// What is worth saying about them.
    pub fn notes(self, design: &Design, rows: f64) -> Vec<Note> {
        let Some(column) = &design.weights else { return Vec::new() };
        let path = format!("column[{column}]");
        let mut notes = Vec::new();
        if self.all_whole && self.all_equal_to.is_none() {
            notes.push(Note::information(texts::weights_look_like_counts(), path.clone()));
        }
        // Weights of mean 1 were scaled to the sample: a total would be that of the sample and not of the population.
        if (self.sum / rows - 1.0).abs() < 1e-6 {
            notes.push(Note::warning(common::weights_normalised(), path));
        }
        notes
    }
}
