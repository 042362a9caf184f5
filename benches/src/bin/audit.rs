//! How long the exact audit of a crossed table with its margins takes.
//!
//! `cargo run --release -p benches --bin audit [ROWS [COLUMNS]]`: 30 x 20 unless given, with both margins and the whole. One cell
//! in 37 is small. Prints the best of three turns, how many cells are hidden, and whether the audit passed.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

use cohesion_core::{CountRow, CountTable, PublishRule, Result, publish};

/// How many people are in a cell.
fn people(place: usize) -> u64 {
    let place = place as u64;
    if place.is_multiple_of(37) { place % 9 } else { 12 + place % 29 }
}

fn name(axis: usize) -> String {
    format!("column {axis}")
}

/// The table by some of the two columns.
fn table(size: [usize; 2], by: &[usize]) -> CountTable {
    let [rows, columns] = size;
    let mut counted: Vec<(Vec<String>, u64)> = Vec::new();
    for place in 0..rows * columns {
        let at = [place / columns, place % columns];
        let label = |axis: &usize| at.get(*axis).map(|level| format!("{} {level}", name(*axis)));
        let labels: Vec<String> = by.iter().filter_map(label).collect();
        match counted.iter_mut().find(|(known, _)| *known == labels) {
            Some((_, n)) => *n += people(place),
            None => counted.push((labels, people(place))),
        }
    }
    CountTable {
        variable: "q".to_owned(),
        values: Vec::new(),
        keys: by.iter().map(|axis| name(*axis)).collect(),
        within: Vec::new(),
        rows: counted.into_iter().map(|(labels, n)| CountRow { labels, n, ..CountRow::default() }).collect(),
        unlabelled: 0,
    }
}

fn run(size: [usize; 2]) -> Result<()> {
    let tables = || [&[][..], &[0], &[1], &[0, 1]].map(|by| table(size, by)).to_vec();
    let mut best = f64::INFINITY;
    for _ in 0..3 {
        let given = tables();
        let start = Instant::now();
        let published = black_box(publish(given, &PublishRule::default(), ())?);
        best = best.min(start.elapsed().as_secs_f64());
        let hidden: usize = published.tables.iter().map(|table| table.hidden.len()).sum();
        println!(
            "{} x {} with margins: {hidden} cells hidden, audit passed: {}",
            size[0], size[1], published.audit.passed
        );
    }
    println!("best of three: {best:.3} s");
    Ok(())
}

fn main() -> ExitCode {
    let mut given = std::env::args().skip(1).map(|text| text.parse::<usize>());
    let (Ok(rows), Ok(columns)) = (given.next().unwrap_or(Ok(30)), given.next().unwrap_or(Ok(20))) else {
        eprintln!("audit [ROWS [COLUMNS]]");
        return ExitCode::FAILURE;
    };
    match run([rows, columns]) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
