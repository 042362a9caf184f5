//! Calibrated weights, row by row, and what they do to errors.
//!
//! Linearised values u of an estimate under calibrated weights become residuals, u - x'b, where b is their regression on
//! the auxiliaries with the weights before; times the calibrated weight they are what the variance of the design is made
//! of (Deville and Särndal 1992, section 3; Särndal, Swensson and Wretman 1992, result 6.6.1). All distances have the
//! same residuals. Adjustments of one weight after another are passed through from the last to the first.

use crate::stat::at;
use std::sync::Arc;

use crate::sampling::calibrate::compile::Compiled;
use crate::sampling::calibrate::solver::{Distance, Gram, Problem, Solution};

/// The weights of a survey that were made from those of its design, and how.
///
/// It belongs to the rows it was made from, in their order.
#[derive(Clone, Debug)]
pub(crate) struct Weighting(pub Arc<Held>);

/// What a weighting holds.
#[derive(Debug)]
pub(crate) struct Held {
    /// The weights of the design.
    pub base: Vec<f64>,
    /// The weights that were made.
    pub weights: Vec<f64>,
    /// What was done, first to last.
    pub layers: Vec<Arc<Layer>>,
}

/// One adjustment of the weights.
#[derive(Debug)]
pub(crate) struct Layer {
    pub compiled: Compiled,
    /// The weight of each row before.
    pub before: Vec<f64>,
    /// What each row's weight was multiplied by.
    pub factors: Vec<f64>,
    /// `sum before x x'`, over the respondents where there is response.
    pub gram: Gram,
    pub kind: LayerKind,
    /// For the method of an estimate: `calibrated (raking)`.
    pub words: String,
}

/// What an adjustment does.
#[derive(Debug)]
pub(crate) enum LayerKind {
    /// Known totals are met.
    Calibrated { distance: Distance, bounds: Vec<(f64, f64)>, trim: Option<(f64, f64)>, errors: Vec<ErrorBlock> },
    /// Respondents stand for the others of their cell.
    Response { respondent: Vec<bool> },
}

/// Known totals that are estimates: their columns and variances.
#[derive(Clone, Debug)]
pub(crate) struct ErrorBlock {
    pub columns: Vec<usize>,
    pub variances: Vec<f64>,
    /// The errors of one set of groups of several, given that they sum to zero, since all sets have one size.
    pub fixed_sum: bool,
}

impl ErrorBlock {
    /// b' V c.
    fn product(&self, b: &[f64], c: &[f64]) -> f64 {
        let entries = || self.columns.iter().zip(&self.variances);
        let sum = |b: &[f64]| entries().map(|(column, variance)| variance * at(b, *column)).sum::<f64>();
        let whole: f64 = self.variances.iter().sum();
        let both: f64 = entries().map(|(column, variance)| variance * at(b, *column) * at(c, *column)).sum();
        // The variance of independent errors given that they sum to nothing: each gives up its part of the common
        // error.
        if self.fixed_sum && whole > 0.0 { both - sum(b) * sum(c) / whole } else { both }
    }

    /// Vectors whose squares sum to V, as (column, value) lists: one per total.
    fn directions(&self) -> Vec<Vec<(usize, f64)>> {
        let whole: f64 = self.variances.iter().sum();
        let share = |variance: f64| if self.fixed_sum && whole > 0.0 { (variance / whole).sqrt() } else { 0.0 };
        let one = |k: usize| {
            let q = share(at(&self.variances, k));
            let entry = |(j, (column, variance)): (usize, (&usize, &f64))| {
                let own = if j == k { 1.0 } else { 0.0 };
                // The square root of that matrix, row by row: a unit matrix less the outer product of a unit vector is
                // its own square root.
                (*column, variance.sqrt() * (own - share(*variance) * q))
            };
            self.columns.iter().zip(&self.variances).enumerate().map(entry).collect()
        };
        (0..self.columns.len()).map(one).collect()
    }
}

/// The residuals of one linearised variable.
pub(crate) struct Residuals {
    /// One per row, times the weight of the design.
    pub scores: Vec<f64>,
    /// For each block of totals with errors the coefficients on its columns.
    coefficients: Vec<Vec<f64>>,
}

impl Layer {
    /// Whether estimated totals make the errors wider.
    pub fn blocks(&self) -> &[ErrorBlock] {
        match &self.kind {
            LayerKind::Calibrated { errors, .. } => errors,
            LayerKind::Response { .. } => &[],
        }
    }

