//! What is made of the partnership of a plan, in a module of its own: plan and tables in, JSON out.

use std::collections::BTreeMap;

use cohesion_core::{ReviewOptions, TieChoice};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::fault::Result;
use crate::options::Options;
use crate::table::Table;

/// The partnership of a plan.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Partnership(cohesion_core::Plan);

/// Tables of records by the name of their kind.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct RecordTables(BTreeMap<String, cohesion_core::Table<'static>>);

#[wasm_bindgen]
impl RecordTables {
    /// No table yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a table under the name of its kind.
    pub fn add(&mut self, name: &str, table: &Table) {
        self.0.insert(name.to_owned(), (*table.0).clone());
    }
}

#[wasm_bindgen]
impl Partnership {
    /// Reads a plan in JSON.
    ///
    /// # Errors
    /// Every fault of form.
    #[wasm_bindgen(constructor)]
    pub fn new(plan: &str) -> Result<Self> {
        Ok(Self(cohesion_core::Plan::from_json(plan)?))
    }

    /// The review, as JSON; `previous` is the JSON of the review before, or empty.
    ///
    /// # Errors
    /// As the core.
    pub fn review(&self, records: &RecordTables, options: &str, previous: &str) -> Result<String> {
        let mut given = Options::parse(options, &["records", "as_of", "previous", "seed"])?;
        let options = ReviewOptions::new(given.text("as_of")?.unwrap_or_default());
        let options = given.whole("seed")?.into_iter().fold(options, ReviewOptions::seed);
        if previous.is_empty() {
            return Ok(self.0.review(&records.0, options)?.to_json());
        }
        let before = cohesion_core::Review::from_json(previous)?;
        Ok(self.0.review(&records.0, options.previous(&before))?.to_json())
    }

    /// What the partners' own ratings say, as JSON.
    ///
    /// # Errors
    /// As the core.
    pub fn assess(&self, answers: &Table) -> Result<String> {
        Ok(self.0.assess(&answers.0)?.to_json())
    }

    /// The ties of a network, as JSON for the module of networks.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = networkTies)]
    pub fn network_ties(&self, records: &RecordTables, options: &str) -> Result<String> {
        let mut options = Options::parse(options, &["wave", "kind"])?;
        let choice = options.text("wave")?.into_iter().fold(TieChoice::new(), TieChoice::wave);
        let choice = options.texts("kind")?.into_iter().fold(choice, TieChoice::kind);
        Ok(json(&self.0.network_ties(&records.0, &choice)?))
    }

    /// Who takes part in what, as JSON for the module of networks.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = networkActivities)]
    pub fn network_activities(&self) -> Result<String> {
        Ok(json(&self.0.network_activities()?))
    }
}

/// Plain data as JSON text.
fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
