//! The sentence of every note: the tables of all rooms.

use crate::estimate::Note;
use crate::message::{Entry, Language};
use crate::{codebook, disclosure, estimate, health, network, scale, survey};

/// The tables that notes come from.
const TABLES: &[&[&Entry]] = &[
    estimate::texts::TABLE,
    codebook::texts::TABLE,
    scale::texts::TABLE,
    survey::texts::TABLE,
    disclosure::texts::TABLE,
    network::texts::TABLE,
    health::texts::TABLE,
    super::texts::TABLE,
];

/// The sentence of a note; its code where the note was made by a later version and has no text here.
///
/// ```
/// use cohesion_core::{Language, Note, note_text};
/// let note = r#"{ "code": "zero_weight_ties", "path": "", "severity": "information", "params": { "n": 1 } }"#;
/// let note: Note = serde_json::from_str(note).unwrap();
/// assert_eq!(note_text(&note, Language::En), "1 row has weight 0 and was taken as no tie.");
/// ```
#[must_use]
pub fn note_text(note: &Note, language: Language) -> String {
    note.said(TABLES, language)
}
