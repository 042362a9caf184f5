//! Tables: typed arrays in.

use std::collections::BTreeMap;
use std::rc::Rc;

use cohesion_core::Column;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::fault::Result;

/// A table that lives in wasm memory.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct Table(pub(crate) Rc<cohesion_core::Table<'static>>);

/// Tables by name, for records.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Tables(pub(crate) BTreeMap<String, cohesion_core::Table<'static>>);

#[wasm_bindgen]
impl Tables {
    /// No table yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a table under a name.
    pub fn add(&mut self, name: &str, table: &Table) {
        self.0.insert(name.to_owned(), (*table.0).clone());
    }
}

/// Gathers columns until [`TableBuilder::finish`].
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct TableBuilder(Vec<Column<'static>>);

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

    /// The same table for a call that takes what it is given, as one that may be left out is.
    #[must_use]
    pub fn copied(&self) -> Self {
        self.clone()
    }

    /// A hash of the content.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.0.fingerprint()
    }
}
