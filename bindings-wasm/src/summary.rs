//! Mergeable summaries.

use cohesion_core::PublishRule;
use cohesion_core::call::Options;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::fault::Result;
use crate::table::Table;

/// A mergeable summary.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct Summary(pub(crate) cohesion_core::Summary);

#[wasm_bindgen]
impl Summary {
    /// An empty summary.
    ///
    /// # Errors
    /// Options of the wrong type, too many measures.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &str) -> Result<Self> {
        let spec = Options::from_json(options)?.into_summary_of_design()?;
        Ok(Self(cohesion_core::Summary::new(spec)?))
    }

    /// The summary with the rows of a table added, under a name of their own where one is given.
    ///
    /// # Errors
    /// As the core.
    pub fn add(&self, table: &Table, options: &str) -> Result<Self> {
        let summary = self.0.clone();
        match Options::parse(options, &["part"])?.text("part")? {
            Some(name) => Ok(Self(summary.add_part(&name, &table.0)?)),
            None => Ok(Self(summary.add(&table.0)?)),
        }
    }

    /// The rows of both.
    ///
    /// # Errors
    /// As the core.
    pub fn merge(&self, other: &Self) -> Result<Self> {
        Ok(Self(self.0.clone().merge(other.0.clone())?))
    }

    /// The summary that may leave its owner; the rule is JSON.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = forSharing)]
    pub fn for_sharing(&self, rule: &str) -> Result<Self> {
        Ok(Self(self.0.for_sharing(&PublishRule::from_json(rule)?)?))
    }

    /// How many rows went in.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn rows(&self) -> f64 {
        self.0.rows() as f64
    }

    /// The summary as bytes.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = toBytes)]
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        Ok(self.0.to_bytes()?)
    }

    /// Reads what `toBytes` wrote.
    ///
    /// # Errors
    /// Bytes that are no summary.
    #[wasm_bindgen(js_name = fromBytes)]
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        Ok(Self(cohesion_core::Summary::from_bytes(bytes)?))
    }

    /// What was pooled or left out before it was shared, as JSON.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn lost(&self) -> String {
        serde_json::to_string(self.0.lost()).unwrap_or_default()
    }
}
