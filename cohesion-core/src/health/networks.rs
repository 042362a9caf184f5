//! Who works with whom, as far as the ties of the last wave say.

use std::collections::BTreeSet;

use crate::estimate::texts as common;
use crate::health::findings;
use crate::health::texts;
use crate::health::{FindingCode, FindingSeverity};
use serde::{Deserialize, Serialize};

use super::facts::{Facts, day};
use super::finding::{Collector, Finding};
use crate::codebook::Wave;
use crate::error::Result;
use crate::estimate::Note;
use crate::message::Text;
use crate::network::{FEWEST_RATERS, NetworkResult, PlanTies};
use crate::partnership::{RecordKind, Tie};
use crate::stat::{Graph, components, cuts};

/// The network of one kind of tie in the last wave before the day of the review, over those who take part on that day.
///
/// Everybody is taken to have answered: who did not say a tie is not told apart from who was not asked. Where that is
/// known, [`crate::Plan::network`] takes the respondents and gives bounds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReviewedNetwork {
    /// The kind of the ties; `None` where they have none.
    pub kind: Option<String>,
    /// The wave they are of; `None` where they are of none.
    pub wave: Option<String>,
    /// What readers call the wave.
    pub wave_label: Option<Text>,
    /// The network as a whole, [`crate::Network::summary`].
    pub summary: NetworkResult,
    /// Every stakeholder, [`crate::Network::centrality`].
    pub partners: NetworkResult,
    /// What others say of each stakeholder, [`crate::Network::received`]; `None` where no tie has a weight.
    pub received: Option<NetworkResult>,
    /// The ties themselves.
    pub ties: PlanTies,
    /// What is to be known with it.
    pub notes: Vec<Note>,
}

/// The networks of the last wave, kind by kind, and what they find; with what could not be judged.
pub(super) fn review(facts: &Facts<'_>, found: &mut Collector) -> Result<(Vec<ReviewedNetwork>, Vec<Note>)> {
    let wave = last_wave(facts);
    let ties: Vec<&Tie> = facts.records.ties.iter().filter(|tie| tie.wave == wave).collect();
    let n = facts.records.ties.iter().filter(|tie| tie.wave.as_ref().is_some_and(|wave| is_later(facts, wave))).count();
    let after = Note::information(common::records_after(n), "records.ties");
    let mut notes: Vec<Note> = (n > 0).then_some(after).into_iter().collect();
    if ties.is_empty() {
        notes.extend(facts.absent(RecordKind::Ties, "networks"));
        return Ok((Vec::new(), notes));
    }
    // With nobody left there is no network to speak of.
    if facts.members().is_empty() {
        notes.push(of_former_partners(ties.len()));
        return Ok((Vec::new(), notes));
    }
    findings(facts, &ties, found);
    let kinds = BTreeSet::from_iter(ties.iter().map(|tie| tie.kind.clone()));
    let label =
        waves(facts).iter().find(|known| Some(&known.id) == wave.as_ref()).and_then(|known| known.label.clone());
    let mut networks = Vec::with_capacity(kinds.len());
    for kind in kinds {
        let of_kind = ties.iter().filter(|tie| tie.kind == kind).copied();
        networks.push(network(facts, kind.clone(), wave.clone(), label.clone(), of_kind)?);
    }
    Ok((networks, notes))
}

fn of_former_partners(n: usize) -> Note {
    Note::information(texts::ties_of_former_partners(n), "records.ties")
}

/// The last wave with ties whose day is not after that of the review: in the order of the plan; ties without a wave come
/// first, waves that the plan does not know after them by name.
fn last_wave(facts: &Facts<'_>) -> Option<String> {
    let known = |id: &String| waves(facts).iter().position(|wave| wave.id == *id);
    let stated = facts.records.ties.iter().filter_map(|tie| tie.wave.as_ref()).filter(|wave| !is_later(facts, wave));
    stated.max_by(|a, b| known(a).cmp(&known(b)).then_with(|| a.cmp(b))).cloned()
}

/// The waves of the plan.
fn waves<'p>(facts: &Facts<'p>) -> &'p [Wave] {
    facts.plan.survey.as_ref().map(|survey| survey.waves.as_slice()).unwrap_or_default()
}

