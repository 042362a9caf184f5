//! From sums to estimates: Taylor linearisation.
//!
//! For a domain d with estimate m, weight total W and rows or clusters i, the linearised value is z = w (x - m) / W for a
//! mean or share and z = w x for a total, 0 outside d. [`super::variance`] makes the covariance from the z.

use crate::estimate::texts as common;
use crate::estimate::{Estimate, EstimateRow, Estimates, Note, Provenance, Statistic};
use crate::estimation::accumulate::MarginSums;
use crate::estimation::measure::{Margin, Measure};
use crate::estimation::moments::Moments;
use crate::estimation::options::{EstimateOptions, TotalRule};
use crate::estimation::{interval, proportion, texts};
use crate::message::NoteCode;
use crate::sampling::Design;
use crate::sampling::variance::{Covariance, Linear, Overlap, Sampling};
use crate::stat::{at, positions};

/// What is asked of the sums.
pub(crate) struct Request<'r> {
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

/// One cell, summed over its units.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cell {
    pub labels: Vec<String>,
    pub total: Moments,
    /// Units with an answer, and strata with one.
    pub units: f64,
    pub strata: f64,
    /// Estimate about the shift.
    pub about_shift: f64,
    /// Whether there is a figure at all, and a standard error.
    pub has_value: bool,
    pub has_error: bool,
}

/// The sums of one unit in one cell, weights scaled.
pub(crate) struct Piece {
    pub unit: usize,
    pub cell: usize,
    pub sums: Moments,
}

/// What makes the covariance of cells whose weights are not those of the design.
pub(crate) type AdjustedCovariance<'a> = dyn Fn(&[Cell], &[Piece]) -> Covariance + 'a;

/// The estimates of a request with their covariance, which `adjusted` makes where the weights are not those of the
/// design; notes and provenance are the caller's.
pub(crate) fn estimate(
    request: &Request<'_>,
    sums: &MarginSums,
    sampling: &Sampling<'_>,
    design: &Design,
    adjusted: Option<&AdjustedCovariance<'_>>,
) -> Estimates {
    let (mut cells, pieces) = gather(request, sums, design, sampling);
    let present = pieces.iter().filter(|piece| piece.sums.n > 0.0).map(|piece| (piece.unit, piece.cell));
    let overlap = Overlap::of(cells.len(), present, sampling);
    for (place, cell) in cells.iter_mut().enumerate() {
        // Only units in which the group has answers count, as in R: a group that lives in three of twenty clusters has
        // two degrees of freedom.
        cell.units = if sampling.clustered() { overlap.units(place, place) } else { cell.total.n };
        cell.strata = overlap.strata(place, place);
        settle(cell, request.options.missing, request.statistic);
    }
    let covariance = match adjusted {
        Some(covariance) => covariance(&cells, &pieces),
        None => {
            let linear: Vec<Linear> = pieces.iter().filter_map(|piece| linearised(piece, &cells, request)).collect();
            Covariance::of(cells.len(), &linear, sampling)
        }
    };
    let rows = cells
        .iter()
        .enumerate()
        .map(|(index, cell)| EstimateRow {
            labels: cell.labels.clone(),
            estimate: finish(request, cell, covariance.get(index, index), design),
        })
        .collect();
    let both = |i: usize, j: usize| Some((cells.get(i)?, cells.get(j)?)).filter(|(a, b)| a.has_error && b.has_error);
    Estimates {
        statistic: request.statistic,
        variable: request.measure.variable.clone(),
        values: request.measure.values.clone(),
        keys: request.keys.to_vec(),
        within: request.options.margin().within,
        rows,
        covariance: lower_triangle(cells.len(), |i, j| both(i, j).map(|_| covariance.get(i, j))),
        joint_df: lower_triangle(cells.len(), |i, j| {
            let (a, b) = both(i, j)?;
            let (units, strata) = (overlap.units(i, j), overlap.strata(i, j));
            // Units and strata of either group, those of both counted once.
            Some(if i == j { a.df() } else { a.units + b.units - units - (a.strata + b.strata - strata) })
        }),
        notes: single_unit_note(sampling, design).into_iter().collect(),
        provenance: Provenance::default(),
    }
}

/// Says that strata with one unit were there and what was done with them.
pub(crate) fn single_unit_note(sampling: &Sampling<'_>, design: &Design) -> Option<Note> {
    let said = || texts::single_unit_strata(design.single.as_str(), sampling.joined());
    sampling.has_single().then(|| Note::warning(said(), "design"))
}

