//! Tables that may be shared, with what was hidden in them and the proof that it cannot be found.

use crate::disclosure::Hidden;
use crate::message::NoteCode;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::audit::{Audit, Guard};
use super::model::round_to;
use super::question::{Chosen, Group, Nesting, Question};
use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::{
    ColumnKind, Estimate, EstimateRow, Estimates, Filter, Interval, Note, Provenance, Readers, Rows, Sheet, SheetTable,
    Statistic, ToSheet, words,
};
use crate::json;
use crate::message::{Language, sentence};
use crate::plan::PublishRule;
use crate::survey::{CountRow, CountTable};

/// A table that is to be published: figures, or counts.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "there are few tables, and estimates are the rule")]
pub enum PublishTable {
    /// What an estimator returned.
    Estimates(Estimates),
    /// Unweighted counts.
    Counts(CountTable),
}

impl PublishTable {
    /// Reads what [`Estimates::to_json`] or [`CountTable::to_json`] wrote.
    ///
    /// # Errors
    /// [`FaultKind::Syntax`] where the text is neither; [`FaultKind::Inconsistent`] as [`CountTable::from_json`].
    ///
    /// ```
    /// use cohesion_core::{Column, Design, PublishTable, Survey, Table};
    /// let answers = Table::new(vec![Column::number("trust", vec![3.0, 4.0, 5.0])])?;
    /// let mean = Survey::new(&answers, Design::new())?.mean("trust", ())?;
    /// assert_eq!(PublishTable::from_json(&mean.to_json())?, mean.into());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self> {
        let value: serde_json::Value = text
            .parse()
            .map_err(|error: serde_json::Error| Error::new(FaultKind::Syntax, "tables", error.to_string()))?;
        if value.get("statistic").is_some() {
            return Estimates::from_json(text).map(Self::Estimates);
        }
        CountTable::from_json(text).map(Self::Counts)
    }
}

impl From<Estimates> for PublishTable {
    fn from(estimates: Estimates) -> Self {
        Self::Estimates(estimates)
    }
}

impl From<CountTable> for PublishTable {
    fn from(counts: CountTable) -> Self {
        Self::Counts(counts)
    }
}

/// What is known besides the tables that are to be published.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublishOptions {
    counts: Vec<CountTable>,
    nested: Vec<(String, String, BTreeMap<String, String>)>,
}

impl From<()> for PublishOptions {
    fn from((): ()) -> Self {
        Self::default()
    }
}

/// How the bindings say which labels lie in each other.
#[derive(Deserialize)]
struct NestedColumn {
    column: String,
    inside: String,
    of: BTreeMap<String, String>,
}

