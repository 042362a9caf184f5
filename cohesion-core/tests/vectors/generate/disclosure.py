"""Makes disclosure/*.json: published tables, k-anonymity, counts, shared summaries. Standard library only.

    python3 cohesion-core/tests/vectors/generate/disclosure.py

Ranges of hidden counts are Fréchet's bounds where there is a closed form, and else found here by trying every table of
whole numbers that fits what is shown; the library solves an integer programme instead.
"""

from __future__ import annotations

import itertools
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

VECTORS = Path(__file__).resolve().parents[1]

Cell = tuple[str, ...]


def rule(**fields: Any) -> dict[str, Any]:
    return {"id": "vector", **fields}


def row(labels: Iterable[str], n: int, **more: Any) -> dict[str, Any]:
    return {"labels": list(labels), "n": n, **more}


def counts(
    variable: str, keys: list[str], rows: list[dict[str, Any]], **more: Any
) -> dict[str, Any]:
    return {"variable": variable, "keys": keys, "rows": rows, **more}


def marginal(
    cells: dict[Cell, int], columns: list[str], by: list[str]
) -> dict[str, Any]:
    """The table by some of the columns."""
    places = [columns.index(key) for key in by]
    sums: Counter[Cell] = Counter()
    for labels, n in cells.items():
        sums[tuple(labels[place] for place in places)] += n
    return counts("trust", by, [row(labels, n) for labels, n in sorted(sums.items())])


def ranges(
    cells: dict[Cell, int],
    columns: list[str],
    shown: list[tuple[list[str], list[Cell]]],
    target: tuple[list[str], Cell],
) -> tuple[int, int]:
    """The least and most of a group over every table of whole numbers that fits the groups shown."""
    names = sorted(cells)

    def inside(by: list[str], labels: Cell, cell: Cell) -> bool:
        return all(
            cell[columns.index(key)] == label
            for key, label in zip(by, labels, strict=True)
        )

    sums: list[tuple[list[int], int]] = []
    for by, groups in shown:
        for labels in groups:
            members = [
                place for place, cell in enumerate(names) if inside(by, labels, cell)
            ]
            sums.append((members, sum(cells[names[place]] for place in members)))
    wanted = [place for place, cell in enumerate(names) if inside(*target, cell)]
    seen: set[int] = set()

    def step(place: int, tried: list[int], left: list[int]) -> None:
        if place == len(names):
            if not any(left):
                seen.add(sum(tried[index] for index in wanted))
            return
        mine = [at for at, (members, _) in enumerate(sums) if place in members]
        for n in range(min(left[at] for at in mine) + 1):
            for at in mine:
                left[at] -= n
            step(place + 1, [*tried, n], left)
            for at in mine:
                left[at] += n

    step(0, [], [total for _, total in sums])
    return min(seen), max(seen)


def case(
    name: str, call: str, args: dict[str, Any], data: str | None = None, **outcome: Any
) -> dict[str, Any]:
    return {
        "id": name,
        "call": call,
        **({"data": data} if data else {}),
        "args": args,
        **outcome,
    }


def note(code: str) -> dict[str, Any]:
    return {"note": {"code": code}}


def two_by_two() -> dict[str, Any]:
    """Every cell is hidden: the ranges are Fréchet's, max(0, r + c - n) to min(r, c)."""
    cells = {("a", "x"): 4, ("a", "y"): 30, ("b", "x"): 25, ("b", "y"): 41}
    columns = ["area", "sex"]
    total = sum(cells.values())
    audit = []
    for (area, sex), _ in sorted(cells.items()):
        down = sum(n for (one, _), n in cells.items() if one == area)
        across = sum(n for (_, one), n in cells.items() if one == sex)
        low, high = max(0, down + across - total), min(down, across)
        audit.append(
            {
                "table": 3,
                "labels": [area, sex],
                "count": "answers",
                "low": low,
                "high": high,
                "needed": 10,
            }
        )
    return case(
        "two-by-two-with-margins",
        "publish",
        {
            "rule": rule(),
            "tables": [
                {"counts": marginal(cells, columns, by)}
                for by in ([], ["area"], ["sex"], columns)
            ],
        },
        expect={
            "rule": {"id": "vector", "minimum_n": 10, "minimum_numerator": 5},
            "tables": [
                {"hidden": []},
                {"hidden": []},
                {"hidden": []},
                {
                    "counts": {"rows": []},
                    "hidden": [
                        {
                            "labels": list(labels),
                            **note(
                                "hidden_small" if n < 10 else "hidden_complementary"
                            ),
                        }
                        for labels, n in sorted(cells.items())
                    ],
                },
            ],
            "audit": {"passed": True, "cells": audit},
        },
    )


