//! Scales on data: scores of rows, reliability of a set of items.

mod alpha;
mod block;
mod cross_products;
mod exact;
mod float;
mod score;
pub(crate) mod texts;

pub(crate) use alpha::{alpha, of_variances as alpha_of_variances};
pub(crate) use cross_products::CrossProducts;
pub use score::{InvalidAnswers, ItemAnswers, Scores, item_values, score};
