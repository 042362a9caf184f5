//! Conflicts: open ones and their age, how many were settled and how fast, who is in them again and again.

use crate::health::findings;
use crate::health::{FindingCode, FindingSeverity};
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::facts::{Facts, record, written};
use super::finding::{Collector, Finding};
use super::survival::{Case, SurvivalCurve, curve};
use crate::estimate::Note;
use crate::partnership::RecordKind;

/// Older conflicts are long ones.
const LONG: i32 = 90;
/// By this age somebody should mediate.
const MEDIATE_BY: i32 = 30;

/// The register of conflicts on the day of the review.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Conflicts {
    /// Whether there are records of conflicts.
    pub known: bool,
    /// How many came up so far.
    pub n: u32,
    /// How many are open.
    pub open: u32,
    /// How many are settled.
    pub settled: u32,
    /// Settled over all; none of none.
    pub settled_share: Option<f64>,
    /// How many have mediation.
    pub mediated: u32,
    /// How many say that they have none.
    pub not_mediated: u32,
    /// How many of those with mediation are settled.
    pub mediated_settled: u32,
    /// One row per conflict.
    pub rows: Vec<ConflictRow>,
    /// Time to settlement, open conflicts counted as still open: all, and by mediation. The difference between mediated and other conflicts
    /// is no effect of mediation: hard ones may be mediated more often.
    pub curves: Vec<SurvivalCurve>,
    /// Pairs of stakeholders with more than one conflict.
    pub recurring: Vec<RecurringRow>,
    /// What could not be judged.
    pub notes: Vec<Note>,
}

/// One conflict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConflictRow {
    /// Id.
    pub conflict: String,
    /// The day it came up.
    pub opened: String,
    /// The day it was settled; none while it is open on the day of the review.
    pub closed: Option<String>,
    /// `open` or `settled`.
    pub status: String,
    /// Days from the day it came up to its settlement, or to the day of the review.
    pub days: u32,
    /// Whether somebody mediated; none where nothing is said.
    pub mediated: Option<bool>,
    /// Between whom.
    pub parties: Vec<String>,
    /// The activity it is about.
    pub activity: Option<String>,
    /// What it is about.
    pub issue: Option<String>,
}

/// Two stakeholders with more than one conflict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecurringRow {
    /// One.
    pub a: String,
    /// The other.
    pub b: String,
    /// How many conflicts.
    pub n: u32,
    /// How many of them are open.
    pub open: u32,
}

/// The part of a review about conflicts.
pub(super) fn review(facts: &Facts<'_>, found: &mut Collector) -> Conflicts {
    let mut part = Conflicts { known: facts.has(RecordKind::Conflicts), ..Conflicts::default() };
    if !part.known {
        part.notes.extend(facts.absent(RecordKind::Conflicts, "conflicts"));
        return part;
    }
    use FindingCode::{ConflictNotMediated, ConflictOpenLong, ConflictsRecur};
    found.judged(&[ConflictOpenLong, ConflictNotMediated, ConflictsRecur]);
    let mut cases: Vec<(Case, Option<bool>)> = Vec::new();
    let mut pairs: BTreeMap<(&str, &str), (u32, u32, Vec<String>)> = BTreeMap::new();
    for (index, conflict) in facts.records.conflicts.iter().enumerate() {
        let Some(opened) = facts.past(Some(&conflict.opened)) else { continue };
        let closed = facts.past(conflict.closed.as_deref());
        let days = closed.unwrap_or(facts.as_of) - opened;
        cases.push((Case { entry: 0, exit: days, ended: closed.is_some() }, conflict.mediated));
        let at = || record(RecordKind::Conflicts, index, Some(&conflict.id));
        let open = closed.is_none();
        let waited = days.max(0).unsigned_abs();
        let new = |told, severity| {
            let mut finding = Finding::new(told, severity, Some(&conflict.id)).from(at()).measured(f64::from(days));
            finding.stakeholders.clone_from(&conflict.parties);
            finding
        };
        if open && days > LONG {
            let severity = if days > 2 * LONG { FindingSeverity::High } else { FindingSeverity::Medium };
            found.add(new(findings::conflict_open_long(&conflict.id, waited), severity));
        }
        if open && days > MEDIATE_BY && conflict.mediated == Some(false) {
            found.add(new(findings::conflict_not_mediated(&conflict.id, waited), FindingSeverity::Medium));
        }
        for (place, a) in conflict.parties.iter().enumerate() {
            for b in conflict.parties.iter().skip(place + 1) {
                let pair = if a < b { (a.as_str(), b.as_str()) } else { (b.as_str(), a.as_str()) };
                let (n, still, records) = pairs.entry(pair).or_default();
                *n += 1;
                *still += u32::from(open);
                records.push(at());
            }
        }
        part.rows.push(ConflictRow {
            conflict: conflict.id.clone(),
            opened: written(opened),
            closed: closed.map(written),
            status: if open { "open" } else { "settled" }.to_owned(),
            days: days.max(0).unsigned_abs(),
            mediated: conflict.mediated,
            parties: conflict.parties.clone(),
            activity: conflict.activity.clone(),
            issue: conflict.issue.clone(),
        });
    }
    count(&mut part);
    for ((a, b), (n, open, records)) in pairs.into_iter().filter(|(_, (n, ..))| *n > 1) {
        let severity = if n > 2 { FindingSeverity::High } else { FindingSeverity::Medium };
        let told = findings::conflicts_recur(n, [a, b]);
        let mut finding = Finding::new(told, severity, Some(&format!("{a}:{b}"))).measured(f64::from(n));
        finding.stakeholders = vec![a.to_owned(), b.to_owned()];
        finding.records = records;
        found.add(finding);
        part.recurring.push(RecurringRow { a: a.to_owned(), b: b.to_owned(), n, open });
    }
    let of = |wanted: Option<bool>| -> Vec<Case> {
        cases.iter().filter(|(_, own)| wanted.is_none() || *own == wanted).map(|(case, _)| *case).collect()
    };
    let groups = [("all", None), ("mediated", Some(true)), ("not_mediated", Some(false))];
    for (name, wanted) in groups {
        let cases = of(wanted);
        if wanted.is_none() || !cases.is_empty() {
            part.curves.push(curve(facts, name, "opening", "conflicts.curves", &cases));
        }
    }
    part
}

fn count(part: &mut Conflicts) {
    let count = |of: &dyn Fn(&ConflictRow) -> bool| {
        u32::try_from(part.rows.iter().filter(|row| of(row)).count()).unwrap_or(u32::MAX)
    };
    let n = count(&|_| true);
    let settled = count(&|row| row.closed.is_some());
    let mediated = count(&|row| row.mediated == Some(true));
    let not_mediated = count(&|row| row.mediated == Some(false));
    let mediated_settled = count(&|row| row.mediated == Some(true) && row.closed.is_some());
    part.n = n;
    part.settled = settled;
    part.open = n - settled;
    part.settled_share = (n > 0).then(|| f64::from(settled) / f64::from(n));
    part.mediated = mediated;
    part.not_mediated = not_mediated;
    part.mediated_settled = mediated_settled;
}
