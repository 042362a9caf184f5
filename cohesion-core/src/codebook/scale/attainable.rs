//! What the answers to a scale can reach, exactly.

use std::collections::{BTreeMap, BTreeSet};

use super::fraction::{Fraction, common_denominator};
use super::prepared::{Answers, Domain, Fold, Prepared, PreparedItem};

/// How many steps the enumeration of scores may take before the scores are taken to lie densely between their ends.
const MOST_STEPS: usize = 2_000_000;
/// How many rounded scores are listed at most.
const MOST_ROUNDED: i128 = 100_000;

/// What the answers to a scale can reach.
pub(super) struct Attainable {
    /// Lowest and highest score of those who answer every item.
    pub(super) complete: (Fraction, Fraction),
    /// Lowest and highest score over every pattern of missing answers that the rule allows.
    pub(super) allowed: (Fraction, Fraction),
    /// Whether the ends differ between patterns of missing answers.
    pub(super) depends_on_missing: bool,
    /// Every score; `None` where they lie densely between the ends.
    pub(super) scores: Option<BTreeSet<Fraction>>,
}

/// Lowest and highest score over every pattern of missing answers that the rule allows; `None` as for [`attainable`].
pub(crate) fn allowed_ends(scale: &Prepared) -> Option<(Fraction, Fraction)> {
    let (lows, highs) = item_ends(scale)?;
    let low = scale.finish.apply(lowest(scale, &scale.domains, &lows)?)?;
    let high = scale.finish.apply(highest(scale, &scale.domains, &highs)?)?;
    Some((low.min(high), low.max(high)))
}

/// The lowest and the highest value of each item.
fn item_ends(scale: &Prepared) -> Option<(Vec<Fraction>, Vec<Fraction>)> {
    let ends: Option<Vec<_>> = scale.items.iter().map(PreparedItem::ends).collect();
    Some(ends?.into_iter().unzip())
}

/// What the answers can reach; `None` where an item has no range or the numbers are too long.
pub(super) fn attainable(scale: &Prepared) -> Option<Attainable> {
    let (lows, highs) = item_ends(scale)?;
    let everything = [Domain { items: (0..lows.len()).collect(), needed: lows.len() }];
    let one = scale.finish.apply(lowest(scale, &everything, &lows)?)?;
    let other = scale.finish.apply(highest(scale, &everything, &highs)?)?;
    let allowed = allowed_ends(scale)?;
    let varies =
        |values: &[Fraction]| Some(lowest(scale, &scale.domains, values)? != highest(scale, &scale.domains, values)?);
    Some(Attainable {
        complete: (one.min(other), one.max(other)),
        allowed,
        depends_on_missing: varies(&lows)? || varies(&highs)?,
        // Where there are too many scores to list, a rounded scale has at most all steps between its ends.
        scores: scores(scale).or_else(|| rounded_between(allowed, scale.finish.decimals)),
    })
}

/// The highest result when every item, if answered, has the given value and missing answers are chosen freely within
/// the rule.
fn highest(scale: &Prepared, domains: &[Domain], values: &[Fraction]) -> Option<Fraction> {
    best(scale, scale.fold, domains, values)
}

/// The lowest result: the negative of the highest one of the negatives.
fn lowest(scale: &Prepared, domains: &[Domain], values: &[Fraction]) -> Option<Fraction> {
    // The lowest is the highest of the opposite numbers: one search serves both.
    let turned: Vec<Fraction> = values.iter().map(|value| value.negated()).collect::<Option<_>>()?;
    let fold = match scale.fold {
        Fold::Add => Fold::Add,
        Fold::Min => Fold::Max,
        Fold::Max => Fold::Min,
    };
    best(scale, fold, domains, &turned)?.negated()
}

fn best(scale: &Prepared, fold: Fold, domains: &[Domain], values: &[Fraction]) -> Option<Fraction> {
    match fold {
        Fold::Max => values.iter().max().copied(),
        Fold::Min => best_minimum(domains, values),
        Fold::Add if scale.divides => best_mean(scale, domains, values),
        Fold::Add => {
            let gains: Vec<Fraction> = weighted(scale, values)?;
            sum(chosen(domains, &gains).into_iter().filter_map(|item| gains.get(item).copied()))
        }
    }
}

/// The needed items are the highest ones of each domain; the lowest of these is the result.
fn best_minimum(domains: &[Domain], values: &[Fraction]) -> Option<Fraction> {
    let last_needed = |domain: &Domain| {
        let mut sorted: Vec<Fraction> = domain.items.iter().filter_map(|item| values.get(*item).copied()).collect();
        sorted.sort_by(|a, b| b.cmp(a));
        sorted.get(domain.needed.checked_sub(1)?).copied()
    };
    // Where nothing need be answered a single answer decides, and the largest of all is best.
    domains.iter().filter_map(last_needed).min().or_else(|| values.iter().max().copied())
}

