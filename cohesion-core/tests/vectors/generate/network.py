"""Makes ../network/*.json: networks drawn here with a fixed seed, measured by networkx, R sna, and by brute force.

    python3 network.py

networkx 3.6 (BSD), numpy, and R with sna 2.7-1 for brokerage, Krackhardt's measures and centralisations. Nobody and no
organisation in these networks is real. Brute force looks at every partition, core, loss, arrangement or permutation of a
small network, by its definition.
"""

import csv
import itertools
import json
import math
import pathlib
import random
import subprocess
import tempfile

import networkx as nx
import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent / "network"
EXACT = {"relative": 1e-12, "absolute": 1e-12}
CLOSE = {"relative": 1e-9, "absolute": 1e-10}
SECTORS = ["local_authority", "association", "business", "resident"]


def draw(size, chance, seed, weights=(1, 2, 4)):
    """A directed network: ties within a sector and returned ties are likelier; the last partner has none."""
    stream = random.Random(seed)
    ids = [f"p{place:02d}" for place in range(1, size + 1)]
    sectors = {one: SECTORS[place % len(SECTORS)] for place, one in enumerate(ids)}
    ties = {}
    for a, b in itertools.permutations(ids[:-1], 2):
        likely = chance * (1.5 if sectors[a] == sectors[b] else 1.0) + (0.25 if (b, a) in ties else 0.0)
        if stream.random() < likely:
            ties[a, b] = stream.choice(weights)
    return ids, sectors, ties


def ties_table(ties, shuffled=None):
    rows = list(ties.items())
    if shuffled is not None:
        random.Random(shuffled).shuffle(rows)
    return {
        "columns": {
            "from": [a for (a, _), _ in rows],
            "to": [b for (_, b), _ in rows],
            "strength": [weight for _, weight in rows],
        }
    }


def partners_table(ids, sectors):
    return {"columns": {"id": list(reversed(ids)), "sector": [sectors[one] for one in reversed(ids)]}}


def graph_of(ids, ties, directed=True):
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(ids)
    graph.add_edges_from((a, b, {"weight": weight, "length": 1 / weight}) for (a, b), weight in ties.items())
    return graph


def values(figures):
    return {measure: {"value": value} for measure, value in figures.items()}


def rows_of(ids, columns):
    return [{"labels": [one], "values": {name: column[one] for name, column in columns.items()}} for one in sorted(ids)]


def closeness(graph, one):
    """Classical and harmonic closeness towards others, from the distances."""
    distances = nx.single_source_shortest_path_length(graph, one)
    others = len(graph) - 1
    harmonic = sum(1 / d for d in distances.values() if d) / others
    return harmonic, others / sum(distances.values()) if len(distances) == len(graph) else None


def eigenvector(graph, transposed):
    """The eigenvector of the largest eigenvalue by numpy; rows count those they point at."""
    ids = list(graph)
    matrix = nx.to_numpy_array(graph, nodelist=ids, weight=None)
    found, vectors = np.linalg.eig(matrix.T if transposed else matrix)
    vector = np.abs(np.real(vectors[:, np.argmax(np.real(found))]))
    vector[vector < 1e-14] = 0
    return dict(zip(ids, (vector / np.linalg.norm(vector)).tolist()))


def sna(ids, sectors, ties):
    """What network.R prints: figures, and by measure a value per partner."""
    with tempfile.TemporaryDirectory() as folder:
        names = [str(pathlib.Path(folder) / name) for name in ("ties.csv", "partners.csv")]
        for file, header, rows in (
            (names[0], ["from", "to"], list(ties)),
            (names[1], ["id", "sector"], [(one, sectors[one]) for one in ids]),
        ):
            with open(file, "w", encoding="utf-8", newline="") as out:
                csv.writer(out).writerows([header, *rows])
        done = subprocess.run(["Rscript", str(HERE / "network.R"), *names], capture_output=True, text=True, check=True)
    whole, single = {}, {}
    for measure, node, value in csv.reader(done.stdout.splitlines()):
        number = None if value in ("NaN", "NA") else float(value)
        if node:
            single.setdefault(measure, {})[node] = number
        else:
            whole[measure] = number
    return whole, single


class Vectors:
    """One file of cases."""

    def __init__(self, about, source):
        self.about, self.source, self.data, self.cases = about, source, {}, []

    def add(self, name, call, data, args, expect=None, tolerance=EXACT, error=None, difference=None):
        case = {"id": name, "call": call, "data": data, "args": args}
        if data is None:
            del case["data"]
        if error:
            case["error"] = error
        else:
            case |= {"expect": expect, "tolerance": tolerance}
        if difference:
            case["difference"] = difference
        self.cases.append(case)

    def write(self, name):
        document = {
            "format": 1,
            "module": "network",
            "about": self.about,
            "source": self.source,
            "data": self.data,
            "cases": self.cases,
        }
        TARGET.mkdir(exist_ok=True)
        (TARGET / f"{name}.json").write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"{name}: {len(self.cases)} cases")


def connection(graph):
    """Components, cut points and bridges without directions, cores, by networkx."""
    flat = nx.Graph(graph)
    parts = list(nx.connected_components(flat))
    return {
        "components": len(parts),
        "largest_component": max(map(len, parts)) / len(graph),
        "isolates": nx.number_of_isolates(flat),
        "cut_points": len(list(nx.articulation_points(flat))),
        "bridges": len(list(nx.bridges(flat))),
        "core_highest": max(nx.core_number(graph).values()),
    }


