//! Sentences that several rooms say. Figures come in as text that is already written out.

use super::{Count, Language, Name, texts};

pub(crate) mod assessment;
pub(crate) mod plain;

texts! {
    /// “55% to 71%”.
    sentence range(low: Name, high: Name) { en "{low} to {high}", fr "{low} à {high}", nl "{low} tot {high}" }
    /// A label and what belongs to it: “Nord: 2.8”.
    sentence labelled(label: Name, rest: Name) {
        en "{label}: {rest}",
        fr "{label} : {rest}",
        nl "{label}: {rest}",
    }
    /// “143 answers”.
    sentence answers(n: Count) {
        en "{n} {n|answer|answers}",
        fr "{n} {n|réponse|réponses}",
        nl "{n} {n|antwoord|antwoorden}",
    }
    /// “2 missing”.
    sentence missing(n: Count) {
        en "{n} missing",
        fr "{n} {n|manquante|manquantes}",
        nl "{n} ontbrekend",
    }
    /// “95% interval”.
    sentence interval_name(level: Name) { en "{level} interval", fr "Intervalle à {level}", nl "{level}-interval" }
    /// “wave 2026”.
    sentence wave(name: Name) { en "wave {name}", fr "vague {name}", nl "meting {name}" }
    /// “As of 30 June 2026”.
    sentence as_of(date: Name) { en "As of {date}", fr "Situation au {date}", nl "Stand op {date}" }
    /// “+5 percentage points”, or the figure alone where it is no difference of shares.
    sentence points(figure: Name) {
        en "{figure} percentage points",
        fr "{figure} points de pourcentage",
        nl "{figure} procentpunten",
    }
    /// “Belonging, by neighbourhood”.
    sentence by(title: Name, group: Name) {
        en "{title}, by {group}",
        fr "{title}, par {group}",
        nl "{title}, naar {group}",
    }
    /// “By neighbourhood”, as a heading.
    sentence by_heading(group: Name) { en "By {group}", fr "Par {group}", nl "Naar {group}" }
    /// The segments of a bar in their order.
    sentence left_to_right(names: Name) {
        en "From left to right: {names}.",
        fr "De gauche à droite : {names}.",
        nl "Van links naar rechts: {names}.",
    }
    /// “Version 2 of the definition belonging”.
    sentence version(id: Name, version: Count) {
        en "{id}, version {version}",
        fr "{id}, version {version}",
        nl "{id}, versie {version}",
    }
    /// How many rows a sample has.
    sentence sample_rows(n: Count) {
        en "{n} {n|row|rows}",
        fr "{n} {n|ligne|lignes}",
        nl "{n} {n|rij|rijen}",
    }
    /// How many sampling units a sample has.
    sentence sample_units(n: Count) {
        en "{n} {n|sampling unit|sampling units}",
        fr "{n} {n|unité d’échantillonnage|unités d’échantillonnage}",
        nl "{n} {n|steekproefeenheid|steekproefeenheden}",
    }
    /// How many strata a sample has.
    sentence sample_strata(n: Count) {
        en "{n} {n|stratum|strata}",
        fr "{n} {n|strate|strates}",
        nl "{n} {n|stratum|strata}",
    }
    /// The notice that small groups are hidden.
    sentence hidden_notice(minimum: Count) {
        en "This report may be shared: groups with fewer than {minimum} {minimum|answer|answers} are hidden. The evaluator’s own copy holds more.",
        fr "Ce rapport peut être diffusé : les groupes de moins de {minimum} {minimum|réponse|réponses} sont masqués. L’exemplaire de l’évaluateur en contient davantage.",
        nl "Dit rapport mag worden gedeeld: groepen met minder dan {minimum} {minimum|antwoord|antwoorden} zijn verborgen. Het exemplaar van de evaluator bevat meer.",
    }
    /// “9 more rows are not shown here.”
    sentence more_rows(n: Count) {
        en "{n} more {n|row is|rows are} not shown here.",
        fr "{n} {n|autre ligne n’est pas montrée|autres lignes ne sont pas montrées} ici.",
        nl "Nog {n} {n|rij staat|rijen staan} hier niet.",
    }
    /// What the level of an interval means.
    sentence interval_meaning(level: Name) {
        en "Another survey done the same way would give somewhat other figures. The {level} intervals show by how much: of surveys like this one, {level} have an interval that holds the true figure.",
        fr "Une autre enquête menée de la même façon donnerait des chiffres un peu différents. Les intervalles à {level} montrent de combien : parmi de telles enquêtes, {level} ont un intervalle qui contient le vrai chiffre.",
        nl "Een andere enquête op dezelfde manier zou iets andere cijfers geven. De {level}-intervallen tonen hoeveel: van zulke enquêtes heeft {level} een interval waarin het ware cijfer ligt.",
    }
    /// The figure that is aimed at, the day, and what is due: “Target 75% by 31 December 2027; due now: 70%.”
    sentence target(value: Name, by: Name, due: Name) {
        en "Target: {value}[ by {by}]. Due now: {due}.",
        fr "Objectif chiffré : {value}[ d’ici le {by}]. Attendu à ce jour : {due}.",
        nl "Streefcijfer: {value}[ tegen {by}]. Nu te verwachten: {due}.",
    }
    /// The interval reaches what is due.
    word basis_reached {
        en "The whole interval is at or beyond what is due.",
        fr "Tout l’intervalle atteint ou dépasse ce qui est attendu.",
        nl "Het hele interval haalt of overtreft wat nu te verwachten is.",
    }
    /// The interval does not reach what is due.
    word basis_missed {
        en "The whole interval falls short of what is due.",
        fr "Tout l’intervalle reste en deçà de ce qui est attendu.",
        nl "Het hele interval blijft onder wat nu te verwachten is.",
    }
    /// What is due lies in the interval.
    word basis_open {
        en "What is due lies within the interval, so the answers do not decide.",
        fr "Ce qui est attendu se trouve dans l’intervalle : les réponses ne tranchent pas.",
        nl "Wat nu te verwachten is, ligt binnen het interval: de antwoorden beslissen niet.",
    }
    /// “From 2024 to 2026: has risen, +5 percentage points (−1 to +11).”
    sentence change(from: Name, to: Name, verdict: Name, figure: Name) {
        en "From {from} to {to}: {verdict}[, {figure}].",
        fr "De {from} à {to} : {verdict}[, {figure}].",
        nl "Van {from} tot {to}: {verdict}[, {figure}].",
    }
    /// The highest and the lowest group of a chart.
    sentence extremes(highest: Name, lowest: Name) {
        en "Highest: {highest}. Lowest: {lowest}.",
        fr "Le plus élevé : {highest}. Le plus bas : {lowest}.",
        nl "Hoogste: {highest}. Laagste: {lowest}.",
    }
    /// What was hidden, and that it was checked.
    sentence audit_passed(rule: Name, counts: Count) {
        en "Rule “{rule}”: an exact check over all tables showed that no hidden count can be worked out from what is shown; {counts} {counts|was|were} checked.",
        fr "Règle « {rule} » : un contrôle exact sur tous les tableaux a montré qu’aucun effectif masqué ne peut être retrouvé à partir de ce qui est affiché ; {counts} {counts|a été contrôlé|ont été contrôlés}.",
        nl "Regel ‘{rule}’: een exacte controle over alle tabellen toonde dat geen verborgen aantal uit het getoonde is af te leiden; {counts} {counts|werd|werden} gecontroleerd.",
    }
    /// That the check did not pass.
    sentence audit_failed(rule: Name) {
        en "Rule “{rule}”: the check did not pass. Do not share this report.",
        fr "Règle « {rule} » : le contrôle n’a pas abouti. Ne diffusez pas ce rapport.",
        nl "Regel ‘{rule}’: de controle is niet geslaagd. Deel dit rapport niet.",
    }
    /// “Hidden: East, West.”
    sentence hidden_groups(names: Name) {
        en "Hidden: {names}.",
        fr "Masqués : {names}.",
        nl "Verborgen: {names}.",
    }
    /// Where an axis runs.
    sentence axis(name: Name, low: Name, high: Name) {
        en "Axis: {name}, from {low} to {high}",
        fr "Axe : {name}, de {low} à {high}",
        nl "As: {name}, van {low} tot {high}",
    }
    /// An axis of groups.
    sentence group_axis(name: Name) { en "Axis: {name}", fr "Axe : {name}", nl "As: {name}" }
}

