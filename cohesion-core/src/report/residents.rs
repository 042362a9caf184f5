//! The report for those who live there: plain sentences and whole numbers.

use super::content::{GroupReport, IndicatorReport, ReportContent, TargetReport, Verdict};
use super::document::{Block, Document, Row, Section, Table, Tone};
use super::figure::{self, FigureKind};
use super::partners;
use super::picture;
use super::words::{self, Direction};
use crate::estimate::{Estimate, Grade};
use crate::indicator::{IndicatorStatistic, Origin};
use crate::message::sentence::{self, plain};
use crate::message::{Entry, Language, format_date, format_number, phrases};

/// The whole report.
pub(super) fn document(content: &ReportContent, language: Language) -> Document {
    let say = |name: &'static Entry| name.said(language).to_owned();
    let section =
        |id: &str, title, blocks| Block::Section(Section { id: id.to_owned(), title: say(title), theme: None, blocks });
    let mut blocks: Vec<Block> = partners::description(content, language).into_iter().collect();
    let indicators = content.indicators.iter().enumerate().map(|(index, indicator)| {
        Block::Section(Section {
            id: partners::indicator_id(index),
            title: words::title(indicator, language).to_owned(),
            theme: words::said(indicator.theme.as_ref(), language).map(str::to_owned),
            blocks: indicator_blocks(content, indicator, language),
        })
    });
    blocks.push(section("found", &phrases::WHAT_WE_FOUND, indicators.collect()));
    blocks.push(section("unknown", &phrases::WHAT_WE_DO_NOT_KNOW, vec![Block::List(unknown(content, language))]));
    let cannot_say = vec![Block::Paragraph(say(&phrases::NO_CAUSE))];
    blocks.push(section("cannot-say", &phrases::WHAT_FIGURES_CANNOT_SAY, cannot_say));
    blocks.push(section("when", &phrases::WHEN_AND_HOW, vec![Block::List(when(content, language))]));
    let contact = words::said(content.contact.as_ref(), language).map(str::to_owned);
    let contact = Block::Paragraph(contact.unwrap_or_else(|| say(&phrases::NO_CONTACT)));
    blocks.push(section("contact", &phrases::WHOM_TO_ASK, vec![contact]));
    Document { title: partners::title(content, language), blocks }
}

/// Writes figures as residents read them: shares as so many in 100.
#[derive(Clone, Copy)]
struct Plain {
    share: bool,
    decimals: usize,
    language: Language,
}

impl Plain {
    fn new(statistic: IndicatorStatistic, estimate: &Estimate, language: Language) -> Self {
        let share = statistic == IndicatorStatistic::Share;
        let width = estimate.interval.as_ref().map_or(1.0, |interval| interval.high - interval.low);
        // Where rounding would make both ends one number, a decimal keeps them apart.
        let decimals = if share { usize::from(width < 0.02) } else { 1 + usize::from(width < 0.2) };
        Self { share, decimals, language }
    }

    fn number(self, value: f64) -> String {
        if !self.share {
            return format_number(value, self.decimals, self.language);
        }
        let text = format_number(value * 100.0, self.decimals, self.language);
        if value > 0.0 && text == format_number(0.0, self.decimals, self.language) {
            plain::fewer_than_one(self.language).to_owned()
        } else if value < 1.0 && text == format_number(100.0, self.decimals, self.language) {
            plain::more_than_ninety_nine(self.language).to_owned()
        } else {
            text
        }
    }

    fn ends(self, estimate: &Estimate) -> Option<(String, String)> {
        let interval = estimate.interval.as_ref()?;
        Some((self.number(interval.low), self.number(interval.high)))
    }
}

fn grade(estimate: &Estimate) -> Grade {
    estimate.reliability.as_ref().map_or(Grade::Reliable, |reliability| reliability.grade)
}

