//! One pass over the rows: weighted sums per unit, cell and measure.

mod kernel;

use std::borrow::Cow;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimation::measure::{Coarser, ItemSet, Margin, Measure};
use crate::estimation::moments::Moments;
use crate::sampling::pairs::PairIndex;
use crate::sampling::runs;
use crate::sampling::units::CrossCoder;
use crate::scale::CrossProducts;
use crate::stat::is_count;
use crate::table::{Labels, MISSING_CODE, Table, Unparsed};

/// The cells of a margin.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Cells {
    /// Labels of each cell, in order of first appearance.
    pub labels: Vec<Vec<String>>,
    /// Rows inside the filter that have no label.
    pub unlabelled: f64,
}

/// The cells of one margin and the moments of each unit in them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct MarginSums {
    pub cells: Cells,
    /// Unit and cell of each slot.
    pub slots: Vec<(u32, u32)>,
    /// One per slot and measure held.
    pub moments: Vec<Moments>,
}

/// The rows that are added at once.
pub(crate) struct Batch<'b> {
    pub table: &'b Table<'b>,
    /// The sampling unit of each row.
    pub units: &'b [u32],
    /// How many units the summary knows.
    pub n_units: usize,
}

/// A margin that is summed from a finer one's sums, or from rows.
pub(crate) struct Below {
    pub sums: MarginSums,
    /// The slot of each slot of the finer margin.
    from: Vec<u32>,
    /// The slots of the rows, where they must be read.
    own: Option<BatchSlots>,
}

impl From<MarginSums> for Below {
    fn from(sums: MarginSums) -> Self {
        Self { sums, from: Vec::new(), own: None }
    }
}

impl Below {
    /// Adds one measure: `finer` are the finer margin's sums of it.
    pub fn absorb(
        &mut self,
        finer: &[Moments],
        column: &Reading<'_>,
        weights: Option<&[f64]>,
        position: usize,
        width: usize,
    ) {
        match &self.own {
            None => self.sums.absorb(finer, &self.from, position, width),
            Some(own) => {
                let sums = own.sums(column, weights);
                self.sums.absorb(&sums, &[], position, width);
            }
        }
    }
}

/// The rows of a batch in a margin.
pub(crate) struct BatchSlots {
    /// The slot of each row; [`NOWHERE`] outside every cell.
    pub of_row: Vec<u32>,
    /// How many rows each slot has in the batch.
    rows: Vec<f64>,
    /// Whether every row inside the filter has a label.
    pub all_labelled: bool,
}

/// The cross-products of one set of items in each cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct CrossSums {
    pub cells: Cells,
    pub products: Vec<CrossProducts>,
}

/// More groups make no table: estimates hold how every two of them vary together.
const MOST_GROUPS: usize = 2_500;

/// Rows outside every cell.
pub(crate) const NOWHERE: u32 = u32::MAX;

impl BatchSlots {
    /// The sums of one measure's column in this batch, one per slot.
    pub fn sums(&self, column: &Reading<'_>, weights: Option<&[f64]>) -> Vec<Moments> {
        let mut sums = vec![Moments::default(); self.rows.len()];
        kernel::add(&mut sums, &self.rows, &self.of_row, &column.values, weights, column.shift);
        sums
    }

    /// Takes rows out of every cell.
    pub fn leave_out(&mut self, out: impl Fn(usize) -> bool) {
        for (_, slot) in self.of_row.iter_mut().enumerate().filter(|(row, _)| out(*row)) {
            if let Some(rows) = self.rows.get_mut(*slot as usize) {
                *rows -= 1.0;
            }
            *slot = NOWHERE;
        }
    }
}

