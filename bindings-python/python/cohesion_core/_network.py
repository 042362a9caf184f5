"""Networks of partners: who works with whom, and on what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from cohesion_core import _core
from cohesion_core._arguments import fault, name, number, whole
from cohesion_core._chart import Chart
from cohesion_core._frame import Kind, columns_of, frame
from cohesion_core._results import Note, Result, notes_from

SymmetryRule: TypeAlias = Literal["union", "intersection"]

Lost: TypeAlias = Literal["partners", "ties"]


@dataclass(frozen=True)
class NetworkFigure:
    """One figure of a whole network.

    Attributes:
        measure: What it is, in snake case: ``density``, ``centralisation_betweenness``.
        value: The figure; None where it is not defined.
        low: Lower end of what `span` says.
        high: Upper end of what `span` says.
        span: What `low` and `high` are: ``bounds`` (whatever the missing answers are), ``completions`` (the middle 90 %
            of seeded completions, no confidence interval) or ``interval`` (95 %).
        expected: What it would be by chance.
        sd: Its standard deviation by chance, or its standard error.
        p: The p-value of "by chance".
        maximum: The largest value it was divided by, for a centralisation.
        reason: Why there is no figure.
    """

    measure: str
    value: float | None
    low: float | None
    high: float | None
    span: str | None
    expected: float | None
    sd: float | None
    p: float | None
    maximum: float | None
    reason: Note | None


@dataclass(frozen=True)
class NetworkRow:
    """One row of a result: its labels, one per key, and its values by column; None where one is not defined."""

    labels: tuple[str, ...]
    values: Mapping[str, float | None]


class NetworkResult(Result[_core.NetworkResult]):
    """Measures of a network: figures of the whole and a table of rows.

    Example:
        >>> import cohesion_core as cc
        >>> ties = {"a": ["city", "police"], "b": ["police", "club"]}
        >>> centrality = cc.Network.from_edges(ties, source="a", target="b").centrality()
        >>> centrality.get("police", column="betweenness")
        1.0
    """

    __slots__ = ()

    @classmethod
    def from_json(cls, text: str) -> NetworkResult:
        """Reads what `to_json` wrote.

        Raises:
            CohesionError: ``syntax`` where the text is no such JSON.
        """
        return cls(_core.NetworkResult.from_json(text))

    @property
    def name(self) -> str:
        """What was measured: ``summary``, ``centrality``, ``loss``."""
        return str(self._json["name"])

    @property
    def figures(self) -> dict[str, NetworkFigure]:
        """Figures of the whole network, by measure; a new dict each time."""
        made = {}
        for found in self._json["figures"]:
            reason = None if found["reason"] is None else notes_from([found["reason"]])[0]
            made[str(found["measure"])] = NetworkFigure(**{**found, "reason": reason})
        return made

    @property
    def keys(self) -> tuple[str, ...]:
        """What the labels of a row are: ``node``, or ``a`` and ``b``."""
        return tuple(self._json["keys"])

    @property
    def columns(self) -> tuple[str, ...]:
        """What the values of a row are."""
        return tuple(self._json["columns"])

    @property
    def rows(self) -> tuple[NetworkRow, ...]:
        """The rows."""
        columns = self.columns
        return tuple(
            NetworkRow(tuple(row["labels"]), dict(zip(columns, row["values"], strict=True)))
            for row in self._json["rows"]
        )

    @property
    def method(self) -> str:
        """How the figures were made, with sources."""
        return str(self._json["method"])

    def value(self, measure: str) -> float | None:
        """The figure of that measure; None where it is not defined.

        Raises:
            CohesionError: ``unknown_value`` for a measure that this result does not have.
        """
        figures = self.figures
        if measure not in figures:
            message = f"there is no figure `{measure}` here, only {', '.join(figures)}"
            raise fault("unknown_value", "measure", message, value=measure, allowed=figures)
        return figures[measure].value

    def get(self, *labels: str, column: str) -> float | None:
        """The value of a column in the row of these labels; None where it is not defined.

        Raises:
            CohesionError: ``unknown_value`` for a row or a column that this result does not have.
        """
        if column not in self.columns:
            message = f"there is no column `{column}` here, only {', '.join(self.columns)}"
            raise fault("unknown_value", "column", message, value=column, allowed=self.columns)
        for row in self.rows:
            if row.labels == labels:
                return row.values[column]
        raise fault("unknown_value", "labels", f"there is no row {' / '.join(map(str, labels))}", value=labels)

    def to_frame(self, kind: Kind = "native") -> Any:
        """The rows as a data frame: one text column per key, one float column per column; without rows the figures.

        Args:
            kind: ``"pandas"``, ``"polars"``, ``"pyarrow"``, ``"dict"`` or ``"native"``; see `Estimates.to_frame`.

        Raises:
            CohesionError: ``unknown_value`` for another kind, ``not_possible`` where the library is not installed.
        """
        data: dict[str, Any] = {}
        types: dict[str, type] = {}
        if not self.keys:
            figures = list(self.figures.values())
            data["measure"] = [figure.measure for figure in figures]
            types["measure"] = str
            for column in ("value", "low", "high", "expected", "sd", "p"):
                data[column] = [getattr(figure, column) for figure in figures]
                types[column] = float
            return frame(data, kind, types)
        for place, key in enumerate(self.keys):
            data[key] = [row.labels[place] for row in self.rows]
            types[key] = str
        for column in self.columns:
            data[column] = [row.values[column] for row in self.rows]
            types[column] = float
        return frame(data, kind, types)

    def chart(self, language: str = "en") -> Chart:
        """The curve of a loss as a picture, for what `Network.loss` gives.

        Args:
            language: ``"en"``, ``"fr"`` or ``"nl"``.

        Raises:
            CohesionError: ``not_possible`` for another result, ``unknown_value`` for another language.
        """
        return Chart(self._core.chart(str(language)))

    def to_html(self, language: str = "en") -> str:
        """The result as small HTML tables.

        Raises:
            CohesionError: ``unknown_value`` for another language than ``"en"``, ``"fr"`` or ``"nl"``.
        """
        return self._core.to_html(str(language))

    def _picture(self) -> Chart | None:
        return self.chart() if self.name == "loss" and self.rows else None


def ids(argument: str, given: Iterable[object] | None) -> list[str] | None:
    """Ids as labels; a number is the label that a column with it has."""
    if given is None:
        return None
    if isinstance(given, str) or not isinstance(given, Iterable):
        message = f"`{argument}` takes a list of ids, not {type(given).__name__}"
        raise fault("wrong_type", argument, message, value=given)
    return [_core.label(one) for one in given]


def _seed(seed: int) -> int:
    found = whole("seed", seed)
    if found is None:
        raise fault("wrong_type", "seed", "`seed` is a whole number, not None")
    return found


def _times(argument: str, given: int) -> int:
    found = whole(argument, given)
    if found is None or not 1 <= found <= 1_000_000:
        message = f"`{argument}` is a whole number from 1 to 1,000,000"
        raise fault("out_of_range", argument, message, value=given)
    return found


class Network:
    """Partners and the ties between them, as they were stated.

    Made by `from_edges`, or by `Partnership.network`. Partners are sorted by the bytes of their ids. In a directed
    network a tie is what its source says of its target; who did not answer has said nothing: their ties to others are
    unknown.

    Example:
        >>> import cohesion_core as cc
        >>> ties = {"a": ["city", "police", "club"], "b": ["police", "city", "city"]}
        >>> network = cc.Network.from_edges(ties, source="a", target="b", directed=True)
        >>> network.summary().value("density")
        0.5
    """

    __slots__ = ("_core",)

    def __init__(self, core: _core.Network) -> None:
        if not isinstance(core, _core.Network):
            message = "a network is made by Network.from_edges or plan.partnership.network"
            raise fault("wrong_type", "", message, value=type(core).__name__)
        self._core = core

    @classmethod
    def from_edges(
        cls,
        edges: Any,
        *,
        source: str,
        target: str,
        weight: str | None = None,
        directed: bool = False,
        nodes: Any | None = None,
        id: str = "id",  # noqa: A002 - the word of the data
        respondents: Iterable[object] | None = None,
        minimum_completion: float = 0.7,
    ) -> Network:
        """Reads a network from a table with one row per tie.

        Args:
            edges: The ties: a data frame, a dict of columns or a table.
            source: The column of the partner at one end; in a directed network, of the one who says so.
            target: The column of the partner at the other end.
            weight: The column of strengths: numbers from 0 up, larger is stronger; 0 is no tie.
            directed: Whether a tie from one to another says nothing of the way back.
            nodes: The partners, one row each: their id, and columns to group them by. With it, a tie to anybody else is
                a fault, and partners without a tie are seen.
            id: The column of ids in `nodes`.
            respondents: The partners who answered; everybody unless given.
            minimum_completion: The share of partners, from 0 to 1, who must have answered for measures of the whole
                pattern. 0.7 is a convention of this library: centralities drift from the true ones as answers are
                missing, without a step at any share (Costenbader and Valente 2003).

        Raises:
            CohesionError: All faults of the rows at once: ``inconsistent`` for a partner tied to itself and for a tie
                stated by somebody who did not answer, ``dangling_id`` for a tie to nobody, ``bad_weight``,
                ``duplicate_id`` for two rows that give one tie different weights; ``missing_column``, ``empty_table``,
                ``out_of_range``.
        """
        wanted = [name("source", source), name("target", target)]
        if weight is not None:
            wanted.append(name("weight", weight))
        rows = columns_of(edges).pick(wanted)
        partners = None if nodes is None else columns_of(nodes).all()
        known = ids("respondents", respondents)
        share = number("minimum_completion", minimum_completion)
        made = _core.Network.from_edges(
            rows, source, target, weight, bool(directed), partners, name("id", id), known, share
        )
        return cls(made)

    @property
    def nodes(self) -> tuple[str, ...]:
        """The ids of the partners, sorted by their bytes."""
        return tuple(self._core.nodes())

    @property
    def attributes(self) -> tuple[str, ...]:
        """What partners may be grouped by: the columns of the table of partners, in order."""
        return tuple(self._core.attributes())

    @property
    def directed(self) -> bool:
        """Whether a tie from one to another says nothing of the way back."""
        return self._core.directed()

    @property
    def ties(self) -> int:
        """How many ties there are; in an undirected network each counts once."""
        return self._core.ties()

    def symmetrised(self, rule: SymmetryRule) -> Network:
        """The undirected network of a rule.

        A tie is there where one of the two says so (``"union"``, with the larger weight) or both do
        (``"intersection"``, with the smaller).

        Raises:
            CohesionError: ``unknown_value`` for another rule, ``not_possible`` for an undirected network.
        """
        return Network(self._core.symmetrised(str(rule)))

    def summary(self) -> NetworkResult:
        """The network as a whole.

        Completion, density with exact bounds, reciprocity, components, cut points, bridges, highest core, Freeman's
        centralisations with their maximum.
        """
        return NetworkResult(self._core.summary())

    def centrality(self) -> NetworkResult:
        """How central every partner is, one row each.

        Degree (with exact bounds where answers are missing), strength, harmonic and classical closeness, betweenness,
        weighted betweenness (length 1 / weight), eigenvector, core.

        Classical closeness is None for a partner who does not reach all others; the eigenvector is None where it is not
        unique or where no tie lies on a closed way.
        """
        return NetworkResult(self._core.centrality())

    def betweenness(self) -> tuple[float, ...]:
        """Betweenness alone, in the order of `nodes`."""
        return tuple(self._core.betweenness())

    def pairs(self) -> NetworkResult:
        """What the two of each pair say of their tie.

        Confirmed, disputed, or not to be told, with the gap between their weights.
        """
        return NetworkResult(self._core.pairs())

    def received(self, *, minimum: int = 3) -> NetworkResult:
        """How partners are rated by each other: the mean of the weights of the ties that lead to each.

        For a survey of trust or of value the weight of a tie is a rating; a pair without a tie, or with weight 0, is
        not rated. No figure is about a single rater, and partners are the population, so there is no standard error.

        Args:
            minimum: A mean of fewer raters is not shown; 3 or more.

        Raises:
            CohesionError: ``out_of_range`` for a minimum below 3, ``not_possible`` for a network without weights or one
                that is undirected.
        """
        found = whole("minimum", minimum)
        if found is None:
            raise fault("wrong_type", "minimum", "`minimum` is a whole number, not None")
        return NetworkResult(self._core.received(found))

    def bridges(self) -> NetworkResult:
        """The ties whose loss cuts partners off from each other, and how many they cut off."""
        return NetworkResult(self._core.bridges())

    def mixing(self, *, by: str) -> NetworkResult:
        """Ties within and between groups, with the ties that answers could have stated.

        Raises:
            CohesionError: ``missing_column`` for something partners are not grouped by.
        """
        return NetworkResult(self._core.mixing(name("by", by)))

    def ei_index(self, *, by: str, permutations: int = 9_999, seed: int = 1) -> NetworkResult:
        """Bridging against bonding: the E-I index (Krackhardt and Stern 1988).

        From -1 (all ties within groups) to 1 (all between), with its exact expectation by chance and a permutation
        test, exact up to 50,000 arrangements.

        Raises:
            CohesionError: ``missing_column`` for something partners are not grouped by, ``out_of_range`` for fewer
                permutations than 1 or more than 1,000,000.
        """
        return NetworkResult(self._core.ei_index(name("by", by), _times("permutations", permutations), _seed(seed)))

    def brokerage(self, *, by: str) -> NetworkResult:
        """How often every partner stands between two others who are not tied, by role (Gould and Fernandez 1989).

        With expectation and distance from it in standard deviations by chance.

        Raises:
            CohesionError: ``missing_column`` for something partners are not grouped by, ``out_of_range`` for more than
                200 groups.
        """
        return NetworkResult(self._core.brokerage(name("by", by)))

    def communities(self, *, resolution: float = 1.0, starts: int = 100, seed: int = 1) -> NetworkResult:
        """Communities of highest modularity by the Leiden algorithm (Traag, Waltman and van Eck 2019).

        The best of many seeded starts, proven the best of all where that is possible, as always up to 11 partners; with
        stability.

        Raises:
            CohesionError: ``out_of_range`` for a resolution that is not above 0 or starts outside 1 to 1,000,000.
        """
        return NetworkResult(
            self._core.communities(number("resolution", resolution), _times("starts", starts), _seed(seed))
        )

    def core_periphery(self, *, starts: int = 100, seed: int = 1) -> NetworkResult:
        """A core tied to all and a periphery without ties of its own (Borgatti and Everett 2000).

        Every core is looked at up to 20 partners; beyond, the best of many seeded starts.

        Raises:
            CohesionError: ``out_of_range`` for starts outside 1 to 1,000,000, ``too_large`` above 2,500 partners.
        """
        return NetworkResult(self._core.core_periphery(_times("starts", starts), _seed(seed)))

    def hierarchy(self) -> NetworkResult:
        """How far the network resembles an out-tree (Krackhardt 1994).

        Connectedness, hierarchy, efficiency and least upper bounds, each from 0 to 1.

        Raises:
            CohesionError: ``too_large`` above 2,500 partners.
        """
        return NetworkResult(self._core.hierarchy())

    def loss(self, *, k: int, of: Lost = "partners", draws: int = 1_000, seed: int = 1) -> NetworkResult:
        """What is left when up to `k` partners or ties go.

        Pairs still joined and the largest part, in the worst case, whose losses are named, and on average. All choices
        are looked at up to 20,000.

        Raises:
            CohesionError: ``out_of_range`` for a `k` of 0 or above what there is, ``unknown_value`` for another `of`,
                ``too_large`` above 2,500 partners.
        """
        return NetworkResult(self._core.loss(whole("k", k) or 0, str(of), _times("draws", draws), _seed(seed)))

    def correlate(self, other: Network, *, permutations: int = 9_999, seed: int = 1) -> NetworkResult:
        """How far the ties of two networks of the same partners agree.

        Correlation against permutations of the partners (quadratic assignment procedure); exact up to 8 partners.

        Raises:
            CohesionError: ``not_possible`` where one network is directed and the other is not, ``out_of_range``,
                ``too_large`` above 2,500 partners, ``wrong_type`` for what is no network.
        """
        return NetworkResult(
            self._core.correlate(_network("other", other), _times("permutations", permutations), _seed(seed))
        )

    def compare(self, later: Network, *, samples: int = 5_000, seed: int = 1) -> NetworkResult:
        """What changed from this wave to a later one, over the partners of both.

        Ties kept, gone and new, the change in density with a standard error (Snijders and Borgatti 1999), every
        partner's ties in both waves.

        Raises:
            CohesionError: As `correlate`.
        """
        return NetworkResult(self._core.compare(_network("later", later), _times("samples", samples), _seed(seed)))

    def completions(self, *, draws: int = 200, seed: int = 1) -> NetworkResult:
        """What measures of the whole become where the missing answers are filled in.

        A range over seeded completions, no confidence interval.

        Raises:
            CohesionError: ``out_of_range`` for draws outside 1 to 1,000,000, ``too_large`` above 2,500 partners.
        """
        return NetworkResult(self._core.completions(_times("draws", draws), _seed(seed)))

    def layout(self) -> NetworkResult:
        """Where each partner lies on a map, between -1 and 1; nothing is random.

        Raises:
            CohesionError: ``too_large`` above 2,500 partners.
        """
        return NetworkResult(self._core.layout())

    def chart(self, *, by: str | None = None, language: str = "en") -> Chart:
        """The network as a map: places by `layout`, sizes by ties, colours and shapes by the groups of `by`.

        Raises:
            CohesionError: ``missing_column`` for something partners are not grouped by, ``unknown_value`` for another
                language, ``too_large`` above 2,500 partners.
        """
        return Chart(self._core.chart(None if by is None else name("by", by), str(language)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Network) and self._core == other._core

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        kind = "directed" if self.directed else "undirected"
        return f"<cohesion_core.Network: {len(self.nodes)} partners, {self.ties} ties, {kind}>"


def _network(argument: str, given: Network) -> _core.Network:
    if not isinstance(given, Network):
        message = f"`{argument}` is a Network, not {type(given).__name__}"
        raise fault("wrong_type", argument, message, value=type(given).__name__)
    return given._core


class TwoMode:
    """Who takes part in what: a network of partners and activities.

    Made by `from_edges`, or by `Plan.activity_network`.

    Example:
        >>> import cohesion_core as cc
        >>> rows = {"partner": ["city", "city", "club"], "activity": ["boxing", "barbecue", "barbecue"]}
        >>> network = cc.TwoMode.from_edges(rows, partner="partner", activity="activity")
        >>> network.summary().value("density"), network.overlap().get("city", "club", column="shared")
        (0.75, 1.0)
    """

    __slots__ = ("_core",)

    def __init__(self, core: _core.TwoMode) -> None:
        if not isinstance(core, _core.TwoMode):
            message = "a network of partners and activities is made by TwoMode.from_edges or Plan.activity_network"
            raise fault("wrong_type", "", message, value=type(core).__name__)
        self._core = core

    @classmethod
    def from_edges(cls, table: Any, *, partner: str, activity: str) -> TwoMode:
        """Reads a table with one row per partner and activity.

        Raises:
            CohesionError: ``missing_column``, ``dangling_id`` for a row without partner or activity, ``empty_table``.
        """
        rows = columns_of(table).pick([name("partner", partner), name("activity", activity)])
        return cls(_core.TwoMode.from_edges(rows, partner, activity))

    @property
    def partners(self) -> tuple[str, ...]:
        """The ids of the partners, sorted by their bytes."""
        return tuple(self._core.partners())

    @property
    def activities(self) -> tuple[str, ...]:
        """The ids of the activities, sorted by their bytes."""
        return tuple(self._core.activities())

    def summary(self) -> NetworkResult:
        """The whole: partners, activities, density, mean degrees, components, activities one partner carries alone."""
        return NetworkResult(self._core.summary())

    def centrality(self) -> NetworkResult:
        """Every partner and every activity: degree, its share of the other kind, betweenness.

        By Borgatti and Everett (1997). The first label is ``partner`` or ``activity``.
        """
        return NetworkResult(self._core.centrality())

    def overlap(self) -> NetworkResult:
        """Pairs of partners with an activity in common: how many, and which share of the activities of either."""
        return NetworkResult(self._core.overlap())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TwoMode) and self._core == other._core

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<cohesion_core.TwoMode: {len(self.partners)} partners, {len(self.activities)} activities>"
