"""Makes the vectors health/{shares,roles,communication,engagement,findings}.json: closed forms in fractions and dates.

    python3 cohesion-core/tests/vectors/generate/health.py

Shares, Gini and Herfindahl are computed from their definitions over all pairs; slots of a cadence by counting days;
findings of small partnerships are written down by the rules of docs/reference/findings.md. With the standard library.
"""

from __future__ import annotations

import datetime as dt
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parent.parent / "health"
EXACT = {"relative": 1e-12, "absolute": 1e-12}
AS_OF = "2026-06-30"


def who(*ids: str, **more: dict[str, Any]) -> list[dict[str, Any]]:
    """Stakeholders; residents among them so that only what a case is about stands out."""
    sectors = {"r": "resident", "c": "local_authority", "p": "police"}
    return [
        {"id": i, "name": i.upper(), "sector": sectors.get(i[0], "association"), "representatives": ["x" + i], **more.get(i, {})}
        for i in ids
    ]


def case(name: str, plan: dict[str, Any], tables: dict[str, str], expect: Any = None, **more: Any) -> dict[str, Any]:
    args = {"value": plan, "tables": tables, "as_of": AS_OF, **more.pop("args", {})}
    made = {"id": name, "call": more.pop("call", "Plan.review"), "args": args, **more}
    return made if expect is None else {**made, "expect": expect, "tolerance": EXACT}


def number(value: Fraction | int | None) -> float | None:
    return None if value is None else float(value)


def concentration(amounts: list[Fraction]) -> dict[str, float]:
    """From the definitions: all pairs, squared shares."""
    n, total = len(amounts), sum(amounts)
    gini = sum(abs(x - y) for x in amounts for y in amounts) / (2 * n * total)
    herfindahl = sum((x / total) ** 2 for x in amounts)
    found = {
        "gini": gini,
        "gini_most": Fraction(n - 1, n),
        "gini_normalised": gini * n / (n - 1),
        "herfindahl": herfindahl,
        "herfindahl_least": Fraction(1, n),
        "herfindahl_normalised": (herfindahl - Fraction(1, n)) / (1 - Fraction(1, n)),
    }
    return {name: float(value) for name, value in found.items()}


def ledger(kind: str, unit: str | None, given: dict[str, list[Fraction]], agreed: dict[str, Fraction] | None, basis: str | None) -> dict[str, Any]:
    total = sum(sum(rows) for rows in given.values())
    rows, moved = [], Fraction(0)
    for stakeholder, amounts in given.items():
        share = Fraction(sum(amounts)) / total
        own = None if agreed is None else agreed.get(stakeholder, Fraction(0))
        gap = None if own is None else share - own
        moved += max(gap, Fraction(0)) if gap is not None else 0
        rows.append({"stakeholder": stakeholder, "n": len(amounts), "amount": float(sum(amounts)), "share": float(share),
                     "agreed_share": number(own), "gap": number(gap)})
    return {
        "kind": kind, "unit": unit, "total": float(total), "n": sum(len(rows) for rows in given.values()),
        "stakeholders": len(given), "rows": rows, "concentration": concentration([Fraction(sum(x)) for x in given.values()]),
        "to_move": None if agreed is None else float(moved), "agreement": basis, "reason": None,
    }


