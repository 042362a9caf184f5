"""The review of a partnership by its own records: findings, and the tables they come from."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, cast, overload

from cohesion_core import _core
from cohesion_core._assessment import Assessment, AssessmentPublication
from cohesion_core._chart import Chart
from cohesion_core._evaluation import Audience, Path, _written
from cohesion_core._frame import Kind, frame
from cohesion_core._network_result import NetworkResult
from cohesion_core._results import Note, Result, notes_from

Picture: TypeAlias = Literal[
    "responsibilities", "load", "timeline", "retention", "importance_performance", "network", "loss"
]


class ReviewTable(Sequence[Mapping[str, Any]]):
    """Rows of a review: each a mapping from field to value, the same fields as in `Review.to_json`.

    Example:
        >>> import cohesion_core as cc
        >>> review = cc.Plan.from_toml(cc.Plan.template("partnership")).partnership.review(as_of="2026-06-30")
        >>> review.responsibilities.loads.to_frame("dict")["stakeholder"]
        ['city', 'residents']
    """

    __slots__ = ("_rows",)

    def __init__(self, rows: Sequence[Mapping[str, Any]]) -> None:
        self._rows = tuple(dict(row) for row in rows)

    @overload
    def __getitem__(self, place: int) -> Mapping[str, Any]: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Mapping[str, Any]]: ...
    def __getitem__(self, place: int | slice) -> Mapping[str, Any] | Sequence[Mapping[str, Any]]:
        return self._rows[place]

    def __len__(self) -> int:
        return len(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ReviewTable) and self._rows == other._rows

    def __hash__(self) -> int:
        return hash(json.dumps(self._rows, sort_keys=True))

    def to_frame(self, kind: Kind = "native", *, language: str = "en") -> Any:
        """The rows as a data frame; lists become texts with ``;`` between, a text per language the asked one.

        Args:
            kind: ``"pandas"``, ``"polars"``, ``"pyarrow"``, ``"dict"`` or ``"native"``; see `Estimates.to_frame`.
            language: ``"en"``, ``"fr"`` or ``"nl"``, for titles and names.

        Raises:
            CohesionError: ``unknown_value`` for another kind, ``not_possible`` where the library is not installed.
        """
        names = list(dict.fromkeys(name for row in self._rows for name in row))
        data = {name: [_cell(row.get(name), language) for row in self._rows] for name in names}
        return frame(data, kind, {name: _type(column) for name, column in data.items()})

    def __repr__(self) -> str:
        return f"<cohesion_core.ReviewTable: {len(self)} rows; {', '.join(self._rows[0]) if self._rows else 'no row'}>"


def _cell(value: Any, language: str) -> Any:
    if isinstance(value, list):
        return "; ".join(str(_cell(item, language)) for item in value)
    if isinstance(value, dict):
        texts = [value.get(tag) for tag in (language, "en", "fr", "nl") if value.get(tag)]
        return texts[0] if texts else json.dumps(value)
    return str(value).lower() if isinstance(value, bool) else value


def _type(column: list[Any]) -> type:
    known = [value for value in column if value is not None]
    if any(isinstance(value, str) for value in known):
        return str
    return int if known and all(isinstance(value, int) for value in known) else float


@dataclass(frozen=True)
class Finding:
    """A weak point: what it is, how much it matters, what shows it and where that stands.

    Attributes:
        id: Code and subject; the same from review to review. An action names it.
        code: What it is.
        severity: ``low``, ``medium`` or ``high``.
        subject: The id of what it is about; None for the partnership as a whole.
        stakeholders: The stakeholders of which it speaks.
        measure: A figure of which more is worse, for comparing reviews; None where it is there or not.
        evidence: The values its sentence needs.
        records: Where what shows it stands: paths in the plan and the tables, rows counted from 0.
        actions: The actions that answer it.
        movement: ``new``, ``improved``, ``unchanged``, ``worse`` or ``cannot_tell``; None without a review before.
    """

    id: str
    code: str
    severity: str
    subject: str | None
    stakeholders: tuple[str, ...]
    measure: float | None
    evidence: Mapping[str, str]
    records: tuple[str, ...]
    actions: tuple[str, ...]
    movement: str | None


@dataclass(frozen=True)
class Theory:
    """What leads to what: nodes, links, groups that return to themselves, and how much hangs together."""

    nodes: ReviewTable
    links: ReviewTable
    cycles: tuple[tuple[str, ...], ...]
    coverage: ReviewTable


@dataclass(frozen=True)
class Responsibilities:
    """Who does what: the matrix, the load, what hangs on one, who is at the table, objectives, the theory."""

    activities: ReviewTable
    loads: ReviewTable
    dependencies: ReviewTable
    sectors: ReviewTable
    roles: ReviewTable
    objectives: ReviewTable
    theory: Theory


@dataclass(frozen=True)
class Ledger:
    """The contributions of one kind.

    Attributes:
        kind: ``time``, ``money``, any other word, or ``all``.
        unit: The unit of the amounts.
        total: The sum of what was given; None where it cannot be had, see `reason`.
        n: How many contributions.
        stakeholders: On how many the load could lie.
        rows: One row per stakeholder: n, amount, share (0 to 1), agreed_share, gap.
        concentration: Gini and Herfindahl, with what they can reach at this number of stakeholders, or None.
        to_move: The part of the load (0 to 1) that would have to move for all to carry what was agreed.
        agreement: ``kind``, ``whole`` or None.
        reason: Why there is no figure.
        notes: What is to be known with the figures.
    """

    kind: str
    unit: str | None
    total: float | None
    n: int
    stakeholders: int
    rows: ReviewTable
    concentration: Mapping[str, float] | None
    to_move: float | None
    agreement: str | None
    reason: Note | None
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Shares:
    """Who carries how much, what was needed, and who was thanked."""

    ledgers: tuple[Ledger, ...]
    needs: ReviewTable
    recognition: ReviewTable
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Communication:
    """Planned cadence against what took place, whom it reached, and what each audience was told."""

    channels: ReviewTable
    reached: ReviewTable
    audiences: ReviewTable
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class MedianTime:
    """The time in days by which half have ended, with its interval; an end that is None cannot be stated."""

    days: float | None
    low: float | None
    high: float | None
    level: float
    method: str
    reason: Note | None


@dataclass(frozen=True)
class SurvivalCurve:
    """The share of cases that have not ended, by days (Kaplan and Meier 1958).

    Attributes:
        group: ``all``, a sector, ``mediated``, ``representatives``.
        clock: From when days are counted: ``start`` (late entries), ``joining`` or ``opening``.
        n: How many cases.
        ended: How many ended.
        late_entries: How many came under observation later than day 0.
        steps: One row per day: at_risk, ended, open, share, se, low, high.
        median: The time by which half have ended.
        after_one_year: The share that had not ended after 365 days; None where nobody was followed that long.
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


