//! The texts of estimates: why there is none, and what errors leave out.

use crate::message::{Count, List, Name, Percent, Word, Words, texts};

texts! {
    /// All weights of those who answered are zero.
    note zero_weight() {
        en "All who answered here have weight zero.",
        fr "Toutes les personnes ayant répondu ici ont un poids nul.",
        nl "Iedereen die hier antwoordde heeft gewicht nul.",
    }
    /// The denominator of a ratio sums to zero.
    note zero_denominator() {
        en "The denominator sums to zero here, so there is no ratio.",
        fr "La somme du dénominateur est nulle ici : il n’y a pas de rapport.",
        nl "De noemer telt hier op tot nul; er is geen verhouding.",
    }
    /// A figure of amounts is asked, and some answers are negative.
    note negative_values(n: Count) {
        en "{n} {n|answer is|answers are} negative here, and this figure is made of amounts of 0 or more.",
        fr "{n} {n|réponse est négative|réponses sont négatives} ici, et ce chiffre se calcule sur des montants de 0 ou plus.",
        nl "{n} {n|antwoord is|antwoorden zijn} hier negatief, en dit cijfer wordt gemaakt van bedragen van 0 of meer.",
    }
    /// A figure relative to the mean is asked, and the mean is not above 0.
    note mean_not_positive() {
        en "The mean is not above 0 here, so nothing can be said relative to it.",
        fr "La moyenne n’est pas supérieure à 0 ici : rien ne peut être rapporté à elle.",
        nl "Het gemiddelde ligt hier niet boven 0; er is niets aan af te meten.",
    }
    /// A variable whose correlation is asked never varies.
    note constant_values() {
        en "All answers to one of the questions are alike here, so there is no correlation.",
        fr "Toutes les réponses à l’une des questions sont identiques ici : il n’y a pas de corrélation.",
        nl "Alle antwoorden op een van de vragen zijn hier gelijk; er is geen correlatie.",
    }
    /// Strata with one single unit were counted by a rule.
    note single_unit_strata(rule: Word<Rules>, joined: List<Name>) {
        en "Some strata have one sampling unit only; their variance was counted by the rule “{rule}”[: {joined}].",
        fr "Certaines strates n’ont qu’une seule unité d’échantillonnage ; leur variance suit la règle « {rule} »[ : {joined}].",
        nl "Sommige strata hebben maar één steekproefeenheid; hun variantie volgt de regel ‘{rule}’[: {joined}].",
    }
    /// A total with missing answers needs a rule.
    note total_with_missing(n_missing: Count) {
        en "A total cannot be given while {n_missing} {n_missing|answer is|answers are} missing, unless a rule for them is named.",
        fr "Un total ne peut être donné tant que {n_missing} {n_missing|réponse manque|réponses manquent}, à moins de nommer une règle.",
        nl "Een totaal kan niet worden gegeven zolang {n_missing} {n_missing|antwoord ontbreekt|antwoorden ontbreken}, tenzij een regel wordt genoemd.",
    }
    /// Replicates repeat the first stage of sampling only, of which a large part was taken.
    note first_stage_only(percent: Percent) {
        en "The replicates repeat the first stage of sampling only, of which up to {percent} was taken: what later stages add to the error is left out.",
        fr "Les réplications ne répètent que le premier degré de sondage, dont jusqu’à {percent} ont été tirés : ce que les degrés suivants ajoutent à l’erreur est omis.",
        nl "De replicaties herhalen alleen de eerste trap van de steekproef, waarvan tot {percent} getrokken is: wat latere trappen aan de fout toevoegen, blijft buiten beschouwing.",
    }
    /// Replicates know nothing of the part of the first stage that was taken.
    note fraction_left_out(percent: Percent) {
        en "Up to {percent} of the first stage was taken, which these replicates do not know: the errors are too large rather than too small.",
        fr "Jusqu’à {percent} du premier degré ont été tirés, ce que ces réplications ignorent : les erreurs sont plutôt trop grandes que trop petites.",
        nl "Tot {percent} van de eerste trap is getrokken, wat deze replicaties niet weten: de fouten zijn eerder te groot dan te klein.",
    }
    /// Replicates in which the group has no weight were left out.
    note replicates_left_out(n: Count) {
        en "In {n} {n|replicate|replicates} nobody of the group has a weight; {n|it was|they were} left out of the error.",
        fr "Dans {n} {n|réplication|réplications}, personne du groupe n’a de poids ; {n|elle a été exclue|elles ont été exclues} de l’erreur.",
        nl "In {n} {n|replicatie|replicaties} heeft niemand van de groep een gewicht; die {n|is|zijn} bij de fout buiten beschouwing gelaten.",
    }
    /// Replicates in which the weights could not be adjusted again were left out.
    note replicates_not_adjusted(n: Count) {
        en "In {n} {n|replicate|replicates} the weights could not be adjusted again; {n|it was|they were} left out, so the error may be too small.",
        fr "Dans {n} {n|réplication|réplications}, les poids n’ont pas pu être ajustés à nouveau ; {n|elle est laissée|elles sont laissées} de côté et l’erreur peut être trop petite.",
        nl "In {n} {n|replicatie|replicaties} konden de gewichten niet opnieuw worden aangepast; die {n|is|zijn} weggelaten en de fout kan te klein zijn.",
    }
}

/// The rules for strata with one sampling unit.
pub(crate) struct Rules;

impl Words for Rules {
    const TABLE: &'static [&'static crate::message::Entry] = rules::TABLE;
}

mod rules {
    use crate::message::texts;

    texts! {
        word refuse { en "refuse", fr "refuser", nl "weigeren" }
        word remove { en "leave out", fr "omettre", nl "weglaten" }
        word certainty { en "taken with certainty", fr "prise avec certitude", nl "met zekerheid getrokken" }
        word adjust { en "distance from the whole", fr "écart à l’ensemble", nl "afstand tot het geheel" }
        word average { en "average of the others", fr "moyenne des autres", nl "gemiddelde van de andere" }
        word collapse { en "joined with the next", fr "réunie à la suivante", nl "samengevoegd met het volgende" }
    }
}
