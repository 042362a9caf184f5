//! Runs every shared vector against the public functions of the crate.
//!
//! The format is described in `tests/vectors/README.md`. `VECTORS_DIR` names another folder of vectors.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::vector_calls;

/// Where the committed vectors are.
fn committed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")
}

fn vector_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(vector_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The differences between what a case expects and what came out; empty when it passes.
fn run_case(case: &Value, data: &Value) -> Vec<String> {
    let outcome = vector_calls::call(case, data, &committed());
    match (case.get("error"), outcome) {
        (Some(expected), Err(error)) => {
            let mut differences = Vec::new();
            if expected["kind"] != error.kind().as_str() {
                differences.push(format!("kind {} instead of {}: {error}", error.kind().as_str(), expected["kind"]));
            }
            if let Some(path) = expected.get("path").and_then(Value::as_str).filter(|path| *path != error.path()) {
                differences.push(format!("path {} instead of {path}", error.path()));
            }
            differences
        }
        (Some(expected), Ok(result)) => vec![format!("no error although {expected} is due: {result}")],
        (None, Err(error)) => vec![format!("error: {error}")],
        (None, Ok(result)) => {
            let mut differences = Vec::new();
            compare(&case["expect"], &result, &case["tolerance"], "", &mut differences);
            let absent = case["absent"].as_array().into_iter().flatten().filter_map(Value::as_str);
            let found = absent.filter(|path| result.pointer(path).is_some());
            differences.extend(found.map(|path| format!("{path} is there")));
            differences
        }
    }
}

/// Matches the expectation as a part of the result.
fn compare(expected: &Value, found: &Value, tolerance: &Value, path: &str, differences: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            for (key, value) in expected {
                let place = format!("{path}.{key}");
                match found.get(key) {
                    Some(found) => compare(value, found, tolerance, &place, differences),
                    None => differences.push(format!("{place} is not there")),
                }
            }
        }
        (Value::Array(expected), Value::Array(found)) => {
            if expected.len() != found.len() {
                differences.push(format!("{path} has {} elements instead of {}", found.len(), expected.len()));
            }
            for (index, (expected, found)) in expected.iter().zip(found).enumerate() {
                compare(expected, found, tolerance, &format!("{path}[{index}]"), differences);
            }
        }
        (Value::Number(expected), Value::Number(found)) => {
            let (expected, found) = (expected.as_f64().unwrap(), found.as_f64().unwrap());
            let allowed = tolerance["absolute"].as_f64().unwrap_or(0.0)
                + tolerance["relative"].as_f64().unwrap_or(0.0) * expected.abs();
            if (expected - found).abs() > allowed {
                differences.push(format!("{path} is {found} instead of {expected}"));
            }
        }
        _ if expected == found => {}
        _ => differences.push(format!("{path} is {found} instead of {expected}")),
    }
}

/// Runs all files of a folder; returns how many cases ran per call and what differed.
fn run_folder(folder: &Path) -> (BTreeMap<String, usize>, Vec<String>) {
    let mut counts = BTreeMap::new();
    let mut failures = Vec::new();
    for file in vector_files(folder) {
        let document: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        assert_eq!(document["format"], 1, "{}", file.display());
        for case in document["cases"].as_array().expect("a file of vectors has cases") {
            *counts.entry(case["call"].as_str().unwrap().to_owned()).or_insert(0) += 1;
            for difference in run_case(case, &document["data"]) {
                failures.push(format!("{} {}: {difference}", file.display(), case["id"]));
            }
        }
    }
    (counts, failures)
}

#[test]
fn every_vector_holds() {
    let folder = std::env::var_os("VECTORS_DIR").map_or_else(committed, PathBuf::from);
    let (counts, failures) = run_folder(&folder);
    println!("rust vectors: {}", serde_json::to_string(&counts).unwrap());
    assert!(!counts.is_empty(), "no vector in {}", folder.display());
    let total: usize = counts.values().sum();
    assert!(failures.is_empty(), "{} of {total} cases differ:\n{}", failures.len(), failures.join("\n"));
}

/// A runner that cannot fail proves nothing: with one number changed the case must differ.
#[test]
fn a_broken_number_is_seen() {
    let text = std::fs::read_to_string(committed().join("survey/somerville.json")).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    let mut case = document["cases"][0].clone();
    assert!(run_case(&case, &document["data"]).is_empty());
    let value = &mut case["expect"]["rows"][0]["estimate"]["value"];
    *value = Value::from(value.as_f64().unwrap() * (1.0 + 1e-6));
    assert_eq!(run_case(&case, &document["data"]).len(), 1);
}
