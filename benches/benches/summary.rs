//! One million rows x 20 columns to a summary by 25 groups, against the bound: the bytes read at memory speed.

use std::hint::black_box;

use benches::{COLUMNS, ROWS, names, survey};
use cohesion_core::{Design, Margin, Measure, Summary, SummarySpec, Table, Values};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

fn spec(design: Design) -> SummarySpec {
    let measures: Vec<Measure> = names(COLUMNS).into_iter().map(Measure::mean).collect();
    SummarySpec::new(design).measures(measures).margin(Margin::by(vec!["g".to_owned()]))
}

/// The bound: one plain sum of every measured column.
fn plain_sum(table: &Table<'_>) -> f64 {
    let sum = |values: &[f64]| values.iter().filter(|value| !value.is_nan()).sum::<f64>();
    table
        .columns()
        .iter()
        .map(|column| match column.values() {
            Values::Number(values) => sum(values),
            _ => 0.0,
        })
        .sum()
}

fn summaries(criterion: &mut Criterion) {
    let Ok(table) = survey(ROWS, COLUMNS) else { return };
    let mut group = criterion.benchmark_group("summary");
    group.sample_size(10);
    group.throughput(Throughput::Bytes((ROWS * COLUMNS * 8) as u64));
    group.bench_function("bound: plain sum", |bencher| bencher.iter(|| plain_sum(black_box(&table))));
    let designs = [("unweighted", Design::new()), ("weights and strata", Design::new().weights("w").strata("s"))];
    for (name, design) in designs {
        group.bench_with_input(BenchmarkId::new("by 25 groups", name), &design, |bencher, design| {
            bencher.iter(|| Summary::new(spec(design.clone())).and_then(|summary| summary.add(black_box(&table))));
        });
    }
    group.finish();
}

criterion_group!(benches, summaries);
criterion_main!(benches);
