//! Intervals and grades.

use crate::estimate::{Estimate, Grade, Interval, IntervalMethod, Note, NoteCode, Reliability};
use crate::stat::{beta_quantile, t_quantile};

/// Estimate plus and minus t times the standard error.
pub(super) fn t_interval(value: f64, se: f64, df: f64, level: f64) -> Option<Interval> {
    let reach = t_quantile(0.5 + level / 2.0, df)? * se;
    Some(Interval { low: value - reach, high: value + reach, level, method: IntervalMethod::T })
}

/// A t interval on the logit scale, for a share strictly between 0 and 1.
pub(super) fn logit_interval(share: f64, se: f64, df: f64, level: f64) -> Option<Interval> {
    let logit = libm::log(share / (1.0 - share));
    let reach = t_quantile(0.5 + level / 2.0, df)? * se / (share * (1.0 - share));
    let back = |x: f64| 1.0 / (1.0 + libm::exp(-x));
    Some(Interval { low: back(logit - reach), high: back(logit + reach), level, method: IntervalMethod::Logit })
}

/// Clopper-Pearson with the effective sample size, adjusted for the design's degrees of freedom (Korn and Graubard
/// 1998). The effective size is capped at `n`, and is `n` where the variance is 0.
pub(super) fn korn_graubard(share: f64, variance: f64, n: f64, df: f64, level: f64) -> Option<Interval> {
    let raw = if variance > 0.0 { share * (1.0 - share) / variance } else { n };
    let tail = (1.0 - level) / 2.0;
    let ratio = t_quantile(1.0 - tail, n - 1.0)? / t_quantile(1.0 - tail, df)?;
    let size = raw.min(n) * ratio * ratio;
    let hits = share * size;
    let low = if share <= 0.0 { 0.0 } else { beta_quantile(tail, hits, size - hits + 1.0)? };
    let high = if share >= 1.0 { 1.0 } else { beta_quantile(1.0 - tail, hits + 1.0, size - hits)? };
    Some(Interval { low, high, level, method: IntervalMethod::KornGraubard })
}

/// Gives a share its interval: logit, or Korn and Graubard's where the variance is nought.
pub(super) fn share_interval(estimate: &mut Estimate, level: f64) {
    let (Some(share), Some(se), Some(df)) = (estimate.value, estimate.se, estimate.df) else { return };
    let n = estimate.n as f64;
    // Rounding leaves a variance of about 1e-17 where it is nought, as for a share that the strata fix.
    let nought = se * se <= 1e-12 * share * (1.0 - share) / n;
    if share <= 0.0 || share >= 1.0 || nought {
        estimate.se = Some(0.0);
        estimate.deff = None;
        estimate.n_eff = None;
        estimate.interval = korn_graubard(share, 0.0, n, df, level);
        estimate.notes.push(Note::information(NoteCode::NoVariance, ""));
    } else {
        estimate.interval = logit_interval(share, se, df, level);
    }
}

/// The grade of a share by the NCHS standards of 2017.
pub(super) fn grade_share(estimate: &Estimate, effective: f64) -> Option<Reliability> {
    let (share, interval, df) = (estimate.value?, estimate.interval.as_ref()?, estimate.df?);
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
        (Grade::Review, Some("interval_width"))
    } else {
        (Grade::Reliable, None)
    };
    Some(reliability(grade, "nchs_2017", reason))
}

/// The grade of any other figure: enough effective answers and degrees of freedom, or to be reviewed.
pub(super) fn grade_other(estimate: &Estimate, effective: f64) -> Option<Reliability> {
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
