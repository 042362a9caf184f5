//! Reads our types from a JSON value, in little code.
//!
//! `serde_json` can do this too, but it compiles, for every type, ways to read it that no document of ours takes (a
//! struct from an array, a number from a text). In the browser's module those ways weigh more than 100 kB.

use std::cell::Cell;
use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, Expected, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::{Map, Value, map};

/// Why a value is none of our types.
///
/// One byte and no text: every field of every type can fail, and where it is made, a text weighs in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unreadable {
    MissingField,
    UnknownField,
    DuplicateField,
    UnknownWord,
    WrongType,
    Other,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::MissingField => "a field is missing",
            Self::UnknownField => "there is a field that is not known here",
            Self::DuplicateField => "a field is there twice",
            Self::UnknownWord => "there is a word that is not known here",
            Self::WrongType => "a value has another type than it should",
            Self::Other => "a value is not as it should be",
        })
    }
}

impl std::error::Error for Unreadable {}

impl Error for Unreadable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Other
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self::WrongType
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self::UnknownWord
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self::UnknownField
    }

    fn missing_field(_: &'static str) -> Self {
        Self::MissingField
    }

    fn duplicate_field(_: &'static str) -> Self {
        Self::DuplicateField
    }
}

/// A part of a document, read field by field.
///
/// Its fields are named once more in a [`readable!`] beside the type; the compiler sees to it that none is forgotten, and
/// a test that plans are read as serde reads them. What serde derives weighs several times as much, and so would a way
/// out at every field: what is wrong is remembered, something stands in for the field, and the whole is given up at the
/// end.
pub(crate) trait Readable: Sized {
    /// The value as this type.
    fn from_value(value: &Value, wrong: &Wrong) -> Self;

    /// What stands for a field that is not there.
    fn absent(wrong: &Wrong) -> Self;
}

/// The first thing that is wrong with a document, if any.
#[derive(Debug, Default)]
pub(crate) struct Wrong(Cell<Option<Unreadable>>);

impl Wrong {
    /// Remembers what is wrong.
    pub(crate) fn is(&self, what: Unreadable) {
        self.0.set(self.0.get().or(Some(what)));
    }
}

/// The document as a `T`; the error says what kind of thing is wrong.
pub(crate) fn document<T: Readable>(value: &Value) -> Result<T, Unreadable> {
    let wrong = Wrong::default();
    let document = T::from_value(value, &wrong);
    wrong.0.get().map_or(Ok(document), Err)
}

/// The fields of a part of a document.
pub(crate) struct Entries<'v> {
    fields: Option<&'v Map<String, Value>>,
    wrong: &'v Wrong,
}

impl<'v> Entries<'v> {
    /// The fields of a table that has no others than those known.
    pub(crate) fn of(value: &'v Value, known: &[&str], wrong: &'v Wrong) -> Self {
        let fields = value.as_object();
        match fields {
            None => wrong.is(Unreadable::WrongType),
            Some(fields) if fields.keys().any(|key| !known.contains(&key.as_str())) => {
                wrong.is(Unreadable::UnknownField)
            }
            Some(_) => {}
        }
        Self { fields, wrong }
    }

    fn get(&self, name: &str) -> Option<&'v Value> {
        self.fields?.get(name)
    }

    /// A field, or what stands for it where it is not there.
    pub(crate) fn field<T: Readable>(&self, name: &str) -> T {
        match self.get(name) {
            Some(value) => T::from_value(value, self.wrong),
            None => T::absent(self.wrong),
        }
    }

    /// A field, or the default where it is not there.
    pub(crate) fn field_or<T: Readable>(&self, name: &str, default: T) -> T {
        self.get(name).map_or(default, |value| T::from_value(value, self.wrong))
    }
}

