//! The texts of scales and their reliability.

use crate::message::{Count, Name, Number, texts};

texts! {
    /// Too few complete answers for alpha.
    note too_few_complete(n: Count) {
        en "Only {n} {n|person|people} answered all items: too few for a reliability coefficient.",
        fr "{n|Seule {n} personne a répondu|Seules {n} personnes ont répondu} à toutes les questions : trop peu pour un coefficient de fiabilité.",
        nl "Slechts {n} {n|persoon beantwoordde|personen beantwoordden} alle items: te weinig voor een betrouwbaarheidscoëfficiënt.",
    }
    /// An item that never varies is part of alpha.
    note constant_item(item: Name) {
        en "Everybody gave the same answer to item {item}.",
        fr "Tout le monde a donné la même réponse à la question {item}.",
        nl "Iedereen gaf hetzelfde antwoord op item {item}.",
    }
    /// Alpha is negative: look at the direction of the items.
    note negative_alpha() {
        en "Alpha is negative: check the direction of the items.",
        fr "L’alpha est négatif : vérifiez le sens des questions.",
        nl "Alpha is negatief: controleer de richting van de items.",
    }
    /// An item runs against the others: its direction may be wrong.
    note item_runs_against(item: Name, correlation: Number<2>) {
        en "Item {item} runs against the rest of the scale (correlation {correlation}): should it be reversed?",
        fr "La question {item} va à l’encontre du reste de l’échelle (corrélation {correlation}) : faut-il l’inverser ?",
        nl "Item {item} loopt tegen de rest van de schaal in (correlatie {correlation}): moet het worden omgekeerd?",
    }
    /// A scale of one item has no alpha.
    note one_item() {
        en "A scale of one item has no alpha.",
        fr "Une échelle d’une seule question n’a pas d’alpha.",
        nl "Een schaal van één item heeft geen alpha.",
    }
}
