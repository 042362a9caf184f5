"""Runs every shared vector against the public functions of the package."""

from __future__ import annotations

import copy
import dataclasses
import json
import math
from collections import Counter
from collections.abc import Callable
from typing import Any

import cohesion_core as cc
import pytest
from vectors import COMMITTED, KINDS, Case, cases, differences, present

Make = Callable[[dict[str, list[Any]]], Any]


def survey(case: Case, make: Make) -> cc.Survey:
    found = cc.Survey(make(case.columns()), **case.spec.get("design", {}))
    args = case.spec.get("args", {})
    if "nonresponse" in args:
        found = found.nonresponse(**args["nonresponse"])
    if "calibrate" in args:
        found = found.calibrate(**_calibrate(args["calibrate"]))
    return found.replicates(**args["replicates"]) if "replicates" in args else found


def _calibrate(asked: dict[str, Any]) -> dict[str, Any]:
    """Margins of one file's worth in the two forms that people write: a mapping, and a list."""
    margins = asked["margins"]
    if isinstance(margins, list) and len(margins) % 2 == 0:
        margins = {_columns(margin): _known(margin) for margin in margins}
    return {**asked, "margins": margins}


def _columns(margin: dict[str, Any]) -> Any:
    if "column" in margin:
        return margin["column"]
    return margin["columns"][0] if len(margin["columns"]) == 1 else tuple(margin["columns"])


def _known(margin: dict[str, Any]) -> Any:
    def figure(one: dict[str, Any]) -> Any:
        return (one["total"], one["se"]) if "se" in one else one["total"]

    if "column" in margin:
        return figure(margin)
    return {tuple(one["levels"]): figure(one) for one in margin["totals"]}


def report_of(of: str, case: Case, make: Make) -> Any:
    return json.loads(getattr(survey(case, make), of).to_json())


def weights(case: Case, make: Make) -> dict[str, Any]:
    found = survey(case, make)
    assert found.g_weights is not None
    rows = case.spec["args"].get("rows", slice(None))
    return {"weights": found.weights[rows].tolist(), "factors": found.g_weights[rows].tolist()}


def plain_args(case: Case) -> dict[str, Any]:
    """The arguments but for those that make the weights and the errors."""
    beside = ("calibrate", "nonresponse", "replicates")
    return {name: given for name, given in case.spec["args"].items() if name not in beside}


def described(found: cc.Replication | None) -> dict[str, Any]:
    assert found is not None
    return {**dataclasses.asdict(found), "rscales": list(found.rscales)}


def estimate(source: cc.Survey | cc.Summary, of: str, args: dict[str, Any]) -> cc.Estimates:
    beside = ("of", "a", "b", "parts", "order", "replicates", "calibrate", "nonresponse")
    found = getattr(source, of)(**{name: given for name, given in args.items() if name not in beside})
    assert isinstance(found, cc.Estimates)
    return found


def figure(case: Case, make: Make) -> Any:
    """A figure of a survey that has no arguments of its own."""
    source, of = case.spec["call"].split(".")
    assert source == "Survey", f"unknown call {source}.{of}"
    return read(estimate(survey(case, make), of, case.spec["args"]))


def merged(case: Case, make: Make) -> cc.Estimates:
    args = case.spec["args"]
    asked: dict[str, Any] = {"by": args.get("by"), "where": args.get("where")}
    pairs = {"ratio": ("numerator", "denominator"), "correlation": ("x", "y")}
    if args["of"] == "share":
        asked["shares"] = {args["variable"]: args["values"]}
    elif args["of"] == "alpha":
        asked["items"] = args["items"]
    elif args["of"] == "variance":
        asked["variances"] = args["variable"]
    elif args["of"] in pairs:
        first, second = pairs[args["of"]]
        asked[f"{args['of']}s"] = [(args[first], args[second])]
    elif args["of"] in ("mean", "total"):
        asked["variables"] = args["variable"]
    else:
        asked["figures"] = {args["of"]: args["variable"]}
    empty = cc.Summary(**case.spec.get("design", {}), **asked)
    parts = [empty.add(make(case.part(part, args["parts"])), part=f"part {part}") for part in range(args["parts"])]
    ordered = [cc.Summary.from_bytes(parts[part].to_bytes()) for part in args["order"]]
    return estimate(cc.Summary.merge(ordered), args["of"], args)


def difference(case: Case, make: Make) -> cc.Comparisons:
    args = case.spec["args"]
    return estimate(survey(case, make), args["of"], args).difference(args["a"], args["b"])


