//! Weighted totals in every replicate, from the totals of clusters.
//!
//! What a replicate multiplies a cluster by never becomes a column of weights: a bootstrap adds up the clusters it drew,
//! half samples add and take away the differences of pairs, and a jackknife is in closed form.

use std::ops::Range;

use crate::sampling::replicates::factors::{FrameStratum, Held};
use crate::stat::{at, each_chunk};

/// Columns that are summed together, and how many of the last ones.
const WIDE: usize = 16;
const NARROW: usize = 4;
/// Up to this many clusters the sums of all pairs stay in the nearest cache.
const PAIRED: usize = 24;
/// How many replicates are one piece of work: so many that the sums of pairs, which each piece makes, cost little.
const PIECE: usize = 512;

/// A number that a cluster adds to a column.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part {
    pub cluster: usize,
    pub column: usize,
    pub value: f64,
}

/// The sums of each cluster, from the first column it adds to up to the last.
pub(crate) struct ClusterSums {
    columns: usize,
    /// For each cluster its first column, and where its values begin and end.
    spans: Vec<(usize, usize, usize)>,
    values: Vec<f64>,
}

impl ClusterSums {
    pub fn new(clusters: usize, columns: usize, parts: &[Part]) -> Self {
        // A cluster mostly has answers in few groups, one next to the other: from the first to the last column is far
        // less than a row of all.
        let mut reach = vec![(usize::MAX, 0); clusters];
        for part in parts {
            if let Some((low, high)) = reach.get_mut(part.cluster) {
                (*low, *high) = ((*low).min(part.column), (*high).max(part.column + 1));
            }
        }
        let mut next = 0;
        let span = |(low, high): (usize, usize)| {
            let from = next;
            next += high.saturating_sub(low);
            (low, from, next)
        };
        let spans: Vec<(usize, usize, usize)> = reach.into_iter().map(span).collect();
        let mut this = Self { columns, spans, values: vec![0.0; next] };
        for part in parts {
            let place = this.spans.get(part.cluster).map(|(low, from, _)| from + part.column - low);
            if let Some(value) = place.and_then(|place| this.values.get_mut(place)) {
                *value += part.value;
            }
        }
        this
    }

    /// The first column of a cluster and its values.
    fn of(&self, cluster: usize) -> (usize, &[f64]) {
        let (low, from, to) = at(&self.spans, cluster);
        (low, self.values.get(from..to).unwrap_or_default())
    }

    /// The sums over these clusters.
    fn sum(&self, clusters: std::ops::Range<usize>) -> Vec<f64> {
        let mut sum = vec![0.0; self.columns];
        clusters.for_each(|cluster| self.add(&mut sum, cluster, 1.0));
        sum
    }

    /// Adds a cluster's values times `factor`.
    fn add(&self, to: &mut [f64], cluster: usize, factor: f64) {
        let (low, values) = self.of(cluster);
        for (sum, value) in to.iter_mut().skip(low).zip(values) {
            *sum += factor * value;
        }
    }

    /// The first column that one of these clusters adds to, and the one after the last.
    fn reach(&self, clusters: std::ops::Range<usize>) -> std::ops::Range<usize> {
        let ends = clusters.map(|cluster| self.of(cluster)).filter(|(_, values)| !values.is_empty());
        let ends = ends.map(|(low, values)| (low, low + values.len()));
        let (low, high) = ends.fold((usize::MAX, 0), |(low, high), (from, to)| (low.min(from), high.max(to)));
        low..high
    }

    /// A cluster's values of some columns times `factor`.
    fn block<const W: usize>(&self, cluster: usize, first: usize, factor: f64) -> [f64; W] {
        let (low, values) = self.of(cluster);
        let value = |column: usize| column.checked_sub(low).and_then(|place| values.get(place));
        std::array::from_fn(|place| value(first + place).map_or(0.0, |value| factor * value))
    }
}

