//! The inner loops: rows of one slot are summed in registers, rows of mixed slots one by one.

use crate::estimation::moments::Moments;
use crate::sampling::runs::{BLOCK, alike};

/// Independent sums, so that an addition need not wait for the one before.
const LANES: usize = 4;

/// Adds one measure's values to `sums`, one entry per slot; rows whose slot is beyond them are in no cell. `rows` is how
/// many rows each slot has in this batch: answers are counted as rows less the missing.
pub(crate) fn add(
    sums: &mut [Moments],
    rows: &[f64],
    slots: &[u32],
    values: &[f64],
    weights: Option<&[f64]>,
    shift: f64,
) {
    // Only the missing are counted row by row: they are few, and the answers are what is left of the rows.
    let mut missing = vec![0.0; sums.len()];
    match weights {
        None => {
            // Small arrays of their own instead of the sums themselves: a slot is then one or three vector registers
            // wide, and no sum that this pass does not touch is moved.
            let mut packed = vec![[0.0; 2]; sums.len()];
            add_unweighted(&mut packed, &mut missing, slots, values, shift);
            for (sums, [wx, wxx]) in sums.iter_mut().zip(packed) {
                sums.merge(&Moments { wx, wxx, ..Moments::default() });
            }
        }
        Some(weights) => {
            let mut packed = vec![[0.0; 6]; sums.len()];
            add_weighted(&mut packed, &mut missing, slots, values, weights, shift);
            for (sums, [w, wx, wxx, w2, w2x, w2xx]) in sums.iter_mut().zip(packed) {
                sums.merge(&Moments { w, wx, wxx, w2, w2x, w2xx, ..Moments::default() });
            }
        }
    }
    for ((sums, missing), rows) in sums.iter_mut().zip(missing).zip(rows) {
        sums.n += rows - missing;
        sums.missing += missing;
    }
}

/// Two sums a slot, so that a row is one short vector addition.
fn add_unweighted(packed: &mut [[f64; 2]], missing: &mut [f64], slots: &[u32], values: &[f64], shift: f64) {
    for (slots, values) in slots.chunks(BLOCK).zip(values.chunks(BLOCK)) {
        if let Some(slot) = alike(slots) {
            if let (Some(sums), Some(missing)) = (packed.get_mut(slot as usize), missing.get_mut(slot as usize)) {
                // Sorted data have long runs of one slot: its sums need not be looked up and written back for every
                // row.
                let [gone, wx, wxx] = block(values, shift);
                *missing += gone;
                accumulate(sums, [wx, wxx]);
            }
            continue;
        }
        for (slot, x) in slots.iter().zip(values) {
            if x.is_nan() {
                if let Some(missing) = missing.get_mut(*slot as usize) {
                    *missing += 1.0;
                }
            } else if let Some(sums) = packed.get_mut(*slot as usize) {
                let d = x - shift;
                accumulate(sums, [d, d * d]);
            }
        }
    }
}

/// Six sums a slot: three short vector additions a row.
fn add_weighted(
    packed: &mut [[f64; 6]],
    missing: &mut [f64],
    slots: &[u32],
    values: &[f64],
    weights: &[f64],
    shift: f64,
) {
    let blocks = slots.chunks(BLOCK).zip(values.chunks(BLOCK)).zip(weights.chunks(BLOCK));
    for ((slots, values), weights) in blocks {
        if let Some(slot) = alike(slots) {
            if let (Some(sums), Some(missing)) = (packed.get_mut(slot as usize), missing.get_mut(slot as usize)) {
                let (gone, terms) = weighted_block(values, weights, shift);
                *missing += gone;
                accumulate(sums, terms);
            }
            continue;
        }
        for ((slot, x), w) in slots.iter().zip(values).zip(weights) {
            if x.is_nan() {
                if let Some(missing) = missing.get_mut(*slot as usize) {
                    *missing += 1.0;
                }
            } else if let Some(sums) = packed.get_mut(*slot as usize) {
                accumulate(sums, weighted_row(x - shift, *w));
            }
        }
    }
}

fn accumulate<const N: usize>(sums: &mut [f64; N], terms: [f64; N]) {
    for (sum, term) in sums.iter_mut().zip(terms) {
        *sum += term;
    }
}