def plan(case: Case) -> cc.Plan:
    args = case.spec["args"]
    if "toml" in args:
        return cc.Plan.from_toml(args["toml"])
    if "json" in args:
        return cc.Plan.from_json(args["json"])
    if "file" in args:
        return cc.Plan.read(COMMITTED / args["file"])
    return cc.Plan.from_dict(args["value"] if "value" in args else args["plan"])


def score(case: Case, make: Make) -> dict[str, Any]:
    scores = plan(case).score(make(case.columns()), case.spec["args"]["scale"])
    values = [None if math.isnan(value) else value for value in scores.values.tolist()]
    return {"values": values, "bands": list(scores.bands), "notes": plain(scores.notes)}


def template(case: Case) -> dict[str, Any]:
    started = cc.Plan.from_toml(cc.Plan.template(case.spec["args"]["name"]))
    return {"hash": started.hash(), "faults": plain(started.check())}


def records(case: Case, make: Make) -> dict[str, Any]:
    tables = {kind: make(case.columns(name)) for kind, name in case.spec["args"]["tables"].items()}
    return {"faults": plain(plan(case).check_records(tables))}


def evaluation(case: Case, make: Make) -> cc.Evaluation:
    return plan(case).evaluate(survey=make(case.columns()), as_of=case.spec["args"].get("as_of"))


def evaluation_of_parts(case: Case, make: Make) -> cc.Evaluation:
    args = case.spec["args"]
    made = [
        plan(case).summarise(survey=make(case.part(part, args["parts"])), part=f"part {part}") for part in args["order"]
    ]
    merged = cc.Summary.merge([cc.Summary.from_bytes(summary.to_bytes()) for summary in made])
    return plan(case).evaluate(survey=merged, as_of=args.get("as_of"))


def table(case: Case) -> dict[str, Any]:
    table = cc.read_csv(case.spec["args"]["text"].encode())
    unparsed = [dataclasses.asdict(cell) for cell in table.unparsed]
    guess = dataclasses.asdict(table.guess)
    return {"columns": table.columns, "rows": len(table), "guess": guess, "unparsed": unparsed}


def plain(found: tuple[Any, ...]) -> Any:
    """Notes or faults as JSON has them."""
    return json.loads(json.dumps([dataclasses.asdict(one) for one in found]))


def read(result: cc.Estimates | cc.Comparisons) -> Any:
    return json.loads(result.to_json())


def regression(case: Case, make: Make) -> cc.Regression:
    args = plain_args(case)
    args.pop("variables", None)
    return survey(case, make).regress(**args)


def result_of(of: str, case: Case, make: Make) -> Any:
    return json.loads(getattr(survey(case, make), of)(**plain_args(case)).to_json())


def joint(case: Case, make: Make) -> Any:
    return json.loads(regression(case, make).test(case.spec["args"]["variables"]).to_json())


def review(case: Case, make: Make) -> cc.Review:
    args = case.spec["args"]

    def made(args: dict[str, Any], before: cc.Review | None) -> cc.Review:
        tables = {kind: make(case.columns(name)) for kind, name in args["tables"].items()}
        return cc.Plan.from_dict(args["value"]).partnership.review(tables, as_of=args["as_of"], previous=before)

    return made(args, made(args["previous"], None) if "previous" in args else None)


def assessment(case: Case, make: Make) -> cc.Assessment:
    return plan(case).partnership.assess(make(case.columns()))


def beside(case: Case, make: Make) -> cc.Comparisons:
    def mean(asked: dict[str, Any]) -> cc.Estimates:
        residents = cc.Survey(make(case.columns(asked["data"])), **asked.get("design", {}))
        return residents.mean(asked["variable"], by=asked.get("by"))

    asked = case.spec["args"]["residents"]
    return assessment(case, make).beside({name: mean(of) for name, of in asked.items()})


def network(case: Case, make: Make, other: str = "") -> cc.Network:
    """The network of a case; with `other`, the second one: its ties, everything else as for the first."""
    args = case.spec["args"]

    def given(key: str) -> Any:
        return args.get(other + key, args.get(key))

    named = ("weight", "id", "directed", "minimum_completion")
    made = cc.Network.from_edges(
        make(case.columns(args["other"] if other else None)),
        source=args["source"],
        target=args["target"],
        nodes=None if given("nodes") is None else make(case.columns(given("nodes"))),
        respondents=given("respondents"),
        **{key: args[key] for key in named if key in args},
    )
    return made.symmetrised(args["symmetrised"]) if "symmetrised" in args else made


NETWORK_OPTIONS = ("by", "k", "minimum", "of", "resolution", "permutations", "starts", "draws", "samples", "seed")


