//! From the figures of every replicate to the error.

use crate::error::Result;
use crate::estimate::{EstimateRow, Estimates, Note, Provenance, Statistic};
use crate::estimation::accumulate::MarginSums;
use crate::estimation::answers::Answers;
use crate::estimation::linearise::{Cell, Request};
use crate::estimation::rows::Rows;
use crate::estimation::source::{Features, Presence, Source};
use crate::estimation::{linearise, texts};
use crate::sampling::replicates::spread::Spread;
use crate::sampling::replicates::totals::Totals;
use crate::stat::{Matrix, at, map_places};

/// A replicate's weights of a group that are below this part of the full weights are none: the group is empty there.
const EMPTY: f64 = 1e-9;
/// How many numbers are one piece of work: less is done before another thread has woken.
const WORK: usize = 20_000;

/// How far the replicates of every group lie from the estimate, centred and scaled, and their degrees of freedom.
pub(crate) struct Repeated<'s> {
    deviations: Vec<Vec<f64>>,
    /// How many replicates have no figure of the group.
    pub without: Vec<u64>,
    presence: Presence<'s>,
}

impl<'s> Repeated<'s> {
    /// `again` makes the figure of the sums of a group.
    ///
    /// # Errors
    /// [`crate::FaultKind::Cancelled`].
    pub fn of(
        source: &'s Source<'_>,
        rows: &Rows<'_>,
        groups: usize,
        features: &Features<'_>,
        again: impl Fn(usize, &[f64]) -> f64 + Sync,
    ) -> Result<Self> {
        let totals = source.of_features(features, groups, rows)?;
        let presence = source.presence(features.answers.iter().copied(), groups, rows);
        let far = |group: usize, full: &[f64], sums: &[f64]| again(group, sums) - again(group, full);
        Ok(Self::from_totals(&source.spread(), &totals, groups, features.width, presence, far))
    }

    /// `again` makes the figure of the answers of a group with other weights.
    ///
    /// # Errors
    /// [`crate::FaultKind::Cancelled`].
    pub fn row_by_row(
        source: &'s Source<'_>,
        rows: &Rows<'_>,
        groups: usize,
        known: &[(&Answers, usize)],
        again: fn(&Answers, &[f64]) -> f64,
    ) -> Result<Self> {
        let used: Vec<usize> = known.iter().flat_map(|(answers, _)| answers.rows.iter().copied()).collect();
        let full: Vec<f64> = known.iter().flat_map(|(answers, _)| answers.weights.iter().copied()).collect();
        let group_of = known.iter().flat_map(|(answers, group)| answers.rows.iter().map(|row| (*row, *group)));
        let presence = source.presence(group_of, groups, rows);
        let far = |weights: Vec<f64>| {
            let mut rest = weights.as_slice();
            let one = |(answers, group): &(&Answers, usize)| {
                let (here, after) = rest.split_at_checked(answers.rows.len()).unwrap_or_default();
                rest = after;
                // A replicate may leave a group without anybody; NaN keeps its place.
                let there = here.iter().sum::<f64>() > EMPTY * answers.total;
                let far = if there { again(answers, here) - again(answers, &answers.weights) } else { f64::NAN };
                (*group, far)
            };
            known.iter().map(one).collect::<Vec<(usize, f64)>>()
        };
        let mut deviations = vec![Vec::with_capacity(source.count()); groups];
        source.each(
            rows,
            |replicate| far(source.reweigh(replicate, &used, &full, rows)),
            |found| {
                for (group, far) in found {
                    deviations.get_mut(group).into_iter().for_each(|of| of.push(far));
                }
            },
        )?;
        let spread = source.spread();
        let without = deviations.iter_mut().map(|of| spread.centred(of)).collect();
        Ok(Self { deviations, without, presence })
    }

    fn from_totals(
        spread: &Spread,
        totals: &Totals,
        groups: usize,
        width: usize,
        presence: Presence<'s>,
        far: impl Fn(usize, &[f64], &[f64]) -> f64 + Sync,
    ) -> Self {
        let of_group = |group: usize| {
            let columns = group * width..(group + 1) * width;
            let full = totals.full.get(columns.clone()).unwrap_or_default();
            let mut deviations: Vec<f64> = totals.of(columns).map(|sums| far(group, full, sums)).collect();
            let without = spread.centred(&mut deviations);
            (deviations, without)
        };
        let made = map_places(groups, WORK.div_ceil(spread.rscales.len().max(1)), of_group);
        let (all, without) = made.into_iter().unzip();
        Self { deviations: all, without, presence }
    }

