//! What the parts of a review look up: who is who, and what was dated up to the day of the review.

use crate::health::texts;
use std::collections::BTreeMap;

use time::Date;

use crate::codebook::check::element;
use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::Note;
use crate::message::parse_date;
use crate::partnership::{Cadence, CadenceUnit, Partnership, RecordKind, Records};
use crate::plan::Plan;

/// The longest that a list of ids in the evidence of a finding gets.
const MOST_NAMED: usize = 12;

/// Days as whole numbers.
pub(super) type Day = i32;

/// The time in which a stakeholder was part of the partnership, both days included.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stay {
    pub(super) joined: Day,
    pub(super) left: Option<Day>,
}

/// A plan and its records, ready to be looked up.
pub(super) struct Facts<'p> {
    pub(super) plan: &'p Plan,
    pub(super) partnership: &'p Partnership,
    pub(super) records: &'p Records,
    kinds: &'p [RecordKind],
    pub(super) as_of: Day,
    stakeholders: BTreeMap<&'p str, usize>,
    activities: BTreeMap<&'p str, usize>,
    /// The stays of every stakeholder, from the first; empty where nothing is known.
    pub(super) stays: Vec<Vec<Stay>>,
    /// Whether a stakeholder without a stay is to join after the day of the review.
    joins_later: Vec<bool>,
    /// The place of every event.
    pub(super) events: BTreeMap<&'p str, usize>,
    pub(super) level: f64,
    pub(super) seed: u64,
}

impl<'p> Facts<'p> {
    /// The facts of a plan with a partnership in which somebody takes part.
    pub(super) fn new(
        plan: &'p Plan,
        records: &'p Records,
        kinds: &'p [RecordKind],
        as_of: Date,
        seed: u64,
    ) -> Result<Self> {
        let missing = |path: &str, message: &str| Error::from(Fault::new(FaultKind::MissingField, path, message));
        let Some(partnership) = &plan.partnership else {
            return Err(missing("partnership", "the plan has no partnership to review"));
        };
        if partnership.stakeholders.is_empty() {
            return Err(missing(
                "partnership.stakeholders",
                "the partnership has no stakeholder: nothing can be judged",
            ));
        }
        let stakeholders =
            BTreeMap::from_iter(partnership.stakeholders.iter().enumerate().map(|(i, x)| (x.id.as_str(), i)));
        let mut this = Self {
            plan,
            partnership,
            records,
            kinds,
            as_of: as_of.to_julian_day(),
            activities: BTreeMap::from_iter(partnership.activities.iter().enumerate().map(|(i, x)| (x.id.as_str(), i))),
            stays: vec![Vec::new(); partnership.stakeholders.len()],
            joins_later: vec![false; partnership.stakeholders.len()],
            events: BTreeMap::from_iter(records.events.iter().enumerate().map(|(i, x)| (x.id.as_str(), i))),
            stakeholders,
            level: plan.survey.as_ref().map_or(0.95, |survey| survey.level),
            seed,
        };
        this.fill_stays();
        Ok(this)
    }

    fn fill_stays(&mut self) {
        for membership in self.records.memberships.iter().filter(|membership| membership.person.is_none()) {
            let (Some(joined), Some(place)) = (day(&membership.joined), self.stakeholder(&membership.stakeholder))
            else {
                continue;
            };
            let left = self.past(membership.left.as_deref());
            let begun = joined <= self.as_of;
            if let (false, Some(later)) = (begun, self.joins_later.get_mut(place)) {
                *later = true;
            }
            if let Some(stays) = self.stays.get_mut(place).filter(|_| begun) {
                stays.push(Stay { joined, left });
            }
        }
        let as_of = self.as_of;
        let stakeholders = self.stays.iter_mut().zip(&mut self.joins_later).zip(&self.partnership.stakeholders);
        for ((stays, later), stakeholder) in stakeholders {
            let joined = stakeholder.joined.as_deref().and_then(day);
            if stays.is_empty()
                && let Some(joined) = joined.filter(|joined| *joined <= as_of)
            {
                let left = stakeholder.left.as_deref().and_then(day).filter(|left| *left <= as_of);
                stays.push(Stay { joined, left });
            }
            *later = stays.is_empty() && (*later || joined.is_some());
            stays.sort_by_key(|stay| stay.joined);
        }
    }

    /// Stakeholders of whom nobody wrote down when they joined; those who join later are none of them.
    pub(super) fn joining_unknown(&self) -> usize {
        self.stays.iter().zip(&self.joins_later).filter(|(stays, later)| stays.is_empty() && !**later).count()
    }

    /// How many of these stakeholders take part on the day of the review.
    pub(super) fn sharing(&self, ids: &[String]) -> usize {
        let members = self.members();
        ids.iter().filter_map(|id| self.stakeholder(id)).filter(|place| members.contains(place)).count()
    }

    /// Whether an activity ended before the day of the review.
    pub(super) fn has_ended(&self, activity: usize) -> bool {
        let end = self.partnership.activities.get(activity).and_then(|activity| activity.end.as_deref());
        end.and_then(day).is_some_and(|end| end < self.as_of)
    }

    /// A day up to that of the review; later ones have not happened yet.
    pub(super) fn past(&self, text: Option<&str>) -> Option<Day> {
        text.and_then(day).filter(|day| *day <= self.as_of)
    }

