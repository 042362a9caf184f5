//! Plans from text: faults of form and of meaning, the examples, the templates.

use std::collections::BTreeMap;

use cohesion_core::{
    Code, CodeMeaning, Column, FaultKind, IndicatorStatistic, Language, MissingKind, Origin, Plan, RecordKind, Table,
    VariableType,
};

const SOMERVILLE: &str = include_str!("../../examples/somerville.toml");
const KOMBI: &str = include_str!("../../examples/kombi.toml");

/// Kind, path and line of every fault of form.
fn form(text: &str) -> Vec<(&'static str, String, Option<usize>)> {
    let Err(error) = Plan::parse(text) else { return Vec::new() };
    error.into_faults().into_iter().map(|fault| (fault.kind.as_str(), fault.path, fault.line)).collect()
}

/// Kind, path and line of every fault of meaning.
fn meaning(text: &str) -> Vec<(&'static str, String, Option<usize>)> {
    let plan = Plan::parse(text).unwrap_or_else(|error| panic!("{error}"));
    plan.check().into_iter().map(|fault| (fault.kind.as_str(), fault.path, fault.line)).collect()
}

/// The faults are these, in the order of the document.
#[track_caller]
fn same(found: Vec<(&'static str, String, Option<usize>)>, expected: &[(&str, &str, usize)]) {
    let mut found: Vec<_> = found.iter().map(|(kind, path, line)| (*kind, path.as_str(), line.unwrap_or(0))).collect();
    assert!(found.is_sorted_by_key(|fault| fault.2), "{found:?}");
    let mut expected = expected.to_vec();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected);
}

#[test]
fn the_examples_have_no_fault() {
    for text in [SOMERVILLE, KOMBI] {
        let plan = Plan::from_toml(text).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(plan.check(), []);
        assert!(plan.checked().is_ok());
    }
}

