//! JSON that comes back: results, options and documents that were written before, read with the place of every fault.
//!
//! Types read themselves from a parsed value and from nothing else. A struct is an object here, never a list of its
//! fields in order, which serde's own reader of values takes as well: a list says nothing of what its numbers mean.

use std::fmt::{self, Display};

use serde::de::value::StrDeserializer;
use serde::de::{
    Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error as _, MapAccess, SeqAccess,
    Unexpected, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::Value;

use crate::error::{Error, FaultKind, Result};

/// What a text says; `name` is what the text is called in the path of a fault.
///
/// # Errors
/// [`FaultKind::Syntax`] where the text is no JSON, or where a value is not what the type wants: its path says which.
pub(crate) fn read<T: DeserializeOwned>(text: &str, name: &str) -> Result<T> {
    read_value(&parsed(text, name)?, name)
}

/// The value of a text.
///
/// # Errors
/// [`FaultKind::Syntax`] where the text is no JSON.
pub(crate) fn parsed(text: &str, name: &str) -> Result<Value> {
    text.parse().map_err(|error: serde_json::Error| syntax(name, &error))
}

/// What a value says.
///
/// # Errors
/// As [`read`], but for the text.
pub(crate) fn read_value<T: DeserializeOwned>(value: &Value, name: &str) -> Result<T> {
    T::deserialize(Place(value)).map_err(|found| syntax(&found.path_under(name), &found.message))
}

/// The fault of a text that is not what it should be.
pub(crate) fn syntax(path: &str, message: impl Display) -> Error {
    Error::new(FaultKind::Syntax, path, message.to_string())
}

/// The most that is counted: above it not every whole number is a number of its own, in JavaScript and as a float.
const MOST: u64 = 1 << 53;

/// A seed: a whole number that counts nothing, of any size.
pub(crate) fn seed<'de, D: Deserializer<'de>>(reader: D) -> std::result::Result<Option<u64>, D::Error> {
    let whole = Option::<u128>::deserialize(reader)?;
    whole.map(|whole| u64::try_from(whole).map_err(D::Error::custom)).transpose()
}

/// A value that is not what the type wants, and the steps to it from the innermost outwards.
#[derive(Debug)]
struct Misread {
    message: String,
    steps: Vec<String>,
}

impl Misread {
    fn within(mut self, step: String) -> Self {
        self.steps.push(step);
        self
    }

    fn path_under(&self, name: &str) -> String {
        self.steps.iter().rev().fold(name.to_owned(), |path, step| path + step)
    }
}

impl Display for Misread {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for Misread {}

impl serde::de::Error for Misread {
    fn custom<M: Display>(message: M) -> Self {
        Self { message: message.to_string(), steps: Vec::new() }
    }
}

type Read<T> = std::result::Result<T, Misread>;

/// A value at its place.
#[derive(Clone, Copy)]
struct Place<'v>(&'v Value);

impl<'v> Place<'v> {
    fn object<V: Visitor<'v>>(self, visitor: V) -> Read<V::Value> {
        match self.0 {
            Value::Object(entries) => visitor.visit_map(Entries { rest: entries.iter(), value: None }),
            _ => Err(Misread::invalid_type(self.unexpected(), &visitor)),
        }
    }

    fn unexpected(self) -> Unexpected<'v> {
        match self.0 {
            Value::Null => Unexpected::Unit,
            Value::Bool(flag) => Unexpected::Bool(*flag),
            Value::Number(number) => match (number.as_u64(), number.as_i64()) {
                (Some(whole), _) => Unexpected::Unsigned(whole),
                (_, Some(whole)) => Unexpected::Signed(whole),
                _ => Unexpected::Float(number.as_f64().unwrap_or(f64::NAN)),
            },
            Value::String(text) => Unexpected::Str(text),
            Value::Array(_) => Unexpected::Seq,
            Value::Object(_) => Unexpected::Map,
        }
    }
}

