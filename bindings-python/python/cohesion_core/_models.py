"""Regressions and tests: results with design-based errors; immutable, picklable, comparable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from cohesion_core import _arguments, _core
from cohesion_core._arguments import Names
from cohesion_core._results import Estimate, Estimates, Explained, Note, estimate_from, notes_from


class Test(Explained[_core.Test]):
    """A test: its statistic, what it is held against and its p-value.

    Example:
        >>> import cohesion_core as cc
        >>> data = {"score": [3, 5, 4, 6, 8, 7, 9, 6], "club": ["no", "no", "no", "yes", "yes", "yes", "yes", "no"]}
        >>> fit = cc.Survey(data).regress("score", on=["club"])
        >>> print(fit.test("club"))
        wald_f (score, club): 12.60, df 1; 6, p 0.012, n 8
    """

    __slots__ = ()
    __test__ = False

    @classmethod
    def from_json(cls, text: str) -> Test:
        """Reads what `to_json` wrote.

        Raises:
            CohesionError: ``syntax`` where the text is no such JSON.
        """
        return cls(_core.Test.from_json(text))

    @property
    def name(self) -> str:
        """What was tested and how, in snake case."""
        return str(self._json["name"])

    @property
    def variables(self) -> tuple[str, ...]:
        """The columns that were tested."""
        return tuple(self._json["variables"])

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that were compared, sorted by the bytes of their labels; empty where there are none."""
        return tuple(self._json["groups"])

    @property
    def statistic(self) -> float | None:
        """The statistic: a t, F or chi-square as `method` says; None where there is none."""
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
        """The p-value, two-sided for a t; None where there is none."""
        return cast("float | None", self._json["p"])

    @property
    def estimate(self) -> Estimate | None:
        """What the test is about, where it is one figure: a difference, in the unit of the variable."""
        found = self._json["estimate"]
        return None if found is None else estimate_from(found)

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
        found = self._json["reason"]
        return None if found is None else notes_from([found])[0]

    @property
    def method(self) -> str:
        """How the statistic was made and what it is held against."""
        return str(self._json["method"])


@dataclass(frozen=True)
class RegressionTerm:
    """One term of a regression.

    Attributes:
        term: ``(Intercept)``, the name of a column, or ``column=level``.
        variable: The column; None for the intercept.
        level: The level, for the indicator of a level.
        estimate: The coefficient on the scale of the link: units, log odds or log rates.
        statistic: Coefficient by standard error.
        p: Two-sided p-value of "no association".
    """

    term: str
    variable: str | None
    level: str | None
    estimate: Estimate
    statistic: float | None
    p: float | None


class Regression(Explained[_core.Regression]):
    """A regression with design-based errors.

    Example:
        >>> import cohesion_core as cc
        >>> data = {"score": [3, 5, 4, 6, 8, 7], "age": [20, 30, 40, 50, 60, 70], "club": list("nnyyny")}
        >>> fit = cc.Survey(data).regress("score", on=["age", "club"])
        >>> [term.term for term in fit.terms], fit.df
        (['(Intercept)', 'age', 'club=y'], 3.0)
    """

    __slots__ = ()

    @classmethod
    def from_json(cls, text: str) -> Regression:
        """Reads what `to_json` wrote.

        Raises:
            CohesionError: ``syntax`` where the text is no such JSON.
        """
        return cls(_core.Regression.from_json(text))

    @property
    def family(self) -> str:
        """What the outcome is like: ``gaussian``, ``binomial`` or ``poisson``."""
        return str(self._json["family"])

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
        """The level that the others of each categorical column are compared with."""
        return dict(self._json["base_levels"])

    @property
    def terms(self) -> tuple[RegressionTerm, ...]:
        """The intercept and the terms, in the order they were asked."""
        return tuple(
            RegressionTerm(**{**term, "estimate": estimate_from(term["estimate"])}) for term in self._json["terms"]
        )

    @property
    def covariance(self) -> list[list[float | None]]:
        """The covariance of the terms, terms x terms; None without errors."""
        lower = self._json["covariance"]
        return [[lower[max(i, j)][min(i, j)] for j in range(len(lower))] for i in range(len(lower))]

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
        """The weighted variance of the Pearson residuals."""
        return cast("float | None", self._json["dispersion"])

    @property
    def deviance(self) -> float | None:
        """The deviance, with weights scaled to mean 1 among all rows of the domain."""
        return cast("float | None", self._json["deviance"])

    @property
    def converged(self) -> bool:
        """Whether the fit came to rest."""
        return bool(self._json["converged"])

    @property
    def method(self) -> str:
        """How the terms and their errors were made."""
        return str(self._json["method"])

    def estimates(self) -> Estimates:
        """The terms as a table of figures with their covariance: for data frames, CSV and charts."""
        return Estimates(self._core.estimates())

    def test(self, variables: Names) -> Test:
        """Wald's test that all terms of these columns are 0, held against F (R's ``regTermTest``).

        Raises:
            CohesionError: ``unknown_value`` for a column without a term, ``missing_field`` without a column.
        """
        return Test(self._core.test(_arguments.names("variables", variables)))

    def to_html(self, language: str = "en") -> str:
        """The terms as a small HTML table.

        Raises:
            CohesionError: ``unknown_value`` for another language than ``"en"``, ``"fr"`` or ``"nl"``.
        """
        return self._core.to_html(str(language))
