//! Networks from a plan and its records.

use crate::network::texts;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Network, NetworkOptions, TieChoice, TwoMode};
use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::{Note, Provenance};
use crate::partnership::{RecordKind, Row};
use crate::plan::Plan;
use crate::table::{Column, Table};

/// Who says so, of whom, and how strong it is.
type StatedTie = (String, String, f64);

/// The ties of which a network is made, as a review keeps them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanTies {
    /// Who says so, of whom, and how strong it is.
    pub ties: Vec<StatedTie>,
    /// The stakeholders and their sectors.
    pub stakeholders: Vec<(String, String)>,
    /// The hash of the plan.
    pub plan_hash: String,
    /// What is to be known with them.
    #[serde(default)]
    pub notes: Vec<Note>,
}

impl PlanTies {
    /// The directed network of these ties; `respondents` are those who answered, everybody unless given.
    ///
    /// # Errors
    /// As [`Network::from_edges`].
    pub fn network(&self, respondents: Option<Vec<String>>) -> Result<Network> {
        let edges = Table::new(vec![
            Column::text("from", self.ties.iter().map(|tie| Some(&tie.0))),
            Column::text("to", self.ties.iter().map(|tie| Some(&tie.1))),
            Column::number("weight", self.ties.iter().map(|tie| tie.2).collect::<Vec<f64>>()),
        ])?;
        let nodes = Table::new(vec![
            Column::text("id", self.stakeholders.iter().map(|one| Some(&one.0))),
            Column::text("sector", self.stakeholders.iter().map(|one| Some(&one.1))),
        ])?;
        let mut options = NetworkOptions::new("from", "to").weight("weight").directed(true).nodes(&nodes);
        if let Some(respondents) = respondents {
            options = options.respondents(respondents);
        }
        let mut network = Network::from_edges(&edges, options)?;
        network.provenance.plan_hash = Some(self.plan_hash.clone());
        network.notes.extend(self.notes.iter().cloned());
        Ok(network)
    }
}

impl Plan {
    /// The directed network of the partnership: its stakeholders, by sector, and the ties that the records state:
    /// those in the plan, or those given beside it. A tie without a weight has weight 1.
    ///
    /// ```
    /// use cohesion_core::Plan;
    /// let plan = Plan::from_toml(
    ///     "[[partnership.stakeholders]]\nid = 'city'\nname = 'City'\nsector = 'local_authority'
    /// [[partnership.stakeholders]]\nid = 'club'\nname = 'Club'\nsector = 'association'
    /// [[records.ties]]\nfrom = 'club'\nto = 'city'",
    /// )?;
    /// let network = plan.network(&Default::default(), ())?;
    /// assert_eq!(network.summary().value("density"), Some(0.5));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// Every fault of the plan and of the records; [`FaultKind::MissingField`] without a partnership and without records
    /// of ties; [`FaultKind::NotPossible`] for ties of several waves or kinds of which none is chosen, which lists them;
    /// [`FaultKind::UnknownValue`] for a wave or a kind that no tie has; [`FaultKind::DuplicateId`] for a tie that stands
    /// twice in one of several kinds; and as [`Network::from_edges`].
    pub fn network(&self, records: &BTreeMap<String, Table<'_>>, choice: impl Into<TieChoice>) -> Result<Network> {
        let choice = choice.into();
        self.network_ties(records, &choice)?.network(choice.respondents)
    }

    /// The ties from which [`Plan::network`] makes the network.
    fn network_ties(&self, records: &BTreeMap<String, Table<'_>>, choice: &TieChoice) -> Result<PlanTies> {
        self.checked()?;
        Error::unless_empty(self.check_records(records), ())?;
        let Some(partnership) = &self.partnership else { return Err(no_partnership()) };
        let Some(ties) = Ties::of(self, records) else {
            let message = "no ties were given: neither the plan nor the tables hold records of who works with whom";
            return Err(Error::new(FaultKind::MissingField, "records.ties", message));
        };
        let wave: Vec<String> = choice.wave.iter().cloned().collect();
        let ties = ties.chosen("wave", &wave)?.chosen("kind", &choice.kinds)?;
        let (ties, notes) = ties.strengths(BTreeSet::from_iter(choice.kinds.iter()).len())?;
        Ok(PlanTies {
            ties,
            notes,
            stakeholders: partnership.stakeholders.iter().map(|one| (one.id.clone(), one.sector.clone())).collect(),
            plan_hash: self.hash().to_owned(),
        })
    }

