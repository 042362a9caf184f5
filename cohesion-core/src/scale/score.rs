//! Scores of rows.

use crate::estimate::texts as common;
use crate::message::CellOfRow;
use std::ops::Range;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::block::{self, Row};
use super::exact::Exact;
use super::float::{Float, value_at};
use crate::codebook::scale::ScaleDefinition;
use crate::codebook::scale::prepared::{Prepared, PreparedItem};
use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::Note;

/// How many different invalid answers are named.
const EXAMPLES: usize = 5;

/// The answers to one item, row by row.
#[derive(Clone, Copy, Debug)]
pub struct ItemAnswers<'a> {
    /// The answers; NaN is missing.
    pub values: &'a [f64],
    /// The rows that answered "don't know", whatever stands in `values` there.
    pub dont_know: Option<&'a [bool]>,
}

impl<'a> ItemAnswers<'a> {
    /// Answers without a record of "don't know".
    ///
    /// ```
    /// use cohesion_core::ItemAnswers;
    /// let answers = [4.0, 5.0, f64::NAN];
    /// assert_eq!(ItemAnswers::new(&answers).dont_know, None);
    /// ```
    #[must_use]
    pub fn new(values: &'a [f64]) -> Self {
        Self { values, dont_know: None }
    }

    /// The same answers with the rows that answered "don't know".
    ///
    /// ```
    /// use cohesion_core::{ItemAnswers, ScaleDefinition, scale};
    /// let scale: ScaleDefinition = serde_json::from_str(r#"{
    ///     "id": "trust", "range": [1, 5], "dont_know": "midpoint", "items": [{"variable": "a"}]
    /// }"#).unwrap();
    /// let items = [ItemAnswers::new(&[5.0, f64::NAN]).dont_know(&[false, true])];
    /// assert_eq!(scale::score(&scale, &items)?.values, [5.0, 3.0]);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn dont_know(mut self, rows: &'a [bool]) -> Self {
        self.dont_know = Some(rows);
        self
    }
}

/// Answers that the definition does not know.
#[derive(Clone, Debug, PartialEq)]
pub struct InvalidAnswers {
    /// The item's variable.
    pub variable: String,
    /// How many answers.
    pub n: u64,
    /// Up to five different ones, in the order in which they were met.
    pub examples: Vec<f64>,
}

/// A score per row and why rows have none.
///
/// As JSON: `scale`, `values` and `bands` (ids) with null for none, the counts, and `notes`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scores {
    /// Id and version of the definition: `belonging@2`.
    pub scale: String,
    /// The ids of the definition's bands, in its order.
    pub band_ids: Vec<String>,
    /// The scores; NaN where a row has none.
    pub values: Vec<f64>,
    /// The position of each row's band among the definition's bands; `None` without a score or outside all bands.
    pub bands: Vec<Option<u16>>,
    /// Rows with a score.
    pub n_scored: u64,
    /// Rows without a score: the sum of the next two.
    pub n_missing: u64,
    /// Rows with some answers, fewer than the rule asks for.
    pub n_too_few: u64,
    /// Rows without any valid answer.
    pub n_no_answer: u64,
    /// Rows with a score that lies in no band, where the scale has bands.
    pub n_no_band: u64,
    /// Answers outside an item's valid answers, per item that has any; they count as missing.
    pub invalid: Vec<InvalidAnswers>,
}

impl Scores {
    /// The id of the band of a row; `None` without a score, outside all bands, or beyond the last row.
    ///
    /// ```
    /// use cohesion_core::{ItemAnswers, ScaleDefinition, scale};
    /// let scale: ScaleDefinition = serde_json::from_str(r#"{
    ///     "id": "trust", "range": [1, 5], "items": [{"variable": "a"}],
    ///     "bands": [{"id": "low", "to": 3}, {"id": "high", "from": 3, "from_open": true}]
    /// }"#).unwrap();
    /// let scores = scale::score(&scale, &[ItemAnswers::new(&[2.0, 4.0, f64::NAN])])?;
    /// assert_eq!(scores.band(0), Some("low"));
    /// assert_eq!(scores.band(1), Some("high"));
    /// assert_eq!(scores.band(2), None);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn band(&self, row: usize) -> Option<&str> {
        let position = (*self.bands.get(row)?)?;
        self.band_ids.get(usize::from(position)).map(String::as_str)
    }

    /// The scores as JSON, the same bytes in every language.
    ///
    /// ```
    /// use cohesion_core::{ItemAnswers, ScaleDefinition, scale};
    /// let scale: ScaleDefinition =
    ///     serde_json::from_str(r#"{"id": "trust", "range": [1, 5], "items": [{"variable": "a"}]}"#).unwrap();
    /// let scores = scale::score(&scale, &[ItemAnswers::new(&[2.0, f64::NAN])])?;
    /// assert!(scores.to_json().starts_with("{\"scale\":\"trust@1\",\"values\":[2.0,null]"));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The findings as notes: [`crate::NoteCode::UNDECLARED_CODES`] for every item with invalid answers.
    ///
    /// ```
    /// use cohesion_core::{ItemAnswers, NoteCode, ScaleDefinition, scale};
    /// let scale: ScaleDefinition =
    ///     serde_json::from_str(r#"{"id": "trust", "range": [1, 5], "items": [{"variable": "a"}]}"#).unwrap();
    /// let scores = scale::score(&scale, &[ItemAnswers::new(&[2.0, 7.0])])?;
    /// assert_eq!(scores.notes()[0].code, NoteCode::UNDECLARED_CODES);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn notes(&self) -> Vec<Note> {
        let note = |invalid: &InvalidAnswers| {
            let examples = invalid.examples.iter().map(|value| CellOfRow { row: None, value: value.to_string() });
            Note::warning(
                common::undeclared_codes(&invalid.variable, invalid.n, examples),
                format!("column[{}]", invalid.variable),
            )
        };
        self.invalid.iter().map(note).collect()
    }
}

