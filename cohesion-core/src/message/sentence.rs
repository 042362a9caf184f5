//! Sentences with figures in them, one function each. Figures come in as text that is already written out.

use super::{Language, format_integer};

pub(crate) mod assessment;
pub(crate) mod plain;

use Language::{En, Fr, Nl};

/// Whether a count takes the singular: in French 0 does as well.
fn singular(count: u64, language: Language) -> bool {
    match language {
        En | Nl => count == 1,
        Fr => count < 2,
    }
}

/// A count with its noun.
fn counted(count: u64, language: Language, one: &str, many: &str) -> String {
    format!("{} {}", format_integer(count, language), if singular(count, language) { one } else { many })
}

/// “55% to 71%”.
pub(crate) fn range(low: &str, high: &str, language: Language) -> String {
    match language {
        En => format!("{low} to {high}"),
        Fr => format!("{low} à {high}"),
        Nl => format!("{low} tot {high}"),
    }
}

/// A label and what belongs to it: “Nord: 2.8”; French sets a space before the colon.
pub(crate) fn labelled(label: &str, rest: &str, language: Language) -> String {
    match language {
        En | Nl => format!("{label}: {rest}"),
        Fr => format!("{label}\u{a0}: {rest}"),
    }
}

/// “143 answers”.
pub(crate) fn answers(count: u64, language: Language) -> String {
    match language {
        En => counted(count, language, "answer", "answers"),
        Fr => counted(count, language, "réponse", "réponses"),
        Nl => counted(count, language, "antwoord", "antwoorden"),
    }
}

/// “2 missing”.
pub(crate) fn missing(count: u64, language: Language) -> String {
    match language {
        En => counted(count, language, "missing", "missing"),
        Fr => counted(count, language, "manquante", "manquantes"),
        Nl => counted(count, language, "ontbrekend", "ontbrekend"),
    }
}

/// “95% interval”.
pub(crate) fn interval_name(level: &str, language: Language) -> String {
    match language {
        En => format!("{level} interval"),
        Fr => format!("Intervalle à {level}"),
        Nl => format!("{level}-interval"),
    }
}

/// “wave 2026”.
pub(crate) fn wave(name: &str, language: Language) -> String {
    match language {
        En => format!("wave {name}"),
        Fr => format!("vague {name}"),
        Nl => format!("meting {name}"),
    }
}

/// “As of 30 June 2026”.
pub(crate) fn as_of(date: &str, language: Language) -> String {
    match language {
        En => format!("As of {date}"),
        Fr => format!("Situation au {date}"),
        Nl => format!("Stand op {date}"),
    }
}

/// “+5 percentage points”, or the figure alone where it is no difference of shares.
pub(crate) fn points(figure: &str, language: Language) -> String {
    match language {
        En => format!("{figure} percentage points"),
        Fr => format!("{figure} points de pourcentage"),
        Nl => format!("{figure} procentpunten"),
    }
}

/// “Belonging, by neighbourhood”.
pub(crate) fn by(title: &str, group: &str, language: Language) -> String {
    match language {
        En => format!("{title}, by {group}"),
        Fr => format!("{title}, par {group}"),
        Nl => format!("{title}, naar {group}"),
    }
}

/// “By neighbourhood”, as a heading.
pub(crate) fn by_heading(group: &str, language: Language) -> String {
    match language {
        En => format!("By {group}"),
        Fr => format!("Par {group}"),
        Nl => format!("Naar {group}"),
    }
}

/// The segments of a bar in their order.
pub(crate) fn left_to_right(names: &str, language: Language) -> String {
    match language {
        En => format!("From left to right: {names}."),
        Fr => format!("De gauche à droite\u{a0}: {names}."),
        Nl => format!("Van links naar rechts: {names}."),
    }
}

/// “Version 2 of the definition belonging”.
pub(crate) fn version(id: &str, version: u32, language: Language) -> String {
    match language {
        En => format!("{id}, version {version}"),
        Fr => format!("{id}, version {version}"),
        Nl => format!("{id}, versie {version}"),
    }
}

