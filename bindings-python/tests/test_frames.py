"""What data frames of every kind become, and what is refused."""

from __future__ import annotations

import datetime as dt
import threading
import tracemalloc
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import cohesion_core as cc
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from cohesion_core import _core
from cohesion_core._frame import Columns, columns_of

NAN = float("nan")


def mean(data: Any, variable: str = "x") -> cc.Estimate:
    return cc.Survey(data).mean(variable).estimate


def column(data: Any, name: str) -> Any:
    """A column as it is handed to the core."""
    columns = columns_of(data)
    assert isinstance(columns, Columns)
    return columns.column(name)


def labels(data: Any, by: str = "g") -> list[str]:
    """The groups of a column."""
    return [row.labels[0] for row in cc.Survey(data).mean("x", by=by).rows]


NUMBERS: dict[str, Any] = {
    "list": {"x": [1, None, 3]},
    "tuple": {"x": (1, None, 3.0)},
    "bools in a list": {"x": [1, None, 3, True, False, 5]},
    "numpy float64": {"x": np.array([1, NAN, 3])},
    "numpy float32": {"x": np.array([1, NAN, 3], dtype=np.float32)},
    "numpy float16": {"x": np.array([1, NAN, 3], dtype=np.float16)},
    "numpy big-endian": {"x": np.array([1, NAN, 3], dtype=">f8")},
    "numpy strided": {"x": np.array([1, 0, NAN, 0, 3, 0])[::2]},
    "numpy reversed": {"x": np.array([3, NAN, 1])[::-1]},
    "numpy read-only": {"x": np.frombuffer(np.array([1, NAN, 3]).tobytes())},
    "numpy object": {"x": np.array([1, None, 3], dtype=object)},
    "numpy masked": {"x": np.ma.masked_array([1, 2, 3], mask=[False, True, False])},
    "decimals": {"x": [Decimal(1), Decimal("NaN"), Decimal(3)]},
    "numpy scalars": {"x": [np.int8(1), np.float32("nan"), np.float64(3)]},
    "series in a dict": {"x": pd.Series([1, None, 3], dtype="Int64")},
    "arrow array in a dict": {"x": pa.chunked_array([[1, None], [3]])},
    "rows": [{"x": 1}, {"x": None}, {"x": 3}],
    "rows with a gap": [{"x": 1}, {"y": 1}, {"x": 3}],
    "pandas float64": pd.DataFrame({"x": [1, None, 3]}),
    "pandas Int64": pd.DataFrame({"x": pd.array([1, None, 3], dtype="Int64")}),
    "pandas UInt8": pd.DataFrame({"x": pd.array([1, None, 3], dtype="UInt8")}),
    "pandas Float64": pd.DataFrame({"x": pd.array([1, None, 3], dtype="Float64")}),
    "pandas Float32": pd.DataFrame({"x": pd.array([1, None, 3], dtype="Float32")}),
    "pandas arrow": pd.DataFrame({"x": pd.array([1, None, 3], dtype="int64[pyarrow]")}),
    "pandas arrow double": pd.DataFrame({"x": pd.array([1, None, 3], dtype="double[pyarrow]")}),
    "pandas object": pd.DataFrame({"x": pd.Series([1, None, 3.0], dtype=object)}),
    "pandas object NA": pd.DataFrame({"x": pd.Series([1, pd.NA, 3], dtype=object)}),
    "pandas decimals": pd.DataFrame({"x": [Decimal(1), None, Decimal(3)]}),
    "pandas row-major": pd.DataFrame(np.array([[1, 5], [NAN, 6], [3, 7]]), columns=["x", "y"]),
    "pandas every second row": pd.DataFrame({"x": [1.0, 9, NAN, 9, 3]}).iloc[::2],
    "polars Int64": pl.DataFrame({"x": [1, None, 3]}),
    "polars UInt8": pl.DataFrame({"x": [1, None, 3]}, schema={"x": pl.UInt8}),
    "polars Float32": pl.DataFrame({"x": [1, None, 3]}, schema={"x": pl.Float32}),
    "polars Float64 with NaN": pl.DataFrame({"x": [1.0, NAN, 3.0]}),
    "polars Decimal": pl.DataFrame({"x": [Decimal("1.0"), None, Decimal("3.0")]}),
    "polars chunks": pl.concat([pl.DataFrame({"x": [1.0, None]}), pl.DataFrame({"x": [3.0]})], rechunk=False),
    "arrow int64": pa.table({"x": [1, None, 3]}),
    "arrow float32": pa.table({"x": pa.array([1, None, 3], pa.float32())}),
    "arrow decimal": pa.table({"x": pa.array([Decimal(1), None, Decimal(3)])}),
    "arrow chunks": pa.table({"x": pa.chunked_array([[1.0, None], [3.0]])}),
    "arrow slice": pa.table({"x": [9.0, 1, None, 3, 9]}).slice(1, 3),
    "decimal comma texts": {"x": ["1", None, "3,0"]},
    "decimal point texts": pd.DataFrame({"x": [" 1.0", None, "3"]}),
    "polars texts": pl.DataFrame({"x": ["1", None, "3,0"]}),
    "arrow texts": pa.table({"x": ["1", None, "3,0"]}),
    "categories of numbers": pd.DataFrame({"x": pd.Categorical([1, None, 3])}),
}


