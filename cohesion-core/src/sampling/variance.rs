//! Covariances of estimates from their linearised values, stage by stage.
//!
//! `sum over h of (1 - f_h) n_h / (n_h - 1) (sum_i z_i z'_i - sum_i z_i sum_i z'_i / n_h)` over the clusters i of stratum
//! h; a later stage adds the same expression within each cluster, times the sampling fractions of the stages before it
//! (Särndal, Swensson and Wretman 1992, result 4.3.1; R's `survey` with several stages). Where the row is the unit,
//! `sum_i z_i z'_i` comes from second moments, since the domains of one margin never overlap.

use crate::stat::at;
use std::collections::BTreeMap;

use crate::error::{Error, Fault, FaultKind, Result};
use crate::sampling::collapse::Collapsed;
use crate::sampling::design::{Design, SingleUnit};
use crate::sampling::units::Units;

/// What units are sampled from, as the variance needs it.
#[derive(Clone, Copy, Debug)]
struct Parent {
    /// Sampled units.
    units: f64,
    /// Whether one unit stands for several, so that nothing shows how they differ.
    single: bool,
    /// What the sum of squares is multiplied by.
    variance: f64,
    /// Whether the sum of squares is about the mean.
    centred: bool,
    /// Sampling fraction of this stage times those before it; 0 ends the recursion.
    fraction: f64,
    /// Inverse of the same, or 1 where nothing is known: the weight that follows from the fpc.
    weight: f64,
}

/// The sampling of a summary's units.
pub(crate) struct Sampling<'u> {
    units: &'u Units,
    /// For each stage what its units are sampled from; one stage of rows where there are no clusters.
    stages: Vec<Vec<Parent>>,
    /// Weight of each unit that follows from the fpc.
    weights: Vec<f64>,
    /// What the covariance is multiplied by where strata with one unit count as the average of the others.
    average: f64,
    /// Strata with one unit that count as one with a neighbour, where the design says so.
    collapsed: Option<Collapsed>,
}

impl<'u> Sampling<'u> {
    /// The sampling of these units.
    ///
    /// # Errors
    /// Every impossible fpc, and, unless the design has a rule for them, every stratum with one single unit that is not
    /// a census.
    pub fn of(units: &'u Units, design: &Design) -> Result<Self> {
        let mut faults = Vec::new();
        let mut stages: Vec<Vec<Parent>> = Vec::new();
        let mut above: Vec<(f64, f64)> = vec![(1.0, 1.0); units.strata.len()];
        let mut collapsed = None;
        // A sample of single rows has no list of units, and still one stage of drawing.
        for stage in 0..units.stages.len().max(1) {
            let rule = StageRule { design, stage, sizes: fpc_are_sizes(units, design, stage, &mut faults) };
            let counts = counts(units, stage);
            let mut parents: Vec<Parent> = counts
                .iter()
                .enumerate()
                .map(|(place, count)| {
                    let (fraction, weight) = above.get(place).copied().unwrap_or((0.0, 1.0));
                    rule.parent(units, place, *count, fraction, weight, &mut faults)
                })
                .collect();
            if stage == 0 && design.single == SingleUnit::Collapse {
                // Joined at the first stage only, and before the stages below take over its fractions and weights.
                collapsed = Some(rule.collapse(units, &mut parents, &mut faults));
            }
            let children = units.stages.get(stage);
            let from = |parent: u32| parents.get(parent as usize).map_or((0.0, 1.0), |p| (p.fraction, p.weight));
            // A later stage counts only in proportion to the fraction of the stages before it: where a first stage has
            // no fpc the fraction is 0 and everything below it adds nothing, as in R.
            above = match children {
                Some(clusters) => clusters.iter().map(|cluster| from(cluster.parent)).collect(),
                None => parents.iter().map(|parent| (parent.fraction, parent.weight)).collect(),
            };
            stages.push(parents);
        }
        // A stratum that was taken as a whole has one unit and no error: nothing is left to estimate there.
        let single = |parent: &&Parent| parent.units < 2.0 && parent.fraction < 1.0;
        let first = stages.first().map_or(&[][..], Vec::as_slice);
        let (strata, lonely) = (first.len() as f64, first.iter().filter(single).count() as f64);
        let average =
            // Scaled at the end: each lonely stratum then adds the average of what the others add, whatever the figure
            // is.
            if design.single == SingleUnit::Average && strata > lonely { strata / (strata - lonely) } else { 1.0 };
        // The inverse of the sampling fraction is the weight that the design itself implies; weights in the data know
        // more, such as non-response, and go before it.
        let known = !design.is_weighted() && !design.fpc.is_empty();
        let weights = above.iter().map(|(_, weight)| if known { *weight } else { 1.0 }).collect();
        Error::unless_empty(faults, Self { units, stages, weights, average, collapsed })
    }

