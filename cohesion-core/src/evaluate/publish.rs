//! What may leave the desk.

use crate::codebook::Code;
use crate::disclosure::Hidden;
use crate::disclosure::{
    Chosen, Group, Guard, HiddenRow, Nesting, Question, hidden_note, round_estimate, rounded, without_examples,
};
use crate::estimate::{Estimate, EstimateRow, Estimates, Note};
use crate::indicator::IndicatorStatistic;
use crate::message::NoteCode;
use crate::plan::PublishRule;
use crate::report::{Basis, GroupReport, IndicatorReport, Publication, ReportContent, ReportKind};

/// The content without what could give a small group away, and the proof.
pub(super) fn publish(content: &ReportContent) -> Publication {
    let mut content = content.clone();
    content.kind = ReportKind::Publication;
    let rule = content.rule.clone().unwrap_or_else(|| PublishRule {
        minimum_n: u32::try_from(content.minimum_n).unwrap_or(u32::MAX),
        ..PublishRule::default()
    });
    let (mut questions, places) = questions(&content);
    let nesting = Nesting::default();
    let mut audit = Guard { rule: &rule, nesting: &nesting }.protect(&mut questions);
    for cell in &mut audit.cells {
        let indicator = places.get(cell.table as usize).and_then(|place| content.indicators.get(place.indicator));
        if let Some(indicator) = indicator {
            cell.labels.insert(0, indicator.id.clone());
        }
    }
    let codes = Codes { questions: &questions, places: &places };
    for (at, indicator) in content.indicators.iter_mut().enumerate() {
        indicator_published(indicator, at, &codes, &rule);
    }
    for note in content.notes.iter_mut().chain(content.left_out.iter_mut().map(|left_out| &mut left_out.note)) {
        without_examples(note);
    }
    for scale in &mut content.scales {
        if scale.alpha.n < u64::from(rule.minimum_n) {
            scale.alpha = hidden_estimate(Hidden::Small, &rule);
        }
        round_estimate(&mut scale.alpha, false, &rule);
    }
    if content.sample.rows < GUESSABLE {
        without_hashes(&mut content);
    }
    content.audit = Some(audit);
    content.rule = Some(rule);
    Publication { content }
}

/// A table of fewer rows can be guessed: its hash would say which of the tables that fit the figures is the true one.
/// With one bit of unknown answer in each of so many rows there are 2^128.
const GUESSABLE: u64 = 128;

/// The content without the hashes of its tables.
fn without_hashes(content: &mut ReportContent) {
    content.provenance.table_hashes.clear();
    for indicator in &mut content.indicators {
        indicator.provenance.table_hashes.clear();
        let of_groups = indicator.groups.iter_mut().flat_map(|group| {
            let changes = group.changes.as_mut().map(|changes| &mut changes.provenance);
            let waves = group.by_wave.as_mut().map(|waves| &mut waves.provenance);
            [Some(&mut group.estimates.provenance), waves, changes].into_iter().flatten()
        });
        for provenance in of_groups.chain(indicator.by_wave.as_mut().map(|waves| &mut waves.provenance)) {
            provenance.table_hashes.clear();
        }
    }
}

/// Which part of the content a question stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Overall,
    Group(usize),
    Band(usize),
}

#[derive(Clone, Copy, Debug)]
struct Place {
    indicator: usize,
    part: Part,
}

/// What the engine hid.
struct Codes<'q> {
    questions: &'q [Question],
    places: &'q [Place],
}

impl Codes<'_> {
    /// Why each group of a part is hidden.
    fn of(&self, indicator: usize, part: Part) -> Vec<Option<Hidden>> {
        let at = self.places.iter().position(|place| place.indicator == indicator && place.part == part);
        let question = at.and_then(|at| self.questions.get(at));
        question.map_or_else(Vec::new, |question| question.groups.iter().map(|group| group.hidden).collect())
    }
}

