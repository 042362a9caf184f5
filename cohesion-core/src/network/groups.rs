//! Ties inside and between groups.

use super::summary::no_ties;
use super::{FigureSpan, Groups, Network, NetworkResult, Seeded};
use crate::error::Result;
use crate::estimate::Note;
use crate::estimate::texts as common;
use crate::network::texts;
use crate::stat::{at, shuffled};

/// Up to this many arrangements of labels are all looked at.
const ARRANGEMENTS: f64 = 50_000.0;
/// Permutations unless another number is asked.
const PERMUTATIONS: u32 = 9_999;

impl Network {
    /// Ties between groups: one row per pair of groups, with the ties from the first to the second, the ties that answers
    /// could have stated, and the share of them. Partners without a group are left out, with a note.
    ///
    /// # Errors
    /// [`crate::FaultKind::MissingColumn`] for something partners are not grouped by.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "city", "club"].map(Some)),
    ///     Column::text("b", ["club", "police", "school"].map(Some)),
    /// ])?;
    /// let partners = Table::new(vec![
    ///     Column::text("id", ["city", "club", "police", "school"].map(Some)),
    ///     Column::text("sector", ["public", "civic", "public", "civic"].map(Some)),
    /// ])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b").nodes(&partners))?;
    /// assert_eq!(network.mixing("sector")?.get(&["civic", "public"], "density"), Some(0.25));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn mixing(&self, by: &str) -> Result<NetworkResult> {
        let groups = self.groups(by)?;
        let mut result =
            NetworkResult::of(self, "mixing", "ties by the answers that could be given between two groups");
        result.notes.extend(groups.note());
        let count = groups.names.len();
        let (mut ties, mut open) = (vec![0.0; count * count], vec![0.0; count * count]);
        let add = |list: &mut Vec<f64>, from: usize, to: usize| {
            if let (Some(a), Some(b)) = (groups.of(from), groups.of(to))
                && let Some(slot) = list.get_mut(a * count + b)
            {
                *slot += 1.0;
            }
        };
        for (from, to, _) in self.graph.arcs() {
            add(&mut ties, from as usize, to as usize);
        }
        for (place, _) in self.unknown.iter().enumerate().filter(|(_, unknown)| **unknown) {
            add(&mut open, place / self.size(), place % self.size());
        }
        result.table(&["from", "to"], &["ties", "possible", "density"]);
        let sizes = groups.sizes();
        for (a, (from, size)) in groups.names.iter().zip(&sizes).enumerate() {
            for (b, (to, other)) in groups.names.iter().zip(&sizes).enumerate() {
                if !self.directed && b < a {
                    continue;
                }
                let place = a * count + b;
                // Nobody is tied to oneself.
                let pairs = if a == b { size * (size - 1) } else { size * other } as f64;
                // An undirected tie inside a group stands in both directions.
                let half = if !self.directed && a == b { 2.0 } else { 1.0 };
                let (own, possible) = (at(&ties, place) / half, (pairs - at(&open, place)) / half);
                // By what could be answered: unknown pairs count neither as ties nor as none.
                let density = (possible > 0.0).then(|| own / possible);
                result.row(&[from, to], vec![Some(own), Some(possible), density]);
            }
        }
        Ok(result)
    }

    /// Bridging against bonding: the E-I index (Krackhardt and Stern 1988, Social Psychology Quarterly 51, 123) of ties
    /// between groups (external) and within (internal), (E - I) / (E + I), from -1 (all within) to 1 (all between).
    ///
    /// By chance, with the groups dealt anew among the partners, it is 1 - 2 Σ n(n - 1) / (N(N - 1)) exactly; the p-value
    /// is that of a distance from there as large as this one. Arrangements are all looked at where there are at most
    /// 50,000, else as many random ones as asked, 9,999 unless told, and p is (b + 1) / (m + 1). Where every arrangement
    /// gives the same index there is no p-value. Where some did not answer, the bounds are exact: all missing ties within,
    /// all between. Rows: the index of every partner's own ties, in both directions.
    ///
    /// # Errors
    /// [`crate::FaultKind::MissingColumn`] for something partners are not grouped by, [`crate::FaultKind::OutOfRange`] for
    /// a number of permutations outside 1 to 1,000,000.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "city", "club"].map(Some)),
    ///     Column::text("b", ["club", "police", "school"].map(Some)),
    /// ])?;
    /// let partners = Table::new(vec![
    ///     Column::text("id", ["city", "club", "police", "school"].map(Some)),
    ///     Column::text("sector", ["public", "civic", "public", "civic"].map(Some)),
    /// ])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b").nodes(&partners))?;
    /// let index = network.ei_index("sector", ())?;
    /// assert_eq!(index.value("external"), Some(1.0));
    /// assert_eq!(index.get(&["city"], "ei_index"), Some(0.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn ei_index(&self, by: &str, seeded: impl Into<Seeded>) -> Result<NetworkResult> {
        let seeded = seeded.into();
        let permutations = seeded.count(PERMUTATIONS)?;
        let groups = self.groups(by)?;
        let method = "E-I index (Krackhardt and Stern 1988) against groups dealt anew among the partners";
        let mut result = NetworkResult::of(self, "ei_index", method).seeded(seeded.seed);
        result.notes.extend(groups.note());
        let arcs: Vec<(usize, usize)> = self
            .graph
            .arcs()
            .iter()
            .map(|arc| (arc.0 as usize, arc.1 as usize))
            .filter(|(a, b)| groups.of(*a).is_some() && groups.of(*b).is_some())
            .collect();
        self.add_index(&arcs, &groups, permutations, seeded.seed, &mut result);
        self.add_own_indices(&arcs, &groups, &mut result);
        Ok(result)
    }

    fn add_index(
        &self,
        arcs: &[(usize, usize)],
        groups: &Groups,
        permutations: u32,
        seed: u64,
        result: &mut NetworkResult,
    ) {
        // Arcs hold an undirected tie in both directions; the index is a ratio and does not mind, the counts do.
        let half = if self.directed { 1.0 } else { 2.0 };
        let external = arcs.iter().filter(|(a, b)| groups.of(*a) != groups.of(*b)).count() as f64;
        let internal = arcs.len() as f64 - external;
        let (mut open_external, mut open_internal) = (0.0, 0.0);
        for (place, _) in self.unknown.iter().enumerate().filter(|(_, unknown)| **unknown) {
            let (Some(a), Some(b)) = (groups.of(place / self.size()), groups.of(place % self.size())) else { continue };
            if a == b { open_internal += 1.0 } else { open_external += 1.0 }
        }
        result.add("external", Ok(external / half));
        result.add("internal", Ok(internal / half));
        let index = |external: f64, internal: f64| (external - internal) / (external + internal);
        let total = external + internal;
        let dealt = Dealt::new(arcs, groups);
        let expected = dealt.expected();
        let chance = if total > 0.0 { dealt.chance(index(external, internal), permutations, seed) } else { None };
        let figure = result.add("ei_index", if total > 0.0 { Ok(index(external, internal)) } else { Err(no_ties()) });
        // All unknown ties inside give the lowest index, all between groups the highest.
        if total + open_internal > 0.0 && total + open_external > 0.0 {
            let (low, high) = (index(external, internal + open_internal), index(external + open_external, internal));
            figure.between(FigureSpan::Bounds, low, high);
        }
        figure.expected = expected.filter(|_| total > 0.0);
        // With no ties there is no index to hold against chance.
        let Some(chance) = chance else { return };
        figure.sd = Some(chance.sd);
        figure.p = chance.p;
        let note = match chance.p {
            None => Note::warning(common::degenerate_null(), "ei_index"),
            Some(_) if chance.exact => Note::information(texts::exact_permutation(chance.looked_at), ""),
            Some(_) => Note::information(texts::random_permutation(chance.looked_at), ""),
        };
        result.note(note);
    }

    /// The index of every partner's own ties.
    fn add_own_indices(&self, arcs: &[(usize, usize)], groups: &Groups, result: &mut NetworkResult) {
        let size = self.size();
        let (mut external, mut internal) = (vec![0.0; size], vec![0.0; size]);
        for (a, b) in arcs {
            let list = if groups.of(*a) == groups.of(*b) { &mut internal } else { &mut external };
            for node in [a, b] {
                if let Some(count) = list.get_mut(*node) {
                    *count += if self.directed { 1.0 } else { 0.5 };
                }
            }
        }
        result.table(&["node"], &["external", "internal", "ei_index"]);
        for node in 0..size {
            let (e, i) = (at(&external, node), at(&internal, node));
            let own = groups.of(node).map(|_| (e, i));
            let index = own.filter(|(e, i)| e + i > 0.0).map(|(e, i)| (e - i) / (e + i));
            result.row(&[self.name(node)], vec![own.map(|own| own.0), own.map(|own| own.1), index]);
        }
    }
}

