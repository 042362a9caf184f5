"""Vectors of plans: hashes, forms and faults.

Run with Python 3.11 or later from any folder: ``python3 plan.py``. It writes ``../plan/*.json``.

Hashes come from this script's own canonical JSON (RFC 8785) and ``hashlib``; TOML is read by ``tomllib``. Faults have no
peer: they are the rules of the plan format, written beside the line that breaks them. In the texts below ``#! KIND PATH``
at the end of a line says that this line has that fault; several stand in the order of their columns.
"""

import datetime
import hashlib
import json
import math
import pathlib
import sys
import tomllib
from decimal import Decimal

HERE = pathlib.Path(__file__).resolve().parent
VECTORS = HERE.parent
CORE = VECTORS.parent.parent
SOURCE = f"the plan format; Python {sys.version_info.major}.{sys.version_info.minor} hashlib and tomllib; generate/plan.py"


def number(value: float) -> str:
    """A number as ECMAScript writes it, which RFC 8785 asks for."""
    if value == 0:
        return "0"
    if value == int(value) and abs(value) < 1e21:
        return str(int(value))
    sign, digits, exponent = Decimal(repr(value)).normalize().as_tuple()
    text, point = "".join(map(str, digits)), len(digits) + exponent
    if 0 < point <= 21:
        body = text + "0" * (point - len(text)) if point >= len(text) else f"{text[:point]}.{text[point:]}"
    elif -6 < point <= 0:
        body = "0." + "0" * -point + text
    else:
        mantissa = text if len(text) == 1 else f"{text[0]}.{text[1:]}"
        body = f"{mantissa}e{'+' if point > 0 else '-'}{abs(point - 1)}"
    return ("-" if sign else "") + body


def canonical(value) -> str:
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, (int, float)):
        assert math.isfinite(value)
        return number(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, (datetime.date, datetime.datetime)):
        return json.dumps(value.isoformat())
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    entries = sorted(
        ((key, item) for key, item in value.items() if item is not None), key=lambda entry: entry[0].encode("utf-16-be")
    )
    return "{" + ",".join(f"{json.dumps(key, ensure_ascii=False)}:{canonical(item)}" for key, item in entries) + "}"


def plan_hash(value) -> str:
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def plain(value):
    """A value of tomllib as JSON has it."""
    return json.loads(canonical(value))


assert [number(x) for x in (1e21, 1e20, 123456.789, 1e-6, 1e-7, 1.5e300, 5e-324, -0.5, 0.000123)] == [
    "1e+21", "100000000000000000000", "123456.789", "0.000001", "1e-7", "1.5e+300", "5e-324", "-0.5", "0.000123",
]

NUMBERS = """\
format = 1
[[codebook.variables]]
id = "x"
type = "number"
codes = [
  { value = 0.1 }, { value = 1e21 }, { value = 1e-7 }, { value = 5e-324 }, { value = -0.0 }, { value = 2.50 },
  { value = 1.7976931348623157e308 }, { value = 9007199254740992 }, { value = 0x1f }, { value = 1_000 },
  { value = 0.000001 }, { value = 123456789.123 }, { value = -3.0 },
]
"""

TEXTS = r'''
title = { fr = "Ça marche \u0001 \u007f \t \" \\ / 😀 €", en = "<script>alert(1)</script>", nl = "=cmd()" }
description = """
two
lines"""
'''

HASHES = [
    ("somerville", {"file": "../../examples/somerville.toml"}),
    ("kombi", {"file": "../../examples/kombi.toml"}),
    ("numbers", {"toml": NUMBERS}),
    ("texts", {"toml": TEXTS}),
    ("empty-toml", {"toml": ""}),
    ("empty-json", {"json": "{}"}),
    ("dates-are-text", {"toml": "[partnership]\nstart = 2026-01-02\nend = '2026-03-04'\n"}),
    ("json-numbers-are-toml-numbers", {"json": '{"format": 1.0, "survey": {"level": 9.5e-1}, "title": null}'}),
    ("a-value-without-text", {"value": {"survey": {"level": 0.95, "wave": None}, "format": 1}}),
    ("byte-order-mark", {"json": '\ufeff{"title": "x"}'}),
]


