//! Numbers only: distributions, multiple comparisons, random numbers. No word of the domain here.

mod at;
mod beta;
mod distribution;
mod eigen;
mod gamma;
#[expect(
    clippy::indexing_slicing,
    reason = "vertices are below the size of their graph; checked in the innermost loops"
)]
mod graph;
mod inequality;
mod linear_program;
mod matrix;
mod multiple;
mod order;
mod parallel;
mod random;
mod saddlepoint;
mod survival;

pub(crate) use at::at;
pub(crate) use distribution::{
    beta_quantile, chi_square_tail, f_quantile, f_tail, normal_quantile, t_quantile, t_two_sided,
};
pub(crate) use eigen::eigenvalues;
pub(crate) use graph::{
    Blocks, Graph, Modularity, Principal, adjusted_rand, best_core, best_partition, betweenness, climb, components,
    cores, cuts, distances, leiden, principal, reachable, stress_layout, strong_components, weighted_betweenness,
};
pub(crate) use inequality::gini;
pub(crate) use linear_program::{Condition, Programme, Smallest, Start};
pub(crate) use matrix::{Cholesky, Matrix};
pub(crate) use multiple::benjamini_hochberg;
pub(crate) use order::positions;
pub(crate) use parallel::{both, each_chunk, map_places, try_chunks};
pub(crate) use random::{Stream, shuffled};
pub(crate) use saddlepoint::{ChiSquarePart, sum_above_zero};
pub(crate) use survival::{Curve, Spell, curve, log_rank};

/// Sizes whose squares are numbers that can be added up, for as many rows as a table may have.
pub(crate) const SQUARABLE: std::ops::RangeInclusive<f64> = 1e-150..=1e150;

/// Whether something can have been counted: above 2^53 not every whole number is a float of its own.
pub(crate) fn is_count(value: f64) -> bool {
    (0.0..=9_007_199_254_740_992.0).contains(&value) && value.fract() == 0.0
}
