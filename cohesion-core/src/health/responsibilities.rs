//! Who does what, towards which objectives.

use std::collections::{BTreeMap, BTreeSet};

use crate::health::findings;
use crate::health::{FindingCode, FindingSeverity};
use serde::{Deserialize, Serialize};

use super::facts::{Facts, named, part};
use super::finding::{Collector, Finding, about};
use super::theory::{self, Theory};

use crate::message::Text;
use crate::partnership::Responsibility;

/// Fewer tasks are never called too many.
const TASKS_OF_OVERLOAD: u32 = 3;

/// Who does what: the matrix, the load, what hangs on one, the table, the objectives.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Responsibilities {
    /// One row per activity: who is responsible, accountable, consulted, informed.
    pub activities: Vec<ActivityRow>,
    /// One row per stakeholder: how many tasks.
    pub loads: Vec<LoadRow>,
    /// Activities and objectives that stop if one stakeholder leaves.
    pub dependencies: Vec<DependencyRow>,
    /// One row per kind of stakeholder, at the table or expected.
    pub sectors: Vec<SectorRow>,
    /// One row per role.
    pub roles: Vec<RoleRow>,
    /// One row per objective.
    pub objectives: Vec<ObjectiveRow>,
    /// What leads to what.
    pub theory: Theory,
}

/// Who does what in one activity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ActivityRow {
    /// Id of the activity.
    pub activity: String,
    /// What readers call it.
    pub title: Text,
    /// The first day.
    pub start: Option<String>,
    /// The last day.
    pub end: Option<String>,
    /// Who does it.
    pub responsible: Vec<String>,
    /// Who answers for it.
    pub accountable: Vec<String>,
    /// Who is asked beforehand.
    pub consulted: Vec<String>,
    /// Who is told.
    pub informed: Vec<String>,
    /// In how many places of this row a published review does not name a stakeholder.
    #[serde(default)]
    pub unnamed: u32,
}

/// How many tasks a stakeholder has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LoadRow {
    /// Id of the stakeholder.
    pub stakeholder: String,
    /// Activities it does.
    pub responsible: u32,
    /// Activities it answers for.
    pub accountable: u32,
    /// Activities in which it is asked.
    pub consulted: u32,
    /// Activities of which it is told.
    pub informed: u32,
    /// Activities it does or answers for, each once.
    pub tasks: u32,
    /// Its part of all tasks, between 0 and 1; none where there is no task.
    pub share: Option<f64>,
    /// The part it agreed to carry, or the same part for all where nothing was agreed.
    pub expected_share: f64,
    /// Whether that part was agreed.
    pub agreed: bool,
}

/// Something that stops if one stakeholder leaves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DependencyRow {
    /// `activity` or `objective`.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// The stakeholder.
    pub stakeholder: String,
}

/// A kind of stakeholder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SectorRow {
    /// The kind.
    pub sector: String,
    /// Whether it is expected at the table.
    pub expected: bool,
    /// How many stakeholders of it take part.
    pub stakeholders: u32,
    /// How many persons speak for them; not told to residents unless all of them agreed.
    pub representatives: Option<u32>,
}

/// A role and who has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoleRow {
    /// Id of the role.
    pub role: String,
    /// What readers call it.
    pub title: Text,
    /// The stakeholders that have it.
    pub stakeholders: Vec<String>,
    /// How many of them a published review does not name.
    #[serde(default)]
    pub unnamed: u32,
    /// The kinds one of which is to have it.
    pub sectors: Vec<String>,
}

/// An objective and what carries it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ObjectiveRow {
    /// Id of the objective.
    pub objective: String,
    /// What readers call it.
    pub title: Text,
    /// Who answers for it.
    pub owner: Option<String>,
    /// How many stakeholders share it.
    pub shared_by: u32,
    /// Activities that serve it or an objective below it.
    pub activities: u32,
    /// Indicators that show it.
    pub indicators: u32,
}

/// The part of a review about roles, tasks and objectives.
pub(super) fn review(facts: &Facts<'_>, found: &mut Collector) -> Responsibilities {
    let matrix = matrix(facts);
    check_matrix(facts, &matrix, found);
    let loads = loads(facts, &matrix, found);
    let sectors = sectors(facts, found);
    let roles = roles(facts, found);
    let objectives = objectives(facts, found);
    let dependencies = dependencies(facts, &matrix, found);
    Responsibilities {
        activities: matrix_rows(facts, &matrix),
        loads,
        dependencies,
        sectors,
        roles,
        objectives,
        theory: theory::review(facts, found),
    }
}

