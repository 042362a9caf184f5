//! A first codebook from a table: a guess for a person to correct.

use crate::codebook::{Code, CodeLabel, Codebook, MissingCodes, ValidRange, Variable, VariableType};
use crate::table::{Column, Table, Values};

/// Up to how many distinct values are taken as codes.
const MOST_CODES: usize = 20;

/// Codes that surveys use for "don't know", a refusal or no answer.
const USUAL: [f64; 12] = [7.0, 8.0, 9.0, 77.0, 88.0, 99.0, 777.0, 888.0, 999.0, 7777.0, 8888.0, 9999.0];

const DONT_KNOW: [&str; 14] = [
    "don't know",
    "dont know",
    "don’t know",
    "do not know",
    "no opinion",
    "dk",
    "ne sait pas",
    "je ne sais pas",
    "nsp",
    "sans opinion",
    "sans avis",
    "weet niet",
    "weet ik niet",
    "geen mening",
];
const REFUSED: [&str; 9] = [
    "refused",
    "refusal",
    "prefer not to say",
    "refus",
    "refuse de répondre",
    "ne souhaite pas répondre",
    "weigert",
    "wil niet zeggen",
    "geweigerd",
];
const NOT_APPLICABLE: [&str; 7] =
    ["not applicable", "n/a", "does not apply", "sans objet", "non applicable", "niet van toepassing", "n.v.t."];
const NOT_ASKED: [&str; 3] = ["not asked", "non posée", "niet gevraagd"];
const MISSING: [&str; 8] =
    ["missing", "no answer", "na", "sans réponse", "pas de réponse", "manquant", "geen antwoord", "ontbrekend"];

pub(super) fn codebook(table: &Table<'_>) -> Codebook {
    Codebook { variables: table.columns().iter().map(variable).collect(), ..Codebook::default() }
}

fn variable(column: &Column<'_>) -> Variable {
    match column.values() {
        Values::Number(values) => numbers(column.name(), values),
        Values::Category { levels, .. } => match read_all(levels) {
            Some(values) => numbers(column.name(), &values),
            None => texts(column.name(), levels),
        },
    }
}

fn empty(name: &str, kind: VariableType) -> Variable {
    Variable {
        id: name.trim().to_owned(),
        label: None,
        question: None,
        kind,
        codes: Vec::new(),
        range: None,
        unit: None,
        missing: MissingCodes::default(),
    }
}

/// The levels as numbers, where each one is a number.
fn read_all(levels: &[String]) -> Option<Vec<f64>> {
    if levels.is_empty() { None } else { levels.iter().map(|level| crate::table::parse_number(level)).collect() }
}

fn numbers(name: &str, values: &[f64]) -> Variable {
    // Adding zero makes one of -0 and 0.
    let mut distinct: Vec<f64> = values.iter().filter(|value| value.is_finite()).map(|value| value + 0.0).collect();
    // A code that means "don't know" stands at an end, apart from the answers.
    distinct.sort_by(f64::total_cmp);
    distinct.dedup();
    let (low, high) = suspicious(&distinct);
    let end = distinct.len() - high;
    let code = |value: &f64| Code::Number(*value);
    let dont_know: Vec<Code> = distinct.iter().take(low).chain(distinct.iter().skip(end)).map(code).collect();
    let distinct: Vec<f64> = distinct.into_iter().take(end).skip(low).collect();
    let whole = distinct.iter().all(|value| value.fract() == 0.0);
    let is_code = whole && !distinct.is_empty() && distinct.len() <= MOST_CODES;
    let mut variable = empty(name, if is_code { VariableType::Ordinal } else { VariableType::Number });
    if is_code {
        variable.codes = distinct.iter().map(|value| CodeLabel { value: Code::Number(*value), label: None }).collect();
    } else if let (Some(min), Some(max)) = (distinct.first(), distinct.last()) {
        variable.range = Some(ValidRange { min: Some(*min), max: Some(*max) });
    }
    variable.missing = MissingCodes { dont_know, ..MissingCodes::default() };
    variable
}

/// How many of `distinct` (sorted) at its start and at its end look like codes for a missing answer.
///
/// At the start: usual codes with a minus, or -1, below values that are not negative. At the end: usual codes that leave
/// a gap above at least two whole values; codes of two digits and more must be twice as large as any value.
fn suspicious(distinct: &[f64]) -> (usize, usize) {
    let low = distinct.iter().take_while(|value| **value < 0.0).count();
    // Where answers below 0 are no such codes, -9 is an answer as well.
    let is_low = |value: &f64| *value == -1.0 || USUAL.contains(&-value);
    let low = if distinct.iter().take(low).all(is_low) && distinct.len() >= low + 2 { low } else { 0 };
    let valid = distinct.get(low..).unwrap_or_default();
    let most = valid.iter().rev().take_while(|value| USUAL.contains(value)).count();
    let stands_apart = |high: &usize| {
        let (others, codes) = valid.split_at(valid.len() - high);
        match (others, codes) {
            ([_, .., top], [first, ..]) => {
                others.iter().all(|value| value.fract() == 0.0)
                    && first - top > 1.0
                    // 9 after a scale to 5 is a code; 88 among ages is an age.
                    && (*first < 10.0 || *first > 2.0 * top)
            }
            _ => false,
        }
    };
    let high = (1..=most).rev().find(stands_apart).unwrap_or_default();
    (low, high)
}

fn texts(name: &str, levels: &[String]) -> Variable {
    let mut missing = MissingCodes::default();
    let mut valid = Vec::new();
    for level in levels {
        let folded = level.trim().to_lowercase();
        let is = |list: &[&str]| list.contains(&folded.as_str());
        let code = Code::Text(level.clone());
        if is(&DONT_KNOW) {
            missing.dont_know.push(code);
        } else if is(&REFUSED) {
            missing.refused.push(code);
        } else if is(&NOT_APPLICABLE) {
            missing.not_applicable.push(code);
        } else if is(&NOT_ASKED) {
            missing.not_asked.push(code);
        } else if is(&MISSING) {
            missing.missing.push(code);
        } else {
            valid.push(code);
        }
    }
    // More different texts than that were written and not chosen.
    let is_code = !valid.is_empty() && valid.len() <= MOST_CODES;
    let mut variable = empty(name, if is_code { VariableType::Nominal } else { VariableType::Text });
    if is_code {
        valid.sort_by_key(Code::label);
        variable.codes = valid.into_iter().map(|value| CodeLabel { value, label: None }).collect();
    }
    variable.missing = missing;
    variable
}
