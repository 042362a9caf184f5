//! Tests with design-based errors: t, chi-square of Rao and Scott, ranks.

use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::texts as common;
use crate::estimate::{ChiSquareStatistic, Note, Provenance, RankScore, Regression, Test};
use crate::estimation::call::Call;
use crate::estimation::repeated::TableCovariance;
use crate::estimation::rows::{Rows, refuse_groups, unparsed_note};
use crate::estimation::{EstimateOptions, linearise};
use crate::sampling::Survey;
use crate::sampling::variance::{Covariance, Linear};
use crate::stat::{
    ChiSquarePart, Cholesky, Matrix, at, chi_square_tail, eigenvalues, f_tail, normal_quantile, sum_above_zero,
};
use crate::survey::regress::{RegressionOptions, levels};
use crate::survey::texts;
use crate::table::{Column, Labels};

/// More cells than this are refused: their covariance would not fit its purpose.
const MAX_CELLS: usize = 400;

impl Survey<'_> {
    /// Whether the mean of `variable` differs between the two groups of `by` (R: `svyttest`).
    ///
    /// The estimate is the mean of the second group, in the order of bytes, less that of the first. Degrees of freedom
    /// are clusters less strata among the rows used, less 1.
    ///
    /// # Errors
    /// As [`Survey::regress`]; [`FaultKind::OutOfRange`] where there are not two groups, which names those there are.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::number("weight", vec![10.0, 20.0, 10.0, 20.0]),
    /// ])?;
    /// let test = Survey::new(&answers, Design::new())?.t_test("trust", "area", ())?;
    /// assert!((test.estimate.unwrap().value.unwrap() - 1.0).abs() < 1e-12);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn t_test(&self, variable: &str, by: &str, options: impl Into<EstimateOptions>) -> Result<Test> {
        let options = options.into();
        let like = self.in_r(&options, &[variable, by]);
        // A t test is the regression on one indicator: with it come domains, replicates and calibrated weights.
        let mut regression = self.group_regression(variable, by, options)?;
        regression.provenance.r_call = like.map(|like| like.t_test(variable, by));
        if regression.terms.len() != 2 {
            let groups = groups_of(&regression, by);
            let message = format!("a t test compares two groups, `{by}` has {}: {}", groups.len(), groups.join(", "));
            let fault = Fault::new(FaultKind::OutOfRange, format!("column[{by}]"), message);
            return Err(fault.value(groups.join(", ")).into());
        }
        let method = format!("difference of means against t; {}", regression.method);
        Ok(of_one_term("t", variable, by, regression, method))
    }

    /// Whether the ranks of `variable` differ between the groups of `by` (R: `svyranktest`).
    ///
    /// A t for two groups, an F for more (Lumley and Scott 2013, Biometrika 100, 831).
    /// Ranks are estimated ranks in the population, between 0 and 1. Equal answers share the mean of their places in the
    /// order of the rows, as in R; where their weights differ the p-value depends on that order, by little. Rows without
    /// one of the answers are left out. The estimate is the difference of the mean scores.
    ///
    /// # Errors
    /// As [`Survey::regress`].
    ///
    /// ```
    /// use cohesion_core::{Column, Design, RankScore, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0, 2.0, 3.0]),
    ///     Column::number("visits", vec![1.0, 2.0, 3.0, 3.0, 1.0, 2.0]),
    ///     Column::text("area", ["N", "N", "N", "S", "S", "S"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// let test = survey.rank_test("trust", "area", RankScore::Wilcoxon, ())?;
    /// assert!(test.p.unwrap_or(1.0) > 0.05, "no difference is seen");
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn rank_test(
        &self,
        variable: &str,
        by: &str,
        score: RankScore,
        options: impl Into<EstimateOptions>,
    ) -> Result<Test> {
        let options = options.into();
        refuse_groups(&options)?;
        // A replicate would rank its own answers, and the scores of the whole sample are not those.
        self.sample.refuse_replicates()?;
        let rows = Rows::read(self, &[variable, by], &options)?;
        let numbers = self.table.column(variable)?.squarable()?;
        let labels = self.table.column(by)?.labels();
        let there =
            |row: &usize| numbers.values.get(*row).is_some_and(|value| !value.is_nan()) && labels.get(*row).is_some();
        let used: Vec<(usize, f64, f64)> = rows
            .inside()
            .into_iter()
            .filter(there)
            .map(|row| (row, at(&numbers.values, row), rows.weight(row)))
            .collect();
        let like = self.in_r(&options, &[variable, by]);
        let mut scores = vec![f64::NAN; rows.len()];
        for (row, rank) in ranks(used) {
            if let Some(slot) = scores.get_mut(row) {
                *slot = score.of(rank);
            }
        }
        let mut name = format!("{variable} ({})", score.as_str());
        // The scores become a column, whose name nobody else may have.
        while self.table.has(&name) {
            name.push('\'');
        }
        let table = self.table.clone().with_column(Column::number(name.clone(), scores))?;
        let survey = Survey { table: &table, sample: self.sample.clone(), told: self.told };
        let mut regression = survey.group_regression(&name, by, options.clone())?;
        regression.notes.extend(unparsed_note(variable, &numbers.unparsed));
        regression.provenance = rows.provenance.clone();
        regression.provenance.r_call = like.map(|like| like.rank_test(variable, by, score));
        let method = format!("{} scores of ranks (Lumley and Scott 2013); {}", score.as_str(), regression.method);
        // Two groups are one coefficient, which t tests with a sign; more need F.
        if regression.terms.len() == 2 {
            return Ok(of_one_term(score.as_str(), variable, by, regression, format!("{method}; against t")));
        }
        let groups = groups_of(&regression, by);
        let test = regression.test(&[by])?;
        let variables = vec![variable.to_owned(), by.to_owned()];
        let notes = regression.notes;
        Ok(Test {
            name: score.as_str().to_owned(),
            variables,
            groups,
            method: format!("{method}; against F"),
            notes,
            ..test
        })
    }

    /// Whether `rows` and `columns` are independent (Rao and Scott 1984; R: `svychisq`).
    ///
    /// Rows of the table without one of the two labels are left out and counted.
    ///
    /// ```
    /// use cohesion_core::{ChiSquareStatistic, Column, Design, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::text("a", ["x", "x", "y", "y", "x", "y"].map(Some)),
    ///     Column::text("b", ["u", "u", "v", "v", "v", "u"].map(Some)),
    /// ])?;
    /// let test = Survey::new(&table, Design::new())?.chi_square("a", "b", ChiSquareStatistic::F, ())?;
    /// assert!(test.p.unwrap_or(0.0) > 0.05, "the two may be independent");
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`FaultKind::MissingColumn`]; [`FaultKind::DuplicateColumn`] for a column against itself;
    /// [`FaultKind::OutOfRange`] for more than 400 cells; [`FaultKind::NotPossible`] for a column with one level only;
    /// [`FaultKind::SingleCluster`] as every estimate.
    pub fn chi_square(
        &self,
        rows: &str,
        columns: &str,
        statistic: ChiSquareStatistic,
        options: impl Into<EstimateOptions>,
    ) -> Result<Test> {
        if rows == columns {
            let message = format!("`{rows}` cannot be independent of itself");
            return Err(Error::new(FaultKind::DuplicateColumn, "columns", message));
        }
        let options = options.into();
        refuse_groups(&options)?;
        let call = Call::read(self, &[rows, columns], &options)?;
        let data = &call.rows;
        let (a, b) = (self.table.column(rows)?.labels(), self.table.column(columns)?.labels());
        let inside = data.inside();
        let used: Vec<usize> =
            inside.iter().copied().filter(|row| a.get(*row).is_some() && b.get(*row).is_some()).collect();
        let weights: Vec<f64> = used.iter().map(|row| data.weight(*row)).collect();
        let (up, across) = (Side::of(rows, &a, &used, &weights)?, Side::of(columns, &b, &used, &weights)?);
        let cells = up.levels.len() * across.levels.len();
        if cells > MAX_CELLS {
            let message = format!("`{rows}` and `{columns}` make {cells} cells, more than {MAX_CELLS}");
            return Err(Error::new(FaultKind::OutOfRange, "columns", message));
        }
        let mut totals = vec![0.0; cells];
        let mut linear = Vec::with_capacity(used.len());
        let mut counted = Vec::with_capacity(used.len());
        for (row, weight) in used.iter().zip(&weights) {
            let (Some(i), Some(j)) = (up.place(&a, *row), across.place(&b, *row)) else { continue };
            let cell = i * across.levels.len() + j;
            if let Some(total) = totals.get_mut(cell) {
                *total += weight;
            }
            counted.push((*row, cell));
            // The total of a cell is the sum of weights there: the linearised value of a row is 1 in its own cell.
            linear.push(Linear { unit: data.unit(*row), cell, sum: *weight, square: weight * weight });
        }
        let size = (up.levels.len(), across.levels.len());
        let repeated = call.source.as_ref().map(|source| TableCovariance::of(source, data, counted, cells));
        let covariance = if let Some(found) = repeated {
            found?
        } else if self.weighting().is_some() {
            let of = data.adjusted_covariance(cells, &|place| {
                let mut values = vec![0.0; data.len()];
                for (row, value) in used.iter().zip(&linear).filter(|(_, value)| value.cell == place) {
                    if let Some(slot) = values.get_mut(*row) {
                        *slot = if value.sum > 0.0 { 1.0 } else { 0.0 };
                    }
                }
                values
            });
            of_shares(&totals, Matrix::from_fn(cells, |i, j| of.get(i, j)), data.degrees(&used))
        } else {
            let of = Covariance::of(cells, &linear, &data.sampling);
            of_shares(&totals, Matrix::from_fn(cells, |i, j| of.get(i, j)), data.degrees(&used))
        };
        let degf = covariance.df;
        let crossing = Crossing::new(size, totals, covariance, used.len() as f64);
        let outcome = crossing.outcome(statistic);
        let mut notes: Vec<Note> = linearise::single_unit_note(&data.sampling, self.design()).into_iter().collect();
        // Rao and Scott's corrections divide by the shares.
        if crossing.shares.contains(&0.0) {
            notes.push(Note::warning(texts::empty_cells(), ""));
        }
        let reason = Note::not_estimable(common::no_degrees_of_freedom(degf), "");
        Ok(Test {
            name: statistic.test_name().to_owned(),
            variables: vec![rows.to_owned(), columns.to_owned()],
            groups: Vec::new(),
            statistic: outcome.map(|outcome| outcome.statistic),
            df1: outcome.map(|outcome| outcome.df1),
            df2: outcome.and_then(|outcome| outcome.df2),
            p: outcome.map(|outcome| outcome.p),
            estimate: None,
            n: used.len() as u64,
            n_missing: (inside.len() - used.len()) as u64,
            reason: outcome.is_none().then_some(reason),
            notes,
            method: match &call.source {
                Some(_) => call.method(statistic.describe()),
                None => format!("{}; {}", statistic.describe(), self.design().describe()),
            },
            provenance: Provenance {
                r_call: self
                    .replicated_in_r(&options, &[rows, columns])
                    .map(|like| like.chi_square(rows, columns, statistic)),
                ..data.provenance.clone()
            },
        })
    }

    /// The regression of a column on groups.
    fn group_regression(&self, variable: &str, by: &str, options: EstimateOptions) -> Result<Regression> {
        self.regress(variable, &[by], RegressionOptions::new().categorical(by).with(options))
    }
}

