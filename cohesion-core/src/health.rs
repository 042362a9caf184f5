//! The health of a partnership: what its own records say of roles, load, communication, conflicts and staying.
//!
//! [`Plan::review`] makes a [`Review`]. Nothing here looks at survey answers, and nothing says what caused what.

use crate::estimate::texts as common;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::confidential::{Confidential, Document};
use crate::error::{Fault, FaultKind, Result};
use crate::estimate::{Note, Provenance};
use crate::message::Text;
use crate::message::parse_date;
use crate::partnership::Records;
use crate::plan::Plan;
use crate::table::Table;

mod actions;
pub mod assessment;
mod code;
mod communication;
mod conflicts;
mod facts;
mod finding;
mod findings;
mod movement;
mod networks;
mod publish;
mod responsibilities;
mod retention;
mod shares;
mod survival;
pub(crate) mod texts;
mod theory;

pub use actions::ActionRow;
pub use code::{FindingSeverity, ReviewPart, finding_help, finding_meaning};
pub use communication::{AudienceRow, ChannelRow, Communication, ReachedRow};
pub use conflicts::{ConflictRow, Conflicts, RecurringRow};
pub use finding::{Finding, Movement, PastFinding};
pub use findings::FindingCode;
pub use networks::ReviewedNetwork;
pub use publish::{
    PublishedConflicts, PublishedFinding, PublishedNetwork, PublishedRetention, PublishedReview,
    PublishedReviewContent, WithheldRow,
};
pub use responsibilities::{ActivityRow, DependencyRow, LoadRow, ObjectiveRow, Responsibilities, RoleRow, SectorRow};
pub use retention::{AtRiskRow, AttendanceRow, GroupComparison, RecognitionStateRow, Retention, TurnoverRow};
pub use shares::{Concentration, Ledger, NeedRow, RecognitionRow, ShareRow, Shares};
pub use survival::{CurveStep, MedianTime, SurvivalCurve};
pub use theory::{CoverageRow, Theory, TheoryLink, TheoryNode};

use assessment::{Assessment, AssessmentContent};
use facts::Facts;
use finding::Collector;

/// What a review is told besides the records.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReviewOptions<'r> {
    as_of: String,
    previous: Option<&'r Review>,
    seed: u64,
}

impl<'r> ReviewOptions<'r> {
    /// The date that is taken as today, as `YYYY-MM-DD`: the library reads no clock. Records of later days are left out.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    /// use cohesion_core::{Plan, ReviewOptions};
    /// let plan = Plan::from_toml(&Plan::template("partnership")?)?;
    /// let review = plan.review(&BTreeMap::new(), ReviewOptions::new("2026-06-30"))?;
    /// assert_eq!(review.content().as_of, "2026-06-30");
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn new(as_of: impl Into<String>) -> Self {
        Self { as_of: as_of.into(), previous: None, seed: 1 }
    }

    /// The day that is taken as today.
    ///
    /// # Errors
    /// [`FaultKind::ImpossibleDate`].
    pub(crate) fn day(&self) -> Result<time::Date> {
        parse_date(&self.as_of).ok_or_else(|| {
            let message = format!("`{}` is no date: write year, month and day as 2026-06-30", self.as_of);
            Fault::new(FaultKind::ImpossibleDate, "as_of", message).value(&self.as_of).into()
        })
    }

    /// The review before: each finding then says how it moved. One with another title and no stakeholder in common is
    /// refused.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    /// use cohesion_core::{Plan, ReviewOptions};
    /// let plan = Plan::from_toml(&Plan::template("partnership")?)?;
    /// let spring = plan.review(&BTreeMap::new(), ReviewOptions::new("2026-03-31"))?;
    /// let summer = plan.review(&BTreeMap::new(), ReviewOptions::new("2026-06-30").previous(&spring))?;
    /// assert_eq!(summer.content().previous.as_deref(), Some("2026-03-31"));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn previous(mut self, review: &'r Review) -> Self {
        self.previous = Some(review);
        self
    }

    /// The seed of the permutation test of sectors, where there are too many ways to look at all; 1 unless given.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    /// use cohesion_core::{Plan, ReviewOptions};
    /// let plan = Plan::from_toml(&Plan::template("partnership")?)?;
    /// let drawn = |seed| plan.review(&BTreeMap::new(), ReviewOptions::new("2026-06-30").seed(seed));
    /// assert_eq!(drawn(7)?, drawn(7)?);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }
}

/// A stakeholder of the review.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReviewedStakeholder {
    /// Id.
    pub stakeholder: String,
    /// What readers call it.
    pub name: Text,
    /// What kind it is.
    pub sector: String,
    /// Whether it takes part on the day of the review.
    pub member: bool,
    /// Whether it agreed that residents are told what the review says of it.
    pub publish: bool,
}