/// The responsibilities of every activity, by its place.
fn matrix<'p>(facts: &Facts<'p>) -> Vec<Option<&'p Responsibility>> {
    // By activity, whatever order the lines stand in.
    let mut matrix = vec![None; facts.partnership.activities.len()];
    for row in &facts.partnership.responsibilities {
        if let Some(slot) = facts.activity(&row.activity).and_then(|place| matrix.get_mut(place)) {
            *slot = Some(row);
        }
    }
    matrix
}

fn matrix_rows(facts: &Facts<'_>, matrix: &[Option<&Responsibility>]) -> Vec<ActivityRow> {
    let rows = facts.partnership.activities.iter().zip(matrix);
    rows.map(|(activity, row)| {
        let list = |of: fn(&Responsibility) -> &Vec<String>| row.map(|row| of(row).clone()).unwrap_or_default();
        ActivityRow {
            activity: activity.id.clone(),
            title: activity.title.clone(),
            start: activity.start.clone(),
            end: activity.end.clone(),
            responsible: list(|row| &row.responsible),
            accountable: list(|row| &row.accountable),
            consulted: list(|row| &row.consulted),
            informed: list(|row| &row.informed),
            unnamed: 0,
        }
    })
    .collect()
}

/// The rules of a matrix of responsibilities: one answers, at least one does, and who answers takes part.
fn check_matrix(facts: &Facts<'_>, matrix: &[Option<&Responsibility>], found: &mut Collector) {
    use FindingCode as Code;
    use FindingSeverity::{High, Low, Medium};
    let activities = &facts.partnership.activities;
    if activities.is_empty() {
        return;
    }
    found.judged(&[Code::NoResponsibilities]);
    if facts.partnership.responsibilities.is_empty() {
        let finding = Finding::new(findings::no_responsibilities(activities.len()), High, None);
        found.add(finding.measured(activities.len() as f64).from("partnership.responsibilities".to_owned()));
        return;
    }
    found.judged(&[Code::NoAccountable, Code::SeveralAccountable, Code::NoResponsible]);
    found.judged(&[Code::AccountableNotInvolved, Code::DutyOfFormerPartner]);
    let took_part = took_part(facts);
    for (index, (activity, row)) in activities.iter().zip(matrix).enumerate() {
        let id = &activity.id;
        let new = |told, severity| about(told, severity, "activities", index, id);
        let accountable = row.map_or(&[][..], |row| &row.accountable);
        match accountable {
            [] => found.add(new(findings::no_accountable(id), High)),
            [one] => {
                let involved = row.is_some_and(|row| row.responsible.contains(one) || row.consulted.contains(one));
                // Records may show that somebody took part whom the matrix does not name.
                let came = facts.stakeholder(one).is_some_and(|place| took_part.contains(&(index, place)));
                if !involved && !came {
                    found.add(new(findings::accountable_not_involved(one, id), Low).of(one));
                }
            }
            several => {
                let (n, names) = (several.len(), named(several.iter().map(String::as_str)));
                found.add(new(findings::several_accountable(n, id, names), Medium).measured(n as f64));
            }
        }
        if row.is_none_or(|row| row.responsible.is_empty()) {
            found.add(new(findings::no_responsible(id), High));
        }
        let duties = row.iter().flat_map(|row| row.accountable.iter().chain(&row.responsible));
        let mut told: Vec<&str> = Vec::new();
        for who in duties {
            // A duty of somebody who left is nobody's, unless the activity is over.
            let gone = facts.stakeholder(who).is_some_and(|place| facts.left(place).is_some());
            if gone && !facts.has_ended(index) && !told.contains(&who.as_str()) {
                told.push(who);
                let mut finding = new(findings::duty_of_former_partner(who, id), High).of(who);
                finding.id = format!("{}:{who}", finding.id);
                found.add(finding);
            }
        }
    }
}

/// Who gave something for an activity or came to one of its events: pairs of places.
fn took_part(facts: &Facts<'_>) -> std::collections::BTreeSet<(usize, usize)> {
    let mut pairs = std::collections::BTreeSet::new();
    for row in &facts.records.contributions {
        let activity = row.activity.as_deref().and_then(|id| facts.activity(id));
        if let (Some(activity), Some(place)) = (activity, facts.stakeholder(&row.stakeholder)) {
            pairs.insert((activity, place));
        }
    }
    for row in facts.records.attendance.iter().filter(|row| row.present != Some(false)) {
        let event = facts.events.get(row.event.as_str()).and_then(|place| facts.records.events.get(*place));
        let activity = event.and_then(|event| event.activity.as_deref()).and_then(|id| facts.activity(id));
        if let (Some(activity), Some(place)) = (activity, facts.stakeholder(&row.stakeholder)) {
            pairs.insert((activity, place));
        }
    }
    pairs
}

