//! What is published cannot be undone: against every table of whole numbers that fits what is shown.

use std::collections::BTreeMap;

use cohesion_core::{
    AuditedCount, Column, CountRow, CountTable, Design, EstimateOptions, Filter, PublishOptions, PublishRule,
    PublishedTables, Survey, Table, publish,
};
use proptest::prelude::*;

/// Numbers of people by the columns `a`, `b`, `c` and whether they said yes: every crossing, with how many are in it.
type People = Vec<([usize; 4], u64)>;

/// Which rows a group holds: the level of each column, where it is told.
type Told = [Option<usize>; 4];

const COLUMNS: [&str; 3] = ["a", "b", "c"];

fn people(sizes: [usize; 4], counts: &[u64]) -> People {
    let mut people = Vec::new();
    for a in 0..sizes[0] {
        for b in 0..sizes[1] {
            for c in 0..sizes[2] {
                for yes in 0..sizes[3] {
                    people.push(([a, b, c, yes], counts[people.len() % counts.len()]));
                }
            }
        }
    }
    people
}

fn holds(told: &Told, at: &[usize; 4]) -> bool {
    told.iter().zip(at).all(|(told, at)| told.is_none_or(|told| told == *at))
}

fn sum(people: &People, told: &Told) -> u64 {
    people.iter().filter(|(at, _)| holds(told, at)).map(|(_, n)| n).sum()
}

/// The table by these columns within a domain, of everybody or with those who said yes as numerator.
fn table(people: &People, sizes: [usize; 4], by: &[usize], within: Option<(usize, usize)>, share: bool) -> CountTable {
    let mut rows = Vec::new();
    let all: usize = by.iter().map(|column| sizes[*column]).product();
    for number in 0..all {
        let mut told: Told = [None; 4];
        let mut rest = number;
        let mut labels = Vec::new();
        for column in by {
            told[*column] = Some(rest % sizes[*column]);
            labels.push(format!("{}{}", COLUMNS[*column], rest % sizes[*column]));
            rest /= sizes[*column];
        }
        if let Some((column, level)) = within {
            told[column] = Some(level);
        }
        let numerator = share.then(|| {
            let mut told = told;
            told[3] = Some(1);
            sum(people, &told)
        });
        rows.push(CountRow { labels, n: sum(people, &told), numerator, ..CountRow::default() });
    }
    CountTable {
        variable: "q".into(),
        values: if share { vec!["yes".into()] } else { Vec::new() },
        keys: by.iter().map(|column| COLUMNS[*column].to_owned()).collect(),
        within: within
            .map(|(column, level)| Filter {
                column: COLUMNS[column].into(),
                values: vec![format!("{}{level}", COLUMNS[column])],
            })
            .into_iter()
            .collect(),
        rows,
        unlabelled: 0,
    }
}

fn told(table: &CountTable, labels: &[String]) -> Told {
    let mut told: Told = [None; 4];
    let pairs = table.keys.iter().zip(labels).map(|(key, label)| (key.clone(), label.clone()));
    let within = table.within.iter().map(|filter| (filter.column.clone(), filter.values[0].clone()));
    for (key, label) in pairs.chain(within) {
        let column = COLUMNS.iter().position(|column| *column == key).unwrap();
        told[column] = Some(label[1..].parse().unwrap());
    }
    told
}

/// The smallest and largest number of people in `target` over all whole numbers that fit the conditions.
fn enumerate(crossings: &[[usize; 4]], conditions: &[(Told, u64)], target: &Told) -> Option<(u64, u64)> {
    fn step(
        at: usize,
        crossings: &[[usize; 4]],
        left: &mut Vec<u64>,
        conditions: &[(Told, u64)],
        target: &Told,
        here: u64,
        seen: &mut Option<(u64, u64)>,
    ) {
        if at == crossings.len() {
            if left.iter().all(|left| *left == 0) {
                let (low, high) = seen.unwrap_or((here, here));
                *seen = Some((low.min(here), high.max(here)));
            }
            return;
        }
        let mine: Vec<usize> =
            (0..conditions.len()).filter(|place| holds(&conditions[*place].0, &crossings[at])).collect();
        let most = mine.iter().map(|place| left[*place]).min().expect("some condition holds every crossing");
        for n in 0..=most {
            mine.iter().for_each(|place| left[*place] -= n);
            let here = here + if holds(target, &crossings[at]) { n } else { 0 };
            step(at + 1, crossings, left, conditions, target, here, seen);
            mine.iter().for_each(|place| left[*place] += n);
        }
    }
    let mut seen = None;
    let mut left: Vec<u64> = conditions.iter().map(|(_, n)| *n).collect();
    step(0, crossings, &mut left, conditions, target, 0, &mut seen);
    seen
}

