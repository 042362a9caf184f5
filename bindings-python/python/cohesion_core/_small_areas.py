"""Figures of small areas by a Fay-Herriot model."""

from __future__ import annotations

from dataclasses import dataclass

from cohesion_core import _core
from cohesion_core._chart import Chart
from cohesion_core._models import RegressionTerm
from cohesion_core._results import Estimate, Estimates, Explained, estimate_from


@dataclass(frozen=True)
class SmallArea:
    """One area: its figure, and what it is made of.

    Attributes:
        label: The area.
        estimate: The figure; its standard error is the root of the estimated mean squared error.
        gamma: The part of the figure, between 0 and 1, that is the area's own survey; 0 where it is synthetic.
        synthetic: What areas with the same covariates have, in the unit of the figure.
        direct: The area's own survey figure; None where nobody was asked.
        sampling_variance: The variance of the own figure that the model took; None where it took none.
        residual: The own figure less the synthetic one, by the standard deviation that the model gives it.
    """

    label: str
    estimate: Estimate
    gamma: float
    synthetic: float
    direct: Estimate | None
    sampling_variance: float | None
    residual: float | None


@dataclass(frozen=True)
class AreaBenchmark:
    """How the figures were made to agree with that of the whole.

    Attributes:
        method: ``"ratio"``: multiplied by one factor; ``"difference"``: the same amount added.
        target: The figure of the whole.
        target_se: Its standard error.
        before: What the figures of the areas gave together before, each with its size.
        applied: The factor, or what was added.
        added_variance: What this adds to the mean squared error of a figure as large as that of the whole.
    """

    method: str
    target: float
    target_se: float | None
    before: float
    applied: float
    added_variance: float


class SmallAreas(Explained[_core.SmallAreas]):
    """Figures of areas: the area's own survey where it is strong, what similar areas have where it is weak.

    `to_text` says for every area how much was borrowed.

    Example:
        >>> import cohesion_core as cc
        >>> place = [row // 4 for row in range(40)]
        >>> answers = {"area": place, "trust": [row // 4 * 5 % 7 + row % 2 for row in range(40)]}
        >>> known = {"area": list(range(11)), "tenants": [10, 12, 30, 25, 40, 45, 50, 52, 60, 70, 80]}
        >>> areas = cc.Survey(answers).mean("trust", by="area").small_areas(known, on="tenants")
        >>> [round(area.gamma, 2) for area in areas.areas if area.label in ("1", "10")]
        [0.99, 0.0]
    """

    __slots__ = ()

    @classmethod
    def from_json(cls, text: str) -> SmallAreas:
        """Reads what `to_json` wrote.

        Raises:
            CohesionError: ``syntax`` where the text is no such JSON.
        """
        return cls(_core.SmallAreas.from_json(text))

    @property
    def areas(self) -> tuple[SmallArea, ...]:
        """One per area, sorted by the bytes of the labels."""
        return tuple(
            SmallArea(
                **{
                    **area,
                    "estimate": estimate_from(area["estimate"]),
                    "direct": None if area["direct"] is None else estimate_from(area["direct"]),
                }
            )
            for area in self._json["areas"]
        )

    @property
    def key(self) -> str:
        """The column of the areas."""
        return str(self._json["key"])

    @property
    def terms(self) -> tuple[RegressionTerm, ...]:
        """The intercept and the covariates, in the order they were asked."""
        return tuple(
            RegressionTerm(**{**term, "estimate": estimate_from(term["estimate"])}) for term in self._json["terms"]
        )

    @property
    def sigma_u2(self) -> float:
        """Variance between areas that the covariates do not tell, by restricted maximum likelihood."""
        return float(self._json["sigma_u2"])

    @property
    def sigma_u2_se(self) -> float:
        """The standard error of `sigma_u2` by the information matrix."""
        return float(self._json["sigma_u2_se"])

    @property
    def log_likelihood(self) -> float:
        """Logarithm of the restricted likelihood."""
        return float(self._json["log_likelihood"])

    @property
    def n_areas(self) -> int:
        """How many areas the model was fitted on: those whose own figure has a variance."""
        return int(self._json["n_areas"])

    @property
    def df(self) -> float:
        """Those areas less the terms."""
        return float(self._json["df"])

    @property
    def benchmark(self) -> AreaBenchmark | None:
        """How the figures were made to agree with that of the whole, where that was asked."""
        found = self._json["benchmark"]
        return None if found is None else AreaBenchmark(**found)

    @property
    def method(self) -> str:
        """How the figures and their errors were made."""
        return str(self._json["method"])

    def estimates(self) -> Estimates:
        """The figures as a table with their covariance: for differences, data frames, CSV and charts."""
        return Estimates(self._core.estimates())

    def to_html(self, language: str = "en") -> str:
        """The figures as a small HTML table.

        Raises:
            CohesionError: ``unknown_value`` for another language than ``"en"``, ``"fr"`` or ``"nl"``.
        """
        return self._core.to_html(str(language))

    def _picture(self) -> Chart:
        return self.estimates().chart()

    def __len__(self) -> int:
        return len(self._json["areas"])
