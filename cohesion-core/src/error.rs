//! Faults and the one error type.
//!
//! A [`Fault`] says what is wrong, where, and what would be right. An [`Error`] carries every fault found at once, so
//! that a person mends a document in one round and not in ten.
//!
//! ```
//! use cohesion_core::FaultKind;
//! assert_eq!(FaultKind::UnknownKey.as_str(), "unknown_key");
//! ```

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::closed_set::closed_set;

closed_set! {
    /// What kind of fault it is. The name in snake case is the same in Rust, Python, JavaScript and JSON.
    #[non_exhaustive]
    pub enum FaultKind {
        /// The text is not TOML, JSON or CSV.
        Syntax = "syntax",
        /// The text is in no encoding that is read here.
        Encoding = "encoding",
        /// The input is larger than the stated bound.
        TooLarge = "too_large",
        /// The document nests deeper than the stated bound.
        TooDeep = "too_deep",
        /// The document says a format version that this library does not read.
        UnsupportedFormat = "unsupported_format",
        /// A value has another type than the one asked for.
        WrongType = "wrong_type",
        /// A key that no document has here.
        UnknownKey = "unknown_key",
        /// The same key twice in one table.
        DuplicateKey = "duplicate_key",
        /// A field that must be there is not.
        MissingField = "missing_field",
        /// A word outside a closed set.
        UnknownValue = "unknown_value",
        /// A number outside its range.
        OutOfRange = "out_of_range",
        /// The same id twice.
        DuplicateId = "duplicate_id",
        /// An id that names nothing.
        DanglingId = "dangling_id",
        /// A chain of references that returns to its start.
        Cycle = "cycle",
        /// A date that no calendar has, or dates in an impossible order.
        ImpossibleDate = "impossible_date",
        /// Two statements of a document that cannot both hold.
        Inconsistent = "inconsistent",
        /// The name or address of a person where only an id may stand.
        PersonalData = "personal_data",
        /// A column that the table does not have.
        MissingColumn = "missing_column",
        /// The same column name twice.
        DuplicateColumn = "duplicate_column",
        /// Values that are no numbers where numbers are needed.
        NotNumeric = "not_numeric",
        /// A number that is infinite.
        NotFinite = "not_finite",
        /// A row with more or fewer cells than the header.
        RaggedRows = "ragged_rows",
        /// Columns of different lengths.
        LengthMismatch = "length_mismatch",
        /// A table without a row or without a column.
        EmptyTable = "empty_table",
        /// A value that the codebook does not list.
        UndeclaredCode = "undeclared_code",
        /// A weight that is missing, negative, or a set of weights that sums to zero.
        BadWeight = "bad_weight",
        /// A finite population correction that is missing, not constant in its stratum, or smaller than the sample.
        BadFpc = "bad_fpc",
        /// A stratum, cluster or person identifier that is missing.
        MissingDesign = "missing_design",
        /// A cluster label that stands in more than one stratum.
        RepeatedCluster = "repeated_cluster",
        /// A stratum with one single cluster: its variance cannot be estimated.
        SingleCluster = "single_cluster",
        /// Something was asked of a summary that it does not hold.
        NotHeld = "not_held",
        /// Summaries of different specifications.
        SpecMismatch = "spec_mismatch",
        /// The same part of the data twice.
        DuplicatePart = "duplicate_part",
        /// A long call that was told to stop.
        Cancelled = "cancelled",
        /// Bytes that are no summary, or that were tampered with.
        Corrupt = "corrupt",
        /// An option that the function does not have.
        UnknownOption = "unknown_option",
        /// What was asked is not possible with what was given; the message says why.
        NotPossible = "not_possible",
        /// A file could not be read or written.
        File = "file",
        /// A call before the library was loaded, in JavaScript.
        NotReady = "not_ready",
        /// Something that was given back with `free`, or lost when the library broke down, in JavaScript.
        Released = "released",
        /// The library broke down: a mistake of its own, or no memory left, in JavaScript.
        BrokenDown = "broken_down",
    }
}