def three_by_three() -> dict[str, Any]:
    """One small cell; a rectangle is hidden, with ranges by trial."""
    numbers = [[20, 50, 30], [40, 4, 60], [70, 80, 90]]
    cells = {
        (f"a{i}", f"b{j}"): n
        for i, line in enumerate(numbers)
        for j, n in enumerate(line)
    }
    gone = [("a0", "b0"), ("a0", "b1"), ("a1", "b0"), ("a1", "b1")]
    # In a rectangle all four move together: by -4 at least, where the small one is 0, and by 40 at most.
    least, most = (
        -min(cells["a1", "b1"], cells["a0", "b0"]),
        min(cells["a0", "b1"], cells["a1", "b0"]),
    )
    audit = []
    for labels in gone:
        sign = 1 if labels in (("a1", "b1"), ("a0", "b0")) else -1
        ends = sorted((cells[labels] + sign * least, cells[labels] + sign * most))
        audit.append(
            {
                "table": 3,
                "labels": list(labels),
                "count": "answers",
                "low": ends[0],
                "high": ends[1],
            }
        )
    columns = ["a", "b"]
    codes = {
        labels: "hidden_small" if labels == ("a1", "b1") else "hidden_complementary"
        for labels in gone
    }
    return case(
        "three-by-three-with-margins",
        "publish",
        {
            "rule": rule(),
            "tables": [
                {"counts": marginal(cells, columns, by)}
                for by in ([], ["a"], ["b"], columns)
            ],
        },
        expect={
            "tables": [
                {},
                {},
                {},
                {"hidden": [{"labels": list(one), **note(codes[one])} for one in gone]},
            ],
            "audit": {"passed": True, "cells": audit},
        },
    )


CIRCLE_HIDDEN = [
    (1, "a0", "b0"),
    (1, "a0", "b1"),
    (1, "a1", "b0"),
    (2, "b0", "c0"),
    (2, "b0", "c1"),
    (2, "b1", "c0"),
    (3, "a0", "c0"),
    (3, "a0", "c1"),
    (3, "a1", "c0"),
]


def circle() -> dict[str, Any]:
    """Three tables by two of three columns each: no margin is small, and together they tell more than each two."""
    names = list(itertools.product(("a0", "a1"), ("b0", "b1"), ("c0", "c1")))
    cells = dict(zip(names, (2, 3, 1, 4, 3, 0, 2, 5), strict=True))
    columns = ["a", "b", "c"]
    pairs = [["a", "b"], ["b", "c"], ["a", "c"]]
    given = rule(minimum_n=4, minimum_numerator=0, protection=0.5)
    tables = [marginal(cells, columns, by) for by in ([], *pairs)]
    # The small ones, and what the library hides with them; the ranges that are left are found here.
    gone = CIRCLE_HIDDEN
    small = {
        (at, *one["labels"])
        for at, table in enumerate(tables)
        for one in table["rows"]
        if one["n"] < 4
    }
    assert small <= set(gone), small
    shown = [
        (
            table["keys"],
            [
                tuple(one["labels"])
                for one in table["rows"]
                if (at, *one["labels"]) not in gone
            ],
        )
        for at, table in enumerate(tables)
    ]
    audit = []
    for at, *labels in gone:
        low, high = ranges(cells, columns, shown, (tables[at]["keys"], tuple(labels)))
        assert high - low >= 2
        audit.append(
            {
                "table": at,
                "labels": labels,
                "count": "answers",
                "low": low,
                "high": high,
                "needed": 2,
            }
        )
    return case(
        "three-tables-in-a-circle",
        "publish",
        {"rule": given, "tables": [{"counts": table} for table in tables]},
        expect={"audit": {"passed": True, "cells": audit}},
    )


