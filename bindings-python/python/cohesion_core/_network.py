"""Networks of partners: who works with whom, and on what.

Written by `cargo run -p faces` from the Rust sources and faces.toml; do not edit.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cohesion_core import _core
from cohesion_core._arguments import integer, labels, name, named, number
from cohesion_core._chart import Chart
from cohesion_core._frame import columns_of
from cohesion_core._handle import Handle, core_of
from cohesion_core._network_result import NetworkResult
from cohesion_core._words import Lost, SymmetryRule


class Network(Handle[_core.Network]):
    """Partners and the ties between them, as they were stated.

    Partners are sorted by the bytes of their ids, so that no result depends on the order of the rows. In a directed
    network a tie is what its source says of its target. Who did not answer has said nothing: their ties to others are
    not absent but unknown.

    Example:
        >>> import cohesion_core as cc
        >>> ties = {"from": ["city", "police", "club"], "to": ["police", "city", "city"]}
        >>> network = cc.Network.from_edges(ties, source="from", target="to", directed=True)
        >>> network.nodes
        ('city', 'club', 'police')
        >>> network.summary().value("density")
        0.5
    """

    __slots__ = ()
    _class = _core.Network
    _made_by = "Network.from_edges or plan.partnership.network"

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

        Rows that say the same of the same pair count once. Ids are compared as labels: 1 and "1" are one partner.

        Args:
            edges: The ties, one row each. A data frame, a dict of columns or a table.
            source: The column of the partner at one end; in a directed network, of the one who says so.
            target: The column of the partner at the other end.
            weight: The column that says how strong a tie is: numbers from 0 up, larger is stronger; 0 is no tie.
            directed: Whether a tie from one to another says nothing of the way back.
            nodes: The table of partners, one row each: their id, and columns to group them by. With it, a tie to
                anybody else is a fault, and partners without a tie are seen. A data frame, a dict of columns or a
                table.
            id: The column of ids in the table of partners; `id` unless given.
            respondents: The partners who answered; everybody unless given.
            minimum_completion: The share of partners who must have answered for measures of the whole pattern
                (betweenness, communities, loss), between 0 and 1; 0.7 unless given. This is a convention of this
                library: Costenbader and Valente (2003, Social Networks 25, 283) and Borgatti, Carley and Krackhardt
                (2006, Social Networks 28, 124) show that centralities drift from the true ones as answers are missing,
                without a step at any share.

        Raises:
            CohesionError: All faults of the rows at once, each with its row: ``inconsistent`` for a partner tied to
                itself and for a tie stated by somebody who is said not to have answered, ``dangling_id`` for a tie to
                nobody or to somebody who is not in the table of partners, ``bad_weight`` for a weight that is missing,
                negative or infinite, ``duplicate_id`` for two rows that give one tie different weights. Also
                ``missing_column``, ``empty_table`` without a partner, ``out_of_range`` for `minimum_completion` outside
                0 to 1.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> network = cc.Network.from_edges(ties, source="a", target="b")
            >>> network.ties
            3
        """
        edges_rows = columns_of(edges).pick(named(source=source, target=target, weight=weight))
        nodes_rows = None if nodes is None else columns_of(nodes).all()
        return cls(
            _core.Network.from_edges(
                edges_rows,
                source,
                target,
                weight,
                bool(directed),
                nodes_rows,
                name("id", id),
                labels("respondents", respondents),
                number("minimum_completion", minimum_completion),
            )
        )

    @property
    def attributes(self) -> tuple[str, ...]:
        """What partners may be grouped by: the columns of the table of partners, in order.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> partners = {
            ...     "id": ["city", "club", "police", "school"],
            ...     "sector": ["public", "civic", "public", "civic"],
            ... }
            >>> network = cc.Network.from_edges(ties, source="a", target="b", nodes=partners)
            >>> network.attributes
            ('sector',)
        """
        return tuple(self._core.attributes())

    @property
    def directed(self) -> bool:
        """Whether a tie from one to another says nothing of the way back.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> network = cc.Network.from_edges(ties, source="a", target="b")
            >>> not network.directed
            True
        """
        return self._core.directed()

    @property
    def nodes(self) -> tuple[str, ...]:
        """The ids of the partners, sorted by their bytes.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> network = cc.Network.from_edges(ties, source="a", target="b")
            >>> network.nodes
            ('city', 'club', 'police', 'school')
        """
        return tuple(self._core.nodes())

    @property
    def ties(self) -> int:
        """How many ties there are; in an undirected network each counts once.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> network = cc.Network.from_edges(ties, source="a", target="b")
            >>> network.ties
            3
        """
        return self._core.ties()

    def betweenness(self) -> tuple[float, ...]:
        """Betweenness alone, in the order of `nodes`: what `centrality` says of it, at once.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> network = cc.Network.from_edges(ties, source="a", target="b")
            >>> network.betweenness()
            (2.0, 2.0, 0.0, 0.0)
        """
        return tuple(self._core.betweenness())

    def bridges(self) -> NetworkResult:
        """The bridges: ties whose loss cuts partners off from each other.

        Each row says how many are cut off with its smaller side. Direction is left aside.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> network = cc.Network.from_edges(ties, source="a", target="b")
            >>> network.bridges().get("city", "club", column="cut_off")
            2.0
        """
        return NetworkResult(self._core.bridges())

    def brokerage(self, *, by: str) -> NetworkResult:
        """How often every partner stands between two others who are not tied themselves, by role.

        `coordinator` (all three of one group), `itinerant` (the two others of one group, the broker of another),
        `representative` (from the own group to outside), `gatekeeper` (from outside into the own group), `liaison`
        (three groups).

        Each role has its count, its expectation by chance and the distance from it in standard deviations (`_z`), for
        every partner and for the whole. By chance every tie is there with the density of the network, independently of
        the others. The distance is not defined where chance leaves no choice, as for the coordinator of a group of one.
        In an undirected network every tie leads both ways; counts are then those of ordered pairs, and distances are
        not given.

        Args:
            by: What partners are grouped by: a column of the table of partners.

        Raises:
            CohesionError: ``missing_column`` for something partners are not grouped by, ``out_of_range`` for more than
                200 groups.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> partners = {
            ...     "id": ["city", "club", "police", "school"],
            ...     "sector": ["public", "civic", "public", "civic"],
            ... }
            >>> network = cc.Network.from_edges(ties, source="a", target="b", nodes=partners)
            >>> network.brokerage(by="sector").get("city", column="gatekeeper")
            1.0
        """
        return NetworkResult(self._core.brokerage(name("by", by)))

    def centrality(self) -> NetworkResult:
        """How central every partner is, one row each.

        Degree counts ties, strength sums their weights; `_in` is what others say of a partner, `_out` what it says of
        others. Harmonic closeness is defined in every network; classical closeness is not where a partner does not
        reach all others, and is left empty there. Betweenness counts the pairs whose shortest way leads through a
        partner (each pair once in an undirected network); its share is of the (n - 1)(n - 2) ordered pairs of others,
        half as many where undirected. The weighted one takes 1 / weight as the length of a tie. `eigenvector_out`
        counts a partner by those it names, `eigenvector_in` by those who name it; neither is defined where two separate
        parts have the same largest eigenvalue, nor where no tie lies on a closed way. `core` is the highest k of a part
        in which all have k ties.

        Where some did not answer, degrees have exact bounds; where too few did, everything but degree and strength is
        left empty.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> network = cc.Network.from_edges(ties, source="a", target="b")
            >>> centrality = network.centrality()
            >>> centrality.get("city", column="degree")
            2.0
            >>> centrality.get("police", column="betweenness")
            0.0
        """
        return NetworkResult(self._core.centrality())

    def chart(self, *, by: str | None = None, language: str = "en") -> Chart:
        """The network as a map, places by `Network.layout`, sizes by ties, colours and shapes by the groups of `by`.

        On a map of more than 40 partners only the 40 with most ties are named. Ties are drawn without direction.

        Args:
            by: What partners are grouped by: a column of the table of partners.
            language: The language of labels and titles.

        Raises:
            CohesionError: ``missing_column`` for something partners are not grouped by, ``too_large`` for more than
                2,500 partners.
        """
        return Chart(self._core.chart(None if by is None else name("by", by), str(language)))

    def communities(self, *, resolution: float = 1.0, starts: int = 100, seed: int = 1) -> NetworkResult:
        """Communities: parts with more ties inside than partners with as many ties would have by chance.

        The partition of highest modularity (Newman and Girvan 2004; `resolution` 1 is theirs, larger gives smaller
        parts), sought from many seeded starts, 100 unless told, by the Leiden algorithm (Traag, Waltman and van Eck
        2019, Scientific Reports 9, 5233), and then proven the best of all by branch and bound where a million steps
        allow it, as they always do up to 11 partners: `proven` is 1. `reached` is the share of starts that found it,
        `stability` the mean adjusted Rand index (Hubert and Arabie 1985) between starts: 1 where all find the same.
        Directions are left aside: a returned tie counts twice. Communities are numbered in the order of their first
        partner.

        Args:
            resolution: Above 0; larger gives smaller communities.
            starts: From how many random starts the best is sought, from 1 to 1,000,000.
            seed: The seed; the same one gives the same figures in every language.

        Raises:
            CohesionError: ``out_of_range`` for a resolution that is not above 0 or a number of starts outside 1 to
                1,000,000.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> network = cc.Network.from_edges(ties, source="a", target="b")
            >>> found = network.communities(resolution=1.0)
            >>> found.value("communities")
            2.0
            >>> found.get("police", column="community")
            1.0
        """
        return NetworkResult(
            self._core.communities(number("resolution", resolution), integer("starts", starts), integer("seed", seed))
        )

    def compare(self, later: Network, *, samples: int = 5_000, seed: int = 1) -> NetworkResult:
        """What changed from this wave to a later one, over the partners who are in both and answered in both.

        Where the partners differ a note says how many were left out: no change is told of them. Ties kept, gone and
        new; `stability`, the share of kept ties among all that were there in either wave (Jaccard); the change in
        density with a standard error from as many seeded samples of partners as asked, 5,000 unless told, and an
        interval by t with n - 1 degrees of freedom. Rows: every partner's ties in both waves. Weights are left aside.

        Args:
            later: The network of the later wave.
            samples: How many random samples of partners are drawn, from 1 to 1,000,000.
            seed: The seed; the same one gives the same figures in every language.

        Raises:
            CohesionError: As `correlate`.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> network = cc.Network.from_edges(ties, source="a", target="b")
            >>> fewer = {"a": ["city", "club"], "b": ["club", "school"]}
            >>> later = cc.Network.from_edges(fewer, source="a", target="b")
            >>> change = network.compare(later)
            >>> change.value("kept")
            2.0
        """
        return NetworkResult(
            self._core.compare(core_of("later", later, Network), integer("samples", samples), integer("seed", seed))
        )

    def completions(self, *, draws: int = 200, seed: int = 1) -> NetworkResult:
        """What measures of the whole become where the missing answers are filled in.

        For each its median over seeded completions and where the middle 90 % of them lie. It is a range of what could
        be, no confidence interval: it knows nothing of why somebody did not answer.

        An unknown tie is drawn with the share of ties that respondents state: towards somebody who names this partner,
        towards somebody who does not, or, where the other did not answer either, the density. 200 completions unless
        told. With every answer given there is nothing to complete, and the figures are those of the network.

        Args:
            draws: How many random draws are made, from 1 to 1,000,000.
            seed: The seed; the same one gives the same figures in every language.

        Raises:
            CohesionError: ``out_of_range`` for a number of draws outside 1 to 1,000,000, ``too_large`` for more than
                2,500 partners.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> network = cc.Network.from_edges(ties, source="a", target="b")
            >>> told = network.completions()
            >>> told.value("density")
            0.5
        """
        return NetworkResult(self._core.completions(integer("draws", draws), integer("seed", seed)))

    def core_periphery(self, *, starts: int = 100, seed: int = 1) -> NetworkResult:
        """A core whose partners are tied to each other and to the others, and a periphery without ties of its own.

        The core whose ideal pattern - a tie wherever one of the two is in the core, none in the periphery - correlates
        most with the ties (Borgatti and Everett 2000, Social Networks 21, 375, equations 1 and 2). Every core is looked
        at up to 20 partners, and `proven` is 1; beyond, the best of many seeded starts, each bettered move by move.
        `fit` is the correlation. Where the network is empty or complete there is none.

        Args:
            starts: From how many random starts the best is sought, from 1 to 1,000,000.
            seed: The seed; the same one gives the same figures in every language.

        Raises:
            CohesionError: ``out_of_range`` for a number of starts outside 1 to 1,000,000.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> network = cc.Network.from_edges(ties, source="a", target="b")
            >>> found = network.core_periphery()
            >>> found.value("core_size")
            2.0
            >>> found.get("police", column="core")
            0.0
        """
        return NetworkResult(self._core.core_periphery(integer("starts", starts), integer("seed", seed)))

    def correlate(self, other: Network, *, permutations: int = 9_999, seed: int = 1) -> NetworkResult:
        """How far the ties of two networks of the same partners agree.

        The correlation of their weights over pairs, against permutations of the partners of the other network
        (quadratic assignment procedure).

        The p-value is that of a correlation as far from 0; `greater` and `less` are one-sided. All permutations are
        looked at up to 8 partners, else as many seeded ones as asked, 9,999 unless told, and p is (b + 1) / (m + 1).
        Where the partners differ, those that both networks have are compared, with a note, and so are those who
        answered in both. Where one network does not vary (empty or complete with equal weights) there is no
        correlation; where every permutation gives the same there is no p-value.

        Args:
            other: The other network.
            permutations: How many random arrangements are looked at where there are too many for all, from 1 to
                1,000,000.
            seed: The seed; the same one gives the same figures in every language.

        Raises:
            CohesionError: ``not_possible`` where one network is directed and the other is not; ``out_of_range`` for a
                number of permutations outside 1 to 1,000,000; ``too_large`` for more than 2,500 partners.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> network = cc.Network.from_edges(ties, source="a", target="b")
            >>> network.correlate(network).value("correlation")
            1.0
        """
        return NetworkResult(
            self._core.correlate(
                core_of("other", other, Network), integer("permutations", permutations), integer("seed", seed)
            )
        )

    def ei_index(self, *, by: str, permutations: int = 9_999, seed: int = 1) -> NetworkResult:
        """Bridging against bonding.

        The E-I index (Krackhardt and Stern 1988, Social Psychology Quarterly 51, 123) of ties between groups (external)
        and within (internal), (E - I) / (E + I), from -1 (all within) to 1 (all between).

        By chance, with the groups dealt anew among the partners, it is 1 - 2 Σ n(n - 1) / (N(N - 1)) exactly; the
        p-value is that of a distance from there as large as this one. Arrangements are all looked at where there are at
        most 50,000, else as many random ones as asked, 9,999 unless told, and p is (b + 1) / (m + 1). Where every
        arrangement gives the same index there is no p-value. Where some did not answer, the bounds are exact: all
        missing ties within, all between. Rows: the index of every partner's own ties, in both directions.

        Args:
            by: What partners are grouped by: a column of the table of partners.
            permutations: How many random arrangements are looked at where there are too many for all, from 1 to
                1,000,000.
            seed: The seed; the same one gives the same figures in every language.

        Raises:
            CohesionError: ``missing_column`` for something partners are not grouped by, ``out_of_range`` for a number
                of permutations outside 1 to 1,000,000.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> partners = {
            ...     "id": ["city", "club", "police", "school"],
            ...     "sector": ["public", "civic", "public", "civic"],
            ... }
            >>> network = cc.Network.from_edges(ties, source="a", target="b", nodes=partners)
            >>> index = network.ei_index(by="sector")
            >>> index.value("external")
            1.0
            >>> index.get("city", column="ei_index")
            0.0
        """
        return NetworkResult(
            self._core.ei_index(name("by", by), integer("permutations", permutations), integer("seed", seed))
        )

    def hierarchy(self) -> NetworkResult:
        """How far the network resembles an out-tree, each measure from 0 to 1 (Krackhardt 1994).

        `connectedness`: the share of pairs that any way joins, directions left aside. `hierarchy`: of the pairs with a
        way in one direction at least, the share without a way back. `efficiency`: 1 less the share of ties beyond those
        a tree needs. `least_upper_bounds`: 1 less the share of pairs without a single nearest boss, counted within
        components. Each is not defined where there is nothing to count: below two partners, without a way, in
        components of fewer than two or three.

        Raises:
            CohesionError: ``too_large`` for more than 2,500 partners.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> network = cc.Network.from_edges(ties, source="a", target="b")
            >>> network.hierarchy().value("connectedness")
            1.0
        """
        return NetworkResult(self._core.hierarchy())

    def layout(self) -> NetworkResult:
        """Where each partner lies on a map, between -1 and 1.

        Distances in the picture follow distances in the network.

        Stress majorisation (Gansner, Koren and North 2004, Graph Drawing, 239) from a circle and from classical
        scaling; nothing is random, and the order of the rows does not matter. Direction and weight of ties are left
        aside.

        Raises:
            CohesionError: ``too_large`` for more than 2,500 partners.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> network = cc.Network.from_edges(ties, source="a", target="b")
            >>> layout = network.layout()
            >>> layout.columns
            ('x', 'y')
        """
        return NetworkResult(self._core.layout())

    def loss(self, *, k: int, of: Lost = "partners", draws: int = 1_000, seed: int = 1) -> NetworkResult:
        """The loss curve: what is left when up to `k` partners, or ties, go.

        Two measures for every number lost: `pairs`, the share of the pairs that could reach each other before and still
        can, and `largest`, the share of all partners in the largest part that hangs together. Both in the worst case,
        whose losses the row names (least pairs; of equals the smaller largest part), and on average over random losses.
        All choices are looked at where there are at most 20,000; else the worst case is sought greedily, one loss after
        the other (`exact` is 0), and the average is that of as many seeded draws as asked, 1,000 unless told.

        Args:
            k: How many go at most.
            of: What goes.
            draws: How many random draws are made, from 1 to 1,000,000.
            seed: The seed; the same one gives the same figures in every language.

        Raises:
            CohesionError: ``out_of_range`` for a `k` of 0 or above what there is, and for a number of draws outside 1
                to 1,000,000; ``too_large`` for more than 2,500 partners.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> network = cc.Network.from_edges(ties, source="a", target="b")
            >>> loss = network.loss(k=1, of="partners")
            >>> loss.get("1", "city", column="largest_worst")
            0.5
        """
        return NetworkResult(self._core.loss(integer("k", k), str(of), integer("draws", draws), integer("seed", seed)))

    def mixing(self, *, by: str) -> NetworkResult:
        """Ties between groups.

        One row per pair of groups, with the ties from the first to the second, the ties that answers could have stated,
        and the share of them. Partners without a group are left out, with a note.

        Args:
            by: What partners are grouped by: a column of the table of partners.

        Raises:
            CohesionError: ``missing_column`` for something partners are not grouped by.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> partners = {
            ...     "id": ["city", "club", "police", "school"],
            ...     "sector": ["public", "civic", "public", "civic"],
            ... }
            >>> network = cc.Network.from_edges(ties, source="a", target="b", nodes=partners)
            >>> network.mixing(by="sector").get("civic", "public", column="density")
            0.25
        """
        return NetworkResult(self._core.mixing(name("by", by)))

    def pairs(self) -> NetworkResult:
        """What the two of each pair say of their tie: one row per pair of which at least one says something.

        `stated_a` is the weight that a gives the tie to b (1 without weights), empty where a names no tie or did not
        answer; `confirmed` is 1 where both state it, 0 where one does and the other does not, empty where the other did
        not answer. `difference` is the gap between the two weights. In an undirected network both views are one.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> network = cc.Network.from_edges(ties, source="a", target="b")
            >>> network.pairs().get("city", "club", column="confirmed")
            1.0
        """
        return NetworkResult(self._core.pairs())

    def received(self, *, minimum: int = 3) -> NetworkResult:
        """How partners are rated by each other.

        The mean of the weights of the ties that lead to each, with the number of those who rated it.

        For a survey of trust or of value the weight of a tie is a rating: of reliability, of what a partner brings in.
        A pair without a tie, or with weight 0, is not rated. A mean of fewer than `minimum` raters (3 or more) is not
        shown, and no figure is about a single rater.

        The partners of the result are the population, not a sample: there is no standard error.

        Args:
            minimum: A mean of fewer raters is not shown; 3 or more.

        Raises:
            CohesionError: ``out_of_range`` for a minimum below 3; ``not_possible`` for a network without weights or one
                that is undirected: nobody rates there.

        Example:
            >>> import cohesion_core as cc
            >>> ratings = {
            ...     "from": ["police", "club", "school", "city"],
            ...     "to": ["city", "city", "city", "club"],
            ...     "reliable": [4.0, 3.0, 5.0, 1.0],
            ... }
            >>> network = cc.Network.from_edges(ratings, source="from", target="to", weight="reliable", directed=True)
            >>> received = network.received(minimum=3)
            >>> received.get("city", column="mean")
            4.0
            >>> received.get("club", column="mean") is None
            True
        """
        return NetworkResult(self._core.received(integer("minimum", minimum)))

    def summary(self) -> NetworkResult:
        """The network as a whole.

        Completion, density, reciprocity, components, cut points, bridges, core and centralisation.

        Density counts the answers that could be given: the rows of those who did not answer are none. Its bounds are
        exact: all missing answers "no", all "yes". Reciprocity is the share of ties that are returned;
        `confirmed_pairs` the share of tied pairs in which both say so. Both look only at pairs whose members both
        answered.

        Maxima of the centralisations (n partners; directed first, undirected behind it): degree 2 (n - 1)(n - 2) and (n
        - 1)(n - 2), in- and out-degree (n - 1)², betweenness (n - 1)²(n - 2) and half of it, harmonic closeness n - 1
        and (n - 2) / 2, eigenvector n - 1 (a bound that is not reached) and (n - 2) / √2. A measure is not defined,
        with its reason, below 2 or 3 partners, without ties, and where too few answered (`minimum_completion`).

        Example:
            >>> import cohesion_core as cc
            >>> star = {"a": ["city", "city", "city"], "b": ["club", "police", "school"]}
            >>> summary = cc.Network.from_edges(star, source="a", target="b").summary()
            >>> summary.value("centralisation_betweenness")
            1.0
            >>> summary.value("cut_points")
            1.0
        """
        return NetworkResult(self._core.summary())

    def symmetrised(self, rule: SymmetryRule) -> Network:
        """The undirected network of a rule.

        A tie is there where one of the two says so (`union`) or both do (`intersection`). Where weights differ, union
        keeps the larger and intersection the smaller. A pair is unknown where a missing answer could decide it.

        Args:
            rule: Which views make a tie.

        Raises:
            CohesionError: ``not_possible`` for a network that is undirected already.

        Example:
            >>> import cohesion_core as cc
            >>> ties = {"a": ["city", "city", "club"], "b": ["club", "police", "school"]}
            >>> network = cc.Network.from_edges(ties, source="a", target="b", directed=True)
            >>> undirected = network.symmetrised("union")
            >>> undirected.ties
            3
            >>> not undirected.directed
            True
        """
        return Network(self._core.symmetrised(str(rule)))

    def _shown(self) -> str:
        return f"{len(self.nodes)} partners, {self.ties} ties, {'directed' if self.directed else 'undirected'}"