/// One thing that is wrong, with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[error("{}{message}", self.place())]
pub struct Fault {
    /// What kind of fault it is.
    pub kind: FaultKind,
    /// Where it is: `indicators[2](belonging).items[4]` in a document, `column[X5].row[17]` in a table.
    pub path: String,
    /// The line of the text, counted from 1, where the input was a text.
    pub line: Option<usize>,
    /// The column of that line, counted from 1 in characters.
    pub column: Option<usize>,
    /// The value that was found, shortened to 80 characters.
    pub value: Option<String>,
    /// What would be right: the words of a closed set, the columns of a table, the nearest key.
    pub allowed: Vec<String>,
    /// What is wrong, in a sentence of English.
    pub message: String,
}

impl Fault {
    /// A fault of `kind` at `path`, said in `message`.
    ///
    /// ```
    /// use cohesion_core::{Fault, FaultKind};
    /// let fault = Fault::new(FaultKind::OutOfRange, "indicators[2].at_least", "no answer is 7");
    /// assert_eq!(fault.to_string(), "indicators[2].at_least: no answer is 7");
    /// ```
    #[must_use]
    pub fn new(kind: FaultKind, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            kind,
            path: path.into(),
            line: None,
            column: None,
            value: None,
            allowed: Vec::new(),
            message: message.into(),
        }
    }

    /// The same fault with the value that was found.
    ///
    /// ```
    /// use cohesion_core::{Fault, FaultKind};
    /// let fault = Fault::new(FaultKind::OutOfRange, "at_least", "no answer is as high").value(7);
    /// assert_eq!(fault.value.as_deref(), Some("7"));
    /// ```
    #[must_use]
    pub fn value(mut self, value: impl fmt::Display) -> Self {
        self.value = Some(shortened(&value));
        self
    }

    /// The same fault with what would be right.
    ///
    /// ```
    /// use cohesion_core::{Fault, FaultKind};
    /// let fault = Fault::new(FaultKind::UnknownValue, "setting", "is no setting").allowed(["online", "offline", "both"]);
    /// assert_eq!(fault.allowed.len(), 3);
    /// ```
    #[must_use]
    pub fn allowed<S: Into<String>>(mut self, allowed: impl IntoIterator<Item = S>) -> Self {
        self.allowed = allowed.into_iter().map(Into::into).collect();
        self
    }
}

/// The value as text of up to 80 characters.
#[inline(never)]
fn shortened(value: &dyn fmt::Display) -> String {
    let text = value.to_string();
    if text.chars().count() > 80 { text.chars().take(79).chain(['…']).collect() } else { text }
}

impl Fault {
    /// The fault for an option that a call does not have; it names the nearest of those it has.
    ///
    /// ```
    /// use cohesion_core::Fault;
    /// let fault = Fault::unknown_option("wieghts", &["weights", "strata"]);
    /// assert_eq!(fault.kind.as_str(), "unknown_option");
    /// assert!(fault.message.ends_with("Did you mean `weights`?"));
    /// ```
    #[must_use]
    pub fn unknown_option(option: &str, known: &[&str]) -> Self {
        let nearest = did_you_mean(option, known.iter().copied());
        let message = format!("there is no option `{option}`, only {}.{nearest}", known.join(", "));
        Self::new(FaultKind::UnknownOption, option, message).allowed(known.iter().copied())
    }
}

impl Fault {
    /// Where it is, before a colon; nothing where it has no place.
    fn place(&self) -> String {
        match (self.path.as_str(), self.line) {
            ("", None) => String::new(),
            ("", Some(line)) => format!("line {line}: "),
            (path, None) => format!("{path}: "),
            (path, Some(line)) => format!("{path} (line {line}): "),
        }
    }
}

/// The error of every fallible function: one fault or many.
///
/// It is opaque so that faults can gain fields. [`Error::kind`] and [`Error::path`] speak of the first fault,
/// [`Error::faults`] lists them all.
///
/// ```
/// use cohesion_core::Plan;
/// let error = Plan::from_toml("format = 1\ntitel = 'x'").unwrap_err();
/// assert_eq!(error.kind().as_str(), "unknown_key");
/// assert_eq!(error.path(), "titel");
/// assert!(error.to_string().contains("title"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.lines())]
pub struct Error {
    first: Box<Fault>,
    rest: Vec<Fault>,
}

