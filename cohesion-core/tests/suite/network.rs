//! Properties of networks: order of rows, scale of weights, pictures and words.

use std::collections::BTreeMap;

use cohesion_core::{
    Column, Language, Lost, Network, NetworkOptions, NetworkResult, Plan, Seeded, Severity, SymmetryRule, Table,
    ToSheet, TwoMode, chart, note_text,
};
use proptest::prelude::*;

/// Ties as rows: from, to, weight.
type Ties = Vec<(usize, usize, f64)>;

fn name(node: usize) -> String {
    format!("n{node:02}")
}

fn table(ties: &[(usize, usize, f64)]) -> Table<'static> {
    Table::new(vec![
        Column::text("a", ties.iter().map(|tie| Some(name(tie.0)))),
        Column::text("b", ties.iter().map(|tie| Some(name(tie.1)))),
        Column::number("w", ties.iter().map(|tie| tie.2).collect::<Vec<_>>()),
    ])
    .unwrap()
}

fn nodes(size: usize) -> Table<'static> {
    Table::new(vec![
        Column::text("id", (0..size).map(|node| Some(name(node)))),
        Column::text("sector", (0..size).map(|node| Some(["city", "club", "shop"][node % 3]))),
    ])
    .unwrap()
}

fn network(size: usize, ties: &[(usize, usize, f64)], directed: bool) -> Network {
    let nodes = nodes(size);
    let options = NetworkOptions::new("a", "b").weight("w").directed(directed).nodes(&nodes);
    Network::from_edges(&table(ties), options).unwrap()
}

/// A fixed network of two crowds and one who joins them.
fn two_crowds() -> Ties {
    let mut ties = Vec::new();
    for crowd in [0, 5] {
        for a in crowd..crowd + 5 {
            for b in a + 1..crowd + 5 {
                ties.push((a, b, 1.0));
            }
        }
    }
    ties.extend([(4, 10, 1.0), (10, 5, 1.0)]);
    ties
}

/// Every measure.
fn measures(network: &Network) -> Vec<NetworkResult> {
    let few = Seeded::new().times(30).seed(5);
    vec![
        network.summary(),
        network.centrality(),
        network.pairs(),
        network.bridges(),
        network.mixing("sector").unwrap(),
        network.ei_index("sector", few).unwrap(),
        network.brokerage("sector").unwrap(),
        network.communities(1.0, few).unwrap(),
        network.core_periphery(few).unwrap(),
        network.hierarchy().unwrap(),
        network.loss(1, Lost::Partners, few).unwrap(),
        network.completions(few).unwrap(),
        network.layout().unwrap(),
        network.correlate(network, few).unwrap(),
        network.compare(network, few).unwrap(),
    ]
}

