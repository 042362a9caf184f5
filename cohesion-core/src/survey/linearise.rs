//! From sums to estimates: Taylor linearisation and the ultimate-cluster variance.
//!
//! For a domain d with estimate m, weight total W and rows (or cluster totals) i in stratum h, the linearised value is
//! z = w (x - m) / W for a mean or share and z = w x for a total, 0 outside d. The covariance of two domains is
//! `sum over h of (1 - f_h) n_h / (n_h - 1) (sum_i z_i z'_i - sum_i z_i sum_i z'_i / n_h)`.
//! Where the row is the unit, `sum_i z_i z'_i` comes from second moments, since domains of one margin never overlap.

use std::collections::HashMap;

use super::accumulate::{MarginSums, Moments};
use super::design::Design;
use super::interval;
use super::options::{EstimateOptions, TotalRule};
use super::spec::Measure;
use super::units::Units;
use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::{Estimate, EstimateRow, Estimates, Note, NoteCode, Provenance, Statistic};

/// What is asked of the sums.
pub(super) struct Request<'r> {
    pub statistic: Statistic,
    pub measure: &'r Measure,
    /// Which measure of the summary.
    pub position: usize,
    /// How many measures the summary has.
    pub width: usize,
    pub shift: f64,
    pub options: &'r EstimateOptions,
    pub keys: &'r [String],
}

/// A stratum as the variance needs it.
#[derive(Clone, Copy, Debug)]
pub(super) struct StratumFactor {
    /// Sampling units.
    units: f64,
    /// (1 - f) n / (n - 1).
    variance: f64,
    /// What weights are multiplied by: the inverse of the sampling fraction where no weights were given.
    weight: f64,
}

/// The factors of every stratum.
///
/// # Errors
/// Every stratum with an impossible fpc, and every stratum with one single unit that is not a census.
pub(super) fn strata_of(units: &Units, design: &Design) -> Result<Vec<StratumFactor>> {
    let clustered = design.cluster.is_some();
    let mut counts: Vec<f64> = units.strata.iter().map(|stratum| if clustered { 0.0 } else { stratum.rows }).collect();
    for cluster in &units.clusters {
        if let Some(count) = counts.get_mut(cluster.stratum as usize) {
            *count += 1.0;
        }
    }
    let sizes = fpc_are_sizes(units, design)?;
    let mut faults = Vec::new();
    let mut factors = Vec::with_capacity(counts.len());
    for (stratum, n) in units.strata.iter().zip(counts) {
        let fraction = match stratum.fpc {
            None => 0.0,
            Some(size) if sizes => n / size,
            Some(fraction) => fraction,
        };
        let label = if stratum.label.is_empty() { "the sample".to_owned() } else { stratum.label.join(" / ") };
        if fraction > 1.0 + 1e-12 {
            let message = format!("stratum `{label}` has {n} units in the sample and fewer in the population");
            faults.push(Fault::new(FaultKind::BadFpc, fpc_path(design), message).value(&label));
        }
        let left = (1.0 - fraction).max(0.0);
        if n < 2.0 && left > 0.0 {
            faults.push(single_unit(design, &label));
        }
        factors.push(StratumFactor {
            units: n,
            variance: if n > 1.0 { left * n / (n - 1.0) } else { 0.0 },
            weight: if design.weights.is_none() && fraction > 0.0 { 1.0 / fraction } else { 1.0 },
        });
    }
    Error::unless_empty(faults, factors)
}

fn single_unit(design: &Design, label: &str) -> Fault {
    let unit = if design.cluster.is_some() { "cluster" } else { "row" };
    let path = match design.strata.as_slice() {
        [] => "design".to_owned(),
        columns => format!("column[{}]", columns.join(" x ")),
    };
    let message = format!("stratum `{label}` has one {unit} only: its variance cannot be estimated");
    Fault::new(FaultKind::SingleCluster, path, message).value(label)
}

fn fpc_path(design: &Design) -> String {
    format!("column[{}]", design.fpc.as_deref().unwrap_or_default())
}

/// Whether the fpc column holds population sizes; decided for the column as a whole.
fn fpc_are_sizes(units: &Units, design: &Design) -> Result<bool> {
    let mut given = units.strata.iter().filter_map(|stratum| stratum.fpc);
    let (mut small, mut large) = (false, false);
    for fpc in given.by_ref() {
        small |= fpc < 1.0;
        large |= fpc > 1.0;
    }
    if small && large {
        let message = "the fpc holds numbers above and below 1: give population sizes or fractions, not both";
        return Err(Error::new(FaultKind::BadFpc, fpc_path(design), message));
    }
    Ok(large)
}

