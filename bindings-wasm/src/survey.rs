//! Surveys, summaries and their estimates.

use std::rc::Rc;

use cohesion_core::{Estimates as CoreEstimates, Margin, Measure, QuantileRule, SummarySpec, chart, report};
use serde_json::Value;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::fault::Result;
use crate::options::{DESIGN, Options, labels, wrong};
use crate::table::Table;

/// What an estimate may ask; a total has `missing` besides.
const ESTIMATE: [&str; 3] = ["by", "where", "level"];
const SHARE: [&str; 5] = ["values", "interval", "by", "where", "level"];
const QUANTILE: [&str; 4] = ["rule", "by", "where", "level"];
const TOTAL: [&str; 4] = ["missing", "by", "where", "level"];

/// A table and its design.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Survey {
    table: Rc<cohesion_core::Table<'static>>,
    sample: cohesion_core::DrawnSample,
}

/// A table, its design and the factors of its replicates.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Replicates {
    table: Rc<cohesion_core::Table<'static>>,
    sample: cohesion_core::DrawnSample,
    factors: cohesion_core::ReplicateFactors,
}

/// A mergeable summary.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct Summary(pub(crate) cohesion_core::Summary);

/// A table of figures.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Estimates(pub(crate) CoreEstimates);

#[wasm_bindgen]
impl Survey {
    /// A survey of `table` under the design of the options.
    ///
    /// # Errors
    /// Every fault of the design.
    #[wasm_bindgen(constructor)]
    pub fn new(table: &Table, options: &str) -> Result<Self> {
        let design = Options::parse(options, &DESIGN)?.design()?;
        let sample = cohesion_core::Survey::new(&table.0, design)?.sample().clone();
        Ok(Self { table: Rc::clone(&table.0), sample })
    }

    pub(crate) fn core(&self) -> cohesion_core::Result<cohesion_core::Survey<'_>> {
        self.sample.survey(&self.table)
    }

    /// The weighted mean.
    ///
    /// # Errors
    /// As the core.
    pub fn mean(&self, variable: &str, options: &str) -> Result<Estimates> {
        let options = Options::parse(options, &ESTIMATE)?.estimate()?;
        Ok(Estimates(self.core()?.mean(variable, options)?))
    }

    /// The weighted share of the option `values`.
    ///
    /// # Errors
    /// As the core.
    pub fn share(&self, variable: &str, options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &SHARE)?;
        let values = options.labels("values")?;
        Ok(Estimates(self.core()?.share(variable, values, options.estimate()?)?))
    }

    /// The weighted total.
    ///
    /// # Errors
    /// As the core.
    pub fn total(&self, variable: &str, options: &str) -> Result<Estimates> {
        let options = Options::parse(options, &TOTAL)?.estimate()?;
        Ok(Estimates(self.core()?.total(variable, options)?))
    }

    /// The ratio of two weighted totals.
    ///
    /// # Errors
    /// As the core.
    pub fn ratio(&self, numerator: &str, denominator: &str, options: &str) -> Result<Estimates> {
        let options = Options::parse(options, &ESTIMATE)?.estimate()?;
        Ok(Estimates(self.core()?.ratio(numerator, denominator, options)?))
    }

    /// The weighted variance.
    ///
    /// # Errors
    /// As the core.
    pub fn variance(&self, variable: &str, options: &str) -> Result<Estimates> {
        let options = Options::parse(options, &ESTIMATE)?.estimate()?;
        Ok(Estimates(self.core()?.variance(variable, options)?))
    }

    /// The weighted correlation.
    ///
    /// # Errors
    /// As the core.
    pub fn correlation(&self, x: &str, y: &str, options: &str) -> Result<Estimates> {
        let options = Options::parse(options, &ESTIMATE)?.estimate()?;
        Ok(Estimates(self.core()?.correlation(x, y, options)?))
    }

    /// Weighted quantiles.
    ///
    /// # Errors
    /// As the core.
    pub fn quantile(&self, variable: &str, probabilities: &[f64], options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &QUANTILE)?;
        let rule = options.text("rule")?.map_or(Ok(QuantileRule::default()), |name| QuantileRule::parse(&name))?;
        Ok(Estimates(self.core()?.quantile(variable, probabilities, rule, options.estimate()?)?))
    }

    /// Cronbach's alpha.
    ///
    /// # Errors
    /// As the core.
    pub fn alpha(&self, items: Vec<String>, options: &str) -> Result<Estimates> {
        Ok(Estimates(self.core()?.alpha(&items, Options::parse(options, &ESTIMATE)?.estimate()?)?))
    }

    /// Replicates of the survey's first stage.
    ///
    /// # Errors
    /// As the core.
    pub fn replicates(&self, method: &str, options: &str) -> Result<Replicates> {
        let replication = Options::parse(options, &["n", "seed", "rho", "mse"])?.replication(method)?;
        let factors = self.core()?.replicates(replication)?.factors().clone();
        Ok(Replicates { table: Rc::clone(&self.table), sample: self.sample.clone(), factors })
    }

    /// A summary that holds the measures of the options.
    ///
    /// # Errors
    /// As the core.
    pub fn summary(&self, options: &str) -> Result<Summary> {
        let mut options = Options::parse(options, &["measures", "by", "items"])?;
        let spec = specification(self.sample.design().clone(), &mut options)?;
        Ok(Summary(cohesion_core::Summary::new(spec)?.add(&self.table)?))
    }
}

