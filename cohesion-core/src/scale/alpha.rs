//! Cronbach's alpha and the statistics of its items.

use super::cross_products::CrossProducts;
use crate::estimate::texts as common;
use crate::estimate::{Estimate, Grade, Interval, IntervalMethod, Note, Reliability};
use crate::scale::texts;
use crate::stat::f_quantile;

/// How the figure and its interval are made.
const METHOD: &str = "cronbach_alpha_complete_rows";
/// A variance below this share of the size of its terms is none.
const NOTHING: f64 = 1e-12;
/// Fewer complete rows give no alpha.
const FEWEST: u64 = 3;

/// Cronbach's alpha (Cronbach 1951) of k items over complete rows:
/// k / (k - 1) * (1 - sum of the items' variances / variance of their sum), from the weighted covariances.
///
/// The interval is Feldt's (1965), from F with n - 1 and (n - 1)(k - 1) degrees of freedom, at confidence `level`. The
/// standard error is that of Duhachek and Iacobucci (2004). For a `complex` sample (strata, clusters) or unequal weights
/// there is no standard error, and the interval carries [`NoteCode::ALPHA_IGNORES_DESIGN`].
///
/// Not estimable: one item, fewer than three complete rows, items of which none varies, and items whose sum never
/// varies. `names` are those of the items, for the notes.
pub(crate) fn alpha(cross: &CrossProducts, names: &[String], complex: bool, level: f64) -> Estimate {
    let matrix = Matrix { items: cross.items(), values: cross.centred() };
    match obstacle(cross, &matrix, names) {
        Some(reason) => Estimate::not_estimable(METHOD, cross.n(), cross.n_missing(), reason),
        None => estimate(cross, &matrix, names, complex || !cross.equally_weighted(), level),
    }
}

/// Alpha from the variances of the items, summed, and the variance of their sum.
pub(crate) fn of_variances(items: usize, own: f64, whole: f64) -> f64 {
    let items = items as f64;
    // The sum of k equal items has k squared times the variance of one: without the factor alpha would end at 1 - 1 / k.
    items / (items - 1.0) * (1.0 - own / whole)
}

/// Why there is no alpha.
fn obstacle(cross: &CrossProducts, matrix: &Matrix, names: &[String]) -> Option<Note> {
    if matrix.items < 2 {
        return Some(Note::not_estimable(texts::one_item(), ""));
    }
    if cross.n() < FEWEST {
        return Some(Note::not_estimable(texts::too_few_complete(cross.n()), ""));
    }
    if matrix.diagonal().all(|square| square <= 0.0) {
        let first = names.first().cloned().unwrap_or_default();
        return Some(Note::not_estimable(texts::constant_item(first), ""));
    }
    // Items that cancel each other out: alpha would be minus infinity.
    matrix.alpha().is_none().then(|| Note::not_estimable(texts::negative_alpha(), ""))
}

fn estimate(cross: &CrossProducts, matrix: &Matrix, names: &[String], complex: bool, level: f64) -> Estimate {
    let value = matrix.alpha();
    let n = cross.n() as f64;
    Estimate {
        value,
        se: if complex { None } else { matrix.standard_error(n) },
        df: Some(n - 1.0),
        n: cross.n(),
        n_missing: cross.n_missing(),
        n_eff: Some(cross.effective_n()),
        interval: value.and_then(|value| feldt(value, n, matrix.items as f64, level)),
        reliability: Some(reliability(cross.effective_n(), n - 1.0)),
        method: METHOD.to_owned(),
        notes: notes(matrix, names, value, complex),
        ..Estimate::default()
    }
}

/// Feldt's interval: (1 - alpha) over (1 - its estimate) has an F distribution.
fn feldt(alpha: f64, n: f64, items: f64, level: f64) -> Option<Interval> {
    let (df1, df2) = (n - 1.0, (n - 1.0) * (items - 1.0));
    let tail = (1.0 - level) / 2.0;
    Some(Interval {
        low: 1.0 - (1.0 - alpha) * f_quantile(1.0 - tail, df1, df2)?,
        high: 1.0 - (1.0 - alpha) * f_quantile(tail, df1, df2)?,
        level,
        method: IntervalMethod::Feldt,
    })
}

fn reliability(n_eff: f64, df: f64) -> Reliability {
    let reason = if n_eff < 30.0 {
        Some("effective_n")
    } else if df < 8.0 {
        Some("df")
    } else {
        None
    };
    let grade = if reason.is_some() { Grade::Review } else { Grade::Reliable };
    Reliability { grade, rule: "effective_n_30".to_owned(), reason: reason.map(str::to_owned) }
}

