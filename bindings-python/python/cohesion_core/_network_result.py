"""What measures of a network give: figures of the whole and a table of rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cohesion_core._arguments import fault
from cohesion_core._chart import Chart
from cohesion_core._content import NetworkFigure
from cohesion_core._fields import NetworkResultFields
from cohesion_core._frame import Kind, frame


@dataclass(frozen=True)
class NetworkRow:
    """One row of a result: its labels, one per key, and its values by column; None where one is not defined."""

    labels: tuple[str, ...]
    values: Mapping[str, float | None]


class NetworkResult(NetworkResultFields):
    """Measures of a network: figures of the whole and a table of rows.

    Example:
        >>> import cohesion_core as cc
        >>> ties = {"a": ["city", "police"], "b": ["police", "club"]}
        >>> centrality = cc.Network.from_edges(ties, source="a", target="b").centrality()
        >>> centrality.get("police", column="betweenness")
        1.0
    """

    __slots__ = ()

    @property
    def figures(self) -> dict[str, NetworkFigure]:
        """Figures of the whole network, by measure; a new dict each time."""
        return {found["measure"]: NetworkFigure._of(found) for found in self._json["figures"]}

    @property
    def rows(self) -> tuple[NetworkRow, ...]:
        """The rows."""
        columns = self.columns
        return tuple(
            NetworkRow(tuple(row["labels"]), dict(zip(columns, row["values"], strict=True)))
            for row in self._json["rows"]
        )

    def value(self, measure: str) -> float | None:
        """The figure of that measure; None where it is not defined.

        Raises:
            CohesionError: ``unknown_value`` for a measure that this result does not have.
        """
        figures = self.figures
        if measure not in figures:
            message = f"there is no figure `{measure}` here, only {', '.join(figures)}"
            raise fault("unknown_value", "measure", message, value=measure, allowed=figures)
        return figures[measure].value

    def get(self, *labels: str, column: str) -> float | None:
        """The value of a column in the row of these labels; None where it is not defined.

        Raises:
            CohesionError: ``unknown_value`` for a row or a column that this result does not have.
        """
        if column not in self.columns:
            message = f"there is no column `{column}` here, only {', '.join(self.columns)}"
            raise fault("unknown_value", "column", message, value=column, allowed=self.columns)
        for row in self.rows:
            if row.labels == labels:
                return row.values[column]
        raise fault("unknown_value", "labels", f"there is no row {' / '.join(map(str, labels))}", value=labels)

    def to_frame(self, kind: Kind = "native") -> Any:
        """The rows as a data frame: one text column per key, one float column per column; without rows the figures.

        Args:
            kind: ``"pandas"``, ``"polars"``, ``"pyarrow"``, ``"dict"`` or ``"native"``; see `Estimates.to_frame`.

        Raises:
            CohesionError: ``unknown_value`` for another kind, ``not_possible`` where the library is not installed.
        """
        data: dict[str, Any] = {}
        types: dict[str, type] = {}
        if not self.keys:
            figures = list(self.figures.values())
            data["measure"] = [figure.measure for figure in figures]
            types["measure"] = str
            for column in ("value", "low", "high", "expected", "sd", "p"):
                data[column] = [getattr(figure, column) for figure in figures]
                types[column] = float
            return frame(data, kind, types)
        for place, key in enumerate(self.keys):
            data[key] = [row.labels[place] for row in self.rows]
            types[key] = str
        for column in self.columns:
            data[column] = [row.values[column] for row in self.rows]
            types[column] = float
        return frame(data, kind, types)

    def chart(self, language: str = "en") -> Chart:
        """The curve of a loss as a picture, for what `Network.loss` gives.

        Args:
            language: ``"en"``, ``"fr"`` or ``"nl"``.

        Raises:
            CohesionError: ``not_possible`` for another result, ``unknown_value`` for another language.
        """
        return Chart(self._core.chart(str(language)))

    def to_html(self, language: str = "en") -> str:
        """The result as small HTML tables.

        Raises:
            CohesionError: ``unknown_value`` for another language than ``"en"``, ``"fr"`` or ``"nl"``.
        """
        return self._core.to_html(str(language))

    def _picture(self) -> Chart | None:
        return self.chart() if self.name == "loss" and self.rows else None
