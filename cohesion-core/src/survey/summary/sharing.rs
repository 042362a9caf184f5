//! A summary that may leave its owner: what it shows of groups, and the same with small units and groups pooled.

use crate::stat::at;
use std::collections::{BTreeMap, BTreeSet};

use super::Shared;
use crate::error::{Error, FaultKind, Result};
use crate::estimate::Note;
use crate::estimation::accumulate::{Cells, CrossSums, MarginSums};
use crate::estimation::moments::Moments;
use crate::estimation::{Margin, Measure};
use crate::sampling::units::{Cluster, Stratum, Units};
use crate::scale::CrossProducts;
use crate::survey::summary::Summary;
use crate::survey::texts;

/// The label of what was pooled.
pub(crate) const POOLED: &str = "…";

/// What a summary holds of one measure in one margin, over all units.
pub(crate) struct HeldCounts<'s> {
    /// The margin's place.
    pub margin: usize,
    pub keys: &'s Margin,
    pub measure: &'s Measure,
    pub unlabelled: bool,
    pub rows: Vec<HeldRow<'s>>,
}

/// One group of it.
pub(crate) struct HeldRow<'s> {
    pub labels: &'s [String],
    pub n: i64,
    pub missing: i64,
    /// For a share.
    pub share: Option<f64>,
}

/// The sums of each pool and group.
type PoolSums = BTreeMap<(usize, Vec<String>), Moments>;

/// From what size on a unit's groups may be told.
#[derive(Clone, Copy)]
pub(crate) struct Least {
    pub n: f64,
    /// Whether groups of whom all or none gave an answer are too small as well.
    pub mixed: bool,
}

impl Least {
    /// Whether sums over rows may be told: of nobody, or of enough.
    fn allows(self, sums: &Moments, is_share: bool) -> bool {
        let weight = if sums.w > 0.0 { sums.w } else { sums.n };
        // Sums of weights that should be equal differ by rounding.
        let all_or_none = is_share && (sums.wx <= 1e-12 * weight || sums.wx >= weight * (1.0 - 1e-12));
        sums.n <= 0.0 && sums.missing <= 0.0 || sums.n >= self.n && !(self.mixed && all_or_none)
    }
}

