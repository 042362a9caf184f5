//! Records of what happened: typed rows, inline in a plan or as tables beside it.

use serde::{Deserialize, Serialize};

use crate::closed_set::closed_set;
use crate::indicator::Origin;

mod check;
mod columns;

pub use check::Row;
pub(crate) use check::{RecordContext, RowIds};
pub(crate) use columns::cell;

/// The name under which the answers to the self-assessment stand among the tables of records: they have the columns that
/// the plan's assessment names, and no rows in a plan.
pub(crate) const ASSESSMENT_TABLE: &str = "assessment";

/// The records that a plan holds inline, one list of rows per kind. Larger ones are given as tables with the same
/// columns, see [`RecordKind::columns`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Records {
    /// What took place: meetings, messages, gatherings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// The register of conflicts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
    /// What stakeholders pledged or gave.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contributions: Vec<Contribution>,
    /// What arrived for a need.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deliveries: Vec<Delivery>,
    /// Who was thanked, and when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recognitions: Vec<Recognition>,
    /// Who joined and who left.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub memberships: Vec<Membership>,
    /// Who was at which event.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attendance: Vec<Attendance>,
    /// What was decided and done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Action>,
    /// Who works with whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ties: Vec<Tie>,
    /// Whether the rows, here and in tables beside the plan, are facts of a source or an illustration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

impl Records {
    /// Whether there is no row.
    ///
    /// ```
    /// use cohesion_core::{Plan, Records};
    /// assert!(Records::default().is_empty());
    /// let plan = Plan::from_toml(&Plan::template("partnership")?)?;
    /// assert!(!plan.records.is_empty());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Something that took place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Id of the event.
    pub id: String,
    /// The day, as `YYYY-MM-DD`.
    pub date: String,
    /// The channel it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// The activity it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<String>,
    /// What it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// How many people took part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participants: Option<u32>,
}

/// A conflict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// Id of the conflict.
    pub id: String,
    /// The day it came up, as `YYYY-MM-DD`.
    pub opened: String,
    /// The day it was settled, as `YYYY-MM-DD`; absent while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<String>,
    /// The stakeholders between whom it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<String>,
    /// The activity it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<String>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issue: Option<String>,
    /// Whether somebody mediated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mediated: Option<bool>,
}

/// Something that a stakeholder pledged or gave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Contribution {
    /// Id of the contribution, where something refers to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The day, as `YYYY-MM-DD`.
    pub date: String,
    /// Who.
    pub stakeholder: String,
    /// Of which kind: `time`, `money`, `space`, `expertise`, `material`, or any other word.
    pub kind: String,
    /// How much, in `unit`.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub amount: f64,
    /// The unit of the amount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Whether it was pledged or given; given where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<ContributionStatus>,
    /// The need it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<String>,
    /// The activity it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<String>,
}

/// Whether a contribution was pledged or given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ContributionStatus {
    /// Promised.
    Pledged,
    /// Given.
    #[default]
    Given,
}

/// Something that arrived for a need.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Delivery {
    /// The day, as `YYYY-MM-DD`.
    pub date: String,
    /// The need it answers.
    pub need: String,
    /// Who brought it.
    pub stakeholder: String,
    /// How much, in the unit of the need.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub amount: f64,
}

/// A sign of thanks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Recognition {
    /// The day, as `YYYY-MM-DD`.
    pub date: String,
    /// Who was thanked.
    pub stakeholder: String,
    /// Who thanked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The contribution it was for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contribution: Option<String>,
    /// In which form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
}

/// The time in which a stakeholder, or a person for it, was part of the partnership.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// Who.
    pub stakeholder: String,
    /// Id of the person, where it is one person's membership; never a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// The first day, as `YYYY-MM-DD`.
    pub joined: String,
    /// The last day, as `YYYY-MM-DD`; absent while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<String>,
    /// Why it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// The presence of a stakeholder, or a person for it, at an event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// The event.
    pub event: String,
    /// Who.
    pub stakeholder: String,
    /// Id of the person; never a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// Whether they were there; true where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<bool>,
}

/// Something that was decided, and what came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// Id of the action.
    pub id: String,
    /// The finding that led to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<String>,
    /// What is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The stakeholder who sees to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// The objective it serves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objective: Option<String>,
    /// The indicator by which its outcome is judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    /// The action that it follows from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<String>,
    /// The day it was decided, as `YYYY-MM-DD`.
    pub opened: String,
    /// The day by which it is to be done, as `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// The day it was done or dropped, as `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<String>,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<ActionStatus>,
    /// What came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
}

/// Where an action stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ActionStatus {
    /// Not yet done.
    Open,
    /// Done.
    Done,
    /// Given up.
    Dropped,
}

/// That one stakeholder works with another, as the first one says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tie {
    /// The stakeholder who says so.
    pub from: String,
    /// The stakeholder of whom it is said.
    pub to: String,
    /// The wave of the survey in which it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wave: Option<String>,
    /// What the tie is: `information`, `trust`, or any other word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// How strong it is; 1 where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub weight: Option<f64>,
}

closed_set! {
    /// A kind of record: one table.
    pub enum RecordKind {
        /// [`Event`].
        Events = "events",
        /// [`Conflict`].
        Conflicts = "conflicts",
        /// [`Contribution`].
        Contributions = "contributions",
        /// [`Delivery`].
        Deliveries = "deliveries",
        /// [`Recognition`].
        Recognitions = "recognitions",
        /// [`Membership`].
        Memberships = "memberships",
        /// [`Attendance`].
        Attendance = "attendance",
        /// [`Action`].
        Actions = "actions",
        /// [`Tie`].
        Ties = "ties",
    }
}

