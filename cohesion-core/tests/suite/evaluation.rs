//! One plan, one call: evaluations of small surveys whose answers are known.

use cohesion_core::{
    Column, Design, Evaluation, EvaluationOptions, FaultKind, Language, Measure, Plan, PublishRule,
    PublishedEvaluation, ReportAudience, Summary, SummarySpec, Survey, Table, Verdict, note_text, publish, read_csv,
    report,
};

const SOMERVILLE: &str = include_str!("../../examples/somerville.toml");
const ANSWERS: &[u8] = include_bytes!("../../examples/somerville.csv");

fn somerville() -> (Plan, Table<'static>) {
    (Plan::from_toml(SOMERVILLE).unwrap(), read_csv(ANSWERS).unwrap().table)
}

fn evaluated(plan: &Plan, table: &Table<'_>) -> Evaluation {
    plan.evaluate(table, EvaluationOptions::new().as_of("2026-06-30")).unwrap()
}

fn near(a: Option<f64>, b: f64) {
    assert!((a.unwrap() - b).abs() < 1e-9, "{a:?} {b}");
}

/// Figures that R gives (see the vectors of `survey/somerville.json`).
#[test]
fn somerville_gives_the_figures_r_gives() {
    let (plan, table) = somerville();
    let evaluation = evaluated(&plan, &table);
    let headline = |id: &str| {
        let indicators = &evaluation.content().indicators;
        indicators.iter().find(|indicator| indicator.id == id).unwrap().headline.clone()
    };
    let mean = headline("mean_streets");
    near(mean.value, 3.615384615384615);
    near(mean.interval.map(|interval| interval.low), 3.4283142404533726);
    let share = headline("satisfied_streets");
    near(share.value, 0.6293706293706294);
    near(share.interval.map(|interval| interval.high), 0.7053684889563142);
    near(headline("happy_satisfied_streets").se, 0.0515674254379040);
    near(evaluation.content().scales[0].alpha.value, 0.6064800165095962);
}

#[test]
fn a_summary_of_parts_gives_what_the_rows_give() {
    let (plan, table) = somerville();
    let whole = evaluated(&plan, &table);
    let part = |from: usize, to: usize| {
        let columns = table
            .columns()
            .iter()
            .map(|column| Column::number(column.name(), column.numbers().unwrap().values[from..to].to_vec()));
        plan.summarise(&Table::new(columns.collect()).unwrap()).unwrap()
    };
    let merged = part(100, 143).merge(part(0, 40)).unwrap().merge(part(40, 100)).unwrap();
    let merged = Summary::from_bytes(&merged.to_bytes().unwrap()).unwrap();
    let from_parts = plan.evaluate(&merged, EvaluationOptions::new().as_of("2026-06-30")).unwrap();
    for (a, b) in whole.content().indicators.iter().zip(&from_parts.content().indicators) {
        near(a.headline.value, b.headline.value.unwrap());
        near(a.headline.se, b.headline.se.unwrap());
        assert_eq!(a.groups.len(), b.groups.len());
    }
}

#[test]
fn a_summary_of_another_plan_is_refused() {
    let (plan, table) = somerville();
    let other = Plan::from_toml(&SOMERVILLE.replace("minimum_n = 10", "minimum_n = 20")).unwrap();
    let error = other.evaluate(&plan.summarise(&table).unwrap(), EvaluationOptions::new()).unwrap_err();
    assert_eq!(error.kind(), FaultKind::SpecMismatch);
}

#[test]
fn what_is_published_reads_back_and_what_is_confidential_does_not_pass_for_it() {
    let (plan, table) = somerville();
    let evaluation = evaluated(&plan, &table);
    assert_eq!(Evaluation::from_json(&evaluation.to_json()).unwrap(), evaluation);
    let published = evaluation.publish();
    assert_eq!(PublishedEvaluation::from_json(&published.to_json()).unwrap(), published);
    assert_eq!(PublishedEvaluation::from_json(&evaluation.to_json()).unwrap_err().kind(), FaultKind::Inconsistent);
    assert_eq!(Evaluation::from_json(&published.to_json()).unwrap_err().kind(), FaultKind::Inconsistent);
}

/// Two waves; group `c` has 4 answers in the second wave, `b` 12, `a` 30.
const WAVES: &str = r#"
format = 1
[survey]
wave = "wave"
waves = [{ id = "before" }, { id = "after" }]
pairing = "none"
by = ["area"]
[[codebook.variables]]
id = "trust"
type = "ordinal"
codes = [{ value = 1 }, { value = 2 }, { value = 3 }, { value = 4 }, { value = 5 }]
missing = { dont_know = [9] }
[[codebook.variables]]
id = "area"
type = "text"
[[codebook.variables]]
id = "wave"
type = "text"
[[indicators]]
id = "trusting"
title = "Trusting"
statistic = "share"
variable = "trust"
at_least = 4
missing = { dont_know = "in" }
orientation = "higher_is_better"
target = { value = 0.9, baseline = 0.5, baseline_date = "2025-01-01", by = "2027-01-01" }
[[indicators]]
id = "level"
title = "Level"
variable = "trust"
"#;

