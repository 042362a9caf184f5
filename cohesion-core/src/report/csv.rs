//! A publication as CSV: one long table for machines, one for spreadsheets in the reader's language.

use super::content::{GroupReport, IndicatorReport, PublishedEvaluation, ReportContent};
use super::figure::FigureKind;
use super::words;
use crate::estimate::csv::{COLUMNS, cells, harmless, line, quoted};
use crate::estimate::{Comparison, Estimate, Note, Statistic};
use crate::indicator::IndicatorStatistic;
use crate::message::{Entry, Language, Text, phrases};

/// What kind of figure a line holds.
#[derive(Clone, Copy)]
enum Kind {
    Headline,
    Wave,
    Group,
    Band,
    Change,
    Alpha,
}

impl Kind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Wave => "wave",
            Self::Group => "group",
            Self::Band => "band",
            Self::Change => "change",
            Self::Alpha => "alpha",
        }
    }

    fn words(self) -> &'static Entry {
        match self {
            Self::Headline => &phrases::OVERALL,
            Self::Wave => &phrases::WAVE,
            Self::Group => &phrases::GROUP,
            Self::Band => &phrases::CATEGORY,
            Self::Change => &phrases::CHANGE,
            Self::Alpha => &phrases::ALPHA,
        }
    }
}

/// One line before it is written.
struct Line<'c> {
    indicator: &'c str,
    /// What readers call the indicator or the scale, its grouping column and the group.
    title: Option<&'c Text>,
    group_by_label: Option<&'c Text>,
    group_label: Option<&'c Text>,
    version: u32,
    statistic: Statistic,
    figure: FigureKind,
    group_by: &'c str,
    group: &'c str,
    wave: &'c str,
    compared_with: &'c str,
    kind: Kind,
    /// A hidden group has a reason instead.
    estimate: Result<&'c Estimate, &'c Note>,
    p: Option<f64>,
    p_adjusted: Option<f64>,
}

/// Every figure as CSV: comma, point, unrounded, CRLF. The columns are `indicator`, `version`, `statistic`, `group_by`,
/// `group`, `wave`, `kind` (`headline`, `wave`, `group`, `band`, `change` or `alpha`), those of
/// [`crate::Sheet::to_csv`], and for changes `compared_with`, `p` and `p_adjusted`. For a band, `group` is its id;
/// for alpha, `indicator` is the scale.
///
/// ```
/// use cohesion_core::{EvaluationOptions, Plan, read_csv, report};
/// let plan = Plan::read("examples/somerville.toml")?;
/// let answers = read_csv(&std::fs::read("examples/somerville.csv")?)?.table;
/// let published = plan.evaluate(&answers, EvaluationOptions::new())?.publish();
/// assert!(report::csv_machine(&published).starts_with("indicator,version,statistic,group_by,group,wave,kind,"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn csv_machine(publication: &PublishedEvaluation) -> String {
    let head = ["indicator", "version", "statistic", "group_by", "group", "wave", "kind"];
    let tail = ["compared_with", "p", "p_adjusted"];
    let mut text = line(head.into_iter().chain(COLUMNS).chain(tail).map(str::to_owned));
    for one in lines(publication.content()) {
        text.push_str(&machine(&one));
    }
    text
}

fn machine(one: &Line<'_>) -> String {
    let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    let head = [
        one.indicator.to_owned(),
        one.version.to_string(),
        one.statistic.as_str().to_owned(),
        one.group_by.to_owned(),
        one.group.to_owned(),
        one.wave.to_owned(),
        one.kind.as_str().to_owned(),
    ];
    let figures = match one.estimate {
        Ok(estimate) if !estimate.is_hidden() => cells(estimate),
        Ok(estimate) => hidden(estimate.reason.as_ref()),
        Err(note) => hidden(Some(note)),
    };
    let tail = [one.compared_with.to_owned(), number(one.p), number(one.p_adjusted)];
    line(head.into_iter().chain(figures).chain(tail))
}

/// The cells of a figure that is not shown: nothing but the reason.
fn hidden(reason: Option<&Note>) -> [String; 14] {
    let mut cells: [String; 14] = Default::default();
    if let (Some(last), Some(note)) = (cells.last_mut(), reason) {
        note.code.as_str().clone_into(last);
    }
    cells
}

fn lines(content: &ReportContent) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for indicator in &content.indicators {
        indicator_lines(indicator, &mut lines);
    }
    for scale in &content.scales {
        lines.push(Line {
            indicator: &scale.id,
            title: scale.label.as_ref(),
            group_by_label: None,
            group_label: None,
            version: scale.version,
            statistic: Statistic::Alpha,
            figure: FigureKind::Number,
            group_by: "",
            group: "",
            wave: content.sample.waves.last().map(|wave| wave.id.as_str()).unwrap_or_default(),
            compared_with: "",
            kind: Kind::Alpha,
            estimate: Ok(&scale.alpha),
            p: None,
            p_adjusted: None,
        });
    }
    lines
}