#[wasm_bindgen]
impl Replicates {
    /// Count, scale, rscales, centre and degrees of freedom, as JSON.
    #[must_use]
    pub fn described(&self) -> String {
        let factors = &self.factors;
        serde_json::json!({
            "count": factors.count(), "scale": factors.scale(), "rscales": factors.rscales(), "mse": factors.mse(),
            "df": factors.df(), "description": factors.describe(),
        })
        .to_string()
    }

    fn core(&self) -> cohesion_core::Result<cohesion_core::Replicates<'_>> {
        self.sample.survey(&self.table)?.replicated_by(&self.factors)
    }

    /// The weighted mean.
    ///
    /// # Errors
    /// As the core.
    pub fn mean(&self, variable: &str, options: &str) -> Result<Estimates> {
        let options = Options::parse(options, &ESTIMATE)?.estimate()?;
        Ok(Estimates(self.core()?.mean(variable, options)?))
    }

    /// The weighted share of the option `values`.
    ///
    /// # Errors
    /// As the core.
    pub fn share(&self, variable: &str, options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &SHARE)?;
        let values = options.labels("values")?;
        Ok(Estimates(self.core()?.share(variable, values, options.estimate()?)?))
    }

    /// The weighted total.
    ///
    /// # Errors
    /// As the core.
    pub fn total(&self, variable: &str, options: &str) -> Result<Estimates> {
        let options = Options::parse(options, &TOTAL)?.estimate()?;
        Ok(Estimates(self.core()?.total(variable, options)?))
    }
}

#[wasm_bindgen]
impl Summary {
    /// An empty summary.
    ///
    /// # Errors
    /// Options of the wrong type, too many measures.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &str) -> Result<Self> {
        let known = [&DESIGN[..], &["measures", "by", "items"]].concat();
        let mut options = Options::parse(options, &known)?;
        let spec = specification(options.design()?, &mut options)?;
        Ok(Self(cohesion_core::Summary::new(spec)?))
    }

    /// The summary with the rows of a table added, under a name of their own where one is given.
    ///
    /// # Errors
    /// As the core.
    pub fn add(&self, table: &Table, options: &str) -> Result<Self> {
        let summary = self.0.clone();
        match Options::parse(options, &["part"])?.text("part")? {
            Some(name) => Ok(Self(summary.add_part(&name, &table.0)?)),
            None => Ok(Self(summary.add(&table.0)?)),
        }
    }

    /// The rows of both.
    ///
    /// # Errors
    /// As the core.
    pub fn merge(&self, other: &Self) -> Result<Self> {
        Ok(Self(self.0.clone().merge(other.0.clone())?))
    }

    /// How many rows went in.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn rows(&self) -> f64 {
        self.0.rows() as f64
    }

    /// The summary as bytes.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = toBytes)]
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        Ok(self.0.to_bytes()?)
    }

    /// Reads what `toBytes` wrote.
    ///
    /// # Errors
    /// Bytes that are no summary.
    #[wasm_bindgen(js_name = fromBytes)]
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        Ok(Self(cohesion_core::Summary::from_bytes(bytes)?))
    }

    /// The weighted mean.
    ///
    /// # Errors
    /// As the core.
    pub fn mean(&self, variable: &str, options: &str) -> Result<Estimates> {
        Ok(Estimates(self.0.mean(variable, Options::parse(options, &ESTIMATE)?.estimate()?)?))
    }

    /// The weighted share of the option `values`.
    ///
    /// # Errors
    /// As the core.
    pub fn share(&self, variable: &str, options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &SHARE)?;
        let values = options.labels("values")?;
        Ok(Estimates(self.0.share(variable, values, options.estimate()?)?))
    }

    /// The weighted total.
    ///
    /// # Errors
    /// As the core.
    pub fn total(&self, variable: &str, options: &str) -> Result<Estimates> {
        Ok(Estimates(self.0.total(variable, Options::parse(options, &TOTAL)?.estimate()?)?))
    }

    /// Cronbach's alpha.
    ///
    /// # Errors
    /// As the core.
    pub fn alpha(&self, items: Vec<String>, options: &str) -> Result<Estimates> {
        Ok(Estimates(self.0.alpha(&items, Options::parse(options, &ESTIMATE)?.estimate()?)?))
    }
}