impl MarginSums {
    /// Finds the slot of every row, adding cells and slots as they appear.
    pub fn slots_of(&mut self, batch: &Batch<'_>, margin: &Margin) -> Result<BatchSlots> {
        let before = self.cells.unlabelled;
        let mut cells = self.cells.codes(batch.table, margin)?;
        let n_cells = self.cells.labels.len();
        let mut index = SlotIndex::new(&self.slots, batch.n_units, n_cells);
        // The common case of a sample without clusters and strata: no pairs have to be looked up.
        if batch.n_units == 1 {
            // Every cell has rows of the only unit, so slots and cells are the same thing in another order.
            let slots: Vec<u32> = (0..n_cells as u32).map(|cell| index.slot(0, cell, &mut self.slots)).collect();
            runs::renumber(&mut cells, &slots);
        } else {
            runs::replace_pairs(&mut cells, batch.units, |cell, unit| {
                if cell == NOWHERE { NOWHERE } else { index.slot(unit, cell, &mut self.slots) }
            });
        }
        // Counted once for all measures: a column without a missing answer then needs no count of its own.
        let rows = runs::counted(&cells, self.slots.len());
        Ok(BatchSlots { of_row: cells, rows, all_labelled: self.cells.unlabelled == before })
    }

    /// This margin as the coarser of `finer`: from its sums, or, where rows of the batch lack a label of the finer one,
    /// from the rows.
    pub fn below(
        mut self,
        finer: &Self,
        slots: &BatchSlots,
        coarse: &Coarser,
        margin: &Margin,
        batch: &Batch<'_>,
    ) -> Result<Below> {
        // A row without a label of the finer margin is in none of its cells, and may well be in one of the coarser:
        // then the finer sums lack it.
        if slots.all_labelled {
            let from = self.slots_from(finer, &coarse.keys, batch.n_units);
            return Ok(Below { sums: self, from, own: None });
        }
        let own = Some(self.slots_of(batch, margin)?);
        Ok(Below { sums: self, from: Vec::new(), own })
    }

    /// The slots of a finer margin's slots in this one, where this one's keys stand at `keys` among the finer one's and
    /// every row of the batch is labelled: then the finer sums are enough and the rows need not be read again.
    fn slots_from(&mut self, finer: &Self, keys: &[usize], n_units: usize) -> Vec<u32> {
        let labels = finer
            .cells
            .labels
            .iter()
            .map(|label| keys.iter().filter_map(|key| label.get(*key).cloned()).collect())
            .collect();
        let cell_of = self.cells.found(labels);
        let mut index = SlotIndex::new(&self.slots, n_units, self.cells.labels.len());
        let mut place = |(unit, cell): &(u32, u32)| {
            let cell = cell_of.get(*cell as usize).copied().unwrap_or(NOWHERE);
            index.slot(*unit, cell, &mut self.slots)
        };
        finer.slots.iter().map(&mut place).collect()
    }

    /// Adds a batch's sums of one measure; `place` gives the slot of each, or is empty where they are in slot order.
    pub fn absorb(&mut self, sums: &[Moments], place: &[u32], position: usize, width: usize) {
        self.moments.resize(self.slots.len() * width, Moments::default());
        for (index, sums) in sums.iter().enumerate() {
            let slot = place.get(index).map_or(index, |slot| *slot as usize);
            if let Some(target) = self.moments.get_mut(slot * width + position) {
                target.merge(sums);
            }
        }
    }

    /// Adds the cells and slots of another part, whose units `unit_of` maps to ours; returns our slot of each of its.
    pub fn adopt(&mut self, other: &Self, unit_of: &[u32], n_units: usize) -> Vec<usize> {
        let cell_of = self.cells.merge(&other.cells);
        let mut index = SlotIndex::new(&self.slots, n_units, self.cells.labels.len());
        let ours = |places: &[u32], place: u32| places.get(place as usize).copied().unwrap_or(NOWHERE);
        let slots = other.slots.iter();
        slots
            .map(|(unit, cell)| index.slot(ours(unit_of, *unit), ours(&cell_of, *cell), &mut self.slots) as usize)
            .collect()
    }

    /// Adds the sums of another part. `unit_of` maps its units to ours; `by` is how much its shifts lie above ours.
    pub fn merge(&mut self, other: &Self, unit_of: &[u32], by: &[f64], n_units: usize, unweighted: bool) {
        let width = by.len();
        let place = self.adopt(other, unit_of, n_units);
        self.moments.resize(self.slots.len() * width, Moments::default());
        for (slot, ours) in place.into_iter().enumerate() {
            for (position, by) in by.iter().enumerate() {
                let (Some(target), Some(source)) =
                    (self.moments.get_mut(ours * width + position), other.moments.get(slot * width + position))
                else {
                    continue;
                };
                // Sums of squared weights are not kept apart where all weights are 1, and follow from the counts.
                let source = if unweighted { source.unweighted() } else { *source };
                // Each part holds its sums about its own first answer; they add only about the same point.
                target.merge(&source.shifted(*by));
            }
        }
    }
}