    /// Turns linearised values under the weights after into those under the weights before; returns the regression
    /// coefficients on the totals as they were given.
    fn pass(&self, values: &mut [f64]) -> Vec<f64> {
        let aux = &self.compiled.auxiliaries;
        // The regression is over respondents, on whom alone the values are known.
        let counted = |row: usize| match &self.kind {
            LayerKind::Response { respondent } => respondent.get(row) == Some(&true),
            LayerKind::Calibrated { .. } => true,
        };
        let weighted: Vec<f64> = values
            .iter()
            .zip(&self.before)
            .enumerate()
            .map(|(row, (value, weight))| if counted(row) { value * weight } else { 0.0 })
            .collect();
        let mut right = vec![0.0; aux.width];
        for (cell, sum) in self.compiled.by_cell(&weighted).into_iter().enumerate().filter(|(_, sum)| *sum != 0.0) {
            aux.add_to(&mut right, cell, sum);
        }
        // All distances give the same residuals in the limit, so that the regression of the linear one serves them all.
        let b = self.gram.solve(&right);
        let fitted: Vec<f64> = (0..self.compiled.cells).map(|cell| aux.dot(cell, &b)).collect();
        let rows = values.iter_mut().zip(&self.factors).zip(&self.compiled.cell_of);
        for ((value, factor), cell) in rows {
            let fitted = at(&fitted, *cell as usize);
            *value = match self.kind {
                LayerKind::Calibrated { .. } => factor * (*value - fitted),
                // The totals of the cells are those of the sample, which has its own error.
                LayerKind::Response { .. } if *factor > 0.0 => factor * (*value - fitted) + fitted,
                LayerKind::Response { .. } => fitted,
            };
        }
        self.compiled.raw_coefficients(&b)
    }

    /// The same adjustment of other weights before; `None` where it is not possible with them. `moved` are totals that
    /// differ from those that were given.
    fn again(&self, before: &[f64], moved: Option<&[(usize, f64)]>) -> Option<Vec<f64>> {
        match &self.kind {
            LayerKind::Response { respondent } => {
                let cells = self.compiled.by_cell(before);
                let answered = |(weight, is): (&f64, &bool)| if *is { *weight } else { 0.0 };
                let there: Vec<f64> = before.iter().zip(respondent).map(answered).collect();
                let sums = self.compiled.by_cell(&there);
                // A replicate may leave out the only respondents of a cell: nobody can stand for the others then.
                if cells.iter().zip(&sums).any(|(all, answered)| *all > 0.0 && *answered <= 0.0) {
                    return None;
                }
                let factors: Vec<f64> =
                    cells.iter().zip(&sums).map(|(all, one)| if *one > 0.0 { all / one } else { 0.0 }).collect();
                Some(there.iter().zip(self.compiled.by_row(&factors)).map(|(weight, factor)| weight * factor).collect())
            }
            LayerKind::Calibrated { distance, bounds, trim, .. } => {
                // Limits of weights are bounds of factors that differ from row to row, and with the weights before.
                let bounds = match trim {
                    Some(limits) => row_bounds(bounds, *limits, before),
                    None => bounds.clone(),
                };
                let mut totals = self.compiled.totals.clone();
                for (column, by) in moved.unwrap_or_default() {
                    self.compiled.move_total(&mut totals, *column, *by);
                }
                let solution = solve(&self.compiled, before, *distance, &bounds, &totals).1;
                solution.missed.is_empty().then(|| {
                    let factors = self.compiled.by_row(&solution.factors);
                    before.iter().zip(factors).map(|(weight, factor)| weight * factor).collect()
                })
            }
        }
    }
}

/// Least and most of each row's factor so that its weight stays between the limits.
pub(crate) fn row_bounds(bounds: &[(f64, f64)], limits: (f64, f64), before: &[f64]) -> Vec<(f64, f64)> {
    let (least, most) = bounds.first().copied().unwrap_or((f64::NEG_INFINITY, f64::INFINITY));
    let one = |weight: &f64| {
        // A row without weight keeps it whatever its factor is.
        if *weight > 0.0 { (least.max(limits.0 / weight), most.min(limits.1 / weight)) } else { (least, most) }
    };
    before.iter().map(one).collect()
}