fn indicator_lines<'c>(indicator: &'c IndicatorReport, lines: &mut Vec<Line<'c>>) {
    let wave = indicator.wave.as_deref().unwrap_or_default();
    let line = |kind, estimate| plain_line(indicator, kind, wave, estimate);
    lines.push(line(Kind::Headline, Ok(&indicator.headline)));
    for row in indicator.by_wave.iter().flat_map(|estimates| &estimates.rows) {
        let wave = row.labels.last().map(String::as_str).unwrap_or_default();
        lines.push(Line { wave, ..line(Kind::Wave, Ok(&row.estimate)) });
    }
    for band in &indicator.bands {
        let of = line(Kind::Band, Ok(&band.share));
        lines.push(Line {
            statistic: Statistic::Share,
            figure: FigureKind::Share,
            group_by: "band",
            group: &band.id,
            group_label: band.label.as_ref(),
            ..of
        });
    }
    lines.extend(indicator.change.as_ref().map(|change| change_line(indicator, change)));
    for group in &indicator.groups {
        group_lines(indicator, group, wave, lines);
    }
}

fn group_lines<'c>(indicator: &'c IndicatorReport, group: &'c GroupReport, wave: &'c str, lines: &mut Vec<Line<'c>>) {
    let first = |labels: &'c [String]| labels.first().map(String::as_str).unwrap_or_default();
    let shown = group.estimates.rows.iter().map(|row| (first(&row.labels), Ok(&row.estimate)));
    let hidden = group.hidden.iter().map(|row| (first(&row.labels), Err(&row.note)));
    for (label, estimate) in shown.chain(hidden) {
        let line = plain_line(indicator, Kind::Group, wave, estimate);
        lines.push(of_group(group, label, line));
    }
    for change in group.changes.iter().flat_map(|changes| &changes.rows) {
        let line = change_line(indicator, change);
        lines.push(of_group(group, first(&change.a), line));
    }
}

/// The same line for one group.
fn of_group<'c>(group: &'c GroupReport, label: &'c str, line: Line<'c>) -> Line<'c> {
    Line {
        group_by: &group.by,
        group_by_label: group.label.as_ref(),
        group: label,
        group_label: group.labels.get(label),
        ..line
    }
}

fn plain_line<'c>(
    indicator: &'c IndicatorReport,
    kind: Kind,
    wave: &'c str,
    estimate: Result<&'c Estimate, &'c Note>,
) -> Line<'c> {
    let statistic = match indicator.statistic {
        IndicatorStatistic::Mean => Statistic::Mean,
        IndicatorStatistic::Share => Statistic::Share,
    };
    Line {
        indicator: &indicator.id,
        title: Some(&indicator.title),
        group_by_label: None,
        group_label: None,
        version: indicator.version,
        statistic,
        figure: FigureKind::of_indicator(indicator.statistic),
        group_by: "",
        group: "",
        wave,
        compared_with: "",
        kind,
        estimate,
        p: None,
        p_adjusted: None,
    }
}

fn change_line<'c>(indicator: &'c IndicatorReport, change: &'c Comparison) -> Line<'c> {
    let wave = |labels: &'c [String]| labels.last().map(String::as_str).unwrap_or_default();
    let line = plain_line(indicator, Kind::Change, wave(&change.a), Ok(&change.estimate));
    Line {
        statistic: Statistic::Difference,
        figure: line.figure.difference(),
        compared_with: wave(&change.b),
        p: change.p,
        p_adjusted: change.p_adjusted,
        ..line
    }
}

