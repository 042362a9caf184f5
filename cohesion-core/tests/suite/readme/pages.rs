// Generated from the pages by suite/readme.rs: see there.

/// What a block printed, line by line.
pub type Shown = Vec<String>;
type Outcome = Result<(), Box<dyn std::error::Error>>;
/// The name of a page and what runs it.
type Page = (&'static str, fn(&mut Vec<Shown>) -> Outcome);

/// README.md
fn readme_md(printed_before: &mut Vec<Shown>) -> Outcome {
    let printed_here = std::cell::RefCell::new(Shown::new());
    #[allow(unused_macros)]
    macro_rules! println {
        ($($part:tt)*) => { printed_here.borrow_mut().push(format!($($part)*)) };
    }
use cohesion_core::{EvaluationOptions, Plan, read_csv};

let plan = Plan::read("somerville.toml")?;
let answers = read_csv(&std::fs::read("somerville.csv")?)?.table;
let evaluation = plan.evaluate(&answers, EvaluationOptions::new())?;
for indicator in &evaluation.content().indicators[7..9] {
    let (figure, target) = (&indicator.headline, indicator.target.as_ref());
    println!("{} {:.4} {:?}", indicator.id, figure.value.unwrap_or_default(), target.map(|target| target.verdict));
}
    printed_before.push(printed_here.take());
    Ok(())
}

/// docs/how-to/ask-the-partners.md
fn docs_how_to_ask_the_partners_md(printed_before: &mut Vec<Shown>) -> Outcome {
    let printed_here = std::cell::RefCell::new(Shown::new());
    #[allow(unused_macros)]
    macro_rules! println {
        ($($part:tt)*) => { printed_here.borrow_mut().push(format!($($part)*)) };
    }
let plan = cohesion_core::Plan::read("kombi.toml")?;
let answers = cohesion_core::read_csv(&std::fs::read("kombi.csv")?)?.table;
for dimension in &plan.assess(&answers)?.content().dimensions {
    println!("{}: {:.2}", dimension.id, dimension.performance.value.unwrap_or(f64::NAN));
}
    printed_before.push(printed_here.take());
    Ok(())
}

/// docs/how-to/decimal-comma.md
fn docs_how_to_decimal_comma_md(printed_before: &mut Vec<Shown>) -> Outcome {
    let printed_here = std::cell::RefCell::new(Shown::new());
    #[allow(unused_macros)]
    macro_rules! println {
        ($($part:tt)*) => { printed_here.borrow_mut().push(format!($($part)*)) };
    }
let csv = cohesion_core::read_csv("rue;score\nA;3,5\nB;\nC;4,0\n".as_bytes())?;
println!("{:?} {:?}", csv.guess.decimal, csv.table.column("score")?.numbers()?.values);
    printed_before.push(printed_here.take());
    Ok(())
}

/// docs/how-to/map-who-works-with-whom.md
fn docs_how_to_map_who_works_with_whom_md(printed_before: &mut Vec<Shown>) -> Outcome {
    let printed_here = std::cell::RefCell::new(Shown::new());
    #[allow(unused_macros)]
    macro_rules! println {
        ($($part:tt)*) => { printed_here.borrow_mut().push(format!($($part)*)) };
    }
use cohesion_core::{Column, Network, NetworkOptions, Table};

let ties = Table::new(vec![
    Column::text("a", ["city", "police", "club"].map(Some)),
    Column::text("b", ["police", "city", "city"].map(Some)),
])?;
let network = Network::from_edges(&ties, NetworkOptions::new("a", "b").directed(true))?;
println!("{:?}", network.summary().value("density"));
    printed_before.push(printed_here.take());
    Ok(())
}

/// docs/how-to/publish.md
fn docs_how_to_publish_md(printed_before: &mut Vec<Shown>) -> Outcome {
    let printed_here = std::cell::RefCell::new(Shown::new());
    #[allow(unused_macros)]
    macro_rules! println {
        ($($part:tt)*) => { printed_here.borrow_mut().push(format!($($part)*)) };
    }
use cohesion_core::{Column, Design, EstimateOptions, PublishRule, Survey, Table, publish};

let area = [vec!["North"; 40], vec!["South"; 7], vec!["West"; 12]].concat();
let trust: Vec<f64> = (0..59).map(|row| if row == 58 { 5.0 } else { f64::from(3 + row % 2) }).collect();
let table = Table::new(vec![Column::text("area", area.into_iter().map(Some)), Column::number("trust", trust)])?;
let survey = Survey::new(&table, Design::new())?;
let tables = [survey.mean("trust", EstimateOptions::new().by("area"))?, survey.mean("trust", ())?];
let rule = PublishRule { id: "ghent-2026".into(), minimum_n: 10, ..PublishRule::default() };
for cell in publish(tables, &rule, ())?.audit.cells {
    println!("{} {:?} {:?} at least {} wide", cell.labels.join(""), cell.low, cell.high, cell.needed);
}
    printed_before.push(printed_here.take());
use cohesion_core::{Language, ToSheet, k_anonymity};

let rows = Table::new(vec![
    Column::text("street", ["Elm", "Elm", "Oak", "Oak"].map(Some)),
    Column::text("sex", ["f", "m", "f", "f"].map(Some)),
])?;
let found = k_anonymity(&rows, &["street", "sex"], 2, None)?;
println!("{}", found.sheet(Language::En).to_text().trim_end());
    printed_before.push(printed_here.take());
    Ok(())
}

/// docs/how-to/replicates.md
fn docs_how_to_replicates_md(printed_before: &mut Vec<Shown>) -> Outcome {
    let printed_here = std::cell::RefCell::new(Shown::new());
    #[allow(unused_macros)]
    macro_rules! println {
        ($($part:tt)*) => { printed_here.borrow_mut().push(format!($($part)*)) };
    }
use cohesion_core::{Column, Design, Replication, Survey, Table};

let streets = "Elm Elm Elm Oak Oak Oak Ash Ash Fir Fir Bay Bay Yew Yew";
let answers = Table::new(vec![
    Column::text("street", streets.split(' ').map(Some)),
    Column::number("trust", vec![3.0, 4.0, 4.0, 2.0, 3.0, 2.0, 5.0, 4.0, 3.0, 3.0, 4.0, 5.0, 2.0, 2.0]),
    Column::number("help", vec![3.0, 4.0, 5.0, 2.0, 2.0, 3.0, 5.0, 5.0, 3.0, 4.0, 4.0, 4.0, 1.0, 2.0]),
])?;
let survey = Survey::new(&answers, Design::new().cluster("street"))?;
let alpha = survey.replicates(Replication::jk1())?.alpha(&["trust", "help"], ())?;
let estimate = &alpha.rows[0].estimate;
println!("{:.3} {:.3}", estimate.value.unwrap_or_default(), estimate.se.unwrap_or_default());
    printed_before.push(printed_here.take());
    Ok(())
}

/// docs/how-to/review-a-partnership.md
fn docs_how_to_review_a_partnership_md(printed_before: &mut Vec<Shown>) -> Outcome {
    let printed_here = std::cell::RefCell::new(Shown::new());
    #[allow(unused_macros)]
    macro_rules! println {
        ($($part:tt)*) => { printed_here.borrow_mut().push(format!($($part)*)) };
    }
use std::collections::BTreeMap;
use cohesion_core::{Language, Plan, ReviewOptions, report};

let plan = Plan::from_toml(&Plan::template("partnership")?)?;
let review = plan.review(&BTreeMap::new(), ReviewOptions::new("2026-06-30"))?;
println!("{}", review.findings[0].id);
println!("{}", report::finding_texts(&review, Language::Nl)[0]);
    printed_before.push(printed_here.take());
    Ok(())
}

/// docs/tutorial/rust.md
fn docs_tutorial_rust_md(printed_before: &mut Vec<Shown>) -> Outcome {
    let printed_here = std::cell::RefCell::new(Shown::new());
    #[allow(unused_macros)]
    macro_rules! println {
        ($($part:tt)*) => { printed_here.borrow_mut().push(format!($($part)*)) };
    }
fn run() -> Result<(), Box<dyn std::error::Error>> {
    // here
    Ok(())
}
run()?;
    printed_before.push(printed_here.take());
use cohesion_core::{EvaluationOptions, Language, Plan, ReportAudience, read_csv, report};

let plan = Plan::read("somerville.toml")?;
println!("{} indicators, {} scale, {}", plan.indicators.len(), plan.scales.len(), &plan.hash()[..12]);
    printed_before.push(printed_here.take());
let slip = r#"
    title = "Trust"
    [[indicators]]
    id = "trust"
    title = "Trust in the police"
    statistc = "share"
    variable = "X4"
    at_least = "four"
"#;
for fault in Plan::from_toml(slip).expect_err("two slips").faults() {
    println!("line {}: {}: {}", fault.line.unwrap_or_default(), fault.kind.as_str(), fault.message);
}
    printed_before.push(printed_here.take());
println!("{:?} {:?}", plan.check(), plan.lint());
    printed_before.push(printed_here.take());
let csv = read_csv(&std::fs::read("somerville.csv")?)?;
let evaluation = plan.evaluate(&csv.table, EvaluationOptions::new())?;
let published = evaluation.publish();
    printed_before.push(printed_here.take());
println!("{}", report::text(&published, Language::En).trim_end());
    printed_before.push(printed_here.take());
let indicator = |id: &str| evaluation.content().indicators.iter().find(|indicator| indicator.id == id).ok_or("no such id");
let streets = &indicator("satisfied_streets")?.headline;
if let (Some(share), Some(interval)) = (streets.value, &streets.interval) {
    println!("{share:.6} ({:.6} to {:.6}), {}", interval.low, interval.high, interval.method.as_str());
}
    printed_before.push(printed_here.take());
for id in ["satisfied_streets", "trust_police"] {
    println!("{id} {:?}", indicator(id)?.target.as_ref().map(|target| target.verdict));
}
    printed_before.push(printed_here.take());
let alpha = &evaluation.content().scales[0].alpha;
println!("{:.6}", alpha.value.unwrap_or(f64::NAN));
    printed_before.push(printed_here.take());
let shown = |indicators: &[cohesion_core::IndicatorReport]| {
    let by_police = indicators.iter().find(|indicator| indicator.id == "happy_by_police");
    let rows = by_police.map(|indicator| indicator.groups[0].estimates.rows.clone()).unwrap_or_default();
    rows.iter().map(|row| (row.labels[0].clone(), row.estimate.n)).collect::<Vec<_>>()
};
println!("{:?}", shown(&evaluation.content().indicators));
println!("{:?}", shown(&published.content().indicators));
    printed_before.push(printed_here.take());
std::fs::write("partners.html", report::html(&published, Language::En, ReportAudience::Partners))?;
std::fs::write("habitants.html", report::html(&published, Language::Fr, ReportAudience::Residents))?;
std::fs::write("figures.csv", report::csv_spreadsheet(&published, Language::Nl))?;
let text = report::markdown(&published, Language::En, ReportAudience::Residents);
println!("{}", text.lines().next().unwrap_or_default());
    printed_before.push(printed_here.take());
let mut document = plan.value().clone();
document["scales"][0]["missing"] = serde_json::json!({ "rule": "at_least", "k": 4 });
for indicator in document["indicators"].as_array_mut().into_iter().flatten() {
    if indicator["id"] == "satisfied_streets" {
        indicator["target"]["value"] = 0.5.into();
    }
}
let changed = Plan::from_value(&document)?;
let again = changed.evaluate(&csv.table, EvaluationOptions::new())?;
let streets = again.content().indicators.iter().find(|indicator| indicator.id == "satisfied_streets");
println!("{:?}", streets.and_then(|streets| streets.target.as_ref()).map(|target| target.verdict));
println!("{} {}", changed.hash() == plan.hash(), again.content().provenance.plan_hash.as_deref() == Some(changed.hash()));
    printed_before.push(printed_here.take());
use cohesion_core::{Column, Table};

let mut columns: Vec<Column<'_>> =
    ["X1", "X2", "X3", "X4", "X5"].map(|name| Column::number(name, vec![4.0, 5.0, f64::NAN])).into();
columns.push(Column::number("X6", vec![2.0, f64::NAN, 3.0]));
let some = Table::new(columns)?;
println!("{:.3?}", plan.score(&some, "satisfaction")?.values);
println!("{:.3?}", changed.score(&some, "satisfaction")?.values);
    printed_before.push(printed_here.take());
    Ok(())
}

/// Every page that has Rust.
pub const PAGES: &[Page] = &[
    ("README.md", readme_md),
    ("docs/how-to/ask-the-partners.md", docs_how_to_ask_the_partners_md),
    ("docs/how-to/decimal-comma.md", docs_how_to_decimal_comma_md),
    ("docs/how-to/map-who-works-with-whom.md", docs_how_to_map_who_works_with_whom_md),
    ("docs/how-to/publish.md", docs_how_to_publish_md),
    ("docs/how-to/replicates.md", docs_how_to_replicates_md),
    ("docs/how-to/review-a-partnership.md", docs_how_to_review_a_partnership_md),
    ("docs/tutorial/rust.md", docs_tutorial_rust_md),
];
