//! Scales through their public face: faults, scores against brute force, findings.

use cohesion_core::{Fault, FaultKind, ItemAnswers, NoteCode, ScaleDefinition, Scores, scale};
use proptest::prelude::*;
use serde_json::{Value, json};

fn definition(value: Value) -> ScaleDefinition {
    serde_json::from_value(value).unwrap()
}

fn faults(value: Value) -> Vec<Fault> {
    let mut faults = Vec::new();
    definition(value).check("scales[0](s)", &mut faults);
    faults
}

/// Scores rows of answers; NaN is missing.
fn scores(definition: &ScaleDefinition, rows: &[Vec<f64>]) -> Scores {
    let columns: Vec<Vec<f64>> =
        (0..definition.items.len()).map(|item| rows.iter().map(|row| row[item]).collect()).collect();
    let items: Vec<ItemAnswers<'_>> = columns.iter().map(|column| ItemAnswers::new(column)).collect();
    scale::score(definition, &items).unwrap()
}

/// A good definition of two items, with some keys replaced or added.
fn with(changes: Value) -> Value {
    let mut scale = json!({"id": "s", "range": [1, 5], "items": [{"variable": "a"}, {"variable": "b"}]});
    scale.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    scale
}

#[test]
fn every_fault_of_meaning_has_its_place() {
    use FaultKind::{DuplicateId, Inconsistent, MissingField, OutOfRange};
    let one_item = |item: Value| with(json!({"range": null, "items": [item]}));
    let cases = [
        (json!({"id": " ", "range": [1, 5], "items": [{"variable": "a"}]}), "id", MissingField),
        (with(json!({"version": 0})), "version", OutOfRange),
        (with(json!({"items": []})), "items", MissingField),
        (with(json!({"range": [5, 1]})), "range", Inconsistent),
        (with(json!({"range": [1, 4.5]})), "range", Inconsistent),
        (with(json!({"range": [0, 1_000_000]})), "range", OutOfRange),
        (with(json!({"stated_range": [10, 10]})), "stated_range", Inconsistent),
        (with(json!({"range": [0, 1e300]})), "range[1]", OutOfRange),
        (with(json!({"rescale": [10, 10]})), "rescale", Inconsistent),
        (with(json!({"score_rescale": {"from": [1, 1], "to": [0, 1]}})), "score_rescale.from", Inconsistent),
        (with(json!({"score_rescale": {"from": [0, 1], "to": [2, 2]}})), "score_rescale.to", Inconsistent),
        (with(json!({"rounding": {"decimals": 10}})), "rounding.decimals", OutOfRange),
        (with(json!({"missing": {"rule": "at_least"}})), "missing.k", MissingField),
        (with(json!({"missing": {"rule": "at_least", "k": 3}})), "missing.k", OutOfRange),
        (with(json!({"missing": {"rule": "all", "k": 1}})), "missing.k", Inconsistent),
        (with(json!({"missing": {"rule": "fraction"}})), "missing.fraction", MissingField),
        (with(json!({"missing": {"rule": "fraction", "fraction": 1.5}})), "missing.fraction", OutOfRange),
        (with(json!({"missing": {"rule": "all", "fraction": 0.5}})), "missing.fraction", Inconsistent),
        (with(json!({"aggregator": "any"})), "counts", MissingField),
        (with(json!({"counts": [1]})), "counts", Inconsistent),
        (with(json!({"aggregator": "count", "counts": [4, 6]})), "counts[1]", Inconsistent),
        (with(json!({"aggregator": "all", "counts": [5], "continuous": true})), "continuous", Inconsistent),
        (with(json!({"bands": [{"id": "x", "from": 3, "to": 2}]})), "bands[0](x)", Inconsistent),
        (with(json!({"bands": [{"id": "x", "from": 3, "to": 3, "to_open": true}]})), "bands[0](x)", Inconsistent),
        (with(json!({"bands": [{"id": "x"}, {"id": "x"}]})), "bands[1](x).id", DuplicateId),
        (one_item(json!({"variable": ""})), "items[0].variable", MissingField),
        (one_item(json!({"variable": "a", "weight": 0})), "items[0].weight", OutOfRange),
        (one_item(json!({"variable": "a", "reversed": true})), "items[0].range", MissingField),
        (one_item(json!({"variable": "a", "range": [2, 2]})), "items[0].range", Inconsistent),
        (
            one_item(json!({"variable": "a", "recode": [{"from": 1, "to": 0}, {"from": 1, "to": 2}]})),
            "items[0].recode[1].from",
            Inconsistent,
        ),
        (
            one_item(json!({"variable": "a", "range": [1, 5], "recode": [{"from": 6, "to": 0}]})),
            "items[0].recode[0].from",
            OutOfRange,
        ),
    ];
    for (scale, place, kind) in cases {
        let found = faults(scale.clone());
        let wanted = format!("scales[0](s).{place}");
        assert_eq!(found.len(), 1, "{scale}: {found:?}");
        assert_eq!((found[0].path.as_str(), found[0].kind), (wanted.as_str(), kind), "{scale}");
    }
}

