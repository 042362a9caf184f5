//! Reviews: what is said, to whom, in every language; and what does not depend on the order of rows.

use std::collections::BTreeMap;

use cohesion_core::chart::{self, ReviewPicture};
use cohesion_core::{
    Column, FindingCode, Language, PastFinding, Plan, PublishedReview, ReportAudience, Review, ReviewOptions,
    ReviewPart, Table, finding_help, finding_meaning, report,
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A partnership in which every kind of weak point can be found.
fn weak_plan() -> Plan {
    let who = |id: &str, sector: &str| json!({ "id": id, "name": { "en": format!("{id} EN"), "fr": format!("{id} FR"), "nl": format!("{id} NL") }, "sector": sector });
    let mut stakeholders =
        vec![who("zebra", "business"), who("yak", "resident"), who("xerus", "police"), who("wombat", "school")];
    stakeholders[0]["publish"] = json!(true);
    stakeholders[3]["joined"] = json!("2024-01-01");
    stakeholders[3]["left"] = json!("2026-01-31");
    Plan::from_value(&json!({ "partnership": {
        "name": "Weak", "start": "2024-01-01", "expected_sectors": ["association"],
        "stakeholders": stakeholders,
        "roles": [{ "id": "lead", "title": "Lead" }],
        "objectives": [{ "id": "one", "title": "One" }, { "id": "two", "title": "Two", "owner": "zebra", "shared_by": ["zebra"] }],
        "activities": [{ "id": "a", "title": "Alpha", "objectives": ["two"], "start": "2024-02-01" }, { "id": "b", "title": "Beta" },
                       { "id": "c", "title": "Gamma", "objectives": ["two"] }, { "id": "d", "title": "Delta", "objectives": ["two"] }],
        "responsibilities": [{ "activity": "a", "responsible": ["zebra"], "accountable": ["xerus"] },
                             { "activity": "c", "responsible": ["zebra"], "accountable": ["zebra", "xerus"] },
                             { "activity": "d", "responsible": ["zebra"], "accountable": ["wombat"] }],
        "results": [{ "id": "r1", "title": "R1", "level": "outcome", "follows": ["r2"] }, { "id": "r2", "title": "R2", "level": "impact", "follows": ["r1"] },
                    { "id": "r3", "title": "R3", "level": "output" }],
        "channels": [{ "id": "talk", "title": "Talk", "medium": "meeting", "audience": ["partners"], "cadence": { "unit": "month" }, "start": "2025-01-01" },
                     { "id": "letter", "title": "Letter", "medium": "newsletter", "audience": ["residents"], "cadence": { "unit": "month" }, "start": "2025-01-01" }],
        "needs": [{ "id": "n1", "what": "Need 1", "kind": "space", "amount": 1, "by": "2025-01-01" }, { "id": "n2", "what": "Need 2", "kind": "space", "by": "2026-12-01" },
                  { "id": "n3", "what": "Need 3", "kind": "space", "amount": 1, "by": "2025-01-01" }],
        "agreed_shares": [{ "kind": "time", "shares": [{ "stakeholder": "zebra", "share": 0.5 }, { "stakeholder": "yak", "share": 0.5 }] }],
    } }))
    .unwrap()
}

fn table(columns: &Value) -> Table<'static> {
    let column = |(name, cells): (&String, &Value)| {
        let cells = cells.as_array().unwrap();
        if cells.iter().all(Value::is_number) {
            return Column::number(name.as_str(), cells.iter().map(|x| x.as_f64().unwrap()).collect::<Vec<_>>());
        }
        Column::text(name.as_str(), cells.iter().map(Value::as_str))
    };
    Table::new(columns.as_object().unwrap().iter().map(column).collect()).unwrap()
}

fn weak_records() -> BTreeMap<String, Table<'static>> {
    let tables = json!({
        "events": { "id": ["e1", "e2", "e3"], "date": ["2025-01-10", "2025-02-10", "2025-03-10"], "channel": ["talk", "talk", "talk"] },
        "attendance": { "event": ["e1", "e2", "e3"], "stakeholder": ["zebra", "zebra", "zebra"] },
        "contributions": { "date": ["2025-01-01", "2025-01-02", "2025-01-03"], "stakeholder": ["zebra", "zebra", "yak"], "kind": ["time", "money", "time"], "amount": [9, 5, 1], "unit": ["h", "EUR", "h"] },
        "deliveries": { "date": ["2025-02-01"], "need": ["n3"], "stakeholder": ["zebra"], "amount": [1] },
        "recognitions": { "date": ["2025-02-01"], "stakeholder": ["yak"] },
        "memberships": { "stakeholder": ["yak", "yak"], "person": ["p1", "p2"], "joined": ["2024-01-01", "2024-01-01"], "left": ["2025-12-01", "2025-12-02"] },
        "conflicts": { "id": ["k1", "k2"], "opened": ["2025-01-01", "2025-02-01"], "parties": ["zebra;xerus", "xerus;zebra"], "mediated": ["false", "false"] },
        "actions": { "id": ["t1"], "finding": ["conflicts_recur:xerus:zebra"], "opened": ["2025-03-01"], "due": ["2025-04-01"] },
    });
    tables.as_object().unwrap().iter().map(|(name, columns)| (name.clone(), table(columns))).collect()
}

