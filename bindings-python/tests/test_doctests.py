"""Every example in a docstring runs."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import cohesion_core
import pytest

MODULES = ["cohesion_core", *(f"cohesion_core.{found.name}" for found in pkgutil.iter_modules(cohesion_core.__path__))]


@pytest.mark.parametrize("name", [name for name in MODULES if not name.endswith("._core")])
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_the_readme_runs() -> None:
    readme = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    assert blocks
    for block in blocks:
        exec(block, {})


def test_every_public_class_has_an_example_or_is_plain_data() -> None:
    plain = {
        name for name in cohesion_core.__all__ if hasattr(getattr(cohesion_core, name), "__dataclass_fields__")
    } | {"__version__", "ScaleScores", "Comparisons", "Evaluation", "PublishedEvaluation", "read_csv"}
    without = [
        name
        for name in cohesion_core.__all__
        if name not in plain and ">>>" not in (getattr(cohesion_core, name).__doc__ or "")
    ]
    assert without == []
