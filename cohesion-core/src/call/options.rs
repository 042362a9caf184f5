//! The options of one call: an object whose every key is known.

use serde_json::{Map, Value};

use crate::error::{Error, Fault, FaultKind, Result};
use crate::message::Language;
use crate::network::Seeded;
use crate::report::ReportAudience;

/// The options of one call, taken out one by one.
#[derive(Clone, Debug, Default)]
pub struct Options(Map<String, Value>);

impl Options {
    /// The options of a JSON object.
    ///
    /// # Errors
    /// A text that is no object.
    pub fn from_json(json: &str) -> Result<Self> {
        match json.parse() {
            Ok(Value::Object(given)) => Ok(Self(given)),
            _ => Err(Fault::new(FaultKind::WrongType, "options", "the options are no object").into()),
        }
    }

    /// The same, if every key is known.
    ///
    /// # Errors
    /// All keys that are not among `known`.
    pub fn knowing(self, known: &[&str]) -> Result<Self> {
        let unknown = self.0.keys().filter(|key| !known.contains(&key.as_str()));
        let faults = unknown.map(|key| Fault::unknown_option(key, known)).collect();
        Error::unless_empty(faults, self)
    }
    /// The options of a JSON object whose every key is known.
    ///
    /// # Errors
    /// A text that is no object; all keys that are not among `known`.
    pub fn parse(json: &str, known: &[&str]) -> Result<Self> {
        Self::from_json(json)?.knowing(known)
    }

