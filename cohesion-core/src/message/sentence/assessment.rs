//! Sentences of a self-assessment.

use crate::message::{Count, Language, List, Name, texts};

texts! {
    /// “8 of 9 organisations answered: 21 people.”
    sentence who_answered(answered: Name, organisations: Name, people: Count) {
        en "{answered} of {organisations} organisations answered: {people} {people|person|people}.",
        fr "{answered} organisations sur {organisations} ont répondu : {people} {people|personne|personnes}.",
        nl "{answered} van {organisations} organisaties antwoordden: {people} {people|persoon|personen}.",
    }
    /// Which organisations did not answer.
    sentence silent(names: Name) {
        en "No answer from: {names}.",
        fr "Sans réponse : {names}.",
        nl "Geen antwoord van: {names}.",
    }
    /// Every organisation counts the same.
    word across_organisations {
        en "People are averaged within their organisation first; after that every organisation counts the same, however many of its people answered.",
        fr "On fait d’abord la moyenne au sein de chaque organisation ; ensuite chaque organisation compte autant, quel que soit le nombre de ses répondants.",
        nl "Eerst wordt binnen elke organisatie gemiddeld; daarna telt elke organisatie even zwaar, hoeveel van haar mensen ook antwoordden.",
    }
    /// An organisation counts by its people.
    word across_people {
        en "People are averaged within their organisation first; after that an organisation counts as often as its people answered.",
        fr "On fait d’abord la moyenne au sein de chaque organisation ; ensuite une organisation compte autant de fois qu’elle a de répondants.",
        nl "Eerst wordt binnen elke organisatie gemiddeld; daarna telt een organisatie zo vaak als er mensen van haar antwoordden.",
    }
    /// What the cut points are.
    sentence cut_points(strength: Name, concern: Name) {
        en "From {strength} up a dimension is a strength, below {concern} a concern, between the two one to discuss.",
        fr "À partir de {strength} une dimension est un point fort, en dessous de {concern} un point d’attention, entre les deux un point à discuter.",
        nl "Vanaf {strength} is een dimensie een sterk punt, onder {concern} een aandachtspunt, daartussen te bespreken.",
    }
    /// A standing whose interval crosses a cut point.
    sentence crossing(name: Name, cuts: Name) {
        en "{name} by the figure; the interval crosses {cuts}, so the answers do not decide",
        fr "{name} d’après le chiffre ; l’intervalle franchit {cuts}, les réponses ne tranchent donc pas",
        nl "{name} volgens het cijfer; het interval loopt over {cuts}, de antwoorden beslissen dus niet",
    }
    /// A standing or a field without an interval.
    sentence by_figure_alone(name: Name) {
        en "{name} by the figure alone, without an interval",
        fr "{name} d’après le seul chiffre, sans intervalle",
        nl "{name} volgens het cijfer alleen, zonder interval",
    }
    /// Several cut points or names: “3 and 4”.
    sentence and(words: List<Name>) { en "{words}", fr "{words}", nl "{words}" }
    /// What residents read of a dimension.
    sentence standing_decided(title: Name, name: Name) {
        en "{title}: the partners see it as a {name}.",
        fr "{title} : les partenaires y voient un {name}.",
        nl "{title}: de partners zien dit als een {name}.",
    }
    /// What residents read of a dimension of which the answers do not decide.
    sentence standing_open(title: Name, name: Name) {
        en "{title}: on average a {name}, but the partners’ answers do not decide.",
        fr "{title} : en moyenne un {name}, mais les réponses des partenaires ne tranchent pas.",
        nl "{title}: gemiddeld een {name}, maar de antwoorden van de partners beslissen niet.",
    }
    /// What residents read where there is no figure.
    sentence plain_no_figure(title: Name) {
        en "{title}: we cannot give a figure here.",
        fr "{title} : nous ne pouvons pas donner de chiffre ici.",
        nl "{title}: hier kunnen we geen cijfer geven.",
    }
    /// That the partners rate themselves.
    word own_view {
        en "This is how the partners themselves see their work together. It does not say how residents see it.",
        fr "Voici comment les partenaires eux-mêmes voient leur collaboration. Cela ne dit pas comment les habitants la voient.",
        nl "Zo zien de partners zelf hun samenwerking. Het zegt niet hoe bewoners die zien.",
    }
    /// That nothing is shown of one organisation.
    sentence rule(minimum: Name) {
        en "No figure rests on fewer than {minimum} organisations, and none is of one person or one organisation.",
        fr "Aucun chiffre ne repose sur moins de {minimum} organisations, et aucun n’est celui d’une personne ou d’une organisation.",
        nl "Geen cijfer berust op minder dan {minimum} organisaties, en geen enkel is dat van één persoon of één organisatie.",
    }
    /// The cross in the picture of importance and performance lies at the means.
    word cross_at_means {
        en "High and low are divided at the mean of all dimensions.",
        fr "La limite entre élevé et bas est la moyenne de toutes les dimensions.",
        nl "De grens tussen hoog en laag is het gemiddelde van alle dimensies.",
    }
    /// It lies at the middle of the scale.
    word cross_at_middle {
        en "High and low are divided at the middle of the possible ratings.",
        fr "La limite entre élevé et bas est le milieu des notes possibles.",
        nl "De grens tussen hoog en laag is het midden van de mogelijke scores.",
    }
}

/// How organisations were put together.
pub(crate) fn across(by_people: bool, language: Language) -> &'static str {
    if by_people { ACROSS_PEOPLE.said(language) } else { ACROSS_ORGANISATIONS.said(language) }
}

/// What residents read of a dimension.
pub(crate) fn plain_standing(title: &str, name: &str, decided: bool, language: Language) -> String {
    if decided { standing_decided(title, name, language) } else { standing_open(title, name, language) }
}

/// That the partners rate themselves.
pub(crate) fn own_view(language: Language) -> &'static str {
    OWN_VIEW.said(language)
}

/// What the cross in the picture of importance and performance is.
pub(crate) fn crosshair(at_means: bool, language: Language) -> &'static str {
    if at_means { CROSS_AT_MEANS.said(language) } else { CROSS_AT_MIDDLE.said(language) }
}
