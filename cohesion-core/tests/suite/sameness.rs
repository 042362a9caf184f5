//! The same plan, rows and date give the same bytes in every language: digests of what is written are committed, and
//! `bindings-python/tests/test_sameness.py` and `bindings-wasm/tests/sameness.test.js` compare theirs with the same file.
//!
//! `UPDATE_SAMENESS=1 cargo test -p cohesion-core --test suite sameness` writes it anew.

use std::collections::BTreeMap;

use cohesion_core::{EvaluationOptions, Language, Plan, ReportAudience, read_csv, report};
use sha2::{Digest, Sha256};

fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn digests() -> BTreeMap<String, String> {
    let plan = Plan::from_toml(include_str!("../../examples/somerville.toml")).unwrap();
    let table = read_csv(include_bytes!("../../examples/somerville.csv")).unwrap().table;
    let evaluation = plan.evaluate(&table, EvaluationOptions::new().as_of("2026-06-30")).unwrap();
    let published = evaluation.publish();
    let mut digests = BTreeMap::from([
        ("evaluation json".to_owned(), digest(&evaluation.to_json())),
        ("publication json".to_owned(), digest(&published.to_json())),
        ("csv machine".to_owned(), digest(&report::csv_machine(&published))),
    ]);
    for language in Language::ALL {
        let tag = language.tag();
        digests.insert(format!("csv spreadsheet {tag}"), digest(&report::csv_spreadsheet(&published, language)));
        digests.insert(format!("text {tag}"), digest(&report::text(&published, language)));
        for audience in ReportAudience::ALL {
            let name = audience.as_str();
            digests.insert(format!("html {tag} {name}"), digest(&report::html(&published, language, audience)));
            digests.insert(format!("markdown {tag} {name}"), digest(&report::markdown(&published, language, audience)));
        }
    }
    digests
}

#[test]
fn what_is_written_has_the_committed_digests() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sameness.json");
    let found = serde_json::to_string_pretty(&digests()).unwrap() + "\n";
    if std::env::var_os("UPDATE_SAMENESS").is_some() {
        std::fs::write(file, &found).unwrap();
    }
    assert_eq!(std::fs::read_to_string(file).unwrap_or_default(), found, "UPDATE_SAMENESS=1 writes it anew");
}
