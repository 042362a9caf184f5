//! Strata with one sampling unit joined with a neighbour (Wolter 2007, Introduction to Variance Estimation, section 2.5).
//!
//! The strata are taken in the order of the bytes of their labels: one with a single unit joins the next, the last one the
//! one before. The variance of joined strata holds what lies between them, so it is too large rather than too small.

use crate::sampling::units::Units;
use crate::stat::positions;

/// The strata that count as one.
pub(crate) struct Collapsed {
    /// The first stratum of the group of each stratum.
    pub group_of: Vec<usize>,
    /// The strata of each group of more than one.
    pub groups: Vec<Vec<usize>>,
    /// Their labels: `a + b`.
    pub joined: Vec<String>,
}

impl Collapsed {
    /// Joins strata whose `single` is true.
    pub fn of(units: &Units, single: &[bool]) -> Self {
        let label = |place: usize| units.strata.get(place).map(|stratum| stratum.label.join(" / ")).unwrap_or_default();
        // By label and not by the order of the rows, so that parts of a survey that are merged in another order join
        // the same strata.
        let order = positions(units.strata.len(), |a, b| {
            units.strata.get(a).map(|stratum| &stratum.label).cmp(&units.strata.get(b).map(|stratum| &stratum.label))
        });
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let mut open = false;
        for place in order {
            let alone = single.get(place) == Some(&true);
            match groups.last_mut().filter(|_| open) {
                Some(group) => {
                    group.push(place);
                    open = false;
                }
                None => {
                    groups.push(vec![place]);
                    open = alone;
                }
            }
        }
        // Nobody comes after the last: it joins the group before it.
        if open && groups.len() > 1 {
            let last = groups.pop().unwrap_or_default();
            if let Some(before) = groups.last_mut() {
                before.extend(last);
            }
        }
        let mut group_of: Vec<usize> = (0..units.strata.len()).collect();
        let mut joined = Vec::new();
        // A stratum that stayed by itself is no group; where the only stratum of all has one unit, the caller finds it
        // in none.
        groups.retain(|group| group.len() > 1);
        for group in &groups {
            let first = group.first().copied().unwrap_or_default();
            for place in group {
                if let Some(slot) = group_of.get_mut(*place) {
                    *slot = first;
                }
            }
            joined.push(group.iter().map(|place| label(*place)).collect::<Vec<_>>().join(" + "));
        }
        Self { group_of, groups, joined }
    }
}
