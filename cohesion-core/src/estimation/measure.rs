//! What is asked of a column, and for which groups.

use serde::{Deserialize, Serialize};

use crate::error::{Error, FaultKind, Result};

pub use crate::estimate::Filter;

/// A crossing of group columns, within a domain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Margin {
    /// Group columns; empty for the whole domain.
    pub by: Vec<String>,
    /// Every filter must hold.
    pub within: Vec<Filter>,
}

impl Margin {
    /// The crossing of these columns over all rows.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, Margin, Measure, Summary, SummarySpec, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::number("weight", vec![10.0, 20.0, 10.0, 20.0]),
    /// ])?;
    /// let by_area = Margin::by(vec!["area".to_owned()]);
    /// let spec = SummarySpec::new(Design::new()).measures([Measure::mean("trust")]).margin(by_area);
    /// let summary = Summary::new(spec)?.add(&answers)?;
    /// assert_eq!(summary.mean("trust", EstimateOptions::new().by("area"))?.rows.len(), 2);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn by(by: Vec<String>) -> Self {
        Self { by, within: Vec::new() }
    }

    /// The columns it reads.
    pub(crate) fn columns(&self) -> impl Iterator<Item = &str> {
        self.by.iter().chain(self.within.iter().map(|filter| &filter.column)).map(String::as_str)
    }

    /// Whether it has no groups, or all groups of one column.
    pub(crate) fn is_simple(&self) -> bool {
        self.by.is_empty() || self.by.len() == 1 && self.within.is_empty()
    }

    /// For messages: `district x wave within sex = f`.
    pub(crate) fn describe(&self) -> String {
        let by = if self.by.is_empty() { "overall".to_owned() } else { self.by.join(" x ") };
        let within: Vec<String> =
            self.within.iter().map(|filter| format!("{} = {}", filter.column, filter.values.join(" or "))).collect();
        if within.is_empty() { by } else { format!("{by} within {}", within.join(" and ")) }
    }
}

/// One column and how it is read: as numbers, or as "one of these values".
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Measure {
    /// The column.
    pub variable: String,
    /// Empty for the numbers themselves; else 1 for a row with one of these labels and 0 for any other answer.
    pub values: Vec<String>,
}

impl Measure {
    /// The column's numbers: for means and totals.
    ///
    /// ```
    /// use cohesion_core::Measure;
    /// let trust = Measure::mean("trust");
    /// assert!(trust.values.is_empty());
    /// ```
    #[must_use]
    pub fn mean(variable: impl Into<String>) -> Self {
        Self { variable: variable.into(), values: Vec::new() }
    }

    /// Whether the answer is one of `values`: for shares.
    ///
    /// ```
    /// use cohesion_core::Measure;
    /// let happy = Measure::share("happy", ["very", "rather", "very"]);
    /// assert_eq!(happy.values, ["rather", "very"]);
    /// ```
    #[must_use]
    pub fn share<S: Into<String>>(variable: impl Into<String>, values: impl IntoIterator<Item = S>) -> Self {
        let mut values: Vec<String> = values.into_iter().map(Into::into).collect();
        values.sort();
        values.dedup();
        Self { variable: variable.into(), values }
    }

    /// A share that counts at least one value.
    ///
    /// # Errors
    /// [`FaultKind::OutOfRange`] without one.
    pub(crate) fn counted<S: Into<String>>(variable: &str, values: impl IntoIterator<Item = S>) -> Result<Self> {
        let measure = Self::share(variable, values);
        if measure.is_share() {
            return Ok(measure);
        }
        Err(Error::new(FaultKind::OutOfRange, "values", "a share needs at least one value that counts"))
    }

    /// Whether it is a share.
    ///
    /// ```
    /// use cohesion_core::Measure;
    /// assert!(Measure::share("happy", ["very"]).is_share());
    /// assert!(!Measure::mean("trust").is_share());
    /// ```
    #[must_use]
    pub fn is_share(&self) -> bool {
        !self.values.is_empty()
    }

    /// For messages: `trust` or `trust in 4, 5`.
    pub(crate) fn describe(&self) -> String {
        if self.is_share() { format!("{} in {}", self.variable, self.values.join(", ")) } else { self.variable.clone() }
    }
}

/// The items of an alpha, and the cells it is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct ItemSet {
    pub items: Vec<String>,
    pub margin: Margin,
}

/// A margin that coarsens another one.
pub(crate) struct Coarser {
    pub place: usize,
    pub finer: usize,
    /// Where its keys stand among the finer margin's.
    pub keys: Vec<usize>,
}
