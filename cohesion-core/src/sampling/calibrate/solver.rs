//! Weights nearest to the design weights that meet totals: Newton's method on the dual (Deville and Särndal 1992).
//!
//! With design weights d and auxiliaries x the calibrated weights are d F(x'l), where F follows from the distance and l
//! solves `sum d F(x'l) x = T`. The solution minimises the convex `sum d H(x'l) - l'T` with H' = F, so that steps that do
//! not lower it are halved, with and without bounds.

use crate::stat::{Cholesky, Matrix, at};

/// How often the solution may be bettered.
const MAX_STEPS: usize = 200;
/// A total is met to the last digit where what is missing is this part of it.
const MET: f64 = 1e-16;
/// From here on a step must bring a total nearer.
const NEAR: f64 = 1e-11;
/// What rounding leaves of a total that is met.
const ROUNDING: f64 = 1e-9;
/// A column is a combination of earlier ones where less than this part of it is its own.
const OWN_PART: f64 = 1e-10;

/// The distance from the design weights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Distance {
    /// F(u) = 1 + u.
    Linear,
    /// F(u) = exp(u).
    Exponential,
    /// Between the two bounds, F(u) a logistic curve with F(0) = 1.
    Logit(f64, f64),
}

impl Distance {
    /// F, its derivative and its integral H, with H(0) whatever it is.
    fn at(self, u: f64) -> (f64, f64, f64) {
        match self {
            Self::Linear => (1.0 + u, 1.0, u + u * u / 2.0),
            Self::Exponential => {
                let e = libm::exp(u);
                (e, e, e)
            }
            Self::Logit(low, high) => {
                let a = (high - low) / ((1.0 - low) * (high - 1.0));
                // (high - 1) + (1 - low) e^(a u), without overflow.
                let (size, e) = (a * u, libm::exp(-(a * u).abs()));
                let (p, q) = if size > 0.0 { ((high - 1.0) * e, 1.0 - low) } else { (high - 1.0, (1.0 - low) * e) };
                let share = q / (p + q);
                let integral = low * u + (high - low) / a * (size.max(0.0) + libm::log(p + q));
                (low + (high - low) * share, (high - low) * a * share * (1.0 - share), integral)
            }
        }
    }

    /// The same with F kept between `low` and `high`.
    fn within(self, u: f64, low: f64, high: f64) -> (f64, f64, f64) {
        let (f, slope, integral) = self.at(u);
        if (low..=high).contains(&f) {
            return (f, slope, integral);
        }
        // Beyond a bound the factor stays there, and H goes on as a straight line: the objective stays convex, which
        // the steps rely on.
        let bound = if f < low { low } else { high };
        let end = self.inverse(bound);
        let (_, _, at_end) = self.at(end);
        (bound, 0.0, at_end + bound * (u - end))
    }

    /// The u where F is `value`; outside its range the nearest that a number can hold.
    fn inverse(self, value: f64) -> f64 {
        match self {
            Self::Linear => value - 1.0,
            Self::Exponential => libm::log(value.max(f64::MIN_POSITIVE)),
            Self::Logit(low, high) => {
                let a = (high - low) / ((1.0 - low) * (high - 1.0));
                let odds = (value - low).max(f64::MIN_POSITIVE) / (high - value).max(f64::MIN_POSITIVE);
                libm::log(odds * (high - 1.0) / (1.0 - low)) / a
            }
        }
    }
}

/// The auxiliaries of cells: rows that share them. Each cell has one column per set of groups, where it counts 1, and
/// numbers for the last columns.
#[derive(Clone, Debug, Default)]
pub(crate) struct Auxiliaries {
    /// How many columns there are.
    pub width: usize,
    /// How many sets of groups there are.
    pub sets: usize,
    /// The column of each cell in each set, cell after cell.
    pub places: Vec<u32>,
    /// How many columns of numbers there are.
    pub count: usize,
    /// The numbers of each cell, cell after cell.
    pub numbers: Vec<f64>,
}

impl Auxiliaries {
    fn places(&self, cell: usize) -> &[u32] {
        self.places.get(cell * self.sets..(cell + 1) * self.sets).unwrap_or_default()
    }

    fn numbers(&self, cell: usize) -> &[f64] {
        self.numbers.get(cell * self.count..(cell + 1) * self.count).unwrap_or_default()
    }

    /// The columns of a cell that are not 0, and what stands there.
    pub fn entries(&self, cell: usize) -> impl Iterator<Item = (usize, f64)> + Clone {
        let first = self.width - self.count;
        let groups = self.places(cell).iter().map(|place| (*place as usize, 1.0));
        groups.chain(self.numbers(cell).iter().enumerate().map(move |(k, x)| (first + k, *x)))
    }

