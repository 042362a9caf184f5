//! Small HTML tables for a notebook: no script, no address, no style, at most 15 kB.

use super::content::{IndicatorReport, PublishedEvaluation, ReportContent};
use super::document::{is_filled, retain};
use super::figure::{self, FigureKind, Writer};
use super::html::Html;
use super::words;
use crate::estimate::{Comparisons, Estimate, Estimates, Statistic};
use crate::message::sentence;
use crate::message::{Language, Phrase, format_integer, format_number, format_percent, phrase};

/// Longer tables show their first rows and say how many more there are.
const ROWS_SHOWN: usize = 50;
/// Up to here a table is shown whole.
const ROWS_WHOLE: usize = 60;
/// Rows stop here, which leaves room for what follows them.
const BYTES: usize = 14_000;
/// Longer cells are cut.
const CELL: usize = 60;
/// More key columns are not shown each on its own.
const KEYS: usize = 4;

/// A table before it is written.
pub(super) struct Light {
    pub caption: String,
    pub columns: Vec<String>,
    /// The first cells of each row head it.
    pub heads: usize,
    pub rows: Vec<Vec<String>>,
}

/// Estimates as a small HTML table for a notebook: caption, scopes, language; beyond 60 rows the first 50.
///
/// ```
/// use cohesion_core::{Column, Design, Language, Survey, Table, report};
/// let table = Table::new(vec![Column::number("trust", vec![3.0, 4.0, 5.0, 4.0])])?;
/// let mean = Survey::new(&table, Design::new())?.mean("trust", ())?;
/// let html = report::estimates_html(&mean, Language::Fr);
/// assert!(html.contains("<caption>Moyenne\u{a0}: trust</caption>") && html.contains("<td>4,00</td>"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn estimates_html(estimates: &Estimates, language: Language) -> String {
    render(estimates_table(estimates, language), language)
}

/// Comparisons as a small HTML table for a notebook.
///
/// ```
/// use cohesion_core::{Column, Design, EstimateOptions, Language, Survey, Table, report};
/// let table = Table::new(vec![
///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
/// ])?;
/// let trust = Survey::new(&table, Design::new())?.mean("trust", EstimateOptions::new().by("area"))?;
/// assert!(report::comparisons_html(&trust.differences(), Language::En).contains("South"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn comparisons_html(comparisons: &Comparisons, language: Language) -> String {
    render(comparisons_table(comparisons, language), language)
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
    let names = [Phrase::Indicator, Phrase::Figure, Phrase::Interval, Phrase::Answers, Phrase::Change, Phrase::Target];
    let level = figure::level(content.sample.level, language);
    let mut columns: Vec<String> = names
        .into_iter()
        .map(|name| match name {
            Phrase::Interval => sentence::interval_name(&level, language),
            _ => phrase(name, language).to_owned(),
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
        if figure::is_hidden(estimate) { String::new() } else { format_integer(estimate.n, language) },
        change.unwrap_or_default().to_owned(),
        target.unwrap_or_default().to_owned(),
    ]
}

/// The columns and rows of estimates as text.
pub(super) fn estimates_cells(estimates: &Estimates, language: Language) -> (Vec<String>, Vec<Vec<String>>) {
    let kind = FigureKind::of(estimates.statistic);
    let writer = Writer::new(kind, estimates.rows.iter().map(|row| &row.estimate), language);
    let say = |name| phrase(name, language).to_owned();
    let mut columns: Vec<String> = estimates.keys.iter().take(KEYS).cloned().collect();
    if columns.is_empty() {
        columns.push(say(Phrase::Group));
    }
    columns.push(words::statistic(estimates.statistic, language).to_owned());
    columns.push(interval_name(estimates.rows.iter().map(|row| &row.estimate), language));
    columns.extend([Phrase::StandardError, Phrase::Answers, Phrase::Missing].map(say));
    let graded = estimates.rows.iter().any(|row| words::caution(row.estimate.reliability.as_ref(), language).is_some());
    if graded {
        columns.push(say(Phrase::Reliability));
    }
    let rows = estimates.rows.iter().map(|row| {
        let mut cells: Vec<String> = row.labels.iter().take(KEYS).cloned().collect();
        if cells.is_empty() {
            cells.push(say(Phrase::Overall));
        }
        // Terms of a regression have units of their own.
        let own = estimates.statistic == Statistic::Coefficient;
        cells.extend(estimate_cells(
            &row.estimate,
            if own { Writer::one(kind, &row.estimate, language) } else { writer },
        ));
        if graded {
            let grade = row.estimate.reliability.as_ref().map(|r| words::grade(r.grade, language));
            cells.push(grade.unwrap_or_default().to_owned());
        }
        cells
    });
    (columns, rows.collect())
}

