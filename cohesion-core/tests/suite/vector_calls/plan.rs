//! `Plan`.

use std::collections::BTreeMap;
use std::path::Path;

use cohesion_core::{Error, Fault, Plan, Table};
use serde_json::{Value, json};

/// `data` holds the tables of the file, `table` the one that the case names.
pub fn call(name: &str, case: &Value, data: &Value, table: Option<&Table<'_>>, folder: &Path) -> Result<Value, Error> {
    let args = &case["args"];
    match name {
        "Plan.check" => Ok(json!({ "faults": faults(&plan(args, folder)?.check()) })),
        "Plan.hash" => Ok(json!({ "hash": plan(args, folder)?.hash() })),
        "Plan.to_json" => Ok(json!({ "value": json_of(&plan(args, folder)?.to_json()) })),
        "Plan.to_toml" => Ok(json!({ "hash": Plan::from_toml(&plan(args, folder)?.to_toml()?)?.hash() })),
        "Plan.template" => {
            let plan = Plan::from_toml(&Plan::template(args["name"].as_str().unwrap())?)?;
            Ok(json!({ "hash": plan.hash(), "faults": faults(&plan.check()) }))
        }
        "Plan.codebook_from" => Ok(json!(Plan::codebook_from(table.expect("a codebook needs data")))),
        "Plan.check_records" => {
            let table =
                |(name, key): (&String, &Value)| (name.clone(), super::table(&data[key.as_str().unwrap()], folder));
            let tables: BTreeMap<_, _> = args["tables"].as_object().unwrap().iter().map(table).collect();
            Ok(json!({ "faults": faults(&plan(args, folder)?.check_records(&tables)) }))
        }
        _ => panic!("unknown call `{name}`"),
    }
}

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn faults(faults: &[Fault]) -> Value {
    json!(faults)
}

/// The plan of `toml`, `json`, `value` or `file`.
pub fn plan(args: &Value, folder: &Path) -> Result<Plan, Error> {
    if let Some(text) = args["toml"].as_str() {
        return Plan::from_toml(text);
    }
    if let Some(text) = args["json"].as_str() {
        return Plan::from_json(text);
    }
    match args["file"].as_str() {
        Some(file) => Plan::read(folder.join(file)),
        None => Plan::from_value(&args["value"]),
    }
}
