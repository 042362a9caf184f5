"""Makes evaluate/*.json: evaluations, what is published of them, comparisons, tables read from CSV. Standard library only.

    python3 cohesion-core/tests/vectors/generate/evaluate.py

Figures of Somerville that R gave are taken from survey/somerville.json; the others are closed forms, written here by
the textbook with fractions and never by the library.
"""

from __future__ import annotations

import csv
import itertools
import json
import math
from fractions import Fraction
from pathlib import Path
from typing import Any

VECTORS = Path(__file__).resolve().parents[1]
EXACT = {"relative": 1e-12, "absolute": 1e-13}
AS_R = {"relative": 1e-10, "absolute": 1e-13}
PLAN = "../../examples/somerville.toml"
MINIMUM = 10

with (VECTORS / "data" / "somerville.csv").open(encoding="utf-8", newline="") as file:
    ROWS = [{name: int(cell) for name, cell in row.items()} for row in csv.DictReader(file)]
FROM_R = {
    case["id"]: case["expect"]["rows"][0]["estimate"]
    for case in json.loads((VECTORS / "survey" / "somerville.json").read_text(encoding="utf-8"))["cases"]
}
N = len(ROWS)
# Student's t with N - 1 degrees of freedom, as R has it.
T = (FROM_R["mean-X5"]["interval"]["high"] - FROM_R["mean-X5"]["value"]) / FROM_R["mean-X5"]["se"]


def simple(values: list[Fraction], size: int) -> tuple[float, float]:
    """Mean of a domain of a simple random sample of that size, and its standard error."""
    mean = sum(values, Fraction(0)) / len(values)
    squares = sum((((value - mean) / len(values)) ** 2 for value in values), Fraction(0))
    return float(mean), math.sqrt(Fraction(size, size - 1) * squares)


def mean_of(values: list[Fraction]) -> dict[str, Any]:
    value, se = simple(values, N)
    interval = {"low": value - T * se, "high": value + T * se, "level": 0.95, "method": "t"}
    return {"value": value, "se": se, "df": N - 1, "n": N, "n_missing": 0, "interval": interval}


def share_of(counts: list[bool], domain: list[bool] | None = None) -> dict[str, Any]:
    """A share with its logit interval; in a domain without, since its t is not that of the sample."""
    inside = [Fraction(count) for count, is_in in zip(counts, domain or [True] * N, strict=True) if is_in]
    value, se = simple(inside, N)
    figure = {"value": value, "se": se, "df": len(inside) - 1, "n": len(inside), "n_missing": 0}
    if domain is None:
        logit, reach = math.log(value / (1 - value)), T * se / (value * (1 - value))
        ends = {name: 1 / (1 + math.exp(-end)) for name, end in (("low", logit - reach), ("high", logit + reach))}
        figure["interval"] = {**ends, "level": 0.95, "method": "logit"}
    return figure


def column(name: str) -> list[int]:
    return [row[name] for row in ROWS]


def groups(happy: list[bool], of: str, shown: set[int]) -> dict[str, Any]:
    """Shares by a column; only the shown groups have rows."""
    rows = []
    for label in sorted(shown):
        inside = [value == label for value in column(of)]
        rows.append({"labels": [str(label)], "estimate": share_of(happy, inside)})
    return {"by": of, "estimates": {"keys": [of], "rows": rows}}


