//! Results are the same to the last bit on one thread, on two and on more than there are cores.

use std::collections::{BTreeMap, BTreeSet};

use cohesion_core::{
    Column, CountRow, CountTable, Design, EstimateOptions, Family, Lost, Margin, Measure, Network, NetworkOptions,
    NetworkResult, Plan, PopulationMargins, PublishRule, RegressionOptions, ReplicateWeights, Replication,
    ReviewOptions, Seeded, Summary, SummarySpec, Survey, Table, publish,
};
use serde_json::json;

/// What `work` writes, the same on pools of one, two and eight threads.
fn same<T: PartialEq + Send>(work: impl Fn() -> T + Sync + Send) -> T {
    let on = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(&work);
    let one = on(1);
    for threads in [2, 8] {
        assert!(on(threads) == one, "{threads} threads");
    }
    one
}

/// A number that looks random and is the same everywhere.
fn mixed(place: usize) -> usize {
    let mut number = (place as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (number ^ (number >> 31)) as usize % 1_000_003
}

/// A directed network of `size` partners in three sectors, with weights; a few did not answer.
fn network(size: usize, salt: usize) -> Network {
    let name = |node: usize| Some(format!("n{node:03}"));
    let silent = |node: usize| node % 30 == 7;
    let ends = |tie: usize| (mixed(2 * tie) % size, mixed(2 * tie + 1) % size);
    let ties: BTreeSet<_> =
        (salt..salt + 4 * size).map(ends).filter(|(from, to)| from != to && !silent(*from)).collect();
    let weight = |(from, to): &(usize, usize)| 0.1 + ((from + 3 * to) % 17) as f64 / 7.0;
    let table = Table::new(vec![
        Column::text("a", ties.iter().map(|(from, _)| name(*from))),
        Column::text("b", ties.iter().map(|(_, to)| name(*to))),
        Column::number("w", ties.iter().map(weight).collect::<Vec<_>>()),
    ]);
    let nodes = Table::new(vec![
        Column::text("id", (0..size).map(name)),
        Column::text("sector", (0..size).map(|node| Some(["city", "club", "shop"][node % 3]))),
    ]);
    let nodes = nodes.unwrap();
    let answered = (0..size).filter(|node| !silent(*node)).filter_map(name);
    let options = NetworkOptions::new("a", "b").weight("w").directed(true).nodes(&nodes);
    Network::from_edges(&table.unwrap(), options.respondents(answered)).unwrap()
}

#[test]
fn measures_of_networks() {
    let (one, other) = (network(90, 0), network(90, 400));
    let all = |results: Vec<NetworkResult>| results.iter().map(NetworkResult::to_json).collect::<Vec<String>>();
    same(|| all(vec![one.summary(), one.centrality(), one.bridges()]));
    let few = Seeded::new().times(400).seed(5);
    same(|| all(vec![one.correlate(&other, few).unwrap(), one.ei_index("sector", few).unwrap()]));
    same(|| all(vec![one.compare(&other, few).unwrap(), one.completions(Seeded::new().times(10)).unwrap()]));
    let (small, starts) = (network(11, 0), Seeded::new().times(12));
    same(|| all(vec![small.communities(1.0, starts).unwrap(), small.core_periphery(starts).unwrap()]));
    for lost in [Lost::Partners, Lost::Ties] {
        same(|| all(vec![one.loss(3, lost, Seeded::new().times(150)).unwrap()]));
    }
}

/// Who left a partnership when, by sector: too many ways to hand out the sectors to look at all.
#[test]
fn the_log_rank_test_of_a_review() {
    let who = |place: usize| {
        let left = place.is_multiple_of(3).then(|| format!("2025-{:02}-{:02}", mixed(place) % 12 + 1, place % 28 + 1));
        let sector = ["association", "business", "school"][place % 3 * usize::from(place > 9)];
        json!({ "id": format!("s{place}"), "name": format!("s{place}"), "sector": sector, "joined": "2024-01-01", "left": left })
    };
    let stakeholders: Vec<_> = (0..60).map(who).collect();
    let plan = json!({ "partnership": { "start": "2024-01-01", "stakeholders": stakeholders } });
    let plan = Plan::from_value(&plan).unwrap();
    let review = same(|| plan.review(&BTreeMap::new(), ReviewOptions::new("2026-06-30")).unwrap().to_json());
    assert!(review.contains("\"exact\":false"), "{review}");
}

/// 600 rows in 50 clusters of 10 strata.
fn rows() -> Table<'static> {
    let number = |name: &str, of: &dyn Fn(usize) -> f64| Column::number(name, (0..600).map(of).collect::<Vec<_>>());
    let mut columns = vec![
        number("stratum", &|row| (row / 60) as f64),
        number("cluster", &|row| (row / 12) as f64),
        number("pair", &|row| (row / 24) as f64),
        number("weight", &|row| 0.5 + (mixed(row) % 100) as f64 / 70.0),
        number("group", &|row| (mixed(row + 7) % 4) as f64),
        number("yes", &|row| f64::from(u8::from(mixed(row + 1_000) % 10 < 3 + row % 4))),
    ];
    for column in 0..9 {
        let value = |row: usize| {
            if mixed(row * 9 + column).is_multiple_of(50) { f64::NAN } else { mixed(row * 9 + column) as f64 / 7.0 }
        };
        columns.push(number(&format!("x{column}"), &value));
    }
    for column in 0..12 {
        columns.push(number(&format!("r{column}"), &|row| (mixed(row * 12 + column) % 300) as f64 / 100.0));
    }
    Table::new(columns).unwrap()
}

