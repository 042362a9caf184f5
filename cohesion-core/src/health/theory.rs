//! The theory of change: needs feed activities, activities bring about results and serve objectives.

use std::collections::{BTreeMap, BTreeSet};

use crate::health::findings;
use crate::health::{FindingCode, FindingSeverity};
use serde::{Deserialize, Serialize};

use super::facts::{Facts, named};
use super::finding::{Collector, about};
use super::responsibilities::activities_of_objectives;

use crate::message::Text;
use crate::partnership::{PlannedResult, ResultLevel};

/// What leads to what.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Theory {
    /// Needs, activities, results and objectives.
    pub nodes: Vec<TheoryNode>,
    /// What leads to what.
    pub links: Vec<TheoryLink>,
    /// Groups of results that return to themselves: ids.
    pub cycles: Vec<Vec<String>>,
    /// How much hangs together.
    pub coverage: Vec<CoverageRow>,
}

/// A step of the theory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TheoryNode {
    /// `input`, `activity`, `output`, `outcome`, `impact` or `objective`.
    pub level: String,
    /// Its id.
    pub id: String,
    /// What readers call it.
    pub title: Text,
    /// How many lead to it.
    pub from: u32,
    /// To how many it leads.
    pub to: u32,
}

/// One step leads to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TheoryLink {
    /// The level of the first.
    pub from_level: String,
    /// The id of the first.
    pub from: String,
    /// The level of the second.
    pub to_level: String,
    /// The id of the second.
    pub to: String,
}

/// How many of a kind are as they should be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CoverageRow {
    /// `activities_reach_objective`, `objectives_are_served`, `objectives_have_indicator`, `results_have_indicator`,
    /// `results_have_cause`.
    pub what: String,
    /// How many are.
    pub n: u32,
    /// Of how many.
    pub of: u32,
    /// The share; none of none.
    pub share: Option<f64>,
}

fn level(level: ResultLevel) -> &'static str {
    match level {
        ResultLevel::Output => "output",
        ResultLevel::Outcome => "outcome",
        ResultLevel::Impact => "impact",
    }
}

/// The theory and its gaps.
pub(super) fn review(facts: &Facts<'_>, found: &mut Collector) -> Theory {
    let plan = facts.partnership;
    let result_level = |id: &str| plan.results.iter().find(|x| x.id == id).map_or("", |x| level(x.level));
    let mut links: Vec<TheoryLink> = Vec::new();
    let mut link = |from_level: &str, from: &str, to_level: &str, to: &str| {
        let [from_level, from, to_level, to] = [from_level, from, to_level, to].map(str::to_owned);
        links.push(TheoryLink { from_level, from, to_level, to });
    };
    for need in &plan.needs {
        if let Some(activity) = &need.activity {
            link("input", &need.id, "activity", activity);
        }
    }
    for activity in &plan.activities {
        activity.objectives.iter().for_each(|to| link("activity", &activity.id, "objective", to));
    }
    for result in &plan.results {
        let own = level(result.level);
        result.activities.iter().for_each(|from| link("activity", from, own, &result.id));
        result.follows.iter().for_each(|from| link(result_level(from), from, own, &result.id));
        result.objectives.iter().for_each(|to| link(own, &result.id, "objective", to));
    }
    for objective in &plan.objectives {
        if let Some(parent) = &objective.parent {
            link("objective", &objective.id, "objective", parent);
        }
    }
    let nodes = nodes(facts, &links);
    let cycles = cycles(&plan.results);
    check(facts, &cycles, found);
    let coverage = coverage(facts);
    Theory { nodes, links, cycles, coverage }
}

fn nodes(facts: &Facts<'_>, links: &[TheoryLink]) -> Vec<TheoryNode> {
    let plan = facts.partnership;
    let mut from = std::collections::BTreeMap::<(u8, &str), u32>::new();
    let mut to = from.clone();
    // An id is unique within its list only.
    let side = |level: &str| match level {
        "input" => 0_u8,
        "activity" => 1,
        "objective" => 2,
        _ => 3,
    };
    for link in links {
        *to.entry((side(&link.from_level), &link.from)).or_insert(0) += 1;
        *from.entry((side(&link.to_level), &link.to)).or_insert(0) += 1;
    }
    let node = |level: &str, id: &str, title: &Text| TheoryNode {
        level: level.to_owned(),
        id: id.to_owned(),
        title: title.clone(),
        from: from.get(&(side(level), id)).copied().unwrap_or_default(),
        to: to.get(&(side(level), id)).copied().unwrap_or_default(),
    };
    let mut nodes: Vec<TheoryNode> = plan.needs.iter().map(|x| node("input", &x.id, &x.what)).collect();
    nodes.extend(plan.activities.iter().map(|x| node("activity", &x.id, &x.title)));
    nodes.extend(plan.results.iter().map(|x| node(level(x.level), &x.id, &x.title)));
    nodes.extend(plan.objectives.iter().map(|x| node("objective", &x.id, &x.title)));
    nodes
}

