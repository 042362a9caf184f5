//! One figure and everything that is known of it.

use serde::{Deserialize, Serialize};

use super::Note;
use crate::closed_set::closed_set;
use crate::error::{Error, Result};

closed_set! {
    /// Which way an interval was made.
    #[non_exhaustive]
    pub enum IntervalMethod {
        /// Estimate plus and minus a quantile of Student's t times the standard error.
        T = "t",
        /// A t interval on the logit scale, turned back (R: `svyciprop(method = "logit")`).
        Logit = "logit",
        /// Clopper-Pearson with the effective sample size, capped at n (Korn and Graubard 1998).
        KornGraubard = "korn_graubard",
        /// The same without the cap (R: `svyciprop(method = "beta")`).
        Beta = "beta",
        /// Wilson's score interval with the effective sample size and Student's t (Wilson 1927; Franco and others 2019).
        Wilson = "wilson",
        /// The binomial likelihood ratio, scaled by the design effect (R: `svyciprop(method = "likelihood")`).
        Likelihood = "likelihood",
        /// A t interval on the scale of the arcsine of the square root, turned back (R: `svyciprop(method = "asin")`).
        Arcsine = "arcsine",
        /// A t interval on the scale of the inverse hyperbolic tangent, turned back (Fisher 1921).
        FisherZ = "fisher_z",
        /// Quantiles at the ends of the interval of the share below (Woodruff 1952).
        Woodruff = "woodruff",
        /// From the F distribution of alpha (Feldt 1965).
        Feldt = "feldt",
        /// From the F distribution of two mean squares (Shrout and Fleiss 1979).
        ShroutFleiss = "shrout_fleiss",
        /// A t interval on the scale of log(1 - alpha), turned back (Bonett 2002).
        Bonett = "bonett",
    }
}

impl IntervalMethod {
    /// The methods for shares; the first is the one that is used where none is named.
    pub const OF_SHARES: [Self; 7] =
        [Self::Logit, Self::Wilson, Self::KornGraubard, Self::Beta, Self::Likelihood, Self::Arcsine, Self::T];

    /// Reads the name of a method for shares.
    ///
    /// # Errors
    /// [`crate::FaultKind::UnknownValue`] that lists the methods.
    ///
    /// ```
    /// use cohesion_core::IntervalMethod;
    /// assert_eq!(IntervalMethod::of_share("wilson")?, IntervalMethod::Wilson);
    /// let error = IntervalMethod::of_share("wald").unwrap_err();
    /// assert_eq!(error.kind().as_str(), "unknown_value");
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn of_share(name: &str) -> Result<Self> {
        Error::one_of(&Self::OF_SHARES, Self::as_str, name, "interval", "is no interval of a share")
    }
}

/// An interval and how it was made.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Confidence level, between 0 and 1.
    pub level: f64,
    /// How it was made.
    pub method: IntervalMethod,
}

closed_set! {
    /// How far a figure may be trusted, by a rule with a name.
    pub enum Grade {
        /// Fit to publish.
        Reliable = "reliable",
        /// To be looked at by somebody who knows the survey before it is published.
        Review = "review",
        /// Too uncertain to publish as a figure.
        Unreliable = "unreliable",
    }
}

/// A grade, the rule that gave it and the first reason.
///
/// Rules: `nchs_2017` for shares (Parker and others, National Center for Health Statistics Data Presentation Standards
/// for Proportions, 2017: effective n below 30, or an interval wider than 0.30, or wider than 130 % of the share while
/// wider than 0.05, is unreliable; df below 8 is to be reviewed); `effective_n_30` for means, totals and alpha
/// (effective n below 30 or df below 8 is to be reviewed); `small_area` for figures of a small-area model (a share
/// outside 0 to 1 or an interval of a share of 0.30 or wider is unreliable; half or more borrowed, or df below 8, is to be
/// reviewed).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reliability {
    /// The grade.
    pub grade: Grade,
    /// The name of the rule.
    pub rule: String,
    /// Why the grade is not `reliable`: `effective_n`, `interval_width`, `relative_width`, `borrowed` or `df`.
    pub reason: Option<String>,
}