def domain() -> dict[str, Any]:
    """43 people in the area and 40 of them in the domain: the three outside are no group of any table."""
    everybody = counts("trust", ["area"], [row(["a"], 43), row(["b"], 55)])
    women = counts(
        "trust",
        ["area"],
        [row(["a"], 40), row(["b"], 30)],
        where=[{"column": "sex", "values": ["f"]}],
    )
    return case(
        "a-domain-and-everybody",
        "publish",
        {"rule": rule(), "tables": [{"counts": everybody}, {"counts": women}]},
        expect={
            "tables": [
                {"hidden": []},
                {
                    "counts": {"rows": [{"labels": ["b"], "n": 30}]},
                    "hidden": [{"labels": ["a"], **note("hidden_complementary")}],
                },
            ],
            # Of the 43 any number may be in the domain, so any number outside.
            "audit": {
                "passed": True,
                "cells": [
                    {
                        "table": 1,
                        "labels": ["a"],
                        "count": "answers",
                        "low": 0,
                        "high": 43,
                        "implied": False,
                    },
                    {
                        "table": 1,
                        "labels": ["area = a", "sex …"],
                        "count": "answers",
                        "low": 0,
                        "high": 43,
                        "implied": True,
                    },
                ],
            },
        },
    )


def areas() -> dict[str, Any]:
    """Streets in districts: the small street and its neighbour add up to a district that is shown."""
    streets = counts(
        "trust",
        ["street"],
        [
            row([name], n)
            for name, n in (("Ash", 50), ("Elm", 30), ("Fir", 20), ("Oak", 4))
        ],
    )
    districts = counts("trust", ["district"], [row(["North"], 34), row(["South"], 70)])
    nested = {
        "street": {
            "inside": "district",
            "of": {"Elm": "North", "Oak": "North", "Fir": "South", "Ash": "South"},
        }
    }
    both = [
        {"table": 0, "labels": [name], "count": "answers", "low": 0, "high": 34}
        for name in ("Elm", "Oak")
    ]
    return case(
        "nested-areas",
        "publish",
        {
            "rule": rule(),
            "tables": [{"counts": streets}, {"counts": districts}],
            "nested": nested,
        },
        expect={
            "tables": [
                {
                    "hidden": [
                        {"labels": ["Elm"], **note("hidden_complementary")},
                        {"labels": ["Oak"], **note("hidden_small")},
                    ]
                },
                {"hidden": []},
            ],
            "audit": {"passed": True, "cells": both},
        },
    )


def shares() -> list[dict[str, Any]]:
    """Numerators: 2 of 30 said yes in one area, all 20 in another."""
    rows = [
        row(["a"], 30, numerator=2),
        row(["b"], 20, numerator=20),
        row(["c"], 50, numerator=25),
    ]
    table = counts("trust", ["area"], rows, values=["yes"])
    total = counts("trust", [], [row([], 100, numerator=47)], values=["yes"])
    codes = [
        {"labels": ["a"], **note("hidden_numerator")},
        {"labels": ["b"], **note("hidden_group_disclosure")},
    ]

    # Of the 50 in a and b, 22 said yes.
    def cell(
        label: str, count: str, low: int, high: int, needed: int
    ) -> dict[str, Any]:
        return {
            "table": 0,
            "labels": [label],
            "count": count,
            "low": low,
            "high": high,
            "needed": needed,
        }

    audit = [
        cell(label, count, 0, high, needed)
        for label in ("a", "b")
        for count, high, needed in (
            ("answers", 50, 10),
            ("counted", 22, 5),
            ("not_counted", 28, 5),
        )
    ]
    both = case(
        "shares-near-nobody-and-everybody",
        "publish",
        {"rule": rule(), "tables": [{"counts": table}, {"counts": total}]},
        expect={
            "tables": [{"hidden": codes}, {"hidden": []}],
            "audit": {"passed": True, "cells": audit},
        },
    )
    shown = case(
        "everybody-may-be-shown",
        "publish",
        {
            "rule": rule(group_disclosure="show", minimum_numerator=0),
            "tables": [{"counts": table}, {"counts": total}],
        },
        expect={
            "tables": [{"hidden": []}, {"hidden": []}],
            "audit": {"passed": True, "cells": []},
        },
    )
    return [both, shown]