/// Makes types [`Readable`]: `Type { field, field: "key", field = default }`.
macro_rules! readable {
    (@key $field:ident $key:literal) => { $key };
    (@key $field:ident) => { stringify!($field) };
    (@read $entries:ident, $name:expr) => { $entries.field($name) };
    (@read $entries:ident, $name:expr, $default:expr) => { $entries.field_or($name, $default) };
    ($($type:ident { $($field:ident $(: $key:literal)? $(= $default:expr)?),* $(,)? })*) => {
        $(impl crate::read::Readable for $type {
            fn from_value(value: &serde_json::Value, wrong: &crate::read::Wrong) -> Self {
                let entries = crate::read::Entries::of(value, &[$(readable!(@key $field $($key)?)),*], wrong);
                Self { $($field: readable!(@read entries, readable!(@key $field $($key)?) $(, $default)?)),* }
            }

            fn absent(wrong: &crate::read::Wrong) -> Self {
                wrong.is(crate::read::Unreadable::MissingField);
                Self::from_value(&serde_json::Value::Null, wrong)
            }
        })*
    };
}

/// Makes types [`Readable`] by what serde derives, which is little for words and other leaves: `Type = stand-in`.
macro_rules! read_by_serde {
    ($($type:ty = $stand_in:expr),* $(,)?) => {
        $(impl crate::read::Readable for $type {
            fn from_value(value: &serde_json::Value, wrong: &crate::read::Wrong) -> Self {
                crate::read::read(value).unwrap_or_else(|error| {
                    wrong.is(error);
                    $stand_in
                })
            }

            fn absent(wrong: &crate::read::Wrong) -> Self {
                wrong.is(crate::read::Unreadable::MissingField);
                $stand_in
            }
        })*
    };
}

pub(crate) use {read_by_serde, readable};

read_by_serde!(String = String::new(), f64 = 0.0, u32 = 0, u16 = 0, [f64; 2] = [0.0; 2]);

impl Readable for bool {
    fn from_value(value: &Value, wrong: &Wrong) -> Self {
        value.as_bool().unwrap_or_else(|| {
            wrong.is(Unreadable::WrongType);
            false
        })
    }

    fn absent(_: &Wrong) -> Self {
        false
    }
}

impl<T: Readable> Readable for Option<T> {
    fn from_value(value: &Value, wrong: &Wrong) -> Self {
        if value.is_null() { None } else { Some(T::from_value(value, wrong)) }
    }

    fn absent(_: &Wrong) -> Self {
        None
    }
}

impl<T: Readable> Readable for Vec<T> {
    fn from_value(value: &Value, wrong: &Wrong) -> Self {
        let Value::Array(items) = value else {
            wrong.is(Unreadable::WrongType);
            return Self::new();
        };
        let mut list = Self::with_capacity(items.len());
        for item in items {
            list.push(T::from_value(item, wrong));
        }
        list
    }

    // A list that has to be there is missed by the walk along the schema, with its path.
    fn absent(_: &Wrong) -> Self {
        Self::new()
    }
}

/// The value as a `T`; the error says what kind of thing is wrong.
pub(crate) fn read<'de, T: Deserialize<'de>>(value: &'de Value) -> Result<T, Unreadable> {
    T::deserialize(Reader(value))
}

/// The text as a `T`, for text that we wrote ourselves; the error is a sentence.
pub(crate) fn read_text<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T, String> {
    let value: Value = text.parse().map_err(|error: serde_json::Error| error.to_string())?;
    read(&value).map_err(|error| error.to_string())
}

#[derive(Clone, Copy)]
struct Reader<'de>(&'de Value);

impl Reader<'_> {
    fn number<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let Value::Number(number) = self.0 else { return Err(Unreadable::WrongType) };
        match (number.as_u64(), number.as_i64(), number.as_f64()) {
            (Some(whole), _, _) => visitor.visit_u64(whole),
            (None, Some(whole), _) => visitor.visit_i64(whole),
            (None, None, Some(number)) => visitor.visit_f64(number),
            (None, None, None) => Err(Unreadable::WrongType),
        }
    }
}

