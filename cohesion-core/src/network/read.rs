//! A network from a table of ties.

use std::collections::BTreeSet;

use super::{Network, NetworkOptions};
use crate::error::{Error, Fault, FaultKind, Result, did_you_mean};
use crate::estimate::{Note, Provenance};
use crate::network::texts;
use crate::stat::Graph;
use crate::table::{Labels, Table};

/// Faults of rows beyond this many are counted and not listed.
const MOST_FAULTS: usize = 100;

impl Network {
    /// Reads a network from a table with one row per tie.
    ///
    /// Rows that say the same of the same pair count once. Ids are compared as labels: 1 and "1" are one partner.
    ///
    /// # Errors
    /// All faults of the rows at once, each with its row: [`FaultKind::Inconsistent`] for a partner tied to itself and for
    /// a tie stated by somebody who is said not to have answered, [`FaultKind::DanglingId`] for a tie to nobody or to
    /// somebody who is not in the table of partners, [`FaultKind::BadWeight`] for a weight that is missing, negative or
    /// infinite, [`FaultKind::DuplicateId`] for two rows that give one tie different weights. Also
    /// [`FaultKind::MissingColumn`], [`FaultKind::EmptyTable`] without a partner, [`FaultKind::OutOfRange`] for
    /// `minimum_completion` outside 0 to 1.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "city", "club"].map(Some)),
    ///     Column::text("b", ["club", "police", "school"].map(Some)),
    /// ])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?;
    /// assert_eq!(network.ties(), 3);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn from_edges(edges: &Table<'_>, options: NetworkOptions<'_>) -> Result<Self> {
        check_options(edges, &options)?;
        let sources = edges.column(&options.source)?.labels();
        let targets = edges.column(&options.target)?.labels();
        let names = names(&sources, &targets, edges.rows(), &options)?;
        let answered = answered(&names, &options)?;
        let stated = Stated::read(edges, &sources, &targets, &names, &answered, &options)?;
        let size = names.len();
        let graph = Graph::new(size, &stated.arcs);
        let unknown = unknown(&graph, &answered, options.directed);
        let mut hashes = vec![edges.fingerprint()];
        hashes.extend(options.nodes.map(Table::fingerprint));
        let rule = if options.directed { "as_stated" } else { "undirected" };
        Ok(Self {
            attributes: attributes(&names, &options)?,
            names,
            directed: options.directed,
            weighted: options.weight.is_some(),
            graph,
            answered,
            unknown,
            minimum_completion: options.minimum_completion,
            notes: stated.notes,
            provenance: Provenance { rule: Some(rule.to_owned()), ..Provenance::of_tables(hashes) },
        })
    }
}

/// Columns that are not there, and a share that is none.
fn check_options(edges: &Table<'_>, options: &NetworkOptions<'_>) -> Result<()> {
    let wanted = [Some(&options.source), Some(&options.target), options.weight.as_ref()];
    let mut faults = edges.absent(wanted.into_iter().flatten().map(String::as_str));
    if let Some(nodes) = options.nodes {
        faults.extend(nodes.absent(std::iter::once(options.id.as_str())));
    }
    if !(0.0..=1.0).contains(&options.minimum_completion) {
        let message = "the share of partners who must have answered lies between 0 and 1";
        let fault = Fault::new(FaultKind::OutOfRange, "minimum_completion", message);
        faults.push(fault.value(options.minimum_completion));
    }
    if options.source == options.target {
        let message = format!("`{}` cannot be both ends of a tie", options.source);
        faults.push(Fault::new(FaultKind::DuplicateColumn, "target", message));
    }
    Error::unless_empty(faults, ())
}

