//! Where the replicates of a call come from, and what they make of the figures of its groups.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::error::Result;
use crate::estimate::Note;
use crate::estimation::linearise::Piece;
use crate::estimation::rows::Rows;
use crate::estimation::texts;
use crate::sampling::calibrate::weighting::Weighting;
use crate::sampling::replicates::factors::placed;
use crate::sampling::replicates::rank::degrees;
use crate::sampling::replicates::spread::Spread;
use crate::sampling::replicates::totals::{ClusterSums, Part, Totals};
use crate::sampling::texts as sample;
use crate::sampling::variance::Sampling;
use crate::sampling::{ReplicateFactors, ReplicateWeights, Survey};
use crate::stat::{at, try_chunks};

/// Above this fraction of the first stage, what replicates leave out is worth a note.
const NOTED_FRACTION: f64 = 0.1;

/// Replicates: made from the clusters, or given as columns of weights.
pub(crate) enum Source<'s> {
    Made {
        factors: &'s ReplicateFactors,
        /// The place of each first-stage cluster among those of the factors.
        place_of: Vec<usize>,
    },
    Given {
        weights: &'s ReplicateWeights,
        columns: Vec<Cow<'s, [f64]>>,
    },
    /// Weights that were adjusted: the adjustment is done again in each replicate, one replicate at a time.
    Adjusted {
        inner: Box<Source<'s>>,
        weighting: &'s Weighting,
        /// The place of the cluster of each row among those of the factors.
        cluster_of: Vec<usize>,
        /// The weights if a known total that is an estimate lay one standard error higher.
        moved: Vec<Option<Vec<f64>>>,
        /// In how many replicates the weights could not be adjusted again.
        failed: AtomicU64,
    },
}

/// What writes the numbers of the answer at a place.
type Numbers<'f> = dyn Fn(usize, &mut [f64]) + Sync + 'f;

/// Numbers of each answer, whose weighted sums make a figure.
pub(crate) struct Features<'f> {
    /// Row and group of each answer.
    pub answers: Vec<(usize, usize)>,
    pub width: usize,
    numbers: Box<Numbers<'f>>,
}

/// Degrees of freedom of groups.
pub(crate) enum Presence<'s> {
    /// In which clusters each group has answers, 64 to a number.
    Clusters(&'s ReplicateFactors, Vec<Vec<u64>>),
    Known(Vec<f64>),
}

impl<'s> Source<'s> {
    /// The replicates of a survey, if it has any.
    ///
    /// # Errors
    /// [`FaultKind::SpecMismatch`] for factors of other strata or clusters.
    pub fn of(survey: &'s Survey<'_>, sampling: &Sampling<'_>) -> Result<Option<Self>> {
        let (Some(inner), weighting) = (Self::of_design(survey, sampling)?, survey.weighting()) else {
            return Ok(None);
        };
        let Some(weighting) = weighting else { return Ok(Some(inner)) };
        let cluster_of = match &inner {
            Self::Made { place_of, .. } => {
                // Looked up once: every replicate asks for the cluster of every row.
                let place = |unit: &u32| place_of.get(sampling.primary_of(*unit as usize).1).copied();
                survey.sample.unit_of().iter().map(|unit| place(unit).unwrap_or(usize::MAX)).collect()
            }
            _ => Vec::new(),
        };
        let (moved, failed, inner) = (weighting.moved(), AtomicU64::new(0), Box::new(inner));
        Ok(Some(Self::Adjusted { inner, weighting, cluster_of, moved, failed }))
    }

    fn of_design(survey: &'s Survey<'_>, sampling: &Sampling<'_>) -> Result<Option<Self>> {
        if let Some(factors) = survey.sample.factors() {
            return Ok(Some(Self::Made { factors, place_of: placed(survey.sample.units(), sampling, factors)? }));
        }
        let Some(weights) = &survey.design().replicates else { return Ok(None) };
        Ok(Some(Self::Given { weights, columns: weights.read(survey.table)? }))
    }

    pub fn count(&self) -> usize {
        match self {
            Self::Made { factors, .. } => factors.count(),
            Self::Given { columns, .. } => columns.len(),
            Self::Adjusted { inner, moved, .. } => inner.count() + moved.len(),
        }
    }

