//! `Survey`, `Summary` and `Estimates`.

use cohesion_core::{
    Column, Design, Error, EstimateOptions, Estimates, Filter, IntervalMethod, Margin, Measure, QuantileRule,
    ReplicateFactors, ReplicateWeights, Replication, SingleUnit, Summary, SummarySpec, Survey, Table, TotalRule,
    Values,
};
use serde_json::{Value, json};

use super::weighting::survey as survey_of;
use super::{text, texts};

/// A share, by what the arguments say counts.
macro_rules! share_of {
    ($source:expr, $args:expr) => {{
        let (source, args) = ($source, $args);
        let (values, options) = (texts(&args["values"]), options(args)?);
        let variable = args["variable"].as_str().unwrap_or_default();
        if args["variable"].is_array() {
            let columns = texts(&args["variable"]);
            let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
            source.choices(&columns, values, options)
        } else if let Some(separator) = args["separator"].as_str() {
            source.separated_choices(variable, separator, values, options)
        } else if args["at_least"].is_number() || args["at_most"].is_number() {
            source.share_between(variable, args["at_least"].as_f64(), args["at_most"].as_f64(), options)
        } else {
            source.share(variable, values, options)
        }
    }};
}

pub fn call(name: &str, case: &Value, table: &Table<'_>) -> Result<Value, Error> {
    let args = &case["args"];
    let survey = || survey_of(case, table);
    match name {
        "Survey.replicates" => Ok(described(survey()?.replication().unwrap())),
        "Estimates.difference" => {
            let (survey, of) = (survey()?, args["of"].as_str().unwrap());
            Ok(json(&estimates(&survey, of, args)?.difference(&texts(&args["a"]), &texts(&args["b"]))?.to_json()))
        }
        "Estimates.contrast" => {
            let estimates = estimates(&survey()?, args["of"].as_str().unwrap(), args)?;
            let coefficients = args["coefficients"].as_array().unwrap().iter();
            let coefficients: Vec<(Vec<String>, f64)> =
                coefficients.map(|one| (texts(&one["labels"]), one["coefficient"].as_f64().unwrap())).collect();
            Ok(json(&estimates.contrast(&coefficients)?.to_json()))
        }
        "Estimates.differences" => {
            let estimates = estimates(&survey()?, args["of"].as_str().unwrap(), args)?;
            Ok(json(&estimates.differences()?.to_json()))
        }
        "Summary.merge" => Ok(json(&merged(table, design(&case["design"])?, args)?.to_json())),
        _ => {
            let of = name.strip_prefix("Survey.").unwrap_or_else(|| panic!("unknown call `{name}`"));
            Ok(json(&estimates(&survey()?, of, args)?.to_json()))
        }
    }
}

pub(super) fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

pub(super) fn design(spec: &Value) -> Result<Design, Error> {
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
    if let Some(scale) = spec["scale"].as_f64() {
        let rscales = spec["rscales"].as_array().into_iter().flatten().map(|rscale| rscale.as_f64().unwrap());
        let weights = ReplicateWeights::new(texts(&spec["replicate_weights"]), scale).rscales(rscales);
        design = design.replicate_weights(weights.mse(spec["mse"].as_bool().unwrap_or(false)));
    }
    match spec["single_unit"].as_str() {
        Some(rule) => Ok(design.single_unit(SingleUnit::parse(rule)?)),
        None => Ok(design),
    }
}

/// The survey with the replicates that are asked for.
pub(super) fn replicates<'t>(survey: &Survey<'t>, asked: &Value) -> Result<Survey<'t>, Error> {
    let (n, seed) = (asked["n"].as_u64(), asked["seed"].as_u64());
    let replication = Replication::named(asked["method"].as_str().unwrap(), n, seed, asked["rho"].as_f64())?;
    survey.replicates(replication.mse(asked["mse"].as_bool().unwrap_or(false)))
}