/// The groups of a regression on groups, sorted.
fn groups_of(regression: &Regression, by: &str) -> Vec<String> {
    let levels = regression.terms.iter().filter_map(|term| term.level.clone());
    regression.base_levels.get(by).cloned().into_iter().chain(levels).collect()
}

/// The test of the second term of a regression on two groups.
fn of_one_term(name: &str, variable: &str, by: &str, regression: Regression, method: String) -> Test {
    let groups = groups_of(&regression, by);
    let (n, n_missing) = (regression.n, regression.n_missing);
    let (notes, provenance) = (regression.notes, regression.provenance);
    let term = regression.terms.into_iter().nth(1);
    let reason = term.as_ref().and_then(|term| {
        let flat = || term.p.is_none().then(|| Note::not_estimable(common::no_variance(), ""));
        term.estimate.reason.clone().or_else(flat)
    });
    Test {
        name: name.to_owned(),
        variables: vec![variable.to_owned(), by.to_owned()],
        groups,
        statistic: term.as_ref().and_then(|term| term.statistic),
        df1: term.as_ref().and_then(|term| term.estimate.df),
        df2: None,
        p: term.as_ref().and_then(|term| term.p),
        estimate: term.map(|term| term.estimate),
        n,
        n_missing,
        reason,
        notes,
        method,
        provenance,
    }
}

