//! The review of a partnership: what is said to partners and to residents.

mod names;
mod partners;
mod residents;
mod shown;
mod texts;

use super::ReportAudience;
use super::document::{Block, Document, Row, Section, Table};
use super::html;
use super::markdown;
use super::text;
use crate::health::texts::{Kinds, Reasons, Sectors};
use crate::message::{Entry, Language, Words, format_number, format_percent, word_of};

pub(crate) use names::Names;
pub use shown::ShownReview;
pub(crate) use shown::{ShownFinding, ShownNetwork};

/// Longer tables of a review are cut in what people read; the data hold every row.
const ROWS_SHOWN: usize = 200;

/// The review as a page of its own: no script, no request, printable. Residents get what [`crate::Review`] publishes.
///
/// ```
/// use std::collections::BTreeMap;
/// use cohesion_core::{Language, Plan, ReportAudience, ReviewOptions, report};
/// let plan = Plan::from_toml(&Plan::template("partnership")?)?;
/// let review = plan.review(&BTreeMap::new(), ReviewOptions::new("2026-06-30"))?;
/// let page = report::review_html(&review.publish(), Language::Nl, ReportAudience::Residents);
/// assert!(page.starts_with("<!DOCTYPE html>"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn review_html<'r>(review: impl Into<ShownReview<'r>>, language: Language, audience: ReportAudience) -> String {
    html::page(&document(&review.into(), language, audience), language)
}

/// The review for embedding in a page: classes only, headings from level 2 down.
///
/// ```
/// use std::collections::BTreeMap;
/// use cohesion_core::{Language, Plan, ReportAudience, ReviewOptions, report};
/// let plan = Plan::from_toml(&Plan::template("partnership")?)?;
/// let review = plan.review(&BTreeMap::new(), ReviewOptions::new("2026-06-30"))?;
/// let part = report::review_html_fragment(&review, Language::En, ReportAudience::Partners);
/// assert!(part.contains("No channel is meant for residents.") && !part.contains("<html"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn review_html_fragment<'r>(
    review: impl Into<ShownReview<'r>>,
    language: Language,
    audience: ReportAudience,
) -> String {
    html::fragment(&document(&review.into(), language, audience), language)
}

/// The review as Markdown.
///
/// ```
/// use std::collections::BTreeMap;
/// use cohesion_core::{Language, Plan, ReportAudience, ReviewOptions, report};
/// let plan = Plan::from_toml(&Plan::template("partnership")?)?;
/// let review = plan.review(&BTreeMap::new(), ReviewOptions::new("2026-06-30"))?;
/// assert!(report::review_markdown(&review, Language::En, ReportAudience::Partners).starts_with("# "));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn review_markdown<'r>(review: impl Into<ShownReview<'r>>, language: Language, audience: ReportAudience) -> String {
    markdown::markdown(&document(&review.into(), language, audience))
}

/// The findings of a review, one line each, the gravest first.
///
/// ```
/// use std::collections::BTreeMap;
/// use cohesion_core::{Language, Plan, ReviewOptions, report};
/// let plan = Plan::from_toml(&Plan::template("partnership")?)?;
/// let review = plan.review(&BTreeMap::new(), ReviewOptions::new("2026-06-30"))?;
/// let text = report::review_text(&review, Language::En);
/// assert!(text.contains("- high: No channel is meant for residents.\n"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn review_text<'r>(review: impl Into<ShownReview<'r>>, language: Language) -> String {
    let review = review.into();
    let names = Names::new(&review, language);
    let title = text::clean(&heading(&review, language));
    let mut out = format!("{title}\n{}\n", "=".repeat(title.chars().count()));
    out.push_str(&format!("{}\n\n", crate::message::sentence::as_of(names.date(review.as_of), language)));
    if review.findings.is_empty() {
        out.push_str(say("no_findings", language));
        out.push('\n');
    }
    let line = |finding: &ShownFinding<'_>| {
        format!("{}: {}", say(finding.severity.as_str(), language), names.finding(finding))
    };
    text::push_notes(&mut out, review.findings.iter().map(line).collect());
    out
}

