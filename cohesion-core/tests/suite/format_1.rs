//! Results that earlier versions wrote, in format 1: read as before, and written in format 2. The same files are read by the
//! tests of Python and JavaScript.

use std::path::Path;

use cohesion_core::{
    Estimates, Evaluation, Language, PublishedEvaluation, ReportAudience, Review, ToSheet, note_text, report,
};

fn file(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/format-1").join(name)).unwrap()
}

#[test]
fn estimates_are_read() {
    let estimates = Estimates::from_json(&file("estimates.json")).unwrap();
    assert_eq!(estimates.get(&["Elm"]).unwrap().value, Some(3.5));
    // The value of the note was a text.
    assert!(estimates.notes[0].params["n"].as_str() == Some("1"));
    let said = Language::ALL.map(|language| note_text(&estimates.notes[0], language));
    assert_eq!(
        said,
        [
            "1 row has no value in column area: it counts in the overall figure and in no group.",
            "1 ligne n’a pas de valeur dans la colonne area\u{a0}: elle compte dans le chiffre global mais dans aucun groupe.",
            "1 rij heeft geen waarde in kolom area: ze telt mee in het totaalcijfer, niet in een groep.",
        ]
    );
    assert!(estimates.sheet(Language::Nl).to_text().contains("Elm"));
    assert_eq!(Estimates::from_json(&estimates.to_json()).unwrap(), estimates);
}

#[test]
fn documents_are_read_and_written_in_format_2() {
    let evaluation = Evaluation::from_json(&file("evaluation.json")).unwrap();
    assert!(evaluation.to_json().starts_with("{\"format\":2,\"kind\":\"confidential_evaluation\""));
    assert_eq!(Evaluation::from_json(&evaluation.to_json()).unwrap(), evaluation);

    let published = PublishedEvaluation::from_json(&file("published_evaluation.json")).unwrap();
    assert!(published.to_json().starts_with("{\"format\":2,\"kind\":\"publication\""));
    let page = report::markdown(&published, Language::Fr, ReportAudience::Residents);
    assert!(page.contains("Somerville"), "{page}");
    assert_eq!(evaluation.publish().content().indicators.len(), published.content().indicators.len());

    let review = Review::from_json(&file("review.json")).unwrap();
    assert!(review.to_json().starts_with("{\"format\":2,\"kind\":\"confidential_review\""));
    let page = report::review_markdown(&review, Language::Nl, ReportAudience::Partners);
    assert!(page.contains("Kombi"), "{page}");
}
