"""Vectors of the reference tier for networks: called by reference.py, which says what the tier is.

Numbers: sna 2.7-1 and igraph 1.0 on the files beside them (`network/sna_reference.json`). What sna leaves out is not
asked. Where sna is followed by another definition, the case says so.
"""

import csv
import json
import pathlib

SOURCE = "R sna 2.7-1; generate/reference.py"
TOLERANCE = {"relative": 1e-10, "absolute": 1e-10}
# sna's numbers have 15 digits; its iteration for the eigenvector stops earlier than that.
ITERATED = {"relative": 1e-9, "absolute": 1e-9}
ROLES = ["coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total"]
NETWORKS = {"emon_Cheyenne": True, "emon_MtSi": True, "emon_Texas": True, "flo": False}


def in_order(ids):
    """Places of the ids, sorted by their bytes as texts."""
    return sorted(range(len(ids)), key=lambda place: ids[place].encode())


class Networks:
    """Cases of one reference file."""

    def __init__(self, folder, target):
        self.folder, self.target = folder, target
        self.numbers = json.loads((folder / "sna_reference.json").read_text(encoding="utf-8"))
        self.cases, self.data, self.kept = [], {}, 0

    def add(self, name, call, data, args, expect, tolerance=TOLERANCE, difference=None):
        case = {"id": name, "call": call, "data": data, "args": args, "expect": expect, "tolerance": tolerance}
        if difference:
            case["difference"] = difference
        self.cases.append(case)
        self.kept += count(expect)

    def table(self, name, file):
        self.data[name] = {"csv": str((self.folder / file).resolve())}
        return name

    def network(self, name, directed):
        found = self.numbers[name]
        edges = self.table(f"{name}-edges", f"{name}_edges.csv")
        nodes = self.table(f"{name}-nodes", f"{name}_nodes.csv")
        args = {"source": "from", "target": "to", "directed": directed, "nodes": nodes}
        ids = [str(place) for place in range(found["n"])]
        order = in_order(ids)

        def rows(columns):
            return [
                {"labels": [ids[at]], "values": {column: values[at] for column, values in columns.items()}} for at in order
            ]

        self.summary(name, edges, args, found, directed)
        self.centrality(name, edges, args, found, directed, rows)
        self.add(f"{name}-betweenness", "Network.betweenness", edges, args, {"values": [found["betweenness"][at] for at in order]})
        tree = found["krackhardt"]
        figures = {
            "connectedness": tree["connectedness"],
            "hierarchy": tree["hierarchy"],
            "efficiency": tree["efficiency"],
            "least_upper_bounds": tree["lubness"],
        }
        self.add(f"{name}-hierarchy", "Network.hierarchy", edges, args, {"figures": values(figures)})
        if directed:
            self.groups(name, edges, args, found, rows)

    def summary(self, name, edges, args, found, directed):
        central = found["centralization"]
        figures = {
            "partners": found["n"],
            "ties": found["edges"],
            "density": found["density"],
            "components": found["components_weak"],
            "isolates": len(found["isolates"]) if isinstance(found["isolates"], list) else 1,
            "cut_points": len(found["cutpoints"]) if isinstance(found["cutpoints"], list) else 1,
            "core_highest": max(found["kcores"]),
            "centralisation_degree": central["degree"],
            "centralisation_betweenness": central["betweenness"],
        }
        if directed:
            figures |= {
                "reciprocity": found["reciprocity"]["edgewise"],
                "confirmed_pairs": found["reciprocity"]["dyadic_nonnull"],
                "centralisation_degree_in": central["indegree"],
                "centralisation_degree_out": central["outdegree"],
            }
        self.add(f"{name}-summary", "Network.summary", edges, args, {"figures": values(figures)})
        figures = {"centralisation_eigenvector": central["evcent"]}
        self.add(f"{name}-summary-eigenvector", "Network.summary", edges, args, {"figures": values(figures)}, ITERATED)

    def centrality(self, name, edges, args, found, directed, rows):
        columns = {"betweenness": found["betweenness"], "core": found["kcores"]}
        if directed:
            columns |= {
                "degree": found["degree_freeman"],
                "degree_in": found["indegree"],
                "degree_out": found["outdegree"],
                "harmonic_out": found["closeness_suminvdir"],
            }
        else:
            columns |= {"degree": found["degree_freeman"], "harmonic": found["closeness_suminvdir"]}
        self.add(f"{name}-centrality", "Network.centrality", edges, args, {"rows": rows(columns)})
        eigenvector = {"eigenvector_out" if directed else "eigenvector": found["evcent"]}
        self.add(f"{name}-eigenvector", "Network.centrality", edges, args, {"rows": rows(eigenvector)}, ITERATED)
        closeness = [value or None for value in found["closeness"]]
        self.add(
            f"{name}-closeness",
            "Network.centrality",
            edges,
            args,
            {"rows": rows({"closeness_out" if directed else "closeness": closeness})},
            difference="sna gives 0 to a partner who does not reach all others; here that is not defined",
        )

    def groups(self, name, edges, args, found, rows):
        args = {**args, "by": "sponsorship"}
        broker = found["brokerage"]

        def column(matrix, place):
            return [row[place] for row in broker[matrix]]

        columns = {}
        for place, role in enumerate(ROLES):
            deviation = column("sd_nli", place)
            z = column("z_nli", place)
            columns[role] = column("raw_nli", place)
            columns[f"{role}_expected"] = column("exp_nli", place)
            columns[f"{role}_z"] = [z[at] if deviation[at] else None for at in range(found["n"])]
        self.add(f"{name}-brokers", "Network.brokerage", edges, args, {"rows": rows(columns)}, ITERATED)
        whole = {
            role: {"value": broker["raw_gli"][place], "expected": broker["exp_gli"][place]}
            for place, role in enumerate(ROLES)
        }
        for role in ("itinerant", "liaison"):
            whole[role]["sd"] = broker["sd_gli"][ROLES.index(role)]
        reason = (
            "sd of coordinator, representative, gatekeeper and total: sna leaves out that of two chains of the same three "
            "partners one may need the tie that the other excludes. Ours is that of all networks, enumerated in "
            "src/network/brokerage.rs"
        )
        peer = ", ".join(f"{value:.6g}" for value in broker["sd_gli"])
        self.add(
            f"{name}-brokerage",
            "Network.brokerage",
            edges,
            args,
            {"figures": whole},
            difference=f"{reason}; sna: {peer}",
        )
        index = found["ei"]
        figures = {
            "external": {"value": index["external"]},
            "internal": {"value": index["internal"]},
            "ei_index": {"value": index["ei"], "expected": found["ei_perm"]["expected_formula"]},
        }
        self.add(f"{name}-ei", "Network.ei_index", edges, args, {"figures": figures})
        own = rows({"ei_index": found["ei_individual_symmetrised"]})
        joined = {**args, "symmetrised": "union"}
        self.add(f"{name}-ei-own", "Network.ei_index", edges, joined, {"rows": own})
        levels, matrix = found["mixing"]["levels"], found["mixing"]["matrix"]
        order = sorted(range(len(levels)), key=lambda place: levels[place].encode())
        mixed = [
            {"labels": [levels[a], levels[b]], "values": {"ties": matrix[a][b]}} for a in order for b in order
        ]
        self.add(f"{name}-mixing", "Network.mixing", edges, args, {"rows": mixed})

    def coleman(self):
        edges = [self.table(f"coleman-{wave}", f"coleman_{wave}_edges.csv") for wave in ("fall", "spring")]
        nodes = self.table("coleman-nodes", "coleman_fall_nodes.csv")
        args = {"source": "from", "target": "to", "directed": True, "nodes": nodes, "other": edges[1]}
        figures = {"correlation": {"value": self.numbers["qap_coleman"]["obs"]}, "partners": {"value": 73}}
        self.add("coleman-correlate", "Network.correlate", edges[0], {**args, "permutations": 99}, {"figures": figures})

    def davis(self):
        """Davis, Gardner and Gardner (1941): the women and the events, as rows."""
        with open(self.folder / "davis_women_events.csv", encoding="utf-8", newline="") as file:
            header, *body = list(csv.reader(file))
        pairs = [(row[0], event) for row in body for event, there in zip(header[1:], row[1:]) if there == "1"]
        self.data["davis"] = {"columns": {"woman": [a for a, _ in pairs], "event": [b for _, b in pairs]}}
        args = {"partner": "woman", "activity": "event"}
        size = len(body) * (len(header) - 1)
        figures = {"partners": len(body), "activities": len(header) - 1, "ties": len(pairs), "density": len(pairs) / size}
        self.add("davis-summary", "TwoMode.summary", "davis", args, {"figures": values(figures)})

    def write(self):
        document = {
            "format": 1,
            "module": "network",
            "about": "Reference tier: networks",
            "source": SOURCE,
            "data": self.data,
            "cases": self.cases,
        }
        self.target.mkdir(parents=True, exist_ok=True)
        text = json.dumps(document, indent=1, ensure_ascii=False)
        (self.target / "sna.json").write_text(text + "\n", encoding="utf-8")


def values(figures):
    """Figures by measure, with their value alone."""
    return {measure: {"value": value} for measure, value in figures.items()}


def count(expect):
    """How many numbers an expectation holds."""
    if isinstance(expect, dict):
        return sum(count(value) for value in expect.values())
    if isinstance(expect, list):
        return sum(count(value) for value in expect)
    return int(isinstance(expect, int | float))


def write(folder, out):
    """Writes the vectors of `folder`/network to `out`/network; says what they are."""
    networks = Networks(pathlib.Path(folder) / "network", pathlib.Path(out) / "network")
    for name, directed in NETWORKS.items():
        networks.network(name, directed)
    networks.coleman()
    networks.davis()
    networks.write()
    return f"  network: {networks.kept} numbers in {len(networks.cases)} cases"
