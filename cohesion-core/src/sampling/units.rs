//! Strata and clusters of a batch, found among those of the summary.

use crate::stat::at;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Fault, FaultKind, Result};
use crate::sampling::design::Design;
use crate::sampling::pairs::PairIndex;
use crate::sampling::runs;
use crate::table::{Labels, MISSING_CODE, Table};

/// A stratum: its label, its finite population correction and how many rows it has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Stratum {
    pub label: Vec<String>,
    /// As given in the column; size or fraction is decided over all strata.
    pub fpc: Option<f64>,
    pub rows: f64,
}

/// A cluster: what it lies in (a stratum, or a cluster of the stage before), its label, and the finite population
/// correction of the stage below it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Cluster {
    pub parent: u32,
    pub label: String,
    pub fpc: Option<f64>,
}

/// The sampling units of a summary: its strata, and the clusters of each stage.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Units {
    pub strata: Vec<Stratum>,
    pub stages: Vec<Vec<Cluster>>,
}

/// How many rows a fault names.
const LISTED: usize = 5;

impl Units {
    /// How many units hold moments: clusters of the last stage, or strata where the row is the unit.
    pub fn count(&self) -> usize {
        self.stages.last().map_or(self.strata.len(), Vec::len)
    }

    /// Adds the units of a batch and returns the unit of every row.
    pub fn add(&mut self, table: &Table<'_>, design: &Design) -> Result<Vec<u32>> {
        let mut units = self.add_strata(table, design)?;
        self.stages.resize_with(design.clusters.len(), Vec::new);
        for stage in 0..design.clusters.len().max(1) {
            if let Some(column) = design.fpc.get(stage) {
                self.add_fpc(table, column, stage, &units)?;
            }
            if let Some(column) = design.clusters.get(stage) {
                units = self.add_clusters(table, column, stage, units)?;
                if stage == 0 && !design.nested {
                    self.refuse_repeated(column)?;
                }
            }
        }
        Ok(units)
    }

    /// The correction of a stage, kept by what is sampled from: the stratum, or the cluster of the stage before.
    fn fpc_mut(&mut self, stage: usize, parent: u32) -> Option<&mut Option<f64>> {
        match stage.checked_sub(1) {
            None => self.strata.get_mut(parent as usize).map(|stratum| &mut stratum.fpc),
            Some(above) => self.stages.get_mut(above)?.get_mut(parent as usize).map(|cluster| &mut cluster.fpc),
        }
    }

    fn add_strata(&mut self, table: &Table<'_>, design: &Design) -> Result<Vec<u32>> {
        let mut columns: Vec<Labels<'_>> =
            design.strata.iter().map(|name| Ok(table.column(name)?.labels())).collect::<Result<_>>()?;
        let mut faults = Vec::new();
        for (name, labels) in design.strata.iter().zip(&columns) {
            faults.extend(unlabelled(name, &labels.codes, "stratum"));
        }
        Error::unless_empty(faults, ())?;
        let mut known: HashMap<Vec<String>, u32> =
            self.strata.iter().enumerate().map(|(index, stratum)| (stratum.label.clone(), index as u32)).collect();
        let mut coder = CrossCoder::default();
        let mut units = coder.codes(&mut columns, table.rows());
        let mut global = Vec::with_capacity(coder.cells.len());
        for cell in &coder.cells {
            let label = coder.label(cell, &columns);
            let index = *known.entry(label.clone()).or_insert_with(|| {
                self.strata.push(Stratum { label, fpc: None, rows: 0.0 });
                (self.strata.len() - 1) as u32
            });
            global.push(index);
        }
        if let ([], [only]) = (columns.as_slice(), global.as_slice()) {
            if let Some(stratum) = self.strata.get_mut(*only as usize) {
                stratum.rows += units.len() as f64;
            }
            units.fill(*only);
            return Ok(units);
        }
        runs::renumber(&mut units, &global);
        for (stratum, rows) in self.strata.iter_mut().zip(runs::counted(&units, known.len())) {
            stratum.rows += rows;
        }
        Ok(units)
    }

    fn add_fpc(&mut self, table: &Table<'_>, name: &str, stage: usize, parents: &[u32]) -> Result<()> {
        let numbers = table.column(name)?.numbers()?;
        let path = |row: usize| format!("column[{name}].row[{}]", row + 1);
        let place = if stage == 0 { "stratum" } else { "cluster" };
        let mut faults = Vec::new();
        for (row, (value, parent)) in numbers.values.iter().zip(parents).enumerate() {
            let Some(known) = self.fpc_mut(stage, *parent) else { continue };
            if value.is_nan() || *value <= 0.0 {
                let message = format!("the fpc in row {} is missing or not positive", row + 1);
                faults.push(Fault::new(FaultKind::BadFpc, path(row), message));
            } else if let Some(first) = known.filter(|first| first != value) {
                let message =
                    format!("the fpc is not constant within its {place}: {first} and {value} (row {})", row + 1);
                faults.push(Fault::new(FaultKind::BadFpc, path(row), message).value(value));
            } else {
                *known = Some(*value);
            }
            if faults.len() == LISTED {
                break;
            }
        }
        Error::unless_empty(faults, ())
    }

