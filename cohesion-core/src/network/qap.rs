//! Two networks of the same partners: how far they agree, by permutation of partners.

use super::summary::too_few;
use super::{Network, NetworkResult, Seeded};
use crate::error::{Error, FaultKind, Result};
use crate::estimate::texts as common;
use crate::estimate::{Note, Provenance};
use crate::network::texts;
use crate::stat::{at, shuffled};

/// Up to this many partners every permutation is looked at.
const EVERY: usize = 8;
/// Permutations unless another number is asked.
const PERMUTATIONS: u32 = 9_999;

const METHOD: &str = "correlation over pairs against permutations of the partners of one network (quadratic assignment \
    procedure; Hubert and Schultz 1976, British J. Math. Stat. Psychology 29, 190; Krackhardt 1988, Social Networks 10, 359)";

/// Two networks cut down to the partners that both have and who answered in both.
pub(super) struct Both {
    pub names: Vec<String>,
    /// Where each partner stands in the first and in the second network.
    pub places: Vec<(usize, usize)>,
    pub notes: Vec<Note>,
}

impl Network {
    /// The partners that both networks have and who answered in both.
    pub(super) fn shared_with(&self, other: &Self) -> Result<Both> {
        // A tie of one is half a tie of the other.
        if self.directed != other.directed {
            let message = "one network is directed and the other is not: make both alike, with `symmetrised`";
            return Err(Error::new(FaultKind::NotPossible, "other", message));
        }
        let mut both = Both { names: Vec::new(), places: Vec::new(), notes: Vec::new() };
        let mut silent = 0_usize;
        for (place, name) in self.names.iter().enumerate() {
            let Ok(found) = other.names.binary_search(name) else { continue };
            // A missing answer would be read as "no tie" and look like a change.
            if self.answered.get(place) != Some(&true) || other.answered.get(found) != Some(&true) {
                silent += 1;
                continue;
            }
            both.names.push(name.clone());
            both.places.push((place, found));
        }
        let common = both.names.len() + silent;
        let (mine, theirs) = (self.size() - common, other.size() - common);
        if mine + theirs > 0 {
            both.notes.push(Note::warning(texts::different_partners(mine, theirs, common), ""));
        }
        if silent > 0 {
            both.notes.push(Note::warning(texts::answered_once(silent), ""));
        }
        Ok(both)
    }

    /// Weights of all pairs, row by row, in the order of `nodes`.
    pub(super) fn matrix_of(&self, nodes: &[usize]) -> Vec<f64> {
        let mut matrix = Vec::with_capacity(nodes.len() * nodes.len());
        for from in nodes {
            for to in nodes {
                matrix.push(self.graph.weight(*from, *to).unwrap_or_default());
            }
        }
        matrix
    }

    /// How far the ties of two networks of the same partners agree: the correlation of their weights over pairs, against
    /// permutations of the partners of the other network (quadratic assignment procedure).
    ///
    /// The p-value is that of a correlation as far from 0; `greater` and `less` are one-sided. All permutations are looked
    /// at up to 8 partners, else as many seeded ones as asked, 9,999 unless told, and p is (b + 1) / (m + 1). Where the
    /// partners differ, those that both networks have are compared, with a note, and so are those who answered in both.
    /// Where one network does not vary (empty or complete with equal weights) there is no correlation; where every
    /// permutation gives the same there is no p-value.
    ///
    /// # Errors
    /// [`FaultKind::NotPossible`] where one network is directed and the other is not; [`FaultKind::OutOfRange`] for a
    /// number of permutations outside 1 to 1,000,000; [`FaultKind::TooLarge`] for more than 2,500 partners.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "city", "club"].map(Some)),
    ///     Column::text("b", ["club", "police", "school"].map(Some)),
    /// ])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?;
    /// assert_eq!(network.correlate(&network, ())?.value("correlation"), Some(1.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn correlate(&self, other: &Self, seeded: impl Into<Seeded>) -> Result<NetworkResult> {
        let seeded = seeded.into();
        let permutations = seeded.count(PERMUTATIONS)?;
        self.check_size()?;
        other.check_size()?;
        let both = self.shared_with(other)?;
        let size = both.names.len();
        let mut hashes = self.provenance.table_hashes.clone();
        hashes.extend(other.provenance.table_hashes.iter().cloned());
        let provenance = Provenance { rule: self.provenance.rule.clone(), ..Provenance::of_tables(hashes) };
        let mut result = NetworkResult::new("correlate", METHOD, both.notes.clone(), provenance).seeded(seeded.seed);
        result.add("partners", Ok(size as f64));
        let (mine, theirs): (Vec<usize>, Vec<usize>) = both.places.into_iter().unzip();
        let pairs = Pairs::new(&self.matrix_of(&mine), other.matrix_of(&theirs), size);
        let reason = if size < 3 { too_few(3, size) } else { Note::not_estimable(texts::no_contrast(), "") };
        let Some(pairs) = pairs.filter(|_| size >= 3) else {
            result.add("correlation", Err(reason));
            return Ok(result);
        };
        let order: Vec<u32> = (0..size as u32).collect();
        let observed = pairs.correlation(&order);
        let tally = pairs.by_chance(observed, permutations, seeded.seed);
        let exact = size <= EVERY;
        let p = |beyond: u64| tally.p(beyond, exact);
        let figure = result.add("correlation", Ok(observed));
        (figure.expected, figure.sd, figure.p) = (Some(tally.mean()), Some(tally.sd()), p(tally.beyond));
        let degenerate = || Note::not_estimable(common::degenerate_null(), "");
        result.add("greater", p(tally.above).ok_or_else(degenerate));
        result.add("less", p(tally.below).ok_or_else(degenerate));
        let n = tally.n;
        result.note(if p(tally.beyond).is_none() {
            Note::warning(common::degenerate_null(), "correlation")
        } else if exact {
            Note::information(texts::exact_permutation(n), "")
        } else {
            Note::information(texts::random_permutation(n), "")
        });
        Ok(result)
    }
}