/// What each replicate adds up of a stratum: its drawn clusters two by two where there are sums of all pairs.
#[derive(Debug)]
pub(crate) struct Picks {
    paired: bool,
    each: usize,
    codes: Vec<u32>,
}

impl Picks {
    pub fn new<'d>(stratum: &FrameStratum, replicates: usize, draws: impl Iterator<Item = &'d [u32]>) -> Self {
        let size = stratum.size();
        // Making the pairs costs as much as adding size * size / 2 clusters.
        // Two drawn clusters are then one addition instead of two.
        let paired = size <= PAIRED && replicates > 2 * size;
        let pairs = (size * (size + 1) / 2) as u32;
        let place = |cluster: u32| cluster.saturating_sub(stratum.start as u32);
        let pair = |drawn: &[u32]| match drawn {
            [a, b] => {
                let (high, low) = (place(*a).max(place(*b)), place(*a).min(place(*b)));
                high * (high + 1) / 2 + low
            }
            [only] => pairs + place(*only),
            _ => 0,
        };
        let step = if paired { 2 } else { 1 };
        let mut codes = Vec::with_capacity(replicates * (size - 1).div_ceil(step));
        for drawn in draws {
            match paired {
                true => codes.extend(drawn.chunks(2).map(pair)),
                false => codes.extend(drawn.iter().map(|cluster| place(*cluster))),
            }
        }
        Self { paired, each: (size - 1).div_ceil(step), codes }
    }

    /// Adds some columns of every replicate, so few that their sums stay in registers.
    fn add<const W: usize>(&self, sums: &ClusterSums, stratum: &FrameStratum, first: usize, rows: &mut Piece) {
        let of = |cluster: usize| sums.block::<W>(cluster, first, stratum.raise());
        let single: Vec<[f64; W]> = stratum.clusters().map(of).collect();
        let mut table = Vec::new();
        if self.paired {
            for (place, a) in single.iter().enumerate() {
                table.extend(single.iter().take(place + 1).map(|b| {
                    let mut sum = *a;
                    sum.iter_mut().zip(b).for_each(|(sum, value)| *sum += value);
                    sum
                }));
            }
        }
        table.extend(single);
        let codes = self.codes.chunks_exact(self.each.max(1)).skip(rows.replicates.start);
        for (row, codes) in rows.values.chunks_exact_mut(rows.columns.max(1)).zip(codes) {
            let mut sum = [0.0; W];
            for values in codes.iter().filter_map(|code| table.get(*code as usize)) {
                sum.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
            }
            let columns = row.get_mut(first..).unwrap_or_default();
            columns.iter_mut().zip(sum).for_each(|(column, sum)| *column += sum);
        }
    }
}

/// The totals of some replicates.
struct Piece {
    replicates: Range<usize>,
    columns: usize,
    values: Vec<f64>,
}

/// Totals with the full weights and in every replicate.
pub(crate) struct Totals {
    columns: usize,
    pub full: Vec<f64>,
    values: Vec<f64>,
}

impl Totals {
    /// Totals of which the replicates are added one by one.
    pub fn new(full: Vec<f64>, count: usize) -> Self {
        Self { columns: full.len(), values: Vec::with_capacity(count * full.len()), full }
    }

    /// Adds the totals of the next replicate, or of several.
    pub fn push(&mut self, totals: &[f64]) {
        self.values.extend_from_slice(totals);
    }

    /// The totals of these columns, replicate by replicate.
    pub fn of(&self, columns: std::ops::Range<usize>) -> impl Iterator<Item = &[f64]> + '_ {
        let replicates = self.values.chunks_exact(self.columns.max(1));
        replicates.map(move |row| row.get(columns.clone()).unwrap_or_default())
    }
}

