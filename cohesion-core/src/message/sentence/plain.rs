//! Sentences for residents: everyday words and whole numbers.

use super::super::{Language, format_integer};
use Language::{En, Fr, Nl};

/// “ in 100”, for shares; nothing for other figures.
fn of_a_hundred(is_share: bool, language: Language) -> &'static str {
    match (is_share, language) {
        (false, _) => "",
        (true, En) => " in 100",
        (true, Fr) => " sur 100",
        (true, Nl) => " op de 100",
    }
}

/// “About 63 in 100.”
pub(crate) fn about_in_hundred(share: &str, language: Language) -> String {
    match language {
        En => format!("About {share} in 100 people."),
        Fr => format!("Environ {share} personnes sur 100."),
        Nl => format!("Ongeveer {share} op de 100 mensen."),
    }
}

/// “On average: 3.6 (points from 1 to 5).”
pub(crate) fn on_average(mean: &str, unit: Option<&str>, language: Language) -> String {
    let unit = unit.map(|unit| format!(" ({unit})")).unwrap_or_default();
    match language {
        En => format!("On average: {mean}{unit}."),
        Fr => format!("En moyenne\u{a0}: {mean}{unit}."),
        Nl => format!("Gemiddeld: {mean}{unit}."),
    }
}

/// Where the true figure probably lies; `of_hundred` for shares.
pub(crate) fn probably_between(low: &str, high: &str, of_hundred: bool, language: Language) -> String {
    let of = of_a_hundred(of_hundred, language);
    match language {
        En => format!("The true figure probably lies between {low} and {high}{of}."),
        Fr => format!("Le vrai chiffre se situe probablement entre {low} et {high}{of}."),
        Nl => format!("Het ware cijfer ligt waarschijnlijk tussen {low} en {high}{of}."),
    }
}

/// How many answered.
pub(crate) fn answered(count: u64, missing: u64, language: Language) -> String {
    let n = format_integer(count, language);
    let not = format_integer(missing, language);
    let first = match language {
        En if count == 1 => "1 person answered".to_owned(),
        En => format!("{n} people answered"),
        Fr if count < 2 => format!("{n} personne a répondu"),
        Fr => format!("{n} personnes ont répondu"),
        Nl if count == 1 => "1 persoon antwoordde".to_owned(),
        Nl => format!("{n} mensen antwoordden"),
    };
    match (missing, language) {
        (0, _) => format!("{first}."),
        (_, En) => format!("{first}; {not} gave no answer that counts."),
        (1, Fr) => format!("{first}\u{a0}; 1 n’a pas donné de réponse utilisable."),
        (_, Fr) => format!("{first}\u{a0}; {not} n’ont pas donné de réponse utilisable."),
        (_, Nl) => format!("{first}; {not} gaven geen bruikbaar antwoord."),
    }
}

/// “Among: …”
pub(crate) fn among(whom: &str, language: Language) -> String {
    match language {
        En => format!("Among: {whom}."),
        Fr => format!("Parmi\u{a0}: {whom}."),
        Nl => format!("Onder: {whom}."),
    }
}

/// The goal: “The goal is 75 in 100 by 31 December 2027.”
pub(crate) fn goal(value: &str, of_hundred: bool, by: Option<&str>, language: Language) -> String {
    let of = of_a_hundred(of_hundred, language);
    let by = by.map(|by| match language {
        En => format!(" by {by}"),
        Fr => format!(" d’ici le {by}"),
        Nl => format!(" tegen {by}"),
    });
    let by = by.unwrap_or_default();
    match language {
        En => format!("The goal is {value}{of}{by}."),
        Fr => format!("L’objectif est de {value}{of}{by}."),
        Nl => format!("Het doel is {value}{of}{by}."),
    }
}

/// A figure of one group: “North: about 63 in 100 (probably between 55 and 71)”.
pub(crate) fn group(about: &str, between: Option<(&str, &str)>, of_hundred: bool, language: Language) -> String {
    let of = of_a_hundred(of_hundred, language);
    let range = between.map(|(low, high)| match language {
        En => format!(" (probably between {low} and {high})"),
        Fr => format!(" (probablement entre {low} et {high})"),
        Nl => format!(" (waarschijnlijk tussen {low} en {high})"),
    });
    let range = range.unwrap_or_default();
    match language {
        En => format!("about {about}{of}{range}"),
        Fr => format!("environ {about}{of}{range}"),
        Nl => format!("ongeveer {about}{of}{range}"),
    }
}

