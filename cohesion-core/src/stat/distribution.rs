//! Quantiles and tails, each `None` outside its domain.
//!
//! Written here and on `libm` alone, because the same plan and rows must give the same digits in every language: a
//! library that calls the platform's `exp` and `log` gives other last digits in the browser than on the desk.

use super::beta::{incomplete_beta, ln_beta};
use super::gamma::upper_gamma;

/// Quantile of Student's t.
pub(crate) fn t_quantile(probability: f64, df: f64) -> Option<f64> {
    if !(probability > 0.0 && probability < 1.0 && df > 0.0) {
        return None;
    }
    // Only one half is solved: the distribution is symmetric, and a tail near 0 has more digits than a probability near
    // 1.
    if probability < 0.5 {
        return t_quantile(1.0 - probability, df).map(|quantile| -quantile);
    }
    if probability == 0.5 {
        return Some(0.0);
    }
    let tail = 1.0 - probability;
    let mut high = 1.0;
    // With few degrees of freedom quantiles lie very far out; doubling finds an end in at most a thousand steps.
    while t_tail(high, df) > tail {
        high *= 2.0;
        if high > 1e300 {
            return None;
        }
    }
    Some(solve(0.0, high, |t| (tail - t_tail(t, df), t_density(t, df))))
}

/// Probability that |t| is at least as large: a two-sided p-value.
pub(crate) fn t_two_sided(t: f64, df: f64) -> Option<f64> {
    if t.is_nan() || df.is_nan() || df <= 0.0 {
        return None;
    }
    Some((2.0 * t_tail(t.abs(), df)).min(1.0))
}

/// Probability of more than `f` under the F distribution.
pub(crate) fn f_tail(f: f64, df1: f64, df2: f64) -> Option<f64> {
    if f.is_nan() || !(df1 > 0.0 && df2 > 0.0) {
        return None;
    }
    // Rounding may leave a statistic of no difference just below 0.
    let f = f.max(0.0);
    let whole = df1 * f + df2;
    // Beyond the largest number the tail is 0, where the quotient below would be infinite by infinite.
    if whole.is_infinite() {
        return Some(0.0);
    }
    Some(incomplete_beta(df2 / whole, df1 * f / whole, df2 / 2.0, df1 / 2.0))
}

/// Probability of more than `x` under the chi-square distribution.
pub(crate) fn chi_square_tail(x: f64, df: f64) -> Option<f64> {
    if x.is_nan() || df.is_nan() || df <= 0.0 {
        return None;
    }
    Some(upper_gamma(df / 2.0, x / 2.0))
}

/// Probability of more than `x` under the standard normal distribution.
pub(crate) fn normal_tail(x: f64) -> f64 {
    0.5 * libm::erfc(x * core::f64::consts::FRAC_1_SQRT_2)
}

/// Quantile of the standard normal distribution.
pub(crate) fn normal_quantile(probability: f64) -> Option<f64> {
    if !(probability > 0.0 && probability < 1.0) {
        return None;
    }
    if probability > 0.5 {
        return normal_quantile(1.0 - probability).map(|quantile| -quantile);
    }
    let density =
        |x: f64| libm::exp(-0.5 * x * x) * (0.5 * core::f64::consts::FRAC_2_SQRT_PI * core::f64::consts::FRAC_1_SQRT_2);
    // Below -40 the tail is smaller than the smallest number.
    Some(solve(-40.0, 0.0, |x| (normal_tail(-x) - probability, density(x))))
}

/// Quantile of the beta distribution.
pub(crate) fn beta_quantile(probability: f64, a: f64, b: f64) -> Option<f64> {
    if !(probability > 0.0 && probability < 1.0 && a > 0.0 && b > 0.0) {
        return None;
    }
    Some(solve(0.0, 1.0, |x| (incomplete_beta(x, 1.0 - x, a, b) - probability, beta_density(x, a, b))))
}

/// Quantile of the F distribution.
pub(crate) fn f_quantile(probability: f64, df1: f64, df2: f64) -> Option<f64> {
    if !(df1 > 0.0 && df2 > 0.0) {
        return None;
    }
    // Both ends of the beta, so that neither loses digits as the difference of 1 and a number near it.
    let share = beta_quantile(probability, df1 / 2.0, df2 / 2.0)?;
    let rest = beta_quantile(1.0 - probability, df2 / 2.0, df1 / 2.0)?;
    Some(df2 * share / (df1 * rest))
}

