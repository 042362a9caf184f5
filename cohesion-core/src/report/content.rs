//! The content of an evaluation and of what is published from it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::codebook::Code;
use crate::confidential::{Document, Published};
use crate::disclosure::{Audit, HiddenRow};
use crate::error::{Fault, FaultKind, Result, did_you_mean};
use crate::estimate::{Comparison, Comparisons, Estimate, Estimates, Note, Provenance};
use crate::indicator::{Benchmark, Condition, IndicatorStatistic, Orientation, Origin};
use crate::message::Text;
use crate::plan::PublishRule;

/// What may be shared of an evaluation: every group below the minimum is hidden, and a second one where the first could
/// be found by subtraction. HTML, Markdown, CSV, charts and shared JSON are made from this and from nothing else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportContent {
    /// The plan's title.
    pub title: Option<Text>,
    /// The plan's description.
    pub description: Option<Text>,
    /// Where the figures come from.
    pub provenance: Provenance,
    /// Who was asked.
    pub sample: Sample,
    /// One per indicator, in the order of the plan.
    pub indicators: Vec<IndicatorReport>,
    /// One per scale, in the order of the plan.
    pub scales: Vec<ScaleReport>,
    /// Findings of the checks.
    pub notes: Vec<Note>,
    /// What was left out and why.
    pub left_out: Vec<LeftOut>,
    /// Groups with fewer answers are hidden.
    pub minimum_n: u64,
    /// The rule for what may leave the desk.
    #[serde(default)]
    pub rule: PublishRule,
    /// The proof that what is hidden cannot be worked out.
    #[serde(default)]
    pub audit: Audit,
    /// Whom to ask.
    pub contact: Option<Text>,
    /// Where the data come from.
    pub source: Option<Text>,
    /// The attribution that the data's licence asks for.
    pub attribution: Option<Text>,
}

/// An indicator that could not be computed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LeftOut {
    /// Its id.
    pub indicator: String,
    /// What readers call it.
    pub title: Text,
    /// Why it was left out.
    pub note: Note,
}

/// Who was asked, and how they were drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sample {
    /// Rows of the survey.
    pub rows: u64,
    /// Strata of the design.
    pub strata: u64,
    /// Sampling units: clusters, or rows.
    pub clusters: u64,
    /// Which columns play which part.
    pub design: String,
    /// Confidence level of the intervals.
    pub level: f64,
    /// The waves, first to last; empty without waves.
    pub waves: Vec<WaveReport>,
}

/// One wave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WaveReport {
    /// Its label in the data.
    pub id: String,
    /// What readers call it.
    pub label: Option<Text>,
    /// Its date.
    pub date: Option<String>,
}

/// One indicator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IndicatorReport {
    /// Id.
    pub id: String,
    /// Version of the definition.
    pub version: u32,
    /// What readers call it.
    pub title: Text,
    /// Theme.
    pub theme: Option<Text>,
    /// What it says.
    pub definition: Option<Text>,
    /// Unit of the figure.
    pub unit: Option<Text>,
    /// Mean or share.
    pub statistic: IndicatorStatistic,
    /// Who is counted.
    pub numerator: Option<Text>,
    /// Among whom.
    pub denominator: Option<Text>,
    /// The question.
    pub question: Option<Text>,
    /// Source of the definition.
    pub source: Option<Text>,
    /// Year.
    pub year: Option<u16>,
    /// Which direction is good.
    pub orientation: Option<Orientation>,
    /// Fact or illustration.
    pub origin: Option<Origin>,
    /// What it is computed from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// The wave of the headline.
    pub wave: Option<String>,
    /// The figure over all, of the last wave.
    pub headline: Estimate,
    /// The figure of each wave.
    pub by_wave: Option<Estimates>,
    /// The last wave less the one before.
    pub change: Option<Comparison>,
    /// By groups, in the last wave.
    pub groups: Vec<GroupReport>,
    /// Shares of the grouped categories.
    pub bands: Vec<BandReport>,
    /// Verdict on the target.
    pub target: Option<TargetReport>,
    /// A figure from elsewhere.
    pub benchmark: Option<Benchmark>,
    /// Findings.
    pub notes: Vec<Note>,
    /// Where the figures come from.
    pub provenance: Provenance,
}

