//! The upper tail of a sum of chi-squares by the saddlepoint approximation (Kuonen 1999, Biometrika 86, 929).

use super::distribution::normal_tail;

/// One part of the sum: `weight` times a chi-square with `df` degrees of freedom.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChiSquarePart {
    pub weight: f64,
    pub df: f64,
}

/// Probability that the sum of these parts is above 0; `None` where none or all of them are positive, so that there is
/// nothing to approximate.
pub(crate) fn sum_above_zero(parts: &[ChiSquarePart]) -> Option<f64> {
    let high = parts.iter().map(|part| part.weight).fold(0.0, f64::max);
    let low = parts.iter().map(|part| part.weight).fold(0.0, f64::min);
    if !(high > 0.0 && low < 0.0) {
        return None;
    }
    // The cumulant's derivative rises from minus to plus infinity between the two poles, so it has one root there.
    let slope = |z: f64| parts.iter().map(|part| part.df * part.weight / (1.0 - 2.0 * z * part.weight)).sum::<f64>();
    let (mut left, mut right) = (0.5 / low, 0.5 / high);
    // Halving cannot leave the poles, as Newton's steps may; 200 halvings reach the last digit of any span.
    for _ in 0..200 {
        let middle = 0.5 * (left + right);
        if slope(middle) > 0.0 {
            right = middle;
        } else {
            left = middle;
        }
    }
    let z = 0.5 * (left + right);
    let sums = parts.iter().map(|part| {
        let rest = 1.0 - 2.0 * z * part.weight;
        (0.5 * part.df * libm::log(rest), 2.0 * part.df * (part.weight / rest).powi(2))
    });
    let (cumulant, curve) = sums.fold((0.0, 0.0), |(a, b), (c, d)| (a + c, b + d));
    // Near the mean the cumulant is a rounding around 0.
    let w = z.signum() * (2.0 * cumulant).max(0.0).sqrt();
    let v = z * curve.sqrt();
    // At the mean the approximation is 0 by 0.
    if w.abs() < 1e-6 {
        return Some(normal_tail(w));
    }
    Some(normal_tail(w + libm::log(v / w) / w))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// R survey 4.1-1: `pFsum(5, c(1, 1), c(1.0129756636903, 0.538183690235123), ddf = 360, method = "saddlepoint")`,
    /// whose root is found to 1e-8 only.
    #[test]
    fn agrees_with_r() {
        for (x, p) in [
            (1.5, 0.367526611315316),
            (5.0, 0.0443622965962995),
            (20.0, 1.92324612860608e-05),
            (40.0, 1.56506884227491e-09),
        ] {
            let parts = [(1.012_975_663_690_3, 1.0), (0.538_183_690_235_123, 1.0), (-x / 360.0, 360.0)];
            let found = sum_above_zero(&parts.map(|(weight, df)| ChiSquarePart { weight, df })).unwrap();
            assert!((found / p - 1.0).abs() < 1e-7, "{found} {p}");
        }
        assert!(sum_above_zero(&[ChiSquarePart { weight: 1.0, df: 1.0 }]).is_none());
    }
}