/// Who was asked.
pub(crate) fn sample(rows: u64, units: u64, strata: u64, language: Language) -> String {
    let rows_text = match language {
        En => counted(rows, language, "row", "rows"),
        Fr => counted(rows, language, "ligne", "lignes"),
        Nl => counted(rows, language, "rij", "rijen"),
    };
    let units_text = match language {
        En => counted(units, language, "sampling unit", "sampling units"),
        Fr => counted(units, language, "unité d’échantillonnage", "unités d’échantillonnage"),
        Nl => counted(units, language, "steekproefeenheid", "steekproefeenheden"),
    };
    let strata_text = match language {
        En => counted(strata, language, "stratum", "strata"),
        Fr => counted(strata, language, "strate", "strates"),
        Nl => counted(strata, language, "stratum", "strata"),
    };
    let units_text = if units == rows { String::new() } else { format!(", {units_text}") };
    let strata_text = if strata <= 1 { String::new() } else { format!(", {strata_text}") };
    format!("{rows_text}{units_text}{strata_text}")
}

/// The notice that small groups are hidden.
pub(crate) fn hidden_notice(minimum: u64, language: Language) -> String {
    let minimum = format_integer(minimum, language);
    match language {
        En => format!(
            "This report may be shared: groups with fewer than {minimum} answers are hidden. The evaluator’s own copy holds more."
        ),
        Fr => format!(
            "Ce rapport peut être diffusé\u{a0}: les groupes de moins de {minimum} réponses sont masqués. L’exemplaire de l’évaluateur en contient davantage."
        ),
        Nl => format!(
            "Dit rapport mag worden gedeeld: groepen met minder dan {minimum} antwoorden zijn verborgen. Het exemplaar van de evaluator bevat meer."
        ),
    }
}

/// “9 more rows are not shown here.”
pub(crate) fn more_rows(count: u64, language: Language) -> String {
    let many = !singular(count, language);
    let count = format_integer(count, language);
    match (language, many) {
        (En, false) => format!("{count} more row is not shown here."),
        (En, true) => format!("{count} more rows are not shown here."),
        (Fr, false) => format!("{count} autre ligne n’est pas montrée ici."),
        (Fr, true) => format!("{count} autres lignes ne sont pas montrées ici."),
        (Nl, false) => format!("Nog {count} rij staat hier niet."),
        (Nl, true) => format!("Nog {count} rijen staan hier niet."),
    }
}

/// What the level of an interval means.
pub(crate) fn interval_meaning(level: &str, language: Language) -> String {
    match language {
        En => format!(
            "Another survey done the same way would give somewhat other figures. The {level} intervals show by how much: of surveys like this one, {level} have an interval that holds the true figure."
        ),
        Fr => format!(
            "Une autre enquête menée de la même façon donnerait des chiffres un peu différents. Les intervalles à {level} montrent de combien\u{a0}: parmi de telles enquêtes, {level} ont un intervalle qui contient le vrai chiffre."
        ),
        Nl => format!(
            "Een andere enquête op dezelfde manier zou iets andere cijfers geven. De {level}-intervallen tonen hoeveel: van zulke enquêtes heeft {level} een interval waarin het ware cijfer ligt."
        ),
    }
}

/// The due figure and the verdict: “Target 75% by 31 December 2027; due now: 70%.”
pub(crate) fn target(value: &str, by: Option<&str>, due: &str, language: Language) -> String {
    match (language, by) {
        (En, Some(by)) => format!("Target: {value} by {by}. Due now: {due}."),
        (En, None) => format!("Target: {value}. Due now: {due}."),
        (Fr, Some(by)) => format!("Objectif chiffré\u{a0}: {value} d’ici le {by}. Attendu à ce jour\u{a0}: {due}."),
        (Fr, None) => format!("Objectif chiffré\u{a0}: {value}. Attendu à ce jour\u{a0}: {due}."),
        (Nl, Some(by)) => format!("Streefcijfer: {value} tegen {by}. Nu te verwachten: {due}."),
        (Nl, None) => format!("Streefcijfer: {value}. Nu te verwachten: {due}."),
    }
}

/// What a verdict rests on.
pub(crate) fn verdict_basis(verdict: Option<bool>, language: Language) -> &'static str {
    match (language, verdict) {
        (En, Some(true)) => "The whole interval is at or beyond what is due.",
        (En, Some(false)) => "The whole interval falls short of what is due.",
        (En, None) => "What is due lies within the interval, so the answers do not decide.",
        (Fr, Some(true)) => "Tout l’intervalle atteint ou dépasse ce qui est attendu.",
        (Fr, Some(false)) => "Tout l’intervalle reste en deçà de ce qui est attendu.",
        (Fr, None) => "Ce qui est attendu se trouve dans l’intervalle\u{a0}: les réponses ne tranchent pas.",
        (Nl, Some(true)) => "Het hele interval haalt of overtreft wat nu te verwachten is.",
        (Nl, Some(false)) => "Het hele interval blijft onder wat nu te verwachten is.",
        (Nl, None) => "Wat nu te verwachten is, ligt binnen het interval: de antwoorden beslissen niet.",
    }
}