/// The estimated rank in the population of each row, between 0 and 1; `used` holds row, value and weight.
fn ranks(mut used: Vec<(usize, f64, f64)>) -> Vec<(usize, f64)> {
    // Equal answers by row, so that their weights are added in the same order every time.
    used.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    let sum: f64 = used.iter().map(|(_, _, weight)| weight).sum();
    let mut below = 0.0;
    let mut ranked = Vec::with_capacity(used.len());
    // -0 and 0 are equal answers.
    for tied in used.chunk_by(|a, b| a.1 == b.1) {
        let mut places = 0.0;
        for (_, _, weight) in tied {
            // The middle of its own weight: the rank that a row would have among as many people as it stands for.
            places += below + weight / 2.0;
            below += weight;
        }
        let rank = places / tied.len() as f64 / sum;
        ranked.extend(tied.iter().map(|(row, _, _)| (*row, rank)));
    }
    ranked
}

impl RankScore {
    fn of(self, rank: f64) -> f64 {
        match self {
            Self::Wilcoxon | Self::KruskalWallis => rank,
            Self::VanDerWaerden => normal_quantile(rank).unwrap_or(f64::NAN),
            Self::Median => f64::from(u8::from(rank > 0.5)),
        }
    }
}

/// One side of a table of two columns.
struct Side {
    levels: Vec<String>,
    /// The place of each code.
    places: Vec<Option<usize>>,
}

