//! The review of a large partnership: 500 stakeholders, 5,000 activities, 50,000 contributions.

use std::collections::BTreeMap;
use std::hint::black_box;

use cohesion_core::{Column, Plan, ReviewOptions, Table};
use criterion::{Criterion, criterion_group, criterion_main};
use serde_json::json;

const STAKEHOLDERS: usize = 500;
const ACTIVITIES: usize = 5_000;
const CONTRIBUTIONS: usize = 50_000;
const SECTORS: [&str; 5] = ["local_authority", "association", "business", "resident", "school"];

fn plan() -> cohesion_core::Result<Plan> {
    let who = |i: usize| format!("s{:03}", i % STAKEHOLDERS);
    let stakeholders: Vec<_> = (0..STAKEHOLDERS)
        .map(|i| {
            let left = (i % 7 == 3).then(|| format!("2025-{:02}-15", i % 12 + 1));
            json!({ "id": who(i), "name": who(i), "sector": SECTORS.get(i % 5), "joined": format!("2024-{:02}-01", i % 12 + 1), "left": left })
        })
        .collect();
    let objectives: Vec<_> = (0..20)
        .map(|i| json!({ "id": format!("o{i}"), "title": "x", "owner": who(i), "shared_by": [who(i), who(i + 1)] }))
        .collect();
    let activities: Vec<_> = (0..ACTIVITIES)
        .map(|i| json!({ "id": format!("a{i}"), "title": "x", "objectives": [format!("o{}", i % 20)], "start": "2025-01-01" }))
        .collect();
    let responsibilities: Vec<_> = (0..ACTIVITIES)
        .map(|i| json!({ "activity": format!("a{i}"), "responsible": [who(i), who(i * 7 + 1)], "accountable": [who(i)], "consulted": [who(i + 2)] }))
        .collect();
    Plan::from_value(&json!({ "partnership": {
        "start": "2024-01-01", "stakeholders": stakeholders, "objectives": objectives, "activities": activities,
        "responsibilities": responsibilities,
    } }))
}

fn records() -> cohesion_core::Result<BTreeMap<String, Table<'static>>> {
    let text = |of: &dyn Fn(usize) -> String| (0..CONTRIBUTIONS).map(|i| Some(of(i))).collect::<Vec<_>>();
    let table = Table::new(vec![
        Column::text("date", text(&|i| format!("2025-{:02}-{:02}", i % 12 + 1, i % 28 + 1))),
        Column::text("stakeholder", text(&|i| format!("s{:03}", i * 31 % STAKEHOLDERS))),
        Column::text("kind", text(&|i| if i % 2 == 0 { "time" } else { "money" }.to_owned())),
        Column::number("amount", (0..CONTRIBUTIONS).map(|i| 0.25 + (i % 97) as f64).collect::<Vec<_>>()),
        Column::text("unit", text(&|i| if i % 2 == 0 { "hours" } else { "EUR" }.to_owned())),
        Column::text("activity", text(&|i| format!("a{}", i * 13 % ACTIVITIES))),
    ])?;
    Ok(BTreeMap::from([("contributions".to_owned(), table)]))
}

fn reviews(criterion: &mut Criterion) {
    let (Ok(plan), Ok(records)) = (plan(), records()) else { return };
    let mut group = criterion.benchmark_group("review");
    group.sample_size(10);
    group.bench_function("500 stakeholders, 5,000 activities, 50,000 contributions", |bencher| {
        bencher.iter(|| plan.review(black_box(&records), ReviewOptions::new("2026-06-30")));
    });
    group.finish();
}

criterion_group!(benches, reviews);
criterion_main!(benches);
