"""What all results share: they carry notes and provenance, are immutable, picklable, comparable."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Protocol, TypeVar, cast

from cohesion_core._chart import Chart, display, shown
from cohesion_core._content import ExplainedStep, Note, Provenance


class _Core(Protocol):
    def to_json(self) -> str: ...


_C = TypeVar("_C", bound=_Core)
_R = TypeVar("_R", bound="Result[Any]")


@dataclass(frozen=True)
class Explanation:
    """How a number was made; `str` and `print` give it as text.

    Attributes:
        steps: The figure, its error and its interval.
        inputs: Columns, values, groups and design.
        assumptions: What has to hold for the number to mean what it says.
        r_call: The call of R's package ``survey`` that gives the same number, over a data frame ``d`` with the same
            columns; None where there is none.
        text: All of it as lines of text.
    """

    steps: tuple[ExplainedStep, ...]
    inputs: tuple[str, ...]
    assumptions: tuple[str, ...]
    r_call: str | None
    text: str

    def __str__(self) -> str:
        return self.text.rstrip("\n")


class Result(Generic[_C]):
    """What all results share: the core's result inside, JSON in and out."""

    __slots__ = ("_core", "_read")

    _class: ClassVar[Any]
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
        return tuple(Note._of(one) for one in self._json["notes"])

    @property
    def provenance(self) -> Provenance:
        """Where the figures come from."""
        return Provenance._of(self._json["provenance"])

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
        return cls(cls._class.from_json(text))


class Explained(Result[_C]):
    """A result that says how it was made."""

    __slots__ = ()

    def explain(self, language: str = "en") -> Explanation:
        """How the figures were made: formula, source, inputs, assumptions, and the call of R that gives the same.

        Args:
            language: ``"en"``, ``"fr"`` or ``"nl"``.

        Raises:
            CohesionError: ``unknown_value`` for another language.
        """
        found = json.loads(cast(str, cast(Any, self._core).explain(str(language))))
        steps = tuple(ExplainedStep._of(step) for step in found["steps"])
        inputs, assumptions = tuple(found["inputs"]), tuple(found["assumptions"])
        return Explanation(steps, inputs, assumptions, found["r_call"], found["text"])

    def to_html(self, language: str = "en") -> str:
        """A small HTML table: caption, scopes, language; no script, no address; at most 15 kB.

        Args:
            language: ``"en"``, ``"fr"`` or ``"nl"``.

        Raises:
            CohesionError: ``unknown_value`` for another language.
        """
        return cast(str, cast(Any, self._core).to_html(str(language)))
