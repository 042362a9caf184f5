//! Self-assessments: what does not depend on the order of rows or on the unit, what is never published, and what is read.

use cohesion_core::health::assessment::DimensionReport;
use cohesion_core::{
    Assessment, Column, FaultKind, Language, Plan, PublishedAssessment, ReportAudience, Table, chart, read_csv, report,
};
use proptest::prelude::*;

const NAMES: [&str; 8] = ["alder", "birch", "cedar", "dogwood", "elm", "fir", "gorse", "hazel"];

/// A plan of eight organisations and one question; `more` is put into the assessment.
fn plan(more: &str) -> Plan {
    let stakeholders: Vec<String> =
        NAMES.iter().map(|id| format!("{{ id = '{id}', name = '{id}', sector = 'association' }}")).collect();
    Plan::from_toml(&format!(
        "[partnership]\nstakeholders = [{}]\n[partnership.assessment]\nwave = 'wave'\nwaves = [{{ id = 'w1' }}, {{ id = 'w2' }}]\n{more}\n\
         [[partnership.assessment.dimensions]]\nid = 'q'\ntitle = 'Q'\nvariable = 'q'\n",
        stakeholders.join(", ")
    ))
    .unwrap()
}

/// One person: organisation, wave, rating.
type Person = (usize, bool, u8);

fn table(people: &[Person], of: impl Fn(u8) -> f64) -> Table<'static> {
    Table::new(vec![
        Column::text("organisation", people.iter().map(|person| Some(NAMES[person.0]))),
        Column::text("wave", people.iter().map(|person| Some(if person.1 { "w2" } else { "w1" }))),
        Column::number("q", people.iter().map(|person| of(person.2)).collect::<Vec<_>>()),
    ])
    .unwrap()
}

fn people() -> impl Strategy<Value = Vec<Person>> {
    proptest::collection::vec((0..NAMES.len(), any::<bool>(), 1_u8..=5), 1..40)
}

fn figures(dimension: &DimensionReport) -> Vec<Option<f64>> {
    let agreement = &dimension.agreement;
    let change = dimension.change.as_ref().map(|change| &change.comparison);
    vec![
        dimension.performance.value,
        dimension.performance.se,
        dimension.spread.sd,
        agreement.icc1.value,
        agreement.icc2,
        change.and_then(|change| change.estimate.value),
        change.and_then(|change| change.estimate.se),
        change.and_then(|change| change.p),
    ]
}