impl Summary {
    /// Every group of every margin, measure by measure.
    pub(crate) fn held_counts(&self) -> Vec<HeldCounts<'_>> {
        let mut found = Vec::new();
        for (place, (sums, keys)) in self.margins.iter().zip(self.spec.margins()).enumerate() {
            let held = self.spec.held_at(place);
            for (position, measure) in held.iter().enumerate() {
                let Some(measure) = self.spec.measures.get(*measure) else { continue };
                let totals = sums.totals(position, held.len());
                let rows = sums.cells.labels.iter().zip(totals).map(|(labels, total)| HeldRow {
                    labels,
                    n: total.n as i64,
                    missing: total.missing as i64,
                    share: (measure.is_share() && total.n > 0.0)
                        .then(|| total.wx / if self.spec.design.weights.is_some() { total.w } else { total.n }),
                });
                let unlabelled = sums.cells.unlabelled > 0.0;
                found.push(HeldCounts { margin: place, keys, measure, unlabelled, rows: rows.collect() });
            }
        }
        found
    }

    /// The same with the groups marked `hidden` pooled, and units pooled until each tells of enough rows in every group.
    ///
    /// # Errors
    /// [`FaultKind::NotPossible`] where not even the whole can be told, or weights follow from population sizes.
    pub(crate) fn coarsened(&self, hidden: &[Vec<bool>], least: Least, rule: &str) -> Result<Self> {
        // First, since pooling keeps what single rows left in the sums: the shift is an answer, and examples are
        // quoted.
        let mut shared = self.without_single_rows();
        let mut lost = Vec::new();
        for (place, hidden) in hidden.iter().enumerate() {
            shared.pool_groups(place, hidden, least, &mut lost);
        }
        shared.pool_items(least, &mut lost);
        shared.powers.clear();
        for set in std::mem::take(&mut shared.spec.powers) {
            // Powers up to the fourth, cluster by cluster, tell more of a few answers than sums and squares do.
            lost.push(Note::warning(texts::moments_left_out(&set.variables), ""));
        }
        shared.pool_units(self, least, &mut lost)?;
        shared.spec.shared = Some(rule.to_owned());
        shared.shared = Some(Shared { lost });
        shared.named_by_itself()
    }

    /// The same, with the names of the part and of its pools made from what is shared and from nothing else: whoever has
    /// it can make them too, and nobody learns from them. A hash of the rows would say which rows somebody guessed are
    /// the true ones.
    fn named_by_itself(mut self) -> Result<Self> {
        self.parts.clear();
        let digest = xxhash_rust::xxh3::xxh3_128(&self.to_bytes()?);
        self.parts.insert(format!("shared {digest:032x}"));
        for pool in self.units.stages.iter_mut().flatten() {
            pool.label = format!("{digest:032x}-{}", pool.label);
        }
        Ok(self)
    }

    /// Without what single rows left in it: examples, and the first answer as the point that sums are about.
    fn without_single_rows(&self) -> Self {
        let mut shared = self.clone();
        for tally in shared.tallies.values_mut() {
            tally.examples.clear();
        }
        let unweighted = shared.spec.design.weights.is_none();
        let mut by = vec![0.0; shared.shifts.len()];
        for (shift, by) in shared.shifts.iter_mut().zip(&mut by) {
            *by = shift.take().unwrap_or_default();
        }
        for (place, sums) in shared.margins.iter_mut().enumerate() {
            let held = shared.spec.held_at(place);
            for (slot, moments) in sums.moments.iter_mut().enumerate() {
                let measure = at(&held, slot % held.len().max(1));
                let source = if unweighted { moments.unweighted() } else { *moments };
                *moments = source.shifted(at(&by, measure));
            }
        }
        shared.centre(unweighted);
        shared
    }

    /// Sums about two digits of the mean, so that values near a million lose nothing; a share stays about 0.
    fn centre(&mut self, unweighted: bool) {
        for measure in 0..self.shifts.len() {
            let is_share = self.spec.measures.get(measure).is_some_and(Measure::is_share);
            let mut all = Moments::default();
            for (place, sums) in self.margins.iter().enumerate() {
                let held = self.spec.held_at(place);
                let Some(position) = held.iter().position(|held| *held == measure) else { continue };
                all = Moments::default();
                sums.totals(position, held.len()).iter().for_each(|total| all.merge(total));
                if all.n > 0.0 {
                    break;
                }
            }
            let mean = if all.w > 0.0 { all.wx / all.w } else { 0.0 };
            // Two digits of the mean keep squares exact enough and tell less than any published mean.
            let centre = if is_share { 0.0 } else { format!("{mean:.1e}").parse().unwrap_or(0.0) };
            if let Some(shift) = self.shifts.get_mut(measure) {
                *shift = Some(centre);
            }
            for (place, sums) in self.margins.iter_mut().enumerate() {
                let held = self.spec.held_at(place);
                let Some(position) = held.iter().position(|held| *held == measure) else { continue };
                for moments in sums.moments.iter_mut().skip(position).step_by(held.len()) {
                    let source = if unweighted { moments.unweighted() } else { *moments };
                    *moments = source.shifted(-centre);
                }
            }
        }
    }

    /// Pools the hidden groups of a margin: of each wave where the margin of the last column is held too, else all in one.
    fn pool_groups(&mut self, place: usize, hidden: &[bool], least: Least, lost: &mut Vec<Note>) {
        let Some(margin) = self.spec.margins().nth(place).cloned() else { return };
        let n = hidden.iter().filter(|hidden| **hidden).count();
        if n == 0 {
            return;
        }
        let rest = Margin { by: margin.by.iter().skip(1).cloned().collect(), within: margin.within.clone() };
        // Where the table of the other columns is held too, its rows are the totals that a pool must still add up to.
        let along = margin.by.len() > 1 && self.spec.place_of(&rest).is_some();
        let width = self.spec.held_at(place).len();
        let Some(sums) = self.margins.get_mut(place) else { return };
        let mut cells = Cells { labels: Vec::new(), unlabelled: sums.cells.unlabelled };
        let labels = sums.cells.labels.iter().zip(hidden).map(|(labels, hidden)| match (hidden, along) {
            (false, _) => labels.clone(),
            (true, true) => std::iter::once(POOLED.to_owned()).chain(labels.iter().skip(1).cloned()).collect(),
            (true, false) => vec![POOLED.to_owned(); labels.len()],
        });
        let labels: Vec<Vec<String>> = labels.collect();
        let cell_of = cells.found(labels);
        let mut pooled = sums.renumbered(width, |unit, cell| Some((unit, *cell_of.get(cell as usize)?)));
        pooled.cells = cells;
        // Where few rows have no label, the rest of the total would tell of them; and a pool may be small itself.
        let few_unlabelled = pooled.cells.unlabelled > 0.0 && pooled.cells.unlabelled < least.n;
        let totals: Vec<Vec<Moments>> = (0..width).map(|position| pooled.totals(position, width)).collect();
        let small =
            |cell: usize| totals.iter().any(|totals| totals.get(cell).is_some_and(|sums| !least.allows(sums, false)));
        let is_pool = |labels: &[String]| labels.first().is_some_and(|label| label == POOLED);
        let gone: Vec<bool> = pooled
            .cells
            .labels
            .iter()
            .enumerate()
            .map(|(cell, labels)| is_pool(labels) && (few_unlabelled || small(cell)))
            .collect();
        if gone.contains(&true) {
            pooled = pooled.without_cells(&gone, width);
        }
        lost.push(Note::warning(texts::groups_pooled(margin.describe(), n), ""));
        *sums = pooled;
    }

    /// Pools the groups of an alpha that have too few rows.
    fn pool_items(&mut self, least: Least, lost: &mut Vec<Note>) {
        for (cross, set) in self.crosses.iter_mut().zip(&self.spec.items) {
            let small = |products: &CrossProducts| (products.n() as f64) < least.n;
            let n = cross.products.iter().filter(|products| small(products)).count();
            if n == 0 {
                continue;
            }
            // All into one where one alone would be the total less the others.
            let mut cells = Cells { labels: Vec::new(), unlabelled: cross.cells.unlabelled };
            let labels = cross.cells.labels.iter().map(|labels| vec![POOLED.to_owned(); labels.len()]).collect();
            let place = cells.found(labels);
            let mut pooled = CrossSums { cells, products: Vec::new() };
            pooled.products.resize_with(pooled.cells.labels.len(), || CrossProducts::new(set.items.len()));
            for (place, products) in place.iter().zip(&cross.products) {
                if let Some(ours) = pooled.products.get_mut(*place as usize) {
                    ours.merge(products);
                }
            }
            if pooled.products.iter().any(small) {
                pooled = CrossSums::default();
            }
            lost.push(Note::warning(texts::groups_pooled(set.margin.describe(), n), ""));
            *cross = pooled;
        }
    }

    /// Pools clusters within strata, and strata, until every unit tells of enough rows; margins for which that cannot be are
    /// left out, those with the most groups first.
    fn pool_units(&mut self, source: &Self, least: Least, lost: &mut Vec<Note>) -> Result<()> {
        let clustered = !self.units.stages.is_empty();
        let design = &self.spec.design;
        if design.weights.is_none() && !design.fpc.is_empty() && (clustered || self.units.strata.len() > 1) {
            let message =
                "the weights follow from population sizes, which pooling changes: give the weights as a column";
            return Err(Error::new(FaultKind::NotPossible, "design", message));
        }
        loop {
            if let Some((unit_of, units)) = self.pooled_units(least) {
                let strata = (self.units.strata.len(), units.strata.len());
                let clusters = (source.design_counts().1, units.stages.first().map_or(0, Vec::len));
                self.take_units(&unit_of, units);
                if clustered {
                    lost.push(Note::warning(texts::clusters_pooled(clusters.0, clusters.1), ""));
                }
                if strata.0 != strata.1 {
                    lost.push(Note::warning(texts::strata_pooled(strata.0, strata.1), ""));
                }
                let stages = source.units.stages.len() > 1 || !source.spec.design.fpc.is_empty();
                if stages && (clustered || strata.0 != strata.1) {
                    self.spec.design.fpc.clear();
                    self.units.strata.iter_mut().for_each(|stratum| stratum.fpc = None);
                    lost.push(Note::warning(texts::stages_left_out(), ""));
                }
                return Ok(());
            }
            let most = self.margins.iter().enumerate().max_by_key(|(_, sums)| sums.cells.labels.len());
            let Some((place, _)) = most.filter(|(_, sums)| sums.cells.labels.len() > 1) else {
                let message = "there are too few answers for a summary that may be shared: share published estimates";
                return Err(Error::new(FaultKind::NotPossible, "summary", message));
            };
            let describe = self.spec.margins().nth(place).map(Margin::describe).unwrap_or_default();
            lost.push(Note::warning(texts::crossing_left_out(describe), ""));
            if let Some(sums) = self.margins.get_mut(place) {
                *sums = MarginSums::default();
            }
        }
    }

    /// For each unit the pool it goes into, with as many pools as may be told; `None` where not even the whole can be.
    fn pooled_units(&self, least: Least) -> Option<(Vec<u32>, Units)> {
        let strata = self.units.strata.len().max(1);
        let clusters = self.first_clusters();
        let rows = self.rows_of_units(clusters.len());
        // Strata are told as long as they can be; those that cannot go together, with the smallest other one if need be.
        let mut stratum_of: Vec<usize> = (0..strata).collect();
        let size = |stratum: usize, stratum_of: &[usize]| -> f64 {
            let inside = clusters.iter().zip(&rows).filter(|((of, _), _)| stratum_of.get(*of) == Some(&stratum));
            inside.map(|(_, rows)| rows).sum()
        };
        loop {
            let mut pools = Vec::new();
            let mut failing = Vec::new();
            let mut told = BTreeSet::from_iter(stratum_of.iter().copied()).into_iter().collect::<Vec<_>>();
            for stratum in &told {
                match self.pools_of(*stratum, &stratum_of, &clusters, &rows, least) {
                    Some(found) => pools.push((*stratum, found)),
                    None => failing.push(*stratum),
                }
            }
            if failing.is_empty() {
                return Some(self.numbered(&stratum_of, &clusters, &pools));
            }
            if told.len() == 1 {
                return None;
            }
            if failing.len() == 1 {
                told.retain(|stratum| !failing.contains(stratum));
                let smallest = told.iter().min_by(|a, b| size(**a, &stratum_of).total_cmp(&size(**b, &stratum_of)));
                failing.extend(smallest);
            }
            let first = failing.iter().min().copied().unwrap_or_default();
            for stratum in &mut stratum_of {
                if failing.contains(stratum) {
                    *stratum = first;
                }
            }
        }
    }

    /// The stratum and the first-stage cluster of every unit that holds moments; clusters are numbered over all strata.
    fn first_clusters(&self) -> Vec<(usize, usize)> {
        let count = self.units.count();
        let mut found = Vec::with_capacity(count);
        for unit in 0..count {
            let mut place = unit;
            for stage in self.units.stages.iter().skip(1).rev() {
                place = stage.get(place).map_or(0, |cluster| cluster.parent as usize);
            }
            let stratum = self.units.stages.first().and_then(|stage| stage.get(place));
            found.push((stratum.map_or(place, |cluster| cluster.parent as usize), place));
        }
        found
    }

    /// How many answers each unit has, in the margin that has most.
    fn rows_of_units(&self, units: usize) -> Vec<f64> {
        let mut rows = vec![0.0_f64; units];
        for (place, sums) in self.margins.iter().enumerate() {
            let width = self.spec.held_at(place).len().max(1);
            let mut here = vec![0.0; units];
            for ((unit, _), moments) in sums.slots.iter().zip(sums.moments.chunks(width)) {
                let n = moments.iter().map(|moments| moments.n + moments.missing).fold(0.0, f64::max);
                if let Some(slot) = here.get_mut(*unit as usize) {
                    *slot += n;
                }
            }
            rows.iter_mut().zip(&here).for_each(|(rows, here)| *rows = rows.max(*here));
        }
        rows
    }

    /// The pool of each first-stage cluster of a stratum: as many pools as may be told, at least two; one pool where rows are
    /// the units.
    fn pools_of(
        &self,
        stratum: usize,
        stratum_of: &[usize],
        clusters: &[(usize, usize)],
        rows: &[f64],
        least: Least,
    ) -> Option<BTreeMap<usize, usize>> {
        let mut sizes: BTreeMap<usize, f64> = BTreeMap::new();
        for ((of, cluster), rows) in clusters.iter().zip(rows) {
            if stratum_of.get(*of) == Some(&stratum) {
                *sizes.entry(*cluster).or_default() += rows;
            }
        }
        let mut order: Vec<(usize, f64)> = sizes.into_iter().collect();
        order.sort_by(|a, b| b.1.total_cmp(&a.1));
        let clustered = !self.units.stages.is_empty();
        let all: f64 = order.iter().map(|(_, rows)| rows).sum();
        let most = if clustered { order.len().min((all / least.n) as usize) } else { 1 };
        let fewest = if clustered { 2 } else { 1 };
        for pools in (fewest..=most).rev() {
            let mut filled = vec![0.0_f64; pools];
            let mut pool_of = BTreeMap::new();
            // The largest clusters first, each into the smallest pool.
            for (cluster, rows) in &order {
                let pool = (0..pools)
                    .min_by(|a, b| filled.get(*a).partial_cmp(&filled.get(*b)).unwrap_or(std::cmp::Ordering::Equal))?;
                if let Some(filled) = filled.get_mut(pool) {
                    *filled += rows;
                }
                pool_of.insert(*cluster, pool);
            }
            let of_unit = |unit: usize| {
                let (of, cluster) = clusters.get(unit)?;
                (stratum_of.get(*of) == Some(&stratum)).then(|| pool_of.get(cluster).copied())?
            };
            if self.may_be_told(pools, &of_unit, least) {
                return Some(pool_of);
            }
        }
        None
    }

    /// Whether every pool tells of nobody or of enough: in each group, outside each domain, and without a label.
    fn may_be_told(&self, pools: usize, pool_of: &dyn Fn(usize) -> Option<usize>, least: Least) -> bool {
        let margins: Vec<&Margin> = self.spec.margins().collect();
        for (measure, of) in self.spec.measures.iter().enumerate() {
            let mut told: Vec<(usize, PoolSums)> = Vec::new();
            for (place, sums) in self.margins.iter().enumerate() {
                let held = self.spec.held_at(place);
                if let Some(position) = held.iter().position(|held| *held == measure) {
                    told.push((place, sums.pooled(position, held.len(), pool_of)));
                }
            }
            let enough = told.iter().all(|(_, sums)| sums.values().all(|sums| least.allows(sums, of.is_share())));
            if !enough {
                return false;
            }
            // What one margin tells and another one does not: rows without a label, and outside a domain.
            for (place, sums) in &told {
                for (other, theirs) in &told {
                    let (Some(ours), Some(others)) = (margins.get(*place), margins.get(*other)) else { continue };
                    let same_keys = ours.by == others.by && ours.within != others.within;
                    let whole = others.by.is_empty() && !ours.by.is_empty();
                    if place == other || !(same_keys || whole) {
                        continue;
                    }
                    for pool in 0..pools {
                        if !differences(pool, sums, theirs, same_keys).iter().all(|sums| least.allows(sums, false)) {
                            return false;
                        }
                    }
                }
            }
        }
        true
    }

    /// The pools as units, with labels that say nothing.
    fn numbered(
        &self,
        stratum_of: &[usize],
        clusters: &[(usize, usize)],
        pools: &[(usize, BTreeMap<usize, usize>)],
    ) -> (Vec<u32>, Units) {
        let mut units =
            Units { strata: Vec::new(), stages: vec![Vec::new(); usize::from(!self.units.stages.is_empty())] };
        let mut number: BTreeMap<(usize, usize), u32> = BTreeMap::new();
        for (stratum, pool_of) in pools {
            let inside: Vec<&Stratum> = self
                .units
                .strata
                .iter()
                .enumerate()
                .filter(|(place, _)| stratum_of.get(*place) == Some(stratum))
                .map(|(_, stratum)| stratum)
                .collect();
            let label = match inside.as_slice() {
                [only] => only.label.clone(),
                several => several.first().map(|one| vec![POOLED.to_owned(); one.label.len()]).unwrap_or_default(),
            };
            let fpc = inside.first().and_then(|stratum| stratum.fpc).filter(|_| inside.len() == 1);
            let parent = units.strata.len() as u32;
            units.strata.push(Stratum { label, fpc, rows: inside.iter().map(|stratum| stratum.rows).sum() });
            let count = pool_of.values().max().map_or(0, |most| most + 1);
            for pool in 0..count {
                let unit = match units.stages.first_mut() {
                    None => parent,
                    Some(stage) => {
                        let label = (stage.len() + 1).to_string();
                        stage.push(Cluster { parent, label, fpc: None });
                        (stage.len() - 1) as u32
                    }
                };
                number.insert((*stratum, pool), unit);
            }
        }
        let unit_of = clusters
            .iter()
            .map(|(of, cluster)| {
                let stratum = at(stratum_of, *of);
                let pool = pools.iter().find(|(told, _)| *told == stratum).and_then(|(_, pools)| pools.get(cluster));
                pool.and_then(|pool| number.get(&(stratum, *pool))).copied().unwrap_or_default()
            })
            .collect();
        (unit_of, units)
    }

    fn take_units(&mut self, unit_of: &[u32], units: Units) {
        for (place, sums) in self.margins.iter_mut().enumerate() {
            let width = self.spec.held_at(place).len();
            let mut pooled = sums.renumbered(width, |unit, cell| Some((*unit_of.get(unit as usize)?, cell)));
            pooled.cells = std::mem::take(&mut sums.cells);
            *sums = pooled;
        }
        self.units = units;
        self.spec.design.clusters.truncate(1);
    }
}

