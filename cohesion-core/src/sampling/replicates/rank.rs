//! The rank of replicate weights: their degrees of freedom plus one.

use crate::stat::at;
use std::borrow::Cow;
use std::collections::HashMap;

/// What remains of a row, relative to its largest number, counts as rounding below this (R's `degf` uses the same).
const TOLERANCE: f64 = 1e-5;

/// Rows in echelon form, added one at a time.
#[derive(Debug)]
pub(crate) struct Rank {
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
            let factor = at(&row, *column);
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

/// Degrees of freedom of each group: the rank of its answers' replicate weights, less one.
pub(crate) fn degrees(
    columns: &[Cow<'_, [f64]>],
    rows: usize,
    answers: impl Iterator<Item = (usize, usize)>,
    groups: usize,
) -> Vec<f64> {
    let patterns = patterns(columns, rows);
    let mut found: Vec<HashMap<u64, usize>> = vec![HashMap::new(); groups];
    for (row, group) in answers {
        if let (Some(found), Some(pattern)) = (found.get_mut(group), patterns.get(row)) {
            found.entry(*pattern).or_insert(row);
        }
    }
    let mut known: HashMap<Vec<u64>, f64> = HashMap::new();
    let rank_of = |rows: &HashMap<u64, usize>| {
        let mut rows: Vec<(u64, usize)> = rows.iter().map(|(pattern, row)| (*pattern, *row)).collect();
        rows.sort_unstable();
        let patterns: Vec<u64> = rows.iter().map(|(pattern, _)| *pattern).collect();
        *known.entry(patterns).or_insert_with(|| rank(columns, rows.iter().map(|(_, row)| *row)))
    };
    found.iter().map(rank_of).collect()
}

/// The rank of these rows, less one.
fn rank(columns: &[Cow<'_, [f64]>], rows: impl Iterator<Item = usize>) -> f64 {
    let mut rank = Rank::new(columns.len());
    for row in rows {
        if rank.is_full() {
            break;
        }
        rank.add(columns.iter().map(|column| at(column, row)).collect());
    }
    rank.value().saturating_sub(1) as f64
}

/// A number per row that is the same where the replicate weights are proportional to seven digits: rows of one
/// cluster, as a rule. Only one of them need be looked at for the rank.
fn patterns(columns: &[Cow<'_, [f64]>], rows: usize) -> Vec<u64> {
    let mut largest = vec![0.0_f64; rows];
    for column in columns {
        for (largest, weight) in largest.iter_mut().zip(column.iter()) {
            *largest = largest.max(weight.abs());
        }
    }
    let mut patterns = vec![0_u64; rows];
    for column in columns {
        for ((pattern, weight), largest) in patterns.iter_mut().zip(column.iter()).zip(&largest) {
            let ratio = if *largest > 0.0 { (weight / largest * 1e7).round() as i64 } else { 0 };
            *pattern = (*pattern ^ ratio as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
        }
    }
    patterns
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
