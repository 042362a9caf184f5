//! Means within organisations, then across them, with t intervals over organisations.

use crate::estimate::texts as common;
use crate::estimate::{Estimate, Interval, IntervalMethod, Note};
use crate::health::texts;
use crate::partnership::Across;
use crate::stat::{at, t_quantile};

/// An error below this part of the figure is rounding.
const ROUNDING: f64 = 1e-12;

/// Which rows are looked at: those of one wave, each with the place of its organisation.
#[derive(Clone, Copy)]
pub(super) struct Rows<'r> {
    pub(super) organisation: &'r [usize],
    pub(super) wave: &'r [usize],
    /// The wave.
    pub(super) at: usize,
    /// How many organisations there are.
    pub(super) organisations: usize,
}

impl Rows<'_> {
    /// The rows of the wave: place in the table, and of the organisation.
    pub(super) fn places(self) -> impl Iterator<Item = (usize, usize)> {
        self.organisation
            .iter()
            .zip(self.wave)
            .enumerate()
            .filter(move |(_, (_, wave))| **wave == self.at)
            .map(|(row, (organisation, _))| (row, *organisation))
    }
}

/// The ratings of one column put together within organisations.
#[derive(Clone, Debug, Default)]
pub(super) struct Within {
    /// The mean of each organisation; `None` where nobody of it answered.
    pub(super) means: Vec<Option<f64>>,
    /// How many of its people answered.
    pub(super) people: Vec<u64>,
    /// Rows of the wave without an answer.
    pub(super) missing: u64,
}

impl Within {
    pub(super) fn new(values: &[f64], rows: Rows<'_>) -> Self {
        let mut sums = vec![0.0; rows.organisations];
        let mut people = vec![0_u64; rows.organisations];
        let mut missing = 0;
        for (row, organisation) in rows.places() {
            let value = values.get(row).copied().unwrap_or(f64::NAN);
            match (sums.get_mut(organisation), people.get_mut(organisation)) {
                (Some(sum), Some(count)) if !value.is_nan() => {
                    *sum += value;
                    *count += 1;
                }
                _ => missing += 1,
            }
        }
        let mean = |(sum, count): (&f64, &u64)| (*count > 0).then(|| sum / *count as f64);
        Self { means: sums.iter().zip(&people).map(mean).collect(), people, missing }
    }

    /// Without the organisations that have no mean in `other`.
    pub(super) fn paired_with(&self, other: &Self) -> Self {
        let both = |(mean, other): (&Option<f64>, &Option<f64>)| mean.filter(|_| other.is_some());
        let means: Vec<Option<f64>> = self.means.iter().zip(&other.means).map(both).collect();
        let people = self.people.iter().zip(&means).map(|(people, mean)| if mean.is_some() { *people } else { 0 });
        Self { people: people.collect(), means, missing: self.missing }
    }

    /// How many organisations have a mean.
    pub(super) fn organisations(&self) -> usize {
        self.means.iter().flatten().count()
    }

    /// The largest part that one organisation has in the mean.
    pub(super) fn largest_share(&self, across: Across) -> Option<f64> {
        let known = (0..self.means.len()).filter(|place| self.means.get(*place).is_some_and(Option::is_some));
        let weights: Vec<f64> = known.map(|place| self.weight(place, across)).collect();
        let total: f64 = weights.iter().sum();
        weights.into_iter().reduce(f64::max).map(|largest| largest / total)
    }

    fn weight(&self, organisation: usize, across: Across) -> f64 {
        match across {
            Across::Organisations => 1.0,
            Across::Respondents => at(&self.people, organisation) as f64,
        }
    }
}

/// A figure over organisations, with what each adds to its error: the variance is the sum of the squares of the parts.
///
/// With equal weights that is the variance between organisations by their number; with others it is the linearised
/// variance of a ratio over clusters (Särndal, Swensson and Wretman 1992, section 5.6), as for a sample of clusters.
#[derive(Clone, Debug)]
pub(super) struct Mean {
    pub(super) value: f64,
    /// One per organisation; 0 for those without an answer.
    pub(super) parts: Vec<f64>,
    pub(super) organisations: usize,
    pub(super) people: u64,
    pub(super) missing: u64,
}

