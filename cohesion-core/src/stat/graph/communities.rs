//! Parts of a graph with more weight inside than a random graph of the same strengths would have.

use super::{Graph, renumbered};
use crate::stat::Stream;

/// How freely the refinement picks among merges that all gain (Traag, Waltman and van Eck 2019: θ).
const RANDOMNESS: f64 = 0.01;
/// A gain smaller than this is rounding.
const GAIN: f64 = 1e-12;

/// An undirected weighted graph whose vertices may stand for many, with weight inside themselves.
struct Weighted {
    graph: Graph,
    /// The strength of each vertex, weight inside counted twice.
    strength: Vec<f64>,
    /// Twice the weight of all edges.
    total: f64,
    resolution: f64,
}

/// What modularity needs of an undirected graph.
pub(crate) struct Modularity {
    weighted: Weighted,
}

impl Modularity {
    /// Of an undirected graph with positive weights and a resolution; 1 is Newman's.
    pub fn new(graph: &Graph, resolution: f64) -> Self {
        let strength: Vec<f64> = (0..graph.size()).map(|vertex| graph.weights(vertex).iter().sum()).collect();
        let total = strength.iter().sum();
        Self { weighted: Weighted { graph: graph.clone(), strength, total, resolution } }
    }

    /// Newman and Girvan's modularity (2004, Physical Review E 69, 026113) of a partition.
    pub fn of(&self, groups: &[usize]) -> f64 {
        let Weighted { graph, strength, total, resolution } = &self.weighted;
        let mut sums = vec![0.0; groups.iter().max().map_or(0, |highest| highest + 1)];
        let mut inside = 0.0;
        for vertex in 0..graph.size() {
            sums[groups[vertex]] += strength[vertex];
            for (target, weight) in graph.targets(vertex).iter().zip(graph.weights(vertex)) {
                if groups[*target as usize] == groups[vertex] {
                    inside += weight;
                }
            }
        }
        inside / total - resolution * sums.iter().map(|sum| (sum / total).powi(2)).sum::<f64>()
    }
}

/// A partition by the Leiden algorithm (Traag, Waltman and van Eck 2019, Scientific Reports 9, 5233): vertices move, each
/// part is refined into well connected ones, these become the vertices of a smaller graph; again until nothing moves.
pub(crate) fn leiden(modularity: &Modularity, stream: &mut Stream) -> Vec<usize> {
    // Everybody alone: no partition is taken for granted.
    let mut best: Vec<usize> = (0..modularity.weighted.graph.size()).collect();
    let mut quality = modularity.of(&best);
    // Each run starts from the partition of the last and cannot be worse; a handful of runs is nearly always enough.
    for _ in 0..10 {
        let found = pass(&modularity.weighted, &best, stream);
        let reached = modularity.of(&found);
        if reached <= quality + GAIN {
            break;
        }
        (best, quality) = (found, reached);
    }
    renumbered(&best)
}

/// One run from a partition.
fn pass(whole: &Weighted, from: &[usize], stream: &mut Stream) -> Vec<usize> {
    let size = whole.graph.size();
    // The vertex of the current graph that each first vertex is in.
    let mut place: Vec<usize> = (0..size).collect();
    let mut level = Weighted { graph: whole.graph.clone(), strength: whole.strength.clone(), ..*whole };
    let mut parts = renumbered(from);
    loop {
        move_vertices(&level, &mut parts, stream);
        parts = renumbered(&parts);
        let count = parts.iter().max().map_or(0, |highest| highest + 1);
        // Nobody joined anybody: a smaller graph would be this one.
        if count == level.graph.size() {
            break;
        }
        let refined = refine(&level, &parts, stream);
        let (smaller, of) = aggregate(&level, &refined, &parts);
        if smaller.graph.size() == level.graph.size() {
            break;
        }
        for at in &mut place {
            *at = refined[*at];
        }
        level = smaller;
        parts = of;
    }
    place.iter().map(|at| parts[*at]).collect()
}

