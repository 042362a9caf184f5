//! All tests that see the crate from outside, as one program: it is linked once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::unreachable)]

mod assessment;
mod design;
mod documents;
mod evaluation;
mod example;
mod format_1;
mod layering;
mod limits;
mod merging;
mod network;
mod pages;
mod parity;
mod plan_properties;
mod publish;
mod readme;
mod report;
mod review;
mod sameness;
mod scales;
#[cfg(feature = "schema")]
mod schema;
mod sharing;
mod small_area_properties;
mod survey_properties;
mod tables;
mod threads;
mod vector_calls;
mod vectors;
mod weights_properties;
