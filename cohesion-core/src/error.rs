//! Faults and the one error type.
//!
//! A [`Fault`] says what is wrong, where, and what would be right. An [`Error`] carries every fault found at once, so
//! that a person mends a document in one round and not in ten.

use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// What kind of fault it is. The name in snake case is the same in Rust, Python, JavaScript and JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FaultKind {
    /// The text is not TOML, JSON or CSV.
    Syntax,
    /// The text is in no encoding that is read here.
    Encoding,
    /// The input is larger than the stated bound.
    TooLarge,
    /// The document nests deeper than the stated bound.
    TooDeep,
    /// The document says a format version that this library does not read.
    UnsupportedFormat,
    /// A value has another type than the one asked for.
    WrongType,
    /// A key that no document has here.
    UnknownKey,
    /// The same key twice in one table.
    DuplicateKey,
    /// A field that must be there is not.
    MissingField,
    /// A word outside a closed set.
    UnknownValue,
    /// A number outside its range.
    OutOfRange,
    /// The same id twice.
    DuplicateId,
    /// An id that names nothing.
    DanglingId,
    /// A chain of references that returns to its start.
    Cycle,
    /// A date that no calendar has, or dates in an impossible order.
    ImpossibleDate,
    /// Two statements of a document that cannot both hold.
    Inconsistent,
    /// The name or address of a person where only an id may stand.
    PersonalData,
    /// A column that the table does not have.
    MissingColumn,
    /// The same column name twice.
    DuplicateColumn,
    /// Values that are no numbers where numbers are needed.
    NotNumeric,
    /// A number that is infinite.
    NotFinite,
    /// A row with more or fewer cells than the header.
    RaggedRows,
    /// Columns of different lengths.
    LengthMismatch,
    /// A table without a row or without a column.
    EmptyTable,
    /// A value that the codebook does not list.
    UndeclaredCode,
    /// A weight that is missing, negative, or a set of weights that sums to zero.
    BadWeight,
    /// A finite population correction that is missing, not constant in its stratum, or smaller than the sample.
    BadFpc,
    /// A stratum, cluster or person identifier that is missing.
    MissingDesign,
    /// A cluster label that stands in more than one stratum.
    RepeatedCluster,
    /// A stratum with one single cluster: its variance cannot be estimated.
    SingleCluster,
    /// Something was asked of a summary that it does not hold.
    NotHeld,
    /// Summaries of different specifications.
    SpecMismatch,
    /// The same part of the data twice.
    DuplicatePart,
    /// A long call that was told to stop.
    Cancelled,
    /// Bytes that are no summary, or that were tampered with.
    Corrupt,
    /// An option that the function does not have.
    UnknownOption,
    /// What was asked is not possible with what was given; the message says why.
    NotPossible,
    /// A file could not be read or written.
    File,
    /// A call before the library was loaded, in JavaScript.
    NotReady,
    /// Something that was given back with `free`, or lost when the library broke down, in JavaScript.
    Released,
    /// The library broke down: a mistake of its own, or no memory left, in JavaScript.
    BrokenDown,
}

impl FaultKind {
    /// The name in snake case, as it is written in JSON and seen from Python and JavaScript.
    ///
    /// ```
    /// use cohesion_core::FaultKind;
    /// assert_eq!(FaultKind::UnknownKey.as_str(), "unknown_key");
    /// ```
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Encoding => "encoding",
            Self::TooLarge => "too_large",
            Self::TooDeep => "too_deep",
            Self::UnsupportedFormat => "unsupported_format",
            Self::WrongType => "wrong_type",
            Self::UnknownKey => "unknown_key",
            Self::DuplicateKey => "duplicate_key",
            Self::MissingField => "missing_field",
            Self::UnknownValue => "unknown_value",
            Self::OutOfRange => "out_of_range",
            Self::DuplicateId => "duplicate_id",
            Self::DanglingId => "dangling_id",
            Self::Cycle => "cycle",
            Self::ImpossibleDate => "impossible_date",
            Self::Inconsistent => "inconsistent",
            Self::PersonalData => "personal_data",
            Self::MissingColumn => "missing_column",
            Self::DuplicateColumn => "duplicate_column",
            Self::NotNumeric => "not_numeric",
            Self::NotFinite => "not_finite",
            Self::RaggedRows => "ragged_rows",
            Self::LengthMismatch => "length_mismatch",
            Self::EmptyTable => "empty_table",
            Self::UndeclaredCode => "undeclared_code",
            Self::BadWeight => "bad_weight",
            Self::BadFpc => "bad_fpc",
            Self::MissingDesign => "missing_design",
            Self::RepeatedCluster => "repeated_cluster",
            Self::SingleCluster => "single_cluster",
            Self::NotHeld => "not_held",
            Self::SpecMismatch => "spec_mismatch",
            Self::DuplicatePart => "duplicate_part",
            Self::Cancelled => "cancelled",
            Self::Corrupt => "corrupt",
            Self::UnknownOption => "unknown_option",
            Self::NotPossible => "not_possible",
            Self::File => "file",
            Self::NotReady => "not_ready",
            Self::Released => "released",
            Self::BrokenDown => "broken_down",
        }
    }
}

/// One thing that is wrong, with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    #[must_use]
    pub fn value(mut self, value: impl fmt::Display) -> Self {
        self.value = Some(shortened(&value));
        self
    }

    /// The same fault with what would be right.
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

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}", self.path)?;
            if let Some(line) = self.line {
                write!(f, " (line {line})")?;
            }
            write!(f, ": ")?;
        } else if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        write!(f, "{}", self.message)
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    first: Box<Fault>,
    rest: Vec<Fault>,
}

/// The result of every fallible function of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// An error of a single fault.
    #[must_use]
    pub fn new(kind: FaultKind, path: impl Into<String>, message: impl Into<String>) -> Self {
        Fault::new(kind, path, message).into()
    }

    /// The kind of the first fault.
    #[must_use]
    pub fn kind(&self) -> FaultKind {
        self.first.kind
    }

    /// The place of the first fault; empty where the fault has none.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.first.path
    }

    /// Every fault, in the order of the document.
    pub fn faults(&self) -> impl Iterator<Item = &Fault> {
        std::iter::once(&*self.first).chain(&self.rest)
    }

    /// Every fault, taken out of the error.
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

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first)?;
        for fault in &self.rest {
            write!(f, "\n{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

/// A result or an option that was written as JSON.
///
/// # Errors
/// [`FaultKind::Syntax`] at `path` where the text is no such JSON.
pub(crate) fn read_json<T: DeserializeOwned>(text: &str, path: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| Error::new(FaultKind::Syntax, path, error.to_string()))
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
