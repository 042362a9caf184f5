//! Unweighted counts by groups: what a rule for publishing looks at.

use serde::{Deserialize, Serialize};

use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::{ColumnKind, Filter, Note, Rows, Sheet, Statistic, ToSheet, by, texts, words};
use crate::estimation::accumulate::{Cells, NOWHERE};
use crate::estimation::{EstimateOptions, Measure};
use crate::json;
use crate::message::{Entry, Language, phrases};
use crate::sampling::Survey;

/// How many of the largest contributions of a group are kept.
const LARGEST: usize = 10;

/// Unweighted counts of a column's answers by groups, as confidential as the rows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CountTable {
    /// Whose answers.
    pub variable: String,
    /// The values that count, sorted; empty for numbers.
    #[serde(default)]
    pub values: Vec<String>,
    /// The grouping columns, in order.
    #[serde(default)]
    pub keys: Vec<String>,
    /// The domain: every filter holds.
    #[serde(default, rename = "where")]
    pub within: Vec<Filter>,
    /// One row per group; a group that is not there has nobody in it.
    pub rows: Vec<CountRow>,
    /// How many rows of the domain have no label of the keys.
    #[serde(default)]
    pub unlabelled: u64,
}

/// The counts of one group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CountRow {
    /// One label per key.
    #[serde(default)]
    pub labels: Vec<String>,
    /// How many rows have an answer.
    pub n: u64,
    /// How many have none.
    #[serde(default)]
    pub n_missing: u64,
    /// How many gave one of the values that count.
    #[serde(default)]
    pub numerator: Option<u64>,
    /// The weighted total of the numbers.
    #[serde(default)]
    pub total: Option<f64>,
    /// The largest contributions to it, without their weights, the largest first: ten at most.
    #[serde(default)]
    pub largest: Vec<f64>,
}

impl CountTable {
    /// The counts as JSON, the same bytes in every language.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let table = Table::new(vec![Column::number("trust", vec![4.0, 2.0])])?;
    /// let counts = Survey::new(&table, Design::new())?.counts("trust", ["4"], ())?;
    /// assert!(counts.to_json().starts_with("{\"variable\":\"trust\""));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`CountTable::to_json`] wrote, or a table of counts from elsewhere.
    ///
    /// # Errors
    /// [`FaultKind::Syntax`] where the text is no such JSON; [`FaultKind::Inconsistent`] for a row with more or fewer labels
    /// than keys, or with more in the numerator than answered.
    ///
    /// ```
    /// use cohesion_core::{Column, CountTable, Design, Survey, Table};
    /// let table = Table::new(vec![Column::number("trust", vec![4.0, 2.0])])?;
    /// let counts = Survey::new(&table, Design::new())?.counts("trust", ["4"], ())?;
    /// assert_eq!(CountTable::from_json(&counts.to_json())?, counts);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self> {
        let this: Self = json::read(text, "counts")?;
        this.checked()?;
        Ok(this)
    }

    /// Every row that contradicts itself.
    pub(crate) fn checked(&self) -> Result<()> {
        let mut faults = Vec::new();
        for (row, counts) in self.rows.iter().enumerate() {
            let mut fault = |field: &str, message: &str| {
                faults.push(Fault::new(FaultKind::Inconsistent, format!("rows[{row}].{field}"), message));
            };
            if counts.labels.len() != self.keys.len() {
                fault("labels", "a row has one label per key");
            }
            if counts.numerator.is_some_and(|numerator| numerator > counts.n) {
                fault("numerator", "more are counted than answered");
            }
            // Sums of such counts must fit the whole numbers of the audit.
            if counts.n.max(counts.n_missing) > 1 << 40 {
                fault("n", "a count is larger than 2^40");
            }
        }
        Error::unless_empty(faults, ())
    }
}

