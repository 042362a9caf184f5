//! From a summary to the content of an evaluation.

use std::collections::BTreeMap;

use crate::estimate::texts as common;
use crate::message::NoteCode;
use crate::message::NoteValue;
use crate::report::texts;
use crate::survey::Tallied;
use time::Date;

use super::{EvaluationContent, questions, target};
use crate::codebook::scale::ScaleDefinition;
use crate::error::{Error, FaultKind, Result};
use crate::estimate::{Comparisons, Estimate, Estimates, Note, Provenance, adjust_together};
use crate::indicator::{IndicatorDefinition, IndicatorStatistic};

use crate::estimation::{EstimateOptions, Margin, Measure};
use crate::plan::{Pairing, Plan};
use crate::report::{BandReport, Basis, GroupReport, IndicatorReport, LeftOut, Sample, ScaleReport, WaveReport};
use crate::survey::Summary;

/// What every part of the evaluation needs.
struct Context<'p> {
    plan: &'p Plan,
    summary: &'p Summary,
    level: f64,
    waves: Vec<WaveReport>,
    as_of: Option<Date>,
    provenance: Provenance,
}

/// The content of an evaluation.
pub(super) fn content(
    plan: &Plan,
    summary: &Summary,
    as_of_text: Option<&str>,
    as_of: Option<Date>,
) -> Result<EvaluationContent> {
    // The same ids in another plan may mean something else.
    if summary.spec().plan.as_deref() != Some(plan.hash()) {
        let message = "the summary was made for another plan; make it again with this plan's `summarise`";
        return Err(Error::new(FaultKind::SpecMismatch, "survey", message));
    }
    let survey = plan.survey.clone().unwrap_or_default();
    let report = plan.report.clone().unwrap_or_default();
    let mut provenance = summary.provenance();
    provenance.plan_hash = Some(plan.hash().to_owned());
    provenance.as_of = as_of_text.map(str::to_owned);
    let mut context = Context { plan, summary, level: survey.level, waves: Vec::new(), as_of, provenance };
    // Before all others: which wave is the current one follows from what was found in the data.
    context.waves = context.present_waves()?;
    let mut indicators = Vec::new();
    for indicator in plan.indicators.iter().filter(|indicator| context.holds(indicator)) {
        indicators.push(context.indicator(indicator)?);
    }
    let mut notes = context.notes();
    // All changes of an evaluation are one family: twenty indicators show one change by chance.
    notes.extend(adjust(&mut indicators));
    let (strata, clusters) = summary.design_counts();
    Ok(EvaluationContent {
        title: plan.title.clone(),
        description: plan.description.clone(),
        sample: Sample {
            rows: summary.rows(),
            strata: strata as u64,
            clusters: clusters as u64,
            design: summary.spec().design.describe(),
            level: survey.level,
            waves: context.waves.clone(),
        },
        scales: plan.scales.iter().filter_map(|scale| context.scale(scale)).collect::<Result<_>>()?,
        left_out: context.left_out(),
        provenance: context.provenance,
        indicators,
        notes,
        minimum_n: u64::from(plan.publish_rule().minimum_n),
        rule: Some(plan.publish_rule()),
        contact: report.contact,
        source: report.source,
        attribution: report.attribution,
    })
}

/// Adjusts the p-values of every change in the evaluation together.
fn adjust(indicators: &mut [IndicatorReport]) -> Option<Note> {
    let mut all: Vec<_> = Vec::new();
    for indicator in indicators {
        all.extend(&mut indicator.change);
        all.extend(
            indicator
                .groups
                .iter_mut()
                .filter_map(|group| group.changes.as_mut())
                .flat_map(|changes| &mut changes.rows),
        );
    }
    adjust_together(&mut all)
}

