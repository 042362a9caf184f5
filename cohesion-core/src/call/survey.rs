//! Options of designs, estimates and summaries.

use serde_json::Value;

use super::options::{Options, labels, texts, wrong};
use crate::error::{Fault, FaultKind, Result};
use crate::estimate::IntervalMethod;
use crate::estimation::{EstimateOptions, Filter, Margin, Measure, TotalRule};
use crate::sampling::{Design, ReplicateWeights, Replication, SingleUnit};
use crate::survey::SummarySpec;

const DESIGN: [&str; 10] =
    ["weights", "strata", "clusters", "fpc", "nested", "single_unit", "replicate_weights", "scale", "rscales", "mse"];
const SUMMARY: [&str; 8] = ["measures", "by", "where", "items", "ratios", "variances", "correlations", "figures"];
const REPLICATION: [&str; 4] = ["n", "seed", "rho", "mse"];

const ESTIMATE: [&str; 5] = ["by", "where", "level", "missing", "interval"];

/// What an estimate is asked besides its columns, from a JSON object.
///
/// # Errors
/// Unknown options; a value of another type.
pub fn estimate_options(options: &str) -> Result<EstimateOptions> {
    Options::parse(options, &ESTIMATE)?.estimate()
}

impl Options {
    /// The design that the options are.
    ///
    /// # Errors
    /// Unknown options; a value of another type; an unknown rule for strata with one unit; what belongs to replicate
    /// weights without them.
    pub fn into_design(self) -> Result<Design> {
        self.knowing(&DESIGN)?.design()
    }

    /// The questions of a summary under a design that is known.
    ///
    /// # Errors
    /// Unknown options; a value of another type.
    pub fn into_summary(self, empty: SummarySpec) -> Result<SummarySpec> {
        self.knowing(&SUMMARY)?.summary(empty)
    }

    /// A summary's design and questions.
    ///
    /// # Errors
    /// As [`Self::into_design`] and [`Self::into_summary`].
    pub fn into_summary_of_design(self) -> Result<SummarySpec> {
        let mut options = self.knowing(&[&DESIGN[..], &SUMMARY].concat())?;
        let design = options.design()?;
        options.summary(SummarySpec::new(design))
    }

    /// How replicates of a method are made.
    ///
    /// # Errors
    /// Unknown options; a value of another type; the faults of [`Replication::named`].
    pub fn into_replication(self, method: &str) -> Result<Replication> {
        self.knowing(&REPLICATION)?.replication(method)
    }

    fn design(&mut self) -> Result<Design> {
        let mut design = Design::new().nested(self.flag("nested")?);
        if let Some(column) = self.text("weights")? {
            design = design.weights(column);
        }
        for column in self.texts("strata")? {
            design = design.strata(column);
        }
        for column in self.texts("clusters")? {
            design = design.cluster(column);
        }
        for column in self.texts("fpc")? {
            design = design.fpc(column);
        }
        if let Some(rule) = self.text("single_unit")? {
            design = design.single_unit(SingleUnit::parse(&rule)?);
        }
        Ok(match self.replicate_weights()? {
            Some(weights) => design.replicate_weights(weights),
            None => design,
        })
    }

    /// Replicate weights that came with the data; what belongs to them is refused without them.
    fn replicate_weights(&mut self) -> Result<Option<ReplicateWeights>> {
        let missing = |path: &str, message: &str| Fault::new(FaultKind::MissingField, path, message);
        let given = self.has("replicate_weights");
        let columns = self.texts("replicate_weights")?;
        let (scale, rscales, mse) = (self.number("scale")?, self.numbers("rscales")?, self.flag("mse")?);
        if !given {
            let stray = scale.is_some() || rscales.is_some() || mse;
            let message = "`scale`, `rscales` and `mse` belong to replicate weights: name their columns";
            return if stray { Err(missing("replicate_weights", message).into()) } else { Ok(None) };
        }
        let message = "`scale` comes with the replicate weights: give the one their publisher states";
        let scale = scale.ok_or_else(|| missing("scale", message))?;
        Ok(Some(ReplicateWeights::new(columns, scale).rscales(rscales.unwrap_or_default()).mse(mse)))
    }

    fn replication(&mut self, method: &str) -> Result<Replication> {
        let (n, seed, rho) = (self.whole("n")?, self.whole("seed")?, self.number("rho")?);
        Ok(Replication::named(method, n, seed, rho)?.mse(self.flag("mse")?))
    }

    fn summary(&mut self, empty: SummarySpec) -> Result<SummarySpec> {
        let measures: Vec<Measure> = self.list("measures")?.into_iter().map(measure).collect::<Result<_>>()?;
        let within = self.filters()?.into_iter().map(|(column, values)| Filter { column, values });
        let within: Vec<Filter> = within.collect();
        let mut keys = self.lists("by")?;
        if keys.is_empty() && !within.is_empty() {
            keys.push(Vec::new());
        }
        let margins: Vec<Margin> =
            keys.into_iter().map(|by| Margin { within: within.clone(), ..Margin::by(by) }).collect();
        let mut spec = empty.measures(measures);
        for [above, below] in self.pairs("ratios")? {
            spec = spec.ratio(&above, &below);
        }
        for variable in self.texts("variances")? {
            spec = spec.variance(&variable);
        }
        for [x, y] in self.pairs("correlations")? {
            spec = spec.correlation(&x, &y);
        }
        if let Some(figures) = self.take("figures") {
            let Value::Object(figures) = figures else { return Err(wrong("figures", &figures, "an object")) };
            for (name, columns) in figures {
                for column in texts("figures", columns)? {
                    spec = spec.figure(&name, &[&column])?;
                }
            }
        }
        for items in self.lists("items")? {
            spec = spec.items(items.clone(), Margin::default());
            spec = margins.iter().fold(spec, |spec, margin| spec.items(items.clone(), margin.clone()));
        }
        Ok(margins.into_iter().fold(spec, SummarySpec::margin))
    }

    /// What an estimate may ask besides its variable.
    ///
    /// # Errors
    /// A value of another type.
    pub fn estimate(&mut self) -> Result<EstimateOptions> {
        let mut options = EstimateOptions::new();
        for column in self.texts("by")? {
            options = options.by(column);
        }
        for (column, values) in self.filters()? {
            options = options.within(column, values);
        }
        if let Some(level) = self.number("level")? {
            options = options.level(level);
        }
        if let Some(method) = self.text("interval")? {
            options = options.interval(IntervalMethod::of_share(&method)?);
        }
        if let Some(rule) = self.text("missing")? {
            options = options.missing(missing_rule(rule)?);
        }
        Ok(options)
    }

    fn filters(&mut self) -> Result<Vec<(String, Vec<String>)>> {
        match self.take("where") {
            None => Ok(Vec::new()),
            Some(Value::Object(filters)) => {
                filters.into_iter().map(|(column, value)| Ok((column, labels("where", value)?))).collect()
            }
            Some(other) => Err(wrong("where", &other, "an object of values by column")),
        }
    }
}

fn missing_rule(rule: String) -> Result<TotalRule> {
    serde_json::from_value(Value::String(rule.clone())).map_err(|_| {
        let message = format!("`{rule}` is no rule for missing answers: use refuse or answered");
        Fault::new(FaultKind::UnknownValue, "missing", message).value(rule).allowed(["refuse", "answered"]).into()
    })
}

/// `"trust"`, or `{ variable: "trust", values: [4, 5] }` for a share.
fn measure(value: Value) -> Result<Measure> {
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
