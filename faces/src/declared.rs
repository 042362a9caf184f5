//! `faces.toml`: what cannot be read from the Rust sources.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::{Failure, Outcome, source};

/// All of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declared {
    /// What arguments mean, by name, where no setter of an option says it.
    pub argument: BTreeMap<String, String>,
    /// What the classes of a file are about.
    pub room: BTreeMap<String, String>,
    /// What the options of an estimate mean, as they are called outside Rust.
    pub estimate: BTreeMap<String, String>,
    /// Closed sets that only calls by hand take.
    pub words: Vec<String>,
    /// Documents and results of which a language holds what the core made.
    pub handles: Handles,
    /// Verbs of the module `call`.
    pub calls: Calls,
    /// What results hold.
    pub content: Content,
    /// The classes whose faces are written.
    pub class: BTreeMap<String, Class>,
}

/// Verbs of the module `call`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calls {
    /// Those that Python calls by hand.
    pub by_hand: Vec<String>,
}

/// Documents and results by language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handles {
    pub javascript: Vec<String>,
    pub python: Vec<String>,
}

/// What results hold.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// The types of results and documents that people are given; what they reach follows.
    pub roots: Vec<String>,
    /// Other names in JavaScript: a class has the name already.
    pub names: BTreeMap<String, String>,
    /// Other names in Python.
    pub python: BTreeMap<String, String>,
    /// Plain data that is a class in Python; rows of all others are tables.
    pub records: Vec<String>,
    /// Results in Python, with the fields that are properties by hand.
    pub results: BTreeMap<String, Vec<String>>,
}

/// A class.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Class {
    /// The file it stands in.
    pub room: String,
    /// What makes one, for somebody who tried otherwise.
    #[serde(default)]
    pub made_by: String,
    /// Whether only its verbs are written, as what a class by hand is built on: the methods that take the options of an
    /// estimate.
    #[serde(default)]
    pub verbs: bool,
    /// Whether a call takes the rows.
    #[serde(default)]
    pub over_rows: bool,
    /// What Python shows of one between the braces of a format string.
    #[serde(default)]
    pub shown: String,
    /// Methods without arguments that are properties.
    #[serde(default)]
    pub properties: Vec<String>,
    /// Methods that have no face of their own, or one that is written by hand.
    #[serde(default)]
    pub by_hand: Vec<String>,
    /// What is said of single methods.
    #[serde(default)]
    pub function: BTreeMap<String, Function>,
}

/// A function.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Function {
    /// The Rust function, where it is no method of the class.
    pub rust: Option<String>,
    /// Other names of its arguments.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
    /// The options of an estimate that it has; `by`, `where` and `level` unless said.
    pub options: Option<Vec<String>>,
    /// The name of its options in JavaScript, where it is not the method's own.
    pub asked: Option<String>,
    /// What its draws are called.
    pub times: Option<String>,
    /// What arguments are where they are not given; numbers as Rust writes them.
    #[serde(default)]
    pub defaults: BTreeMap<String, String>,
    /// Arguments that name columns of its table.
    #[serde(default)]
    pub columns: Vec<String>,
    /// Arguments that are said by position and not by name.
    #[serde(default)]
    pub positional: Vec<String>,
    /// What arguments mean here, where it is not what they mean elsewhere.
    #[serde(default)]
    pub arguments: BTreeMap<String, String>,
}

impl Declared {
    /// Reads it.
    ///
    /// # Errors
    /// It cannot be read, or says what is not known here.
    pub fn read(path: &Path) -> Outcome<Self> {
        let text = source::read(path)?;
        toml::from_str(&text).map_err(|error| Failure::new(format!("{}: {error}", path.display())))
    }
}
