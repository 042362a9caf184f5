"""Networks: what the Python face adds to the vectors."""

from __future__ import annotations

import pickle
from typing import Any

import cohesion_core as cc
import pytest

TIES = {"a": ["city", "police", "club", "school"], "b": ["police", "city", "city", "club"], "w": [3, 1, 2, 2]}
PARTNERS = {"id": ["city", "police", "club", "school"], "sector": ["public", "public", "private", "public"]}


def network(**more: Any) -> cc.Network:
    return cc.Network.from_edges(TIES, source="a", target="b", weight="w", directed=True, nodes=PARTNERS, **more)


def test_a_figure_and_a_cell_are_found_by_name() -> None:
    summary, centrality = network().summary(), network().centrality()
    assert summary.value("density") == pytest.approx(4 / 12)
    assert summary.figures["density"].span == "bounds"
    assert centrality.get("city", column="degree_in") == 2
    assert centrality.get("police", column="closeness_out") is None
    with pytest.raises(cc.CohesionError) as error:
        summary.value("denstiy")
    assert error.value.kind == "unknown_value"
    with pytest.raises(cc.CohesionError) as error:
        centrality.get("town", column="degree")
    assert error.value.kind == "unknown_value"
    with pytest.raises(cc.CohesionError):
        centrality.get("city", column="degre")


@pytest.mark.parametrize("kind", ["native", "pandas", "polars", "pyarrow", "dict"])
def test_every_kind_of_frame(kind: Any) -> None:
    made = network().centrality().to_frame(kind)
    columns = list(made) if kind == "dict" else list(getattr(made, "column_names", made.columns))
    assert columns[:2] == ["node", "degree"]
    figures = network().summary().to_frame(kind)
    assert len(figures["measure"]) == len(network().summary().figures)


def test_results_are_kept_shown_and_do_not_change() -> None:
    found = network().ei_index(by="sector", permutations=99, seed=4)
    assert pickle.loads(pickle.dumps(found)) == found
    assert found.provenance.seed == 4
    assert "E-I" in found.to_text()
    assert "<table" in found.to_html("nl")
    with pytest.raises(AttributeError):
        found.name = "other"  # type: ignore[misc]
    loss = network().loss(k=1)
    assert "Pairs still joined" in loss.chart().alternative
    assert "application/vnd.vegalite.v5+json" in loss._repr_mimebundle_()
    assert "application/vnd.vegalite.v5+json" not in found._repr_mimebundle_()
    with pytest.raises(cc.CohesionError):
        found.chart()


def test_the_map_speaks_three_languages() -> None:
    said = [network().chart(by="sector", language=language).alternative for language in ("en", "fr", "nl")]
    assert [text.split(":")[0].strip() for text in said] == ["Network map", "Carte du réseau", "Netwerkkaart"]


def test_networks_are_equal_by_what_they_hold() -> None:
    assert network() == network()
    assert network() != network().symmetrised("union")
    assert repr(network()) == "<cohesion_core.Network: 4 partners, 4 ties, directed>"
    two = cc.TwoMode.from_edges(TIES, partner="a", activity="b")
    assert two == cc.TwoMode.from_edges(TIES, partner="a", activity="b")
    assert two.partners == ("city", "club", "police", "school")
    assert len(two.activities) == 3
    assert repr(two) == "<cohesion_core.TwoMode: 4 partners, 3 activities>"
    assert network().attributes == ("sector",)
    assert network().nodes[0] == "city"


@pytest.mark.parametrize(
    ("call", "kind"),
    [
        (lambda: network(respondents="city"), "wrong_type"),
        (lambda: network().ei_index(by="sector", permutations=0), "out_of_range"),
        (lambda: network().communities(seed=1.5), "wrong_type"),  # type: ignore[arg-type]
        (lambda: network().correlate("other"), "wrong_type"),  # type: ignore[arg-type]
        (lambda: network().loss(k=0), "out_of_range"),
        (lambda: network().mixing(by="size"), "missing_column"),
        (lambda: network().symmetrised("sum"), "unknown_value"),  # type: ignore[arg-type]
        (lambda: network().chart(language="de"), "unknown_value"),
        (lambda: cc.Network("core"), "wrong_type"),  # type: ignore[arg-type]
        (lambda: cc.TwoMode("core"), "wrong_type"),  # type: ignore[arg-type]
        (lambda: cc.NetworkResult.from_json("{}"), "syntax"),
    ],
)
def test_wrong_arguments_are_faults(call: Any, kind: str) -> None:
    with pytest.raises(cc.CohesionError) as error:
        call()
    assert error.value.kind == kind


def test_numbers_may_be_ids() -> None:
    made = cc.Network.from_edges({"a": [1, 2], "b": [2, 3]}, source="a", target="b", respondents=[1, 2, 3])
    assert made.nodes == ("1", "2", "3")
    assert made.summary().value("completion") == 1
