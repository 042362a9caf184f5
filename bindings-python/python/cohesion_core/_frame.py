"""Any data frame as columns by name. A column is converted when it is asked for, and once."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from cohesion_core import _columns, _core
from cohesion_core._arguments import fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from cohesion_core._types import Given, Rows

Kind = Literal["native", "pandas", "polars", "pyarrow", "dict"]
_KINDS: tuple[Kind, ...] = ("native", "pandas", "polars", "pyarrow", "dict")


class Columns:
    """Columns of one length that can be asked for by name."""

    __slots__ = ("_blank", "_lengths", "_made", "_makers")

    def __init__(self, makers: dict[str, Callable[[], Given]], lengths: dict[str, int]) -> None:
        self._makers = makers
        self._lengths = lengths
        self._made: dict[str, Given] = {}
        self._blank: dict[int, NDArray[np.float64]] = {}

    @property
    def names(self) -> list[str]:
        """The names, in order."""
        return list(self._makers)

    def column(self, name: str) -> Given:
        """The column of that name."""
        if name not in self._made:
            self._made[name] = self._makers[name]()
        return self._made[name]

    def pick(self, wanted: Iterable[str]) -> Rows:
        """The wanted columns.

        Where one is not there or the lengths differ, every column stands in with its name and length alone, so that
        the core can word the fault; where none is wanted, one does, so that the core knows the number of rows.
        """
        asked = set(wanted)
        known = [name for name in self._makers if name in asked]
        if len(set(self._lengths.values())) > 1:
            return [self._name_only(name) for name in self._makers]
        if len(known) < len(asked):
            return [self.column(name) if name in asked else self._name_only(name) for name in self._makers]
        return [self.column(name) for name in known] or [self._name_only(name) for name in self.names[:1]]

    def named_in(self, document: Any) -> Rows:
        """The columns that any text of a document names; the others stand in with their name and length alone."""
        texts = set(_texts(document))
        return [self.column(name) if name in texts else self._name_only(name) for name in self._makers]

    def all(self) -> Rows:
        """Every column."""
        return self.pick(self._makers)

    def _name_only(self, name: str) -> Given:
        length = self._lengths[name]
        return name, self._blank.setdefault(length, np.zeros(length))


class Table:
    r"""A table that was read from CSV; it can be given wherever a data frame can.

    Attributes:
        guess: What was guessed about the text.
        unparsed: Cells that are no numbers in columns of which most cells are; such a column keeps its texts.

    Example:
        >>> import cohesion_core as cc
        >>> table = cc.read_csv(b"street;score\nA;3,5\nB;\nC;4,0\n")
        >>> table.guess.separator, table.guess.decimal
        (';', 'comma')
        >>> cc.Survey(table).mean("score").value
        3.75
    """

    __slots__ = ("_core", "_text", "guess", "unparsed")

    def __init__(self, text: bytes) -> None:
        self._text = text
        self._core = _core.read_csv(text)
        self.guess: CsvGuess = CsvGuess(**json.loads(self._core.guess()))
        self.unparsed: tuple[Unparsed, ...] = tuple(Unparsed(*cell) for cell in self._core.unparsed())

    @property
    def columns(self) -> list[str]:
        """The names of the columns, in order.

        Example:
            >>> import cohesion_core as cc
            >>> lines = ["trust;area", "3,5;North", "4;South"]
            >>> cc.read_csv(chr(10).join(lines).encode()).columns
            ['trust', 'area']
        """
        return self._core.columns

    def __len__(self) -> int:
        return self._core.rows

    def fingerprint(self) -> str:
        """A hash of the content: the same for the same values, whatever file they came from.

        Example:
            >>> import cohesion_core as cc
            >>> text = chr(10).join(["trust", "3", "4"]).encode()
            >>> cc.read_csv(text).fingerprint() == cc.read_csv(text).fingerprint()
            True
        """
        return self._core.fingerprint()

    def to_frame(self, kind: Kind = "native") -> Any:
        """The table as a data frame: float64 columns with NaN for missing, text columns with None.

        Args:
            kind: ``"pandas"``, ``"polars"``, ``"pyarrow"``, ``"dict"`` (of arrays and lists), or ``"native"``: pandas
                where it is installed, else a dict.

        Raises:
            CohesionError: ``unknown_value`` for another kind, ``not_possible`` where the library is not installed.

        Example:
            >>> import cohesion_core as cc
            >>> text = chr(10).join(["trust", "3", "4"]).encode()
            >>> list(cc.read_csv(text).to_frame("pandas")["trust"])
            [3.0, 4.0]
        """
        return frame({name: self._core.column(name) for name in self.columns}, kind)

    def pick(self, wanted: Iterable[str]) -> Rows:  # noqa: ARG002 - the core picks by itself
        """The table as the core holds it."""
        return self._core

    def named_in(self, document: Any) -> Rows:  # noqa: ARG002 - the core picks by itself
        """The table as the core holds it."""
        return self._core

    def all(self) -> Rows:
        """The table as the core holds it."""
        return self._core

    def __repr__(self) -> str:
        return f"<cohesion_core.Table: {len(self)} rows, {len(self.columns)} columns: {', '.join(self.columns)}>"

    def __reduce__(self) -> tuple[type[Table], tuple[bytes]]:
        return type(self), (self._text,)


@dataclass(frozen=True)
class CsvGuess:
    """What was guessed about a CSV text.

    Attributes:
        encoding: ``"utf8"``, ``"utf16"`` or ``"windows1252"``.
        separator: The character between cells.
        decimal: ``"point"`` or ``"comma"``.
    """

    encoding: str
    separator: str
    decimal: str


@dataclass(frozen=True)
class Unparsed:
    """A text that is no number in a column of numbers.

    Attributes:
        row: Row, counted from 1 without the header.
        column: The column.
        text: What stands there.
    """

    row: int
    column: str
    text: str


def read_csv(source: str | os.PathLike[str] | bytes) -> Table:
    """Reads CSV: comma, semicolon or tab; decimal point or comma; UTF-8, UTF-16 or windows-1252.

    The first line is the header; an empty cell is missing. What was guessed is in `Table.guess`, cells of a number
    column that are no numbers in `Table.unparsed`.

    Args:
        source: A path, or the bytes of the file.

    Raises:
        CohesionError: ``file`` where there is no such file; ``ragged_rows``, ``duplicate_column``, ``empty_table``,
            ``encoding``, ``syntax`` or ``too_large`` (above 1 GiB) with all faults of the text.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        return Table(bytes(source))
    return Table(read_bytes(source))


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file, or the fault that says why not."""
    try:
        return Path(path).read_bytes()
    except (OSError, TypeError, ValueError) as error:
        raise fault("file", str(path), f"the file cannot be read: {error}", value=path) from error


def columns_of(data: Any) -> Columns | Table:
    """The columns of a table, a data frame, a dict of columns or a list of dicts."""
    if isinstance(data, Columns | Table):
        return data
    if isinstance(data, Mapping):
        return _of_mapping(data)
    if isinstance(data, Sequence) and data and all(isinstance(row, Mapping) for row in data):
        keys = dict.fromkeys(key for row in data for key in row)
        return _of_mapping({key: [row.get(key) for row in data] for key in keys})
    return _of_frame(data)


def _of_mapping(data: Mapping[Any, Any]) -> Columns:
    values = {str(name): _one_column(str(name), column) for name, column in data.items()}
    makers = {name: _maker(name, column) for name, column in values.items()}
    return Columns(makers, {name: len(column) for name, column in values.items()})


def _of_frame(data: Any) -> Columns:
    try:
        frame = nw.from_native(data, eager_only=True)
    except TypeError as error:
        kind = f"{type(data).__module__}.{type(data).__name__}"
        message = (
            f"{kind} is no table. Give a pandas, Polars or PyArrow table, a dict of columns or what read_csv returns"
        )
        raise fault("wrong_type", "table", message, value=kind) from error
    except nw.exceptions.DuplicateError as error:
        raise fault("duplicate_column", "table", str(error)) from error
    makers = {str(name): _maker(str(name), frame[name]) for name in frame.columns}
    return Columns(makers, dict.fromkeys(makers, len(frame)))


def _one_column(name: str, column: Any) -> Any:
    """A value of a dict as a series, an array or a list; a text or a single number is no column."""
    if isinstance(column, np.ndarray):
        return column if column.ndim else _no_column(name, column)
    if isinstance(column, str | bytes | Mapping) or not isinstance(column, Iterable):
        return _no_column(name, column)
    try:
        return nw.from_native(column, series_only=True)
    except TypeError:
        return list(column)


def _no_column(name: str, column: Any) -> Any:
    message = f"`{name}` is no column but {type(column).__name__}; give an array, a series or a list"
    raise fault("wrong_type", f"column[{name}]", message, value=column)


def _maker(name: str, column: Any) -> Callable[[], Given]:
    if isinstance(column, nw.Series):
        return lambda: _columns.of_series(name, column)
    if isinstance(column, np.ndarray):
        return lambda: _columns.of_array(name, column)
    return lambda: _columns.of_objects(name, column)


def _texts(value: Any) -> list[str]:
    """Every text of a document, keys included."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for key, inner in value.items() for text in (key, *_texts(inner))]
    return [text for inner in value for text in _texts(inner)] if isinstance(value, list) else []


