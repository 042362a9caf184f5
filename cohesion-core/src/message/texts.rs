//! Tables of texts: each room has one, and the compiler checks it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Language;
use super::template::{Filling, fill, fits};
use super::value::{Kind, Names, NoteValue};

/// A text in every language: a word, or a sentence with the kinds of its values.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Its name in the table, and in JSON.
    pub code: &'static str,
    /// The names of its values.
    pub names: &'static [&'static str],
    /// What they are, in the same order.
    pub kinds: &'static [Kind],
    en: &'static str,
    fr: &'static str,
    nl: &'static str,
}

impl Entry {
    /// Does not compile where a text leaves out a value or names one that is not there.
    pub(crate) const fn new(
        code: &'static str,
        names: &'static [&'static str],
        kinds: &'static [Kind],
        [en, fr, nl]: [&'static str; 3],
    ) -> Self {
        assert!(fits(en, names), "the English text and its parameters do not fit");
        assert!(fits(fr, names), "the French text and its parameters do not fit");
        assert!(fits(nl, names), "the Dutch text and its parameters do not fit");
        Self { code, names, kinds, en, fr, nl }
    }

    /// The text in a language, its braces as they are.
    pub(crate) const fn said(&self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Fr => self.fr,
            Language::Nl => self.nl,
        }
    }

    /// The text in a language, filled.
    pub(crate) fn filled(&self, params: &Params, language: Language, names: Names<'_>) -> String {
        fill(self.said(language), language, &|name| {
            let place = self.names.iter().position(|known| *known == name);
            let kind = place.and_then(|place| self.kinds.get(place)).copied().unwrap_or(Kind::Name);
            params.get(name).map_or_else(Filling::default, |value| kind.filling(value, language, names))
        })
    }
}

/// What an entry of a table says, by its code.
pub(crate) fn word_of(table: &[&'static Entry], code: &str, language: Language) -> Option<&'static str> {
    table.iter().find(|entry| entry.code == code).map(|entry| entry.said(language))
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// The values of a text by their names.
pub(crate) type Params = BTreeMap<String, NoteValue>;

/// What a note says: the name of its text, which says it in each language (see [`crate::note_text`]).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct NoteCode(Cow<'static, str>);

impl NoteCode {
    pub(crate) const fn named(name: &'static str) -> Self {
        Self(Cow::Borrowed(name))
    }

    /// The name in snake case.
    ///
    /// ```
    /// use cohesion_core::NoteCode;
    /// assert_eq!(NoteCode::UNDECLARED_CODES.as_str(), "undeclared_codes");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is said: a code and the values of its text.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    pub code: NoteCode,
    pub params: Params,
}

/// The French text with its spaces, made by the compiler.
macro_rules! french {
    ($text:literal) => {{
        const LENGTH: usize = $crate::message::french_length($text);
        const BYTES: [u8; LENGTH] = $crate::message::french_spaced($text);
        $crate::message::french_text(&BYTES)
    }};
}

/// A table of texts. An entry is
///
/// - a `word`: `texts::NAME.said(language)`, or by its code in the `TABLE`;
/// - a `sentence`: a function of its values and the language that gives text;
/// - a `note`: a function of its values that gives the [`Message`] of a note, and the constant `NoteCode::NAME`;
///
/// all with an English, a French and a Dutch text, in which `{n}` is a value and `{n|row|rows}` agrees with it. French
/// spaces, lists, numbers and dates are the writer's business. A text that is missing, a value without a brace and a
/// brace without a value do not compile.
macro_rules! texts {
    ($(
        $(#[$doc:meta])*
        $kind:ident $name:ident $(($($param:ident: $type:ty),* $(,)?))? {
            en $en:literal, fr $fr:literal, nl $nl:literal $(,)?
        }
    )*) => { pastey::paste! {
        /// Every entry of this table.
        #[allow(dead_code, reason = "not every table is looked up by codes")]
        pub(crate) const TABLE: &[&$crate::message::Entry] = &[$(&[<$name:upper>]),*];
        $(
            $(#[$doc])*
            pub(crate) static [<$name:upper>]: $crate::message::Entry = $crate::message::Entry::new(
                stringify!($name),
                &[$($(stringify!($param)),*)?],
                &[$($(<$type as $crate::message::Parameter>::KIND),*)?],
                [$en, $crate::message::french!($fr), $nl],
            );
            $crate::message::text!($kind [<$name:upper>] $name [$($($param: $type,)*)?] $(#[$doc])*);
        )*
    }};
}

/// What an entry gives beside its texts.
macro_rules! text {
    (word $upper:ident $name:ident [] $(#[$doc:meta])*) => {};
    (sentence $upper:ident $name:ident [$($param:ident: $type:ty,)*] $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub(crate) fn $name($($param: impl Into<$type>,)* language: $crate::message::Language) -> String {
            let params = $crate::message::params!($($param: $type),*);
            $upper.filled(&params, language, $crate::message::NO_NAMES)
        }
    };
    (note $upper:ident $name:ident [$($param:ident: $type:ty,)*] $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub(crate) fn $name($($param: impl Into<$type>),*) -> $crate::message::Message {
            let params = $crate::message::params!($($param: $type),*);
            $crate::message::Message { code: $crate::message::NoteCode::$upper, params }
        }
        impl $crate::message::NoteCode {
            $(#[$doc])*
            pub const $upper: Self = Self::named(stringify!($name));
        }
    };
}

/// Values of these types by their names.
macro_rules! params {
    ($($param:ident: $type:ty),*) => {
        $crate::message::Params::from([$((
            stringify!($param).to_owned(),
            $crate::message::Parameter::value(Into::<$type>::into($param)),
        )),*])
    };
}

pub(crate) use {french, params, text, texts};

#[cfg(test)]
mod tests {
    use super::super::{Count, Language, List, Name, Share};

    texts! {
        /// Of a list.
        sentence listed(n: Count, names: List<Name>, share: Share, of: Name) {
            en "{n} {n|row has|rows have} {names}[ of {of}]: {share}.",
            fr "{n} {n|ligne a|lignes ont} {names}[ de {of}] : {share}.",
            nl "{n} {n|rij heeft|rijen hebben} {names}[ van {of}]: {share}.",
        }
        word answers { en "Answers", fr "Réponses", nl "Antwoorden" }
    }

    #[test]
    fn values_are_written_as_readers_of_each_language_write_them() {
        let said = |n: usize, of, language| listed(n, ["a", "b", "c"], 0.5, of, language);
        assert_eq!(said(1, "d", Language::En), "1 row has a, b and c of d: 50%.");
        assert_eq!(said(0, "", Language::En), "0 rows have a, b and c: 50%.");
        assert_eq!(said(0, "d", Language::Fr), "0 ligne a a, b et c de d\u{a0}: 50\u{202f}%.");
        assert_eq!(said(1234, "d", Language::Nl), "1.234 rijen hebben a, b en c van d: 50%.");
        assert_eq!(ANSWERS.said(Language::Fr), "Réponses");
        assert_eq!(TABLE.len(), 2);
    }
}
