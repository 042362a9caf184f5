//! What a summary holds.

use serde::{Deserialize, Serialize};

use super::design::Design;
use super::figures;
use crate::error::{Error, FaultKind, Result};
pub use crate::estimate::Filter;
use crate::estimate::Statistic;

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

    /// The columns it reads.
    pub(crate) fn columns(&self) -> impl Iterator<Item = &str> {
        self.by.iter().chain(self.within.iter().map(|filter| &filter.column)).map(String::as_str)
    }

    /// Whether it has no groups, or all groups of one column.
    pub(crate) fn is_simple(&self) -> bool {
        self.by.is_empty() || self.by.len() == 1 && self.within.is_empty()
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
        values.sort();
        values.dedup();
        Self { variable: variable.into(), values }
    }

    /// A share that counts at least one value.
    ///
    /// # Errors
    /// [`FaultKind::OutOfRange`] without one.
    pub(crate) fn counted<S: Into<String>>(variable: &str, values: impl IntoIterator<Item = S>) -> Result<Self> {
        let measure = Self::share(variable, values);
        if measure.is_share() {
            return Ok(measure);
        }
        Err(Error::new(FaultKind::OutOfRange, "values", "a share needs at least one value that counts"))
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

/// The items of an alpha, and the cells it is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct ItemSet {
    pub items: Vec<String>,
    pub margin: Margin,
}

/// One or two columns and the figure that sums of their powers are kept for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct PowerSet {
    pub statistic: Statistic,
    pub variables: Vec<String>,
}

impl PowerSet {
    pub fn new(statistic: Statistic, variables: &[&str]) -> Self {
        Self { statistic, variables: variables.iter().map(|name| (*name).to_owned()).collect() }
    }

    /// For messages: `the ratio of visits, people`.
    pub fn describe(&self) -> String {
        format!("the {} of {}", self.statistic.as_str(), self.variables.join(", "))
    }
}

/// A margin and the measures it holds; `None` is all of the specification.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct HeldMargin {
    margin: Margin,
    measures: Option<Vec<Measure>>,
}

/// A margin that coarsens another one.
pub(crate) struct Coarser {
    pub place: usize,
    pub finer: usize,
    /// Where its keys stand among the finer margin's.
    pub keys: Vec<usize>,
}

/// The questions a summary can answer. Summaries merge only when theirs are the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SummarySpec {
    /// Hash of the plan that asks, where a plan does.
    pub(crate) plan: Option<String>,
    pub(crate) design: Design,
    pub(crate) measures: Vec<Measure>,
    margins: Vec<HeldMargin>,
    pub(crate) items: Vec<ItemSet>,
    pub(crate) powers: Vec<PowerSet>,
    /// Id of the rule under which the summary was made fit to be shared.
    pub(crate) shared: Option<String>,
}