impl PublishOptions {
    /// Reads `{"counts": [table of counts, ...], "nested": [{"column", "inside", "of": {label: label}}, ...]}`.
    ///
    /// # Errors
    /// [`FaultKind::Syntax`] where the text is no such JSON.
    ///
    /// ```
    /// use cohesion_core::PublishOptions;
    /// let known = PublishOptions::from_json(
    ///     r#"{"nested": [{"column": "street", "inside": "district", "of": {"Quay": "North", "Mill": "South"}}]}"#,
    /// )?;
    /// let of = [("Quay", "North"), ("Mill", "South")].map(|(street, district)| (street.to_owned(), district.to_owned()));
    /// assert_eq!(known, PublishOptions::new().nested("street", "district", of));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Given {
            #[serde(default)]
            counts: Vec<CountTable>,
            #[serde(default)]
            nested: Vec<NestedColumn>,
        }
        let given: Given = json::read(text, "options")?;
        let nested = given.nested.into_iter().map(|one| (one.column, one.inside, one.of)).collect();
        Ok(Self { counts: given.counts, nested })
    }

    /// Nothing is known.
    ///
    /// ```
    /// use cohesion_core::PublishOptions;
    /// assert_eq!(PublishOptions::new(), PublishOptions::default());
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Unweighted counts of groups in the tables, from [`crate::Survey::counts`]: exact numerators of weighted shares, and the
    /// largest contributions to totals. They are looked at and not published.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, PublishOptions, PublishRule, Survey, Table, publish};
    /// let answers = Table::new(vec![
    ///     Column::text("happy", ["yes"; 30].map(Some)),
    ///     Column::number("weight", [2.0; 30].to_vec()),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new().weights("weight"))?;
    /// let share = survey.share("happy", ["yes"], ())?;
    /// let counts = survey.counts("happy", ["yes"], ())?;
    /// let published = publish([share], &PublishRule::default(), PublishOptions::new().counts(counts))?;
    /// assert!(published.audit.passed);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn counts(mut self, counts: CountTable) -> Self {
        self.counts.push(counts);
        self
    }

    /// That every label of `column` lies in one label of `inside`, as streets lie in districts; `of` says in which.
    ///
    /// ```
    /// use cohesion_core::{CountRow, CountTable, PublishOptions, PublishRule, publish};
    /// let counted = |key: &str, rows: &[(&str, u64)]| CountTable {
    ///     variable: "trust".into(),
    ///     keys: vec![key.into()],
    ///     rows: rows.iter().map(|(label, n)| CountRow { labels: vec![(*label).into()], n: *n, ..CountRow::default() }).collect(),
    ///     ..CountTable::default()
    /// };
    /// let streets = counted("street", &[("Mill", 25), ("Quay", 4)]);
    /// let districts = counted("district", &[("South", 29)]);
    /// let of = ["Mill", "Quay"].map(|street| (street.to_owned(), "South".to_owned()));
    /// let options = PublishOptions::new().nested("street", "district", of);
    /// let published = publish([streets, districts], &PublishRule::default(), options)?;
    /// // South less Mill Street would tell of the four on the quay.
    /// assert_eq!(published.tables[0].hidden.len(), 2);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn nested(
        mut self,
        column: impl Into<String>,
        inside: impl Into<String>,
        of: impl IntoIterator<Item = (String, String)>,
    ) -> Self {
        self.nested.push((column.into(), inside.into(), BTreeMap::from_iter(of)));
        self
    }
}

/// A group that is not shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HiddenRow {
    /// Its labels.
    pub labels: Vec<String>,
    /// Why.
    pub note: Note,
}

/// One table without what is hidden: `estimates` or `counts`, as it was given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PublishedTable {
    /// The figures that may be shown.
    pub estimates: Option<Estimates>,
    /// The counts that may be shown.
    pub counts: Option<CountTable>,
    /// The groups that are not shown, and why.
    pub hidden: Vec<HiddenRow>,
}

/// Tables that may be shared together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PublishedTables {
    /// The rule they were made by.
    pub rule: PublishRule,
    /// In the order they were given.
    pub tables: Vec<PublishedTable>,
    /// The proof that what is hidden cannot be worked out.
    pub audit: Audit,
}

impl PublishedTables {
    /// The tables as JSON, the same bytes in every language.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, PublishRule, Survey, Table, publish};
    /// let answers = Table::new(vec![Column::number("trust", vec![3.0; 30])])?;
    /// let mean = Survey::new(&answers, Design::new())?.mean("trust", ())?;
    /// let published = publish([mean], &PublishRule::default(), ())?;
    /// assert!(published.to_json().starts_with("{\"rule\":"));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`PublishedTables::to_json`] wrote.
    ///
    /// # Errors
    /// [`FaultKind::Syntax`] where the text is no such JSON.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, PublishRule, PublishedTables, Survey, Table, publish};
    /// let answers = Table::new(vec![Column::number("trust", vec![3.0; 30])])?;
    /// let mean = Survey::new(&answers, Design::new())?.mean("trust", ())?;
    /// let published = publish([mean], &PublishRule::default(), ())?;
    /// assert_eq!(PublishedTables::from_json(&published.to_json())?, published);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self> {
        json::read(text, "tables")
    }
}

/// A group of a published table.
struct PublishedGroup<'t> {
    table: usize,
    variable: &'t str,
    labels: &'t [String],
    estimate: Option<&'t Estimate>,
    counts: Option<&'t CountRow>,
    hidden: Option<&'t Note>,
}

