//! The report for those who work together.

mod figures;
mod indicator;

use super::content::{IndicatorReport, ReportContent, ScaleReport};
use super::document::{Block, Document, Row, Section, Table};
use super::figure::{self, FigureKind, Writer};
use super::words;
use crate::message::sentence;
use crate::message::{Entry, Language, format_date, format_integer, phrases};

/// What every part of the report needs.
#[derive(Clone, Copy)]
struct Context<'c> {
    content: &'c ReportContent,
    language: Language,
}

impl Context<'_> {
    fn say(self, name: &'static Entry) -> String {
        name.said(self.language).to_owned()
    }

    fn interval_name(self) -> String {
        sentence::interval_name(figure::level(self.content.sample.level, self.language), self.language)
    }

    fn fact(self, name: &'static Entry, value: impl Into<String>) -> (String, String) {
        (self.say(name), value.into())
    }
}

/// The title of the whole, in either report.
pub(super) fn title(content: &ReportContent, language: Language) -> String {
    words::text_or(content.title.as_ref(), phrases::DEFAULT_TITLE.said(language), language).to_owned()
}

/// The paragraphs above the first heading: what the plan is for.
pub(super) fn description(content: &ReportContent, language: Language) -> Option<Block> {
    words::said(content.description.as_ref(), language).map(|text| Block::Paragraph(text.to_owned()))
}

/// Where the section of an indicator is found.
pub(super) fn indicator_id(index: usize) -> String {
    format!("indicator-{}", index + 1)
}

/// The whole report.
pub(super) fn document(content: &ReportContent, language: Language) -> Document {
    let context = Context { content, language };
    let mut blocks: Vec<Block> = description(content, language).into_iter().collect();
    blocks.push(Block::Paragraph(context.sample()));
    blocks.push(Block::Remark(super::document::Tone::Plain, words::hidden_notice(content, language)));
    blocks.push(context.overview());
    blocks.push(context.indicators());
    blocks.extend(context.scales());
    blocks.push(context.notes("findings", &phrases::FINDINGS, &phrases::NO_FINDINGS, content.notes.iter()));
    let left_out = content.left_out.iter().map(|left_out| &left_out.note);
    blocks.push(context.notes("left-out", &phrases::LEFT_OUT, &phrases::NOTHING_LEFT_OUT, left_out));
    blocks.push(context.how_made());
    blocks.extend(
        words::said(content.contact.as_ref(), language).map(|contact| {
            context.section("contact", &phrases::WHOM_TO_ASK, vec![Block::Paragraph(contact.to_owned())])
        }),
    );
    Document { title: title(content, language), blocks }
}