#[test]
fn all_faults_come_at_once() {
    let scale = with(json!({
        "aggregator": "min", "missing": {"rule": "fraction_per_domain", "fraction": 2},
        "items": [{"variable": "a", "weight": 2}, {"variable": "b", "domain": "x"}],
    }));
    let paths: Vec<String> = faults(scale).into_iter().map(|fault| fault.path).collect();
    let expected = ["items[0].weight", "items[0].domain", "missing.fraction"];
    assert_eq!(paths, expected.map(|path| format!("scales[0](s).{path}")));
    assert!(faults(with(json!({}))).is_empty());
}

#[test]
fn infinite_numbers_are_faults() {
    let mut scale = definition(with(json!({})));
    scale.items[1].weight = f64::INFINITY;
    let mut found = Vec::new();
    scale.check("", &mut found);
    assert_eq!((found[0].kind, found[0].path.as_str()), (FaultKind::NotFinite, "items[1].weight"));
    assert!(scale.lint().is_empty());
}

#[test]
fn columns_that_do_not_fit_are_errors() {
    let scale = definition(with(json!({})));
    let (long, short) = ([1.0, 2.0], [1.0]);
    let error = scale::score(&scale, &[ItemAnswers::new(&long)]).unwrap_err();
    assert_eq!((error.kind(), error.path()), (FaultKind::LengthMismatch, "items"));
    let error = scale::score(&scale, &[ItemAnswers::new(&long), ItemAnswers::new(&short)]).unwrap_err();
    assert_eq!((error.kind(), error.path()), (FaultKind::LengthMismatch, "column[b]"));
    let flags = [true];
    let error =
        scale::score(&scale, &[ItemAnswers::new(&long).dont_know(&flags), ItemAnswers::new(&long)]).unwrap_err();
    assert_eq!(error.path(), "column[a]");
}

#[test]
fn a_definition_survives_its_own_json() {
    let scale = definition(with(json!({
        "label": {"en": "Trust", "nl": "Vertrouwen"}, "missing": {"rule": "fraction", "fraction": 0.5},
        "dont_know": "midpoint", "rescale": [0, 10], "bands": [{"id": "low", "to": 5, "to_open": true}],
        "licence_of_wording": "reference_only",
    })));
    assert_eq!(definition(serde_json::to_value(&scale).unwrap()), scale);
    assert_eq!(scale.reference(), "s@1");
    assert!(serde_json::from_value::<ScaleDefinition>(with(json!({"wieght": 1}))).is_err());
}

