//! From the figures of every replicate to the error.

use super::factors::{Frame, Part, ReplicateFactors};
use crate::error::{Error, FaultKind, Result};
use crate::estimate::{EstimateRow, Estimates, Note, NoteCode, Provenance, Statistic};
use crate::survey::Survey;
use crate::survey::accumulate::MarginSums;
use crate::survey::design::Design;
use crate::survey::linearise::{self, Cell, Request};
use crate::survey::options::EstimateOptions;
use crate::survey::spec::Measure;
use crate::survey::units::Units;
use crate::survey::variance::Sampling;

/// Above this fraction of the first stage, what replicates leave out is worth a note.
const NOTED_FRACTION: f64 = 0.1;
/// A replicate's weights of a group that are below this part of the full weights are none: the group is empty there.
const EMPTY: f64 = 1e-9;

impl Survey<'_> {
    /// The factors of these strata and clusters.
    pub(super) fn replicate_factors(&self, replication: super::Replication) -> Result<ReplicateFactors> {
        let design = self.design();
        design.refuse_replicate_weights()?;
        ReplicateFactors::new(replication, Frame::of(self.sample.units(), &self.sample.sampling()?).0, design)
    }

    /// Refuses factors of other strata or clusters.
    pub(super) fn fits(&self, factors: &ReplicateFactors) -> Result<()> {
        self.design().refuse_replicate_weights()?;
        placed(self.sample.units(), &self.sample.sampling()?, factors).map(drop)
    }

    /// The estimates with the errors of these factors.
    pub(super) fn replicated(
        &self,
        statistic: Statistic,
        measure: &Measure,
        options: &EstimateOptions,
        factors: &ReplicateFactors,
    ) -> Result<Estimates> {
        let (units, design) = (self.sample.units(), self.design());
        let mut estimates = self.estimate_by(statistic, measure, options, |rows, request, sums| {
            estimate(request, sums, units, &rows.sampling, design, factors)
        })?;
        estimates.provenance.seed = factors.seed();
        Ok(estimates)
    }
}

/// The place of each first-stage cluster among those of the factors.
fn placed(units: &Units, sampling: &Sampling<'_>, factors: &ReplicateFactors) -> Result<Vec<usize>> {
    let (frame, place_of) = Frame::of(units, sampling);
    if frame == *factors.frame() {
        return Ok(place_of);
    }
    let message = "the replicates belong to rows with other strata or clusters";
    Err(Error::new(FaultKind::SpecMismatch, "replicates", message))
}

fn estimate(
    request: &Request<'_>,
    sums: &MarginSums,
    units: &Units,
    sampling: &Sampling<'_>,
    design: &Design,
    factors: &ReplicateFactors,
) -> Result<Estimates> {
    let place_of = placed(units, sampling, factors)?;
    let (mut cells, pieces) = linearise::gather(request, sums, design, sampling);
    let cluster_of = |unit: usize| place_of.get(sampling.primary_of(unit).1).copied().unwrap_or_default();
    let mut present = vec![vec![false; place_of.len()]; cells.len()];
    for piece in pieces.iter().filter(|piece| piece.sums.n > 0.0) {
        if let Some(present) = present.get_mut(piece.cell).and_then(|row| row.get_mut(cluster_of(piece.unit))) {
            *present = true;
        }
    }
    for (cell, present) in cells.iter_mut().zip(&present) {
        (cell.units, cell.strata) = (factors.df_of(present), 0.0);
        linearise::settle(cell, request.options.missing, request.statistic);
    }
    let parts: Vec<Part> = pieces
        .iter()
        .filter_map(|piece| {
            let cell = cells.get(piece.cell)?;
            let (a, b) = numerator(request, cell, piece.sums.wx, piece.sums.w);
            Some(Part { cluster: cluster_of(piece.unit), cell: piece.cell, a, b })
        })
        .collect();
    let shifts = factors.shifts(&parts, cells.len());
    let mut full = vec![(0.0, 0.0); cells.len()];
    for part in &parts {
        if let Some((a, b)) = full.get_mut(part.cell) {
            *a += part.a;
            *b += part.b;
        }
    }
    let deviations: Vec<Vec<f64>> = full
        .iter()
        .enumerate()
        .map(|(cell, full)| {
            shifts.of(cell).map(|(a, b)| deviation(request.statistic, *full, (full.0 + a, full.1 + b))).collect()
        })
        .collect();
    let spread = Spread { scale: factors.scale(), rscales: &factors.rscales(), mse: factors.mse() };
    let joint_df = |i: usize, j: usize| {
        let (a, b) = (present.get(i)?, present.get(j)?);
        Some(factors.df_of(&a.iter().zip(b).map(|(a, b)| *a || *b).collect::<Vec<bool>>()))
    };
    let mut estimates = finish(request, cells, deviations, &spread, joint_df, design);
    name_method(&mut estimates, &factors.describe(), design);
    estimates.notes.extend(linearise::single_unit_note(sampling, design));
    estimates.notes.extend(first_stage_note(factors));
    Ok(estimates)
}

