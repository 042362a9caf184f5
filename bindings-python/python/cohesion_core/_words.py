"""Closed sets: the words that arguments take and results hold.

Written by `cargo run -p faces` from the Rust sources and faces.toml; do not edit.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

AreaVariances: TypeAlias = Literal["direct", "smoothed"]
"""Which variance of an area's own figure the model takes."""

AuditedCount: TypeAlias = Literal["answers", "counted", "not_counted", "figure"]
"""Which count of a hidden group was looked at."""

BenchmarkMethod: TypeAlias = Literal["ratio", "difference"]
"""How figures of areas are made to agree with that of the whole."""

CalibrationMethod: TypeAlias = Literal["post_stratify", "raking", "linear", "logit"]
"""How weights are moved towards known totals."""

ChiSquareStatistic: TypeAlias = Literal["f", "chi_square", "wald", "adjusted_wald", "saddlepoint"]
"""How independence of two columns is tested."""

EligibilityShare: TypeAlias = Literal["given", "proportional_allocation"]
"""Where the share of eligible cases among those of unknown eligibility comes from."""

Family: TypeAlias = Literal["gaussian", "binomial", "poisson"]
"""What the outcome of a regression is like, and with it the link and the variance."""

FigureSpan: TypeAlias = Literal["bounds", "completions", "interval"]
"""What a figure's `low` and `high` are."""

FindingCode: TypeAlias = Literal[
    "no_responsibilities",
    "no_accountable",
    "several_accountable",
    "no_responsible",
    "accountable_not_involved",
    "duty_of_former_partner",
    "overloaded",
    "without_task",
    "activities_depend_on_one",
    "objective_depends_on_one",
    "sector_absent",
    "residents_unrepresented",
    "role_unfilled",
    "objective_without_activity",
    "objective_without_indicator",
    "objective_without_owner",
    "objective_shared_by_few",
    "result_without_cause",
    "activity_leads_nowhere",
    "result_leads_nowhere",
    "theory_cycle",
    "theory_backwards",
    "above_agreed_share",
    "below_agreed_share",
    "load_concentrated",
    "need_not_met",
    "need_met_late",
    "need_without_pledge",
    "contributions_not_recognised",
    "channel_behind_plan",
    "channel_silent",
    "partner_never_reached",
    "residents_without_channel",
    "residents_informed_late",
    "conflict_open_long",
    "conflict_not_mediated",
    "conflicts_recur",
    "partner_at_risk",
    "partner_left",
    "representatives_change",
    "rated_as_concern",
    "rated_lower",
    "connected_through_one",
    "partner_without_ties",
    "action_overdue",
    "action_without_owner",
]
"""A weak point of a partnership."""

FindingSeverity: TypeAlias = Literal["low", "medium", "high"]
"""How much a finding matters."""

Grade: TypeAlias = Literal["reliable", "review", "unreliable"]
"""How far a figure may be trusted, by a rule with a name."""

IntervalMethod: TypeAlias = Literal[
    "t",
    "logit",
    "korn_graubard",
    "beta",
    "wilson",
    "likelihood",
    "arcsine",
    "fisher_z",
    "woodruff",
    "feldt",
    "shrout_fleiss",
    "bonett",
]
"""Which way an interval was made."""

Lost: TypeAlias = Literal["partners", "ties"]
"""What goes when a network is tried for losses."""

Movement: TypeAlias = Literal["new", "improved", "unchanged", "worse", "cannot_tell"]
"""How a finding moved since the review before."""

QuantileRule: TypeAlias = Literal[
    "math", "school", "shahvaish", "hf1", "hf2", "hf3", "hf4", "hf5", "hf6", "hf7", "hf8", "hf9"
]
"""Which value is called the quantile where the answers leave a choice (R: `qrule` of `svyquantile`). With the
answers in order, w their weights, C the weights cumulated, n their number and F = C / C_n."""

RankScore: TypeAlias = Literal["wilcoxon", "van_der_waerden", "median", "kruskal_wallis"]
"""What a rank counts for in a rank test."""

Severity: TypeAlias = Literal["information", "warning", "not_estimable"]
"""How much a note matters."""

SingleUnit: TypeAlias = Literal["refuse", "remove", "certainty", "adjust", "average", "collapse"]
"""What becomes of a stratum with one single sampling unit, whose variance cannot be estimated from the data."""

Statistic: TypeAlias = Literal[
    "mean",
    "share",
    "total",
    "ratio",
    "variance",
    "correlation",
    "quantile",
    "difference",
    "alpha",
    "coefficient",
    "coefficient_of_variation",
    "theil",
    "gini",
]
"""What was estimated."""

SymmetryRule: TypeAlias = Literal["union", "intersection"]
"""When a pair whose two views differ is taken to be tied."""

TotalRule: TypeAlias = Literal["refuse", "answered"]
"""What a total does with missing answers."""
