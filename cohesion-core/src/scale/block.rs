//! Rows of a block and what has been folded of each.

use super::exact::{Cell, ExactItem};
use super::score::Tally;
use crate::codebook::scale::prepared::Fold;

/// Rows that are scored together: small enough to stay in the nearest cache.
pub(super) const ROWS: usize = 1024;

/// What has been folded of one row.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub(super) sum: i64,
    pub(super) weight: i64,
    pub(super) answered: u32,
    in_domain: u32,
    /// Whether every domain so far has enough answers.
    pub(super) enough: bool,
    /// Whether an answer is no short decimal, so that the row needs floating point.
    pub(super) inexact: bool,
}

/// The start of a fold.
pub(super) fn empty(fold: Fold) -> Row {
    let sum = match fold {
        Fold::Add => 0,
        Fold::Min => i64::MAX,
        Fold::Max => i64::MIN,
    };
    Row { sum, weight: 0, answered: 0, in_domain: 0, enough: true, inexact: false }
}

/// Folds one item's answers into the rows.
pub(super) fn add_item(
    rows: &mut [Row],
    answers: &[f64],
    dont_know: Option<&[bool]>,
    item: &ExactItem,
    fold: Fold,
    tally: &mut Tally,
) {
    let dont_know = dont_know.unwrap_or_default();
    let unknown = item.midpoint.map_or(Cell::Missing, Cell::Value);
    for (position, (row, answer)) in rows.iter_mut().zip(answers).enumerate() {
        let said_unknown = dont_know.get(position).copied().unwrap_or(false);
        match if said_unknown { unknown } else { item.decoder.decode(*answer) } {
            Cell::Missing => continue,
            Cell::Invalid => {
                tally.add(*answer);
                continue;
            }
            Cell::Inexact => row.inexact = true,
            Cell::Value(value) => {
                row.sum = match fold {
                    Fold::Add => row.sum + value,
                    Fold::Min => row.sum.min(value),
                    Fold::Max => row.sum.max(value),
                }
            }
        }
        // An answer that is inexact counts as given: whether there are enough does not depend on digits.
        row.weight += item.weight;
        row.in_domain += 1;
    }
}

/// Ends a domain: rows with fewer than `needed` answers have not answered enough.
pub(super) fn close_domain(rows: &mut [Row], needed: usize) {
    for row in rows {
        row.enough &= row.in_domain as usize >= needed;
        row.answered += row.in_domain;
        row.in_domain = 0;
    }
}
