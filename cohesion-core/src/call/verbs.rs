//! Verbs of a survey whose options say which of several things is done.

use serde_json::Value;

use super::options::{Options, labels, wrong};
use crate::error::{Fault, FaultKind, Result};
use crate::estimate::{
    AreaVariances, BenchmarkMethod, CalibrationMethod, Estimates, Family, Regression, ResponseRates, SmallAreas, Test,
};
use crate::sampling::Survey;
use crate::sampling::{CalibrationOptions, PopulationMargins, WeightLimits};
use crate::survey::{CountTable, RegressionOptions, ResponseOptions, SmallAreaOptions};
use crate::table::Table;

const COUNTED: [&str; 8] = ["values", "at_least", "at_most", "separator", "interval", "by", "where", "level"];
const T_TEST: [&str; 5] = ["by", "against", "paired", "where", "level"];
const REGRESS: [&str; 5] = ["on", "family", "categorical", "where", "level"];
const SMALL_AREAS: [&str; 6] = ["on", "area", "size", "benchmark_method", "variances", "level"];
const CALIBRATE: [&str; 5] = ["margins", "method", "bounds", "population", "trim"];
const NONRESPONSE: [&str; 4] = ["values", "by", "minimum", "collapse"];
const RATES: [&str; 4] = ["categories", "e", "by", "where"];
const LIMITS: [&str; 3] = ["lower", "upper", "design_effect"];

/// The share of what the options count. `columns` are those of a question with several answers, or one; `several` says
/// that they were given as a list.
///
/// # Errors
/// Options that do not say once what counts; those of [`Survey::share`], [`Survey::share_between`],
/// [`Survey::choices`] and [`Survey::separated_choices`].
pub fn share(survey: &Survey<'_>, columns: &[String], several: bool, options: Options) -> Result<Estimates> {
    let mut options = options.knowing(&COUNTED)?;
    counts_once(&options, several)?;
    let (low, high) = (options.number("at_least")?, options.number("at_most")?);
    let (separator, values) = (options.text("separator")?, options.labels("values")?);
    let asked = options.estimate()?;
    let column = columns.first().map(String::as_str).unwrap_or_default();
    if several {
        let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
        survey.choices(&columns, values, asked)
    } else if let Some(separator) = separator {
        survey.separated_choices(column, &separator, values, asked)
    } else if low.is_some() || high.is_some() {
        survey.share_between(column, low, high, asked)
    } else {
        survey.share(column, values, asked)
    }
}

/// Refuses a share that does not say once what counts.
fn counts_once(options: &Options, several: bool) -> Result<()> {
    let (values, separator) = (options.has("values"), options.has("separator"));
    let ends = options.has("at_least") || options.has("at_most");
    let fault = |kind, path: &str, message: &str| Err(Fault::new(kind, path, message).into());
    if several && separator {
        let message = "a separator stands in the cells of one column, not of several";
        return fault(FaultKind::Inconsistent, "separator", message);
    }
    if ends && (values || several || separator) {
        let message = "at_least and at_most are for one column of numbers and stand alone";
        return fault(FaultKind::Inconsistent, "at_least", message);
    }
    if values || ends || separator {
        return Ok(());
    }
    let message = "say which values count, or from or up to which number (at_least, at_most)";
    fault(FaultKind::MissingField, "values", message)
}

/// Unweighted counts.
///
/// # Errors
/// Unknown options, values of another type; those of [`Survey::counts`].
pub fn counts(survey: &Survey<'_>, variable: &str, options: Options) -> Result<CountTable> {
    let mut options = options.knowing(&["values", "by", "where"])?;
    let values = options.labels("values")?;
    survey.counts(variable, values, options.estimate()?)
}

/// The t test of two groups of the option `by`, of the mean and the number `against`, or of the pairs with the column
/// `paired`.
///
/// # Errors
/// None or several of the three; those of [`Survey::t_test`], [`Survey::t_test_against`] and
/// [`Survey::paired_t_test`].
pub fn t_test(survey: &Survey<'_>, variable: &str, options: Options) -> Result<Test> {
    let mut options = options.knowing(&T_TEST)?;
    one_of(&options, &["by", "against", "paired"])?;
    match (options.number("against")?, options.text("paired")?) {
        (Some(against), _) => survey.t_test_against(variable, against, options.estimate()?),
        (None, Some(before)) => survey.paired_t_test(variable, &before, options.estimate()?),
        (None, None) => {
            let by = options.needed("by")?;
            survey.t_test(variable, &by, options.estimate()?)
        }
    }
}

/// Refuses none and several of these options.
fn one_of(options: &Options, names: &[&str]) -> Result<()> {
    let given: Vec<&str> = names.iter().copied().filter(|name| options.has(name)).collect();
    match given.as_slice() {
        [_] => Ok(()),
        [] => {
            let message = format!("say one of {}", names.join(", "));
            Err(Fault::new(FaultKind::MissingField, names.first().copied().unwrap_or_default(), message).into())
        }
        [_, second, ..] => {
            let message = format!("{} cannot both be given", given.join(" and "));
            Err(Fault::new(FaultKind::Inconsistent, *second, message).into())
        }
    }
}

/// The regression on the option `on`.
///
/// # Errors
/// Unknown options, values of another type; those of [`Survey::regress`].
pub fn regress(survey: &Survey<'_>, variable: &str, options: Options) -> Result<Regression> {
    let mut options = options.knowing(&REGRESS)?;
    let family = options.text("family")?.map_or(Ok(Family::default()), |name| Family::parse(&name))?;
    let (on, categorical) = (options.texts("on")?, options.texts("categorical")?);
    let asked = RegressionOptions::new().family(family).with(options.estimate()?);
    let asked = categorical.into_iter().fold(asked, RegressionOptions::categorical);
    let on: Vec<&str> = on.iter().map(String::as_str).collect();
    survey.regress(variable, &on, asked)
}

