"""Results: figures that carry their own uncertainty, notes and provenance; immutable, picklable, comparable."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from cohesion_core import _core
from cohesion_core._arguments import fault
from cohesion_core._chart import Chart, display, shown
from cohesion_core._frame import Kind, frame

_C = TypeVar(
    "_C",
    _core.Estimates,
    _core.Comparisons,
    _core.Evaluation,
    _core.Publication,
    _core.Regression,
    _core.Test,
    _core.NetworkResult,
)
_R = TypeVar("_R", bound="Result[Any]")


@dataclass(frozen=True)
class Note:
    """A finding that is not fatal.

    Attributes:
        code: What was found, in snake case; its sentence in English, French and Dutch is in the reports.
        path: Where.
        severity: How grave it is.
        params: The numbers and names of the sentence.
    """

    code: str
    path: str
    severity: str
    params: Mapping[str, Any]


@dataclass(frozen=True)
class Interval:
    """An interval: its ends, its level (between 0 and 1) and how it was made."""

    low: float
    high: float
    level: float
    method: str


@dataclass(frozen=True)
class Reliability:
    """How far a figure may be trusted: ``reliable``, ``review`` or ``unreliable``, by which rule and why."""

    grade: str
    rule: str
    reason: str | None


@dataclass(frozen=True)
class Estimate:
    """One figure and what is known of its uncertainty. What cannot be estimated is None, never 0 and never NaN.

    Attributes:
        value: The figure: a mean in the unit of the variable, a share between 0 and 1, a total.
        se: Standard error, in the unit of the figure.
        df: Degrees of freedom of the standard error.
        n: How many rows answered.
        n_missing: How many rows of the group have no answer.
        n_eff: Effective sample size, ``n / deff``.
        deff: Design effect: variance against that of a simple random sample of the same size.
        interval: Interval.
        reliability: How far the figure may be trusted.
        method: How the figure and its error were made.
        reason: Why there is no figure or no error.
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


@dataclass(frozen=True)
class Row:
    """One row of `Estimates`: the labels of its group, one per key, and its figure."""

    labels: tuple[str, ...]
    estimate: Estimate


@dataclass(frozen=True)
class Comparison:
    """Row `a` minus row `b`.

    Attributes:
        a: Labels of the row that is subtracted from.
        b: Labels of the row that is subtracted.
        estimate: The difference.
        p: Two-sided p-value of "no difference".
        p_adjusted: The p-value adjusted for all comparisons of the table (Benjamini and Hochberg 1995).
        stands_out: Whether the rows differ by the adjusted p-value; None where that cannot be told.
    """

    a: tuple[str, ...]
    b: tuple[str, ...]
    estimate: Estimate
    p: float | None
    p_adjusted: float | None
    stands_out: bool | None


@dataclass(frozen=True)
class Provenance:
    """Where the figures come from: hashes of plan and tables, definition, rule, version, seed, date."""

    plan_hash: str | None
    table_hashes: tuple[str, ...]
    definition: str | None
    rule: str | None
    library_version: str
    seed: int | None
    as_of: str | None


class Result(Generic[_C]):
    """What all results share: the core's result inside, JSON in and out."""

    __slots__ = ("_core", "_read")

    _core: _C
    _read: dict[str, Any] | None

    def __init__(self, core: _C) -> None:
        object.__setattr__(self, "_core", core)
        object.__setattr__(self, "_read", None)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"results do not change: cannot set `{name}`")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"results do not change: cannot delete `{name}`")

    @property
    def _json(self) -> dict[str, Any]:
        if self._read is None:
            object.__setattr__(self, "_read", self._plain())
        return cast(dict[str, Any], self._read)

    def _plain(self) -> dict[str, Any]:
        return cast(dict[str, Any], json.loads(self._core.to_json()))

    def to_json(self) -> str:
        """The result as JSON: the same text in Rust, Python and JavaScript."""
        return self._core.to_json()

    def to_text(self, language: str = "en") -> str:
        """The result as an aligned table, the same text in Rust, Python and JavaScript.

        Args:
            language: ``"en"``, ``"fr"`` or ``"nl"``.

        Raises:
            CohesionError: ``unknown_value`` for another language.
        """
        return cast(str, cast(Any, self._core).to_text(str(language)))

    def _picture(self) -> Chart | None:
        return None

    def _repr_html_(self) -> str:
        return cast(str, cast(Any, self._core).to_html("en"))

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:  # noqa: ARG002
        return shown(repr(self), self._repr_html_(), self._picture())

    def _ipython_display_(self) -> None:
        display(self._repr_mimebundle_())

    def __repr__(self) -> str:
        return self.to_text().rstrip("\n")

    @property
    def notes(self) -> tuple[Note, ...]:
        """Findings about the whole."""
        return notes_from(self._json["notes"])

    @property
    def provenance(self) -> Provenance:
        """Where the figures come from."""
        found = self._json["provenance"]
        return Provenance(**{**found, "table_hashes": tuple(found["table_hashes"])})

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, Result) and self._core == other._core

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __copy__(self: _R) -> _R:
        return self

    def __deepcopy__(self: _R, memo: dict[int, Any]) -> _R:
        return self

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return type(self).from_json, (self.to_json(),)

    @classmethod
    def from_json(cls: type[_R], text: str) -> _R:
        """Reads what `to_json` wrote.

        Raises:
            CohesionError: ``syntax`` where the text is no such JSON.
        """
        raise NotImplementedError