def shares() -> dict[str, Any]:
    data = {
        "hours": {"columns": {
            "date": ["2026-01-10", "2026-01-11", "2026-02-01", "2026-03-01", "2026-04-01", "2026-07-01", "2026-02-02"],
            "stakeholder": ["c1", "c1", "r1", "a1", "r1", "r1", "a1"],
            "kind": ["time"] * 7, "amount": [2.5, 0.5, 1, 1, 1, 50, 99], "unit": ["hours"] * 7,
            "status": [None, "given", None, None, "given", None, "pledged"]}},
        "two_currencies": {"columns": {
            "date": ["2026-01-10", "2026-01-11"], "stakeholder": ["c1", "r1"], "kind": ["money"] * 2,
            "amount": [100, 100], "unit": ["EUR", "USD"]}},
        "mixed": {"columns": {
            "date": ["2026-01-10", "2026-01-11", "2026-01-12"], "stakeholder": ["c1", "r1", "a1"],
            "kind": ["money", "time", "time"], "amount": [300, 4, 6], "unit": ["EUR", "hours", "hours"]}},
        "alone": {"columns": {
            "date": ["2026-01-10"], "stakeholder": ["r1"], "kind": ["time"], "amount": [3], "unit": ["hours"]}},
        "one_gave": {"columns": {
            "date": ["2026-02-10"], "stakeholder": ["c1"], "kind": ["time"], "amount": [3], "unit": ["hours"]}},
        "nothing": {"columns": {
            "date": ["2026-01-10"], "stakeholder": ["r1"], "kind": ["time"], "amount": [0], "unit": ["hours"]}},
        "for_needs": {"columns": {
            "date": ["2026-01-01", "2026-02-01", "2026-05-01", "2026-01-05"], "stakeholder": ["c1", "c1", "r1", "r1"],
            "kind": ["space"] * 4, "amount": [4, 6, 2, 3], "unit": ["evenings", "evenings", "evenings", "EUR"],
            "status": ["pledged", None, None, None], "need": ["hall", "hall", "kitchen", "mixed"]}},
        "arrived": {"columns": {
            "date": ["2026-02-10", "2026-03-20", "2026-03-01"], "need": ["tables", "tables", "chairs"],
            "stakeholder": ["c1", "r1", "r1"], "amount": [5, 5, 3]}},
        "given": {"columns": {
            "id": ["g1", "g2", "g3", "g4"], "date": ["2026-01-01", "2026-01-11", "2026-02-01", "2026-03-01"],
            "stakeholder": ["c1", "c1", "c1", "r1"], "kind": ["time"] * 4, "amount": [1, 1, 1, 1], "unit": ["hours"] * 4}},
        "thanks": {"columns": {
            "date": ["2026-01-11", "2026-02-10", "2026-02-20", "2026-05-05"], "stakeholder": ["c1"] * 4,
            "contribution": ["g1", "g2", "g2", None]}},
    }
    three = {"partnership": {"stakeholders": who("c1", "r1", "a1")}}
    halves = lambda joined: {"partnership": {"stakeholders": who("c1", "r1", c1={"agreed_share": 0.5, "joined": "2026-01-01"}, r1={"agreed_share": 0.5, "joined": joined})}}  # noqa: E731
    f = Fraction
    agreed = {"c1": f(1, 2), "r1": f(1, 4), "a1": f(1, 4)}
    written = [{"stakeholder": name, "share": float(share)} for name, share in agreed.items()]
    with_agreement = {"partnership": {**three["partnership"], "agreed_shares": [{"kind": "time", "shares": written}]}}
    whole = {"partnership": {"stakeholders": who("c1", "r1", "a1", **{name: {"agreed_share": float(share)} for name, share in agreed.items()})}}
    rates = {"partnership": {**whole["partnership"], "rates": [{"unit": "hours", "to": "EUR", "rate": 25}]}}
    hours = {"c1": [f(5, 2), f(1, 2)], "r1": [f(1), f(1)], "a1": [f(1)]}
    needs = {"partnership": {"stakeholders": who("c1", "r1"), "needs": [
        {"id": "hall", "what": "Hall", "kind": "space", "amount": 10, "unit": "evenings", "by": "2026-03-01"},
        {"id": "kitchen", "what": "Kitchen", "kind": "space", "amount": 2, "unit": "evenings", "by": "2026-04-01"},
        {"id": "mixed", "what": "Van", "kind": "material", "amount": 2, "unit": "days"},
        {"id": "tables", "what": "Tables", "kind": "material", "amount": 10, "by": "2026-03-25"},
        {"id": "chairs", "what": "Chairs", "kind": "material"},
        {"id": "later", "what": "Garden", "kind": "space", "amount": 1, "by": "2026-12-01"}]}}
    rows = [
        {"need": "hall", "pledged": 4.0, "delivered": 6.0, "met": 0.6, "met_on": None, "days_late": 121, "status": "overdue"},
        {"need": "kitchen", "pledged": 0.0, "delivered": 2.0, "met": 1.0, "met_on": "2026-05-01", "days_late": 30, "status": "met_late"},
        {"need": "mixed", "pledged": None, "delivered": None, "status": "cannot_tell", "reason": {"code": "units_differ", "params": {"units": ["EUR", "days"]}}},
        {"need": "tables", "delivered": 10.0, "met": 1.0, "met_on": "2026-03-20", "days_late": -5, "status": "met"},
        {"need": "chairs", "delivered": 3.0, "met": None, "met_on": "2026-03-01", "days_late": None, "status": "met"},
        {"need": "later", "delivered": 0.0, "met": 0.0, "days_late": None, "status": "open"}]
    thanks = [
        {"stakeholder": "c1", "contributions": 3, "share_of_contributions": 0.75, "recognitions": 4, "share_of_recognitions": 1.0,
         "recognised_contributions": 2, "median_days_to_thanks": 20.0, "last_recognition": "2026-05-05"},
        {"stakeholder": "r1", "contributions": 1, "share_of_contributions": 0.25, "recognitions": 0, "share_of_recognitions": 0.0,
         "recognised_contributions": 0, "median_days_to_thanks": None, "last_recognition": None}]
    cannot = {"total": None, "rows": [], "concentration": None, "to_move": None}
    return {"about": "fair shares, needs and thanks", "data": data, "cases": [
        case("hours", three, {"contributions": "hours"}, {"shares": {"ledgers": [ledger("time", "hours", hours, None, None)]},
             "notes": [{"code": "records_after", "params": {"n": 1}}, {"code": "no_records", "params": {"records": "ties"}}]}),
        case("hours-agreed", with_agreement, {"contributions": "hours"}, {"shares": {"ledgers": [ledger("time", "hours", hours, agreed, "kind")]}}),
        case("hours-agreed-for-the-whole", whole, {"contributions": "hours"}, {"shares": {"ledgers": [
            {**ledger("time", "hours", hours, agreed, "whole"), "notes": []}]}}),
        # Two kinds without a rate: neither is the whole, so no share of the whole is missed in one of them.
        case("two-kinds-agreed-for-the-whole", whole, {"contributions": "mixed"}, {"findings": found("high residents_without_channel", "low sector_absent:business"), "shares": {"ledgers": [
            {**ledger("money", "EUR", {"c1": [f(300)], "r1": [], "a1": []}, agreed, "whole"), "notes": [{"code": "agreed_for_whole"}]},
            {**ledger("time", "hours", {"c1": [], "r1": [f(4)], "a1": [f(6)]}, agreed, "whole"), "notes": [{"code": "agreed_for_whole"}]}]}}),
        case("two-currencies-and-no-rate", three, {"contributions": "two_currencies"}, {"shares": {"ledgers": [
            {**cannot, "kind": "money", "reason": {"code": "units_differ", "severity": "not_estimable", "params": {"units": ["EUR", "USD"]}}}]}}),
        case("all-kinds-by-rates", rates, {"contributions": "mixed"}, {"shares": {"ledgers": [
            ledger("money", "EUR", {"c1": [f(300)], "r1": [], "a1": []}, None, None),
            ledger("time", "hours", {"c1": [], "r1": [f(4)], "a1": [f(6)]}, None, None),
            ledger("all", "EUR", {"c1": [f(300)], "r1": [f(100)], "a1": [f(150)]}, agreed, "whole")]}}),
        # One of the two who agreed on halves joins after the day of the review: half of the load would have to move to it.
        case("a-partner-to-come", halves("2026-12-01"), {"contributions": "one_gave"}, {"shares": {"ledgers": [
            {"stakeholders": 1, "rows": [{"stakeholder": "c1", "share": 1.0, "gap": 0.5}], "to_move": 0.5}]}}),
        case("a-partner-who-came-later", halves("2026-03-01"), {"contributions": "one_gave"}, {
            "findings": found("high residents_without_channel", "medium above_agreed_share:time:c1", "low sector_absent:association", "low sector_absent:business"),
            "shares": {"ledgers": [
                {"rows": [{"stakeholder": "c1", "gap": 0.5}, {"stakeholder": "r1", "gap": -0.5}], "to_move": 0.5,
                 "notes": [{"code": "joined_after_first_contribution", "params": {"n": 1}}]}]}}),
        case("a-partner-who-was-there", halves("2026-01-01"), {"contributions": "one_gave"}, {
            "findings": found("high residents_without_channel", "medium above_agreed_share:time:c1", "medium below_agreed_share:time:r1",
                              "low sector_absent:association", "low sector_absent:business"),
            "shares": {"ledgers": [{"to_move": 0.5, "notes": []}]}}),
        case("no-records-of-thanks-are-not-none", three, {"contributions": "nothing"}, {"shares": {"recognition": [
            {"stakeholder": who, "contributions": 0, "recognitions": None} for who in ("c1", "r1", "a1")]}}),
        case("one-stakeholder", {"partnership": {"stakeholders": who("r1")}}, {"contributions": "alone"}, {"shares": {"ledgers": [
            {"total": 3.0, "stakeholders": 1, "concentration": None, "rows": [{"stakeholder": "r1", "share": 1.0}]}]}}),
        case("nothing-given", three, {"contributions": "nothing"}, {"shares": {"ledgers": [
            {"total": 0.0, "rows": [], "concentration": None, "reason": {"code": "nothing_given"}}]}}),
        case("needs", needs, {"contributions": "for_needs", "deliveries": "arrived"}, {"shares": {"needs": rows}}),
        case("thanks", {"partnership": {"stakeholders": who("c1", "r1")}}, {"contributions": "given", "recognitions": "thanks"},
             {"shares": {"recognition": thanks}}),
        case("no-records", three, {}, {"shares": {"ledgers": [], "notes": [
            {"code": "no_records", "params": {"records": "contributions"}}, {"code": "no_records", "params": {"records": "recognitions"}}]},
            "conflicts": {"known": False, "notes": [{"code": "no_records", "params": {"records": "conflicts"}}]}}),
    ]}