fn loads(facts: &Facts<'_>, matrix: &[Option<&Responsibility>], found: &mut Collector) -> Vec<LoadRow> {
    let members = facts.members();
    let stakeholders = &facts.partnership.stakeholders;
    let mut counts = vec![[0_u32; 5]; stakeholders.len()];
    for row in matrix.iter().flatten() {
        let lists = [&row.responsible, &row.accountable, &row.consulted, &row.informed];
        for (part, list) in lists.into_iter().enumerate() {
            for id in list {
                let counted = facts.stakeholder(id).and_then(|place| counts.get_mut(place));
                if let Some(slot) = counted.and_then(|counts| counts.get_mut(part)) {
                    *slot += 1;
                }
            }
        }
        // To do it and to answer for it is one task; to be asked or told is none.
        let tasks = row.responsible.iter().chain(row.accountable.iter().filter(|id| !row.responsible.contains(id)));
        for place in tasks.filter_map(|id| facts.stakeholder(id)) {
            if let Some([.., tasks]) = counts.get_mut(place) {
                *tasks += 1;
            }
        }
    }
    let of_members = members.iter().filter_map(|place| counts.get(*place));
    let all: u32 = of_members.map(|[.., tasks]| tasks).sum();
    let agreed = stakeholders.iter().any(|stakeholder| stakeholder.agreed_share.is_some());
    let judged = !facts.partnership.responsibilities.is_empty();
    if judged {
        found.judged(&[FindingCode::Overloaded, FindingCode::WithoutTask]);
    }
    let mut rows = Vec::new();
    for place in members.iter().copied() {
        let (Some(stakeholder), Some([responsible, accountable, consulted, informed, tasks])) =
            (stakeholders.get(place), counts.get(place).copied())
        else {
            continue;
        };
        let expected_share =
            if agreed { stakeholder.agreed_share.unwrap_or_default() } else { 1.0 / members.len() as f64 };
        let share = (all > 0).then(|| f64::from(tasks) / f64::from(all));
        // A share that was agreed is known; an equal one is only a guess and leaves more room.
        let most = expected_share * if agreed { 1.5 } else { 2.0 };
        let id = &stakeholder.id;
        let new = |told, severity| about(told, severity, "stakeholders", place, id);
        if let Some(share) =
            share.filter(|share| judged && members.len() > 1 && tasks >= TASKS_OF_OVERLOAD && *share > most)
        {
            let told = findings::overloaded(id, tasks, share, expected_share);
            found.add(new(told, FindingSeverity::Medium).measured(share - expected_share));
        }
        if judged && responsible + accountable + consulted + informed == 0 {
            found.add(new(findings::without_task(id), FindingSeverity::Low));
        }
        let stakeholder = stakeholder.id.clone();
        rows.push(LoadRow {
            stakeholder,
            responsible,
            accountable,
            consulted,
            informed,
            tasks,
            share,
            expected_share,
            agreed,
        });
    }
    rows
}

/// The one of those responsible that takes part on the day of the review, where there is just one.
fn only_one(facts: &Facts<'_>, row: &Responsibility) -> Option<usize> {
    // Of those who are still there: if this one leaves, nobody does it.
    let there = row.responsible.iter().filter_map(|id| facts.stakeholder(id));
    let there = BTreeSet::from_iter(there.filter(|place| facts.is_member(*place, facts.as_of)));
    if there.len() == 1 { there.first().copied() } else { None }
}

