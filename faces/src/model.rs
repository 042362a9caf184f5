//! The classes that every language shows: what the sources say and what is declared, brought together. A language is one
//! module that writes this.

use std::collections::BTreeSet;

use syn::{Expr, Lit, Type};

use crate::declared::{self, Declared};
use crate::docs::Docs;
use crate::source::{self, Function, Receiver, Source, inner, name_of, text_of};
use crate::{Failure, Outcome};

/// A class.
#[derive(Debug)]
pub struct Class {
    pub name: String,
    pub room: String,
    pub docs: Docs,
    pub methods: Vec<Method>,
    /// Whether these are verbs that a class by hand is built on.
    pub verbs: bool,
    /// Whether a call takes the rows.
    pub over_rows: bool,
}

/// A method, or a property.
#[derive(Debug)]
pub struct Method {
    /// `Network::ei_index`, or `chart::network`.
    pub rust: String,
    pub name: String,
    pub docs: Docs,
    pub kind: MethodKind,
    pub arguments: Vec<Argument>,
    /// The Rust parameters in order, and what each is made from.
    pub passed: Vec<Passed>,
    pub returns: Value,
    /// The Rust type that comes out.
    pub rust_returns: String,
    pub fallible: bool,
}

/// What a method is called on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MethodKind {
    /// On the class; it makes one.
    Constructor,
    /// On an object.
    Method,
    /// Read from an object.
    Property,
}

/// An argument.
#[derive(Clone, Debug)]
pub struct Argument {
    pub name: String,
    pub value: Value,
    /// The Rust type of the parameter that it becomes.
    pub rust: String,
    pub docs: String,
    /// Whether it may be left out, and what holds then.
    pub default: Option<Literal>,
    /// Whether it is said by position.
    pub positional: bool,
    /// Whether it names a column of the table.
    pub column: bool,
}

/// What holds where an argument is left out.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// Nothing is said.
    Nothing,
    Flag(bool),
    /// As Rust writes it.
    Number(String),
    Text(String),
}

/// A Rust parameter.
#[derive(Clone, Debug)]
pub enum Passed {
    /// The argument itself.
    Argument(String),
    /// Draws and seed.
    Seeded(String),
    /// Options: those that must be given, and those that are set.
    Options { name: String, given: Vec<String>, set: Vec<String> },
    /// The options of an estimate, by the names of the arguments.
    Estimate(Vec<String>),
    /// The object itself, for a function outside its class.
    Object,
}

/// What goes in or comes out.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Text,
    Number,
    Whole,
    Flag,
    /// A word of a closed set.
    Word(String),
    /// An object of a class.
    Object(String),
    /// Rows.
    Table,
    /// Values as labels.
    Labels,
    Texts,
    Numbers,
    /// Names of columns: one or several.
    Names,
    /// The domain of an estimate.
    Domain,
    /// A picture.
    Chart,
}

/// The classes that stand in one file.
#[derive(Debug)]
pub struct Room<'a> {
    pub name: &'a str,
    pub classes: Vec<&'a Class>,
}

/// The rooms of classes, by name.
pub fn rooms(classes: &[Class]) -> Vec<Room<'_>> {
    let names: BTreeSet<&str> = classes.iter().map(|class| class.room.as_str()).collect();
    let of = |name| Room { name, classes: classes.iter().filter(|class| class.room == name).collect() };
    names.into_iter().map(of).collect()
}

impl Method {
    /// The argument of a name.
    pub fn argument(&self, name: &str) -> Option<&Argument> {
        self.arguments.iter().find(|argument| argument.name == name)
    }
}

impl Method {
    /// The options of an estimate that it has.
    pub fn estimate(&self) -> Option<&[String]> {
        self.passed.iter().find_map(|passed| match passed {
            Passed::Estimate(asked) => Some(asked.as_slice()),
            _ => None,
        })
    }

    /// What JavaScript says as the options of one object.
    pub fn options(&self) -> impl Iterator<Item = &Argument> {
        self.arguments.iter().filter(|argument| !argument.crosses_alone())
    }

    /// Whether there are any.
    pub fn has_options(&self) -> bool {
        self.options().next().is_some()
    }

    /// The arguments but for the options of an estimate.
    pub fn own_arguments(&self) -> impl Iterator<Item = &Argument> {
        let asked = self.estimate().unwrap_or_default();
        // `by` of a rank test is its own.
        let is_option = |argument: &&Argument| asked.contains(&argument.name) && argument.rust.is_empty();
        self.arguments.iter().filter(move |argument| !is_option(argument))
    }
}

impl Argument {
    /// Whether nothing may be said.
    pub fn is_optional(&self) -> bool {
        self.default == Some(Literal::Nothing)
    }

