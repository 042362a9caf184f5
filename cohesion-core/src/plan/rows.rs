//! Tables of records to rows.

use std::collections::BTreeMap;

use crate::codebook::check::{field, shown};
use crate::error::{Fault, FaultKind, did_you_mean};
use crate::partnership::{ASSESSMENT_TABLE, RecordColumn, RecordKind, Row, cell};
use crate::table::{Column, Table};

/// The rows of every table, and the faults of tables and columns as such.
pub(super) fn of_tables(tables: &BTreeMap<String, Table<'_>>) -> (BTreeMap<RecordKind, Vec<Row>>, Vec<Fault>) {
    let mut rows = BTreeMap::new();
    let (known, mut faults) = by_kind(tables);
    for (kind, table) in known {
        rows.insert(kind, of_table(kind, table, &mut faults));
    }
    (rows, faults)
}

/// The tables by their kind, and a fault for every name that is none.
pub(super) fn by_kind<'t, 'a>(
    tables: &'t BTreeMap<String, Table<'a>>,
) -> (BTreeMap<RecordKind, &'t Table<'a>>, Vec<Fault>) {
    let mut faults = Vec::new();
    let mut known = BTreeMap::new();
    for (name, table) in tables.iter().filter(|(name, _)| *name != ASSESSMENT_TABLE) {
        let Some(kind) = RecordKind::from_name(name) else {
            let names = RecordKind::ALL.into_iter().map(RecordKind::as_str).chain([ASSESSMENT_TABLE]);
            let hint = did_you_mean(name, names.clone());
            let message = format!("there are no records called `{}`.{hint}", shown(name));
            faults.push(Fault::new(FaultKind::UnknownKey, field("records", name), message).value(name).allowed(names));
            continue;
        };
        known.insert(kind, table);
    }
    (known, faults)
}

pub(super) fn of_table(kind: RecordKind, table: &Table<'_>, faults: &mut Vec<Fault>) -> Vec<Row> {
    let path = field("records", kind.as_str());
    let names = || kind.columns().iter().map(|column| column.name);
    for column in table.columns().iter().filter(|column| !names().any(|name| name == column.name())) {
        let hint = did_you_mean(column.name(), names());
        let message = format!("{} have no column `{}`.{hint}", kind.as_str(), shown(column.name()));
        let at = field(&path, column.name());
        faults.push(Fault::new(FaultKind::UnknownKey, at, message).value(column.name()).allowed(names()));
    }
    let find = |declared: &RecordColumn| table.columns().iter().find(|column| column.name() == declared.name);
    let before = faults.len();
    for declared in kind.columns().iter().filter(|declared| declared.required && find(declared).is_none()) {
        let message = format!("a table of {} needs the column `{}`", kind.as_str(), declared.name);
        let fault = Fault::new(FaultKind::MissingColumn, field(&path, declared.name), message);
        faults.push(fault.allowed(table.columns().iter().map(Column::name)));
    }
    // What is said once of the table is not said again of each row.
    if faults.len() > before {
        return Vec::new();
    }
    let mut rows = vec![Row::new(); table.rows()];
    for declared in kind.columns() {
        if let Some(column) = find(declared) {
            fill(&mut rows, declared, column);
        }
    }
    rows
}

/// Writes one column into the rows; a missing cell leaves its key out.
fn fill(rows: &mut [Row], declared: &RecordColumn, column: &Column<'_>) {
    let labels = column.labels();
    for (index, row) in rows.iter_mut().enumerate() {
        if let Some(text) = labels.get(index) {
            row.insert(declared.name.to_owned(), cell(declared.kind, text));
        }
    }
}
