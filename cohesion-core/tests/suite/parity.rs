//! Every public function has its three names and its proof: `parity.toml` lists them, this test reads the sources.
//!
//! It fails where a public function of the Rust types below, of the Python package or of the JavaScript package stands in
//! no entry; where an entry names a function that is not there, or lacks a language without a reason; where it names a
//! vector call without cases, or a test that is not there. It also keeps `docs/parity.md`:
//! `UPDATE_PARITY=1 cargo test -p cohesion-core --test suite parity` writes it.

mod scan;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;

/// The languages, as they are called in the list.
const LANGUAGES: [&str; 3] = ["rust", "python", "javascript"];

/// The list.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    /// Rust types and functions that need no counterpart, and why.
    rust_only: BTreeMap<String, String>,
    /// By class, the test that reads its fields: public in Rust, they are properties in Python or JavaScript.
    fields: BTreeMap<String, String>,
    /// Methods that several classes have under the same names.
    method: Vec<Methods>,
    function: Vec<Entry>,
}

/// One method of several classes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Methods {
    name: String,
    of: Vec<String>,
    test: String,
    because: String,
}

/// One function.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// Its names; several where a language spells one function as several.
    #[serde(default)]
    rust: Names,
    #[serde(default)]
    python: Names,
    #[serde(default)]
    javascript: Names,
    /// Why a language has none.
    absent: Option<String>,
    /// The vector call that proves it.
    vectors: Option<String>,
    /// Or the test that does: `path: name`, and why no vector is needed.
    test: Option<String>,
    because: Option<String>,
}

/// One name or several.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(untagged)]
enum Names {
    #[default]
    None,
    One(String),
    Several(Vec<String>),
}

impl Names {
    fn list(&self) -> &[String] {
        match self {
            Self::None => &[],
            Self::One(name) => std::slice::from_ref(name),
            Self::Several(names) => names,
        }
    }
}

impl Entry {
    fn names(&self, language: &str) -> &[String] {
        match language {
            "rust" => self.rust.list(),
            "python" => self.python.list(),
            _ => self.javascript.list(),
        }
    }

    /// The name by which a fault speaks of it.
    fn name(&self) -> &str {
        let all = LANGUAGES.iter().find_map(|language| self.names(language).first());
        all.map_or("an entry without a name", String::as_str)
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn list() -> List {
    let text = std::fs::read_to_string(root().join("cohesion-core/tests/parity.toml")).unwrap();
    let mut list: List = toml::from_str(&text).unwrap_or_else(|error| panic!("parity.toml: {error}"));
    let (found, cases) = (found(&list.rust_only), cases());
    let mut derived = shared_methods(&list);
    list.function.append(&mut derived);
    let mut derived = proven_by_their_name(&list, &found, &cases);
    list.function.append(&mut derived);
    let mut derived = fields(&list, &found);
    list.function.append(&mut derived);
    list
}

/// An entry with one name in every language.
fn everywhere(of: &str, name: &str) -> Entry {
    Entry {
        rust: Names::One(format!("{of}::{name}")),
        python: Names::One(format!("{of}.{name}")),
        javascript: Names::One(format!("{of}.{}", scan::camel(name))),
        ..Entry::default()
    }
}

/// The methods that several classes have.
fn shared_methods(list: &List) -> Vec<Entry> {
    let entry = |method: &Methods, of: &String| Entry {
        test: Some(method.test.clone()),
        because: Some(method.because.clone()),
        ..everywhere(of, &method.name)
    };
    list.method.iter().flat_map(|method| method.of.iter().map(move |of| entry(method, of))).collect()
}

/// Functions with one name in every language that vectors of this name prove.
fn proven_by_their_name(
    list: &List,
    found: &BTreeMap<&str, BTreeSet<String>>,
    cases: &BTreeMap<String, usize>,
) -> Vec<Entry> {
    let listed: BTreeSet<&String> = list.function.iter().flat_map(|entry| entry.names("rust")).collect();
    let entry = |rust: &String| {
        let (of, name) = rust.split_once("::")?;
        let entry = everywhere(of, name);
        let there = |language: &str| entry.names(language).iter().all(|name| found[language].contains(name));
        let vectors = format!("{of}.{name}");
        let proven = there("python") && there("javascript") && cases.contains_key(&vectors);
        proven.then_some(Entry { vectors: Some(vectors), ..entry })
    };
    found["rust"].iter().filter(|rust| !listed.contains(rust)).filter_map(entry).collect()
}

/// Properties that are fields of a result, and what `JSON.stringify` calls.
fn fields(list: &List, found: &BTreeMap<&str, BTreeSet<String>>) -> Vec<Entry> {
    let schema = std::fs::read_to_string(root().join("cohesion-core/schema/results.json")).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let is_field = |of: &str, name: &str| {
        let types = [of.to_owned(), format!("{of}Content"), format!("Confidential{of}Content")];
        types.iter().any(|of| schema["$defs"][of]["properties"].get(name).is_some())
    };
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    for language in ["python", "javascript"] {
        let listed: BTreeSet<&String> = list.function.iter().flat_map(|entry| entry.names(language)).collect();
        for call in found[language].iter().filter(|call| !listed.contains(call)) {
            let Some((of, name)) = call.split_once('.') else { continue };
            let Some(test) = list.fields.get(of) else { continue };
            let absent = match name {
                "toJSON" => "what `JSON.stringify` calls; the other languages have `to_json`",
                _ if is_field(of, name) => "a field of the struct in Rust, and of plain data where it is no property",
                _ => continue,
            };
            let entry = entries.entry(call.clone()).or_insert_with(|| Entry {
                absent: Some(absent.to_owned()),
                test: Some(test.clone()),
                because: Some("reads a field of the JSON".to_owned()),
                ..Entry::default()
            });
            match language {
                "python" => entry.python = Names::One(call.clone()),
                _ => entry.javascript = Names::One(call.clone()),
            }
        }
    }
    entries.into_values().collect()
}

/// How many cases each call of the committed vectors has.
fn cases() -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for folder in std::fs::read_dir(root().join("cohesion-core/tests/vectors")).unwrap() {
        let folder = folder.unwrap().path();
        for file in std::fs::read_dir(&folder).into_iter().flatten() {
            let file = file.unwrap().path();
            if file.extension().is_some_and(|extension| extension == "json") {
                let document: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
                for case in document["cases"].as_array().unwrap() {
                    let call = case["call"].as_str().unwrap();
                    *counts.entry(call.to_owned()).or_insert(0) += 1;
                    // What is asked of a merged summary proves that verb as well.
                    if let ("Summary.merge", Some(verb)) = (call, case["args"]["of"].as_str()) {
                        *counts.entry(format!("Summary.{verb}")).or_insert(0) += 1;
                    }
                }
            }
        }
    }
    counts
}

/// What the sources have, by language.
fn found(rust_only: &BTreeMap<String, String>) -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut rust = scan::rust(&root());
    for name in rust_only.keys() {
        let before = rust.len();
        rust.retain(|function| function != name && !function.starts_with(&format!("{name}::")));
        assert!(rust.len() < before, "rust_only: {name} is not there");
    }
    BTreeMap::from([("rust", rust), ("python", scan::python(&root())), ("javascript", scan::javascript(&root()))])
}

