//! Margins and rows as a problem of numbers: rows with the same groups become one cell.

use crate::stat::at;
use std::collections::HashMap;

use crate::error::{Error, Fault, FaultKind, Result};
use crate::sampling::calibrate::margins::{GroupMargin, PopulationMargins, SumMargin};
use crate::sampling::calibrate::solver::Auxiliaries;
use crate::sampling::units::CrossCoder;
use crate::table::{Labels, MISSING_CODE, Table};

/// How many rows or labels a fault names.
const LISTED: usize = 5;

/// What a column of the auxiliaries stands for.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// Which margin, in the order of the report.
    pub columns: Vec<String>,
    pub levels: Vec<String>,
    pub total: f64,
    pub se: Option<f64>,
}

impl Known {
    /// For messages: `margins[sex].f`.
    pub fn path(&self) -> String {
        let margin = format!("margins[{}]", self.columns.join(" x "));
        match (self.columns.as_slice(), self.levels.as_slice()) {
            ([], _) => "population".to_owned(),
            (_, []) => margin,
            (_, levels) => format!("{margin}.{}", levels.join(" / ")),
        }
    }
}

/// A column of numbers as it stands in the auxiliaries: `(x - centre) / scale`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Standard {
    pub centre: f64,
    pub scale: f64,
}

/// The auxiliaries of the rows, and what is known of their totals.
#[derive(Clone, Debug)]
pub(crate) struct Compiled {
    pub auxiliaries: Auxiliaries,
    /// The cell of each row.
    pub cell_of: Vec<u32>,
    pub cells: usize,
    /// What each column stands for.
    pub known: Vec<Known>,
    /// The totals of the columns, standardised as they are.
    pub totals: Vec<f64>,
    /// One per column of numbers.
    pub standards: Vec<Standard>,
    /// Where each set of groups begins and ends.
    pub sets: Vec<(usize, usize)>,
}

impl Compiled {
    /// Reads the rows; those without weight need no label.
    ///
    /// # Errors
    /// Every fault of every margin at once.
    pub fn of(table: &Table<'_>, margins: &PopulationMargins, weights: &[f64], by_row: bool) -> Result<Self> {
        let mut this = Self {
            auxiliaries: Auxiliaries::default(),
            cell_of: Vec::new(),
            cells: 0,
            known: Vec::new(),
            totals: Vec::new(),
            standards: Vec::new(),
            sets: Vec::new(),
        };
        let mut faults = Vec::new();
        let mut codes = Vec::new();
        for margin in &margins.groups {
            match this.add_groups(table, margin, weights) {
                Ok(found) => codes.push(found),
                Err(error) => faults.extend(error.into_faults()),
            }
        }
        if let (true, Some(total)) = (margins.groups.is_empty(), &margins.population) {
            this.known.push(Known { columns: Vec::new(), levels: Vec::new(), total: total.total, se: total.se });
            this.sets.push((0, 1));
            codes.push(vec![0; weights.len()]);
        }
        let mut columns = Vec::new();
        for margin in &margins.sums {
            match numbers(table, margin, weights) {
                Ok(values) => columns.push((margin, values)),
                Err(error) => faults.extend(error.into_faults()),
            }
        }
        Error::unless_empty(faults, ())?;
        this.totals = this.known.iter().map(|known| known.total).collect();
        let size = margins.size();
        for (margin, values) in &mut columns {
            this.add_sum(margin, values, weights, size);
        }
        this.place(&codes, &columns.into_iter().map(|(_, values)| values).collect::<Vec<_>>(), by_row);
        Ok(this)
    }

    /// Rows in cells that are columns of their own, without totals.
    pub fn of_cells(auxiliaries: Auxiliaries, cell_of: Vec<u32>) -> Self {
        let (cells, none) =
            (auxiliaries.width, Known { columns: Vec::new(), levels: Vec::new(), total: 0.0, se: None });
        Self {
            cell_of,
            cells,
            known: vec![none; cells],
            totals: Vec::new(),
            standards: Vec::new(),
            sets: vec![(0, cells)],
            auxiliaries,
        }
    }