    /// Whether enough replicates have a figure of the group.
    pub fn has_error(&self, group: usize) -> bool {
        let count = self.deviations.get(group).map_or(0, Vec::len) as u64;
        // One replicate that is left has nothing to be compared with.
        self.without.get(group).is_some_and(|without| without + 1 < count)
    }

    pub fn covariance(&self, i: usize, j: usize) -> f64 {
        let of = |group: usize| self.deviations.get(group).into_iter().flatten();
        of(i).zip(of(j)).map(|(a, b)| a * b).sum()
    }

    /// The covariances of every two groups that both have an error, a lower triangle.
    pub fn covariances(&self, has_error: impl Fn(usize) -> bool + Sync) -> Vec<Vec<Option<f64>>> {
        let (groups, replicates) = (self.deviations.len(), self.deviations.first().map_or(0, Vec::len));
        let row = |i: usize| {
            (0..=i).map(|j| (has_error(i) && has_error(j)).then(|| self.covariance(i, j))).collect::<Vec<_>>()
        };
        map_places(groups, WORK.div_ceil((replicates * groups).max(1)), row)
    }

    pub fn df(&self, group: usize) -> f64 {
        self.presence.df(group)
    }

    /// Degrees of freedom of two groups together.
    pub fn joint_df(&self, i: usize, j: usize) -> Option<f64> {
        self.presence.joint(i, j)
    }

    /// Says that some replicates have no figure.
    pub fn note(&self, group: usize) -> Option<Note> {
        let without = *self.without.get(group)?;
        (without > 0).then(|| Note::warning(texts::replicates_left_out(without), ""))
    }
}

/// The covariances of the cells of a table.
pub(crate) struct TableCovariance {
    /// Of their shares of the whole, and of their weighted totals.
    pub of_shares: Matrix,
    pub of_totals: Matrix,
    /// Degrees of freedom of all rows together.
    pub df: f64,
}

impl TableCovariance {
    /// From the rows that are counted and the cell of each.
    ///
    /// # Errors
    /// [`crate::FaultKind::Cancelled`].
    pub fn of(source: &Source<'_>, rows: &Rows<'_>, counted: Vec<(usize, usize)>, cells: usize) -> Result<Self> {
        let df = source.presence(counted.iter().map(|(row, _)| (*row, 0)), 1, rows).df(0);
        let features = Features::new(counted, 1, |_, numbers| numbers.fill(1.0));
        let totals = source.of_features(&features, cells, rows)?;
        let spread = source.spread();
        let covariance = |part: &dyn Fn(&[f64], usize) -> f64| {
            let deviations = |cell: usize| {
                let full = part(&totals.full, cell);
                let mut far: Vec<f64> = totals.of(0..cells).map(|sums| part(sums, cell) - full).collect();
                spread.centred(&mut far);
                far
            };
            let all: Vec<Vec<f64>> = (0..cells).map(deviations).collect();
            let of = |cell: usize| all.get(cell).into_iter().flatten();
            Matrix::from_fn(cells, |i, j| of(i).zip(of(j)).map(|(a, b)| a * b).sum())
        };
        let total = |sums: &[f64], cell: usize| at(sums, cell);
        let of_shares = covariance(&|sums, cell| total(sums, cell) / sums.iter().sum::<f64>());
        Ok(Self { of_shares, of_totals: covariance(&total), df })
    }
}

