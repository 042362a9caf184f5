//! Numbers only: distributions, multiple comparisons. No word of the domain here.

mod beta;
mod distribution;
mod matrix;
mod multiple;

pub(crate) use distribution::{beta_quantile, f_quantile, f_tail, t_quantile, t_two_sided};
pub(crate) use matrix::{Cholesky, Matrix};
pub(crate) use multiple::benjamini_hochberg;