def measured():
    """Networks of 12 to 18 partners, by networkx and sna."""
    vectors = Vectors("Measures of drawn networks", "networkx 3.6, R sna 2.7-1, numpy; generate/network.py, network.R")
    for name, size, chance, seed in (("twelve", 12, 0.16, 11), ("eighteen", 18, 0.11, 12), ("dense", 9, 0.45, 13)):
        ids, sectors, ties = draw(size, chance, seed)
        graph = graph_of(ids, ties)
        whole, single = sna(ids, sectors, ties)
        vectors.data[name] = ties_table(ties, shuffled=seed)
        vectors.data[f"{name}-partners"] = partners_table(ids, sectors)
        args = {"source": "from", "target": "to", "directed": True, "nodes": f"{name}-partners"}
        weighted = {**args, "weight": "strength"}
        n = len(ids)
        figures = {
            "partners": n,
            "ties": len(ties),
            "answered": n,
            "completion": 1,
            "density": nx.density(graph),
            "components_strong": nx.number_strongly_connected_components(graph),
            **connection(graph),
            **{k: whole[k] for k in ("reciprocity", "confirmed_pairs")},
            **{k: v for k, v in whole.items() if k.startswith("centralisation")},
        }
        vectors.add(f"{name}-summary", "Network.summary", name, weighted, {"figures": values(figures)}, CLOSE)
        tree = {k: whole[k] for k in ("connectedness", "hierarchy", "efficiency")}
        tree["least_upper_bounds"] = least_upper_bounds(graph)
        expect, other = {"figures": values(tree)}, whole["least_upper_bounds"]
        reason = (
            "two members of one cycle have a least upper bound: either of them, whom every boss of both reaches; sna says "
            f"they have none where the cycle has two bosses: {other:.6g}"
        )
        same = abs(other - tree["least_upper_bounds"]) < 1e-9
        vectors.add(
            f"{name}-hierarchy", "Network.hierarchy", name, args, expect, CLOSE, difference=None if same else reason
        )
        back = graph.reverse()
        out, into = ({one: closeness(g, one) for one in ids} for g in (graph, back))
        between = nx.betweenness_centrality(graph, normalized=False)
        columns = {
            "degree": dict(graph.degree()),
            "degree_in": dict(graph.in_degree()),
            "degree_out": dict(graph.out_degree()),
            "strength_in": dict(graph.in_degree(weight="weight")),
            "strength_out": dict(graph.out_degree(weight="weight")),
            "harmonic_in": {one: into[one][0] for one in ids},
            "harmonic_out": {one: out[one][0] for one in ids},
            "closeness_in": {one: into[one][1] for one in ids},
            "closeness_out": {one: out[one][1] for one in ids},
            "betweenness": between,
            "betweenness_share": {one: between[one] / ((n - 1) * (n - 2)) for one in ids},
            "betweenness_weighted": nx.betweenness_centrality(graph, normalized=False, weight="length"),
            "eigenvector_in": eigenvector(graph, True),
            "eigenvector_out": eigenvector(graph, False),
            "core": nx.core_number(graph),
            "cut_point": {one: float(one in set(nx.articulation_points(nx.Graph(graph)))) for one in ids},
        }
        vectors.add(f"{name}-centrality", "Network.centrality", name, weighted, {"rows": rows_of(ids, columns)}, CLOSE)
        wanted = [between[one] for one in sorted(ids)]
        vectors.add(f"{name}-betweenness", "Network.betweenness", name, args, {"values": wanted}, CLOSE)
        roles = [role for role in single if f"{role}_sd" in single]
        columns = {role: single[role] for role in roles}
        columns |= {f"{role}_expected": single[f"{role}_expected"] for role in roles}
        for role in roles:
            raw, expected, sd = (single[f"{role}{end}"] for end in ("", "_expected", "_sd"))
            columns[f"{role}_z"] = {one: (raw[one] - expected[one]) / sd[one] if sd[one] else None for one in ids}
        by = {**args, "by": "sector"}
        vectors.add(f"{name}-brokers", "Network.brokerage", name, by, {"rows": rows_of(ids, columns)}, CLOSE)
        found = {role: {"value": whole[role], "expected": whole[f"{role}_expected"]} for role in roles}
        for role in ("itinerant", "liaison"):
            found[role]["sd"] = whole[f"{role}_sd"]
        told = ", ".join(f"{role} {whole[f'{role}_sd']:.6g}" for role in roles)
        reason = (
            "sd of the other roles: sna leaves out that of two chains of the same three partners one may need the tie that "
            f"the other excludes; ours is that of all networks (src/network/brokerage.rs). sna: {told}"
        )
        vectors.add(f"{name}-brokerage", "Network.brokerage", name, by, {"figures": found}, CLOSE, difference=reason)
        flat = graph_of(ids, {(a, b): 1 for a, b in ties if a < b or (b, a) not in ties}, directed=False)
        symmetrised = {**args, "symmetrised": "union"}
        between = nx.betweenness_centrality(flat, normalized=False)
        columns = {
            "degree": dict(flat.degree()),
            "harmonic": {one: closeness(flat, one)[0] for one in ids},
            "closeness": {one: closeness(flat, one)[1] for one in ids},
            "betweenness": between,
            "eigenvector": eigenvector(flat, False),
            "core": nx.core_number(flat),
        }
        expected = {"rows": rows_of(ids, columns)}
        vectors.add(f"{name}-undirected-centrality", "Network.centrality", name, symmetrised, expected, CLOSE)
        degrees = dict(flat.degree()).values()
        highest = max(between.values())
        figures = {
            "ties": flat.number_of_edges(),
            "density": nx.density(flat),
            **connection(flat),
            "centralisation_degree": sum(max(degrees) - d for d in degrees) / ((n - 1) * (n - 2)),
            "centralisation_betweenness": 2 * sum(highest - b for b in between.values()) / ((n - 1) ** 2 * (n - 2)),
        }
        vectors.add(f"{name}-undirected-summary", "Network.summary", name, symmetrised, {"figures": values(figures)}, CLOSE)
        joined = rows_of([], {})
        for a, b in sorted(tuple(sorted(edge)) for edge in nx.bridges(flat)):
            cut = flat.copy()
            cut.remove_edge(a, b)
            side = min(len(nx.node_connected_component(cut, one)) for one in (a, b))
            joined.append({"labels": [a, b], "values": {"cut_off": side}})
        vectors.add(f"{name}-bridges", "Network.bridges", name, args, {"rows": joined})
        add_pairs(vectors, name, args, ties, sectors)
        add_index(vectors, name, by, ids, sectors, ties)
    vectors.write("measures")


