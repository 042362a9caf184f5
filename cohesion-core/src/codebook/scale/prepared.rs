//! A definition made ready for arithmetic: every item with its valid answers and their exact values.

use super::fraction::Fraction;
use super::{Aggregator, AnswersNeeded, DontKnow, ScaleDefinition, ScaleItem};

/// How many codes an item may have before it has to be called continuous.
pub(crate) const MOST_CODES: f64 = 10_000.0;

/// A definition with every number as a fraction.
pub(crate) struct Prepared {
    pub(crate) items: Vec<PreparedItem>,
    pub(crate) domains: Vec<Domain>,
    pub(crate) fold: Fold,
    /// Whether the folded values are divided by the weights of what was answered.
    pub(crate) divides: bool,
    /// Whether a row without any answer scores 0.
    pub(crate) empty_scores_zero: bool,
    pub(crate) finish: Finish,
}

/// How the values of a row are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fold {
    Add,
    Min,
    Max,
}

/// One item, ready.
pub(crate) struct PreparedItem {
    pub(crate) answers: Answers,
    pub(crate) weight: Fraction,
    /// The value of "don't know", where that is an answer.
    pub(crate) midpoint: Option<Fraction>,
}

/// The valid answers of an item.
pub(crate) enum Answers {
    /// Codes and their values, sorted by code.
    Listed(Vec<(f64, Fraction)>),
    /// Every number between the bounds, or every number: its value is `slope * answer + offset`.
    Linear { bounds: Option<[f64; 2]>, slope: Fraction, offset: Fraction, ends: Option<(Fraction, Fraction)> },
}

/// Items that share a rule about missing answers: positions in the list of items, and how many must be answered.
pub(crate) struct Domain {
    pub(crate) items: Vec<usize>,
    pub(crate) needed: usize,
}

/// What happens to the number the aggregator made.
pub(crate) struct Finish {
    pub(crate) slope: Fraction,
    pub(crate) offset: Fraction,
    pub(crate) decimals: Option<u32>,
    pub(crate) bands: Vec<Stretch>,
}

/// The ends of a band.
#[derive(Clone, Copy)]
pub(crate) struct Stretch {
    pub(crate) from: Option<Fraction>,
    pub(crate) to: Option<Fraction>,
    pub(crate) from_open: bool,
    pub(crate) to_open: bool,
}

impl Stretch {
    pub(crate) fn contains(&self, score: Fraction) -> bool {
        let above = self.from.is_none_or(|from| score > from || (score == from && !self.from_open));
        let below = self.to.is_none_or(|to| score < to || (score == to && !self.to_open));
        above && below
    }
}

impl Finish {
    /// The final score, rounded where the definition says so.
    pub(crate) fn apply(&self, raw: Fraction) -> Option<Fraction> {
        let score = self.slope.mul(raw)?.add(self.offset)?;
        self.decimals.map_or(Some(score), |decimals| score.rounded(decimals))
    }
}

impl PreparedItem {
    /// The value of an answer; `None` where it is no valid answer.
    pub(crate) fn value_of(&self, answer: f64) -> Option<f64> {
        match &self.answers {
            Answers::Listed(codes) => {
                // Adding 0 makes -0 the 0 that stands among the codes.
                let at = codes.binary_search_by(|(code, _)| code.total_cmp(&(answer + 0.0))).ok()?;
                codes.get(at).map(|(_, value)| value.to_f64())
            }
            Answers::Linear { bounds, slope, offset, .. } => {
                let valid = bounds.map_or(answer.is_finite(), |[low, high]| (low..=high).contains(&answer));
                valid.then(|| slope.to_f64() * answer + offset.to_f64())
            }
        }
    }

    /// The variance of answers by chance, where each possible answer is as likely: the uniform null distribution of
    /// James, Demaree and Wolf (1984). `None` without a range.
    fn chance_variance(&self) -> Option<f64> {
        match &self.answers {
            Answers::Listed(codes) => {
                let count = codes.len() as f64;
                let mean = codes.iter().map(|(_, value)| value.to_f64()).sum::<f64>() / count;
                let square = |value: f64| (value - mean) * (value - mean);
                (count > 0.0).then(|| codes.iter().map(|(_, value)| square(value.to_f64())).sum::<f64>() / count)
            }
            Answers::Linear { ends, .. } => {
                let (low, high) = (*ends)?;
                let width = high.to_f64() - low.to_f64();
                // The variance of answers given by chance: that of a uniform distribution.
                Some(width * width / 12.0)
            }
        }
    }

