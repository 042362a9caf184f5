//! The review of a partnership, in a module of its own: plan and tables in, the review as JSON out.

use std::collections::BTreeMap;

use cohesion_core::ReviewOptions;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::fault::Result;
use crate::options::Options;
use crate::table::Table;

/// A plan with tables of records.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Reviewer {
    plan: cohesion_core::Plan,
    tables: BTreeMap<String, cohesion_core::Table<'static>>,
}

#[wasm_bindgen]
impl Reviewer {
    /// Reads a plan in JSON.
    ///
    /// # Errors
    /// Every fault of form.
    #[wasm_bindgen(constructor)]
    pub fn new(plan: &str) -> Result<Self> {
        Ok(Self { plan: cohesion_core::Plan::from_json(plan)?, tables: BTreeMap::new() })
    }

    /// Adds a table under the name of its kind.
    pub fn add(&mut self, name: &str, table: &Table) {
        self.tables.insert(name.to_owned(), (*table.0).clone());
    }

    /// The review, as JSON; `previous` is the JSON of the review before, or empty.
    ///
    /// # Errors
    /// As the core.
    pub fn review(&self, options: &str, previous: &str) -> Result<String> {
        let mut given = Options::parse(options, &["records", "as_of", "previous", "seed"])?;
        let options = ReviewOptions::new(given.text("as_of")?.unwrap_or_default());
        let options = given.whole("seed")?.into_iter().fold(options, ReviewOptions::seed);
        if previous.is_empty() {
            return Ok(self.plan.review(&self.tables, options)?.to_json());
        }
        let before = cohesion_core::Review::from_json(previous)?;
        Ok(self.plan.review(&self.tables, options.previous(&before))?.to_json())
    }
}