    /// Whether JavaScript says it by position: the answers that count stand among the options there.
    pub fn leads(&self) -> bool {
        self.positional && self.value != Value::Labels
    }

    /// Whether it goes from JavaScript to Rust by itself: no table fits into JSON.
    pub fn crosses_alone(&self) -> bool {
        self.leads() || self.value == Value::Table
    }
}

impl Value {
    /// The closed set that it is a word of.
    pub fn word(&self) -> Option<&String> {
        if let Self::Word(name) = self { Some(name) } else { None }
    }

    /// The class that it is an object of.
    pub fn object(&self) -> Option<&String> {
        if let Self::Object(name) = self { Some(name) } else { None }
    }
}

/// Makes the classes that are declared.
///
/// # Errors
/// Whatever is declared and not there, or there and not understood.
pub fn classes(source: &Source, declared: &Declared) -> Outcome<Vec<Class>> {
    let mut classes = Vec::new();
    for (name, of) in &declared.class {
        let definition = source.types.get(name).ok_or_else(|| Failure::new(format!("there is no type {name}")))?;
        let mut found = Maker { source, declared, name, of, methods: Vec::new() };
        found.all()?;
        classes.push(Class {
            name: name.clone(),
            room: of.room.clone(),
            docs: Docs::read(&definition.docs),
            methods: found.methods,
            verbs: of.verbs,
            over_rows: of.over_rows,
        });
    }
    Ok(classes)
}

/// Makes the methods of one class.
struct Maker<'a> {
    source: &'a Source,
    declared: &'a Declared,
    name: &'a str,
    of: &'a declared::Class,
    methods: Vec<Method>,
}

