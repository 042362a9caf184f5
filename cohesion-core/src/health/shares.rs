//! Who carries how much, against what was agreed; what was needed, pledged and delivered; who was thanked.

use crate::health::findings;
use crate::health::texts;
use crate::health::{FindingCode, FindingSeverity};
use crate::stat::{at, gini};
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::facts::{Day, Facts, day, written};
use super::finding::{Collector, Finding, about};
use crate::estimate::Note;
use crate::message::Text;
use crate::partnership::{ContributionStatus, RecordKind};

/// A share within this of the agreed one is as agreed.
const AS_AGREED: f64 = 0.05;
/// A share farther than this from the agreed one is far from it.
const FAR_FROM_AGREED: f64 = 0.15;
/// Sums of the same amounts in another order differ by rounding.
const SAME: f64 = 1e-9;

/// Who carries how much.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Shares {
    /// One per kind of contribution, and one of all kinds where every unit has a rate.
    pub ledgers: Vec<Ledger>,
    /// One row per need.
    pub needs: Vec<NeedRow>,
    /// One row per stakeholder: what it gave and how often it was thanked.
    pub recognition: Vec<RecognitionRow>,
    /// What could not be judged.
    pub notes: Vec<Note>,
}

/// The contributions of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ledger {
    /// The kind: `time`, `money`, `space`, `expertise`, any other word, or `all`.
    pub kind: String,
    /// The unit of the amounts; none where no unit is written.
    pub unit: Option<String>,
    /// The sum of what was given; none where it cannot be had, see `reason`.
    pub total: Option<f64>,
    /// How many contributions.
    pub n: u32,
    /// How many stakeholders the load could lie on: those who take part, and those who gave and left.
    pub stakeholders: u32,
    /// One row per stakeholder.
    pub rows: Vec<ShareRow>,
    /// How unequal the load lies.
    pub concentration: Option<Concentration>,
    /// The part of the load that would have to move for all to carry what was agreed, between 0 and 1.
    pub to_move: Option<f64>,
    /// `kind`: shares were agreed for this kind; `whole`: those of the whole load are used; none: nothing was agreed.
    pub agreement: Option<String>,
    /// Why there is no figure.
    pub reason: Option<Note>,
    /// What is to be known with the figures.
    pub notes: Vec<Note>,
}

/// The part of one stakeholder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ShareRow {
    /// Id of the stakeholder.
    pub stakeholder: String,
    /// How many contributions.
    pub n: u32,
    /// What it gave.
    pub amount: f64,
    /// Its share, between 0 and 1.
    pub share: f64,
    /// What it agreed to carry.
    pub agreed_share: Option<f64>,
    /// Share less agreed share.
    pub gap: Option<f64>,
}

/// How unequal a load lies on n stakeholders, with what the measures can reach at that n.
///
/// Gini's coefficient: the mean difference of all pairs (each with itself too) over twice the mean. It runs from 0 to
/// (n - 1) / n; times n / (n - 1) it runs from 0 to 1 (Deltas 2003). Herfindahl's index: the sum of squared shares. It
/// runs from 1 / n to 1; (H - 1/n) / (1 - 1/n) runs from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Concentration {
    /// Gini's coefficient.
    pub gini: f64,
    /// The largest it can be with so many stakeholders.
    pub gini_most: f64,
    /// Gini's coefficient on a scale from 0 to 1 whatever the number of stakeholders.
    pub gini_normalised: f64,
    /// Herfindahl's index.
    pub herfindahl: f64,
    /// The least it can be with so many stakeholders.
    pub herfindahl_least: f64,
    /// Herfindahl's index on a scale from 0 to 1 whatever the number of stakeholders.
    pub herfindahl_normalised: f64,
}

