//! Calibration and response: weights that were made of those of the design.

use cohesion_core::{
    CalibrationMethod, CalibrationOptions, Error, PopulationMargins, ResponseOptions, Survey, Table, WeightLimits,
};
use serde_json::{Value, json};

use super::survey::{design, json as read, options as estimate_options, replicates};
use super::texts;

/// The calls this file knows.
pub const CALLS: [&str; 4] = ["Survey.calibrate", "Survey.weights", "Survey.nonresponse", "Survey.response_rates"];

pub fn call(name: &str, case: &Value, table: &Table<'_>) -> Result<Value, Error> {
    let survey = survey(case, table)?;
    match name {
        "Survey.calibrate" => Ok(read(&survey.calibration().unwrap().to_json())),
        "Survey.weights" => {
            let rows = case["args"]["rows"].as_array();
            let asked = |all: &[f64]| match rows {
                Some(rows) => rows.iter().map(|row| all[row.as_u64().unwrap() as usize]).collect(),
                None => all.to_vec(),
            };
            Ok(json!({ "weights": asked(&survey.weights()?), "factors": asked(survey.g_weights().unwrap()) }))
        }
        "Survey.nonresponse" => Ok(read(&survey.response().unwrap().to_json())),
        "Survey.response_rates" => {
            let args = &case["args"];
            let categories = args["categories"].as_object().unwrap();
            let categories = categories.iter().map(|(code, category)| (code.as_str(), category.as_str().unwrap()));
            let disposition = args["disposition"].as_str().unwrap();
            let rates = survey.response_rates(disposition, categories, args["e"].as_f64(), estimate_options(args)?)?;
            Ok(read(&rates.to_json()))
        }
        _ => panic!("unknown call `{name}`"),
    }
}

/// The survey of a case, with its weights adjusted and its errors from replicates where the case says so.
pub fn survey<'t>(case: &Value, table: &'t Table<'t>) -> Result<Survey<'t>, Error> {
    let survey = Survey::new(table, design(&case["design"])?)?;
    let survey = match &case["args"]["nonresponse"] {
        Value::Null => survey,
        asked => {
            let by = texts(&asked["by"]).into_iter().fold(ResponseOptions::new(), ResponseOptions::by);
            let options = by.minimum(asked["minimum"].as_u64().unwrap_or(0));
            let options = options.collapse(asked["collapse"].as_bool().unwrap_or(false));
            survey.nonresponse(asked["respondent"].as_str().unwrap(), texts(&asked["values"]), options)?
        }
    };
    let survey = match &case["args"]["calibrate"] {
        Value::Null => survey,
        asked => survey.calibrate(&margins(asked)?, options(asked)?)?,
    };
    match &case["args"]["replicates"] {
        Value::Null => Ok(survey),
        asked => replicates(&survey, asked),
    }
}

fn margins(asked: &Value) -> Result<PopulationMargins, Error> {
    let margins = PopulationMargins::from_json(&asked["margins"].to_string())?;
    Ok(asked["population"].as_f64().map_or(margins.clone(), |size| margins.population(size)))
}

fn options(asked: &Value) -> Result<CalibrationOptions, Error> {
    let mut options = CalibrationOptions::new();
    if let Some(name) = asked["method"].as_str() {
        options = options.method(CalibrationMethod::parse(name)?);
    }
    if let Some([low, high]) = asked["bounds"].as_array().map(Vec::as_slice) {
        options = options.bounds(low.as_f64().unwrap(), high.as_f64().unwrap());
    }
    let Some(trim) = asked["trim"].as_object() else { return Ok(options) };
    let limit = |name: &str| trim.get(name).and_then(Value::as_f64);
    let limits = limit("lower").map_or(WeightLimits::new(), |weight| WeightLimits::new().lower(weight));
    let limits = limit("upper").map_or(limits, |weight| limits.upper(weight));
    Ok(options.trim(limit("design_effect").map_or(limits, |kish| limits.design_effect(kish))))
}
