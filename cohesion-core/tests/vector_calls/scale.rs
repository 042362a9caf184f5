//! Calls on the scales of a plan.

use cohesion_core::{Error, Plan, Table};
use serde_json::{Value, json};

pub fn call(name: &str, case: &Value, table: Option<&Table<'_>>) -> Result<Value, Error> {
    let plan = Plan::from_value(&case["args"]["plan"])?;
    match name {
        "Plan.lint" => Ok(json!({ "notes": plan.scales.iter().flat_map(|scale| scale.lint()).collect::<Vec<_>>() })),
        "Plan.score" => {
            let scores = plan.score(table.expect("scores need data"), case["args"]["scale"].as_str().unwrap())?;
            let values: Vec<Option<f64>> =
                scores.values.iter().map(|value| value.is_finite().then_some(*value)).collect();
            Ok(json!({ "values": values, "bands": scores.bands, "notes": scores.notes }))
        }
        _ => panic!("unknown call `{name}`: add it to every language's runner"),
    }
}