/// Who was asked: rows, units where they are others, strata where there are several.
pub(crate) fn sample(rows: u64, units: u64, strata: u64, language: Language) -> String {
    let mut parts = vec![sample_rows(rows, language)];
    if units != rows {
        parts.push(sample_units(units, language));
    }
    if strata > 1 {
        parts.push(sample_strata(strata, language));
    }
    parts.join(", ")
}

/// What a verdict rests on.
pub(crate) fn verdict_basis(verdict: Option<bool>, language: Language) -> &'static str {
    let word = match verdict {
        Some(true) => &BASIS_REACHED,
        Some(false) => &BASIS_MISSED,
        None => &BASIS_OPEN,
    };
    word.said(language)
}

/// Why a figure is not graded reliable, by the reason that its rule gives.
pub(crate) fn reliability_reason(reason: &str, language: Language) -> Option<&'static str> {
    super::word_of(reasons::TABLE, reason, language)
}

/// Why a figure is not graded reliable.
pub(crate) mod reasons {
    use crate::message::texts;

    texts! {
        word effective_n {
            en "fewer than 30 effective answers",
            fr "moins de 30 réponses effectives",
            nl "minder dan 30 effectieve antwoorden",
        }
        word interval_width {
            en "the interval is too wide for this figure",
            fr "l’intervalle est trop large pour ce chiffre",
            nl "het interval is te breed voor dit cijfer",
        }
        word relative_width {
            en "the interval is wide against the figure itself",
            fr "l’intervalle est large par rapport au chiffre lui-même",
            nl "het interval is breed tegenover het cijfer zelf",
        }
        word df {
            en "fewer than 8 degrees of freedom",
            fr "moins de 8 degrés de liberté",
            nl "minder dan 8 vrijheidsgraden",
        }
    }
}

/// What was hidden, and whether the check passed.
pub(crate) fn audit_notice(passed: bool, counts: u64, rule: &str, language: Language) -> String {
    if passed { audit_passed(rule, counts, language) } else { audit_failed(rule, language) }
}