/// Whether `path: name` leads to a test.
fn is_test(test: &str) -> bool {
    let Some((path, name)) = test.split_once(": ") else { return false };
    std::fs::read_to_string(root().join(path)).is_ok_and(|text| text.contains(name))
}

/// What is wrong with one entry.
fn faults_of(entry: &Entry, cases: &BTreeMap<String, usize>) -> Vec<String> {
    let name = entry.name();
    let mut faults = Vec::new();
    let gap = LANGUAGES.iter().find(|language| entry.names(language).is_empty());
    match (gap, &entry.absent) {
        (Some(language), None) => faults.push(format!("{name} is missing in {language}, without a reason")),
        (None, Some(_)) => faults.push(format!("{name} has a reason to be absent, and is there in every language")),
        _ => {}
    }
    match (&entry.vectors, &entry.test, &entry.because) {
        (Some(call), None, None) if cases.get(call).copied().unwrap_or_default() == 0 => {
            faults.push(format!("{name}: no vector calls {call}"));
        }
        (None, Some(test), Some(_)) if !is_test(test) => faults.push(format!("{name}: there is no test {test}")),
        (Some(_), None, None) | (None, Some(_), Some(_)) => {}
        _ => faults.push(format!("{name}: name `vectors`, or `test` and `because`")),
    }
    faults
}

/// Everything in which the list and the sources differ.
fn faults(list: &List, found: &BTreeMap<&str, BTreeSet<String>>, cases: &BTreeMap<String, usize>) -> Vec<String> {
    let mut faults: Vec<String> = list.function.iter().flat_map(|entry| faults_of(entry, cases)).collect();
    for language in LANGUAGES {
        let mut listed = BTreeSet::new();
        for name in list.function.iter().flat_map(|entry| entry.names(language)) {
            if !listed.insert(name.clone()) {
                faults.push(format!("{language}: {name} stands in the list twice"));
            }
        }
        let there = &found[language];
        faults.extend(there.difference(&listed).map(|name| format!("{language}: {name} is not in the list")));
        faults.extend(listed.difference(there).map(|name| format!("{language}: {name} is in the list only")));
    }
    for call in cases.keys().filter(|call| !list.function.iter().any(|entry| entry.vectors.as_ref() == Some(call))) {
        faults.push(format!("vectors call {call}, which no entry names"));
    }
    faults
}

