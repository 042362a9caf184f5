//! The actions that answer findings.

use serde::{Deserialize, Serialize};

use super::code::FindingSeverity;
use super::facts::{Day, Facts, day, record, written};
use super::finding::{Collector, Finding, Movement, PastFinding};
use super::findings::{self, FindingCode};
use super::texts;
use crate::estimate::Note;
use crate::partnership::{Action, ActionStatus, RecordKind};

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

fn title(action: &Action) -> &str {
    action.title.as_deref().unwrap_or(&action.id)
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
    FindingCode::ALL.iter().any(|code| code.as_str() == name)
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
