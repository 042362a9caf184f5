//! The texts of the review of a partnership.

use crate::message::{Count, List, Name, Word, Words, texts};

texts! {
    /// A part of a review cannot be judged: no such records were given.
    note no_records(records: Word<RecordKinds>) {
        en "This cannot be judged: no records were given of {records}.",
        fr "Ceci ne peut pas être évalué : aucune donnée n’a été fournie sur {records}.",
        nl "Dit is niet te beoordelen: er zijn geen gegevens aangeleverd over {records}.",
    }
    /// Ties with stakeholders who do not take part on the day of the review were left out.
    note ties_of_former_partners(n: Count) {
        en "{n} {n|tie|ties} with stakeholders who do not take part on the day of the review {n|was|were} left out.",
        fr "{n} {n|lien|liens} avec des parties prenantes qui ne participent pas au jour du bilan {n|a été laissé|ont été laissés} de côté.",
        nl "{n} {n|band|banden} met belanghebbenden die op de dag van de doorlichting niet meedoen, {n|is|zijn} weggelaten.",
    }
    /// Rows of attendance at events without a channel count for no meeting of the partners.
    note attendance_without_channel(n: Count) {
        en "{n} {n|row of attendance is at an event|rows of attendance are at events} without a channel and {n|counts|count} for no meeting of the partners.",
        fr "{n} {n|ligne de présence concerne un événement|lignes de présence concernent des événements} sans canal et ne {n|compte|comptent} pour aucune réunion des partenaires.",
        nl "{n} {n|rij aanwezigheid gaat over een gebeurtenis|rijen aanwezigheid gaan over gebeurtenissen} zonder kanaal en {n|telt|tellen} voor geen overleg van de partners.",
    }
    /// Actions name findings that no review makes.
    note unknown_findings(n: Count) {
        en "{n} {n|action names|actions name} a finding that does not exist; check how it is written.",
        fr "{n} {n|action nomme|actions nomment} un constat qui n’existe pas ; vérifiez comment il est écrit.",
        nl "{n} {n|actie noemt|acties noemen} een bevinding die niet bestaat; kijk na hoe ze geschreven is.",
    }
    /// Stakeholders joined after the first contribution: less than the agreed share is not held against them.
    note joined_after_first_contribution(n: Count) {
        en "{n} {n|stakeholder|stakeholders} joined after the first contribution: less than the agreed share is not held against {n|it|them}.",
        fr "{n} {n|partie prenante a|parties prenantes ont} rejoint le partenariat après le premier apport : une part inférieure à celle convenue ne {n|lui|leur} est pas reprochée.",
        nl "{n} {n|belanghebbende trad|belanghebbenden traden} toe na de eerste bijdrage: minder dan het afgesproken aandeel wordt {n|die|hun} niet aangerekend.",
    }
    /// Amounts in several units and no rate between them.
    note units_differ(units: List<Name>) {
        en "Cannot be computed: amounts in several units ({units}) and no agreed rate between them.",
        fr "Calcul impossible : des montants en plusieurs unités ({units}) sans taux convenu.",
        nl "Niet te berekenen: bedragen in verschillende eenheden ({units}) zonder afgesproken koers.",
    }
    /// Nothing was recorded as given.
    note nothing_given() {
        en "Cannot be computed: nothing was recorded as given.",
        fr "Calcul impossible : aucun apport n’est enregistré.",
        nl "Niet te berekenen: er is geen bijdrage geregistreerd.",
    }
    /// A single stakeholder: there is no spread to speak of.
    note one_contributor() {
        en "A single stakeholder carries the whole: a spread cannot be computed.",
        fr "Une seule partie prenante porte le tout : la dispersion ne peut pas être calculée.",
        nl "Eén belanghebbende draagt alles: een spreiding is niet te berekenen.",
    }
    /// Less than half have ended so far: the median time is not reached.
    note median_not_reached(n: Count, ended: Count) {
        en "The median is not reached: {ended} of {n} {ended|has|have} ended so far.",
        fr "La médiane n’est pas atteinte : {ended} sur {n} {ended|a|ont} pris fin à ce jour.",
        nl "De mediaan is niet bereikt: {ended} van {n} {ended|is|zijn} tot nu toe geëindigd.",
    }
    /// Nobody to follow.
    note nobody_at_risk() {
        en "Cannot be computed: there is no case to follow.",
        fr "Calcul impossible : aucun cas à suivre.",
        nl "Niet te berekenen: er is geen geval om te volgen.",
    }
    /// All who were there had left before others came: the curve says nothing from there on.
    note risk_set_emptied() {
        en "All who were there had left before others joined: from there on the curve says nothing.",
        fr "Tous les présents étaient partis avant l’arrivée des suivants : à partir de là, la courbe ne dit plus rien.",
        nl "Wie er was, was weg voor anderen kwamen: vanaf daar zegt de curve niets meer.",
    }
    /// Nothing has ended: groups cannot be compared.
    note nothing_ended() {
        en "Cannot be compared: nobody has left.",
        fr "Comparaison impossible : personne n’est parti.",
        nl "Niet te vergelijken: niemand is vertrokken.",
    }
    /// Only one group: there is nothing to compare.
    note one_group() {
        en "Cannot be compared: there is only one group.",
        fr "Comparaison impossible : il n’y a qu’un seul groupe.",
        nl "Niet te vergelijken: er is maar één groep.",
    }
    /// So few cases that every figure moves much with each of them.
    note few_cases(n: Count) {
        en "Only {n} {n|case|cases}: every figure moves much with each {n|case|of them}.",
        fr "Seulement {n} cas : chaque chiffre bouge beaucoup avec chacun d’eux.",
        nl "Slechts {n} {n|geval|gevallen}: elk cijfer verschuift sterk met elk geval.",
    }
    /// Stakeholders without a day of joining were left out.
    note joining_unknown(n: Count) {
        en "{n} {n|stakeholder|stakeholders} without a day of joining {n|was|were} left out.",
        fr "{n} {n|partie prenante sans date d’adhésion a été laissée|parties prenantes sans date d’adhésion ont été laissées} de côté.",
        nl "{n} {n|belanghebbende|belanghebbenden} zonder startdatum {n|is|zijn} weggelaten.",
    }
    /// A description of what was recorded: no effect of thanks on staying is shown by it.
    note described_only() {
        en "This describes what was recorded. It does not show that thanks make partners stay.",
        fr "Ceci décrit ce qui a été enregistré. Cela ne montre pas que les remerciements font rester les partenaires.",
        nl "Dit beschrijft wat geregistreerd is. Het toont niet dat waardering partners doet blijven.",
    }
    /// Stakeholders that left and came back count once per stay.
    note rejoined_counted(n: Count) {
        en "{n} {n|stay is a second or later one|stays are second or later ones}: who left and came back counts once per stay.",
        fr "{n} {n|séjour est un retour|séjours sont des retours} : qui est parti puis revenu compte une fois par séjour.",
        nl "{n} {n|periode is|periodes zijn} een terugkeer: wie vertrok en terugkwam telt per periode.",
    }
    /// No shares were agreed for this kind.
    note no_agreement() {
        en "No shares were agreed for this.",
        fr "Aucune part n’a été convenue à ce sujet.",
        nl "Hierover zijn geen aandelen afgesproken.",
    }
    /// The agreed shares are those of the whole load.
    note agreed_for_whole() {
        en "The agreed shares shown here are those of the whole load; a gap in one kind of contribution is no finding.",
        fr "Les parts convenues montrées ici sont celles de la charge totale ; un écart dans un seul type d’apport n’est pas un constat.",
        nl "De afgesproken aandelen hier zijn die van de hele last; een verschil in één soort bijdrage is geen bevinding.",
    }
    /// Amounts were counted in one unit by the agreed rates.
    note converted_units(units: List<Name>, to: Name) {
        en "{units} were counted in {to} by the agreed rates.",
        fr "{units} : compté en {to} selon les taux convenus.",
        nl "{units} zijn volgens de afgesproken koers geteld in {to}.",
    }
    /// Only one organisation answered: how far organisations differ cannot be told.
    note one_organisation() {
        en "Only one organisation answered here, so how far organisations differ cannot be told.",
        fr "Une seule organisation a répondu ici : on ne peut pas dire à quel point les organisations diffèrent.",
        nl "Hier antwoordde maar één organisatie; hoever organisaties uiteenlopen is niet te zeggen.",
    }
    /// The plan does not say which answers are possible, so agreement cannot be held against chance.
    note no_answer_range() {
        en "The plan does not say which answers are possible, so agreement cannot be held against chance.",
        fr "Le plan ne dit pas quelles réponses sont possibles : l’accord ne peut pas être comparé au hasard.",
        nl "Het plan zegt niet welke antwoorden mogelijk zijn; eensgezindheid is niet met toeval te vergelijken.",
    }
    /// No organisation has two people who answered: agreement within organisations cannot be told.
    note one_person_each() {
        en "No organisation has two people who answered, so agreement within organisations cannot be told.",
        fr "Aucune organisation ne compte deux personnes ayant répondu : l’accord au sein des organisations ne peut être établi.",
        nl "Geen enkele organisatie heeft twee mensen die antwoordden; eensgezindheid binnen organisaties is niet te bepalen.",
    }
    /// No organisation answered in both waves.
    note no_organisation_twice() {
        en "No organisation answered in both waves, so change cannot be told.",
        fr "Aucune organisation n’a répondu aux deux vagues : on ne peut rien dire d’une évolution.",
        nl "Geen enkele organisatie antwoordde in beide metingen; over verandering is niets te zeggen.",
    }
    /// Organisations that answered in one wave only are not in the change.
    note not_paired(now: Count, before: Count) {
        en "Organisations that answered only now ({now}) or only before ({before}) are not in the change.",
        fr "Les organisations n’ayant répondu que cette fois ({now}) ou que la fois précédente ({before}) ne comptent pas dans l’évolution.",
        nl "Organisaties die alleen nu ({now}) of alleen de vorige keer ({before}) antwoordden, tellen niet mee in de verandering.",
    }
    /// Intervals take the organisations for a sample of those that might sit at the table.
    note organisations_as_sample() {
        en "Intervals run over organisations and take them for a sample of those that might sit at the table; where all of them answered, the intervals are wide rather than narrow.",
        fr "Les intervalles portent sur les organisations, considérées comme un échantillon de celles qui pourraient participer ; si toutes ont répondu, ils sont plutôt trop larges que trop étroits.",
        nl "Intervallen lopen over organisaties, gezien als een steekproef van wie aan tafel zou kunnen zitten; waar ze allemaal antwoordden, zijn ze eerder te breed dan te smal.",
    }
    /// Nobody answered an item.
    note item_without_answers(item: Name) {
        en "Nobody answered {item}.",
        fr "Personne n’a répondu à {item}.",
        nl "Niemand beantwoordde {item}.",
    }
    /// Hidden or not computed: fewer organisations than the plan asks for.
    note few_organisations(minimum: Count) {
        en "Hidden: it rests on fewer than {minimum} {minimum|organisation|organisations}, or one of them would stand out.",
        fr "Masqué : repose sur moins de {minimum} {minimum|organisation|organisations}, ou l’une d’elles serait reconnaissable.",
        nl "Verborgen: berust op minder dan {minimum} {minimum|organisatie|organisaties}, of één ervan zou te herkennen zijn.",
    }
    /// Hidden: all organisations said the same, so the figure is what each of them said.
    note hidden_unanimous() {
        en "Hidden: all organisations said the same, so the figure would be what each of them said.",
        fr "Masqué : toutes les organisations ont dit la même chose, le chiffre serait celui de chacune.",
        nl "Verborgen: alle organisaties zeiden hetzelfde; het cijfer zou dat van elk van hen zijn.",
    }
    /// The comparison takes both sides to have answered the same question on the same scale.
    note same_scale() {
        en "The comparison takes both sides to have answered the same question on the same scale.",
        fr "La comparaison suppose que les deux côtés ont répondu à la même question sur la même échelle.",
        nl "De vergelijking gaat ervan uit dat beide kanten dezelfde vraag op dezelfde schaal beantwoordden.",
    }
}

