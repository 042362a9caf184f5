"""Writes ../scale/*.json: scores and findings of scales, from fractions and enumeration.

    python3 cohesion-core/tests/vectors/generate/scale.py

A second implementation that shares nothing with the library: every pattern of answers is listed, every score is a
`fractions.Fraction`, every cut is a decimal as written. Standard library only; made with Python 3.11.
"""

import itertools
import json
import pathlib
from fractions import Fraction

OUT = pathlib.Path(__file__).resolve().parent.parent / "scale"
SOURCE = "fractions and enumeration, generate/scale.py, Python 3.11"


def exact(number):
    return Fraction(repr(number)) if isinstance(number, float) else Fraction(number)


# ---------------------------------------------------------------- scoring


def item_table(scale, item):
    """Code -> value, after recode, reversal and rescale."""
    if "recode" in item:
        table = {exact(r["from"]): exact(r["to"]) for r in item["recode"]}
    else:
        low, high = map(exact, item.get("range", scale.get("range")))
        table = {low + step: low + step for step in range(int(high - low) + 1)}
    low, high = min(table.values()), max(table.values())
    if item.get("reversed"):
        table = {code: low + high - value for code, value in table.items()}
    if "rescale" in scale:
        to_low, to_high = map(exact, scale["rescale"])
        table = {code: to_low + (value - low) * (to_high - to_low) / (high - low) for code, value in table.items()}
    return table


def enough(scale, answered):
    rule = scale.get("missing", {"rule": "all"})
    items = scale["items"]
    if rule["rule"] == "all":
        return all(answered)
    if rule["rule"] == "at_least":
        return sum(answered) >= rule["k"]
    share = exact(rule["fraction"])
    if rule["rule"] == "fraction":
        return sum(answered) >= share * len(items)
    domains = {item["domain"] for item in items}
    for domain in domains:
        inside = [a for a, item in zip(answered, items) if item["domain"] == domain]
        if sum(inside) < share * len(inside):
            return False
    return True


