//! Errors of estimates under adjusted weights.

use crate::estimate::{Estimates, Note, Statistic};
use crate::estimation::accumulate::{MarginSums, Reading};
use crate::estimation::linearise;
use crate::estimation::linearise::{Cell, Piece, Request};
use crate::estimation::rows::Rows;
use crate::sampling::calibrate::weighting::Residuals;
use crate::sampling::texts as sample;
use crate::sampling::variance::Covariance;

/// Linearised values that are this part of the largest one are rounding: the weights fix the figure.
const ROUNDING: f64 = 1e-11;

impl Rows<'_> {
    /// The estimates of a column with the errors of the design and of what was made of its weights.
    pub fn linear_estimates(&self, request: &Request<'_>, sums: &MarginSums, column: &Reading<'_>) -> Estimates {
        let survey = self.survey();
        if survey.weighting().is_none() {
            return linearise::estimate(request, sums, &self.sampling, survey.design(), None);
        }
        let covariance = |cells: &[Cell], pieces: &[Piece]| {
            let place_of = places(cells.len(), pieces, sums);
            let cell_of: Vec<usize> = (0..self.len())
                .map(|row| self.cell(row).and_then(|cell| place_of.get(cell).copied()).unwrap_or(usize::MAX))
                .collect();
            self.adjusted_covariance(cells.len(), &|place| {
                let Some(cell) = cells.get(place).filter(|cell| cell.has_value) else { return Vec::new() };
                let (centre, by) = match request.statistic {
                    // A total is linear already: the linearised value of a row is its answer.
                    Statistic::Total => (0.0, 1.0),
                    _ => (cell.about_shift + request.shift, cell.total.w),
                };
                let value =
                    |(here, x): (&usize, &f64)| if *here == place && !x.is_nan() { (x - centre) / by } else { 0.0 };
                cell_of.iter().zip(column.values.iter()).map(value).collect()
            })
        };
        let mut estimates = linearise::estimate(request, sums, &self.sampling, survey.design(), Some(&covariance));
        estimates.notes.extend(self.weighting_notes());
        estimates
    }

    /// The covariance of totals under adjusted weights; `values` gives the linearised values of each, row by row and
    /// without weights, or nothing where there is no figure.
    pub fn adjusted_covariance(&self, width: usize, values: &dyn Fn(usize) -> Vec<f64>) -> Covariance {
        let Some(weighting) = self.survey().weighting() else {
            return Covariance::of_columns(width, &mut |_| Vec::new(), self.units(), &self.sampling);
        };
        let mut kept: Vec<Residuals> = Vec::with_capacity(width);
        let mut scores = |place: usize| {
            let values = values(place);
            // Where the margins explain an answer completely, as the total of a margin itself, residuals are roundings
            // and would make an error of their own.
            let size = values.iter().zip(weighting.weights()).map(|(u, w)| (u * w).abs()).fold(0.0, f64::max);
            let mut residuals = weighting.residuals(values);
            let largest = residuals.scores.iter().map(|score| score.abs()).fold(0.0, f64::max);
            let scores = std::mem::take(&mut residuals.scores);
            kept.push(residuals);
            if largest <= ROUNDING * size { Vec::new() } else { scores }
        };
        let mut covariance = Covariance::of_columns(width, &mut scores, self.units(), &self.sampling);
        if weighting.has_estimated_totals() {
            // What the errors of known totals add comes on top of the sampling error: the two surveys are independent.
            for (i, one) in kept.iter().enumerate() {
                for (j, other) in kept.iter().enumerate().take(i + 1) {
                    covariance.add(i, j, weighting.of_totals(one, other));
                }
            }
        }
        covariance
    }

    /// That known totals are estimates.
    pub fn weighting_notes(&self) -> Option<Note> {
        let estimated = self.survey().weighting().is_some_and(|weighting| weighting.has_estimated_totals());
        estimated.then(|| Note::information(sample::estimated_totals(), "margins"))
    }
}

/// The place among sorted cells of each cell of the sums.
fn places(cells: usize, pieces: &[Piece], sums: &MarginSums) -> Vec<usize> {
    let mut place_of = vec![usize::MAX; cells];
    for (piece, (_, cell)) in pieces.iter().zip(&sums.slots) {
        if let Some(place) = place_of.get_mut(*cell as usize) {
            *place = piece.cell;
        }
    }
    place_of
}