/// Notes of a call: rows without a label, and what the weights look like (`weights`; that they are scaled to the sample
/// matters to totals alone).
pub(crate) fn call_notes(statistic: Statistic, sums: &MarginSums, by: &[String], weights: Vec<Note>) -> Vec<Note> {
    let mut notes = Vec::new();
    if sums.cells.unlabelled > 0.0 {
        notes.push(Note::warning(common::no_label(by, sums.cells.unlabelled as u64), "by"));
    }
    // Means and shares are the same whatever the weights are multiplied by.
    let matters = |note: &Note| statistic == Statistic::Total || note.code != NoteCode::WEIGHTS_NORMALISED;
    notes.extend(weights.into_iter().filter(matters));
    notes
}

/// Tables of rows whose covariance is not known: alpha by groups.
pub(crate) fn separate(
    statistic: Statistic,
    variable: String,
    margin: &Margin,
    mut rows: Vec<EstimateRow>,
    provenance: Provenance,
) -> Estimates {
    rows.sort_by(|a, b| a.labels.cmp(&b.labels));
    Estimates {
        statistic,
        variable,
        values: Vec::new(),
        keys: margin.by.clone(),
        within: margin.within.clone(),
        covariance: lower_triangle(rows.len(), |_, _| None),
        joint_df: lower_triangle(rows.len(), |_, _| None),
        rows,
        notes: Vec::new(),
        provenance,
    }
}

pub(crate) fn lower_triangle(size: usize, entry: impl Fn(usize, usize) -> Option<f64>) -> Vec<Vec<Option<f64>>> {
    (0..size).map(|i| (0..=i).map(|j| entry(i, j)).collect()).collect()
}

/// The place of each cell when they are sorted by label.
pub(crate) fn places(labels: &[Vec<String>]) -> Vec<usize> {
    let order = positions(labels.len(), |a, b| labels.get(a).cmp(&labels.get(b)));
    let mut place = vec![0; order.len()];
    for (new, old) in order.iter().enumerate() {
        if let Some(slot) = place.get_mut(*old) {
            *slot = new;
        }
    }
    place
}

/// Cells sorted by label, and the pieces they are made of.
pub(crate) fn gather(
    request: &Request<'_>,
    sums: &MarginSums,
    design: &Design,
    sampling: &Sampling<'_>,
) -> (Vec<Cell>, Vec<Piece>) {
    let place = places(&sums.cells.labels);
    let mut cells = vec![Cell::default(); place.len()];
    for (labels, place) in sums.cells.labels.iter().zip(&place) {
        if let Some(cell) = cells.get_mut(*place) {
            cell.labels.clone_from(labels);
        }
    }
    // A question without groups has one answer, even where no row is in the domain: it says that there are no answers.
    if cells.is_empty() && request.keys.is_empty() {
        cells.push(Cell::default());
    }
    let mut pieces = Vec::with_capacity(sums.slots.len());
    for (slot, (unit, cell)) in sums.slots.iter().enumerate() {
        let Some(moments) = sums.moments.get(slot * request.width + request.position) else { continue };
        // Without weights only half of the sums were filled while rows were read.
        let moments = if design.is_weighted() { *moments } else { moments.unweighted() };
        // The weight that follows from an fpc is known only now that all rows are counted.
        let sums = moments.scaled(sampling.weight_of(*unit as usize));
        let cell = at(&place, *cell as usize);
        if let Some(cell) = cells.get_mut(cell) {
            cell.total.merge(&sums);
        }
        pieces.push(Piece { unit: *unit as usize, cell, sums });
    }
    (cells, pieces)
}

impl Cell {
    pub fn df(&self) -> f64 {
        self.units - self.strata
    }
}

/// Decides what the cell can say.
pub(crate) fn settle(cell: &mut Cell, missing: TotalRule, statistic: Statistic) {
    // A mean of those who answered is a figure about them; a total of those who answered would be read as that of all.
    let refused = statistic == Statistic::Total && missing == TotalRule::Refuse && cell.total.missing > 0.0;
    let weightless = statistic != Statistic::Total && cell.total.w <= 0.0;
    cell.has_value = cell.total.n > 0.0 && !refused && !weightless;
    cell.has_error = cell.has_value && cell.df() > 0.0;
    centre(cell, statistic);
}