def totals() -> list[dict[str, Any]]:
    """Hundepool and others 2012, section 4.2: a cell is unsafe where the two largest make more than 85 %, or the rest is less
    than 10 % of the largest."""
    rows = [
        row(["even"], 12, total=120.0, largest=[10.0] * 10),
        row(["few"], 12, total=100.0, largest=[50.0, 40.0, 1.0]),
        row(["one"], 12, total=100.0, largest=[80.0, 4.0, 2.0]),
        row(["other"], 12, total=90.0, largest=[9.0] * 10),
    ]
    table = counts("money", ["area"], rows)
    dominated = case(
        "dominance",
        "publish",
        {"rule": rule(), "tables": [{"counts": table}]},
        expect={
            "tables": [
                {
                    "counts": {
                        "rows": [
                            {"labels": [x], "largest": []}
                            for x in ("even", "one", "other")
                        ]
                    },
                    "hidden": [{"labels": ["few"], **note("hidden_dominance")}],
                }
            ],
            "audit": {"passed": True},
        },
    )
    stricter = case(
        "p-percent",
        "publish",
        {
            "rule": rule(dominance_share=1.0, dominance_within=0.25),
            "tables": [{"counts": table}],
        },
        # 100 - 50 - 40 = 10 < 0.25 * 50; 100 - 80 - 4 = 16 < 0.25 * 80.
        expect={"tables": [{"hidden": [{"labels": ["few"]}, {"labels": ["one"]}]}]},
    )
    unknown = case(
        "dominance-unknown",
        "publish",
        {"rule": rule(), "tables": [{"of": "total", "variable": "y", "by": ["g"]}]},
        data="people",
        expect={
            "tables": [
                {
                    "hidden": [
                        {"labels": ["p"], **note("dominance_unknown")},
                        {"labels": ["q"]},
                    ]
                }
            ]
        },
    )
    known = case(
        "dominance-from-counts",
        "publish",
        {
            "rule": rule(),
            "tables": [{"of": "total", "variable": "y", "by": ["g"]}],
            "counts": [{"variable": "y", "by": ["g"]}],
        },
        data="people",
        expect={"tables": [{"hidden": []}]},
    )
    return [dominated, stricter, unknown, known]


def rounded() -> dict[str, Any]:
    """Multiples of 5: what is shown as 45 was 43 to 47, and so on; no group needs to be hidden besides the small one."""
    rows = [row(["a"], 43), row(["b"], 7), row(["c"], 31)]
    total = [row([], 81)]
    tables = [counts("trust", ["area"], rows), counts("trust", [], total)]
    # b = total - a - c, from 78 - 47 - 32 to 82 - 43 - 28... but all whole numbers from 0: 78..82, 43..47, 28..32.
    low, high = max(0, 78 - 47 - 32), 82 - 43 - 28
    return case(
        "rounded-to-fives",
        "publish",
        {
            "rule": rule(rounding_base=5, minimum_numerator=0, protection=0.8),
            "tables": [{"counts": one} for one in tables],
        },
        expect={
            "tables": [
                {
                    "counts": {"rows": [{"n": 45}, {"n": 30}]},
                    "hidden": [{"labels": ["b"]}],
                },
                {"counts": {"rows": [{"n": 80}]}},
            ],
            "audit": {
                "cells": [
                    {
                        "labels": ["b"],
                        "count": "answers",
                        "low": low,
                        "high": high,
                        "needed": 8,
                    }
                ]
            },
        },
    )


def people() -> dict[str, list[Any]]:
    """60 people in two groups with small differences; some have no answer."""
    return {
        "g": ["p"] * 36 + ["q"] * 24,
        "sex": [("f", "m", "f")[index % 3] for index in range(60)],
        "street": [f"s{index // 4}" for index in range(60)],
        "y": [None if index % 10 == 9 else index % 5 + 1 for index in range(60)],
        "w": [1 + index % 2 for index in range(60)],
    }