impl Survey<'_> {
    /// Unweighted counts of a column by groups: how many answered, how many gave one of `values`; without `values` the
    /// weighted total and the ten largest contributions to it. They tell a [`crate::PublishRule`] what estimates do not hold.
    ///
    /// # Errors
    /// [`FaultKind::MissingColumn`]; [`FaultKind::NotNumeric`] without `values`; [`FaultKind::BadWeight`].
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::text("street", [Some("Elm"), Some("Elm"), Some("Oak")]),
    ///     Column::number("trust", vec![4.0, 2.0, f64::NAN]),
    /// ])?;
    /// let counts = Survey::new(&table, Design::new())?.counts("trust", ["4", "5"], EstimateOptions::new().by("street"))?;
    /// assert_eq!((counts.rows[0].n, counts.rows[0].numerator), (2, Some(1)));
    /// assert_eq!((counts.rows[1].n, counts.rows[1].n_missing), (0, 1));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn counts<S: Into<String>>(
        &self,
        variable: &str,
        values: impl IntoIterator<Item = S>,
        options: impl Into<EstimateOptions>,
    ) -> Result<CountTable> {
        let (measure, margin) = (Measure::share(variable, values), options.into().margin());
        let weights = match &self.design().weights {
            Some(name) => Some(self.table.column(name)?.squarable()?.values.into_owned()),
            None => None,
        };
        let mut cells = Cells::default();
        let codes = cells.codes(self.table, &margin)?;
        let mut rows: Vec<CountRow> =
            cells.labels.iter().map(|labels| CountRow { labels: labels.clone(), ..CountRow::default() }).collect();
        let column = self.table.column(variable)?;
        if measure.is_share() {
            let labels = column.labels();
            for (row, code) in codes.iter().enumerate().filter(|(_, code)| **code != NOWHERE) {
                let Some(counts) = rows.get_mut(*code as usize) else { continue };
                counts.count(labels.get(row).map(|label| measure.values.iter().any(|value| value == label)));
            }
        } else {
            let numbers = column.squarable()?;
            for (row, code) in codes.iter().enumerate().filter(|(_, code)| **code != NOWHERE) {
                let Some(counts) = rows.get_mut(*code as usize) else { continue };
                let value = numbers.values.get(row).copied().unwrap_or(f64::NAN);
                let weight = weights.as_ref().and_then(|weights| weights.get(row)).copied().unwrap_or(1.0);
                counts.add(value, weight);
            }
        }
        rows.sort_by(|a, b| a.labels.cmp(&b.labels));
        Ok(CountTable {
            variable: variable.to_owned(),
            values: measure.values,
            keys: margin.by,
            within: margin.within,
            rows,
            unlabelled: cells.unlabelled as u64,
        })
    }
}

impl CountRow {
    /// One more row; whether its answer counts.
    fn count(&mut self, answer: Option<bool>) {
        let numerator = self.numerator.get_or_insert(0);
        match answer {
            None => self.n_missing += 1,
            Some(counted) => {
                self.n += 1;
                *numerator += u64::from(counted);
            }
        }
    }

    /// One more row with a number.
    fn add(&mut self, value: f64, weight: f64) {
        if value.is_nan() {
            self.n_missing += 1;
            return;
        }
        self.n += 1;
        *self.total.get_or_insert(0.0) += weight * value;
        let place = self.largest.partition_point(|other| other.abs() >= value.abs());
        if place < LARGEST {
            self.largest.insert(place, value);
            self.largest.truncate(LARGEST);
        }
    }
}

impl ToSheet for CountTable {
    fn sheet(&self, language: Language) -> Sheet {
        let say = |name: &'static Entry| name.said(language);
        let table = Rows::of(&self.rows, language)
            .keys(&self.keys, |row| &row.labels)
            .column("n", say(&phrases::ANSWERS), ColumnKind::Count, |row| row.n)
            .column("n_missing", say(&phrases::MISSING), ColumnKind::Count, |row| row.n_missing)
            .column("numerator", words::COUNTED.said(language), ColumnKind::Count, |row| row.numerator)
            .column("total", Statistic::Total.about().words.said(language), ColumnKind::Number, |row| row.total);
        let title = words::counts_of(self.variable.as_str(), self.values.iter().map(String::as_str), language);
        let unlabelled = Note::information(texts::no_label(self.keys.clone(), self.unlabelled), "");
        let notes = if self.unlabelled > 0 { vec![unlabelled] } else { Vec::new() };
        Sheet::new(language, by(title, &self.keys, language), vec![table.table()]).notes(&notes)
    }
}