/// Every table of the content as the engine reads it.
fn questions(content: &ReportContent) -> (Vec<Question>, Vec<Place>) {
    let (mut questions, mut places) = (Vec::new(), Vec::new());
    for (indicator, report) in content.indicators.iter().enumerate() {
        let mut add = |part: Part, question: Question| {
            questions.push(question);
            places.push(Place { indicator, part });
        };
        let about = About::of(report);
        match &report.by_wave {
            Some(by_wave) => add(Part::Overall, about.table(by_wave, &by_wave.rows, false)),
            None => add(Part::Overall, about.single(&report.headline, Vec::new())),
        }
        for (at, group) in report.groups.iter().enumerate() {
            let unlabelled = group.estimates.notes.iter().any(|note| note.code == NoteCode::NO_LABEL);
            let table = group.by_wave.as_ref().unwrap_or(&group.estimates);
            add(Part::Group(at), about.table(table, &table.rows, unlabelled));
        }
        let wave = report.by_wave.as_ref().and_then(|by_wave| by_wave.keys.last());
        let within: Vec<(String, Chosen)> = wave
            .zip(report.wave.clone())
            .map(|(key, wave)| (key.clone(), Chosen::Labels(vec![wave])))
            .into_iter()
            .collect();
        for (at, band) in report.bands.iter().enumerate() {
            let mut question = about.single(&band.share, within.clone());
            question.counted =
                Some(Chosen::Range { from: band.from, to: band.to, from_open: band.from_open, to_open: band.to_open });
            for group in &mut question.groups {
                *group = std::mem::take(group).with_share(band.share.value, None);
            }
            add(Part::Band(at), question);
        }
    }
    (questions, places)
}

/// What all tables of an indicator have in common.
struct About {
    variable: String,
    counted: Option<Chosen>,
    within: Vec<(String, Chosen)>,
}

impl About {
    fn of(report: &IndicatorReport) -> Self {
        let basis = report.basis.clone().unwrap_or_else(|| Basis { variable: report.id.clone(), ..Basis::default() });
        let counted = (report.statistic == IndicatorStatistic::Share)
            .then(|| chosen(&basis.values, basis.at_least, basis.at_most));
        let within = basis
            .condition
            .iter()
            .map(|one| (one.variable.clone(), chosen(&one.values, one.at_least, one.at_most)))
            .collect();
        Self { variable: basis.variable, counted, within }
    }

    fn question(&self, keys: Vec<String>, within: Vec<(String, Chosen)>, groups: Vec<Group>) -> Question {
        Question {
            variable: self.variable.clone(),
            counted: self.counted.clone(),
            keys,
            within: self.within.iter().cloned().chain(within).collect(),
            groups,
            unlabelled: false,
            is_total: false,
            dropped: false,
        }
    }

    fn group(&self, labels: &[String], estimate: &Estimate) -> Group {
        let group = Group {
            labels: labels.to_vec(),
            n: estimate.n as i64,
            missing: estimate.n_missing as i64,
            as_percent: true,
            ..Group::default()
        };
        if self.counted.is_some() { group.with_share(estimate.value, None) } else { group }
    }

    fn table(&self, estimates: &Estimates, rows: &[EstimateRow], unlabelled: bool) -> Question {
        let groups = rows.iter().map(|row| self.group(&row.labels, &row.estimate)).collect();
        Question { unlabelled, ..self.question(estimates.keys.clone(), Vec::new(), groups) }
    }

    fn single(&self, estimate: &Estimate, within: Vec<(String, Chosen)>) -> Question {
        self.question(Vec::new(), within, vec![self.group(&[], estimate)])
    }
}

/// A list of codes, or an interval.
fn chosen(values: &[Code], at_least: Option<f64>, at_most: Option<f64>) -> Chosen {
    if at_least.is_none() && at_most.is_none() {
        return Chosen::labels(values.iter().map(Code::label));
    }
    Chosen::Range { from: at_least, to: at_most, from_open: false, to_open: false }
}

