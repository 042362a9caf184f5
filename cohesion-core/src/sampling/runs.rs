//! Rows that stand together: blocks of one code are handled as one.

use crate::table::MISSING_CODE;

/// Rows looked at together.
pub(crate) const BLOCK: usize = 256;

/// The code of all rows, where they have the same; ends that differ say no at once.
pub(crate) fn alike(codes: &[u32]) -> Option<u32> {
    let (first, last) = (codes.first()?, codes.last()?);
    // Without a way out in the middle the loop is vectorised, which is faster than to stop at the first difference.
    (first == last && codes.iter().fold(0, |differ, code| differ | (code ^ first)) == 0).then_some(*first)
}

/// Replaces each code by what `by` says.
pub(crate) fn replace(codes: &mut [u32], mut by: impl FnMut(u32) -> u32) {
    for block in codes.chunks_mut(BLOCK) {
        match alike(block) {
            Some(code) => {
                let new = by(code);
                if new != code {
                    block.fill(new);
                }
            }
            None => block.iter_mut().for_each(|code| *code = by(*code)),
        }
    }
}

/// Replaces each code by what stands in its place of `by`; one beyond it has none. Nothing is read where nothing would
/// change.
pub(crate) fn renumber(codes: &mut [u32], by: &[u32]) {
    if by.iter().enumerate().any(|(place, code)| place != *code as usize) {
        replace(codes, |code| by.get(code as usize).copied().unwrap_or(MISSING_CODE));
    }
}

/// Replaces each code by what `by` says of it and the other code of its row; asked once for rows that follow each other.
pub(crate) fn replace_pairs(codes: &mut [u32], others: &[u32], mut by: impl FnMut(u32, u32) -> u32) {
    // Rows of one cluster mostly stand together, so the last answer is often the next one.
    let mut last: Option<((u32, u32), u32)> = None;
    let mut number = |code: u32, other: u32| match last {
        Some((pair, number)) if pair == (code, other) => number,
        _ => {
            let number = by(code, other);
            last = Some(((code, other), number));
            number
        }
    };
    for (codes, others) in codes.chunks_mut(BLOCK).zip(others.chunks(BLOCK)) {
        if let (Some(code), Some(other)) = (alike(codes), alike(others)) {
            codes.fill(number(code, other));
        } else {
            codes.iter_mut().zip(others).for_each(|(code, other)| *code = number(*code, *other));
        }
    }
}

/// How often each code below `codes` stands there.
pub(crate) fn counted(given: &[u32], codes: usize) -> Vec<f64> {
    let mut counts = vec![0.0; codes];
    let mut add = |code: u32, rows: f64| {
        if let Some(count) = counts.get_mut(code as usize) {
            *count += rows;
        }
    };
    for block in given.chunks(BLOCK) {
        match alike(block) {
            Some(code) => add(code, block.len() as f64),
            None => block.iter().for_each(|code| add(*code, 1.0)),
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Blocks of one code, mixed blocks and a short last one, against row by row.
    #[test]
    fn blocks_give_what_rows_give() {
        let rows = 3 * BLOCK + 7;
        let given: Vec<u32> = (0..rows).map(|row| if row < 2 * BLOCK { 4 } else { row as u32 % 3 }).collect();
        let others: Vec<u32> = (0..rows).map(|row| (row / BLOCK) as u32).collect();
        let mut codes = given.clone();
        replace(&mut codes, |code| code + 10);
        assert!(codes.iter().zip(&given).all(|(new, old)| *new == old + 10));
        let mut pairs = given.clone();
        replace_pairs(&mut pairs, &others, |code, other| 100 * code + other);
        assert!(pairs.iter().zip(given.iter().zip(&others)).all(|(new, (code, other))| *new == 100 * code + other));
        let counts = counted(&given, 4);
        let expected: Vec<f64> =
            (0..4).map(|code| given.iter().filter(|given| **given == code).count() as f64).collect();
        assert_eq!(counts, expected);
        assert_eq!(counted(&given, 5).last(), Some(&((2 * BLOCK) as f64)));
    }
}