impl Held {
    /// The totals of every replicate.
    pub(crate) fn totals(&self, sums: &ClusterSums) -> Totals {
        let mut totals = Totals::new(sums.sum(0..self.frame.clusters), self.count);
        if self.replication.jackknife() {
            self.without_each(sums, &mut totals);
        } else if self.draws.is_empty() {
            self.halves(sums, &mut totals);
        } else {
            self.drawn(sums, &mut totals);
        }
        totals
    }

    /// Without cluster j of n the sum S of its stratum becomes (S - s_j) n / (n - 1).
    fn without_each(&self, sums: &ClusterSums, totals: &mut Totals) {
        for stratum in self.frame.strata.iter().filter(|stratum| stratum.size() > 1) {
            // S n / (n - 1) is S + S / (n - 1): all but the cluster that goes is the same for every replicate of the
            // stratum and is added once.
            let raise = 1.0 / (stratum.size() as f64 - 1.0);
            let whole = sums.sum(stratum.clusters());
            let others: Vec<f64> = totals.full.iter().zip(&whole).map(|(full, sum)| full + sum * raise).collect();
            let piece = |places: Range<usize>| {
                let mut rows = others.repeat(places.len());
                for (row, place) in rows.chunks_exact_mut(others.len().max(1)).zip(places) {
                    sums.add(row, stratum.start + place, -stratum.raise());
                }
                rows
            };
            each_chunk(stratum.size(), PIECE, piece, |rows| totals.push(&rows));
        }
    }

    /// The totals with the differences of pairs added or taken away.
    fn halves(&self, sums: &ClusterSums, totals: &mut Totals) {
        let reach = self.replication.reach();
        let full = totals.full.clone();
        let again = |replicate: usize| {
            let mut row = full.clone();
            for (place, stratum) in self.frame.strata.iter().enumerate() {
                let sign = sign_of(replicate, place) * reach;
                sums.add(&mut row, stratum.start, sign);
                sums.add(&mut row, stratum.start + 1, -sign);
            }
            row
        };
        each_chunk(self.count, 1, |places| again(places.start), |row| totals.push(&row));
    }

    /// The sums of the clusters drawn, raised; clusters that are alone in their stratum stay.
    fn drawn(&self, sums: &ClusterSums, totals: &mut Totals) {
        let mut alone = vec![0.0; totals.columns];
        // A cluster that was taken with certainty is in every replicate; without it the figure would be that of another
        // population.
        for stratum in self.frame.strata.iter().filter(|stratum| stratum.size() == 1) {
            sums.add(&mut alone, stratum.start, 1.0);
        }
        let piece = |replicates: Range<usize>| {
            let values = alone.repeat(replicates.len());
            let mut rows = Piece { replicates, columns: alone.len(), values };
            self.add_drawn(sums, &mut rows);
            rows.values
        };
        each_chunk(self.count, PIECE, piece, |rows| totals.push(&rows));
    }

    fn add_drawn(&self, sums: &ClusterSums, rows: &mut Piece) {
        // Stratum by stratum, so that its clusters stay in the nearest cache.
        let several = self.frame.strata.iter().filter(|stratum| stratum.size() > 1);
        for (stratum, picks) in several.zip(&self.picks) {
            let reach = sums.reach(stratum.clusters());
            let mut first = reach.start;
            while first < reach.end {
                if reach.end - first > WIDE - NARROW {
                    picks.add::<WIDE>(sums, stratum, first, rows);
                    first += WIDE;
                } else {
                    picks.add::<NARROW>(sums, stratum, first, rows);
                    first += NARROW;
                }
            }
        }
    }

