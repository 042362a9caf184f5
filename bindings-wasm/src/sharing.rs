//! What is looked at before rows or summaries leave their owner.

use cohesion_core::{PublishRule, Summary};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::fault::Result;
use crate::options::wrong;
use crate::table::Table;

/// How many rows share each combination of columns, as JSON.
///
/// # Errors
/// As the core.
#[wasm_bindgen(js_name = kAnonymity)]
#[expect(clippy::needless_pass_by_value, reason = "lists cross by value")]
pub fn k_anonymity(table: &Table, columns: Vec<String>, k: f64, sensitive: Option<String>) -> Result<String> {
    if k.fract() != 0.0 || !(0.0..9e15).contains(&k) {
        return Err(wrong("k", &k.into(), "a whole number").into());
    }
    Ok(cohesion_core::k_anonymity(&table.0, &columns, k as u64, sensitive.as_deref())?.to_json())
}

/// The summary that may leave its owner, as bytes; the rule is JSON.
///
/// # Errors
/// As the core.
#[wasm_bindgen(js_name = forSharing)]
pub fn for_sharing(summary: &[u8], rule: &str) -> Result<Vec<u8>> {
    Ok(Summary::from_bytes(summary)?.for_sharing(&PublishRule::from_json(rule)?)?.to_bytes()?)
}
