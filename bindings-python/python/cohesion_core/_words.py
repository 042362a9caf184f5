"""Closed sets: the words that arguments take.

Written by `cargo run -p faces` from the Rust sources and faces.toml; do not edit.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

Lost: TypeAlias = Literal["partners", "ties"]
"""What goes when a network is tried for losses."""

SymmetryRule: TypeAlias = Literal["union", "intersection"]
"""When a pair whose two views differ is taken to be tied."""
