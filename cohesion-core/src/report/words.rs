//! Content in words: labels, verdicts, notes and text alternatives.

use crate::estimate::{Comparison, Estimate, IntervalMethod, Note, Severity, Statistic};
use crate::message::sentence;
use crate::message::{Language, Text, phrases};

pub(crate) use crate::estimate::labels;
pub(crate) use crate::estimate::words::{caution, grade};

use super::content::{GroupReport, IndicatorReport, ReportContent, Verdict, WaveReport};
use super::figure::Writer;
use super::tables::note_text;

/// The sentence of a note. Examples are values of single rows: they help the evaluator and have no place in what is
/// shared.
pub(crate) fn note(note: &Note, language: Language) -> String {
    if !note.params.contains_key("examples") {
        return note_text(note, language);
    }
    let mut note = note.clone();
    // Examples quote single rows, which belong on the desk.
    note.params.remove("examples");
    note_text(&note, language)
}

/// The notes in words, each once.
pub(crate) fn notes<'n>(all: impl IntoIterator<Item = &'n Note>, language: Language) -> Vec<String> {
    let mut sentences = Vec::new();
    for one in all {
        let text = note(one, language);
        // The same finding about several figures is said once.
        if !sentences.contains(&text) {
            sentences.push(text);
        }
    }
    sentences
}

/// Whether any of the notes is more than good to know.
pub(crate) fn warns(note: &Note) -> bool {
    note.severity != Severity::Information
}

/// The text in the language; a blank one counts as none.
pub(crate) fn said(text: Option<&Text>, language: Language) -> Option<&str> {
    text.map(|text| text.get(language)).filter(|text| !text.trim().is_empty())
}

/// The text in the language, or the id where there is none.
pub(crate) fn text_or<'t>(text: Option<&'t Text>, id: &'t str, language: Language) -> &'t str {
    said(text, language).unwrap_or(id)
}

/// What readers call an indicator.
pub(crate) fn title(indicator: &IndicatorReport, language: Language) -> &str {
    text_or(Some(&indicator.title), &indicator.id, language)
}

/// What readers call a wave.
pub(crate) fn wave<'w>(waves: &'w [WaveReport], id: &'w str, language: Language) -> &'w str {
    waves.iter().find(|wave| wave.id == id).map_or(id, |wave| text_or(wave.label.as_ref(), id, language))
}

/// What readers call the column of a group.
pub(crate) fn group_column(group: &GroupReport, language: Language) -> &str {
    text_or(group.label.as_ref(), &group.by, language)
}

/// What readers call a group, by its first label.
pub(crate) fn group_name(group: &GroupReport, labels: &[String], language: Language) -> String {
    let label = labels.first().map(String::as_str).unwrap_or_default();
    text_or(group.labels.get(label), label, language).to_owned()
}

/// The name of a statistic.
pub(crate) fn statistic(statistic: Statistic, language: Language) -> &'static str {
    statistic.about().words.said(language)
}

/// Which way a figure went, by the adjusted p-value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Risen,
    Fallen,
    NotShown,
    Unknown,
}

/// Which way a comparison went.
pub(crate) fn direction(comparison: &Comparison) -> Direction {
    match (comparison.stands_out(), comparison.estimate.value) {
        // Only a change that stands out has a direction.
        (Some(true), Some(value)) if value > 0.0 => Direction::Risen,
        (Some(true), Some(value)) if value < 0.0 => Direction::Fallen,
        (Some(_), _) => Direction::NotShown,
        (None, _) => Direction::Unknown,
    }
}

/// The direction in words.
pub(crate) fn direction_words(direction: Direction, language: Language) -> &'static str {
    let name = match direction {
        Direction::Risen => &phrases::HAS_RISEN,
        Direction::Fallen => &phrases::HAS_FALLEN,
        Direction::NotShown => &phrases::NO_CHANGE_SHOWN,
        Direction::Unknown => &phrases::CHANGE_UNKNOWN,
    };
    name.said(language)
}

/// A verdict in words.
pub(crate) fn verdict(verdict: Verdict, language: Language) -> &'static str {
    let name = match verdict {
        Verdict::OnTrack => &phrases::ON_TRACK,
        Verdict::OffTrack => &phrases::OFF_TRACK,
        Verdict::CannotTell => &phrases::CANNOT_TELL,
    };
    name.said(language)
}

/// How an interval was made.
pub(crate) fn method(method: IntervalMethod, language: Language) -> &'static str {
    let name = match method {
        IntervalMethod::T => &phrases::METHOD_T,
        IntervalMethod::Logit => &phrases::METHOD_LOGIT,
        IntervalMethod::KornGraubard => &phrases::METHOD_KORN_GRAUBARD,
        IntervalMethod::Beta => &phrases::METHOD_BETA,
        IntervalMethod::Wilson => &phrases::METHOD_WILSON,
        IntervalMethod::Likelihood => &phrases::METHOD_LIKELIHOOD,
        IntervalMethod::Arcsine => &phrases::METHOD_ARCSINE,
        IntervalMethod::FisherZ => &phrases::METHOD_FISHER_Z,
        IntervalMethod::Woodruff => &phrases::METHOD_WOODRUFF,
        IntervalMethod::Feldt => &phrases::METHOD_FELDT,
        IntervalMethod::ShroutFleiss => &phrases::METHOD_SHROUT_FLEISS,
        IntervalMethod::Bonett => &phrases::METHOD_BONETT,
    };
    name.said(language)
}