    /// Whether an option is given.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|value| !value.is_null())
    }

    pub(super) fn take(&mut self, name: &str) -> Option<Value> {
        self.0.remove(name).filter(|value| !value.is_null())
    }

    /// A text.
    ///
    /// # Errors
    /// A value that is none.
    pub fn text(&mut self, name: &str) -> Result<Option<String>> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => Err(wrong(name, &other, "a text")),
        }
    }

    /// The name of a column that must be there.
    ///
    /// # Errors
    /// None, or a value that is no text.
    pub fn needed(&mut self, name: &str) -> Result<String> {
        self.text(name)?.ok_or_else(|| wrong(name, &Value::Null, "the name of a column"))
    }

    /// A number.
    ///
    /// # Errors
    /// A value that is none.
    pub fn number(&mut self, name: &str) -> Result<Option<f64>> {
        let Some(value) = self.take(name) else { return Ok(None) };
        value.as_f64().map(Some).ok_or_else(|| wrong(name, &value, "a number"))
    }

    /// `true` or `false`; `false` where it is not given.
    ///
    /// # Errors
    /// A value that is neither.
    pub fn flag(&mut self, name: &str) -> Result<bool> {
        let Some(value) = self.take(name) else { return Ok(false) };
        value.as_bool().ok_or_else(|| wrong(name, &value, "true or false"))
    }

    /// A text or a list of texts.
    ///
    /// # Errors
    /// A value that is neither.
    pub fn texts(&mut self, name: &str) -> Result<Vec<String>> {
        self.take(name).map_or(Ok(Vec::new()), |value| texts(name, value))
    }

    /// One label or a list of labels.
    ///
    /// # Errors
    /// A value that is no label.
    pub fn labels(&mut self, name: &str) -> Result<Vec<String>> {
        self.take(name).map_or(Ok(Vec::new()), |value| labels(name, value))
    }

    /// The same where it is given; an empty list is one.
    ///
    /// # Errors
    /// A value that is no label.
    pub fn given_labels(&mut self, name: &str) -> Result<Option<Vec<String>>> {
        self.take(name).map(|value| labels(name, value)).transpose()
    }

    /// A list of texts or of lists of texts.
    ///
    /// # Errors
    /// A value that is none.
    pub fn lists(&mut self, name: &str) -> Result<Vec<Vec<String>>> {
        match self.take(name) {
            None => Ok(Vec::new()),
            Some(Value::Array(lists)) => lists.into_iter().map(|list| texts(name, list)).collect(),
            Some(other) => Err(wrong(name, &other, "a list")),
        }
    }

    /// A list of pairs of texts.
    pub(super) fn pairs(&mut self, name: &str) -> Result<Vec<[String; 2]>> {
        let pair = |list: Vec<String>| {
            list.try_into().map_err(|list: Vec<String>| wrong(name, &Value::from(list), "a list of pairs of columns"))
        };
        self.lists(name)?.into_iter().map(pair).collect()
    }

    /// A list of anything.
    ///
    /// # Errors
    /// A value that is no list.
    pub fn list(&mut self, name: &str) -> Result<Vec<Value>> {
        match self.take(name) {
            None => Ok(Vec::new()),
            Some(Value::Array(list)) => Ok(list),
            Some(other) => Err(wrong(name, &other, "a list")),
        }
    }

    /// A language; English where none is given.
    ///
    /// # Errors
    /// A language that is not spoken here.
    pub fn language(&mut self) -> Result<Language> {
        self.text("language")?.map_or(Ok(Language::default()), |tag| Language::parse(&tag))
    }

    /// For whom a report is written; for partners where nobody is named.
    ///
    /// # Errors
    /// An audience that there is not.
    pub fn audience(&mut self) -> Result<ReportAudience> {
        self.text("audience")?.map_or(Ok(ReportAudience::default()), |name| ReportAudience::parse(&name))
    }

    /// A whole number from 0 up to the largest that JavaScript holds exactly.
    ///
    /// # Errors
    /// A value that is none.
    pub fn whole(&mut self, name: &str) -> Result<Option<u64>> {
        let Some(value) = self.number(name)? else { return Ok(None) };
        if value.fract() != 0.0 {
            return Err(wrong(name, &value.into(), "a whole number"));
        }
        if !(0.0..=9_007_199_254_740_991.0).contains(&value) {
            let message = format!("`{name}` is a whole number from 0 up to 2 ** 53 - 1");
            return Err(Fault::new(FaultKind::OutOfRange, name, message).value(value).into());
        }
        Ok(Some(value as u64))
    }

    /// A whole number that must be there.
    ///
    /// # Errors
    /// None, or a value that is none.
    pub fn needed_whole(&mut self, name: &str) -> Result<u64> {
        self.whole(name)?.ok_or_else(|| wrong(name, &Value::Null, "a whole number"))
    }

    /// How many draws under that name, and from which seed.
    ///
    /// # Errors
    /// A value that is no whole number.
    pub fn seeded(&mut self, times: &str) -> Result<Seeded> {
        let seeded = self.whole("seed")?.map_or_else(Seeded::new, |seed| Seeded::new().seed(seed));
        // What does not fit is out of range there.
        let times = self.whole(times)?.map(|times| u32::try_from(times).unwrap_or(u32::MAX));
        Ok(times.map_or(seeded, |times| seeded.times(times)))
    }

    /// A value as it is.
    pub fn value(&mut self, name: &str) -> Option<Value> {
        self.take(name)
    }

    /// A list of numbers.
    ///
    /// # Errors
    /// A value that is none.
    pub fn numbers(&mut self, name: &str) -> Result<Option<Vec<f64>>> {
        let Some(value) = self.take(name) else { return Ok(None) };
        let numbers: Option<Vec<f64>> = value.as_array().and_then(|list| list.iter().map(Value::as_f64).collect());
        numbers.map(Some).ok_or_else(|| wrong(name, &value, "a list of numbers"))
    }
}

pub(super) fn texts(name: &str, value: Value) -> Result<Vec<String>> {
    let text = |value| match value {
        Value::String(text) => Ok(text),
        other => Err(wrong(name, &other, "a text or a list of texts")),
    };
    match value {
        Value::Array(list) => list.into_iter().map(text).collect(),
        one => Ok(vec![text(one)?]),
    }
}

/// One label or a list of labels; numbers are labels as tables write them: 10, not 10.0.
///
/// # Errors
/// A value that is no label.
pub fn labels(name: &str, value: Value) -> Result<Vec<String>> {
    let label = |value| match value {
        Value::String(text) => Ok(text),
        Value::Bool(flag) => Ok(flag.to_string()),
        Value::Number(number) => Ok(number.as_f64().unwrap_or_default().to_string()),
        other => Err(wrong(name, &other, "a value or a list of values")),
    };
    match value {
        Value::Array(list) => list.into_iter().map(label).collect(),
        one => Ok(vec![label(one)?]),
    }
}

/// The fault for an option of another type than `expected`.
pub fn wrong(name: &str, value: &Value, expected: &str) -> Error {
    Fault::new(FaultKind::WrongType, name, format!("`{name}` must be {expected}")).value(value).into()
}
