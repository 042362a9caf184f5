//! Results about who answered: adjustments of weights for non-response, and response rates.

use serde::{Deserialize, Serialize};

use super::{ColumnKind, Note, Provenance, Rows, Sheet, SheetCell, ToSheet, by};
use crate::error::Result;
use crate::json;
use crate::message::{Entry, Language, phrases, sentence};

/// One cell of an adjustment for non-response.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ResponseCell {
    /// The labels of the cell, one list per cell that was joined with others: `[["North", "18-39"]]`.
    pub labels: Vec<Vec<String>>,
    /// How many rows with a weight.
    pub n: u64,
    /// How many of them answered.
    pub n_respondents: u64,
    /// The weighted share that answered, between 0 and 1.
    pub rate: f64,
    /// What the weights of those who answered were multiplied by: 1 over the rate.
    pub factor: f64,
}

/// Weights of those who answered, raised so that they stand for the others of their cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ResponseAdjustment {
    /// The columns whose crossing makes the cells.
    pub columns: Vec<String>,
    /// The cells, sorted by the bytes of their first labels.
    pub cells: Vec<ResponseCell>,
    /// How many rows with a weight.
    pub n: u64,
    /// How many of them answered.
    pub n_respondents: u64,
    /// Kish's design effect of the weights of those who answered, before.
    pub kish_before: f64,
    /// The same after.
    pub kish_after: f64,
    /// Findings that are not fatal.
    pub notes: Vec<Note>,
    /// How the weights were made, and how errors take it into account.
    pub description: String,
    /// Where the figures come from.
    pub provenance: Provenance,
}

impl ResponseAdjustment {
    /// The adjustment as JSON, the same bytes in every language.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, ResponseOptions, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::text("outcome", ["yes", "no", "yes", "yes"].map(Some)),
    ///     Column::text("street", ["Elm", "Elm", "Oak", "Oak"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new())?;
    /// let answered = survey.nonresponse("outcome", ["yes"], ResponseOptions::new().by("street"))?;
    /// let response = answered.response().unwrap();
    /// assert!(response.to_json().contains("Elm"));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`ResponseAdjustment::to_json`] wrote.
    ///
    /// # Errors
    /// [`crate::FaultKind::Syntax`] where the text is no such JSON.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, ResponseAdjustment, ResponseOptions, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::text("outcome", ["yes", "no", "yes", "yes"].map(Some)),
    ///     Column::text("street", ["Elm", "Elm", "Oak", "Oak"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new())?;
    /// let answered = survey.nonresponse("outcome", ["yes"], ResponseOptions::new().by("street"))?;
    /// let response = answered.response().unwrap();
    /// assert_eq!(ResponseAdjustment::from_json(&response.to_json())?, *response);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self> {
        json::read(text, "response")
    }
}

/// Where the share of eligible cases among those of unknown eligibility comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EligibilityShare {
    /// The caller stated it.
    Given,
    /// The share among the cases whose eligibility is known (CASRO 1982).
    ProportionalAllocation,
}

/// Cases of one outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DispositionCount {
    /// `i`, `p`, `r`, `nc`, `o`, `uh`, `uo` or `ne`.
    pub category: String,
    /// How many cases.
    pub n: u64,
    /// The sum of their weights.
    pub weight: f64,
}

/// One response rate, from counts and from weights.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ResponseRate {
    /// `rr1` to `rr6`.
    pub name: String,
    /// From counts, between 0 and 1; `None` where its denominator is 0.
    pub value: Option<f64>,
    /// The same from the weights of the design.
    pub weighted: Option<f64>,
}

/// The response rates of one group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ResponseRateRow {
    /// One label per key.
    pub labels: Vec<String>,
    /// The eight outcomes.
    pub counts: Vec<DispositionCount>,
    /// e, the share of eligible cases among those of unknown eligibility, from counts; `None` where nothing tells it.
    pub e: Option<f64>,
    /// The same from weights.
    pub e_weighted: Option<f64>,
    /// The six rates.
    pub rates: Vec<ResponseRate>,
}