/// The mean about the shift, where the cell has one.
pub(crate) fn centre(cell: &mut Cell, statistic: Statistic) {
    if statistic != Statistic::Total && cell.total.n > 0.0 && cell.total.w > 0.0 {
        cell.about_shift = cell.total.wx / cell.total.w;
    }
}

/// The linearised values of a piece.
fn linearised(piece: &Piece, cells: &[Cell], request: &Request<'_>) -> Option<Linear> {
    let cell = cells.get(piece.cell).filter(|cell| cell.has_value)?;
    let (by, scale) = match request.statistic {
        // A total depends on where 0 is, so its linearised values are those of the numbers themselves; a mean does not,
        // and stays about the shift, where squares keep their digits.
        Statistic::Total => (request.shift, 1.0),
        _ => (-cell.about_shift, 1.0 / cell.total.w),
    };
    let moved = piece.sums.shifted(by);
    Some(Linear { unit: piece.unit, cell: piece.cell, sum: moved.wx * scale, square: moved.w2xx * scale * scale })
}

/// The estimate of one cell.
pub(crate) fn finish(request: &Request<'_>, cell: &Cell, variance: f64, design: &Design) -> Estimate {
    let method = method(request.statistic, design);
    let (n, missing) = (cell.total.n as u64, cell.total.missing as u64);
    if !cell.has_value {
        let reason = if n == 0 {
            Note::not_estimable(common::no_answers(), "")
        } else if request.statistic == Statistic::Total && missing > 0 {
            Note::not_estimable(texts::total_with_missing(missing), "")
        } else {
            Note::not_estimable(texts::zero_weight(), "")
        };
        return Estimate::not_estimable(&method, n, missing, reason);
    }
    let value = match request.statistic {
        Statistic::Total => cell.total.wx + request.shift * cell.total.w,
        _ => cell.about_shift + request.shift,
    };
    let mut estimate = Estimate { value: Some(value), n, n_missing: missing, method, ..Estimate::default() };
    if !cell.has_error {
        estimate.reason = Some(Note::not_estimable(common::one_unit(), ""));
        return estimate;
    }
    // Sums of squares about a mean may end a rounding below 0.
    let variance = variance.max(0.0);
    estimate.se = Some(variance.sqrt());
    estimate.df = Some(cell.df());
    estimate.deff = deff(request.statistic, cell, variance);
    estimate.n_eff = estimate.deff.filter(|deff| *deff > 0.0).map(|deff| cell.total.n / deff);
    // A census has no sampling error however few there are, so the grade looks at sampling with replacement.
    let effective = simple_variance(request.statistic, cell)
        .map_or(cell.total.n, |simple| if variance > 0.0 { cell.total.n * simple / variance } else { cell.total.n });
    if request.statistic == Statistic::Share {
        proportion::share_interval(&mut estimate, request.options);
        estimate.reliability = interval::grade_share(&estimate, effective);
    } else {
        estimate.interval = interval::t_interval(value, variance.sqrt(), cell.df(), request.options.level);
        estimate.reliability = interval::grade_other(&estimate, effective);
    }
    estimate
}

/// The variance of a simple random sample with replacement, of the same size and the same spread.
fn simple_variance(statistic: Statistic, cell: &Cell) -> Option<f64> {
    let (n, w) = (cell.total.n, cell.total.w);
    // One answer has no spread.
    if n < 2.0 {
        return None;
    }
    let spread = cell.total.shifted(-(cell.total.wx / w)).wxx / w * n / (n - 1.0);
    let simple = if statistic == Statistic::Total { spread * w * w / n } else { spread / n };
    (simple > 0.0).then_some(simple)
}

/// The design effect as R's `deff = TRUE`: against a simple random sample without replacement from the sum of the
/// weights, and with replacement where the weights do not reach beyond the sample by one in a hundred: such weights were
/// scaled to the sample, and R's figure would be the rounding error of their sum.
fn deff(statistic: Statistic, cell: &Cell, variance: f64) -> Option<f64> {
    let (n, w) = (cell.total.n, cell.total.w);
    let without_replacement = if w > n * 1.01 { (w - n) / w } else { 1.0 };
    Some(variance / (simple_variance(statistic, cell)? * without_replacement)).filter(|deff| deff.is_finite())
}

fn method(statistic: Statistic, design: &Design) -> String {
    format!("{}, Taylor linearisation; {}", statistic.as_str(), design.describe())
}