@pytest.mark.parametrize("name", NUMBERS)
def test_numbers_of_every_kind(name: str) -> None:
    found = mean(NUMBERS[name])
    assert (found.value, found.n_missing) == (2.0, 1)


@pytest.mark.parametrize(
    "data",
    [
        {"x": [True, None, False]},
        {"x": np.array([True, False])},
        pd.DataFrame({"x": [True, False]}),
        pd.DataFrame({"x": pd.array([True, None, False], dtype="boolean")}),
        pd.DataFrame({"x": pd.array([True, None, False], dtype="bool[pyarrow]")}),
        pl.DataFrame({"x": [True, None, False]}),
        pa.table({"x": [True, None, False]}),
    ],
)
def test_bools_are_one_and_zero(data: Any) -> None:
    assert mean(data).value == 0.5
    assert cc.Survey(data).share("x", values=True).value == 0.5


@pytest.mark.parametrize("missing", [None, NAN, pd.NA, pd.NaT, np.float32("nan"), Decimal("NaN"), np.datetime64("NaT")])
def test_every_kind_of_missing(missing: Any) -> None:
    found = mean({"x": [1, missing, 3]})
    assert (found.value, found.n, found.n_missing) == (2.0, 2, 1)


def test_nothing_but_missing_is_not_zero() -> None:
    for data in ({"x": [None, None]}, pd.DataFrame({"x": [None, None]}), pl.DataFrame({"x": [None, None]})):
        found = mean(data)
        assert found.value is None
        assert found.reason is not None
    assert mean(pa.table({"x": pa.nulls(2)})).value is None


