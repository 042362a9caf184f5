//! Findings, the actions that answer them, and what became of those of the review before.

use crate::closed_set::closed_set;
use crate::health::texts;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::Review;
use super::code::{FindingSeverity, Found};
use super::facts::{Day, Facts, day, part, record, written};
use super::findings::{self, FindingCode};
use crate::estimate::Note;
use crate::message::NoteValue;
use crate::partnership::{Action, ActionStatus, RecordKind};

/// A weak point: what it is, how much it matters, what shows it and where that stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding {
    /// Code and subject: `no_accountable:dinner`. The same from review to review; an action names it.
    pub id: String,
    /// What it is.
    pub code: FindingCode,
    /// How much it matters.
    pub severity: FindingSeverity,
    /// The id of what it is about; none for the partnership as a whole.
    pub subject: Option<String>,
    /// The stakeholders of which it speaks.
    pub stakeholders: Vec<String>,
    /// A figure of which more is worse, for comparing reviews; none where the finding is there or not.
    pub measure: Option<f64>,
    /// The values its sentence needs.
    pub evidence: BTreeMap<String, NoteValue>,
    /// Where what shows it stands: paths in the plan and in the tables of records, rows counted from 0.
    pub records: Vec<String>,
    /// The actions that answer it.
    pub actions: Vec<String>,
    /// How it moved since the review before; none without one.
    pub movement: Option<Movement>,
}

closed_set! {
    /// How a finding moved since the review before.
    pub enum Movement {
        /// It was not there, though it was looked for.
        New = "new",
        /// It is gone, or less.
        Improved = "improved",
        /// It is as it was.
        Unchanged = "unchanged",
        /// It is more.
        Worse = "worse",
        /// One of the two reviews had no records to judge it by, its subject is no longer in the plan, the partner of which
        /// it spoke has left, or another finding of its kind took its place.
        CannotTell = "cannot_tell",
    }
}

/// A finding of the review before that is not there any more.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PastFinding {
    /// Its id.
    pub id: String,
    /// What it was.
    pub code: FindingCode,
    /// The id of what it was about.
    pub subject: Option<String>,
    /// The stakeholders of which it spoke.
    pub stakeholders: Vec<String>,
    /// The values its sentence needs.
    pub evidence: BTreeMap<String, NoteValue>,
    /// `improved`, `worse` where a graver finding about the same took its place, or `cannot_tell`.
    pub movement: Movement,
}

/// An action and what came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ActionRow {
    /// Id.
    pub action: String,
    /// What is done.
    pub title: Option<String>,
    /// The finding it answers, as it was written.
    pub finding: Option<String>,
    /// `open`, `done` or `dropped`, on the day of the review.
    pub status: String,
    /// Who sees to it.
    pub owner: Option<String>,
    /// The day it was decided.
    pub opened: String,
    /// The day by which it is to be done.
    pub due: Option<String>,
    /// The day it was done or dropped.
    pub closed: Option<String>,
    /// Days past its day, while it is open.
    pub days_overdue: Option<u32>,
    /// What came of it.
    pub outcome: Option<String>,
    /// How the finding moved, or `present` without a review before, or `absent` where no finding has that id or code.
    pub finding_state: Option<String>,
}

impl Finding {
    pub(super) fn new(told: Found, severity: FindingSeverity, subject: Option<&str>) -> Self {
        let code = told.code;
        let id = subject.map_or_else(|| code.as_str().to_owned(), |subject| format!("{}:{subject}", code.as_str()));
        Self {
            id,
            code,
            severity,
            subject: subject.map(str::to_owned),
            stakeholders: Vec::new(),
            measure: None,
            evidence: told.evidence,
            records: Vec::new(),
            actions: Vec::new(),
            movement: None,
        }
    }

    /// It speaks of a stakeholder.
    pub(super) fn of(mut self, stakeholder: &str) -> Self {
        self.stakeholders.push(stakeholder.to_owned());
        self
    }

    pub(super) fn measured(mut self, measure: f64) -> Self {
        self.measure = Some(measure);
        self
    }

