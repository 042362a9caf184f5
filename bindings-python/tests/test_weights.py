"""Calibration, non-response and response rates: results as plain data, arguments as people write them."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import cohesion_core as cc
import numpy as np
import pandas as pd
import pytest

DATA = Path(__file__).resolve().parents[2] / "cohesion-core" / "tests" / "vectors" / "data"
SURVEY = cc.Survey(cc.read_csv(DATA / "fieldwork.csv"), weights="weight", strata="district", clusters="street")
AGES = {"18-39": 2600, "40-64": 2500, "65+": 1500}
CALIBRATED = SURVEY.calibrate({"age": AGES}, bounds=(0.5, 2), trim={"design_effect": 1.03})
ANSWERED = SURVEY.nonresponse("outcome", values=["complete", "partial"], by="age")
CODES = {
    "complete": "I",
    "partial": "P",
    "refused": "R",
    "not home": "NC",
    "ill": "O",
    "unknown address": "UH",
    "unclear": "UO",
    "shop": "NE",
}
RESULTS: dict[str, Any] = {
    "calibration": CALIBRATED.calibration,
    "response": ANSWERED.response,
    "rates": SURVEY.response_rates("outcome", CODES, by="district"),
}


@pytest.mark.parametrize("name", RESULTS)
def test_they_are_kept_to_the_last_digit(name: str) -> None:
    result = RESULTS[name]
    assert type(result).from_json(result.to_json()) == result
    assert pickle.loads(pickle.dumps(result)).to_json() == result.to_json()
    with pytest.raises(cc.CohesionError, match=r"calibration|response"):
        type(result).from_json("{}")


@pytest.mark.parametrize("name", RESULTS)
def test_fields_are_those_of_the_json(name: str) -> None:
    result = RESULTS[name]
    for field, stands in json.loads(result.to_json()).items():
        found = getattr(result, field)
        if isinstance(stands, str | int | float):
            assert found == stands, field
        elif isinstance(stands, list):
            assert len(found) == len(stands), field
    assert result.to_text("nl")
    assert "<table" in result._repr_html_()


def test_the_rows_as_a_frame() -> None:
    calibration = CALIBRATED.calibration
    assert calibration is not None
    assert calibration.trimming is not None
    found = calibration.to_frame("pandas")
    assert list(found["level"]) == list(AGES)
    assert np.allclose(found["after"], list(AGES.values()), rtol=1e-12)
    assert calibration.kish_after <= 1.03
    assert calibration.trimming.n_cut > 0


def test_the_survey_itself_stays() -> None:
    assert SURVEY.calibration is None
    assert SURVEY.response is None
    assert SURVEY.g_weights is None
    weights = CALIBRATED.g_weights
    assert weights is not None
    assert np.allclose(SURVEY.weights * weights, CALIBRATED.weights)
    assert "adjusted" in repr(ANSWERED) or "non-response" in repr(ANSWERED)


def test_margins_as_people_have_them() -> None:
    expected = SURVEY.calibrate({"age": AGES}).weights
    for margins in (
        {"age": pd.Series(AGES)},
        {("age",): {(level,): np.float64(total) for level, total in AGES.items()}},
        [{"columns": ["age"], "totals": [{"levels": level, "total": total} for level, total in AGES.items()]}],
    ):
        assert (SURVEY.calibrate(margins).weights == expected).all()


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        ({"margins": "age"}, "wrong_type"),
        ({"margins": {"age": "many"}}, "wrong_type"),
        ({"margins": {"age": {"18-39": float("nan")}}}, "out_of_range"),
        ({"margins": {("age", "district"): 5}}, "wrong_type"),
        ({"margins": {"age": AGES}, "bounds": (1, 2, 3)}, "wrong_type"),
        ({"margins": {"age": AGES}, "trim": {"top": 3}}, "unknown_option"),
        ({"margins": {"age": AGES}, "trim": 3}, "wrong_type"),
        ({"margins": {"age": AGES}, "trim": {}}, "missing_field"),
    ],
)
def test_other_arguments_are_refused(arguments: dict[str, Any], kind: str) -> None:
    with pytest.raises(cc.CohesionError) as raised:
        SURVEY.calibrate(**arguments)
    assert raised.value.kind == kind


def test_a_summary_of_adjusted_weights_is_refused() -> None:
    with pytest.raises(cc.CohesionError) as raised:
        CALIBRATED.summary(["trust"])
    assert raised.value.kind == "not_possible"