/// “From 2024 to 2026: has risen, +5 percentage points (−1 to +11).”
pub(crate) fn change(from: &str, to: &str, verdict: &str, figure: &str, language: Language) -> String {
    let figure = if figure.is_empty() { String::new() } else { format!(", {figure}") };
    match language {
        En => format!("From {from} to {to}: {verdict}{figure}."),
        Fr => format!("De {from} à {to}\u{a0}: {verdict}{figure}."),
        Nl => format!("Van {from} tot {to}: {verdict}{figure}."),
    }
}

/// Why a figure is not graded reliable, by the reason that its rule gives.
pub(crate) fn reliability_reason(reason: &str, language: Language) -> Option<&'static str> {
    let (en, fr, nl) = match reason {
        "effective_n" => (
            "fewer than 30 effective answers",
            "moins de 30 réponses effectives",
            "minder dan 30 effectieve antwoorden",
        ),
        "interval_width" => (
            "the interval is too wide for this figure",
            "l’intervalle est trop large pour ce chiffre",
            "het interval is te breed voor dit cijfer",
        ),
        "relative_width" => (
            "the interval is wide against the figure itself",
            "l’intervalle est large par rapport au chiffre lui-même",
            "het interval is breed tegenover het cijfer zelf",
        ),
        "df" => ("fewer than 8 degrees of freedom", "moins de 8 degrés de liberté", "minder dan 8 vrijheidsgraden"),
        _ => return None,
    };
    Some(match language {
        En => en,
        Fr => fr,
        Nl => nl,
    })
}

/// The highest and the lowest group of a chart.
pub(crate) fn extremes(highest: &str, lowest: &str, language: Language) -> String {
    match language {
        En => format!("Highest: {highest}. Lowest: {lowest}."),
        Fr => format!("Le plus élevé\u{a0}: {highest}. Le plus bas\u{a0}: {lowest}."),
        Nl => format!("Hoogste: {highest}. Laagste: {lowest}."),
    }
}

/// What was hidden, and that it was checked.
pub(crate) fn audit_notice(passed: bool, counts: u64, rule: &str, language: Language) -> String {
    let counts = format_integer(counts, language);
    match (language, passed) {
        (En, true) => format!(
            "Rule “{rule}”: an exact check over all tables showed that none of the {counts} hidden counts can be worked out from what is shown."
        ),
        (Fr, true) => format!(
            "Règle « {rule} »\u{a0}: un contrôle exact sur tous les tableaux a montré qu’aucun des {counts} effectifs masqués ne peut être retrouvé à partir de ce qui est affiché."
        ),
        (Nl, true) => format!(
            "Regel ‘{rule}’: een exacte controle over alle tabellen toonde dat geen van de {counts} verborgen aantallen uit het getoonde is af te leiden."
        ),
        (En, false) => format!("Rule “{rule}”: the check did not pass. Do not share this report."),
        (Fr, false) => format!("Règle « {rule} »\u{a0}: le contrôle n’a pas abouti. Ne diffusez pas ce rapport."),
        (Nl, false) => format!("Regel ‘{rule}’: de controle is niet geslaagd. Deel dit rapport niet."),
    }
}

/// “Hidden: East, West.”
pub(crate) fn hidden_groups(names: &str, language: Language) -> String {
    match language {
        En => format!("Hidden: {names}."),
        Fr => format!("Masqués\u{a0}: {names}."),
        Nl => format!("Verborgen: {names}."),
    }
}

/// Where an axis runs.
pub(crate) fn axis(name: &str, low: &str, high: &str, language: Language) -> String {
    match language {
        En => format!("Axis: {name}, from {low} to {high}"),
        Fr => format!("Axe\u{a0}: {name}, de {low} à {high}"),
        Nl => format!("As: {name}, van {low} tot {high}"),
    }
}

/// An axis of groups.
pub(crate) fn group_axis(name: &str, language: Language) -> String {
    match language {
        En => format!("Axis: {name}"),
        Fr => format!("Axe\u{a0}: {name}"),
        Nl => format!("As: {name}"),
    }
}