#[test]
fn the_templates_have_no_fault() {
    for name in ["survey", "partnership", "full"] {
        let text = Plan::template(name).unwrap();
        let plan = Plan::from_toml(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(plan.check(), [], "{name}");
        assert!(text.lines().filter(|line| line.contains('#')).count() > 10, "{name} has comments");
        let parts = (plan.partnership.is_some(), plan.survey.is_some());
        assert_eq!(parts, (name != "survey", name != "partnership"), "{name}");
    }
    let error = Plan::template("surwey").unwrap_err();
    assert_eq!(error.kind(), FaultKind::UnknownValue);
    assert!(error.to_string().contains("Did you mean `survey`?"));
}

#[test]
fn somerville_says_what_the_issue_asks() {
    let plan = Plan::from_toml(SOMERVILLE).unwrap();
    let codebook = plan.codebook.as_ref().unwrap();
    assert_eq!(codebook.variables.len(), 7);
    let scale = plan.scale("satisfaction").unwrap();
    let items: Vec<_> = scale.items.iter().map(|item| item.variable.as_str()).collect();
    assert_eq!(items, ["X1", "X2", "X3", "X4", "X5", "X6"]);
    let means = plan.indicators.iter().filter(|x| x.id.starts_with("mean_"));
    assert_eq!(means.filter(|x| x.statistic == IndicatorStatistic::Mean).count(), 6);
    let streets = plan.indicator("satisfied_streets").unwrap();
    assert_eq!((streets.variable.as_deref(), streets.at_least), (Some("X5"), Some(4.0)));
    let happy = plan.indicator("happy_satisfied_streets").unwrap();
    let condition = happy.condition.as_ref().unwrap();
    assert_eq!((condition.variable.as_str(), condition.at_least), ("X5", Some(4.0)));
    assert_eq!((happy.variable.as_deref(), happy.values.as_slice()), (Some("D"), &[Code::Number(1.0)][..]));
    let attribution = plan.report.as_ref().and_then(|report| report.attribution.as_ref()).unwrap();
    assert!(attribution.get(Language::En).contains("https://doi.org/10.24432/C5TS5N"));
    for language in Language::ALL {
        assert!(plan.indicators.iter().all(|x| !x.title.get(language).is_empty()));
    }
}

#[test]
fn kombi_marks_facts_and_illustrations_and_names_nobody() {
    let plan = Plan::from_toml(KOMBI).unwrap();
    let partnership = plan.partnership.as_ref().unwrap();
    let origins = partnership
        .stakeholders
        .iter()
        .map(|x| x.origin)
        .chain(partnership.objectives.iter().map(|x| x.origin))
        .chain(partnership.activities.iter().map(|x| x.origin))
        .chain(partnership.channels.iter().map(|x| x.origin))
        .chain(partnership.needs.iter().map(|x| x.origin))
        .chain(plan.indicators.iter().map(|x| x.origin));
    assert!(origins.clone().all(|origin| origin.is_some()));
    assert!(
        origins.clone().any(|x| x == Some(Origin::Fact)) && origins.clone().any(|x| x == Some(Origin::Illustrative))
    );
    for activity in ["boxing", "gaming", "barbecue"] {
        assert!(partnership.activities.iter().any(|x| x.id == activity && x.origin == Some(Origin::Fact)));
    }
    for name in ["Katrien", "Staelens", "Carmen", "Leenknecht", "Selim", "Gabriel"] {
        assert!(!KOMBI.contains(name), "{name}");
    }
}

/// What a review, a network and a self-assessment have something to say about.
#[test]
fn kombi_has_records_with_something_in_them() {
    let plan = Plan::from_toml(KOMBI).unwrap();
    let records = &plan.records;
    assert_eq!(records.origin, Some(Origin::Illustrative));
    assert!(
        records.conflicts.iter().any(|x| x.closed.is_none()) && records.conflicts.iter().any(|x| x.closed.is_some())
    );
    assert!(records.memberships.iter().any(|x| x.person.is_none() && x.left.is_some()));
    assert!(records.actions.iter().any(|x| x.owner.is_none()) && records.actions.iter().any(|x| x.outcome.is_some()));
    assert!(records.attendance.iter().any(|x| x.present == Some(false)));
    assert!(records.recognitions.iter().all(|x| x.by.is_some()));
    let waves: std::collections::BTreeSet<_> = records.ties.iter().map(|tie| tie.wave.clone()).collect();
    assert_eq!(waves.len(), 2);
    // A delivery after the day on which it was needed.
    let gym = plan.partnership.as_ref().unwrap().needs.iter().find(|need| need.id == "gym").unwrap();
    assert!(records.deliveries.iter().any(|x| x.need == "gym" && Some(&x.date) > gym.by.as_ref()));
    assert!(records.events.len() > 30 && records.contributions.len() > 30);
}

#[test]
fn every_fault_of_form_at_once() {
    let text = "format = 1\ntitel = 'x'\nlanguages = ['en', 'de']\n\n[survey]\nlevel = 'high'\nnested = 1\n\n\
                [[indicators]]\nid = 'a'\nstatistic = 'mena'\nversion = 0\n\n[report]\nminimum_n = 10.5\n";
    same(
        form(text),
        &[
            ("unknown_key", "titel", 2),
            ("unknown_value", "languages[1]", 3),
            ("wrong_type", "survey.level", 6),
            ("wrong_type", "survey.nested", 7),
            ("unknown_value", "indicators[0](a).statistic", 11),
            ("out_of_range", "indicators[0](a).version", 12),
            ("missing_field", "indicators[0](a).title", 9),
            ("wrong_type", "report.minimum_n", 15),
        ],
    );
}

#[test]
fn json_has_lines_and_columns_too() {
    let error =
        Plan::from_json("{\"format\": 1,\n  \"title\": {\"en\": \"é\", \"de\": \"x\"},\n \"survey\": []}").unwrap_err();
    let faults: Vec<_> = error.faults().map(|x| (x.path.as_str(), x.line, x.column)).collect();
    assert_eq!(faults, [("title.de", Some(2), Some(24)), ("survey", Some(3), Some(12))]);
    assert_eq!(error.faults().nth(1).unwrap().allowed, ["a table"]);
}

#[test]
fn a_fault_names_the_nearest_and_what_is_allowed() {
    let error = Plan::from_toml("[survey]\nweigths = 'pw'").unwrap_err();
    let fault = error.faults().next().unwrap().clone();
    assert_eq!((fault.value.as_deref(), fault.column), (Some("weigths"), Some(1)));
    assert!(fault.message.contains("Did you mean `weights`?"), "{}", fault.message);
    assert!(fault.allowed.contains(&"strata".to_owned()));
}

#[test]
fn syntax_and_duplicate_keys() {
    same(form("title = \n[survey"), &[("syntax", "", 1), ("syntax", "", 2)]);
    same(form("title = 'a'\ntitle = 'b'"), &[("duplicate_key", "", 2)]);
    same(form("{\"title\": \"a\",\n\"title\": \"b\"}"), &[("duplicate_key", "title", 2)]);
    same(form("{\"title\": \"a\",}"), &[("syntax", "", 1)]);
    same(form("{\"title\": \"a\nb\"}"), &[("syntax", "", 1)]);
    same(form("{\n\"title\": \"a\tb\"}"), &[("syntax", "", 2)]);
    same(form("{\"format\": 1}\u{a0}"), &[("syntax", "", 1)]);
    same(form("{\"format\": 01}"), &[("syntax", "", 1)]);
    same(form("{\"title\": \"\\ud800\"}"), &[("syntax", "", 1)]);
    same(form("{} {}"), &[("syntax", "", 1)]);
    assert_eq!(Plan::from_json("").unwrap_err().kind(), FaultKind::Syntax);
    assert_eq!(Plan::from_json("[1]").unwrap_err().kind(), FaultKind::WrongType);
    assert_eq!(Plan::from_bytes(b"title = 'caf\xe9'").unwrap_err().kind(), FaultKind::Encoding);
}

#[test]
fn numbers_that_readers_would_not_share() {
    same(form("[report]\nminimum_n = 9007199254740993"), &[("out_of_range", "report.minimum_n", 2)]);
    same(form("[survey]\nlevel = inf"), &[("not_finite", "survey.level", 2)]);
    same(form("{\"survey\": {\"level\": 1e999}}"), &[("not_finite", "survey.level", 1)]);
    same(form("[survey]\nlevel = 2"), &[("out_of_range", "survey.level", 2)]);
    same(form("{\"languages\": [null]}"), &[("wrong_type", "languages[0]", 1)]);
    assert_eq!(form("{\"format\": 1.0, \"title\": null}"), []);
}

#[test]
fn another_format_is_told_alone() {
    same(form("format = 2\nnew_part = 1"), &[("unsupported_format", "format", 1)]);
    same(form("format = '1'"), &[("wrong_type", "format", 1)]);
}

#[test]
fn bounds_on_size_and_depth() {
    let large = format!("# {}", "x".repeat(cohesion_core::MAX_PLAN_BYTES));
    assert_eq!(Plan::from_toml(&large).unwrap_err().kind(), FaultKind::TooLarge);
    let many = 200_000;
    let deep = [
        format!("{{\"title\": {}{}}}", "[".repeat(many), "]".repeat(many)),
        "{\"a\":".repeat(many),
        format!("title = {}{}", "[".repeat(many), "]".repeat(many)),
        format!("title = {}", "{a=".repeat(many)),
        format!("{} = 1", vec!["a"; many].join(".")),
        format!("[{}]", vec!["a"; many].join(".")),
    ];
    for text in &deep {
        assert_eq!(Plan::parse(text).unwrap_err().kind(), FaultKind::TooDeep, "{}…", &text[..20]);
    }
    let nested = |depth: usize| format!("{{\"title\": {}1{}}}", "[".repeat(depth - 1), "]".repeat(depth - 1));
    let toml = |depth: usize| format!("title = {}1{}", "[".repeat(depth - 1), "]".repeat(depth - 1));
    for text in [nested(64), toml(64)] {
        assert_eq!(Plan::parse(&text).unwrap_err().kind(), FaultKind::WrongType);
    }
    for text in [nested(65), toml(65)] {
        assert_eq!(Plan::parse(&text).unwrap_err().kind(), FaultKind::TooDeep);
    }
    let mut value = serde_json::json!(1);
    for _ in 0..200 {
        value = serde_json::json!([value]);
    }
    assert_eq!(Plan::from_value(&value).unwrap_err().kind(), FaultKind::TooDeep);
}

#[test]
fn faults_beyond_a_thousand_are_counted() {
    let text = format!("languages = [{}]", "1,".repeat(5_000));
    let faults = Plan::from_toml(&text).unwrap_err().into_faults();
    assert_eq!(faults.len(), 1_001);
    assert!(faults.last().unwrap().message.starts_with("at least 4000 more"));
}

#[test]
fn ids_that_are_taken_or_name_nothing() {
    let text = "\
[[partnership.stakeholders]]
id = 'city'
name = 'City'
sector = 'local_authority'
[[partnership.stakeholders]]
id = 'city'
name = 'City again'
sector = 'local_authority'
roles = ['boss']
[[partnership.objectives]]
id = 'trust'
title = 'Trust'
shared_by = ['citi']
[[partnership.activities]]
id = 'talk'
title = 'Talk'
objectives = ['trust', 'trust', 'hope']
[[partnership.responsibilities]]
activity = 'walk'
accountable = ['police']
";
    same(
        meaning(text),
        &[
            ("duplicate_id", "partnership.stakeholders[1](city).id", 6),
            ("dangling_id", "partnership.stakeholders[1](city).roles[0]", 9),
            ("dangling_id", "partnership.objectives[0](trust).shared_by[0]", 13),
            ("duplicate_id", "partnership.activities[0](talk).objectives[1]", 17),
            ("dangling_id", "partnership.activities[0](talk).objectives[2]", 17),
            ("dangling_id", "partnership.responsibilities[0].activity", 19),
            ("dangling_id", "partnership.responsibilities[0].accountable[0]", 20),
        ],
    );
    let faults = Plan::from_toml(text).unwrap().check();
    let fault = faults.iter().find(|fault| fault.path.ends_with("shared_by[0]")).unwrap();
    assert!(fault.message.contains("Did you mean `city`?"), "{}", fault.message);
    assert_eq!((fault.value.as_deref(), fault.allowed.as_slice()), (Some("citi"), &["city".to_owned()][..]));
}

#[test]
fn cycles_are_forbidden() {
    let text = "\
partnership.objectives = [
  { id = 'a', title = 'A', parent = 'b' },
  { id = 'b', title = 'B', parent = 'a' },
  { id = 'c', title = 'C', parent = 'a' },
]
partnership.activities = [
  { id = 'x', title = 'X', after = ['y'] },
  { id = 'y', title = 'Y', after = ['x', 'z'] },
  { id = 'z', title = 'Z' },
  { id = 'w', title = 'W', after = ['x'] },
]
records.actions = [
  { id = 'p', opened = 2026-01-01, follows = 'q' },
  { id = 'q', opened = 2026-01-01, follows = 'p' },
  { id = 'r', opened = 2026-01-01, follows = 'r' },
]
";
    same(
        meaning(text),
        &[
            ("cycle", "partnership.objectives[0](a).parent", 2),
            ("cycle", "partnership.objectives[1](b).parent", 3),
            ("cycle", "partnership.activities[0](x).after", 7),
            ("cycle", "partnership.activities[1](y).after", 8),
            ("cycle", "records.actions[0](p).follows", 13),
            ("cycle", "records.actions[1](q).follows", 14),
            ("cycle", "records.actions[2](r).follows", 15),
        ],
    );
}

