//! Places of lists that are there by how the list was made.

/// The value at a place that the list has by how it was made: a place for every row, cell or column.
///
/// A place beyond it is a mistake of ours. Tests stop at it; people get nothing instead of a page that broke down.
#[inline]
pub(crate) fn at<T: Copy + Default>(values: &[T], place: usize) -> T {
    debug_assert!(place < values.len(), "place {place} of {}", values.len());
    values.get(place).copied().unwrap_or_default()
}
