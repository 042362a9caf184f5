//! Faults of meaning in a partnership.

use crate::stat::at;
use std::collections::{BTreeMap, BTreeSet};

use super::{Activity, Objective, Partnership, Responsibility, Stakeholder};
use crate::codebook::check::{self, IdKind, Ids, element, field};
use crate::error::{Fault, FaultKind};

/// How far shares may sum from 1.
const SHARE_TOLERANCE: f64 = 1e-9;

/// What a partnership may refer to outside itself. A part that the plan does not hold is `None` and not checked.
pub(crate) struct PartnershipContext<'a> {
    pub(crate) indicators: Option<&'a Ids>,
    pub(crate) scales: &'a Ids,
    pub(crate) variables: Option<&'a Ids>,
}

/// The ids within a partnership.
pub(crate) struct PartnershipIds {
    pub(crate) stakeholders: Ids,
    pub(crate) roles: Ids,
    pub(crate) objectives: Ids,
    pub(crate) activities: Ids,
    pub(crate) channels: Ids,
    pub(crate) needs: Ids,
    pub(crate) results: Ids,
}

impl Partnership {
    /// The ids of every kind of element.
    pub(crate) fn ids(&self) -> PartnershipIds {
        PartnershipIds {
            stakeholders: BTreeSet::from_iter(self.stakeholders.iter().map(|x| x.id.clone())),
            roles: BTreeSet::from_iter(self.roles.iter().map(|x| x.id.clone())),
            objectives: BTreeSet::from_iter(self.objectives.iter().map(|x| x.id.clone())),
            activities: BTreeSet::from_iter(self.activities.iter().map(|x| x.id.clone())),
            channels: BTreeSet::from_iter(self.channels.iter().map(|x| x.id.clone())),
            needs: BTreeSet::from_iter(self.needs.iter().map(|x| x.id.clone())),
            results: BTreeSet::from_iter(self.results.iter().map(|x| x.id.clone())),
        }
    }

    /// Adds the faults of meaning of the partnership to `faults`; `path` is its place in the document.
    pub(crate) fn check(&self, path: &str, context: &PartnershipContext<'_>, faults: &mut Vec<Fault>) {
        let ids = self.ids();
        check::date_order(path, ("start", self.start.as_deref()), ("end", self.end.as_deref()), faults);
        self.check_ids(path, faults);
        self.check_stakeholders(path, &ids, faults);
        self.check_objectives(path, &ids, context, faults);
        self.check_activities(path, &ids, faults);
        self.check_responsibilities(path, &ids, faults);
        self.check_channels(path, &ids, faults);
        self.check_needs(path, &ids, faults);
        self.check_agreed_shares(path, &ids, faults);
        self.check_rates(path, faults);
        self.check_results(path, &ids, context, faults);
        if let Some(assessment) = &self.assessment {
            assessment.check(&field(path, "assessment"), context, faults);
        }
    }

    fn check_ids(&self, path: &str, faults: &mut Vec<Fault>) {
        let mut list = |key: &str, ids: Vec<&str>| {
            let at = field(path, key);
            check::unique(&at, ids.iter().copied(), faults);
            for (index, id) in ids.iter().enumerate() {
                check::id(id, &element(&at, index, Some(id)), IdKind::Word, faults);
            }
        };
        list("stakeholders", self.stakeholders.iter().map(|x| x.id.as_str()).collect());
        list("roles", self.roles.iter().map(|x| x.id.as_str()).collect());
        list("objectives", self.objectives.iter().map(|x| x.id.as_str()).collect());
        list("activities", self.activities.iter().map(|x| x.id.as_str()).collect());
        list("channels", self.channels.iter().map(|x| x.id.as_str()).collect());
        list("needs", self.needs.iter().map(|x| x.id.as_str()).collect());
        list("results", self.results.iter().map(|x| x.id.as_str()).collect());
    }

    fn check_stakeholders(&self, path: &str, ids: &PartnershipIds, faults: &mut Vec<Fault>) {
        let list = field(path, "stakeholders");
        for (index, stakeholder) in self.stakeholders.iter().enumerate() {
            stakeholder.check(&element(&list, index, Some(&stakeholder.id)), &ids.roles, faults);
        }
        let shares: Vec<f64> = self.stakeholders.iter().filter_map(|x| x.agreed_share).collect();
        shares_sum_to_one(&shares, &list, "agreed shares of the stakeholders", faults);
    }

