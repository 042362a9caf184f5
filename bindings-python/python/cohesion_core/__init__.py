"""Evaluate local partnerships for social cohesion: one plan file, honest estimates, one report."""

from __future__ import annotations

from cohesion_core._assessment import Assessment, PublishedAssessment
from cohesion_core._chart import Chart
from cohesion_core._content import (
    AreaBenchmark,
    Audit,
    AuditedCell,
    CalibrationRow,
    Communication,
    Conflicts,
    Estimate,
    ExplainedStep,
    Finding,
    Interval,
    Ledger,
    MedianTime,
    NetworkFigure,
    Note,
    Provenance,
    PublishedConflicts,
    PublishedFinding,
    PublishedRetention,
    RegressionTerm,
    Reliability,
    ResponseCell,
    Responsibilities,
    Retention,
    Row,
    Shares,
    SmallArea,
    SurvivalCurve,
    Theory,
    Trimming,
)
from cohesion_core._core import __version__
from cohesion_core._errors import CohesionError, Fault
from cohesion_core._evaluation import Evaluation, PublishedEvaluation
from cohesion_core._frame import CsvGuess, Table, Unparsed, read_csv
from cohesion_core._models import Regression, Test
from cohesion_core._network import Network, TwoMode
from cohesion_core._network_result import NetworkResult, NetworkRow
from cohesion_core._partnership import Partnership
from cohesion_core._plan import Plan, ScaleScores
from cohesion_core._publish import (
    CountTable,
    KAnonymity,
    PublishedTable,
    PublishedTables,
    PublishRule,
    k_anonymity,
    publish,
)
from cohesion_core._result import Explanation
from cohesion_core._results import Comparison, Comparisons, Estimates
from cohesion_core._review import PublishedReview, Review, ReviewedNetwork
from cohesion_core._review_table import ReviewTable
from cohesion_core._small_areas import SmallAreas
from cohesion_core._survey import Replication, Summary, Survey
from cohesion_core._weights import Calibration, ResponseAdjustment, ResponseRateRow, ResponseRates

__all__ = [
    "AreaBenchmark",
    "Assessment",
    "Audit",
    "AuditedCell",
    "Calibration",
    "CalibrationRow",
    "Chart",
    "CohesionError",
    "Communication",
    "Comparison",
    "Comparisons",
    "Conflicts",
    "CountTable",
    "CsvGuess",
    "Estimate",
    "Estimates",
    "Evaluation",
    "ExplainedStep",
    "Explanation",
    "Fault",
    "Finding",
    "Interval",
    "KAnonymity",
    "Ledger",
    "MedianTime",
    "Network",
    "NetworkFigure",
    "NetworkResult",
    "NetworkRow",
    "Note",
    "Partnership",
    "Plan",
    "Provenance",
    "PublishRule",
    "PublishedAssessment",
    "PublishedConflicts",
    "PublishedEvaluation",
    "PublishedFinding",
    "PublishedRetention",
    "PublishedReview",
    "PublishedTable",
    "PublishedTables",
    "Regression",
    "RegressionTerm",
    "Reliability",
    "Replication",
    "ResponseAdjustment",
    "ResponseCell",
    "ResponseRateRow",
    "ResponseRates",
    "Responsibilities",
    "Retention",
    "Review",
    "ReviewTable",
    "ReviewedNetwork",
    "Row",
    "ScaleScores",
    "Shares",
    "SmallArea",
    "SmallAreas",
    "Summary",
    "Survey",
    "SurvivalCurve",
    "Table",
    "Test",
    "Theory",
    "Trimming",
    "TwoMode",
    "Unparsed",
    "__version__",
    "k_anonymity",
    "publish",
    "read_csv",
]
