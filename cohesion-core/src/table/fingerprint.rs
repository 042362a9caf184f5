//! A hash of a table's content.

use xxhash_rust::xxh3::Xxh3;

use super::{MISSING_CODE, Table, Values};

/// Columns are taken in the order of their names, so that the order of columns does not matter; rows in order.
pub(super) fn of(table: &Table<'_>) -> String {
    let mut columns: Vec<_> = table.columns().iter().collect();
    crate::ordered::sort_by(&mut columns, |a, b| a.name().cmp(b.name()));
    let mut hasher = Xxh3::new();
    for column in columns {
        hasher.update(column.name().as_bytes());
        hasher.update(&[0]);
        match column.values() {
            Values::Number(values) => numbers(&mut hasher, values),
            Values::Category { codes, levels } => texts(&mut hasher, codes, levels),
        }
    }
    format!("{:032x}", hasher.digest128())
}

/// Every NaN counts as the same missing value.
fn numbers(hasher: &mut Xxh3, values: &[f64]) {
    let mut buffer = [0_u8; 4096];
    for chunk in values.chunks(512) {
        for (bytes, value) in buffer.chunks_exact_mut(8).zip(chunk) {
            let bits = if value.is_nan() { f64::NAN.to_bits() } else { value.to_bits() };
            bytes.copy_from_slice(&bits.to_le_bytes());
        }
        hasher.update(buffer.get(..chunk.len() * 8).unwrap_or_default());
    }
}

/// The texts themselves, so that the numbering of the levels does not matter.
fn texts(hasher: &mut Xxh3, codes: &[u32], levels: &[String]) {
    let digests: Vec<u64> = levels.iter().map(|level| xxhash_rust::xxh3::xxh3_64(level.as_bytes())).collect();
    for code in codes {
        let digest = if *code == MISSING_CODE { 0 } else { digests.get(*code as usize).copied().unwrap_or_default() };
        hasher.update(&digest.to_le_bytes());
    }
}