fn weak_review() -> Review {
    weak_plan().review(&weak_records(), ReviewOptions::new("2026-06-30")).unwrap()
}

#[test]
fn every_finding_has_its_sentence_in_every_language() {
    let review = weak_review();
    let codes: std::collections::BTreeSet<FindingCode> = review.findings.iter().map(|finding| finding.code).collect();
    assert!(codes.len() >= 33, "{} codes: {codes:?}", codes.len());
    for language in Language::ALL {
        let sentences = report::finding_texts(&review, language);
        for (finding, sentence) in review.findings.iter().zip(&sentences) {
            assert!(sentence.ends_with('.') && !sentence.contains(['{', '}']), "{language:?}: {sentence}");
            assert!(!sentence.contains("  ") && !sentence.contains('_'), "{language:?}: {sentence}");
            assert!(finding_meaning(finding.code, language).ends_with('.'));
            if let Some(help) = finding_help(finding.code, language) {
                assert!(help.ends_with('.'));
            }
        }
        let text = report::review_text(&review, language);
        assert_eq!(text.lines().filter(|line| line.starts_with("- ")).count(), sentences.len());
        let others = Language::ALL.into_iter().filter(|other| *other != language);
        for other in others {
            let name = format!("zebra {}", other.tag().to_uppercase());
            assert!(!text.contains(&name), "{language:?} holds {name}");
        }
    }
}

/// Ids of others than those who agreed, of conflicts and of persons stand nowhere in what residents are given.
#[test]
fn residents_are_told_of_no_single_stakeholder() {
    let review = weak_review();
    let published = review.publish();
    assert_eq!(PublishedReview::from_json(&published.to_json()).unwrap(), published);
    for wrong in [PublishedReview::from_json(&review.to_json()).err(), Review::from_json(&published.to_json()).err()] {
        assert_eq!(wrong.unwrap().path(), "kind");
    }
    let value: Value = serde_json::from_str(&published.to_json()).unwrap();
    for never in ["/actions", "/conflicts/rows", "/conflicts/curves", "/retention/at_risk", "/findings/0/records"] {
        assert!(value.pointer(never).is_none(), "{never}");
    }
    let mut all = vec![published.to_json()];
    for language in Language::ALL {
        all.push(report::review_html(&review, language, ReportAudience::Residents));
        all.push(report::review_html_fragment(&published, language, ReportAudience::Partners));
        all.push(report::review_markdown(&review, language, ReportAudience::Residents));
        all.extend(ReviewPicture::ALL.map(|picture| chart::review(&published, picture, language).to_string()));
    }
    for text in &all {
        for name in ["yak", "xerus", "wombat", "\"k1\"", "\"p1\"", "\"t1\""] {
            assert!(!text.contains(name), "{name} in {text}");
        }
    }
    let partners = report::review_html(&review, Language::En, ReportAudience::Partners);
    assert!(["yak EN", "xerus EN", "k1"].iter().all(|name| partners.contains(name)));
    let counted: u32 = published.withheld.iter().map(|row| row.n).sum();
    assert_eq!(counted as usize + published.findings.len(), review.findings.len());
    assert!(published.withheld.iter().any(|row| row.part == ReviewPart::Conflicts));
    assert!(published.shares.ledgers.iter().all(|ledger| ledger.concentration.is_none()));
}

#[test]
fn pictures_say_their_extremes_and_what_is_hidden() {
    let review = weak_review();
    fn alternative<'r>(review: impl Into<report::ShownReview<'r>>, picture: ReviewPicture) -> String {
        chart::alternative(&chart::review(review, picture, Language::En)).to_owned()
    }
    assert_eq!(
        alternative(&review, ReviewPicture::Responsibilities),
        "Who does what in each activity. Most: zebra EN: 3. Least: yak EN: 0."
    );
    let load = alternative(&review, ReviewPicture::Load);
    assert!(load.contains("Most: zebra EN: 90%.") && load.contains("Least: xerus EN: 0%."), "{load}");
    let timeline = alternative(&review, ReviewPicture::Timeline);
    assert!(timeline.ends_with("Activities: 1. Meetings: 3. Conflicts: 2."), "{timeline}");
    let hidden = alternative(&review.publish(), ReviewPicture::Timeline);
    assert!(hidden.ends_with("Activities: 1. Meetings: 3. not shown: 2."), "{hidden}");
    let retention = alternative(&review, ReviewPicture::Retention);
    assert!(retention.contains("Most: 100%. Least: 0%"), "{retention}");
    assert!(ReviewPicture::ALL.iter().all(|picture| ReviewPicture::parse(picture.as_str()) == Ok(*picture)));
    assert_eq!(ReviewPicture::parse("x").unwrap_err().path(), "picture");
}

#[test]
fn a_review_says_what_it_could_not_judge() {
    let review = weak_plan().review(&BTreeMap::new(), ReviewOptions::new("2026-06-30")).unwrap();
    assert!(!review.judged.contains(&FindingCode::ConflictOpenLong));
    assert!(review.findings.iter().all(|finding| review.judged.contains(&finding.code)));
    let page = report::review_markdown(&review, Language::En, ReportAudience::Partners);
    assert!(page.contains("no records were given of conflicts"), "{page}");
}