def found(*ids: str) -> list[dict[str, Any]]:
    """Findings as `severity id`."""
    return [dict(zip(("severity", "id"), one.split(" "), strict=True)) for one in ids]


PUBLIC = {"id": "letter", "medium": "newsletter", "audience": ["residents"]}


def roles() -> dict[str, Any]:
    expected = {"expected_sectors": ["resident", "local_authority"], "channels": [PUBLIC]}
    activities = [{"id": i, "title": i, "objectives": ["o"]} for i in ("fine", "nobody", "two", "gone")]
    objective = {"id": "o", "title": "O", "shared_by": ["c1", "r1"], "owner": "c1", "indicators": ["i"]}
    indicator = {"id": "i", "title": "I", "variable": "v"}
    matrix = {"indicators": [indicator], "partnership": {
        **expected, "stakeholders": who("c1", "r1", "a1", a1={"joined": "2024-01-01", "left": "2025-01-01"}),
        "objectives": [objective], "activities": activities, "responsibilities": [
            {"activity": "fine", "responsible": ["c1", "r1"], "accountable": ["c1"]},
            {"activity": "two", "responsible": ["r1"], "accountable": ["c1", "r1"]},
            {"activity": "gone", "responsible": ["r1", "c1"], "accountable": ["a1"]}]}}
    alone = {"indicators": [indicator], "partnership": {
        **expected, "stakeholders": who("c1", "r1", "a1"), "objectives": [{**objective, "shared_by": ["c1", "r1", "a1"]}],
        "activities": [{"id": f"x{i}", "title": "X", "objectives": ["o"]} for i in range(4)],
        "responsibilities": [{"activity": f"x{i}", "responsible": ["c1"], "accountable": ["c1"], "informed": ["r1"]} for i in range(4)]}}
    duty = lambda activity, *responsible: {"activity": activity, "responsible": list(responsible), "accountable": ["r1"], "consulted": ["c1", "r1"]}  # noqa: E731
    over = {"indicators": [indicator], "partnership": {
        **expected, "stakeholders": who("c1", "r1", "a1", a1={"joined": "2024-01-01", "left": "2025-06-01"}),
        "objectives": [objective, {**objective, "id": "p"}],
        "activities": [{"id": "over", "title": "Over", "objectives": ["o"], "end": "2025-01-31"},
                       {"id": "lost", "title": "Lost", "objectives": ["p"]}, {"id": "halved", "title": "Halved", "objectives": ["o"], "end": AS_OF}],
        "responsibilities": [duty("over", "a1"), duty("lost", "a1"), duty("halved", "a1", "c1")]}}
    gaps = {"partnership": {
        **expected, "expected_sectors": ["resident", "police"], "stakeholders": who("c1", "c2", r1={}),
        "roles": [{"id": "lead", "title": "Lead", "sectors": ["resident"]}, {"id": "help", "title": "Help"}],
        "objectives": [{"id": "lost", "title": "Lost", "shared_by": ["c1"]}, {"id": "wide", "title": "Wide", "shared_by": ["c1", "c2"], "owner": "c1"},
                       {"id": "near", "title": "Near", "shared_by": ["c1", "c2"], "owner": "c1", "parent": "wide"}],
        "activities": [{"id": "act", "title": "Act", "objectives": ["near"]}, {"id": "idle", "title": "Idle"}]}}
    gaps["partnership"]["stakeholders"][0]["roles"] = ["lead", "help"]
    theory = {"partnership": {
        **expected, "stakeholders": who("c1", "r1"), "needs": [{"id": "act", "what": "Hall", "kind": "space", "activity": "act"}],
        "objectives": [{**objective, "indicators": [], "shared_by": ["c1", "r1"]}],
        "activities": [{"id": "act", "title": "Act"}],
        "responsibilities": [{"activity": "act", "responsible": ["c1", "r1"], "accountable": ["c1"]}],
        "results": [
            {"id": "held", "title": "Held", "level": "output", "activities": ["act"]},
            {"id": "met", "title": "Met", "level": "outcome", "follows": ["held", "again"], "objectives": ["o"], "indicators": ["i"]},
            {"id": "again", "title": "Again", "level": "outcome", "follows": ["met"]},
            {"id": "alone", "title": "Alone", "level": "outcome"},
            {"id": "back", "title": "Back", "level": "output", "follows": ["met"]}]}}
    return {"about": "rules of responsibilities, what hangs on one, who is at the table, objectives, theory of change", "data": {}, "cases": [
        case("matrix", matrix, {}, {"findings": found(
            "high no_accountable:nobody", "high no_responsible:nobody", "high duty_of_former_partner:gone:a1",
            "medium several_accountable:two", "medium activities_depend_on_one:r1", "low accountable_not_involved:gone"),
            "responsibilities": {
                "loads": [
                    {"stakeholder": "c1", "responsible": 2, "accountable": 2, "consulted": 0, "informed": 0, "tasks": 3, "share": 0.5, "expected_share": 0.5},
                    {"stakeholder": "r1", "responsible": 3, "accountable": 1, "tasks": 3, "share": 0.5, "agreed": False}],
                "dependencies": [{"kind": "activity", "id": "two", "stakeholder": "r1"}],
                "sectors": [{"sector": "resident", "expected": True, "stakeholders": 1, "representatives": 1},
                            {"sector": "local_authority", "expected": True, "stakeholders": 1, "representatives": 1}]}}),
        case("on-one", alone, {}, {"findings": found(
            "high objective_depends_on_one:o", "medium overloaded:c1", "medium activities_depend_on_one:c1", "low without_task:a1"),
            "responsibilities": {"objectives": [{"objective": "o", "owner": "c1", "shared_by": 3, "activities": 4, "indicators": 1}]}}),
        # a1 left in 2025: its part in what had ended is past; what goes on of it is nobody's, or hangs on one.
        case("what-has-ended", over, {}, {"findings": found(
            "high duty_of_former_partner:lost:a1", "high duty_of_former_partner:halved:a1", "high objective_depends_on_one:o", "medium activities_depend_on_one:c1"),
            "responsibilities": {"dependencies": [{"kind": "activity", "id": "halved", "stakeholder": "c1"}, {"kind": "objective", "id": "o", "stakeholder": "c1"}]}}),
        case("gaps", gaps, {}, {"findings": found(
            "high no_responsibilities", "high sector_absent:resident", "high objective_without_activity:lost",
            "medium sector_absent:police", "medium role_unfilled:lead", "medium objective_without_indicator:lost",
            "medium objective_without_owner:lost", "medium objective_without_indicator:near", "medium activity_leads_nowhere:idle",
            "low objective_shared_by_few:lost"),
            "responsibilities": {"theory": {"coverage": [
                {"what": "activities_reach_objective", "n": 1, "of": 2, "share": 0.5},
                {"what": "objectives_are_served", "n": 2, "of": 3, "share": 2 / 3},
                {"what": "objectives_have_indicator", "n": 0, "of": 3, "share": 0.0}]}}}),
        case("theory", theory, {}, {"findings": found(
            "medium objective_without_indicator:o", "medium result_without_cause:alone", "medium theory_cycle:met",
            "low result_leads_nowhere:alone", "low result_leads_nowhere:back", "low theory_backwards:back"),
            "responsibilities": {"theory": {
                "cycles": [["met", "again"]],
                "nodes": [{"level": "input", "id": "act", "from": 0, "to": 1}, {"level": "activity", "id": "act", "from": 1, "to": 1},
                          {"level": "output", "id": "held", "from": 1, "to": 1}, {"level": "outcome", "id": "met", "from": 2, "to": 3},
                          {"level": "outcome", "id": "again", "from": 1, "to": 1}, {"level": "outcome", "id": "alone", "from": 0, "to": 0},
                          {"level": "output", "id": "back", "from": 1, "to": 0}, {"level": "objective", "id": "o", "from": 1, "to": 0}]}}}),
    ]}


