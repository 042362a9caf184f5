//! Tables: typed arrays and CSV in, nothing out but names.

use std::rc::Rc;

use cohesion_core::{Column, read_csv};
use serde_json::json;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::fault::Result;

/// A table that lives in wasm memory.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct Table(pub(crate) Rc<cohesion_core::Table<'static>>);

/// Gathers columns until [`TableBuilder::finish`].
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct TableBuilder(Vec<Column<'static>>);

/// What was read from a CSV file.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Csv(cohesion_core::Csv);

#[wasm_bindgen]
impl TableBuilder {
    /// No column yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds numbers; NaN is missing.
    #[wasm_bindgen(js_name = addNumber)]
    pub fn add_number(&mut self, name: &str, values: Vec<f64>) {
        self.0.push(Column::number(name, values));
    }

    /// Adds codes into `levels`.
    ///
    /// # Errors
    /// A code without a level, a level that stands twice.
    #[wasm_bindgen(js_name = addCategory)]
    pub fn add_category(&mut self, name: &str, codes: Vec<u32>, levels: Vec<String>) -> Result<()> {
        self.0.push(Column::category(name, codes, levels)?);
        Ok(())
    }

    /// The table.
    ///
    /// # Errors
    /// Columns of different lengths, names that stand twice, no column at all.
    pub fn finish(self) -> Result<Table> {
        Ok(Table(Rc::new(cohesion_core::Table::new(self.0)?)))
    }
}

#[wasm_bindgen]
impl Table {
    /// How many rows there are.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn rows(&self) -> usize {
        self.0.rows()
    }

    /// The names of the columns, in order.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn columns(&self) -> Vec<String> {
        self.0.columns().iter().map(|column| column.name().to_owned()).collect()
    }

    /// A hash of the content.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.0.fingerprint()
    }
}

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