/// A need and what came for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NeedRow {
    /// Id of the need.
    pub need: String,
    /// What is needed.
    pub what: Text,
    /// How much.
    pub amount: Option<f64>,
    /// In which unit.
    pub unit: Option<String>,
    /// By when.
    pub by: Option<String>,
    /// What was pledged.
    pub pledged: Option<f64>,
    /// What arrived: the deliveries, or, for a need without one, what was given for it.
    pub delivered: Option<f64>,
    /// Delivered over needed, at most 1.
    pub met: Option<f64>,
    /// The day on which it was met.
    pub met_on: Option<String>,
    /// Days past its day on which it was met, or past it today while it is not; negative is early.
    pub days_late: Option<i32>,
    /// `met`, `met_late`, `open`, `overdue` or `cannot_tell`.
    pub status: String,
    /// Why it cannot be told.
    pub reason: Option<Note>,
}

/// What a stakeholder gave and how often it was thanked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecognitionRow {
    /// Id of the stakeholder.
    pub stakeholder: String,
    /// Contributions it gave, of any kind; an amount of 0 is none.
    pub contributions: u32,
    /// Its part of all contributions, by number.
    pub share_of_contributions: Option<f64>,
    /// How often it was thanked; none where no records of thanks were given.
    pub recognitions: Option<u32>,
    /// Its part of all thanks.
    pub share_of_recognitions: Option<f64>,
    /// Contributions for which it was thanked by name of the contribution.
    pub recognised_contributions: u32,
    /// Median of the days from such a contribution to the thanks.
    pub median_days_to_thanks: Option<f64>,
    /// The last day on which it was thanked.
    pub last_recognition: Option<String>,
}

/// A contribution by places and days.
struct Given<'p> {
    stakeholder: usize,
    kind: &'p str,
    unit: Option<&'p str>,
    amount: f64,
    day: Day,
}

/// The part of a review about load, needs and thanks.
pub(super) fn review(facts: &Facts<'_>, found: &mut Collector) -> Shares {
    let mut shares = Shares { needs: needs(facts, found), ..Shares::default() };
    shares.notes.extend(facts.absent(RecordKind::Contributions, "shares.ledgers"));
    shares.notes.extend(facts.absent(RecordKind::Recognitions, "shares.recognition"));
    if !facts.has(RecordKind::Contributions) {
        return shares;
    }
    found.judged(&[FindingCode::AboveAgreedShare, FindingCode::BelowAgreedShare, FindingCode::LoadConcentrated]);
    let given = given(facts);
    let mut kinds: Vec<&str> = facts.partnership.agreed_shares.iter().map(|agreed| agreed.kind.as_str()).collect();
    for one in &given {
        if !kinds.contains(&one.kind) {
            kinds.push(one.kind);
        }
    }
    kinds.sort();
    for kind in &kinds {
        let rows: Vec<&Given<'_>> = given.iter().filter(|one| one.kind == *kind).collect();
        shares.ledgers.push(ledger(facts, kind, kinds.len() > 1, &rows, found));
    }
    if kinds.len() > 1 && !facts.partnership.rates.is_empty() {
        shares.ledgers.push(ledger(facts, "all", false, &given.iter().collect::<Vec<_>>(), found));
    }
    shares.recognition = recognition(facts, found);
    shares
}

fn given<'p>(facts: &Facts<'p>) -> Vec<Given<'p>> {
    let rows = facts.records.contributions.iter();
    // What was promised was not given.
    rows.filter(|row| row.status != Some(ContributionStatus::Pledged))
        .filter_map(|row| {
            let (unit, day) = (row.unit.as_deref(), facts.past(Some(&row.date))?);
            let stakeholder = facts.stakeholder(&row.stakeholder)?;
            Some(Given { stakeholder, kind: &row.kind, unit, amount: row.amount, day })
        })
        .collect()
}

/// What one unit counts for, in which unit; none where the units cannot be brought together.
fn rates<'p>(facts: &Facts<'p>, units: &[Option<&'p str>]) -> Option<(Option<&'p str>, BTreeMap<&'p str, f64>)> {
    if let [one] = units {
        return Some((*one, BTreeMap::new()));
    }
    let to = facts.partnership.rates.first()?.to.as_str();
    let mut rates = BTreeMap::from([(to, 1.0)]);
    rates.extend(facts.partnership.rates.iter().map(|rate| (rate.unit.as_str(), rate.rate)));
    // All or none: a sum that leaves out what has no rate would look like less was given.
    units.iter().all(|unit| unit.is_some_and(|unit| rates.contains_key(unit))).then_some((Some(to), rates))
}

