//! Results are the same to the last bit on one thread, on two and on more than there are cores.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use cohesion_core::{Column, Lost, Network, NetworkOptions, NetworkResult, Seeded, Table};

/// What `work` writes, the same on pools of one, two and eight threads.
fn same<T: PartialEq + Send>(work: impl Fn() -> T + Sync + Send) -> T {
    let on = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(&work);
    let one = on(1);
    for threads in [2, 8] {
        assert!(on(threads) == one, "{threads} threads");
    }
    one
}

/// A number that looks random and is the same everywhere.
fn mixed(place: usize) -> usize {
    let mut number = (place as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (number ^ (number >> 31)) as usize % 1_000_003
}

/// A directed network of 90 partners in three sectors, with weights; a few did not answer.
fn network(salt: usize) -> Network {
    let name = |node: usize| Some(format!("n{node:03}"));
    let silent = |node: usize| node % 30 == 7;
    let ends = |tie: usize| (mixed(2 * tie) % 90, mixed(2 * tie + 1) % 90);
    let ties: BTreeSet<_> = (salt..salt + 320).map(ends).filter(|(from, to)| from != to && !silent(*from)).collect();
    let weight = |(from, to): &(usize, usize)| 0.1 + ((from + 3 * to) % 17) as f64 / 7.0;
    let table = Table::new(vec![
        Column::text("a", ties.iter().map(|(from, _)| name(*from))),
        Column::text("b", ties.iter().map(|(_, to)| name(*to))),
        Column::number("w", ties.iter().map(weight).collect::<Vec<_>>()),
    ]);
    let nodes = Table::new(vec![
        Column::text("id", (0..90).map(name)),
        Column::text("sector", (0..90).map(|node| Some(["city", "club", "shop"][node % 3]))),
    ]);
    let nodes = nodes.unwrap();
    let answered = (0..90).filter(|node| !silent(*node)).filter_map(name);
    let options = NetworkOptions::new("a", "b").weight("w").directed(true).nodes(&nodes);
    Network::from_edges(&table.unwrap(), options.respondents(answered)).unwrap()
}

#[test]
fn measures_of_networks() {
    let (one, other) = (network(0), network(400));
    let all = |results: Vec<NetworkResult>| results.iter().map(NetworkResult::to_json).collect::<Vec<String>>();
    same(|| all(vec![one.summary(), one.centrality(), one.bridges()]));
    let few = Seeded::new().times(400).seed(5);
    same(|| all(vec![one.correlate(&other, few).unwrap(), one.ei_index("sector", few).unwrap()]));
    same(|| all(vec![one.compare(&other, few).unwrap(), one.completions(Seeded::new().times(10)).unwrap()]));
    let starts = Seeded::new().times(12);
    same(|| all(vec![one.communities(1.0, starts).unwrap(), one.core_periphery(starts).unwrap()]));
    for lost in [Lost::Partners, Lost::Ties] {
        same(|| all(vec![one.loss(3, lost, Seeded::new().times(150)).unwrap()]));
    }
}
