//! Options as JavaScript gives them: one JSON object whose every key is known.

use cohesion_core::{
    Design, EstimateOptions, Fault, FaultKind, Filter, IntervalMethod, Language, Margin, Measure, ReplicateWeights,
    Replication, ReportAudience, Result, Seeded, SingleUnit, SummarySpec, TotalRule,
};
use serde_json::{Map, Value};

/// What a sampling design is made of.
pub const DESIGN: [&str; 10] =
    ["weights", "strata", "clusters", "fpc", "nested", "single_unit", "replicate_weights", "scale", "rscales", "mse"];

/// What a share may count besides named values.
pub const COUNTED: [&str; 8] = ["values", "at_least", "at_most", "separator", "interval", "by", "where", "level"];
/// What a summary may hold.
pub const SUMMARY: [&str; 8] = ["measures", "by", "where", "items", "ratios", "variances", "correlations", "figures"];

/// The options of one call, taken out one by one.
pub struct Options(Map<String, Value>);

impl Options {
    /// The options of a JSON object.
    ///
    /// # Errors
    /// All keys that are not among `known`.
    pub fn parse(json: &str, known: &[&str]) -> Result<Self> {
        let Ok(Value::Object(given)) = json.parse() else {
            return Err(Fault::new(FaultKind::WrongType, "options", "the options are no object").into());
        };
        let unknown = given.keys().filter(|key| !known.contains(&key.as_str()));
        let faults = unknown.map(|key| Fault::unknown_option(key, known)).collect();
        cohesion_core::Error::unless_empty(faults, Self(given))
    }