/// Dinkelbach's method: which items to answer so that the weighted mean is highest. Each round is exact and improves
/// the mean, so that it ends.
fn best_mean(scale: &Prepared, domains: &[Domain], values: &[Fraction]) -> Option<Fraction> {
    let mut mean: Option<Fraction> = None;
    loop {
        // Dinkelbach: the best mean is the level at which the best choice gains exactly nothing. Each round ends in a
        // higher one until none is left.
        let level = mean.unwrap_or_else(|| values.iter().min().copied().unwrap_or(Fraction::ZERO));
        let above: Vec<Fraction> = values.iter().map(|value| value.sub(level)).collect::<Option<_>>()?;
        let gains = weighted(scale, &above)?;
        let mut items = chosen(domains, &gains);
        // A mean needs at least one answer.
        if items.is_empty() {
            items.extend((0..values.len()).max_by_key(|item| values.get(*item)));
        }
        let of = |list: &[Fraction]| sum(items.iter().filter_map(|item| list.get(*item).copied()));
        let weights: Vec<Fraction> = scale.items.iter().map(|item| item.weight).collect();
        let next = of(&weighted(scale, values)?)?.div(of(&weights)?)?;
        if mean.is_some_and(|mean| next <= mean) {
            return mean;
        }
        mean = Some(next);
    }
}

/// The items to answer for the largest sum of gains: in each domain as many as needed, and every other that gains.
fn chosen(domains: &[Domain], gains: &[Fraction]) -> Vec<usize> {
    let mut items = Vec::new();
    for domain in domains {
        let mut sorted: Vec<(usize, Fraction)> =
            domain.items.iter().filter_map(|item| Some((*item, *gains.get(*item)?))).collect();
        sorted.sort_by_key(|entry| std::cmp::Reverse(entry.1));
        let taken =
            sorted.iter().enumerate().filter(|(rank, (_, gain))| *rank < domain.needed || *gain > Fraction::ZERO);
        items.extend(taken.map(|(_, (item, _))| *item));
    }
    items
}

fn weighted(scale: &Prepared, values: &[Fraction]) -> Option<Vec<Fraction>> {
    scale.items.iter().zip(values).map(|(item, value)| item.weight.mul(*value)).collect()
}

fn sum(mut values: impl Iterator<Item = Fraction>) -> Option<Fraction> {
    values.try_fold(Fraction::ZERO, Fraction::add)
}

/// Number of answered items (no more than needed), and the sum of their weights.
type Progress = (usize, i128);
/// What the items folded so far can have become; `None` before the first answer.
type Reached = BTreeMap<Progress, BTreeSet<Option<i128>>>;

/// Every score that some pattern of answers gives; `None` where items are not listed or there are too many.
fn scores(scale: &Prepared) -> Option<BTreeSet<Fraction>> {
    let listed: Vec<Vec<Fraction>> = scale.items.iter().map(contributions).collect::<Option<_>>()?;
    let value_unit = common_denominator(listed.iter().flatten().copied())?;
    let weight_unit = common_denominator(scale.items.iter().map(|item| item.weight))?;
    let mut reached: Reached = BTreeMap::from_iter([((0, 0), BTreeSet::from_iter([None]))]);
    // Sums of many items with odd weights are as many as there are combinations: given up before they fill the memory.
    let mut budget = MOST_STEPS;
    for domain in &scale.domains {
        for item in &domain.items {
            let values: Vec<i128> =
                listed.get(*item)?.iter().map(|value| value.times(value_unit)).collect::<Option<_>>()?;
            let weight = if scale.divides { scale.items.get(*item)?.weight.times(weight_unit)? } else { 0 };
            reached = with_item(&reached, &values, weight, scale.fold, domain.needed, &mut budget)?;
        }
        reached = close_domain(reached, domain.needed);
    }
    let mut scores = BTreeSet::new();
    for ((_, weight), folded) in reached {
        for value in folded {
            let raw = match value {
                None if scale.empty_scores_zero => Fraction::ZERO,
                None => continue,
                Some(value) if scale.divides => {
                    Fraction::new(value, value_unit)?.div(Fraction::new(weight, weight_unit)?)?
                }
                Some(value) => Fraction::new(value, value_unit)?,
            };
            scores.insert(scale.finish.apply(raw)?);
        }
    }
    Some(scores)
}

/// The different weighted values of a listed item.
fn contributions(item: &PreparedItem) -> Option<Vec<Fraction>> {
    let Answers::Listed(codes) = &item.answers else { return None };
    let values = codes.iter().map(|(_, value)| *value).chain(item.midpoint);
    let weighted: Vec<Fraction> = values.map(|value| item.weight.mul(value)).collect::<Option<_>>()?;
    Some(BTreeSet::from_iter(weighted).into_iter().collect())
}

