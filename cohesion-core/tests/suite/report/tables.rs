//! CSV and the small tables.

use cohesion_core::{
    Column, Design, EstimateOptions, Estimates, Language, PublishedEvaluation, Survey, Table, ToSheet,
    estimate::EstimateRow, read_csv, report,
};

use super::fixture::publication;
use super::markup::{assert_balanced, pieces};

/// The cells of a CSV text.
fn cells(text: &str, separator: u8) -> Vec<Vec<String>> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(separator).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// No cell would be run as a formula by a spreadsheet.
pub fn assert_no_formula(publication: &PublishedEvaluation) {
    let mut all = cells(&report::csv_machine(publication), b',');
    for language in Language::ALL {
        let separator = if language == Language::En { b',' } else { b';' };
        all.extend(cells(&report::csv_spreadsheet(publication, language), separator));
    }
    for cell in all.into_iter().flatten() {
        let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        assert!(!formula || cell.replace(',', ".").parse::<f64>().is_ok(), "{cell:?}");
    }
}

#[test]
fn csv_reads() {
    let publication = publication();
    // Line ends are normalised in snapshots: that they are CRLF is checked here.
    let machine = report::csv_machine(&publication);
    assert!(machine.lines().count() > 10 && machine.split('\n').all(|line| line.is_empty() || line.ends_with('\r')));
    insta::assert_snapshot!("csv-machine", machine.replace('\r', ""));
    for language in Language::ALL {
        let sheet = report::csv_spreadsheet(&publication, language);
        assert!(sheet.starts_with('\u{feff}'));
        let name = format!("csv-spreadsheet-{}", language.tag());
        insta::assert_snapshot!(name, sheet.trim_start_matches('\u{feff}').replace('\r', ""));
    }
}

/// What a French spreadsheet gets, read again by our own reader, are the numbers of the publication.
#[test]
fn a_spreadsheet_comes_back() {
    let publication = publication();
    let headline = publication.content().indicators[0].headline.value.unwrap();
    for (language, column) in [(Language::Fr, "Estimation"), (Language::Nl, "Schatting"), (Language::En, "Estimate")] {
        let sheet = report::csv_spreadsheet(&publication, language);
        let read = read_csv(sheet.as_bytes()).unwrap();
        let values = read.table.column(column).unwrap().numbers().unwrap();
        assert!((values.values[0] - headline * 100.0).abs() <= 0.005 + 1e-9, "{language:?}: {:?}", values.values);
    }
}

#[test]
fn machine_figures_are_not_rounded_and_hidden_ones_are_empty() {
    let publication = publication();
    let rows = cells(&report::csv_machine(&publication), b',');
    let place = |name: &str| rows[0].iter().position(|column| column == name).unwrap();
    let headline = rows.iter().find(|row| row[place("kind")] == "headline").unwrap();
    let value: f64 = headline[place("value")].parse().unwrap();
    assert_eq!(Some(value), publication.content().indicators[0].headline.value);
    let hidden: Vec<_> = rows.iter().filter(|row| row[place("reason")].starts_with("hidden")).collect();
    assert!(!hidden.is_empty());
    for row in hidden {
        assert!(["value", "se", "ci_low", "ci_high", "n", "n_missing"].iter().all(|name| row[place(name)].is_empty()));
    }
    let change = rows.iter().find(|row| row[place("kind")] == "change").unwrap();
    assert_eq!((change[place("wave")].as_str(), change[place("compared_with")].as_str()), ("2026", "2024"));
    assert!(change[place("p_adjusted")].parse::<f64>().is_ok());
}

/// Estimates by `groups` groups whose labels are `label` and a number.
fn by_group(groups: usize, label: &str) -> Estimates {
    let names = (0..groups * 3).map(|index| Some(format!("{label}{:04}", index / 3)));
    let values: Vec<f64> = (0..groups * 3).map(|index| 1.0 + (index % 5) as f64).collect();
    let table = Table::new(vec![Column::text("area", names), Column::number("trust", values)]).unwrap();
    Survey::new(&table, Design::new()).unwrap().mean("trust", EstimateOptions::new().by("area")).unwrap()
}

#[test]
fn a_notebook_table_reads() {
    let estimates = by_group(3, "Area ");
    for language in Language::ALL {
        insta::assert_snapshot!(format!("estimates-html-{}", language.tag()), estimates.sheet(language).to_html());
    }
    insta::assert_snapshot!("estimates-text", estimates.sheet(Language::En).to_text());
    insta::assert_snapshot!("comparisons-html", estimates.differences().unwrap().sheet(Language::En).to_html());
    insta::assert_snapshot!("comparisons-text", estimates.differences().unwrap().sheet(Language::Fr).to_text());
    insta::assert_snapshot!("notebook-html", report::notebook_html(&publication(), Language::En));
}

#[test]
fn a_notebook_table_stays_small() {
    let long = "\"<'&>\" ".repeat(40);
    for label in ["a", "Wijk Oude Haven ", long.as_str()] {
        for groups in [1, 60, 61, 500] {
            let estimates = by_group(groups, label);
            for html in [
                estimates.sheet(Language::Fr).to_html(),
                by_group(groups.clamp(2, 40), label).differences().unwrap().sheet(Language::Nl).to_html(),
            ] {
                assert!(html.len() <= 15_000, "{groups} {label}: {}", html.len());
                assert!(!html.contains("://") && !html.contains("<script") && !html.contains("style="));
                assert_balanced(&pieces(&html));
                assert_eq!(html.matches("<caption>").count(), 1);
                assert!(html.contains("scope=\"col\"") && html.contains("scope=\"row\""));
            }
        }
    }
    let html = by_group(61, "a").sheet(Language::En).to_html();
    assert_eq!(html.matches("<tr>").count(), 51);
    assert!(html.contains("11 more rows are not shown here."));
    assert_eq!(by_group(60, "a").sheet(Language::En).to_html().matches("<tr>").count(), 61);
}

#[test]
fn what_cannot_be_estimated_says_so() {
    let mut estimates = by_group(2, "Area ");
    let reason = r#"{ "code": "no_answers", "path": "", "severity": "not_estimable", "params": {} }"#;
    let reason: cohesion_core::Note = serde_json::from_str(reason).unwrap();
    estimates.rows[1] = EstimateRow {
        labels: vec!["Area 1".to_owned()],
        estimate: cohesion_core::Estimate::not_estimable("mean", 0, 3, reason),
    };
    for (language, words) in [
        (Language::En, "cannot be estimated"),
        (Language::Fr, "ne peut être estimé"),
        (Language::Nl, "niet te schatten"),
    ] {
        assert!(estimates.sheet(language).to_html().contains(words));
        assert!(estimates.sheet(language).to_text().contains(words));
    }
}
