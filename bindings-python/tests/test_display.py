"""What people see: tables in notebooks, pages, pictures, files."""

from __future__ import annotations

import csv
import html.parser
import io
import json
import re
from pathlib import Path
from typing import Any

import altair
import cohesion_core as cc
import nbclient
import nbformat
import numpy as np
import pandas as pd
import pytest
from cohesion_core._chart import MIME

EXAMPLES = Path(__file__).resolve().parents[2] / "cohesion-core" / "examples"
PLAN = cc.Plan.read(EXAMPLES / "somerville.toml")
EVALUATION = PLAN.evaluate(survey=cc.read_csv(EXAMPLES / "somerville.csv"), as_of="2026-06-30")
LANGUAGES = ["en", "fr", "nl"]

HOSTILE = '<script src="https://example.org/x.js">alert(1)</script>=cmd|"'
MANY = cc.Survey(
    {
        "x": np.arange(4000.0) % 7,
        "g": [f"{HOSTILE} number {place % 2000} with a name that is rather long" for place in range(4000)],
    }
)
HIDDEN = cc.Plan.from_toml(
    """
[survey]
by = ["area"]
[[indicators]]
id = "trust"
title = "Trust"
variable = "trust"
"""
)
AREAS = {"trust": [1.0, 2, 4.123] + [3.0, 4] * 20 + [2.0, 5] * 20, "area": ["A"] * 3 + ["B"] * 40 + ["C"] * 40}
SMALL = HIDDEN.evaluate(survey=AREAS)

SHOWN: dict[str, Any] = {
    "estimate": cc.Survey({"x": [1, 2, 3]}).mean("x"),
    "not estimable": cc.Survey({"x": [None, None]}).mean("x"),
    "with weights": cc.Survey({"x": [1, 2, 3], "w": [1, 2, 3]}, weights="w").share("x", values=1),
    "one unit": cc.Survey({"x": [1, 2, 3], "s": [1, 1, 2]}, strata="s", single_unit="adjust").total("x"),
    "many groups": MANY.mean("x", by="g"),
    "many differences": cc.Survey({"x": np.arange(200.0), "g": np.arange(200) % 40}).mean("x", by="g").differences(),
    "evaluation": EVALUATION,
    "publication": EVALUATION.publish(),
    "hidden groups": SMALL,
}


