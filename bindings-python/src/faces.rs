//! What `cargo run -p faces` writes.

mod calls;
pub mod handles;
pub mod network;
mod verbs;
