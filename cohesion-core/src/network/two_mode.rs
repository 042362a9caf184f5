//! Partners and the activities they take part in.

use std::collections::BTreeSet;

use super::NetworkResult;
use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::{Note, Provenance};
use crate::network::texts;
use crate::stat::{Graph, at, betweenness, components};
use crate::table::Table;

const METHOD: &str = "two-mode measures (Borgatti and Everett 1997, Social Networks 19, 243): density of partners x \
    activities, degree by the number of the other kind, betweenness by its largest possible value";

/// Who takes part in what: a network of partners and activities, with ties between the two kinds only.
///
/// ```
/// use cohesion_core::{Column, Table, TwoMode};
/// let rows = Table::new(vec![
///     Column::text("partner", ["city", "city", "club"].map(Some)),
///     Column::text("activity", ["boxing", "barbecue", "barbecue"].map(Some)),
/// ])?;
/// let network = TwoMode::from_edges(&rows, "partner", "activity")?;
/// assert_eq!(network.summary().value("density"), Some(0.75));
/// assert_eq!(network.overlap().get(&["city", "club"], "shared"), Some(1.0));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct TwoMode {
    partners: Vec<String>,
    activities: Vec<String>,
    /// Partners first, activities behind them; every tie in both directions.
    graph: Graph,
    notes: Vec<Note>,
    provenance: Provenance,
}

