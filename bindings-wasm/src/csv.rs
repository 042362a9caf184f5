//! CSV files.

use std::rc::Rc;

use cohesion_core::read_csv;
use serde_json::json;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::fault::Result;
use crate::table::Table;

/// What was read from a CSV file.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Csv(cohesion_core::Csv);

#[wasm_bindgen]
impl Csv {
    /// Reads the bytes of a CSV file.
    ///
    /// # Errors
    /// All faults of the text.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Result<Self> {
        Ok(Self(read_csv(bytes)?))
    }

    /// What was guessed and what did not parse, as JSON.
    #[must_use]
    pub fn report(&self) -> String {
        let unparsed: Vec<_> = self.0.unparsed.iter().map(unparsed).collect();
        json!({ "guess": self.0.guess, "unparsed": unparsed }).to_string()
    }

    /// The table.
    #[must_use]
    pub fn table(self) -> Table {
        Table(Rc::new(self.0.table))
    }
}

fn unparsed(cell: &cohesion_core::Unparsed) -> serde_json::Value {
    json!({ "row": cell.row, "column": cell.column, "text": cell.text })
}