/// The type of a column of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
    /// Text.
    Text,
    /// An id without blanks.
    Id,
    /// Several ids: a list, or in one cell with `;` between them.
    Ids,
    /// The id of a person: without blanks and without `@`.
    Person,
    /// A day, as `YYYY-MM-DD`.
    Date,
    /// A number that is not negative.
    Amount,
    /// A whole number that is not negative.
    Count,
    /// True or false.
    Flag,
    /// One of these words.
    Word(&'static [&'static str]),
}

/// What a column of records refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordReference {
    /// A stakeholder of the partnership.
    Stakeholder,
    /// An activity of the partnership.
    Activity,
    /// A channel of the partnership.
    Channel,
    /// A need of the partnership.
    Need,
    /// An objective of the partnership.
    Objective,
    /// An indicator of the plan.
    Indicator,
    /// A wave of the survey.
    Wave,
    /// A row of the events.
    Event,
    /// A row of the contributions.
    Contribution,
    /// A row of the actions.
    Action,
}

/// A column that a kind of record declares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordColumn {
    /// Its name.
    pub name: &'static str,
    /// Its type.
    pub kind: ColumnType,
    /// Whether every row needs a value.
    pub required: bool,
    /// What it refers to.
    pub refers_to: Option<RecordReference>,
}

const fn must(name: &'static str, kind: ColumnType) -> RecordColumn {
    RecordColumn { name, kind, required: true, refers_to: None }
}

const fn may(name: &'static str, kind: ColumnType) -> RecordColumn {
    RecordColumn { name, kind, required: false, refers_to: None }
}

const fn to(column: RecordColumn, target: RecordReference) -> RecordColumn {
    RecordColumn { refers_to: Some(target), ..column }
}

use ColumnType as C;
use RecordReference as R;

const EVENTS: &[RecordColumn] = &[
    must("id", C::Id),
    must("date", C::Date),
    to(may("channel", C::Id), R::Channel),
    to(may("activity", C::Id), R::Activity),
    may("title", C::Text),
    may("participants", C::Count),
];
const CONFLICTS: &[RecordColumn] = &[
    must("id", C::Id),
    must("opened", C::Date),
    may("closed", C::Date),
    to(may("parties", C::Ids), R::Stakeholder),
    to(may("activity", C::Id), R::Activity),
    may("issue", C::Text),
    may("mediated", C::Flag),
];
const CONTRIBUTIONS: &[RecordColumn] = &[
    may("id", C::Id),
    must("date", C::Date),
    to(must("stakeholder", C::Id), R::Stakeholder),
    must("kind", C::Text),
    must("amount", C::Amount),
    may("unit", C::Text),
    may("status", C::Word(&["pledged", "given"])),
    to(may("need", C::Id), R::Need),
    to(may("activity", C::Id), R::Activity),
];
const DELIVERIES: &[RecordColumn] = &[
    must("date", C::Date),
    to(must("need", C::Id), R::Need),
    to(must("stakeholder", C::Id), R::Stakeholder),
    must("amount", C::Amount),
];
const RECOGNITIONS: &[RecordColumn] = &[
    must("date", C::Date),
    to(must("stakeholder", C::Id), R::Stakeholder),
    to(may("by", C::Id), R::Stakeholder),
    to(may("contribution", C::Id), R::Contribution),
    may("form", C::Text),
];
const MEMBERSHIPS: &[RecordColumn] = &[
    to(must("stakeholder", C::Id), R::Stakeholder),
    may("person", C::Person),
    must("joined", C::Date),
    may("left", C::Date),
    may("reason", C::Text),
];
const ATTENDANCE: &[RecordColumn] = &[
    to(must("event", C::Id), R::Event),
    to(must("stakeholder", C::Id), R::Stakeholder),
    may("person", C::Person),
    may("present", C::Flag),
];
const ACTIONS: &[RecordColumn] = &[
    must("id", C::Id),
    may("finding", C::Text),
    may("title", C::Text),
    to(may("owner", C::Id), R::Stakeholder),
    to(may("objective", C::Id), R::Objective),
    to(may("indicator", C::Id), R::Indicator),
    to(may("follows", C::Id), R::Action),
    must("opened", C::Date),
    may("due", C::Date),
    may("closed", C::Date),
    may("status", C::Word(&["open", "done", "dropped"])),
    may("outcome", C::Text),
];
const TIES: &[RecordColumn] = &[
    to(must("from", C::Id), R::Stakeholder),
    to(must("to", C::Id), R::Stakeholder),
    to(may("wave", C::Id), R::Wave),
    may("kind", C::Text),
    may("weight", C::Amount),
];

impl RecordKind {
    /// The kind with this name.
    ///
    /// ```
    /// use cohesion_core::RecordKind;
    /// assert_eq!(RecordKind::from_name("ties"), Some(RecordKind::Ties));
    /// assert_eq!(RecordKind::from_name("knots"), None);
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// The columns that rows of this kind may have.
    ///
    /// ```
    /// use cohesion_core::RecordKind;
    /// let required: Vec<_> =
    ///     RecordKind::Deliveries.columns().iter().filter(|column| column.required).map(|column| column.name).collect();
    /// assert_eq!(required, ["date", "need", "stakeholder", "amount"]);
    /// ```
    #[must_use]
    pub fn columns(self) -> &'static [RecordColumn] {
        match self {
            Self::Events => EVENTS,
            Self::Conflicts => CONFLICTS,
            Self::Contributions => CONTRIBUTIONS,
            Self::Deliveries => DELIVERIES,
            Self::Recognitions => RECOGNITIONS,
            Self::Memberships => MEMBERSHIPS,
            Self::Attendance => ATTENDANCE,
            Self::Actions => ACTIONS,
            Self::Ties => TIES,
        }
    }
}