impl PublishedTable {
    /// The table for people, with the groups that are not shown below the others.
    fn sheet(&self, language: Language) -> Option<Sheet> {
        let of_estimates = self.estimates.as_ref().map(|estimates| estimates.sheet(language));
        let mut sheet = of_estimates.or_else(|| self.counts.as_ref().map(|counts| counts.sheet(language)))?;
        if let Some(table) = sheet.tables.first_mut() {
            for hidden in &self.hidden {
                table.push_hidden(&hidden.labels, &hidden.note);
            }
        }
        Some(sheet)
    }

    /// Its groups, as number `table` of several.
    fn groups(&self, table: usize) -> Vec<PublishedGroup<'_>> {
        let of_estimates = self.estimates.as_ref().map(|estimates| estimates.variable.as_str());
        let variable = of_estimates.or_else(|| self.counts.as_ref().map(|counts| counts.variable.as_str()));
        let variable = variable.unwrap_or_default();
        let group = |labels| PublishedGroup { table, variable, labels, estimate: None, counts: None, hidden: None };
        let estimates = self.estimates.iter().flat_map(|estimates| &estimates.rows);
        let estimates = estimates.map(|row| PublishedGroup { estimate: Some(&row.estimate), ..group(&row.labels) });
        let counts = self.counts.iter().flat_map(|counts| &counts.rows);
        let counts = counts.map(|row| PublishedGroup { counts: Some(row), ..group(&row.labels) });
        let hidden = self.hidden.iter().map(|row| PublishedGroup { hidden: Some(&row.note), ..group(&row.labels) });
        estimates.chain(counts).chain(hidden).collect()
    }
}

impl PublishedTables {
    /// All groups of all tables, for programs.
    fn data(&self, language: Language) -> SheetTable {
        let groups = self.tables.iter().enumerate().flat_map(|(place, table)| table.groups(place));
        let groups: Vec<PublishedGroup<'_>> = groups.collect();
        let of = |group: &PublishedGroup<'_>, figure: fn(&Estimate) -> Option<f64>| group.estimate.and_then(figure);
        let n = |group: &PublishedGroup<'_>| {
            group.estimate.map(|estimate| estimate.n).or_else(|| group.counts.map(|counts| counts.n))
        };
        let number = ColumnKind::Number;
        Rows::of(&groups, language)
            .data("table", ColumnKind::Count, |group| group.table as u64)
            .data("variable", ColumnKind::Text, |group| group.variable)
            .data("group", ColumnKind::Text, |group| group.labels.join(" / "))
            .data("value", number, |group| of(group, |estimate| estimate.value))
            .data("se", number, |group| of(group, |estimate| estimate.se))
            .data("ci_low", number, |group| of(group, |estimate| estimate.interval.map(|interval| interval.low)))
            .data("ci_high", number, |group| of(group, |estimate| estimate.interval.map(|interval| interval.high)))
            .data("n", ColumnKind::Count, n)
            .data("numerator", ColumnKind::Count, |group| group.counts.and_then(|counts| counts.numerator))
            .data("total", number, |group| group.counts.and_then(|counts| counts.total))
            .data("reason", ColumnKind::Text, |group| {
                let reason = group.hidden.or_else(|| group.estimate.and_then(|estimate| estimate.reason.as_ref()));
                reason.map(|note| note.code.as_str())
            })
            .table()
            .for_readers(Readers::Programs)
    }
}

impl ToSheet for PublishedTables {
    fn sheet(&self, language: Language) -> Sheet {
        let (mut tables, mut notes) = (Vec::new(), Vec::new());
        for sheet in self.tables.iter().filter_map(|table| table.sheet(language)) {
            let own = sheet.tables.into_iter().map(|table| table.for_readers(Readers::People));
            tables.extend(own.map(|table| table.captioned(sheet.title.as_str())));
            notes.extend(sheet.notes);
        }
        let audited = self.audit.cells.len() as u64;
        let audit = sentence::audit_notice(self.audit.passed, audited, &self.rule.id, language);
        if let Some(last) = tables.pop() {
            tables.push(last.sentence(audit));
        }
        notes.extend(self.audit.assumed.iter().cloned());
        tables.push(self.data(language));
        let title = words::published_tables(self.tables.len(), language);
        let rule = Some(self.rule.id.clone());
        let provenance = Provenance { rule, ..Provenance::of_tables(Vec::new()) };
        Sheet::new(language, title, tables).notes(&notes).described(&self.audit.method, &provenance)
    }
}

