//! A core and a periphery (Borgatti and Everett 2000, Social Networks 21, 375).

use super::Graph;
use crate::stat::Stream;

/// Arcs and pairs of a graph, for the correlation with the ideal pattern: arcs wherever one end is in the core, none among
/// the others.
pub(crate) struct Blocks {
    size: usize,
    /// Arcs between two vertices, in both directions together.
    between: Vec<f64>,
    arcs: f64,
}

impl Blocks {
    /// Of a graph; an undirected one counts every edge twice, which no correlation sees.
    pub fn new(graph: &Graph) -> Self {
        let size = graph.size();
        let mut between = vec![0.0; size * size];
        for vertex in 0..size {
            for target in graph.targets(vertex) {
                between[vertex * size + *target as usize] += 1.0;
                between[*target as usize * size + vertex] += 1.0;
            }
        }
        Self { size, between, arcs: graph.arc_count() as f64 }
    }

    /// Arcs between a vertex and the periphery.
    fn links(&self, vertex: usize, core: &[bool]) -> f64 {
        let row = &self.between[vertex * self.size..(vertex + 1) * self.size];
        // Ties to the periphery are all that changes when a vertex changes sides.
        row.iter().zip(core).filter(|(_, core)| !**core).map(|(arcs, _)| arcs).sum()
    }

    /// The correlation where `inside` vertices are in the core and `outer` arcs lie in the periphery; `None` where the
    /// pattern or the graph does not vary.
    fn correlation(&self, inside: usize, outer: f64) -> Option<f64> {
        let pairs = |n: usize| (n * n.saturating_sub(1)) as f64;
        let all = pairs(self.size);
        let ones = all - pairs(self.size - inside);
        let covariance = (self.arcs - outer) / all - self.arcs * ones / (all * all);
        let variance = |sum: f64| sum / all - (sum / all).powi(2);
        let product = variance(self.arcs) * variance(ones);
        // A core of all or of none has no pattern to compare with.
        (product > 1e-15).then(|| covariance / product.sqrt())
    }

    /// The fit of a core.
    pub fn fit(&self, core: &[bool]) -> Option<f64> {
        let inside = core.iter().filter(|core| **core).count();
        let outside = (0..self.size).filter(|vertex| !core[*vertex]);
        let outer: f64 = outside.map(|vertex| self.links(vertex, core)).sum::<f64>() / 2.0;
        self.correlation(inside, outer)
    }
}

/// A fit is better where it is so by more than rounding.
fn better(fit: Option<f64>, than: Option<f64>) -> bool {
    match (fit, than) {
        (Some(fit), Some(than)) => fit > than + 1e-12,
        (Some(_), None) => true,
        _ => false,
    }
}

/// The best core of all, each looked at once in the order of a Gray code; for up to 20 vertices.
pub(crate) fn best_core(blocks: &Blocks) -> Vec<bool> {
    let mut core = vec![false; blocks.size];
    let (mut inside, mut outer) = (0_usize, blocks.arcs);
    let (mut best, mut fit) = (core.clone(), None);
    for step in 1..1_u64 << blocks.size {
        // Gray's order: each partition differs from the one before by one vertex, so its fit follows from a few sums.
        let vertex = step.trailing_zeros() as usize;
        if core[vertex] {
            core[vertex] = false;
            outer += blocks.links(vertex, &core);
            inside -= 1;
        } else {
            outer -= blocks.links(vertex, &core);
            core[vertex] = true;
            inside += 1;
        }
        let found = blocks.correlation(inside, outer);
        if better(found, fit) {
            (best, fit) = (core.clone(), found);
        }
    }
    best
}

/// A core that no single move betters, from a random one.
pub(crate) fn climb(blocks: &Blocks, stream: &mut Stream) -> Vec<bool> {
    let mut core: Vec<bool> = (0..blocks.size).map(|_| stream.below(2) == 1).collect();
    let mut inside = core.iter().filter(|core| **core).count();
    let outside: Vec<usize> = (0..blocks.size).filter(|vertex| !core[*vertex]).collect();
    let mut outer: f64 = outside.iter().map(|vertex| blocks.links(*vertex, &core)).sum::<f64>() / 2.0;
    let mut fit = blocks.correlation(inside, outer);
    loop {
        let mut best = None;
        for vertex in 0..blocks.size {
            let links = blocks.links(vertex, &core);
            let (moved, rest) = if core[vertex] { (inside - 1, outer + links) } else { (inside + 1, outer - links) };
            let found = blocks.correlation(moved, rest);
            if better(found, fit) {
                (best, fit) = (Some((vertex, moved, rest)), found);
            }
        }
        let Some((vertex, moved, rest)) = best else { return core };
        core[vertex] = !core[vertex];
        (inside, outer) = (moved, rest);
    }
}