/// The records of a large ledger are judged by their different cells; a fault in one of them is found with its row.
#[test]
fn a_fault_in_a_large_table_names_its_row() {
    let rows = 5_000;
    let mut who = vec![Some("zebra"); rows];
    who[4_321] = Some("zebar");
    let columns = vec![
        Column::text("date", vec![Some("2025-01-01"); rows]),
        Column::text("stakeholder", who),
        Column::text("kind", vec![Some("time"); rows]),
        Column::number("amount", vec![1.0; rows]),
    ];
    let tables = BTreeMap::from([("contributions".to_owned(), Table::new(columns).unwrap())]);
    let error = weak_plan().review(&tables, ReviewOptions::new("2026-06-30")).unwrap_err();
    assert_eq!((error.kind().as_str(), error.path()), ("dangling_id", "records.contributions[4321].stakeholder"));
    assert_eq!(error.faults().count(), weak_plan().check_records(&tables).len());
}

/// Six partners, a line of ties of which "c" holds the ends together, one without ties, ratings of two waves.
fn tied_and_rated(answers: [&[f64]; 2]) -> (Plan, BTreeMap<String, Table<'static>>) {
    let ids = ["a", "b", "c", "d", "e", "f"];
    let one = |id: &&str| json!({ "id": id, "name": id.to_uppercase(), "sector": "association" });
    let plan = Plan::from_value(&json!({
        "partnership": {
            "stakeholders": ids.iter().map(one).collect::<Vec<_>>(),
            "assessment": { "wave": "wave", "concern": 3, "strength": 4, "dimensions": [{ "id": "open", "title": "Openness", "variable": "open" }] },
        },
        "survey": { "wave": "wave", "waves": [{ "id": "w1", "date": "2025-01-01" }, { "id": "w2", "date": "2026-01-01" }, { "id": "w3", "date": "2027-01-01" }] },
    }))
    .unwrap();
    let text = |cells: Vec<&'static str>| cells.into_iter().map(Some).collect::<Vec<_>>();
    let ratings = Table::new(vec![
        Column::text("organisation", text([ids, ids].concat())),
        Column::text("wave", text([["w1"; 6], ["w2"; 6]].concat())),
        Column::number("open", answers.concat()),
    ]);
    let ties = Table::new(vec![
        Column::text("from", text(vec!["a", "b", "c", "d", "f"])),
        Column::text("to", text(vec!["b", "c", "d", "e", "a"])),
        Column::text("wave", text(vec!["w2", "w2", "w2", "w2", "w3"])),
    ]);
    (plan, BTreeMap::from([("assessment".to_owned(), ratings.unwrap()), ("ties".to_owned(), ties.unwrap())]))
}

#[test]
fn ratings_and_ties_are_part_of_the_review() {
    let low = [2.0, 2.0, 1.0, 2.0, 2.0, 1.0];
    let (plan, tables) = tied_and_rated([&[4.0, 4.0, 4.0, 4.0, 5.0, 4.0], &low]);
    let review = plan.review(&tables, ReviewOptions::new("2026-06-30")).unwrap();
    let of = |code| review.findings.iter().filter(|x| x.code == code).map(|x| x.id.as_str()).collect::<Vec<_>>();
    assert_eq!(of(FindingCode::RatedAsConcern), ["rated_as_concern:open"]);
    assert_eq!(of(FindingCode::RatedLower), ["rated_lower:open"]);
    assert_eq!(of(FindingCode::PartnerWithoutTies), ["partner_without_ties:f"]);
    // By what the loss of each cuts off: the middle two, the ends one.
    let through: Vec<(&str, Option<f64>)> = review
        .findings
        .iter()
        .filter(|x| x.code == FindingCode::ConnectedThroughOne)
        .map(|x| (x.subject.as_deref().unwrap(), x.evidence["n"].as_number()))
        .collect();
    assert_eq!(through, [("c", Some(2.0)), ("b", Some(1.0)), ("d", Some(1.0))]);
    let sentences = report::finding_texts(&review, Language::Nl);
    assert!(
        sentences.contains(&"Voor de partners is “Openness” een aandachtspunt: 1,67, onder 3,00.".to_owned()),
        "{sentences:?}"
    );
    assert_eq!(review.networks[0].wave.as_deref(), Some("w2"), "the third wave lies after the day of the review");
    assert_eq!(review.networks[0].summary.value("isolates"), Some(1.0));
    assert_eq!(review.self_assessment.as_ref(), Some(&plan.assess(&tables["assessment"]).unwrap()));
    for language in Language::ALL {
        let page = report::review_html(&review, language, ReportAudience::Partners);
        assert!(page.contains("id=\"cc-self-assessment\"") && page.contains("id=\"cc-network-1\""), "{page}");
        let map = chart::review(&review, ReviewPicture::Network, language);
        assert!(map.to_string().contains("\"name\":\"C\"") && chart::alternative(&map).contains('6'));
        assert!(!chart::alternative(&chart::review(&review, ReviewPicture::Loss, language)).is_empty());
    }
    let shared = review.publish();
    assert!(shared.networks[0].partners.rows.is_empty());
    let json = shared.to_json();
    assert!(["\"ties\":", "\"by_organisation\":", "\"largest_share\":"].iter().all(|never| !json.contains(never)));
    assert!(shared.findings.iter().all(|x| x.stakeholders.is_empty()));
}

