"""What the classes of results are built on: a property for each field of their JSON.

Written by `cargo run -p faces` from the Rust sources and faces.toml; do not edit.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from cohesion_core import _core
from cohesion_core._content import (
    AreaBenchmark,
    CalibrationRow,
    Communication,
    Conflicts,
    Estimate,
    Filter,
    Finding,
    Note,
    PublishedConflicts,
    PublishedFinding,
    PublishedRetention,
    RegressionTerm,
    ResponseCell,
    Responsibilities,
    Retention,
    Row,
    Shares,
    SmallArea,
    Trimming,
)
from cohesion_core._result import Noted, Result
from cohesion_core._review_table import ReviewTable
from cohesion_core._words import AreaVariances, CalibrationMethod, EligibilityShare, Family, FindingCode, Statistic


class CalibrationFields(Result[_core.Calibration]):
    """What `Calibration` holds."""

    __slots__ = ()
    _class = _core.Calibration

    @property
    def method(self) -> CalibrationMethod:
        """How the weights were moved."""
        return cast("CalibrationMethod", self._json["method"])

    @property
    def bounds(self) -> tuple[float, float] | None:
        """Least and most of g that were asked."""
        return cast("tuple[float, float] | None", None if self._json["bounds"] is None else tuple(self._json["bounds"]))

    @property
    def rows(self) -> tuple[CalibrationRow, ...]:
        """One row per known total, in the order they were given."""
        return tuple(CalibrationRow._of(one) for one in self._json["rows"])

    @property
    def n(self) -> int:
        """How many rows have a weight."""
        return int(self._json["n"])

    @property
    def sum_before(self) -> float:
        """The sum of the weights before."""
        return float(self._json["sum_before"])

    @property
    def sum_after(self) -> float:
        """The sum of the calibrated weights."""
        return float(self._json["sum_after"])

    @property
    def g_min(self) -> float:
        """The least g."""
        return float(self._json["g_min"])

    @property
    def g_max(self) -> float:
        """The largest g."""
        return float(self._json["g_max"])

    @property
    def kish_before(self) -> float:
        """Kish's design effect of weighting before: n times the sum of squares by the square of the sum."""
        return float(self._json["kish_before"])

    @property
    def kish_after(self) -> float:
        """The same of the calibrated weights."""
        return float(self._json["kish_after"])

    @property
    def iterations(self) -> int:
        """How many steps it took."""
        return int(self._json["iterations"])

    @property
    def converged(self) -> bool:
        """Whether every total is met; one that is not is an error, so a result says True."""
        return bool(self._json["converged"])

    @property
    def trimming(self) -> Trimming | None:
        """What trimming did, where it was asked."""
        return None if self._json["trimming"] is None else Trimming._of(self._json["trimming"])

    @property
    def description(self) -> str:
        """How the weights were made, and how errors take it into account."""
        return str(self._json["description"])


class ComparisonsFields(Result[_core.Comparisons]):
    """What `Comparisons` holds."""

    __slots__ = ()
    _class = _core.Comparisons

    @property
    def statistic(self) -> Statistic:
        """Always `Statistic.Difference`."""
        return cast("Statistic", self._json["statistic"])

    @property
    def keys(self) -> tuple[str, ...]:
        """The grouping columns of the labels."""
        return tuple(self._json["keys"])


class EstimatesFields(Result[_core.Estimates]):
    """What `Estimates` holds."""

    __slots__ = ()
    _class = _core.Estimates

    @property
    def statistic(self) -> Statistic:
        """What was estimated."""
        return cast("Statistic", self._json["statistic"])

    @property
    def variable(self) -> str:
        """Of which variable; for alpha the items, joined."""
        return str(self._json["variable"])

    @property
    def values(self) -> tuple[str, ...]:
        """The values that count, for a share; else empty."""
        return tuple(self._json["values"])

    @property
    def keys(self) -> tuple[str, ...]:
        """The grouping columns, in order; empty for one figure over all."""
        return tuple(self._json["keys"])

    @property
    def where(self) -> tuple[Filter, ...]:
        """The domain: every filter holds; empty for all rows."""
        return tuple(Filter._of(one) for one in self._json.get("where", ()))

    @property
    def rows(self) -> tuple[Row, ...]:
        """One row per group, sorted by the bytes of the labels."""
        return tuple(Row._of(one) for one in self._json["rows"])


