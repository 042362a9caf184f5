"""Evaluate local partnerships for social cohesion: one plan file, honest estimates, one report."""

from __future__ import annotations

from cohesion_core._chart import Chart
from cohesion_core._core import __version__
from cohesion_core._errors import CohesionError, Fault
from cohesion_core._evaluation import Evaluation, Publication
from cohesion_core._frame import CsvGuess, Table, Unparsed, read_csv
from cohesion_core._models import Regression, RegressionTerm, Test
from cohesion_core._network import Network, NetworkFigure, NetworkResult, NetworkRow, TwoMode
from cohesion_core._plan import Plan, ScaleScores
from cohesion_core._results import (
    Comparison,
    Comparisons,
    Estimate,
    Estimates,
    Interval,
    Note,
    Provenance,
    Reliability,
    Row,
)
from cohesion_core._survey import Replicates, Summary, Survey

__all__ = [
    "Chart",
    "CohesionError",
    "Comparison",
    "Comparisons",
    "CsvGuess",
    "Estimate",
    "Estimates",
    "Evaluation",
    "Fault",
    "Interval",
    "Network",
    "NetworkFigure",
    "NetworkResult",
    "NetworkRow",
    "Note",
    "Plan",
    "Provenance",
    "Publication",
    "Regression",
    "RegressionTerm",
    "Reliability",
    "Replicates",
    "Row",
    "ScaleScores",
    "Summary",
    "Survey",
    "Table",
    "Test",
    "TwoMode",
    "Unparsed",
    "__version__",
    "read_csv",
]