def read(args: dict):
    if "file" in args:
        return tomllib.loads((VECTORS / args["file"]).read_text(encoding="utf-8"))
    if "toml" in args:
        return tomllib.loads(args["toml"])
    if "json" in args:
        return json.loads(args["json"].removeprefix("\ufeff"))
    return args["value"]


def hash_cases() -> list:
    cases = []
    for name, args in HASHES:
        value = read(args)
        expect = {"hash": plan_hash(value)}
        cases.append({"id": name, "call": "Plan.hash", "args": args, "expect": expect})
        cases.append({"id": f"{name}-through-toml", "call": "Plan.to_toml", "args": args, "expect": expect})
        cases.append({"id": f"{name}-as-json", "call": "Plan.to_json", "args": args, "expect": {"value": plain(value)}})
    return cases


def template_cases() -> list:
    folder = CORE / "src/plan/template"
    parts = {name: tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8")) for name in ("survey", "partnership")}
    parts["full"] = {**parts["survey"], **parts["partnership"]}
    cases = [
        {"id": name, "call": "Plan.template", "args": {"name": name}, "expect": {"hash": plan_hash(value), "faults": []}}
        for name, value in parts.items()
    ]
    error = {"kind": "unknown_value", "path": "name"}
    return cases + [{"id": "unknown", "call": "Plan.template", "args": {"name": "surwey"}, "error": error}]


FAULTS = {
    "partnership": """\
format = 1
[partnership]
start = '2026-02-30'  #! impossible_date partnership.start
[[partnership.stakeholders]]
id = 'city'
name = 'City'
sector = 'local_authority'
representatives = ['p01', 'Jo Smith', 'jo@example.org']  #! personal_data partnership.stakeholders[0](city).representatives[1]  #! personal_data partnership.stakeholders[0](city).representatives[2]
[[partnership.stakeholders]]
id = 'city'  #! duplicate_id partnership.stakeholders[1](city).id
name = 'City again'
sector = ''  #! unknown_value partnership.stakeholders[1](city).sector
roles = ['boss']  #! dangling_id partnership.stakeholders[1](city).roles[0]
joined = 2026-03-01
left = 2026-02-01  #! impossible_date partnership.stakeholders[1](city).left
[[partnership.objectives]]
id = 'a'
title = 'A'
shared_by = ['citi', 'city']  #! dangling_id partnership.objectives[0](a).shared_by[0]
parent = 'b'  #! cycle partnership.objectives[0](a).parent
[[partnership.objectives]]
id = 'b'
title = 'B'
parent = 'a'  #! cycle partnership.objectives[1](b).parent
owner = 'police'  #! dangling_id partnership.objectives[1](b).owner
[[partnership.activities]]
id = 'talk show'  #! unknown_value partnership.activities[0](talk show).id
title = 'Talk'
objectives = ['a', 'a', 'hope']  #! duplicate_id partnership.activities[0](talk show).objectives[1]  #! dangling_id partnership.activities[0](talk show).objectives[2]
start = 2026-05-01
end = 2026-04-30  #! impossible_date partnership.activities[0](talk show).end
[[partnership.activities]]
id = 'x'
title = 'X'
after = ['x']  #! cycle partnership.activities[1](x).after
[[partnership.responsibilities]]
activity = 'walk'  #! dangling_id partnership.responsibilities[0].activity
accountable = ['police']  #! dangling_id partnership.responsibilities[0].accountable[0]
[[partnership.responsibilities]]
activity = 'x'
[[partnership.responsibilities]]
activity = 'x'  #! duplicate_id partnership.responsibilities[2].activity
informed = ['city', 'city']  #! duplicate_id partnership.responsibilities[2].informed[1]
[[partnership.channels]]
id = 'm'
medium = 'meeting'
owner = 'nobody'  #! dangling_id partnership.channels[0](m).owner
[[partnership.needs]]
id = 'n'
what = 'N'
kind = 'money'
by = 'soon'  #! impossible_date partnership.needs[0](n).by
activity = 'none'  #! dangling_id partnership.needs[0](n).activity
[[partnership.agreed_shares]]
kind = 'time'
shares = [{ stakeholder = 'city', share = 0.5 }, { stakeholder = 'town', share = 0.4 }]  #! inconsistent partnership.agreed_shares[0].shares  #! dangling_id partnership.agreed_shares[0].shares[1].stakeholder
""",
    "measures": """\
[[codebook.variables]]
id = 'q'
type = 'ordinal'
codes = [{ value = 1 }, { value = '1' }, { value = 9 }]  #! duplicate_id codebook.variables[0](q).codes[1].value
missing = { dont_know = [9, 8], refused = [8] }  #! inconsistent codebook.variables[0](q).missing.dont_know[0]  #! duplicate_id codebook.variables[0](q).missing.refused[0]
[[codebook.variables]]
id = 'n'
type = 'number'
range = { min = 0, max = 100 }
missing = { dont_know = [99] }  #! inconsistent codebook.variables[1](n).missing.dont_know[0]
[[codebook.variables]]
id = 'q'  #! duplicate_id codebook.variables[2](q).id
type = 'text'
[[scales]]
id = 's'
range = [1, 5]
items = [{ variable = 'q' }, { variable = 'none' }]  #! dangling_id scales[0](s).items[1].variable
[[indicators]]
id = 'both'
title = 'x'
variable = 'q'
scale = 's'  #! inconsistent indicators[0](both).scale
[[indicators]]  #! missing_field indicators[1](neither).variable
id = 'neither'
title = 'x'
[[indicators]]
id = 'scaled'
title = 'x'
scale = 'trust'  #! dangling_id indicators[2](scaled).scale
[[indicators]]  #! missing_field indicators[3](share).values
id = 'share'
title = 'x'
statistic = 'share'
variable = 'q1'  #! dangling_id indicators[3](share).variable
orientation = 'higher_is_better'
target = { value = 40 }  #! out_of_range indicators[3](share).target.value
[[indicators]]
id = 'mean'
title = 'x'
variable = 'q'
at_least = 4  #! inconsistent indicators[4](mean).at_least
missing = { refused = 'in' }  #! inconsistent indicators[4](mean).missing.refused
[[indicators]]  #! missing_field indicators[5](target).orientation
id = 'target'
title = 'x'
variable = 'q'
target = { value = 3, by = '2026-13-01' }  #! impossible_date indicators[5](target).target.by
""",
    "bands": """\
[[indicators]]
id = 'i'
title = 'x'
variable = 'q'
bands = [
  { id = 'low', to = 2 },
  { id = 'middle', from = 2, to = 3, from_open = true },
  { id = 'high', from = 3 },  #! inconsistent indicators[0](i).bands[2](high).from
]
""",
    "survey": """\
[survey]  #! missing_field survey.person
by = ['area', 'area']  #! duplicate_id survey.by[1]
pairing = 'persons'
nested = true  #! inconsistent survey.nested
wave = 'year'
waves = [
  { id = '2024', date = 2024-05-01 },
  { id = '2024', date = 2025-05-01 },  #! duplicate_id survey.waves[1](2024).id
  { id = '2023', date = 2023-05-01 },  #! impossible_date survey.waves[2](2023).date
]
""",
    "records": """\
[[partnership.stakeholders]]
id = 'a'
name = 'A'
sector = 'police'
[[partnership.channels]]
id = 'm'
medium = 'meeting'
start = 2026-02-01
[[records.events]]
id = 'e'
date = 2026-01-31  #! impossible_date records.events[0](e).date
channel = 'm'
[[records.attendance]]
event = 'f'  #! dangling_id records.attendance[0].event
stakeholder = 'a'
person = 'Jo Smith'  #! personal_data records.attendance[0].person
[[records.ties]]
from = 'a'
to = 'a'  #! inconsistent records.ties[0].to
wave = 'w'  #! dangling_id records.ties[0].wave
[[records.memberships]]
stakeholder = 'a'
joined = 2026-01-02
left = 2026-01-01  #! impossible_date records.memberships[0].left
[[records.actions]]
id = 'p'
opened = 2026-01-01
follows = 'q'  #! cycle records.actions[0](p).follows
[[records.actions]]
id = 'q'
opened = 2026-01-01
follows = 'p'  #! cycle records.actions[1](q).follows
""",
}


def marked(text: str) -> list:
    faults = []
    for line, content in enumerate(text.splitlines(), start=1):
        for mark in content.split("#! ")[1:]:
            kind, path = mark.strip().split(" ", 1)
            faults.append({"kind": kind, "path": path, "line": line})
    return faults


def check_cases() -> list:
    cases = [
        {"id": name, "call": "Plan.check", "args": {"toml": text}, "expect": {"faults": marked(text)}}
        for name, text in FAULTS.items()
    ]
    for name in ("somerville", "kombi"):
        args = {"file": f"../../examples/{name}.toml"}
        cases.append({"id": name, "call": "Plan.check", "args": args, "expect": {"faults": []}})
    value = {"indicators": [{"id": "i", "title": "x", "scale": "s"}]}
    fault = {"kind": "dangling_id", "path": "indicators[0](i).scale", "line": None, "value": "s"}
    cases.append({"id": "no-line-without-text", "call": "Plan.check", "args": {"value": value}, "expect": {"faults": [fault]}})
    return cases


FORMS = [
    ("unknown-key", {"toml": "[survey]\nweigths = 'pw'"}, "unknown_key", "survey.weigths"),
    ("unknown-key-json", {"json": '{"survey": {"weigths": "pw"}}'}, "unknown_key", "survey.weigths"),
    ("wrong-type", {"toml": "title = 3"}, "wrong_type", "title"),
    ("no-table", {"json": "[]"}, "wrong_type", ""),
    ("missing-field", {"toml": "[[indicators]]\nid = 'i'"}, "missing_field", "indicators[0](i).title"),
    ("unknown-word", {"toml": "[[indicators]]\nid = 'i'\ntitle = 'x'\nstatistic = 'median'"}, "unknown_value", "indicators[0](i).statistic"),
    ("level-above-one", {"toml": "[survey]\nlevel = 95"}, "out_of_range", "survey.level"),
    ("beyond-2-53", {"json": '{"report": {"minimum_n": 9007199254740993}}'}, "out_of_range", "report.minimum_n"),
    ("infinite", {"toml": "[survey]\nlevel = inf"}, "not_finite", "survey.level"),
    ("twice-toml", {"toml": "title = 'a'\ntitle = 'b'"}, "duplicate_key", ""),
    ("twice-json", {"json": '{"title": "a", "title": "b"}'}, "duplicate_key", "title"),
    ("trailing-comma", {"json": '{"title": "a",}'}, "syntax", ""),
    ("no-document", {"toml": "title = "}, "syntax", ""),
    ("too-deep-json", {"json": '{"title": ' + "[" * 64 + "]" * 64 + "}"}, "too_deep", ""),
    ("too-deep-toml", {"toml": "title = " + "[" * 100 + "]" * 100}, "too_deep", ""),
    ("another-format", {"toml": "format = 2\nwhatever = 1"}, "unsupported_format", "format"),
]


def form_cases() -> list:
    return [
        {"id": name, "call": "Plan.check", "args": args, "error": {"kind": kind, "path": path}}
        for name, args, kind, path in FORMS
    ]


TABLES = {
    "contributions": {
        "columns": {
            "date": ["2025-05-01", "01/05/2025", None],
            "stakeholder": ["city", "polise", "police"],
            "kind": ["money", "time", "time"],
            "amount": [3.5, 2, -1],
        }
    },
    "ties": {"columns": {"from": ["city", "city"], "to": ["police", "city"], "strength": [1, 2]}},
    "deliveries": {"columns": {"date": ["2025-05-01"]}},
}


def records_cases() -> list:
    plan = "\n".join(
        f"[[partnership.stakeholders]]\nid = '{name}'\nname = '{name}'\nsector = 'x'" for name in ("city", "police")
    )
    faults = {
        "contributions": [
            ("impossible_date", "records.contributions[1].date"),
            ("dangling_id", "records.contributions[1].stakeholder"),
            ("missing_field", "records.contributions[2].date"),
            ("out_of_range", "records.contributions[2].amount"),
        ],
        "ties": [("unknown_key", "records.ties.strength"), ("inconsistent", "records.ties[1].to")],
        "deliveries": [("missing_column", f"records.deliveries.{name}") for name in ("need", "stakeholder", "amount")],
    }
    cases = [
        {
            "id": name,
            "call": "Plan.check_records",
            "args": {"toml": plan, "tables": {name: name}},
            "expect": {"faults": [{"kind": kind, "path": path} for kind, path in expected]},
        }
        for name, expected in faults.items()
    ]
    unknown = [{"kind": "unknown_key", "path": "records.tie"}]
    return cases + [
        {
            "id": "unknown-kind",
            "call": "Plan.check_records",
            "args": {"toml": plan, "tables": {"tie": "ties"}},
            "expect": {"faults": unknown},
        }
    ]


GUESS = {
    "columns": {
        "trust": [1, 2, 3, 4, 5, 8, 9, None],
        "seven": [1, 2, 3, 4, 5, 6, 7, 7],
        "grade": [0, 5, 10, 77, 88, 99, -1, 5],
        "income": [1200.5, 1800.25, 2400, 3100.75, 900, 1500, 1700, 2000],
        "home": ["oui", "non", "Ne sait pas", "refus", "oui", "non", "oui", None],
        "wijk": ["Dampoort", "Ledeberg", "weet niet", "niet van toepassing", "Dampoort", "Ledeberg", "Ledeberg", "Dampoort"],
    }
}


def guess_cases() -> list:
    def codes(*values):
        return [{"value": value} for value in values]

    variables = [
        {"id": "trust", "type": "ordinal", "codes": codes(1, 2, 3, 4, 5), "missing": {"dont_know": [8, 9]}},
        {"id": "seven", "type": "ordinal", "codes": codes(1, 2, 3, 4, 5, 6, 7)},
        {"id": "grade", "type": "ordinal", "codes": codes(0, 5, 10), "missing": {"dont_know": [-1, 77, 88, 99]}},
        {"id": "income", "type": "number", "range": {"min": 900, "max": 3100.75}},
        {"id": "home", "type": "nominal", "codes": codes("non", "oui"), "missing": {"dont_know": ["Ne sait pas"], "refused": ["refus"]}},
        {"id": "wijk", "type": "nominal", "codes": codes("Dampoort", "Ledeberg"), "missing": {"dont_know": ["weet niet"], "not_applicable": ["niet van toepassing"]}},
    ]
    return [{"id": "guess", "call": "Plan.codebook_from", "data": "answers", "args": {}, "expect": {"variables": variables}}]


def write(name: str, about: str, cases: list, data: dict | None = None) -> None:
    document = {"format": 1, "module": "plan", "about": about, "source": SOURCE, "data": data or {}, "cases": cases}
    path = VECTORS / "plan" / f"{name}.json"
    path.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(cases)} cases")


if __name__ == "__main__":
    (VECTORS / "plan").mkdir(exist_ok=True)
    write("hash", "Hashes of plans, and what they say in TOML and JSON", hash_cases())
    write("template", "Plans to start from", template_cases())
    write("check", "Faults of meaning: kind, path and line, all at once", check_cases())
    write("form", "Texts that are no plan, and the first fault of each", form_cases())
    write("records", "Tables of records given beside a plan", records_cases(), TABLES)
    write("codebook", "A first codebook guessed from a table", guess_cases(), {"answers": GUESS})