/// The mean, share or total of a column with the errors of replicates.
///
/// # Errors
/// [`crate::FaultKind::Cancelled`].
pub(crate) fn estimate(
    rows: &Rows<'_>,
    source: &Source<'_>,
    request: &Request<'_>,
    sums: &MarginSums,
    values: &[f64],
) -> Result<Estimates> {
    let (mut cells, pieces) = linearise::gather(request, sums, rows.survey().design(), &rows.sampling);
    for cell in &mut cells {
        linearise::centre(cell, request.statistic);
    }
    let there = pieces.iter().filter(|piece| piece.sums.n > 0.0).map(|piece| (piece.unit, piece.cell));
    let groups = cells.len();
    let of_cell =
        |cell: usize, wx: f64, w: f64| cells.get(cell).map_or([0.0; 2], |cell| numerator(request, cell, wx, w));
    // Deviations from the figure are computed directly: as the difference of two figures they would lose the digits
    // that both share.
    let far = |_: usize, full: &[f64], sums: &[f64]| deviation(request.statistic, full, sums);
    let made =
        source.of_pieces(&pieces, &rows.sampling, groups, |piece| of_cell(piece.cell, piece.sums.wx, piece.sums.w));
    let repeated = match (made, source.presence_of_units(there, groups, &rows.sampling)) {
        (Some(totals), Some(presence)) => Repeated::from_totals(&source.spread(), &totals, groups, 2, presence, far),
        _ => {
            let (answers, values): (Vec<(usize, usize)>, Vec<f64>) = rows.answers_of(values).unzip();
            let groups_of: Vec<usize> = answers.iter().map(|(_, group)| *group).collect();
            let features = Features::new(answers, 2, |place, numbers| {
                let (group, value) = (at(&groups_of, place), values.get(place).copied());
                numbers.copy_from_slice(&of_cell(group, value.unwrap_or_default() - request.shift, 1.0));
            });
            let totals = source.of_features(&features, groups, rows)?;
            let presence = source.presence(features.answers.iter().copied(), groups, rows);
            Repeated::from_totals(&source.spread(), &totals, groups, 2, presence, far)
        }
    };
    Ok(finish(rows, source, request, cells, &repeated))
}

/// Numerator and denominator: of a mean about itself, so that no digit is lost, and of a total.
fn numerator(request: &Request<'_>, cell: &Cell, wx: f64, w: f64) -> [f64; 2] {
    match request.statistic {
        Statistic::Total => [wx + request.shift * w, 0.0],
        // About the mean of the group, so that the numerator is the deviation itself.
        _ => [wx - cell.about_shift * w, w],
    }
}

/// How far a replicate's figure lies from the estimate; NaN where the replicate has no weight in the cell.
fn deviation(statistic: Statistic, full: &[f64], replicate: &[f64]) -> f64 {
    let ([full, whole], [again, weight]) = (full, replicate) else { return f64::NAN };
    match statistic {
        Statistic::Total => again - full,
        _ if weight.abs() <= EMPTY * whole.abs() => f64::NAN,
        _ => again / weight - full / whole,
    }
}

/// The estimates of a column's sums with errors that were made of other figures of its groups: `repeated`, in the order
/// of the labels.
pub(crate) fn finish(
    rows: &Rows<'_>,
    source: &Source<'_>,
    request: &Request<'_>,
    mut cells: Vec<Cell>,
    repeated: &Repeated<'_>,
) -> Estimates {
    let design = rows.survey().design();
    for (group, cell) in cells.iter_mut().enumerate() {
        // Degrees of freedom come from the replicates and not from units less strata.
        (cell.units, cell.strata) = (repeated.df(group), 0.0);
        linearise::settle(cell, request.options.missing, request.statistic);
        cell.has_error = cell.has_error && repeated.has_error(group);
    }
    let method = format!("{}, {}; {}", request.statistic.as_str(), source.describe(), design.describe());
    let estimate = |(group, cell): (usize, &Cell)| {
        let mut estimate = linearise::finish(request, cell, repeated.covariance(group, group), design);
        estimate.method.clone_from(&method);
        estimate.notes.extend(repeated.note(group).filter(|_| estimate.se.is_some()));
        EstimateRow { labels: cell.labels.clone(), estimate }
    };
    let both = |i: usize, j: usize| Some((cells.get(i)?, cells.get(j)?)).filter(|(a, b)| a.has_error && b.has_error);
    let mut notes: Vec<Note> = linearise::single_unit_note(&rows.sampling, design).into_iter().collect();
    notes.extend(source.notes());
    Estimates {
        statistic: request.statistic,
        variable: request.measure.variable.clone(),
        values: request.measure.values.clone(),
        keys: request.keys.to_vec(),
        within: request.options.margin().within,
        rows: cells.iter().enumerate().map(estimate).collect(),
        covariance: repeated.covariances(|group| cells.get(group).is_some_and(|cell| cell.has_error)),
        joint_df: linearise::lower_triangle(cells.len(), |i, j| {
            let (a, _) = both(i, j)?;
            if i == j { Some(a.df()) } else { repeated.joint_df(i, j) }
        }),
        notes,
        provenance: Provenance::default(),
    }
}
