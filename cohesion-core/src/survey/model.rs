//! Generalised linear models with canonical links, fitted by weighted least squares again and again.
//!
//! Columns are centred and scaled, so that units of measurement cost no digits; coefficients are turned back at the end.

use crate::estimate::Family;
use crate::stat::{Cholesky, Matrix, at};

/// How often a fit may be bettered.
const MAX_STEPS: usize = 100;
/// A column is a combination of others where less than this part of its variance is its own (R's `lm` leaves such a
/// column out at a similar bound).
const OWN_PART: f64 = 1e-11;
/// Rows say nothing more about a term where its information is this part of what it was at the start.
const INFORMATION_LEFT: f64 = 1e-9;

/// Outcome, weights and regressors of the rows used.
pub(crate) struct Model {
    /// How many terms there are; the first is the intercept.
    pub width: usize,
    /// Weights with mean 1.
    pub weights: Vec<f64>,
    pub outcome: Vec<f64>,
    /// Standardised regressors, row after row.
    columns: Vec<f64>,
    means: Vec<f64>,
    scales: Vec<f64>,
}

/// Why there is no fit; places are those of terms.
#[derive(Debug, PartialEq)]
pub(crate) enum Unfit {
    /// The regressor never varies.
    Constant(usize),
    /// The regressor is made of these earlier ones.
    Collinear(usize, Vec<usize>),
    /// The regressor tells the outcomes apart.
    Separated(usize),
}

/// A fitted model.
#[derive(Clone)]
pub(crate) struct Fit {
    coefficients: Vec<f64>,
    information: Cholesky,
    /// Fitted outcomes.
    pub fitted: Vec<f64>,
    pub deviance: f64,
    pub converged: bool,
}

impl Model {
    /// A model of these rows; `rows` holds `width` numbers per row, the first of them 1.
    ///
    /// # Errors
    /// [`Unfit::Constant`].
    pub fn new(width: usize, mut rows: Vec<f64>, outcome: Vec<f64>, mut weights: Vec<f64>) -> Result<Self, Unfit> {
        let (count, sum) = (weights.len() as f64, weights.iter().sum::<f64>());
        // Scaled to mean 1: tolerances below then mean the same for weights of 0.5 and of 5,000.
        weights.iter_mut().for_each(|weight| *weight *= count / sum);
        let (mut means, mut scales) = (vec![0.0; width], vec![1.0; width]);
        // The intercept is what centring is against.
        for (j, (mean, scale)) in means.iter_mut().zip(&mut scales).enumerate().skip(1) {
            let column = || rows.iter().skip(j).step_by(width).zip(&weights);
            *mean = column().map(|(x, w)| w * x).sum::<f64>() / count;
            let variance = column().map(|(x, w)| w * (x - *mean) * (x - *mean)).sum::<f64>() / count;
            let size = column().fold(0.0_f64, |size, (x, _)| size.max(x.abs()));
            // What a column that never varies leaves behind is rounding, in parts of its own size.
            if variance.sqrt() <= 1e-13 * size {
                return Err(Unfit::Constant(j));
            }
            *scale = variance.sqrt();
        }
        for row in rows.chunks_exact_mut(width.max(1)) {
            for ((x, mean), scale) in row.iter_mut().zip(&means).zip(&scales) {
                *x = (*x - mean) / scale;
            }
        }
        Ok(Self { width, weights, outcome, columns: rows, means, scales })
    }

    fn rows(&self) -> impl Iterator<Item = (&[f64], f64, f64)> {
        self.rows_with(&self.weights)
    }