    fn check_objectives(
        &self,
        path: &str,
        ids: &PartnershipIds,
        context: &PartnershipContext<'_>,
        faults: &mut Vec<Fault>,
    ) {
        let list = field(path, "objectives");
        for (index, objective) in self.objectives.iter().enumerate() {
            objective.check(&element(&list, index, Some(&objective.id)), ids, context, faults);
        }
        let edges: Vec<_> = self
            .objectives
            .iter()
            .enumerate()
            .map(|(index, x)| {
                (x.id.as_str(), x.parent.as_deref(), field(&element(&list, index, Some(&x.id)), "parent"))
            })
            .collect();
        check::cycles(&edges, "wider objectives of", faults);
    }

    fn check_activities(&self, path: &str, ids: &PartnershipIds, faults: &mut Vec<Fault>) {
        let list = field(path, "activities");
        for (index, activity) in self.activities.iter().enumerate() {
            activity.check(&element(&list, index, Some(&activity.id)), ids, faults);
        }
        for index in activities_on_a_cycle(&self.activities) {
            let Some(activity) = self.activities.get(index) else { continue };
            let at = field(&element(&list, index, Some(&activity.id)), "after");
            let message = format!("the chain of `after` through `{}` never ends", check::shown(&activity.id));
            faults.push(Fault::new(FaultKind::Cycle, at, message).value(&activity.id));
        }
    }

    fn check_responsibilities(&self, path: &str, ids: &PartnershipIds, faults: &mut Vec<Fault>) {
        let list = field(path, "responsibilities");
        let mut seen = BTreeSet::new();
        for (index, responsibility) in self.responsibilities.iter().enumerate() {
            let at = element(&list, index, None);
            if !seen.insert(responsibility.activity.as_str()) {
                let message =
                    format!("the responsibilities for `{}` stand here twice", check::shown(&responsibility.activity));
                faults.push(
                    Fault::new(FaultKind::DuplicateId, field(&at, "activity"), message).value(&responsibility.activity),
                );
            }
            responsibility.check(&at, ids, faults);
        }
    }

    fn check_channels(&self, path: &str, ids: &PartnershipIds, faults: &mut Vec<Fault>) {
        let list = field(path, "channels");
        for (index, channel) in self.channels.iter().enumerate() {
            let at = element(&list, index, Some(&channel.id));
            check::date_order(&at, ("start", channel.start.as_deref()), ("end", channel.end.as_deref()), faults);
            if let Some(owner) = &channel.owner {
                check::refers(owner, &ids.stakeholders, "stakeholder", &field(&at, "owner"), faults);
            }
            word(&channel.medium, &field(&at, "medium"), faults);
        }
    }

    fn check_needs(&self, path: &str, ids: &PartnershipIds, faults: &mut Vec<Fault>) {
        let list = field(path, "needs");
        for (index, need) in self.needs.iter().enumerate() {
            let at = element(&list, index, Some(&need.id));
            if let Some(by) = &need.by {
                check::date(by, &field(&at, "by"), faults);
            }
            if let Some(activity) = &need.activity {
                check::refers(activity, &ids.activities, "activity", &field(&at, "activity"), faults);
            }
            word(&need.kind, &field(&at, "kind"), faults);
        }
    }

    fn check_agreed_shares(&self, path: &str, ids: &PartnershipIds, faults: &mut Vec<Fault>) {
        let list = field(path, "agreed_shares");
        let mut kinds = BTreeSet::new();
        for (index, agreed) in self.agreed_shares.iter().enumerate() {
            let at = element(&list, index, None);
            word(&agreed.kind, &field(&at, "kind"), faults);
            if !kinds.insert(agreed.kind.as_str()) {
                let message = format!("the shares of `{}` stand here twice", check::shown(&agreed.kind));
                faults.push(Fault::new(FaultKind::DuplicateId, field(&at, "kind"), message).value(&agreed.kind));
            }
            let rows = field(&at, "shares");
            let mut seen = BTreeSet::new();
            for (row, share) in agreed.shares.iter().enumerate() {
                let at = field(&element(&rows, row, None), "stakeholder");
                check::refers(&share.stakeholder, &ids.stakeholders, "stakeholder", &at, faults);
                if !seen.insert(share.stakeholder.as_str()) {
                    let message = format!("`{}` has a share twice", check::shown(&share.stakeholder));
                    faults.push(Fault::new(FaultKind::DuplicateId, at, message).value(&share.stakeholder));
                }
            }
            let shares: Vec<f64> = agreed.shares.iter().map(|share| share.share).collect();
            shares_sum_to_one(&shares, &rows, "agreed shares", faults);
        }
    }
}