class NetworkResultFields(Result[_core.NetworkResult]):
    """What `NetworkResult` holds."""

    __slots__ = ()
    _class = _core.NetworkResult

    @property
    def name(self) -> str:
        """What was measured: `summary`, `centrality`, `loss`."""
        return str(self._json["name"])

    @property
    def keys(self) -> tuple[str, ...]:
        """What the labels of a row are: `node`, or `a` and `b`."""
        return tuple(self._json["keys"])

    @property
    def columns(self) -> tuple[str, ...]:
        """What the values of a row are."""
        return tuple(self._json["columns"])

    @property
    def method(self) -> str:
        """How the figures were made, with sources."""
        return str(self._json["method"])


class PublishedReviewFields(Noted[_core.PublishedReview]):
    """What `PublishedReview` holds."""

    __slots__ = ()
    _class = _core.PublishedReview

    @property
    def kind(self) -> str:
        """What the document is."""
        return str(self._json["kind"])

    @property
    def title(self) -> str | Mapping[str, str] | None:
        """What readers call the partnership."""
        return cast("str | Mapping[str, str] | None", self._json["title"])

    @property
    def as_of(self) -> str:
        """The day that was taken as today."""
        return str(self._json["as_of"])

    @property
    def previous(self) -> str | None:
        """The day of the review before, where there is one."""
        return cast("str | None", self._json["previous"])

    @property
    def stakeholders(self) -> ReviewTable:
        """Stakeholders that agreed to be named."""
        return ReviewTable(self._json["stakeholders"])

    @property
    def findings(self) -> tuple[PublishedFinding, ...]:
        """Weak points that may be told, the gravest first."""
        return tuple(PublishedFinding._of(one) for one in self._json["findings"])

    @property
    def past_findings(self) -> ReviewTable:
        """Findings of the review before that are gone."""
        return ReviewTable(self._json["past_findings"])

    @property
    def judged(self) -> tuple[FindingCode, ...]:
        """What could be looked for with these records: a code that is not here was not judged."""
        return tuple(self._json["judged"])

    @property
    def withheld(self) -> ReviewTable:
        """Findings that are only counted, by part."""
        return ReviewTable(self._json["withheld"])

    @property
    def responsibilities(self) -> Responsibilities:
        """Who does what, towards which objectives."""
        return Responsibilities._of(self._json["responsibilities"])

    @property
    def shares(self) -> Shares:
        """Who carries how much, and what was needed."""
        return Shares._of(self._json["shares"])

    @property
    def communication(self) -> Communication:
        """Who was told what, and when."""
        return Communication._of(self._json["communication"])

    @property
    def conflicts(self) -> PublishedConflicts:
        """How many conflicts there were."""
        return PublishedConflicts._of(self._json["conflicts"])

    @property
    def retention(self) -> PublishedRetention:
        """Who stays."""
        return PublishedRetention._of(self._json["retention"])

    @property
    def timeline(self) -> ReviewTable:
        """Activities and meetings, with their days."""
        return ReviewTable(self._json["timeline"])

    @property
    def contact(self) -> str | Mapping[str, str] | None:
        """Whom to ask."""
        return cast("str | Mapping[str, str] | None", self._json["contact"])


class RegressionFields(Result[_core.Regression]):
    """What `Regression` holds."""

    __slots__ = ()
    _class = _core.Regression

    @property
    def family(self) -> Family:
        """What the outcome is like."""
        return cast("Family", self._json["family"])

    @property
    def variable(self) -> str:
        """The outcome."""
        return str(self._json["variable"])

    @property
    def success(self) -> str | None:
        """The answer whose odds a binomial regression is about, where the outcome is a text."""
        return cast("str | None", self._json["success"])

    @property
    def base_levels(self) -> dict[str, str]:
        """The level each categorical column is compared with."""
        return dict(self._json["base_levels"])

    @property
    def terms(self) -> tuple[RegressionTerm, ...]:
        """The intercept and the terms, in the order they were asked."""
        return tuple(RegressionTerm._of(one) for one in self._json["terms"])

    @property
    def df(self) -> float:
        """Degrees of freedom of every term: clusters less strata among the rows used, less the terms, plus 1."""
        return float(self._json["df"])

    @property
    def n(self) -> int:
        """How many rows went in."""
        return int(self._json["n"])

    @property
    def n_missing(self) -> int:
        """How many rows of the domain lack one of the answers."""
        return int(self._json["n_missing"])

    @property
    def dispersion(self) -> float | None:
        """The weighted variance of the Pearson residuals, scaled as the deviance."""
        return cast("float | None", self._json["dispersion"])

    @property
    def deviance(self) -> float | None:
        """The deviance, with weights scaled to mean 1 among all rows of the domain (as R does)."""
        return cast("float | None", self._json["deviance"])

    @property
    def converged(self) -> bool:
        """Whether the fit came to rest."""
        return bool(self._json["converged"])

    @property
    def method(self) -> str:
        """How the terms and their errors were made."""
        return str(self._json["method"])


