//! From columns of ratings to what they say.

use super::agreement::agreement;
use super::content::{
    Assessment, AssessmentContent, Change, DimensionReport, OrganisationFigure, OrganisationResponse, Quadrant,
    QuadrantName, Response, SectorResponse, Spread, Standing, StandingName, WaveFigure,
};
use super::figures::{Mean, Rows, Within, estimate_of};
use crate::estimate::texts as common;
use crate::estimate::{Comparison, Estimate, Note, Provenance, adjust_together};
use crate::health::texts;
use crate::message::Text;
use crate::partnership::{Across, AssessmentDefinition, Crosshair, Partnership, Stakeholder};
use crate::stat::{at, t_two_sided};

/// Ratings with everything that is needed to judge them.
pub(crate) struct Input<'p> {
    pub(crate) partnership: &'p Partnership,
    pub(crate) definition: &'p AssessmentDefinition,
    /// The waves, from the first to the last, and what readers call them; one nameless wave where there are none.
    pub(crate) waves: Vec<(String, Option<Text>)>,
    /// The wave that the figures are of, and the one before it that has answers.
    pub(crate) now: usize,
    pub(crate) before: Option<usize>,
    /// Per stakeholder: whether it was a member on the day of the wave.
    pub(crate) members: Vec<bool>,
    /// Per row: the place of its organisation among the stakeholders, and of its wave.
    pub(crate) organisation: Vec<usize>,
    pub(crate) wave: Vec<usize>,
    pub(crate) dimensions: Vec<DimensionAnswers>,
    pub(crate) notes: Vec<Note>,
    pub(crate) provenance: Provenance,
}

/// The answers to one dimension, row by row.
pub(crate) struct DimensionAnswers {
    pub(crate) performance: Rated,
    pub(crate) importance: Option<Rated>,
    pub(crate) items: Vec<ItemColumn>,
    pub(crate) definition: String,
}

/// A score per row, and the lowest and highest possible one where that is known.
pub(crate) struct Rated {
    pub(crate) values: Vec<f64>,
    pub(crate) range: Option<[f64; 2]>,
}

/// The answers to one item as they enter the score; NaN is missing.
pub(crate) struct ItemColumn {
    pub(crate) variable: String,
    pub(crate) values: Vec<f64>,
    /// The variance of answers by chance, where each possible answer is as likely; `None` without a range.
    pub(crate) chance_variance: Option<f64>,
}

impl Input<'_> {
    fn rows(&self, at: usize) -> Rows<'_> {
        Rows { organisation: &self.organisation, wave: &self.wave, at, organisations: self.members.len() }
    }

    fn within(&self, rated: &Rated, at: usize) -> Within {
        Within::new(&rated.values, self.rows(at))
    }

    fn wave_name(&self, at: usize) -> String {
        self.waves.get(at).map(|(id, _)| id.clone()).unwrap_or_default()
    }

    fn wave_label(&self, at: usize) -> Option<Text> {
        self.waves.get(at).and_then(|(_, label)| label.clone())
    }

    fn has_waves(&self) -> bool {
        self.definition.wave.is_some()
    }

    fn method(&self, what: &str) -> String {
        let weights = match self.definition.across {
            Across::Organisations => "each organisation counts the same",
            Across::Respondents => "an organisation counts as often as its people answered",
        };
        format!("{what}: mean within organisations, then across; {weights}; t over organisations")
    }
}

