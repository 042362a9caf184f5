//! What a network is read from, and how searches and draws are made.

use crate::closed_set::closed_set;
use crate::error::{Fault, FaultKind, Result};
use crate::table::Table;

/// How a network is read from a table of ties.
#[derive(Clone, Debug)]
pub struct NetworkOptions<'t> {
    pub(super) source: String,
    pub(super) target: String,
    pub(super) weight: Option<String>,
    pub(super) directed: bool,
    pub(super) nodes: Option<&'t Table<'t>>,
    pub(super) id: String,
    pub(super) respondents: Option<Vec<String>>,
    pub(super) minimum_completion: f64,
}

impl<'t> NetworkOptions<'t> {
    /// Ties from the partner in column `source` to the one in column `target`; undirected unless told.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![Column::text("from", ["city"].map(Some)), Column::text("to", ["club"].map(Some))])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("from", "to"))?;
    /// assert_eq!(network.nodes(), ["city", "club"]);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn new(source: impl Into<String>, target: impl Into<String>) -> Self {
        Self {
            source: source.into(),
            target: target.into(),
            weight: None,
            directed: false,
            nodes: None,
            id: "id".to_owned(),
            respondents: None,
            minimum_completion: 0.7,
        }
    }

    /// The column that says how strong a tie is: numbers from 0 up, larger is stronger; 0 is no tie.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("from", ["city", "city"].map(Some)),
    ///     Column::text("to", ["club", "police"].map(Some)),
    ///     Column::number("contacts", vec![3.0, 0.0]),
    /// ])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("from", "to").weight("contacts"))?;
    /// // The police and the city had no contact.
    /// assert_eq!(network.ties(), 1);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn weight(mut self, column: impl Into<String>) -> Self {
        self.weight = Some(column.into());
        self
    }

    /// Whether a tie from one to another says nothing of the way back.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("from", ["city", "club"].map(Some)),
    ///     Column::text("to", ["club", "city"].map(Some)),
    /// ])?;
    /// assert_eq!(Network::from_edges(&ties, NetworkOptions::new("from", "to").directed(true))?.ties(), 2);
    /// assert_eq!(Network::from_edges(&ties, NetworkOptions::new("from", "to"))?.ties(), 1);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn directed(mut self, directed: bool) -> Self {
        self.directed = directed;
        self
    }

    /// The table of partners, one row each: their id, and columns to group them by. With it, a tie to anybody else is a
    /// fault, and partners without a tie are seen.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![Column::text("a", ["city"].map(Some)), Column::text("b", ["club"].map(Some))])?;
    /// let partners = Table::new(vec![Column::text("id", ["city", "club", "school"].map(Some))])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b").nodes(&partners))?;
    /// assert_eq!(network.nodes(), ["city", "club", "school"]);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn nodes(mut self, nodes: &'t Table<'t>) -> Self {
        self.nodes = Some(nodes);
        self
    }

    /// The column of ids in the table of partners; `id` unless given.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![Column::text("a", ["city"].map(Some)), Column::text("b", ["club"].map(Some))])?;
    /// let partners = Table::new(vec![Column::text("partner", ["city", "club", "school"].map(Some))])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b").nodes(&partners).id("partner"))?;
    /// assert_eq!(network.nodes(), ["city", "club", "school"]);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn id(mut self, column: impl Into<String>) -> Self {
        self.id = column.into();
        self
    }

    /// The partners who answered; everybody unless given.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("from", ["city", "club"].map(Some)),
    ///     Column::text("to", ["club", "school"].map(Some)),
    /// ])?;
    /// let options = NetworkOptions::new("from", "to").directed(true).respondents(["city", "club"]);
    /// // The school did not say whom it works with.
    /// assert_eq!(Network::from_edges(&ties, options)?.summary().value("answered"), Some(2.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn respondents<S: Into<String>>(mut self, respondents: impl IntoIterator<Item = S>) -> Self {
        self.respondents = Some(respondents.into_iter().map(Into::into).collect());
        self
    }

    /// The share of partners who must have answered for measures of the whole pattern (betweenness, communities, loss),
    /// between 0 and 1; 0.7 unless given. This is a convention of this library: Costenbader and Valente (2003, Social
    /// Networks 25, 283) and Borgatti, Carley and Krackhardt (2006, Social Networks 28, 124) show that centralities drift
    /// from the true ones as answers are missing, without a step at any share.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("from", ["city", "club"].map(Some)),
    ///     Column::text("to", ["club", "school"].map(Some)),
    /// ])?;
    /// let answered = || NetworkOptions::new("from", "to").directed(true).respondents(["city", "club"]);
    /// let network = Network::from_edges(&ties, answered())?;
    /// assert_eq!(network.centrality().get(&["club"], "betweenness"), None);
    /// let network = Network::from_edges(&ties, answered().minimum_completion(0.5))?;
    /// assert_eq!(network.centrality().get(&["club"], "betweenness"), Some(1.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn minimum_completion(mut self, share: f64) -> Self {
        self.minimum_completion = share;
        self
    }
}

/// How many draws, permutations or starts, and from which seed; the same seed gives the same figures in every language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seeded {
    pub(super) times: Option<u32>,
    pub(super) seed: u64,
}

