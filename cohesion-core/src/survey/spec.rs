//! What a summary holds.

use serde::{Deserialize, Serialize};

use super::design::Design;

/// A domain: the rows whose label in `column` is one of `values`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Filter {
    /// The column.
    pub column: String,
    /// The labels that count as inside.
    pub values: Vec<String>,
}

/// A crossing of group columns, within a domain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Margin {
    /// Group columns; empty for the whole domain.
    pub by: Vec<String>,
    /// Every filter must hold.
    pub within: Vec<Filter>,
}

impl Margin {
    /// The crossing of these columns over all rows.
    #[must_use]
    pub fn by(by: Vec<String>) -> Self {
        Self { by, within: Vec::new() }
    }

    /// For messages: `district x wave within sex = f`.
    pub(crate) fn describe(&self) -> String {
        let by = if self.by.is_empty() { "overall".to_owned() } else { self.by.join(" x ") };
        let within: Vec<String> =
            self.within.iter().map(|filter| format!("{} = {}", filter.column, filter.values.join(" or "))).collect();
        if within.is_empty() { by } else { format!("{by} within {}", within.join(" and ")) }
    }
}

/// One column and how it is read: as numbers, or as "one of these values".
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Measure {
    /// The column.
    pub variable: String,
    /// Empty for the numbers themselves; else 1 for a row with one of these labels and 0 for any other answer.
    pub values: Vec<String>,
}

impl Measure {
    /// The column's numbers: for means and totals.
    #[must_use]
    pub fn mean(variable: impl Into<String>) -> Self {
        Self { variable: variable.into(), values: Vec::new() }
    }

    /// Whether the answer is one of `values`: for shares.
    #[must_use]
    pub fn share<S: Into<String>>(variable: impl Into<String>, values: impl IntoIterator<Item = S>) -> Self {
        let mut values: Vec<String> = values.into_iter().map(Into::into).collect();
        values.sort_unstable();
        values.dedup();
        Self { variable: variable.into(), values }
    }

    /// Whether it is a share.
    #[must_use]
    pub fn is_share(&self) -> bool {
        !self.values.is_empty()
    }

    /// For messages: `trust` or `trust in 4, 5`.
    pub(crate) fn describe(&self) -> String {
        if self.is_share() { format!("{} in {}", self.variable, self.values.join(", ")) } else { self.variable.clone() }
    }
}

/// The questions a summary can answer. Summaries merge only when theirs are the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SummarySpec {
    pub(crate) design: Design,
    pub(crate) measures: Vec<Measure>,
    pub(crate) margins: Vec<Margin>,
    pub(crate) items: Vec<Vec<String>>,
}

impl SummarySpec {
    /// No measures yet; the whole table as the only margin.
    #[must_use]
    pub fn new(design: Design) -> Self {
        Self { design, measures: Vec::new(), margins: vec![Margin::default()], items: Vec::new() }
    }

    /// The same with these measures added; one that is held already is not added twice.
    #[must_use]
    pub fn measures(mut self, measures: impl IntoIterator<Item = Measure>) -> Self {
        for measure in measures {
            if !self.measures.contains(&measure) {
                self.measures.push(measure);
            }
        }
        self
    }

    /// The same with one more margin.
    #[must_use]
    pub fn margin(mut self, margin: Margin) -> Self {
        if !self.margins.contains(&margin) {
            self.margins.push(margin);
        }
        self
    }

    /// The same with the cross-products of these items, for alpha.
    #[must_use]
    pub fn items(mut self, items: Vec<String>) -> Self {
        if !self.items.contains(&items) {
            self.items.push(items);
        }
        self
    }

    /// The same with this margin alone.
    #[must_use]
    pub(crate) fn only(mut self, margin: Margin) -> Self {
        self.margins = vec![margin];
        self
    }
}
