//! Who stays: curves, sectors compared, attendance, partners at risk, turnover of persons, thanks as a state.

use std::collections::BTreeSet;

use crate::estimate::texts as common;
use crate::health::findings;
use crate::health::texts;
use crate::health::{FindingCode, FindingSeverity};
use serde::{Deserialize, Serialize};

use super::communication::{Meeting, meetings};
use super::facts::{Day, Facts, Stay, day, record, written};
use super::finding::{Collector, about};
use super::survival::{Case, SurvivalCurve, curve, spells};
use crate::estimate::Note;
use crate::partnership::{ContributionStatus, RecordKind};
use crate::stat;

/// Meetings missed in a row that make a partner one at risk.
const MISSED: u32 = 3;
/// Days without a contribution of who gave before.
const QUIET: Day = 180;
/// Random orders of the labels where there are too many to look at all.
const DRAWS: u64 = 9_999;
/// And at least.
const FEWEST_DRAWS: u64 = 1_999;
/// So many labels are handed out in all, where more than the fewest draws are made.
const HANDED_OUT: u64 = 1_000_000;
const YEAR: f64 = 365.25;

/// Who stays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Retention {
    /// Stakeholders by days since the partnership began; who joined later enters late (left truncation).
    pub overall: SurvivalCurve,
    /// The same stays by days since joining.
    pub since_joining: SurvivalCurve,
    /// Stays since joining by sector.
    pub by_sector: Vec<SurvivalCurve>,
    /// Whether sectors leave at different rates.
    pub comparison: GroupComparison,
    /// Persons who speak for stakeholders, since joining; none where no membership names a person.
    pub representatives: Option<SurvivalCurve>,
    /// Turnover of organisations and of representatives.
    pub turnover: Vec<TurnoverRow>,
    /// One row per stakeholder that takes part.
    pub attendance: Vec<AttendanceRow>,
    /// Partners that may be about to leave, and why that is said.
    pub at_risk: Vec<AtRiskRow>,
    /// Time and leavings before and since the first thanks. A description: no effect of thanks.
    pub recognition: Vec<RecognitionStateRow>,
    /// What is to be known with the figures.
    pub notes: Vec<Note>,
}

/// The log-rank test of sectors (Mantel 1966), on days since joining.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GroupComparison {
    /// The sectors.
    pub groups: Vec<String>,
    /// Stays that ended, per sector.
    pub observed: Vec<f64>,
    /// Stays that would have ended had all sectors left alike.
    pub expected: Vec<f64>,
    /// The statistic.
    pub chi_square: Option<f64>,
    /// Its degrees of freedom.
    pub df: Option<f64>,
    /// By the chi-square distribution, for large groups.
    pub p: Option<f64>,
    /// By handing out the sectors anew: the p-value to read where groups are small.
    pub permutation_p: Option<f64>,
    /// How many ways to hand them out were looked at.
    pub permutations: u64,
    /// Whether these were all ways there are.
    pub exact: bool,
    /// Why there is no test.
    pub reason: Option<Note>,
}

/// How many came and went.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TurnoverRow {
    /// `organisations`, or `representatives`.
    pub of: String,
    /// The stakeholder whose representatives they are; none for all.
    pub stakeholder: Option<String>,
    /// Stays that began.
    pub stays: u32,
    /// Stays that last.
    pub current: u32,
    /// Stays that ended.
    pub left: u32,
    /// Stays that ended within the last year.
    pub left_last_year: u32,
    /// Years spent in all stays together.
    pub years: f64,
    /// Leavings per year of stay; none where there is no stay.
    pub left_per_year: Option<f64>,
}

/// How a stakeholder attends the partners' meetings that have a list of who was there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AttendanceRow {
    /// Id of the stakeholder.
    pub stakeholder: String,
    /// Meetings while it took part.
    pub meetings: u32,
    /// Those at which it was.
    pub present: u32,
    /// The last meetings in a row at which it was.
    pub present_in_a_row: u32,
    /// The last meetings in a row that it missed.
    pub missed_in_a_row: u32,
    /// The longest run of meetings at which it was.
    pub longest_present: u32,
    /// The last day on which it was there.
    pub last_present: Option<String>,
}

/// A partner that may be about to leave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AtRiskRow {
    /// Id of the stakeholder.
    pub stakeholder: String,
    /// `missed_meetings`, `no_contribution`, `open_conflict`, `above_agreed_share`, `never_thanked`.
    pub reasons: Vec<String>,
}

/// Time and leavings in one state.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecognitionStateRow {
    /// `before_first_thanks`, or `since_first_thanks`.
    pub state: String,
    /// Stays that spent time in it.
    pub stays: u32,
    /// Days spent in it.
    pub days: u64,
    /// Stays that ended in it.
    pub left: u32,
    /// Leavings per year spent in it; none where no time was.
    pub left_per_year: Option<f64>,
}