    /// What a replicate multiplies the weights of each cluster by.
    pub(crate) fn fill(&self, replicate: usize, factors: &mut [f64]) {
        factors.fill(1.0);
        if self.replication.jackknife() {
            return self.fill_without(replicate, factors);
        }
        if self.draws.is_empty() {
            let reach = self.replication.reach();
            for (place, stratum) in self.frame.strata.iter().enumerate() {
                let sign = sign_of(replicate, place) * reach;
                for (factor, sign) in factors.iter_mut().skip(stratum.start).zip([sign, -sign]) {
                    *factor += sign;
                }
            }
            return;
        }
        let each = self.draws.len() / self.count.max(1);
        for stratum in self.frame.strata.iter().filter(|stratum| stratum.size() > 1) {
            factors.get_mut(stratum.clusters()).unwrap_or_default().fill(0.0);
        }
        for cluster in self.draws.iter().skip(replicate * each).take(each) {
            if let Some(factor) = factors.get_mut(*cluster as usize) {
                *factor += 1.0;
            }
        }
        for stratum in self.frame.strata.iter().filter(|stratum| stratum.size() > 1) {
            let raise = stratum.raise();
            factors.get_mut(stratum.clusters()).unwrap_or_default().iter_mut().for_each(|factor| *factor *= raise);
        }
    }

    fn fill_without(&self, replicate: usize, factors: &mut [f64]) {
        let mut first = 0;
        for stratum in self.frame.strata.iter().filter(|stratum| stratum.size() > 1) {
            if (first..first + stratum.size()).contains(&replicate) {
                let here = factors.get_mut(stratum.clusters()).unwrap_or_default();
                for (place, factor) in here.iter_mut().enumerate() {
                    *factor = if first + place == replicate { 0.0 } else { stratum.raise() };
                }
            }
            first += stratum.size();
        }
    }
}

/// Row and column of the Sylvester-Hadamard matrix whose first column no stratum takes.
fn sign_of(replicate: usize, stratum: usize) -> f64 {
    if (replicate & (stratum + 1)).count_ones().is_multiple_of(2) { 1.0 } else { -1.0 }
}

#[cfg(test)]
mod tests {
    use super::super::factors::{ReplicateFactors, Replication};
    use super::{ClusterSums, Part};
    use crate::sampling::{Design, SingleUnit, Survey};
    use crate::table::{Column, Table};

    /// Every way to the totals must give what the factors themselves give.
    #[test]
    fn totals_are_those_of_the_factors() {
        let strata = [1.0, 1.0, 2.0, 2.0, 3.0, 3.0];
        let more = [1.0, 1.0, 1.0, 2.0, 2.0, 3.0];
        for (strata, replication) in [
            (strata, Replication::brr()),
            (strata, Replication::fay(0.3)),
            (more, Replication::jkn()),
            (more, Replication::bootstrap(7, 3)),
            (more, Replication::bootstrap(4, 3)),
        ] {
            let table = Table::new(vec![
                Column::number("stratum", strata.to_vec()),
                Column::number("cluster", (0..6).map(f64::from).collect::<Vec<_>>()),
            ])
            .unwrap();
            let design = Design::new().strata("stratum").cluster("cluster").single_unit(SingleUnit::Certainty);
            let survey = Survey::new(&table, design).unwrap();
            let replicated = survey.replicates(replication).unwrap();
            let made: &ReplicateFactors = replicated.replication().unwrap();
            let parts: Vec<Part> = (0..6)
                .flat_map(|cluster| (cluster % 3..3).map(move |column| (cluster, column)))
                .map(|(cluster, column)| Part { cluster, column, value: (cluster * 5 + column) as f64 + 0.5 })
                .collect();
            let totals = made.held().totals(&ClusterSums::new(6, 3, &parts));
            for (replicate, found) in totals.of(0..3).enumerate() {
                let mut factors = [0.0; 6];
                made.held().fill(replicate, &mut factors);
                let mut expected = [0.0; 3];
                parts.iter().for_each(|part| expected[part.column] += factors[part.cluster] * part.value);
                assert!(found.iter().zip(&expected).all(|(a, b)| (a - b).abs() < 1e-12), "{found:?} {expected:?}");
            }
            assert_eq!(totals.of(0..3).count(), made.count());
        }
    }
}