    pub(super) fn stakeholder(&self, id: &str) -> Option<usize> {
        self.stakeholders.get(id).copied()
    }

    pub(super) fn activity(&self, id: &str) -> Option<usize> {
        self.activities.get(id).copied()
    }

    /// The id of a stakeholder.
    pub(super) fn id(&self, place: usize) -> &'p str {
        self.partnership.stakeholders.get(place).map_or("", |stakeholder| stakeholder.id.as_str())
    }

    /// Whether a stakeholder takes part on a day; one whose days nobody wrote down does.
    pub(super) fn is_member(&self, place: usize, day: Day) -> bool {
        let stakeholder = self.partnership.stakeholders.get(place);
        match self.stays.get(place) {
            Some(stays) if !stays.is_empty() => {
                stays.iter().any(|stay| stay.joined <= day && stay.left.is_none_or(|left| left >= day))
            }
            // To join later, or nothing is known.
            _ => stakeholder.is_some_and(|x| {
                self.joins_later.get(place) == Some(&false)
                    && x.left.as_deref().and_then(self::day).is_none_or(|left| left >= day)
            }),
        }
    }

    /// Those who take part on the day of the review.
    pub(super) fn members(&self) -> Vec<usize> {
        (0..self.partnership.stakeholders.len()).filter(|place| self.is_member(*place, self.as_of)).collect()
    }

    /// The day on which a stakeholder that takes part no more left.
    pub(super) fn left(&self, place: usize) -> Option<Day> {
        if self.is_member(place, self.as_of) {
            return None;
        }
        let stays = self.stays.get(place)?;
        if stays.is_empty() {
            return self.past(self.partnership.stakeholders.get(place)?.left.as_deref());
        }
        stays.iter().filter_map(|stay| stay.left).max()
    }

    /// Whether records of a kind were given at all.
    pub(super) fn has(&self, kind: RecordKind) -> bool {
        self.kinds.contains(&kind)
    }

    /// The note that records of a kind were not given.
    pub(super) fn absent(&self, kind: RecordKind, path: &str) -> Option<Note> {
        let note = || Note::warning(texts::no_records(kind.as_str()), path);
        (!self.has(kind)).then(note)
    }
}

/// The day of `YYYY-MM-DD`.
pub(super) fn day(text: &str) -> Option<Day> {
    parse_date(text).map(Date::to_julian_day)
}

/// The day as `YYYY-MM-DD`.
pub(super) fn written(day: Day) -> String {
    let Ok(date) = Date::from_julian_day(day) else { return String::new() };
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}

/// The day `steps` times the cadence after `start`. Months keep the day of the month, or its last day.
pub(super) fn later(start: Day, cadence: Cadence, steps: u32) -> Day {
    let by = i64::from(cadence.every) * i64::from(steps);
    let months = match cadence.unit {
        CadenceUnit::Day => return moved(start, by),
        CadenceUnit::Week => return moved(start, by * 7),
        CadenceUnit::Month => by,
        CadenceUnit::Quarter => by * 3,
        CadenceUnit::Year => by * 12,
    };
    let Ok(date) = Date::from_julian_day(start) else { return start };
    let month = i64::from(date.year()) * 12 + i64::from(u8::from(date.month())) - 1 + months;
    let (Ok(year), Ok(number)) = (i32::try_from(month.div_euclid(12)), u8::try_from(month.rem_euclid(12) + 1)) else {
        return Day::MAX;
    };
    let Ok(month) = time::Month::try_from(number) else { return Day::MAX };
    let day = date.day().min(month.length(year));
    Date::from_calendar_date(year, month, day).map_or(Day::MAX, Date::to_julian_day)
}

fn moved(start: Day, by: i64) -> Day {
    Day::try_from(i64::from(start) + by).unwrap_or(Day::MAX)
}

/// Ids for a text; long lists are cut, and say so.
pub(super) fn named<'a>(ids: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut named: Vec<String> = ids.into_iter().take(MOST_NAMED + 1).map(str::to_owned).collect();
    if let Some(last) = named.get_mut(MOST_NAMED) {
        "…".clone_into(last);
    }
    named
}

/// The place of a row of records.
pub(super) fn record(kind: RecordKind, index: usize, id: Option<&str>) -> String {
    element(&format!("records.{}", kind.as_str()), index, id)
}

/// The place of an element of the partnership.
pub(super) fn part(list: &str, index: usize, id: &str) -> String {
    element(&format!("partnership.{list}"), index, Some(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_keep_their_day_or_take_the_last() {
        let cadence = |every, unit| Cadence { every, unit };
        let from = |text, cadence, steps| written(later(day(text).unwrap(), cadence, steps));
        assert_eq!(from("2024-01-31", cadence(1, CadenceUnit::Month), 1), "2024-02-29");
        assert_eq!(from("2024-01-31", cadence(1, CadenceUnit::Month), 2), "2024-03-31");
        assert_eq!(from("2024-02-29", cadence(1, CadenceUnit::Year), 1), "2025-02-28");
        assert_eq!(from("2025-11-15", cadence(1, CadenceUnit::Quarter), 1), "2026-02-15");
        assert_eq!(from("2026-02-20", cadence(2, CadenceUnit::Week), 3), "2026-04-03");
        assert_eq!(named(["a", "b"]), ["a", "b"]);
        assert!(named((0..40).map(|_| "x")).last().is_some_and(|last| last == "…"));
    }
}
