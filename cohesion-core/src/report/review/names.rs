//! What readers call the things that a review names by id, and findings in words.

use std::collections::BTreeMap;

use super::say;
use crate::health::{Finding, PastFinding, Review, finding_sentence};
use crate::message::{Language, Text, format_date, format_integer, format_number, format_percent};
use crate::report::words::text_or;

/// The names of a review in one language.
pub(crate) struct Names<'r> {
    language: Language,
    of: BTreeMap<(&'static str, &'r str), &'r Text>,
}

impl<'r> Names<'r> {
    pub(crate) fn new(review: &'r Review, language: Language) -> Self {
        let mut of = BTreeMap::new();
        for row in &review.stakeholders {
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
    pub(crate) fn finding(&self, finding: &Finding) -> String {
        self.filled(finding_sentence(finding.code, self.language), &finding.evidence)
    }

    /// A finding of the review before in words.
    pub(crate) fn past(&self, finding: &PastFinding) -> String {
        self.filled(finding_sentence(finding.code, self.language), &finding.evidence)
    }

    fn filled(&self, template: &str, evidence: &BTreeMap<String, String>) -> String {
        let mut text = String::with_capacity(template.len() + 40);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let Some((key, tail)) = after.split_once('}') else { break };
            text.push_str(&evidence.get(key).map(|value| self.value(key, value)).unwrap_or_default());
            rest = tail;
        }
        text.push_str(rest);
        text
    }

    /// A value of a finding's evidence as readers write it.
    fn value(&self, key: &str, value: &str) -> String {
        let list = |kind: &'static str| value.split("; ").map(|id| self.name(kind, id)).collect::<Vec<_>>().join(", ");
        match key {
            "stakeholder" => self.stakeholder(value),
            "stakeholders" => list("stakeholder"),
            "activity" => self.name("activity", value),
            "activities" => list("activity"),
            "objective" => self.name("objective", value),
            "result" | "other" => self.name("result", value),
            "results" => list("result"),
            "role" => self.name("role", value),
            "dimension" => self.name("dimension", value),
            "need" => self.name("need", value),
            "channel" => self.name("channel", value),
            "date" => self.date(value),
            "kind" if value == "all" => say("all_kinds", self.language).to_owned(),
            "sector" | "kind" => say(value, self.language).to_owned(),
            "reasons" => value.split("; ").map(|key| say(key, self.language)).collect::<Vec<_>>().join(", "),
            "share" | "agreed_share" | "expected_share" => {
                value.parse().map_or_else(|_| value.to_owned(), |share| format_percent(share, 0, self.language))
            }
            "value" | "cut" => {
                value.parse().map_or_else(|_| value.to_owned(), |figure| format_number(figure, 2, self.language))
            }
            "n" | "all" | "days" => {
                value.parse().map_or_else(|_| value.to_owned(), |count| format_integer(count, self.language))
            }
            _ => value.to_owned(),
        }
    }
}
