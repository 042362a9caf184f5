//! One pass over many rows to a summary, against a plain sum of the columns that the pass reads, in the same run.
//!
//! `cargo run --release -p benches --bin one_pass [ROWS [REPEAT [BATCH]]]`: 10,000,000 rows and 3 turns, all rows at once unless given. Five columns in 25
//! domains, weights, 50 strata of 20 clusters; rows sorted by cluster, or in any order; domains made of whole clusters
//! (neighbourhoods), or crossing them (ages). Prints the best time of each and the part of the sum's bandwidth.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

use benches::{GROUPS, names, uniform};
use cohesion_core::{Column, Design, Margin, Measure, Result, Summary, SummarySpec, Table, Values};

const VARIABLES: usize = 5;
const CLUSTERS: usize = 1000;
const PER_STRATUM: usize = 20;

/// The same rows in batches that read the table where it stands.
fn batches<'t>(table: &'t Table<'_>, rows: usize) -> Result<Vec<Table<'t>>> {
    let part = |column: &'t Column<'_>, from: usize| match column.values() {
        Values::Number(values) => {
            let to = values.len().min(from + rows);
            Column::number(column.name(), values.get(from..to).unwrap_or_default())
        }
        _ => Column::number(column.name(), Vec::new()),
    };
    let cut = |from| Table::new(table.columns().iter().map(|column| part(column, from)).collect());
    (0..table.rows()).step_by(rows.max(1)).map(cut).collect()
}

/// Rows with the cluster of each, domains by row and by cluster, weights and the measured columns.
fn table(rows: usize, sorted: bool) -> Result<Table<'static>> {
    let at = uniform(1, rows);
    let cluster = |row: usize| {
        let place = if sorted { row as f64 / rows as f64 } else { at.get(row).copied().unwrap_or_default() };
        (place * CLUSTERS as f64) as usize
    };
    let column = |name: &str, of: &dyn Fn(usize) -> f64| Column::number(name, (0..rows).map(of).collect::<Vec<_>>());
    let mut all = vec![
        column("stratum", &|row| (cluster(row) / PER_STRATUM) as f64),
        column("cluster", &|row| cluster(row) as f64),
        column("neighbourhood", &|row| (cluster(row) % GROUPS as usize) as f64),
        Column::number("age", uniform(2, rows).iter().map(|u| (u * f64::from(GROUPS)).floor()).collect::<Vec<_>>()),
        Column::number("weight", uniform(3, rows).iter().map(|u| 0.5 + u).collect::<Vec<_>>()),
    ];
    for place in 0..VARIABLES {
        let values = uniform(10 + place as u64, rows).into_iter().map(|u| if u < 0.01 { f64::NAN } else { u * 10.0 });
        all.push(Column::number(format!("x{place}"), values.collect::<Vec<_>>()));
    }
    Table::new(all)
}

/// Every column that the pass reads, added up number by number.
fn plain_sum(table: &Table<'_>, read: &[&str]) -> f64 {
    summed(table, read, |values| values.iter().sum())
}

/// The bound: the same in eight lanes, at the speed of memory.
fn wide_sum(table: &Table<'_>, read: &[&str]) -> f64 {
    summed(table, read, |values| {
        let (chunks, rest) = values.as_chunks::<8>();
        let mut lanes = [0.0; 8];
        for chunk in chunks {
            lanes.iter_mut().zip(chunk).for_each(|(lane, value)| *lane += value);
        }
        lanes.iter().chain(rest).sum()
    })
}

fn summed(table: &Table<'_>, read: &[&str], sum: impl Fn(&[f64]) -> f64) -> f64 {
    let columns = table.columns().iter().filter(|column| read.contains(&column.name()));
    columns.map(|column| if let Values::Number(values) = column.values() { sum(values) } else { 0.0 }).sum()
}

fn best(repeat: usize, mut job: impl FnMut() -> Result<()>) -> Result<f64> {
    let mut least = f64::INFINITY;
    for _ in 0..repeat {
        let start = Instant::now();
        job()?;
        least = least.min(start.elapsed().as_secs_f64());
    }
    Ok(least)
}

fn run(rows: usize, repeat: usize, batch: usize) -> Result<()> {
    println!(
        "{rows} rows, {VARIABLES} columns, {GROUPS} domains, {CLUSTERS} clusters in {} strata",
        CLUSTERS / PER_STRATUM
    );
    for sorted in [true, false] {
        let table = table(rows, sorted)?;
        for domain in ["neighbourhood", "age"] {
            let variables = names(VARIABLES);
            let mut read = vec!["stratum", "cluster", "weight", domain];
            read.extend(variables.iter().map(String::as_str));
            let bytes = (read.len() * rows * 8) as f64;
            let [plain, wide] = [plain_sum, wide_sum].map(|sum| {
                best(repeat, || {
                    black_box(sum(black_box(&table), &read));
                    Ok(())
                })
            });
            let (plain, wide) = (plain?, wide?);
            let design = || Design::new().weights("weight").strata("stratum").cluster("cluster");
            let spec = || {
                let measures = names(VARIABLES).into_iter().map(Measure::mean);
                SummarySpec::new(design()).measures(measures).margin(Margin::by(vec![domain.to_owned()]))
            };
            let parts = batches(&table, batch)?;
            let pass = best(repeat, || {
                let whole =
                    parts.iter().try_fold(Summary::new(spec())?, |summary, part| summary.add(black_box(part)))?;
                black_box(whole);
                Ok(())
            })?;
            let order = if sorted { "sorted by cluster" } else { "in any order" };
            println!(
                "{order:<18} by {domain:<14} pass {pass:6.3} s, {:5.2} GB/s; plain sum {plain:6.3} s, {:5.2} GB/s: {:5.1} %; sum in \
                 eight lanes {wide:6.3} s, {:5.2} GB/s: {:5.1} %",
                bytes / pass / 1e9,
                bytes / plain / 1e9,
                100.0 * plain / pass,
                bytes / wide / 1e9,
                100.0 * wide / pass
            );
        }
    }
    Ok(())
}

fn main() -> ExitCode {
    let mut given = std::env::args().skip(1).map(|text| text.parse::<usize>());
    let mut next = || given.next().transpose();
    let (rows, repeat, batch) = match (next(), next(), next()) {
        (Ok(rows), Ok(repeat), Ok(batch)) => {
            let rows = rows.unwrap_or(10_000_000);
            (rows, repeat.unwrap_or(3), batch.unwrap_or(rows))
        }
        _ => {
            eprintln!("one_pass [ROWS [REPEAT [BATCH]]]");
            return ExitCode::FAILURE;
        }
    };
    match run(rows, repeat, batch) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