/// Probability of more than t, for t from 0 up.
fn t_tail(t: f64, df: f64) -> f64 {
    let square = t * t;
    0.5 * incomplete_beta(df / (df + square), square / (df + square), df / 2.0, 0.5)
}

fn t_density(t: f64, df: f64) -> f64 {
    libm::exp(-(df + 1.0) / 2.0 * libm::log1p(t * t / df) - ln_beta(df / 2.0, 0.5)) / df.sqrt()
}

fn beta_density(x: f64, a: f64, b: f64) -> f64 {
    libm::exp((a - 1.0) * libm::log(x) + (b - 1.0) * libm::log1p(-x) - ln_beta(a, b))
}

/// The root of a rising function between two ends: Newton's steps where they stay inside, halving where they do not.
fn solve(mut low: f64, mut high: f64, function_and_slope: impl Fn(f64) -> (f64, f64)) -> f64 {
    let mut x = 0.5 * (low + high);
    // Halving alone comes from 1 down to the smallest number in fewer steps.
    for _ in 0..1200 {
        let (value, slope) = function_and_slope(x);
        if value == 0.0 {
            break;
        }
        if value > 0.0 {
            high = x;
        } else {
            low = x;
        }
        // A density of 0 sends the step to infinity, which lies outside, so that it is halved instead.
        let newton = x - value / slope;
        let next = if newton > low && newton < high { newton } else { 0.5 * (low + high) };
        let step = (next - x).abs();
        x = next;
        if step <= 2e-16 * x.abs() {
            break;
        }
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: Option<f64>, b: f64) {
        assert!((a.unwrap() / b - 1.0).abs() < 2e-13, "{a:?} {b}");
    }

    /// R 4.2: `qt`, `qbeta`, `qf`, `2 * pt(-2.5, 7)`.
    #[test]
    #[expect(clippy::excessive_precision, reason = "the digits R prints")]
    fn quantiles_agree_with_r() {
        near(t_quantile(0.975, 1.0), 12.7062047361746941);
        near(t_quantile(0.975, 14.0), 2.1447866879178039);
        near(t_quantile(0.975, 142.0), 1.9768109936328526);
        near(t_quantile(0.025, 142.0), -1.9768109936328526);
        near(beta_quantile(0.025, 3.0, 9.5), 0.057414084070102712);
        near(f_quantile(0.975, 142.0, 710.0), 1.2771159039749325);
        near(t_two_sided(2.5, 7.0), 0.040992218585752874);
        near(beta_quantile(0.975, 1.0, 61.3), 0.058402594880174408);
        near(t_quantile(0.90000000000000002, 2.0), 1.8856180831641269);
        near(t_quantile(0.97499999999999998, 2.0), 4.3026527297494619);
        near(t_quantile(0.99950000000000006, 2.0), 31.599054576445365);
        near(t_quantile(0.90000000000000002, 3.7000000000000002), 1.5575658388615072);
        near(t_quantile(0.97499999999999998, 3.7000000000000002), 2.8675207071911917);
        near(t_quantile(0.99950000000000006, 3.7000000000000002), 9.4742401371246636);
        near(t_quantile(0.90000000000000002, 29.0), 1.3114336473015509);
        near(t_quantile(0.97499999999999998, 29.0), 2.0452296421327034);
        near(t_quantile(0.99950000000000006, 29.0), 3.6594050194663734);
        near(t_quantile(0.90000000000000002, 500.0), 1.2832470207103746);
        near(t_quantile(0.97499999999999998, 500.0), 1.9647198374673673);
        near(t_quantile(0.99950000000000006, 500.0), 3.3100911515227009);
        near(t_quantile(0.90000000000000002, 12345.0), 1.281620146428643);
        near(t_quantile(0.97499999999999998, 12345.0), 1.9601561676005668);
        near(t_quantile(0.99950000000000006, 12345.0), 3.2913150545298588);
        near(t_quantile(0.90000000000000002, 1000000.0), 1.2815524121299389);
        near(t_quantile(0.97499999999999998, 1000000.0), 1.9599663568141066);
        near(t_quantile(0.99950000000000006, 1000000.0), 3.2905364612487213);
        near(beta_quantile(0.025000000000000001, 0.5, 0.5), 0.0015413331334360124);
        near(beta_quantile(0.97499999999999998, 0.5, 0.5), 0.99845866686656404);
        near(beta_quantile(0.025000000000000001, 80.0, 20.0), 0.71663237078292541);
        near(beta_quantile(0.97499999999999998, 80.0, 20.0), 0.87201526739073632);
        near(beta_quantile(0.025000000000000001, 2000.0, 3000.0), 0.38646082656763259);
        near(beta_quantile(0.97499999999999998, 2000.0, 3000.0), 0.4136149463731893);
        near(beta_quantile(0.025000000000000001, 0.02, 5.0), 9.9617504172814097e-82);
        near(beta_quantile(0.97499999999999998, 0.02, 5.0), 0.041740585159990053);
    }

    /// R 4.2: `pf(x, a, b, lower.tail = FALSE)`.
    #[test]
    #[expect(clippy::excessive_precision, reason = "the digits R prints")]
    fn f_tails_agree_with_r() {
        let close = |a: Option<f64>, b: f64| assert!((a.unwrap() / b - 1.0).abs() < 1e-12, "{a:?} {b}");
        close(f_tail(13.48, 2.0, 398.0), 2.1650539640727505e-06);
        close(f_tail(0.3, 3.0, 16.0), 0.82490999488213013);
        close(f_tail(1.0, 1.8286, 360.25), 0.36301924513041994);
        close(f_tail(162.64, 2.0, 196.0), 2.3341612521437298e-42);
        close(f_tail(8.0, 5.0, 0.7), 0.35384705084680412);
        close(f_tail(2.5, 40.0, 100_000.0), 4.8384255085891429e-07);
    }

    /// R 4.2: `pchisq(x, df, lower.tail = FALSE)`, `pnorm(x, lower.tail = FALSE)`, `qnorm(p)`.
    #[test]
    #[expect(clippy::excessive_precision, reason = "the digits R prints")]
    fn chi_square_and_normal_agree_with_r() {
        near(chi_square_tail(26.7, 2.0), 1.5928272119405121e-06);
        near(chi_square_tail(0.4, 3.0), 0.94024249483936073);
        near(chi_square_tail(10.0, 1.0), 0.0015654022580025519);
        near(chi_square_tail(3.0, 12.0), 0.99554401922475211);
        near(chi_square_tail(900.0, 40.0), 8.1680299786629659e-163);
        near(Some(normal_tail(-1.3)), 0.9031995154143897);
        near(Some(normal_tail(0.2)), 0.42074029056089696);
        near(Some(normal_tail(3.5)), 0.00023262907903552494);
        near(Some(normal_tail(9.0)), 1.1285884059538408e-19);
        near(normal_quantile(0.001), -3.0902323061678132);
        near(normal_quantile(0.31), -0.4958503473474532);
        near(normal_quantile(0.6), 0.25334710313579978);
        near(normal_quantile(0.975), 1.9599639845400536);
        near(normal_quantile(0.9999), 3.7190164854557084);
    }

    #[test]
    fn outside_the_domain_is_none() {
        assert_eq!(t_quantile(0.975, 0.0), None);
        assert_eq!(t_quantile(1.0, 5.0), None);
        assert_eq!(beta_quantile(0.5, 0.0, 1.0), None);
        assert_eq!(f_quantile(0.5, -1.0, 1.0), None);
        assert_eq!(t_two_sided(f64::NAN, 3.0), None);
    }

    proptest::proptest! {
        /// The quantile of a probability has that probability below it.
        #[test]
        fn quantiles_invert(probability in 0.001..0.999_f64, a in 0.3..5000.0_f64, b in 0.3..5000.0_f64) {
            let x = beta_quantile(probability, a, b).unwrap();
            let back = incomplete_beta(x, 1.0 - x, a, b);
            proptest::prop_assert!((back - probability).abs() < 1e-9, "{} {}", back, probability);
            let t = t_quantile(probability, a).unwrap();
            let tail = t_two_sided(t, a).unwrap() / 2.0;
            proptest::prop_assert!((tail - probability.min(1.0 - probability)).abs() < 1e-11);
        }
    }
}