/// The ids of all partners, sorted.
fn names(sources: &Labels<'_>, targets: &Labels<'_>, rows: usize, options: &NetworkOptions<'_>) -> Result<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    let mut faults = Vec::new();
    if let Some(nodes) = options.nodes {
        let ids = nodes.column(&options.id)?.labels();
        for row in 0..nodes.rows() {
            let path = || format!("column[{}].row[{}]", options.id, row + 1);
            match ids.get(row) {
                Some(id) => names.push(id.to_owned()),
                None => faults.push(Fault::new(FaultKind::MissingField, path(), "a partner without an id")),
            }
        }
        // Sorted, so that partners are found by halving and results do not depend on the order of rows.
        names.sort();
        for (id, next) in names.iter().zip(names.iter().skip(1)) {
            if id == next {
                let message = format!("`{id}` stands twice in the table of partners");
                faults.push(Fault::new(FaultKind::DuplicateId, format!("column[{}]", options.id), message).value(id));
            }
        }
    } else {
        let both = (0..rows).flat_map(|row| [sources.get(row), targets.get(row)]).flatten();
        names = BTreeSet::from_iter(both).into_iter().map(str::to_owned).collect();
        // Who answered and named nobody is a partner without a tie.
        let more = options.respondents.iter().flatten().cloned();
        names = BTreeSet::from_iter(names.into_iter().chain(more)).into_iter().collect();
    }
    Error::unless_empty(faults, ())?;
    if names.is_empty() {
        let message = "there is no tie and no table of partners: nothing to measure";
        return Err(Error::new(FaultKind::EmptyTable, "table", message));
    }
    Ok(names)
}

fn answered(names: &[String], options: &NetworkOptions<'_>) -> Result<Vec<bool>> {
    let Some(respondents) = &options.respondents else { return Ok(vec![true; names.len()]) };
    let mut answered = vec![false; names.len()];
    let mut faults = Vec::new();
    for (place, id) in respondents.iter().enumerate() {
        match names.binary_search(id).ok().and_then(|node| answered.get_mut(node)) {
            Some(slot) => *slot = true,
            None => faults.push(nobody(format!("respondents[{place}]"), id, names)),
        }
    }
    Error::unless_empty(faults, answered)
}

/// The fault of an id that is no partner's.
fn nobody(path: String, id: &str, names: &[String]) -> Fault {
    let hint = did_you_mean(id, names.iter().map(String::as_str));
    let message = format!("`{id}` is none of the partners.{hint}");
    Fault::new(FaultKind::DanglingId, path, message).value(id)
}

/// The columns of the table of partners, in the order of `names`.
fn attributes(names: &[String], options: &NetworkOptions<'_>) -> Result<Vec<(String, Vec<Option<String>>)>> {
    let Some(nodes) = options.nodes else { return Ok(Vec::new()) };
    let ids = nodes.column(&options.id)?.labels();
    // Partners are in the order of their ids, the table in its own.
    let mut row_of = vec![0; names.len()];
    for row in 0..nodes.rows() {
        let node = ids.get(row).and_then(|id| names.binary_search_by(|name| name.as_str().cmp(id)).ok());
        if let Some(slot) = node.and_then(|node| row_of.get_mut(node)) {
            *slot = row;
        }
    }
    let columns = nodes.columns().iter().filter(|column| column.name() != options.id);
    Ok(columns
        .map(|column| {
            let labels = column.labels();
            let own = row_of.iter().map(|row| labels.get(*row).map(str::to_owned)).collect();
            (column.name().to_owned(), own)
        })
        .collect())
}

/// A tie from row to column is unknown where its source did not answer (directed), where neither end did (undirected).
fn unknown(graph: &Graph, answered: &[bool], directed: bool) -> Vec<bool> {
    let size = answered.len();
    // Nothing is kept of what everybody told.
    if answered.iter().all(|answered| *answered) {
        return Vec::new();
    }
    let mut unknown = Vec::with_capacity(size * size);
    for (from, from_answered) in answered.iter().enumerate() {
        for (to, to_answered) in answered.iter().enumerate() {
            // An undirected tie is known as soon as one of the two answered.
            let silent = !from_answered && (directed || !to_answered);
            // A tie that is stated is there, whoever stated it.
            unknown.push(from != to && silent && graph.weight(from, to).is_none());
        }
    }
    unknown
}

/// Ties as they were stated.
struct Stated {
    arcs: Vec<(u32, u32, f64)>,
    notes: Vec<Note>,
}