/// Response rates 1 to 6 of the American Association for Public Opinion Research.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ResponseRates {
    /// The column of outcomes.
    pub disposition: String,
    /// The grouping columns, in order.
    pub keys: Vec<String>,
    /// Where e comes from.
    pub e_from: EligibilityShare,
    /// One row per group, sorted by the bytes of the labels.
    pub rows: Vec<ResponseRateRow>,
    /// Findings that are not fatal.
    pub notes: Vec<Note>,
    /// The definitions used.
    pub method: String,
    /// Where the figures come from.
    pub provenance: Provenance,
}

impl ResponseRates {
    /// The rates as JSON, the same bytes in every language.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let table = Table::new(vec![Column::text("outcome", ["done", "done", "refused", "no answer"].map(Some))])?;
    /// let survey = Survey::new(&table, Design::new())?;
    /// let outcomes = [("done", "I"), ("refused", "R"), ("no answer", "UH")];
    /// let rates = survey.response_rates("outcome", outcomes, Some(0.5), ())?;
    /// assert!(rates.to_json().contains("\"value\":0.5"));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`ResponseRates::to_json`] wrote.
    ///
    /// # Errors
    /// [`crate::FaultKind::Syntax`] where the text is no such JSON.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, ResponseRates, Survey, Table};
    /// let table = Table::new(vec![Column::text("outcome", ["done", "done", "refused", "no answer"].map(Some))])?;
    /// let survey = Survey::new(&table, Design::new())?;
    /// let outcomes = [("done", "I"), ("refused", "R"), ("no answer", "UH")];
    /// let rates = survey.response_rates("outcome", outcomes, Some(0.5), ())?;
    /// assert_eq!(ResponseRates::from_json(&rates.to_json())?, rates);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self> {
        json::read(text, "response")
    }
}

impl ToSheet for ResponseAdjustment {
    fn sheet(&self, language: Language) -> Sheet {
        let say = |name: &'static Entry| name.said(language);
        let joined = |cell: &ResponseCell| {
            let joined: Vec<String> = cell.labels.iter().map(|labels| labels.join(" / ")).collect();
            joined.join(" + ")
        };
        let name = |cell: &ResponseCell| Some(joined(cell)).filter(|name| !name.is_empty());
        let table = Rows::of(&self.cells, language)
            .column("cell", say(&phrases::GROUP), ColumnKind::Label, |cell| {
                name(cell).unwrap_or_else(|| say(&phrases::OVERALL).to_owned())
            })
            .column("n", say(&phrases::ROWS), ColumnKind::Count, |cell| cell.n)
            .column("n_respondents", say(&phrases::ANSWERED), ColumnKind::Count, |cell| cell.n_respondents)
            .column("rate", say(&phrases::RESPONSE_RATE), ColumnKind::Share, |cell| cell.rate)
            .column("factor", say(&phrases::FACTOR), ColumnKind::Number, |cell| cell.factor);
        Sheet::new(language, by(say(&phrases::RESPONSE_RATE).to_owned(), &self.columns, language), vec![table.table()])
            .notes(&self.notes)
            .described(&self.description, &self.provenance)
    }
}

impl ToSheet for ResponseRates {
    fn sheet(&self, language: Language) -> Sheet {
        let say = |name: &'static Entry| name.said(language);
        let rate = |value: Option<f64>| value.map_or(SheetCell::NotEstimable, SheetCell::from);
        let of = |row: &ResponseRateRow, place: usize| row.rates.get(place).cloned();
        let mut table = Rows::of(&self.rows, language).keys(&self.keys, |row| &row.labels).column(
            "n",
            say(&phrases::ROWS),
            ColumnKind::Count,
            |row| row.counts.iter().map(|count| count.n).sum::<u64>(),
        );
        for place in 0..6 {
            let (name, title) = (format!("rr{}", place + 1), format!("RR{}", place + 1));
            table = table
                .column(&name, title, ColumnKind::Share, |row| rate(of(row, place).and_then(|rate| rate.value)))
                .data(&format!("{name}_weighted"), ColumnKind::Share, |row| {
                    of(row, place).and_then(|rate| rate.weighted)
                });
        }
        let table =
            table
                .column("e", "e", ColumnKind::Share, |row| rate(row.e))
                .data("e_weighted", ColumnKind::Share, |row| row.e_weighted);
        let title = sentence::labelled(say(&phrases::RESPONSE_RATE), &self.disposition, language);
        Sheet::new(language, by(title, &self.keys, language), vec![table.table()])
            .notes(&self.notes)
            .described(&self.method, &self.provenance)
    }
}