/// The review of a partnership: findings, and the tables they come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReviewContent {
    /// What readers call the partnership.
    pub title: Option<Text>,
    /// The day that was taken as today.
    pub as_of: String,
    /// The day of the review before, where there is one.
    pub previous: Option<String>,
    /// Who takes or took part.
    pub stakeholders: Vec<ReviewedStakeholder>,
    /// Every weak point, the gravest first.
    pub findings: Vec<Finding>,
    /// Findings of the review before that are gone.
    pub past_findings: Vec<PastFinding>,
    /// What could be looked for with these records: a code that is not here was not judged.
    pub judged: Vec<FindingCode>,
    /// What was decided, and whether it was done.
    pub actions: Vec<ActionRow>,
    /// Who does what, towards which objectives.
    pub responsibilities: Responsibilities,
    /// Who carries how much, and what was needed.
    pub shares: Shares,
    /// Who was told what, and when.
    pub communication: Communication,
    /// Conflicts and how they end.
    pub conflicts: Conflicts,
    /// Who stays.
    pub retention: Retention,
    /// What the partners' own ratings say, where they were given.
    #[serde(default)]
    pub self_assessment: Option<Confidential<AssessmentContent>>,
    /// Who works with whom, one network per kind of tie.
    #[serde(default)]
    pub networks: Vec<ReviewedNetwork>,
    /// What happened when: for the timeline.
    pub timeline: Vec<TimelineRow>,
    /// What is to be known with the whole.
    pub notes: Vec<Note>,
    /// Whom to ask.
    pub contact: Option<Text>,
    /// Where all this comes from.
    pub provenance: Provenance,
}

/// Something with a day, for the timeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TimelineRow {
    /// `activity`, `meeting` or `conflict`.
    pub kind: String,
    /// Id of the activity, of the channel, or of the conflict.
    pub id: String,
    /// What readers call it.
    pub title: Option<Text>,
    /// The first day.
    pub from: String,
    /// The last day; that of the review where it lasts.
    pub to: String,
}

impl Document for ReviewContent {
    const KIND: &'static str = "confidential_review";
    const NAME: &'static str = "review";
    const OTHERWISE: &'static str =
        "this is no review of the partners' own; what was left out of a published one is gone";
}

/// The partners' own review, which names stakeholders.
///
/// [`Confidential::publish`] makes what residents may be given: conflicts as counts; nothing about a single stakeholder
/// that did not agree to it (`publish = true` in the plan). Findings about others are counted by part. Tables whose rows
/// are parts of a whole are there only where everybody agreed, and sums only of three givers or more none of whom gave
/// more than 80 %.
///
/// ```
/// use std::collections::BTreeMap;
/// use cohesion_core::{Plan, ReviewOptions};
/// let plan = Plan::from_toml(&Plan::template("partnership")?)?;
/// let review = plan.review(&BTreeMap::new(), ReviewOptions::new("2026-06-30"))?;
/// let residents = review.publish();
/// assert!(residents.content().findings.len() < review.content().findings.len());
/// assert!(residents.to_json().starts_with(r#"{"format":2,"kind":"published_review""#));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
pub type Review = Confidential<ReviewContent>;

/// The review of a plan's partnership by its records, and by what was made of the partners' ratings;
/// [`Plan::review`] is its public face.
pub(crate) fn review(
    plan: &Plan,
    records: &BTreeMap<String, Table<'_>>,
    options: ReviewOptions<'_>,
    ratings: Option<Assessment>,
) -> Result<Review> {
    let as_of = options.day()?;
    if let Some(before) = options.previous.filter(|before| before.as_of >= options.as_of) {
        let message = format!("the review before is of {}, not of an earlier day than {}", before.as_of, options.as_of);
        return Err(Fault::new(FaultKind::Inconsistent, "previous", message).value(&before.as_of).into());
    }
    if let Some(before) = options.previous {
        comparable(plan, before)?;
    }
    let (rows, kinds) = plan.records_with(records)?;
    let facts = Facts::new(plan, &rows, &kinds, as_of, options.seed)?;
    let mut review = judged(&facts, options.previous, ratings)?;
    review.as_of = options.as_of;
    review.provenance = Provenance::of_tables(records.values().map(Table::fingerprint).collect());
    review.provenance.plan_hash = Some(plan.hash().to_owned());
    review.provenance.as_of = Some(review.as_of.clone());
    review.provenance.seed =
        (!review.retention.comparison.exact && review.retention.comparison.permutations > 0).then_some(options.seed);
    Ok(Review::new(review))
}

/// Whether a review before is of the same partnership.
fn comparable(plan: &Plan, before: &Review) -> Result<()> {
    let fault = |message: &str| Err(Fault::new(FaultKind::Inconsistent, "previous", message).into());
    let partnership = plan.partnership.as_ref();
    let stakeholders = partnership.map(|partnership| partnership.stakeholders.as_slice()).unwrap_or_default();
    let common = before.stakeholders.iter().any(|row| stakeholders.iter().any(|one| one.id == row.stakeholder));
    // A plan is edited between two reviews: one of the two may have changed.
    if !common && title(plan) != before.title {
        return fault("the review before is of another partnership: it has no stakeholder in common with this one");
    }
    Ok(())
}

/// What readers call the partnership.
fn title(plan: &Plan) -> Option<Text> {
    plan.partnership.as_ref().and_then(|partnership| partnership.name.clone()).or_else(|| plan.title.clone())
}

