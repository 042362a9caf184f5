//! Replicate weights that came with the data: one column per replicate.

use std::collections::HashMap;
use std::hash::{Hash, Hasher};

use super::estimate::{Spread, described, deviation, finish, name_method, numerator};
use super::rank::Rank;
use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::{Estimates, Statistic};
use crate::survey::Survey;
use crate::survey::accumulate::{MarginSums, Reading};
use crate::survey::design::Design;
use crate::survey::linearise::{self, Cell, Request};
use crate::survey::options::EstimateOptions;
use crate::survey::rows::Rows;
use crate::survey::spec::Measure;
use crate::table::Table;

/// How many faults of one column are listed.
const LISTED: usize = 5;

/// Columns of replicate weights, and what makes a variance of them.
///
/// Each column is a full weight (the sampling weight is part of it). Scale, rscales and centre come from whoever made the
/// weights: other ones give other errors. Negative weights are allowed, as some agencies publish them.
///
/// ```
/// use cohesion_core::ReplicateWeights;
/// let weights = ReplicateWeights::new(["rw1", "rw2"], 0.5).rscales([1.0, 1.0]).mse(true);
/// # let _ = weights;
/// ```
#[derive(Clone, Debug)]
pub struct ReplicateWeights {
    columns: Vec<String>,
    scale: f64,
    rscales: Vec<f64>,
    mse: bool,
}

impl PartialEq for ReplicateWeights {
    fn eq(&self, other: &Self) -> bool {
        self.key().eq(other.key()) && self.columns == other.columns && self.mse == other.mse
    }
}

impl Eq for ReplicateWeights {}

impl Hash for ReplicateWeights {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.columns.hash(state);
        self.mse.hash(state);
        self.key().for_each(|bits| bits.hash(state));
    }
}

impl ReplicateWeights {
    /// These columns, with the factor of the sum of squares.
    #[must_use]
    pub fn new<S: Into<String>>(columns: impl IntoIterator<Item = S>, scale: f64) -> Self {
        Self { columns: columns.into_iter().map(Into::into).collect(), scale, rscales: Vec::new(), mse: false }
    }

    /// A factor for each replicate's square; 1 for all unless given.
    #[must_use]
    pub fn rscales(mut self, rscales: impl IntoIterator<Item = f64>) -> Self {
        self.rscales = rscales.into_iter().collect();
        self
    }

    /// Squares about the estimate itself (`true`) or about the mean of the replicates (`false`, as R unless told).
    #[must_use]
    pub fn mse(mut self, mse: bool) -> Self {
        self.mse = mse;
        self
    }