fn check(facts: &Facts<'_>, cycles: &[Vec<String>], found: &mut Collector) {
    use FindingCode as Code;
    use FindingSeverity::{Low, Medium};
    let plan = facts.partnership;
    if !plan.activities.is_empty() {
        found.judged(&[Code::ActivityLeadsNowhere]);
    }
    let used = BTreeSet::from_iter(plan.results.iter().flat_map(|result| &result.activities));
    for (index, activity) in plan.activities.iter().enumerate() {
        if activity.objectives.is_empty() && !used.contains(&activity.id) {
            found.add(about(findings::activity_leads_nowhere(&activity.id), Medium, "activities", index, &activity.id));
        }
    }
    if plan.results.is_empty() {
        return;
    }
    found.judged(&[Code::ResultWithoutCause, Code::ResultLeadsNowhere, Code::TheoryCycle, Code::TheoryBackwards]);
    let followed = BTreeSet::from_iter(plan.results.iter().flat_map(|result| &result.follows));
    let level_of = BTreeMap::from_iter(plan.results.iter().map(|result| (result.id.as_str(), result.level)));
    for (index, result) in plan.results.iter().enumerate() {
        let id = &result.id;
        let new = |told, severity| about(told, severity, "results", index, id);
        if result.activities.is_empty() && result.follows.is_empty() {
            found.add(new(findings::result_without_cause(id), Medium));
        }
        let ends = result.level == ResultLevel::Impact || !result.objectives.is_empty();
        if !ends && !followed.contains(&result.id) {
            found.add(new(findings::result_leads_nowhere(id), Low));
        }
        let back = result.follows.iter().find(|id| level_of.get(id.as_str()).is_some_and(|x| *x > result.level));
        if let Some(other) = back {
            found.add(new(findings::theory_backwards(id, other), Low));
        }
    }
    for cycle in cycles {
        let Some(index) = plan.results.iter().position(|result| cycle.first() == Some(&result.id)) else { continue };
        let told = findings::theory_cycle(named(cycle.iter().map(String::as_str)));
        let finding = about(told, Medium, "results", index, cycle.first().map_or("", String::as_str));
        found.add(finding.measured(cycle.len() as f64));
    }
}

/// Groups of results each of which leads to every other of its group (strongly connected, Tarjan 1972), by reaching.
fn cycles(results: &[PlannedResult]) -> Vec<Vec<String>> {
    let before = before(results);
    let reached: Vec<Vec<bool>> = (0..results.len()).map(|from| reach(&before, from)).collect();
    let leads = |a: usize, b: usize| reached.get(a).and_then(|row| row.get(b)).copied().unwrap_or_default();
    let mut told = vec![false; results.len()];
    let mut groups = Vec::new();
    for start in 0..results.len() {
        if told.get(start) == Some(&true) || !leads(start, start) {
            continue;
        }
        let group: Vec<usize> = (0..results.len()).filter(|x| leads(start, *x) && leads(*x, start)).collect();
        for place in &group {
            if let Some(told) = told.get_mut(*place) {
                *told = true;
            }
        }
        groups.push(group.iter().filter_map(|x| Some(results.get(*x)?.id.clone())).collect());
    }
    groups
}

/// The places of the results that each result follows from.
fn before(results: &[PlannedResult]) -> Vec<Vec<usize>> {
    let place = BTreeMap::from_iter(results.iter().enumerate().map(|(index, x)| (x.id.as_str(), index)));
    results.iter().map(|x| x.follows.iter().filter_map(|id| place.get(id.as_str()).copied()).collect()).collect()
}

/// The places of a result and of all that lead to it.
pub(super) fn causes(results: &[PlannedResult], place: usize) -> Vec<usize> {
    let reached = reach(&before(results), place);
    (0..results.len()).filter(|other| *other == place || reached.get(*other) == Some(&true)).collect()
}

/// What is reached from `from` in one step or more.
fn reach(edges: &[Vec<usize>], from: usize) -> Vec<bool> {
    let mut reached = vec![false; edges.len()];
    let mut queue = vec![from];
    while let Some(here) = queue.pop() {
        for next in edges.get(here).into_iter().flatten() {
            if let Some(seen) = reached.get_mut(*next).filter(|seen| !**seen) {
                *seen = true;
                queue.push(*next);
            }
        }
    }
    reached
}

fn coverage(facts: &Facts<'_>) -> Vec<CoverageRow> {
    let plan = facts.partnership;
    let served = activities_of_objectives(facts);
    let reaching = BTreeSet::from_iter(served.iter().flatten().copied());
    let row = |what: &str, n: usize, of: usize| CoverageRow {
        what: what.to_owned(),
        n: u32::try_from(n).unwrap_or(u32::MAX),
        of: u32::try_from(of).unwrap_or(u32::MAX),
        share: (of > 0).then(|| n as f64 / of as f64),
    };
    let shown = |id: &String, own: &[String]| {
        !own.is_empty() || facts.plan.indicators.iter().any(|x| x.objective.as_ref() == Some(id))
    };
    let with_indicator = plan.objectives.iter().filter(|x| shown(&x.id, &x.indicators)).count();
    let mut rows = vec![
        row("activities_reach_objective", reaching.len(), plan.activities.len()),
        row("objectives_are_served", served.iter().filter(|x| !x.is_empty()).count(), plan.objectives.len()),
        row("objectives_have_indicator", with_indicator, plan.objectives.len()),
    ];
    if !plan.results.is_empty() {
        let caused = plan.results.iter().filter(|x| !x.activities.is_empty() || !x.follows.is_empty()).count();
        let measured = plan.results.iter().filter(|x| !x.indicators.is_empty()).count();
        rows.push(row("results_have_cause", caused, plan.results.len()));
        rows.push(row("results_have_indicator", measured, plan.results.len()));
    }
    rows
}