fn judged(facts: &Facts<'_>, previous: Option<&Review>, ratings: Option<Assessment>) -> Result<ReviewContent> {
    let mut found = Collector::default();
    let responsibilities = responsibilities::review(facts, &mut found);
    let shares = shares::review(facts, &mut found);
    let communication = communication::review(facts, &mut found);
    let conflicts = conflicts::review(facts, &mut found);
    let retention = retention::review(facts, &mut found);
    if let Some(ratings) = &ratings {
        assessment::findings_of(ratings, &mut found);
    }
    let (networks, mut notes) = networks::review(facts, &mut found)?;
    notes.splice(..0, later_records(facts.records, facts));
    notes.extend(no_ratings(facts, ratings.is_none()));
    notes.extend(actions::unknown_findings(facts));
    let mut answered = actions::actions(facts, &mut found);
    let Collector { mut findings, mut judged } = found;
    // The gravest first; within one degree by part and in the order of the plan.
    findings.sort_by(|a, b| b.severity.cmp(&a.severity).then(a.code.part().cmp(&b.code.part())));
    judged.sort();
    judged.dedup();
    let past_findings = previous.map(|before| movement::compare(&mut findings, &judged, before, facts));
    let past_findings = past_findings.unwrap_or_default();
    actions::attach(&mut findings, &past_findings, &mut answered);
    Ok(ReviewContent {
        title: title(facts.plan),
        as_of: String::new(),
        previous: previous.map(|before| before.as_of.clone()),
        stakeholders: stakeholders(facts),
        findings,
        past_findings,
        judged,
        actions: answered,
        timeline: timeline(facts, &conflicts),
        responsibilities,
        shares,
        communication,
        conflicts,
        retention,
        self_assessment: ratings,
        networks,
        notes,
        contact: facts.plan.report.as_ref().and_then(|report| report.contact.clone()),
        provenance: Provenance::default(),
    })
}

fn stakeholders(facts: &Facts<'_>) -> Vec<ReviewedStakeholder> {
    let rows = facts.partnership.stakeholders.iter().enumerate();
    rows.map(|(place, stakeholder)| ReviewedStakeholder {
        stakeholder: stakeholder.id.clone(),
        name: stakeholder.name.clone(),
        sector: stakeholder.sector.clone(),
        member: facts.is_member(place, facts.as_of),
        publish: stakeholder.publish == Some(true),
    })
    .collect()
}

/// Activities, events by channel, and conflicts, with their days.
fn timeline(facts: &Facts<'_>, conflicts: &Conflicts) -> Vec<TimelineRow> {
    let as_of = facts::written(facts.as_of);
    let row = |kind: &str, id: &str, title: Option<&Text>, from: &str, to: &str| TimelineRow {
        kind: kind.to_owned(),
        id: id.to_owned(),
        title: title.cloned(),
        from: from.to_owned(),
        to: to.to_owned(),
    };
    let mut rows = Vec::new();
    for activity in &facts.partnership.activities {
        if let Some(from) = activity.start.as_deref().filter(|from| facts.past(Some(from)).is_some()) {
            let end = activity.end.as_deref().filter(|end| facts.past(Some(end)).is_some()).unwrap_or(&as_of);
            rows.push(row("activity", &activity.id, Some(&activity.title), from, end));
        }
    }
    for event in &facts.records.events {
        let Some(channel) = event.channel.as_deref().filter(|_| facts.past(Some(&event.date)).is_some()) else {
            continue;
        };
        let title = facts.partnership.channels.iter().find(|x| x.id == channel).and_then(|x| x.title.as_ref());
        rows.push(row("meeting", channel, title, &event.date, &event.date));
    }
    for conflict in &conflicts.rows {
        let end = conflict.closed.as_deref().unwrap_or(&as_of);
        rows.push(row("conflict", &conflict.conflict, None, &conflict.opened, end));
    }
    rows
}

/// The note that partners were to rate their work together, and no ratings were given.
fn no_ratings(facts: &Facts<'_>, absent: bool) -> Option<Note> {
    let note = || Note::warning(texts::no_records("assessment"), "self_assessment");
    (absent && facts.partnership.assessment.is_some()).then(note)
}

/// How many records have a day that has not come yet.
fn later_records(records: &Records, facts: &Facts<'_>) -> Vec<Note> {
    let later = |text: &String| facts::day(text).is_some_and(|day| day > facts.as_of);
    let counts = [
        records.events.iter().filter(|row| later(&row.date)).count(),
        records.conflicts.iter().filter(|row| later(&row.opened)).count(),
        records.contributions.iter().filter(|row| later(&row.date)).count(),
        records.deliveries.iter().filter(|row| later(&row.date)).count(),
        records.recognitions.iter().filter(|row| later(&row.date)).count(),
        records.memberships.iter().filter(|row| later(&row.joined)).count(),
        records.actions.iter().filter(|row| later(&row.opened)).count(),
    ];
    let n: usize = counts.iter().sum();
    (n > 0).then(|| Note::information(common::records_after(n), "records")).into_iter().collect()
}
