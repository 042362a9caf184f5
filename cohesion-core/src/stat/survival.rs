//! Time until something ends, where some cases are still open: product-limit curves and the log-rank test.
#![allow(clippy::indexing_slicing, reason = "groups and times are places in lists made here")]

use super::distribution::{chi_square_tail, normal_quantile};
use super::matrix::{Cholesky, Matrix};
use super::positions;
use super::random::shuffled;

/// Values of a curve nearer than this count as equal: products of fractions such as 3/4 x 2/3.
const SAME_HEIGHT: f64 = 1e-9;

/// Up to how many ways to hand out the labels all of them are looked at.
const MOST_ENUMERATED: f64 = 100_000.0;

/// One case: under observation after `entry` up to `exit`, where it ended or was still open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Spell {
    pub entry: f64,
    pub exit: f64,
    pub ended: bool,
}

/// A curve at one time at which a case ended or left observation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Step {
    pub time: f64,
    pub at_risk: u64,
    pub ended: u64,
    /// Still open when observation stopped.
    pub open: u64,
    pub survival: f64,
    /// Greenwood's standard error of `survival`; none where the curve has come to 0.
    pub se: Option<f64>,
    /// The ends of the interval on the scale log(-log); none where the curve is 1 or 0.
    pub interval: Option<(f64, f64)>,
}

/// A product-limit curve.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Curve {
    pub steps: Vec<Step>,
    /// All at risk had ended while others were still to come: from there on the curve says nothing.
    pub emptied: bool,
}

/// A quantile and its interval; an end that the curve of the limit does not reach is none.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Quantile {
    pub time: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

/// The product-limit estimate (Kaplan and Meier 1958) with late entry (Tsai, Jewell and Wang 1987), Greenwood's error
/// and intervals on the scale log(-log) (Kalbfleisch and Prentice 1980). A case counts at risk at t where
/// entry < t <= exit; one that enters at 0 also counts at 0.
pub(crate) fn curve(spells: &[Spell], level: f64) -> Curve {
    let z = normal_quantile(0.5 + level / 2.0).unwrap_or_default();
    let times = distinct(spells.iter().map(|spell| spell.exit).collect());
    let mut entries: Vec<f64> = spells.iter().map(|spell| spell.entry).filter(|entry| *entry > 0.0).collect();
    entries.sort_by(f64::total_cmp);
    let mut exits: Vec<Spell> = spells.to_vec();
    exits.sort_by(|a, b| a.exit.total_cmp(&b.exit));
    let mut steps = Vec::with_capacity(times.len());
    let (mut entered, mut gone) = (0_usize, 0_usize);
    // Who enters at 0 is at risk at 0 already; later entries only after their time.
    let from_start = spells.len() - entries.len();
    let (mut survival, mut hazard_variance, mut emptied) = (1.0_f64, 0.0_f64, false);
    for time in times {
        while entered < entries.len() && entries[entered] < time {
            entered += 1;
        }
        let at_risk = from_start + entered - gone;
        let here = exits[gone..].iter().take_while(|spell| spell.exit <= time);
        let (all, ended) = here.fold((0, 0), |(all, ended), spell| (all + 1, ended + usize::from(spell.ended)));
        // After the number at risk is taken: who leaves at a time was at risk at that time (ties go to those who
        // ended).
        gone += all;
        let (n, d) = (at_risk as f64, ended as f64);
        if ended > 0 {
            survival *= (n - d) / n;
            // Infinite once all at risk have ended; the curve is 0 then and nothing below reads it.
            hazard_variance += d / (n * (n - d));
        }
        // With late entries the curve may come to 0 while others are still to enter: it can never rise again.
        emptied |= ended == at_risk && gone < spells.len();
        let open = survival > 0.0;
        let inside = open && survival < 1.0;
        steps.push(Step {
            time,
            at_risk: at_risk as u64,
            ended: ended as u64,
            open: (all - ended) as u64,
            survival,
            se: open.then(|| survival * hazard_variance.sqrt()),
            interval: inside.then(|| log_log(survival, hazard_variance, z)),
        });
    }
    Curve { steps, emptied }
}