/// The factors of the cells, or of the rows, that meet the totals.
pub(crate) fn solve(
    compiled: &Compiled,
    before: &[f64],
    distance: Distance,
    bounds: &[(f64, f64)],
    totals: &[f64],
) -> (Gram, Solution) {
    let weights = compiled.by_cell(before);
    let gram = compiled.auxiliaries.gram(&weights);
    // A group that lost all its weight cannot meet its total.
    let empty = |column: usize| {
        let (total, groups) = (totals.get(column).copied(), compiled.known.len() - compiled.standards.len());
        column < groups && total.is_some_and(|total| total > 0.0)
    };
    let sums = compiled.auxiliaries.totals(&weights);
    let lost: Vec<(usize, f64)> = sums
        .iter()
        .enumerate()
        .filter(|(column, sum)| empty(*column) && **sum <= 0.0)
        .map(|(column, _)| (column, 0.0))
        .collect();
    if !lost.is_empty() {
        return (gram, Solution { factors: Vec::new(), steps: 0, missed: lost });
    }
    let problem =
        Problem { auxiliaries: &compiled.auxiliaries, weights: &weights, totals, distance, bounds, gram: &gram };
    let solution = problem.solve();
    (gram, solution)
}

impl Weighting {
    /// The weights, row by row.
    pub fn weights(&self) -> &[f64] {
        &self.0.weights
    }

    /// What each row's weight before the last adjustment was multiplied by.
    pub fn factors(&self) -> &[f64] {
        self.0.layers.last().map_or(&[], |layer| &layer.factors)
    }

    /// For the method of an estimate.
    pub(crate) fn words(&self) -> String {
        self.0.layers.iter().map(|layer| layer.words.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// The residuals of linearised values, one per row and without weights; 0 outside the domain.
    pub(crate) fn residuals(&self, mut values: Vec<f64>) -> Residuals {
        let mut coefficients = Vec::new();
        // The last adjustment was made of weights that the ones before had changed: residuals are taken off in the
        // opposite order.
        for layer in self.0.layers.iter().rev() {
            let b = layer.pass(&mut values);
            coefficients.push(if layer.blocks().is_empty() { Vec::new() } else { b });
        }
        for (value, weight) in values.iter_mut().zip(&self.0.base) {
            *value *= weight;
        }
        Residuals { scores: values, coefficients }
    }

    /// What errors of the totals add to the covariance of two estimates.
    pub(crate) fn of_totals(&self, one: &Residuals, other: &Residuals) -> f64 {
        let layers = self.0.layers.iter().rev().zip(one.coefficients.iter().zip(&other.coefficients));
        let of = |(layer, (b, c)): (&Arc<Layer>, (&Vec<f64>, &Vec<f64>))| -> f64 {
            layer.blocks().iter().map(|block| block.product(b, c)).sum()
        };
        layers.map(of).sum()
    }

    /// Whether totals with errors were met.
    pub(crate) fn has_estimated_totals(&self) -> bool {
        self.0.layers.iter().any(|layer| !layer.blocks().is_empty())
    }

    /// Whether some rows stand for others that did not answer.
    pub(crate) fn has_nonrespondents(&self) -> bool {
        self.0.layers.iter().any(|layer| matches!(layer.kind, LayerKind::Response { .. }))
    }

    /// The same adjustments of other weights of the design, as a replicate has them; `None` where they are not possible.
    pub(crate) fn again(&self, base: &[f64]) -> Option<Vec<f64>> {
        self.0.layers.iter().try_fold(base.to_vec(), |before, layer| layer.again(&before, None))
    }

    /// The same adjustments in a replicate, where the weights of each cluster have a factor.
    pub(crate) fn replicated(&self, cluster_of: &[usize], factors: &[f64]) -> Option<Vec<f64>> {
        let factor = |cluster: &usize| at(factors, *cluster);
        let base: Vec<f64> =
            self.0.base.iter().zip(cluster_of).map(|(weight, cluster)| weight * factor(cluster)).collect();
        self.again(&base)
    }

    /// Weights as they were if a known total lay one standard error higher, one list per total with an error; the
    /// squares of what that does to a figure sum to its variance from them.
    pub(crate) fn moved(&self) -> Vec<Option<Vec<f64>>> {
        let mut all = Vec::new();
        for (place, layer) in self.0.layers.iter().enumerate() {
            for direction in layer.blocks().iter().flat_map(ErrorBlock::directions) {
                let rest = self.0.layers.get(place + 1..).unwrap_or_default();
                // The layers before saw nothing of this total; those after it start from weights that it moved.
                let start = layer.again(&layer.before, Some(&direction));
                all.push(rest.iter().try_fold(start, |before, layer| Some(layer.again(&before?, None))).flatten());
            }
        }
        all
    }
}
