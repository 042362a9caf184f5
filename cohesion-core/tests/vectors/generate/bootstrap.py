"""Makes survey/bootstrap.json: errors of the Rao-Wu bootstrap, with generator and formulas written a second time.

    python3 cohesion-core/tests/vectors/generate/bootstrap.py

The draws: a stream of xoshiro256++ for every seed, replicate and stratum, whose state comes from splitmix64; of the n
clusters of a stratum, sorted by label, n - 1 are drawn with replacement (Lemire's method). The variance is
scale * sum of squares about the mean of the replicates, or about the estimate, with scale = 1 / (replicates - 1)
(R: `as.svrepdesign(type = "subbootstrap")`). Standard library only.
"""

import csv
import json
import math
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
WORD = (1 << 64) - 1


def splitmix(state):
    """The next state and number of splitmix64."""
    state = (state + 0x9E3779B97F4A7C15) & WORD
    z = state
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & WORD
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & WORD
    return state, z ^ (z >> 31)


def fnv(texts):
    """FNV-1a over the texts, each closed by a byte that no text holds."""
    hashed = 0xCBF29CE484222325
    for text in texts:
        for byte in text.encode() + b"\xff":
            hashed = ((hashed ^ byte) * 0x100000001B3) & WORD
    return hashed


def rotl(value, by):
    return ((value << by) | (value >> (64 - by))) & WORD


def stream(seed, index, texts):
    """The numbers of xoshiro256++ for a key."""
    _, first = splitmix(seed)
    _, second = splitmix(first ^ index)
    state, s = second ^ fnv(texts), []
    for _ in range(4):
        state, drawn = splitmix(state)
        s.append(drawn)
    while True:
        yield (rotl((s[0] + s[3]) & WORD, 23) + s[0]) & WORD
        t = (s[1] << 17) & WORD
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotl(s[3], 45)


def below(numbers, bound):
    """A whole number below the bound."""
    while True:
        product = next(numbers) * bound
        if product & WORD >= (1 << 64) % bound:
            return product >> 64


def factors(strata, count, seed):
    """For every replicate, the factor of each (stratum, cluster)."""
    out = []
    for replicate in range(count):
        drawn = {}
        for stratum, clusters in strata.items():
            n = len(clusters)
            numbers = stream(seed, replicate, stratum)
            for cluster in clusters:
                drawn[stratum, cluster] = 0.0
            for _ in range(n - 1):
                drawn[stratum, clusters[below(numbers, n)]] += n / (n - 1)
        out.append(drawn)
    return out


def rows_of(name):
    with open(HERE.parent / "data" / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def figure(of, sums):
    w, wx = sums
    return wx if of == "total" else wx / w


def expected(rows, design, args):
    """Value, error, degrees of freedom and n of the asked figure."""
    asked, of = args["replicates"], args["of"]
    stratum = lambda row: (row[design["strata"]],) if "strata" in design else ()
    cluster = lambda row: row[design["clusters"][0]]
    strata = {}
    for row in rows:
        strata.setdefault(stratum(row), set()).add(cluster(row))
    strata = {key: sorted(strata[key], key=str.encode) for key in sorted(strata)}
    inside = lambda row: all(row[column] == value for column, value in args.get("where", {}).items())
    counted = [row for row in rows if inside(row) and row[args["variable"]] != ""]
    value_of = lambda row: (
        float(row[args["variable"]] in args["values"]) if of == "share" else float(row[args["variable"]])
    )
    base = [(float(row[design["weights"]]), value_of(row), (stratum(row), cluster(row))) for row in counted]
    sums = lambda factor: (
        math.fsum(w * factor(key) for w, _, key in base),
        math.fsum(w * factor(key) * x for w, x, key in base),
    )
    value = figure(of, sums(lambda _: 1.0))
    made = [
        figure(of, sums(drawn.__getitem__)) for drawn in factors(strata, asked["n"], asked["seed"])
    ]
    centre = value if asked.get("mse") else math.fsum(made) / len(made)
    variance = math.fsum((one - centre) ** 2 for one in made) / (len(made) - 1)
    present = {key for _, _, key in base}
    whole = sum(all((key, one) in present for one in clusters) for key, clusters in strata.items())
    rank = min(len(present) - max(whole - 1, 0), asked["n"])
    return {"value": value, "se": math.sqrt(variance), "df": rank - 1, "n": len(base)}


def case(name, of, design, **args):
    args = {"of": of, **args}
    rows = rows_of("city")
    estimate = expected(rows, design, args)
    del args["of"]
    return {
        "id": name,
        "call": f"Survey.{of}",
        "data": "city",
        "design": design,
        "args": args,
        "expect": {
            "rows": [{"labels": [], "estimate": estimate}],
            "provenance": {"seed": args["replicates"]["seed"]},
        },
        "tolerance": {"relative": 1e-10, "absolute": 1e-13},
    }


def main():
    streets = {"weights": "weight", "strata": "kind", "clusters": ["street_id"]}
    whole = {"weights": "weight", "clusters": ["street_id"]}
    boot = lambda n, seed, **more: {"method": "bootstrap", "n": n, "seed": seed, **more}
    cases = [
        case("mean", "mean", streets, variable="q2", replicates=boot(200, 1)),
        case("mean-another-seed", "mean", streets, variable="q2", replicates=boot(200, 2026)),
        case("mean-large-seed", "mean", streets, variable="q2", replicates=boot(50, 9007199254740991)),
        case("mean-about-the-estimate", "mean", streets, variable="q2", replicates=boot(200, 1, mse=True)),
        case("mean-without-strata", "mean", whole, variable="q1", replicates=boot(100, 7)),
        case("mean-few-replicates", "mean", streets, variable="q1", replicates=boot(10, 7)),
        case("mean-of-a-wave", "mean", streets, variable="q2", where={"wave": "1"}, replicates=boot(200, 1)),
        case("mean-of-a-kind", "mean", streets, variable="q3", where={"kind": "garden"}, replicates=boot(200, 1)),
        case("share", "share", streets, variable="q2", values=["4", "5"], replicates=boot(200, 1)),
        case("total", "total", streets, variable="hours", replicates=boot(200, 1)),
    ]
    document = {
        "format": 1,
        "module": "survey",
        "about": "Errors of the bootstrap of Rao and Wu with the library's own streams of random numbers",
        "source": "closed forms and a second generator; generate/bootstrap.py",
        "data": {"city": {"csv": "data/city.csv"}},
        "cases": cases,
    }
    text = json.dumps(document, indent=1, ensure_ascii=False)
    (HERE.parent / "survey" / "bootstrap.json").write_text(text + "\n", encoding="utf-8")
    print(f"bootstrap      {len(cases):3d} cases")


if __name__ == "__main__":
    main()