#[test]
fn dates_that_cannot_be() {
    let text = "\
[partnership]
start = '2026-02-30'
[[partnership.activities]]
id = 'a'
title = 'A'
start = 2026-05-01
end = 2026-04-30
[[partnership.channels]]
id = 'm'
medium = 'meeting'
start = 2026-01-10
[[partnership.stakeholders]]
id = 's'
name = 'S'
sector = 'business'
joined = 2026-03-01
left = 2026-02-01
[survey]
wave = 'wave'
waves = [{ id = '2', date = 2026-01-01 }, { id = '1', date = 2025-01-01 }]
[[records.events]]
id = 'e'
date = 2026-01-09
channel = 'm'
[[records.memberships]]
stakeholder = 's'
joined = 2026-01-02
left = 2026-01-01
[[records.conflicts]]
id = 'k'
opened = 2026-01-02T10:00:00
";
    same(
        meaning(text),
        &[
            ("impossible_date", "partnership.start", 2),
            ("impossible_date", "partnership.stakeholders[0](s).left", 17),
            ("impossible_date", "partnership.activities[0](a).end", 7),
            ("impossible_date", "survey.waves[1](1).date", 20),
            ("impossible_date", "records.events[0](e).date", 23),
            ("impossible_date", "records.conflicts[0](k).opened", 31),
            ("impossible_date", "records.memberships[0].left", 28),
        ],
    );
}