/// Tables about the same people, without the groups that the rule hides and without those from which these could be worked out:
/// by subtraction from totals, from other tables of the same people, from a table with a domain and the same without it.
///
/// Which further groups are hidden is found by a heuristic (the smallest that helps). Whether it is enough is proven: for every
/// hidden count, and for every group that stands in no table and could be had by subtraction, the smallest and the largest
/// number that fits everything shown are found by integer linear programming (Fischetti and Salazar-González 2000 state the
/// problem; Hundepool and others 2012, section 4.3); what cannot be proven safe is hidden.
///
/// # Errors
/// [`FaultKind::OutOfRange`] for a rule that is none; [`FaultKind::NotPossible`] for differences and terms of a regression;
/// [`FaultKind::Inconsistent`] for counts that contradict themselves or lie in no district.
///
/// ```
/// use cohesion_core::{CountRow, CountTable, PublishRule, publish};
/// let row = |label: &str, n| CountRow { labels: vec![label.to_owned()], n, ..CountRow::default() };
/// let rows = vec![row("North", 40), row("South", 7), row("West", 12)];
/// let table = CountTable { variable: "trust".into(), keys: vec!["district".into()], rows, ..CountTable::default() };
/// let total = CountTable { keys: vec![], rows: vec![CountRow { n: 59, ..CountRow::default() }], ..table.clone() };
/// let published = publish([table, total], &PublishRule::default(), ())?;
/// let hidden: Vec<&str> = published.tables[0].hidden.iter().map(|row| row.labels[0].as_str()).collect();
/// assert_eq!(hidden, ["South", "West"]);
/// assert!(published.audit.passed);
/// # Ok::<(), cohesion_core::Error>(())
/// ```
pub fn publish<T: Into<PublishTable>>(
    tables: impl IntoIterator<Item = T>,
    rule: &PublishRule,
    options: impl Into<PublishOptions>,
) -> Result<PublishedTables> {
    let (tables, options): (Vec<PublishTable>, PublishOptions) =
        (tables.into_iter().map(Into::into).collect(), options.into());
    published(tables, rule, &options)
}

fn published(tables: Vec<PublishTable>, rule: &PublishRule, options: &PublishOptions) -> Result<PublishedTables> {
    rule.checked("rule")?;
    for counts in &options.counts {
        counts.checked()?;
    }
    let nesting = nesting(options, &tables)?;
    let mut questions = Vec::new();
    for (place, table) in tables.iter().enumerate() {
        questions.push(question(table, place, options)?);
    }
    let audit = Guard { rule, nesting: &nesting }.protect(&mut questions);
    let tables = tables.into_iter().zip(&questions).map(|(table, question)| shown(table, question, rule)).collect();
    Ok(PublishedTables { rule: rule.clone(), tables, audit })
}

fn question(table: &PublishTable, place: usize, options: &PublishOptions) -> Result<Question> {
    match table {
        PublishTable::Counts(counts) => {
            counts.checked()?;
            let groups = counts.rows.iter().map(Group::of_counts).collect();
            let is_total = counts.rows.iter().any(|row| row.total.is_some());
            let unlabelled = counts.unlabelled > 0;
            Ok(asked(&counts.variable, &counts.values, &counts.keys, &counts.within, groups, unlabelled, is_total))
        }
        PublishTable::Estimates(estimates) => {
            let statistic = estimates.statistic;
            if matches!(statistic, Statistic::Difference | Statistic::Coefficient) {
                let message = format!(
                    "a table of {}s cannot be published by itself: publish the figures it is made of",
                    statistic.as_str()
                );
                return Err(Error::new(FaultKind::NotPossible, format!("tables[{place}]"), message));
            }
            if statistic == Statistic::Share && estimates.keys.last().is_some_and(|key| key == "answer") {
                let message =
                    "a table of all answers of a question cannot be published by itself: publish the share of each";
                return Err(Error::new(FaultKind::NotPossible, format!("tables[{place}]"), message));
            }
            // The last label of a quantile is its probability.
            let columns = estimates.keys.len() - usize::from(statistic == Statistic::Quantile);
            let keys = estimates.keys.get(..columns).unwrap_or_default();
            let held: Vec<&CountTable> =
                options.counts.iter().filter(|counts| counts_match(counts, estimates, keys)).collect();
            let groups = estimates.rows.iter().map(|row| Group::of_estimate(row, statistic, columns, &held)).collect();
            let unlabelled = estimates.notes.iter().any(|note| note.code == NoteCode::NO_LABEL);
            let is_total = statistic == Statistic::Total;
            Ok(asked(&estimates.variable, &estimates.values, keys, &estimates.within, groups, unlabelled, is_total))
        }
    }
}

