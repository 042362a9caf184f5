//! What residents may be given of a review.

use crate::estimate::texts as common;
use crate::health::{FindingCode, ReviewPart};
use std::collections::BTreeSet;

use super::assessment::AssessmentContent;
use super::{GroupComparison, Review, ReviewKind, SurvivalCurve, WithheldRow};
use crate::estimate::Note;

/// The review without what it says of single stakeholders that did not agree to it.
///
/// Conflicts: counts. Findings: those about nobody, and those about stakeholders all of whom agreed; conflicts, actions,
/// partners at risk and parts of a whole never by themselves. The rest is counted by part. Tables in which the rows of
/// those who agreed could be taken from a sum, and so give the rest away, are there only where everybody agreed; what is
/// said of the whole is not said of so few that it is said of one. No hash of records: who guesses a small table could
/// see whether the guess is right.
pub(super) fn publish(review: &Review) -> Review {
    let mut out = review.clone();
    out.kind = ReviewKind::PublishedReview;
    let agreed: BTreeSet<&str> =
        review.stakeholders.iter().filter(|x| x.publish).map(|x| x.stakeholder.as_str()).collect();
    let all_agreed = review.stakeholders.iter().all(|x| x.publish);
    let may = |id: &String| agreed.contains(id.as_str());
    findings(&mut out, review, &may, all_agreed);
    out.actions.clear();
    out.stakeholders.retain(|row| row.publish);
    responsibilities(&mut out, &may, all_agreed);
    shares(&mut out, all_agreed);
    out.communication.reached.retain(|row| may(&row.stakeholder));
    out.conflicts.rows.clear();
    out.conflicts.recurring.clear();
    // Times of one or two conflicts are those of conflicts that neighbours can name.
    out.conflicts.curves.clear();
    retention(&mut out, &may, all_agreed);
    out.self_assessment = review.self_assessment.as_ref().map(AssessmentContent::shared);
    networks(&mut out, all_agreed);
    out.timeline.retain(|row| row.kind != "conflict");
    out.provenance.table_hashes.clear();
    // The plan may hold records.
    out.provenance.plan_hash = None;
    out
}

/// Fewer stakeholders than this can be told apart by neighbours.
const FEW: u64 = 10;
/// What so many gave together is not what one of them gave.
const FEWEST_TOGETHER: usize = 3;
/// A network of fewer partners shows who is tied to whom.
const SMALL_NETWORK: f64 = 5.0;

fn findings(out: &mut Review, review: &Review, may: &dyn Fn(&String) -> bool, all_agreed: bool) {
    let told = |code: FindingCode, of: &[String]| {
        let shares = [FindingCode::AboveAgreedShare, FindingCode::BelowAgreedShare, FindingCode::LoadConcentrated];
        // The share of all but one is that of the one; why a partner may leave can be a conflict, which has another party.
        let of_a_whole = shares.contains(&code) || code == FindingCode::Overloaded;
        !matches!(code.part(), ReviewPart::Conflicts | ReviewPart::Actions)
            && code != FindingCode::PartnerAtRisk
            && (all_agreed || !of_a_whole)
            && of.iter().all(may)
    };
    out.findings.retain(|finding| told(finding.code, &finding.stakeholders));
    out.past_findings.retain(|finding| told(finding.code, &finding.stakeholders));
    for finding in &mut out.findings {
        // Paths name rows of records, which residents do not have.
        finding.records.clear();
        finding.actions.clear();
    }
    // A finding that is told without a stakeholder may still name one in a list.
    let of_now = out.findings.iter_mut().map(|finding| (&finding.stakeholders, &mut finding.evidence));
    let of_before = out.past_findings.iter_mut().map(|finding| (&finding.stakeholders, &mut finding.evidence));
    for (stakeholders, evidence) in of_now.chain(of_before) {
        if stakeholders.is_empty() {
            evidence.remove("stakeholders");
        }
    }
    for part in ReviewPart::ALL {
        let count = |review: &Review| review.findings.iter().filter(|finding| finding.code.part() == part).count();
        let n = u32::try_from(count(review) - count(out)).unwrap_or(u32::MAX);
        if n > 0 {
            out.withheld.push(WithheldRow { part, n });
        }
    }
}

