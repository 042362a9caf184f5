//! A hash of a table's content.

use crate::stat::at;
use xxhash_rust::xxh3::Xxh3;

use super::{Column, MISSING_CODE, Values};

/// Values looked at together: they stay in the nearest cache between the look and the hash.
const CHUNK: usize = 1024;

/// Columns are taken in the order of their names, so that the order of columns does not matter; rows in order.
pub(super) fn of(columns: &mut Vec<&Column<'_>>) -> String {
    // The order of columns is no part of the content.
    columns.sort_by(|a, b| a.name().cmp(b.name()));
    let mut hasher = Xxh3::new();
    for column in columns {
        hasher.update(column.name().as_bytes());
        // Closes the name, so that "ab" before "c" is not "a" before "bc".
        hasher.update(&[0]);
        match column.values() {
            Values::Number(values) => numbers(&mut hasher, values),
            Values::Category { codes, levels } => texts(&mut hasher, codes, levels),
        }
    }
    format!("{:032x}", hasher.digest128())
}

/// Every NaN counts as the same missing value. Chunks in which all do already are hashed where they stand.
fn numbers(hasher: &mut Xxh3, values: &[f64]) {
    // The bits in which a NaN differs from the usual one.
    let odd = |value: &f64| if value.is_nan() { value.to_bits() ^ f64::NAN.to_bits() } else { 0 };
    for chunk in values.chunks(CHUNK) {
        if cfg!(target_endian = "little") && chunk.iter().fold(0, |any, value| any | odd(value)) == 0 {
            hasher.update(bytemuck::cast_slice(chunk));
            continue;
        }
        for value in chunk {
            // Languages have several NaN that all mean missing.
            let value = if value.is_nan() { f64::NAN } else { *value };
            hasher.update(&value.to_bits().to_le_bytes());
        }
    }
}

/// The texts themselves, so that the numbering of the levels does not matter.
fn texts(hasher: &mut Xxh3, codes: &[u32], levels: &[String]) {
    // By text and not by code, since codes follow from the order of the rows.
    let digests: Vec<u64> = levels.iter().map(|level| xxhash_rust::xxh3::xxh3_64(level.as_bytes())).collect();
    let mut bytes = Vec::with_capacity(CHUNK * 8);
    for chunk in codes.chunks(CHUNK) {
        bytes.clear();
        for code in chunk {
            let digest = if *code == MISSING_CODE { 0 } else { at(&digests, *code as usize) };
            bytes.extend_from_slice(&digest.to_le_bytes());
        }
        hasher.update(&bytes);
    }
}