/// Moves vertices to the part where they gain most until none gains (fast local move, with a queue).
fn move_vertices(level: &Weighted, parts: &mut [usize], stream: &mut Stream) {
    let size = level.graph.size();
    let mut sums = vec![0.0; size];
    for (vertex, part) in parts.iter().enumerate() {
        sums[*part] += level.strength[vertex];
    }
    let mut members = vec![0_usize; size];
    for part in parts.iter() {
        members[*part] += 1;
    }
    let mut queue = std::collections::VecDeque::from(shuffled(size, stream));
    let mut waits = vec![true; size];
    let mut links = vec![0.0; size];
    let mut near: Vec<usize> = Vec::new();
    while let Some(vertex) = queue.pop_front() {
        waits[vertex] = false;
        let own = parts[vertex];
        near.clear();
        for (target, weight) in level.graph.targets(vertex).iter().zip(level.graph.weights(vertex)) {
            let part = parts[*target as usize];
            if links[part] == 0.0 {
                near.push(part);
            }
            links[part] += weight;
        }
        // What a random graph of the same strengths would have between the vertex and one unit of a part's strength.
        let factor = level.resolution * level.strength[vertex] / level.total;
        sums[own] -= level.strength[vertex];
        // The vertex is taken out first, so that staying and leaving are compared on equal terms.
        members[own] -= 1;
        let mut best = (links[own] - factor * sums[own], own);
        // A part of its own gains nothing and loses nothing.
        if best.0 < -GAIN
            && let Some(empty) = members.iter().position(|count| *count == 0)
        {
            best = (0.0, empty);
        }
        for part in &near {
            let gain = links[*part] - factor * sums[*part];
            if gain > best.0 + GAIN {
                best = (gain, *part);
            }
        }
        for part in &near {
            links[*part] = 0.0;
        }
        let part = best.1;
        sums[part] += level.strength[vertex];
        members[part] += 1;
        parts[vertex] = part;
        // Only neighbours outside the new part may now gain by moving: everybody else waits for a reason.
        if part != own {
            for target in level.graph.targets(vertex) {
                let target = *target as usize;
                if parts[target] != part && !std::mem::replace(&mut waits[target], true) {
                    queue.push_back(target);
                }
            }
        }
    }
}

/// Splits every part into well connected ones: single vertices join, at random among the joins that gain.
fn refine(level: &Weighted, parts: &[usize], stream: &mut Stream) -> Vec<usize> {
    let size = level.graph.size();
    let mut refined: Vec<usize> = (0..size).collect();
    let mut alone = vec![true; size];
    let mut part_sums = vec![0.0; size];
    for (vertex, part) in parts.iter().enumerate() {
        part_sums[*part] += level.strength[vertex];
    }
    // Strength of each refined part, and the weight from it to the rest of its part.
    let mut sums = level.strength.clone();
    let inside = |vertex: usize| {
        let arcs = level.graph.targets(vertex).iter().zip(level.graph.weights(vertex));
        arcs.filter(|(target, _)| parts[**target as usize] == parts[vertex]).map(|(_, weight)| weight).sum::<f64>()
    };
    let mut outward: Vec<f64> = (0..size).map(inside).collect();
    let connected =
        |outward: f64, sum: f64, whole: f64| outward + GAIN >= level.resolution * sum * (whole - sum) / level.total;
    let mut links = vec![0.0; size];
    for vertex in shuffled(size, stream) {
        let whole = part_sums[parts[vertex]];
        // Only vertices that are still alone join others: what was put together is never taken apart, which keeps parts
        // connected.
        if !alone[vertex] || !connected(outward[vertex], level.strength[vertex], whole) {
            continue;
        }
        let mut near: Vec<usize> = Vec::new();
        for (target, weight) in level.graph.targets(vertex).iter().zip(level.graph.weights(vertex)) {
            if parts[*target as usize] == parts[vertex] {
                let part = refined[*target as usize];
                if links[part] == 0.0 {
                    near.push(part);
                }
                links[part] += weight;
            }
        }
        let mut choices: Vec<(f64, usize)> = vec![(0.0, vertex)];
        for part in &near {
            let gain = links[*part] - level.resolution * level.strength[vertex] * sums[*part] / level.total;
            // A join that loses is never drawn; among those that gain chance decides, so that the best partition can be
            // reached from a start that is not the best.
            if gain >= 0.0 && connected(outward[*part], sums[*part], whole) {
                choices.push((gain, *part));
            }
        }
        let chosen = drawn(&choices, level.total, stream);
        if chosen != vertex {
            alone[vertex] = false;
            alone[chosen] = false;
            // The weight between the two is now inside, and was counted outward by both.
            outward[chosen] += outward[vertex] - 2.0 * links[chosen];
            sums[chosen] += level.strength[vertex];
            refined[vertex] = chosen;
        }
        for part in &near {
            links[*part] = 0.0;
        }
    }
    renumbered(&refined)
}

