//! What residents may be given of a review.

use std::collections::BTreeSet;

use super::assessment::AssessmentContent;
use super::{Ledger, Review, ReviewKind, SurvivalCurve, WithheldRow};
use crate::estimate::{FindingCode, Note, NoteCode, ReviewPart};

/// The review without what it says of single stakeholders that did not agree to it.
///
/// Conflicts: counts and the curve of all. Tables with one row per stakeholder: the rows of those who agreed. Findings:
/// those about nobody, and those about stakeholders all of whom agreed; conflicts, actions and partners at risk never by
/// themselves. The rest is counted by part.
pub(super) fn publish(review: &Review) -> Review {
    let mut out = review.clone();
    out.kind = ReviewKind::PublishedReview;
    let agreed: BTreeSet<&str> =
        review.stakeholders.iter().filter(|x| x.publish).map(|x| x.stakeholder.as_str()).collect();
    let may = |id: &String| agreed.contains(id.as_str());
    // Why a partner may be about to leave can be a conflict, which has another party.
    let told = |code: FindingCode, of: &[String]| {
        !matches!(code.part(), ReviewPart::Conflicts | ReviewPart::Actions)
            && code != FindingCode::PartnerAtRisk
            && of.iter().all(may)
    };
    out.findings.retain(|finding| told(finding.code, &finding.stakeholders));
    out.past_findings.retain(|finding| told(finding.code, &finding.stakeholders));
    for finding in &mut out.findings {
        // Paths name rows of records, which residents do not have.
        finding.records.clear();
        finding.actions.clear();
    }
    for part in ReviewPart::ALL {
        let hidden = |review: &Review| review.findings.iter().filter(|finding| finding.code.part() == part).count();
        let n = u32::try_from(hidden(review) - hidden(&out)).unwrap_or(u32::MAX);
        if n > 0 {
            out.withheld.push(WithheldRow { part, n });
        }
    }
    out.actions.clear();
    out.stakeholders.retain(|row| row.publish);
    // A finding that is told without a stakeholder may still name one in a list.
    for finding in &mut out.findings {
        if finding.stakeholders.is_empty() {
            finding.evidence.remove("stakeholders");
        }
    }
    responsibilities(&mut out, &may);
    for ledger in &mut out.shares.ledgers {
        ledger_published(ledger, &may);
    }
    out.shares.recognition.retain(|row| may(&row.stakeholder));
    out.communication.reached.retain(|row| may(&row.stakeholder));
    out.conflicts.rows.clear();
    out.conflicts.recurring.clear();
    // Times of one or two conflicts are those of conflicts that neighbours can name.
    out.conflicts.curves.clear();
    let all_agreed = review.stakeholders.iter().all(|x| x.publish);
    for row in out.responsibilities.sectors.iter_mut().filter(|_| !all_agreed) {
        row.representatives = None;
    }
    let retention = &mut out.retention;
    retention.since_joining = without_steps(&retention.since_joining, all_agreed);
    retention.overall = without_steps(&retention.overall, all_agreed);
    retention.representatives = None;
    if retention.overall.n < FEW && !all_agreed {
        retention.recognition.clear();
    }
    retention.by_sector.clear();
    retention.comparison.groups.clear();
    retention.comparison.observed.clear();
    retention.comparison.expected.clear();
    retention.attendance.retain(|row| may(&row.stakeholder));
    retention.at_risk.clear();
    retention.turnover.retain(|row| row.stakeholder.as_ref().is_none_or(may));
    out.self_assessment = review.self_assessment.as_ref().map(AssessmentContent::shared);
    for network in &mut out.networks {
        network.ties = None;
        for result in std::iter::once(&mut network.partners).chain(&mut network.received) {
            result.rows.retain(|row| row.labels.iter().all(may));
        }
    }
    out.timeline.retain(|row| row.kind != "conflict");
    out
}

/// Fewer stakeholders than this can be told apart by neighbours.
const FEW: u64 = 10;

/// A curve of few stakeholders shows the day on which each of them left.
fn without_steps(curve: &SurvivalCurve, all_agreed: bool) -> SurvivalCurve {
    let mut curve = curve.clone();
    if curve.n < FEW && !all_agreed {
        curve.steps.clear();
        curve.after_one_year = None;
        curve.median.days = None;
        curve.median.low = None;
        curve.median.high = None;
        let note = Note::not_estimable(NoteCode::HiddenSmall, "retention").with("minimum", FEW);
        curve.median.reason = Some(note);
    }
    curve
}

/// Shares of those who agreed, where at least two others stay unknown: of one, the share would be the rest. Measures of
/// the whole load only where there are five or more and no share is shown.
fn ledger_published(ledger: &mut Ledger, may: &dyn Fn(&String) -> bool) {
    let hidden = ledger.rows.iter().filter(|row| !may(&row.stakeholder)).count();
    if hidden == 0 {
        return;
    }
    ledger.rows.retain(|row| may(&row.stakeholder));
    if hidden < 2 {
        ledger.rows.clear();
    }
    if !ledger.rows.is_empty() || hidden < 5 {
        ledger.concentration = None;
        ledger.to_move = None;
    }
}

fn responsibilities(out: &mut Review, may: &dyn Fn(&String) -> bool) {
    let part = &mut out.responsibilities;
    for row in &mut part.activities {
        for list in [&mut row.responsible, &mut row.accountable, &mut row.consulted, &mut row.informed] {
            list.retain(may);
        }
    }
    part.loads.retain(|row| may(&row.stakeholder));
    part.dependencies.retain(|row| may(&row.stakeholder));
    for row in &mut part.roles {
        row.stakeholders.retain(may);
    }
    for row in &mut part.objectives {
        row.owner = row.owner.take().filter(may);
    }
}
