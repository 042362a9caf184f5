//! Short fixed phrases: headings, table headers, verdicts.

use super::Language;

/// A fixed phrase of the report and the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Phrase {
    /// Column header: the figure.
    Value,
    /// Column header: standard error.
    StandardError,
    /// Column header: interval.
    Interval,
    /// Column header: answers.
    Answers,
    /// Column header: missing.
    Missing,
    /// In place of a figure that cannot be estimated.
    NotEstimable,
}

/// The phrase in a language.
#[must_use]
pub fn phrase(phrase: Phrase, language: Language) -> &'static str {
    let (en, fr, nl) = match phrase {
        Phrase::Value => ("Estimate", "Estimation", "Schatting"),
        Phrase::StandardError => ("Standard error", "Erreur type", "Standaardfout"),
        Phrase::Interval => ("Interval", "Intervalle", "Interval"),
        Phrase::Answers => ("Answers", "Réponses", "Antwoorden"),
        Phrase::Missing => ("Missing", "Manquants", "Ontbrekend"),
        Phrase::NotEstimable => ("cannot be estimated", "ne peut être estimé", "niet te schatten"),
    };
    match language {
        Language::En => en,
        Language::Fr => fr,
        Language::Nl => nl,
    }
}
