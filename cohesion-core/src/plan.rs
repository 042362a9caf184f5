//! The plan: one document that people can read, compare and hash.
//!
//! Text becomes a tree of values that remembers its lines; one walk along the schema finds every fault of form; then the
//! tree becomes a [`PlanDocument`], and [`Plan::check`] finds every fault of meaning.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Deref;
use std::path::Path;
use std::sync::Arc;

use serde_json::Value;

use crate::codebook::Codebook;
use crate::codebook::scale::ScaleDefinition;
use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::Note;
use crate::indicator::IndicatorDefinition;
use crate::json;
use crate::partnership::{RecordKind, Records, Row};
use crate::table::Table;

mod check;
mod document;
mod guess;
mod hash;
mod publish_rule;
mod rows;
mod template;
mod tree;
mod walk;

pub use document::{PLAN_FORMAT, Pairing, PlanDocument, ReportSection, SurveySection};
pub use publish_rule::{GroupDisclosure, PublishRule};
pub use tree::{MAX_PLAN_BYTES, MAX_PLAN_DEPTH};
pub use walk::PLAN_SCHEMA;

use tree::Tree;

/// The rows of tables of records, by kind.
pub(crate) fn record_rows(tables: &BTreeMap<String, Table<'_>>) -> BTreeMap<RecordKind, Vec<Row>> {
    rows::of_tables(tables).0
}

/// A plan that was read: its parts, the document as it was written, and where everything stood.
///
/// A plan never changes after it was read, so that its hash stays true; it reads like a [`PlanDocument`]. Copies share
/// one document.
///
/// ```
/// use cohesion_core::Plan;
/// let plan = Plan::from_toml("format = 1\ntitle = 'Our street'")?;
/// assert!(plan.check().is_empty());
/// assert_eq!(plan.hash(), Plan::from_json(r#"{"title": "Our street", "format": 1}"#)?.hash());
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[derive(Clone)]
pub struct Plan(Arc<Inner>);

struct Inner {
    document: PlanDocument,
    value: Value,
    tree: Tree,
    hash: String,
}

impl Deref for Plan {
    type Target = PlanDocument;

    fn deref(&self) -> &PlanDocument {
        &self.0.document
    }
}

impl fmt::Debug for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Plan").field("hash", &self.0.hash).field("document", &self.0.document).finish()
    }
}

impl PartialEq for Plan {
    /// Plans are equal where their documents say the same, in TOML or JSON alike.
    fn eq(&self, other: &Self) -> bool {
        self.0.hash == other.0.hash
    }
}

/// A document in which no fault was found; only [`Plan::checked`] makes one.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked<T>(T);

impl<T> Deref for Checked<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> Checked<T> {
    /// The document itself.
    ///
    /// ```
    /// use cohesion_core::Plan;
    /// let plan = Plan::from_toml(&Plan::template("survey")?)?;
    /// assert_eq!(plan.checked()?.into_inner().hash(), plan.hash());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl Plan {
    /// Reads a plan in TOML.
    ///
    /// # Errors
    /// Every fault of form at once: [`FaultKind::Syntax`], [`FaultKind::DuplicateKey`], [`FaultKind::WrongType`],
    /// [`FaultKind::UnknownKey`], [`FaultKind::MissingField`], [`FaultKind::UnknownValue`], [`FaultKind::OutOfRange`],
    /// [`FaultKind::NotFinite`], [`FaultKind::UnsupportedFormat`], [`FaultKind::TooLarge`] beyond
    /// [`MAX_PLAN_BYTES`], [`FaultKind::TooDeep`] beyond [`MAX_PLAN_DEPTH`]. Beyond 1000 faults the rest is counted.
    ///
    /// ```
    /// use cohesion_core::Plan;
    /// let error = Plan::from_toml("title = 1\n[survey]\nweigths = 'pw'").unwrap_err();
    /// let faults: Vec<_> = error.faults().map(|fault| (fault.path.as_str(), fault.line)).collect();
    /// assert_eq!(faults, [("title", Some(1)), ("survey.weigths", Some(3))]);
    /// ```
    pub fn from_toml(text: &str) -> Result<Self> {
        Self::from_tree(Tree::from_toml(text)?)
    }

