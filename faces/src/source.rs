//! What the Rust sources say: types, functions, signatures and documentation.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{Attribute, Expr, Fields, FnArg, ImplItem, Item, Lit, Meta, Pat, ReturnType, Type, UseTree, Visibility};

use crate::{Failure, Outcome};

/// Everything that was read of a crate.
#[derive(Debug, Default)]
pub struct Source {
    /// By `Type::name`, or `module::name` outside a type.
    pub functions: BTreeMap<String, Function>,
    /// Structs and enums by name.
    pub types: BTreeMap<String, Definition>,
    /// What documents say that they are, by the type of their content.
    pub documents: BTreeMap<String, String>,
    /// Types under another name.
    pub aliases: BTreeMap<String, Type>,
    /// What their documentation says.
    pub alias_docs: BTreeMap<String, String>,
    /// Results that are written as sheets.
    pub sheets: BTreeSet<String>,
    /// Names at the root of the crate.
    pub exported: BTreeSet<String>,
}

/// A function or method.
#[derive(Clone, Debug)]
pub struct Function {
    pub name: String,
    pub docs: String,
    pub receiver: Receiver,
    pub arguments: Vec<(String, Type)>,
    /// What comes out, `Result` taken off; nothing for `()`.
    pub returns: Option<Type>,
    /// Whether it can fail.
    pub fallible: bool,
    pub body: syn::Block,
    pub attributes: Vec<Attribute>,
    pub public: bool,
    /// Whether it stands in a block that PyO3 shows.
    pub python: bool,
}

/// On what a function is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receiver {
    /// On the type.
    None,
    /// On a borrowed value.
    Borrowed,
    /// On a value that it takes, as the setters of options do.
    Owned,
}

/// A struct or an enum.
#[derive(Clone, Debug)]
pub struct Definition {
    /// The file that it stands in.
    pub module: String,
    pub docs: String,
    pub attributes: Vec<Attribute>,
    pub shape: Shape,
}

/// What it is made of.
#[derive(Clone, Debug)]
pub enum Shape {
    Struct(Fields),
    Enum(Vec<syn::Variant>),
}

impl Source {
    /// Reads the sources of a crate.
    ///
    /// # Errors
    /// A file that cannot be read or is no Rust.
    pub fn read(folder: &Path) -> Outcome<Self> {
        let mut source = Self::default();
        for path in files(folder, "rs")? {
            // What was written before is read as it will be.
            if path.parent().is_some_and(|parent| parent.ends_with("faces")) {
                continue;
            }
            let module = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            source.add(module, &read(&path)?)?;
        }
        Ok(source)
    }

    /// Takes in the text of one module.
    ///
    /// # Errors
    /// It is no Rust.
    pub fn add(&mut self, module: &str, text: &str) -> Outcome<()> {
        let file = syn::parse_file(text).map_err(|error| Failure::new(format!("{module}: {error}")))?;
        self.take(module, file.items, module == "lib");
        Ok(())
    }

    fn take(&mut self, module: &str, items: Vec<Item>, root: bool) {
        for item in items {
            match item {
                Item::Use(found) if root && is_public(&found.vis) => self.export(&found.tree),
                Item::Struct(found) => {
                    self.define(module, &found.ident, found.attrs, Shape::Struct(found.fields));
                }
                Item::Enum(found) => {
                    let variants = found.variants.into_iter().collect();
                    self.define(module, &found.ident, found.attrs, Shape::Enum(variants));
                }
                Item::Type(found) => {
                    self.alias_docs.insert(found.ident.to_string(), documentation(&found.attrs));
                    self.aliases.insert(found.ident.to_string(), *found.ty);
                }
                Item::Impl(found) if found.trait_.as_ref().is_some_and(|(_, path, _)| path.is_ident("ToSheet")) => {
                    self.sheets.insert(name_of(&found.self_ty));
                }
                Item::Fn(found) => {
                    let function = Function::of(found.sig, *found.block, found.attrs, is_public(&found.vis));
                    self.functions.insert(format!("{module}::{}", function.name), function);
                }
                // What is said of a document stands before its content.
                Item::Impl(found) if found.trait_.as_ref().is_some_and(|(_, path, _)| path.is_ident("Document")) => {
                    let of = name_of(&found.self_ty);
                    self.documents
                        .extend(found.items.iter().filter_map(kind_of_document).map(|kind| (of.clone(), kind)));
                }
                Item::Impl(found) if found.trait_.is_none() => {
                    let of = name_of(&found.self_ty);
                    let python = found.attrs.iter().any(|attribute| attribute.path().is_ident("pymethods"));
                    for inner in found.items {
                        if let ImplItem::Fn(method) = inner {
                            let public = is_public(&method.vis);
                            let mut function = Function::of(method.sig, method.block, method.attrs, public);
                            function.python = python;
                            self.functions.insert(format!("{of}::{}", function.name), function);
                        }
                    }
                }
                Item::Macro(found) if found.mac.path.is_ident("findings") => {
                    if let Ok(Item::Enum(codes)) = syn::parse2(finding_codes(found.mac.tokens)) {
                        self.take(module, vec![Item::Enum(codes)], false);
                    }
                }
                // A set of words is written by a macro around an enum.
                Item::Macro(found) => {
                    if let Ok(inner) = syn::parse2::<syn::File>(found.mac.tokens) {
                        self.take(module, inner.items, false);
                    }
                }
                _ => {}
            }
        }
    }