/// The result of every fallible function of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// An error of a single fault.
    ///
    /// ```
    /// use cohesion_core::{Error, FaultKind};
    /// let error = Error::new(FaultKind::EmptyTable, "table", "the table has no row");
    /// assert_eq!(error.to_string(), "table: the table has no row");
    /// ```
    #[must_use]
    pub fn new(kind: FaultKind, path: impl Into<String>, message: impl Into<String>) -> Self {
        Fault::new(kind, path, message).into()
    }

    /// The kind of the first fault.
    ///
    /// ```
    /// use cohesion_core::{FaultKind, Table};
    /// let error = Table::new(vec![]).unwrap_err();
    /// assert_eq!(error.kind(), FaultKind::EmptyTable);
    /// ```
    #[must_use]
    pub fn kind(&self) -> FaultKind {
        self.first.kind
    }

    /// The place of the first fault; empty where the fault has none.
    ///
    /// ```
    /// use cohesion_core::{Column, Table};
    /// let columns = vec![Column::number("trust", vec![3.0, 4.0]), Column::number("age", vec![40.0])];
    /// let error = Table::new(columns).unwrap_err();
    /// assert_eq!(error.path(), "column[age]");
    /// ```
    #[must_use]
    pub fn path(&self) -> &str {
        &self.first.path
    }

    /// Every fault, in the order of the document.
    ///
    /// ```
    /// use cohesion_core::{Column, Table};
    /// let columns = vec![
    ///     Column::number("trust", vec![3.0, 4.0]),
    ///     Column::number("age", vec![40.0]),
    ///     Column::number("trust", vec![1.0, 2.0]),
    /// ];
    /// // A person mends both in one round.
    /// assert_eq!(Table::new(columns).unwrap_err().faults().count(), 2);
    /// ```
    pub fn faults(&self) -> impl Iterator<Item = &Fault> {
        std::iter::once(&*self.first).chain(&self.rest)
    }

    /// The one of `all` whose word is `word`; the fault at `path` lists them and names the nearest.
    pub(crate) fn one_of<T: Copy>(
        all: &[T],
        text: impl Fn(T) -> &'static str,
        word: &str,
        path: &str,
        said: &str,
    ) -> Result<T> {
        all.iter().copied().find(|one| text(*one) == word).ok_or_else(|| {
            let known: Vec<&str> = all.iter().map(|one| text(*one)).collect();
            let mut message = format!("`{word}` {said}: use {}", known.join(", "));
            if let Some(near) = nearest(word, known.iter().copied()) {
                message += &format!(". Did you mean `{near}`?");
            }
            Fault::new(FaultKind::UnknownValue, path, message).value(word).allowed(known).into()
        })
    }

    /// Every fault, one a line.
    fn lines(&self) -> String {
        self.faults().map(Fault::to_string).collect::<Vec<_>>().join("\n")
    }

    /// Every fault, taken out of the error.
    ///
    /// ```
    /// use cohesion_core::Plan;
    /// let faults = Plan::from_toml("format = 1\ntitel = 'x'\nauthor = 'y'").unwrap_err().into_faults();
    /// assert_eq!(faults.len(), 2);
    /// assert_eq!(faults[0].line, Some(2));
    /// ```
    #[must_use]
    pub fn into_faults(self) -> Vec<Fault> {
        let mut faults = vec![*self.first];
        faults.extend(self.rest);
        faults
    }

    /// `Ok(value)` where `faults` is empty, else the error that carries them all.
    ///
    /// # Errors
    /// The faults themselves, when there are any.
    ///
    /// ```
    /// use cohesion_core::{Error, Fault, FaultKind};
    /// assert_eq!(Error::unless_empty(vec![], 3), Ok(3));
    /// let fault = Fault::new(FaultKind::OutOfRange, "k", "at least 2");
    /// assert!(Error::unless_empty(vec![fault], 3).is_err());
    /// ```
    pub fn unless_empty<T>(faults: Vec<Fault>, value: T) -> Result<T> {
        let mut faults = faults.into_iter();
        match faults.next() {
            None => Ok(value),
            Some(first) => Err(Self { first: Box::new(first), rest: faults.collect() }),
        }
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self { first: Box::new(fault), rest: Vec::new() }
    }
}

/// The candidate nearest to `word` in spelling, where one is near enough to be meant.
pub(crate) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(&folded, &candidate.to_lowercase()), candidate))
        .filter(|(similarity, _)| *similarity >= 0.78)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

/// " Did you mean `x`?" where a candidate is near, else nothing.
pub(crate) fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    nearest(word, candidates).map_or_else(String::new, |found| format!(" Did you mean `{found}`?"))
}
