//! Ratios, variances and correlations.

use crate::estimate::texts as common;
use crate::estimate::{Interval, IntervalMethod, Statistic};
use crate::estimation::figure::{Figure, Made};
use crate::estimation::interval::t_interval;
use crate::estimation::texts;
use crate::stat::t_quantile;

pub(crate) const RATIO: Figure = Figure {
    statistic: Statistic::Ratio,
    columns: 2,
    between: " / ",
    made: Made::Smooth {
        powers: &[(0, 0, 0), (1, 0, 0), (0, 1, 0)],
        value: |sums| {
            let below = sums.mean(1);
            // Means and totals have the same ratio, since both columns have the same rows.
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

pub(crate) const VARIANCE: Figure = Figure {
    statistic: Statistic::Variance,
    columns: 1,
    between: "",
    made: Made::Smooth {
        powers: &[(0, 0, 0), (1, 0, 0), (2, 0, 0)],
        // One answer has no spread to be raised by n / (n - 1).
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

pub(crate) const CORRELATION: Figure = Figure {
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
    // The derivative of Fisher's scale, which stretches what lies near 1.
    let reach = t_quantile(0.5 + level / 2.0, df)? * se / (1.0 - value * value);
    let centre = libm::atanh(value);
    let (low, high) = (libm::tanh(centre - reach), libm::tanh(centre + reach));
    Some(Interval { low, high, level, method: IntervalMethod::FisherZ })
}
