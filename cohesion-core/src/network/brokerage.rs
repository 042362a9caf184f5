//! Who stands between groups: the brokerage roles of Gould and Fernandez.

use super::{Groups, Network, NetworkResult};
use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::Note;
use crate::estimate::texts as common;
use crate::network::texts;
use crate::stat::at;

/// More groups than this are no groups.
const MAX_GROUPS: usize = 200;

/// The roles, and all of them together. A broker j lies on i → j → k where i names no tie to k.
const ROLES: [&str; 6] = ["coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total"];

const METHOD: &str = "brokerage roles (Gould and Fernandez 1989, Sociological Methodology 19, 89); by chance: every tie \
    alike likely and independent, with the density of the network, expectation and variance exact";

/// The role of a broker by the groups of i, j and k.
// From i over the broker j to k, by their groups.
fn role(i: usize, j: usize, k: usize) -> usize {
    match (i == j, j == k, i == k) {
        (true, true, _) => 0,
        (_, _, true) => 1,
        (true, false, _) => 2,
        (false, true, _) => 3,
        _ => 4,
    }
}

/// Whether a triple counts for a role; the last role counts all.
fn counts(wanted: usize, i: usize, j: usize, k: usize) -> bool {
    wanted == 5 || role(i, j, k) == wanted
}

impl Network {
    /// How often every partner stands between two others who are not tied themselves, by role: `coordinator` (all three
    /// of one group), `itinerant` (the two others of one group, the broker of another), `representative` (from the own
    /// group to outside), `gatekeeper` (from outside into the own group), `liaison` (three groups).
    ///
    /// Each role has its count, its expectation by chance and the distance from it in standard deviations (`_z`), for every
    /// partner and for the whole. By chance every tie is there with the density of the network, independently of the
    /// others. The distance is not defined where chance leaves no choice, as for the coordinator of a group of one. In an
    /// undirected network every tie leads both ways; counts are then those of ordered pairs, and distances are not given.
    ///
    /// # Errors
    /// [`FaultKind::MissingColumn`] for something partners are not grouped by, [`FaultKind::OutOfRange`] for more than 200
    /// groups.
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
    /// assert_eq!(network.brokerage("sector")?.get(&["city"], "gatekeeper"), Some(1.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn brokerage(&self, by: &str) -> Result<NetworkResult> {
        let groups = self.groups(by)?;
        if groups.names.len() > MAX_GROUPS {
            let message = format!("`{by}` has {} groups; roles are told for up to {MAX_GROUPS}", groups.names.len());
            return Err(Error::from(Fault::new(FaultKind::OutOfRange, "by", message).value(by)));
        }
        let mut result = NetworkResult::of(self, "brokerage", METHOD);
        result.notes.extend(groups.note());
        if let Some(reason) = self.too_incomplete() {
            for role in ROLES {
                result.add(role, Err(reason.clone()));
            }
            return Ok(result);
        }
        if !self.directed {
            result.note(Note::information(texts::undirected_roles(), ""));
        }
        // The density of what is known: unknown pairs would make chance look rarer.
        let possible = self.ordered_pairs() - self.unknown_count();
        let model = Model { p: self.graph.arc_count() as f64 / possible, sizes: groups.sizes() };
        let found = self.count_roles(&groups);
        for (place, role) in ROLES.into_iter().enumerate() {
            let observed = found.iter().map(|own| at(own, place)).sum();
            let (expected, variance) = model.whole(place);
            let figure = result.add(role, Ok(observed));
            figure.expected = Some(expected);
            // The variance is that of independent directed ties; in an undirected network each stands twice, which it
            // does not know.
            figure.sd = self.directed.then(|| variance.max(0.0).sqrt());
        }
        let columns: Vec<String> = ROLES
            .iter()
            .flat_map(|role| [(*role).to_owned(), format!("{role}_expected"), format!("{role}_z")])
            .collect();
        result.table(&["node"], &columns.iter().map(String::as_str).collect::<Vec<_>>());
        self.add_brokers(&groups, &model, &found, &mut result);
        Ok(result)
    }

    fn add_brokers(&self, groups: &Groups, model: &Model, found: &[[f64; 6]], result: &mut NetworkResult) {
        let chance: Vec<Vec<(f64, f64)>> =
            (0..groups.names.len()).map(|group| (0..6).map(|role| model.broker(role, group)).collect()).collect();
        let mut undefined = false;
        for (node, own) in found.iter().enumerate() {
            let by_chance = groups.of(node).and_then(|group| chance.get(group));
            let mut values = Vec::with_capacity(18);
            for place in 0..6 {
                let observed = by_chance.map(|_| at(own, place));
                let (expected, variance) = by_chance.and_then(|list| list.get(place)).copied().unwrap_or_default();
                // A partner whose group leaves no such triple has no score to be compared.
                let defined = self.directed && variance > 1e-15;
                undefined |= self.directed && by_chance.is_some() && !defined;
                let z = observed.filter(|_| defined).map(|observed| (observed - expected) / variance.sqrt());
                values.extend([observed, by_chance.map(|_| expected), z]);
            }
            result.row(&[self.name(node)], values);
        }
        if undefined {
            result.note(Note::information(common::degenerate_null(), "z"));
        }
    }

    /// How often every partner has each role.
    fn count_roles(&self, groups: &Groups) -> Vec<[f64; 6]> {
        let reversed = self.graph.reversed();
        let mut found = vec![[0.0; 6]; self.size()];
        for (j, own) in found.iter_mut().enumerate() {
            let Some(gj) = groups.of(j) else { continue };
            for i in reversed.targets(j).iter().map(|i| *i as usize) {
                let Some(gi) = groups.of(i) else { continue };
                for k in self.graph.targets(j).iter().map(|k| *k as usize) {
                    let Some(gk) = groups.of(k) else { continue };
                    // A broker stands between two who have no tie of their own.
                    if i == k || self.graph.weight(i, k).is_some() {
                        continue;
                    }
                    for place in [role(gi, gj, gk), 5] {
                        if let Some(count) = own.get_mut(place) {
                            *count += 1.0;
                        }
                    }
                }
            }
        }
        found
    }
}

