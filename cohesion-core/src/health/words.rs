//! The sentences of every finding in every language.

use crate::estimate::FindingCode;
use crate::message::Language;

/// What a finding of this code means and by which rule it is made.
///
/// ```
/// use cohesion_core::{FindingCode, Language, finding_meaning};
/// let meaning = finding_meaning(FindingCode::ActionWithoutOwner, Language::Nl);
/// assert_eq!(meaning, "Een open actie zonder eigenaar.");
/// ```
#[must_use]
pub fn finding_meaning(code: FindingCode, language: Language) -> &'static str {
    pick(meaning(code), language)
}

/// What helps against it, where the document on collaborative partnerships says so; none where it does not.
#[must_use]
pub fn finding_help(code: FindingCode, language: Language) -> Option<&'static str> {
    help(code).map(|texts| pick(texts, language))
}

/// The sentence of a finding, with the names of its values in braces.
pub(crate) fn finding_sentence(code: FindingCode, language: Language) -> &'static str {
    pick(sentence(code), language)
}

/// English, French, Dutch.
type Texts = (&'static str, &'static str, &'static str);

fn pick(texts: Texts, language: Language) -> &'static str {
    match language {
        Language::En => texts.0,
        Language::Fr => texts.1,
        Language::Nl => texts.2,
    }
}

