//! Tables of records as typed rows, and a quick look whether a large table has any fault.
//!
//! A ledger has many rows and few different cells: each different cell is judged once here. Where one of them has a
//! fault, the rows are judged one by one elsewhere, which names every place.

use serde_json::{Number, Value};

use super::check::{RecordContext, RowIds};
use super::{
    Action, ActionStatus, Attendance, ColumnType, Conflict, Contribution, ContributionStatus, Delivery, Event,
    Membership, Recognition, RecordColumn, RecordKind, Records, Tie,
};
use crate::error::Fault;
use crate::table::{Column, Labels, Table, Values, parse_number};

impl RecordKind {
    /// Whether no rule holds one column of a row against another.
    fn rows_stand_alone(self) -> bool {
        matches!(self, Self::Contributions | Self::Deliveries | Self::Recognitions | Self::Attendance)
    }
}

/// A cell by the type of its column; what does not read as that type stays text, so that the check names it.
pub(crate) fn cell(kind: ColumnType, text: &str) -> Value {
    let read = match kind {
        ColumnType::Amount | ColumnType::Count => parse_number(text).and_then(Number::from_f64).map(Value::Number),
        ColumnType::Flag => flag(text).map(Value::Bool),
        _ => None,
    };
    read.unwrap_or_else(|| Value::String(text.to_owned()))
}

fn flag(text: &str) -> Option<bool> {
    match text.trim().to_ascii_lowercase().as_str() {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

impl RecordContext<'_> {
    /// Whether no row of a table can have a fault; false where that cannot be told from its different cells alone.
    pub(crate) fn is_clean(&self, kind: RecordKind, table: &Table<'_>, ids: &RowIds) -> bool {
        let known = |column: &Column<'_>| kind.columns().iter().any(|declared| declared.name == column.name());
        kind.rows_stand_alone()
            && table.columns().iter().all(known)
            && kind.columns().iter().all(|declared| match table.column(declared.name) {
                Err(_) => !declared.required,
                Ok(column) => self.is_clean_column(declared, column, ids),
            })
    }

    fn is_clean_column(&self, declared: &RecordColumn, column: &Column<'_>, ids: &RowIds) -> bool {
        if let (ColumnType::Amount, Values::Number(numbers)) = (declared.kind, column.values()) {
            return numbers.iter().all(|x| if x.is_nan() { !declared.required } else { x.is_finite() && *x >= 0.0 });
        }
        let labels = column.labels();
        let mut used = vec![0_usize; labels.levels.len()];
        for code in labels.codes.iter() {
            match used.get_mut(*code as usize) {
                Some(count) => *count += 1,
                None if declared.required => return false,
                None => {}
            }
        }
        // An id of a row of its own stands there once.
        let once = declared.name == "id" && declared.kind == ColumnType::Id;
        let mut faults: Vec<Fault> = Vec::new();
        for (text, count) in labels.levels.iter().zip(&used).filter(|(_, count)| **count > 0) {
            if text.is_empty() || (once && *count > 1) {
                return false;
            }
            self.check_cell(declared, &cell(declared.kind, text), declared.name, ids, &mut faults);
            if !faults.is_empty() {
                return false;
            }
        }
        true
    }
}

/// The cells of a table by the name of their column.
struct Cells<'t> {
    columns: Vec<(&'t str, Labels<'t>)>,
    amounts: Option<Vec<f64>>,
}

impl<'t> Cells<'t> {
    fn new(kind: RecordKind, table: &'t Table<'_>) -> Self {
        let (mut columns, mut amounts) = (Vec::new(), None);
        for column in table.columns() {
            let amount = kind.columns().iter().any(|x| x.name == column.name() && x.kind == ColumnType::Amount);
            match column.values() {
                Values::Number(numbers) if amount => amounts = Some(numbers.to_vec()),
                _ => columns.push((column.name(), column.labels())),
            }
        }
        Self { columns, amounts }
    }

    fn get(&self, name: &str, row: usize) -> Option<&str> {
        let (_, labels) = self.columns.iter().find(|(column, _)| *column == name)?;
        labels.get(row).filter(|text| !text.is_empty())
    }

    fn text(&self, name: &str, row: usize) -> Option<String> {
        self.get(name, row).map(str::to_owned)
    }

    fn must(&self, name: &str, row: usize) -> String {
        self.text(name, row).unwrap_or_default()
    }

    /// The one column of amounts of a kind.
    fn amount(&self, name: &str, row: usize) -> Option<f64> {
        match &self.amounts {
            Some(amounts) => amounts.get(row).copied().filter(|amount| !amount.is_nan()),
            None => self.get(name, row).and_then(parse_number),
        }
    }

    fn ids(&self, name: &str, row: usize) -> Vec<String> {
        self.get(name, row).map(|text| text.split(';').map(|id| id.trim().to_owned()).collect()).unwrap_or_default()
    }

    fn flag(&self, name: &str, row: usize) -> Option<bool> {
        self.get(name, row).and_then(flag)
    }
}

