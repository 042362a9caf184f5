//! What a review of a partnership finds, by code.

use serde::{Deserialize, Serialize};

/// A weak point of a partnership; its sentences in each language are in [`crate::finding_meaning`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FindingCode {
    /// Nobody was given any responsibility.
    NoResponsibilities,
    /// An activity for which nobody answers.
    NoAccountable,
    /// An activity for which several answer. Params: `n`.
    SeveralAccountable,
    /// An activity that nobody is to do.
    NoResponsible,
    /// Who answers for an activity neither does it, nor is asked, nor gave or came.
    AccountableNotInvolved,
    /// Who left still has a duty in an activity.
    DutyOfFormerPartner,
    /// A stakeholder has far more tasks than its part. Params: `n`, `share`, `expected_share`.
    Overloaded,
    /// A stakeholder that has no part in any activity.
    WithoutTask,
    /// Activities that stop if one stakeholder leaves. Params: `n`.
    ActivitiesDependOnOne,
    /// An objective all of whose activities stop if one stakeholder leaves.
    ObjectiveDependsOnOne,
    /// A kind of stakeholder that is expected and not at the table.
    SectorAbsent,
    /// Residents are at the table, and no person speaks for them.
    ResidentsUnrepresented,
    /// A role that no stakeholder has, or none of the kinds that are to have it.
    RoleUnfilled,
    /// An objective that no activity serves.
    ObjectiveWithoutActivity,
    /// An objective that no indicator shows.
    ObjectiveWithoutIndicator,
    /// An objective for which nobody answers.
    ObjectiveWithoutOwner,
    /// An objective that less than half of the stakeholders share. Params: `n`, `all`.
    ObjectiveSharedByFew,
    /// A planned result that nothing leads to.
    ResultWithoutCause,
    /// An activity that serves no objective and brings about no result.
    ActivityLeadsNowhere,
    /// A planned result below impact that leads to nothing.
    ResultLeadsNowhere,
    /// Planned results that return to themselves.
    TheoryCycle,
    /// A planned result that follows from one further down the road.
    TheoryBackwards,
    /// A stakeholder carries more than was agreed. Params: `share`, `agreed_share`.
    AboveAgreedShare,
    /// A stakeholder carries less than was agreed. Params: `share`, `agreed_share`.
    BelowAgreedShare,
    /// One of at least three stakeholders carries more than half, and nothing was agreed. Params: `share`.
    LoadConcentrated,
    /// A need whose day has passed is not met. Params: `days`.
    NeedNotMet,
    /// A need was met after its day. Params: `days`.
    NeedMetLate,
    /// Nothing was pledged or given for a need.
    NeedWithoutPledge,
    /// A stakeholder gave and was never thanked. Params: `n`.
    ContributionsNotRecognised,
    /// A channel did not keep its cadence. Params: `n`, `all`, `share`.
    ChannelBehindPlan,
    /// A channel has been silent for more than twice its cadence. Params: `days`.
    ChannelSilent,
    /// A stakeholder was at none of the partners' meetings. Params: `n`.
    PartnerNeverReached,
    /// No channel is meant for residents.
    ResidentsWithoutChannel,
    /// A channel for residents was late. Params: `days`.
    ResidentsInformedLate,
    /// A conflict has been open for more than 90 days. Params: `days`.
    ConflictOpenLong,
    /// A conflict open for more than 30 days in which nobody mediates. Params: `days`.
    ConflictNotMediated,
    /// The same two stakeholders had several conflicts. Params: `n`.
    ConflictsRecur,
    /// A stakeholder may be about to leave. Params: `reasons`.
    PartnerAtRisk,
    /// A stakeholder left within the last year. Params: `date`.
    PartnerLeft,
    /// Two or more of a stakeholder's representatives left within the last year. Params: `n`.
    RepresentativesChange,
    /// The partners clearly rate a dimension of their work as a concern. Params: `dimension`, `value`, `cut`.
    RatedAsConcern,
    /// The partners rate a dimension lower than in the wave before. Params: `dimension`, `value`.
    RatedLower,
    /// A stakeholder without whom others are no longer connected with the rest. Params: `n`.
    ConnectedThroughOne,
    /// A stakeholder that no tie leads to or from.
    PartnerWithoutTies,
    /// An action was not done by its day. Params: `days`.
    ActionOverdue,
    /// An open action that nobody sees to.
    ActionWithoutOwner,
}

/// The part of a review that a finding belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewPart {
    /// Who does what, towards which objectives.
    Responsibilities,
    /// Who carries how much, and what was needed.
    Shares,
    /// Who was told what, and when.
    Communication,
    /// Conflicts and how they end.
    Conflicts,
    /// Who stays.
    Retention,
    /// How the partners rate their work together.
    SelfAssessment,
    /// Who works with whom.
    Networks,
    /// What was decided, and whether it was done.
    Actions,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingSeverity {
    /// To be looked at when there is time.
    Low,
    /// To be talked about at the next meeting.
    Medium,
    /// To be seen to first.
    High,
}

impl FindingSeverity {
    /// The name in snake case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

impl ReviewPart {
    /// Every part, in the order of the report.
    pub const ALL: [Self; 8] = [
        Self::Responsibilities,
        Self::Shares,
        Self::Communication,
        Self::Conflicts,
        Self::Retention,
        Self::SelfAssessment,
        Self::Networks,
        Self::Actions,
    ];

