//! Every partner by how central it is.

use super::{Network, NetworkResult};
use crate::error::{Error, FaultKind, Result};
use crate::estimate::Note;
use crate::estimate::texts as common;
use crate::network::texts;
use crate::stat::{
    Graph, Principal, betweenness, components, cores, cuts, distances, map_places, principal, weighted_betweenness,
};

const METHOD: &str = "harmonic closeness: mean of 1 / distance to all others, 0 where no way leads (Marchiori and Latora \
    2000, Physica A 285, 539); closeness: (n - 1) / sum of distances (Freeman 1979), not defined for a partner who does \
    not reach all; betweenness: Brandes (2001, J. Math. Sociology 25, 163); weighted by Dijkstra's search with length \
    1 / weight (Opsahl, Agneessens and Skvoretz 2010, Social Networks 32, 245, alpha 1); eigenvector: Bonacich (1972, \
    J. Math. Sociology 2, 113), of length 1; closeness, eigenvector and core leave weights aside; core: Seidman (1983, Social Networks 5, 269)";

/// How many searches are one piece of work.
const SOURCES: usize = 64;

/// Scores of every partner; `None` where one is not defined.
pub(super) struct Scores {
    pub degree: Vec<Option<f64>>,
    pub degree_in: Vec<Option<f64>>,
    pub degree_out: Vec<Option<f64>>,
    pub harmonic_out: Vec<Option<f64>>,
    pub harmonic_in: Vec<Option<f64>>,
    pub closeness_out: Vec<Option<f64>>,
    pub closeness_in: Vec<Option<f64>>,
    pub betweenness: Vec<Option<f64>>,
    pub eigenvector_out: Vec<Option<f64>>,
    pub eigenvector_in: Vec<Option<f64>>,
    /// Why there is no eigenvector.
    pub eigenvector_reason: Option<Note>,
}

fn defined(values: impl IntoIterator<Item = f64>) -> Vec<Option<f64>> {
    values.into_iter().map(Some).collect()
}

/// Harmonic and classical closeness by the distances from each vertex.
fn closeness(graph: &Graph) -> (Vec<Option<f64>>, Vec<Option<f64>>) {
    let size = graph.size();
    let others = size.saturating_sub(1) as f64;
    let of = |vertex: usize| {
        let (mut inverse, mut sum, mut reached) = (0.0, 0.0, 0_usize);
        for distance in distances(graph, vertex) {
            // Who is not reached adds nothing: the mean of 1 / distance stays defined in a network that falls apart.
            if distance != u32::MAX && distance > 0 {
                inverse += 1.0 / f64::from(distance);
                sum += f64::from(distance);
                reached += 1;
            }
        }
        // Freeman's closeness over those reached alone would make a pair apart from everybody the most central.
        let classical = (size > 1 && reached + 1 == size).then(|| others / sum);
        ((size > 1).then(|| inverse / others), classical)
    };
    map_places(size, SOURCES, of).into_iter().unzip()
}

/// The eigenvector, and the reason where there is none.
fn eigenvector(graph: &Graph) -> (Vec<Option<f64>>, Option<Note>) {
    let said = match principal(graph) {
        Principal::Vector(vector) => return (defined(vector), None),
        Principal::NoCycle if graph.arc_count() == 0 => texts::no_ties(),
        Principal::NoCycle => texts::no_closed_way(),
        Principal::NotUnique => texts::eigenvector_not_unique(),
        Principal::NotConverged => common::not_converged(),
    };
    (vec![None; graph.size()], Some(Note::not_estimable(said, "eigenvector")))
}

impl Network {
    pub(super) fn scores(&self) -> Scores {
        let size = self.size();
        let reversed = self.graph.reversed();
        let out = (0..size).map(|node| self.graph.targets(node).len() as f64);
        let into = (0..size).map(|node| reversed.targets(node).len() as f64);
        let (degree_out, degree_in) = (defined(out.clone()), defined(into.clone()));
        // As R and Freeman have it: ties in and out, so that a pair tied both ways counts two.
        let degree = if self.directed { defined(out.zip(into).map(|(a, b)| a + b)) } else { degree_out.clone() };
        let (harmonic_out, closeness_out) = closeness(&self.graph);
        let (eigenvector_out, eigenvector_reason) = eigenvector(&self.graph);
        let (harmonic_in, closeness_in, eigenvector_in) = if self.directed {
            let (harmonic, classical) = closeness(&reversed);
            (harmonic, classical, eigenvector(&reversed).0)
        } else {
            (harmonic_out.clone(), closeness_out.clone(), eigenvector_out.clone())
        };
        Scores {
            degree,
            degree_in,
            degree_out,
            harmonic_out,
            harmonic_in,
            closeness_out,
            closeness_in,
            betweenness: defined(self.halved(betweenness(&self.graph))),
            eigenvector_out,
            eigenvector_in,
            eigenvector_reason,
        }
    }