/// In the original scoring of collective efficacy "don't know" lies in the middle of the answers.
#[test]
fn dont_know_takes_the_midpoint_or_is_missing() {
    let scale = with(json!({"items": [{"variable": "a", "range": [1, 4]}, {"variable": "b", "reversed": true}]}));
    let (a, b) = ([8.0, 2.0, f64::NAN], [1.0, 5.0, 2.0]);
    let unknown = [true, false, false];
    let items = [ItemAnswers::new(&a).dont_know(&unknown), ItemAnswers::new(&b)];
    let missing = scale::score(&definition(scale.clone()), &items).unwrap();
    assert!(missing.values[0].is_nan() && missing.invalid.is_empty());
    assert_eq!((missing.values[1], missing.n_too_few), (1.5, 2));

    let mut midpoint = scale;
    midpoint["dont_know"] = json!("midpoint");
    let midpoint = definition(midpoint);
    let scored = scale::score(&midpoint, &items).unwrap();
    assert_eq!(scored.values[..2], [(2.5 + 5.0) / 2.0, 1.5]);
    assert_eq!(scale::item_values(&midpoint, &items).unwrap()[0][..2], [2.5, 2.0]);
    // Half points are attainable then: 2.5 and 1 make 1.75.
    let bands = json!([{"id": "x", "to": 1.5}, {"id": "y", "from": 2}]);
    let with_bands = ScaleDefinition { bands: serde_json::from_value(bands).unwrap(), ..midpoint };
    let gaps: Vec<_> = with_bands.lint().into_iter().filter(|note| note.code == NoteCode::BAND_GAP).collect();
    assert_eq!((gaps[0].params["from"].as_number(), gaps[0].params["to"].as_number()), (Some(1.75), Some(1.75)));
}

#[test]
fn what_whole_numbers_cannot_hold_is_decided_with_a_tolerance() {
    let bands = json!([{"id": "low", "to": 2, "to_open": true}, {"id": "high", "from": 2}]);
    // Answers with more decimals than are taken as written: their mean misses 2 by rounding.
    let scale = definition(with(json!({"continuous": true, "bands": bands})));
    let third = 5.0 / 3.0;
    let scored = scores(&scale, &[vec![third, 4.0 - third], vec![third, 2.0], vec![1.1, 2.9], vec![1.0, 2.9]]);
    let names: Vec<_> = (0..4).map(|row| scored.band(row)).collect();
    assert_eq!(names, [Some("high"), Some("low"), Some("high"), Some("low")]);
    // Weights whose products have too many digits.
    let items = json!([{"variable": "a", "weight": 1.0 / 3.0}, {"variable": "b", "weight": 0.123_456_789_012_345_67}]);
    let scale = definition(with(json!({"items": items, "bands": bands})));
    let scored = scores(&scale, &[vec![2.0, 2.0], vec![2.0, 1.0], vec![9.0, 1.0]]);
    assert_eq!((scored.band(0), scored.band(1), scored.band(2)), (Some("high"), Some("low"), None));
    assert!((scored.values[0] - 2.0).abs() < 1e-15);
    assert_eq!(scored.invalid[0].n, 1);
}

#[test]
fn without_a_range_any_number_is_an_answer() {
    let scale = definition(json!({"id": "s", "items": [{"variable": "a"}, {"variable": "b"}], "aggregator": "max"}));
    let scored = scores(&scale, &[vec![-3.25, 1e9], vec![0.1, 0.2], vec![f64::INFINITY, 1.0]]);
    assert_eq!(scored.values[..2], [1e9, 0.2]);
    assert_eq!((scored.n_missing, scored.invalid[0].n), (1, 1));
    assert!(scale.lint().is_empty() && scale.attainable_range().is_none());
}

#[test]
fn dense_scores_show_gaps_as_stretches() {
    let bands = json!([{"id": "low", "to": 2.5, "to_open": true}, {"id": "high", "from": 3, "from_open": true}]);
    let notes = definition(with(json!({"continuous": true, "bands": bands}))).lint();
    assert_eq!(notes.len(), 1, "{notes:?}");
    assert_eq!((notes[0].params["from"].as_number(), notes[0].params["to"].as_number()), (Some(2.5), Some(3.0)));
    assert_eq!(notes[0].path, "scales(s)");
    let rounded = definition(with(json!({"continuous": true, "rounding": {"decimals": 0}, "bands": bands}))).lint();
    assert_eq!((rounded[0].params["from"].as_number(), rounded[0].params["to"].as_number()), (Some(3.0), Some(3.0)));
}

