//! Figures: one file for each statistic that is said by [`Figure`] alone, or for several that belong together.

mod gini;
mod moments;
mod theil;
mod variation;

use super::answers::Groups;
use super::figure::Figure;
use super::rows::Rows;
use super::{EstimateOptions, Summary, Survey};
use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::{Estimates, Statistic};

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
pub(super) fn named(name: &str, columns: usize) -> Result<&'static Figure> {
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
pub(super) fn of(statistic: Statistic) -> Option<&'static Figure> {
    FIGURES.iter().copied().find(|figure| figure.statistic == statistic)
}

impl Survey<'_> {
    /// The figure of that name, of one or two columns: `ratio` (the numerator first), `variance`, `correlation`. What a
    /// binding calls for all figures; they have verbs of their own as well.
    ///
    /// # Errors
    /// As [`Survey::mean`]; [`FaultKind::UnknownValue`] for another name,
    /// [`FaultKind::LengthMismatch`] for another number of columns.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let table = Table::new(vec![Column::number("age", vec![1.0, 2.0, 3.0])])?;
    /// let variance = Survey::new(&table, Design::new())?.figure("variance", &["age"], ())?;
    /// assert_eq!(variance.rows[0].estimate.value, Some(1.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn figure(&self, name: &str, columns: &[&str], options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.of(named(name, columns.len())?, columns, &options.into())
    }

    /// The table of a figure of these columns.
    pub(super) fn of(&self, figure: &Figure, columns: &[&str], options: &EstimateOptions) -> Result<Estimates> {
        options.check(figure.statistic)?;
        let rows = Rows::read(self, columns, options)?;
        let mut found = Groups::read(&rows, columns)?.estimates(&rows, figure, columns.join(figure.between))?;
        found.provenance.r_call = self.in_r(options, columns).and_then(|like| (figure.r_call)(like, columns, options));
        Ok(found)
    }
}

impl Summary {
    /// The figure of that name: what [`Survey::figure`](crate::Survey::figure) gives, of a summary that holds it.
    ///
    /// # Errors
    /// As [`Summary::mean`]; [`FaultKind::NotPossible`] for a figure that needs the rows.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Summary, SummarySpec, Table};
    /// let table = Table::new(vec![Column::number("age", vec![1.0, 2.0, 3.0])])?;
    /// let spec = SummarySpec::new(Design::new()).figure("variance", &["age"])?;
    /// let summary = Summary::new(spec)?.add(&table)?;
    /// assert_eq!(summary.figure("variance", &["age"], ())?.rows[0].estimate.value, Some(1.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn figure(&self, name: &str, columns: &[&str], options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.of(named(name, columns.len())?, columns, &options.into())
    }
}
