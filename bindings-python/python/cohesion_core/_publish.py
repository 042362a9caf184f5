"""What may leave the desk: rules, published tables, counts, k-anonymity."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, cast

from cohesion_core import _arguments, _core
from cohesion_core._arguments import Names
from cohesion_core._content import Audit, Note
from cohesion_core._frame import columns_of
from cohesion_core._result import Document, Result
from cohesion_core._results import Estimates

Nested: TypeAlias = Mapping[str, tuple[str, Mapping[str, str]]]
"""Finer columns, and for each the coarser one and in which of its labels each label lies."""


class PublishRule(Document[_core.PublishRule]):
    """A rule for what may leave the desk, as a document with an id. The numbers are a matter of policy.

    Args:
        id: Id of the rule, which results name.
        minimum_n: Groups with fewer answers (unweighted) are hidden; 10.
        minimum_numerator: Shares are hidden where fewer are counted, or fewer are not; 5.
        group_disclosure: ``"hide"`` shares of 0 % and 100 %, or ``"show"`` them.
        dominance_largest: A total is hidden where this many contributions (2) ...
        dominance_share: ... make more than this share of it; 0.85.
        dominance_within: A total is hidden where it tells the second largest contributor the largest contribution to
            within this share of it; 0.1.
        rounding_base: Counts are rounded to multiples of it; 1 for no rounding.
        protection: How wide the range must be within which a hidden count stays unknown, in multiples of the minimum it
            falls under; 1.

    Raises:
        CohesionError: ``out_of_range``.

    Example:
        >>> import cohesion_core as cc
        >>> cc.PublishRule("ghent-2026", minimum_n=20).minimum_numerator
        5
    """

    __slots__ = ()
    _class = _core.PublishRule

    def __init__(
        self,
        id: str | _core.PublishRule | None = None,  # noqa: A002 - the field's name in every language
        *,
        minimum_n: int | None = None,
        minimum_numerator: int | None = None,
        group_disclosure: Literal["hide", "show"] | None = None,
        dominance_largest: int | None = None,
        dominance_share: float | None = None,
        dominance_within: float | None = None,
        rounding_base: int | None = None,
        protection: float | None = None,
    ) -> None:
        if isinstance(id, _core.PublishRule):
            super().__init__(id)
            return
        fields = {
            "id": id,
            "minimum_n": minimum_n,
            "minimum_numerator": minimum_numerator,
            "group_disclosure": group_disclosure,
            "dominance_largest": dominance_largest,
            "dominance_share": dominance_share,
            "dominance_within": dominance_within,
            "rounding_base": rounding_base,
            "protection": protection,
        }
        given = {name: value for name, value in fields.items() if value is not None}
        super().__init__(_core.PublishRule.from_json(json.dumps(given)))

    @classmethod
    def default(cls) -> PublishRule:
        """The rule that holds where none is named.

        Example:
            >>> import cohesion_core as cc
            >>> cc.PublishRule.default().minimum_n
            10
        """
        return cls()

    @property
    def id(self) -> str:
        """Id of the rule.

        Example:
            >>> import cohesion_core as cc
            >>> cc.PublishRule(minimum_n=20).id
            'default'
        """
        return str(self._json["id"])

    @property
    def minimum_n(self) -> int:
        """Groups with fewer answers are hidden.

        Example:
            >>> import cohesion_core as cc
            >>> cc.PublishRule(minimum_n=20).minimum_n
            20
        """
        return int(self._json["minimum_n"])

    @property
    def minimum_numerator(self) -> int:
        """Shares are hidden where fewer are counted, or fewer are not.

        Example:
            >>> import cohesion_core as cc
            >>> cc.PublishRule.default().minimum_numerator
            5
        """
        return int(self._json["minimum_numerator"])

    def __repr__(self) -> str:
        return f"<cohesion_core.PublishRule: {self.to_json()}>"


class CountTable(Result[_core.CountTable]):
    """Unweighted counts of a column's answers by groups, as confidential as the rows: what `Survey.counts` returns.

    Example:
        >>> import cohesion_core as cc
        >>> cc.Survey({"trust": [4, 2, None]}).counts("trust", values=4).rows[0]["numerator"]
        1
    """

    __slots__ = ()
    _class = _core.CountTable

    @property
    def rows(self) -> tuple[dict[str, Any], ...]:
        """One dict per group: ``labels``, ``n``, ``n_missing``, ``numerator``, ``total``, ``largest``.

        Example:
            >>> import cohesion_core as cc
            >>> survey = cc.Survey({"street": ["Elm", "Elm", "Oak"], "trust": [4, 2, 5]})
            >>> counts = survey.counts("trust", values=[4, 5], by="street")
            >>> [row["n"] for row in counts.rows]
            [2, 1]
        """
        return tuple(self._json["rows"])


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """One table without what is hidden.

    Attributes:
        estimates: The figures that may be shown, where estimates were given.
        counts: The counts that may be shown, where counts were given.
        hidden: The groups that are not shown: labels, and the note that says why.
    """

    estimates: Estimates | None
    counts: CountTable | None
    hidden: tuple[tuple[tuple[str, ...], Note], ...]


class PublishedTables(Result[_core.PublishedTables]):
    """Tables that may be shared together: what `publish` returns.

    Example:
        >>> import cohesion_core as cc
        >>> cc.publish([cc.Survey({"trust": [3, 4] * 10}).mean("trust")]).audit.passed
        True
    """

    __slots__ = ()
    _class = _core.PublishedTables

    @property
    def rule(self) -> PublishRule:
        """The rule they were made by.

        Example:
            >>> import cohesion_core as cc
            >>> survey = cc.Survey({"street": ["Elm"] * 57 + ["Oak"] * 3, "trust": [row % 5 for row in range(60)]})
            >>> published = cc.publish([survey.mean("trust", by="street")])
            >>> published.rule.minimum_n
            10
        """
        return PublishRule.from_json(json.dumps(self._json["rule"]))

    @property
    def tables(self) -> tuple[PublishedTable, ...]:
        """The tables in the order they were given.

        Example:
            >>> import cohesion_core as cc
            >>> survey = cc.Survey({"street": ["Elm"] * 57 + ["Oak"] * 3, "trust": [row % 5 for row in range(60)]})
            >>> published = cc.publish([survey.mean("trust", by="street")])
            >>> len(published.tables)
            1
        """
        return tuple(_table(table) for table in self._json["tables"])

    @property
    def audit(self) -> Audit:
        """The proof that what is hidden cannot be worked out.

        Example:
            >>> import cohesion_core as cc
            >>> survey = cc.Survey({"street": ["Elm"] * 57 + ["Oak"] * 3, "trust": [row % 5 for row in range(60)]})
            >>> published = cc.publish([survey.mean("trust", by="street")])
            >>> len(published.audit.cells)
            1
        """
        return Audit._of(self._json["audit"])


def _table(found: dict[str, Any]) -> PublishedTable:
    estimates = None if found["estimates"] is None else Estimates.from_json(json.dumps(found["estimates"]))
    counts = None if found["counts"] is None else CountTable.from_json(json.dumps(found["counts"]))
    hidden = tuple((tuple(row["labels"]), Note._of(row["note"])) for row in found["hidden"])
    return PublishedTable(estimates, counts, cast(Any, hidden))


def publish(
    tables: Iterable[Estimates | CountTable | Mapping[str, Any]],
    rule: PublishRule | None = None,
    *,
    counts: Iterable[CountTable] = (),
    nested: Nested | None = None,
) -> PublishedTables:
    """Tables about the same people, without the groups that the rule hides and without those that would give them away.

    Which further groups are hidden is found by a heuristic; that it is enough is proven: for every hidden count, and
    for every group that stands in no table and could be had by subtraction, the smallest and largest number that fits
    everything shown are found by integer linear programming. What cannot be proven safe is hidden. The proof is in
    `PublishedTables.audit`.

    Args:
        tables: Estimates, `CountTable`, or dicts of the same shape as its JSON. Give everything that is about the same
            people in one call.
        rule: The rule; its defaults unless given.
        counts: Unweighted counts from `Survey.counts`: exact numerators of weighted shares, and the largest
            contributions to totals. They are looked at and not published.
        nested: Finer columns, and for each the coarser column and in which label each of its labels lies:
            ``{"street": ("district", {"Elm Street": "North"})}``.

    Raises:
        CohesionError: ``not_possible`` for differences and regressions, ``inconsistent`` for counts that contradict
            themselves or lie nowhere, ``syntax`` for a dict that is no table of counts.

    Example:
        >>> import cohesion_core as cc
        >>> people = {"area": ["N"] * 40 + ["S"] * 7 + ["W"] * 12, "trust": [3, 4] * 29 + [5]}
        >>> survey = cc.Survey(people)
        >>> published = cc.publish([survey.mean("trust", by="area"), survey.mean("trust")])
        >>> [labels for labels, _ in published.tables[0].hidden], published.audit.passed
        ([('S',), ('W',)], True)
    """
    given = [json.dumps(table) if isinstance(table, Mapping) else table.to_json() for table in tables]
    areas = [{"column": column, "inside": inside, "of": dict(of)} for column, (inside, of) in (nested or {}).items()]
    options = json.dumps({"counts": [json.loads(table.to_json()) for table in counts], "nested": areas})
    return PublishedTables(_core.publish(given, (rule or PublishRule.default())._core, options))


class KAnonymity(Result[_core.KAnonymity]):
    """How many rows share each combination of columns: what `k_anonymity` returns. As confidential as the rows.

    Example:
        >>> import cohesion_core as cc
        >>> cc.k_anonymity({"sex": ["f", "f", "m", "m"]}, "sex", k=2)
        Combinations of sex
        Without one of the columns
        Left out  Rarest combination  Rows too rare
        -------------------------------------------
        sex                        4              0
        - Every combination of these columns is shared by 2 people or more; 2 were asked for.
    """

    __slots__ = ()
    _class = _core.KAnonymity

    @property
    def smallest(self) -> int:
        """How many rows the rarest combination has.

        Example:
            >>> import cohesion_core as cc
            >>> found = cc.k_anonymity({"sex": ["f", "f", "m"], "age": ["18", "18", "31"]}, ["sex", "age"], k=2)
            >>> found.smallest
            1
        """
        return int(self._json["smallest"])

    @property
    def below(self) -> int:
        """How many rows are in combinations of fewer than k.

        Example:
            >>> import cohesion_core as cc
            >>> found = cc.k_anonymity({"sex": ["f", "f", "m"], "age": ["18", "18", "31"]}, ["sex", "age"], k=2)
            >>> found.below
            1
        """
        return int(self._json["below"])

    @property
    def diversity(self) -> int | None:
        """The least number of different values of the sensitive column in a combination.

        Example:
            >>> import cohesion_core as cc
            >>> found = cc.k_anonymity({"sex": ["f", "f", "m"], "age": ["18", "18", "31"]}, ["sex", "age"], k=2)
            >>> found.diversity is None
            True
        """
        return cast("int | None", self._json["diversity"])

    @property
    def classes(self) -> tuple[dict[str, Any], ...]:
        """The combinations of fewer than k rows, the rarest first: ``labels``, ``n``, ``diversity``.

        Example:
            >>> import cohesion_core as cc
            >>> found = cc.k_anonymity({"sex": ["f", "f", "m"], "age": ["18", "18", "31"]}, ["sex", "age"], k=2)
            >>> len(found.classes)
            1
        """
        return tuple(self._json["classes"])

    @property
    def without(self) -> tuple[dict[str, Any], ...]:
        """What would be left without each column, that which helps most first: ``column``, ``smallest``, ``below``.

        Example:
            >>> import cohesion_core as cc
            >>> found = cc.k_anonymity({"sex": ["f", "f", "m"], "age": ["18", "18", "31"]}, ["sex", "age"], k=2)
            >>> len(found.without)
            2
        """
        return tuple(self._json["without"])


def k_anonymity(data: Any, columns: Names, k: int = 5, *, sensitive: str | None = None) -> KAnonymity:
    """How many rows share each combination of the columns by which people could be recognised (Sweeney 2002).

    Args:
        data: A data frame, a dict of columns, or what `read_csv` returns.
        columns: The columns by which people could be recognised: age group, sex, street ...
        k: How many rows should share each combination at least.
        sensitive: A column whose values must differ within each combination (Machanavajjhala and others 2007).

    Raises:
        CohesionError: ``missing_column``, ``missing_field`` without a column, ``out_of_range`` for a k below 2.

    Example:
        >>> import cohesion_core as cc
        >>> found = cc.k_anonymity({"street": ["Elm", "Elm", "Oak"], "sex": ["f", "m", "f"]}, ["street", "sex"], k=2)
        >>> found.smallest, found.below, found.without[0]["column"]
        (1, 3, 'street')
    """
    names = _arguments.names("columns", columns)
    asked = None if sensitive is None else _arguments.name("sensitive", sensitive)
    least = _arguments.whole("k", k)
    rows = columns_of(data).pick([*names, *([] if asked is None else [asked])])
    return KAnonymity(_core.k_anonymity(rows, names, 0 if least is None else least, asked))