    fn key(&self) -> impl Iterator<Item = u64> + '_ {
        std::iter::once(&self.scale).chain(&self.rscales).map(|number| number.to_bits())
    }

    fn factors(&self) -> Vec<f64> {
        if self.rscales.is_empty() { vec![1.0; self.columns.len()] } else { self.rscales.clone() }
    }

    /// Faults of the numbers and of the design beside them.
    fn faults(&self, design: &Design) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.columns.is_empty() {
            let message = "there is no replicate: name at least two columns of replicate weights";
            faults.push(Fault::new(FaultKind::OutOfRange, "replicate_weights", message));
        }
        if design.weights.is_none() {
            let message = "replicate weights need the sampling weights beside them: name their column";
            faults.push(Fault::new(FaultKind::MissingField, "weights", message));
        }
        for (name, columns) in [("strata", &design.strata), ("clusters", &design.clusters), ("fpc", &design.fpc)] {
            if !columns.is_empty() {
                let message = format!("replicate weights stand for the {name}: leave one of the two out");
                faults.push(Fault::new(FaultKind::NotPossible, name, message));
            }
        }
        if !(self.scale.is_finite() && self.scale > 0.0) {
            let message = "the scale is a number above 0: it comes with the replicate weights";
            faults.push(Fault::new(FaultKind::OutOfRange, "scale", message));
        }
        if !self.rscales.is_empty() && self.rscales.len() != self.columns.len() {
            let (given, needed) = (self.rscales.len(), self.columns.len());
            let message = format!("{given} rscales for {needed} replicates");
            faults.push(Fault::new(FaultKind::LengthMismatch, "rscales", message));
        }
        if let Some(place) = self.rscales.iter().position(|rscale| !(rscale.is_finite() && *rscale >= 0.0)) {
            let path = format!("rscales[{place}]");
            faults.push(Fault::new(FaultKind::OutOfRange, path, "an rscale is a number from 0 up"));
        }
        faults
    }

    /// Faults of the columns: absent ones, and weights that are missing.
    fn column_faults(&self, table: &Table<'_>) -> Result<Vec<Fault>> {
        let mut faults = Vec::new();
        for name in &self.columns {
            if !table.has(name) {
                faults.push(table.no_such_column(name));
                continue;
            }
            let numbers = table.column(name)?.numbers()?;
            let missing = numbers.values.iter().enumerate().filter(|(_, weight)| weight.is_nan());
            faults.extend(missing.take(LISTED).map(|(row, _)| {
                let message = format!("the replicate weight `{name}` in row {} is missing", row + 1);
                Fault::new(FaultKind::BadWeight, format!("column[{name}].row[{}]", row + 1), message)
            }));
        }
        Ok(faults)
    }

    /// The columns' numbers, replicate by replicate.
    fn read<'t>(&self, table: &'t Table<'_>) -> Result<Vec<std::borrow::Cow<'t, [f64]>>> {
        self.columns.iter().map(|name| Ok(table.column(name)?.numbers()?.values)).collect()
    }
}

impl Design {
    /// Refuses replicate weights that cannot be used.
    pub(in crate::survey) fn check_replicate_weights(&self, table: &Table<'_>) -> Result<()> {
        let Some(weights) = &self.replicates else { return Ok(()) };
        let mut faults = weights.faults(self);
        faults.extend(weights.column_faults(table)?);
        Error::unless_empty(faults, ())
    }
}

impl Survey<'_> {
    /// The estimates with the errors of imported weights: one pass over the rows per replicate.
    pub(in crate::survey) fn reweighted(
        &self,
        weights: &ReplicateWeights,
        statistic: Statistic,
        measure: &Measure,
        options: &EstimateOptions,
    ) -> Result<Estimates> {
        self.estimate_by(statistic, measure, options, |rows, request, sums| {
            let columns = weights.read(self.table)?;
            Passes { rows, table: self.table, weights, columns }.estimate(request, sums, self.design())
        })
    }
}

/// An answer that counts: its row, its cell, and how far it lies above the shift.
struct Answer {
    row: usize,
    cell: usize,
    value: f64,
}

/// The passes over the rows, one per replicate.
struct Passes<'p> {
    rows: &'p Rows<'p>,
    table: &'p Table<'p>,
    weights: &'p ReplicateWeights,
    columns: Vec<std::borrow::Cow<'p, [f64]>>,
}

