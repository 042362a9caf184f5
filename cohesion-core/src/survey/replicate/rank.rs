//! The rank of replicate weights: their degrees of freedom plus one.

/// What remains of a row, relative to its largest number, counts as rounding below this (R's `degf` uses the same).
const TOLERANCE: f64 = 1e-5;

/// Rows in echelon form, added one at a time.
#[derive(Debug)]
pub(super) struct Rank {
    width: usize,
    /// Column of the pivot, and the row divided by it.
    rows: Vec<(usize, Vec<f64>)>,
}

impl Rank {
    /// No row yet; rows have `width` numbers.
    pub fn new(width: usize) -> Self {
        Self { width, rows: Vec::new() }
    }

    /// Whether no row can add to the rank.
    pub fn is_full(&self) -> bool {
        self.rows.len() == self.width
    }

    pub fn value(&self) -> usize {
        self.rows.len()
    }

    /// Adds a row.
    pub fn add(&mut self, mut row: Vec<f64>) {
        let size = row.iter().map(|value| value.abs()).fold(0.0, f64::max);
        for (column, pivot) in &self.rows {
            let factor = row.get(*column).copied().unwrap_or_default();
            if factor != 0.0 {
                for (value, other) in row.iter_mut().zip(pivot) {
                    *value -= factor * other;
                }
                if let Some(value) = row.get_mut(*column) {
                    *value = 0.0;
                }
            }
        }
        let largest = row.iter().copied().enumerate().max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()));
        if let Some((column, value)) = largest.filter(|(_, value)| value.abs() > TOLERANCE * size) {
            row.iter_mut().for_each(|entry| *entry /= value);
            self.rows.push((column, row));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_follow_from_others_add_nothing() {
        let mut rank = Rank::new(3);
        rank.add(vec![0.0, 2.0, 1.0]);
        rank.add(vec![2.0, 0.0, 1.0]);
        rank.add(vec![2.0, 2.0, 2.0 + 1e-9]);
        rank.add(vec![0.0, 0.0, 0.0]);
        assert_eq!(rank.value(), 2);
        rank.add(vec![1.0, 1.0, 2.0]);
        assert!(rank.is_full());
    }
}
