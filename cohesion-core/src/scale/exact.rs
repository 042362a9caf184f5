//! Scoring in whole numbers: every item value over one denominator, every cut as a fraction.

use crate::codebook::scale::fraction::{Fraction, common_denominator, gcd, round_half_away};
use crate::codebook::scale::prepared::{Answers, Prepared, PreparedItem, Stretch};

/// Numbers with up to six decimals are taken as the decimals they are written as.
const DECIMAL: f64 = 1e6;
/// Larger answers than this are computed in floating point.
const LARGEST: f64 = 1e6;
/// Sums stay below this, so that a fold never overflows.
const BOUND: i128 = 1 << 62;
/// Marks a slot of a table that no valid answer has.
const NO_CODE: i64 = i64::MIN;

/// What one cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    Missing,
    Invalid,
    /// The weighted value, over the common denominator.
    Value(i64),
    /// A valid answer that is no short decimal.
    Inexact,
}

/// Turns an answer into its weighted value.
pub(super) enum Decoder {
    /// Codes in steps of one from `low`.
    Table { low: f64, slots: Vec<i64> },
    /// Any codes, sorted.
    Codes(Vec<(f64, i64)>),
    /// `factor * (answer in millionths) + offset`.
    Linear { bounds: Option<[f64; 2]>, factor: i64, offset: i64, exact: bool },
}

/// One item of an exact scorer.
pub(super) struct ExactItem {
    pub(super) decoder: Decoder,
    pub(super) weight: i64,
    /// The weighted value of "don't know", where that is an answer.
    pub(super) midpoint: Option<i64>,
}

/// The items in whole numbers and what turns their sum into a score.
pub(super) struct Exact {
    pub(super) items: Vec<ExactItem>,
    /// `None` where the whole numbers could overflow: then items only say what is valid.
    pub(super) finish: Option<ExactFinish>,
}

/// Score = (`by_sum * sum + by_weight * weight`) / (`unit * weight`).
pub(super) struct ExactFinish {
    by_sum: i128,
    by_weight: i128,
    unit: i128,
    rounding: Option<i128>,
    bands: Vec<Stretch>,
}

impl Decoder {
    /// What `answer` is.
    pub(super) fn decode(&self, answer: f64) -> Cell {
        if answer.is_nan() {
            return Cell::Missing;
        }
        let value = match self {
            Self::Table { low, slots } => {
                let step = answer - low;
                // Codes are mostly few whole numbers in a row: their place in a table is found without a search.
                let slot = step as usize; // Saturates; the next line sees what was cut off.
                if slot as f64 == step { slots.get(slot).copied().filter(|value| *value != NO_CODE) } else { None }
            }
            Self::Codes(codes) => {
                // Adding 0 makes -0 the same code as 0.
                let at = codes.binary_search_by(|(code, _)| code.total_cmp(&(answer + 0.0)));
                at.ok().and_then(|at| codes.get(at)).map(|(_, value)| *value)
            }
            Self::Linear { bounds, factor, offset, exact } => return linear(answer, *bounds, *factor, *offset, *exact),
        };
        value.map_or(Cell::Invalid, Cell::Value)
    }
}

fn linear(answer: f64, bounds: Option<[f64; 2]>, factor: i64, offset: i64, exact: bool) -> Cell {
    if !bounds.map_or(answer.is_finite(), |[low, high]| (low..=high).contains(&answer)) {
        return Cell::Invalid;
    }
    let millionths = (answer * DECIMAL).round();
    // Up to six decimals are whole millionths; what does not come back the same has more.
    if !exact || answer.abs() > LARGEST || millionths / DECIMAL != answer {
        return Cell::Inexact;
    }
    Cell::Value(factor * millionths as i64 + offset)
}

impl Exact {
    /// The scale in whole numbers.
    pub(super) fn new(scale: &Prepared) -> Self {
        Self::in_whole_numbers(scale).unwrap_or_else(|| Self {
            items: scale.items.iter().map(|item| exact_item(item, None, 0).unwrap_or_else(never_valid)).collect(),
            finish: None,
        })
    }

