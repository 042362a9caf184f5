//! Indicators: what is measured, for whom it is computed, and when a figure is good.
//!
//! The fields are those of the Flemish city monitor (theme, type, definition, unit, numerator, denominator, don't-know
//! rule, source, year, question) with orientation, objective, target and benchmark.

use serde::{Deserialize, Serialize};

use crate::codebook::check::{self, IdKind, Ids, element, field};
use crate::codebook::scale::Band;
use crate::codebook::{Code, MissingKind};
use crate::error::{Fault, FaultKind};
use crate::message::Text;

/// One indicator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IndicatorDefinition {
    /// Id of the indicator, by which objectives and results name it.
    pub id: String,
    /// Version of the definition, from 1 up. Any change that can change a figure makes a new version.
    #[serde(default = "one_version")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub version: u32,
    /// The theme under which a report shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<Text>,
    /// Whether it is computed from a survey or taken from a register.
    #[serde(default, rename = "type")]
    pub kind: IndicatorType,
    /// What readers call it.
    pub title: Text,
    /// What it says, in a sentence or two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub definition: Option<Text>,
    /// The unit of the figure: `points from 1 to 5`, `share of residents`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
    /// Whether the figure is a mean or a share.
    #[serde(default)]
    pub statistic: IndicatorStatistic,
    /// The variable it is computed from. A survey indicator has a variable or a scale, not both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variable: Option<String>,
    /// The scale it is computed from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<String>,
    /// Who or what is counted, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numerator: Option<Text>,
    /// Among whom or what, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<Text>,
    /// For a share: the codes that count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Code>,
    /// For a share: values from here up count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<f64>,
    /// For a share: values up to here count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<f64>,
    /// Only rows that fulfil this condition are counted.
    #[serde(default, rename = "where", skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
    /// The columns by whose groups this indicator is shown as well, beside those of the survey.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<String>,
    /// The grouped categories of the bar, mostly three, from low to high.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<Band>,
    /// For a share: whether each kind of missing answer is out of the denominator (the default) or in it.
    #[serde(default, skip_serializing_if = "Denominator::is_default")]
    pub missing: Denominator,
    /// Where the figure or its definition comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Text>,
    /// The year the figure speaks of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1800, max = 2200)))]
    pub year: Option<u16>,
    /// The question as it was asked, where the wording may be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Text>,
    /// Which direction is good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub orientation: Option<Orientation>,
    /// The objective that it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objective: Option<String>,
    /// What is to be reached, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
    /// A figure from elsewhere to look at beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub benchmark: Option<Benchmark>,
    /// Whether the definition is a fact of its source or an illustration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

fn one_version() -> u32 {
    1
}

/// Where an indicator's figure comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IndicatorType {
    /// Computed from survey answers.
    #[default]
    Survey,
    /// Taken from a register.
    Register,
}

/// Which figure an indicator is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IndicatorStatistic {
    /// A mean.
    #[default]
    Mean,
    /// A share, between 0 and 1.
    Share,
}

/// Which direction of an indicator is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Orientation {
    /// A higher figure is better.
    HigherIsBetter,
    /// A lower figure is better.
    LowerIsBetter,
    /// Neither direction is better.
    Neutral,
}

/// Whether something in a plan was said by a source or made up to show how a plan works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Said by the source.
    Fact,
    /// Made up as an illustration.
    Illustrative,
}

/// Which rows an indicator counts: those whose `variable` has one of `values`, or lies between the two ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The variable that is looked at.
    pub variable: String,
    /// The codes that fulfil the condition.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Code>,
    /// Values from here up fulfil it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<f64>,
    /// Values up to here fulfil it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<f64>,
}

/// Whether a kind of missing answer counts in the denominator of a share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// Not counted.
    #[default]
    Out,
    /// Counted among those who do not fulfil the condition.
    In,
}

/// For each kind of missing answer, whether it counts in the denominator of a share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Denominator {
    /// "Don't know" and "no opinion".
    pub dont_know: Counting,
    /// Refusals.
    pub refused: Counting,
    /// "Does not apply".
    pub not_applicable: Counting,
    /// "Was not asked".
    pub not_asked: Counting,
    /// Missing for an unknown reason.
    pub missing: Counting,
}

impl Denominator {
    /// Whether every kind is out.
    ///
    /// ```
    /// use cohesion_core::Denominator;
    /// assert!(Denominator::default().is_default());
    /// ```
    #[must_use]
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// What the rule says of one kind.
    ///
    /// ```
    /// use cohesion_core::{Counting, Denominator, MissingKind};
    /// let rule = Denominator::default();
    /// assert_eq!(rule.of(MissingKind::Refused), Counting::Out);
    /// ```
    #[must_use]
    pub fn of(&self, kind: MissingKind) -> Counting {
        match kind {
            MissingKind::DontKnow => self.dont_know,
            MissingKind::Refused => self.refused,
            MissingKind::NotApplicable => self.not_applicable,
            MissingKind::NotAsked => self.not_asked,
            MissingKind::Missing => self.missing,
        }
    }
}