/// Checks every range of the audit against enumeration, and that each is wide enough.
fn agrees(published: &PublishedTables, given: &[CountTable], people: &People) {
    assert!(published.audit.passed);
    let mut conditions: Vec<(Told, u64)> = Vec::new();
    for (table, given) in published.tables.iter().zip(given) {
        for row in &table.counts.as_ref().unwrap().rows {
            let told = told(given, &row.labels);
            conditions.push((told, row.n));
            if let Some(numerator) = row.numerator {
                conditions.push(([told[0], told[1], told[2], Some(1)], numerator));
            }
        }
    }
    if !conditions.iter().any(|(told, _)| told.iter().all(Option::is_none)) {
        return;
    }
    let crossings: Vec<[usize; 4]> = people.iter().map(|(at, _)| *at).collect();
    for cell in published.audit.cells.iter().filter(|cell| !cell.implied && cell.count != AuditedCount::Figure) {
        let mut told = told(&given[cell.table as usize], &cell.labels);
        match cell.count {
            AuditedCount::Counted => told[3] = Some(1),
            AuditedCount::NotCounted => told[3] = Some(0),
            _ => {}
        }
        let (low, high) = enumerate(&crossings, &conditions, &told).expect("the truth fits");
        assert_eq!((cell.low, cell.high), (Some(low as i64), Some(high as i64)), "{cell:?}");
        assert!((low..=high).contains(&sum(people, &told)));
        assert!(high - low >= cell.needed as u64);
    }
}

