//! What missing answers leave open: exact bounds.

use super::Network;

impl Network {
    /// How many unknown ties leave a partner, and how many reach one.
    pub(super) fn unknown_degrees(&self) -> (Vec<usize>, Vec<usize>) {
        let size = self.size();
        let (mut out, mut into) = (vec![0; size], vec![0; size]);
        for (place, _) in self.unknown.iter().enumerate().filter(|(_, unknown)| **unknown) {
            if let Some(count) = out.get_mut(place / size) {
                *count += 1;
            }
            if let Some(count) = into.get_mut(place % size) {
                *count += 1;
            }
        }
        (out, into)
    }

    /// Ordered pairs of partners.
    pub(super) fn ordered_pairs(&self) -> f64 {
        (self.size() * self.size().saturating_sub(1)) as f64
    }

    /// Ordered pairs of which nobody can say whether they are tied.
    pub(super) fn unknown_count(&self) -> f64 {
        self.unknown.iter().filter(|unknown| **unknown).count() as f64
    }
}