/// Ties that are independent and alike likely.
struct Model {
    p: f64,
    sizes: Vec<usize>,
}

impl Model {
    /// Members of a group who are none of `taken`.
    fn left(&self, group: usize, taken: &[usize]) -> f64 {
        let taken = taken.iter().filter(|other| **other == group).count();
        self.sizes.get(group).map_or(0.0, |size| size.saturating_sub(taken) as f64)
    }

    /// Expectation and variance of a role of one broker of a group.
    fn broker(&self, wanted: usize, j: usize) -> (f64, f64) {
        let (p, all) = (self.p, 0..self.sizes.len());
        // Two ties that are there and one that is not.
        let mean = p * p * (1.0 - p);
        let (mut terms, mut shared) = (0.0, 0.0);
        for end in all.clone() {
            // Triples that begin, and that finish, with one partner of this group.
            let partners = self.left(end, &[j]);
            let behind: f64 = all.clone().filter(|k| counts(wanted, end, j, *k)).map(|k| self.left(k, &[j, end])).sum();
            let before: f64 = all.clone().filter(|i| counts(wanted, *i, j, end)).map(|i| self.left(i, &[j, end])).sum();
            terms += partners * behind;
            // Two triples of one broker depend on each other where they share a tie: the one that comes in, or the one
            // that goes out.
            shared += partners * (behind * (behind - 1.0) + before * (before - 1.0));
        }
        let variance = terms * mean * (1.0 - mean) + shared * p.powi(3) * (1.0 - p).powi(3);
        (terms * mean, variance)
    }