class Estimates(Result[_core.Estimates]):
    """A table of figures with the covariance between them: what every estimator returns.

    Example:
        >>> import cohesion_core as cc
        >>> data = {"trust": [3, 4, 5, 4, 2, 3], "district": ["N", "N", "N", "S", "S", "S"]}
        >>> trust = cc.Survey(data).mean("trust", by="district")
        >>> [(row.labels, row.estimate.value, row.estimate.n) for row in trust.rows]
        [(('N',), 4.0, 3), (('S',), 3.0, 3)]
        >>> trust.difference("N", "S").rows[0].estimate.value
        1.0
    """

    __slots__ = ()

    @classmethod
    def from_json(cls, text: str) -> Estimates:
        """Reads what `to_json` wrote.

        Raises:
            CohesionError: ``syntax`` where the text is no such JSON.
        """
        return cls(_core.Estimates.from_json(text))

    @property
    def statistic(self) -> str:
        """What was estimated: ``mean``, ``share``, ``total`` or ``alpha``."""
        return str(self._json["statistic"])

    @property
    def variable(self) -> str:
        """Of which variable; for alpha the items, joined."""
        return str(self._json["variable"])

    @property
    def keys(self) -> tuple[str, ...]:
        """The grouping columns, in order; empty for one figure over all."""
        return tuple(self._json["keys"])

    @property
    def rows(self) -> tuple[Row, ...]:
        """One row per group, sorted by the bytes of the labels."""
        return tuple(Row(tuple(row["labels"]), estimate_from(row["estimate"])) for row in self._json["rows"])

    @property
    def estimate(self) -> Estimate:
        """The figure of a table with one row.

        Raises:
            CohesionError: ``not_possible`` where there are several rows, or none.
        """
        if len(self) != 1:
            message = f"there are {len(self)} rows by {', '.join(self.keys) or 'nothing'}: use `rows` or `to_frame()`"
            raise fault("not_possible", "rows", message)
        return self.rows[0].estimate

    @property
    def value(self) -> float | None:
        """The value of a table with one row; None where it cannot be estimated.

        Raises:
            CohesionError: ``not_possible`` where there are several rows, or none.
        """
        return self.estimate.value

    @property
    def covariance(self) -> list[list[float | None]]:
        """The covariance of the rows, rows x rows; None where a row has no error."""
        places = range(len(self))
        return [[self._core.covariance_of(i, j) for j in places] for i in places]

    def difference(self, a: str | Sequence[str], b: str | Sequence[str]) -> Comparisons:
        """Row `a` minus row `b`, with their covariance.

        Args:
            a: The labels of the row that is subtracted from, one per key; a single label may stand alone.
            b: The labels of the row that is subtracted.

        Raises:
            CohesionError: ``unknown_value`` for a row that is not there, naming those that are; ``out_of_range`` for
                another number of labels than there are keys.
        """
        return Comparisons(self._core.difference(_labels(a), _labels(b)))

    def differences(self) -> Comparisons:
        """Every later row minus every earlier one, p-values adjusted together."""
        return Comparisons(self._core.differences())

    def to_html(self, language: str = "en") -> str:
        """A small HTML table: caption, scopes, language; no script, no address; at most 15 kB.

        Raises:
            CohesionError: ``unknown_value`` for another language than ``"en"``, ``"fr"`` or ``"nl"``.
        """
        return self._core.to_html(str(language))

    def chart(self, *, language: str = "en") -> Chart:
        """A dot with its interval for every row.

        Raises:
            CohesionError: ``unknown_value`` for another language than ``"en"``, ``"fr"`` or ``"nl"``.
        """
        return Chart(self._core.chart(str(language)))

    def _picture(self) -> Chart:
        return self.chart()

    def to_csv(self) -> str:
        """One line per row, unrounded, a point for decimals; a label that looks like a formula is led by ``'``."""
        return self._core.to_csv()

    def to_frame(self, kind: Kind = "native") -> Any:
        """A data frame of one row per group: the keys, then ``value se df ci_low ci_high level n n_missing ...``.

        A key that is named like one of these columns gets an underscore at its end. Missing figures are NaN (pandas,
        dict: None).

        Args:
            kind: ``"pandas"``, ``"polars"``, ``"pyarrow"``, ``"dict"``, or ``"native"``: pandas where it is installed,
                else a dict of lists.

        Raises:
            CohesionError: ``unknown_value`` for another kind, ``not_possible`` where the library is not installed.
        """
        header, *lines = csv.reader(io.StringIO(self.to_csv(), newline=""))
        names = header[len(self.keys) :]
        data: dict[str, list[Any]] = {}
        for place, key in enumerate(self.keys):
            free = f"{key}_" if key in names else key
            data[free] = [row["labels"][place] for row in self._json["rows"]]
        for place, name in enumerate(names, len(self.keys)):
            data[name] = [cell(name, line[place]) for line in lines]
        return frame(data, kind, {name: type_of(name) for name in names})

    def __len__(self) -> int:
        return len(self._json["rows"])


