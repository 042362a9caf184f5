//! Replicate weights that came with the data: one column per replicate.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};

use super::estimate::{Spread, described};
use super::rank::Rank;
use crate::error::{Error, Fault, FaultKind, Result};
use crate::survey::design::Design;
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
    /// Columns, scale, rscales and centre.
    pub(in crate::survey) fn parts(&self) -> (&[String], f64, &[f64], bool) {
        (&self.columns, self.scale, &self.rscales, self.mse)
    }

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

    /// What makes a variance of them.
    pub(super) fn spread(&self) -> Spread {
        let rscales = if self.rscales.is_empty() { vec![1.0; self.columns.len()] } else { self.rscales.clone() };
        Spread { scale: self.scale, rscales, mse: self.mse }
    }

    /// One line for people.
    pub(super) fn describe(&self) -> String {
        described("replicate weights", self.columns.len(), &self.spread())
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
    pub(super) fn read<'t>(&self, table: &'t Table<'_>) -> Result<Vec<Cow<'t, [f64]>>> {
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

/// Degrees of freedom of each group: the rank of its answers' replicate weights, less one.
pub(super) fn degrees(
    columns: &[Cow<'_, [f64]>],
    rows: usize,
    answers: impl Iterator<Item = (usize, usize)>,
    groups: usize,
) -> Vec<f64> {
    let patterns = patterns(columns, rows);
    let mut found: Vec<HashMap<u64, usize>> = vec![HashMap::new(); groups];
    for (row, group) in answers {
        if let (Some(found), Some(pattern)) = (found.get_mut(group), patterns.get(row)) {
            found.entry(*pattern).or_insert(row);
        }
    }
    let mut known: HashMap<Vec<u64>, f64> = HashMap::new();
    let rank_of = |rows: &HashMap<u64, usize>| {
        let mut rows: Vec<(u64, usize)> = rows.iter().map(|(pattern, row)| (*pattern, *row)).collect();
        rows.sort_unstable();
        let patterns: Vec<u64> = rows.iter().map(|(pattern, _)| *pattern).collect();
        *known.entry(patterns).or_insert_with(|| rank(columns, rows.iter().map(|(_, row)| *row)))
    };
    found.iter().map(rank_of).collect()
}

/// The rank of these rows, less one.
fn rank(columns: &[Cow<'_, [f64]>], rows: impl Iterator<Item = usize>) -> f64 {
    let mut rank = Rank::new(columns.len());
    for row in rows {
        if rank.is_full() {
            break;
        }
        rank.add(columns.iter().map(|column| column.get(row).copied().unwrap_or_default()).collect());
    }
    rank.value().saturating_sub(1) as f64
}

/// A number per row that is the same where the replicate weights are proportional to seven digits: rows of one
/// cluster, as a rule. Only one of them need be looked at for the rank.
fn patterns(columns: &[Cow<'_, [f64]>], rows: usize) -> Vec<u64> {
    let mut largest = vec![0.0_f64; rows];
    for column in columns {
        for (largest, weight) in largest.iter_mut().zip(column.iter()) {
            *largest = largest.max(weight.abs());
        }
    }
    let mut patterns = vec![0_u64; rows];
    for column in columns {
        for ((pattern, weight), largest) in patterns.iter_mut().zip(column.iter()).zip(&largest) {
            let ratio = if *largest > 0.0 { (weight / largest * 1e7).round() as i64 } else { 0 };
            *pattern = (*pattern ^ ratio as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
        }
    }
    patterns
}
