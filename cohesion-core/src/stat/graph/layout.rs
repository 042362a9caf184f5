//! Places of vertices in the plane such that their distances are those of the graph.

use super::{Graph, distances};

/// Steps of the majorisation at most.
const STEPS: usize = 300;

/// Places by stress majorisation (Gansner, Koren and North 2004, Graph Drawing, 239) of an undirected graph, weights of
/// pairs 1 / d²; from a circle in the order of the vertices and from classical scaling (Torgerson 1952), whichever ends
/// with less stress. Nothing is random. Vertices that no way joins are as far apart as the longest way and one step more.
/// The places are centred, and the farthest lies at distance 1.
pub(crate) fn stress_layout(graph: &Graph) -> Vec<(f64, f64)> {
    let size = graph.size();
    if size < 2 {
        return vec![(0.0, 0.0); size];
    }
    let ideal = ideal(graph);
    let circle = majorised(&ideal, circle(size));
    let scaled = majorised(&ideal, scaled(&ideal, size));
    // Two starts, since the search finds the nearest valley; without chance, so that the map is the same every time.
    let places = if stress(&ideal, &scaled) < stress(&ideal, &circle) - 1e-9 { scaled } else { circle };
    framed(places)
}

/// The distance that each pair should have.
fn ideal(graph: &Graph) -> Vec<f64> {
    let size = graph.size();
    let found: Vec<u32> = (0..size).flat_map(|vertex| distances(graph, vertex)).collect();
    let longest = found.iter().filter(|distance| **distance != u32::MAX).max().copied().unwrap_or(1);
    // Parts that are not joined lie farther apart than anything that is, and not out of sight.
    let apart = f64::from(longest.max(1) + 1);
    found.iter().map(|distance| if *distance == u32::MAX { apart } else { f64::from(*distance) }).collect()
}

fn circle(size: usize) -> Vec<(f64, f64)> {
    let turn = |vertex: usize| 2.0 * std::f64::consts::PI * vertex as f64 / size as f64;
    // Neighbours on the circle begin about one and a half apart, near the distance of a tie.
    let radius = size as f64 / 4.0;
    (0..size).map(|vertex| (radius * libm::cos(turn(vertex)), radius * libm::sin(turn(vertex)))).collect()
}

/// The two main axes of the doubly centred squared distances, each by power iteration from a fixed start.
fn scaled(ideal: &[f64], size: usize) -> Vec<(f64, f64)> {
    let n = size as f64;
    let square = |i: usize, j: usize| ideal[i * size + j].powi(2);
    let means: Vec<f64> = (0..size).map(|i| (0..size).map(|j| square(i, j)).sum::<f64>() / n).collect();
    let mean = means.iter().sum::<f64>() / n;
    let mut matrix = vec![0.0; size * size];
    for i in 0..size {
        for j in 0..size {
            matrix[i * size + j] = -0.5 * (square(i, j) - means[i] - means[j] + mean);
        }
    }
    let first = axis(&matrix, size, 1.0);
    let root: f64 = first.iter().map(|x| x * x).sum();
    for i in 0..size {
        for j in 0..size {
            // The axis has length √λ: taking it away leaves the others.
            matrix[i * size + j] -= if root > 0.0 { first[i] * first[j] } else { 0.0 };
        }
    }
    let second = axis(&matrix, size, 2.0);
    first.into_iter().zip(second).collect()
}

/// The main eigenvector, as long as the root of its eigenvalue; 0 where that is not above 0.
fn axis(matrix: &[f64], size: usize, start: f64) -> Vec<f64> {
    // A start that is not at right angles to the axis, and the same on every machine.
    let mut x: Vec<f64> = (0..size).map(|i| libm::cos(start + i as f64)).collect();
    // Eigenvalues are moved above 0, so that the largest one is found and not the farthest from 0.
    let shift = matrix.chunks_exact(size).map(|row| row.iter().map(|e| e.abs()).sum::<f64>()).fold(0.0, f64::max);
    for _ in 0..200 {
        let next: Vec<f64> = matrix.chunks_exact(size).zip(&x).map(|(row, own)| dot(row, &x) + shift * own).collect();
        let length = dot(&next, &next).sqrt();
        if length == 0.0 {
            return vec![0.0; size];
        }
        x = next.into_iter().map(|entry| entry / length).collect();
    }
    let root: f64 = matrix.chunks_exact(size).zip(&x).map(|(row, own)| dot(row, &x) * own).sum();
    x.iter().map(|entry| entry * root.max(0.0).sqrt()).collect()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// The sum over pairs of (distance / ideal - 1)².
fn stress(ideal: &[f64], places: &[(f64, f64)]) -> f64 {
    let size = places.len();
    let mut sum = 0.0;
    for i in 1..size {
        for j in 0..i {
            sum += (apart(places[i], places[j]) / ideal[i * size + j] - 1.0).powi(2);
        }
    }
    sum
}

fn apart(a: (f64, f64), b: (f64, f64)) -> f64 {
    ((a.0 - b.0).powi(2) + (a.1 - b.1).powi(2)).sqrt()
}

/// Moves one vertex after the other to where the others want it, until nothing moves.
fn majorised(ideal: &[f64], mut places: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    let size = places.len();
    for _ in 0..STEPS {
        let mut moved = 0.0_f64;
        for i in 0..size {
            let (mut x, mut y, mut sum) = (0.0, 0.0, 0.0);
            let at = places[i];
            for j in 0..size {
                if i == j {
                    continue;
                }
                let wanted = ideal[i * size + j];
                let weight = 1.0 / (wanted * wanted);
                let distance = apart(at, places[j]);
                // Two at one place have no direction to push each other in; the others part them.
                let pull = if distance > 1e-12 { wanted / distance } else { 0.0 };
                x += weight * (places[j].0 + pull * (at.0 - places[j].0));
                y += weight * (places[j].1 + pull * (at.1 - places[j].1));
                sum += weight;
            }
            places[i] = (x / sum, y / sum);
            moved = moved.max(apart(at, places[i]));
        }
        if moved < 1e-7 {
            break;
        }
    }
    places
}

/// Centred, the farthest at distance 1.
fn framed(mut places: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    let n = places.len() as f64;
    let centre = places.iter().fold((0.0, 0.0), |sum, at| (sum.0 + at.0 / n, sum.1 + at.1 / n));
    let farthest = places.iter().map(|at| apart(*at, centre)).fold(0.0, f64::max);
    for at in &mut places {
        *at = ((at.0 - centre.0) / farthest.max(1e-12), (at.1 - centre.1) / farthest.max(1e-12));
    }
    places
}
