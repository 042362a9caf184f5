//! How many people share what could give a person away, before rows are handed on.

use crate::disclosure::texts;
use crate::stat::at;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::{ColumnKind, Note, Readers, Rows, Sheet, ToSheet, words};
use crate::json;
use crate::message::{Language, phrases};
use crate::table::{Labels, Table};

/// How many rows share each combination of columns by which people could be recognised.
///
/// As confidential as the rows: it lists the combinations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KAnonymity {
    /// The columns by which people could be recognised.
    pub columns: Vec<String>,
    /// How many rows should share each combination at least.
    pub k: u64,
    /// How many rows there are.
    pub rows: u64,
    /// How many combinations occur.
    pub combinations: u64,
    /// How many rows the rarest combination has.
    pub smallest: u64,
    /// How many rows share their combination with fewer than k - 1 others.
    pub below: u64,
    /// The combinations of fewer than k rows, the rarest first.
    pub classes: Vec<AnonymityClass>,
    /// The column whose values must differ within each combination, where one is named.
    pub sensitive: Option<String>,
    /// The least number of different values of it in a combination.
    pub diversity: Option<u64>,
    /// What would be left without each of the columns, that which helps most first.
    pub without: Vec<WithoutColumn>,
    /// What this means.
    pub notes: Vec<Note>,
}

/// One combination.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AnonymityClass {
    /// One label per column; `None` where it is missing.
    pub labels: Vec<Option<String>>,
    /// How many rows have it.
    pub n: u64,
    /// How many different values of the sensitive column they have.
    pub diversity: Option<u64>,
}

/// What would be left if a column were taken out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WithoutColumn {
    /// The column.
    pub column: String,
    /// How many rows the rarest combination of the others has.
    pub smallest: u64,
    /// How many rows would be in combinations of fewer than k.
    pub below: u64,
}

/// Counts how many rows share each combination of `columns` (Sweeney 2002), and how many different values of `sensitive` each
/// combination has (Machanavajjhala and others 2007). A missing value is a value of its own.
///
/// # Errors
/// [`FaultKind::MissingColumn`] for each column that is not there; [`FaultKind::MissingField`] without a column;
/// [`FaultKind::OutOfRange`] for a k below 2; [`FaultKind::EmptyTable`].
///
/// ```
/// use cohesion_core::{Column, Table, k_anonymity};
/// let table = Table::new(vec![
///     Column::text("street", [Some("Elm"), Some("Elm"), Some("Oak")]),
///     Column::text("sex", [Some("f"), Some("m"), Some("f")]),
/// ])?;
/// let found = k_anonymity(&table, &["street", "sex"], 2, None)?;
/// assert_eq!((found.smallest, found.below), (1, 3));
/// assert_eq!(found.without[0].column, "street");
/// # Ok::<(), cohesion_core::Error>(())
/// ```
pub fn k_anonymity<S: AsRef<str>>(
    table: &Table<'_>,
    columns: &[S],
    k: u64,
    sensitive: Option<&str>,
) -> Result<KAnonymity> {
    let columns: Vec<String> = columns.iter().map(|column| column.as_ref().to_owned()).collect();
    let names = columns.iter().map(String::as_str).chain(sensitive);
    let mut faults: Vec<Fault> = names.filter(|name| !table.has(name)).map(|name| table.no_such_column(name)).collect();
    if columns.is_empty() {
        faults.push(Fault::new(
            FaultKind::MissingField,
            "columns",
            "name the columns by which people could be recognised",
        ));
    }
    if k < 2 {
        faults.push(Fault::new(FaultKind::OutOfRange, "k", "k is 2 or more").value(k));
    }
    if table.rows() == 0 {
        faults.push(Fault::new(FaultKind::EmptyTable, "table", "the table has no row"));
    }
    Error::unless_empty(faults, ())?;
    let labels: Vec<Labels<'_>> = columns.iter().map(|name| Ok(table.column(name)?.labels())).collect::<Result<_>>()?;
    let values = sensitive.map(|name| table.column(name).map(|column| column.labels())).transpose()?;
    let all = classes(&labels, None, values.as_ref(), table.rows());
    let mut without: Vec<WithoutColumn> = columns
        .iter()
        .enumerate()
        .map(|(place, column)| {
            let rest = classes(&labels, Some(place), None, table.rows());
            WithoutColumn { column: column.clone(), smallest: smallest(&rest), below: below(&rest, k) }
        })
        .collect();
    without.sort_by(|a, b| (a.below, u64::MAX - a.smallest).cmp(&(b.below, u64::MAX - b.smallest)));
    let mut small: Vec<AnonymityClass> = all
        .iter()
        .filter(|(_, class)| class.n < k)
        .map(|(codes, class)| AnonymityClass {
            labels: codes
                .iter()
                .zip(&labels)
                .map(|(code, labels)| labels.levels.get(*code as usize).cloned())
                .collect(),
            n: class.n,
            diversity: sensitive.map(|_| class.values.len() as u64),
        })
        .collect();
    small.sort_by(|a, b| (a.n, &a.labels).cmp(&(b.n, &b.labels)));
    let diversity = sensitive.and_then(|_| all.values().map(|class| class.values.len() as u64).min());
    let mut found = KAnonymity {
        columns,
        k,
        rows: table.rows() as u64,
        combinations: all.len() as u64,
        smallest: smallest(&all),
        below: below(&all, k),
        classes: small,
        sensitive: sensitive.map(str::to_owned),
        diversity,
        without,
        notes: Vec::new(),
    };
    found.notes = found.said();
    Ok(found)
}

