//! Replicate errors: the estimate made again and again, from weights that repeat the sampling.
//!
//! The variance is `scale * sum over r of rscale_r (estimate_r - centre)^2`; the centre is the mean of the replicates, or
//! the estimate itself (`mse`), as in R's `survey::svrVar`. Scale, rscales and centre belong to the weights, so they are
//! kept with them and named in the method of every figure.

mod coefficients;
mod estimate;
mod factors;
mod imported;
mod rank;
mod source;
mod totals;

pub(super) use coefficients::refitted;
pub(super) use estimate::{Repeated, TableCovariance, estimate, finish};
pub use factors::{ReplicateFactors, Replication};
pub use imported::ReplicateWeights;
pub(super) use source::{Features, Source};

use super::Survey;
use super::options::EstimateOptions;
use super::quantile::QuantileRule;
use super::regress::RegressionOptions;
use crate::error::Result;
use crate::estimate::{ChiSquareStatistic, Estimates, Regression, Test};
use factors::Frame;

/// A survey whose errors come from replicates of its first stage of sampling.
///
/// ```
/// use cohesion_core::{Column, Design, Replication, Survey, Table};
/// let table = Table::new(vec![
///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
///     Column::number("street", vec![1.0, 1.0, 2.0, 3.0]),
/// ])?;
/// let survey = Survey::new(&table, Design::new().cluster("street"))?;
/// let replicates = survey.replicates(Replication::jk1())?;
/// assert_eq!(replicates.count(), 3);
/// assert_eq!(replicates.mean("trust", ())?.rows[0].estimate.df, Some(2.0));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Replicates<'t> {
    survey: Survey<'t>,
    factors: ReplicateFactors,
}

impl<'t> Survey<'t> {
    /// The same survey with errors from replicates. One pass over the design columns; each estimate is one pass more.
    ///
    /// # Errors
    /// [`crate::FaultKind::NotPossible`] for a design without clusters, for `jk1` with strata, for `brr` and `fay` with a
    /// stratum that has not exactly two clusters (which are named), for a rule for strata with one unit that replicates
    /// do not know; [`crate::FaultKind::OutOfRange`] for no replicates, fewer than two of a bootstrap, or a `rho` outside 0..1;
    /// [`crate::FaultKind::SingleCluster`].
    pub fn replicates(&self, replication: Replication) -> Result<Replicates<'t>> {
        self.refuse_replicates()?;
        let design = self.design();
        let (frame, _) = Frame::of(self.sample.units(), &self.sample.sampling()?);
        Ok(self.with(ReplicateFactors::new(replication, frame, design)?))
    }

    /// The same survey with the errors of factors that were made before, from rows with the same strata and clusters.
    ///
    /// # Errors
    /// [`crate::FaultKind::SpecMismatch`] where the strata or clusters are others.
    pub fn replicated_by(&self, factors: &ReplicateFactors) -> Result<Replicates<'t>> {
        self.refuse_replicates()?;
        source::placed(self.sample.units(), &self.sample.sampling()?, factors)?;
        Ok(self.with(factors.clone()))
    }

    fn with(&self, factors: ReplicateFactors) -> Replicates<'t> {
        Replicates { survey: Self { factors: Some(factors.clone()), ..self.clone() }, factors }
    }
}

impl<'t> Replicates<'t> {
    /// As [`Survey::mean`], with replicate errors.
    ///
    /// # Errors
    /// As [`Survey::mean`].
    pub fn mean(&self, variable: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.survey.mean(variable, options)
    }

    /// As [`Survey::share`], with replicate errors.
    ///
    /// # Errors
    /// As [`Survey::share`].
    pub fn share<S: Into<String>>(
        &self,
        variable: &str,
        values: impl IntoIterator<Item = S>,
        options: impl Into<EstimateOptions>,
    ) -> Result<Estimates> {
        self.survey.share(variable, values, options)
    }

    /// As [`Survey::share_between`], with replicate errors.
    ///
    /// # Errors
    /// As [`Survey::share_between`].
    pub fn share_between(
        &self,
        variable: &str,
        low: Option<f64>,
        high: Option<f64>,
        options: impl Into<EstimateOptions>,
    ) -> Result<Estimates> {
        self.survey.share_between(variable, low, high, options)
    }

    /// As [`Survey::choices`], with replicate errors and without the covariance between answers.
    ///
    /// # Errors
    /// As [`Survey::choices`].
    pub fn choices<S: Into<String>>(
        &self,
        columns: &[&str],
        values: impl IntoIterator<Item = S>,
        options: impl Into<EstimateOptions>,
    ) -> Result<Estimates> {
        self.survey.choices(columns, values, options)
    }

