//! A table of figures.

use serde::{Deserialize, Serialize};

use super::{
    Estimate, EstimateRow, FigureKind, Filter, Note, Provenance, Rows, Sheet, Statistic, ToSheet, group_name, labels,
    title,
};
use crate::error::{Fault, FaultKind, Result};
use crate::json;
use crate::message::Language;

/// A table of figures with the covariance between them: what every estimator returns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Estimates {
    /// What was estimated.
    pub statistic: Statistic,
    /// Of which variable; for alpha the items, joined.
    pub variable: String,
    /// The values that count, for a share; else empty.
    pub values: Vec<String>,
    /// The grouping columns, in order; empty for one figure over all.
    pub keys: Vec<String>,
    /// The domain: every filter holds; empty for all rows.
    #[serde(default, rename = "where", skip_serializing_if = "Vec::is_empty")]
    pub within: Vec<Filter>,
    /// One row per group, sorted by the bytes of the labels.
    pub rows: Vec<EstimateRow>,
    /// Lower triangle of the covariance matrix of the rows, row by row; `None` where a row has no error.
    pub covariance: Vec<Vec<Option<f64>>>,
    /// Lower triangle of the degrees of freedom of each pair of rows together, for their difference.
    pub joint_df: Vec<Vec<Option<f64>>>,
    /// Findings about the whole table.
    pub notes: Vec<Note>,
    /// Where the figures come from.
    pub provenance: Provenance,
}

impl Estimates {
    /// The only row of a table without groups, or the row of these labels.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    /// ])?;
    /// let trust = Survey::new(&table, Design::new())?.mean("trust", EstimateOptions::new().by("area"))?;
    /// assert_eq!(trust.get(&["South"]).and_then(|estimate| estimate.value), Some(4.5));
    /// assert_eq!(trust.get(&["West"]), None);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn get(&self, labels: &[&str]) -> Option<&Estimate> {
        self.rows
            .iter()
            .find(|row| row.labels.iter().map(String::as_str).eq(labels.iter().copied()))
            .map(|row| &row.estimate)
    }

    /// Covariance between rows `i` and `j`; `None` where one of them has no error or does not exist.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    /// ])?;
    /// let trust = Survey::new(&table, Design::new())?.mean("trust", EstimateOptions::new().by("area"))?;
    /// // Of two groups of people drawn one by one.
    /// assert_eq!(trust.covariance_of(0, 1), Some(0.0));
    /// assert_eq!(trust.covariance_of(0, 2), None);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn covariance_of(&self, i: usize, j: usize) -> Option<f64> {
        *self.covariance.get(i.max(j))?.get(i.min(j))?
    }

    /// Keeps the rows marked so, with their covariances.
    pub(crate) fn keep(&mut self, keep: &[bool]) {
        let kept: Vec<usize> = (0..self.rows.len()).filter(|row| keep.get(*row) == Some(&true)).collect();
        *self = self.picked(&kept);
    }

    /// The rows whose last label is `label`, without that label.
    pub(crate) fn where_last_is(&self, label: &str) -> Self {
        let here = |row: &EstimateRow| row.labels.last().is_some_and(|last| last == label);
        let places: Vec<usize> = (0..self.rows.len()).filter(|place| self.rows.get(*place).is_some_and(here)).collect();
        let mut picked = self.picked(&places);
        picked.keys.pop();
        for row in &mut picked.rows {
            row.labels.pop();
        }
        picked
    }

    /// The rows at `places`, with their covariances.
    fn picked(&self, places: &[usize]) -> Self {
        let triangle = |of: &[Vec<Option<f64>>]| {
            let entry = |i: usize, j: usize| *of.get(i.max(j))?.get(i.min(j))?;
            let row = |(end, i): (usize, &usize)| places.iter().take(end + 1).map(|j| entry(*i, *j)).collect();
            places.iter().enumerate().map(row).collect()
        };
        Self {
            rows: places.iter().filter_map(|place| self.rows.get(*place).cloned()).collect(),
            covariance: triangle(&self.covariance),
            joint_df: triangle(&self.joint_df),
            statistic: self.statistic,
            variable: self.variable.clone(),
            values: self.values.clone(),
            keys: self.keys.clone(),
            within: self.within.clone(),
            notes: self.notes.clone(),
            provenance: self.provenance.clone(),
        }
    }

    /// The table as JSON, the same bytes in every language.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let table = Table::new(vec![Column::number("trust", vec![3.0, 4.0, 5.0, 4.0])])?;
    /// let mean = Survey::new(&table, Design::new())?.mean("trust", ())?;
    /// assert!(mean.to_json().starts_with("{\"statistic\":\"mean\",\"variable\":\"trust\""));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`Estimates::to_json`] wrote.
    ///
    /// # Errors
    /// [`FaultKind::Syntax`] where the text is no such JSON.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Estimates, Survey, Table};
    /// let table = Table::new(vec![Column::number("trust", vec![3.0, 4.0, 5.0, 4.0])])?;
    /// let mean = Survey::new(&table, Design::new())?.mean("trust", ())?;
    /// assert_eq!(Estimates::from_json(&mean.to_json())?, mean);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self> {
        json::read(text, "estimates")
    }

    /// The fault for a row that is not there, naming those that are.
    pub(crate) fn no_such_row(&self, labels: &[String]) -> Fault {
        Fault::new(
            FaultKind::UnknownValue,
            self.keys.join(" x "),
            format!("no row `{}` among the estimates", labels.join(" / ")),
        )
        .value(labels.join(" / "))
        .allowed(self.rows.iter().map(|row| row.labels.join(" / ")))
    }
}

impl ToSheet for Estimates {
    fn sheet(&self, language: Language) -> Sheet {
        let (kind, name) = (FigureKind::of(self.statistic), self.statistic.about().words.said(language));
        let table = Rows::of(&self.rows, language).keys(&self.keys, |row| &row.labels);
        let table = table.estimate(name, kind, |row| &row.estimate);
        // Terms of a regression have units of their own.
        let table = if self.statistic == Statistic::Coefficient { table.own_digits() } else { table };
        let marks = self.rows.iter().map(|row| (labels(&row.labels, language), &row.estimate));
        let title = title(name, &self.variable, &self.values, &self.keys, language);
        Sheet::new(language, title, vec![table.table()])
            .notes(&self.notes)
            .explained(self.explain(language), &self.provenance)
            .dots(group_name(&self.keys, language), name, kind, marks)
    }
}