impl TwoMode {
    /// Reads a table with one row per partner and activity. Rows that say the same again count once, with a note.
    ///
    /// # Errors
    /// [`FaultKind::MissingColumn`]; [`FaultKind::DanglingId`] for a row without partner or activity;
    /// [`FaultKind::EmptyTable`] without a row.
    ///
    /// ```
    /// use cohesion_core::{Column, Table, TwoMode};
    /// let table = Table::new(vec![
    ///     Column::text("partner", ["city", "city", "club"].map(Some)),
    ///     Column::text("activity", ["boxing", "barbecue", "barbecue"].map(Some)),
    /// ])?;
    /// let network = TwoMode::from_edges(&table, "partner", "activity")?;
    /// assert_eq!(network.partners(), ["city", "club"]);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn from_edges(table: &Table<'_>, partner: &str, activity: &str) -> Result<Self> {
        Error::unless_empty(table.absent([partner, activity].into_iter()), ())?;
        let (left, right) = (table.column(partner)?.labels(), table.column(activity)?.labels());
        let mut faults = Vec::new();
        let mut found = Vec::with_capacity(table.rows());
        for row in 0..table.rows() {
            match (left.get(row), right.get(row)) {
                (Some(who), Some(what)) => found.push((who.to_owned(), what.to_owned())),
                (who, _) => {
                    let column = if who.is_none() { partner } else { activity };
                    let path = format!("column[{column}].row[{}]", row + 1);
                    faults.push(Fault::new(FaultKind::DanglingId, path, "this row leads to nobody or to nothing"));
                }
            }
        }
        Error::unless_empty(faults, ())?;
        Self::of_pairs(found, Vec::new(), Vec::new(), Provenance::of_tables(vec![table.fingerprint()]))
    }

    /// From pairs, with partners and activities that may stand in none.
    pub(super) fn of_pairs(
        found: Vec<(String, String)>,
        partners: Vec<String>,
        activities: Vec<String>,
        provenance: Provenance,
    ) -> Result<Self> {
        let rows = found.len();
        let pairs = BTreeSet::from_iter(found);
        let partners = BTreeSet::from_iter(partners.into_iter().chain(pairs.iter().map(|pair| pair.0.clone())));
        let activities = BTreeSet::from_iter(activities.into_iter().chain(pairs.iter().map(|pair| pair.1.clone())));
        let (partners, activities): (Vec<_>, Vec<_>) =
            (partners.into_iter().collect(), activities.into_iter().collect());
        if partners.is_empty() || activities.is_empty() {
            let message = "there is no partner with an activity: nothing to measure";
            return Err(Error::new(FaultKind::EmptyTable, "table", message));
        }
        let mut arcs = Vec::with_capacity(2 * pairs.len());
        for (who, what) in &pairs {
            if let (Ok(who), Ok(what)) = (partners.binary_search(who), activities.binary_search(what)) {
                // Activities stand behind the partners in one graph, so that nothing has to know of two kinds.
                let what = partners.len() + what;
                arcs.extend([(who as u32, what as u32, 1.0), (what as u32, who as u32, 1.0)]);
            }
        }
        // Taking part twice is taking part.
        let twice = rows - pairs.len();
        let notes = (twice > 0).then(|| Note::information(texts::repeated_ties(twice), ""));
        let graph = Graph::new(partners.len() + activities.len(), &arcs);
        Ok(Self { partners, activities, graph, notes: notes.into_iter().collect(), provenance })
    }

    /// The ids of the partners, sorted by their bytes.
    ///
    /// ```
    /// use cohesion_core::{Column, Table, TwoMode};
    /// let table = Table::new(vec![
    ///     Column::text("partner", ["city", "city", "club"].map(Some)),
    ///     Column::text("activity", ["boxing", "barbecue", "barbecue"].map(Some)),
    /// ])?;
    /// let network = TwoMode::from_edges(&table, "partner", "activity")?;
    /// assert_eq!(network.partners(), ["city", "club"]);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn partners(&self) -> &[String] {
        &self.partners
    }

    /// The ids of the activities, sorted by their bytes.
    ///
    /// ```
    /// use cohesion_core::{Column, Table, TwoMode};
    /// let table = Table::new(vec![
    ///     Column::text("partner", ["city", "city", "club"].map(Some)),
    ///     Column::text("activity", ["boxing", "barbecue", "barbecue"].map(Some)),
    /// ])?;
    /// let network = TwoMode::from_edges(&table, "partner", "activity")?;
    /// assert_eq!(network.activities(), ["barbecue", "boxing"]);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn activities(&self) -> &[String] {
        &self.activities
    }

    /// The whole: how many partners and activities, density, mean degrees, components, activities that one partner carries
    /// alone.
    ///
    /// ```
    /// use cohesion_core::{Column, Table, TwoMode};
    /// let table = Table::new(vec![
    ///     Column::text("partner", ["city", "city", "club"].map(Some)),
    ///     Column::text("activity", ["boxing", "barbecue", "barbecue"].map(Some)),
    /// ])?;
    /// let network = TwoMode::from_edges(&table, "partner", "activity")?;
    /// assert_eq!(network.summary().value("density"), Some(0.75));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn summary(&self) -> NetworkResult {
        let mut result = self.result("two_mode_summary");
        let (left, right) = (self.partners.len() as f64, self.activities.len() as f64);
        let ties = self.graph.arc_count() as f64 / 2.0;
        let parts = components(&self.graph).into_iter().max().map_or(0, |highest| highest + 1);
        let alone = (0..self.activities.len()).filter(|place| self.degree(self.partners.len() + place) == 1).count();
        result.add("partners", Ok(left));
        result.add("activities", Ok(right));
        result.add("ties", Ok(ties));
        result.add("density", Ok(ties / (left * right)));
        result.add("activities_per_partner", Ok(ties / left));
        result.add("partners_per_activity", Ok(ties / right));
        result.add("components", Ok(parts as f64));
        result.add("carried_alone", Ok(alone as f64));
        result
    }

    /// Every partner and every activity: degree, its share of the other kind, and betweenness by its largest possible
    /// value (Borgatti and Everett 1997). The first key is `partner` or `activity`.
    ///
    /// ```
    /// use cohesion_core::{Column, Table, TwoMode};
    /// let table = Table::new(vec![
    ///     Column::text("partner", ["city", "city", "club"].map(Some)),
    ///     Column::text("activity", ["boxing", "barbecue", "barbecue"].map(Some)),
    /// ])?;
    /// let network = TwoMode::from_edges(&table, "partner", "activity")?;
    /// assert_eq!(network.centrality().get(&["partner", "city"], "degree"), Some(2.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn centrality(&self) -> NetworkResult {
        let mut result = self.result("two_mode_centrality");
        result.table(&["mode", "node"], &["degree", "degree_share", "betweenness", "betweenness_share"]);
        let raw = betweenness(&self.graph);
        let (left, right) = (self.partners.len(), self.activities.len());
        let kinds = [
            ("partner", &self.partners, 0, right, most(left, right)),
            ("activity", &self.activities, left, left, most(right, left)),
        ];
        for (kind, names, start, others, most) in kinds {
            for (place, name) in names.iter().enumerate() {
                let node = start + place;
                let degree = self.degree(node) as f64;
                // From both ends every pair is met twice.
                let between = at(&raw, node) / 2.0;
                let share = (most > 0.0).then(|| between / most);
                result.row(&[kind, name], vec![Some(degree), Some(degree / others as f64), Some(between), share]);
            }
        }
        result
    }

    /// Partners who do things together: one row per pair with at least one activity in common, with how many they share
    /// and which share that is of the activities of either (Jaccard).
    ///
    /// ```
    /// use cohesion_core::{Column, Table, TwoMode};
    /// let table = Table::new(vec![
    ///     Column::text("partner", ["city", "city", "club"].map(Some)),
    ///     Column::text("activity", ["boxing", "barbecue", "barbecue"].map(Some)),
    /// ])?;
    /// let network = TwoMode::from_edges(&table, "partner", "activity")?;
    /// assert_eq!(network.overlap().get(&["city", "club"], "shared"), Some(1.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn overlap(&self) -> NetworkResult {
        let mut result = self.result("two_mode_overlap");
        result.table(&["a", "b"], &["shared", "shared_share"]);
        for a in 0..self.partners.len() {
            for b in a + 1..self.partners.len() {
                let (own, other) = (self.graph.targets(a), self.graph.targets(b));
                let shared = own.iter().filter(|what| other.binary_search(what).is_ok()).count();
                if shared > 0 {
                    let either = own.len() + other.len() - shared;
                    let names = [a, b].map(|node| self.partners.get(node).map_or("", String::as_str));
                    result.row(&names, vec![Some(shared as f64), Some(shared as f64 / either as f64)]);
                }
            }
        }
        let pairs = self.partners.len() * (self.partners.len() - 1) / 2;
        let share = result.rows.len() as f64 / pairs as f64;
        let reason = super::summary::too_few(2, self.partners.len());
        result.add("pairs_together", if pairs > 0 { Ok(share) } else { Err(reason) });
        result
    }

    fn degree(&self, node: usize) -> usize {
        self.graph.targets(node).len()
    }

    fn result(&self, name: &str) -> NetworkResult {
        NetworkResult::new(name, METHOD, self.notes.clone(), self.provenance.clone())
    }
}

/// The largest betweenness that one of `own` can have beside `others` of the other kind (Borgatti and Everett 1997).
fn most(own: usize, others: usize) -> f64 {
    let (n, m) = (own as f64, others as f64);
    let (s, t) = (libm::floor((n - 1.0) / m), (own - 1) as f64 % m);
    0.5 * (m * m * (s + 1.0).powi(2) + m * (s + 1.0) * (2.0 * t - s - 1.0) - t * (2.0 * s - t + 3.0))
}
