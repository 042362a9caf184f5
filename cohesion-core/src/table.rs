//! Columns with missing values, and how text becomes columns.
//!
//! A column is numbers (`f64`, missing is NaN **in memory only**) or categories (codes and levels). Which of the two a
//! text column is, is decided when it is used: nothing that a person wrote is lost on reading.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use crate::error::{Error, Fault, FaultKind, Result, did_you_mean};
use crate::stat::SQUARABLE;

mod csv;
mod fingerprint;
mod labels;

pub use csv::{Csv, CsvGuess, Decimal, TextEncoding, read_csv};
pub use labels::Labels;
pub(crate) use labels::number_label;

/// The code of a missing category.
pub const MISSING_CODE: u32 = u32::MAX;

/// How many offending values a fault or a note shows.
const EXAMPLES: usize = 3;

/// A table: named columns of one length. Columns may borrow their numbers from the caller.
///
/// ```
/// use cohesion_core::{Column, Table};
/// let table = Table::new(vec![
///     Column::number("x", vec![1.0, 2.0, f64::NAN]),
///     Column::text("g", ["a", "b", "b"].map(Some)),
/// ])?;
/// assert_eq!((table.rows(), table.columns().len()), (3, 2));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Table<'a> {
    columns: Vec<Column<'a>>,
    rows: usize,
}

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column<'a> {
    name: String,
    values: Values<'a>,
}

/// The values of a column.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Values<'a> {
    /// Numbers; NaN is missing.
    Number(Cow<'a, [f64]>),
    /// Codes into `levels`; [`MISSING_CODE`] is missing.
    Category {
        /// One code per row.
        codes: Cow<'a, [u32]>,
        /// The texts, in the order of first appearance or as the caller declared them.
        levels: Vec<String>,
    },
}

/// A text that is no number where a number was needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unparsed {
    /// Row, counted from 1 without the header.
    pub row: usize,
    /// The column's name.
    pub column: String,
    /// What stands there.
    pub text: String,
}

/// Numbers read from a column, and what could not be read.
#[derive(Clone, Debug)]
pub struct Numbers<'t> {
    /// One value per row; NaN is missing.
    pub values: Cow<'t, [f64]>,
    /// Every text that is no number.
    pub unparsed: Vec<Unparsed>,
}

impl<'a> Column<'a> {
    /// A column of numbers; NaN is missing.
    ///
    /// ```
    /// use cohesion_core::Column;
    /// let visits = Column::number("visits", vec![2.0, f64::NAN, 5.0]);
    /// assert_eq!(visits.len(), 3);
    /// ```
    pub fn number(name: impl Into<String>, values: impl Into<Cow<'a, [f64]>>) -> Self {
        Self { name: name.into(), values: Values::Number(values.into()) }
    }

    /// A column of texts; `None` and the empty text are missing.
    ///
    /// ```
    /// use cohesion_core::Column;
    /// let area = Column::text("area", [Some("Noord"), None, Some("Zuid")]);
    /// assert_eq!(area.labels().get(0), Some("Noord"));
    /// assert_eq!(area.labels().get(1), None);
    /// ```
    pub fn text<S: AsRef<str>>(name: impl Into<String>, texts: impl IntoIterator<Item = Option<S>>) -> Self {
        let mut levels: Vec<String> = Vec::new();
        let mut index: HashMap<String, u32> = HashMap::new();
        let codes: Vec<u32> = texts
            .into_iter()
            .map(|text| {
                let Some(text) = text.as_ref().map(S::as_ref).filter(|text| !text.is_empty()) else {
                    return MISSING_CODE;
                };
                if let Some(code) = index.get(text) {
                    return *code;
                }
                // Four thousand million different texts do not fit a table; the cast must still give a code.
                let code = u32::try_from(levels.len()).unwrap_or(MISSING_CODE - 1);
                levels.push(text.to_owned());
                index.insert(text.to_owned(), code);
                code
            })
            .collect();
        Self { name: name.into(), values: Values::Category { codes: codes.into(), levels } }
    }

