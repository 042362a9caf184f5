"""Regressions and tests: results with design-based errors; immutable, picklable, comparable."""

from __future__ import annotations

from cohesion_core import _arguments
from cohesion_core._arguments import Names
from cohesion_core._fields import RegressionFields, TestFields
from cohesion_core._results import Estimates


class Test(TestFields):
    """A test: its statistic, what it is held against and its p-value.

    Example:
        >>> import cohesion_core as cc
        >>> data = {"score": [3, 5, 4, 6, 8, 7, 9, 6], "club": ["no", "no", "no", "yes", "yes", "yes", "yes", "no"]}
        >>> fit = cc.Survey(data).regress("score", on=["club"])
        >>> print(fit.test("club"))
        Wald test: score, club
        Answers  Missing  Statistic  df 1  df 2      p
        ----------------------------------------------
              8        0      12.60     1     6  0.012
    """

    __slots__ = ()
    __test__ = False


class Regression(RegressionFields):
    """A regression with design-based errors.

    Example:
        >>> import cohesion_core as cc
        >>> data = {"score": [3, 5, 4, 6, 8, 7], "age": [20, 30, 40, 50, 60, 70], "club": list("nnyyny")}
        >>> fit = cc.Survey(data).regress("score", on=["age", "club"])
        >>> [term.term for term in fit.terms], fit.df
        (['(Intercept)', 'age', 'club=y'], 3.0)
    """

    __slots__ = ()

    @property
    def covariance(self) -> list[list[float | None]]:
        """The covariance of the terms, terms x terms; None without errors.

        Example:
            >>> import cohesion_core as cc
            >>> survey = cc.Survey({"trust": [2, 4, 5, 7, 8], "age": [20, 30, 40, 50, 60]})
            >>> regression = survey.regress("trust", on="age")
            >>> len(regression.covariance)
            2
        """
        lower = self._json["covariance"]
        return [[lower[max(i, j)][min(i, j)] for j in range(len(lower))] for i in range(len(lower))]

    def estimates(self) -> Estimates:
        """The terms as a table of figures with their covariance: for data frames, CSV and charts.

        Example:
            >>> import cohesion_core as cc
            >>> survey = cc.Survey({"trust": [2, 4, 5, 7, 8], "age": [20, 30, 40, 50, 60]})
            >>> regression = survey.regress("trust", on="age")
            >>> len(regression.estimates().rows)
            2
        """
        return Estimates(self._core.estimates())

    def test(self, variables: Names) -> Test:
        """Wald's test that all terms of these columns are 0, held against F (R's ``regTermTest``).

        Raises:
            CohesionError: ``unknown_value`` for a column without a term, ``missing_field`` without a column.

        Example:
            >>> import cohesion_core as cc
            >>> survey = cc.Survey({"trust": [2, 4, 5, 7, 8], "age": [20, 30, 40, 50, 60]})
            >>> regression = survey.regress("trust", on="age")
            >>> regression.test("age").df1
            1.0
        """
        return Test(self._core.test(_arguments.names("variables", variables)))
