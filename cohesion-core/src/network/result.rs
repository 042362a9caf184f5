//! What every measure of a network returns.

use serde::{Deserialize, Serialize};

use super::Network;
use super::texts::{column, word};
use crate::error::Result;
use crate::estimate::{
    ColumnKind, Loss, LossCurve, Note, Provenance, Readers, Rows, Sheet, SheetCell, SheetPicture, SheetTable, ToSheet,
};
use crate::json;
use crate::message::Language;

/// What a figure's `low` and `high` are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FigureSpan {
    /// The least and the most it can be, whatever the missing answers are.
    Bounds,
    /// Where the middle 90 % of seeded completions lie; it is no confidence interval.
    Completions,
    /// A confidence interval of 95 %.
    Interval,
}

/// One figure of a whole network.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NetworkFigure {
    /// What it is, in snake case: `density`, `centralisation_betweenness`.
    pub measure: String,
    /// The figure; `None` where it is not defined.
    pub value: Option<f64>,
    /// Lower end of what `span` says.
    pub low: Option<f64>,
    /// Upper end of what `span` says.
    pub high: Option<f64>,
    /// What `low` and `high` are.
    pub span: Option<FigureSpan>,
    /// What it would be by chance, in the model that `method` names.
    pub expected: Option<f64>,
    /// Its standard deviation by chance, or its standard error.
    pub sd: Option<f64>,
    /// The p-value of "by chance".
    pub p: Option<f64>,
    /// The largest value it was divided by, for a centralisation.
    pub maximum: Option<f64>,
    /// Why there is no figure.
    pub reason: Option<Note>,
}

/// One row of a result: its labels and its values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NetworkRow {
    /// One label per key.
    pub labels: Vec<String>,
    /// One value per column; `None` where it is not defined.
    pub values: Vec<Option<f64>>,
}

/// Measures of a network: figures of the whole and a table of rows, with notes and where they come from.
///
/// ```
/// use cohesion_core::{Column, Network, NetworkOptions, Table};
/// let ties = Table::new(vec![
///     Column::text("a", ["city", "police"].map(Some)),
///     Column::text("b", ["police", "club"].map(Some)),
/// ])?;
/// let centrality = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?.centrality();
/// assert_eq!(centrality.get(&["police"], "betweenness"), Some(1.0));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NetworkResult {
    /// What was measured: `summary`, `centrality`, `loss`.
    pub name: String,
    /// Figures of the whole network.
    pub figures: Vec<NetworkFigure>,
    /// What the labels of a row are: `node`, or `a` and `b`.
    pub keys: Vec<String>,
    /// What the values of a row are.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<NetworkRow>,
    /// Findings that are not fatal.
    pub notes: Vec<Note>,
    /// How the figures were made, with sources.
    pub method: String,
    /// Where they come from.
    pub provenance: Provenance,
}

