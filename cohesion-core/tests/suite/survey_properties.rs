//! Properties of survey estimates: what must not change when it does not matter.

use cohesion_core::{
    Column, Design, EstimateOptions, Estimates, Margin, Measure, Replication, Summary, SummarySpec, Survey, Table,
    read_csv,
};
use proptest::prelude::*;

/// One row: value (or missing), weight, stratum, cluster, group.
type Row = (Option<f64>, f64, u8, u8, u8);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (proptest::option::weighted(0.9, -50.0..50.0_f64), 0.1..5.0_f64, 0..3_u8, 0..4_u8, 0..3_u8);
    proptest::collection::vec(row, 30..80)
}

/// Two rows more per stratum and cluster, so that no stratum has one cluster only.
fn filled(mut rows: Vec<Row>) -> Vec<Row> {
    for stratum in 0..3 {
        for cluster in 0..2 {
            rows.push((Some(f64::from(stratum) + f64::from(cluster)), 1.0, stratum, cluster, 0));
        }
    }
    rows
}

fn table(rows: &[Row], group: impl Fn(u8) -> String) -> Table<'static> {
    Table::new(vec![
        Column::number("y", rows.iter().map(|row| row.0.unwrap_or(f64::NAN)).collect::<Vec<_>>()),
        Column::number("w", rows.iter().map(|row| row.1).collect::<Vec<_>>()),
        Column::number("s", rows.iter().map(|row| f64::from(row.2)).collect::<Vec<_>>()),
        Column::number("c", rows.iter().map(|row| f64::from(row.3)).collect::<Vec<_>>()),
        Column::text("g", rows.iter().map(|row| Some(group(row.4)))),
    ])
    .unwrap()
}

fn design() -> Design {
    Design::new().weights("w").strata("s").cluster("c").nested(true)
}

fn plain(group: u8) -> String {
    format!("g{group}")
}

fn by_group(rows: &[Row]) -> Estimates {
    Survey::new(&table(rows, plain), design()).unwrap().mean("y", EstimateOptions::new().by("g")).unwrap()
}