/// What is recorded of a partnership.
pub(crate) struct RecordKinds;

impl Words for RecordKinds {
    const TABLE: &'static [&'static crate::message::Entry] = record_kinds::TABLE;
}

mod record_kinds {
    use crate::message::texts;

    texts! {
        word events { en "events", fr "les événements", nl "gebeurtenissen" }
        word conflicts { en "conflicts", fr "les conflits", nl "conflicten" }
        word contributions { en "contributions", fr "les apports", nl "bijdragen" }
        word deliveries { en "deliveries", fr "les livraisons", nl "leveringen" }
        word recognitions { en "thanks", fr "les remerciements", nl "waardering" }
        word memberships { en "who takes part since when", fr "l’adhésion des partenaires", nl "deelname" }
        word attendance { en "attendance", fr "les présences", nl "aanwezigheid" }
        word actions { en "actions", fr "les actions", nl "acties" }
        word ties { en "ties", fr "les liens", nl "banden" }
        word assessment { en "the partners’ own ratings", fr "l’auto-évaluation des partenaires", nl "de zelfevaluatie van de partners" }
    }
}

/// Kinds of stakeholders.
pub(crate) struct Sectors;

impl Words for Sectors {
    const TABLE: &'static [&'static crate::message::Entry] = sectors::TABLE;
}

