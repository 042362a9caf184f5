"""What all results share: they are sheets, carry notes and provenance, are immutable, picklable, comparable."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Protocol, TypeVar, cast

from cohesion_core import _core
from cohesion_core._chart import Chart, display, shown
from cohesion_core._content import ExplainedStep, Note, Provenance
from cohesion_core._frame import Kind, frame


class _Core(Protocol):
    def to_json(self) -> str: ...


_C = TypeVar("_C", bound=_Core)
_D = TypeVar("_D", bound="Document[Any]")


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


class Document(Generic[_C]):
    """Something the core made and holds: JSON in and out; immutable, picklable, comparable."""

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
        """The result as JSON: the same text in Rust, Python and JavaScript.

        Example:
            >>> import cohesion_core as cc
            >>> means = cc.Survey({"trust": [3, 4, 5, 4]}).mean("trust")
            >>> cc.Estimates.from_json(means.to_json()) == means
            True
        """
        return self._core.to_json()

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, Document) and self._core == other._core

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __copy__(self: _D) -> _D:
        return self

    def __deepcopy__(self: _D, memo: dict[int, Any]) -> _D:
        return self

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return type(self).from_json, (self.to_json(),)

    @classmethod
    def from_json(cls: type[_D], text: str) -> _D:
        """Reads what `to_json` wrote.

        Raises:
            CohesionError: ``syntax`` where the text is no such JSON.

        Example:
            >>> import cohesion_core as cc
            >>> means = cc.Survey({"trust": [3, 4, 5, 4]}).mean("trust")
            >>> cc.Estimates.from_json(means.to_json()).value
            4.0
        """
        return cls(cls._class.from_json(text))


class Noted(Document[_C]):
    """A document that a notebook shows, with notes and where it comes from."""

    __slots__ = ()

    @property
    def notes(self) -> tuple[Note, ...]:
        """Findings about the whole.

        Example:
            >>> import cohesion_core as cc
            >>> means = cc.Survey({"trust": [3, 4, 5, 4]}).mean("trust")
            >>> [note.code for note in means.notes]
            []
        """
        return tuple(Note._of(one) for one in self._json["notes"])

    @property
    def provenance(self) -> Provenance:
        """Where the figures come from.

        Example:
            >>> import cohesion_core as cc
            >>> means = cc.Survey({"trust": [3, 4, 5, 4]}).mean("trust")
            >>> means.provenance.library_version == cc.__version__
            True
        """
        return Provenance._of(self._json["provenance"])

    def to_text(self, language: str = "en") -> str:
        """The result in aligned text, the same in Rust, Python and JavaScript.

        Args:
            language: ``"en"``, ``"fr"`` or ``"nl"``.

        Raises:
            CohesionError: ``unknown_value`` for another language.

        Example:
            >>> import cohesion_core as cc
            >>> means = cc.Survey({"trust": [3, 4, 5, 4]}).mean("trust")
            >>> "trust" in means.to_text()
            True
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