class Comparisons(Result[_core.Comparisons]):
    """Differences of rows, their p-values adjusted for the number of comparisons."""

    __slots__ = ()

    @classmethod
    def from_json(cls, text: str) -> Comparisons:
        """Reads what `to_json` wrote.

        Raises:
            CohesionError: ``syntax`` where the text is no such JSON.
        """
        return cls(_core.Comparisons.from_json(text))

    @property
    def keys(self) -> tuple[str, ...]:
        """The grouping columns of the labels."""
        return tuple(self._json["keys"])

    @property
    def rows(self) -> tuple[Comparison, ...]:
        """One row per comparison."""
        return tuple(
            Comparison(
                tuple(row["a"]),
                tuple(row["b"]),
                estimate_from(row["estimate"]),
                row["p"],
                row["p_adjusted"],
                stands_out,
            )
            for row, stands_out in zip(self._json["rows"], self._core.stands_out(), strict=True)
        )

    @property
    def estimate(self) -> Estimate:
        """The difference of a table with one comparison.

        Raises:
            CohesionError: ``not_possible`` where there are several comparisons, or none.
        """
        if len(self) != 1:
            raise fault("not_possible", "rows", f"there are {len(self)} comparisons: use `rows`")
        return self.rows[0].estimate

    def to_html(self, language: str = "en") -> str:
        """A small HTML table: caption, scopes, language; no script, no address; at most 15 kB.

        Raises:
            CohesionError: ``unknown_value`` for another language than ``"en"``, ``"fr"`` or ``"nl"``.
        """
        return self._core.to_html(str(language))

    @property
    def value(self) -> float | None:
        """The difference of a table with one comparison; None where it cannot be estimated.

        Raises:
            CohesionError: ``not_possible`` where there are several comparisons, or none.
        """
        return self.estimate.value

    def __len__(self) -> int:
        return len(self._json["rows"])


_WHOLE = frozenset({"n", "n_missing", "version"})
_TEXTS = frozenset({"interval_method", "grade", "method", "reason"}) | frozenset(
    {"indicator", "statistic", "group_by", "group", "wave", "kind", "compared_with"}
)


def type_of(name: str) -> type:
    """The type of a column of the core's CSV: counts whole, some texts, all others numbers."""
    return str if name in _TEXTS else int if name in _WHOLE else float


def cell(name: str, text: str) -> object:
    """A cell of the core's CSV as a value; empty is None."""
    if not text:
        return None
    if name in _TEXTS:
        # The core leads a text that looks like a formula by an apostrophe; in a data frame it is harmless.
        return text[1:] if text[0] == "'" and text[1:2] in tuple("=+-@\t\r") else text
    return type_of(name)(text)


def _labels(given: str | Sequence[object]) -> list[str]:
    return [given] if isinstance(given, str) else [_core.label(label) for label in given]


def notes_from(found: Iterable[Mapping[str, Any]]) -> tuple[Note, ...]:
    """The notes of the core's JSON."""
    return tuple(_note(note) for note in found)


def _note(found: Mapping[str, Any]) -> Note:
    return Note(**found)


def estimate_from(found: Mapping[str, Any]) -> Estimate:
    parts = {
        "interval": Interval(**found["interval"]) if found["interval"] else None,
        "reliability": Reliability(**found["reliability"]) if found["reliability"] else None,
        "reason": _note(found["reason"]) if found["reason"] else None,
        "notes": notes_from(found["notes"]),
    }
    return Estimate(**{**found, **parts})