/// The part of a review about who stays. It comes last: it looks at what the others found.
pub(super) fn review(facts: &Facts<'_>, found: &mut Collector) -> Retention {
    let mut notes = Vec::new();
    let known: Vec<(usize, Stay)> = facts
        .stays
        .iter()
        .enumerate()
        .flat_map(|(place, stays)| stays.iter().map(move |stay| (place, *stay)))
        .collect();
    let unknown = facts.joining_unknown();
    if unknown > 0 {
        notes.push(Note::warning(texts::joining_unknown(unknown), "retention"));
    }
    let again: usize = facts.stays.iter().map(|stays| stays.len().saturating_sub(1)).sum();
    if again > 0 {
        notes.push(Note::information(texts::rejoined_counted(again), "retention"));
    }
    // The clock of the partnership starts with it, or with the first who was there.
    let begun = facts.partnership.start.as_deref().and_then(day);
    let first = known.iter().map(|(_, stay)| stay.joined).chain(begun).min().unwrap_or(facts.as_of);
    let all: Vec<Stay> = known.iter().map(|(_, stay)| *stay).collect();
    let late: Vec<Case> = all.iter().map(|stay| case(facts, *stay, first)).collect();
    let overall = curve(facts, "all", "start", "retention.overall", &late);
    let since_joining = curve(facts, "all", "joining", "retention.since_joining", &own_clock(facts, &all));
    let (by_sector, comparison) = sectors(facts, &known);
    if !known.is_empty() {
        found.judged(&[FindingCode::PartnerLeft]);
    }
    for (place, stay) in &known {
        // What happened longer ago is in the curve and no news.
        let Some(left) = stay.left.filter(|left| facts.as_of - left <= 365) else { continue };
        if facts.is_member(*place, facts.as_of) {
            continue;
        }
        let told = findings::partner_left(facts.id(*place), written(left));
        found.add(about(told, FindingSeverity::Low, "stakeholders", *place, facts.id(*place)));
    }
    let attendance = attendance(facts);
    let mut turnover = vec![turnover_row(facts, "organisations", None, &all)];
    let representatives = representatives(facts, &mut turnover, found);
    let at_risk = at_risk(facts, &attendance, found);
    let recognition = recognition(facts, &known);
    if !recognition.is_empty() {
        notes.push(Note::information(texts::described_only(), "retention.recognition"));
    }
    notes.extend(facts.absent(RecordKind::Attendance, "retention.attendance"));
    Retention {
        overall,
        since_joining,
        by_sector,
        comparison,
        representatives,
        turnover,
        attendance,
        at_risk,
        recognition,
        notes,
    }
}

/// A stay on a clock that began at the start of day `zero`: the last day of a stay is part of it.
fn case(facts: &Facts<'_>, stay: Stay, zero: Day) -> Case {
    // The day of leaving was still spent there: who joins and leaves on one day stayed for a day.
    let exit = stay.left.unwrap_or(facts.as_of) + 1;
    Case { entry: stay.joined - zero, exit: exit - zero, ended: stay.left.is_some() }
}

/// Stays on clocks of their own.
fn own_clock(facts: &Facts<'_>, stays: &[Stay]) -> Vec<Case> {
    stays.iter().map(|stay| case(facts, *stay, stay.joined)).collect()
}

/// How many random orders of so many stays are looked at: with many stays the log-rank test itself is near, and fewer do.
fn draws(stays: usize) -> u64 {
    // Draws cost as much as there are stays: the work is kept about the same.
    (HANDED_OUT / stays.max(1) as u64).clamp(FEWEST_DRAWS, DRAWS)
}

fn sectors(facts: &Facts<'_>, known: &[(usize, Stay)]) -> (Vec<SurvivalCurve>, GroupComparison) {
    let sector = |place: usize| facts.partnership.stakeholders.get(place).map_or("", |x| x.sector.as_str());
    let names: Vec<&str> = BTreeSet::from_iter(known.iter().map(|(place, _)| sector(*place))).into_iter().collect();
    let mut curves = Vec::new();
    for name in &names {
        let own: Vec<Stay> = known.iter().filter(|(place, _)| sector(*place) == *name).map(|(_, stay)| *stay).collect();
        curves.push(curve(facts, name, "joining", "retention.by_sector", &own_clock(facts, &own)));
    }
    let stays: Vec<Stay> = known.iter().map(|(_, stay)| *stay).collect();
    let cases = own_clock(facts, &stays);
    let group: Vec<usize> =
        known.iter().filter_map(|(place, _)| names.iter().position(|name| *name == sector(*place))).collect();
    let mut comparison =
        GroupComparison { groups: names.iter().map(|name| (*name).to_owned()).collect(), ..GroupComparison::default() };
    let path = "retention.comparison";
    if names.len() < 2 {
        comparison.reason = Some(Note::not_estimable(texts::one_group(), path));
    } else if !cases.iter().any(|case| case.ended) {
        comparison.reason = Some(Note::not_estimable(texts::nothing_ended(), path));
    } else if let Some(test) = stat::log_rank(&spells(&cases), &group, names.len(), draws(cases.len()), facts.seed) {
        comparison.observed = test.observed;
        comparison.expected = test.expected;
        comparison.chi_square = Some(test.chi_square);
        comparison.df = Some(test.df);
        comparison.p = Some(test.p);
        comparison.permutation_p = Some(test.permutation.p);
        comparison.permutations = test.permutation.count;
        comparison.exact = test.permutation.exact;
    } else {
        // All left on one day: whoever it was, each order of leaving is the same.
        comparison.reason = Some(Note::not_estimable(common::degenerate_null(), path));
    }
    (curves, comparison)
}

