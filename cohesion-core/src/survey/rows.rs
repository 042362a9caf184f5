//! Rows of a survey with their weights and sampling units, for methods that are no sums of moments.

use std::collections::BTreeSet;

use super::Survey;
use super::design::Design;
use super::options::EstimateOptions;
use super::spec::Filter;
use super::units::Units;
use super::variance::Sampling;
use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::{Note, NoteCode, Provenance};
use crate::table::{Numbers, Table};

/// The rows of a domain and the sampling units of the whole survey.
pub(super) struct Rows {
    units: Units,
    unit_of: Vec<u32>,
    weights: Option<Vec<f64>>,
    /// Whether each row is in the domain.
    pub inside: Vec<bool>,
    pub provenance: Provenance,
}

impl Rows {
    /// The rows of a survey; `columns` are those the method reads.
    ///
    /// # Errors
    /// Every column that is not there; a level outside 0 to 1; groups, which the method does not have.
    pub fn of(survey: &Survey<'_>, columns: &[&str], options: &EstimateOptions) -> Result<Self> {
        let (table, design) = (survey.table, &survey.design);
        check_options(options)?;
        let margin = options.margin();
        let names: BTreeSet<&str> = design_columns(design)
            .chain(columns.iter().copied())
            .chain(margin.within.iter().map(|filter| filter.column.as_str()))
            .collect();
        let faults = names.iter().filter(|name| !table.has(name)).map(|name| table.no_such_column(name)).collect();
        Error::unless_empty(faults, ())?;
        let used = table.select(&names)?;
        let mut units = Units::default();
        let unit_of = units.add(&used, design)?;
        let weights = match &design.weights {
            Some(name) => Some(used.column(name)?.numbers()?.values.into_owned()),
            None => None,
        };
        let provenance = Provenance::of_tables(vec![used.fingerprint()]);
        Ok(Self { inside: inside(&used, &margin.within)?, units, unit_of, weights, provenance })
    }

    /// How the units were sampled.
    ///
    /// # Errors
    /// As [`Sampling::of`].
    pub fn sampling(&self, design: &Design) -> Result<Sampling<'_>> {
        Sampling::of(&self.units, design)
    }

    /// The last-stage unit of a row; its stratum where the row is the unit.
    pub fn unit(&self, row: usize) -> usize {
        self.unit_of.get(row).map_or(usize::MAX, |unit| *unit as usize)
    }

    /// The weight of a row.
    pub fn weight(&self, row: usize, sampling: &Sampling<'_>) -> f64 {
        match &self.weights {
            Some(weights) => weights.get(row).copied().unwrap_or_default(),
            None => sampling.weight_of(self.unit(row)),
        }
    }

    /// First-stage clusters less strata among these rows; rows less strata where the row is the unit.
    pub fn degrees(&self, rows: &[usize], sampling: &Sampling<'_>) -> f64 {
        let mut clusters: Vec<(usize, usize)> = rows.iter().map(|row| sampling.primary_of(self.unit(*row))).collect();
        clusters.sort_unstable();
        if sampling.clustered() {
            clusters.dedup();
        }
        let strata = clusters.chunk_by(|a, b| a.0 == b.0).count();
        (clusters.len() - strata) as f64
    }
}

/// The columns of a design.
fn design_columns(design: &Design) -> impl Iterator<Item = &str> {
    let lists = [&design.strata, &design.clusters, &design.fpc];
    lists.into_iter().flatten().chain(&design.weights).map(String::as_str)
}

fn check_options(options: &EstimateOptions) -> Result<()> {
    let mut faults = Vec::new();
    if !(options.level > 0.0 && options.level < 1.0) {
        faults.push(Fault::new(FaultKind::OutOfRange, "level", "the level lies between 0 and 1"));
    }
    if let Some(column) = options.margin().by.first() {
        let message = "groups are no option here: name them as a regressor or as the groups of the test, or use where";
        faults.push(Fault::new(FaultKind::UnknownOption, "by", message).value(column));
    }
    Error::unless_empty(faults, ())
}

/// Which rows are in the domain.
fn inside(table: &Table<'_>, within: &[Filter]) -> Result<Vec<bool>> {
    let mut inside = vec![true; table.rows()];
    for filter in within {
        let labels = table.column(&filter.column)?.labels();
        for (row, inside) in inside.iter_mut().enumerate() {
            *inside &= labels.get(row).is_some_and(|label| filter.values.iter().any(|value| value == label));
        }
    }
    Ok(inside)
}

/// Says that texts that are no numbers were counted as missing.
pub(super) fn unparsed_note(column: &str, numbers: &Numbers<'_>) -> Option<Note> {
    let examples: Vec<String> =
        numbers.unparsed.iter().take(3).map(|unparsed| format!("row {}: {}", unparsed.row, unparsed.text)).collect();
    let note = Note::warning(NoteCode::Unparsed, format!("column[{column}]"))
        .with("column", column)
        .with("n", numbers.unparsed.len())
        .with("examples", examples.join("; "));
    (!examples.is_empty()).then_some(note)
}
