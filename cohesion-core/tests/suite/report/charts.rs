//! Charts are data in the reader's language.

use cohesion_core::{Language, ToSheet, chart};
use serde_json::Value;

use super::fixture::{publication, with_texts};

/// Every chart of a publication.
fn charts(language: Language, publication: &cohesion_core::PublishedEvaluation) -> Vec<(String, Value)> {
    let content = publication.content();
    let mut charts = vec![("overview".to_owned(), chart::overview(publication, language))];
    for (place, indicator) in content.indicators.iter().enumerate() {
        charts.push((format!("indicator-{place}"), chart::indicator(indicator, language)));
        charts.push((format!("waves-{place}"), chart::waves(indicator, &content.sample.waves, language)));
        charts.push((format!("bands-{place}"), chart::bands(indicator, language)));
        for group in &indicator.groups {
            charts.push((format!("group-{place}"), chart::groups(indicator, group, language)));
            charts.push((format!("estimates-{place}"), group.estimates.sheet(language).chart().unwrap()));
        }
    }
    charts
}

fn pretty(spec: &Value) -> String {
    serde_json::to_string_pretty(spec).unwrap()
}

#[test]
fn charts_read() {
    let publication = publication();
    let content = publication.content();
    insta::assert_snapshot!("chart-overview", pretty(&chart::overview(&publication, Language::Fr)));
    insta::assert_snapshot!("chart-indicator", pretty(&chart::indicator(&content.indicators[0], Language::Nl)));
    insta::assert_snapshot!("chart-bands", pretty(&chart::bands(&content.indicators[0], Language::En)));
}

/// All marks somewhere in a specification.
fn marks<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    match value {
        Value::Object(map) => {
            found.extend(map.get("mark"));
            map.values().for_each(|inner| marks(inner, found));
        }
        Value::Array(list) => list.iter().for_each(|inner| marks(inner, found)),
        _ => {}
    }
}

#[test]
fn charts_are_self_contained_and_intervals_are_silent() {
    let publication = publication();
    for language in Language::ALL {
        for (name, spec) in charts(language, &publication) {
            assert!(!spec.to_string().contains("://") && spec.get("$schema").is_none(), "{name}");
            assert!(!chart::alternative(&spec).trim().is_empty(), "{name}");
            let mut found = Vec::new();
            marks(&spec, &mut found);
            for rule in found.iter().filter(|mark| mark["type"] == "rule") {
                assert_eq!(rule["aria"], false, "{name}");
            }
            assert!(found.iter().any(|mark| mark["type"] == "point" || mark["type"] == "bar"), "{name}");
        }
    }
}

#[test]
fn a_chart_shows_the_figures_it_was_given() {
    let publication = publication();
    let indicator = &publication.content().indicators[1];
    let group = &indicator.groups[0];
    let spec = chart::groups(indicator, group, Language::Fr);
    let data = spec["data"]["values"].as_array().unwrap();
    assert_eq!(data.len(), group.estimates.rows.len() + group.hidden.len());
    for (datum, row) in data.iter().zip(&group.estimates.rows) {
        assert_eq!(datum["value"].as_f64(), row.estimate.value);
        let interval = row.estimate.interval.unwrap();
        assert_eq!((datum["low"].as_f64(), datum["high"].as_f64()), (Some(interval.low), Some(interval.high)));
        assert!(datum["text"].as_str().unwrap().contains(" à "), "{datum}");
    }
    let hidden = &data[group.estimates.rows.len()];
    assert_eq!(hidden["absent"], "masqué");
    assert!(hidden.get("value").is_none() && hidden.get("low").is_none());
}

#[test]
fn the_alternative_names_the_extremes_and_what_is_hidden() {
    let publication = publication();
    let indicator = &publication.content().indicators[1];
    let spec = chart::groups(indicator, &indicator.groups[0], Language::Nl);
    let told = chart::alternative(&spec);
    assert!(told.starts_with("Vertrouwen in buren, naar wijk. Hoogste: Noord: "), "{told}");
    assert!(told.contains("Verborgen: ") && told.contains("West"), "{told}");
}

/// A label is data: it never gets into an expression that the renderer runs.
#[test]
fn labels_are_never_expressions() {
    let hostile = "'] + alert(1) + ['";
    let publication = with_texts(hostile);
    fn expressions<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
        match value {
            Value::Object(map) => {
                for (key, inner) in map {
                    if matches!(key.as_str(), "labelExpr" | "expr" | "filter" | "calculate" | "href" | "url") {
                        found.extend(inner.as_str());
                    }
                    expressions(inner, found);
                }
            }
            Value::Array(list) => list.iter().for_each(|inner| expressions(inner, found)),
            _ => {}
        }
    }
    for (name, spec) in charts(Language::En, &publication) {
        let mut found = Vec::new();
        expressions(&spec, &mut found);
        assert!(found.iter().all(|expression| !expression.contains("alert")), "{name}: {found:?}");
    }
}