/// Entries of one network that are not 0, and all of the other.
struct Pairs {
    /// Row, column, weight.
    entries: Vec<(u32, u32, f64)>,
    other: Vec<f64>,
    size: usize,
    means: f64,
    spread: f64,
    count: f64,
}

/// What permutations gave.
#[derive(Default)]
struct Tally {
    sum: f64,
    squares: f64,
    beyond: u64,
    above: u64,
    below: u64,
    n: u64,
}

impl Tally {
    fn add(&mut self, r: f64, observed: f64) {
        self.n += 1;
        self.sum += r;
        self.squares += r * r;
        // The same correlation, added up in another order, counts as just as large.
        self.beyond += u64::from(r.abs() >= observed.abs() - 1e-9);
        self.above += u64::from(r >= observed - 1e-9);
        self.below += u64::from(r <= observed + 1e-9);
    }

    fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.sum += other.sum;
        self.squares += other.squares;
        self.beyond += other.beyond;
        self.above += other.above;
        self.below += other.below;
    }

    fn mean(&self) -> f64 {
        self.sum / self.n as f64
    }

    fn sd(&self) -> f64 {
        (self.squares / self.n as f64 - self.mean() * self.mean()).max(0.0).sqrt()
    }

    /// The p-value of so many as far out; `None` where every permutation gives the same.
    fn p(&self, count: u64, exact: bool) -> Option<f64> {
        let (count, n) = (count as f64, self.n as f64);
        (self.sd() > 1e-12).then(|| if exact { count / n } else { (count + 1.0) / (n + 1.0) })
    }
}

impl Pairs {
    /// `None` where one of the two does not vary.
    fn new(a: &[f64], b: Vec<f64>, size: usize) -> Option<Self> {
        let count = (size * size.saturating_sub(1)) as f64;
        let moments = |matrix: &[f64]| {
            let sum: f64 = matrix.iter().sum();
            let squares: f64 = matrix.iter().map(|x| x * x).sum();
            (sum / count, squares / count - (sum / count).powi(2))
        };
        let ((mean_a, variance_a), (mean_b, variance_b)) = (moments(a), moments(&b));
        // All ties, no tie or one strength everywhere: nothing can go along with it.
        if !(variance_a > 1e-12 * mean_a * mean_a && variance_b > 1e-12 * mean_b * mean_b) {
            return None;
        }
        // Most pairs have no tie and add nothing to the product; means and spread do not change by permutation.
        let entries = a.iter().enumerate().filter(|(_, weight)| **weight != 0.0);
        let entries = entries.map(|(place, weight)| ((place / size) as u32, (place % size) as u32, *weight)).collect();
        let spread = (variance_a * variance_b).sqrt();
        Some(Self { entries, other: b, size, means: mean_a * mean_b, spread, count })
    }

    fn correlation(&self, order: &[u32]) -> f64 {
        let place = |node: u32| at(order, node as usize) as usize;
        let mut sum = 0.0;
        for (row, column, weight) in &self.entries {
            let entry = place(*row) * self.size + place(*column);
            sum += weight * at(&self.other, entry);
        }
        (sum / self.count - self.means) / self.spread
    }

    fn by_chance(&self, observed: f64, permutations: u32, seed: u64) -> Tally {
        let mut tally = Tally::default();
        let mut order: Vec<u32> = (0..self.size as u32).collect();
        if self.size <= EVERY {
            every_order(&mut order, 0, &mut |order| tally.add(self.correlation(order), observed));
        } else {
            let look = |part: &mut Tally, order: &[u32]| part.add(self.correlation(order), observed);
            shuffled(&order, permutations as usize, (seed, &["correlate"]), look, |part| tally.merge(&part));
        }
        tally
    }
}

/// Every order of a list.
fn every_order(order: &mut Vec<u32>, from: usize, visit: &mut dyn FnMut(&[u32])) {
    if from + 1 >= order.len() {
        visit(order);
        return;
    }
    for place in from..order.len() {
        order.swap(from, place);
        every_order(order, from + 1, visit);
        order.swap(from, place);
    }
}
