//! Calls as the faces of other languages hand them over: a name, and one object of options.
//!
//! Which options there are, what they may be, and the faults of those that are not known or of another type are said here
//! once, so that they are the same in every language. Programs in Rust say the same with the option structs of each room.

mod options;
mod survey;
mod verbs;

pub use options::{Options, labels, wrong};
pub use survey::estimate_options;
pub use verbs::{calibrate, counts, nonresponse, regress, replicates, response_rates, share, small_areas, t_test};
