//! A number for each pair of codes.

use std::collections::HashMap;

/// No number yet.
const NEW: u32 = u32::MAX;
/// Up to this many pairs the number is found by a table of all.
const DIRECT: usize = 1 << 22;

/// Finds the number of a pair.
pub(crate) enum PairIndex {
    Direct { table: Vec<u32>, width: usize },
    Hashed(HashMap<(u32, u32), u32>),
}

impl PairIndex {
    /// For so many first and second codes.
    pub fn new(first: usize, second: usize) -> Self {
        // A table of all pairs answers in one step but may be far larger than the rows; saturating, since the product
        // of two counts may pass what a number holds, and then it is surely too many.
        match first.saturating_mul(second) {
            size if size <= DIRECT => Self::Direct { table: vec![NEW; size], width: second },
            _ => Self::Hashed(HashMap::new()),
        }
    }

    /// The number of a pair; what `number` says where the pair is new.
    pub fn number(&mut self, first: u32, second: u32, number: impl FnOnce() -> u32) -> u32 {
        let entry = match self {
            Self::Direct { table, width } => match table.get_mut(first as usize * *width + second as usize) {
                Some(entry) => entry,
                None => return NEW,
            },
            Self::Hashed(map) => map.entry((first, second)).or_insert(NEW),
        };
        if *entry == NEW {
            *entry = number();
        }
        *entry
    }
}
