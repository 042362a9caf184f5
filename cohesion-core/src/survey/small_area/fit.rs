//! The model of Fay and Herriot: y_i = x_i' b + u_i + e_i, with u_i of variance s and e_i of known variance v_i.
//!
//! s is found by restricted maximum likelihood. Columns are centred and scaled, so that units cost no digits.

use crate::stat::{Cholesky, Matrix, at};

/// A column is a combination of others where less than this part of its variance is its own.
const OWN_PART: f64 = 1e-11;
/// How many points the likelihood is looked at before the highest is refined.
const POINTS: usize = 64;

/// What the areas with a figure of their own give.
pub(crate) struct Observed {
    /// How many terms there are; the first is the intercept.
    pub width: usize,
    /// Standardised covariates, area after area; the first of each is 1.
    pub columns: Vec<f64>,
    pub figures: Vec<f64>,
    pub variances: Vec<f64>,
}

/// Centre and scale of each covariate among the areas of the model.
pub(crate) struct Scaling {
    pub means: Vec<f64>,
    pub scales: Vec<f64>,
}

/// Why there is no model; places are those of terms.
#[derive(Debug, PartialEq)]
pub(crate) enum Unfit {
    /// The covariate is the same in every area.
    Constant(usize),
    /// The covariate is made of these earlier ones.
    Collinear(usize, Vec<usize>),
}

/// The fitted model, on the scale of the standardised covariates.
pub(crate) struct Fitted {
    pub sigma_u2: f64,
    pub coefficients: Vec<f64>,
    /// (X' V^-1 X)^-1.
    pub covariance: Matrix,
    /// 2 over the sum of V^-2: the asymptotic variance of sigma_u2 (Datta and Lahiri 2000).
    pub variance_of_sigma: f64,
    pub log_likelihood: f64,
}

impl Scaling {
    /// Standardises `rows`, which hold `width` numbers per area.
    pub fn of(width: usize, rows: &[f64]) -> Result<Self, Unfit> {
        let count = (rows.len() / width.max(1)) as f64;
        let mut this = Self { means: vec![0.0; width], scales: vec![1.0; width] };
        for (j, (mean, scale)) in this.means.iter_mut().zip(&mut this.scales).enumerate().skip(1) {
            let column = || rows.iter().skip(j).step_by(width);
            *mean = column().sum::<f64>() / count;
            let variance = column().map(|x| (x - *mean) * (x - *mean)).sum::<f64>() / count;
            let size = column().fold(0.0_f64, |size, x| size.max(x.abs()));
            if variance.sqrt() <= 1e-13 * size {
                return Err(Unfit::Constant(j));
            }
            *scale = variance.sqrt();
        }
        Ok(this)
    }

    /// The standardised covariates of one or more areas.
    pub fn apply(&self, rows: &[f64]) -> Vec<f64> {
        let by = self.means.iter().zip(&self.scales);
        rows.chunks_exact(self.means.len().max(1))
            .flat_map(|row| row.iter().zip(by.clone()).map(|(x, (mean, scale))| (x - mean) / scale))
            .collect()
    }

    /// From coefficients of standardised covariates to those of the covariates.
    pub fn back(&self) -> Matrix {
        let scale = |j: usize| self.scales.get(j).copied().unwrap_or(1.0);
        Matrix::from_fn(self.means.len(), |i, j| match (i, j) {
            (0, 0) => 1.0,
            (0, j) => -at(&self.means, j) / scale(j),
            (i, j) if i == j => 1.0 / scale(j),
            _ => 0.0,
        })
    }
}

/// Weighted least squares at one value of sigma_u2.
struct At {
    coefficients: Vec<f64>,
    factor: Cholesky,
    log_likelihood: f64,
    /// The slope of the likelihood.
    score: f64,
}

impl Observed {
    fn rows(&self) -> impl Iterator<Item = (&[f64], f64, f64)> {
        self.columns
            .chunks_exact(self.width.max(1))
            .zip(self.figures.iter().zip(&self.variances))
            .map(|(x, (y, v))| (x, *y, *v))
    }

