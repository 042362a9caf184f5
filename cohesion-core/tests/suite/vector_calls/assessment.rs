//! Self-assessments.

use std::path::Path;

use cohesion_core::{Error, EstimateOptions, Estimates, Survey, Table};
use serde_json::{Value, json};

use super::survey::{design, json as read};

/// The calls this file knows.
pub const CALLS: [&str; 3] = ["Plan.assess", "Assessment.publish", "Assessment.beside"];

pub fn call(name: &str, case: &Value, data: &Value, table: &Table<'_>, folder: &Path) -> Result<Value, Error> {
    let args = &case["args"];
    let assessment = super::plan::plan(args, folder)?.assess(table)?;
    match name {
        "Plan.assess" => Ok(read(&assessment.to_json())),
        "Assessment.publish" => Ok(read(&assessment.publish().to_json())),
        "Assessment.beside" => {
            let asked = args["residents"].as_object().unwrap();
            let means: Vec<(&str, Estimates)> = asked
                .iter()
                .map(|(id, asked)| Ok((id.as_str(), mean(asked, data, folder)?)))
                .collect::<Result<_, Error>>()?;
            let pairs: Vec<(&str, &Estimates)> = means.iter().map(|(id, mean)| (*id, mean)).collect();
            Ok(read(&assessment.beside(&pairs)?.to_json()))
        }
        _ => panic!("unknown call `{name}`"),
    }
}

/// The residents' mean: `data`, `variable`, `design`, `by`.
fn mean(asked: &Value, data: &Value, folder: &Path) -> Result<Estimates, Error> {
    let table = super::table(&data[asked["data"].as_str().unwrap()], folder);
    let empty = json!({});
    let survey = Survey::new(&table, design(asked.get("design").unwrap_or(&empty))?)?;
    let options = asked["by"].as_str().map_or_else(EstimateOptions::new, |by| EstimateOptions::new().by(by));
    survey.mean(asked["variable"].as_str().unwrap(), options)
}