def somerville(kind: str, shown: set[int]) -> dict[str, Any]:
    """What the evaluation of Somerville must say, with these groups of the last indicator."""
    happy = [value == 1 for value in column("D")]
    high = {item: [value >= 4 for value in column(item)] for item in ("X4", "X5")}
    scores = [sum((Fraction(row[f"X{item}"]) for item in range(1, 7)), Fraction(0)) / 6 for row in ROWS]
    bands = [("low", 1, 2), ("middle", 3, 3), ("high", 4, 5)]
    trusting = {
        "id": "trust_police",
        "headline": share_of(high["X4"]),
        "target": {"value": 0.7, "due": 0.7, "verdict": "off_track"},
        "bands": [
            {"id": name, "share": share_of([low <= value <= up for value in column("X4")])} for name, low, up in bands
        ],
    }
    streets = {
        "id": "satisfied_streets",
        "headline": FROM_R["share-X5-at-least-4"],
        "target": {"value": 0.7, "due": 0.7, "verdict": "cannot_tell"},
    }
    names = {"information": 1, "housing": 2, "schools": 3, "police": 4, "streets": 5, "events": 6}
    indicators: list[dict[str, Any]] = [
        {"id": f"mean_{name}", "headline": FROM_R[f"mean-X{item}"]} for name, item in names.items()
    ]
    indicators += [
        {"id": "satisfaction", "headline": mean_of(scores), "target": {"due": 3.75, "verdict": "off_track"}},
        trusting,
        streets,
        {"id": "happy_trust_police", "headline": share_of(happy, high["X4"])},
        {"id": "happy_satisfied_streets", "headline": FROM_R["share-happy-where-X5-at-least-4"]},
        {"id": "happy_by_police", "headline": share_of(happy), "groups": [groups(happy, "X4", shown)]},
    ]
    return {
        "format": 2,
        "kind": kind,
        "sample": {"rows": N, "strata": 1, "clusters": N, "level": 0.95, "waves": []},
        "indicators": indicators,
        "scales": [{"id": "satisfaction", "alpha": FROM_R["alpha"]}],
        "left_out": [],
        "minimum_n": MINIMUM,
    }


def ranges(hidden: set[int], counts: dict[int, int], shown: list[set[int]]) -> dict[int, tuple[int, int]]:
    """By trying every number of answers in the hidden groups that fits the sums shown: the least and the most of each."""
    labels = sorted(hidden)
    sums = [(total & hidden, sum(counts[label] for label in total & hidden)) for total in shown]
    most = max(counted for _, counted in sums)
    seen: dict[int, list[int]] = {label: [] for label in labels}
    for tried in itertools.product(range(most + 1), repeat=len(labels)):
        number = dict(zip(labels, tried, strict=True))
        if all(sum(number[label] for label in part) == counted for part, counted in sums):
            for label in labels:
                seen[label].append(number[label])
    return {label: (min(values), max(values)) for label, values in seen.items()}


def hidden_of(counts: dict[int, int]) -> dict[int, str]:
    """Groups below the minimum, and one more: of those that widen every range to the minimum the smallest.

    Shown besides are the total, and those with 4 or 5 (the domain of another indicator of the same answers).
    """
    small = {label for label, count in counts.items() if count < MINIMUM}
    shown = [set(counts), {4, 5}]

    def is_safe(hidden: set[int]) -> bool:
        return all(high - low >= MINIMUM for low, high in ranges(hidden, counts, shown).values())

    assert not is_safe(small)
    others = sorted(set(counts) - small, key=lambda label: counts[label])
    further = next(label for label in others if is_safe(small | {label}))
    return {**{label: "hidden_small" for label in small}, further: "hidden_complementary"}


def published() -> dict[str, Any]:
    counts = {label: column("X4").count(label) for label in set(column("X4"))}
    hidden = hidden_of(counts)
    expected = somerville("publication", set(counts) - set(hidden))
    expected["indicators"][-1]["groups"][0]["hidden"] = [
        {"labels": [str(label)], "note": {"code": hidden[label]}} for label in sorted(hidden)
    ]
    return expected


WAVES = {
    "person": ["p1", "p2", "p3", "p4", "p5", "p1", "p2", "p3", "p4", "p6"],
    "wave": ["before"] * 5 + ["after"] * 5,
    "trust": [2, 3, 4, 3, 2, 3, 3, 5, 4, 3],
}


def wave_plan(**survey: Any) -> dict[str, Any]:
    waves = [{"id": "before"}, {"id": "after"}]
    indicator = {"id": "trust", "title": "Trust", "variable": "trust"}
    return {"survey": {"wave": "wave", "waves": waves, **survey}, "indicators": [indicator]}