impl Side {
    fn of(name: &str, labels: &Labels<'_>, used: &[usize], weights: &[f64]) -> Result<Self> {
        let found = levels(labels, used, weights);
        if found.len() < 2 {
            let always = found.first().map_or_else(|| "no level".to_owned(), |level| format!("only `{level}`"));
            let message = format!("`{name}` has {always} among the rows used: there is nothing to compare");
            return Err(Error::new(FaultKind::NotPossible, format!("column[{name}]"), message));
        }
        let places = labels.levels.iter().map(|level| found.binary_search(level).ok()).collect();
        Ok(Self { levels: found, places })
    }

    fn place(&self, labels: &Labels<'_>, row: usize) -> Option<usize> {
        *self.places.get(*labels.codes.get(row)? as usize)?
    }
}

/// A table of shares and their covariance.
struct Crossing {
    up: usize,
    across: usize,
    shares: Vec<f64>,
    covariance: Matrix,
    /// Sum of the weights, and the covariance of the weighted totals.
    sum: f64,
    of_totals: Matrix,
    n: f64,
    degf: f64,
}

/// What a test found.
#[derive(Clone, Copy)]
struct Outcome {
    statistic: f64,
    df1: f64,
    df2: Option<f64>,
    p: f64,
}

/// The covariance of the shares of the cells from that of their weighted totals.
fn of_shares(totals: &[f64], of_totals: Matrix, df: f64) -> TableCovariance {
    let sum: f64 = totals.iter().sum();
    let share = |cell: usize| at(totals, cell) / sum;
    // Shares are totals over their sum, so their covariance follows by the chain rule.
    let jacobian = Matrix::from_fn(totals.len(), |i, j| (f64::from(u8::from(i == j)) - share(i)) / sum);
    TableCovariance { of_shares: jacobian.times(&of_totals).times(&jacobian.transposed()), of_totals, df }
}

