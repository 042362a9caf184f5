//! The plan as plain data: format 1.

use serde::{Deserialize, Serialize};

use super::publish_rule::PublishRule;
use crate::codebook::scale::ScaleDefinition;
use crate::codebook::{Codebook, Wave};
use crate::indicator::IndicatorDefinition;
use crate::message::{Language, Text};
use crate::partnership::{Partnership, Records};

/// The format that this library reads and writes.
pub const PLAN_FORMAT: u32 = 1;

/// A plan: who works together, what is measured and how it is judged.
///
/// Every part may be left out; a file that holds one part alone is a valid plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanDocument {
    /// The version of the format: 1.
    #[serde(default = "format_one")]
    pub format: u32,
    /// What readers call the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
    /// The languages in which the plan has texts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// Who works together, and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partnership: Option<Partnership>,
    /// The variables of the survey.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub codebook: Option<Codebook>,
    /// The scales made of these variables.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scales: Vec<ScaleDefinition>,
    /// What is measured.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<IndicatorDefinition>,
    /// How the survey was drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub survey: Option<SurveySection>,
    /// What happened in the partnership, where it is not given as tables.
    #[serde(default, skip_serializing_if = "Records::is_empty")]
    pub records: Records,
    /// How results are told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<ReportSection>,
    /// What may leave the desk. Without it the defaults hold, with `minimum_n` of the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publish: Option<PublishRule>,
}

impl Default for PlanDocument {
    fn default() -> Self {
        Self {
            format: PLAN_FORMAT,
            title: None,
            description: None,
            languages: Vec::new(),
            partnership: None,
            codebook: None,
            scales: Vec::new(),
            indicators: Vec::new(),
            survey: None,
            records: Records::default(),
            report: None,
            publish: None,
        }
    }
}

impl PlanDocument {
    /// The rule for what may leave the desk: that of the plan, or the default with the minimum of its report.
    ///
    /// ```
    /// use cohesion_core::Plan;
    /// let plan = Plan::from_toml("[report]\nminimum_n = 20")?;
    /// assert_eq!(plan.publish_rule().minimum_n, 20);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn publish_rule(&self) -> PublishRule {
        let minimum = self.report.as_ref().map(|report| report.minimum_n);
        self.publish
            .clone()
            .unwrap_or_else(|| PublishRule { minimum_n: minimum.unwrap_or_else(minimum_ten), ..PublishRule::default() })
    }
}

fn format_one() -> u32 {
    PLAN_FORMAT
}

/// How the survey was drawn, and by what its figures are shown. Columns are named as in the table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SurveySection {
    /// The column of weights; every row weighs the same where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weights: Option<String>,
    /// The column of strata.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strata: Option<String>,
    /// The columns of clusters, from the first stage down.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clusters: Vec<String>,
    /// The columns of finite population corrections, one per stage, as population size or sampling fraction.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fpc: Vec<String>,
    /// Whether cluster labels mean something within their stratum only.
    #[serde(default, skip_serializing_if = "is_false")]
    pub nested: bool,
    /// The column that says in which wave a row was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wave: Option<String>,
    /// The waves, from the first to the last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waves: Vec<Wave>,
    /// What two waves have in common.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pairing: Option<Pairing>,
    /// The column that names the person, where persons were asked again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// The columns by whose groups every indicator is shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<String>,
    /// The level of intervals.
    #[serde(default = "level_95")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0.5, max = 0.9999)))]
    pub level: f64,
}

impl Default for SurveySection {
    fn default() -> Self {
        Self {
            weights: None,
            strata: None,
            clusters: Vec::new(),
            fpc: Vec::new(),
            nested: false,
            wave: None,
            waves: Vec::new(),
            pairing: None,
            person: None,
            by: Vec::new(),
            level: level_95(),
        }
    }
}

fn level_95() -> f64 {
    0.95
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(flag: &bool) -> bool {
    !*flag
}

/// What two waves of a survey have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Pairing {
    /// The same persons were asked.
    Persons,
    /// Other persons in the same clusters were asked.
    Clusters,
    /// The samples were drawn independently.
    None,
}

/// How results are told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportSection {
    /// Groups with fewer answers are hidden.
    #[serde(default = "minimum_ten")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub minimum_n: u32,
    /// Whom residents may ask; an office, not a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Text>,
    /// Where the data come from, in words for readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Text>,
    /// The attribution that the licence of the data asks for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribution: Option<Text>,
}

impl Default for ReportSection {
    fn default() -> Self {
        Self { minimum_n: minimum_ten(), contact: None, source: None, attribution: None }
    }
}

fn minimum_ten() -> u32 {
    10
}
