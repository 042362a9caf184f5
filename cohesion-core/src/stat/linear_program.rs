//! Linear and integer programmes of modest size: the smallest and largest value of a sum under linear conditions.
//!
//! Simplex on a dense dictionary with bounded variables (Dantzig 1963; the sum of infeasibilities as first objective, as in
//! Chvátal, Linear Programming, 1983, chapter 8), and branch and bound for whole numbers (Land and Doig 1960). Points are
//! found in floating point; a whole-number point counts only once every condition has been checked in integers.
#![allow(clippy::indexing_slicing, reason = "dense loops over a dictionary of fixed size")]

/// A sum of variables that lies between two ends.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Condition {
    /// Variable and coefficient; each variable once.
    pub terms: Vec<(usize, i64)>,
    pub low: Option<i64>,
    pub high: Option<i64>,
}

/// Whole numbers from 0 up under conditions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Programme {
    pub variables: usize,
    pub conditions: Vec<Condition>,
}

/// The smallest value of a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Smallest {
    /// A value that a point reaches and that no point goes below.
    Proven(i64),
    /// A value that a point reaches; the search for a smaller one was given up.
    Reached(i64),
    /// As small as one likes.
    Unbounded,
    /// No point fulfils the conditions.
    Infeasible,
    /// No point was found before the search was given up.
    Unknown,
}

const TOLERANCE: f64 = 1e-7;
/// Branches that are looked at before the search is given up.
const BRANCHES: usize = 400;

impl Programme {
    /// A dictionary at a point that fulfils the conditions; `None` where there is none or it was not found.
    pub fn start(&self) -> Start {
        let mut dictionary = Dictionary::new(self, &vec![(0.0, f64::INFINITY); self.variables]);
        match dictionary.make_feasible() {
            Outcome::Done => Start::At(Box::new(dictionary)),
            Outcome::Infeasible => Start::Infeasible,
            Outcome::Unbounded | Outcome::GivenUp => Start::GivenUp,
        }
    }

    /// The smallest value of `cost`, from a dictionary of [`Programme::start`].
    pub fn smallest(&self, start: &Start, cost: &[(usize, i64)]) -> Smallest {
        let dictionary = match start {
            Start::At(dictionary) => dictionary.as_ref().clone(),
            Start::Infeasible => return Smallest::Infeasible,
            Start::GivenUp => return Smallest::Unknown,
        };
        let mut search = Search { programme: self, cost, best: None, given_up: false, branches: 0, unbounded: false };
        search.explore(dictionary, &vec![(0.0, f64::INFINITY); self.variables]);
        match (search.unbounded, search.best, search.given_up) {
            (true, ..) => Smallest::Unbounded,
            (_, Some(best), false) => Smallest::Proven(best),
            (_, Some(best), true) => Smallest::Reached(best),
            (_, None, false) => Smallest::Infeasible,
            (_, None, true) => Smallest::Unknown,
        }
    }

    /// The value of `cost` at the whole numbers nearest to `point`, where they fulfil every condition exactly.
    fn whole(&self, point: &[f64], cost: &[(usize, i64)]) -> Option<i64> {
        if point.iter().any(|value| !value.is_finite() || value.abs() > 9e15) {
            return None;
        }
        let whole: Vec<i64> = point.iter().map(|value| libm::round(*value) as i64).collect();
        let sum = |terms: &[(usize, i64)]| -> i128 {
            terms.iter().map(|(place, by)| i128::from(*by) * i128::from(whole[*place])).sum()
        };
        let fits = |condition: &Condition| {
            let sum = sum(&condition.terms);
            condition.low.is_none_or(|low| sum >= i128::from(low))
                && condition.high.is_none_or(|high| sum <= i128::from(high))
        };
        let fits = whole.iter().all(|value| *value >= 0) && self.conditions.iter().all(fits);
        if fits { i64::try_from(sum(cost)).ok() } else { None }
    }
}

/// Where searches begin.
pub(crate) enum Start {
    At(Box<Dictionary>),
    Infeasible,
    GivenUp,
}

enum Outcome {
    Done,
    Infeasible,
    Unbounded,
    GivenUp,
}

struct Search<'p> {
    programme: &'p Programme,
    cost: &'p [(usize, i64)],
    best: Option<i64>,
    given_up: bool,
    unbounded: bool,
    branches: usize,
}