impl Cells {
    /// Refuses more groups than a table can have: most often a column of ids that was named by mistake.
    ///
    /// # Errors
    /// [`FaultKind::TooLarge`].
    pub fn refuse_many(&self, by: &[String]) -> Result<()> {
        let groups = self.labels.len();
        if groups <= MOST_GROUPS {
            return Ok(());
        }
        let (by, most) = (by.join(" x "), MOST_GROUPS);
        let message = format!("{by} makes {groups} groups, and a table has {most} at most: is it a column of ids?");
        Err(Fault::new(FaultKind::TooLarge, "by", message).value(groups).into())
    }

    /// The cell of every row; [`NOWHERE`] outside the filter or without a label.
    pub fn codes(&mut self, table: &Table<'_>, margin: &Margin) -> Result<Vec<u32>> {
        let mut columns: Vec<Labels<'_>> =
            margin.by.iter().map(|name| Ok(table.column(name)?.labels())).collect::<Result<_>>()?;
        let inside = inside(table, margin)?;
        let mut coder = CrossCoder::default();
        let mut codes = coder.codes(&mut columns, table.rows());
        if let Some(inside) = &inside {
            for (code, inside) in codes.iter_mut().zip(inside) {
                if !inside {
                    *code = NOWHERE;
                }
            }
        }
        let without = |inside: &Option<Vec<bool>>| match inside {
            None => codes.iter().filter(|code| **code == MISSING_CODE).count(),
            Some(inside) => {
                codes.iter().zip(inside).filter(|(code, inside)| **inside && **code == MISSING_CODE).count()
            }
        };
        self.unlabelled += without(&inside) as f64;
        let labels = coder.cells.iter().map(|cell| coder.label(cell, &columns)).collect();
        let global = self.found(labels);
        runs::renumber(&mut codes, &global);
        Ok(codes)
    }

    /// The place of each label among ours, added where it is new.
    pub fn found(&mut self, labels: Vec<Vec<String>>) -> Vec<u32> {
        let mut known: HashMap<Vec<String>, u32> =
            self.labels.iter().enumerate().map(|(index, label)| (label.clone(), index as u32)).collect();
        labels
            .into_iter()
            .map(|label| {
                *known.entry(label).or_insert_with_key(|label| {
                    self.labels.push(label.clone());
                    (self.labels.len() - 1) as u32
                })
            })
            .collect()
    }

    /// Adds another part's cells; returns the place of each among ours.
    pub fn merge(&mut self, other: &Self) -> Vec<u32> {
        self.unlabelled += other.unlabelled;
        self.found(other.labels.clone())
    }

    /// Whether every label has one text per key.
    pub fn is_possible(&self, keys: usize) -> bool {
        self.labels.iter().all(|label| label.len() == keys) && is_count(self.unlabelled)
    }
}

impl CrossSums {
    /// Adds the rows of a batch.
    pub fn add(&mut self, table: &Table<'_>, set: &ItemSet, weights: Option<&[f64]>) -> Result<()> {
        let codes = self.cells.codes(table, &set.margin)?;
        self.products.resize_with(self.cells.labels.len(), || CrossProducts::new(set.items.len()));
        let numbers: Vec<_> = set.items.iter().map(|item| table.column(item)?.squarable()).collect::<Result<_>>()?;
        let mut row = vec![f64::NAN; numbers.len()];
        for (index, code) in codes.iter().enumerate() {
            // Rows outside every cell have a code beyond all.
            let Some(products) = self.products.get_mut(*code as usize) else { continue };
            for (value, column) in row.iter_mut().zip(&numbers) {
                *value = column.values.get(index).copied().unwrap_or(f64::NAN);
            }
            products.add_row(&row, weights.and_then(|weights| weights.get(index)).copied().unwrap_or(1.0));
        }
        Ok(())
    }