/// What those who agreed let be read must not give the others away: by subtraction, by a hash that confirms a guess, by a
/// measure that few values solve.
#[test]
fn what_is_published_cannot_be_solved_for_the_rest() {
    let source = include_str!("../../examples/kombi.toml");
    let ratings = cohesion_core::read_csv(include_bytes!("../../examples/kombi.csv")).unwrap().table;
    let tables = BTreeMap::from([("assessment".to_owned(), ratings)]);
    let all = source.replace("\nsector =", "\npublish = true\nsector =");
    let all_but_one = all.replacen("\npublish = true", "", 1);
    for (document, agreed) in [(source, false), (all_but_one.as_str(), false), (all.as_str(), true)] {
        let review = Plan::from_toml(document).unwrap().review(&tables, ReviewOptions::new("2026-06-30")).unwrap();
        let published = review.publish();
        assert!(!review.provenance.table_hashes.is_empty());
        let json: Value = serde_json::from_str(&published.to_json()).unwrap();
        let mut hashes = 0;
        every(&json, &mut |key, value| {
            if key == "table_hashes" {
                hashes += value.as_array().unwrap().len();
            }
        });
        assert_eq!(hashes, 0);
        assert_eq!(published.shares.ledgers.iter().any(|ledger| !ledger.rows.is_empty()), agreed);
        assert_eq!(published.shares.ledgers.iter().any(|ledger| ledger.concentration.is_some()), agreed);
        assert_eq!(published.shares.recognition.is_empty(), !agreed);
        assert_eq!(published.responsibilities.loads.is_empty(), !agreed);
        assert_eq!(published.retention.turnover.iter().any(|row| row.stakeholder.is_some()), agreed);
        assert_eq!(published.retention.comparison.chi_square.is_some(), agreed);
        assert_eq!(published.networks.iter().any(|of| of.received.is_some() || !of.partners.rows.is_empty()), agreed);
        if !agreed {
            let few = published.shares.ledgers.iter().filter(|ledger| ledger.total.is_none() && ledger.n == 0);
            assert!(few.count() >= 3, "one giver of expertise, one of material, two of space");
            assert!(published.retention.turnover.iter().all(|row| row.years == row.years.round()));
            let share = |code: FindingCode| code.as_str().ends_with("_agreed_share");
            assert!(review.findings.iter().any(|x| share(x.code)));
            assert!(!published.findings.iter().any(|x| share(x.code)));
        }
    }
}

/// What is gone may name those who did not agree, in a list beside its sentence.
#[test]
fn past_findings_name_nobody_who_did_not_agree() {
    let before = weak_review();
    let mended = Plan::from_value(&{
        let mut document = weak_plan().value().clone();
        document["partnership"]["responsibilities"][1]["accountable"] = json!(["zebra"]);
        document
    })
    .unwrap();
    let later = mended.review(&weak_records(), ReviewOptions::new("2026-07-31").previous(&before)).unwrap();
    let listed = |past: &[PastFinding]| {
        let past = past.iter().find(|past| past.id == "several_accountable:c").unwrap();
        past.evidence.contains_key("stakeholders")
    };
    assert!(listed(&later.past_findings) && !listed(&later.publish().past_findings));
}

/// Every key of a document with its value.
fn every(value: &Value, found: &mut dyn FnMut(&str, &Value)) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| {
            found(key, value);
            every(value, found);
        }),
        Value::Array(list) => list.iter().for_each(|value| every(value, found)),
        _ => {}
    }
}

/// An empty sum of floats is -0 in Rust; what readers compare holds none.
#[test]
fn there_is_no_negative_zero() {
    let kombi = Plan::from_toml(include_str!("../../examples/kombi.toml")).unwrap();
    let ratings = cohesion_core::read_csv(include_bytes!("../../examples/kombi.csv")).unwrap().table;
    let tables = BTreeMap::from([("assessment".to_owned(), ratings)]);
    let review = kombi.review(&tables, ReviewOptions::new("2026-06-30")).unwrap();
    assert!(review.to_json().contains("0.0"));
    for text in [review.to_json(), review.publish().to_json(), weak_review().to_json()] {
        assert!(!text.contains("-0.0,") && !text.contains("-0.0]") && !text.contains("-0.0}"));
    }
}

