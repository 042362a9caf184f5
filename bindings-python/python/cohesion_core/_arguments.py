"""Arguments as people write them, turned into what the core takes; anything else is a fault that names the argument."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from numbers import Integral, Real
from typing import Any, Literal, TypeAlias

from cohesion_core import _core
from cohesion_core._errors import CohesionError

Value: TypeAlias = object
"""A value that rows are compared with: a text, a number, a bool or a date."""

Values: TypeAlias = object
"""One value or a sequence of them."""

Names: TypeAlias = str | Sequence[str]
"""The name of a column, or several."""

ShareInterval: TypeAlias = Literal["logit", "wilson", "korn_graubard", "beta", "likelihood", "arcsine", "t"]

Margins: TypeAlias = Mapping[Any, Any] | Sequence[Mapping[str, Any]]
"""What is known of the population: totals of groups and sums of columns."""

ReplicateMethod: TypeAlias = Literal["jk1", "jkn", "brr", "fay", "bootstrap"]


def fault(kind: str, path: str, message: str, *, value: object = None, allowed: Iterable[str] = ()) -> CohesionError:
    """The exception of one fault that was found on this side of the border."""
    return _core.faults([(kind, path, message, None if value is None else str(value), list(allowed))])


def names(argument: str, given: Names | None) -> list[str]:
    """The columns that an argument names: none, one or several."""
    if given is None:
        return []
    if isinstance(given, str):
        return [given]
    found = list(given) if isinstance(given, Iterable) else [given]
    for name in found:
        if not isinstance(name, str):
            message = f"`{argument}` takes the name of a column or a list of names, not {type(name).__name__}"
            raise fault("wrong_type", argument, message, value=name)
    return found


def name(argument: str, given: str) -> str:
    """The one column that an argument names."""
    if not isinstance(given, str):
        message = f"`{argument}` takes the name of one column, not {type(given).__name__}"
        raise fault("wrong_type", argument, message, value=given)
    return given


def numbers(argument: str, given: float | Sequence[float]) -> list[float]:
    """One number or several, as a list."""
    found = list(given) if isinstance(given, Iterable) else [given]
    for number in found:
        if isinstance(number, bool) or not isinstance(number, Real):
            message = f"`{argument}` takes a number or a list of numbers, not {type(number).__name__}"
            raise fault("wrong_type", argument, message, value=number)
    return [float(number) for number in found]


def number(argument: str, given: float) -> float:
    """The number that an argument is."""
    if isinstance(given, bool) or not isinstance(given, int | float):
        raise fault("wrong_type", argument, f"`{argument}` is a number, not {type(given).__name__}", value=given)
    return float(given)


def whole(argument: str, given: int | None) -> int | None:
    """The whole number from 0 up that an argument is, where it is given."""
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, int):
        message = f"`{argument}` is a whole number, not {type(given).__name__}"
        raise fault("wrong_type", argument, message, value=given)
    if not 0 <= given < 2**64:
        raise fault("out_of_range", argument, f"`{argument}` is a whole number from 0 up, below 2**64", value=given)
    return given


def integer(argument: str, given: int) -> int:
    """The whole number from 0 up that an argument is."""
    found = whole(argument, given)
    if found is None:
        raise fault("wrong_type", argument, f"`{argument}` is a whole number, not None")
    return found


def named(**given: str | None) -> list[str]:
    """The columns that arguments name, one each, where they are given."""
    return [name(argument, column) for argument, column in given.items() if column is not None]


def labels(argument: str, given: Iterable[object] | None) -> list[str] | None:
    """Values as labels; a number is the label that a column with it has."""
    if given is None:
        return None
    if isinstance(given, str) or not isinstance(given, Iterable):
        message = f"`{argument}` takes a list of ids, not {type(given).__name__}"
        raise fault("wrong_type", argument, message, value=given)
    return [_core.label(one) for one in given]


def values(given: Values) -> list[object]:
    """One value or several, as a list."""
    if isinstance(given, str | bytes) or not isinstance(given, Iterable):
        return [given]
    return list(given)


def each(given: Values) -> list[str]:
    """One value or several, as labels."""
    return [_core.label(value) for value in values(given)]


def domain(argument: str, given: Mapping[str, Values] | None) -> dict[str, list[str]]:
    """Columns and the labels that are inside."""
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        message = f"`{argument}` takes a mapping from columns to values, as in {{'district': ['North', 'East']}}"
        raise fault("wrong_type", argument, message, value=given)
    return {name(argument, column): each(inside) for column, inside in given.items()}


def options(*, where: Mapping[str, Values] | None = None, **given: object) -> str:
    """The options of a call as JSON; the core says what is wrong with them."""
    found = {argument: _json(argument, value) for argument, value in given.items() if value is not None}
    if where is not None:
        found["where"] = domain("where", where)
    return json.dumps(found)


def _json(path: str, given: object) -> object:
    """A value as JSON has it: numbers of other libraries as Python's own, what is none of its kinds as its label."""
    if given is None or isinstance(given, str | bool):
        return given
    if isinstance(given, Integral):
        return int(given)
    if isinstance(given, Real):
        if not math.isfinite(given):
            raise fault("not_finite", path, f"{given} is no finite number", value=given)
        return float(given)
    if isinstance(given, Mapping):
        return {_core.label(key): _json(f"{path}.{key}", value) for key, value in given.items()}
    if isinstance(given, Iterable) and not isinstance(given, bytes):
        return [_json(f"{path}[{place}]", value) for place, value in enumerate(given)]
    return _core.label(given)


def margins_of(given: Margins) -> tuple[list[dict[str, Any]], list[str]]:
    """Margins as the core reads them, and the columns they name."""
    if hasattr(given, "items"):
        listed = [_margin(columns, known) for columns, known in given.items()]
    elif isinstance(given, Iterable) and not isinstance(given, str | bytes):
        listed = [dict(one) for one in given]
    else:
        message = "`margins` takes a mapping from columns to their totals, as in {'sex': {'f': 5200, 'm': 4800}}"
        raise fault("wrong_type", "margins", message, value=given)
    columns = [
        name for one in listed for name in ([one["column"]] if "column" in one else names("margins", one["columns"]))
    ]
    return listed, columns


def _margin(columns: Any, known: Any) -> dict[str, Any]:
    """One margin: the totals of levels of a column or of several, or the sum of a column."""
    named = names("margins", columns)
    if hasattr(known, "items"):
        return {"columns": named, "totals": [_total(levels, total) for levels, total in known.items()]}
    if len(named) != 1:
        message = f"the margin of {', '.join(named)} takes a mapping from their levels to totals"
        raise fault("wrong_type", "margins", message, value=known)
    return {"column": named[0], **_figure(f"margins[{named[0]}]", known)}


def _total(levels: Any, total: Any) -> dict[str, Any]:
    parts = levels if isinstance(levels, tuple) else (levels,)
    labels = [_core.label(part) for part in parts]
    return {"levels": labels, **_figure(f"margins.{' / '.join(labels)}", total)}


def _figure(path: str, given: Any) -> dict[str, Any]:
    """A total, or a total with its standard error."""
    pair = list(given) if isinstance(given, Sequence) and not isinstance(given, str) else [given]
    if len(pair) not in (1, 2) or not all(isinstance(one, Real) and not isinstance(one, bool) for one in pair):
        message = "here stands a number, or a total and its standard error"
        raise fault("wrong_type", path, message, value=given)
    found = [float(one) for one in pair]
    if not all(math.isfinite(one) for one in found):
        raise fault("out_of_range", path, "the total is no finite number", value=given)
    return dict(zip(("total", "se"), found, strict=False))
