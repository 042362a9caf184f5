"""What measures of a network give: figures of the whole and a table of rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cohesion_core._arguments import fault
from cohesion_core._content import NetworkFigure
from cohesion_core._fields import NetworkResultFields


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
        """Figures of the whole network, by measure; a new dict each time.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> network = cc.Network.from_edges(ties, source="a", target="b")
            >>> network.summary().figures["density"].value
            0.5
        """
        return {found["measure"]: NetworkFigure._of(found) for found in self._json["figures"]}

    @property
    def rows(self) -> tuple[NetworkRow, ...]:
        """The rows.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> network = cc.Network.from_edges(ties, source="a", target="b")
            >>> [row.labels for row in network.bridges().rows]
            [('city', 'club'), ('city', 'police'), ('club', 'school')]
        """
        columns = self.columns
        return tuple(
            NetworkRow(tuple(row["labels"]), dict(zip(columns, row["values"], strict=True)))
            for row in self._json["rows"]
        )

    def value(self, measure: str) -> float | None:
        """The figure of that measure; None where it is not defined.

        Raises:
            CohesionError: ``unknown_value`` for a measure that this result does not have.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> network = cc.Network.from_edges(ties, source="a", target="b")
            >>> network.summary().value("density")
            0.5
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

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> network = cc.Network.from_edges(ties, source="a", target="b")
            >>> network.centrality().get("city", column="degree")
            2.0
        """
        if column not in self.columns:
            message = f"there is no column `{column}` here, only {', '.join(self.columns)}"
            raise fault("unknown_value", "column", message, value=column, allowed=self.columns)
        for row in self.rows:
            if row.labels == labels:
                return row.values[column]
        raise fault("unknown_value", "labels", f"there is no row {' / '.join(map(str, labels))}", value=labels)
