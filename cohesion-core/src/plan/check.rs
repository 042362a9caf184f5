//! Faults of meaning in a plan: what the parts say of each other.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::rows;
use super::tree::{MOST_FAULTS, more_faults};
use super::{Pairing, PlanDocument, PublishRule, SurveySection};
use crate::codebook::check::{self, IdKind, Ids, element, field};
use crate::codebook::{Codebook, VariableType};
use crate::error::{Fault, FaultKind};
use crate::indicator::IndicatorContext;
use crate::partnership::{PartnershipContext, RecordContext, RecordKind, Row, RowIds};
use crate::table::Table;

/// Every fault of meaning, in the order of the parts.
pub(super) fn check(document: &PlanDocument, value: &Value) -> Vec<Fault> {
    let mut faults = Vec::new();
    let ids = PlanIds::of(document);
    if let Some(partnership) = &document.partnership {
        // A plan of a partnership alone may name indicators that stand elsewhere.
        let indicators = (!document.indicators.is_empty()).then_some(&ids.indicators);
        let variables = document.codebook.is_some().then_some(&ids.variables);
        let context = PartnershipContext { indicators, scales: &ids.scales, variables };
        partnership.check("partnership", &context, &mut faults);
    }
    if let Some(codebook) = &document.codebook {
        codebook.check("codebook", &mut faults);
    }
    check_languages(document, &mut faults);
    check_scales(document, &ids, &mut faults);
    check_indicators(document, &ids, &mut faults);
    if let Some(survey) = &document.survey {
        check_survey(survey, document.codebook.as_ref(), &mut faults);
    }
    if let Some(rule) = &document.publish {
        check_publish(rule, value, &mut faults);
    }
    context(document, &ids).check(&inline_records(value), |_| true, "records", &mut faults);
    bounded(faults)
}

/// Every fault of meaning in records that were given beside the plan.
pub(super) fn check_records(
    document: &PlanDocument,
    value: &Value,
    given: &BTreeMap<RecordKind, Vec<Row>>,
) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut tables = inline_records(value);
    for (kind, rows) in given {
        // Rows from two places would count twice or contradict each other.
        if tables.insert(*kind, rows.clone()).is_some() {
            faults.push(given_twice(*kind));
        }
    }
    let ids = PlanIds::of(document);
    context(document, &ids).check(&tables, |kind| given.contains_key(&kind), "records", &mut faults);
    bounded(faults)
}

/// Every fault of meaning in tables of records; a large table whose different cells are all clean costs no rows.
pub(super) fn check_tables(
    document: &PlanDocument,
    value: &Value,
    tables: &BTreeMap<RecordKind, &Table<'_>>,
) -> Vec<Fault> {
    let ids = PlanIds::of(document);
    let context = context(document, &ids);
    let mut rows = inline_records(value);
    let row_ids = RowIds::of(&rows, tables);
    let mut faults = Vec::new();
    for (kind, table) in tables {
        let clean = context.is_clean(*kind, table, &row_ids);
        // Large tables are looked at column by column; only one with a fault is taken apart into rows, to say where it
        // is.
        let given = if clean { Vec::new() } else { rows::of_table(*kind, table, &mut faults) };
        if rows.insert(*kind, given).is_some() {
            faults.push(given_twice(*kind));
        }
    }
    context.check_with(&rows, &row_ids, |kind| tables.contains_key(&kind), "records", &mut faults);
    bounded(faults)
}

fn given_twice(kind: RecordKind) -> Fault {
    let message = format!("the plan holds {} inline, and a table of them was given", kind.as_str());
    Fault::new(FaultKind::Inconsistent, field("records", kind.as_str()), message)
}

/// The first faults, and how many more there are.
fn bounded(mut faults: Vec<Fault>) -> Vec<Fault> {
    let more = faults.len().saturating_sub(MOST_FAULTS);
    faults.truncate(MOST_FAULTS);
    faults.extend(more_faults(more));
    faults
}

/// The ids that the parts of a plan use of each other.
struct PlanIds {
    variables: Ids,
    scales: Ids,
    indicators: Ids,
    objectives: Ids,
    waves: Ids,
}

