//! How far a network resembles a hierarchy.

use super::summary::{no_ties, too_few};
use super::{Network, NetworkResult};
use crate::error::Result;
use crate::estimate::Note;
use crate::network::texts;
use crate::stat::{at, components, reachable};

/// Upper bounds are sought pair by pair up to this size.
const MAX_BOUNDS: usize = 500;

const METHOD: &str = "Krackhardt (1994, in Carley and Prietula, Computational Organization Theory, 89): connectedness, \
    hierarchy, efficiency and least upper bounds";

impl Network {
    /// How far the network resembles an out-tree, each measure from 0 to 1 (Krackhardt 1994).
    ///
    /// `connectedness`: the share of pairs that any way joins, directions left aside. `hierarchy`: of the pairs with a way
    /// in one direction at least, the share without a way back. `efficiency`: 1 less the share of ties beyond those a tree
    /// needs. `least_upper_bounds`: 1 less the share of pairs without a single nearest boss, counted within components.
    /// Each is not defined where there is nothing to count: below two partners, without a way, in components of fewer than
    /// two or three.
    ///
    /// # Errors
    /// [`crate::FaultKind::TooLarge`] for more than 2,500 partners.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "city", "club"].map(Some)),
    ///     Column::text("b", ["club", "police", "school"].map(Some)),
    /// ])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?;
    /// assert_eq!(network.hierarchy()?.value("connectedness"), Some(1.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn hierarchy(&self) -> Result<NetworkResult> {
        self.check_size()?;
        let mut result = NetworkResult::of(self, "hierarchy", METHOD);
        if let Some(reason) = self.too_incomplete() {
            for name in ["connectedness", "hierarchy", "efficiency", "least_upper_bounds"] {
                result.add(name, Err(reason.clone()));
            }
            return Ok(result);
        }
        let size = self.size();
        let component = components(&self.graph.joined());
        let mut sizes = vec![0_usize; size];
        for own in &component {
            if let Some(count) = sizes.get_mut(*own) {
                *count += 1;
            }
        }
        let pairs = |n: usize| (n * n.saturating_sub(1)) as f64 / 2.0;
        let joined: f64 = sizes.iter().map(|size| pairs(*size)).sum();
        let connectedness = if size < 2 { Err(too_few(2, size)) } else { Ok(joined / pairs(size)) };
        result.add("connectedness", connectedness);
        let reaches = reachable(&self.graph);
        result.add("hierarchy", hierarchy(&reaches, size));
        let needed: f64 = sizes.iter().map(|size| size.saturating_sub(1) as f64).sum();
        // The most ties that parts of these sizes can have beyond the least that hold them together.
        let spare = 2.0 * joined - needed;
        let beyond = self.graph.arc_count() as f64 - needed;
        // Where nobody is tied there is nothing to spare.
        result.add("efficiency", if spare > 0.0 { Ok(1.0 - beyond / spare) } else { Err(no_ties()) });
        let most: f64 = sizes.iter().map(|n| (n.saturating_sub(1) * n.saturating_sub(2)) as f64 / 2.0).sum();
        // Every pair is held against every third: the time grows with the cube.
        let bounds = if size > MAX_BOUNDS {
            Err(Note::not_estimable(texts::too_many_partners(size, MAX_BOUNDS), ""))
        } else if most == 0.0 {
            Err(too_few(3, sizes.iter().max().copied().unwrap_or_default()))
        } else {
            Ok(1.0 - without_bound(&reaches, &component, size) / most)
        };
        result.add("least_upper_bounds", bounds);
        Ok(result)
    }
}

/// Of the pairs with a way in one direction at least, the share without a way back.
fn hierarchy(reaches: &[bool], size: usize) -> std::result::Result<f64, Note> {
    let way = |from: usize, to: usize| at(reaches, from * size + to);
    let (mut one, mut both) = (0.0, 0.0);
    for a in 0..size {
        for b in a + 1..size {
            match (way(a, b), way(b, a)) {
                (true, true) => both += 1.0,
                (false, false) => {}
                _ => one += 1.0,
            }
        }
    }
    if one + both > 0.0 { Ok(one / (one + both)) } else { Err(no_ties()) }
}

/// Pairs of a component without a least upper bound: one that reaches both, and that all others who do reach.
fn without_bound(reaches: &[bool], component: &[usize], size: usize) -> f64 {
    let way = |from: usize, to: usize| at(reaches, from * size + to);
    let mut without = 0.0;
    for a in 0..size {
        for b in a + 1..size {
            if component.get(a) != component.get(b) {
                continue;
            }
            let bounds: Vec<usize> = (0..size).filter(|bound| way(*bound, a) && way(*bound, b)).collect();
            // Step down as long as somebody below is a bound too.
            let least = bounds.iter().copied().reduce(|least, bound| if way(least, bound) { bound } else { least });
            // Least only if every other bound leads to it; two bounds beside each other are none.
            let single = least.is_some_and(|least| bounds.iter().all(|bound| way(*bound, least)));
            without += f64::from(u8::from(!single));
        }
    }
    without
}