    /// The fit.
    ///
    /// # Errors
    /// [`Unfit::Collinear`].
    pub fn fit(&self) -> Result<Fitted, Unfit> {
        let mut spread = Matrix::zeros(self.width);
        self.rows().for_each(|(x, _, _)| spread.add_outer(x, 1.0));
        let own = Cholesky::of(&spread, |j| OWN_PART * spread.get(j, j)).map_err(|(place, factor)| {
            let part = |(j, value): (usize, f64)| (j > 0 && value.abs() > 1e-6).then_some(j);
            Unfit::Collinear(place, factor.dependence(place).into_iter().enumerate().filter_map(part).collect())
        })?;
        // Half the logarithm of the determinant of X'X: with it the likelihood is that of R's packages and does not
        // depend on the scale of the columns.
        let constant: f64 = (0..self.width).map(|j| 0.5 * libm::log(own.pivot(j))).sum();
        let at = |sigma: f64| self.at(sigma, constant);
        let sigma_u2 = self.highest(&at)?;
        let here = at(sigma_u2)?;
        let information: f64 = self.variances.iter().map(|v| 1.0 / ((sigma_u2 + v) * (sigma_u2 + v))).sum();
        Ok(Fitted {
            sigma_u2,
            coefficients: here.coefficients,
            covariance: here.factor.inverse(),
            variance_of_sigma: 2.0 / information,
            log_likelihood: here.log_likelihood,
        })
    }

    /// The sigma_u2 from 0 up with the highest restricted likelihood: the best of several points, refined to where the
    /// slope is nought.
    fn highest(&self, at: &impl Fn(f64) -> Result<At, Unfit>) -> Result<f64, Unfit> {
        // The variance between areas is mostly of the size of the sampling variances; doubled until the likelihood
        // falls.
        let mut most: f64 = self.variances.iter().sum::<f64>() / self.variances.len() as f64;
        while at(most)?.score > 0.0 && most < f64::MAX / 4.0 {
            most *= 2.0;
        }
        // The likelihood may have several hills: a grid finds the highest, closer together near 0, where it turns most.
        let point = |k: usize| most * (k as f64 / POINTS as f64).powi(2);
        let mut best = (0, at(0.0)?);
        for k in 1..=POINTS {
            let here = at(point(k))?;
            if here.log_likelihood > best.1.log_likelihood {
                best = (k, here);
            }
        }
        let (k, here) = best;
        let (mut low, mut high) = match k {
            // Falling from the start: all that is seen between areas is sampling error.
            0 if here.score <= 0.0 => return Ok(0.0),
            k if here.score > 0.0 => (point(k), point(k + 1)),
            k => (point(k.saturating_sub(1)), point(k)),
        };
        // A double has fewer than 1100 halves between any two numbers of one sign.
        for _ in 0..1100 {
            let middle = 0.5 * (low + high);
            if middle <= low || middle >= high {
                break;
            }
            if at(middle)?.score > 0.0 {
                low = middle;
            } else {
                high = middle;
            }
        }
        Ok(low)
    }