def slots(days: list[str], start: str, step: int, until: str) -> dict[str, Any]:
    """Slots of `step` days by counting every day."""
    day = dt.date.fromisoformat
    events = sorted(day(x) for x in days)
    first, end = day(start), day(until)
    planned = kept = 0
    delay: list[int] = []
    while first + dt.timedelta(step) <= end + dt.timedelta(1):
        last = first + dt.timedelta(step - 1)
        planned += 1
        if any(first <= x <= last for x in events):
            kept += 1
        else:
            after = [x for x in events if x > last]
            delay.append(((after[0] if after else end) - last).days)
        first += dt.timedelta(step)
    marks = [day(start), *events, end]
    return {"planned": planned, "kept": kept, "kept_share": kept / planned if planned else None,
            "longest_delay_days": max(delay) if delay else None,
            "longest_silence_days": max((b - a).days for a, b in zip(marks, marks[1:], strict=False))}


def communication() -> dict[str, Any]:
    weekly = ["2026-05-04", "2026-05-11", "2026-05-12", "2026-06-08", "2026-06-16"]
    data = {
        "events": {"columns": {
            "id": [f"e{i}" for i in range(10)],
            "date": [*weekly, "2026-01-31", "2026-02-28", "2026-04-15", "2026-03-02", "2026-07-20"],
            "channel": ["talk"] * 5 + ["letter"] * 3 + ["partners"] * 1 + ["talk"]}},
        "there": {"columns": {"event": ["e8", "e8", "e0"], "stakeholder": ["c1", "r1", "a1"], "present": ["true", "false", "true"]}},
        "early": {"columns": {"id": ["e1"], "date": ["2025-12-31"], "channel": ["talk"]}},
    }
    channels = [
        {"id": "talk", "medium": "meeting", "audience": ["participants"], "cadence": {"every": 1, "unit": "week"}, "start": "2026-05-01"},
        {"id": "letter", "medium": "newsletter", "audience": ["residents", "public"], "cadence": {"every": 1, "unit": "month"}, "start": "2026-01-31"},
        {"id": "partners", "medium": "meeting", "audience": ["partners"], "start": "2026-01-01"},
        {"id": "ended", "medium": "platform", "audience": ["partners"], "cadence": {"every": 1, "unit": "quarter"}, "start": "2025-01-01", "end": "2025-12-31"},
        {"id": "to_come", "medium": "platform", "audience": ["partners"], "cadence": {"every": 1, "unit": "week"}, "start": "2026-08-01"}]
    plan = {"partnership": {"expected_sectors": ["resident"], "stakeholders": who("c1", "r1", "a1"), "channels": channels}}
    rows = [
        {"channel": "talk", "events": 5, "first": "2026-05-04", "last": "2026-06-16", "silent_for_days": 14, "owing": True,
         **slots(weekly, "2026-05-01", 7, AS_OF)},
        # Slots begin on 31 January, 28 February, 31 March, 30 April, 31 May (to 29 June): the last two have no letter.
        {"channel": "letter", "events": 3, "planned": 5, "kept": 3, "kept_share": 0.6, "longest_delay_days": 31, "owing": True,
         "longest_silence_days": 76, "longest_silence_from": "2026-04-15", "silent_for_days": 76},
        {"channel": "partners", "events": 1, "planned": None, "kept": None, "kept_share": None, "longest_silence_days": 120,
         "longest_silence_from": "2026-03-02", "longest_delay_days": None, "owing": False},
        {"channel": "ended", "events": 0, "planned": 4, "kept": 0, "kept_share": 0.0, "silent_for_days": None, "longest_silence_days": 364},
        {"channel": "to_come", "events": 0, "planned": None, "longest_silence_days": None, "silent_for_days": None}]
    return {"about": "cadence against events, silence, who was reached, residents", "data": data, "cases": [
        case("channels", plan, {"events": "events", "attendance": "there"}, {
            "communication": {"channels": rows,
                "reached": [{"stakeholder": "c1", "meetings": 1, "present": 1, "share": 1.0},
                            {"stakeholder": "r1", "meetings": 1, "present": 0, "share": 0.0},
                            {"stakeholder": "a1", "meetings": 1, "present": 0, "share": 0.0}]},
            "findings": found("high channel_behind_plan:ended", "medium channel_behind_plan:talk", "medium channel_behind_plan:letter",
                              "medium channel_silent:letter", "medium residents_informed_late:letter",
                              "low partner_never_reached:r1", "low partner_never_reached:a1")}),
        case("no-channel-for-residents", {"partnership": {"expected_sectors": ["resident"], "stakeholders": who("r1")}}, {},
             {"findings": found("high residents_without_channel")}),
        case("an-event-before-its-channel", plan, {"events": "early"}, error={"kind": "impossible_date", "path": "records.events[0](e1).date"}),
    ]}