    /// In an undirected network every pair is met in both directions.
    fn halved(&self, scores: Vec<f64>) -> Vec<f64> {
        // From both ends every pair is met twice.
        let factor = if self.directed { 1.0 } else { 0.5 };
        scores.into_iter().map(|score| score * factor).collect()
    }

    /// How central every partner is, one row each.
    ///
    /// Degree counts ties, strength sums their weights; `_in` is what others say of a partner, `_out` what it says of
    /// others. Harmonic closeness is defined in every network; classical closeness is not where a partner does not reach
    /// all others, and is left empty there. Betweenness counts the pairs whose shortest way leads through a partner (each
    /// pair once in an undirected network); its share is of the (n - 1)(n - 2) ordered pairs of others, half as many where
    /// undirected. The weighted one takes 1 / weight as the length of a tie. `eigenvector_out` counts a partner by those
    /// it names, `eigenvector_in` by those who name it; neither is defined where two separate parts have the same largest
    /// eigenvalue, nor where no tie lies on a closed way. `core` is the highest k of a part in which all have k ties.
    ///
    /// Where some did not answer, degrees have exact bounds; where too few did, everything but degree and strength is left
    /// empty.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "city", "club"].map(Some)),
    ///     Column::text("b", ["club", "police", "school"].map(Some)),
    /// ])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?;
    /// let centrality = network.centrality();
    /// assert_eq!(centrality.get(&["city"], "degree"), Some(2.0));
    /// assert_eq!(centrality.get(&["police"], "betweenness"), Some(0.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn centrality(&self) -> NetworkResult {
        let mut result = NetworkResult::of(self, "centrality", METHOD);
        let mut columns: Vec<(&str, Vec<Option<f64>>)> = Vec::new();
        let scores = self.scores();
        self.degree_columns(&scores, &mut columns);
        let before = columns.len();
        self.closeness_columns(&scores, &mut columns);
        if columns.iter().any(|(name, values)| name.starts_with("closeness") && values.contains(&None)) {
            result.note(Note::information(texts::not_all_reached(), "closeness"));
        }
        self.betweenness_columns(&scores, &mut columns);
        self.eigenvector_columns(&scores, &mut columns, &mut result);
        self.place_columns(&mut columns);
        // Degrees stay: what is stated is there, and their bounds say what is open.
        if let Some(reason) = self.too_incomplete() {
            for (_, values) in columns.iter_mut().skip(before) {
                values.fill(None);
            }
            result.note(reason);
        }
        let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
        result.table(&["node"], &names);
        for node in 0..self.size() {
            let values = columns.iter().map(|(_, values)| values.get(node).copied().flatten()).collect();
            result.row(&[self.name(node)], values);
        }
        result
    }

    fn degree_columns(&self, scores: &Scores, columns: &mut Vec<(&str, Vec<Option<f64>>)>) {
        columns.push(("degree", scores.degree.clone()));
        let bounds = |values: &[Option<f64>], open: &[usize]| {
            values.iter().zip(open).map(|(value, open)| value.map(|value| value + *open as f64)).collect()
        };
        let (open_out, open_in) = self.unknown_degrees();
        let (out_low, in_low) = (scores.degree_out.clone(), scores.degree_in.clone());
        let (out_high, in_high) = (bounds(&out_low, &open_out), bounds(&in_low, &open_in));
        if self.directed {
            columns.push(("degree_in", in_low.clone()));
            columns.push(("degree_out", out_low.clone()));
            if !self.unknown.is_empty() {
                columns.push(("degree_in_low", in_low));
                columns.push(("degree_in_high", in_high));
                columns.push(("degree_out_low", out_low));
                columns.push(("degree_out_high", out_high));
            }
        } else if !self.unknown.is_empty() {
            columns.push(("degree_low", out_low));
            columns.push(("degree_high", out_high));
        }
        if self.weighted {
            let reversed = self.graph.reversed();
            let strength =
                |graph: &Graph| defined((0..self.size()).map(|node| graph.weights(node).iter().sum::<f64>()));
            if self.directed {
                columns.push(("strength_in", strength(&reversed)));
                columns.push(("strength_out", strength(&self.graph)));
            } else {
                columns.push(("strength", strength(&self.graph)));
            }
        }
    }

    fn closeness_columns(&self, scores: &Scores, columns: &mut Vec<(&str, Vec<Option<f64>>)>) {
        if self.directed {
            columns.push(("harmonic_in", scores.harmonic_in.clone()));
            columns.push(("harmonic_out", scores.harmonic_out.clone()));
            columns.push(("closeness_in", scores.closeness_in.clone()));
            columns.push(("closeness_out", scores.closeness_out.clone()));
        } else {
            columns.push(("harmonic", scores.harmonic_out.clone()));
            columns.push(("closeness", scores.closeness_out.clone()));
        }
    }

    fn betweenness_columns(&self, scores: &Scores, columns: &mut Vec<(&str, Vec<Option<f64>>)>) {
        let n = self.size() as f64;
        let pairs = (n - 1.0) * (n - 2.0) / if self.directed { 1.0 } else { 2.0 };
        let share = |value: &Option<f64>| value.filter(|_| self.size() > 2).map(|value| value / pairs);
        columns.push(("betweenness", scores.betweenness.clone()));
        columns.push(("betweenness_share", scores.betweenness.iter().map(share).collect()));
        if self.weighted {
            // A strong tie is a short way.
            let lengths: Vec<_> = self.graph.arcs().into_iter().map(|(a, b, weight)| (a, b, 1.0 / weight)).collect();
            let weighted = weighted_betweenness(&Graph::new(self.size(), &lengths));
            columns.push(("betweenness_weighted", defined(self.halved(weighted))));
        }
    }

    fn eigenvector_columns(
        &self,
        scores: &Scores,
        columns: &mut Vec<(&str, Vec<Option<f64>>)>,
        result: &mut NetworkResult,
    ) {
        if self.directed {
            columns.push(("eigenvector_in", scores.eigenvector_in.clone()));
            columns.push(("eigenvector_out", scores.eigenvector_out.clone()));
        } else {
            columns.push(("eigenvector", scores.eigenvector_out.clone()));
        }
        if let Some(reason) = &scores.eigenvector_reason {
            result.note(reason.clone());
        }
    }

    /// Core, component and whether it is a cut point.
    fn place_columns(&self, columns: &mut Vec<(&str, Vec<Option<f64>>)>) {
        let joined = self.graph.joined();
        let reversed = self.directed.then(|| self.graph.reversed());
        columns.push(("core", defined(cores(&self.graph, reversed.as_ref()).into_iter().map(|core| core as f64))));
        columns.push(("component", defined(components(&joined).into_iter().map(|component| component as f64 + 1.0))));
        let point = |point: bool| if point { 1.0 } else { 0.0 };
        columns.push(("cut_point", defined(cuts(&joined).points.into_iter().map(point))));
    }

    /// Betweenness alone, in the order of [`Network::nodes`]: what [`Network::centrality`] says of it, at once.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "city", "club"].map(Some)),
    ///     Column::text("b", ["club", "police", "school"].map(Some)),
    /// ])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?;
    /// assert_eq!(network.betweenness(), [2.0, 2.0, 0.0, 0.0]);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn betweenness(&self) -> Vec<f64> {
        self.halved(betweenness(&self.graph))
    }

    /// Where each partner lies on a map, between -1 and 1: distances in the picture follow distances in the network.
    ///
    /// Stress majorisation (Gansner, Koren and North 2004, Graph Drawing, 239) from a circle and from classical scaling;
    /// nothing is random, and the order of the rows does not matter. Direction and weight of ties are left aside.
    ///
    /// # Errors
    /// [`FaultKind::TooLarge`] for more than 2,500 partners.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "city", "club"].map(Some)),
    ///     Column::text("b", ["club", "police", "school"].map(Some)),
    /// ])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?;
    /// let layout = network.layout()?;
    /// assert_eq!(layout.columns, ["x", "y"]);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn layout(&self) -> Result<NetworkResult> {
        self.check_size()?;
        let method =
            "stress majorisation (Gansner, Koren and North 2004) of distances, directions and weights left aside";
        let mut result = NetworkResult::of(self, "layout", method);
        result.table(&["node"], &["x", "y"]);
        let places = crate::stat::stress_layout(&self.graph.joined());
        for (node, (x, y)) in places.into_iter().enumerate() {
            result.row(&[self.name(node)], vec![Some(x), Some(y)]);
        }
        Ok(result)
    }

    /// The fault of a network too large to look at every pair.
    pub(super) fn check_size(&self) -> Result<()> {
        if self.size() <= super::MAX_PAIRWISE {
            return Ok(());
        }
        let message =
            format!("{} partners are more than {} can be looked at in pairs", self.size(), super::MAX_PAIRWISE);
        Err(Error::new(FaultKind::TooLarge, "network", message))
    }
}