    fn define(&mut self, module: &str, name: &syn::Ident, attributes: Vec<Attribute>, shape: Shape) {
        let (module, docs) = (module.to_owned(), documentation(&attributes));
        self.types.insert(name.to_string(), Definition { module, docs, attributes, shape });
    }

    fn export(&mut self, tree: &UseTree) {
        match tree {
            UseTree::Path(path) => self.export(&path.tree),
            UseTree::Group(group) => group.items.iter().for_each(|item| self.export(item)),
            UseTree::Name(name) => drop(self.exported.insert(name.ident.to_string())),
            UseTree::Rename(name) => drop(self.exported.insert(name.rename.to_string())),
            UseTree::Glob(_) => {}
        }
    }

    /// The documentation of a type, under whatever name.
    pub fn docs_of(&self, name: &str) -> Option<&str> {
        let own = self.types.get(name).map(|definition| &definition.docs);
        own.or_else(|| self.alias_docs.get(name)).map(String::as_str)
    }

    /// A function that must be there.
    ///
    /// # Errors
    /// There is none of that name.
    pub fn function(&self, name: &str) -> Outcome<&Function> {
        self.functions.get(name).ok_or_else(|| Failure::new(format!("the Rust sources have no public `{name}`")))
    }

    /// The words of a closed set, in order, with the documentation of each; nothing for what is no closed set.
    pub fn words(&self, name: &str) -> Option<Vec<(String, String)>> {
        let definition = self.types.get(name)?;
        let Shape::Enum(variants) = &definition.shape else { return None };
        if variants.iter().any(|variant| !matches!(variant.fields, Fields::Unit)) {
            return None;
        }
        let rule = serde_value(&definition.attributes, "rename_all").unwrap_or_default();
        let word = |variant: &syn::Variant| {
            let own = serde_value(&variant.attrs, "rename").or_else(|| stated_word(variant));
            own.unwrap_or_else(|| {
                if rule == "lowercase" {
                    variant.ident.to_string().to_lowercase()
                } else {
                    snake(&variant.ident.to_string())
                }
            })
        };
        Some(variants.iter().map(|variant| (word(variant), documentation(&variant.attrs))).collect())
    }
}

/// The word of a document, where an item is the constant that says it.
fn kind_of_document(item: &ImplItem) -> Option<String> {
    let ImplItem::Const(constant) = item else { return None };
    match &constant.expr {
        Expr::Lit(found) if constant.ident == "KIND" => match &found.lit {
            Lit::Str(word) => Some(word.value()),
            _ => None,
        },
        _ => None,
    }
}

impl Source {
    /// The word of a variant of a closed set.
    pub fn word(&self, set: &str, variant: &str) -> Option<String> {
        let Shape::Enum(variants) = &self.types.get(set)?.shape else { return None };
        let place = variants.iter().position(|found| found.ident == variant)?;
        self.words(set)?.into_iter().nth(place).map(|(word, _)| word)
    }
}

impl Function {
    fn of(signature: syn::Signature, body: syn::Block, attributes: Vec<Attribute>, public: bool) -> Self {
        let mut receiver = Receiver::None;
        let mut arguments = Vec::new();
        for input in signature.inputs {
            match input {
                FnArg::Receiver(found) if found.reference.is_some() => receiver = Receiver::Borrowed,
                FnArg::Receiver(_) => receiver = Receiver::Owned,
                FnArg::Typed(found) => {
                    if let Pat::Ident(pattern) = *found.pat {
                        arguments.push((pattern.ident.to_string(), *found.ty));
                    }
                }
            }
        }
        let (returns, fallible) = match signature.output {
            ReturnType::Default => (None, false),
            ReturnType::Type(_, ty) => match inner(&ty, &["Result", "PyResult"]) {
                Some(inside) => (Some(inside), true),
                None => (Some(*ty), false),
            },
        };
        let docs = documentation(&attributes);
        let name = signature.ident.to_string();
        Self { name, docs, receiver, arguments, returns, fallible, body, attributes, public, python: false }
    }
}

/// The first generic argument of a type of one of these names.
pub fn inner(ty: &Type, names: &[&str]) -> Option<Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    if !names.iter().any(|name| last.ident == name) {
        return None;
    }
    arguments_of(last).into_iter().next()
}