/// Of the activities that have not ended: one stops where its only one responsible leaves; an objective where all its activities do.
fn dependencies(facts: &Facts<'_>, matrix: &[Option<&Responsibility>], found: &mut Collector) -> Vec<DependencyRow> {
    if facts.partnership.responsibilities.is_empty() {
        return Vec::new();
    }
    found.judged(&[FindingCode::ActivitiesDependOnOne, FindingCode::ObjectiveDependsOnOne]);
    let activities = &facts.partnership.activities;
    let alone: Vec<Option<usize>> = matrix
        .iter()
        .enumerate()
        .map(|(index, row)| row.filter(|_| !facts.has_ended(index)).and_then(|row| only_one(facts, row)))
        .collect();
    let mut rows = Vec::new();
    let row = |kind: &str, id: &str, place: usize| DependencyRow {
        kind: kind.to_owned(),
        id: id.to_owned(),
        stakeholder: facts.id(place).to_owned(),
    };
    let mut of: Vec<Vec<usize>> = vec![Vec::new(); facts.partnership.stakeholders.len()];
    for (index, (activity, one)) in activities.iter().zip(&alone).enumerate() {
        if let Some(place) = one {
            rows.push(row("activity", &activity.id, *place));
            if let Some(list) = of.get_mut(*place) {
                list.push(index);
            }
        }
    }
    for (place, list) in of.iter().enumerate().filter(|(_, list)| !list.is_empty()) {
        let ids = named(list.iter().filter_map(|index| activities.get(*index)).map(|activity| activity.id.as_str()));
        let told = findings::activities_depend_on_one(facts.id(place), list.len(), ids);
        let mut finding = about(told, FindingSeverity::Medium, "stakeholders", place, facts.id(place));
        finding.records = list
            .iter()
            .take(20)
            .filter_map(|index| Some(part("activities", *index, &activities.get(*index)?.id)))
            .collect();
        found.add(finding.measured(list.len() as f64));
    }
    for (index, served) in activities_of_objectives(facts).iter().enumerate() {
        let Some(objective) = facts.partnership.objectives.get(index) else { continue };
        // An objective hangs on one partner if every activity that still serves it does.
        let lasting = served.iter().filter(|activity| !facts.has_ended(**activity));
        let mut places = lasting.map(|activity| alone.get(*activity).copied().flatten());
        if let Some(Some(place)) = places.next()
            && places.all(|other| other == Some(place))
        {
            rows.push(row("objective", &objective.id, place));
            let told = findings::objective_depends_on_one(&objective.id, facts.id(place));
            let finding = about(told, FindingSeverity::High, "objectives", index, &objective.id);
            found.add(finding.of(facts.id(place)));
        }
    }
    rows
}

/// The places of the activities that serve each objective, or one below it.
pub(super) fn activities_of_objectives(facts: &Facts<'_>) -> Vec<Vec<usize>> {
    let objectives = &facts.partnership.objectives;
    let place = BTreeMap::from_iter(objectives.iter().enumerate().map(|(index, x)| (x.id.as_str(), index)));
    let mut served: Vec<Vec<usize>> = vec![Vec::new(); objectives.len()];
    let through = |activity: usize, id: &str, served: &mut Vec<Vec<usize>>| {
        let mut here = place.get(id).copied();
        // A chain of wider objectives is never longer than there are objectives.
        for _ in 0..objectives.len() {
            let Some(index) = here else { break };
            if let Some(list) = served.get_mut(index)
                && list.last() != Some(&activity)
            {
                list.push(activity);
            }
            here = objectives.get(index).and_then(|x| place.get(x.parent.as_deref()?).copied());
        }
    };
    for (activity, element) in facts.partnership.activities.iter().enumerate() {
        for id in &element.objectives {
            through(activity, id, &mut served);
        }
    }
    let results = &facts.partnership.results;
    for (index, result) in results.iter().enumerate().filter(|(_, result)| !result.objectives.is_empty()) {
        let causes = theory::causes(results, index);
        let activities = causes.iter().filter_map(|place| results.get(*place)).flat_map(|cause| &cause.activities);
        for activity in activities.filter_map(|id| facts.activity(id)) {
            for id in &result.objectives {
                through(activity, id, &mut served);
            }
        }
    }
    for list in &mut served {
        list.sort();
        list.dedup();
    }
    served
}

