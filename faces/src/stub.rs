//! `_core.pyi`: what the compiled half of the Python package has, from the PyO3 sources, written by hand or not.

use syn::{Attribute, Type};

use crate::source::{Definition, Function, Receiver, Shape, Source, arguments_of, name_of};
use crate::written::{HEADER, Language, Written};
use crate::{Failure, Outcome};

/// The stub.
///
/// # Errors
/// A type that has no counterpart in Python.
pub fn stub(bindings: &Source) -> Outcome<Written> {
    let classes: Vec<&String> =
        bindings.types.iter().filter(|(_, found)| is_class(found)).map(|(name, _)| name).collect();
    let functions: Vec<&Function> =
        bindings.functions.values().filter(|function| has(&function.attributes, "pyfunction")).collect();
    let mut names: Vec<&str> = classes.iter().map(|name| name.as_str()).collect();
    names.extend(functions.iter().map(|function| function.name.as_str()).chain(["__version__"]));
    names.sort_unstable();
    let list: Vec<String> = names.iter().map(|name| format!("    \"{name}\",\n")).collect();
    let mut text = format!("# {HEADER}\n\n{IMPORTS}\n__all__ = [\n{}]\n\n__version__: str\n\n", list.concat());
    for function in functions {
        text.push_str(&method(bindings, "", function)?);
    }
    for class in classes {
        text.push_str(&format!("\n@final\nclass {class}:\n"));
        let prefix = format!("{class}::");
        let methods = bindings.functions.iter().filter(|(key, found)| key.starts_with(&prefix) && found.python);
        for (_, function) in methods {
            text.push_str(&method(bindings, class, function)?);
        }
    }
    let path = "bindings-python/python/cohesion_core/_core.pyi".to_owned();
    Ok(Written { path, text, language: Language::Python })
}

const IMPORTS: &str = "\
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from cohesion_core._errors import CohesionError
from cohesion_core._types import Rows
";

fn is_class(definition: &Definition) -> bool {
    has(&definition.attributes, "pyclass")
}

fn has(attributes: &[Attribute], name: &str) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident(name))
}

fn method(bindings: &Source, class: &str, function: &Function) -> Outcome<String> {
    let attributes = &function.attributes;
    let indent = if class.is_empty() { "" } else { "    " };
    let (decorator, name, receiver) = if has(attributes, "new") {
        ("", "__new__", Some("cls"))
    } else if has(attributes, "getter") {
        ("    @property\n", function.name.as_str(), Some("self"))
    } else if function.receiver == Receiver::None && !class.is_empty() {
        ("    @staticmethod\n", function.name.as_str(), None)
    } else {
        ("", function.name.as_str(), (!class.is_empty()).then_some("self"))
    };
    let defaults = defaults(attributes);
    let mut inputs: Vec<String> = receiver.into_iter().map(str::to_owned).collect();
    for (name, ty) in &function.arguments {
        if name_of(ty) == "Python" {
            continue;
        }
        let stated = [',', '('].iter().any(|before| defaults.contains(&format!("{before}{name}=")));
        let default = if stated { " = ..." } else { "" };
        inputs.push(format!("{name}: {}{default}", python(bindings, class, ty)?));
    }
    let returns = match &function.returns {
        // PyO3 knows an exception as any object.
        _ if function.name == "faults" => "CohesionError".to_owned(),
        Some(ty) => python(bindings, class, ty)?,
        None => "None".to_owned(),
    };
    Ok(format!("{decorator}{indent}def {name}({}) -> {returns}: ...\n", inputs.join(", ")))
}

/// What `#[pyo3(signature = (..))]` says, without blanks.
fn defaults(attributes: &[Attribute]) -> String {
    let stated = attributes.iter().filter(|attribute| attribute.path().is_ident("pyo3"));
    stated.map(|attribute| quote::quote!(#attribute).to_string().replace(' ', "")).collect()
}

/// A Rust type as Python knows it.
fn python(bindings: &Source, class: &str, ty: &Type) -> Outcome<String> {
    let of = |inner: &Type| python(bindings, class, inner);
    match ty {
        Type::Reference(reference) => match &*reference.elem {
            Type::Slice(slice) if name_of(&slice.elem) == "u8" => Ok("bytes".to_owned()),
            inner => of(inner),
        },
        Type::Array(array) => Ok(format!("list[{}]", of(&array.elem)?)),
        Type::Tuple(tuple) if tuple.elems.is_empty() => Ok("None".to_owned()),
        Type::Tuple(tuple) => {
            let parts = tuple.elems.iter().map(of).collect::<Outcome<Vec<_>>>()?;
            Ok(format!("tuple[{}]", parts.join(", ")))
        }
        Type::Path(path) => {
            let last = path.path.segments.last().ok_or_else(|| Failure::new("a type without a name".to_owned()))?;
            let inside = arguments_of(last).iter().map(of).collect::<Outcome<Vec<_>>>()?;
            named(bindings, class, &last.ident.to_string(), inside)
        }
        _ => Err(Failure::new(format!("{class}: {} has no counterpart in Python", quote::quote!(#ty)))),
    }
}

fn named(bindings: &Source, class: &str, name: &str, inside: Vec<String>) -> Outcome<String> {
    let plain = match name {
        "str" | "String" | "PathBuf" | "PyString" => "str",
        "f64" => "float",
        "u64" | "u32" | "usize" => "int",
        "bool" => "bool",
        "PyAny" => "Any",
        "PyBytes" => "bytes",
        "PyArray1" => "NDArray[np.float64]",
        "Label" => "object",
        "Rows" => "Rows",
        "Self" => class,
        _ => "",
    };
    if !plain.is_empty() {
        return Ok(plain.to_owned());
    }
    let first = inside.first().map_or("Any", String::as_str);
    match (name, bindings.types.get(name)) {
        ("Option", _) => Ok(format!("{first} | None")),
        ("Vec", _) => Ok(format!("list[{first}]")),
        ("Bound" | "Py", _) => Ok(first.to_owned()),
        (_, Some(found)) if is_class(found) => Ok(name.to_owned()),
        // One of several, each in a variant of its own.
        (_, Some(Definition { shape: Shape::Enum(variants), .. })) => {
            let types = variants.iter().filter_map(|variant| variant.fields.iter().next());
            let types = types.map(|field| python(bindings, class, &field.ty)).collect::<Outcome<Vec<_>>>()?;
            Ok(types.join(" | "))
        }
        _ => match bindings.aliases.get(name) {
            Some(ty) => python(bindings, class, ty),
            None => Err(Failure::new(format!("{class}: {name} has no counterpart in Python"))),
        },
    }
}