/// What the ratings say.
pub(crate) fn assess(input: &Input<'_>) -> Assessment {
    let definition = input.definition;
    let performance: Vec<Option<Mean>> =
        input.dimensions.iter().map(|x| mean_of(input, Some(&x.performance))).collect();
    let importance: Vec<Option<Mean>> =
        input.dimensions.iter().map(|x| mean_of(input, x.importance.as_ref())).collect();
    let crosshairs = Crosshairs::new(input, &performance, &importance);
    let mut dimensions: Vec<DimensionReport> = Vec::with_capacity(input.dimensions.len());
    for (place, answers) in input.dimensions.iter().enumerate() {
        let of = |list: &[Option<Mean>]| list.get(place).cloned().flatten();
        dimensions.extend(dimension(input, place, answers, (of(&performance), of(&importance)), &crosshairs));
    }
    let mut compared: Vec<&mut Comparison> =
        dimensions.iter_mut().filter_map(|x| x.change.as_mut()).map(|change| &mut change.comparison).collect();
    let by_chance = adjust_together(&mut compared);
    let mut notes = input.notes.clone();
    notes.push(Note::information(texts::organisations_as_sample(), ""));
    if input.has_waves() && input.before.is_none() {
        notes.push(Note::information(common::one_wave(), ""));
    }
    if input.before.is_some() {
        notes.push(Note::information(common::change_is_no_effect(), ""));
    }
    notes.extend(by_chance);
    let ranges: Vec<Option<[f64; 2]>> = input.dimensions.iter().map(|x| x.performance.range).collect();
    Assessment::new(AssessmentContent {
        partnership: input.partnership.name.clone(),
        title: definition.title.clone(),
        wave: input.has_waves().then(|| input.wave_name(input.now)),
        wave_label: input.wave_label(input.now),
        wave_before: input.before.map(|at| input.wave_name(at)),
        wave_before_label: input.before.and_then(|at| input.wave_label(at)),
        across: definition.across,
        crosshair: definition.crosshair,
        crosshair_at: crosshairs.at(input),
        level: definition.level,
        range: ranges.first().copied().flatten().filter(|first| ranges.iter().all(|x| *x == Some(*first))),
        strength: definition.strength,
        concern: definition.concern,
        decimals: definition.decimals,
        minimum_organisations: definition.minimum_organisations.into(),
        name_silent: definition.name_silent,
        response: response(input),
        dimensions,
        notes,
        provenance: input.provenance.clone(),
    })
}

/// The mean of a column in the wave of the figures.
fn mean_of(input: &Input<'_>, rated: Option<&Rated>) -> Option<Mean> {
    Mean::new(&input.within(rated?, input.now), input.definition.across)
}

fn dimension(
    input: &Input<'_>,
    place: usize,
    answers: &DimensionAnswers,
    means: (Option<Mean>, Option<Mean>),
    crosshairs: &Crosshairs,
) -> Option<DimensionReport> {
    let definition = input.definition;
    let named = definition.dimensions.get(place)?;
    let (performance, importance) = means;
    let rows = input.rows(input.now);
    let within = input.within(&answers.performance, input.now);
    let important = answers.importance.as_ref().map(|rated| input.within(rated, input.now));
    let estimate = estimate_of(performance.as_ref(), within.missing, definition.level, &input.method("performance"));
    let notes = answers
        .items
        .iter()
        .filter(|item| !rows.places().any(|(row, _)| item.values.get(row).is_some_and(|value| !value.is_nan())))
        .map(|item| Note::warning(texts::item_without_answers(&item.variable), &named.id));
    let method = input.method("importance");
    Some(DimensionReport {
        id: named.id.clone(),
        title: named.title.clone(),
        definition: answers.definition.clone(),
        organisations: within.organisations() as u64,
        largest_share: within.largest_share(definition.across),
        spread: spread(&within),
        agreement: agreement(&answers.items, &answers.performance.values, rows, definition.level),
        standing: standing(definition, &estimate),
        importance: important
            .as_ref()
            .map(|within| estimate_of(importance.as_ref(), within.missing, definition.level, &method)),
        quadrant: crosshairs.quadrant(input, answers, performance.as_ref().zip(importance.as_ref())),
        by_wave: by_wave(input, answers),
        change: input.before.and_then(|before| change(input, &named.id, answers, before)),
        by_organisation: by_organisation(input, &within, important.as_ref()),
        notes: notes.collect(),
        performance: estimate,
    })
}

/// How far the means of organisations lie apart.
fn spread(within: &Within) -> Spread {
    let means: Vec<f64> = within.means.iter().copied().flatten().collect();
    let count = means.len() as f64;
    let mean = means.iter().sum::<f64>() / count;
    let squares: f64 = means.iter().map(|x| (x - mean) * (x - mean)).sum();
    Spread {
        sd: (means.len() > 1).then(|| (squares / (count - 1.0)).sqrt()),
        low: means.iter().copied().reduce(f64::min),
        high: means.iter().copied().reduce(f64::max),
    }
}

/// Which side of the cut points the figure and its interval lie on.
fn standing(definition: &AssessmentDefinition, estimate: &Estimate) -> Option<Standing> {
    let (strength, concern) = (definition.strength?, definition.concern?);
    let rounded = |value: f64| match definition.decimals {
        None => value,
        Some(decimals) => {
            let unit = libm::exp10(f64::from(decimals));
            // A half that falls just short of one by rounding goes up as on paper.
            libm::floor(value * unit + 0.5 + 1e-9) / unit
        }
    };
    let reaches = |value: f64, cut: f64| rounded(value) >= cut;
    let value = estimate.value?;
    let name = if reaches(value, strength) {
        StandingName::Strength
    } else if reaches(value, concern) {
        StandingName::Discuss
    } else {
        StandingName::Concern
    };
    let mut crosses = Vec::new();
    if let Some(interval) = &estimate.interval {
        for cut in [concern, strength] {
            if !reaches(interval.low, cut) && reaches(interval.high, cut) && !crosses.contains(&cut) {
                crosses.push(cut);
            }
        }
    }
    Some(Standing { name, decided: estimate.interval.as_ref().map(|_| crosses.is_empty()), crosses })
}