class ResponseAdjustmentFields(Result[_core.ResponseAdjustment]):
    """What `ResponseAdjustment` holds."""

    __slots__ = ()
    _class = _core.ResponseAdjustment

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns whose crossing makes the cells."""
        return tuple(self._json["columns"])

    @property
    def cells(self) -> tuple[ResponseCell, ...]:
        """The cells, sorted by the bytes of their first labels."""
        return tuple(ResponseCell._of(one) for one in self._json["cells"])

    @property
    def n(self) -> int:
        """How many rows with a weight."""
        return int(self._json["n"])

    @property
    def n_respondents(self) -> int:
        """How many of them answered."""
        return int(self._json["n_respondents"])

    @property
    def kish_before(self) -> float:
        """Kish's design effect of the weights of those who answered, before."""
        return float(self._json["kish_before"])

    @property
    def kish_after(self) -> float:
        """The same after."""
        return float(self._json["kish_after"])

    @property
    def description(self) -> str:
        """How the weights were made, and how errors take it into account."""
        return str(self._json["description"])


class ResponseRatesFields(Result[_core.ResponseRates]):
    """What `ResponseRates` holds."""

    __slots__ = ()
    _class = _core.ResponseRates

    @property
    def disposition(self) -> str:
        """The column of outcomes."""
        return str(self._json["disposition"])

    @property
    def keys(self) -> tuple[str, ...]:
        """The grouping columns, in order."""
        return tuple(self._json["keys"])

    @property
    def e_from(self) -> EligibilityShare:
        """Where e comes from."""
        return cast("EligibilityShare", self._json["e_from"])

    @property
    def method(self) -> str:
        """The definitions used."""
        return str(self._json["method"])


