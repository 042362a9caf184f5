//! Scales: several questions, one score, defined as a document.
//!
//! The score of a row is made in this order, and in no other:
//!
//! 1. an answer outside the item's valid answers counts as missing and is reported;
//! 2. `recode` replaces the code by its value; don't-know takes the midpoint where `dont_know` says so;
//! 3. a `reversed` item becomes low end + high end - value;
//! 4. `rescale` maps the item linearly from its own range onto the stated one;
//! 5. `missing` decides whether the row has answered enough;
//! 6. `aggregator` and the items' weights make one number of what was answered;
//! 7. `score_rescale` maps that number linearly;
//! 8. `rounding` rounds it, halves away from zero;
//! 9. `bands` name it.

use serde::{Deserialize, Serialize};

use crate::message::Text;

pub(crate) mod attainable;
mod check;
pub(crate) mod fraction;
mod lint;
pub(crate) mod prepared;

/// Several items that make one score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScaleDefinition {
    /// Id of the scale, by which indicators name it.
    pub id: String,
    /// Version of the definition, from 1 up. Any change that can change a score makes a new version.
    #[serde(default = "one_version")]
    pub version: u32,
    /// Short name for readers; the id where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// What the scale measures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
    /// The items, in the order of the questionnaire.
    pub items: Vec<ScaleItem>,
    /// Lowest and highest valid answer `[low, high]` of every item that has neither a range nor a recode of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<[f64; 2]>,
    /// `true`: every number between the ends of a range is an answer. `false`: answers run from the low end up in steps
    /// of one.
    #[serde(default, skip_serializing_if = "is_false")]
    pub continuous: bool,
    /// `[low, high]`: each item is mapped linearly from its own range onto these ends, after recode and reversal and
    /// before items are put together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rescale: Option<[f64; 2]>,
    /// How the items are put together.
    #[serde(default)]
    pub aggregator: Aggregator,
    /// For `any`, `all` and `count`: the item values that count, after recode and reversal.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counts: Vec<f64>,
    /// How many items must be answered for a score.
    #[serde(default)]
    pub missing: MissingRule,
    /// What "don't know" is: a missing answer, or the midpoint of the item's range.
    #[serde(default)]
    pub dont_know: DontKnow,
    /// A linear map of the score, after items are put together: `from = [0, 25], to = [0, 100]` is a score times four.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score_rescale: Option<ScoreRescale>,
    /// Rounding of the score, before bands are decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rounding: Option<Rounding>,
    /// Named stretches of the score, from low to high.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<Band>,
    /// The lowest item value (mostly 0 or 1) for which bands and stated range were published: the same checklist coded
    /// 0-4 and 1-5 has two sets of bands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coding_base: Option<f64>,
    /// The range `[low, high]` over which the score is said to run; the linter compares it with what answers can reach.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_range: Option<[f64; 2]>,
    /// Where the definition comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Text>,
    /// What the licence of the items' wording allows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence_of_wording: Option<WordingLicence>,
}

impl ScaleDefinition {
    /// Id and version, as provenance names a definition: `belonging@2`.
    ///
    /// ```
    /// use cohesion_core::Plan;
    /// let plan = Plan::from_toml(&Plan::template("survey")?)?;
    /// assert_eq!(plan.scales[0].reference(), "belonging@1");
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn reference(&self) -> String {
        format!("{}@{}", self.id, self.version)
    }
}

/// One item of a scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScaleItem {
    /// The variable that holds the answers.
    pub variable: String,
    /// `true`: a high answer means a low value; the item becomes low end + high end - value.
    #[serde(default, skip_serializing_if = "is_false")]
    pub reversed: bool,
    /// Weight of the item in a mean, a sum or a count; more than 0.
    #[serde(default = "one_weight")]
    pub weight: f64,
    /// Lowest and highest valid answer `[low, high]` of this item, instead of the scale's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<[f64; 2]>,
    /// The value of each code. Codes that are not listed are no valid answers of this item.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recode: Vec<Recode>,
    /// The part of the scale this item belongs to, for the rule `fraction_per_domain`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
}

/// One code and the value that replaces it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Recode {
    /// The code in the data.
    pub from: f64,
    /// The value it becomes.
    pub to: f64,
}

/// How items are put together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Aggregator {
    /// Weighted mean of the answered items.
    #[default]
    Mean,
    /// Weighted sum of the answered items; a missing item adds nothing.
    Sum,
    /// Lowest answered item.
    Min,
    /// Highest answered item.
    Max,
    /// 1 where an answered item counts, else 0.
    Any,
    /// 1 where every answered item counts, else 0.
    All,
    /// Sum of the weights of the answered items that count.
    Count,
}

/// How many items must be answered for a score.
///
/// A row without a single answer never has a mean, min, max, any or all. Under `at_least` with `k = 0` it has the sum or
/// count 0, which the linter reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MissingRule {
    /// The rule.
    pub rule: AnswersNeeded,
    /// For `at_least`: how many items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub k: Option<u32>,
    /// For `fraction` and `fraction_per_domain`: the least share of items, between 0 and 1, that must be answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fraction: Option<f64>,
}

/// The rule of a [`MissingRule`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AnswersNeeded {
    /// Every item.
    #[default]
    All,
    /// At least `k` items.
    AtLeast,
    /// At least the share `fraction` of the items.
    Fraction,
    /// At least the share `fraction` of the items of every domain.
    FractionPerDomain,
}

/// What "don't know" is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DontKnow {
    /// A missing answer.
    #[default]
    Missing,
    /// An answer in the middle between the lowest and the highest value of the item.
    Midpoint,
}

/// A linear map of the score.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScoreRescale {
    /// Two different scores.
    pub from: [f64; 2],
    /// What these two become.
    pub to: [f64; 2],
}

/// Rounding of the score; halves are rounded away from zero, decided exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rounding {
    /// Digits after the decimal point, 0 to 9.
    pub decimals: u32,
}

/// A named stretch of the score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Id of the band.
    pub id: String,
    /// Name for readers; the id where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// Lower end; none where the band has no lower end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<f64>,
    /// Upper end; none where the band has no upper end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<f64>,
    /// `true`: the lower end itself is not in the band.
    #[serde(default, skip_serializing_if = "is_false")]
    pub from_open: bool,
    /// `true`: the upper end itself is not in the band.
    #[serde(default, skip_serializing_if = "is_false")]
    pub to_open: bool,
}

/// What the licence of a wording allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WordingLicence {
    /// The wording may be passed on.
    Redistributable,
    /// The wording may be referred to, not passed on.
    ReferenceOnly,
    /// The user brings the wording and answers for it.
    UserSupplied,
}

/// The version of a definition that states none.
fn one_version() -> u32 {
    1
}

/// The weight of an item that states none.
fn one_weight() -> f64 {
    1.0
}

/// Whether a flag is at its default and need not be written.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(flag: &bool) -> bool {
    !*flag
}
