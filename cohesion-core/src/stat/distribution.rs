//! Quantiles and tails, each `None` outside its domain.

use statrs::distribution::{Beta, Continuous, ContinuousCDF, FisherSnedecor, StudentsT};

/// Quantile of Student's t. Infinite `df` is the normal distribution.
pub(crate) fn t_quantile(probability: f64, df: f64) -> Option<f64> {
    if !(probability > 0.0 && probability < 1.0 && df > 0.0) {
        return None;
    }
    let distribution = StudentsT::new(0.0, 1.0, df).ok()?;
    Some(polish(distribution.inverse_cdf(probability), probability, f64::NEG_INFINITY, f64::INFINITY, |x| {
        (distribution.cdf(x), distribution.pdf(x))
    }))
}

/// Probability that |t| is at least as large: a two-sided p-value.
pub(crate) fn t_two_sided(t: f64, df: f64) -> Option<f64> {
    if t.is_nan() || df.is_nan() || df <= 0.0 {
        return None;
    }
    let distribution = StudentsT::new(0.0, 1.0, df).ok()?;
    Some((2.0 * distribution.cdf(-t.abs())).min(1.0))
}

/// Quantile of the beta distribution.
pub(crate) fn beta_quantile(probability: f64, a: f64, b: f64) -> Option<f64> {
    if !(probability > 0.0 && probability < 1.0 && a > 0.0 && b > 0.0) {
        return None;
    }
    let distribution = Beta::new(a, b).ok()?;
    Some(polish(distribution.inverse_cdf(probability), probability, 0.0, 1.0, |x| {
        (distribution.cdf(x), distribution.pdf(x))
    }))
}

/// Quantile of the F distribution.
pub(crate) fn f_quantile(probability: f64, df1: f64, df2: f64) -> Option<f64> {
    if !(probability > 0.0 && probability < 1.0 && df1 > 0.0 && df2 > 0.0) {
        return None;
    }
    let distribution = FisherSnedecor::new(df1, df2).ok()?;
    Some(polish(distribution.inverse_cdf(probability), probability, 0.0, f64::INFINITY, |x| {
        (distribution.cdf(x), distribution.pdf(x))
    }))
}

/// Newton steps from a library's quantile, whose bisection stops too early for twelve digits.
fn polish(start: f64, probability: f64, low: f64, high: f64, cdf_pdf: impl Fn(f64) -> (f64, f64)) -> f64 {
    let mut x = start;
    for _ in 0..8 {
        let (cdf, pdf) = cdf_pdf(x);
        let step = (cdf - probability) / pdf;
        let next = x - step;
        if !step.is_finite() || next <= low || next >= high {
            break;
        }
        x = next;
        if step.abs() <= 1e-15 * x.abs() {
            break;
        }
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    /// R 4.2: `qt(.975, c(1, 14, 142))`, `qbeta(.025, 3, 9.5)`, `qf(.975, 142, 710)`, `2 * pt(-2.5, 7)`.
    #[test]
    #[expect(clippy::excessive_precision, reason = "the digits R prints")]
    fn quantiles_agree_with_r() {
        let near = |a: Option<f64>, b: f64| assert!((a.unwrap() / b - 1.0).abs() < 1e-12, "{a:?} {b}");
        near(t_quantile(0.975, 1.0), 12.706204736174693);
        near(t_quantile(0.975, 14.0), 2.1447866879178039);
        near(t_quantile(0.975, 142.0), 1.9768109936328526);
        near(beta_quantile(0.025, 3.0, 9.5), 0.057414084070102712);
        near(f_quantile(0.975, 142.0, 710.0), 1.2771159039749325);
        near(t_two_sided(2.5, 7.0), 0.040992218585752874);
        near(beta_quantile(0.975, 1.0, 61.3), 0.058402594880174408);
    }

    #[test]
    fn outside_the_domain_is_none() {
        assert_eq!(t_quantile(0.975, 0.0), None);
        assert_eq!(t_quantile(1.0, 5.0), None);
        assert_eq!(beta_quantile(0.5, 0.0, 1.0), None);
        assert_eq!(f_quantile(0.5, -1.0, 1.0), None);
        assert_eq!(t_two_sided(f64::NAN, 3.0), None);
    }
}
