//! Who works with whom: measures of a network of partners, with what non-respondents leave open.
//!
//! A [`Network`] is read from a table of ties. Its measures are exact for small networks wherever that can be; what is
//! searched or drawn at random says so and takes a seed. A measure that is not defined has a reason and no number.

use std::collections::BTreeSet;

use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::{Note, Provenance};
use crate::stat::Graph;

mod bounds;
mod brokerage;
mod centrality;
mod communities;
mod compare;
mod completions;
mod groups;
mod hierarchy;
mod loss;
mod options;
mod pairs;
mod plan;
mod qap;
mod read;
mod received;
mod result;
mod summary;
pub(crate) mod texts;
mod two_mode;

pub use options::{Lost, NetworkOptions, Seeded, SymmetryRule, TieChoice};
pub use plan::PlanTies;
pub(crate) use received::FEWEST_RATERS;
pub use result::{FigureSpan, NetworkFigure, NetworkResult, NetworkRow};
pub use two_mode::TwoMode;

/// Larger networks have no layout and no measure that looks at every pair.
pub(crate) const MAX_PAIRWISE: usize = 2_500;

/// Partners and the ties between them, as they were stated.
///
/// Partners are sorted by the bytes of their ids, so that no result depends on the order of the rows. In a directed
/// network a tie is what its source says of its target. Who did not answer has said nothing: their ties to others are
/// not absent but unknown.
///
/// ```
/// use cohesion_core::{Column, Network, NetworkOptions, Table};
/// let ties = Table::new(vec![
///     Column::text("from", ["city", "police", "club"].map(Some)),
///     Column::text("to", ["police", "city", "city"].map(Some)),
/// ])?;
/// let network = Network::from_edges(&ties, NetworkOptions::new("from", "to").directed(true))?;
/// assert_eq!(network.nodes(), ["city", "club", "police"]);
/// assert_eq!(network.summary().value("density"), Some(0.5));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    names: Vec<String>,
    /// Name of an attribute and its label for each partner.
    attributes: Vec<(String, Vec<Option<String>>)>,
    directed: bool,
    weighted: bool,
    /// The ties; an undirected one stands in both directions.
    graph: Graph,
    answered: Vec<bool>,
    /// Whether a tie from row to column is unknown; empty where nothing is.
    unknown: Vec<bool>,
    minimum_completion: f64,
    notes: Vec<Note>,
    provenance: Provenance,
}

