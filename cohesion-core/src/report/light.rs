//! Small HTML tables for a notebook: no script, no address, no style, at most 15 kB.

use super::content::{IndicatorReport, PublishedEvaluation, ReportContent};
use super::document::{is_filled, retain};
use super::figure::{self, FigureKind, Writer};
use super::html::Html;
use super::words;
use crate::message::sentence;
use crate::message::{Language, format_integer, phrases};

/// Longer tables show their first rows and say how many more there are.
const ROWS_SHOWN: usize = 50;
/// Up to here a table is shown whole.
const ROWS_WHOLE: usize = 60;
/// Rows stop here, which leaves room for what follows them.
const BYTES: usize = 14_000;
/// Longer cells are cut.
const CELL: usize = 60;

/// A table before it is written.
pub(super) struct Light {
    pub caption: String,
    pub columns: Vec<String>,
    /// The first cells of each row head it.
    pub heads: usize,
    pub rows: Vec<Vec<String>>,
}

/// The indicators of a publication as a small HTML table for a notebook.
///
/// ```
/// use cohesion_core::{EvaluationOptions, Language, Plan, read_csv, report};
/// let plan = Plan::read("examples/somerville.toml")?;
/// let answers = read_csv(&std::fs::read("examples/somerville.csv")?)?.table;
/// let published = plan.evaluate(&answers, EvaluationOptions::new())?.publish();
/// assert!(report::notebook_html(&published, Language::En).contains("<caption>"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn notebook_html(publication: &PublishedEvaluation, language: Language) -> String {
    let content = publication.content();
    let (columns, rows) = overview_cells(content, language);
    render(Light { caption: super::partners::title(content, language), columns, heads: 1, rows }, language)
}

/// Any small table of texts for a notebook; the first column heads the rows.
pub(super) fn plain_table(caption: String, columns: Vec<String>, rows: Vec<Vec<String>>, language: Language) -> String {
    render(Light { caption, columns, heads: 1, rows }, language)
}

/// The columns and rows of an overview of indicators, without the columns that are empty in every row.
pub(super) fn overview_cells(content: &ReportContent, language: Language) -> (Vec<String>, Vec<Vec<String>>) {
    let names = [
        &phrases::INDICATOR,
        &phrases::FIGURE,
        &phrases::INTERVAL,
        &phrases::ANSWERS,
        &phrases::CHANGE,
        &phrases::TARGET,
    ];
    let level = figure::level(content.sample.level, language);
    let mut columns: Vec<String> = names
        .into_iter()
        .map(|name| {
            if *name == phrases::INTERVAL {
                sentence::interval_name(&level, language)
            } else {
                name.said(language).to_owned()
            }
        })
        .collect();
    let mut rows: Vec<Vec<String>> =
        content.indicators.iter().map(|indicator| overview_row(indicator, language)).collect();
    let cells: Vec<&[String]> = rows.iter().map(Vec::as_slice).collect();
    let keep: Vec<bool> = (0..columns.len()).map(|at| at == 0 || is_filled(&cells, at)).collect();
    retain(&mut columns, &keep);
    for row in &mut rows {
        retain(row, &keep);
    }
    (columns, rows)
}

/// One indicator in an overview.
fn overview_row(indicator: &IndicatorReport, language: Language) -> Vec<String> {
    let estimate = &indicator.headline;
    let writer = Writer::one(FigureKind::of_indicator(indicator.statistic), estimate, language);
    let change = indicator.change.as_ref().map(|change| words::direction_words(words::direction(change), language));
    let target = indicator.target.as_ref().map(|target| words::verdict(target.verdict, language));
    vec![
        words::title(indicator, language).to_owned(),
        writer.figure(estimate),
        writer.interval(estimate),
        if estimate.is_hidden() { String::new() } else { format_integer(estimate.n, language) },
        change.unwrap_or_default().to_owned(),
        target.unwrap_or_default().to_owned(),
    ]
}

pub(super) fn render(table: Light, language: Language) -> String {
    within(&table, BYTES, language).finish()
}

/// A table whose rows stop where it would have more than that many bytes.
pub(super) fn within(table: &Light, bytes: usize, language: Language) -> Html {
    let shown = if table.rows.len() > ROWS_WHOLE { ROWS_SHOWN } else { table.rows.len() };
    let mut html = Html::default();
    let mut written = 0;
    html.element("table", &[("class", "cc-light"), ("lang", language.tag())], |html| {
        html.leaf("caption", &[], &cut(&table.caption));
        html.element("thead", &[], |html| {
            html.element("tr", &[], |html| {
                for column in &table.columns {
                    html.leaf("th", &[("scope", "col")], &cut(column));
                }
            });
        });
        html.element("tbody", &[], |html| {
            for row in table.rows.iter().take(shown) {
                let mut line = Html::default();
                line.element("tr", &[], |html| cells(html, row, table.heads));
                if html.len() + line.len() > bytes {
                    break;
                }
                html.append(line);
                written += 1;
            }
        });
    });
    let more = table.rows.len() - written;
    if more > 0 {
        html.leaf("p", &[("lang", language.tag())], &sentence::more_rows(more as u64, language));
    }
    html
}

fn cells(html: &mut Html, row: &[String], heads: usize) {
    for (index, cell) in row.iter().enumerate() {
        if index < heads {
            html.leaf("th", &[("scope", "row")], &cut(cell));
        } else {
            html.leaf("td", &[], &cut(cell));
        }
    }
}

/// A cell that fits.
fn cut(cell: &str) -> String {
    if cell.chars().count() <= CELL {
        return cell.to_owned();
    }
    cell.chars().take(CELL - 1).chain(['…']).collect()
}
