//! What may leave the desk. Tables, rules and results cross as JSON.

use cohesion_core::call::wrong;
use cohesion_core::{PublishOptions, PublishRule, PublishTable};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::faces::handles::{KAnonymity, PublishedTables};
use crate::fault::Result;
use crate::table::Table;

/// A rule with its defaults filled in, as JSON.
///
/// # Errors
/// As the core.
#[wasm_bindgen(js_name = publishRule)]
pub fn publish_rule(json: &str) -> Result<String> {
    Ok(PublishRule::from_json(json)?.to_json())
}

/// Tables without what the rule hides.
///
/// # Errors
/// As the core.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "lists cross by value")]
pub fn publish(tables: Vec<String>, rule: &str, options: &str) -> Result<PublishedTables> {
    let mut given: Vec<PublishTable> = Vec::new();
    for table in &tables {
        given.push(PublishTable::from_json(table)?);
    }
    let rule = PublishRule::from_json(rule)?;
    Ok(PublishedTables(cohesion_core::publish(given, &rule, PublishOptions::from_json(options)?)?))
}

/// How many rows share each combination of columns.
///
/// # Errors
/// As the core.
#[wasm_bindgen(js_name = kAnonymity)]
#[expect(clippy::needless_pass_by_value, reason = "lists cross by value")]
pub fn k_anonymity(table: &Table, columns: Vec<String>, k: f64, sensitive: Option<String>) -> Result<KAnonymity> {
    if k.fract() != 0.0 || !(0.0..9e15).contains(&k) {
        return Err(wrong("k", &k.into(), "a whole number").into());
    }
    Ok(KAnonymity(cohesion_core::k_anonymity(&table.0, &columns, k as u64, sensitive.as_deref())?))
}
