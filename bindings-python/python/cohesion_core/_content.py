"""What results hold: plain data that does not change.

Written by `cargo run -p faces` from the Rust sources and faces.toml; do not edit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cohesion_core._review_table import ReviewTable
from cohesion_core._words import (
    AuditedCount,
    BenchmarkMethod,
    FigureSpan,
    FindingCode,
    FindingSeverity,
    Grade,
    IntervalMethod,
    Movement,
    Severity,
)


@dataclass(frozen=True)
class Note:
    """A finding that is not fatal: a code, its place and what its sentence needs.

    Attributes:
        code: What it says.
        path: What it speaks of; empty for the whole.
        severity: How much it matters.
        params: The values its sentence needs.
    """

    code: str
    path: str
    severity: Severity
    params: dict[str, Any]

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> Note:
        return cls(**found)


@dataclass(frozen=True)
class Interval:
    """An interval and how it was made.

    Attributes:
        low: Lower end.
        high: Upper end.
        level: Confidence level, between 0 and 1.
        method: How it was made.
    """

    low: float
    high: float
    level: float
    method: IntervalMethod

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> Interval:
        return cls(**found)


@dataclass(frozen=True)
class Reliability:
    """A grade, the rule that gave it and the first reason.

    Rules: `nchs_2017` for shares (Parker and others, National Center for Health Statistics Data Presentation Standards
    for Proportions, 2017: effective n below 30, or an interval wider than 0.30, or wider than 130 % of the share while
    wider than 0.05, is unreliable; df below 8 is to be reviewed); `effective_n_30` for means, totals and alpha
    (effective n below 30 or df below 8 is to be reviewed); `small_area` for figures of a small-area model (a share
    outside 0 to 1 or an interval of a share of 0.30 or wider is unreliable; half or more borrowed, or df below 8, is to
    be reviewed).

    Attributes:
        grade: The grade.
        rule: The name of the rule.
        reason: Why the grade is not `reliable`: `effective_n`, `interval_width`, `relative_width`, `borrowed` or `df`.
    """

    grade: Grade
    rule: str
    reason: str | None

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> Reliability:
        return cls(**found)


@dataclass(frozen=True)
class Estimate:
    """One figure and everything that is known of its uncertainty.

    A figure that cannot be estimated has `value: None` and says why in `reason`: it is never 0 and never NaN.

    Attributes:
        value: The figure; None where it cannot be estimated.
        se: Its standard error, in the unit of the figure.
        df: Degrees of freedom of the standard error.
        n: How many rows answered.
        n_missing: How many rows of the group have no answer.
        n_eff: Effective sample size: `n / deff`.
        deff: Design effect: variance against that of a simple random sample of the same size.
        interval: Interval.
        reliability: How far it may be trusted.
        method: How the figure and its error were made.
        reason: Why there is no figure, or no standard error.
        notes: Findings that are not fatal.
    """

    value: float | None
    se: float | None
    df: float | None
    n: int
    n_missing: int
    n_eff: float | None
    deff: float | None
    interval: Interval | None
    reliability: Reliability | None
    method: str
    reason: Note | None
    notes: tuple[Note, ...]

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> Estimate:
        return cls(
            **{
                **found,
                "interval": None if found["interval"] is None else Interval._of(found["interval"]),
                "reliability": None if found["reliability"] is None else Reliability._of(found["reliability"]),
                "reason": None if found["reason"] is None else Note._of(found["reason"]),
                "notes": tuple(Note._of(one) for one in found["notes"]),
            }
        )


@dataclass(frozen=True)
class Filter:
    """A domain: the rows whose label in `column` is one of `values`.

    Attributes:
        column: The column.
        values: The labels that count as inside.
    """

    column: str
    values: tuple[str, ...]

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> Filter:
        return cls(**{**found, "values": tuple(found["values"])})


@dataclass(frozen=True)
class Row:
    """One row of `crate::Estimates`: the labels of its group and the figure.

    Attributes:
        labels: One label per key, in the order of the keys.
        estimate: The figure.
    """

    labels: tuple[str, ...]
    estimate: Estimate

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> Row:
        return cls(**{**found, "labels": tuple(found["labels"]), "estimate": Estimate._of(found["estimate"])})


@dataclass(frozen=True)
class Provenance:
    """Where a number comes from.

    Attributes:
        plan_hash: SHA-256 of the plan's canonical JSON.
        table_hashes: Hashes of the tables that went in, sorted.
        definition: Id and version of the definition: `belonging@2`.
        rule: The rule that was used where several exist (missing answers, variance).
        library_version: Version of this library.
        seed: Seed of the random numbers, where there were any.
        as_of: The date that was taken as today.
        r_call: The call of R's package `survey` that gives the same number, over a data frame `d` with the same
            columns.
    """

    plan_hash: str | None
    table_hashes: tuple[str, ...]
    definition: str | None
    rule: str | None
    library_version: str
    seed: int | None
    as_of: str | None
    r_call: str | None = None

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> Provenance:
        return cls(**{**found, "table_hashes": tuple(found["table_hashes"])})


@dataclass(frozen=True)
class ExplainedStep:
    """One step of a number: the figure, its error, its interval.

    Attributes:
        what: What is computed, in the reader's language.
        formula: How, with w for weights, y for answers and n for their number.
        source: Where the formula comes from.
    """

    what: str
    formula: str
    source: str

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> ExplainedStep:
        return cls(**found)


@dataclass(frozen=True)
class CalibrationRow:
    """One known total, before and after.

    Attributes:
        columns: The columns of the margin, crossed where there are several; the column whose sum is known.
        levels: One label per column; empty for the sum of a column.
        n: How many rows with a weight are there.
        population: The known total.
        se: Its standard error, where it is an estimate itself.
        before: The total of the weights before.
        after: The total of the calibrated weights.
    """

    columns: tuple[str, ...]
    levels: tuple[str, ...]
    n: int
    population: float
    se: float | None
    before: float
    after: float

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> CalibrationRow:
        return cls(**{**found, "columns": tuple(found["columns"]), "levels": tuple(found["levels"])})


@dataclass(frozen=True)
class Trimming:
    """What trimming did.

    Attributes:
        lower: No weight is below.
        upper: No weight is above: as it was asked, or as it follows from the design effect that was asked.
        design_effect: Kish's design effect that was asked.
        n_raised: How many weights were raised to `lower`.
        n_cut: How many weights were cut to `upper`.
        weight_moved: The weight that moved from some rows to others: half the sum of the absolute changes.
        kish_untrimmed: Kish's design effect of the calibrated weights without trimming.
    """

    lower: float | None
    upper: float | None
    design_effect: float | None
    n_raised: int
    n_cut: int
    weight_moved: float
    kish_untrimmed: float

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> Trimming:
        return cls(**found)


@dataclass(frozen=True)
class ResponseCell:
    """One cell of an adjustment for non-response.

    Attributes:
        labels: The labels of the cell, one list per cell that was joined with others: `[["North", "18-39"]]`.
        n: How many rows with a weight.
        n_respondents: How many of them answered.
        rate: The weighted share that answered, between 0 and 1.
        factor: What the weights of those who answered were multiplied by: 1 over the rate.
    """

    labels: tuple[tuple[str, ...], ...]
    n: int
    n_respondents: int
    rate: float
    factor: float

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> ResponseCell:
        return cls(**{**found, "labels": tuple(tuple(one) for one in found["labels"])})


@dataclass(frozen=True)
class RegressionTerm:
    """One term of a regression.

    Attributes:
        term: `(Intercept)`, the name of a column, or `column=level` for the indicator of a level.
        variable: The column; None for the intercept.
        level: The level, for an indicator.
        estimate: The coefficient on the scale of the link.
        statistic: Coefficient by standard error.
        p: Two-sided p-value of "no association".
    """

    term: str
    variable: str | None
    level: str | None
    estimate: Estimate
    statistic: float | None
    p: float | None

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> RegressionTerm:
        return cls(**{**found, "estimate": Estimate._of(found["estimate"])})


@dataclass(frozen=True)
class SmallArea:
    """One area: its figure, and what it is made of.

    Attributes:
        label: The area.
        estimate: The figure; its standard error is the root of the estimated mean squared error.
        gamma: The part of the figure, between 0 and 1, that is the area's own survey; 0 where the figure is synthetic.
        synthetic: What areas with the same covariates have, in the unit of the figure.
        direct: The area's own survey figure; None where nobody was asked.
        sampling_variance: The variance of the area's own figure that the model took; None where it took none.
        residual: The area's own figure less the synthetic one, by the standard deviation that the model gives it.
    """

    label: str
    estimate: Estimate
    gamma: float
    synthetic: float
    direct: Estimate | None
    sampling_variance: float | None
    residual: float | None

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> SmallArea:
        return cls(
            **{
                **found,
                "estimate": Estimate._of(found["estimate"]),
                "direct": None if found["direct"] is None else Estimate._of(found["direct"]),
            }
        )


@dataclass(frozen=True)
class AreaBenchmark:
    """How the figures were made to agree with that of the whole.

    Attributes:
        method: Multiplied or added.
        target: The figure of the whole.
        target_se: Its standard error.
        before: What the figures of the areas gave together before, each with its size.
        applied: The factor, or what was added.
        added_variance: What benchmarking adds to the mean squared error of a figure as large as that of the whole.
    """

    method: BenchmarkMethod
    target: float
    target_se: float | None
    before: float
    applied: float
    added_variance: float

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> AreaBenchmark:
        return cls(**found)


@dataclass(frozen=True)
class NetworkFigure:
    """One figure of a whole network.

    Attributes:
        measure: What it is, in snake case: `density`, `centralisation_betweenness`.
        value: The figure; None where it is not defined.
        low: Lower end of what `span` says.
        high: Upper end of what `span` says.
        span: What `low` and `high` are.
        expected: What it would be by chance, in the model that `method` names.
        sd: Its standard deviation by chance, or its standard error.
        p: The p-value of "by chance".
        maximum: The largest value it was divided by, for a centralisation.
        reason: Why there is no figure.
    """

    measure: str
    value: float | None
    low: float | None
    high: float | None
    span: FigureSpan | None
    expected: float | None
    sd: float | None
    p: float | None
    maximum: float | None
    reason: Note | None

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> NetworkFigure:
        return cls(**{**found, "reason": None if found["reason"] is None else Note._of(found["reason"])})


@dataclass(frozen=True)
class AuditedCell:
    """The range of one hidden count that anybody can work out from what is shown.

    Attributes:
        table: The table, counted from 0.
        labels: The labels of the group; of a group that stands in no table, what it is.
        count: Which count.
        low: The smallest possible value; None for a figure.
        high: The largest possible value; None for a figure, and where nothing bounds it.
        needed: How wide the range had to be.
        implied: Whether the group stands in no table and can only be found by subtraction.
    """

    table: int
    labels: tuple[str, ...]
    count: AuditedCount
    low: int | None
    high: int | None
    needed: int
    implied: bool

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> AuditedCell:
        return cls(**{**found, "labels": tuple(found["labels"])})


@dataclass(frozen=True)
class Audit:
    """The proof that what is hidden cannot be worked out, and what it rests on.

    Attributes:
        passed: Whether every hidden count keeps a range that is wide enough.
        method: How the ranges were found.
        rounds: How often something more had to be hidden.
        cells: The hidden counts with the ranges that are left for them.
        assumed: What was taken for granted.
    """

    passed: bool
    method: str
    rounds: int
    cells: tuple[AuditedCell, ...]
    assumed: tuple[Note, ...]

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> Audit:
        return cls(
            **{
                **found,
                "cells": tuple(AuditedCell._of(one) for one in found["cells"]),
                "assumed": tuple(Note._of(one) for one in found["assumed"]),
            }
        )


@dataclass(frozen=True)
class Finding:
    """A weak point: what it is, how much it matters, what shows it and where that stands.

    Attributes:
        id: Code and subject: `no_accountable:dinner`. The same from review to review; an action names it.
        code: What it is.
        severity: How much it matters.
        subject: The id of what it is about; none for the partnership as a whole.
        stakeholders: The stakeholders of which it speaks.
        measure: A figure of which more is worse, for comparing reviews; none where the finding is there or not.
        evidence: The values its sentence needs.
        records: Where what shows it stands: paths in the plan and in the tables of records, rows counted from 0.
        actions: The actions that answer it.
        movement: How it moved since the review before; none without one.
    """

    id: str
    code: FindingCode
    severity: FindingSeverity
    subject: str | None
    stakeholders: tuple[str, ...]
    measure: float | None
    evidence: dict[str, Any]
    records: tuple[str, ...]
    actions: tuple[str, ...]
    movement: Movement | None

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> Finding:
        return cls(
            **{
                **found,
                "stakeholders": tuple(found["stakeholders"]),
                "records": tuple(found["records"]),
                "actions": tuple(found["actions"]),
            }
        )


@dataclass(frozen=True)
class Theory:
    """What leads to what.

    Attributes:
        nodes: Needs, activities, results and objectives.
        links: What leads to what.
        cycles: Groups of results that return to themselves: ids.
        coverage: How much hangs together.
    """

    nodes: ReviewTable
    links: ReviewTable
    cycles: tuple[tuple[str, ...], ...]
    coverage: ReviewTable

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> Theory:
        return cls(
            **{
                **found,
                "nodes": ReviewTable(found["nodes"]),
                "links": ReviewTable(found["links"]),
                "cycles": tuple(tuple(one) for one in found["cycles"]),
                "coverage": ReviewTable(found["coverage"]),
            }
        )


@dataclass(frozen=True)
class Responsibilities:
    """Who does what: the matrix, the load, what hangs on one, the table, the objectives.

    Attributes:
        activities: One row per activity: who is responsible, accountable, consulted, informed.
        loads: One row per stakeholder: how many tasks.
        dependencies: Activities and objectives that stop if one stakeholder leaves.
        sectors: One row per kind of stakeholder, at the table or expected.
        roles: One row per role.
        objectives: One row per objective.
        theory: What leads to what.
    """

    activities: ReviewTable
    loads: ReviewTable
    dependencies: ReviewTable
    sectors: ReviewTable
    roles: ReviewTable
    objectives: ReviewTable
    theory: Theory

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> Responsibilities:
        return cls(
            **{
                **found,
                "activities": ReviewTable(found["activities"]),
                "loads": ReviewTable(found["loads"]),
                "dependencies": ReviewTable(found["dependencies"]),
                "sectors": ReviewTable(found["sectors"]),
                "roles": ReviewTable(found["roles"]),
                "objectives": ReviewTable(found["objectives"]),
                "theory": Theory._of(found["theory"]),
            }
        )


@dataclass(frozen=True)
class Ledger:
    """The contributions of one kind.

    Attributes:
        kind: The kind: `time`, `money`, `space`, `expertise`, any other word, or `all`.
        unit: The unit of the amounts; none where no unit is written.
        total: The sum of what was given; none where it cannot be had, see `reason`.
        n: How many contributions.
        stakeholders: How many stakeholders the load could lie on: those who take part, and those who gave and left.
        rows: One row per stakeholder.
        concentration: How unequal the load lies.
        to_move: The part of the load that would have to move for all to carry what was agreed, between 0 and 1.
        agreement: `kind`: shares were agreed for this kind; `whole`: those of the whole load are used; none: nothing
            was agreed.
        reason: Why there is no figure.
        notes: What is to be known with the figures.
    """

    kind: str
    unit: str | None
    total: float | None
    n: int
    stakeholders: int
    rows: ReviewTable
    concentration: Mapping[str, Any] | None
    to_move: float | None
    agreement: str | None
    reason: Note | None
    notes: tuple[Note, ...]

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> Ledger:
        return cls(
            **{
                **found,
                "rows": ReviewTable(found["rows"]),
                "reason": None if found["reason"] is None else Note._of(found["reason"]),
                "notes": tuple(Note._of(one) for one in found["notes"]),
            }
        )


@dataclass(frozen=True)
class Shares:
    """Who carries how much.

    Attributes:
        ledgers: One per kind of contribution, and one of all kinds where every unit has a rate.
        needs: One row per need.
        recognition: One row per stakeholder: what it gave and how often it was thanked.
        notes: What could not be judged.
    """

    ledgers: tuple[Ledger, ...]
    needs: ReviewTable
    recognition: ReviewTable
    notes: tuple[Note, ...]

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> Shares:
        return cls(
            **{
                **found,
                "ledgers": tuple(Ledger._of(one) for one in found["ledgers"]),
                "needs": ReviewTable(found["needs"]),
                "recognition": ReviewTable(found["recognition"]),
                "notes": tuple(Note._of(one) for one in found["notes"]),
            }
        )


@dataclass(frozen=True)
class Communication:
    """Who was told what, and when.

    Attributes:
        channels: One row per channel.
        reached: One row per stakeholder that takes part: at how many of the partners' meetings it was.
        audiences: One row per audience.
        notes: What could not be judged.
    """

    channels: ReviewTable
    reached: ReviewTable
    audiences: ReviewTable
    notes: tuple[Note, ...]

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> Communication:
        return cls(
            **{
                **found,
                "channels": ReviewTable(found["channels"]),
                "reached": ReviewTable(found["reached"]),
                "audiences": ReviewTable(found["audiences"]),
                "notes": tuple(Note._of(one) for one in found["notes"]),
            }
        )


@dataclass(frozen=True)
class MedianTime:
    """The time by which half have ended.

    Attributes:
        days: The median in days; none where it is not reached, see `reason`.
        low: Lower end of the interval; none where the curve's limit does not cross one half.
        high: Upper end; none where the curve's limit does not cross one half: no upper end can be stated.
        level: Level of the interval.
        method: How median and interval were made.
        reason: Why there is no median.
    """

    days: float | None
    low: float | None
    high: float | None
    level: float
    method: str
    reason: Note | None

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> MedianTime:
        return cls(**{**found, "reason": None if found["reason"] is None else Note._of(found["reason"])})


@dataclass(frozen=True)
class SurvivalCurve:
    """The share of cases that have not ended, by days.

    Attributes:
        group: Which cases: `all`, a sector, `mediated`.
        clock: From when days are counted: `start` of the partnership, with late entry; `joining`; `opening`.
        n: How many cases.
        ended: How many ended.
        late_entries: How many came under observation later than day 0.
        steps: One row per day on which a case ended or observation stopped.
        median: The time by which half have ended.
        after_one_year: The share that had not ended after 365 days; none where no case was followed that long.
        notes: What is to be known with the curve.
    """

    group: str
    clock: str
    n: int
    ended: int
    late_entries: int
    steps: ReviewTable
    median: MedianTime
    after_one_year: float | None
    notes: tuple[Note, ...]

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> SurvivalCurve:
        return cls(
            **{
                **found,
                "steps": ReviewTable(found["steps"]),
                "median": MedianTime._of(found["median"]),
                "notes": tuple(Note._of(one) for one in found["notes"]),
            }
        )


@dataclass(frozen=True)
class Conflicts:
    """The register of conflicts on the day of the review.

    Attributes:
        known: Whether there are records of conflicts.
        n: How many came up so far.
        open: How many are open.
        settled: How many are settled.
        settled_share: Settled over all; none of none.
        mediated: How many have mediation.
        not_mediated: How many say that they have none.
        mediated_settled: How many of those with mediation are settled.
        rows: One row per conflict.
        curves: Time to settlement, open conflicts counted as still open: all, and by mediation. The difference between
            mediated and other conflicts is no effect of mediation: hard ones may be mediated more often.
        recurring: Pairs of stakeholders with more than one conflict.
        notes: What could not be judged.
    """

    known: bool
    n: int
    open: int
    settled: int
    settled_share: float | None
    mediated: int
    not_mediated: int
    mediated_settled: int
    rows: ReviewTable
    curves: tuple[SurvivalCurve, ...]
    recurring: ReviewTable
    notes: tuple[Note, ...]

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> Conflicts:
        return cls(
            **{
                **found,
                "rows": ReviewTable(found["rows"]),
                "curves": tuple(SurvivalCurve._of(one) for one in found["curves"]),
                "recurring": ReviewTable(found["recurring"]),
                "notes": tuple(Note._of(one) for one in found["notes"]),
            }
        )


@dataclass(frozen=True)
class Retention:
    """Who stays.

    Attributes:
        overall: Stakeholders by days since the partnership began; who joined later enters late (left truncation).
        since_joining: The same stays by days since joining.
        by_sector: Stays since joining by sector.
        comparison: Whether sectors leave at different rates.
        representatives: Persons who speak for stakeholders, since joining; none where no membership names a person.
        turnover: Turnover of organisations and of representatives.
        attendance: One row per stakeholder that takes part.
        at_risk: Partners that may be about to leave, and why that is said.
        recognition: Time and leavings before and since the first thanks. A description: no effect of thanks.
        notes: What is to be known with the figures.
    """

    overall: SurvivalCurve
    since_joining: SurvivalCurve
    by_sector: tuple[SurvivalCurve, ...]
    comparison: Mapping[str, Any]
    representatives: SurvivalCurve | None
    turnover: ReviewTable
    attendance: ReviewTable
    at_risk: ReviewTable
    recognition: ReviewTable
    notes: tuple[Note, ...]

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> Retention:
        return cls(
            **{
                **found,
                "overall": SurvivalCurve._of(found["overall"]),
                "since_joining": SurvivalCurve._of(found["since_joining"]),
                "by_sector": tuple(SurvivalCurve._of(one) for one in found["by_sector"]),
                "representatives": None
                if found["representatives"] is None
                else SurvivalCurve._of(found["representatives"]),
                "turnover": ReviewTable(found["turnover"]),
                "attendance": ReviewTable(found["attendance"]),
                "at_risk": ReviewTable(found["at_risk"]),
                "recognition": ReviewTable(found["recognition"]),
                "notes": tuple(Note._of(one) for one in found["notes"]),
            }
        )


@dataclass(frozen=True)
class PublishedFinding:
    """A weak point that may be told: neither the records that show it nor the actions that answer it.

    Attributes:
        id: Code and subject: `no_accountable:dinner`.
        code: What it is.
        severity: How much it matters.
        subject: The id of what it is about; none for the partnership as a whole.
        stakeholders: The stakeholders of which it speaks, all of which agreed.
        measure: A figure of which more is worse; none where the finding is there or not.
        evidence: The values its sentence needs.
        movement: How it moved since the review before; none without one.
    """

    id: str
    code: FindingCode
    severity: FindingSeverity
    subject: str | None
    stakeholders: tuple[str, ...]
    measure: float | None
    evidence: dict[str, Any]
    movement: Movement | None

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> PublishedFinding:
        return cls(**{**found, "stakeholders": tuple(found["stakeholders"])})


@dataclass(frozen=True)
class PublishedConflicts:
    """Conflicts as counts.

    Attributes:
        known: Whether there are records of conflicts.
        n: How many came up so far.
        open: How many are open.
        settled: How many are settled.
        settled_share: Settled over all; none of none.
        mediated: How many have mediation.
        not_mediated: How many say that they have none.
        mediated_settled: How many of those with mediation are settled.
        notes: What could not be judged.
    """

    known: bool
    n: int
    open: int
    settled: int
    settled_share: float | None
    mediated: int
    not_mediated: int
    mediated_settled: int
    notes: tuple[Note, ...]

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> PublishedConflicts:
        return cls(**{**found, "notes": tuple(Note._of(one) for one in found["notes"])})


@dataclass(frozen=True)
class PublishedRetention:
    """Who stays, without curves of sectors and of persons, and without partners at risk.

    Attributes:
        overall: Stakeholders by days since the partnership began; a curve of few has no steps.
        since_joining: The same stays by days since joining.
        comparison: Whether sectors leave at different rates; empty unless everybody agreed.
        turnover: Turnover; of single stakeholders only where everybody agreed.
        attendance: One row per stakeholder that takes part and agreed.
        recognition: Time and leavings before and since the first thanks. A description: no effect of thanks.
        notes: What is to be known with the figures.
    """

    overall: SurvivalCurve
    since_joining: SurvivalCurve
    comparison: Mapping[str, Any]
    turnover: ReviewTable
    attendance: ReviewTable
    recognition: ReviewTable
    notes: tuple[Note, ...]

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> PublishedRetention:
        return cls(
            **{
                **found,
                "overall": SurvivalCurve._of(found["overall"]),
                "since_joining": SurvivalCurve._of(found["since_joining"]),
                "turnover": ReviewTable(found["turnover"]),
                "attendance": ReviewTable(found["attendance"]),
                "recognition": ReviewTable(found["recognition"]),
                "notes": tuple(Note._of(one) for one in found["notes"]),
            }
        )
