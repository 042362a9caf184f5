"""What surveys and summaries can be asked.

Written by `cargo run -p faces` from the Rust sources and faces.toml; do not edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cohesion_core import _core as core
from cohesion_core._arguments import Names, ShareInterval, Values, each, name, named, names, numbers, options
from cohesion_core._models import Test
from cohesion_core._results import Estimates
from cohesion_core._types import Rows
from cohesion_core._words import ChiSquareStatistic, QuantileRule, RankScore, TotalRule


class SummaryVerbs:
    """What `Summary` can be asked."""

    __slots__ = ()
    _core: core.Summary

    def alpha(
        self, items: Names, *, by: Names | None = None, where: Mapping[str, Values] | None = None, level: float = 0.95
    ) -> Estimates:
        """Cronbach's alpha of items that the summary holds, from the rows that answered all of them.

        Args:
            items: At least two columns.
            by: Groups: a column, or several that are crossed.
            where: The domain: columns and the values that are inside. The other rows stay in the design.
            level: Confidence level, between 0 and 1.

        Raises:
            CohesionError: ``not_held`` where the summary does not hold these items.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {"greets": [1.0, 2.0, 3.0, 4.0], "helps": [1.0, 2.0, 3.0, 4.0]}
            >>> summary = cc.Summary(items=["greets", "helps"]).add(answers)
            >>> summary.alpha(["greets", "helps"]).rows[0].estimate.value
            1.0
        """
        return Estimates(self._core.alpha(names("items", items), options(by=by, where=where, level=level)))

    def coefficient_of_variation(
        self, variable: str, *, by: Names | None = None, where: Mapping[str, Values] | None = None, level: float = 0.95
    ) -> Estimates:
        """What `Survey.coefficient_of_variation` gives, of a summary that holds it.

        Args:
            variable: The column.
            by: Groups: a column, or several that are crossed.
            where: The domain: columns and the values that are inside. The other rows stay in the design.
            level: Confidence level, between 0 and 1.

        Raises:
            CohesionError: As `mean`.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {"visits": [1.0, 2.0, 3.0]}
            >>> summary = cc.Summary(figures={"coefficient_of_variation": ["visits"]}).add(answers)
            >>> summary.coefficient_of_variation("visits").rows[0].estimate.value
            0.5
        """
        return Estimates(
            self._core.coefficient_of_variation(name("variable", variable), options(by=by, where=where, level=level))
        )

    def correlation(
        self, x: str, y: str, *, by: Names | None = None, where: Mapping[str, Values] | None = None, level: float = 0.95
    ) -> Estimates:
        """The weighted correlation of two columns, from the rows that answered both.

        What `Survey.correlation` gives, of a summary that holds it.

        Args:
            x: The one column.
            y: The other.
            by: Groups: a column, or several that are crossed.
            where: The domain: columns and the values that are inside. The other rows stay in the design.
            level: Confidence level, between 0 and 1.

        Raises:
            CohesionError: As `mean`.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {"trust": [3.0, 4.0, 5.0, 4.0, 2.0, 3.0], "visits": [1.0, 2.0, 3.0, 3.0, 1.0, 2.0]}
            >>> summary = cc.Summary(correlations=[("trust", "visits")]).add(answers)
            >>> summary.correlation("trust", "visits").rows[0].estimate.n
            6
        """
        return Estimates(self._core.correlation(name("x", x), name("y", y), options(by=by, where=where, level=level)))

    def gini(
        self, variable: str, *, by: Names | None = None, where: Mapping[str, Values] | None = None, level: float = 0.95
    ) -> Estimates:
        """What `Survey.gini` gives: refused, since a summary does not hold the order of its rows.

        Args:
            variable: The column.
            by: Groups: a column, or several that are crossed.
            where: The domain: columns and the values that are inside. The other rows stay in the design.
            level: Confidence level, between 0 and 1.

        Raises:
            CohesionError: ``not_possible``.
        """
        return Estimates(self._core.gini(name("variable", variable), options(by=by, where=where, level=level)))

    def mean(
        self, variable: str, *, by: Names | None = None, where: Mapping[str, Values] | None = None, level: float = 0.95
    ) -> Estimates:
        """The weighted mean of a column that the summary holds.

        Args:
            variable: The column.
            by: Groups: a column, or several that are crossed.
            where: The domain: columns and the values that are inside. The other rows stay in the design.
            level: Confidence level, between 0 and 1.

        Raises:
            CohesionError: ``not_held``, which names what is held; ``single_cluster`` for a stratum whose variance
                cannot be estimated; ``bad_weight`` where all weights are zero.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {"trust": [3.0, 4.0, 5.0, 4.0]}
            >>> summary = cc.Summary("trust").add(answers)
            >>> summary.mean("trust").rows[0].estimate.value
            4.0
        """
        return Estimates(self._core.mean(name("variable", variable), options(by=by, where=where, level=level)))

    def ratio(
        self,
        numerator: str,
        denominator: str,
        *,
        by: Names | None = None,
        where: Mapping[str, Values] | None = None,
        level: float = 0.95,
    ) -> Estimates:
        """The ratio of the weighted totals of two columns, from the rows that answered both.

        What `Survey.ratio` gives, of a summary that holds it.

        Args:
            numerator: The column above.
            denominator: The column below.
            by: Groups: a column, or several that are crossed.
            where: The domain: columns and the values that are inside. The other rows stay in the design.
            level: Confidence level, between 0 and 1.

        Raises:
            CohesionError: As `mean`.

        Example:
            >>> import cohesion_core as cc
            >>> table = {"visits": [3.0, 4.0, 5.0], "people": [1.0, 2.0, 3.0]}
            >>> summary = cc.Summary(ratios=[("visits", "people")]).add(table)
            >>> summary.ratio("visits", "people").rows[0].estimate.value
            2.0
        """
        return Estimates(
            self._core.ratio(
                name("numerator", numerator), name("denominator", denominator), options(by=by, where=where, level=level)
            )
        )

    def share(
        self,
        variable: str,
        values: Values,
        *,
        by: Names | None = None,
        where: Mapping[str, Values] | None = None,
        level: float = 0.95,
        interval: ShareInterval = "logit",
    ) -> Estimates:
        """The weighted share of `values` among those who answered.

        Args:
            variable: The column.
            values: The value or values that count. They are compared as labels: 4 and "4" are the same.
            by: Groups: a column, or several that are crossed.
            where: The domain: columns and the values that are inside. The other rows stay in the design.
            level: Confidence level, between 0 and 1.
            interval: How the interval is made. `logit`: a t interval on the logit scale (R's
                `svyciprop(method="logit")`); `wilson`: the score interval with the effective sample size and t;
                `korn_graubard`: exact, with the effective sample size capped at n; `beta`: the same without the cap
                (R's `beta`); `likelihood`: likelihood ratio scaled by the design effect (R's `likelihood`); `arcsine`
                (R's `asin`); `t`: share plus and minus t times its error (R's `mean`), which may leave 0 to 1.

        Raises:
            CohesionError: As `mean`.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {"safe": ["yes", "no", "yes", "yes"]}
            >>> summary = cc.Summary(shares={"safe": ["yes"]}).add(answers)
            >>> summary.share("safe", ["yes"]).rows[0].estimate.value
            0.75
        """
        return Estimates(
            self._core.share(
                name("variable", variable), each(values), options(by=by, where=where, level=level, interval=interval)
            )
        )

    def theil(
        self, variable: str, *, by: Names | None = None, where: Mapping[str, Values] | None = None, level: float = 0.95
    ) -> Estimates:
        """What `Survey.theil` gives, of a summary that holds it.

        Args:
            variable: The column.
            by: Groups: a column, or several that are crossed.
            where: The domain: columns and the values that are inside. The other rows stay in the design.
            level: Confidence level, between 0 and 1.

        Raises:
            CohesionError: As `mean`.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {"income": [2.0, 2.0, 2.0]}
            >>> summary = cc.Summary(figures={"theil": ["income"]}).add(answers)
            >>> summary.theil("income").rows[0].estimate.value
            0.0
        """
        return Estimates(self._core.theil(name("variable", variable), options(by=by, where=where, level=level)))

    def total(
        self,
        variable: str,
        *,
        by: Names | None = None,
        where: Mapping[str, Values] | None = None,
        level: float = 0.95,
        missing: TotalRule = "refuse",
    ) -> Estimates:
        """The weighted total of a column that the summary holds.

        Args:
            variable: The column.
            by: Groups: a column, or several that are crossed.
            where: The domain: columns and the values that are inside. The other rows stay in the design.
            level: Confidence level, between 0 and 1.
            missing: With missing answers a total cannot be estimated (`refuse`), or it is that of those who answered
                (`answered`).

        Raises:
            CohesionError: As `mean`.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {"visits": [3.0, 4.0, 5.0], "weight": [10.0, 20.0, 10.0]}
            >>> summary = cc.Summary("visits", weights="weight").add(answers)
            >>> summary.total("visits").rows[0].estimate.value
            160.0
        """
        return Estimates(
            self._core.total(name("variable", variable), options(by=by, where=where, level=level, missing=missing))
        )

    def variance(
        self, variable: str, *, by: Names | None = None, where: Mapping[str, Values] | None = None, level: float = 0.95
    ) -> Estimates:
        """The variance of a column among the population: what `Survey.variance` gives, of a summary that holds it.

        Args:
            variable: The column.
            by: Groups: a column, or several that are crossed.
            where: The domain: columns and the values that are inside. The other rows stay in the design.
            level: Confidence level, between 0 and 1.

        Raises:
            CohesionError: As `mean`.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {"trust": [2.0, 3.0, 4.0]}
            >>> summary = cc.Summary(variances="trust").add(answers)
            >>> summary.variance("trust").rows[0].estimate.value
            1.0
        """
        return Estimates(self._core.variance(name("variable", variable), options(by=by, where=where, level=level)))


class SurveyVerbs:
    """What `Survey` can be asked."""

    __slots__ = ()
    _core: core.Survey

    def _rows(
        self, columns: Iterable[str] = (), by: Names | None = None, where: Mapping[str, Values] | None = None
    ) -> Rows:
        raise NotImplementedError

    def alpha(
        self, items: Names, *, by: Names | None = None, where: Mapping[str, Values] | None = None, level: float = 0.95
    ) -> Estimates:
        """Cronbach's alpha of the items, overall or by groups, from the rows that answered all of them.

        Without weights, strata and clusters the interval is Feldt's (1965). Under any other design there is an
        interval, and a standard error, with replicates only (`replicates`, or replicate weights that came with the
        data).

        Args:
            items: At least two columns.
            by: Groups: a column, or several that are crossed.
            where: The domain: columns and the values that are inside. The other rows stay in the design.
            level: Confidence level, between 0 and 1.

        Raises:
            CohesionError: ``missing_column``, ``not_numeric``, ``out_of_range`` for the level.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {
            ...     "trust": [3.0, 4.0, 5.0, 4.0, 2.0, 3.0],
            ...     "visits": [1.0, 2.0, 3.0, 3.0, 1.0, 2.0],
            ...     "area": ["N", "N", "N", "S", "S", "S"],
            ... }
            >>> survey = cc.Survey(answers)
            >>> alpha = survey.alpha(["trust", "visits"])
            >>> alpha.rows[0].estimate.n
            6
        """
        table = self._rows(names("items", items), by, where)
        return Estimates(self._core.alpha(table, names("items", items), options(by=by, where=where, level=level)))

    def chi_square(
        self, rows: str, columns: str, *, statistic: ChiSquareStatistic = "f", where: Mapping[str, Values] | None = None
    ) -> Test:
        """Whether `rows` and `columns` are independent (Rao and Scott 1984; R: `svychisq`).

        Rows of the table without one of the two labels are left out and counted.

        Args:
            rows: A column of groups.
            columns: Another column of groups.
            statistic: `f` (second-order correction, against F), `chi_square` (first-order), `saddlepoint`, `wald` or
                `adjusted_wald`.
            where: The domain: columns and the values that are inside. The other rows stay in the design.

        Raises:
            CohesionError: ``missing_column``; ``duplicate_column`` for a column against itself; ``out_of_range`` for
                more than 400 cells; ``not_possible`` for a column with one level only; ``single_cluster`` as every
                estimate.

        Example:
            >>> import cohesion_core as cc
            >>> table = {"a": ["x", "x", "y", "y", "x", "y"], "b": ["u", "u", "v", "v", "v", "u"]}
            >>> test = cc.Survey(table).chi_square("a", "b", statistic="f")
            >>> test.p > 0.05
            True
        """
        table = self._rows(named(rows=rows, columns=columns), None, where)
        return Test(self._core.chi_square(table, rows, columns, str(statistic), options(where=where)))

    def coefficient_of_variation(
        self, variable: str, *, by: Names | None = None, where: Mapping[str, Values] | None = None, level: float = 0.95
    ) -> Estimates:
        """The coefficient of variation of a column, overall or by groups.

        The root of the variance (see `variance`) over the mean, which must be above 0. The interval is the figure plus
        and minus t times its error.

        Args:
            variable: The column.
            by: Groups: a column, or several that are crossed.
            where: The domain: columns and the values that are inside. The other rows stay in the design.
            level: Confidence level, between 0 and 1.

        Raises:
            CohesionError: As `mean`.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {"income": [1.0, 2.0, 3.0]}
            >>> survey = cc.Survey(answers)
            >>> survey.coefficient_of_variation("income").rows[0].estimate.value
            0.5
        """
        table = self._rows(named(variable=variable), by, where)
        return Estimates(self._core.coefficient_of_variation(table, variable, options(by=by, where=where, level=level)))

    def correlation(
        self, x: str, y: str, *, by: Names | None = None, where: Mapping[str, Values] | None = None, level: float = 0.95
    ) -> Estimates:
        """The weighted correlation of two columns (Pearson), overall or by groups, from the rows that answered both.

        With a and b the standardised values, the linearised value of a row is w (a b - r (a a + b b) / 2) / sum(w), the
        same as R's `svycontrast` on the matrix of `svyvar`. The interval is symmetric on Fisher's scale, where the
        error is that of r divided by 1 - r r. Two passes over the rows.

        Args:
            x: The one column.
            y: The other.
            by: Groups: a column, or several that are crossed.
            where: The domain: columns and the values that are inside. The other rows stay in the design.
            level: Confidence level, between 0 and 1.

        Raises:
            CohesionError: As `mean`.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {
            ...     "trust": [3.0, 4.0, 5.0, 4.0, 2.0, 3.0],
            ...     "visits": [1.0, 2.0, 3.0, 3.0, 1.0, 2.0],
            ...     "area": ["N", "N", "N", "S", "S", "S"],
            ... }
            >>> survey = cc.Survey(answers)
            >>> survey.correlation("trust", "visits").rows[0].estimate.n
            6
        """
        table = self._rows(named(x=x, y=y), by, where)
        return Estimates(self._core.correlation(table, x, y, options(by=by, where=where, level=level)))

    def gini(
        self, variable: str, *, by: Names | None = None, where: Mapping[str, Values] | None = None, level: float = 0.95
    ) -> Estimates:
        """The Gini coefficient of a column of amounts of 0 or more, overall or by groups.

        0 where all are alike, 1 - 1 / n where one of n has everything. The interval is the figure plus and minus t
        times its error.

        Args:
            variable: The column.
            by: Groups: a column, or several that are crossed.
            where: The domain: columns and the values that are inside. The other rows stay in the design.
            level: Confidence level, between 0 and 1.

        Raises:
            CohesionError: As `mean`.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {"income": [0.0, 4.0]}
            >>> survey = cc.Survey(answers)
            >>> survey.gini("income").rows[0].estimate.value
            0.5
        """
        table = self._rows(named(variable=variable), by, where)
        return Estimates(self._core.gini(table, variable, options(by=by, where=where, level=level)))

    def mean(
        self, variable: str, *, by: Names | None = None, where: Mapping[str, Values] | None = None, level: float = 0.95
    ) -> Estimates:
        """The weighted mean of a column, overall or by groups.

        Args:
            variable: The column.
            by: Groups: a column, or several that are crossed.
            where: The domain: columns and the values that are inside. The other rows stay in the design.
            level: Confidence level, between 0 and 1.

        Raises:
            CohesionError: ``missing_column``, ``not_numeric``, or ``single_cluster`` for a stratum whose variance
                cannot be estimated.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {
            ...     "trust": [3.0, 4.0, 5.0, 4.0, 2.0, 3.0],
            ...     "visits": [1.0, 2.0, 3.0, 3.0, 1.0, 2.0],
            ...     "area": ["N", "N", "N", "S", "S", "S"],
            ... }
            >>> survey = cc.Survey(answers)
            >>> trust = survey.mean("trust", by="area")
            >>> trust.rows[0].estimate.value
            4.0
            >>> trust.rows[1].estimate.value
            3.0
        """
        table = self._rows(named(variable=variable), by, where)
        return Estimates(self._core.mean(table, variable, options(by=by, where=where, level=level)))

    def quantile(
        self,
        variable: str,
        probabilities: float | Sequence[float],
        *,
        rule: QuantileRule = "math",
        by: Names | None = None,
        where: Mapping[str, Values] | None = None,
        level: float = 0.95,
    ) -> Estimates:
        """Weighted quantiles of a column at these probabilities, overall or by groups.

        One row per group and probability; the probability is the last label. The interval is Woodruff's (1952): the
        share at or below the quantile has a t interval, and the quantiles at its two ends, by the same rule, are those
        of the interval. The standard error is the interval's width over 2 t (R: `svyquantile` with `interval.type =
        "mean"`). There is neither where no answer lies beyond the quantile. One pass over the rows and a sort, and one
        more pass per probability.

        Args:
            variable: The column.
            probabilities: One or several between 0 and 1: 0.5 is the median.
            rule: What is called the quantile where the answers leave a choice. `math` (or `hf1`): the smallest value
                with at least that share of the weight at or below it; `school` (or `hf2`): at an exact tie the average
                with the next value; `hf3`: at an exact tie the one at an even place among the distinct values; `hf4` to
                `hf9`: linear between answers (Hyndman and Fan 1996); `shahvaish`. They are R's `qrule`; shares of the
                weight are compared with a tolerance of 1e-10.
            by: Groups: a column, or several that are crossed.
            where: The domain: columns and the values that are inside. The other rows stay in the design.
            level: Confidence level, between 0 and 1.

        Raises:
            CohesionError: As `mean`; ``out_of_range`` for a probability outside 0 to 1, one that stands twice, none at
                all or more than 1000.

        Example:
            >>> import cohesion_core as cc
            >>> table = {"age": [20.0, 30.0, 50.0, 70.0]}
            >>> survey = cc.Survey(table)
            >>> low = survey.quantile("age", [0.5], rule="math")
            >>> low.rows[0].estimate.value
            30.0
            >>> middle = survey.quantile("age", [0.5], rule="school")
            >>> middle.rows[0].estimate.value
            40.0
        """
        table = self._rows(named(variable=variable), by, where)
        return Estimates(
            self._core.quantile(
                table,
                variable,
                numbers("probabilities", probabilities),
                str(rule),
                options(by=by, where=where, level=level),
            )
        )

    def rank_test(
        self,
        variable: str,
        *,
        by: str,
        test: RankScore = "wilcoxon",
        where: Mapping[str, Values] | None = None,
        level: float = 0.95,
    ) -> Test:
        """Whether the ranks of `variable` differ between the groups of `by` (R: `svyranktest`).

        A t for two groups, an F for more (Lumley and Scott 2013, Biometrika 100, 831). Ranks are estimated ranks in the
        population, between 0 and 1. Equal answers share the mean of their places in the order of the rows, as in R;
        where their weights differ the p-value depends on that order, by little. Rows without one of the answers are
        left out. The estimate is the difference of the mean scores.

        Args:
            variable: The column.
            by: The column of groups.
            test: What a rank counts for: `wilcoxon` or `kruskal_wallis` (itself), `van_der_waerden` (its normal
                quantile), `median` (above the median or not).
            where: The domain: columns and the values that are inside. The other rows stay in the design.
            level: Confidence level, between 0 and 1.

        Raises:
            CohesionError: As `regress`.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {
            ...     "trust": [3.0, 4.0, 5.0, 4.0, 2.0, 3.0],
            ...     "visits": [1.0, 2.0, 3.0, 3.0, 1.0, 2.0],
            ...     "area": ["N", "N", "N", "S", "S", "S"],
            ... }
            >>> survey = cc.Survey(answers)
            >>> test = survey.rank_test("trust", by="area", test="wilcoxon")
            >>> test.p > 0.05
            True
        """
        table = self._rows(named(variable=variable, by=by), None, where)
        return Test(self._core.rank_test(table, variable, by, str(test), options(where=where, level=level)))

    def ratio(
        self,
        numerator: str,
        denominator: str,
        *,
        by: Names | None = None,
        where: Mapping[str, Values] | None = None,
        level: float = 0.95,
    ) -> Estimates:
        """The ratio of the weighted totals of two columns, overall or by groups, from the rows that answered both.

        With y above and x below, the linearised value of a row is w (y - R x) / sum(w x) (R: `svyratio`). The interval
        is R plus and minus t times its error. Two passes over the rows.

        Args:
            numerator: The column above.
            denominator: The column below.
            by: Groups: a column, or several that are crossed.
            where: The domain: columns and the values that are inside. The other rows stay in the design.
            level: Confidence level, between 0 and 1.

        Raises:
            CohesionError: As `mean`.

        Example:
            >>> import cohesion_core as cc
            >>> table = {"visits": [3.0, 4.0, 5.0], "people": [1.0, 2.0, 3.0]}
            >>> ratio = cc.Survey(table).ratio("visits", "people")
            >>> ratio.rows[0].estimate.value
            2.0
        """
        table = self._rows(named(numerator=numerator, denominator=denominator), by, where)
        return Estimates(self._core.ratio(table, numerator, denominator, options(by=by, where=where, level=level)))

    def theil(
        self, variable: str, *, by: Names | None = None, where: Mapping[str, Values] | None = None, level: float = 0.95
    ) -> Estimates:
        """The Theil index of a column of amounts of 0 or more, overall or by groups.

        0 where all are alike, ln n where one of n has everything. The interval is the figure plus and minus t times its
        error.

        Args:
            variable: The column.
            by: Groups: a column, or several that are crossed.
            where: The domain: columns and the values that are inside. The other rows stay in the design.
            level: Confidence level, between 0 and 1.

        Raises:
            CohesionError: As `mean`.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {"income": [1.0, 2.0, 3.0]}
            >>> theil = cc.Survey(answers).theil("income")
            >>> abs(theil.rows[0].estimate.value - 0.0872) < 0.0001
            True
        """
        table = self._rows(named(variable=variable), by, where)
        return Estimates(self._core.theil(table, variable, options(by=by, where=where, level=level)))

    def total(
        self,
        variable: str,
        *,
        by: Names | None = None,
        where: Mapping[str, Values] | None = None,
        level: float = 0.95,
        missing: TotalRule = "refuse",
    ) -> Estimates:
        """The weighted total of a column.

        Args:
            variable: The column.
            by: Groups: a column, or several that are crossed.
            where: The domain: columns and the values that are inside. The other rows stay in the design.
            level: Confidence level, between 0 and 1.
            missing: With missing answers a total cannot be estimated (`refuse`), or it is that of those who answered
                (`answered`).

        Raises:
            CohesionError: As `mean`.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {
            ...     "trust": [3.0, 4.0, 5.0, 4.0, 2.0, 3.0],
            ...     "visits": [1.0, 2.0, 3.0, 3.0, 1.0, 2.0],
            ...     "area": ["N", "N", "N", "S", "S", "S"],
            ... }
            >>> survey = cc.Survey(answers)
            >>> survey.total("trust").rows[0].estimate.value
            21.0
        """
        table = self._rows(named(variable=variable), by, where)
        return Estimates(self._core.total(table, variable, options(by=by, where=where, level=level, missing=missing)))

    def variance(
        self, variable: str, *, by: Names | None = None, where: Mapping[str, Values] | None = None, level: float = 0.95
    ) -> Estimates:
        """The variance of a column among the population, overall or by groups.

        The weighted mean of the squared distances from the weighted mean, times n / (n - 1), in the square of the
        column's unit (R: `svyvar`).

        The interval is the variance plus and minus t times its error; it may reach below 0. Two passes over the rows.

        Args:
            variable: The column.
            by: Groups: a column, or several that are crossed.
            where: The domain: columns and the values that are inside. The other rows stay in the design.
            level: Confidence level, between 0 and 1.

        Raises:
            CohesionError: As `mean`.

        Example:
            >>> import cohesion_core as cc
            >>> answers = {
            ...     "trust": [3.0, 4.0, 5.0, 4.0, 2.0, 3.0],
            ...     "visits": [1.0, 2.0, 3.0, 3.0, 1.0, 2.0],
            ...     "area": ["N", "N", "N", "S", "S", "S"],
            ... }
            >>> survey = cc.Survey(answers)
            >>> survey.variance("trust").rows[0].estimate.n
            6
        """
        table = self._rows(named(variable=variable), by, where)
        return Estimates(self._core.variance(table, variable, options(by=by, where=where, level=level)))
