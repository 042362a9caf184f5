"""Calibrations, adjustments for non-response and response rates; immutable, picklable, comparable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cohesion_core import _core
from cohesion_core._frame import Kind, frame
from cohesion_core._results import Result


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


@dataclass(frozen=True)
class Trimming:
    """What trimming did.

    Attributes:
        lower: No weight is below.
        upper: No weight is above: as asked, or as it follows from the design effect that was asked.
        design_effect: Kish's design effect that was asked.
        n_raised: How many weights were raised to `lower`.
        n_cut: How many weights were cut to `upper`.
        weight_moved: The weight that moved from some rows to others.
        kish_untrimmed: Kish's design effect of the calibrated weights without trimming.
    """

    lower: float | None
    upper: float | None
    design_effect: float | None
    n_raised: int
    n_cut: int
    weight_moved: float
    kish_untrimmed: float


class Calibration(Result[_core.Calibration]):
    """How weights were made to meet known totals: what `Survey.calibration` holds.

    Example:
        >>> import cohesion_core as cc
        >>> survey = cc.Survey({"sex": ["f", "f", "m", "f"], "trust": [4, 5, 2, 3]})
        >>> calibrated = survey.calibrate({"sex": {"f": 20, "m": 20}}, method="post_stratify")
        >>> [(row.levels, row.before, row.after) for row in calibrated.calibration.rows]
        [(('f',), 3.0, 20.0), (('m',), 1.0, 20.0)]
    """

    __slots__ = ()

    @classmethod
    def from_json(cls, text: str) -> Calibration:
        """Reads what `to_json` wrote.

        Raises:
            CohesionError: ``syntax`` where the text is no such JSON.
        """
        return cls(_core.Calibration.from_json(text))

    @property
    def method(self) -> str:
        """How the weights were moved: ``post_stratify``, ``raking``, ``linear`` or ``logit``."""
        return str(self._json["method"])

    @property
    def bounds(self) -> tuple[float, float] | None:
        """Least and most of calibrated weight by weight before, where they were asked."""
        found = self._json["bounds"]
        return None if found is None else (float(found[0]), float(found[1]))

    @property
    def rows(self) -> tuple[CalibrationRow, ...]:
        """One row per known total, in the order they were given."""
        return tuple(
            CalibrationRow(**{**row, "columns": tuple(row["columns"]), "levels": tuple(row["levels"])})
            for row in self._json["rows"]
        )

    @property
    def n(self) -> int:
        """How many rows have a weight."""
        return int(self._json["n"])

    @property
    def sum_before(self) -> float:
        """The sum of the weights before."""
        return float(self._json["sum_before"])

    @property
    def sum_after(self) -> float:
        """The sum of the calibrated weights."""
        return float(self._json["sum_after"])

    @property
    def g_min(self) -> float:
        """The least calibrated weight by weight before."""
        return float(self._json["g_min"])

    @property
    def g_max(self) -> float:
        """The largest calibrated weight by weight before."""
        return float(self._json["g_max"])

    @property
    def kish_before(self) -> float:
        """Kish's design effect of weighting before: n times the sum of squares by the square of the sum."""
        return float(self._json["kish_before"])

    @property
    def kish_after(self) -> float:
        """The same of the calibrated weights."""
        return float(self._json["kish_after"])

    @property
    def iterations(self) -> int:
        """How many steps it took."""
        return int(self._json["iterations"])

    @property
    def converged(self) -> bool:
        """Whether every total is met; one that is not is an error."""
        return bool(self._json["converged"])

    @property
    def trimming(self) -> Trimming | None:
        """What trimming did, where it was asked."""
        found = self._json["trimming"]
        return None if found is None else Trimming(**found)

    @property
    def description(self) -> str:
        """How the weights were made, and how errors take it into account."""
        return str(self._json["description"])

    def to_frame(self, kind: Kind = "native") -> Any:
        """The rows as a data frame: ``margin``, ``level``, ``n``, ``population``, ``se``, ``before``, ``after``.

        Args:
            kind: As `Estimates.to_frame`.

        Raises:
            CohesionError: As `Estimates.to_frame`.
        """
        rows = self.rows
        columns: dict[str, list[Any]] = {
            "margin": [" x ".join(row.columns) for row in rows],
            "level": [" / ".join(row.levels) for row in rows],
        }
        for name in ("n", "population", "se", "before", "after"):
            columns[name] = [getattr(row, name) for row in rows]
        types = {"n": int, **dict.fromkeys(("population", "se", "before", "after"), float)}
        return frame(columns, kind, types)