/// One cell, summed over its units.
#[derive(Clone, Debug, Default)]
struct Cell {
    labels: Vec<String>,
    total: Moments,
    /// Units with an answer, and strata with one.
    units: f64,
    strata: f64,
    /// Estimate about the shift.
    about_shift: f64,
    /// Whether there is a figure at all, and a standard error.
    has_value: bool,
    has_error: bool,
}

/// The sums of one unit in one cell, weights scaled.
struct Piece {
    unit: usize,
    stratum: usize,
    cell: usize,
    sums: Moments,
}

/// The estimates of a request with their covariance; notes and provenance are the caller's.
pub(super) fn estimate(request: &Request<'_>, sums: &MarginSums, units: &Units, design: &Design) -> Result<Estimates> {
    let strata = strata_of(units, design)?;
    let (mut cells, pieces) = gather(request, sums, units, design, &strata);
    let overlap = Overlap::of(cells.len(), &pieces, design.cluster.is_some());
    for (index, cell) in cells.iter_mut().enumerate() {
        cell.strata = overlap.strata.get(index * overlap.size + index).copied().unwrap_or_default();
        settle(cell, request.options.missing, request.statistic);
    }
    let covariance = Covariance::of(request, &cells, &pieces, &strata, design.cluster.is_some());
    let rows = cells
        .iter()
        .enumerate()
        .map(|(index, cell)| EstimateRow {
            labels: cell.labels.clone(),
            estimate: finish(request, cell, covariance.get(index, index), design),
        })
        .collect();
    let both = |i: usize, j: usize| {
        let usable = |index: usize| cells.get(index).is_some_and(|cell| cell.has_error);
        (usable(i) && usable(j)).then(|| covariance.get(i, j))
    };
    Ok(Estimates {
        statistic: request.statistic,
        variable: request.measure.variable.clone(),
        values: request.measure.values.clone(),
        keys: request.keys.to_vec(),
        rows,
        covariance: lower_triangle(cells.len(), both),
        joint_df: lower_triangle(cells.len(), |i, j| overlap.joint_df(&cells, i, j)),
        notes: Vec::new(),
        provenance: Provenance::default(),
    })
}

/// Tables of rows whose covariance is not known: alpha by groups.
pub(super) fn separate(
    statistic: Statistic,
    variable: String,
    keys: &[String],
    mut rows: Vec<EstimateRow>,
    provenance: Provenance,
) -> Estimates {
    rows.sort_by(|a, b| a.labels.cmp(&b.labels));
    Estimates {
        statistic,
        variable,
        values: Vec::new(),
        keys: keys.to_vec(),
        covariance: lower_triangle(rows.len(), |_, _| None),
        joint_df: lower_triangle(rows.len(), |_, _| None),
        rows,
        notes: Vec::new(),
        provenance,
    }
}

fn lower_triangle(size: usize, entry: impl Fn(usize, usize) -> Option<f64>) -> Vec<Vec<Option<f64>>> {
    (0..size).map(|i| (0..=i).map(|j| entry(i, j)).collect()).collect()
}

/// Cells sorted by label, and the pieces they are made of.
fn gather(
    request: &Request<'_>,
    sums: &MarginSums,
    units: &Units,
    design: &Design,
    strata: &[StratumFactor],
) -> (Vec<Cell>, Vec<Piece>) {
    let clustered = design.cluster.is_some();
    let mut order: Vec<usize> = (0..sums.cells.labels.len()).collect();
    order.sort_by(|a, b| sums.cells.labels.get(*a).cmp(&sums.cells.labels.get(*b)));
    let mut place = vec![0; order.len()];
    let mut cells = Vec::with_capacity(order.len());
    for (new, old) in order.iter().enumerate() {
        if let Some(slot) = place.get_mut(*old) {
            *slot = new;
        }
        cells.push(Cell { labels: sums.cells.labels.get(*old).cloned().unwrap_or_default(), ..Cell::default() });
    }
    if cells.is_empty() && request.keys.is_empty() {
        cells.push(Cell::default());
    }
    let mut pieces = Vec::with_capacity(sums.slots.len());
    for (slot, (unit, cell)) in sums.slots.iter().enumerate() {
        let Some(moments) = sums.moments.get(slot * request.width + request.position) else { continue };
        let stratum = units.stratum_of(*unit as usize, clustered);
        let factor = strata.get(stratum).map_or(1.0, |stratum| stratum.weight);
        let moments = if design.weights.is_none() { moments.unweighted() } else { *moments };
        let piece = Piece {
            unit: *unit as usize,
            stratum,
            cell: place.get(*cell as usize).copied().unwrap_or_default(),
            sums: moments.scaled(factor),
        };
        if let Some(cell) = cells.get_mut(piece.cell) {
            cell.take(&piece, clustered);
        }
        pieces.push(piece);
    }
    (cells, pieces)
}

