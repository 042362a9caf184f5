//! What hangs together, and what holds it together.

use super::{Graph, renumbered};

/// The component of each vertex of an undirected graph, numbered as they come first.
pub(crate) fn components(graph: &Graph) -> Vec<usize> {
    let mut component = vec![usize::MAX; graph.size()];
    let mut stack = Vec::new();
    let mut next = 0;
    for vertex in 0..graph.size() {
        if component[vertex] != usize::MAX {
            continue;
        }
        component[vertex] = next;
        stack.push(vertex);
        while let Some(at) = stack.pop() {
            for target in graph.targets(at) {
                let target = *target as usize;
                if component[target] == usize::MAX {
                    component[target] = next;
                    stack.push(target);
                }
            }
        }
        next += 1;
    }
    component
}

/// The strong component of each vertex (Tarjan 1972, SIAM J. Computing 1, 146), numbered as they come first.
pub(crate) fn strong_components(graph: &Graph) -> Vec<usize> {
    let size = graph.size();
    let (mut index, mut low) = (vec![usize::MAX; size], vec![0; size]);
    let mut component = vec![usize::MAX; size];
    // A stack of our own instead of calls: a chain of partners may be longer than the program's stack is deep.
    let (mut open, mut calls): (Vec<usize>, Vec<(usize, usize)>) = (Vec::new(), Vec::new());
    let (mut counter, mut found) = (0, 0);
    for root in 0..size {
        if index[root] != usize::MAX {
            continue;
        }
        calls.push((root, 0));
        while let Some((vertex, place)) = calls.pop() {
            if place == 0 {
                index[vertex] = counter;
                low[vertex] = counter;
                counter += 1;
                open.push(vertex);
            }
            if let Some(target) = graph.targets(vertex).get(place).map(|target| *target as usize) {
                calls.push((vertex, place + 1));
                if index[target] == usize::MAX {
                    calls.push((target, 0));
                // A vertex that already has a component cannot lead back here.
                } else if component[target] == usize::MAX {
                    low[vertex] = low[vertex].min(index[target]);
                }
                continue;
            }
            if low[vertex] == index[vertex] {
                while let Some(member) = open.pop() {
                    component[member] = found;
                    if member == vertex {
                        break;
                    }
                }
                found += 1;
            }
            if let Some((parent, _)) = calls.last().copied() {
                low[parent] = low[parent].min(low[vertex]);
            }
        }
    }
    renumbered(&component)
}

/// The vertices and edges without which an undirected graph falls apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Cuts {
    /// Whether each vertex is a cut point.
    pub points: Vec<bool>,
    /// The bridges, lower end first, sorted.
    pub bridges: Vec<(u32, u32)>,
}

/// Cut points and bridges of an undirected graph (Hopcroft and Tarjan 1973, Comm. ACM 16, 372).
pub(crate) fn cuts(graph: &Graph) -> Cuts {
    let size = graph.size();
    let (mut index, mut low) = (vec![usize::MAX; size], vec![0; size]);
    let mut cuts = Cuts { points: vec![false; size], bridges: Vec::new() };
    let mut counter = 0;
    for root in 0..size {
        if index[root] != usize::MAX {
            continue;
        }
        let mut branches = 0;
        // Vertex, where it was come from, place among its arcs.
        let mut calls = vec![(root, usize::MAX, 0)];
        index[root] = counter;
        low[root] = counter;
        counter += 1;
        while let Some((vertex, parent, place)) = calls.pop() {
            if let Some(target) = graph.targets(vertex).get(place).map(|target| *target as usize) {
                calls.push((vertex, parent, place + 1));
                if index[target] == usize::MAX {
                    index[target] = counter;
                    low[target] = counter;
                    counter += 1;
                    // The root of the search parts the graph only where two branches have nothing but it in common.
                    branches += usize::from(vertex == root);
                    calls.push((target, vertex, 0));
                } else if target != parent {
                    low[vertex] = low[vertex].min(index[target]);
                }
                continue;
            }
            if parent == usize::MAX {
                continue;
            }
            low[parent] = low[parent].min(low[vertex]);
            // Nothing below leads back to the parent or above it but this one arc.
            if low[vertex] > index[parent] {
                cuts.bridges.push((vertex.min(parent) as u32, vertex.max(parent) as u32));
            }
            if parent != root && low[vertex] >= index[parent] {
                cuts.points[parent] = true;
            }
        }
        cuts.points[root] = branches > 1;
    }
    cuts.bridges.sort_unstable();
    cuts
}

/// The core number of each vertex by its `degree`: the highest k such that it belongs to a part in which every vertex has
/// degree k at least (Seidman 1983, Social Networks 5, 269). An arc takes one from the degree of both its ends.
pub(crate) fn cores(graph: &Graph, reversed: Option<&Graph>) -> Vec<usize> {
    let size = graph.size();
    let degree_of = |vertex| graph.targets(vertex).len() + reversed.map_or(0, |graph| graph.targets(vertex).len());
    let mut degree: Vec<usize> = (0..size).map(degree_of).collect();
    let mut core = vec![usize::MAX; size];
    let mut stack = Vec::new();
    let (mut left, mut k) = (size, 0);
    while left > 0 {
        // Peeled off shell by shell: who falls takes a tie from others, who may then fall as well.
        stack.extend((0..size).filter(|vertex| core[*vertex] == usize::MAX && degree[*vertex] <= k));
        while let Some(vertex) = stack.pop() {
            if core[vertex] != usize::MAX {
                continue;
            }
            core[vertex] = k;
            left -= 1;
            let others = reversed.map_or(&[][..], |graph| graph.targets(vertex));
            for target in graph.targets(vertex).iter().chain(others) {
                let target = *target as usize;
                degree[target] = degree[target].saturating_sub(1);
                if core[target] == usize::MAX && degree[target] <= k {
                    stack.push(target);
                }
            }
        }
        k += 1;
    }
    core
}

/// Whether a way leads from each vertex (row) to each vertex (column); every vertex reaches itself.
pub(crate) fn reachable(graph: &Graph) -> Vec<bool> {
    let size = graph.size();
    let mut reaches = vec![false; size * size];
    for (vertex, row) in reaches.chunks_exact_mut(size.max(1)).enumerate() {
        let mut stack = vec![vertex];
        row[vertex] = true;
        while let Some(at) = stack.pop() {
            for target in graph.targets(at) {
                if !std::mem::replace(&mut row[*target as usize], true) {
                    stack.push(*target as usize);
                }
            }
        }
    }
    reaches
}