    /// The weight of a unit that follows from the fpc; 1 where the design has weights or no fpc.
    pub fn weight_of(&self, unit: usize) -> f64 {
        self.weights.get(unit).copied().unwrap_or(1.0)
    }

    /// Whether units are clusters.
    pub fn clustered(&self) -> bool {
        !self.units.stages.is_empty()
    }

    /// Stratum and first-stage cluster of a unit; the stratum twice where the row is the unit.
    pub fn primary_of(&self, unit: usize) -> (usize, usize) {
        let mut place = unit;
        // Errors are made between units of the first stage, so the way goes up from the last.
        for stage in self.units.stages.iter().skip(1).rev() {
            place = stage.get(place).map_or(usize::MAX, |cluster| cluster.parent as usize);
        }
        let stratum =
            self.units.stages.first().map_or(Some(place), |stage| stage.get(place).map(|c| c.parent as usize));
        (stratum.map_or(usize::MAX, |stratum| self.group(stratum)), place)
    }

    /// The stratum that a stratum counts as: itself, unless strata with one unit were joined.
    fn group(&self, stratum: usize) -> usize {
        let of = |collapsed: &Collapsed| collapsed.group_of.get(stratum).copied();
        self.collapsed.as_ref().and_then(of).unwrap_or(stratum)
    }

    /// What a cluster of a stage was sampled from.
    fn parent(&self, stage: usize, parent: u32) -> usize {
        if stage == 0 { self.group(parent as usize) } else { parent as usize }
    }

    /// Which strata count as one: `a + b; c + d`, empty where none do.
    pub fn joined(&self) -> &[String] {
        self.collapsed.as_ref().map(|collapsed| collapsed.joined.as_slice()).unwrap_or_default()
    }

    /// The fraction of a stratum's first-stage units that is in the sample; 0 where it is not known.
    pub fn first_stage_fraction(&self, stratum: usize) -> f64 {
        self.stages.first().and_then(|parents| parents.get(stratum)).map_or(0.0, |parent| parent.fraction)
    }

    /// Why the errors are not the whole story, where the design has a rule for strata with one unit.
    pub fn has_single(&self) -> bool {
        self.stages.iter().flatten().any(|parent| parent.single)
            || self.collapsed.as_ref().is_some_and(|collapsed| !collapsed.joined.is_empty())
    }
}

/// How many units each parent of a stage has.
fn counts(units: &Units, stage: usize) -> Vec<f64> {
    let parents = match stage.checked_sub(1) {
        None => units.strata.len(),
        Some(above) => units.stages.get(above).map_or(0, Vec::len),
    };
    let Some(clusters) = units.stages.get(stage) else {
        return units.strata.iter().map(|stratum| stratum.rows).collect();
    };
    let mut counts = vec![0.0; parents];
    for cluster in clusters {
        if let Some(count) = counts.get_mut(cluster.parent as usize) {
            *count += 1.0;
        }
    }
    counts
}