impl PlanIds {
    fn of(document: &PlanDocument) -> Self {
        let codebook = document.codebook.as_ref();
        let partnership = document.partnership.as_ref();
        Self {
            variables: ids(codebook.map(|book| &*book.variables), |x| &x.id),
            scales: ids(Some(&document.scales), |x| &x.id),
            indicators: ids(Some(&document.indicators), |x| &x.id),
            objectives: ids(partnership.map(|partnership| &*partnership.objectives), |x| &x.id),
            waves: ids(document.survey.as_ref().map(|survey| &*survey.waves), |x| &x.id),
        }
    }
}

/// The ids of the elements of a list; none where there is no list.
fn ids<T>(list: Option<&[T]>, id: impl Fn(&T) -> &String) -> Ids {
    BTreeSet::from_iter(list.unwrap_or_default().iter().map(|element| id(element).clone()))
}

fn context<'a>(document: &'a PlanDocument, ids: &'a PlanIds) -> RecordContext<'a> {
    RecordContext::new(document.partnership.as_ref(), &ids.indicators, &ids.waves)
}

fn inline_records(value: &Value) -> BTreeMap<RecordKind, Vec<Row>> {
    let rows = |kind: RecordKind| {
        let list = value.get("records")?.get(kind.as_str())?.as_array()?;
        Some(list.iter().filter_map(|row| row.as_object().cloned()).collect::<Vec<_>>())
    };
    BTreeMap::from_iter(RecordKind::ALL.into_iter().filter_map(|kind| Some((kind, rows(kind)?))))
}

fn check_languages(document: &PlanDocument, faults: &mut Vec<Fault>) {
    for (index, language) in document.languages.iter().enumerate() {
        if document.languages.iter().take(index).any(|before| before == language) {
            let message = format!("the language `{}` is listed twice", language.tag());
            faults.push(
                Fault::new(FaultKind::DuplicateId, element("languages", index, None), message).value(language.tag()),
            );
        }
    }
}

fn check_scales(document: &PlanDocument, ids: &PlanIds, faults: &mut Vec<Fault>) {
    check::unique("scales", document.scales.iter().map(|scale| scale.id.as_str()), faults);
    for (index, scale) in document.scales.iter().enumerate() {
        let at = element("scales", index, Some(&scale.id));
        check::id(&scale.id, &at, IdKind::Word, faults);
        scale.check(&at, faults);
        if document.codebook.is_none() {
            continue;
        }
        for (position, item) in scale.items.iter().enumerate() {
            let at = field(&element(&field(&at, "items"), position, None), "variable");
            check::refers(&item.variable, &ids.variables, "variable", &at, faults);
        }
    }
}

fn check_indicators(document: &PlanDocument, ids: &PlanIds, faults: &mut Vec<Fault>) {
    check::unique("indicators", document.indicators.iter().map(|indicator| indicator.id.as_str()), faults);
    let context = IndicatorContext {
        variables: document.codebook.is_some().then_some(&ids.variables),
        scales: &ids.scales,
        objectives: document.partnership.is_some().then_some(&ids.objectives),
    };
    for (index, indicator) in document.indicators.iter().enumerate() {
        indicator.check(&element("indicators", index, Some(&indicator.id)), &context, faults);
    }
}

fn check_survey(survey: &SurveySection, codebook: Option<&Codebook>, faults: &mut Vec<Fault>) {
    check_pairing(survey, faults);
    check_waves(survey, codebook, faults);
    for (key, list) in [("clusters", &survey.clusters), ("fpc", &survey.fpc), ("by", &survey.by)] {
        check_list(list, &field("survey", key), faults);
    }
    let stages = survey.clusters.len().max(1);
    // A correction belongs to a stage.
    if survey.fpc.len() > stages {
        let message = format!("there are {} population corrections for {stages} stage(s)", survey.fpc.len());
        faults.push(Fault::new(FaultKind::Inconsistent, "survey.fpc", message).value(survey.fpc.len()));
    }
    if survey.nested && (survey.strata.is_none() || survey.clusters.is_empty()) {
        let message = "cluster labels can be nested only where there are strata and clusters";
        faults.push(Fault::new(FaultKind::Inconsistent, "survey.nested", message).value(true));
    }
    let Some(codebook) = codebook else { return };
    let variables = codebook.variables.iter().map(|x| x.id.clone()).collect();
    for (index, column) in survey.by.iter().enumerate() {
        check::refers(column, &variables, "variable", &element("survey.by", index, None), faults);
    }
    let weights = survey.weights.iter().map(|column| ("survey.weights".to_owned(), column));
    let fpc = survey.fpc.iter().enumerate().map(|(index, column)| (element("survey.fpc", index, None), column));
    for (path, column) in weights.chain(fpc) {
        let kind = codebook.variable(column).map(|variable| variable.kind);
        if let Some(kind) = kind.filter(|kind| *kind != VariableType::Number) {
            let message =
                format!("`{}` is to be a number, and the codebook says {}", check::shown(column), kind.as_str());
            faults.push(Fault::new(FaultKind::Inconsistent, path, message).value(column));
        }
    }
}

