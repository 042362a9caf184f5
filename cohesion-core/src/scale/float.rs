//! Scoring in floating point, for rows that whole numbers cannot hold.

use super::score::ItemAnswers;
use crate::codebook::scale::ScaleDefinition;
use crate::codebook::scale::attainable::allowed_ends;
use crate::codebook::scale::fraction::Fraction;
use crate::codebook::scale::prepared::{Fold, Prepared, PreparedItem};

/// How near a score computed in floating point must come to a cut to be taken to lie on it, as a share of the score's
/// range (of 1 or the score itself where the range is not known).
const TOLERANCE: f64 = 1e-9;
/// The value of one item in one row; `None` where it is missing.
pub(super) fn value_at(item: &PreparedItem, answers: &ItemAnswers<'_>, row: usize) -> Option<f64> {
    if answers.dont_know.and_then(|rows| rows.get(row).copied()).unwrap_or(false) {
        return item.midpoint.map(Fraction::to_f64);
    }
    item.value_of(*answers.values.get(row)?)
}

/// Scoring in floating point, for rows that whole numbers cannot hold.
pub(super) struct Float {
    slope: f64,
    offset: f64,
    /// 10 to the power of the decimals.
    rounding: Option<f64>,
    /// Width of the score's range, where it is known.
    width: Option<f64>,
    bands: Vec<FloatBand>,
}

struct FloatBand {
    from: f64,
    to: f64,
    from_open: bool,
    to_open: bool,
}

impl Float {
    pub(super) fn new(scale: &Prepared, definition: &ScaleDefinition) -> Self {
        let band = |band: &crate::codebook::scale::Band| FloatBand {
            from: band.from.unwrap_or(f64::NEG_INFINITY),
            to: band.to.unwrap_or(f64::INFINITY),
            from_open: band.from_open,
            to_open: band.to_open,
        };
        Self {
            slope: scale.finish.slope.to_f64(),
            offset: scale.finish.offset.to_f64(),
            rounding: scale.finish.decimals.map(|decimals| 10_f64.powi(decimals.try_into().unwrap_or(0))),
            // What counts as equal depends on how wide the scale is, and not on where it lies.
            width: allowed_ends(scale).map(|(low, high)| high.to_f64() - low.to_f64()),
            bands: definition.bands.iter().map(band).collect(),
        }
    }

    pub(super) fn score(&self, scale: &Prepared, items: &[ItemAnswers<'_>], row: usize) -> (f64, Option<u16>) {
        let (mut folded, mut weights) = (None, 0.0);
        for (item, answers) in scale.items.iter().zip(items) {
            let Some(value) = value_at(item, answers, row) else { continue };
            let weight = item.weight.to_f64();
            weights += weight;
            folded = Some(match (folded, scale.fold) {
                (None, _) => weight * value,
                (Some(old), Fold::Add) => old + weight * value,
                (Some(old), Fold::Min) => f64::min(old, value),
                (Some(old), Fold::Max) => f64::max(old, value),
            });
        }
        let raw = folded.unwrap_or(0.0) / if scale.divides { weights } else { 1.0 };
        let score = self.slope * raw + self.offset;
        let tolerance = TOLERANCE * self.width.unwrap_or_else(|| score.abs().max(1.0));
        let score = self.rounding.map_or(score, |power| round_near(score, power, tolerance));
        let band = self.bands.iter().position(|band| band.holds(score, tolerance));
        (score, band.and_then(|band| u16::try_from(band).ok()))
    }
}

/// Rounded to the grid of `power`, halves and what comes within the tolerance of a half away from zero.
fn round_near(score: f64, power: f64, tolerance: f64) -> f64 {
    // A half that came out a rounding too low is a half; adding 0 makes -0 a plain 0.
    ((score.abs() * power + 0.5 + tolerance * power).floor() / power).copysign(score) + 0.0
}

impl FloatBand {
    fn holds(&self, score: f64, tolerance: f64) -> bool {
        let slack = |open: bool| if open { -tolerance } else { tolerance };
        score >= self.from - slack(self.from_open) && score <= self.to + slack(self.to_open)
    }
}