fn counts_match(counts: &CountTable, estimates: &Estimates, keys: &[String]) -> bool {
    counts.variable == estimates.variable
        && counts.values == estimates.values
        && counts.keys == keys
        && counts.within == estimates.within
}

fn asked(
    variable: &str,
    values: &[String],
    keys: &[String],
    within: &[Filter],
    groups: Vec<Group>,
    unlabelled: bool,
    is_total: bool,
) -> Question {
    Question {
        variable: variable.to_owned(),
        counted: (!values.is_empty()).then(|| Chosen::labels(values.iter().cloned())),
        keys: keys.to_vec(),
        within: within
            .iter()
            .map(|filter| (filter.column.clone(), Chosen::labels(filter.values.iter().cloned())))
            .collect(),
        groups,
        unlabelled,
        is_total,
        dropped: false,
    }
}

impl Group {
    fn of_counts(row: &CountRow) -> Self {
        Self {
            labels: row.labels.clone(),
            n: row.n as i64,
            missing: row.n_missing as i64,
            numerator: row.numerator.map(|numerator| numerator as f64),
            is_count: row.numerator.is_some(),
            as_percent: false,
            total: row.total.map(|total| (total, row.largest.clone())),
            hidden: None,
        }
    }

    fn of_estimate(row: &EstimateRow, statistic: Statistic, columns: usize, held: &[&CountTable]) -> Self {
        let labels = row.labels.get(..columns).unwrap_or_default().to_vec();
        let counts = held.iter().find_map(|counts| counts.rows.iter().find(|row| row.labels == labels));
        let group = Self {
            n: row.estimate.n as i64,
            missing: row.estimate.n_missing as i64,
            total: counts.and_then(|row| Some((row.total?, row.largest.clone()))),
            labels,
            as_percent: true,
            ..Self::default()
        };
        match statistic {
            Statistic::Share => group.with_share(row.estimate.value, counts.and_then(|row| row.numerator)),
            // A quantile near an end is the answer of few.
            Statistic::Quantile => {
                let probability = row.labels.last().and_then(|label| label.parse::<f64>().ok());
                Self { numerator: probability.map(|probability| probability * group.n as f64), ..group }
            }
            _ => group,
        }
    }

    /// With the numerator of a share: the number of people, where it is known; else a count, where the share is one of
    /// whole numbers. The number of people decides what is hidden; the weighted share is what is shown.
    pub fn with_share(mut self, share: Option<f64>, known: Option<u64>) -> Self {
        let Some(share) = share else { return self };
        let numerator = share * self.n as f64;
        let whole = known.map_or_else(|| libm::round(numerator), |known| known as f64);
        self.is_count = (numerator - whole).abs() <= 1e-9 * (1.0 + numerator);
        self.numerator = Some(if self.is_count || known.is_some() { whole } else { numerator });
        self
    }
}

fn nesting(options: &PublishOptions, tables: &[PublishTable]) -> Result<Nesting> {
    let mut nesting = Nesting::default();
    for (column, inside, of) in &options.nested {
        let mut labels: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (label, within) in of {
            labels.entry(within.clone()).or_default().push(label.clone());
        }
        nesting.of.insert(inside.clone(), (column.clone(), labels));
    }
    let mut faults = Vec::new();
    for (column, inside, of) in &options.nested {
        for (key, label) in tables.iter().flat_map(labels_of) {
            let known =
                (key != column || of.contains_key(label)) && (key != inside || of.values().any(|one| one == label));
            if !known {
                let message = format!("`{label}` of `{key}` is not among the labels that lie in each other");
                faults.push(Fault::new(FaultKind::Inconsistent, format!("nested.{column}"), message).value(label));
            }
        }
    }
    faults.dedup();
    Error::unless_empty(faults, nesting)
}