/// Forty weighted items have more patterns than can be listed; the ends are still exact.
#[test]
fn large_scales_are_linted_in_time() {
    let items: Vec<Value> =
        (0..40).map(|at| json!({"variable": format!("x{at}"), "weight": 1.0 + f64::from(at) / 64.0})).collect();
    let missing = json!({"rule": "at_least", "k": 20});
    let scale =
        definition(with(json!({"range": [0, 100], "items": items, "missing": missing, "stated_range": [0, 99]})));
    assert_eq!(scale.attainable_range(), Some([0.0, 100.0]));
    assert_eq!(serde_json::to_value(&scale.lint()[0].params["attainable"]).unwrap(), serde_json::json!([0, 100]));
}

#[test]
fn rows_of_many_blocks_keep_their_places() {
    let scale = definition(with(json!({"bands": [{"id": "low", "to": 2.5}, {"id": "high", "from": 3}]})));
    let rows: Vec<Vec<f64>> = (0..5000)
        .map(|row| vec![f64::from(row % 5 + 1), if row % 7 == 0 { f64::NAN } else { f64::from(row % 3 + 1) }])
        .collect();
    let scored = scores(&scale, &rows);
    for (row, answers) in rows.iter().enumerate() {
        let expected = (answers[0] + answers[1]) / 2.0;
        assert!(scored.values[row] == expected || (scored.values[row].is_nan() && expected.is_nan()), "{row}");
        let band = if expected <= 2.5 {
            Some("low")
        } else if expected >= 3.0 {
            Some("high")
        } else {
            None
        };
        assert_eq!(scored.band(row), band, "{row}");
    }
    assert_eq!((scored.n_scored, scored.n_missing, scored.n_too_few, scored.n_no_answer), (4285, 715, 715, 0));
    assert_eq!(scored.n_no_band, 0);
}