#[test]
fn every_public_function_has_three_names_and_a_proof() {
    let list = list();
    let faults = faults(&list, &found(&list.rust_only), &cases());
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// A list that cannot fail proves nothing.
#[test]
fn a_gap_in_the_list_is_seen() {
    let (list, cases) = (list(), cases());
    let found = found(&list.rust_only);
    for language in LANGUAGES {
        let mut more = found.clone();
        more.get_mut(language).unwrap().insert("Survey.median".to_owned());
        let seen = faults(&list, &more, &cases);
        assert_eq!(seen, [format!("{language}: Survey.median is not in the list")]);
        let mut fewer = found.clone();
        let name = fewer.get_mut(language).unwrap().pop_first().unwrap();
        assert_eq!(faults(&list, &fewer, &cases), [format!("{language}: {name} is in the list only")]);
    }
    let whole = list.function.iter().find(|entry| entry.name() == "Survey::mean").unwrap();
    let entry = |vectors: &str| Entry { vectors: Some(vectors.to_owned()), ..whole.clone() };
    assert_eq!(faults_of(&entry("Survey.nothing"), &cases).len(), 1);
    assert_eq!(faults_of(&Entry { python: Names::None, ..whole.clone() }, &cases).len(), 1);
    assert!(!is_test("cohesion-core/tests/suite/layering.rs: imports_point_up"));
}

/// The page: every function, its names and its proof.
fn page(list: &List, cases: &BTreeMap<String, usize>) -> String {
    let mut page =
        String::from("# Parity\n\n<!-- Generated by cohesion-core/tests/suite/parity.rs; do not edit. -->\n\n");
    page.push_str(
        "Every public function in the three languages, and what proves it: the number of shared vectors that call\n",
    );
    page.push_str("it, or a test. The list is `cohesion-core/tests/parity.toml`; a function that is not in it fails the tests.\n\n");
    page.push_str("| Rust | Python | JavaScript | proof | where it is absent |\n|---|---|---|---|---|\n");
    let mut with_vectors = 0;
    for entry in &list.function {
        let cell = |language: &str| match entry.names(language) {
            [] => "-".to_owned(),
            names => names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "),
        };
        let proof = match (&entry.vectors, &entry.test, &entry.because) {
            (Some(call), _, _) => {
                with_vectors += 1;
                let count = cases.get(call).copied().unwrap_or_default();
                format!("{count} {} of `{call}`", if count == 1 { "vector" } else { "vectors" })
            }
            (_, Some(test), Some(because)) => {
                let name = test.split_once(": ").map_or(test.as_str(), |(_, name)| name);
                format!("{because}: *{}*", name.replace('_', " "))
            }
            _ => String::new(),
        };
        let absent = entry.absent.as_deref().unwrap_or_default();
        page.push_str(&format!(
            "| {} | {} | {} | {proof} | {absent} |\n",
            cell("rust"),
            cell("python"),
            cell("javascript")
        ));
    }
    let total = list.function.len();
    page.push_str(&format!("\n{total} functions, {with_vectors} of them proven by vectors.\n"));
    page.push_str("\n## In Rust only\n\n| type or function | why |\n|---|---|\n");
    for (name, reason) in &list.rust_only {
        page.push_str(&format!("| `{name}` | {reason} |\n"));
    }
    page
}

#[test]
fn the_page_is_that_of_the_list() {
    let path = root().join("docs/parity.md");
    let text = page(&list(), &cases());
    if std::env::var_os("UPDATE_PARITY").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == text, "docs/parity.md is old: UPDATE_PARITY=1 cargo test -p cohesion-core --test suite parity");
}

/// Names such as `Plan.check` in the pages of reference are those of public functions.
#[test]
fn the_reference_names_what_is_there() {
    let found = found(&BTreeMap::new());
    for (language, separator) in [("rust", "::"), ("python", "."), ("javascript", ".")] {
        let page = std::fs::read_to_string(root().join(format!("docs/reference/{language}.md"))).unwrap();
        let is_function = |word: &&str| {
            word.split_once(separator).is_some_and(|(of, name)| {
                let plain = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
                plain(of) && plain(name) && (of.starts_with(|c: char| c.is_ascii_uppercase()) || language == "rust")
            })
        };
        let named: Vec<&str> = page.split('`').skip(1).step_by(2).filter(is_function).collect();
        assert!(named.len() > 10, "{language}: {named:?}");
        for name in named {
            assert!(found[language].contains(name), "docs/reference/{language}.md: there is no {name}");
        }
    }
}

/// Public functions of Rust whose documentation shows a tested example: so many of a hundred at least.
const SHOWN_BY_EXAMPLE: usize = 97;

#[test]
fn public_functions_are_shown_by_example() {
    let functions = scan::rust_examples(&root());
    let shown = functions.values().filter(|shown| **shown).count();
    let without = || functions.iter().filter(|(_, shown)| !**shown).map(|(name, _)| name.as_str()).collect::<Vec<_>>();
    let share = shown * 100 / functions.len();
    println!("functions with an example: {shown} of {} ({share} %)", functions.len());
    assert!(
        share >= SHOWN_BY_EXAMPLE,
        "{share} % of the public functions have an example, and {SHOWN_BY_EXAMPLE} % had: write one above what is new; \
         without one are {}",
        without().join(", ")
    );
    assert!(share < SHOWN_BY_EXAMPLE + 10, "{share} % have an example: raise SHOWN_BY_EXAMPLE in parity.rs to it");
}