    /// As [`Survey::separated_choices`], with replicate errors and without the covariance between answers.
    ///
    /// # Errors
    /// As [`Survey::separated_choices`].
    pub fn separated_choices<S: Into<String>>(
        &self,
        column: &str,
        separator: &str,
        only: impl IntoIterator<Item = S>,
        options: impl Into<EstimateOptions>,
    ) -> Result<Estimates> {
        self.survey.separated_choices(column, separator, only, options)
    }

    /// As [`Survey::total`], with replicate errors.
    ///
    /// # Errors
    /// As [`Survey::total`].
    pub fn total(&self, variable: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.survey.total(variable, options)
    }

    /// As [`Survey::ratio`], the ratio made anew in every replicate.
    ///
    /// # Errors
    /// As [`Survey::ratio`].
    pub fn ratio(&self, numerator: &str, denominator: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.survey.ratio(numerator, denominator, options)
    }

    /// As [`Survey::variance`], the variance made anew in every replicate; n / (n - 1) is that of the sample.
    ///
    /// # Errors
    /// As [`Survey::variance`].
    pub fn variance(&self, variable: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.survey.variance(variable, options)
    }

    /// As [`Survey::correlation`], the correlation made anew in every replicate.
    ///
    /// # Errors
    /// As [`Survey::correlation`].
    pub fn correlation(&self, x: &str, y: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.survey.correlation(x, y, options)
    }

    /// As [`Survey::quantile`]: Woodruff's interval, with the replicate error of the share at or below the quantile. That
    /// is right for every kind of replicates; the quantiles of a jackknife's replicates have no such spread (R:
    /// `svyquantile` with `interval.type = "mean"`).
    ///
    /// # Errors
    /// As [`Survey::quantile`].
    pub fn quantile(
        &self,
        variable: &str,
        probabilities: &[f64],
        rule: QuantileRule,
        options: impl Into<EstimateOptions>,
    ) -> Result<Estimates> {
        self.survey.quantile(variable, probabilities, rule, options)
    }

    /// As [`Survey::alpha`], made anew in every replicate: a standard error, and an interval that is symmetric on the
    /// scale of log(1 - alpha) (Bonett 2002), for weighted and clustered answers alike.
    ///
    /// # Errors
    /// As [`Survey::alpha`].
    pub fn alpha<S: AsRef<str>>(&self, items: &[S], options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.survey.alpha(items, options)
    }

    /// As [`Survey::regress`], fitted anew in every replicate.
    ///
    /// # Errors
    /// As [`Survey::regress`].
    pub fn regress(&self, variable: &str, on: &[&str], options: impl Into<RegressionOptions>) -> Result<Regression> {
        self.survey.regress(variable, on, options)
    }

    /// As [`Survey::t_test`], with replicate errors.
    ///
    /// # Errors
    /// As [`Survey::t_test`].
    pub fn t_test(&self, variable: &str, by: &str, options: impl Into<EstimateOptions>) -> Result<Test> {
        self.survey.t_test(variable, by, options)
    }

    /// As [`Survey::chi_square`], with the covariance that the shares of the cells have between replicates.
    ///
    /// # Errors
    /// As [`Survey::chi_square`].
    pub fn chi_square(
        &self,
        rows: &str,
        columns: &str,
        statistic: ChiSquareStatistic,
        options: impl Into<EstimateOptions>,
    ) -> Result<Test> {
        self.survey.chi_square(rows, columns, statistic, options)
    }

    /// The survey with these errors, which has the same estimators; its rank tests and its summary are refused, since
    /// they have no errors from replicates.
    #[must_use]
    pub fn into_survey(self) -> Survey<'t> {
        self.survey
    }

    /// The factors, to be used again with [`Survey::replicated_by`].
    #[must_use]
    pub fn factors(&self) -> &ReplicateFactors {
        &self.factors
    }

    /// How many replicates there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.factors.count()
    }

    /// What the sum of squares is multiplied by.
    #[must_use]
    pub fn scale(&self) -> f64 {
        self.factors.scale()
    }

    /// What each replicate's square is multiplied by.
    #[must_use]
    pub fn rscales(&self) -> Vec<f64> {
        self.factors.rscales()
    }

    /// Whether squares are about the estimate, and not about the mean of the replicates.
    #[must_use]
    pub fn mse(&self) -> bool {
        self.factors.mse()
    }

    /// Degrees of freedom of the whole sample: the rank of the replicate weights less one.
    #[must_use]
    pub fn df(&self) -> f64 {
        self.factors.df()
    }

    /// One line for people: the method, how many replicates, scale, rscales and centre.
    #[must_use]
    pub fn describe(&self) -> String {
        self.factors.describe()
    }
}