/// What is to be reached, and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The figure to reach, in the unit of the indicator.
    pub value: f64,
    /// The date by which, as `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The figure at the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<f64>,
    /// The date of that figure, as `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline_date: Option<String>,
    /// Whether the target was set by somebody or is an illustration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

/// A figure from elsewhere to look at beside an indicator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Benchmark {
    /// The figure, in the unit of the indicator.
    pub value: f64,
    /// What it is the figure of.
    pub label: Text,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Text>,
}

/// What an indicator may refer to. A part that the plan does not hold is `None` and not checked.
pub(crate) struct IndicatorContext<'a> {
    pub(crate) variables: Option<&'a Ids>,
    pub(crate) scales: &'a Ids,
    pub(crate) objectives: Option<&'a Ids>,
}

impl IndicatorDefinition {
    /// The id with the version, as provenance writes it: `belonging@2`.
    ///
    /// ```
    /// use cohesion_core::Plan;
    /// let plan = Plan::from_toml(&Plan::template("survey")?)?;
    /// assert_eq!(plan.indicators[0].key(), "at_home_share@1");
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn key(&self) -> String {
        format!("{}@{}", self.id, self.version)
    }

    /// Adds the faults of meaning of this indicator to `faults`; `path` is its place in the document.
    pub(crate) fn check(&self, path: &str, context: &IndicatorContext<'_>, faults: &mut Vec<Fault>) {
        check::id(&self.id, path, IdKind::Word, faults);
        self.check_references(path, context, faults);
        self.check_statistic(path, faults);
        self.check_target(path, faults);
        bands(&self.bands, &field(path, "bands"), faults);
        if let Some(condition) = &self.condition {
            condition.check(&field(path, "where"), faults);
        }
    }

    fn check_references(&self, path: &str, context: &IndicatorContext<'_>, faults: &mut Vec<Fault>) {
        match (&self.variable, &self.scale) {
            (Some(_), Some(scale)) => faults.push(
                Fault::new(
                    FaultKind::Inconsistent,
                    field(path, "scale"),
                    "an indicator has a variable or a scale, not both",
                )
                .value(scale),
            ),
            (None, None) if self.kind == IndicatorType::Survey => faults.push(
                Fault::new(
                    FaultKind::MissingField,
                    field(path, "variable"),
                    "a survey indicator needs a variable or a scale",
                )
                .allowed(["variable", "scale"]),
            ),
            _ => {}
        }
        if let Some(scale) = &self.scale {
            check::refers(scale, context.scales, "scale", &field(path, "scale"), faults);
        }
        if let (Some(objective), Some(known)) = (&self.objective, context.objectives) {
            check::refers(objective, known, "objective", &field(path, "objective"), faults);
        }
        let Some(variables) = context.variables else { return };
        if let Some(variable) = &self.variable {
            check::refers(variable, variables, "variable", &field(path, "variable"), faults);
        }
        if let Some(condition) = &self.condition {
            check::refers(&condition.variable, variables, "variable", &field(path, "where.variable"), faults);
        }
        check::refer_all(&self.by, variables, "variable", &field(path, "by"), faults);
    }

    fn check_statistic(&self, path: &str, faults: &mut Vec<Fault>) {
        let counted = Selection { values: &self.values, at_least: self.at_least, at_most: self.at_most };
        match self.statistic {
            IndicatorStatistic::Share if self.kind == IndicatorType::Survey => counted.check(path, "a share", faults),
            IndicatorStatistic::Share => {}
            IndicatorStatistic::Mean => {
                if let Some(given) = counted.first_given() {
                    let message = format!("`{given}` says what counts for a share, and this indicator is a mean");
                    faults.push(Fault::new(FaultKind::Inconsistent, field(path, given), message));
                }
                for kind in MissingKind::ALL.into_iter().filter(|kind| self.missing.of(*kind) == Counting::In) {
                    let at = field(&field(path, "missing"), kind.as_str());
                    let message = "a missing answer has no value, so it cannot count in a mean";
                    faults.push(Fault::new(FaultKind::Inconsistent, at, message).value("in").allowed(["out"]));
                }
            }
        }
    }

