"""Rules, published tables, counts and k-anonymity as Python reads them; memory of a summary that grows by batches."""

from __future__ import annotations

import pickle
import resource
import tracemalloc

import cohesion_core as cc
import numpy as np
import pytest

PEOPLE = {"area": ["N"] * 40 + ["S"] * 7 + ["W"] * 12, "trust": [3, 4] * 29 + [5]}


def test_a_rule_is_read() -> None:
    rule = cc.PublishRule("city-2026", minimum_n=20, group_disclosure="show")
    assert (rule.id, rule.minimum_n, rule.minimum_numerator) == ("city-2026", 20, 5)
    assert cc.PublishRule.from_json(rule.to_json()) == rule == pickle.loads(pickle.dumps(rule))
    assert cc.PublishRule.default() == cc.PublishRule() != rule
    with pytest.raises(cc.CohesionError) as caught:
        cc.PublishRule(protection=11)
    assert caught.value.kind == "out_of_range"


def test_published_tables_are_read() -> None:
    survey = cc.Survey(PEOPLE)
    counts = survey.counts("trust", by="area")
    assert [row["n"] for row in counts.rows] == [40, 7, 12]
    published = cc.publish([survey.mean("trust", by="area"), counts, survey.mean("trust")])
    assert published.rule == cc.PublishRule.default()
    first, second, whole = published.tables
    assert first.estimates is not None
    assert [row.labels for row in first.estimates.rows] == [("N",)]
    assert second.counts is not None
    assert [row["labels"] for row in second.counts.rows] == [["N"]]
    assert [(labels, note.code) for labels, note in first.hidden] == [
        (("S",), "hidden_small"),
        (("W",), "hidden_complementary"),
    ]
    assert whole.hidden == ()
    audit = published.audit
    assert audit.passed
    assert {(cell.labels, cell.low, cell.high) for cell in audit.cells if cell.count == "answers"} == {
        (("S",), 0, 19),
        (("W",), 0, 19),
    }
    assert audit.assumed[0].code == "audit_same_people"
    assert cc.PublishedTables.from_json(published.to_json()) == published == pickle.loads(pickle.dumps(published))
    assert cc.CountTable.from_json(counts.to_json()) == counts
    with pytest.raises(cc.CohesionError) as caught:
        cc.publish([{"variable": "trust", "keys": ["area"], "rows": [{"labels": [], "n": 3}]}])
    assert caught.value.kind == "inconsistent"


def test_k_anonymity_is_read() -> None:
    data = {"street": ["Elm", "Elm", "Oak", None], "sex": ["f", "m", "f", "f"], "ill": [1, 1, 0, 1]}
    found = cc.k_anonymity(data, ["street", "sex"], k=2, sensitive="ill")
    assert (found.smallest, found.below, found.diversity) == (1, 4, 1)
    assert found.classes[0] == {"labels": [None, "f"], "n": 1, "diversity": 1}
    assert found.without[0] == {"column": "street", "smallest": 1, "below": 1}
    assert [note.code for note in found.notes] == ["not_k_anonymous", "column_helps_most", "one_sensitive_value"]
    assert "kolom street" in found.to_text("nl")
    assert cc.KAnonymity.from_json(found.to_json()) == found


def test_a_shared_summary_says_what_it_lost() -> None:
    people = {"street": [row // 3 for row in range(60)], "trust": [row % 5 for row in range(60)]}
    whole = cc.Summary("trust", clusters="street").add(people)
    shared = whole.for_sharing(cc.PublishRule(minimum_n=12))
    assert whole.lost == ()
    assert [note.code for note in shared.lost] == ["clusters_pooled"]
    assert shared.mean("trust").value == whole.mean("trust").value
    with pytest.raises(cc.CohesionError) as caught:
        cc.Summary.merge([whole, shared])
    assert caught.value.kind == "spec_mismatch"


def test_a_summary_does_not_grow_with_its_rows(request: pytest.FixtureRequest) -> None:
    """A million rows in batches; `--rows 1e8` asks for more. The summary and the memory stay as they are."""
    rows, batch = int(float(request.config.getoption("--rows"))), 50_000
    random = np.random.default_rng(1)
    summary = cc.Summary("x", strata="stratum", clusters="cluster", by="stratum")
    batches = max(3, rows // batch)
    size = held = peak = 0
    tracemalloc.start()
    for number in range(batches):
        stratum = np.arange(batch) % 20
        cluster = stratum * 10 + np.arange(batch) // 20 % 10
        data = {"x": random.normal(size=batch), "stratum": stratum, "cluster": cluster}
        summary = summary.add(data, part="rows")
        del data, stratum, cluster
        if number == 1:
            size, held = len(summary.to_bytes()), tracemalloc.get_traced_memory()[0]
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    now = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    # A batch adds the hash by which it would be refused a second time, and nothing else.
    assert len(summary.to_bytes()) - size <= 64 * (batches - 2)
    assert now - held < 100_000
    # Kilobytes: less than one batch of three columns more than after the second.
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak < 1_200
    assert summary.rows == batches * batch
