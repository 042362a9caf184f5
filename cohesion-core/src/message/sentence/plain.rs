//! Sentences for residents: everyday words and whole numbers.

use crate::message::{Count, Language, Name, texts};

texts! {
    /// “63 in 100”, for shares.
    sentence in_hundred(figure: Name) {
        en "{figure} in 100",
        fr "{figure} sur 100",
        nl "{figure} op de 100",
    }
    /// “About 63 in 100.”
    sentence about_in_hundred(share: Name) {
        en "About {share} in 100 people.",
        fr "Environ {share} personnes sur 100.",
        nl "Ongeveer {share} op de 100 mensen.",
    }
    /// “On average: 3.6 (points from 1 to 5).”
    sentence on_average(mean: Name, unit: Name) {
        en "On average: {mean}[ ({unit})].",
        fr "En moyenne : {mean}[ ({unit})].",
        nl "Gemiddeld: {mean}[ ({unit})].",
    }
    /// Where the true figure probably lies.
    sentence true_figure_between(low: Name, high: Name) {
        en "The true figure probably lies between {low} and {high}.",
        fr "Le vrai chiffre se situe probablement entre {low} et {high}.",
        nl "Het ware cijfer ligt waarschijnlijk tussen {low} en {high}.",
    }
    /// How many answered.
    sentence all_answered(n: Count) {
        en "{n} {n|person|people} answered.",
        fr "{n} {n|personne a|personnes ont} répondu.",
        nl "{n} {n|persoon antwoordde|mensen antwoordden}.",
    }
    /// How many answered, and how many gave no answer that counts.
    sentence some_answered(n: Count, missing: Count) {
        en "{n} {n|person|people} answered; {missing} gave no answer that counts.",
        fr "{n} {n|personne a|personnes ont} répondu ; {missing} {missing|n’a|n’ont} pas donné de réponse utilisable.",
        nl "{n} {n|persoon antwoordde|mensen antwoordden}; {missing} {missing|gaf|gaven} geen bruikbaar antwoord.",
    }
    /// “Among: …”
    sentence among(whom: Name) { en "Among: {whom}.", fr "Parmi : {whom}.", nl "Onder: {whom}." }
    /// The goal: “The goal is 75 in 100 by 31 December 2027.”
    sentence goal_of(value: Name, by: Name) {
        en "The goal is {value}[ by {by}].",
        fr "L’objectif est de {value}[ d’ici le {by}].",
        nl "Het doel is {value}[ tegen {by}].",
    }
    /// A figure of one group: “about 63 in 100”.
    sentence group_about(figure: Name) {
        en "about {figure}",
        fr "environ {figure}",
        nl "ongeveer {figure}",
    }
    /// A figure of one group with its range: “about 63 in 100 (probably between 55 and 71)”.
    sentence group_about_between(figure: Name, low: Name, high: Name) {
        en "about {figure} (probably between {low} and {high})",
        fr "environ {figure} (probablement entre {low} et {high})",
        nl "ongeveer {figure} (waarschijnlijk tussen {low} en {high})",
    }
    /// A group whose range alone may be told.
    sentence group_between(low: Name, high: Name) {
        en "probably between {low} and {high}",
        fr "probablement entre {low} et {high}",
        nl "waarschijnlijk tussen {low} en {high}",
    }
    /// For a figure that is rounded to 0 and is not 0.
    word below_one { en "fewer than 1", fr "moins de 1", nl "minder dan 1" }
    /// For a figure that is rounded to 100 and is not 100.
    word above_ninety_nine { en "more than 99", fr "plus de 99", nl "meer dan 99" }
    /// Why some groups are not shown.
    sentence small_groups(names: Name, minimum: Count) {
        en "We do not show these groups: {names}. With fewer than {minimum} {minimum|answer|answers} in a group, people could be recognised, and a figure would mean little.",
        fr "Nous ne montrons pas ces groupes : {names}. Avec moins de {minimum} {minimum|réponse|réponses} dans un groupe, des personnes pourraient être reconnues et un chiffre n’aurait guère de sens.",
        nl "Deze groepen tonen we niet: {names}. Met minder dan {minimum} {minimum|antwoord|antwoorden} in een groep zouden mensen herkenbaar zijn, en zou een cijfer weinig zeggen.",
    }
    /// That small groups are never shown.
    sentence small_groups_rule(minimum: Count) {
        en "We never show groups with fewer than {minimum} {minimum|answer|answers}, so that nobody can be recognised.",
        fr "Nous ne montrons jamais de groupe de moins de {minimum} {minimum|réponse|réponses}, afin que personne ne puisse être reconnu.",
        nl "Groepen met minder dan {minimum} {minimum|antwoord|antwoorden} tonen we nooit, zodat niemand herkenbaar is.",
    }
    /// How many questionnaires the survey has: over several waves one person may have filled in several.
    sentence survey_size(n: Count) {
        en "The figures rest on {n} completed {n|questionnaire|questionnaires}.",
        fr "Les chiffres reposent sur {n} {n|questionnaire rempli|questionnaires remplis}.",
        nl "De cijfers steunen op {n} ingevulde {n|vragenlijst|vragenlijsten}.",
    }
    /// When it was asked.
    sentence asked_in(waves: Name) { en "Asked in: {waves}.", fr "Enquêtes : {waves}.", nl "Bevraagd in: {waves}." }
    /// As of which day.
    sentence as_of(date: Name) {
        en "State of things on {date}.",
        fr "Situation au {date}.",
        nl "Stand van zaken op {date}.",
    }
    /// What could not be worked out, by the ids of the indicators.
    sentence not_worked_out(names: Name) {
        en "We could not work these out, because the data were not there: {names}.",
        fr "Nous n’avons pas pu les établir, faute de données : {names}.",
        nl "Deze konden we niet bepalen, omdat de gegevens er niet waren: {names}.",
    }
    /// The head of a column of shares.
    word hundred_people { en "In 100 people", fr "Sur 100 personnes", nl "Op 100 mensen" }
}

