"""Rows of a review."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, overload

from cohesion_core._frame import Kind, frame


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
