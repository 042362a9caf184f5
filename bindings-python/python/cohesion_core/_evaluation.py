"""What a plan says of its survey, and what may be shared of it."""

from __future__ import annotations

from typing import Any

from cohesion_core import _core
from cohesion_core._results import Result


class Evaluation(Result[_core.Evaluation]):
    """The evaluator's own copy of the results, small groups included: as confidential as the answers.

    What leaves the desk is made from `publish()`.
    """

    __slots__ = ()

    @classmethod
    def from_json(cls, text: str) -> Evaluation:
        """Reads what `to_json` wrote.

        Raises:
            CohesionError: ``syntax`` where the text is no such JSON, ``inconsistent`` where it is a publication.
        """
        return cls(_core.Evaluation.from_json(text))

    def publish(self) -> Publication:
        """What may be shared: small groups are hidden, and those by which they could be found."""
        return Publication(self._core.publish())

    @property
    def content(self) -> dict[str, Any]:
        """Everything as plain data, as in `to_json`; a new dict each time."""
        return self._plain()


class Publication(Result[_core.Publication]):
    """Results that may be shared: every group below the plan's minimum is hidden.

    A second group is hidden where the first could be found by subtraction.
    """

    __slots__ = ()

    @classmethod
    def from_json(cls, text: str) -> Publication:
        """Reads what `to_json` wrote.

        Raises:
            CohesionError: ``syntax`` where the text is no such JSON, ``inconsistent`` where it is a confidential
                evaluation.
        """
        return cls(_core.Publication.from_json(text))

    @property
    def content(self) -> dict[str, Any]:
        """Everything as plain data, as in `to_json`; a new dict each time."""
        return self._plain()
