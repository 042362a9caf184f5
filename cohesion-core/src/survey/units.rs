//! Strata and clusters of a batch, found among those of the summary.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::design::Design;
use crate::error::{Error, Fault, FaultKind, Result};
use crate::table::{Labels, MISSING_CODE, Table};

/// A stratum: its label, its finite population correction and how many rows it has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Stratum {
    pub label: Vec<String>,
    /// As given in the column; size or fraction is decided over all strata.
    pub fpc: Option<f64>,
    pub rows: f64,
}

/// A cluster: its stratum and its label.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Cluster {
    pub stratum: u32,
    pub label: String,
}

/// The sampling units of a summary: its strata, and its clusters where the design has them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Units {
    pub strata: Vec<Stratum>,
    pub clusters: Vec<Cluster>,
}

/// How many rows a fault names.
const LISTED: usize = 5;

impl Units {
    /// How many units hold moments: clusters, or strata where the row is the unit.
    pub fn count(&self, clustered: bool) -> usize {
        if clustered { self.clusters.len() } else { self.strata.len() }
    }

    /// The stratum of a unit.
    pub fn stratum_of(&self, unit: usize, clustered: bool) -> usize {
        if clustered { self.clusters.get(unit).map_or(usize::MAX, |cluster| cluster.stratum as usize) } else { unit }
    }

    /// Adds the units of a batch and returns the unit of every row.
    pub fn add(&mut self, table: &Table<'_>, design: &Design) -> Result<Vec<u32>> {
        let strata = self.add_strata(table, design)?;
        self.add_fpc(table, design, &strata)?;
        match &design.cluster {
            None => Ok(strata),
            Some(column) => self.add_clusters(table, column, design.nested, &strata),
        }
    }

    fn add_strata(&mut self, table: &Table<'_>, design: &Design) -> Result<Vec<u32>> {
        let columns: Vec<Labels<'_>> =
            design.strata.iter().map(|name| Ok(table.column(name)?.labels())).collect::<Result<_>>()?;
        let mut faults = Vec::new();
        for (name, labels) in design.strata.iter().zip(&columns) {
            faults.extend(unlabelled(name, &labels.codes, "stratum"));
        }
        Error::unless_empty(faults, ())?;
        let mut known: HashMap<Vec<String>, u32> =
            self.strata.iter().enumerate().map(|(index, stratum)| (stratum.label.clone(), index as u32)).collect();
        let mut coder = CrossCoder::new(&columns);
        let codes = coder.codes(table.rows());
        let mut global = Vec::with_capacity(coder.cells.len());
        for cell in &coder.cells {
            let label = coder.label(cell, &columns);
            let index = *known.entry(label.clone()).or_insert_with(|| {
                self.strata.push(Stratum { label, fpc: None, rows: 0.0 });
                (self.strata.len() - 1) as u32
            });
            global.push(index);
        }
        let units: Vec<u32> = codes.iter().map(|code| global.get(*code as usize).copied().unwrap_or(0)).collect();
        for unit in &units {
            if let Some(stratum) = self.strata.get_mut(*unit as usize) {
                stratum.rows += 1.0;
            }
        }
        Ok(units)
    }

    fn add_fpc(&mut self, table: &Table<'_>, design: &Design, strata: &[u32]) -> Result<()> {
        let Some(name) = &design.fpc else { return Ok(()) };
        let numbers = table.column(name)?.numbers()?;
        let path = |row: usize| format!("column[{name}].row[{}]", row + 1);
        let mut faults = Vec::new();
        for (row, (value, unit)) in numbers.values.iter().zip(strata).enumerate() {
            let Some(stratum) = self.strata.get_mut(*unit as usize) else { continue };
            if value.is_nan() || *value <= 0.0 {
                let message = format!("the fpc in row {} is missing or not positive", row + 1);
                faults.push(Fault::new(FaultKind::BadFpc, path(row), message));
            } else if let Some(first) = stratum.fpc.filter(|first| first != value) {
                let message = format!(
                    "the fpc is not constant in stratum `{}`: {first} and {value} (row {})",
                    stratum.label.join(" / "),
                    row + 1
                );
                faults.push(Fault::new(FaultKind::BadFpc, path(row), message).value(value));
            } else {
                stratum.fpc = Some(*value);
            }
            if faults.len() == LISTED {
                break;
            }
        }
        Error::unless_empty(faults, ())
    }

