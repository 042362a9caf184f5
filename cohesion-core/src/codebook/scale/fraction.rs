//! Exact fractions of whole numbers, so that a cut at 2.8 is 14/5 and not the binary number next to it.

use std::cmp::Ordering;

/// A fraction in lowest terms with a positive denominator. Arithmetic gives `None` on overflow, never a wrong number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Fraction {
    numerator: i128,
    denominator: i128,
}

impl Fraction {
    pub(crate) const ZERO: Self = Self { numerator: 0, denominator: 1 };
    pub(crate) const ONE: Self = Self { numerator: 1, denominator: 1 };

    /// `numerator / denominator`; `None` where the denominator is zero or a sign cannot be turned.
    pub(crate) fn new(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        let divisor = gcd(numerator, denominator)?;
        let divisor = if denominator < 0 { divisor.checked_neg()? } else { divisor };
        Some(Self { numerator: numerator.checked_div(divisor)?, denominator: denominator.checked_div(divisor)? })
    }

    /// A whole number.
    pub(crate) fn whole(value: i128) -> Self {
        Self { numerator: value, denominator: 1 }
    }

    /// The decimal that a person writes for this number: 0.1 is 1/10. `None` for more than about 36 digits.
    pub(crate) fn from_decimal(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        // Rust's shortest text that reads back as the same number, never in scientific notation.
        let text = value.to_string();
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let power = 10_i128.checked_pow(u32::try_from(decimals.len()).ok()?)?;
        let digits: i128 = format!("{whole}{decimals}").parse().ok()?;
        Self::new(digits, power)
    }

    pub(crate) fn numerator(self) -> i128 {
        self.numerator
    }

    pub(crate) fn denominator(self) -> i128 {
        self.denominator
    }

    pub(crate) fn add(self, other: Self) -> Option<Self> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Self::new(left.checked_add(right)?, self.denominator.checked_mul(other.denominator)?)
    }

    pub(crate) fn negated(self) -> Option<Self> {
        Some(Self { numerator: self.numerator.checked_neg()?, ..self })
    }

    pub(crate) fn sub(self, other: Self) -> Option<Self> {
        self.add(other.negated()?)
    }

    pub(crate) fn mul(self, other: Self) -> Option<Self> {
        // Crosswise in lowest terms before the product, which then overflows later.
        let left = Self::new(self.numerator, other.denominator)?;
        let right = Self::new(other.numerator, self.denominator)?;
        Self::new(left.numerator.checked_mul(right.numerator)?, left.denominator.checked_mul(right.denominator)?)
    }

    pub(crate) fn div(self, other: Self) -> Option<Self> {
        self.mul(Self::new(other.denominator, other.numerator)?)
    }

    /// The fraction times `denominator`, a multiple of its own denominator.
    pub(crate) fn times(self, denominator: i128) -> Option<i128> {
        self.numerator.checked_mul(denominator.checked_div(self.denominator)?)
    }

    /// The smallest whole number that is not below the fraction.
    pub(crate) fn ceiling(self) -> i128 {
        let floor = self.numerator.div_euclid(self.denominator);
        if self.numerator.rem_euclid(self.denominator) == 0 { floor } else { floor.saturating_add(1) }
    }

    /// Rounded to `decimals` digits, halves away from zero.
    pub(crate) fn rounded(self, decimals: u32) -> Option<Self> {
        let power = 10_i128.checked_pow(decimals)?;
        Self::new(round_half_away(self.numerator.checked_mul(power)?, self.denominator)?, power)
    }

    /// The nearest number of the machine (correctly rounded while both terms stay below 2^53).
    pub(crate) fn to_f64(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }

    /// As a person writes it: exact up to four decimals, else rounded to two.
    pub(crate) fn shown(self) -> f64 {
        let exact = 10_000 % self.denominator == 0;
        let shown = if exact { Some(self) } else { self.rounded(2) };
        shown.unwrap_or(self).to_f64()
    }
}

impl Ord for Fraction {
    /// Exact for all fractions: whole parts first, then the reciprocals of what remains.
    fn cmp(&self, other: &Self) -> Ordering {
        // Whole parts are compared and the rests turned over, as in a continued fraction: a product of two denominators
        // could overflow.
        let (mut left, mut right) = (*self, *other);
        let mut turned = false;
        loop {
            let whole_left = left.numerator.div_euclid(left.denominator);
            let whole_right = right.numerator.div_euclid(right.denominator);
            let rest_left = left.numerator.rem_euclid(left.denominator);
            let rest_right = right.numerator.rem_euclid(right.denominator);
            let order = whole_left.cmp(&whole_right).then_with(|| match (rest_left, rest_right) {
                (0, 0) => Ordering::Equal,
                (0, _) => Ordering::Less,
                (_, 0) => Ordering::Greater,
                _ => Ordering::Equal,
            });
            if order.is_ne() || rest_left == 0 {
                return if turned { order.reverse() } else { order };
            }
            left = Self { numerator: left.denominator, denominator: rest_left };
            right = Self { numerator: right.denominator, denominator: rest_right };
            turned = !turned;
        }
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Greatest common divisor, positive; `None` where both are zero or it does not fit.
pub(crate) fn gcd(a: i128, b: i128) -> Option<i128> {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a.checked_rem(b)?);
    }
    a.checked_abs().filter(|divisor| *divisor > 0)
}

