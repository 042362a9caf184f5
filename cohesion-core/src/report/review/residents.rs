//! The review for those who live there: what was found about the whole, numbers of conflicts, what they were told.

use super::super::ReportAudience;
use super::super::document::{Block, Document};
use super::names::Names;
use super::partners::Writer;
use super::{ShownReview, heading, say, section};
use crate::message::{Language, format_integer, sentence};

pub(super) fn document(review: &ShownReview<'_>, language: Language) -> Document {
    let writer = Writer { review, language, names: Names::new(review, language) };
    let part = |id: &str, title: &str, blocks: Vec<Block>| section(id, title, blocks, language);
    let mut blocks = vec![Block::Facts(writer.facts())];
    blocks.push(part("found", "what_we_found", found(&writer)));
    if review.conflicts.known {
        let told = vec![Block::Paragraph(writer.say("conflicts_plain")), Block::Facts(writer.conflict_counts())];
        blocks.push(part("conflicts", "conflicts", told));
    }
    let audiences = writer.audiences();
    if !audiences.is_empty() {
        blocks.push(part("told", "told_residents", audiences));
    }
    let needs = writer.needs();
    if !needs.is_empty() {
        blocks.push(part("needs", "needs", needs));
    }
    blocks.push(part("stay", "who_stays_plain", writer.turnover()));
    blocks.extend(writer.self_assessment(ReportAudience::Residents));
    blocks.extend(writer.networks());
    blocks.push(part("cannot-say", "cannot_say", vec![Block::Paragraph(writer.say("no_cause"))]));
    let contact = review.contact.map(|contact| contact.get(language)).filter(|contact| !contact.is_empty());
    let contact = contact.unwrap_or_else(|| say("no_contact", language));
    blocks.push(part("contact", "whom_to_ask", vec![Block::Paragraph(contact.to_owned())]));
    Document { title: heading(review, language), blocks }
}

fn found(writer: &Writer<'_>) -> Vec<Block> {
    let review = writer.review;
    let lines: Vec<String> = review.findings.iter().map(|finding| writer.names.finding(finding)).collect();
    let mut blocks =
        if lines.is_empty() { vec![Block::Paragraph(writer.say("no_findings"))] } else { vec![Block::List(lines)] };
    if !review.withheld.is_empty() {
        blocks.push(Block::Paragraph(writer.say("about_single")));
        let count = |row: &crate::health::WithheldRow| {
            let n = format_integer(u64::from(row.n), writer.language);
            sentence::labelled(say(row.part.as_str(), writer.language), &n, writer.language)
        };
        blocks.push(Block::List(review.withheld.iter().map(count).collect()));
    }
    blocks
}
