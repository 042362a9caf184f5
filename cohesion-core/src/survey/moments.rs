//! Ratios, variances and correlations.

use super::Survey;
use super::answers::{Answers, Groups, Linear, Recipe};
use super::interval::t_interval;
use super::options::EstimateOptions;
use super::rows::Rows;
use crate::error::Result;
use crate::estimate::texts as common;
use crate::estimate::{Estimates, Interval, IntervalMethod, Statistic};
use crate::message::Message;
use crate::stat::t_quantile;
use crate::survey::texts;

impl Survey<'_> {
    /// The ratio of the weighted totals of two columns, overall or by groups, from the rows that answered both.
    ///
    /// With y above and x below, the linearised value of a row is w (y - R x) / sum(w x) (R: `svyratio`). The interval is
    /// R plus and minus t times its error. Two passes over the rows.
    ///
    /// # Errors
    /// As [`Survey::mean`].
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let table =
    ///     Table::new(vec![Column::number("visits", vec![3.0, 4.0, 5.0]), Column::number("people", vec![1.0, 2.0, 3.0])])?;
    /// let ratio = Survey::new(&table, Design::new())?.ratio("visits", "people", ())?;
    /// assert_eq!(ratio.rows[0].estimate.value, Some(2.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn ratio(&self, numerator: &str, denominator: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.made(&RATIO, &[numerator, denominator], format!("{numerator} / {denominator}"), &options.into())
    }

    /// The variance of a column among the population, overall or by groups: the weighted mean of the squared distances
    /// from the weighted mean, times n / (n - 1), in the square of the column's unit (R: `svyvar`).
    ///
    /// The interval is the variance plus and minus t times its error; it may reach below 0. Two passes over the rows.
    ///
    /// # Errors
    /// As [`Survey::mean`].
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0, 2.0, 3.0]),
    ///     Column::number("visits", vec![1.0, 2.0, 3.0, 3.0, 1.0, 2.0]),
    ///     Column::text("area", ["N", "N", "N", "S", "S", "S"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// assert_eq!(survey.variance("trust", ())?.rows[0].estimate.n, 6);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn variance(&self, variable: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.made(&VARIANCE, &[variable], variable.to_owned(), &options.into())
    }

    /// The weighted correlation of two columns (Pearson), overall or by groups, from the rows that answered both.
    ///
    /// With a and b the standardised values, the linearised value of a row is w (a b - r (a a + b b) / 2) / sum(w), the
    /// same as R's `svycontrast` on the matrix of `svyvar`. The interval is symmetric on Fisher's scale, where the error
    /// is that of r divided by 1 - r r. Two passes over the rows.
    ///
    /// # Errors
    /// As [`Survey::mean`].
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0, 2.0, 3.0]),
    ///     Column::number("visits", vec![1.0, 2.0, 3.0, 3.0, 1.0, 2.0]),
    ///     Column::text("area", ["N", "N", "N", "S", "S", "S"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// assert_eq!(survey.correlation("trust", "visits", ())?.rows[0].estimate.n, 6);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn correlation(&self, x: &str, y: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.made(&CORRELATION, &[x, y], format!("{x}, {y}"), &options.into())
    }

    /// The table of a statistic of these variables.
    fn made(&self, recipe: &Recipe, variables: &[&str], name: String, options: &EstimateOptions) -> Result<Estimates> {
        options.check(recipe.statistic)?;
        let rows = Rows::read(self, variables, options)?;
        let mut found = Groups::read(&rows, variables)?.estimates(&rows, recipe, name)?;
        let like = self.in_r(options, variables);
        found.provenance.r_call = like.and_then(|like| like.moments(recipe.statistic, variables, options));
        Ok(found)
    }
}

const RATIO: Recipe = Recipe {
    statistic: Statistic::Ratio,
    linear: ratio,
    width: 2,
    // The residual and the denominator: their sums give how far the ratio lies from the figure.
    features: |answers, value| {
        let [above, below] = answers.numbers.as_slice() else { return Vec::new() };
        above.iter().zip(below).flat_map(|(y, x)| [y - value * x, *x]).collect()
    },
    again: |sums, _| match sums {
        [residual, below] => residual / below,
        _ => f64::NAN,
    },
    interval: t_interval,
};

