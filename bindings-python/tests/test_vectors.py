"""Runs every shared vector against the public functions of the package."""

from __future__ import annotations

import copy
import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from vectors import COMMITTED, KINDS, Case, cases, differences

import cohesion_core as cc

Make = Callable[[dict[str, list[Any]]], Any]


def survey(case: Case, make: Make) -> cc.Survey:
    return cc.Survey(make(case.columns()), **case.spec.get("design", {}))


def estimate(source: cc.Survey | cc.Summary, of: str, args: dict[str, Any]) -> cc.Estimates:
    names = ("variable", "items", "values", "by", "where", "level", "missing")
    return getattr(source, of)(**{name: args[name] for name in names if name in args})


def merged(case: Case, make: Make) -> cc.Estimates:
    args = case.spec["args"]
    asked: dict[str, Any] = {"by": args.get("by")}
    if args["of"] == "share":
        asked["shares"] = {args["variable"]: args["values"]}
    elif args["of"] == "alpha":
        asked["items"] = args["items"]
    else:
        asked["variables"] = args["variable"]
    empty = cc.Summary(**case.spec.get("design", {}), **asked)
    parts = [empty.add(make(case.part(part, args["parts"])), part=f"part {part}") for part in range(args["parts"])]
    ordered = [cc.Summary.from_bytes(parts[part].to_bytes()) for part in args["order"]]
    return estimate(cc.Summary.merge(ordered), args["of"], args)


def plan(case: Case) -> cc.Plan:
    given = case.spec["args"]["plan"]
    return cc.Plan.from_toml(given) if isinstance(given, str) else cc.Plan.from_dict(given)


def scores(case: Case, make: Make) -> Any:
    return plan(case).score(make(case.columns()), case.spec["args"]["scale"])


def difference(case: Case, make: Make) -> cc.Comparisons:
    args = case.spec["args"]
    return estimate(survey(case, make), args["of"], args).difference(args["a"], args["b"])


CALLS: dict[str, Callable[[Case, Make], Any]] = {
    "Survey.mean": lambda case, make: estimate(survey(case, make), "mean", case.spec["args"]),
    "Survey.share": lambda case, make: estimate(survey(case, make), "share", case.spec["args"]),
    "Survey.total": lambda case, make: estimate(survey(case, make), "total", case.spec["args"]),
    "Survey.alpha": lambda case, make: estimate(survey(case, make), "alpha", case.spec["args"]),
    "Estimates.difference": difference,
    "Summary.merge": merged,
}


def run(case: Case, kind: str) -> list[str]:
    """What differs between what the case expects and what comes out; empty when it passes."""
    call = CALLS[case.spec["call"]]
    expected = case.spec.get("error")
    try:
        result = json.loads(call(case, KINDS[kind]).to_json())
    except cc.CohesionError as error:
        if expected is None:
            return [f"refused: {error.kind} at {error.path}: {error}"]
        return differences(expected, {"kind": error.kind, "path": error.path}, {}, "error")
    if expected is not None:
        return [f"no error although {expected} is due"]
    return differences(case.spec["expect"], result, case.spec.get("tolerance", {}))


def test_every_vector_holds(capsys: pytest.CaptureFixture[str]) -> None:
    counts: Counter[str] = Counter()
    failures = []
    for place, case in enumerate(cases()):
        counts[case.spec["call"]] += 1
        kind = list(KINDS)[place % len(KINDS)]
        failures += [f"{case.name} ({kind}): {line}" for line in run(case, kind)]
    with capsys.disabled():
        print(f"\npython vectors: {json.dumps(dict(sorted(counts.items())))}")
    assert counts, "there are no vectors"
    assert not failures, f"{len(failures)} differences:\n" + "\n".join(failures)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_frame_runs_the_real_survey(kind: str) -> None:
    for case in cases(COMMITTED / "survey"):
        if case.file.stem == "somerville":
            assert run(case, kind) == []


def test_a_broken_number_is_seen() -> None:
    case = next(case for case in cases(COMMITTED / "survey") if case.file.stem == "somerville")
    assert run(case, "pandas") == []
    broken = copy.deepcopy(case)
    figure = broken.spec["expect"]["rows"][0]["estimate"]
    figure["value"] *= 1 + 1e-6
    assert len(run(broken, "pandas")) == 1