    /// Who takes part in which activity: the stakeholders whom the plan names as responsible or accountable for it.
    /// Stakeholders and activities that stand in no such line are part of the network, without a tie.
    ///
    /// # Errors
    /// Every fault of the plan; [`FaultKind::MissingField`] without a partnership; [`FaultKind::EmptyTable`] without a
    /// stakeholder or an activity.
    ///
    /// ```
    /// use cohesion_core::Plan;
    /// let plan = Plan::from_toml(&Plan::template("partnership")?)?;
    /// let network = plan.activity_network()?;
    /// assert_eq!(network.partners(), ["city", "residents"]);
    /// assert_eq!(network.activities(), ["dinner"]);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn activity_network(&self) -> Result<TwoMode> {
        self.checked()?;
        let Some(partnership) = &self.partnership else { return Err(no_partnership()) };
        let mut pairs = Vec::new();
        for line in &partnership.responsibilities {
            // Somebody who is both counts once.
            let who = BTreeSet::from_iter(line.responsible.iter().chain(&line.accountable));
            pairs.extend(who.into_iter().map(|who| (who.clone(), line.activity.clone())));
        }
        let provenance = Provenance { plan_hash: Some(self.hash().to_owned()), ..Provenance::of_tables(Vec::new()) };
        let partners = partnership.stakeholders.iter().map(|one| one.id.clone()).collect();
        let activities = partnership.activities.iter().map(|one| one.id.clone()).collect();
        TwoMode::of_pairs(pairs, partners, activities, provenance)
    }
}

fn no_partnership() -> Error {
    Error::new(FaultKind::MissingField, "partnership", "the plan has no partnership: there is nobody to be tied")
}

/// A text of a row, empty where there is none.
fn text(row: &Row, key: &str) -> String {
    row.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// Rows of ties.
struct Ties(Vec<Row>);

impl Ties {
    /// Those given beside the plan, else those in it; none where nobody asked.
    fn of(plan: &Plan, records: &BTreeMap<String, Table<'_>>) -> Option<Self> {
        let kind = RecordKind::Ties.as_str();
        if let Some(table) = records.get(kind) {
            let one = BTreeMap::from([(kind.to_owned(), table.clone())]);
            return Some(Self(crate::plan::record_rows(&one).remove(&RecordKind::Ties).unwrap_or_default()));
        }
        let rows = plan.value().get("records").and_then(|records| records.get(kind)).and_then(Value::as_array)?;
        Some(Self(rows.iter().filter_map(Value::as_object).cloned().collect()))
    }

    /// Every tie with its weight, 1 where none is stated; of several kinds the mean over those in which it was stated.
    ///
    /// # Errors
    /// [`FaultKind::DuplicateId`] for a tie that stands twice in one kind.
    fn strengths(&self, kinds: usize) -> Result<(Vec<StatedTie>, Vec<Note>)> {
        let weight = |row: &Row| row.get("weight").and_then(Value::as_f64).unwrap_or(1.0);
        let single = self.0.iter().map(|row| (text(row, "from"), text(row, "to"), weight(row)));
        if kinds < 2 {
            return Ok((single.collect(), Vec::new()));
        }
        let mut sums: BTreeMap<(String, String), (f64, usize)> = BTreeMap::new();
        let mut stated = BTreeSet::new();
        for (row, (from, to, weight)) in self.0.iter().zip(single) {
            let kind = text(row, "kind");
            if !stated.insert((from.clone(), to.clone(), kind.clone())) {
                let message = format!("the tie from `{from}` to `{to}` stands twice in the kind `{kind}`");
                return Err(Fault::new(FaultKind::DuplicateId, "records.ties", message).value(kind).into());
            }
            let (sum, n) = sums.entry((from, to)).or_default();
            *sum += weight;
            *n += 1;
        }
        let partial = sums.values().filter(|(_, n)| *n < kinds).count();
        let note = Note::information(texts::stated_in_some_kinds(partial, kinds), "records.ties");
        let ties = sums.into_iter().map(|((from, to), (sum, n))| (from, to, sum / n as f64)).collect();
        Ok((ties, (partial > 0).then_some(note).into_iter().collect()))
    }

    /// The rows of the waves or kinds that are asked for. Where none is, all must be of one.
    fn chosen(self, key: &'static str, asked: &[String]) -> Result<Self> {
        let of = |row: &Row| text(row, key);
        let known = BTreeSet::from_iter(self.0.iter().map(of));
        let names = || known.iter().filter(|name| !name.is_empty()).cloned();
        let unknown = asked.iter().find(|one| !known.contains(*one));
        match unknown {
            _ if asked.is_empty() && known.len() > 1 => {
                let listed: Vec<String> = names().collect();
                let message = format!("the ties are of several {key}s; choose one: {}", listed.join(", "));
                Err(Fault::new(FaultKind::NotPossible, key, message).allowed(listed).into())
            }
            None if asked.is_empty() => Ok(self),
            None => Ok(Self(self.0.into_iter().filter(|row| asked.contains(&of(row))).collect())),
            Some(asked) => {
                let message = format!("no tie is of the {key} `{asked}`");
                Err(Fault::new(FaultKind::UnknownValue, key, message).value(asked).allowed(names()).into())
            }
        }
    }
}
