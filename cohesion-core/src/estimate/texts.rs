//! The texts of results, and those that several rooms share.

use crate::message::{Cell, Count, Exact, List, Name, Number, texts};

texts! {
    /// Nobody in the group answered.
    note no_answers() {
        en "Nobody in this group answered.",
        fr "Personne dans ce groupe n’a répondu.",
        nl "Niemand in deze groep heeft geantwoord.",
    }
    /// The group has answers from one sampling unit only.
    note one_unit() {
        en "Only one sampling unit answered here, so the uncertainty cannot be estimated.",
        fr "Une seule unité d’échantillonnage a répondu ici : l’incertitude ne peut pas être estimée.",
        nl "Hier antwoordde maar één steekproefeenheid; de onzekerheid is niet te schatten.",
    }
    /// The share is 0 or 1, or has no variance: the interval is Korn and Graubard's.
    note no_variance() {
        en "All answers are alike; the interval is the exact one of Korn and Graubard.",
        fr "Toutes les réponses sont identiques ; l’intervalle est l’intervalle exact de Korn et Graubard.",
        nl "Alle antwoorden zijn gelijk; het interval is het exacte interval van Korn en Graubard.",
    }
    /// Two figures whose covariance is not known were compared.
    note no_covariance() {
        en "How these figures vary together is not known, so the error of the difference cannot be given.",
        fr "On ne sait pas comment ces chiffres varient ensemble : l’erreur de la différence ne peut être donnée.",
        nl "Hoe deze cijfers samen schommelen is niet bekend; de fout van het verschil is niet te geven.",
    }
    /// There are as many terms as degrees of freedom, or more.
    note no_degrees_of_freedom(df: Exact) {
        en "The sample has too few clusters for so many terms (degrees of freedom left: {df}).",
        fr "L’échantillon a trop peu de grappes pour autant de termes (degrés de liberté restants : {df}).",
        nl "De steekproef heeft te weinig clusters voor zoveel termen (resterende vrijheidsgraden: {df}).",
    }
    /// The fit of a regression came to no rest.
    note not_converged() {
        en "The fit did not come to rest, so the terms cannot be given.",
        fr "L’ajustement n’a pas convergé : les termes ne peuvent pas être donnés.",
        nl "De aanpassing kwam niet tot rust; de termen zijn niet te geven.",
    }
    /// The samples that are compared were taken to be independent.
    note independent_samples() {
        en "The difference takes the samples to be independent.",
        fr "La différence suppose des échantillons indépendants.",
        nl "Het verschil gaat uit van onafhankelijke steekproeven.",
    }
    /// How many comparisons would stand out by chance.
    note by_chance(n: Count, expected: Number<1>) {
        en "Of {n} {n|comparison|comparisons}, about {expected} would stand out by chance alone; the p-values are adjusted for that (Benjamini-Hochberg).",
        fr "Sur {n} {n|comparaison|comparaisons}, environ {expected} {expected|ressortirait|ressortiraient} par le seul hasard ; les valeurs p en tiennent compte (Benjamini-Hochberg).",
        nl "Van {n} {n|vergelijking|vergelijkingen} zouden er zo’n {expected} door toeval alleen opvallen; de p-waarden houden daar rekening mee (Benjamini-Hochberg).",
    }
    /// A change over time is no effect of a programme.
    note change_is_no_effect() {
        en "A change over time does not show that the programme caused it.",
        fr "Une évolution dans le temps ne prouve pas que le programme en est la cause.",
        nl "Een verandering in de tijd bewijst niet dat het programma de oorzaak is.",
    }
    /// Only one wave: change cannot be told.
    note one_wave() {
        en "There is one wave only, so change cannot be told.",
        fr "Il n’y a qu’une seule vague : on ne peut rien dire d’une évolution.",
        nl "Er is maar één meting, dus over verandering is niets te zeggen.",
    }
    /// Records dated after the day of the review were left out.
    note records_after(n: Count) {
        en "{n} {n|record|records} dated after the day of the review {n|was|were} left out.",
        fr "{n} {n|enregistrement postérieur|enregistrements postérieurs} à la date du bilan {n|a été laissé|ont été laissés} de côté.",
        nl "{n} {n|gegeven|gegevens} van na de datum van de doorlichting {n|is|zijn} weggelaten.",
    }
    /// All answered alike: a standard error of 0 would claim to be certain, so there is no interval.
    note no_spread() {
        en "All answers here are alike. A standard error of 0 would claim to be certain, so there is no interval.",
        fr "Toutes les réponses sont ici identiques. Une erreur type de 0 prétendrait à la certitude : il n’y a donc pas d’intervalle.",
        nl "Alle antwoorden zijn hier gelijk. Een standaardfout van 0 zou zekerheid voorwenden; er is daarom geen interval.",
    }
    /// Chance leaves no choice, so there is nothing to compare with.
    note degenerate_null() {
        en "Chance always gives the same here, so there is no test and no distance from it.",
        fr "Le hasard donne toujours le même résultat ici : il n’y a ni test ni écart.",
        nl "Toeval geeft hier altijd hetzelfde; er is geen toets en geen afstand.",
    }
    /// Values that are no numbers were counted as missing.
    note unparsed(column: Name, n: Count, examples: List<Cell>) {
        en "{n} {n|value|values} of column {column} {n|is no number and counts|are no numbers and count} as missing[: {examples}].",
        fr "{n} {n|valeur|valeurs} de la colonne {column} {n|n’est pas un nombre et compte comme manquante|ne sont pas des nombres et comptent comme manquantes}[ : {examples}].",
        nl "{n} {n|waarde|waarden} van kolom {column} {n|is geen getal en telt|zijn geen getallen en tellen} als ontbrekend[: {examples}].",
    }
    /// Values outside the codebook were counted as missing.
    note undeclared_codes(column: Name, n: Count, examples: List<Cell>) {
        en "{n} {n|value|values} of column {column} {n|is|are} not in the codebook and {n|counts|count} as missing[: {examples}].",
        fr "{n} {n|valeur|valeurs} de la colonne {column} {n|ne figure pas dans le dictionnaire et compte comme manquante|ne figurent pas dans le dictionnaire et comptent comme manquantes}[ : {examples}].",
        nl "{n} {n|waarde|waarden} van kolom {column} {n|staat niet in het codeboek en telt|staan niet in het codeboek en tellen} als ontbrekend[: {examples}].",
    }
    /// Rows without a value in a column that they need were left out.
    note rows_left_out(column: Name, n: Count) {
        en "{n} {n|row has|rows have} no value in column {column} and {n|was|were} left out.",
        fr "{n} {n|ligne n’a|lignes n’ont} pas de valeur dans la colonne {column} et {n|a été laissée|ont été laissées} de côté.",
        nl "{n} {n|rij heeft|rijen hebben} geen waarde in kolom {column} en {n|is|zijn} weggelaten.",
    }
    /// A group was hidden because it is too small.
    note hidden_small(minimum: Count) {
        en "Hidden: fewer than {minimum} {minimum|answer|answers}.",
        fr "Masqué : moins de {minimum} {minimum|réponse|réponses}.",
        nl "Verborgen: minder dan {minimum} {minimum|antwoord|antwoorden}.",
    }
    /// The interval of alpha is that of a simple random sample.
    note alpha_ignores_design() {
        en "The interval of alpha is that of a simple random sample; the survey has a design, so it is too narrow.",
        fr "L’intervalle de l’alpha est celui d’un échantillon aléatoire simple ; avec ce plan de sondage il est trop étroit.",
        nl "Het interval van alpha is dat van een enkelvoudige aselecte steekproef; met deze steekproefopzet is het te smal.",
    }
    /// Rows without a group label are in the overall figure but in no group.
    note no_label(column: List<Name>, n: Count) {
        en "{n} {n|row has|rows have} no value in column {column}: {n|it counts|they count} in the overall figure and in no group.",
        fr "{n} {n|ligne n’a|lignes n’ont} pas de valeur dans la colonne {column} : {n|elle compte|elles comptent} dans le chiffre global mais dans aucun groupe.",
        nl "{n} {n|rij heeft|rijen hebben} geen waarde in kolom {column}: {n|ze telt|ze tellen} mee in het totaalcijfer, niet in een groep.",
    }
    /// Weights that sum to the number of rows: totals are not population totals.
    note weights_normalised() {
        en "The weights sum to the number of rows: totals are those of the sample, not of the population.",
        fr "La somme des poids égale le nombre de lignes : les totaux sont ceux de l’échantillon, pas de la population.",
        nl "De gewichten tellen op tot het aantal rijen: totalen gelden voor de steekproef, niet voor de bevolking.",
    }
}
