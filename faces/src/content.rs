//! What results and documents hold: the types that serde writes, as every language knows them.

use std::collections::BTreeMap;

use syn::{Fields, Type};

use crate::declared::Content as Declared;
use crate::source::{Definition, Shape, Source, arguments_of, documentation, has_serde, name_of, serde_value, text_of};
use crate::{Failure, Outcome};

/// All types that the roots reach, by their Rust names.
#[derive(Debug)]
pub struct Content<'a> {
    pub types: BTreeMap<String, Shaped>,
    pub declared: &'a Declared,
}

/// A type.
#[derive(Debug)]
pub struct Shaped {
    pub docs: String,
    pub form: Form,
}

/// What it is made of.
#[derive(Debug)]
pub enum Form {
    /// Fields by name.
    Record(Vec<Field>),
    /// A closed set, with the documentation of each word.
    Words(Vec<(String, String)>),
    /// The same as another.
    Same(Kind),
    /// One of several, told apart by what they are.
    Union(Vec<Kind>),
}

/// A field.
#[derive(Debug)]
pub struct Field {
    pub name: String,
    pub docs: String,
    pub kind: Kind,
    /// Whether it is left out where there is nothing to say.
    pub left_out: bool,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    Text,
    Number,
    Whole,
    Flag,
    Anything,
    Maybe(Box<Kind>),
    List(Box<Kind>),
    Map(Box<Kind>),
    /// A fixed number of values.
    Tuple(Vec<Kind>),
    Named(String),
    /// This word and no other.
    Word(String),
}

/// Reads the types that the roots reach.
///
/// # Errors
/// A type that is not understood.
pub fn read<'a>(source: &Source, declared: &'a Declared) -> Outcome<Content<'a>> {
    let mut content = Content { types: BTreeMap::new(), declared };
    let mut open: Vec<String> = declared.roots.clone();
    while let Some(name) = open.pop() {
        if content.types.contains_key(&name) || name == "Text" {
            continue;
        }
        if let Some(ty) = source.aliases.get(&name) {
            let (docs, form) = (String::new(), Form::Same(kind(ty)?));
            content.types.insert(name, Shaped { docs, form });
            continue;
        }
        let definition = source.types.get(&name).ok_or_else(|| Failure::new(format!("content: no type {name}")))?;
        let mut shaped = shaped(source, &name, definition)?;
        if let (Some(word), Form::Record(fields)) = (source.documents.get(&name), &mut shaped.form) {
            fields.splice(..0, of_document(word));
        }
        match &shaped.form {
            Form::Record(fields) => fields.iter().for_each(|field| field.kind.reach(&mut open)),
            Form::Same(kind) => kind.reach(&mut open),
            Form::Union(kinds) => kinds.iter().for_each(|kind| kind.reach(&mut open)),
            Form::Words(_) => {}
        }
        content.types.insert(name, shaped);
    }
    Ok(content)
}

/// The fields that stand before the content of a document.
fn of_document(word: &str) -> [Field; 2] {
    let field = |name: &str, docs: &str, kind| Field { name: name.into(), docs: docs.into(), kind, left_out: false };
    [
        field("format", "The format of the document.", Kind::Whole),
        field("kind", "What the document is.", Kind::Word(word.to_owned())),
    ]
}

fn shaped(source: &Source, name: &str, definition: &Definition) -> Outcome<Shaped> {
    let docs = definition.docs.clone();
    let form = match &definition.shape {
        Shape::Enum(variants) => match source.words(name) {
            Some(words) => Form::Words(words),
            None if has_serde(&definition.attributes, "untagged") => {
                let types = variants.iter().filter_map(|variant| variant.fields.iter().next());
                Form::Union(types.map(|field| kind(&field.ty)).collect::<Outcome<_>>()?)
            }
            None => return Err(Failure::new(format!("content: {name} is an enum of several shapes"))),
        },
        Shape::Struct(fields) => match fields.iter().next() {
            Some(only) if has_serde(&definition.attributes, "transparent") || matches!(fields, Fields::Unnamed(_)) => {
                Form::Same(kind(&only.ty)?)
            }
            _ => Form::Record(named(name, fields)?),
        },
    };
    Ok(Shaped { docs, form })
}