/// The ledger of one kind; `part` where others stand beside it.
fn ledger(facts: &Facts<'_>, kind: &str, part: bool, rows: &[&Given<'_>], found: &mut Collector) -> Ledger {
    let mut units: Vec<Option<&str>> = Vec::new();
    for row in rows {
        if !units.contains(&row.unit) {
            units.push(row.unit);
        }
    }
    let path = format!("shares.ledgers({kind})");
    let mut ledger = Ledger {
        kind: kind.to_owned(),
        unit: None,
        total: None,
        n: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        stakeholders: 0,
        rows: Vec::new(),
        concentration: None,
        to_move: None,
        agreement: None,
        reason: None,
        notes: Vec::new(),
    };
    if rows.is_empty() {
        ledger.reason = Some(Note::not_estimable(texts::nothing_given(), path));
        return ledger;
    }
    let written = units.iter().map(|unit| unit.unwrap_or("–"));
    let Some((unit, rates)) = rates(facts, &units) else {
        ledger.reason = Some(Note::not_estimable(texts::units_differ(written), path));
        return ledger;
    };
    ledger.unit = unit.map(str::to_owned);
    if let (false, Some(to)) = (rates.is_empty(), unit) {
        ledger.notes.push(Note::information(texts::converted_units(written, to), &path));
    }
    let mut amounts = vec![(0_u32, 0.0_f64); facts.partnership.stakeholders.len()];
    for row in rows {
        let rate = row.unit.and_then(|unit| rates.get(unit)).copied().unwrap_or(1.0);
        if let Some((n, amount)) = amounts.get_mut(row.stakeholder) {
            *n += 1;
            *amount += row.amount * rate;
        }
    }
    let members = facts.members();
    // Members who gave nothing count as nothing, and former ones count for what they gave.
    let on: Vec<usize> = (0..amounts.len())
        .filter(|place| members.contains(place) || amounts.get(*place).is_some_and(|(n, _)| *n > 0))
        .collect();
    let values: Vec<f64> = on.iter().filter_map(|place| Some(amounts.get(*place)?.1)).collect();
    // An empty sum of floats is -0.
    let total = 0.0 + values.iter().sum::<f64>();
    ledger.total = Some(total);
    ledger.stakeholders = u32::try_from(on.len()).unwrap_or(u32::MAX);
    if total <= 0.0 {
        ledger.reason = Some(Note::not_estimable(texts::nothing_given(), path));
        return ledger;
    }
    let agreed = agreed(facts, kind);
    ledger.agreement = agreed.as_ref().map(|(basis, _)| (*basis).to_owned());
    match &agreed {
        None => ledger.notes.push(Note::information(texts::no_agreement(), &path)),
        Some(("whole", _)) if part => {
            ledger.notes.push(Note::information(texts::agreed_for_whole(), &path));
        }
        Some(_) => {}
    }
    for place in &on {
        let Some((n, amount)) = amounts.get(*place).copied() else { continue };
        let id = facts.id(*place);
        let share = amount / total;
        let agreed_share = agreed.as_ref().map(|(_, shares)| shares.get(id).copied().unwrap_or_default());
        let gap = agreed_share.map(|agreed| share - agreed);
        ledger.rows.push(ShareRow { stakeholder: id.to_owned(), n, amount, share, agreed_share, gap });
    }
    ledger.concentration = concentration(&values);
    if ledger.concentration.is_none() {
        ledger.notes.push(Note::information(texts::one_contributor(), &path));
    }
    let gaps = ledger.rows.iter().filter_map(|row| row.gap);
    // What some carry too much; the others' too little is the same only where all who agreed on a share are there.
    ledger.to_move = agreed.is_some().then(|| gaps.map(|gap| gap.max(0.0)).sum::<f64>() + 0.0);
    let newcomers = if of_the_whole(&ledger, part) { Vec::new() } else { newcomers(facts, rows, &ledger) };
    if !newcomers.is_empty() {
        ledger.notes.push(Note::information(texts::joined_after_first_contribution(newcomers.len()), &path));
    }
    judge(facts, &ledger, part, &newcomers, found);
    ledger
}