fn indicator_blocks(content: &ReportContent, indicator: &IndicatorReport, language: Language) -> Vec<Block> {
    let mut blocks = Vec::new();
    if indicator.origin == Some(Origin::Illustrative) {
        blocks.push(Block::Remark(Tone::Plain, phrases::ILLUSTRATIVE_INDICATOR.said(language).to_owned()));
    }
    blocks.extend(words::said(indicator.definition.as_ref(), language).map(|text| Block::Paragraph(text.to_owned())));
    blocks.extend(headline(indicator, language));
    blocks.extend(indicator.change.as_ref().map(|change| {
        let told = match words::direction(change) {
            Direction::Risen => &phrases::PLAIN_RISEN,
            Direction::Fallen => &phrases::PLAIN_FALLEN,
            Direction::NotShown => &phrases::PLAIN_NO_CHANGE,
            Direction::Unknown => &phrases::PLAIN_CHANGE_UNKNOWN,
        };
        Block::Paragraph(told.said(language).to_owned())
    }));
    blocks.extend(indicator.target.iter().flat_map(|target| goal(indicator, target, language)));
    blocks.extend(bands(indicator, language));
    let id = content.indicators.iter().position(|other| std::ptr::eq(other, indicator)).unwrap_or_default();
    blocks.extend(indicator.groups.iter().filter(|group| !group.estimates.rows.is_empty()).enumerate().map(
        |(place, group)| {
            Block::Section(Section {
                id: format!("{}-group-{}", partners::indicator_id(id), place + 1),
                title: sentence::by_heading(words::group_column(group, language), language),
                theme: None,
                blocks: vec![Block::List(groups(indicator, group, language))],
            })
        },
    ));
    blocks
}

fn headline(indicator: &IndicatorReport, language: Language) -> Vec<Block> {
    let estimate = &indicator.headline;
    let writer = Plain::new(indicator.statistic, estimate, language);
    let Some(value) = estimate.value else {
        let reason = estimate.reason.as_ref().map(|note| words::note(note, language)).unwrap_or_default();
        let text = format!("{} {reason}", phrases::PLAIN_NO_FIGURE.said(language));
        return vec![Block::Remark(Tone::Caution, text.trim_end().to_owned())];
    };
    let about = if writer.share {
        plain::about_in_hundred(writer.number(value), language)
    } else {
        let unit = words::said(indicator.unit.as_ref(), language);
        plain::on_average(writer.number(value), unit.unwrap_or_default(), language)
    };
    let between = writer.ends(estimate).map(|(low, high)| plain::probably_between(&low, &high, writer.share, language));
    let mut blocks = match (grade(estimate), between) {
        (Grade::Unreliable, Some(between)) => {
            let warning = phrases::PLAIN_VERY_UNCERTAIN.said(language);
            vec![Block::Remark(Tone::Caution, format!("{warning} {between}"))]
        }
        (_, between) => vec![Block::Headline { figure: about, rest: between.unwrap_or_default() }],
    };
    if grade(estimate) == Grade::Review {
        blocks.push(Block::Remark(Tone::Caution, phrases::USE_WITH_CARE.said(language).to_owned()));
    }
    let mut rest = vec![plain::answered(estimate.n, estimate.n_missing, language)];
    rest.extend(
        words::said(indicator.denominator.as_ref(), language)
            .map(|whom| plain::among(whom.trim_end_matches('.'), language)),
    );
    blocks.push(Block::Paragraph(rest.join(" ")));
    blocks
}

fn goal(indicator: &IndicatorReport, target: &TargetReport, language: Language) -> Vec<Block> {
    let share = indicator.statistic == IndicatorStatistic::Share;
    let value = if share { target.value * 100.0 } else { target.value };
    let value = figure::exact(FigureKind::Number, value, 2, language);
    let by = target.by.as_deref().map(|by| format_date(by, language));
    let verdict = match target.verdict {
        Verdict::OnTrack => &phrases::PLAIN_ON_TRACK,
        Verdict::OffTrack => &phrases::PLAIN_OFF_TRACK,
        Verdict::CannotTell => &phrases::PLAIN_CANNOT_TELL,
    };
    let text = format!("{} {}", plain::goal(&value, share, by.as_deref(), language), verdict.said(language));
    let mut blocks = vec![Block::Paragraph(text)];
    if target.origin == Some(Origin::Illustrative) {
        blocks.push(Block::Remark(Tone::Plain, phrases::ILLUSTRATIVE_TARGET.said(language).to_owned()));
    }
    blocks
}

