"""Estimates from survey answers with the errors of their sampling design."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from cohesion_core import _core
from cohesion_core._arguments import (
    Margins,
    Names,
    ReplicateMethod,
    ShareInterval,
    Values,
    domain,
    each,
    margins_of,
    name,
    named,
    names,
    options,
)
from cohesion_core._content import Note
from cohesion_core._frame import columns_of
from cohesion_core._models import Regression, Test
from cohesion_core._publish import CountTable, PublishRule
from cohesion_core._results import Estimates
from cohesion_core._types import Rows
from cohesion_core._verbs import SummaryVerbs, SurveyVerbs
from cohesion_core._weights import Calibration, ResponseAdjustment, ResponseRates
from cohesion_core._words import CalibrationMethod, Family, SingleUnit

Progress: TypeAlias = Callable[[int, int], object]


@dataclass(frozen=True)
class Replication:
    """The replicates that the errors of a survey come from. Factors are held by cluster, never by row.

    Attributes:
        count: How many replicates there are.
        scale: What the sum of squares over the replicates is multiplied by.
        rscales: What each replicate's square is multiplied by.
        mse: Whether squares are about the estimate, and not about the mean of the replicates.
        df: Degrees of freedom of the whole sample: the rank of the replicate weights less one.
        description: One line for people: the method, how many replicates, scale, rscales and centre.
    """

    count: int
    scale: float
    rscales: tuple[float, ...]
    mse: bool
    df: float
    description: str


class Survey(SurveyVerbs):
    """A table of answers and the design they were drawn by.

    Weights are sampling weights (the inverse of the chance to be drawn), never counts. Errors are Taylor-linearised
    with the ultimate-cluster variance (Särndal, Swensson and Wretman 1992, chapter 5), the same as R's ``svymean``,
    ``svytotal`` and ``svyby``. To look at a part of the rows use ``where=``, which keeps the whole design; rows that
    are removed beforehand take their part of the design with them.

    Args:
        data: A pandas, Polars or PyArrow table, a dict of columns, a list of dicts, or what `read_csv` returns. A
            column is read when it is used: numbers (contiguous float64 without a copy), texts, categories or dates.
            None, NaN and NA are missing.
        weights: Column of sampling weights; every row weighs 1 without one.
        strata: Column of strata; several columns are crossed.
        clusters: Column of clusters, or one per stage of sampling; the row is the unit without one.
        fpc: Column of population sizes (all at least 1) or sampling fractions (all at most 1), or one per stage.
        nested: Whether cluster labels start anew in every stratum.
        single_unit: What becomes of a stratum with one sampling unit: ``"refuse"`` (an error that names it),
            ``"remove"`` or ``"certainty"`` (it adds nothing to the variance), ``"adjust"`` (its distance from the
            overall figure stands for the variance), ``"average"`` (it adds as much as the others on average),
            ``"collapse"`` (it counts as one with the next stratum in the order of the labels, the last with the one
            before; a note names what was joined).
        replicate_weights: Columns of replicate weights that came with the data, each a full weight. They stand for
            strata, clusters and fpc: estimates, regressions, t tests and chi-square tests take their errors from them
            (R: ``svrepdesign``); rank tests and summaries, which cannot, are refused.
        scale: What the sum of squares over the replicates is multiplied by; it comes with the replicate weights.
        rscales: A factor for each replicate's square; 1 for all unless given.
        mse: Squares about the estimate itself (True) or about the mean of the replicates (False, as R unless told).
        progress: Called with how many replicates are done and how many there are by calls that read the rows once for
            each of them. What it raises stops the call; Ctrl-C stops it as well.

    Raises:
        CohesionError: Every fault of the design at once: ``missing_column``, ``bad_weight``, ``missing_design``,
            ``repeated_cluster``, ``bad_fpc``, ``single_cluster``, ``empty_table``; ``wrong_type`` for what is no table;
            ``unknown_value`` for another `single_unit`; ``out_of_range``, ``missing_field``, ``length_mismatch``,
            ``not_possible`` for replicate weights that cannot be used.

    Example:
        >>> import cohesion_core as cc
        >>> survey = cc.Survey({"trust": [3, 4, 5, 4], "weight": [1.5, 2.0, 2.0, 1.5]}, weights="weight")
        >>> round(survey.mean("trust").value, 4)
        4.0714
    """

    __slots__ = ("_core", "_data", "_design")

    def __init__(
        self,
        data: Any,
        *,
        weights: str | None = None,
        strata: Names | None = None,
        clusters: Names | None = None,
        fpc: Names | None = None,
        nested: bool = False,
        single_unit: SingleUnit = "refuse",
        replicate_weights: Names | None = None,
        scale: float | None = None,
        rscales: Sequence[float] | None = None,
        mse: bool = False,
        progress: Progress | None = None,
    ) -> None:
        design = _design(weights, strata, clusters, fpc, nested, single_unit)
        design |= {"replicate_weights": replicate_weights, "scale": scale, "rscales": rscales, "mse": bool(mse)}
        self._design = _columns(design)
        self._core = _core.Survey(options(**design), progress)
        self._data = columns_of(data)
        self._core.check(self._rows())

    def share(
        self,
        variable: Names,
        *,
        values: Values = None,
        at_least: float | None = None,
        at_most: float | None = None,
        separator: str | None = None,
        by: Names | None = None,
        where: Mapping[str, Values] | None = None,
        level: float = 0.95,
        interval: ShareInterval = "logit",
    ) -> Estimates:
        """The weighted share, between 0 and 1, of rows whose answer counts, among those who answered.

        Say what counts: `values`, or `at_least` and `at_most` for numbers. The two highest boxes of a scale from 1 to 5
        are ``at_least=4``; they are named by number, since "the two highest answers given" would be others where
        nobody gave the highest.

        A question with several answers is several columns, or one with a `separator` between the answers in a cell. It
        gives one row per group and answer, the answer as the last label, with their covariance. Of several columns, an
        empty one counts as not chosen where another one has an answer; those who chose none must have an answer
        somewhere (0, or a column "none of these"), or they count as missing.

        Where a share is 0 or 1 or has no variance the interval is Korn and Graubard's (1998) whatever `interval` asks,
        and a note says so.

        Args:
            variable: The column, or the columns of a question with several answers.
            values: The value or values that count. They are compared as labels: 4 and "4" are the same. With a
                `separator` the answers that are asked; all unless given.
            at_least: Numbers from this one up count.
            at_most: Numbers up to this one count.
            separator: The text between the answers of one cell, as ``";"``; blanks around an answer do not count.
            by: Groups: a column, or several that are crossed.
            where: The domain: columns and the values that are inside.
            level: Confidence level, between 0 and 1.
            interval: ``"logit"``: a t interval on the logit scale (R's ``svyciprop(method="logit")``);
                ``"wilson"``: the score interval with the effective sample size and t; ``"korn_graubard"``: exact, with
                the effective sample size capped at n; ``"beta"``: the same without the cap (R's ``"beta"``);
                ``"likelihood"``: likelihood ratio scaled by the design effect (R's ``"likelihood"``); ``"arcsine"``
                (R's ``"asin"``); ``"t"``: share plus and minus t times its error (R's ``"mean"``), which may leave 0
                to 1.

        Raises:
            CohesionError: ``missing_column``; ``missing_field`` where nothing says what counts; ``inconsistent`` for
                `values` beside `at_least` or `at_most`, or either with several columns or a `separator`;
                ``out_of_range`` where `values` is empty, for ends in the wrong order or for the level; ``not_numeric``
                for `at_least` of answers that are no numbers; ``duplicate_column``; ``unknown_value`` for another
                `interval`.

        Example:
            >>> import cohesion_core as cc
            >>> survey = cc.Survey({"safe": [1, 4, 5, 2, 4], "ways": ["bus; bike", "bus", "walk", None, "bike"]})
            >>> survey.share("safe", at_least=4).value
            0.6
            >>> [(row.labels, row.estimate.value) for row in survey.share("ways", separator=";").rows]
            [(('bike',), 0.5), (('bus',), 0.5), (('walk',), 0.25)]
        """
        several = not isinstance(variable, str)
        columns = names("variable", variable)
        asked = options(
            values=None if values is None else each(values),
            at_least=at_least,
            at_most=at_most,
            separator=separator,
            by=by,
            where=where,
            level=level,
            interval=interval,
        )
        return Estimates(self._core.share(self._rows(columns, by, where), columns, several, asked))

    def counts(
        self,
        variable: str,
        *,
        values: Values | None = None,
        by: Names | None = None,
        where: Mapping[str, Values] | None = None,
    ) -> CountTable:
        """Unweighted counts by groups: what a rule for publishing looks at and estimates do not hold.

        Args:
            variable: The column.
            values: The values that count, for a share; without them the total and the ten largest contributions.
            by: Groups: a column, or several that are crossed.
            where: The domain: columns and the values that are inside.

        Raises:
            CohesionError: ``missing_column``, ``not_numeric``.

        Example:
            >>> import cohesion_core as cc
            >>> survey = cc.Survey({"street": ["Elm", "Elm", "Oak"], "trust": [4, 2, None]})
            >>> [(row["n"], row["numerator"]) for row in survey.counts("trust", values=[4, 5], by="street").rows]
            [(2, 1), (0, 0)]
        """
        rows = self._rows([name("variable", variable)], by, where)
        counted = None if values is None else each(values)
        return CountTable(self._core.counts(rows, variable, options(values=counted, by=by, where=where)))

    def replicates(
        self,
        method: ReplicateMethod,
        *,
        n: int | None = None,
        seed: int | None = None,
        rho: float | None = None,
        mse: bool = False,
        progress: Progress | None = None,
    ) -> Survey:
        """The same survey with errors from replicates of its first stage of sampling.

        Every estimator, regression, t test and chi-square test is made anew in each of them; `Survey.replication`
        describes them. Of a question with several answers the covariance between answers is not given; rank tests and
        summaries have no such errors and are refused.

        Args:
            method: ``"jk1"`` (one cluster left out at a time, no strata), ``"jkn"`` (the same in strata), ``"brr"``
                (balanced half samples of two clusters per stratum), ``"fay"`` (the same with factors 2 - `rho` and
                `rho`), ``"bootstrap"`` (Rao and Wu 1988: of n clusters of a stratum n - 1 are drawn).
            n: How many replicates a bootstrap has; 1000 unless given.
            seed: Seed of the bootstrap, 1 unless given; the same seed gives the same figures in every language.
            rho: Fay's factor, at least 0 and below 1.
            mse: Squares about the estimate itself (True) or about the mean of the replicates (False, as R unless told).
            progress: Called with how many replicates are done and how many there are by logistic and Poisson
                regressions, which read the rows once for each of them. What it raises stops the call.

        Raises:
            CohesionError: ``not_possible`` for a design without clusters (its plain errors are the ones to use), for
                ``"jk1"`` with strata, for strata without exactly two clusters where pairs are needed, for an option of
                another method; ``out_of_range``, ``missing_field``, ``unknown_value``.

        Example:
            >>> import cohesion_core as cc
            >>> survey = cc.Survey({"trust": [3, 4, 5, 4], "street": [1, 1, 2, 3]}, clusters="street")
            >>> replicated = survey.replicates("jk1")
            >>> replicated.mean("trust").value, replicated.replication.count
            (4.0, 3)
        """
        asked = options(n=n, seed=seed, rho=rho, mse=bool(mse))
        return self._with(self._core.replicates(self._rows(), str(method), asked, progress))

    def calibrate(
        self,
        margins: Margins,
        *,
        method: CalibrationMethod = "raking",
        bounds: Sequence[float] | None = None,
        population: float | None = None,
        trim: Mapping[str, float] | None = None,
    ) -> Survey:
        """The same survey with weights that meet known totals; this one stays as it is.

        Of all weights that meet the totals those nearest to the design weights are taken (Deville and Särndal 1992).
        Errors of every estimate from the calibrated survey take it into account: linearised values become residuals of
        their regression on the margins. `Survey.calibration` holds totals before and after, `Survey.weights` and
        `Survey.g_weights` the weights and what they were multiplied by.

        Args:
            margins: For a column the population's totals by level, as in ``{"sex": {"f": 5200, "m": 4800}}``; for
                several columns that are crossed a tuple as the key and tuples as levels; for a column of numbers its
                sum over the population. A total that is an estimate itself is given with its standard error,
                ``(5200, 40)``, which widens the errors. Also a list of ``{"columns": [...], "totals": [{"levels":
                [...], "total": ..., "se": ...}]}`` and ``{"column": ..., "total": ..., "se": ...}``.
            method: ``"post_stratify"``: one factor per cell of a single margin; ``"raking"``: by iterative proportions
                (exponential distance); ``"linear"``: the generalised regression estimator; ``"logit"``: a logistic
                curve between the bounds.
            bounds: Least and most of calibrated weight by design weight, as in ``(0.6, 1.6)``.
            population: How many people there are, where no margin of groups says it.
            trim: Limits of the weights themselves: ``lower``, ``upper``, or ``design_effect``, the largest design
                effect of weighting (Kish) that is allowed. The margins are met all the same.

        Raises:
            CohesionError: All faults at once, each naming its margin: ``inconsistent`` for margins that disagree on the
                population; ``not_possible`` for a level without a respondent, bounds that cannot be kept, totals that
                no weights meet, negative weights; ``unknown_value`` for a level of the data without a total;
                ``missing_design`` for rows without a label; ``out_of_range`` for a negative total;
                ``missing_column``, ``not_numeric``, ``wrong_type``.

        Example:
            >>> import cohesion_core as cc
            >>> survey = cc.Survey({"sex": ["f", "f", "m", "f"], "trust": [4, 5, 2, 3]})
            >>> survey.calibrate({"sex": {"f": 20, "m": 20}}).mean("trust").value
            3.0
        """
        listed, columns = margins_of(margins)
        asked = options(margins=listed, method=method, bounds=bounds, population=population, trim=trim)
        return self._with(self._core.calibrate(self._rows(columns), asked))

    def nonresponse(
        self,
        respondent: str,
        *,
        values: Values,
        by: Names | None = None,
        minimum: int = 0,
        collapse: bool = False,
    ) -> Survey:
        """The same survey with the weights of those who answered raised to the sum of the weights of their cell.

        Within a cell those who answered are taken to be like those who did not. The others get weight 0 and are in no
        group of an estimate. Errors take into account that the cells' totals come from the sample itself.

        Args:
            respondent: The column that says what became of a row.
            values: The value or values that say that it answered.
            by: The columns whose crossing makes the cells; one cell without any.
            minimum: How many respondents a cell needs.
            collapse: Joins a cell with too few with the neighbour that has the same labels but for the last column.

        Raises:
            CohesionError: ``not_possible``, naming the cell, for one without a respondent or below the minimum;
                ``missing_design`` for rows without a label; ``unknown_value`` where nobody answered;
                ``missing_column``, ``out_of_range``.

        Example:
            >>> import cohesion_core as cc
            >>> data = {"outcome": ["yes", "no", "yes", "yes"], "street": list("aabb"), "trust": [4, None, 2, 3]}
            >>> cc.Survey(data).nonresponse("outcome", values="yes", by="street").mean("trust").value
            3.25
        """
        rows = self._rows([name("respondent", respondent)], by)
        asked = options(values=each(values), by=by, minimum=minimum, collapse=bool(collapse))
        return self._with(self._core.nonresponse(rows, respondent, asked))

    def response_rates(
        self,
        disposition: str,
        categories: Mapping[Any, str],
        *,
        e: float | None = None,
        by: Names | None = None,
        where: Mapping[str, Values] | None = None,
    ) -> ResponseRates:
        """Response rates 1 to 6 of the American Association for Public Opinion Research (Standard Definitions, 2023).

        Args:
            disposition: The column of outcomes, one row per case that was drawn.
            categories: What each code stands for: ``I`` interview, ``P`` partial interview, ``R`` refusal, ``NC`` no
                contact, ``O`` other; ``UH`` and ``UO`` unknown whether eligible; ``NE`` not eligible.
            e: The share of eligible cases among those of unknown eligibility, for rates 3 and 4. Without it the share
                among the cases whose eligibility is known (CASRO 1982), and the result says so.
            by: Groups: a column, or several that are crossed.
            where: The domain: columns and the values that are inside.

        Raises:
            CohesionError: ``unknown_value`` for a category that there is not, or a code of the data without one;
                ``missing_design`` for rows without a code; ``out_of_range`` for an `e` outside 0 to 1.

        Example:
            >>> import cohesion_core as cc
            >>> survey = cc.Survey({"outcome": ["done", "refused", "done", "moved"]})
            >>> survey.response_rates("outcome", {"done": "I", "refused": "R", "moved": "NE"}).rate("rr1")
            0.6666666666666666
        """
        rows = self._rows([name("disposition", disposition)], by, where)
        asked = options(categories=categories, e=e, by=by, where=where)
        return ResponseRates(self._core.response_rates(rows, disposition, asked))

    @property
    def calibration(self) -> Calibration | None:
        """How the weights of a calibrated survey were made; None for a survey that was not calibrated.

        Example:
            >>> import cohesion_core as cc
            >>> survey = cc.Survey({"sex": ["f", "f", "m", "f"], "trust": [4, 5, 2, 3]})
            >>> survey.calibrate({"sex": {"f": 20, "m": 20}}).calibration.method
            'raking'
        """
        found = self._core.calibration(self._rows())
        return None if found is None else Calibration(found)

    @property
    def response(self) -> ResponseAdjustment | None:
        """How the weights of respondents were raised; None where they were not.

        Example:
            >>> import cohesion_core as cc
            >>> survey = cc.Survey({"outcome": ["yes", "no", "yes"], "trust": [4, None, 2]})
            >>> survey.nonresponse("outcome", values="yes").response.n_respondents
            2
        """
        found = self._core.response(self._rows())
        return None if found is None else ResponseAdjustment(found)

    @property
    def replication(self) -> Replication | None:
        """The replicates that errors come from; None without, or where replicate weights came with the data.

        Example:
            >>> import cohesion_core as cc
            >>> survey = cc.Survey({"trust": [3, 4, 5, 4], "street": [1, 1, 2, 3]}, clusters="street")
            >>> survey.replicates("jk1").replication.count
            3
        """
        found = self._core.replication()
        if found is None:
            return None
        count, scale, rscales, mse, df = found
        return Replication(count, scale, tuple(rscales), mse, df, self._core.describe())

    @property
    def weights(self) -> NDArray[np.float64]:
        """The weight of every row, in the order of the rows.

        Example:
            >>> import cohesion_core as cc
            >>> cc.Survey({"trust": [3, 4], "weight": [1.5, 2.0]}, weights="weight").weights.tolist()
            [1.5, 2.0]
        """
        return self._core.weights(self._rows())

    @property
    def g_weights(self) -> NDArray[np.float64] | None:
        """What the weight of every row was multiplied by when the weights were last adjusted; None before.

        Example:
            >>> import cohesion_core as cc
            >>> survey = cc.Survey({"outcome": ["yes", "no", "yes"], "trust": [4, None, 2]})
            >>> survey.nonresponse("outcome", values="yes").g_weights.tolist()
            [1.5, 0.0, 1.5]
        """
        return self._core.g_weights(self._rows())

    def regress(
        self,
        variable: str,
        *,
        on: Names,
        family: Family = "gaussian",
        categorical: Names | None = None,
        where: Mapping[str, Values] | None = None,
        level: float = 0.95,
    ) -> Regression:
        """Regression with an intercept and design-based errors in every stage of sampling (R's ``svyglm``).

        Errors are those of Binder (1983). A regressor of texts becomes one indicator per level but the first in the
        order of bytes, which the others are compared with. Rows without one of the answers are left out and counted.

        Args:
            variable: The outcome. For a binomial regression 0 and 1, or two texts, the second of which is the one whose
                odds are estimated.
            on: The regressors.
            family: ``"gaussian"``, ``"binomial"`` (log odds) or ``"poisson"`` (log rates).
            categorical: Regressors whose numbers are codes of groups.
            where: The domain: columns and the values that are inside.
            level: Confidence level of the t intervals, between 0 and 1.

        Raises:
            CohesionError: ``missing_column``, ``not_numeric``, ``duplicate_column``, ``out_of_range``;
                ``unknown_value`` for another family; ``not_possible``, naming the term, for a regressor
                that never varies, that is a combination of others, or that tells the outcomes apart.

        Example:
            >>> import cohesion_core as cc
            >>> survey = cc.Survey({"trust": [2, 4, 5, 7, 8], "age": [20, 30, 40, 50, 60]})
            >>> regression = survey.regress("trust", on="age")
            >>> [term.term for term in regression.terms]
            ['(Intercept)', 'age']
        """
        rows = self._rows([name("variable", variable), *names("on", on)], None, where)
        asked = options(on=on, family=family, categorical=categorical, where=where, level=level)
        return Regression(self._core.regress(rows, variable, asked))

    def t_test(
        self,
        variable: str,
        *,
        by: str | None = None,
        against: float | None = None,
        paired: str | None = None,
        where: Mapping[str, Values] | None = None,
        level: float = 0.95,
    ) -> Test:
        """Whether the mean of a column differs: between two groups, from a number, or from another column.

        R's ``svyttest``. The estimate is the mean of the second group, in the order of bytes, less that of the first;
        with `against` the mean less that number; with `paired` the mean of the differences of the rows that have both.

        Args:
            variable: The column.
            by: The column of two groups.
            against: The number that the mean is held against.
            paired: The column of the same people's earlier answer, which is taken off.
            where: The domain: columns and the values that are inside.
            level: Confidence level of the t interval, between 0 and 1.

        Raises:
            CohesionError: As `regress`; ``out_of_range`` where there are not two groups; ``missing_field`` without any
                of `by`, `against` and `paired`, ``inconsistent`` with several; ``duplicate_column`` for a column paired
                with itself; ``not_finite`` for another `against` than a number.

        Example:
            >>> import cohesion_core as cc
            >>> test = cc.Survey({"trust": [4, 6, 7, 8, 5]}).t_test("trust", against=5)
            >>> test.name, round(test.statistic, 3), test.df1, round(test.p, 3)
            ('t_one_sample', 1.414, 4.0, 0.23)
        """
        columns = [name("variable", variable), *named(by=by, paired=paired)]
        asked = options(by=by, against=against, paired=paired, where=where, level=level)
        return Test(self._core.t_test(self._rows(columns, None, where), variable, asked))

    def summary(
        self,
        variables: Names | None = None,
        *,
        by: Names | Sequence[Names] | None = None,
        where: Mapping[str, Values] | None = None,
        shares: Mapping[str, Values] | None = None,
        items: Sequence[str] | Sequence[Sequence[str]] | None = None,
        ratios: Sequence[tuple[str, str]] | None = None,
        variances: Names | None = None,
        correlations: Sequence[tuple[str, str]] | None = None,
        figures: Mapping[str, Names] | None = None,
        part: str | None = None,
    ) -> Summary:
        """A mergeable summary that holds these figures, overall and by groups.

        Args:
            variables: Columns whose means and totals are asked.
            by: Groups: a column or a list of columns that are crossed; a list of lists for several crossings.
            where: The domain of the groups.
            shares: Columns and the values that count.
            items: The items of an alpha; a list of lists for several.
            ratios: Pairs of columns, the numerator first.
            variances: Columns whose variances are asked: ten sums more for each cluster and group.
            correlations: Pairs of columns: thirty sums more for each cluster and group.
            figures: Other figures of one column by their names, and their columns, as in ``{"variance": ["age"]}``.
            part: A name for these rows, so that parts with the same content can be told apart.

        Raises:
            CohesionError: As `mean` and `share`.

        Example:
            >>> import cohesion_core as cc
            >>> survey = cc.Survey({"trust": [3, 4, 5, 4], "area": ["N", "N", "S", "S"]})
            >>> [row.estimate.value for row in survey.summary("trust", by="area").mean("trust", by="area").rows]
            [3.5, 4.5]
        """
        asked = _questions(variables, by, where, shares, items, ratios, variances, correlations, figures)
        return Summary._of(self._core.summary(asked)).add(self._data, part=part)

    def _with(self, core: _core.Survey) -> Survey:
        survey = Survey.__new__(Survey)
        survey._core, survey._design, survey._data = core, self._design, self._data
        return survey

    def _rows(
        self, columns: Iterable[str] = (), by: Names | None = None, where: Mapping[str, Values] | None = None
    ) -> Rows:
        return self._data.pick([*self._design, *columns, *names("by", by), *(where or {})])

    def __repr__(self) -> str:
        return f"<cohesion_core.Survey: {self._core.describe()}>"


class Summary(SummaryVerbs):
    """What estimates are computed from: weighted sums per stratum, cluster, group and measure; never a row.

    A summary is as confidential as its rows: it serves the threads, files and workers of one owner.
    Summaries of different rows with the same questions merge. `to_bytes` and `from_bytes` carry them between processes;
    bytes that are read are checked.

    Args:
        variables: Columns whose means and totals are asked.
        weights: As `Survey`.
        strata: As `Survey`.
        clusters: As `Survey`.
        fpc: As `Survey`.
        nested: As `Survey`.
        single_unit: As `Survey`.
        by: Groups: a column or a list of columns that are crossed; a list of lists for several crossings.
        where: The domain of the groups.
        shares: Columns and the values that count.
        items: The items of an alpha; a list of lists for several.
        ratios: Pairs of columns, the numerator first.
        variances: Columns whose variances are asked: ten sums more for each cluster and group.
        correlations: Pairs of columns: thirty sums more for each cluster and group.
        figures: Other figures of one column by their names, and their columns, as in ``{"variance": ["age"]}``.

    Example:
        >>> import cohesion_core as cc
        >>> empty = cc.Summary("x")
        >>> parts = [empty.add({"x": x}) for x in ([1, 2], [3, 4, 5])]
        >>> cc.Summary.merge(parts).mean("x").value
        3.0
    """

    __slots__ = ("_core",)

    def __init__(
        self,
        variables: Names | None = None,
        *,
        weights: str | None = None,
        strata: Names | None = None,
        clusters: Names | None = None,
        fpc: Names | None = None,
        nested: bool = False,
        single_unit: SingleUnit = "refuse",
        by: Names | Sequence[Names] | None = None,
        where: Mapping[str, Values] | None = None,
        shares: Mapping[str, Values] | None = None,
        items: Sequence[str] | Sequence[Sequence[str]] | None = None,
        ratios: Sequence[tuple[str, str]] | None = None,
        variances: Names | None = None,
        correlations: Sequence[tuple[str, str]] | None = None,
        figures: Mapping[str, Names] | None = None,
    ) -> None:
        design = _core.Survey(options(**_design(weights, strata, clusters, fpc, nested, single_unit)))
        asked = _questions(variables, by, where, shares, items, ratios, variances, correlations, figures)
        self._core: _core.Summary = design.summary(asked)

    @classmethod
    def _of(cls, core: _core.Summary) -> Summary:
        summary = cls.__new__(cls)
        summary._core = core
        return summary

    def add(self, data: Any, *, part: str | None = None) -> Summary:
        """The same summary with the rows of a batch.

        A batch with the same content as one that was added before is refused, so that no part counts twice.

        Args:
            data: A data frame, a dict of columns, or what `read_csv` returns.
            part: A name for the batch, so that small batches with the same content can be told apart.

        Raises:
            CohesionError: ``duplicate_part``, and the faults of the columns as `Survey`.

        Example:
            >>> import cohesion_core as cc
            >>> cc.Summary("trust").add({"trust": [3, 5]}).add({"trust": [4]}).mean("trust").value
            4.0
        """
        return Summary._of(self._core.add(columns_of(data).named_in(json.loads(self._core.spec())), part))

    @classmethod
    def merge(cls, parts: Iterable[Summary]) -> Summary:
        """The rows of all parts.

        Raises:
            CohesionError: ``spec_mismatch`` where the parts answer different questions, ``duplicate_part`` for rows
                that are in two parts, ``bad_fpc`` for a stratum with two population sizes, ``repeated_cluster``,
                ``empty_table`` without a part.

        Example:
            >>> import cohesion_core as cc
            >>> north, south = (cc.Summary("trust").add({"trust": trust}) for trust in ([3, 4], [5]))
            >>> cc.Summary.merge([north, south]).mean("trust").value
            4.0
        """
        return cls._of(_core.Summary.merge([part._core for part in parts]))

    @classmethod
    def from_bytes(cls, data: bytes) -> Summary:
        """Reads what `to_bytes` wrote.

        Raises:
            CohesionError: ``corrupt`` for bytes that are no summary or were changed, ``unsupported_format``,
                ``too_large`` above 1 GiB.

        Example:
            >>> import cohesion_core as cc
            >>> summary = cc.Summary("trust").add({"trust": [3, 5, None]})
            >>> cc.Summary.from_bytes(summary.to_bytes()) == summary
            True
        """
        return cls._of(_core.Summary.from_bytes(bytes(data)))

    def to_bytes(self) -> bytes:
        """The summary as bytes.

        Example:
            >>> import cohesion_core as cc
            >>> summary = cc.Summary("trust").add({"trust": [3, 5, None]})
            >>> cc.Summary.from_bytes(summary.to_bytes()).rows
            3
        """
        return self._core.to_bytes()

    def for_sharing(self, rule: PublishRule | None = None) -> Summary:
        """The summary that may leave its owner.

        Groups that the rule hides are pooled, with those that would give them away; clusters are pooled until each pool
        tells of enough people in every group; labels of clusters, examples of answers and ids of parts are replaced. It
        merges with other shared summaries of the same questions only. `lost` says what that cost.

        Args:
            rule: The rule; its defaults unless given.

        Raises:
            CohesionError: ``not_possible`` where there are too few answers for any figure.

        Example:
            >>> import cohesion_core as cc
            >>> people = {"street": [row // 3 for row in range(60)], "trust": [row % 5 for row in range(60)]}
            >>> shared = cc.Summary("trust", clusters="street").add(people).for_sharing()
            >>> shared.mean("trust").value, shared.design_counts, shared.lost[0].code
            (2.0, (1, 5), 'clusters_pooled')
        """
        return Summary._of(self._core.for_sharing((rule or PublishRule.default())._core))

    @property
    def lost(self) -> tuple[Note, ...]:
        """What was pooled or left out before the summary was shared; empty for one that was not.

        Example:
            >>> import cohesion_core as cc
            >>> summary = cc.Summary("trust").add({"trust": [3, 5, None]})
            >>> summary.lost
            ()
        """
        return tuple(Note._of(one) for one in json.loads(self._core.lost()))

    @property
    def rows(self) -> int:
        """How many rows went in.

        Example:
            >>> import cohesion_core as cc
            >>> summary = cc.Summary("trust").add({"trust": [3, 5, None]})
            >>> summary.rows
            3
        """
        return self._core.rows

    @property
    def design_counts(self) -> tuple[int, int]:
        """How many strata and clusters the design has; rows count as clusters where it has none.

        Example:
            >>> import cohesion_core as cc
            >>> summary = cc.Summary("trust").add({"trust": [3, 5, None]})
            >>> summary.design_counts
            (1, 3)
        """
        return self._core.design_counts

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Summary) and self._core == other._core

    def __hash__(self) -> int:
        return hash(self.to_bytes())

    def __copy__(self) -> Summary:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Summary:
        return self

    def __reduce__(self) -> tuple[Any, tuple[bytes]]:
        return Summary.from_bytes, (self.to_bytes(),)

    def __repr__(self) -> str:
        strata, clusters = self.design_counts
        return f"<cohesion_core.Summary: {self.rows} rows, {strata} strata, {clusters} clusters>"


def _design(
    weights: str | None,
    strata: Names | None,
    clusters: Names | None,
    fpc: Names | None,
    nested: bool,
    single_unit: SingleUnit,
) -> dict[str, Any]:
    """The options of a design."""
    return {
        "weights": None if weights is None else name("weights", weights),
        "strata": strata,
        "clusters": clusters,
        "fpc": fpc,
        "nested": bool(nested),
        "single_unit": single_unit,
    }


def _columns(design: dict[str, Any]) -> list[str]:
    """The columns that a design reads."""
    arguments = ("weights", "strata", "clusters", "fpc", "replicate_weights")
    return [column for argument in arguments for column in names(argument, design[argument])]


def _questions(
    variables: Names | None,
    by: Names | Sequence[Names] | None,
    where: Mapping[str, Values] | None,
    shares: Mapping[str, Values] | None,
    items: Sequence[str] | Sequence[Sequence[str]] | None,
    ratios: Sequence[tuple[str, str]] | None,
    variances: Names | None,
    correlations: Sequence[tuple[str, str]] | None,
    figures: Mapping[str, Names] | None,
) -> str:
    """What a summary is asked."""
    counted = [{"variable": column, "values": values} for column, values in domain("shares", shares).items()]
    return options(
        measures=[*names("variables", variables), *counted],
        by=_each(by),
        where=where,
        items=_each(items),
        ratios=ratios,
        variances=variances,
        correlations=correlations,
        figures=figures,
    )


def _each(given: Any) -> list[Any]:
    """A list of lists as it is; one name or one list of names as a list of one."""
    if given is None:
        return []
    if isinstance(given, str) or all(isinstance(one, str) for one in given):
        return [given]
    return list(given)