/// One figure and everything that is known of its uncertainty.
///
/// A figure that cannot be estimated has `value: None` and says why in `reason`: it is never 0 and never NaN.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Estimate {
    /// The figure; `None` where it cannot be estimated.
    pub value: Option<f64>,
    /// Its standard error, in the unit of the figure.
    pub se: Option<f64>,
    /// Degrees of freedom of the standard error.
    pub df: Option<f64>,
    /// How many rows answered.
    pub n: u64,
    /// How many rows of the group have no answer.
    pub n_missing: u64,
    /// Effective sample size: `n / deff`.
    pub n_eff: Option<f64>,
    /// Design effect: variance against that of a simple random sample of the same size.
    pub deff: Option<f64>,
    /// Interval.
    pub interval: Option<Interval>,
    /// How far it may be trusted.
    pub reliability: Option<Reliability>,
    /// How the figure and its error were made.
    pub method: String,
    /// Why there is no figure, or no standard error.
    pub reason: Option<Note>,
    /// Findings that are not fatal.
    pub notes: Vec<Note>,
}

impl Estimate {
    /// A figure that cannot be estimated, and why.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Estimate, Survey, Table};
    /// let answers = Table::new(vec![Column::number("trust", vec![f64::NAN, f64::NAN])])?;
    /// let mean = Survey::new(&answers, Design::new())?.mean("trust", ())?;
    /// let reason = mean.rows[0].estimate.reason.clone().unwrap();
    /// let unknown = Estimate::not_estimable("nobody answered", 0, 2, reason);
    /// assert_eq!((unknown.value, unknown.n_missing), (None, 2));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn not_estimable(method: &str, n: u64, n_missing: u64, reason: Note) -> Self {
        Self { n, n_missing, method: method.to_owned(), reason: Some(reason), ..Self::default() }
    }
}

impl Estimate {
    /// Whether the figure was taken out before publication.
    pub(crate) fn is_hidden(&self) -> bool {
        self.value.is_none() && self.reason.as_ref().is_some_and(Note::hides)
    }
}

/// A domain: the rows whose label in `column` is one of `values`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Filter {
    /// The column.
    pub column: String,
    /// The labels that count as inside.
    pub values: Vec<String>,
}

/// One row of [`crate::Estimates`]: the labels of its group and the figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EstimateRow {
    /// One label per key, in the order of the keys.
    pub labels: Vec<String>,
    /// The figure.
    pub estimate: Estimate,
}

/// Where a number comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Provenance {
    /// SHA-256 of the plan's canonical JSON.
    pub plan_hash: Option<String>,
    /// Hashes of the tables that went in, sorted.
    pub table_hashes: Vec<String>,
    /// Id and version of the definition: `belonging@2`.
    pub definition: Option<String>,
    /// The rule that was used where several exist (missing answers, variance).
    pub rule: Option<String>,
    /// Version of this library.
    pub library_version: String,
    /// Seed of the random numbers, where there were any.
    #[serde(deserialize_with = "crate::json::seed")]
    pub seed: Option<u64>,
    /// The date that was taken as today.
    pub as_of: Option<String>,
    /// The call of R's package `survey` that gives the same number, over a data frame `d` with the same columns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r_call: Option<String>,
}

impl Provenance {
    /// A provenance that knows the library's version and the tables.
    ///
    /// ```
    /// use cohesion_core::{Column, Provenance, Table};
    /// let answers = Table::new(vec![Column::number("trust", vec![3.0, 4.0])])?;
    /// let provenance = Provenance::of_tables(vec![answers.fingerprint()]);
    /// assert_eq!(provenance.table_hashes.len(), 1);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn of_tables(mut table_hashes: Vec<String>) -> Self {
        table_hashes.sort();
        Self { table_hashes, library_version: env!("CARGO_PKG_VERSION").to_owned(), ..Self::default() }
    }
}