    /// A column of codes into `levels`; [`MISSING_CODE`] is missing.
    ///
    /// # Errors
    /// [`FaultKind::OutOfRange`] for a code without a level, [`FaultKind::DuplicateId`] for a level that stands twice.
    ///
    /// ```
    /// use cohesion_core::Column;
    /// let area = Column::category("area", vec![1, 0, 1], vec!["Noord".to_owned(), "Zuid".to_owned()])?;
    /// assert_eq!(area.labels().get(0), Some("Zuid"));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn category(name: impl Into<String>, codes: impl Into<Cow<'a, [u32]>>, levels: Vec<String>) -> Result<Self> {
        let (name, codes) = (name.into(), codes.into());
        let path = format!("column[{name}]");
        let mut seen = std::collections::HashSet::new();
        if let Some(level) = levels.iter().find(|level| !seen.insert(level.as_str())) {
            return Err(Error::new(FaultKind::DuplicateId, path, format!("level `{level}` stands twice")));
        }
        let limit = levels.len();
        let wrong = codes.iter().position(|code| *code != MISSING_CODE && *code as usize >= limit);
        if let Some(row) = wrong {
            return Err(Error::new(
                FaultKind::OutOfRange,
                format!("{path}.row[{}]", row + 1),
                format!("the code has no level: there are {limit}"),
            ));
        }
        Ok(Self { name, values: Values::Category { codes, levels } })
    }

    /// The same column, borrowing its values.
    pub(crate) fn borrowed(&self) -> Column<'_> {
        let values = match &self.values {
            Values::Number(values) => Values::Number(Cow::Borrowed(values)),
            Values::Category { codes, levels } => {
                Values::Category { codes: Cow::Borrowed(codes), levels: levels.clone() }
            }
        };
        Column { name: self.name.clone(), values }
    }

    /// The name.
    ///
    /// ```
    /// use cohesion_core::Column;
    /// assert_eq!(Column::number("trust", vec![3.0]).name(), "trust");
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The values.
    ///
    /// ```
    /// use cohesion_core::{Column, Values};
    /// let trust = Column::number("trust", vec![3.0, 4.0]);
    /// assert!(matches!(trust.values(), Values::Number(numbers) if numbers[..] == [3.0, 4.0]));
    /// ```
    #[must_use]
    pub fn values(&self) -> &Values<'a> {
        &self.values
    }

    /// How many rows the column has.
    ///
    /// ```
    /// use cohesion_core::Column;
    /// let area = Column::text("area", [Some("North"), None, Some("South")]);
    /// assert_eq!(area.len(), 3);
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.values {
            Values::Number(values) => values.len(),
            Values::Category { codes, .. } => codes.len(),
        }
    }

    /// Whether the column has no row.
    ///
    /// ```
    /// use cohesion_core::Column;
    /// assert!(Column::number("trust", vec![]).is_empty());
    /// assert!(!Column::number("trust", vec![f64::NAN]).is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The column as numbers. Texts such as `3`, ` 3.5 ` or `3,5` are read; every other text is listed.
    ///
    /// # Errors
    /// [`FaultKind::NotNumeric`] where no text at all is a number, [`FaultKind::NotFinite`] for an infinite number.
    ///
    /// ```
    /// use cohesion_core::Column;
    /// let income = Column::text("income", [Some("1200"), Some("950,5"), Some("refused")]);
    /// let read = income.numbers()?;
    /// assert_eq!(read.values[1], 950.5);
    /// assert_eq!(read.unparsed.len(), 1);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn numbers(&self) -> Result<Numbers<'_>> {
        if let Values::Number(values) = &self.values
            && let Some(row) = values.iter().position(|value| value.is_infinite())
        {
            return Err(Error::new(
                FaultKind::NotFinite,
                format!("column[{}].row[{}]", self.name, row + 1),
                format!("column `{}` holds an infinite number in row {}", self.name, row + 1),
            ));
        }
        self.numbers_unchecked()
    }

    /// The same for numbers whose squares are added up: none so large, and not all so small, that squares are lost.
    ///
    /// # Errors
    /// As [`Column::numbers`]; [`FaultKind::NotFinite`] for a number beyond 1e150, and where none reaches 1e-150.
    pub(crate) fn squarable(&self) -> Result<Numbers<'_>> {
        let numbers = self.numbers()?;
        let answers = || numbers.values.iter().map(|value| value.abs()).filter(|size| !size.is_nan());
        let largest = answers().fold(0.0, f64::max);
        if SQUARABLE.contains(&largest) || largest == 0.0 {
            return Ok(numbers);
        }
        let (column, path) = (&self.name, format!("column[{}]", self.name));
        if largest < *SQUARABLE.start() {
            let message =
                format!("the numbers of column `{column}` are too small to be squared: give them in another unit");
            return Err(Error::new(FaultKind::NotFinite, path, message));
        }
        let large = numbers.values.iter().position(|value| value.abs() > *SQUARABLE.end()).unwrap_or_default();
        let value = numbers.values.get(large).copied().unwrap_or_default();
        let message = format!(
            "the number {value:e} in row {} of column `{column}` is too large to be squared: is it a code for missing answers?",
            large + 1
        );
        Err(Fault::new(FaultKind::NotFinite, format!("{path}.row[{}]", large + 1), message).value(value).into())
    }

    /// The same without a look for infinite numbers, for callers who see them in what they compute.
    pub(crate) fn numbers_unchecked(&self) -> Result<Numbers<'_>> {
        match &self.values {
            Values::Number(values) => Ok(Numbers { values: Cow::Borrowed(values), unparsed: Vec::new() }),
            Values::Category { codes, levels } => self.parsed(codes, levels),
        }
    }

    /// Numbers from the texts of a category column.
    fn parsed(&self, codes: &[u32], levels: &[String]) -> Result<Numbers<'_>> {
        let read: Vec<Option<f64>> = levels.iter().map(|level| parse_number(level)).collect();
        // A column without a single number was meant as something else; with some, the others are told and left out.
        if !read.is_empty() && read.iter().all(Option::is_none) {
            let examples: Vec<&str> = levels.iter().take(EXAMPLES).map(String::as_str).collect();
            return Err(Fault::new(
                FaultKind::NotNumeric,
                format!("column[{}]", self.name),
                format!("column `{}` holds no numbers but `{}`", self.name, examples.join("`, `")),
            )
            .value(examples.join(", "))
            .into());
        }
        let mut unparsed = Vec::new();
        let values = codes
            .iter()
            .enumerate()
            .map(|(row, code)| match read.get(*code as usize) {
                Some(Some(number)) => *number,
                Some(None) => {
                    unparsed.push(Unparsed {
                        row: row + 1,
                        column: self.name.clone(),
                        text: levels.get(*code as usize).cloned().unwrap_or_default(),
                    });
                    f64::NAN
                }
                None => f64::NAN,
            })
            .collect();
        Ok(Numbers { values: Cow::Owned(values), unparsed })
    }

    /// The column as labels: whole numbers without a decimal point.
    ///
    /// ```
    /// use cohesion_core::Column;
    /// assert_eq!(Column::number("wave", vec![2024.0]).labels().get(0), Some("2024"));
    /// ```
    #[must_use]
    pub fn labels(&self) -> Labels<'_> {
        Labels::of(&self.values)
    }
}