fn bands(indicator: &IndicatorReport, language: Language) -> Vec<Block> {
    let Some(bar) = picture::bar(indicator, language) else { return Vec::new() };
    let bands = &indicator.bands;
    let rows = bands.iter().enumerate().map(|(index, band)| {
        let writer = Plain { share: true, decimals: 0, language };
        let share = band.share.value.map(|share| writer.number(share)).unwrap_or_default();
        let mut row = Row::new(picture::band_name(band, language), [share]);
        row.swatch = Some(picture::shade(index, bands.len(), indicator.orientation));
        row
    });
    let columns = vec![phrases::CATEGORY.said(language).to_owned(), plain::in_hundred_people(language).to_owned()];
    let caption = picture::band_caption(indicator, language);
    vec![bar, Block::Table(Table { caption, columns, rows: rows.collect() })]
}

fn groups(indicator: &IndicatorReport, group: &GroupReport, language: Language) -> Vec<String> {
    let rows = words::groups(group, language);
    let told = rows.into_iter().map(|(name, estimate)| {
        let writer = Plain::new(indicator.statistic, estimate, language);
        let ends = writer.ends(estimate);
        let ends = ends.as_ref().map(|(low, high)| (low.as_str(), high.as_str()));
        let rest = match (estimate.value, grade(estimate), ends) {
            (None, _, _) => phrases::PLAIN_NO_FIGURE.said(language).trim_end_matches('.').to_lowercase(),
            (Some(_), Grade::Unreliable, Some((low, high))) => plain::group_range(low, high, writer.share, language),
            (Some(value), _, ends) => plain::group(&writer.number(value), ends, writer.share, language),
        };
        sentence::labelled(&name, &rest, language)
    });
    told.collect()
}

/// What is not known: who did not answer, what was left out, which groups are too small.
fn unknown(content: &ReportContent, language: Language) -> Vec<String> {
    let mut told = vec![phrases::NOT_EVERYBODY.said(language).to_owned()];
    let left_out: Vec<&str> = content.left_out.iter().map(|left_out| left_out.title.get(language)).collect();
    if !left_out.is_empty() {
        told.push(plain::not_worked_out(left_out.join(", "), language));
    }
    let mut hidden: Vec<String> = Vec::new();
    for group in content.indicators.iter().flat_map(|indicator| &indicator.groups) {
        for name in words::hidden_names(group, language) {
            let name = format!("{name} ({})", words::group_column(group, language));
            if !hidden.contains(&name) {
                hidden.push(name);
            }
        }
    }
    if hidden.is_empty() {
        told.push(plain::small_groups_rule(content.minimum_n, language));
    } else {
        told.push(plain::small_groups(hidden.join(", "), content.minimum_n, language));
    }
    told
}

/// When and among how many.
fn when(content: &ReportContent, language: Language) -> Vec<String> {
    let mut told = vec![plain::survey_size(content.sample.rows, language)];
    if !content.sample.waves.is_empty() {
        told.push(plain::asked_in(partners::waves(content, language), language));
    }
    let as_of = content.provenance.as_of.as_ref();
    told.extend(as_of.map(|date| plain::as_of(format_date(date, language), language)));
    let source = words::said(content.source.as_ref(), language);
    let source = source.map(|text| sentence::labelled(phrases::SOURCE.said(language), text, language));
    told.extend(source);
    told.extend(words::said(content.attribution.as_ref(), language).map(str::to_owned));
    told
}