TEXTS: dict[str, Any] = {
    "list": {"g": ["b", "a", None, "b", ""]},
    "numpy": {"g": np.array(["b", "a", "", "b", ""])},
    "numpy object": {"g": np.array(["b", "a", None, "b", ""], dtype=object)},
    "pandas str": pd.DataFrame({"g": ["b", "a", None, "b", ""]}),
    "pandas object": pd.DataFrame({"g": pd.Series(["b", "a", None, "b", ""], dtype=object)}),
    "pandas arrow": pd.DataFrame({"g": pd.array(["b", "a", None, "b", ""], dtype="string[pyarrow]")}),
    "pandas categories": pd.DataFrame({"g": pd.Categorical(["b", "a", None, "b", ""], categories=["z", "b", "", "a"])}),
    "polars": pl.DataFrame({"g": ["b", "a", None, "b", ""]}),
    "polars categories": pl.DataFrame({"g": pl.Series(["b", "a", None, "b", ""], dtype=pl.Categorical)}),
    "polars enum": pl.DataFrame({"g": pl.Series(["b", "a", None, "b", ""], dtype=pl.Enum(["z", "", "b", "a"]))}),
    "arrow": pa.table({"g": ["b", "a", None, "b", ""]}),
    "arrow large": pa.table({"g": pa.array(["b", "a", None, "b", ""], pa.large_string())}),
    "arrow dictionary": pa.table({"g": pa.array(["b", "a", None, "b", ""]).dictionary_encode()}),
    "arrow dictionary chunks": pa.table(
        {
            "g": pa.chunked_array(
                [pa.array(["b", "a"]).dictionary_encode(), pa.array([None, "b", ""]).dictionary_encode()]
            )
        }
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_texts_of_every_kind(name: str) -> None:
    rows = column(TEXTS[name], "g")
    table = [("x", np.array([1.0, 2, 3, 4, 5])), rows]
    found = _core.Survey("{}").mean(table, "x", '{"by": "g"}')
    result = cc.Estimates(found)
    assert [(row.labels, row.estimate.value) for row in result.rows] == [(("a",), 2.0), (("b",), 2.5)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1, 2, 10], ["1", "10", "2"]),
        ([1.0, 2.5, -0.0], ["0", "1", "2.5"]),
        ([dt.date(2026, 6, 30), dt.date(2025, 1, 1), None], ["2025-01-01", "2026-06-30"]),
        ([dt.datetime(2026, 6, 30), dt.datetime(2025, 1, 1), None], ["2025-01-01", "2026-06-30"]),
        (
            [dt.datetime(2026, 6, 30, 12), dt.datetime(2025, 1, 1), None],
            ["2025-01-01T00:00:00", "2026-06-30T12:00:00"],
        ),
        ([2**60, 2**60 + 1, 1], ["1", str(2**60), str(2**60 + 1)]),
    ],
)
def test_labels_are_the_same_in_every_kind(values: list[Any], expected: list[str]) -> None:
    data = {"x": [1.0, 2.0, 3.0], "g": values}
    frames: list[Any] = [data, pd.DataFrame(data), pl.DataFrame(data), pa.table(data)]
    assert [labels(frame) for frame in frames] == [expected] * 4


def test_numpy_dates() -> None:
    days = np.array(["2026-06-30", "2025-01-01", "NaT"], dtype="datetime64[ns]")
    assert labels({"x": [1, 2, 3], "g": days}) == ["2025-01-01", "2026-06-30"]
    assert labels({"x": [1, 2, 3], "g": list(days)}) == ["2025-01-01", "2026-06-30"]
    hours = np.array(["2026-06-30T12", "2025-01-01T00", "NaT"], dtype="datetime64[h]")
    assert labels({"x": [1, 2, 3], "g": hours}) == ["2025-01-01T00:00:00", "2026-06-30T12:00:00"]


def test_intervals_of_cut_are_labels() -> None:
    frame = pd.DataFrame({"x": [1, 2, 3], "g": pd.cut([5, 15, 16], [0, 10, 20])})
    assert labels(frame) == ["(0, 10]", "(10, 20]"]


def test_wide_numpy_integers_stay_apart() -> None:
    for kind in (np.int64, np.uint64):
        assert len(labels({"x": [1, 2], "g": np.array([2**60, 2**60 + 1], dtype=kind)})) == 2
    nullable = pd.DataFrame({"x": [1, 2, 3], "g": pd.array([2**60, None, 2**60 + 1], dtype="Int64")})
    assert labels(nullable) == [str(2**60), str(2**60 + 1)]