    /// Coefficients, likelihood and its slope, -1/2 tr P + 1/2 y' P P y.
    fn at(&self, sigma: f64, constant: f64) -> Result<At, Unfit> {
        let weight = |v: f64| 1.0 / (sigma + v);
        let (mut gram, mut squared) = (Matrix::zeros(self.width), Matrix::zeros(self.width));
        let mut right = vec![0.0; self.width];
        let (mut logs, mut trace) = (0.0, 0.0);
        for (x, y, v) in self.rows() {
            let w = weight(v);
            gram.add_outer(x, w);
            squared.add_outer(x, w * w);
            logs += libm::log(w);
            trace += w;
            for (right, x) in right.iter_mut().zip(x) {
                *right += w * y * x;
            }
        }
        let factor = Cholesky::of(&gram, |_| 0.0).map_err(|(place, _)| Unfit::Collinear(place, Vec::new()))?;
        let coefficients = factor.solve(&right);
        let (mut of_residuals, mut of_squares) = (0.0, 0.0);
        for (x, y, v) in self.rows() {
            let residual = weight(v) * (y - dot(x, &coefficients));
            of_residuals += residual * residual / weight(v);
            of_squares += residual * residual;
        }
        // What the coefficients use up: without it the variance would be that of maximum likelihood, which is too
        // small.
        trace -= factor.inverse().times(&squared).trace();
        let determinant: f64 = (0..self.width).map(|j| libm::log(factor.pivot(j))).sum();
        let free = (self.figures.len() - self.width) as f64;
        let turn = libm::log(std::f64::consts::TAU);
        let log_likelihood = constant + 0.5 * (logs - determinant - of_residuals - free * turn);
        Ok(At { coefficients, factor, log_likelihood, score: 0.5 * (of_squares - trace) })
    }
}

impl Fitted {
    /// x' b.
    pub fn synthetic(&self, x: &[f64]) -> f64 {
        dot(x, &self.coefficients)
    }

    /// x' (X' V^-1 X)^-1 z.
    pub fn spread(&self, x: &[f64], z: &[f64]) -> f64 {
        x.iter()
            .enumerate()
            .map(|(i, xi)| z.iter().enumerate().map(|(j, zj)| xi * self.covariance.get(i, j) * zj).sum::<f64>())
            .sum()
    }

    /// The part of the figure that is the area's own survey.
    pub fn gamma(&self, variance: f64) -> f64 {
        self.sigma_u2 / (self.sigma_u2 + variance)
    }

    /// g1 + g2 + 2 g3 (Prasad and Rao 1990; Datta and Lahiri 2000 for restricted maximum likelihood).
    pub fn mse(&self, x: &[f64], variance: f64) -> f64 {
        let (gamma, sum) = (self.gamma(variance), self.sigma_u2 + variance);
        let borrowed = 1.0 - gamma;
        let third = variance * variance / (sum * sum * sum) * self.variance_of_sigma;
        gamma * variance + borrowed * borrowed * self.spread(x, x) + 2.0 * third
    }

    /// The mean squared error of x' b as the figure of an area without a survey of its own.
    pub fn mse_synthetic(&self, x: &[f64]) -> f64 {
        self.sigma_u2 + self.spread(x, x)
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn observed(x: &[f64], y: &[f64], v: &[f64]) -> Result<Observed, Unfit> {
        let rows: Vec<f64> = x.iter().flat_map(|x| [1.0, *x]).collect();
        let columns = Scaling::of(2, &rows)?.apply(&rows);
        Ok(Observed { width: 2, columns, figures: y.to_vec(), variances: v.to_vec() })
    }

    /// With equal variances v the restricted estimate is the residual variance less v, and 0 where that is negative.
    #[test]
    fn equal_variances_have_a_closed_form() {
        let (x, y) = ([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [2.0, 1.0, 4.0, 3.0, 7.0, 4.0]);
        let (mean_x, mean_y) = (3.5, 3.5);
        let slope = x.iter().zip(&y).map(|(x, y)| (x - mean_x) * (y - mean_y)).sum::<f64>() / 17.5;
        let squares: f64 = x.iter().zip(&y).map(|(x, y)| (y - mean_y - slope * (x - mean_x)).powi(2)).sum();
        for v in [0.3, 1.0, 9.0] {
            let fit = observed(&x, &y, &[v; 6]).unwrap().fit().unwrap();
            let expected = (squares / 4.0 - v).max(0.0);
            assert!((fit.sigma_u2 - expected).abs() < 1e-12, "{v}: {} and not {expected}", fit.sigma_u2);
        }
    }

    #[test]
    fn a_constant_covariate_is_refused() {
        assert_eq!(observed(&[2.0; 4], &[1.0; 4], &[1.0; 4]).err(), Some(Unfit::Constant(1)));
    }
}
