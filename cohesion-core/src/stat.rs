//! Numbers only: distributions, multiple comparisons, random numbers. No word of the domain here.

mod beta;
mod distribution;
mod multiple;
mod random;

pub(crate) use distribution::{beta_quantile, f_quantile, t_quantile, t_two_sided};
pub(crate) use multiple::benjamini_hochberg;
pub(crate) use random::Stream;
