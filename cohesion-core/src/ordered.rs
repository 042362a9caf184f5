//! Sorted lists, sets and maps, in little code.
//!
//! The standard library compiles its sort anew for every type, every comparison and every iterator that a set or map is
//! collected from: more than 100 kB in the browser's module. These compile one sort, of positions, and insert.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// The set of `items`.
pub(crate) fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    for item in items {
        set.insert(item);
    }
    set
}

/// The map of `entries`; of two with the same key the later one stays.
pub(crate) fn map<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    for (key, value) in entries {
        map.insert(key, value);
    }
    map
}

/// The positions 0 to `len - 1`, sorted by `compare`; equals keep their order.
#[inline(never)]
pub(crate) fn positions(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// Sorts `list` by `compare`; equals keep their order.
pub(crate) fn sort_by<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = positions(list.len(), &mut |a, b| match (list.get(a), list.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut items: Vec<Option<T>> = std::mem::take(list).into_iter().map(Some).collect();
    list.extend(order.into_iter().filter_map(|at| items.get_mut(at)?.take()));
}

/// Sorts `list` from low to high; equals keep their order.
pub(crate) fn sort<T: Ord>(list: &mut Vec<T>) {
    sort_by(list, T::cmp);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sorted_as_by_the_standard_library(list: Vec<(u8, u16)>) {
            let (mut ours, mut expected) = (list.clone(), list.clone());
            sort_by(&mut ours, |a, b| a.0.cmp(&b.0));
            expected.sort_by_key(|pair| pair.0);
            prop_assert_eq!(&ours, &expected);
            sort(&mut ours);
            expected.sort();
            prop_assert_eq!(&ours, &expected);
            prop_assert_eq!(set(list.clone()), list.iter().copied().collect());
            prop_assert_eq!(map(list.clone()), list.iter().copied().collect());
        }
    }
}