impl<'v> Deserializer<'v> for Place<'v> {
    type Error = Misread;

    fn deserialize_any<V: Visitor<'v>>(self, visitor: V) -> Read<V::Value> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(flag) => visitor.visit_bool(*flag),
            Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
                (Some(whole), ..) if whole > MOST => {
                    Err(Misread::custom(format!("{whole} is above 2^53, which no count is")))
                }
                (Some(whole), ..) => visitor.visit_u64(whole),
                (_, Some(whole), _) => visitor.visit_i64(whole),
                (.., number) => visitor.visit_f64(number.unwrap_or(f64::NAN)),
            },
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(elements) => visitor.visit_seq(Elements { rest: elements.iter(), next: 0 }),
            Value::Object(_) => self.object(visitor),
        }
    }

    fn deserialize_u128<V: Visitor<'v>>(self, visitor: V) -> Read<V::Value> {
        match self.0.as_u64() {
            Some(whole) => visitor.visit_u64(whole),
            None => self.deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'v>>(self, visitor: V) -> Read<V::Value> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'v>>(self, _: &'static str, visitor: V) -> Read<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'v>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        self.object(visitor)
    }

    fn deserialize_enum<V: Visitor<'v>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        let whole = || Misread::invalid_type(self.unexpected(), &"a word, or an object of one word");
        match self.0 {
            Value::String(word) => visitor.visit_enum(Variant { word, content: None }),
            Value::Object(entries) => {
                let mut entries = entries.iter();
                let (Some((word, content)), None) = (entries.next(), entries.next()) else { return Err(whole()) };
                visitor.visit_enum(Variant { word, content: Some(Place(content)) })
            }
            _ => Err(whole()),
        }
    }

    forward_to_deserialize_any! {
        <V: Visitor<'v>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier ignored_any
    }
}

/// The elements of a list.
struct Elements<'v> {
    rest: std::slice::Iter<'v, Value>,
    next: usize,
}

impl<'v> SeqAccess<'v> for Elements<'v> {
    type Error = Misread;

    fn next_element_seed<S: DeserializeSeed<'v>>(&mut self, seed: S) -> Read<Option<S::Value>> {
        let Some(element) = self.rest.next() else { return Ok(None) };
        let at = self.next;
        self.next += 1;
        seed.deserialize(Place(element)).map(Some).map_err(|found| found.within(format!("[{at}]")))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

/// The entries of an object.
struct Entries<'v> {
    rest: serde_json::map::Iter<'v>,
    value: Option<(&'v str, &'v Value)>,
}

impl<'v> MapAccess<'v> for Entries<'v> {
    type Error = Misread;

    fn next_key_seed<S: DeserializeSeed<'v>>(&mut self, seed: S) -> Read<Option<S::Value>> {
        let Some((key, value)) = self.rest.next() else { return Ok(None) };
        self.value = Some((key, value));
        seed.deserialize(StrDeserializer::new(key)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'v>>(&mut self, seed: S) -> Read<S::Value> {
        let (key, value) = self.value.take().ok_or_else(|| Misread::custom("a value is asked before its key"))?;
        seed.deserialize(Place(value)).map_err(|found| found.within(format!(".{key}")))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

/// One word of a set, with what it holds.
struct Variant<'v> {
    word: &'v str,
    content: Option<Place<'v>>,
}

impl<'v> EnumAccess<'v> for Variant<'v> {
    type Error = Misread;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'v>>(self, seed: S) -> Read<(S::Value, Self)> {
        let word = seed.deserialize(StrDeserializer::new(self.word))?;
        Ok((word, self))
    }
}

impl<'v> Variant<'v> {
    fn held(self) -> Read<Place<'v>> {
        self.content.ok_or_else(|| Misread::custom(format!("`{}` stands without what it holds", self.word)))
    }

    fn within(word: &str) -> impl Fn(Misread) -> Misread {
        move |found| found.within(format!(".{word}"))
    }
}