#[test]
fn what_ratings_do_not_show_is_no_finding() {
    // The interval of the last wave crosses the cut point; the day of the review lies before it.
    let wide = [1.0, 5.0, 1.0, 5.0, 1.0, 4.0];
    let (plan, mut tables) = tied_and_rated([&[3.0; 6], &wide]);
    let review = plan.review(&tables, ReviewOptions::new("2026-06-30")).unwrap();
    let rated = |review: &Review| review.findings.iter().any(|x| x.code.part() == ReviewPart::SelfAssessment);
    assert!(!rated(&review) && review.judged.contains(&FindingCode::RatedAsConcern));
    let before = plan.review(&tables, ReviewOptions::new("2025-06-30")).unwrap();
    assert_eq!(before.self_assessment.as_ref().unwrap().wave.as_deref(), Some("w1"));
    assert!(before.networks.is_empty() && !before.judged.contains(&FindingCode::PartnerWithoutTies));
    assert!(
        before.notes.iter().any(|note| note.path == "records.ties" && note.params["n"].as_number() == Some(5.0)),
        "{:?}",
        before.notes
    );
    let early = plan.review(&tables, ReviewOptions::new("2024-06-30")).unwrap_err();
    assert_eq!(early.kind().as_str(), "empty_table");
    tables.remove("assessment");
    let without = plan.review(&tables, ReviewOptions::new("2026-06-30")).unwrap();
    assert!(without.self_assessment.is_none() && !without.judged.contains(&FindingCode::RatedAsConcern));
    let next = plan.review(&tables, ReviewOptions::new("2026-12-30").previous(&review)).unwrap();
    assert!(next.findings.iter().all(|x| x.movement.is_some()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The order of rows changes no figure and no finding, save the places of rows.
    #[test]
    fn the_order_of_rows_does_not_matter(shift in 1_usize..40, scale in 1_u32..50) {
        let n = 40_usize;
        let who = ["zebra", "yak", "xerus"];
        let made = |order: &dyn Fn(usize) -> usize, factor: f64| {
            let text = |of: &dyn Fn(usize) -> String| (0..n).map(|i| Some(of(order(i)))).collect::<Vec<_>>();
            let contributions = Table::new(vec![
                Column::text("date", text(&|i| format!("2025-{:02}-{:02}", i % 12 + 1, i % 28 + 1))),
                Column::text("stakeholder", text(&|i| who[i * i % 3].to_owned())),
                Column::text("kind", text(&|_| "time".to_owned())),
                Column::number("amount", (0..n).map(|i| factor * (1 + order(i) % 7) as f64).collect::<Vec<_>>()),
            ]).unwrap();
            let conflicts = Table::new(vec![
                Column::text("id", text(&|i| format!("k{i:02}"))),
                Column::text("opened", text(&|i| format!("2025-{:02}-01", i % 12 + 1))),
                Column::text("closed", text(&|i| if i % 3 == 0 { String::new() } else { format!("2026-{:02}-01", i % 5 + 1) })),
            ]).unwrap();
            let tables = BTreeMap::from([("contributions".to_owned(), contributions), ("conflicts".to_owned(), conflicts)]);
            weak_plan().review(&tables, ReviewOptions::new("2026-06-30")).unwrap()
        };
        let (first, second) = (made(&|i| i, 1.0), made(&|i| (i * 7 + shift) % n, f64::from(scale)));
        let ids = |review: &Review| review.findings.iter().map(|finding| finding.id.clone()).collect::<std::collections::BTreeSet<_>>();
        prop_assert_eq!(ids(&first), ids(&second));
        prop_assert_eq!(&first.conflicts.curves[0].steps, &second.conflicts.curves[0].steps);
        let (a, b) = (&first.shares.ledgers[0], &second.shares.ledgers[0]);
        for (a, b) in a.rows.iter().zip(&b.rows) {
            prop_assert!((a.share - b.share).abs() < 1e-12);
        }
    }
}

/// The days of three partners, as far as a case needs them, and what else the partnership has.
fn partners(days: &Value, more: &Value) -> Plan {
    let sectors = [("a", "association"), ("b", "resident"), ("c", "police")];
    let one = |(id, sector): &(&str, &str)| {
        let mut one = json!({ "id": id, "name": id.to_uppercase(), "sector": sector });
        let own = days.get(id).and_then(Value::as_object).cloned().unwrap_or_default();
        one.as_object_mut().unwrap().extend(own);
        one
    };
    let mut partnership = json!({ "stakeholders": sectors.iter().map(one).collect::<Vec<_>>() });
    partnership.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    Plan::from_value(&json!({ "partnership": partnership })).unwrap()
}

fn records(tables: &Value) -> BTreeMap<String, Table<'static>> {
    tables.as_object().unwrap().iter().map(|(name, columns)| (name.clone(), table(columns))).collect()
}

fn on(plan: &Plan, tables: &Value, as_of: &str) -> Review {
    plan.review(&records(tables), ReviewOptions::new(as_of)).unwrap()
}

fn since(plan: &Plan, tables: &Value, as_of: &str, before: &Review) -> Review {
    plan.review(&records(tables), ReviewOptions::new(as_of).previous(before)).unwrap()
}

fn past(review: &Review, id: &str) -> Option<&'static str> {
    review.past_findings.iter().find(|x| x.id == id).map(|x| x.movement.as_str())
}

fn ids(review: &Review) -> Vec<&str> {
    review.findings.iter().map(|x| x.id.as_str()).collect()
}

fn codes(notes: &[cohesion_core::Note]) -> Vec<String> {
    notes.iter().map(|note| note.code.as_str().to_owned()).collect()
}

fn kombi() -> Plan {
    Plan::from_toml(include_str!("../../examples/kombi.toml")).unwrap()
}

