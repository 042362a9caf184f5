//! What the linter of scales says.

use crate::message::{Exact, List, Name, Range, texts};

texts! {
    /// The scale's stated range is not the one that answers reach.
    note unattainable_range(scale: Name, stated: Range, attainable: Range) {
        en "Scale {scale} is said to run over {stated}, but its answers reach {attainable}.",
        fr "L’échelle {scale} est annoncée sur {stated}, mais ses réponses atteignent {attainable}.",
        nl "Schaal {scale} zou over {stated} lopen, maar de antwoorden bereiken {attainable}.",
    }
    /// Items of one scale run over different ranges.
    note mixed_ranges(scale: Name, ranges: List<Range>) {
        en "The items of scale {scale} run over different ranges ({ranges}): some weigh more than others.",
        fr "Les questions de l’échelle {scale} ont des étendues différentes ({ranges}) : certaines pèsent plus que d’autres.",
        nl "De items van schaal {scale} lopen over verschillende bereiken ({ranges}): sommige wegen zwaarder dan andere.",
    }
    /// Values of a scale that fall in no band.
    note band_gap(scale: Name, from: Exact, to: Exact) {
        en "Scale {scale}: values from {from} to {to} fall in no band.",
        fr "Échelle {scale} : les valeurs de {from} à {to} ne tombent dans aucune classe.",
        nl "Schaal {scale}: waarden van {from} tot {to} vallen in geen enkele klasse.",
    }
    /// Values of a scale that fall in two bands.
    note band_overlap(scale: Name, bands: List<Name>) {
        en "Scale {scale}: some values fall in two bands ({bands}).",
        fr "Échelle {scale} : certaines valeurs tombent dans deux classes ({bands}).",
        nl "Schaal {scale}: sommige waarden vallen in twee klassen ({bands}).",
    }
    /// A band that no answer reaches.
    note band_unreachable(scale: Name, band: Name) {
        en "Scale {scale}: no answer can reach band {band}.",
        fr "Échelle {scale} : aucune réponse ne peut atteindre la classe {band}.",
        nl "Schaal {scale}: geen enkel antwoord kan klasse {band} bereiken.",
    }
    /// The same item twice in a scale.
    note item_twice(scale: Name, item: Name) {
        en "Scale {scale} counts item {item} twice.",
        fr "L’échelle {scale} compte deux fois la question {item}.",
        nl "Schaal {scale} telt item {item} dubbel.",
    }
    /// A person without any answer scores as if they had answered.
    note missing_counts_as_zero(scale: Name) {
        en "Scale {scale}: a person who skips items scores as if the answer had been the lowest.",
        fr "Échelle {scale} : sauter des questions revient à donner la réponse la plus basse.",
        nl "Schaal {scale}: wie items overslaat, scoort alsof het laagste antwoord was gegeven.",
    }
    /// The attainable range depends on which items are missing.
    note range_depends_on_missing(scale: Name) {
        en "Scale {scale}: which values can be reached depends on which items are missing.",
        fr "Échelle {scale} : les valeurs atteignables dépendent des questions manquantes.",
        nl "Schaal {scale}: welke waarden bereikbaar zijn hangt af van welke items ontbreken.",
    }
    /// Items start at another value than the bands and the stated range were published for.
    /// `found`.
    note coding_base(scale: Name, stated: Exact, found: Exact) {
        en "Scale {scale}: its bands are meant for items that start at {stated}, but these start at {found}.",
        fr "Échelle {scale} : ses classes valent pour des questions codées à partir de {stated}, or celles-ci partent de {found}.",
        nl "Schaal {scale}: de klassen gelden voor items die bij {stated} beginnen, maar deze beginnen bij {found}.",
    }
}