fn estimate_cells(estimate: &Estimate, writer: Writer) -> [String; 5] {
    let language = writer.language();
    let error = estimate.se.map(|se| error(se, writer));
    [
        writer.figure(estimate),
        writer.interval(estimate),
        error.unwrap_or_default(),
        format_integer(estimate.n, language),
        format_integer(estimate.n_missing, language),
    ]
}

/// A standard error: one digit more than the figure, in per cent for shares.
fn error(se: f64, writer: Writer) -> String {
    let language = writer.language();
    match writer.kind() {
        FigureKind::Share | FigureKind::Points => format_percent(se, writer.decimals() + 1, language),
        FigureKind::Number | FigureKind::Difference => format_number(se, writer.decimals() + 1, language),
    }
}

fn interval_name<'e>(mut estimates: impl Iterator<Item = &'e Estimate>, language: Language) -> String {
    let level = estimates.find_map(|estimate| estimate.interval.as_ref()).map(|interval| interval.level);
    level.map_or_else(
        || phrase(Phrase::Interval, language).to_owned(),
        |level| sentence::interval_name(&figure::level(level, language), language),
    )
}

fn estimates_table(estimates: &Estimates, language: Language) -> Light {
    let (columns, rows) = estimates_cells(estimates, language);
    let heads = estimates.keys.len().clamp(1, KEYS);
    Light { caption: words::caption(estimates, language), columns, heads, rows }
}

/// The columns and rows of comparisons as text.
pub(super) fn comparisons_cells(comparisons: &Comparisons, language: Language) -> (Vec<String>, Vec<Vec<String>>) {
    let estimates = || comparisons.rows.iter().map(|row| &row.estimate);
    let writer = Writer::new(FigureKind::Difference, estimates(), language);
    let say = |name| phrase(name, language).to_owned();
    let columns = vec![
        say(Phrase::Group),
        say(Phrase::ComparedWith),
        say(Phrase::Difference),
        interval_name(estimates(), language),
        say(Phrase::AdjustedP),
        say(Phrase::StandsOut),
    ];
    let rows = comparisons.rows.iter().map(|row| {
        let stands_out = row.stands_out().map(|yes| say(if yes { Phrase::Yes } else { Phrase::No }));
        vec![
            words::labels(&row.a, language),
            words::labels(&row.b, language),
            writer.figure(&row.estimate),
            writer.interval(&row.estimate),
            row.p_adjusted.map(|p| p_value(p, language)).unwrap_or_default(),
            stands_out.unwrap_or_else(|| say(Phrase::ChangeUnknown)),
        ]
    });
    (columns, rows.collect())
}

pub(super) fn p_value(p: f64, language: Language) -> String {
    if p < 0.001 { format!("<{}", format_number(0.001, 3, language)) } else { format_number(p, 3, language) }
}

/// What a table of comparisons is about.
pub(super) fn comparisons_caption(comparisons: &Comparisons, language: Language) -> String {
    let name = phrase(Phrase::Difference, language);
    if comparisons.keys.is_empty() {
        name.to_owned()
    } else {
        sentence::by(name, &comparisons.keys.join(" × "), language)
    }
}

fn comparisons_table(comparisons: &Comparisons, language: Language) -> Light {
    let (columns, rows) = comparisons_cells(comparisons, language);
    Light { caption: comparisons_caption(comparisons, language), columns, heads: 2, rows }
}

pub(super) fn render(table: Light, language: Language) -> String {
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
                if html.len() + line.len() > BYTES {
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
    html.finish()
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
