//! Word of how far a long call has come, and a way to stop it.

use std::fmt;
use std::ops::ControlFlow;

use super::Survey;
use crate::error::{Error, FaultKind, Result};

/// Called between the parts of a long call with how many are done and how many there are; `Break` stops the call.
pub type Progress<'p> = dyn Fn(u64, u64) -> ControlFlow<()> + Sync + 'p;

/// Who is told, if anybody.
#[derive(Clone, Copy, Default)]
pub(super) struct Told<'t>(Option<&'t Progress<'t>>);

impl fmt::Debug for Told<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.0.is_some() { "told" } else { "not told" })
    }
}

impl Told<'_> {
    /// Says how far the call has come.
    ///
    /// # Errors
    /// [`FaultKind::Cancelled`] where the answer is to stop.
    pub fn tell(&self, done: usize, total: usize) -> Result<()> {
        match self.0.map(|told| told(done as u64, total as u64)) {
            Some(ControlFlow::Break(())) => {
                let message = format!("the call was stopped after {done} of {total} replicates");
                Err(Error::new(FaultKind::Cancelled, "progress", message))
            }
            _ => Ok(()),
        }
    }
}

impl<'t> Survey<'t> {
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
        Self { told: Told(Some(progress)), ..self }
    }
}
