//! What may leave the desk of a self-assessment.

use super::content::{
    AgreementBetween, AgreementWithin, AssessmentContent, AssessmentKind, Change, DimensionReport, Response, Spread,
};
use crate::disclosure::texts as disclosure_texts;
use crate::estimate::{Estimate, Note};
use crate::health::texts;
use crate::partnership::Crosshair;

/// An organisation with a larger part in a figure could be read off it.
const LARGEST_SHARE: f64 = 0.5;
/// So many organisations must be hidden in a difference of two figures, where there are any, for none to be found.
const HIDDEN_TOGETHER: u64 = 3;

/// The content without what is about few organisations, or one.
pub(super) fn publish(content: &AssessmentContent) -> AssessmentContent {
    let mut content = content.clone();
    content.kind = AssessmentKind::AssessmentPublication;
    // Who guesses the order of a few ratings could see by the hash of the table whether the guess is right.
    content.provenance.table_hashes.clear();
    response_published(&mut content.response, content.name_silent);
    let minimum = content.minimum_organisations;
    let mut all_shown = true;
    for dimension in &mut content.dimensions {
        all_shown &= dimension_published(dimension, minimum);
    }
    if !all_shown && content.crosshair == Crosshair::Means {
        // The crosshair is the mean of all dimensions: the shown ones and it would give the hidden one.
        content.crosshair_at = None;
        for dimension in &mut content.dimensions {
            dimension.quadrant = None;
        }
    }
    content
}

fn response_published(response: &mut Response, name_silent: bool) {
    response.by_organisation.clear();
    for sector in &mut response.by_sector {
        sector.people = None;
    }
    if !name_silent {
        // A sector may be one organisation.
        response.by_sector.clear();
        response.silent.clear();
        response.silent_names.clear();
    }
}

/// Hides what must be hidden; whether both figures are shown.
fn dimension_published(dimension: &mut DimensionReport, minimum: u64) -> bool {
    let few = |organisations: u64, share: Option<f64>| {
        organisations < minimum || share.is_some_and(|share| share > LARGEST_SHARE)
    };
    dimension.by_organisation.clear();
    let hidden_now = why_hidden(&dimension.performance, few(dimension.organisations, dimension.largest_share), minimum);
    let before = dimension.by_wave.len().checked_sub(2).and_then(|place| dimension.by_wave.get(place));
    let hidden_before =
        before.is_some_and(|x| why_hidden(&x.estimate, few(x.organisations, x.largest_share), minimum).is_some());
    for figure in &mut dimension.by_wave {
        let hidden = why_hidden(&figure.estimate, few(figure.organisations, figure.largest_share), minimum);
        if let Some(reason) = hidden {
            figure.estimate = hidden_estimate(reason);
            figure.organisations = 0;
        }
        figure.largest_share = None;
    }
    let importance_hidden = dimension.importance.as_ref().and_then(|importance| {
        let organisations = importance.df.map_or(1, |df| df as u64 + 1);
        why_hidden(importance, organisations < minimum, minimum)
    });
    if let Some(change) = &mut dimension.change {
        change_published(change, minimum, hidden_now.is_some() || hidden_before);
    }
    agreement_published(dimension, minimum);
    dimension.largest_share = None;
    (dimension.spread.low, dimension.spread.high) = (None, None);
    let all_shown = hidden_now.is_none() && importance_hidden.is_none();
    if let Some(reason) = importance_hidden {
        dimension.importance = Some(hidden_estimate(reason));
        dimension.quadrant = None;
    }
    if let Some(reason) = hidden_now {
        dimension.performance = hidden_estimate(reason);
        dimension.organisations = 0;
        dimension.spread = Spread::default();
        dimension.standing = None;
        dimension.quadrant = None;
        dimension.notes.clear();
    }
    all_shown
}

/// Why a figure may not be shown; `None` where it may. A figure that cannot be had keeps its own reason.
fn why_hidden(estimate: &Estimate, few: bool, minimum: u64) -> Option<Note> {
    estimate.value?;
    if few {
        return Some(Note::not_estimable(texts::few_organisations(minimum), ""));
    }
    // Where all organisations say the same, the mean is what each of them said.
    (estimate.se == Some(0.0)).then(|| Note::not_estimable(texts::hidden_unanimous(), ""))
}

fn change_published(change: &mut Change, minimum: u64, figure_hidden: bool) {
    let exposed = |only: u64| (1..HIDDEN_TOGETHER).contains(&only);
    let estimate = &change.comparison.estimate;
    let reason = if figure_hidden || exposed(change.only_now) || exposed(change.only_before) {
        // Change, and the figures of both waves, would give the organisations that answered once.
        estimate.value.map(|_| Note::not_estimable(disclosure_texts::hidden_complementary(), ""))
    } else {
        why_hidden(estimate, change.organisations < minimum, minimum)
    };
    if let Some(reason) = reason {
        change.comparison.estimate = hidden_estimate(reason);
        (change.comparison.p, change.comparison.p_adjusted) = (None, None);
        (change.organisations, change.only_now, change.only_before) = (0, 0, 0);
    }
}

/// Agreement within organisations may rest on fewer of them than the figure.
fn agreement_published(dimension: &mut DimensionReport, minimum: u64) {
    let reason = || Note::not_estimable(texts::few_organisations(minimum), "");
    let agreement = &mut dimension.agreement;
    let few_within = agreement.within.organisations < minimum;
    if agreement.within.rwg_star.is_some() && agreement.within.organisations < minimum {
        agreement.within = AgreementWithin { reason: Some(reason()), ..AgreementWithin::default() };
    }
    if agreement.between.rwg_star.is_some() && agreement.between.organisations < minimum {
        agreement.between = AgreementBetween { reason: Some(reason()), ..AgreementBetween::default() };
    }
    // The variance within organisations is that of those with several people, who may be one.
    if (dimension.organisations < minimum || few_within) && agreement.icc1.value.is_some() {
        agreement.icc1 = hidden_estimate(reason());
        agreement.icc2 = None;
    }
}

/// A figure that is not shown; nothing of it is left.
fn hidden_estimate(reason: Note) -> Estimate {
    Estimate::not_estimable("hidden", 0, 0, reason)
}