    /// The weights of all rows in a replicate of adjusted weights; `None` where they cannot be adjusted again.
    fn adjusted(&self, replicate: usize) -> Option<Cow<'_, [f64]>> {
        let Self::Adjusted { inner, weighting, cluster_of, moved, .. } = self else { return None };
        // Behind the replicates of the sample stand those of the known totals, each moved by its own error: what is not
        // known for certain of the population is one more source of error.
        if let Some(at) = replicate.checked_sub(inner.count()) {
            return moved.get(at)?.as_deref().map(Cow::Borrowed);
        }
        let weights = match inner.as_ref() {
            Self::Made { factors, place_of } => {
                let mut of_cluster = vec![1.0; place_of.len()];
                factors.held().fill(replicate, &mut of_cluster);
                weighting.replicated(cluster_of, &of_cluster)
            }
            Self::Given { columns, .. } => weighting.again(columns.get(replicate)?),
            Self::Adjusted { .. } => None,
        };
        weights.map(Cow::Owned)
    }

    pub fn spread(&self) -> Spread {
        match self {
            Self::Made { factors, .. } => factors.spread(),
            Self::Given { weights, .. } => weights.spread(),
            Self::Adjusted { inner, .. } => inner.spread(),
        }
    }

    /// One line for people.
    pub fn describe(&self) -> String {
        match self {
            Self::Made { factors, .. } => factors.describe(),
            Self::Given { weights, .. } => weights.describe(),
            Self::Adjusted { inner, .. } => format!("{}, weights adjusted in each", inner.describe()),
        }
    }

    /// The seed, where there were random numbers.
    pub fn seed(&self) -> Option<u64> {
        match self {
            Self::Made { factors, .. } => factors.seed(),
            Self::Given { .. } => None,
            Self::Adjusted { inner, .. } => inner.seed(),
        }
    }

    /// Says what replicates of the first stage leave out, where it matters.
    pub fn notes(&self) -> Vec<Note> {
        let Self::Adjusted { inner, weighting, failed, .. } = self else { return self.note().into_iter().collect() };
        // Relaxed is enough: the count is read after all replicates are back.
        let (mut notes, failed) = (inner.notes(), failed.load(Ordering::Relaxed));
        if failed > 0 {
            notes.push(Note::warning(texts::replicates_not_adjusted(failed), "replicates"));
        }
        if weighting.has_estimated_totals() {
            notes.push(Note::information(sample::estimated_totals(), "margins"));
        }
        notes
    }

    fn note(&self) -> Option<Note> {
        let Self::Made { factors, .. } = self else { return None };
        let fraction = factors.frame().largest_fraction();
        let percent = (fraction * 1000.0).round() / 10.0;
        let corrected = factors.corrected();
        let said = || if corrected { texts::first_stage_only(percent) } else { texts::fraction_left_out(percent) };
        // Below that the errors are too large by less than anybody reads in them.
        (fraction > NOTED_FRACTION).then(|| Note::warning(said(), "design"))
    }

    /// Totals with the full weights and in every replicate, of made replicates: `columns` gives what a piece adds to.
    pub fn of_pieces<const K: usize>(
        &self,
        pieces: &[Piece],
        sampling: &Sampling<'_>,
        groups: usize,
        numbers: impl Fn(&Piece) -> [f64; K],
    ) -> Option<Totals> {
        // Only made replicates have one factor for a whole cluster, so that sums by cluster are enough and no row is
        // read again.
        let Self::Made { factors, place_of } = self else { return None };
        let mut parts = Vec::with_capacity(pieces.len() * K);
        for piece in pieces {
            let cluster = at(place_of, sampling.primary_of(piece.unit).1);
            let columns = (piece.cell * K..).zip(numbers(piece));
            parts.extend(columns.map(|(column, value)| Part { cluster, column, value }));
        }
        Some(factors.held().totals(&ClusterSums::new(place_of.len(), groups * K, &parts)))
    }

    /// Totals with the full weights and in every replicate, of numbers that each answer has.
    ///
    /// # Errors
    /// [`FaultKind::Cancelled`].
    pub fn of_features(&self, features: &Features<'_>, groups: usize, rows: &Rows<'_>) -> Result<Totals> {
        match self {
            Self::Made { factors, place_of } => {
                let mut parts = Vec::new();
                let (slots, sums) = features.by_cluster(rows, place_of);
                for ((cluster, cell), sums) in slots.into_iter().zip(sums.chunks_exact(features.width.max(1))) {
                    let columns = (cell * features.width..).zip(sums);
                    parts.extend(columns.map(|(column, value)| Part { cluster, column, value: *value }));
                }
                Ok(factors.held().totals(&ClusterSums::new(place_of.len(), groups * features.width, &parts)))
            }
            Self::Given { columns, .. } => {
                let again = |replicate: usize| {
                    let column = columns.get(replicate).map_or(&[][..], |column| column);
                    // Weights that came with the data have no pattern to use: each replicate reads all rows.
                    features.sums(groups, |row| at(column, row))
                };
                self.reread(features.sums(groups, |row| rows.weight(row)), rows, again)
            }
            Self::Adjusted { .. } => {
                let again = |replicate: usize| {
                    let weights = self.adjusted_or_counted(replicate);
                    features.sums(groups, |row| match &weights {
                        Some(weights) => at(weights, row),
                        // A replicate whose weights could not be adjusted says nothing; NaN keeps its place, and the
                        // spread leaves it out.
                        None => f64::NAN,
                    })
                };
                self.reread(features.sums(groups, |row| rows.weight(row)), rows, again)
            }
        }
    }

    /// Totals of which every replicate reads the rows again.
    fn reread(&self, full: Vec<f64>, rows: &Rows<'_>, again: impl Fn(usize) -> Vec<f64> + Sync) -> Result<Totals> {
        let mut totals = Totals::new(full, self.count());
        self.each(rows, again, |sums| totals.push(&sums))?;
        Ok(totals)
    }

    /// Gives `take` what `again` makes of every replicate, in order; those who wait for the call are told between them.
    ///
    /// # Errors
    /// [`FaultKind::Cancelled`].
    pub fn each<T: Send>(
        &self,
        rows: &Rows<'_>,
        again: impl Fn(usize) -> T + Sync,
        mut take: impl FnMut(T),
    ) -> Result<()> {
        if let Self::Adjusted { failed, .. } = self {
            // A survey serves many calls: the count is that of the last.
            failed.store(0, Ordering::Relaxed);
        }
        let (mut done, total) = (0, self.count());
        try_chunks(
            total,
            1,
            |places| again(places.start),
            |made| {
                rows.tell(done, total)?;
                done += 1;
                take(made);
                Ok(())
            },
        )
    }

    /// As [`Source::adjusted`]; counts those that cannot be.
    fn adjusted_or_counted(&self, replicate: usize) -> Option<Cow<'_, [f64]>> {
        let weights = self.adjusted(replicate);
        if let (None, Self::Adjusted { failed, .. }) = (&weights, self) {
            failed.fetch_add(1, Ordering::Relaxed);
        }
        weights
    }

    /// The weights of these rows in a replicate.
    pub fn reweigh(&self, replicate: usize, used: &[usize], full: &[f64], rows: &Rows<'_>) -> Vec<f64> {
        match self {
            Self::Made { factors, place_of } => {
                let mut of_cluster = vec![1.0; place_of.len()];
                factors.held().fill(replicate, &mut of_cluster);
                let factor = |row: &usize| {
                    let place = place_of.get(rows.sampling.primary_of(rows.unit(*row)).1);
                    place.and_then(|place| of_cluster.get(*place)).copied().unwrap_or_default()
                };
                used.iter().zip(full).map(|(row, weight)| weight * factor(row)).collect()
            }
            Self::Given { columns, .. } => {
                let column = columns.get(replicate).map_or(&[][..], |column| column);
                used.iter().map(|row| at(column, *row)).collect()
            }
            Self::Adjusted { .. } => {
                let weights = self.adjusted_or_counted(replicate);
                let weight = |row: &usize| weights.as_ref().and_then(|weights| weights.get(*row)).copied();
                used.iter().map(|row| weight(row).unwrap_or_default()).collect()
            }
        }
    }

    /// The degrees of freedom of groups, from the row and the group of each answer.
    pub fn presence(
        &self,
        answers: impl Iterator<Item = (usize, usize)>,
        groups: usize,
        rows: &Rows<'_>,
    ) -> Presence<'_> {
        match self {
            Self::Made { .. } => {
                let unit = |(row, cell)| (rows.unit(row), cell);
                self.presence_of_units(answers.map(unit), groups, &rows.sampling).unwrap_or(Presence::Known(Vec::new()))
            }
            Self::Given { columns, .. } => Presence::Known(degrees(columns, rows.len(), answers, groups)),
            Self::Adjusted { inner, .. } => inner.presence(answers, groups, rows),
        }
    }

    /// The same from the unit and the group of each piece, of made replicates.
    pub fn presence_of_units(
        &self,
        units: impl Iterator<Item = (usize, usize)>,
        groups: usize,
        sampling: &Sampling<'_>,
    ) -> Option<Presence<'_>> {
        let Self::Made { factors, place_of } = self else { return None };
        let mut present = vec![vec![0_u64; place_of.len().div_ceil(64)]; groups];
        for (unit, cell) in units {
            let place = at(place_of, sampling.primary_of(unit).1);
            if let Some(bits) = present.get_mut(cell).and_then(|row| row.get_mut(place / 64)) {
                // Degrees of freedom depend on the clusters in which a group has answers; as bits, the union of two
                // groups is one "or" per 64.
                *bits |= 1 << (place % 64);
            }
        }
        Some(Presence::Clusters(factors, present))
    }
}

