//! Survival curves as results.

use crate::health::texts;
use serde::{Deserialize, Serialize};

use super::facts::Facts;
use crate::estimate::Note;
use crate::stat;

/// Fewer cases than this: every figure moves much with each of them.
const FEW: u64 = 10;

/// The share of cases that have not ended, by days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SurvivalCurve {
    /// Which cases: `all`, a sector, `mediated`.
    pub group: String,
    /// From when days are counted: `start` of the partnership, with late entry; `joining`; `opening`.
    pub clock: String,
    /// How many cases.
    pub n: u64,
    /// How many ended.
    pub ended: u64,
    /// How many came under observation later than day 0.
    pub late_entries: u64,
    /// One row per day on which a case ended or observation stopped.
    pub steps: Vec<CurveStep>,
    /// The time by which half have ended.
    pub median: MedianTime,
    /// The share that had not ended after 365 days; none where no case was followed that long.
    pub after_one_year: Option<f64>,
    /// What is to be known with the curve.
    pub notes: Vec<Note>,
}

/// A curve on one day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CurveStep {
    /// Days on the clock of the curve.
    pub days: f64,
    /// Cases under observation just before.
    pub at_risk: u64,
    /// Cases that ended on this day.
    pub ended: u64,
    /// Cases still open when observation of them stopped on this day.
    pub open: u64,
    /// The share that has not ended (Kaplan and Meier 1958).
    pub share: f64,
    /// Greenwood's standard error; none once the share is 0.
    pub se: Option<f64>,
    /// Lower end of the interval on the scale log(-log); none where the share is 1 or 0.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
}

/// The time by which half have ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MedianTime {
    /// The median in days; none where it is not reached, see `reason`.
    pub days: Option<f64>,
    /// Lower end of the interval; none where the curve's limit does not cross one half.
    pub low: Option<f64>,
    /// Upper end; none where the curve's limit does not cross one half: no upper end can be stated.
    pub high: Option<f64>,
    /// Level of the interval.
    pub level: f64,
    /// How median and interval were made.
    pub method: String,
    /// Why there is no median.
    pub reason: Option<Note>,
}

/// A case by days on its clock.
#[derive(Clone, Copy, Debug)]
pub(super) struct Case {
    pub(super) entry: i32,
    pub(super) exit: i32,
    pub(super) ended: bool,
}

pub(super) fn spells(cases: &[Case]) -> Vec<stat::Spell> {
    let spell =
        |case: &Case| stat::Spell { entry: f64::from(case.entry), exit: f64::from(case.exit), ended: case.ended };
    cases.iter().map(spell).collect()
}

/// The curve of these cases.
pub(super) fn curve(facts: &Facts<'_>, group: &str, clock: &str, path: &str, cases: &[Case]) -> SurvivalCurve {
    let found = stat::curve(&spells(cases), facts.level);
    let n = cases.len() as u64;
    let ended = cases.iter().filter(|case| case.ended).count() as u64;
    let crossing = found.crossing(0.5);
    let mut notes = Vec::new();
    let reason = match (n, crossing.time) {
        (0, _) => Some(texts::nobody_at_risk()),
        _ if found.emptied => Some(texts::risk_set_emptied()),
        (_, None) => Some(texts::median_not_reached(n, ended)),
        _ => None,
    };
    let reason = reason.map(|said| Note::not_estimable(said, path));
    if n > 0 && n < FEW {
        notes.push(Note::warning(texts::few_cases(n), path));
    }
    let known = !found.emptied;
    let steps = found.steps.iter().take_while(|step| known || step.survival > 0.0).map(|step| CurveStep {
        days: step.time,
        at_risk: step.at_risk,
        ended: step.ended,
        open: step.open,
        share: step.survival,
        se: step.se,
        low: step.interval.map(|ends| ends.0),
        high: step.interval.map(|ends| ends.1),
    });
    SurvivalCurve {
        group: group.to_owned(),
        clock: clock.to_owned(),
        n,
        ended,
        late_entries: cases.iter().filter(|case| case.entry > 0).count() as u64,
        steps: steps.collect(),
        median: MedianTime {
            days: crossing.time.filter(|_| known),
            low: crossing.low.filter(|_| known),
            high: crossing.high.filter(|_| known),
            level: facts.level,
            method: "kaplan_meier; brookmeyer_crowley on log(-log)".to_owned(),
            reason,
        },
        after_one_year: steps_end(&found).filter(|end| known && *end >= 365.0).map(|_| found.at(365.0)),
        notes,
    }
}

/// The last day on which a case was followed.
fn steps_end(curve: &stat::Curve) -> Option<f64> {
    curve.steps.last().map(|step| step.time)
}
