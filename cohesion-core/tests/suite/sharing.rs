//! A shared summary says nothing of single people, and still gives the same figures.

use std::collections::BTreeMap;

use cohesion_core::{Column, Design, Estimates, Filter, Margin, Measure, PublishRule, Summary, SummarySpec, Table};
use proptest::prelude::*;

struct People {
    district: Vec<usize>,
    sex: Vec<usize>,
    street: Vec<usize>,
    trust: Vec<f64>,
}

fn table(people: &People) -> Table<'static> {
    let text = |name: &str, of: &[usize]| {
        let labels: Vec<String> = of.iter().map(|one| format!("{name}{one}")).collect();
        Column::text(name, labels.iter().map(|label| Some(label.as_str())))
    };
    Table::new(vec![
        text("district", &people.district),
        text("sex", &people.sex),
        text("street", &people.street),
        Column::number("trust", people.trust.clone()),
    ])
    .unwrap()
}

fn within() -> Margin {
    Margin { by: Vec::new(), within: vec![Filter { column: "sex".into(), values: vec!["sex1".into()] }] }
}

fn summary(people: &People, clusters: bool) -> Summary {
    let design = if clusters { Design::new().cluster("street") } else { Design::new() };
    let spec = SummarySpec::new(design)
        .measures([Measure::mean("trust"), Measure::share("trust", ["1", "2"])])
        .margin(Margin::by(vec!["district".into()]))
        .margin(Margin::by(vec!["sex".into()]))
        .margin(within());
    Summary::new(spec).unwrap().add(&table(people)).unwrap()
}

fn by(shared: &Summary, keys: &[&str]) -> Estimates {
    let options = keys.iter().fold(cohesion_core::EstimateOptions::new(), |options, key| options.by(*key));
    shared.mean("trust", options).unwrap()
}

/// Numbers of people in the groups that a table tells.
fn told(estimates: &Estimates) -> BTreeMap<Vec<String>, u64> {
    estimates.rows.iter().map(|row| (row.labels.clone(), row.estimate.n)).collect()
}

fn people(cells: &[(usize, usize, usize, u8)]) -> People {
    let mut people = People { district: vec![], sex: vec![], street: vec![], trust: vec![] };
    for (district, sex, street, trust) in cells {
        people.district.push(*district);
        people.sex.push(*sex);
        people.street.push(*street);
        people.trust.push(f64::from(*trust));
    }
    people
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// No group that is told has fewer people than the rule asks, nor have the people whom subtraction leaves over.
    #[test]
    fn no_small_group_can_be_found(
        cells in proptest::collection::vec((0_usize..5, 0_usize..2, 0_usize..12, 1_u8..6), 30..160),
        clusters: bool,
    ) {
        let people = people(&cells);
        let whole = summary(&people, clusters);
        let rule = PublishRule::default();
        let shared = match whole.for_sharing(&rule) {
            Ok(shared) => shared,
            Err(fault) => {
                prop_assert_eq!(fault.kind().as_str(), "not_possible");
                return Ok(());
            }
        };
        let all = told(&by(&shared, &[])).values().sum::<u64>();
        for keys in [&["district"][..], &["sex"]] {
            let told = told(&by(&shared, keys));
            prop_assert!(told.values().all(|n| *n >= 10), "{told:?}");
            let rest = if told.is_empty() { 0 } else { all - told.values().sum::<u64>() };
            prop_assert!(rest == 0 || rest >= 10, "{told:?} of {all}");
        }
        let women = shared.mean("trust", cohesion_core::EstimateOptions::new().within("sex", ["sex1"])).unwrap();
        if let Some(row) = women.rows.first() {
            let (n, rest) = (row.estimate.n, all - row.estimate.n);
            prop_assert!(n >= 10 && (rest == 0 || rest >= 10));
        }
        // Nor are the labels of streets in the bytes.
        let bytes = shared.to_bytes().unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        for street in 0..12 {
            let label = format!("street{street}");
            prop_assert!(!text.contains(&label));
        }
        // What is told is right.
        let (ours, theirs) = (by(&shared, &[]), by(&whole, &[]));
        let (ours, theirs) = (&ours.rows[0].estimate, &theirs.rows[0].estimate);
        prop_assert_eq!(ours.n, theirs.n);
        prop_assert!((ours.value.unwrap() - theirs.value.unwrap()).abs() < 1e-12);
        if !clusters {
            prop_assert!((ours.se.unwrap() - theirs.se.unwrap()).abs() < 1e-12);
        }
    }
}

