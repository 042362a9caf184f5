//! `Estimates.small_areas`.

use std::path::Path;

use cohesion_core::{AreaVariances, BenchmarkMethod, Error, SmallAreaOptions, Survey, Table};
use serde_json::Value;

use super::survey::{design, estimates, json};
use super::texts;

pub fn call(case: &Value, data: &Value, table: &Table<'_>, folder: &Path) -> Result<Value, Error> {
    let args = &case["args"];
    let (survey, of) = (Survey::new(table, design(&case["design"])?)?, args["of"].as_str().unwrap());
    let mut own = args.clone();
    own["level"] = Value::Null;
    let areas = estimates(&survey, of, &own)?;
    let mut options = texts(&args["on"]).into_iter().fold(SmallAreaOptions::new(), SmallAreaOptions::on);
    if let Some(size) = args["size"].as_str() {
        options = options.size(size);
    }
    if let Some(level) = args["level"].as_f64() {
        options = options.level(level);
    }
    if let Some(variances) = args["variances"].as_str() {
        options = options.variances(AreaVariances::parse(variances)?);
    }
    if args["benchmark"] == true {
        let method = args["benchmark_method"].as_str();
        let method = method.map_or(Ok(BenchmarkMethod::default()), BenchmarkMethod::parse)?;
        own["by"] = Value::Null;
        if let Some(variable) = args["benchmark_variable"].as_str() {
            own["variable"] = variable.into();
        }
        options = options.benchmark(&estimates(&survey, of, &own)?, method);
    }
    let covariates = super::table(&data[args["covariates"].as_str().unwrap()], folder);
    Ok(json(&areas.small_areas(&covariates, options)?.to_json()))
}