    fn add_clusters(&mut self, table: &Table<'_>, name: &str, nested: bool, strata: &[u32]) -> Result<Vec<u32>> {
        let labels = table.column(name)?.labels();
        Error::unless_empty(unlabelled(name, &labels.codes, "cluster").into_iter().collect(), ())?;
        let mut known: HashMap<Cluster, u32> =
            self.clusters.iter().enumerate().map(|(index, cluster)| (cluster.clone(), index as u32)).collect();
        let mut local: HashMap<(u32, u32), u32> = HashMap::new();
        let mut last = ((MISSING_CODE, MISSING_CODE), 0);
        let mut units = Vec::with_capacity(strata.len());
        for (code, stratum) in labels.codes.iter().zip(strata) {
            let key = (*stratum, *code);
            // Rows of one cluster usually stand together.
            if key != last.0 {
                let unit = *local.entry(key).or_insert_with(|| {
                    let label = labels.levels.get(*code as usize).cloned().unwrap_or_default();
                    let cluster = Cluster { stratum: *stratum, label };
                    *known.entry(cluster.clone()).or_insert_with(|| {
                        self.clusters.push(cluster);
                        (self.clusters.len() - 1) as u32
                    })
                });
                last = (key, unit);
            }
            units.push(last.1);
        }
        if nested { Ok(units) } else { self.refuse_repeated(name).map(|()| units) }
    }

    /// A cluster label in two strata is a fault unless the design says that labels are nested.
    pub fn refuse_repeated(&self, name: &str) -> Result<()> {
        let mut strata: HashMap<&str, u32> = HashMap::new();
        let mut repeated: Vec<&str> = Vec::new();
        for cluster in &self.clusters {
            let first = *strata.entry(&cluster.label).or_insert(cluster.stratum);
            if first != cluster.stratum && !repeated.contains(&cluster.label.as_str()) {
                repeated.push(&cluster.label);
            }
        }
        if repeated.is_empty() {
            return Ok(());
        }
        repeated.sort_unstable();
        let shown: Vec<&str> = repeated.iter().take(10).copied().collect();
        let message = format!(
            "{} cluster labels of `{name}` stand in more than one stratum: {}. Say nested if each stratum counts its clusters anew",
            repeated.len(),
            shown.join(", ")
        );
        Err(Fault::new(FaultKind::RepeatedCluster, format!("column[{name}]"), message).value(shown.join(", ")).into())
    }
}

/// The fault for rows without a label where the design needs one.
fn unlabelled(name: &str, codes: &[u32], what: &str) -> Option<Fault> {
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
pub(super) struct CrossCoder<'t, 'l> {
    columns: &'l [Labels<'t>],
    index: HashMap<Vec<u32>, u32>,
    /// The codes of each cell.
    pub cells: Vec<Vec<u32>>,
}

impl<'t, 'l> CrossCoder<'t, 'l> {
    pub fn new(columns: &'l [Labels<'t>]) -> Self {
        Self { columns, index: HashMap::new(), cells: Vec::new() }
    }

    /// The cell of each row; [`MISSING_CODE`] where a label is missing. Without columns every row is in cell 0.
    pub fn codes(&mut self, rows: usize) -> Vec<u32> {
        match self.columns {
            [] => {
                self.cells.push(Vec::new());
                vec![0; rows]
            }
            [only] => self.single(&only.codes.clone()),
            _ => (0..rows).map(|row| self.crossed(row)).collect(),
        }
    }

    fn single(&mut self, codes: &[u32]) -> Vec<u32> {
        let levels = self.columns.first().map_or(0, |labels| labels.levels.len());
        let mut cell_of = vec![MISSING_CODE; levels];
        codes
            .iter()
            .map(|code| {
                let Some(cell) = cell_of.get_mut(*code as usize) else { return MISSING_CODE };
                if *cell == MISSING_CODE {
                    *cell = self.cells.len() as u32;
                    self.cells.push(vec![*code]);
                }
                *cell
            })
            .collect()
    }

    fn crossed(&mut self, row: usize) -> u32 {
        let key: Vec<u32> =
            self.columns.iter().map(|labels| labels.codes.get(row).copied().unwrap_or(MISSING_CODE)).collect();
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
