"""Options of the tests."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rows", default="1e6", help="rows that the streaming test adds in batches: 1e6 unless given")