impl<'v> VariantAccess<'v> for Variant<'v> {
    type Error = Misread;

    fn unit_variant(self) -> Read<()> {
        match self.content {
            None | Some(Place(Value::Null)) => Ok(()),
            Some(content) => Err(Misread::invalid_type(content.unexpected(), &"nothing")),
        }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'v>>(self, seed: S) -> Read<S::Value> {
        let word = self.word;
        seed.deserialize(self.held()?).map_err(Self::within(word))
    }

    fn tuple_variant<V: Visitor<'v>>(self, _: usize, visitor: V) -> Read<V::Value> {
        let word = self.word;
        self.held()?.deserialize_any(visitor).map_err(Self::within(word))
    }

    fn struct_variant<V: Visitor<'v>>(self, _: &'static [&'static str], visitor: V) -> Read<V::Value> {
        let word = self.word;
        self.held()?.object(visitor).map_err(Self::within(word))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Sample {
        name: String,
        #[serde(default)]
        rows: Vec<Row>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Row {
        value: Option<f64>,
        #[serde(default)]
        kind: Kind,
    }

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        #[default]
        Plain,
        Bounded {
            low: f64,
        },
        Named(String),
        Pair(u8, i64),
    }

    fn fault(text: &str) -> (String, String) {
        let error = read::<Sample>(text, "sample").unwrap_err();
        assert_eq!(error.kind(), FaultKind::Syntax);
        (error.faults().next().unwrap().path.clone(), error.to_string())
    }

    #[test]
    fn every_shape_is_read() {
        let text = r#"{"name": "a", "rows": [{"value": 1}, {"value": null, "kind": {"bounded": {"low": -0.5}}},
            {"value": -2, "kind": "plain"}, {"value": 1e3, "kind": {"named": "b"}}, {"value": 0, "kind": {"pair": [1, -2]}}]}"#;
        let rows = read::<Sample>(text, "sample").unwrap().rows;
        let values: Vec<Option<f64>> = rows.iter().map(|row| row.value).collect();
        assert_eq!(values, [Some(1.0), None, Some(-2.0), Some(1000.0), Some(0.0)]);
        let kinds: Vec<&Kind> = rows.iter().map(|row| &row.kind).collect();
        let named = Kind::Named("b".to_owned());
        assert_eq!(kinds, [&Kind::Plain, &Kind::Bounded { low: -0.5 }, &Kind::Plain, &named, &Kind::Pair(1, -2)]);
    }

    #[test]
    fn a_fault_says_where() {
        let (path, said) = fault(r#"{"name": "a", "rows": [{"value": 1}, {"value": "two"}]}"#);
        assert_eq!(path, "sample.rows[1].value");
        assert!(said.contains("\"two\""), "{said}");
        assert_eq!(fault(r#"{"name": 3}"#).0, "sample.name");
        assert_eq!(fault(r#"{"name": "a", "more": 1}"#).0, "sample");
        assert_eq!(
            fault(r#"{"name": "a", "rows": [{"value": 1, "kind": {"bounded": {"low": "x"}}}]}"#).0,
            "sample.rows[0].kind.bounded.low"
        );
        assert_eq!(fault(r#"{"name": "a", "rows": [{"value": 1, "kind": "round"}]}"#).0, "sample.rows[0].kind");
        assert_eq!(fault(r#"{"name": "a""#).0, "sample");
    }

    #[test]
    fn no_count_is_above_two_to_the_53() {
        #[derive(Debug, Deserialize)]
        struct Counted {
            n: u64,
            #[serde(deserialize_with = "seed")]
            seed: Option<u64>,
        }
        let read = |n: u64| read::<Counted>(&format!(r#"{{"n": {n}, "seed": {}}}"#, u64::MAX), "counted");
        let most = read(1 << 53).unwrap();
        assert_eq!((most.n, most.seed), (1 << 53, Some(u64::MAX)));
        assert_eq!(read((1 << 53) + 1).unwrap_err().faults().next().unwrap().path, "counted.n");
    }

    #[test]
    fn a_list_is_no_struct() {
        assert_eq!(fault(r#"["a", []]"#).0, "sample");
        assert_eq!(fault(r#"{"name": "a", "rows": [[1, "plain"]]}"#).0, "sample.rows[0]");
    }
}