def counted() -> list[dict[str, Any]]:
    data = people()
    rows = list(zip(data["g"], data["sex"], data["y"], data["w"], strict=True))

    def share(group: str) -> dict[str, Any]:
        answers = [y for g, _, y, _ in rows if g == group]
        known = [y for y in answers if y is not None]
        return row(
            [group],
            len(known),
            n_missing=len(answers) - len(known),
            numerator=sum(y >= 4 for y in known),
        )

    def total(group: str) -> dict[str, Any]:
        known = [
            (y, w) for g, s, y, w in rows if g == group and s == "f" and y is not None
        ]
        missing = sum(g == group and s == "f" and y is None for g, s, y, _ in rows)
        largest = sorted((float(y) for y, _ in known), reverse=True)[:10]
        return row(
            [group],
            len(known),
            n_missing=missing,
            total=float(sum(y * w for y, w in known)),
            largest=largest,
        )

    return [
        case(
            "counts-of-a-share",
            "Survey.counts",
            {"variable": "y", "values": ["4", "5"], "by": ["g"]},
            data="people",
            expect={
                "variable": "y",
                "values": ["4", "5"],
                "keys": ["g"],
                "rows": [share("p"), share("q")],
                "unlabelled": 0,
            },
        ),
        {
            **case(
                "counts-of-a-total",
                "Survey.counts",
                {"variable": "y", "by": ["g"], "where": {"sex": "f"}},
                data="people",
                expect={
                    "where": [{"column": "sex", "values": ["f"]}],
                    "rows": [total("p"), total("q")],
                },
            ),
            "design": {"weights": "w"},
        },
        case(
            "counts-of-no-column",
            "Survey.counts",
            {"variable": "z"},
            data="people",
            error={"kind": "missing_column"},
        ),
    ]


def estimates() -> list[dict[str, Any]]:
    """Estimates of people: 36 and 24 of them, 4 and 2 without an answer."""
    return [
        case(
            "estimates-are-shown-where-groups-are-large",
            "publish",
            {
                "rule": rule(),
                "tables": [
                    {"of": "mean", "variable": "y", "by": ["g"]},
                    {"of": "mean", "variable": "y"},
                ],
            },
            data="people",
            expect={
                "tables": [
                    {
                        "estimates": {
                            "rows": [
                                {"labels": ["p"], "estimate": {"n": 33}},
                                {"labels": ["q"], "estimate": {"n": 21}},
                            ]
                        }
                    },
                    {"estimates": {"rows": [{"estimate": {"n": 54}}]}},
                ],
                "audit": {"passed": True, "cells": []},
            },
        ),
        case(
            "a-larger-minimum-hides-both",
            "publish",
            {
                "rule": rule(minimum_n=30),
                "tables": [
                    {"of": "mean", "variable": "y", "by": ["g"]},
                    {"of": "mean", "variable": "y"},
                ],
            },
            data="people",
            # 54 people in two hidden groups.
            expect={
                "tables": [
                    {
                        "estimates": {"rows": [], "covariance": []},
                        "hidden": [
                            {"labels": ["p"], **note("hidden_complementary")},
                            {"labels": ["q"], **note("hidden_small")},
                        ],
                    },
                    {"hidden": []},
                ],
                "audit": {
                    "passed": True,
                    "cells": [
                        {"labels": ["p"], "count": "answers", "low": 0, "high": 54},
                        {"labels": ["q"], "count": "answers", "low": 0, "high": 54},
                    ],
                },
            },
        ),
        case(
            "a-rule-that-is-none",
            "publish",
            {"rule": rule(minimum_n=0), "tables": [{"of": "mean", "variable": "y"}]},
            data="people",
            error={"kind": "out_of_range", "path": "rule.minimum_n"},
        ),
    ]


