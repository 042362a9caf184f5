//! A review as it is shown: the partners' own, or what is published of it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::estimate::{Note, Provenance};
use crate::health::assessment::PublishedAssessment;
use crate::health::{
    AttendanceRow, Communication, Finding, FindingCode, FindingSeverity, GroupComparison, Movement, PastFinding,
    PublishedConflicts, PublishedReview, RecognitionStateRow, Responsibilities, Review, ReviewedStakeholder, Shares,
    SurvivalCurve, TimelineRow, TurnoverRow, WithheldRow,
};
use crate::message::{NoteValue, Text};
use crate::network::NetworkResult;

/// A review to be shown, made from a [`Review`] or from a [`PublishedReview`].
#[derive(Clone, Debug)]
pub struct ShownReview<'r> {
    /// What only partners read.
    pub(crate) own: Option<&'r Review>,
    pub(crate) title: Option<&'r Text>,
    pub(crate) as_of: &'r str,
    pub(crate) previous: Option<&'r str>,
    pub(crate) stakeholders: &'r [ReviewedStakeholder],
    pub(crate) findings: Vec<ShownFinding<'r>>,
    pub(crate) past_findings: &'r [PastFinding],
    pub(crate) withheld: &'r [WithheldRow],
    pub(crate) responsibilities: &'r Responsibilities,
    pub(crate) shares: &'r Shares,
    pub(crate) communication: &'r Communication,
    pub(crate) conflicts: Cow<'r, PublishedConflicts>,
    pub(crate) retention: ShownRetention<'r>,
    /// What may be shared of the ratings, also among partners.
    pub(crate) self_assessment: Option<Cow<'r, PublishedAssessment>>,
    pub(crate) networks: Vec<ShownNetwork<'r>>,
    pub(crate) timeline: &'r [TimelineRow],
    pub(crate) notes: &'r [Note],
    pub(crate) contact: Option<&'r Text>,
    pub(crate) provenance: &'r Provenance,
}

/// A finding with the actions that answer it, which only partners read.
#[derive(Clone, Debug)]
pub(crate) struct ShownFinding<'r> {
    pub(crate) code: FindingCode,
    pub(crate) severity: FindingSeverity,
    pub(crate) evidence: &'r BTreeMap<String, NoteValue>,
    pub(crate) movement: Option<Movement>,
    pub(crate) actions: &'r [String],
}

/// What both kinds of review say of who stays.
#[derive(Clone, Debug)]
pub(crate) struct ShownRetention<'r> {
    pub(crate) overall: &'r SurvivalCurve,
    pub(crate) since_joining: &'r SurvivalCurve,
    pub(crate) comparison: &'r GroupComparison,
    pub(crate) turnover: &'r [TurnoverRow],
    pub(crate) attendance: &'r [AttendanceRow],
    pub(crate) recognition: &'r [RecognitionStateRow],
    pub(crate) notes: &'r [Note],
}

/// A network without its ties.
#[derive(Clone, Debug)]
pub(crate) struct ShownNetwork<'r> {
    pub(crate) kind: Option<&'r str>,
    pub(crate) wave: Option<&'r str>,
    pub(crate) wave_label: Option<&'r Text>,
    pub(crate) summary: &'r NetworkResult,
    pub(crate) partners: &'r NetworkResult,
    pub(crate) received: Option<&'r NetworkResult>,
    pub(crate) notes: &'r [Note],
}

/// What is alike in both kinds of review, and by name what is not.
macro_rules! shown {
    ($content:ident, actions: $actions:expr, $($field:ident: $value:expr),+ $(,)?) => {{
        let retention = &$content.retention;
        ShownReview {
            title: $content.title.as_ref(),
            as_of: &$content.as_of,
            previous: $content.previous.as_deref(),
            stakeholders: &$content.stakeholders,
            findings: $content.findings.iter().map(|finding| ShownFinding {
                code: finding.code,
                severity: finding.severity,
                evidence: &finding.evidence,
                movement: finding.movement,
                actions: $actions(finding),
            }).collect(),
            past_findings: &$content.past_findings,
            responsibilities: &$content.responsibilities,
            shares: &$content.shares,
            communication: &$content.communication,
            retention: ShownRetention {
                overall: &retention.overall,
                since_joining: &retention.since_joining,
                comparison: &retention.comparison,
                turnover: &retention.turnover,
                attendance: &retention.attendance,
                recognition: &retention.recognition,
                notes: &retention.notes,
            },
            networks: $content.networks.iter().map(|network| ShownNetwork {
                kind: network.kind.as_deref(),
                wave: network.wave.as_deref(),
                wave_label: network.wave_label.as_ref(),
                summary: &network.summary,
                partners: &network.partners,
                received: network.received.as_ref(),
                notes: &network.notes,
            }).collect(),
            timeline: &$content.timeline,
            notes: &$content.notes,
            contact: $content.contact.as_ref(),
            provenance: &$content.provenance,
            $($field: $value),+
        }
    }};
}

impl<'r> From<&'r Review> for ShownReview<'r> {
    fn from(review: &'r Review) -> Self {
        let content = review.content();
        let ratings = content.self_assessment.as_ref();
        shown!(
            content,
            actions: |finding: &'r Finding| finding.actions.as_slice(),
            own: Some(review),
            withheld: &[],
            conflicts: Cow::Owned(content.conflicts.published()),
            self_assessment: ratings.map(|ratings| Cow::Owned(ratings.publish())),
        )
    }
}

impl<'r> From<&'r PublishedReview> for ShownReview<'r> {
    fn from(review: &'r PublishedReview) -> Self {
        let content = review.content();
        shown!(
            content,
            actions: |_| [].as_slice(),
            own: None,
            withheld: &content.withheld,
            conflicts: Cow::Borrowed(&content.conflicts),
            self_assessment: content.self_assessment.as_ref().map(Cow::Borrowed),
        )
    }
}
