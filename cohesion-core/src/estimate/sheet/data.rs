//! Sheets for programs: CSV, and columns of values.

use serde::Serialize;
use serde_json::Value;

use super::{ColumnKind, Sheet, SheetCell, SheetColumn, SheetTable};
use crate::estimate::csv;

/// A column of a data frame.
#[derive(Serialize)]
struct DataColumn {
    name: String,
    kind: &'static str,
    values: Vec<Value>,
}

impl Sheet {
    /// The table that programs read.
    fn data(&self) -> Option<&SheetTable> {
        self.tables.iter().find(|table| table.readers.are_programs())
    }

    /// The table for programs as CSV: comma, point, unrounded, the same in every language. A text that looks like a
    /// formula is led by an apostrophe.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Language, Survey, Table, ToSheet};
    /// let table = Table::new(vec![Column::number("score", vec![3.0, 5.0, 4.0]), Column::number("age", vec![1.0, 2.0, 4.0])])?;
    /// let fit = Survey::new(&table, Design::new())?.regress("score", &["age"], ())?;
    /// assert!(fit.sheet(Language::En).to_csv().contains("\r\nage,0.2142857"));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_csv(&self) -> String {
        let Some(table) = self.data() else { return String::new() };
        let mut text = csv::line(table.for_programs().map(|column| column.name.clone()));
        for row in 0..table.rows {
            text.push_str(&csv::line(table.for_programs().map(|column| column.plain(row))));
        }
        text
    }

    /// The table for programs as JSON, column by column: `[{"name", "kind", "values"}]`, where the kind is `text`, `flag`,
    /// `count` or `number` and a missing value is null. A label column that is named like another column gets an
    /// underscore at its end.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, Language, Survey, Table, ToSheet};
    /// let table = Table::new(vec![Column::text("street", ["Elm", "Oak"].map(Some)), Column::number("trust", vec![4.0, 2.0])])?;
    /// let counts = Survey::new(&table, Design::new())?.counts("trust", ["4"], EstimateOptions::new().by("street"))?;
    /// let columns = counts.sheet(Language::En).to_columns();
    /// assert!(columns.starts_with(r#"[{"name":"street","kind":"text","values":["Elm","Oak"]}"#));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_columns(&self) -> String {
        let columns: Vec<&SheetColumn> = self.data().into_iter().flat_map(SheetTable::for_programs).collect();
        let taken = |name: &str| columns.iter().any(|other| other.kind != ColumnKind::Label && other.name == name);
        let column = |column: &&SheetColumn| {
            let is_label = column.kind == ColumnKind::Label;
            let name = if is_label && taken(&column.name) { format!("{}_", column.name) } else { column.name.clone() };
            DataColumn {
                name,
                kind: column.kind.of_data(),
                values: column.cells.iter().map(SheetCell::value).collect(),
            }
        };
        serde_json::to_string(&columns.iter().map(column).collect::<Vec<_>>()).unwrap_or_default()
    }
}

impl SheetTable {
    fn for_programs(&self) -> impl Iterator<Item = &SheetColumn> {
        self.columns.iter().filter(|column| column.readers.are_programs())
    }
}

impl SheetColumn {
    /// The cell of a row as CSV has it.
    fn plain(&self, row: usize) -> String {
        match self.cells.get(row) {
            Some(SheetCell::Text(text) | SheetCell::Word(text, _)) => text.clone(),
            Some(SheetCell::Flag(flag)) => flag.to_string(),
            Some(SheetCell::Count(count)) => count.to_string(),
            Some(SheetCell::Number(number)) => number.to_string(),
            Some(SheetCell::Interval(..) | SheetCell::Empty | SheetCell::NotEstimable | SheetCell::Hidden) | None => {
                String::new()
            }
        }
    }
}

impl SheetCell {
    fn value(&self) -> Value {
        match self {
            Self::Text(text) | Self::Word(text, _) => text.as_str().into(),
            Self::Flag(flag) => (*flag).into(),
            Self::Count(count) => (*count).into(),
            Self::Number(number) => (*number).into(),
            Self::Interval(..) | Self::Empty | Self::NotEstimable | Self::Hidden => Value::Null,
        }
    }
}

impl ColumnKind {
    fn of_data(self) -> &'static str {
        match self {
            Self::Label | Self::Text => "text",
            Self::Flag => "flag",
            Self::Count => "count",
            _ => "number",
        }
    }
}
