//! What a self-assessment says, as plain data.

use serde::{Deserialize, Serialize};

use crate::confidential::{Confidential, Document};
use crate::estimate::{Comparison, Estimate, Note, Provenance};
use crate::message::Text;
use crate::partnership::{Across, Crosshair};

/// Everything that a self-assessment says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AssessmentContent {
    /// What the partnership is called.
    pub partnership: Option<Text>,
    /// What the assessment is called.
    pub title: Option<Text>,
    /// The wave that the figures are of; `None` where the plan tells no waves apart.
    pub wave: Option<String>,
    /// What readers call it.
    pub wave_label: Option<Text>,
    /// The wave before it that has answers.
    pub wave_before: Option<String>,
    /// What readers call it.
    pub wave_before_label: Option<Text>,
    /// How organisations were put together.
    pub across: Across,
    /// Where importance and performance are divided.
    pub crosshair: Crosshair,
    /// Performance and importance at which high and low are divided; `None` where nothing is divided.
    pub crosshair_at: Option<[f64; 2]>,
    /// Level of the intervals.
    pub level: f64,
    /// The lowest and the highest possible rating, where all dimensions have the same and it is known.
    pub range: Option<[f64; 2]>,
    /// From this figure up a dimension is a strength.
    pub strength: Option<f64>,
    /// Below this figure it is a concern.
    pub concern: Option<f64>,
    /// To how many decimals a figure was rounded before it was held against the two.
    pub decimals: Option<u32>,
    /// Figures of fewer organisations are not published.
    pub minimum_organisations: u64,
    /// Whether partners may read which organisations did not answer.
    pub name_silent: bool,
    /// Who answered.
    pub response: Response,
    /// One per dimension, in the order of the plan.
    pub dimensions: Vec<DimensionReport>,
    /// Findings about the whole.
    pub notes: Vec<Note>,
    /// Where the figures come from.
    pub provenance: Provenance,
}

/// Who answered in the wave.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Response {
    /// Organisations that were members on the day of the wave (all, where the plan does not say when it was).
    pub organisations: u64,
    /// Organisations of which somebody answered.
    pub answered: u64,
    /// `answered / organisations`, between 0 and 1.
    pub share: Option<f64>,
    /// People who answered something.
    pub people: u64,
    /// By sector, sorted by its name.
    pub by_sector: Vec<SectorResponse>,
    /// By organisation, in the order of the plan.
    pub by_organisation: Vec<OrganisationResponse>,
    /// Organisations that did not answer, in the order of the plan.
    pub silent: Vec<String>,
    /// What readers call them, in the same order.
    pub silent_names: Vec<Text>,
}

/// Who answered in one sector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SectorResponse {
    /// The sector.
    pub sector: String,
    /// Its organisations.
    pub organisations: u64,
    /// Those of which somebody answered.
    pub answered: u64,
    /// People who answered.
    pub people: u64,
}

/// Who answered in one organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OrganisationResponse {
    /// Id of the stakeholder.
    pub organisation: String,
    /// Its sector.
    pub sector: String,
    /// People who answered something.
    pub people: u64,
    /// How many people speak for it by the plan; `None` where the plan lists nobody.
    pub representatives: Option<u64>,
}

/// What the ratings say of one dimension.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DimensionReport {
    /// Id of the dimension.
    pub id: String,
    /// What readers call it.
    pub title: Text,
    /// Id and version of the scale that scored it, `trust@2`, or the variable.
    pub definition: String,
    /// The mean over organisations; its `n` and `n_missing` count people.
    pub performance: Estimate,
    /// How many organisations it rests on.
    pub organisations: u64,
    /// The largest part that one organisation has in the figure, between 0 and 1.
    pub largest_share: Option<f64>,
    /// How far organisations lie apart.
    pub spread: Spread,
    /// How far people agree.
    pub agreement: Agreement,
    /// Strength, to be discussed, or concern; `None` without cut points or without a figure.
    pub standing: Option<Standing>,
    /// How important it is; `None` where the plan asks no such question.
    pub importance: Option<Estimate>,
    /// Where it lies among the others; `None` where importance was not asked.
    pub quadrant: Option<Quadrant>,
    /// The mean of each wave, from the first to the last.
    pub by_wave: Vec<WaveFigure>,
    /// This wave less the one before, over organisations that answered in both.
    pub change: Option<Change>,
    /// The mean of each organisation, in the order of the plan.
    pub by_organisation: Vec<OrganisationFigure>,
    /// Findings.
    pub notes: Vec<Note>,
}

/// How far organisations lie apart: between their means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Spread {
    /// The standard deviation, with the number of organisations less one; `None` for one organisation.
    pub sd: Option<f64>,
    /// The lowest mean of an organisation.
    pub low: Option<f64>,
    /// The highest.
    pub high: Option<f64>,
}