/// The agreed shares of a kind, or those of the whole load where the kind has none.
fn agreed<'p>(facts: &Facts<'p>, kind: &str) -> Option<(&'static str, BTreeMap<&'p str, f64>)> {
    if let Some(own) = facts.partnership.agreed_shares.iter().find(|agreed| agreed.kind == kind) {
        let shares = own.shares.iter().map(|share| (share.stakeholder.as_str(), share.share));
        return Some(("kind", BTreeMap::from_iter(shares)));
    }
    // Where units have rates, the whole load is a ledger of its own.
    if kind != "all" && !facts.partnership.rates.is_empty() {
        return None;
    }
    let whole = facts.partnership.stakeholders.iter().filter_map(|x| Some((x.id.as_str(), x.agreed_share?)));
    let whole = BTreeMap::from_iter(whole);
    (!whole.is_empty()).then_some(("whole", whole))
}

/// The measures of a load on these amounts, of which some may be 0; none for a single one or where all are 0.
fn concentration(amounts: &[f64]) -> Option<Concentration> {
    let n = amounts.len() as f64;
    let total: f64 = amounts.iter().sum();
    // With one giver, or nothing given, there is nothing to share out.
    if amounts.len() < 2 || total <= 0.0 {
        return None;
    }
    let mut sorted = amounts.to_vec();
    sorted.sort_by(f64::total_cmp);
    let gini = gini(sorted.iter().map(|amount| (1.0, *amount))).max(0.0);
    let herfindahl: f64 = amounts.iter().map(|x| (x / total) * (x / total)).sum();
    Some(Concentration {
        gini,
        gini_most: (n - 1.0) / n,
        // Among few the coefficient cannot reach 1: divided by the most it can be.
        gini_normalised: gini * n / (n - 1.0),
        herfindahl,
        herfindahl_least: 1.0 / n,
        herfindahl_normalised: ((herfindahl - 1.0 / n) / (1.0 - 1.0 / n)).max(0.0),
    })
}

/// Whether a part of the load has only shares of the whole: who gives time need not give money, so nothing is judged.
fn of_the_whole(ledger: &Ledger, part: bool) -> bool {
    part && ledger.agreement.as_deref() == Some("whole")
}

