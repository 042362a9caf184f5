//! Weighted sums of the values of one measure.

use serde::{Deserialize, Serialize};

use crate::stat::is_count;

/// Weighted sums of one measure in one cell of one unit, about the measure's shift.
///
/// Without weights only `n`, `missing`, `wx` and `wxx` are filled while rows are read; see [`Moments::unweighted`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Moments {
    /// Rows with an answer.
    pub n: f64,
    /// Rows without.
    pub missing: f64,
    /// Sum of w.
    pub w: f64,
    /// Sum of w (x - shift).
    pub wx: f64,
    /// Sum of w (x - shift)^2.
    pub wxx: f64,
    /// Sum of w^2.
    pub w2: f64,
    /// Sum of w^2 (x - shift).
    pub w2x: f64,
    /// Sum of w^2 (x - shift)^2.
    pub w2xx: f64,
}

impl Moments {
    /// What the sums are when every weight is 1.
    pub fn unweighted(self) -> Self {
        Self { w: self.n, w2: self.n, w2x: self.wx, w2xx: self.wxx, ..self }
    }

    /// The same sums for weights `factor` times as large.
    pub fn scaled(self, factor: f64) -> Self {
        let square = factor * factor;
        Self {
            w: self.w * factor,
            wx: self.wx * factor,
            wxx: self.wxx * factor,
            w2: self.w2 * square,
            w2x: self.w2x * square,
            w2xx: self.w2xx * square,
            ..self
        }
    }

    /// The same sums about a shift that is `by` lower: x - shift grows by `by`. `w` and `w2` must be filled.
    pub fn shifted(self, by: f64) -> Self {
        Self {
            wx: self.wx + by * self.w,
            // Sums of squares: rounding must not take them below 0.
            wxx: (self.wxx + by * (2.0 * self.wx + by * self.w)).max(0.0),
            w2x: self.w2x + by * self.w2,
            w2xx: (self.w2xx + by * (2.0 * self.w2x + by * self.w2)).max(0.0),
            ..self
        }
    }

    /// Adds sums about the same shift.
    pub fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.missing += other.missing;
        self.w += other.w;
        self.wx += other.wx;
        self.wxx += other.wxx;
        self.w2 += other.w2;
        self.w2x += other.w2x;
        self.w2xx += other.w2xx;
    }
}

impl Moments {
    /// Whether rows could have made these sums: for bytes that come from outside.
    pub fn is_possible(&self) -> bool {
        let positive = |value: f64| value.is_finite() && value >= 0.0;
        is_count(self.n)
            && is_count(self.missing)
            && [self.w, self.wxx, self.w2, self.w2xx].into_iter().all(positive)
            && self.wx.is_finite()
            && self.w2x.is_finite()
    }
}