/// The corrections of a stage.
fn corrections(units: &Units, stage: usize) -> Vec<Option<f64>> {
    match stage.checked_sub(1) {
        None => units.strata.iter().map(|stratum| stratum.fpc).collect(),
        Some(above) => units.stages.get(above).into_iter().flatten().map(|cluster| cluster.fpc).collect(),
    }
}

/// Whether the fpc column of a stage holds population sizes; decided for the column as a whole.
fn fpc_are_sizes(units: &Units, design: &Design, stage: usize, faults: &mut Vec<Fault>) -> bool {
    let given: Vec<f64> = corrections(units, stage).into_iter().flatten().collect();
    // 1 says the same both ways, a census of one: it decides nothing.
    let large = given.iter().any(|fpc| *fpc > 1.0);
    if large && given.iter().any(|fpc| *fpc < 1.0) {
        let message = "the fpc holds numbers above and below 1: give population sizes or fractions, not both";
        faults.push(Fault::new(FaultKind::BadFpc, fpc_path(design, stage), message));
    }
    large
}

fn fpc_path(design: &Design, stage: usize) -> String {
    format!("column[{}]", design.fpc.get(stage).map(String::as_str).unwrap_or_default())
}

/// How the parents of one stage are judged.
struct StageRule<'d> {
    design: &'d Design,
    stage: usize,
    sizes: bool,
}

impl StageRule<'_> {
    fn parent(
        &self,
        units: &Units,
        place: usize,
        count: f64,
        above: f64,
        weight: f64,
        faults: &mut Vec<Fault>,
    ) -> Parent {
        let fpc = corrections_at(units, self.stage, place);
        // No correction is a sample from a population without end.
        let fraction = match fpc {
            None => 0.0,
            Some(size) if self.sizes => count / size,
            Some(fraction) => fraction,
        };
        let label = label_of(units, self.stage, place);
        // Fractions are often computed by people and end a digit above 1.
        if fraction > 1.0 + 1e-12 {
            let message = format!("`{label}` has {count} units in the sample and fewer in the population");
            faults.push(Fault::new(FaultKind::BadFpc, fpc_path(self.design, self.stage), message).value(&label));
        }
        // The first stage always counts; a later one only as far as the stages before it were sampled with a fraction.
        let scale = if self.stage == 0 { 1.0 } else { above };
        let left = (1.0 - fraction).max(0.0) * scale;
        let single = count < 2.0 && left > 0.0;
        let refused = match self.design.single {
            SingleUnit::Refuse => true,
            // Strata are joined; a later stage has no neighbour to join.
            SingleUnit::Collapse => self.stage > 0,
            _ => false,
        };
        if single && refused {
            faults.push(self.single_unit(&label));
        }
        // With one unit n / (n - 1) has no value; its distance from the overall figure stands in, without that factor.
        let variance = match (count > 1.0, self.design.single) {
            (true, _) => left * count / (count - 1.0),
            (false, SingleUnit::Adjust) => left,
            (false, _) => 0.0,
        };
        Parent {
            units: count,
            single,
            variance,
            centred: count > 1.0,
            fraction: if self.stage == 0 { fraction } else { above * fraction },
            weight: if fraction > 0.0 { weight / fraction } else { weight },
        }
    }

    /// Joins strata with one unit with a neighbour: what they hold in common replaces what each held.
    fn collapse(&self, units: &Units, parents: &mut [Parent], faults: &mut Vec<Fault>) -> Collapsed {
        let single: Vec<bool> = parents.iter().map(|parent| parent.single).collect();
        let collapsed = Collapsed::of(units, &single);
        for (place, _) in single.iter().enumerate().filter(|(_, single)| **single) {
            if !collapsed.groups.iter().any(|group| group.contains(&place)) {
                faults.push(self.single_unit(&label_of(units, self.stage, place)));
            }
        }
        for members in &collapsed.groups {
            let held = || members.iter().filter_map(|place| parents.get(*place));
            let count: f64 = held().map(|parent| parent.units).sum();
            // Joined strata are one stratum: their fraction is that of their units together, and none where one of them
            // has none.
            let known = held().all(|parent| parent.fraction > 0.0);
            // The population of each, by its units and its fraction.
            let size: f64 = held().map(|parent| parent.units / parent.fraction).sum();
            let fraction = if known { count / size } else { 0.0 };
            let variance = (1.0 - fraction).max(0.0) * count / (count - 1.0);
            for place in members {
                if let Some(parent) = parents.get_mut(*place) {
                    *parent = Parent {
                        units: count,
                        single: false,
                        variance,
                        centred: true,
                        fraction,
                        // The weights stay those that each stratum was drawn with; only the error is made in common.
                        weight: parent.weight,
                    };
                }
            }
        }
        collapsed
    }

    fn single_unit(&self, label: &str) -> Fault {
        let unit = if self.design.clusters.is_empty() { "row" } else { "cluster" };
        let path = match (self.stage, self.design.strata.as_slice()) {
            (0, []) => "design".to_owned(),
            (0, columns) => format!("column[{}]", columns.join(" x ")),
            (stage, _) => {
                format!("column[{}]", self.design.clusters.get(stage - 1).map(String::as_str).unwrap_or_default())
            }
        };
        let message = format!("`{label}` has one {unit} only: its variance cannot be estimated");
        Fault::new(FaultKind::SingleCluster, path, message).value(label)
    }
}