/// For each group of a pool (or for all of them) what `theirs` holds more than `ours`.
fn differences(pool: usize, ours: &PoolSums, theirs: &PoolSums, same_keys: bool) -> Vec<Moments> {
    let less = |a: &Moments, b: &Moments| Moments {
        n: (a.n - b.n).abs(),
        missing: (a.missing - b.missing).abs(),
        w: (a.w - b.w).abs(),
        ..Moments::default()
    };
    if same_keys {
        let pairs = theirs.iter().filter(|((of, _), _)| *of == pool);
        return pairs.map(|(key, sums)| less(sums, &ours.get(key).copied().unwrap_or_default())).collect();
    }
    let sum = |of: &PoolSums| {
        let mut sum = Moments::default();
        of.iter().filter(|((of, _), _)| *of == pool).for_each(|(_, sums)| sum.merge(sums));
        sum
    };
    vec![less(&sum(theirs), &sum(ours))]
}

impl MarginSums {
    /// The sums of one measure over all units, one per cell.
    fn totals(&self, position: usize, width: usize) -> Vec<Moments> {
        let mut totals = vec![Moments::default(); self.cells.labels.len()];
        for ((_, cell), moments) in self.slots.iter().zip(self.moments.chunks(width.max(1))) {
            if let (Some(total), Some(moments)) = (totals.get_mut(*cell as usize), moments.get(position)) {
                total.merge(moments);
            }
        }
        totals
    }