/// Least common multiple of two positive numbers.
pub(crate) fn lcm(a: i128, b: i128) -> Option<i128> {
    a.checked_div(gcd(a, b)?)?.checked_mul(b)
}

/// The least common denominator of all fractions.
pub(crate) fn common_denominator(fractions: impl IntoIterator<Item = Fraction>) -> Option<i128> {
    fractions.into_iter().try_fold(1, |common, fraction| lcm(common, fraction.denominator))
}

/// `numerator / denominator` to the nearest whole number, halves away from zero; the denominator is positive.
pub(crate) fn round_half_away(numerator: i128, denominator: i128) -> Option<i128> {
    let size = numerator.checked_abs()?;
    let whole = size.checked_div(denominator)?;
    let rest = size.checked_rem(denominator)?;
    let rounded = if rest >= denominator.checked_sub(rest)? { whole.checked_add(1)? } else { whole };
    Some(if numerator < 0 { -rounded } else { rounded })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fraction(numerator: i128, denominator: i128) -> Fraction {
        Fraction::new(numerator, denominator).unwrap()
    }

    #[test]
    fn a_decimal_is_what_is_written() {
        assert_eq!(Fraction::from_decimal(2.8), Some(fraction(14, 5)));
        assert_eq!(Fraction::from_decimal(-0.1), Some(fraction(-1, 10)));
        assert_eq!(Fraction::from_decimal(1e-7), Some(fraction(1, 10_000_000)));
        assert_eq!(Fraction::from_decimal(-0.0), Some(Fraction::ZERO));
        assert_eq!(Fraction::from_decimal(1e300), None);
        assert_eq!(Fraction::from_decimal(f64::NAN), None);
    }

    #[test]
    fn halves_go_away_from_zero() {
        assert_eq!(fraction(25, 100).rounded(1), Some(fraction(3, 10)));
        assert_eq!(fraction(-25, 100).rounded(1), Some(fraction(-3, 10)));
        assert_eq!(fraction(249, 1000).rounded(1), Some(fraction(2, 10)));
        assert_eq!(fraction(5, 2).rounded(0), Some(Fraction::whole(3)));
    }

    #[test]
    fn text_is_short() {
        assert_eq!(fraction(55, 6).shown(), 9.17);
        assert_eq!(fraction(10, 1).shown(), 10.0);
        assert_eq!(fraction(-5, 2).shown(), -2.5);
    }

    #[test]
    fn overflow_is_none_and_order_still_exact() {
        let huge = Fraction::whole(i128::MAX);
        assert_eq!(huge.add(Fraction::ONE), None);
        assert_eq!(Fraction::whole(i128::MIN).negated(), None);
        assert_eq!(Fraction::new(1, 0), None);
        let near = fraction(i128::MAX, i128::MAX - 1);
        let nearer = fraction(i128::MAX - 1, i128::MAX - 2);
        assert!(near < nearer && near > Fraction::ONE);
    }

    proptest! {
        #[test]
        fn order_is_that_of_cross_products(a in -1000_i128..1000, b in 1_i128..50, c in -1000_i128..1000, d in 1_i128..50) {
            prop_assert_eq!(fraction(a, b).cmp(&fraction(c, d)), (a * d).cmp(&(c * b)));
        }

        #[test]
        fn adding_then_taking_away_changes_nothing(a in -1000_i128..1000, b in 1_i128..50, c in -1000_i128..1000, d in 1_i128..50) {
            let (x, y) = (fraction(a, b), fraction(c, d));
            prop_assert_eq!(x.add(y).and_then(|sum| sum.sub(y)), Some(x));
        }

        #[test]
        fn rounding_moves_at_most_half_a_digit(a in -100_000_i128..100_000, b in 1_i128..997) {
            let rounded = fraction(a, b).rounded(1).unwrap();
            let moved = rounded.sub(fraction(a, b)).unwrap();
            prop_assert!(moved <= fraction(1, 20) && moved >= fraction(-1, 20));
        }
    }
}