@dataclass(frozen=True)
class Conflicts:
    """The register of conflicts on the day of the review; `known` is False where no such records were given."""

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


@dataclass(frozen=True)
class Retention:
    """Who stays: curves, sectors compared, turnover, attendance, partners at risk, thanks as a state."""

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


@dataclass(frozen=True)
class ReviewedNetwork:
    """The network of one kind of tie in the last wave, over those who take part on the day of the review.

    Everybody is taken to have answered; `Partnership.network` takes the respondents where they are known.

    Attributes:
        kind: The kind of the ties; None where they have none.
        wave: The wave they are of; None where they are of none.
        summary: The network as a whole, as `Network.summary`.
        partners: Every stakeholder, as `Network.centrality`.
        received: What others say of each stakeholder, as `Network.received`; None where no tie has a weight.
        notes: What is to be known with it.
    """

    kind: str | None
    wave: str | None
    summary: NetworkResult
    partners: NetworkResult
    received: NetworkResult | None
    notes: tuple[Note, ...]


class Review(Result[_core.Review]):
    """The review of a partnership: as confidential as its records, since it names stakeholders.

    `publish` makes what residents may be given; all that is made for residents is made from it.

    Example:
        >>> import cohesion_core as cc
        >>> review = cc.Plan.from_toml(cc.Plan.template("partnership")).partnership.review(as_of="2026-06-30")
        >>> review.finding_texts("nl")[0]
        'Het werk aan de doelstelling “Buren ontmoeten elkaar” stopt als Bewoners vertrekt.'
    """

    __slots__ = ()

    @classmethod
    def from_json(cls, text: str) -> Review:
        """Reads what `to_json` wrote.

        Raises:
            CohesionError: ``syntax`` where the text is no such JSON.
        """
        return cls(_core.Review.from_json(text))

    @property
    def kind(self) -> str:
        """``confidential_review``, or ``published_review``."""
        return str(self._json["kind"])

    @property
    def as_of(self) -> str:
        """The day that was taken as today."""
        return str(self._json["as_of"])

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every weak point, the gravest first."""
        lists = ("stakeholders", "records", "actions")

        def finding(found: dict[str, Any]) -> Finding:
            fields: dict[str, Any] = {name: tuple(value) if name in lists else value for name, value in found.items()}
            return Finding(**fields)

        return tuple(finding(found) for found in self._json["findings"])

    @property
    def past_findings(self) -> ReviewTable:
        """Findings of the review before that are gone: improved, worse (a graver one came), or not to be told."""
        return ReviewTable(self._json["past_findings"])

    @property
    def judged(self) -> tuple[str, ...]:
        """The codes that could be looked for with these records: one that is not here was not judged."""
        return tuple(self._json["judged"])

    @property
    def withheld(self) -> ReviewTable:
        """How many findings about single stakeholders a published review leaves out, by part."""
        return ReviewTable(self._json["withheld"])

    @property
    def actions(self) -> ReviewTable:
        """What was decided, whether it was done, and how the finding it answers moved."""
        return ReviewTable(self._json["actions"])

    @property
    def responsibilities(self) -> Responsibilities:
        """Who does what, towards which objectives."""
        part = dict(self._json["responsibilities"])
        theory = part.pop("theory")
        cycles = tuple(tuple(cycle) for cycle in theory["cycles"])
        tables = {name: ReviewTable(theory[name]) for name in ("nodes", "links", "coverage")}
        return Responsibilities(**_tables(part), theory=Theory(**tables, cycles=cycles))

    @property
    def shares(self) -> Shares:
        """Who carries how much, and what was needed."""
        part = dict(self._json["shares"])
        ledgers = tuple(_ledger(ledger) for ledger in part.pop("ledgers"))
        notes = notes_from(part.pop("notes"))
        return Shares(ledgers=ledgers, notes=notes, **_tables(part))

    @property
    def communication(self) -> Communication:
        """Who was told what, and when."""
        part = dict(self._json["communication"])
        notes = notes_from(part.pop("notes"))
        return Communication(notes=notes, **_tables(part))

    @property
    def conflicts(self) -> Conflicts:
        """Conflicts and how they end."""
        part = dict(self._json["conflicts"])
        tables: dict[str, Any] = {name: ReviewTable(part.pop(name)) for name in ("rows", "recurring")}
        curves = tuple(_curve(curve) for curve in part.pop("curves"))
        notes = notes_from(part.pop("notes"))
        return Conflicts(**part, **tables, curves=curves, notes=notes)

    @property
    def retention(self) -> Retention:
        """Who stays."""
        part = dict(self._json["retention"])
        representatives = part.pop("representatives")
        return Retention(
            overall=_curve(part.pop("overall")),
            since_joining=_curve(part.pop("since_joining")),
            by_sector=tuple(_curve(curve) for curve in part.pop("by_sector")),
            comparison=part.pop("comparison"),
            representatives=None if representatives is None else _curve(representatives),
            notes=notes_from(part.pop("notes")),
            **_tables(part),
        )

    @property
    def self_assessment(self) -> Assessment | AssessmentPublication | None:
        """What the partners' own ratings say, as `Partnership.assess`; None where no answers were given.

        A published review has what may be shared of them.
        """
        ratings = self._json["self_assessment"]
        if ratings is None:
            return None
        made = Assessment if ratings["kind"] == "confidential_assessment" else AssessmentPublication
        return made.from_json(json.dumps(ratings))

    @property
    def networks(self) -> tuple[ReviewedNetwork, ...]:
        """Who works with whom, one network per kind of tie; empty where no ties were given."""
        return tuple(_network(found) for found in self._json["networks"])

    @property
    def timeline(self) -> ReviewTable:
        """Activities, meetings and conflicts with their days."""
        return ReviewTable(self._json["timeline"])

    def publish(self) -> Review:
        """What residents may be given: conflicts as counts; nothing about a stakeholder that did not agree to it."""
        return Review(self._core.publish())

    def finding_texts(self, language: str = "en") -> list[str]:
        """The sentences of all findings, in their order.

        Raises:
            CohesionError: ``unknown_value`` for another language than ``"en"``, ``"fr"`` or ``"nl"``.
        """
        return self._core.finding_texts(str(language))

    @overload
    def to_html(self, path: None = None, *, language: str = "en", audience: Audience = "partners") -> str: ...
    @overload
    def to_html(self, path: Path, *, language: str = "en", audience: Audience = "partners") -> None: ...
    def to_html(self, path: Path | None = None, *, language: str = "en", audience: Audience = "partners") -> str | None:
        """The review as a page of its own: no script, no request, printable.

        Args:
            path: The file to write; the page is returned where none is given.
            language: ``"en"``, ``"fr"`` or ``"nl"``.
            audience: ``"partners"``: every finding and table; ``"residents"``: what `publish` leaves.

        Raises:
            CohesionError: ``unknown_value`` for another language or audience, ``file`` where the file cannot be
                written.
        """
        return _written(self._core.to_html(str(language), str(audience)), path)

    @overload
    def to_markdown(self, path: None = None, *, language: str = "en", audience: Audience = "partners") -> str: ...
    @overload
    def to_markdown(self, path: Path, *, language: str = "en", audience: Audience = "partners") -> None: ...
    def to_markdown(
        self, path: Path | None = None, *, language: str = "en", audience: Audience = "partners"
    ) -> str | None:
        """The review as Markdown; arguments and errors as `to_html`."""
        return _written(self._core.to_markdown(str(language), str(audience)), path)

    def chart(self, picture: Picture, *, language: str = "en", audience: Audience = "partners") -> Chart:
        """One of the pictures.

        Args:
            picture: ``"responsibilities"``, ``"load"`` (against agreed shares), ``"timeline"``, ``"retention"``,
                ``"importance_performance"`` (of the self-assessment), ``"network"`` (the map of the first network) or
                ``"loss"`` (what breaks in it when partners go).
            language: ``"en"``, ``"fr"`` or ``"nl"``.
            audience: ``"partners"``, or ``"residents"``: what `publish` leaves.

        Raises:
            CohesionError: ``unknown_value`` for another picture, language or audience.
        """
        return Chart(self._core.chart(str(picture), str(language), str(audience)))

    def _repr_html_(self) -> str:
        return self._core.notebook_html("en")


def _tables(part: Mapping[str, Any]) -> dict[str, ReviewTable]:
    return {name: ReviewTable(rows) for name, rows in part.items()}


def _note(found: Mapping[str, Any] | None) -> Note | None:
    return None if found is None else notes_from([found])[0]


def _network(found: Mapping[str, Any]) -> ReviewedNetwork:
    results = {
        name: None if found[name] is None else NetworkResult.from_json(json.dumps(found[name]))
        for name in ("summary", "partners", "received")
    }
    made: dict[str, Any] = {**results, "kind": found["kind"], "wave": found["wave"]}
    return ReviewedNetwork(**made, notes=notes_from(found["notes"]))


def _ledger(found: Mapping[str, Any]) -> Ledger:
    rows, reason, notes = ReviewTable(found["rows"]), _note(found["reason"]), notes_from(found["notes"])
    return Ledger(**{**found, "rows": rows, "reason": reason, "notes": notes})


def _curve(found: Mapping[str, Any]) -> SurvivalCurve:
    median = MedianTime(**{**found["median"], "reason": _note(found["median"]["reason"])})
    steps, notes = ReviewTable(found["steps"]), notes_from(found["notes"])
    return SurvivalCurve(**cast("dict[str, Any]", {**found, "median": median, "steps": steps, "notes": notes}))