/// Numerator and denominator: of a mean about itself, so that no digit is lost, and of a total.
pub(super) fn numerator(request: &Request<'_>, cell: &Cell, wx: f64, w: f64) -> (f64, f64) {
    match request.statistic {
        Statistic::Total => (wx + request.shift * w, 0.0),
        _ => (wx - cell.about_shift * w, w),
    }
}

/// How far a replicate's figure lies from the estimate; NaN where the replicate has no weight in the cell.
pub(super) fn deviation(statistic: Statistic, full: (f64, f64), replicate: (f64, f64)) -> f64 {
    match statistic {
        Statistic::Total => replicate.0 - full.0,
        _ if replicate.1.abs() <= EMPTY * full.1.abs() => f64::NAN,
        _ => replicate.0 / replicate.1 - full.0 / full.1,
    }
}

/// What makes a variance of the replicates.
pub(super) struct Spread<'s> {
    pub scale: f64,
    pub rscales: &'s [f64],
    pub mse: bool,
}

impl Spread<'_> {
    /// The deviations about their centre, times the root of their scale; returns how many replicates had no figure.
    fn centred(&self, deviations: &mut [f64]) -> u64 {
        let counted =
            || deviations.iter().zip(self.rscales).filter(|(value, rscale)| value.is_finite() && **rscale > 0.0);
        let sum: f64 = counted().map(|(value, _)| value).sum();
        let number = counted().count() as f64;
        let centre = if self.mse || number == 0.0 { 0.0 } else { sum / number };
        let mut without = 0;
        for (value, rscale) in deviations.iter_mut().zip(self.rscales) {
            if value.is_finite() {
                *value = (*value - centre) * (self.scale * rscale).sqrt();
            } else {
                *value = 0.0;
                without += 1;
            }
        }
        without
    }
}

/// The estimates of cells whose degrees of freedom are settled.
pub(super) fn finish(
    request: &Request<'_>,
    mut cells: Vec<Cell>,
    mut deviations: Vec<Vec<f64>>,
    spread: &Spread<'_>,
    joint_df: impl Fn(usize, usize) -> Option<f64>,
    design: &Design,
) -> Estimates {
    let without: Vec<u64> = deviations.iter_mut().map(|deviations| spread.centred(deviations)).collect();
    for ((cell, without), deviations) in cells.iter_mut().zip(&without).zip(&deviations) {
        cell.has_error = cell.has_error && *without + 1 < deviations.len() as u64;
    }
    let covariance = |i: usize, j: usize| -> f64 {
        deviations.get(i).into_iter().flatten().zip(deviations.get(j).into_iter().flatten()).map(|(a, b)| a * b).sum()
    };
    let mut rows: Vec<EstimateRow> = Vec::with_capacity(cells.len());
    for (index, (cell, without)) in cells.iter().zip(&without).enumerate() {
        let mut estimate = linearise::finish(request, cell, covariance(index, index), design);
        if *without > 0 && estimate.se.is_some() {
            estimate.notes.push(Note::warning(NoteCode::ReplicatesLeftOut, "").with("n", without));
        }
        rows.push(EstimateRow { labels: cell.labels.clone(), estimate });
    }
    let both = |i: usize, j: usize| Some((cells.get(i)?, cells.get(j)?)).filter(|(a, b)| a.has_error && b.has_error);
    Estimates {
        statistic: request.statistic,
        variable: request.measure.variable.clone(),
        values: request.measure.values.clone(),
        keys: request.keys.to_vec(),
        within: request.options.margin().within,
        rows,
        covariance: linearise::lower_triangle(cells.len(), |i, j| both(i, j).map(|_| covariance(i, j))),
        joint_df: linearise::lower_triangle(cells.len(), |i, j| {
            let (a, _) = both(i, j)?;
            if i == j { Some(a.df()) } else { joint_df(i, j) }
        }),
        notes: Vec::new(),
        provenance: Provenance::default(),
    }
}

/// Names the replicates in the method of every figure.
pub(super) fn name_method(estimates: &mut Estimates, replicates: &str, design: &Design) {
    let method = format!("{}, {replicates}; {}", estimates.statistic.as_str(), design.describe());
    for row in &mut estimates.rows {
        row.estimate.method.clone_from(&method);
    }
}

/// The replicates in words: `stratified jackknife (jkn), 6 replicates, scale 1, rscales 0.5, about their mean`.
pub(super) fn described(name: &str, count: usize, scale: f64, rscales: &[f64], mse: bool) -> String {
    let least = rscales.iter().copied().fold(f64::INFINITY, f64::min);
    let most = rscales.iter().copied().fold(0.0, f64::max);
    let rscales = if least < most { format!("{least} to {most}") } else { most.to_string() };
    let centre = if mse { "the estimate" } else { "their mean" };
    format!("{name}, {count} replicates, scale {scale}, rscales {rscales}, about {centre}")
}

/// Says what replicates of the first stage leave out, where it matters.
fn first_stage_note(factors: &ReplicateFactors) -> Option<Note> {
    let fraction = factors.frame().largest_fraction();
    let percent = (fraction * 1000.0).round() / 10.0;
    let code = if factors.corrected() { NoteCode::FirstStageOnly } else { NoteCode::FractionLeftOut };
    (fraction > NOTED_FRACTION).then(|| Note::warning(code, "design").with("percent", percent))
}