/// The elements of a list, one by one.
struct Items<'de>(std::slice::Iter<'de, Value>);

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Unreadable;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Unreadable> {
        self.0.next().map(|item| seed.deserialize(Reader(item))).transpose()
    }
}

/// The fields of a table, one by one; between a key and its value the value waits here.
struct Fields<'de> {
    rest: map::Iter<'de>,
    value: &'de Value,
}

static NOTHING: Value = Value::Null;

impl<'de> MapAccess<'de> for Fields<'de> {
    type Error = Unreadable;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Unreadable> {
        let Some((key, value)) = self.rest.next() else { return Ok(None) };
        self.value = value;
        seed.deserialize(StrDeserializer::new(key)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Unreadable> {
        seed.deserialize(Reader(self.value))
    }
}

/// Methods that all read a number.
macro_rules! numbers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
            self.number(visitor)
        })*
    };
}

impl<'de> Deserializer<'de> for Reader<'de> {
    type Error = Unreadable;

    numbers! { deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_i64 deserialize_f64 }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(flag) => visitor.visit_bool(*flag),
            Value::Number(_) => self.number(visitor),
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(_) => self.deserialize_seq(visitor),
            Value::Object(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let Value::Bool(flag) = self.0 else { return Err(Unreadable::WrongType) };
        visitor.visit_bool(*flag)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let Value::String(text) = self.0 else { return Err(Unreadable::WrongType) };
        visitor.visit_borrowed_str(text)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let Value::Array(items) = self.0 else { return Err(Unreadable::WrongType) };
        visitor.visit_seq(Items(items.iter()))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let Value::Object(fields) = self.0 else { return Err(Unreadable::WrongType) };
        visitor.visit_map(Fields { rest: fields.iter(), value: &NOTHING })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        self.deserialize_map(visitor)
    }

    /// Our enums are words.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        let Value::String(word) = self.0 else { return Err(Unreadable::WrongType) };
        visitor.visit_enum(StrDeserializer::new(word))
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u128 f32 char bytes byte_buf unit unit_struct tuple_struct ignored_any
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{Estimate, Plan, PlanDocument};

    #[test]
    fn plans_are_read_as_by_serde_json() {
        for text in [include_str!("../examples/somerville.toml"), include_str!("../examples/kombi.toml")] {
            let plan = Plan::from_toml(text).unwrap();
            let expected: PlanDocument = serde_json::from_value(plan.value().clone()).unwrap();
            assert_eq!(document::<PlanDocument>(plan.value()).unwrap(), expected);
            assert_eq!(read::<PlanDocument>(plan.value()).unwrap(), expected);
        }
    }

    #[test]
    fn what_has_another_type_is_refused() {
        for wrong in [json!([]), json!("x"), json!(3), json!(null), json!({ "format": "1" }), json!({ "scales": {} })] {
            assert!(read::<PlanDocument>(&wrong).is_err() && document::<PlanDocument>(&wrong).is_err(), "{wrong}");
        }
        let error = read::<PlanDocument>(&json!({ "format": [] })).unwrap_err();
        assert_eq!(error, Unreadable::WrongType);
        for (wrong, expected) in [
            (json!({ "titel": "x" }), Unreadable::UnknownField),
            (json!({ "languages": ["xx"] }), Unreadable::UnknownWord),
            (json!({ "scales": [{}] }), Unreadable::MissingField),
        ] {
            assert_eq!(read::<PlanDocument>(&wrong).unwrap_err(), expected, "{wrong}");
            assert_eq!(document::<PlanDocument>(&wrong).unwrap_err(), expected, "{wrong}");
        }
        assert_eq!(read_text::<Estimate>("{}").unwrap_err(), "a field is missing");
        assert_eq!(read_text::<Estimate>("{").unwrap_err(), "EOF while parsing an object at line 1 column 1");
    }
}
