//! Ratios, variances and correlations.

use crate::error::Result;
use crate::estimate::texts as common;
use crate::estimate::{Estimates, Interval, IntervalMethod, Statistic};
use crate::stat::t_quantile;
use crate::survey::figure::{Figure, Made};
use crate::survey::interval::t_interval;
use crate::survey::{EstimateOptions, Summary, Survey, texts};

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
        self.of(&RATIO, &[numerator, denominator], &options.into())
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
        self.of(&VARIANCE, &[variable], &options.into())
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
        self.of(&CORRELATION, &[x, y], &options.into())
    }
}

impl Summary {
    /// The ratio of the weighted totals of two columns, from the rows that answered both: what
    /// [`Survey::ratio`] gives, of a summary that holds it.
    ///
    /// # Errors
    /// As [`Summary::mean`].
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Summary, SummarySpec, Table};
    /// let table =
    ///     Table::new(vec![Column::number("visits", vec![3.0, 4.0, 5.0]), Column::number("people", vec![1.0, 2.0, 3.0])])?;
    /// let summary = Summary::new(SummarySpec::new(Design::new()).ratio("visits", "people"))?.add(&table)?;
    /// assert_eq!(summary.ratio("visits", "people", ())?.rows[0].estimate.value, Some(2.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn ratio(&self, numerator: &str, denominator: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.of(&RATIO, &[numerator, denominator], &options.into())
    }

    /// The variance of a column among the population: what [`Survey::variance`](crate::Survey::variance) gives, of a
    /// summary that holds it.
    ///
    /// # Errors
    /// As [`Summary::mean`].
    pub fn variance(&self, variable: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.of(&VARIANCE, &[variable], &options.into())
    }

    /// The weighted correlation of two columns, from the rows that answered both: what
    /// [`Survey::correlation`](crate::Survey::correlation) gives, of a summary that holds it.
    ///
    /// # Errors
    /// As [`Summary::mean`].
    pub fn correlation(&self, x: &str, y: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.of(&CORRELATION, &[x, y], &options.into())
    }
}

pub(in crate::survey) const RATIO: Figure = Figure {
    statistic: Statistic::Ratio,
    columns: 2,
    between: " / ",
    made: Made::Smooth {
        powers: &[(0, 0, 0), (1, 0, 0), (0, 1, 0)],
        value: |sums| {
            let below = sums.mean(1);
            if below == 0.0 { Err(texts::zero_denominator()) } else { Ok(sums.mean(0) / below) }
        },
        // In distances from the means: their sums of y - R x are those of the numbers themselves.
        gradient: |sums, value| {
            let below = sums.mean(1) * sums.weight();
            vec![(sums.about_of(0) - value * sums.about_of(1)) / below, 1.0 / below, -value / below]
        },
    },
    interval: t_interval,
    r_call: |like, columns, options| match columns {
        [above, below] => Some(like.ratio(above, below, options)),
        _ => None,
    },
};

pub(in crate::survey) const VARIANCE: Figure = Figure {
    statistic: Statistic::Variance,
    columns: 1,
    between: "",
    made: Made::Smooth {
        powers: &[(0, 0, 0), (1, 0, 0), (2, 0, 0)],
        value: |sums| match sums.n < 2.0 {
            true => Err(common::one_unit()),
            false => Ok(sums.central((2, 0, 0)) * sums.n / (sums.n - 1.0)),
        },
        gradient: |sums, value| {
            let (raise, mean) = (sums.n / (sums.n - 1.0), sums.of((1, 0, 0)) / sums.weight());
            let by_mean = -2.0 * mean * raise;
            [-value - mean * by_mean - mean * mean * raise, by_mean, raise].map(|part| part / sums.weight()).to_vec()
        },
    },
    interval: t_interval,
    r_call: |like, columns, options| Some(like.variance(columns.first()?, options)),
};

pub(in crate::survey) const CORRELATION: Figure = Figure {
    statistic: Statistic::Correlation,
    columns: 2,
    between: ", ",
    made: Made::Smooth {
        powers: &[(0, 0, 0), (1, 0, 0), (0, 1, 0), (2, 0, 0), (0, 2, 0), (1, 1, 0)],
        value: |sums| {
            let [a, b] = [((2, 0, 0), 0), ((0, 2, 0), 1)].map(|(square, column)| {
                // What is left of equal values is the rounding of their mean.
                let spread = sums.central(square).max(0.0).sqrt();
                (spread > 1e-14 * sums.mean(column).abs()).then_some(spread)
            });
            let (Some(a), Some(b)) = (a, b) else { return Err(texts::constant_values()) };
            // Rounding may carry a perfect correlation beyond 1.
            Ok((sums.central((1, 1, 0)) / (a * b)).clamp(-1.0, 1.0))
        },
        // About the means, where the sums of distances are 0.
        gradient: |sums, value| {
            let (aa, bb) = (sums.central((2, 0, 0)), sums.central((0, 2, 0)));
            let parts = [0.0, 0.0, 0.0, -value / (2.0 * aa), -value / (2.0 * bb), 1.0 / (aa * bb).sqrt()];
            parts.map(|part| part / sums.weight()).to_vec()
        },
    },
    interval: fisher_interval,
    r_call: |like, columns, options| match columns {
        [x, y] if options.margin().by.is_empty() && x != y => Some(like.correlation(x, y)),
        _ => None,
    },
};

/// A t interval on the scale of the inverse hyperbolic tangent, turned back; none for a correlation of 1 or -1.
fn fisher_interval(value: f64, se: f64, df: f64, level: f64) -> Option<Interval> {
    if value.abs() >= 1.0 {
        return None;
    }
    let reach = t_quantile(0.5 + level / 2.0, df)? * se / (1.0 - value * value);
    let centre = libm::atanh(value);
    let (low, high) = (libm::tanh(centre - reach), libm::tanh(centre + reach));
    Some(Interval { low, high, level, method: IntervalMethod::FisherZ })
}