fn notes(matrix: &Matrix, names: &[String], alpha: Option<f64>, complex: bool) -> Vec<Note> {
    let mut notes = Vec::new();
    if complex {
        notes.push(Note::warning(common::alpha_ignores_design(), ""));
    }
    if alpha.is_some_and(|alpha| alpha < 0.0) {
        notes.push(Note::warning(texts::negative_alpha(), ""));
    }
    for (at, item) in names.iter().enumerate() {
        let path = format!("items[{at}]");
        match matrix.rest_correlation(at) {
            _ if matrix.get(at, at) <= 0.0 => {
                notes.push(Note::warning(texts::constant_item(item), path));
            }
            Some(correlation) if correlation < 0.0 => {
                notes.push(Note::warning(texts::item_runs_against(item, correlation), path));
            }
            _ => {}
        }
    }
    notes
}

/// Products of items about their means: the covariance matrix up to a factor, on which no statistic here depends.
struct Matrix {
    items: usize,
    values: Vec<f64>,
}

impl Matrix {
    /// The matrix of the other items.
    fn without(&self, item: usize) -> Self {
        let kept = |at: &usize| *at != item;
        let all = (0..self.items).filter(kept).flat_map(|i| (0..self.items).filter(kept).map(move |j| (i, j)));
        Self { items: self.items.saturating_sub(1), values: all.map(|(i, j)| self.get(i, j)).collect() }
    }

    fn get(&self, i: usize, j: usize) -> f64 {
        self.values.get(i * self.items + j).copied().unwrap_or(0.0)
    }

    fn diagonal(&self) -> impl Iterator<Item = f64> {
        (0..self.items).map(|at| self.get(at, at))
    }

    fn row_sum(&self, row: usize) -> f64 {
        (0..self.items).map(|column| self.get(row, column)).sum()
    }

    /// Variance of the sum of all items; `None` where that is no more than rounding.
    fn total(&self) -> Option<f64> {
        let total: f64 = self.values.iter().sum();
        let size: f64 = self.values.iter().map(|value| value.abs()).sum();
        (total > NOTHING * size).then_some(total)
    }

    fn alpha(&self) -> Option<f64> {
        let total = self.total().filter(|_| self.items > 1)?;
        Some(of_variances(self.items, self.diagonal().sum(), total))
    }

    /// Correlation of an item with the sum of the others.
    fn rest_correlation(&self, item: usize) -> Option<f64> {
        let own = self.get(item, item);
        let rest = self.without(item).total()?;
        (own > 0.0).then(|| (self.row_sum(item) - own) / (own * rest).sqrt())
    }