/// The call in R that makes such an interval.
pub(crate) fn r_call(method: IntervalMethod) -> &'static str {
    match method {
        IntervalMethod::T => "survey::svymean(), confint(df = degf(design))",
        IntervalMethod::Logit => "survey::svyciprop(method = \"logit\")",
        IntervalMethod::KornGraubard | IntervalMethod::Beta => "survey::svyciprop(method = \"beta\")",
        IntervalMethod::Wilson => "no call in survey 4.1",
        IntervalMethod::Likelihood => "survey::svyciprop(method = \"likelihood\")",
        IntervalMethod::Arcsine => "survey::svyciprop(method = \"asin\")",
        IntervalMethod::FisherZ => {
            "survey::svycontrast(survey::svyvar(), quote(...)), tanh(atanh(r) + c(-1, 1) * t * se / (1 - r^2))"
        }
        IntervalMethod::Woodruff => "survey::svyquantile(interval.type = \"mean\")",
        IntervalMethod::Feldt => "psych::alpha(), psych::alpha.ci()",
        IntervalMethod::ShroutFleiss => "psych::ICC(lmer = FALSE)",
        IntervalMethod::Bonett => "survey::withReplicates(), 1 - (1 - alpha) * exp(c(1, -1) * t * se / (1 - alpha))",
    }
}

/// The description of a design, part by part.
pub(crate) fn design(description: &str, language: Language) -> String {
    let part = |part: &str| {
        let known = [
            ("weights ", &phrases::WEIGHTS),
            ("strata ", &phrases::STRATA),
            ("clusters ", &phrases::CLUSTERS),
            ("fpc ", &phrases::POPULATION_SIZES),
        ];
        let named = known.iter().find_map(|(name, words)| Some((words, part.strip_prefix(name)?)));
        named.map_or_else(
            || part.to_owned(),
            |(words, column)| sentence::labelled(words.said(language), column, language),
        )
    };
    if description == "simple random sample" {
        return phrases::SIMPLE_RANDOM_SAMPLE.said(language).to_owned();
    }
    description.split(", ").map(part).collect::<Vec<_>>().join("; ")
}

/// One row in words: “North: 2.80 (2.50 to 3.10)”.
pub(crate) fn row(label: &str, estimate: &Estimate, writer: Writer, language: Language) -> String {
    sentence::labelled(label, writer.with_interval(estimate), language)
}

/// What a picture of these rows shows: the highest, the lowest, and what is hidden.
pub(crate) fn alternative<'e>(
    title: &str,
    rows: impl IntoIterator<Item = (String, &'e Estimate)>,
    hidden: &[String],
    writer: Writer,
    language: Language,
) -> String {
    let mut known: Vec<(f64, String)> = Vec::new();
    let mut unknown: Vec<String> = Vec::new();
    for (label, estimate) in rows {
        match estimate.value {
            Some(value) => known.push((value, row(&label, estimate, writer, language))),
            None => unknown.push(row(&label, estimate, writer, language)),
        }
    }
    // Who hears the picture gets what others see at a glance: the ends first.
    known.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut text = format!("{title}.");
    match (known.first(), known.last()) {
        (Some(highest), Some(lowest)) if known.len() > 1 => {
            text.push(' ');
            text.push_str(&sentence::extremes(&highest.1, &lowest.1, language));
        }
        (Some((_, only)), _) => {
            text.push(' ');
            text.push_str(only);
            text.push('.');
        }
        _ => {}
    }
    for absent in unknown {
        text.push(' ');
        text.push_str(&absent);
        text.push('.');
    }
    if !hidden.is_empty() {
        text.push(' ');
        text.push_str(&sentence::hidden_groups(hidden.join(", "), language));
    }
    text
}

/// The waves of an indicator, first to last, with their names; a wave that has no row is left out.
pub(crate) fn by_wave<'r>(
    indicator: &'r IndicatorReport,
    waves: &[WaveReport],
    language: Language,
) -> Vec<(String, &'r Estimate)> {
    let Some(by_wave) = &indicator.by_wave else { return Vec::new() };
    let place = |label: &str| waves.iter().position(|wave| wave.id == label).unwrap_or(usize::MAX);
    let mut rows: Vec<_> =
        by_wave.rows.iter().filter_map(|row| Some((row.labels.last()?.as_str(), &row.estimate))).collect();
    rows.sort_by_key(|row| place(row.0));
    rows.into_iter().map(|(label, estimate)| (wave(waves, label, language).to_owned(), estimate)).collect()
}

/// The groups of a column with their names.
pub(crate) fn groups(group: &GroupReport, language: Language) -> Vec<(String, &Estimate)> {
    let rows = group.estimates.rows.iter();
    rows.map(|row| (group_name(group, &row.labels, language), &row.estimate)).collect()
}

/// The names of the groups that are hidden.
pub(crate) fn hidden_names(group: &GroupReport, language: Language) -> Vec<String> {
    group.hidden.iter().map(|row| group_name(group, &row.labels, language)).collect()
}

/// What is hidden, by which rule, and whether the check passed.
pub(crate) fn hidden_notice(content: &ReportContent, language: Language) -> String {
    let notice = sentence::hidden_notice(content.minimum_n, language);
    let audit = &content.audit;
    let checked = sentence::audit_notice(audit.passed, audit.cells.len() as u64, &content.rule.id, language);
    format!("{notice} {checked}")
}