    /// Reads a plan in JSON, by the letter of the standard: no comments, no trailing commas.
    ///
    /// # Errors
    /// As [`Plan::from_toml`].
    ///
    /// ```
    /// use cohesion_core::Plan;
    /// let plan = Plan::read("examples/somerville.toml")?;
    /// assert_eq!(Plan::from_json(&plan.to_json())?.hash(), plan.hash());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self> {
        Self::from_tree(Tree::from_json(text)?)
    }

    /// Reads a plan in JSON where the text starts with `{`, else in TOML.
    ///
    /// # Errors
    /// As [`Plan::from_toml`].
    ///
    /// ```
    /// use cohesion_core::Plan;
    /// let plan = Plan::read("examples/somerville.toml")?;
    /// assert_eq!(Plan::parse(&plan.to_toml()?)?.hash(), plan.hash());
    /// assert_eq!(Plan::parse(&plan.to_json())?.hash(), plan.hash());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self> {
        let start = text.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
        if start.starts_with('{') { Self::from_json(text) } else { Self::from_toml(text) }
    }

    /// Reads the bytes of a file: UTF-8, with or without a byte order mark.
    ///
    /// # Errors
    /// [`FaultKind::Encoding`] where the bytes are not UTF-8, and as [`Plan::parse`].
    ///
    /// ```
    /// use cohesion_core::Plan;
    /// let plan = Plan::from_bytes(&std::fs::read("examples/somerville.toml")?)?;
    /// assert!(plan.check().is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let line = bytes.iter().take(error.valid_up_to()).filter(|byte| **byte == b'\n').count() + 1;
            let mut fault = Fault::new(FaultKind::Encoding, "", "the plan is not UTF-8; save it as UTF-8");
            fault.line = Some(line);
            fault
        })?;
        Self::parse(text)
    }

    /// Reads a plan from a file, see [`Plan::from_bytes`].
    ///
    /// # Errors
    /// [`FaultKind::File`] where the file cannot be read, and as [`Plan::from_bytes`].
    ///
    /// ```
    /// use cohesion_core::Plan;
    /// let plan = Plan::read("examples/somerville.toml")?;
    /// assert!(plan.check().is_empty());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn read(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        let unread = |error: std::io::Error| {
            Error::new(FaultKind::File, path.display().to_string(), format!("the plan cannot be read: {error}"))
        };
        let size = std::fs::metadata(path).map_err(unread)?.len();
        tree::check_size(usize::try_from(size).unwrap_or(usize::MAX))?;
        Self::from_bytes(&std::fs::read(path).map_err(unread)?)
    }

    /// Takes a plan from a JSON value that was never a text; its faults have no line.
    ///
    /// # Errors
    /// As [`Plan::from_toml`].
    ///
    /// ```
    /// use cohesion_core::Plan;
    /// let plan = Plan::read("examples/somerville.toml")?;
    /// assert_eq!(Plan::from_value(plan.value())?.hash(), plan.hash());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn from_value(value: &Value) -> Result<Self> {
        Self::from_tree(Tree::from_value(value)?)
    }

    /// Takes a plan that was put together in Rust.
    ///
    /// # Errors
    /// [`FaultKind::NotFinite`] for a number that is none, and as [`Plan::from_toml`].
    ///
    /// ```
    /// use cohesion_core::{Plan, PlanDocument};
    /// let plan = Plan::from_document(&PlanDocument { title: Some("Our street".into()), ..PlanDocument::default() })?;
    /// assert_eq!(plan, Plan::from_toml("format = 1\ntitle = 'Our street'")?);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn from_document(document: &PlanDocument) -> Result<Self> {
        let value = serde_json::to_value(document)
            .map_err(|error| Error::new(FaultKind::NotPossible, "", format!("the plan cannot be written: {error}")))?;
        Self::from_value(&value)
    }

    fn from_tree(tree: Tree) -> Result<Self> {
        let value = tree.root.to_value();
        if let Some(format) = value.get("format").filter(|format| format.as_u64().is_some_and(|x| x != 1)) {
            let message = format!("the plan has format {format}; this library reads format {PLAN_FORMAT}");
            let mut fault = [Fault::new(FaultKind::UnsupportedFormat, "format", message).value(format)];
            tree.place_all(&mut fault);
            let [fault] = fault;
            return Err(fault.allowed([PLAN_FORMAT.to_string()]).into());
        }
        Error::unless_empty(walk::walk(&tree), ())?;
        // The walk leaves nothing for this to find; were it otherwise, it would be told and not passed over.
        let document: PlanDocument = json::read_value(&value, "plan")?;
        let hash = hash::hash(&value)?;
        Ok(Self(Arc::new(Inner { document, value, tree, hash })))
    }

    /// Every fault of meaning: ids taken twice or that name nothing, cycles, impossible dates, statements that cannot
    /// both hold. Empty where the plan can be used.
    ///
    /// A reference into a part that the file does not hold is not checked, except that of an indicator to its scale.
    ///
    /// ```
    /// use cohesion_core::Plan;
    /// let plan = Plan::from_toml("[[indicators]]\nid = 'trust'\ntitle = 'Trust'\nscale = 'trust'")?;
    /// let faults = plan.check();
    /// assert_eq!(faults[0].kind.as_str(), "dangling_id");
    /// assert_eq!((faults[0].path.as_str(), faults[0].line), ("indicators[0](trust).scale", Some(4)));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn check(&self) -> Vec<Fault> {
        let mut faults = check::check(&self.0.document, &self.0.value);
        self.0.tree.place_all(&mut faults);
        tree::in_order(&mut faults);
        faults
    }

    /// The plan as one in which no fault was found: what every engine asks for.
    ///
    /// # Errors
    /// All of [`Plan::check`].
    ///
    /// ```
    /// use cohesion_core::Plan;
    /// let plan = Plan::read("examples/somerville.toml")?;
    /// assert!(plan.checked().is_ok());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn checked(&self) -> Result<Checked<Self>> {
        Error::unless_empty(self.check(), Checked(self.clone()))
    }

    /// Every fault in rows of records that were given beside the plan, by kind; see [`RecordKind::columns`].
    ///
    /// Kinds that are not given are taken from the plan where a row refers to them.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    /// use cohesion_core::{FaultKind, Plan, RecordKind};
    /// let plan = Plan::from_toml(&Plan::template("partnership")?)?;
    /// let row = serde_json::json!({"event": "e9", "stakeholder": "city"});
    /// let rows = BTreeMap::from([(RecordKind::Attendance, vec![row.as_object().unwrap().clone()])]);
    /// let faults = plan.check_record_rows(&rows);
    /// // Nobody can have come to a meeting that did not take place.
    /// assert_eq!(faults[0].kind, FaultKind::DanglingId);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn check_record_rows(&self, rows: &BTreeMap<RecordKind, Vec<Row>>) -> Vec<Fault> {
        check::check_records(&self.0.document, &self.0.value, rows)
    }

    /// SHA-256, in hexadecimal, of the canonical JSON (RFC 8785) of the document as it was written: the same for TOML,
    /// JSON and a document put together in a program.
    ///
    /// ```
    /// use cohesion_core::Plan;
    /// let plan = Plan::read("examples/somerville.toml")?;
    /// assert_eq!(plan.hash(), Plan::from_toml(&plan.to_toml()?)?.hash());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.0.hash
    }

    /// The document as it was written, as a JSON value; keys keep their order.
    ///
    /// ```
    /// use cohesion_core::Plan;
    /// let plan = Plan::read("examples/somerville.toml")?;
    /// assert!(plan.value()["survey"].is_object());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn value(&self) -> &Value {
        &self.0.value
    }

    /// The document as it was written, in JSON; keys keep their order.
    ///
    /// ```
    /// use cohesion_core::Plan;
    /// let plan = Plan::read("examples/somerville.toml")?;
    /// assert!(plan.to_json().starts_with('{'));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        format!("{:#}", self.0.value)
    }

    /// The document in TOML: comments and the order of keys are lost, what it says is kept, and so is its hash.
    ///
    /// # Errors
    /// [`FaultKind::NotPossible`] where TOML cannot say what the document says; no plan is known that it cannot.
    ///
    /// ```
    /// use cohesion_core::Plan;
    /// let plan = Plan::from_json(r#"{"title": {"en": "Our street", "fr": "Notre rue"}}"#)?;
    /// assert_eq!(plan.to_toml()?, "[title]\nen = \"Our street\"\nfr = \"Notre rue\"\n");
    /// assert_eq!(Plan::from_toml(&plan.to_toml()?)?.hash(), plan.hash());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn to_toml(&self) -> Result<String> {
        toml::to_string(&self.0.value)
            .map_err(|error| Error::new(FaultKind::NotPossible, "", format!("the plan cannot be written: {error}")))
    }

    /// A commented plan in TOML to start from: `survey`, `partnership` or `full`.
    ///
    /// # Errors
    /// [`FaultKind::UnknownValue`] for any other name.
    ///
    /// ```
    /// use cohesion_core::Plan;
    /// let text = Plan::template("survey")?;
    /// assert!(Plan::from_toml(&text)?.check().is_empty());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn template(name: &str) -> Result<String> {
        template::template(name)
    }

    /// A first codebook for the columns of `table`: types and codes as they were seen, and codes that look like "don't
    /// know" proposed as such. It is a guess to be read and corrected, not a finding.
    ///
    /// A column of up to 20 distinct whole numbers is taken as ordinal, of up to 20 distinct texts as nominal; labels such
    /// as "weet niet" and "ne sait pas", -1 and the last of codes such as 1 to 5 and then 8, 9, 88 or 99 are proposed as
    /// missing.
    ///
    /// ```
    /// use cohesion_core::{Column, Code, Plan, Table, VariableType};
    /// let table = Table::new(vec![Column::number("trust", vec![1.0, 2.0, 3.0, 4.0, 5.0, 9.0])])?;
    /// let codebook = Plan::codebook_from(&table);
    /// let trust = codebook.variable("trust").unwrap();
    /// assert_eq!(trust.kind, VariableType::Ordinal);
    /// assert_eq!(trust.missing.dont_know, [Code::Number(9.0)]);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn codebook_from(table: &Table<'_>) -> Codebook {
        guess::codebook(table)
    }

    /// Every fault in tables of records that were given beside the plan, by the name of their kind: unknown kinds,
    /// columns that are missing or that the kind does not declare, and as [`Plan::check_record_rows`]. Rows are counted
    /// from 0 in paths.
    ///
    /// ```
    /// use cohesion_core::{Column, Plan, Table};
    /// use std::collections::BTreeMap;
    /// let plan = Plan::from_toml("[[partnership.stakeholders]]\nid = 'city'\nname = 'City'\nsector = 'local_authority'")?;
    /// let ties = Table::new(vec![
    ///     Column::text("from", [Some("city")]),
    ///     Column::text("to", [Some("polise")]),
    /// ])?;
    /// let faults = plan.check_records(&BTreeMap::from([("ties".to_owned(), ties)]));
    /// assert_eq!(faults[0].path, "records.ties[0].to");
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn check_records(&self, tables: &BTreeMap<String, Table<'_>>) -> Vec<Fault> {
        let (rows, mut faults) = rows::of_tables(tables);
        faults.extend(self.check_record_rows(&rows));
        faults
    }

    /// The records of the plan and of tables beside it as typed rows, and of which kinds there are records at all.
    pub(crate) fn records_with(&self, tables: &BTreeMap<String, Table<'_>>) -> Result<(Records, Vec<RecordKind>)> {
        let (tables, mut faults) = rows::by_kind(tables);
        faults.extend(check::check_tables(&self.0.document, &self.0.value, &tables));
        Error::unless_empty(faults, ())?;
        let mut records = self.records.clone();
        let mut kinds: Vec<RecordKind> = RecordKind::ALL.into_iter().filter(|kind| records.count(*kind) > 0).collect();
        for (kind, table) in tables {
            records.take(kind, table);
            kinds.push(kind);
        }
        Ok((records, kinds))
    }

    /// What the linter finds in the plan's scales: ranges that cannot be reached, gaps between bands, an item twice.
    ///
    /// ```
    /// use cohesion_core::{NoteCode, Plan};
    /// let plan = Plan::from_toml(
    ///     "[[scales]]\nid = 'trust'\nrange = [1, 5]\nstated_range = [0, 10]\nitems = [{variable = 'a'}]",
    /// )?;
    /// assert_eq!(plan.lint()[0].code, NoteCode::UNATTAINABLE_RANGE);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn lint(&self) -> Vec<Note> {
        self.scales.iter().flat_map(ScaleDefinition::lint).collect()
    }

    /// The scale with this id.
    ///
    /// ```
    /// use cohesion_core::Plan;
    /// let plan = Plan::from_toml(&Plan::template("survey")?)?;
    /// assert_eq!(plan.scale("belonging").map(|scale| scale.items.len()), Some(2));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn scale(&self, id: &str) -> Option<&ScaleDefinition> {
        self.scales.iter().find(|scale| scale.id == id)
    }

    /// The indicator with this id.
    ///
    /// ```
    /// use cohesion_core::Plan;
    /// let plan = Plan::read("examples/somerville.toml")?;
    /// assert!(plan.indicator("trust_police").is_some());
    /// assert!(plan.indicator("trust_polcie").is_none());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn indicator(&self, id: &str) -> Option<&IndicatorDefinition> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }
}
