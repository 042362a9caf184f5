//! Estimates whose linearised values are made row by row: ratio, variance, correlation, quantile.
//!
//! The rows are read twice: once for the figures of each group, once for the error. The linearised value u of a row
//! becomes a column of its own, and the error of the figure is that of the weighted total of u over the rows that
//! answered (Särndal, Swensson and Wretman 1992, section 5.5), so that stages, strata with one unit, domains, degrees of
//! freedom and covariances are those of every other estimate.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use super::accumulate::{Cells, NOWHERE};
use super::design::Design;
use super::options::{EstimateOptions, TotalRule};
use super::spec::{Measure, SummarySpec};
use super::summary::{Summary, Tally, TallyKey};
use super::units::Units;
use super::variance::Sampling;
use crate::error::{Error, Result};
use crate::estimate::{Estimate, Estimates, Interval, Note, NoteCode, Provenance, Statistic};
use crate::table::{Column, Table};

/// How many examples a note of unparsed values shows.
const EXAMPLES: usize = 3;
/// An error below this part of the figure is rounding.
const ROUNDING: f64 = 1e-13;

/// The rows of a call: their weights, their groups and the numbers it asks for.
pub(super) struct RowSet<'t> {
    /// The columns that the call reads.
    used: Table<'t>,
    design: &'t Design,
    options: &'t EstimateOptions,
    weights: Vec<f64>,
    numbers: Vec<Vec<f64>>,
    labels: Vec<Vec<String>>,
    cell_of: Vec<u32>,
    notes: Vec<Note>,
}

/// The answers of one group: weights, and the numbers of each variable, of the rows that answered all of them.
pub(super) struct Answers {
    /// Place of each row in the table.
    pub rows: Vec<usize>,
    pub weights: Vec<f64>,
    /// One list per variable.
    pub numbers: Vec<Vec<f64>>,
    /// Sum of the weights.
    pub total: f64,
}

/// The figure of one group, or why there is none.
pub(super) type Figure = std::result::Result<f64, NoteCode>;

/// What is made of the answers of every group.
pub(super) struct Linearised {
    /// One per group.
    pub figures: Vec<Figure>,
    /// One per row of the table; NaN for rows that did not answer.
    pub values: Vec<f64>,
}

impl<'t> RowSet<'t> {
    /// Reads the rows for a call on these columns.
    ///
    /// # Errors
    /// A column that is not there or holds no numbers, an infinite number, weights that are no weights, a level outside
    /// 0 to 1, an interval method that only shares have.
    pub fn read(
        table: &'t Table<'_>,
        design: &'t Design,
        variables: &[&str],
        statistic: Statistic,
        options: &'t EstimateOptions,
    ) -> Result<Self> {
        options.check_interval(statistic)?;
        let margin = options.margin();
        let names: BTreeSet<&str> = design_columns(design)
            .chain(variables.iter().copied())
            .chain(margin.by.iter().map(String::as_str))
            .chain(margin.within.iter().map(|filter| filter.column.as_str()))
            .collect();
        let faults = names.iter().filter(|name| !table.has(name)).map(|name| table.no_such_column(name)).collect();
        Error::unless_empty(faults, ())?;
        let used = table.select(&names)?;
        let mut notes = Vec::new();
        let mut numbers = Vec::with_capacity(variables.len());
        for variable in variables {
            let (values, note) = numbers_of(table, variable)?;
            numbers.push(values);
            notes.extend(note.filter(|note| !notes.contains(note)));
        }
        let mut cells = Cells::default();
        let cell_of = cells.codes(table, &margin)?;
        let weights = weights_of(table, design)?;
        Ok(Self { used, design, options, weights, numbers, labels: cells.labels, cell_of, notes })
    }