fn check_publish(rule: &PublishRule, value: &Value, faults: &mut Vec<Fault>) {
    if let Err(error) = rule.checked("publish") {
        faults.extend(error.faults().cloned());
    }
    // Where the report and the rule both state a minimum, they must agree.
    let twice = value.get("report").and_then(|report| report.get("minimum_n"));
    if let Some(other) = twice.filter(|other| other.as_u64() != Some(u64::from(rule.minimum_n))) {
        let message =
            format!("`report.minimum_n` says {other} and `publish.minimum_n` {}: say it once", rule.minimum_n);
        faults.push(Fault::new(FaultKind::Inconsistent, "publish.minimum_n", message).value(rule.minimum_n));
    }
}

fn check_list(columns: &[String], path: &str, faults: &mut Vec<Fault>) {
    let mut seen = BTreeSet::new();
    for (index, column) in columns.iter().enumerate() {
        if !seen.insert(column) {
            let message = format!("the column `{}` is listed twice", check::shown(column));
            faults.push(Fault::new(FaultKind::DuplicateId, element(path, index, None), message).value(column));
        }
    }
}

fn check_pairing(survey: &SurveySection, faults: &mut Vec<Fault>) {
    let (missing, message) = match survey.pairing {
        Some(Pairing::Persons) if survey.person.is_none() => {
            ("person", "persons are paired by the column that names them")
        }
        Some(Pairing::Clusters) if survey.clusters.is_empty() => {
            ("clusters", "clusters are paired by the columns that name them")
        }
        _ => return,
    };
    faults.push(Fault::new(FaultKind::MissingField, field("survey", missing), message));
}

fn check_waves(survey: &SurveySection, codebook: Option<&Codebook>, faults: &mut Vec<Fault>) {
    if survey.waves.is_empty() {
        return;
    }
    check::unique("survey.waves", survey.waves.iter().map(|wave| wave.id.as_str()), faults);
    let column = survey.wave.as_deref();
    if column.is_none() {
        let message = "waves are told apart by the column that names them";
        faults.push(Fault::new(FaultKind::MissingField, "survey.wave", message));
    }
    let codes: Ids = codebook
        .and_then(|book| book.variable(column?))
        .map(|variable| BTreeSet::from_iter(variable.codes.iter().map(|code| code.value.label())))
        .unwrap_or_default();
    let mut before = None;
    for (index, wave) in survey.waves.iter().enumerate() {
        let at = element("survey.waves", index, Some(&wave.id));
        if wave.id.trim().is_empty() {
            faults.push(Fault::new(FaultKind::UnknownValue, field(&at, "id"), "an id is empty").value(&wave.id));
        }
        if !codes.is_empty() {
            check::refers(&wave.id, &codes, "code of the wave column", &field(&at, "id"), faults);
        }
        let date = wave.date.as_deref().and_then(|date| check::date(date, &field(&at, "date"), faults));
        if let (Some(before), Some(date)) = (before, date)
            // Changes are told from the earlier to the later wave.
            && date <= before
        {
            let message = format!("this wave ({date}) does not come after the one before it ({before})");
            faults.push(Fault::new(FaultKind::ImpossibleDate, field(&at, "date"), message).value(date));
        }
        before = date.or(before);
    }
}