def measured(case: Case, make: Make) -> dict[str, Any]:
    """A measure of a network, with figures and values by name."""
    args, of = case.spec["args"], case.spec["call"].split(".")[1]
    asked = {key: args[key] for key in NETWORK_OPTIONS if key in args}
    made = network(case, make)
    if of == "betweenness":
        return {"values": list(made.betweenness())}
    if of == "symmetrised":
        return told(made.symmetrised(args["rule"]).pairs())
    others = [network(case, make, "other_")] if of in ("correlate", "compare") else []
    return told(getattr(made, of)(*others, **asked))


def told(result: cc.NetworkResult) -> dict[str, Any]:
    again = cc.NetworkResult.from_json(result.to_json())
    assert again == result
    return {
        "name": again.name,
        "figures": {measure: json.loads(json.dumps(dataclasses.asdict(f))) for measure, f in again.figures.items()},
        "keys": list(again.keys),
        "rows": [{"labels": list(row.labels), "values": dict(row.values)} for row in again.rows],
        "notes": plain(again.notes),
    }


def two_mode(case: Case, make: Make) -> dict[str, Any]:
    args = case.spec["args"]
    made = cc.TwoMode.from_edges(make(case.columns()), partner=args["partner"], activity=args["activity"])
    return told(getattr(made, case.spec["call"].split(".")[1])())


def network_of_plan(case: Case, make: Make) -> dict[str, Any]:
    args = case.spec["args"]
    tables = {kind: make(case.columns(name)) for kind, name in args.get("tables", {}).items()}
    asked = {key: args[key] for key in ("wave", "kind", "respondents") if key in args}
    return told(plan(case).partnership.network(tables, **asked).summary())


MEASURES = [
    *("summary", "centrality", "betweenness", "pairs", "bridges", "mixing", "ei_index", "brokerage", "communities"),
    *("received", "core_periphery", "hierarchy", "completions", "layout", "loss"),
    *("correlate", "compare", "symmetrised"),
]


def rule_of(args: dict[str, Any]) -> cc.PublishRule:
    return cc.PublishRule(**args["rule"])


def counted(case: Case, make: Make, args: dict[str, Any]) -> cc.CountTable:
    return survey(case, make).counts(
        args["variable"], values=args.get("values"), by=args.get("by"), where=args.get("where")
    )


def published(case: Case, make: Make) -> Any:
    args = case.spec["args"]

    def given(one: dict[str, Any]) -> Any:
        if "counts" in one:
            return one["counts"]
        return estimate(survey(case, make), one["of"], {name: value for name, value in one.items() if name != "of"})

    nested = {column: (one["inside"], one["of"]) for column, one in args.get("nested", {}).items()}
    known = [counted(case, make, asked) for asked in args.get("counts", [])]
    tables = [given(one) for one in args["tables"]]
    return json.loads(cc.publish(tables, rule_of(args), counts=known, nested=nested).to_json())


def shared(case: Case, make: Make) -> Any:
    args = case.spec["args"]
    whole = survey(case, make).summary([args["variable"]], by=args["by"])
    found = cc.Summary.from_bytes(whole.for_sharing(rule_of(args)).to_bytes())
    lost = [{"code": note.code} for note in found.lost]
    return {"estimates": read(found.mean(args["variable"], by=args["by"])), "lost": lost}


def anonymity(case: Case, make: Make) -> Any:
    args = case.spec["args"]
    return json.loads(
        cc.k_anonymity(make(case.columns()), args["columns"], args["k"], sensitive=args.get("sensitive")).to_json()
    )


def contrast(case: Case, make: Make) -> Any:
    args = dict(case.spec["args"])
    given: dict[Any, float] = {}
    for one in args.pop("coefficients"):
        key = tuple(one["labels"])
        # A dict holds a row twice only under its two spellings.
        given[key[0] if key in given else key] = one["coefficient"]
    return json.loads(estimate(survey(case, make), args["of"], args).contrast(given).to_json())


def explained(case: Case, make: Make) -> Any:
    """A result and the call of R that its explanation prints."""
    source, of = case.spec["of"].split(".")
    args = plain_args(case)
    found: Any
    if source == "Estimates":
        given = {tuple(one["labels"]): one["coefficient"] for one in args.pop("coefficients")}
        found = estimate(survey(case, make), args["of"], args).contrast(given)
    else:
        found = getattr(survey(case, make), of)(**args)
    return {**json.loads(found.to_json()), "r_call": found.explain().r_call}


def small_areas(case: Case, make: Make) -> Any:
    args = dict(case.spec["args"])
    found, of, variable = survey(case, make), args.pop("of"), args.pop("variable")
    own = {name: args.pop(name) for name in ("values", "where") if name in args}
    areas = getattr(found, of)(variable, by=args.pop("by"), **own)
    whole = args.pop("benchmark_variable", variable)
    if args.pop("benchmark", False):
        args["benchmark"] = getattr(found, of)(whole, **own)
    return json.loads(areas.small_areas(make(case.columns(args.pop("covariates"))), **args).to_json())