    /// The sums of one measure by pool and labels.
    fn pooled(&self, position: usize, width: usize, pool_of: &dyn Fn(usize) -> Option<usize>) -> PoolSums {
        let mut found = PoolSums::new();
        for ((unit, cell), moments) in self.slots.iter().zip(self.moments.chunks(width.max(1))) {
            let (Some(pool), Some(labels)) = (pool_of(*unit as usize), self.cells.labels.get(*cell as usize)) else {
                continue;
            };
            if let Some(moments) = moments.get(position) {
                found.entry((pool, labels.clone())).or_default().merge(moments);
            }
        }
        found
    }

    /// The slots under other numbers; those that fall together are summed, those without a number left out.
    fn renumbered(&self, width: usize, number: impl Fn(u32, u32) -> Option<(u32, u32)>) -> Self {
        let mut slots: BTreeMap<(u32, u32), usize> = BTreeMap::new();
        let mut found = Self::default();
        for ((unit, cell), moments) in self.slots.iter().zip(self.moments.chunks(width.max(1))) {
            let Some(key) = number(*unit, *cell) else { continue };
            let place = *slots.entry(key).or_insert_with(|| {
                found.slots.push(key);
                found.slots.len() - 1
            });
            found.moments.resize(found.slots.len() * width, Moments::default());
            for (ours, theirs) in found.moments.iter_mut().skip(place * width).zip(moments) {
                ours.merge(theirs);
            }
        }
        found
    }

    /// Without the cells marked `gone`.
    fn without_cells(&self, gone: &[bool], width: usize) -> Self {
        let kept: Vec<usize> = (0..self.cells.labels.len()).filter(|cell| gone.get(*cell) != Some(&true)).collect();
        let number = |cell: u32| kept.iter().position(|kept| *kept == cell as usize).map(|place| place as u32);
        let mut found = self.renumbered(width, |unit, cell| Some((unit, number(cell)?)));
        found.cells = Cells {
            labels: kept.iter().filter_map(|cell| self.cells.labels.get(*cell).cloned()).collect(),
            unlabelled: self.cells.unlabelled,
        };
        found
    }
}