    fn in_whole_numbers(scale: &Prepared) -> Option<Self> {
        let mut parts = Vec::new();
        for item in &scale.items {
            parts.extend(weighted_parts(item)?);
        }
        let unit = common_denominator(parts)?;
        let weight_unit = common_denominator(scale.items.iter().map(|item| item.weight))?;
        let weight = |item: &PreparedItem| i64::try_from(item.weight.times(weight_unit)?).ok();
        let items: Vec<ExactItem> =
            scale.items.iter().map(|item| exact_item(item, Some(unit), weight(item)?)).collect::<Option<_>>()?;
        // Proven once for the largest answers, so that no row has to look for an overflow.
        let largest = items.iter().try_fold(0_i128, |sum, item| sum.checked_add(largest_value(item)?))?;
        let weights = items.iter().map(|item| i128::from(item.weight)).sum::<i128>();
        if largest >= BOUND || weights >= BOUND {
            return None;
        }
        let finish = ExactFinish::new(scale, unit, weight_unit)?;
        finish.cannot_overflow(largest, if scale.divides { weights } else { 1 })?;
        Some(Self { items, finish: Some(finish) })
    }
}

/// The fractions that the common denominator of values has to hold.
fn weighted_parts(item: &PreparedItem) -> Option<Vec<Fraction>> {
    let mut parts = Vec::new();
    match &item.answers {
        Answers::Listed(codes) => {
            for (_, value) in codes {
                parts.push(item.weight.mul(*value)?);
            }
        }
        Answers::Linear { slope, offset, .. } => {
            parts.push(per_millionth(item.weight, *slope)?);
            parts.push(item.weight.mul(*offset)?);
        }
    }
    if let Some(midpoint) = item.midpoint {
        parts.push(item.weight.mul(midpoint)?);
    }
    Some(parts)
}

fn per_millionth(weight: Fraction, slope: Fraction) -> Option<Fraction> {
    weight.mul(slope)?.div(Fraction::whole(DECIMAL as i128))
}

/// The item over the denominator `unit`; without a unit it only knows what is valid.
fn exact_item(item: &PreparedItem, unit: Option<i128>, weight: i64) -> Option<ExactItem> {
    let over = |value: Fraction| match unit {
        Some(unit) => i64::try_from(item.weight.mul(value)?.times(unit)?).ok(),
        None => Some(0),
    };
    let decoder = match &item.answers {
        Answers::Listed(codes) => {
            let codes = codes.iter().map(|(code, value)| Some((*code, over(*value)?))).collect::<Option<Vec<_>>>()?;
            table(&codes).unwrap_or(Decoder::Codes(codes))
        }
        Answers::Linear { bounds, slope, offset, .. } => {
            let factor = match unit {
                Some(unit) => i64::try_from(per_millionth(item.weight, *slope)?.times(unit)?).ok()?,
                None => 0,
            };
            Decoder::Linear { bounds: *bounds, factor, offset: over(*offset)?, exact: unit.is_some() }
        }
    };
    let midpoint = match item.midpoint {
        Some(midpoint) => Some(over(midpoint)?),
        None => None,
    };
    Some(ExactItem { decoder, weight, midpoint })
}

/// An item that no answer fits.
fn never_valid() -> ExactItem {
    ExactItem { decoder: Decoder::Codes(Vec::new()), weight: 0, midpoint: None }
}

/// Codes that lie on a grid of whole steps, as a table; `None` where they do not or spread too far.
fn table(codes: &[(f64, i64)]) -> Option<Decoder> {
    let low = codes.first()?.0;
    let last = codes.last()?.0 - low;
    // A table of codes such as 1 and 1,000,000 would be all holes.
    if last > 65_536.0 {
        return None;
    }
    let mut slots = vec![NO_CODE; last as usize + 1];
    for (code, value) in codes {
        let step = code - low;
        if step.fract() != 0.0 {
            return None;
        }
        *slots.get_mut(step as usize)? = *value;
    }
    Some(Decoder::Table { low, slots })
}

