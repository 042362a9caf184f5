"""How the partners rate the partnership, and what may be shared of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, overload

from cohesion_core import _core
from cohesion_core._arguments import fault
from cohesion_core._chart import Chart
from cohesion_core._evaluation import Audience, Path, _written
from cohesion_core._result import Noted
from cohesion_core._results import Comparisons, Estimates

_R = TypeVar("_R", _core.Assessment, _core.PublishedAssessment)


class AssessmentReport(Noted[_R]):
    """What self-assessments and their publications have in common: all that is made for others."""

    __slots__ = ()

    @property
    def content(self) -> dict[str, Any]:
        """Everything as plain data, as in `to_json`; a new dict each time.

        ``response`` says who answered; each of ``dimensions`` has ``performance`` (a mean over organisations),
        ``spread``, ``agreement``, ``standing``, ``importance``, ``quadrant``, ``by_wave`` and ``change``.
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
            audience: ``"partners"``: every figure with its interval; ``"residents"``: plain sentences.

        Raises:
            CohesionError: ``unknown_value`` for another language or audience, ``file`` where the file cannot be
                written.
        """
        return _written(self._published().to_html(str(language), str(audience), False), path)

    @overload
    def to_markdown(self, path: None = None, *, language: str = "en", audience: Audience = "partners") -> str: ...
    @overload
    def to_markdown(self, path: Path, *, language: str = "en", audience: Audience = "partners") -> None: ...
    def to_markdown(
        self, path: Path | None = None, *, language: str = "en", audience: Audience = "partners"
    ) -> str | None:
        """The report as Markdown; arguments and errors as `to_html`."""
        return _written(self._published().to_markdown(str(language), str(audience)), path)

    def chart(self, *, language: str = "en") -> Chart:
        """Importance over performance of every dimension, with both intervals.

        Raises:
            CohesionError: ``unknown_value`` for another language than ``"en"``, ``"fr"`` or ``"nl"``.
        """
        return Chart(self._published().chart(str(language)))

    def to_text(self, language: str = "en") -> str:
        """The report for partners as text; language and errors as `to_html`."""
        return self._published().to_markdown(str(language), "partners")

    def _repr_html_(self) -> str:
        return self._published().to_html("en", "partners", True)

    def _published(self) -> _core.PublishedAssessment:
        """What may be shared of it."""
        raise NotImplementedError


class PublishedAssessment(AssessmentReport[_core.PublishedAssessment]):
    """What may be shared of a self-assessment: nothing in it is about one organisation or one person.

    Example:
        >>> import cohesion_core as cc
        >>> plan = cc.Plan.from_dict({
        ...     "partnership": {
        ...         "stakeholders": [{"id": name, "name": name, "sector": "association"} for name in "abcde"],
        ...         "assessment": {"dimensions": [{"id": "open", "title": "Openness", "variable": "open"}]},
        ...     }
        ... })
        >>> three = plan.partnership.assess({"organisation": ["a", "b", "c"], "open": [4, 2, 3]}).publish()
        >>> three.content["dimensions"][0]["performance"]["reason"]["code"]
        'few_organisations'
    """

    __slots__ = ()
    _class = _core.PublishedAssessment

    def _published(self) -> _core.PublishedAssessment:
        return self._core


class Assessment(AssessmentReport[_core.Assessment]):
    """The evaluator's own copy of a self-assessment, organisations included: as confidential as the answers.

    `to_json`, `content` and pickles hold everything. All that is made for others is made from `publish()`.

    Example:
        >>> import cohesion_core as cc
        >>> plan = cc.Plan.from_dict({
        ...     "partnership": {
        ...         "stakeholders": [{"id": name, "name": name, "sector": "association"} for name in "abcde"],
        ...         "assessment": {"dimensions": [{"id": "open", "title": "Openness", "variable": "open"}]},
        ...     }
        ... })
        >>> answers = {"organisation": ["a", "a", "b", "c", "d", "e"], "open": [4, 2, 4, 5, 3, 4]}
        >>> open_ = plan.partnership.assess(answers).content["dimensions"][0]
        >>> open_["performance"]["value"], open_["organisations"]
        (3.8, 5)
    """

    __slots__ = ()
    _class = _core.Assessment

    def publish(self) -> PublishedAssessment:
        """What may be shared.

        Figures of fewer organisations than the plan asks for are gone, and with them what would give one away by
        subtraction.
        """
        return PublishedAssessment(self._core.publish())

    def beside(self, residents: Mapping[str, Estimates]) -> Comparisons:
        """The partners' mean less the residents', by dimension: where the two see the partnership differently.

        The samples are taken to be independent; both sides must have answered the same question on the same scale.

        Args:
            residents: A survey's mean of one row for each dimension: ``{"open": survey.mean("open")}``.

        Raises:
            CohesionError: ``unknown_value`` for a dimension that is not there, ``inconsistent`` for a statistic that
                is no mean or a mean outside the range of the ratings, ``out_of_range`` for a table without exactly one
                row, ``wrong_type`` for what is no mapping to estimates.
        """
        if not isinstance(residents, Mapping):
            message = "`residents` takes a mapping from dimensions to estimates, as in {'open': survey.mean('open')}"
            raise fault("wrong_type", "residents", message, value=type(residents).__name__)
        pairs = []
        for name, estimates in residents.items():
            if not isinstance(estimates, Estimates):
                message = f"`{name}` needs the estimates of a survey"
                raise fault("wrong_type", f"residents[{name}]", message, value=type(estimates).__name__)
            pairs.append((str(name), estimates._core))
        return Comparisons(self._core.beside(pairs))

    def _published(self) -> _core.PublishedAssessment:
        return self._core.publish()