impl Passes<'_> {
    fn estimate(&self, request: &Request<'_>, sums: &MarginSums, design: &Design) -> Result<Estimates> {
        let (mut cells, pieces) = linearise::gather(request, sums, design, &self.rows.sampling);
        let mut place_of = vec![usize::MAX; cells.len()];
        for (piece, (_, cell)) in pieces.iter().zip(&sums.slots) {
            if let Some(place) = place_of.get_mut(*cell as usize) {
                *place = piece.cell;
            }
        }
        let answers = self.answers(request, &place_of)?;
        for (cell, df) in cells.iter_mut().zip(self.df(&answers, place_of.len().max(1))) {
            (cell.units, cell.strata) = (df, 0.0);
            linearise::settle(cell, request.options.missing, request.statistic);
        }
        let deviations = self.deviations(request, &cells, &answers);
        let rscales = self.weights.factors();
        let spread = Spread { scale: self.weights.scale, rscales: &rscales, mse: self.weights.mse };
        let df: Vec<f64> = cells.iter().map(Cell::df).collect();
        let larger = |i: usize, j: usize| Some(df.get(i)?.max(*df.get(j)?));
        let mut estimates = finish(request, cells, deviations, &spread, larger, design);
        let count = self.columns.len();
        let words = described("replicate weights", count, self.weights.scale, &rscales, self.weights.mse);
        name_method(&mut estimates, &words, design);
        Ok(estimates)
    }

    /// The rows that are in a cell and have an answer; `place_of` gives the place of each of the rows' cells.
    fn answers(&self, request: &Request<'_>, place_of: &[usize]) -> Result<Vec<Answer>> {
        let reading = Reading::new(self.table, request.measure, Some(request.shift))?;
        let found = reading.values.iter().enumerate().filter_map(|(row, value)| {
            let cell = *place_of.get(self.rows.cell(row)?)?;
            (!value.is_nan()).then_some(Answer { row, cell, value: value - request.shift })
        });
        Ok(found.collect())
    }

    /// How far each replicate's figure lies from the estimate, cell by cell.
    fn deviations(&self, request: &Request<'_>, cells: &[Cell], answers: &[Answer]) -> Vec<Vec<f64>> {
        let mut deviations = vec![Vec::with_capacity(self.columns.len()); cells.len()];
        for column in &self.columns {
            let mut sums = vec![(0.0, 0.0); cells.len()];
            for answer in answers {
                let weight = column.get(answer.row).copied().unwrap_or_default();
                if let Some((wx, w)) = sums.get_mut(answer.cell) {
                    *wx += weight * answer.value;
                    *w += weight;
                }
            }
            for ((cell, (wx, w)), deviations) in cells.iter().zip(sums).zip(&mut deviations) {
                let full = numerator(request, cell, cell.total.wx, cell.total.w);
                deviations.push(deviation(request.statistic, full, numerator(request, cell, wx, w)));
            }
        }
        deviations
    }

    /// Degrees of freedom of each cell: the rank of its rows' replicate weights, less one.
    fn df(&self, answers: &[Answer], cells: usize) -> Vec<f64> {
        let patterns = self.patterns();
        let mut rows: Vec<HashMap<u64, usize>> = vec![HashMap::new(); cells];
        for answer in answers {
            if let (Some(rows), Some(pattern)) = (rows.get_mut(answer.cell), patterns.get(answer.row)) {
                rows.entry(*pattern).or_insert(answer.row);
            }
        }
        let mut known: HashMap<Vec<u64>, f64> = HashMap::new();
        let rank_of = |rows: &HashMap<u64, usize>| {
            let mut rows: Vec<(u64, usize)> = rows.iter().map(|(pattern, row)| (*pattern, *row)).collect();
            rows.sort_unstable();
            let patterns: Vec<u64> = rows.iter().map(|(pattern, _)| *pattern).collect();
            *known.entry(patterns).or_insert_with(|| self.rank(rows.iter().map(|(_, row)| *row)))
        };
        rows.iter().map(rank_of).collect()
    }

    /// The rank of these rows, less one.
    fn rank(&self, rows: impl Iterator<Item = usize>) -> f64 {
        let mut rank = Rank::new(self.columns.len());
        for row in rows {
            if rank.is_full() {
                break;
            }
            rank.add(self.columns.iter().map(|column| column.get(row).copied().unwrap_or_default()).collect());
        }
        rank.value().saturating_sub(1) as f64
    }

    /// A number per row that is the same where the replicate weights are proportional to seven digits: rows of one
    /// cluster, as a rule. Only one of them need be looked at for the rank.
    fn patterns(&self) -> Vec<u64> {
        let mut largest = vec![0.0_f64; self.table.rows()];
        for column in &self.columns {
            for (largest, weight) in largest.iter_mut().zip(column.iter()) {
                *largest = largest.max(weight.abs());
            }
        }
        let mut patterns = vec![0_u64; largest.len()];
        for column in &self.columns {
            for ((pattern, weight), largest) in patterns.iter_mut().zip(column.iter()).zip(&largest) {
                let ratio = if *largest > 0.0 { (weight / largest * 1e7).round() as i64 } else { 0 };
                *pattern = (*pattern ^ ratio as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
            }
        }
        patterns
    }
}
