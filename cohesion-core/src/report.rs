//! What people are given: results as data, and their rendering. Nothing is computed here.
//!
//! Every renderer takes a [`PublishedEvaluation`], in which small groups are hidden, or plain estimates. All text that comes
//! from data is escaped for where it goes.

pub(crate) mod assessment;
mod axis;
pub(crate) mod colour;
mod content;
mod csv;
mod document;
pub(crate) mod figure;
mod html;
mod light;
mod markdown;
mod network;
mod partners;
mod picture;
mod residents;
mod review;
mod sheet;
mod tables;
mod text;
pub(crate) mod texts;
pub(crate) mod words;

use crate::closed_set::closed_set;
use crate::message::Language;

pub use assessment::{assessment_html, assessment_html_fragment, assessment_markdown};
pub(crate) use axis::Axis;
pub use content::{
    BandReport, Basis, GroupReport, IndicatorReport, LeftOut, PublishedEvaluation, ReportContent, Sample, ScaleReport,
    TargetReport, Verdict, WaveReport,
};
pub use csv::{csv_machine, csv_spreadsheet};
pub use light::notebook_html;
pub(crate) use picture::{band_caption, band_name, band_writer};
pub(crate) use review::{Names, say};
pub use review::{
    ShownReview, finding_texts, review_html, review_html_fragment, review_markdown, review_notebook_html, review_text,
};
pub use tables::note_text;
pub use text::text;

/// The stylesheet of the report: every class begins with `cc-`. A page whose policy refuses inline styles serves this
/// text as a file and embeds [`html_fragment`].
pub const STYLE: &str = include_str!("report/style.css");

closed_set! {
    #[unknown("audience", "is no audience of a report")]
    /// For whom a report is written.
    #[derive(Default)]
    pub enum ReportAudience {
        /// Those who work together: every figure with its interval, and how it was made.
        #[default]
        Partners = "partners",
        /// Those who live there: plain sentences, what is not known, and whom to ask.
        Residents = "residents",
    }
}

/// The report as a page of its own: no script, no request, printable, with a policy that allows its own style only.
///
/// ```
/// use cohesion_core::{EvaluationOptions, Language, Plan, ReportAudience, read_csv, report};
/// let plan = Plan::read("examples/somerville.toml")?;
/// let answers = read_csv(&std::fs::read("examples/somerville.csv")?)?.table;
/// let published = plan.evaluate(&answers, EvaluationOptions::new())?.publish();
/// let page = report::html(&published, Language::Fr, ReportAudience::Residents);
/// assert!(page.starts_with("<!DOCTYPE html>"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn html(publication: &PublishedEvaluation, language: Language, audience: ReportAudience) -> String {
    html::page(&written(publication, language, audience), language)
}

/// The report for embedding in a page: classes only, headings from level 2 down; [`STYLE`] makes it look as the page.
///
/// ```
/// use cohesion_core::{EvaluationOptions, Language, Plan, ReportAudience, read_csv, report};
/// let plan = Plan::read("examples/somerville.toml")?;
/// let answers = read_csv(&std::fs::read("examples/somerville.csv")?)?.table;
/// let published = plan.evaluate(&answers, EvaluationOptions::new())?.publish();
/// let part = report::html_fragment(&published, Language::Nl, ReportAudience::Partners);
/// assert!(!part.contains("<html"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn html_fragment(publication: &PublishedEvaluation, language: Language, audience: ReportAudience) -> String {
    html::fragment(&written(publication, language, audience), language)
}

/// The report as Markdown.
///
/// ```
/// use cohesion_core::{EvaluationOptions, Language, Plan, ReportAudience, read_csv, report};
/// let plan = Plan::read("examples/somerville.toml")?;
/// let answers = read_csv(&std::fs::read("examples/somerville.csv")?)?.table;
/// let published = plan.evaluate(&answers, EvaluationOptions::new())?.publish();
/// let page = report::markdown(&published, Language::En, ReportAudience::Residents);
/// assert!(page.starts_with("# "));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn markdown(publication: &PublishedEvaluation, language: Language, audience: ReportAudience) -> String {
    markdown::markdown(&written(publication, language, audience))
}

fn written(publication: &PublishedEvaluation, language: Language, audience: ReportAudience) -> document::Document {
    match audience {
        ReportAudience::Partners => partners::document(publication.content(), language),
        ReportAudience::Residents => residents::document(publication.content(), language),
    }
}