/// The survey with errors from replicates of its first stage.
///
/// # Errors
/// Unknown options, values of another type; those of [`Survey::replicates`].
pub fn replicates<'t>(survey: &Survey<'t>, method: &str, options: Options) -> Result<Survey<'t>> {
    survey.replicates(options.into_replication(method)?)
}

/// The survey with weights that meet the option `margins`.
///
/// # Errors
/// Unknown options, values of another type; those of [`PopulationMargins::from_json`] and [`Survey::calibrate`].
pub fn calibrate<'t>(survey: &Survey<'t>, options: Options) -> Result<Survey<'t>> {
    let mut options = options.knowing(&CALIBRATE)?;
    let margins = options.value("margins").unwrap_or(Value::Null).to_string();
    let margins = PopulationMargins::from_json(&margins)?;
    let margins = options.number("population")?.into_iter().fold(margins, PopulationMargins::population);
    let mut asked = CalibrationOptions::new();
    if let Some(name) = options.text("method")? {
        asked = asked.method(CalibrationMethod::parse(&name)?);
    }
    if let Some(bounds) = options.numbers("bounds")? {
        let [low, high] = bounds[..] else {
            return Err(wrong("bounds", &Value::from(bounds), "two numbers"));
        };
        asked = asked.bounds(low, high);
    }
    if let Some(trim) = options.value("trim") {
        asked = asked.trim(limits(trim)?);
    }
    survey.calibrate(&margins, asked)
}

/// Limits of weights.
fn limits(given: Value) -> Result<WeightLimits> {
    let Value::Object(given) = given else {
        return Err(wrong("trim", &given, "an object, as in { upper: 300 }"));
    };
    if let Some(key) = given.keys().find(|key| !LIMITS.contains(&key.as_str())) {
        let message = format!("`trim` has no `{key}`, only {}", LIMITS.join(", "));
        let fault = Fault::new(FaultKind::UnknownOption, format!("trim.{key}"), message);
        return Err(fault.value(key.as_str()).allowed(LIMITS).into());
    }
    let number = |name: &str| match given.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => value.as_f64().map(Some).ok_or_else(|| wrong(&format!("trim.{name}"), value, "a number")),
    };
    let limits = number("lower")?.into_iter().fold(WeightLimits::new(), WeightLimits::lower);
    let limits = number("upper")?.into_iter().fold(limits, WeightLimits::upper);
    Ok(number("design_effect")?.into_iter().fold(limits, WeightLimits::design_effect))
}

/// The survey with the weights of respondents raised to those of their cell.
///
/// # Errors
/// Unknown options, values of another type; those of [`Survey::nonresponse`].
pub fn nonresponse<'t>(survey: &Survey<'t>, respondent: &str, options: Options) -> Result<Survey<'t>> {
    let mut options = options.knowing(&NONRESPONSE)?;
    let values = options.labels("values")?;
    let asked = options.texts("by")?.into_iter().fold(ResponseOptions::new(), ResponseOptions::by);
    let asked = asked.minimum(options.whole("minimum")?.unwrap_or(0)).collapse(options.flag("collapse")?);
    survey.nonresponse(respondent, values, asked)
}

/// Response rates; the option `categories` says what each code of `disposition` stands for.
///
/// # Errors
/// Unknown options, values of another type; those of [`Survey::response_rates`].
pub fn response_rates(survey: &Survey<'_>, disposition: &str, options: Options) -> Result<ResponseRates> {
    let mut options = options.knowing(&RATES)?;
    let given = options.value("categories").unwrap_or(Value::Null);
    let Value::Object(categories) = &given else {
        return Err(wrong("categories", &given, "an object of outcomes by code"));
    };
    let category = |(code, category): (&String, &Value)| -> Result<(String, String)> {
        Ok((code.clone(), labels(&format!("categories.{code}"), category.clone())?.join(", ")))
    };
    let categories: Vec<(String, String)> = categories.iter().map(category).collect::<Result<_>>()?;
    let e = options.number("e")?;
    survey.response_rates(disposition, categories, e, options.estimate()?)
}

/// Figures of areas by a Fay-Herriot model, made to agree with the figure of the whole where there is one.
///
/// # Errors
/// Unknown options, values of another type; those of [`Estimates::small_areas`].
pub fn small_areas(
    estimates: &Estimates,
    covariates: &Table<'_>,
    whole: Option<&Estimates>,
    options: Options,
) -> Result<SmallAreas> {
    let mut options = options.knowing(&SMALL_AREAS)?;
    let variances = options.text("variances")?;
    let variances = variances.map_or(Ok(AreaVariances::default()), |name| AreaVariances::parse(&name))?;
    let method = options.text("benchmark_method")?;
    let method = method.map_or(Ok(BenchmarkMethod::default()), |name| BenchmarkMethod::parse(&name))?;
    let asked = SmallAreaOptions::new().variances(variances);
    let asked = options.texts("on")?.into_iter().fold(asked, SmallAreaOptions::on);
    let asked = options.text("area")?.into_iter().fold(asked, SmallAreaOptions::area);
    let asked = options.text("size")?.into_iter().fold(asked, SmallAreaOptions::size);
    let asked = options.number("level")?.into_iter().fold(asked, SmallAreaOptions::level);
    estimates.small_areas(covariates, whole.into_iter().fold(asked, |asked, whole| asked.benchmark(whole, method)))
}
