//! What may leave the desk.

use super::EvaluationContent;
use crate::codebook::Code;
use crate::confidential::Publish;
use crate::disclosure::{
    Chosen, Group, Guard, Hidden, HiddenRow, Nesting, Question, hidden_note, round_estimate, rounded, without_examples,
};
use crate::estimate::{Comparison, Estimate, EstimateRow, Estimates, Note, Severity};
use crate::indicator::IndicatorStatistic;
use crate::message::NoteCode;
use crate::plan::PublishRule;
use crate::report::{
    BandReport, Basis, GroupReport, IndicatorReport, LeftOut, ReportContent, Sample, ScaleReport, TargetReport,
    WaveReport,
};

impl Publish for EvaluationContent {
    type Published = ReportContent;

    fn published(&self) -> ReportContent {
        publish(self)
    }
}

/// The content without what could give a small group away, and the proof.
fn publish(content: &EvaluationContent) -> ReportContent {
    let EvaluationContent {
        title,
        description,
        provenance,
        sample,
        indicators,
        scales,
        notes,
        left_out,
        minimum_n,
        rule,
        contact,
        source,
        attribution,
        // Every field is named: one that is added later does not compile until somebody has decided about it.
    } = content.clone();
    let rule = rule.unwrap_or_else(|| PublishRule {
        minimum_n: u32::try_from(minimum_n).unwrap_or(u32::MAX),
        ..PublishRule::default()
    });
    let (mut questions, places) = questions(&indicators);
    let nesting = Nesting::default();
    let mut audit = Guard { rule: &rule, nesting: &nesting }.protect(&mut questions);
    for cell in &mut audit.cells {
        let indicator = places.get(cell.table as usize).and_then(|place| indicators.get(place.indicator));
        if let Some(indicator) = indicator {
            // Tables of the audit are numbered, and readers know indicators.
            cell.labels.insert(0, indicator.id.clone());
        }
    }
    let desk = Desk { questions: &questions, places: &places, rule: &rule };
    ReportContent {
        title,
        description,
        provenance: provenance.published(),
        sample: sample_published(sample),
        indicators: indicators.into_iter().enumerate().map(|(at, indicator)| desk.indicator(indicator, at)).collect(),
        scales: scales.into_iter().map(|scale| desk.scale(scale)).collect(),
        notes: notes.into_iter().map(told).collect(),
        left_out: left_out.into_iter().map(left_out_published).collect(),
        minimum_n,
        audit,
        contact,
        source,
        attribution,
        rule,
    }
}

fn sample_published(sample: Sample) -> Sample {
    let Sample { rows, strata, clusters, design, level, waves } = sample;
    let wave = |WaveReport { id, label, date }| WaveReport { id, label, date };
    Sample { rows, strata, clusters, design, level, waves: waves.into_iter().map(wave).collect() }
}

fn left_out_published(left_out: LeftOut) -> LeftOut {
    let LeftOut { indicator, title, note } = left_out;
    LeftOut { indicator, title, note: told(note) }
}

/// A note without values that were counted less often than a group may be shown.
fn told(mut note: Note) -> Note {
    without_examples(&mut note);
    note
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

/// What the engine hid, and by which rule.
struct Desk<'d> {
    questions: &'d [Question],
    places: &'d [Place],
    rule: &'d PublishRule,
}