#[test]
fn agreed_shares_sum_to_one() {
    let plan = |shares: &[f64]| {
        let rows: Vec<String> = shares
            .iter()
            .enumerate()
            .map(|(i, share)| format!("{{ id = 's{i}', name = 'S', sector = 'x', agreed_share = {share:?} }}"))
            .collect();
        format!("partnership.stakeholders = [{}]", rows.join(", "))
    };
    same(meaning(&plan(&[0.1, 0.2, 0.7])), &[]);
    same(meaning(&plan(&[1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0])), &[]);
    same(meaning(&plan(&[0.3, 0.3, 0.3])), &[("inconsistent", "partnership.stakeholders", 1)]);
    same(meaning(&plan(&[0.5, 0.500001])), &[("inconsistent", "partnership.stakeholders", 1)]);
    same(form(&plan(&[1.5])), &[("out_of_range", "partnership.stakeholders[0](s0).agreed_share", 1)]);
}

#[test]
fn persons_are_ids() {
    let text = "\
[[partnership.stakeholders]]
id = 's'
name = 'S'
sector = 'x'
representatives = ['p01', 'Jo Smith', 'jo@example.org', 'p01']
[[records.memberships]]
stakeholder = 's'
person = 'Jo Smith'
joined = 2026-01-01
";
    same(
        meaning(text),
        &[
            ("personal_data", "partnership.stakeholders[0](s).representatives[1]", 5),
            ("personal_data", "partnership.stakeholders[0](s).representatives[2]", 5),
            ("duplicate_id", "partnership.stakeholders[0](s).representatives[3]", 5),
            ("personal_data", "records.memberships[0].person", 8),
        ],
    );
    for fault in Plan::from_toml(text).unwrap().check() {
        assert!(!format!("{fault:?}").contains("Smith") && !format!("{fault:?}").contains("example"), "{fault:?}");
    }
}

