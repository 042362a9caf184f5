//! Data for the benchmarks: made by a fixed rule, so that every run and every peer sees the same numbers.

use cohesion_core::{Column, Table};

/// Rows of the standard job.
pub const ROWS: usize = 1_000_000;
/// Measured columns of the standard job.
pub const COLUMNS: usize = 20;
/// Groups of the standard job.
pub const GROUPS: u32 = 25;

/// A linear congruential sequence in [0, 1): good enough for data, the same everywhere.
#[must_use]
pub fn uniform(seed: u64, count: usize) -> Vec<f64> {
    let mut state = seed.wrapping_mul(2).wrapping_add(1);
    (0..count)
        .map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 11) as f64 / (1_u64 << 53) as f64
        })
        .collect()
}

/// `x0`.. with 1 % missing, the group as whole numbers in `g`, weights in `w`, strata in `s`.
///
/// # Errors
/// Never for these columns; the signature is that of [`Table::new`].
pub fn survey(rows: usize, columns: usize) -> cohesion_core::Result<Table<'static>> {
    let mut all = vec![
        Column::number("g", uniform(1, rows).iter().map(|u| (u * f64::from(GROUPS)).floor()).collect::<Vec<_>>()),
        Column::number("w", uniform(2, rows).iter().map(|u| 0.5 + u).collect::<Vec<_>>()),
        Column::number("s", uniform(3, rows).iter().map(|u| (u * 10.0).floor()).collect::<Vec<_>>()),
    ];
    for column in 0..columns {
        let values = uniform(10 + column as u64, rows).into_iter().map(|u| if u < 0.01 { f64::NAN } else { u * 10.0 });
        all.push(Column::number(format!("x{column}"), values.collect::<Vec<_>>()));
    }
    Table::new(all)
}

/// The names of the measured columns.
#[must_use]
pub fn names(columns: usize) -> Vec<String> {
    (0..columns).map(|column| format!("x{column}")).collect()
}
