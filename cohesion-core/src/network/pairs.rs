//! Pairs of partners: what the two say of each other, and the ties without which the network falls apart.

use super::summary::no_ties;
use super::{Network, NetworkResult};
use crate::estimate::Note;
use crate::network::texts;
use crate::stat::{components, cuts};

impl Network {
    /// What the two of each pair say of their tie: one row per pair of which at least one says something.
    ///
    /// `stated_a` is the weight that a gives the tie to b (1 without weights), empty where a names no tie or did not
    /// answer; `confirmed` is 1 where both state it, 0 where one does and the other does not, empty where the other did
    /// not answer. `difference` is the gap between the two weights. In an undirected network both views are one.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "city", "club"].map(Some)),
    ///     Column::text("b", ["club", "police", "school"].map(Some)),
    /// ])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?;
    /// assert_eq!(network.pairs().get(&["city", "club"], "confirmed"), Some(1.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn pairs(&self) -> NetworkResult {
        let method =
            "a pair is confirmed where both state the tie, disputed where one does and the other answered otherwise";
        let mut result = NetworkResult::of(self, "pairs", method);
        result.table(&["a", "b"], &["stated_a", "stated_b", "confirmed", "difference"]);
        let (mut confirmed, mut disputed, mut open, mut gaps) = (0.0, 0.0, 0.0, Vec::new());
        for (a, b) in self.edges() {
            let (there, back) = (self.graph.weight(a, b), self.graph.weight(b, a));
            let silent = self.is_unknown(a, b) || self.is_unknown(b, a);
            let agreed = match (there, back) {
                (Some(_), Some(_)) => Some(1.0),
                _ if silent => None,
                _ => Some(0.0),
            };
            let gap = there.zip(back).map(|(a, b)| (a - b).abs());
            match agreed {
                None => open += 1.0,
                Some(1.0) => confirmed += 1.0,
                Some(_) => disputed += 1.0,
            }
            gaps.extend(gap);
            result.row(&[self.name(a), self.name(b)], vec![there, back, agreed, gap]);
        }
        if !self.directed {
            result.note(Note::information(texts::one_view_per_pair(), ""));
        }
        result.add("confirmed", Ok(confirmed));
        result.add("disputed", Ok(disputed));
        result.add("cannot_tell", Ok(open));
        let share = if confirmed + disputed > 0.0 { Ok(confirmed / (confirmed + disputed)) } else { Err(no_ties()) };
        result.add("confirmed_pairs", share);
        if self.weighted {
            let mean = gaps.iter().sum::<f64>() / gaps.len() as f64;
            result.add("mean_difference", if gaps.is_empty() { Err(no_ties()) } else { Ok(mean) });
        }
        result
    }

    /// The bridges: ties whose loss cuts partners off from each other. Each row says how many are cut off with its
    /// smaller side. Direction is left aside.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "city", "club"].map(Some)),
    ///     Column::text("b", ["club", "police", "school"].map(Some)),
    /// ])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?;
    /// assert_eq!(network.bridges().get(&["city", "club"], "cut_off"), Some(2.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn bridges(&self) -> NetworkResult {
        let method = "bridges of the network without directions (Hopcroft and Tarjan 1973, Comm. ACM 16, 372)";
        let mut result = NetworkResult::of(self, "bridges", method);
        result.table(&["a", "b"], &["cut_off"]);
        if let Some(reason) = self.too_incomplete() {
            result.add("bridges", Err(reason));
            return result;
        }
        let joined = self.graph.joined();
        let bridges = cuts(&joined).bridges;
        result.add("bridges", Ok(bridges.len() as f64));
        for (a, b) in bridges {
            let same = |arc: &(u32, u32, f64)| (arc.0.min(arc.1), arc.0.max(arc.1)) == (a, b);
            let rest: Vec<_> = joined.arcs().into_iter().filter(|arc| !same(arc)).collect();
            let component = components(&crate::stat::Graph::new(self.size(), &rest));
            let count = |end: u32| component.iter().filter(|own| component.get(end as usize) == Some(*own)).count();
            let cut_off = count(a).min(count(b));
            result.row(&[self.name(a as usize), self.name(b as usize)], vec![Some(cut_off as f64)]);
        }
        result
    }
}
