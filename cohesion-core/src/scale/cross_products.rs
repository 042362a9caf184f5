//! Means and cross-products of a set of items, row by row, mergeable.

use serde::{Deserialize, Serialize};

use crate::stat::is_count;

/// More items than this make no scale; it also bounds what bytes from outside can ask for.
const MOST_ITEMS: usize = 10_000;

/// Weighted sums and cross-products of items over the rows that answered all of them.
///
/// They are kept about a shift that moves to the mean whenever the number of rows reaches a power of two and on every
/// merge: answers near 10^6 that vary by 1 lose nothing. Rows with a missing item are counted and otherwise left out;
/// rows of weight zero are left out altogether.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct CrossProducts {
    items: usize,
    n: u64,
    n_missing: u64,
    weight: f64,
    weight_squares: f64,
    lowest_weight: f64,
    highest_weight: f64,
    shift: Vec<f64>,
    /// Weighted sums about the shift.
    sums: Vec<f64>,
    /// Upper triangle of the weighted products about the shift, row by row: (0,0), (0,1), ..., (1,1), ...
    products: Vec<f64>,
}

impl CrossProducts {
    /// A summary of no rows of `items` items.
    pub fn new(items: usize) -> Self {
        Self {
            items,
            n: 0,
            n_missing: 0,
            weight: 0.0,
            weight_squares: 0.0,
            lowest_weight: f64::MAX,
            highest_weight: 0.0,
            shift: vec![0.0; items],
            sums: vec![0.0; items],
            products: vec![0.0; items * (items + 1) / 2],
        }
    }

    /// Number of items.
    pub fn items(&self) -> usize {
        self.items
    }

    /// Rows that answered every item.
    pub fn n(&self) -> u64 {
        self.n
    }

    /// Rows with a missing item.
    pub fn n_missing(&self) -> u64 {
        self.n_missing
    }

    /// Whether every complete row has the same weight.
    pub fn equally_weighted(&self) -> bool {
        self.lowest_weight >= self.highest_weight
    }

    /// The number of equally weighted rows with the same precision (Kish): n itself where weights are equal.
    pub fn effective_n(&self) -> f64 {
        if self.equally_weighted() { self.n as f64 } else { self.weight * self.weight / self.weight_squares }
    }

    /// Adds one row; NaN is missing. Weights are finite and not negative.
    pub fn add_row(&mut self, row: &[f64], weight: f64) {
        // Who stands for nobody is neither an answer nor a missing one.
        if weight == 0.0 {
            return;
        }
        if row.len() != self.items || row.iter().any(|value| value.is_nan()) {
            self.n_missing += 1;
            return;
        }
        if self.n == 0 {
            self.shift.copy_from_slice(row);
        }
        self.n += 1;
        self.weight += weight;
        self.weight_squares += weight * weight;
        self.lowest_weight = self.lowest_weight.min(weight);
        self.highest_weight = self.highest_weight.max(weight);
        let mut products = self.products.iter_mut();
        for (i, ((value, shift), sum)) in row.iter().zip(&self.shift).zip(&mut self.sums).enumerate() {
            let weighted = weight * (value - shift);
            *sum += weighted;
            let others = row.iter().zip(&self.shift).skip(i).map(|(value, shift)| value - shift);
            // The other items first: a zip takes one element too many from its left side.
            for (other, product) in others.zip(products.by_ref()) {
                *product += weighted * other;
            }
        }
        // Centred again after 1, 2, 4, 8 rows: at a cost that is shared by all rows, sums stay near the mean even where
        // the first answer was far from it.
        if self.n.is_power_of_two() {
            self.centre();
        }
    }