    /// Expectation and variance of a role in the whole network.
    ///
    /// Two triples that share one tie covary by what it is in each: there (+) or not there (-). Two triples of the same
    /// three partners may share two ties; then one needs what the other excludes.
    fn whole(&self, wanted: usize) -> (f64, f64) {
        let p = self.p;
        let mean = p * p * (1.0 - p);
        // Covariances of two triples, by what the pair they share is to each: a tie to both, absent in both, a tie to
        // one and absent in the other.
        let both = p.powi(3) * (1.0 - p).powi(3);
        let neither = p.powi(5) * (1.0 - p);
        let against = -p.powi(4) * (1.0 - p).powi(2);
        let all = || 0..self.sizes.len();
        let (mut terms, mut covariance) = (0.0, 0.0);
        for a in all() {
            for b in all() {
                let ties = self.left(a, &[]) * self.left(b, &[a]);
                let (mut there, mut absent) = (0.0, 0.0);
                for c in all() {
                    let third = self.left(c, &[a, b]);
                    let legs = f64::from(u8::from(counts(wanted, a, b, c)) + u8::from(counts(wanted, c, a, b)));
                    there += third * legs;
                    if counts(wanted, a, c, b) {
                        absent += third;
                    }
                    if counts(wanted, a, b, c) {
                        terms += ties * third;
                        let twice = u8::from(counts(wanted, a, c, b)) + u8::from(counts(wanted, b, a, c));
                        covariance += ties * third * f64::from(twice) * (-mean * mean - 2.0 * against);
                    }
                }
                let pairs = both * there * (there - 1.0) + neither * absent * (absent - 1.0);
                covariance += ties * (pairs + 2.0 * against * there * absent);
            }
        }
        (terms * mean, terms * mean * (1.0 - mean) + covariance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expectation and variance over all 4,096 networks of four partners, each as likely as independent ties make it.
    fn enumerated(groups: [usize; 4], p: f64, wanted: usize, broker: Option<usize>) -> (f64, f64) {
        let pairs: Vec<(usize, usize)> =
            (0..4).flat_map(|i| (0..4).map(move |j| (i, j))).filter(|(i, j)| i != j).collect();
        let (mut mean, mut square) = (0.0, 0.0);
        for code in 0..1_u32 << pairs.len() {
            let there = |i, j| pairs.iter().position(|pair| *pair == (i, j)).is_some_and(|at| code >> at & 1 == 1);
            let ties = code.count_ones() as i32;
            let chance = p.powi(ties) * (1.0 - p).powi(pairs.len() as i32 - ties);
            let mut count = 0.0;
            for (i, j) in &pairs {
                for k in (0..4).filter(|k| k != i && k != j) {
                    let role = counts(wanted, groups[*i], groups[*j], groups[k]);
                    if role
                        && broker.is_none_or(|broker| broker == *j)
                        && there(*i, *j)
                        && there(*j, k)
                        && !there(*i, k)
                    {
                        count += 1.0;
                    }
                }
            }
            mean += chance * count;
            square += chance * count * count;
        }
        (mean, square - mean * mean)
    }

    #[test]
    fn expectation_and_variance_are_those_of_all_networks() {
        for groups in [[0, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 1], [0, 0, 1, 2]] {
            let mut sizes = vec![0; 3];
            groups.iter().for_each(|group| sizes[*group] += 1);
            let model = Model { p: 0.45, sizes };
            for role in 0..6 {
                let close = |(a, b): (f64, f64), (c, d): (f64, f64)| (a - c).abs() < 1e-12 && (b - d).abs() < 1e-12;
                let (found, whole) = (model.whole(role), enumerated(groups, 0.45, role, None));
                assert!(close(found, whole), "{groups:?} {role}: {found:?} {whole:?}");
                let (found, one) = (model.broker(role, groups[0]), enumerated(groups, 0.45, role, Some(0)));
                assert!(close(found, one), "{groups:?} {role} broker: {found:?} {one:?}");
            }
        }
    }
}
