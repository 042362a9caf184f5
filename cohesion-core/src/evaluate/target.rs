//! Is a target being met?

use time::Date;

use crate::error::{Error, FaultKind, Result};
use crate::estimate::Estimate;
use crate::indicator::{IndicatorDefinition, Orientation};
use crate::message::parse_date;
use crate::report::{TargetReport, Verdict};

/// The verdict on an indicator's target: the whole interval must lie on one side of what is due, else it cannot be told.
///
/// What is due is the target itself, or, where the target runs from a dated baseline to a date, the point of the straight
/// line between them at `as_of`.
pub(super) fn verdict(
    indicator: &IndicatorDefinition,
    headline: &Estimate,
    as_of: Option<Date>,
) -> Result<Option<TargetReport>> {
    let Some(target) = &indicator.target else { return Ok(None) };
    let due = due(indicator, as_of)?;
    let verdict = match (&headline.interval, indicator.orientation) {
        // The whole interval must lie on one side: a figure alone would say yes or no by chance.
        (Some(interval), Some(Orientation::HigherIsBetter)) => side(interval.low >= due, interval.high < due),
        (Some(interval), Some(Orientation::LowerIsBetter)) => side(interval.high <= due, interval.low > due),
        _ => Verdict::CannotTell,
    };
    Ok(Some(TargetReport {
        value: target.value,
        by: target.by.clone(),
        baseline: target.baseline,
        due,
        verdict,
        origin: target.origin,
    }))
}

fn side(met: bool, missed: bool) -> Verdict {
    match (met, missed) {
        (true, _) => Verdict::OnTrack,
        (false, true) => Verdict::OffTrack,
        (false, false) => Verdict::CannotTell,
    }
}

/// What is due now.
fn due(indicator: &IndicatorDefinition, as_of: Option<Date>) -> Result<f64> {
    let Some(target) = &indicator.target else { return Ok(f64::NAN) };
    let start = target.baseline_date.as_deref().and_then(parse_date);
    let end = target.by.as_deref().and_then(parse_date);
    // Without a beginning there is no way to be half along: the target itself is what is due.
    let (Some(baseline), Some(start), Some(end)) = (target.baseline, start, end) else { return Ok(target.value) };
    // No clock is read, so that the same plan and rows give the same verdict tomorrow.
    let Some(now) = as_of else {
        let message = format!(
            "the target of `{}` runs from {start} to {end}: say which date to take as today, `as_of` as YYYY-MM-DD",
            indicator.id
        );
        return Err(Error::new(FaultKind::MissingField, "as_of", message));
    };
    let whole = (end - start).whole_days() as f64;
    // A straight way from the baseline to the target; before and after it what is due stays at its ends.
    let part = if whole > 0.0 { ((now - start).whole_days() as f64 / whole).clamp(0.0, 1.0) } else { 1.0 };
    Ok(baseline + part * (target.value - baseline))
}
