//! Every result is a sheet: text, HTML, Markdown, CSV and columns of each, in three languages.

use cohesion_core::{
    ChiSquareStatistic, Column, Design, EstimateOptions, Estimates, Language, Network, NetworkOptions, Plan,
    PopulationMargins, PublishRule, RankScore, RegressionOptions, ResponseOptions, Sheet, SmallAreaOptions, Survey,
    Table, ToSheet, k_anonymity, note_text, publish,
};
use serde_json::Value;

use super::markup::{assert_balanced, pieces};

/// Forty answers in five districts; nobody in the last one answered.
fn answers() -> Table<'static> {
    let rows = 0..40_usize;
    let trust: Vec<f64> =
        rows.clone().map(|row| if row >= 36 { f64::NAN } else { ((row * 7) % 5) as f64 + 1.0 }).collect();
    let age: Vec<f64> = rows.clone().map(|row| 18.0 + ((row * 13) % 50) as f64).collect();
    let of = |names: &'static [&'static str], every: usize| {
        (0..40_usize).map(move |row| Some(names[row / every % names.len()])).collect::<Vec<_>>()
    };
    Table::new(vec![
        Column::number("trust", trust),
        Column::number("age", age),
        Column::text("club", of(&["no", "yes"], 3)),
        Column::text("district", of(&["North", "East", "South", "West", "Port"], 9)),
        Column::text("outcome", of(&["I", "R"], 7)),
        Column::number("weight", vec![25.0; 40]),
    ])
    .unwrap()
}

fn by_area(table: &Table<'_>) -> Estimates {
    Survey::new(table, Design::new()).unwrap().mean("trust", EstimateOptions::new().by("area")).unwrap()
}

/// Eleven areas of four answers, and what is known of each.
fn areas() -> [Table<'static>; 2] {
    let area = |row: usize| Some(format!("A{row:02}"));
    let trust: Vec<f64> = (0..44_usize).map(|row| (row / 4 * 5 % 7 + row % 2) as f64).collect();
    let answers = Table::new(vec![
        Column::text("area", (0..44).map(|row| area(row / 4)).collect::<Vec<_>>()),
        Column::number("trust", trust),
    ]);
    let tenants = [10.0, 12.0, 30.0, 25.0, 40.0, 45.0, 50.0, 52.0, 60.0, 70.0, 80.0, 20.0];
    let known = Table::new(vec![
        Column::text("area", (0..12).map(area).collect::<Vec<_>>()),
        Column::number("tenants", tenants.to_vec()),
    ]);
    [answers.unwrap(), known.unwrap()]
}

/// One of each kind of result, by its name.
fn results() -> Vec<(&'static str, Box<dyn ToSheet>)> {
    let table = answers();
    let survey = Survey::new(&table, Design::new().weights("weight")).unwrap();
    let by = || EstimateOptions::new().by("district");
    let means = survey.mean("trust", by()).unwrap();
    let shares = survey.share("trust", ["4", "5"], by()).unwrap();
    let counts = survey.counts("trust", ["4", "5"], by()).unwrap();
    let margins = PopulationMargins::new().groups("club", [("no", 600.0), ("yes", 450.5)]);
    let [asked, known] = areas();
    let ties = Table::new(vec![
        Column::text("a", ["city", "city", "police"].map(Some)),
        Column::text("b", ["police", "club", "school"].map(Some)),
    ])
    .unwrap();
    let network = Network::from_edges(&ties, NetworkOptions::new("a", "b")).unwrap();
    let plan = Plan::read("examples/somerville.toml").unwrap();
    let somerville = cohesion_core::read_csv(&std::fs::read("examples/somerville.csv").unwrap()).unwrap().table;
    let regress = |options| survey.regress("trust", &["age", "club"], options).unwrap();
    vec![
        ("mean", Box::new(survey.mean("trust", ()).unwrap())),
        ("means", Box::new(means.clone())),
        ("shares", Box::new(shares.clone())),
        (
            "comparisons",
            Box::new(survey.mean("trust", EstimateOptions::new().by("club")).unwrap().differences().unwrap()),
        ),
        ("t-test", Box::new(survey.t_test("trust", "club", ()).unwrap())),
        ("rank-test", Box::new(survey.rank_test("trust", "club", RankScore::Median, ()).unwrap())),
        ("chi-square", Box::new(survey.chi_square("club", "district", ChiSquareStatistic::F, ()).unwrap())),
        ("regression", Box::new(regress(RegressionOptions::new()))),
        ("wald-test", Box::new(regress(RegressionOptions::new()).test(&["club"]).unwrap())),
        ("small-areas", Box::new(by_area(&asked).small_areas(&known, SmallAreaOptions::new().on("tenants")).unwrap())),
        ("calibration", Box::new(survey.calibrate(&margins, ()).unwrap().calibration().unwrap().clone())),
        ("response", {
            let adjusted = survey.nonresponse("outcome", ["I"], ResponseOptions::new().by("club")).unwrap();
            Box::new(adjusted.response().unwrap().clone())
        }),
        ("response-rates", {
            let rates = survey.response_rates("outcome", [("I", "I"), ("R", "R")], None, ()).unwrap();
            Box::new(rates)
        }),
        ("network-summary", Box::new(network.summary())),
        ("network-centrality", Box::new(network.centrality())),
        ("counts", Box::new(counts.clone())),
        ("published-estimates", Box::new(publish([means, shares], &PublishRule::default(), ()).unwrap())),
        ("published-counts", Box::new(publish([counts], &PublishRule::default(), ()).unwrap())),
        ("anonymity", Box::new(k_anonymity(&table, &["club", "district"], 4, Some("trust")).unwrap())),
        ("scores", Box::new(plan.score(&somerville, "satisfaction").unwrap())),
    ]
}

