//! The report of a self-assessment, for those who work together and for those who live there.

use super::ReportAudience;
use super::document::{Block, Document, Drawing, Picture, Row, Section, Table, Tone};
use super::figure::{self, FigureKind, Writer};
use super::{html, markdown, picture, words};
use crate::estimate::{Estimate, Note};
use crate::health::assessment::{
    PublishedAssessment, PublishedAssessmentContent, PublishedDimension, Quadrant, QuadrantName, Standing, StandingName,
};
use crate::message::sentence::{self, assessment as say};
use crate::message::{Entry, Language, format_integer, format_number, phrases};
use crate::partnership::{Across, Crosshair};

/// The report of a self-assessment as a page of its own, see [`super::html`].
///
/// ```
/// use cohesion_core::{Column, Language, Plan, ReportAudience, Table, report};
/// let names = ["a", "b", "c", "d", "e"];
/// let stakeholders = names.map(|id| format!("{{ id = '{id}', name = '{id}', sector = 'association' }}")).join(",");
/// let plan = Plan::from_toml(&format!(
///     "[partnership]\nstakeholders = [{stakeholders}]\n\
///      assessment = {{ dimensions = [{{ id = 'open', title = 'Openness', variable = 'open' }}] }}"
/// ))?;
/// let answers = Table::new(vec![
///     Column::text("organisation", names.map(Some)),
///     Column::number("open", vec![4.0, 5.0, 4.0, 3.0, 4.0]),
/// ])?;
/// let published = plan.assess(&answers)?.publish();
/// let page = report::assessment_html(&published, Language::En, ReportAudience::Partners);
/// assert!(page.starts_with("<!DOCTYPE html>"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn assessment_html(publication: &PublishedAssessment, language: Language, audience: ReportAudience) -> String {
    html::page(&document(publication.content(), language, audience), language)
}

/// The report of a self-assessment for embedding in a page, see [`super::html_fragment`].
///
/// ```
/// use cohesion_core::{Column, Language, Plan, ReportAudience, Table, report};
/// let names = ["a", "b", "c", "d", "e"];
/// let stakeholders = names.map(|id| format!("{{ id = '{id}', name = '{id}', sector = 'association' }}")).join(",");
/// let plan = Plan::from_toml(&format!(
///     "[partnership]\nstakeholders = [{stakeholders}]\n\
///      assessment = {{ dimensions = [{{ id = 'open', title = 'Openness', variable = 'open' }}] }}"
/// ))?;
/// let answers = Table::new(vec![
///     Column::text("organisation", names.map(Some)),
///     Column::number("open", vec![4.0, 5.0, 4.0, 3.0, 4.0]),
/// ])?;
/// let published = plan.assess(&answers)?.publish();
/// let part = report::assessment_html_fragment(&published, Language::En, ReportAudience::Partners);
/// assert!(part.contains("Openness") && !part.contains("<html"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn assessment_html_fragment(
    publication: &PublishedAssessment,
    language: Language,
    audience: ReportAudience,
) -> String {
    html::fragment(&document(publication.content(), language, audience), language)
}

/// The report of a self-assessment as Markdown.
///
/// ```
/// use cohesion_core::{Column, Language, Plan, ReportAudience, Table, report};
/// let names = ["a", "b", "c", "d", "e"];
/// let stakeholders = names.map(|id| format!("{{ id = '{id}', name = '{id}', sector = 'association' }}")).join(",");
/// let plan = Plan::from_toml(&format!(
///     "[partnership]\nstakeholders = [{stakeholders}]\n\
///      assessment = {{ dimensions = [{{ id = 'open', title = 'Openness', variable = 'open' }}] }}"
/// ))?;
/// let answers = Table::new(vec![
///     Column::text("organisation", names.map(Some)),
///     Column::number("open", vec![4.0, 5.0, 4.0, 3.0, 4.0]),
/// ])?;
/// let published = plan.assess(&answers)?.publish();
/// let text = report::assessment_markdown(&published, Language::Nl, ReportAudience::Partners);
/// assert!(text.contains("5 van 5 organisaties antwoordden"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn assessment_markdown(publication: &PublishedAssessment, language: Language, audience: ReportAudience) -> String {
    markdown::markdown(&document(publication.content(), language, audience))
}