def combine(scale, values):
    """The score of item values (None = missing); None where there is none."""
    if not enough(scale, [value is not None for value in values]):
        return None
    pairs = [(v, exact(item.get("weight", 1))) for v, item in zip(values, scale["items"]) if v is not None]
    how = scale.get("aggregator", "mean")
    counts = [exact(value) for value in scale.get("counts", [])]
    if not pairs and how not in ("sum", "count"):
        return None
    if how == "mean":
        score = sum(v * w for v, w in pairs) / sum(w for _, w in pairs)
    elif how == "sum":
        score = sum((v * w for v, w in pairs), Fraction(0))
    elif how == "count":
        score = sum((w for v, w in pairs if v in counts), Fraction(0))
    elif how == "any":
        score = Fraction(any(v in counts for v, _ in pairs))
    elif how == "all":
        score = Fraction(all(v in counts for v, _ in pairs))
    else:
        score = {"min": min, "max": max}[how](v for v, _ in pairs)
    if "score_rescale" in scale:
        (a, b), (c, d) = (map(exact, scale["score_rescale"][end]) for end in ("from", "to"))
        score = c + (score - a) * (d - c) / (b - a)
    if "rounding" in scale:
        power = 10 ** scale["rounding"]["decimals"]
        whole = abs(score) * power + Fraction(1, 2)
        score = Fraction(whole.numerator // whole.denominator, power) * (-1 if score < 0 else 1)
    return score


def holds(band, score):
    low, high = band.get("from"), band.get("to")
    above = low is None or score > exact(low) or (score == exact(low) and not band.get("from_open"))
    below = high is None or score < exact(high) or (score == exact(high) and not band.get("to_open"))
    return above and below


def score_case(name, scale, rows, notes=()):
    """Rows of raw answers, None = missing."""
    tables = [item_table(scale, item) for item in scale["items"]]
    values, bands = [], []
    for row in rows:
        found = [None if a is None else table.get(exact(a)) for a, table in zip(row, tables)]
        score = combine(scale, found)
        values.append(None if score is None else float(score))
        names = [band["id"] for band in scale.get("bands", []) if score is not None and holds(band, score)]
        bands.append(names[0] if names else None)
    columns = {item["variable"]: [row[at] for row in rows] for at, item in enumerate(scale["items"])}
    expect = {"values": values, "bands": bands, "notes": list(notes)}
    return name, columns, {
        "id": name,
        "call": "Plan.score",
        "data": name,
        "args": {"plan": {"scales": [scale]}, "scale": scale["id"]},
        "expect": expect,
        "tolerance": {"relative": 1e-15, "absolute": 0},
    }


# ---------------------------------------------------------------- findings


def shown(number):
    if 10000 % number.denominator:
        whole = abs(number) * 100 + Fraction(1, 2)
        number = Fraction(whole.numerator // whole.denominator, 100) * (-1 if number < 0 else 1)
    return int(number) if number == int(number) else round(float(number), 4)


def span(low, high):
    return [shown(low), shown(high)]


def findings(scale):
    """The notes in the order of the library, from every pattern of answers."""
    tables = [sorted(set(item_table(scale, item).values())) for item in scale["items"]]
    return findings_from(scale, tables, *patterns(scale, tables))


def patterns(scale, tables):
    complete, allowed, ends = set(), set(), set()
    for asked in itertools.product([True, False], repeat=len(tables)):
        scores = set()
        for row in itertools.product(*[table if a else [None] for a, table in zip(asked, tables)]):
            score = combine(scale, row)
            if score is not None:
                scores.add(score)
        if scores:
            ends.add((min(scores), max(scores)))
        allowed |= scores
        if all(asked):
            complete = scores
    return complete, allowed, ends


def findings_from(scale, tables, complete, allowed, ends):
    notes = []

    def add(code, **params):
        notes.append({"code": code, "params": {"scale": scale["id"], **params}})

    counting = scale.get("aggregator", "mean") in ("any", "all", "count")
    reach = (min(complete), max(complete))
    if "stated_range" in scale:
        stated = tuple(map(exact, scale["stated_range"]))
        outside = min(allowed) < stated[0] or max(allowed) > stated[1]
        if reach != stated or outside:
            shown = (min(allowed), max(allowed)) if reach == stated else reach
            add("unattainable_range", stated=span(*stated), attainable=span(*shown))
    ranges = list(dict.fromkeys((min(table), max(table)) for table in tables))
    if len(ranges) > 1 and not counting:
        add("mixed_ranges", ranges=[span(*r) for r in ranges])
    bands = scale.get("bands", [])
    if bands:
        run = []
        for score in sorted(allowed) + [None]:
            if score is not None and not any(holds(band, score) for band in bands):
                run.append(score)
            elif run:
                add("band_gap", **{"from": shown(run[0]), "to": shown(run[-1])})
                run = []
        for band in bands:
            if not any(holds(band, score) for score in allowed):
                add("band_unreachable", band=band["id"])
        for one, other in itertools.combinations(bands, 2):
            if any(holds(one, score) and holds(other, score) for score in allowed):
                add("band_overlap", bands=[one["id"], other["id"]])
    seen = [item["variable"] for item in scale["items"]]
    for variable in dict.fromkeys(v for v in seen if seen.count(v) > 1):
        add("item_twice", item=variable)
    may_miss = any(
        enough(scale, [at != gone for at in range(len(tables))]) for gone in range(len(tables))
    )
    if may_miss and scale.get("aggregator") in ("sum", "count"):
        add("missing_counts_as_zero")
    elif may_miss and len(ends) > 1:
        add("range_depends_on_missing")
    if "coding_base" in scale and not counting:
        base = exact(scale["coding_base"])
        for table in tables:
            if min(table) != base:
                add("coding_base", stated=shown(base), found=shown(min(table)))
                break
    return notes


def lint_case(name, scale, notes=None):
    return {
        "id": name,
        "call": "Plan.lint",
        "args": {"plan": {"scales": [scale]}},
        "expect": {"notes": findings(scale) if notes is None else notes},
        "tolerance": {"relative": 0, "absolute": 0},
    }


# ---------------------------------------------------------------- the scales


def items(names, **more):
    return [{"variable": name, **more} for name in names]


def recode(*pairs):
    return [{"from": code, "to": value} for code, value in pairs]


LOW_MIDDLE_HIGH = [
    {"id": "low", "to": 2.8},
    {"id": "middle", "from": 2.8, "to": 4, "from_open": True, "to_open": True},
    {"id": "high", "from": 4},
]
SAFETY = {
    "id": "safety",
    "items": [
        {"variable": "wl04", "recode": recode((1, 8), (2, 6), (3, 4), (4, 2), (5, 0))},
        {"variable": "wl05", "recode": recode((1, 0), (2, 2), (3, 4), (4, 6), (5, 8))},
        {"variable": "wl06", "recode": recode((1, 0), (2, 2), (3, 4), (4, 6))},
    ],
    "score_rescale": {"from": [0, 8], "to": [0, 10]},
    "stated_range": [0, 10],
}
RELATIONS = {
    "id": "relations",
    "items": [
        {"variable": "zw03", "recode": recode((1, 10), (2, 5), (3, 0))},
        {"variable": "zw04", "recode": recode((1, 10), (2, 8), (3, 6), (4, 0))},
        {"variable": "zw01_5", "recode": recode((1, 5), (2, 4), (3, 2), (4, 0))},
    ],
    "missing": {"rule": "at_least", "k": 1},
    "stated_range": [0, 10],
}
TRUST = {
    "id": "trust",
    "items": [{"variable": "bo01", "recode": recode((1, 10), (2, 8), (3, 6), (4, 4), (5, 2))}],
    "stated_range": [0, 10],
}
CONTACTS = {
    "id": "contacts",
    "range": [1, 7],
    "items": items(["family", "friends", "neighbours", "chat_same", "chat_other"]),
    "missing": {"rule": "at_least", "k": 3},
    "bands": LOW_MIDDLE_HIGH,
}
NUISANCE_FIVE = {**CONTACTS, "id": "five_of_five", "range": [1, 5]}
FABRIC = {
    "id": "fabric",
    "range": [1, 5],
    "items": items(["trust", "home", "contact", "help"]),
    "missing": {"rule": "at_least", "k": 3},
    "bands": LOW_MIDDLE_HIGH,
}
DIVERSITY = {
    "id": "diversity",
    "range": [1, 5],
    "items": [{"variable": f"d{at}", "reversed": at in (3, 5)} for at in range(1, 7)],
    "missing": {"rule": "at_least", "k": 4},
    "bands": LOW_MIDDLE_HIGH,
}
FRIENDS = {
    "id": "friends",
    "range": [1, 4],
    "items": items(["origin", "orientation", "disability"]),
    "missing": {"rule": "at_least", "k": 2},
    "bands": [
        {"id": "little", "to": 1.5},
        {"id": "some", "from": 1.5, "to": 2.5, "from_open": True},
        {"id": "much", "from": 2.5, "from_open": True},
    ],
}
COHESION = {
    "id": "cohesion",
    "range": [1, 5],
    "items": [
        {"variable": f"n{at}", "reversed": True, "domain": domain}
        for at, domain in enumerate(["attraction"] + ["neighbouring"] * 3 + ["community"] * 4, start=1)
    ],
    "missing": {"rule": "fraction_per_domain", "fraction": 0.5},
    "rounding": {"decimals": 1},
}
WELL_BEING = {
    "id": "well_being",
    "range": [0, 5],
    "items": items([f"w{at}" for at in range(1, 6)]),
    "aggregator": "sum",
    "score_rescale": {"from": [0, 25], "to": [0, 100]},
    "stated_range": [0, 100],
    "bands": [{"id": "screen", "to": 50}, {"id": "well", "from": 50, "from_open": True}],
}
STRENGTH = {
    "id": "strength",
    "range": [0, 4],
    "items": items(["limit_a", "limit_b", "limit_c"]),
    "aggregator": "min",
    "missing": {"rule": "at_least", "k": 1},
    "score_rescale": {"from": [0, 4], "to": [0, 10]},
    "stated_range": [0, 10],
}
DISCRIMINATION = {
    "id": "discrimination",
    "range": [0, 1],
    "items": items(["sex", "orientation", "origin", "disability"]),
    "aggregator": "any",
    "counts": [1],
    "missing": {"rule": "at_least", "k": 1},
}
CONSULTED = {
    "id": "consulted",
    "range": [1, 5],
    "items": items(["informed", "heard"]),
    "aggregator": "all",
    "counts": [4, 5],
}
RESILIENT = {
    "id": "resilient",
    "range": [0, 1],
    "items": items(["r1", "r2", "r3"]),
    "aggregator": "count",
    "counts": [1],
    "missing": {"rule": "at_least", "k": 0},
    "bands": [{"id": "not", "to": 1}, {"id": "resilient", "from": 2}],
}
WEIGHTED = {
    "id": "weighted",
    "range": [1, 5],
    "items": [
        {"variable": "a", "weight": 0.5},
        {"variable": "b", "weight": 1.25},
        {"variable": "c", "weight": 0.1, "range": [0, 10]},
    ],
    "rescale": [0, 10],
    "missing": {"rule": "fraction", "fraction": 0.6},
    "bands": [{"id": "low", "to": 5, "to_open": True}, {"id": "high", "from": 5}],
}
CHECKLIST = {
    "id": "checklist",
    "items": items([f"v{at}" for at in range(1, 36)]),
    "aggregator": "sum",
    "bands": [
        {"id": "questionable", "from": 35, "to": 84},
        {"id": "moving", "from": 85, "to": 126},
        {"id": "genuine", "from": 127, "to": 175},
    ],
    "coding_base": 1,
    "stated_range": [35, 175],
}
TENTHS = [
    {"id": "concern", "from": 1, "to": 2.7},
    {"id": "discuss", "from": 2.8, "to": 3.7},
    {"id": "strength", "from": 3.8, "to": 5},
]


def with_sum(length, most, total):
    return [list(row) for row in itertools.product(range(1, most + 1), repeat=length) if sum(row) == total]


def lint_cases():
    pair = {"id": "pair", "range": [1, 5], "items": items(["a", "b"])}
    people = {"id": "people", "range": [0, 10], "items": items(["trust_people"])}
    people_bands = [{"id": "low", "to": 5, "to_open": True}, {"id": "medium", "from": 5, "to": 7}, {"id": "high", "from": 8}]
    shifted = [
        {"code": "unattainable_range", "params": {"scale": "checklist", "stated": [35, 175], "attainable": [0, 140]}},
        {"code": "band_gap", "params": {"scale": "checklist", "from": 0, "to": 34}},
        {"code": "coding_base", "params": {"scale": "checklist", "stated": 1, "found": 0}},
    ]
    return [
        lint_case("safety-tops-out-at-9.17", SAFETY),
        lint_case("relations-mixed-ranges", RELATIONS),
        lint_case("relations-all-items", {**RELATIONS, "missing": {"rule": "all"}}),
        lint_case("trust-from-2", TRUST),
        lint_case("checklist-base-1", {**CHECKLIST, "range": [1, 5]}, []),
        lint_case("checklist-coded-from-0", {**CHECKLIST, "range": [0, 4]}, shifted),
        lint_case("fabric-is-clean", FABRIC),
        lint_case("diversity-is-clean", DIVERSITY),
        lint_case("friends-is-clean", FRIENDS),
        lint_case("well-being-is-clean", WELL_BEING),
        lint_case("strength-is-clean", STRENGTH),
        lint_case("discrimination-is-clean", DISCRIMINATION),
        lint_case("resilient-without-an-answer", RESILIENT),
        lint_case("whole-numbers-leave-no-gap", {**people, "bands": people_bands}),
        lint_case("a-mean-of-two-falls-between", {**people, "items": items(["a", "b"]), "bands": people_bands}),
        lint_case("tenths-leave-gaps", {**FABRIC, "missing": {"rule": "all"}, "bands": TENTHS}),
        lint_case("rounding-closes-them", {**FABRIC, "missing": {"rule": "all"}, "rounding": {"decimals": 1}, "bands": TENTHS}),
        lint_case("both-ends-closed", {**pair, "bands": [{"id": "low", "to": 3}, {"id": "high", "from": 3}]}),
        lint_case("both-ends-open", {**pair, "bands": [{"id": "low", "to": 3, "to_open": True}, {"id": "high", "from": 3, "from_open": True}]}),
        lint_case("out-of-reach", {**pair, "bands": [{"id": "all", "to": 5}, {"id": "more", "from": 5, "from_open": True}]}),
        lint_case("an-item-twice", {**pair, "items": items(["a", "b", "a"])}),
        lint_case("a-sum-of-what-was-answered", {**pair, "aggregator": "sum", "missing": {"rule": "fraction", "fraction": 0.5}}),
        lint_case("weights-and-rescale", WEIGHTED),
        lint_case("rescale-heals-mixed-ranges", {**RELATIONS, "rescale": [0, 10]}),
        lint_case("a-turned-score", {**pair, "score_rescale": {"from": [1, 5], "to": [100, 0]}, "stated_range": [0, 100]}),
        lint_case("domains", {
            **pair,
            "items": [
                {"variable": "a", "domain": "one"},
                {"variable": "b", "domain": "one", "range": [0, 2]},
                {"variable": "c", "domain": "two"},
            ],
            "missing": {"rule": "fraction_per_domain", "fraction": 0.5},
            "stated_range": [1, 5],
        }),
    ]


def score_cases():
    n = None
    every_triple = [list(row) for row in itertools.product([n, 1, 2, 3, 4], repeat=3)]
    return [
        score_case("sum-14-of-five-to-seven", CONTACTS, with_sum(5, 7, 14)),
        score_case("sum-14-of-five-to-five", NUISANCE_FIVE, with_sum(5, 5, 14)),
        score_case("contacts", CONTACTS, [
            [4, 4, 4, 4, 4], [3, 3, 3, 3, 2], [3, 3, 3, 3, 3], [n, n, 2, 3, 3], [n, n, n, 3, 3], [7, n, 1, 4, n], [n] * 5,
        ]),
        score_case("fabric", FABRIC, [[1, 5, 3, 3], [2, 3, 3, 3], [4, 4, 4, n], [4, 4, n, n], [3, 3, 3, 2], [5, 4, 4, 3]]),
        score_case("diversity", DIVERSITY, [[5, 5, 1, 5, 1, 5], [1, 2, 5, n, n, 1], [3, 3, 3, 3, 3, 2], [n, n, 2, 2, 2, n]]),
        score_case("friends-every-pattern", FRIENDS, every_triple),
        score_case("cohesion-rounded", COHESION, [
            [1, 2, 2, 2, 3, 3, 3, 3], [n, 2, 2, 2, 3, 3, 3, 3], [5, 4, 4, n, 1, 2, n, n], [5, 4, n, n, 1, 2, 3, 3],
            [2, 2, 2, 2, 2, 2, 2, 4], [1, 1, 1, 1, 1, 1, 2, n], [3, 3, 2, 3, n, n, n, 3], [4, 4, 4, 4, 4, 5, 5, 5],
            [1, 1, 1, 1, 3, 3, 3, 5], [2, 3, 3, 3, 2, 2, 2, 3],
        ]),
        score_case("halves-go-away-from-zero", {
            **FABRIC, "id": "halves", "missing": {"rule": "all"}, "rounding": {"decimals": 1},
            "score_rescale": {"from": [1, 5], "to": [-2, 2]},
        }, [[1, 1, 1, 2], [3, 3, 3, 4], [3, 3, 3, 2], [5, 5, 5, 4], [3, 3, 3, 3], [1, 2, 4, 4]]),
        score_case("well-being", WELL_BEING, [[5] * 5, [0] * 5, [3, 3, 2, 2, 2], [3, 3, 3, 2, 2], [3, 3, 2, 2, n], [2, 3, 2, 3, 3]]),
        score_case("safety", SAFETY, [[1, 5, 4], [5, 1, 1], [2, 4, 3], [6, 5, 4], [n, 5, 4]], notes=[
            {"code": "undeclared_codes", "params": {"column": "wl04", "n": 1, "examples": [{"value": "6"}]}}
        ]),
        score_case("relations", RELATIONS, [[1, 1, 1], [1, n, n], [n, n, 1], [2, 3, 4], [n, n, n], [3, 4, 4]]),
        score_case("strength", STRENGTH, [[4, 3, 2], [4, n, n], [0, 4, 4], [n, n, n], [4, 4, 4]]),
        score_case("discrimination", DISCRIMINATION, [[0, 0, 0, 0], [0, 1, 0, 0], [n, n, n, 0], [n, 1, n, n], [n, n, n, n]]),
        score_case("consulted", CONSULTED, [[4, 5], [4, 3], [5, n], [1, 1]]),
        score_case("resilient", RESILIENT, [[1, 1, 0], [n, n, n], [n, 1, 1], [0, 0, n]]),
        score_case("weighted", WEIGHTED, [[1, 5, 10], [3, 3, 5], [n, 3, 5], [5, n, n], [3, n, 5], [2, 4, 4], [3, 3, 4], [1, n, 10]]),
        score_case("codes-that-are-no-answers", FABRIC, [[1, 2, 9, 4], [0, 2, 3, 4.5], [99, 3, 3, 3], [9, 9, 3, 3]], notes=[
            {"code": "undeclared_codes", "params": {"column": "trust", "n": 3, "examples": [{"value": "0"}, {"value": "99"}, {"value": "9"}]}},
            {"code": "undeclared_codes", "params": {"column": "home", "n": 1, "examples": [{"value": "9"}]}},
            {"code": "undeclared_codes", "params": {"column": "contact", "n": 1, "examples": [{"value": "9"}]}},
            {"code": "undeclared_codes", "params": {"column": "help", "n": 1, "examples": [{"value": "4.5"}]}},
        ]),
    ]


def write(name, about, data, cases):
    head = {"format": 1, "module": "scale", "about": about, "source": SOURCE}
    lines = [f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}," for key, value in head.items()]
    tables = [f"    {json.dumps(key)}: {json.dumps({'columns': value})}" for key, value in data.items()]
    lines.append('  "data": {' + ("\n" + ",\n".join(tables) + "\n  " if tables else "") + "},")
    rows = ["    " + json.dumps(case, ensure_ascii=False) for case in cases]
    lines.append('  "cases": [\n' + ",\n".join(rows) + "\n  ]")
    OUT.mkdir(exist_ok=True)
    (OUT / name).write_text("{\n" + "\n".join(lines) + "\n}\n", encoding="utf-8")


def main():
    scored = score_cases()
    assert len(scored[0][1]["family"]) == 640 and len(scored[1][1]["family"]) == 365
    assert all(set(case["expect"]["bands"]) == {"low"} for _, _, case in scored[:2])
    write("score.json", "Scores and bands of scales, exact at the cuts", {n: c for n, c, _ in scored}, [c for _, _, c in scored])
    write("lint.json", "What cannot be right in a scale; the published cases among them", {}, lint_cases())


if __name__ == "__main__":
    main()