impl Context<'_> {
    fn section(self, id: &str, title: &'static Entry, blocks: Vec<Block>) -> Block {
        Block::Section(Section { id: id.to_owned(), title: self.say(title), theme: None, blocks })
    }

    fn sample(self) -> String {
        let sample = &self.content.sample;
        let mut parts = vec![sentence::sample(sample.rows, sample.clusters, sample.strata, self.language)];
        if let Some(date) = &self.content.provenance.as_of {
            parts.push(sentence::as_of(format_date(date, self.language), self.language));
        }
        parts.join(" · ")
    }

    /// One row per indicator.
    fn overview(self) -> Block {
        let columns = [&phrases::INDICATOR, &phrases::FIGURE];
        let mut columns: Vec<String> = columns.into_iter().map(|name| self.say(name)).collect();
        columns.push(self.interval_name());
        columns.extend([&phrases::ANSWERS, &phrases::CHANGE, &phrases::TARGET].into_iter().map(|name| self.say(name)));
        let rows = self.content.indicators.iter().enumerate().map(|(index, indicator)| {
            let mut row = Row::new(words::title(indicator, self.language), self.overview_cells(indicator));
            row.link = Some(indicator_id(index));
            row
        });
        let table = Table { caption: self.say(&phrases::INDICATORS), columns, rows: rows.collect() }.filled();
        self.section("overview", &phrases::AT_A_GLANCE, vec![Block::Table(table)])
    }

    fn overview_cells(self, indicator: &IndicatorReport) -> Vec<String> {
        let estimate = &indicator.headline;
        let writer = Writer::one(FigureKind::of_indicator(indicator.statistic), estimate, self.language);
        let change = indicator
            .change
            .as_ref()
            .map(|change| words::direction_words(words::direction(change), self.language).to_owned());
        let target = indicator.target.as_ref().map(|target| words::verdict(target.verdict, self.language).to_owned());
        vec![
            writer.figure(estimate),
            writer.interval(estimate),
            if estimate.is_hidden() { String::new() } else { format_integer(estimate.n, self.language) },
            change.unwrap_or_default(),
            target.unwrap_or_default(),
        ]
    }

    fn indicators(self) -> Block {
        let sections = self.content.indicators.iter().enumerate();
        let sections = sections.map(|(index, indicator)| Block::Section(self.indicator(index, indicator)));
        self.section("indicators", &phrases::INDICATORS, sections.collect())
    }

    fn scales(self) -> Option<Block> {
        if self.content.scales.is_empty() {
            return None;
        }
        let mut columns: Vec<String> =
            [&phrases::SCALE, &phrases::ALPHA].into_iter().map(|name| self.say(name)).collect();
        columns.push(self.interval_name());
        columns
            .extend([&phrases::ANSWERS, &phrases::RELIABILITY, &phrases::ITEMS].into_iter().map(|name| self.say(name)));
        let rows = self.content.scales.iter().map(|scale| self.scale(scale)).collect();
        let mut blocks = vec![Block::Table(Table { caption: self.say(&phrases::SCALES), columns, rows })];
        let notes = self
            .content
            .scales
            .iter()
            .flat_map(|scale| scale.notes.iter().chain(&scale.alpha.notes).chain(&scale.alpha.reason));
        let notes = words::notes(notes, self.language);
        if !notes.is_empty() {
            blocks.push(Block::List(notes));
        }
        Some(self.section("scales", &phrases::SCALES, blocks))
    }

    fn scale(self, scale: &ScaleReport) -> Row {
        let writer = Writer::one(FigureKind::Number, &scale.alpha, self.language);
        let hidden = scale.alpha.is_hidden();
        let grade = scale.alpha.reliability.as_ref();
        Row::new(
            words::text_or(scale.label.as_ref(), &scale.id, self.language),
            [
                writer.figure(&scale.alpha),
                writer.interval(&scale.alpha),
                if hidden { String::new() } else { format_integer(scale.alpha.n, self.language) },
                grade.map(|grade| words::grade(grade.grade, self.language).to_owned()).unwrap_or_default(),
                scale.items.join(", "),
            ],
        )
    }

    fn notes<'n>(
        self,
        id: &str,
        title: &'static Entry,
        none: &'static Entry,
        notes: impl Iterator<Item = &'n crate::estimate::Note>,
    ) -> Block {
        let sentences = words::notes(notes, self.language);
        let block = if sentences.is_empty() { Block::Paragraph(self.say(none)) } else { Block::List(sentences) };
        self.section(id, title, vec![block])
    }

    fn how_made(self) -> Block {
        let level = figure::level(self.content.sample.level, self.language);
        let blocks = vec![
            Block::Paragraph(sentence::interval_meaning(&level, self.language)),
            Block::Facts(self.how_made_facts()),
        ];
        self.section("how-made", &phrases::HOW_MADE, blocks)
    }

    fn how_made_facts(self) -> Vec<(String, String)> {
        let (content, language) = (self.content, self.language);
        let provenance = &content.provenance;
        let mut facts = vec![self.fact(&phrases::DESIGN, words::design(&content.sample.design, language))];
        if !content.sample.waves.is_empty() {
            facts.push(self.fact(&phrases::WAVES, waves(content, language)));
        }
        let texts = [(&phrases::SOURCE, &content.source), (&phrases::ATTRIBUTION, &content.attribution)];
        for (name, text) in texts {
            facts.extend(words::said(text.as_ref(), language).map(|text| self.fact(name, text)));
        }
        facts.extend(provenance.as_of.as_ref().map(|date| self.fact(&phrases::AS_OF, format_date(date, language))));
        facts.extend(provenance.rule.as_ref().map(|rule| self.fact(&phrases::RULE, rule)));
        facts.extend(provenance.seed.map(|seed| self.fact(&phrases::SEED, seed.to_string())));
        facts.extend(provenance.plan_hash.as_ref().map(|hash| self.fact(&phrases::PLAN_HASH, hash)));
        facts.push(self.fact(&phrases::LIBRARY_VERSION, format!("cohesion-core {}", provenance.library_version)));
        facts
    }
}

/// The waves and their dates.
pub(super) fn waves(content: &ReportContent, language: Language) -> String {
    let waves = content.sample.waves.iter().map(|wave| {
        let name = words::text_or(wave.label.as_ref(), &wave.id, language);
        match &wave.date {
            Some(date) => format!("{name} ({})", format_date(date, language)),
            None => name.to_owned(),
        }
    });
    waves.collect::<Vec<_>>().join(", ")
}