fn sentence(code: FindingCode) -> Texts {
    match code {
        FindingCode::NoResponsibilities => (
            "No responsibilities are written down for any of the {n} activities.",
            "Aucune responsabilité n’est écrite pour les {n} activités.",
            "Voor geen van de {n} activiteiten zijn verantwoordelijkheden vastgelegd.",
        ),
        FindingCode::NoAccountable => (
            "Nobody answers for {activity}.",
            "Personne ne répond de {activity}.",
            "Niemand is eindverantwoordelijk voor {activity}.",
        ),
        FindingCode::SeveralAccountable => (
            "{n} stakeholders answer for {activity}; it should be one.",
            "{n} parties prenantes répondent de {activity}\u{a0}; il en faudrait une seule.",
            "{n} belanghebbenden zijn eindverantwoordelijk voor {activity}; dat zou er één moeten zijn.",
        ),
        FindingCode::NoResponsible => (
            "Nobody is to carry out {activity}.",
            "Personne n’est chargé de réaliser {activity}.",
            "Niemand moet {activity} uitvoeren.",
        ),
        FindingCode::AccountableNotInvolved => (
            "{stakeholder} answers for {activity} without taking part in it.",
            "{stakeholder} répond de {activity} sans y prendre part.",
            "{stakeholder} is eindverantwoordelijk voor {activity} zonder eraan deel te nemen.",
        ),
        FindingCode::DutyOfFormerPartner => (
            "{stakeholder} has left and still has a duty in {activity}.",
            "{stakeholder} est parti et a encore une tâche dans {activity}.",
            "{stakeholder} is vertrokken en heeft nog een taak in {activity}.",
        ),
        FindingCode::Overloaded => (
            "{stakeholder} has {n} tasks, {share} of all; its part would be {expected_share}.",
            "{stakeholder} a {n} tâches, {share} de l’ensemble\u{a0}; sa part serait de {expected_share}.",
            "{stakeholder} heeft {n} taken, {share} van alle; zijn deel zou {expected_share} zijn.",
        ),
        FindingCode::WithoutTask => (
            "{stakeholder} has no part in any activity.",
            "{stakeholder} ne participe à aucune activité.",
            "{stakeholder} heeft in geen enkele activiteit een rol.",
        ),
        FindingCode::ActivitiesDependOnOne => (
            "If {stakeholder} leaves, these activities stop ({n}): {activities}.",
            "Si {stakeholder} part, ces activités s’arrêtent ({n})\u{a0}: {activities}.",
            "Als {stakeholder} vertrekt, stoppen deze activiteiten ({n}): {activities}.",
        ),
        FindingCode::ObjectiveDependsOnOne => (
            "Work on the objective “{objective}” stops if {stakeholder} leaves.",
            "Le travail sur l’objectif «\u{a0}{objective}\u{a0}» s’arrête si {stakeholder} part.",
            "Het werk aan de doelstelling “{objective}” stopt als {stakeholder} vertrekt.",
        ),
        FindingCode::SectorAbsent => (
            "Nobody at the table stands for: {sector}.",
            "Personne à la table ne représente\u{a0}: {sector}.",
            "Niemand aan tafel vertegenwoordigt: {sector}.",
        ),
        FindingCode::ResidentsUnrepresented => (
            "{stakeholder}: no person speaks for the residents.",
            "{stakeholder}\u{a0}: personne ne parle au nom des habitants.",
            "{stakeholder}: niemand spreekt namens de bewoners.",
        ),
        FindingCode::RoleUnfilled => (
            "Nobody who is meant to has the role “{role}”.",
            "Aucune des parties prenantes prévues n’a le rôle «\u{a0}{role}\u{a0}».",
            "Niemand van wie het bedoeld is, heeft de rol “{role}”.",
        ),
        FindingCode::ObjectiveWithoutActivity => (
            "No activity serves the objective “{objective}”.",
            "Aucune activité ne sert l’objectif «\u{a0}{objective}\u{a0}».",
            "Geen activiteit dient de doelstelling “{objective}”.",
        ),
        FindingCode::ObjectiveWithoutIndicator => (
            "No indicator shows the objective “{objective}”.",
            "Aucun indicateur ne montre l’objectif «\u{a0}{objective}\u{a0}».",
            "Geen indicator toont de doelstelling “{objective}”.",
        ),
        FindingCode::ObjectiveWithoutOwner => (
            "Nobody answers for the objective “{objective}”.",
            "Personne ne répond de l’objectif «\u{a0}{objective}\u{a0}».",
            "Niemand is verantwoordelijk voor de doelstelling “{objective}”.",
        ),
        FindingCode::ObjectiveSharedByFew => (
            "{n} of {all} stakeholders share the objective “{objective}”.",
            "{n} parties prenantes sur {all} partagent l’objectif «\u{a0}{objective}\u{a0}».",
            "{n} van {all} belanghebbenden delen de doelstelling “{objective}”.",
        ),
        FindingCode::ResultWithoutCause => (
            "Nothing leads to the planned result “{result}”.",
            "Rien ne mène au résultat prévu «\u{a0}{result}\u{a0}».",
            "Niets leidt tot het geplande resultaat “{result}”.",
        ),
        FindingCode::ActivityLeadsNowhere => (
            "{activity} serves no objective.",
            "{activity} ne sert aucun objectif.",
            "{activity} dient geen enkele doelstelling.",
        ),
        FindingCode::ResultLeadsNowhere => (
            "The planned result “{result}” leads to nothing.",
            "Le résultat prévu «\u{a0}{result}\u{a0}» ne mène à rien.",
            "Het geplande resultaat “{result}” leidt nergens toe.",
        ),
        FindingCode::TheoryCycle => (
            "Planned results return to themselves: {results}.",
            "Des résultats prévus reviennent à eux-mêmes\u{a0}: {results}.",
            "Geplande resultaten keren naar zichzelf terug: {results}.",
        ),
        FindingCode::TheoryBackwards => (
            "The planned result “{result}” follows from one further down the road: {other}.",
            "Le résultat prévu «\u{a0}{result}\u{a0}» découle d’un résultat plus lointain\u{a0}: {other}.",
            "Het geplande resultaat “{result}” volgt uit een verder gelegen resultaat: {other}.",
        ),
        FindingCode::AboveAgreedShare | FindingCode::BelowAgreedShare => (
            "{stakeholder} carries {share} of {kind}; {agreed_share} was agreed.",
            "{stakeholder} porte {share} ({kind})\u{a0}; {agreed_share} était convenu.",
            "{stakeholder} draagt {share} van {kind}; {agreed_share} was afgesproken.",
        ),
        FindingCode::LoadConcentrated => (
            "{stakeholder} carries {share} of {kind}, and no shares were agreed.",
            "{stakeholder} porte {share} ({kind}), et aucune part n’a été convenue.",
            "{stakeholder} draagt {share} van {kind}, en er zijn geen aandelen afgesproken.",
        ),
        FindingCode::NeedNotMet => (
            "The need “{need}” is not met, {days} days after its day.",
            "Le besoin «\u{a0}{need}\u{a0}» n’est pas couvert, {days} jours après l’échéance.",
            "De nood “{need}” is niet ingevuld, {days} dagen na de datum.",
        ),
        FindingCode::NeedMetLate => (
            "The need “{need}” was met {days} days late.",
            "Le besoin «\u{a0}{need}\u{a0}» a été couvert avec {days} jours de retard.",
            "De nood “{need}” is {days} dagen te laat ingevuld.",
        ),
        FindingCode::NeedWithoutPledge => (
            "Nothing was pledged or given for the need “{need}”.",
            "Rien n’a été promis ni apporté pour le besoin «\u{a0}{need}\u{a0}».",
            "Voor de nood “{need}” is niets toegezegd of gegeven.",
        ),
        FindingCode::ContributionsNotRecognised => (
            "{stakeholder} was never thanked; contributions: {n}.",
            "{stakeholder} n’a jamais été remercié\u{a0}; apports\u{a0}: {n}.",
            "{stakeholder} werd nooit bedankt; bijdragen: {n}.",
        ),
        FindingCode::ChannelBehindPlan => (
            "{channel} kept {n} of {all} planned times ({share}).",
            "{channel}\u{a0}: {n} rendez-vous prévus sur {all} tenus ({share}).",
            "{channel}: {n} van {all} geplande keren gehaald ({share}).",
        ),
        FindingCode::ChannelSilent => (
            "{channel} has been silent for {days} days, since {date}.",
            "{channel} se tait depuis {days} jours, depuis le {date}.",
            "{channel} is al {days} dagen stil, sinds {date}.",
        ),
        FindingCode::PartnerNeverReached => (
            "{stakeholder} was at none of {n} meetings.",
            "{stakeholder} n’était à aucune des {n} réunions.",
            "{stakeholder} was op geen van {n} vergaderingen.",
        ),
        FindingCode::ResidentsWithoutChannel => (
            "No channel is meant for residents.",
            "Aucun canal ne s’adresse aux habitants.",
            "Geen enkel kanaal is voor bewoners bedoeld.",
        ),
        FindingCode::ResidentsInformedLate => (
            "{channel}: residents were told up to {days} days late.",
            "{channel}\u{a0}: les habitants ont été informés avec jusqu’à {days} jours de retard.",
            "{channel}: bewoners werden tot {days} dagen te laat geïnformeerd.",
        ),
        FindingCode::ConflictOpenLong => (
            "The conflict {conflict} has been open for {days} days.",
            "Le conflit {conflict} est ouvert depuis {days} jours.",
            "Het conflict {conflict} is al {days} dagen open.",
        ),
        FindingCode::ConflictNotMediated => (
            "Nobody mediates in the conflict {conflict}, open for {days} days.",
            "Personne ne sert de médiateur dans le conflit {conflict}, ouvert depuis {days} jours.",
            "Niemand bemiddelt in het conflict {conflict}, al {days} dagen open.",
        ),
        FindingCode::ConflictsRecur => (
            "{n} conflicts between the same two: {stakeholders}.",
            "{n} conflits entre les deux mêmes\u{a0}: {stakeholders}.",
            "{n} conflicten tussen dezelfde twee: {stakeholders}.",
        ),
        FindingCode::PartnerAtRisk => (
            "{stakeholder} may be about to leave: {reasons}.",
            "{stakeholder} pourrait partir\u{a0}: {reasons}.",
            "{stakeholder} zou kunnen vertrekken: {reasons}.",
        ),
        FindingCode::PartnerLeft => {
            ("{stakeholder} left on {date}.", "{stakeholder} est parti le {date}.", "{stakeholder} vertrok op {date}.")
        }
        FindingCode::RepresentativesChange => (
            "{stakeholder}: {n} representatives left in the last year.",
            "{stakeholder}\u{a0}: {n} représentants sont partis ces douze derniers mois.",
            "{stakeholder}: {n} vertegenwoordigers vertrokken in het laatste jaar.",
        ),
        FindingCode::RatedAsConcern => (
            "For the partners “{dimension}” is a concern: {value}, below {cut}.",
            "Pour les partenaires, «\u{a0}{dimension}\u{a0}» est un point d’attention\u{a0}: {value}, sous {cut}.",
            "Voor de partners is “{dimension}” een aandachtspunt: {value}, onder {cut}.",
        ),
        FindingCode::RatedLower => (
            "The partners rate “{dimension}” lower than last time, by {value}.",
            "Les partenaires jugent «\u{a0}{dimension}\u{a0}» moins bien que la dernière fois, de {value}.",
            "De partners beoordelen “{dimension}” lager dan de vorige keer, met {value}.",
        ),
        FindingCode::ConnectedThroughOne => (
            "If {stakeholder} leaves, the ties no longer connect all partners; cut off: {n}.",
            "Si {stakeholder} part, les liens ne relient plus tous les partenaires\u{a0}; coupés du reste\u{a0}: {n}.",
            "Als {stakeholder} vertrekt, verbinden de banden niet meer alle partners; afgesneden: {n}.",
        ),
        FindingCode::PartnerWithoutTies => (
            "No tie leads to or from {stakeholder}.",
            "Aucun lien ne mène à {stakeholder} ni n’en part.",
            "Geen enkele band leidt naar of van {stakeholder}.",
        ),
        FindingCode::ActionOverdue => (
            "The action “{action}” is {days} days overdue.",
            "L’action «\u{a0}{action}\u{a0}» a {days} jours de retard.",
            "De actie “{action}” is {days} dagen te laat.",
        ),
        FindingCode::ActionWithoutOwner => (
            "Nobody sees to the action “{action}”.",
            "Personne ne s’occupe de l’action «\u{a0}{action}\u{a0}».",
            "Niemand volgt de actie “{action}” op.",
        ),
    }
}