fn log_log(survival: f64, hazard_variance: f64, z: f64) -> (f64, f64) {
    let log = libm::log(survival);
    // On the scale log(-log) the limits stay between 0 and 1.
    let half = z * hazard_variance.sqrt() / log.abs();
    let end = |sign: f64| libm::exp(log * libm::exp(sign * half));
    (end(1.0), end(-1.0))
}

impl Curve {
    /// The time by which a share `1 - height` has ended, with the interval of Brookmeyer and Crowley (1982): where the
    /// limits of the curve cross the same height. Where the curve runs level at that height, the middle of that stretch.
    pub fn crossing(&self, height: f64) -> Quantile {
        let cross = |value: &dyn Fn(&Step) -> Option<f64>| {
            let known = || self.steps.iter().filter_map(|step| Some((step.time, value(step)?)));
            let (time, reached) = known().find(|(_, y)| *y <= height + SAME_HEIGHT)?;
            // The curve jumps across: that time is the quantile.
            if (reached - height).abs() > SAME_HEIGHT {
                return Some(time);
            }
            let next = known().find(|(_, y)| *y < height - SAME_HEIGHT).map(|(time, _)| time);
            // A curve that stays at that height to the end leaves the quantile open; its last time is what is known.
            let end = next.or_else(|| self.steps.last().map(|step| step.time))?;
            Some(0.5 * (time + end))
        };
        Quantile {
            time: cross(&|step| Some(step.survival)),
            low: cross(&|step| step.interval.map(|ends| ends.0)),
            high: cross(&|step| step.interval.map(|ends| ends.1)),
        }
    }

    /// The curve just after `time`; 1 before the first step.
    pub fn at(&self, time: f64) -> f64 {
        self.steps.iter().take_while(|step| step.time <= time).last().map_or(1.0, |step| step.survival)
    }
}

/// Whether groups end at different rates.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LogRank {
    pub observed: Vec<f64>,
    pub expected: Vec<f64>,
    pub chi_square: f64,
    pub df: f64,
    /// By the chi-square distribution.
    pub p: f64,
    /// By handing out the labels anew.
    pub permutation: Permutation,
}

/// A p-value from labels handed out anew.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Permutation {
    pub p: f64,
    /// How many ways were looked at.
    pub count: u64,
    /// Whether these were all.
    pub exact: bool,
}

/// The log-rank test of `groups` groups (Mantel 1966; Peto and Peto 1972), for cases without late entry; none where
/// nothing ended or one group alone was ever at risk.
///
/// The permutation holds sum of S^2 / n against its own distribution, S being a group's sum of log-rank scores (ended
/// less cumulative hazard): over all ways to hand out the labels where there are at most 100,000, else over `draws`
/// seeded ones, where p is (as large + 1) / (draws + 1).
pub(crate) fn log_rank(spells: &[Spell], group: &[usize], groups: usize, draws: u64, seed: u64) -> Option<LogRank> {
    let times = distinct(spells.iter().filter(|spell| spell.ended).map(|spell| spell.exit).collect());
    let mut observed = vec![0.0; groups];
    for (spell, own) in spells.iter().zip(group) {
        observed[*own] += f64::from(u8::from(spell.ended));
    }
    let mut order = positions(spells.len(), |a, b| spells[a].exit.total_cmp(&spells[b].exit));
    order.reverse();
    let mut at_risk = vec![0.0; groups];
    for own in group {
        at_risk[*own] += 1.0;
    }
    let mut expected = vec![0.0; groups];
    let mut variance = Matrix::zeros(groups);
    let mut hazard = Vec::with_capacity(times.len());
    let mut cumulated = 0.0;
    for time in &times {
        while let Some(first) = order.last().filter(|first| spells[**first].exit < *time) {
            at_risk[group[*first]] -= 1.0;
            order.pop();
        }
        let ended = spells.iter().filter(|spell| spell.ended && spell.exit == *time).count() as f64;
        let n: f64 = at_risk.iter().sum();
        cumulated += ended / n;
        hazard.push((*time, cumulated));
        // The hypergeometric variance: labels are handed out among those at risk without repeats. One alone leaves no
        // choice.
        let spread = if n > 1.0 { ended * (n - ended) / (n - 1.0) } else { 0.0 };
        let shares: Vec<f64> = at_risk.iter().map(|own| own / n).collect();
        for (i, share) in shares.iter().enumerate() {
            expected[i] += ended * share;
            variance.set(i, i, variance.get(i, i) + spread * share);
        }
        variance.add_outer(&shares, -spread);
    }
    let kept: Vec<usize> = (0..groups).filter(|own| expected[*own] > 0.0).collect();
    // The differences sum to 0, so the matrix of all groups is singular: one group is left out, and the statistic is
    // the same whichever it is.
    let (_, compared) = kept.split_last()?;
    if compared.is_empty() {
        return None;
    }
    let reduced = Matrix::from_fn(compared.len(), |i, j| variance.get(compared[i], compared[j]));
    let distance: Vec<f64> = compared.iter().map(|own| observed[*own] - expected[*own]).collect();
    let solved = Cholesky::of(&reduced, |_| 1e-12).ok()?.solve(&distance);
    let chi_square: f64 = distance.iter().zip(&solved).map(|(a, b)| a * b).sum();
    let df = compared.len() as f64;
    let score = |spell: &Spell| {
        let hazard = hazard.iter().take_while(|(time, _)| *time <= spell.exit).last().map_or(0.0, |(_, sum)| *sum);
        f64::from(u8::from(spell.ended)) - hazard
    };
    let scores: Vec<f64> = spells.iter().map(score).collect();
    Some(LogRank {
        observed,
        expected,
        chi_square,
        df,
        p: chi_square_tail(chi_square, df)?,
        permutation: permuted(&scores, group, groups, draws, seed),
    })
}