/// Where importance and performance are divided.
struct Crosshairs {
    /// The mean of all dimensions that have both figures; `None` with fewer than two.
    means: Option<(Mean, Mean)>,
}

impl Crosshairs {
    fn new(input: &Input<'_>, performance: &[Option<Mean>], importance: &[Option<Mean>]) -> Self {
        let both: Vec<(&Mean, &Mean)> =
            performance.iter().zip(importance).filter_map(|(a, b)| a.as_ref().zip(b.as_ref())).collect();
        if both.len() < 2 || input.definition.crosshair == Crosshair::Midpoint {
            return Self { means: None };
        }
        let performance: Vec<&Mean> = both.iter().map(|(mean, _)| *mean).collect();
        let importance: Vec<&Mean> = both.iter().map(|(_, mean)| *mean).collect();
        Self { means: Mean::of(&performance).zip(Mean::of(&importance)) }
    }

    /// Performance and importance of the crosshair.
    fn at(&self, input: &Input<'_>) -> Option<[f64; 2]> {
        if let Some((performance, importance)) = &self.means {
            return Some([performance.value, importance.value]);
        }
        let first = input.dimensions.iter().find(|dimension| dimension.importance.is_some())?;
        let middle = |rated: &Rated| rated.range.map(|[low, high]| (low + high) / 2.0);
        let found = middle(&first.performance).zip(first.importance.as_ref().and_then(middle));
        found.filter(|_| input.definition.crosshair == Crosshair::Midpoint).map(|(x, y)| [x, y])
    }

    /// The field of a dimension with both figures; `None` where there is no crosshair to hold them against.
    fn quadrant(
        &self,
        input: &Input<'_>,
        answers: &DimensionAnswers,
        figures: Option<(&Mean, &Mean)>,
    ) -> Option<Quadrant> {
        let (performance, importance) = figures?;
        let (performance, importance) = match &self.means {
            Some((x, y)) => (performance.less(x), importance.less(y)),
            None => {
                let middle = |rated: &Rated| rated.range.map(|[low, high]| (low + high) / 2.0);
                if input.definition.crosshair == Crosshair::Means {
                    return None;
                }
                let (x, y) = (middle(&answers.performance)?, middle(answers.importance.as_ref()?)?);
                (performance.less_number(x), importance.less_number(y))
            }
        };
        let name = match (importance.value >= 0.0, performance.value >= 0.0) {
            (true, true) => QuadrantName::KeepUp,
            (true, false) => QuadrantName::Concentrate,
            (false, false) => QuadrantName::LowPriority,
            (false, true) => QuadrantName::PossibleOverkill,
        };
        let level = input.definition.level;
        let performance_gap = performance.estimate(level, &input.method("performance less the crosshair"));
        let importance_gap = importance.estimate(level, &input.method("importance less the crosshair"));
        let holds_zero = |gap: &Estimate| gap.interval.as_ref().is_some_and(|x| x.low <= 0.0 && x.high >= 0.0);
        let mut crosses = Vec::new();
        for (name, gap) in [("performance", &performance_gap), ("importance", &importance_gap)] {
            if holds_zero(gap) {
                crosses.push(name.to_owned());
            }
        }
        let known = performance_gap.interval.is_some() && importance_gap.interval.is_some();
        Some(Quadrant { name, decided: known.then_some(crosses.is_empty()), crosses, performance_gap, importance_gap })
    }
}

/// The mean of every wave up to the one of the figures that has rows.
fn by_wave(input: &Input<'_>, answers: &DimensionAnswers) -> Vec<WaveFigure> {
    if !input.has_waves() {
        return Vec::new();
    }
    let mut figures = Vec::new();
    for at in (0..=input.now).filter(|at| input.wave.contains(at)) {
        let within = input.within(&answers.performance, at);
        let mean = Mean::new(&within, input.definition.across);
        figures.push(WaveFigure {
            wave: input.wave_name(at),
            organisations: within.organisations() as u64,
            largest_share: within.largest_share(input.definition.across),
            estimate: estimate_of(mean.as_ref(), within.missing, input.definition.level, &input.method("performance")),
        });
    }
    figures
}