impl Search<'_> {
    /// Looks for smaller values from a feasible dictionary within `bounds`.
    fn explore(&mut self, mut dictionary: Dictionary, bounds: &[(f64, f64)]) {
        self.branches += 1;
        if self.branches > BRANCHES {
            self.given_up = true;
            return;
        }
        match dictionary.minimise(self.cost) {
            Outcome::Done => {}
            Outcome::Unbounded => {
                self.unbounded = true;
                return;
            }
            Outcome::Infeasible | Outcome::GivenUp => {
                self.given_up = true;
                return;
            }
        }
        let point = dictionary.point();
        let value: f64 = self.cost.iter().map(|(place, by)| *by as f64 * point[*place]).sum();
        // Objectives are whole numbers: a branch must promise at least one less than the best.
        if self.best.is_some_and(|best| value > best as f64 - 1.0 + 1e-6 * (1.0 + value.abs())) {
            return;
        }
        if let Some(value) = self.programme.whole(&point, self.cost) {
            self.best = Some(self.best.map_or(value, |best| best.min(value)));
        }
        let far = |value: f64| (value - libm::round(value)).abs();
        let split = (0..point.len()).filter(|place| far(point[*place]) > 1e-6);
        // The variable farthest from a whole number: both sides of the split change most.
        let Some(split) = split.max_by(|a, b| far(point[*a]).total_cmp(&far(point[*b]))) else {
            // A whole point that fails the exact check is a rounding of the solver's, and proves nothing.
            if self.programme.whole(&point, self.cost).is_none() {
                self.given_up = true;
            }
            return;
        };
        let floor = libm::floor(point[split]);
        for (low, high) in [(bounds[split].0, floor), (floor + 1.0, bounds[split].1)] {
            let mut inner = bounds.to_vec();
            inner[split] = (low, high);
            let mut dictionary = Dictionary::new(self.programme, &inner);
            match dictionary.make_feasible() {
                Outcome::Done => self.explore(dictionary, &inner),
                Outcome::Infeasible => {}
                Outcome::Unbounded | Outcome::GivenUp => self.given_up = true,
            }
            if self.unbounded {
                return;
            }
        }
    }
}

/// Basic variables as sums of the others: `basic = entries * others`. The sums of the conditions are variables too.
#[derive(Clone, Debug)]
pub(crate) struct Dictionary {
    width: usize,
    entries: Vec<f64>,
    basic: Vec<usize>,
    others: Vec<usize>,
    /// Of every variable; those of the programme first, then the sums.
    bounds: Vec<(f64, f64)>,
    values: Vec<f64>,
    structural: usize,
}

impl Dictionary {
    fn new(programme: &Programme, bounds: &[(f64, f64)]) -> Self {
        let (width, height) = (programme.variables, programme.conditions.len());
        let mut entries = vec![0.0; width * height];
        let mut bounds = bounds.to_vec();
        let mut values: Vec<f64> = bounds.iter().map(|bounds| bounds.0).collect();
        for (row, condition) in programme.conditions.iter().enumerate() {
            for (place, by) in &condition.terms {
                entries[row * width + place] += *by as f64;
            }
            // The sums of the conditions are variables with bounds themselves, so that a condition from both sides
            // needs one row.
            let low = condition.low.map_or(f64::NEG_INFINITY, |low| low as f64);
            bounds.push((low, condition.high.map_or(f64::INFINITY, |high| high as f64)));
            values.push(condition.terms.iter().map(|(place, by)| *by as f64 * values[*place]).sum());
        }
        let basic = (width..width + height).collect();
        Self { width, entries, basic, others: (0..width).collect(), bounds, values, structural: width }
    }

    /// The values of the programme's variables.
    fn point(&self) -> Vec<f64> {
        self.values[..self.structural].to_vec()
    }

    fn slack(&self, variable: usize) -> f64 {
        TOLERANCE * (1.0 + self.values[variable].abs())
    }

    /// -1 below its bounds, 1 above, 0 within.
    fn side(&self, variable: usize) -> f64 {
        let (low, high) = self.bounds[variable];
        let (value, slack) = (self.values[variable], self.slack(variable));
        if value < low - slack {
            -1.0
        } else if value > high + slack {
            1.0
        } else {
            0.0
        }
    }

    fn make_feasible(&mut self) -> Outcome {
        if self.bounds.iter().any(|(low, high)| low > high) {
            return Outcome::Infeasible;
        }
        self.run(None)
    }

    fn minimise(&mut self, cost: &[(usize, i64)]) -> Outcome {
        self.run(Some(cost))
    }

    /// How the objective changes with each of the others; `None` for the first objective where nothing is infeasible.
    fn gradient(&self, cost: Option<&[(usize, i64)]>) -> Option<Vec<f64>> {
        let mut gradient = vec![0.0; self.width];
        let mut add = |row: usize, by: f64| {
            let entries = &self.entries[row * self.width..(row + 1) * self.width];
            gradient.iter_mut().zip(entries).for_each(|(sum, entry)| *sum += by * entry);
        };
        let Some(cost) = cost else {
            let mut infeasible = false;
            for (row, variable) in self.basic.iter().enumerate() {
                let side = self.side(*variable);
                if side != 0.0 {
                    infeasible = true;
                    add(row, side);
                }
            }
            return infeasible.then_some(gradient);
        };
        let mut of = vec![0.0; self.values.len()];
        cost.iter().for_each(|(place, by)| of[*place] += *by as f64);
        for (row, variable) in self.basic.iter().enumerate() {
            if of[*variable] != 0.0 {
                add(row, of[*variable]);
            }
        }
        gradient.iter_mut().zip(&self.others).for_each(|(sum, variable)| *sum += of[*variable]);
        Some(gradient)
    }