#[test]
fn indicators_that_cannot_be_computed() {
    let text = "\
[[codebook.variables]]
id = 'q'
type = 'ordinal'
[[indicators]]
id = 'both'
title = 'x'
variable = 'q'
scale = 'none'
[[indicators]]
id = 'neither'
title = 'x'
target = { value = 2, by = 2026-01-01, baseline_date = 2026-06-01 }
[[indicators]]
id = 'share'
title = 'x'
statistic = 'share'
variable = 'q1'
target = { value = 40, baseline = 0.5 }
orientation = 'higher_is_better'
[[indicators]]
id = 'mean'
title = 'x'
variable = 'q'
at_least = 4
missing = { dont_know = 'in' }
where = { variable = 'z' }
target = { value = 3, baseline = 4 }
orientation = 'higher_is_better'
[[indicators]]
id = 'bands'
title = 'x'
variable = 'q'
bands = [
  { id = 'low', to = 2 },
  { id = 'high', from = 2 },
  { id = 'high', from = 5, to = 4 },
]
[[indicators]]
id = 'neutral'
title = 'x'
variable = 'q'
orientation = 'neutral'
target = { value = 3 }
[[indicators]]
id = 'register'
title = 'x'
type = 'register'
";
    same(
        meaning(text),
        &[
            ("inconsistent", "indicators[0](both).scale", 8),
            ("dangling_id", "indicators[0](both).scale", 8),
            ("missing_field", "indicators[1](neither).variable", 9),
            ("impossible_date", "indicators[1](neither).target.by", 12),
            ("missing_field", "indicators[1](neither).orientation", 9),
            ("dangling_id", "indicators[2](share).variable", 17),
            ("missing_field", "indicators[2](share).values", 13),
            ("out_of_range", "indicators[2](share).target.value", 18),
            ("dangling_id", "indicators[3](mean).where.variable", 26),
            ("inconsistent", "indicators[3](mean).at_least", 24),
            ("inconsistent", "indicators[3](mean).missing.dont_know", 25),
            ("inconsistent", "indicators[3](mean).target.value", 27),
            ("missing_field", "indicators[3](mean).where.values", 26),
            ("duplicate_id", "indicators[4](bands).bands[2](high).id", 36),
            ("inconsistent", "indicators[4](bands).bands[1](high).from", 35),
            ("out_of_range", "indicators[4](bands).bands[2](high)", 36),
            ("inconsistent", "indicators[4](bands).bands[2](high).from", 36),
            ("inconsistent", "indicators[5](neutral).target", 43),
        ],
    );
}