fn corrections_at(units: &Units, stage: usize, place: usize) -> Option<f64> {
    match stage.checked_sub(1) {
        None => units.strata.get(place)?.fpc,
        Some(above) => units.stages.get(above)?.get(place)?.fpc,
    }
}

fn label_of(units: &Units, stage: usize, place: usize) -> String {
    let label = match stage.checked_sub(1) {
        None => units.strata.get(place).map(|stratum| stratum.label.join(" / ")),
        Some(above) => units.stages.get(above).and_then(|stage| stage.get(place)).map(|cluster| cluster.label.clone()),
    };
    label.filter(|label| !label.is_empty()).unwrap_or_else(|| "the sample".to_owned())
}

/// The linearised values of one unit in one cell: their sum, and where the row is the unit the sum of their squares.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Linear {
    pub unit: usize,
    pub cell: usize,
    pub sum: f64,
    pub square: f64,
}

/// Covariances of cells: a lower triangle.
pub(crate) struct Covariance {
    size: usize,
    values: Vec<f64>,
}

impl Covariance {
    /// The covariance of `cells` figures.
    pub fn of(cells: usize, linear: &[Linear], sampling: &Sampling<'_>) -> Self {
        let mut this = Self { size: cells, values: vec![0.0; cells * cells] };
        // Ordered, so that sums are added in the same order on every machine.
        let mut level: BTreeMap<usize, BTreeMap<usize, f64>> = BTreeMap::new();
        for value in linear {
            let unit = if sampling.clustered() { value.unit } else { sampling.group(value.unit) };
            *level.entry(unit).or_default().entry(value.cell).or_default() += value.sum;
        }
        if sampling.clustered() {
            // From the last stage up: what a stage leaves are the totals of its units, which are the values of the
            // stage above.
            for (stage, parents) in sampling.stages.iter().enumerate().rev() {
                level = this.add_stage(stage, parents, level, sampling);
            }
        } else {
            this.add_rows(linear, &level, sampling);
        }
        for value in &mut this.values {
            *value *= sampling.average;
        }
        this
    }

