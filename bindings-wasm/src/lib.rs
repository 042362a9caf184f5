//! The thin layer between `cohesion-core` and JavaScript: one wasm module.
//!
//! Numbers cross as typed arrays, documents and the content of results as JSON text, errors as the JSON text of their
//! faults. What people call is written in `js/src`; nothing is computed here.

mod assessment;
mod csv;
mod disclosure;
mod estimates;
mod evaluation;
mod faces;
mod fault;
mod models;
mod plan;
mod result;
mod review;
mod summary;
mod survey;
mod table;
mod text;
mod weights;
