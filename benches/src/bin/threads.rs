//! What two threads gain, loop by loop: the one pass, replicates, permutations, searches of a network, the audit.
//!
//! `cargo run --release -p benches --bin threads [TURNS]`: each job runs on pools of one and of two threads in turn, 7 times
//! unless given, and the ratio of the medians by the clock is printed. Look at it on a machine that does nothing else.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

use benches::{names, survey, uniform};
use cohesion_core::{
    Column, CountRow, CountTable, Design, EstimateOptions, Margin, Measure, Network, NetworkOptions, PublishRule,
    Replication, Result, Seeded, Summary, SummarySpec, Survey, Table, publish,
};
use rayon::{ThreadPool, ThreadPoolBuilder};

/// A loop and what it is called.
type Job<'j> = (&'static str, Box<dyn Fn() -> Result<()> + Sync + 'j>);

fn clustered(rows: usize) -> Result<Table<'static>> {
    let whole = |seed, levels: f64| uniform(seed, rows).into_iter().map(|u| (u * levels).floor()).collect::<Vec<_>>();
    let cluster = whole(1, 1000.0);
    Table::new(vec![
        Column::number("stratum", cluster.iter().map(|cluster| (cluster / 20.0).floor()).collect::<Vec<_>>()),
        Column::number("cluster", cluster),
        Column::number("g", whole(2, 25.0)),
        Column::number("x", uniform(3, rows)),
        Column::number("y", uniform(4, rows)),
    ])
}

fn network(nodes: f64, ties: usize, seed: u64) -> Result<Network> {
    let ends = |seed| uniform(seed, ties).into_iter().map(|u| (u * nodes) as usize).collect::<Vec<_>>();
    let mut pairs: Vec<(usize, usize)> = ends(seed).into_iter().zip(ends(seed + 1)).filter(|(a, b)| a != b).collect();
    pairs.sort_unstable();
    pairs.dedup();
    let end = |of: fn(&(usize, usize)) -> usize| pairs.iter().map(|pair| of(pair) as f64).collect::<Vec<_>>();
    let table = Table::new(vec![Column::number("a", end(|pair| pair.0)), Column::number("b", end(|pair| pair.1))])?;
    Network::from_edges(&table, NetworkOptions::new("a", "b").directed(true))
}

fn counts(by: &[usize]) -> CountTable {
    let mut counted: Vec<(Vec<String>, u64)> = Vec::new();
    for place in 0..600_u64 {
        let at = [place / 20, place % 20];
        let labels: Vec<String> = by.iter().filter_map(|axis| at.get(*axis).map(u64::to_string)).collect();
        let people = if place.is_multiple_of(37) { place % 9 } else { 12 + place % 29 };
        match counted.iter_mut().find(|(known, _)| *known == labels) {
            Some((_, n)) => *n += people,
            None => counted.push((labels, people)),
        }
    }
    let rows = counted.into_iter().map(|(labels, n)| CountRow { labels, n, ..CountRow::default() }).collect();
    let keys = by.iter().map(|axis| format!("k{axis}")).collect();
    CountTable { variable: "q".to_owned(), keys, rows, ..CountTable::default() }
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}

fn timed(pool: &ThreadPool, job: &(dyn Fn() -> Result<()> + Sync)) -> Result<f64> {
    let start = Instant::now();
    pool.install(job)?;
    Ok(start.elapsed().as_secs_f64())
}

fn run(turns: usize) -> Result<()> {
    let (plain, grouped) = (survey(1_000_000, 20)?, clustered(100_000)?);
    let design = Design::new().strata("stratum").cluster("cluster");
    let bootstrap = Survey::new(&grouped, design)?.replicates(Replication::bootstrap(1_000, 1))?;
    let (one, other) = (network(50.0, 500, 3)?, network(50.0, 500, 5)?);
    let large = network(2_000.0, 10_000, 1)?;
    let by = || EstimateOptions::new().by("g");
    let jobs: Vec<Job<'_>> = vec![
        (
            "one pass, 1,000,000 rows x 20 columns, by 25 groups",
            Box::new(|| {
                let spec = SummarySpec::new(Design::new().weights("w").strata("s"));
                let spec =
                    spec.measures(names(20).into_iter().map(Measure::mean)).margin(Margin::by(vec!["g".to_owned()]));
                black_box(Summary::new(spec)?.add(&plain)?);
                Ok(())
            }),
        ),
        ("means by 25 groups, 1,000 bootstrap replicates", Box::new(|| bootstrap.mean("x", by()).map(|_| ()))),
        ("ratios by 25 groups, 1,000 bootstrap replicates", Box::new(|| bootstrap.ratio("x", "y", by()).map(|_| ()))),
        (
            "correlation of two networks, 10,000 permutations",
            Box::new(|| one.correlate(&other, Seeded::new().times(10_000)).map(|_| ())),
        ),
        (
            "betweenness, 2,000 partners, 10,000 ties",
            Box::new(|| {
                black_box(large.betweenness());
                Ok(())
            }),
        ),
        (
            "audit of a table of 30 x 20 with its margins",
            Box::new(|| {
                let tables = [&[][..], &[0], &[1], &[0, 1]].map(counts).to_vec();
                publish(tables, &PublishRule::default(), ()).map(|_| ())
            }),
        ),
    ];
    let pool = |threads| ThreadPoolBuilder::new().num_threads(threads).build();
    let (Ok(single), Ok(double)) = (pool(1), pool(2)) else { return Ok(()) };
    for (name, job) in &jobs {
        let (mut on_one, mut on_two) = (Vec::new(), Vec::new());
        for _ in 0..turns {
            on_one.push(timed(&single, job)?);
            on_two.push(timed(&double, job)?);
        }
        let (on_one, on_two) = (median(on_one), median(on_two));
        println!("{name}: {on_one:.4} s on one thread, {on_two:.4} s on two: {:.2} times", on_one / on_two);
    }
    Ok(())
}

fn main() -> ExitCode {
    let Ok(turns) = std::env::args().nth(1).map_or(Ok(7), |text| text.parse()) else {
        eprintln!("threads [TURNS]");
        return ExitCode::FAILURE;
    };
    match run(turns) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