/// What one row adds: 1 if missing, x - shift, its square. Without a branch on missing.
fn row(x: f64, shift: f64) -> [f64; 3] {
    let d = if x.is_nan() { 0.0 } else { x - shift };
    [if x.is_nan() { 1.0 } else { 0.0 }, d, d * d]
}

/// What one weighted row adds to the six sums, its distance from the shift being `d`.
fn weighted_row(d: f64, w: f64) -> [f64; 6] {
    let wd = w * d;
    [w, wd, wd * d, w * w, w * wd, wd * wd]
}

/// The sums of a block without weights: missing, x - shift, its square.
fn block(values: &[f64], shift: f64) -> [f64; 3] {
    let (mut missing, mut first, mut second) = ([0.0; LANES], [0.0; LANES], [0.0; LANES]);
    let (whole, rest) = values.as_chunks::<LANES>();
    for chunk in whole {
        for (((x, missing), first), second) in chunk.iter().zip(&mut missing).zip(&mut first).zip(&mut second) {
            let [gone, d, square] = row(*x, shift);
            *missing += gone;
            *first += d;
            *second += square;
        }
    }
    // The lanes are added in a fixed order, so that the digits do not depend on how the compiler arranges the loop.
    let mut sums = [missing.iter().sum(), first.iter().sum(), second.iter().sum()];
    for x in rest {
        accumulate(&mut sums, row(*x, shift));
    }
    sums
}

/// How many are missing in a block with weights, and its six sums, one list of lanes each.
fn weighted_block(values: &[f64], weights: &[f64], shift: f64) -> (f64, [f64; 6]) {
    let mut lanes = [[0.0; LANES]; 6];
    let ((whole, rest), (whole_w, rest_w)) = (values.as_chunks::<LANES>(), weights.as_chunks::<LANES>());
    for (x, w) in whole.iter().zip(whole_w) {
        // A mask instead of a branch: where a third of the answers is missing at random a branch would be guessed wrong
        // all the time.
        let there = x.map(|x| if x.is_nan() { 0 } else { u64::MAX });
        let d = masked(x.map(|x| x - shift), &there);
        let w = masked(*w, &there);
        let wd = times(&w, &d);
        let terms = [w, wd, times(&wd, &d), times(&w, &w), times(&w, &wd), times(&wd, &wd)];
        for (sum, terms) in lanes.iter_mut().zip(terms) {
            accumulate(sum, terms);
        }
    }
    let mut sums = across(&lanes);
    for (x, w) in rest.iter().zip(rest_w) {
        if !x.is_nan() {
            accumulate(&mut sums, weighted_row(x - shift, *w));
        }
    }
    (values.iter().filter(|x| x.is_nan()).count() as f64, sums)
}

/// The sum of each list of lanes. Kept out of the loop that fills them: seen together, the compiler puts different sums
/// into one vector and spends half the time shuffling.
#[inline(never)]
fn across(lanes: &[[f64; LANES]; 6]) -> [f64; 6] {
    lanes.map(|lanes| lanes.iter().sum())
}

/// The numbers, 0 where the mask is 0.
fn masked(mut numbers: [f64; LANES], mask: &[u64; LANES]) -> [f64; LANES] {
    numbers.iter_mut().zip(mask).for_each(|(number, mask)| *number = f64::from_bits(number.to_bits() & mask));
    numbers
}

fn times(a: &[f64; LANES], b: &[f64; LANES]) -> [f64; LANES] {
    let mut product = *a;
    product.iter_mut().zip(b).for_each(|(a, b)| *a *= b);
    product
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One slot for all rows and alternating slots must give the same sums.
    #[test]
    fn blocks_and_single_rows_agree() {
        let values: Vec<f64> = (0..1003).map(|i| if i % 7 == 0 { f64::NAN } else { f64::from(i % 11) }).collect();
        let weights: Vec<f64> = (0..1003).map(|i| 0.5 + f64::from(i % 3)).collect();
        for weights in [None, Some(weights.as_slice())] {
            let mut together = [Moments::default()];
            add(&mut together, &[1003.0], &[0; 1003], &values, weights, 3.0);
            let mut apart = [Moments::default(); 2];
            let slots: Vec<u32> = (0..1003).map(|row| row % 2).collect();
            add(&mut apart, &[502.0, 501.0], &slots, &values, weights, 3.0);
            let [mut first, second] = apart;
            first.merge(&second);
            assert_eq!(together[0], first);
            assert_eq!(first.n + first.missing, 1003.0);
        }
    }
}