impl Seeded {
    /// As many as the call has by default, with seed 1.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Seeded, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "police"].map(Some)),
    ///     Column::text("b", ["police", "club"].map(Some)),
    /// ])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?;
    /// assert_eq!(network.communities(1.0, Seeded::new())?, network.communities(1.0, ())?);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self { times: None, seed: 1 }
    }

    /// How many, from 1 to 1,000,000.
    ///
    /// ```
    /// use cohesion_core::Seeded;
    /// assert_ne!(Seeded::new().times(500), Seeded::new());
    /// ```
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    /// The seed.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Seeded, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "police"].map(Some)),
    ///     Column::text("b", ["police", "club"].map(Some)),
    /// ])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?;
    /// let drawn = |seed| network.communities(1.0, Seeded::new().seed(seed));
    /// assert_eq!(drawn(7)?, drawn(7)?);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// How many, checked.
    pub(super) fn count(self, otherwise: u32) -> Result<u32> {
        let times = self.times.unwrap_or(otherwise);
        if (1..=1_000_000).contains(&times) {
            return Ok(times);
        }
        let message = "between 1 and 1,000,000 draws, permutations or starts can be made";
        Err(Fault::new(FaultKind::OutOfRange, "times", message).value(times).into())
    }
}

impl From<()> for Seeded {
    fn from((): ()) -> Self {
        Self::new()
    }
}

closed_set! {
    #[unknown("rule", "is no rule for two views")]
    /// When a pair whose two views differ is taken to be tied.
    pub enum SymmetryRule {
        /// Where one of the two says so.
        Union = "union",
        /// Where both say so.
        Intersection = "intersection",
    }
}

closed_set! {
    #[unknown("of", "is nothing that can be lost")]
    /// What goes when a network is tried for losses.
    #[derive(Default)]
    pub enum Lost {
        /// Partners, with all their ties.
        #[default]
        Partners = "partners",
        /// Ties.
        Ties = "ties",
    }
}

/// Which of a plan's ties make a network.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TieChoice {
    pub(super) wave: Option<String>,
    pub(super) kinds: Vec<String>,
    pub(super) respondents: Option<Vec<String>>,
}

impl TieChoice {
    /// All of them, where they are of one wave and one kind.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    /// use cohesion_core::{Plan, TieChoice};
    /// let plan = Plan::from_toml(
    ///     "[[partnership.stakeholders]]\nid = 'city'\nname = 'City'\nsector = 'local_authority'
    /// [[partnership.stakeholders]]\nid = 'club'\nname = 'Club'\nsector = 'association'
    /// [[records.ties]]\nfrom = 'club'\nto = 'city'",
    /// )?;
    /// assert_eq!(plan.network(&BTreeMap::new(), TieChoice::new())?.ties(), 1);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Those of one wave.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    /// use cohesion_core::{Plan, TieChoice};
    /// let plan = Plan::from_toml(
    ///     "[[partnership.stakeholders]]\nid = 'city'\nname = 'City'\nsector = 'local_authority'
    /// [[partnership.stakeholders]]\nid = 'club'\nname = 'Club'\nsector = 'association'
    /// [survey]\nwave = 'wave'\nwaves = [{id = '2024'}, {id = '2025'}]
    /// [[records.ties]]\nfrom = 'club'\nto = 'city'\nwave = '2024'
    /// [[records.ties]]\nfrom = 'club'\nto = 'city'\nwave = '2025'
    /// [[records.ties]]\nfrom = 'city'\nto = 'club'\nwave = '2025'",
    /// )?;
    /// assert_eq!(plan.network(&BTreeMap::new(), TieChoice::new().wave("2025"))?.ties(), 2);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn wave(mut self, wave: impl Into<String>) -> Self {
        self.wave = Some(wave.into());
        self
    }

    /// Those of one kind: `trust`, `information`. Of several kinds, one call for each, the weight of a tie is its mean over
    /// those in which it was stated: trust from reliability, support of the mission and openness.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    /// use cohesion_core::{Plan, TieChoice};
    /// let plan = Plan::from_toml(
    ///     "[[partnership.stakeholders]]\nid = 'city'\nname = 'City'\nsector = 'local_authority'
    /// [[partnership.stakeholders]]\nid = 'club'\nname = 'Club'\nsector = 'association'
    /// [[records.ties]]\nfrom = 'club'\nto = 'city'\nkind = 'trust'
    /// [[records.ties]]\nfrom = 'city'\nto = 'club'\nkind = 'information'",
    /// )?;
    /// assert_eq!(plan.network(&BTreeMap::new(), TieChoice::new().kind("trust"))?.ties(), 1);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kinds.push(kind.into());
        self
    }

    /// The stakeholders who answered; everybody unless given.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    /// use cohesion_core::{Plan, TieChoice};
    /// let plan = Plan::from_toml(
    ///     "[[partnership.stakeholders]]\nid = 'city'\nname = 'City'\nsector = 'local_authority'
    /// [[partnership.stakeholders]]\nid = 'club'\nname = 'Club'\nsector = 'association'
    /// [[records.ties]]\nfrom = 'club'\nto = 'city'",
    /// )?;
    /// let network = plan.network(&BTreeMap::new(), TieChoice::new().respondents(["club"]))?;
    /// assert_eq!(network.summary().value("answered"), Some(1.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn respondents<S: Into<String>>(mut self, respondents: impl IntoIterator<Item = S>) -> Self {
        self.respondents = Some(respondents.into_iter().map(Into::into).collect());
        self
    }
}

impl From<()> for TieChoice {
    fn from((): ()) -> Self {
        Self::new()
    }
}