/// What chance gives.
struct Chance {
    sd: f64,
    /// `None` where every arrangement gives the same.
    p: Option<f64>,
    exact: bool,
    looked_at: u64,
}

/// Groups dealt anew among the partners who have one.
struct Dealt {
    /// Ties by places in `labels`.
    arcs: Vec<(u32, u32)>,
    labels: Vec<u32>,
    sizes: Vec<usize>,
}

impl Dealt {
    fn new(arcs: &[(usize, usize)], groups: &Groups) -> Self {
        // Groups are dealt anew among those who have one.
        let mut place = vec![0; groups.of.len()];
        let mut labels = Vec::new();
        for (node, group) in groups.of.iter().enumerate() {
            if let (Some(group), Some(slot)) = (group, place.get_mut(node)) {
                *slot = labels.len() as u32;
                labels.push(*group as u32);
            }
        }
        let of = |node: usize| at(&place, node);
        Self { arcs: arcs.iter().map(|(a, b)| (of(*a), of(*b))).collect(), labels, sizes: groups.sizes() }
    }

    /// The exact expectation of the index.
    fn expected(&self) -> Option<f64> {
        let pairs = |n: usize| (n * n.saturating_sub(1)) as f64;
        let all = pairs(self.labels.len());
        let within: f64 = self.sizes.iter().map(|size| pairs(*size)).sum();
        // The share of pairs that are within a group is what a tie has by chance, whatever the network looks like.
        (all > 0.0).then(|| 1.0 - 2.0 * within / all)
    }