    fn rows_with<'m>(&'m self, weights: &'m [f64]) -> impl Iterator<Item = (&'m [f64], f64, f64)> {
        self.columns
            .chunks_exact(self.width.max(1))
            .zip(self.outcome.iter().zip(weights))
            .map(|(x, (y, w))| (x, *y, *w))
    }

    /// The standardised regressors of a row, and its residual.
    pub fn row(&self, fit: &Fit, place: usize) -> (&[f64], f64) {
        let x = self.columns.get(place * self.width..(place + 1) * self.width).unwrap_or_default();
        let (y, fitted) = (self.outcome.get(place), fit.fitted.get(place));
        (x, y.copied().unwrap_or_default() - fitted.copied().unwrap_or_default())
    }

    /// How far the coefficients of the standardised columns lie from those of `fit` with other weights; `None` where
    /// there is no fit.
    pub fn again(&self, family: Family, fit: &Fit, mut weights: Vec<f64>) -> Option<Vec<f64>> {
        let (count, sum) = (weights.len() as f64, weights.iter().sum::<f64>());
        if sum.is_nan() || sum <= 0.0 {
            return None;
        }
        weights.iter_mut().for_each(|weight| *weight *= count / sum);
        // A replicate is close to the whole sample, so a few steps from its coefficients are enough.
        let mut coefficients = fit.coefficients.clone();
        let mut state = self.state(family, &coefficients, &weights);
        for _ in 0..MAX_STEPS {
            let floor = |j: usize| fit.information.pivot(j) * INFORMATION_LEFT;
            let step = Cholesky::of(&state.information, floor).ok()?.solve(&state.gradient);
            let largest = step.iter().fold(0.0_f64, |largest, step| largest.max(step.abs()));
            let size = coefficients.iter().fold(0.0_f64, |size, value| size.max(value.abs()));
            (coefficients, state) = self.stepped(family, &coefficients, &step, state.deviance, &weights);
            if largest <= 1e-10 * size + 1e-13 {
                return Some(coefficients.iter().zip(&fit.coefficients).map(|(again, full)| again - full).collect());
            }
        }
        None
    }

    /// The weighted mean of the outcome.
    fn mean(&self) -> f64 {
        self.rows().map(|(_, y, w)| w * y).sum::<f64>() / self.weights.len() as f64
    }

    /// The fit.
    ///
    /// # Errors
    /// [`Unfit::Collinear`], [`Unfit::Separated`].
    pub fn fit(&self, family: Family) -> Result<Fit, Unfit> {
        let mut spread = Matrix::zeros(self.width);
        self.rows().for_each(|(x, _, w)| spread.add_outer(x, w));
        // Collinear columns are named before anything is fitted: later a small pivot may also mean that outcomes are
        // told apart.
        let own = Cholesky::of(&spread, |j| OWN_PART * spread.get(j, j)).map_err(collinear)?;
        let mean = self.mean();
        let start = family.variance(mean);
        let unit = match family {
            // Coefficients of a linear regression have the unit of the outcome, those of the others have none.
            Family::Gaussian => self.rows().map(|(_, y, w)| w * (y - mean) * (y - mean)).sum::<f64>().sqrt(),
            _ => 1.0,
        };
        let mut coefficients = vec![0.0; self.width];
        if let Some(intercept) = coefficients.first_mut() {
            // Everybody at the mean: from there Newton's steps of a canonical link rarely have to be shortened.
            *intercept = family.link(mean);
        }
        let mut state = self.state(family, &coefficients, &self.weights);
        for _ in 0..MAX_STEPS {
            let floor =
                // Where outcomes are told apart, coefficients run to infinity and the information to 0: compared with
                // what it was at the start, that is seen long before the numbers overflow.
                |j: usize| if family == Family::Gaussian { 0.0 } else { own.pivot(j) * start * INFORMATION_LEFT };
            let information = Cholesky::of(&state.information, floor).map_err(|(j, _)| Unfit::Separated(j))?;
            let step = information.solve(&state.gradient);
            let largest = step.iter().fold(0.0_f64, |largest, step| largest.max(step.abs()));
            let size = coefficients.iter().fold(0.0_f64, |size, value| size.max(value.abs()));
            let (next, better) = self.stepped(family, &coefficients, &step, state.deviance, &self.weights);
            (coefficients, state) = (next, better);
            if largest <= 1e-10 * size + 1e-13 * unit {
                return Ok(self.finished(coefficients, information, state, true));
            }
        }
        let information = Cholesky::of(&state.information, |_| 0.0).map_err(|(j, _)| Unfit::Separated(j))?;
        Ok(self.finished(coefficients, information, state, false))
    }

    /// The whole step, or as much of it as does not make the fit worse.
    fn stepped(&self, family: Family, from: &[f64], step: &[f64], deviance: f64, weights: &[f64]) -> (Vec<f64>, State) {
        let mut part = 1.0;
        loop {
            let next: Vec<f64> = from.iter().zip(step).map(|(value, step)| value + part * step).collect();
            let state = self.state(family, &next, weights);
            // A step may make the deviance larger by a rounding at the end of the fit.
            if state.deviance <= deviance * (1.0 + 1e-9) + 1e-9 || part < 1e-6 {
                return (next, state);
            }
            part /= 2.0;
        }
    }

    fn finished(&self, coefficients: Vec<f64>, information: Cholesky, state: State, converged: bool) -> Fit {
        Fit { coefficients, information, fitted: state.fitted, deviance: state.deviance, converged }
    }

    /// Gradient, information and deviance at these coefficients.
    fn state(&self, family: Family, coefficients: &[f64], weights: &[f64]) -> State {
        let mut state = State {
            gradient: vec![0.0; self.width],
            information: Matrix::zeros(self.width),
            fitted: Vec::with_capacity(self.outcome.len()),
            deviance: 0.0,
        };
        for (x, y, w) in self.rows_with(weights) {
            let eta: f64 = x.iter().zip(coefficients).map(|(x, b)| x * b).sum();
            let fitted = family.mean(eta);
            for (gradient, x) in state.gradient.iter_mut().zip(x) {
                *gradient += w * (y - fitted) * x;
            }
            state.information.add_outer(x, w * family.variance(fitted));
            state.deviance += w * family.deviance(y, fitted, eta);
            state.fitted.push(fitted);
        }
        state
    }

    /// The contributions of every row to the gradient, row after row.
    pub fn scores(&self, fit: &Fit) -> Vec<f64> {
        let rows = self.rows().zip(&fit.fitted);
        rows.flat_map(|((x, y, w), fitted)| x.iter().map(move |x| w * (y - fitted) * x)).collect()
    }

    /// The coefficients in the units of the regressors.
    pub fn coefficients(&self, fit: &Fit) -> Vec<f64> {
        self.turned_back(&fit.coefficients)
    }

    /// From coefficients of standardised columns to those of the columns.
    pub fn turned_back(&self, coefficients: &[f64]) -> Vec<f64> {
        let back = self.back();
        let entry = |i: usize| coefficients.iter().enumerate().map(|(j, value)| back.get(i, j) * value).sum();
        (0..self.width).map(entry).collect()
    }

    /// The covariance of the coefficients, from that of the scores' totals.
    pub fn covariance(&self, fit: &Fit, of_scores: &Matrix) -> Matrix {
        let bread = self.back().times(&fit.information.inverse());
        bread.times(of_scores).times(&bread.transposed())
    }

    /// From coefficients of standardised columns to those of the columns.
    fn back(&self) -> Matrix {
        let scale = |j: usize| self.scales.get(j).copied().unwrap_or(1.0);
        Matrix::from_fn(self.width, |i, j| match (i, j) {
            (0, 0) => 1.0,
            (0, j) => -at(&self.means, j) / scale(j),
            (i, j) if i == j => 1.0 / scale(j),
            _ => 0.0,
        })
    }

    /// The weighted variance of the Pearson residuals.
    pub fn dispersion(&self, family: Family, fit: &Fit) -> Option<f64> {
        let count = self.outcome.len() as f64;
        let residual = |(y, fitted): (&f64, &f64)| (y - fitted) / family.variance(*fitted).sqrt();
        let residuals: Vec<f64> = self.outcome.iter().zip(&fit.fitted).map(residual).collect();
        let mean = residuals.iter().zip(&self.weights).map(|(r, w)| w * r).sum::<f64>() / count;
        let squares = residuals.iter().zip(&self.weights).map(|(r, w)| w * (r - mean) * (r - mean)).sum::<f64>();
        Some(squares / (count - 1.0)).filter(|dispersion| dispersion.is_finite())
    }
}

