//! Betweenness of 2,000 partners and 10,000 ties, and 10,000 permutations of 50 partners.

use std::hint::black_box;

use benches::uniform;
use cohesion_core::{Column, Network, NetworkOptions, Seeded, Table};
use criterion::{Criterion, criterion_group, criterion_main};

/// `ties` random ties among `nodes` partners; those of a partner with itself and repeated ones are left out.
fn network(nodes: usize, ties: usize, seed: u64, directed: bool) -> Option<Network> {
    let draw = |seed| uniform(seed, ties).into_iter().map(|u| (u * nodes as f64) as usize).collect::<Vec<_>>();
    let mut pairs: Vec<(usize, usize)> = draw(seed).into_iter().zip(draw(seed + 1)).filter(|(a, b)| a != b).collect();
    if !directed {
        pairs = pairs.into_iter().map(|(a, b)| (a.min(b), a.max(b))).collect();
    }
    pairs.sort_unstable();
    pairs.dedup();
    let table = Table::new(vec![
        Column::number("a", pairs.iter().map(|pair| pair.0 as f64).collect::<Vec<_>>()),
        Column::number("b", pairs.iter().map(|pair| pair.1 as f64).collect::<Vec<_>>()),
    ]);
    Network::from_edges(&table.ok()?, NetworkOptions::new("a", "b").directed(directed)).ok()
}

fn measures(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("network");
    group.sample_size(10);
    if let Some(network) = network(2_000, 10_000, 1, false) {
        group.bench_function("betweenness, 2,000 partners, 10,000 ties", |bencher| {
            bencher.iter(|| black_box(&network).betweenness());
        });
    }
    if let (Some(one), Some(other)) = (network(50, 500, 3, true), network(50, 500, 5, true)) {
        group.bench_function("correlate, 50 partners, 10,000 permutations", |bencher| {
            bencher.iter(|| one.correlate(black_box(&other), Seeded::new().times(10_000)));
        });
    }
    group.finish();
}

criterion_group!(benches, measures);
criterion_main!(benches);
