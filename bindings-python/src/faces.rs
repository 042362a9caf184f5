//! What `cargo run -p faces` writes.

pub mod network;
mod verbs;