/// What a step needs to know.
struct State {
    gradient: Vec<f64>,
    information: Matrix,
    fitted: Vec<f64>,
    deviance: f64,
}

/// Which columns the one at `place` is made of; the constant is not named.
fn collinear((place, factor): (usize, Cholesky)) -> Unfit {
    let made = factor.dependence(place);
    let part = |(j, value): (usize, f64)| (j > 0 && value.abs() > 1e-6).then_some(j);
    Unfit::Collinear(place, made.into_iter().enumerate().filter_map(part).collect())
}

impl Family {
    /// The mean on the scale of the link.
    fn link(self, mean: f64) -> f64 {
        match self {
            Self::Gaussian => mean,
            Self::Binomial => libm::log(mean / (1.0 - mean)),
            Self::Poisson => libm::log(mean),
        }
    }

    /// The mean that belongs to a value on the scale of the link.
    fn mean(self, eta: f64) -> f64 {
        match self {
            Self::Gaussian => eta,
            Self::Binomial => 1.0 / (1.0 + libm::exp(-eta)),
            Self::Poisson => libm::exp(eta),
        }
    }

    /// The variance at a mean.
    fn variance(self, mean: f64) -> f64 {
        match self {
            Self::Gaussian => 1.0,
            Self::Binomial => mean * (1.0 - mean),
            Self::Poisson => mean,
        }
    }