impl Network {
    /// The ids of the partners, sorted by their bytes.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "city", "club"].map(Some)),
    ///     Column::text("b", ["club", "police", "school"].map(Some)),
    /// ])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?;
    /// assert_eq!(network.nodes(), ["city", "club", "police", "school"]);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn nodes(&self) -> &[String] {
        &self.names
    }

    /// Whether a tie from one to another says nothing of the way back.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "city", "club"].map(Some)),
    ///     Column::text("b", ["club", "police", "school"].map(Some)),
    /// ])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?;
    /// assert!(!network.directed());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn directed(&self) -> bool {
        self.directed
    }

    /// How many ties there are; in an undirected network each counts once.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "city", "club"].map(Some)),
    ///     Column::text("b", ["club", "police", "school"].map(Some)),
    /// ])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?;
    /// assert_eq!(network.ties(), 3);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn ties(&self) -> usize {
        if self.directed { self.graph.arc_count() } else { self.graph.arc_count() / 2 }
    }

    /// What partners may be grouped by: the columns of the table of partners, in order.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "city", "club"].map(Some)),
    ///     Column::text("b", ["club", "police", "school"].map(Some)),
    /// ])?;
    /// let partners = Table::new(vec![
    ///     Column::text("id", ["city", "club", "police", "school"].map(Some)),
    ///     Column::text("sector", ["public", "civic", "public", "civic"].map(Some)),
    /// ])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b").nodes(&partners))?;
    /// assert_eq!(network.attributes(), ["sector"]);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn attributes(&self) -> Vec<&str> {
        self.attributes.iter().map(|(name, _)| name.as_str()).collect()
    }

    /// The undirected network of a rule.
    ///
    /// A tie is there where one of the two says so (`union`) or both do (`intersection`). Where weights differ, union
    /// keeps the larger and intersection the smaller. A pair is unknown where a missing answer could decide it.
    ///
    /// # Errors
    /// [`FaultKind::NotPossible`] for a network that is undirected already.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, SymmetryRule, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "city", "club"].map(Some)),
    ///     Column::text("b", ["club", "police", "school"].map(Some)),
    /// ])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b").directed(true))?;
    /// let undirected = network.symmetrised(SymmetryRule::Union)?;
    /// assert_eq!(undirected.ties(), 3);
    /// assert!(!undirected.directed());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn symmetrised(&self, rule: SymmetryRule) -> Result<Self> {
        if !self.directed {
            let message = "this network is undirected already: nobody's view can be set against another's";
            return Err(Error::new(FaultKind::NotPossible, "rule", message));
        }
        let size = self.size();
        let mut arcs = Vec::new();
        // Most networks have answers of everybody, and a table of all pairs is the largest thing that one holds.
        let mut unknown = if self.unknown.is_empty() { Vec::new() } else { vec![false; size * size] };
        for (a, b) in self.pairs_with_statement() {
            let (there, back) = (self.graph.weight(a, b), self.graph.weight(b, a));
            let open = self.is_unknown(a, b) || self.is_unknown(b, a);
            // Two views of one tie: at most what one says, at least what both say.
            let weight = match (rule, there, back) {
                (SymmetryRule::Union, Some(x), Some(y)) => Some(x.max(y)),
                (SymmetryRule::Union, one, other) => one.or(other),
                (SymmetryRule::Intersection, Some(x), Some(y)) => Some(x.min(y)),
                (SymmetryRule::Intersection, ..) => None,
            };
            // One says no: without the other's word union is open, intersection is not; one says yes: the reverse.
            let undecided = open
                && match rule {
                    SymmetryRule::Union => there.is_none() && back.is_none(),
                    SymmetryRule::Intersection => {
                        let says_no = |from: usize, to: usize, stated: Option<f64>| {
                            stated.is_none() && !self.is_unknown(from, to)
                        };
                        !says_no(a, b, there) && !says_no(b, a, back)
                    }
                };
            if let Some(weight) = weight {
                arcs.extend([(a as u32, b as u32, weight), (b as u32, a as u32, weight)]);
            } else if undecided {
                for place in [a * size + b, b * size + a] {
                    if let Some(open) = unknown.get_mut(place) {
                        *open = true;
                    }
                }
            }
        }
        let provenance = Provenance { rule: Some(rule.as_str().to_owned()), ..self.provenance.clone() };
        Ok(Self { directed: false, graph: Graph::new(size, &arcs), unknown, provenance, ..self.clone() })
    }

    /// The label of each partner in an attribute.
    pub(crate) fn labels(&self, by: &str) -> Result<Vec<Option<String>>> {
        let groups = self.groups(by)?;
        Ok(groups.of.iter().map(|group| groups.names.get((*group)?).cloned()).collect())
    }

    /// How many others each partner is tied to, directions left aside.
    pub(crate) fn degrees(&self) -> Vec<usize> {
        let joined = self.graph.joined();
        (0..self.size()).map(|node| joined.targets(node).len()).collect()
    }

    /// Pairs that a tie joins, the earlier partner first.
    pub(crate) fn tied_pairs(&self) -> Vec<(usize, usize)> {
        self.edges()
    }

    /// How many parts hang together.
    pub(crate) fn parts(&self) -> usize {
        // Parts are numbered from 0 without gaps.
        crate::stat::components(&self.graph.joined()).into_iter().max().map_or(0, |highest| highest + 1)
    }

    /// How many partners did not answer.
    pub(crate) fn silent(&self) -> usize {
        self.size() - self.respondents()
    }

    fn size(&self) -> usize {
        self.names.len()
    }

    /// Pairs, lower first, of which anything is stated or unknown.
    fn pairs_with_statement(&self) -> Vec<(usize, usize)> {
        if self.unknown.is_empty() {
            let joined = self.graph.joined();
            let arcs = joined.arcs().into_iter().filter(|arc| arc.0 < arc.1);
            return arcs.map(|arc| (arc.0 as usize, arc.1 as usize)).collect();
        }
        let size = self.size();
        let mut pairs = Vec::new();
        // A pair that nobody spoke of counts too, where somebody could not be asked.
        for a in 0..size {
            for b in a + 1..size {
                let stated = self.graph.weight(a, b).is_some() || self.graph.weight(b, a).is_some();
                if stated || self.is_unknown(a, b) || self.is_unknown(b, a) {
                    pairs.push((a, b));
                }
            }
        }
        pairs
    }

    /// Whether nobody can say if there is a tie from one to the other.
    fn is_unknown(&self, from: usize, to: usize) -> bool {
        // Nothing is kept where everybody answered.
        self.unknown.get(from * self.size() + to).copied().unwrap_or_default()
    }

    fn name(&self, node: usize) -> &str {
        self.names.get(node).map_or("", String::as_str)
    }

    /// How many partners answered.
    fn respondents(&self) -> usize {
        self.answered.iter().filter(|answered| **answered).count()
    }

    fn completion(&self) -> f64 {
        self.respondents() as f64 / self.size() as f64
    }

    /// Why measures of the whole pattern are not computed, where too few answered.
    fn too_incomplete(&self) -> Option<Note> {
        let percent = |share: f64| (share * 100.0).round();
        // A degree is a bound that stays true with missing answers; a path that is missing changes who stands between
        // whom.
        (self.completion() < self.minimum_completion).then(|| {
            Note::not_estimable(
                texts::completion_too_low(percent(self.completion()), percent(self.minimum_completion)),
                "",
            )
        })
    }

    /// The notes that every result starts with.
    fn common_notes(&self) -> Vec<Note> {
        let mut notes = self.notes.clone();
        let missing = self.size() - self.respondents();
        if missing > 0 {
            notes.push(Note::warning(texts::non_respondents(missing, self.size()), ""));
        }
        notes
    }

    /// The group of each partner and the names of the groups, sorted.
    fn groups(&self, by: &str) -> Result<Groups> {
        let Some((_, labels)) = self.attributes.iter().find(|(name, _)| name == by) else {
            let known = self.attributes();
            let message = match known.as_slice() {
                [] => "give a table of partners with the column to group by: this network has none".to_owned(),
                _ => format!("partners have no `{by}`, only {}", known.join(", ")),
            };
            return Err(Fault::new(FaultKind::MissingColumn, "by", message).value(by).allowed(known).into());
        };
        let names: Vec<String> = BTreeSet::from_iter(labels.iter().flatten().cloned()).into_iter().collect();
        let of = labels.iter().map(|label| names.binary_search(label.as_ref()?).ok()).collect();
        Ok(Groups { names, of })
    }
}

/// Partners by group.
struct Groups {
    names: Vec<String>,
    of: Vec<Option<usize>>,
}

impl Groups {
    fn of(&self, node: usize) -> Option<usize> {
        self.of.get(node).copied().flatten()
    }

    /// How many partners each group has.
    fn sizes(&self) -> Vec<usize> {
        let mut sizes = vec![0; self.names.len()];
        for group in self.of.iter().flatten() {
            if let Some(size) = sizes.get_mut(*group) {
                *size += 1;
            }
        }
        sizes
    }

    /// The note about partners without a group, where there are any.
    fn note(&self) -> Option<Note> {
        let without = self.of.iter().filter(|group| group.is_none()).count();
        (without > 0).then(|| Note::warning(texts::no_group(without), ""))
    }
}