/// How far people agree, within organisations and between them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Agreement {
    /// People of the same organisation.
    pub within: AgreementWithin,
    /// Organisations with each other.
    pub between: AgreementBetween,
    /// ICC(1): the part of the variance of a rating that lies between organisations. Its interval is exact where
    /// organisations have equally many respondents (Shrout and Fleiss 1979), else near it.
    pub icc1: Estimate,
    /// ICC(2): how reliable the mean of an organisation is.
    pub icc2: Option<f64>,
}

/// Agreement of people of the same organisation, averaged over organisations.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgreementWithin {
    /// `rwg(j)` of James, Demaree and Wolf (1984) against answers by chance, each answer as likely; 0 where people
    /// disagree more than by chance.
    pub rwg_j: Option<f64>,
    /// `r*wg(j)` of Lindell, Brandt and Whitney (1999): 1 less mean variance by variance by chance; may be negative.
    pub rwg_star: Option<f64>,
    /// Organisations with at least two people who answered every item.
    pub organisations: u64,
    /// Why there is none.
    pub reason: Option<Note>,
}

/// Agreement of organisations with each other: each organisation's mean counts as one rating.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgreementBetween {
    /// As within.
    pub rwg_j: Option<f64>,
    /// As within.
    pub rwg_star: Option<f64>,
    /// Organisations whose people together answered every item.
    pub organisations: u64,
    /// Why there is none.
    pub reason: Option<Note>,
}

/// Which side of the cut points a figure lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StandingName {
    /// At or above the upper cut point.
    Strength,
    /// Between the two.
    Discuss,
    /// Below the lower one.
    Concern,
}

/// Strength, to be discussed, or concern.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Standing {
    /// By the figure alone.
    pub name: StandingName,
    /// The cut points that lie within the interval: the answers do not decide on which side the figure is.
    pub crosses: Vec<f64>,
    /// Whether the whole interval lies on the same side; `None` without an interval.
    pub decided: Option<bool>,
}

/// The four fields of importance and performance (Martilla and James 1977).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum QuadrantName {
    /// Important and well done.
    KeepUp,
    /// Important and less well done.
    Concentrate,
    /// Less important and less well done.
    LowPriority,
    /// Less important and well done.
    PossibleOverkill,
}

/// Where a dimension lies among the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quadrant {
    /// By the figures alone.
    pub name: QuadrantName,
    /// `performance`, `importance` or both: where the interval of the gap holds 0.
    pub crosses: Vec<String>,
    /// Whether neither gap's interval holds 0; `None` without an interval.
    pub decided: Option<bool>,
    /// Performance less the crosshair, with the error of both.
    pub performance_gap: Estimate,
    /// Importance less the crosshair, with the error of both.
    pub importance_gap: Estimate,
}

/// The mean of one wave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WaveFigure {
    /// The wave.
    pub wave: String,
    /// How many organisations the figure rests on.
    pub organisations: u64,
    /// The largest part that one organisation has in it.
    pub largest_share: Option<f64>,
    /// The mean over organisations.
    pub estimate: Estimate,
}

/// Change since the wave before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// This wave less the one before, labels `[dimension, wave]`; p adjusted over the dimensions.
    pub comparison: Comparison,
    /// Organisations that answered in both.
    pub organisations: u64,
    /// Organisations that answered in this wave only.
    pub only_now: u64,
    /// Organisations that answered in the wave before only.
    pub only_before: u64,
}

/// The mean of one organisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OrganisationFigure {
    /// Id of the stakeholder.
    pub organisation: String,
    /// People who rated the dimension.
    pub people: u64,
    /// Their mean.
    pub performance: Option<f64>,
    /// The mean of how important they find it.
    pub importance: Option<f64>,
}

impl Document for AssessmentContent {
    const KIND: &'static str = "confidential_assessment";
    const NAME: &'static str = "assessment";
    const OTHERWISE: &'static str = "this is no confidential assessment; what was left out of a published one is gone";
}

/// The evaluator's own copy of a self-assessment: as confidential as the answers.
///
/// What leaves the desk is made from [`Confidential::publish`].
///
/// ```
/// use cohesion_core::{Column, Plan, Table};
/// let plan = Plan::from_toml("
/// [partnership]
/// stakeholders = [
///   { id = 'city', name = 'City', sector = 'local_authority' },
///   { id = 'police', name = 'Police', sector = 'police' },
/// ]
/// assessment = { dimensions = [{ id = 'trust', title = 'Trust', variable = 'q1' }] }
/// ")?;
/// let answers = Table::new(vec![
///     Column::text("organisation", [Some("city"), Some("city"), Some("police")]),
///     Column::number("q1", vec![4.0, 5.0, 2.0]),
/// ])?;
/// let assessment = plan.assess(&answers)?;
/// // 4.5 for the city, 2 for the police: 3.25, whoever sent more people.
/// assert_eq!(assessment.content().dimensions[0].performance.value, Some(3.25));
/// // Two organisations are too few to publish.
/// let published = assessment.publish();
/// assert_eq!(published.content().dimensions[0].performance.value, None);
/// # Ok::<(), cohesion_core::Error>(())
/// ```
pub type Assessment = Confidential<AssessmentContent>;