fn document(content: &PublishedAssessmentContent, language: Language, audience: ReportAudience) -> Document {
    let context = Context { content, language };
    let blocks = match audience {
        ReportAudience::Partners => context.partners(),
        ReportAudience::Residents => context.residents(),
    };
    Document { title: context.title(), blocks }
}

/// What a review says of the partners' ratings, from what may be shared of them.
pub(super) fn within_review(
    content: &PublishedAssessmentContent,
    language: Language,
    audience: ReportAudience,
) -> Vec<Block> {
    let context = Context { content, language };
    match audience {
        ReportAudience::Partners => {
            let mut blocks = context.ratings();
            blocks.push(context.overview());
            blocks.extend(context.importance());
            blocks
        }
        ReportAudience::Residents => {
            let mut blocks = vec![Block::Paragraph(say::own_view(language).to_owned())];
            blocks.extend(context.response(false));
            blocks.push(context.found());
            blocks
        }
    }
}

/// The name of a standing.
pub(crate) fn standing_name(name: StandingName, language: Language) -> &'static str {
    let name = match name {
        StandingName::Strength => &phrases::STRENGTH,
        StandingName::Discuss => &phrases::TO_DISCUSS,
        StandingName::Concern => &phrases::CONCERN,
    };
    name.said(language)
}

/// The name of a field of importance and performance.
pub(crate) fn quadrant_name(name: QuadrantName, language: Language) -> &'static str {
    let name = match name {
        QuadrantName::KeepUp => &phrases::KEEP_UP,
        QuadrantName::Concentrate => &phrases::CONCENTRATE,
        QuadrantName::LowPriority => &phrases::LOW_PRIORITY,
        QuadrantName::PossibleOverkill => &phrases::POSSIBLE_OVERKILL,
    };
    name.said(language)
}

/// A field with what the intervals leave open.
pub(crate) fn quadrant_words(quadrant: &Quadrant, language: Language) -> String {
    let name = quadrant_name(quadrant.name, language);
    match quadrant.decided {
        Some(true) => name.to_owned(),
        None => say::by_figure_alone(name, language),
        Some(false) => format!("{name}; {}", phrases::NOT_DECIDED.said(language)),
    }
}

/// What readers call a dimension.
pub(crate) fn dimension_title(dimension: &PublishedDimension, language: Language) -> &str {
    words::text_or(Some(&dimension.title), &dimension.id, language)
}

#[derive(Clone, Copy)]
struct Context<'c> {
    content: &'c PublishedAssessmentContent,
    language: Language,
}