fn two_waves(after: [usize; 3], secret: f64) -> Table<'static> {
    let (mut trust, mut wave, mut area) = (Vec::new(), Vec::new(), Vec::new());
    for (name, counts) in [("before", [30, 30, 30]), ("after", after)] {
        for (label, count) in ["a", "b", "c"].iter().zip(counts) {
            for row in 0..count {
                let small = *label == "c" && name == "after";
                trust.push(if small { secret } else { [5.0, 4.0, 2.0, 9.0, 3.0][row % 5] });
                wave.push(Some(name));
                area.push(Some(*label));
            }
        }
    }
    Table::new(vec![Column::number("trust", trust), Column::text("wave", wave), Column::text("area", area)]).unwrap()
}

#[test]
fn waves_targets_and_dont_know() {
    let plan = Plan::from_toml(WAVES).unwrap();
    assert_eq!(plan.check(), []);
    let table = two_waves([30, 30, 30], 4.0);
    let evaluation = plan.evaluate(&table, EvaluationOptions::new().as_of("2025-07-02")).unwrap();
    let [share, level] = &evaluation.content().indicators[..] else { panic!("two indicators") };
    // 2 of 5 answer 4 or 5 in areas a and b (don't know stays in the denominator), everybody in c.
    near(share.headline.value, (12.0 + 12.0 + 30.0) / 90.0);
    assert_eq!((share.headline.n, share.headline.n_missing), (90, 0));
    // Don't know has no value: it is missing for the mean.
    assert_eq!((level.headline.n, level.headline.n_missing), (78, 12));
    assert_eq!(share.wave.as_deref(), Some("after"));
    near(share.change.as_ref().unwrap().estimate.value, 54.0 / 90.0 - 0.4);
    assert_eq!(share.change.as_ref().unwrap().stands_out(), Some(true));
    let target = share.target.as_ref().unwrap();
    assert_eq!(target.verdict, Verdict::CannotTell, "what is due lies in the interval");
    near(Some(target.due), 0.5 + 0.4 * 182.0 / 730.0);
    let late = plan.evaluate(&table, EvaluationOptions::new().as_of("2027-06-01")).unwrap();
    assert_eq!(late.content().indicators[0].target.as_ref().unwrap().verdict, Verdict::OffTrack);
}

#[test]
fn a_dated_target_needs_as_of() {
    let plan = Plan::from_toml(WAVES).unwrap();
    let error = plan.evaluate(&two_waves([30, 30, 30], 4.0), EvaluationOptions::new()).unwrap_err();
    assert_eq!((error.kind(), error.path()), (FaultKind::MissingField, "as_of"));
    let error = plan.evaluate(&two_waves([30, 30, 30], 4.0), EvaluationOptions::new().as_of("2026-02-30")).unwrap_err();
    assert_eq!((error.kind(), error.path()), (FaultKind::ImpossibleDate, "as_of"));
}

#[test]
fn small_groups_and_a_second_one_are_hidden_and_leave_no_trace() {
    let plan = Plan::from_toml(WAVES).unwrap();
    // The four answers of the small group differ; what is published must not.
    let published = |secret: f64| {
        let evaluation = evaluated(&plan, &two_waves([30, 12, 4], secret)).publish();
        let indicator = evaluation.content().indicators[0].clone();
        let hidden: Vec<(String, &str)> =
            indicator.groups[0].hidden.iter().map(|row| (row.labels[0].clone(), row.note.code.as_str())).collect();
        assert_eq!(hidden, [("b".into(), "hidden_complementary"), ("c".into(), "hidden_small")]);
        let shown: Vec<&String> = indicator.groups[0].estimates.rows.iter().map(|row| &row.labels[0]).collect();
        assert_eq!(shown, ["a"]);
        let changes: Vec<&String> =
            indicator.groups[0].changes.as_ref().unwrap().rows.iter().map(|row| &row.a[0]).collect();
        assert_eq!(changes, ["a"]);
        serde_json::to_string(&indicator.groups).unwrap()
    };
    let without_hash = |text: String| {
        // The table's hash differs with the table; nothing else may.
        let mut value: serde_json::Value = serde_json::from_str(&text).unwrap();
        fn strip(value: &mut serde_json::Value) {
            match value {
                serde_json::Value::Object(map) => {
                    map.remove("table_hashes");
                    // p-values are adjusted over all comparisons, the hidden ones included.
                    map.remove("p_adjusted");
                    map.values_mut().for_each(strip);
                }
                serde_json::Value::Array(list) => list.iter_mut().for_each(strip),
                _ => {}
            }
        }
        strip(&mut value);
        value
    };
    assert_eq!(without_hash(published(1.0)), without_hash(published(5.0)));
}