    /// The name in snake case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Responsibilities => "responsibilities",
            Self::Shares => "shares",
            Self::Communication => "communication",
            Self::Conflicts => "conflicts",
            Self::Retention => "retention",
            Self::SelfAssessment => "self_assessment",
            Self::Networks => "networks",
            Self::Actions => "actions",
        }
    }
}

impl FindingCode {
    /// The name in snake case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoResponsibilities => "no_responsibilities",
            Self::NoAccountable => "no_accountable",
            Self::SeveralAccountable => "several_accountable",
            Self::NoResponsible => "no_responsible",
            Self::AccountableNotInvolved => "accountable_not_involved",
            Self::DutyOfFormerPartner => "duty_of_former_partner",
            Self::Overloaded => "overloaded",
            Self::WithoutTask => "without_task",
            Self::ActivitiesDependOnOne => "activities_depend_on_one",
            Self::ObjectiveDependsOnOne => "objective_depends_on_one",
            Self::SectorAbsent => "sector_absent",
            Self::ResidentsUnrepresented => "residents_unrepresented",
            Self::RoleUnfilled => "role_unfilled",
            Self::ObjectiveWithoutActivity => "objective_without_activity",
            Self::ObjectiveWithoutIndicator => "objective_without_indicator",
            Self::ObjectiveWithoutOwner => "objective_without_owner",
            Self::ObjectiveSharedByFew => "objective_shared_by_few",
            Self::ResultWithoutCause => "result_without_cause",
            Self::ActivityLeadsNowhere => "activity_leads_nowhere",
            Self::ResultLeadsNowhere => "result_leads_nowhere",
            Self::TheoryCycle => "theory_cycle",
            Self::TheoryBackwards => "theory_backwards",
            Self::AboveAgreedShare => "above_agreed_share",
            Self::BelowAgreedShare => "below_agreed_share",
            Self::LoadConcentrated => "load_concentrated",
            Self::NeedNotMet => "need_not_met",
            Self::NeedMetLate => "need_met_late",
            Self::NeedWithoutPledge => "need_without_pledge",
            Self::ContributionsNotRecognised => "contributions_not_recognised",
            Self::ChannelBehindPlan => "channel_behind_plan",
            Self::ChannelSilent => "channel_silent",
            Self::PartnerNeverReached => "partner_never_reached",
            Self::ResidentsWithoutChannel => "residents_without_channel",
            Self::ResidentsInformedLate => "residents_informed_late",
            Self::ConflictOpenLong => "conflict_open_long",
            Self::ConflictNotMediated => "conflict_not_mediated",
            Self::ConflictsRecur => "conflicts_recur",
            Self::PartnerAtRisk => "partner_at_risk",
            Self::PartnerLeft => "partner_left",
            Self::RepresentativesChange => "representatives_change",
            Self::RatedAsConcern => "rated_as_concern",
            Self::RatedLower => "rated_lower",
            Self::ConnectedThroughOne => "connected_through_one",
            Self::PartnerWithoutTies => "partner_without_ties",
            Self::ActionOverdue => "action_overdue",
            Self::ActionWithoutOwner => "action_without_owner",
        }
    }

    /// The part of a review that it belongs to.
    #[must_use]
    pub fn part(self) -> ReviewPart {
        match self {
            Self::NoResponsibilities
            | Self::NoAccountable
            | Self::SeveralAccountable
            | Self::NoResponsible
            | Self::AccountableNotInvolved
            | Self::DutyOfFormerPartner
            | Self::Overloaded
            | Self::WithoutTask
            | Self::ActivitiesDependOnOne
            | Self::ObjectiveDependsOnOne
            | Self::SectorAbsent
            | Self::ResidentsUnrepresented
            | Self::RoleUnfilled
            | Self::ObjectiveWithoutActivity
            | Self::ObjectiveWithoutIndicator
            | Self::ObjectiveWithoutOwner
            | Self::ObjectiveSharedByFew
            | Self::ResultWithoutCause
            | Self::ActivityLeadsNowhere
            | Self::ResultLeadsNowhere
            | Self::TheoryCycle
            | Self::TheoryBackwards => ReviewPart::Responsibilities,
            Self::AboveAgreedShare
            | Self::BelowAgreedShare
            | Self::LoadConcentrated
            | Self::NeedNotMet
            | Self::NeedMetLate
            | Self::NeedWithoutPledge
            | Self::ContributionsNotRecognised => ReviewPart::Shares,
            Self::ChannelBehindPlan
            | Self::ChannelSilent
            | Self::PartnerNeverReached
            | Self::ResidentsWithoutChannel
            | Self::ResidentsInformedLate => ReviewPart::Communication,
            Self::ConflictOpenLong | Self::ConflictNotMediated | Self::ConflictsRecur => ReviewPart::Conflicts,
            Self::PartnerAtRisk | Self::PartnerLeft | Self::RepresentativesChange => ReviewPart::Retention,
            Self::RatedAsConcern | Self::RatedLower => ReviewPart::SelfAssessment,
            Self::ConnectedThroughOne | Self::PartnerWithoutTies => ReviewPart::Networks,
            Self::ActionOverdue | Self::ActionWithoutOwner => ReviewPart::Actions,
        }
    }
}
