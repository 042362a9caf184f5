"""What must not change a result: the order of rows, the scale of weights, the names of groups, the order of merging."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import cohesion_core as cc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

ROWS = st.lists(
    st.tuples(
        st.one_of(st.none(), st.integers(1, 10)),
        st.sampled_from(["a", "b", "c"]),
        st.floats(0.25, 8.0),
        st.integers(1, 4),
    ),
    min_size=6,
    max_size=60,
)

close = settings(max_examples=60, deadline=None)


def columns(rows: list[tuple[Any, ...]]) -> dict[str, list[Any]]:
    """Columns, with two rows per stratum at least and no cluster in two strata."""
    rows = [*rows, (3, "a", 1.0, 1), (4, "a", 1.0, 2), (5, "b", 1.0, 3), (6, "b", 1.0, 4)]
    x, group, weight, cluster = (list(column) for column in zip(*rows, strict=True))
    stratum = [(number + 1) // 2 for number in cluster]
    return {"x": x, "g": group, "w": weight, "c": cluster, "s": stratum}


def figures(data: dict[str, list[Any]]) -> list[tuple[tuple[str, ...], Any, Any]]:
    survey = cc.Survey(data, weights="w", strata="s", clusters="c")
    means = survey.mean("x", by="g").rows
    shares = survey.share("x", values=[5, 6, 7], by="g").rows
    return [(row.labels, row.estimate.value, row.estimate.se) for row in (*means, *shares)]


def assert_close(found: list[tuple[Any, Any, Any]], expected: list[tuple[Any, Any, Any]], scale: float = 10.0) -> None:
    assert [labels for labels, _, _ in found] == [labels for labels, _, _ in expected]
    for (_, value, se), (_, value_0, se_0) in zip(found, expected, strict=True):
        assert value == (None if value_0 is None else pytest.approx(value_0, abs=1e-12 * scale))
        # The variance, not its root, is a sum: near zero the root of 1e-16 is 1e-8.
        assert (se is None) == (se_0 is None)
        if se is not None:
            assert se**2 == pytest.approx(se_0**2, rel=1e-9, abs=1e-12 * scale)


@given(rows=ROWS, order=st.randoms(use_true_random=False))
@close
def test_row_order(rows: list[Any], order: Any) -> None:
    data = columns(rows)
    places = list(range(len(data["x"])))
    order.shuffle(places)
    assert_close(figures({name: [values[place] for place in places] for name, values in data.items()}), figures(data))


@given(rows=ROWS, factor=st.floats(0.01, 100))
@close
def test_weight_rescaling(rows: list[Any], factor: float) -> None:
    data = columns(rows)
    assert_close(figures({**data, "w": [weight * factor for weight in data["w"]]}), figures(data))


@given(rows=ROWS)
@close
def test_group_relabelling(rows: list[Any]) -> None:
    data = columns(rows)
    names = {"a": "=1+1", "b": "<b>", "c": "Zürich"}
    found = figures({**data, "g": [names[group] for group in data["g"]]})
    back = {new: old for old, new in names.items()}
    half = len(found) // 2
    renamed = [((back[labels[0]],), value, se) for labels, value, se in found]
    assert_close([*sorted(renamed[:half]), *sorted(renamed[half:])], figures(data))


@given(
    rows=ROWS, cuts=st.lists(st.integers(1, 9), min_size=1, max_size=3, unique=True), order=st.permutations(range(4))
)
@close
def test_merge_order(rows: list[Any], cuts: list[int], order: list[int]) -> None:
    data = columns(rows)
    ends = [0, *sorted(cuts), len(data["x"])]
    empty = cc.Summary("x", weights="w", strata="s", clusters="c", by="g", shares={"x": [5, 6, 7]})
    parts = [
        empty.add({name: values[start:end] for name, values in data.items()}, part=str(start))
        for start, end in itertools.pairwise(ends)
    ]
    merged = cc.Summary.merge([parts[place] for place in order if place < len(parts)])
    rows_of = (*merged.mean("x", by="g").rows, *merged.share("x", values=[5, 6, 7], by="g").rows)
    assert_close([(row.labels, row.estimate.value, row.estimate.se) for row in rows_of], figures(data))


def faults_of(read: Callable[[], Any]) -> tuple[cc.Fault, ...] | None:
    """The faults of what is refused; None where it is not."""
    try:
        read()
    except cc.CohesionError as error:
        return error.faults
    return None


@given(text=st.text(max_size=200))
@close
def test_any_text_is_a_plan_or_a_fault(text: str) -> None:
    assert faults_of(lambda: cc.Plan.from_toml(text).check()) != ()
    assert faults_of(lambda: cc.Plan.from_json(text).check()) != ()


@given(data=st.binary(max_size=300))
@close
def test_any_bytes_are_a_table_or_a_fault_and_no_summary(data: bytes) -> None:
    assert faults_of(lambda: cc.read_csv(data)) != ()
    assert faults_of(lambda: cc.Summary.from_bytes(data))


SUMMARY = cc.Summary("x").add({"x": [1, 2, 3]}).to_bytes()


@given(place=st.integers(0, len(SUMMARY) - 1), bit=st.integers(0, 7))
@close
def test_a_summary_that_was_tampered_with_is_refused(place: int, bit: int) -> None:
    changed = bytearray(SUMMARY)
    changed[place] ^= 1 << bit
    with pytest.raises(cc.CohesionError) as caught:
        cc.Summary.from_bytes(bytes(changed))
    assert caught.value.kind in ("corrupt", "unsupported_format")