def frame(data: dict[str, Any], kind: Kind, types: Mapping[str, type] | None = None) -> Any:
    """Columns as a data frame of the asked kind; lists get the type that `types` says, None is missing."""
    if kind not in _KINDS:
        message = f"`{kind}` is no kind of data frame. Allowed: {', '.join(_KINDS)}"
        raise fault("unknown_value", "kind", message, value=kind, allowed=_KINDS)
    if kind == "dict":
        return data
    try:
        if kind == "polars":
            return _polars(data, types or {})
        return _pyarrow(data, types or {}) if kind == "pyarrow" else _pandas(data, types or {})
    except ImportError as error:
        if kind == "native":
            return data
        message = f"{kind} is not installed: run `pip install {kind}` or ask for kind='dict'"
        raise fault("not_possible", "kind", message, value=kind) from error


def _polars(data: dict[str, Any], types: Mapping[str, type]) -> Any:
    import polars as pl

    known: dict[type, Any] = {float: pl.Float64, int: pl.Int64, str: pl.String, bool: pl.Boolean}
    return pl.DataFrame(data, schema_overrides={name: known[of] for name, of in types.items()})


def _pyarrow(data: dict[str, Any], types: Mapping[str, type]) -> Any:
    import pyarrow as pa

    known = {float: pa.float64(), int: pa.int64(), str: pa.string(), bool: pa.bool_()}
    return pa.table({name: pa.array(column, known.get(types.get(name, object))) for name, column in data.items()})


def _pandas(data: dict[str, Any], types: Mapping[str, type]) -> Any:
    import pandas as pd

    def made(name: str, column: Any) -> Any:
        of = types.get(name)
        if of is int:
            return pd.array(column, dtype="Int64" if None in column else "int64")
        if of is bool:
            return pd.array(column, dtype="boolean" if None in column else "bool")
        return np.array(column, dtype=np.float64 if of is float else object) if of else column

    return pd.DataFrame({name: made(name, column) for name, column in data.items()})
