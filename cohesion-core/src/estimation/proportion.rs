//! Intervals of shares.
//!
//! Below, p is the share, V its variance, d its degrees of freedom, n its answers, t the quantile of Student's t with d
//! degrees of freedom, and m = p (1 - p) / V the effective sample size. Where p is 0 or 1, or V is nought, none of the
//! methods has an answer of its own: the interval is Korn and Graubard's with m = n, whatever was asked, and it says so.

use crate::error::{Error, FaultKind, Result};
use crate::estimate::texts as common;
use crate::estimate::{Estimate, Interval, IntervalMethod, Note, Statistic};
use crate::estimation::interval::t_interval;
use crate::estimation::options::EstimateOptions;
use crate::stat::{beta_quantile, t_quantile};

/// A share strictly between 0 and 1 with its variance.
#[derive(Clone, Copy, Debug)]
struct Share {
    p: f64,
    variance: f64,
    n: f64,
    df: f64,
    level: f64,
}

impl EstimateOptions {
    /// Refuses a method that is none for this statistic.
    ///
    /// # Errors
    /// [`FaultKind::NotPossible`] for any but a share; [`FaultKind::UnknownValue`] for a method that is none of a share.
    pub(crate) fn check_interval(&self, statistic: Statistic) -> Result<()> {
        let Some(method) = self.interval else { return Ok(()) };
        if statistic != Statistic::Share {
            let message = format!("the interval of a {} has no choice of method", statistic.as_str());
            return Err(Error::new(FaultKind::NotPossible, "interval", message));
        }
        IntervalMethod::of_share(method.as_str()).map(drop)
    }
}

/// Gives a share the interval that was asked for, or Korn and Graubard's where the variance is nought.
pub(crate) fn share_interval(estimate: &mut Estimate, options: &EstimateOptions) {
    let (Some(p), Some(se), Some(df)) = (estimate.value, estimate.se, estimate.df) else { return };
    let n = estimate.n as f64;
    let share = Share { p, variance: se * se, n, df, level: options.level };
    // Rounding leaves a variance of about 1e-17 where it is nought, as for a share that the strata fix.
    let nought = share.variance <= 1e-12 * p * (1.0 - p) / n;
    if p <= 0.0 || p >= 1.0 || nought {
        estimate.se = Some(0.0);
        estimate.deff = None;
        estimate.n_eff = None;
        estimate.interval = share.clopper_pearson(n, IntervalMethod::KornGraubard);
        estimate.notes.push(Note::information(common::no_variance(), ""));
    } else {
        estimate.interval = share.interval(options.interval.unwrap_or(IntervalMethod::Logit));
    }
}

impl Share {
    fn interval(self, method: IntervalMethod) -> Option<Interval> {
        match method {
            IntervalMethod::Wilson => self.wilson(),
            IntervalMethod::KornGraubard => self.clopper_pearson(self.effective().min(self.n), method),
            IntervalMethod::Beta => self.clopper_pearson(self.effective(), method),
            IntervalMethod::Likelihood => self.likelihood(),
            IntervalMethod::Arcsine => self.arcsine(),
            IntervalMethod::T => t_interval(self.p, self.variance.sqrt(), self.df, self.level),
            _ => self.logit(),
        }
    }

    fn effective(self) -> f64 {
        self.p * (1.0 - self.p) / self.variance
    }

    fn t(self) -> Option<f64> {
        t_quantile(0.5 + self.level / 2.0, self.df)
    }

    fn ends(self, low: f64, high: f64, method: IntervalMethod) -> Interval {
        Interval { low, high, level: self.level, method }
    }

    /// log(p / (1 - p)) plus and minus t sqrt(V) / (p (1 - p)), turned back.
    fn logit(self) -> Option<Interval> {
        let logit = libm::log(self.p / (1.0 - self.p));
        let reach = self.t()? * self.variance.sqrt() / (self.p * (1.0 - self.p));
        // An overflow of the exponential gives 0, which is the right limit.
        let back = |x: f64| 1.0 / (1.0 + libm::exp(-x));
        Some(self.ends(back(logit - reach), back(logit + reach), IntervalMethod::Logit))
    }

    /// asin(sqrt(p)) plus and minus t sqrt(V / (4 p (1 - p))), kept between 0 and a quarter turn and turned back.
    fn arcsine(self) -> Option<Interval> {
        let angle = libm::asin(self.p.sqrt());
        let reach = self.t()? * self.variance.sqrt() / (2.0 * (self.p * (1.0 - self.p)).sqrt());
        let back = |angle: f64| libm::pow(libm::sin(angle.clamp(0.0, std::f64::consts::FRAC_PI_2)), 2.0);
        Some(self.ends(back(angle - reach), back(angle + reach), IntervalMethod::Arcsine))
    }

    /// The shares x whose score (p - x)^2 m / (x (1 - x)) is at most t^2.
    fn wilson(self) -> Option<Interval> {
        let (m, square) = (self.effective(), libm::pow(self.t()?, 2.0));
        let centre = (self.p + square / (2.0 * m)) / (1.0 + square / m);
        let spread = self.p * (1.0 - self.p) / m + square / (4.0 * m * m);
        let reach = (square * spread).sqrt() / (1.0 + square / m);
        Some(self.ends(centre - reach, centre + reach, IntervalMethod::Wilson))
    }

    /// Clopper-Pearson with `size` answers, adjusted for the design's degrees of freedom (Korn and Graubard 1998).
    fn clopper_pearson(self, size: f64, method: IntervalMethod) -> Option<Interval> {
        let tail = (1.0 - self.level) / 2.0;
        // Clopper and Pearson take the variance for known; few degrees of freedom make the effective sample smaller by
        // the ratio of what t reaches.
        let ratio = t_quantile(1.0 - tail, self.n - 1.0)? / t_quantile(1.0 - tail, self.df)?;
        let size = size * ratio * ratio;
        let hits = self.p * size;
        // The beta distribution has no parameter 0: where nobody or everybody counts the end is the limit itself.
        let low = if self.p <= 0.0 { 0.0 } else { beta_quantile(tail, hits, size - hits + 1.0)? };
        let high = if self.p >= 1.0 { 1.0 } else { beta_quantile(1.0 - tail, hits + 1.0, size - hits)? };
        Some(self.ends(low, high, method))
    }

    /// The shares x whose likelihood ratio 2 (p log(p / x) + (1 - p) log((1 - p) / (1 - x))) is at most
    /// t^2 / m n / (n - 1), where the last factor is that of R's dispersion.
    fn likelihood(self) -> Option<Interval> {
        let (p, n) = (self.p, self.n);
        let most = libm::pow(self.t()?, 2.0) / self.effective() * n / (n - 1.0);
        let ratio = |x: f64| 2.0 * (p * libm::log(p / x) + (1.0 - p) * libm::log((1.0 - p) / (1.0 - x)));
        // The ratio is 0 at p and grows without end towards 0 and 1, so each side has one root.
        let low = halved(p, 0.0, |x| ratio(x) <= most);
        let high = halved(p, 1.0, |x| ratio(x) <= most);
        Some(self.ends(low, high, IntervalMethod::Likelihood))
    }
}

/// Where `holds` ends between `inside`, where it holds, and `outside`.
fn halved(mut inside: f64, mut outside: f64, holds: impl Fn(f64) -> bool) -> f64 {
    // A double has fewer than 1100 halves between any two numbers of one sign.
    for _ in 0..1100 {
        let middle = 0.5 * (inside + outside);
        if middle == inside || middle == outside {
            break;
        }
        if holds(middle) {
            inside = middle;
        } else {
            outside = middle;
        }
    }
    inside
}
