//! Plan and answers of the partners to a self-assessment.

use crate::estimate::texts as common;
use time::Date;

use super::prepare::{self, Tallies};
use crate::codebook::scale::{Recode, ScaleDefinition, ScaleItem};
use crate::codebook::{Variable, Wave};
use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::{Note, Provenance};
use crate::health::assessment::{Assessment, DimensionAnswers, Input, ItemColumn, Rated, assess};
use crate::message::Text;
use crate::message::parse_date;
use crate::partnership::{AssessmentDefinition, AssessmentDimension, Stakeholder};
use crate::plan::Plan;
use crate::scale::{item_values, score};
use crate::table::{MISSING_CODE, Table};

/// How many ratings outside the codebook are named.
const MOST_FAULTS: usize = 100;

impl Plan {
    /// What the partners' own ratings say: one row of `answers` per person, columns as the plan's
    /// `partnership.assessment` and codebook name them.
    ///
    /// People are put together within their organisation, organisations across after that. Figures are of the last wave
    /// that has answers; change is since the one before it.
    ///
    /// # Errors
    /// Every fault of the plan's meaning; [`FaultKind::MissingField`] where the plan has no assessment or no stakeholder;
    /// [`FaultKind::MissingColumn`] for each column that is not there; [`FaultKind::DanglingId`] for an organisation that
    /// is no stakeholder; [`FaultKind::UnknownValue`] for a wave that the plan does not have; [`FaultKind::OutOfRange`]
    /// for a rating outside the codebook or the scale; [`FaultKind::EmptyTable`] where no row can be used;
    /// [`FaultKind::Inconsistent`] where dimensions run over different ranges or a cut point lies outside them.
    ///
    /// ```
    /// use cohesion_core::{Column, Plan, Table};
    /// let plan = Plan::from_toml("
    /// [partnership]
    /// stakeholders = [
    ///   { id = 'city', name = 'City', sector = 'local_authority' },
    ///   { id = 'youth', name = 'Youth work', sector = 'youth_work' },
    ///   { id = 'school', name = 'School', sector = 'school' },
    /// ]
    /// assessment = { strength = 4, concern = 3, dimensions = [{ id = 'goals', title = 'Goals', variable = 'goals' }] }
    /// ")?;
    /// let answers = Table::new(vec![
    ///     Column::text("organisation", ["city", "city", "youth", "school"].map(Some)),
    ///     Column::number("goals", vec![4.0, 5.0, 5.0, 4.0]),
    /// ])?;
    /// let assessment = plan.assess(&answers)?;
    /// let goals = &assessment.content().dimensions[0];
    /// assert_eq!(goals.performance.value, Some(4.5));
    /// let standing = goals.standing.as_ref().unwrap();
    /// assert_eq!((standing.crosses.as_slice(), standing.decided), (&[4.0][..], Some(false)));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn assess(&self, answers: &Table<'_>) -> Result<Assessment> {
        self.assess_until(answers, None)
    }

    /// The same without the waves that lie after a day.
    pub(super) fn assess_until(&self, answers: &Table<'_>, until: Option<Date>) -> Result<Assessment> {
        self.checked()?;
        let absent = |key: &str, message: &str| Error::new(FaultKind::MissingField, key, message);
        let Some((partnership, definition)) =
            self.partnership.as_ref().and_then(|partnership| Some((partnership, partnership.assessment.as_ref()?)))
        else {
            return Err(absent("partnership.assessment", "the plan says nothing of a self-assessment"));
        };
        if partnership.stakeholders.is_empty() {
            let message = "the partnership is empty: it has no stakeholder who could answer";
            return Err(absent("partnership.stakeholders", message));
        }
        let scales = scales(self, definition);
        columns_are_there(answers, definition, &scales)?;
        let rows = Rows::read(self, definition, &partnership.stakeholders, answers, until)?;
        let mut tallies = Tallies::new();
        let mut dimensions = Vec::with_capacity(scales.len());
        for scales in &scales {
            dimensions.push(read(self, answers, scales, &rows.kept, &mut tallies)?);
        }
        same_ranges(definition, &dimensions)?;
        let names = names(definition, &scales);
        let provenance = Provenance {
            plan_hash: Some(self.hash().to_owned()),
            ..Provenance::of_tables(vec![answers.fingerprint_of(names.iter().map(String::as_str))])
        };
        Ok(assess(&Input {
            partnership,
            definition,
            members: members(&partnership.stakeholders, rows.day.as_deref()),
            waves: rows.waves,
            now: rows.now,
            before: rows.before,
            organisation: rows.organisation,
            wave: rows.wave,
            dimensions,
            notes: rows.notes,
            provenance,
        }))
    }
}

