//! The thin layer between `cohesion-core` and JavaScript.
//!
//! Numbers cross as typed arrays, documents and results as JSON text, errors as the JSON text of their faults. What
//! people call is written in `js/src`; nothing is computed here.
//!
//! Several modules are made of this crate, one per feature, so that a page loads only what it needs: `evaluate` reads
//! plans and evaluates, `report` publishes, compares and shows results, `survey` holds the estimators, `health` reviews
//! partnerships. Results cross from one to the other as JSON, summaries as bytes, tables as columns.
#![cfg_attr(
    not(all(feature = "evaluate", feature = "report", feature = "survey", feature = "health")),
    allow(dead_code, reason = "each module uses a part of the options")
)]

mod fault;
mod options;

#[cfg(any(feature = "evaluate", feature = "survey", feature = "health"))]
mod table;

#[cfg(feature = "evaluate")]
mod csv;
#[cfg(feature = "evaluate")]
mod plan;
#[cfg(feature = "evaluate")]
mod summary;

#[cfg(feature = "report")]
mod disclosure;
#[cfg(feature = "report")]
mod estimates;
#[cfg(feature = "report")]
mod evaluation;
#[cfg(feature = "report")]
mod review;
#[cfg(feature = "report")]
mod text;

#[cfg(feature = "survey")]
mod models;
#[cfg(feature = "survey")]
mod sharing;
#[cfg(feature = "survey")]
mod survey;

#[cfg(feature = "health")]
mod health;

#[cfg(feature = "survey")]
mod weights;