/// One of the choices, each as likely as the exponential of its gain.
fn drawn(choices: &[(f64, usize)], total: f64, stream: &mut Stream) -> usize {
    let highest = choices.iter().map(|choice| choice.0).fold(0.0, f64::max);
    let weights: Vec<f64> =
        // Less the highest, since the exponential of a gain by itself may pass the largest number.
        choices.iter().map(|choice| libm::exp(2.0 * (choice.0 - highest) / (total * RANDOMNESS))).collect();
    let mut left = stream.share() * weights.iter().sum::<f64>();
    for (weight, choice) in weights.iter().zip(choices) {
        left -= weight;
        if left < 0.0 {
            return choice.1;
        }
    }
    // Rounding may leave a rest after the last.
    choices[choices.len() - 1].1
}

/// The graph whose vertices are the refined parts, and the part each of them is in.
fn aggregate(level: &Weighted, refined: &[usize], parts: &[usize]) -> (Weighted, Vec<usize>) {
    let count = refined.iter().max().map_or(0, |highest| highest + 1);
    let mut strength = vec![0.0; count];
    let mut of = vec![0; count];
    let mut arcs: Vec<(u32, u32, f64)> = Vec::new();
    for vertex in 0..level.graph.size() {
        let own = refined[vertex];
        strength[own] += level.strength[vertex];
        of[own] = parts[vertex];
        for (target, weight) in level.graph.targets(vertex).iter().zip(level.graph.weights(vertex)) {
            let other = refined[*target as usize];
            if other != own {
                arcs.push((own as u32, other as u32, *weight));
            }
        }
    }
    // Sorted, so that the arcs between the same two parts stand together and become one.
    arcs.sort_unstable_by_key(|arc| (arc.0, arc.1));
    let mut merged: Vec<(u32, u32, f64)> = Vec::with_capacity(arcs.len());
    for arc in arcs {
        match merged.last_mut() {
            Some(last) if (last.0, last.1) == (arc.0, arc.1) => last.2 += arc.2,
            _ => merged.push(arc),
        }
    }
    (Weighted { graph: Graph::new(count, &merged), strength, ..*level }, renumbered(&of))
}

/// 0 to size - 1 in random order.
fn shuffled(size: usize, stream: &mut Stream) -> Vec<usize> {
    let mut order: Vec<usize> = (0..size).collect();
    stream.shuffle(&mut order);
    order
}

