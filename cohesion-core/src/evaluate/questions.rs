//! What a plan asks of its survey.

use super::prepare::{Prepared, band_column, inside_column, item_column, value_column};
use crate::codebook::scale::Band;
use crate::estimation::{Filter, Margin, Measure};
use crate::indicator::{IndicatorDefinition, IndicatorStatistic};
use crate::plan::{Pairing, Plan, SurveySection};
use crate::sampling::Design;
use crate::survey::SummarySpec;

/// The design the plan declares. Waves without pairing are independent samples, so each is a stratum of its own; where
/// persons are paired they are the sampling units, unless clusters hold them.
pub(super) fn design(survey: &SurveySection) -> Design {
    let mut design = Design::new().nested(survey.nested);
    if let Some(weights) = &survey.weights {
        design = design.weights(weights);
    }
    if let Some(strata) = &survey.strata {
        design = design.strata(strata);
    }
    design = survey.clusters.iter().fold(design, Design::cluster);
    design = survey.fpc.iter().fold(design, Design::fpc);
    match (survey.pairing.unwrap_or(Pairing::None), &survey.wave, &survey.person) {
        // Waves that were drawn apart are strata: their samples are independent, and so are their errors.
        (Pairing::None, Some(wave), _) => design = design.strata(wave),
        // Two answers of one person are a cluster; where clusters were drawn, the person lies within one already.
        (Pairing::Persons, _, Some(person)) if survey.clusters.is_empty() => design = design.cluster(person),
        _ => {}
    }
    design
}

/// How an indicator's figure is read.
pub(super) fn measure(indicator: &IndicatorDefinition) -> Measure {
    match indicator.statistic {
        IndicatorStatistic::Mean => Measure::mean(value_column(&indicator.id)),
        IndicatorStatistic::Share => Measure::share(value_column(&indicator.id), ["1"]),
    }
}

/// The grouped categories of an indicator: its own, or those of its scale.
pub(super) fn bands<'p>(plan: &'p Plan, indicator: &'p IndicatorDefinition) -> &'p [Band] {
    if !indicator.bands.is_empty() {
        return &indicator.bands;
    }
    let scale = plan.scales.iter().find(|scale| Some(&scale.id) == indicator.scale.as_ref());
    scale.map_or(&[], |scale| scale.bands.as_slice())
}

pub(super) fn band_measure(indicator: &IndicatorDefinition, band: &Band) -> Measure {
    Measure::share(band_column(&indicator.id), [band.id.as_str()])
}

/// Columns by which an indicator is shown; never its own variable.
pub(super) fn group_columns<'p>(plan: &'p Plan, indicator: &'p IndicatorDefinition) -> Vec<&'p str> {
    let survey = plan.survey.iter().flat_map(|survey| &survey.by);
    let mut columns: Vec<&str> = Vec::new();
    for column in survey.chain(&indicator.by) {
        // An indicator by its own answers is 0 and 1.
        let itself = indicator.variable.as_ref() == Some(column);
        if !itself && !columns.contains(&column.as_str()) {
            columns.push(column);
        }
    }
    columns
}

/// The margin of an indicator by one column or over all, and by wave.
pub(super) fn margin(plan: &Plan, indicator: &IndicatorDefinition, by: Option<&str>) -> Margin {
    let wave = plan.survey.as_ref().and_then(|survey| survey.wave.as_deref());
    let within = indicator
        .condition
        .iter()
        .map(|_| Filter { column: inside_column(&indicator.id), values: vec!["yes".to_owned()] })
        .collect();
    Margin { by: by.into_iter().chain(wave).map(str::to_owned).collect(), within }
}

/// The items of a scale in the prepared table, and the cells alpha is asked for.
pub(super) fn items(plan: &Plan, scale: &str) -> Option<(Vec<String>, Margin)> {
    let definition = plan.scales.iter().find(|definition| definition.id == scale)?;
    let wave = plan.survey.as_ref().and_then(|survey| survey.wave.clone());
    let items = (0..definition.items.len()).map(|index| item_column(scale, index)).collect();
    Some((items, Margin::by(wave.into_iter().collect())))
}

/// Everything an evaluation will ask of the summary.
pub(super) fn spec(plan: &Plan, prepared: &Prepared<'_>) -> SummarySpec {
    let survey = plan.survey.clone().unwrap_or_default();
    // Every question brings its own margins, since indicators differ in whom they count.
    let mut spec = SummarySpec::new(design(&survey)).without_margins().for_plan(plan.hash().to_owned());
    for indicator in plan.indicators.iter().filter(|indicator| prepared.indicators.contains(&indicator.id)) {
        let measures = std::iter::once(measure(indicator))
            .chain(bands(plan, indicator).iter().map(|band| band_measure(indicator, band)))
            .collect();
        spec = spec.question(margin(plan, indicator, None), measures);
        for by in group_columns(plan, indicator) {
            spec = spec.question(margin(plan, indicator, Some(by)), vec![measure(indicator)]);
        }
    }
    for scale in &prepared.scales {
        if let Some((items, margin)) = items(plan, scale) {
            spec = spec.items(items, margin);
        }
    }
    spec
}