#[test]
fn codebooks_that_contradict_themselves() {
    let text = "\
[[codebook.variables]]
id = 'q'
type = 'ordinal'
codes = [{ value = 1 }, { value = '1' }, { value = 9 }]
missing = { dont_know = [9, 8], refused = [8] }
[[codebook.variables]]
id = 'n'
type = 'number'
range = { min = 0, max = 100 }
codes = [{ value = 101 }, { value = 'many' }]
missing = { dont_know = [99] }
[[codebook.variables]]
id = 'q'
type = 'text'
range = { min = 2, max = 1 }
";
    same(
        meaning(text),
        &[
            ("duplicate_id", "codebook.variables[2](q).id", 13),
            ("duplicate_id", "codebook.variables[0](q).codes[1].value", 4),
            ("inconsistent", "codebook.variables[0](q).missing.dont_know[0]", 5),
            ("duplicate_id", "codebook.variables[0](q).missing.refused[0]", 5),
            ("inconsistent", "codebook.variables[1](n).codes[1].value", 10),
            ("inconsistent", "codebook.variables[1](n).missing.dont_know[0]", 11),
            ("out_of_range", "codebook.variables[1](n).codes[0].value", 10),
            ("inconsistent", "codebook.variables[2](q).range", 15),
            ("out_of_range", "codebook.variables[2](q).range", 15),
        ],
    );
}

#[test]
fn surveys_that_contradict_themselves() {
    let text = "\
[[codebook.variables]]
id = 'year'
type = 'ordinal'
codes = [{ value = 2024 }]
[[codebook.variables]]
id = 'w'
type = 'nominal'
[survey]
weights = 'w'
by = ['area', 'area']
pairing = 'persons'
fpc = ['N1', 'N2']
nested = true
wave = 'year'
waves = [{ id = '2024' }, { id = '2026' }]
[[scales]]
id = 's'
range = [1, 5]
items = [{ variable = 'missing' }, { variable = 'year' }]
";
    same(
        meaning(text),
        &[
            ("dangling_id", "scales[0](s).items[0].variable", 19),
            ("missing_field", "survey.person", 8),
            ("dangling_id", "survey.waves[1](2026).id", 15),
            ("duplicate_id", "survey.by[1]", 10),
            ("inconsistent", "survey.fpc", 12),
            ("inconsistent", "survey.nested", 13),
            ("dangling_id", "survey.by[0]", 10),
            ("dangling_id", "survey.by[1]", 10),
            ("inconsistent", "survey.weights", 9),
        ],
    );
}

#[test]
fn records_that_cannot_be() {
    let text = "\
[[partnership.stakeholders]]
id = 'a'
name = 'A'
sector = 'x'
[[records.ties]]
from = 'a'
to = 'a'
wave = 'w9'
[[records.events]]
id = 'e'
date = 2026-01-01
channel = 'none'
[[records.events]]
id = 'e'
date = 2026-01-02
[[records.attendance]]
event = 'f'
stakeholder = 'a'
[[records.actions]]
id = 'x'
opened = 2026-01-02
status = 'done'
indicator = 'i'
";
    same(
        meaning(text),
        &[
            ("dangling_id", "records.events[0](e).channel", 12),
            ("duplicate_id", "records.events[1](e).id", 14),
            ("dangling_id", "records.attendance[0].event", 17),
            ("dangling_id", "records.actions[0](x).indicator", 23),
            ("inconsistent", "records.actions[0](x).closed", 19),
            ("dangling_id", "records.ties[0].wave", 8),
            ("inconsistent", "records.ties[0].to", 7),
        ],
    );
}