fn design() -> Design {
    Design::new().weights("weight").strata("stratum").cluster("cluster")
}

#[test]
fn the_one_pass() {
    let table = rows();
    let measures = || (0..9).map(|column| Measure::mean(format!("x{column}")));
    let by = || Margin::by(vec!["group".to_owned()]);
    same(|| {
        let spec = SummarySpec::new(design()).measures(measures()).margin(by());
        Summary::new(spec).unwrap().add(&table).unwrap().to_bytes().unwrap()
    });
}

#[test]
fn replicates() {
    let table = rows();
    let survey = Survey::new(&table, design()).unwrap();
    let logistic = || RegressionOptions::new().family(Family::Binomial);
    let kinds = [Replication::bootstrap(1_100, 3), Replication::jkn()];
    for replication in kinds {
        same(|| {
            survey.replicates(replication).unwrap().mean("x1", EstimateOptions::new().by("group")).unwrap().to_json()
        });
    }
    let pairs = Survey::new(&table, Design::new().weights("weight").strata("pair").cluster("cluster")).unwrap();
    for halves in [Replication::brr(), Replication::fay(0.3)] {
        same(|| {
            pairs.replicates(halves).unwrap().share("yes", ["1"], EstimateOptions::new().by("group")).unwrap().to_json()
        });
    }
    same(|| survey.replicates(Replication::jkn()).unwrap().regress("yes", &["x0"], logistic()).unwrap().to_json());
    let weights = ReplicateWeights::new((0..12).map(|column| format!("r{column}")), 0.1);
    let given = Survey::new(&table, Design::new().weights("weight").replicate_weights(weights)).unwrap();
    same(|| given.alpha(&["x0", "x1", "x2"], ()).unwrap().to_json());
    let margins = PopulationMargins::new().groups("group", (0..4).map(|group| (group.to_string(), 200.0)));
    let raked = survey.calibrate(&margins, ()).unwrap();
    same(|| raked.replicates(Replication::bootstrap(40, 3)).unwrap().ratio("x1", "x2", ()).unwrap().to_json());
}

/// The same digits stand in the tests of JavaScript, where nothing runs beside.
#[test]
fn no_threads_at_all() {
    let numbers = |salt: usize| (0..600).map(|row| mixed(row + salt) as f64 / 7.0).collect::<Vec<_>>();
    let cluster = (0..600).map(|row| (row / 12) as f64).collect::<Vec<_>>();
    let columns =
        vec![Column::number("cluster", cluster), Column::number("x", numbers(0)), Column::number("y", numbers(1_000))];
    let table = Table::new(columns).unwrap();
    let survey = Survey::new(&table, Design::new().cluster("cluster")).unwrap();
    let made = survey.replicates(Replication::bootstrap(1_100, 3)).unwrap().ratio("x", "y", ()).unwrap();
    let linear = survey.correlation("x", "y", ()).unwrap();
    let digits = |found: &cohesion_core::Estimates| (found.rows[0].estimate.value, found.rows[0].estimate.se);
    assert_eq!(digits(&made), (Some(0.9929845768758878), Some(0.038900541565457844)));
    assert_eq!(digits(&linear), (Some(0.001297684741158933), Some(0.0446862695174876)));
}

#[test]
fn the_audit_of_what_is_published() {
    let people = |place: usize| if place.is_multiple_of(13) { place as u64 % 9 } else { 12 + place as u64 % 29 };
    let table = |by: &[usize]| {
        let mut counted: Vec<(Vec<String>, u64)> = Vec::new();
        for place in 0..84 {
            let labels: Vec<String> = by.iter().map(|axis| [place / 7, place % 7][*axis].to_string()).collect();
            match counted.iter_mut().find(|(known, _)| *known == labels) {
                Some((_, n)) => *n += people(place),
                None => counted.push((labels, people(place))),
            }
        }
        let rows = counted.into_iter().map(|(labels, n)| CountRow { labels, n, ..CountRow::default() }).collect();
        let keys = by.iter().map(|axis| format!("k{axis}")).collect();
        CountTable { variable: "q".to_owned(), keys, rows, ..CountTable::default() }
    };
    let tables = || [&[][..], &[0], &[1], &[0, 1]].map(table).to_vec();
    let published = same(|| publish(tables(), &PublishRule::default(), ()).unwrap().to_json());
    assert!(published.contains("hidden_complementary"), "{published}");
}
