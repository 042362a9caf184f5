//! Regressions and tests of `Survey`.

use cohesion_core::{Error, Family, Regression, RegressionOptions, Survey, Table};
use serde_json::Value;

use super::survey::{design, json, options};
use super::texts;

/// The calls this file knows.
pub const CALLS: [&str; 2] = ["Survey.regress", "Regression.test"];

pub fn call(name: &str, case: &Value, table: &Table<'_>) -> Result<Value, Error> {
    let (args, survey) = (&case["args"], Survey::new(table, design(&case["design"]))?);
    match name {
        "Survey.regress" => Ok(json(&regression(&survey, args)?.to_json())),
        "Regression.test" => {
            let variables = texts(&args["variables"]);
            let variables: Vec<&str> = variables.iter().map(String::as_str).collect();
            Ok(json(&regression(&survey, args)?.test(&variables)?.to_json()))
        }
        _ => panic!("unknown call `{name}`"),
    }
}

fn regression(survey: &Survey<'_>, args: &Value) -> Result<Regression, Error> {
    let on = texts(&args["on"]);
    let on: Vec<&str> = on.iter().map(String::as_str).collect();
    let family = args["family"].as_str().map_or(Ok(Family::default()), Family::parse)?;
    let asked = RegressionOptions::new().family(family).with(options(args));
    let asked = texts(&args["categorical"]).into_iter().fold(asked, RegressionOptions::categorical);
    survey.regress(variable(args), &on, asked)
}

fn variable(args: &Value) -> &str {
    args["variable"].as_str().unwrap()
}
