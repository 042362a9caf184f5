//! A survey: a table and the design it was drawn by. What it can be asked stands in [`crate::survey`].

use crate::error::{Error, FaultKind, Result};
use crate::sampling::design::Design;
use crate::sampling::progress::{Progress, Told};
use crate::sampling::sample::DrawnSample;
use crate::table::Table;

/// A table of answers and the design they were drawn by.
///
/// ```
/// use cohesion_core::{Column, Design, Survey, Table};
/// let table = Table::new(vec![
///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
///     Column::number("weight", vec![1.5, 2.0, 2.0, 1.5]),
/// ])?;
/// let survey = Survey::new(&table, Design::new().weights("weight"))?;
/// let mean = survey.mean("trust", ())?;
/// assert_eq!(mean.rows[0].estimate.value, Some(28.5 / 7.0));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Survey<'t> {
    pub(crate) table: &'t Table<'t>,
    pub(crate) sample: DrawnSample,
    pub(crate) told: Told<'t>,
}

impl<'t> Survey<'t> {
    /// A survey of `table` under `design`. The design's columns are checked here.
    ///
    /// # Errors
    /// Every fault of the design at once: a column that is not there, weights that are missing, negative or sum to
    /// zero, strata or clusters without a label, a cluster label in two strata (unless nested), a finite population
    /// correction that is missing, not constant in its stratum or smaller than the sample; an empty table. Replicate
    /// weights that are missing, beside strata or clusters, or of another number than their rscales; no replicate.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, FaultKind, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::number("weight", vec![10.0, 20.0, 10.0, 20.0]),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new().weights("weight").strata("area"))?;
    /// assert_eq!(survey.sample().describe(), "weights weight, strata area");
    /// let error = Survey::new(&answers, Design::new().weights("wieght")).unwrap_err();
    /// assert_eq!(error.kind(), FaultKind::MissingColumn);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn new(table: &'t Table<'t>, design: Design) -> Result<Self> {
        design.check_replicate_weights(table)?;
        Ok(Self { table, sample: DrawnSample::read(table, design)?, told: Told::default() })
    }

    /// What was read once of the rows, to be kept where the table is not.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::number("weight", vec![10.0, 20.0, 10.0, 20.0]),
    /// ])?;
    /// let sample = Survey::new(&answers, Design::new().weights("weight"))?.sample().clone();
    /// assert!(sample.survey(&answers)?.mean("trust", ()).is_ok());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn sample(&self) -> &DrawnSample {
        &self.sample
    }

    pub(crate) fn design(&self) -> &Design {
        self.sample.design()
    }

    /// The same survey; calls that read the rows once per replicate (imported replicate weights, logistic and Poisson
    /// regressions) tell `progress` after each replicate, and stop with [`FaultKind::Cancelled`] when it says so.
    ///
    /// ```
    /// use std::ops::ControlFlow;
    /// use cohesion_core::{Column, Design, FaultKind, ReplicateWeights, Survey, Table};
    /// let names = ["y", "w", "r1", "r2"];
    /// let table = Table::new(names.map(|name| Column::number(name, vec![1.0, 2.0, 3.0])).into())?;
    /// let design = Design::new().weights("w").replicate_weights(ReplicateWeights::new(["r1", "r2"], 0.5));
    /// let stop = |_, _| ControlFlow::Break(());
    /// let stopped = Survey::new(&table, design)?.reporting_to(&stop).mean("y", ()).unwrap_err();
    /// assert_eq!(stopped.kind(), FaultKind::Cancelled);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn reporting_to(self, progress: &'t Progress<'t>) -> Self {
        Self { told: Told::to(progress), ..self }
    }
}

impl DrawnSample {
    /// The survey of a table whose rows are those that were read.
    ///
    /// # Errors
    /// [`FaultKind::LengthMismatch`] for a table with another number of rows. Whether the columns of the design are the
    /// same is up to the caller.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::number("weight", vec![10.0, 20.0, 10.0, 20.0]),
    /// ])?;
    /// let sample = Survey::new(&answers, Design::new().weights("weight"))?.sample().clone();
    /// let more = Table::new(vec![
    ///     Column::number("visits", vec![1.0, 2.0, 2.0, 1.0]),
    ///     Column::number("weight", vec![10.0, 20.0, 10.0, 20.0]),
    /// ])?;
    /// assert_eq!(sample.survey(&more)?.total("visits", ())?.rows[0].estimate.value, Some(90.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn survey<'t>(&self, table: &'t Table<'t>) -> Result<Survey<'t>> {
        let (read, given) = (self.unit_of().len(), table.rows());
        // Only the number of rows can be checked cheaply; that they are the same rows is up to the caller.
        if read == given {
            return Ok(Survey { table, sample: self.clone(), told: Told::default() });
        }
        let message = format!("the sample was read from {read} rows, the table has {given}");
        Err(Error::new(FaultKind::LengthMismatch, "table", message))
    }
}