    /// The clusters of a stage in place of what they lie in.
    fn add_clusters(&mut self, table: &Table<'_>, name: &str, stage: usize, mut units: Vec<u32>) -> Result<Vec<u32>> {
        let labels = table.column(name)?.labels();
        Error::unless_empty(unlabelled(name, &labels.codes, "cluster").into_iter().collect(), ())?;
        let above = stage.checked_sub(1).and_then(|above| self.stages.get(above)).map_or(self.strata.len(), Vec::len);
        let Some(clusters) = self.stages.get_mut(stage) else { return Ok(units) };
        let mut known = ClusterIndex::new(clusters);
        let mut local = PairIndex::new(above, labels.levels.len());
        runs::replace_pairs(&mut units, &labels.codes, |parent, code| {
            let label = || labels.levels.get(code as usize).cloned().unwrap_or_default();
            local.number(parent, code, || known.find(parent, label(), clusters))
        });
        Ok(units)
    }

    /// Adds another part's units; returns the place of each of its last units among ours.
    ///
    /// # Errors
    /// [`FaultKind::BadFpc`] where a stratum or cluster has another correction there; [`FaultKind::RepeatedCluster`].
    pub fn merge(&mut self, other: &Self, design: &Design) -> Result<Vec<u32>> {
        let mut place = self.merge_strata(&other.strata)?;
        self.stages.resize_with(design.clusters.len(), Vec::new);
        for (ours, theirs) in self.stages.iter_mut().zip(&other.stages) {
            let mut known = ClusterIndex::new(ours);
            let parents = place;
            place = Vec::with_capacity(theirs.len());
            for cluster in theirs {
                // Parents were merged in the step before, so that the same label within the same parent is the same
                // cluster.
                let parent = at(&parents, cluster.parent as usize);
                let index = known.find(parent, cluster.label.clone(), ours);
                if let Some(same) = ours.get_mut(index as usize) {
                    same_fpc(&mut same.fpc, cluster.fpc, &cluster.label)?;
                }
                place.push(index);
            }
        }
        // Each part by itself may be sound and the two together not: a label that stands in another stratum over there.
        match design.clusters.first() {
            Some(column) if !design.nested => self.refuse_repeated(column).map(|()| place),
            _ => Ok(place),
        }
    }

    fn merge_strata(&mut self, others: &[Stratum]) -> Result<Vec<u32>> {
        let mut known: HashMap<Vec<String>, usize> =
            self.strata.iter().enumerate().map(|(index, stratum)| (stratum.label.clone(), index)).collect();
        let mut place = Vec::with_capacity(others.len());
        for theirs in others {
            let index = *known.entry(theirs.label.clone()).or_insert_with(|| {
                self.strata.push(Stratum { rows: 0.0, fpc: None, label: theirs.label.clone() });
                self.strata.len() - 1
            });
            if let Some(ours) = self.strata.get_mut(index) {
                same_fpc(&mut ours.fpc, theirs.fpc, &ours.label.join(" / "))?;
                ours.rows += theirs.rows;
            }
            place.push(index as u32);
        }
        Ok(place)
    }

    /// Whether every index points somewhere and every number is a possible one.
    pub fn is_consistent(&self, design: &Design) -> bool {
        let count = |value: f64| value.is_finite() && value >= 0.0 && value.fract() == 0.0;
        let fpc = |fpc: Option<f64>| fpc.is_none_or(|fpc| fpc.is_finite() && fpc > 0.0);
        let mut above = self.strata.len();
        for stage in &self.stages {
            if !stage.iter().all(|cluster| (cluster.parent as usize) < above && fpc(cluster.fpc)) {
                return false;
            }
            above = stage.len();
        }
        self.strata.iter().all(|stratum| count(stratum.rows) && fpc(stratum.fpc))
            && (self.strata.is_empty() || self.stages.len() == design.clusters.len())
    }

    /// A cluster label in two strata is a fault unless the design says that labels are nested.
    fn refuse_repeated(&self, name: &str) -> Result<()> {
        let mut strata: HashMap<&str, u32> = HashMap::new();
        let mut repeated: Vec<&str> = Vec::new();
        for cluster in self.stages.first().into_iter().flatten() {
            // Only the first stage: labels of later stages are always read within their cluster.
            let first = *strata.entry(&cluster.label).or_insert(cluster.parent);
            if first != cluster.parent && !repeated.contains(&cluster.label.as_str()) {
                repeated.push(&cluster.label);
            }
        }
        if repeated.is_empty() {
            return Ok(());
        }
        repeated.sort();
        let shown: Vec<&str> = repeated.iter().take(10).copied().collect();
        let message = format!(
            "{} cluster labels of `{name}` stand in more than one stratum: {}. Say nested if each stratum counts its clusters anew",
            repeated.len(),
            shown.join(", ")
        );
        Err(Fault::new(FaultKind::RepeatedCluster, format!("column[{name}]"), message).value(shown.join(", ")).into())
    }
}