impl Partnership {
    /// Every rate leads into the same unit, and none from it.
    fn check_rates(&self, path: &str, faults: &mut Vec<Fault>) {
        let list = field(path, "rates");
        let mut units = BTreeSet::new();
        for (index, rate) in self.rates.iter().enumerate() {
            let at = element(&list, index, None);
            word(&rate.unit, &field(&at, "unit"), faults);
            word(&rate.to, &field(&at, "to"), faults);
            if !units.insert(rate.unit.as_str()) {
                let message = format!("the rate of `{}` stands here twice", check::shown(&rate.unit));
                faults.push(Fault::new(FaultKind::DuplicateId, field(&at, "unit"), message).value(&rate.unit));
            }
            let first = self.rates.first().map_or(rate.to.as_str(), |first| first.to.as_str());
            if rate.to != first || rate.to == rate.unit {
                let message =
                    format!("every rate leads into one other unit, the first one into `{}`", check::shown(first));
                faults.push(Fault::new(FaultKind::Inconsistent, field(&at, "to"), message).value(&rate.to));
            }
            if rate.rate <= 0.0 {
                let at = field(&at, "rate");
                faults.push(Fault::new(FaultKind::OutOfRange, at, "a rate is above 0").value(rate.rate));
            }
        }
    }

    /// Results that return to themselves are a finding of the review, not a fault: a theory may have a loop.
    fn check_results(
        &self,
        path: &str,
        ids: &PartnershipIds,
        context: &PartnershipContext<'_>,
        faults: &mut Vec<Fault>,
    ) {
        let list = field(path, "results");
        for (index, result) in self.results.iter().enumerate() {
            let at = element(&list, index, Some(&result.id));
            check::refer_all(&result.activities, &ids.activities, "activity", &field(&at, "activities"), faults);
            check::refer_all(&result.follows, &ids.results, "result", &field(&at, "follows"), faults);
            check::refer_all(&result.objectives, &ids.objectives, "objective", &field(&at, "objectives"), faults);
            if let Some(known) = context.indicators {
                check::refer_all(&result.indicators, known, "indicator", &field(&at, "indicators"), faults);
            }
        }
    }
}

impl Stakeholder {
    fn check(&self, path: &str, roles: &Ids, faults: &mut Vec<Fault>) {
        word(&self.sector, &field(path, "sector"), faults);
        check::refer_all(&self.roles, roles, "role", &field(path, "roles"), faults);
        check::date_order(path, ("joined", self.joined.as_deref()), ("left", self.left.as_deref()), faults);
        let list = field(path, "representatives");
        let mut seen = BTreeSet::new();
        for (index, representative) in self.representatives.iter().enumerate() {
            let at = element(&list, index, None);
            person(representative, &at, faults);
            if !seen.insert(representative.as_str()) {
                let message = format!("the representative `{}` is listed twice", check::shown(representative));
                faults.push(Fault::new(FaultKind::DuplicateId, at, message).value(representative));
            }
        }
    }
}

impl Objective {
    fn check(&self, path: &str, ids: &PartnershipIds, context: &PartnershipContext<'_>, faults: &mut Vec<Fault>) {
        check::refer_all(&self.shared_by, &ids.stakeholders, "stakeholder", &field(path, "shared_by"), faults);
        if let Some(known) = context.indicators {
            check::refer_all(&self.indicators, known, "indicator", &field(path, "indicators"), faults);
        }
        if let Some(owner) = &self.owner {
            check::refers(owner, &ids.stakeholders, "stakeholder", &field(path, "owner"), faults);
        }
        if let Some(parent) = &self.parent {
            check::refers(parent, &ids.objectives, "objective", &field(path, "parent"), faults);
        }
    }
}

