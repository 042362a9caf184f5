//! The codebook: variables, their codes, and the scales made of them.

pub mod scale;