    pub(super) fn from(mut self, record: String) -> Self {
        self.records.push(record);
        self
    }
}

fn title(action: &Action) -> &str {
    action.title.as_deref().unwrap_or(&action.id)
}

/// Findings as they are made, and which could be made at all.
#[derive(Default)]
pub(super) struct Collector {
    pub(super) findings: Vec<Finding>,
    pub(super) judged: Vec<FindingCode>,
}

impl Collector {
    /// What these codes stand for was looked for.
    pub(super) fn judged(&mut self, codes: &[FindingCode]) {
        self.judged.extend_from_slice(codes);
    }

    pub(super) fn add(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    pub(super) fn extend(&mut self, finding: Option<Finding>) {
        self.findings.extend(finding);
    }
}

/// The actions, with a finding for each that is overdue or nobody's.
pub(super) fn actions(facts: &Facts<'_>, found: &mut Collector) -> Vec<ActionRow> {
    if !facts.has(RecordKind::Actions) {
        return Vec::new();
    }
    found.judged(&[FindingCode::ActionOverdue, FindingCode::ActionWithoutOwner]);
    let mut rows = Vec::new();
    for (index, action) in facts.records.actions.iter().enumerate() {
        let Some(opened) = facts.past(Some(&action.opened)) else { continue };
        let closed = facts.past(action.closed.as_deref());
        let status = match (closed, action.status) {
            (Some(_), Some(ActionStatus::Dropped)) => "dropped",
            (Some(_), _) => "done",
            (None, _) => "open",
        };
        let due = action.due.as_deref().and_then(day);
        let overdue: Option<Day> =
            due.filter(|due| closed.is_none() && *due < facts.as_of).map(|due| facts.as_of - due);
        let at = || record(RecordKind::Actions, index, Some(&action.id));
        if let Some(days) = overdue {
            let severity = if days > 90 { FindingSeverity::High } else { FindingSeverity::Medium };
            let told = findings::action_overdue(title(action), days.unsigned_abs());
            let mut finding = Finding::new(told, severity, Some(&action.id)).measured(f64::from(days)).from(at());
            if let Some(owner) = &action.owner {
                finding = finding.of(owner);
            }
            found.add(finding);
        }
        if closed.is_none() && action.owner.is_none() {
            let told = findings::action_without_owner(title(action));
            found.add(Finding::new(told, FindingSeverity::Medium, Some(&action.id)).from(at()));
        }
        rows.push(ActionRow {
            action: action.id.clone(),
            title: action.title.clone(),
            finding: action.finding.clone(),
            status: status.to_owned(),
            owner: action.owner.clone(),
            opened: written(opened),
            due: due.map(written),
            closed: closed.map(written),
            days_overdue: overdue.map(i32::unsigned_abs),
            outcome: action.outcome.clone(),
            finding_state: None,
        });
    }
    rows
}

/// How many actions name a finding that no review can make.
pub(super) fn unknown_findings(facts: &Facts<'_>) -> Option<Note> {
    let opened = facts.records.actions.iter().filter(|action| facts.past(Some(&action.opened)).is_some());
    let named = opened.filter_map(|action| action.finding.as_deref());
    let n = named.filter(|name| !is_code(name.split(':').next().unwrap_or_default())).count();
    (n > 0).then(|| Note::warning(texts::unknown_findings(n), "records.actions"))
}

fn is_code(name: &str) -> bool {
    serde_json::from_value::<FindingCode>(serde_json::Value::String(name.to_owned())).is_ok()
}

/// Says of every finding how it moved since `before`, and gives those that are gone.
pub(super) fn compare(
    findings: &mut [Finding],
    judged: &[FindingCode],
    before: &Review,
    facts: &Facts<'_>,
) -> Vec<PastFinding> {
    let old: BTreeMap<&str, &Finding> =
        BTreeMap::from_iter(before.findings.iter().map(|finding| (finding.id.as_str(), finding)));
    for finding in &mut *findings {
        finding.movement = Some(match old.get(finding.id.as_str()) {
            None if before.judged.contains(&finding.code) => Movement::New,
            None => Movement::CannotTell,
            Some(old) => moved(old, finding),
        });
    }
    let here = BTreeSet::from_iter(findings.iter().map(|finding| finding.id.as_str()));
    let gone = before.findings.iter().filter(|finding| !here.contains(finding.id.as_str()));
    gone.map(|finding| PastFinding {
        id: finding.id.clone(),
        code: finding.code,
        subject: finding.subject.clone(),
        stakeholders: finding.stakeholders.clone(),
        evidence: finding.evidence.clone(),
        movement: if judged.contains(&finding.code) {
            gone_by(finding, findings, before, facts)
        } else {
            Movement::CannotTell
        },
    })
    .collect()
}

/// What it means that a finding is gone, though it was looked for.
fn gone_by(gone: &Finding, findings: &[Finding], before: &Review, facts: &Facts<'_>) -> Movement {
    if let Some(movement) = succeeded(gone, findings, before) {
        return movement;
    }
    if still_there(gone, facts) && !left_with_partner(gone, before, facts) && more_share(gone, facts) {
        Movement::Improved
    } else {
        Movement::CannotTell
    }
}

/// What a finding may turn into without anything being mended, about the same element, and how that moved.
const SUCCESSORS: [(FindingCode, FindingCode, Movement); 13] = [
    (FindingCode::NeedWithoutPledge, FindingCode::NeedNotMet, Movement::Worse),
    (FindingCode::NeedNotMet, FindingCode::NeedWithoutPledge, Movement::CannotTell),
    (FindingCode::ConflictNotMediated, FindingCode::ConflictOpenLong, Movement::CannotTell),
    (FindingCode::ConflictOpenLong, FindingCode::ConflictNotMediated, Movement::CannotTell),
    (FindingCode::ChannelBehindPlan, FindingCode::ChannelSilent, Movement::CannotTell),
    (FindingCode::ChannelSilent, FindingCode::ChannelBehindPlan, Movement::CannotTell),
    (FindingCode::SeveralAccountable, FindingCode::NoAccountable, Movement::Worse),
    (FindingCode::NoAccountable, FindingCode::SeveralAccountable, Movement::CannotTell),
    (FindingCode::AccountableNotInvolved, FindingCode::NoAccountable, Movement::Worse),
    (FindingCode::AccountableNotInvolved, FindingCode::DutyOfFormerPartner, Movement::Worse),
    (FindingCode::NoResponsible, FindingCode::DutyOfFormerPartner, Movement::CannotTell),
    (FindingCode::DutyOfFormerPartner, FindingCode::NoResponsible, Movement::CannotTell),
    (FindingCode::DutyOfFormerPartner, FindingCode::NoAccountable, Movement::CannotTell),
];

/// How a finding moved that another of its family took the place of: one that was not there before, about the same
/// element. Where it turned graver, that is worse, whatever the table says.
fn succeeded(gone: &Finding, findings: &[Finding], before: &Review) -> Option<Movement> {
    let mut movement = None;
    for (_, now, moved) in SUCCESSORS.iter().filter(|(then, ..)| *then == gone.code) {
        let new = |id: &str| before.findings.iter().all(|old| old.id != id);
        let about = findings.iter().find(|x| x.code == *now && x.subject == gone.subject && new(&x.id));
        let Some(successor) = about else { continue };
        let worse = *moved == Movement::Worse || successor.severity > gone.severity;
        if worse || movement.is_none() {
            movement = Some(if worse { Movement::Worse } else { *moved });
        }
    }
    movement
}

/// Whether a finding went away with a partner of which it spoke: nothing was mended by its leaving.
fn left_with_partner(gone: &Finding, before: &Review, facts: &Facts<'_>) -> bool {
    use FindingCode as Code;
    let member = |id: &str| facts.stakeholder(id).is_some_and(|place| facts.is_member(place, facts.as_of));
    match gone.code {
        // It speaks of who has left: a year later that is still so.
        Code::PartnerLeft => !gone.stakeholders.iter().all(|id| member(id)),
        // Mended by what others did: a duty handed over, a settlement, an action done.
        Code::DutyOfFormerPartner | Code::ActionOverdue | Code::ActionWithoutOwner => false,
        Code::ConflictOpenLong | Code::ConflictNotMediated => false,
        _ => {
            let was = |id: &str| before.stakeholders.iter().any(|row| row.stakeholder == id && row.member);
            gone.stakeholders.iter().any(|id| was(id) && !member(id))
        }
    }
}

/// Whether more stakeholders share an objective than before: fewer partners at the table are no wider agreement.
fn more_share(gone: &Finding, facts: &Facts<'_>) -> bool {
    if gone.code != FindingCode::ObjectiveSharedByFew {
        return true;
    }
    let objective = facts.partnership.objectives.iter().find(|x| Some(&x.id) == gone.subject.as_ref());
    let now = objective.map(|objective| facts.sharing(&objective.shared_by));
    now.is_some_and(|now| counted(gone).is_some_and(|before| now > before))
}

/// The number of a finding.
fn counted(finding: &Finding) -> Option<usize> {
    finding.evidence.get("n")?.as_number().map(|n| n as usize)
}

/// Measures nearer than this are the same figure.
const SAME: f64 = 1e-9;

fn moved(old: &Finding, new: &Finding) -> Movement {
    let movement = by_measure(old.measure, new.measure);
    let shared = new.code == FindingCode::ObjectiveSharedByFew;
    // That others left makes no objective more widely shared.
    if shared && movement == Movement::Improved && counted(new) <= counted(old) {
        return Movement::Unchanged;
    }
    movement
}

fn by_measure(before: Option<f64>, now: Option<f64>) -> Movement {
    match (before, now) {
        (Some(before), Some(now)) if now < before - SAME => Movement::Improved,
        (Some(before), Some(now)) if now > before + SAME => Movement::Worse,
        _ => Movement::Unchanged,
    }
}

/// Whether what a finding was about is still in the plan and the records: what was taken out is not thereby mended.
fn still_there(finding: &Finding, facts: &Facts<'_>) -> bool {
    let has = |name: &str, known: &dyn Fn(&str) -> bool| {
        finding.evidence.get(name).and_then(NoteValue::as_str).is_none_or(known)
    };
    let plan = facts.partnership;
    let records = facts.records;
    finding.stakeholders.iter().all(|id| facts.stakeholder(id).is_some())
        && has("activity", &|id| facts.activity(id).is_some())
        && has("objective", &|id| plan.objectives.iter().any(|x| x.id == id))
        && has("channel", &|id| plan.channels.iter().any(|x| x.id == id))
        && has("need", &|id| plan.needs.iter().any(|x| x.id == id))
        && has("result", &|id| plan.results.iter().any(|x| x.id == id))
        && has("dimension", &|id| {
            plan.assessment.as_ref().is_some_and(|assessment| assessment.dimensions.iter().any(|x| x.id == id))
        })
        && has("conflict", &|id| records.conflicts.iter().any(|x| x.id == id))
        && (finding.code != FindingCode::ActionOverdue
            || finding.subject.as_ref().is_none_or(|id| records.actions.iter().any(|x| x.id == *id)))
}

/// Ties actions and findings to each other, by id of a finding or by its code.
pub(super) fn attach(findings: &mut [Finding], past: &[PastFinding], actions: &mut [ActionRow]) {
    for action in actions {
        let Some(named) = &action.finding else { continue };
        let mut state = None;
        for finding in findings.iter_mut().filter(|x| x.id == *named || x.code.as_str() == named) {
            finding.actions.push(action.action.clone());
            state = state.or(Some(finding.movement.map_or("present", Movement::as_str)));
        }
        let gone = past.iter().find(|x| x.id == *named || x.code.as_str() == named);
        let state = state.or_else(|| gone.map(|finding| finding.movement.as_str())).unwrap_or("absent");
        action.finding_state = Some(state.to_owned());
    }
}

/// A finding about an element of the partnership.
pub(super) fn about(told: Found, severity: FindingSeverity, list: &str, index: usize, id: &str) -> Finding {
    let finding = Finding::new(told, severity, Some(id)).from(part(list, index, id));
    if list == "stakeholders" { finding.of(id) } else { finding }
}