impl NetworkResult {
    /// The figure of that measure, where it is defined.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "police"].map(Some)),
    ///     Column::text("b", ["police", "club"].map(Some)),
    /// ])?;
    /// let summary = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?.summary();
    /// assert_eq!(summary.value("ties"), Some(2.0));
    /// assert_eq!(summary.value("friendship"), None);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn value(&self, measure: &str) -> Option<f64> {
        self.figure(measure)?.value
    }

    /// The figure of that measure with all that is known of it.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "police"].map(Some)),
    ///     Column::text("b", ["police", "club"].map(Some)),
    /// ])?;
    /// let summary = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?.summary();
    /// // The police stands between the two others, as a hub would.
    /// let centralisation = summary.figure("centralisation_betweenness").unwrap();
    /// assert_eq!(centralisation.value, Some(1.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn figure(&self, measure: &str) -> Option<&NetworkFigure> {
        self.figures.iter().find(|figure| figure.measure == measure)
    }

    /// The value of a column in the row of these labels, where it is defined.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "police"].map(Some)),
    ///     Column::text("b", ["police", "club"].map(Some)),
    /// ])?;
    /// let centrality = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?.centrality();
    /// assert_eq!(centrality.get(&["club"], "degree"), Some(1.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn get(&self, labels: &[&str], column: &str) -> Option<f64> {
        let place = self.columns.iter().position(|name| name == column)?;
        let same = |row: &&NetworkRow| row.labels.iter().map(String::as_str).eq(labels.iter().copied());
        *self.rows.iter().find(same)?.values.get(place)?
    }

    /// The result as JSON, the same bytes in every language.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "police"].map(Some)),
    ///     Column::text("b", ["police", "club"].map(Some)),
    /// ])?;
    /// let summary = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?.summary();
    /// assert!(summary.to_json().starts_with("{\"name\":\"summary\""));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`NetworkResult::to_json`] wrote.
    ///
    /// # Errors
    /// [`crate::FaultKind::Syntax`] where the text is no such JSON.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, NetworkResult, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "police"].map(Some)),
    ///     Column::text("b", ["police", "club"].map(Some)),
    /// ])?;
    /// let summary = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?.summary();
    /// assert_eq!(NetworkResult::from_json(&summary.to_json())?, summary);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self> {
        json::read(text, "network")
    }

    /// As it may be published, every field named: without the hashes of a small table, which can be guessed, and of a plan,
    /// which may hold records.
    pub(crate) fn published(self) -> Self {
        let Self { name, figures, keys, columns, rows, notes, method, provenance } = self;
        let row = |NetworkRow { labels, values }| NetworkRow { labels, values };
        Self {
            name,
            figures: figures.into_iter().map(NetworkFigure::published).collect(),
            keys,
            columns,
            rows: rows.into_iter().map(row).collect(),
            notes,
            method,
            provenance: provenance.without_hashes(),
        }
    }

    /// An empty result of a network.
    pub(super) fn of(network: &Network, name: &str, method: &str) -> Self {
        Self::new(name, method, network.common_notes(), network.provenance.clone())
    }

    pub(super) fn new(name: &str, method: &str, notes: Vec<Note>, provenance: Provenance) -> Self {
        Self {
            name: name.to_owned(),
            figures: Vec::new(),
            keys: Vec::new(),
            columns: Vec::new(),
            rows: Vec::new(),
            notes,
            method: method.to_owned(),
            provenance,
        }
    }

    pub(super) fn seeded(mut self, seed: u64) -> Self {
        self.provenance.seed = Some(seed);
        self
    }

    pub(super) fn table(&mut self, keys: &[&str], columns: &[&str]) {
        self.keys = keys.iter().map(|key| (*key).to_owned()).collect();
        self.columns = columns.iter().map(|column| (*column).to_owned()).collect();
    }

    pub(super) fn row(&mut self, labels: &[&str], values: Vec<Option<f64>>) {
        // An empty sum of floats is -0.
        let values = values.into_iter().map(|value| value.map(|value| value + 0.0)).collect();
        self.rows.push(NetworkRow { labels: labels.iter().map(|label| (*label).to_owned()).collect(), values });
    }

    /// Adds a note once.
    pub(super) fn note(&mut self, note: Note) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// Adds a figure, or the reason why there is none.
    pub(super) fn add(&mut self, measure: &str, value: std::result::Result<f64, Note>) -> &mut NetworkFigure {
        let (value, reason) = match value {
            Ok(value) if value.is_finite() => (Some(value + 0.0), None),
            Ok(_) => (None, None),
            Err(reason) => (None, Some(reason)),
        };
        self.figures.push(NetworkFigure {
            measure: measure.to_owned(),
            value,
            low: None,
            high: None,
            span: None,
            expected: None,
            sd: None,
            p: None,
            maximum: None,
            reason,
        });
        let last = self.figures.len() - 1;
        // There is one: it was pushed above.
        #[expect(clippy::indexing_slicing, reason = "the list was pushed to in this function")]
        &mut self.figures[last]
    }
}

