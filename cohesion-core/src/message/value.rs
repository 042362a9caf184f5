//! The values of a text: what they are, and how readers of each language write them.

use std::marker::PhantomData;

use serde::{Deserialize, Serialize};

use super::template::Filling;
use super::texts::Entry;
use super::{Language, format_date, format_integer, format_number, format_percent};

/// A value of a note or of the evidence of a finding. What it means is said by the text that it belongs to: a number may
/// be a share, a text may be a date, a name or the code of a word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum NoteValue {
    /// A whole number from 0 up.
    Count(u64),
    /// Any other number.
    Number(f64),
    /// A name, a date `YYYY-MM-DD`, or the code of a word.
    Text(String),
    /// Several of them; two numbers where it is a range.
    List(Vec<NoteValue>),
    /// A value of a table.
    Cell(CellOfRow),
}

/// What stands in a row of a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CellOfRow {
    /// The row, counted from 1, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u64>,
    /// What stands there.
    pub value: String,
}

impl NoteValue {
    /// The text; `None` for numbers and lists.
    ///
    /// ```
    /// use cohesion_core::NoteValue;
    /// assert_eq!(NoteValue::Text("trust".to_owned()).as_str(), Some("trust"));
    /// assert_eq!(NoteValue::Count(3).as_str(), None);
    /// ```
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number; a text that is one counts, as in results of format 1, where every value was a text.
    ///
    /// ```
    /// use cohesion_core::NoteValue;
    /// assert_eq!(NoteValue::Count(3).as_number(), Some(3.0));
    /// assert_eq!(NoteValue::Text("3".to_owned()).as_number(), Some(3.0));
    /// ```
    #[must_use]
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Self::Count(count) => Some(*count as f64),
            Self::Number(number) => Some(*number),
            Self::Text(text) => text.parse().ok(),
            Self::List(_) | Self::Cell(_) => None,
        }
    }

    fn number(number: f64) -> Self {
        let whole = number.fract() == 0.0 && (0.0..9e15).contains(&number);
        if whole { Self::Count(number as u64) } else { Self::Number(number) }
    }
}

