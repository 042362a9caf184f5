//! Reports, tables and charts: what they say, pinned by snapshots, and what they must never hold.

use std::collections::HashSet;

use cohesion_core::{Language, PublishedEvaluation, ReportAudience, report};

mod charts;
mod fixture;
mod markup;
mod sheets;
mod tables;

use fixture::{evaluation, publication, with_texts};
use markup::{assert_balanced, pieces, skeleton, words};

/// Every page there is: language, audience, page.
fn pages(publication: &PublishedEvaluation) -> Vec<(Language, ReportAudience, String)> {
    let all = Language::ALL.into_iter().flat_map(|language| ReportAudience::ALL.map(|audience| (language, audience)));
    all.map(|(language, audience)| (language, audience, report::html(publication, language, audience))).collect()
}

#[test]
fn partners_and_residents_read() {
    let publication = publication();
    for (language, audience) in [(Language::En, ReportAudience::Partners), (Language::Fr, ReportAudience::Partners)] {
        let name = format!("{}-{}", audience.as_str(), language.tag());
        insta::assert_snapshot!(format!("{name}-html"), report::html_fragment(&publication, language, audience));
    }
    for (language, audience) in pages(&publication).into_iter().map(|(language, audience, _)| (language, audience)) {
        let name = format!("{}-{}", audience.as_str(), language.tag());
        insta::assert_snapshot!(format!("{name}-markdown"), report::markdown(&publication, language, audience));
    }
}

#[test]
fn a_terminal_reads() {
    let publication = publication();
    for language in Language::ALL {
        insta::assert_snapshot!(format!("text-{}", language.tag()), report::text(&publication, language));
    }
}

#[test]
fn pages_are_well_formed_and_self_contained() {
    for (language, audience, page) in pages(&publication()) {
        let at = format!("{language:?} {audience:?}");
        assert!(!page.contains("://") && !page.contains("<script") && !page.contains("style=\""), "{at}");
        let pieces = pieces(&page);
        assert_balanced(&pieces);
        let of = |name: &str| pieces.iter().filter(|piece| piece.name() == Some(name)).collect::<Vec<_>>();
        assert_eq!(of("html")[0].attribute("lang"), Some(language.tag()), "{at}");
        assert_eq!((of("h1").len(), of("main").len(), of("title").len()), (1, 1, 1), "{at}");
        for header in of("th") {
            assert!(matches!(header.attribute("scope"), Some("col" | "row")), "{at}: {header:?}");
        }
        let (tables, captions) = (of("table"), of("caption"));
        assert_eq!(tables.len(), captions.len(), "{at}");
        assert!(tables.iter().all(|table| table.attribute("lang") == Some(language.tag())), "{at}");
        assert_eq!(of("figure").len(), of("figcaption").len(), "{at}");
        for drawing in of("svg") {
            let named = drawing.attribute("role") == Some("img")
                && drawing.attribute("aria-label").is_some_and(|label| !label.trim().is_empty());
            assert!(named || drawing.attribute("aria-hidden") == Some("true"), "{at}: {drawing:?}");
        }
    }
}

#[test]
fn headings_step_down_one_at_a_time_and_links_lead_somewhere() {
    let publication = publication();
    let fragments = ReportAudience::ALL.map(|audience| report::html_fragment(&publication, Language::Nl, audience));
    let whole = pages(&publication).into_iter().map(|(_, _, page)| (page, 1_u8));
    for (html, first) in whole.chain(fragments.into_iter().map(|html| (html, 2))) {
        let pieces = pieces(&html);
        let levels: Vec<u8> = pieces.iter().filter_map(|piece| piece.name()?.strip_prefix('h')?.parse().ok()).collect();
        assert_eq!(levels[0], first);
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
        let ids: Vec<&str> = pieces.iter().filter_map(|piece| piece.attribute("id")).collect();
        assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "{ids:?}");
        for link in pieces.iter().filter_map(|piece| piece.attribute("href")) {
            assert!(ids.contains(&link.trim_start_matches('#')), "{link}");
        }
    }
}

#[test]
fn a_fragment_holds_no_style_and_no_link_and_says_the_same() {
    let publication = publication();
    for (language, audience, page) in pages(&publication) {
        let fragment = report::html_fragment(&publication, language, audience);
        let (page, part) = (pieces(&page), pieces(&fragment));
        assert_balanced(&part);
        assert!(part.iter().all(|piece| !matches!(piece.name(), Some("style" | "a" | "main" | "h1"))));
        let main = page.iter().position(|piece| piece.name() == Some("main")).unwrap();
        assert_eq!(words(&part), words(&page[main..]));
    }
}

/// A page holds none of the commonest words of another language; that it holds no heading of one is tested beside the
/// tables of texts.
#[test]
fn pages_speak_one_language() {
    let stop: [(Language, &[&str]); 3] = [
        (Language::En, &["les", "des", "het", "een", "réponses", "antwoorden"]),
        (Language::Fr, &["the", "and", "of", "with", "answers", "het", "een", "van"]),
        (Language::Nl, &["the", "and", "with", "answers", "les", "des", "réponses"]),
    ];
    for (language, audience, page) in pages(&publication()) {
        let stop = stop.iter().find(|(of, _)| *of == language).unwrap().1;
        for text in words(&pieces(&page)) {
            let foreign =
                text.split(|c: char| !c.is_alphabetic()).find(|word| stop.contains(&word.to_lowercase().as_str()));
            assert_eq!(foreign, None, "{language:?} {audience:?}: {text}");
        }
    }
}