fn turnover_row(facts: &Facts<'_>, of: &str, stakeholder: Option<&str>, stays: &[Stay]) -> TurnoverRow {
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let left = stays.iter().filter(|stay| stay.left.is_some()).count();
    let days: i64 = stays.iter().map(|stay| i64::from(stay.left.unwrap_or(facts.as_of) - stay.joined) + 1).sum();
    let years = days as f64 / YEAR;
    TurnoverRow {
        of: of.to_owned(),
        stakeholder: stakeholder.map(str::to_owned),
        stays: count(stays.len()),
        current: count(stays.len() - left),
        left: count(left),
        left_last_year: count(stays.iter().filter(|x| x.left.is_some_and(|left| facts.as_of - left <= 365)).count()),
        years,
        left_per_year: (days > 0).then(|| left as f64 / years),
    }
}

/// The stays of persons, apart from those of the organisations they speak for.
fn representatives(facts: &Facts<'_>, turnover: &mut Vec<TurnoverRow>, found: &mut Collector) -> Option<SurvivalCurve> {
    let mut of: Vec<Vec<Stay>> = vec![Vec::new(); facts.partnership.stakeholders.len()];
    let mut places: Vec<Vec<String>> = of.iter().map(|_| Vec::new()).collect();
    for (index, row) in facts.records.memberships.iter().enumerate().filter(|(_, row)| row.person.is_some()) {
        let (Some(joined), Some(place)) = (facts.past(Some(&row.joined)), facts.stakeholder(&row.stakeholder)) else {
            continue;
        };
        if let (Some(stays), Some(places)) = (of.get_mut(place), places.get_mut(place)) {
            stays.push(Stay { joined, left: facts.past(row.left.as_deref()) });
            places.push(record(RecordKind::Memberships, index, None));
        }
    }
    let all: Vec<Stay> = of.iter().flatten().copied().collect();
    if all.is_empty() {
        return None;
    }
    found.judged(&[FindingCode::RepresentativesChange]);
    turnover.push(turnover_row(facts, "representatives", None, &all));
    for (place, (stays, places)) in of.iter().zip(places).enumerate().filter(|(_, (stays, _))| !stays.is_empty()) {
        let id = facts.id(place);
        let row = turnover_row(facts, "representatives", Some(id), stays);
        if row.left_last_year >= 2 {
            let told = findings::representatives_change(id, row.left_last_year);
            let mut finding = about(told, FindingSeverity::Low, "stakeholders", place, id);
            finding.records.extend(places);
            found.add(finding.measured(f64::from(row.left_last_year)));
        }
        turnover.push(row);
    }
    Some(curve(facts, "representatives", "joining", "retention.representatives", &own_clock(facts, &all)))
}

fn attendance(facts: &Facts<'_>) -> Vec<AttendanceRow> {
    if !facts.has(RecordKind::Attendance) {
        return Vec::new();
    }
    let meetings = meetings(facts);
    let members = facts.members().into_iter();
    members
        .map(|place| {
            let own: Vec<&Meeting> = meetings.iter().filter(|meeting| facts.is_member(place, meeting.day)).collect();
            let mut row = AttendanceRow {
                stakeholder: facts.id(place).to_owned(),
                meetings: u32::try_from(own.len()).unwrap_or(u32::MAX),
                present: 0,
                present_in_a_row: 0,
                missed_in_a_row: 0,
                longest_present: 0,
                last_present: None,
            };
            for meeting in own {
                if meeting.present.contains(&place) {
                    row.present += 1;
                    row.present_in_a_row += 1;
                    row.missed_in_a_row = 0;
                    row.longest_present = row.longest_present.max(row.present_in_a_row);
                    row.last_present = Some(written(meeting.day));
                } else {
                    row.present_in_a_row = 0;
                    row.missed_in_a_row += 1;
                }
            }
            row
        })
        .collect()
}

