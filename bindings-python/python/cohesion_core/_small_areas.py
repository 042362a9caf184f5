"""Figures of small areas by a Fay-Herriot model."""

from __future__ import annotations

from cohesion_core._fields import SmallAreasFields
from cohesion_core._results import Estimates


class SmallAreas(SmallAreasFields):
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

    def estimates(self) -> Estimates:
        """The figures as a table with their covariance: for differences, data frames, CSV and charts."""
        return Estimates(self._core.estimates())

    def __len__(self) -> int:
        return len(self._json["areas"])