def change(pairing: str) -> dict[str, Any]:
    """The change between the waves: rows in two strata, or persons as clusters of one."""
    answers = list(zip(WAVES["person"], WAVES["wave"], map(Fraction, WAVES["trust"]), strict=True))
    means = {wave: sum(y for _, w, y in answers if w == wave) / 5 for wave in ("before", "after")}
    sign = {"before": -1, "after": 1}
    z = [(person, wave, sign[wave] * (y - means[wave]) / 5) for person, wave, y in answers]
    if pairing == "none":
        variance = Fraction(5, 4) * sum(value**2 for _, _, value in z)
        df = 8
    else:
        persons = sorted(set(WAVES["person"]))
        totals = [sum(value for p, _, value in z if p == person) for person in persons]
        variance = Fraction(len(persons), len(persons) - 1) * sum(total**2 for total in totals)
        df = len(persons) - 1
    note = "independent_samples" if pairing == "none" else "paired_samples"
    estimate = {"value": float(means["after"] - means["before"]), "se": math.sqrt(variance), "df": df, "n": 10}
    return {"a": ["after"], "b": ["before"], "estimate": {**estimate, "notes": [{"code": note}]}}


DATED = {
    "indicators": [
        {
            "id": "trust",
            "title": "Trust",
            "variable": "trust",
            "orientation": "higher_is_better",
            "target": {"value": 5, "baseline": 1, "baseline_date": "2025-01-01", "by": "2027-01-01"},
        }
    ]
}


def case(name: str, call: str, data: str | None, args: dict[str, Any], **outcome: Any) -> dict[str, Any]:
    return {"id": name, "call": call, **({"data": data} if data else {}), "args": args, **outcome}


def evaluations() -> list[dict[str, Any]]:
    whole = somerville("confidential_evaluation", set(column("X4")))
    from_plan = {"file": PLAN}
    paired = wave_plan(pairing="persons", person="person")
    apart = wave_plan(pairing="none")
    return [
        case("somerville", "Plan.evaluate", "somerville", from_plan, expect=whole, tolerance=AS_R),
        case(
            "change-of-persons",
            "Plan.evaluate",
            "waves",
            {"value": paired},
            expect={"indicators": [{"change": change("persons")}]},
            tolerance=EXACT,
        ),
        case(
            "change-of-samples",
            "Plan.evaluate",
            "waves",
            {"value": apart},
            expect={"indicators": [{"change": change("none")}]},
            tolerance=EXACT,
        ),
        case(
            "half-way-to-a-target",
            "Plan.evaluate",
            "waves",
            {"value": DATED, "as_of": "2026-01-01"},
            expect={
                "indicators": [{"target": {"value": 5, "due": 3, "verdict": "cannot_tell"}}],
                "provenance": {"as_of": "2026-01-01"},
            },
            tolerance=EXACT,
        ),
        case(
            "a-dated-target-needs-a-date",
            "Plan.evaluate",
            "waves",
            {"value": DATED},
            error={"kind": "missing_field", "path": "as_of"},
        ),
        case(
            "no-such-date",
            "Plan.evaluate",
            "waves",
            {"value": DATED, "as_of": "2026-02-30"},
            error={"kind": "impossible_date", "path": "as_of"},
        ),
        case(
            "no-indicator-can-be-computed",
            "Plan.evaluate",
            "waves",
            from_plan,
            error={"kind": "missing_column", "path": "indicators"},
        ),
        case(
            "somerville-in-three-parts",
            "Plan.summarise",
            "somerville",
            {**from_plan, "parts": 3, "order": [2, 0, 1]},
            expect=whole,
            tolerance=AS_R,
        ),
        case(
            "waves-in-two-parts",
            "Plan.summarise",
            "waves",
            {"value": paired, "parts": 2, "order": [1, 0]},
            expect={"indicators": [{"change": change("persons")}]},
            tolerance=EXACT,
        ),
        case("somerville-published", "Evaluation.publish", "somerville", from_plan, expect=published(), tolerance=AS_R),
    ]