proptest! {
    /// Means of whole answers against cuts of one decimal, decided by products of whole numbers.
    #[test]
    fn bands_are_those_of_whole_numbers(
        rows in prop::collection::vec(prop::collection::vec(prop::option::weighted(0.8, 1_i64..8), 5), 1..30),
        k in 1_usize..6,
        reversed in prop::collection::vec(any::<bool>(), 5),
        cut in 10_i64..71,
        open in any::<bool>(),
    ) {
        let items: Vec<Value> = reversed.iter().enumerate().map(|(at, r)| json!({"variable": format!("x{at}"), "reversed": r})).collect();
        let cut_at = cut as f64 / 10.0;
        let scale = definition(json!({
            "id": "s", "range": [1, 7], "items": items, "missing": {"rule": "at_least", "k": k},
            "bands": [{"id": "low", "to": cut_at, "to_open": open}, {"id": "high", "from": cut_at, "from_open": !open}],
        }));
        let answers: Vec<Vec<f64>> =
            rows.iter().map(|row| row.iter().map(|answer| answer.map_or(f64::NAN, |answer| answer as f64)).collect()).collect();
        let scored = scores(&scale, &answers);
        for (position, row) in rows.iter().enumerate() {
            let turned: Vec<i64> = row.iter().zip(&reversed)
                .filter_map(|(answer, reversed)| answer.map(|answer| if *reversed { 8 - answer } else { answer })).collect();
            let (sum, n) = (turned.iter().sum::<i64>(), turned.len() as i64);
            if turned.len() < k {
                prop_assert!(scored.values[position].is_nan());
                prop_assert_eq!(scored.bands[position], None);
            } else {
                prop_assert_eq!(scored.values[position], sum as f64 / n as f64);
                let low = if open { sum * 10 < cut * n } else { sum * 10 <= cut * n };
                prop_assert_eq!(scored.bands[position], Some(u16::from(!low)));
            }
        }
    }

    #[test]
    fn the_order_of_items_does_not_matter(
        rows in prop::collection::vec(prop::collection::vec(prop::option::weighted(0.7, 0_i32..5), 4), 1..20),
        by in 0_usize..4,
        aggregator in prop::sample::select(vec!["mean", "sum", "min", "max"]),
    ) {
        let names: Vec<Value> = (0..4).map(|at| json!({"variable": format!("x{at}"), "range": [0, 4], "reversed": at == 2})).collect();
        let mut turned = names.clone();
        turned.rotate_left(by);
        let make = |items: Vec<Value>| definition(json!({
            "id": "s", "items": items, "aggregator": aggregator, "missing": {"rule": "at_least", "k": 2}, "rounding": {"decimals": 2},
        }));
        let answers: Vec<Vec<f64>> = rows.iter().map(|row| row.iter().map(|answer| answer.map_or(f64::NAN, f64::from)).collect()).collect();
        let mut rotated = answers.clone();
        for row in &mut rotated {
            row.rotate_left(by);
        }
        let (one, other) = (scores(&make(names), &answers), scores(&make(turned), &rotated));
        prop_assert_eq!(one.to_json(), other.to_json());
    }

    /// Every score of every pattern lies within the attainable range, and both ends occur when all patterns are given.
    #[test]
    fn scores_stay_within_reach(
        lows in prop::collection::vec((-3_i32..3, 1_i32..3, 1_u8..4, any::<bool>()), 1..4),
        aggregator in prop::sample::select(vec!["mean", "sum"]),
        k in 1_usize..4,
    ) {
        let items: Vec<Value> = lows.iter().enumerate().map(|(at, (low, span, weight, reversed))| {
            json!({"variable": format!("x{at}"), "range": [low, low + span], "weight": f64::from(*weight) / 4.0, "reversed": reversed})
        }).collect();
        let k = k.min(items.len());
        let scale = definition(json!({"id": "s", "items": items, "aggregator": aggregator, "missing": {"rule": "at_least", "k": k}}));
        let mut rows: Vec<Vec<f64>> = vec![Vec::new()];
        for (low, span, ..) in &lows {
            let answers: Vec<f64> = std::iter::once(f64::NAN).chain((*low..=low + span).map(f64::from)).collect();
            rows = rows.iter().flat_map(|row| answers.iter().map(move |answer| [row.as_slice(), &[*answer]].concat())).collect();
        }
        let scored = scores(&scale, &rows);
        let [low, high] = scale.attainable_range().unwrap();
        let found: Vec<f64> = scored.values.into_iter().filter(|value| !value.is_nan()).collect();
        prop_assert_eq!(found.iter().copied().fold(f64::INFINITY, f64::min), low);
        prop_assert_eq!(found.iter().copied().fold(f64::NEG_INFINITY, f64::max), high);
    }

    /// Whatever a document says, checking, linting and scoring it end without a panic.
    #[test]
    fn odd_definitions_do_no_harm(
        numbers in prop::collection::vec(prop::sample::select(vec![0.0, -0.0, 1.0, -1.0, 0.1, 1.0 / 3.0, 1e12, -1e12, 1e-300, 1e300, f64::NAN, f64::INFINITY, 5.0]), 12),
        aggregator in prop::sample::select(vec!["mean", "sum", "min", "max", "any", "all", "count"]),
        flags in prop::collection::vec(any::<bool>(), 5),
        k in 0_u32..4,
    ) {
        let mut scale = definition(json!({"id": "s", "items": [{"variable": "a"}, {"variable": "b", "weight": 1}], "aggregator": aggregator}));
        let pair = |at: usize| Some([numbers[at], numbers[at + 1]]);
        scale.range = pair(0).filter(|_| flags[0]);
        scale.continuous = flags[1];
        scale.rescale = pair(2).filter(|_| flags[2]);
        scale.items[0].reversed = flags[3];
        scale.items[1].weight = numbers[4];
        scale.counts = if flags[4] { vec![numbers[5]] } else { Vec::new() };
        scale.missing.k = Some(k);
        scale.missing.rule = cohesion_core::AnswersNeeded::AtLeast;
        scale.bands = serde_json::from_value(json!([{"id": "x"}])).unwrap();
        scale.bands[0].from = Some(numbers[6]);
        scale.stated_range = pair(7);
        let mut found = Vec::new();
        scale.check("", &mut found);
        let notes = scale.lint();
        prop_assert!(found.is_empty() || notes.is_empty());
        let column = &numbers[..];
        let result = scale::score(&scale, &[ItemAnswers::new(column), ItemAnswers::new(column)]);
        prop_assert_eq!(result.is_ok(), found.is_empty());
        if let Ok(scores) = result {
            prop_assert_eq!(scores.n_scored + scores.n_missing, 12);
        }
    }
}
