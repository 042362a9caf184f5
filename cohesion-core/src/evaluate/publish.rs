//! What may leave the desk.

use crate::disclosure::{Hidden, hide_small};
use crate::estimate::{Estimate, Note, NoteCode};
use crate::report::{GroupReport, HiddenRow, IndicatorReport, Publication, ReportContent, ReportKind};

/// The content without what could give a small group away.
pub(super) fn publish(content: &ReportContent) -> Publication {
    let mut content = content.clone();
    content.kind = ReportKind::Publication;
    let minimum = content.minimum_n;
    for indicator in &mut content.indicators {
        indicator_published(indicator, minimum);
    }
    for scale in &mut content.scales {
        if scale.alpha.n < minimum {
            scale.alpha = hidden_estimate(minimum);
        }
    }
    Publication { content }
}

fn indicator_published(indicator: &mut IndicatorReport, minimum: u64) {
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
    let names: Vec<&String> = group.hidden.iter().filter_map(|row| row.labels.first()).collect();
    if let Some(changes) = &mut group.changes {
        // A change tells the earlier figure of a group whose earlier answers may be few: twice the minimum is asked.
        changes.rows.retain(|row| row.estimate.n >= 2 * minimum && row.a.first().is_none_or(|label| !names.contains(&label)));
    }
    group.estimates.notes.clear();
}

/// A figure that is not shown; nothing of it is left.
fn hidden_estimate(minimum: u64) -> Estimate {
    let reason = Note::not_estimable(NoteCode::HiddenSmall, "").with("minimum", minimum);
    Estimate::not_estimable("hidden", 0, 0, reason)
}
