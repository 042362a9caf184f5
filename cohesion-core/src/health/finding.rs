//! Findings, as they are made and as they are kept.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::code::{FindingSeverity, Found};
use super::facts::part;
use super::findings::FindingCode;
use crate::closed_set::closed_set;
use crate::message::NoteValue;

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

/// A finding about an element of the partnership.
pub(super) fn about(told: Found, severity: FindingSeverity, list: &str, index: usize, id: &str) -> Finding {
    let finding = Finding::new(told, severity, Some(id)).from(part(list, index, id));
    if list == "stakeholders" { finding.of(id) } else { finding }
}