#[test]
fn tables_of_records_are_judged_like_rows() {
    let plan = Plan::from_toml(KOMBI).unwrap();
    let table = |columns: Vec<Column<'static>>| Table::new(columns).unwrap();
    let contributions = table(vec![
        Column::text("date", [Some("2025-05-01"), Some("01/05/2025"), None]),
        Column::text("stakeholder", [Some("city"), Some("polise"), Some("police")]),
        Column::text("kind", [Some("money"), Some("time"), Some("time")]),
        Column::text("amount", [Some("3,5"), Some("much"), Some("-1")]),
        Column::text("staus", [Some("given"), Some("given"), Some("given")]),
    ]);
    let conflicts = table(vec![
        Column::text("id", [Some("k9")]),
        Column::text("opened", [Some("2025-05-01")]),
        Column::text("parties", [Some("city; polise")]),
        Column::text("mediated", [Some("maybe")]),
    ]);
    let attendance = table(vec![Column::text("event", [Some("e1")]), Column::text("stakeholder", [Some("city")])]);
    let deliveries = table(vec![Column::text("date", [Some("2025-05-01")])]);
    let tables = BTreeMap::from([
        ("contributions".to_owned(), contributions),
        ("conflicts".to_owned(), conflicts),
        ("attendence".to_owned(), attendance),
        ("deliveries".to_owned(), deliveries),
    ]);
    let faults: Vec<_> = plan.check_records(&tables).into_iter().map(|x| (x.kind.as_str(), x.path)).collect();
    let faults: Vec<_> = faults.iter().map(|(kind, path)| (*kind, path.as_str())).collect();
    assert_eq!(
        faults,
        [
            ("unknown_key", "records.attendence"),
            ("unknown_key", "records.contributions.staus"),
            ("missing_column", "records.deliveries.need"),
            ("missing_column", "records.deliveries.stakeholder"),
            ("missing_column", "records.deliveries.amount"),
            ("inconsistent", "records.conflicts"),
            ("inconsistent", "records.contributions"),
            ("inconsistent", "records.deliveries"),
            ("dangling_id", "records.conflicts[0](k9).parties[1]"),
            ("wrong_type", "records.conflicts[0](k9).mediated"),
            ("impossible_date", "records.contributions[1].date"),
            ("dangling_id", "records.contributions[1].stakeholder"),
            ("wrong_type", "records.contributions[1].amount"),
            ("missing_field", "records.contributions[2].date"),
            ("out_of_range", "records.contributions[2].amount"),
        ]
    );
}

#[test]
fn inline_rows_pass_as_tables() {
    let plan = Plan::from_toml(KOMBI).unwrap();
    let mut value = plan.value().clone();
    let records = value.as_object_mut().unwrap().remove("records").unwrap();
    let rows = RecordKind::ALL
        .into_iter()
        .map(|kind| (kind, serde_json::from_value(records[kind.as_str()].clone()).unwrap()))
        .collect();
    assert_eq!(Plan::from_value(&value).unwrap().check_record_rows(&rows), []);
}

