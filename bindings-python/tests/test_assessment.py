"""Self-assessments: what is kept, what is shared, what is refused."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import cohesion_core as cc
import pytest
from vectors import COMMITTED

EXAMPLES = COMMITTED.parent.parent / "examples"


@pytest.fixture(scope="module")
def kombi() -> cc.Assessment:
    return cc.Plan.read(EXAMPLES / "kombi.toml").partnership.assess(cc.read_csv(EXAMPLES / "kombi.csv"))


def kind(error: pytest.ExceptionInfo[cc.CohesionError]) -> tuple[str, str]:
    return error.value.kind, error.value.path


def test_what_is_kept_reads_back(kombi: cc.Assessment) -> None:
    published = kombi.publish()
    assert cc.Assessment.from_json(kombi.to_json()) == kombi
    assert cc.PublishedAssessment.from_json(published.to_json()) == published
    assert pickle.loads(pickle.dumps(kombi)) == kombi
    assert len(kombi.content["dimensions"][0]["by_organisation"]) == 7
    assert "by_organisation" not in published.content["dimensions"][0]
    with pytest.raises(cc.CohesionError) as error:
        cc.PublishedAssessment.from_json(kombi.to_json())
    assert kind(error) == ("inconsistent", "kind")


def test_what_is_made_for_others_is_made_from_the_publication(kombi: cc.Assessment, tmp_path: Path) -> None:
    published = kombi.publish()
    for language in ("en", "fr", "nl"):
        assert kombi.to_text(language) == published.to_markdown(language=language)
        assert kombi.to_html(language=language, audience="residents").startswith("<!DOCTYPE html>")
        assert kombi.chart(language=language).spec == published.chart(language=language).spec
    kombi.to_html(tmp_path / "ratings.html")
    assert (tmp_path / "ratings.html").read_text(encoding="utf-8") == published.to_html()
    assert "cc-report" in kombi._repr_html_()
    assert [note.code for note in kombi.notes] == [note.code for note in published.notes]


@pytest.mark.parametrize(
    ("residents", "expected"),
    [
        ([("known", 3)], ("wrong_type", "residents")),
        ({"known": 3}, ("wrong_type", "residents[known]")),
        ({"known": cc.Survey({"known": [1, 2, 3]}).share("known", values=[1])}, ("inconsistent", "residents[known]")),
    ],
)
def test_what_is_no_mean_is_refused(kombi: cc.Assessment, residents: Any, expected: tuple[str, str]) -> None:
    with pytest.raises(cc.CohesionError) as error:
        kombi.beside(residents)
    assert kind(error) == expected