    fn run(&mut self, cost: Option<&[(usize, i64)]>) -> Outcome {
        let size = self.basic.len() + self.width;
        // Steps of length 0 may go round in a circle for ever; after too many of them Bland's rule takes over, which
        // cannot.
        let mut still = 0;
        // Far more steps than most programmes take; who needs more is given up, and nothing is claimed of it.
        for _ in 0..200 + 40 * size {
            let Some(gradient) = self.gradient(cost) else { return Outcome::Done };
            let Some((entering, up)) = self.entering(&gradient, still > size) else {
                return if cost.is_some() { Outcome::Done } else { Outcome::Infeasible };
            };
            let Some((step, leaving)) = self.ratio(entering, up, still > size) else {
                return if cost.is_some() { Outcome::Unbounded } else { Outcome::GivenUp };
            };
            still = if step > TOLERANCE { 0 } else { still + 1 };
            self.advance(entering, if up { step } else { -step });
            if let Some((row, bound)) = leaving {
                self.values[self.basic[row]] = bound;
                self.pivot(row, entering);
            }
        }
        Outcome::GivenUp
    }

    /// Which of the others moves, and whether up; the first one where points do not move (Bland's rule).
    fn entering(&self, gradient: &[f64], first: bool) -> Option<(usize, bool)> {
        let mut best: Option<(usize, bool)> = None;
        for (place, slope) in gradient.iter().enumerate() {
            let variable = self.others[place];
            let (low, high) = self.bounds[variable];
            let value = self.values[variable];
            let up = *slope < 0.0;
            let room = if up { high - value } else { value - low };
            // A variable that already stands at its bound would make a step of length 0.
            if slope.abs() <= TOLERANCE || room <= TOLERANCE {
                continue;
            }
            let better = match best {
                None => true,
                Some((other, _)) if first => variable < self.others[other],
                Some((other, _)) => slope.abs() > gradient[other].abs(),
            };
            if better {
                best = Some((place, up));
            }
        }
        best
    }

    /// How far it may move, and the basic row that stops it with the bound it stops at.
    fn ratio(&self, entering: usize, up: bool, first: bool) -> Option<(f64, Option<(usize, f64)>)> {
        let (low, high) = self.bounds[self.others[entering]];
        let value = self.values[self.others[entering]];
        let mut step = if up { high - value } else { value - low };
        let mut leaving: Option<(usize, f64)> = None;
        let mut strength = 0.0;
        for (row, variable) in self.basic.iter().enumerate() {
            let entry = self.entries[row * self.width + entering];
            // A pivot this small would multiply the rounding of the whole table.
            if entry.abs() <= 1e-9 {
                continue;
            }
            let rising = (entry > 0.0) == up;
            let (low, high) = self.bounds[*variable];
            let side = self.side(*variable);
            let bound = match (rising, side < 0.0, side > 0.0) {
                (true, true, _) => low,
                (true, _, true) | (false, true, _) => continue,
                (false, _, true) => high,
                (true, ..) => high,
                (false, ..) => low,
            };
            if !bound.is_finite() {
                continue;
            }
            let reach = ((bound - self.values[*variable]) / entry).abs();
            let overshot = if rising { self.values[*variable] > bound } else { self.values[*variable] < bound };
            let reach = if overshot { 0.0 } else { reach };
            let tie = (reach - step).abs() <= 1e-9;
            let stronger = if first {
                leaving.is_some_and(|(other, _)| *variable < self.basic[other])
            } else {
                entry.abs() > strength
            };
            if reach < step - 1e-9 || (tie && stronger) {
                step = reach.min(step);
                leaving = Some((row, bound));
                strength = entry.abs();
            }
        }
        step.is_finite().then_some((step, leaving))
    }

    /// Moves one of the others by `by`.
    fn advance(&mut self, place: usize, by: f64) {
        self.values[self.others[place]] += by;
        for (row, variable) in self.basic.iter().enumerate() {
            self.values[*variable] += by * self.entries[row * self.width + place];
        }
    }