    /// x'b of a cell.
    pub fn dot(&self, cell: usize, b: &[f64]) -> f64 {
        self.entries(cell).map(|(column, x)| x * at(b, column)).sum()
    }

    /// `sum weight x` over the cells.
    pub fn totals(&self, weights: &[f64]) -> Vec<f64> {
        let mut totals = vec![0.0; self.width];
        for (cell, weight) in weights.iter().enumerate() {
            self.add_to(&mut totals, cell, *weight);
        }
        totals
    }

    /// Adds weight x of a cell.
    pub fn add_to(&self, totals: &mut [f64], cell: usize, weight: f64) {
        for (column, x) in self.entries(cell) {
            if let Some(total) = totals.get_mut(column) {
                *total += weight * x;
            }
        }
    }

    /// The factor of `sum weight x x'`.
    pub fn gram(&self, weights: &[f64]) -> Gram {
        // Groups of one margin do not overlap: the matrix is diagonal, and a margin may have thousands of groups.
        if self.sets == 1 && self.count == 0 {
            return Gram::Groups(self.totals(weights));
        }
        let mut matrix = Matrix::zeros(self.width);
        for (cell, weight) in weights.iter().enumerate().filter(|(_, weight)| **weight != 0.0) {
            let entries = self.entries(cell);
            for (i, x) in entries.clone() {
                for (j, y) in entries.clone() {
                    matrix.add(i, j, weight * x * y);
                }
            }
        }
        let diagonal: Vec<f64> = (0..self.width).map(|j| matrix.get(j, j)).collect();
        // The last group of every margin but the first follows from the others: columns that others make up are
        // expected, not a fault.
        let (factor, skipped) = Cholesky::skipping(&matrix, |j| OWN_PART * at(&diagonal, j));
        Gram::Dense { factor, skipped }
    }
}

/// `sum weight x x'`, ready to be solved. Columns that are combinations of others have the coefficient 0.
#[derive(Clone, Debug)]
pub(crate) enum Gram {
    /// One set of groups: the sums of the groups.
    Groups(Vec<f64>),
    Dense {
        factor: Cholesky,
        /// For each column that is a combination of earlier ones, what it is made of.
        skipped: Vec<Option<Vec<f64>>>,
    },
}

impl Gram {
    /// b with `(sum weight x x') b = right`.
    pub fn solve(&self, right: &[f64]) -> Vec<f64> {
        match self {
            Self::Groups(sums) => {
                // A group without weight has nothing to be multiplied.
                right.iter().zip(sums).map(|(right, sum)| if *sum > 0.0 { right / sum } else { 0.0 }).collect()
            }
            Self::Dense { factor, skipped } => {
                let kept = right.iter().zip(skipped).map(|(right, made)| if made.is_some() { 0.0 } else { *right });
                factor.solve(&kept.collect::<Vec<f64>>())
            }
        }
    }

    /// Whether a column stands for itself.
    pub fn keeps(&self, column: usize) -> bool {
        match self {
            Self::Groups(sums) => sums.get(column).is_some_and(|sum| *sum > 0.0),
            Self::Dense { skipped, .. } => skipped.get(column).is_some_and(Option::is_none),
        }
    }

    /// The columns that are combinations of earlier ones, and of which.
    pub fn made(&self) -> impl Iterator<Item = (usize, &Vec<f64>)> {
        let skipped = match self {
            Self::Groups(_) => &[][..],
            Self::Dense { skipped, .. } => skipped.as_slice(),
        };
        skipped.iter().enumerate().filter_map(|(column, made)| Some((column, made.as_ref()?)))
    }
}

/// What is asked: totals, and how far each cell's weight may be multiplied.
pub(crate) struct Problem<'p> {
    pub auxiliaries: &'p Auxiliaries,
    /// The design weight of each cell.
    pub weights: &'p [f64],
    pub totals: &'p [f64],
    pub distance: Distance,
    /// Least and most of F: one pair for all cells, or one per cell.
    pub bounds: &'p [(f64, f64)],
    /// The columns that stand for themselves under the design weights.
    pub gram: &'p Gram,
}

/// The factors found.
#[derive(Clone, Debug)]
pub(crate) struct Solution {
    /// What the weight of each cell is multiplied by.
    pub factors: Vec<f64>,
    /// How many steps it took.
    pub steps: usize,
    /// The columns whose totals are not met, and what stands there; empty where all are.
    pub missed: Vec<(usize, f64)>,
}

/// Where a step stands.
struct State {
    factors: Vec<f64>,
    slopes: Vec<f64>,
    /// What the totals lack.
    lacking: Vec<f64>,
    /// The function that is minimised.
    objective: f64,
}