/// What a value is, and so how it is written.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    Count,
    /// With so many digits after the separator; all that matter where none is named.
    Number(Option<usize>),
    /// From 0 to 1, written as a percentage.
    Share,
    /// From 0 to 100.
    Percent,
    Date,
    Name,
    /// The code of an entry of a table.
    Word(&'static [&'static Entry]),
    /// The id of a thing of this kind, which the reader's document names.
    Id(&'static str),
    List(&'static Kind),
    /// Two numbers.
    Range,
    Cell,
}

/// What readers call the thing of a kind that has an id.
pub(crate) type Names<'n> = &'n dyn Fn(&'static str, &str) -> Option<String>;

/// Nothing has a name of its own: ids are written as they are.
pub(crate) const NO_NAMES: Names<'static> = &|_, _| None;

impl Kind {
    /// The value in words.
    pub(crate) fn filling(self, value: &NoteValue, language: Language, names: Names<'_>) -> Filling {
        Filling { words: self.words(value, language, names), number: value.as_number() }
    }

    fn words(self, value: &NoteValue, language: Language, names: Names<'_>) -> String {
        let all = |items: &[NoteValue], of: Self| -> Vec<String> {
            items.iter().map(|item| of.words(item, language, names)).collect()
        };
        match (self, value, value.as_number()) {
            (Self::List(Self::Cell), NoteValue::List(items), _) => {
                all(items, Self::Cell).join(if language == Language::Fr { "\u{202f}; " } else { "; " })
            }
            (Self::List(of), NoteValue::List(items), _) => listed(&all(items, *of), language),
            (Self::List(of), NoteValue::Text(text), _) => {
                let items: Vec<String> = text.split("; ").map(|item| of.text(item, language, names)).collect();
                listed(&items, language)
            }
            (_, NoteValue::List(items), _) => all(items, Self::Number(None)).join("–"),
            (_, NoteValue::Cell(cell), _) => cell.words(language),
            (Self::Count, _, Some(count)) => format_integer(count.abs() as u64, language),
            (Self::Number(Some(digits)), _, Some(number)) => format_number(number, digits, language),
            (Self::Percent, _, Some(percent)) => {
                format_percent(percent / 100.0, usize::from(percent.fract() != 0.0), language)
            }
            (Self::Share, _, Some(share)) => format_percent(share, 0, language),
            (Self::Number(None), _, Some(number)) => shortest(number, language),
            (_, NoteValue::Text(text), _) => self.text(text, language, names),
            (_, _, number) => number.map(|number| shortest(number, language)).unwrap_or_default(),
        }
    }

    fn text(self, text: &str, language: Language, names: Names<'_>) -> String {
        match self {
            Self::Date => format_date(text, language),
            Self::Word(table) => {
                let entry = table.iter().find(|entry| entry.code == text);
                entry.map_or(text, |entry| entry.said(language)).to_owned()
            }
            Self::Id(of) => names(of, text).unwrap_or_else(|| text.to_owned()),
            _ => text.to_owned(),
        }
    }
}

impl CellOfRow {
    fn words(&self, language: Language) -> String {
        let Some(row) = self.row else { return self.value.clone() };
        let row = format_integer(row, language);
        match language {
            Language::En => format!("row {row}: {}", self.value),
            Language::Fr => format!("ligne {row}\u{a0}: {}", self.value),
            Language::Nl => format!("rij {row}: {}", self.value),
        }
    }
}

/// A number with the digits that it has, ten at most.
fn shortest(number: f64, language: Language) -> String {
    let digits = format!("{number:.10}").trim_end_matches('0').split_once('.').map_or(0, |(_, digits)| digits.len());
    format_number(number, digits, language)
}

/// “a, b and c”.
pub(crate) fn listed(words: &[impl AsRef<str>], language: Language) -> String {
    let and = match language {
        Language::En => " and ",
        Language::Fr => " et ",
        Language::Nl => " en ",
    };
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.split_last() {
        Some((last, first)) if *last == "…" => first.join(", ") + ", " + last,
        Some((last, first)) if !first.is_empty() => first.join(", ") + and + last,
        _ => words.concat(),
    }
}

/// The type of a parameter of a text.
pub(crate) trait Parameter {
    const KIND: Kind;
    fn value(self) -> NoteValue;
}

/// A count.
pub(crate) struct Count(u64);

/// A number with `D` digits after the separator.
pub(crate) struct Number<const D: usize>(f64);

/// A number with the digits that it has.
pub(crate) struct Exact(f64);

/// From 0 to 1, written as a whole percentage.
pub(crate) struct Share(f64);

/// From 0 to 100.
pub(crate) struct Percent(f64);

/// `YYYY-MM-DD`.
pub(crate) struct Date(String);

/// A name or any other text that is written as it is.
pub(crate) struct Name(String);

/// A value of a table, for an example.
pub(crate) struct Cell(CellOfRow);

/// From one number to another.
pub(crate) struct Range([f64; 2]);

/// The code of a word of a table.
pub(crate) struct Word<T>(String, PhantomData<T>);

/// An id of a thing that the reader's document names.
pub(crate) struct Id<T>(String, PhantomData<T>);

/// Several of them.
pub(crate) struct List<T>(Vec<T>);

/// A table that words come from.
pub(crate) trait Words {
    const TABLE: &'static [&'static Entry];
}

/// A kind of thing that a document names.
pub(crate) trait Thing {
    const NAME: &'static str;
}

/// Says of each type what it is, and what JSON holds of it.
macro_rules! parameters {
    ($([$($generics:tt)*] $type:ty = $kind:expr, $self:ident => $value:expr;)*) => {$(
        impl<$($generics)*> Parameter for $type {
            const KIND: Kind = $kind;
            fn value($self) -> NoteValue {
                $value
            }
        }
    )*};
}

parameters! {
    [] Count = Kind::Count, self => NoteValue::Count(self.0);
    [const D: usize] Number<D> = Kind::Number(Some(D)), self => NoteValue::number(rounded(self.0, D));
    [] Exact = Kind::Number(None), self => NoteValue::number(self.0);
    [] Share = Kind::Share, self => NoteValue::number(self.0);
    [] Percent = Kind::Percent, self => NoteValue::number(self.0);
    [] Date = Kind::Date, self => NoteValue::Text(self.0);
    [] Name = Kind::Name, self => NoteValue::Text(self.0);
    [] Cell = Kind::Cell, self => NoteValue::Cell(self.0);
    [] Range = Kind::Range, self => NoteValue::List(self.0.map(NoteValue::number).to_vec());
    [T: Words] Word<T> = Kind::Word(T::TABLE), self => NoteValue::Text(self.0);
    [T: Thing] Id<T> = Kind::Id(T::NAME), self => NoteValue::Text(self.0);
    [T: Parameter] List<T> = Kind::List(&T::KIND), self => NoteValue::List(self.0.into_iter().map(T::value).collect());
}

fn rounded(number: f64, digits: usize) -> f64 {
    format!("{number:.digits$}").parse().unwrap_or(number)
}

/// What each type is made from.
macro_rules! from {
    ($([$($generics:tt)*] $type:ty: $source:ty => |$value:ident| $made:expr;)*) => {$(
        impl<$($generics)*> From<$source> for $type {
            fn from($value: $source) -> Self {
                $made
            }
        }
    )*};
}

from! {
    [] Count: u64 => |n| Self(n);
    [] Count: u32 => |n| Self(n.into());
    [] Count: usize => |n| Self(n as u64);
    [const D: usize] Number<D>: f64 => |number| Self(number);
    [] Exact: f64 => |number| Self(number);
    [] Share: f64 => |share| Self(share);
    [] Percent: f64 => |percent| Self(percent);
    [S: Into<String>] Date: S => |date| Self(date.into());
    [S: Into<String>] Name: S => |name| Self(name.into());
    [] Cell: CellOfRow => |cell| Self(cell);
    [] Range: [f64; 2] => |ends| Self(ends);
    [T, S: Into<String>] Word<T>: S => |code| Self(code.into(), PhantomData);
    [T, S: Into<String>] Id<T>: S => |id| Self(id.into(), PhantomData);
    [T, I: IntoIterator<Item: Into<T>>] List<T>: I => |items| Self(items.into_iter().map(Into::into).collect());
}
