//! Replicate errors: the estimate made again and again, from weights that repeat the sampling.
//!
//! The variance is `scale * sum over r of rscale_r (estimate_r - centre)^2`; the centre is the mean of the replicates, or
//! the estimate itself (`mse`), as in R's `survey::svrVar`. Scale, rscales and centre belong to the weights, so they are
//! kept with them and named in the method of every figure.

mod estimate;
mod factors;
mod imported;
mod rank;

pub use factors::{ReplicateFactors, Replication};
pub use imported::ReplicateWeights;

use super::Survey;
use super::options::EstimateOptions;
use super::spec::Measure;
use crate::error::Result;
use crate::estimate::{Estimates, Statistic};

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
    /// [`FaultKind::NotPossible`] for a design without clusters, for `jk1` with strata, for `brr` and `fay` with a
    /// stratum that has not exactly two clusters (which are named), for a rule for strata with one unit that replicates
    /// do not know; [`FaultKind::OutOfRange`] for no replicates, fewer than two of a bootstrap, or a `rho` outside 0..1;
    /// [`FaultKind::SingleCluster`].
    pub fn replicates(&self, replication: Replication) -> Result<Replicates<'t>> {
        let factors = self.replicate_factors(replication)?;
        Ok(Replicates { survey: self.clone(), factors })
    }

    /// The same survey with the errors of factors that were made before, from rows with the same strata and clusters.
    ///
    /// # Errors
    /// [`FaultKind::SpecMismatch`] where the strata or clusters are others.
    pub fn replicated_by(&self, factors: &ReplicateFactors) -> Result<Replicates<'t>> {
        self.fits(factors)?;
        Ok(Replicates { survey: self.clone(), factors: factors.clone() })
    }
}

impl Replicates<'_> {
    /// As [`Survey::mean`], with replicate errors.
    ///
    /// # Errors
    /// As [`Survey::mean`].
    pub fn mean(&self, variable: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.estimate(Statistic::Mean, &Measure::mean(variable), &options.into())
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
        let measure = Measure::counted(variable, values)?;
        self.estimate(Statistic::Share, &measure, &options.into())
    }

    /// As [`Survey::total`], with replicate errors.
    ///
    /// # Errors
    /// As [`Survey::total`].
    pub fn total(&self, variable: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.estimate(Statistic::Total, &Measure::mean(variable), &options.into())
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

    fn estimate(&self, statistic: Statistic, measure: &Measure, options: &EstimateOptions) -> Result<Estimates> {
        self.survey.replicated(statistic, measure, options, &self.factors)
    }
}