#[test]
fn a_problem_that_got_worse_is_not_improved() {
    let before = on(&kombi(), &json!({}), "2025-12-31");
    let review = since(&kombi(), &json!({}), "2026-06-30", &before);
    assert_eq!(past(&review, "need_without_pledge:interpreter"), Some("worse"));
    let answering = |accountable: Value, responsible: Value| {
        let row = json!({ "activity": "x", "responsible": responsible, "accountable": accountable });
        partners(&json!({}), &json!({ "activities": [{ "id": "x", "title": "X" }], "responsibilities": [row] }))
    };
    let several = on(&answering(json!(["a", "b"]), json!(["a", "b"])), &json!({}), "2026-01-31");
    let nobody = answering(json!([]), json!(["a", "b"]));
    let review = since(&nobody, &json!({}), "2026-06-30", &several);
    assert_eq!(past(&review, "several_accountable:x"), Some("worse"));
    let back = since(&answering(json!(["a", "b"]), json!(["a", "b"])), &json!({}), "2026-12-31", &review);
    assert_eq!(past(&back, "no_accountable:x"), Some("cannot_tell"));
    let mended = since(&answering(json!(["a"]), json!(["a", "b"])), &json!({}), "2026-12-31", &review);
    assert_eq!(past(&mended, "no_accountable:x"), Some("improved"));
    // Somebody mediates now, and the conflict has become a long one: neither is plain.
    let conflict = |mediated: &str| json!({ "conflicts": { "id": ["k"], "opened": ["2026-01-01"], "parties": ["a;b"], "mediated": [mediated] } });
    let plan = partners(&json!({}), &json!({}));
    let before = on(&plan, &conflict("false"), "2026-02-15");
    let review = since(&plan, &conflict("true"), "2026-05-15", &before);
    assert_eq!(past(&review, "conflict_not_mediated:k"), Some("cannot_tell"));
    let soon = since(&plan, &conflict("true"), "2026-02-20", &before);
    assert_eq!(past(&soon, "conflict_not_mediated:k"), Some("improved"));
    let longer = since(&plan, &conflict("true"), "2026-12-15", &before);
    assert_eq!(past(&longer, "conflict_not_mediated:k"), Some("worse"));
}

#[test]
fn what_goes_with_a_partner_is_not_improved() {
    let more = json!({
        "activities": [{ "id": "x", "title": "X" }],
        "responsibilities": [{ "activity": "x", "responsible": ["a", "b"], "accountable": ["a"] }],
        "objectives": [{ "id": "o", "title": "O", "shared_by": ["a"] }, { "id": "all", "title": "All", "shared_by": ["a"] }],
        "channels": [{ "id": "t", "medium": "meeting", "audience": ["partners"], "start": "2024-01-01" }],
    });
    let tables = json!({
        "events": { "id": ["e"], "date": ["2025-02-01"], "channel": ["t"] },
        "attendance": { "event": ["e", "e"], "stakeholder": ["a", "b"] },
        "ties": { "from": ["a"], "to": ["b"] },
        "actions": { "id": ["t1"], "finding": ["partner_without_ties:c"], "owner": ["a"], "opened": ["2025-01-01"] },
    });
    let joined = json!({ "joined": "2024-01-01" });
    let stay = json!({ "a": joined, "b": joined, "c": joined });
    let mut leave = stay.clone();
    leave["c"]["left"] = json!("2026-03-01");
    let before = on(&partners(&stay, &more), &tables, "2025-12-31");
    let review = since(&partners(&leave, &more), &tables, "2026-06-30", &before);
    for code in ["without_task", "partner_never_reached", "partner_without_ties"] {
        assert_eq!(past(&review, &format!("{code}:c")), Some("cannot_tell"), "{code}");
    }
    assert_eq!(review.actions[0].finding_state.as_deref(), Some("cannot_tell"));
    let few = review.findings.iter().find(|x| x.id == "objective_shared_by_few:o").unwrap();
    assert_eq!(few.movement.unwrap().as_str(), "unchanged", "one of three, then one of two");
    // Still gone a year later: it did not come back.
    let later = since(&partners(&leave, &more), &tables, "2027-06-30", &review);
    assert_eq!(past(&later, "partner_left:c"), Some("cannot_tell"));
    leave["c"] = joined;
    let again = since(&partners(&leave, &more), &tables, "2027-06-30", &review);
    assert_eq!(past(&again, "partner_left:c"), Some("improved"));
    let mut wider = more.clone();
    wider["objectives"][0]["shared_by"] = json!(["a", "b"]);
    let shared = since(&partners(&stay, &wider), &tables, "2026-06-30", &before);
    assert_eq!(past(&shared, "objective_shared_by_few:o"), Some("improved"));
    assert_eq!(past(&shared, "without_task:c"), None);
}

#[test]
fn a_review_of_ties_whose_ends_have_left_says_so() {
    let left = json!({ "joined": "2024-01-01", "left": "2025-02-28" });
    let plan = partners(&json!({ "a": left, "b": left, "c": left }), &json!({}));
    let review = on(&plan, &json!({ "ties": { "from": ["a"], "to": ["b"] } }), "2025-06-30");
    assert!(review.networks.is_empty());
    assert_eq!(codes(&review.notes), ["ties_of_former_partners"]);
    // All left on one day: there are three groups, and no order of leaving to compare.
    assert_eq!(review.retention.comparison.reason.as_ref().unwrap().code.as_str(), "degenerate_null");
    assert!(!review.to_json().is_empty() && !review.publish().to_json().is_empty());
}

