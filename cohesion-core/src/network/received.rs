//! Ratings that partners receive from each other.

use super::{Network, NetworkResult};
use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::Note;
use crate::network::texts;

/// With fewer raters a mean would tell one of them what the other said.
pub(crate) const FEWEST_RATERS: u64 = 3;

const METHOD: &str = "mean of the ratings that a partner receives; what a single partner gave is not shown";

impl Network {
    /// How partners are rated by each other: the mean of the weights of the ties that lead to each, with the number of
    /// those who rated it.
    ///
    /// For a survey of trust or of value the weight of a tie is a rating: of reliability, of what a partner brings in. A
    /// pair without a tie, or with weight 0, is not rated. A mean of fewer than `minimum` raters (3 or more) is not shown,
    /// and no figure is about a single rater.
    ///
    /// The partners of the result are the population, not a sample: there is no standard error.
    ///
    /// # Errors
    /// [`FaultKind::OutOfRange`] for a minimum below 3; [`FaultKind::NotPossible`] for a network without weights or one
    /// that is undirected: nobody rates there.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ratings = Table::new(vec![
    ///     Column::text("from", ["police", "club", "school", "city"].map(Some)),
    ///     Column::text("to", ["city", "city", "city", "club"].map(Some)),
    ///     Column::number("reliable", vec![4.0, 3.0, 5.0, 1.0]),
    /// ])?;
    /// let network = Network::from_edges(&ratings, NetworkOptions::new("from", "to").weight("reliable").directed(true))?;
    /// let received = network.received(3)?;
    /// assert_eq!(received.get(&["city"], "mean"), Some(4.0));
    /// assert_eq!(received.get(&["club"], "mean"), None, "one rater");
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn received(&self, minimum: u64) -> Result<NetworkResult> {
        if minimum < FEWEST_RATERS {
            let message = format!("a mean of fewer than {FEWEST_RATERS} raters tells what one of them said");
            return Err(Fault::new(FaultKind::OutOfRange, "minimum", message).value(minimum).into());
        }
        if !self.directed || !self.weighted {
            let message = "ratings are the weights of a directed network: nobody rates in this one";
            return Err(Error::new(FaultKind::NotPossible, "weight", message));
        }
        let reversed = self.graph.reversed();
        let mut result = NetworkResult::of(self, "received", METHOD);
        result.table(&["node"], &["raters", "mean"]);
        let (mut shown, mut hidden) = (Vec::new(), 0_u64);
        for node in 0..self.size() {
            let ratings = reversed.weights(node);
            let raters = ratings.len() as u64;
            let mean = (raters >= minimum).then(|| ratings.iter().sum::<f64>() / raters as f64);
            hidden += u64::from(raters > 0 && mean.is_none());
            shown.extend(mean);
            result.row(&[self.name(node)], vec![Some(raters as f64), mean]);
        }
        let reason = || Note::not_estimable(texts::too_few_raters(minimum, hidden), "");
        if hidden > 0 {
            result.note(reason());
        }
        result.add("ratings", Ok(self.graph.arc_count() as f64));
        result.add("partners_rated", Ok(shown.len() as f64));
        // Each partner counts once, however many rate it.
        let mean = shown.iter().sum::<f64>() / shown.len() as f64;
        result.add("mean_received", if shown.is_empty() { Err(reason()) } else { Ok(mean) });
        Ok(result)
    }
}
