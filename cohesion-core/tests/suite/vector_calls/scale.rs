//! Calls on the scales of a plan.

use cohesion_core::{Error, Plan, Table};
use serde_json::{Value, json};

pub fn call(name: &str, case: &Value, table: Option<&Table<'_>>) -> Result<Value, Error> {
    let plan = Plan::from_value(&case["args"]["plan"])?;
    match name {
        "Plan.lint" => Ok(json!({ "notes": plan.lint() })),
        "Plan.score" => {
            let scores = plan.score(table.expect("scores need data"), case["args"]["scale"].as_str().unwrap())?;
            Ok(serde_json::from_str(&scores.to_json()).unwrap())
        }
        _ => panic!("unknown call `{name}`: add it to every language's runner"),
    }
}
