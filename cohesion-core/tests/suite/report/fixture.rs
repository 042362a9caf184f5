//! A small evaluation with everything a report can show.

use cohesion_core::{Column, Evaluation, EvaluationOptions, Plan, PublishedEvaluation, Table};
use serde_json::Value;

/// Numbers between 0 and 1 that are the same on every run.
struct Stream(u64);

impl Stream {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// How many people answer per area and wave: West is too small to be shown.
pub const SIZES: [(&str, usize); 4] = [("n", 90), ("e", 60), ("s", 41), ("w", 6)];

/// The evaluation of the made-up survey.
pub fn evaluation() -> Evaluation {
    let plan = Plan::from_toml(include_str!("plan.toml")).unwrap();
    let mut stream = Stream(7);
    let (mut area, mut wave, mut weight) = (Vec::new(), Vec::new(), Vec::new());
    let (mut belonging, mut trust, mut help) = (Vec::new(), Vec::new(), Vec::new());
    for (year, lift) in [("2024", 0.0), ("2026", 0.9)] {
        for (place, size) in SIZES {
            for index in 0..size {
                let leaning = stream.next() * 3.0 + lift + if place == "n" { 0.7 } else { 0.2 };
                let answer = |noise: f64| (1.0 + leaning + noise * 1.4 - 0.5).round().clamp(1.0, 5.0);
                area.push(Some(place));
                wave.push(Some(year));
                weight.push(10.0 + 20.0 * stream.next());
                let home = answer(stream.next());
                belonging.push(match index % 23 {
                    5 => 9.0,
                    11 => f64::NAN,
                    _ => home,
                });
                trust.push(answer(stream.next()));
                help.push(answer(stream.next()));
            }
        }
    }
    let table = Table::new(vec![
        Column::text("area", area),
        Column::text("wave", wave),
        Column::number("weight", weight),
        Column::number("belonging", belonging),
        Column::number("trust", trust),
        Column::number("help", help),
    ])
    .unwrap();
    plan.evaluate(&table, EvaluationOptions::new().as_of("2026-06-30")).unwrap()
}

/// What is published of it. The library's version is fixed, so that a release does not change the snapshots.
pub fn publication() -> PublishedEvaluation {
    let mut json: Value = serde_json::from_str(&evaluation().publish().to_json()).unwrap();
    json["provenance"]["library_version"] = "0.0.0".into();
    PublishedEvaluation::from_json(&json.to_string()).unwrap()
}

/// The same with every text for readers, every label and every column name replaced.
pub fn with_texts(text: &str) -> PublishedEvaluation {
    let mut json: Value = serde_json::from_str(&publication().to_json()).unwrap();
    replace(&mut json, text);
    PublishedEvaluation::from_json(&json.to_string()).unwrap()
}

const TEXTS: [&str; 17] = [
    "title",
    "label",
    "definition",
    "description",
    "theme",
    "unit",
    "numerator",
    "denominator",
    "question",
    "source",
    "contact",
    "attribution",
    "by",
    "id",
    "examples",
    "variable",
    "design",
];

fn replace(value: &mut Value, text: &str) {
    match value {
        Value::Object(map) => {
            for (key, inner) in map.iter_mut() {
                let is_text = TEXTS.contains(&key.as_str()) && !inner.is_null();
                let date = key == "by" && inner.as_str().is_some_and(|by| by.starts_with("20"));
                if key == "provenance" {
                    continue;
                } else if is_text && !date {
                    *inner = text.into();
                } else if key == "items" || key == "keys" || (key == "labels" && inner.is_array()) {
                    replace_all(inner, text);
                } else if key == "labels" {
                    for label in inner.as_object_mut().unwrap().values_mut() {
                        *label = text.into();
                    }
                } else {
                    replace(inner, text);
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|inner| replace(inner, text)),
        _ => {}
    }
}

fn replace_all(list: &mut Value, text: &str) {
    for inner in list.as_array_mut().unwrap() {
        *inner = text.into();
    }
}
