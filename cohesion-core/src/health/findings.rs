//! What a review of a partnership finds, and what helps.

use super::code::findings;
use super::texts::{Kinds, Reasons, Sectors};
use crate::message::{Count, Date, Id, List, Name, Number, Share, Thing, Word, texts};

/// Declares kinds of things that the plan names, by the name of their kind.
macro_rules! things {
    ($($(#[$doc:meta])* $thing:ident = $name:literal;)*) => {$(
        $(#[$doc])*
        pub(super) struct $thing;

        impl Thing for $thing {
            const NAME: &'static str = $name;
        }
    )*};
}

things! {
    Stakeholder = "stakeholder";
    Activity = "activity";
    Objective = "objective";
    PlannedResult = "result";
    Role = "role";
    Dimension = "dimension";
    Need = "need";
    Channel = "channel";
}

findings! {
    /// Nobody was given any responsibility.
    finding no_responsibilities(n: Count) of Responsibilities, CLEAR_ROLES {
        en "No responsibilities are written down for {n|the activity|any of the {n} activities}.",
        fr "Aucune responsabilité n’est écrite pour {n|l’activité|les {n} activités}.",
        nl "Voor {n|de activiteit|geen van de {n} activiteiten} zijn {n|geen verantwoordelijkheden|verantwoordelijkheden} vastgelegd.",
        means
        en "Nobody can say who does what: rules about single activities cannot be checked.",
        fr "Personne ne peut dire qui fait quoi : les règles par activité ne peuvent pas être vérifiées.",
        nl "Niemand kan zeggen wie wat doet: de regels per activiteit zijn niet te controleren.",
    }
    /// An activity for which nobody answers.
    finding no_accountable(activity: Id<Activity>) of Responsibilities, CLEAR_ROLES {
        en "Nobody answers for “{activity}”.",
        fr "Personne ne répond de l’activité « {activity} ».",
        nl "Niemand is eindverantwoordelijk voor “{activity}”.",
        means
        en "Exactly one stakeholder answers for each activity; here there is none.",
        fr "Une seule partie prenante répond de chaque activité ; ici, aucune.",
        nl "Precies één belanghebbende is eindverantwoordelijk voor elke activiteit; hier is er geen.",
    }
    /// An activity for which several answer.
    finding several_accountable(n: Count, activity: Id<Activity>, stakeholders: List<Id<Stakeholder>>) of Responsibilities, CLEAR_ROLES {
        en "{n} {n|stakeholder answers|stakeholders answer} for “{activity}”[ ({stakeholders})]; it should be one.",
        fr "{n} {n|partie prenante répond|parties prenantes répondent} de l’activité « {activity} »[ ({stakeholders})] ; il en faudrait une seule.",
        nl "{n} {n|belanghebbende is|belanghebbenden zijn} eindverantwoordelijk voor “{activity}”[ ({stakeholders})]; dat zou er één moeten zijn.",
        means
        en "Where several answer for an activity, in doubt nobody does.",
        fr "Quand plusieurs répondent d’une activité, en cas de doute personne ne le fait.",
        nl "Waar er verschillende eindverantwoordelijk zijn, is het bij twijfel niemand.",
    }
    /// An activity that nobody is to do.
    finding no_responsible(activity: Id<Activity>) of Responsibilities, CLEAR_ROLES {
        en "Nobody is to carry out “{activity}”.",
        fr "Personne n’est chargé de réaliser l’activité « {activity} ».",
        nl "Niemand moet “{activity}” uitvoeren.",
        means
        en "At least one stakeholder carries out each activity; here there is none.",
        fr "Au moins une partie prenante réalise chaque activité ; ici, aucune.",
        nl "Minstens één belanghebbende voert elke activiteit uit; hier is er geen.",
    }
    /// Who answers for an activity neither does it, nor is asked, nor gave or came.
    finding accountable_not_involved(stakeholder: Id<Stakeholder>, activity: Id<Activity>) of Responsibilities, CLEAR_ROLES {
        en "{stakeholder} answers for “{activity}” without taking part in it.",
        fr "{stakeholder} répond de l’activité « {activity} » sans y prendre part.",
        nl "{stakeholder} is eindverantwoordelijk voor “{activity}” zonder eraan deel te nemen.",
        means
        en "Who answers neither carries the activity out, nor is consulted, nor gave something for it or came to one of its events.",
        fr "Qui en répond ne la réalise pas, n’est pas consulté, n’a rien apporté et n’est venu à aucun de ses rendez-vous.",
        nl "Wie eindverantwoordelijk is, voert niet uit, wordt niet geraadpleegd, droeg niets bij en kwam naar geen enkel moment.",
    }
    /// Who left still has a duty in an activity.
    finding duty_of_former_partner(stakeholder: Id<Stakeholder>, activity: Id<Activity>) of Responsibilities, CLEAR_ROLES {
        en "{stakeholder} has left and still has a duty in “{activity}”.",
        fr "{stakeholder} a quitté le partenariat et a encore une tâche dans l’activité « {activity} ».",
        nl "{stakeholder} is vertrokken en heeft nog een taak in “{activity}”.",
        means
        en "A duty of a stakeholder that is no longer there is nobody’s.",
        fr "La tâche d’une partie prenante partie n’est plus celle de personne.",
        nl "De taak van wie vertrokken is, is van niemand meer.",
    }
    /// A stakeholder has far more tasks than its part.
    finding overloaded(stakeholder: Id<Stakeholder>, n: Count, share: Share, expected_share: Share) of Responsibilities, SHARE_THE_WORK {
        en "{stakeholder} has {n} {n|task|tasks}, {share} of all; its part would be {expected_share}.",
        fr "{stakeholder} a {n} {n|tâche|tâches}, {share} de l’ensemble ; sa part serait de {expected_share}.",
        nl "{stakeholder} heeft {n} {n|taak|taken}, {share} van alle; een deel van {expected_share} zou passen.",
        means
        en "At least three tasks, and more than one and a half times the agreed part of them; without an agreement, more than twice an equal part.",
        fr "Au moins trois tâches, et plus d’une fois et demie la part convenue ; sans accord, plus du double d’une part égale.",
        nl "Minstens drie taken, en meer dan anderhalve keer het afgesproken deel; zonder afspraak meer dan twee keer een gelijk deel.",
    }
    /// A stakeholder that has no part in any activity.
    finding without_task(stakeholder: Id<Stakeholder>) of Responsibilities, SHARE_THE_WORK {
        en "{stakeholder} has no part in any activity.",
        fr "{stakeholder} ne participe à aucune activité.",
        nl "{stakeholder} heeft in geen enkele activiteit een rol.",
        means
        en "It neither carries out nor answers for anything, and is neither consulted nor informed.",
        fr "Elle ne réalise rien, ne répond de rien, n’est ni consultée ni informée.",
        nl "Die voert niets uit, is nergens verantwoordelijk voor en wordt niet geraadpleegd of geïnformeerd.",
    }
    /// Activities that stop if one stakeholder leaves.
    finding activities_depend_on_one(stakeholder: Id<Stakeholder>, n: Count, activities: List<Id<Activity>>) of Responsibilities, SHARE_THE_WORK {
        en "If {stakeholder} leaves, {n|this activity stops|these {n} activities stop}: {activities}.",
        fr "Si {stakeholder} part, {n|cette activité s’arrête|ces {n} activités s’arrêtent} : {activities}.",
        nl "Als {stakeholder} vertrekt, {n|stopt deze activiteit|stoppen deze {n} activiteiten}: {activities}.",
        means
        en "One stakeholder alone carries them out.",
        fr "Une seule partie prenante les réalise.",
        nl "Eén belanghebbende voert ze alleen uit.",
    }
    /// An objective all of whose activities stop if one stakeholder leaves.
    finding objective_depends_on_one(objective: Id<Objective>, stakeholder: Id<Stakeholder>) of Responsibilities, SHARE_THE_WORK {
        en "Work on the objective “{objective}” stops if {stakeholder} leaves.",
        fr "Le travail sur l’objectif « {objective} » s’arrête si {stakeholder} part.",
        nl "Het werk aan de doelstelling “{objective}” stopt als {stakeholder} vertrekt.",
        means
        en "One stakeholder alone carries out every activity that serves the objective.",
        fr "Une seule partie prenante réalise toutes les activités qui servent l’objectif.",
        nl "Eén belanghebbende voert alle activiteiten voor de doelstelling alleen uit.",
    }
    /// A kind of stakeholder that is expected and not at the table.
    finding sector_absent(sector: Word<Sectors>) of Responsibilities, BRING_IN_OTHERS {
        en "Nobody at the table stands for: {sector}.",
        fr "Personne à la table ne représente : {sector}.",
        nl "Niemand aan tafel vertegenwoordigt: {sector}.",
        means
        en "A kind of stakeholder that the plan expects takes no part. Where the plan expects none by name, these are local authorities, associations, businesses and residents, and it is low; else medium. High for residents.",
        fr "Un type de partie prenante attendu par le plan ne participe pas. Si le plan n’en nomme aucun : autorités locales, associations, entreprises et habitants, et c’est faible ; sinon moyen. Élevé pour les habitants.",
        nl "Een soort belanghebbende die het plan verwacht, doet niet mee. Noemt het plan er geen: lokale overheid, verenigingen, bedrijven en bewoners, en het is laag; anders middelmatig. Hoog voor bewoners.",
    }
    /// Residents are at the table, and no person speaks for them.
    finding residents_unrepresented(stakeholder: Id<Stakeholder>) of Responsibilities, BRING_IN_OTHERS {
        en "{stakeholder}: no person speaks for the residents.",
        fr "{stakeholder} : personne ne parle au nom des habitants.",
        nl "{stakeholder}: niemand spreekt namens de bewoners.",
        means
        en "Residents stand in the plan, but without a representative.",
        fr "Les habitants figurent dans le plan, mais sans représentant.",
        nl "Bewoners staan in het plan, maar zonder vertegenwoordiger.",
    }
    /// A role that no stakeholder has, or none of the kinds that are to have it.
    finding role_unfilled(role: Id<Role>, sectors: List<Word<Sectors>>) of Responsibilities, CLEAR_ROLES {
        en "Nobody who is meant to has the role “{role}”[ (meant for: {sectors})].",
        fr "Aucune des parties prenantes prévues n’a le rôle « {role} »[ (prévu pour : {sectors})].",
        nl "Niemand van wie het bedoeld is, heeft de rol “{role}”[ (bedoeld voor: {sectors})].",
        means
        en "No stakeholder has the role, or none of the kinds that are to have it.",
        fr "Aucune partie prenante n’a ce rôle, ou aucune de celles prévues.",
        nl "Geen belanghebbende heeft de rol, of geen van de soorten die hem zouden hebben.",
    }
    /// An objective that no activity serves.
    finding objective_without_activity(objective: Id<Objective>) of Responsibilities, CLEAR_OBJECTIVES {
        en "No activity serves the objective “{objective}”.",
        fr "Aucune activité ne sert l’objectif « {objective} ».",
        nl "Geen activiteit dient de doelstelling “{objective}”.",
        means
        en "Neither the objective nor one below it is served by an activity or a planned result.",
        fr "Ni l’objectif ni un objectif subordonné n’est servi par une activité ou un résultat prévu.",
        nl "Noch de doelstelling noch een onderliggende wordt door een activiteit of gepland resultaat gediend.",
    }
    /// An objective that no indicator shows.
    finding objective_without_indicator(objective: Id<Objective>) of Responsibilities, FOLLOW_CHANGE {
        en "No indicator shows the objective “{objective}”.",
        fr "Aucun indicateur ne montre l’objectif « {objective} ».",
        nl "Geen indicator toont de doelstelling “{objective}”.",
        means
        en "Nobody will be able to tell whether it was reached. Wider objectives may be shown by those below them.",
        fr "Personne ne pourra dire s’il est atteint. Un objectif général peut être montré par ceux qui le composent.",
        nl "Niemand zal kunnen zeggen of ze bereikt is. Bredere doelstellingen mogen door onderliggende getoond worden.",
    }
    /// An objective for which nobody answers.
    finding objective_without_owner(objective: Id<Objective>) of Responsibilities, CLEAR_OBJECTIVES {
        en "Nobody answers for the objective “{objective}”.",
        fr "Personne ne répond de l’objectif « {objective} ».",
        nl "Niemand is verantwoordelijk voor de doelstelling “{objective}”.",
        means
        en "The objective has no owner.",
        fr "L’objectif n’a pas de responsable.",
        nl "De doelstelling heeft geen eigenaar.",
    }
    /// An objective that less than half of the stakeholders share.
    finding objective_shared_by_few(n: Count, all: Count, objective: Id<Objective>) of Responsibilities, CLEAR_OBJECTIVES {
        en "{n} of {all} {all|stakeholder|stakeholders} {n|shares|share} the objective “{objective}”.",
        fr "{n} {n|partie prenante|parties prenantes} sur {all} {n|partage|partagent} l’objectif « {objective} ».",
        nl "{n} van {all} {all|belanghebbende|belanghebbenden} {n|deelt|delen} de doelstelling “{objective}”.",
        means
        en "Fewer than two, or less than half of those who take part, say that they share it.",
        fr "Moins de deux, ou moins de la moitié des participants, disent le partager.",
        nl "Minder dan twee, of minder dan de helft van de deelnemers, deelt ze.",
    }
    /// A planned result that nothing leads to.
    finding result_without_cause(result: Id<PlannedResult>) of Responsibilities, CLEAR_OBJECTIVES {
        en "Nothing leads to the planned result “{result}”.",
        fr "Rien ne mène au résultat prévu « {result} ».",
        nl "Niets leidt tot het geplande resultaat “{result}”.",
        means
        en "No activity brings it about and it follows from no other result.",
        fr "Aucune activité ne le produit et il ne découle d’aucun autre résultat.",
        nl "Geen activiteit brengt het teweeg en het volgt uit geen ander resultaat.",
    }
    /// An activity that serves no objective and brings about no result.
    finding activity_leads_nowhere(activity: Id<Activity>) of Responsibilities, CLEAR_OBJECTIVES {
        en "“{activity}” serves no objective.",
        fr "L’activité « {activity} » ne sert aucun objectif.",
        nl "“{activity}” dient geen enkele doelstelling.",
        means
        en "The activity names no objective and brings about no planned result.",
        fr "L’activité ne nomme aucun objectif et ne produit aucun résultat prévu.",
        nl "De activiteit noemt geen doelstelling en brengt geen gepland resultaat teweeg.",
    }
    /// A planned result below impact that leads to nothing.
    finding result_leads_nowhere(result: Id<PlannedResult>) of Responsibilities, CLEAR_OBJECTIVES {
        en "The planned result “{result}” leads to nothing.",
        fr "Le résultat prévu « {result} » ne mène à rien.",
        nl "Het geplande resultaat “{result}” leidt nergens toe.",
        means
        en "It is no impact, serves no objective and no other result follows from it.",
        fr "Ce n’est pas un impact, il ne sert aucun objectif et aucun résultat n’en découle.",
        nl "Het is geen impact, dient geen doelstelling en geen ander resultaat volgt eruit.",
    }
    /// Planned results that return to themselves.
    finding theory_cycle(results: List<Id<PlannedResult>>) of Responsibilities {
        en "Planned results return to themselves: {results}.",
        fr "Des résultats prévus reviennent à eux-mêmes : {results}.",
        nl "Geplande resultaten keren naar zichzelf terug: {results}.",
        means
        en "Each leads to the other: what comes first cannot be told. A loop may be meant; then say where it starts.",
        fr "Chacun mène à l’autre : on ne peut dire lequel vient d’abord. Une boucle peut être voulue ; dites alors où elle commence.",
        nl "Het ene leidt tot het andere: wat eerst komt is niet te zeggen. Een lus mag bedoeld zijn; zeg dan waar ze begint.",
    }
    /// A planned result that follows from one further down the road.
    finding theory_backwards(result: Id<PlannedResult>, other: Id<PlannedResult>) of Responsibilities {
        en "The planned result “{result}” follows from one further down the road: {other}.",
        fr "Le résultat prévu « {result} » découle d’un résultat plus lointain : {other}.",
        nl "Het geplande resultaat “{result}” volgt uit een verder gelegen resultaat: {other}.",
        means
        en "The road runs from output to outcome to impact; here it runs back.",
        fr "Le chemin va des réalisations aux effets puis à l’impact ; ici il revient en arrière.",
        nl "De weg loopt van output naar outcome naar impact; hier loopt hij terug.",
    }
    /// A stakeholder carries more than was agreed.
    finding above_agreed_share(stakeholder: Id<Stakeholder>, share: Share, kind: Word<Kinds>, agreed_share: Share) of Shares, SHARE_THE_WORK {
        en "{stakeholder} carries {share} of {kind}; {agreed_share} was agreed.",
        fr "{stakeholder} porte {share} de la charge ({kind}) ; {agreed_share} étaient convenus.",
        nl "{stakeholder} draagt {share} van {kind}; {agreed_share} was afgesproken.",
        means
        en "More than five percentage points above the agreed share; medium from fifteen.",
        fr "Plus de cinq points de pourcentage au-dessus de la part convenue ; moyen à partir de quinze.",
        nl "Meer dan vijf procentpunten boven het afgesproken aandeel; middelmatig vanaf vijftien.",
    }
    /// A stakeholder carries less than was agreed.
    finding below_agreed_share(stakeholder: Id<Stakeholder>, share: Share, kind: Word<Kinds>, agreed_share: Share) of Shares, SHARE_THE_WORK {
        en "{stakeholder} carries {share} of {kind}; {agreed_share} was agreed.",
        fr "{stakeholder} porte {share} de la charge ({kind}) ; {agreed_share} étaient convenus.",
        nl "{stakeholder} draagt {share} van {kind}; {agreed_share} was afgesproken.",
        means
        en "More than five percentage points below the agreed share; medium from fifteen. Not found of who joined after the first contribution.",
        fr "Plus de cinq points de pourcentage sous la part convenue ; moyen à partir de quinze. Jamais pour qui a rejoint après le premier apport.",
        nl "Meer dan vijf procentpunten onder het afgesproken aandeel; middelmatig vanaf vijftien. Niet voor wie na de eerste bijdrage toetrad.",
    }
    /// One of at least three stakeholders carries more than half, and nothing was agreed.
    finding load_concentrated(n: Count, stakeholder: Id<Stakeholder>, share: Share, kind: Word<Kinds>) of Shares, SHARE_THE_WORK {
        en "Of {n} {n|stakeholder|stakeholders}, {stakeholder} carries {share} of {kind}, and no shares were agreed.",
        fr "Sur {n} {n|partie prenante|parties prenantes}, {stakeholder} porte {share} de la charge ({kind}), et aucune part n’a été convenue.",
        nl "Van {n} {n|belanghebbende|belanghebbenden} draagt {stakeholder} {share} van {kind}, en er zijn geen aandelen afgesproken.",
        means
        en "One of at least three stakeholders carries more than half.",
        fr "Une partie prenante sur trois au moins porte plus de la moitié.",
        nl "Eén van minstens drie belanghebbenden draagt meer dan de helft.",
    }
    /// A need whose day has passed is not met.
    finding need_not_met(need: Id<Need>, days: Count) of Shares, WRITE_DOWN_NEEDS {
        en "The need “{need}” is not met, {days} {days|day|days} after its day.",
        fr "Le besoin « {need} » n’est pas couvert, {days} {days|jour|jours} après l’échéance.",
        nl "De nood “{need}” is niet ingevuld, {days} {days|dag|dagen} na de datum.",
        means
        en "Less arrived than was needed, and the day has passed.",
        fr "Il est arrivé moins que nécessaire, et la date est passée.",
        nl "Er kwam minder dan nodig, en de datum is voorbij.",
    }
    /// A need was met after its day.
    finding need_met_late(need: Id<Need>, days: Count) of Shares, WRITE_DOWN_NEEDS {
        en "The need “{need}” was met {days} {days|day|days} late.",
        fr "Le besoin « {need} » a été couvert avec {days} {days|jour|jours} de retard.",
        nl "De nood “{need}” is {days} {days|dag|dagen} te laat ingevuld.",
        means
        en "What was needed arrived, after its day.",
        fr "Ce qu’il fallait est arrivé après la date.",
        nl "Wat nodig was kwam na de datum.",
    }
    /// Nothing was pledged or given for a need.
    finding need_without_pledge(need: Id<Need>) of Shares, WRITE_DOWN_NEEDS {
        en "Nothing was pledged or given for the need “{need}”.",
        fr "Rien n’a été promis ni apporté pour le besoin « {need} ».",
        nl "Voor de nood “{need}” is niets toegezegd of gegeven.",
        means
        en "Its day has not come yet; nobody has said to bring it.",
        fr "La date n’est pas encore venue ; personne ne s’est engagé.",
        nl "De datum is nog niet voorbij; niemand heeft iets toegezegd.",
    }
    /// A stakeholder gave and was never thanked.
    finding contributions_not_recognised(stakeholder: Id<Stakeholder>, n: Count) of Shares, KEEP_TALKING {
        en "{stakeholder} was never thanked; contributions: {n}.",
        fr "{stakeholder} n’a jamais été remercié ; apports : {n}.",
        nl "{stakeholder} werd nooit bedankt; bijdragen: {n}.",
        means
        en "There are records of thanks, and none for this stakeholder.",
        fr "Des remerciements sont enregistrés, aucun pour cette partie prenante.",
        nl "Er is waardering geregistreerd, maar geen voor deze belanghebbende.",
    }
    /// A channel did not keep its cadence.
    finding channel_behind_plan(channel: Id<Channel>, n: Count, all: Count, share: Share) of Communication, STEADY_EXCHANGE {
        en "{channel} kept {n} of {all} planned {all|time|times} ({share}).",
        fr "{channel} : {n} {n|rendez-vous tenu|rendez-vous tenus} sur {all} {all|prévu|prévus} ({share}).",
        nl "{channel}: {n} van {all} geplande {all|keer|keren} gehaald ({share}).",
        means
        en "Some planned slots passed without an event. Below 80% it is medium, below 50% high.",
        fr "Des créneaux prévus se sont passés sans événement. Sous 80 % : moyen ; sous 50 % : élevé.",
        nl "Geplande momenten gingen voorbij zonder gebeurtenis. Onder 80% is dat middelmatig, onder 50% hoog.",
    }
    /// A channel has been silent for more than twice its cadence.
    finding channel_silent(channel: Id<Channel>, days: Count, date: Date) of Communication, STEADY_EXCHANGE {
        en "{channel} has been silent for {days} {days|day|days}, since {date}.",
        fr "{channel} : plus rien depuis {days} {days|jour|jours} (le {date}).",
        nl "{channel} is al {days} {days|dag|dagen} stil, sinds {date}.",
        means
        en "More than twice the planned time since the last event.",
        fr "Plus du double du délai prévu depuis le dernier événement.",
        nl "Meer dan twee keer de geplande tijd sinds de laatste gebeurtenis.",
    }
    /// A stakeholder was at none of the partners' meetings.
    finding partner_never_reached(stakeholder: Id<Stakeholder>, n: Count) of Communication, STEADY_EXCHANGE {
        en "{stakeholder} was at none of {n} {n|meeting|meetings}.",
        fr "{stakeholder} n’était à {n|la réunion prévue|aucune des {n} réunions}.",
        nl "{stakeholder} was op {n|de vergadering niet aanwezig|geen van {n} vergaderingen}.",
        means
        en "Of the partners’ meetings with a list of who was there, while it took part.",
        fr "Parmi les réunions de partenaires avec liste de présence, pendant sa participation.",
        nl "Van de partnervergaderingen met aanwezigheidslijst, terwijl die deelnam.",
    }
    /// No channel is meant for residents.
    finding residents_without_channel() of Communication, TELL_OPENLY {
        en "No channel is meant for residents.",
        fr "Aucun canal ne s’adresse aux habitants.",
        nl "Geen enkel kanaal is voor bewoners bedoeld.",
        means
        en "The plan has no channel with the audience residents or public.",
        fr "Le plan n’a aucun canal destiné aux habitants ou au public.",
        nl "Het plan heeft geen kanaal voor bewoners of publiek.",
    }
    /// A channel for residents was late.
    finding residents_informed_late(channel: Id<Channel>, days: Count) of Communication, TELL_OPENLY {
        en "{channel}: residents were told up to {days} {days|day|days} late.",
        fr "{channel} : les habitants ont été informés avec jusqu’à {days} {days|jour|jours} de retard.",
        nl "{channel}: bewoners werden tot {days} {days|dag|dagen} te laat geïnformeerd.",
        means
        en "The longest time from the end of a planned slot to the next event, or to the day of the review.",
        fr "Le plus long délai entre la fin d’un créneau prévu et l’événement suivant, ou le jour du bilan.",
        nl "De langste tijd van het einde van een gepland moment tot de volgende gebeurtenis, of tot de dag van de doorlichting.",
    }
    /// A conflict has been open for more than 90 days.
    finding conflict_open_long(conflict: Name, days: Count) of Conflicts, SETTLE_CONFLICTS {
        en "The conflict {conflict} has been open for {days} {days|day|days}.",
        fr "Le conflit {conflict} est ouvert depuis {days} {days|jour|jours}.",
        nl "Het conflict {conflict} is al {days} {days|dag|dagen} open.",
        means
        en "Open for more than 90 days; high from 180.",
        fr "Ouvert depuis plus de 90 jours ; élevé à partir de 180.",
        nl "Langer dan 90 dagen open; hoog vanaf 180.",
    }
    /// A conflict open for more than 30 days in which nobody mediates.
    finding conflict_not_mediated(conflict: Name, days: Count) of Conflicts, SETTLE_CONFLICTS {
        en "Nobody mediates in the conflict {conflict}, open for {days} {days|day|days}.",
        fr "Personne ne sert de médiateur dans le conflit {conflict}, ouvert depuis {days} {days|jour|jours}.",
        nl "Niemand bemiddelt in het conflict {conflict}, al {days} {days|dag|dagen} open.",
        means
        en "Open for more than 30 days, and the record says that there is no mediation.",
        fr "Ouvert depuis plus de 30 jours, sans médiation selon le registre.",
        nl "Langer dan 30 dagen open, en volgens het register zonder bemiddeling.",
    }
    /// The same two stakeholders had several conflicts.
    finding conflicts_recur(n: Count, stakeholders: List<Id<Stakeholder>>) of Conflicts, SETTLE_CONFLICTS {
        en "{n} {n|conflict|conflicts} between the same two[: {stakeholders}].",
        fr "{n} {n|conflit|conflits} entre les deux mêmes[ : {stakeholders}].",
        nl "{n} {n|conflict|conflicten} tussen dezelfde twee[: {stakeholders}].",
        means
        en "Two stakeholders are parties to more than one conflict.",
        fr "Deux parties prenantes sont parties à plus d’un conflit.",
        nl "Twee belanghebbenden zijn partij in meer dan één conflict.",
    }
    /// A stakeholder may be about to leave.
    finding partner_at_risk(stakeholder: Id<Stakeholder>, reasons: List<Word<Reasons>>) of Retention, KEEP_TALKING {
        en "{stakeholder} may be about to leave: {reasons}.",
        fr "{stakeholder} pourrait partir : {reasons}.",
        nl "{stakeholder} zou kunnen vertrekken: {reasons}.",
        means
        en "Three meetings missed in a row, or two of: nothing given for 180 days, a conflict open for long, a load well above the agreed share, never thanked. A sign to talk, not a forecast.",
        fr "Trois réunions manquées de suite, ou deux de ces signes : aucun apport depuis 180 jours, un conflit ouvert depuis longtemps, une charge bien au-dessus de la part convenue, jamais remercié. Un signe pour parler, pas une prévision.",
        nl "Drie vergaderingen na elkaar gemist, of twee van: 180 dagen niets bijgedragen, een lang open conflict, een last ver boven het afgesproken aandeel, nooit bedankt. Een teken om te praten, geen voorspelling.",
    }
    /// A stakeholder left within the last year.
    finding partner_left(stakeholder: Id<Stakeholder>, date: Date) of Retention, KEEP_TALKING {
        en "{stakeholder} left on {date}.",
        fr "{stakeholder} a quitté le partenariat le {date}.",
        nl "{stakeholder} vertrok op {date}.",
        means
        en "It left within the last year.",
        fr "Elle est partie au cours de l’année écoulée.",
        nl "Die vertrok in het voorbije jaar.",
    }
    /// Two or more of a stakeholder's representatives left within the last year.
    finding representatives_change(stakeholder: Id<Stakeholder>, n: Count) of Retention, KEEP_TALKING {
        en "{stakeholder}: {n} {n|representative|representatives} left in the last year.",
        fr "{stakeholder} : {n} {n|représentant est parti|représentants sont partis} ces douze derniers mois.",
        nl "{stakeholder}: {n} {n|vertegenwoordiger vertrok|vertegenwoordigers vertrokken} in het laatste jaar.",
        means
        en "The organisation stays, the persons who speak for it change.",
        fr "L’organisation reste, les personnes qui parlent en son nom changent.",
        nl "De organisatie blijft, de personen die namens haar spreken wisselen.",
    }
    /// The partners clearly rate a dimension of their work as a concern.
    finding rated_as_concern(dimension: Id<Dimension>, value: Number<2>, cut: Number<2>) of SelfAssessment {
        en "For the partners “{dimension}” is a concern: {value}, below {cut}.",
        fr "Pour les partenaires, « {dimension} » est un point d’attention : {value}, sous {cut}.",
        nl "Voor de partners is “{dimension}” een aandachtspunt: {value}, onder {cut}.",
        means
        en "The mean over organisations and its whole interval lie below the plan’s lower cut point; of at least the organisations that the plan asks for.",
        fr "La moyenne des organisations et tout son intervalle sont sous le seuil inférieur du plan ; sur au moins le nombre d’organisations que le plan demande.",
        nl "Het gemiddelde over organisaties en het hele interval liggen onder de onderste grens van het plan; over minstens het aantal organisaties dat het plan vraagt.",
    }
    /// The partners rate a dimension lower than in the wave before.
    finding rated_lower(dimension: Id<Dimension>, value: Number<2>) of SelfAssessment {
        en "The partners rate “{dimension}” lower than last time, by {value}.",
        fr "Les partenaires jugent « {dimension} » moins bien que la dernière fois, de {value}.",
        nl "De partners beoordelen “{dimension}” lager dan de vorige keer, met {value}.",
        means
        en "The same organisations rate it lower than in the wave before; the p-value, adjusted for all dimensions, is below 0.05.",
        fr "Les mêmes organisations le jugent moins bien qu’à la vague précédente ; la valeur p, ajustée pour toutes les dimensions, est inférieure à 0,05.",
        nl "Dezelfde organisaties beoordelen het lager dan in de vorige meting; de p-waarde, aangepast voor alle dimensies, ligt onder 0,05.",
    }
    /// A stakeholder without whom others are no longer connected with the rest.
    finding connected_through_one(stakeholder: Id<Stakeholder>, n: Count) of Networks, SHARE_THE_WORK {
        en "If {stakeholder} leaves, the ties no longer connect all partners; cut off: {n}.",
        fr "Si {stakeholder} part, les liens ne relient plus tous les partenaires ; coupés du reste : {n}.",
        nl "Als {stakeholder} vertrekt, verbinden de banden niet meer alle partners; afgesneden: {n}.",
        means
        en "Among four members or more, ties of every kind taken together: a cut point, and how many are then outside the largest part; high from two.",
        fr "Parmi quatre membres ou plus, tous les types de liens confondus : un point d’articulation, et combien se trouvent alors hors de la plus grande partie ; élevé à partir de deux.",
        nl "Bij vier leden of meer, alle soorten banden samen: een knooppunt zonder hetwelk het net uiteenvalt, en hoeveel er dan buiten het grootste deel liggen; hoog vanaf twee.",
    }
    /// A stakeholder that no tie leads to or from.
    finding partner_without_ties(stakeholder: Id<Stakeholder>) of Networks {
        en "No tie leads to or from {stakeholder}.",
        fr "Aucun lien ne mène à {stakeholder} ni n’en part.",
        nl "Geen enkele band leidt naar of van {stakeholder}.",
        means
        en "A member whom no tie of any kind names in the last wave; perhaps it was not asked.",
        fr "Un membre qu’aucun lien, de quelque type que ce soit, ne nomme dans la dernière vague ; peut-être n’a-t-il pas été interrogé.",
        nl "Een lid dat in de laatste meting in geen enkele band voorkomt; misschien werd het niet bevraagd.",
    }
    /// An action was not done by its day.
    finding action_overdue(action: Name, days: Count) of Actions, LEARN_FROM_IT {
        en "The action “{action}” is {days} {days|day|days} overdue.",
        fr "L’action « {action} » a {days} {days|jour|jours} de retard.",
        nl "De actie “{action}” is {days} {days|dag|dagen} te laat.",
        means
        en "Its day has passed and it is open; high from 90 days.",
        fr "La date est passée et elle est ouverte ; élevé à partir de 90 jours.",
        nl "De datum is voorbij en ze staat open; hoog vanaf 90 dagen.",
    }
    /// An open action that nobody sees to.
    finding action_without_owner(action: Name) of Actions, LEARN_FROM_IT {
        en "Nobody sees to the action “{action}”.",
        fr "Personne ne s’occupe de l’action « {action} ».",
        nl "Niemand volgt de actie “{action}” op.",
        means
        en "An open action without an owner.",
        fr "Une action ouverte sans responsable.",
        nl "Een open actie zonder eigenaar.",
    }
}

texts! {
    word clear_roles {
        en "Say for each actor what its role is: who coordinates, who carries out, who supports.",
        fr "Dire pour chaque acteur quel est son rôle : qui coordonne, qui réalise, qui soutient.",
        nl "Zeg voor elke actor wat zijn rol is: wie coördineert, wie uitvoert, wie ondersteunt.",
    }
    word share_the_work {
        en "Share the work fairly: what is on few shoulders does not last.",
        fr "Répartir le travail équitablement : ce qui repose sur peu d’épaules ne dure pas.",
        nl "Verdeel het werk eerlijk: wat op weinig schouders rust, houdt niet stand.",
    }
    word bring_in_others {
        en "Bring in local authorities, associations, businesses and residents: each has something that the others lack.",
        fr "Associer autorités locales, associations, entreprises et habitants : chacun apporte ce que les autres n’ont pas.",
        nl "Betrek lokale overheid, verenigingen, bedrijven en bewoners: elk heeft iets wat de anderen missen.",
    }
    word clear_objectives {
        en "Agree on clear objectives with all who work together.",
        fr "Convenir d’objectifs clairs avec tous ceux qui travaillent ensemble.",
        nl "Spreek met allen die samenwerken duidelijke doelstellingen af.",
    }
    word follow_change {
        en "Choose indicators and collect data regularly, so that change can be followed.",
        fr "Choisir des indicateurs et collecter des données régulièrement, pour suivre les changements.",
        nl "Kies indicatoren en verzamel geregeld gegevens, zodat verandering te volgen is.",
    }
    word write_down_needs {
        en "Write down early which resources are needed and who brings them.",
        fr "Noter tôt quelles ressources sont nécessaires et qui les apporte.",
        nl "Leg vroeg vast welke middelen nodig zijn en wie ze levert.",
    }
    word keep_talking {
        en "Keep talking, recognise what each one gives, and adapt as needs change.",
        fr "Continuer à se parler, reconnaître ce que chacun apporte et s’adapter aux besoins.",
        nl "Blijf praten, erken wat ieder geeft en pas aan als noden veranderen.",
    }
    word steady_exchange {
        en "Keep exchange steady: meetings at fixed times, or a shared platform.",
        fr "Maintenir l’échange : des réunions à dates fixes, ou une plateforme commune.",
        nl "Houd de uitwisseling gaande: vergaderingen op vaste tijden, of een gedeeld platform.",
    }
    word tell_openly {
        en "Tell the community openly what is done: those who know can take part.",
        fr "Dire ouvertement à la communauté ce qui se fait : qui sait peut participer.",
        nl "Vertel de gemeenschap open wat er gebeurt: wie het weet, kan meedoen.",
    }
    word settle_conflicts {
        en "See conflicts coming and settle them by dialogue and mediation.",
        fr "Voir venir les conflits et les régler par le dialogue et la médiation.",
        nl "Zie conflicten aankomen en los ze op met dialoog en bemiddeling.",
    }
    word learn_from_it {
        en "Use what evaluations find to do better, and ask partners and residents what they think of it.",
        fr "Utiliser les constats des évaluations pour progresser, et demander leur avis aux partenaires et aux habitants.",
        nl "Gebruik wat evaluaties vinden om het beter te doen, en vraag partners en bewoners wat zij ervan vinden.",
    }
}
