//! What `cargo run -p faces` writes.

pub mod handles;
pub mod network;
mod verbs;
