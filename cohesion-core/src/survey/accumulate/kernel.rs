//! The inner loops: rows of one slot are summed in registers, rows of mixed slots one by one.

use super::Moments;

/// Rows looked at together.
const BLOCK: usize = 256;
/// Independent sums, so that an addition need not wait for the one before.
const LANES: usize = 4;

/// Adds one measure's values to `sums`, one entry per slot; rows whose slot is beyond them are in no cell. `rows` is how
/// many rows each slot has in this batch.
pub(super) fn add(
    sums: &mut [Moments],
    rows: &[f64],
    slots: &[u32],
    values: &[f64],
    weights: Option<&[f64]>,
    shift: f64,
) {
    match weights {
        None => {
            let mut packed = vec![[0.0; 2]; sums.len()];
            let mut missing = vec![0.0; sums.len()];
            add_unweighted(&mut packed, &mut missing, slots, values, shift);
            for (((sums, [wx, wxx]), missing), rows) in sums.iter_mut().zip(packed).zip(missing).zip(rows) {
                sums.merge(&Moments { n: rows - missing, missing, wx, wxx, ..Moments::default() });
            }
        }
        Some(weights) => add_weighted(sums, slots, values, weights, shift),
    }
}

/// Two sums a slot, so that a row is one short vector addition; answers are counted as rows less the missing.
fn add_unweighted(packed: &mut [[f64; 2]], missing: &mut [f64], slots: &[u32], values: &[f64], shift: f64) {
    for (slots, values) in slots.chunks(BLOCK).zip(values.chunks(BLOCK)) {
        let Some(first) = slots.first() else { continue };
        if alike(slots) {
            if let (Some(sums), Some(missing)) = (packed.get_mut(*first as usize), missing.get_mut(*first as usize)) {
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

fn add_weighted(sums: &mut [Moments], slots: &[u32], values: &[f64], weights: &[f64], shift: f64) {
    let blocks = slots.chunks(BLOCK).zip(values.chunks(BLOCK)).zip(weights.chunks(BLOCK));
    for ((slots, values), weights) in blocks {
        let Some(first) = slots.first() else { continue };
        if alike(slots) {
            if let Some(sums) = sums.get_mut(*first as usize) {
                sums.merge(&weighted_block(values, weights, shift));
            }
            continue;
        }
        for ((slot, x), w) in slots.iter().zip(values).zip(weights) {
            if let Some(sums) = sums.get_mut(*slot as usize) {
                sums.merge(&weighted_row(*x, *w, shift));
            }
        }
    }
}

/// Whether all slots are the same one; ends that differ say no at once.
fn alike(slots: &[u32]) -> bool {
    let (Some(first), Some(last)) = (slots.first(), slots.last()) else { return true };
    first == last && slots.iter().fold(0, |differ, slot| differ | (slot ^ first)) == 0
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

/// What one weighted row adds.
fn weighted_row(x: f64, weight: f64, shift: f64) -> Moments {
    let [missing, d, _] = row(x, shift);
    let n = 1.0 - missing;
    let w = weight * n;
    let wd = w * d;
    Moments { n, missing, w, wx: wd, wxx: wd * d, w2: w * w, w2x: w * wd, w2xx: wd * wd }
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
    let mut sums = [missing.iter().sum(), first.iter().sum(), second.iter().sum()];
    for x in rest {
        accumulate(&mut sums, row(*x, shift));
    }
    sums
}

/// The sums of a block with weights, one list of lanes per sum.
fn weighted_block(values: &[f64], weights: &[f64], shift: f64) -> Moments {
    let mut lanes = [[0.0; LANES]; 7];
    let ((whole, rest), (whole_w, rest_w)) = (values.as_chunks::<LANES>(), weights.as_chunks::<LANES>());
    for (x, w) in whole.iter().zip(whole_w) {
        let there = x.map(|x| if x.is_nan() { 0.0 } else { 1.0 });
        let d = x.map(|x| if x.is_nan() { 0.0 } else { x - shift });
        let w = times(w, &there);
        let wd = times(&w, &d);
        let terms = [there, w, wd, times(&wd, &d), times(&w, &w), times(&w, &wd), times(&wd, &wd)];
        for (sum, terms) in lanes.iter_mut().zip(terms) {
            accumulate(sum, terms);
        }
    }
    let [n, w, wx, wxx, w2, w2x, w2xx] = lanes.map(|lanes| lanes.iter().sum());
    let missing = (whole.len() * LANES) as f64 - n;
    let mut sums = Moments { n, missing, w, wx, wxx, w2, w2x, w2xx };
    for (x, w) in rest.iter().zip(rest_w) {
        sums.merge(&weighted_row(*x, *w, shift));
    }
    sums
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