impl Context<'_> {
    fn holds(&self, indicator: &IndicatorDefinition) -> bool {
        self.summary.spec().measures.contains(&questions::measure(indicator))
    }

    fn options(&self, margin: &Margin) -> EstimateOptions {
        EstimateOptions::of_margin(margin.clone()).level(self.level)
    }

    fn estimates(&self, measure: &Measure, margin: &Margin) -> Result<Estimates> {
        let options = self.options(margin);
        if measure.is_share() {
            self.summary.share(&measure.variable, measure.values.clone(), options)
        } else {
            self.summary.mean(&measure.variable, options)
        }
    }

    /// The waves that have rows: those of the plan in its order, then any others by label.
    fn present_waves(&self) -> Result<Vec<WaveReport>> {
        let Some(survey) = self.plan.survey.as_ref().filter(|survey| survey.wave.is_some()) else {
            return Ok(Vec::new());
        };
        let Some(first) = self.plan.indicators.iter().find(|indicator| self.holds(indicator)) else {
            return Ok(Vec::new());
        };
        let by_wave = self.estimates(&questions::measure(first), &questions::margin(self.plan, first, None))?;
        let mut present: Vec<String> = by_wave.rows.iter().filter_map(|row| row.labels.last().cloned()).collect();
        let mut waves = Vec::new();
        for wave in &survey.waves {
            if let Some(place) = present.iter().position(|label| *label == wave.id) {
                present.remove(place);
                waves.push(WaveReport { id: wave.id.clone(), label: wave.label.clone(), date: wave.date.clone() });
            }
        }
        // Waves that the plan does not name come last, so that nothing in the data goes unsaid.
        waves.extend(present.into_iter().map(|id| WaveReport { id, label: None, date: None }));
        Ok(waves)
    }

    fn current(&self) -> Option<&str> {
        self.waves.last().map(|wave| wave.id.as_str())
    }

    fn previous(&self) -> Option<&str> {
        self.waves.iter().rev().nth(1).map(|wave| wave.id.as_str())
    }

    fn indicator(&self, indicator: &IndicatorDefinition) -> Result<IndicatorReport> {
        let (measure, margin) = (questions::measure(indicator), questions::margin(self.plan, indicator, None));
        let overall = self.named(self.estimates(&measure, &margin)?, indicator);
        let headline = self.headline(&overall);
        let change = self.changes(&overall, 0).and_then(|changes| changes.rows.into_iter().next());
        let groups = questions::group_columns(self.plan, indicator)
            .into_iter()
            .map(|by| self.group(indicator, &measure, by))
            .collect::<Result<_>>()?;
        Ok(IndicatorReport {
            id: indicator.id.clone(),
            version: indicator.version,
            title: indicator.title.clone(),
            theme: indicator.theme.clone(),
            definition: indicator.definition.clone(),
            unit: indicator.unit.clone(),
            statistic: indicator.statistic,
            numerator: indicator.numerator.clone(),
            denominator: indicator.denominator.clone(),
            question: indicator.question.clone(),
            source: indicator.source.clone(),
            year: indicator.year,
            orientation: indicator.orientation,
            origin: indicator.origin,
            basis: Some(basis(indicator)),
            wave: self.current().map(str::to_owned),
            target: target::verdict(indicator, &headline, self.as_of)?,
            bands: self.bands(indicator, &margin)?,
            notes: self.indicator_notes(indicator, &overall),
            provenance: overall.provenance.clone(),
            by_wave: self.current().is_some().then_some(overall),
            headline,
            change,
            groups,
            benchmark: indicator.benchmark.clone(),
        })
    }

    /// The table under the indicator's name, with its provenance.
    fn named(&self, mut estimates: Estimates, indicator: &IndicatorDefinition) -> Estimates {
        estimates.variable.clone_from(&indicator.id);
        if indicator.statistic == IndicatorStatistic::Share {
            estimates.values = indicator.values.iter().map(crate::codebook::Code::label).collect();
        }
        estimates.provenance = Provenance { definition: Some(indicator.key()), ..self.provenance.clone() };
        // The definition of the indicator says which rows it counts.
        estimates.within.clear();
        estimates.notes.clear();
        estimates
    }

    /// The figure of the last wave, or the only one.
    fn headline(&self, estimates: &Estimates) -> Estimate {
        let row = match self.current() {
            None => estimates.rows.first(),
            Some(wave) => estimates.rows.iter().find(|row| row.labels.last().is_some_and(|label| label == wave)),
        };
        row.map_or_else(
            || Estimate::not_estimable("", 0, 0, Note::not_estimable(common::no_answers(), "")),
            |row| row.estimate.clone(),
        )
    }

    /// The last wave less the one before, for each group; `groups` labels stand before the wave.
    fn changes(&self, estimates: &Estimates, groups: usize) -> Option<Comparisons> {
        let (current, previous) = (self.current()?, self.previous()?);
        let of = |wave: &str, group: &[String]| {
            estimates.rows.iter().position(|row| {
                row.labels.get(..groups) == Some(group) && row.labels.get(groups).is_some_and(|label| label == wave)
            })
        };
        let pairs: Vec<(usize, usize)> = estimates
            .rows
            .iter()
            .filter(|row| row.labels.get(groups).is_some_and(|label| label == current))
            .filter_map(|row| {
                let group = row.labels.get(..groups)?;
                Some((of(current, group)?, of(previous, group)?))
            })
            .collect();
        let mut changes = estimates.compared(&pairs);
        let note = match self.plan.survey.as_ref().and_then(|survey| survey.pairing) {
            Some(Pairing::Persons) => Note::information(texts::paired_samples("persons"), ""),
            Some(Pairing::Clusters) => Note::information(texts::paired_samples("clusters"), ""),
            _ => Note::information(common::independent_samples(), ""),
        };
        for row in &mut changes.rows {
            row.estimate.notes.push(note.clone());
        }
        // The p-values are adjusted over the whole evaluation, which says how many would stand out by chance.
        changes.notes.clear();
        Some(changes)
    }

    fn group(&self, indicator: &IndicatorDefinition, measure: &Measure, by: &str) -> Result<GroupReport> {
        let margin = questions::margin(self.plan, indicator, Some(by));
        let raw = self.estimates(measure, &margin)?;
        let notes = raw.notes.iter().filter(|note| note.code == NoteCode::NO_LABEL).cloned().collect();
        let all = self.named(raw, indicator);
        let changes = self.changes(&all, 1);
        let (mut estimates, by_wave) = match self.current() {
            None => (all, None),
            Some(wave) => (all.where_last_is(wave), Some(all)),
        };
        estimates.notes = notes;
        let variable = self.plan.codebook.as_ref().and_then(|book| book.variable(by));
        let codes = variable.map(|variable| &*variable.codes).unwrap_or_default();
        let labels =
            BTreeMap::from_iter(codes.iter().filter_map(|code| Some((code.value.label(), code.label.clone()?))));
        Ok(GroupReport {
            by: by.to_owned(),
            label: variable.and_then(|variable| variable.label.clone()),
            labels,
            estimates,
            by_wave,
            changes,
            hidden: Vec::new(),
        })
    }

    fn bands(&self, indicator: &IndicatorDefinition, margin: &Margin) -> Result<Vec<BandReport>> {
        questions::bands(self.plan, indicator)
            .iter()
            .map(|band| {
                let estimates = self.estimates(&questions::band_measure(indicator, band), margin)?;
                let share = self.headline(&estimates);
                Ok(BandReport {
                    id: band.id.clone(),
                    label: band.label.clone(),
                    from: band.from,
                    to: band.to,
                    from_open: band.from_open,
                    to_open: band.to_open,
                    share,
                })
            })
            .collect()
    }

    /// What was counted while this indicator's answers were read.
    fn indicator_notes(&self, indicator: &IndicatorDefinition, overall: &Estimates) -> Vec<Note> {
        let scale = self.plan.scales.iter().find(|scale| Some(&scale.id) == indicator.scale.as_ref());
        let mut columns: Vec<String> = vec![super::prepare::value_column(&indicator.id)];
        columns.extend(indicator.variable.clone());
        columns.extend(scale.into_iter().flat_map(|scale| scale.items.iter().map(|item| item.variable.clone())));
        let seen = self.summary.tallies().filter(|(key, _)| columns.contains(&key.column) && !is_left_out(key.code));
        let mut notes: Vec<Note> = seen.map(|(key, tally)| tally.note(key)).collect();
        if self.previous().is_some() && !overall.rows.is_empty() {
            notes.push(Note::information(common::change_is_no_effect(), &indicator.id));
        }
        notes
    }

    fn scale(&self, scale: &ScaleDefinition) -> Option<Result<ScaleReport>> {
        let (items, margin) = questions::items(self.plan, &scale.id)?;
        self.summary.spec().items.iter().find(|set| set.items == items)?;
        let alpha = self.summary.alpha(&items, self.options(&margin));
        Some(alpha.map(|alpha| ScaleReport {
            id: scale.id.clone(),
            version: scale.version,
            label: scale.label.clone(),
            items: scale.items.iter().map(|item| item.variable.clone()).collect(),
            alpha: named_items(self.headline(&alpha), &items, scale),
            notes: scale.lint(),
        }))
    }

    /// Findings about the survey as a whole.
    fn notes(&self) -> Vec<Note> {
        let mut notes = self.summary.design_notes();
        if self.plan.survey.as_ref().is_some_and(|survey| survey.wave.is_some()) && self.waves.len() == 1 {
            notes.push(Note::information(common::one_wave(), "survey.wave"));
        }
        notes
    }

    /// Indicators that could not be computed.
    fn left_out(&self) -> Vec<LeftOut> {
        let mut left_out = Vec::new();
        for (key, tally) in self.summary.tallies().filter(|(key, _)| is_left_out(key.code)) {
            let Some(definition) = self.plan.indicators.iter().find(|definition| definition.id == key.kind) else {
                continue;
            };
            let note = Note { path: key.kind.clone(), ..tally.note(key) };
            left_out.push(LeftOut { indicator: key.kind.clone(), title: definition.title.clone(), note });
        }
        left_out
    }
}