    /// The answers of every group, in the order of the groups.
    pub fn answers(&self) -> Vec<Answers> {
        let empty = || Answers {
            rows: Vec::new(),
            weights: Vec::new(),
            numbers: vec![Vec::new(); self.numbers.len()],
            total: 0.0,
        };
        let mut groups: Vec<Answers> = self.labels.iter().map(|_| empty()).collect();
        for (row, (cell, weight)) in self.cell_of.iter().zip(&self.weights).enumerate() {
            let Some(group) = groups.get_mut(*cell as usize).filter(|_| *cell != NOWHERE) else { continue };
            let here = || self.numbers.iter().map(|values| values.get(row).copied().unwrap_or(f64::NAN));
            if here().any(f64::is_nan) {
                continue;
            }
            group.rows.push(row);
            group.weights.push(*weight);
            group.total += weight;
            for (values, value) in group.numbers.iter_mut().zip(here()) {
                values.push(value);
            }
        }
        groups
    }

    /// A figure for every group, with the linearised values of its rows.
    pub fn linearised(&self, of: impl Fn(&Answers) -> std::result::Result<(f64, Vec<f64>), NoteCode>) -> Linearised {
        let mut values = vec![f64::NAN; self.cell_of.len()];
        let mut figures = Vec::new();
        for answers in self.answers() {
            let figure = if answers.total > 0.0 { of(&answers) } else { Err(NoteCode::ZeroWeight) };
            let linear = figure.as_ref().map(|(_, linear)| linear.clone()).unwrap_or_default();
            for (place, row) in answers.rows.iter().enumerate() {
                if let Some(value) = values.get_mut(*row) {
                    *value = linear.get(place).copied().unwrap_or(0.0);
                }
            }
            figures.push(figure.map(|(value, _)| value));
        }
        Linearised { figures, values }
    }

    /// Totals of columns made from the rows, one table of estimates per column.
    pub fn totals(&self, name: &str, statistic: Statistic, columns: &[Vec<f64>]) -> Result<Vec<Estimates>> {
        let margin = self.options.margin();
        let kept: BTreeSet<&str> = design_columns(self.design)
            .chain(margin.by.iter().map(String::as_str))
            .chain(margin.within.iter().map(|filter| filter.column.as_str()))
            .collect();
        let mut table = self.used.select(&kept)?;
        let mut names = Vec::with_capacity(columns.len());
        for (place, column) in columns.iter().enumerate() {
            let mut name = format!("{name} {place}");
            while self.used.has(&name) {
                name.push('\'');
            }
            table = table.with_column(Column::number(name.clone(), column.as_slice()))?;
            names.push(name);
        }
        let spec = SummarySpec::new(self.design.clone())
            .without_margins()
            .measures(names.iter().map(Measure::mean))
            .margin(margin);
        let summary = Summary::new(spec)?.add(&table)?;
        let options = self.options.clone().missing(TotalRule::Answered);
        let ask = |name: &String| match statistic {
            Statistic::Mean => summary.mean(name, options.clone()),
            _ => summary.total(name, options.clone()),
        };
        names.iter().map(ask).collect()
    }

    /// The table of a statistic: the figures with the errors of the totals of their linearised values.
    pub fn estimates(
        &self,
        statistic: Statistic,
        variable: String,
        linearised: &Linearised,
        interval: impl Fn(f64, f64, f64, f64) -> Option<Interval>,
    ) -> Result<Estimates> {
        let method = format!("{}, Taylor linearisation; {}", statistic.as_str(), self.design.describe());
        let mut totals = self.totals(&variable, Statistic::Total, std::slice::from_ref(&linearised.values))?;
        let Some(mut estimates) = totals.pop() else { return Err(self.used.no_such_column(&variable).into()) };
        let place = self.places();
        for index in 0..estimates.rows.len() {
            let Some(row) = estimates.rows.get_mut(index) else { continue };
            let figure = place.get(row.labels.as_slice()).and_then(|place| linearised.figures.get(*place)).copied();
            row.estimate.method.clone_from(&method);
            if row.estimate.n == 0 {
                continue;
            }
            match figure.unwrap_or(Err(NoteCode::NoAnswers)) {
                Ok(value) => with_figure(&mut row.estimate, value, self.options.level, &interval),
                Err(code) => {
                    let (n, missing) = (row.estimate.n, row.estimate.n_missing);
                    row.estimate = Estimate::not_estimable(&method, n, missing, Note::not_estimable(code, ""));
                    without_error(&mut estimates, index);
                }
            }
        }
        self.signed(&mut estimates, statistic, variable);
        Ok(estimates)
    }