    /// The columns of one margin of groups; returns the column of each row.
    fn add_groups(&mut self, table: &Table<'_>, margin: &GroupMargin, weights: &[f64]) -> Result<Vec<u32>> {
        let path = margin.path();
        let mut labels: Vec<Labels<'_>> =
            margin.columns.iter().map(|name| Ok(table.column(name)?.labels())).collect::<Result<_>>()?;
        for (name, labels) in margin.columns.iter().zip(&labels) {
            let missing = |row: &usize| labels.codes.get(*row) == Some(&MISSING_CODE);
            refuse_missing(name, &path, (0..weights.len()).filter(missing), weights)?;
        }
        let mut coder = CrossCoder::default();
        let mut codes = coder.codes(&mut labels, weights.len());
        let found: Vec<Vec<String>> = coder.cells.iter().map(|cell| coder.label(cell, &labels)).collect();
        let mut counts = vec![0_u64; found.len()];
        for (code, _) in codes.iter().zip(weights).filter(|(_, weight)| **weight != 0.0) {
            if let Some(count) = counts.get_mut(*code as usize) {
                *count += 1;
            }
        }
        let mut place_of = vec![0_u32; found.len()];
        let (begin, mut faults) = (self.known.len(), Vec::new());
        for total in &margin.totals {
            let name = total.levels.join(" / ");
            let here = format!("{path}.{name}");
            let at = found.iter().position(|levels| *levels == total.levels);
            // Rows with weight 0 cannot be raised to anything, so they do not count as somebody who is there.
            let n = at.and_then(|at| counts.get(at)).copied().unwrap_or(0);
            if n == 0 && total.total > 0.0 {
                let message = format!(
                    "nobody in the sample is `{name}`, and {} are in the population: join it with a neighbouring level",
                    total.total
                );
                faults.push(Fault::new(FaultKind::NotPossible, here, message).value(&name));
            } else if n > 0 && total.total == 0.0 {
                let message = format!("{n} rows are `{name}`, and nobody in the population is");
                faults.push(Fault::new(FaultKind::NotPossible, here, message).value(&name));
            } else if let Some(slot) = at.filter(|_| n > 0).and_then(|at| place_of.get_mut(at)) {
                *slot = self.known.len() as u32;
                self.known.push(Known {
                    columns: margin.columns.clone(),
                    levels: total.levels.clone(),
                    total: total.total,
                    se: total.se,
                });
            }
        }
        let known = |levels: &Vec<String>| margin.totals.iter().any(|total| total.levels == *levels);
        for (levels, n) in found.iter().zip(&counts).filter(|(levels, n)| **n > 0 && !known(levels)) {
            let name = levels.join(" / ");
            let message = format!("{n} rows are `{name}`, for which the margin has no total");
            let allowed = margin.totals.iter().map(|total| total.levels.join(" / "));
            faults.push(Fault::new(FaultKind::UnknownValue, path.clone(), message).value(name).allowed(allowed));
        }
        for code in &mut codes {
            *code = place_of.get(*code as usize).copied().unwrap_or(begin as u32);
        }
        self.sets.push((begin, self.known.len()));
        Error::unless_empty(faults, codes)
    }

    /// One column of numbers, standardised where the size of the population is known.
    fn add_sum(&mut self, margin: &SumMargin, values: &mut [f64], weights: &[f64], size: Option<f64>) {
        let whole: f64 = weights.iter().sum();
        let mean = |values: &mut dyn Iterator<Item = f64>| {
            values.zip(weights).filter(|(_, w)| **w != 0.0).map(|(x, w)| w * x).sum::<f64>() / whole
        };
        // Numbers such as years of birth are nearly parallel to the column of ones; about their mean the matrix keeps
        // its digits. Without a known size the total about the mean is not known either.
        let centre = if size.is_some() { mean(&mut values.iter().copied()) } else { 0.0 };
        let spread = mean(&mut values.iter().map(|x| (x - centre) * (x - centre))).abs().sqrt();
        // A constant column says the same as the size of the population, and may.
        let scale = if spread > 0.0 { spread } else { 1.0 };
        for value in values.iter_mut() {
            // Only rows without weight may lack a number: 0 keeps them out of every sum.
            *value = if value.is_nan() { 0.0 } else { (*value - centre) / scale };
        }
        self.totals.push((margin.total - centre * size.unwrap_or(0.0)) / scale);
        self.standards.push(Standard { centre, scale });
        let columns = vec![margin.column.clone()];
        self.known.push(Known { columns, levels: Vec::new(), total: margin.total, se: margin.se });
    }

    /// Gives every row its cell.
    fn place(&mut self, codes: &[Vec<u32>], numbers: &[Vec<f64>], by_row: bool) {
        let rows = codes.first().map_or_else(|| numbers.first().map_or(0, Vec::len), Vec::len);
        let width = self.known.len();
        self.auxiliaries = Auxiliaries { width, sets: codes.len(), count: numbers.len(), ..Auxiliaries::default() };
        // With numbers hardly two rows are alike, and limits of weights differ from row to row.
        if by_row || !numbers.is_empty() {
            self.cells = rows;
            self.cell_of = (0..rows as u32).collect();
            for row in 0..rows {
                self.auxiliaries.places.extend(codes.iter().filter_map(|codes| codes.get(row)));
                self.auxiliaries.numbers.extend(numbers.iter().filter_map(|values| values.get(row)));
            }
            return;
        }
        self.cell_of = crossed(codes, width, rows);
        let mut first: Vec<usize> = Vec::new();
        for (row, cell) in self.cell_of.iter().enumerate() {
            if *cell as usize == first.len() {
                first.push(row);
            }
        }
        self.cells = first.len();
        for row in first {
            self.auxiliaries.places.extend(codes.iter().filter_map(|codes| codes.get(row)));
        }
    }