fn meaning(code: FindingCode) -> Texts {
    match code {
        FindingCode::NoResponsibilities => (
            "Nobody can say who does what: rules about single activities cannot be checked.",
            "Personne ne peut dire qui fait quoi\u{a0}: les règles par activité ne peuvent pas être vérifiées.",
            "Niemand kan zeggen wie wat doet: de regels per activiteit zijn niet te controleren.",
        ),
        FindingCode::NoAccountable => (
            "Exactly one stakeholder answers for each activity; here there is none.",
            "Une seule partie prenante répond de chaque activité\u{a0}; ici, aucune.",
            "Precies één belanghebbende is eindverantwoordelijk voor elke activiteit; hier is er geen.",
        ),
        FindingCode::SeveralAccountable => (
            "Where several answer for an activity, in doubt nobody does.",
            "Quand plusieurs répondent d’une activité, en cas de doute personne ne le fait.",
            "Waar er verschillende eindverantwoordelijk zijn, is het bij twijfel niemand.",
        ),
        FindingCode::NoResponsible => (
            "At least one stakeholder carries out each activity; here there is none.",
            "Au moins une partie prenante réalise chaque activité\u{a0}; ici, aucune.",
            "Minstens één belanghebbende voert elke activiteit uit; hier is er geen.",
        ),
        FindingCode::AccountableNotInvolved => (
            "Who answers neither carries the activity out, nor is consulted, nor gave something for it or came to one of its events.",
            "Qui en répond ne la réalise pas, n’est pas consulté, n’a rien apporté et n’est venu à aucun de ses rendez-vous.",
            "Wie eindverantwoordelijk is, voert niet uit, wordt niet geraadpleegd, droeg niets bij en kwam naar geen enkel moment.",
        ),
        FindingCode::DutyOfFormerPartner => (
            "A duty of a stakeholder that is no longer there is nobody’s.",
            "La tâche d’une partie prenante partie n’est plus celle de personne.",
            "De taak van wie vertrokken is, is van niemand meer.",
        ),
        FindingCode::Overloaded => (
            "At least three tasks, and more than one and a half times the agreed part of them; without an agreement, more than twice an equal part.",
            "Au moins trois tâches, et plus d’une fois et demie la part convenue\u{a0}; sans accord, plus du double d’une part égale.",
            "Minstens drie taken, en meer dan anderhalve keer het afgesproken deel; zonder afspraak meer dan twee keer een gelijk deel.",
        ),
        FindingCode::WithoutTask => (
            "It neither carries out nor answers for anything, and is neither consulted nor informed.",
            "Elle ne réalise rien, ne répond de rien, n’est ni consultée ni informée.",
            "Die voert niets uit, is nergens verantwoordelijk voor en wordt niet geraadpleegd of geïnformeerd.",
        ),
        FindingCode::ActivitiesDependOnOne => (
            "One stakeholder alone carries them out.",
            "Une seule partie prenante les réalise.",
            "Eén belanghebbende voert ze alleen uit.",
        ),
        FindingCode::ObjectiveDependsOnOne => (
            "One stakeholder alone carries out every activity that serves the objective.",
            "Une seule partie prenante réalise toutes les activités qui servent l’objectif.",
            "Eén belanghebbende voert alle activiteiten voor de doelstelling alleen uit.",
        ),
        FindingCode::SectorAbsent => (
            "A kind of stakeholder that the plan expects takes no part. Where the plan expects none by name, these are local authorities, associations, businesses and residents, and it is low; else medium. High for residents.",
            "Un type de partie prenante attendu par le plan ne participe pas. Si le plan n’en nomme aucun\u{a0}: autorités locales, associations, entreprises et habitants, et c’est faible\u{a0}; sinon moyen. Élevé pour les habitants.",
            "Een soort belanghebbende die het plan verwacht, doet niet mee. Noemt het plan er geen: lokale overheid, verenigingen, bedrijven en bewoners, en het is laag; anders middelmatig. Hoog voor bewoners.",
        ),
        FindingCode::ResidentsUnrepresented => (
            "Residents stand in the plan, but without a representative.",
            "Les habitants figurent dans le plan, mais sans représentant.",
            "Bewoners staan in het plan, maar zonder vertegenwoordiger.",
        ),
        FindingCode::RoleUnfilled => (
            "No stakeholder has the role, or none of the kinds that are to have it.",
            "Aucune partie prenante n’a ce rôle, ou aucune de celles prévues.",
            "Geen belanghebbende heeft de rol, of geen van de soorten die hem zouden hebben.",
        ),
        FindingCode::ObjectiveWithoutActivity => (
            "Neither the objective nor one below it is served by an activity or a planned result.",
            "Ni l’objectif ni un objectif subordonné n’est servi par une activité ou un résultat prévu.",
            "Noch de doelstelling noch een onderliggende wordt door een activiteit of gepland resultaat gediend.",
        ),
        FindingCode::ObjectiveWithoutIndicator => (
            "Nobody will be able to tell whether it was reached. Wider objectives may be shown by those below them.",
            "Personne ne pourra dire s’il est atteint. Un objectif général peut être montré par ceux qui le composent.",
            "Niemand zal kunnen zeggen of ze bereikt is. Bredere doelstellingen mogen door onderliggende getoond worden.",
        ),
        FindingCode::ObjectiveWithoutOwner => (
            "The objective has no owner.",
            "L’objectif n’a pas de responsable.",
            "De doelstelling heeft geen eigenaar.",
        ),
        FindingCode::ObjectiveSharedByFew => (
            "Fewer than two, or less than half of those who take part, say that they share it.",
            "Moins de deux, ou moins de la moitié des participants, disent le partager.",
            "Minder dan twee, of minder dan de helft van de deelnemers, deelt ze.",
        ),
        FindingCode::ResultWithoutCause => (
            "No activity brings it about and it follows from no other result.",
            "Aucune activité ne le produit et il ne découle d’aucun autre résultat.",
            "Geen activiteit brengt het teweeg en het volgt uit geen ander resultaat.",
        ),
        FindingCode::ActivityLeadsNowhere => (
            "The activity names no objective and brings about no planned result.",
            "L’activité ne nomme aucun objectif et ne produit aucun résultat prévu.",
            "De activiteit noemt geen doelstelling en brengt geen gepland resultaat teweeg.",
        ),
        FindingCode::ResultLeadsNowhere => (
            "It is no impact, serves no objective and no other result follows from it.",
            "Ce n’est pas un impact, il ne sert aucun objectif et aucun résultat n’en découle.",
            "Het is geen impact, dient geen doelstelling en geen ander resultaat volgt eruit.",
        ),
        FindingCode::TheoryCycle => (
            "Each leads to the other: what comes first cannot be told. A loop may be meant; then say where it starts.",
            "Chacun mène à l’autre\u{a0}: on ne peut dire lequel vient d’abord. Une boucle peut être voulue\u{a0}; dites alors où elle commence.",
            "Het ene leidt tot het andere: wat eerst komt is niet te zeggen. Een lus mag bedoeld zijn; zeg dan waar ze begint.",
        ),
        FindingCode::TheoryBackwards => (
            "The road runs from output to outcome to impact; here it runs back.",
            "Le chemin va des réalisations aux effets puis à l’impact\u{a0}; ici il revient en arrière.",
            "De weg loopt van output naar outcome naar impact; hier loopt hij terug.",
        ),
        FindingCode::AboveAgreedShare => (
            "More than five percentage points above the agreed share; medium from fifteen.",
            "Plus de cinq points de pourcentage au-dessus de la part convenue\u{a0}; moyen à partir de quinze.",
            "Meer dan vijf procentpunten boven het afgesproken aandeel; middelmatig vanaf vijftien.",
        ),
        FindingCode::BelowAgreedShare => (
            "More than five percentage points below the agreed share; medium from fifteen. Not found of who joined after the first contribution.",
            "Plus de cinq points de pourcentage sous la part convenue\u{a0}; moyen à partir de quinze. Jamais pour qui a rejoint après le premier apport.",
            "Meer dan vijf procentpunten onder het afgesproken aandeel; middelmatig vanaf vijftien. Niet voor wie na de eerste bijdrage toetrad.",
        ),
        FindingCode::LoadConcentrated => (
            "One of at least three stakeholders carries more than half.",
            "Une partie prenante sur trois au moins porte plus de la moitié.",
            "Eén van minstens drie belanghebbenden draagt meer dan de helft.",
        ),
        FindingCode::NeedNotMet => (
            "Less arrived than was needed, and the day has passed.",
            "Il est arrivé moins que nécessaire, et la date est passée.",
            "Er kwam minder dan nodig, en de datum is voorbij.",
        ),
        FindingCode::NeedMetLate => (
            "What was needed arrived, after its day.",
            "Ce qu’il fallait est arrivé après la date.",
            "Wat nodig was kwam na de datum.",
        ),
        FindingCode::NeedWithoutPledge => (
            "Its day has not come yet; nobody has said to bring it.",
            "La date n’est pas encore venue\u{a0}; personne ne s’est engagé.",
            "De datum is nog niet voorbij; niemand heeft iets toegezegd.",
        ),
        FindingCode::ContributionsNotRecognised => (
            "There are records of thanks, and none for this stakeholder.",
            "Des remerciements sont enregistrés, aucun pour cette partie prenante.",
            "Er is waardering geregistreerd, maar geen voor deze belanghebbende.",
        ),
        FindingCode::ChannelBehindPlan => (
            "Some planned slots passed without an event. Below 80 % it is medium, below 50 % high.",
            "Des créneaux prévus se sont passés sans événement. Sous 80\u{a0}%\u{a0}: moyen\u{a0}; sous 50\u{a0}%\u{a0}: élevé.",
            "Geplande momenten gingen voorbij zonder gebeurtenis. Onder 80 % is dat middelmatig, onder 50 % hoog.",
        ),
        FindingCode::ChannelSilent => (
            "More than twice the planned time since the last event.",
            "Plus du double du délai prévu depuis le dernier événement.",
            "Meer dan twee keer de geplande tijd sinds de laatste gebeurtenis.",
        ),
        FindingCode::PartnerNeverReached => (
            "Of the partners’ meetings with a list of who was there, while it took part.",
            "Parmi les réunions de partenaires avec liste de présence, pendant sa participation.",
            "Van de partnervergaderingen met aanwezigheidslijst, terwijl die deelnam.",
        ),
        FindingCode::ResidentsWithoutChannel => (
            "The plan has no channel with the audience residents or public.",
            "Le plan n’a aucun canal destiné aux habitants ou au public.",
            "Het plan heeft geen kanaal voor bewoners of publiek.",
        ),
        FindingCode::ResidentsInformedLate => (
            "The longest time from the end of a planned slot to the next event, or to the day of the review.",
            "Le plus long délai entre la fin d’un créneau prévu et l’événement suivant, ou le jour du bilan.",
            "De langste tijd van het einde van een gepland moment tot de volgende gebeurtenis, of tot de dag van de doorlichting.",
        ),
        FindingCode::ConflictOpenLong => (
            "Open for more than 90 days; high from 180.",
            "Ouvert depuis plus de 90 jours\u{a0}; élevé à partir de 180.",
            "Langer dan 90 dagen open; hoog vanaf 180.",
        ),
        FindingCode::ConflictNotMediated => (
            "Open for more than 30 days, and the record says that there is no mediation.",
            "Ouvert depuis plus de 30 jours, sans médiation selon le registre.",
            "Langer dan 30 dagen open, en volgens het register zonder bemiddeling.",
        ),
        FindingCode::ConflictsRecur => (
            "Two stakeholders are parties to more than one conflict.",
            "Deux parties prenantes sont parties à plus d’un conflit.",
            "Twee belanghebbenden zijn partij in meer dan één conflict.",
        ),
        FindingCode::PartnerAtRisk => (
            "Three meetings missed in a row, or two of: nothing given for 180 days, a conflict open for long, a load well above the agreed share, never thanked. A sign to talk, not a forecast.",
            "Trois réunions manquées de suite, ou deux de ces signes\u{a0}: aucun apport depuis 180 jours, un conflit ouvert depuis longtemps, une charge bien au-dessus de la part convenue, jamais remercié. Un signe pour parler, pas une prévision.",
            "Drie vergaderingen na elkaar gemist, of twee van: 180 dagen niets bijgedragen, een lang open conflict, een last ver boven het afgesproken aandeel, nooit bedankt. Een teken om te praten, geen voorspelling.",
        ),
        FindingCode::PartnerLeft => (
            "It left within the last year.",
            "Elle est partie au cours de l’année écoulée.",
            "Die vertrok in het voorbije jaar.",
        ),
        FindingCode::RepresentativesChange => (
            "The organisation stays, the persons who speak for it change.",
            "L’organisation reste, les personnes qui parlent en son nom changent.",
            "De organisatie blijft, de personen die namens haar spreken wisselen.",
        ),
        FindingCode::RatedAsConcern => (
            "The mean over organisations and its whole interval lie below the plan’s lower cut point; of at least the organisations that the plan asks for.",
            "La moyenne des organisations et tout son intervalle sont sous le seuil inférieur du plan\u{a0}; sur au moins le nombre d’organisations que le plan demande.",
            "Het gemiddelde over organisaties en het hele interval liggen onder de onderste grens van het plan; over minstens het aantal organisaties dat het plan vraagt.",
        ),
        FindingCode::RatedLower => (
            "The same organisations rate it lower than in the wave before; the p-value, adjusted for all dimensions, is below 0.05.",
            "Les mêmes organisations le jugent moins bien qu’à la vague précédente\u{a0}; la valeur p, ajustée pour toutes les dimensions, est inférieure à 0,05.",
            "Dezelfde organisaties beoordelen het lager dan in de vorige meting; de p-waarde, aangepast voor alle dimensies, ligt onder 0,05.",
        ),
        FindingCode::ConnectedThroughOne => (
            "Among four members or more, ties of every kind taken together: a cut point, and how many are then outside the largest part; high from two.",
            "Parmi quatre membres ou plus, tous les types de liens confondus\u{a0}: un point d’articulation, et combien se trouvent alors hors de la plus grande partie\u{a0}; élevé à partir de deux.",
            "Bij vier leden of meer, alle soorten banden samen: een knooppunt zonder hetwelk het net uiteenvalt, en hoeveel er dan buiten het grootste deel liggen; hoog vanaf twee.",
        ),
        FindingCode::PartnerWithoutTies => (
            "A member whom no tie of any kind names in the last wave; perhaps it was not asked.",
            "Un membre qu’aucun lien, de quelque type que ce soit, ne nomme dans la dernière vague\u{a0}; peut-être n’a-t-il pas été interrogé.",
            "Een lid dat in de laatste meting in geen enkele band voorkomt; misschien werd het niet bevraagd.",
        ),
        FindingCode::ActionOverdue => (
            "Its day has passed and it is open; high from 90 days.",
            "La date est passée et elle est ouverte\u{a0}; élevé à partir de 90 jours.",
            "De datum is voorbij en ze staat open; hoog vanaf 90 dagen.",
        ),
        FindingCode::ActionWithoutOwner => (
            "An open action without an owner.",
            "Une action ouverte sans responsable.",
            "Een open actie zonder eigenaar.",
        ),
    }
}