/// The keys and labels of a table.
fn labels_of(table: &PublishTable) -> Vec<(&String, &String)> {
    match table {
        PublishTable::Estimates(table) => {
            table.rows.iter().flat_map(|row| table.keys.iter().zip(&row.labels)).collect()
        }
        PublishTable::Counts(table) => table.rows.iter().flat_map(|row| table.keys.iter().zip(&row.labels)).collect(),
    }
}

/// The note of a hidden group.
pub(crate) fn hidden_note(code: Hidden, path: &str, rule: &PublishRule) -> Note {
    Note::warning(code.said(rule), path)
}

fn shown(table: PublishTable, question: &Question, rule: &PublishRule) -> PublishedTable {
    let keep: Vec<bool> = question.groups.iter().map(|group| group.hidden.is_none()).collect();
    let path = question.keys.join(" x ");
    let hidden = |labels: Vec<&Vec<String>>| -> Vec<HiddenRow> {
        let rows = labels.into_iter().zip(&question.groups);
        rows.filter_map(|(labels, group)| {
            Some(HiddenRow { labels: labels.clone(), note: hidden_note(group.hidden?, &path, rule) })
        })
        .collect()
    };
    match table {
        PublishTable::Counts(mut counts) => {
            let hidden = hidden(counts.rows.iter().map(|row| &row.labels).collect());
            let mut keep = keep.iter();
            counts.rows.retain(|_| keep.next() == Some(&true));
            counts.unlabelled =
                if counts.unlabelled < u64::from(rule.minimum_n) { 0 } else { round(counts.unlabelled, rule) };
            for row in &mut counts.rows {
                row.largest.clear();
                row.n = round(row.n, rule);
                row.n_missing = round(row.n_missing, rule);
                row.numerator = row.numerator.map(|numerator| round(numerator, rule));
            }
            PublishedTable { estimates: None, counts: Some(counts), hidden }
        }
        PublishTable::Estimates(mut estimates) => {
            let hidden = hidden(estimates.rows.iter().map(|row| &row.labels).collect());
            estimates.keep(&keep);
            estimates.notes.retain(|note| note.code != NoteCode::NO_LABEL);
            estimates.notes.iter_mut().for_each(without_examples);
            estimates.provenance = estimates.provenance.published();
            for row in &mut estimates.rows {
                row.estimate.notes.iter_mut().for_each(without_examples);
            }
            if rule.rounding_base > 1 {
                rounded(&mut estimates, rule);
            }
            PublishedTable { estimates: Some(estimates), counts: None, hidden }
        }
    }
}

/// Examples are answers of single persons with their row.
pub(crate) fn without_examples(note: &mut Note) {
    note.params.remove("examples");
}

fn round(count: u64, rule: &PublishRule) -> u64 {
    round_to(count as i64, i64::from(rule.rounding_base)) as u64
}

/// Counts to multiples of the base, shares to whole percents, other figures to three digits; what would tell more is left out.
pub(crate) fn rounded(estimates: &mut Estimates, rule: &PublishRule) {
    let is_share = estimates.statistic == Statistic::Share;
    for row in &mut estimates.rows {
        round_estimate(&mut row.estimate, is_share, rule);
    }
    for entry in estimates.covariance.iter_mut().chain(&mut estimates.joint_df).flatten() {
        *entry = None;
    }
}

/// As [`rounded`], for one figure.
pub(crate) fn round_estimate(estimate: &mut Estimate, is_share: bool, rule: &PublishRule) {
    if rule.rounding_base <= 1 {
        return;
    }
    let figure = |value: f64| if is_share { libm::round(100.0 * value) / 100.0 } else { three_digits(value) };
    estimate.n = round(estimate.n, rule);
    estimate.n_missing = round(estimate.n_missing, rule);
    estimate.value = estimate.value.map(figure);
    estimate.se = None;
    estimate.df = None;
    estimate.n_eff = None;
    estimate.deff = None;
    estimate.interval = estimate.interval.map(|interval| Interval {
        low: figure(interval.low),
        high: figure(interval.high),
        ..interval
    });
}

fn three_digits(value: f64) -> f64 {
    format!("{value:.2e}").parse().unwrap_or(value)
}