    /// Adds what another summary of the same items holds.
    pub fn merge(&mut self, other: &Self) {
        self.n_missing += other.n_missing;
        if other.n == 0 || self.items != other.items {
            return;
        }
        // Both are centred first, so that a + b and b + a end in the same digits as nearly as can be.
        let mut other = other.clone();
        other.centre();
        self.centre();
        if self.n == 0 {
            self.shift.clone_from(&other.shift);
        }
        other.move_shift(&self.shift);
        for (own, theirs) in self.products.iter_mut().zip(&other.products) {
            *own += theirs;
        }
        for (own, theirs) in self.sums.iter_mut().zip(&other.sums) {
            *own += theirs;
        }
        self.n += other.n;
        self.weight += other.weight;
        self.weight_squares += other.weight_squares;
        self.lowest_weight = self.lowest_weight.min(other.lowest_weight);
        self.highest_weight = self.highest_weight.max(other.highest_weight);
        self.centre();
    }

    /// Moves the shift to the mean.
    fn centre(&mut self) {
        if self.n > 0 {
            let mean: Vec<f64> =
                self.shift.iter().zip(&self.sums).map(|(shift, sum)| shift + sum / self.weight).collect();
            self.move_shift(&mean);
        }
    }

    /// Moves the shift. What rounding keeps it from moving stays in the sums.
    fn move_shift(&mut self, to: &[f64]) {
        let by: Vec<f64> = to.iter().zip(&self.shift).map(|(to, shift)| to - shift).collect();
        let both: Vec<(f64, f64)> = by.iter().copied().zip(self.sums.iter().copied()).collect();
        let upper = both.iter().enumerate().flat_map(|(i, x)| both.iter().skip(i).map(move |y| (x, y)));
        for (product, ((by_x, sum_x), (by_y, sum_y))) in self.products.iter_mut().zip(upper) {
            *product += self.weight * by_x * by_y - by_x * sum_y - by_y * sum_x;
        }
        for (sum, by) in self.sums.iter_mut().zip(&by) {
            *sum -= self.weight * by;
        }
        self.shift.copy_from_slice(to);
    }

    /// The full matrix of weighted products about the mean, row by row: the covariance matrix up to a factor.
    pub fn centred(&self) -> Vec<f64> {
        let all = (0..self.items).flat_map(|i| (0..self.items).map(move |j| (i.min(j), i.max(j))));
        // Rows of the triangle above row i hold items, items - 1, ... entries.
        let place = |(i, j): (usize, usize)| i * (2 * self.items + 1 - i) / 2 + j - i;
        let sum = |item: usize| self.sums.get(item).copied().unwrap_or(0.0);
        let weight = if self.n == 0 { 1.0 } else { self.weight };
        let about_mean = |pair: (usize, usize)| {
            self.products.get(place(pair)).copied().unwrap_or(0.0) - sum(pair.0) * sum(pair.1) / weight
        };
        all.map(about_mean).collect()
    }

    /// Whether rows of `items` items can have given this: what bytes from outside must pass.
    pub fn is_consistent(&self, items: usize) -> bool {
        let lengths = items <= MOST_ITEMS
            && self.items == items
            && self.shift.len() == items
            && self.sums.len() == items
            && self.products.len() == items * (items + 1) / 2;
        let weights = [self.weight, self.weight_squares, self.lowest_weight, self.highest_weight];
        let numbers = weights.iter().chain(&self.shift).chain(&self.sums).chain(&self.products);
        let counted = [self.n, self.n_missing].into_iter().all(|count| is_count(count as f64));
        let possible = counted && weights.iter().all(|weight| *weight >= 0.0) && (self.n == 0) == (self.weight == 0.0);
        lengths && possible && numbers.into_iter().all(|value| value.is_finite()) && self.has_squares()
    }