def engagement() -> dict[str, Any]:
    meetings = ["2026-01-05", "2026-02-02", "2026-03-02", "2026-04-06", "2026-05-04"]
    data = {
        "events": {"columns": {"id": [f"m{i}" for i in range(5)], "date": meetings, "channel": ["table"] * 5}},
        "there": {"columns": {
            "event": ["m0", "m0", "m1", "m1", "m2", "m3", "m4", "m2"], "stakeholder": ["c1", "r1", "c1", "r1", "c1", "c1", "c1", "a1"]}},
        "stays": {"columns": {
            "stakeholder": ["c1", "r1", "a1", "a2", "a2", "c1", "c1", "c1", "r1"],
            "person": [None, None, None, None, None, "p1", "p2", "p3", "p4"],
            "joined": ["2024-01-01", "2024-01-01", "2026-01-01", "2024-01-01", "2026-03-01", "2024-01-01", "2024-06-01", "2026-01-01", "2024-01-01"],
            "left": [None, None, None, "2025-06-30", None, "2025-12-31", "2026-02-28", None, None]}},
        "thanks": {"columns": {"date": ["2025-01-01", "2025-01-02"], "stakeholder": ["c1", "a2"]}},
        "no_days": {"columns": {"date": ["2025-01-01"], "stakeholder": ["c1"]}},
        "overlapping": {"columns": {"stakeholder": ["c1", "r1", "c1"], "joined": ["2025-01-01", "2025-01-01", "2025-06-01"]}},
        "tied": {"columns": {"from": ["c1"], "to": ["r1"]}},
        "before_joining": {"columns": {"stakeholder": ["c1"], "joined": ["2025-01-02"], "left": ["2025-01-01"]}},
    }
    channel = {"id": "table", "medium": "meeting", "audience": ["partners", "residents"], "start": "2026-01-01"}
    plan = {"partnership": {"expected_sectors": ["resident"], "start": "2024-01-01", "stakeholders": who("c1", "r1", "a1", "a2"), "channels": [channel]}}
    day = dt.date.fromisoformat
    length = lambda a, b: (day(b) - day(a)).days + 1  # noqa: E731
    organisations = [("2024-01-01", AS_OF), ("2024-01-01", AS_OF), ("2026-01-01", AS_OF), ("2024-01-01", "2025-06-30"), ("2026-03-01", AS_OF)]
    years = sum(length(a, b) for a, b in organisations) / 365.25
    persons = [("2024-01-01", "2025-12-31"), ("2024-06-01", "2026-02-28"), ("2026-01-01", AS_OF), ("2024-01-01", AS_OF)]
    person_years = sum(length(a, b) for a, b in persons) / 365.25
    # c1 is cut on the day of its thanks, the first stay of a2 as well; the others have none.
    before = 366 + length("2024-01-01", AS_OF) + length("2026-01-01", AS_OF) + 367 + length("2026-03-01", AS_OF)
    since = length("2025-01-01", AS_OF) + length("2025-01-02", "2025-06-30")
    retention = {
        "attendance": [
            {"stakeholder": "c1", "meetings": 5, "present": 5, "present_in_a_row": 5, "missed_in_a_row": 0, "longest_present": 5, "last_present": "2026-05-04"},
            {"stakeholder": "r1", "meetings": 5, "present": 2, "present_in_a_row": 0, "missed_in_a_row": 3, "longest_present": 2, "last_present": "2026-02-02"},
            {"stakeholder": "a1", "meetings": 5, "present": 1, "missed_in_a_row": 2, "longest_present": 1, "last_present": "2026-03-02"},
            {"stakeholder": "a2", "meetings": 3, "present": 0, "missed_in_a_row": 3, "longest_present": 0, "last_present": None}],
        "at_risk": [{"stakeholder": "r1", "reasons": ["missed_meetings"]}, {"stakeholder": "a2", "reasons": ["missed_meetings"]}],
        "turnover": [
            {"of": "organisations", "stakeholder": None, "stays": 5, "current": 4, "left": 1, "left_last_year": 1, "years": years, "left_per_year": 1 / years},
            {"of": "representatives", "stakeholder": None, "stays": 4, "current": 2, "left": 2, "left_last_year": 2, "years": person_years, "left_per_year": 2 / person_years},
            {"of": "representatives", "stakeholder": "c1", "stays": 3, "left": 2, "left_last_year": 2},
            {"of": "representatives", "stakeholder": "r1", "stays": 1, "left": 0, "left_last_year": 0}],
        "recognition": [
            {"state": "before_first_thanks", "stays": 5, "days": before, "left": 0, "left_per_year": 0.0},
            {"state": "since_first_thanks", "stays": 2, "days": since, "left": 1, "left_per_year": 1 / (since / 365.25)}],
        "notes": [{"code": "rejoined_counted", "params": {"n": 1}}, {"code": "described_only"}],
    }
    unknown = {"partnership": {"expected_sectors": ["resident"], "stakeholders": who("c1", "r1"), "channels": [channel]}}
    curve = {"n": 0, "ended": 0, "steps": [], "median": {"days": None, "reason": {"code": "nobody_at_risk"}}}
    emptied = {"partnership": {"expected_sectors": ["resident"], "start": "2024-01-01", "channels": [channel], "stakeholders": who(
        "r1", "c1", r1={"joined": "2024-01-01", "left": "2024-03-01"}, c1={"joined": "2024-06-01"})}}
    left = {"joined": "2024-01-01", "left": "2025-06-30"}
    gone = {"partnership": {**unknown["partnership"], "stakeholders": who("c1", "r1", c1=left, r1=left)}}
    return {"about": "attendance, partners at risk, turnover, thanks as a state, what cannot be computed", "data": data, "cases": [
        case("a-year", plan, {"events": "events", "attendance": "there", "memberships": "stays", "recognitions": "thanks"},
             {"retention": retention, "findings": found(
                 "high partner_never_reached:a2", "medium partner_at_risk:r1", "medium partner_at_risk:a2",
                 "low representatives_change:c1")}),
        case("nobody-knows-since-when", unknown, {}, {"retention": {
            "overall": curve, "comparison": {"p": None, "chi_square": None, "reason": {"code": "one_group"}},
            "notes": [{"code": "joining_unknown", "params": {"n": 2}}, {"code": "no_records"}]}}),
        case("all-left-before-others-came", emptied, {}, {"retention": {
            "overall": {"n": 2, "ended": 1, "late_entries": 1, "median": {"days": None, "reason": {"code": "risk_set_emptied"}}},
            "comparison": {"observed": [0.0, 1.0], "permutations": 2, "exact": True, "permutation_p": 1.0}}}),
        case("all-left-on-one-day", gone, {"ties": "tied"}, {
            "retention": {"comparison": {"groups": ["local_authority", "resident"], "p": None, "reason": {"code": "degenerate_null"}}},
            "networks": [], "notes": [{"code": "ties_of_former_partners", "params": {"n": 1}}]}),
        case("two-open-stays", plan, {"memberships": "overlapping"}, error={"kind": "inconsistent", "path": "records.memberships[2]"}),
        case("left-before-joining", plan, {"memberships": "before_joining"}, error={"kind": "impossible_date", "path": "records.memberships[0].left"}),
    ]}


