//! Results as aligned plain text, for a terminal.

use super::content::{PublishedEvaluation, ReportContent};
use super::figure::{FigureKind, Writer};
use super::light;
use super::words;
use crate::message::sentence;
use crate::message::{Language, format_date, format_integer, phrases};

/// Longer cells are cut.
const CELL: usize = 44;

/// The indicators of a publication in one screen: what the example prints.
///
/// ```
/// use cohesion_core::{EvaluationOptions, Language, Plan, read_csv, report};
/// let plan = Plan::read("examples/somerville.toml")?;
/// let answers = read_csv(&std::fs::read("examples/somerville.csv")?)?.table;
/// let published = plan.evaluate(&answers, EvaluationOptions::new())?.publish();
/// assert!(report::text(&published, Language::En).contains("===="));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn text(publication: &PublishedEvaluation, language: Language) -> String {
    let content = publication.content();
    let title = clean(&super::partners::title(content, language));
    let mut text = format!("{title}\n{}\n", "=".repeat(title.chars().count()));
    text.push_str(&about(content, language));
    text.push_str("\n\n");
    let (columns, rows) = light::overview_cells(content, language);
    text.push_str(&aligned(&columns, &rows, 1));
    push_scales(&mut text, content, language);
    push_list(&mut text, phrases::FINDINGS.said(language), &findings(content, language));
    push_list(
        &mut text,
        phrases::LEFT_OUT.said(language),
        &words::notes(content.left_out.iter().map(|left_out| &left_out.note), language),
    );
    text.push('\n');
    text.push_str(&words::hidden_notice(content, language));
    text.push('\n');
    text
}

fn about(content: &ReportContent, language: Language) -> String {
    let sample = &content.sample;
    let mut parts = vec![sentence::sample(sample.rows, sample.clusters, sample.strata, language)];
    if let Some(date) = &content.provenance.as_of {
        parts.push(sentence::as_of(format_date(date, language), language));
    }
    parts.push(format!("cohesion-core {}", content.provenance.library_version));
    if let Some(hash) = &content.provenance.plan_hash {
        let short: String = hash.chars().take(12).collect();
        parts.push(format!("plan {short}"));
    }
    clean(&parts.join(" · "))
}

fn push_scales(text: &mut String, content: &ReportContent, language: Language) {
    if content.scales.is_empty() {
        return;
    }
    let names = [&phrases::SCALE, &phrases::ALPHA, &phrases::INTERVAL, &phrases::ANSWERS, &phrases::ITEMS];
    let columns = names.map(|name| name.said(language).to_owned());
    let rows: Vec<Vec<String>> = content
        .scales
        .iter()
        .map(|scale| {
            let writer = Writer::one(FigureKind::Number, &scale.alpha, language);
            let n = format_integer(scale.alpha.n, language);
            vec![
                words::text_or(scale.label.as_ref(), &scale.id, language).to_owned(),
                writer.figure(&scale.alpha),
                writer.interval(&scale.alpha),
                if scale.alpha.is_hidden() { String::new() } else { n },
                scale.items.join(", "),
            ]
        })
        .collect();
    text.push('\n');
    text.push_str(&aligned(&columns, &rows, 1));
}

/// The findings about the whole, and those about one indicator under its name.
fn findings(content: &ReportContent, language: Language) -> Vec<String> {
    let mut told = words::notes(&content.notes, language);
    for indicator in &content.indicators {
        let title = words::title(indicator, language);
        let notes = indicator.notes.iter().chain(&indicator.headline.notes).filter(|note| words::warns(note));
        let caution = words::caution(indicator.headline.reliability.as_ref(), language);
        let told_here = words::notes(notes, language).into_iter().chain(caution);
        told.extend(told_here.map(|note| sentence::labelled(title, &note, language)));
    }
    for scale in &content.scales {
        told.extend(words::notes(scale.notes.iter().chain(&scale.alpha.notes), language));
    }
    told
}

fn push_list(text: &mut String, title: &str, items: &[String]) {
    if items.is_empty() {
        return;
    }
    text.push('\n');
    text.push_str(title);
    text.push('\n');
    push_notes(text, items.to_vec());
}

pub(super) fn push_notes(text: &mut String, notes: Vec<String>) {
    for note in notes {
        text.push_str("- ");
        text.push_str(&clean(&note));
        text.push('\n');
    }
}

/// Columns side by side: words to the left, figures to the right.
pub(super) fn aligned(columns: &[String], rows: &[Vec<String>], words: usize) -> String {
    let cut_row = |row: &[String]| -> Vec<String> { row.iter().map(|cell| cut(&clean(cell))).collect() };
    let head = cut_row(columns);
    let body: Vec<Vec<String>> = rows.iter().map(|row| cut_row(row)).collect();
    let width = |index: usize| {
        let cells = std::iter::once(&head).chain(&body).filter_map(|row| row.get(index));
        cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let line = |row: &[String]| {
        let cells = row.iter().zip(&widths).enumerate().map(|(index, (cell, width))| {
            if index < words { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    let rule = "-".repeat(widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1));
    let mut text = line(&head);
    text.push_str(&rule);
    text.push('\n');
    for row in &body {
        text.push_str(&line(row));
    }
    text
}

/// One line without characters that a terminal would obey.
pub(super) fn clean(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\n' | '\r' | '\t' => ' ',
            _ if character.is_control() => '\u{fffd}',
            _ => character,
        })
        .collect()
}

fn cut(cell: &str) -> String {
    if cell.chars().count() <= CELL {
        return cell.to_owned();
    }
    cell.chars().take(CELL - 1).chain(['…']).collect()
}
