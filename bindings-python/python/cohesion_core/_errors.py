"""The one exception of this package, and the faults it carries."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

__all__ = ["CohesionError", "Fault"]


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong, with its place.

    Attributes:
        kind: What kind of fault it is, in snake case (``"unknown_key"``, ``"missing_column"``, ...).
        path: Where it is: ``indicators[2](belonging).items[4]`` in a document, ``column[X5].row[17]`` in a table.
        line: Line of the text, counted from 1, where the input was a text.
        column: Column of that line, counted from 1 in characters.
        value: What was found, shortened to 80 characters.
        allowed: What would be right: the words of a closed set, the columns of a table, the nearest key.
        message: What is wrong, in a sentence of English.
    """

    kind: str
    path: str
    line: int | None
    column: int | None
    value: str | None
    allowed: tuple[str, ...]
    message: str


def faults_from(found: Iterable[dict[str, Any]]) -> tuple[Fault, ...]:
    """The faults of the core's JSON."""
    return tuple(Fault(**{**fault, "allowed": tuple(fault["allowed"])}) for fault in found)


class CohesionError(ValueError):
    """Everything that this package refuses: one fault or many, each with kind and place.

    Attributes:
        kind: The kind of the first fault.
        path: The place of the first fault; empty where it has none.
        faults: Every fault, in the order of the document.

    Example:
        >>> import cohesion_core as cc
        >>> try:
        ...     cc.Survey({"trust": [3, 4]}).mean("trsut")
        ... except cc.CohesionError as error:
        ...     print(error.kind, error.path, error.faults[0].allowed)
        missing_column column[trsut] ('trust',)
    """

    def __init__(self, text: str, faults: Iterable[Fault]) -> None:
        super().__init__(text)
        self.faults: tuple[Fault, ...] = tuple(faults)

    @classmethod
    def _from_json(cls, text: str, faults: str) -> CohesionError:
        return cls(text, faults_from(json.loads(faults)))

    @property
    def kind(self) -> str:
        """The kind of the first fault."""
        return self.faults[0].kind

    @property
    def path(self) -> str:
        """The place of the first fault."""
        return self.faults[0].path

    def __reduce__(self) -> tuple[type[CohesionError], tuple[str, tuple[Fault, ...]]]:
        return type(self), (str(self), self.faults)