/// This wave less the one before, over the organisations that answered in both.
fn change(input: &Input<'_>, id: &str, answers: &DimensionAnswers, before: usize) -> Option<Change> {
    let (now, then) = (input.within(&answers.performance, input.now), input.within(&answers.performance, before));
    let (paired, paired_then) = (now.paired_with(&then), then.paired_with(&now));
    let organisations = paired.organisations();
    let only = |all: &Within| (all.organisations() - organisations) as u64;
    let (only_now, only_before) = (only(&now), only(&then));
    let method = input.method("change, paired by organisation");
    let level = input.definition.level;
    let means = Mean::new(&paired, input.definition.across).zip(Mean::new(&paired_then, input.definition.across));
    let (mut estimate, mut p) = match means {
        Some((now, then)) => {
            let change = now.less(&then);
            let estimate = change.estimate(level, &method);
            let ratio = estimate.se.filter(|se| *se > 0.0).map(|se| change.value / se);
            let p = ratio.zip(estimate.df).and_then(|(t, df)| t_two_sided(t, df));
            (estimate, p)
        }
        None => {
            let reason = Note::not_estimable(texts::no_organisation_twice(), "");
            (Estimate::not_estimable(&method, 0, 0, reason), None)
        }
    };
    if only_now + only_before > 0 {
        let note = Note::warning(texts::not_paired(only_now, only_before), id);
        estimate.notes.push(note);
    }
    p = p.filter(|p| p.is_finite());
    let labels = |at: usize| vec![id.to_owned(), input.wave_name(at)];
    Some(Change {
        comparison: Comparison { a: labels(input.now), b: labels(before), estimate, p, p_adjusted: None },
        organisations: organisations as u64,
        only_now,
        only_before,
    })
}

fn by_organisation(input: &Input<'_>, within: &Within, importance: Option<&Within>) -> Vec<OrganisationFigure> {
    let mut figures = Vec::new();
    for (place, stakeholder) in input.partnership.stakeholders.iter().enumerate() {
        let performance = within.means.get(place).copied().flatten();
        let importance = importance.and_then(|within| within.means.get(place).copied().flatten());
        if performance.is_some() || importance.is_some() {
            let people = at(&within.people, place);
            figures.push(OrganisationFigure { organisation: stakeholder.id.clone(), people, performance, importance });
        }
    }
    figures
}

/// Who answered in the wave of the figures.
fn response(input: &Input<'_>) -> Response {
    let mut people = vec![0_u64; input.members.len()];
    for (row, organisation) in input.rows(input.now).places() {
        let rated = |rated: &Rated| rated.values.get(row).is_some_and(|value| !value.is_nan());
        let item = |item: &ItemColumn| item.values.get(row).is_some_and(|value| !value.is_nan());
        let answered = input
            .dimensions
            .iter()
            .any(|x| rated(&x.performance) || x.importance.as_ref().is_some_and(rated) || x.items.iter().any(item));
        if let Some(count) = people.get_mut(organisation).filter(|_| answered) {
            *count += 1;
        }
    }
    let mut found = Response::default();
    let stakeholders = input.partnership.stakeholders.iter().zip(&people).zip(&input.members);
    for ((stakeholder, people), member) in stakeholders.filter(|((_, people), member)| **member || **people > 0) {
        let answered = *people > 0;
        found.organisations += 1;
        found.answered += u64::from(answered);
        found.people += people;
        count_sector(&mut found.by_sector, stakeholder, *people);
        found.by_organisation.push(OrganisationResponse {
            organisation: stakeholder.id.clone(),
            sector: stakeholder.sector.clone(),
            people: *people,
            representatives: Some(stakeholder.representatives.len() as u64).filter(|count| *count > 0),
        });
        if !answered && *member {
            found.silent.push(stakeholder.id.clone());
            found.silent_names.push(stakeholder.name.clone());
        }
    }
    found.share = (found.organisations > 0).then(|| found.answered as f64 / found.organisations as f64);
    found.by_sector.sort_by(|a, b| a.sector.cmp(&b.sector));
    found
}

fn count_sector(sectors: &mut Vec<SectorResponse>, stakeholder: &Stakeholder, people: u64) {
    let answered = u64::from(people > 0);
    match sectors.iter_mut().find(|known| known.sector == stakeholder.sector) {
        Some(known) => {
            known.organisations += 1;
            known.answered += answered;
            known.people += people;
        }
        None => {
            let sector = stakeholder.sector.clone();
            sectors.push(SectorResponse { sector, organisations: 1, answered, people });
        }
    }
}