fn sectors(facts: &Facts<'_>, found: &mut Collector) -> Vec<SectorRow> {
    use FindingCode::{ResidentsUnrepresented, SectorAbsent};
    found.judged(&[SectorAbsent, ResidentsUnrepresented]);
    let stated: Vec<&str> = facts.partnership.expected_sectors.iter().map(String::as_str).collect();
    let expected =
        if stated.is_empty() { vec!["local_authority", "association", "business", "resident"] } else { stated };
    let members = facts.members();
    let mut rows: Vec<SectorRow> = Vec::new();
    let new = |sector: &str| SectorRow {
        sector: sector.to_owned(),
        expected: expected.contains(&sector),
        stakeholders: 0,
        representatives: Some(0),
    };
    for sector in &expected {
        if !rows.iter().any(|row| row.sector == *sector) {
            rows.push(new(sector));
        }
    }
    for place in members {
        let Some(stakeholder) = facts.partnership.stakeholders.get(place) else { continue };
        if !rows.iter().any(|row| row.sector == stakeholder.sector) {
            rows.push(new(&stakeholder.sector));
        }
        if let Some(row) = rows.iter_mut().find(|row| row.sector == stakeholder.sector) {
            row.stakeholders += 1;
            let own = u32::try_from(stakeholder.representatives.len()).unwrap_or(u32::MAX);
            row.representatives = row.representatives.map(|sum| sum + own);
        }
        if stakeholder.sector == "resident" && stakeholder.representatives.is_empty() {
            let told = findings::residents_unrepresented(&stakeholder.id);
            found.add(about(told, FindingSeverity::Medium, "stakeholders", place, &stakeholder.id));
        }
    }
    for row in rows.iter().filter(|row| row.expected && row.stakeholders == 0) {
        let severity = match row.sector.as_str() {
            "resident" => FindingSeverity::High,
            _ if facts.partnership.expected_sectors.is_empty() => FindingSeverity::Low,
            _ => FindingSeverity::Medium,
        };
        let finding = Finding::new(findings::sector_absent(&row.sector), severity, Some(&row.sector));
        found.add(finding.from("partnership.stakeholders".to_owned()));
    }
    rows
}

fn roles(facts: &Facts<'_>, found: &mut Collector) -> Vec<RoleRow> {
    found.judged(&[FindingCode::RoleUnfilled]);
    let members = facts.members();
    let mut rows = Vec::new();
    for (index, role) in facts.partnership.roles.iter().enumerate() {
        let all = members.iter().filter_map(|place| facts.partnership.stakeholders.get(*place));
        let holders: Vec<_> = all.filter(|stakeholder| stakeholder.roles.contains(&role.id)).collect();
        let fits = |sector: &String| role.sectors.is_empty() || role.sectors.contains(sector);
        if !holders.iter().any(|stakeholder| fits(&stakeholder.sector)) {
            let told = findings::role_unfilled(&role.id, named(role.sectors.iter().map(String::as_str)));
            found.add(about(told, FindingSeverity::Medium, "roles", index, &role.id));
        }
        rows.push(RoleRow {
            role: role.id.clone(),
            title: role.title.clone(),
            stakeholders: holders.iter().map(|stakeholder| stakeholder.id.clone()).collect(),
            unnamed: 0,
            sectors: role.sectors.clone(),
        });
    }
    rows
}

fn objectives(facts: &Facts<'_>, found: &mut Collector) -> Vec<ObjectiveRow> {
    use FindingCode as Code;
    use FindingSeverity::{High, Low, Medium};
    found.judged(&[
        Code::ObjectiveWithoutActivity,
        Code::ObjectiveWithoutIndicator,
        Code::ObjectiveWithoutOwner,
        Code::ObjectiveSharedByFew,
    ]);
    let members = facts.members();
    let served = activities_of_objectives(facts);
    let mut rows = Vec::new();
    for (index, (objective, served)) in facts.partnership.objectives.iter().zip(&served).enumerate() {
        let id = &objective.id;
        let new = |told, severity| about(told, severity, "objectives", index, id);
        let by_indicator = facts.plan.indicators.iter().filter(|x| x.objective.as_deref() == Some(&objective.id));
        let indicators = BTreeSet::from_iter(objective.indicators.iter().chain(by_indicator.map(|x| &x.id)));
        // A wider objective may be shown by those below it.
        let wider = facts.partnership.objectives.iter().any(|x| x.parent.as_deref() == Some(&objective.id));
        let shared = facts.sharing(&objective.shared_by);
        if served.is_empty() {
            found.add(new(findings::objective_without_activity(id), High));
        }
        if indicators.is_empty() && !wider {
            found.add(new(findings::objective_without_indicator(id), Medium));
        }
        if objective.owner.is_none() {
            found.add(new(findings::objective_without_owner(id), Medium));
        }
        if members.len() > 1 && (shared < 2 || shared * 2 < members.len()) {
            let told = findings::objective_shared_by_few(shared, members.len(), id);
            found.add(new(told, Low).measured(1.0 - shared as f64 / members.len() as f64));
        }
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        rows.push(ObjectiveRow {
            objective: objective.id.clone(),
            title: objective.title.clone(),
            owner: objective.owner.clone(),
            shared_by: count(shared),
            activities: count(served.len()),
            indicators: count(indicators.len()),
        });
    }
    rows
}
