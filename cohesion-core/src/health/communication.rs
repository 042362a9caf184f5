//! Planned cadence against what took place; who was reached; what residents were told, and how late.

use std::collections::{BTreeMap, BTreeSet};

use crate::health::findings;
use crate::health::texts;
use crate::health::{FindingCode, FindingSeverity};
use serde::{Deserialize, Serialize};

use super::facts::{Day, Facts, day, later, written};
use super::finding::{Collector, Finding, about};
use crate::estimate::Note;
use crate::message::Text;
use crate::partnership::{Audience, Channel, RecordKind};

/// More planned slots than this are not counted one by one: no cadence of a partnership has so many.
const MOST_SLOTS: u32 = 100_000;

/// Who was told what, and when.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Communication {
    /// One row per channel.
    pub channels: Vec<ChannelRow>,
    /// One row per stakeholder that takes part: at how many of the partners' meetings it was.
    pub reached: Vec<ReachedRow>,
    /// One row per audience.
    pub audiences: Vec<AudienceRow>,
    /// What could not be judged.
    pub notes: Vec<Note>,
}

/// A channel: what was planned, what took place.
///
/// A slot runs from one planned day up to the day before the next; it is kept where an event of the channel lies in it.
/// Only slots that ended by the day of the review count.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChannelRow {
    /// Id of the channel.
    pub channel: String,
    /// What readers call it.
    pub title: Option<Text>,
    /// Whom it reaches.
    pub audience: Vec<Audience>,
    /// Events up to the day of the review.
    pub events: u32,
    /// The first event.
    pub first: Option<String>,
    /// The last event.
    pub last: Option<String>,
    /// Slots that ended; none without a cadence or a first day.
    pub planned: Option<u32>,
    /// Slots with an event.
    pub kept: Option<u32>,
    /// Kept over planned, between 0 and 1; none where no slot has ended.
    pub kept_share: Option<f64>,
    /// The longest time without an event in days, up to the day of the review or the last day of the channel.
    pub longest_silence_days: Option<u32>,
    /// The day on which it began.
    pub longest_silence_from: Option<String>,
    /// Days since the last event, or since the first day of the channel; none where the channel has ended.
    pub silent_for_days: Option<u32>,
    /// The most days from the end of a slot without an event to the next event, or to the day of the review.
    pub longest_delay_days: Option<u32>,
    /// Whether a slot that has ended still waits for an event.
    pub owing: bool,
}

/// At how many of the partners' meetings a stakeholder was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReachedRow {
    /// Id of the stakeholder.
    pub stakeholder: String,
    /// Meetings with a list of who was there, while it took part.
    pub meetings: u32,
    /// Those at which it was.
    pub present: u32,
    /// Present over meetings; none of none.
    pub share: Option<f64>,
}

/// What an audience was told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AudienceRow {
    /// The audience.
    pub audience: Audience,
    /// Channels meant for it.
    pub channels: u32,
    /// Events of these channels.
    pub events: u32,
    /// The last of them.
    pub last: Option<String>,
    /// Slots that ended.
    pub planned: u32,
    /// Slots with an event.
    pub kept: u32,
    /// The most days that one was late.
    pub longest_delay_days: Option<u32>,
}

/// The part of a review about communication.
pub(super) fn review(facts: &Facts<'_>, found: &mut Collector) -> Communication {
    let mut part = Communication::default();
    found.judged(&[FindingCode::ResidentsWithoutChannel]);
    let for_residents = |channel: &Channel| {
        channel.audience.iter().any(|audience| matches!(audience, Audience::Residents | Audience::Public))
    };
    if !facts.partnership.channels.iter().any(for_residents) {
        let finding = Finding::new(findings::residents_without_channel(), FindingSeverity::High, None);
        found.add(finding.from("partnership.channels".to_owned()));
    }
    part.notes.extend(facts.absent(RecordKind::Events, "communication.channels"));
    part.notes.extend(facts.absent(RecordKind::Attendance, "communication.reached"));
    if facts.has(RecordKind::Events) {
        use FindingCode::{ChannelBehindPlan, ChannelSilent, ResidentsInformedLate};
        found.judged(&[ChannelBehindPlan, ChannelSilent, ResidentsInformedLate]);
        let days = event_days(facts);
        for (index, (channel, days)) in facts.partnership.channels.iter().zip(&days).enumerate() {
            let row = row(facts, channel, days);
            judge(facts, index, channel, &row, for_residents(channel), found);
            part.channels.push(row);
        }
        part.audiences = audiences(facts, &part.channels);
    }
    part.notes.extend(without_channel(facts));
    if facts.has(RecordKind::Attendance) {
        part.reached = reached(facts, found);
    }
    part
}

