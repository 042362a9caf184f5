"""Calibrations, adjustments for non-response and response rates; immutable, picklable, comparable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cohesion_core._fields import CalibrationFields, ResponseAdjustmentFields, ResponseRatesFields


class Calibration(CalibrationFields):
    """How weights were made to meet known totals: what `Survey.calibration` holds.

    Example:
        >>> import cohesion_core as cc
        >>> survey = cc.Survey({"sex": ["f", "f", "m", "f"], "trust": [4, 5, 2, 3]})
        >>> calibrated = survey.calibrate({"sex": {"f": 20, "m": 20}}, method="post_stratify")
        >>> [(row.levels, row.before, row.after) for row in calibrated.calibration.rows]
        [(('f',), 3.0, 20.0), (('m',), 1.0, 20.0)]
    """

    __slots__ = ()


class ResponseAdjustment(ResponseAdjustmentFields):
    """Weights of those who answered, raised so that they stand for the others of their cell.

    Example:
        >>> import cohesion_core as cc
        >>> data = {"outcome": ["yes", "no", "yes", "yes"], "street": ["a", "a", "b", "b"], "trust": [4, None, 2, 3]}
        >>> answered = cc.Survey(data).nonresponse("outcome", values="yes", by="street")
        >>> [(cell.labels, cell.factor) for cell in answered.response.cells]
        [((('a',),), 2.0), ((('b',),), 1.0)]
    """

    __slots__ = ()


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


class ResponseRates(ResponseRatesFields):
    """Response rates 1 to 6 of the American Association for Public Opinion Research.

    Example:
        >>> import cohesion_core as cc
        >>> survey = cc.Survey({"outcome": ["done", "done", "refused", "no answer"]})
        >>> rates = survey.response_rates("outcome", {"done": "I", "refused": "R", "no answer": "UH"}, e=0.5)
        >>> rates.rate("rr1"), round(rates.rate("rr3"), 4)
        (0.5, 0.5714)
    """

    __slots__ = ()

    @property
    def rows(self) -> tuple[ResponseRateRow, ...]:
        """One row per group, sorted by the bytes of the labels.

        Example:
            >>> import cohesion_core as cc
            >>> survey = cc.Survey({"outcome": ["done", "refused", "done"]})
            >>> len(survey.response_rates("outcome", {"done": "I", "refused": "R"}).rows)
            1
        """
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

        Example:
            >>> import cohesion_core as cc
            >>> survey = cc.Survey({"outcome": ["done", "refused", "done", "done"]})
            >>> survey.response_rates("outcome", {"done": "I", "refused": "R"}).rate("rr1")
            0.75
        """
        return self.rows[0].rates[name]