const VARIANCE: Recipe = Recipe {
    statistic: Statistic::Variance,
    linear: variance,
    width: 3,
    features: |answers, _| {
        let [values] = answers.numbers.as_slice() else { return Vec::new() };
        let mean = sum(answers, values) / answers.total;
        values.iter().flat_map(|x| [1.0, x - mean, (x - mean) * (x - mean)]).collect()
    },
    again: |sums, n| match sums {
        [weight, sum, squares] => (squares / weight - (sum / weight) * (sum / weight)) * n / (n - 1.0),
        _ => f64::NAN,
    },
    interval: t_interval,
};

const CORRELATION: Recipe = Recipe {
    statistic: Statistic::Correlation,
    linear: correlation,
    width: 6,
    features: |answers, _| {
        let [x, y] = answers.numbers.as_slice() else { return Vec::new() };
        let (Ok(a), Ok(b)) = (standardised(answers, x), standardised(answers, y)) else { return Vec::new() };
        a.iter().zip(&b).flat_map(|(a, b)| [1.0, *a, *b, a * a, b * b, a * b]).collect()
    },
    again: |sums, _| match sums {
        [weight, a, b, aa, bb, ab] => {
            let about = |square: f64, one: f64, other: f64| square / weight - (one / weight) * (other / weight);
            let (spread_a, spread_b) = (about(*aa, *a, *a), about(*bb, *b, *b));
            about(*ab, *a, *b) / (spread_a * spread_b).sqrt()
        }
        _ => f64::NAN,
    },
    interval: fisher_interval,
};

fn ratio(answers: &Answers) -> Linear {
    let [above, below] = answers.numbers.as_slice() else { return Err(common::no_answers()) };
    let bottom = sum(answers, below);
    if bottom == 0.0 {
        return Err(texts::zero_denominator());
    }
    let value = sum(answers, above) / bottom;
    Ok((value, above.iter().zip(below).map(|(y, x)| (y - value * x) / bottom).collect()))
}

fn variance(answers: &Answers) -> Linear {
    let [values] = answers.numbers.as_slice() else { return Err(common::no_answers()) };
    let n = answers.weights.iter().filter(|weight| **weight > 0.0).count() as f64;
    if n < 2.0 {
        return Err(common::one_unit());
    }
    let mean = sum(answers, values) / answers.total;
    let squares: Vec<f64> = values.iter().map(|x| (x - mean) * (x - mean) * n / (n - 1.0)).collect();
    let value = sum(answers, &squares) / answers.total;
    Ok((value, squares.iter().map(|square| (square - value) / answers.total).collect()))
}

fn correlation(answers: &Answers) -> Linear {
    let [x, y] = answers.numbers.as_slice() else { return Err(common::no_answers()) };
    let (a, b) = (standardised(answers, x)?, standardised(answers, y)?);
    let products: Vec<f64> = a.iter().zip(&b).map(|(a, b)| a * b).collect();
    // Rounding may carry a perfect correlation beyond 1.
    let value = (sum(answers, &products) / answers.total).clamp(-1.0, 1.0);
    let linear = a.iter().zip(&b).map(|(a, b)| (a * b - value * (a * a + b * b) / 2.0) / answers.total);
    Ok((value, linear.collect()))
}

/// The distances from the mean in standard deviations.
fn standardised(answers: &Answers, values: &[f64]) -> std::result::Result<Vec<f64>, Message> {
    let mean = sum(answers, values) / answers.total;
    let distances: Vec<f64> = values.iter().map(|x| x - mean).collect();
    let squares: Vec<f64> = distances.iter().map(|x| x * x).collect();
    let spread = (sum(answers, &squares) / answers.total).sqrt();
    // What is left of equal values is the rounding of their mean.
    if spread <= 1e-14 * mean.abs() || spread == 0.0 {
        return Err(texts::constant_values());
    }
    Ok(distances.iter().map(|x| x / spread).collect())
}

/// The weighted sum.
fn sum(answers: &Answers, values: &[f64]) -> f64 {
    answers.weights.iter().zip(values).map(|(weight, value)| weight * value).sum()
}

/// A t interval on the scale of the inverse hyperbolic tangent, turned back; none for a correlation of 1 or -1.
pub(super) fn fisher_interval(value: f64, se: f64, df: f64, level: f64) -> Option<Interval> {
    if value.abs() >= 1.0 {
        return None;
    }
    let reach = t_quantile(0.5 + level / 2.0, df)? * se / (1.0 - value * value);
    let centre = libm::atanh(value);
    let (low, high) = (libm::tanh(centre - reach), libm::tanh(centre + reach));
    Some(Interval { low, high, level, method: IntervalMethod::FisherZ })
}
