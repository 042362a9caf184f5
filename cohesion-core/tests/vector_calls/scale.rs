//! Calls on the scales of a plan.

use cohesion_core::{Error, ItemAnswers, PlanDocument, Table, scale};
use serde_json::{Value, json};

pub fn call(name: &str, case: &Value, table: Option<&Table<'_>>) -> Result<Value, Error> {
    let plan: PlanDocument = serde_json::from_value(case["args"]["plan"].clone()).unwrap();
    match name {
        "Plan.lint" => Ok(json!({ "notes": plan.scales.iter().flat_map(|scale| scale.lint()).collect::<Vec<_>>() })),
        "Plan.score" => score(&plan, case["args"]["scale"].as_str().unwrap(), table.expect("scores need data")),
        _ => panic!("unknown call `{name}`: add it to every language's runner"),
    }
}

fn score(plan: &PlanDocument, id: &str, table: &Table<'_>) -> Result<Value, Error> {
    let definition = plan.scales.iter().find(|scale| scale.id == id).expect("the plan has the scale");
    let numbers: Vec<_> =
        definition.items.iter().map(|item| table.column(&item.variable)?.numbers()).collect::<Result<_, Error>>()?;
    let items: Vec<ItemAnswers<'_>> = numbers.iter().map(|column| ItemAnswers::new(&column.values)).collect();
    Ok(serde_json::to_value(scale::score(definition, &items)?).unwrap())
}