def test_values_and_domains_by_number_or_label() -> None:
    survey = cc.Survey({"x": [1, 2, 3, 4], "day": [dt.date(2026, 1, 1)] * 2 + [dt.date(2026, 1, 2)] * 2})
    shares = [survey.share("x", values=values).value for values in (4, [4], "4", 4.0, np.int8(4), {4}, Decimal(4))]
    assert shares == [0.25] * 7
    assert survey.mean("x", where={"day": dt.date(2026, 1, 1)}).value == 1.5
    assert survey.mean("x", where={"x": [1, 4], "day": "2026-01-02"}).value == 4.0


REFUSED: dict[str, tuple[Any, str, str]] = {
    "a number": (3, "wrong_type", "table"),
    "a text": ("data.csv", "wrong_type", "table"),
    "none": (None, "wrong_type", "table"),
    "a matrix": (np.zeros((2, 2)), "wrong_type", "table"),
    "a series": (pd.Series([1, 2]), "wrong_type", "table"),
    "a lazy frame": (pl.LazyFrame({"x": [1]}), "wrong_type", "table"),
    "no column": ({}, "empty_table", "table"),
    "no row": ({"x": []}, "empty_table", "table"),
    "no row in pandas": (pd.DataFrame({"x": []}), "empty_table", "table"),
    "a text as column": ({"x": "abc"}, "wrong_type", "column[x]"),
    "a number as column": ({"x": 3}, "wrong_type", "column[x]"),
    "two dimensions": ({"x": np.zeros((2, 2))}, "wrong_type", "column[x]"),
    "complex": ({"x": np.array([1j, 2])}, "wrong_type", "column[x]"),
    "complex in a list": ({"x": [1, 2j]}, "wrong_type", "column[x].row[2]"),
    "bytes": ({"x": np.array([b"a", b"b"])}, "wrong_type", "column[x]"),
    "durations": ({"x": np.array([1, 2], dtype="timedelta64[s]")}, "wrong_type", "column[x]"),
    "pandas durations": (pd.DataFrame({"x": pd.to_timedelta([1, 2])}), "wrong_type", "column[x]"),
    "polars lists": (pl.DataFrame({"x": [[1], [2]]}), "wrong_type", "column[x]"),
    "arrow structs": (pa.table({"x": [{"a": 1}, {"a": 2}]}), "wrong_type", "column[x]"),
    "objects": (pd.DataFrame({"x": [object(), 1]}), "wrong_type", "column[x].row[1]"),
    "other lengths": ({"x": [1, 2], "y": [1]}, "length_mismatch", "column[y]"),
    "pandas names twice": (pd.DataFrame([[1, 2]], columns=["x", "x"]), "duplicate_column", "table"),
    "infinite": ({"x": [1, float("inf")]}, "not_finite", "column[x].row[2]"),
    "words": ({"x": ["low", "high"]}, "not_numeric", "column[x]"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    data, kind, path = REFUSED[name]
    with pytest.raises(cc.CohesionError) as caught:
        mean(data)
    assert (caught.value.kind, caught.value.path) == (kind, path)


def test_a_mixture_is_refused_with_its_first_rows() -> None:
    column: list[Any] = [1, 2, "n/a", 3, "?", 4, "-", 5, "x", 6]
    for data in ({"x": column}, pd.DataFrame({"x": column}), {"x": np.array(column, dtype=object)}):
        with pytest.raises(cc.CohesionError) as caught:
            mean(data)
        faults = caught.value.faults
        assert [fault.path for fault in faults] == [f"column[x].row[{row}]" for row in (3, 5, 7)]
        assert [fault.value for fault in faults] == ["n/a", "?", "-"]
        assert "4 do not" in faults[0].message


def test_a_column_that_is_not_used_may_be_anything() -> None:
    frame = pd.DataFrame({"x": [1.0, 3.0], "shape": [object(), object()], "mixed": [1, "a"]})
    assert mean(frame).value == 2.0
    with pytest.raises(cc.CohesionError, match=r"The columns are: x, shape, mixed"):
        mean(frame, "y")


def test_a_missing_column_names_the_nearest() -> None:
    with pytest.raises(cc.CohesionError) as caught:
        cc.Survey(pd.DataFrame({"quartier": ["a", "b"], "score": [1, 2]})).mean("scoer")
    assert caught.value.kind == "missing_column"
    assert caught.value.faults[0].allowed == ("quartier", "score")
    assert "Did you mean `score`?" in str(caught.value)


def test_float64_is_handed_over_without_a_copy() -> None:
    array = np.arange(1000.0)
    pandas = pd.DataFrame({"x": array}, copy=False)
    polars = pl.DataFrame({"x": array})
    arrow = pa.table({"x": array})
    frames: list[tuple[Any, int]] = [
        ({"x": array}, array.ctypes.data),
        (pandas, pandas["x"].to_numpy().ctypes.data),
        (polars, polars["x"].to_numpy().ctypes.data),
        (arrow, arrow["x"].chunk(0).buffers()[1].address),
    ]
    for data, address in frames:
        assert column(data, "x")[1].ctypes.data == address


def test_a_call_allocates_far_less_than_its_column() -> None:
    column = np.ones(2_000_000)
    survey = cc.Survey({"x": column})
    tracemalloc.start()
    survey.mean("x")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < column.nbytes / 100


def test_other_threads_run_during_a_call() -> None:
    survey = cc.Survey({"x": np.random.default_rng(1).normal(size=1_000_000), "g": np.arange(1_000_000) % 50})
    ticks = 0
    running = threading.Event()
    done = threading.Event()

    def count() -> None:
        nonlocal ticks
        running.set()
        while not done.is_set():
            ticks += 1

    thread = threading.Thread(target=count)
    thread.start()
    running.wait()
    before = ticks
    survey.mean("x", by="g")
    during = ticks - before
    done.set()
    thread.join()
    # A call that held the lock would leave the other thread at most one switch interval on each side.
    assert during > 10_000


def test_csv(tmp_path: Path) -> None:
    path = tmp_path / "kwartiel.csv"
    path.write_bytes("wijk;score\nNoord;3,5\nZuid;\nOost;één\nWest;4,0\nWest;2,0\n".encode("cp1252"))
    table = cc.read_csv(path)
    assert (table.guess.encoding, table.guess.separator, table.guess.decimal) == ("windows1252", ";", "comma")
    assert table.unparsed == (cc.Unparsed(3, "score", "één"),)
    assert (len(table), table.columns) == (5, ["wijk", "score"])
    assert labels({"x": [1] * 5, "g": table.to_frame("dict")["wijk"]}) == ["Noord", "Oost", "West", "Zuid"]
    assert cc.read_csv(str(path)).fingerprint() == table.fingerprint()
    assert cc.Survey(table).mean("score").value == pytest.approx(9.5 / 3)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        (b"", "empty_table"),
        (b"a,b\n1\n", "ragged_rows"),
        (b"a,a\n1,2\n", "duplicate_column"),
        (b"\x81\n", "encoding"),
        ("no/such/file.csv", "file"),
        (3, "file"),
    ],
)
def test_csv_that_is_refused(source: Any, kind: str) -> None:
    with pytest.raises(cc.CohesionError) as caught:
        cc.read_csv(source)
    assert caught.value.kind == kind


FRAMES: dict[str, Callable[[Any], list[Any]]] = {
    "pandas": lambda frame: frame["x"].tolist(),
    "polars": lambda frame: frame["x"].to_list(),
    "pyarrow": lambda frame: frame["x"].to_pylist(),
    "dict": lambda frame: frame["x"].tolist(),
}


@pytest.mark.parametrize("kind", FRAMES)
def test_a_table_goes_back_to_a_frame(kind: Any) -> None:
    frame = cc.read_csv(b"x,g\n1,a\n2.5,\n").to_frame(kind)
    assert FRAMES[kind](frame) == [1.0, 2.5]
    assert cc.Survey(frame).mean("x", where={"g": "a"}).value == 1.0
