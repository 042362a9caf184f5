//! Differences between the rows of a table of estimates.

use crate::estimate::texts;
use serde::{Deserialize, Serialize};

use super::{
    ColumnKind, Estimate, Estimates, FigureKind, Interval, IntervalMethod, Note, Provenance, Rows, Sheet, Statistic,
    ToSheet, by, group_name, labels,
};
use crate::error::{Error, Fault, FaultKind, Result};
use crate::json;
use crate::message::{Entry, Language, phrases};
use crate::stat::{benjamini_hochberg, t_quantile, t_two_sided};

/// Figures whose adjusted p-value lies below this bound are said to differ.
pub const CHANGED_BELOW: f64 = 0.05;

/// More pairs of rows are not compared at once.
const MOST_PAIRS: usize = 50_000;
/// A picture of more differences would be read by nobody.
const PICTURED: usize = 60;

/// A covariance below this part of the errors is none.
const UNRELATED: f64 = 1e-9;

/// The difference of two rows: `a` minus `b`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Comparison {
    /// Labels of the row that is subtracted from.
    pub a: Vec<String>,
    /// Labels of the row that is subtracted.
    pub b: Vec<String>,
    /// The difference with its error and interval.
    pub estimate: Estimate,
    /// Two-sided p-value of "no difference".
    pub p: Option<f64>,
    /// The p-value adjusted for all comparisons of the table (Benjamini and Hochberg 1995).
    pub p_adjusted: Option<f64>,
}

impl Comparison {
    /// Whether the rows differ by the adjusted p-value; `None` where that cannot be told.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    /// ])?;
    /// let trust = Survey::new(&table, Design::new())?.mean("trust", EstimateOptions::new().by("area"))?;
    /// let change = trust.difference(&["South"], &["North"])?;
    /// assert_eq!(change.rows[0].stands_out(), Some(false));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn stands_out(&self) -> Option<bool> {
        self.p_adjusted.map(|p| p < CHANGED_BELOW)
    }
}

/// Several comparisons, with p-values adjusted for their number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Comparisons {
    /// Always [`Statistic::Difference`].
    pub statistic: Statistic,
    /// The grouping columns of the labels.
    pub keys: Vec<String>,
    /// One row per comparison.
    pub rows: Vec<Comparison>,
    /// How many would stand out by chance.
    pub notes: Vec<Note>,
    /// Where the figures come from.
    pub provenance: Provenance,
}

impl Comparisons {
    /// A table of comparisons whose p-values are adjusted together.
    ///
    /// ```
    /// use cohesion_core::{Column, Comparisons, Design, EstimateOptions, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    /// ])?;
    /// let trust = Survey::new(&table, Design::new())?.mean("trust", EstimateOptions::new().by("area"))?;
    /// let found = trust.differences()?;
    /// let again = Comparisons::new(found.keys.clone(), found.rows.clone(), found.provenance.clone());
    /// assert_eq!(again.rows[0].p_adjusted, found.rows[0].p_adjusted);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn new(keys: Vec<String>, mut rows: Vec<Comparison>, provenance: Provenance) -> Self {
        let notes = adjust_together(&mut rows.iter_mut().collect::<Vec<_>>()).into_iter().collect();
        Self { statistic: Statistic::Difference, keys, rows, notes, provenance }
    }

    /// The table as JSON, the same bytes in every language.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    /// ])?;
    /// let trust = Survey::new(&table, Design::new())?.mean("trust", EstimateOptions::new().by("area"))?;
    /// assert!(trust.differences()?.to_json().starts_with("{\"statistic\":\"difference\""));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`Comparisons::to_json`] wrote.
    ///
    /// # Errors
    /// [`FaultKind::Syntax`] where the text is no such JSON.
    ///
    /// ```
    /// use cohesion_core::{Column, Comparisons, Design, EstimateOptions, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    /// ])?;
    /// let trust = Survey::new(&table, Design::new())?.mean("trust", EstimateOptions::new().by("area"))?;
    /// let differences = trust.differences()?;
    /// assert_eq!(Comparisons::from_json(&differences.to_json())?, differences);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self> {
        json::read(text, "comparisons")
    }
}

