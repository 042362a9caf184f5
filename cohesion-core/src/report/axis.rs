//! Where an axis begins and ends, and its ticks.

use crate::estimate::Estimate;

use super::figure::{FigureKind, Writer};
use crate::message::{format_number, format_percent};

/// Relative distances below this are rounding.
const NEAR: f64 = 1e-12;
/// A span below this has no digits that anybody reads.
const SMALLEST: f64 = 1e-100;

/// An axis over all figures and intervals.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Axis {
    pub(crate) low: f64,
    pub(crate) high: f64,
    /// Evenly spaced, from `low` to `high`.
    pub(crate) ticks: Vec<f64>,
    /// How many decimals the ticks need.
    pub(crate) decimals: usize,
}

impl Axis {
    /// The axis of these figures; `None` where there is no figure.
    pub(crate) fn new<'e>(kind: FigureKind, estimates: impl IntoIterator<Item = &'e Estimate>) -> Option<Self> {
        let ends = estimates.into_iter().filter_map(|estimate| {
            let value = estimate.value?;
            let interval = estimate.interval.as_ref();
            let low = interval.map_or(value, |interval| interval.low.min(value));
            Some((low, interval.map_or(value, |interval| interval.high.max(value))))
        });
        let (low, high) = ends.reduce(|(low, high), (l, h)| (low.min(l), high.max(h)))?;
        (high - low).is_finite().then(|| Self::over(kind, low, high))
    }

    fn over(kind: FigureKind, low: f64, high: f64) -> Self {
        // Figures that differ by less than their own last digits stand in one place.
        let apart = high - low > low.abs().max(high.abs()) * NEAR && high - low > SMALLEST;
        let span = if apart { high - low } else { low.abs().max(1.0) * 0.2 };
        let (exponent, digit) = step(span / 4.0);
        let size = digit * libm::pow(10.0, f64::from(exponent));
        // Axes begin and end at a tick, so that nothing hangs beyond the last label.
        let mut first = libm::floor(low / size);
        let mut last = libm::ceil(high / size);
        if last <= first {
            (first, last) = (first - 1.0, first + 1.0);
        }
        if kind == FigureKind::Share {
            // No share lies below 0 or above 100 per cent.
            (first, last) = (first.max(0.0), last.min(libm::ceil(1.0 / size)));
        }
        let decimals = usize::try_from(exponent.saturating_neg()).unwrap_or(0);
        // Written out and read again, 0.30000000000000004 becomes 0.3.
        let tidy = |value: f64| format!("{value:.decimals$}").parse().unwrap_or(value);
        let count = (last - first).clamp(1.0, 20.0) as usize;
        let ticks: Vec<f64> = (0..=count).map(|index| tidy((first + index as f64) * size)).collect();
        Self { low: tidy(first * size), high: tidy(last * size), ticks, decimals }
    }

    /// What a tick is called.
    pub(crate) fn label(&self, tick: f64, writer: Writer) -> String {
        let language = writer.language();
        match writer.kind() {
            FigureKind::Share => format_percent(tick, self.decimals.saturating_sub(2), language),
            FigureKind::Points => format_number(tick * 100.0, self.decimals.saturating_sub(2), language),
            FigureKind::Number | FigureKind::Difference => format_number(tick, self.decimals, language),
        }
    }

    /// How far along the axis a value lies, from 0 to 1.
    pub(crate) fn place(&self, value: f64) -> f64 {
        ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }
}

/// The power of ten and the digit (1, 2 or 5) of a step not much smaller than `wanted`.
fn step(wanted: f64) -> (i32, f64) {
    // Steps of 1, 2 and 5 are those that people read without computing.
    let exponent = libm::floor(libm::log10(wanted)) as i32;
    let leading = wanted / libm::pow(10.0, f64::from(exponent));
    if leading <= 1.0 {
        (exponent, 1.0)
    } else if leading <= 2.0 {
        (exponent, 2.0)
    } else if leading <= 5.0 {
        (exponent, 5.0)
    } else {
        (exponent + 1, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_cover_the_figures() {
        let axis = Axis::over(FigureKind::Share, 0.546, 0.705);
        assert_eq!(axis.ticks, [0.5, 0.55, 0.6, 0.65, 0.7, 0.75]);
        assert_eq!(axis.decimals, 2);
        assert_eq!(axis.place(0.5), 0.0);
    }

    #[test]
    fn one_figure_without_interval_still_has_an_axis() {
        let axis = Axis::over(FigureKind::Number, 3.0, 3.0);
        assert!(axis.low < 3.0 && axis.high > 3.0, "{axis:?}");
        let axis = Axis::over(FigureKind::Share, 1.0, 1.0);
        assert!(axis.low < 1.0 && axis.high == 1.0, "{axis:?}");
    }

    #[test]
    fn a_span_of_no_digits_is_none() {
        for (low, high) in [(0.0, 5e-324), (-5e-324, 5e-324), (3.0, 3.0 + 4e-16), (1e300, 1.1e300)] {
            let axis = Axis::over(FigureKind::Number, low, high);
            assert!(axis.ticks.iter().all(|tick| tick.is_finite()) && axis.decimals < 120, "{axis:?}");
            assert!((0.0..=1.0).contains(&axis.place(low)), "{axis:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn an_axis_holds_its_figures(low in -1e6_f64..1e6, span in 1e-6_f64..1e6) {
            let axis = Axis::over(FigureKind::Number, low, low + span);
            let slack = (axis.high - axis.low) * 1e-6;
            proptest::prop_assert!(axis.low <= low + slack && axis.high >= low + span - slack, "{:?}", axis);
            proptest::prop_assert!(axis.ticks.len() >= 2 && axis.ticks.len() <= 12);
        }
    }
}
