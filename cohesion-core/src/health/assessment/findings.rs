//! What the partners' own ratings find.

use super::content::{AssessmentContent, StandingName};
use super::publish::PublishedDimension;
use crate::confidential::Publish;
use crate::health::findings;
use crate::health::{FindingCode, FindingSeverity};

use crate::health::finding::{Collector, Finding};

/// Dimensions that the partners clearly rate as a concern, and dimensions that they rate lower than last time.
///
/// From what may be shared of the ratings, so that no finding rests on fewer organisations than the plan asks for; an
/// interval that crosses the cut point, or that holds no change, finds nothing.
pub(crate) fn review(content: &AssessmentContent, found: &mut Collector) {
    let shared = content.published();
    if shared.concern.is_some() {
        found.judged(&[FindingCode::RatedAsConcern]);
    }
    if shared.wave_before.is_some() {
        found.judged(&[FindingCode::RatedLower]);
    }
    for (index, dimension) in shared.dimensions.iter().enumerate() {
        let path = || format!("partnership.assessment.dimensions[{index}]({})", dimension.id);
        found.extend(concern(dimension, shared.concern).map(|finding| finding.from(path())));
        found.extend(lower(dimension).map(|finding| finding.from(path())));
    }
}

fn concern(dimension: &PublishedDimension, cut: Option<f64>) -> Option<Finding> {
    let standing = dimension.standing.as_ref()?;
    let (value, cut) = (dimension.performance.value?, cut?);
    if standing.name != StandingName::Concern || standing.decided != Some(true) {
        return None;
    }
    let told = findings::rated_as_concern(&dimension.id, value, cut);
    Some(Finding::new(told, FindingSeverity::High, Some(&dimension.id)).measured(cut - value))
}

fn lower(dimension: &PublishedDimension) -> Option<Finding> {
    let comparison = &dimension.change.as_ref()?.comparison;
    let change = comparison.estimate.value.filter(|change| *change < 0.0)?;
    comparison.stands_out().filter(|differs| *differs)?;
    let told = findings::rated_lower(&dimension.id, -change);
    Some(Finding::new(told, FindingSeverity::Medium, Some(&dimension.id)).measured(-change))
}
