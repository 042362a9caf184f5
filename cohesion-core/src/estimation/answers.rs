//! The answers of every group, row by row.

use std::borrow::Cow;

use crate::estimation::rows::Rows;
use crate::message::Message;

/// The answers of one group: weights, and the numbers of each variable, of the rows that answered all of them.
pub(crate) struct Answers {
    /// Place of each row in the table.
    pub rows: Vec<usize>,
    pub weights: Vec<f64>,
    /// One list per variable.
    pub numbers: Vec<Vec<f64>>,
    /// Sum of the weights.
    pub total: f64,
}

impl Answers {
    /// How many have a weight above 0.
    pub fn positive(&self) -> f64 {
        self.weights.iter().filter(|weight| **weight > 0.0).count() as f64
    }

    /// The weighted mean of each variable.
    pub fn means(&self) -> Vec<f64> {
        let sum = |values: &Vec<f64>| values.iter().zip(&self.weights).map(|(x, w)| w * x).sum::<f64>();
        self.numbers.iter().map(|values| sum(values) / self.total).collect()
    }
}

/// The figure of one group, or why there is none.
pub(crate) type Value = std::result::Result<f64, Message>;

/// A figure of one group and the linearised values of its answers, without their weights.
pub(crate) type Linear = std::result::Result<(f64, Vec<f64>), Message>;

/// The answers of every group, in the order of the groups.
pub(crate) fn answers(rows: &Rows<'_>, numbers: &[Cow<'_, [f64]>]) -> Vec<Answers> {
    let none =
        || Answers { rows: Vec::new(), weights: Vec::new(), numbers: vec![Vec::new(); numbers.len()], total: 0.0 };
    let mut groups: Vec<Answers> = (0..rows.cells()).map(|_| none()).collect();
    for row in 0..rows.len() {
        let Some(group) = rows.cell(row).and_then(|cell| groups.get_mut(cell)) else { continue };
        let here = || numbers.iter().map(|values| values.get(row).copied().unwrap_or(f64::NAN));
        // A figure of two columns is one of those who answered both.
        if here().any(f64::is_nan) {
            continue;
        }
        let weight = rows.weight(row);
        group.rows.push(row);
        group.weights.push(weight);
        group.total += weight;
        for (values, value) in group.numbers.iter_mut().zip(here()) {
            values.push(value);
        }
    }
    groups
}
