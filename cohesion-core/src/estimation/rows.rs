//! The rows of a call: in which group each one is, its sampling unit and its weight.

use crate::stat::at;
use std::borrow::Cow;
use std::collections::HashMap;

use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::texts as common;
use crate::estimate::{Estimates, Note, Provenance, Statistic};
use crate::estimation::accumulate::{Batch, BatchSlots, MarginSums, NOWHERE, Reading};
use crate::estimation::linearise;
use crate::estimation::linearise::Request;
use crate::estimation::measure::{Margin, Measure};
use crate::estimation::options::EstimateOptions;
use crate::message::CellOfRow;
use crate::sampling::Survey;
use crate::sampling::calibrate::weighting::Weighting;
use crate::sampling::variance::Sampling;
use crate::stat::both;
use crate::table::Unparsed;

/// The rows of a call and the sampling units of the whole survey.
pub(crate) struct Rows<'s> {
    survey: &'s Survey<'s>,
    options: &'s EstimateOptions,
    pub sampling: Sampling<'s>,
    margin: Margin,
    /// Cells and slots of the margin; the sums of a column are made when they are asked for.
    sums: MarginSums,
    slots: BatchSlots,
    pub provenance: Provenance,
}

impl<'s> Rows<'s> {
    /// The rows of a survey; `columns` are those that the call reads besides its groups and filters.
    ///
    /// # Errors
    /// Every column that is not there; [`FaultKind::TooLarge`] for too many groups.
    pub fn read(survey: &'s Survey<'s>, columns: &[&str], options: &'s EstimateOptions) -> Result<Self> {
        let (table, sample, margin) = (survey.table, &survey.sample, options.margin());
        let names = || sample.design().columns().chain(columns.iter().copied()).chain(margin.columns());
        Error::unless_empty(table.absent(names()), ())?;
        let sampling = sample.sampling()?;
        let batch = Batch { table, units: sample.unit_of(), n_units: sample.units().count() };
        let mut sums = MarginSums::default();
        let (fingerprint, slots) = both(|| table.fingerprint_of(names()), || sums.slots_of(&batch, &margin));
        let (mut slots, provenance) = (slots?, Provenance::of_tables(vec![fingerprint]));
        sums.cells.refuse_many(&margin.by)?;
        // Others stand for them now: they are no rows with a missing answer.
        if sample.weighting().is_some_and(Weighting::has_nonrespondents) {
            let weights = sample.weights().unwrap_or_default();
            slots.leave_out(|row| weights.get(row).is_some_and(|weight| *weight == 0.0));
        }
        Ok(Self { survey, options, sampling, margin, sums, slots, provenance })
    }

    /// A column's numbers, and the note of the texts that are none.
    ///
    /// # Errors
    /// A column that holds no numbers, an infinite number.
    pub fn numbers(&self, column: &str) -> Result<(Cow<'s, [f64]>, Option<Note>)> {
        let numbers = self.survey.table.column(column)?.squarable()?;
        let note = unparsed_note(column, &numbers.unparsed);
        Ok((numbers.values, note))
    }

    /// How many rows the table has.
    pub fn len(&self) -> usize {
        self.slots.of_row.len()
    }

    /// The group of a row; `None` outside the domain, or without a label.
    pub fn cell(&self, row: usize) -> Option<usize> {
        let slot = self.slots.of_row.get(row)?;
        self.sums.slots.get(*slot as usize).map(|(_, cell)| *cell as usize)
    }

    /// How many groups there are.
    pub fn cells(&self) -> usize {
        self.sums.cells.labels.len()
    }

    /// Row, group by the order of the labels, and value of every answer.
    pub fn answers_of<'v>(&'v self, values: &'v [f64]) -> impl Iterator<Item = ((usize, usize), f64)> + 'v {
        let place = linearise::places(&self.sums.cells.labels);
        values
            .iter()
            .enumerate()
            .filter(|(_, value)| !value.is_nan())
            .filter_map(move |(row, value)| Some(((row, *place.get(self.cell(row)?)?), *value)))
    }

    /// The place of each group when they are sorted by label.
    pub fn sorted_places(&self) -> Vec<usize> {
        linearise::places(&self.sums.cells.labels)
    }

    /// The rows of the domain.
    pub fn inside(&self) -> Vec<usize> {
        let slots = self.slots.of_row.iter().enumerate();
        slots.filter(|(_, slot)| **slot != NOWHERE).map(|(row, _)| row).collect()
    }