/// The partition of highest modularity, proven by branch and bound from a good one; `None` where the proof needs more
/// than `steps` steps.
pub(crate) fn best_partition(modularity: &Modularity, good: &[usize], steps: u64) -> Option<Vec<usize>> {
    let Weighted { graph, strength, total, resolution } = &modularity.weighted;
    let size = graph.size();
    let mut order: Vec<usize> = (0..size).collect();
    // The strongest first: what they decide weighs most, so that bad branches are cut early.
    order.sort_by(|a, b| strength[*b].total_cmp(&strength[*a]).then(a.cmp(b)));
    let mut gain = vec![0.0; size * size];
    for (i, a) in order.iter().enumerate() {
        for (j, b) in order.iter().enumerate() {
            let weight = graph.weight(*a, *b).unwrap_or_default();
            gain[i * size + j] = 2.0 * (weight - resolution * strength[*a] * strength[*b] / total) / total;
        }
    }
    // What the vertices from each place on can gain among themselves at most.
    let mut later = vec![0.0; size + 1];
    for i in (0..size).rev() {
        later[i] = later[i + 1] + (i + 1..size).map(|j| gain[i * size + j].max(0.0)).sum::<f64>();
    }
    let own: f64 = (0..size).map(|i| gain[i * size + i] / 2.0).sum();
    let mut search = Search {
        size,
        gain,
        later,
        links: vec![0.0; size * size],
        groups: vec![0; size],
        best: order.iter().map(|vertex| good[*vertex]).collect(),
        quality: modularity.of(good) - own,
        steps,
    };
    search.place(0, 0, 0.0);
    if search.steps == 0 {
        return None;
    }
    let mut found = vec![0; size];
    for (place, vertex) in order.iter().enumerate() {
        found[*vertex] = search.best[place];
    }
    Some(renumbered(&found))
}

/// The state of a branch and bound over partitions.
struct Search {
    size: usize,
    /// What two vertices gain by being together.
    gain: Vec<f64>,
    later: Vec<f64>,
    /// What each vertex (row) gains from each group (column) so far.
    links: Vec<f64>,
    groups: Vec<usize>,
    best: Vec<usize>,
    quality: f64,
    steps: u64,
}

impl Search {
    /// Places the vertex at `at` in each of the `count` groups and in a new one.
    fn place(&mut self, at: usize, count: usize, quality: f64) {
        if self.steps == 0 {
            return;
        }
        self.steps -= 1;
        if at == self.size {
            if quality > self.quality + GAIN {
                self.quality = quality;
                self.best.clone_from(&self.groups);
            }
            return;
        }
        // At best every later vertex finds the group that gains most, and all later pairs that gain stand together.
        let mut bound = quality + self.later[at];
        for vertex in at..self.size {
            let links = &self.links[vertex * self.size..vertex * self.size + count];
            bound += links.iter().copied().fold(0.0, f64::max);
        }
        if bound <= self.quality + GAIN {
            return;
        }
        // One new group only: partitions that differ by the names of their groups are the same.
        for group in 0..=count {
            let gained = self.links[at * self.size + group];
            self.groups[at] = group;
            self.link(at, group, 1.0);
            self.place(at + 1, count.max(group + 1), quality + gained);
            self.link(at, group, -1.0);
            if group == count {
                // A new group starts from nothing, whatever rounding left.
                for vertex in at + 1..self.size {
                    self.links[vertex * self.size + group] = 0.0;
                }
            }
        }
    }

    /// Adds what the vertices behind `at` gain from its group.
    fn link(&mut self, at: usize, group: usize, sign: f64) {
        for vertex in at + 1..self.size {
            self.links[vertex * self.size + group] += sign * self.gain[at * self.size + vertex];
        }
    }
}

/// How far two partitions agree beyond chance: 1 the same, 0 as by chance (Hubert and Arabie 1985, J. Classification 2,
/// 193). Two partitions that both leave no choice are the same.
pub(crate) fn adjusted_rand(a: &[usize], b: &[usize]) -> f64 {
    let count = |groups: &[usize]| groups.iter().max().map_or(0, |highest| highest + 1);
    let (rows, columns) = (count(a), count(b));
    let mut table = vec![0.0_f64; rows * columns];
    for (i, j) in a.iter().zip(b) {
        table[i * columns + j] += 1.0;
    }
    let pairs = |n: f64| n * (n - 1.0) / 2.0;
    let both: f64 = table.iter().map(|n| pairs(*n)).sum();
    let up: f64 = table.chunks_exact(columns.max(1)).map(|row| pairs(row.iter().sum())).sum();
    let across: f64 = (0..columns).map(|j| pairs((0..rows).map(|i| table[i * columns + j]).sum())).sum();
    let all = pairs(a.len() as f64);
    let expected = up * across / all;
    let most = (up + across) / 2.0;
    if all == 0.0 || (most - expected).abs() < 1e-12 { 1.0 } else { (both - expected) / (most - expected) }
}