impl Records {
    /// Takes the rows of a table in which no fault was found.
    pub(crate) fn take(&mut self, kind: RecordKind, table: &Table<'_>) {
        let cells = Cells::new(kind, table);
        let rows = 0..table.rows();
        match kind {
            RecordKind::Events => self.events = rows.map(|row| event(&cells, row)).collect(),
            RecordKind::Conflicts => self.conflicts = rows.map(|row| conflict(&cells, row)).collect(),
            RecordKind::Contributions => self.contributions = rows.map(|row| contribution(&cells, row)).collect(),
            RecordKind::Deliveries => self.deliveries = rows.map(|row| delivery(&cells, row)).collect(),
            RecordKind::Recognitions => self.recognitions = rows.map(|row| recognition(&cells, row)).collect(),
            RecordKind::Memberships => self.memberships = rows.map(|row| membership(&cells, row)).collect(),
            RecordKind::Attendance => self.attendance = rows.map(|row| attendance(&cells, row)).collect(),
            RecordKind::Actions => self.actions = rows.map(|row| action(&cells, row)).collect(),
            RecordKind::Ties => self.ties = rows.map(|row| tie(&cells, row)).collect(),
        }
    }

    /// How many rows of a kind there are.
    pub(crate) fn count(&self, kind: RecordKind) -> usize {
        match kind {
            RecordKind::Events => self.events.len(),
            RecordKind::Conflicts => self.conflicts.len(),
            RecordKind::Contributions => self.contributions.len(),
            RecordKind::Deliveries => self.deliveries.len(),
            RecordKind::Recognitions => self.recognitions.len(),
            RecordKind::Memberships => self.memberships.len(),
            RecordKind::Attendance => self.attendance.len(),
            RecordKind::Actions => self.actions.len(),
            RecordKind::Ties => self.ties.len(),
        }
    }
}

fn event(cells: &Cells<'_>, row: usize) -> Event {
    Event {
        id: cells.must("id", row),
        date: cells.must("date", row),
        channel: cells.text("channel", row),
        activity: cells.text("activity", row),
        title: cells.text("title", row),
        participants: cells.get("participants", row).and_then(parse_number).map(|count| count as u32),
    }
}

fn conflict(cells: &Cells<'_>, row: usize) -> Conflict {
    Conflict {
        id: cells.must("id", row),
        opened: cells.must("opened", row),
        closed: cells.text("closed", row),
        parties: cells.ids("parties", row),
        activity: cells.text("activity", row),
        issue: cells.text("issue", row),
        mediated: cells.flag("mediated", row),
    }
}

fn contribution(cells: &Cells<'_>, row: usize) -> Contribution {
    let status = cells.get("status", row).map(|word| match word {
        "pledged" => ContributionStatus::Pledged,
        _ => ContributionStatus::Given,
    });
    Contribution {
        id: cells.text("id", row),
        date: cells.must("date", row),
        stakeholder: cells.must("stakeholder", row),
        kind: cells.must("kind", row),
        amount: cells.amount("amount", row).unwrap_or_default(),
        unit: cells.text("unit", row),
        status,
        need: cells.text("need", row),
        activity: cells.text("activity", row),
    }
}

fn delivery(cells: &Cells<'_>, row: usize) -> Delivery {
    Delivery {
        date: cells.must("date", row),
        need: cells.must("need", row),
        stakeholder: cells.must("stakeholder", row),
        amount: cells.amount("amount", row).unwrap_or_default(),
    }
}

fn recognition(cells: &Cells<'_>, row: usize) -> Recognition {
    Recognition {
        date: cells.must("date", row),
        stakeholder: cells.must("stakeholder", row),
        by: cells.text("by", row),
        contribution: cells.text("contribution", row),
        form: cells.text("form", row),
    }
}

fn membership(cells: &Cells<'_>, row: usize) -> Membership {
    Membership {
        stakeholder: cells.must("stakeholder", row),
        person: cells.text("person", row),
        joined: cells.must("joined", row),
        left: cells.text("left", row),
        reason: cells.text("reason", row),
    }
}

fn attendance(cells: &Cells<'_>, row: usize) -> Attendance {
    Attendance {
        event: cells.must("event", row),
        stakeholder: cells.must("stakeholder", row),
        person: cells.text("person", row),
        present: cells.flag("present", row),
    }
}

fn action(cells: &Cells<'_>, row: usize) -> Action {
    let status = cells.get("status", row).map(|word| match word {
        "done" => ActionStatus::Done,
        "dropped" => ActionStatus::Dropped,
        _ => ActionStatus::Open,
    });
    Action {
        id: cells.must("id", row),
        finding: cells.text("finding", row),
        title: cells.text("title", row),
        owner: cells.text("owner", row),
        objective: cells.text("objective", row),
        indicator: cells.text("indicator", row),
        follows: cells.text("follows", row),
        opened: cells.must("opened", row),
        due: cells.text("due", row),
        closed: cells.text("closed", row),
        status,
        outcome: cells.text("outcome", row),
    }
}

fn tie(cells: &Cells<'_>, row: usize) -> Tie {
    Tie {
        from: cells.must("from", row),
        to: cells.must("to", row),
        wave: cells.text("wave", row),
        kind: cells.text("kind", row),
        weight: cells.amount("weight", row),
    }
}

/// The ids that a table's rows have.
pub(super) fn table_ids(table: &Table<'_>) -> Vec<String> {
    table.column("id").map(|column| column.labels().levels).unwrap_or_default()
}
