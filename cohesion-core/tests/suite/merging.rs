//! Rows split anyhow into 1 to 100 parts, merged in any order and carried as bytes in between: the same answers.

use cohesion_core::{
    Column, Design, EstimateOptions, Estimates, Margin, Measure, Summary, SummarySpec, Table, TotalRule,
};
use proptest::prelude::*;

/// Value, second item, weight, stratum, cluster, group, part.
type Row = (f64, f64, f64, u8, u8, u8, usize);

/// Items near a million that vary by one: the scale on which twelve digits are asked.
const FAR: f64 = 1e6;

fn table(rows: &[&Row]) -> Table<'static> {
    let number =
        |name: &str, of: &dyn Fn(&Row) -> f64| Column::number(name, rows.iter().map(|row| of(row)).collect::<Vec<_>>());
    let groups: Vec<String> = rows.iter().map(|row| format!("g{}", row.5)).collect();
    Table::new(vec![
        number("y", &|row| if row.0 < -2.8 { f64::NAN } else { FAR + row.0 }),
        number("z", &|row| FAR + row.0 + row.1),
        number("band", &|row| row.0.round()),
        number("w", &|row| row.2),
        number("s", &|row| f64::from(row.3)),
        number("c", &|row| f64::from(row.4)),
        Column::text("g", groups.iter().map(|group| Some(group.as_str()))),
    ])
    .unwrap()
}

fn spec(clustered: bool) -> SummarySpec {
    let design = Design::new().weights("w").strata("s").nested(clustered);
    let design = if clustered { design.cluster("c") } else { design };
    let by = Margin::by(vec!["g".into()]);
    SummarySpec::new(design)
        .measures([Measure::mean("y"), Measure::share("band", ["0", "1"])])
        .margin(by.clone())
        .items(vec!["y".into(), "z".into()], by)
        .ratio("y", "z")
        .variance("y")
        .correlation("y", "z")
}

fn carried(summary: &Summary) -> Summary {
    Summary::from_bytes(&summary.to_bytes().unwrap()).unwrap()
}

/// Value, error, count and effective size agree to 1e-12 of the scale.
fn same(a: &Estimates, b: &Estimates, scale: f64) -> Result<(), TestCaseError> {
    prop_assert_eq!(a.rows.len(), b.rows.len());
    for (a, b) in a.rows.iter().zip(&b.rows) {
        prop_assert_eq!(&a.labels, &b.labels);
        let (a, b) = (&a.estimate, &b.estimate);
        prop_assert_eq!((a.n, a.n_missing, a.df), (b.n, b.n_missing, b.df));
        for (x, y) in [(a.value, b.value), (a.se, b.se)] {
            prop_assert_eq!(x.is_some(), y.is_some());
            let far = (x.unwrap_or(0.0) - y.unwrap_or(0.0)).abs();
            prop_assert!(far <= 1e-12 * scale, "{:?} {:?}: {} of {}", x, y, far, scale);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn rows_split_anyhow_give_the_same_answers(
        rows in proptest::collection::vec(
            (-3.0..3.0_f64, -0.5..0.5_f64, 0.1..5.0_f64, 0..3_u8, 0..4_u8, 0..3_u8, 0..100_usize), 40..260,
        ),
        parts in 1..=100_usize,
        order in proptest::collection::vec(any::<u16>(), 100),
        clustered: bool,
    ) {
        let mut rows = rows;
        // Two clusters in every stratum, whatever else is drawn.
        rows.extend((0..3).flat_map(|s| (0..2).map(move |c| (0.5, 0.1, 1.0, s, c, 0, usize::from(s + c)))));
        let everything: Vec<&Row> = rows.iter().collect();
        let whole = Summary::new(spec(clustered)).unwrap().add(&table(&everything)).unwrap();
        let mut made: Vec<Summary> = (0..parts)
            .filter_map(|part| {
                let mine: Vec<&Row> = rows.iter().filter(|row| row.6 % parts == part).collect();
                let empty = Summary::new(spec(clustered)).unwrap();
                (!mine.is_empty()).then(|| carried(&empty.add_part(&part.to_string(), &table(&mine)).unwrap()))
            })
            .collect();
        // Any two merge, until one is left.
        for turn in 0.. {
            if made.len() == 1 {
                break;
            }
            let one = made.swap_remove(usize::from(order[turn % 100]) % made.len());
            let other = made.swap_remove(usize::from(order[(turn + 37) % 100]) % made.len());
            made.push(carried(&one.merge(other).unwrap()));
        }
        let merged = &made[0];
        let weight: f64 = rows.iter().map(|row| row.2).sum();
        for options in [EstimateOptions::new(), EstimateOptions::new().by("g")] {
            let mean = |from: &Summary| from.mean("y", options.clone()).unwrap();
            same(&mean(&whole), &mean(merged), FAR)?;
            let share = |from: &Summary| from.share("band", ["0", "1"], options.clone()).unwrap();
            same(&share(&whole), &share(merged), 1.0)?;
            let total = |from: &Summary| from.total("y", options.clone().missing(TotalRule::Answered)).unwrap();
            same(&total(&whole), &total(merged), FAR * weight)?;
        }
        for options in [EstimateOptions::new(), EstimateOptions::new().by("g")] {
            let ratio = |from: &Summary| from.ratio("y", "z", options.clone()).unwrap();
            same(&ratio(&whole), &ratio(merged), 1.0)?;
            let variance = |from: &Summary| from.variance("y", options.clone()).unwrap();
            same(&variance(&whole), &variance(merged), 9.0)?;
            let correlation = |from: &Summary| from.correlation("y", "z", options.clone()).unwrap();
            same(&correlation(&whole), &correlation(merged), 1.0)?;
        }
        let items = ["y".to_owned(), "z".to_owned()];
        let alpha = |from: &Summary| from.alpha(&items, EstimateOptions::new().by("g")).unwrap();
        same(&alpha(&whole), &alpha(merged), 1.0)?;
    }
}
