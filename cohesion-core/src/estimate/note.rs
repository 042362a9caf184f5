//! Findings that are not fatal, as data.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// How much a note matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Good to know.
    Information,
    /// Read it before you use the figure.
    Warning,
    /// The figure cannot be had.
    NotEstimable,
}

/// What a note says; its sentence in each language is in [`crate::note_text`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NoteCode {
    /// Nobody in the group answered.
    NoAnswers,
    /// The group has answers from one sampling unit only.
    OneUnit,
    /// All weights of those who answered are zero.
    ZeroWeight,
    /// No answer lies beyond a quantile, so it has no interval.
    NothingBeyond,
    /// The denominator of a ratio sums to zero.
    ZeroDenominator,
    /// A variable whose correlation is asked never varies.
    ConstantValues,
    /// Strata with one single unit were counted by a rule. Params: `rule`; for `collapse` with what was joined.
    SingleUnitStrata,
    /// A total with missing answers needs a rule. Params: `n_missing`.
    TotalWithMissing,
    /// The share is 0 or 1, or has no variance: the interval is Korn and Graubard's.
    NoVariance,
    /// Weights that look like counts of people (whole numbers from 1).
    WeightsLookLikeCounts,
    /// Weights that sum to the number of rows: totals are not population totals.
    WeightsNormalised,
    /// Too few complete answers for alpha. Params: `n`.
    TooFewComplete,
    /// An item that never varies is part of alpha. Params: `item`.
    ConstantItem,
    /// Alpha is negative: look at the direction of the items.
    NegativeAlpha,
    /// An item runs against the others: its direction may be wrong. Params: `item`, `correlation`.
    ItemRunsAgainst,
    /// The interval of alpha is that of a simple random sample.
    AlphaIgnoresDesign,
    /// A scale of one item has no alpha.
    OneItem,
    /// The samples that are compared were taken to be independent.
    IndependentSamples,
    /// The difference uses the covariance of units seen in both. Params: `by` (`persons` or `clusters`).
    PairedSamples,
    /// How many comparisons would stand out by chance. Params: `n`, `expected`.
    ByChance,
    /// Values that are no numbers were counted as missing. Params: `column`, `n`, `examples`.
    Unparsed,
    /// Values outside the codebook were counted as missing. Params: `column`, `n`, `examples`.
    UndeclaredCodes,
    /// Answers kept out of the denominator by the indicator's rule. Params: `kind`, `n`.
    MissingKindOut,
    /// Answers kept in the denominator by the indicator's rule. Params: `kind`, `n`.
    MissingKindIn,
    /// The scale's stated range is not the one that answers reach. Params: `scale`, `stated`, `attainable`.
    UnattainableRange,
    /// Items of one scale run over different ranges. Params: `scale`, `ranges`.
    MixedRanges,
    /// Values of a scale that fall in no band. Params: `scale`, `from`, `to`.
    BandGap,
    /// Values of a scale that fall in two bands. Params: `scale`, `bands`.
    BandOverlap,
    /// A band that no answer reaches. Params: `scale`, `band`.
    BandUnreachable,
    /// The same item twice in a scale. Params: `scale`, `item`.
    ItemTwice,
    /// A person without any answer scores as if they had answered. Params: `scale`.
    MissingCountsAsZero,
    /// The attainable range depends on which items are missing. Params: `scale`.
    RangeDependsOnMissing,
    /// Items start at another value than the bands and the stated range were published for. Params: `scale`, `stated`,
    /// `found`.
    CodingBase,
    /// A group was hidden because it is too small. Params: `minimum`.
    HiddenSmall,
    /// A group was hidden so that another cannot be found by subtraction.
    HiddenComplementary,
    /// A share was hidden because too few gave the answer, or too few did not. Params: `minimum`.
    HiddenNumerator,
    /// A share was hidden because all or none of the group gave the answer.
    HiddenGroupDisclosure,
    /// A total was hidden because few contributions make most of it.
    HiddenDominance,
    /// A total was hidden because its largest contributions were not given.
    DominanceUnknown,
    /// A table was hidden because it could not be proven safe.
    HiddenUnproven,
    /// The audit takes all tables to be about the same people.
    AuditSamePeople,
    /// The audit links answers to different questions by the sizes of groups only.
    AuditGroupSizes,
    /// The audit looks at weighted shares for what determines what, as they are no counts.
    AuditWeightedShares,
    /// The audit takes rounded figures as ranges. Params: `base`.
    AuditRounded,
    /// Enough rows share each combination of columns. Params: `k`, `smallest`.
    KAnonymous,
    /// Rows whose combination of columns too few share. Params: `n`, `rows`, `k`.
    NotKAnonymous,
    /// The column without which fewest rows stand out. Params: `column`, `n`.
    ColumnHelpsMost,
    /// Everybody of some combination has the same value. Params: `column`.
    OneSensitiveValue,
    /// Clusters were pooled before a summary was shared. Params: `from`, `to`.
    ClustersPooled,
    /// Strata were pooled before a summary was shared. Params: `from`, `to`.
    StrataPooled,
    /// Groups of a crossing were pooled before a summary was shared. Params: `margin`, `n`.
    GroupsPooled,
    /// A crossing was left out before a summary was shared. Params: `margin`.
    CrossingLeftOut,
    /// Later stages and population sizes were left out before a summary was shared.
    StagesLeftOut,
    /// Ratios, variances and correlations were left out before a summary was shared. Params: `columns`.
    MomentsLeftOut,
    /// An indicator of register data was left out: no register table was given. Params: `indicator`.
    NoRegister,
    /// An indicator was left out because its column is not in the table. Params: `indicator`, `column`.
    ColumnAbsent,
    /// Columns of the table that the plan does not use. Params: `columns`.
    UnusedColumns,
    /// A change over time is no effect of a programme.
    ChangeIsNoEffect,
    /// Only one wave: change cannot be told.
    OneWave,
    /// Rows without a group label are in the overall figure but in no group. Params: `column`, `n`.
    NoLabel,
    /// Replicates repeat the first stage of sampling only, of which a large part was taken. Params: `percent`.
    FirstStageOnly,
    /// Replicates know nothing of the part of the first stage that was taken. Params: `percent`.
    FractionLeftOut,
    /// Replicates in which the group has no weight were left out. Params: `n`.
    ReplicatesLeftOut,
    /// There are as many terms as degrees of freedom, or more. Params: `df`.
    NoDegreesOfFreedom,
    /// The fit of a regression came to no rest.
    NotConverged,
    /// Some cells of a table of two columns have no row.
    EmptyCells,
    /// A part of a review cannot be judged: no such records were given. Params: `records`.
    NoRecords,
    /// Records dated after the day of the review were left out. Params: `n`.
    RecordsAfter,
    /// Ties with stakeholders who do not take part on the day of the review were left out. Params: `n`.
    TiesOfFormerPartners,
    /// Rows of attendance at events without a channel count for no meeting of the partners. Params: `n`.
    AttendanceWithoutChannel,
    /// Actions name findings that no review makes. Params: `n`.
    UnknownFindings,
    /// Stakeholders joined after the first contribution: less than the agreed share is not held against them. Params: `n`.
    JoinedAfterFirstContribution,
    /// Amounts in several units and no rate between them. Params: `units`.
    UnitsDiffer,
    /// Nothing was recorded as given.
    NothingGiven,
    /// A single stakeholder: there is no spread to speak of.
    OneContributor,
    /// Less than half have ended so far: the median time is not reached. Params: `n`, `ended`.
    MedianNotReached,
    /// Nobody to follow.
    NobodyAtRisk,
    /// All who were there had left before others came: the curve says nothing from there on.
    RiskSetEmptied,
    /// Nothing has ended: groups cannot be compared.
    NothingEnded,
    /// Only one group: there is nothing to compare.
    OneGroup,
    /// So few cases that every figure moves much with each of them. Params: `n`.
    FewCases,
    /// Stakeholders without a day of joining were left out. Params: `n`.
    JoiningUnknown,
    /// A description of what was recorded: no effect of thanks on staying is shown by it.
    DescribedOnly,
    /// Stakeholders that left and came back count once per stay. Params: `n`.
    RejoinedCounted,
    /// No shares were agreed for this kind.
    NoAgreement,
    /// The agreed shares are those of the whole load.
    AgreedForWhole,
    /// Amounts were counted in one unit by the agreed rates. Params: `units`, `to`.
    ConvertedUnits,
    /// Only one organisation answered: how far organisations differ cannot be told.
    OneOrganisation,
    /// All answered alike: a standard error of 0 would claim to be certain, so there is no interval.
    NoSpread,
    /// The plan does not say which answers are possible, so agreement cannot be held against chance.
    NoAnswerRange,
    /// No organisation has two people who answered: agreement within organisations cannot be told.
    OnePersonEach,
    /// No organisation answered in both waves.
    NoOrganisationTwice,
    /// Organisations that answered in one wave only are not in the change. Params: `now`, `before`.
    NotPaired,
    /// Intervals take the organisations for a sample of those that might sit at the table.
    OrganisationsAsSample,
    /// Nobody answered an item. Params: `item`.
    ItemWithoutAnswers,
    /// Rows without a value in a column that they need were left out. Params: `column`, `n`.
    RowsLeftOut,
    /// Hidden or not computed: fewer organisations than the plan asks for. Params: `minimum`.
    FewOrganisations,
    /// Hidden: all organisations said the same, so the figure is what each of them said.
    HiddenUnanimous,
    /// The comparison takes both sides to have answered the same question on the same scale.
    SameScale,
    /// Too few partners answered for measures of the whole pattern. Params: `percent`, `least`.
    CompletionTooLow,
    /// Partners who did not answer: their ties to others are unknown. Params: `n`, `of`.
    NonRespondents,
    /// A measure that needs more partners. Params: `needed`, `n`.
    TooFewPartners,
    /// Ties that were not stated in each of the kinds that were put together. Params: `n`, `kinds`.
    StatedInSomeKinds,
    /// Partners rated by fewer than can be shown. Params: `minimum`, `n`.
    TooFewRaters,
    /// A measure that is not computed for so many partners. Params: `n`, `most`.
    TooManyPartners,
    /// There is no tie to measure.
    NoTies,
    /// All pairs are alike: tied, or not tied, with the same weight.
    NoContrast,
    /// Classical closeness is not defined for partners who do not reach all others.
    NotAllReached,
    /// No tie lies on a closed way, so there is no eigenvector centrality.
    NoClosedWay,
    /// Separate parts share the largest eigenvalue, so that eigenvector centrality is not one.
    EigenvectorNotUnique,
    /// Rows with weight 0 were taken as no tie. Params: `n`.
    ZeroWeightTies,
    /// Rows that say the same of the same pair again. Params: `n`.
    RepeatedTies,
    /// An undirected network holds one view of a pair: nothing can be disputed.
    OneViewPerPair,
    /// Partners without a group were left out. Params: `n`.
    NoGroup,
    /// Chance leaves no choice, so there is nothing to compare with.
    DegenerateNull,
    /// Every arrangement was looked at. Params: `n`.
    ExactPermutation,
    /// Random arrangements were looked at. Params: `n`.
    RandomPermutation,
    /// Brokerage roles in an undirected network: every tie leads both ways.
    UndirectedRoles,
    /// The best of many starts, not proven the best of all. Params: `n`, `percent`.
    BestOfStarts,
    /// One start says nothing of stability.
    OneStart,
    /// The worst case was sought step by step, the average is that of random draws. Params: `n`.
    GreedySearch,
    /// Two networks of different partners: those of both were compared. Params: `a`, `b`, `n`.
    DifferentPartners,
    /// Partners who did not answer in both networks were left out. Params: `n`.
    AnsweredOnce,
    /// A range over seeded completions of the missing answers. Params: `n`.
    RangeOfCompletions,
    /// Weights were calibrated to totals that are estimates, whose errors widen those of the figures.
    EstimatedTotals,
    /// Weights were cut or raised to limits: errors shrink, and figures may lie to one side. Params: `n`.
    WeightsTrimmed,
    /// Replicates in which the weights could not be adjusted again were left out. Params: `n`.
    ReplicatesNotAdjusted,
    /// Cells with few respondents were joined with others. Params: `n`.
    CellsJoined,
    /// Two figures whose covariance is not known were compared.
    NoCovariance,
    /// How much of a small-area figure is the area's own survey. Params: `own`, `borrowed` (per cent), `covariates`.
    BorrowedStrength,
    /// A small-area figure to which the area's own survey adds nothing. Params: `covariates`.
    SyntheticFigure,
    /// The areas differ by no more than sampling and covariates tell. Params: `covariates`.
    NoAreaVariance,
    /// The areas' own figures go together, which the model does not know. Params: `correlation`.
    AreasCorrelated,
    /// An area's own figure lies far from what its covariates tell. Params: `deviations`.
    AreaStandsApart,
    /// A modelled share lies outside 0 to 1.
    ShareOutside,
    /// The model took one variance per answer for all areas.
    SmoothedVariances,
    /// Figures of areas were multiplied by a factor to agree with that of the whole.
    BenchmarkedByRatio,
    /// The same amount was added to the figures of areas so that they agree with that of the whole.
    BenchmarkedByDifference,
}

