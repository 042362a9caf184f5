//! What may leave the desk.

use crate::disclosure::{Hidden, hide_small};
use crate::estimate::{Estimate, Estimates, Note, NoteCode};
use crate::report::{GroupReport, HiddenRow, IndicatorReport, Publication, ReportContent, ReportKind};

/// The content without what could give a small group away.
pub(super) fn publish(content: &ReportContent) -> Publication {
    let mut content = content.clone();
    content.kind = ReportKind::Publication;
    let minimum = content.minimum_n;
    for indicator in &mut content.indicators {
        indicator_published(indicator, minimum);
    }
    for note in content.notes.iter_mut().chain(content.left_out.iter_mut().map(|left_out| &mut left_out.note)) {
        without_examples(note);
    }
    for scale in &mut content.scales {
        if scale.alpha.n < minimum {
            scale.alpha = hidden_estimate(minimum);
        }
    }
    Publication { content }
}

/// Examples are answers of single persons with their row.
fn without_examples(note: &mut Note) {
    if let Some(examples) = note.params.get_mut("examples") {
        "…".clone_into(examples);
    }
}

fn indicator_published(indicator: &mut IndicatorReport, minimum: u64) {
    indicator.notes.iter_mut().for_each(without_examples);
    if let Some(by_wave) = &mut indicator.by_wave {
        let shown: Vec<bool> = by_wave.rows.iter().map(|row| row.estimate.n >= minimum).collect();
        by_wave.keep(&shown);
    }
    let change_small = indicator.by_wave.as_ref().is_some_and(|by_wave| by_wave.rows.len() < 2);
    if change_small {
        indicator.change = None;
    }
    if indicator.headline.n < minimum {
        // Everything else about this wave is about as few people.
        indicator.headline = hidden_estimate(minimum);
        indicator.bands.clear();
        indicator.groups.clear();
        indicator.change = None;
        indicator.target = None;
        indicator.notes.clear();
        return;
    }
    for group in &mut indicator.groups {
        group_published(group, minimum);
    }
}

/// Hides the small groups of a column, and what would give them away.
fn group_published(group: &mut GroupReport, minimum: u64) {
    let answers: Vec<u64> = group.estimates.rows.iter().map(|row| row.estimate.n).collect();
    let hidden = hide_small(&answers, minimum);
    for (row, hidden) in group.estimates.rows.iter().zip(&hidden) {
        let note = match hidden {
            None => continue,
            Some(Hidden::Small) => Note::warning(NoteCode::HiddenSmall, &group.by).with("minimum", minimum),
            Some(Hidden::Complementary) => Note::warning(NoteCode::HiddenComplementary, &group.by),
        };
        group.hidden.push(HiddenRow { labels: row.labels.clone(), note });
    }
    let shown: Vec<bool> = hidden.iter().map(Option::is_none).collect();
    group.estimates.keep(&shown);
    if let Some(by_wave) = &mut group.by_wave {
        let shown = shown_by_wave(by_wave, minimum);
        by_wave.keep(&shown);
        let is_shown = |labels: &Vec<String>| by_wave.rows.iter().any(|row| row.labels == *labels);
        if let Some(changes) = &mut group.changes {
            changes.rows.retain(|row| is_shown(&row.a) && is_shown(&row.b));
        }
    }
    group.estimates.notes.clear();
}

/// Which rows may be shown where each wave is a table of its own: the wave is the last label.
fn shown_by_wave(by_wave: &Estimates, minimum: u64) -> Vec<bool> {
    let mut shown = vec![false; by_wave.rows.len()];
    let mut waves: Vec<Option<&String>> = Vec::new();
    for wave in by_wave.rows.iter().map(|row| row.labels.last()) {
        if !waves.contains(&wave) {
            waves.push(wave);
        }
    }
    for wave in waves {
        let places: Vec<usize> = by_wave
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| row.labels.last() == wave)
            .map(|(place, _)| place)
            .collect();
        let answers: Vec<u64> =
            places.iter().filter_map(|place| by_wave.rows.get(*place)).map(|row| row.estimate.n).collect();
        for (place, hidden) in places.iter().zip(hide_small(&answers, minimum)) {
            if let Some(slot) = shown.get_mut(*place) {
                *slot = hidden.is_none();
            }
        }
    }
    shown
}

/// A figure that is not shown; nothing of it is left.
fn hidden_estimate(minimum: u64) -> Estimate {
    let reason = Note::not_estimable(NoteCode::HiddenSmall, "").with("minimum", minimum);
    Estimate::not_estimable("hidden", 0, 0, reason)
}