impl Presence<'_> {
    /// Degrees of freedom of a group.
    pub fn df(&self, group: usize) -> f64 {
        self.joint(group, group).unwrap_or_default()
    }

    /// Degrees of freedom of two groups together.
    pub fn joint(&self, i: usize, j: usize) -> Option<f64> {
        match self {
            Self::Clusters(factors, present) => {
                let (a, b) = (present.get(i)?, present.get(j)?);
                Some(factors.df_of(&a.iter().zip(b).map(|(a, b)| a | b).collect::<Vec<u64>>()))
            }
            Self::Known(df) => Some(df.get(i)?.max(*df.get(j)?)),
        }
    }
}

impl<'f> Features<'f> {
    pub fn new(answers: Vec<(usize, usize)>, width: usize, numbers: impl Fn(usize, &mut [f64]) + Sync + 'f) -> Self {
        Self { answers, width, numbers: Box::new(numbers) }
    }

    /// The weighted sums of every group.
    fn sums(&self, groups: usize, weight: impl Fn(usize) -> f64) -> Vec<f64> {
        let mut sums = vec![0.0; groups * self.width];
        let mut numbers = vec![0.0; self.width];
        for (place, (row, group)) in self.answers.iter().enumerate() {
            (self.numbers)(place, &mut numbers);
            let weight = weight(*row);
            let here = sums.get_mut(group * self.width..(group + 1) * self.width).unwrap_or_default();
            here.iter_mut().zip(&numbers).for_each(|(sum, number)| *sum += weight * number);
        }
        sums
    }