/// Stakeholders with an agreed share who joined after something was given: that cannot be held against their share.
fn newcomers<'p>(facts: &Facts<'p>, rows: &[&Given<'_>], ledger: &Ledger) -> Vec<&'p str> {
    let Some(first) = rows.iter().filter(|row| row.amount > 0.0).map(|row| row.day).min() else { return Vec::new() };
    // Who joined after the first gift had less time to give their share.
    let agreed = ledger.rows.iter().filter(|row| row.agreed_share.is_some_and(|share| share > 0.0));
    let places = agreed.filter_map(|row| facts.stakeholder(&row.stakeholder));
    let joined = |place: &usize| facts.stays.get(*place).and_then(|stays| stays.first()).map(|stay| stay.joined);
    places.filter(|place| joined(place).is_some_and(|joined| joined > first)).map(|place| facts.id(place)).collect()
}

/// What stands out in one ledger. Of several ledgers each speaks for itself.
fn judge(facts: &Facts<'_>, ledger: &Ledger, part: bool, newcomers: &[&str], found: &mut Collector) {
    let list = format!("records.{}", RecordKind::Contributions.as_str());
    for row in ledger.rows.iter().filter(|_| !of_the_whole(ledger, part)) {
        let (Some(gap), Some(agreed)) = (row.gap, row.agreed_share) else { continue };
        // Nobody keeps to a share to the hour.
        if gap.abs() <= AS_AGREED || (gap < 0.0 && newcomers.contains(&row.stakeholder.as_str())) {
            continue;
        }
        let severity = if gap.abs() > FAR_FROM_AGREED { FindingSeverity::Medium } else { FindingSeverity::Low };
        let subject = format!("{}:{}", ledger.kind, row.stakeholder);
        let (who, kind) = (&row.stakeholder, &ledger.kind);
        let told = if gap > 0.0 {
            findings::above_agreed_share(who, row.share, kind, agreed)
        } else {
            findings::below_agreed_share(who, row.share, kind, agreed)
        };
        let finding = Finding::new(told, severity, Some(&subject)).of(who).measured(gap.abs());
        found.add(finding.from(list.clone()));
    }
    let most = ledger.rows.iter().max_by(|a, b| a.share.total_cmp(&b.share));
    let agreed = ledger.agreement.is_some() || facts.partnership.stakeholders.iter().any(|x| x.agreed_share.is_some());
    // Of two somebody always carries half; and where shares were agreed, they are what is judged.
    if let Some(most) = most.filter(|most| most.share > 0.5 && ledger.rows.len() > 2 && !agreed) {
        let members = facts.members().len();
        let told = findings::load_concentrated(members, &most.stakeholder, most.share, &ledger.kind);
        let finding = Finding::new(told, FindingSeverity::Medium, Some(&ledger.kind)).of(&most.stakeholder);
        found.add(finding.measured(most.share).from(list));
    }
}

/// The needs, with what was pledged and delivered.
fn needs(facts: &Facts<'_>, found: &mut Collector) -> Vec<NeedRow> {
    use FindingCode::{NeedMetLate, NeedNotMet, NeedWithoutPledge};
    let records = [RecordKind::Deliveries, RecordKind::Contributions];
    let known = records.into_iter().any(|kind| facts.has(kind));
    if known {
        found.judged(&[NeedNotMet, NeedMetLate, NeedWithoutPledge]);
    }
    let mut rows = Vec::new();
    for (index, need) in facts.partnership.needs.iter().enumerate() {
        let due = need.by.as_deref().and_then(day);
        let mut row = NeedRow {
            need: need.id.clone(),
            what: need.what.clone(),
            amount: need.amount,
            unit: need.unit.clone(),
            by: due.map(written),
            pledged: None,
            delivered: None,
            met: None,
            met_on: None,
            days_late: None,
            status: "cannot_tell".to_owned(),
            reason: None,
        };
        if known {
            fill(facts, index, &mut row);
        } else {
            row.reason = facts.absent(RecordKind::Deliveries, "shares.needs");
        }
        let id = &need.id;
        let new = |told, severity| about(told, severity, "needs", index, id);
        match (row.status.as_str(), row.days_late) {
            ("overdue", Some(days)) => {
                let severity = if days > 30 { FindingSeverity::High } else { FindingSeverity::Medium };
                found.add(new(findings::need_not_met(id, days.unsigned_abs()), severity).measured(f64::from(days)));
            }
            ("met_late", Some(days)) => {
                found.add(
                    new(findings::need_met_late(id, days.unsigned_abs()), FindingSeverity::Low)
                        .measured(f64::from(days)),
                );
            }
            ("open", _) if row.pledged.unwrap_or_default() + row.delivered.unwrap_or_default() <= 0.0 => {
                found.add(new(findings::need_without_pledge(id), FindingSeverity::Medium));
            }
            _ => {}
        }
        rows.push(row);
    }
    rows
}

/// Writes into the row of a need what was pledged and what arrived.
fn fill(facts: &Facts<'_>, index: usize, row: &mut NeedRow) {
    let Some(need) = facts.partnership.needs.get(index) else { return };
    let mut other_units: Vec<&str> = Vec::new();
    let mut of_contributions = |pledged: bool| -> Vec<(Day, f64)> {
        let mut list = Vec::new();
        for given in facts.records.contributions.iter().filter(|given| given.need.as_deref() == Some(&need.id)) {
            let Some(day) = facts.past(Some(&given.date)) else { continue };
            if pledged != (given.status == Some(ContributionStatus::Pledged)) {
                continue;
            }
            match (&given.unit, &need.unit) {
                (Some(own), Some(unit)) if own != unit => other_units.push(own),
                _ => list.push((day, given.amount)),
            }
        }
        list
    };
    let pledged = of_contributions(true);
    let given = of_contributions(false);
    let deliveries = facts.records.deliveries.iter().filter(|delivery| delivery.need == need.id);
    let mut arrived: Vec<(Day, f64)> =
        deliveries.filter_map(|delivery| Some((facts.past(Some(&delivery.date))?, delivery.amount))).collect();
    // What arrived is written down as deliveries, or as contributions by those who do not keep deliveries; both would
    // count twice.
    if arrived.is_empty() {
        arrived = given;
    }
    if !other_units.is_empty() {
        other_units.extend(need.unit.as_deref());
        other_units.sort();
        other_units.dedup();
        row.reason = Some(Note::not_estimable(texts::units_differ(other_units), format!("shares.needs({})", need.id)));
        return;
    }
    arrived.sort_by_key(|delivery| delivery.0);
    // An empty sum of floats is -0.
    row.pledged = Some(0.0 + pledged.iter().map(|(_, amount)| amount).sum::<f64>());
    row.delivered = Some(0.0 + arrived.iter().map(|(_, amount)| amount).sum::<f64>());
    // A need without an amount is met by the first thing that arrives for it.
    let needed = need.amount.unwrap_or(f64::MIN_POSITIVE);
    let mut sum = 0.0;
    let met_on = arrived.iter().find(|(_, amount)| {
        sum += amount;
        // Thirds of an hour do not add up to a whole one.
        sum >= needed * (1.0 - SAME)
    });
    let met_on = if needed <= 0.0 { None } else { met_on.map(|(day, _)| *day) };
    row.met = need.amount.filter(|needed| *needed > 0.0).map(|needed| (sum / needed).min(1.0));
    row.met_on = met_on.map(written);
    let due = need.by.as_deref().and_then(day);
    row.days_late = due.and_then(|due| match met_on {
        Some(day) => Some(day - due),
        None => (facts.as_of > due && needed > 0.0).then(|| facts.as_of - due),
    });
    row.status = match (met_on, row.days_late) {
        (Some(_), Some(days)) if days > 0 => "met_late",
        (Some(_), _) => "met",
        _ if needed <= 0.0 => "met",
        (None, Some(_)) => "overdue",
        (None, None) => "open",
    }
    .to_owned();
}

/// What everyone gave, by number, and how often they were thanked.
fn recognition(facts: &Facts<'_>, found: &mut Collector) -> Vec<RecognitionRow> {
    let records = facts.records;
    let all = facts.partnership.stakeholders.len();
    let (mut gave, mut thanked) = (vec![0_u32; all], vec![0_u32; all]);
    let mut last: Vec<Option<Day>> = vec![None; all];
    let mut waits: Vec<Vec<f64>> = vec![Vec::new(); all];
    let mut dated = BTreeMap::new();
    for row in &records.contributions {
        let (Some(day), Some(place)) = (facts.past(Some(&row.date)), facts.stakeholder(&row.stakeholder)) else {
            continue;
        };
        if row.status == Some(ContributionStatus::Pledged) || row.amount <= 0.0 {
            continue;
        }
        if let Some(count) = gave.get_mut(place) {
            *count += 1;
        }
        if let Some(id) = row.id.as_deref() {
            dated.insert(id, (place, day));
        }
    }
    for row in &records.recognitions {
        let (Some(day), Some(place)) = (facts.past(Some(&row.date)), facts.stakeholder(&row.stakeholder)) else {
            continue;
        };
        if let (Some(count), Some(last)) = (thanked.get_mut(place), last.get_mut(place)) {
            *count += 1;
            *last = (*last).max(Some(day));
        }
        // The first thanks for a contribution count; later ones find it gone. None come before it.
        let Some(id) = row.contribution.as_deref() else { continue };
        if let Some((place, given)) = dated.get(id).copied()
            && day >= given
            && dated.remove(id).is_some()
            && let Some(waits) = waits.get_mut(place)
        {
            waits.push(f64::from(day - given));
        }
    }
    let judged = facts.has(RecordKind::Recognitions);
    if judged {
        found.judged(&[FindingCode::ContributionsNotRecognised]);
    }
    let (all_given, all_thanks): (u32, u32) = (gave.iter().sum(), thanked.iter().sum());
    let part = |own: u32, of: u32| (of > 0).then(|| f64::from(own) / f64::from(of));
    let mut rows = Vec::new();
    for (place, stakeholder) in facts.partnership.stakeholders.iter().enumerate() {
        let own = |list: &[u32]| at(list, place);
        let (contributions, recognitions) = (own(&gave), own(&thanked));
        if contributions + recognitions == 0 && !facts.is_member(place, facts.as_of) {
            continue;
        }
        if judged && contributions > 0 && recognitions == 0 {
            let told = findings::contributions_not_recognised(&stakeholder.id, contributions);
            let finding = about(told, FindingSeverity::Low, "stakeholders", place, &stakeholder.id);
            found.add(finding.measured(f64::from(contributions)));
        }
        let mut waits = waits.get(place).cloned().unwrap_or_default();
        rows.push(RecognitionRow {
            stakeholder: stakeholder.id.clone(),
            contributions,
            share_of_contributions: part(contributions, all_given),
            recognitions: judged.then_some(recognitions),
            share_of_recognitions: part(recognitions, all_thanks),
            recognised_contributions: u32::try_from(waits.len()).unwrap_or(u32::MAX),
            median_days_to_thanks: median(&mut waits),
            last_recognition: last.get(place).copied().flatten().map(written),
        });
    }
    rows
}

/// The middle of the values, or the mean of the two in the middle.
pub(super) fn median(values: &mut [f64]) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let upper = *values.get(values.len() / 2)?;
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    Some(0.5 * (values.get(values.len() / 2 - 1)? + upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-12, "{found} for {expected}");
    }

    /// Closed forms: all on one of n, all alike, and shares 1/2, 1/3, 1/6.
    #[test]
    fn measures_reach_their_ends_at_every_n() {
        for n in 2..12_u32 {
            let mut one = vec![0.0; n as usize];
            one[0] = 7.0;
            let found = concentration(&one).unwrap();
            near(found.gini, found.gini_most);
            near(found.gini_normalised, 1.0);
            near(found.herfindahl, 1.0);
            near(found.herfindahl_normalised, 1.0);
            let found = concentration(&vec![3.0; n as usize]).unwrap();
            near(found.gini, 0.0);
            near(found.herfindahl, found.herfindahl_least);
            near(found.herfindahl_normalised, 0.0);
        }
        let found = concentration(&[3.0, 2.0, 1.0]).unwrap();
        near(found.gini, 2.0 / 9.0);
        near(found.herfindahl, 14.0 / 36.0);
        assert_eq!(concentration(&[1.0]), None);
        assert_eq!(concentration(&[0.0, 0.0]), None);
    }

    proptest::proptest! {
        #[test]
        fn measures_do_not_depend_on_order_or_unit(mut amounts in proptest::collection::vec(0.0_f64..1e6, 2..20), by in 0.001_f64..1000.0) {
            let first = concentration(&amounts);
            amounts.reverse();
            for amount in &mut amounts {
                *amount *= by;
            }
            let second = concentration(&amounts);
            proptest::prop_assert_eq!(first.is_some(), second.is_some());
            if let (Some(a), Some(b)) = (first, second) {
                proptest::prop_assert!((a.gini - b.gini).abs() < 1e-9 && (a.herfindahl - b.herfindahl).abs() < 1e-9);
                proptest::prop_assert!(a.gini <= a.gini_most + 1e-9 && a.herfindahl >= a.herfindahl_least - 1e-9);
            }
        }
    }
}
