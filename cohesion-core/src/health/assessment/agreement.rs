//! How far people agree: `rwg`, `r*wg`, ICC(1) and ICC(2).

use super::compute::ItemColumn;
use super::content::{Agreement, AgreementBetween, AgreementWithin};
use super::figures::{Rows, Within};
use crate::estimate::texts as common;
use crate::estimate::{Estimate, Interval, IntervalMethod, Note};
use crate::health::texts;
use crate::stat::f_quantile;

/// A mean square below this part of the squared ratings is rounding.
const ROUNDING: f64 = 1e-24;

/// Agreement on one dimension in one wave.
pub(super) fn agreement(items: &[ItemColumn], scores: &[f64], rows: Rows<'_>, level: f64) -> Agreement {
    // What nobody answered says nothing of agreement.
    let answered: Vec<&ItemColumn> =
        items.iter().filter(|item| rows.places().any(|(row, _)| is_number(item, row))).collect();
    let chance: Option<Vec<f64>> = answered.iter().map(|item| item.chance_variance.filter(|v| *v > 0.0)).collect();
    let mut found = match chance {
        Some(chance) if !chance.is_empty() => {
            Agreement { within: within(&answered, &chance, rows), between: between(&answered, &chance, rows), ..no() }
        }
        other => {
            let said = if other.is_some() { common::no_answers() } else { texts::no_answer_range() };
            let reason = Some(Note::not_estimable(said, ""));
            Agreement {
                within: AgreementWithin { reason: reason.clone(), ..AgreementWithin::default() },
                between: AgreementBetween { reason, ..AgreementBetween::default() },
                ..no()
            }
        }
    };
    (found.icc1, found.icc2) = intraclass(scores, rows, level);
    found
}

fn no() -> Agreement {
    Agreement::default()
}

fn is_number(item: &ItemColumn, row: usize) -> bool {
    item.values.get(row).is_some_and(|value| !value.is_nan())
}

/// The mean over items of the variance of these ratings by the variance by chance; one list of ratings per item.
fn ratio(ratings: &[Vec<f64>], chance: &[f64]) -> f64 {
    let of = |(ratings, chance): (&Vec<f64>, &f64)| variance(ratings) / chance;
    ratings.iter().zip(chance).map(of).sum::<f64>() / ratings.len().max(1) as f64
}

fn variance(ratings: &[f64]) -> f64 {
    let count = ratings.len() as f64;
    let mean = ratings.iter().sum::<f64>() / count;
    ratings.iter().map(|rating| (rating - mean) * (rating - mean)).sum::<f64>() / (count - 1.0)
}

/// `rwg(j)` of `items` items; 0 beyond chance, as its authors advise.
fn rwg_j(ratio: f64, items: usize) -> f64 {
    let agreed = items as f64 * (1.0 - ratio);
    if ratio >= 1.0 { 0.0 } else { agreed / (agreed + ratio) }
}

/// People of the same organisation, averaged over organisations.
fn within(items: &[&ItemColumn], chance: &[f64], rows: Rows<'_>) -> AgreementWithin {
    let mut ratings: Vec<Vec<Vec<f64>>> = vec![vec![Vec::new(); items.len()]; rows.organisations];
    for (row, organisation) in rows.places().filter(|(row, _)| items.iter().all(|item| is_number(item, *row))) {
        for (place, item) in items.iter().enumerate() {
            let list = ratings.get_mut(organisation).and_then(|lists| lists.get_mut(place));
            if let (Some(list), Some(value)) = (list, item.values.get(row)) {
                list.push(*value);
            }
        }
    }
    let several = |lists: &&Vec<Vec<f64>>| lists.first().is_some_and(|list| list.len() >= 2);
    let ratios: Vec<f64> = ratings.iter().filter(several).map(|lists| ratio(lists, chance)).collect();
    let count = ratios.len() as f64;
    if ratios.is_empty() {
        let reason = Some(Note::not_estimable(texts::one_person_each(), ""));
        return AgreementWithin { reason, ..AgreementWithin::default() };
    }
    AgreementWithin {
        rwg_j: Some(ratios.iter().map(|ratio| rwg_j(*ratio, items.len())).sum::<f64>() / count),
        rwg_star: Some(ratios.iter().map(|ratio| 1.0 - ratio).sum::<f64>() / count),
        organisations: ratios.len() as u64,
        reason: None,
    }
}