def tables() -> list[dict[str, Any]]:
    def guess(separator: str, decimal: str) -> dict[str, str]:
        return {"encoding": "utf8", "separator": separator, "decimal": decimal}

    def read(name: str, text: str, **outcome: Any) -> dict[str, Any]:
        return case(name, "Table.read_csv", None, {"text": text}, **outcome)

    bad = [{"row": 4, "column": "score", "text": "n.v.t."}]
    return [
        read(
            "commas-and-points",
            "street,score\nA,3.5\nB,\nC,4\n",
            expect={"columns": ["street", "score"], "rows": 3, "guess": guess(",", "point"), "unparsed": []},
        ),
        read(
            "semicolons-and-commas",
            "street;score\nA;3,5\nB;\nC;4,0\n",
            expect={"columns": ["street", "score"], "rows": 3, "guess": guess(";", "comma"), "unparsed": []},
        ),
        read(
            "a-cell-that-is-no-number",
            "street;score\nA;3,5\nB;\nC;4,0\nD;n.v.t.\nE;2,5\nF;3,0\n",
            expect={"rows": 6, "guess": guess(";", "comma"), "unparsed": bad},
        ),
        read("quotes-hold-separators", 'name,n\n"a, ""b""",1\n', expect={"columns": ["name", "n"], "rows": 1}),
        read("ragged", "a,b\n1,2\n3\n", error={"kind": "ragged_rows"}),
        read("a-name-twice", "a,a\n1,2\n", error={"kind": "duplicate_column"}),
        read("nothing", "", error={"kind": "empty_table"}),
    ]


GROUPS = {"g": ["a"] * 3 + ["b"] * 3 + ["c"] * 3, "y": [1, 2, 3, 2, 4, 6, 5, 8, 8]}


def two_sided(t: float) -> float:
    """The two-sided p-value of Student's t with 5 degrees of freedom, in closed form."""
    inner = 1 + t * t / 5
    below = t / (math.sqrt(5) * inner) * (1 + 2 / (3 * inner)) + math.atan(t / math.sqrt(5))
    return 1 - 2 / math.pi * below


def differences() -> list[dict[str, Any]]:
    """Every pair of three groups of three rows; p-values adjusted by Benjamini and Hochberg (1995)."""
    values = {name: [Fraction(y) for g, y in zip(*GROUPS.values(), strict=True) if g == name] for name in "abc"}
    figures = {name: simple(inside, 9) for name, inside in values.items()}
    rows = []
    for b, a in (("a", "b"), ("a", "c"), ("b", "c")):
        (high, se_high), (low, se_low) = figures[a], figures[b]
        # Rows lie in one group only, so the groups have no covariance.
        se = math.hypot(se_high, se_low)
        estimate = {"value": high - low, "se": se, "df": 5, "n": 6}
        rows.append({"a": [a], "b": [b], "estimate": estimate, "p": two_sided(abs(high - low) / se)})
    least = 1.0
    for rank, row in reversed(list(enumerate(sorted(rows, key=lambda row: float(row["p"])), 1))):
        least = min(least, float(row["p"]) * 3 / rank)
        row["p_adjusted"] = least
    notes = [{"code": "by_chance", "params": {"n": 3}}]
    return [
        case(
            "every-pair-of-three-groups",
            "Estimates.differences",
            "groups",
            {"of": "mean", "variable": "y", "by": ["g"]},
            expect={"rows": rows, "notes": notes},
            tolerance=AS_R,
        )
    ]


def write(name: str, about: str, data: dict[str, Any], cases: list[dict[str, Any]]) -> None:
    document = {
        "format": 1,
        "module": "evaluate",
        "about": about,
        "source": "generate/evaluate.py",
        "data": data,
        "cases": cases,
    }
    path = VECTORS / "evaluate" / f"{name}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    given = {"somerville": {"csv": "data/somerville.csv"}, "waves": {"columns": WAVES}}
    write(
        "evaluations",
        "Evaluations of surveys, from rows and from summaries, and what is published of them",
        given,
        evaluations(),
    )
    write(
        "differences",
        "Every pair of rows, with p-values adjusted for their number",
        {"groups": {"columns": GROUPS}},
        differences(),
    )
    write("tables", "Tables read from CSV text: what was guessed, and what is no number", {}, tables())