    /// Adds another part.
    pub fn merge(&mut self, other: &Self, items: usize) {
        let place = self.cells.merge(&other.cells);
        self.products.resize_with(self.cells.labels.len(), || CrossProducts::new(items));
        for (place, theirs) in place.iter().zip(&other.products) {
            if let Some(ours) = self.products.get_mut(*place as usize) {
                ours.merge(theirs);
            }
        }
    }
}

/// Which rows are in the domain; `None` where all are.
fn inside(table: &Table<'_>, margin: &Margin) -> Result<Option<Vec<bool>>> {
    let mut inside: Option<Vec<bool>> = None;
    for filter in &margin.within {
        let labels = table.column(&filter.column)?.labels();
        // Texts are compared once per level and not once per row.
        let wanted: Vec<bool> = labels.levels.iter().map(|level| filter.values.contains(level)).collect();
        let here = labels.codes.iter().map(|code| wanted.get(*code as usize).copied().unwrap_or(false));
        inside = Some(match inside {
            None => here.collect(),
            Some(before) => before.into_iter().zip(here).map(|(before, here)| before && here).collect(),
        });
    }
    Ok(inside)
}

/// From unit and cell to slot.
struct SlotIndex(PairIndex);

impl SlotIndex {
    fn new(slots: &[(u32, u32)], n_units: usize, n_cells: usize) -> Self {
        let mut index = PairIndex::new(n_units, n_cells);
        for (slot, (unit, cell)) in slots.iter().enumerate() {
            index.number(*unit, *cell, || slot as u32);
        }
        Self(index)
    }

    fn slot(&mut self, unit: u32, cell: u32, slots: &mut Vec<(u32, u32)>) -> u32 {
        self.0.number(unit, cell, || {
            slots.push((unit, cell));
            (slots.len() - 1) as u32
        })
    }
}

/// A measure's numbers in one batch. Infinite numbers show in the sums: see [`Reading::refuse_infinite`].
pub(crate) struct Reading<'t> {
    pub values: Cow<'t, [f64]>,
    pub unparsed: Vec<Unparsed>,
    pub shift: f64,
}

impl<'t> Reading<'t> {
    /// Reads the column. The shift of a mean is the first answer ever seen; that of a share is 0, which keeps shares
    /// of 0 and 1 exact.
    pub fn new(table: &'t Table<'_>, measure: &Measure, known_shift: Option<f64>) -> Result<Self> {
        let column = table.column(&measure.variable)?;
        if measure.is_share() {
            let labels = column.labels();
            let one_of: Vec<f64> =
                labels.levels.iter().map(|level| if measure.values.contains(level) { 1.0 } else { 0.0 }).collect();
            let values =
                labels.codes.iter().map(|code| one_of.get(*code as usize).copied().unwrap_or(f64::NAN)).collect();
            return Ok(Self { values: Cow::Owned(values), unparsed: Vec::new(), shift: 0.0 });
        }
        let numbers = column.numbers_unchecked()?;
        let first = || numbers.values.iter().copied().find(|value| !value.is_nan());
        let shift = known_shift.or_else(first).unwrap_or(f64::NAN);
        Ok(Self { values: numbers.values, unparsed: numbers.unparsed, shift })
    }
}

impl Reading<'_> {
    /// A fault where the sums are not finite: an infinite number, or numbers whose squares are.
    ///
    /// # Errors
    /// [`FaultKind::NotFinite`], with the row where there is one.
    pub fn refuse_infinite(table: &Table<'_>, measure: &Measure, sums: &[Moments]) -> Result<()> {
        // Squares that were lost at the lower end: a sum of distances without one of their squares.
        let lost = |sums: &Moments| sums.wx != 0.0 && sums.wxx < f64::MIN_POSITIVE;
        // One look at the sums instead of one at every number: an infinity never leaves them again.
        if sums.iter().all(|sums| sums.wxx.is_finite() && sums.w2xx.is_finite() && !lost(sums)) {
            return Ok(());
        }
        if table.has(&measure.variable) {
            // Names the row, where the column itself holds such a number.
            table.column(&measure.variable)?.squarable()?;
        }
        let message =
            format!("the numbers of column `{}` are too large or too near each other to be squared", measure.variable);
        Err(Error::new(FaultKind::NotFinite, format!("column[{}]", measure.variable), message))
    }
}