    /// Puts the notes of the columns, the provenance and the names where they belong.
    pub fn signed(&self, estimates: &mut Estimates, statistic: Statistic, variable: String) {
        estimates.statistic = statistic;
        estimates.variable = variable;
        let notes = estimates.notes.drain(..).filter(|note| note.code != NoteCode::WeightsNormalised);
        estimates.notes = self.notes.iter().cloned().chain(notes).collect();
        estimates.provenance = Provenance::of_tables(vec![self.used.fingerprint()]);
    }

    /// How many rows the table has.
    pub fn len(&self) -> usize {
        self.cell_of.len()
    }

    /// The group of each list of labels.
    pub fn places(&self) -> HashMap<&[String], usize> {
        self.labels.iter().enumerate().map(|(place, labels)| (labels.as_slice(), place)).collect()
    }
}

/// Turns the total of the linearised values into the figure.
fn with_figure(
    estimate: &mut Estimate,
    value: f64,
    level: f64,
    interval: &impl Fn(f64, f64, f64, f64) -> Option<Interval>,
) {
    estimate.value = Some(value);
    let (Some(se), Some(df)) = (estimate.se, estimate.df) else { return };
    let se = if se <= ROUNDING * value.abs() { 0.0 } else { se };
    if se == 0.0 {
        (estimate.deff, estimate.n_eff) = (None, None);
    }
    estimate.se = Some(se);
    estimate.interval = interval(value, se, df, level);
}

/// Takes the covariances of a row away that has no figure.
fn without_error(estimates: &mut Estimates, index: usize) {
    for table in [&mut estimates.covariance, &mut estimates.joint_df] {
        for (i, row) in table.iter_mut().enumerate() {
            for (j, entry) in row.iter_mut().enumerate() {
                if i == index || j == index {
                    *entry = None;
                }
            }
        }
    }
}

/// The columns of a design.
fn design_columns(design: &Design) -> impl Iterator<Item = &str> {
    let lists = [&design.strata, &design.clusters, &design.fpc];
    lists.into_iter().flatten().chain(&design.weights).map(String::as_str)
}

/// A column's numbers, and the note of the texts that are none.
fn numbers_of(table: &Table<'_>, variable: &str) -> Result<(Vec<f64>, Option<Note>)> {
    let numbers = table.column(variable)?.numbers()?;
    let count = numbers.unparsed.len() as u64;
    let shown = |unparsed: &crate::table::Unparsed| format!("row {}: {}", unparsed.row, unparsed.text);
    let tally = Tally { count, examples: numbers.unparsed.iter().take(EXAMPLES).map(shown).collect() };
    let key = TallyKey { code: NoteCode::Unparsed, column: variable.to_owned(), kind: String::new() };
    let note = (count > 0).then(|| tally.note(&key));
    Ok((Cow::into_owned(numbers.values), note))
}

/// The weight of every row: the column's, or what follows from the fpc, or 1.
fn weights_of(table: &Table<'_>, design: &Design) -> Result<Vec<f64>> {
    if let Some(name) = &design.weights {
        return Ok(table.column(name)?.numbers()?.values.into_owned());
    }
    let mut units = Units::default();
    let unit_of = units.add(table, design)?;
    let sampling = Sampling::of(&units, design)?;
    Ok(unit_of.iter().map(|unit| sampling.weight_of(*unit as usize)).collect())
}