#[test]
fn owners_merge_what_they_share_and_nothing_else() {
    let cells = |owner: usize| -> Vec<(usize, usize, usize, u8)> {
        (0..240).map(|row| ((row / 60 + owner) % 4, row % 2, row / 6, (row * 7 % 5) as u8 + 1)).collect()
    };
    let rule = PublishRule::default();
    let (city, school) = (summary(&people(&cells(0)), true), summary(&people(&cells(1)), true));
    let both = people(&[cells(0), cells(1).into_iter().map(|(d, s, st, t)| (d, s, st + 100, t)).collect()].concat());
    let shared: Vec<Summary> = [&city, &school].into_iter().map(|one| one.for_sharing(&rule).unwrap()).collect();
    assert_eq!(shared[0].lost()[0].code.as_str(), "clusters_pooled");
    let carried = Summary::from_bytes(&shared[1].to_bytes().unwrap()).unwrap();
    assert_eq!(carried, shared[1]);
    let merged = shared[0].clone().merge(carried).unwrap();
    let expected = by(&summary(&both, true), &["district"]);
    let found = by(&merged, &["district"]);
    for (ours, theirs) in found.rows.iter().zip(&expected.rows) {
        assert_eq!((&ours.labels, ours.estimate.n), (&theirs.labels, theirs.estimate.n));
        assert!((ours.estimate.value.unwrap() - theirs.estimate.value.unwrap()).abs() < 1e-12);
        assert!(ours.estimate.se.is_some());
    }
    assert_eq!(city.clone().merge(shared[0].clone()).unwrap_err().kind().as_str(), "spec_mismatch");
    assert_eq!(merged.merge(shared[0].clone()).unwrap_err().kind().as_str(), "duplicate_part");
}

#[test]
fn too_few_people_are_no_summary_to_share() {
    let few = people(&[(0, 0, 0, 1), (1, 1, 1, 2), (0, 1, 2, 3)]);
    assert_eq!(summary(&few, true).for_sharing(&PublishRule::default()).unwrap_err().kind().as_str(), "not_possible");
}

/// Sums of squares and products do not leave their owner.
#[test]
fn ratios_and_correlations_are_not_shared() {
    let cells: Vec<(usize, usize, usize, u8)> =
        (0..60).map(|row| (row % 2, row % 3, row % 9, (row % 5) as u8)).collect();
    let people = people(&cells);
    let spec = SummarySpec::new(Design::new()).measures([Measure::mean("trust")]).variance("trust");
    let whole = Summary::new(spec).unwrap().add(&table(&people)).unwrap();
    assert!(whole.variance("trust", ()).unwrap().rows[0].estimate.value.is_some());
    let shared = Summary::from_bytes(&whole.for_sharing(&PublishRule::default()).unwrap().to_bytes().unwrap()).unwrap();
    assert_eq!(
        shared.mean("trust", ()).unwrap().rows[0].estimate.value,
        whole.mean("trust", ()).unwrap().rows[0].estimate.value
    );
    assert_eq!(shared.variance("trust", ()).unwrap_err().kind().as_str(), "not_held");
    let codes: Vec<&str> = shared.lost().iter().map(|note| note.code.as_str()).collect();
    assert_eq!(codes, ["moments_left_out"]);
}