fn close(a: &[Option<f64>], b: &[Option<f64>]) -> bool {
    a.iter().zip(b).all(|pair| match pair {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * b.abs().max(1.0),
        (None, None) => true,
        _ => false,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// The order of the rows does not matter.
    #[test]
    fn rows_may_stand_in_any_order(people in people(), turn in 0_usize..40) {
        let plan = plan("");
        let mut turned = people.clone();
        turned.rotate_left(turn % people.len());
        turned.reverse();
        let of = |people: &[Person]| plan.assess(&table(people, f64::from)).unwrap();
        let (one, other) = (of(&people), of(&turned));
        prop_assert!(close(&figures(&one.content().dimensions[0]), &figures(&other.content().dimensions[0])));
    }

    /// Other units shift and stretch the figures, and leave shares and p-values alone.
    #[test]
    fn units_do_not_matter(people in people()) {
        let plan = plan("");
        let one = plan.assess(&table(&people, f64::from)).unwrap();
        let other = plan.assess(&table(&people, |rating| 10.0 * f64::from(rating) + 100.0)).unwrap();
        let expected: Vec<Option<f64>> = figures(&one.content().dimensions[0])
            .iter()
            .enumerate()
            .map(|(place, figure)| figure.map(|figure| match place {
                0 => 10.0 * figure + 100.0,
                1 | 2 | 5 | 6 => 10.0 * figure,
                _ => figure,
            }))
            .collect();
        let found = figures(&other.content().dimensions[0]);
        prop_assert!(close(&found, &expected), "{found:?} {expected:?}");
    }

    /// Asking everybody of an organisation twice does not make it louder.
    #[test]
    fn more_people_are_not_more_votes(people in people(), loud in 0..NAMES.len()) {
        let plan = plan("");
        let mut twice = people.clone();
        twice.extend(people.iter().filter(|person| person.0 == loud));
        let of = |people: &[Person]| plan.assess(&table(people, f64::from)).unwrap().content().dimensions[0].clone();
        let (once, twice) = (of(&people), of(&twice));
        prop_assert!(close(&figures(&once)[..3], &figures(&twice)[..3]));
    }

    /// Nothing that is published names an organisation, rests on fewer than five, or shows the ends of the spread.
    #[test]
    fn nothing_published_is_of_one_organisation(people in people(), by_people in any::<bool>()) {
        let plan = plan(if by_people { "across = 'respondents'" } else { "" });
        let assessment = plan.assess(&table(&people, f64::from)).unwrap();
        let published = assessment.publish();
        let json = published.to_json();
        prop_assert!(NAMES.iter().all(|name| !json.contains(name)));
        let (own, shown) = (&assessment.content().dimensions[0], &published.content().dimensions[0]);
        prop_assert!(shown.performance.value.is_none() || own.organisations >= 5);
        prop_assert!(shown.performance.value.is_none() || own.largest_share.unwrap() <= 0.5);
        for figure in &shown.by_wave {
            prop_assert!(figure.estimate.value.is_none() || figure.organisations >= 5);
        }
        if let Some(change) = &shown.change {
            let value = change.comparison.estimate.value;
            prop_assert!(value.is_none() || (change.organisations >= 5 && shown.performance.value.is_some()));
            prop_assert!(value.is_none() || ![1, 2].contains(&change.only_now) && ![1, 2].contains(&change.only_before));
        }
        prop_assert_eq!(&PublishedAssessment::from_json(&json).unwrap(), &published);
    }
}

fn kombi() -> Assessment {
    let folder = format!("{}/examples/", env!("CARGO_MANIFEST_DIR"));
    let answers = read_csv(&std::fs::read(format!("{folder}kombi.csv")).unwrap()).unwrap();
    Plan::read(format!("{folder}kombi.toml")).unwrap().assess(&answers.table).unwrap()
}

#[test]
fn what_is_kept_reads_back_and_what_is_confidential_does_not_pass_for_it() {
    let assessment = kombi();
    assert_eq!(Assessment::from_json(&assessment.to_json()).unwrap(), assessment);
    let published = assessment.publish();
    assert_eq!(PublishedAssessment::from_json(&published.to_json()).unwrap(), published);
    let wrong = PublishedAssessment::from_json(&assessment.to_json()).unwrap_err();
    assert_eq!((wrong.kind(), wrong.path()), (FaultKind::Inconsistent, "kind"));
    assert_eq!(Assessment::from_json(&published.to_json()).unwrap_err().kind(), FaultKind::Inconsistent);
    assert_eq!(Assessment::from_json("[]").unwrap_err().kind(), FaultKind::Syntax);
}

/// The reports of the example: what an evaluator hands out, in every language.
#[test]
fn the_reports_of_kombi() {
    let published = kombi().publish();
    for language in Language::ALL {
        for audience in ReportAudience::ALL {
            let mut text = report::assessment_markdown(&published, language, audience);
            let provenance = &published.content().provenance;
            for hash in provenance.plan_hash.iter().chain(&provenance.table_hashes) {
                text = text.replace(hash, "(hash)");
            }
            insta::assert_snapshot!(format!("kombi-ratings-{}-{}", audience.as_str(), language.tag()), text);
            let page = report::assessment_html(&published, language, audience);
            assert!(page.starts_with("<!DOCTYPE html>") && page.contains("Content-Security-Policy"));
            assert!(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"));
            let fragment = report::assessment_html_fragment(&published, language, audience);
            assert!(fragment.starts_with("<div class=\"cc-report\"") && page.len() > fragment.len());
            // The school did not answer, and the plan does not allow to say so.
            assert!(!text.contains("School") && !page.contains("École"), "{text}");
        }
    }
}

#[test]
fn the_picture_says_what_it_shows() {
    let published = kombi().publish();
    for (language, expected) in [
        (Language::En, "Shared goals: keep up"),
        (Language::Fr, "Objectifs partagés\u{a0}: à maintenir"),
        (Language::Nl, "Gedeelde doelen: zo doorgaan"),
    ] {
        let spec = chart::importance_performance(&published, language);
        let alternative = chart::alternative(&spec);
        assert!(alternative.contains(expected), "{alternative}");
        assert_eq!(spec["data"]["values"].as_array().unwrap().len(), 5);
        assert_eq!(spec["layer"].as_array().unwrap().len(), 6);
    }
    let few = plan("").assess(&table(&[(0, true, 3), (1, true, 4)], f64::from)).unwrap().publish();
    let spec = chart::importance_performance(&few, Language::En);
    assert_eq!(chart::alternative(&spec), "Importance and performance.");
}