impl Maker<'_> {
    fn all(&mut self) -> Outcome<()> {
        let prefix = format!("{}::", self.name);
        let own = self.source.functions.iter().filter(|(key, function)| key.starts_with(&prefix) && function.public);
        let mut names: BTreeSet<(String, String)> =
            own.map(|(key, function)| (function.name.clone(), key.clone())).collect();
        for (name, function) in &self.of.function {
            if let Some(rust) = &function.rust {
                names.insert((name.clone(), rust.clone()));
            } else if !names.iter().any(|(known, _)| known == name) {
                return Err(Failure::new(format!("faces.toml: {prefix}{name} is not there")));
            }
        }
        for (name, rust) in names {
            if !self.of.by_hand.contains(&name) && (!self.of.verbs || self.is_verb(&rust)) {
                let method = self.method(&name, &rust);
                self.methods.push(method.map_err(|failure| Failure::new(format!("{rust}: {failure}")))?);
            }
        }
        // The order of the page: constructors, what is read, what is computed.
        self.methods.sort_by_key(|method| match method.kind {
            MethodKind::Constructor => 0,
            MethodKind::Property => 1,
            MethodKind::Method => 2,
        });
        Ok(())
    }

    /// Whether it takes the options of an estimate.
    fn is_verb(&self, rust: &str) -> bool {
        let asks = |ty: &Type| into_of(ty).is_some_and(|inside| name_of(&inside) == "EstimateOptions");
        self.source.functions.get(rust).is_some_and(|found| found.arguments.iter().any(|(_, ty)| asks(ty)))
    }

    fn method(&self, name: &str, rust: &str) -> Outcome<Method> {
        let function = self.source.function(rust)?;
        let said = self.of.function.get(name).cloned().unwrap_or_default();
        let out = function.returns.as_ref().ok_or_else(|| Failure::new("nothing comes out".to_owned()))?;
        let mut method = Method {
            rust: rust.to_owned(),
            name: name.to_owned(),
            docs: Docs::read(&function.docs),
            kind: match function.receiver {
                Receiver::None if said.rust.is_none() => MethodKind::Constructor,
                _ if self.of.properties.iter().any(|known| known == name) => MethodKind::Property,
                _ => MethodKind::Method,
            },
            arguments: Vec::new(),
            passed: Vec::new(),
            returns: self.value(out)?,
            rust_returns: text_of(out),
            fallible: function.fallible,
        };
        for (argument, ty) in &function.arguments {
            self.pass(&mut method, argument, ty, &said)?;
        }
        // What is said by position comes first, what may be left out last.
        method.arguments.sort_by_key(|argument| (!argument.positional, argument.default.is_some()));
        Ok(method)
    }

    /// Takes in one Rust parameter.
    fn pass(&self, method: &mut Method, name: &str, ty: &Type, said: &declared::Function) -> Outcome<()> {
        let of = into_of(ty).map_or_else(|| name_of(ty), |inside| name_of(&inside));
        let name = said.names.get(name).map_or(name, String::as_str);
        if of == "EstimateOptions" {
            let plain = ["by", "where", "level"].map(str::to_owned).to_vec();
            let asked = said.options.clone().unwrap_or(plain);
            for option in &asked {
                method.arguments.push(self.estimate_option(option)?);
            }
            method.passed.push(Passed::Estimate(asked));
        } else if said.rust.is_some() && of == self.name {
            method.passed.push(Passed::Object);
        } else if of == "Seeded" {
            let times =
                said.times.clone().ok_or_else(|| Failure::new("say what its draws are called (times)".to_owned()))?;
            let default =
                self.default(&times, said).ok_or_else(|| Failure::new(format!("say the default of {times}")))?;
            method.arguments.push(self.argument(&times, Value::Whole, "u64", Some(default), said)?);
            method.arguments.push(self.argument(
                "seed",
                Value::Whole,
                "u64",
                Some(Literal::Number("1".to_owned())),
                said,
            )?);
            method.passed.push(Passed::Seeded(times));
        } else if self.source.functions.get(&format!("{of}::new")).is_some_and(|new| new.receiver == Receiver::None)
            && of.ends_with("Options")
        {
            method.passed.push(self.options(&of, &mut method.arguments, said)?);
        } else {
            let (inside, optional) = match inner(ty, &["Option"]) {
                Some(inside) => (inside, true),
                None => (ty.clone(), false),
            };
            let value = self.value(&inside)?;
            let default = self.default(name, said).or_else(|| self.default_of(&value));
            let default = default.or_else(|| optional.then_some(Literal::Nothing));
            method.arguments.push(self.argument(name, value, &text_of(&inside), default, said)?);
            method.passed.push(Passed::Argument(name.to_owned()));
        }
        Ok(())
    }

    /// Options as arguments: what `new` takes must be given, what setters take may be.
    fn options(&self, name: &str, arguments: &mut Vec<Argument>, said: &declared::Function) -> Outcome<Passed> {
        let new = self.source.function(&format!("{name}::new"))?;
        let mut given = Vec::new();
        for (argument, ty) in &new.arguments {
            arguments.push(self.argument(argument, self.value(ty)?, &text_of(ty), None, said)?);
            given.push(argument.clone());
        }
        let prefix = format!("{name}::");
        let setters = self.source.functions.iter().filter(|(key, function)| {
            key.starts_with(&prefix) && function.public && function.receiver == Receiver::Owned
        });
        let mut set = Vec::new();
        for setter in in_order(new, setters.map(|(_, function)| function)) {
            let (_, ty) = setter.arguments.first().ok_or_else(|| Failure::new(format!("{name} takes nothing")))?;
            let value = self.value(ty)?;
            let default = self.default(&setter.name, said).or_else(|| field_default(new, &setter.name));
            let mut argument =
                self.argument(&setter.name, value, &text_of(ty), default.or(Some(Literal::Nothing)), said)?;
            if !said.arguments.contains_key(&setter.name) {
                argument.docs = Docs::read(&setter.docs).paragraphs.join(" ");
            }
            arguments.push(argument);
            set.push(setter.name.clone());
        }
        Ok(Passed::Options { name: name.to_owned(), given, set })
    }

    /// One of the options of an estimate.
    fn estimate_option(&self, name: &str) -> Outcome<Argument> {
        let number = |text: &str| Literal::Number(text.to_owned());
        let (value, default) = match name {
            "by" => (Value::Names, Literal::Nothing),
            "where" => (Value::Domain, Literal::Nothing),
            "level" => (Value::Number, number("0.95")),
            "missing" => (Value::Word("TotalRule".to_owned()), Literal::Text("refuse".to_owned())),
            "interval" => (Value::Word("ShareInterval".to_owned()), Literal::Text("logit".to_owned())),
            _ => return Err(Failure::new(format!("an estimate has no option {name}"))),
        };
        let docs = self.declared.estimate.get(name).cloned().unwrap_or_default();
        let (name, rust, default) = (name.to_owned(), String::new(), Some(default));
        Ok(Argument { name, value, rust, docs, default, positional: false, column: false })
    }

    fn argument(
        &self,
        name: &str,
        value: Value,
        rust: &str,
        default: Option<Literal>,
        said: &declared::Function,
    ) -> Outcome<Argument> {
        let own = said.arguments.get(name).or_else(|| self.declared.argument.get(name));
        let docs = own.cloned().unwrap_or_default();
        Ok(Argument {
            name: name.to_owned(),
            // What goes in first is said by position where people expect it: another network, a table, a rule.
            positional: said.positional.iter().any(|known| known == name)
                || matches!(value, Value::Object(_))
                || (value == Value::Table && default.is_none())
                || (self.of.verbs && default.is_none() && name != "by"),
            column: said.columns.iter().any(|known| known == name) || (self.of.over_rows && value == Value::Text),
            value,
            rust: rust.to_owned(),
            docs,
            default,
        })
    }

    fn default(&self, name: &str, said: &declared::Function) -> Option<Literal> {
        let text = said.defaults.get(name)?;
        Some(if text.starts_with(|first: char| first.is_ascii_digit()) {
            Literal::Number(text.clone())
        } else {
            Literal::Text(text.clone())
        })
    }

    /// The word that a closed set marks as its default.
    fn default_of(&self, value: &Value) -> Option<Literal> {
        let Value::Word(set) = value else { return None };
        let definition = self.source.types.get(set)?;
        let source::Shape::Enum(variants) = &definition.shape else { return None };
        let place = variants.iter().position(|one| one.attrs.iter().any(|found| found.path().is_ident("default")))?;
        self.source.words(set)?.into_iter().nth(place).map(|(word, _)| Literal::Text(word))
    }

    /// What a Rust type is to people.
    fn value(&self, ty: &Type) -> Outcome<Value> {
        let ty = into_of(ty).unwrap_or_else(|| ty.clone());
        let text = text_of(&ty);
        let name = name_of(&ty);
        Ok(match (name.as_str(), text.as_str()) {
            ("str" | "String", _) => Value::Text,
            ("f64", _) => Value::Number,
            ("u64" | "u32" | "usize", _) => Value::Whole,
            ("bool", _) => Value::Flag,
            ("Table", _) => Value::Table,
            ("Self", _) => Value::Object(self.name.to_owned()),
            ("Value", _) => Value::Chart,
            (_, "Vec<f64>" | "&[f64]") => Value::Numbers,
            (_, "&[&str]" | "&[S]" | "&[String]") if self.of.verbs => Value::Names,
            (_, "Vec<&str>" | "&[String]" | "Vec<String>" | "&[&str]") => Value::Texts,
            (_, text) if text.starts_with("implIntoIterator<") => Value::Labels,
            (name, _) if self.source.words(name).is_some() => Value::Word(name.to_owned()),
            (name, _) if self.source.types.contains_key(name) => Value::Object(name.to_owned()),
            (_, text) => return Err(Failure::new(format!("a value of type {text} has no face: declare it by_hand"))),
        })
    }
}