    fn check_target(&self, path: &str, faults: &mut Vec<Fault>) {
        if let Some(benchmark) = &self.benchmark {
            self.check_figure(benchmark.value, &field(path, "benchmark.value"), faults);
        }
        let Some(target) = &self.target else { return };
        let at = field(path, "target");
        self.check_figure(target.value, &field(&at, "value"), faults);
        let dates = (("baseline_date", target.baseline_date.as_deref()), ("by", target.by.as_deref()));
        check::date_order(&at, dates.0, dates.1, faults);
        if self.orientation.is_none() {
            let message = "a target needs an orientation: is a higher figure better, or a lower one?";
            faults.push(
                Fault::new(FaultKind::MissingField, field(path, "orientation"), message)
                    .allowed(["higher_is_better", "lower_is_better"]),
            );
        }
        if self.orientation == Some(Orientation::Neutral) {
            let message = "an indicator without a better direction cannot have a target";
            faults.push(
                Fault::new(FaultKind::Inconsistent, &at, message).allowed(["higher_is_better", "lower_is_better"]),
            );
        }
        let Some(baseline) = target.baseline else { return };
        self.check_figure(baseline, &field(&at, "baseline"), faults);
        let wrong_way = match self.orientation {
            Some(Orientation::HigherIsBetter) => target.value < baseline,
            Some(Orientation::LowerIsBetter) => target.value > baseline,
            _ => false,
        };
        if wrong_way {
            let message = format!("the target {} is worse than the baseline {baseline}", target.value);
            faults.push(Fault::new(FaultKind::Inconsistent, field(&at, "value"), message).value(target.value));
        }
    }

    /// A fault where a figure of this indicator cannot be `value`.
    fn check_figure(&self, value: f64, path: &str, faults: &mut Vec<Fault>) {
        if self.statistic == IndicatorStatistic::Share && !(0.0..=1.0).contains(&value) {
            let message = format!("a share lies between 0 and 1, and this is {value}: 40 % is written 0.4");
            faults.push(Fault::new(FaultKind::OutOfRange, path, message).value(value).allowed(["0 to 1"]));
        }
    }
}

impl Condition {
    fn check(&self, path: &str, faults: &mut Vec<Fault>) {
        Selection { values: &self.values, at_least: self.at_least, at_most: self.at_most }.check(
            path,
            "a condition",
            faults,
        );
    }
}

/// Which values are meant: a list of codes, or an interval.
struct Selection<'a> {
    values: &'a [Code],
    at_least: Option<f64>,
    at_most: Option<f64>,
}

impl Selection<'_> {
    fn first_given(&self) -> Option<&'static str> {
        if !self.values.is_empty() {
            Some("values")
        } else if self.at_least.is_some() {
            Some("at_least")
        } else {
            self.at_most.map(|_| "at_most")
        }
    }

    fn check(&self, path: &str, what: &str, faults: &mut Vec<Fault>) {
        let has_end = self.at_least.is_some() || self.at_most.is_some();
        if self.first_given().is_none() {
            let message = format!("{what} needs `values`, `at_least` or `at_most`");
            faults.push(
                Fault::new(FaultKind::MissingField, field(path, "values"), message)
                    .allowed(["values", "at_least", "at_most"]),
            );
        }
        if has_end && !self.values.is_empty() {
            let message = format!("{what} lists `values` or has `at_least` and `at_most`, not both");
            faults.push(Fault::new(FaultKind::Inconsistent, field(path, "values"), message));
        }
        if let (Some(low), Some(high)) = (self.at_least, self.at_most)
            && low > high
        {
            let message = format!("no value is at least {low} and at most {high}");
            faults.push(Fault::new(FaultKind::OutOfRange, field(path, "at_most"), message).value(high));
        }
        let mut seen = Ids::default();
        for (index, code) in self.values.iter().enumerate() {
            if check::enough(faults) {
                return;
            }
            if !seen.insert(code.label()) {
                let at = element(&field(path, "values"), index, None);
                let message = format!("`{}` is listed twice", code.label());
                faults.push(Fault::new(FaultKind::DuplicateId, at, message).value(code.label()));
            }
        }
    }
}

/// Faults of a list of bands: ids taken twice, ends the wrong way round, bands that overlap.
fn bands(bands: &[Band], path: &str, faults: &mut Vec<Fault>) {
    check::unique(path, bands.iter().map(|band| band.id.as_str()), faults);
    let mut before: Option<&Band> = None;
    for (index, band) in bands.iter().enumerate() {
        if check::enough(faults) {
            return;
        }
        let at = element(path, index, Some(&band.id));
        if is_empty(band) {
            let message = "no value lies in this band";
            faults.push(Fault::new(FaultKind::OutOfRange, &at, message));
        }
        if let Some(previous) = before
            && overlap(previous, band)
        {
            let message = format!(
                "this band and `{}` before it share values or stand in the wrong order; list bands from low to high",
                check::shown(&previous.id)
            );
            faults.push(Fault::new(FaultKind::Inconsistent, field(&at, "from"), message));
        }
        before = Some(band);
    }
}

fn is_empty(band: &Band) -> bool {
    match (band.from, band.to) {
        (Some(from), Some(to)) => from > to || (from == to && (band.from_open || band.to_open)),
        _ => false,
    }
}

/// Whether `next` begins before `previous` has ended.
fn overlap(previous: &Band, next: &Band) -> bool {
    match (previous.to, next.from) {
        (Some(to), Some(from)) => from < to || (from == to && !previous.to_open && !next.from_open),
        _ => true,
    }
}