CALLS: dict[str, Callable[[Case, Make], Any]] = {
    "publish": published,
    "Survey.counts": lambda case, make: json.loads(counted(case, make, case.spec["args"]).to_json()),
    "k_anonymity": anonymity,
    "Summary.for_sharing": shared,
    "Survey.replicates": lambda case, make: described(survey(case, make).replication),
    "Survey.calibrate": lambda case, make: report_of("calibration", case, make),
    "Survey.weights": weights,
    "Survey.nonresponse": lambda case, make: report_of("response", case, make),
    "Survey.response_rates": lambda case, make: result_of("response_rates", case, make),
    "Survey.regress": lambda case, make: json.loads(regression(case, make).to_json()),
    "Regression.test": joint,
    "Survey.t_test": lambda case, make: result_of("t_test", case, make),
    "Survey.chi_square": lambda case, make: result_of("chi_square", case, make),
    "Survey.rank_test": lambda case, make: result_of("rank_test", case, make),
    "Estimates.difference": lambda case, make: read(difference(case, make)),
    "Estimates.contrast": contrast,
    "Estimates.small_areas": small_areas,
    "Estimates.differences": lambda case, make: read(
        estimate(survey(case, make), case.spec["args"]["of"], case.spec["args"]).differences()
    ),
    "Summary.merge": lambda case, make: read(merged(case, make)),
    "Plan.assess": lambda case, make: json.loads(assessment(case, make).to_json()),
    "Assessment.publish": lambda case, make: json.loads(assessment(case, make).publish().to_json()),
    "Assessment.beside": lambda case, make: read(beside(case, make)),
    "Plan.check": lambda case, _: {"faults": plain(plan(case).check())},
    "Plan.hash": lambda case, _: {"hash": plan(case).hash()},
    "Plan.to_json": lambda case, _: {"value": json.loads(plan(case).to_json())},
    "Plan.to_toml": lambda case, _: {"hash": cc.Plan.from_toml(plan(case).to_toml()).hash()},
    "Plan.lint": lambda case, _: {"notes": plain(plan(case).lint())},
    "Plan.score": score,
    "Plan.template": lambda case, _: template(case),
    "Plan.codebook_from": lambda case, make: cc.Plan.codebook_from(make(case.columns())),
    "Plan.check_records": records,
    "Plan.evaluate": lambda case, make: json.loads(evaluation(case, make).to_json()),
    "Plan.summarise": lambda case, make: json.loads(evaluation_of_parts(case, make).to_json()),
    "Evaluation.publish": lambda case, make: json.loads(evaluation(case, make).publish().to_json()),
    "Plan.review": lambda case, make: json.loads(review(case, make).to_json()),
    "Review.publish": lambda case, make: json.loads(review(case, make).publish().to_json()),
    "Table.read_csv": lambda case, _: table(case),
    **{f"Network.{of}": measured for of in MEASURES},
    **{f"TwoMode.{of}": two_mode for of in ("summary", "centrality", "overlap")},
    "Plan.network": network_of_plan,
    "Plan.activity_network": lambda case, _: told(plan(case).partnership.activity_network().summary()),
}


def run(case: Case, kind: str) -> list[str]:
    """What differs between what the case expects and what comes out; empty when it passes."""
    name = case.spec["call"]
    call = explained if name.endswith(".explain") else CALLS.get(name, figure)
    expected = case.spec.get("error")
    try:
        result = call(case, KINDS[kind])
    except cc.CohesionError as error:
        if expected is None:
            return [f"refused: {error.kind} at {error.path}: {error}"]
        return differences(expected, {"kind": error.kind, "path": error.path}, {}, "error")
    if expected is not None:
        return [f"no error although {expected} is due"]
    different = differences(case.spec["expect"], result, case.spec.get("tolerance", {}))
    return different + present(case.spec.get("absent", []), result)


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
@pytest.mark.parametrize("file", ["survey/somerville", "plan/codebook", "plan/records", "scale/score"])
def test_every_kind_of_frame(kind: str, file: str) -> None:
    found = [case for case in cases(COMMITTED) if str(case.file).endswith(f"{file}.json")]
    assert found
    assert [line for case in found for line in run(case, kind)] == []


def test_a_broken_number_is_seen() -> None:
    case = next(case for case in cases(COMMITTED / "survey") if case.file.stem == "somerville")
    assert run(case, "pandas") == []
    broken = copy.deepcopy(case)
    figure = broken.spec["expect"]["rows"][0]["estimate"]
    figure["value"] *= 1 + 1e-6
    assert len(run(broken, "pandas")) == 1