class Page(html.parser.HTMLParser):
    """Tags and attributes of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize("name", SHOWN)
def test_the_table_of_a_notebook_is_light_and_accessible(name: str) -> None:
    text = SHOWN[name]._repr_html_()
    assert len(text.encode()) <= 15_000
    tags = Page(text).tags
    names = [tag for tag, _ in tags]
    assert "script" not in names
    assert "style" not in names
    assert not any(key.startswith("on") or key in ("src", "href", "style") for _, attrs in tags for key in attrs)
    assert next(attrs["lang"] for tag, attrs in tags if tag == "table") == "en"
    assert names.count("caption") == names.count("table") == 1
    scopes = {attrs.get("scope") for tag, attrs in tags if tag == "th"}
    assert scopes == {"col", "row"}


@pytest.mark.parametrize("name", SHOWN)
def test_a_notebook_is_offered_text_table_and_picture(name: str) -> None:
    result = SHOWN[name]
    bundle = result._repr_mimebundle_()
    assert bundle["text/plain"] == repr(result) == str(result) == result.to_text().rstrip("\n")
    assert bundle["text/html"] == result._repr_html_()
    assert (MIME in bundle) == (name != "many differences")


def test_text_is_aligned() -> None:
    lines = repr(cc.Survey({"x": [1, 2, 3, 4], "g": list("abab")}).mean("x", by="g")).splitlines()
    assert lines[0] == "Mean: x, by g"
    assert len({len(line) for line in lines[1:-1]}) == 1
    assert lines[-1] == "- Reliability: to be used with care (fewer than 30 effective answers)."


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language(language: str) -> None:
    estimates = cc.Survey({"x": [1.25, 2, 3]}).mean("x")
    mark = "2.08" if language == "en" else "2,08"
    assert f'lang="{language}"' in estimates.to_html(language)
    for text in (estimates.to_html(language), estimates.to_text(language)):
        assert mark in text
    assert estimates.chart(language=language).spec != {}
    for audience in ("partners", "residents"):
        assert f'<html lang="{language}"' in EVALUATION.to_html(language=language, audience=audience)
    assert EVALUATION.to_markdown(language=language) == EVALUATION.publish().to_markdown(language=language)
    assert EVALUATION.to_text(f"{language}-BE") == EVALUATION.to_text(language)


@pytest.mark.parametrize(
    ("call", "path", "allowed"),
    [
        (lambda: EVALUATION.to_html(language="de"), "language", ("en", "fr", "nl")),
        (lambda: EVALUATION.to_html(audience="press"), "audience", ("partners", "residents")),  # type: ignore[call-overload]
        (lambda: EVALUATION.to_csv(flavour="excel"), "flavour", ("machine", "spreadsheet")),  # type: ignore[call-overload]
        (lambda: EVALUATION.chart().save("x.pdf"), "path", (".json", ".svg", ".png")),
    ],
)
def test_a_word_that_is_not_known(call: Any, path: str, allowed: tuple[str, ...]) -> None:
    with pytest.raises(cc.CohesionError) as caught:
        call()
    fault = caught.value.faults[0]
    assert (fault.kind, fault.path, fault.allowed) == ("unknown_value", path, allowed)


def test_an_indicator_that_is_not_there() -> None:
    with pytest.raises(cc.CohesionError) as caught:
        EVALUATION.chart("trust")
    assert caught.value.path == "indicator"
    assert "mean_police" in caught.value.faults[0].allowed


def test_files(tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    assert EVALUATION.to_html(page, language="fr", audience="residents") is None
    assert page.read_text(encoding="utf-8") == EVALUATION.to_html(language="fr", audience="residents")
    EVALUATION.to_markdown(tmp_path / "report.md")
    EVALUATION.to_csv(tmp_path / "report.csv", flavour="spreadsheet", language="nl")
    assert (tmp_path / "report.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert cc.read_csv(tmp_path / "report.csv").guess.separator == ";"
    for ending, start in ((".json", b"{"), (".svg", b"<svg"), (".png", b"\x89PNG")):
        EVALUATION.chart().save(tmp_path / f"chart{ending}")
        assert (tmp_path / f"chart{ending}").read_bytes().startswith(start)
    with pytest.raises(cc.CohesionError) as caught:
        EVALUATION.to_html(tmp_path)
    assert caught.value.kind == "file"


def test_the_frame_of_an_evaluation_is_its_machine_csv() -> None:
    frame = EVALUATION.to_frame("pandas")
    header = next(csv.reader(io.StringIO(EVALUATION.to_csv())))
    assert list(frame.columns) == header
    assert header[:8] == ["indicator", "version", "statistic", "group_by", "group", "wave", "kind", "value"]
    police = frame[(frame["indicator"] == "mean_police") & (frame["kind"] == "headline")]
    headline = next(found for found in EVALUATION.content["indicators"] if found["id"] == "mean_police")["headline"]
    assert police["value"].item() == headline["value"]
    assert frame["p"].dtype == np.float64
    for kind in ("polars", "pyarrow", "dict"):
        assert len(EVALUATION.to_frame(kind)["value"]) == len(frame)


def test_small_groups_reach_nothing_that_is_shown() -> None:
    """Three answers of 1, 2 and 4.123 make a mean that must not be found, nor what it could be worked out from."""
    mean = 7.123 / 3
    assert str(mean)[:6] in SMALL.to_json()
    shared: list[str] = [
        repr(SMALL),
        SMALL._repr_html_(),
        SMALL.to_html(),
        SMALL.to_html(audience="residents"),
        SMALL.to_markdown(),
        SMALL.to_csv(),
        SMALL.to_csv(flavour="spreadsheet"),
        SMALL.chart().to_json(),
        SMALL.chart("trust").to_json(),
        SMALL.publish().to_json(),
        json.dumps(SMALL.to_frame("dict")),
    ]
    for text in shared:
        assert not re.search(r"2\.374|2\.37\b", text)
    # Of three groups one is small; a second is hidden, or the total less the others would tell.
    assert len(SMALL.publish().content["indicators"][0]["groups"][0]["estimates"]["rows"]) == 1


def test_a_frame_of_hidden_groups_has_whole_counts() -> None:
    frame = SMALL.to_frame("pandas")
    assert isinstance(frame["n"].dtype, pd.Int64Dtype)
    hidden = frame[frame["n"].isna()]
    assert "A" in set(hidden["group"])
    assert hidden["value"].isna().all()


@pytest.mark.parametrize(
    "name", [name for name in SHOWN if hasattr(SHOWN[name], "chart") and not name.startswith("many")]
)
def test_charts_are_valid_vega_lite(name: str) -> None:
    chart = SHOWN[name].chart()
    assert isinstance(chart.to_altair(), altair.TopLevelMixin)
    assert "://" not in chart.to_json()
    assert chart._repr_mimebundle_()["text/plain"] == chart.alternative
    assert chart.alternative


def test_charts_compare_and_pickle() -> None:
    chart = EVALUATION.chart()
    assert chart == EVALUATION.chart()
    assert hash(chart) == hash(EVALUATION.chart())
    assert chart != EVALUATION.chart(language="fr")
    assert json.loads(chart.to_json()) == chart.spec


@pytest.mark.filterwarnings("ignore")
def test_a_notebook_shows_table_and_picture(tmp_path: Path) -> None:
    cells = [
        "import cohesion_core as cc\nsurvey = cc.Survey({'x': [1, 2, 3, 4], 'g': list('abab')})",
        "survey.mean('x', by='g')",
        "print(survey.mean('x', by='g'))",
        "survey.mean('x', by='g').chart()",
    ]
    v4: Any = nbformat.v4
    notebook = v4.new_notebook(cells=[v4.new_code_cell(cell) for cell in cells])
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    _, shown, printed, chart = (cell["outputs"] for cell in notebook.cells)
    assert [set(output["data"]) for output in shown] == [{"text/plain", "text/html"}, {"text/plain", MIME}]
    assert printed[0]["text"].rstrip("\n") == shown[0]["data"]["text/plain"]
    assert MIME in chart[0]["data"]
