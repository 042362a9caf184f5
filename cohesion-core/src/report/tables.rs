//! The sentence of every note: the tables of all rooms.

use crate::estimate::Note;
use crate::message::{Entry, Language};
use crate::{codebook, disclosure, estimate, estimation, health, network, sampling, scale, survey};

/// The tables that notes come from.
const TABLES: &[&[&Entry]] = &[
    estimate::texts::TABLE,
    codebook::texts::TABLE,
    scale::texts::TABLE,
    sampling::texts::TABLE,
    estimation::texts::TABLE,
    survey::texts::TABLE,
    disclosure::texts::TABLE,
    network::texts::TABLE,
    health::texts::TABLE,
    super::texts::TABLE,
];

/// The sentence of a note; its code where the note was made by a later version and has no text here.
///
/// ```
/// use cohesion_core::{Language, Note, note_text};
/// let note = r#"{ "code": "zero_weight_ties", "path": "", "severity": "information", "params": { "n": 1 } }"#;
/// let note: Note = serde_json::from_str(note).unwrap();
/// assert_eq!(note_text(&note, Language::En), "1 row has weight 0 and was taken as no tie.");
/// ```
#[must_use]
pub fn note_text(note: &Note, language: Language) -> String {
    note.said(TABLES, language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::health::{FindingCode, finding_help, finding_meaning};
    use crate::message::sentence::{self, assessment, plain};
    use crate::message::{Kind, NO_NAMES, NoteValue, Params, phrases};

    /// Every text with values in it, and every word.
    fn entries() -> Vec<&'static Entry> {
        let findings = FindingCode::ALL.iter().map(|code| code.sentence());
        let words = super::super::review::WORDS.iter().copied();
        let words = words.chain([estimate::words::TABLE, estimate::words::tests::TABLE]);
        let words = words.chain([sentence::TABLE, sentence::reasons::TABLE, plain::TABLE, assessment::TABLE]);
        let words = words.chain([phrases::TABLE, estimate::explanation::said::TABLE]);
        TABLES.iter().copied().chain(words).flatten().copied().chain(findings).collect()
    }

    fn value(kind: Kind, n: u64) -> NoteValue {
        match kind {
            Kind::Count | Kind::Percent => NoteValue::Count(n),
            Kind::Number(_) | Kind::Share => NoteValue::Number(n as f64 / 2.0),
            Kind::Date => NoteValue::Text("2026-06-30".to_owned()),
            Kind::Name | Kind::Id(_) => NoteValue::Text("Xyz".to_owned()),
            Kind::Word(table) => NoteValue::Text(table[n as usize % table.len()].code.to_owned()),
            Kind::List(of) => NoteValue::List((0..n.max(1)).map(|place| value(*of, place)).collect()),
            Kind::Range => NoteValue::List(vec![NoteValue::Count(n), NoteValue::Count(n + 1)]),
            Kind::Cell => NoteValue::Cell(crate::message::CellOfRow { row: Some(n + 1), value: "Xyz".to_owned() }),
        }
    }

    /// All that is said in a language, with the code of each and the count in it.
    fn said(language: Language) -> Vec<(&'static str, u64, String)> {
        let mut said = Vec::new();
        for entry in entries() {
            for n in 0..=2 {
                let of = |(name, kind): (&&str, &Kind)| ((*name).to_owned(), value(*kind, n));
                let params: Params = entry.names.iter().zip(entry.kinds).map(of).collect();
                said.push((entry.code, n, entry.filled(&params, language, NO_NAMES)));
            }
        }
        for code in FindingCode::ALL {
            said.push((code.as_str(), 2, finding_meaning(*code, language).to_owned()));
            said.extend(finding_help(*code, language).map(|help| (code.as_str(), 2, help.to_owned())));
        }
        said
    }

    fn words(text: &str) -> Vec<&str> {
        text.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '’').filter(|word| !word.is_empty()).collect()
    }

    #[test]
    fn braces_are_filled_and_spaces_single() {
        let mut wrong = Vec::new();
        for language in Language::ALL {
            for (code, n, text) in said(language) {
                let snake = words(&text).iter().any(|word| word.contains('_'));
                let open = text.contains(['{', '}', '|', '[', ']']) || text.contains("  ") || text.contains(" .");
                if snake || open || text.trim() != text || text.is_empty() {
                    wrong.push(format!("{language:?} {code} {n}: {text}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    /// A page holds no heading of another language.
    #[test]
    fn pages_say_no_phrase_of_another_language() {
        let plan = crate::Plan::from_toml(include_str!("../../examples/somerville.toml")).unwrap();
        let answers = crate::read_csv(include_bytes!("../../examples/somerville.csv")).unwrap().table;
        let options = crate::EvaluationOptions::new().as_of("2026-06-30");
        let publication = plan.evaluate(&answers, options).unwrap().publish();
        let all = |language: Language| phrases::TABLE.iter().map(move |entry| entry.said(language));
        for language in Language::ALL {
            let own: Vec<&str> = all(language).collect();
            let other: Vec<&str> = Language::ALL.into_iter().flat_map(all).filter(|said| !own.contains(said)).collect();
            for audience in crate::ReportAudience::ALL {
                let page = crate::report::html(&publication, language, audience);
                let texts = page.split('>').filter_map(|piece| piece.split('<').next()).map(str::trim);
                for text in texts {
                    assert!(!other.contains(&text), "{language:?} {audience:?}: {text}");
                }
            }
        }
    }

    #[test]
    fn no_english_stands_in_french_or_dutch() {
        const ENGLISH: [&str; 14] = [
            "the", "and", "are", "were", "from", "which", "not", "their", "than", "this", "there", "has", "have", "its",
        ];
        let mut wrong = Vec::new();
        for language in [Language::Fr, Language::Nl] {
            for (code, _, text) in said(language) {
                let lower = text.to_lowercase();
                let of =
                    language == Language::Fr && words(&lower).iter().any(|word| ["of", "is", "with"].contains(word));
                if of || words(&lower).iter().any(|word| ENGLISH.contains(word)) {
                    wrong.push(format!("{language:?} {code}: {text}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    /// A count and the word behind it: `1 rows`, `1 rijen`, `0 lignes`.
    #[test]
    fn words_agree_with_counts() {
        let mut wrong = Vec::new();
        for language in Language::ALL {
            for (code, n, text) in said(language) {
                for pair in text.split_whitespace().collect::<Vec<_>>().windows(2) {
                    let [count, word] = [pair[0], pair[1].trim_matches(|c: char| !c.is_alphanumeric())];
                    let one = count == "1" || (count == "0" && language == Language::Fr);
                    let many = match language {
                        Language::En => word.ends_with('s') && !["was", "has", "is"].contains(&word),
                        Language::Fr => {
                            word.ends_with('s')
                                && !["poids", "cas", "fois", "dans", "plus", "rendez-vous"].contains(&word)
                        }
                        Language::Nl => {
                            word.ends_with("en") && !["en", "alleen", "gegeven", "vallen", "beginnen"].contains(&word)
                        }
                    };
                    if one && many {
                        wrong.push(format!("{language:?} {code} {n}: {text}"));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn french_marks_have_their_spaces() {
        let mut wrong = Vec::new();
        for (code, _, text) in said(Language::Fr) {
            let letters: Vec<char> = text.chars().collect();
            for (place, letter) in letters.iter().enumerate() {
                let before = place.checked_sub(1).map(|place| letters[place]);
                let after = letters.get(place + 1).copied();
                let right = match letter {
                    ':' if after.is_none_or(char::is_whitespace) => before == Some('\u{a0}'),
                    ';' | '?' | '!' | '%' => before == Some('\u{202f}'),
                    '«' => after == Some('\u{a0}'),
                    '»' => before == Some('\u{a0}'),
                    '\'' => false,
                    _ => true,
                };
                if !right {
                    wrong.push(format!("{code} {letter}: {text}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    /// Results of format 1 hold every value as a text.
    #[test]
    fn values_of_format_1_are_read() {
        let read = |json: &str| serde_json::from_str::<Note>(json).unwrap();
        let few = read(
            r#"{ "code": "by_chance", "path": "", "severity": "information", "params": { "n": "1200", "expected": "60.5" } }"#,
        );
        let french = note_text(&few, Language::Fr);
        assert!(french.starts_with("Sur 1\u{202f}200 comparaisons, environ 60,5 ressortiraient"), "{french}");
        let column = read(
            r#"{ "code": "unparsed", "path": "column[x]", "severity": "warning",
                 "params": { "column": "x", "n": "1", "examples": "row 3: n.a." } }"#,
        );
        let english = "1 value of column x is no number and counts as missing: row 3: n.a..";
        assert_eq!(note_text(&column, Language::En), english);
        let percent = read(
            r#"{ "code": "completion_too_low", "path": "", "severity": "not_estimable", "params": { "percent": "40", "least": "60" } }"#,
        );
        assert!(note_text(&percent, Language::Nl).starts_with("Slechts 40% van de partners"));
        let units = read(
            r#"{ "code": "units_differ", "path": "", "severity": "not_estimable", "params": { "units": "EUR; days" } }"#,
        );
        assert!(note_text(&units, Language::En).contains("(EUR and days)"));
    }
}