fn responsibilities(out: &mut Review, may: &dyn Fn(&String) -> bool, all_agreed: bool) {
    let part = &mut out.responsibilities;
    for row in &mut part.activities {
        for list in [&mut row.responsible, &mut row.accountable, &mut row.consulted, &mut row.informed] {
            row.unnamed += kept(list, may);
        }
    }
    part.loads.retain(|_| all_agreed);
    part.dependencies.retain(|row| may(&row.stakeholder));
    for row in &mut part.roles {
        row.unnamed = kept(&mut row.stakeholders, may);
    }
    for row in &mut part.objectives {
        row.owner = row.owner.take().filter(may);
    }
    for row in part.sectors.iter_mut().filter(|_| !all_agreed) {
        row.representatives = None;
    }
}

/// Keeps those that may be named, and counts the others.
fn kept(list: &mut Vec<String>, may: &dyn Fn(&String) -> bool) -> u32 {
    let before = list.len();
    list.retain(may);
    u32::try_from(before - list.len()).unwrap_or(u32::MAX)
}

/// Sums of several givers; who gave what, and how unequally, where everybody agreed.
fn shares(out: &mut Review, all_agreed: bool) {
    if all_agreed {
        return;
    }
    out.shares.recognition.clear();
    for ledger in &mut out.shares.ledgers {
        let givers = ledger.rows.iter().filter(|row| row.amount > 0.0);
        // Of three, two small gifts leave the third known.
        let few = givers.clone().count() < FEWEST_TOGETHER || givers.clone().any(|row| row.share > DOMINANT);
        if few && ledger.total.is_some() {
            ledger.total = None;
            ledger.n = 0;
            let path = format!("shares.ledgers({})", ledger.kind);
            ledger.reason = Some(Note::not_estimable(common::hidden_small(FEWEST_TOGETHER), path));
        }
        ledger.rows.clear();
        ledger.concentration = None;
        ledger.to_move = None;
    }
}

/// Who gave more than this part of a sum can be read off it.
const DOMINANT: f64 = 0.8;

fn retention(out: &mut Review, may: &dyn Fn(&String) -> bool, all_agreed: bool) {
    let retention = &mut out.retention;
    retention.since_joining = without_steps(&retention.since_joining, all_agreed);
    retention.overall = without_steps(&retention.overall, all_agreed);
    retention.representatives = None;
    retention.by_sector.clear();
    retention.attendance.retain(|row| may(&row.stakeholder));
    retention.at_risk.clear();
    if all_agreed {
        return;
    }
    if retention.overall.n < FEW {
        retention.recognition.clear();
    }
    // The statistic of small sectors says in which of them somebody left.
    retention.comparison = GroupComparison::default();
    retention.turnover.retain(|row| row.stakeholder.is_none());
    for row in &mut retention.turnover {
        // Years to the day would say on which day somebody left.
        row.years = row.years.round();
        row.left_per_year = row.left_per_year.map(|rate| (rate * 100.0).round() / 100.0);
    }
}

/// A curve of few stakeholders shows the day on which each of them left.
fn without_steps(curve: &SurvivalCurve, all_agreed: bool) -> SurvivalCurve {
    let mut curve = curve.clone();
    if curve.n < FEW && !all_agreed {
        curve.steps.clear();
        curve.after_one_year = None;
        curve.median.days = None;
        curve.median.low = None;
        curve.median.high = None;
        let note = Note::not_estimable(common::hidden_small(FEW), "retention");
        curve.median.reason = Some(note);
    }
    curve
}

/// Figures of whole networks that are large enough; partners one by one where everybody agreed. Ties never.
fn networks(out: &mut Review, all_agreed: bool) {
    out.networks.retain(|network| network.summary.value("partners").is_some_and(|n| n >= SMALL_NETWORK));
    for network in &mut out.networks {
        network.ties = None;
        network.summary.provenance.plan_hash = None;
        network.partners.provenance.plan_hash = None;
        if !all_agreed {
            network.partners.rows.clear();
            network.received = None;
        }
        if let Some(received) = &mut network.received {
            received.provenance.plan_hash = None;
        }
        for result in [&mut network.summary, &mut network.partners].into_iter().chain(&mut network.received) {
            result.provenance.table_hashes.clear();
        }
    }
}