/// Reads `3`, `-3.5`, ` 1e3 ` and `3,5`; `None` for anything else, infinite numbers included.
pub(crate) fn parse_number(text: &str) -> Option<f64> {
    let text = text.trim();
    // Rust reads `nan`, `inf` and `infinity` as numbers, and people write them as answers.
    let starts_right = text.starts_with(|first: char| first.is_ascii_digit() || "+-.,".contains(first));
    if !starts_right {
        return None;
    }
    let value = match text.parse::<f64>() {
        Ok(value) => value,
        // One comma alone is a decimal comma; with a point or another comma it may part thousands, and is not guessed.
        Err(_) if text.matches(',').count() == 1 && !text.contains('.') => text.replace(',', ".").parse().ok()?,
        Err(_) => return None,
    };
    value.is_finite().then_some(value)
}

impl<'a> Table<'a> {
    /// A table of these columns.
    ///
    /// # Errors
    /// All of: [`FaultKind::LengthMismatch`] for columns of different lengths, [`FaultKind::DuplicateColumn`] for a name
    /// that stands twice, [`FaultKind::EmptyTable`] without a column.
    ///
    /// ```
    /// use cohesion_core::{Column, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0]),
    ///     Column::text("area", [Some("Noord"), Some("Zuid"), None]),
    /// ])?;
    /// assert_eq!(answers.rows(), 3);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn new(columns: Vec<Column<'a>>) -> Result<Self> {
        let Some(first) = columns.first() else {
            return Err(Error::new(FaultKind::EmptyTable, "table", "the table has no column"));
        };
        let rows = first.len();
        let mut faults = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for column in &columns {
            let path = format!("column[{}]", column.name);
            if column.len() != rows {
                let message =
                    format!("column `{}` has {} rows, column `{}` has {rows}", column.name, column.len(), first.name);
                faults.push(Fault::new(FaultKind::LengthMismatch, path.clone(), message));
            }
            if !seen.insert(column.name.as_str()) {
                let message = format!("two columns are called `{}`", column.name);
                faults.push(Fault::new(FaultKind::DuplicateColumn, path, message));
            }
        }
        Error::unless_empty(faults, ())?;
        Ok(Self { columns, rows })
    }

    /// How many rows there are.
    ///
    /// ```
    /// use cohesion_core::{Column, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0]),
    ///     Column::text("area", [Some("Noord"), Some("Zuid"), None]),
    /// ])?;
    /// assert_eq!(answers.rows(), 3);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The columns, in order.
    ///
    /// ```
    /// use cohesion_core::{Column, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0]),
    ///     Column::text("area", [Some("Noord"), Some("Zuid"), None]),
    /// ])?;
    /// assert_eq!(answers.columns()[1].name(), "area");
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn columns(&self) -> &[Column<'a>] {
        &self.columns
    }

    /// The same table with one more column, or with the column of that name replaced.
    ///
    /// # Errors
    /// [`FaultKind::LengthMismatch`] where the column has another length.
    ///
    /// ```
    /// use cohesion_core::{Column, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0]),
    ///     Column::text("area", [Some("Noord"), Some("Zuid"), None]),
    /// ])?;
    /// let weighted = answers.with_column(Column::number("weight", vec![1.5, 2.0, 1.0]))?;
    /// assert_eq!(weighted.columns().len(), 3);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn with_column(mut self, column: Column<'a>) -> Result<Self> {
        // Scores that are made again take the place of those from before.
        self.columns.retain(|other| other.name != column.name);
        self.columns.push(column);
        Self::new(self.columns)
    }

    /// The named columns, borrowed.
    pub(crate) fn select(&self, names: &std::collections::BTreeSet<&str>) -> Result<Table<'_>> {
        let columns = names.iter().map(|name| Ok(self.column(name)?.borrowed())).collect::<Result<Vec<_>>>()?;
        Ok(Table { columns, rows: self.rows })
    }

    /// Whether there is a column of that name.
    ///
    /// ```
    /// use cohesion_core::{Column, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0]),
    ///     Column::text("area", [Some("Noord"), Some("Zuid"), None]),
    /// ])?;
    /// assert!(answers.has("area"));
    /// assert!(!answers.has("street"));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.columns.iter().any(|column| column.name == name)
    }

    /// The column of that name.
    ///
    /// # Errors
    /// [`FaultKind::MissingColumn`], which lists the columns there are and names the nearest.
    ///
    /// ```
    /// use cohesion_core::{Column, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0]),
    ///     Column::text("area", [Some("Noord"), Some("Zuid"), None]),
    /// ])?;
    /// assert_eq!(answers.column("trust")?.len(), 3);
    /// let error = answers.column("trusts").unwrap_err();
    /// assert_eq!(error.kind().as_str(), "missing_column");
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn column(&self, name: &str) -> Result<&Column<'a>> {
        self.columns.iter().find(|column| column.name == name).ok_or_else(|| self.no_such_column(name).into())
    }

    /// The hash of the content of these columns; one that stands twice counts once.
    pub(crate) fn fingerprint_of<'n>(&self, names: impl Iterator<Item = &'n str>) -> String {
        let names = BTreeSet::from_iter(names);
        fingerprint::of(&mut names.into_iter().filter_map(|name| self.column(name).ok()).collect())
    }

    /// The faults for those of these columns that are not there, by name.
    pub(crate) fn absent<'n>(&self, names: impl Iterator<Item = &'n str>) -> Vec<Fault> {
        let names = BTreeSet::from_iter(names.filter(|name| !self.has(name)));
        names.into_iter().map(|name| self.no_such_column(name)).collect()
    }

    /// The fault for a column that is not there.
    pub(crate) fn no_such_column(&self, name: &str) -> Fault {
        let names = || self.columns.iter().map(|column| column.name.as_str());
        let shown: Vec<&str> = names().take(20).collect();
        let more = if self.columns.len() > 20 { ", …" } else { "" };
        Fault::new(
            FaultKind::MissingColumn,
            format!("column[{name}]"),
            format!(
                "there is no column `{name}`.{} The columns are: {}{more}",
                did_you_mean(name, names()),
                shown.join(", ")
            ),
        )
        .value(name)
        .allowed(names())
    }

    /// A hash of the named columns' content: the same for the same values whatever their type in memory was.
    ///
    /// XXH3, 128 bits, in hexadecimal: it tells tables apart, it is no seal against forgery.
    ///
    /// ```
    /// use cohesion_core::{Column, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0]),
    ///     Column::text("area", [Some("Noord"), Some("Zuid"), None]),
    /// ])?;
    /// assert_eq!(answers.fingerprint(), answers.clone().fingerprint());
    /// assert_ne!(answers.fingerprint(), answers.clone().with_column(Column::number("trust", vec![3.0, 4.0, 4.0]))?.fingerprint());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn fingerprint(&self) -> String {
        fingerprint::of(&mut self.columns.iter().collect())
    }
}