/// The scales of one dimension; a single question is a scale of one item.
struct Scales<'p> {
    performance: std::borrow::Cow<'p, ScaleDefinition>,
    importance: Option<ScaleDefinition>,
    definition: String,
}

fn scales<'p>(plan: &'p Plan, definition: &'p AssessmentDefinition) -> Vec<Scales<'p>> {
    let of = |dimension: &'p AssessmentDimension| {
        let importance = dimension.importance.as_ref().map(|variable| question(plan, variable));
        if let Some(scale) = dimension.scale.as_ref().and_then(|id| plan.scale(id)) {
            let performance = std::borrow::Cow::Borrowed(scale);
            return Scales { performance, importance, definition: scale.reference() };
        }
        let variable = dimension.variable.clone().unwrap_or_default();
        // A single question is a scale of one item: what missing codes and ranges mean is then said in one place.
        let performance = std::borrow::Cow::Owned(question(plan, &variable));
        Scales { performance, importance, definition: variable }
    };
    definition.dimensions.iter().map(of).collect()
}

/// One question as a scale; its range is that of the codebook.
fn question(plan: &Plan, variable: &str) -> ScaleDefinition {
    let known = plan.codebook.as_ref().and_then(|book| book.variable(variable));
    let recode = known.map(answers_of).unwrap_or_default();
    let range = known.and_then(|variable| variable.range).and_then(|range| Some([range.min?, range.max?]));
    let item = ScaleItem {
        variable: variable.to_owned(),
        reversed: false,
        weight: 1.0,
        range: range.filter(|[low, high]| recode.is_empty() && low < high),
        recode,
        domain: None,
    };
    ScaleDefinition {
        id: variable.to_owned(),
        version: 1,
        label: None,
        description: None,
        // Ratings between the codes, as 3.5, are answers where the codebook lists none.
        continuous: true,
        items: vec![item],
        range: None,
        rescale: None,
        aggregator: Default::default(),
        counts: Vec::new(),
        missing: Default::default(),
        dont_know: Default::default(),
        score_rescale: None,
        rounding: None,
        bands: Vec::new(),
        coding_base: None,
        stated_range: None,
        source: None,
        licence_of_wording: None,
    }
}

/// The answers that the codebook lists, each standing for itself.
fn answers_of(variable: &Variable) -> Vec<Recode> {
    let mut listed = Vec::new();
    for code in &variable.codes {
        // A code may be listed for its label and still mean that there is no answer.
        if let Some(number) = code.value.as_number().filter(|_| variable.missing.kind_of(&code.value.label()).is_none())
        {
            listed.push(Recode { from: number, to: number });
        }
    }
    listed
}

/// The columns that the assessment reads.
fn names(definition: &AssessmentDefinition, scales: &[Scales<'_>]) -> Vec<String> {
    let items = scales.iter().flat_map(|scales| {
        let importance = scales.importance.iter().flat_map(|scale| &scale.items);
        scales.performance.items.iter().chain(importance).map(|item| item.variable.clone())
    });
    std::iter::once(definition.organisation.clone()).chain(definition.wave.clone()).chain(items).collect()
}

fn columns_are_there(table: &Table<'_>, definition: &AssessmentDefinition, scales: &[Scales<'_>]) -> Result<()> {
    let names = names(definition, scales);
    Error::unless_empty(table.absent(names.iter().map(String::as_str)), ())
}