#[test]
fn every_result_reads() {
    for (name, result) in results() {
        let mut text = String::new();
        for language in Language::ALL {
            text.push_str(&result.sheet(language).to_text());
            text.push('\n');
        }
        insta::assert_snapshot!(format!("sheet-{name}"), text);
    }
    let (_, shares) = results().swap_remove(2);
    insta::assert_snapshot!("sheet-shares-html", shares.sheet(Language::Fr).to_html());
    insta::assert_snapshot!("sheet-shares-markdown", shares.sheet(Language::Nl).to_markdown());
}

/// All that a sheet says beside its figures.
fn said(sheet: &Sheet) -> Vec<String> {
    let remarks = sheet.tables.iter().filter(|table| table.readers.are_people()).flat_map(|table| &table.remarks);
    let remarks = remarks.map(|remark| match &remark.said {
        cohesion_core::Said::Note(note) => note_text(note, sheet.language),
        cohesion_core::Said::Sentence(sentence) => sentence.clone(),
    });
    remarks.chain(sheet.notes.iter().map(|note| note_text(note, sheet.language))).collect()
}

#[test]
fn reasons_and_notes_stand_wherever_a_figure_does() {
    let mut reasons = 0;
    for (name, result) in results() {
        for language in Language::ALL {
            let sheet = result.sheet(language);
            let (text, html, markdown) = (sheet.to_text(), sheet.to_html(), sheet.to_markdown());
            assert_balanced(&pieces(&html));
            assert!(html.len() <= 15_000 && !html.contains("style="), "{name}");
            for sentence in said(&sheet) {
                assert!(text.contains(&sentence), "{name}: {sentence}");
                assert!(!sentence.contains(['{', '_']), "{name}: {sentence}");
                // What has no meaning in HTML or Markdown stands there as it is.
                let plain: String = sentence.chars().take_while(|c| c.is_alphanumeric() || *c == ' ').collect();
                assert!(html.contains(&plain) && markdown.contains(&plain), "{name}: {plain}");
                reasons += 1;
            }
        }
    }
    assert!(reasons > 60, "{reasons}");
}

#[test]
fn programs_read_the_same_in_every_language() {
    for (name, result) in results() {
        let sheet = result.sheet(Language::En);
        let (csv, columns) = (sheet.to_csv(), sheet.to_columns());
        for language in [Language::Fr, Language::Nl] {
            assert_eq!(result.sheet(language).to_csv(), csv, "{name}");
            assert_eq!(result.sheet(language).to_columns(), columns, "{name}");
        }
        let columns: Vec<Value> = serde_json::from_str(&columns).unwrap();
        let names: Vec<&str> = columns.iter().map(|column| column["name"].as_str().unwrap()).collect();
        let rows = csv.matches("\r\n").count() - 1;
        assert_eq!(csv.lines().next().unwrap().split(',').count(), names.len(), "{name}");
        for (place, name) in names.iter().enumerate() {
            assert!(!name.is_empty() && !names[..place].contains(name), "{name} in {names:?}");
            assert_eq!(columns[place]["values"].as_array().unwrap().len(), rows);
        }
    }
}

/// Many tables are named where there is no room, and what is said of the whole stands all the same.
#[test]
fn a_sheet_of_many_tables_stays_small() {
    let table = answers();
    let survey = Survey::new(&table, Design::new()).unwrap();
    let one = survey.mean("trust", EstimateOptions::new().by("age")).unwrap();
    let published = publish(vec![one; 40], &PublishRule::default(), ()).unwrap();
    let html = published.sheet(Language::En).to_html();
    assert!(html.len() <= 15_000, "{}", html.len());
    assert!(html.contains("more tables are not shown here") && html.contains("All tables were taken to be about"));
    assert_balanced(&pieces(&html));
}

/// Columns that people do not see in English, they do not see in French either; and no code stands for a word.
#[test]
fn people_read_words_of_their_language() {
    for (name, result) in results() {
        let sheets = Language::ALL.map(|language| result.sheet(language));
        for sheet in &sheets {
            let text = sheet.to_text();
            assert!(!text.contains('_'), "{name}: {text}");
            assert!(!text.lines().any(|line| line.starts_with("- ") && line.contains("  ")), "{name}: {text}");
            assert!(!sheet.title.contains(" :"), "{name}: a plain space before a colon");
            assert!(!sheet.method.text.is_empty(), "{name}");
        }
        assert_eq!(sheets[0].to_text().lines().count(), sheets[1].to_text().lines().count(), "{name}");
    }
}

#[test]
fn pictures_are_drawn_where_there_are_figures() {
    let without = ["t-test", "rank-test", "chi-square", "wald-test", "calibration", "response", "response-rates"];
    let without = [&without[..], &["network-summary", "network-centrality", "counts", "anonymity", "scores"]].concat();
    for (name, result) in results() {
        let drawn = result.sheet(Language::Fr).chart();
        let expected = !without.contains(&name) && !name.starts_with("published");
        assert_eq!(drawn.is_ok(), expected, "{name}");
    }
}