/// The figures for a spreadsheet in the reader's language: headers, titles and groups in words, shares in per cent. French and Dutch have
/// semicolons and decimal commas, English commas and points; each begins with a byte order mark, without which some
/// spreadsheets misread accents. Figures are rounded to 4 decimals, percentages to 2.
///
/// ```
/// use cohesion_core::{EvaluationOptions, Language, Plan, read_csv, report};
/// let plan = Plan::read("examples/somerville.toml")?;
/// let answers = read_csv(&std::fs::read("examples/somerville.csv")?)?.table;
/// let published = plan.evaluate(&answers, EvaluationOptions::new())?.publish();
/// assert!(report::csv_spreadsheet(&published, Language::Fr).starts_with("\u{feff}Indicateur;"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn csv_spreadsheet(publication: &PublishedEvaluation, language: Language) -> String {
    let sheet = Sheet { language, separator: if language == Language::En { ',' } else { ';' } };
    let head = [
        &phrases::INDICATOR,
        &phrases::VERSION,
        &phrases::KIND,
        &phrases::GROUPED_BY,
        &phrases::GROUP,
        &phrases::WAVE,
        &phrases::COMPARED_WITH,
        &phrases::STATISTIC,
        &phrases::VALUE,
        &phrases::UNIT,
        &phrases::INTERVAL_LOW,
        &phrases::INTERVAL_HIGH,
        &phrases::STANDARD_ERROR,
        &phrases::ANSWERS,
        &phrases::MISSING,
        &phrases::RELIABILITY,
        &phrases::REMARK,
    ];
    let mut text = String::from("\u{feff}");
    sheet.push(&mut text, head.iter().map(|name| sheet.say(name)));
    for one in lines(publication.content()) {
        sheet.push(&mut text, sheet.cells(publication.content(), &one).into_iter());
    }
    text
}

#[derive(Clone, Copy)]
struct Sheet {
    language: Language,
    separator: char,
}

impl Sheet {
    fn say(self, name: &'static Entry) -> String {
        name.said(self.language).to_owned()
    }

    fn push(self, text: &mut String, cells: impl Iterator<Item = String>) {
        let cells: Vec<String> = cells.map(|cell| quoted(&cell, self.separator)).collect();
        text.push_str(&cells.join(&self.separator.to_string()));
        text.push_str("\r\n");
    }

    fn cells(self, content: &ReportContent, one: &Line<'_>) -> Vec<String> {
        let mut cells: Vec<String> = [
            words::text_or(one.title, one.indicator, self.language).to_owned(),
            one.version.to_string(),
            self.say(one.kind.words()),
            match one.kind {
                Kind::Band => self.say(&phrases::CATEGORY),
                _ => words::text_or(one.group_by_label, one.group_by, self.language).to_owned(),
            },
            words::text_or(one.group_label, one.group, self.language).to_owned(),
            words::wave(&content.sample.waves, one.wave, self.language).to_owned(),
            words::wave(&content.sample.waves, one.compared_with, self.language).to_owned(),
            words::statistic(one.statistic, self.language).to_owned(),
        ]
        .iter()
        .map(|cell| harmless(cell))
        .collect();
        match one.estimate {
            Ok(estimate) if !estimate.is_hidden() => cells.extend(self.figures(estimate, one.figure)),
            Ok(estimate) => cells.extend(self.hidden(estimate.reason.as_ref())),
            Err(note) => cells.extend(self.hidden(Some(note))),
        }
        cells
    }

    fn figures(self, estimate: &Estimate, kind: FigureKind) -> Vec<String> {
        let number = |value: f64| self.number(value, kind);
        let interval = estimate.interval.as_ref();
        let reason = estimate.reason.as_ref().map(|note| words::note(note, self.language));
        let grade = estimate.reliability.as_ref().map(|r| words::grade(r.grade, self.language).to_owned());
        vec![
            estimate.value.map_or_else(|| self.say(&phrases::NOT_ESTIMABLE), number),
            if matches!(kind, FigureKind::Share | FigureKind::Points) { "%".to_owned() } else { String::new() },
            interval.map(|interval| number(interval.low)).unwrap_or_default(),
            interval.map(|interval| number(interval.high)).unwrap_or_default(),
            estimate.se.map(number).unwrap_or_default(),
            estimate.n.to_string(),
            estimate.n_missing.to_string(),
            grade.unwrap_or_default(),
            harmless(&reason.unwrap_or_default()),
        ]
    }

    /// The word for hidden in place of every figure, and the reason.
    fn hidden(self, reason: Option<&Note>) -> Vec<String> {
        let mut cells = vec![String::new(); 9];
        for place in [0, 5, 6] {
            if let Some(cell) = cells.get_mut(place) {
                *cell = self.say(&phrases::HIDDEN);
            }
        }
        if let (Some(last), Some(note)) = (cells.last_mut(), reason) {
            *last = harmless(&words::note(note, self.language));
        }
        cells
    }

    /// A number without grouping, with the decimal sign of the language.
    fn number(self, value: f64, kind: FigureKind) -> String {
        let text = match kind {
            FigureKind::Share | FigureKind::Points => format!("{:.2}", value * 100.0),
            FigureKind::Number | FigureKind::Difference => format!("{value:.4}"),
        };
        let text = if text.trim_start_matches('-').bytes().all(|byte| matches!(byte, b'0' | b'.')) {
            text.trim_start_matches('-').to_owned()
        } else {
            text
        };
        if self.language == Language::En { text } else { text.replace('.', ",") }
    }
}
