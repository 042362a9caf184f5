//! What kind of outcome a regression has.

use crate::closed_set::closed_set;

closed_set! {
    #[unknown("family", "is no family of outcomes")]
    /// What the outcome of a regression is like, and with it the link and the variance.
    #[derive(Default)]
    pub enum Family {
        /// A number; terms are in its unit (R: `gaussian()`).
        #[default]
        Gaussian = "gaussian",
        /// Yes or no; terms are log odds (R: `quasibinomial()`).
        Binomial = "binomial",
        /// A count; terms are log rates (R: `quasipoisson()`).
        Poisson = "poisson",
    }
}
