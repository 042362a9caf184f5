//! Evaluate local partnerships for social cohesion: one plan file, honest estimates, one report.

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod codebook;
pub mod error;
pub mod estimate;
pub mod message;

pub use codebook::scale::{
    Aggregator, AnswersNeeded, Band, DontKnow, MissingRule, Recode, Rounding, ScaleDefinition, ScaleItem, ScoreRescale,
    WordingLicence,
};
pub use error::{Error, Fault, FaultKind, Result};
pub use estimate::{
    Estimate, EstimateRow, Estimates, Grade, Interval, IntervalMethod, Note, NoteCode, Provenance, Reliability,
    Severity, Statistic,
};
pub use message::{Language, Phrase, Text, format_integer, format_number, format_percent, note_text, phrase};
