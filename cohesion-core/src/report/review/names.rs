//! What readers call the things that a review names by id, and findings in words.

use std::collections::BTreeMap;

use super::{ShownFinding, ShownReview};
use crate::health::{FindingCode, PastFinding};
use crate::message::{Language, NoteValue, Text, format_date};
use crate::report::words::text_or;

/// The names of a review in one language.
pub(crate) struct Names<'r> {
    language: Language,
    of: BTreeMap<(&'static str, &'r str), &'r Text>,
}

impl<'r> Names<'r> {
    pub(crate) fn new(review: &'r ShownReview<'r>, language: Language) -> Self {
        let mut of = BTreeMap::new();
        for row in review.stakeholders {
            of.insert(("stakeholder", row.stakeholder.as_str()), &row.name);
        }
        for row in &review.responsibilities.activities {
            of.insert(("activity", row.activity.as_str()), &row.title);
        }
        for row in &review.responsibilities.objectives {
            of.insert(("objective", row.objective.as_str()), &row.title);
        }
        for row in &review.responsibilities.roles {
            of.insert(("role", row.role.as_str()), &row.title);
        }
        for node in &review.responsibilities.theory.nodes {
            if matches!(node.level.as_str(), "output" | "outcome" | "impact") {
                of.insert(("result", node.id.as_str()), &node.title);
            }
        }
        for row in &review.shares.needs {
            of.insert(("need", row.need.as_str()), &row.what);
        }
        for row in &review.communication.channels {
            if let Some(title) = &row.title {
                of.insert(("channel", row.channel.as_str()), title);
            }
        }
        for dimension in review.self_assessment.iter().flat_map(|ratings| &ratings.dimensions) {
            of.insert(("dimension", dimension.id.as_str()), &dimension.title);
        }
        Self { language, of }
    }

    /// The name of an id; the id where there is none.
    pub(crate) fn name(&self, kind: &'static str, id: &str) -> String {
        self.of.get(&(kind, id)).map_or_else(|| id.to_owned(), |text| text_or(Some(text), id, self.language).to_owned())
    }

    pub(crate) fn stakeholder(&self, id: &str) -> String {
        self.name("stakeholder", id)
    }

    /// The names of several stakeholders.
    pub(crate) fn stakeholders(&self, ids: &[String]) -> String {
        ids.iter().map(|id| self.stakeholder(id)).collect::<Vec<_>>().join(", ")
    }

    pub(crate) fn date(&self, date: &str) -> String {
        format_date(date, self.language)
    }

    pub(crate) fn dated(&self, date: Option<&String>) -> String {
        date.map(|date| self.date(date)).unwrap_or_default()
    }

    /// A finding in words.
    pub(crate) fn finding(&self, finding: &ShownFinding<'_>) -> String {
        self.told(finding.code, finding.evidence)
    }

    /// A finding of the review before in words.
    pub(crate) fn past(&self, finding: &PastFinding) -> String {
        self.told(finding.code, &finding.evidence)
    }

    fn told(&self, code: FindingCode, evidence: &BTreeMap<String, NoteValue>) -> String {
        let name = |kind: &'static str, id: &str| {
            let text = self.of.get(&(kind, id))?;
            Some(text_or(Some(text), id, self.language).to_owned())
        };
        code.sentence().filled(evidence, self.language, &name)
    }
}
