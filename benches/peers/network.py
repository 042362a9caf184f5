"""Betweenness of 2,000 partners and 10,000 ties: igraph, networkx and cohesion_core on the same ties in one run.

    python benches/peers/network.py [--nodes N] [--ties N] [--repeat N]

Prints CPU seconds of each, median of the repeats, and their ratio; a peer that is not installed is named so. networkx is
asked once, since it takes long.
"""

from __future__ import annotations

import argparse
import random
import time

import cohesion_core as cc
from timing import cpu


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=2_000)
    parser.add_argument("--ties", type=int, default=10_000)
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args()

    stream = random.Random(1)
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < options.ties:
        a, b = sorted(stream.sample(range(options.nodes), 2))
        pairs.add((a, b))
    edges = sorted(pairs)
    ties = {"a": [a for a, _ in edges], "b": [b for _, b in edges]}
    network = cc.Network.from_edges(ties, source="a", target="b")
    ours = cpu(network.betweenness, options.repeat)
    print(f"{options.nodes:,} partners, {len(edges):,} ties; cohesion_core {cc.__version__}")
    print(f"cohesion_core   {ours:8.3f} s CPU")
    found = dict(zip(network.nodes, network.betweenness(), strict=True))

    def told(name: str, seconds: float, values: dict[str, float]) -> None:
        print(f"{name:15} {seconds:8.3f} s CPU   {seconds / ours:5.1f} x ours")
        worst = max(abs(values[node] - found[node]) for node in found)
        assert worst < 1e-6, f"{name} differs by {worst}"

    try:
        import igraph
    except ImportError:
        print("igraph          not installed")
    else:
        graph = igraph.Graph(n=options.nodes, edges=edges)
        values = {str(node): value for node, value in enumerate(graph.betweenness())}
        told("igraph", cpu(graph.betweenness, options.repeat), values)
    try:
        import networkx as nx
    except ImportError:
        print("networkx        not installed")
    else:
        graph = nx.Graph(edges)
        start = time.process_time()
        between = nx.betweenness_centrality(graph, normalized=False)
        told("networkx", time.process_time() - start, {str(node): value for node, value in between.items()})


if __name__ == "__main__":
    main()
