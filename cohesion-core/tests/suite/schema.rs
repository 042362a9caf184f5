//! The schema in the repository is the one that the types give.
//!
//! `UPDATE_SCHEMA=1 cargo test -p cohesion-core --features schema --test suite schema` writes it anew.

use cohesion_core::*;
use serde_json::{Value, json};

fn generated() -> String {
    let schema = schemars::schema_for!(PlanDocument);
    let mut text = serde_json::to_string_pretty(&schema).unwrap();
    text.push('\n');
    text
}

/// Every result as it is written: what it is made of, by the names of the types.
fn results() -> String {
    let mut schemas = schemars::generate::SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut roots: Vec<Value> = Vec::new();
    macro_rules! roots { ($($root:ty),+ $(,)?) => { $(roots.push(schemas.subschema_for::<$root>().into());)+ } }
    roots!(
        Estimate,
        Estimates,
        Comparisons,
        Test,
        Regression,
        SmallAreas,
        Calibration,
        ResponseAdjustment,
        ResponseRates,
        CountTable,
        PublishedTables,
        KAnonymity,
        Audit,
        NetworkResult,
        Review,
        PublishedReview,
        Assessment,
        PublishedAssessment,
        Evaluation,
        PublishedEvaluation,
        Explanation,
        CsvGuess,
        Fault,
        Note,
    );
    let all = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Results",
        "anyOf": roots,
        "$defs": schemas.take_definitions(true),
    });
    serde_json::to_string_pretty(&all).unwrap() + "\n"
}

/// The schema without what only people read. `named`: the keys are names of fields or types, not words of JSON Schema.
fn form(schema: &Value, named: bool) -> Value {
    const FOR_PEOPLE: [&str; 4] = ["$schema", "title", "description", "default"];
    match schema {
        Value::Object(fields) => fields
            .iter()
            .filter(|(key, _)| named || !FOR_PEOPLE.contains(&key.as_str()))
            .map(|(key, value)| (key.clone(), form(value, !named && ["properties", "$defs"].contains(&key.as_str()))))
            .collect(),
        Value::Array(items) => items.iter().map(|item| form(item, false)).collect(),
        other => other.clone(),
    }
}

/// The file of that name under `schema/` is `text`; with `UPDATE_SCHEMA` it becomes so first.
fn is_file(name: &str, text: &str) {
    let path = format!("{}/schema/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    assert!(std::fs::read_to_string(&path).unwrap() == text, "schema/{name} is old: see suite/schema.rs");
}

#[test]
fn the_schema_is_that_of_the_types() {
    let schema = generated();
    is_file("plan.json", &schema);
    let form = form(&serde_json::from_str(&schema).unwrap(), false).to_string() + "\n";
    is_file("form.json", &form);
    assert!(form.len() < 30_000, "this goes into every wasm build: {} bytes", form.len());
    assert_eq!(PLAN_SCHEMA, schema);
}

#[test]
fn the_schema_of_results_is_that_of_the_types() {
    let schema = results();
    is_file("results.json", &schema);
    let schema: Value = serde_json::from_str(&schema).unwrap();
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        assert!(!name.ends_with(|last: char| last.is_ascii_digit()), "two types are called {name}");
        assert!(definition.get("description").is_some(), "{name} is not explained");
    }
}

/// The columns that tables of records declare are the fields of the rows in a plan.
#[test]
fn record_columns_are_the_fields_of_inline_rows() {
    let schema: Value = serde_json::from_str(&generated()).unwrap();
    let defs = &schema["$defs"];
    for kind in RecordKind::ALL {
        let list = &defs["Records"]["properties"][kind.as_str()]["items"]["$ref"];
        let name = list.as_str().unwrap().trim_start_matches("#/$defs/");
        let row = &defs[name];
        let fields: Vec<&str> = row["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        let columns: Vec<&str> = kind.columns().iter().map(|column| column.name).collect();
        assert_eq!(fields, columns, "{name}");
        let required: Vec<&str> = row["required"].as_array().unwrap().iter().map(|x| x.as_str().unwrap()).collect();
        let declared: Vec<&str> = kind.columns().iter().filter(|x| x.required).map(|x| x.name).collect();
        assert_eq!(required, declared, "{name}");
    }
}