#[test]
fn a_review_before_is_of_the_same_partnership() {
    let plan = partners(&json!({}), &json!({ "name": "One" }));
    let before = on(&plan, &json!({}), "2025-12-31");
    let fault = |plan: &Plan, before: &Review| {
        let error = plan.review(&BTreeMap::new(), ReviewOptions::new("2026-06-30").previous(before)).unwrap_err();
        (error.kind().as_str().to_owned(), error.path().to_owned())
    };
    let expected = ("inconsistent".to_owned(), "previous".to_owned());
    assert_eq!(fault(&kombi(), &before), expected);
    // The plan may be edited: another name, or other stakeholders.
    let renamed = partners(&json!({}), &json!({ "name": "Another" }));
    assert_eq!(since(&renamed, &json!({}), "2026-06-30", &before).previous.as_deref(), Some("2025-12-31"));
}

#[test]
fn actions_name_findings_that_exist() {
    let named = |finding: &str| {
        let actions =
            json!({ "actions": { "id": ["t"], "finding": [finding], "owner": ["a"], "opened": ["2025-01-01"] } });
        codes(&on(&partners(&json!({}), &json!({})), &actions, "2026-06-30").notes)
    };
    assert!(named("no_such_code:zz").contains(&"unknown_findings".to_owned()));
    assert!(!named("conflicts_recur:a:b").contains(&"unknown_findings".to_owned()));
    assert!(!named("conflicts_recur").contains(&"unknown_findings".to_owned()));
    let review = on(&kombi(), &json!({}), "2026-06-30");
    let state = |id: &str| review.actions.iter().find(|x| x.action == id).unwrap().finding_state.clone();
    assert_eq!(state("a3").as_deref(), Some("present"));
    assert!(!codes(&review.notes).contains(&"unknown_findings".to_owned()));
}

#[test]
fn duties_are_those_of_members_in_what_goes_on() {
    let activity = |id: &str, more: Value| {
        let mut one = json!({ "id": id, "title": id, "objectives": [id] });
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        one
    };
    let objectives = ["ended", "lost", "one_left", "later"].map(|id| json!({ "id": id, "title": id }));
    let duty = |id: &str, who: &[&str]| json!({ "activity": id, "responsible": who, "accountable": ["a"] });
    let more = json!({
        "objectives": objectives,
        "activities": [activity("ended", json!({ "end": "2024-12-31" })), activity("lost", json!({})), activity("one_left", json!({})), activity("later", json!({}))],
        "responsibilities": [duty("ended", &["c"]), duty("lost", &["c"]), duty("one_left", &["a", "c"]), duty("later", &["b"])],
    });
    let days = json!({ "a": { "joined": "2024-01-01" }, "b": { "joined": "2027-01-01" }, "c": { "joined": "2024-01-01", "left": "2025-03-01" } });
    let review = on(&partners(&days, &more), &json!({}), "2026-06-30");
    let found = ids(&review);
    assert!(!found.contains(&"duty_of_former_partner:ended:c"), "{found:?}");
    assert!(found.contains(&"duty_of_former_partner:lost:c"), "{found:?}");
    let hangs: Vec<(&str, &str)> =
        review.responsibilities.dependencies.iter().map(|x| (x.id.as_str(), x.stakeholder.as_str())).collect();
    // Of the two who were to carry out the third, one is left.
    assert_eq!(hangs, [("one_left", "a"), ("one_left", "a")]);
    // Who joins later, by a record of membership alone, is no member yet.
    let tables = json!({ "memberships": { "stakeholder": ["a", "b"], "joined": ["2024-01-01", "2027-01-01"] } });
    let review = on(&partners(&json!({}), &more), &tables, "2026-06-30");
    let members: Vec<bool> = review.stakeholders.iter().map(|x| x.member).collect();
    assert_eq!(members, [true, false, true]);
    let unknown = review.retention.notes.iter().find(|note| note.code.as_str() == "joining_unknown").unwrap();
    assert_eq!(unknown.params["n"].as_number(), Some(1.0), "c alone has no day");
}

#[test]
fn what_was_given_before_a_partner_joined_is_not_held_against_it() {
    let agreed = |joined: &str| {
        let share = |day: &str| json!({ "agreed_share": 0.5, "joined": day });
        let days = json!({ "a": share("2024-01-01"), "b": share(joined), "c": { "agreed_share": 0.0, "joined": "2024-01-01" } });
        let given = json!({ "contributions": { "date": ["2024-05-01"], "stakeholder": ["a"], "kind": ["time"], "amount": [5], "unit": ["h"] } });
        on(&partners(&days, &json!({})), &given, "2025-06-30")
    };
    let to_come = agreed("2026-01-01");
    assert_eq!(to_come.shares.ledgers[0].to_move, Some(0.5));
    let newcomer = agreed("2025-06-29");
    assert_eq!(newcomer.shares.ledgers[0].to_move, Some(0.5));
    assert!(!ids(&newcomer).contains(&"below_agreed_share:time:b"));
    assert!(codes(&newcomer.shares.ledgers[0].notes).contains(&"joined_after_first_contribution".to_owned()));
    let always = agreed("2024-01-01");
    assert!(ids(&always).contains(&"below_agreed_share:time:b"));
    assert!(!codes(&always.shares.ledgers[0].notes).contains(&"joined_after_first_contribution".to_owned()));
}

