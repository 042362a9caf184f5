"""One column of any kind as what the core takes: numbers, or codes and their texts.

Nothing is guessed: a column that is neither is refused by name. Numbers that are ``float64``, contiguous and without
nulls are handed over as they are, without a copy. Missing is NaN in numbers and `MISSING` in codes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from cohesion_core import _core
from cohesion_core._arguments import fault
from cohesion_core._errors import CohesionError

if TYPE_CHECKING:
    from cohesion_core._types import Given

MISSING = np.uint32(0xFFFF_FFFF)
"""The code of a missing category."""

_EXACT = 2**53
"""Whole numbers beyond this bound are no longer exact as float64; such a column holds identifiers."""

_EXAMPLES = 3


def numbers(name: str, values: NDArray[Any]) -> Given:
    """A column of numbers; the array itself where it is contiguous float64."""
    return name, np.ascontiguousarray(values, dtype=np.float64)


def categories(name: str, codes: NDArray[Any], levels: Iterable[object]) -> Given:
    """A column of codes into `levels`; -1 is missing, and so is the empty text."""
    texts = [_text(level) for level in levels]
    kept = [text for text in texts if text]
    index = np.cumsum([bool(text) for text in texts], dtype=np.int64) - 1
    target = np.array([place if text else MISSING for place, text in zip(index, texts, strict=True)], dtype=np.uint32)
    # Code -1 takes the last entry.
    return name, np.append(target, MISSING)[codes], kept


def of_series(name: str, series: nw.Series[Any]) -> Given:
    """A column of a data frame."""
    dtype = series.dtype
    if isinstance(dtype, nw.Categorical | nw.Enum | nw.String):
        return _of_texts(name, series)
    if dtype.is_integer() and _beyond_exact(series):
        return of_objects(name, [None if _is_missing(value) else str(value) for value in series.to_list()])
    if dtype.is_numeric() or isinstance(dtype, nw.Boolean):
        return numbers(name, _floats(series))
    if isinstance(dtype, nw.Date | nw.Datetime | nw.Time | nw.Object | nw.Unknown):
        return of_objects(name, series.to_list())
    raise refused(name, str(dtype))


def of_array(name: str, array: NDArray[Any]) -> Given:
    """A NumPy array of one dimension."""
    if array.ndim != 1:
        message = f"column `{name}` has {array.ndim} dimensions; a column has one"
        raise fault("wrong_type", f"column[{name}]", message, value=array.shape)
    if isinstance(array, np.ma.MaskedArray):
        return of_objects(name, array.tolist())
    if array.dtype.kind == "f" or array.dtype.kind == "b":
        return numbers(name, array)
    if array.dtype.kind in "iu":
        exact = array.dtype.itemsize < 8 or array.size == 0 or max(array.max(), -int(array.min())) <= _EXACT
        return numbers(name, array) if exact else of_objects(name, [str(value) for value in array.tolist()])
    if array.dtype.kind == "M":
        day = array.astype("datetime64[D]") == array
        unit = "datetime64[D]" if bool((day | np.isnat(array)).all()) else "datetime64[us]"
        return of_objects(name, array.astype(unit).tolist())
    if array.dtype.kind in "OU":
        return of_objects(name, array.tolist())
    raise refused(name, str(array.dtype))


def of_objects(name: str, values: Sequence[object]) -> Given:
    """A column of Python values: all numbers, or all texts, or all dates. A mixture is refused with its rows."""
    values = [_python_date(value) if isinstance(value, np.datetime64) else value for value in values]
    rows: dict[str, list[int]] = {"number": [], "text": [], "date": []}
    for row, value in enumerate(values):
        if not _is_missing(value):
            rows[_kind(name, row, value)].append(row)
    found = [kind for kind, where in rows.items() if where]
    if len(found) > 1:
        raise _mixed(name, values, rows)
    if found == ["text"]:
        return name, [None if _is_missing(value) else str(value) for value in values]
    if found == ["date"]:
        return name, _dates(values)
    present = [values[row] for row in rows["number"]]
    if any(isinstance(value, int) and abs(value) > _EXACT for value in present):
        return name, [None if _is_missing(value) else str(value) for value in values]
    column = np.full(len(values), np.nan)
    column[rows["number"]] = [float(cast(Any, value)) for value in present]
    return name, column


def refused(name: str, kind: str) -> CohesionError:
    """The fault of a column of a kind that is neither numbers nor texts nor dates."""
    message = f"column `{name}` holds {kind}; a column holds numbers, texts or dates"
    return fault("wrong_type", f"column[{name}]", message, value=kind, allowed=["numbers", "texts", "dates"])


def _kind(name: str, row: int, value: object) -> str:
    if isinstance(value, str):
        return "text"
    if isinstance(value, bool | int | float | Decimal | np.number | np.bool_) and not isinstance(value, np.timedelta64):
        return "number"
    if isinstance(value, dt.date | dt.time):
        return "date"
    kind = type(value).__name__
    message = f"column `{name}`, row {row + 1}: a value of type {kind} is neither a number nor a text nor a date"
    raise fault("wrong_type", f"column[{name}].row[{row + 1}]", message, value=value)


def _mixed(name: str, values: Sequence[object], rows: dict[str, list[int]]) -> CohesionError:
    """The fault of a mixture: the first rows that are not of the kind that most rows are of."""
    main = max(rows, key=lambda kind: len(rows[kind]))
    offending = sorted(row for kind, where in rows.items() if kind != main for row in where)
    message = f"column `{name}` mixes kinds: most rows hold a {main}, {len(offending)} do not, this one among them"
    return _core.faults(
        [
            ("wrong_type", f"column[{name}].row[{row + 1}]", message, str(values[row]), [main])
            for row in offending[:_EXAMPLES]
        ]
    )


def _is_missing(value: object) -> bool:
    """Whether it is None, NaN, NaT or pandas.NA (which is told by its name: comparing it gives pandas.NA again)."""
    if value is None or value is np.ma.masked or type(value).__name__ in ("NAType", "NaTType"):
        return True
    return isinstance(value, float | Decimal | np.floating) and bool(np.isnan(float(value)))


def _python_date(value: np.datetime64) -> object:
    """The value as Python has it, None for NaT; finer than a microsecond is cut off."""
    return cast(object, value.astype("datetime64[us]").item())


def _dates(values: Sequence[object]) -> list[str | None]:
    """Dates as ISO 8601. Times that are all midnight are the dates that pandas has no type for."""
    times = [value for value in values if isinstance(value, dt.datetime) and not _is_missing(value)]
    midnight = all(time.timetz() == dt.time() for time in times)
    return [None if _is_missing(value) else _iso(value, midnight) for value in values]


def _iso(value: object, midnight: bool) -> str:
    shown = value.date() if midnight and isinstance(value, dt.datetime) else value
    return cast(dt.date, shown).isoformat()


def _text(level: object) -> str:
    """The text of a category: numbers as the core writes labels, intervals and the like as they print."""
    if isinstance(level, str):
        return level
    if isinstance(level, bool | int | float | Decimal | np.number | np.bool_):
        return _core.label(level)
    if isinstance(level, dt.date | dt.time):
        return _dates([level])[0] or ""
    return str(level)


def _beyond_exact(series: nw.Series[Any]) -> bool:
    """Whether a column of wide integers holds numbers that float64 cannot tell apart."""
    wide = isinstance(series.dtype, nw.Int64 | nw.UInt64 | nw.Int128 | nw.UInt128)
    if not wide or series.null_count() == len(series):
        return False
    return max(int(series.max()), -int(series.min())) > _EXACT


def _floats(series: nw.Series[Any]) -> NDArray[Any]:
    """The numbers of a column, without a copy where the frame keeps them as one block of float64."""
    native = series.to_native()
    if series.implementation.is_pandas():
        return cast(NDArray[Any], native.to_numpy(dtype=np.float64, na_value=np.nan))
    if series.implementation.is_pyarrow():
        return _floats_of_arrow(native)
    return series.cast(nw.Float64).to_numpy()


def _floats_of_arrow(chunked: Any) -> NDArray[Any]:
    import pyarrow as pa

    if pa.types.is_boolean(chunked.type):
        chunked = chunked.cast(pa.int8())
    chunked = chunked.cast(pa.float64(), safe=False)
    if chunked.num_chunks == 1:
        # Nulls become NaN on a copy; without nulls this is the memory of the frame.
        return cast(NDArray[Any], chunked.chunk(0).to_numpy(zero_copy_only=False))
    return cast(NDArray[Any], chunked.to_numpy(zero_copy_only=False))


def _of_texts(name: str, series: nw.Series[Any]) -> Given:
    """Codes and levels, made by the frame's own library."""
    native = series.to_native()
    if series.implementation.is_pandas():
        if hasattr(native, "cat"):
            return categories(name, native.cat.codes.to_numpy(np.int64), native.cat.categories.tolist())
        codes, levels = native.factorize()
        return categories(name, codes, levels.tolist())
    if series.implementation.is_polars():
        import polars as pl

        texts = native.cast(pl.String)
        levels = texts.unique(maintain_order=True).drop_nulls()
        codes = texts.cast(pl.Enum(levels)).to_physical().cast(pl.Int64).fill_null(-1)
        return categories(name, codes.to_numpy(), levels.to_list())
    if series.implementation.is_pyarrow():
        return _of_arrow_texts(name, native)
    return of_objects(name, series.to_list())


def _of_arrow_texts(name: str, chunked: Any) -> Given:
    import pyarrow as pa

    if pa.types.is_dictionary(chunked.type):
        chunked = chunked.cast(chunked.type.value_type)
    encoded = pa.chunked_array(chunked.chunks, type=chunked.type).combine_chunks().dictionary_encode()
    codes = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
    return categories(name, codes, encoded.dictionary.to_pylist())
