//! Intervals and grades.

use crate::estimate::{Estimate, Grade, Interval, IntervalMethod, Reliability};
use crate::stat::t_quantile;

/// Estimate plus and minus t times the standard error.
pub(crate) fn t_interval(value: f64, se: f64, df: f64, level: f64) -> Option<Interval> {
    let reach = t_quantile(0.5 + level / 2.0, df)? * se;
    Some(Interval { low: value - reach, high: value + reach, level, method: IntervalMethod::T })
}

/// The grade of a share by the NCHS standards of 2017.
pub(crate) fn grade_share(estimate: &Estimate, effective: f64) -> Option<Reliability> {
    let (share, interval, df) = (estimate.value?, estimate.interval.as_ref()?, estimate.df?);
    // Strata may give a design effect below 1; the standard does not let that count for more answers than there are.
    let effective = effective.min(estimate.n as f64);
    let width = interval.high - interval.low;
    // The standard judges the share and its complement by the smaller of the two.
    let smaller = share.min(1.0 - share);
    let (grade, reason) = if effective < 30.0 {
        (Grade::Unreliable, Some("effective_n"))
    } else if width >= 0.30 {
        (Grade::Unreliable, Some("interval_width"))
    } else if width > 0.05 && smaller > 0.0 && width > 1.3 * smaller {
        (Grade::Unreliable, Some("relative_width"))
    } else if df < 8.0 {
        (Grade::Review, Some("df"))
    } else if smaller <= 0.0 {
        // A share of 0 or 1: its width relative to the share cannot be judged by rule.
        (Grade::Review, Some("interval_width"))
    } else {
        (Grade::Reliable, None)
    };
    Some(reliability(grade, "nchs_2017", reason))
}

/// The grade of any other figure: enough effective answers and degrees of freedom, or to be reviewed.
pub(crate) fn grade_other(estimate: &Estimate, effective: f64) -> Option<Reliability> {
    let df = estimate.df?;
    let effective = effective.min(estimate.n as f64);
    let (grade, reason) = if effective < 30.0 {
        (Grade::Review, Some("effective_n"))
    } else if df < 8.0 {
        (Grade::Review, Some("df"))
    } else {
        (Grade::Reliable, None)
    };
    Some(reliability(grade, "effective_n_30", reason))
}

fn reliability(grade: Grade, rule: &str, reason: Option<&str>) -> Reliability {
    Reliability { grade, rule: rule.to_owned(), reason: reason.map(str::to_owned) }
}