/// `T` of `impl Into<T>`.
fn into_of(ty: &Type) -> Option<Type> {
    let Type::ImplTrait(found) = ty else { return None };
    found.bounds.iter().find_map(|bound| match bound {
        syn::TypeParamBound::Trait(bound) => {
            let last = bound.path.segments.last()?;
            if last.ident == "Into" { source::arguments_of(last).into_iter().next() } else { None }
        }
        _ => None,
    })
}

/// What `new` puts into a field, where it is a plain value.
fn field_default(new: &Function, field: &str) -> Option<Literal> {
    let fields = fields_of(new)?;
    let value = fields.into_iter().find(|(name, _)| name == field)?.1;
    literal(&value)
}

/// Setters in the order of the fields.
fn in_order<'a>(new: &Function, setters: impl Iterator<Item = &'a Function>) -> Vec<&'a Function> {
    let order: Vec<String> = fields_of(new).unwrap_or_default().into_iter().map(|(name, _)| name).collect();
    let mut setters: Vec<&Function> = setters.collect();
    setters.sort_by_key(|setter| order.iter().position(|name| *name == setter.name).unwrap_or(usize::MAX));
    setters
}

/// The fields of the struct that a constructor makes.
fn fields_of(new: &Function) -> Option<Vec<(String, Expr)>> {
    let syn::Stmt::Expr(Expr::Struct(made), _) = new.body.stmts.last()? else { return None };
    let field = |field: &syn::FieldValue| match &field.member {
        syn::Member::Named(name) => Some((name.to_string(), field.expr.clone())),
        syn::Member::Unnamed(_) => None,
    };
    Some(made.fields.iter().filter_map(field).collect())
}

/// A plain value: `0.7`, `false`, `"id".to_owned()`, `None`.
fn literal(value: &Expr) -> Option<Literal> {
    match value {
        Expr::Lit(found) => Some(match &found.lit {
            Lit::Bool(flag) => Literal::Flag(flag.value),
            Lit::Float(number) => Literal::Number(number.to_string()),
            Lit::Int(number) => Literal::Number(number.to_string()),
            Lit::Str(text) => Literal::Text(text.value()),
            _ => return None,
        }),
        Expr::MethodCall(call) if call.method == "to_owned" => literal(&call.receiver),
        Expr::Path(path) if path.path.is_ident("None") => Some(Literal::Nothing),
        _ => None,
    }
}
