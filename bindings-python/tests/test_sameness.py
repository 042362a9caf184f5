"""The bytes that Python writes are those of the core: the digests are the ones that every language compares with."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import cohesion_core as cc

CORE = Path(__file__).resolve().parents[2] / "cohesion-core"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_what_is_written_has_the_committed_digests() -> None:
    plan = cc.Plan.read(CORE / "examples/somerville.toml")
    evaluation = plan.evaluate(survey=cc.read_csv(CORE / "examples/somerville.csv"), as_of="2026-06-30")
    published = evaluation.publish()
    found = {
        "evaluation json": digest(evaluation.to_json()),
        "publication json": digest(published.to_json()),
        "csv machine": digest(published.to_csv()),
    }
    for language in ("en", "fr", "nl"):
        found[f"csv spreadsheet {language}"] = digest(published.to_csv(flavour="spreadsheet", language=language))
        found[f"text {language}"] = digest(published.to_text(language=language))
        for audience in ("partners", "residents"):
            page = published.to_html(language=language, audience=audience)
            found[f"html {language} {audience}"] = digest(page)
            found[f"markdown {language} {audience}"] = digest(
                published.to_markdown(language=language, audience=audience)
            )
    assert found == json.loads((CORE / "tests/sameness.json").read_text(encoding="utf-8"))


BOOTSTRAP = """
import cohesion_core as cc
rows = range(600)
columns = {"g": lambda row: row % 5, "street": lambda row: row // 12, "x": lambda row: row * 37 % 101 / 7}
table = {name: [of(row) for row in rows] for name, of in columns.items()}
replicates = cc.Survey(table, clusters="street").replicates("bootstrap", n=1100, seed=3)
print(replicates.mean("x", by="g").to_json())
"""


def test_the_number_of_threads_changes_no_bit() -> None:
    def written(threads: int) -> str:
        environment = os.environ | {"RAYON_NUM_THREADS": str(threads)}
        run = [sys.executable, "-c", BOOTSTRAP]
        return subprocess.run(run, env=environment, check=True, capture_output=True, text=True).stdout

    assert written(1) == written(2) == written(8) != ""


def test_results_of_format_1_are_read() -> None:
    def text(name: str) -> str:
        return (CORE / "tests/format-1" / name).read_text(encoding="utf-8")

    estimates = cc.Estimates.from_json(text("estimates.json"))
    assert [row.estimate.value for row in estimates.rows] == [2.0, 3.5, 5.0]
    assert "1 row has no value in column area" in estimates.to_text()
    evaluation = cc.Evaluation.from_json(text("evaluation.json"))
    published = cc.PublishedEvaluation.from_json(text("published_evaluation.json"))
    review = cc.Review.from_json(text("review.json"))
    for document in (evaluation, published, review):
        assert document.to_json().startswith('{"format":2,')
    assert "Somerville" in published.to_text(language="fr")
    assert "Kombi" in review.to_markdown(language="nl", audience="partners")
