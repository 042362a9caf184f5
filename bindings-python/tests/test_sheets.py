"""Every result is a sheet: the same calls on each."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import cohesion_core as cc
import pytest

DATA = {
    "score": [3, 5, 4, 6, 8, 7, 9, 6],
    "age": [20, 30, 45, 50, 60, 70, 35, 25],
    "club": ["no", "no", "no", "yes", "yes", "yes", "yes", "no"],
    "outcome": ["I", "I", "I", "I", "R", "I", "I", "I"],
}
EXAMPLES = Path(__file__).resolve().parents[2] / "cohesion-core" / "examples"


def results() -> dict[str, Any]:
    """One of each."""
    survey = cc.Survey(DATA)
    means = survey.mean("score", by="club")
    counts = survey.counts("score", values=[6, 7], by="club")
    place = [row % 12 for row in range(48)]
    areas = cc.Survey({"area": place, "x": [area + row % 5 for row, area in enumerate(place)]}).mean("x", by="area")
    known = {"area": list(range(12)), "z": [1, 5, 2, 8, 3, 9, 4, 7, 6, 2, 5, 8]}
    network = cc.Network.from_edges({"a": ["x", "y"], "b": ["y", "z"]}, source="a", target="b")
    plan = cc.Plan.read(EXAMPLES / "somerville.toml")
    return {
        "estimates": means,
        "comparisons": means.differences(),
        "test": survey.t_test("score", by="club"),
        "regression": survey.regress("score", on=["age", "club"]),
        "small areas": areas.small_areas(known, on="z"),
        "calibration": survey.calibrate({"club": {"no": 20, "yes": 30}}).calibration,
        "response": survey.nonresponse("outcome", values="I").response,
        "rates": survey.response_rates("outcome", {"I": "I", "R": "R"}),
        "counts": counts,
        "published": cc.publish([means, counts]),
        "network": network.centrality(),
        "loss": network.loss(k=1),
        "scores": plan.score(cc.read_csv(EXAMPLES / "somerville.csv"), "satisfaction"),
    }


RESULTS = results()
PICTURED = {"estimates", "comparisons", "regression", "small areas", "loss"}


@pytest.mark.parametrize("name", RESULTS)
def test_every_result_is_written_for_people(name: str) -> None:
    result = RESULTS[name]
    text, french = result.to_text(), result.to_text("fr")
    assert repr(result) == text.rstrip("\n")
    assert len(text) > 20
    assert french != text
    assert "_" not in french
    assert 'lang="nl"' in result.to_html("nl")
    assert len(result.to_markdown("fr")) > 20
    assert str(result.explain("nl"))
    assert isinstance(result.notes, tuple)
    assert result.provenance.library_version == cc.__version__
    assert pickle.loads(pickle.dumps(result)) == result
    with pytest.raises(cc.CohesionError) as caught:
        result.to_markdown("de")
    assert caught.value.kind == "unknown_value"


@pytest.mark.parametrize("name", RESULTS)
def test_every_result_has_a_data_frame_with_the_columns_of_its_csv(name: str) -> None:
    result = RESULTS[name]
    head, *lines = result.to_csv().splitlines()
    columns = result.to_frame("dict")
    assert ",".join(columns) == head
    assert {len(column) for column in columns.values()} == {len(lines)}
    for kind in ("pandas", "polars", "pyarrow"):
        frame = result.to_frame(kind)
        assert list(getattr(frame, "column_names", frame.columns)) == list(columns)
        assert len(frame) == len(lines)


@pytest.mark.parametrize("name", RESULTS)
def test_a_picture_is_drawn_where_one_shows_the_result(name: str) -> None:
    if name in PICTURED:
        assert RESULTS[name].chart("nl").alternative
        return
    with pytest.raises(cc.CohesionError) as caught:
        RESULTS[name].chart()
    assert caught.value.kind == "not_possible"


def test_what_is_said_of_figures_stands_below_them() -> None:
    nobody = cc.Survey({"trust": [3, 4, None], "area": ["N", "N", "S"]}).mean("trust", by="area")
    for written in (nobody.to_text(), nobody.to_html(), nobody.to_markdown()):
        assert "S: Nobody in this group answered." in written
    flags = cc.Survey(DATA).mean("score", by="club").differences().to_frame("pandas")
    assert str(flags["stands_out"].dtype) in ("bool", "boolean")