    /// The sums of a number per row in each cell.
    pub fn by_cell(&self, values: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.cells];
        for (cell, value) in self.cell_of.iter().zip(values) {
            if let Some(sum) = sums.get_mut(*cell as usize) {
                *sum += value;
            }
        }
        sums
    }

    /// A number per cell, row by row.
    pub fn by_row(&self, values: &[f64]) -> Vec<f64> {
        self.cell_of.iter().map(|cell| at(values, *cell as usize)).collect()
    }

    /// A total as it was given, from its standardised one and the size.
    pub fn unstandardised(&self, column: usize, total: f64, size: f64) -> f64 {
        match column.checked_sub(self.known.len() - self.standards.len()).and_then(|k| self.standards.get(k)) {
            Some(standard) => total * standard.scale + standard.centre * size,
            None => total,
        }
    }

    /// The coefficients of columns that were not standardised.
    pub fn raw_coefficients(&self, b: &[f64]) -> Vec<f64> {
        let mut raw = b.to_vec();
        let first = self.known.len() - self.standards.len();
        for (place, standard) in self.standards.iter().enumerate() {
            let own = at(b, first + place) / standard.scale;
            if let Some(slot) = raw.get_mut(first + place) {
                *slot = own;
            }
            // The size of the population, by which the total was centred, is the sum of the first set of groups.
            if let Some((begin, end)) = self.sets.first() {
                raw.get_mut(*begin..*end).into_iter().flatten().for_each(|slot| *slot -= own * standard.centre);
            }
        }
        raw
    }
}

/// The crossing of several codes, numbered in order of first appearance.
fn crossed(codes: &[Vec<u32>], width: usize, rows: usize) -> Vec<u32> {
    let mut cell_of: Vec<u32> = vec![0; rows];
    let mut count = 1_usize;
    for codes in codes {
        let mut direct: Vec<u32> = Vec::new();
        let mut others: HashMap<u64, u32> = HashMap::new();
        // Few combinations are looked up in a table of all, many in a map: 16 MB at most.
        let is_direct = count.saturating_mul(width) <= 1 << 22;
        if is_direct {
            direct.resize(count * width, u32::MAX);
        }
        let mut next = 0;
        for (cell, code) in cell_of.iter_mut().zip(codes) {
            let key = u64::from(*cell) * width as u64 + u64::from(*code);
            let slot = match direct.get_mut(key as usize) {
                Some(slot) if is_direct => slot,
                _ => others.entry(key).or_insert(u32::MAX),
            };
            if *slot == u32::MAX {
                *slot = next;
                next += 1;
            }
            *cell = *slot;
        }
        count = next as usize;
    }
    cell_of
}

/// The numbers of a column; every row with a weight must have one.
fn numbers(table: &Table<'_>, margin: &SumMargin, weights: &[f64]) -> Result<Vec<f64>> {
    let numbers = table.column(&margin.column)?.squarable()?;
    if let Some(unparsed) = numbers.unparsed.iter().find(|one| weights.get(one.row - 1).is_some_and(|w| *w != 0.0)) {
        let message = format!("`{}` in row {} of `{}` is no number", unparsed.text, unparsed.row, margin.column);
        return Err(Fault::new(FaultKind::NotNumeric, margin.path(), message).value(&unparsed.text).into());
    }
    let missing = numbers.values.iter().enumerate().filter(|(_, value)| value.is_nan()).map(|(row, _)| row);
    refuse_missing(&margin.column, &margin.path(), missing, weights)?;
    Ok(numbers.values.into_owned())
}

fn refuse_missing(name: &str, path: &str, rows: impl Iterator<Item = usize>, weights: &[f64]) -> Result<()> {
    let rows: Vec<usize> = rows.filter(|row| weights.get(*row).is_some_and(|weight| *weight != 0.0)).collect();
    if rows.is_empty() {
        return Ok(());
    }
    let shown: Vec<String> = rows.iter().take(LISTED).map(|row| (row + 1).to_string()).collect();
    let more = if rows.len() > LISTED { " and more" } else { "" };
    let message = format!(
        "`{name}` is missing in {} rows with a weight (row {}{more}): give them a label, or leave the margin out",
        rows.len(),
        shown.join(", ")
    );
    Err(Fault::new(FaultKind::MissingDesign, path, message).value(rows.len()).into())
}

impl Compiled {
    /// Moves a total by an amount in its own unit.
    pub fn move_total(&self, totals: &mut [f64], column: usize, by: f64) {
        let first = self.known.len() - self.standards.len();
        let mut add = |place: usize, by: f64| {
            if let Some(total) = totals.get_mut(place) {
                *total += by;
            }
        };
        if let Some(standard) = column.checked_sub(first).and_then(|k| self.standards.get(k)) {
            add(column, by / standard.scale);
            return;
        }
        add(column, by);
        // The first set of groups says the size by which sums are centred.
        if self.sets.first().is_some_and(|(begin, end)| (*begin..*end).contains(&column)) {
            for (place, standard) in self.standards.iter().enumerate() {
                add(first + place, -by * standard.centre / standard.scale);
            }
        }
    }
}
