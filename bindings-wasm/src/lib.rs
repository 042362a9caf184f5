//! The thin layer between `cohesion-core` and JavaScript.
//!
//! Numbers cross as typed arrays, documents and results as JSON text, errors as the JSON text of their faults. What
//! people call is written in `js/src`; nothing is computed here.
//!
//! Several modules are made of this crate, one per feature, so that a page loads only what it needs: `evaluate` reads
//! plans and evaluates, `report` publishes, compares and shows results, `survey` holds the estimators, `health` reviews
//! partnerships, `review` shows what it found, `network` measures networks. Results cross from one to the other as JSON, summaries as bytes, tables as columns.
#![cfg_attr(
    not(all(
        feature = "evaluate",
        feature = "report",
        feature = "survey",
        feature = "health",
        feature = "review",
        feature = "network"
    )),
    allow(dead_code, reason = "each module uses a part of the options")
)]

mod fault;
mod options;

#[cfg(any(feature = "evaluate", feature = "survey", feature = "health", feature = "network"))]
mod table;

#[cfg(feature = "evaluate")]
mod csv;
#[cfg(feature = "evaluate")]
mod plan;
#[cfg(feature = "evaluate")]
mod summary;

#[cfg(feature = "network")]
mod network;

#[cfg(feature = "report")]
mod disclosure;
#[cfg(feature = "report")]
mod estimates;
#[cfg(feature = "report")]
mod evaluation;
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

#[cfg(feature = "review")]
mod assessment;
#[cfg(feature = "review")]
mod review;

#[cfg(feature = "survey")]
mod weights;