/// Values, errors and degrees of freedom agree to 1e-11 of the variable's scale.
fn assert_same(a: &Estimates, b: &Estimates) -> Result<(), TestCaseError> {
    prop_assert_eq!(a.rows.len(), b.rows.len());
    for (a, b) in a.rows.iter().zip(&b.rows) {
        let (a, b) = (&a.estimate, &b.estimate);
        prop_assert_eq!((a.n, a.n_missing, a.df), (b.n, b.n_missing, b.df));
        for (x, y) in [(a.value, b.value), (a.se, b.se)] {
            prop_assert_eq!(x.is_some(), y.is_some());
            prop_assert!((x.unwrap_or(0.0) - y.unwrap_or(0.0)).abs() < 50.0 * 1e-11, "{:?} {:?}", x, y);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_order_of_rows_does_not_matter(rows in rows(), seed in 0..1000_usize) {
        let rows = filled(rows);
        let mut turned = rows.clone();
        let by = seed % rows.len();
        turned.rotate_left(by);
        turned.reverse();
        assert_same(&by_group(&rows), &by_group(&turned))?;
    }

    #[test]
    fn the_unit_of_the_weights_does_not_matter_for_a_mean(rows in rows(), factor in 0.01..1000.0_f64) {
        let rows = filled(rows);
        let scaled: Vec<Row> = rows.iter().map(|row| (row.0, row.1 * factor, row.2, row.3, row.4)).collect();
        assert_same(&by_group(&rows), &by_group(&scaled))?;
    }

    #[test]
    fn the_names_of_groups_do_not_matter(rows in rows()) {
        let rows = filled(rows);
        let renamed = table(&rows, |group| format!("z{}", 9 - group));
        let renamed = Survey::new(&renamed, design()).unwrap().mean("y", EstimateOptions::new().by("g")).unwrap();
        let first = by_group(&rows);
        for (row, other) in first.rows.iter().zip(renamed.rows.iter().rev()) {
            prop_assert_eq!(row.estimate.n, other.estimate.n);
            prop_assert!((row.estimate.se.unwrap_or(0.0) - other.estimate.se.unwrap_or(0.0)).abs() < 1e-9);
        }
    }

    #[test]
    fn a_shift_of_a_million_moves_the_mean_alone(rows in rows()) {
        let rows = filled(rows);
        let moved: Vec<Row> = rows.iter().map(|row| (row.0.map(|y| y + 1e6), row.1, row.2, row.3, row.4)).collect();
        for (a, b) in by_group(&rows).rows.iter().zip(&by_group(&moved).rows) {
            prop_assert!((a.estimate.value.unwrap_or(0.0) + 1e6 - b.estimate.value.unwrap_or(1e6)).abs() < 1e-8);
            prop_assert!((a.estimate.se.unwrap_or(0.0) - b.estimate.se.unwrap_or(0.0)).abs() < 1e-7);
        }
    }

    #[test]
    fn parts_merge_in_any_order(rows in rows(), cuts in proptest::collection::vec(0.0..1.0_f64, 1..5), backwards: bool) {
        let rows = filled(rows);
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| (cut * rows.len() as f64) as usize).collect();
        cuts.extend([0, rows.len()]);
        cuts.sort_unstable();
        cuts.dedup();
        let spec = SummarySpec::new(design()).measures([Measure::mean("y")]).margin(Margin::by(vec!["g".into()]));
        let mut parts: Vec<Summary> = cuts.windows(2).map(|cut| {
            let part = table(&rows[cut[0]..cut[1]], plain);
            let summary = Summary::new(spec.clone()).unwrap().add_part(&cut[0].to_string(), &part).unwrap();
            Summary::from_bytes(&summary.to_bytes().unwrap()).unwrap()
        }).collect();
        if backwards {
            parts.reverse();
        }
        let merged = parts.into_iter().reduce(|a, b| a.merge(b).unwrap()).unwrap();
        assert_same(&by_group(&rows), &merged.mean("y", EstimateOptions::new().by("g")).unwrap())?;
    }

    #[test]
    fn bytes_from_anywhere_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = Summary::from_bytes(&bytes);
        let _ = read_csv(&bytes);
    }

    #[test]
    fn text_from_anywhere_never_panics(text in "[a-c0-9;,.\"\\n\\r \\t=-]{0,200}") {
        if let Ok(csv) = read_csv(text.as_bytes()) {
            for column in csv.table.columns() {
                let _ = column.numbers();
                let _ = column.labels();
            }
        }
    }

    /// A body that was changed and given a right checksum again must still be read without a panic, and what is read
    /// must be usable.
    #[test]
    fn a_forged_summary_never_panics(at in 0..2000_usize, byte: u8) {
        let rows = filled(vec![(Some(1.0), 1.0, 0, 0, 0), (None, 2.0, 1, 1, 1)]);
        let spec = SummarySpec::new(design()).measures([Measure::mean("y")]).margin(Margin::by(vec!["g".into()]));
        let bytes = Summary::new(spec).unwrap().add(&table(&rows, plain)).unwrap().to_bytes().unwrap();
        let mut changed = bytes.clone();
        let place = 16 + at % (bytes.len() - 16);
        changed[place] = byte;
        prop_assert!(byte == bytes[place] || Summary::from_bytes(&changed).is_err(), "a change must be seen");
        let sum = xxhash_rust::xxh3::xxh3_64(&changed[16..]).to_le_bytes();
        changed[8..16].copy_from_slice(&sum);
        if let Ok(summary) = Summary::from_bytes(&changed) {
            let _ = summary.mean("y", EstimateOptions::new().by("g"));
            let _ = summary.clone().merge(summary);
        }
    }
}

proptest! {
    /// For a total, leaving out one cluster at a time is Taylor linearisation; a mean moves by no shift of its values.
    #[test]
    fn a_jackknife_of_totals_is_taylor(rows in rows()) {
        let rows = filled(rows);
        let table = table(&rows, plain);
        let survey = Survey::new(&table, design()).unwrap();
        let options = || EstimateOptions::new().by("g").missing(cohesion_core::TotalRule::Answered);
        let taylor = survey.total("y", options()).unwrap();
        let jackknife = survey.replicates(Replication::jkn()).unwrap().total("y", options()).unwrap();
        for (a, b) in taylor.rows.iter().zip(&jackknife.rows) {
            prop_assert_eq!(a.estimate.value, b.estimate.value);
            if let (Some(a), Some(b)) = (a.estimate.se, b.estimate.se) {
                prop_assert!((a - b).abs() <= 1e-9 * (1.0 + a), "{} {}", a, b);
            }
        }
    }

    /// Draws follow from labels, not from the order of the rows.
    #[test]
    fn a_bootstrap_does_not_see_the_order_of_rows(rows in rows(), seed in 0..1000_u64) {
        let rows = filled(rows);
        let turned: Vec<Row> = rows.iter().rev().copied().collect();
        let errors = |rows: &[Row]| {
            let table = table(rows, plain);
            let survey = Survey::new(&table, design()).unwrap();
            survey.replicates(Replication::bootstrap(40, seed)).unwrap().mean("y", EstimateOptions::new().by("g")).unwrap()
        };
        assert_same(&errors(&rows), &errors(&turned))?;
    }
}

