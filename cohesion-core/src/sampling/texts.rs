//! The texts of samples and their weights.

use crate::message::{Count, texts};

texts! {
    /// Weights that look like counts of people (whole numbers from 1).
    note weights_look_like_counts() {
        en "The weights are whole numbers from 1 up: they are used as sampling weights, not as counts of people.",
        fr "Les poids sont des nombres entiers à partir de 1 : ils servent de poids de sondage, pas d’effectifs.",
        nl "De gewichten zijn gehele getallen vanaf 1: ze worden als steekproefgewicht gebruikt, niet als aantal personen.",
    }
    /// Weights were cut or raised to limits: errors shrink, and figures may lie to one side.
    note weights_trimmed(n: Count) {
        en "{n} {n|weight was|weights were} cut or raised to the limits: errors become smaller, but figures may lie to one side.",
        fr "{n} {n|poids a été ramené|poids ont été ramenés} aux limites : les erreurs diminuent, mais les chiffres peuvent être biaisés.",
        nl "{n} {n|gewicht is|gewichten zijn} tot de grenzen teruggebracht: de fouten worden kleiner, maar cijfers kunnen vertekend zijn.",
    }
    /// Weights were calibrated to totals that are estimates, whose errors widen those of the figures.
    note estimated_totals() {
        en "Some known totals are estimates themselves; their errors are part of the errors given.",
        fr "Certains totaux connus sont eux-mêmes des estimations ; leurs erreurs font partie des erreurs données.",
        nl "Sommige bekende totalen zijn zelf schattingen; hun fouten zitten in de gegeven fouten.",
    }
}