    fn index(&self, labels: &[u32]) -> f64 {
        let label = |place: u32| labels.get(place as usize);
        let internal = self.arcs.iter().filter(|(a, b)| label(*a) == label(*b)).count() as f64;
        1.0 - 2.0 * internal / self.arcs.len() as f64
    }

    /// How many arrangements there are, as far as it matters.
    fn arrangements(&self) -> f64 {
        let (mut count, mut placed) = (1.0, 0.0);
        for size in &self.sizes {
            for member in 1..=*size {
                placed += 1.0;
                count *= placed / member as f64;
            }
        }
        count
    }

    fn chance(&self, observed: f64, permutations: u32, seed: u64) -> Option<Chance> {
        let expected = self.expected()?;
        // The same index by another order of additions must count as just as far.
        let limit = (observed - expected).abs() - 1e-9;
        let mut tally = Tally::default();
        let mut labels = self.labels.clone();
        let exact = self.arrangements() <= ARRANGEMENTS;
        if exact {
            // The first arrangement in order, from which all others follow.
            labels.sort();
            loop {
                tally.add(self.index(&labels), expected, limit);
                if !next_arrangement(&mut labels) {
                    break;
                }
            }
        } else {
            let look = |part: &mut Tally, labels: &[u32]| part.add(self.index(labels), expected, limit);
            shuffled(&labels, permutations as usize, (seed, &["ei_index"]), look, |part| tally.merge(&part));
        }
        let n = tally.n as f64;
        let variance = (tally.squares / n).max(0.0);
        // Where every arrangement gives the same index nothing can be unusual.
        let degenerate = variance < 1e-18;
        // The observed arrangement is one of all; among random ones it is added.
        let p = if exact { tally.beyond as f64 / n } else { (tally.beyond as f64 + 1.0) / (n + 1.0) };
        Some(Chance {
            sd: if degenerate { 0.0 } else { variance.sqrt() },
            p: (!degenerate).then_some(p),
            exact,
            looked_at: tally.n,
        })
    }
}

/// Values by chance about their expectation.
#[derive(Default)]
struct Tally {
    n: u64,
    beyond: u64,
    squares: f64,
}

impl Tally {
    fn add(&mut self, value: f64, expected: f64, limit: f64) {
        let distance = value - expected;
        self.n += 1;
        self.beyond += u64::from(distance.abs() >= limit);
        self.squares += distance * distance;
    }

    fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.beyond += other.beyond;
        self.squares += other.squares;
    }
}

/// The next arrangement in the order of the dictionary; `false` behind the last.
fn next_arrangement(labels: &mut [u32]) -> bool {
    let get = |labels: &[u32], place: usize| at(labels, place);
    let Some(pivot) = (1..labels.len()).rev().find(|place| get(labels, place - 1) < get(labels, *place)) else {
        return false;
    };
    let Some(swap) = (pivot..labels.len()).rev().find(|place| get(labels, *place) > get(labels, pivot - 1)) else {
        return false;
    };
    labels.swap(pivot - 1, swap);
    if let Some(rest) = labels.get_mut(pivot..) {
        rest.reverse();
    }
    true
}
