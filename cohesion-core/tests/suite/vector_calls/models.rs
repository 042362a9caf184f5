//! Regressions and tests of `Survey`.

use cohesion_core::{
    ChiSquareStatistic, Error, EstimateOptions, Family, RankScore, Regression, RegressionOptions, Survey, Table,
};
use serde_json::Value;

use super::survey::{json, options};
use super::texts;
use super::weighting::survey as survey_of;

/// The calls this file knows.
pub const CALLS: [&str; 5] =
    ["Survey.regress", "Survey.t_test", "Survey.chi_square", "Survey.rank_test", "Regression.test"];

pub fn call(name: &str, case: &Value, table: &Table<'_>) -> Result<Value, Error> {
    let (args, survey) = (&case["args"], survey_of(case, table)?);
    match name {
        "Survey.regress" => Ok(json(&regression(&survey, args)?.to_json())),
        "Survey.t_test" if args["against"].is_number() => Ok(json(
            &survey.t_test_against(variable(args), args["against"].as_f64().unwrap(), domain(args)?)?.to_json(),
        )),
        "Survey.t_test" if args["paired"].is_string() => {
            Ok(json(&survey.paired_t_test(variable(args), args["paired"].as_str().unwrap(), domain(args)?)?.to_json()))
        }
        "Survey.t_test" => {
            Ok(json(&survey.t_test(variable(args), args["by"].as_str().unwrap(), domain(args)?)?.to_json()))
        }
        "Survey.chi_square" => {
            let statistic =
                args["statistic"].as_str().map_or(Ok(ChiSquareStatistic::default()), ChiSquareStatistic::parse)?;
            let (rows, columns) = (args["rows"].as_str().unwrap(), args["columns"].as_str().unwrap());
            Ok(json(&survey.chi_square(rows, columns, statistic, domain(args)?)?.to_json()))
        }
        "Survey.rank_test" => {
            let score = args["test"].as_str().map_or(Ok(RankScore::default()), RankScore::parse)?;
            Ok(json(&survey.rank_test(variable(args), args["by"].as_str().unwrap(), score, domain(args)?)?.to_json()))
        }
        "Regression.test" => {
            let variables = texts(&args["variables"]);
            let variables: Vec<&str> = variables.iter().map(String::as_str).collect();
            Ok(json(&regression(&survey, args)?.test(&variables)?.to_json()))
        }
        _ => panic!("unknown call `{name}`"),
    }
}

fn regression(survey: &Survey<'_>, args: &Value) -> Result<Regression, Error> {
    let (on, asked) = asked_regression(args)?;
    let on: Vec<&str> = on.iter().map(String::as_str).collect();
    survey.regress(variable(args), &on, asked)
}

fn asked_regression(args: &Value) -> Result<(Vec<String>, RegressionOptions), Error> {
    let family = args["family"].as_str().map_or(Ok(Family::default()), Family::parse)?;
    let asked = RegressionOptions::new().family(family).with(options(args)?);
    let asked = texts(&args["categorical"]).into_iter().fold(asked, RegressionOptions::categorical);
    Ok((texts(&args["on"]), asked))
}

/// The options without `by`, which names the groups of a test.
fn domain(args: &Value) -> Result<EstimateOptions, Error> {
    let mut args = args.clone();
    args.as_object_mut().unwrap().remove("by");
    options(&args)
}

fn variable(args: &Value) -> &str {
    args["variable"].as_str().unwrap()
}