/// A group whose range alone may be told.
pub(crate) fn group_range(low: &str, high: &str, of_hundred: bool, language: Language) -> String {
    let of = of_a_hundred(of_hundred, language);
    match language {
        En => format!("probably between {low} and {high}{of}"),
        Fr => format!("probablement entre {low} et {high}{of}"),
        Nl => format!("waarschijnlijk tussen {low} en {high}{of}"),
    }
}

/// “fewer than 1”, for a figure that is rounded to 0 and is not 0.
pub(crate) fn fewer_than_one(language: Language) -> &'static str {
    match language {
        En => "fewer than 1",
        Fr => "moins de 1",
        Nl => "minder dan 1",
    }
}

/// “more than 99”, for a figure that is rounded to 100 and is not 100.
pub(crate) fn more_than_ninety_nine(language: Language) -> &'static str {
    match language {
        En => "more than 99",
        Fr => "plus de 99",
        Nl => "meer dan 99",
    }
}

/// Why some groups are not shown.
pub(crate) fn small_groups(names: &str, minimum: u64, language: Language) -> String {
    let minimum = format_integer(minimum, language);
    match language {
        En => format!(
            "We do not show these groups: {names}. With fewer than {minimum} answers in a group, people could be recognised, and a figure would mean little."
        ),
        Fr => format!(
            "Nous ne montrons pas ces groupes\u{a0}: {names}. Avec moins de {minimum} réponses dans un groupe, des personnes pourraient être reconnues et un chiffre n’aurait guère de sens."
        ),
        Nl => format!(
            "Deze groepen tonen we niet: {names}. Met minder dan {minimum} antwoorden in een groep zouden mensen herkenbaar zijn, en zou een cijfer weinig zeggen."
        ),
    }
}

/// That small groups are never shown.
pub(crate) fn small_groups_rule(minimum: u64, language: Language) -> String {
    let minimum = format_integer(minimum, language);
    match language {
        En => format!("We never show groups with fewer than {minimum} answers, so that nobody can be recognised."),
        Fr => format!(
            "Nous ne montrons jamais de groupe de moins de {minimum} réponses, afin que personne ne puisse être reconnu."
        ),
        Nl => format!("Groepen met minder dan {minimum} antwoorden tonen we nooit, zodat niemand herkenbaar is."),
    }
}

/// How many questionnaires the survey has: over several waves one person may have filled in several.
pub(crate) fn survey_size(rows: u64, language: Language) -> String {
    let n = format_integer(rows, language);
    match language {
        En if rows == 1 => "The figures rest on 1 completed questionnaire.".to_owned(),
        En => format!("The figures rest on {n} completed questionnaires."),
        Fr if rows < 2 => format!("Les chiffres reposent sur {n} questionnaire rempli."),
        Fr => format!("Les chiffres reposent sur {n} questionnaires remplis."),
        Nl if rows == 1 => "De cijfers steunen op 1 ingevulde vragenlijst.".to_owned(),
        Nl => format!("De cijfers steunen op {n} ingevulde vragenlijsten."),
    }
}

/// When it was asked.
pub(crate) fn asked_in(waves: &str, language: Language) -> String {
    match language {
        En => format!("Asked in: {waves}."),
        Fr => format!("Enquêtes\u{a0}: {waves}."),
        Nl => format!("Bevraagd in: {waves}."),
    }
}

/// As of which day.
pub(crate) fn as_of(date: &str, language: Language) -> String {
    match language {
        En => format!("State of things on {date}."),
        Fr => format!("Situation au {date}."),
        Nl => format!("Stand van zaken op {date}."),
    }
}

/// What could not be worked out, by the ids of the indicators.
pub(crate) fn not_worked_out(names: &str, language: Language) -> String {
    match language {
        En => format!("We could not work these out, because the data were not there: {names}."),
        Fr => format!("Nous n’avons pas pu les établir, faute de données\u{a0}: {names}."),
        Nl => format!("Deze konden we niet bepalen, omdat de gegevens er niet waren: {names}."),
    }
}

/// “In 100 people”, the head of a column of shares.
pub(crate) fn in_hundred_people(language: Language) -> &'static str {
    match language {
        En => "In 100 people",
        Fr => "Sur 100 personnes",
        Nl => "Op 100 mensen",
    }
}