fn rule(minimum_n: u32, minimum_numerator: u32, protection: f64) -> PublishRule {
    PublishRule { minimum_n, minimum_numerator, protection, ..PublishRule::default() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn two_way_tables_with_margins(counts in proptest::collection::vec(0_u64..7, 6), protection in 0_u32..3) {
        let sizes = [2, 3, 1, 1];
        let people = people(sizes, &counts);
        let given = [&[][..], &[0], &[1], &[0, 1]].map(|by| table(&people, sizes, by, None, false));
        let rule = rule(3, 0, f64::from(protection) / 2.0);
        agrees(&publish(given.clone(), &rule, ()).unwrap(), &given, &people);
    }

    #[test]
    fn three_tables_that_run_in_a_circle(counts in proptest::collection::vec(0_u64..4, 8)) {
        let sizes = [2, 2, 2, 1];
        let people = people(sizes, &counts);
        let given = [&[][..], &[0, 1], &[1, 2], &[0, 2]].map(|by| table(&people, sizes, by, None, false));
        agrees(&publish(given.clone(), &rule(2, 0, 0.5), ()).unwrap(), &given, &people);
    }

    #[test]
    fn shares_within_a_domain_and_without(counts in proptest::collection::vec(0_u64..4, 8)) {
        let sizes = [2, 2, 1, 2];
        let people = people(sizes, &counts);
        let given = [
            table(&people, sizes, &[], None, true),
            table(&people, sizes, &[0], None, true),
            table(&people, sizes, &[0], Some((1, 0)), true),
        ];
        agrees(&publish(given.clone(), &rule(3, 2, 0.5), ()).unwrap(), &given, &people);
    }
}

/// Rows and columns of a table, with its sums in the last ones.
fn cross(rows: &[&[u64]]) -> Vec<CountTable> {
    let sizes = [rows.len(), rows[0].len(), 1, 1];
    let counts: Vec<u64> = rows.iter().flat_map(|row| row.iter().copied()).collect();
    let people = people(sizes, &counts);
    [&[][..], &[0], &[1], &[0, 1]].map(|by| table(&people, sizes, by, None, false)).to_vec()
}

fn hidden(published: &PublishedTables, table: usize) -> BTreeMap<String, String> {
    let rows = published.tables[table].hidden.iter();
    rows.map(|row| (row.labels.join(" "), row.note.code.as_str().to_owned())).collect()
}

#[test]
fn one_small_cell_takes_a_rectangle_with_it() {
    let published = publish(cross(&[&[20, 50, 30], &[40, 4, 60], &[70, 80, 90]]), &PublishRule::default(), ()).unwrap();
    let hidden = hidden(&published, 3);
    assert_eq!(hidden["a1 b1"], "hidden_small");
    assert_eq!(hidden.len(), 4);
    assert!(published.audit.passed);
}

#[test]
fn a_domain_and_everybody_are_not_both_shown_where_few_lie_outside() {
    let sizes = [2, 2, 1, 1];
    // Without the second table nothing is small; with it, 43 - 40 = 3 people of `a0` lie outside the domain.
    let people = people(sizes, &[3, 40, 25, 30]);
    let alone = [table(&people, sizes, &[0], None, false)];
    assert!(hidden(&publish(alone, &PublishRule::default(), ()).unwrap(), 0).is_empty());
    let given = [table(&people, sizes, &[0], None, false), table(&people, sizes, &[0], Some((1, 1)), false)];
    let published = publish(given, &PublishRule::default(), ()).unwrap();
    assert!(published.audit.passed);
    assert!(hidden(&published, 0).contains_key("a0") || hidden(&published, 1).contains_key("a0"));
    assert!(published.audit.cells.iter().any(|cell| cell.implied));
}

#[test]
fn nested_areas_are_one_column() {
    let row = |label: &str, n| CountRow { labels: vec![label.to_owned()], n, ..CountRow::default() };
    let by = |key: &str, rows: Vec<CountRow>| CountTable {
        variable: "q".into(),
        keys: vec![key.into()],
        rows,
        ..CountTable::default()
    };
    let streets = by("street", vec![row("Elm", 30), row("Oak", 4), row("Fir", 20), row("Ash", 50)]);
    let districts = by("district", vec![row("North", 34), row("South", 70)]);
    let of = [("Elm", "North"), ("Oak", "North"), ("Fir", "South"), ("Ash", "South")];
    let of = of.map(|(street, district)| (street.to_owned(), district.to_owned()));
    let published = publish(
        [streets.clone(), districts.clone()],
        &PublishRule::default(),
        PublishOptions::new().nested("street", "district", of),
    )
    .unwrap();
    assert_eq!(hidden(&published, 0).keys().collect::<Vec<_>>(), ["Elm", "Oak"]);
    assert!(hidden(&published, 1).is_empty());
    let fault =
        publish([streets, districts], &PublishRule::default(), PublishOptions::new().nested("street", "district", []));
    assert_eq!(fault.unwrap_err().kind().as_str(), "inconsistent");
}

#[test]
fn a_large_table_is_audited_whole() {
    let wide: Vec<u64> = (0..300).map(|n| if n % 37 == 0 { n % 9 } else { 12 + n % 29 }).collect();
    let rows: Vec<&[u64]> = wide.chunks(20).collect();
    let published = publish(cross(&rows), &PublishRule::default(), ()).unwrap();
    assert!(published.audit.passed);
    assert!(!published.audit.cells.is_empty());
}

/// One person of twelve is one person, whatever the weight makes of the share.
#[test]
fn the_number_of_people_decides_about_a_weighted_share() {
    for weight in [11.0, 11.3] {
        let area = ["N"; 40].into_iter().chain(["S"; 12]).map(Some);
        let yes = |row: usize| f64::from(u8::from(row < 12 || row == 40));
        let table = Table::new(vec![
            Column::text("area", area),
            Column::number("y", (0..52).map(yes).collect::<Vec<_>>()),
            Column::number("w", (0..52).map(|row| if row == 40 { weight } else { 1.0 }).collect::<Vec<_>>()),
        ]);
        let table = table.unwrap();
        let survey = Survey::new(&table, Design::new().weights("w")).unwrap();
        let by = || EstimateOptions::new().by("area");
        let (share, counts) = (survey.share("y", ["1"], by()).unwrap(), survey.counts("y", ["1"], by()).unwrap());
        let published = publish([share], &PublishRule::default(), PublishOptions::new().counts(counts)).unwrap();
        let rows = &published.tables[0].estimates.as_ref().unwrap().rows;
        assert!(rows.iter().all(|row| row.labels != ["S"]), "weight {weight}: {rows:?}");
    }
}