    /// Duhachek and Iacobucci (2004), equations 1 and 2, over n.
    fn standard_error(&self, n: f64) -> Option<f64> {
        let items = self.items as f64;
        let total = self.total()?;
        let trace: f64 = self.diagonal().sum();
        let trace_of_square: f64 = self.values.iter().map(|value| value * value).sum();
        let total_of_square: f64 = (0..self.items).map(|row| self.row_sum(row).powi(2)).sum();
        let spread = total * (trace_of_square + trace * trace) - 2.0 * trace * total_of_square;
        let variance = 2.0 * items * items / ((items - 1.0).powi(2) * total.powi(3)) * spread;
        Some((variance.max(0.0) / n).sqrt())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::{NoteCode, NoteValue};
    use proptest::prelude::*;

    const SOMERVILLE: &str = include_str!("../../tests/vectors/data/somerville.csv");

    fn names(items: usize) -> Vec<String> {
        (1..=items).map(|item| format!("X{item}")).collect()
    }

    fn cross(rows: &[Vec<f64>], weights: &[f64]) -> CrossProducts {
        let mut cross = CrossProducts::new(rows[0].len());
        for (row, weight) in rows.iter().zip(weights) {
            cross.add_row(row, *weight);
        }
        cross
    }

    fn of(rows: &[Vec<f64>]) -> Estimate {
        alpha(&cross(rows, &vec![1.0; rows.len()]), &names(rows[0].len()), false, 0.95)
    }

    fn codes(estimate: &Estimate) -> Vec<NoteCode> {
        estimate.notes.iter().map(|note| note.code.clone()).collect()
    }

    fn near(a: Option<f64>, b: f64) {
        assert!((a.unwrap() - b).abs() <= 1e-12 * b.abs(), "{a:?} instead of {b}");
    }

    /// The answers X1 to X6 of the Somerville survey, without D.
    fn somerville() -> Vec<Vec<f64>> {
        let row = |line: &str| line.split(',').skip(1).map(|cell| cell.trim().parse().unwrap()).collect();
        SOMERVILLE.lines().skip(1).map(row).collect()
    }

    /// R 4.2.2, psych 2.2.9: `alpha(X1..X6)`, `alpha.ci(n.obs = 143, n.var = 6)`, `item.stats$r.drop`, `alpha.drop`.
    #[test]
    fn somerville_as_psych_has_it() {
        let estimate = of(&somerville());
        near(estimate.value, 0.6064800165095962);
        near(estimate.se, 0.050944850150180174);
        let interval = estimate.interval.unwrap();
        near(Some(interval.low), 0.4974293705524524);
        near(Some(interval.high), 0.6985819456615843);
        assert_eq!((estimate.n, estimate.n_missing, estimate.n_eff), (143, 0, Some(143.0)));
        assert!(estimate.notes.is_empty());

        let cross = cross(&somerville(), &[1.0; 143]);
        let matrix = Matrix { items: 6, values: cross.centred() };
        let rest = [
            0.44068269322005954,
            0.12005102904152698,
            0.44576928153314077,
            0.3259251435170075,
            0.4156344755601558,
            0.36631039096706247,
        ];
        let without = [
            0.5305435861571086,
            0.6617508109980788,
            0.5160515032065937,
            0.5677771775678266,
            0.5272394893042225,
            0.5539952312298991,
        ];
        for item in 0..6 {
            near(matrix.rest_correlation(item), rest[item]);
            near(matrix.without(item).alpha(), without[item]);
        }
    }

    #[test]
    fn what_cannot_be_estimated_says_why() {
        let reason = |rows: &[Vec<f64>]| of(rows).reason.unwrap().code;
        assert_eq!(reason(&[vec![1.0], vec![2.0], vec![3.0]]), NoteCode::ONE_ITEM);
        assert_eq!(reason(&[vec![1.0, 2.0], vec![2.0, 1.0], vec![3.0, f64::NAN]]), NoteCode::TOO_FEW_COMPLETE);
        assert_eq!(reason(&[vec![1.0, 2.0], vec![1.0, 2.0], vec![1.0, 2.0]]), NoteCode::CONSTANT_ITEM);
        assert_eq!(reason(&[vec![1.0, 5.0], vec![2.0, 4.0], vec![4.0, 2.0]]), NoteCode::NEGATIVE_ALPHA);
    }

    #[test]
    fn notes_name_the_item() {
        let estimate = of(&[
            vec![1.0, 1.0, 5.0, 2.0],
            vec![2.0, 3.0, 4.0, 2.0],
            vec![4.0, 4.0, 1.0, 2.0],
            vec![5.0, 5.0, 1.0, 2.0],
        ]);
        let found: Vec<(NoteCode, &str)> = estimate
            .notes
            .iter()
            .map(|note| (note.code.clone(), note.params.get("item").and_then(NoteValue::as_str).unwrap_or_default()))
            .collect();
        assert!(
            found.contains(&(NoteCode::ITEM_RUNS_AGAINST, "X3")) && found.contains(&(NoteCode::CONSTANT_ITEM, "X4")),
            "{found:?}"
        );
        let against = of(&[vec![1.0, 4.0, 2.0], vec![2.0, 4.0, 3.0], vec![3.0, 2.0, 2.0], vec![4.0, 1.0, 2.0]]);
        assert!(against.value.unwrap() < 0.0 && codes(&against).contains(&NoteCode::NEGATIVE_ALPHA));
    }

    #[test]
    fn weights_and_designs_are_said() {
        let rows = somerville();
        let weights: Vec<f64> = (0..rows.len()).map(|at| 1.0 + (at % 2) as f64).collect();
        let weighted = alpha(&cross(&rows, &weights), &names(6), false, 0.95);
        assert_eq!(codes(&weighted), [NoteCode::ALPHA_IGNORES_DESIGN]);
        assert!(weighted.se.is_none() && weighted.n_eff.unwrap() < 143.0);
        // A whole weight is a repeated row to the covariances.
        let repeated: Vec<Vec<f64>> =
            rows.iter().enumerate().flat_map(|(at, row)| vec![row.clone(); 1 + at % 2]).collect();
        near(weighted.value, of(&repeated).value.unwrap());
        let designed = alpha(&cross(&rows, &[2.0; 143]), &names(6), true, 0.95);
        assert_eq!(codes(&designed), [NoteCode::ALPHA_IGNORES_DESIGN]);
        near(designed.value, 0.6064800165095962);
    }

    proptest! {
        #[test]
        fn order_direction_and_place_do_not_matter(
            rows in prop::collection::vec(prop::collection::vec(1_i32..6, 4), 5..80),
            offset in prop::sample::select(vec![0.0, 1e6]),
        ) {
            let rows: Vec<Vec<f64>> = rows.iter().map(|row| row.iter().map(|value| f64::from(*value)).collect()).collect();
            let changed = |change: fn(&[f64], f64) -> Vec<f64>| rows.iter().map(|row| change(row, offset)).collect::<Vec<_>>();
            let plain = of(&rows);
            let rotated = of(&changed(|row, _| [&row[1..], &row[..1]].concat()));
            let reversed = of(&changed(|row, _| row.iter().map(|value| 6.0 - value).collect()));
            let shifted = of(&changed(|row, offset| row.iter().map(|value| value + offset).collect()));
            for other in [rotated, reversed, shifted] {
                match (plain.value, other.value) {
                    (Some(a), Some(b)) => prop_assert!((a - b).abs() <= 1e-9 * (1.0 + a.abs()), "{} {}", a, b),
                    (a, b) => prop_assert_eq!(a, b),
                }
            }
        }
    }
}
