//! What is known of the population.

use serde_json::Value;

use crate::error::{Error, Fault, FaultKind, Result};

/// A known total, and its standard error where it is an estimate itself.
#[derive(Clone, Debug, PartialEq)]
pub struct PopulationTotal {
    pub(crate) levels: Vec<String>,
    pub(crate) total: f64,
    pub(crate) se: Option<f64>,
}

impl PopulationTotal {
    /// How many people have these labels, one per column of the margin.
    ///
    /// ```
    /// use cohesion_core::{PopulationMargins, PopulationTotal};
    /// let known = PopulationMargins::new().crossing(["area", "sex"], [PopulationTotal::new(["North", "f"], 1200.0)]);
    /// assert_ne!(known, PopulationMargins::new());
    /// ```
    #[must_use]
    pub fn new<S: Into<String>>(levels: impl IntoIterator<Item = S>, total: f64) -> Self {
        Self { levels: levels.into_iter().map(Into::into).collect(), total, se: None }
    }

    /// The standard error of a total that is an estimate itself.
    ///
    /// ```
    /// use cohesion_core::PopulationTotal;
    /// let counted = PopulationTotal::new(["f"], 1200.0);
    /// // Of a larger survey, and not of a register.
    /// assert_ne!(counted.clone().se(35.0), counted);
    /// ```
    #[must_use]
    pub fn se(mut self, se: f64) -> Self {
        self.se = Some(se);
        self
    }
}

/// The totals of the groups of a column, or of several that are crossed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct GroupMargin {
    pub columns: Vec<String>,
    pub totals: Vec<PopulationTotal>,
}

impl GroupMargin {
    pub fn path(&self) -> String {
        format!("margins[{}]", self.columns.join(" x "))
    }
}

/// The sum of a column over the population.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SumMargin {
    pub column: String,
    pub total: f64,
    pub se: Option<f64>,
}

impl SumMargin {
    pub fn path(&self) -> String {
        format!("margins[{}]", self.column)
    }
}

/// What is known of the population: totals of groups, sums of columns, its size.
///
/// ```
/// use cohesion_core::{PopulationMargins, PopulationTotal};
/// let margins = PopulationMargins::new()
///     .groups("sex", [("f", 5200.0), ("m", 4800.0)])
///     .crossing(["age", "district"], [PopulationTotal::new(["18-39", "North"], 3100.0)])
///     .sum("household_size", 23_400.0);
/// # let _ = margins;
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PopulationMargins {
    pub(crate) groups: Vec<GroupMargin>,
    pub(crate) sums: Vec<SumMargin>,
    pub(crate) population: Option<PopulationTotal>,
}