    /// What an outcome adds to the deviance.
    fn deviance(self, y: f64, mean: f64, eta: f64) -> f64 {
        match self {
            Self::Gaussian => (y - mean) * (y - mean),
            // log(1 + e^eta) - y eta, without overflow.
            Self::Binomial => 2.0 * (eta.max(0.0) + libm::log1p(libm::exp(-eta.abs())) - y * eta),
            Self::Poisson => 2.0 * (if y > 0.0 { y * (libm::log(y) - eta) } else { 0.0 } - (y - mean)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model(columns: &[&[f64]], y: &[f64]) -> Result<Model, Unfit> {
        let rows = (0..y.len()).flat_map(|row| std::iter::once(1.0).chain(columns.iter().map(move |x| x[row])));
        Model::new(columns.len() + 1, rows.collect(), y.to_vec(), vec![1.0; y.len()])
    }

    #[test]
    fn a_line_is_found_whatever_its_units() {
        let x: Vec<f64> = (0..9).map(|i| 1e9 + f64::from(i)).collect();
        let y: Vec<f64> = (0..9).map(|i| 3.0 + 2.0 * f64::from(i)).collect();
        let model = model(&[&x], &y).unwrap();
        let fit = model.fit(Family::Gaussian).unwrap();
        assert!((model.coefficients(&fit)[1] - 2.0).abs() < 1e-9);
        assert!(fit.converged && fit.deviance < 1e-12);
    }

    #[test]
    fn regressors_that_cannot_be_told_apart_are_named() {
        let (a, b) = ([1.0, 2.0, 3.0, 5.0, 8.0], [1.0, 0.0, 2.0, 1.0, 0.0]);
        let sum: Vec<f64> = a.iter().zip(&b).map(|(a, b)| a - b + 7.0).collect();
        let y = [1.0, 2.0, 2.0, 4.0, 3.0];
        assert_eq!(model(&[&a, &[4.0; 5]], &y).err(), Some(Unfit::Constant(2)));
        let made = model(&[&a, &b, &sum], &y).unwrap().fit(Family::Gaussian).err();
        assert_eq!(made, Some(Unfit::Collinear(3, vec![1, 2])));
    }

    #[test]
    fn outcomes_that_are_told_apart_have_no_fit() {
        let (x, z) = ([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [0.0, 1.0, 0.0, 1.0, 1.0, 0.0]);
        let y = [0.0, 0.0, 0.0, 1.0, 1.0, 1.0];
        assert_eq!(model(&[&x], &y).unwrap().fit(Family::Binomial).err(), Some(Unfit::Separated(1)));
        assert!(model(&[&z], &y).unwrap().fit(Family::Binomial).is_ok());
    }
}