/// Organisations with each other.
fn between(items: &[&ItemColumn], chance: &[f64], rows: Rows<'_>) -> AgreementBetween {
    let means: Vec<Within> = items.iter().map(|item| Within::new(&item.values, rows)).collect();
    let mean = |item: &Within, organisation: usize| item.means.get(organisation).copied().flatten();
    let complete: Vec<usize> = (0..rows.organisations)
        .filter(|organisation| means.iter().all(|item| mean(item, *organisation).is_some()))
        .collect();
    if complete.len() < 2 {
        let reason = Some(Note::not_estimable(texts::one_organisation(), ""));
        return AgreementBetween { organisations: complete.len() as u64, reason, ..AgreementBetween::default() };
    }
    let ratings: Vec<Vec<f64>> = means
        .iter()
        .map(|item| complete.iter().filter_map(|organisation| mean(item, *organisation)).collect())
        .collect();
    let ratio = ratio(&ratings, chance);
    AgreementBetween {
        rwg_j: Some(rwg_j(ratio, items.len())),
        rwg_star: Some(1.0 - ratio),
        organisations: complete.len() as u64,
        reason: None,
    }
}

const ICC: &str = "ICC(1) of a one-way analysis of variance over organisations";

/// ICC(1) and ICC(2) of the scores: one-way analysis of variance with organisations as groups.
///
/// The size of a group that stands for all is `(N - sum n^2 / N) / (K - 1)` (Donner 1986), the common size where
/// organisations have equally many respondents.
fn intraclass(scores: &[f64], rows: Rows<'_>, level: f64) -> (Estimate, Option<f64>) {
    let within = Within::new(scores, rows);
    let groups = within.organisations() as f64;
    let people: u64 = within.people.iter().sum();
    let all = people as f64;
    let none = |code| Estimate::not_estimable(ICC, people, within.missing, Note::not_estimable(code, ""));
    if people == 0 {
        return (none(common::no_answers()), None);
    }
    if groups < 2.0 {
        return (none(texts::one_organisation()), None);
    }
    if all <= groups {
        return (none(texts::one_person_each()), None);
    }
    let grand = rows.places().filter_map(|(row, _)| scores.get(row)).filter(|score| !score.is_nan()).sum::<f64>() / all;
    let (mut square_between, mut square_within, mut sizes) = (0.0, 0.0, 0.0);
    for (mean, people) in within.means.iter().zip(&within.people) {
        let size = *people as f64;
        sizes += size * size;
        square_between += mean.map_or(0.0, |mean| size * (mean - grand) * (mean - grand));
    }
    for (row, organisation) in rows.places() {
        if let (Some(score), Some(Some(mean))) = (scores.get(row), within.means.get(organisation))
            && !score.is_nan()
        {
            square_within += (score - mean) * (score - mean);
        }
    }
    let (df_between, df_within) = (groups - 1.0, all - groups);
    let (between, inside) = (square_between / df_between, square_within / df_within);
    let size = (all - sizes / all) / df_between;
    let total = between + (size - 1.0) * inside;
    if total <= ROUNDING * grand.abs().max(1.0) {
        return (none(common::no_spread()), None);
    }
    let mut estimate = Estimate {
        value: Some((between - inside) / total),
        n: people,
        n_missing: within.missing,
        method: ICC.to_owned(),
        ..Estimate::default()
    };
    let tail = 0.5 + level / 2.0;
    if inside > 0.0
        && let (Some(lower), Some(upper)) =
            (f_quantile(tail, df_between, df_within), f_quantile(tail, df_within, df_between))
    {
        let ratio = between / inside;
        let end = |f: f64| (f - 1.0) / (f + size - 1.0);
        let (low, high) = (end(ratio / lower), end(ratio * upper));
        estimate.interval = Some(Interval { low, high, level, method: IntervalMethod::ShroutFleiss });
    }
    let reliable = (between > 0.0).then(|| (between - inside) / between);
    (estimate, reliable)
}