impl Crossing {
    /// From weighted totals of the cells, row after row, and their covariances.
    fn new((up, across): (usize, usize), totals: Vec<f64>, found: TableCovariance, n: f64) -> Self {
        let sum: f64 = totals.iter().sum();
        let shares: Vec<f64> = totals.iter().map(|total| total / sum).collect();
        let (covariance, of_totals, degf) = (found.of_shares, found.of_totals, found.df);
        Self { up, across, shares, covariance, sum, of_totals, n, degf }
    }

    fn share(&self, i: usize, j: usize) -> f64 {
        at(&self.shares, i * self.across + j)
    }

    fn row_share(&self, i: usize) -> f64 {
        (0..self.across).map(|j| self.share(i, j)).sum()
    }

    fn column_share(&self, j: usize) -> f64 {
        (0..self.up).map(|i| self.share(i, j)).sum()
    }

    /// Degrees of freedom of independence.
    fn free(&self) -> usize {
        (self.up - 1) * (self.across - 1)
    }

    /// Pearson's statistic of the shares, times the number of rows.
    fn pearson(&self) -> f64 {
        let mut sum = 0.0;
        for i in 0..self.up {
            for j in 0..self.across {
                let expected = self.row_share(i) * self.column_share(j);
                sum += (self.share(i, j) - expected).powi(2) / expected;
            }
        }
        self.n * sum
    }

    /// Contrast k of the cells: 1, -1, -1, 1 on the corners of a cell and the last row and column.
    fn contrast(&self, k: usize, cell: usize) -> f64 {
        let (ki, kj) = (k / (self.across - 1), k % (self.across - 1));
        let (i, j) = (cell / self.across, cell % self.across);
        // Each level against the last: any full set of contrasts gives the same statistic, this one is sparse.
        let side = |at: usize, own: usize, last: usize| {
            if at == own {
                1.0
            } else if at == last {
                -1.0
            } else {
                0.0
            }
        };
        side(i, ki, self.up - 1) * side(j, kj, self.across - 1)
    }

    /// The design effects of the contrasts: the eigenvalues of Rao and Scott's matrix, in a symmetric form.
    fn effects(&self) -> Option<Matrix> {
        let (cells, free) = (self.shares.len(), self.free());
        let inverse =
            // An empty cell holds nobody who could differ.
            |cell: usize| self.shares.get(cell).filter(|share| **share > 0.0).map_or(0.0, |share| 1.0 / share);
        let scaled: Vec<Vec<f64>> =
            (0..free).map(|k| (0..cells).map(|cell| self.contrast(k, cell) * inverse(cell)).collect()).collect();
        let entry = |k: usize, cell: usize| scaled.get(k).and_then(|row| row.get(cell)).copied().unwrap_or_default();
        let simple = Matrix::from_fn(free, |k, l| (0..cells).map(|c| self.contrast(k, c) * entry(l, c)).sum());
        // V scaled' first: cells by free.
        let half: Vec<f64> = (0..cells * free)
            .map(|place| {
                let (c, l) = (place / free, place % free);
                (0..cells).map(|d| self.covariance.get(c, d) * entry(l, d)).sum()
            })
            .collect();
        let real = Matrix::from_fn(free, |k, l| (0..cells).map(|c| entry(k, c) * at(&half, c * free + l)).sum());
        // The design effects are the eigenvalues of the inverse of one matrix times the other; through the factor the
        // product stays symmetric, and its eigenvalues real.
        let factor = Cholesky::of(&simple, |k| 1e-12 * simple.get(k, k)).ok()?;
        let left = factor.solve_lower_matrix(&real);
        let both = factor.solve_lower_matrix(&left.transposed());
        Some(Matrix::from_fn(free, |k, l| 0.5 * self.n * (both.get(k, l) + both.get(l, k))))
    }