#[test]
fn residents_are_spared_the_jargon() {
    let jargon = [
        "alpha",
        "alfa",
        "interval",
        "intervalle",
        "p",
        "se",
        "df",
        "deff",
        "sha",
        "hash",
        "logit",
        "taylor",
        "estimate",
        "estimation",
        "schatting",
        "weights",
        "stratum",
        "standard",
    ];
    for (language, audience, page) in pages(&publication()) {
        if audience == ReportAudience::Partners {
            continue;
        }
        for text in words(&pieces(&page)) {
            // “Se sentent chez eux” is French, not a standard error.
            let mut all = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
            let found = all.find(|word| {
                let word = word.to_lowercase();
                jargon.contains(&word.as_str()) && !(language == Language::Fr && word == "se")
            });
            assert_eq!(found, None, "{language:?}: {text}");
        }
    }
}

#[test]
fn figures_are_those_of_the_content() {
    let publication = publication();
    let headline = &publication.content().indicators[0].headline;
    let (value, interval) = (headline.value.unwrap(), headline.interval.unwrap());
    // The interval is wider than ten points: no decimal.
    assert!(interval.high - interval.low >= 0.10);
    let percent = |share: f64| format!("{:.0}%", share * 100.0);
    let page = report::html(&publication, Language::En, ReportAudience::Partners);
    assert!(page.contains(&format!("<strong class=\"cc-figure\">{}</strong>", percent(value))));
    assert!(page.contains(&format!("95% interval: {} to {}", percent(interval.low), percent(interval.high))));
    let page = report::html(&publication, Language::En, ReportAudience::Residents);
    assert!(page.contains(&format!("About {:.0} in 100 people.", value * 100.0)));
    let probably = format!(
        "The true figure probably lies between {:.0} and {:.0} in 100.",
        interval.low * 100.0,
        interval.high * 100.0
    );
    assert!(page.contains(&probably), "{probably}");
}

/// What the evaluator's copy knows of a hidden group is nowhere in what is made from the publication.
#[test]
fn hidden_groups_leave_nothing_behind() {
    let evaluation = evaluation();
    let group = &evaluation.content().indicators[1].groups[0];
    let hidden = group.estimates.get(&["w"]).unwrap();
    let publication = publication();
    let published = &publication.content().indicators[1].groups[0];
    assert!(published.estimates.get(&["w"]).is_none() && !published.hidden.is_empty());
    let exact = hidden.value.unwrap().to_string();
    let rounded = format!("{:.2}", hidden.value.unwrap());
    let interval = hidden.interval.unwrap();
    let range = format!("{:.2} to {:.2}", interval.low, interval.high);
    let mut all: Vec<String> = pages(&publication).into_iter().map(|(_, _, page)| page).collect();
    all.push(report::csv_machine(&publication));
    all.push(report::text(&publication, Language::En));
    all.push(report::csv_spreadsheet(&publication, Language::En));
    all.push(cohesion_core::chart::groups(&publication.content().indicators[1], published, Language::En).to_string());
    for text in all {
        assert!(!text.contains(&exact) && !text.contains(&range), "{text}");
        assert!(!text.contains(&format!("West: {rounded}")), "{text}");
    }
}

/// Notes may carry values of single rows for the evaluator; a report does not pass them on.
#[test]
fn no_value_of_a_row_is_told() {
    let publication = with_texts("secret cell");
    let mut json: serde_json::Value = serde_json::from_str(&publication.to_json()).unwrap();
    json["notes"] = serde_json::json!([{
        "code": "unparsed", "path": "column[trust]", "severity": "warning",
        "params": { "column": "trust", "n": "2", "examples": "Jan Peeters; 06-123" },
    }]);
    let publication = PublishedEvaluation::from_json(&json.to_string()).unwrap();
    for (language, audience, page) in pages(&publication) {
        assert!(!page.contains("Peeters"), "{language:?} {audience:?}");
        assert!(audience == ReportAudience::Residents || page.contains(">2 "), "{language:?}: the note itself is told");
    }
    assert!(!report::text(&publication, Language::En).contains("Peeters"));
}

fn assert_harmless(text: &str) {
    let publication = with_texts(text);
    let plain = with_texts("x");
    for ((language, audience, page), (_, _, expected)) in pages(&publication).into_iter().zip(pages(&plain)) {
        assert!(!page.contains("<script") && !page.contains("<img"), "{language:?} {audience:?}");
        let (found, expected) = (pieces(&page), pieces(&expected));
        assert_balanced(&found);
        // A blank text leaves its paragraph away; any other changes no tag.
        assert!(
            text.trim().is_empty() || skeleton(&found) == skeleton(&expected),
            "{language:?} {audience:?} {text:?}"
        );
        let markdown = report::markdown(&publication, language, audience);
        assert!(!markdown.contains('<'), "{markdown}");
    }
    let light = report::notebook_html(&publication, Language::En);
    let expected = report::notebook_html(&plain, Language::En);
    assert!(skeleton(&pieces(&light)) == skeleton(&pieces(&expected)), "{light}");
    tables::assert_no_formula(&publication);
}

#[test]
fn hostile_texts_stay_text() {
    for text in [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onload='x",
        "</title></style></main>",
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "| a | b |\n|---|---|",
        "[click](javascript:alert(1)) `code` *x* &lt;b&gt;",
        "{n} {minimum}",
        "\u{0}\u{1b}[31m\u{feff}\u{fffe}",
        "",
    ] {
        assert_harmless(text);
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_stays_text(text in "\\PC{0,20}|[<>&\"'=+@|`\\[\\]();:/a\\s-]{0,20}") {
        assert_harmless(&text);
    }
}
