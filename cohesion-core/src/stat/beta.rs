//! The beta function and the regularised incomplete beta function.

/// ln(sqrt(2 pi)).
const LN_SQRT_TWO_PI: f64 = 0.918_938_533_204_672_8;

/// Logarithm of the beta function for positive arguments.
///
/// Large arguments go through Stirling's series, so that no difference of large logarithms is taken (Fullerton's method
/// of the SLATEC library, which is in the public domain).
pub(super) fn ln_beta(a: f64, b: f64) -> f64 {
    let (small, large) = if a < b { (a, b) } else { (b, a) };
    if small >= 10.0 {
        let correction = stirling(small) + stirling(large) - stirling(small + large);
        return -0.5 * libm::log(large)
            + LN_SQRT_TWO_PI
            + correction
            + (small - 0.5) * libm::log(small / (small + large))
            - large * libm::log1p(small / large);
    }
    if large >= 10.0 {
        let correction = stirling(large) - stirling(small + large);
        return libm::lgamma(small) + correction + small - small * libm::log(small + large)
            + (large - 0.5) * libm::log1p(-small / (small + large));
    }
    libm::lgamma(small) + (libm::lgamma(large) - libm::lgamma(small + large))
}

/// ln Gamma(x) less Stirling's formula, for x from 10 up (Abramowitz and Stegun 6.1.41).
fn stirling(x: f64) -> f64 {
    const TERMS: [f64; 7] =
        [1.0 / 12.0, -1.0 / 360.0, 1.0 / 1260.0, -1.0 / 1680.0, 1.0 / 1188.0, -691.0 / 360_360.0, 1.0 / 156.0];
    let square = 1.0 / (x * x);
    TERMS.iter().rev().fold(0.0, |sum, term| sum * square + term) / x
}

/// I_x(a, b); `y` is 1 - x, given apart so that it keeps its digits where x is near 1.
pub(super) fn incomplete_beta(x: f64, y: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if y <= 0.0 {
        return 1.0;
    }
    // The one of the two that is smaller carries the digits.
    let log = |near: f64, far: f64| if near < 0.5 { libm::log(near) } else { libm::log1p(-far) };
    let front = libm::exp(a * log(x, y) + b * log(y, x) - ln_beta(a, b));
    // Where one parameter is large and the other small the fraction begins with a difference of nearly equal numbers.
    if a > 1000.0 && b <= 1.0 && a * y < 8.0 {
        return 1.0 - front * series(y, b, a) / b;
    }
    // The fraction converges quickly on this side of the mean only; on the other the beta with its ends swapped is
    // used.
    if x < (a + 1.0) / (a + b + 2.0) { front * fraction(x, a, b) / a } else { 1.0 - front * fraction(y, b, a) / b }
}

/// The power series of the incomplete beta function, all of whose terms are positive (DLMF 8.17.8).
fn series(x: f64, a: f64, b: f64) -> f64 {
    let (mut term, mut sum) = (1.0, 1.0);
    for step in 0..1000_u32 {
        let n = f64::from(step);
        term *= x * (a + b + n) / (a + 1.0 + n);
        sum += term;
        if term < 1e-17 * sum {
            break;
        }
    }
    sum
}

/// The continued fraction of the incomplete beta function by Lentz's method (DLMF 8.17.22).
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    const TINY: f64 = 1e-300;
    // Lentz's method divides by these: a 0 is moved by less than any digit shows.
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut result = d;
    for step in 1..50_000_u32 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away(1.0 + even * d);
        c = away(1.0 + even / c);
        result *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away(1.0 + odd * d);
        c = away(1.0 + odd / c);
        let change = d * c;
        result *= change;
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
    }
    result
}