/// Adjusts the p-values of these comparisons for their number; says how many would stand out by chance where there are
/// several.
pub(crate) fn adjust_together(comparisons: &mut [&mut Comparison]) -> Option<Note> {
    let p: Vec<f64> = comparisons.iter().filter_map(|comparison| comparison.p).collect();
    let adjusted = benjamini_hochberg(&p);
    for (comparison, adjusted) in comparisons.iter_mut().filter(|comparison| comparison.p.is_some()).zip(adjusted) {
        comparison.p_adjusted = Some(adjusted);
    }
    let expected = p.len() as f64 * CHANGED_BELOW;
    let note = Note::information(texts::by_chance(p.len(), expected), "");
    (p.len() > 1).then_some(note)
}

impl Estimates {
    /// Row `a` minus row `b`, with their covariance. Where the rows are not related a note says that the samples are
    /// taken to be independent.
    ///
    /// # Errors
    /// [`FaultKind::UnknownValue`] for a row that is not there, naming those that are.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    /// ])?;
    /// let trust = Survey::new(&table, Design::new())?.mean("trust", EstimateOptions::new().by("area"))?;
    /// let change = trust.difference(&["South"], &["North"])?;
    /// assert_eq!(change.rows[0].estimate.value, Some(1.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn difference<S: AsRef<str>>(&self, a: &[S], b: &[S]) -> Result<Comparisons> {
        let pair = (self.position(a)?, self.position(b)?);
        Ok(self.compared_with_notes(&[pair]))
    }

    /// Every later row minus every earlier one, p-values adjusted together.
    ///
    /// # Errors
    /// [`FaultKind::TooLarge`] for more than 50,000 pairs, which 317 rows make.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0, 2.0, 3.0]),
    ///     Column::text("area", ["North", "North", "East", "East", "South", "South"].map(Some)),
    /// ])?;
    /// let trust = Survey::new(&table, Design::new())?.mean("trust", EstimateOptions::new().by("area"))?;
    /// let pairs = trust.differences()?;
    /// assert_eq!(pairs.rows.len(), 3);
    /// assert!(pairs.rows.iter().all(|pair| pair.p_adjusted >= pair.p));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn differences(&self) -> Result<Comparisons> {
        let rows = self.rows.len();
        let count = rows * rows.saturating_sub(1) / 2;
        if count > MOST_PAIRS {
            let message =
                format!("{rows} rows make {count} pairs, and {MOST_PAIRS} at most are compared: name two of them");
            return Err(Fault::new(FaultKind::TooLarge, "rows", message).value(count).into());
        }
        let pairs: Vec<(usize, usize)> = (0..rows).flat_map(|b| (b + 1..rows).map(move |a| (a, b))).collect();
        Ok(self.compared_with_notes(&pairs))
    }

    /// The comparisons of these pairs, which say where samples are taken to be independent.
    fn compared_with_notes(&self, pairs: &[(usize, usize)]) -> Comparisons {
        let mut comparisons = self.compared(pairs);
        for (row, (a, b)) in comparisons.rows.iter_mut().zip(pairs) {
            if row.estimate.se.is_some() && a != b && !self.related(*a, *b) {
                row.estimate.notes.push(Note::information(texts::independent_samples(), ""));
            }
        }
        comparisons
    }

    /// Whether two rows vary together by more than rounding.
    pub(super) fn related(&self, a: usize, b: usize) -> bool {
        let entry = |i, j| self.covariance_of(i, j).unwrap_or_default();
        entry(a, b).abs() > UNRELATED * (entry(a, a) * entry(b, b)).sqrt()
    }

    /// The comparisons of these pairs of rows.
    pub(crate) fn compared(&self, pairs: &[(usize, usize)]) -> Comparisons {
        let rows = pairs.iter().filter_map(|(a, b)| self.comparison(*a, *b)).collect();
        Comparisons::new(self.keys.clone(), rows, self.provenance.clone())
    }

    pub(super) fn position<S: AsRef<str>>(&self, labels: &[S]) -> Result<usize> {
        let wanted: Vec<String> = labels.iter().map(|label| label.as_ref().to_owned()).collect();
        if wanted.len() != self.keys.len() {
            let message = format!("{} labels were given for the keys {}", wanted.len(), self.keys.join(", "));
            return Err(Error::new(FaultKind::OutOfRange, "labels", message));
        }
        let found = self.rows.iter().position(|row| row.labels == wanted);
        found.ok_or_else(|| self.no_such_row(&wanted).into())
    }

    fn comparison(&self, a: usize, b: usize) -> Option<Comparison> {
        let (left, right) = (self.rows.get(a)?, self.rows.get(b)?);
        let (x, y) = (&left.estimate, &right.estimate);
        let method = format!("difference of two rows; {}", x.method);
        let (n, missing) = (x.n + y.n, x.n_missing + y.n_missing);
        let comparison =
            |estimate, p| Comparison { a: left.labels.clone(), b: right.labels.clone(), estimate, p, p_adjusted: None };
        let (Some(va), Some(vb)) = (x.value, y.value) else {
            let reason = x.reason.clone().or_else(|| y.reason.clone());
            let reason = reason.unwrap_or_else(|| Note::not_estimable(texts::no_answers(), ""));
            return Some(comparison(Estimate::not_estimable(&method, n, missing, reason), None));
        };
        let mut estimate = Estimate { value: Some(va - vb), n, n_missing: missing, method, ..Estimate::default() };
        let variance = (|| {
            let cross = self.covariance_of(a, b)?;
            Some((self.covariance_of(a, a)? + self.covariance_of(b, b)? - 2.0 * cross).max(0.0))
        })();
        let (Some(variance), Some(df)) = (variance, self.joint_df_of(a, b).filter(|df| *df > 0.0)) else {
            let unknown = || Some(Note::not_estimable(texts::no_covariance(), ""));
            estimate.reason = x.reason.clone().or_else(|| y.reason.clone()).or_else(unknown);
            return Some(comparison(estimate, None));
        };
        let se = variance.sqrt();
        estimate.se = Some(se);
        estimate.df = Some(df);
        // Two shares of exactly 0 or 1 have no variance to speak of: neither has their difference an interval.
        let level = x.interval.as_ref().map_or(0.95, |interval| interval.level);
        let p = (se > 0.0).then(|| t_two_sided((va - vb) / se, df)).flatten();
        if let Some(reach) = t_quantile(0.5 + level / 2.0, df).filter(|_| se > 0.0).map(|t| t * se) {
            let (low, high) = (va - vb - reach, va - vb + reach);
            estimate.interval = Some(Interval { low, high, level, method: IntervalMethod::T });
        }
        Some(comparison(estimate, p))
    }

    pub(crate) fn joint_df_of(&self, i: usize, j: usize) -> Option<f64> {
        *self.joint_df.get(i.max(j))?.get(i.min(j))?
    }
}

