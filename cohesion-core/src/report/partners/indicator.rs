//! The section of one indicator.

use super::{Context, indicator_id};
use crate::estimate::texts as common;
use crate::indicator::{Orientation, Origin};
use crate::message::NoteCode;
use crate::message::sentence;
use crate::message::{format_date, format_integer, format_number, phrases};
use crate::report::content::{IndicatorReport, TargetReport, Verdict};
use crate::report::document::{Block, Section, Tone};
use crate::report::figure::{self, FigureKind, Writer};
use crate::report::words;

impl Context<'_> {
    /// Everything about one indicator.
    pub(super) fn indicator(self, index: usize, indicator: &IndicatorReport) -> Section {
        let mut blocks = Vec::new();
        if indicator.origin == Some(Origin::Illustrative) {
            blocks.push(Block::Remark(Tone::Plain, self.say(&phrases::ILLUSTRATIVE_INDICATOR)));
        }
        blocks.extend(
            words::said(indicator.definition.as_ref(), self.language).map(|text| Block::Paragraph(text.to_owned())),
        );
        blocks.extend(self.headline(indicator));
        blocks.extend(self.change(indicator));
        blocks.extend(indicator.target.as_ref().map(|target| self.target(indicator, target)).into_iter().flatten());
        blocks.extend(self.bands(indicator));
        blocks.extend(self.waves(indicator));
        let mut place = 0;
        blocks.extend(indicator.groups.iter().filter(|group| !nothing(group)).map(|group| {
            place += 1;
            Block::Section(Section {
                id: format!("{}-group-{place}", indicator_id(index)),
                title: sentence::by_heading(words::group_column(group, self.language), self.language),
                theme: None,
                blocks: self.group(indicator, group),
            })
        }));
        blocks.extend(self.indicator_notes(indicator));
        blocks.push(Block::Details {
            summary: self.say(&phrases::DEFINITION_IN_FULL),
            blocks: vec![Block::Facts(self.definition(indicator))],
        });
        blocks.push(Block::Details {
            summary: self.say(&phrases::HOW_FIGURE_MADE),
            blocks: vec![Block::Facts(self.how_figure_made(indicator))],
        });
        Section {
            id: indicator_id(index),
            title: words::title(indicator, self.language).to_owned(),
            theme: words::said(indicator.theme.as_ref(), self.language).map(str::to_owned),
            blocks,
        }
    }

    fn headline(self, indicator: &IndicatorReport) -> Vec<Block> {
        let (estimate, language) = (&indicator.headline, self.language);
        let writer = Writer::one(FigureKind::of_indicator(indicator.statistic), estimate, language);
        let mut rest = Vec::new();
        if estimate.interval.is_some() {
            rest.push(sentence::labelled(self.interval_name(), writer.interval(estimate), language));
        }
        if !estimate.is_hidden() {
            rest.push(sentence::answers(estimate.n, language));
            rest.push(sentence::missing(estimate.n_missing, language));
        }
        if let Some(wave) = &indicator.wave {
            rest.push(sentence::wave(words::wave(&self.content.sample.waves, wave, language), language));
        }
        let mut blocks = vec![Block::Headline { figure: writer.figure(estimate), rest: rest.join(" · ") }];
        let reason = estimate.reason.as_ref().map(|note| words::note(note, language));
        let caution = words::caution(estimate.reliability.as_ref(), language);
        blocks.extend(reason.into_iter().chain(caution).map(|text| Block::Remark(Tone::Caution, text)));
        blocks
    }

    fn change(self, indicator: &IndicatorReport) -> Vec<Block> {
        let Some(change) = &indicator.change else { return Vec::new() };
        let language = self.language;
        let kind = FigureKind::of_indicator(indicator.statistic).difference();
        let writer = Writer::one(kind, &change.estimate, language);
        let waves = &self.content.sample.waves;
        let name = |labels: &[String]| {
            let label = labels.last().map(String::as_str).unwrap_or_default();
            words::wave(waves, label, language).to_owned()
        };
        let figure = match change.estimate.value {
            Some(_) => writer.with_interval(&change.estimate),
            None => String::new(),
        };
        let verdict = words::direction_words(words::direction(change), language);
        let told = sentence::change(name(&change.b), name(&change.a), verdict, &figure, language);
        let no_effect = crate::estimate::Note::information(common::change_is_no_effect(), "");
        let notes = [&no_effect].into_iter().chain(&change.estimate.notes).chain(&change.estimate.reason);
        let told: Vec<String> = [told].into_iter().chain(words::notes(notes, language)).collect();
        vec![Block::Paragraph(told.join(" "))]
    }

    fn target(self, indicator: &IndicatorReport, target: &TargetReport) -> Vec<Block> {
        let language = self.language;
        let kind = FigureKind::of_indicator(indicator.statistic);
        let by = target.by.as_deref().map(|by| format_date(by, language));
        let told = sentence::target(
            figure::exact(kind, target.value, 3, language),
            by.as_deref().unwrap_or_default(),
            figure::exact(kind, target.due, if kind == FigureKind::Share { 1 } else { 2 }, language),
            language,
        );
        let basis = match target.verdict {
            Verdict::OnTrack => Some(true),
            Verdict::OffTrack => Some(false),
            Verdict::CannotTell => None,
        };
        let decided = basis.is_some() || indicator.headline.interval.is_some();
        let basis = if decided { sentence::verdict_basis(basis, language) } else { "" };
        let verdict = words::verdict(target.verdict, language);
        let verdict = sentence::labelled(self.say(&phrases::VERDICT), verdict, language);
        let text = format!("{told} {verdict}. {basis}");
        let text = text.trim_end().to_owned();
        let mut blocks = vec![Block::Paragraph(text)];
        if target.origin == Some(Origin::Illustrative) {
            blocks.push(Block::Remark(Tone::Plain, self.say(&phrases::ILLUSTRATIVE_TARGET)));
        }
        blocks
    }

    fn indicator_notes(self, indicator: &IndicatorReport) -> Option<Block> {
        // That a change is no effect is said beside the change.
        let notes = indicator.notes.iter().chain(&indicator.headline.notes);
        let notes = words::notes(notes.filter(|note| note.code != NoteCode::CHANGE_IS_NO_EFFECT), self.language);
        (!notes.is_empty()).then_some(Block::List(notes))
    }

    fn definition(self, indicator: &IndicatorReport) -> Vec<(String, String)> {
        let language = self.language;
        let texts = [
            (&phrases::UNIT, &indicator.unit),
            (&phrases::NUMERATOR, &indicator.numerator),
            (&phrases::DENOMINATOR, &indicator.denominator),
            (&phrases::QUESTION, &indicator.question),
            (&phrases::DEFINITION_SOURCE, &indicator.source),
        ];
        let mut facts =
            vec![self.fact(&phrases::DEFINITION, sentence::version(&indicator.id, indicator.version, language))];
        for (name, text) in texts {
            facts.extend(words::said(text.as_ref(), language).map(|text| self.fact(name, text)));
        }
        facts.extend(indicator.year.map(|year| self.fact(&phrases::YEAR, year.to_string())));
        facts.extend(indicator.orientation.map(|orientation| {
            let words = match orientation {
                Orientation::HigherIsBetter => &phrases::HIGHER_IS_BETTER,
                Orientation::LowerIsBetter => &phrases::LOWER_IS_BETTER,
                Orientation::Neutral => &phrases::NEITHER_IS_BETTER,
            };
            self.fact(&phrases::ORIENTATION, self.say(words))
        }));
        let kind = FigureKind::of_indicator(indicator.statistic);
        facts.extend(indicator.target.as_ref().and_then(|target| {
            Some(self.fact(&phrases::BASELINE, figure::exact(kind, target.baseline?, 3, language)))
        }));
        facts.extend(indicator.benchmark.as_ref().map(|benchmark| {
            let value = figure::exact(kind, benchmark.value, 3, language);
            let source = words::said(benchmark.source.as_ref(), language).map(|source| format!(" ({source})"));
            let text = sentence::labelled(benchmark.label.get(language), &value, language);
            self.fact(&phrases::BENCHMARK, text + &source.unwrap_or_default())
        }));
        facts
    }

    fn how_figure_made(self, indicator: &IndicatorReport) -> Vec<(String, String)> {
        let (estimate, language) = (&indicator.headline, self.language);
        let statistic = match indicator.statistic {
            crate::indicator::IndicatorStatistic::Mean => &phrases::MEAN,
            crate::indicator::IndicatorStatistic::Share => &phrases::SHARE,
        };
        let mut facts = vec![self.fact(&phrases::STATISTIC, self.say(statistic))];
        if let Some(interval) = &estimate.interval {
            facts.push(self.fact(&phrases::METHOD, words::method(interval.method, language)));
            facts.push(self.fact(&phrases::SAME_IN_R, words::r_call(interval.method)));
        }
        let numbers = [
            (&phrases::STANDARD_ERROR, estimate.se, 4),
            (&phrases::DEGREES_OF_FREEDOM, estimate.df, 0),
            (&phrases::EFFECTIVE_N, estimate.n_eff, 0),
            (&phrases::DESIGN_EFFECT, estimate.deff, 2),
        ];
        for (name, number, decimals) in numbers {
            facts.extend(number.map(|number| self.fact(name, format_number(number, decimals, language))));
        }
        facts.extend(estimate.reliability.as_ref().map(|reliability| {
            let text = format!("{} ({})", words::grade(reliability.grade, language), reliability.rule);
            self.fact(&phrases::RELIABILITY, text)
        }));
        facts.extend(indicator.provenance.rule.as_ref().map(|rule| self.fact(&phrases::RULE, rule)));
        if !estimate.is_hidden() {
            facts.push(self.fact(&phrases::ANSWERS, format_integer(estimate.n, language)));
        }
        facts
    }
}

/// Whether there is nothing to say by this column.
fn nothing(group: &crate::report::content::GroupReport) -> bool {
    group.estimates.rows.is_empty() && group.hidden.is_empty()
}
