"""Reviews as results: typed parts, tables, pictures; immutable, picklable, readable."""

from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path

import cohesion_core as cc
import pytest

EXAMPLE = Path(__file__).resolve().parents[2] / "cohesion-core" / "examples" / "kombi.toml"


@pytest.fixture(scope="module")
def review() -> cc.Review:
    return cc.Plan.read(EXAMPLE).partnership.review(as_of="2026-06-30")


def test_a_review_is_kept_to_the_last_digit(review: cc.Review) -> None:
    assert cc.Review.from_json(review.to_json()) == review
    assert pickle.loads(pickle.dumps(review)) == review
    assert copy.deepcopy(review) == review
    with pytest.raises(AttributeError):
        review.as_of = "2027-01-01"  # type: ignore[misc]
    with pytest.raises(cc.CohesionError) as caught:
        cc.Review.from_json("{")
    assert caught.value.kind == "syntax"


def test_a_review_holds_ratings_and_networks(review: cc.Review) -> None:
    plan = cc.Plan.read(EXAMPLE)
    answers = cc.read_csv(EXAMPLE.with_suffix(".csv"))
    whole = plan.partnership.review({"assessment": answers}, as_of="2026-06-30")
    assert review.self_assessment is None
    assert whole.self_assessment == plan.partnership.assess(answers)
    published = whole.publish()
    assert isinstance(published.self_assessment, cc.PublishedAssessment)
    assert published.self_assessment == plan.partnership.assess(answers).publish()
    information, reliability = whole.networks
    assert (information.kind, information.wave, reliability.kind) == ("information", "after", "reliability")
    own = plan.partnership.network(wave="after", kind="information").summary()
    assert information.summary.figures["reciprocity"] == own.figures["reciprocity"]
    agreed = {row["stakeholder"] for row in json.loads(published.to_json())["stakeholders"]}
    assert {row.labels[0] for row in published.networks[0].partners.rows} <= agreed


def test_the_parts_are_tables(review: cc.Review) -> None:
    assert (review.kind, review.as_of) == ("confidential_review", "2026-06-30")
    assert {finding.code for finding in review.findings} <= set(review.judged)
    first = review.findings[0]
    assert first.id.startswith(first.code)
    assert first.movement is None
    assert first.records
    rows = review.responsibilities.activities
    assert rows[0]["responsible"]
    assert len(rows) == len(rows.to_frame("dict")["activity"])
    assert next(iter(rows.to_frame("pandas")["title"])) == "Boxing together"
    assert rows.to_frame("dict", language="nl")["title"][0] == "Samen boksen"
    assert rows.to_frame("polars").height == len(rows)
    assert rows.to_frame("pyarrow").num_rows == len(rows)
    assert review.responsibilities.theory.coverage[0]["what"] == "activities_reach_objective"
    ledger = review.shares.ledgers[0]
    assert ledger.concentration is not None
    assert ledger.concentration["gini_most"] == pytest.approx(1 - 1 / len(ledger.rows))
    assert review.communication.channels.to_frame("pandas")["kept_share"].dtype == float
    assert review.conflicts.known
    assert review.conflicts.curves[0].n == review.conflicts.n
    assert review.retention.overall.median.level == 0.95
    assert len(review.actions) == len(review.past_findings) + len(review.actions)
    assert review.timeline[0]["kind"] == "activity"
    assert review.provenance.as_of == "2026-06-30"
    assert review.provenance.plan_hash
    assert isinstance(review.notes, tuple)
    assert len(review.publish().withheld) > 0
    assert repr(rows).startswith("<cohesion_core.ReviewTable: 4 rows; activity")
    assert copy.copy(rows) == rows
    assert hash(rows) == hash(copy.copy(rows))
    with pytest.raises(cc.CohesionError):
        rows.to_frame("excel")  # type: ignore[arg-type]


def test_residents_get_what_is_published(review: cc.Review, tmp_path: Path) -> None:
    published = review.publish()
    assert published.kind == "published_review"
    assert cc.PublishedReview.from_json(published.to_json()) == published
    assert not hasattr(published.conflicts, "rows")
    assert "actions" not in published.content
    assert published.conflicts.n == review.conflicts.n
    assert sum(row["n"] for row in published.withheld) + len(published.findings) == len(review.findings)
    page = review.to_html(audience="residents", language="fr")
    assert 'lang="fr"' in page
    assert "Police de Gand" not in page
    review.to_markdown(tmp_path / "review.md")
    assert (tmp_path / "review.md").read_text(encoding="utf-8") == review.to_markdown()
    assert review.chart("load", audience="residents").alternative != review.chart("load").alternative


def test_a_notebook_shows_the_findings(review: cc.Review) -> None:
    bundle = review._repr_mimebundle_()
    assert "<table" in bundle["text/html"]
    assert bundle["text/plain"] == str(review)
    assert len(review.finding_texts("nl")) == len(review.findings)


@pytest.mark.parametrize(
    ("given", "kind", "path"),
    [
        ({"as_of": "soon"}, "impossible_date", "as_of"),
        ({"as_of": "2026-06-30", "seed": -1}, "out_of_range", "seed"),
        ({"as_of": "2026-06-30", "previous": "x"}, "wrong_type", "previous"),
        ({"as_of": "2026-06-30", "records": [1]}, "wrong_type", "records"),
        ({"as_of": "2026-06-30", "records": {"meetings": {"id": ["x"]}}}, "unknown_key", "records.meetings"),
    ],
)
def test_what_is_refused(given: dict[str, object], kind: str, path: str) -> None:
    with pytest.raises(cc.CohesionError) as caught:
        cc.Plan.read(EXAMPLE).partnership.review(**given)  # type: ignore[arg-type]
    assert (caught.value.kind, caught.value.path) == (kind, path)


def test_pictures_and_audiences_are_closed_sets(review: cc.Review) -> None:
    for call in (
        lambda: review.chart("pie"),  # type: ignore[arg-type]
        lambda: review.to_html(audience="press"),  # type: ignore[call-overload]
        lambda: review.finding_texts("de"),
    ):
        with pytest.raises(cc.CohesionError) as caught:
            call()
        assert caught.value.kind == "unknown_value"
