//! Sentences of a self-assessment.

use super::{counted, labelled};
use crate::message::Language::{self, En, Fr, Nl};

/// “8 of 9 organisations answered: 21 people.”
pub(crate) fn who_answered(answered: &str, organisations: &str, people: u64, language: Language) -> String {
    match language {
        En => {
            let people = counted(people, language, "person", "people");
            format!("{answered} of {organisations} organisations answered: {people}.")
        }
        Fr => {
            let people = counted(people, language, "personne", "personnes");
            format!("{answered} organisations sur {organisations} ont répondu\u{a0}: {people}.")
        }
        Nl => {
            let people = counted(people, language, "persoon", "personen");
            format!("{answered} van {organisations} organisaties antwoordden: {people}.")
        }
    }
}

/// Which organisations did not answer.
pub(crate) fn silent(names: &str, language: Language) -> String {
    match language {
        En => format!("No answer from: {names}."),
        Fr => format!("Sans réponse\u{a0}: {names}."),
        Nl => format!("Geen antwoord van: {names}."),
    }
}

/// How organisations were put together.
pub(crate) fn across(by_people: bool, language: Language) -> &'static str {
    match (language, by_people) {
        (En, false) => {
            "People are averaged within their organisation first; after that every organisation counts the same, however many of its people answered."
        }
        (En, true) => {
            "People are averaged within their organisation first; after that an organisation counts as often as its people answered."
        }
        (Fr, false) => {
            "On fait d’abord la moyenne au sein de chaque organisation ; ensuite chaque organisation compte autant, quel que soit le nombre de ses répondants."
        }
        (Fr, true) => {
            "On fait d’abord la moyenne au sein de chaque organisation ; ensuite une organisation compte autant de fois qu’elle a de répondants."
        }
        (Nl, false) => {
            "Eerst wordt binnen elke organisatie gemiddeld; daarna telt elke organisatie even zwaar, hoeveel van haar mensen ook antwoordden."
        }
        (Nl, true) => {
            "Eerst wordt binnen elke organisatie gemiddeld; daarna telt een organisatie zo vaak als er mensen van haar antwoordden."
        }
    }
}

/// What the cut points are.
pub(crate) fn cut_points(strength: &str, concern: &str, language: Language) -> String {
    match language {
        En => {
            format!(
                "From {strength} up a dimension is a strength, below {concern} a concern, between the two one to discuss."
            )
        }
        Fr => format!(
            "À partir de {strength} une dimension est un point fort, en dessous de {concern} un point d’attention, entre les deux un point à discuter."
        ),
        Nl => format!(
            "Vanaf {strength} is een dimensie een sterk punt, onder {concern} een aandachtspunt, daartussen te bespreken."
        ),
    }
}

/// A standing whose interval crosses a cut point.
pub(crate) fn crossing(name: &str, cuts: &str, language: Language) -> String {
    match language {
        En => format!("{name} by the figure; the interval crosses {cuts}, so the answers do not decide"),
        Fr => format!("{name} d’après le chiffre ; l’intervalle franchit {cuts}, les réponses ne tranchent donc pas"),
        Nl => format!("{name} volgens het cijfer; het interval loopt over {cuts}, de antwoorden beslissen dus niet"),
    }
}

/// A standing or a field without an interval.
pub(crate) fn by_figure_alone(name: &str, language: Language) -> String {
    match language {
        En => format!("{name} by the figure alone, without an interval"),
        Fr => format!("{name} d’après le seul chiffre, sans intervalle"),
        Nl => format!("{name} volgens het cijfer alleen, zonder interval"),
    }
}

/// Several cut points or names: “3 and 4”.
pub(crate) fn and(words: &[String], language: Language) -> String {
    let word = match language {
        En => " and ",
        Fr => " et ",
        Nl => " en ",
    };
    words.join(word)
}

/// What residents read of a dimension.
pub(crate) fn plain_standing(title: &str, name: &str, decided: bool, language: Language) -> String {
    match (language, decided) {
        (En, true) => labelled(title, &format!("the partners see it as a {name}."), language),
        (En, false) => {
            labelled(title, &format!("on average a {name}, but the partners’ answers do not decide."), language)
        }
        (Fr, true) => labelled(title, &format!("les partenaires y voient un {name}."), language),
        (Fr, false) => labelled(
            title,
            &format!("en moyenne un {name}, mais les réponses des partenaires ne tranchent pas."),
            language,
        ),
        (Nl, true) => labelled(title, &format!("de partners zien dit als een {name}."), language),
        (Nl, false) => labelled(
            title,
            &format!("gemiddeld een {name}, maar de antwoorden van de partners beslissen niet."),
            language,
        ),
    }
}

/// What residents read where there is no figure.
pub(crate) fn plain_no_figure(title: &str, language: Language) -> String {
    let text = match language {
        En => "we cannot give a figure here.",
        Fr => "nous ne pouvons pas donner de chiffre ici.",
        Nl => "hier kunnen we geen cijfer geven.",
    };
    labelled(title, text, language)
}

/// That the partners rate themselves.
pub(crate) fn own_view(language: Language) -> &'static str {
    match language {
        En => "This is how the partners themselves see their work together. It does not say how residents see it.",
        Fr => {
            "Voici comment les partenaires eux-mêmes voient leur collaboration. Cela ne dit pas comment les habitants la voient."
        }
        Nl => "Zo zien de partners zelf hun samenwerking. Het zegt niet hoe bewoners die zien.",
    }
}

/// That nothing is shown of one organisation.
pub(crate) fn rule(minimum: &str, language: Language) -> String {
    match language {
        En => format!(
            "No figure rests on fewer than {minimum} organisations, and none is of one person or one organisation."
        ),
        Fr => format!(
            "Aucun chiffre ne repose sur moins de {minimum} organisations, et aucun n’est celui d’une personne ou d’une organisation."
        ),
        Nl => format!(
            "Geen cijfer berust op minder dan {minimum} organisaties, en geen enkel is dat van één persoon of één organisatie."
        ),
    }
}

/// What the cross in the picture of importance and performance is.
pub(crate) fn crosshair(at_means: bool, language: Language) -> &'static str {
    match (language, at_means) {
        (En, true) => "High and low are divided at the mean of all dimensions.",
        (En, false) => "High and low are divided at the middle of the possible ratings.",
        (Fr, true) => "La limite entre élevé et bas est la moyenne de toutes les dimensions.",
        (Fr, false) => "La limite entre élevé et bas est le milieu des notes possibles.",
        (Nl, true) => "De grens tussen hoog en laag is het gemiddelde van alle dimensies.",
        (Nl, false) => "De grens tussen hoog en laag is het midden van de mogelijke scores.",
    }
}