class Result(Noted[_C]):
    """A result that is a sheet: tables, what is said of them, and a picture where one shows it."""

    __slots__ = ()

    def _sheet(self, language: str = "en") -> _core.Sheet:
        return cast(_core.Sheet, cast(Any, self._core).sheet(str(language)))

    @property
    def notes(self) -> tuple[Note, ...]:
        """Findings about the whole.

        Example:
            >>> import cohesion_core as cc
            >>> means = cc.Survey({"trust": [3, 4, 5, 4]}).mean("trust")
            >>> [note.code for note in means.notes]
            []
        """
        found = self._json["notes"] if "notes" in self._json else json.loads(self._sheet().notes())
        return tuple(Note._of(one) for one in found)

    @property
    def provenance(self) -> Provenance:
        """Where the figures come from, as far as the result knows.

        Example:
            >>> import cohesion_core as cc
            >>> means = cc.Survey({"trust": [3, 4, 5, 4]}).mean("trust")
            >>> means.provenance.library_version == cc.__version__
            True
        """
        known = "provenance" in self._json
        return Provenance._of(self._json["provenance"] if known else json.loads(self._sheet().provenance()))

    def explain(self, language: str = "en") -> Explanation:
        """How the figures were made: formula, source, inputs, assumptions, and the call of R that gives the same.

        Args:
            language: ``"en"``, ``"fr"`` or ``"nl"``.

        Raises:
            CohesionError: ``unknown_value`` for another language.

        Example:
            >>> import cohesion_core as cc
            >>> means = cc.Survey({"trust": [3, 4, 5, 4]}).mean("trust")
            >>> means.explain().r_call
            'svymean(~trust, subset(svydesign(ids = ~1, data = d), !is.na(trust)))'
        """
        found = json.loads(self._sheet(language).explain())
        steps = tuple(ExplainedStep._of(step) for step in found["steps"])
        inputs, assumptions = tuple(found["inputs"]), tuple(found["assumptions"])
        return Explanation(steps, inputs, assumptions, found["r_call"], found["text"])

    def to_text(self, language: str = "en") -> str:
        """The result as aligned tables, with all that is said of the figures below them.

        The same text in Rust, Python and JavaScript.

        Args:
            language: ``"en"``, ``"fr"`` or ``"nl"``.

        Raises:
            CohesionError: ``unknown_value`` for another language.

        Example:
            >>> import cohesion_core as cc
            >>> means = cc.Survey({"trust": [3, 4, 5, 4]}).mean("trust")
            >>> means.to_text().splitlines()[0]
            'Mean: trust'
        """
        return self._sheet(language).to_text()

    def to_html(self, language: str = "en") -> str:
        """Small HTML tables: captions, scopes, language; no script, no address; at most 15 kB.

        Args:
            language: ``"en"``, ``"fr"`` or ``"nl"``.

        Raises:
            CohesionError: ``unknown_value`` for another language.

        Example:
            >>> import cohesion_core as cc
            >>> means = cc.Survey({"trust": [3, 4, 5, 4]}).mean("trust")
            >>> "<table" in means.to_html("fr")
            True
        """
        return self._sheet(language).to_html()

    def to_markdown(self, language: str = "en") -> str:
        """The result as Markdown.

        Args:
            language: ``"en"``, ``"fr"`` or ``"nl"``.

        Raises:
            CohesionError: ``unknown_value`` for another language.

        Example:
            >>> import cohesion_core as cc
            >>> means = cc.Survey({"trust": [3, 4, 5, 4]}).mean("trust")
            >>> means.to_markdown().splitlines()[0]
            '**Mean: trust**'
        """
        return self._sheet(language).to_markdown()

    def to_csv(self) -> str:
        """One line per row, unrounded, a point for decimals; a text that looks like a formula is led by ``'``.

        Example:
            >>> import cohesion_core as cc
            >>> means = cc.Survey({"trust": [3, 4, 5, 4]}).mean("trust")
            >>> len(means.to_csv().splitlines())
            2
        """
        return self._sheet().to_csv()

    def to_frame(self, kind: Kind = "native") -> Any:
        """The columns of `to_csv` as a data frame.

        A key that is named like another column gets an underscore at its end. Missing figures are NaN (dict: None).

        Args:
            kind: ``"pandas"``, ``"polars"``, ``"pyarrow"``, ``"dict"``, or ``"native"``: pandas where it is installed,
                else a dict of lists.

        Raises:
            CohesionError: ``unknown_value`` for another kind, ``not_possible`` where the library is not installed.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {"trust": [3, 4, 5, 4], "area": ["N", "N", "S", "S"]}
            >>> means = cc.Survey(answers).mean("trust", by="area")
            >>> list(means.to_frame("pandas")["value"])
            [3.5, 4.5]
        """
        columns = json.loads(self._sheet().to_columns())
        data = {column["name"]: column["values"] for column in columns}
        return frame(data, kind, {column["name"]: _TYPES[column["kind"]] for column in columns})

    def chart(self, language: str = "en") -> Chart:
        """The picture that shows the result.

        Args:
            language: ``"en"``, ``"fr"`` or ``"nl"``.

        Raises:
            CohesionError: ``not_possible`` where no picture shows it, ``unknown_value`` for another language.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {"trust": [3, 4, 5, 4], "area": ["N", "N", "S", "S"]}
            >>> means = cc.Survey(answers).mean("trust", by="area")
            >>> means.chart().spec["description"] == means.chart().alternative
            True
        """
        return Chart(self._sheet(language).chart())

    def _repr_html_(self) -> str:
        return self.to_html()

    def _picture(self) -> Chart | None:
        sheet = self._sheet()
        return Chart(sheet.chart()) if sheet.has_picture else None


_TYPES: dict[str, type] = {"text": str, "flag": bool, "count": int, "number": float}
