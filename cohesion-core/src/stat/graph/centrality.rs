//! Shortest paths and betweenness.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::ops::Range;

use super::Graph;
use crate::stat::parallel::each_chunk;

/// Two lengths that differ by less than this share are one.
const SAME: f64 = 1e-11;
/// How many searches are one piece of work.
const SOURCES: usize = 64;

/// How many arcs lead from `source` to each vertex on a shortest way; `u32::MAX` where none leads.
pub(crate) fn distances(graph: &Graph, source: usize) -> Vec<u32> {
    let mut distance = vec![u32::MAX; graph.size()];
    let mut order = Vec::with_capacity(graph.size());
    distance[source] = 0;
    order.push(source as u32);
    let mut next = 0;
    while let Some(vertex) = order.get(next).copied() {
        next += 1;
        let step = distance[vertex as usize] + 1;
        for target in graph.targets(vertex as usize) {
            if distance[*target as usize] == u32::MAX {
                distance[*target as usize] = step;
                order.push(*target);
            }
        }
    }
    distance
}

/// Betweenness of every vertex over ordered pairs (Brandes 2001, J. Math. Sociology 25, 163): one breadth-first search
/// from each vertex, then the shares of pairs gathered from the far end. An undirected graph gives twice its value.
pub(crate) fn betweenness(graph: &Graph) -> Vec<f64> {
    over_sources(graph, |sources| pairs_through(graph, sources))
}

/// The sum of what searches from some vertices give every vertex, over all of them.
fn over_sources(graph: &Graph, score: impl Fn(Range<usize>) -> Vec<f64> + Sync) -> Vec<f64> {
    let mut total = vec![0.0; graph.size()];
    each_chunk(graph.size(), SOURCES, score, |part| total.iter_mut().zip(part).for_each(|(sum, part)| *sum += part));
    total
}

/// Betweenness of every vertex over pairs from these sources.
fn pairs_through(graph: &Graph, sources: Range<usize>) -> Vec<f64> {
    let size = graph.size();
    let mut score = vec![0.0; size];
    let mut distance = vec![u32::MAX; size];
    let mut paths = vec![0.0_f64; size];
    // (1 + dependency) / paths of each vertex, so that nothing is divided per arc.
    let mut part = vec![0.0_f64; size];
    let mut order: Vec<u32> = Vec::with_capacity(size);
    for source in sources {
        order.clear();
        order.push(source as u32);
        distance[source] = 0;
        paths[source] = 1.0;
        let mut next = 0;
        while let Some(vertex) = order.get(next).copied() {
            next += 1;
            let (step, ways) = (distance[vertex as usize] + 1, paths[vertex as usize]);
            for target in graph.targets(vertex as usize) {
                let target = *target as usize;
                if distance[target] == u32::MAX {
                    distance[target] = step;
                    paths[target] = ways;
                    order.push(target as u32);
                } else if distance[target] == step {
                    paths[target] += ways;
                }
            }
        }
        // From the farthest inwards: what depends on a vertex is known before it is handed on (Brandes).
        for vertex in order.iter().rev() {
            let vertex = *vertex as usize;
            let step = distance[vertex] + 1;
            let mut sum = 0.0;
            for target in graph.targets(vertex) {
                if distance[*target as usize] == step {
                    sum += part[*target as usize];
                }
            }
            let dependency = sum * paths[vertex];
            part[vertex] = (1.0 + dependency) / paths[vertex];
            if vertex != source {
                score[vertex] += dependency;
            }
        }
        // Only what was reached, so that small parts of a large graph cost little.
        for vertex in &order {
            distance[*vertex as usize] = u32::MAX;
        }
    }
    score
}

/// A vertex at a distance, nearest first in a heap.
#[derive(PartialEq)]
struct Near(f64, u32);

impl Eq for Near {}

impl PartialOrd for Near {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Near {
    fn cmp(&self, other: &Self) -> Ordering {
        // Turned around, since the heap gives the largest first; the vertex decides between equals, so that sums are
        // made in one order.
        other.0.total_cmp(&self.0).then(other.1.cmp(&self.1))
    }
}

/// Whether two lengths are one but for rounding; none is as long as no way at all.
fn same(a: f64, b: f64) -> bool {
    b.is_finite() && (a - b).abs() <= SAME * a.max(b)
}

/// Betweenness over ordered pairs where the weight of an arc is its length, above 0 (Brandes 2001 with Dijkstra's search).
pub(crate) fn weighted_betweenness(graph: &Graph) -> Vec<f64> {
    over_sources(graph, |sources| weighted_pairs_through(graph, sources))
}

fn weighted_pairs_through(graph: &Graph, sources: Range<usize>) -> Vec<f64> {
    let size = graph.size();
    let mut score = vec![0.0; size];
    let mut distance = vec![f64::INFINITY; size];
    let mut paths = vec![0.0_f64; size];
    let mut part = vec![0.0_f64; size];
    let mut settled = vec![false; size];
    let mut heap = BinaryHeap::new();
    let mut order: Vec<u32> = Vec::with_capacity(size);
    for source in sources {
        distance.fill(f64::INFINITY);
        settled.fill(false);
        order.clear();
        distance[source] = 0.0;
        paths[source] = 1.0;
        heap.push(Near(0.0, source as u32));
        while let Some(Near(_, vertex)) = heap.pop() {
            let vertex = vertex as usize;
            if std::mem::replace(&mut settled[vertex], true) {
                continue;
            }
            order.push(vertex as u32);
            for (target, length) in graph.targets(vertex).iter().zip(graph.weights(vertex)) {
                let target = *target as usize;
                let way = distance[vertex] + length;
                // Ways of the same length add up in another order and differ by rounding; as two lengths one of them
                // would be lost.
                if same(way, distance[target]) {
                    paths[target] += paths[vertex];
                } else if way < distance[target] {
                    distance[target] = way;
                    paths[target] = paths[vertex];
                    heap.push(Near(way, target as u32));
                }
            }
        }
        for vertex in order.iter().rev() {
            let vertex = *vertex as usize;
            let mut sum = 0.0;
            for (target, length) in graph.targets(vertex).iter().zip(graph.weights(vertex)) {
                if same(distance[vertex] + length, distance[*target as usize]) {
                    sum += part[*target as usize];
                }
            }
            let dependency = sum * paths[vertex];
            part[vertex] = (1.0 + dependency) / paths[vertex];
            if vertex != source {
                score[vertex] += dependency;
            }
        }
    }
    score
}