    /// Lowest and highest value; `None` for an item without a range.
    pub(crate) fn ends(&self) -> Option<(Fraction, Fraction)> {
        match &self.answers {
            Answers::Listed(codes) => {
                let values = || codes.iter().map(|(_, value)| *value).chain(self.midpoint);
                Some((values().min()?, values().max()?))
            }
            Answers::Linear { ends, .. } => *ends,
        }
    }
}

impl ScaleDefinition {
    /// The definition with every number as a fraction; `None` where its numbers have too many digits for that.
    pub(crate) fn prepare(&self) -> Option<Prepared> {
        Some(Prepared {
            items: self.items.iter().map(|item| self.prepare_item(item)).collect::<Option<_>>()?,
            domains: self.domains()?,
            fold: match self.aggregator {
                Aggregator::Mean | Aggregator::Sum | Aggregator::Count => Fold::Add,
                Aggregator::Min | Aggregator::All => Fold::Min,
                Aggregator::Max | Aggregator::Any => Fold::Max,
            },
            divides: self.aggregator == Aggregator::Mean,
            empty_scores_zero: matches!(self.aggregator, Aggregator::Sum | Aggregator::Count),
            finish: self.prepare_finish()?,
        })
    }

    /// The lowest and the highest score, and of each item the variance of answers by chance; `None` where that is not
    /// known.
    pub(crate) fn reach(&self) -> (Option<[f64; 2]>, Vec<Option<f64>>) {
        let Some(scale) = self.prepare() else { return (None, Vec::new()) };
        let ends = super::attainable::allowed_ends(&scale).map(|(low, high)| [low.to_f64(), high.to_f64()]);
        (ends, scale.items.iter().map(PreparedItem::chance_variance).collect())
    }

    /// The valid answers `[low, high]` of an item that has no recode.
    pub(super) fn range_of(&self, item: &ScaleItem) -> Option<[f64; 2]> {
        item.range.or(self.range)
    }

    /// Whether the aggregator asks of each item only whether it counts.
    pub(super) fn is_counting(&self) -> bool {
        matches!(self.aggregator, Aggregator::Any | Aggregator::All | Aggregator::Count)
    }

    fn prepare_item(&self, item: &ScaleItem) -> Option<PreparedItem> {
        let raw = self.raw_answers(item)?;
        let mut prepared = PreparedItem { answers: raw, weight: Fraction::from_decimal(item.weight)?, midpoint: None };
        let ends = prepared.ends();
        let midpoint = |(low, high): (Fraction, Fraction)| low.add(high)?.div(Fraction::whole(2));
        if self.dont_know == DontKnow::Midpoint {
            prepared.midpoint = Some(ends.and_then(midpoint)?);
        }
        // The midpoint is taken before, of the answers as they were asked.
        let (slope, offset) = self.item_map(item, ends)?;
        prepared.map(|value| slope.mul(value)?.add(offset), slope, offset)?;
        if self.is_counting() {
            let counts: Vec<Fraction> =
                self.counts.iter().map(|value| Fraction::from_decimal(*value)).collect::<Option<_>>()?;
            let counted = |value| Some(if counts.contains(&value) { Fraction::ONE } else { Fraction::ZERO });
            prepared.map(counted, Fraction::ONE, Fraction::ZERO)?;
        }
        Some(prepared)
    }

    /// The answers with their values after recode, before reversal.
    fn raw_answers(&self, item: &ScaleItem) -> Option<Answers> {
        let listed = |mut codes: Vec<(f64, Fraction)>| {
            codes.sort_by(|a, b| a.0.total_cmp(&b.0));
            Answers::Listed(codes)
        };
        if !item.recode.is_empty() {
            // Adding zero turns a negative zero into the zero that data hold.
            let pair = |recode: &super::Recode| Some((recode.from + 0.0, Fraction::from_decimal(recode.to)?));
            return Some(listed(item.recode.iter().map(pair).collect::<Option<_>>()?));
        }
        let Some([low, high]) = self.range_of(item) else {
            return Some(Answers::Linear { bounds: None, slope: Fraction::ONE, offset: Fraction::ZERO, ends: None });
        };
        if self.continuous {
            let ends = Some((Fraction::from_decimal(low)?, Fraction::from_decimal(high)?));
            let bounds = Some([low, high]);
            return Some(Answers::Linear { bounds, slope: Fraction::ONE, offset: Fraction::ZERO, ends });
        }
        // Whole steps from the low end: a range from 1 to 5 has the answers 1, 2, 3, 4 and 5.
        let steps = (high - low).clamp(0.0, MOST_CODES) as u32;
        let code = |step: u32| {
            Some((low + f64::from(step) + 0.0, Fraction::from_decimal(low)?.add(Fraction::whole(step.into()))?))
        };
        Some(listed((0..=steps).map(code).collect::<Option<_>>()?))
    }