#[test]
fn an_organisation_takes_part_once_at_a_time() {
    let plan = partners(&json!({}), &json!({}));
    let faults = |joined: [&str; 2], left: [&str; 2], person: [&str; 2]| {
        let rows =
            json!({ "memberships": { "stakeholder": ["a", "a"], "joined": joined, "left": left, "person": person } });
        let found = plan.check_records(&records(&rows));
        found.iter().map(|fault| (fault.kind.as_str(), fault.path.clone())).collect::<Vec<_>>()
    };
    let overlap = [("inconsistent", "records.memberships[1]".to_owned())];
    assert_eq!(faults(["2024-01-01", "2024-06-01"], ["", ""], ["", ""]), overlap);
    assert_eq!(faults(["2024-06-01", "2024-01-01"], ["", ""], ["", ""]), overlap);
    assert_eq!(faults(["2024-01-01", "2024-06-01"], ["2024-06-01", ""], ["", ""]), overlap);
    assert_eq!(faults(["2024-01-01", "2024-06-01"], ["2024-05-31", ""], ["", ""]), []);
    assert_eq!(faults(["2024-01-01", "2024-06-01"], ["", ""], ["p1", "p2"]), []);
    assert_eq!(faults(["2024-01-01", "2024-06-01"], ["", ""], ["", "p2"]), []);
}

#[test]
fn who_takes_part_later_is_no_stakeholder_without_a_day() {
    let days =
        json!({ "a": { "joined": "2024-01-01" }, "b": { "joined": "2027-01-01" }, "c": { "joined": "2024-01-01" } });
    let review =
        on(&partners(&days, &json!({})), &json!({ "ties": { "from": ["a", "a"], "to": ["b", "c"] } }), "2026-06-30");
    assert!(!codes(&review.retention.notes).contains(&"joining_unknown".to_owned()));
    let page = report::review_markdown(&review, Language::En, ReportAudience::Partners);
    assert!(page.contains("1 tie with stakeholders who do not take part on the day of the review"), "{page}");
}

#[test]
fn what_was_not_given_is_not_nothing() {
    let gave = |amount: u32, tables: Value| {
        let mut all = json!({ "contributions": { "date": ["2025-01-01"], "id": ["g"], "stakeholder": ["a"], "kind": ["time"], "amount": [amount], "unit": ["h"] } });
        all.as_object_mut().unwrap().extend(tables.as_object().unwrap().clone());
        let plan = partners(
            &json!({}),
            &json!({ "assessment": { "dimensions": [{ "id": "open", "title": "Open", "variable": "open" }] } }),
        );
        on(&plan, &all, "2026-06-30")
    };
    let review = gave(1, json!({}));
    let row = serde_json::to_value(&review.shares.recognition[0]).unwrap();
    assert_eq!((&row["recognitions"], &row["contributions"]), (&Value::Null, &json!(1)));
    let named: Vec<&str> = review.notes.iter().filter_map(|note| note.params.get("records")?.as_str()).collect();
    assert_eq!(named, ["ties", "assessment"]);
    let thanked = |day: &str| json!({ "recognitions": { "date": [day, "2025-03-01"], "stakeholder": ["a", "b"], "contribution": ["g", ""] } });
    let early = gave(1, thanked("2024-12-01"));
    assert_eq!(early.shares.recognition[0].median_days_to_thanks, None);
    assert_eq!(early.shares.recognition[0].recognised_contributions, 0);
    assert_eq!(gave(1, thanked("2025-01-03")).shares.recognition[0].median_days_to_thanks, Some(2.0));
    let nobody = json!({ "recognitions": { "date": ["2025-03-01"], "stakeholder": ["b"] } });
    assert!(ids(&gave(1, nobody.clone())).contains(&"contributions_not_recognised:a"));
    assert!(!ids(&gave(0, nobody)).contains(&"contributions_not_recognised:a"));
}

#[test]
fn attendance_without_a_channel_is_counted() {
    let tables = json!({
        "events": { "id": ["e", "f"], "date": ["2025-02-01", "2025-03-01"], "channel": ["t", ""] },
        "attendance": { "event": ["e", "f", "f"], "stakeholder": ["a", "a", "b"] },
    });
    let channel = json!({ "channels": [{ "id": "t", "medium": "meeting", "audience": ["partners"] }] });
    let review = on(&partners(&json!({}), &channel), &tables, "2026-06-30");
    let note =
        review.communication.notes.iter().find(|note| note.code.as_str() == "attendance_without_channel").unwrap();
    assert_eq!(note.params["n"].as_number(), Some(2.0));
}

#[test]
fn only_the_partners_own_review_says_that_it_names_them() {
    let review = weak_plan().review(&weak_records(), ReviewOptions::new("2026-06-30")).unwrap();
    let said = "this review names stakeholders";
    let own = report::review_markdown(&review, Language::En, ReportAudience::Partners);
    let published = report::review_markdown(&review.publish(), Language::En, ReportAudience::Partners);
    assert!(own.contains(said) && !published.contains(said), "{published}");
}
