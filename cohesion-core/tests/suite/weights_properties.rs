//! Properties of adjusted weights that hold for any rows.

use cohesion_core::{
    CalibrationMethod, CalibrationOptions, Column, Design, Estimates, PopulationMargins, Replication, ResponseOptions,
    Survey, Table, WeightLimits,
};
use proptest::prelude::*;

/// Sex, age, answer, weight.
type Row = (u8, u8, f64, f64);

/// Rows of seven streets with enough of every level.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (0..2_u8, 0..3_u8, 0.0..10.0, 1.0..4.0);
    prop::collection::vec(row, 24..60).prop_filter("every level", |rows| {
        (0..2).all(|sex| rows.iter().filter(|row| row.0 == sex).count() > 4)
            && (0..3).all(|age| rows.iter().filter(|row| row.1 == age).count() > 4)
    })
}

fn table(rows: &[Row], factor: f64) -> Table<'static> {
    let text = |pick: &dyn Fn(&Row) -> String| rows.iter().map(pick).map(Some).collect::<Vec<_>>();
    Table::new(vec![
        Column::text("sex", text(&|row| row.0.to_string())),
        Column::text("age", text(&|row| row.1.to_string())),
        Column::number("street", rows.iter().map(|row| (row.2 * 1e6) % 7.0).map(f64::floor).collect::<Vec<_>>()),
        Column::number("y", rows.iter().map(|row| row.2).collect::<Vec<_>>()),
        Column::number("weight", rows.iter().map(|row| row.3 * factor).collect::<Vec<_>>()),
    ])
    .unwrap()
}

fn margins() -> PopulationMargins {
    PopulationMargins::new()
        .groups("sex", [("0", 100.0), ("1", 110.0)])
        .groups("age", [("0", 60.0), ("1", 80.0), ("2", 70.0)])
}

fn figure(estimates: &Estimates) -> (f64, f64) {
    let estimate = &estimates.rows[0].estimate;
    (estimate.value.unwrap(), estimate.se.unwrap())
}

fn near(a: (f64, f64), b: (f64, f64)) -> bool {
    (a.0 - b.0).abs() <= 1e-9 * a.0.abs().max(1.0) && (a.1 - b.1).abs() <= 1e-8 * a.1.abs().max(1e-3)
}

fn design() -> Design {
    Design::new().weights("weight").cluster("street")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Neither the order of the rows nor the unit of the weights matters, and every margin is met.
    #[test]
    fn order_and_unit_do_not_matter(rows in rows()) {
        let first = table(&rows, 1.0);
        let survey = Survey::new(&first, design()).unwrap();
        let Ok(raked) = survey.calibrate(&margins(), ()) else { return Ok(()) };
        for row in &raked.calibration().unwrap().rows {
            prop_assert!((row.after - row.population).abs() < 1e-8 * row.population);
        }
        let backwards: Vec<_> = rows.iter().rev().copied().collect();
        let expected = figure(&raked.mean("y", ()).unwrap());
        for (rows, factor) in [(&backwards, 1.0), (&rows, 1000.0)] {
            let other = table(rows, factor);
            let again = Survey::new(&other, design()).unwrap().calibrate(&margins(), ()).unwrap();
            prop_assert!(near(expected, figure(&again.mean("y", ()).unwrap())));
        }
    }

    /// A margin's own totals are fixed: no error is left, by Taylor or by replicates.
    #[test]
    fn what_the_margins_fix_has_no_error(rows in rows()) {
        let table = table(&rows, 1.0);
        let survey = Survey::new(&table, design()).unwrap();
        let Ok(linear) = survey.calibrate(&margins().sum("y", 1050.0), CalibrationMethod::Linear) else { return Ok(()) };
        let (value, se) = figure(&linear.mean("y", ()).unwrap());
        prop_assert!((value - 5.0).abs() < 1e-9 && se < 1e-9, "{value} {se}");
        if let Some(se) = linear.replicates(Replication::jk1()).unwrap().mean("y", ()).unwrap().rows[0].estimate.se {
            prop_assert!(se < 1e-8, "{se}");
        }
    }

    /// Limits are kept, and the design effect that was asked is not exceeded.
    #[test]
    fn limits_are_kept(rows in rows(), effect in 1.05..1.5_f64) {
        let table = table(&rows, 1.0);
        let survey = Survey::new(&table, design()).unwrap();
        let trimmed = survey.calibrate(&margins(), CalibrationOptions::new().trim(WeightLimits::new().design_effect(effect)));
        let Ok(trimmed) = trimmed else { return Ok(()) };
        let calibration = trimmed.calibration().unwrap();
        prop_assert!(calibration.kish_after <= effect + 1e-9);
        if let Some(upper) = calibration.trimming.as_ref().unwrap().upper {
            prop_assert!(trimmed.weights().unwrap().iter().all(|weight| *weight <= upper * (1.0 + 1e-9)));
        }
        for row in &calibration.rows {
            prop_assert!((row.after - row.population).abs() < 1e-7 * row.population);
        }
    }

    /// Errors of totals only widen: by Taylor and by replicates alike.
    #[test]
    fn errors_of_totals_widen(rows in rows(), se in 1.0..20.0_f64) {
        let table = table(&rows, 1.0);
        let survey = Survey::new(&table, design()).unwrap();
        let known = PopulationMargins::from_json(r#"{"sex": {"0": 100, "1": 110}}"#).unwrap();
        let estimated = PopulationMargins::from_json(&format!(r#"{{"sex": {{"0": [100, {se}], "1": [110, {se}]}}}}"#)).unwrap();
        let (known, estimated) = (survey.calibrate(&known, ()).unwrap(), survey.calibrate(&estimated, ()).unwrap());
        let (narrow, wide) = (known.total("y", ()).unwrap(), estimated.total("y", ()).unwrap());
        let added = figure(&wide).1.powi(2) - figure(&narrow).1.powi(2);
        prop_assert!(added > 0.0);
        let replicate = |survey: &Survey<'_>| survey.replicates(Replication::jk1()).unwrap().total("y", ()).unwrap();
        let (a, b) = (replicate(&known), replicate(&estimated));
        if let (Some(a), Some(b)) = (a.rows[0].estimate.se, b.rows[0].estimate.se) {
            // A total is linear in the totals of a single margin, so both ways add the same.
            prop_assert!((b * b - a * a - added).abs() < 1e-6 * added, "{} {added}", b * b - a * a);
        }
    }

    /// Where everybody answers nothing changes.
    #[test]
    fn full_response_changes_nothing(rows in rows()) {
        let table = table(&rows, 1.0);
        let survey = Survey::new(&table, design()).unwrap();
        let answered = survey.nonresponse("sex", ["0", "1"], ResponseOptions::new().by("age")).unwrap();
        prop_assert!(near(figure(&survey.mean("y", ()).unwrap()), figure(&answered.mean("y", ()).unwrap())));
    }
}