class TwoMode(Handle[_core.TwoMode]):
    """Who takes part in what: a network of partners and activities, with ties between the two kinds only.

    Example:
        >>> import cohesion_core as cc
        >>> rows = {"partner": ["city", "city", "club"], "activity": ["boxing", "barbecue", "barbecue"]}
        >>> network = cc.TwoMode.from_edges(rows, partner="partner", activity="activity")
        >>> network.summary().value("density")
        0.75
        >>> network.overlap().get("city", "club", column="shared")
        1.0
    """

    __slots__ = ()
    _class = _core.TwoMode
    _made_by = "TwoMode.from_edges or plan.partnership.activity_network"

    @classmethod
    def from_edges(cls, table: Any, *, partner: str, activity: str) -> TwoMode:
        """Reads a table with one row per partner and activity.

        Rows that say the same again count once, with a note.

        Args:
            table: One row per partner and activity. A data frame, a dict of columns or a table.
            partner: The column of partners.
            activity: The column of activities.

        Raises:
            CohesionError: ``missing_column``; ``dangling_id`` for a row without partner or activity; ``empty_table``
                without a row.

        Example:
            >>> import cohesion_core as cc
            >>> table = {"partner": ["city", "city", "club"], "activity": ["boxing", "barbecue", "barbecue"]}
            >>> network = cc.TwoMode.from_edges(table, partner="partner", activity="activity")
            >>> network.partners
            ('city', 'club')
        """
        table_rows = columns_of(table).pick(named(partner=partner, activity=activity))
        return cls(_core.TwoMode.from_edges(table_rows, partner, activity))

    @property
    def activities(self) -> tuple[str, ...]:
        """The ids of the activities, sorted by their bytes.

        Example:
            >>> import cohesion_core as cc
            >>> table = {"partner": ["city", "city", "club"], "activity": ["boxing", "barbecue", "barbecue"]}
            >>> network = cc.TwoMode.from_edges(table, partner="partner", activity="activity")
            >>> network.activities
            ('barbecue', 'boxing')
        """
        return tuple(self._core.activities())

    @property
    def partners(self) -> tuple[str, ...]:
        """The ids of the partners, sorted by their bytes.

        Example:
            >>> import cohesion_core as cc
            >>> table = {"partner": ["city", "city", "club"], "activity": ["boxing", "barbecue", "barbecue"]}
            >>> network = cc.TwoMode.from_edges(table, partner="partner", activity="activity")
            >>> network.partners
            ('city', 'club')
        """
        return tuple(self._core.partners())

    def centrality(self) -> NetworkResult:
        """Every partner and every activity.

        Degree, its share of the other kind, and betweenness by its largest possible value (Borgatti and Everett 1997).
        The first key is `partner` or `activity`.

        Example:
            >>> import cohesion_core as cc
            >>> table = {"partner": ["city", "city", "club"], "activity": ["boxing", "barbecue", "barbecue"]}
            >>> network = cc.TwoMode.from_edges(table, partner="partner", activity="activity")
            >>> network.centrality().get("partner", "city", column="degree")
            2.0
        """
        return NetworkResult(self._core.centrality())

    def overlap(self) -> NetworkResult:
        """Partners who do things together.

        One row per pair with at least one activity in common, with how many they share and which share that is of the
        activities of either (Jaccard).

        Example:
            >>> import cohesion_core as cc
            >>> table = {"partner": ["city", "city", "club"], "activity": ["boxing", "barbecue", "barbecue"]}
            >>> network = cc.TwoMode.from_edges(table, partner="partner", activity="activity")
            >>> network.overlap().get("city", "club", column="shared")
            1.0
        """
        return NetworkResult(self._core.overlap())

    def summary(self) -> NetworkResult:
        """The whole.

        How many partners and activities, density, mean degrees, components, activities that one partner carries alone.

        Example:
            >>> import cohesion_core as cc
            >>> table = {"partner": ["city", "city", "club"], "activity": ["boxing", "barbecue", "barbecue"]}
            >>> network = cc.TwoMode.from_edges(table, partner="partner", activity="activity")
            >>> network.summary().value("density")
            0.75
        """
        return NetworkResult(self._core.summary())

    def _shown(self) -> str:
        return f"{len(self.partners)} partners, {len(self.activities)} activities"