    /// Whether an option is given.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|value| !value.is_null())
    }

    fn take(&mut self, name: &str) -> Option<Value> {
        self.0.remove(name).filter(|value| !value.is_null())
    }

    /// Refuses none and several of these options.
    ///
    /// # Errors
    /// The first of them where none is given, the second that is.
    pub fn one_of(&self, names: &[&str]) -> Result<()> {
        let given: Vec<&str> = names.iter().copied().filter(|name| self.has(name)).collect();
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

    /// Refuses a share that does not say once what counts.
    ///
    /// # Errors
    /// Values beside numbers, numbers or a separator for several columns, nothing at all.
    pub fn counts_once(&self, several: bool) -> Result<()> {
        let (values, separator) = (self.has("values"), self.has("separator"));
        let ends = self.has("at_least") || self.has("at_most");
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

    /// A text.
    ///
    /// # Errors
    /// A value that is none.
    pub fn text(&mut self, name: &str) -> Result<Option<String>> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => Err(wrong(name, &other, "a text")),
        }
    }

    /// The name of a column that must be there.
    ///
    /// # Errors
    /// None, or a value that is no text.
    pub fn needed(&mut self, name: &str) -> Result<String> {
        self.text(name)?.ok_or_else(|| wrong(name, &Value::Null, "the name of a column"))
    }

    /// A number.
    ///
    /// # Errors
    /// A value that is none.
    pub fn number(&mut self, name: &str) -> Result<Option<f64>> {
        let Some(value) = self.take(name) else { return Ok(None) };
        value.as_f64().map(Some).ok_or_else(|| wrong(name, &value, "a number"))
    }

    /// `true` or `false`; `false` where it is not given.
    ///
    /// # Errors
    /// A value that is neither.
    pub fn flag(&mut self, name: &str) -> Result<bool> {
        let Some(value) = self.take(name) else { return Ok(false) };
        value.as_bool().ok_or_else(|| wrong(name, &value, "true or false"))
    }

    /// A text or a list of texts.
    ///
    /// # Errors
    /// A value that is neither.
    pub fn texts(&mut self, name: &str) -> Result<Vec<String>> {
        self.take(name).map_or(Ok(Vec::new()), |value| texts(name, value))
    }

    /// What a summary holds.
    ///
    /// # Errors
    /// Options of the wrong type.
    pub fn summary(&mut self, empty: SummarySpec) -> Result<SummarySpec> {
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

    /// One label or a list of labels.
    ///
    /// # Errors
    /// A value that is no label.
    pub fn labels(&mut self, name: &str) -> Result<Vec<String>> {
        self.take(name).map_or(Ok(Vec::new()), |value| labels(name, value))
    }

    /// The same where it is given; an empty list is one.
    ///
    /// # Errors
    /// A value that is no label.
    pub fn given_labels(&mut self, name: &str) -> Result<Option<Vec<String>>> {
        self.take(name).map(|value| labels(name, value)).transpose()
    }

    /// A list of texts or of lists of texts.
    ///
    /// # Errors
    /// A value that is none.
    pub fn lists(&mut self, name: &str) -> Result<Vec<Vec<String>>> {
        match self.take(name) {
            None => Ok(Vec::new()),
            Some(Value::Array(lists)) => lists.into_iter().map(|list| texts(name, list)).collect(),
            Some(other) => Err(wrong(name, &other, "a list")),
        }
    }

    /// A list of pairs of texts.
    fn pairs(&mut self, name: &str) -> Result<Vec<[String; 2]>> {
        let pair = |list: Vec<String>| {
            list.try_into().map_err(|list: Vec<String>| wrong(name, &Value::from(list), "a list of pairs of columns"))
        };
        self.lists(name)?.into_iter().map(pair).collect()
    }

    /// A list of anything.
    ///
    /// # Errors
    /// A value that is no list.
    pub fn list(&mut self, name: &str) -> Result<Vec<Value>> {
        match self.take(name) {
            None => Ok(Vec::new()),
            Some(Value::Array(list)) => Ok(list),
            Some(other) => Err(wrong(name, &other, "a list")),
        }
    }

    /// A language; English where none is given.
    ///
    /// # Errors
    /// A language that is not spoken here.
    pub fn language(&mut self) -> Result<Language> {
        self.text("language")?.map_or(Ok(Language::default()), |tag| Language::parse(&tag))
    }

    /// For whom a report is written; for partners where nobody is named.
    ///
    /// # Errors
    /// An audience that there is not.
    pub fn audience(&mut self) -> Result<ReportAudience> {
        self.text("audience")?.map_or(Ok(ReportAudience::default()), |name| ReportAudience::parse(&name))
    }

    /// A sampling design.
    ///
    /// # Errors
    /// A value of another type; an unknown rule for strata with one unit.
    pub fn design(&mut self) -> Result<Design> {
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
        let given = self.0.get("replicate_weights").is_some_and(|value| !value.is_null());
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

    /// How replicates of a method are made.
    ///
    /// # Errors
    /// A value of another type; the core's.
    pub fn replication(&mut self, method: &str) -> Result<Replication> {
        let (n, seed, rho) = (self.whole("n")?, self.whole("seed")?, self.number("rho")?);
        Ok(Replication::named(method, n, seed, rho)?.mse(self.flag("mse")?))
    }

    /// A whole number from 0 up to the largest that JavaScript holds exactly.
    ///
    /// # Errors
    /// A value that is none.
    pub fn whole(&mut self, name: &str) -> Result<Option<u64>> {
        let Some(value) = self.number(name)? else { return Ok(None) };
        if value.fract() != 0.0 {
            return Err(wrong(name, &value.into(), "a whole number"));
        }
        if !(0.0..=9_007_199_254_740_991.0).contains(&value) {
            let message = format!("`{name}` is a whole number from 0 up to 2 ** 53 - 1");
            return Err(Fault::new(FaultKind::OutOfRange, name, message).value(value).into());
        }
        Ok(Some(value as u64))
    }

    /// A whole number that must be there.
    ///
    /// # Errors
    /// None, or a value that is none.
    pub fn needed_whole(&mut self, name: &str) -> Result<u64> {
        self.whole(name)?.ok_or_else(|| wrong(name, &Value::Null, "a whole number"))
    }

    /// How many draws under that name, and from which seed.
    ///
    /// # Errors
    /// A value that is no whole number.
    pub fn seeded(&mut self, times: &str) -> Result<Seeded> {
        let seeded = self.whole("seed")?.map_or_else(Seeded::new, |seed| Seeded::new().seed(seed));
        // What does not fit is out of range there.
        let times = self.whole(times)?.map(|times| u32::try_from(times).unwrap_or(u32::MAX));
        Ok(times.map_or(seeded, |times| seeded.times(times)))
    }

    /// A value as it is.
    pub fn value(&mut self, name: &str) -> Option<Value> {
        self.take(name)
    }

    /// A list of numbers.
    ///
    /// # Errors
    /// A value that is none.
    pub fn numbers(&mut self, name: &str) -> Result<Option<Vec<f64>>> {
        let Some(value) = self.take(name) else { return Ok(None) };
        let numbers: Option<Vec<f64>> = value.as_array().and_then(|list| list.iter().map(Value::as_f64).collect());
        numbers.map(Some).ok_or_else(|| wrong(name, &value, "a list of numbers"))
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

fn texts(name: &str, value: Value) -> Result<Vec<String>> {
    let text = |value| match value {
        Value::String(text) => Ok(text),
        other => Err(wrong(name, &other, "a text or a list of texts")),
    };
    match value {
        Value::Array(list) => list.into_iter().map(text).collect(),
        one => Ok(vec![text(one)?]),
    }
}

/// One label or a list of labels; numbers are labels as tables write them: 10, not 10.0.
///
/// # Errors
/// A value that is no label.
pub fn labels(name: &str, value: Value) -> Result<Vec<String>> {
    let label = |value| match value {
        Value::String(text) => Ok(text),
        Value::Bool(flag) => Ok(flag.to_string()),
        Value::Number(number) => Ok(number.as_f64().unwrap_or_default().to_string()),
        other => Err(wrong(name, &other, "a value or a list of values")),
    };
    match value {
        Value::Array(list) => list.into_iter().map(label).collect(),
        one => Ok(vec![label(one)?]),
    }
}

/// The fault for an option of another type than `expected`.
pub fn wrong(name: &str, value: &Value, expected: &str) -> cohesion_core::Error {
    Fault::new(FaultKind::WrongType, name, format!("`{name}` must be {expected}")).value(value).into()
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
