//! Findings that are not fatal, as data.

use std::collections::BTreeMap;

use crate::message::{Entry, Language, Message, NO_NAMES, NoteCode, NoteValue};
use serde::{Deserialize, Serialize};

/// How much a note matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Good to know.
    Information,
    /// Read it before you use the figure.
    Warning,
    /// The figure cannot be had.
    NotEstimable,
}

/// What is said in place of a figure that is not shown.
static HIDES: [NoteCode; 9] = [
    NoteCode::HIDDEN_SMALL,
    NoteCode::HIDDEN_COMPLEMENTARY,
    NoteCode::HIDDEN_NUMERATOR,
    NoteCode::HIDDEN_GROUP_DISCLOSURE,
    NoteCode::HIDDEN_DOMINANCE,
    NoteCode::DOMINANCE_UNKNOWN,
    NoteCode::HIDDEN_UNPROVEN,
    NoteCode::FEW_ORGANISATIONS,
    NoteCode::HIDDEN_UNANIMOUS,
];

/// A finding that is not fatal: a code, its place and what its sentence needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note {
    /// What it says.
    pub code: NoteCode,
    /// What it speaks of; empty for the whole.
    pub path: String,
    /// How much it matters.
    pub severity: Severity,
    /// The values its sentence needs.
    pub params: BTreeMap<String, NoteValue>,
}

impl Note {
    /// What is said about `path`.
    pub(crate) fn new(said: Message, severity: Severity, path: impl Into<String>) -> Self {
        Self { code: said.code, path: path.into(), severity, params: said.params }
    }

    /// A note that is good to know.
    pub(crate) fn information(said: Message, path: impl Into<String>) -> Self {
        Self::new(said, Severity::Information, path)
    }

    /// A note to read before the figure is used.
    pub(crate) fn warning(said: Message, path: impl Into<String>) -> Self {
        Self::new(said, Severity::Warning, path)
    }

    /// The reason why a figure cannot be had.
    pub(crate) fn not_estimable(said: Message, path: impl Into<String>) -> Self {
        Self::new(said, Severity::NotEstimable, path)
    }

    /// Whether it stands in place of a figure that was taken out before publication.
    pub(crate) fn hides(&self) -> bool {
        HIDES.contains(&self.code)
    }

    /// Its sentence, where one of these tables has its text; its code where none has.
    pub(crate) fn said(&self, tables: &[&[&'static Entry]], language: Language) -> String {
        let entry = tables.iter().copied().flatten().find(|entry| entry.code == self.code.as_str());
        entry.map_or_else(|| self.code.as_str().to_owned(), |entry| entry.filled(&self.params, language, NO_NAMES))
    }
}