/// The figure, of a hundred where it is a share.
fn of_a_hundred(figure: &str, is_share: bool, language: Language) -> String {
    if is_share { in_hundred(figure, language) } else { figure.to_owned() }
}

/// Where the true figure probably lies; `of_hundred` for shares.
pub(crate) fn probably_between(low: &str, high: &str, of_hundred: bool, language: Language) -> String {
    true_figure_between(low, of_a_hundred(high, of_hundred, language), language)
}

/// How many answered.
pub(crate) fn answered(count: u64, missing: u64, language: Language) -> String {
    if missing == 0 { all_answered(count, language) } else { some_answered(count, missing, language) }
}

/// The goal; `of_hundred` for shares, `by` where it has a day.
pub(crate) fn goal(value: &str, of_hundred: bool, by: Option<&str>, language: Language) -> String {
    goal_of(of_a_hundred(value, of_hundred, language), by.unwrap_or_default(), language)
}

/// A figure of one group, with its range where it has one.
pub(crate) fn group(about: &str, between: Option<(&str, &str)>, of_hundred: bool, language: Language) -> String {
    let about = of_a_hundred(about, of_hundred, language);
    match between {
        Some((low, high)) => group_about_between(about, low, high, language),
        None => group_about(about, language),
    }
}

/// A group whose range alone may be told.
pub(crate) fn group_range(low: &str, high: &str, of_hundred: bool, language: Language) -> String {
    group_between(low, of_a_hundred(high, of_hundred, language), language)
}

/// “fewer than 1”, for a figure that is rounded to 0 and is not 0.
pub(crate) fn fewer_than_one(language: Language) -> &'static str {
    BELOW_ONE.said(language)
}

/// “more than 99”, for a figure that is rounded to 100 and is not 100.
pub(crate) fn more_than_ninety_nine(language: Language) -> &'static str {
    ABOVE_NINETY_NINE.said(language)
}

/// “In 100 people”, the head of a column of shares.
pub(crate) fn in_hundred_people(language: Language) -> &'static str {
    HUNDRED_PEOPLE.said(language)
}
