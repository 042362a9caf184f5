//! Figures as text: rounded once, an estimate and its interval alike.

use crate::estimate::Estimate;
pub(crate) use crate::estimate::FigureKind;
pub(crate) use crate::estimate::words::level;
use crate::indicator::IndicatorStatistic;
use crate::message::sentence;
use crate::message::{Language, format_number, format_percent, phrases};

impl FigureKind {
    /// The kind of an indicator's figure.
    pub(crate) fn of_indicator(statistic: IndicatorStatistic) -> Self {
        match statistic {
            IndicatorStatistic::Share => Self::Share,
            IndicatorStatistic::Mean => Self::Number,
        }
    }

    /// The kind of a difference of two such figures.
    pub(crate) fn difference(self) -> Self {
        match self {
            Self::Share | Self::Points => Self::Points,
            Self::Number | Self::Difference => Self::Difference,
        }
    }
}

/// Writes the figures of one table or one picture: all with the same decimals.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Writer {
    kind: FigureKind,
    decimals: usize,
    language: Language,
}

impl Writer {
    /// For these figures. The widest interval decides: digits finer than it would be noise.
    pub(crate) fn new<'e>(
        kind: FigureKind,
        estimates: impl IntoIterator<Item = &'e Estimate>,
        language: Language,
    ) -> Self {
        let (mut width, mut size) = (None, 0.0_f64);
        for estimate in estimates {
            let own = estimate.interval.as_ref().map(|interval| interval.high - interval.low);
            // The widest interval decides for all figures that stand together, so that they have as many decimals.
            width = own.into_iter().chain(width).reduce(f64::max);
            size = size.max(estimate.value.unwrap_or_default().abs());
        }
        Self::sized(kind, width, size, language)
    }

    /// For figures of that size at most, whose widest interval is so wide.
    pub(crate) fn sized(kind: FigureKind, width: Option<f64>, size: f64, language: Language) -> Self {
        let decimals = match kind {
            FigureKind::Share | FigureKind::Points => share_decimals(width),
            FigureKind::Number | FigureKind::Difference => number_decimals(width, size),
        };
        Self { kind, decimals, language }
    }

    /// For one figure.
    pub(crate) fn one(kind: FigureKind, estimate: &Estimate, language: Language) -> Self {
        Self::new(kind, [estimate], language)
    }

    pub(crate) fn kind(self) -> FigureKind {
        self.kind
    }

    pub(crate) fn language(self) -> Language {
        self.language
    }

    /// One number in the kind's form, without a unit of points.
    pub(crate) fn number(self, value: f64) -> String {
        match self.kind {
            FigureKind::Share => percent(value, self.decimals, self.language),
            FigureKind::Number => format_number(value, self.decimals, self.language),
            FigureKind::Points => signed(value * 100.0, self.decimals, self.language),
            FigureKind::Difference => signed(value, self.decimals, self.language),
        }
    }

    /// The figure, or the words for one that is hidden or cannot be estimated.
    pub(crate) fn figure(self, estimate: &Estimate) -> String {
        estimate.value.map_or_else(|| absent(estimate, self.language).to_owned(), |value| self.number(value))
    }

    /// The figure with its unit of percentage points.
    pub(crate) fn figure_with_unit(self, estimate: &Estimate) -> String {
        match (self.kind, estimate.value) {
            (FigureKind::Points, Some(value)) => sentence::points(self.number(value), self.language),
            _ => self.figure(estimate),
        }
    }

    /// The interval; empty where there is none.
    pub(crate) fn interval(self, estimate: &Estimate) -> String {
        estimate.interval.as_ref().map(|interval| self.range(interval.low, interval.high)).unwrap_or_default()
    }

    /// From one number to another.
    pub(crate) fn range(self, low: f64, high: f64) -> String {
        sentence::range(self.number(low), self.number(high), self.language)
    }

    /// A standard error: one digit more than the figure, in per cent for shares.
    pub(crate) fn error(self, se: f64) -> String {
        match self.kind {
            FigureKind::Share | FigureKind::Points => format_percent(se, self.decimals + 1, self.language),
            FigureKind::Number | FigureKind::Difference => format_number(se, self.decimals + 1, self.language),
        }
    }

    /// The figure with its interval in brackets: “2.80 (2.50 to 3.10)”.
    pub(crate) fn with_interval(self, estimate: &Estimate) -> String {
        let figure = self.figure_with_unit(estimate);
        let interval = self.interval(estimate);
        if interval.is_empty() { figure } else { format!("{figure} ({interval})") }
    }
}

