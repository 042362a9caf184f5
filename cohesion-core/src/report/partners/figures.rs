//! Tables and pictures of an indicator's figures.

use super::Context;
use crate::estimate::{Estimate, Grade};
use crate::message::sentence;
use crate::message::{Entry, format_integer, phrases};
use crate::report::content::{GroupReport, IndicatorReport};
use crate::report::document::{Block, Drawing, Picture, Row, Table};
use crate::report::figure::{FigureKind, Writer};
use crate::report::{picture, words};

impl Context<'_> {
    /// The bar of bands and its table.
    pub(super) fn bands(self, indicator: &IndicatorReport) -> Vec<Block> {
        let bands = &indicator.bands;
        if bands.is_empty() {
            return Vec::new();
        }
        let writer = picture::band_writer(indicator, self.language);
        let rows = bands.iter().enumerate().map(|(index, band)| {
            let name = picture::band_name(band, self.language);
            let mut row = Row::new(name, [writer.figure(&band.share), writer.interval(&band.share)]);
            row.swatch = Some(picture::shade(index, bands.len(), indicator.orientation));
            row
        });
        let columns = vec![self.say(&phrases::CATEGORY), self.say(&phrases::SHARE), self.interval_name()];
        let caption = picture::band_caption(indicator, self.language);
        let table = Block::Table(Table { caption, columns, rows: rows.collect() });
        picture::bar(indicator, self.language).into_iter().chain([table]).collect()
    }

    /// The figures of the waves, where there are several.
    pub(super) fn waves(self, indicator: &IndicatorReport) -> Vec<Block> {
        let rows = words::by_wave(indicator, &self.content.sample.waves, self.language);
        if rows.len() < 2 {
            return Vec::new();
        }
        let caption = sentence::by(
            words::title(indicator, self.language),
            phrases::WAVE.said(self.language).to_lowercase(),
            self.language,
        );
        let kind = FigureKind::of_indicator(indicator.statistic);
        self.figures(&caption, &phrases::WAVE, kind, &rows, &[], None)
    }

    /// The figures of the groups of one column.
    pub(super) fn group(self, indicator: &IndicatorReport, group: &GroupReport) -> Vec<Block> {
        let language = self.language;
        let column = words::group_column(group, language);
        let caption = sentence::by(words::title(indicator, language), column, language);
        let rows = words::groups(group, language);
        let hidden = words::hidden_names(group, language);
        let kind = FigureKind::of_indicator(indicator.statistic);
        let mut blocks = self.figures(&caption, &phrases::GROUP, kind, &rows, &hidden, indicator.headline.value);
        let reasons = group.hidden.iter().map(|row| {
            let name = words::group_name(group, &row.labels, language);
            format!("{name} – {}", words::note(&row.note, language))
        });
        let reasons: Vec<String> = reasons.chain(words::notes(&group.estimates.notes, language)).collect();
        if !reasons.is_empty() {
            blocks.push(Block::List(reasons));
        }
        blocks.extend(self.group_changes(indicator, group));
        blocks
    }

    /// A picture and a table of the same figures.
    fn figures(
        self,
        caption: &str,
        head: &'static Entry,
        kind: FigureKind,
        rows: &[(String, &Estimate)],
        hidden: &[String],
        reference: Option<f64>,
    ) -> Vec<Block> {
        if rows.is_empty() {
            return Vec::new();
        }
        let writer = Writer::new(kind, rows.iter().map(|(_, estimate)| *estimate), self.language);
        let alternative = words::alternative(
            caption,
            rows.iter().map(|(label, estimate)| (label.clone(), *estimate)),
            hidden,
            writer,
            self.language,
        );
        let mut blocks = Vec::new();
        blocks.extend(picture::dots(rows, writer, reference).map(|dots| {
            let mut legend = vec![format!("● {}", self.say(&phrases::VALUE)), format!("━ {}", self.interval_name())];
            legend.extend(reference.map(|value| {
                let overall = phrases::OVERALL.said(self.language);
                format!("┆ {}", sentence::labelled(overall, writer.number(value), self.language))
            }));
            let caption = legend.join("   ");
            Block::Picture(Picture { alternative, caption, drawing: Drawing::Dots(dots) })
        }));
        blocks.push(Block::Table(self.table(caption, head, rows, writer)));
        blocks
    }

    fn table(self, caption: &str, head: &'static Entry, rows: &[(String, &Estimate)], writer: Writer) -> Table {
        let poor = |estimate: &Estimate| {
            estimate.reliability.as_ref().map(|r| r.grade).filter(|grade| *grade != Grade::Reliable)
        };
        let grades = rows.iter().any(|(_, estimate)| poor(estimate).is_some());
        let mut columns = vec![self.say(head), self.say(&phrases::VALUE), self.interval_name()];
        columns.extend([&phrases::ANSWERS, &phrases::MISSING].map(|name| self.say(name)));
        if grades {
            columns.push(self.say(&phrases::RELIABILITY));
        }
        let rows = rows.iter().map(|(label, estimate)| {
            let mut cells = vec![
                writer.figure(estimate),
                writer.interval(estimate),
                format_integer(estimate.n, self.language),
                format_integer(estimate.n_missing, self.language),
            ];
            if grades {
                let words = poor(estimate).map(|grade| words::grade(grade, self.language));
                cells.push(words.unwrap_or_default().to_owned());
            }
            Row::new(label, cells)
        });
        Table { caption: caption.to_owned(), columns, rows: rows.collect() }
    }

    fn group_changes(self, indicator: &IndicatorReport, group: &GroupReport) -> Vec<Block> {
        let Some(changes) = group.changes.as_ref().filter(|changes| !changes.rows.is_empty()) else {
            return Vec::new();
        };
        let language = self.language;
        let kind = FigureKind::of_indicator(indicator.statistic).difference();
        let writer = Writer::new(kind, changes.rows.iter().map(|row| &row.estimate), language);
        let change = sentence::labelled(
            words::title(indicator, language),
            phrases::CHANGE.said(language).to_lowercase(),
            language,
        );
        let rows = changes.rows.iter().map(|row| {
            Row::new(
                words::group_name(group, &row.a, language),
                [
                    writer.figure_with_unit(&row.estimate),
                    writer.interval(&row.estimate),
                    words::direction_words(words::direction(row), language).to_owned(),
                ],
            )
        });
        let columns = vec![
            self.say(&phrases::GROUP),
            self.say(&phrases::DIFFERENCE),
            self.interval_name(),
            self.say(&phrases::CHANGE),
        ];
        let caption = sentence::by(&change, words::group_column(group, language), language);
        // How many would stand out by chance is said once, for all changes of the report together.
        vec![Block::Table(Table { caption, columns, rows: rows.collect() })]
    }
}