/// Whoever guesses the rows, or knows most of them, would see by a hash whether the guess is right.
#[test]
fn no_hash_of_rows_leaves_the_desk() {
    let (plan, table) = somerville();
    let evaluation = evaluated(&plan, &table);
    let hash = &evaluation.content().provenance.table_hashes[0];
    let published = evaluation.publish();
    assert!(evaluation.to_json().contains(hash) && !published.to_json().contains(hash));
    assert!(published.to_json().contains("\"table_hashes\":[]"));

    let survey = Survey::new(&table, Design::new()).unwrap();
    let shares = survey.share("X1", ["4", "5"], ()).unwrap();
    let hash = shares.provenance.table_hashes[0].clone();
    let tables = publish([shares], &PublishRule::default(), ()).unwrap();
    assert!(!tables.to_json().contains(&hash));

    // A part is named by the hash of its rows; what is shared of it is named by what is shared alone: other rows with the
    // same sums have the same name.
    let shared = |values: [f64; 12]| {
        let rows = Table::new(vec![Column::number("y", values.to_vec())]).unwrap();
        let spec = SummarySpec::new(Design::new()).measures([Measure::mean("y")]);
        let rule = PublishRule { minimum_n: 3, ..PublishRule::default() };
        Summary::new(spec).unwrap().add(&rows).unwrap().for_sharing(&rule).unwrap().to_bytes().unwrap()
    };
    let (mut values, mut other) = ([0.0; 12], [0.0; 12]);
    (values[0], values[1]) = (1.0, 1.0);
    (other[7], other[3]) = (1.0, 1.0);
    assert_eq!(shared(values), shared(other));
}

#[test]
fn an_indicator_without_its_column_is_left_out_and_said() {
    let (plan, table) = somerville();
    let without = Table::new(table.columns().iter().filter(|column| column.name() != "X6").cloned().collect()).unwrap();
    let evaluation = evaluated(&plan, &without);
    let left_out: Vec<&str> =
        evaluation.content().left_out.iter().map(|left_out| left_out.indicator.as_str()).collect();
    assert_eq!(left_out, ["mean_events", "satisfaction"]);
    assert!(evaluation.content().scales.is_empty());
    let page = report::markdown(&evaluation.publish(), Language::En, ReportAudience::Residents);
    assert!(page.contains("Satisfaction with the city, six items") && !page.contains("mean_events"), "{page}");
    let other = Table::new(vec![Column::number("Y", vec![1.0, 2.0])]).unwrap();
    assert_eq!(plan.evaluate(&other, EvaluationOptions::new()).unwrap_err().kind(), FaultKind::MissingColumn);
}

#[test]
fn codes_outside_the_codebook_are_counted_and_shown() {
    let (plan, table) = somerville();
    let mut x5 = table.column("X5").unwrap().numbers().unwrap().values.into_owned();
    x5[2] = 7.0;
    let changed = table.clone().with_column(Column::number("X5", x5)).unwrap();
    let evaluation = evaluated(&plan, &changed);
    let mean = evaluation.content().indicators.iter().find(|indicator| indicator.id == "mean_streets").unwrap();
    assert_eq!((mean.headline.n, mean.headline.n_missing), (142, 1));
    let note = mean.notes.iter().find(|note| note.code.as_str() == "undeclared_codes").unwrap();
    assert!(note_text(note, Language::En).ends_with(": row 3: 7."));
    assert!(note_text(note, Language::Fr).ends_with("\u{a0}: ligne 3\u{a0}: 7."));
}

#[test]
fn persons_in_both_waves_are_paired() {
    let persons: Vec<f64> = (0..40).chain(0..40).map(f64::from).collect();
    let waves: Vec<Option<&str>> = (0..80).map(|row| Some(if row < 40 { "before" } else { "after" })).collect();
    let trust: Vec<f64> = (0..80)
        .map(|row| f64::from(row % 40 % 5 + 1) * 0.8 + if row < 40 { 0.0 } else { 0.3 } + f64::from(row % 3) * 0.01)
        .collect();
    let table =
        Table::new(vec![Column::number("trust", trust), Column::text("wave", waves), Column::number("id", persons)])
            .unwrap();
    let plan = |pairing: &str| {
        Plan::from_toml(&format!(
            "format = 1\n[survey]\nwave = 'wave'\nwaves = [{{ id = 'before' }}, {{ id = 'after' }}]\n{pairing}\n[[indicators]]\nid = 'level'\ntitle = 'Level'\nvariable = 'trust'\n"
        ))
        .unwrap()
    };
    let se = |plan: &Plan| {
        let evaluation = plan.evaluate(&table, EvaluationOptions::new()).unwrap();
        evaluation.content().indicators[0].change.as_ref().unwrap().estimate.se.unwrap()
    };
    let (paired, independent) = (se(&plan("pairing = 'persons'\nperson = 'id'")), se(&plan("pairing = 'none'")));
    assert!(paired * 10.0 < independent, "{paired} {independent}");
}