/// What an indicator is computed from: two with the same variable speak of the same answers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Basis {
    /// The variable or the scale.
    pub variable: String,
    /// For a share: the codes that count.
    pub values: Vec<Code>,
    /// For a share: values from here up count.
    pub at_least: Option<f64>,
    /// For a share: values up to here count.
    pub at_most: Option<f64>,
    /// Which rows are counted.
    pub condition: Option<Condition>,
}

/// Figures by the groups of one column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GroupReport {
    /// The column.
    pub by: String,
    /// What readers call it.
    pub label: Option<Text>,
    /// What readers call its values.
    pub labels: BTreeMap<String, Text>,
    /// The figures that may be shown.
    pub estimates: Estimates,
    /// The figures of every wave, where there are waves.
    pub by_wave: Option<Estimates>,
    /// The last wave less the one before, per group.
    pub changes: Option<Comparisons>,
    /// Groups that are not shown, and why.
    pub hidden: Vec<HiddenRow>,
}

/// The share of one grouped category.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BandReport {
    /// Id of the band.
    pub id: String,
    /// What readers call it.
    pub label: Option<Text>,
    /// Where it begins; open downwards without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<f64>,
    /// Where it ends; open upwards without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<f64>,
    /// Whether `from` itself lies outside.
    #[serde(default, skip_serializing_if = "is_false")]
    pub from_open: bool,
    /// Whether `to` itself lies outside.
    #[serde(default, skip_serializing_if = "is_false")]
    pub to_open: bool,
    /// The share.
    pub share: Estimate,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(flag: &bool) -> bool {
    !*flag
}

/// Whether a target is being met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The whole interval is at or beyond what is due.
    OnTrack,
    /// The whole interval falls short of what is due.
    OffTrack,
    /// The interval holds what is due, or there is none.
    CannotTell,
}

/// A target and the verdict on it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TargetReport {
    /// The figure to reach.
    pub value: f64,
    /// By when.
    pub by: Option<String>,
    /// The figure at the start.
    pub baseline: Option<f64>,
    /// What is due now: on the straight line from baseline to target, or the target itself.
    pub due: f64,
    /// The verdict.
    pub verdict: Verdict,
    /// Fact or illustration.
    pub origin: Option<Origin>,
}

/// A scale and its reliability.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScaleReport {
    /// Id.
    pub id: String,
    /// Version of the definition.
    pub version: u32,
    /// What readers call it.
    pub label: Option<Text>,
    /// Its items.
    pub items: Vec<String>,
    /// Cronbach's alpha in the last wave.
    pub alpha: Estimate,
    /// What the linter found.
    pub notes: Vec<Note>,
}

impl Document for ReportContent {
    const KIND: &'static str = "publication";
    const NAME: &'static str = "publication";
    const OTHERWISE: &'static str = "this is no published evaluation; publish the confidential one first";
}

/// An evaluation that may be shared.
pub type PublishedEvaluation = Published<ReportContent>;

impl ReportContent {
    /// The indicator of that id.
    ///
    /// # Errors
    /// [`FaultKind::UnknownValue`] for an id that is not there; it names those that are.
    ///
    /// ```
    /// use cohesion_core::{EvaluationOptions, Plan, read_csv};
    /// let plan = Plan::read("examples/somerville.toml")?;
    /// let answers = read_csv(&std::fs::read("examples/somerville.csv")?)?.table;
    /// let published = plan.evaluate(&answers, EvaluationOptions::new())?.publish();
    /// assert_eq!(published.content().indicator("trust_police")?.id, "trust_police");
    /// assert!(published.content().indicator("trust_polcie").is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn indicator(&self, id: &str) -> Result<&IndicatorReport> {
        self.indicators.iter().find(|indicator| indicator.id == id).ok_or_else(|| {
            let known = self.indicators.iter().map(|indicator| indicator.id.as_str());
            let message = format!("there is no indicator `{id}`{}", did_you_mean(id, known.clone()));
            Fault::new(FaultKind::UnknownValue, "indicator", message).value(id).allowed(known).into()
        })
    }
}
