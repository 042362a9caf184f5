"""Everything that is refused is a CohesionError that says what, where and what would be right."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cohesion_core as cc
import pytest

DATA = {
    "x": [1.0, 2, 3, 4],
    "w": [1.0, 1, 2, 2],
    "g": ["a", "b", "a", "b"],
    "s": ["1", "1", "2", "2"],
    "f": [9, 9, 9, 9],
}
SURVEY = cc.Survey(DATA)
PLAN = cc.Plan.from_toml("[[indicators]]\nid = 'x'\ntitle = 'X'\nvariable = 'x'")

REFUSED: dict[str, tuple[Callable[[], Any], str, str]] = {
    "unknown column": (lambda: SURVEY.mean("y"), "missing_column", "column[y]"),
    "unknown group": (lambda: SURVEY.mean("x", by="y"), "missing_column", "column[y]"),
    "unknown domain": (lambda: SURVEY.mean("x", where={"y": 1}), "missing_column", "column[y]"),
    "level of 95": (lambda: SURVEY.mean("x", level=95), "out_of_range", "level"),
    "level of nothing": (lambda: SURVEY.mean("x", level=float("nan")), "not_finite", "level"),
    "level as text": (lambda: SURVEY.mean("x", level="0.95"), "wrong_type", "level"),  # type: ignore[arg-type]
    "no value": (lambda: SURVEY.share("x", values=[]), "out_of_range", "values"),
    "nothing counts": (lambda: SURVEY.share("x"), "missing_field", "values"),
    "values and numbers": (lambda: SURVEY.share("x", values=3, at_least=3), "inconsistent", "at_least"),
    "numbers of several": (lambda: SURVEY.share(["x", "w"], at_least=3), "inconsistent", "at_least"),
    "separator of several": (lambda: SURVEY.share(["g", "s"], separator=";"), "inconsistent", "separator"),
    "separator as number": (lambda: SURVEY.share("g", separator=3), "wrong_type", "separator"),  # type: ignore[arg-type]
    "nothing to compare": (lambda: SURVEY.t_test("x"), "missing_field", "by"),
    "two comparisons": (lambda: SURVEY.t_test("x", by="g", against=2), "inconsistent", "against"),
    "against a text": (lambda: SURVEY.t_test("x", against="2"), "wrong_type", "against"),  # type: ignore[arg-type]
    "against nothing": (lambda: SURVEY.t_test("x", against=float("nan")), "not_finite", "against"),
    "contrast of a list": (lambda: SURVEY.mean("x", by="g").contrast(["a"]), "wrong_type", "coefficients"),  # type: ignore[arg-type]
    "a benchmark as number": (
        lambda: SURVEY.mean("x", by="g").small_areas({"g": ["a"], "x": [1]}, on="x", benchmark=3),  # type: ignore[arg-type]
        "wrong_type",
        "benchmark",
    ),
    "missing value": (lambda: SURVEY.share("x", values=[None]), "wrong_type", "values"),
    "unknown rule": (lambda: SURVEY.total("x", missing="drop"), "unknown_value", "missing"),  # type: ignore[arg-type]
    "variable as list": (lambda: SURVEY.mean(["x"]), "wrong_type", "variable"),  # type: ignore[arg-type]
    "by as number": (lambda: SURVEY.mean("x", by=3), "wrong_type", "by"),  # type: ignore[arg-type]
    "where as text": (lambda: SURVEY.mean("x", where="g"), "wrong_type", "where"),  # type: ignore[arg-type]
    "a second stage that is not there": (lambda: cc.Survey(DATA, clusters=["g", "h"]), "missing_column", "column[h]"),
    "clusters as number": (lambda: cc.Survey(DATA, clusters=3), "wrong_type", "clusters"),  # type: ignore[arg-type]
    "a rule of its own": (lambda: cc.Survey(DATA, single_unit="x"), "unknown_value", "single_unit"),  # type: ignore[arg-type]
    "unknown weights": (lambda: cc.Survey(DATA, weights="v"), "missing_column", "column[v]"),
    "negative weights": (
        lambda: cc.Survey({**DATA, "w": [1, 1, -1, 1]}, weights="w"),
        "bad_weight",
        "column[w].row[3]",
    ),
    "zero weights": (lambda: cc.Survey({**DATA, "w": [0, 0, 0, 0]}, weights="w"), "bad_weight", "column[w]"),
    "not held": (lambda: SURVEY.summary("x").mean("w"), "not_held", "summary"),
    "no part": (lambda: cc.Summary.merge([]), "empty_table", "parts"),
    "other questions": (
        lambda: cc.Summary.merge([SURVEY.summary("x"), SURVEY.summary("w")]),
        "spec_mismatch",
        "summary",
    ),
    "the same rows twice": (
        lambda: cc.Summary.merge([SURVEY.summary("x"), SURVEY.summary("x")]),
        "duplicate_part",
        "summary",
    ),
    "no bytes": (lambda: cc.Summary.from_bytes(b""), "corrupt", "summary"),
    "no such row": (lambda: SURVEY.mean("x", by="g").difference("a", "z"), "unknown_value", "g"),
    "too many labels": (lambda: SURVEY.mean("x", by="g").difference(["a", "b"], "b"), "out_of_range", "labels"),
    "no frame of that kind": (lambda: SURVEY.mean("x").to_frame("excel"), "unknown_value", "kind"),  # type: ignore[arg-type]
    "no json": (lambda: cc.Estimates.from_json("{"), "syntax", "estimates"),
    "no json of comparisons": (lambda: cc.Comparisons.from_json("{}"), "syntax", "comparisons"),
    "a plan with a typing error": (lambda: cc.Plan.from_toml("titel = 'x'"), "unknown_key", "titel"),
    "a plan that is a list": (lambda: cc.Plan.from_dict([]), "wrong_type", ""),  # type: ignore[arg-type]
    "a plan with NaN": (lambda: cc.Plan.from_dict({"format": float("nan")}), "not_finite", ""),
    "a plan with an object": (lambda: cc.Plan.from_dict({"title": object()}), "wrong_type", ""),
    "a plan by hand": (lambda: cc.Plan("x"), "wrong_type", ""),  # type: ignore[arg-type]
    "a plan from nowhere": (lambda: cc.Plan.read("no/such/plan.toml"), "file", "no/such/plan.toml"),
    "no such template": (lambda: cc.Plan.template("census"), "unknown_value", "name"),  # type: ignore[arg-type]
    "no such scale": (lambda: PLAN.score(DATA, "trust"), "dangling_id", "scale"),
    "no such date": (lambda: PLAN.evaluate(survey=DATA, as_of="2026-02-30"), "impossible_date", "as_of"),
    "nothing to evaluate": (lambda: PLAN.evaluate(survey={"y": [1, 2]}), "missing_column", "indicators"),
    "another plan's summary": (lambda: PLAN.evaluate(survey=SURVEY.summary("x")), "spec_mismatch", "survey"),
    "records as list": (lambda: PLAN.check_records([DATA]), "wrong_type", "records"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    call, kind, path = REFUSED[name]
    with pytest.raises(cc.CohesionError) as caught:
        call()
    assert (caught.value.kind, caught.value.path) == (kind, path)
    assert all(fault.message for fault in caught.value.faults)


@pytest.mark.parametrize(
    ("call", "allowed"),
    [
        (REFUSED["unknown rule"][0], ("refuse", "answered")),
        (REFUSED["a rule of its own"][0], ("refuse", "remove", "certainty", "adjust", "average", "collapse")),
        (REFUSED["no such template"][0], ("survey", "partnership", "full")),
        (REFUSED["no frame of that kind"][0], ("native", "pandas", "polars", "pyarrow", "dict")),
        (REFUSED["no such row"][0], ("a", "b")),
        (REFUSED["unknown column"][0], tuple(DATA)),
    ],
)
def test_a_closed_set_is_listed(call: Callable[[], Any], allowed: tuple[str, ...]) -> None:
    with pytest.raises(cc.CohesionError) as caught:
        call()
    assert caught.value.faults[0].allowed == allowed


def test_all_faults_of_a_plan_at_once_with_their_lines() -> None:
    with pytest.raises(cc.CohesionError) as caught:
        cc.Plan.from_toml("title = 1\n[survey]\nweigths = 'pw'\nlevel = 3\n")
    found = [(fault.kind, fault.path, fault.line) for fault in caught.value.faults]
    assert found == [
        ("wrong_type", "title", 1),
        ("unknown_key", "survey.weigths", 3),
        ("out_of_range", "survey.level", 4),
    ]
    assert "Did you mean `weights`?" in str(caught.value)


def test_all_faults_of_a_design_at_once() -> None:
    with pytest.raises(cc.CohesionError) as caught:
        cc.Survey(DATA, weights="v", strata="t", clusters="u")
    assert [fault.path for fault in caught.value.faults] == ["column[t]", "column[u]", "column[v]"]


def test_a_plan_that_was_read_is_checked_on_demand(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    document = {"indicators": [{"id": "trust", "title": "Trust", "scale": "trust"}]}
    path.write_text(json.dumps(document), encoding="utf-8")
    plan = cc.Plan.read(path)
    fault = plan.check()[0]
    assert (fault.kind, fault.path, fault.line) == ("dangling_id", "indicators[0](trust).scale", 1)
    with pytest.raises(cc.CohesionError) as caught:
        plan.evaluate(survey=DATA)
    assert caught.value.faults == plan.check()


def test_the_error_is_a_value_error_that_pickles() -> None:
    with pytest.raises(ValueError, match="no column `y`") as caught:
        SURVEY.mean("y")
    error = caught.value
    assert isinstance(error, cc.CohesionError)
    back = pickle.loads(pickle.dumps(error))
    assert (str(back), back.faults) == (str(error), error.faults)


def test_the_text_names_the_place_before_the_message() -> None:
    with pytest.raises(cc.CohesionError, match=r"^column\[y\]: there is no column `y`"):
        SURVEY.mean("y")


def test_an_unknown_option_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="weigths"):
        cc.Survey(DATA, weigths="w")  # type: ignore[call-arg]