impl Serialize for Scores {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let values: Vec<Option<f64>> = self.values.iter().map(|value| value.is_finite().then_some(*value)).collect();
        let bands: Vec<Option<&str>> = (0..self.values.len()).map(|row| self.band(row)).collect();
        let mut map = serializer.serialize_struct("Scores", 9)?;
        map.serialize_field("scale", &self.scale)?;
        map.serialize_field("values", &values)?;
        map.serialize_field("bands", &bands)?;
        map.serialize_field("n_scored", &self.n_scored)?;
        map.serialize_field("n_missing", &self.n_missing)?;
        map.serialize_field("n_too_few", &self.n_too_few)?;
        map.serialize_field("n_no_answer", &self.n_no_answer)?;
        map.serialize_field("n_no_band", &self.n_no_band)?;
        map.serialize_field("notes", &self.notes())?;
        map.end()
    }
}

/// Counts invalid answers of one item.
#[derive(Default)]
pub(super) struct Tally {
    n: u64,
    examples: Vec<f64>,
}

impl Tally {
    pub(super) fn add(&mut self, answer: f64) {
        self.n += 1;
        if self.examples.len() < EXAMPLES && !self.examples.contains(&answer) {
            self.examples.push(answer);
        }
    }
}

/// Scores every row in one pass; `items` in the order of the definition.
///
/// Answers and cuts are whole numbers and decimals as they are written, and are put together as fractions: with five
/// items a sum of 14 is the mean 2.8, never the number next to it. Where that is not possible (answers with more than
/// six decimals or above 10^6, or weights whose products have too many digits) the row is computed in floating point,
/// and a score that comes within 10^-9 of the range to a cut lies on it.
///
/// # Errors
/// Every fault of [`ScaleDefinition::check`]; [`FaultKind::LengthMismatch`] where the number of columns is not that of
/// the items or columns differ in length.
///
/// ```
/// use cohesion_core::{ItemAnswers, ScaleDefinition, scale};
/// let definition: ScaleDefinition = serde_json::from_str(r#"{
///     "id": "fabric", "range": [1, 5], "missing": {"rule": "at_least", "k": 1},
///     "items": [{"variable": "a"}, {"variable": "b", "reversed": true}],
///     "bands": [{"id": "weak", "to": 2.5}, {"id": "strong", "from": 2.5, "from_open": true}]
/// }"#).unwrap();
/// let (a, b) = ([1.0, 4.0, 9.0], [2.0, f64::NAN, f64::NAN]);
/// let scores = scale::score(&definition, &[ItemAnswers::new(&a), ItemAnswers::new(&b)]).unwrap();
/// assert_eq!(scores.values[..2], [2.5, 4.0]);
/// assert_eq!(scores.bands, [Some(0), Some(1), None]);
/// assert_eq!((scores.n_no_answer, scores.invalid[0].n), (1, 1));
/// ```
pub fn score(definition: &ScaleDefinition, items: &[ItemAnswers<'_>]) -> Result<Scores> {
    let scale = checked(definition, items)?;
    let exact = Exact::new(&scale);
    let float = Float::new(&scale, definition);
    let mut tallies: Vec<Tally> = items.iter().map(|_| Tally::default()).collect();
    let rows = items.first().map_or(0, |item| item.values.len());
    let mut scores = Scores {
        scale: definition.reference(),
        band_ids: definition.bands.iter().map(|band| band.id.clone()).collect(),
        values: Vec::with_capacity(rows),
        bands: Vec::with_capacity(rows),
        ..Scores::default()
    };
    // Item by item within a block of rows: columns are read in order, and what is folded of the rows stays in the
    // nearest cache.
    let mut block = vec![block::empty(scale.fold); block::ROWS.min(rows)];
    let mut start = 0;
    while start < rows {
        let range = start..(start + block::ROWS).min(rows);
        block.truncate(range.len());
        block.fill(block::empty(scale.fold));
        fold_items(&scale, &exact, items, &range, &mut block, &mut tallies);
        for (row, folded) in range.clone().zip(&block) {
            scores.push(finish(&scale, &exact, &float, items, row, folded), folded.answered);
        }
        start = range.end;
    }
    if scale.finish.bands.is_empty() {
        scores.n_no_band = 0;
    }
    let named = tallies.into_iter().zip(&definition.items).filter(|(tally, _)| tally.n > 0);
    scores.invalid = named
        .map(|(tally, item)| InvalidAnswers { variable: item.variable.clone(), n: tally.n, examples: tally.examples })
        .collect();
    Ok(scores)
}

/// The items' values as they enter the aggregator: recoded, turned, rescaled, not weighted; NaN where there is none.
/// This is what alpha is computed from.
///
/// # Errors
/// As [`score`].
///
/// ```
/// use cohesion_core::{ItemAnswers, ScaleDefinition, scale};
/// let definition: ScaleDefinition = serde_json::from_str(
///     r#"{"id": "s", "range": [1, 5], "items": [{"variable": "a", "reversed": true}]}"#,
/// ).unwrap();
/// let columns = scale::item_values(&definition, &[ItemAnswers::new(&[1.0, 2.0])]).unwrap();
/// assert_eq!(columns, [[5.0, 4.0]]);
/// ```
pub fn item_values(definition: &ScaleDefinition, items: &[ItemAnswers<'_>]) -> Result<Vec<Vec<f64>>> {
    let scale = checked(definition, items)?;
    let column = |(item, answers): (&PreparedItem, &ItemAnswers<'_>)| {
        (0..answers.values.len()).map(|row| value_at(item, answers, row).unwrap_or(f64::NAN)).collect()
    };
    Ok(scale.items.iter().zip(items).map(column).collect())
}

/// The definition ready for arithmetic, and columns that fit it.
fn checked(definition: &ScaleDefinition, items: &[ItemAnswers<'_>]) -> Result<Prepared> {
    let mut faults = Vec::new();
    definition.check(&format!("scales({})", definition.id), &mut faults);
    if items.len() != definition.items.len() {
        let message = format!(
            "scale `{}` has {} items, {} columns were given",
            definition.id,
            definition.items.len(),
            items.len()
        );
        faults.push(Fault::new(FaultKind::LengthMismatch, "items", message));
    }
    let rows = items.first().map_or(0, |item| item.values.len());
    for (item, answers) in definition.items.iter().zip(items) {
        let lengths = [answers.values.len(), answers.dont_know.map_or(rows, <[bool]>::len)];
        if let Some(length) = lengths.into_iter().find(|length| *length != rows) {
            let message = format!("the first item has {rows} rows, this one {length}");
            faults.push(Fault::new(FaultKind::LengthMismatch, format!("column[{}]", item.variable), message));
        }
    }
    Error::unless_empty(faults, ())?;
    definition.prepare().ok_or_else(|| {
        Error::new(
            FaultKind::OutOfRange,
            format!("scales({})", definition.id),
            "the numbers of this scale have too many digits",
        )
    })
}

fn fold_items(
    scale: &Prepared,
    exact: &Exact,
    items: &[ItemAnswers<'_>],
    range: &Range<usize>,
    block: &mut [Row],
    tallies: &mut [Tally],
) {
    for domain in &scale.domains {
        for position in &domain.items {
            let (Some(item), Some(answers), Some(tally)) =
                (exact.items.get(*position), items.get(*position), tallies.get_mut(*position))
            else {
                continue;
            };
            let values = answers.values.get(range.clone()).unwrap_or_default();
            let dont_know = answers.dont_know.and_then(|rows| rows.get(range.clone()));
            block::add_item(block, values, dont_know, item, scale.fold, tally);
        }
        block::close_domain(block, domain.needed);
    }
}

/// The score of one folded row and its band; `None` where it has no score.
fn finish(
    scale: &Prepared,
    exact: &Exact,
    float: &Float,
    items: &[ItemAnswers<'_>],
    row: usize,
    folded: &Row,
) -> Option<(f64, Option<u16>)> {
    // Nobody has a mean of nothing, whatever the rule allows.
    if !folded.enough || (folded.answered == 0 && !scale.empty_scores_zero) {
        return None;
    }
    match &exact.finish {
        // An answer with too many digits sends its row alone to floating point; the others stay exact.
        Some(finish) if !folded.inexact => {
            Some(finish.score(folded.sum, if scale.divides { folded.weight } else { 1 }))
        }
        _ => Some(float.score(scale, items, row)),
    }
}

impl Scores {
    fn push(&mut self, score: Option<(f64, Option<u16>)>, answered: u32) {
        match score {
            Some((_, band)) => {
                self.n_scored += 1;
                self.n_no_band += u64::from(band.is_none());
            }
            None => {
                self.n_missing += 1;
                *if answered == 0 { &mut self.n_no_answer } else { &mut self.n_too_few } += 1;
            }
        }
        let (value, band) = score.unwrap_or((f64::NAN, None));
        self.values.push(value);
        self.bands.push(band);
    }
}
