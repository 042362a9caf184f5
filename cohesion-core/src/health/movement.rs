//! How findings moved since the review before.

use std::collections::{BTreeMap, BTreeSet};

use super::Review;
use super::facts::Facts;
use super::finding::{Finding, Movement, PastFinding};
use super::findings::FindingCode;
use crate::message::NoteValue;

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
