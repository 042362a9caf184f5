"""The review of a partnership by its own records: findings, and the tables they come from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, TypeVar, overload

from cohesion_core import _core
from cohesion_core._assessment import Assessment, PublishedAssessment
from cohesion_core._chart import Chart
from cohesion_core._content import Note
from cohesion_core._evaluation import Audience, Path, _written
from cohesion_core._fields import PublishedReviewFields, ReviewFields
from cohesion_core._network_result import NetworkResult
from cohesion_core._result import Noted

Picture: TypeAlias = Literal[
    "responsibilities", "load", "timeline", "retention", "importance_performance", "network", "loss"
]


@dataclass(frozen=True)
class ReviewedNetwork:
    """The network of one kind of tie in the last wave, over those who take part on the day of the review.

    Everybody is taken to have answered; `Partnership.network` takes the respondents where they are known.

    Attributes:
        kind: The kind of the ties; None where they have none.
        wave: The wave they are of; None where they are of none.
        summary: The network as a whole, as `Network.summary`.
        partners: Every stakeholder, as `Network.centrality`.
        received: What others say of each stakeholder, as `Network.received`; None where no tie has a weight.
        notes: What is to be known with it.
    """

    kind: str | None
    wave: str | None
    summary: NetworkResult
    partners: NetworkResult
    received: NetworkResult | None
    notes: tuple[Note, ...]


_R = TypeVar("_R", _core.Review, _core.PublishedReview)


class _Shown(Noted[_R]):
    """What reviews and published reviews have in common."""

    __slots__ = ()

    @property
    def content(self) -> dict[str, Any]:
        """Everything as plain data, as in `to_json`; a new dict each time.

        Example:
            >>> import cohesion_core as cc
            >>> plan = cc.Plan.from_toml(cc.Plan.template("partnership"))
            >>> review = plan.partnership.review({}, as_of="2026-06-30")
            >>> review.content["as_of"]
            '2026-06-30'
        """
        return self._plain()

    @property
    def networks(self) -> tuple[ReviewedNetwork, ...]:
        """Who works with whom, one network per kind of tie; empty where no ties were given.

        Example:
            >>> import cohesion_core as cc
            >>> plan = cc.Plan.from_toml(cc.Plan.template("partnership"))
            >>> review = plan.partnership.review({}, as_of="2026-06-30")
            >>> len(review.networks)
            0
        """
        return tuple(_network(found) for found in self._json["networks"])

    def finding_texts(self, language: str = "en") -> list[str]:
        """The sentences of all findings, in their order.

        Raises:
            CohesionError: ``unknown_value`` for another language than ``"en"``, ``"fr"`` or ``"nl"``.

        Example:
            >>> import cohesion_core as cc
            >>> plan = cc.Plan.from_toml(cc.Plan.template("partnership"))
            >>> review = plan.partnership.review({}, as_of="2026-06-30")
            >>> len(review.finding_texts()) == len(review.findings)
            True
        """
        return self._core.finding_texts(str(language))

    @overload
    def to_html(self, path: None = None, *, language: str = "en", audience: Audience = "partners") -> str: ...
    @overload
    def to_html(self, path: Path, *, language: str = "en", audience: Audience = "partners") -> None: ...
    def to_html(self, path: Path | None = None, *, language: str = "en", audience: Audience = "partners") -> str | None:
        """The review as a page of its own: no script, no request, printable.

        Args:
            path: The file to write; the page is returned where none is given.
            language: ``"en"``, ``"fr"`` or ``"nl"``.
            audience: ``"partners"``: every finding and table; ``"residents"``: what `publish` leaves.

        Raises:
            CohesionError: ``unknown_value`` for another language or audience, ``file`` where the file cannot be
                written.

        Example:
            >>> import cohesion_core as cc
            >>> plan = cc.Plan.from_toml(cc.Plan.template("partnership"))
            >>> review = plan.partnership.review({}, as_of="2026-06-30")
            >>> review.to_html().startswith("<!")
            True
        """
        return _written(self._core.to_html(str(language), str(audience)), path)

    @overload
    def to_markdown(self, path: None = None, *, language: str = "en", audience: Audience = "partners") -> str: ...
    @overload
    def to_markdown(self, path: Path, *, language: str = "en", audience: Audience = "partners") -> None: ...
    def to_markdown(
        self, path: Path | None = None, *, language: str = "en", audience: Audience = "partners"
    ) -> str | None:
        """The review as Markdown; arguments and errors as `to_html`.

        Example:
            >>> import cohesion_core as cc
            >>> plan = cc.Plan.from_toml(cc.Plan.template("partnership"))
            >>> review = plan.partnership.review({}, as_of="2026-06-30")
            >>> review.to_markdown(audience="residents").startswith("#")
            True
        """
        return _written(self._core.to_markdown(str(language), str(audience)), path)

    def chart(self, picture: Picture, *, language: str = "en", audience: Audience = "partners") -> Chart:
        """One of the pictures.

        Args:
            picture: ``"responsibilities"``, ``"load"`` (against agreed shares), ``"timeline"``, ``"retention"``,
                ``"importance_performance"`` (of the self-assessment), ``"network"`` (the map of the first network) or
                ``"loss"`` (what breaks in it when partners go).
            language: ``"en"``, ``"fr"`` or ``"nl"``.
            audience: ``"partners"``, or ``"residents"``: what `publish` leaves.

        Raises:
            CohesionError: ``unknown_value`` for another picture, language or audience.

        Example:
            >>> import cohesion_core as cc
            >>> plan = cc.Plan.from_toml(cc.Plan.template("partnership"))
            >>> review = plan.partnership.review({}, as_of="2026-06-30")
            >>> len(review.chart("responsibilities").alternative) > 0
            True
        """
        return Chart(self._core.chart(str(picture), str(language), str(audience)))

    def _repr_html_(self) -> str:
        return self._core.notebook_html("en")


class PublishedReview(_Shown[_core.PublishedReview], PublishedReviewFields):
    """What residents may be given of a review: nothing about a stakeholder that did not agree to it.

    Example:
        >>> import cohesion_core as cc
        >>> review = cc.Plan.from_toml(cc.Plan.template("partnership")).partnership.review(as_of="2026-06-30")
        >>> [(row["part"], row["n"]) for row in review.publish().withheld]
        [('responsibilities', 3)]
    """

    __slots__ = ()

    @property
    def self_assessment(self) -> PublishedAssessment | None:
        """What may be shared of the partners' own ratings; None where no answers were given.

        Example:
            >>> import cohesion_core as cc
            >>> plan = cc.Plan.from_toml(cc.Plan.template("partnership"))
            >>> review = plan.partnership.review({}, as_of="2026-06-30")
            >>> review.publish().self_assessment is None
            True
        """
        ratings = self._json["self_assessment"]
        return None if ratings is None else PublishedAssessment.from_json(json.dumps(ratings))


class Review(_Shown[_core.Review], ReviewFields):
    """The review of a partnership: as confidential as its records, since it names stakeholders.

    `publish` makes what residents may be given; all that is made for residents is made from it.

    Example:
        >>> import cohesion_core as cc
        >>> review = cc.Plan.from_toml(cc.Plan.template("partnership")).partnership.review(as_of="2026-06-30")
        >>> review.finding_texts("nl")[0]
        'Het werk aan de doelstelling “Buren ontmoeten elkaar” stopt als Bewoners vertrekt.'
    """

    __slots__ = ()

    @property
    def self_assessment(self) -> Assessment | None:
        """What the partners' own ratings say, as `Partnership.assess`; None where no answers were given.

        Example:
            >>> import cohesion_core as cc
            >>> plan = cc.Plan.from_toml(cc.Plan.template("partnership"))
            >>> review = plan.partnership.review({}, as_of="2026-06-30")
            >>> review.self_assessment is None
            True
        """
        ratings = self._json["self_assessment"]
        return None if ratings is None else Assessment.from_json(json.dumps(ratings))

    def publish(self) -> PublishedReview:
        """What residents may be given: conflicts as counts; nothing about a stakeholder that did not agree to it.

        Example:
            >>> import cohesion_core as cc
            >>> plan = cc.Plan.from_toml(cc.Plan.template("partnership"))
            >>> review = plan.partnership.review({}, as_of="2026-06-30")
            >>> len(review.publish().findings) <= len(review.findings)
            True
        """
        return PublishedReview(self._core.publish())


def _network(found: Mapping[str, Any]) -> ReviewedNetwork:
    results = {
        name: None if found[name] is None else NetworkResult.from_json(json.dumps(found[name]))
        for name in ("summary", "partners", "received")
    }
    made: dict[str, Any] = {**results, "kind": found["kind"], "wave": found["wave"]}
    return ReviewedNetwork(**made, notes=tuple(Note._of(one) for one in found["notes"]))
