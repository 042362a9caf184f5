//! Word of how far a long call has come, and a way to stop it.

use std::fmt;
use std::ops::ControlFlow;

use crate::error::{Error, FaultKind, Result};

/// Called between the parts of a long call with how many are done and how many there are; `Break` stops the call.
pub type Progress<'p> = dyn Fn(u64, u64) -> ControlFlow<()> + Sync + 'p;

/// Who is told, if anybody.
#[derive(Clone, Copy, Default)]
pub(crate) struct Told<'t>(Option<&'t Progress<'t>>);

impl fmt::Debug for Told<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.0.is_some() { "told" } else { "not told" })
    }
}

impl<'t> Told<'t> {
    /// Those who wait for the call.
    pub fn to(progress: &'t Progress<'t>) -> Self {
        Self(Some(progress))
    }

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