impl NoteCode {
    /// Whether it says why a group is not shown.
    pub(crate) fn hides(self) -> bool {
        matches!(
            self,
            Self::HiddenSmall
                | Self::HiddenComplementary
                | Self::HiddenNumerator
                | Self::HiddenGroupDisclosure
                | Self::HiddenDominance
                | Self::DominanceUnknown
                | Self::HiddenUnproven
                | Self::FewOrganisations
                | Self::HiddenUnanimous
        )
    }

    /// The name in snake case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoAnswers => "no_answers",
            Self::OneUnit => "one_unit",
            Self::ZeroWeight => "zero_weight",
            Self::NothingBeyond => "nothing_beyond",
            Self::ZeroDenominator => "zero_denominator",
            Self::ConstantValues => "constant_values",
            Self::SingleUnitStrata => "single_unit_strata",
            Self::TotalWithMissing => "total_with_missing",
            Self::NoVariance => "no_variance",
            Self::WeightsLookLikeCounts => "weights_look_like_counts",
            Self::WeightsNormalised => "weights_normalised",
            Self::TooFewComplete => "too_few_complete",
            Self::ConstantItem => "constant_item",
            Self::NegativeAlpha => "negative_alpha",
            Self::ItemRunsAgainst => "item_runs_against",
            Self::AlphaIgnoresDesign => "alpha_ignores_design",
            Self::OneItem => "one_item",
            Self::IndependentSamples => "independent_samples",
            Self::PairedSamples => "paired_samples",
            Self::ByChance => "by_chance",
            Self::Unparsed => "unparsed",
            Self::UndeclaredCodes => "undeclared_codes",
            Self::MissingKindOut => "missing_kind_out",
            Self::MissingKindIn => "missing_kind_in",
            Self::UnattainableRange => "unattainable_range",
            Self::MixedRanges => "mixed_ranges",
            Self::BandGap => "band_gap",
            Self::BandOverlap => "band_overlap",
            Self::BandUnreachable => "band_unreachable",
            Self::ItemTwice => "item_twice",
            Self::MissingCountsAsZero => "missing_counts_as_zero",
            Self::RangeDependsOnMissing => "range_depends_on_missing",
            Self::CodingBase => "coding_base",
            Self::HiddenSmall => "hidden_small",
            Self::HiddenComplementary => "hidden_complementary",
            Self::HiddenNumerator => "hidden_numerator",
            Self::HiddenGroupDisclosure => "hidden_group_disclosure",
            Self::HiddenDominance => "hidden_dominance",
            Self::DominanceUnknown => "dominance_unknown",
            Self::HiddenUnproven => "hidden_unproven",
            Self::AuditSamePeople => "audit_same_people",
            Self::AuditGroupSizes => "audit_group_sizes",
            Self::AuditWeightedShares => "audit_weighted_shares",
            Self::AuditRounded => "audit_rounded",
            Self::KAnonymous => "k_anonymous",
            Self::NotKAnonymous => "not_k_anonymous",
            Self::ColumnHelpsMost => "column_helps_most",
            Self::OneSensitiveValue => "one_sensitive_value",
            Self::ClustersPooled => "clusters_pooled",
            Self::StrataPooled => "strata_pooled",
            Self::GroupsPooled => "groups_pooled",
            Self::CrossingLeftOut => "crossing_left_out",
            Self::StagesLeftOut => "stages_left_out",
            Self::MomentsLeftOut => "moments_left_out",
            Self::NoRegister => "no_register",
            Self::ColumnAbsent => "column_absent",
            Self::UnusedColumns => "unused_columns",
            Self::ChangeIsNoEffect => "change_is_no_effect",
            Self::OneWave => "one_wave",
            Self::NoLabel => "no_label",
            Self::FirstStageOnly => "first_stage_only",
            Self::FractionLeftOut => "fraction_left_out",
            Self::ReplicatesLeftOut => "replicates_left_out",
            Self::NoDegreesOfFreedom => "no_degrees_of_freedom",
            Self::NotConverged => "not_converged",
            Self::EmptyCells => "empty_cells",
            Self::NoRecords => "no_records",
            Self::RecordsAfter => "records_after",
            Self::TiesOfFormerPartners => "ties_of_former_partners",
            Self::AttendanceWithoutChannel => "attendance_without_channel",
            Self::UnknownFindings => "unknown_findings",
            Self::JoinedAfterFirstContribution => "joined_after_first_contribution",
            Self::UnitsDiffer => "units_differ",
            Self::NothingGiven => "nothing_given",
            Self::OneContributor => "one_contributor",
            Self::MedianNotReached => "median_not_reached",
            Self::NobodyAtRisk => "nobody_at_risk",
            Self::RiskSetEmptied => "risk_set_emptied",
            Self::NothingEnded => "nothing_ended",
            Self::OneGroup => "one_group",
            Self::FewCases => "few_cases",
            Self::JoiningUnknown => "joining_unknown",
            Self::DescribedOnly => "described_only",
            Self::RejoinedCounted => "rejoined_counted",
            Self::NoAgreement => "no_agreement",
            Self::AgreedForWhole => "agreed_for_whole",
            Self::ConvertedUnits => "converted_units",
            Self::OneOrganisation => "one_organisation",
            Self::NoSpread => "no_spread",
            Self::NoAnswerRange => "no_answer_range",
            Self::OnePersonEach => "one_person_each",
            Self::NoOrganisationTwice => "no_organisation_twice",
            Self::NotPaired => "not_paired",
            Self::OrganisationsAsSample => "organisations_as_sample",
            Self::ItemWithoutAnswers => "item_without_answers",
            Self::RowsLeftOut => "rows_left_out",
            Self::FewOrganisations => "few_organisations",
            Self::HiddenUnanimous => "hidden_unanimous",
            Self::SameScale => "same_scale",
            Self::CompletionTooLow => "completion_too_low",
            Self::NonRespondents => "non_respondents",
            Self::TooFewPartners => "too_few_partners",
            Self::StatedInSomeKinds => "stated_in_some_kinds",
            Self::TooFewRaters => "too_few_raters",
            Self::TooManyPartners => "too_many_partners",
            Self::NoTies => "no_ties",
            Self::NoContrast => "no_contrast",
            Self::NotAllReached => "not_all_reached",
            Self::NoClosedWay => "no_closed_way",
            Self::EigenvectorNotUnique => "eigenvector_not_unique",
            Self::ZeroWeightTies => "zero_weight_ties",
            Self::RepeatedTies => "repeated_ties",
            Self::OneViewPerPair => "one_view_per_pair",
            Self::NoGroup => "no_group",
            Self::DegenerateNull => "degenerate_null",
            Self::ExactPermutation => "exact_permutation",
            Self::RandomPermutation => "random_permutation",
            Self::UndirectedRoles => "undirected_roles",
            Self::BestOfStarts => "best_of_starts",
            Self::OneStart => "one_start",
            Self::GreedySearch => "greedy_search",
            Self::DifferentPartners => "different_partners",
            Self::AnsweredOnce => "answered_once",
            Self::RangeOfCompletions => "range_of_completions",
            Self::EstimatedTotals => "estimated_totals",
            Self::WeightsTrimmed => "weights_trimmed",
            Self::ReplicatesNotAdjusted => "replicates_not_adjusted",
            Self::CellsJoined => "cells_joined",
            Self::NoCovariance => "no_covariance",
            Self::BorrowedStrength => "borrowed_strength",
            Self::SyntheticFigure => "synthetic_figure",
            Self::NoAreaVariance => "no_area_variance",
            Self::AreasCorrelated => "areas_correlated",
            Self::AreaStandsApart => "area_stands_apart",
            Self::ShareOutside => "share_outside",
            Self::SmoothedVariances => "smoothed_variances",
            Self::BenchmarkedByRatio => "benchmarked_by_ratio",
            Self::BenchmarkedByDifference => "benchmarked_by_difference",
        }
    }
}

/// A finding that is not fatal: a code, its place and what its sentence needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What it says.
    pub code: NoteCode,
    /// What it speaks of; empty for the whole.
    pub path: String,
    /// How much it matters.
    pub severity: Severity,
    /// The values its sentence needs.
    pub params: BTreeMap<String, String>,
}

impl Note {
    /// A note of `code` about `path`.
    #[must_use]
    pub fn new(code: NoteCode, severity: Severity, path: impl Into<String>) -> Self {
        Self { code, path: path.into(), severity, params: BTreeMap::new() }
    }

    /// A note that is good to know.
    #[must_use]
    pub fn information(code: NoteCode, path: impl Into<String>) -> Self {
        Self::new(code, Severity::Information, path)
    }

    /// A note to read before the figure is used.
    #[must_use]
    pub fn warning(code: NoteCode, path: impl Into<String>) -> Self {
        Self::new(code, Severity::Warning, path)
    }

    /// The reason why a figure cannot be had.
    #[must_use]
    pub fn not_estimable(code: NoteCode, path: impl Into<String>) -> Self {
        Self::new(code, Severity::NotEstimable, path)
    }

    /// The same note with a value for its sentence.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl std::fmt::Display) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }
}