fn help(code: FindingCode) -> Option<Texts> {
    use FindingCode as Code;
    let texts = match code {
        Code::NoResponsibilities
        | Code::NoAccountable
        | Code::SeveralAccountable
        | Code::NoResponsible
        | Code::AccountableNotInvolved
        | Code::DutyOfFormerPartner
        | Code::RoleUnfilled => (
            "Say for each actor what its role is: who coordinates, who carries out, who supports.",
            "Dire pour chaque acteur quel est son rôle\u{a0}: qui coordonne, qui réalise, qui soutient.",
            "Zeg voor elke actor wat zijn rol is: wie coördineert, wie uitvoert, wie ondersteunt.",
        ),
        Code::Overloaded
        | Code::WithoutTask
        | Code::ConnectedThroughOne
        | Code::ActivitiesDependOnOne
        | Code::ObjectiveDependsOnOne
        | Code::AboveAgreedShare
        | Code::BelowAgreedShare
        | Code::LoadConcentrated => (
            "Share the work fairly: what is on few shoulders does not last.",
            "Répartir le travail équitablement\u{a0}: ce qui repose sur peu d’épaules ne dure pas.",
            "Verdeel het werk eerlijk: wat op weinig schouders rust, houdt niet stand.",
        ),
        Code::SectorAbsent | Code::ResidentsUnrepresented => (
            "Bring in local authorities, associations, businesses and residents: each has something that the others lack.",
            "Associer autorités locales, associations, entreprises et habitants\u{a0}: chacun apporte ce que les autres n’ont pas.",
            "Betrek lokale overheid, verenigingen, bedrijven en bewoners: elk heeft iets wat de anderen missen.",
        ),
        Code::ObjectiveWithoutActivity
        | Code::ObjectiveWithoutOwner
        | Code::ObjectiveSharedByFew
        | Code::ResultWithoutCause
        | Code::ActivityLeadsNowhere
        | Code::ResultLeadsNowhere => (
            "Agree on clear objectives with all who work together.",
            "Convenir d’objectifs clairs avec tous ceux qui travaillent ensemble.",
            "Spreek met allen die samenwerken duidelijke doelstellingen af.",
        ),
        Code::ObjectiveWithoutIndicator => (
            "Choose indicators and collect data regularly, so that change can be followed.",
            "Choisir des indicateurs et collecter des données régulièrement, pour suivre les changements.",
            "Kies indicatoren en verzamel geregeld gegevens, zodat verandering te volgen is.",
        ),
        Code::NeedNotMet | Code::NeedMetLate | Code::NeedWithoutPledge => (
            "Write down early which resources are needed and who brings them.",
            "Noter tôt quelles ressources sont nécessaires et qui les apporte.",
            "Leg vroeg vast welke middelen nodig zijn en wie ze levert.",
        ),
        Code::ContributionsNotRecognised | Code::PartnerAtRisk | Code::PartnerLeft | Code::RepresentativesChange => (
            "Keep talking, recognise what each one gives, and adapt as needs change.",
            "Continuer à se parler, reconnaître ce que chacun apporte et s’adapter aux besoins.",
            "Blijf praten, erken wat ieder geeft en pas aan als noden veranderen.",
        ),
        Code::ChannelBehindPlan | Code::ChannelSilent | Code::PartnerNeverReached => (
            "Keep exchange steady: meetings at fixed times, or a shared platform.",
            "Maintenir l’échange\u{a0}: des réunions à dates fixes, ou une plateforme commune.",
            "Houd de uitwisseling gaande: vergaderingen op vaste tijden, of een gedeeld platform.",
        ),
        Code::ResidentsWithoutChannel | Code::ResidentsInformedLate => (
            "Tell the community openly what is done: those who know can take part.",
            "Dire ouvertement à la communauté ce qui se fait\u{a0}: qui sait peut participer.",
            "Vertel de gemeenschap open wat er gebeurt: wie het weet, kan meedoen.",
        ),
        Code::ConflictOpenLong | Code::ConflictNotMediated | Code::ConflictsRecur => (
            "See conflicts coming and settle them by dialogue and mediation.",
            "Voir venir les conflits et les régler par le dialogue et la médiation.",
            "Zie conflicten aankomen en los ze op met dialoog en bemiddeling.",
        ),
        Code::ActionOverdue | Code::ActionWithoutOwner => (
            "Use what evaluations find to do better, and ask partners and residents what they think of it.",
            "Utiliser les constats des évaluations pour progresser, et demander leur avis aux partenaires et aux habitants.",
            "Gebruik wat evaluaties vinden om het beter te doen, en vraag partners en bewoners wat zij ervan vinden.",
        ),
        Code::TheoryCycle
        | Code::TheoryBackwards
        | Code::RatedAsConcern
        | Code::RatedLower
        | Code::PartnerWithoutTies => return None,
    };
    Some(texts)
}
