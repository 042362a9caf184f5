"""The partnership of a plan: what its own records, its networks and its partners' ratings say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from cohesion_core import _core
from cohesion_core._arguments import fault, labels
from cohesion_core._assessment import Assessment
from cohesion_core._frame import columns_of
from cohesion_core._network import Network, TwoMode
from cohesion_core._review import Review
from cohesion_core._types import Rows


class Partnership:
    """The partnership of a plan, as `Plan.partnership` gives it.

    Example:
        >>> import cohesion_core as cc
        >>> plan = cc.Plan.from_toml(cc.Plan.template("partnership"))
        >>> plan.partnership.review(as_of="2026-06-30").conflicts.known
        False
    """

    def __init__(self, core: _core.Plan) -> None:
        if not isinstance(core, _core.Plan):
            raise fault("wrong_type", "", "a partnership is that of a plan: plan.partnership")
        self._core = core

    def review(
        self,
        records: Mapping[str, Any] | None = None,
        *,
        as_of: str | dt.date,
        previous: Review | None = None,
        seed: int = 1,
    ) -> Review:
        """The review: roles, fair shares, communication, conflicts, who stays, ratings, networks, findings.

        Args:
            records: Tables by kind, as in `Plan.check_records`; kinds that are not given are taken from the plan. The
                table ``assessment`` holds the answers to the self-assessment, as `assess` takes them. What cannot be
                judged without records of a kind is said to be so.
            as_of: The date that is taken as today, ``"2026-06-30"`` or a date: the library reads no clock. Records of
                later days are left out.
            previous: The review before: each finding then says how it moved.
            seed: The seed of the permutation test of sectors, where there are too many ways to look at all.

        Raises:
            CohesionError: Every fault of the plan and of the tables; ``missing_field`` where there is no partnership or
                nobody in it; ``impossible_date`` for `as_of`; ``inconsistent`` where `previous` is not earlier.

        Example:
            >>> import cohesion_core as cc
            >>> plan = cc.Plan.from_toml(cc.Plan.template("partnership"))
            >>> review = plan.partnership.review(as_of="2026-06-30")
            >>> review.findings[0].code, review.findings[0].severity
            ('objective_depends_on_one', 'high')
        """
        date = as_of.isoformat() if isinstance(as_of, dt.date) else str(as_of)
        if previous is not None and not isinstance(previous, Review):
            message = "`previous` takes the review before"
            raise fault("wrong_type", "previous", message, value=type(previous).__name__)
        whole = isinstance(seed, int) and not isinstance(seed, bool) and 0 <= seed < 2**64
        if not whole:
            raise fault("out_of_range", "seed", "a seed is a whole number from 0 up to 2**64 - 1", value=seed)
        before = None if previous is None else previous._core
        return Review(self._core.review(record_tables(records or {}), date, before, seed))

    def network(
        self,
        records: Mapping[str, Any] | None = None,
        *,
        wave: str | None = None,
        kind: str | Iterable[str] | None = None,
        respondents: Iterable[object] | None = None,
    ) -> Network:
        """The directed network of the partnership: its stakeholders, by ``sector``, and the ties of the records.

        Args:
            records: Tables by kind, as in ``{"ties": df}``, where the plan holds no ties itself.
            wave: The wave of the ties; needed where they are of several.
            kind: The kind of the ties (``"trust"``); needed where they are of several. Of several kinds, as in
                ``["reliability", "mission", "openness"]``, a tie has its mean over those in which it was stated.
            respondents: The stakeholders who answered; everybody unless given.

        Raises:
            CohesionError: Every fault of the plan and of the records; ``missing_field`` without a partnership or
                without ties, ``not_possible`` for ties of several waves or kinds of which none is chosen,
                ``unknown_value`` for one that no tie has; and as `Network.from_edges`.

        Example:
            >>> import cohesion_core as cc
            >>> plan = cc.Plan.from_toml(cc.Plan.template("partnership"))
            >>> a, b, *_ = [partner["id"] for partner in plan.document["partnership"]["stakeholders"]]
            >>> plan.partnership.network(records={"ties": {"from": [a], "to": [b]}}).ties
            1
        """
        kinds = [kind] if isinstance(kind, str) else labels("kind", kind) or []
        found = self._core.network(record_tables(records or {}), wave, kinds, labels("respondents", respondents))
        return Network(found)

    def activity_network(self) -> TwoMode:
        """Who takes part in which activity: the stakeholders whom the plan names as responsible or accountable for it.

        Raises:
            CohesionError: Every fault of the plan; ``missing_field`` without a partnership, ``empty_table`` without a
                stakeholder or an activity.

        Example:
            >>> import cohesion_core as cc
            >>> plan = cc.Plan.from_toml(cc.Plan.template("partnership"))
            >>> len(plan.partnership.activity_network().activities) > 0
            True
        """
        return TwoMode(self._core.activity_network())

    def assess(self, answers: Any) -> Assessment:
        """What the partners' own ratings say: people within their organisation first, organisations across after that.

        Figures are of the last wave that has answers; change is since the one before it.

        Args:
            answers: One row per person, columns as `partnership.assessment` and the codebook name them: a data frame, a
                dict of columns, or what `read_csv` returns.

        Raises:
            CohesionError: The faults of the plan's meaning; ``missing_field`` where the plan has no assessment or no
                stakeholder, ``missing_column``, ``dangling_id`` for an organisation that is no stakeholder,
                ``unknown_value`` for a wave that the plan does not have, ``out_of_range`` for a rating outside the
                codebook or the scale, ``empty_table``, ``inconsistent`` where dimensions run over different ranges.
        """
        return Assessment(self._core.assess(columns_of(answers).all()))

    def __repr__(self) -> str:
        return f"<cohesion_core.Partnership; plan {self._core.hash()[:12]}>"


def record_tables(records: Mapping[str, Any]) -> list[tuple[str, Rows]]:
    """Tables of records as the core takes them."""
    if not isinstance(records, Mapping):
        message = "`records` takes a mapping from kinds to tables, as in {'ties': df}"
        raise fault("wrong_type", "records", message, value=type(records).__name__)
    return [(str(kind), columns_of(table).all()) for kind, table in records.items()]