/// Factors serve other rows of the same clusters, and no others.
#[test]
fn factors_belong_to_their_clusters() {
    let rows = filled(Vec::new());
    let (all, fewer) = (table(&rows, plain), table(&rows[..4], plain));
    let survey = Survey::new(&all, design()).unwrap();
    let made = survey.replicates(Replication::bootstrap(20, 1)).unwrap();
    let again = survey.replicated_by(made.replication().unwrap()).unwrap();
    assert_eq!(made.mean("y", ()).unwrap(), again.mean("y", ()).unwrap());
    let refused = Survey::new(&fewer, design()).unwrap().replicated_by(made.replication().unwrap()).unwrap_err();
    assert_eq!(refused.kind(), cohesion_core::FaultKind::SpecMismatch);
}

/// Half samples and bootstraps do not know the fraction that was taken; the jackknife does, but not later stages.
#[test]
fn a_large_fraction_is_said() {
    let rows = filled(Vec::new());
    let mut table = table(&rows, plain);
    table = table.with_column(Column::number("size", vec![5.0; 6])).unwrap();
    let survey = Survey::new(&table, design().fpc("size")).unwrap();
    let codes = |replication| {
        let estimates = survey.replicates(replication).unwrap().mean("y", ()).unwrap();
        let percent = estimates.notes[0].params["percent"].as_number();
        (estimates.notes[0].code.as_str().to_owned(), percent)
    };
    assert_eq!(codes(Replication::jkn()), ("first_stage_only".to_owned(), Some(40.0)));
    assert_eq!(codes(Replication::brr()), ("fraction_left_out".to_owned(), Some(40.0)));
    assert_eq!(codes(Replication::bootstrap(10, 1)), ("fraction_left_out".to_owned(), Some(40.0)));
}

/// Replicates are those of the first stage, whatever stages follow (R: `as.svrepdesign` of a design with two stages).
#[test]
fn later_stages_do_not_matter() {
    let rows = filled(Vec::new());
    let table = table(&rows, plain).with_column(Column::number("person", vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0])).unwrap();
    let errors = |design| {
        let survey = Survey::new(&table, design).unwrap();
        let estimates = survey.replicates(Replication::jkn()).unwrap().mean("y", ()).unwrap();
        (estimates.rows[0].estimate.se, estimates.rows[0].estimate.df)
    };
    let first = errors(design());
    assert_eq!(first, errors(design().cluster("person")));
    assert!(first.0.is_some_and(|se| se > 0.0));
}

/// A school that is the only one of its district stands for itself alone: nothing is left to guess, and nothing is noted.
#[test]
fn a_unit_that_is_all_of_its_stratum_is_no_single_unit() {
    let columns = |sizes: [f64; 6]| {
        Table::new(vec![
            Column::number("y", vec![1.0, 4.0, 2.0, 6.0, 3.0, 5.0]),
            Column::number("district", vec![1.0, 1.0, 2.0, 2.0, 3.0, 4.0]),
            Column::number("school", vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0]),
            Column::number("districts", vec![20.0; 6]),
            Column::number("schools", sizes.to_vec()),
        ])
        .unwrap()
    };
    let mean = |table: &Table<'_>| {
        let design = Design::new().cluster("district").cluster("school").fpc("districts").fpc("schools");
        Survey::new(table, design)?.mean("y", ())
    };
    let whole = mean(&columns([5.0, 5.0, 3.0, 3.0, 1.0, 1.0])).unwrap();
    assert!(whole.rows[0].estimate.se.is_some() && whole.notes.is_empty(), "{:?}", whole.notes);
    let refused = mean(&columns([5.0, 5.0, 3.0, 3.0, 2.0, 1.0])).unwrap_err();
    assert_eq!(refused.kind().as_str(), "single_cluster");
}

/// What has no error from replicate weights is refused rather than given another error.
#[test]
fn replicate_weights_are_never_left_out_of_an_error() {
    let rows = filled(Vec::new());
    let table = table(&rows, plain);
    let weights = cohesion_core::ReplicateWeights::new(["w", "y"], 0.5);
    let survey = Survey::new(&table, Design::new().weights("w").replicate_weights(weights)).unwrap();
    assert_eq!(survey.mean("y", ()).unwrap().rows[0].estimate.df, Some(1.0));
    let kinds = [
        survey.rank_test("y", "g", cohesion_core::RankScore::Wilcoxon, ()).unwrap_err(),
        survey.summary(vec![Measure::mean("y")], &[]).unwrap_err(),
        survey.replicates(Replication::jk1()).unwrap_err(),
    ];
    assert!(kinds.iter().all(|error| error.kind() == cohesion_core::FaultKind::NotPossible), "{kinds:?}");
}
