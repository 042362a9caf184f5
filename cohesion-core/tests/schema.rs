//! The schema in the repository is the one that the types give.
//!
//! `UPDATE_SCHEMA=1 cargo test -p cohesion-core --features schema --test schema` writes it anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use cohesion_core::{PLAN_SCHEMA, PlanDocument, RecordKind};
use serde_json::Value;

fn generated() -> String {
    let schema = schemars::schema_for!(PlanDocument);
    let mut text = serde_json::to_string_pretty(&schema).unwrap();
    text.push('\n');
    text
}

#[test]
fn the_schema_is_that_of_the_types() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/plan.json");
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(path, generated()).unwrap();
    }
    assert!(std::fs::read_to_string(path).unwrap() == generated(), "schema/plan.json is old: see tests/schema.rs");
    assert!(PLAN_SCHEMA.len() < 120_000, "the schema goes into every wasm build: {} bytes", PLAN_SCHEMA.len());
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
