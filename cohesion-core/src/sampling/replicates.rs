//! Replicate errors: the estimate made again and again, from weights that repeat the sampling.
//!
//! The variance is `scale * sum over r of rscale_r (estimate_r - centre)^2`; the centre is the mean of the replicates, or
//! the estimate itself (`mse`), as in R's `survey::svrVar`. Scale, rscales and centre belong to the weights, so they are
//! kept with them and named in the method of every figure.

pub(crate) mod factors;
pub(crate) mod imported;
pub(crate) mod rank;
pub(crate) mod spread;
pub(crate) mod totals;

use crate::error::Result;
use crate::sampling::replicates::factors::{Frame, ReplicateFactors, Replication, placed};
use crate::sampling::survey::Survey;

impl Survey<'_> {
    /// The same survey with errors from replicates of its first stage of sampling: every estimator, regression, t test
    /// and chi-square test is made anew in each of them. Rank tests and summaries have no such errors and are refused.
    /// One pass over the design columns; each estimate is one pass more.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Replication, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::number("street", vec![1.0, 1.0, 2.0, 3.0]),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new().cluster("street"))?.replicates(Replication::jk1())?;
    /// assert_eq!(survey.replication().map(|made| made.count()), Some(3));
    /// assert_eq!(survey.mean("trust", ())?.rows[0].estimate.df, Some(2.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`crate::FaultKind::NotPossible`] for a design without clusters, for `jk1` with strata, for `brr` and `fay` with a
    /// stratum that has not exactly two clusters (which are named), for a rule for strata with one unit that replicates
    /// do not know; [`crate::FaultKind::OutOfRange`] for no replicates, fewer than two of a bootstrap, or a `rho` outside 0..1;
    /// [`crate::FaultKind::SingleCluster`].
    pub fn replicates(&self, replication: Replication) -> Result<Self> {
        self.sample.refuse_replicates()?;
        let (frame, _) = Frame::of(self.sample.units(), &self.sample.sampling()?);
        let factors = ReplicateFactors::new(replication, frame, self.design())?;
        Ok(Self { sample: self.sample.replicated(factors), ..self.clone() })
    }

    /// The same survey with the errors of factors that were made before, from rows with the same strata and clusters.
    ///
    /// # Errors
    /// [`crate::FaultKind::SpecMismatch`] where the strata or clusters are others.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Replication, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::text("street", ["Elm", "Oak", "Quay", "Mill"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new().cluster("street"))?;
    /// let made = survey.replicates(Replication::bootstrap(50, 1))?;
    /// let again = survey.replicated_by(made.replication().unwrap())?;
    /// assert_eq!(again.mean("trust", ())?, made.mean("trust", ())?);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn replicated_by(&self, factors: &ReplicateFactors) -> Result<Self> {
        self.sample.refuse_replicates()?;
        placed(self.sample.units(), &self.sample.sampling()?, factors)?;
        Ok(Self { sample: self.sample.replicated(factors.clone()), ..self.clone() })
    }

    /// The replicates that errors come from; `None` for a survey without, or whose replicate weights came with the data.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Replication, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::text("street", ["Elm", "Oak", "Quay", "Mill"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new().cluster("street"))?;
    /// assert!(survey.replication().is_none());
    /// assert_eq!(survey.replicates(Replication::jk1())?.replication().unwrap().count(), 4);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn replication(&self) -> Option<&ReplicateFactors> {
        self.sample.factors()
    }
}