def anonymity() -> list[dict[str, Any]]:
    data = people()
    columns = ["g", "sex", "street"]

    def classes(by: list[str]) -> Counter[Cell]:
        return Counter(zip(*(data[name] for name in by), strict=True))

    def below(found: Counter[Cell], k: int) -> int:
        return sum(n for n in found.values() if n < k)

    def report(by: list[str], k: int) -> dict[str, Any]:
        found = classes(by)
        without = []
        for name in by:
            rest = (
                classes([other for other in by if other != name])
                if len(by) > 1
                else Counter({(): 60})
            )
            without.append(
                {
                    "column": name,
                    "smallest": min(rest.values()),
                    "below": below(rest, k),
                }
            )
        without.sort(key=lambda one: (one["below"], -one["smallest"]))
        small = sorted((n, labels) for labels, n in found.items() if n < k)
        return {
            "columns": by,
            "k": k,
            "rows": 60,
            "combinations": len(found),
            "smallest": min(found.values()),
            "below": below(found, k),
            "classes": [{"labels": list(labels), "n": n} for n, labels in small],
            "without": without,
        }

    groups: dict[Cell, set[Any]] = {}
    for g, sex, y in zip(data["g"], data["sex"], data["y"], strict=True):
        groups.setdefault((g, sex), set()).add(y)
    return [
        case(
            "three-columns",
            "k_anonymity",
            {"columns": columns, "k": 5},
            data="people",
            expect=report(columns, 5),
        ),
        case(
            "enough-of-each",
            "k_anonymity",
            {"columns": ["g", "sex"], "k": 5},
            data="people",
            expect={**report(["g", "sex"], 5), "notes": [{"code": "k_anonymous"}]},
        ),
        case(
            "different-answers",
            "k_anonymity",
            {"columns": ["g", "sex"], "k": 5, "sensitive": "y"},
            data="people",
            expect={
                "sensitive": "y",
                "diversity": min(len(values) for values in groups.values()),
            },
        ),
        case(
            "one-is-no-k",
            "k_anonymity",
            {"columns": ["g"], "k": 1},
            data="people",
            error={"kind": "out_of_range", "path": "k"},
        ),
        case(
            "no-such-column",
            "k_anonymity",
            {"columns": ["h"], "k": 5},
            data="people",
            error={"kind": "missing_column"},
        ),
    ]


def shared() -> list[dict[str, Any]]:
    data = people()

    def mean(group: str) -> tuple[float, int]:
        known = [
            y
            for g, y in zip(data["g"], data["y"], strict=True)
            if g == group and y is not None
        ]
        return sum(known) / len(known), len(known)

    rows = [
        {"labels": [g], "estimate": {"value": mean(g)[0], "n": mean(g)[1]}}
        for g in ("p", "q")
    ]
    lost = [{"code": "clusters_pooled"}]
    args = {"of": "mean", "variable": "y", "by": ["g"], "rule": rule()}
    tight = {"relative": 1e-12, "absolute": 1e-12}
    return [
        {
            **case(
                "clusters-of-four",
                "Summary.for_sharing",
                args,
                data="people",
                expect={"estimates": {"rows": rows}, "lost": lost},
                tolerance=tight,
            ),
            "design": {"clusters": ["street"]},
        },
        case(
            "groups-below-the-minimum-are-pooled",
            "Summary.for_sharing",
            {**args, "rule": rule(minimum_n=30)},
            data="people",
            expect={
                "estimates": {"rows": [{"labels": ["…"], "estimate": {"n": 54}}]},
                "lost": [{"code": "groups_pooled"}],
            },
        ),
        case(
            "too-few",
            "Summary.for_sharing",
            {**args, "rule": rule(minimum_n=100)},
            data="people",
            error={"kind": "not_possible"},
        ),
    ]


def write(name: str, about: str, cases: list[dict[str, Any]]) -> None:
    document = {
        "format": 1,
        "module": "disclosure",
        "about": about,
        "source": "closed forms and enumeration by generate/disclosure.py",
        "data": {"people": {"columns": people()}},
        "cases": cases,
    }
    path = VECTORS / "disclosure" / f"{name}.json"
    path.write_text(
        json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    published = [
        two_by_two(),
        three_by_three(),
        circle(),
        domain(),
        areas(),
        *shares(),
        *totals(),
        rounded(),
        *estimates(),
    ]
    write(
        "publish",
        "What is hidden in published tables, and the ranges that are left",
        published,
    )
    write(
        "before-sharing",
        "Counts, k-anonymity and summaries that leave their owner",
        [*counted(), *anonymity(), *shared()],
    )