class ReviewFields(Noted[_core.Review]):
    """What `Review` holds."""

    __slots__ = ()
    _class = _core.Review

    @property
    def kind(self) -> str:
        """What the document is."""
        return str(self._json["kind"])

    @property
    def title(self) -> str | Mapping[str, str] | None:
        """What readers call the partnership."""
        return cast("str | Mapping[str, str] | None", self._json["title"])

    @property
    def as_of(self) -> str:
        """The day that was taken as today."""
        return str(self._json["as_of"])

    @property
    def previous(self) -> str | None:
        """The day of the review before, where there is one."""
        return cast("str | None", self._json["previous"])

    @property
    def stakeholders(self) -> ReviewTable:
        """Who takes or took part."""
        return ReviewTable(self._json["stakeholders"])

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every weak point, the gravest first."""
        return tuple(Finding._of(one) for one in self._json["findings"])

    @property
    def past_findings(self) -> ReviewTable:
        """Findings of the review before that are gone."""
        return ReviewTable(self._json["past_findings"])

    @property
    def judged(self) -> tuple[FindingCode, ...]:
        """What could be looked for with these records: a code that is not here was not judged."""
        return tuple(self._json["judged"])

    @property
    def actions(self) -> ReviewTable:
        """What was decided, and whether it was done."""
        return ReviewTable(self._json["actions"])

    @property
    def responsibilities(self) -> Responsibilities:
        """Who does what, towards which objectives."""
        return Responsibilities._of(self._json["responsibilities"])

    @property
    def shares(self) -> Shares:
        """Who carries how much, and what was needed."""
        return Shares._of(self._json["shares"])

    @property
    def communication(self) -> Communication:
        """Who was told what, and when."""
        return Communication._of(self._json["communication"])

    @property
    def conflicts(self) -> Conflicts:
        """Conflicts and how they end."""
        return Conflicts._of(self._json["conflicts"])

    @property
    def retention(self) -> Retention:
        """Who stays."""
        return Retention._of(self._json["retention"])

    @property
    def timeline(self) -> ReviewTable:
        """What happened when: for the timeline."""
        return ReviewTable(self._json["timeline"])

    @property
    def contact(self) -> str | Mapping[str, str] | None:
        """Whom to ask."""
        return cast("str | Mapping[str, str] | None", self._json["contact"])


class SmallAreasFields(Result[_core.SmallAreas]):
    """What `SmallAreas` holds."""

    __slots__ = ()
    _class = _core.SmallAreas

    @property
    def statistic(self) -> Statistic:
        """What was estimated."""
        return cast("Statistic", self._json["statistic"])

    @property
    def variable(self) -> str:
        """Of which variable."""
        return str(self._json["variable"])

    @property
    def values(self) -> tuple[str, ...]:
        """The values that count, for a share; else empty."""
        return tuple(self._json["values"])

    @property
    def key(self) -> str:
        """The column of the areas."""
        return str(self._json["key"])

    @property
    def areas(self) -> tuple[SmallArea, ...]:
        """One per area, sorted by the bytes of the labels."""
        return tuple(SmallArea._of(one) for one in self._json["areas"])

    @property
    def terms(self) -> tuple[RegressionTerm, ...]:
        """The intercept and the covariates, in the order they were asked."""
        return tuple(RegressionTerm._of(one) for one in self._json["terms"])

    @property
    def sigma_u2(self) -> float:
        """Variance between areas that the covariates do not tell, in the square of the unit.

        By restricted maximum likelihood.
        """
        return float(self._json["sigma_u2"])

    @property
    def sigma_u2_se(self) -> float:
        """Its standard error by the information matrix."""
        return float(self._json["sigma_u2_se"])

    @property
    def log_likelihood(self) -> float:
        """Logarithm of the restricted likelihood."""
        return float(self._json["log_likelihood"])

    @property
    def n_areas(self) -> int:
        """How many areas the model was fitted on: those whose own figure has a variance."""
        return int(self._json["n_areas"])

    @property
    def df(self) -> float:
        """Those areas less the terms."""
        return float(self._json["df"])

    @property
    def variances(self) -> AreaVariances:
        """Which variances of the areas' own figures were taken."""
        return cast("AreaVariances", self._json["variances"])

    @property
    def benchmark(self) -> AreaBenchmark | None:
        """How the figures were made to agree with that of the whole, where that was asked."""
        return None if self._json["benchmark"] is None else AreaBenchmark._of(self._json["benchmark"])

    @property
    def covariance(self) -> tuple[tuple[float | None, ...], ...]:
        """Lower triangle of the covariance of the errors of the areas' figures, row by row."""
        return tuple(tuple(one) for one in self._json["covariance"])

    @property
    def method(self) -> str:
        """How the figures and their errors were made."""
        return str(self._json["method"])


class TestFields(Result[_core.Test]):
    """What `Test` holds."""

    __slots__ = ()
    _class = _core.Test

    @property
    def name(self) -> str:
        """What was tested and how, in snake case: `t`, `wald_f`."""
        return str(self._json["name"])

    @property
    def variables(self) -> tuple[str, ...]:
        """The columns that were tested, in order."""
        return tuple(self._json["variables"])

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that were compared, sorted by the bytes of their labels; empty where there are none."""
        return tuple(self._json["groups"])

    @property
    def statistic(self) -> float | None:
        """The statistic: a t, F or chi-square as `method` says."""
        return cast("float | None", self._json["statistic"])

    @property
    def df1(self) -> float | None:
        """Degrees of freedom: those of a t or chi-square, or the first of an F."""
        return cast("float | None", self._json["df1"])

    @property
    def df2(self) -> float | None:
        """The second degrees of freedom of an F."""
        return cast("float | None", self._json["df2"])

    @property
    def p(self) -> float | None:
        """The p-value, two-sided for a t."""
        return cast("float | None", self._json["p"])

    @property
    def estimate(self) -> Estimate | None:
        """What the test is about, where it is one figure: a difference, in the unit of the variable."""
        return None if self._json["estimate"] is None else Estimate._of(self._json["estimate"])

    @property
    def n(self) -> int:
        """How many rows went in."""
        return int(self._json["n"])

    @property
    def n_missing(self) -> int:
        """How many rows of the domain lack one of the answers."""
        return int(self._json["n_missing"])

    @property
    def reason(self) -> Note | None:
        """Why there is no statistic."""
        return None if self._json["reason"] is None else Note._of(self._json["reason"])

    @property
    def method(self) -> str:
        """How the statistic was made and what it is held against."""
        return str(self._json["method"])