impl NetworkFigure {
    fn published(self) -> Self {
        let Self { measure, value, low, high, span, expected, sd, p, maximum, reason } = self;
        Self { measure, value, low, high, span, expected, sd, p, maximum, reason }
    }

    pub(super) fn between(&mut self, span: FigureSpan, low: f64, high: f64) -> &mut Self {
        (self.span, self.low, self.high) = (Some(span), Some(low), Some(high));
        self
    }
}

impl FigureSpan {
    fn words(self, language: Language) -> SheetCell {
        let (code, known) = match self {
            Self::Bounds => ("bounds", "bounds"),
            Self::Completions => ("completions", "span_completions"),
            Self::Interval => ("interval", "interval"),
        };
        SheetCell::Word(code.to_owned(), word(known, language).to_owned())
    }
}

impl NetworkResult {
    /// The curve of a loss; `None` for another result, and where it could not be computed.
    pub(crate) fn losses(&self) -> Option<LossCurve> {
        let loss = |row: &NetworkRow| Loss {
            count: row.labels.first().and_then(|label| label.parse().ok()).unwrap_or_default(),
            who: row.labels.get(1).cloned().unwrap_or_default(),
            worst: row.values.first().copied().flatten(),
            mean: row.values.get(1).copied().flatten(),
        };
        let of_ties = self.provenance.rule.as_deref() == Some("ties");
        let is_loss = self.name == "loss" && !self.rows.is_empty();
        is_loss.then(|| LossCurve { of_ties, losses: self.rows.iter().map(loss).collect() })
    }

    fn figure_table(&self, language: Language) -> SheetTable {
        let say = |code| word(code, language);
        let number = ColumnKind::Number;
        Rows::of(&self.figures, language)
            .column("measure", say("measure"), ColumnKind::Label, |figure| {
                SheetCell::Word(figure.measure.clone(), word(&figure.measure, language).to_owned())
            })
            .column("value", say("value"), number, |figure| {
                figure.value.map_or(SheetCell::NotEstimable, SheetCell::from)
            })
            .column("low", say("low"), number, |figure| figure.low)
            .column("high", say("high"), number, |figure| figure.high)
            .column("span", say("span"), ColumnKind::Text, |figure| {
                figure.span.map_or(SheetCell::Empty, |span| span.words(language))
            })
            .column("expected", say("expected"), number, |figure| figure.expected)
            .column("sd", say("sd"), number, |figure| figure.sd)
            .column("p", say("p"), ColumnKind::P, |figure| figure.p)
            .data("maximum", number, |figure| figure.maximum)
            .data("reason", ColumnKind::Text, |figure| figure.reason.as_ref().map(|reason| reason.code.as_str()))
            .remark(|figure| word(&figure.measure, language).to_owned(), |figure| figure.reason.as_ref())
            .table()
    }

    fn row_table(&self, language: Language) -> SheetTable {
        let mut table = Rows::of(&self.rows, language);
        for (place, key) in self.keys.iter().enumerate() {
            table = table.column(key, word(key, language), ColumnKind::Label, |row| row.labels.get(place).cloned());
        }
        for (place, name) in self.columns.iter().enumerate() {
            table = table.column(name, column(name, language), ColumnKind::Number, |row| {
                row.values.get(place).copied().flatten()
            });
        }
        table.table()
    }
}

impl ToSheet for NetworkResult {
    fn sheet(&self, language: Language) -> Sheet {
        let (figures, rows) = (self.figure_table(language), self.row_table(language));
        let tables = match (self.figures.is_empty(), self.keys.is_empty()) {
            (false, true) => vec![figures],
            (true, _) => vec![rows],
            (false, false) => vec![figures.for_readers(Readers::People), rows],
        };
        let picture = self.losses().map(SheetPicture::Loss);
        let sheet = Sheet::new(language, word(&self.name, language), tables).notes(&self.notes);
        Sheet { picture, ..sheet.described(&self.method, &self.provenance) }
    }
}
