//! Faults of meaning in records, whether they stand in the plan or were given as tables.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};
use time::Date;

use super::columns::table_ids;
use super::{ColumnType, RecordColumn, RecordKind, RecordReference};
use crate::codebook::check::{self, IdKind, Ids, element, field};
use crate::error::{Fault, FaultKind, did_you_mean};
use crate::message::parse_date;
use crate::partnership::check::{PartnershipIds, person};
use crate::partnership::{Channel, Partnership, check::word};
use crate::table::Table;

/// One row: column names and values.
pub type Row = Map<String, Value>;

/// What records may refer to, and the dates they are held against.
pub(crate) struct RecordContext<'a> {
    partnership: PartnershipIds,
    indicators: &'a Ids,
    waves: &'a Ids,
    channels: &'a [Channel],
    channel_places: BTreeMap<&'a str, usize>,
}

impl<'a> RecordContext<'a> {
    /// The context of a plan with this partnership; without one no record can refer to anything in it.
    pub(crate) fn new(partnership: Option<&'a Partnership>, indicators: &'a Ids, waves: &'a Ids) -> Self {
        let channels = partnership.map_or(&[][..], |partnership| &partnership.channels);
        Self {
            partnership: partnership.map_or_else(|| Partnership::default().ids(), Partnership::ids),
            indicators,
            waves,
            channels,
            channel_places: BTreeMap::from_iter(
                channels
                    .iter()
                    .enumerate()
                    .filter(|(_, x)| start_of(x).is_some())
                    .map(|(place, x)| (x.id.as_str(), place)),
            ),
        }
    }

    /// Adds the faults of those `tables` that `judged` picks to `faults`; `path` is the place of the records. The other
    /// tables are there to be referred to.
    pub(crate) fn check(
        &self,
        tables: &BTreeMap<RecordKind, Vec<Row>>,
        judged: impl Fn(RecordKind) -> bool,
        path: &str,
        faults: &mut Vec<Fault>,
    ) {
        self.check_with(tables, &RowIds::of(tables, &BTreeMap::new()), judged, path, faults);
    }

    /// The same where other rows than those of `tables` may be referred to.
    pub(crate) fn check_with(
        &self,
        tables: &BTreeMap<RecordKind, Vec<Row>>,
        ids: &RowIds,
        judged: impl Fn(RecordKind) -> bool,
        path: &str,
        faults: &mut Vec<Fault>,
    ) {
        for (kind, rows) in tables.iter().filter(|(kind, _)| judged(**kind)) {
            let at = field(path, kind.as_str());
            unique_ids(rows, &at, faults);
            for (index, row) in rows.iter().enumerate() {
                if check::enough(faults) {
                    return;
                }
                let at = element(&at, index, text_of(row, "id"));
                self.check_columns(*kind, row, &at, ids, faults);
                self.check_row(*kind, row, &at, faults);
            }
            match kind {
                RecordKind::Actions => check_follows(rows, &at, faults),
                RecordKind::Memberships => check_stays(rows, &at, faults),
                _ => {}
            }
        }
    }

    /// The rules of every column: known, there where required, of its type, referring to something.
    fn check_columns(&self, kind: RecordKind, row: &Row, path: &str, ids: &RowIds, faults: &mut Vec<Fault>) {
        for column in kind.columns() {
            let at = field(path, column.name);
            match row.get(column.name).filter(|value| !is_blank(value)) {
                None if column.required => {
                    let message = format!("a row of {} needs `{}`", kind.as_str(), column.name);
                    faults.push(Fault::new(FaultKind::MissingField, at, message));
                }
                None => {}
                Some(value) => self.check_cell(column, value, &at, ids, faults),
            }
        }
        let names = kind.columns().iter().map(|column| column.name);
        for key in row.keys().filter(|key| !names.clone().any(|name| name == key.as_str())) {
            let hint = did_you_mean(&check::shown(key), names.clone());
            let message = format!("{} have no column `{}`.{hint}", kind.as_str(), check::shown(key));
            faults.push(Fault::new(FaultKind::UnknownKey, field(path, key), message).allowed(names.clone()));
        }
    }

