//! Evaluations, publications and tables read from CSV.

use std::path::Path;

use cohesion_core::{Error, Evaluation, EvaluationOptions, Plan, Summary, SurveyInput, Table, read_csv};
use serde_json::{Value, json};

use super::survey::part_of;

pub fn call(name: &str, case: &Value, table: &Table<'_>, folder: &Path) -> Result<Value, Error> {
    let args = &case["args"];
    let plan = super::plan::plan(args, folder)?;
    let json = |text: String| Ok(serde_json::from_str(&text).unwrap());
    match name {
        "Plan.evaluate" => json(evaluation(&plan, table, args)?.to_json()),
        "Plan.summarise" => json(evaluation(&plan, &merged(&plan, table, args)?, args)?.to_json()),
        "Evaluation.publish" => json(evaluation(&plan, table, args)?.publish().to_json()),
        _ => panic!("unknown call `{name}`"),
    }
}

fn evaluation<'s>(plan: &Plan, survey: impl Into<SurveyInput<'s>>, args: &Value) -> Result<Evaluation, Error> {
    let options =
        args["as_of"].as_str().map_or_else(EvaluationOptions::new, |date| EvaluationOptions::new().as_of(date));
    plan.evaluate(survey, options)
}

/// The summary of the rows, made from parts and carried as bytes.
fn merged(plan: &Plan, table: &Table<'_>, args: &Value) -> Result<Summary, Error> {
    let parts = args["parts"].as_u64().unwrap() as usize;
    let mut summaries = args["order"].as_array().unwrap().iter().map(|part| {
        let part = part.as_u64().unwrap() as usize;
        let summary = plan.summarise_part(&part_of(table, part, parts), Some(&format!("part {part}")))?;
        Summary::from_bytes(&summary.to_bytes()?)
    });
    let first = summaries.next().unwrap()?;
    summaries.try_fold(first, |merged, next| merged.merge(next?))
}

/// `Table.read_csv`.
pub fn table(args: &Value) -> Result<Value, Error> {
    let csv = read_csv(args["text"].as_str().unwrap().as_bytes())?;
    let columns: Vec<&str> = csv.table.columns().iter().map(cohesion_core::Column::name).collect();
    let unparsed: Vec<Value> =
        csv.unparsed.iter().map(|cell| json!({ "row": cell.row, "column": cell.column, "text": cell.text })).collect();
    Ok(json!({ "columns": columns, "rows": csv.table.rows(), "guess": csv.guess, "unparsed": unparsed }))
}