impl ToSheet for Comparisons {
    fn sheet(&self, language: Language) -> Sheet {
        let say = |name: &'static Entry| name.said(language);
        let (kind, name) = (FigureKind::Difference, Statistic::Difference.about().words.said(language));
        let table = Rows::of(&self.rows, language)
            .column("a", say(&phrases::GROUP), ColumnKind::Label, |row| labels(&row.a, language))
            .column("b", say(&phrases::COMPARED_WITH), ColumnKind::Label, |row| labels(&row.b, language))
            .estimate(name, kind, |row| &row.estimate)
            .for_programs(&["se", "n", "n_missing"])
            .data("p", ColumnKind::P, |row| row.p)
            .column("p_adjusted", say(&phrases::ADJUSTED_P), ColumnKind::P, |row| row.p_adjusted)
            .data("stands_out", ColumnKind::Flag, Comparison::stands_out)
            .seen(say(&phrases::STANDS_OUT), ColumnKind::Text, |row| {
                say(row
                    .stands_out()
                    .map_or(&phrases::CHANGE_UNKNOWN, |yes| if yes { &phrases::YES } else { &phrases::NO }))
            });
        let label = |row: &Comparison| format!("{} \u{2212} {}", labels(&row.a, language), labels(&row.b, language));
        let marks = self.rows.iter().map(|row| (label(row), &row.estimate));
        let sheet = Sheet::new(language, by(name.to_owned(), &self.keys, language), vec![table.table()])
            .notes(&self.notes)
            .explained(self.explain(language), &self.provenance);
        if self.rows.len() > PICTURED { sheet } else { sheet.dots(group_name(&self.keys, language), name, kind, marks) }
    }
}
