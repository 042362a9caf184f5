//! Two waves of one network.

use std::ops::Range;

use super::summary::{no_ties, too_few};
use super::{FigureSpan, Network, NetworkResult, Seeded};
use crate::error::Result;
use crate::estimate::texts as common;
use crate::estimate::{Note, Provenance};
use crate::stat::{Stream, at, each_chunk, t_quantile, t_two_sided};

/// Bootstrap samples unless another number is asked.
const SAMPLES: u32 = 5_000;
/// How many samples are one piece of work.
const DRAWN: usize = 16;

const METHOD: &str = "differences: the later wave less this one, over the partners of both; standard error of the change in \
    density by the paired vertex bootstrap (Snijders and Borgatti 1999, Connections 22(2), 61)";

/// Two matrices of the same partners, 1 where a tie is.
struct Waves {
    size: usize,
    before: Vec<f64>,
    after: Vec<f64>,
}

impl Waves {
    /// The change of a pair of places.
    fn change(&self, from: usize, to: usize) -> f64 {
        let place = from * self.size + to;
        at(&self.after, place) - at(&self.before, place)
    }

    fn sum(&self, test: impl Fn(f64, f64) -> bool) -> f64 {
        self.before.iter().zip(&self.after).filter(|(a, b)| test(**a, **b)).count() as f64
    }

    /// The standard deviation of the change in density over partners drawn anew; a pair of one partner with itself takes
    /// the change of a pair at random.
    fn bootstrap(&self, samples: u32, seed: u64) -> f64 {
        let (mut sum, mut squares) = (0.0, 0.0);
        let piece = |places: Range<usize>| {
            let densities = places.map(|place| self.density_of_draw(seed, place as u64));
            densities.fold((0.0, 0.0), |(sum, squares), density| (sum + density, squares + density * density))
        };
        each_chunk(samples as usize, DRAWN, piece, |part| (sum, squares) = (sum + part.0, squares + part.1));
        let m = f64::from(samples);
        // The difference of two sums that are nearly equal where no draw changes anything.
        ((squares - sum * sum / m) / (m - 1.0)).max(0.0).sqrt()
    }

    fn density_of_draw(&self, seed: u64, place: u64) -> f64 {
        let mut stream = Stream::keyed(seed, place, ["compare"].into_iter());
        let n = self.size as u64;
        let drawn: Vec<usize> = (0..self.size).map(|_| stream.below(n) as usize).collect();
        let mut total = 0.0;
        for (i, a) in drawn.iter().enumerate() {
            for (_, b) in drawn.iter().enumerate().filter(|(j, _)| *j != i) {
                // A partner who was drawn twice has no tie to oneself: a pair drawn at random stands in, as Snijders
                // and Borgatti do.
                total += if a == b {
                    let from = stream.below(n) as usize;
                    let other = stream.below(n - 1) as usize;
                    // All others alike likely, the partner itself left out.
                    self.change(from, if other >= from { other + 1 } else { other })
                } else {
                    self.change(*a, *b)
                };
            }
        }
        total / (self.size * (self.size - 1)) as f64
    }
}

