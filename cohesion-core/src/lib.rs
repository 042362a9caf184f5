//! Evaluate local partnerships for social cohesion: one plan file, honest estimates, one report.

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod error;
pub mod estimate;
pub mod message;
pub mod scale;
pub(crate) mod stat;
pub mod survey;
pub mod table;

pub use error::{Error, Fault, FaultKind, Result};
pub use estimate::{
    CHANGED_BELOW, Comparison, Comparisons, Estimate, EstimateRow, Estimates, Grade, Interval, IntervalMethod, Note,
    NoteCode, Provenance, Reliability, Severity, Statistic,
};
pub use message::{Language, Phrase, Text, format_integer, format_number, format_percent, note_text, phrase};
pub use survey::{Design, EstimateOptions, Filter, Margin, Measure, MissingRule, Summary, SummarySpec, Survey};
pub use table::{
    Column, Csv, CsvGuess, Decimal, Labels, MISSING_CODE, Numbers, Table, TextEncoding, Unparsed, Values, read_csv,
};
