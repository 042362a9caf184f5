"""Estimates and comparisons: tables of figures that carry their own uncertainty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cohesion_core import _arguments, _core
from cohesion_core._arguments import Names, fault
from cohesion_core._content import Estimate
from cohesion_core._fields import ComparisonsFields, EstimatesFields
from cohesion_core._frame import columns_of
from cohesion_core._words import AreaVariances, BenchmarkMethod

if TYPE_CHECKING:
    from cohesion_core._models import Test
    from cohesion_core._small_areas import SmallAreas


@dataclass(frozen=True)
class Comparison:
    """Row `a` minus row `b`.

    Attributes:
        a: Labels of the row that is subtracted from.
        b: Labels of the row that is subtracted.
        estimate: The difference.
        p: Two-sided p-value of "no difference".
        p_adjusted: The p-value adjusted for all comparisons of the table (Benjamini and Hochberg 1995).
        stands_out: Whether the rows differ by the adjusted p-value; None where that cannot be told.
    """

    a: tuple[str, ...]
    b: tuple[str, ...]
    estimate: Estimate
    p: float | None
    p_adjusted: float | None
    stands_out: bool | None


class Estimates(EstimatesFields):
    """A table of figures with the covariance between them: what every estimator returns.

    Example:
        >>> import cohesion_core as cc
        >>> data = {"trust": [3, 4, 5, 4, 2, 3], "district": ["N", "N", "N", "S", "S", "S"]}
        >>> trust = cc.Survey(data).mean("trust", by="district")
        >>> [(row.labels, row.estimate.value, row.estimate.n) for row in trust.rows]
        [(('N',), 4.0, 3), (('S',), 3.0, 3)]
        >>> trust.difference("N", "S").rows[0].estimate.value
        1.0
    """

    __slots__ = ()

    @property
    def estimate(self) -> Estimate:
        """The figure of a table with one row.

        Raises:
            CohesionError: ``not_possible`` where there are several rows, or none.

        Example:
            >>> import cohesion_core as cc
            >>> means = cc.Survey({"trust": [3, 4, 5, 4]}).mean("trust")
            >>> means.estimate.n
            4
        """
        if len(self) != 1:
            message = f"there are {len(self)} rows by {', '.join(self.keys) or 'nothing'}: use `rows` or `to_frame()`"
            raise fault("not_possible", "rows", message)
        return self.rows[0].estimate

    @property
    def value(self) -> float | None:
        """The value of a table with one row; None where it cannot be estimated.

        Raises:
            CohesionError: ``not_possible`` where there are several rows, or none.

        Example:
            >>> import cohesion_core as cc
            >>> means = cc.Survey({"trust": [3, 4, 5, 4]}).mean("trust")
            >>> means.value
            4.0
        """
        return self.estimate.value

    @property
    def covariance(self) -> list[list[float | None]]:
        """The covariance of the rows, rows x rows; None where a row has no error.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {"trust": [3, 4, 5, 4], "area": ["N", "N", "S", "S"]}
            >>> means = cc.Survey(answers).mean("trust", by="area")
            >>> len(means.covariance)
            2
        """
        places = range(len(self))
        return [[self._core.covariance_of(i, j) for j in places] for i in places]

    def difference(self, a: str | Sequence[str] | None = None, b: str | Sequence[str] | None = None) -> Comparisons:
        """Row `a` minus row `b`, with their covariance; without labels all of `differences`.

        Args:
            a: The labels of the row that is subtracted from, one per key; a single label may stand alone.
            b: The labels of the row that is subtracted.

        Raises:
            CohesionError: ``unknown_value`` for a row that is not there, naming those that are; ``out_of_range`` for
                another number of labels than there are keys.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {"trust": [3, 4, 5, 4], "area": ["N", "N", "S", "S"]}
            >>> means = cc.Survey(answers).mean("trust", by="area")
            >>> means.difference("S", "N").value
            1.0
        """
        if a is None and b is None:
            return self.differences()
        if a is None or b is None:
            path = "a" if a is None else "b"
            raise fault("missing_field", path, "a difference takes the labels of two rows, or none")
        return Comparisons(self._core.difference(_labels(a), _labels(b)))

    def differences(self) -> Comparisons:
        """Every later row minus every earlier one, p-values adjusted together.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {"trust": [3, 4, 5, 4], "area": ["N", "N", "S", "S"]}
            >>> means = cc.Survey(answers).mean("trust", by="area")
            >>> len(means.differences().rows)
            1
        """
        return Comparisons(self._core.differences())

    def contrast(self, coefficients: Mapping[Any, float]) -> Test:
        """The sum of rows, each times its coefficient, with their covariance, held against t (R's ``svycontrast``).

        Coefficients that sum to 0 make a comparison: ``{"2": 1, "1": -1}`` the change from wave 1 to wave 2. People or
        streets seen in both waves are clusters of the design, so that their covariance counts; where no two rows are
        related, a note says that the samples are taken to be independent. Degrees of freedom are the fewest that any
        two of the rows have together.

        Args:
            coefficients: The coefficient of each row: by its label, or by a tuple of labels where there are several
                keys. Rows that are not named count 0.

        Raises:
            CohesionError: ``unknown_value`` for a row that is not there, naming those that are; ``out_of_range`` for
                another number of labels than keys and where no coefficient differs from 0; ``wrong_type`` for what is
                no mapping of numbers.

        Example:
            >>> import cohesion_core as cc
            >>> data = {"trust": [3, 4, 5, 4, 2, 3], "area": ["N", "N", "E", "E", "S", "S"]}
            >>> trust = cc.Survey(data).mean("trust", by="area")
            >>> trust.contrast({"N": 1, "E": -0.5, "S": -0.5}).estimate.value
            0.0
        """
        from cohesion_core._models import Test

        if not isinstance(coefficients, Mapping):
            message = "a contrast takes a mapping from labels to coefficients, as in {'2': 1, '1': -1}"
            raise fault("wrong_type", "coefficients", message, value=coefficients)
        given = [
            (_labels(labels if isinstance(labels, str | tuple) else (labels,)), _arguments.number("coefficients", by))
            for labels, by in coefficients.items()
        ]
        return Test(self._core.contrast(given))

    def small_areas(
        self,
        covariates: Any,
        *,
        on: Names,
        area: str | None = None,
        size: str | None = None,
        benchmark: Estimates | None = None,
        benchmark_method: BenchmarkMethod = "ratio",
        variances: AreaVariances = "direct",
        level: float = 0.95,
    ) -> SmallAreas:
        """These figures by area made steadier by what is known of every area (Fay and Herriot 1979).

        An area's own figure is drawn towards what areas with the same covariates have, the more the less certain it
        is. The variance between areas is estimated by restricted maximum likelihood, the mean squared error by Datta
        and Lahiri (2000). An area whose own figure has no variance (nobody or one unit answered, or all alike) gets
        the synthetic figure alone, and a note says so. Intervals are t intervals with areas less terms degrees of
        freedom, those of shares kept between 0 and 1.

        Args:
            covariates: A table with one row per area, also for areas where nobody was asked.
            on: Columns of numbers known for every area; no survey figures.
            area: The column of areas there; that of the estimates unless given.
            size: The column of how many people each area counts in the figure of the whole.
            benchmark: Estimates of the same question without groups: the areas' figures are made to agree with it.
            benchmark_method: ``"ratio"``: all figures are multiplied by one factor; ``"difference"``: the same amount
                is added to all.
            variances: ``"direct"``: the variance of each area by itself; ``"smoothed"``: one variance per answer for
                all areas, divided by the answers of the area. Prefer it where areas have few answers.
            level: Confidence level, between 0 and 1.

        Raises:
            CohesionError: ``not_possible`` for another statistic than mean, share or ratio, for fewer than 8 areas with
                a variance or fewer than 5 more than terms, for a covariate that is constant or made of others, and
                where no factor reaches the benchmark; ``out_of_range`` for estimates by another number of columns than
                one, for the level and for sizes not above 0; ``missing_column``, ``not_numeric``; ``duplicate_id`` for
                an area that stands twice; ``dangling_id`` for an area that the covariates do not have;
                ``missing_field`` for a covariate or size that an area lacks, for none, and for a benchmark without
                sizes; ``inconsistent`` for a benchmark of another question; ``unknown_value`` for another method.
        """
        from cohesion_core._small_areas import SmallAreas

        column = self.keys[0] if area is None and self.keys else area
        wanted = [*_arguments.names("on", on), *(name for name in (column, size) if name is not None)]
        if benchmark is not None and not isinstance(benchmark, Estimates):
            message = "the benchmark is the same estimate without groups, as survey.mean(...) returns it"
            raise fault("wrong_type", "benchmark", message, value=benchmark)
        asked = _arguments.options(
            on=on, area=area, size=size, benchmark_method=benchmark_method, variances=variances, level=level
        )
        whole = None if benchmark is None else benchmark._core
        return SmallAreas(self._core.small_areas(columns_of(covariates).pick(wanted), whole, asked))

    def __len__(self) -> int:
        return len(self._json["rows"])


class Comparisons(ComparisonsFields):
    """Differences of rows, their p-values adjusted for the number of comparisons."""

    __slots__ = ()

    @property
    def rows(self) -> tuple[Comparison, ...]:
        """One row per comparison.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {"trust": [3, 4, 5, 4], "area": ["N", "N", "S", "S"]}
            >>> means = cc.Survey(answers).mean("trust", by="area")
            >>> means.differences().rows[0].estimate.value
            1.0
        """
        return tuple(
            Comparison(
                tuple(row["a"]),
                tuple(row["b"]),
                Estimate._of(row["estimate"]),
                row["p"],
                row["p_adjusted"],
                stands_out,
            )
            for row, stands_out in zip(self._json["rows"], self._core.stands_out(), strict=True)
        )

    @property
    def estimate(self) -> Estimate:
        """The difference of a table with one comparison.

        Raises:
            CohesionError: ``not_possible`` where there are several comparisons, or none.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {"trust": [3, 4, 5, 4], "area": ["N", "N", "S", "S"]}
            >>> means = cc.Survey(answers).mean("trust", by="area")
            >>> means.difference("S", "N").estimate.value
            1.0
        """
        if len(self) != 1:
            raise fault("not_possible", "rows", f"there are {len(self)} comparisons: use `rows`")
        return self.rows[0].estimate

    @property
    def value(self) -> float | None:
        """The difference of a table with one comparison; None where it cannot be estimated.

        Raises:
            CohesionError: ``not_possible`` where there are several comparisons, or none.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {"trust": [3, 4, 5, 4], "area": ["N", "N", "S", "S"]}
            >>> means = cc.Survey(answers).mean("trust", by="area")
            >>> means.difference("S", "N").value
            1.0
        """
        return self.estimate.value

    def __len__(self) -> int:
        return len(self._json["rows"])


def _labels(given: str | Sequence[object]) -> list[str]:
    return [given] if isinstance(given, str) else [_core.label(label) for label in given]