mod sectors {
    use crate::message::texts;

    texts! {
        word local_authority { en "local authority", fr "autorité locale", nl "lokale overheid" }
        word association { en "association", fr "association", nl "vereniging" }
        word business { en "business", fr "entreprise", nl "bedrijf" }
        word resident { en "residents", fr "habitants", nl "bewoners" }
        word police { en "police", fr "police", nl "politie" }
        word school { en "school", fr "école", nl "school" }
        word research { en "research", fr "recherche", nl "onderzoek" }
        word youth_work { en "youth work", fr "travail de jeunesse", nl "jeugdwerk" }
    }
}

/// Kinds of contributions.
pub(crate) struct Kinds;

impl Words for Kinds {
    const TABLE: &'static [&'static crate::message::Entry] = kinds::TABLE;
}

mod kinds {
    use crate::message::texts;

    texts! {
        word all { en "everything", fr "tout confondu", nl "alles" }
        word time { en "time", fr "temps", nl "tijd" }
        word money { en "money", fr "argent", nl "geld" }
        word space { en "space", fr "espace", nl "ruimte" }
        word expertise { en "expertise", fr "expertise", nl "expertise" }
        word material { en "material", fr "matériel", nl "materiaal" }
    }
}

/// Why a partner may be about to leave.
pub(crate) struct Reasons;

impl Words for Reasons {
    const TABLE: &'static [&'static crate::message::Entry] = reasons::TABLE;
}

mod reasons {
    use crate::message::texts;

    texts! {
        word missed_meetings {
            en "missed the last three meetings or more",
            fr "a manqué au moins les trois dernières réunions",
            nl "miste minstens de laatste drie vergaderingen",
        }
        word no_contribution {
            en "gave nothing for 180 days",
            fr "n’a rien apporté depuis 180 jours",
            nl "droeg 180 dagen niets bij",
        }
        word open_conflict {
            en "in a conflict open for long",
            fr "dans un conflit ouvert depuis longtemps",
            nl "in een lang open conflict",
        }
        word above_agreed_share {
            en "carries well above the agreed share",
            fr "porte bien plus que convenu",
            nl "draagt ver boven het afgesproken aandeel",
        }
        word never_thanked { en "never thanked", fr "jamais remercié", nl "nooit bedankt" }
    }
}
