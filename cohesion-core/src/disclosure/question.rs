//! Published tables as what an outsider learns from them: groups of rows, and how many answered what.

use std::collections::BTreeMap;

use crate::disclosure::texts;
use crate::estimate::texts as common;
use crate::message::Message;
use crate::plan::{GroupDisclosure, PublishRule};

/// Which labels or numbers of a column are meant.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Chosen {
    /// These labels, sorted.
    Labels(Vec<String>),
    /// The numbers between two ends.
    Range { from: Option<f64>, to: Option<f64>, from_open: bool, to_open: bool },
}

impl Chosen {
    /// These labels.
    pub fn labels(labels: impl IntoIterator<Item = String>) -> Self {
        let mut labels: Vec<String> = labels.into_iter().collect();
        labels.sort();
        labels.dedup();
        Self::Labels(labels)
    }

    /// Whether a label is meant; as a number, where it is one.
    pub fn holds(&self, label: &str) -> bool {
        match self {
            Self::Labels(labels) => labels.iter().any(|one| one == label),
            Self::Range { from, to, from_open, to_open } => label.parse::<f64>().is_ok_and(|number| {
                from.is_none_or(|from| number > from || (number == from && !from_open))
                    && to.is_none_or(|to| number < to || (number == to && !to_open))
            }),
        }
    }

    /// For keys: equal texts mean the same.
    fn text(&self) -> String {
        match self {
            Self::Labels(labels) => labels.join("\u{1}"),
            Self::Range { from, to, from_open, to_open } => format!("{from:?} {to:?} {from_open} {to_open}"),
        }
    }
}

/// A table: one column of answers, by the groups of others, within a domain.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    /// Whose answers.
    pub variable: String,
    /// Which answers count, for a share.
    pub counted: Option<Chosen>,
    pub keys: Vec<String>,
    pub within: Vec<(String, Chosen)>,
    pub groups: Vec<Group>,
    /// Whether rows inside the domain have no label of the keys.
    pub unlabelled: bool,
    /// Whether it is a total, to which few may contribute most.
    pub is_total: bool,
    /// Whether the whole table is hidden because it is too large to be looked at.
    pub dropped: bool,
}

/// Why a group is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Hidden {
    Small,
    Complementary,
    Numerator,
    GroupDisclosure,
    Dominance,
    DominanceUnknown,
    Unproven,
}

impl Hidden {
    /// What is said of it.
    pub fn said(self, rule: &PublishRule) -> Message {
        match self {
            Self::Small => common::hidden_small(rule.minimum_n),
            Self::Complementary => texts::hidden_complementary(),
            Self::Numerator => texts::hidden_numerator(rule.minimum_numerator),
            Self::GroupDisclosure => texts::hidden_group_disclosure(),
            Self::Dominance => texts::hidden_dominance(),
            Self::DominanceUnknown => texts::dominance_unknown(),
            Self::Unproven => texts::hidden_unproven(),
        }
    }
}

/// One group of a table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Group {
    pub labels: Vec<String>,
    pub n: i64,
    pub missing: i64,
    /// How many are counted; of a weighted share only about as many.
    pub numerator: Option<f64>,
    /// Whether the numerator is a count.
    pub is_count: bool,
    /// Whether its rounded share is a whole percentage, and not made of rounded counts.
    pub as_percent: bool,
    /// The total and its largest contributions, where they are known.
    pub total: Option<(f64, Vec<f64>)>,
    pub hidden: Option<Hidden>,
}

impl Question {
    /// The columns and labels that make a group.
    pub fn conditions<'q>(&'q self, group: &'q Group) -> impl Iterator<Item = (&'q str, Chosen)> {
        let keys = self.keys.iter().zip(&group.labels);
        let keys = keys.map(|(key, label)| (key.as_str(), Chosen::Labels(vec![label.clone()])));
        keys.chain(self.within.iter().map(|(column, chosen)| (column.as_str(), chosen.clone())))
    }

    /// A text that is equal for groups of the same rows.
    pub fn place(&self, group: &Group) -> String {
        let mut parts: Vec<String> =
            self.conditions(group).map(|(column, chosen)| format!("{column}\u{2}{}", chosen.text())).collect();
        parts.sort();
        parts.dedup();
        parts.join("\u{3}")
    }

    /// Hides what the rule hides by itself.
    pub fn hide_primary(&mut self, rule: &PublishRule) {
        for group in &mut self.groups {
            group.hidden = group.hidden.or_else(|| group.primary(rule, self.is_total));
        }
    }
}

impl Group {
    fn primary(&self, rule: &PublishRule, is_total: bool) -> Option<Hidden> {
        if self.n < i64::from(rule.minimum_n) {
            return Some(Hidden::Small);
        }
        if let Some(numerator) = self.numerator {
            let n = self.n as f64;
            if numerator <= 0.0 || numerator >= n {
                return (rule.group_disclosure == GroupDisclosure::Hide).then_some(Hidden::GroupDisclosure);
            }
            if numerator.min(n - numerator) < f64::from(rule.minimum_numerator) {
                return Some(Hidden::Numerator);
            }
        }
        if !is_total {
            return None;
        }
        match &self.total {
            None => Some(Hidden::DominanceUnknown),
            Some((total, largest)) => dominated(*total, largest, rule).then_some(Hidden::Dominance),
        }
    }
}

/// Whether few contributions make most of a total (n,k), or the total tells the second largest contributor the largest one
/// (p %): Hundepool and others 2012, section 4.2.
fn dominated(total: f64, largest: &[f64], rule: &PublishRule) -> bool {
    let mut sizes: Vec<f64> = largest.iter().map(|one| one.abs()).collect();
    sizes.sort_by(|a, b| b.total_cmp(a));
    let total = total.abs();
    let top: f64 = sizes.iter().take(rule.dominance_largest as usize).sum();
    let first = sizes.first().copied().unwrap_or_default();
    let second = sizes.get(1).copied().unwrap_or_default();
    let rest = total - first - second;
    total > 0.0 && (top > rule.dominance_share * total || rest < rule.dominance_within * first)
}

/// Which labels of a column lie in each label of a coarser one: streets in districts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Nesting {
    /// Coarser column to finer column and the labels of each.
    pub of: BTreeMap<String, (String, BTreeMap<String, Vec<String>>)>,
}

impl Nesting {
    /// The finest column and its labels.
    pub fn finest(&self, column: &str, chosen: Chosen) -> (String, Chosen) {
        let (mut column, mut chosen) = (column.to_owned(), chosen);
        // A chain of nestings is as long as there are columns at most.
        for _ in 0..self.of.len() {
            let Some((finer, labels)) = self.of.get(&column) else { break };
            let inside = labels.iter().filter(|(label, _)| chosen.holds(label)).flat_map(|(_, inside)| inside.clone());
            chosen = Chosen::labels(inside);
            column.clone_from(finer);
        }
        (column, chosen)
    }
}