    /// The covariance of `width` totals from the linearised values of rows, which stand row after row in `scores` and
    /// of which each may count in all totals. `unit_of` gives the unit of each row.
    pub fn of_scores(
        width: usize,
        scores: &[f64],
        unit_of: impl Iterator<Item = usize> + Clone,
        sampling: &Sampling<'_>,
    ) -> Self {
        let mut this = Self { size: width, values: vec![0.0; width * width] };
        if sampling.clustered() {
            let mut level = summed(width, scores, unit_of, sampling.units.count());
            for (stage, parents) in sampling.stages.iter().enumerate().rev() {
                let clusters = sampling.units.stages.get(stage).map_or(&[][..], Vec::as_slice);
                let parent_of = clusters.iter().map(|cluster| sampling.parent(stage, cluster.parent));
                level = this.add_level(parents, &level, parent_of);
            }
        } else if let Some(parents) = sampling.stages.first() {
            this.add_level(parents, scores, unit_of.map(|unit| sampling.group(unit)));
        }
        for value in &mut this.values {
            *value *= sampling.average;
        }
        this
    }

    /// The covariance of `width` totals; `columns` gives the linearised values of each, one per row, or none where all
    /// are 0.
    pub fn of_columns(
        width: usize,
        columns: &mut dyn FnMut(usize) -> Vec<f64>,
        unit_of: &[u32],
        sampling: &Sampling<'_>,
    ) -> Self {
        let places = if sampling.clustered() { sampling.units.count() } else { unit_of.len() };
        let mut values = vec![0.0; places * width];
        for column in 0..width {
            for (row, value) in columns(column).into_iter().enumerate().filter(|(_, value)| *value != 0.0) {
                let unit = unit_of.get(row).map_or(usize::MAX, |unit| *unit as usize);
                let place = if sampling.clustered() { unit } else { row };
                if let Some(sum) = values.get_mut(place.saturating_mul(width) + column) {
                    *sum += value;
                }
            }
        }
        let units: &mut dyn Iterator<Item = usize> =
            if sampling.clustered() { &mut (0..places) } else { &mut unit_of.iter().map(|unit| *unit as usize) };
        let unit_of: Vec<usize> = units.collect();
        Self::of_scores(width, &values, unit_of.iter().copied(), sampling)
    }

    /// Adds what units with these values contribute; returns the sums of what they were sampled from.
    fn add_level(
        &mut self,
        parents: &[Parent],
        values: &[f64],
        parent_of: impl Iterator<Item = usize> + Clone,
    ) -> Vec<f64> {
        let width = self.size.max(1);
        let sums = summed(width, values, parent_of.clone(), parents.len());
        for (z, parent) in values.chunks_exact(width).zip(parent_of) {
            self.add_dense(z, parents.get(parent).map_or(0.0, |parent| parent.variance));
        }
        for (z, parent) in sums.chunks_exact(width).zip(parents).filter(|(_, parent)| parent.centred) {
            self.add_dense(z, -parent.variance / parent.units);
        }
        sums
    }

    /// Adds factor z z' to the lower triangle.
    fn add_dense(&mut self, z: &[f64], factor: f64) {
        if factor == 0.0 {
            return;
        }
        for (i, (row, zi)) in self.values.chunks_exact_mut(self.size.max(1)).zip(z).enumerate() {
            let scaled = factor * zi;
            for (entry, zj) in row.iter_mut().take(i + 1).zip(z) {
                *entry += scaled * zj;
            }
        }
    }

    /// Adds what a stage contributes; returns the sums of what its units were sampled from.
    fn add_stage(
        &mut self,
        stage: usize,
        parents: &[Parent],
        level: BTreeMap<usize, BTreeMap<usize, f64>>,
        sampling: &Sampling<'_>,
    ) -> BTreeMap<usize, BTreeMap<usize, f64>> {
        let mut above: BTreeMap<usize, BTreeMap<usize, f64>> = BTreeMap::new();
        for (place, sums) in level {
            let cluster = sampling.units.stages.get(stage).and_then(|stage| stage.get(place));
            let Some(parent) = cluster.map(|cluster| sampling.parent(stage, cluster.parent)) else { continue };
            self.add_outer(&sums, parents.get(parent).map_or(0.0, |parent| parent.variance));
            let target = above.entry(parent).or_default();
            for (cell, sum) in sums {
                *target.entry(cell).or_default() += sum;
            }
        }
        for (place, sums) in &above {
            self.centre(parents.get(*place), sums);
        }
        above
    }