    /// Reversal and rescale in one linear map: slope and offset.
    fn item_map(&self, item: &ScaleItem, ends: Option<(Fraction, Fraction)>) -> Option<(Fraction, Fraction)> {
        let (mut slope, mut offset) = (Fraction::ONE, Fraction::ZERO);
        // Reversed first and rescaled then, each within the item's own range.
        if item.reversed {
            let (low, high) = ends?;
            (slope, offset) = (slope.negated()?, low.add(high)?);
        }
        if let Some([to_low, to_high]) = self.rescale {
            let (low, high) = ends?;
            let (to_low, to_high) = (Fraction::from_decimal(to_low)?, Fraction::from_decimal(to_high)?);
            let factor = to_high.sub(to_low)?.div(high.sub(low)?)?;
            slope = slope.mul(factor)?;
            offset = offset.sub(low)?.mul(factor)?.add(to_low)?;
        }
        Some((slope, offset))
    }

    /// Items grouped by the rule about missing answers. Each share is made exactly: 0.6 of 5 items is 3.
    fn domains(&self) -> Option<Vec<Domain>> {
        let all = || (0..self.items.len()).collect::<Vec<_>>();
        let share = |items: usize| -> Option<usize> {
            let share = Fraction::from_decimal(self.missing.fraction.unwrap_or(1.0))?;
            usize::try_from(share.mul(Fraction::whole(i128::try_from(items).ok()?))?.ceiling()).ok()
        };
        let needed = match self.missing.rule {
            AnswersNeeded::All => self.items.len(),
            AnswersNeeded::AtLeast => usize::try_from(self.missing.k.unwrap_or(u32::MAX)).ok()?,
            AnswersNeeded::Fraction => share(self.items.len())?,
            AnswersNeeded::FractionPerDomain => return self.named_domains(share),
        };
        Some(vec![Domain { items: all(), needed }])
    }

    fn named_domains(&self, needed: impl Fn(usize) -> Option<usize>) -> Option<Vec<Domain>> {
        let mut names: Vec<&Option<String>> = Vec::new();
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for (position, item) in self.items.iter().enumerate() {
            let known = names.iter().position(|name| **name == item.domain);
            match known.and_then(|at| groups.get_mut(at)) {
                Some(group) => group.push(position),
                None => {
                    names.push(&item.domain);
                    groups.push(vec![position]);
                }
            }
        }
        groups.into_iter().map(|items| Some(Domain { needed: needed(items.len())?, items })).collect()
    }

    fn prepare_finish(&self) -> Option<Finish> {
        let (mut slope, mut offset) = (Fraction::ONE, Fraction::ZERO);
        if let Some(map) = self.score_rescale {
            let [from_low, from_high] = map.from.map(Fraction::from_decimal);
            let [to_low, to_high] = map.to.map(Fraction::from_decimal);
            slope = to_high?.sub(to_low?)?.div(from_high?.sub(from_low?)?)?;
            offset = to_low?.sub(slope.mul(from_low?)?)?;
        }
        Some(Finish {
            slope,
            offset,
            decimals: self.rounding.map(|rounding| rounding.decimals),
            bands: self.bands.iter().map(super::Band::stretch).collect::<Option<_>>()?,
        })
    }
}

impl super::Band {
    /// The ends as fractions.
    pub(super) fn stretch(&self) -> Option<Stretch> {
        let end = |value: Option<f64>| match value {
            None => Some(None),
            Some(value) => Fraction::from_decimal(value).map(Some),
        };
        Some(Stretch { from: end(self.from)?, to: end(self.to)?, from_open: self.from_open, to_open: self.to_open })
    }
}

impl PreparedItem {
    /// Puts `map` behind the values; `slope` and `offset` say the same for answers that are not listed.
    fn map(
        &mut self,
        map: impl Fn(Fraction) -> Option<Fraction>,
        by_slope: Fraction,
        by_offset: Fraction,
    ) -> Option<()> {
        if let Some(midpoint) = &mut self.midpoint {
            *midpoint = map(*midpoint)?;
        }
        match &mut self.answers {
            Answers::Listed(codes) => {
                for (_, value) in codes {
                    *value = map(*value)?;
                }
            }
            Answers::Linear { slope, offset, ends, .. } => {
                *slope = by_slope.mul(*slope)?;
                *offset = by_slope.mul(*offset)?.add(by_offset)?;
                if let Some((low, high)) = ends {
                    let (one, other) = (map(*low)?, map(*high)?);
                    (*low, *high) = (one.min(other), one.max(other));
                }
            }
        }
        Some(())
    }
}