fn described(replicates: &ReplicateFactors) -> Value {
    json!({
        "count": replicates.count(), "scale": replicates.scale(), "rscales": replicates.rscales(),
        "mse": replicates.mse(), "df": replicates.df(), "description": replicates.describe(),
    })
}

pub(super) fn options(args: &Value) -> Result<EstimateOptions, Error> {
    let mut options = texts(&args["by"]).into_iter().fold(EstimateOptions::new(), EstimateOptions::by);
    for (column, values) in args["where"].as_object().into_iter().flatten() {
        let values = if values.is_array() { texts(values) } else { vec![text(values)] };
        options = options.within(column, values);
    }
    if let Some(level) = args["level"].as_f64() {
        options = options.level(level);
    }
    if let Some(method) = args["interval"].as_str() {
        options = options.interval(IntervalMethod::of_share(method)?);
    }
    if args["missing"] == "answered" {
        options = options.missing(TotalRule::Answered);
    }
    Ok(options)
}

pub(super) fn estimates(survey: &Survey<'_>, of: &str, args: &Value) -> Result<Estimates, Error> {
    let name = |key: &str| args[key].as_str().unwrap_or_default();
    let variable = name("variable");
    match of {
        "ratio" => survey.ratio(name("numerator"), name("denominator"), options(args)?),
        "variance" => survey.variance(variable, options(args)?),
        "correlation" => survey.correlation(name("x"), name("y"), options(args)?),
        "mean" => survey.mean(variable, options(args)?),
        "share" => share_of!(survey, args),
        "total" => survey.total(variable, options(args)?),
        "alpha" => survey.alpha(&texts(&args["items"]), options(args)?),
        "quantile" => {
            let (probabilities, rule) = asked_quantiles(args)?;
            survey.quantile(variable, &probabilities, rule, options(args)?)
        }
        of => survey.figure(of, &[variable], options(args)?),
    }
}

fn asked_quantiles(args: &Value) -> Result<(Vec<f64>, QuantileRule), Error> {
    let probabilities = args["probabilities"].as_array().unwrap();
    let rule = args["rule"].as_str().map_or(Ok(QuantileRule::default()), QuantileRule::parse)?;
    Ok((probabilities.iter().map(|value| value.as_f64().unwrap()).collect(), rule))
}

/// The rows cut in contiguous parts, each summarised, passed through bytes and merged in the given order.
fn merged(table: &Table<'_>, design: Design, args: &Value) -> Result<Estimates, Error> {
    let name = |key: &str| args[key].as_str().unwrap_or_default();
    let (variable, of) = (name("variable"), name("of"));
    let values = texts(&args["values"]);
    let spec = SummarySpec::new(design);
    let spec = match of {
        "ratio" => spec.ratio(name("numerator"), name("denominator")),
        "variance" => spec.variance(variable),
        "correlation" => spec.correlation(name("x"), name("y")),
        "share" => spec.measures([Measure::share(variable, values.clone())]),
        "mean" | "total" => spec.measures([Measure::mean(variable)]),
        of => spec.figure(of, &[variable])?,
    };
    let spec = spec.margin(margin(args));
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
    match of {
        "ratio" => summary.ratio(name("numerator"), name("denominator"), options(args)?),
        "variance" => summary.variance(variable, options(args)?),
        "correlation" => summary.correlation(name("x"), name("y"), options(args)?),
        "mean" => summary.mean(variable, options(args)?),
        "share" => summary.share(variable, values, options(args)?),
        "total" => summary.total(variable, options(args)?),
        of => summary.figure(of, &[variable], options(args)?),
    }
}

/// The crossing and the domain that are asked.
fn margin(args: &Value) -> Margin {
    let values = |given: &Value| if given.is_array() { texts(given) } else { vec![text(given)] };
    let within = args["where"].as_object().into_iter().flatten();
    let within = within.map(|(column, given)| Filter { column: column.clone(), values: values(given) });
    Margin { within: within.collect(), ..Margin::by(texts(&args["by"])) }
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