impl Network {
    /// What changed from this wave to a later one, over the partners who are in both and answered in both.
    ///
    /// Where the partners differ a note says how many were left out: no change is told of them. Ties kept, gone and new;
    /// `stability`, the share of kept ties among all that were there in either wave (Jaccard); the change in density with a
    /// standard error from as many seeded samples of partners as asked, 5,000 unless told, and an interval by t with n - 1
    /// degrees of freedom. Rows: every partner's ties in both waves. Weights are left aside.
    ///
    /// # Errors
    /// As [`Network::correlate`].
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "city", "club"].map(Some)),
    ///     Column::text("b", ["club", "police", "school"].map(Some)),
    /// ])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?;
    /// let fewer = Table::new(vec![
    ///     Column::text("a", ["city", "club"].map(Some)),
    ///     Column::text("b", ["club", "school"].map(Some)),
    /// ])?;
    /// let later = Network::from_edges(&fewer, NetworkOptions::new("a", "b"))?;
    /// let change = network.compare(&later, ())?;
    /// assert_eq!(change.value("kept"), Some(2.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn compare(&self, later: &Self, seeded: impl Into<Seeded>) -> Result<NetworkResult> {
        let seeded = seeded.into();
        let samples = seeded.count(SAMPLES)?.max(2);
        self.check_size()?;
        later.check_size()?;
        let both = self.shared_with(later)?;
        let size = both.names.len();
        let mut hashes = self.provenance.table_hashes.clone();
        hashes.extend(later.provenance.table_hashes.iter().cloned());
        let provenance = Provenance { rule: self.provenance.rule.clone(), ..Provenance::of_tables(hashes) };
        let mut result = NetworkResult::new("compare", METHOD, both.notes, provenance).seeded(seeded.seed);
        result.note(Note::information(common::change_is_no_effect(), ""));
        let (mine, theirs): (Vec<usize>, Vec<usize>) = both.places.into_iter().unzip();
        let flat = |matrix: Vec<f64>| matrix.into_iter().map(|x| if x > 0.0 { 1.0 } else { 0.0 }).collect();
        let waves = Waves { size, before: flat(self.matrix_of(&mine)), after: flat(later.matrix_of(&theirs)) };
        result.add("partners", Ok(size as f64));
        let half = if self.directed { 1.0 } else { 2.0 };
        let kept = waves.sum(|a, b| a > 0.0 && b > 0.0) / half;
        let gone = waves.sum(|a, b| a > 0.0 && b == 0.0) / half;
        let new = waves.sum(|a, b| a == 0.0 && b > 0.0) / half;
        result.add("kept", Ok(kept));
        result.add("gone", Ok(gone));
        result.add("new", Ok(new));
        let either = kept + gone + new;
        result.add("stability", if either > 0.0 { Ok(kept / either) } else { Err(no_ties()) });
        add_densities(&waves, samples, seeded.seed, &mut result);
        self.add_degrees(&waves, &both.names, &mut result);
        Ok(result)
    }

    fn add_degrees(&self, waves: &Waves, names: &[String], result: &mut NetworkResult) {
        result.table(&["node"], &["degree_before", "degree_after", "change"]);
        for (node, name) in names.iter().enumerate() {
            let degree = |matrix: &[f64]| {
                let out: f64 = (0..waves.size).map(|other| at(matrix, node * waves.size + other)).sum();
                let into: f64 = (0..waves.size).map(|other| at(matrix, other * waves.size + node)).sum();
                if self.directed { out + into } else { out }
            };
            let (before, after) = (degree(&waves.before), degree(&waves.after));
            result.row(&[name], vec![Some(before), Some(after), Some(after - before)]);
        }
    }
}

fn add_densities(waves: &Waves, samples: u32, seed: u64, result: &mut NetworkResult) {
    let size = waves.size;
    if size < 2 {
        for name in ["density_before", "density_after", "density_change"] {
            result.add(name, Err(too_few(2, size)));
        }
        return;
    }
    let pairs = (size * (size - 1)) as f64;
    let density = |matrix: &[f64]| matrix.iter().sum::<f64>() / pairs;
    let (before, after) = (density(&waves.before), density(&waves.after));
    result.add("density_before", Ok(before));
    result.add("density_after", Ok(after));
    let change = after - before;
    let se = waves.bootstrap(samples, seed);
    let df = size as f64 - 1.0;
    let figure = result.add("density_change", Ok(change));
    if size < 3 || se < 1e-15 {
        result.note(Note::warning(common::degenerate_null(), "density_change"));
        return;
    }
    let reach = t_quantile(0.975, df).unwrap_or(f64::NAN) * se;
    figure.sd = Some(se);
    figure.p = t_two_sided(change / se, df);
    if reach.is_finite() {
        figure.between(FigureSpan::Interval, change - reach, change + reach);
    }
}