/// The sentences of all findings, in their order.
///
/// ```
/// use std::collections::BTreeMap;
/// use cohesion_core::{Language, Plan, ReviewOptions, report};
/// let plan = Plan::from_toml(&Plan::template("partnership")?)?;
/// let review = plan.review(&BTreeMap::new(), ReviewOptions::new("2026-06-30"))?;
/// let texts = report::finding_texts(&review, Language::En);
/// assert!(texts.iter().any(|text| text == "No channel is meant for residents."));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn finding_texts<'r>(review: impl Into<ShownReview<'r>>, language: Language) -> Vec<String> {
    let review = review.into();
    let names = Names::new(&review, language);
    review.findings.iter().map(|finding| names.finding(finding)).collect()
}

/// The findings of a review as a small HTML table for a notebook.
///
/// ```
/// use std::collections::BTreeMap;
/// use cohesion_core::{Language, Plan, ReviewOptions, report};
/// let plan = Plan::from_toml(&Plan::template("partnership")?)?;
/// let review = plan.review(&BTreeMap::new(), ReviewOptions::new("2026-06-30"))?;
/// assert!(report::review_notebook_html(&review, Language::En).contains("No channel is meant for residents."));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn review_notebook_html<'r>(review: impl Into<ShownReview<'r>>, language: Language) -> String {
    let review = review.into();
    let names = Names::new(&review, language);
    let rows = review
        .findings
        .iter()
        .map(|finding| vec![say(finding.severity.as_str(), language).to_owned(), names.finding(finding)]);
    let columns = ["severity", "finding"].map(|key| say(key, language).to_owned());
    super::light::plain_table(heading(&review, language), columns.to_vec(), rows.collect(), language)
}

fn document(review: &ShownReview<'_>, language: Language, audience: ReportAudience) -> Document {
    match (audience, review.own) {
        (ReportAudience::Partners, _) => partners::document(review, language),
        (ReportAudience::Residents, None) => residents::document(review, language),
        (ReportAudience::Residents, Some(own)) => residents::document(&(&own.publish()).into(), language),
    }
}

/// The title of the whole.
fn heading(review: &ShownReview<'_>, language: Language) -> String {
    let own = review.title.map(|title| title.get(language)).filter(|title| !title.is_empty());
    let head = say("review_of", language);
    own.map_or_else(|| head.to_owned(), |own| crate::message::sentence::labelled(head, own, language))
}

/// The tables that keys of a review are looked up in.
pub(super) const WORDS: [&[&Entry]; 4] = [texts::TABLE, Sectors::TABLE, Kinds::TABLE, Reasons::TABLE];

/// The words of a key; the key itself where it is a word of the plan.
pub(crate) fn say(key: &str, language: Language) -> &str {
    WORDS.iter().find_map(|table| word_of(table, key, language)).unwrap_or(key)
}

/// A section with a heading from the words.
fn section(id: &str, title: &str, blocks: Vec<Block>, language: Language) -> Block {
    Block::Section(Section { id: id.to_owned(), title: say(title, language).to_owned(), theme: None, blocks })
}

/// A table with a caption and columns from the words, cut to what can be read; nothing where there is no row.
fn table(caption: &str, columns: &[&str], rows: Vec<Row>, language: Language) -> Vec<Block> {
    if rows.is_empty() {
        return Vec::new();
    }
    let cut = rows.len() > ROWS_SHOWN;
    let rows = rows.into_iter().take(ROWS_SHOWN).collect();
    let columns = columns.iter().map(|key| say(key, language).to_owned()).collect();
    let table = Table { caption: say(caption, language).to_owned(), columns, rows }.filled();
    let mut blocks = vec![Block::Table(table)];
    if cut {
        blocks.push(Block::Paragraph(say("more_rows", language).to_owned()));
    }
    blocks
}

/// A share as a percentage.
fn percent(share: Option<f64>, language: Language) -> String {
    share.map(|share| format_percent(share, 0, language)).unwrap_or_default()
}

/// A number with the digits it needs, at most `most`.
fn number(value: Option<f64>, most: usize, language: Language) -> String {
    let Some(value) = value else { return String::new() };
    let decimals = (0..most).find(|decimals| {
        let power = libm::pow(10.0, *decimals as f64);
        (value * power - (value * power).round()).abs() < 1e-6
    });
    format_number(value, decimals.unwrap_or(most), language)
}
