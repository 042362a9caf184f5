//! What the generator writes: `cargo run -p faces`.

pub mod calls;
pub mod handles;
pub mod network;
pub mod verbs;
