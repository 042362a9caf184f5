//! Evaluate local partnerships for social cohesion: one plan file, honest estimates, one report.

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod codebook;
pub mod error;
pub mod estimate;
pub mod indicator;
pub mod message;
pub mod partnership;
pub mod plan;

pub use codebook::{
    Code, CodeLabel, CodeMeaning, Codebook, MissingCodes, MissingKind, ValidRange, Variable, VariableType,
};
pub use codebook::scale::{
    Aggregator, AnswersNeeded, Band, DontKnow, MissingRule, Recode, Rounding, ScaleDefinition, ScaleItem, ScoreRescale,
    WordingLicence,
};
pub use error::{Error, Fault, FaultKind, Result};
pub use estimate::{
    Estimate, EstimateRow, Estimates, Grade, Interval, IntervalMethod, Note, NoteCode, Provenance, Reliability,
    Severity, Statistic,
};
pub use indicator::{
    Benchmark, Condition, Counting, Denominator, IndicatorDefinition, IndicatorStatistic, IndicatorType, Orientation,
    Origin, Target,
};
pub use message::{Language, Phrase, Text, format_integer, format_number, format_percent, note_text, phrase};
pub use partnership::{
    Action, ActionStatus, Activity, AgreedShare, AgreedShares, Attendance, Audience, Cadence, CadenceUnit, Channel,
    ColumnType, Conflict, Contribution, ContributionStatus, Delivery, Dose, Event, Membership, Need, Objective,
    Partnership, RecordColumn, RecordKind, RecordReference, Recognition, Records, Responsibility, Role, SECTORS,
    Setting, Stakeholder, Tie,
};
pub use plan::{PLAN_FORMAT, Pairing, PlanDocument, ReportSection, SurveySection, Wave};