fn some_ties() -> impl Strategy<Value = (usize, Ties)> {
    (3_usize..9).prop_flat_map(|size| {
        let pairs: Vec<(usize, usize)> =
            (0..size).flat_map(|a| (0..size).map(move |b| (a, b))).filter(|(a, b)| a != b).collect();
        let count = pairs.len();
        (Just(size), proptest::sample::subsequence(pairs, 1..=count)).prop_map(|(size, chosen)| {
            (size, chosen.into_iter().enumerate().map(|(at, (a, b))| (a, b, 1.0 + (at % 4) as f64)).collect())
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_rows_does_not_matter((size, ties) in some_ties(), seed: u64) {
        let mut other = ties.clone();
        other.sort_by_key(|tie| (tie.0 as u64 * 31 + tie.1 as u64 * 17) ^ ((seed >> 3) % 97));
        let (one, two) = (network(size, &ties, true), network(size, &other, true));
        for (a, b) in measures(&one).iter().zip(measures(&two)) {
            prop_assert_eq!(&a.figures, &b.figures);
            prop_assert_eq!(&a.rows, &b.rows);
        }
    }

    #[test]
    fn the_scale_of_weights_matters_only_to_strength((size, ties) in some_ties()) {
        let scaled: Ties = ties.iter().map(|(a, b, w)| (*a, *b, w * 8.0)).collect();
        let (one, two) = (network(size, &ties, true).centrality(), network(size, &scaled, true).centrality());
        for column in one.columns.iter().filter(|column| !column.starts_with("strength")) {
            for row in &one.rows {
                let labels = [row.labels[0].as_str()];
                prop_assert_eq!(one.get(&labels, column), two.get(&labels, column));
            }
        }
    }

    #[test]
    fn what_is_given_is_finite_and_reads_back((size, ties) in some_ties()) {
        for result in measures(&network(size, &ties, true)) {
            prop_assert_eq!(&NetworkResult::from_json(&result.to_json()).unwrap(), &result);
            let figures = result.figures.iter().flat_map(|f| [f.value, f.low, f.high, f.expected, f.sd, f.p]);
            let values = result.rows.iter().flat_map(|row| row.values.iter().copied());
            prop_assert!(figures.chain(values).flatten().all(f64::is_finite), "{}", result.to_json());
            for figure in &result.figures {
                prop_assert!(figure.value.is_some() != figure.reason.is_some(), "{figure:?}");
                prop_assert!(figure.p.is_none_or(|p| (0.0..=1.0).contains(&p)));
            }
        }
    }

    /// No network of these sizes is more centralised than its maximum says.
    #[test]
    fn centralisation_lies_between_nought_and_one((size, ties) in some_ties(), directed: bool) {
        let mut once: Ties = ties.iter().map(|(a, b, _)| if directed { (*a, *b, 1.0) } else { (*a.min(b), *a.max(b), 1.0) }).collect();
        once.sort_by_key(|tie| (tie.0, tie.1));
        once.dedup();
        for figure in network(size, &once, directed).summary().figures {
            if figure.measure.starts_with("centralisation") && let Some(value) = figure.value {
                prop_assert!((-1e-9..=1.0 + 1e-9).contains(&value), "{figure:?}");
            }
        }
    }

    /// Whatever the missing answers are, the figure lies within its bounds.
    #[test]
    fn bounds_hold_the_truth((size, ties) in some_ties(), silent in 0_usize..3) {
        let nodes = nodes(size);
        let stated: Ties = ties.iter().copied().filter(|tie| tie.0 >= silent).collect();
        let respondents: Vec<String> = (silent..size).map(name).collect();
        let options = NetworkOptions::new("a", "b").directed(true).nodes(&nodes).respondents(respondents);
        let seen = Network::from_edges(&table(&stated), options).unwrap();
        let whole = network(size, &ties, true);
        let inside = |seen: &NetworkResult, whole: &NetworkResult, measure: &str| {
            let (Some(figure), Some(truth)) = (seen.figure(measure), whole.value(measure)) else { return true };
            let (Some(low), Some(high)) = (figure.low, figure.high) else { return true };
            (low - 1e-12..=high + 1e-12).contains(&truth)
        };
        prop_assert!(inside(&seen.summary(), &whole.summary(), "density"));
        let few = Seeded::new().times(5);
        prop_assert!(inside(&seen.ei_index("sector", few).unwrap(), &whole.ei_index("sector", few).unwrap(), "ei_index"));
        if silent > 0 {
            let (seen, whole) = (seen.centrality(), whole.centrality());
            for node in (0..size).map(name) {
                for degree in ["degree_in", "degree_out"] {
                    let truth = whole.get(&[&node], degree).unwrap();
                    let low = seen.get(&[&node], &format!("{degree}_low")).unwrap();
                    let high = seen.get(&[&node], &format!("{degree}_high")).unwrap();
                    prop_assert!((low..=high).contains(&truth));
                }
            }
        }
    }
}

#[test]
fn a_network_says_what_it_holds() {
    let network = network(4, &[(0, 1, 2.0), (1, 0, 1.0), (2, 1, 1.0)], true);
    assert_eq!(network.nodes(), ["n00", "n01", "n02", "n03"]);
    assert_eq!(network.attributes(), ["sector"]);
    assert!(network.directed());
    assert_eq!(network.ties(), 3);
    assert_eq!(network.symmetrised(SymmetryRule::Union).unwrap().ties(), 2);
    let rows = Table::new(vec![Column::text("p", [Some("b"), Some("a")]), Column::text("t", [Some("y"), Some("x")])]);
    let two = TwoMode::from_edges(&rows.unwrap(), "p", "t").unwrap();
    assert_eq!(
        (two.partners(), two.activities()),
        (&["a".to_owned(), "b".to_owned()][..], &["x".to_owned(), "y".to_owned()][..])
    );
}

#[test]
fn two_crowds_are_found_and_proven() {
    let network = network(11, &two_crowds(), false);
    let found = network.communities(1.0, ()).unwrap();
    assert_eq!((found.value("communities"), found.value("proven")), (Some(2.0), Some(1.0)));
    assert!(found.value("stability").unwrap() > 0.8);
    let one = |node: &str| found.get(&[node], "community");
    assert!(one("n00") == one("n04") && one("n05") == one("n09") && one("n00") != one("n09"));
}

/// A larger network: no proof, the same from the same seed, and parts that hang together.
#[test]
fn a_larger_search_says_that_it_is_one() {
    let mut ties = Vec::new();
    for crowd in 0..6 {
        for a in 0..10_usize {
            for b in a + 1..10 {
                if (a * 7 + b * 3 + crowd) % 3 != 0 {
                    ties.push((crowd * 10 + a, crowd * 10 + b, 1.0));
                }
            }
        }
        ties.push((crowd * 10, (crowd * 10 + 10) % 60, 1.0));
    }
    let network = network(60, &ties, false);
    let few = Seeded::new().times(20).seed(9);
    let found = network.communities(1.0, few).unwrap();
    assert_eq!(found, network.communities(1.0, few).unwrap());
    assert_eq!(found.value("communities"), Some(6.0));
    assert!(found.value("reached").unwrap() > 0.5 && found.value("modularity").unwrap() > 0.7);
    let core = network.core_periphery(few).unwrap();
    assert_eq!(core.value("proven"), Some(0.0));
    assert!(core.notes.iter().any(|note| note.code.as_str() == "best_of_starts"));
    let loss = network.loss(3, Lost::Ties, few).unwrap();
    assert!(loss.notes.iter().any(|note| note.code.as_str() == "greedy_search"));
    assert!(loss.value("pairs_worst").unwrap() <= loss.value("pairs_mean").unwrap());
}

/// Seeded permutations come close to what all of them say.
#[test]
fn random_permutations_agree_with_theory() {
    let ties = two_crowds();
    let network = network(11, &ties, false);
    let index = network.ei_index("sector", Seeded::new().times(4_000)).unwrap();
    let figure = index.figure("ei_index").unwrap();
    let expected = 1.0 - 2.0 * (4.0 * 3.0 + 4.0 * 3.0 + 3.0 * 2.0) / 110.0;
    assert!((figure.expected.unwrap() - expected).abs() < 1e-12);
    let with_itself = network.correlate(&network, Seeded::new().times(999)).unwrap();
    let figure = with_itself.figure("correlation").unwrap();
    assert!((figure.value.unwrap() - 1.0).abs() < 1e-12 && figure.p.unwrap() < 0.01);
    assert!(figure.expected.unwrap().abs() < 0.05);
}

#[test]
fn a_change_has_an_error_that_grows_with_what_changed() {
    let before = network(11, &two_crowds(), false);
    let same = before.compare(&before, Seeded::new().times(200)).unwrap();
    assert!(same.figure("density_change").unwrap().sd.is_none());
    assert!(same.notes.iter().any(|note| note.code.as_str() == "degenerate_null"));
    let after = network(11, &two_crowds()[..15], false);
    let change = before.compare(&after, Seeded::new().times(500)).unwrap();
    let figure = change.figure("density_change").unwrap();
    assert!(figure.value.unwrap() < 0.0 && figure.low.unwrap() < figure.value.unwrap() && figure.sd.unwrap() > 0.01);
}

#[test]
fn a_path_is_drawn_as_a_line_and_parts_stay_apart() {
    let places = network(5, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0), (3, 4, 1.0)], false).layout().unwrap();
    let at = |node: usize| (places.rows[node].values[0].unwrap(), places.rows[node].values[1].unwrap());
    let apart = |a: usize, b: usize| ((at(a).0 - at(b).0).powi(2) + (at(a).1 - at(b).1).powi(2)).sqrt();
    for step in 1..4 {
        assert!((apart(0, step + 1) - apart(0, 1) * (step + 1) as f64).abs() < 1e-3, "{places:?}");
    }
    let places = network(4, &[(0, 1, 1.0), (2, 3, 1.0)], false).layout().unwrap();
    let at = |node: usize| (places.rows[node].values[0].unwrap(), places.rows[node].values[1].unwrap());
    let apart = |a: usize, b: usize| ((at(a).0 - at(b).0).powi(2) + (at(a).1 - at(b).1).powi(2)).sqrt();
    assert!(apart(0, 1) < apart(0, 2) && apart(2, 3) < apart(1, 3));
}

#[test]
fn the_map_shows_every_partner_and_says_so() {
    let network = network(11, &two_crowds(), false);
    let map = chart::network(&network, Some("sector"), Language::En).unwrap();
    assert_eq!(map["layer"][0]["data"]["values"].as_array().unwrap().len(), 22);
    assert_eq!(map["layer"][1]["data"]["values"].as_array().unwrap().len(), 11);
    let said = chart::alternative(&map);
    assert!(
        said.starts_with("Network map: 11 partners, 22 ties, parts that hang together: 1. Most ties: n04 (5)."),
        "{said}"
    );
    assert!(said.contains("Fewest: n10 (2)."), "{said}");
    assert!(chart::network(&network, Some("size"), Language::En).is_err());
    let ring: Ties = (0..50).map(|node| (node, (node + 1) % 50, 1.0)).collect();
    let map = chart::network(&self::network(50, &ring, false), None, Language::Nl).unwrap();
    assert!(chart::alternative(&map).ends_with("Niet geschreven namen: 10."), "{}", chart::alternative(&map));
}

#[test]
fn the_curve_shows_what_the_loss_says() {
    let network = network(11, &two_crowds(), false);
    let loss = network.loss(2, Lost::Partners, ()).unwrap();
    assert_eq!(loss.rows[1].labels, ["1", "n10"]);
    let curve = loss.sheet(Language::Fr).chart().unwrap();
    assert_eq!(curve["data"]["values"].as_array().unwrap().len(), 6);
    let said = chart::alternative(&curve);
    assert!(said.contains("après 2 pertes") && said.contains("en moyenne"), "{said}");
    assert!(network.summary().sheet(Language::En).chart().is_err());
}

#[test]
fn every_word_is_there_in_three_languages() {
    for directed in [true, false] {
        let nodes = nodes(11);
        let options = NetworkOptions::new("a", "b").weight("w").directed(directed).nodes(&nodes);
        let everybody: Vec<String> = (0..10).map(name).collect();
        let ties: Ties = two_crowds().into_iter().filter(|tie| tie.0 != 10).collect();
        let network = Network::from_edges(&table(&ties), options.respondents(everybody)).unwrap();
        let rows =
            Table::new(vec![Column::text("p", [Some("b"), Some("a")]), Column::text("t", [Some("y"), Some("y")])]);
        let two = TwoMode::from_edges(&rows.unwrap(), "p", "t").unwrap();
        let results = measures(&network).into_iter().chain([two.summary(), two.centrality(), two.overlap()]);
        for result in results {
            for language in Language::ALL {
                let text = result.sheet(language).to_text();
                // A code that has no word would stand as it is.
                assert!(!text.lines().take(1).any(|line| line.contains('_')), "{text}");
                for figure in &result.figures {
                    assert!(!text.contains(&format!("{} ", figure.measure)) || !figure.measure.contains('_'), "{text}");
                }
                for column in &result.columns {
                    assert!(!column.contains('_') || !text.contains(column.as_str()), "{column}: {text}");
                }
                for note in result.notes.iter().chain(result.figures.iter().filter_map(|f| f.reason.as_ref())) {
                    assert!(!note_text(note, language).contains('{'), "{note:?}");
                }
                assert!(result.sheet(language).to_html().contains("<table"));
            }
        }
    }
}

#[test]
fn a_reason_is_not_estimable_and_stands_once() {
    let empty = Table::new(vec![Column::text::<&str>("a", []), Column::text::<&str>("b", [])]).unwrap();
    let nodes = nodes(2);
    let network = Network::from_edges(&empty, NetworkOptions::new("a", "b").nodes(&nodes)).unwrap();
    for result in [network.summary(), network.hierarchy().unwrap(), network.communities(1.0, ()).unwrap()] {
        let reasons: Vec<_> = result.figures.iter().filter_map(|figure| figure.reason.as_ref()).collect();
        assert!(!reasons.is_empty() && reasons.iter().all(|reason| reason.severity == Severity::NotEstimable));
        let text = result.sheet(Language::En).to_text();
        assert!(text.matches("There is no tie here").count() <= 1, "{text}");
    }
}

#[test]
fn the_plan_of_the_book_has_a_network() {
    let plan = Plan::from_toml(include_str!("../../examples/kombi.toml")).unwrap();
    let activities = plan.activity_network().unwrap();
    assert!(activities.summary().value("density").unwrap() > 0.0);
    let ties = Table::new(vec![Column::text("from", [Some("nobody")]), Column::text("to", [Some("city")])]).unwrap();
    assert!(plan.network(&BTreeMap::from([("ties".to_owned(), ties)]), ()).is_err());
}

/// Trust from several questions: the mean of those that were answered about a partner.
#[test]
fn several_kinds_of_ties_are_put_together() {
    let who = ["a", "b", "c", "d"].map(|id| format!("{{ id = '{id}', name = '{id}', sector = 'association' }}"));
    let tie = |from: &str, to: &str, kind: &str, weight: u8| {
        format!("[[records.ties]]\nfrom = '{from}'\nto = '{to}'\nkind = '{kind}'\nweight = {weight}\n")
    };
    let ties = [
        tie("a", "d", "reliability", 5),
        tie("a", "d", "openness", 2),
        tie("b", "d", "reliability", 4),
        tie("c", "d", "openness", 1),
        tie("c", "d", "information", 3),
    ];
    let plan = format!("[partnership]\nstakeholders = [{}]\n{}", who.join(", "), ties.concat());
    let plan = cohesion_core::Plan::from_toml(&plan).unwrap();
    let trust = cohesion_core::TieChoice::new().kind("reliability").kind("openness");
    let network = plan.network(&Default::default(), trust).unwrap();
    let received = network.received(3).unwrap();
    assert_eq!(received.get(&["d"], "mean"), Some((3.5 + 4.0 + 1.0) / 3.0));
    assert!(
        received
            .notes
            .iter()
            .any(|note| note.code.as_str() == "stated_in_some_kinds" && note.params["n"].as_number() == Some(2.0))
    );
    let same = cohesion_core::TieChoice::new().kind("openness").kind("openness");
    assert_eq!(plan.network(&Default::default(), same).unwrap().ties(), 2);
    let twice = format!("[partnership]\nstakeholders = [{}]\n{}{}", who.join(", "), ties.concat(), ties[0]);
    let twice = cohesion_core::Plan::from_toml(&twice).unwrap();
    let both = cohesion_core::TieChoice::new().kind("reliability").kind("openness");
    let error = twice.network(&Default::default(), both).unwrap_err();
    assert_eq!((error.kind().as_str(), error.path()), ("duplicate_id", "records.ties"));
    let unknown = cohesion_core::TieChoice::new().kind("reliability").kind("opennes");
    assert_eq!(plan.network(&Default::default(), unknown).unwrap_err().path(), "kind");
}
