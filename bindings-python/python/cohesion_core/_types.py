"""Types of what crosses the border."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from cohesion_core import _core

Given: TypeAlias = (
    tuple[str, NDArray[np.float64]] | tuple[str, NDArray[np.uint32], list[str]] | tuple[str, list[str | None]]
)
"""A column: name and numbers, or name, codes and levels, or name and texts."""

Rows: TypeAlias = Union[list[Given], "_core.Table"]
"""Columns from Python, or a table that lives in Rust."""
