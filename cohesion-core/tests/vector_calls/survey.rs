//! `Survey`, `Summary` and `Estimates`.

use cohesion_core::{
    Column, Design, Error, EstimateOptions, Estimates, Margin, Measure, Summary, SummarySpec, Survey, Table, TotalRule,
    Values,
};
use serde_json::Value;

use super::{text, texts};

pub fn call(name: &str, case: &Value, table: &Table<'_>) -> Result<Value, Error> {
    let (args, design) = (&case["args"], design(&case["design"]));
    match name {
        "Survey.mean" | "Survey.share" | "Survey.total" => {
            let of = name.split('.').next_back().unwrap();
            Ok(json(&estimates(&Survey::new(table, design)?, of, args)?.to_json()))
        }
        "Survey.alpha" => {
            Ok(json(&Survey::new(table, design)?.alpha(&texts(&args["items"]), options(args))?.to_json()))
        }
        "Estimates.difference" => {
            let estimates = estimates(&Survey::new(table, design)?, args["of"].as_str().unwrap(), args)?;
            Ok(json(&estimates.difference(&texts(&args["a"]), &texts(&args["b"]))?.to_json()))
        }
        "Estimates.differences" => {
            let estimates = estimates(&Survey::new(table, design)?, args["of"].as_str().unwrap(), args)?;
            Ok(json(&estimates.differences().to_json()))
        }
        "Summary.merge" => Ok(json(&merged(table, design, args)?.to_json())),
        _ => panic!("unknown call `{name}`"),
    }
}

pub(super) fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

pub(super) fn design(spec: &Value) -> Design {
    let mut design = Design::new().nested(spec["nested"].as_bool().unwrap_or(false));
    if let Some(weights) = spec["weights"].as_str() {
        design = design.weights(weights);
    }
    if let Some(strata) = spec["strata"].as_str() {
        design = design.strata(strata);
    }
    for cluster in texts(&spec["clusters"]) {
        design = design.cluster(cluster);
    }
    for fpc in texts(&spec["fpc"]) {
        design = design.fpc(fpc);
    }
    design
}

pub(super) fn options(args: &Value) -> EstimateOptions {
    let mut options = texts(&args["by"]).into_iter().fold(EstimateOptions::new(), EstimateOptions::by);
    for (column, values) in args["where"].as_object().into_iter().flatten() {
        let values = if values.is_array() { texts(values) } else { vec![text(values)] };
        options = options.within(column, values);
    }
    if let Some(level) = args["level"].as_f64() {
        options = options.level(level);
    }
    if args["missing"] == "answered" {
        options = options.missing(TotalRule::Answered);
    }
    options
}

fn estimates(survey: &Survey<'_>, of: &str, args: &Value) -> Result<Estimates, Error> {
    let variable = args["variable"].as_str().unwrap();
    match of {
        "mean" => survey.mean(variable, options(args)),
        "share" => survey.share(variable, texts(&args["values"]), options(args)),
        "total" => survey.total(variable, options(args)),
        _ => panic!("no estimate is called `{of}`"),
    }
}

/// The rows cut in contiguous parts, each summarised, passed through bytes and merged in the given order.
fn merged(table: &Table<'_>, design: Design, args: &Value) -> Result<Estimates, Error> {
    let variable = args["variable"].as_str().unwrap();
    let values = texts(&args["values"]);
    let measure = if values.is_empty() { Measure::mean(variable) } else { Measure::share(variable, values.clone()) };
    let spec = SummarySpec::new(design).measures([measure]).margin(Margin::by(texts(&args["by"])));
    let parts = args["parts"].as_u64().unwrap() as usize;
    let part = |index: usize| -> Result<Summary, Error> {
        let rows = table.rows();
        let summary = Summary::new(spec.clone())?
            .add_part(&format!("part {index}"), &rows_of(table, index * rows / parts, (index + 1) * rows / parts))?;
        Summary::from_bytes(&summary.to_bytes()?)
    };
    let order: Vec<usize> =
        args["order"].as_array().unwrap().iter().map(|index| index.as_u64().unwrap() as usize).collect();
    let mut summary = part(order[0])?;
    for index in &order[1..] {
        summary = summary.merge(part(*index)?)?;
    }
    match args["of"].as_str().unwrap() {
        "mean" => summary.mean(variable, options(args)),
        "share" => summary.share(variable, values, options(args)),
        "total" => summary.total(variable, options(args)),
        of => panic!("no estimate is called `{of}`"),
    }
}

/// One of several contiguous parts of the rows.
pub fn part_of(table: &Table<'_>, part: usize, parts: usize) -> Table<'static> {
    rows_of(table, part * table.rows() / parts, (part + 1) * table.rows() / parts)
}

fn rows_of(table: &Table<'_>, from: usize, to: usize) -> Table<'static> {
    let cut = |column: &Column<'_>| match column.values() {
        Values::Number(values) => Column::number(column.name(), values[from..to].to_vec()),
        Values::Category { codes, levels } => {
            Column::category(column.name(), codes[from..to].to_vec(), levels.clone()).unwrap()
        }
        _ => panic!("a new kind of column"),
    };
    Table::new(table.columns().iter().map(cut).collect()).unwrap()
}
