//! What may leave the desk: `publish`, counts, k-anonymity, shared summaries.

use std::collections::BTreeMap;

use cohesion_core::{
    CountTable, Error, EstimateOptions, Margin, Measure, PublishOptions, PublishRule, PublishTable, Summary,
    SummarySpec, Survey, Table, k_anonymity, publish,
};
use serde_json::{Value, json};

use super::survey::{design, estimates, json, options};
use super::texts;

/// The calls this file knows.
pub const CALLS: [&str; 4] = ["publish", "Survey.counts", "k_anonymity", "Summary.for_sharing"];

pub fn call(name: &str, case: &Value, table: Option<&Table<'_>>) -> Result<Value, Error> {
    let args = &case["args"];
    let need = || table.expect("the call needs data");
    match name {
        "publish" => {
            let survey = table.map(|table| Survey::new(table, design(&case["design"])?)).transpose()?;
            let survey = || survey.as_ref().expect("estimates need data");
            let tables: Vec<PublishTable> =
                args["tables"].as_array().unwrap().iter().map(|one| given(one, &survey)).collect::<Result<_, _>>()?;
            let mut known = PublishOptions::new();
            for asked in args["counts"].as_array().into_iter().flatten() {
                known = known.counts(counts(survey(), asked)?);
            }
            for (column, nested) in args["nested"].as_object().into_iter().flatten() {
                let of: BTreeMap<String, String> = serde_json::from_value(nested["of"].clone()).unwrap();
                known = known.nested(column, nested["inside"].as_str().unwrap(), of);
            }
            Ok(json(&publish(tables, &rule(args), known)?.to_json()))
        }
        "Survey.counts" => Ok(json(&counts(&Survey::new(need(), design(&case["design"])?)?, args)?.to_json())),
        "k_anonymity" => {
            let k = args["k"].as_u64().unwrap();
            Ok(json(&k_anonymity(need(), &texts(&args["columns"]), k, args["sensitive"].as_str())?.to_json()))
        }
        "Summary.for_sharing" => shared(need(), case),
        _ => panic!("unknown call `{name}`"),
    }
}

fn rule(args: &Value) -> PublishRule {
    serde_json::from_value(args["rule"].clone()).unwrap()
}

fn given<'s>(one: &Value, survey: &impl Fn() -> &'s Survey<'s>) -> Result<PublishTable, Error> {
    match one["of"].as_str() {
        Some(of) => estimates(survey(), of, one).map(PublishTable::Estimates),
        None => CountTable::from_json(&one["counts"].to_string()).map(PublishTable::Counts),
    }
}

fn counts(survey: &Survey<'_>, args: &Value) -> Result<CountTable, Error> {
    survey.counts(args["variable"].as_str().unwrap(), texts(&args["values"]), options(args)?)
}

fn shared(table: &Table<'_>, case: &Value) -> Result<Value, Error> {
    let args = &case["args"];
    let (variable, by) = (args["variable"].as_str().unwrap(), texts(&args["by"]));
    let spec = SummarySpec::new(design(&case["design"])?).measures([Measure::mean(variable)]);
    let spec = spec.margin(Margin::by(by.clone()));
    let shared = Summary::new(spec)?.add(table)?.for_sharing(&rule(args))?;
    let shared = Summary::from_bytes(&shared.to_bytes()?)?;
    let options = by.iter().fold(EstimateOptions::new(), EstimateOptions::by);
    Ok(json!({ "estimates": json(&shared.mean(variable, options)?.to_json()), "lost": shared.lost() }))
}