impl Cell {
    fn take(&mut self, piece: &Piece, clustered: bool) {
        self.total.merge(&piece.sums);
        if piece.sums.n > 0.0 {
            self.units += if clustered { 1.0 } else { piece.sums.n };
        }
    }

    fn df(&self) -> f64 {
        self.units - self.strata
    }
}

/// Decides what the cell can say.
fn settle(cell: &mut Cell, missing: TotalRule, statistic: Statistic) {
    let refused = statistic == Statistic::Total && missing == TotalRule::Refuse && cell.total.missing > 0.0;
    let weightless = statistic != Statistic::Total && cell.total.w <= 0.0;
    cell.has_value = cell.total.n > 0.0 && !refused && !weightless;
    cell.has_error = cell.has_value && cell.df() > 0.0;
    if cell.has_value && statistic != Statistic::Total {
        cell.about_shift = cell.total.wx / cell.total.w;
    }
}

/// How many units, and how many strata, have answers in both of two cells.
struct Overlap {
    size: usize,
    units: Vec<f64>,
    strata: Vec<f64>,
}

impl Overlap {
    /// Rows are in one cell only; a cluster may be in several, and so may a stratum.
    fn of(cells: usize, pieces: &[Piece], clustered: bool) -> Self {
        let mut this = Self { size: cells, units: vec![0.0; cells * cells], strata: vec![0.0; cells * cells] };
        let mut present: Vec<(usize, usize, usize)> = pieces
            .iter()
            .filter(|piece| piece.sums.n > 0.0)
            .map(|piece| (piece.stratum, piece.unit, piece.cell))
            .collect();
        present.sort_unstable();
        if clustered {
            for unit in present.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
                count_pairs(&mut this.units, cells, unit.iter().map(|entry| entry.2));
            }
        }
        for stratum in present.chunk_by(|a, b| a.0 == b.0) {
            let mut here: Vec<usize> = stratum.iter().map(|entry| entry.2).collect();
            here.sort_unstable();
            here.dedup();
            count_pairs(&mut this.strata, cells, here.into_iter());
        }
        this
    }

    /// Units less strata of two cells together.
    fn joint_df(&self, cells: &[Cell], i: usize, j: usize) -> Option<f64> {
        let (a, b) = (cells.get(i)?, cells.get(j)?);
        if !(a.has_error && b.has_error) {
            return None;
        }
        if i == j {
            return Some(a.df());
        }
        let shared = |counts: &[f64]| counts.get(i.max(j) * self.size + i.min(j)).copied();
        let units = a.units + b.units - shared(&self.units)?;
        let strata = a.strata + b.strata - shared(&self.strata)?;
        Some(units - strata)
    }
}

/// Adds 1 for every pair of the ascending cells: the lower triangle.
fn count_pairs(counts: &mut [f64], size: usize, cells: impl Iterator<Item = usize> + Clone) {
    for i in cells.clone() {
        for j in cells.clone().take_while(|j| *j <= i) {
            if let Some(count) = counts.get_mut(i * size + j) {
                *count += 1.0;
            }
        }
    }
}

/// Covariances of the cells.
struct Covariance {
    size: usize,
    values: Vec<f64>,
}