    pub(super) fn check_cell(
        &self,
        column: &RecordColumn,
        value: &Value,
        path: &str,
        ids: &RowIds,
        faults: &mut Vec<Fault>,
    ) {
        let known = column.refers_to.map(|target| (self.known(target, ids), noun(target)));
        match (column.kind, value) {
            (ColumnType::Text, Value::String(text)) => word(text, path, faults),
            (ColumnType::Person, Value::String(text)) => person(text, path, faults),
            (ColumnType::Date, Value::String(text)) => {
                check::date(text, path, faults);
            }
            (ColumnType::Id, Value::String(text)) => match known {
                Some((known, what)) => check::refers(text, known, what, path, faults),
                None => check::id(text, path.strip_suffix(".id").unwrap_or(path), IdKind::Word, faults),
            },
            (ColumnType::Ids, list) if id_list(list).is_some() => {
                let list = id_list(list).unwrap_or_default();
                if let Some((known, what)) = known {
                    check::refer_all(&list, known, what, path, faults);
                }
            }
            (ColumnType::Amount, Value::Number(number)) => not_negative(number.as_f64(), path, faults),
            (ColumnType::Count, Value::Number(number)) if number.as_f64().is_some_and(|x| x.fract() == 0.0) => {
                not_negative(number.as_f64(), path, faults);
            }
            (ColumnType::Flag, Value::Bool(_)) => {}
            (ColumnType::Word(words), Value::String(text)) if words.contains(&text.as_str()) => {}
            (ColumnType::Word(words), _) => {
                let text = plain(value);
                let hint = did_you_mean(&check::shown(&text), words.iter().copied());
                let message = format!("`{}` is none of {}.{hint}", check::shown(&text), words.join(", "));
                faults.push(
                    Fault::new(FaultKind::UnknownValue, path, message).value(text).allowed(words.iter().copied()),
                );
            }
            (kind, _) => {
                let message = format!("this is to be {}", type_in_words(kind));
                faults.push(Fault::new(FaultKind::WrongType, path, message).value(plain(value)));
            }
        }
    }

    /// The rules that hold one column of a row against another.
    fn check_row(&self, kind: RecordKind, row: &Row, path: &str, faults: &mut Vec<Fault>) {
        match kind {
            RecordKind::Events => self.check_event(row, path, faults),
            RecordKind::Conflicts => order(row, path, "opened", "closed", faults),
            RecordKind::Memberships => order(row, path, "joined", "left", faults),
            RecordKind::Actions => {
                order(row, path, "opened", "closed", faults);
                order(row, path, "opened", "due", faults);
                check_status(row, path, faults);
            }
            RecordKind::Ties => {
                let ends = (text_of(row, "from"), text_of(row, "to"));
                if let (Some(from), Some(to)) = ends
                    && from == to
                {
                    let message = format!("`{}` is tied to itself", check::shown(from));
                    faults.push(Fault::new(FaultKind::Inconsistent, field(path, "to"), message).value(to));
                }
            }
            RecordKind::Contributions | RecordKind::Deliveries | RecordKind::Recognitions | RecordKind::Attendance => {}
        }
    }

    fn check_event(&self, row: &Row, path: &str, faults: &mut Vec<Fault>) {
        let start = text_of(row, "channel")
            .and_then(|channel| start_of(self.channels.get(*self.channel_places.get(channel)?)?));
        let day = text_of(row, "date").and_then(parse_date);
        if let (Some(start), Some(day)) = (start, day)
            && day < start
        {
            let message = format!("the event ({day}) comes before its channel starts ({start})");
            faults.push(Fault::new(FaultKind::ImpossibleDate, field(path, "date"), message).value(day));
        }
    }

    fn known<'b>(&'b self, target: RecordReference, rows: &'b RowIds) -> &'b Ids {
        match target {
            RecordReference::Stakeholder => &self.partnership.stakeholders,
            RecordReference::Activity => &self.partnership.activities,
            RecordReference::Channel => &self.partnership.channels,
            RecordReference::Need => &self.partnership.needs,
            RecordReference::Objective => &self.partnership.objectives,
            RecordReference::Indicator => self.indicators,
            RecordReference::Wave => self.waves,
            RecordReference::Event => &rows.events,
            RecordReference::Contribution => &rows.contributions,
            RecordReference::Action => &rows.actions,
        }
    }
}

fn start_of(channel: &Channel) -> Option<Date> {
    parse_date(channel.start.as_deref()?)
}

/// The ids of rows that other rows refer to.
pub(crate) struct RowIds {
    events: Ids,
    contributions: Ids,
    actions: Ids,
}

impl RowIds {
    /// The ids of rows, and of rows that still stand in tables.
    pub(crate) fn of(rows: &BTreeMap<RecordKind, Vec<Row>>, tables: &BTreeMap<RecordKind, &Table<'_>>) -> Self {
        let own = |kind| match tables.get(&kind) {
            Some(table) => BTreeSet::from_iter(table_ids(table)),
            None => rows.get(&kind).map(|rows| ids_of(rows)).unwrap_or_default(),
        };
        Self {
            events: own(RecordKind::Events),
            contributions: own(RecordKind::Contributions),
            actions: own(RecordKind::Actions),
        }
    }
}

fn ids_of(rows: &[Row]) -> Ids {
    BTreeSet::from_iter(rows.iter().filter_map(|row| text_of(row, "id")).map(str::to_owned))
}

fn text_of<'a>(row: &'a Row, column: &str) -> Option<&'a str> {
    row.get(column).and_then(Value::as_str).filter(|text| !text.is_empty())
}

/// An empty cell of a table is absent, as `null` is.
fn is_blank(value: &Value) -> bool {
    value.is_null() || value.as_str().is_some_and(str::is_empty)
}