    /// Cluster and group of each list of weighted sums.
    fn by_cluster(&self, rows: &Rows<'_>, place_of: &[usize]) -> (Vec<(usize, usize)>, Vec<f64>) {
        let (mut slots, mut sums) = (Vec::new(), Vec::new());
        let mut known: HashMap<(usize, usize), usize> = HashMap::new();
        let mut last = ((usize::MAX, usize::MAX), 0);
        let mut numbers = vec![0.0; self.width];
        for (place, (row, group)) in self.answers.iter().enumerate() {
            let key = (rows.unit(*row), *group);
            // Rows of one cluster and group mostly stand together.
            if key != last.0 {
                let next = slots.len();
                let cluster = at(place_of, rows.sampling.primary_of(key.0).1);
                let slot = *known.entry((cluster, *group)).or_insert(next);
                if slot == next {
                    slots.push((cluster, *group));
                    sums.resize((next + 1) * self.width, 0.0);
                }
                last = (key, slot);
            }
            (self.numbers)(place, &mut numbers);
            let weight = rows.weight(*row);
            let here = sums.get_mut(last.1 * self.width..(last.1 + 1) * self.width).unwrap_or_default();
            here.iter_mut().zip(&numbers).for_each(|(sum, number)| *sum += weight * number);
        }
        (slots, sums)
    }
}