    /// Adds what rows contribute where they are the units.
    fn add_rows(&mut self, linear: &[Linear], level: &BTreeMap<usize, BTreeMap<usize, f64>>, sampling: &Sampling<'_>) {
        let parents = sampling.stages.first().map_or(&[][..], Vec::as_slice);
        for value in linear {
            let variance = parents.get(value.unit).map_or(0.0, |parent| parent.variance);
            self.add(value.cell, value.cell, variance * value.square);
        }
        for (place, sums) in level {
            self.centre(parents.get(*place), sums);
        }
    }

    fn centre(&mut self, parent: Option<&Parent>, sums: &BTreeMap<usize, f64>) {
        if let Some(parent) = parent.filter(|parent| parent.centred) {
            self.add_outer(sums, -parent.variance / parent.units);
        }
    }

    /// Adds to an entry of the lower triangle.
    pub fn add(&mut self, i: usize, j: usize, value: f64) {
        if let Some(entry) = self.values.get_mut(i * self.size + j) {
            *entry += value;
        }
    }

    /// Adds factor z z' to the lower triangle.
    fn add_outer(&mut self, sums: &BTreeMap<usize, f64>, factor: f64) {
        if factor == 0.0 {
            return;
        }
        for (i, zi) in sums {
            for (j, zj) in sums.range(..=i) {
                self.add(*i, *j, factor * zi * zj);
            }
        }
    }

    pub fn get(&self, i: usize, j: usize) -> f64 {
        at(&self.values, i.max(j) * self.size + i.min(j))
    }
}

/// The sums of rows of `width` values by where they belong.
fn summed(width: usize, values: &[f64], belongs: impl Iterator<Item = usize>, count: usize) -> Vec<f64> {
    let mut sums = vec![0.0; count * width];
    for (z, place) in values.chunks_exact(width.max(1)).zip(belongs) {
        let end = place.saturating_add(1).saturating_mul(width);
        let target = sums.get_mut(place.saturating_mul(width)..end).unwrap_or_default();
        for (sum, z) in target.iter_mut().zip(z) {
            *sum += z;
        }
    }
    sums
}

/// How many first-stage units, and how many strata, have answers in both of two cells.
pub(crate) struct Overlap {
    size: usize,
    units: Vec<f64>,
    strata: Vec<f64>,
}

impl Overlap {
    /// `present` lists the units with answers in each cell; rows as units are counted by the caller.
    pub fn of(cells: usize, present: impl Iterator<Item = (usize, usize)>, sampling: &Sampling<'_>) -> Self {
        let mut this = Self { size: cells, units: vec![0.0; cells * cells], strata: vec![0.0; cells * cells] };
        let mut entries: Vec<(usize, usize, usize)> = present
            .map(|(unit, cell)| {
                let (stratum, primary) = sampling.primary_of(unit);
                (stratum, primary, cell)
            })
            .collect();
        entries.sort_unstable();
        entries.dedup();
        if sampling.clustered() {
            for unit in entries.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
                count_pairs(&mut this.units, cells, unit.iter().map(|entry| entry.2));
            }
        }
        for stratum in entries.chunk_by(|a, b| a.0 == b.0) {
            let mut here: Vec<usize> = stratum.iter().map(|entry| entry.2).collect();
            here.sort_unstable();
            here.dedup();
            count_pairs(&mut this.strata, cells, here.into_iter());
        }
        this
    }

    /// Clusters with answers in both cells; 0 for rows, which are in one cell only.
    pub fn units(&self, i: usize, j: usize) -> f64 {
        at(&self.units, i.max(j) * self.size + i.min(j))
    }

    /// Strata with answers in both cells.
    pub fn strata(&self, i: usize, j: usize) -> f64 {
        at(&self.strata, i.max(j) * self.size + i.min(j))
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