fn indicator_published(indicator: &mut IndicatorReport, at: usize, codes: &Codes<'_>, rule: &PublishRule) {
    indicator.notes.iter_mut().for_each(without_examples);
    let is_share = indicator.statistic == IndicatorStatistic::Share;
    let overall = codes.of(at, Part::Overall);
    let mut headline = overall.first().copied().flatten();
    if let Some(by_wave) = &mut indicator.by_wave {
        let here = |row: &EstimateRow| row.labels.last() == indicator.wave.as_ref();
        let place = by_wave.rows.iter().position(here);
        // A wave without a row for the headline has nothing to show.
        headline = place.map_or(headline, |place| overall.get(place).copied().flatten());
        let shown: Vec<bool> = overall.iter().map(Option::is_none).collect();
        by_wave.keep(&shown);
        if by_wave.rows.len() < 2 {
            indicator.change = None;
        }
        let pair = |label: &Vec<String>| by_wave.rows.iter().any(|row| row.labels == *label);
        indicator.change = indicator.change.take().filter(|change| pair(&change.a) && pair(&change.b));
        if rule.rounding_base > 1 {
            rounded(by_wave, rule);
        }
    }
    if let Some(code) = headline {
        // Everything else about this wave is about as few people.
        indicator.headline = hidden_estimate(code, rule);
        indicator.bands.clear();
        indicator.groups.clear();
        indicator.change = None;
        indicator.target = None;
        indicator.notes.clear();
        return;
    }
    round_estimate(&mut indicator.headline, is_share, rule);
    for (place, group) in indicator.groups.iter_mut().enumerate() {
        group_published(group, &codes.of(at, Part::Group(place)), indicator.wave.as_deref(), rule);
    }
    for (place, band) in indicator.bands.iter_mut().enumerate() {
        match codes.of(at, Part::Band(place)).first().copied().flatten() {
            Some(code) => band.share = hidden_estimate(code, rule),
            None => round_estimate(&mut band.share, true, rule),
        }
    }
    if rule.rounding_base > 1 {
        // The difference of two rounded figures is left to the reader.
        indicator.change = None;
    }
}

/// Hides the groups of a column.
fn group_published(group: &mut GroupReport, codes: &[Option<Hidden>], wave: Option<&str>, rule: &PublishRule) {
    let shown: Vec<bool> = codes.iter().map(Option::is_none).collect();
    let current: Vec<Option<Hidden>> = match &group.by_wave {
        None => codes.to_vec(),
        Some(by_wave) => {
            let rows = by_wave.rows.iter().zip(codes);
            rows.filter(|(row, _)| row.labels.last().map(String::as_str) == wave).map(|(_, code)| *code).collect()
        }
    };
    for (row, code) in group.estimates.rows.iter().zip(&current) {
        if let Some(code) = code {
            group.hidden.push(HiddenRow { labels: row.labels.clone(), note: hidden_note(*code, &group.by, rule) });
        }
    }
    let kept: Vec<bool> = current.iter().map(Option::is_none).collect();
    group.estimates.keep(&kept);
    if let Some(by_wave) = &mut group.by_wave {
        by_wave.keep(&shown);
        let is_shown = |labels: &Vec<String>| by_wave.rows.iter().any(|row| row.labels == *labels);
        if let Some(changes) = &mut group.changes {
            changes.rows.retain(|row| is_shown(&row.a) && is_shown(&row.b));
        }
    }
    group.estimates.notes.clear();
    if rule.rounding_base > 1 {
        rounded(&mut group.estimates, rule);
        group.by_wave.iter_mut().for_each(|by_wave| rounded(by_wave, rule));
        group.changes = None;
    }
}

/// A figure that is not shown; nothing of it is left.
fn hidden_estimate(code: Hidden, rule: &PublishRule) -> Estimate {
    let note = hidden_note(code, "", rule);
    let reason = Note { severity: crate::estimate::Severity::NotEstimable, ..note };
    Estimate::not_estimable("hidden", 0, 0, reason)
}