impl SummarySpec {
    /// No measures yet; the whole table as the only margin.
    #[must_use]
    pub fn new(design: Design) -> Self {
        let whole = HeldMargin { margin: Margin::default(), measures: None };
        let (measures, items, powers) = (Vec::new(), Vec::new(), Vec::new());
        Self { plan: None, design, measures, margins: vec![whole], items, powers, shared: None }
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

    /// The same with one more margin, which holds every measure.
    #[must_use]
    pub fn margin(mut self, margin: Margin) -> Self {
        if self.place_of(&margin).is_none() {
            self.margins.push(HeldMargin { margin, measures: None });
        }
        self
    }

    /// The same with these measures in this margin: what one indicator with its own domain asks.
    #[must_use]
    pub(crate) fn question(self, margin: Margin, measures: Vec<Measure>) -> Self {
        let mut this = self.measures(measures.clone());
        match this.margins.iter_mut().find(|held| held.margin == margin) {
            Some(HeldMargin { measures: Some(held), .. }) => held.extend(measures),
            Some(_) => {}
            None => this.margins.push(HeldMargin { margin, measures: Some(measures) }),
        }
        this
    }

    /// The same with the cross-products of these items, for alpha.
    #[must_use]
    pub fn items(mut self, items: Vec<String>, margin: Margin) -> Self {
        let set = ItemSet { items, margin };
        if !self.items.contains(&set) {
            self.items.push(set);
        }
        self
    }

    /// The same with the ratio of the totals of two columns, in every margin.
    #[must_use]
    pub fn ratio(self, numerator: &str, denominator: &str) -> Self {
        self.power(PowerSet::new(Statistic::Ratio, &[numerator, denominator]))
    }

    /// The same with the variance of a column, in every margin: ten sums for each unit and group.
    #[must_use]
    pub fn variance(self, variable: &str) -> Self {
        self.power(PowerSet::new(Statistic::Variance, &[variable]))
    }

    /// The same with the correlation of two columns, in every margin: thirty sums for each unit and group.
    #[must_use]
    pub fn correlation(self, x: &str, y: &str) -> Self {
        self.power(PowerSet::new(Statistic::Correlation, &[x, y]))
    }

    /// The same with the figure of that name, in every margin (see [`Survey::figure`](crate::Survey::figure)).
    ///
    /// # Errors
    /// [`FaultKind::UnknownValue`] and [`FaultKind::LengthMismatch`] as there; [`FaultKind::NotPossible`] for a figure
    /// that needs the rows.
    pub fn figure(self, name: &str, columns: &[&str]) -> Result<Self> {
        let figure = figures::named(name, columns.len())?;
        figure.refuse_rows()?;
        Ok(self.power(PowerSet::new(figure.statistic, columns)))
    }

    fn power(mut self, set: PowerSet) -> Self {
        if !self.powers.contains(&set) {
            self.powers.push(set);
        }
        self
    }

    /// The same as asked by a plan.
    #[must_use]
    pub(crate) fn for_plan(mut self, hash: String) -> Self {
        self.plan = Some(hash);
        self
    }

    /// The same without any margin.
    #[must_use]
    pub(crate) fn without_margins(mut self) -> Self {
        self.margins.clear();
        self
    }

    /// The margins, in order.
    pub(crate) fn margins(&self) -> impl ExactSizeIterator<Item = &Margin> + Clone {
        self.margins.iter().map(|held| &held.margin)
    }

    /// Where the margin stands.
    pub(crate) fn place_of(&self, margin: &Margin) -> Option<usize> {
        self.margins().position(|held| held == margin)
    }

    /// Margins whose cells are unions of another margin's cells, under the same filter and with the same measures.
    pub(crate) fn coarser_margins(&self) -> Vec<Coarser> {
        let mut found: Vec<Coarser> = Vec::new();
        for (place, coarse) in self.margins.iter().enumerate() {
            let finer = self.margins.iter().enumerate().filter(|(_, finer)| {
                finer.margin.within == coarse.margin.within
                    && finer.measures == coarse.measures
                    && finer.margin.by.len() > coarse.margin.by.len()
            });
            let keys = |finer: &HeldMargin| -> Option<Vec<usize>> {
                coarse.margin.by.iter().map(|key| finer.margin.by.iter().position(|other| other == key)).collect()
            };
            // A margin that is coarser itself is not read from rows, so it cannot serve a coarser one.
            let served = |finer: usize| !found.iter().any(|other| other.place == finer);
            let first = finer
                .filter(|(finer, _)| served(*finer))
                .find_map(|(finer, held)| keys(held).map(|keys| Coarser { place, finer, keys }));
            found.extend(first);
        }
        let coarse: Vec<usize> = found.iter().map(|coarse| coarse.place).collect();
        found.retain(|one| !coarse.contains(&one.finer));
        found
    }

    /// Which measures the margin at `place` holds, as positions among all.
    pub(crate) fn held_at(&self, place: usize) -> Vec<usize> {
        match self.margins.get(place).and_then(|held| held.measures.as_ref()) {
            None => (0..self.measures.len()).collect(),
            Some(held) => (0..self.measures.len())
                .filter(|position| self.measures.get(*position).is_some_and(|measure| held.contains(measure)))
                .collect(),
        }
    }
}