/// How far the groups' sums of scores lie from 0.
fn apart(scores: &[f64], labels: &[usize], sums: &mut [f64], sizes: &[f64]) -> f64 {
    sums.fill(0.0);
    for (score, label) in scores.iter().zip(labels) {
        sums[*label] += score;
    }
    sums.iter().zip(sizes).filter(|(_, size)| **size > 0.0).map(|(sum, size)| sum * sum / size).sum()
}

fn permuted(scores: &[f64], group: &[usize], groups: usize, draws: u64, seed: u64) -> Permutation {
    let mut sizes = vec![0.0; groups];
    for own in group {
        sizes[*own] += 1.0;
    }
    let mut sums = vec![0.0; groups];
    let found = apart(scores, group, &mut sums, &sizes);
    // Sums of the same numbers in another order differ by rounding: those count as equal.
    let least = found - 1e-9 * found.abs().max(1e-9);
    let mut labels = group.to_vec();
    // Few ways are all looked at: the p-value is then exact and needs no seed.
    if ways(&sizes) <= MOST_ENUMERATED {
        labels.sort();
        let (mut as_far, mut count) = (0_u64, 0_u64);
        loop {
            count += 1;
            as_far += u64::from(apart(scores, &labels, &mut sums, &sizes) >= least);
            if !next_order(&mut labels) {
                return Permutation { p: as_far as f64 / count as f64, count, exact: true };
            }
        }
    }
    let mut as_far = 0_u64;
    let look = |(as_far, sums): &mut (u64, Vec<f64>), labels: &[usize]| {
        sums.resize(groups, 0.0);
        *as_far += u64::from(apart(scores, labels, sums, &sizes) >= least);
    };
    shuffled(group, draws as usize, (seed, &["log_rank"]), look, |(part, _)| as_far += part);
    // The order that was observed is one of those possible, so p is never 0.
    Permutation { p: (as_far as f64 + 1.0) / (draws as f64 + 1.0), count: draws, exact: false }
}

/// In how many ways labels can be handed out to groups of these sizes; large numbers only roughly.
fn ways(sizes: &[f64]) -> f64 {
    let (mut ways, mut all) = (1.0_f64, 0.0_f64);
    for size in sizes {
        let mut own = 0.0;
        // Stops long before the number loses its meaning: it is only compared with a bound.
        while own < *size && ways < 1e18 {
            own += 1.0;
            all += 1.0;
            ways *= all / own;
        }
    }
    ways.round()
}

