//! The eigenvector of the largest eigenvalue of a graph.

use super::{Graph, strong_components};

/// Up to this size the matrix is squared again and again, which no small gap between eigenvalues slows down.
const DENSE: usize = 100;
/// Steps of the power iteration beyond that.
const STEPS: usize = 20_000;
/// Two largest eigenvalues that differ by less than this share are one.
const SAME: f64 = 1e-9;

/// What is found.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Principal {
    /// The eigenvector, not negative, of length 1.
    Vector(Vec<f64>),
    /// No arc lies on a closed way: every eigenvalue is 0.
    NoCycle,
    /// Two parts share the largest eigenvalue, so that its eigenvector is not one.
    NotUnique,
    /// The iteration came to no rest.
    NotConverged,
}

/// x with A x = λ x for the largest eigenvalue λ of the 0/1 matrix A: a vertex counts by those it points at (Bonacich
/// 1972, J. Math. Sociology 2, 113). Found from A + I, whose largest eigenvalue stands alone where that of A is simple.
pub(crate) fn principal(graph: &Graph) -> Principal {
    let parts = strong_components(graph);
    let count = parts.iter().max().map_or(0, |highest| highest + 1);
    let mut sizes = vec![0_usize; count];
    for part in &parts {
        sizes[*part] += 1;
    }
    // Without a closed way all eigenvalues are 0.
    let cyclic: Vec<usize> = (0..count).filter(|part| sizes[*part] > 1).collect();
    if cyclic.is_empty() {
        return Principal::NoCycle;
    }
    if cyclic.len() > 1 {
        let mut roots = Vec::with_capacity(cyclic.len());
        for part in cyclic {
            let outside: Vec<bool> = parts.iter().map(|other| *other != part).collect();
            let Some(vector) = dominant(&graph.without(&outside), &outside) else { return Principal::NotConverged };
            roots.push(root(graph, &vector, &outside));
        }
        roots.sort_by(|a, b| b.total_cmp(a));
        // Two parts with the same largest eigenvalue: any mixture of their vectors is one as well.
        if roots[0] - roots[1] <= SAME * roots[0] {
            return Principal::NotUnique;
        }
    }
    dominant(graph, &vec![false; graph.size()]).map_or(Principal::NotConverged, Principal::Vector)
}

/// The largest eigenvalue of the part inside, by its eigenvector.
fn root(graph: &Graph, vector: &[f64], outside: &[bool]) -> f64 {
    let inside = (0..graph.size()).filter(|vertex| !outside[*vertex]);
    let (mut up, mut down) = (0.0, 0.0);
    for vertex in inside {
        let sum: f64 = graph.targets(vertex).iter().map(|target| vector[*target as usize]).sum();
        up += sum;
        down += vector[vertex];
    }
    up / down
}

/// The limit of (A + I)^k 1 inside, of length 1.
fn dominant(graph: &Graph, outside: &[bool]) -> Option<Vec<f64>> {
    let start: Vec<f64> = outside.iter().map(|outside| if *outside { 0.0 } else { 1.0 }).collect();
    // Near roots make the plain iteration slow; squaring the matrix forty times is 2^40 steps at once, and small graphs
    // can afford it.
    let (start, steps) = if graph.size() <= DENSE { (squared(graph, start), 200) } else { (start, STEPS) };
    iterated(graph, normalised(start), steps)
}

/// Iterates to rest.
fn iterated(graph: &Graph, mut x: Vec<f64>, steps: usize) -> Option<Vec<f64>> {
    for _ in 0..steps {
        // The graph plus the unit matrix: a graph of two sides would otherwise swing between them for ever.
        let mut next = x.clone();
        for (vertex, entry) in next.iter_mut().enumerate() {
            for target in graph.targets(vertex) {
                *entry += x[*target as usize];
            }
        }
        let next = normalised(next);
        let change = x.iter().zip(&next).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        x = next;
        if change < 1e-15 {
            return Some(x);
        }
    }
    // Rounding may keep the last digit moving.
    let mut image = x.clone();
    for (vertex, entry) in image.iter_mut().enumerate() {
        for target in graph.targets(vertex) {
            *entry += x[*target as usize];
        }
    }
    let image = normalised(image);
    let change = x.iter().zip(&image).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
    (change < 1e-13).then_some(x)
}

/// (A + I)^(2^40) applied to a start: nothing is negative, so nothing cancels.
fn squared(graph: &Graph, start: Vec<f64>) -> Vec<f64> {
    let size = graph.size();
    let mut matrix = vec![0.0_f64; size * size];
    for vertex in 0..size {
        matrix[vertex * size + vertex] = 1.0;
        for target in graph.targets(vertex) {
            matrix[vertex * size + *target as usize] = 1.0;
        }
    }
    for _ in 0..40 {
        let mut square = vec![0.0_f64; size * size];
        for i in 0..size {
            for k in 0..size {
                let factor = matrix[i * size + k];
                if factor == 0.0 {
                    continue;
                }
                for j in 0..size {
                    square[i * size + j] += factor * matrix[k * size + j];
                }
            }
        }
        let highest = square.iter().copied().fold(0.0, f64::max);
        for entry in &mut square {
            // Powers grow beyond every number.
            *entry /= highest;
        }
        matrix = square;
    }
    (0..size).map(|i| (0..size).map(|j| matrix[i * size + j] * start[j]).sum()).collect()
}

fn normalised(mut x: Vec<f64>) -> Vec<f64> {
    let length = x.iter().map(|entry| entry * entry).sum::<f64>().sqrt();
    for entry in &mut x {
        *entry /= length;
    }
    x
}