impl PopulationMargins {
    /// Nothing known yet.
    ///
    /// ```
    /// use cohesion_core::PopulationMargins;
    /// assert_eq!(PopulationMargins::new(), PopulationMargins::default());
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many people have each label of a column.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, PopulationMargins, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::text("sex", ["f", "f", "m", "f"].map(Some)),
    ///     Column::number("weight", vec![10.0; 4]),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new().weights("weight"))?;
    /// let known = PopulationMargins::new().groups("sex", [("f", 20.0), ("m", 20.0)]);
    /// assert_eq!(known, PopulationMargins::from_json(r#"{"sex": {"f": 20, "m": 20}}"#)?);
    /// assert!(survey.calibrate(&known, ()).is_ok());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn groups<S: Into<String>>(
        self,
        column: impl Into<String>,
        totals: impl IntoIterator<Item = (S, f64)>,
    ) -> Self {
        let totals = totals.into_iter().map(|(level, total)| PopulationTotal::new([level], total));
        self.crossing([column.into()], totals)
    }

    /// How many people have each combination of labels of these columns.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, PopulationMargins, PopulationTotal, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::text("sex", ["f", "m", "f", "m"].map(Some)),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::number("weight", vec![10.0; 4]),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new().weights("weight"))?;
    /// let known = PopulationMargins::new().crossing(
    ///     ["sex", "area"],
    ///     [("f", "North", 12.0), ("m", "North", 8.0), ("f", "South", 11.0), ("m", "South", 9.0)]
    ///         .map(|(sex, area, people)| PopulationTotal::new([sex, area], people)),
    /// );
    /// let weights = survey.calibrate(&known, ())?.weights()?;
    /// assert!((weights[0] - 12.0).abs() < 1e-9);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn crossing<S: Into<String>>(
        mut self,
        columns: impl IntoIterator<Item = S>,
        totals: impl IntoIterator<Item = PopulationTotal>,
    ) -> Self {
        let columns = columns.into_iter().map(Into::into).collect();
        self.groups.push(GroupMargin { columns, totals: totals.into_iter().collect() });
        self
    }

    /// The sum of a column over the population, in its unit.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, PopulationMargins, Survey, Table};
    /// let table =
    ///     Table::new(vec![Column::number("rooms", vec![2.0, 4.0]), Column::number("weight", vec![10.0, 10.0])])?;
    /// let survey = Survey::new(&table, Design::new().weights("weight"))?;
    /// let calibrated = survey.calibrate(&PopulationMargins::new().population(20.0).sum("rooms", 70.0), ())?;
    /// assert!((calibrated.total("rooms", ())?.rows[0].estimate.value.unwrap() - 70.0).abs() < 1e-6);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn sum(mut self, column: impl Into<String>, total: f64) -> Self {
        self.sums.push(SumMargin { column: column.into(), total, se: None });
        self
    }

    /// A sum that is an estimate itself, with its standard error.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, PopulationMargins, Survey, Table};
    /// let table =
    ///     Table::new(vec![Column::number("rooms", vec![2.0, 4.0]), Column::number("weight", vec![10.0, 10.0])])?;
    /// let survey = Survey::new(&table, Design::new().weights("weight"))?;
    /// let known = PopulationMargins::new().population(20.0).estimated_sum("rooms", 70.0, 3.0);
    /// let rooms = survey.calibrate(&known, ())?.total("rooms", ())?;
    /// // What is known is known by another survey, with its error.
    /// assert!((rooms.rows[0].estimate.se.unwrap() - 3.0).abs() < 1e-6);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn estimated_sum(mut self, column: impl Into<String>, total: f64, se: f64) -> Self {
        self.sums.push(SumMargin { column: column.into(), total, se: Some(se) });
        self
    }

    /// How many people there are. Totals of groups say it too and must agree with it.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, PopulationMargins, Survey, Table};
    /// let table = Table::new(vec![Column::number("weight", vec![10.0, 10.0])])?;
    /// let survey = Survey::new(&table, Design::new().weights("weight"))?;
    /// let weights = survey.calibrate(&PopulationMargins::new().population(50.0), ())?.weights()?;
    /// assert!((weights[0] - 25.0).abs() < 1e-9);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn population(mut self, total: f64) -> Self {
        self.population = Some(PopulationTotal { levels: Vec::new(), total, se: None });
        self
    }

    /// Reads margins from JSON: an object of columns, each with an object of labels and totals or with one number, its
    /// sum; or a list of `{"columns": [...], "totals": [{"levels": [...], "total": ..., "se": ...}]}` and
    /// `{"column": ..., "total": ..., "se": ...}`. Instead of a number `[total, se]` may stand.
    ///
    /// ```
    /// use cohesion_core::PopulationMargins;
    /// let margins = PopulationMargins::from_json(r#"{"sex": {"f": 5200, "m": 4800}, "age": [410000, 900]}"#)?;
    /// let same = PopulationMargins::new().groups("sex", [("f", 5200.0), ("m", 4800.0)]);
    /// assert_eq!(margins, same.estimated_sum("age", 410_000.0, 900.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`FaultKind::Syntax`]; [`FaultKind::WrongType`] for anything else, with its place.
    pub fn from_json(text: &str) -> Result<Self> {
        let value: Value = text
            .parse()
            .map_err(|error: serde_json::Error| Error::new(FaultKind::Syntax, "margins", error.to_string()))?;
        match &value {
            Value::Object(columns) => columns.iter().try_fold(Self::new(), |this, (column, given)| {
                let path = format!("margins[{column}]");
                match given {
                    Value::Object(levels) => {
                        let totals = levels.iter().map(|(level, total)| {
                            let (total, se) = number(total, &format!("{path}.{level}"))?;
                            Ok(PopulationTotal { levels: vec![level.clone()], total, se })
                        });
                        Ok(this.crossing([column], totals.collect::<Result<Vec<_>>>()?))
                    }
                    _ => number(given, &path).map(|(total, se)| this.with_sum(column, total, se)),
                }
            }),
            Value::Array(list) => list.iter().enumerate().try_fold(Self::new(), |this, (place, given)| {
                let path = format!("margins[{place}]");
                if let Some(column) = given["column"].as_str() {
                    let (total, se) = with_error(given, &path)?;
                    return Ok(this.with_sum(column, total, se));
                }
                let columns = labels(&given["columns"], &format!("{path}.columns"))?;
                let Value::Array(totals) = &given["totals"] else {
                    return Err(wrong(&format!("{path}.totals"), "a list of totals"));
                };
                let totals = totals.iter().enumerate().map(|(at, one)| {
                    let path = format!("{path}.totals[{at}]");
                    let (total, se) = with_error(one, &path)?;
                    Ok(PopulationTotal { levels: labels(&one["levels"], &format!("{path}.levels"))?, total, se })
                });
                Ok(this.crossing(columns, totals.collect::<Result<Vec<_>>>()?))
            }),
            _ => Err(wrong("margins", "an object of columns, or a list of margins")),
        }
    }

    fn with_sum(mut self, column: &str, total: f64, se: Option<f64>) -> Self {
        self.sums.push(SumMargin { column: column.to_owned(), total, se });
        self
    }

    /// Faults of the numbers themselves: negative, infinite, given twice, disagreeing.
    pub(crate) fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.groups.is_empty() && self.sums.is_empty() && self.population.is_none() {
            let message = "there is no margin: give totals of groups, sums of columns or the size of the population";
            faults.push(Fault::new(FaultKind::MissingField, "margins", message));
        }
        for (place, margin) in self.groups.iter().enumerate() {
            let path = margin.path();
            if self.groups.iter().take(place).any(|other| same_columns(&other.columns, &margin.columns)) {
                faults.push(Fault::new(FaultKind::DuplicateColumn, path.clone(), "the margin is given twice"));
            }
            let repeated = |column: &&String| margin.columns.iter().filter(|other| other == column).count() > 1;
            if let Some(column) = margin.columns.iter().find(repeated) {
                let message = format!("`{column}` is crossed with itself");
                faults.push(Fault::new(FaultKind::DuplicateColumn, path.clone(), message).value(column));
            }
            if margin.columns.is_empty() || margin.totals.is_empty() {
                faults.push(Fault::new(FaultKind::MissingField, path.clone(), "the margin has no column or no total"));
            }
            for (at, total) in margin.totals.iter().enumerate() {
                let name = total.levels.join(" / ");
                let path = format!("{path}.{name}");
                if total.levels.len() != margin.columns.len() {
                    let message = format!(
                        "`{name}` has {} labels for {} columns: one label per column",
                        total.levels.len(),
                        margin.columns.len()
                    );
                    faults.push(Fault::new(FaultKind::LengthMismatch, path.clone(), message).value(&name));
                }
                if margin.totals.iter().take(at).any(|other| other.levels == total.levels) {
                    let message = format!("`{name}` is given twice");
                    faults.push(Fault::new(FaultKind::DuplicateId, path.clone(), message).value(&name));
                }
                faults.extend(bad_number(&path, total.total, total.se, true));
            }
        }
        for (place, sum) in self.sums.iter().enumerate() {
            if self.sums.iter().take(place).any(|other| other.column == sum.column) {
                let message = format!("the sum of `{}` is given twice", sum.column);
                faults.push(Fault::new(FaultKind::DuplicateColumn, sum.path(), message));
            }
            faults.extend(bad_number(&sum.path(), sum.total, sum.se, false));
        }
        if let Some(total) = &self.population {
            faults.extend(bad_number("population", total.total, total.se, true));
            if total.total <= 0.0 {
                faults.push(Fault::new(FaultKind::OutOfRange, "population", "a population has at least one person"));
            }
        }
        if faults.is_empty() {
            faults.extend(self.disagreement());
        }
        faults
    }

    /// The fault of margins that speak of populations of another size.
    fn disagreement(&self) -> Option<Fault> {
        let mut sizes: Vec<(String, f64)> = Vec::new();
        sizes.extend(self.population.as_ref().map(|total| ("population".to_owned(), total.total)));
        let sum = |margin: &GroupMargin| margin.totals.iter().map(|total| total.total).sum::<f64>();
        sizes.extend(self.groups.iter().map(|margin| (margin.path(), sum(margin))));
        let (first, size) = sizes.first().cloned()?;
        let (path, other) = sizes.into_iter().find(|(_, other)| (other - size).abs() > AGREE * size.abs())?;
        let message = format!(
            "the margins disagree on the population: {first} says {size}, {path} says {other}. Bring them to one size"
        );
        Some(Fault::new(FaultKind::Inconsistent, path, message).value(other))
    }

    /// How many people there are, where something says so.
    pub(crate) fn size(&self) -> Option<f64> {
        let of_groups = self.groups.first().map(|margin| margin.totals.iter().map(|total| total.total).sum());
        of_groups.or_else(|| self.population.as_ref().map(|total| total.total))
    }
}