/// The largest size of a weighted value.
fn largest_value(item: &ExactItem) -> Option<i128> {
    let listed = match &item.decoder {
        Decoder::Table { slots, .. } => {
            slots.iter().filter(|value| **value != NO_CODE).map(|value| i128::from(*value).abs()).max().unwrap_or(0)
        }
        Decoder::Codes(codes) => codes.iter().map(|(_, value)| i128::from(*value).abs()).max().unwrap_or(0),
        Decoder::Linear { factor, offset, .. } => {
            let largest = (DECIMAL * LARGEST) as i128;
            i128::from(*factor).abs().checked_mul(largest)?.checked_add(i128::from(*offset).abs())?
        }
    };
    Some(listed.max(item.midpoint.map_or(0, |midpoint| i128::from(midpoint).abs())))
}

impl ExactFinish {
    fn new(scale: &Prepared, unit: i128, weight_unit: i128) -> Option<Self> {
        let weight_unit = if scale.divides { weight_unit } else { 1 };
        let (slope, offset) = (scale.finish.slope, scale.finish.offset);
        let by_sum = slope.numerator().checked_mul(weight_unit)?.checked_mul(offset.denominator())?;
        let by_weight = offset.numerator().checked_mul(slope.denominator())?.checked_mul(unit)?;
        let unit = slope.denominator().checked_mul(offset.denominator())?.checked_mul(unit)?;
        // In lowest terms, so that larger sums fit.
        let common = gcd(gcd(by_sum, by_weight)?, unit)?;
        let rounding = match scale.finish.decimals {
            Some(decimals) => Some(10_i128.checked_pow(decimals)?),
            None => None,
        };
        Some(Self {
            by_sum: by_sum / common,
            by_weight: by_weight / common,
            unit: unit / common,
            rounding,
            bands: scale.finish.bands.clone(),
        })
    }

    /// `None` where some row could overflow on its way to a band.
    fn cannot_overflow(&self, sum: i128, weight: i128) -> Option<()> {
        let from_sum = self.by_sum.checked_abs()?.checked_mul(sum)?;
        let numerator = from_sum.checked_add(self.by_weight.checked_abs()?.checked_mul(weight)?)?;
        let denominator = self.unit.checked_mul(weight)?;
        let rounded = numerator.checked_mul(self.rounding.unwrap_or(1))?;
        for cut in self.bands.iter().flat_map(|band| [band.from, band.to]).flatten() {
            rounded.max(numerator).checked_mul(cut.denominator())?;
            denominator.max(self.rounding.unwrap_or(1)).checked_mul(cut.numerator().checked_abs()?)?;
        }
        Some(())
    }

    /// The score of a row and the position of its band. `weight` is 1 where the aggregator does not divide.
    pub(super) fn score(&self, sum: i64, weight: i64) -> (f64, Option<u16>) {
        let weight = i128::from(weight);
        let mut numerator = self.by_sum * i128::from(sum) + self.by_weight * weight;
        let mut denominator = self.unit * weight;
        if let Some(power) = self.rounding {
            numerator = round_half_away(numerator * power, denominator).unwrap_or(numerator);
            denominator = power;
        }
        let band = self.bands.iter().position(|band| holds(band, numerator, denominator));
        (quotient(numerator, denominator), band.and_then(|band| u16::try_from(band).ok()))
    }
}

/// Whether the band holds `numerator / denominator`: products of whole numbers, no rounding.
fn holds(band: &Stretch, numerator: i128, denominator: i128) -> bool {
    let over = |cut: Fraction| (numerator * cut.denominator()).cmp(&(cut.numerator() * denominator));
    let above = band.from.is_none_or(|from| if band.from_open { over(from).is_gt() } else { over(from).is_ge() });
    let below = band.to.is_none_or(|to| if band.to_open { over(to).is_lt() } else { over(to).is_le() });
    above && below
}

/// The nearest number of the machine while both terms stay below 2^53.
fn quotient(numerator: i128, denominator: i128) -> f64 {
    const EXACT: i128 = 1 << 53;
    // Both are doubles without loss, and one division rounds once.
    if numerator.abs() <= EXACT && denominator <= EXACT {
        return numerator as f64 / denominator as f64;
    }
    Fraction::new(numerator, denominator).map_or(numerator as f64 / denominator as f64, Fraction::to_f64)
}
