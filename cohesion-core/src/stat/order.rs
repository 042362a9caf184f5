//! Orders of things that stay where they are.

use std::cmp::Ordering;

/// The positions 0 to `len - 1`, sorted by `compare`; equals keep their order.
pub(crate) fn positions(len: usize, mut compare: impl FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}
