"""Small areas, contrasts and explanations as results: immutable, picklable, readable."""

from __future__ import annotations

import pickle

import cohesion_core as cc
import pytest

PLACE = [row // 4 for row in range(40)]
ANSWERS = {
    "area": PLACE,
    "trust": [area * 5 % 7 + row % 2 for row, area in enumerate(PLACE)],
    "other": [row % 3 for row in range(40)],
}
KNOWN = {
    "area": list(range(11)),
    "tenants": [10, 12, 30, 25, 40, 45, 50, 52, 60, 70, 80],
    "people": [100 + 10 * area for area in range(11)],
}


def made() -> cc.SmallAreas:
    survey = cc.Survey(ANSWERS)
    return survey.mean("trust", by="area").small_areas(
        KNOWN, on="tenants", size="people", benchmark=survey.mean("trust")
    )


def test_small_areas_are_read() -> None:
    areas = made()
    assert (areas.key, areas.n_areas, areas.df, len(areas)) == ("area", 10, 8, 11)
    assert [term.term for term in areas.terms] == ["(Intercept)", "tenants"]
    assert areas.sigma_u2 > 0
    assert areas.sigma_u2_se > 0
    assert areas.log_likelihood < 0
    assert areas.method.startswith("fay_herriot on tenants")
    assert areas.provenance.library_version == cc.__version__
    assert len(areas.provenance.table_hashes) == 2
    assert [note.code for note in areas.notes] == ["benchmarked_by_ratio"]
    by_label = {area.label: area for area in areas.areas}
    alone, asked = by_label["10"], by_label["3"]
    assert (alone.gamma, alone.direct, alone.sampling_variance, alone.residual) == (0, None, None, None)
    assert alone.estimate.notes[0].code == "synthetic_figure"
    assert asked.direct is not None
    assert 0 < asked.gamma < 1
    sizes = dict(zip(map(str, KNOWN["area"]), KNOWN["people"], strict=True))
    together = sum(sizes[area.label] * (area.estimate.value or 0) for area in areas.areas) / sum(sizes.values())
    assert areas.benchmark is not None
    assert together == pytest.approx(areas.benchmark.target)
    assert areas.estimates().keys == ("area",)
    assert areas.estimates().difference("3", "4").rows[0].estimate.se is not None
    assert "area" in areas.to_html("fr")
    assert "% van dit cijfer" in areas.to_text("nl")


def test_they_are_kept_to_the_last_digit() -> None:
    areas = made()
    assert pickle.loads(pickle.dumps(areas)) == areas
    assert cc.SmallAreas.from_json(areas.to_json()) == areas
    with pytest.raises(AttributeError):
        areas.key = "x"  # type: ignore[misc]


def test_every_result_explains_itself() -> None:
    survey = cc.Survey(ANSWERS)
    mean = survey.mean("trust", by="area")
    explained = mean.explain()
    assert (
        explained.r_call
        == "svyby(~trust, ~area, subset(svydesign(ids = ~1, data = d), !is.na(trust)), svymean, covmat = TRUE)"
    )
    assert [step.what for step in explained.steps] == ["Figure", "Standard error", "Interval"]
    assert str(explained).splitlines()[0].startswith("Figure: sum(w y) / sum(w)")
    assert mean.explain("fr").steps[0].what == "Chiffre"
    assert "Iedereen had dezelfde kans" in mean.explain("nl").text
    assert mean.difference("0", "1").explain().r_call is None
    assert made().explain().r_call is None
    assert made().explain().steps[1].what == "Variance between areas"
    assert survey.t_test("trust", against=3).explain().r_call
    assert survey.regress("trust", on="other").explain().assumptions[0].startswith("A coefficient")
    with pytest.raises(cc.CohesionError):
        mean.explain("de")