/// Which rows can be used, and to whom they belong.
struct Rows {
    /// Places in the table.
    kept: Vec<usize>,
    organisation: Vec<usize>,
    wave: Vec<usize>,
    waves: Vec<(String, Option<Text>)>,
    now: usize,
    before: Option<usize>,
    /// The day of the wave, where the plan says it.
    day: Option<String>,
    notes: Vec<Note>,
}

impl Rows {
    fn read(
        plan: &Plan,
        definition: &AssessmentDefinition,
        stakeholders: &[Stakeholder],
        table: &Table<'_>,
        until: Option<Date>,
    ) -> Result<Self> {
        let labels = table.column(&definition.organisation)?.labels();
        let place_of = |name: &str| stakeholders.iter().position(|stakeholder| stakeholder.id == name);
        let places: Vec<Option<usize>> = labels.levels.iter().map(|level| place_of(level)).collect();
        let waves = Waves::read(plan, definition, table)?;
        let mut faults = Vec::new();
        let mut seen = vec![false; places.len()];
        let mut rows = Self {
            kept: Vec::new(),
            organisation: Vec::new(),
            wave: Vec::new(),
            waves: waves.names.clone(),
            now: 0,
            before: None,
            day: None,
            notes: Vec::new(),
        };
        let (mut nameless, mut waveless, mut later) = (0_u64, 0_u64, 0_u64);
        let after = waves.after(plan, definition, until);
        for (row, code) in labels.codes.iter().enumerate() {
            if *code == MISSING_CODE {
                nameless += 1;
                continue;
            }
            let place = *code as usize;
            let Some(Some(organisation)) = places.get(place) else {
                // One fault for a name, however many rows have it.
                if let Some(known) = seen.get_mut(place).filter(|known| !**known) {
                    *known = true;
                    let name = labels.levels.get(place).map(String::as_str).unwrap_or_default();
                    let at = format!("column[{}].row[{}]", definition.organisation, row + 1);
                    let message = format!("`{name}` is no stakeholder of the partnership");
                    let known = stakeholders.iter().map(|stakeholder| stakeholder.id.as_str());
                    faults.push(Fault::new(FaultKind::DanglingId, at, message).value(name).allowed(known));
                }
                continue;
            };
            match waves.of_rows.as_ref().map_or(Some(0), |of_rows| of_rows.get(row).copied().flatten()) {
                None => waveless += 1,
                Some(wave) if after.get(wave) == Some(&true) => later += 1,
                Some(wave) => {
                    rows.kept.push(row);
                    rows.organisation.push(*organisation);
                    rows.wave.push(wave);
                }
            }
        }
        Error::unless_empty(faults, ())?;
        let left_out = [(nameless, Some(&definition.organisation)), (waveless, definition.wave.as_ref())];
        for (n, column) in left_out.into_iter().filter(|(n, _)| *n > 0) {
            let column = column.map(String::as_str).unwrap_or_default();
            rows.notes.push(Note::warning(common::rows_left_out(column, n), ""));
        }
        if later > 0 {
            rows.notes.push(Note::information(common::records_after(later), "assessment"));
        }
        // The latest wave that somebody answered, not the latest that the plan names.
        let Some(now) = rows.wave.iter().copied().max() else {
            return Err(Error::new(FaultKind::EmptyTable, "answers", "no row names an organisation and a wave"));
        };
        rows.now = now;
        rows.before = rows.wave.iter().copied().filter(|wave| *wave < now).max();
        let label = rows.waves.get(now).map(|(id, _)| id);
        rows.day = waves_of(plan, definition).iter().find(|wave| Some(&wave.id) == label).and_then(|x| x.date.clone());
        Ok(rows)
    }
}