/// What an indicator is computed from. One that counts some missing answers has answers of its own.
fn basis(indicator: &IndicatorDefinition) -> Basis {
    let named = indicator.variable.clone();
    let scale = || indicator.scale.as_ref().map(|scale| format!("scale:{scale}"));
    let own = || format!("indicator:{}", indicator.id);
    Basis {
        // Where missing answers count, the denominator is the indicator's own.
        variable: named.or_else(scale).filter(|_| indicator.missing.is_default()).unwrap_or_else(own),
        values: indicator.values.clone(),
        at_least: indicator.at_least,
        at_most: indicator.at_most,
        condition: indicator.condition.clone(),
    }
}

fn is_left_out(code: Tallied) -> bool {
    matches!(code, Tallied::ColumnAbsent | Tallied::NoRegister)
}

/// Notes on items speak of the plan's variables, not of the columns made for them.
fn named_items(mut alpha: Estimate, items: &[String], scale: &ScaleDefinition) -> Estimate {
    for note in alpha.notes.iter_mut().chain(&mut alpha.reason) {
        for value in note.params.values_mut() {
            let place = value.as_str().and_then(|name| items.iter().position(|item| item == name));
            if let Some(item) = place.and_then(|place| scale.items.get(place)) {
                *value = NoteValue::Text(item.variable.clone());
            }
        }
        if items.contains(&note.path) {
            note.path.clone_from(&scale.id);
        }
    }
    alpha
}
