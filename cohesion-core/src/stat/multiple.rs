//! Many comparisons at once.

use super::positions;

/// Benjamini and Hochberg (1995) adjusted p-values, in the order given.
pub(crate) fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    let at = |index: usize| p.get(index).copied().unwrap_or(1.0);
    let order = positions(p.len(), |a, b| at(b).total_cmp(&at(a)));
    let count = p.len() as f64;
    let mut adjusted = vec![1.0; p.len()];
    let mut smallest = 1.0_f64;
    for (position, index) in order.iter().enumerate() {
        let rank = count - position as f64;
        smallest = smallest.min(at(*index) * count / rank);
        if let Some(slot) = adjusted.get_mut(*index) {
            // Rounding must not put the adjusted value below the p-value itself.
            *slot = smallest.max(at(*index));
        }
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;

    /// R: `p.adjust(c(0.01, 0.04, 0.03, 0.8), "BH")`.
    #[test]
    #[expect(clippy::excessive_precision, reason = "the digits R prints")]
    fn agrees_with_r() {
        let adjusted = benjamini_hochberg(&[0.01, 0.04, 0.03, 0.8]);
        let expected = [0.04, 0.053333333333333337, 0.053333333333333337, 0.8];
        for (a, b) in adjusted.iter().zip(expected) {
            assert!((a - b).abs() < 1e-15);
        }
        assert!(benjamini_hochberg(&[]).is_empty());
    }
}
