//! Options as JavaScript gives them: one JSON object whose every key is known.

use cohesion_core::{Design, EstimateOptions, Fault, FaultKind, Language, ReportAudience, Result, TotalRule};
use serde_json::{Map, Value};

/// What a sampling design is made of.
pub const DESIGN: [&str; 5] = ["weights", "strata", "clusters", "fpc", "nested"];

/// The options of one call, taken out one by one.
pub struct Options(Map<String, Value>);

impl Options {
    /// The options of a JSON object.
    ///
    /// # Errors
    /// All keys that are not among `known`.
    pub fn parse(json: &str, known: &[&str]) -> Result<Self> {
        let Ok(Value::Object(given)) = serde_json::from_str(json) else {
            return Err(Fault::new(FaultKind::WrongType, "options", "the options are no object").into());
        };
        let unknown = given.keys().filter(|key| !known.contains(&key.as_str()));
        let faults = unknown.map(|key| Fault::unknown_option(key, known)).collect();
        cohesion_core::Error::unless_empty(faults, Self(given))
    }

    fn take(&mut self, name: &str) -> Option<Value> {
        self.0.remove(name).filter(|value| !value.is_null())
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

    /// One label or a list of labels.
    ///
    /// # Errors
    /// A value that is no label.
    pub fn labels(&mut self, name: &str) -> Result<Vec<String>> {
        self.take(name).map_or(Ok(Vec::new()), |value| labels(name, value))
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
    /// A value of another type.
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
        Ok(design)
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