impl Stated {
    fn read(
        edges: &Table<'_>,
        sources: &Labels<'_>,
        targets: &Labels<'_>,
        names: &[String],
        answered: &[bool],
        options: &NetworkOptions<'_>,
    ) -> Result<Self> {
        let weights = options.weight.as_ref().map(|column| edges.column(column)?.numbers_unchecked()).transpose()?;
        let mut faults = Vec::new();
        // From, to, weight and row.
        let mut found: Vec<(usize, usize, f64, usize)> = Vec::with_capacity(edges.rows());
        let mut zeros = 0_usize;
        for row in 0..edges.rows() {
            let weight = weights.as_ref().map_or(1.0, |numbers| numbers.values.get(row).copied().unwrap_or(f64::NAN));
            if !(weight >= 0.0 && weight.is_finite()) {
                let column = options.weight.as_deref().unwrap_or_default();
                let message = format!("the weight of a tie is a number from 0 up, not {}", shown(weight));
                faults.push(Fault::new(FaultKind::BadWeight, place(column, row), message));
            }
            let ends = [(&options.source, sources), (&options.target, targets)]
                .map(|(column, labels)| end(column, labels.get(row), row, names, &mut faults));
            let [Some(from), Some(to)] = ends else { continue };
            if from == to {
                let message = format!("`{}` is tied to itself", sources.get(row).unwrap_or_default());
                faults.push(Fault::new(FaultKind::Inconsistent, place(&options.target, row), message));
            // Who did not answer cannot have said so: one of the two tables is wrong.
            } else if options.directed && answered.get(from) == Some(&false) {
                let message =
                    format!("`{}` states a tie and is not among those who answered", names.get(from).map_or("", |n| n));
                faults.push(Fault::new(FaultKind::Inconsistent, place(&options.source, row), message));
            } else if weight == 0.0 {
                zeros += 1;
            // An undirected tie is kept from the smaller to the larger, so that one that stands both ways is seen to
            // stand twice.
            } else if options.directed || from < to {
                found.push((from, to, weight, row));
            } else {
                found.push((to, from, weight, row));
            }
        }
        let (arcs, twice) = merged(found, options, &mut faults);
        // A wrong column makes a fault of every row; a hundred show what is wrong.
        if faults.len() > MOST_FAULTS {
            let rest = faults.len() - MOST_FAULTS;
            faults.truncate(MOST_FAULTS);
            faults.push(Fault::new(FaultKind::Inconsistent, "table", format!("and {rest} more faults")));
        }
        Error::unless_empty(faults, ())?;
        let mut notes = Vec::new();
        if zeros > 0 {
            notes.push(Note::information(texts::zero_weight_ties(zeros), ""));
        }
        if twice > 0 {
            notes.push(Note::information(texts::repeated_ties(twice), ""));
        }
        Ok(Self { arcs, notes })
    }
}

/// The partner at one end of a tie.
fn end(column: &str, id: Option<&str>, row: usize, names: &[String], faults: &mut Vec<Fault>) -> Option<usize> {
    let Some(id) = id else {
        let message = "a tie needs a partner at both ends; this one leads to nobody";
        faults.push(Fault::new(FaultKind::DanglingId, place(column, row), message));
        return None;
    };
    let found = names.binary_search_by(|name| name.as_str().cmp(id)).ok();
    if found.is_none() {
        faults.push(nobody(place(column, row), id, names));
    }
    found
}

/// Each tie once, in both directions where the network is undirected; and how many rows said the same again.
fn merged(
    mut found: Vec<(usize, usize, f64, usize)>,
    options: &NetworkOptions<'_>,
    faults: &mut Vec<Fault>,
) -> (Vec<(u32, u32, f64)>, usize) {
    // By row last: the fault names the later of two rows that disagree.
    found.sort_by_key(|tie| (tie.0, tie.1, tie.3));
    let mut arcs = Vec::with_capacity(found.len());
    let (mut twice, mut last) = (0, None);
    for (from, to, weight, row) in found {
        if let Some((a, b, earlier, first)) = last
            && (a, b) == (from, to)
        {
            twice += 1;
            if earlier != weight {
                let column = options.weight.as_deref().unwrap_or_default();
                let hint = if options.directed { "" } else { "; where each gives a view of its own, read it directed" };
                let message = format!(
                    "row {} gives this tie the weight {earlier}, this row {weight}: one tie has one weight{hint}",
                    first + 1
                );
                faults.push(Fault::new(FaultKind::DuplicateId, place(column, row), message).value(weight));
            }
            continue;
        }
        last = Some((from, to, weight, row));
        arcs.push((from as u32, to as u32, weight));
        if !options.directed {
            arcs.push((to as u32, from as u32, weight));
        }
    }
    (arcs, twice)
}

fn place(column: &str, row: usize) -> String {
    format!("column[{column}].row[{}]", row + 1)
}

fn shown(weight: f64) -> String {
    if weight.is_nan() { "missing".to_owned() } else { weight.to_string() }
}
