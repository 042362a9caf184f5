//! Coefficients of a regression, fitted anew in every replicate.

use crate::error::Result;
use crate::estimate::Family;
use crate::estimation::rows::Rows;
use crate::estimation::source::{Features, Source};
use crate::stat::{Cholesky, Matrix, at};
use crate::survey::model::{Fit, Model};

/// The covariance of the coefficients and how many replicates have no fit.
pub(crate) struct Refitted {
    pub covariance: Matrix,
    pub without: u64,
    /// Degrees of freedom of the rows used.
    pub df: f64,
}

/// Fits the model with the weights of every replicate, from where the full weights led.
///
/// # Errors
/// [`crate::FaultKind::Cancelled`].
pub(crate) fn refitted(
    source: &Source<'_>,
    rows: &Rows<'_>,
    used: &[usize],
    model: &Model,
    family: Family,
    fit: &Fit,
) -> Result<Refitted> {
    let answers: Vec<(usize, usize)> = used.iter().map(|row| (*row, 0)).collect();
    let df = source.presence(answers.iter().copied(), 1, rows).df(0);
    let far: Vec<Option<Vec<f64>>> = match family {
        Family::Gaussian => solved(source, rows, answers, model, fit)?,
        _ => {
            let full: Vec<f64> = used.iter().map(|row| rows.weight(*row)).collect();
            let again = |replicate| model.again(family, fit, source.reweigh(replicate, used, &full, rows));
            let mut far = Vec::with_capacity(source.count());
            source.each(rows, again, |replicate| far.push(replicate))?;
            far
        }
    };
    let far: Vec<Option<Vec<f64>>> = far.into_iter().map(|far| far.map(|far| model.turned_back(&far))).collect();
    let spread = source.spread();
    let mut without = 0;
    let mut deviations = Vec::with_capacity(model.width);
    for term in 0..model.width {
        let of = |far: &Option<Vec<f64>>| far.as_ref().and_then(|far| far.get(term)).copied().unwrap_or(f64::NAN);
        let mut here: Vec<f64> = far.iter().map(of).collect();
        without = spread.centred(&mut here);
        deviations.push(here);
    }
    let of = |term: usize| deviations.get(term).into_iter().flatten();
    let covariance = Matrix::from_fn(model.width, |i, j| of(i).zip(of(j)).map(|(a, b)| a * b).sum());
    Ok(Refitted { covariance, without, df })
}

/// Least squares from cross-products, which clusters add up: the residuals of the full fit on the regressors give how far
/// the coefficients of a replicate lie from it.
fn solved(
    source: &Source<'_>,
    rows: &Rows<'_>,
    answers: Vec<(usize, usize)>,
    model: &Model,
    fit: &Fit,
) -> Result<Vec<Option<Vec<f64>>>> {
    let width = model.width;
    let products = width * (width + 1) / 2;
    let features = Features::new(answers, products + width, |at, numbers| {
        let (x, residual) = model.row(fit, at);
        let pairs = x.iter().enumerate().flat_map(|(i, a)| x.iter().take(i + 1).map(move |b| a * b));
        let all = pairs.chain(x.iter().map(|x| x * residual));
        numbers.iter_mut().zip(all).for_each(|(number, value)| *number = value);
    });
    let totals = source.of_features(&features, 1, rows)?;
    let solve = |sums: &[f64]| {
        let (lower, right) = sums.split_at(products.min(sums.len()));
        let entry = |i: usize, j: usize| at(lower, i.max(j) * (i.max(j) + 1) / 2 + i.min(j));
        let matrix = Matrix::from_fn(width, entry);
        let factor = Cholesky::of(&matrix, |j| 1e-11 * matrix.get(j, j)).ok()?;
        Some(factor.solve(right))
    };
    Ok(totals.of(0..products + width).map(solve).collect())
}