impl Desk<'_> {
    /// Why each group of a part is hidden.
    fn codes(&self, indicator: usize, part: Part) -> Vec<Option<Hidden>> {
        let at = self.places.iter().position(|place| place.indicator == indicator && place.part == part);
        let question = at.and_then(|at| self.questions.get(at));
        question.map_or_else(Vec::new, |question| question.groups.iter().map(|group| group.hidden).collect())
    }

    fn scale(&self, scale: ScaleReport) -> ScaleReport {
        let ScaleReport { id, version, label, items, alpha, notes } = scale;
        let mut alpha = alpha.published();
        // Alpha stands in no table that the audit sees, so its number of answers is judged here.
        if alpha.n < u64::from(self.rule.minimum_n) {
            alpha = self.hidden(Hidden::Small);
        }
        round_estimate(&mut alpha, false, self.rule);
        ScaleReport { id, version, label, items, alpha, notes }
    }

    /// A figure that is not shown; nothing of it is left.
    fn hidden(&self, code: Hidden) -> Estimate {
        let reason = Note { severity: Severity::NotEstimable, ..hidden_note(code, "", self.rule) };
        Estimate::not_estimable("hidden", 0, 0, reason)
    }

    fn estimates(&self, estimates: Estimates) -> Estimates {
        let mut estimates = estimates.published();
        estimates.provenance = estimates.provenance.published();
        estimates
    }

    fn indicator(&self, indicator: IndicatorReport, at: usize) -> IndicatorReport {
        let IndicatorReport {
            id,
            version,
            title,
            theme,
            definition,
            unit,
            statistic,
            numerator,
            denominator,
            question,
            source,
            year,
            orientation,
            origin,
            basis,
            wave,
            headline,
            by_wave,
            change,
            groups,
            bands,
            target,
            benchmark,
            notes,
            provenance,
        } = indicator;
        let overall = self.codes(at, Part::Overall);
        let hidden = self.headline_code(by_wave.as_ref(), wave.as_ref(), &overall);
        // Everything else about a wave whose figure is hidden is about as few people.
        let figures = hidden.is_none();
        let by_wave = by_wave.map(|by_wave| self.by_wave(by_wave, &overall));
        IndicatorReport {
            id,
            version,
            title,
            theme,
            definition,
            unit,
            statistic,
            numerator,
            denominator,
            question,
            source,
            year,
            orientation,
            origin,
            basis: basis.map(basis_published),
            headline: self.figure(headline, hidden, statistic == IndicatorStatistic::Share),
            change: change.filter(|_| figures).and_then(|change| self.change(change, by_wave.as_ref())),
            groups: self.groups(groups.into_iter().filter(|_| figures), at, wave.as_deref()),
            bands: self.bands(bands.into_iter().filter(|_| figures), at),
            target: target.filter(|_| figures).map(target_published),
            benchmark,
            notes: notes.into_iter().filter(|_| figures).map(told).collect(),
            provenance: provenance.published(),
            by_wave,
            wave,
        }
    }

    /// Why the figure of the last wave is hidden, if it is.
    fn headline_code(
        &self,
        by_wave: Option<&Estimates>,
        wave: Option<&String>,
        codes: &[Option<Hidden>],
    ) -> Option<Hidden> {
        let here = |row: &EstimateRow| row.labels.last() == wave;
        // A wave without a row for the headline has nothing to show.
        let place = by_wave.and_then(|by_wave| by_wave.rows.iter().position(here)).unwrap_or_default();
        codes.get(place).copied().flatten()
    }

    /// The figure, or that it is hidden.
    fn figure(&self, estimate: Estimate, hidden: Option<Hidden>, is_share: bool) -> Estimate {
        match hidden {
            Some(code) => self.hidden(code),
            None => {
                let mut shown = estimate.published();
                round_estimate(&mut shown, is_share, self.rule);
                shown
            }
        }
    }

    fn by_wave(&self, by_wave: Estimates, codes: &[Option<Hidden>]) -> Estimates {
        let mut shown = self.estimates(by_wave);
        shown.keep(&codes.iter().map(Option::is_none).collect::<Vec<_>>());
        if self.rule.rounding_base > 1 {
            rounded(&mut shown, self.rule);
        }
        shown
    }

    /// The change since the wave before, where both waves are shown; of two rounded figures it is left to the reader.
    fn change(&self, change: Comparison, by_wave: Option<&Estimates>) -> Option<Comparison> {
        let shown =
            |label: &Vec<String>| by_wave.is_none_or(|by_wave| by_wave.rows.iter().any(|row| row.labels == *label));
        let both = shown(&change.a) && shown(&change.b);
        // A change is exact where its two ends are rounded: together they would tell more than either.
        (both && self.rule.rounding_base <= 1).then(|| change.published())
    }

    fn groups(&self, groups: impl Iterator<Item = GroupReport>, at: usize, wave: Option<&str>) -> Vec<GroupReport> {
        groups.enumerate().map(|(place, group)| self.group(group, &self.codes(at, Part::Group(place)), wave)).collect()
    }

    fn bands(&self, bands: impl Iterator<Item = BandReport>, at: usize) -> Vec<BandReport> {
        let band = |(place, band): (usize, BandReport)| {
            let hidden = self.codes(at, Part::Band(place)).first().copied().flatten();
            let BandReport { id, label, from, to, from_open, to_open, share } = band;
            BandReport { id, label, from, to, from_open, to_open, share: self.figure(share, hidden, true) }
        };
        bands.enumerate().map(band).collect()
    }

    /// Hides the groups of a column.
    fn group(&self, group: GroupReport, codes: &[Option<Hidden>], wave: Option<&str>) -> GroupReport {
        let GroupReport { by, label, labels, estimates, by_wave, changes, hidden: _ } = group;
        let current: Vec<Option<Hidden>> = match &by_wave {
            None => codes.to_vec(),
            Some(by_wave) => {
                let rows = by_wave.rows.iter().zip(codes);
                rows.filter(|(row, _)| row.labels.last().map(String::as_str) == wave).map(|(_, code)| *code).collect()
            }
        };
        let rows = estimates.rows.iter().zip(&current);
        let hidden = rows.filter_map(|(row, code)| {
            Some(HiddenRow { labels: row.labels.clone(), note: hidden_note((*code)?, &by, self.rule) })
        });
        let hidden = hidden.collect();
        let mut estimates = self.by_wave(estimates, &current);
        estimates.notes.clear();
        let by_wave = by_wave.map(|by_wave| self.by_wave(by_wave, codes));
        let changes = changes.filter(|_| self.rule.rounding_base <= 1).map(|changes| {
            let mut shown = changes.published();
            shown.provenance = shown.provenance.published();
            if let Some(by_wave) = &by_wave {
                let is_shown = |labels: &Vec<String>| by_wave.rows.iter().any(|row| row.labels == *labels);
                shown.rows.retain(|row| is_shown(&row.a) && is_shown(&row.b));
            }
            shown
        });
        GroupReport { by, label, labels, estimates, by_wave, changes, hidden }
    }
}

fn basis_published(basis: Basis) -> Basis {
    let Basis { variable, values, at_least, at_most, condition } = basis;
    Basis { variable, values, at_least, at_most, condition }
}

fn target_published(target: TargetReport) -> TargetReport {
    let TargetReport { value, by, baseline, due, verdict, origin } = target;
    TargetReport { value, by, baseline, due, verdict, origin }
}

/// Every table of the content as the engine reads it.
fn questions(indicators: &[IndicatorReport]) -> (Vec<Question>, Vec<Place>) {
    let (mut questions, mut places) = (Vec::new(), Vec::new());
    for (indicator, report) in indicators.iter().enumerate() {
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
