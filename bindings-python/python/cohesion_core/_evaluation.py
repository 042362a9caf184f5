"""What a plan says of its survey, and what may be shared of it."""

from __future__ import annotations

import csv
import io
import os
from typing import Any, Literal, TypeAlias, TypeVar, overload

from cohesion_core import _core
from cohesion_core._chart import Chart, write
from cohesion_core._frame import Kind, frame
from cohesion_core._result import Noted

Audience: TypeAlias = Literal["partners", "residents"]
Flavour: TypeAlias = Literal["machine", "spreadsheet"]
Path: TypeAlias = str | os.PathLike[str]


_R = TypeVar("_R", _core.Evaluation, _core.PublishedEvaluation)


class Report(Noted[_R]):
    """What evaluations and publications have in common: all that is made for others, with small groups hidden."""

    __slots__ = ()

    @property
    def content(self) -> dict[str, Any]:
        """Everything as plain data, as in `to_json`; a new dict each time.

        Example:
            >>> import cohesion_core as cc
            >>> indicator = {"id": "trust", "title": "Trust", "variable": "trust", "statistic": "mean"}
            >>> plan = cc.Plan.from_dict({"indicators": [indicator]})
            >>> evaluation = plan.evaluate(survey={"trust": [row % 5 for row in range(60)]})
            >>> evaluation.content["indicators"][0]["id"]
            'trust'
        """
        return self._plain()

    @overload
    def to_html(self, path: None = None, *, language: str = "en", audience: Audience = "partners") -> str: ...
    @overload
    def to_html(self, path: Path, *, language: str = "en", audience: Audience = "partners") -> None: ...
    def to_html(self, path: Path | None = None, *, language: str = "en", audience: Audience = "partners") -> str | None:
        """The report as a page of its own: no script, no request, printable.

        Args:
            path: The file to write; the page is returned where none is given.
            language: ``"en"``, ``"fr"`` or ``"nl"``.
            audience: ``"partners"``: every figure with its interval, and how it was made; ``"residents"``: plain
                sentences, what is not known, and whom to ask.

        Raises:
            CohesionError: ``unknown_value`` for another language or audience, ``file`` where the file cannot be
                written.

        Example:
            >>> import cohesion_core as cc
            >>> indicator = {"id": "trust", "title": "Trust", "variable": "trust", "statistic": "mean"}
            >>> plan = cc.Plan.from_dict({"indicators": [indicator]})
            >>> evaluation = plan.evaluate(survey={"trust": [row % 5 for row in range(60)]})
            >>> evaluation.publish().to_html(language="fr").startswith("<!")
            True
        """
        return _written(self._published().to_html(str(language), str(audience)), path)

    @overload
    def to_markdown(self, path: None = None, *, language: str = "en", audience: Audience = "partners") -> str: ...
    @overload
    def to_markdown(self, path: Path, *, language: str = "en", audience: Audience = "partners") -> None: ...
    def to_markdown(
        self, path: Path | None = None, *, language: str = "en", audience: Audience = "partners"
    ) -> str | None:
        """The report as Markdown; arguments and errors as `to_html`.

        Example:
            >>> import cohesion_core as cc
            >>> indicator = {"id": "trust", "title": "Trust", "variable": "trust", "statistic": "mean"}
            >>> plan = cc.Plan.from_dict({"indicators": [indicator]})
            >>> evaluation = plan.evaluate(survey={"trust": [row % 5 for row in range(60)]})
            >>> evaluation.publish().to_markdown().startswith("#")
            True
        """
        return _written(self._published().to_markdown(str(language), str(audience)), path)

    @overload
    def to_csv(self, path: None = None, *, flavour: Flavour = "machine", language: str = "en") -> str: ...
    @overload
    def to_csv(self, path: Path, *, flavour: Flavour = "machine", language: str = "en") -> None: ...
    def to_csv(self, path: Path | None = None, *, flavour: Flavour = "machine", language: str = "en") -> str | None:
        """Every figure as CSV. Texts that look like formulas are led by ``'``.

        Args:
            path: The file to write; the text is returned where none is given.
            flavour: ``"machine"``: comma, point, unrounded, stable names; ``"spreadsheet"``: for a spreadsheet in the
                reader's language (French and Dutch: semicolon and decimal comma), with a byte order mark.
            language: ``"en"``, ``"fr"`` or ``"nl"``; a machine's file is the same in all.

        Raises:
            CohesionError: ``unknown_value`` for another flavour or language, ``file`` where the file cannot be written.

        Example:
            >>> import cohesion_core as cc
            >>> indicator = {"id": "trust", "title": "Trust", "variable": "trust", "statistic": "mean"}
            >>> plan = cc.Plan.from_dict({"indicators": [indicator]})
            >>> evaluation = plan.evaluate(survey={"trust": [row % 5 for row in range(60)]})
            >>> len(evaluation.publish().to_csv().splitlines()) > 1
            True
        """
        return _written(self._published().to_csv(str(flavour), str(language)), path)

    def to_frame(self, kind: Kind = "native") -> Any:
        """Every figure as a data frame with the columns of the machine's CSV, one row per figure.

        ``indicator version statistic group_by group wave kind``, then those of `Estimates.to_frame`, then
        ``compared_with p p_adjusted`` for changes. ``kind`` is headline, wave, group, band, change or alpha.

        Args:
            kind: ``"pandas"``, ``"polars"``, ``"pyarrow"``, ``"dict"`` or ``"native"``; see `Estimates.to_frame`.

        Raises:
            CohesionError: ``unknown_value`` for another kind, ``not_possible`` where the library is not installed.

        Example:
            >>> import cohesion_core as cc
            >>> indicator = {"id": "trust", "title": "Trust", "variable": "trust", "statistic": "mean"}
            >>> plan = cc.Plan.from_dict({"indicators": [indicator]})
            >>> evaluation = plan.evaluate(survey={"trust": [row % 5 for row in range(60)]})
            >>> list(evaluation.publish().to_frame("pandas")["indicator"])
            ['trust']
        """
        header, *lines = csv.reader(io.StringIO(self.to_csv(), newline=""))
        data = {name: [_cell(name, line[place]) for line in lines] for place, name in enumerate(header)}
        return frame(data, kind, {name: _type_of(name) for name in header})

    def chart(self, indicator: str | None = None, *, language: str = "en") -> Chart:
        """The picture of all indicators, or that of one.

        Args:
            indicator: The id of an indicator.
            language: ``"en"``, ``"fr"`` or ``"nl"``.

        Raises:
            CohesionError: ``unknown_value`` for an indicator that is not there, or another language.

        Example:
            >>> import cohesion_core as cc
            >>> indicator = {"id": "trust", "title": "Trust", "variable": "trust", "statistic": "mean"}
            >>> plan = cc.Plan.from_dict({"indicators": [indicator]})
            >>> evaluation = plan.evaluate(survey={"trust": [row % 5 for row in range(60)]})
            >>> len(evaluation.chart("trust").alternative) > 0
            True
        """
        return Chart(self._published().chart(indicator, str(language)))

    def to_text(self, language: str = "en") -> str:
        """The indicators in one screen of aligned text; language and errors as `to_html`.

        Example:
            >>> import cohesion_core as cc
            >>> indicator = {"id": "trust", "title": "Trust", "variable": "trust", "statistic": "mean"}
            >>> plan = cc.Plan.from_dict({"indicators": [indicator]})
            >>> evaluation = plan.evaluate(survey={"trust": [row % 5 for row in range(60)]})
            >>> "Trust" in evaluation.to_text()
            True
        """
        return self._published().to_text(str(language))

    def _picture(self) -> Chart:
        return self.chart()

    def _repr_html_(self) -> str:
        return self._published().notebook_html("en")

    def _published(self) -> _core.PublishedEvaluation:
        """What may be shared of it."""
        raise NotImplementedError


