//! Whatever comes in, a plan is read or refused: never a panic, and never two hashes for one document.

use cohesion_core::Plan;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

const SEEDS: [&str; 2] = [include_str!("../../examples/somerville.toml"), include_str!("../../examples/kombi.toml")];

/// Whatever is done with bytes that may be a plan.
fn exercise(plan: Result<Plan, cohesion_core::Error>) {
    match plan {
        Ok(plan) => {
            let _ = plan.check();
            assert_eq!(Plan::from_json(&plan.to_json()).unwrap().hash(), plan.hash());
            assert_eq!(Plan::from_toml(&plan.to_toml().unwrap()).unwrap().hash(), plan.hash());
        }
        Err(error) => assert!(!error.to_string().is_empty() && error.faults().all(|fault| !fault.message.is_empty())),
    }
}

/// Values of every shape, near what a plan may hold.
fn value() -> impl Strategy<Value = Value> {
    let word = prop_oneof![
        prop::sample::select(vec![
            "format",
            "title",
            "id",
            "name",
            "partnership",
            "stakeholders",
            "codebook",
            "variables",
            "type",
            "codes",
            "value",
            "missing",
            "dont_know",
            "scales",
            "items",
            "range",
            "indicators",
            "bands",
            "from",
            "to",
            "target",
            "survey",
            "waves",
            "records",
            "events",
            "ties",
            "report",
            "ordinal",
            "mean",
            "share",
            "2026-01-01",
            "en",
            "a",
            "b",
            "",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-3_i64..100).prop_map(Value::from),
        any::<f64>().prop_map(|x| json!(x)),
        word.clone().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 80, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((word.clone(), inner), 0..8)
                .prop_map(|entries| Value::from(entries.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// One line of `text` replaced, doubled or taken away.
fn broken(text: &str, at: usize, how: u8, with: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    let at = at % lines.len();
    match how % 4 {
        0 => lines[at] = with,
        1 => lines.insert(at, lines[at]),
        2 => {
            lines.remove(at);
        }
        _ => lines.truncate(at),
    }
    lines.join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        exercise(Plan::from_bytes(&bytes));
    }

    #[test]
    fn brackets_never_panic(text in "[\\[\\]{}\"'=,.:a1 \n-]{0,300}") {
        exercise(Plan::from_toml(&text));
        exercise(Plan::from_json(&text));
    }

    #[test]
    fn any_value_is_read_or_refused(value in value()) {
        exercise(Plan::from_value(&value));
        exercise(Plan::from_json(&value.to_string()));
    }

    #[test]
    fn a_broken_plan_is_read_or_refused(
        seed in 0..2_usize, at in any::<usize>(), how in any::<u8>(), with in "[a-z_]{0,8} = [\\[{]?[\"a-z0-9.-]{0,9}[\\]}]?",
    ) {
        exercise(Plan::from_toml(&broken(SEEDS[seed], at, how, &with)));
    }

    #[test]
    fn texts_survive_toml_and_json(text in any::<String>(), number in any::<f64>()) {
        prop_assume!(number.is_finite());
        let plan = Plan::from_value(&json!({
            "title": text, "report": {"contact": {"fr": text}},
            "indicators": [{"id": "a", "title": text, "bands": [{"id": text, "from": number}]}],
        })).unwrap();
        exercise(Ok(plan));
    }
}