/// Whether a wave was asked after the day of the review.
fn is_later(facts: &Facts<'_>, id: &str) -> bool {
    let date = waves(facts).iter().find(|wave| wave.id == id).and_then(|wave| wave.date.as_deref());
    date.and_then(day).is_some_and(|day| day > facts.as_of)
}

fn network<'t>(
    facts: &Facts<'_>,
    kind: Option<String>,
    wave: Option<String>,
    wave_label: Option<Text>,
    ties: impl Iterator<Item = &'t Tie>,
) -> Result<ReviewedNetwork> {
    let member = |id: &str| facts.stakeholder(id).is_some_and(|place| facts.is_member(place, facts.as_of));
    let (mut kept, mut of_former, mut weighted) = (Vec::new(), 0_usize, false);
    for tie in ties {
        weighted |= tie.weight.is_some();
        if member(&tie.from) && member(&tie.to) {
            kept.push((tie.from.clone(), tie.to.clone(), tie.weight.unwrap_or(1.0)));
        } else {
            of_former += 1;
        }
    }
    let stakeholders = facts.partnership.stakeholders.iter().filter(|one| member(&one.id));
    let ties = PlanTies {
        ties: kept,
        stakeholders: stakeholders.map(|one| (one.id.clone(), one.sector.clone())).collect(),
        plan_hash: facts.plan.hash().to_owned(),
        notes: Vec::new(),
    };
    let network = ties.network(None)?;
    Ok(ReviewedNetwork {
        kind,
        wave,
        wave_label,
        summary: network.summary(),
        partners: network.centrality(),
        received: if weighted { Some(network.received(FEWEST_RATERS)?) } else { None },
        ties,
        notes: (of_former > 0).then(|| of_former_partners(of_former)).into_iter().collect(),
    })
}

/// Partners without a tie of any kind, and partners without whom the others no longer hang together.
///
/// All kinds of ties count alike here: what still breaks with all of them does break.
fn findings(facts: &Facts<'_>, ties: &[&Tie], found: &mut Collector) {
    let members = facts.members();
    found.judged(&[FindingCode::PartnerWithoutTies]);
    let place = |id: &str| members.iter().position(|member| facts.id(*member) == id);
    let mut arcs = Vec::with_capacity(2 * ties.len());
    for tie in ties.iter().filter(|tie| tie.weight != Some(0.0)) {
        if let (Some(a), Some(b)) = (place(&tie.from), place(&tie.to)) {
            arcs.extend([(a as u32, b as u32, 1.0), (b as u32, a as u32, 1.0)]);
        }
    }
    let graph = Graph::new(members.len(), &arcs).joined();
    let records = || format!("records.{}", RecordKind::Ties.as_str());
    let alone = |vertex: usize| members.len() > 1 && graph.targets(vertex).is_empty();
    for (_, member) in members.iter().enumerate().filter(|(vertex, _)| alone(*vertex)) {
        let id = facts.id(*member);
        let finding = Finding::new(findings::partner_without_ties(id), FindingSeverity::Medium, Some(id)).of(id);
        found.add(finding.from(records()));
    }
    // Of three, the one in the middle of a line is no surprise.
    if members.len() < 4 {
        return;
    }
    found.judged(&[FindingCode::ConnectedThroughOne]);
    let own = components(&graph);
    let points = cuts(&graph).points;
    for (vertex, member) in members.iter().enumerate().filter(|(vertex, _)| points.get(*vertex) == Some(&true)) {
        let n = cut_off(&graph, &own, vertex);
        let id = facts.id(*member);
        let severity = if n > 1 { FindingSeverity::High } else { FindingSeverity::Medium };
        let finding = Finding::new(findings::connected_through_one(id, n), severity, Some(id)).of(id);
        found.add(finding.measured(n as f64).from(records()));
    }
}

/// How many of its component are no longer in the largest remaining part once a vertex is gone.
fn cut_off(graph: &Graph, own: &[usize], vertex: usize) -> usize {
    let mut gone = vec![false; graph.size()];
    if let Some(gone) = gone.get_mut(vertex) {
        *gone = true;
    }
    let parts = components(&graph.without(&gone));
    let mut sizes = vec![0_usize; graph.size()];
    let mut together = 0;
    for (other, part) in parts.iter().enumerate() {
        if other != vertex && own.get(other) == own.get(vertex) {
            together += 1;
            if let Some(size) = sizes.get_mut(*part) {
                *size += 1;
            }
        }
    }
    together - sizes.into_iter().max().unwrap_or_default()
}
