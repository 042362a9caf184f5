//! The network as a whole.

use super::centrality::Scores;
use super::{FigureSpan, Network, NetworkResult};
use crate::estimate::Note;
use crate::estimate::texts as common;
use crate::network::texts;
use crate::stat::{components, cores, cuts, strong_components};

/// The reason of a measure that needs more partners.
pub(super) fn too_few(needed: usize, size: usize) -> Note {
    Note::not_estimable(texts::too_few_partners(needed, size), "")
}

/// The reason of a measure of a network without ties.
pub(super) fn no_ties() -> Note {
    Note::not_estimable(texts::no_ties(), "")
}

/// A centralisation: its scores and the largest sum of differences that any network of this size reaches.
struct Freeman<'s> {
    measure: &'static str,
    scores: &'s [Option<f64>],
    maximum: f64,
    /// How many partners it needs.
    needs: usize,
}

const METHOD: &str = "density: stated ties by possible answers; reciprocity: tied pairs whose both members answered; \
    centralisation: Freeman (1979, Social Networks 1, 215), the sum of distances from the most central by the largest \
    sum that a network of this size can have";

impl Network {
    /// The network as a whole: completion, density, reciprocity, components, cut points, bridges, core and
    /// centralisation.
    ///
    /// Density counts the answers that could be given: the rows of those who did not answer are none. Its bounds are
    /// exact: all missing answers "no", all "yes". Reciprocity is the share of ties that are returned; `confirmed_pairs`
    /// the share of tied pairs in which both say so. Both look only at pairs whose members both answered.
    ///
    /// Maxima of the centralisations (n partners; directed first, undirected behind it): degree 2 (n - 1)(n - 2) and
    /// (n - 1)(n - 2), in- and out-degree (n - 1)², betweenness (n - 1)²(n - 2) and half of it, harmonic closeness n - 1
    /// and (n - 2) / 2, eigenvector n - 1 (a bound that is not reached) and (n - 2) / √2. A measure is not defined, with
    /// its reason, below 2 or 3 partners, without ties, and where too few answered
    /// ([`super::NetworkOptions::minimum_completion`]).
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let star = Table::new(vec![
    ///     Column::text("a", ["city", "city", "city"].map(Some)),
    ///     Column::text("b", ["club", "police", "school"].map(Some)),
    /// ])?;
    /// let summary = Network::from_edges(&star, NetworkOptions::new("a", "b"))?.summary();
    /// assert_eq!(summary.value("centralisation_betweenness"), Some(1.0));
    /// assert_eq!(summary.value("cut_points"), Some(1.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn summary(&self) -> NetworkResult {
        let mut result = NetworkResult::of(self, "summary", METHOD);
        result.add("partners", Ok(self.size() as f64));
        result.add("ties", Ok(self.ties() as f64));
        result.add("answered", Ok(self.respondents() as f64));
        result.add("completion", Ok(self.completion()));
        self.add_density(&mut result);
        if self.directed {
            self.add_reciprocity(&mut result);
        }
        self.add_connection(&mut result);
        self.add_centralisation(&mut result);
        result
    }

    pub(super) fn add_density(&self, result: &mut NetworkResult) {
        let all = self.ordered_pairs();
        let open = self.unknown_count();
        let arcs = self.graph.arc_count() as f64;
        if all == 0.0 {
            result.add("density", Err(too_few(2, self.size())));
        // Of those who could be asked. The bounds take every open answer as "no" and as "yes".
        } else if open < all {
            let bounded = result.add("density", Ok(arcs / (all - open)));
            bounded.between(FigureSpan::Bounds, arcs / all, (arcs + open) / all);
        } else {
            let reason = Note::not_estimable(common::no_answers(), "");
            result.add("density", Err(reason)).between(FigureSpan::Bounds, 0.0, 1.0);
        }
    }

    pub(super) fn add_reciprocity(&self, result: &mut NetworkResult) {
        let (mutual, single) = self.mutual_and_single();
        let defined = mutual + single > 0.0;
        let of = |value: f64| if defined { Ok(value) } else { Err(no_ties()) };
        result.add("reciprocity", of(2.0 * mutual / (2.0 * mutual + single)));
        result.add("confirmed_pairs", of(mutual / (mutual + single)));
    }

    /// Pairs whose members both answered: those in which both state a tie, and those in which one does.
    pub(super) fn mutual_and_single(&self) -> (f64, f64) {
        let (mut mutual, mut single) = (0.0, 0.0);
        for (from, to, _) in self.graph.arcs() {
            let (from, to) = (from as usize, to as usize);
            // Whether a tie is returned is known only of two who both answered.
            if self.answered.get(from) != Some(&true) || self.answered.get(to) != Some(&true) {
                continue;
            }
            // A mutual pair is met twice.
            if self.graph.weight(to, from).is_some() { mutual += 0.5 } else { single += 1.0 }
        }
        (mutual, single)
    }

    fn add_connection(&self, result: &mut NetworkResult) {
        let names = ["components", "largest_component", "isolates", "cut_points", "bridges", "core_highest"];
        if let Some(reason) = self.too_incomplete() {
            for name in names {
                result.add(name, Err(reason.clone()));
            }
            return;
        }
        let joined = self.graph.joined();
        let component = components(&joined);
        let count = component.iter().max().map_or(0, |highest| highest + 1);
        let mut sizes = vec![0_usize; count];
        for own in &component {
            if let Some(size) = sizes.get_mut(*own) {
                *size += 1;
            }
        }
        let largest = sizes.iter().max().copied().unwrap_or_default() as f64;
        let isolates = (0..self.size()).filter(|node| joined.targets(*node).is_empty()).count();
        let cut = cuts(&joined);
        let reversed = self.directed.then(|| self.graph.reversed());
        let core = cores(&self.graph, reversed.as_ref()).into_iter().max().unwrap_or_default();
        let points = cut.points.iter().filter(|point| **point).count();
        let values = [
            count as f64,
            largest / self.size() as f64,
            isolates as f64,
            points as f64,
            cut.bridges.len() as f64,
            core as f64,
        ];
        for (name, value) in names.into_iter().zip(values) {
            result.add(name, Ok(value));
        }
        if self.directed {
            let strong = strong_components(&self.graph).into_iter().max().map_or(0, |highest| highest + 1);
            result.add("components_strong", Ok(strong as f64));
        }
    }

    fn add_centralisation(&self, result: &mut NetworkResult) {
        let n = self.size() as f64;
        let scores = self.scores();
        let Scores { degree, degree_in, degree_out, harmonic_out, harmonic_in, betweenness, eigenvector_out, .. } =
            &scores;
        let freeman = |measure, scores, maximum, needs| Freeman { measure, scores, maximum, needs };
        let all = if self.directed {
            vec![
                freeman("centralisation_degree", degree, 2.0 * (n - 1.0) * (n - 2.0), 3),
                freeman("centralisation_degree_in", degree_in, (n - 1.0).powi(2), 2),
                freeman("centralisation_degree_out", degree_out, (n - 1.0).powi(2), 2),
                freeman("centralisation_closeness_out", harmonic_out, n - 1.0, 2),
                freeman("centralisation_closeness_in", harmonic_in, n - 1.0, 2),
                freeman("centralisation_betweenness", betweenness, (n - 1.0).powi(2) * (n - 2.0), 3),
                freeman("centralisation_eigenvector", eigenvector_out, n - 1.0, 3),
            ]
        } else {
            vec![
                freeman("centralisation_degree", degree, (n - 1.0) * (n - 2.0), 3),
                // The star's: each of its n - 1 arms has the hub at 1 and all others at 1/2.
                freeman("centralisation_closeness", harmonic_out, (n - 2.0) / 2.0, 3),
                freeman("centralisation_betweenness", betweenness, (n - 1.0).powi(2) * (n - 2.0) / 2.0, 3),
                // For vectors of length 1 the largest sum is that of a single tie among partners without any.
                freeman("centralisation_eigenvector", eigenvector_out, (n - 2.0) / std::f64::consts::SQRT_2, 3),
            ]
        };
        for one in all {
            self.add_freeman(&one, &scores, result);
        }
    }

    fn add_freeman(&self, one: &Freeman<'_>, scores: &Scores, result: &mut NetworkResult) {
        let known: Option<Vec<f64>> = one.scores.iter().copied().collect();
        let value = if let Some(reason) = self.too_incomplete() {
            Err(reason)
        } else if self.size() < one.needs {
            Err(too_few(one.needs, self.size()))
        } else if let Some(known) = known {
            let highest = known.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            Ok(known.iter().map(|score| highest - score).sum::<f64>() / one.maximum)
        } else {
            Err(scores.eigenvector_reason.clone().unwrap_or_else(no_ties))
        };
        let defined = value.is_ok();
        let figure = result.add(one.measure, value);
        figure.maximum = defined.then_some(one.maximum);
    }

    /// The edges of the undirected network, lower end first; of a directed one the pairs that a tie joins.
    pub(super) fn edges(&self) -> Vec<(usize, usize)> {
        self.graph
            .joined()
            .arcs()
            .iter()
            .filter(|arc| arc.0 < arc.1)
            .map(|arc| (arc.0 as usize, arc.1 as usize))
            .collect()
    }
}