def findings() -> dict[str, Any]:
    data = {
        "open": {"columns": {"id": ["k1", "k2"], "opened": ["2025-12-01", "2026-05-01"], "closed": [None, None], "parties": ["c1;r1", "c1;r1"], "mediated": ["false", "true"]}},
        "other": {"columns": {"date": ["2026-01-10"], "need": ["van"], "stakeholder": ["c1"], "amount": [1]}},
        "tied": {"columns": {"from": ["c1"], "to": ["r1"]}},
        "later": {"columns": {"id": ["k1", "k2"], "opened": ["2025-12-01", "2026-05-01"], "closed": [None, "2026-05-20"], "parties": ["c1;r1", "c1;r1"], "mediated": ["true", "true"]}},
        "actions": {"columns": {
            "id": ["t1", "t2", "t3", "t4"], "finding": ["conflict_open_long:k1", "residents_without_channel", "no_such", None],
            "title": ["Mediate", "A letter", "Else", "Ours"], "owner": ["c1", "c1", "r1", None],
            "opened": ["2026-01-15", "2026-01-15", "2026-01-15", "2026-06-01"], "due": ["2026-03-01", "2026-05-01", None, None],
            "closed": [None, "2026-04-30", "2026-04-01", None], "status": ["open", "done", "dropped", "open"]}},
        "given": {"columns": {"date": ["2026-01-10", "2026-01-11"], "stakeholder": ["c1", "r1"], "kind": ["time"] * 2, "amount": [9, 1], "unit": ["hours"] * 2}},
    }
    base = {"expected_sectors": ["resident"], "stakeholders": who("c1", "r1")}
    without, with_letter = {"partnership": base}, {"partnership": {**base, "channels": [PUBLIC]}}
    before = {"value": without, "tables": {"conflicts": "open"}, "as_of": "2026-05-15"}
    agreed = {"partnership": {**base, "channels": [PUBLIC], "agreed_shares": [
        {"kind": "time", "shares": [{"stakeholder": "c1", "share": 0.5}, {"stakeholder": "r1", "share": 0.5}]}]}}
    needed = {"partnership": {**base, "channels": [PUBLIC], "needs": [
        {"id": "hall", "what": "Hall", "kind": "space", "amount": 1, "by": "2026-06-15"}, {"id": "van", "what": "Van", "kind": "space"}]}}
    less = lambda left: {"partnership": {**base, "channels": [PUBLIC], "stakeholders": who("c1", "r1", "a1", a1={"joined": "2025-01-01", **({"left": left} if left else {})})}}  # noqa: E731
    published = {"partnership": {**agreed["partnership"], "stakeholders": who("c1", "r1", c1={"publish": True})}}
    ids = list("abcdef")
    tied = {
        "partnership": {
            "stakeholders": [{"id": i, "name": i.upper(), "sector": "association"} for i in ids],
            "assessment": {"wave": "wave", "concern": 3, "strength": 4, "dimensions": [{"id": "open", "title": "Openness", "variable": "open"}]}},
        "survey": {"wave": "wave", "waves": [{"id": "w1", "date": "2025-01-01"}, {"id": "w2", "date": "2026-01-01"}]}}
    data["line"] = {"columns": {"from": ids[:4], "to": ids[1:5], "wave": ["w2"] * 4}}
    data["rated"] = {"columns": {"organisation": ids * 2, "wave": ["w1"] * 6 + ["w2"] * 6, "open": [4, 4, 4, 4, 5, 4, 2, 2, 1, 2, 2, 1]}}
    everybody = {"partnership": {**published["partnership"], "stakeholders": [{**one, "publish": True} for one in published["partnership"]["stakeholders"]]}}
    return {"about": "findings, actions, how findings moved, what residents are given, faults", "data": data, "cases": [
        case("actions", without, {"conflicts": "open", "actions": "actions"}, {
            "findings": [
                {"id": "residents_without_channel", "severity": "high", "actions": ["t2"], "movement": None},
                {"id": "conflict_open_long:k1", "severity": "high", "measure": 211.0, "actions": ["t1"], "evidence": {"days": 211},
                 "records": ["records.conflicts[0](k1)"], "stakeholders": ["c1", "r1"]},
                {"id": "action_overdue:t1", "severity": "high", "measure": 121.0},
                {"id": "conflict_not_mediated:k1", "severity": "medium"}, {"id": "conflicts_recur:c1:r1", "severity": "medium", "measure": 2.0},
                {"id": "action_without_owner:t4", "severity": "medium"}],
            "actions": [
                {"action": "t1", "status": "open", "days_overdue": 121, "finding_state": "present"},
                {"action": "t2", "status": "done", "days_overdue": None, "finding_state": "present"},
                {"action": "t3", "status": "dropped", "finding_state": "absent"}, {"action": "t4", "status": "open", "finding_state": None}]}),
        case("moved", with_letter, {"conflicts": "later", "actions": "actions"}, {
            "previous": "2026-05-15",
            "findings": [
                {"id": "conflict_open_long:k1", "movement": "worse"}, {"id": "action_overdue:t1", "movement": "cannot_tell"},
                {"id": "conflicts_recur:c1:r1", "movement": "unchanged"}, {"id": "action_without_owner:t4", "movement": "cannot_tell"}],
            "past_findings": [{"id": "residents_without_channel", "movement": "improved"}, {"id": "conflict_not_mediated:k1", "movement": "improved"}],
            "actions": [{"action": "t1", "finding_state": "worse"}, {"action": "t2", "finding_state": "improved"},
                        {"action": "t3", "finding_state": "absent"}, {"action": "t4", "finding_state": None}]}, args={"previous": before}),
        case("without-records-it-cannot-be-told", with_letter, {}, {
            "findings": [], "past_findings": [
                {"id": "residents_without_channel", "movement": "improved"}, {"id": "conflict_open_long:k1", "movement": "cannot_tell"},
                {"id": "conflict_not_mediated:k1", "movement": "cannot_tell"}, {"id": "conflicts_recur:c1:r1", "movement": "cannot_tell"}]},
             args={"previous": before}),
        case("nothing-came-and-its-day-has-passed", needed, {"deliveries": "other"}, {
            "findings": [{"id": "need_not_met:hall", "severity": "medium", "movement": "new"}],
            "past_findings": [{"id": "need_without_pledge:hall", "movement": "worse"}]},
             args={"previous": {"value": needed, "tables": {"deliveries": "other"}, "as_of": "2026-05-15"}}),
        case("gone-with-its-partner", less("2026-06-01"), {"ties": "tied"}, {
            "past_findings": [{"id": "partner_without_ties:a1", "movement": "cannot_tell"}]},
             args={"previous": {"value": less(None), "tables": {"ties": "tied"}, "as_of": "2026-05-15"}}),
        case("before-is-of-others", {"partnership": {**base, "name": "Others", "stakeholders": who("r8", "c9")}}, {},
             error={"kind": "inconsistent", "path": "previous"}, args={"previous": before}),
        case("new", agreed, {"contributions": "given"}, {"findings": [
            {"id": "above_agreed_share:time:c1", "severity": "medium", "measure": 0.4, "movement": "cannot_tell", "evidence": {"share": 0.9, "agreed_share": 0.5}},
            {"id": "below_agreed_share:time:r1", "severity": "medium", "measure": 0.4, "movement": "cannot_tell"}]}, args={"previous": before}),
        case("residents-see-counts", published, {"contributions": "given", "conflicts": "open", "actions": "actions"}, {
            "kind": "published_review", "findings": [],
            "withheld": [{"part": "shares", "n": 2}, {"part": "conflicts", "n": 3}, {"part": "retention", "n": 1}, {"part": "actions", "n": 2}],
            "stakeholders": [{"stakeholder": "c1"}], "conflicts": {"n": 2, "open": 2, "settled": 0},
            "shares": {"ledgers": [{"total": None, "n": 0, "rows": [], "concentration": None, "to_move": None, "reason": {"code": "hidden_small"}}]}}, call="Review.publish",
             absent=["/actions", "/conflicts/rows", "/conflicts/recurring", "/conflicts/curves", "/retention/at_risk"]),
        case("residents-see-what-all-agreed-to", everybody, {"contributions": "given"}, {
            "kind": "published_review", "stakeholders": [{"stakeholder": "c1"}, {"stakeholder": "r1"}],
            "findings": [
                {"id": "above_agreed_share:time:c1"}, {"id": "below_agreed_share:time:r1"}],
            "shares": {"ledgers": [{"total": 10.0, "rows": [{"stakeholder": "c1", "share": 0.9}, {"stakeholder": "r1", "share": 0.1}]}]}}, call="Review.publish",
             absent=["/findings/0/records", "/findings/0/actions"]),
        # A line of ties a-b-c-d-e and nobody tied to f: without c two are cut off, without b or d one. Ratings of 1 and 2
        # after 4 and 5: clearly below 3, and clearly lower.
        case("ties-and-ratings", tied, {"ties": "line", "assessment": "rated"}, {
            "findings": found(
                "high sector_absent:resident", "high residents_without_channel", "high rated_as_concern:open",
                "high connected_through_one:c", "medium rated_lower:open", "medium partner_without_ties:f",
                "medium connected_through_one:b", "medium connected_through_one:d", "low sector_absent:local_authority",
                "low sector_absent:business"),
            "networks": [{"kind": None, "wave": "w2", "received": None,
                          "ties": {"ties": [[a, b, 1.0] for a, b in ("ab", "bc", "cd", "de")]}}],
            "self_assessment": {"wave": "w2", "dimensions": [{"id": "open", "organisations": 6, "performance": {"value": 10 / 6}}]}}),
        case("no-partnership", {"title": "x"}, {}, error={"kind": "missing_field", "path": "partnership"}),
        case("an-empty-partnership", {"partnership": {"name": "x"}}, {}, error={"kind": "missing_field", "path": "partnership.stakeholders"}),
        case("no-date", without, {}, error={"kind": "impossible_date", "path": "as_of"}, args={"as_of": "2026-02-30"}),
        case("before-is-not-before", without, {}, error={"kind": "inconsistent", "path": "previous"}, args={"previous": {**before, "as_of": AS_OF}}),
        case("an-unknown-stakeholder", without, {"contributions": "given"}, error={"kind": "dangling_id", "path": "records.contributions[0].stakeholder"},
             args={"value": {"partnership": {**base, "stakeholders": who("r1", "c2")}}}),
        case("rates-into-two-units", {"partnership": {**base, "rates": [{"unit": "hours", "to": "EUR", "rate": 25}, {"unit": "USD", "to": "CHF", "rate": 1}]}},
             {}, error={"kind": "inconsistent", "path": "partnership.rates[1].to"}),
    ]}


OUT.mkdir(exist_ok=True)
for make in (shares, roles, communication, engagement, findings):
    made = make()
    document = {"format": 1, "module": "health", "about": made["about"],
                "source": "closed forms; tests/vectors/generate/health.py", "data": made["data"], "cases": made["cases"]}
    (OUT / f"{make.__name__}.json").write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