/// How many rows of attendance are left out, as their event belongs to no channel and nobody can tell whom it was for.
fn without_channel(facts: &Facts<'_>) -> Option<Note> {
    let rows = facts.records.attendance.iter().filter(|row| {
        let event = facts.events.get(row.event.as_str()).and_then(|place| facts.records.events.get(*place));
        event.is_some_and(|event| event.channel.is_none() && facts.past(Some(&event.date)).is_some())
    });
    let n = rows.count();
    let note = || Note::information(texts::attendance_without_channel(n), "records.attendance");
    (n > 0).then(note)
}

/// The days of the events of every channel, from the first.
fn event_days(facts: &Facts<'_>) -> Vec<Vec<Day>> {
    let channels = &facts.partnership.channels;
    let place = BTreeMap::from_iter(channels.iter().enumerate().map(|(index, x)| (x.id.as_str(), index)));
    let mut days: Vec<Vec<Day>> = vec![Vec::new(); channels.len()];
    for event in &facts.records.events {
        let list = event.channel.as_deref().and_then(|id| place.get(id)).and_then(|index| days.get_mut(*index));
        if let (Some(list), Some(day)) = (list, facts.past(Some(&event.date))) {
            list.push(day);
        }
    }
    days.iter_mut().for_each(|days| days.sort());
    days
}

/// The first day of a channel; that of the partnership where it has none.
fn start(facts: &Facts<'_>, channel: &Channel) -> Option<Day> {
    channel.start.as_deref().or(facts.partnership.start.as_deref()).and_then(day)
}

fn row(facts: &Facts<'_>, channel: &Channel, days: &[Day]) -> ChannelRow {
    let start = start(facts, channel);
    let ended = channel.end.as_deref().and_then(day).filter(|end| *end < facts.as_of);
    let until = ended.unwrap_or(facts.as_of);
    let mut row = ChannelRow {
        channel: channel.id.clone(),
        title: channel.title.clone(),
        audience: channel.audience.clone(),
        events: u32::try_from(days.len()).unwrap_or(u32::MAX),
        first: days.first().copied().map(written),
        last: days.last().copied().map(written),
        planned: None,
        kept: None,
        kept_share: None,
        longest_silence_days: None,
        longest_silence_from: None,
        silent_for_days: None,
        longest_delay_days: None,
        owing: false,
    };
    // A channel that has not begun owes nothing.
    if start.is_some_and(|start| start > facts.as_of) {
        return row;
    }
    // Silence before the first meeting and since the last one is silence too.
    let marks: Vec<Day> = start.into_iter().chain(days.iter().copied()).chain([until]).collect();
    let gaps = marks.iter().zip(marks.iter().skip(1)).map(|(from, to)| (to - from, *from));
    if let Some((gap, from)) = gaps.filter(|_| marks.len() > 1).reduce(|a, b| if b.0 > a.0 { b } else { a }) {
        row.longest_silence_days = Some(gap.max(0).unsigned_abs());
        row.longest_silence_from = Some(written(from));
    }
    let last = days.last().copied().or(start).filter(|_| ended.is_none());
    row.silent_for_days = last.map(|last| (facts.as_of - last).max(0).unsigned_abs());
    slots(channel, start, until, days, &mut row);
    row
}

/// Counts the slots up to `until`.
fn slots(channel: &Channel, start: Option<Day>, until: Day, days: &[Day], row: &mut ChannelRow) {
    let (Some(cadence), Some(start)) = (channel.cadence, start) else { return };
    let (mut planned, mut kept) = (0_u32, 0_u32);
    let mut delay: Option<Day> = None;
    let mut events = days.iter().copied().peekable();
    let mut from = start;
    while planned < MOST_SLOTS {
        let to = later(start, cadence, planned + 1);
        // The slot that is still running is not owed yet.
        if to > until.saturating_add(1) || to <= from {
            break;
        }
        // Two meetings in one slot keep one slot.
        while events.next_if(|day| *day < from).is_some() {}
        planned += 1;
        if events.peek().is_some_and(|day| *day < to) {
            kept += 1;
        } else {
            let next = events.peek().copied();
            row.owing |= next.is_none();
            delay = delay.max(Some(next.unwrap_or(until) - (to - 1)));
        }
        from = to;
    }
    row.planned = Some(planned);
    row.kept = Some(kept);
    row.kept_share = (planned > 0).then(|| f64::from(kept) / f64::from(planned));
    row.longest_delay_days = delay.map(|days| days.max(0).unsigned_abs());
}

