//! Columns as labels: what groups, strata and clusters are made from.

use std::collections::HashMap;

use super::{MISSING_CODE, Values};

/// A column seen as labels: one code per row and the text of each code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels<'t> {
    /// One code per row; [`MISSING_CODE`] is missing.
    pub codes: std::borrow::Cow<'t, [u32]>,
    /// The text of each code.
    pub levels: Vec<String>,
}

/// The label of a number: a whole number has no decimal point.
pub(crate) fn number_label(value: f64) -> String {
    // -0 and 0 are the same group.
    (value + 0.0).to_string()
}

/// Whole numbers below this bound are coded by a direct table instead of a hash map.
const DIRECT: usize = 65_536;

/// Numbers looked at together.
const BLOCK: usize = 64;

/// Whether all numbers have the same bits; ends that differ say no at once.
fn alike(numbers: &[f64]) -> bool {
    let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else { return true };
    let first = first.to_bits();
    first == last.to_bits() && numbers.iter().fold(0, |differ, number| differ | (number.to_bits() ^ first)) == 0
}

impl<'t> Labels<'t> {
    pub(super) fn of(values: &'t Values<'_>) -> Self {
        match values {
            Values::Category { codes, levels } => Self { codes: codes.as_ref().into(), levels: levels.clone() },
            Values::Number(numbers) => Self::of_numbers(numbers),
        }
    }

    fn of_numbers(numbers: &[f64]) -> Self {
        let mut coder = NumberCoder::default();
        // Rows of one group often stand together; no number has the bits that the search begins with.
        let mut last = (f64::NAN.to_bits(), MISSING_CODE);
        let mut code = |number: &f64| {
            if number.to_bits() != last.0 {
                last = (number.to_bits(), coder.code(*number));
            }
            last.1
        };
        let mut codes = Vec::with_capacity(numbers.len());
        for block in numbers.chunks(BLOCK) {
            if alike(block) {
                let code = block.first().map_or(MISSING_CODE, &mut code);
                codes.resize(codes.len() + block.len(), code);
            } else {
                codes.extend(block.iter().map(&mut code));
            }
        }
        Self { codes: codes.into(), levels: coder.levels }
    }

    /// The text of a row, `None` where it is missing.
    ///
    /// ```
    /// use cohesion_core::Column;
    /// let area = Column::text("area", [Some("North"), None]);
    /// assert_eq!(area.labels().get(0), Some("North"));
    /// assert_eq!(area.labels().get(1), None);
    /// ```
    #[must_use]
    pub fn get(&self, row: usize) -> Option<&str> {
        let code = *self.codes.get(row)?;
        self.levels.get(code as usize).map(String::as_str)
    }
}

/// Gives each distinct number a code in order of first appearance.
#[derive(Default)]
struct NumberCoder {
    direct: Vec<u32>,
    others: HashMap<u64, u32>,
    levels: Vec<String>,
}

impl NumberCoder {
    fn code(&mut self, number: f64) -> u32 {
        if number.is_nan() {
            return MISSING_CODE;
        }
        // The cast stops at the ends of its range, so that it gives the number back only where that is whole.
        let index = number as u32 as usize;
        let slot = if index < DIRECT && index as f64 == number {
            if index >= self.direct.len() {
                self.direct.resize(index + 1, MISSING_CODE);
            }
            match self.direct.get_mut(index) {
                Some(slot) => slot,
                None => return MISSING_CODE,
            }
        } else {
            self.others.entry(number.to_bits()).or_insert(MISSING_CODE)
        };
        if *slot == MISSING_CODE {
            *slot = u32::try_from(self.levels.len()).unwrap_or(MISSING_CODE - 1);
            self.levels.push(number_label(number));
        }
        *slot
    }
}