fn noun(target: RecordReference) -> &'static str {
    match target {
        RecordReference::Stakeholder => "stakeholder",
        RecordReference::Activity => "activity",
        RecordReference::Channel => "channel",
        RecordReference::Need => "need",
        RecordReference::Objective => "objective",
        RecordReference::Indicator => "indicator",
        RecordReference::Wave => "wave",
        RecordReference::Event => "event",
        RecordReference::Contribution => "contribution",
        RecordReference::Action => "action",
    }
}

fn type_in_words(kind: ColumnType) -> &'static str {
    match kind {
        ColumnType::Text | ColumnType::Word(_) => "a text",
        ColumnType::Id => "an id, as text",
        ColumnType::Ids => "a list of ids, or ids with `;` between them",
        ColumnType::Person => "the id of a person, as text",
        ColumnType::Date => "a date as text: 2026-06-30",
        ColumnType::Amount => "a number",
        ColumnType::Count => "a whole number",
        ColumnType::Flag => "true or false",
    }
}

/// The ids of a list, or of a cell with `;` between them.
fn id_list(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::String(text) => Some(text.split(';').map(|id| id.trim().to_owned()).collect()),
        Value::Array(list) => list.iter().map(|id| id.as_str().map(str::to_owned)).collect(),
        _ => None,
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn not_negative(number: Option<f64>, path: &str, faults: &mut Vec<Fault>) {
    if let Some(number) = number.filter(|number| *number < 0.0) {
        faults.push(Fault::new(FaultKind::OutOfRange, path, "this cannot be negative").value(number));
    }
}

fn order(row: &Row, path: &str, earlier: &str, later: &str, faults: &mut Vec<Fault>) {
    // Each date alone was checked with its column.
    let mut others = Vec::new();
    check::date_order(path, (earlier, text_of(row, earlier)), (later, text_of(row, later)), &mut others);
    let both = [earlier, later].into_iter().all(|column| text_of(row, column).and_then(parse_date).is_some());
    if both {
        faults.append(&mut others);
    }
}

fn check_status(row: &Row, path: &str, faults: &mut Vec<Fault>) {
    let closed = text_of(row, "closed").is_some();
    let message = match text_of(row, "status") {
        Some("open") if closed => "an action that is open has no day on which it was closed",
        Some("done" | "dropped") if !closed => "an action that is done or dropped needs the day on which it was closed",
        _ => return,
    };
    faults.push(Fault::new(FaultKind::Inconsistent, field(path, "closed"), message));
}

fn check_follows(rows: &[Row], path: &str, faults: &mut Vec<Fault>) {
    let edges: Vec<_> = rows
        .iter()
        .enumerate()
        .filter_map(|(index, row)| {
            let id = text_of(row, "id")?;
            Some((id, text_of(row, "follows"), field(&element(path, index, Some(id)), "follows")))
        })
        .collect();
    check::cycles(&edges, "actions before", faults);
}

/// An organisation takes part once at a time; its persons may come and go side by side. Both days are part of a stay.
fn check_stays(rows: &[Row], path: &str, faults: &mut Vec<Fault>) {
    let mut stays: Vec<(&str, Date, Option<Date>, usize)> = Vec::new();
    for (index, row) in rows.iter().enumerate().filter(|(_, row)| text_of(row, "person").is_none()) {
        let joined = text_of(row, "joined").and_then(parse_date);
        if let (Some(who), Some(joined)) = (text_of(row, "stakeholder"), joined) {
            stays.push((who, joined, text_of(row, "left").and_then(parse_date), index));
        }
    }
    stays.sort();
    let mut last: Option<(&str, Option<Date>, usize)> = None;
    for (who, joined, left, index) in stays {
        match last.filter(|(of, ..)| *of == who) {
            Some((_, until, other)) if until.is_none_or(|until| until >= joined) => {
                let at = element(path, index.max(other), None);
                let message = format!("`{}` already takes part on {joined}: its stays overlap", check::shown(who));
                faults.push(Fault::new(FaultKind::Inconsistent, at, message).value(joined));
                // The longer of the two goes on.
                if until.zip(left).is_some_and(|(until, left)| left > until) || (until.is_some() && left.is_none()) {
                    last = Some((who, left, index));
                }
            }
            _ => last = Some((who, left, index)),
        }
    }
}

fn unique_ids(rows: &[Row], path: &str, faults: &mut Vec<Fault>) {
    let mut seen = std::collections::BTreeSet::new();
    for (index, row) in rows.iter().enumerate() {
        if let Some(id) = text_of(row, "id")
            && !seen.insert(id)
        {
            let at = field(&element(path, index, Some(id)), "id");
            let message = format!("the id `{}` is taken", check::shown(id));
            faults.push(Fault::new(FaultKind::DuplicateId, at, message).value(id));
        }
    }
}