fn judge(
    facts: &Facts<'_>,
    index: usize,
    channel: &Channel,
    row: &ChannelRow,
    for_residents: bool,
    found: &mut Collector,
) {
    use FindingSeverity::{High, Low, Medium};
    let id = &channel.id;
    let new = |told, severity| about(told, severity, "channels", index, id);
    if let (Some(planned), Some(kept), Some(share)) = (row.planned, row.kept, row.kept_share)
        && kept < planned
    {
        let severity = match share {
            share if share < 0.5 => High,
            share if share < 0.8 => Medium,
            _ => Low,
        };
        let told = findings::channel_behind_plan(id, kept, planned, share);
        found.add(new(told, severity).measured(1.0 - share));
    }
    let last = row.last.as_deref().and_then(day).or_else(|| start(facts, channel));
    if let (Some(cadence), Some(last), Some(days)) = (channel.cadence, last, row.silent_for_days)
        // Twice the time between two meetings: once may be a holiday.
        && facts.as_of > later(last, cadence, 2)
    {
        found.add(new(findings::channel_silent(id, days, written(last)), Medium).measured(f64::from(days)));
    }
    if let Some(days) = row.longest_delay_days.filter(|days| for_residents && *days > 0) {
        let severity = if days > 90 { High } else { Medium };
        found.add(new(findings::residents_informed_late(id, days), severity).measured(f64::from(days)));
    }
}

fn audiences(facts: &Facts<'_>, channels: &[ChannelRow]) -> Vec<AudienceRow> {
    let all = [Audience::Partners, Audience::Participants, Audience::Residents, Audience::Public];
    let row = |audience| {
        let own: Vec<&ChannelRow> = channels.iter().filter(|row| row.audience.contains(&audience)).collect();
        AudienceRow {
            audience,
            channels: u32::try_from(own.len()).unwrap_or(u32::MAX),
            events: own.iter().map(|row| row.events).sum(),
            last: own.iter().filter_map(|row| row.last.clone()).max(),
            planned: own.iter().filter_map(|row| row.planned).sum(),
            kept: own.iter().filter_map(|row| row.kept).sum(),
            longest_delay_days: own.iter().filter_map(|row| row.longest_delay_days).max(),
        }
    };
    let named = |audience: &Audience| {
        *audience != Audience::Participants
            || facts.partnership.channels.iter().any(|channel| channel.audience.contains(audience))
    };
    all.into_iter().filter(named).map(row).collect()
}

/// A meeting of the partners with a list of who was there.
pub(super) struct Meeting {
    pub(super) day: Day,
    /// Who was there; who is not here was not.
    pub(super) present: Vec<usize>,
}

/// The meetings of channels meant for partners that have at least one row of attendance, from the first.
pub(super) fn meetings(facts: &Facts<'_>) -> Vec<Meeting> {
    let channels = facts.partnership.channels.iter();
    let partners = channels.filter(|channel| channel.audience.contains(&Audience::Partners));
    let partners = BTreeSet::from_iter(partners.map(|channel| channel.id.as_str()));
    let mut meetings: Vec<Option<Meeting>> = facts.records.events.iter().map(|_| None).collect();
    for row in &facts.records.attendance {
        let Some(place) = facts.events.get(row.event.as_str()).copied() else { continue };
        let Some(event) = facts.records.events.get(place) else { continue };
        let meant = event.channel.as_deref().is_some_and(|channel| partners.contains(channel));
        let Some(day) = facts.past(Some(&event.date)).filter(|_| meant) else { continue };
        if let Some(slot) = meetings.get_mut(place) {
            let meeting = slot.get_or_insert_with(|| Meeting { day, present: Vec::new() });
            if row.present != Some(false) {
                meeting.present.extend(facts.stakeholder(&row.stakeholder));
            }
        }
    }
    let mut meetings: Vec<Meeting> = meetings.into_iter().flatten().collect();
    meetings.sort_by_key(|meeting| meeting.day);
    meetings
}

fn reached(facts: &Facts<'_>, found: &mut Collector) -> Vec<ReachedRow> {
    let meetings = meetings(facts);
    if !meetings.is_empty() {
        found.judged(&[FindingCode::PartnerNeverReached]);
    }
    let mut rows = Vec::new();
    for place in facts.members() {
        let own: Vec<&Meeting> = meetings.iter().filter(|meeting| facts.is_member(place, meeting.day)).collect();
        let present = own.iter().filter(|meeting| meeting.present.contains(&place)).count();
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        if !own.is_empty() && present == 0 {
            // To have missed one or two meetings may be chance.
            let severity = if own.len() > 2 { FindingSeverity::High } else { FindingSeverity::Low };
            let told = findings::partner_never_reached(facts.id(place), own.len());
            let finding = about(told, severity, "stakeholders", place, facts.id(place));
            found.add(finding.measured(own.len() as f64));
        }
        rows.push(ReachedRow {
            stakeholder: facts.id(place).to_owned(),
            meetings: count(own.len()),
            present: count(present),
            share: (!own.is_empty()).then(|| present as f64 / own.len() as f64),
        });
    }
    rows
}
