//! The public functions that vectors call, with native inputs.

mod assessment;
mod disclosure;
mod evaluate;
mod health;
mod models;
mod network;
mod plan;
mod scale;
mod small_area;
mod survey;
mod weighting;

use std::path::Path;

use cohesion_core::{Column, Error, Estimates, Language, Regression, Table, Test, read_csv};
use serde_json::Value;

/// Calls the function a case names and returns its public result as JSON.
pub fn call(case: &Value, data: &Value, folder: &Path) -> Result<Value, Error> {
    let name = case["call"].as_str().unwrap();
    if name.ends_with(".explain") {
        return explain(name, case, data, folder);
    }
    let table = case.get("data").map(|key| table(&data[key.as_str().unwrap()], folder));
    match name.split('.').next() {
        _ if matches!(name, "Plan.evaluate" | "Plan.summarise" | "Evaluation.publish") => {
            evaluate::call(name, case, &table.expect("an evaluation needs data"), folder)
        }
        _ if health::CALLS.contains(&name) => health::call(name, case, data, folder),
        _ if assessment::CALLS.contains(&name) => {
            assessment::call(name, case, data, &table.expect("an assessment needs data"), folder)
        }
        Some("Network" | "TwoMode") => network::call(name, case, data, folder),
        _ if matches!(name, "Plan.network" | "Plan.activity_network") => network::call(name, case, data, folder),
        _ if disclosure::CALLS.contains(&name) => disclosure::call(name, case, table.as_ref()),
        Some("Table") => evaluate::table(&case["args"]),
        Some("Plan") if matches!(name, "Plan.lint" | "Plan.score") => scale::call(name, case, table.as_ref()),
        _ if models::CALLS.contains(&name) => models::call(name, case, &table.expect("a model needs data")),
        _ if weighting::CALLS.contains(&name) => weighting::call(name, case, &table.expect("a survey needs data")),
        _ if name == "Estimates.small_areas" => {
            small_area::call(case, data, &table.expect("small areas need data"), folder)
        }
        Some("Survey" | "Summary" | "Estimates") => survey::call(name, case, &table.expect("a survey needs data")),
        Some("Plan") => plan::call(name, case, data, table.as_ref(), folder),
        _ => panic!("unknown call `{name}`: add it to every language's runner"),
    }
}

/// A result and the call of R that its explanation prints.
fn explain(name: &str, case: &Value, data: &Value, folder: &Path) -> Result<Value, Error> {
    let mut inner = case.clone();
    inner["call"] = case["of"].clone();
    let mut result = call(&inner, data, folder)?;
    let text = result.to_string();
    let explanation = match name {
        "Regression.explain" => Regression::from_json(&text)?.explain(Language::En),
        "Test.explain" => Test::from_json(&text)?.explain(Language::En),
        _ => Estimates::from_json(&text)?.explain(Language::En),
    };
    result["r_call"] = explanation.r_call.into();
    Ok(result)
}

/// Data from a CSV file or from columns.
pub fn table(data: &Value, folder: &Path) -> Table<'static> {
    if let Some(file) = data.get("csv").and_then(Value::as_str) {
        return read_csv(&std::fs::read(folder.join(file)).unwrap()).unwrap().table;
    }
    let columns = data["columns"].as_object().expect("data has a csv or columns");
    Table::new(columns.iter().map(|(name, values)| column(name, values.as_array().unwrap())).collect()).unwrap()
}

/// Numbers and nulls make a number column; anything else a text column.
fn column(name: &str, values: &[Value]) -> Column<'static> {
    if values.iter().all(|value| value.is_number() || value.is_null()) {
        Column::number(name, values.iter().map(|value| value.as_f64().unwrap_or(f64::NAN)).collect::<Vec<_>>())
    } else {
        Column::text(name, values.iter().map(Value::as_str))
    }
}

/// A label: a text, or a number written as a label.
pub fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.as_f64().unwrap().to_string(), str::to_owned)
}

/// The labels of a JSON list.
pub fn texts(value: &Value) -> Vec<String> {
    let list = value.as_array().cloned().unwrap_or_default();
    list.iter().map(text).collect()
}