impl Covariance {
    fn of(request: &Request<'_>, cells: &[Cell], pieces: &[Piece], strata: &[StratumFactor], clustered: bool) -> Self {
        let mut this = Self { size: cells.len(), values: vec![0.0; cells.len() * cells.len()] };
        let total = request.statistic == Statistic::Total;
        let mut linear: Vec<(usize, usize, usize, f64)> = Vec::with_capacity(pieces.len());
        for piece in pieces {
            let Some(cell) = cells.get(piece.cell).filter(|cell| cell.has_value) else { continue };
            let (sum, square) = linearised(&piece.sums, cell, request.shift, total);
            if let Some(stratum) = strata.get(piece.stratum).filter(|_| !clustered) {
                this.add(piece.cell, piece.cell, stratum.variance * square);
            }
            linear.push((piece.stratum, piece.unit, piece.cell, sum));
        }
        linear.sort_by_key(|(stratum, unit, cell, _)| (*stratum, *unit, *cell));
        if clustered {
            for unit in linear.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
                let factor = unit.first().and_then(|first| strata.get(first.0)).map_or(0.0, |s| s.variance);
                this.add_outer(unit.iter().map(|(_, _, cell, z)| (*cell, *z)), factor);
            }
        }
        for stratum in linear.chunk_by(|a, b| a.0 == b.0) {
            let Some(factor) = stratum.first().and_then(|first| strata.get(first.0)) else { continue };
            let mut sums: HashMap<usize, f64> = HashMap::new();
            for (_, _, cell, z) in stratum {
                *sums.entry(*cell).or_default() += z;
            }
            let mut sums: Vec<(usize, f64)> = sums.into_iter().collect();
            sums.sort_unstable_by_key(|(cell, _)| *cell);
            this.add_outer(sums.into_iter(), -factor.variance / factor.units);
        }
        this
    }

    fn add(&mut self, i: usize, j: usize, value: f64) {
        if let Some(entry) = self.values.get_mut(i * self.size + j) {
            *entry += value;
        }
    }

    /// Adds factor z z' for cells in ascending order: the lower triangle.
    fn add_outer(&mut self, cells: impl Iterator<Item = (usize, f64)> + Clone, factor: f64) {
        for (i, zi) in cells.clone() {
            for (j, zj) in cells.clone().take_while(|(j, _)| *j <= i) {
                self.add(i, j, factor * zi * zj);
            }
        }
    }

    fn get(&self, i: usize, j: usize) -> f64 {
        self.values.get(i.max(j) * self.size + i.min(j)).copied().unwrap_or_default()
    }
}

/// Sum and sum of squares of the linearised values of a piece.
fn linearised(sums: &Moments, cell: &Cell, shift: f64, total: bool) -> (f64, f64) {
    let (by, scale) = if total { (shift, 1.0) } else { (-cell.about_shift, 1.0 / cell.total.w) };
    let moved = sums.shifted(by);
    (moved.wx * scale, moved.w2xx * scale * scale)
}

/// The estimate of one cell.
fn finish(request: &Request<'_>, cell: &Cell, variance: f64, design: &Design) -> Estimate {
    let method = method(request.statistic, design);
    let (n, missing) = (cell.total.n as u64, cell.total.missing as u64);
    if !cell.has_value {
        let reason = if n == 0 {
            Note::not_estimable(NoteCode::NoAnswers, "")
        } else if request.statistic == Statistic::Total && missing > 0 {
            Note::not_estimable(NoteCode::TotalWithMissing, "").with("n_missing", missing)
        } else {
            Note::not_estimable(NoteCode::ZeroWeight, "")
        };
        return Estimate::not_estimable(&method, n, missing, reason);
    }
    let value = match request.statistic {
        Statistic::Total => cell.total.wx + request.shift * cell.total.w,
        _ => cell.about_shift + request.shift,
    };
    let mut estimate = Estimate { value: Some(value), n, n_missing: missing, method, ..Estimate::default() };
    if !cell.has_error {
        estimate.reason = Some(Note::not_estimable(NoteCode::OneUnit, ""));
        return estimate;
    }
    let variance = variance.max(0.0);
    estimate.se = Some(variance.sqrt());
    estimate.df = Some(cell.df());
    estimate.deff = deff(request.statistic, cell, variance);
    estimate.n_eff = estimate.deff.filter(|deff| *deff > 0.0).map(|deff| cell.total.n / deff);
    if request.statistic == Statistic::Share {
        interval::share_interval(&mut estimate, request.options.level);
        estimate.reliability = interval::grade_share(&estimate);
    } else {
        estimate.interval = interval::t_interval(value, variance.sqrt(), cell.df(), request.options.level);
        estimate.reliability = interval::grade_other(&estimate);
    }
    estimate
}

/// The design effect as R's `deff = TRUE`: against a simple random sample without replacement from the sum of the
/// weights, and with replacement where the weights do not reach beyond the sample.
fn deff(statistic: Statistic, cell: &Cell, variance: f64) -> Option<f64> {
    let (n, w) = (cell.total.n, cell.total.w);
    if n < 2.0 {
        return None;
    }
    let about_mean = cell.total.shifted(-(cell.total.wx / w));
    let spread = about_mean.wxx / w * n / (n - 1.0);
    let without_replacement = if w > n * (1.0 + 1e-9) { (w - n) / w } else { 1.0 };
    let simple = match statistic {
        Statistic::Total => spread * w * w * without_replacement / n,
        _ => spread * without_replacement / n,
    };
    (simple > 0.0).then(|| variance / simple).filter(|deff| deff.is_finite())
}

fn method(statistic: Statistic, design: &Design) -> String {
    format!("{}, Taylor linearisation; {}", statistic.as_str(), design.describe())
}