class PublishedEvaluation(Report[_core.PublishedEvaluation]):
    """Results that may be shared: every group below the plan's minimum is hidden.

    A second group is hidden where the first could be found by subtraction.
    """

    __slots__ = ()
    _class = _core.PublishedEvaluation

    def _published(self) -> _core.PublishedEvaluation:
        return self._core


class Evaluation(Report[_core.Evaluation]):
    """The evaluator's own copy of the results, small groups included: as confidential as the answers.

    `to_json`, `content` and pickles hold everything. All that is made for others - page, Markdown, CSV, data frame,
    chart, what a notebook shows - is made from `publish()`, in which small groups are hidden.
    """

    __slots__ = ()
    _class = _core.Evaluation

    def publish(self) -> PublishedEvaluation:
        """What may be shared: small groups are hidden, and those by which they could be found.

        Example:
            >>> import cohesion_core as cc
            >>> indicator = {"id": "trust", "title": "Trust", "variable": "trust", "statistic": "mean"}
            >>> plan = cc.Plan.from_dict({"indicators": [indicator]})
            >>> evaluation = plan.evaluate(survey={"trust": [row % 5 for row in range(60)]})
            >>> len(evaluation.publish().content["indicators"])
            1
        """
        return PublishedEvaluation(self._core.publish())

    def _published(self) -> _core.PublishedEvaluation:
        return self._core.publish()


def _written(text: str, path: Path | None) -> str | None:
    """The text, or None once it is in a file."""
    if path is None:
        return text
    write(path, text)
    return None


_WHOLE = frozenset({"n", "n_missing", "version"})
_TEXTS = frozenset({"interval_method", "grade", "method", "reason"}) | frozenset(
    {"indicator", "statistic", "group_by", "group", "wave", "kind", "compared_with"}
)


def _type_of(name: str) -> type:
    """The type of a column of the core's CSV: counts whole, some texts, all others numbers."""
    return str if name in _TEXTS else int if name in _WHOLE else float


def _cell(name: str, text: str) -> object:
    """A cell of the core's CSV as a value; empty is None."""
    if not text:
        return None
    if name in _TEXTS:
        # The core leads a text that looks like a formula by an apostrophe; in a data frame it is harmless.
        return text[1:] if text[0] == "'" and text[1:2] in tuple("=+-@\t\r") else text
    return _type_of(name)(text)
