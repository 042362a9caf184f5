//! What small areas must keep whatever the data: the order of rows, units of measurement, the benchmark.

use cohesion_core::{BenchmarkMethod, Column, Design, EstimateOptions, SmallAreaOptions, SmallAreas, Survey, Table};
use proptest::prelude::*;

const AREAS: usize = 12;

/// Figures of areas from these answers, moved and scaled.
fn made(answers: &[(usize, f64)], tenants: &[f64], by: f64, to: f64, benchmark: Option<BenchmarkMethod>) -> SmallAreas {
    let rows = Table::new(vec![
        Column::text("area", answers.iter().map(|(area, _)| Some(format!("{area:02}")))),
        Column::number("y", answers.iter().map(|(_, y)| by * y + to).collect::<Vec<_>>()),
    ])
    .unwrap();
    let known = Table::new(vec![
        Column::text("area", (0..AREAS).map(|area| Some(format!("{area:02}")))),
        Column::number("tenants", tenants.to_vec()),
        Column::number("people", (0..AREAS).map(|area| 100.0 + area as f64).collect::<Vec<_>>()),
    ])
    .unwrap();
    let survey = Survey::new(&rows, Design::new()).unwrap();
    let mut options = SmallAreaOptions::new().on("tenants").size("people");
    if let Some(method) = benchmark {
        options = options.benchmark(&survey.mean("y", ()).unwrap(), method);
    }
    survey.mean("y", EstimateOptions::new().by("area")).unwrap().small_areas(&known, options).unwrap()
}

fn near(a: f64, b: f64, scale: f64) -> bool {
    (a - b).abs() <= 1e-7 * scale.max(1e-3)
}

prop_compose! {
    fn city()(tenants in prop::collection::vec(5.0..90.0f64, AREAS), noise in prop::collection::vec(-2.0..2.0f64, AREAS * 6),
              level in prop::collection::vec(-1.0..1.0f64, AREAS)) -> (Vec<(usize, f64)>, Vec<f64>) {
        let answer = |(row, noise): (usize, &f64)| {
            let area = row % AREAS;
            (area, 6.0 - 0.03 * tenants[area] + level[area] + noise)
        };
        let answers = noise.iter().enumerate().map(answer).collect();
        (answers, tenants)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn the_order_of_rows_does_not_matter((answers, tenants) in city()) {
        let forward = made(&answers, &tenants, 1.0, 0.0, None);
        let backward = made(&answers.iter().rev().copied().collect::<Vec<_>>(), &tenants, 1.0, 0.0, None);
        for (a, b) in forward.areas.iter().zip(&backward.areas) {
            prop_assert!(near(a.estimate.value.unwrap(), b.estimate.value.unwrap(), 1.0));
            prop_assert!(near(a.estimate.se.unwrap(), b.estimate.se.unwrap(), 1.0));
        }
    }

    #[test]
    fn units_do_not_matter((answers, tenants) in city()) {
        let plain = made(&answers, &tenants, 1.0, 0.0, None);
        let moved = made(&answers, &tenants.iter().map(|x| 1e4 * x - 7e5).collect::<Vec<_>>(), 50.0, 1000.0, None);
        for (a, b) in plain.areas.iter().zip(&moved.areas) {
            prop_assert!(near(50.0 * a.estimate.value.unwrap() + 1000.0, b.estimate.value.unwrap(), 1000.0));
            prop_assert!(near(50.0 * a.estimate.se.unwrap(), b.estimate.se.unwrap(), 50.0));
            prop_assert!(near(a.gamma, b.gamma, 1.0));
        }
    }

    #[test]
    fn a_figure_lies_between_its_parts((answers, tenants) in city()) {
        for area in &made(&answers, &tenants, 1.0, 0.0, None).areas {
            let (own, figure) = (area.direct.as_ref().unwrap().value.unwrap(), area.estimate.value.unwrap());
            let (low, high) = (own.min(area.synthetic), own.max(area.synthetic));
            prop_assert!((0.0..=1.0).contains(&area.gamma) && low - 1e-9 <= figure && figure <= high + 1e-9);
        }
    }

    #[test]
    fn benchmarked_figures_give_the_whole((answers, tenants) in city()) {
        let plain = made(&answers, &tenants, 1.0, 0.0, None);
        for method in BenchmarkMethod::ALL {
            let found = made(&answers, &tenants, 1.0, 0.0, Some(method));
            let size = |place: usize| 100.0 + place as f64;
            let sum: f64 = found.areas.iter().enumerate().map(|(i, area)| size(i) * area.estimate.value.unwrap()).sum();
            let whole: f64 = (0..AREAS).map(size).sum();
            prop_assert!(near(sum / whole, found.benchmark.unwrap().target, 1.0));
            for (a, b) in plain.areas.iter().zip(&found.areas) {
                prop_assert!(a.estimate.se.unwrap() <= b.estimate.se.unwrap() + 1e-12);
            }
        }
    }
}
