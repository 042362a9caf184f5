//! From rows to estimates: one pass over the rows makes sums, figures are made of sums or of rows, and their errors follow
//! from the design or its replicates.

pub(crate) mod accumulate;
mod adjusted;
pub(crate) mod answers;
pub(crate) mod call;
pub(crate) mod figure;
pub(crate) mod figures;
pub(crate) mod groups;
pub(crate) mod interval;
pub(crate) mod linearise;
pub(crate) mod measure;
pub(crate) mod moments;
pub(crate) mod options;
mod proportion;
pub(crate) mod r_call;
pub(crate) mod repeated;
pub(crate) mod rows;
pub(crate) mod source;
pub(crate) mod texts;

pub use measure::{Filter, Margin, Measure};
pub use options::{EstimateOptions, QuantileRule, TotalRule};
