//! Graphs as compressed rows: numbers of vertices and arcs, nothing of what they stand for.
//!
//! Vertices are 0 to n - 1. An undirected graph holds every edge in both directions. No vertex points at itself.

mod centrality;
mod communities;
mod connect;
mod core_periphery;
mod layout;
mod principal;

pub(crate) use centrality::{betweenness, distances, weighted_betweenness};
pub(crate) use communities::{Modularity, adjusted_rand, best_partition, leiden};
pub(crate) use connect::{components, cores, cuts, reachable, strong_components};
pub(crate) use core_periphery::{Blocks, best_core, climb};
pub(crate) use layout::stress_layout;
pub(crate) use principal::{Principal, principal};

/// A directed graph: the arcs of each vertex one after the other, sorted by where they lead.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Graph {
    start: Vec<usize>,
    target: Vec<u32>,
    weight: Vec<f64>,
}

impl Graph {
    /// The graph of these arcs: from, to, weight. Of two arcs between the same vertices both are kept.
    pub fn new(size: usize, arcs: &[(u32, u32, f64)]) -> Self {
        let mut sorted = arcs.to_vec();
        sorted.sort_unstable_by_key(|arc| (arc.0, arc.1));
        let mut start = vec![0; size + 1];
        for arc in &sorted {
            start[arc.0 as usize + 1] += 1;
        }
        for vertex in 0..size {
            start[vertex + 1] += start[vertex];
        }
        Self {
            start,
            target: sorted.iter().map(|arc| arc.1).collect(),
            weight: sorted.iter().map(|arc| arc.2).collect(),
        }
    }

    /// How many vertices there are.
    pub fn size(&self) -> usize {
        self.start.len() - 1
    }

    /// How many arcs there are.
    pub fn arc_count(&self) -> usize {
        self.target.len()
    }

    /// Where the arcs of a vertex lead, from low to high.
    pub fn targets(&self, vertex: usize) -> &[u32] {
        &self.target[self.start[vertex]..self.start[vertex + 1]]
    }

    /// The weights of the arcs of a vertex.
    pub fn weights(&self, vertex: usize) -> &[f64] {
        &self.weight[self.start[vertex]..self.start[vertex + 1]]
    }

    /// The weight of an arc, where it is there.
    pub fn weight(&self, from: usize, to: usize) -> Option<f64> {
        let place = self.targets(from).binary_search(&(to as u32)).ok()?;
        self.weights(from).get(place).copied()
    }

    /// Every arc: from, to, weight, sorted.
    pub fn arcs(&self) -> Vec<(u32, u32, f64)> {
        let mut arcs = Vec::with_capacity(self.arc_count());
        for vertex in 0..self.size() {
            for (target, weight) in self.targets(vertex).iter().zip(self.weights(vertex)) {
                arcs.push((vertex as u32, *target, *weight));
            }
        }
        arcs
    }

    /// Every arc turned round.
    pub fn reversed(&self) -> Self {
        let arcs: Vec<_> = self.arcs().into_iter().map(|(from, to, weight)| (to, from, weight)).collect();
        Self::new(self.size(), &arcs)
    }

    /// The undirected graph that joins two vertices where an arc leads from one to the other; weights are summed.
    pub fn joined(&self) -> Self {
        let mut arcs = self.arcs();
        arcs.extend(self.arcs().into_iter().map(|(from, to, weight)| (to, from, weight)));
        arcs.sort_unstable_by_key(|arc| (arc.0, arc.1));
        let mut merged: Vec<(u32, u32, f64)> = Vec::with_capacity(arcs.len());
        for arc in arcs {
            match merged.last_mut() {
                Some(last) if (last.0, last.1) == (arc.0, arc.1) => last.2 += arc.2,
                _ => merged.push(arc),
            }
        }
        Self::new(self.size(), &merged)
    }

    /// The same graph without the vertices that are `gone`; the others keep their numbers.
    pub fn without(&self, gone: &[bool]) -> Self {
        let stays = |vertex: u32| !gone[vertex as usize];
        let arcs: Vec<_> = self.arcs().into_iter().filter(|arc| stays(arc.0) && stays(arc.1)).collect();
        Self::new(self.size(), &arcs)
    }
}

/// Numbers of groups as they come first: 0, 1, 2, ...
pub(crate) fn renumbered(groups: &[usize]) -> Vec<usize> {
    let highest = groups.iter().copied().max().unwrap_or_default();
    let mut names = vec![usize::MAX; highest + 1];
    let mut next = 0;
    let mut renamed = Vec::with_capacity(groups.len());
    for group in groups {
        if names[*group] == usize::MAX {
            names[*group] = next;
            next += 1;
        }
        renamed.push(names[*group]);
    }
    renamed
}