/// What is reached after one more item, answered in any way or not at all.
fn with_item(
    before: &Reached,
    values: &[i128],
    weight: i128,
    fold: Fold,
    needed: usize,
    budget: &mut usize,
) -> Option<Reached> {
    let mut after = before.clone();
    for ((answered, weights), folded) in before {
        // Beyond what is needed the number of answers does not matter, so that those states are one.
        let progress = ((*answered + 1).min(needed), weights.checked_add(weight)?);
        *budget = budget.checked_sub(folded.len().saturating_mul(values.len() + 1))?;
        let target = after.entry(progress).or_default();
        for old in folded {
            for value in values {
                target.insert(Some(match (old, fold) {
                    (None, _) => *value,
                    (Some(old), Fold::Add) => old.checked_add(*value)?,
                    (Some(old), Fold::Min) => *old.min(value),
                    (Some(old), Fold::Max) => *old.max(value),
                }));
            }
        }
    }
    Some(after)
}

/// Keeps the patterns that answered enough of the domain and starts counting anew.
fn close_domain(reached: Reached, needed: usize) -> Reached {
    reached
        .into_iter()
        .filter(|((answered, _), _)| *answered >= needed)
        .map(|((_, weights), folded)| ((0, weights), folded))
        .collect()
}

/// Every rounded number between the ends, where scores lie densely before they are rounded.
fn rounded_between((low, high): (Fraction, Fraction), decimals: Option<u32>) -> Option<BTreeSet<Fraction>> {
    let unit = 10_i128.checked_pow(decimals?)?;
    let (first, last) = (low.times(unit)?, high.times(unit)?);
    if last.checked_sub(first)? > MOST_ROUNDED {
        return None;
    }
    let scores: Option<Vec<_>> = (first..=last).map(|score| Fraction::new(score, unit)).collect();
    scores.map(BTreeSet::from_iter)
}

#[cfg(test)]
mod tests {
    use super::super::ScaleDefinition;
    use super::*;
    use proptest::prelude::*;

    fn scale(json: &str) -> Prepared {
        serde_json::from_str::<ScaleDefinition>(json).unwrap().prepare().unwrap()
    }

    proptest! {
        /// The ends from the choice of items are those of the enumeration.
        #[test]
        fn ends_are_those_of_all_patterns(
            items in prop::collection::vec((0_i32..4, 1_i32..4, 1_i32..5, 0_u8..2), 1..5),
            aggregator in prop::sample::select(vec!["mean", "sum"]),
            rule in 0_u32..4,
        ) {
            let list: Vec<String> = items.iter().enumerate().map(|(at, (low, span, weight, domain))| {
                format!(r#"{{"variable": "x{at}", "range": [{low}, {}], "weight": {}, "domain": "{domain}"}}"#, low + span, f64::from(*weight) / 2.0)
            }).collect();
            let k = rule.min(items.len() as u32);
            let missing = match rule {
                3 => r#"{"rule": "fraction_per_domain", "fraction": 0.5}"#.to_owned(),
                _ => format!(r#"{{"rule": "at_least", "k": {k}}}"#),
            };
            let json = format!(r#"{{"id": "s", "items": [{}], "aggregator": "{aggregator}", "missing": {missing}}}"#, list.join(","));
            let reach = attainable(&scale(&json)).unwrap();
            let scores = reach.scores.unwrap();
            prop_assert_eq!(scores.first().copied(), Some(reach.allowed.0));
            prop_assert_eq!(scores.last().copied(), Some(reach.allowed.1));
        }

        #[test]
        fn ends_of_min_and_max(
            items in prop::collection::vec((0_i32..5, 1_i32..5), 1..5),
            aggregator in prop::sample::select(vec!["min", "max"]),
            k in 0_u32..4,
        ) {
            let list: Vec<String> = items.iter().enumerate().map(|(at, (low, span))| {
                format!(r#"{{"variable": "x{at}", "range": [{low}, {}]}}"#, low + span)
            }).collect();
            let k = k.min(items.len() as u32);
            let json = format!(
                r#"{{"id": "s", "items": [{}], "aggregator": "{aggregator}", "missing": {{"rule": "at_least", "k": {k}}}}}"#,
                list.join(",")
            );
            let reach = attainable(&scale(&json)).unwrap();
            let scores = reach.scores.unwrap();
            prop_assert_eq!(scores.first().copied(), Some(reach.allowed.0));
            prop_assert_eq!(scores.last().copied(), Some(reach.allowed.1));
        }
    }
}
