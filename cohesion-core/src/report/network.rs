//! Measures of networks in a report.

use super::document::{Block, Row, Table};
use super::sheet::short;
use crate::message::{Language, sentence};
use crate::network::NetworkResult;
use crate::network::texts::{column, word};

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