    /// The last-stage unit of a row; its stratum where the row is the unit.
    pub fn unit(&self, row: usize) -> usize {
        self.survey.sample.unit_of().get(row).map_or(usize::MAX, |unit| *unit as usize)
    }

    /// The weight of a row: the column's, or what follows from the fpc, or 1.
    pub fn weight(&self, row: usize) -> f64 {
        match self.survey.sample.weights() {
            Some(weights) => at(weights, row),
            None => self.sampling.weight_of(self.unit(row)),
        }
    }

    /// First-stage clusters less strata among these rows; rows less strata where the row is the unit.
    pub fn degrees(&self, rows: &[usize]) -> f64 {
        let primary = |row: &usize| self.sampling.primary_of(self.unit(*row));
        let mut clusters: Vec<(usize, usize)> = rows.iter().map(primary).collect();
        // A row is a unit of its own where there are no clusters, and then counts however often its stratum comes.
        clusters.sort_unstable();
        if self.sampling.clustered() {
            clusters.dedup();
        }
        let strata = clusters.chunk_by(|a, b| a.0 == b.0).count();
        (clusters.len() - strata) as f64
    }

    /// The last-stage unit of every row.
    pub fn units(&self) -> &[u32] {
        self.survey.sample.unit_of()
    }

    /// The group of each list of labels.
    pub fn places(&self) -> HashMap<&[String], usize> {
        let labels = self.sums.cells.labels.iter().enumerate();
        labels.map(|(place, labels)| (labels.as_slice(), place)).collect()
    }

    /// The estimates that `how` makes of the sums of a column.
    ///
    /// # Errors
    /// As [`Rows::estimate`].
    pub fn estimate_by(
        &self,
        options: &EstimateOptions,
        statistic: Statistic,
        measure: &Measure,
        column: &Reading<'_>,
        how: impl FnOnce(&Request<'_>, &MarginSums) -> Result<Estimates>,
    ) -> Result<Estimates> {
        // Slots are found once for a call and filled for each of its columns.
        let mut sums = self.sums.clone();
        sums.moments = self.slots.sums(column, self.survey.sample.weights());
        Reading::refuse_infinite(self.survey.table, measure, &sums.moments)?;
        // A column without an answer has nothing to be shifted by.
        let shift = if column.shift.is_nan() { 0.0 } else { column.shift };
        let request = Request { statistic, measure, position: 0, width: 1, shift, options, keys: &self.margin.by };
        let mut estimates = how(&request, &sums)?;
        estimates.notes.extend(unparsed_note(&measure.variable, &column.unparsed));
        estimates.notes.extend(self.notes(statistic));
        estimates.provenance = self.provenance.clone();
        Ok(estimates)
    }

    /// Rows without a label, and what the weights look like.
    pub fn notes(&self, statistic: Statistic) -> Vec<Note> {
        linearise::call_notes(statistic, &self.sums, &self.margin.by, self.survey.sample.notes())
    }

    /// Says how far a long call has come.
    ///
    /// # Errors
    /// [`FaultKind::Cancelled`](crate::FaultKind::Cancelled).
    pub fn tell(&self, done: usize, total: usize) -> Result<()> {
        self.survey.told.tell(done, total)
    }

    pub fn survey(&self) -> &Survey<'s> {
        self.survey
    }

    pub fn options(&self) -> &EstimateOptions {
        self.options
    }
}

/// Refuses groups and a level outside 0 to 1 where groups are named otherwise.
pub(crate) fn refuse_groups(options: &EstimateOptions) -> Result<()> {
    let mut faults = Vec::new();
    if !(options.level > 0.0 && options.level < 1.0) {
        faults.push(Fault::new(FaultKind::OutOfRange, "level", "the level lies between 0 and 1"));
    }
    if let Some(column) = options.margin().by.first() {
        let message = "groups are no option here: name them as a regressor or as the groups of the test, or use where";
        faults.push(Fault::new(FaultKind::UnknownOption, "by", message).value(column));
    }
    Error::unless_empty(faults, ())
}

/// Says that texts that are no numbers were counted as missing.
pub(crate) fn unparsed_note(column: &str, unparsed: &[Unparsed]) -> Option<Note> {
    let example = |one: &Unparsed| CellOfRow { row: Some(one.row as u64), value: one.text.clone() };
    let said = || common::unparsed(column, unparsed.len(), unparsed.iter().take(3).map(example));
    (!unparsed.is_empty()).then(|| Note::warning(said(), format!("column[{column}]")))
}
