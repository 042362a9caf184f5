//! What is too large to be computed, or too large to be true, is refused in words.

use cohesion_core::{
    Column, Design, EstimateOptions, Estimates, FaultKind, Measure, ReplicateWeights, Summary, SummarySpec, Survey,
    Table,
};

/// A column of ids that no two rows share, and a number.
fn people(count: usize) -> Table<'static> {
    let number = |of: fn(usize) -> f64| (0..count).map(of).collect::<Vec<_>>();
    Table::new(vec![
        Column::number("id", number(|row| row as f64)),
        Column::number("y", number(|row| (row % 7) as f64)),
    ])
    .unwrap()
}

#[test]
fn a_group_for_each_person_is_refused() {
    let table = people(2_501);
    let by = || EstimateOptions::new().by("id");
    let survey = Survey::new(&table, Design::new()).unwrap();
    let error = survey.mean("y", by()).unwrap_err();
    assert_eq!(error.kind(), FaultKind::TooLarge);
    assert!(error.to_string().contains("2501 groups"), "{error}");
    assert_eq!(survey.variance("y", by()).unwrap_err().kind(), FaultKind::TooLarge);
    assert_eq!(survey.alpha(&["y", "id"], by()).unwrap_err().kind(), FaultKind::TooLarge);
    let spec = SummarySpec::new(Design::new()).measures([Measure::mean("y")]).variance("y");
    let by_id = cohesion_core::Margin::by(vec!["id".to_owned()]);
    let summary = Summary::new(spec.margin(by_id)).unwrap().add(&table).unwrap();
    assert_eq!(summary.mean("y", by()).unwrap_err().kind(), FaultKind::TooLarge);
    assert_eq!(summary.variance("y", by()).unwrap_err().kind(), FaultKind::TooLarge);
}

#[test]
fn more_pairs_than_anybody_reads_are_refused() {
    let table = people(318);
    let means = Survey::new(&table, Design::new()).unwrap().mean("y", EstimateOptions::new().by("id")).unwrap();
    let error = means.differences().unwrap_err();
    assert_eq!(error.kind(), FaultKind::TooLarge);
    assert!(error.to_string().contains("50403 pairs"), "{error}");
    assert_eq!(means.difference(&["3"], &["1"]).unwrap().rows.len(), 1);
}

#[test]
fn counts_that_nobody_can_have_counted_are_refused() {
    let table = people(9);
    let written = Survey::new(&table, Design::new()).unwrap().mean("y", ()).unwrap().to_json();
    let forged = written.replace("\"n\":9,", "\"n\":18446744073709551615,");
    assert_ne!(forged, written);
    let fault = Estimates::from_json(&forged).unwrap_err();
    assert_eq!(fault.faults().next().unwrap().path, "estimates.rows[0].estimate.n");
}

/// The interval of this alpha has no lower end that a number can hold.
#[test]
fn what_is_written_is_read_again() {
    let columns = [
        ("a", [4.0, 4.0, 3.0, 4.0, 2.0]),
        ("b", [4.0, 1.0, 4.0, 3.0, 2.0]),
        ("c", [2.0, 1.0, 3.0, 3.0, 3.0]),
        ("w", [1.0; 5]),
        ("r0", [2.0, 0.0, 2.0, 2.0, 1.0]),
        ("r1", [0.0, 0.0, 2.0, 1.0, 0.0]),
        ("r2", [0.0, 2.0, 2.0, 2.0, 0.0]),
    ];
    let table = Table::new(columns.map(|(name, values)| Column::number(name, values.to_vec())).into()).unwrap();
    let weights = ReplicateWeights::new(["r0", "r1", "r2"], 0.5);
    let survey = Survey::new(&table, Design::new().weights("w").replicate_weights(weights)).unwrap();
    let alpha = survey.alpha(&["a", "b", "c"], ()).unwrap();
    let estimate = &alpha.rows[0].estimate;
    assert!(estimate.se.is_some() && estimate.interval.is_none());
    assert!(estimate.notes.iter().any(|note| note.code.as_str() == "no_interval"), "{:?}", estimate.notes);
    assert_eq!(Estimates::from_json(&alpha.to_json()).unwrap(), alpha);
}
