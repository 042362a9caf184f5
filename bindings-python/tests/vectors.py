"""Reads the shared vectors, gives their data in every kind Python has, and compares what came out."""

from __future__ import annotations

import csv
import json
import math
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa

COMMITTED = Path(__file__).resolve().parents[2] / "cohesion-core" / "tests" / "vectors"
FOLDER = Path(os.environ.get("VECTORS_DIR", COMMITTED))

Columns = dict[str, list[Any]]

KINDS: dict[str, Callable[[Columns], Any]] = {
    "pandas": pd.DataFrame,
    "polars": pl.DataFrame,
    "pyarrow": pa.table,
    "dict": dict,
}
"""The kinds of data frames; vectors go through them in turn."""


@dataclass(frozen=True)
class Case:
    """One case of a vector file."""

    file: Path
    spec: dict[str, Any]
    data: dict[str, Any]

    @property
    def name(self) -> str:
        """File and id."""
        return f"{self.file.parent.name}/{self.file.stem}: {self.spec['id']}"

    def columns(self, name: str | None = None) -> Columns:
        """The columns of the case's data, or of the data of that name; None is missing."""
        data = self.data[name or self.spec["data"]]
        if "csv" in data:
            return read_columns(COMMITTED / data["csv"])
        return {name: _one_type(values) for name, values in data["columns"].items()}

    def part(self, index: int, parts: int) -> Columns:
        """A contiguous piece of the rows."""
        columns = self.columns()
        rows = len(next(iter(columns.values())))
        return {name: values[index * rows // parts : (index + 1) * rows // parts] for name, values in columns.items()}


def cases(folder: Path = FOLDER) -> Iterator[Case]:
    """Every case of every file."""
    for file in sorted(folder.rglob("*.json")):
        document = json.loads(file.read_text(encoding="utf-8"))
        assert document["format"] == 1, file
        for spec in document["cases"]:
            assert ("expect" in spec) != ("error" in spec), f"{file}: {spec['id']} needs one of expect and error"
            yield Case(file, spec, document.get("data", {}))


def read_columns(path: Path) -> Columns:
    """The columns of a CSV file as Python values: numbers where every cell is one, else texts."""
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    return {name: _values([row[place] for row in rows]) for place, name in enumerate(header)}


def _one_type(values: list[Any]) -> list[Any]:
    """Numbers of which one has a fraction are floats, as a data frame would have them."""
    if not any(isinstance(value, float) for value in values):
        return values
    return [float(value) if _is_number(value) else value for value in values]


def _values(cells: list[str]) -> list[Any]:
    try:
        return [float(cell) if cell else None for cell in cells]
    except ValueError:
        return [cell or None for cell in cells]


def differences(expected: Any, found: Any, tolerance: dict[str, float], path: str = "") -> list[str]:
    """What of `expected` is not in `found`; empty when all is."""
    if isinstance(expected, dict) and isinstance(found, dict):
        missing = [f"{path}.{key} is not there" for key in expected if key not in found]
        both = (key for key in expected if key in found)
        return missing + [
            line for key in both for line in differences(expected[key], found[key], tolerance, f"{path}.{key}")
        ]
    if isinstance(expected, list) and isinstance(found, list):
        if len(expected) != len(found):
            return [f"{path} has {len(found)} elements instead of {len(expected)}"]
        pairs = enumerate(zip(expected, found, strict=True))
        return [line for place, (a, b) in pairs for line in differences(a, b, tolerance, f"{path}[{place}]")]
    if _is_number(expected) and _is_number(found):
        allowed = tolerance.get("absolute", 0.0) + tolerance.get("relative", 0.0) * abs(expected)
        near = math.isfinite(found) and abs(expected - found) <= allowed
        return [] if near else [f"{path} is {found} instead of {expected}"]
    same = type(expected) is type(found) and expected == found
    return [] if same else [f"{path} is {found!r} instead of {expected!r}"]


def present(paths: list[str], found: Any) -> list[str]:
    """Which of these JSON pointers lead somewhere in `found`."""

    def leads(place: Any, keys: list[str]) -> bool:
        if not keys:
            return True
        inside = dict(enumerate(place)) if isinstance(place, list) else place
        key = int(keys[0]) if isinstance(place, list) else keys[0]
        return isinstance(inside, dict) and key in inside and leads(inside[key], keys[1:])

    return [f"{path} is there" for path in paths if leads(found, path.split("/")[1:])]


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