#[test]
fn a_codebook_is_guessed_from_a_table() {
    let twenty_one: Vec<f64> = (18..39).map(f64::from).collect();
    let pad = |values: &[f64]| (0..21).map(|i| values[i % values.len()]).collect::<Vec<f64>>();
    let text = |texts: &[&'static str]| (0..21).map(|i| Some(texts[i % texts.len()])).collect::<Vec<_>>();
    let table = Table::new(vec![
        Column::number("trust", pad(&[1.0, 2.0, 3.0, 4.0, 5.0, 8.0, 9.0])),
        Column::number("seven", pad(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0])),
        Column::number("ten", pad(&[0.0, 5.0, 10.0, 77.0, 88.0, 99.0, -1.0])),
        Column::number("age", twenty_one),
        Column::text("home", text(&["oui", "non", "Ne sait pas", "refus"])),
        Column::text("wijk", text(&["Dampoort", "Ledeberg", "weet niet", "niet van toepassing"])),
        Column::text("typed", text(&["1", "2", "9"])),
        Column::text("empty", [None::<&str>; 21]),
    ])
    .unwrap();
    let codebook = Plan::codebook_from(&table);
    let of = |id: &str| codebook.variable(id).unwrap();
    let numbers = |codes: &[Code]| codes.iter().map(|code| code.as_number().unwrap()).collect::<Vec<_>>();
    let valid = |id: &str| of(id).codes.iter().map(|code| code.value.label()).collect::<Vec<_>>();
    assert_eq!((of("trust").kind, valid("trust").concat()), (VariableType::Ordinal, "12345".into()));
    assert_eq!(numbers(&of("trust").missing.dont_know), [8.0, 9.0]);
    assert_eq!((valid("seven").len(), of("seven").missing.is_empty()), (7, true));
    assert_eq!(
        (valid("ten"), numbers(&of("ten").missing.dont_know)),
        (vec!["0".to_owned(), "5".into(), "10".into()], vec![-1.0, 77.0, 88.0, 99.0])
    );
    assert_eq!((of("age").kind, of("age").range.unwrap().max), (VariableType::Number, Some(38.0)));
    assert_eq!((of("home").kind, valid("home")), (VariableType::Nominal, vec!["non".to_owned(), "oui".into()]));
    assert_eq!(of("home").meaning(&"Ne sait pas".into()), CodeMeaning::Missing(MissingKind::DontKnow));
    assert_eq!(of("home").meaning(&"refus".into()), CodeMeaning::Missing(MissingKind::Refused));
    assert_eq!(of("wijk").meaning(&"niet van toepassing".into()), CodeMeaning::Missing(MissingKind::NotApplicable));
    assert_eq!((of("typed").kind, of("empty").kind), (VariableType::Ordinal, VariableType::Text));
    let document = cohesion_core::PlanDocument { codebook: Some(codebook), ..Default::default() };
    let plan = Plan::from_document(&document).unwrap();
    assert_eq!(plan.check(), []);
    assert_eq!(Plan::from_toml(&plan.to_toml().unwrap()).unwrap(), plan);
}

#[test]
fn a_plan_reads_back_from_every_form() {
    for text in [SOMERVILLE, KOMBI] {
        let plan = Plan::from_toml(text).unwrap();
        assert_eq!(Plan::from_json(&plan.to_json()).unwrap().hash(), plan.hash());
        assert_eq!(Plan::from_toml(&plan.to_toml().unwrap()).unwrap().hash(), plan.hash());
        assert_eq!(Plan::from_value(plan.value()).unwrap().hash(), plan.hash());
        let keys: Vec<_> = plan.value().as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys[..2], ["format", "languages"], "keys stand as they were written");
    }
}

#[test]
fn the_hash_is_of_what_was_written() {
    let toml = Plan::from_toml("format = 1\n# a comment\n[survey]\nlevel = 0.95\nwaves = [{id='a', date=2026-01-02}]")
        .unwrap();
    let json =
        r#"{"survey": {"waves": [{"date": "2026-01-02", "id": "a"}], "level": 9.5e-1, "wave": null}, "format": 1.0}"#;
    assert_eq!(toml.hash(), Plan::from_json(json).unwrap().hash());
    let other = Plan::from_toml("format = 1\n[survey]\nwaves = [{id='a', date=2026-01-02}]").unwrap();
    assert_ne!(toml.hash(), other.hash(), "a default that is written is part of the document");
    assert_eq!(toml.hash().len(), 64);
}

#[test]
fn files() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/");
    assert_eq!(Plan::read(format!("{folder}kombi.toml")).unwrap(), Plan::from_toml(KOMBI).unwrap());
    assert_eq!(Plan::read(format!("{folder}none.toml")).unwrap_err().kind(), FaultKind::File);
    assert_eq!(Plan::from_bytes("\u{feff}title = 'x'".as_bytes()).unwrap(), Plan::from_toml("title = 'x'").unwrap());
}