/// The next order of the labels by their rank; false after the last.
fn next_order(labels: &mut [usize]) -> bool {
    let Some(turn) = (1..labels.len()).rev().find(|place| labels[place - 1] < labels[*place]) else { return false };
    let larger = (turn..labels.len()).rev().find(|place| labels[*place] > labels[turn - 1]).unwrap_or(turn);
    labels.swap(turn - 1, larger);
    labels[turn..].reverse();
    true
}

/// The values from low to high, each once.
fn distinct(mut values: Vec<f64>) -> Vec<f64> {
    values.sort_by(f64::total_cmp);
    values.dedup();
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spell(exit: f64, ended: bool) -> Spell {
        Spell { entry: 0.0, exit, ended }
    }

    fn near(found: Option<f64>, expected: f64) {
        assert!(found.is_some_and(|found| (found - expected).abs() < 1e-12), "{found:?} for {expected}");
    }

    /// Without open cases the curve is the share that has not ended, and the median the middle value.
    #[test]
    fn without_open_cases_the_curve_is_a_share() {
        let found = curve(&[1.0, 2.0, 3.0, 4.0].map(|exit| spell(exit, true)), 0.95);
        let heights: Vec<f64> = found.steps.iter().map(|step| step.survival).collect();
        assert_eq!(heights, [0.75, 0.5, 0.25, 0.0]);
        // The error of a share of 4: sqrt(p (1 - p) / 4).
        near(found.steps[0].se, (0.75_f64 * 0.25 / 4.0).sqrt());
        assert_eq!(found.steps[3].se, None);
        assert_eq!(found.crossing(0.5).time, Some(2.5));
        assert_eq!((found.at(0.5), found.at(2.0), found.at(9.0)), (1.0, 0.5, 0.0));
    }

    #[test]
    fn a_median_that_is_not_reached_is_none() {
        let found = curve(&[spell(1.0, true), spell(5.0, false), spell(6.0, false)], 0.95);
        assert_eq!(found.crossing(0.5).time, None);
        assert!(!found.emptied);
    }

    /// One case came late: it is not at risk at 2, and the first group of cases had all gone by then.
    #[test]
    fn late_entry_and_an_emptied_table() {
        let late = Spell { entry: 2.0, exit: 6.0, ended: true };
        let found = curve(&[spell(1.0, false), spell(4.0, true), late], 0.95);
        assert_eq!(found.steps.iter().map(|step| step.at_risk).collect::<Vec<_>>(), [2, 2, 1]);
        assert!(curve(&[spell(2.0, true), late], 0.95).emptied);
    }

    /// Two against two, all in order: 2 of the 6 ways to hand out the labels are as far apart.
    #[test]
    fn all_ways_are_looked_at_where_there_are_few() {
        let spells = [1.0, 2.0, 3.0, 4.0].map(|exit| spell(exit, true));
        let found = log_rank(&spells, &[0, 0, 1, 1], 2, 99, 1).unwrap();
        assert_eq!(found.observed, [2.0, 2.0]);
        near(Some(found.expected[0]), 0.5 + 1.0 / 3.0);
        assert_eq!((found.permutation.count, found.permutation.exact), (6, true));
        near(Some(found.permutation.p), 2.0 / 6.0);
    }

    #[test]
    fn many_ways_are_drawn_with_a_seed_and_never_give_nought() {
        let spells: Vec<Spell> = (1..=40).map(|exit| spell(f64::from(exit), true)).collect();
        let group: Vec<usize> = (0..40).map(|place| usize::from(place >= 20)).collect();
        let found = log_rank(&spells, &group, 2, 999, 7).unwrap().permutation;
        assert_eq!((found.count, found.exact, found.p), (999, false, 1.0 / 1000.0));
        assert_eq!(found, log_rank(&spells, &group, 2, 999, 7).unwrap().permutation);
    }

    #[test]
    fn nothing_ended_or_one_group_is_no_test() {
        assert_eq!(log_rank(&[spell(1.0, false), spell(2.0, false)], &[0, 1], 2, 99, 1), None);
        assert_eq!(log_rank(&[spell(1.0, true), spell(2.0, true)], &[0, 0], 1, 99, 1), None);
    }
}