impl Activity {
    fn check(&self, path: &str, ids: &PartnershipIds, faults: &mut Vec<Fault>) {
        check::refer_all(&self.objectives, &ids.objectives, "objective", &field(path, "objectives"), faults);
        check::refer_all(&self.after, &ids.activities, "activity", &field(path, "after"), faults);
        check::date_order(path, ("start", self.start.as_deref()), ("end", self.end.as_deref()), faults);
    }
}

impl Responsibility {
    fn check(&self, path: &str, ids: &PartnershipIds, faults: &mut Vec<Fault>) {
        check::refers(&self.activity, &ids.activities, "activity", &field(path, "activity"), faults);
        let lists = [
            ("responsible", &self.responsible),
            ("accountable", &self.accountable),
            ("consulted", &self.consulted),
            ("informed", &self.informed),
        ];
        for (key, list) in lists {
            check::refer_all(list, &ids.stakeholders, "stakeholder", &field(path, key), faults);
        }
    }
}

/// A fault where `text` cannot be the id of a person: it has blanks like a name or `@` like an address.
pub(super) fn person(text: &str, path: &str, faults: &mut Vec<Fault>) {
    let what = if text.contains('@') {
        "an address"
    } else if text.trim().is_empty() {
        "nothing"
    } else if text.chars().any(char::is_whitespace) {
        "a name"
    } else {
        return;
    };
    let message = format!("this looks like {what}; a person stands here as an id only, such as `p01`");
    // The value is left out on purpose: a fault is logged and passed on, and this may be a name.
    faults.push(Fault::new(FaultKind::PersonalData, path, message).allowed(["an id without blanks and without @"]));
}

/// A fault where an open list got an empty word.
pub(super) fn word(text: &str, path: &str, faults: &mut Vec<Fault>) {
    if text.trim().is_empty() {
        faults.push(Fault::new(FaultKind::UnknownValue, path, "this word is empty").value(text));
    }
}

fn shares_sum_to_one(shares: &[f64], path: &str, what: &str, faults: &mut Vec<Fault>) {
    let sum: f64 = shares.iter().sum();
    if !shares.is_empty() && (sum - 1.0).abs() > SHARE_TOLERANCE {
        let message = format!("the {what} sum to {}, not to 1", (sum * 1e9).round() / 1e9);
        faults.push(Fault::new(FaultKind::Inconsistent, path, message).value(sum).allowed(["1"]));
    }
}

/// The indices of activities whose chain of `after` never ends.
///
/// Activities that come after nothing left are taken away until none can be; then, from the other end, those that
/// nothing left comes after. What stays lies on a cycle, or on the way from one cycle to another.
fn activities_on_a_cycle(activities: &[Activity]) -> Vec<usize> {
    let index = BTreeMap::from_iter(activities.iter().enumerate().map(|(i, x)| (x.id.as_str(), i)));
    let before: Vec<Vec<usize>> =
        activities.iter().map(|x| x.after.iter().filter_map(|id| index.get(id.as_str()).copied()).collect()).collect();
    let mut behind: Vec<Vec<usize>> = vec![Vec::new(); activities.len()];
    for (i, list) in before.iter().enumerate() {
        for j in list {
            if let Some(list) = behind.get_mut(*j) {
                list.push(i);
            }
        }
    }
    let mut left = vec![true; activities.len()];
    strip(&mut left, &before, &behind);
    strip(&mut left, &behind, &before);
    left.iter().enumerate().filter(|(_, left)| **left).map(|(i, _)| i).collect()
}

/// Takes away from `left` whatever waits for nothing that is left; `held_by` is `waits_for` turned round.
fn strip(left: &mut [bool], waits_for: &[Vec<usize>], held_by: &[Vec<usize>]) {
    let is_left = |left: &[bool], i: usize| at(left, i);
    let mut waiting: Vec<usize> =
        waits_for.iter().map(|list| list.iter().filter(|i| is_left(left, **i)).count()).collect();
    let mut queue: Vec<usize> = (0..left.len()).filter(|i| is_left(left, *i) && waiting.get(*i) == Some(&0)).collect();
    while let Some(i) = queue.pop() {
        if let Some(left) = left.get_mut(i) {
            *left = false;
        }
        for j in held_by.get(i).into_iter().flatten() {
            if let Some(count) = waiting.get_mut(*j) {
                *count = count.saturating_sub(1);
                if *count == 0 && is_left(left, *j) {
                    queue.push(*j);
                }
            }
        }
    }
}