impl Problem<'_> {
    fn bounds(&self, cell: usize) -> (f64, f64) {
        let all = || self.bounds.first().copied().unwrap_or((f64::NEG_INFINITY, f64::INFINITY));
        if self.bounds.len() > 1 { self.bounds.get(cell).copied().unwrap_or_else(all) } else { all() }
    }

    fn state(&self, multipliers: &[f64]) -> State {
        let cells = self.weights.len();
        let mut state = State {
            factors: Vec::with_capacity(cells),
            slopes: Vec::with_capacity(cells),
            lacking: self.totals.to_vec(),
            objective: -multipliers.iter().zip(self.totals).map(|(a, b)| a * b).sum::<f64>(),
        };
        for (cell, weight) in self.weights.iter().enumerate() {
            let (low, high) = self.bounds(cell);
            let (factor, slope, integral) = self.distance.within(self.auxiliaries.dot(cell, multipliers), low, high);
            self.auxiliaries.add_to(&mut state.lacking, cell, -weight * factor);
            state.objective += weight * integral;
            state.factors.push(factor);
            state.slopes.push(weight * slope);
        }
        state
    }

    /// How large each column's total is, so that what is missing can be judged.
    fn sizes(&self) -> Vec<f64> {
        let mut sizes: Vec<f64> = self.totals.iter().map(|total| total.abs()).collect();
        for (cell, weight) in self.weights.iter().enumerate() {
            for (column, x) in self.auxiliaries.entries(cell) {
                if let Some(size) = sizes.get_mut(column) {
                    // A total near 0 of large numbers cannot be met to parts of itself, only to parts of what is added
                    // up.
                    *size = size.max((weight * x).abs());
                }
            }
        }
        sizes
    }

    /// The largest part of a total that is missing.
    fn worst(&self, state: &State, sizes: &[f64]) -> f64 {
        let part = |(column, (lacking, size)): (usize, (&f64, &f64))| {
            if self.gram.keeps(column) { lacking.abs() / size.max(f64::MIN_POSITIVE) } else { 0.0 }
        };
        let worst = state.lacking.iter().zip(sizes).enumerate().map(part).fold(0.0, f64::max);
        if state.objective.is_finite() { worst } else { f64::INFINITY }
    }

    /// The factors that meet the totals, from `start` where multipliers of a similar problem are known.
    pub fn solve(&self) -> Solution {
        let sizes = self.sizes();
        // All factors 1: the design weights themselves.
        let mut multipliers = vec![0.0; self.totals.len()];
        let mut state = self.state(&multipliers);
        let mut worst = self.worst(&state, &sizes);
        let mut steps = 0;
        while worst > MET && steps < MAX_STEPS {
            let step = self.step(&state);
            let Some((next, better)) = self.shortened(&multipliers, &step, &state, worst, &sizes) else { break };
            let left = self.worst(&better, &sizes);
            // The last digits: a step that gains nothing is not taken.
            if worst <= NEAR && left >= worst {
                break;
            }
            (multipliers, state, worst) = (next, better, left);
            steps += 1;
        }
        let missed = if worst <= ROUNDING { Vec::new() } else { self.missed(&state, &sizes) };
        Solution { factors: state.factors, steps, missed }
    }

    /// Newton's step; where bounds leave a column without slope, that of the design weights stands in by a small part.
    fn step(&self, state: &State) -> Vec<f64> {
        let gram = self.auxiliaries.gram(&state.slopes);
        if (0..self.totals.len()).all(|column| gram.keeps(column) || !self.gram.keeps(column)) {
            return gram.solve(&self.kept(&state.lacking));
        }
        // Where all rows of a group stand at a bound the matrix has no entry for it and Newton's step is not defined; a
        // small share of the first matrix gives a direction, and the step is shortened anyway.
        let slopes: Vec<f64> = state.slopes.iter().zip(self.weights).map(|(slope, d)| slope + 1e-3 * d).collect();
        self.auxiliaries.gram(&slopes).solve(&self.kept(&state.lacking))
    }

    fn kept(&self, right: &[f64]) -> Vec<f64> {
        right.iter().enumerate().map(|(column, x)| if self.gram.keeps(column) { *x } else { 0.0 }).collect()
    }

    /// The whole step, or as much of it as lowers the objective; `None` where nothing does.
    fn shortened(
        &self,
        from: &[f64],
        step: &[f64],
        state: &State,
        worst: f64,
        sizes: &[f64],
    ) -> Option<(Vec<f64>, State)> {
        let slope: f64 = step.iter().zip(&state.lacking).map(|(step, lacking)| -step * lacking).sum();
        let mut part = 1.0;
        while part > 1e-10 {
            let next: Vec<f64> = from.iter().zip(step).map(|(value, step)| value + part * step).collect();
            let there = self.state(&next);
            // Armijo's rule: some of what the slope promised must come, or tiny gains could go on for ever.
            let lower = there.objective <= state.objective + 1e-4 * part * slope;
            // Near the end the objective is flat to rounding, and what is missing tells more.
            if there.objective.is_finite() && (lower || self.worst(&there, sizes) < 0.5 * worst) {
                return Some((next, there));
            }
            part /= 2.0;
        }
        None
    }

    /// The columns that are furthest from their totals, worst first.
    fn missed(&self, state: &State, sizes: &[f64]) -> Vec<(usize, f64)> {
        let part = |column: usize| {
            let size = sizes.get(column).copied().unwrap_or(1.0).max(f64::MIN_POSITIVE);
            state.lacking.get(column).map_or(0.0, |lacking| lacking.abs() / size)
        };
        let mut columns: Vec<usize> = (0..sizes.len()).filter(|column| part(*column) > ROUNDING).collect();
        columns.sort_by(|a, b| part(*b).total_cmp(&part(*a)));
        let stands = |column: usize| {
            let total = at(self.totals, column);
            total - at(&state.lacking, column)
        };
        columns.into_iter().map(|column| (column, stands(column))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two_by_two(distance: Distance, bounds: (f64, f64), totals: &[f64]) -> (Solution, Vec<f64>) {
        let auxiliaries =
            Auxiliaries { width: 4, sets: 2, places: vec![0, 2, 0, 3, 1, 2, 1, 3], ..Auxiliaries::default() };
        let weights = [10.0, 20.0, 30.0, 40.0];
        let gram = auxiliaries.gram(&weights);
        assert_eq!(gram.made().map(|(column, _)| column).collect::<Vec<_>>(), [3]);
        let problem =
            Problem { auxiliaries: &auxiliaries, weights: &weights, totals, distance, bounds: &[bounds], gram: &gram };
        let solution = problem.solve();
        let calibrated: Vec<f64> = solution.factors.iter().zip(weights).map(|(g, d)| g * d).collect();
        let totals = auxiliaries.totals(&calibrated);
        (solution, totals)
    }

    #[test]
    fn every_distance_meets_the_totals() {
        let totals = [35.0, 65.0, 45.0, 55.0];
        let free = (f64::NEG_INFINITY, f64::INFINITY);
        for (distance, bounds) in [
            (Distance::Linear, free),
            (Distance::Exponential, free),
            (Distance::Logit(0.8, 1.35), free),
            (Distance::Linear, (0.8, 1.25)),
            (Distance::Exponential, (0.8, 1.25)),
        ] {
            let (solution, found) = two_by_two(distance, bounds, &totals);
            assert!(solution.missed.is_empty(), "{distance:?} {solution:?}");
            for (found, total) in found.iter().zip(totals) {
                assert!((found - total).abs() < 1e-9, "{distance:?} {found} {total}");
            }
            assert!(solution.factors.iter().all(|g| *g >= bounds.0 - 1e-12 && *g <= bounds.1 + 1e-12));
        }
    }

    /// A raked table keeps its odds ratio.
    #[test]
    fn raking_keeps_the_odds_ratio() {
        let (solution, _) = two_by_two(Distance::Exponential, (0.0, f64::INFINITY), &[35.0, 65.0, 45.0, 55.0]);
        let g = &solution.factors;
        assert!((g[0] * g[3] / (g[1] * g[2]) - 1.0).abs() < 1e-10);
    }

    #[test]
    fn what_cannot_be_met_is_named() {
        let (solution, _) = two_by_two(Distance::Exponential, (0.9, 1.1), &[60.0, 40.0, 40.0, 60.0]);
        assert!(!solution.missed.is_empty());
    }

    #[test]
    fn the_logit_curve_has_its_integral_and_slope() {
        let distance = Distance::Logit(0.4, 2.5);
        for u in [-3.0, -0.2, 0.0, 0.4, 2.0] {
            let h = 1e-5;
            let (f, slope, _) = distance.at(u);
            let (above, below) = (distance.at(u + h), distance.at(u - h));
            assert!(((above.2 - below.2) / (2.0 * h) - f).abs() < 1e-8);
            assert!(((above.0 - below.0) / (2.0 * h) - slope).abs() < 1e-8);
            assert!((distance.inverse(f) - u).abs() < 1e-9);
        }
        assert!((distance.at(0.0).0 - 1.0).abs() < 1e-15);
    }
}