def least_upper_bounds(graph):
    """1 less the share of pairs of a component without a bound that reaches both and that all others who do reach."""
    below = {one: nx.descendants(graph, one) | {one} for one in graph}
    without, most = 0, 0
    for part in nx.weakly_connected_components(graph):
        most += (len(part) - 1) * (len(part) - 2) // 2
        for a, b in itertools.combinations(part, 2):
            bounds = [one for one in graph if a in below[one] and b in below[one]]
            without += not any(all(least in below[one] for one in bounds) for least in bounds)
    return 1 - without / most


def add_pairs(vectors, name, args, ties, sectors):
    pairs = sorted({tuple(sorted(pair)) for pair in ties})
    both = [pair for pair in pairs if pair in ties and pair[::-1] in ties]
    rows = []
    for a, b in pairs:
        one, other = ties.get((a, b)), ties.get((b, a))
        agreed = float((a, b) in both)
        gap = abs(one - other) if agreed else None
        cells = {"stated_a": one, "stated_b": other, "confirmed": agreed, "difference": gap}
        rows.append({"labels": [a, b], "values": cells})
    gaps = [abs(ties[pair] - ties[pair[::-1]]) for pair in both]
    figures = {
        "confirmed": len(both),
        "disputed": len(pairs) - len(both),
        "cannot_tell": 0,
        "confirmed_pairs": len(both) / len(pairs),
        "mean_difference": sum(gaps) / len(gaps),
    }
    weighted = {**args, "weight": "strength"}
    vectors.add(f"{name}-pairs", "Network.pairs", name, weighted, {"figures": values(figures), "rows": rows})
    for minimum in (3, 5):
        received = {one: [weight for (_, b), weight in ties.items() if b == one] for one in sorted(sectors)}
        means = {one: sum(of) / len(of) if len(of) >= minimum else None for one, of in received.items()}
        shown = [mean for mean in means.values() if mean is not None]
        rows = [{"labels": [one], "values": {"raters": len(of), "mean": means[one]}} for one, of in received.items()]
        figures = {"ratings": len(ties), "partners_rated": len(shown), "mean_received": sum(shown) / len(shown) if shown else None}
        expected = {"figures": values(figures), "rows": rows}
        vectors.add(f"{name}-received-{minimum}", "Network.received", name, {**weighted, "minimum": minimum}, expected)
    for rule, kept in (("union", pairs), ("intersection", both)):
        pick = max if rule == "union" else min
        weight = {pair: pick(w for w in (ties.get(pair), ties.get(pair[::-1])) if w is not None) for pair in kept}
        rows = [{"labels": list(pair), "values": {"stated_a": weight[pair], "stated_b": weight[pair]}} for pair in kept]
        vectors.add(f"{name}-{rule}", "Network.symmetrised", name, {**weighted, "rule": rule}, {"rows": rows})
    counts = {}
    for a, b in ties:
        counts[sectors[a], sectors[b]] = counts.get((sectors[a], sectors[b]), 0) + 1
    sizes = {sector: list(sectors.values()).count(sector) for sector in SECTORS}
    rows = []
    for a in sorted(SECTORS):
        for b in sorted(SECTORS):
            possible = sizes[a] * (sizes[b] - (a == b))
            found = counts.get((a, b), 0)
            rows.append(
                {"labels": [a, b], "values": {"ties": found, "possible": possible, "density": found / possible}}
            )
    vectors.add(f"{name}-mixing", "Network.mixing", name, {**args, "by": "sector"}, {"rows": rows})


def add_index(vectors, name, args, ids, sectors, ties):
    """E-I index; where there are few arrangements, its distribution by all of them."""
    labels = [sectors[one] for one in ids]
    place = {one: at for at, one in enumerate(ids)}
    arcs = [(place[a], place[b]) for a, b in ties]

    def index(given):
        internal = sum(given[a] == given[b] for a, b in arcs)
        return 1 - 2 * internal / len(arcs)

    sizes = [labels.count(sector) for sector in SECTORS]
    n = len(ids)
    expected = 1 - 2 * sum(size * (size - 1) for size in sizes) / (n * (n - 1))
    figure = {"value": index(labels), "expected": expected}
    count = math.factorial(n) // math.prod(map(math.factorial, sizes))
    if count <= 50_000:
        all_values = np.array([index(given) for given in set(itertools.permutations(labels))])
        assert len(all_values) == count and abs(all_values.mean() - expected) < 1e-12
        figure["sd"] = float(all_values.std())
        figure["p"] = float(np.mean(np.abs(all_values - expected) >= abs(figure["value"] - expected) - 1e-9))
    internal = sum(labels[a] == labels[b] for a, b in arcs)
    figures = {"ei_index": figure, "internal": {"value": internal}, "external": {"value": len(arcs) - internal}}
    own = {}
    for one in ids:
        mine = [pair for pair in ties if one in pair]
        inside = sum(sectors[a] == sectors[b] for a, b in mine)
        own[one] = {"external": len(mine) - inside, "internal": inside}
        own[one]["ei_index"] = 1 - 2 * inside / len(mine) if mine else None
    rows = [{"labels": [one], "values": own[one]} for one in sorted(ids)]
    vectors.add(f"{name}-ei", "Network.ei_index", name, args, {"figures": figures, "rows": rows})


