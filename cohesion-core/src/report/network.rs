//! Measures of networks, for a terminal and a notebook.

use super::document::{Block, Row, Table};
use super::light::{self, Light};
use super::models::short;
use super::text::{self, aligned};
use super::words;
use crate::estimate::Note;
use crate::message::{Language, sentence};
use crate::network::texts::{column, word};
use crate::network::{FigureSpan, NetworkFigure, NetworkResult};

/// Measures of a network as aligned tables: figures of the whole, rows, notes and the reasons of what is not defined.
///
/// ```
/// use cohesion_core::{Column, Language, Network, NetworkOptions, Table, report};
/// let ties = Table::new(vec![Column::text("a", [Some("city")]), Column::text("b", [Some("club")])])?;
/// let pairs = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?.mixing("sector");
/// assert!(pairs.is_err());
/// let summary = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?.summary();
/// assert!(report::network_text(&summary, Language::Nl).contains("Dichtheid"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn network_text(result: &NetworkResult, language: Language) -> String {
    let mut text = text::clean(word(&result.name, language)) + "\n";
    if !result.figures.is_empty() {
        let (columns, rows) = figure_cells(&result.figures, language);
        text.push_str(&aligned(&columns, &rows, 1));
    }
    if !result.rows.is_empty() {
        let (columns, rows) = row_cells(result, language);
        text.push('\n');
        text.push_str(&aligned(&columns, &rows, result.keys.len()));
    }
    text::push_notes(&mut text, words::notes_in_full(&notes(result), language));
    text
}

/// Measures of a network as small HTML tables for a notebook.
///
/// ```
/// use cohesion_core::{Column, Language, Network, NetworkOptions, Table, report};
/// let ties = Table::new(vec![
///     Column::text("a", ["city", "police"].map(Some)),
///     Column::text("b", ["police", "club"].map(Some)),
/// ])?;
/// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?;
/// assert!(report::network_html(&network.summary(), Language::Nl).contains("Dichtheid"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn network_html(result: &NetworkResult, language: Language) -> String {
    let caption = word(&result.name, language).to_owned();
    let mut html = String::new();
    if !result.figures.is_empty() {
        let (columns, rows) = figure_cells(&result.figures, language);
        html += &light::render(Light { caption: caption.clone(), columns, heads: 1, rows }, language);
    }
    if !result.rows.is_empty() || result.figures.is_empty() {
        let (columns, rows) = row_cells(result, language);
        html += &light::render(Light { caption, columns, heads: result.keys.len(), rows }, language);
    }
    html
}

/// Columns of centrality that say something without an explanation.
const PLAIN: [&str; 7] = ["raters", "mean", "degree", "degree_in", "degree_out", "betweenness_share", "cut_point"];
/// Figures of a whole network that do.
const PLAIN_FIGURES: [&str; 7] = ["partners", "ties", "density", "reciprocity", "components", "isolates", "cut_points"];

/// The plainest of what a result says, for a report: a table of its figures and one of its partners.
pub(super) fn tables(
    result: &NetworkResult,
    title: &str,
    name: &dyn Fn(&str) -> String,
    language: Language,
) -> Vec<Block> {
    let caption = sentence::labelled(title, word(&result.name, language), language);
    let figures = result.figures.iter().filter(|figure| PLAIN_FIGURES.contains(&figure.measure.as_str()));
    let rows = figures.map(|of| Row::new(word(&of.measure, language), [value_or_dash(of.value, language)])).collect();
    let columns = ["measure", "value"].map(|key| word(key, language).to_owned());
    let mut blocks: Vec<Block> = table(&caption, &columns, rows).into_iter().collect();
    let plain = |at: &usize| result.columns.get(*at).is_some_and(|column| PLAIN.contains(&column.as_str()));
    let kept: Vec<usize> = (0..result.columns.len()).filter(plain).collect();
    let heads = result.keys.iter().map(|key| word(key, language).to_owned());
    let columns = heads.chain(kept.iter().filter_map(|at| result.columns.get(*at)).map(|of| column(of, language)));
    let rows = result.rows.iter().map(|row| {
        let cells = kept.iter().map(|at| value_or_dash(row.values.get(*at).copied().flatten(), language));
        Row::new(row.labels.first().map(|id| name(id)).unwrap_or_default(), cells)
    });
    blocks.extend(table(&caption, &columns.collect::<Vec<_>>(), rows.collect()));
    blocks
}

fn table(caption: &str, columns: &[String], rows: Vec<Row>) -> Option<Block> {
    let table = Table { caption: caption.to_owned(), columns: columns.to_vec(), rows };
    if table.rows.is_empty() { None } else { Some(Block::Table(table)) }
}

fn value_or_dash(value: Option<f64>, language: Language) -> String {
    value.map_or_else(|| "–".to_owned(), |value| short(value, language))
}

/// The notes of a result and the reasons of its figures, each once.
fn notes(result: &NetworkResult) -> Vec<Note> {
    let mut notes = result.notes.clone();
    for reason in result.figures.iter().filter_map(|figure| figure.reason.as_ref()) {
        if !notes.iter().any(|note| note.code == reason.code && note.params == reason.params) {
            notes.push(reason.clone());
        }
    }
    notes
}

fn cell(value: Option<f64>, language: Language) -> String {
    value.map_or_else(String::new, |value| short(value, language))
}

/// Figures as a table without the columns that are empty.
fn figure_cells(figures: &[NetworkFigure], language: Language) -> (Vec<String>, Vec<Vec<String>>) {
    let names = ["measure", "value", "low", "high", "span", "expected", "sd", "p"];
    let columns: Vec<String> = names.iter().map(|name| word(name, language).to_owned()).collect();
    let rows: Vec<Vec<String>> = figures
        .iter()
        .map(|figure| {
            let value = if figure.value.is_none() { "–".to_owned() } else { cell(figure.value, language) };
            let span = figure.span.map(|span| match span {
                FigureSpan::Bounds => "bounds",
                FigureSpan::Completions => "span_completions",
                FigureSpan::Interval => "interval",
            });
            let span = span.map_or("", |code| word(code, language)).to_owned();
            let [low, high, expected, sd, p] =
                [figure.low, figure.high, figure.expected, figure.sd, figure.p].map(|value| cell(value, language));
            vec![word(&figure.measure, language).to_owned(), value, low, high, span, expected, sd, p]
        })
        .collect();
    filled(columns, rows, 2)
}

fn row_cells(result: &NetworkResult, language: Language) -> (Vec<String>, Vec<Vec<String>>) {
    let heads = result.keys.iter().map(|key| word(key, language).to_owned());
    let columns = heads.chain(result.columns.iter().map(|name| column(name, language))).collect();
    let rows = result.rows.iter().map(|row| {
        let values = row.values.iter().map(|value| cell(*value, language));
        row.labels.iter().cloned().chain(values).collect()
    });
    (columns, rows.collect())
}

/// The table without the columns, from `first` on, that are empty in every row.
fn filled(columns: Vec<String>, rows: Vec<Vec<String>>, first: usize) -> (Vec<String>, Vec<Vec<String>>) {
    let there = |place: usize| rows.iter().any(|row| row.get(place).is_some_and(|cell| !cell.is_empty()));
    let keep: Vec<bool> = (0..columns.len()).map(|place| place < first || there(place)).collect();
    let kept = |row: Vec<String>| row.into_iter().zip(&keep).filter(|(_, keep)| **keep).map(|(cell, _)| cell).collect();
    (kept(columns), rows.iter().cloned().map(kept).collect())
}
