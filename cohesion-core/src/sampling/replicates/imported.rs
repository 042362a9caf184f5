//! Replicate weights that came with the data: one column per replicate.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};

use crate::error::{Error, Fault, FaultKind, Result};
use crate::sampling::design::Design;
use crate::sampling::replicates::spread::{Spread, described};
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
    pub(crate) fn parts(&self) -> (&[String], f64, &[f64], bool) {
        (&self.columns, self.scale, &self.rscales, self.mse)
    }

    /// These columns, with the factor of the sum of squares.
    ///
    /// ```
    /// use cohesion_core::ReplicateWeights;
    /// let weights = ReplicateWeights::new(["r1", "r2"], 0.5);
    /// assert_eq!(weights, ReplicateWeights::new(vec!["r1".to_owned(), "r2".to_owned()], 0.5));
    /// ```
    #[must_use]
    pub fn new<S: Into<String>>(columns: impl IntoIterator<Item = S>, scale: f64) -> Self {
        Self { columns: columns.into_iter().map(Into::into).collect(), scale, rscales: Vec::new(), mse: false }
    }

    /// A factor for each replicate's square; 1 for all unless given.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, FaultKind, ReplicateWeights, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0]),
    ///     Column::number("weight", vec![1.0; 3]),
    ///     Column::number("r1", vec![0.0, 1.5, 1.5]),
    ///     Column::number("r2", vec![1.5, 1.5, 0.0]),
    /// ])?;
    /// let weights = ReplicateWeights::new(["r1", "r2"], 1.0).rscales([0.5, 0.5, 0.5]);
    /// let error = Survey::new(&answers, Design::new().weights("weight").replicate_weights(weights)).unwrap_err();
    /// assert_eq!(error.kind(), FaultKind::LengthMismatch);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn rscales(mut self, rscales: impl IntoIterator<Item = f64>) -> Self {
        self.rscales = rscales.into_iter().collect();
        self
    }

    /// Squares about the estimate itself (`true`) or about the mean of the replicates (`false`, as R unless told).
    ///
    /// ```
    /// use cohesion_core::ReplicateWeights;
    /// let weights = ReplicateWeights::new(["r1", "r2"], 1.0);
    /// assert_ne!(weights.clone().mse(true), weights);
    /// ```
    #[must_use]
    pub fn mse(mut self, mse: bool) -> Self {
        self.mse = mse;
        self
    }

    fn key(&self) -> impl Iterator<Item = u64> + '_ {
        std::iter::once(&self.scale).chain(&self.rscales).map(|number| number.to_bits())
    }

    /// What makes a variance of them.
    pub(crate) fn spread(&self) -> Spread {
        let rscales = if self.rscales.is_empty() { vec![1.0; self.columns.len()] } else { self.rscales.clone() };
        Spread { scale: self.scale, rscales, mse: self.mse }
    }

    /// One line for people.
    pub(crate) fn describe(&self) -> String {
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
    pub(crate) fn read<'t>(&self, table: &'t Table<'_>) -> Result<Vec<Cow<'t, [f64]>>> {
        self.columns.iter().map(|name| Ok(table.column(name)?.numbers()?.values)).collect()
    }
}

impl Design {
    /// Refuses replicate weights that cannot be used.
    pub(crate) fn check_replicate_weights(&self, table: &Table<'_>) -> Result<()> {
        let Some(weights) = &self.replicates else { return Ok(()) };
        let mut faults = weights.faults(self);
        faults.extend(weights.column_faults(table)?);
        Error::unless_empty(faults, ())
    }
}
