"""The plan: one document that people can read, compare and hash."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Mapping
from typing import Any, Literal, cast

import numpy as np
from numpy.typing import NDArray

from cohesion_core import _core
from cohesion_core._arguments import fault
from cohesion_core._content import Note
from cohesion_core._errors import Fault, faults_from
from cohesion_core._evaluation import Evaluation
from cohesion_core._frame import columns_of
from cohesion_core._partnership import Partnership, record_tables
from cohesion_core._result import Result
from cohesion_core._survey import Summary
from cohesion_core._types import Rows


class ScaleScores(Result[_core.ScaleScores]):
    """The scores of a scale, one per row."""

    __slots__ = ("_values",)
    _class = _core.ScaleScores
    _values: NDArray[np.float64]

    def __init__(self, core: _core.ScaleScores) -> None:
        super().__init__(core)
        values = core.values()
        values.flags.writeable = False
        object.__setattr__(self, "_values", values)

    @property
    def values(self) -> NDArray[np.float64]:
        """The scores, float64 of one per row; NaN in memory where a row has none. The array cannot be written to.

        Example:
            >>> import cohesion_core as cc
            >>> plan = cc.Plan.from_toml(cc.Plan.template("survey"))
            >>> plan.score({"at_home": [4], "trust_neighbours": [3]}, "belonging").values.tolist()
            [3.5]
        """
        return self._values

    @property
    def bands(self) -> tuple[str | None, ...]:
        """The id of each row's band; None where the row has no score or the scale no bands.

        Example:
            >>> import cohesion_core as cc
            >>> plan = cc.Plan.from_toml(cc.Plan.template("survey"))
            >>> plan.score({"at_home": [4, 3], "trust_neighbours": [3, 5]}, "belonging").bands
            (None, None)
        """
        return tuple(self._json["bands"])

    def __len__(self) -> int:
        return len(self.values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ScaleScores) and self.to_json() == other.to_json()

    __hash__ = Result.__hash__


class Plan:
    """A plan that was read: who works together, what is measured and how it is judged. It does not change.

    Plans are equal where their documents say the same, in TOML, JSON or as a dict.

    Example:
        >>> import cohesion_core as cc
        >>> plan = cc.Plan.from_toml('''
        ... [[indicators]]
        ... id = "trust"
        ... title = "Trust in the neighbours"
        ... variable = "trust"
        ... ''')
        >>> plan.check()
        ()
        >>> evaluation = plan.evaluate(survey={"trust": [3, 4, 5, 4, None]})
        >>> evaluation.content["indicators"][0]["headline"]["value"]
        4.0
    """

    __slots__ = ("_core",)

    def __init__(self, core: _core.Plan) -> None:
        if not isinstance(core, _core.Plan):
            message = "a plan is made by Plan.read, Plan.from_toml, Plan.from_json or Plan.from_dict"
            raise fault("wrong_type", "", message, value=type(core).__name__)
        self._core = core

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Plan:
        """Reads a file: JSON where it starts with ``{``, else TOML.

        Raises:
            CohesionError: ``file`` where it cannot be read, and every fault of form at once, each with path and line:
                ``syntax``, ``encoding``, ``wrong_type``, ``unknown_key``, ``missing_field``, ``unknown_value``,
                ``duplicate_key``, ``out_of_range``, ``unsupported_format``, ``too_large`` (8 MiB), ``too_deep`` (64).
        """
        return cls(_core.Plan.read(os.fspath(path)))

    @classmethod
    def from_toml(cls, text: str) -> Plan:
        """Reads a plan in TOML.

        Raises:
            CohesionError: As `read`.

        Example:
            >>> import cohesion_core as cc
            >>> cc.Plan.from_toml("title = 'Neighbours'").document
            {'title': 'Neighbours'}
        """
        return cls(_core.Plan.from_toml(text))

    @classmethod
    def from_json(cls, text: str) -> Plan:
        """Reads a plan in JSON.

        Raises:
            CohesionError: As `read`.

        Example:
            >>> import cohesion_core as cc
            >>> cc.Plan.from_json('{"title": "Neighbours"}').document
            {'title': 'Neighbours'}
        """
        return cls(_core.Plan.from_json(text))

    @classmethod
    def from_dict(cls, document: Mapping[str, Any]) -> Plan:
        """Takes a plan written as a dict; dates may be `datetime.date`. Its faults have no line.

        Raises:
            CohesionError: As `read`; ``wrong_type`` for a value that no document can hold, ``not_finite`` for NaN.

        Example:
            >>> import cohesion_core as cc
            >>> cc.Plan.from_dict({"title": {"en": "Neighbours", "fr": "Voisins"}}).document["title"]["fr"]
            'Voisins'
        """
        if not isinstance(document, Mapping):
            raise fault("wrong_type", "", f"the plan is {type(document).__name__}, not a dict", value=document)
        try:
            text = json.dumps(document, default=_plain, allow_nan=False)
        except ValueError as error:
            raise fault("not_finite", "", f"the plan holds a number that is none: {error}") from error
        except TypeError as error:
            raise fault("wrong_type", "", f"the plan holds what no document can: {error}") from error
        return cls(_core.Plan.from_value(text))

    @staticmethod
    def template(name: Literal["survey", "partnership", "full"]) -> str:
        """A commented plan in TOML to start from.

        Raises:
            CohesionError: ``unknown_value`` for any other name.

        Example:
            >>> import cohesion_core as cc
            >>> cc.Plan.from_toml(cc.Plan.template("survey")).check()
            ()
        """
        return _core.Plan.template(name)

    @staticmethod
    def codebook_from(table: Any) -> dict[str, Any]:
        """A first codebook for the columns of a table: a guess to be read and corrected, not a finding.

        Types and codes are as they were seen; codes that look like "don't know" are proposed as such.

        Args:
            table: A data frame, a dict of columns, or what `read_csv` returns.

        Raises:
            CohesionError: ``wrong_type`` for a column that holds neither numbers nor texts nor dates.

        Example:
            >>> import cohesion_core as cc
            >>> [row["id"] for row in cc.Plan.codebook_from({"trust": [1, 2, 3]})["variables"]]
            ['trust']
        """
        return cast(dict[str, Any], json.loads(_core.Plan.codebook_from(columns_of(table).all())))

    @property
    def document(self) -> dict[str, Any]:
        """The document as it was written; a new dict each time.

        Example:
            >>> import cohesion_core as cc
            >>> cc.Plan.from_toml("title = 'Neighbours'").document["title"]
            'Neighbours'
        """
        return cast(dict[str, Any], json.loads(self.to_json()))

    def check(self) -> tuple[Fault, ...]:
        """Every fault of meaning, each with kind, path and line; empty where the plan can be used.

        Ids taken twice or that name nothing, cycles, impossible dates, statements that cannot both hold.

        Example:
            >>> import cohesion_core as cc
            >>> plan = cc.Plan.from_dict({"indicators": [{"id": "trust", "title": "Trust", "scale": "near"}]})
            >>> [(fault.kind, fault.path) for fault in plan.check()]
            [('dangling_id', 'indicators[0](trust).scale')]
        """
        return faults_from(json.loads(self._core.check()))

    def check_records(self, records: Mapping[str, Any]) -> tuple[Fault, ...]:
        """Every fault in tables of records that are given beside the plan, as in ``{"ties": df}``.

        Args:
            records: Tables by kind: ``events``, ``conflicts``, ``contributions``, ``deliveries``, ``recognitions``,
                ``memberships``, ``attendance``, ``actions``, ``ties``.

        Raises:
            CohesionError: ``wrong_type`` for what is no table.

        Example:
            >>> import cohesion_core as cc
            >>> plan = cc.Plan.from_toml(cc.Plan.template("partnership"))
            >>> len(plan.check_records({"events": {"id": ["e1"], "date": ["2026-02-30"]}})) > 0
            True
        """
        return faults_from(json.loads(self._core.check_records(record_tables(records))))

    @property
    def partnership(self) -> Partnership:
        """The partnership of the plan: its review, its networks, its self-assessment.

        Example:
            >>> import cohesion_core as cc
            >>> plan = cc.Plan.from_toml(cc.Plan.template("partnership"))
            >>> len(plan.partnership.activity_network().partners) > 0
            True
        """
        return Partnership(self._core)

    def lint(self) -> tuple[Note, ...]:
        """What cannot be right in the plan's scales: ranges that cannot be reached, bands with gaps, items twice.

        Example:
            >>> import cohesion_core as cc
            >>> cc.Plan.from_toml(cc.Plan.template("survey")).lint()
            ()
        """
        return tuple(Note._of(one) for one in json.loads(self._core.lint()))

    def hash(self) -> str:
        """SHA-256, in hexadecimal, of the canonical JSON (RFC 8785): the same for TOML, JSON and dicts.

        Example:
            >>> import cohesion_core as cc
            >>> plan = cc.Plan.from_dict({"title": "Neighbours"})
            >>> plan.hash() == cc.Plan.from_toml("title = 'Neighbours'").hash()
            True
        """
        return self._core.hash()

    def score(self, table: Any, scale: str) -> ScaleScores:
        """The scores of one of the plan's scales, one per row of the table, in the unit of the scale.

        Raises:
            CohesionError: ``dangling_id`` for a scale that the plan does not have, ``missing_column`` for each item
                that is no column, and the faults of the plan.

        Example:
            >>> import cohesion_core as cc
            >>> plan = cc.Plan.from_toml(cc.Plan.template("survey"))
            >>> [float(one) for one in plan.score({"at_home": [4, 3], "trust_neighbours": [3, 5]}, "belonging").values]
            [3.5, 4.0]
        """
        return ScaleScores(self._core.score(self._rows(table), scale))

    def summarise(self, *, survey: Any, part: str | None = None) -> Summary:
        """The mergeable summary from which `evaluate` computes; as confidential as the rows.

        Args:
            survey: Answers: a data frame, a dict of columns, or what `read_csv` returns.
            part: A name for these rows, so that small batches with the same content can be told apart.

        Raises:
            CohesionError: As `evaluate`.

        Example:
            >>> import cohesion_core as cc
            >>> indicator = {"id": "trust", "title": "Trust", "variable": "trust", "statistic": "mean"}
            >>> plan = cc.Plan.from_dict({"indicators": [indicator]})
            >>> plan.summarise(survey={"trust": [3, 5, 4]}).rows
            3
        """
        return Summary._of(self._core.summarise(self._rows(survey), part))

    def evaluate(self, *, survey: Any, as_of: str | dt.date | None = None) -> Evaluation:
        """The evaluation of a survey, from its answers or from a summary of them.

        Args:
            survey: Answers (a data frame, a dict of columns, or what `read_csv` returns), or what `summarise` made.
            as_of: The date that is taken as today, ``"2026-06-30"`` or a date: the library reads no clock. It is
                required where a target runs from a dated baseline to a date.

        Raises:
            CohesionError: Every fault of the plan's meaning; the faults of the design's columns; ``missing_column``
                where no indicator can be computed; ``spec_mismatch`` for the summary of another plan;
                ``missing_field`` where a target needs `as_of`; ``impossible_date``.

        Example:
            >>> import cohesion_core as cc
            >>> indicator = {"id": "trust", "title": "Trust", "variable": "trust", "statistic": "mean"}
            >>> plan = cc.Plan.from_dict({"indicators": [indicator]})
            >>> evaluation = plan.evaluate(survey={"trust": [row % 5 for row in range(60)]})
            >>> evaluation.content["indicators"][0]["id"]
            'trust'
        """
        date = as_of.isoformat() if isinstance(as_of, dt.date) else as_of
        answers = survey._core if isinstance(survey, Summary) else self._rows(survey)
        return Evaluation(self._core.evaluate(answers, date))

    def to_json(self) -> str:
        """The document in JSON; keys keep their order.

        Example:
            >>> import cohesion_core as cc
            >>> cc.Plan.from_json(cc.Plan.from_dict({"title": "Neighbours"}).to_json()).document
            {'title': 'Neighbours'}
        """
        return self._core.to_json()

    def to_toml(self) -> str:
        """The document in TOML; comments are lost.

        Raises:
            CohesionError: ``not_possible`` where TOML cannot say what the document says.

        Example:
            >>> import cohesion_core as cc
            >>> cc.Plan.from_dict({"title": "Neighbours"}).to_toml().strip()
            'title = "Neighbours"'
        """
        return self._core.to_toml()

    def _rows(self, table: Any) -> Rows:
        """The table, of which the columns that the document names are read; the others stand in by name."""
        return columns_of(table).named_in(self.document)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Plan) and self._core == other._core

    def __hash__(self) -> int:
        return hash(self.hash())

    def __copy__(self) -> Plan:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Plan:
        return self

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return Plan.from_json, (self.to_json(),)

    def __repr__(self) -> str:
        document = self.document
        title = document.get("title") or "without a title"
        shown = title if isinstance(title, str) else next(iter(title.values()))
        return f"<cohesion_core.Plan: {shown}; {', '.join(document)}; hash {self.hash()[:12]}>"


def _plain(value: Any) -> Any:
    """What JSON has no type for but a plan can say: dates, NumPy numbers, tuples of them, mappings."""
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, np.generic | np.ndarray):
        return value.tolist()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} {value!r}")
