"""Results: plain data, pickles, copies, frames."""

from __future__ import annotations

import copy
import csv
import io
import json
import pickle
import signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import cohesion_core as cc
import numpy as np
import pandas as pd
import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "cohesion-core" / "examples"
CITY = EXAMPLES.parent / "tests" / "vectors" / "data" / "city.csv"

TABLE = cc.read_csv(CITY)
SURVEY = cc.Survey(TABLE, weights="weight", strata="kind", clusters="street_id")
ESTIMATES = SURVEY.mean("q1", by=["district", "wave"])
PLAN = cc.Plan.read(EXAMPLES / "somerville.toml")
SOMERVILLE = cc.read_csv(EXAMPLES / "somerville.csv")
EVALUATION = PLAN.evaluate(survey=SOMERVILLE, as_of="2026-06-30")
SUMMARY = SURVEY.summary(
    ["q1", "q2"], by=[["district"], ["district", "wave"]], shares={"member": 1}, items=["q1", "q2"]
)

RESULTS: dict[str, Any] = {
    "estimates": ESTIMATES,
    "not estimable": cc.Survey({"x": [None, None], "g": ["=cmd", "b"]}).mean("x", by="g"),
    "difference": ESTIMATES.difference(["North", "1"], ["North", "0"]),
    "differences": ESTIMATES.differences(),
    "summary": SUMMARY,
    "plan": PLAN,
    "evaluation": EVALUATION,
    "publication": EVALUATION.publish(),
    "table": TABLE,
    "scores": PLAN.score(SOMERVILLE, PLAN.document["scales"][0]["id"]),
    "row": ESTIMATES.rows[0],
    "fault": cc.Fault("syntax", "", 1, 2, None, (), "x"),
}


def same(a: Any, b: Any) -> bool:
    """Equal; tables have no equality but a fingerprint."""
    if isinstance(a, cc.Table):
        return isinstance(b, cc.Table) and (a.fingerprint(), a.guess) == (b.fingerprint(), b.guess)
    return bool(a == b)


@pytest.mark.parametrize("name", RESULTS)
@pytest.mark.parametrize("protocol", [2, pickle.HIGHEST_PROTOCOL])
def test_pickle(name: str, protocol: int) -> None:
    result = RESULTS[name]
    back = pickle.loads(pickle.dumps(result, protocol))
    assert type(back) is type(result)
    assert same(back, result)


@pytest.mark.parametrize("name", RESULTS)
def test_copies_are_equal(name: str) -> None:
    result = RESULTS[name]
    assert same(copy.copy(result), result)
    assert same(copy.deepcopy(result), result)


@pytest.mark.parametrize("name", [name for name in RESULTS if hasattr(RESULTS[name], "to_json")])
def test_json_is_kept_to_the_last_digit(name: str) -> None:
    result = RESULTS[name]
    back = type(result).from_json(result.to_json())
    assert back == result
    assert hash(back) == hash(result)
    assert back.to_json() == result.to_json()
    assert "NaN" not in result.to_json()


def test_different_results_are_not_equal() -> None:
    assert SURVEY.mean("q1") != SURVEY.mean("q2")
    assert SURVEY.mean("q1") != "q1"
    assert cc.Plan.from_dict({"title": "a"}) != cc.Plan.from_dict({"title": "b"})
    assert SURVEY.summary("q1") != SURVEY.summary("q2")


@pytest.mark.parametrize("name", ["estimates", "difference", "evaluation", "publication", "row", "fault"])
def test_results_do_not_change(name: str) -> None:
    result = RESULTS[name]
    with pytest.raises(AttributeError):
        result.value = 1
    with pytest.raises((AttributeError, TypeError)):
        result.anything = 1


def _mean_of(part: cc.Summary) -> cc.Estimates:
    return part.mean("x")


def test_summaries_and_results_go_through_processes() -> None:
    empty = cc.Summary("x")
    parts = [empty.add({"x": [part, part + 1.0]}) for part in range(3)]
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        found = list(pool.map(_mean_of, parts))
    assert [estimates.value for estimates in found] == [0.5, 1.5, 2.5]


def test_rows_are_plain_data() -> None:
    row = ESTIMATES.rows[0]
    assert row.labels == ("East", "0")
    estimate = row.estimate
    assert estimate.interval is not None
    assert estimate.value is not None
    assert estimate.interval.low < estimate.value < estimate.interval.high
    assert estimate.interval.level == 0.95
    assert (ESTIMATES.statistic, ESTIMATES.variable, ESTIMATES.keys) == ("mean", "q1", ("district", "wave"))
    assert ESTIMATES.provenance.library_version == cc.__version__
    assert len(ESTIMATES.provenance.table_hashes) == 1


def test_covariance_is_symmetric_with_squared_errors_on_its_diagonal() -> None:
    matrix = np.array(ESTIMATES.covariance, dtype=float)
    assert matrix.shape == (len(ESTIMATES), len(ESTIMATES))
    assert np.array_equal(matrix, matrix.T, equal_nan=True)
    for place, row in enumerate(ESTIMATES.rows):
        if row.estimate.se is not None:
            assert matrix[place, place] == pytest.approx(row.estimate.se**2, rel=1e-12)


COLUMNS = [
    "value", "se", "df", "ci_low", "ci_high", "level", "n", "n_missing", "n_eff", "deff",
    "interval_method", "grade", "method", "reason",
]  # fmt: skip