/// The rows of one combination.
#[derive(Default)]
struct Class {
    n: u64,
    values: BTreeSet<u32>,
}

/// The combinations of the columns but one.
fn classes(
    labels: &[Labels<'_>],
    out: Option<usize>,
    values: Option<&Labels<'_>>,
    rows: usize,
) -> BTreeMap<Vec<u32>, Class> {
    let mut found: BTreeMap<Vec<u32>, Class> = BTreeMap::new();
    for row in 0..rows {
        let columns = labels.iter().enumerate().filter(|(place, _)| Some(*place) != out);
        let key = columns.map(|(_, labels)| at(&labels.codes, row)).collect();
        let class = found.entry(key).or_default();
        class.n += 1;
        if let Some(value) = values.and_then(|values| values.codes.get(row)) {
            class.values.insert(*value);
        }
    }
    found
}

fn smallest(classes: &BTreeMap<Vec<u32>, Class>) -> u64 {
    classes.values().map(|class| class.n).min().unwrap_or_default()
}

fn below(classes: &BTreeMap<Vec<u32>, Class>, k: u64) -> u64 {
    classes.values().map(|class| class.n).filter(|n| *n < k).sum()
}

impl KAnonymity {
    /// The report as JSON, the same bytes in every language.
    ///
    /// ```
    /// use cohesion_core::{Column, Table, k_anonymity};
    /// let answers = Table::new(vec![Column::text("street", ["Quay", "Quay", "Mill"].map(Some))])?;
    /// let found = k_anonymity(&answers, &["street"], 2, None)?;
    /// assert!(found.to_json().starts_with("{\"columns\":[\"street\"]"));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`KAnonymity::to_json`] wrote.
    ///
    /// # Errors
    /// [`FaultKind::Syntax`] where the text is no such JSON.
    ///
    /// ```
    /// use cohesion_core::{Column, KAnonymity, Table, k_anonymity};
    /// let answers = Table::new(vec![Column::text("street", ["Quay", "Quay", "Mill"].map(Some))])?;
    /// let found = k_anonymity(&answers, &["street"], 2, None)?;
    /// assert_eq!(KAnonymity::from_json(&found.to_json())?, found);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self> {
        json::read(text, "k_anonymity")
    }

    fn said(&self) -> Vec<Note> {
        if self.below == 0 {
            let mut notes = vec![Note::information(texts::k_anonymous(self.k, self.smallest), "columns")];
            notes.extend(self.one_value());
            return notes;
        }
        let found = Note::warning(texts::not_k_anonymous(self.below, self.rows, self.k), "columns");
        let mut notes = vec![found];
        if let Some(best) = self.without.first().filter(|best| best.below < self.below && self.columns.len() > 1) {
            let said = texts::column_helps_most(&best.column, best.below);
            notes.push(Note::information(said, format!("column[{}]", best.column)));
        }
        notes.extend(self.one_value());
        notes
    }

    /// That everybody of some combination has the same value.
    fn one_value(&self) -> Option<Note> {
        let column = self.sensitive.as_ref().filter(|_| self.diversity == Some(1))?;
        Some(Note::warning(texts::one_sensitive_value(column), format!("column[{column}]")))
    }
}

impl ToSheet for KAnonymity {
    fn sheet(&self, language: Language) -> Sheet {
        let rows = phrases::ROWS.said(language);
        let mut classes = Rows::of(&self.classes, language);
        for (place, column) in self.columns.iter().enumerate() {
            let label = |class: &AnonymityClass| class.labels.get(place).cloned().flatten();
            classes = classes.column(column, column.as_str(), ColumnKind::Label, label);
        }
        let classes = classes
            .column("n", rows, ColumnKind::Count, |class| class.n)
            .column("diversity", words::DIFFERENT_VALUES.said(language), ColumnKind::Count, |class| class.diversity)
            .table();
        let shown = if self.classes.is_empty() { Readers::Programs } else { Readers::Everybody };
        let without = Rows::of(&self.without, language)
            .column("column", words::LEFT_OUT.said(language), ColumnKind::Label, |without| without.column.as_str())
            .column("smallest", words::RAREST.said(language), ColumnKind::Count, |without| without.smallest)
            .column("below", words::RARE_ROWS.said(language), ColumnKind::Count, |without| without.below)
            .table()
            .captioned(words::WITHOUT_ONE.said(language))
            .for_readers(Readers::People);
        let tables = vec![classes.for_readers(shown), without];
        Sheet::new(language, words::combinations(self.columns.clone(), language), tables).notes(&self.notes)
    }
}