fn named(of: &str, fields: &Fields) -> Outcome<Vec<Field>> {
    let written = fields.iter().filter(|field| !has_serde(&field.attrs, "skip"));
    let field = |field: &syn::Field| {
        let own = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
        Ok(Field {
            name: serde_value(&field.attrs, "rename").unwrap_or(own),
            docs: documentation(&field.attrs),
            kind: kind(&field.ty).map_err(|failure| Failure::new(format!("{of}: {failure}")))?,
            left_out: has_serde(&field.attrs, "skip_serializing_if"),
        })
    };
    written.map(field).collect()
}

/// What a Rust type is in JSON.
fn kind(ty: &Type) -> Outcome<Kind> {
    let boxed = |ty: &Type| kind(ty).map(Box::new);
    let path = match ty {
        Type::Reference(reference) => return kind(&reference.elem),
        Type::Slice(slice) => return Ok(Kind::List(boxed(&slice.elem)?)),
        Type::Array(array) => {
            let length = &array.len;
            let length: usize = quote::quote!(#length).to_string().parse().unwrap_or(0);
            return Ok(Kind::Tuple(vec![kind(&array.elem)?; length]));
        }
        Type::Tuple(tuple) => return Ok(Kind::Tuple(tuple.elems.iter().map(kind).collect::<Outcome<_>>()?)),
        Type::Path(path) => path,
        _ => return Err(Failure::new(format!("{} has no form in JSON", text_of(ty)))),
    };
    let last = path.path.segments.last().ok_or_else(|| Failure::new("a type without a name".to_owned()))?;
    let inside = arguments_of(last);
    let first = || inside.first().ok_or_else(|| Failure::new(format!("{} of what", text_of(ty))));
    Ok(match last.ident.to_string().as_str() {
        "String" | "str" | "Cow" => Kind::Text,
        "f64" => Kind::Number,
        "u8" | "u16" | "u32" | "u64" | "usize" | "i32" | "i64" => Kind::Whole,
        "bool" => Kind::Flag,
        "Value" => Kind::Anything,
        "Option" => Kind::Maybe(boxed(first()?)?),
        "Vec" | "BTreeSet" => Kind::List(boxed(first()?)?),
        "Box" | "Confidential" | "Published" => kind(first()?)?,
        "BTreeMap" | "Map" | "IndexMap" => match inside.last() {
            Some(value) if inside.len() == 2 => Kind::Map(boxed(value)?),
            _ => Kind::Anything,
        },
        // Notes of a text by their names.
        "Params" => Kind::Map(Box::new(Kind::Named("NoteValue".to_owned()))),
        _ => Kind::Named(name_of(ty)),
    })
}

impl Kind {
    /// Adds the types that it names.
    fn reach(&self, open: &mut Vec<String>) {
        match self {
            Self::Named(name) => open.push(name.clone()),
            Self::Maybe(inner) | Self::List(inner) | Self::Map(inner) => inner.reach(open),
            Self::Tuple(kinds) => kinds.iter().for_each(|kind| kind.reach(open)),
            _ => {}
        }
    }
}

impl Content<'_> {
    /// What a type is made of.
    pub fn form(&self, rust: &str) -> Option<&Form> {
        self.types.get(rust).map(|shaped| &shaped.form)
    }

    /// Whether it is a class of plain data in Python.
    pub fn is_record(&self, rust: &str) -> bool {
        self.declared.records.iter().any(|name| name == rust)
    }

    /// Whether it is the result of a call in Python.
    pub fn is_result(&self, rust: &str) -> bool {
        self.declared.results.contains_key(rust)
    }

    /// What a type is called outside Rust, where a class has its name or another one is known there.
    pub fn name<'b>(&'b self, rust: &'b str) -> &'b str {
        self.declared.names.get(rust).map_or(rust, String::as_str)
    }
}