    /// Whether no item has a negative sum of squares, rounding aside.
    fn has_squares(&self) -> bool {
        let matrix = self.centred();
        let size = matrix.iter().fold(0.0_f64, |size, value| size.max(value.abs()));
        matrix.iter().step_by(self.items + 1).all(|square| *square >= -1e-9 * size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn summary(rows: &[[f64; 3]], weights: &[f64]) -> CrossProducts {
        let mut cross = CrossProducts::new(3);
        for (row, weight) in rows.iter().zip(weights) {
            cross.add_row(row, *weight);
        }
        cross
    }

    fn near(a: &CrossProducts, b: &CrossProducts) -> bool {
        let (left, right) = (a.centred(), b.centred());
        let size = left.iter().fold(1e-300_f64, |size, value| size.max(value.abs()));
        (a.n, a.n_missing) == (b.n, b.n_missing)
            && (a.weight - b.weight).abs() <= 1e-12 * a.weight
            && left.iter().zip(&right).all(|(x, y)| (x - y).abs() <= 1e-11 * size)
    }

    #[test]
    fn products_are_about_the_mean() {
        let cross = summary(&[[1.0, 2.0, 0.0], [2.0, 2.0, 1.0], [3.0, 5.0, f64::NAN], [3.0, 5.0, 5.0]], &[1.0; 4]);
        assert_eq!((cross.n(), cross.n_missing()), (3, 1));
        let expected = [2.0, 3.0, 5.0, 3.0, 6.0, 9.0, 5.0, 9.0, 14.0];
        assert!(cross.centred().iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12), "{:?}", cross.centred());
    }

    #[test]
    fn rows_of_weight_zero_are_not_there() {
        let cross = summary(&[[1.0; 3], [f64::NAN; 3], [2.0; 3]], &[1.0, 0.0, 0.0]);
        assert_eq!((cross.n(), cross.n_missing(), cross.equally_weighted()), (1, 0, true));
    }

    #[test]
    fn tampered_summaries_are_refused() {
        let good = summary(&[[1.0, 2.0, 3.0], [2.0, 1.0, 5.0]], &[1.0, 2.0]);
        assert!(
            good.is_consistent(3) && CrossProducts::new(3).is_consistent(3) && CrossProducts::new(0).is_consistent(0)
        );
        assert!(!good.is_consistent(2));
        let broken: [fn(&mut CrossProducts); 6] = [
            |cross| cross.products.truncate(5),
            |cross| cross.shift.push(0.0),
            |cross| cross.weight = f64::NAN,
            |cross| cross.weight = -1.0,
            |cross| cross.n = 0,
            |cross| cross.products.iter_mut().for_each(|product| *product = -5.0),
        ];
        for (at, breaks) in broken.iter().enumerate() {
            let mut cross = good.clone();
            breaks(&mut cross);
            assert!(!cross.is_consistent(3), "{at}");
        }
    }

    proptest! {
        #[test]
        fn the_order_of_merging_does_not_matter(
            rows in prop::collection::vec(prop::array::uniform3(-5.0..5.0), 1..60),
            cut in 0_usize..60,
            offset in prop::sample::select(vec![0.0, 1e6]),
        ) {
            let rows: Vec<[f64; 3]> = rows.iter().map(|row| row.map(|value| value + offset)).collect();
            let weights: Vec<f64> = (0..rows.len()).map(|at| 1.0 + (at % 3) as f64).collect();
            let cut = cut.min(rows.len());
            let all = summary(&rows, &weights);
            let parts = (summary(&rows[..cut], &weights[..cut]), summary(&rows[cut..], &weights[cut..]));
            let (mut forth, mut back) = (parts.0.clone(), parts.1.clone());
            forth.merge(&parts.1);
            back.merge(&parts.0);
            prop_assert!(near(&all, &forth) || rows.len() == 1);
            prop_assert!(near(&all, &back) || rows.len() == 1);
        }

        #[test]
        fn a_shift_of_a_million_changes_nothing(rows in prop::collection::vec(prop::array::uniform3(1_i32..8), 2..200)) {
            let small: Vec<[f64; 3]> = rows.iter().map(|row| row.map(f64::from)).collect();
            let large: Vec<[f64; 3]> = small.iter().map(|row| row.map(|value| value + 1e6)).collect();
            let weights = vec![1.0; rows.len()];
            prop_assert!(near(&summary(&small, &weights), &summary(&large, &weights)));
        }
    }
}