impl Mean {
    /// The mean over organisations; `None` where nobody answered.
    pub(super) fn new(within: &Within, across: Across) -> Option<Self> {
        let organisations = within.organisations();
        let weighted = |place: usize| within.weight(place, across);
        let known = || within.means.iter().enumerate().filter_map(|(place, mean)| Some((place, (*mean)?)));
        let total: f64 = known().map(|(place, _)| weighted(place)).sum();
        if organisations == 0 || total <= 0.0 {
            return None;
        }
        let value = known().map(|(place, mean)| weighted(place) * mean).sum::<f64>() / total;
        let count = organisations as f64;
        let scale = if organisations > 1 { (count / (count - 1.0)).sqrt() / total } else { 0.0 };
        let part =
            |(place, mean): (usize, &Option<f64>)| mean.map_or(0.0, |mean| scale * weighted(place) * (mean - value));
        Some(Self {
            value,
            parts: within.means.iter().enumerate().map(part).collect(),
            organisations,
            people: within.people.iter().sum(),
            missing: within.missing,
        })
    }

    /// This figure less `other`, organisation by organisation.
    pub(super) fn less(&self, other: &Self) -> Self {
        Self {
            value: self.value - other.value,
            parts: self.parts.iter().zip(&other.parts).map(|(a, b)| a - b).collect(),
            organisations: self.organisations.min(other.organisations),
            people: self.people,
            missing: self.missing,
        }
    }

    /// This figure less a number that is known.
    pub(super) fn less_number(&self, number: f64) -> Self {
        Self { value: self.value - number, ..self.clone() }
    }

    /// The mean of several figures.
    pub(super) fn of(means: &[&Self]) -> Option<Self> {
        let first = means.first()?;
        let count = means.len() as f64;
        let part = |place: usize| means.iter().filter_map(|mean| mean.parts.get(place)).sum::<f64>() / count;
        Some(Self {
            value: means.iter().map(|mean| mean.value).sum::<f64>() / count,
            parts: (0..first.parts.len()).map(part).collect(),
            organisations: means.iter().map(|mean| mean.organisations).min().unwrap_or_default(),
            people: first.people,
            missing: first.missing,
        })
    }

    /// The figure with its error and interval.
    pub(super) fn estimate(&self, level: f64, method: &str) -> Estimate {
        let mut estimate = Estimate {
            value: Some(self.value),
            n: self.people,
            n_missing: self.missing,
            method: method.to_owned(),
            ..Estimate::default()
        };
        if self.organisations < 2 {
            estimate.reason = Some(Note::not_estimable(texts::one_organisation(), ""));
            return estimate;
        }
        let df = self.organisations as f64 - 1.0;
        let se = self.parts.iter().map(|part| part * part).sum::<f64>().sqrt();
        estimate.df = Some(df);
        if se <= ROUNDING * self.value.abs().max(1.0) {
            // Nobody differs: a standard error of 0 would claim to be certain.
            estimate.se = Some(0.0);
            estimate.notes.push(Note::warning(common::no_spread(), ""));
            return estimate;
        }
        estimate.se = Some(se);
        estimate.interval = t_quantile(0.5 + level / 2.0, df).map(|t| Interval {
            low: self.value - t * se,
            high: self.value + t * se,
            level,
            method: IntervalMethod::T,
        });
        estimate
    }
}

/// The figure of a column in a wave, or why there is none.
pub(super) fn estimate_of(mean: Option<&Mean>, missing: u64, level: f64, method: &str) -> Estimate {
    match mean {
        Some(mean) => mean.estimate(level, method),
        None => Estimate::not_estimable(method, 0, missing, Note::not_estimable(common::no_answers(), "")),
    }
}