    /// Wald's statistic of the weighted counts' distances from independence, by its degrees of freedom (Koch, Freeman and Freeman 1975).
    fn wald(&self) -> Option<f64> {
        let (cells, free) = (self.shares.len(), self.free());
        let own = |k: usize| (k / (self.across - 1), k % (self.across - 1));
        let slope = |k: usize, cell: usize| {
            let ((i, j), (a, b)) = (own(k), (cell / self.across, cell % self.across));
            let is = |yes: bool| f64::from(u8::from(yes));
            let (row, column) = (self.row_share(i), self.column_share(j));
            is(i == a && j == b) - is(i == a) * column - is(j == b) * row + row * column
        };
        let slopes: Vec<Vec<f64>> = (0..free).map(|k| (0..cells).map(|cell| slope(k, cell)).collect()).collect();
        let entry = |k: usize, cell: usize| slopes.get(k).and_then(|row| row.get(cell)).copied().unwrap_or_default();
        let matrix = Matrix::from_fn(free, |k, l| {
            let inner = |c: usize| (0..cells).map(|d| self.of_totals.get(c, d) * entry(l, d)).sum::<f64>();
            (0..cells).filter(|c| entry(k, *c) != 0.0).map(|c| entry(k, c) * inner(c)).sum()
        });
        let away = |(i, j): (usize, usize)| self.sum * (self.share(i, j) - self.row_share(i) * self.column_share(j));
        let distance: Vec<f64> = (0..free).map(own).map(away).collect();
        let factor = Cholesky::of(&matrix, |k| 1e-12 * matrix.get(k, k)).ok()?;
        let solved = factor.solve(&distance);
        Some(distance.iter().zip(&solved).map(|(a, b)| a * b).sum::<f64>() / free as f64)
    }

    /// The test; `None` where the design leaves no degrees of freedom or the shares have no variance.
    fn outcome(&self, statistic: ChiSquareStatistic) -> Option<Outcome> {
        let (free, degf) = (self.free() as f64, self.degf);
        if degf <= 0.0 {
            return None;
        }
        if matches!(statistic, ChiSquareStatistic::Wald | ChiSquareStatistic::AdjustedWald) {
            // With many cells and few clusters Wald's statistic is far too large; the adjusted one takes the degrees of
            // freedom that the cells use up from those of the design.
            let left = if statistic == ChiSquareStatistic::Wald { degf } else { degf - free + 1.0 };
            let value = self.wald()? * left / degf;
            return Some(Outcome { statistic: value, df1: free, df2: Some(left), p: f_tail(value, free, left)? });
        }
        let (pearson, effects) = (self.pearson(), self.effects()?);
        let (trace, of_square) = (effects.trace(), effects.times(&effects).trace());
        if trace.is_nan() || trace <= 0.0 {
            return None;
        }
        // Satterthwaite: the chi-square whose mean and variance are those of the weighted sum.
        let df1 = trace * trace / of_square;
        let df2 = df1 * degf;
        match statistic {
            ChiSquareStatistic::ChiSquare => {
                let p = chi_square_tail(pearson * free / trace, free)?;
                Some(Outcome { statistic: pearson, df1: free, df2: None, p })
            }
            ChiSquareStatistic::Saddlepoint => {
                let ours =
                    eigenvalues(&effects, self.free()).into_iter().map(|weight| ChiSquarePart { weight, df: 1.0 });
                // R takes whole degrees of freedom here.
                let against = ChiSquarePart { weight: -pearson / df2, df: libm::floor(df2) };
                let parts: Vec<ChiSquarePart> = ours.filter(|part| part.weight > 0.0).chain([against]).collect();
                let p = if pearson > 0.0 { sum_above_zero(&parts)? } else { 1.0 };
                Some(Outcome { statistic: pearson, df1, df2: Some(df2), p })
            }
            _ => {
                let value = pearson / trace;
                Some(Outcome { statistic: value, df1, df2: Some(df2), p: f_tail(value, df1, df2)? })
            }
        }
    }
}