/// The types between the angle brackets of a segment.
pub fn arguments_of(segment: &syn::PathSegment) -> Vec<Type> {
    let syn::PathArguments::AngleBracketed(given) = &segment.arguments else { return Vec::new() };
    let types = given.args.iter().filter_map(|argument| match argument {
        syn::GenericArgument::Type(ty) => Some(ty.clone()),
        _ => None,
    });
    types.collect()
}

/// The last name of a type: `Survey` of `cohesion_core::Survey<'t>`, `Table` of `&Table<'_>`.
pub fn name_of(ty: &Type) -> String {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default(),
        Type::Reference(reference) => name_of(&reference.elem),
        _ => String::new(),
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// The text of the documentation comments, without the blank behind the slashes.
pub fn documentation(attributes: &[Attribute]) -> String {
    let mut lines = Vec::new();
    for attribute in attributes {
        if let Meta::NameValue(pair) = &attribute.meta
            && pair.path.is_ident("doc")
            && let Expr::Lit(literal) = &pair.value
            && let Lit::Str(text) = &literal.lit
        {
            lines.extend(text.value().lines().map(|line| line.strip_prefix(' ').unwrap_or(line).to_owned()));
            if text.value().is_empty() {
                lines.push(String::new());
            }
        }
    }
    lines.join("\n")
}

/// The value of `#[serde(key = "value")]`.
pub fn serde_value(attributes: &[Attribute], key: &str) -> Option<String> {
    let mut found = None;
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        let read = attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident(key) {
                found = Some(match meta.value() {
                    Ok(value) => value.parse::<syn::LitStr>()?.value(),
                    Err(_) => String::new(),
                });
            } else if let Ok(value) = meta.value() {
                let _: Expr = value.parse()?;
            }
            Ok(())
        });
        if read.is_err() {
            continue;
        }
    }
    found
}

/// Whether `#[serde(key)]` or `#[serde(key = "value")]` is there.
pub fn has_serde(attributes: &[Attribute], key: &str) -> bool {
    serde_value(attributes, key).is_some()
}

/// The enum that a table of findings declares: a variant for each `finding name`, with its documentation.
fn finding_codes(table: TokenStream) -> TokenStream {
    let (mut variants, mut docs) = (TokenStream::new(), TokenStream::new());
    let mut tokens = table.into_iter();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(mark) if mark.as_char() == '#' => docs.extend([TokenTree::from(mark)]),
            TokenTree::Group(found) if found.delimiter() == Delimiter::Bracket => docs.extend([TokenTree::from(found)]),
            TokenTree::Ident(kind) if kind == "finding" => {
                let Some(TokenTree::Ident(name)) = tokens.next() else { continue };
                let head = camel(&format!("_{name}"));
                let variant = syn::Ident::new(&head, name.span());
                let docs = std::mem::take(&mut docs);
                variants.extend(quote::quote!(#docs #variant,));
            }
            _ => {}
        }
    }
    quote::quote! {
        /// A weak point of a partnership.
        #[serde(rename_all = "snake_case")]
        pub enum FindingCode { #variants }
    }
}

/// A type as it is written, without blanks.
pub fn text_of(ty: &Type) -> String {
    quote::quote!(#ty).to_string().replace(' ', "")
}

/// A name in camel case as one in snake case.
pub fn snake(name: &str) -> String {
    let mut text = String::new();
    for (place, letter) in name.chars().enumerate() {
        if letter.is_uppercase() && place > 0 {
            text.push('_');
        }
        text.extend(letter.to_lowercase());
    }
    text
}

/// A name in snake case as one in camel case.
pub fn camel(name: &str) -> String {
    let mut parts = name.split('_');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let mut letters = part.chars();
        let head = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
        text + &head + letters.as_str()
    })
}

/// A name in snake case as that of a type.
pub fn pascal(name: &str) -> String {
    camel(&format!("_{name}"))
}

/// The text of a file.
///
/// # Errors
/// It cannot be read.
pub fn read(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).map_err(|error| Failure::new(format!("{}: {error}", path.display())))
}

/// The files of a folder and its folders, by extension.
///
/// # Errors
/// A folder that cannot be read.
pub fn files(folder: &Path, extension: &str) -> Outcome<Vec<PathBuf>> {
    let listed = std::fs::read_dir(folder).map_err(|error| Failure::new(format!("{}: {error}", folder.display())))?;
    let mut found = Vec::new();
    for entry in listed.flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, extension)?);
        } else if path.extension().is_some_and(|own| own == extension) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The word of a variant of a closed set: `Wilcoxon = "wilcoxon"`.
fn stated_word(variant: &syn::Variant) -> Option<String> {
    match &variant.discriminant {
        Some((_, syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(word), .. }))) => Some(word.value()),
        _ => None,
    }
}