/// The same correction in both parts.
fn same_fpc(ours: &mut Option<f64>, theirs: Option<f64>, label: &str) -> Result<()> {
    match (*ours, theirs) {
        (Some(a), Some(b)) if a != b => {
            let message = format!("`{label}` has the fpc {a} in one part and {b} in another");
            Err(Error::new(FaultKind::BadFpc, "fpc", message))
        }
        (None, theirs) => {
            *ours = theirs;
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Finds clusters by what they lie in and their label.
struct ClusterIndex(HashMap<(u32, String), u32>);

impl ClusterIndex {
    fn new(clusters: &[Cluster]) -> Self {
        let key = |(index, cluster): (usize, &Cluster)| ((cluster.parent, cluster.label.clone()), index as u32);
        Self(clusters.iter().enumerate().map(key).collect())
    }

    /// The place of a cluster, added where it is new.
    fn find(&mut self, parent: u32, label: String, clusters: &mut Vec<Cluster>) -> u32 {
        *self.0.entry((parent, label)).or_insert_with_key(|(parent, label)| {
            clusters.push(Cluster { parent: *parent, label: label.clone(), fpc: None });
            (clusters.len() - 1) as u32
        })
    }
}

/// The fault for rows without a label where the design needs one.
fn unlabelled(name: &str, codes: &[u32], what: &str) -> Option<Fault> {
    // Looked at in blocks first: nearly always nothing is missing.
    if !codes.chunks(1024).any(|codes| codes.iter().fold(false, |any, code| any | (*code == MISSING_CODE))) {
        return None;
    }
    let rows: Vec<String> = codes
        .iter()
        .enumerate()
        .filter(|(_, code)| **code == MISSING_CODE)
        .map(|(row, _)| (row + 1).to_string())
        .take(LISTED + 1)
        .collect();
    let first = rows.first()?;
    let shown = rows.iter().take(LISTED).cloned().collect::<Vec<_>>().join(", ");
    let more = if rows.len() > LISTED { " and more" } else { "" };
    Some(Fault::new(
        FaultKind::MissingDesign,
        format!("column[{name}].row[{first}]"),
        format!("column `{name}` names no {what} in row {shown}{more}"),
    ))
}

/// Crosses label columns into cells, in order of first appearance.
#[derive(Default)]
pub(crate) struct CrossCoder {
    index: HashMap<Vec<u32>, u32>,
    /// The codes of each cell.
    pub cells: Vec<Vec<u32>>,
}

impl CrossCoder {
    /// The cell of each row; [`MISSING_CODE`] where a label is missing. Without columns every row is in cell 0. The codes
    /// of a single column are used up.
    pub fn codes(&mut self, columns: &mut [Labels<'_>], rows: usize) -> Vec<u32> {
        match columns {
            [] => {
                self.cells.push(Vec::new());
                vec![0; rows]
            }
            [only] => self.single(std::mem::take(&mut only.codes).into_owned(), only.levels.len()),
            _ => (0..rows).map(|row| self.crossed(columns, row)).collect(),
        }
    }

    fn single(&mut self, mut codes: Vec<u32>, levels: usize) -> Vec<u32> {
        let mut cell_of = vec![MISSING_CODE; levels];
        runs::replace(&mut codes, |code| {
            let Some(cell) = cell_of.get_mut(code as usize) else { return code };
            if *cell == MISSING_CODE {
                *cell = self.cells.len() as u32;
                self.cells.push(vec![code]);
            }
            *cell
        });
        codes
    }

    fn crossed(&mut self, columns: &[Labels<'_>], row: usize) -> u32 {
        let key: Vec<u32> =
            columns.iter().map(|labels| labels.codes.get(row).copied().unwrap_or(MISSING_CODE)).collect();
        if key.contains(&MISSING_CODE) {
            return MISSING_CODE;
        }
        if let Some(cell) = self.index.get(&key) {
            return *cell;
        }
        let cell = self.cells.len() as u32;
        self.cells.push(key.clone());
        self.index.insert(key, cell);
        cell
    }

    /// The texts of a cell.
    pub fn label(&self, cell: &[u32], columns: &[Labels<'_>]) -> Vec<String> {
        cell.iter()
            .zip(columns)
            .map(|(code, labels)| labels.levels.get(*code as usize).cloned().unwrap_or_default())
            .collect()
    }
}