@dataclass(frozen=True)
class ResponseCell:
    """One cell of an adjustment for non-response.

    Attributes:
        labels: The labels of the cell; several where cells were joined.
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


class ResponseAdjustment(Result[_core.ResponseAdjustment]):
    """Weights of those who answered, raised so that they stand for the others of their cell.

    Example:
        >>> import cohesion_core as cc
        >>> data = {"outcome": ["yes", "no", "yes", "yes"], "street": ["a", "a", "b", "b"], "trust": [4, None, 2, 3]}
        >>> answered = cc.Survey(data).nonresponse("outcome", values="yes", by="street")
        >>> [(cell.labels, cell.factor) for cell in answered.response.cells]
        [((('a',),), 2.0), ((('b',),), 1.0)]
    """

    __slots__ = ()

    @classmethod
    def from_json(cls, text: str) -> ResponseAdjustment:
        """Reads what `to_json` wrote.

        Raises:
            CohesionError: ``syntax`` where the text is no such JSON.
        """
        return cls(_core.ResponseAdjustment.from_json(text))

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns whose crossing makes the cells."""
        return tuple(self._json["columns"])

    @property
    def cells(self) -> tuple[ResponseCell, ...]:
        """The cells, sorted by the bytes of their first labels."""
        return tuple(
            ResponseCell(**{**cell, "labels": tuple(tuple(labels) for labels in cell["labels"])})
            for cell in self._json["cells"]
        )

    @property
    def n(self) -> int:
        """How many rows with a weight."""
        return int(self._json["n"])

    @property
    def n_respondents(self) -> int:
        """How many of them answered."""
        return int(self._json["n_respondents"])

    @property
    def kish_before(self) -> float:
        """Kish's design effect of the weights of those who answered, before."""
        return float(self._json["kish_before"])

    @property
    def kish_after(self) -> float:
        """The same after."""
        return float(self._json["kish_after"])

    @property
    def description(self) -> str:
        """How the weights were made, and how errors take it into account."""
        return str(self._json["description"])


@dataclass(frozen=True)
class ResponseRateRow:
    """The response rates of one group.

    Attributes:
        labels: One label per key.
        counts: How many cases of each outcome, by its code in lower case.
        e: The share of eligible cases among those of unknown eligibility; None where nothing tells it.
        e_weighted: The same from weights.
        rates: ``rr1`` to ``rr6`` from counts, between 0 and 1; None where a denominator is 0.
        weighted: The same from the weights of the design.
    """

    labels: tuple[str, ...]
    counts: dict[str, int]
    e: float | None
    e_weighted: float | None
    rates: dict[str, float | None]
    weighted: dict[str, float | None]


class ResponseRates(Result[_core.ResponseRates]):
    """Response rates 1 to 6 of the American Association for Public Opinion Research.

    Example:
        >>> import cohesion_core as cc
        >>> survey = cc.Survey({"outcome": ["done", "done", "refused", "no answer"]})
        >>> rates = survey.response_rates("outcome", {"done": "I", "refused": "R", "no answer": "UH"}, e=0.5)
        >>> rates.rate("rr1"), round(rates.rate("rr3"), 4)
        (0.5, 0.5714)
    """

    __slots__ = ()

    @classmethod
    def from_json(cls, text: str) -> ResponseRates:
        """Reads what `to_json` wrote.

        Raises:
            CohesionError: ``syntax`` where the text is no such JSON.
        """
        return cls(_core.ResponseRates.from_json(text))

    @property
    def disposition(self) -> str:
        """The column of outcomes."""
        return str(self._json["disposition"])

    @property
    def keys(self) -> tuple[str, ...]:
        """The grouping columns, in order."""
        return tuple(self._json["keys"])

    @property
    def e_from(self) -> str:
        """Where e comes from: ``given`` or ``proportional_allocation``."""
        return str(self._json["e_from"])

    @property
    def rows(self) -> tuple[ResponseRateRow, ...]:
        """One row per group, sorted by the bytes of the labels."""
        return tuple(self._rows())

    def _rows(self) -> Iterator[ResponseRateRow]:
        for row in self._json["rows"]:
            yield ResponseRateRow(
                labels=tuple(row["labels"]),
                counts={count["category"]: int(count["n"]) for count in row["counts"]},
                e=row["e"],
                e_weighted=row["e_weighted"],
                rates={rate["name"]: rate["value"] for rate in row["rates"]},
                weighted={rate["name"]: rate["weighted"] for rate in row["rates"]},
            )

    def rate(self, name: str) -> float | None:
        """A rate of the first group: the only one where there are no groups.

        Args:
            name: ``"rr1"`` to ``"rr6"``.
        """
        return self.rows[0].rates[name]

    @property
    def method(self) -> str:
        """The definitions used."""
        return str(self._json["method"])