/// A figure without an interval, such as a target: with the digits it needs, at most `most`.
pub(crate) fn exact(kind: FigureKind, value: f64, most: i32, language: Language) -> String {
    let scaled = if kind == FigureKind::Share { value * 100.0 } else { value };
    let decimals = (0..most).find(|decimals| {
        let power = libm::pow(10.0, f64::from(*decimals));
        // As few decimals as the plan wrote, whatever the binary number behind it is.
        (scaled * power - (scaled * power).round()).abs() < 1e-6
    });
    let decimals = decimals.unwrap_or(most).unsigned_abs() as usize;
    if kind == FigureKind::Share {
        format_percent(value, decimals, language)
    } else {
        format_number(value, decimals, language)
    }
}

/// The words in place of a figure.
pub(crate) fn absent(estimate: &Estimate, language: Language) -> &'static str {
    let name = if estimate.is_hidden() { &phrases::HIDDEN } else { &phrases::NOT_ESTIMABLE };
    name.said(language)
}

fn share_decimals(width: Option<f64>) -> usize {
    // A decimal of a per cent says nothing where the interval spans ten of them.
    usize::from(width.is_some_and(|width| width > 0.0 && width < 0.10))
}

/// Two decimals for the usual scales, fewer for large figures, more where the interval is narrower than those show.
fn number_decimals(width: Option<f64>, size: f64) -> usize {
    let usual = if size >= 1000.0 {
        0
    } else if size >= 100.0 {
        1
    } else {
        2
    };
    let fine = match width {
        Some(width) if width > 0.0 && width < 0.05 => (1.0 - libm::floor(libm::log10(width))) as usize,
        _ => 0,
    };
    usual.max(fine.min(8))
}

/// A percentage; one that only rounding makes 0 or 100 says so.
fn percent(share: f64, decimals: usize, language: Language) -> String {
    let (none, all) = (format_percent(0.0, decimals, language), format_percent(1.0, decimals, language));
    let text = format_percent(share, decimals, language);
    // A share above nothing is not written as 0 %, nor one below all as 100 %.
    let step = if decimals == 0 { 0.01 } else { 0.001 };
    if share > 0.0 && text == none {
        format!("<{}", format_percent(step, decimals, language))
    } else if share < 1.0 && text == all {
        format!(">{}", format_percent(1.0 - step, decimals, language))
    } else {
        text
    }
}

/// A number with its sign, which a zero does not have.
fn signed(value: f64, decimals: usize, language: Language) -> String {
    let text = format_number(value, decimals, language);
    let nought = text == format_number(0.0, decimals, language);
    // A change that rounds to nothing has no direction.
    if value > 0.0 && !nought { format!("+{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::{Interval, IntervalMethod};

    fn share(value: f64, low: f64, high: f64) -> Estimate {
        let interval = Interval { low, high, level: 0.95, method: IntervalMethod::Logit };
        Estimate { value: Some(value), n: 143, interval: Some(interval), ..Estimate::default() }
    }

    #[test]
    fn a_wide_interval_takes_the_decimals_away() {
        let wide = share(0.629_370_629_4, 0.546_376_472_4, 0.705_368_489);
        let writer = Writer::one(FigureKind::Share, &wide, Language::Fr);
        assert_eq!(writer.with_interval(&wide), "63\u{202f}% (55\u{202f}% à 71\u{202f}%)");
        let narrow = share(0.6294, 0.60, 0.65);
        assert_eq!(Writer::one(FigureKind::Share, &narrow, Language::Nl).figure(&narrow), "62,9%");
    }

    #[test]
    fn what_only_rounding_makes_nought_is_not_nought() {
        let rare = share(0.004, 0.0004, 0.2);
        let writer = Writer::one(FigureKind::Share, &rare, Language::En);
        assert_eq!(writer.with_interval(&rare), "<1% (<1% to 20%)");
        assert_eq!(writer.number(0.0), "0%");
        assert_eq!(writer.number(0.998), ">99%");
    }

    #[test]
    fn means_have_two_decimals_unless_they_are_large_or_fine() {
        assert_eq!(number_decimals(Some(0.3), 3.6), 2);
        assert_eq!(number_decimals(Some(900.0), 25_000.0), 0);
        assert_eq!(number_decimals(Some(0.004), 0.02), 4);
    }

    #[test]
    fn differences_carry_their_sign_and_their_points() {
        let rise = share(0.05, -0.03, 0.12);
        let writer = Writer::one(FigureKind::Points, &rise, Language::En);
        assert_eq!(writer.with_interval(&rise), "+5 percentage points (\u{2212}3 to +12)");
        assert_eq!(writer.number(0.0), "0");
    }

    #[test]
    fn levels_keep_what_they_need() {
        assert_eq!(level(0.95, Language::En), "95%");
        assert_eq!(level(0.999, Language::En), "99.9%");
    }
}