def set_partitions(items):
    """Every partition of a list into parts."""
    if not items:
        yield []
        return
    first, *rest = items
    for partition in set_partitions(rest):
        for place in range(len(partition)):
            yield [*partition[:place], [first, *partition[place]], *partition[place + 1 :]]
        yield [[first], *partition]


def searched():
    """Small networks by brute force: every partition, core, loss and permutation."""
    vectors = Vectors("Searches against brute force", "every partition, core, loss and permutation; generate/network.py")
    for name, size, chance, seed in (("eight", 8, 0.22, 21), ("nine", 9, 0.2, 22), ("other", 9, 0.24, 25)):
        ids, sectors, ties = draw(size, chance, seed)
        vectors.data[name] = ties_table(ties)
        vectors.data[f"{name}-partners"] = partners_table(ids, sectors)
        args = {"source": "from", "target": "to", "directed": True, "nodes": f"{name}-partners"}
        # A returned tie counts twice.
        flat = nx.Graph()
        flat.add_nodes_from(ids)
        for a, b in ties:
            flat.add_edge(a, b, weight=1 + ((b, a) in ties))
        for resolution in (1.0, 1.6):
            best = max(nx.community.modularity(flat, p, resolution=resolution) for p in set_partitions(ids))
            good = [p for p in set_partitions(ids) if nx.community.modularity(flat, p, resolution=resolution) > best - 1e-9]
            expect = {"figures": {"modularity": {"value": best}, "proven": {"value": 1}}}
            if len({frozenset(map(frozenset, p)) for p in good}) == 1:
                of = {one: part for part, members in enumerate(good[0]) for one in members}
                names = {}
                for one in sorted(ids):
                    names.setdefault(of[one], len(names) + 1)
                expect["rows"] = rows_of(ids, {"community": {one: names[of[one]] for one in ids}})
            given = {**args, "resolution": resolution, "starts": 20, "seed": 3}
            vectors.add(f"{name}-communities-{resolution}", "Network.communities", name, given, expect, CLOSE)
        matrix = nx.to_numpy_array(graph_of(ids, ties), nodelist=ids, weight=None)
        off = ~np.eye(size, dtype=bool)

        def fit(core, matrix=matrix, off=off):
            inside = np.array(core, dtype=bool)
            pattern = inside[:, None] | inside[None, :]
            if pattern[off].all() or not pattern[off].any():
                return -2.0
            return float(np.corrcoef(matrix[off], pattern[off])[0, 1])

        fits = {core: fit(core) for core in itertools.product((0, 1), repeat=size)}
        best = max(fits.values())
        good = [core for core, found in fits.items() if found > best - 1e-9]
        expect = {"figures": {"fit": {"value": best}, "proven": {"value": 1}}}
        if len(good) == 1:
            expect["rows"] = rows_of(ids, {"core": dict(zip(ids, good[0]))})
            expect["figures"]["core_size"] = {"value": sum(good[0])}
        given = {**args, "starts": 10}
        vectors.add(f"{name}-core", "Network.core_periphery", name, given, expect, CLOSE)
        add_losses(vectors, name, args, ids, ties)
    add_correlation(vectors)
    vectors.write("searches")