    /// The basic variable of `row` and the other at `place` change roles.
    fn pivot(&mut self, row: usize, place: usize) {
        let width = self.width;
        let pivot = self.entries[row * width + place];
        let mut pivoted: Vec<f64> =
            self.entries[row * width..(row + 1) * width].iter().map(|entry| -entry / pivot).collect();
        pivoted[place] = 1.0 / pivot;
        for other in (0..self.basic.len()).filter(|other| *other != row) {
            let by = self.entries[other * width + place];
            if by == 0.0 {
                continue;
            }
            let entries = &mut self.entries[other * width..(other + 1) * width];
            entries[place] = 0.0;
            for (entry, add) in entries.iter_mut().zip(&pivoted) {
                *entry += by * add;
                // What should cancel leaves a rounding behind, which would be taken for a pivot later.
                if entry.abs() < 1e-11 {
                    *entry = 0.0;
                }
            }
        }
        self.entries[row * width..(row + 1) * width].copy_from_slice(&pivoted);
        std::mem::swap(&mut self.basic[row], &mut self.others[place]);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn equals(terms: &[(usize, i64)], sum: i64) -> Condition {
        Condition { terms: terms.to_vec(), low: Some(sum), high: Some(sum) }
    }

    fn ends(programme: &Programme, cost: &[(usize, i64)]) -> (Smallest, Smallest) {
        let start = programme.start();
        let negated: Vec<(usize, i64)> = cost.iter().map(|(place, by)| (*place, -by)).collect();
        let largest = match programme.smallest(&start, &negated) {
            Smallest::Proven(value) => Smallest::Proven(-value),
            other => other,
        };
        (programme.smallest(&start, cost), largest)
    }

    #[test]
    fn a_two_by_two_table_has_frechets_bounds() {
        // Rows 7 and 5, columns 8 and 4: the first cell lies between max(0, 7 + 8 - 12) and min(7, 8).
        let conditions = vec![
            equals(&[(0, 1), (1, 1)], 7),
            equals(&[(2, 1), (3, 1)], 5),
            equals(&[(0, 1), (2, 1)], 8),
            equals(&[(1, 1), (3, 1)], 4),
        ];
        let programme = Programme { variables: 4, conditions };
        assert_eq!(ends(&programme, &[(0, 1)]), (Smallest::Proven(3), Smallest::Proven(7)));
    }

    #[test]
    fn whole_numbers_are_narrower_than_fractions() {
        // x0 + x1 = x1 + x2 = x0 + x2 = 1 has only the point of halves.
        let conditions = vec![equals(&[(0, 1), (1, 1)], 1), equals(&[(1, 1), (2, 1)], 1), equals(&[(0, 1), (2, 1)], 1)];
        let programme = Programme { variables: 3, conditions };
        assert_eq!(ends(&programme, &[(0, 1)]), (Smallest::Infeasible, Smallest::Infeasible));
    }

    #[test]
    fn what_nothing_bounds_is_unbounded() {
        let programme =
            Programme { variables: 2, conditions: vec![Condition { terms: vec![(0, 1)], low: Some(2), high: None }] };
        assert_eq!(ends(&programme, &[(0, 1)]), (Smallest::Proven(2), Smallest::Unbounded));
    }

    proptest! {
        /// Against every point of a small box.
        #[test]
        fn as_enumeration_says(
            rows in proptest::collection::vec((proptest::collection::vec(-1_i64..3, 4), 0_i64..7, 0_i64..3), 1..5),
            cost in proptest::collection::vec(-1_i64..2, 4),
        ) {
            let sparse = |row: &[i64]| row.iter().enumerate().filter(|(_, by)| **by != 0).map(|(p, by)| (p, *by)).collect::<Vec<_>>();
            let mut conditions: Vec<Condition> = rows
                .iter()
                .map(|(row, low, width)| Condition { terms: sparse(row), low: Some(*low), high: Some(low + width) })
                .collect();
            conditions.extend((0..4).map(|place| Condition { terms: vec![(place, 1)], low: None, high: Some(4) }));
            let programme = Programme { variables: 4, conditions };
            let mut seen: Vec<i64> = Vec::new();
            for code in 0..625_i64 {
                let point = [code % 5, code / 5 % 5, code / 25 % 5, code / 125];
                let sum = |terms: &[(usize, i64)]| terms.iter().map(|(place, by)| by * point[*place]).sum::<i64>();
                if programme.conditions.iter().all(|c| c.low.is_none_or(|low| sum(&c.terms) >= low) && c.high.is_none_or(|high| sum(&c.terms) <= high)) {
                    seen.push(sum(&sparse(&cost)));
                }
            }
            let expected = match (seen.iter().min(), seen.iter().max()) {
                (Some(low), Some(high)) => (Smallest::Proven(*low), Smallest::Proven(*high)),
                _ => (Smallest::Infeasible, Smallest::Infeasible),
            };
            prop_assert_eq!(ends(&programme, &sparse(&cost)), expected);
        }
    }
}