#[wasm_bindgen]
impl Estimates {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(CoreEstimates::from_json(text)?))
    }

    /// The table as JSON.
    #[wasm_bindgen(js_name = toJson)]
    #[must_use]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// The table as CSV for programs.
    #[wasm_bindgen(js_name = toCsv)]
    #[must_use]
    pub fn to_csv(&self) -> String {
        self.0.to_csv()
    }

    /// The table as a light piece of HTML.
    ///
    /// # Errors
    /// An unknown language.
    #[wasm_bindgen(js_name = toHtml)]
    pub fn to_html(&self, options: &str) -> Result<String> {
        Ok(report::estimates_html(&self.0, Options::parse(options, &["language"])?.language()?))
    }

    /// The table as aligned text.
    ///
    /// # Errors
    /// An unknown language.
    #[wasm_bindgen(js_name = toText)]
    pub fn to_text(&self, options: &str) -> Result<String> {
        Ok(report::estimates_text(&self.0, Options::parse(options, &["language"])?.language()?))
    }

    /// The table as a Vega-Lite specification in JSON.
    ///
    /// # Errors
    /// An unknown language.
    pub fn chart(&self, options: &str) -> Result<String> {
        Ok(chart::estimates(&self.0, Options::parse(options, &["language"])?.language()?).to_string())
    }

    /// Row `a` minus row `b`, as JSON; both are JSON lists of labels.
    ///
    /// # Errors
    /// A row that is not there.
    pub fn difference(&self, a: &str, b: &str) -> Result<String> {
        Ok(self.0.difference(&row_labels("a", a)?, &row_labels("b", b)?)?.to_json())
    }

    /// Every later row minus every earlier one, as JSON.
    #[must_use]
    pub fn differences(&self) -> String {
        self.0.differences().to_json()
    }
}

fn row_labels(name: &str, json: &str) -> cohesion_core::Result<Vec<String>> {
    labels(name, json.parse().unwrap_or_default())
}

fn specification(design: cohesion_core::Design, options: &mut Options) -> cohesion_core::Result<SummarySpec> {
    let measures: Vec<Measure> =
        options.list("measures")?.into_iter().map(measure).collect::<cohesion_core::Result<_>>()?;
    let margins: Vec<Margin> = options.lists("by")?.into_iter().map(Margin::by).collect();
    let mut spec = SummarySpec::new(design).measures(measures);
    for items in options.lists("items")? {
        spec = spec.items(items.clone(), Margin::default());
        spec = margins.iter().fold(spec, |spec, margin| spec.items(items.clone(), margin.clone()));
    }
    Ok(margins.into_iter().fold(spec, SummarySpec::margin))
}

/// `"trust"`, or `{ variable: "trust", values: [4, 5] }` for a share.
fn measure(value: Value) -> cohesion_core::Result<Measure> {
    match value {
        Value::String(variable) => Ok(Measure::mean(variable)),
        Value::Object(_) => {
            let mut options = Options::parse(&value.to_string(), &["variable", "values"])?;
            let missing = || wrong("measures", &value, "names of columns or { variable, values }");
            let variable = options.text("variable")?.ok_or_else(missing)?;
            Ok(Measure::share(variable, options.labels("values")?))
        }
        other => Err(wrong("measures", &other, "names of columns or { variable, values }")),
    }
}