@pytest.mark.parametrize("kind", ["pandas", "polars", "pyarrow", "dict"])
def test_the_columns_of_a_frame_are_those_of_the_csv(kind: Any) -> None:
    frame = ESTIMATES.to_frame(kind)
    names = frame.column_names if kind == "pyarrow" else list(frame.keys() if kind == "dict" else frame.columns)
    header = next(csv.reader(io.StringIO(ESTIMATES.to_csv())))
    assert names == header == ["district", "wave", *COLUMNS]
    values = frame["value"].to_pylist() if kind == "pyarrow" else list(frame["value"])
    assert values == [row.estimate.value for row in ESTIMATES.rows]


def test_a_pandas_frame_has_numbers_and_texts() -> None:
    frame = ESTIMATES.to_frame()
    assert isinstance(frame, pd.DataFrame)
    assert frame["n"].dtype == np.int64
    assert frame["deff"].dtype == np.float64
    assert list(frame["wave"]) == [row.labels[1] for row in ESTIMATES.rows]


def test_a_key_named_like_a_column_is_kept() -> None:
    frame = cc.Survey({"x": [1, 2], "value": ["a", "b"]}).mean("x", by="value").to_frame("dict")
    assert (frame["value_"], frame["value"]) == (["a", "b"], [1.0, 2.0])


def test_a_formula_is_harmless_in_csv_and_unchanged_in_a_frame() -> None:
    estimates = cc.Survey({"x": [1, 2], "g": ["=cmd", '<script>"']}).mean("x", by="g")
    assert list(estimates.to_frame("dict")["g"]) == ['<script>"', "=cmd"]
    assert "'=cmd" in estimates.to_csv()


def test_an_estimate_of_many_rows_is_not_one_value() -> None:
    with pytest.raises(cc.CohesionError) as caught:
        _ = ESTIMATES.value
    assert caught.value.kind == "not_possible"


def test_differences() -> None:
    every = ESTIMATES.differences()
    assert ESTIMATES.difference() == every
    with pytest.raises(cc.CohesionError) as caught:
        ESTIMATES.difference("A")
    assert (caught.value.kind, caught.value.path) == ("missing_field", "b")
    rows = len(ESTIMATES)
    assert len(every) == rows * (rows - 1) // 2
    both = [(row.p, row.p_adjusted) for row in every.rows if row.p is not None and row.p_adjusted is not None]
    assert both
    assert all(adjusted >= p * (1 - 1e-12) for p, adjusted in both)
    one = SURVEY.mean("q1", by="wave").difference(["1"], [0])  # type: ignore[list-item]
    assert one.rows[0].stands_out == (one.rows[0].p is not None and one.rows[0].p < 0.05)


def test_what_a_summary_holds_is_what_the_rows_give() -> None:
    held = SUMMARY.mean("q1", by=["district", "wave"])
    assert (held.rows, held.covariance) == (ESTIMATES.rows, ESTIMATES.covariance)
    # A margin that coarsens another one is summed in another order, so the last digits may differ.
    for held, asked in (
        (SUMMARY.total("q2", missing="answered"), SURVEY.total("q2", missing="answered")),
        (SUMMARY.share("member", values=1, by="district"), SURVEY.share("member", values=1, by="district")),
    ):
        for one, other in zip(held.rows, asked.rows, strict=True):
            assert one.labels == other.labels
            ours, theirs = one.estimate, other.estimate
            assert (ours.df, ours.se is None) == (theirs.df, theirs.se is None)
            assert ours.value == pytest.approx(theirs.value, rel=1e-12)
            assert ours.se is None or ours.se == pytest.approx(theirs.se, rel=1e-12)
    assert SUMMARY.alpha(["q1", "q2"]).rows == SURVEY.alpha(["q1", "q2"]).rows
    assert SUMMARY.rows == len(TABLE)
    assert SUMMARY.design_counts[1] == 40


def test_scores() -> None:
    scores = RESULTS["scores"]
    assert len(scores) == len(SOMERVILLE)
    assert len(scores.to_frame()) == len(SOMERVILLE)
    with pytest.raises(ValueError, match="read-only"):
        scores.values[0] = 1


def test_an_evaluation_from_a_summary_is_that_from_the_rows() -> None:
    assert PLAN.evaluate(survey=PLAN.summarise(survey=SOMERVILLE), as_of="2026-06-30") == EVALUATION


@pytest.mark.parametrize("kind", ["pandas", "polars", "pyarrow"])
def test_an_evaluation_from_any_frame_is_the_same(kind: Any) -> None:
    assert PLAN.evaluate(survey=SOMERVILLE.to_frame(kind), as_of="2026-06-30").to_json() == EVALUATION.to_json()


def test_parts_of_an_evaluation_merge() -> None:
    rows = SOMERVILLE.to_frame("pandas")
    parts = [PLAN.summarise(survey=rows.iloc[a:b], part=str(a)) for a, b in [(100, 143), (0, 40), (40, 100)]]
    merged = PLAN.evaluate(survey=cc.Summary.merge(parts), as_of="2026-06-30").content
    for found, expected in zip(merged["indicators"], EVALUATION.content["indicators"], strict=True):
        assert found["headline"]["value"] == pytest.approx(expected["headline"]["value"], rel=1e-12)
        assert found["headline"]["se"] == pytest.approx(expected["headline"]["se"], rel=1e-12)


def test_a_publication_is_no_evaluation() -> None:
    publication = EVALUATION.publish()
    assert json.loads(publication.to_json())["kind"] == "publication"
    with pytest.raises(cc.CohesionError) as caught:
        cc.Evaluation.from_json(publication.to_json())
    assert caught.value.kind == "inconsistent"


def test_an_interrupt_ends_the_call_with_an_exception() -> None:
    survey = cc.Survey({"x": np.random.default_rng(1).normal(size=500_000), "g": np.arange(500_000) % 1000})

    def interrupted(*_: Any) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupted)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.005)
        with pytest.raises(KeyboardInterrupt):
            survey.mean("x", by="g")
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