/// The waves of the assessment, or those of the survey.
fn waves_of<'p>(plan: &'p Plan, definition: &'p AssessmentDefinition) -> &'p [Wave] {
    let survey = plan.survey.as_ref().map(|survey| survey.waves.as_slice());
    if definition.waves.is_empty() { survey.unwrap_or_default() } else { &definition.waves }
}

/// The waves of the answers.
struct Waves {
    names: Vec<(String, Option<Text>)>,
    /// The wave of each row of the table; `None` where there are no waves at all.
    of_rows: Option<Vec<Option<usize>>>,
}

impl Waves {
    /// Which waves lie after a day.
    fn after(&self, plan: &Plan, definition: &AssessmentDefinition, until: Option<Date>) -> Vec<bool> {
        let known = waves_of(plan, definition);
        let date = |id: &String| known.iter().find(|wave| wave.id == *id)?.date.as_deref().and_then(parse_date);
        let later = |id: &String| date(id).is_some_and(|date| until.is_some_and(|until| date > until));
        self.names.iter().map(|(id, _)| later(id)).collect()
    }

    fn read(plan: &Plan, definition: &AssessmentDefinition, table: &Table<'_>) -> Result<Self> {
        let Some(column) = &definition.wave else {
            return Ok(Self { names: vec![(String::new(), None)], of_rows: None });
        };
        let labels = table.column(column)?.labels();
        let known = waves_of(plan, definition);
        let label_of = |id: &str| known.iter().find(|wave| wave.id == id).and_then(|wave| wave.label.clone());
        let mut ids: Vec<String> = known.iter().map(|wave| wave.id.clone()).collect();
        if ids.is_empty() {
            ids = labels.levels.clone();
            ids.sort();
        }
        let mut faults = Vec::new();
        let mut places = Vec::with_capacity(labels.levels.len());
        for (code, level) in labels.levels.iter().enumerate() {
            let place = ids.iter().position(|id| id == level);
            let row = labels.codes.iter().position(|found| *found as usize == code);
            if let (None, Some(row)) = (place, row) {
                let at = format!("column[{column}].row[{}]", row + 1);
                let message = format!("the plan has no wave `{level}`");
                faults.push(Fault::new(FaultKind::UnknownValue, at, message).value(level).allowed(ids.iter()));
            }
            places.push(place);
        }
        Error::unless_empty(faults, ())?;
        let of_rows = labels.codes.iter().map(|code| places.get(*code as usize).copied().flatten()).collect();
        Ok(Self { names: ids.iter().map(|id| (id.clone(), label_of(id))).collect(), of_rows: Some(of_rows) })
    }
}

/// Who was a member on that day; everybody where the day is not known.
fn members(stakeholders: &[Stakeholder], day: Option<&str>) -> Vec<bool> {
    let day = day.and_then(parse_date);
    let date = |text: &Option<String>| text.as_deref().and_then(parse_date);
    let member = |stakeholder: &Stakeholder| {
        let Some(day) = day else { return true };
        // Who was not there on the day could not answer, and is nobody who did not.
        date(&stakeholder.joined).is_none_or(|joined| joined <= day)
            && date(&stakeholder.left).is_none_or(|left| left >= day)
    };
    stakeholders.iter().map(member).collect()
}

/// The answers to one dimension, of the rows that are kept.
fn read(
    plan: &Plan,
    table: &Table<'_>,
    scales: &Scales<'_>,
    kept: &[usize],
    tallies: &mut Tallies,
) -> Result<DimensionAnswers> {
    let performance = rated(plan, table, &scales.performance, kept, tallies)?;
    let importance =
        scales.importance.as_ref().map(|scale| rated(plan, table, scale, kept, tallies)).transpose()?.map(|x| x.0);
    Ok(DimensionAnswers {
        performance: performance.0,
        importance,
        items: performance.1,
        definition: scales.definition.clone(),
    })
}

