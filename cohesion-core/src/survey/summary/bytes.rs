//! Summaries as bytes: what is read is treated as hostile.

use crate::error::{Error, FaultKind, Result};
use crate::estimation::moments::Moments;
use crate::stat::is_count;
use crate::survey::summary::Summary;

/// The first bytes of every summary; the last one is the format's version.
const MAGIC: &[u8; 8] = b"COHSUM\x00\x04";
/// The largest summary that is read.
const MAX_BYTES: usize = 1 << 30;

impl Summary {
    /// The summary as bytes: a mark with the format's version, a checksum, the content.
    ///
    /// # Errors
    /// [`FaultKind::NotPossible`] where the summary cannot be written, which only a lack of memory can cause.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Measure, Summary, SummarySpec, Table};
    /// let answers = Table::new(vec![Column::number("trust", vec![3.0, 4.0, 5.0, 4.0])])?;
    /// let summary = Summary::new(SummarySpec::new(Design::new()).measures([Measure::mean("trust")]))?.add(&answers)?;
    /// assert!(!summary.to_bytes()?.is_empty());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        let body = postcard::to_allocvec(self)
            .map_err(|error| Error::new(FaultKind::NotPossible, "summary", error.to_string()))?;
        let mut bytes = Vec::with_capacity(body.len() + 16);
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&xxhash_rust::xxh3::xxh3_64(&body).to_le_bytes());
        bytes.extend_from_slice(&body);
        Ok(bytes)
    }

    /// Reads what [`Summary::to_bytes`] wrote.
    ///
    /// # Errors
    /// [`FaultKind::Corrupt`] for bytes that are no summary, were changed, or contradict themselves;
    /// [`FaultKind::UnsupportedFormat`] for another version; [`FaultKind::TooLarge`] above 1 GiB.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Measure, Summary, SummarySpec, Table};
    /// let answers = Table::new(vec![Column::number("trust", vec![3.0, 4.0, 5.0, 4.0])])?;
    /// let summary = Summary::new(SummarySpec::new(Design::new()).measures([Measure::mean("trust")]))?.add(&answers)?;
    /// let mut bytes = summary.to_bytes()?;
    /// assert_eq!(Summary::from_bytes(&bytes)?, summary);
    /// bytes[20] ^= 1;
    /// assert!(Summary::from_bytes(&bytes).is_err());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let corrupt = |message: &str| Error::new(FaultKind::Corrupt, "summary", message);
        if bytes.len() > MAX_BYTES {
            return Err(Error::new(FaultKind::TooLarge, "summary", "the summary is larger than 1 GiB"));
        }
        let (head, rest) = bytes.split_at_checked(8).ok_or_else(|| corrupt("these bytes are no summary"))?;
        if head.get(..7) != MAGIC.get(..7) {
            return Err(corrupt("these bytes are no summary"));
        }
        if head != MAGIC {
            return Err(Error::new(FaultKind::UnsupportedFormat, "summary", "the summary has another format version"));
        }
        let (sum, body) = rest.split_at_checked(8).ok_or_else(|| corrupt("the summary is cut short"))?;
        if sum != xxhash_rust::xxh3::xxh3_64(body).to_le_bytes() {
            return Err(corrupt("the summary was changed after it was written"));
        }
        let (summary, left): (Self, _) =
            postcard::take_from_bytes(body).map_err(|_| corrupt("the summary cannot be read"))?;
        if !left.is_empty() || !summary.is_consistent() {
            return Err(corrupt("the summary contradicts itself"));
        }
        Ok(summary)
    }

    /// Whether every index points somewhere and every sum is a possible one.
    fn is_consistent(&self) -> bool {
        let units = self.units.count();
        let margins = self.margins.len() == self.spec.margins().len()
            && self.margins.iter().zip(self.spec.margins()).enumerate().all(|(place, (sums, margin))| {
                let (width, cells) = (self.spec.held_at(place).len(), sums.cells.labels.len());
                sums.moments.len() <= sums.slots.len().saturating_mul(width)
                    && sums.slots.iter().all(|(unit, cell)| (*unit as usize) < units && (*cell as usize) < cells)
                    && sums.cells.is_possible(margin.by.len())
                    && sums.moments.iter().all(Moments::is_possible)
            });
        margins
            && self.shifts.len() == self.spec.measures.len()
            && self.shifts.iter().flatten().all(|shift| shift.is_finite())
            && self.crosses.len() == self.spec.items.len()
            && self.crosses.iter().zip(&self.spec.items).all(|(cross, set)| {
                cross.cells.is_possible(set.margin.by.len())
                    && cross.products.len() == cross.cells.labels.len()
                    && cross.products.iter().all(|products| products.is_consistent(set.items.len()))
            })
            && self.powers.len() == self.spec.powers.len()
            && self.powers.iter().zip(&self.spec.powers).all(|(powers, set)| {
                let keys: Vec<usize> = self.spec.margins().map(|margin| margin.by.len()).collect();
                powers.is_consistent(set, &keys, units)
            })
            && self.tallies.values().all(|tally| is_count(tally.count as f64))
            && self.units.is_consistent(&self.spec.design)
            && count(self.rows)
            && self.weight.sum.is_finite()
            && self.weight.sum >= 0.0
    }
}

/// A whole number from 0 up.
fn count(value: f64) -> bool {
    value.is_finite() && value >= 0.0 && value.fract() == 0.0
}

/// Notes in the middle of bytes.
pub(crate) mod as_json {
    use serde::de::Error as _;
    use serde::{Deserialize as _, Deserializer, Serializer};

    use crate::estimate::Note;

    pub fn serialize<S: Serializer>(notes: &[Note], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&serde_json::to_string(notes).unwrap_or_default())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Note>, D::Error> {
        let text = String::deserialize(deserializer)?;
        serde_json::from_str(&text).map_err(D::Error::custom)
    }
}