impl Context<'_> {
    fn say(self, name: &'static Entry) -> String {
        name.said(self.language).to_owned()
    }

    fn title(self) -> String {
        let title =
            words::text_or(self.content.title.as_ref(), phrases::SELF_ASSESSMENT.said(self.language), self.language);
        match words::said(self.content.partnership.as_ref(), self.language) {
            Some(name) => sentence::labelled(name, title, self.language),
            None => title.to_owned(),
        }
    }

    fn section(self, id: &str, title: &'static Entry, blocks: Vec<Block>) -> Block {
        Block::Section(Section { id: id.to_owned(), title: self.say(title), theme: None, blocks })
    }

    /// Who answered, and when.
    fn response(self, named: bool) -> Vec<Block> {
        let response = &self.content.response;
        let count = |count| format_integer(count, self.language);
        let who =
            say::who_answered(count(response.answered), count(response.organisations), response.people, self.language);
        let wave = self.content.wave.as_deref();
        let wave = wave.map(|wave| words::text_or(self.content.wave_label.as_ref(), wave, self.language));
        let mut lines = vec![match wave {
            Some(wave) => sentence::labelled(wave, &who, self.language),
            None => who,
        }];
        if named && !response.silent_names.is_empty() {
            let names: Vec<&str> = response.silent_names.iter().map(|name| name.get(self.language)).collect();
            lines.push(say::silent(names.join(", "), self.language));
        }
        lines.into_iter().map(Block::Paragraph).collect()
    }

    fn writer<'e>(self, estimates: impl IntoIterator<Item = &'e Estimate>) -> Writer {
        Writer::new(FigureKind::Number, estimates, self.language)
    }

    /// Who answered, and how ratings were put together.
    fn ratings(self) -> Vec<Block> {
        let mut blocks = self.response(true);
        let across = self.content.across == Across::Respondents;
        blocks.push(Block::Paragraph(say::across(across, self.language).to_owned()));
        let minimum = format_integer(self.content.minimum_organisations, self.language);
        blocks.push(Block::Remark(Tone::Plain, say::rule(&minimum, self.language)));
        blocks
    }

    fn partners(self) -> Vec<Block> {
        let mut blocks = self.ratings();
        blocks.push(self.overview());
        blocks.extend(self.importance());
        blocks.push(self.agreement());
        blocks.push(self.notes());
        blocks.push(self.how_made());
        blocks
    }

    /// One row per dimension, and the picture.
    fn overview(self) -> Block {
        let dimensions = &self.content.dimensions;
        let writer = self.writer(dimensions.iter().map(|dimension| &dimension.performance));
        let mut blocks = Vec::new();
        if let (Some(strength), Some(concern)) = (self.content.strength, self.content.concern) {
            let cut = |value| figure::exact(FigureKind::Number, value, 6, self.language);
            blocks.push(Block::Paragraph(say::cut_points(cut(strength), cut(concern), self.language)));
        }
        let rows: Vec<(String, &Estimate)> = dimensions
            .iter()
            .map(|dimension| (dimension_title(dimension, self.language).to_owned(), &dimension.performance))
            .collect();
        blocks.extend(picture::dots(&rows, writer, None).map(|dots| {
            let caption = self.say(&phrases::PERFORMANCE);
            let alternative = words::alternative(&caption, rows.iter().cloned(), &[], writer, self.language);
            Block::Picture(Picture { alternative, caption, drawing: Drawing::Dots(dots) })
        }));
        let level = sentence::interval_name(figure::level(self.content.level, self.language), self.language);
        let mut columns = vec![self.say(&phrases::DIMENSION), self.say(&phrases::PERFORMANCE), level];
        let more = [
            &phrases::VERDICT,
            &phrases::SPREAD_BETWEEN,
            &phrases::ORGANISATIONS,
            &phrases::CHANGE,
            &phrases::ADJUSTED_P,
        ];
        columns.extend(more.into_iter().map(|name| self.say(name)));
        let rows = dimensions.iter().map(|dimension| {
            Row::new(dimension_title(dimension, self.language), self.overview_cells(dimension, writer))
        });
        let table = Table { caption: self.say(&phrases::PERFORMANCE), columns, rows: rows.collect() };
        blocks.push(Block::Table(table.filled()));
        self.section("overview", &phrases::AT_A_GLANCE, blocks)
    }

    fn overview_cells(self, dimension: &PublishedDimension, writer: Writer) -> Vec<String> {
        let number = |value: Option<f64>| value.map(|value| format_number(value, 2, self.language)).unwrap_or_default();
        let shown = !dimension.performance.is_hidden();
        let change = dimension.change.as_ref().map(|change| {
            let estimate = &change.comparison.estimate;
            let figure = Writer::one(FigureKind::Difference, estimate, self.language).with_interval(estimate);
            let direction = words::direction_words(words::direction(&change.comparison), self.language);
            if estimate.value.is_some() { sentence::labelled(direction, &figure, self.language) } else { figure }
        });
        let p = dimension.change.as_ref().and_then(|change| change.comparison.p_adjusted);
        vec![
            writer.figure(&dimension.performance),
            writer.interval(&dimension.performance),
            dimension.standing.as_ref().map(|standing| self.standing(standing)).unwrap_or_default(),
            number(dimension.spread.sd),
            if shown { format_integer(dimension.organisations, self.language) } else { String::new() },
            change.unwrap_or_default(),
            p.map(|p| super::sheet::p_value(p, self.language)).unwrap_or_default(),
        ]
    }

    fn standing(self, standing: &Standing) -> String {
        let name = standing_name(standing.name, self.language);
        match standing.decided {
            Some(true) => name.to_owned(),
            None => say::by_figure_alone(name, self.language),
            Some(false) => {
                let cut = |cut: &f64| figure::exact(FigureKind::Number, *cut, 6, self.language);
                let cuts: Vec<String> = standing.crosses.iter().map(cut).collect();
                say::crossing(name, say::and(&cuts, self.language), self.language)
            }
        }
    }

    /// Importance and performance; nothing where importance was not asked.
    fn importance(self) -> Option<Block> {
        let asked: Vec<(&PublishedDimension, &Estimate)> = self
            .content
            .dimensions
            .iter()
            .filter_map(|dimension| Some((dimension, dimension.importance.as_ref()?)))
            .collect();
        if asked.is_empty() {
            return None;
        }
        let writer =
            self.writer(asked.iter().flat_map(|(dimension, importance)| [&dimension.performance, *importance]));
        let columns = [&phrases::DIMENSION, &phrases::IMPORTANCE, &phrases::PERFORMANCE, &phrases::FIELD];
        let rows = asked.iter().map(|(dimension, importance)| {
            let field = dimension.quadrant.as_ref().map(|quadrant| quadrant_words(quadrant, self.language));
            let cells = [
                writer.with_interval(importance),
                writer.with_interval(&dimension.performance),
                field.unwrap_or_default(),
            ];
            Row::new(dimension_title(dimension, self.language), cells)
        });
        let table = Table {
            caption: self.say(&phrases::IMPORTANCE_PERFORMANCE),
            columns: columns.into_iter().map(|name| self.say(name)).collect(),
            rows: rows.collect(),
        };
        let means = self.content.crosshair == Crosshair::Means;
        let rule = Block::Paragraph(say::crosshair(means, self.language).to_owned());
        Some(self.section("importance", &phrases::IMPORTANCE_PERFORMANCE, vec![rule, Block::Table(table.filled())]))
    }

    fn agreement(self) -> Block {
        let number =
            |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format_number(value, 2, self.language));
        let columns = [
            &phrases::DIMENSION,
            &phrases::AGREEMENT_WITHIN,
            &phrases::AGREEMENT_BETWEEN,
            &phrases::ICC1,
            &phrases::ICC2,
        ];
        let rows = self.content.dimensions.iter().map(|dimension| {
            let agreement = &dimension.agreement;
            let icc1 = Writer::one(FigureKind::Number, &agreement.icc1, self.language);
            let cells = [
                number(agreement.within.rwg_j),
                number(agreement.between.rwg_j),
                if agreement.icc1.value.is_some() { icc1.with_interval(&agreement.icc1) } else { "–".to_owned() },
                number(agreement.icc2),
            ];
            Row::new(dimension_title(dimension, self.language), cells)
        });
        let table = Table {
            caption: self.say(&phrases::AGREEMENT),
            columns: columns.into_iter().map(|name| self.say(name)).collect(),
            rows: rows.collect(),
        };
        let mut blocks = vec![Block::Table(table)];
        let reasons = self.content.dimensions.iter().flat_map(|dimension| {
            let agreement = &dimension.agreement;
            [&agreement.within.reason, &agreement.between.reason, &agreement.icc1.reason].into_iter().flatten()
        });
        let reasons = words::notes(reasons, self.language);
        if !reasons.is_empty() {
            blocks.push(Block::List(reasons));
        }
        self.section("agreement", &phrases::AGREEMENT, blocks)
    }

    /// Every finding, with the dimension it is about.
    fn notes(self) -> Block {
        let mut sentences = words::notes(&self.content.notes, self.language);
        for dimension in &self.content.dimensions {
            let title = dimension_title(dimension, self.language);
            let change = dimension.change.as_ref().map(|change| &change.comparison.estimate);
            let estimates = [Some(&dimension.performance), dimension.importance.as_ref(), change];
            let of_estimates =
                estimates.into_iter().flatten().flat_map(|estimate| estimate.notes.iter().chain(&estimate.reason));
            let own: Vec<&Note> = dimension.notes.iter().chain(of_estimates).collect();
            for text in words::notes(own, self.language) {
                sentences.push(sentence::labelled(title, &text, self.language));
            }
        }
        let none = || Block::Paragraph(self.say(&phrases::NO_FINDINGS));
        let block = if sentences.is_empty() { none() } else { Block::List(sentences) };
        self.section("findings", &phrases::FINDINGS, vec![block])
    }

    fn how_made(self) -> Block {
        let provenance = &self.content.provenance;
        let method = self.content.dimensions.iter().map(|dimension| dimension.performance.method.as_str());
        let definitions: Vec<&str> = self.content.dimensions.iter().map(|x| x.definition.as_str()).collect();
        let mut facts = vec![(self.say(&phrases::DEFINITION), definitions.join(", "))];
        facts.extend(
            method.filter(|method| *method != "hidden").take(1).map(|x| (self.say(&phrases::METHOD), x.to_owned())),
        );
        facts.extend(provenance.plan_hash.as_ref().map(|hash| (self.say(&phrases::PLAN_HASH), hash.clone())));
        facts.push((self.say(&phrases::LIBRARY_VERSION), format!("cohesion-core {}", provenance.library_version)));
        self.section("how-made", &phrases::HOW_MADE, vec![Block::Facts(facts)])
    }

    fn residents(self) -> Vec<Block> {
        let mut blocks = vec![Block::Paragraph(say::own_view(self.language).to_owned())];
        blocks.extend(self.response(false));
        blocks.push(self.section("found", &phrases::WHAT_WE_FOUND, vec![self.found()]));
        let minimum = format_integer(self.content.minimum_organisations, self.language);
        let limits =
            vec![Block::Paragraph(say::rule(&minimum, self.language)), Block::Paragraph(self.say(&phrases::NO_CAUSE))];
        blocks.push(self.section("cannot-say", &phrases::WHAT_FIGURES_CANNOT_SAY, limits));
        blocks
    }

    /// Every dimension in plain words.
    fn found(self) -> Block {
        Block::List(self.content.dimensions.iter().map(|dimension| self.plain(dimension)).collect())
    }

    /// One dimension in plain words, with its figure and its interval.
    fn plain(self, dimension: &PublishedDimension) -> String {
        let title = dimension_title(dimension, self.language);
        let estimate = &dimension.performance;
        if estimate.value.is_none() {
            return say::plain_no_figure(title, self.language);
        }
        let figure = Writer::one(FigureKind::Number, estimate, self.language).with_interval(estimate);
        let mut text = match &dimension.standing {
            None => sentence::labelled(title, format!("{figure}."), self.language),
            Some(standing) => {
                let name = plain_name(standing.name, self.language);
                let told = say::plain_standing(title, name, standing.decided == Some(true), self.language);
                format!("{told} {figure}.")
            }
        };
        if let Some(change) = &dimension.change {
            let told = match words::direction(&change.comparison) {
                words::Direction::Risen => &phrases::PLAIN_RISEN,
                words::Direction::Fallen => &phrases::PLAIN_FALLEN,
                words::Direction::NotShown => &phrases::PLAIN_NO_CHANGE,
                words::Direction::Unknown => &phrases::PLAIN_CHANGE_UNKNOWN,
            };
            text.push(' ');
            text.push_str(told.said(self.language));
        }
        text
    }
}

/// The name of a standing as it stands in a sentence.
fn plain_name(name: StandingName, language: Language) -> &'static str {
    let name = match name {
        StandingName::Strength => &phrases::STRENGTH,
        StandingName::Discuss => &phrases::POINT_TO_DISCUSS,
        StandingName::Concern => &phrases::CONCERN,
    };
    name.said(language)
}
