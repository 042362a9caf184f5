//! Is the partnership healthy? What its records and its partners' own ratings say.

pub mod assessment;