def add_losses(vectors, name, args, ids, ties):
    """The worst loss and the mean of all."""
    edges = sorted({tuple(sorted(pair)) for pair in ties})
    whole = nx.Graph(edges)
    whole.add_nodes_from(ids)

    def left(gone, of):
        graph = whole.copy()
        (graph.remove_nodes_from if of == "partners" else graph.remove_edges_from)(gone)
        parts = [len(part) for part in nx.connected_components(graph)]
        return sum(part * (part - 1) // 2 for part in parts), max(parts, default=0)

    everything = left([], "ties")
    for of, items, k in (("partners", sorted(ids), 3), ("ties", edges, 2)):
        rows = []
        for count in range(k + 1):
            choices = list(itertools.combinations(items, count))
            results = [left(choice, of) for choice in choices]
            worst = min(results)
            who = choices[results.index(worst)]
            pairs, largest = (np.mean([result[place] for result in results]) for place in (0, 1))
            cells = {
                "pairs_worst": worst[0] / everything[0],
                "pairs_mean": float(pairs) / everything[0],
                "largest_worst": worst[1] / len(ids),
                "largest_mean": float(largest) / len(ids),
                "exact": 1,
            }
            named = "; ".join(one if of == "partners" else " - ".join(one) for one in who)
            rows.append({"labels": [str(count), named], "values": cells})
        vectors.add(f"{name}-loss-{of}", "Network.loss", name, {**args, "k": k, "of": of}, {"rows": rows})


def add_correlation(vectors):
    """Two waves: every permutation of seven partners; what was kept, lost and won."""
    ids, sectors, before = draw(7, 0.4, 31)
    stream = random.Random(32)
    after = {pair: weight for pair, weight in before.items() if stream.random() < 0.75}
    after |= {pair: 2 for pair in itertools.permutations(ids, 2) if pair not in before and stream.random() < 0.15}
    a, b = (nx.to_numpy_array(graph_of(ids, ties), nodelist=ids) for ties in (before, after))
    off = ~np.eye(len(ids), dtype=bool)
    observed = float(np.corrcoef(a[off], b[off])[0, 1])
    every = []
    for order in itertools.permutations(range(len(ids))):
        every.append(np.corrcoef(a[off], b[np.ix_(order, order)][off])[0, 1])
    every = np.array(every)
    vectors.data["before"] = ties_table(before)
    vectors.data["after"] = ties_table(after, shuffled=5)
    vectors.data["seven"] = partners_table(ids, sectors)
    args = {"source": "from", "target": "to", "weight": "strength", "directed": True, "nodes": "seven", "other": "after"}
    figures = {
        "partners": {"value": len(ids)},
        "correlation": {
            "value": observed,
            "expected": float(every.mean()),
            "sd": float(every.std()),
            "p": float(np.mean(np.abs(every) >= abs(observed) - 1e-9)),
        },
        "greater": {"value": float(np.mean(every >= observed - 1e-9))},
        "less": {"value": float(np.mean(every <= observed + 1e-9))},
    }
    vectors.add("seven-correlate", "Network.correlate", "before", args, {"figures": figures}, CLOSE)
    kept = len(before.keys() & after.keys())
    all_ties = len(before.keys() | after.keys())
    pairs = len(ids) * (len(ids) - 1)
    figures = {
        "partners": len(ids),
        "kept": kept,
        "gone": len(before) - kept,
        "new": len(after) - kept,
        "stability": kept / all_ties,
        "density_before": len(before) / pairs,
        "density_after": len(after) / pairs,
        "density_change": (len(after) - len(before)) / pairs,
    }
    degree = {one: [sum(one in pair for pair in ties) for ties in (before, after)] for one in ids}
    columns = {
        "degree_before": {one: degree[one][0] for one in ids},
        "degree_after": {one: degree[one][1] for one in ids},
        "change": {one: degree[one][1] - degree[one][0] for one in ids},
    }
    expect = {"figures": values(figures), "rows": rows_of(ids, columns)}
    vectors.add("seven-compare", "Network.compare", "before", {**args, "samples": 50}, expect)
    fewer = {pair: weight for pair, weight in after.items() if "p02" not in pair}
    vectors.data["fewer"] = ties_table(fewer)
    vectors.data["six"] = partners_table([one for one in ids if one != "p02"], sectors)
    kept = len({pair for pair in before if "p02" not in pair} & fewer.keys())
    note = {"code": "different_partners", "params": {"a": 1, "b": 0, "n": 6}}
    expect = {"figures": values({"partners": 6, "kept": kept}), "notes": [note, {"code": "change_is_no_effect"}]}
    given = {**args, "other": "fewer", "other_nodes": "six", "samples": 50}
    vectors.add("other-partners", "Network.compare", "before", given, expect)


def stated():
    """Closed forms, missing answers, what is not defined, and what is refused."""
    vectors = Vectors("Closed forms, missing answers and faults", "by hand; generate/network.py")
    data = vectors.data
    data["star"] = {"columns": {"a": ["c"] * 4, "b": ["w", "x", "y", "z"]}}
    data["path"] = {"columns": {"a": ["a", "b", "c"], "b": ["b", "c", "d"]}}
    data["apart"] = {"columns": {"a": ["a", "c"], "b": ["b", "d"]}}
    data["chain"] = {"columns": {"a": ["a", "b"], "b": ["b", "c"]}}
    data["one"] = {"columns": {"id": ["a"], "sector": ["s"]}}
    data["two"] = {"columns": {"id": ["a", "b"], "sector": ["s", "t"]}}
    data["none"] = {"columns": {"a": [], "b": []}}
    data["four"] = {"columns": {"id": ["a", "b", "c", "d"], "sector": ["s", "s", "t", None]}}
    ends = {"source": "a", "target": "b"}
    ones = ["degree", "closeness", "betweenness", "eigenvector"]
    # The eigenvector of a star has 1/√2 in the middle: its distances sum to (√n' - 1)/√2 with n' rim partners.
    rim = 4
    top = {f"centralisation_{one}": 1 for one in ones}
    top["centralisation_eigenvector"] = rim * (1 - 1 / math.sqrt(rim)) / math.sqrt(2) / ((rim - 1) / math.sqrt(2))
    figures = {"density": 0.4, "cut_points": 1, "bridges": 4, "core_highest": 1, "components": 1, **top}
    vectors.add("star-summary", "Network.summary", "star", ends, {"figures": values(figures)})
    figures = {"centralisation_betweenness": {"value": 1, "maximum": 24}, "centralisation_closeness": {"maximum": 1.5}}
    vectors.add("star-maximum", "Network.summary", "star", ends, {"figures": figures})
    rows = [
        {"labels": [one], "values": {"degree": d, "betweenness": b, "harmonic": h, "closeness": c}}
        for one, d, b, h, c in (
            ("a", 1, 0, (1 + 1 / 2 + 1 / 3) / 3, 3 / 6),
            ("b", 2, 2, 2.5 / 3, 3 / 4),
            ("c", 2, 2, 2.5 / 3, 3 / 4),
            ("d", 1, 0, (1 + 1 / 2 + 1 / 3) / 3, 3 / 6),
        )
    ]
    vectors.add("path-centrality", "Network.centrality", "path", ends, {"rows": rows})
    apart = [{"labels": [one], "values": {"closeness": None, "eigenvector": None, "harmonic": 1 / 3}} for one in "abcd"]
    expect = {"rows": apart, "notes": [{"code": "not_all_reached"}, {"code": "eigenvector_not_unique"}]}
    vectors.add("apart-not-defined", "Network.centrality", "apart", ends, expect)
    directed = {**ends, "directed": True}
    chain = [{"labels": [one], "values": {"eigenvector_out": None}} for one in "abc"]
    expect = {"rows": chain, "notes": [{"code": "not_all_reached"}, {"code": "no_closed_way"}]}
    vectors.add("chain-no-closed-way", "Network.centrality", "chain", directed, expect)
    tree = {"connectedness": 1, "hierarchy": 1, "efficiency": 1, "least_upper_bounds": 1}
    vectors.add("out-tree", "Network.hierarchy", "chain", directed, {"figures": values(tree)})
    merge = {"columns": {"a": ["a", "b"], "b": ["c", "c"]}}
    data["two-heads"] = merge
    figures = {"hierarchy": 1, "efficiency": 1, "least_upper_bounds": 0}
    vectors.add("two-heads", "Network.hierarchy", "two-heads", directed, {"figures": values(figures)})
    small(vectors, directed, ends)
    missing(vectors)
    plans(vectors)
    two_mode(vectors)
    refused(vectors, ends, directed)
    vectors.write("stated")


def small(vectors, directed, ends):
    def absent(code):
        return {"value": None, "reason": {"code": code}}

    given = {**directed, "nodes": "one"}
    figures = {"partners": {"value": 1}, "density": absent("too_few_partners"), "components": {"value": 1}}
    figures |= {"reciprocity": absent("no_ties"), "centralisation_degree_in": absent("too_few_partners")}
    vectors.add("one-partner", "Network.summary", "none", given, {"figures": figures})
    given = {**directed, "nodes": "two"}
    figures = {"density": {"value": 0}, "components": {"value": 2}, "centralisation_degree": absent("too_few_partners")}
    figures |= {"centralisation_degree_in": {"value": 0}}
    vectors.add("two-partners", "Network.summary", "none", given, {"figures": figures})
    absent_modularity = {"modularity": absent("no_ties")}
    vectors.add("no-ties", "Network.communities", "none", given, {"figures": absent_modularity, "rows": []})
    vectors.add("no-ties-core", "Network.core_periphery", "none", given, {"figures": {"fit": absent("no_ties")}})
    vectors.add("no-ties-loss", "Network.loss", "none", {**given, "k": 1}, {"figures": {"pairs_worst": absent("no_ties")}})
    index = {"ei_index": {"value": None, "expected": None, "p": None, "reason": {"code": "no_ties"}}}
    vectors.add("no-ties-ei", "Network.ei_index", "none", {**given, "by": "sector"}, {"figures": index})
    figures = {"correlation": absent("no_contrast"), "partners": {"value": 4}}
    same = {**ends, "nodes": "four", "other": "none"}
    vectors.add("flat-correlation", "Network.correlate", "path", same, {"figures": figures})
    places = [{"labels": ["a"], "values": {"x": 1, "y": 0}}, {"labels": ["b"], "values": {"x": -1, "y": 0}}]
    near = {"absolute": 1e-9}
    vectors.data["couple"] = {"columns": {"a": ["a"], "b": ["b"]}}
    vectors.add("couple-layout", "Network.layout", "couple", ends, {"rows": places}, near)
    # Two groups of two and one without: a is tied to b (within) and to c (between); d has no group.
    given = {**ends, "nodes": "four", "by": "sector"}
    figures = {"internal": {"value": 1}, "external": {"value": 1}, "ei_index": {"value": 0, "expected": 1 / 3}}
    notes = [{"code": "no_group", "params": {"n": 1}}, {"code": "exact_permutation", "params": {"n": 3}}]
    vectors.add("path-ei", "Network.ei_index", "path", given, {"figures": figures, "notes": notes})
    alike = {"columns": {"id": ["a", "b", "c", "d"], "sector": ["s"] * 4}}
    vectors.data["alike"] = alike
    figures = {"ei_index": {"value": -1, "expected": -1, "sd": 0, "p": None}}
    given = {**ends, "nodes": "alike", "by": "sector"}
    expect = {"figures": figures, "notes": [{"code": "degenerate_null"}]}
    vectors.add("one-group-ei", "Network.ei_index", "path", given, expect)


def missing(vectors):
    """Four partners of whom d did not answer: a-b both, a to c, c to d."""
    vectors.data["answers"] = {"columns": {"a": ["a", "b", "a", "c"], "b": ["b", "a", "c", "d"], "w": [1, 3, 2, 2]}}
    base = {"source": "a", "target": "b", "directed": True, "nodes": "four", "respondents": ["a", "b", "c"]}
    bounds = {"value": 4 / 9, "low": 4 / 12, "high": 7 / 12, "span": "bounds"}
    figures = {
        "answered": {"value": 3},
        "completion": {"value": 0.75},
        "density": bounds,
        "reciprocity": {"value": 2 / 3},
        "confirmed_pairs": {"value": 1 / 2},
        "components": {"value": 1},
    }
    vectors.add("silent-summary", "Network.summary", "answers", base, {"figures": figures})
    figures = {"density": bounds, "components": {"value": None, "reason": {"code": "completion_too_low"}}}
    figures |= {"centralisation_betweenness": {"value": None, "reason": {"code": "completion_too_low"}}}
    strict = {**base, "minimum_completion": 0.8}
    vectors.add("silent-too-low", "Network.summary", "answers", strict, {"figures": figures})
    degrees = {"a": (1, 2, 2, 2), "b": (1, 2, 1, 1), "c": (1, 2, 1, 1), "d": (1, 1, 0, 3)}
    names = ["degree_in_low", "degree_in_high", "degree_out_low", "degree_out_high"]
    rows = [{"labels": [one], "values": dict(zip(names, degrees[one]))} for one in "abcd"]
    vectors.add("silent-degrees", "Network.centrality", "answers", base, {"rows": rows})
    rows = [{"labels": [one], "values": {"betweenness": None, "degree_in_low": degrees[one][0]}} for one in "abcd"]
    vectors.add("silent-no-betweenness", "Network.centrality", "answers", strict, {"rows": rows})
    figures = {"confirmed": {"value": 1}, "disputed": {"value": 1}, "cannot_tell": {"value": 1}}
    figures |= {"confirmed_pairs": {"value": 0.5}, "mean_difference": {"value": 2}}
    vectors.add("silent-pairs", "Network.pairs", "answers", {**base, "weight": "w"}, {"figures": figures})
    # Groups of all four; d to a and d to b would be between, d to c within.
    vectors.data["grouped"] = {"columns": {"id": ["a", "b", "c", "d"], "sector": ["s", "s", "t", "t"]}}
    given = {**base, "nodes": "grouped", "by": "sector"}
    index = {"value": -0.5, "low": (1 - 4) / 5, "high": (3 - 3) / 6, "span": "bounds", "expected": 1 / 3}
    vectors.add("silent-ei", "Network.ei_index", "answers", given, {"figures": {"ei_index": index}})
    # Union: only b-d is open (b says no, d is silent) with a-d; intersection: c-d is open as well and a-c is not.
    union = {**base, "symmetrised": "union"}
    figures = {"density": {"value": 3 / 4, "low": 3 / 6, "high": 5 / 6}}
    vectors.add("silent-union", "Network.summary", "answers", union, {"figures": figures})
    both = {**base, "symmetrised": "intersection"}
    figures = {"density": {"value": 1 / 5, "low": 1 / 6, "high": 2 / 6}}
    vectors.add("silent-intersection", "Network.summary", "answers", both, {"figures": figures})
    # All who answer name everybody, so every completion does.
    vectors.data["everybody"] = {"columns": {"a": ["a", "a", "b", "b"], "b": ["b", "c", "a", "c"]}}
    given = {"source": "a", "target": "b", "directed": True, "respondents": ["a", "b"], "minimum_completion": 0.5}
    figures = {"density": {"value": 1, "low": 1, "high": 1, "span": "completions"}, "reciprocity": {"value": 1}}
    notes = [{"code": "non_respondents"}, {"code": "range_of_completions", "params": {"n": 50}}]
    expect = {"figures": figures, "notes": notes}
    vectors.add("completed", "Network.completions", "everybody", {**given, "draws": 50}, expect)
    figures = {"density": {"value": 1, "low": 4 / 6, "high": 1}, "isolates": {"value": 0}}
    vectors.add("everybody", "Network.summary", "everybody", given, {"figures": figures})


def plans(vectors):
    def stakeholder(one, sector):
        return {"id": one, "name": one, "sector": sector}

    people = [("city", "local_authority"), ("club", "association"), ("police", "police"), ("school", "school")]
    ties = [("city", "club", 3), ("club", "city", 1), ("police", "city", None)]
    plan = {
        "partnership": {
            "stakeholders": [stakeholder(*one) for one in people],
            "activities": [{"id": "boxing", "title": "Boxing"}, {"id": "barbecue", "title": "Barbecue"}],
            "responsibilities": [
                {"activity": "boxing", "responsible": ["club", "police"], "accountable": ["club"]},
                {"activity": "barbecue", "responsible": ["city"], "accountable": ["city"], "informed": ["police"]},
            ],
        },
        "records": {
            "ties": [{"from": a, "to": b, **({} if w is None else {"weight": w})} for a, b, w in ties],
        },
    }
    figures = values({"partners": 4, "ties": 3, "density": 3 / 12, "isolates": 1})
    vectors.add("plan-network", "Plan.network", None, {"value": plan}, {"figures": figures})
    vectors.data["records"] = {"columns": {"from": ["city", "school"], "to": ["school", "city"], "kind": ["trust", "trust"]}}
    bare = {"partnership": plan["partnership"]}
    given = {"value": bare, "tables": {"ties": "records"}, "kind": "trust", "respondents": ["city", "school", "club"]}
    figures = {"ties": {"value": 2}, "reciprocity": {"value": 1}, "completion": {"value": 0.75}}
    vectors.add("plan-records", "Plan.network", None, given, {"figures": figures})
    vectors.data["mixed"] = {"columns": {"from": ["city", "school"], "to": ["school", "city"], "kind": ["trust", "help"]}}
    vectors.data["trust"] = {"columns": {
        "from": ["city", "city", "city", "club", "police"], "to": ["club", "club", "school", "city", "club"],
        "kind": ["openness", "reliability", "openness", "reliability", "help"], "weight": [2, 5, 1, 4, 4]}}
    given = {"value": bare, "tables": {"ties": "trust"}, "kind": ["reliability", "openness"]}
    notes = [{"code": "stated_in_some_kinds", "params": {"n": 2, "kinds": 2}}]
    vectors.add("plan-several-kinds", "Plan.network", None, given, {"figures": values({"ties": 3}), "notes": notes})
    error = {"kind": "not_possible", "path": "kind"}
    vectors.add("plan-two-kinds", "Plan.network", None, {"value": bare, "tables": {"ties": "mixed"}}, error=error)
    error = {"kind": "unknown_value", "path": "wave"}
    vectors.add("plan-no-wave", "Plan.network", None, {"value": plan, "wave": "w9"}, error=error)
    error = {"kind": "missing_field", "path": "partnership"}
    vectors.add("plan-nobody", "Plan.network", None, {"value": {"title": "x"}}, error=error)
    error = {"kind": "missing_field", "path": "records.ties"}
    vectors.add("plan-without-ties", "Plan.network", None, {"value": {"partnership": plan["partnership"]}}, error=error)
    figures = values({"partners": 4, "activities": 2, "ties": 3, "density": 3 / 8, "carried_alone": 1, "components": 3})
    vectors.add("plan-activities", "Plan.activity_network", None, {"value": plan}, {"figures": figures})


def two_mode(vectors):
    stream = random.Random(41)
    pairs = [(f"p{a}", f"t{b}") for a in range(7) for b in range(5) if stream.random() < 0.45]
    graph = nx.Graph(pairs)
    left = sorted({a for a, _ in pairs})
    right = sorted({b for _, b in pairs})
    vectors.data["parts"] = {"columns": {"who": [a for a, _ in pairs], "what": [b for _, b in pairs]}}
    given = {"partner": "who", "activity": "what"}
    figures = {
        "partners": len(left),
        "activities": len(right),
        "ties": len(pairs),
        "density": nx.bipartite.density(graph, left),
        "activities_per_partner": len(pairs) / len(left),
        "partners_per_activity": len(pairs) / len(right),
        "components": nx.number_connected_components(graph),
        "carried_alone": sum(graph.degree(b) == 1 for b in right),
    }
    vectors.add("two-mode-summary", "TwoMode.summary", "parts", given, {"figures": values(figures)})
    shares = nx.bipartite.degree_centrality(graph, left)
    between = nx.bipartite.betweenness_centrality(graph, left)
    plain = nx.betweenness_centrality(graph, normalized=False)
    rows = [
        {
            "labels": [kind, one],
            "values": {
                "degree": graph.degree(one),
                "degree_share": shares[one],
                "betweenness": plain[one],
                "betweenness_share": between[one],
            },
        }
        for kind, names in (("partner", left), ("activity", right))
        for one in names
    ]
    vectors.add("two-mode-centrality", "TwoMode.centrality", "parts", given, {"rows": rows})
    rows = []
    for a, b in itertools.combinations(left, 2):
        shared = len(set(graph[a]) & set(graph[b]))
        if shared:
            share = shared / len(set(graph[a]) | set(graph[b]))
            rows.append({"labels": [a, b], "values": {"shared": shared, "shared_share": share}})
    vectors.add("two-mode-overlap", "TwoMode.overlap", "parts", given, {"rows": rows})
    vectors.data["gap"] = {"columns": {"who": ["a", "b"], "what": ["x", None]}}
    error = {"kind": "dangling_id", "path": "column[what].row[2]"}
    vectors.add("two-mode-gap", "TwoMode.summary", "gap", given, error=error)


def refused(vectors, ends, directed):
    def bad(name, columns, kind, path, call="Network.summary", **more):
        vectors.data[name] = {"columns": columns}
        vectors.add(name, call, name, {**ends, **more}, error={"kind": kind, "path": path})

    bad("self-tie", {"a": ["x", "y"], "b": ["y", "y"]}, "inconsistent", "column[b].row[2]")
    bad("to-nobody", {"a": ["x", "y"], "b": ["y", None]}, "dangling_id", "column[b].row[2]")
    bad("to-a-stranger", {"a": ["a"], "b": ["q"]}, "dangling_id", "column[b].row[1]", nodes="two")
    twice = {"a": ["x", "y"], "b": ["y", "x"], "w": [1, 2]}
    bad("two-weights", twice, "duplicate_id", "column[w].row[2]", weight="w")
    for name, weight in (("negative", -1), ("missing", None)):
        columns = {"a": ["x", "y"], "b": ["y", "z"], "w": [1, weight]}
        bad(f"weight-{name}", columns, "bad_weight", "column[w].row[2]", weight="w")
    bad("nobody-at-all", {"a": [], "b": []}, "empty_table", "table")
    bad("no-such-column", {"a": ["x"], "c": ["y"]}, "missing_column", "column[b]")
    bad("no-such-group", {"a": ["x"], "b": ["y"]}, "missing_column", "by", call="Network.mixing", by="sector")
    silent = {"directed": True, "respondents": ["y"]}
    bad("silent-speaks", {"a": ["x"], "b": ["y"]}, "inconsistent", "column[a].row[1]", **silent)
    bad("silent-stranger", {"a": ["a"], "b": ["b"]}, "dangling_id", "respondents[1]", respondents=["a", "q"], nodes="two")
    bad("bad-share", {"a": ["x"], "b": ["y"]}, "out_of_range", "minimum_completion", minimum_completion=1.5)
    bad("too-many-losses", {"a": ["x"], "b": ["y"]}, "out_of_range", "k", call="Network.loss", k=3)
    bad("bad-resolution", {"a": ["x"], "b": ["y"]}, "out_of_range", "resolution", call="Network.communities", resolution=0)
    bad("no-such-loss", {"a": ["x"], "b": ["y"]}, "unknown_value", "of", call="Network.loss", k=1, of="money")
    bad("no-such-rule", {"a": ["x"], "b": ["y"]}, "unknown_value", "rule", call="Network.symmetrised", rule="sum", directed=True)
    few = {"a": ["x"], "b": ["y"], "w": [2]}
    bad("two-raters", few, "out_of_range", "minimum", call="Network.received", directed=True, weight="w", minimum=2)
    bad("no-ratings", few, "not_possible", "weight", call="Network.received", directed=True)
    bad("nobody-rates", few, "not_possible", "weight", call="Network.received", weight="w")
    bad("undirected-already", {"a": ["x"], "b": ["y"]}, "not_possible", "rule", call="Network.symmetrised", rule="union")
    vectors.data["nought"] = {"columns": {"a": ["x", "x", "y"], "b": ["y", "z", "x"], "w": [0, 2, 2]}}
    notes = [{"code": "zero_weight_ties", "params": {"n": 1}}]
    expect = {"figures": values({"ties": 2}), "notes": notes}
    vectors.add("weight-nought", "Network.summary", "nought", {**directed, "weight": "w"}, expect)
    vectors.data["again"] = {"columns": {"a": ["x", "x", "y"], "b": ["y", "y", "x"]}}
    expect = {"figures": values({"ties": 1}), "notes": [{"code": "repeated_ties", "params": {"n": 2}}]}
    vectors.add("tie-again", "Network.summary", "again", ends, expect)
    vectors.data["numbers"] = {"columns": {"a": [1, 2], "b": [2, 3]}}
    given = {**ends, "respondents": ["1", "2", "3"]}
    vectors.add("numbers-as-ids", "Network.summary", "numbers", given, {"figures": values({"partners": 3, "completion": 1})})


if __name__ == "__main__":
    measured()
    searched()
    stated()
