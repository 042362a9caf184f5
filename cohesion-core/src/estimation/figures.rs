//! Figures: one file for each statistic that is said by [`Figure`] alone, or for several that belong together.

pub(crate) mod gini;
pub(crate) mod moments;
pub(crate) mod theil;
pub(crate) mod variation;

use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::Statistic;
use crate::estimation::figure::Figure;

/// Every figure that the generic verbs know.
const FIGURES: &[&Figure] = &[
    &moments::RATIO,
    &moments::VARIANCE,
    &moments::CORRELATION,
    &variation::COEFFICIENT_OF_VARIATION,
    &theil::THEIL,
    &gini::GINI,
];

/// The figure of that name.
///
/// # Errors
/// [`FaultKind::UnknownValue`] that lists the names; [`FaultKind::LengthMismatch`] for another number of columns.
pub(crate) fn named(name: &str, columns: usize) -> Result<&'static Figure> {
    let found = FIGURES.iter().find(|figure| figure.statistic.as_str() == name).ok_or_else(|| {
        let known = || FIGURES.iter().map(|figure| figure.statistic.as_str());
        let message = format!("no figure is called `{name}`: use {}", known().collect::<Vec<_>>().join(", "));
        Fault::new(FaultKind::UnknownValue, "figure", message).value(name).allowed(known())
    })?;
    if found.columns == columns {
        return Ok(found);
    }
    let message = format!("`{name}` is made of {} columns, not of {columns}", found.columns);
    Err(Error::new(FaultKind::LengthMismatch, "columns", message))
}

/// The figure of a statistic, where it is one.
pub(crate) fn of(statistic: Statistic) -> Option<&'static Figure> {
    FIGURES.iter().copied().find(|figure| figure.statistic == statistic)
}