/// Sizes of the population that differ by less than this part are the same.
const AGREE: f64 = 1e-6;

fn same_columns(a: &[String], b: &[String]) -> bool {
    a.len() == b.len() && a.iter().all(|column| b.contains(column))
}

fn bad_number(path: &str, total: f64, se: Option<f64>, count: bool) -> Option<Fault> {
    if !total.is_finite() || (count && total < 0.0) {
        let what = if total.is_finite() { "negative" } else { "no finite number" };
        let message = format!("the total is {what}: {total}");
        return Some(Fault::new(FaultKind::OutOfRange, path, message).value(total));
    }
    let wrong = se.filter(|se| !(se.is_finite() && *se >= 0.0))?;
    let message = format!("the standard error of a total is a number from 0 up, not {wrong}");
    Some(Fault::new(FaultKind::OutOfRange, path, message).value(wrong))
}

fn wrong(path: &str, what: &str) -> Error {
    Error::new(FaultKind::WrongType, path, format!("here stands {what}"))
}

/// A total, or a total and its standard error.
fn number(value: &Value, path: &str) -> Result<(f64, Option<f64>)> {
    let found = match value {
        Value::Array(pair) => match pair.as_slice() {
            [total, se] => total.as_f64().zip(se.as_f64()).map(|(total, se)| (total, Some(se))),
            _ => None,
        },
        one => one.as_f64().map(|total| (total, None)),
    };
    found.ok_or_else(|| wrong(path, "a number, or a total and its standard error"))
}

/// `{"total": ..., "se": ...}`.
fn with_error(value: &Value, path: &str) -> Result<(f64, Option<f64>)> {
    let (total, in_pair) = number(&value["total"], &format!("{path}.total"))?;
    match &value["se"] {
        Value::Null => Ok((total, in_pair)),
        se => {
            let se = se.as_f64().ok_or_else(|| wrong(&format!("{path}.se"), "a number"))?;
            Ok((total, Some(se)))
        }
    }
}

/// One label or a list of labels.
fn labels(value: &Value, path: &str) -> Result<Vec<String>> {
    let one = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => number.as_f64().map(crate::table::number_label),
        _ => None,
    };
    let found = match value {
        Value::Array(list) => list.iter().map(one).collect(),
        other => one(other).map(|label| vec![label]),
    };
    found.ok_or_else(|| wrong(path, "a label or a list of labels"))
}