/// The scores of a scale and its items' values.
fn rated(
    plan: &Plan,
    table: &Table<'_>,
    scale: &ScaleDefinition,
    kept: &[usize],
    tallies: &mut Tallies,
) -> Result<(Rated, Vec<ItemColumn>)> {
    let answers = prepare::scale_answers(plan, table, scale, tallies)?;
    let borrowed = prepare::borrowed(&answers);
    let scores = score(scale, &borrowed)?;
    let values = item_values(scale, &borrowed)?;
    let mut faults = Vec::new();
    for (item, values) in scale.items.iter().zip(&values) {
        faults.extend(outside(plan, table, item, values, kept)?);
    }
    Error::unless_empty(faults, ())?;
    let (range, chance) = scale.reach();
    let pick = |all: &[f64]| kept.iter().map(|row| all.get(*row).copied().unwrap_or(f64::NAN)).collect::<Vec<f64>>();
    let mut items = Vec::with_capacity(values.len());
    for (place, (item, values)) in scale.items.iter().zip(&values).enumerate() {
        let chance_variance = chance.get(place).copied().flatten();
        items.push(ItemColumn { variable: item.variable.clone(), values: pick(values), chance_variance });
    }
    Ok((Rated { values: pick(&scores.values), range }, items))
}

/// A fault for every rating that neither the codebook nor the scale knows: it was given, is no missing answer, and has
/// no value.
fn outside(plan: &Plan, table: &Table<'_>, item: &ScaleItem, values: &[f64], kept: &[usize]) -> Result<Vec<Fault>> {
    let variable = plan.codebook.as_ref().and_then(|book| book.variable(&item.variable));
    let labels = table.column(&item.variable)?.labels();
    let mut faults = Vec::new();
    for row in kept {
        let Some(level) = labels.get(*row).filter(|_| values.get(*row).is_none_or(|value| value.is_nan())) else {
            continue;
        };
        if variable.is_some_and(|variable| variable.missing.kind_of(level).is_some()) || faults.len() >= MOST_FAULTS {
            continue;
        }
        let message = format!("`{level}` is no rating that `{}` can have", item.variable);
        let at = format!("column[{}].row[{}]", item.variable, row + 1);
        faults.push(Fault::new(FaultKind::OutOfRange, at, message).value(level));
    }
    Ok(faults)
}

/// Cut points and the importance-performance picture hold all dimensions against each other: they must run alike.
fn same_ranges(definition: &AssessmentDefinition, dimensions: &[DimensionAnswers]) -> Result<()> {
    let path = |place: usize| {
        let id = definition.dimensions.get(place).map(|dimension| dimension.id.as_str()).unwrap_or_default();
        format!("partnership.assessment.dimensions[{place}]({id})")
    };
    let mut faults = Vec::new();
    let mut first: [Option<[f64; 2]>; 2] = [None, None];
    for (place, dimension) in dimensions.iter().enumerate() {
        let importance = dimension.importance.as_ref().and_then(|rated| rated.range);
        for (known, (range, what)) in
            first.iter_mut().zip([(dimension.performance.range, "ratings"), (importance, "ratings of importance")])
        {
            let Some([low, high]) = range else { continue };
            let [from, to] = *known.get_or_insert([low, high]);
            // Dimensions are set side by side, so they must run over the same numbers.
            if [from, to] != [low, high] {
                let message = format!("its {what} run from {low} to {high}, those of others from {from} to {to}");
                faults.push(Fault::new(FaultKind::Inconsistent, path(place), message));
            }
        }
    }
    if let [Some([low, high]), _] = first {
        for (key, cut) in [("strength", definition.strength), ("concern", definition.concern)] {
            if let Some(cut) = cut.filter(|cut| !(low..=high).contains(cut)) {
                let message = format!("the cut point lies outside the ratings, {low} to {high}");
                let at = format!("partnership.assessment.{key}");
                faults.push(Fault::new(FaultKind::Inconsistent, at, message).value(cut));
            }
        }
    }
    Error::unless_empty(faults, ())
}
