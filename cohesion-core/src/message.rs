//! Languages, texts in three languages, and numbers as people write them.
//!
//! Every sentence that a person reads comes from here, by code: a translation that is missing does not compile.

use serde::{Deserialize, Serialize};

use crate::error::{Fault, FaultKind, Result};

mod date;
mod french;
mod number;
pub(crate) mod phrases;
pub(crate) mod sentence;
mod template;
mod texts;
mod value;

pub use date::format_date;
pub(crate) use date::parse_date;
pub(crate) use french::{length as french_length, spaced as french_spaced, text as french_text};
pub use number::{format_integer, format_number, format_percent};
pub use texts::NoteCode;
pub(crate) use texts::{Entry, Message, Params, french, params, text, texts, word_of};
#[cfg(test)]
pub(crate) use value::Kind;
pub(crate) use value::{
    Cell, Count, Date, Exact, Id, List, NO_NAMES, Name, Number, Parameter, Percent, Range, Share, Thing, Word, Words,
    listed,
};
pub use value::{CellOfRow, NoteValue};

/// A language the library speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
    /// Dutch.
    Nl,
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::En, Self::Fr, Self::Nl];

    /// The two-letter tag for `lang` attributes and options.
    ///
    /// ```
    /// use cohesion_core::Language;
    /// assert_eq!(Language::Nl.tag(), "nl");
    /// ```
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Nl => "nl",
        }
    }

    /// The language's own name for itself.
    ///
    /// ```
    /// use cohesion_core::Language;
    /// assert_eq!(Language::Nl.own_name(), "Nederlands");
    /// ```
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
            Self::Nl => "Nederlands",
        }
    }

    /// Reads `"fr"`, `"FR"`, `"fr-BE"` or `"fr_BE"`.
    ///
    /// # Errors
    /// [`FaultKind::UnknownValue`] that lists the languages there are.
    ///
    /// ```
    /// use cohesion_core::Language;
    /// assert_eq!(Language::parse("fr-BE").unwrap(), Language::Fr);
    /// assert!(Language::parse("de").is_err());
    /// ```
    pub fn parse(tag: &str) -> Result<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
        Self::ALL.into_iter().find(|language| language.tag() == primary).ok_or_else(|| {
            Fault::new(
                FaultKind::UnknownValue,
                "language",
                format!("`{tag}` is no language this library speaks: use en, fr or nl"),
            )
            .value(tag)
            .allowed(["en", "fr", "nl"])
            .into()
        })
    }
}

/// A text in one language for all, or one text per language.
///
/// In a document it is either a plain string or a table with the keys `en`, `fr`, `nl`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Text {
    /// The same text whatever the language.
    Plain(String),
    /// One text per language.
    PerLanguage(Translations),
}

/// The texts of [`Text::PerLanguage`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Translations {
    /// English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// French.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fr: Option<String>,
    /// Dutch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nl: Option<String>,
}

impl Text {
    /// The text in `language`, or else in the first language that has one; empty where none has.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match self {
            Self::Plain(text) => text,
            Self::PerLanguage(texts) => {
                let of = |language| match language {
                    Language::En => texts.en.as_deref(),
                    Language::Fr => texts.fr.as_deref(),
                    Language::Nl => texts.nl.as_deref(),
                };
                of(language).or_else(|| Language::ALL.into_iter().find_map(of)).unwrap_or_default()
            }
        }
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}
