//! The texts of surveys: evaluations, quantiles, response, small areas, shared summaries.

use crate::message::{Count, List, Name, Number, Percent, Word, Words, texts};

texts! {
    /// The error of an alpha is so large that an end of its interval is no number.
    note no_interval() {
        en "The error is so large that no interval can be given.",
        fr "L’erreur est si grande qu’aucun intervalle ne peut être donné.",
        nl "De fout is zo groot dat er geen interval te geven is.",
    }
    /// An indicator of register data was left out: no register table was given.
    note no_register(indicator: Name) {
        en "Indicator {indicator} needs register data, which were not given.",
        fr "L’indicateur {indicator} demande des données de registre, qui n’ont pas été fournies.",
        nl "Indicator {indicator} vraagt registergegevens, en die zijn niet meegegeven.",
    }
    /// An indicator was left out because its column is not in the table.
    note column_absent(indicator: Name, column: Name) {
        en "Indicator {indicator} was left out: the table has no column {column}.",
        fr "L’indicateur {indicator} a été laissé de côté : le tableau n’a pas de colonne {column}.",
        nl "Indicator {indicator} is weggelaten: de tabel heeft geen kolom {column}.",
    }
    /// Answers kept out of the denominator by the indicator's rule.
    note missing_kind_out(kind: Word<Missing>, n: Count) {
        en "{n} {n|answer|answers} “{kind}” {n|is|are} left out of the denominator, as the definition says.",
        fr "{n} {n|réponse|réponses} « {kind} » {n|est exclue|sont exclues} du dénominateur, comme le veut la définition.",
        nl "{n} {n|antwoord|antwoorden} ‘{kind}’ {n|blijft|blijven} buiten de noemer, zoals de definitie zegt.",
    }
    /// Answers kept in the denominator by the indicator's rule.
    note missing_kind_in(kind: Word<Missing>, n: Count) {
        en "{n} {n|answer|answers} “{kind}” {n|stays|stay} in the denominator, as the definition says.",
        fr "{n} {n|réponse|réponses} « {kind} » {n|reste|restent} au dénominateur, comme le veut la définition.",
        nl "{n} {n|antwoord|antwoorden} ‘{kind}’ {n|blijft|blijven} in de noemer, zoals de definitie zegt.",
    }
    /// No answer lies beyond a quantile, so it has no interval.
    note nothing_beyond() {
        en "No answer lies beyond this value, so its uncertainty cannot be estimated.",
        fr "Aucune réponse ne dépasse cette valeur : l’incertitude ne peut pas être estimée.",
        nl "Geen antwoord ligt voorbij deze waarde; de onzekerheid is niet te schatten.",
    }
    /// Clusters were pooled before a summary was shared.
    note clusters_pooled(from: Count, to: Count) {
        en "{from} {from|cluster was|clusters were} pooled to {to} before the summary was shared: standard errors come from pooled clusters and have fewer degrees of freedom.",
        fr "{from} {from|grappe a été ramenée|grappes ont été ramenées} à {to} par regroupement avant le partage du résumé : les erreurs types viennent de grappes regroupées et ont moins de degrés de liberté.",
        nl "{from} {from|cluster werd|clusters werden} samengevoegd tot {to} vóór het delen van de samenvatting: standaardfouten komen uit samengevoegde clusters en hebben minder vrijheidsgraden.",
    }
    /// Strata were pooled before a summary was shared.
    note strata_pooled(from: Count, to: Count) {
        en "{from} {from|stratum was|strata were} pooled to {to} before the summary was shared: standard errors are on the large side.",
        fr "{from} {from|strate a été ramenée|strates ont été ramenées} à {to} par regroupement avant le partage du résumé : les erreurs types sont plutôt trop grandes.",
        nl "{from} {from|stratum werd|strata werden} samengevoegd tot {to} vóór het delen van de samenvatting: standaardfouten zijn eerder te groot.",
    }
    /// Groups of a crossing were pooled before a summary was shared.
    note groups_pooled(margin: Name, n: Count) {
        en "{n} {n|group|groups} of {margin} {n|was|were} pooled before the summary was shared, so that no small one can be found.",
        fr "{n} {n|groupe|groupes} de {margin} {n|a été regroupé|ont été regroupés} avant le partage du résumé, afin qu’aucun petit groupe ne puisse être retrouvé.",
        nl "{n} {n|groep|groepen} van {margin} {n|werd|werden} samengevoegd vóór het delen van de samenvatting, zodat geen kleine groep te vinden is.",
    }
    /// A crossing was left out before a summary was shared.
    note crossing_left_out(margin: Name) {
        en "The figures by {margin} were left out of the shared summary: small groups would have been in them.",
        fr "Les chiffres par {margin} n’ont pas été repris dans le résumé partagé : de petits groupes y auraient figuré.",
        nl "De cijfers per {margin} zijn uit de gedeelde samenvatting weggelaten: er zouden kleine groepen in staan.",
    }
    /// Later stages and population sizes were left out before a summary was shared.
    note stages_left_out() {
        en "Later stages of sampling and population sizes were left out of the shared summary: standard errors are on the large side.",
        fr "Les degrés suivants du sondage et les tailles de population n’ont pas été repris dans le résumé partagé : les erreurs types sont plutôt trop grandes.",
        nl "Latere trappen van de steekproef en populatiegroottes zijn uit de gedeelde samenvatting weggelaten: standaardfouten zijn eerder te groot.",
    }
    /// Ratios, variances and correlations were left out before a summary was shared.
    note moments_left_out(columns: List<Name>) {
        en "Ratios, variances and correlations of {columns} were left out of the shared summary: sums of squares tell more of small groups than means do.",
        fr "Les rapports, variances et corrélations de {columns} n’ont pas été repris dans le résumé partagé : des sommes de carrés en disent plus sur de petits groupes que des moyennes.",
        nl "Verhoudingen, varianties en correlaties van {columns} zijn uit de gedeelde samenvatting weggelaten: sommen van kwadraten zeggen meer over kleine groepen dan gemiddelden.",
    }
    /// Some cells of a table of two columns have no row.
    note empty_cells() {
        en "Some cells of the table are empty; the test is less sure there.",
        fr "Certaines cases du tableau sont vides ; le test y est moins sûr.",
        nl "Sommige cellen van de tabel zijn leeg; de toets is daar minder zeker.",
    }
    /// Cells with few respondents were joined with others.
    note cells_joined(n: Count) {
        en "{n} {n|cell was|cells were} made by joining cells with few respondents.",
        fr "{n} {n|cellule réunit|cellules réunissent} des cellules qui ont peu de répondants.",
        nl "{n} {n|cel is|cellen zijn} samengevoegd uit cellen met weinig respondenten.",
    }
    /// How much of a small-area figure is the area's own survey.
    note borrowed_strength(own: Percent, borrowed: Percent, covariates: List<Name>) {
        en "{own} of this figure is the area’s own survey; {borrowed} is borrowed from what areas with the same {covariates} have.",
        fr "{own} de ce chiffre viennent de l’enquête dans la zone même ; {borrowed} sont empruntés aux zones dont les covariables ({covariates}) sont les mêmes.",
        nl "{own} van dit cijfer komt uit de eigen enquête van het gebied; {borrowed} is geleend van wat gebieden met dezelfde {covariates} hebben.",
    }
    /// A small-area figure to which the area's own survey adds nothing.
    note synthetic_figure(covariates: List<Name>) {
        en "The area’s own survey adds nothing here: the whole figure is borrowed from what areas with the same {covariates} have. What is special about this area does not show.",
        fr "L’enquête dans la zone même n’apporte rien ici : tout le chiffre est emprunté aux zones dont les covariables ({covariates}) sont les mêmes. Ce qui est propre à cette zone n’apparaît pas.",
        nl "De eigen enquête van het gebied voegt hier niets toe: het hele cijfer is geleend van wat gebieden met dezelfde {covariates} hebben. Wat bijzonder is aan dit gebied is niet te zien.",
    }
    /// The areas differ by no more than sampling and covariates tell.
    note no_area_variance(covariates: List<Name>) {
        en "The survey shows no differences between areas beyond sampling and {covariates}: every figure is what areas with the same values of these have. That does not prove that there are none.",
        fr "L’enquête ne montre aucune différence entre zones au-delà de l’échantillonnage et des covariables ({covariates}) : chaque chiffre est celui des zones où elles sont les mêmes. Cela ne prouve pas qu’il n’y en a pas.",
        nl "De enquête toont geen verschillen tussen gebieden buiten steekproef en {covariates}: elk cijfer is wat gebieden met dezelfde waarden daarvan hebben. Dat bewijst niet dat er geen zijn.",
    }
    /// The areas' own figures go together, which the model does not know.
    note areas_correlated(correlation: Number<2>) {
        en "The areas’ own figures go together (correlation up to {correlation}), as where a stratum or cluster reaches over several areas. The model takes them to be independent: read the errors with care.",
        fr "Les chiffres propres des zones sont liés (corrélation jusqu’à {correlation}), comme lorsqu’une strate ou une grappe couvre plusieurs zones. Le modèle les suppose indépendants : lisez les erreurs avec prudence.",
        nl "De eigen cijfers van de gebieden hangen samen (correlatie tot {correlation}), zoals waar een stratum of cluster over meer gebieden reikt. Het model neemt ze als onafhankelijk: lees de fouten met zorg.",
    }
    /// An area's own figure lies far from what its covariates tell.
    note area_stands_apart(deviations: Number<1>) {
        en "The area’s own survey lies {deviations} standard deviations from what its covariates tell: look at it before you use the figure.",
        fr "L’enquête dans la zone même s’écarte de {deviations} {deviations|écart type|écarts types} de ce qu’indiquent les covariables : examinez-la avant d’utiliser le chiffre.",
        nl "De eigen enquête van het gebied ligt {deviations} standaardafwijkingen van wat de covariaten zeggen: bekijk die voordat u het cijfer gebruikt.",
    }
    /// A modelled share lies outside 0 to 1.
    note share_outside() {
        en "The modelled share lies outside 0 to 100%: the model does not fit here.",
        fr "La part modélisée sort de l’intervalle de 0 à 100 % : le modèle ne convient pas ici.",
        nl "Het gemodelleerde aandeel ligt buiten 0 tot 100%: het model past hier niet.",
    }
    /// The model took one variance per answer for all areas.
    note smoothed_variances() {
        en "The sampling variances of the areas were smoothed: one variance per answer for all areas.",
        fr "Les variances d’échantillonnage des zones ont été lissées : une même variance par réponse pour toutes les zones.",
        nl "De steekproefvarianties van de gebieden zijn gladgestreken: één variantie per antwoord voor alle gebieden.",
    }
    /// Figures of areas were multiplied by a factor to agree with that of the whole.
    note benchmarked_by_ratio() {
        en "All figures were multiplied by one factor so that together they give the survey’s figure for the whole.",
        fr "Tous les chiffres ont été multipliés par un même facteur pour donner ensemble le chiffre de l’enquête pour le tout.",
        nl "Alle cijfers zijn met één factor vermenigvuldigd zodat ze samen het cijfer van de enquête voor het geheel geven.",
    }
    /// The same amount was added to the figures of areas so that they agree with that of the whole.
    note benchmarked_by_difference() {
        en "The same amount was added to all figures so that together they give the survey’s figure for the whole.",
        fr "Un même montant a été ajouté à tous les chiffres pour donner ensemble le chiffre de l’enquête pour le tout.",
        nl "Bij alle cijfers is hetzelfde bedrag opgeteld zodat ze samen het cijfer van de enquête voor het geheel geven.",
    }
}

/// Kinds of missing answers.
pub(crate) struct Missing;

impl Words for Missing {
    const TABLE: &'static [&'static crate::message::Entry] = missing::TABLE;
}

mod missing {
    use crate::message::texts;

    texts! {
        word dont_know { en "don’t know", fr "ne sait pas", nl "weet niet" }
        word refused { en "refused", fr "refus", nl "weigering" }
        word not_applicable { en "not applicable", fr "sans objet", nl "niet van toepassing" }
        word not_asked { en "not asked", fr "question non posée", nl "niet gevraagd" }
        word missing { en "missing", fr "manquant", nl "ontbrekend" }
    }
}