/// Partners with a run of missed meetings, or with two other signs.
fn at_risk(facts: &Facts<'_>, attendance: &[AttendanceRow], found: &mut Collector) -> Vec<AtRiskRow> {
    let sources = [RecordKind::Attendance, RecordKind::Contributions, RecordKind::Conflicts];
    if !sources.into_iter().any(|kind| facts.has(kind)) {
        return Vec::new();
    }
    found.judged(&[FindingCode::PartnerAtRisk]);
    let mut last_given: Vec<Option<Day>> = vec![None; facts.partnership.stakeholders.len()];
    for row in facts.records.contributions.iter().filter(|row| row.status != Some(ContributionStatus::Pledged)) {
        let slot = facts.stakeholder(&row.stakeholder).and_then(|place| last_given.get_mut(place));
        if let Some(slot) = slot {
            *slot = (*slot).max(facts.past(Some(&row.date)));
        }
    }
    let mut signs: Vec<(FindingCode, &str)> = Vec::new();
    for finding in &found.findings {
        let named = matches!(
            (finding.code, finding.severity),
            (FindingCode::ConflictOpenLong | FindingCode::ContributionsNotRecognised, _)
                | (FindingCode::AboveAgreedShare, FindingSeverity::Medium | FindingSeverity::High)
        );
        if named {
            signs.extend(finding.stakeholders.iter().map(|id| (finding.code, id.as_str())));
        }
    }
    let mut rows = Vec::new();
    for place in facts.members() {
        let id = facts.id(place);
        let missed = attendance.iter().any(|row| row.stakeholder == id && row.missed_in_a_row >= MISSED);
        let quiet = last_given.get(place).copied().flatten().is_some_and(|last| facts.as_of - last > QUIET);
        let sign = |code| signs.contains(&(code, id));
        let reasons: Vec<&str> = [
            ("missed_meetings", missed),
            ("no_contribution", quiet),
            ("open_conflict", sign(FindingCode::ConflictOpenLong)),
            ("above_agreed_share", sign(FindingCode::AboveAgreedShare)),
            ("never_thanked", sign(FindingCode::ContributionsNotRecognised)),
        ]
        .into_iter()
        .filter_map(|(reason, holds)| holds.then_some(reason))
        .collect();
        if missed || reasons.len() > 1 {
            rows.push((place, reasons.into_iter().map(str::to_owned).collect::<Vec<_>>()));
        }
    }
    for (place, reasons) in &rows {
        let severity = if reasons.len() > 2 { FindingSeverity::High } else { FindingSeverity::Medium };
        let told = findings::partner_at_risk(facts.id(*place), reasons);
        let finding = about(told, severity, "stakeholders", *place, facts.id(*place));
        found.add(finding.measured(reasons.len() as f64));
    }
    rows.into_iter().map(|(place, reasons)| AtRiskRow { stakeholder: facts.id(place).to_owned(), reasons }).collect()
}

/// Every stay cut at the first thanks within it (start-stop), with the leavings of each piece.
fn recognition(facts: &Facts<'_>, known: &[(usize, Stay)]) -> Vec<RecognitionStateRow> {
    if !facts.has(RecordKind::Recognitions) || known.is_empty() {
        return Vec::new();
    }
    let mut thanks: Vec<Vec<Day>> = vec![Vec::new(); facts.partnership.stakeholders.len()];
    for row in &facts.records.recognitions {
        let list = facts.stakeholder(&row.stakeholder).and_then(|place| thanks.get_mut(place));
        if let (Some(list), Some(day)) = (list, facts.past(Some(&row.date))) {
            list.push(day);
        }
    }
    let state =
        |name: &str| RecognitionStateRow { state: name.to_owned(), stays: 0, days: 0, left: 0, left_per_year: None };
    let (mut before, mut since) = (state("before_first_thanks"), state("since_first_thanks"));
    let spend = |row: &mut RecognitionStateRow, days: Day, left: bool| {
        if days > 0 {
            row.stays += 1;
            row.days += u64::from(days.unsigned_abs());
            row.left += u32::from(left);
        }
    };
    for (place, stay) in known {
        let end = stay.left.unwrap_or(facts.as_of) + 1;
        let own = thanks.get(*place).into_iter().flatten().copied();
        let first = own.filter(|day| *day >= stay.joined && *day < end).min();
        spend(&mut before, first.unwrap_or(end) - stay.joined, first.is_none() && stay.left.is_some());
        if let Some(first) = first {
            spend(&mut since, end - first, stay.left.is_some());
        }
    }
    for row in [&mut before, &mut since] {
        row.left_per_year = (row.days > 0).then(|| f64::from(row.left) / (row.days as f64 / YEAR));
    }
    vec![before, since]
}
