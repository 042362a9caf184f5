//! The sentence of every note in every language.

use super::Language;
use crate::estimate::{Note, NoteCode};

/// The sentence of a note.
///
/// ```
/// use cohesion_core::{Language, Note, NoteCode, note_text};
/// let note = Note::not_estimable(NoteCode::NoAnswers, "");
/// assert_eq!(note_text(&note, Language::Nl), "Niemand in deze groep heeft geantwoord.");
/// ```
#[must_use]
pub fn note_text(note: &Note, language: Language) -> String {
    let template = template(note.code);
    let template = match language {
        Language::En => template.0,
        Language::Fr => template.1,
        Language::Nl => template.2,
    };
    note.params.iter().fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

/// English, French, Dutch.
fn template(code: NoteCode) -> (&'static str, &'static str, &'static str) {
    match code {
        NoteCode::NoAnswers => (
            "Nobody in this group answered.",
            "Personne dans ce groupe n’a répondu.",
            "Niemand in deze groep heeft geantwoord.",
        ),
        NoteCode::OneUnit => (
            "Only one sampling unit answered here, so the uncertainty cannot be estimated.",
            "Une seule unité d’échantillonnage a répondu ici : l’incertitude ne peut pas être estimée.",
            "Hier antwoordde maar één steekproefeenheid; de onzekerheid is niet te schatten.",
        ),
        NoteCode::CompletionTooLow => (
            "Only {percent} % of the partners answered; measures of the whole pattern are computed from {least} % up.",
            "Seuls {percent} % des partenaires ont répondu ; les mesures de l’ensemble du réseau sont calculées à partir de {least} %.",
            "Slechts {percent} % van de partners heeft geantwoord; maten van het hele netwerk worden berekend vanaf {least} %.",
        ),
        NoteCode::NonRespondents => (
            "{n} of {of} partners did not answer: their ties to others are unknown, not absent. Figures without bounds are those of the stated ties.",
            "{n} partenaires sur {of} n’ont pas répondu : leurs liens vers les autres sont inconnus, pas absents. Les chiffres sans bornes sont ceux des liens déclarés.",
            "{n} van {of} partners hebben niet geantwoord: hun banden met anderen zijn onbekend, niet afwezig. Cijfers zonder grenzen gelden voor de genoemde banden.",
        ),
        NoteCode::TooFewPartners => (
            "This is defined for {needed} partners or more; here there are {n}.",
            "Ceci est défini à partir de {needed} partenaires ; il y en a {n} ici.",
            "Dit is gedefinieerd vanaf {needed} partners; hier zijn er {n}.",
        ),
        NoteCode::StatedInSomeKinds => (
            "{n} ties were not stated in all {kinds} kinds; each has its mean over those in which it was.",
            "{n} liens n’ont pas été indiqués dans les {kinds} types\u{a0}; chacun a sa moyenne sur ceux où il l’a été.",
            "{n} banden zijn niet in alle {kinds} soorten genoemd; elk heeft zijn gemiddelde over die waarin dat wel zo was.",
        ),
        NoteCode::TooFewRaters => (
            "Partners rated by fewer than {minimum} others, whose mean is not shown: {n}.",
            "Partenaires évalués par moins de {minimum} autres, dont la moyenne n’est pas montrée\u{a0}: {n}.",
            "Partners die door minder dan {minimum} anderen werden beoordeeld en van wie het gemiddelde niet getoond wordt: {n}.",
        ),
        NoteCode::TooManyPartners => (
            "This is computed for up to {most} partners; here there are {n}.",
            "Ceci est calculé jusqu’à {most} partenaires ; il y en a {n} ici.",
            "Dit wordt berekend tot {most} partners; hier zijn er {n}.",
        ),
        NoteCode::NoTies => (
            "There is no tie here, so this is not defined.",
            "Il n’y a aucun lien ici : ceci n’est pas défini.",
            "Er is hier geen enkele band; dit is niet gedefinieerd.",
        ),
        NoteCode::NoContrast => (
            "All pairs are alike here, so there is nothing to set one against the other.",
            "Toutes les paires sont identiques ici : il n’y a rien à comparer.",
            "Alle paren zijn hier gelijk; er valt niets tegenover elkaar te zetten.",
        ),
        NoteCode::NotAllReached => (
            "Some partners do not reach all others: classical closeness is not defined for them. Harmonic closeness is.",
            "Certains partenaires n’atteignent pas tous les autres : la proximité classique n’est pas définie pour eux. La proximité harmonique l’est.",
            "Sommige partners bereiken niet alle anderen: klassieke nabijheid is voor hen niet gedefinieerd. Harmonische nabijheid wel.",
        ),
        NoteCode::NoClosedWay => (
            "No tie lies on a way that returns to its start, so eigenvector centrality is not defined.",
            "Aucun lien ne se trouve sur un chemin qui revient à son départ : la centralité de vecteur propre n’est pas définie.",
            "Geen enkele band ligt op een weg die naar zijn begin terugkeert; eigenvectorcentraliteit is niet gedefinieerd.",
        ),
        NoteCode::EigenvectorNotUnique => (
            "Separate parts of the network are equally strong, so eigenvector centrality is not defined.",
            "Des parties séparées du réseau sont aussi fortes l’une que l’autre : la centralité de vecteur propre n’est pas définie.",
            "Aparte delen van het netwerk zijn even sterk; eigenvectorcentraliteit is niet gedefinieerd.",
        ),
        NoteCode::ZeroWeightTies => (
            "{n} rows have weight 0 and were taken as no tie.",
            "{n} lignes ont un poids nul et ont été comptées comme une absence de lien.",
            "{n} rijen hebben gewicht 0 en zijn als geen band geteld.",
        ),
        NoteCode::RepeatedTies => (
            "{n} rows repeat a tie that an earlier row states; each tie was counted once.",
            "{n} lignes répètent un lien déjà énoncé ; chaque lien a été compté une fois.",
            "{n} rijen herhalen een band die een eerdere rij al noemt; elke band is één keer geteld.",
        ),
        NoteCode::OneViewPerPair => (
            "Each pair has one view here: whether the two agree cannot be seen. Read each one’s answers as directed ties.",
            "Chaque paire n’a qu’un point de vue ici : on ne voit pas si les deux sont d’accord. Lisez les réponses de chacun comme des liens orientés.",
            "Elk paar heeft hier één zienswijze: of beiden het eens zijn is niet te zien. Lees ieders antwoorden als gerichte banden.",
        ),
        NoteCode::NoGroup => (
            "{n} partners have no group and were left out.",
            "{n} partenaires sans groupe ont été laissés de côté.",
            "{n} partners zonder groep zijn buiten beschouwing gelaten.",
        ),
        NoteCode::DegenerateNull => (
            "Chance always gives the same here, so there is no test and no distance from it.",
            "Le hasard donne toujours le même résultat ici : il n’y a ni test ni écart.",
            "Toeval geeft hier altijd hetzelfde; er is geen toets en geen afstand.",
        ),
        NoteCode::ExactPermutation => (
            "All {n} arrangements were looked at: the p-value is exact.",
            "Les {n} arrangements ont tous été examinés : la valeur p est exacte.",
            "Alle {n} schikkingen zijn bekeken: de p-waarde is exact.",
        ),
        NoteCode::RandomPermutation => (
            "The p-value is from {n} random arrangements, the observed one counted with them.",
            "La valeur p vient de {n} arrangements au hasard, celui qui est observé étant compté avec eux.",
            "De p-waarde komt van {n} willekeurige schikkingen, de waargenomen meegeteld.",
        ),
        NoteCode::UndirectedRoles => (
            "Ties lead both ways here: gatekeepers and representatives are the same, and no distance from chance is given.",
            "Les liens vont dans les deux sens ici : gardiens et représentants se confondent, et aucun écart au hasard n’est donné.",
            "Banden gaan hier beide kanten op: poortwachters en vertegenwoordigers vallen samen, en er is geen afstand tot het toeval.",
        ),
        NoteCode::BestOfStarts => (
            "This is the best of {n} starts, reached by {percent} % of them; it is not proven the best of all.",
            "C’est le meilleur de {n} départs, atteint par {percent} % d’entre eux ; il n’est pas prouvé qu’il soit le meilleur de tous.",
            "Dit is het beste van {n} starts, bereikt door {percent} % ervan; dat het het beste van alle is, is niet bewezen.",
        ),
        NoteCode::OneStart => (
            "One start says nothing of how stable the result is.",
            "Un seul départ ne dit rien de la stabilité du résultat.",
            "Eén start zegt niets over de stabiliteit van het resultaat.",
        ),
        NoteCode::GreedySearch => (
            "There are too many choices to look at all: the worst case was sought step by step and may not be the worst, the average is from {n} draws.",
            "Il y a trop de choix pour les examiner tous : le pire cas a été cherché pas à pas et n’est peut-être pas le pire, la moyenne vient de {n} tirages.",
            "Er zijn te veel keuzes om alle te bekijken: het ergste geval is stap voor stap gezocht en is misschien niet het ergste, het gemiddelde komt van {n} trekkingen.",
        ),
        NoteCode::DifferentPartners => (
            "{a} partners are in the first network only and {b} in the second only; only the {n} in both were compared.",
            "{a} partenaires ne sont que dans le premier réseau et {b} que dans le second ; seuls les {n} communs ont été comparés.",
            "{a} partners staan alleen in het eerste netwerk en {b} alleen in het tweede; alleen de {n} gemeenschappelijke zijn vergeleken.",
        ),
        NoteCode::AnsweredOnce => (
            "{n} partners did not answer in both networks and were left out.",
            "{n} partenaires n’ont pas répondu dans les deux réseaux et ont été laissés de côté.",
            "{n} partners hebben niet in beide netwerken geantwoord en zijn buiten beschouwing gelaten.",
        ),
        NoteCode::RangeOfCompletions => (
            "The ranges are where the middle 90 % of {n} completions lie. They are no confidence intervals.",
            "Les étendues sont celles des 90 % centraux de {n} complétions. Ce ne sont pas des intervalles de confiance.",
            "De bereiken zijn waar de middelste 90 % van {n} aanvullingen liggen. Het zijn geen betrouwbaarheidsintervallen.",
        ),
        NoteCode::ZeroWeight => (
            "All who answered here have weight zero.",
            "Toutes les personnes ayant répondu ici ont un poids nul.",
            "Iedereen die hier antwoordde heeft gewicht nul.",
        ),
        NoteCode::NothingBeyond => (
            "No answer lies beyond this value, so its uncertainty cannot be estimated.",
            "Aucune réponse ne dépasse cette valeur : l’incertitude ne peut pas être estimée.",
            "Geen antwoord ligt voorbij deze waarde; de onzekerheid is niet te schatten.",
        ),
        NoteCode::ZeroDenominator => (
            "The denominator sums to zero here, so there is no ratio.",
            "La somme du dénominateur est nulle ici : il n’y a pas de rapport.",
            "De noemer telt hier op tot nul; er is geen verhouding.",
        ),
        NoteCode::ConstantValues => (
            "All answers to one of the questions are alike here, so there is no correlation.",
            "Toutes les réponses à l’une des questions sont identiques ici : il n’y a pas de corrélation.",
            "Alle antwoorden op een van de vragen zijn hier gelijk; er is geen correlatie.",
        ),
        NoteCode::SingleUnitStrata => (
            "Some strata have one sampling unit only; their variance was counted by the rule “{rule}”.",
            "Certaines strates n’ont qu’une seule unité d’échantillonnage ; leur variance suit la règle « {rule} ».",
            "Sommige strata hebben maar één steekproefeenheid; hun variantie volgt de regel ‘{rule}’.",
        ),
        NoteCode::FirstStageOnly => (
            "The replicates repeat the first stage of sampling only, of which up to {percent} % was taken: what later stages add to the error is left out.",
            "Les réplications ne répètent que le premier degré de sondage, tiré jusqu’à {percent} % : ce que les degrés suivants ajoutent à l’erreur est omis.",
            "De replicaties herhalen alleen de eerste trap van de steekproef, waarvan tot {percent} % getrokken is: wat latere trappen aan de fout toevoegen, blijft buiten beschouwing.",
        ),
        NoteCode::FractionLeftOut => (
            "Up to {percent} % of the first stage was taken, which these replicates do not know: the errors are too large rather than too small.",
            "Jusqu’à {percent} % du premier degré a été tiré, ce que ces réplications ignorent : les erreurs sont plutôt trop grandes que trop petites.",
            "Tot {percent} % van de eerste trap is getrokken, wat deze replicaties niet weten: de fouten zijn eerder te groot dan te klein.",
        ),
        NoteCode::ReplicatesLeftOut => (
            "In {n} replicates nobody of the group has a weight; they were left out of the error.",
            "Dans {n} réplications, personne du groupe n’a de poids ; elles ont été exclues de l’erreur.",
            "In {n} replicaties heeft niemand van de groep een gewicht; die zijn bij de fout buiten beschouwing gelaten.",
        ),
        NoteCode::TotalWithMissing => (
            "A total cannot be given while {n_missing} answers are missing, unless a rule for them is named.",
            "Un total ne peut être donné tant que {n_missing} réponses manquent, à moins de nommer une règle.",
            "Een totaal kan niet worden gegeven zolang {n_missing} antwoorden ontbreken, tenzij een regel wordt genoemd.",
        ),
        NoteCode::NoVariance => (
            "All answers are alike; the interval is the exact one of Korn and Graubard.",
            "Toutes les réponses sont identiques ; l’intervalle est l’intervalle exact de Korn et Graubard.",
            "Alle antwoorden zijn gelijk; het interval is het exacte interval van Korn en Graubard.",
        ),
        NoteCode::WeightsLookLikeCounts => (
            "The weights are whole numbers from 1 up: they are used as sampling weights, not as counts of people.",
            "Les poids sont des nombres entiers à partir de 1 : ils servent de poids de sondage, pas d’effectifs.",
            "De gewichten zijn gehele getallen vanaf 1: ze worden als steekproefgewicht gebruikt, niet als aantal personen.",
        ),
        NoteCode::WeightsNormalised => (
            "The weights sum to the number of rows: totals are those of the sample, not of the population.",
            "La somme des poids égale le nombre de lignes : les totaux sont ceux de l’échantillon, pas de la population.",
            "De gewichten tellen op tot het aantal rijen: totalen gelden voor de steekproef, niet voor de bevolking.",
        ),
        NoteCode::TooFewComplete => (
            "Only {n} people answered all items: too few for a reliability coefficient.",
            "Seules {n} personnes ont répondu à toutes les questions : trop peu pour un coefficient de fiabilité.",
            "Slechts {n} personen beantwoordden alle items: te weinig voor een betrouwbaarheidscoëfficiënt.",
        ),
        NoteCode::ConstantItem => (
            "Everybody gave the same answer to item {item}.",
            "Tout le monde a donné la même réponse à la question {item}.",
            "Iedereen gaf hetzelfde antwoord op item {item}.",
        ),
        NoteCode::NegativeAlpha => (
            "Alpha is negative: check the direction of the items.",
            "L’alpha est négatif : vérifiez le sens des questions.",
            "Alpha is negatief: controleer de richting van de items.",
        ),
        NoteCode::ItemRunsAgainst => (
            "Item {item} runs against the rest of the scale (correlation {correlation}): should it be reversed?",
            "La question {item} va à l’encontre du reste de l’échelle (corrélation {correlation}) : faut-il l’inverser ?",
            "Item {item} loopt tegen de rest van de schaal in (correlatie {correlation}): moet het worden omgekeerd?",
        ),
        NoteCode::AlphaIgnoresDesign => (
            "The interval of alpha is that of a simple random sample; the survey has a design, so it is too narrow.",
            "L’intervalle de l’alpha est celui d’un échantillon aléatoire simple ; avec ce plan de sondage il est trop étroit.",
            "Het interval van alpha is dat van een enkelvoudige aselecte steekproef; met deze steekproefopzet is het te smal.",
        ),
        NoteCode::OneItem => (
            "A scale of one item has no alpha.",
            "Une échelle d’une seule question n’a pas d’alpha.",
            "Een schaal van één item heeft geen alpha.",
        ),
        NoteCode::IndependentSamples => (
            "The difference takes the samples to be independent.",
            "La différence suppose des échantillons indépendants.",
            "Het verschil gaat uit van onafhankelijke steekproeven.",
        ),
        NoteCode::PairedSamples => (
            "The difference takes into account that the same {by} stand on both sides.",
            "La différence tient compte du fait que les mêmes {by} figurent des deux côtés.",
            "Het verschil houdt er rekening mee dat dezelfde {by} aan beide kanten staan.",
        ),
        NoteCode::ByChance => (
            "Of {n} comparisons, about {expected} would stand out by chance alone; the p-values are adjusted for that (Benjamini-Hochberg).",
            "Sur {n} comparaisons, environ {expected} ressortiraient par le seul hasard ; les valeurs p en tiennent compte (Benjamini-Hochberg).",
            "Van {n} vergelijkingen zouden er zo’n {expected} door toeval alleen opvallen; de p-waarden houden daar rekening mee (Benjamini-Hochberg).",
        ),
        NoteCode::Unparsed => (
            "{n} values of column {column} are no numbers and count as missing: {examples}.",
            "{n} valeurs de la colonne {column} ne sont pas des nombres et comptent comme manquantes : {examples}.",
            "{n} waarden van kolom {column} zijn geen getallen en tellen als ontbrekend: {examples}.",
        ),
        NoteCode::UndeclaredCodes => (
            "{n} values of column {column} are not in the codebook and count as missing: {examples}.",
            "{n} valeurs de la colonne {column} ne figurent pas dans le dictionnaire et comptent comme manquantes : {examples}.",
            "{n} waarden van kolom {column} staan niet in het codeboek en tellen als ontbrekend: {examples}.",
        ),
        NoteCode::MissingKindOut => (
            "{n} answers “{kind}” are left out of the denominator, as the definition says.",
            "{n} réponses « {kind} » sont exclues du dénominateur, comme le veut la définition.",
            "{n} antwoorden ‘{kind}’ blijven buiten de noemer, zoals de definitie zegt.",
        ),
        NoteCode::MissingKindIn => (
            "{n} answers “{kind}” stay in the denominator, as the definition says.",
            "{n} réponses « {kind} » restent au dénominateur, comme le veut la définition.",
            "{n} antwoorden ‘{kind}’ blijven in de noemer, zoals de definitie zegt.",
        ),
        NoteCode::UnattainableRange => (
            "Scale {scale} is said to run over {stated}, but its answers reach {attainable}.",
            "L’échelle {scale} est annoncée sur {stated}, mais ses réponses atteignent {attainable}.",
            "Schaal {scale} zou over {stated} lopen, maar de antwoorden bereiken {attainable}.",
        ),
        NoteCode::MixedRanges => (
            "The items of scale {scale} run over different ranges ({ranges}): some weigh more than others.",
            "Les questions de l’échelle {scale} ont des étendues différentes ({ranges}) : certaines pèsent plus que d’autres.",
            "De items van schaal {scale} lopen over verschillende bereiken ({ranges}): sommige wegen zwaarder dan andere.",
        ),
        NoteCode::BandGap => (
            "Scale {scale}: values from {from} to {to} fall in no band.",
            "Échelle {scale} : les valeurs de {from} à {to} ne tombent dans aucune classe.",
            "Schaal {scale}: waarden van {from} tot {to} vallen in geen enkele klasse.",
        ),
        NoteCode::BandOverlap => (
            "Scale {scale}: some values fall in two bands ({bands}).",
            "Échelle {scale} : certaines valeurs tombent dans deux classes ({bands}).",
            "Schaal {scale}: sommige waarden vallen in twee klassen ({bands}).",
        ),
        NoteCode::BandUnreachable => (
            "Scale {scale}: no answer can reach band {band}.",
            "Échelle {scale} : aucune réponse ne peut atteindre la classe {band}.",
            "Schaal {scale}: geen enkel antwoord kan klasse {band} bereiken.",
        ),
        NoteCode::ItemTwice => (
            "Scale {scale} counts item {item} twice.",
            "L’échelle {scale} compte deux fois la question {item}.",
            "Schaal {scale} telt item {item} dubbel.",
        ),
        NoteCode::MissingCountsAsZero => (
            "Scale {scale}: a person who skips items scores as if the answer had been the lowest.",
            "Échelle {scale} : sauter des questions revient à donner la réponse la plus basse.",
            "Schaal {scale}: wie items overslaat, scoort alsof het laagste antwoord was gegeven.",
        ),
        NoteCode::RangeDependsOnMissing => (
            "Scale {scale}: which values can be reached depends on which items are missing.",
            "Échelle {scale} : les valeurs atteignables dépendent des questions manquantes.",
            "Schaal {scale}: welke waarden bereikbaar zijn hangt af van welke items ontbreken.",
        ),
        NoteCode::CodingBase => (
            "Scale {scale}: its bands are meant for items that start at {stated}, but these start at {found}.",
            "Échelle {scale} : ses classes valent pour des questions codées à partir de {stated}, or celles-ci partent de {found}.",
            "Schaal {scale}: de klassen gelden voor items die bij {stated} beginnen, maar deze beginnen bij {found}.",
        ),
        NoteCode::HiddenSmall => (
            "Hidden: fewer than {minimum} answers.",
            "Masqué : moins de {minimum} réponses.",
            "Verborgen: minder dan {minimum} antwoorden.",
        ),
        NoteCode::HiddenComplementary => (
            "Hidden so that a smaller group cannot be found by subtraction.",
            "Masqué afin qu’un groupe plus petit ne puisse être retrouvé par soustraction.",
            "Verborgen zodat een kleinere groep niet door aftrekken te vinden is.",
        ),
        NoteCode::HiddenNumerator => (
            "Hidden: fewer than {minimum} people gave this answer, or fewer than {minimum} did not.",
            "Masqué : moins de {minimum} personnes ont donné cette réponse, ou moins de {minimum} ne l’ont pas donnée.",
            "Verborgen: minder dan {minimum} mensen gaven dit antwoord, of minder dan {minimum} gaven het niet.",
        ),
        NoteCode::HiddenGroupDisclosure => (
            "Hidden: everybody in the group would be known to have given, or not to have given, this answer.",
            "Masqué : on saurait de chaque membre du groupe s’il a donné cette réponse.",
            "Verborgen: van iedereen in de groep zou bekend zijn of hij dit antwoord gaf.",
        ),
        NoteCode::HiddenDominance => (
            "Hidden: a few contributions make most of this total.",
            "Masqué : quelques contributions font l’essentiel de ce total.",
            "Verborgen: enkele bijdragen maken het grootste deel van dit totaal uit.",
        ),
        NoteCode::DominanceUnknown => (
            "Hidden: whether a few contributions make most of this total is not known. Give the counts of the table with it.",
            "Masqué : on ignore si quelques contributions font l’essentiel de ce total. Joignez les effectifs du tableau.",
            "Verborgen: of enkele bijdragen het grootste deel van dit totaal uitmaken is niet bekend. Geef de aantallen van de tabel mee.",
        ),
        NoteCode::HiddenUnproven => (
            "Hidden: it could not be proven within the stated effort that nobody can be recognised.",
            "Masqué : il n’a pas pu être prouvé, dans la limite de calcul fixée, que personne ne peut être reconnu.",
            "Verborgen: binnen de gestelde rekentijd was niet te bewijzen dat niemand herkenbaar is.",
        ),
        NoteCode::AuditSamePeople => (
            "All tables were taken to be about the same people, and readers to know of them nothing else that was counted here.",
            "Tous les tableaux sont censés porter sur les mêmes personnes, et les lecteurs ne rien savoir d’autre de ce qui est compté ici.",
            "Alle tabellen gaan naar aanname over dezelfde mensen, en lezers weten verder niets van wat hier geteld is.",
        ),
        NoteCode::AuditGroupSizes => (
            "Answers to different questions are linked by the sizes of the groups only.",
            "Les réponses à des questions différentes ne sont liées que par la taille des groupes.",
            "Antwoorden op verschillende vragen hangen alleen samen door de grootte van de groepen.",
        ),
        NoteCode::AuditWeightedShares => (
            "Weighted shares are no counts: it was checked that the shown ones do not determine a hidden one.",
            "Les parts pondérées ne sont pas des effectifs : il a été vérifié que celles affichées n’en déterminent aucune masquée.",
            "Gewogen aandelen zijn geen aantallen: nagegaan is dat de getoonde geen verborgen aandeel bepalen.",
        ),
        NoteCode::AuditRounded => (
            "Counts are rounded to multiples of {base} and shares to whole percents; the audit takes them as ranges.",
            "Les effectifs sont arrondis à des multiples de {base} et les parts au pour cent ; le contrôle les prend comme intervalles.",
            "Aantallen zijn afgerond op veelvouden van {base} en aandelen op hele procenten; de controle neemt ze als bereiken.",
        ),
        NoteCode::KAnonymous => (
            "Every combination of these columns is shared by {smallest} people or more; {k} were asked for.",
            "Chaque combinaison de ces colonnes est partagée par {smallest} personnes ou plus ; {k} étaient demandées.",
            "Elke combinatie van deze kolommen wordt door {smallest} mensen of meer gedeeld; gevraagd waren er {k}.",
        ),
        NoteCode::NotKAnonymous => (
            "{n} of {rows} people stand in combinations of these columns that fewer than {k} people share, and could be recognised. Do not hand on these rows.",
            "{n} personnes sur {rows} se trouvent dans des combinaisons de ces colonnes que moins de {k} personnes partagent, et pourraient être reconnues. Ne transmettez pas ces lignes.",
            "{n} van de {rows} mensen zitten in combinaties van deze kolommen die minder dan {k} mensen delen, en zouden herkenbaar zijn. Geef deze rijen niet door.",
        ),
        NoteCode::ColumnHelpsMost => (
            "Leaving out or coarsening the column {column} helps most: without it {n} people would still stand out.",
            "Retirer ou regrouper la colonne {column} aide le plus : {n} personnes ressortiraient encore sans elle.",
            "De kolom {column} weglaten of vergroven helpt het meest: zonder die kolom vallen er nog {n} mensen op.",
        ),
        NoteCode::OneSensitiveValue => (
            "In some combination everybody has the same value of {column}: who knows that a person is in it knows the value.",
            "Dans une combinaison au moins, tous ont la même valeur de {column} : qui sait qu’une personne en fait partie connaît cette valeur.",
            "In minstens één combinatie heeft iedereen dezelfde waarde van {column}: wie weet dat iemand erin zit, kent die waarde.",
        ),
        NoteCode::ClustersPooled => (
            "{from} clusters were pooled to {to} before the summary was shared: standard errors come from pooled clusters and have fewer degrees of freedom.",
            "{from} grappes ont été regroupées en {to} avant le partage du résumé : les erreurs types viennent de grappes regroupées et ont moins de degrés de liberté.",
            "{from} clusters werden samengevoegd tot {to} vóór het delen van de samenvatting: standaardfouten komen uit samengevoegde clusters en hebben minder vrijheidsgraden.",
        ),
        NoteCode::StrataPooled => (
            "{from} strata were pooled to {to} before the summary was shared: standard errors are on the large side.",
            "{from} strates ont été regroupées en {to} avant le partage du résumé : les erreurs types sont plutôt trop grandes.",
            "{from} strata werden samengevoegd tot {to} vóór het delen van de samenvatting: standaardfouten zijn eerder te groot.",
        ),
        NoteCode::GroupsPooled => (
            "{n} groups of {margin} were pooled before the summary was shared, so that no small one can be found.",
            "{n} groupes de {margin} ont été regroupés avant le partage du résumé, afin qu’aucun petit groupe ne puisse être retrouvé.",
            "{n} groepen van {margin} werden samengevoegd vóór het delen van de samenvatting, zodat geen kleine groep te vinden is.",
        ),
        NoteCode::CrossingLeftOut => (
            "The figures by {margin} were left out of the shared summary: small groups would have been in them.",
            "Les chiffres par {margin} n’ont pas été repris dans le résumé partagé : de petits groupes y auraient figuré.",
            "De cijfers per {margin} zijn uit de gedeelde samenvatting weggelaten: er zouden kleine groepen in staan.",
        ),
        NoteCode::StagesLeftOut => (
            "Later stages of sampling and population sizes were left out of the shared summary: standard errors are on the large side.",
            "Les degrés suivants du sondage et les tailles de population n’ont pas été repris dans le résumé partagé : les erreurs types sont plutôt trop grandes.",
            "Latere trappen van de steekproef en populatiegroottes zijn uit de gedeelde samenvatting weggelaten: standaardfouten zijn eerder te groot.",
        ),
        NoteCode::MomentsLeftOut => (
            "Ratios, variances and correlations of {columns} were left out of the shared summary: sums of squares tell more of small groups than means do.",
            "Les rapports, variances et corrélations de {columns} n’ont pas été repris dans le résumé partagé : des sommes de carrés en disent plus sur de petits groupes que des moyennes.",
            "Verhoudingen, varianties en correlaties van {columns} zijn uit de gedeelde samenvatting weggelaten: sommen van kwadraten zeggen meer over kleine groepen dan gemiddelden.",
        ),
        NoteCode::NoRegister => (
            "Indicator {indicator} needs register data, which were not given.",
            "L’indicateur {indicator} demande des données de registre, qui n’ont pas été fournies.",
            "Indicator {indicator} vraagt registergegevens, en die zijn niet meegegeven.",
        ),
        NoteCode::ColumnAbsent => (
            "Indicator {indicator} was left out: the table has no column {column}.",
            "L’indicateur {indicator} a été laissé de côté : le tableau n’a pas de colonne {column}.",
            "Indicator {indicator} is weggelaten: de tabel heeft geen kolom {column}.",
        ),
        NoteCode::UnusedColumns => (
            "Columns the plan does not use: {columns}.",
            "Colonnes que le plan n’utilise pas : {columns}.",
            "Kolommen die het plan niet gebruikt: {columns}.",
        ),
        NoteCode::ChangeIsNoEffect => (
            "A change over time does not show that the programme caused it.",
            "Une évolution dans le temps ne prouve pas que le programme en est la cause.",
            "Een verandering in de tijd bewijst niet dat het programma de oorzaak is.",
        ),
        NoteCode::OneWave => (
            "There is one wave only, so change cannot be told.",
            "Il n’y a qu’une seule vague : on ne peut rien dire d’une évolution.",
            "Er is maar één meting, dus over verandering is niets te zeggen.",
        ),
        NoteCode::NoLabel => (
            "{n} rows have no value in column {column}: they count in the overall figure and in no group.",
            "{n} lignes n’ont pas de valeur dans la colonne {column} : elles comptent dans le chiffre global mais dans aucun groupe.",
            "{n} rijen hebben geen waarde in kolom {column}: ze tellen mee in het totaalcijfer, niet in een groep.",
        ),
        NoteCode::NoDegreesOfFreedom => (
            "The sample has too few clusters for so many terms ({df} degrees of freedom are left).",
            "L’échantillon a trop peu de grappes pour autant de termes (il reste {df} degrés de liberté).",
            "De steekproef heeft te weinig clusters voor zoveel termen (er blijven {df} vrijheidsgraden over).",
        ),
        NoteCode::NotConverged => (
            "The fit did not come to rest, so the terms cannot be given.",
            "L’ajustement n’a pas convergé : les termes ne peuvent pas être donnés.",
            "De aanpassing kwam niet tot rust; de termen zijn niet te geven.",
        ),
        NoteCode::EmptyCells => (
            "Some cells of the table are empty; the test is less sure there.",
            "Certaines cases du tableau sont vides ; le test y est moins sûr.",
            "Sommige cellen van de tabel zijn leeg; de toets is daar minder zeker.",
        ),
        NoteCode::NoRecords => (
            "This cannot be judged: no records of {records} were given.",
            "Ceci ne peut pas être évalué\u{a0}: aucun enregistrement ({records}) n’a été fourni.",
            "Dit is niet te beoordelen: er zijn geen gegevens ({records}) aangeleverd.",
        ),
        NoteCode::RecordsAfter => (
            "{n} records dated after the day of the review were left out.",
            "{n} enregistrements postérieurs à la date du bilan ont été laissés de côté.",
            "{n} gegevens van na de datum van de doorlichting zijn weggelaten.",
        ),
        NoteCode::TiesOfFormerPartners => (
            "{n} ties with stakeholders who do not take part on the day of the review were left out.",
            "{n} liens avec des parties prenantes qui ne participent pas au jour du bilan ont été laissés de côté.",
            "{n} banden met belanghebbenden die op de dag van de doorlichting niet meedoen, zijn weggelaten.",
        ),
        NoteCode::AttendanceWithoutChannel => (
            "{n} rows of attendance are at events without a channel and count for no meeting of the partners.",
            "{n} lignes de présence concernent des événements sans canal et ne comptent pour aucune réunion des partenaires.",
            "{n} rijen aanwezigheid gaan over gebeurtenissen zonder kanaal en tellen voor geen overleg van de partners.",
        ),
        NoteCode::UnknownFindings => (
            "{n} actions name a finding that does not exist; check how it is written.",
            "{n} actions nomment un constat qui n’existe pas\u{a0}; vérifiez comment il est écrit.",
            "{n} acties noemen een bevinding die niet bestaat; kijk na hoe ze geschreven is.",
        ),
        NoteCode::JoinedAfterFirstContribution => (
            "{n} stakeholders joined after the first contribution: less than the agreed share is not held against them.",
            "{n} parties prenantes ont rejoint après le premier apport\u{a0}: moins que la part convenue ne leur est pas reproché.",
            "{n} belanghebbenden traden toe na de eerste bijdrage: minder dan het afgesproken aandeel wordt hun niet aangerekend.",
        ),
        NoteCode::UnitsDiffer => (
            "Cannot be computed: amounts in several units ({units}) and no agreed rate between them.",
            "Calcul impossible\u{a0}: des montants en plusieurs unités ({units}) sans taux convenu.",
            "Niet te berekenen: bedragen in verschillende eenheden ({units}) zonder afgesproken koers.",
        ),
        NoteCode::NothingGiven => (
            "Cannot be computed: nothing was recorded as given.",
            "Calcul impossible\u{a0}: aucun apport n’est enregistré.",
            "Niet te berekenen: er is geen bijdrage geregistreerd.",
        ),
        NoteCode::OneContributor => (
            "A single stakeholder carries the whole: a spread cannot be computed.",
            "Une seule partie prenante porte le tout\u{a0}: la dispersion ne peut pas être calculée.",
            "Eén belanghebbende draagt alles: een spreiding is niet te berekenen.",
        ),
        NoteCode::MedianNotReached => (
            "The median is not reached: {ended} of {n} have ended so far.",
            "La médiane n’est pas atteinte\u{a0}: {ended} sur {n} ont pris fin à ce jour.",
            "De mediaan is niet bereikt: {ended} van {n} zijn tot nu toe geëindigd.",
        ),
        NoteCode::NobodyAtRisk => (
            "Cannot be computed: there is no case to follow.",
            "Calcul impossible\u{a0}: aucun cas à suivre.",
            "Niet te berekenen: er is geen geval om te volgen.",
        ),
        NoteCode::RiskSetEmptied => (
            "All who were there had left before others joined: from there on the curve says nothing.",
            "Tous les présents étaient partis avant l’arrivée des suivants\u{a0}: à partir de là, la courbe ne dit plus rien.",
            "Wie er was, was weg voor anderen kwamen: vanaf daar zegt de curve niets meer.",
        ),
        NoteCode::NothingEnded => (
            "Cannot be compared: nobody has left.",
            "Comparaison impossible\u{a0}: personne n’est parti.",
            "Niet te vergelijken: niemand is vertrokken.",
        ),
        NoteCode::OneGroup => (
            "Cannot be compared: there is only one group.",
            "Comparaison impossible\u{a0}: il n’y a qu’un seul groupe.",
            "Niet te vergelijken: er is maar één groep.",
        ),
        NoteCode::FewCases => (
            "Only {n} cases: every figure moves much with each of them.",
            "Seulement {n} cas\u{a0}: chaque chiffre bouge beaucoup avec chacun d’eux.",
            "Slechts {n} gevallen: elk cijfer verschuift sterk met elk geval.",
        ),
        NoteCode::JoiningUnknown => (
            "{n} stakeholders without a day of joining were left out.",
            "{n} parties prenantes sans date d’adhésion ont été laissées de côté.",
            "{n} belanghebbenden zonder startdatum zijn weggelaten.",
        ),
        NoteCode::DescribedOnly => (
            "This describes what was recorded. It does not show that thanks make partners stay.",
            "Ceci décrit ce qui a été enregistré. Cela ne montre pas que les remerciements font rester les partenaires.",
            "Dit beschrijft wat geregistreerd is. Het toont niet dat waardering partners doet blijven.",
        ),
        NoteCode::RejoinedCounted => (
            "{n} stays are second or later ones: who left and came back counts once per stay.",
            "{n} séjours sont des retours\u{a0}: qui est parti puis revenu compte une fois par séjour.",
            "{n} periodes zijn een terugkeer: wie vertrok en terugkwam telt per periode.",
        ),
        NoteCode::NoAgreement => (
            "No shares were agreed for this.",
            "Aucune part n’a été convenue à ce sujet.",
            "Hierover zijn geen aandelen afgesproken.",
        ),
        NoteCode::AgreedForWhole => (
            "The agreed shares shown here are those of the whole load; a gap in one kind of contribution is no finding.",
            "Les parts convenues montrées ici sont celles de la charge totale\u{a0}; un écart dans un seul type d’apport n’est pas un constat.",
            "De afgesproken aandelen hier zijn die van de hele last; een verschil in één soort bijdrage is geen bevinding.",
        ),
        NoteCode::ConvertedUnits => (
            "{units} were counted in {to} by the agreed rates.",
            "{units}\u{a0}: compté en {to} selon les taux convenus.",
            "{units} zijn volgens de afgesproken koers geteld in {to}.",
        ),
        NoteCode::OneOrganisation => (
            "Only one organisation answered here, so how far organisations differ cannot be told.",
            "Une seule organisation a répondu ici : on ne peut pas dire à quel point les organisations diffèrent.",
            "Hier antwoordde maar één organisatie; hoever organisaties uiteenlopen is niet te zeggen.",
        ),
        NoteCode::NoSpread => (
            "All answers here are alike. A standard error of 0 would claim to be certain, so there is no interval.",
            "Toutes les réponses sont ici identiques. Une erreur type de 0 prétendrait à la certitude : il n’y a donc pas d’intervalle.",
            "Alle antwoorden zijn hier gelijk. Een standaardfout van 0 zou zekerheid voorwenden; er is daarom geen interval.",
        ),
        NoteCode::NoAnswerRange => (
            "The plan does not say which answers are possible, so agreement cannot be held against chance.",
            "Le plan ne dit pas quelles réponses sont possibles : l’accord ne peut pas être comparé au hasard.",
            "Het plan zegt niet welke antwoorden mogelijk zijn; eensgezindheid is niet met toeval te vergelijken.",
        ),
        NoteCode::OnePersonEach => (
            "No organisation has two people who answered, so agreement within organisations cannot be told.",
            "Aucune organisation ne compte deux personnes ayant répondu : l’accord au sein des organisations ne peut être établi.",
            "Geen enkele organisatie heeft twee mensen die antwoordden; eensgezindheid binnen organisaties is niet te bepalen.",
        ),
        NoteCode::NoOrganisationTwice => (
            "No organisation answered in both waves, so change cannot be told.",
            "Aucune organisation n’a répondu aux deux vagues : on ne peut rien dire d’une évolution.",
            "Geen enkele organisatie antwoordde in beide metingen; over verandering is niets te zeggen.",
        ),
        NoteCode::NotPaired => (
            "Organisations that answered only now ({now}) or only before ({before}) are not in the change.",
            "Les organisations n’ayant répondu que cette fois ({now}) ou que la fois précédente ({before}) ne comptent pas dans l’évolution.",
            "Organisaties die alleen nu ({now}) of alleen de vorige keer ({before}) antwoordden, tellen niet mee in de verandering.",
        ),
        NoteCode::OrganisationsAsSample => (
            "Intervals run over organisations and take them for a sample of those that might sit at the table; where all of them answered, the intervals are wide rather than narrow.",
            "Les intervalles portent sur les organisations, considérées comme un échantillon de celles qui pourraient participer ; si toutes ont répondu, ils sont plutôt trop larges que trop étroits.",
            "Intervallen lopen over organisaties, gezien als een steekproef van wie aan tafel zou kunnen zitten; waar ze allemaal antwoordden, zijn ze eerder te breed dan te smal.",
        ),
        NoteCode::ItemWithoutAnswers => {
            ("Nobody answered {item}.", "Personne n’a répondu à {item}.", "Niemand beantwoordde {item}.")
        }
        NoteCode::RowsLeftOut => (
            "{n} rows have no value in column {column} and were left out.",
            "{n} lignes n’ont pas de valeur dans la colonne {column} et ont été laissées de côté.",
            "{n} rijen hebben geen waarde in kolom {column} en zijn weggelaten.",
        ),
        NoteCode::FewOrganisations => (
            "Hidden: it rests on fewer than {minimum} organisations, or one of them would stand out.",
            "Masqué : repose sur moins de {minimum} organisations, ou l’une d’elles serait reconnaissable.",
            "Verborgen: berust op minder dan {minimum} organisaties, of één ervan zou te herkennen zijn.",
        ),
        NoteCode::HiddenUnanimous => (
            "Hidden: all organisations said the same, so the figure would be what each of them said.",
            "Masqué : toutes les organisations ont dit la même chose, le chiffre serait celui de chacune.",
            "Verborgen: alle organisaties zeiden hetzelfde; het cijfer zou dat van elk van hen zijn.",
        ),
        NoteCode::SameScale => (
            "The comparison takes both sides to have answered the same question on the same scale.",
            "La comparaison suppose que les deux côtés ont répondu à la même question sur la même échelle.",
            "De vergelijking gaat ervan uit dat beide kanten dezelfde vraag op dezelfde schaal beantwoordden.",
        ),
        NoteCode::EstimatedTotals => (
            "Some known totals are estimates themselves; their errors are part of the errors given.",
            "Certains totaux connus sont eux-mêmes des estimations ; leurs erreurs font partie des erreurs données.",
            "Sommige bekende totalen zijn zelf schattingen; hun fouten zitten in de gegeven fouten.",
        ),
        NoteCode::WeightsTrimmed => (
            "{n} weights were cut or raised to the limits: errors become smaller, but figures may lie to one side.",
            "{n} poids ont été ramenés aux limites : les erreurs diminuent, mais les chiffres peuvent être biaisés.",
            "{n} gewichten zijn tot de grenzen teruggebracht: de fouten worden kleiner, maar cijfers kunnen vertekend zijn.",
        ),
        NoteCode::CellsJoined => (
            "{n} cells were made by joining cells with few respondents.",
            "{n} cellules réunissent des cellules qui ont peu de répondants.",
            "{n} cellen zijn samengevoegd uit cellen met weinig respondenten.",
        ),
        NoteCode::ReplicatesNotAdjusted => (
            "In {n} replicates the weights could not be adjusted again; they were left out, so the error may be too small.",
            "Dans {n} réplications, les poids n’ont pas pu être ajustés à nouveau ; elles sont laissées de côté et l’erreur \
             peut être trop petite.",
            "In {n} replicaties konden de gewichten niet opnieuw worden aangepast; ze zijn weggelaten en de fout kan te \
             klein zijn.",
        ),
        NoteCode::NoCovariance => (
            "How these figures vary together is not known, so the error of the difference cannot be given.",
            "On ne sait pas comment ces chiffres varient ensemble : l’erreur de la différence ne peut être donnée.",
            "Hoe deze cijfers samen schommelen is niet bekend; de fout van het verschil is niet te geven.",
        ),
        NoteCode::BorrowedStrength => (
            "{own} % of this figure is the area’s own survey; {borrowed} % is borrowed from what areas with the same {covariates} have.",
            "{own} % de ce chiffre vient de l’enquête dans la zone même ; {borrowed} % est emprunté aux zones ayant les mêmes {covariates}.",
            "{own} % van dit cijfer is de eigen enquête van het gebied; {borrowed} % is geleend van wat gebieden met dezelfde {covariates} hebben.",
        ),
        NoteCode::SyntheticFigure => (
            "The area’s own survey adds nothing here: the whole figure is borrowed from what areas with the same {covariates} have. What is special about this area does not show.",
            "L’enquête dans la zone même n’apporte rien ici : tout le chiffre est emprunté aux zones ayant les mêmes {covariates}. Ce qui est propre à cette zone n’apparaît pas.",
            "De eigen enquête van het gebied voegt hier niets toe: het hele cijfer is geleend van wat gebieden met dezelfde {covariates} hebben. Wat bijzonder is aan dit gebied is niet te zien.",
        ),
        NoteCode::NoAreaVariance => (
            "The survey shows no differences between areas beyond sampling and {covariates}: every figure is what areas with the same {covariates} have. That does not prove that there are none.",
            "L’enquête ne montre aucune différence entre zones au-delà de l’échantillonnage et de {covariates} : chaque chiffre est celui des zones ayant les mêmes {covariates}. Cela ne prouve pas qu’il n’y en a pas.",
            "De enquête toont geen verschillen tussen gebieden buiten steekproef en {covariates}: elk cijfer is wat gebieden met dezelfde {covariates} hebben. Dat bewijst niet dat er geen zijn.",
        ),
        NoteCode::AreasCorrelated => (
            "The areas’ own figures go together (correlation up to {correlation}), as where a stratum or cluster reaches over several areas. The model takes them to be independent: read the errors with care.",
            "Les chiffres propres des zones sont liés (corrélation jusqu’à {correlation}), comme lorsqu’une strate ou une grappe couvre plusieurs zones. Le modèle les suppose indépendants : lisez les erreurs avec prudence.",
            "De eigen cijfers van de gebieden hangen samen (correlatie tot {correlation}), zoals waar een stratum of cluster over meer gebieden reikt. Het model neemt ze als onafhankelijk: lees de fouten met zorg.",
        ),
        NoteCode::AreaStandsApart => (
            "The area’s own survey lies {deviations} standard deviations from what its covariates tell: look at it before you use the figure.",
            "L’enquête dans la zone même s’écarte de {deviations} écarts types de ce qu’indiquent les covariables : examinez-la avant d’utiliser le chiffre.",
            "De eigen enquête van het gebied ligt {deviations} standaardafwijkingen van wat de covariaten zeggen: bekijk die voordat u het cijfer gebruikt.",
        ),
        NoteCode::ShareOutside => (
            "The modelled share lies outside 0 to 100 %: the model does not fit here.",
            "La part modélisée sort de l’intervalle de 0 à 100 % : le modèle ne convient pas ici.",
            "Het gemodelleerde aandeel ligt buiten 0 tot 100 %: het model past hier niet.",
        ),
        NoteCode::SmoothedVariances => (
            "The sampling variances of the areas were smoothed: one variance per answer for all areas.",
            "Les variances d’échantillonnage des zones ont été lissées : une même variance par réponse pour toutes les zones.",
            "De steekproefvarianties van de gebieden zijn gladgestreken: één variantie per antwoord voor alle gebieden.",
        ),
        NoteCode::BenchmarkedByRatio => (
            "All figures were multiplied by one factor so that together they give the survey’s figure for the whole.",
            "Tous les chiffres ont été multipliés par un même facteur pour donner ensemble le chiffre de l’enquête pour le tout.",
            "Alle cijfers zijn met één factor vermenigvuldigd zodat ze samen het cijfer van de enquête voor het geheel geven.",
        ),
        NoteCode::BenchmarkedByDifference => (
            "The same amount was added to all figures so that together they give the survey’s figure for the whole.",
            "Un même montant a été ajouté à tous les chiffres pour donner ensemble le chiffre de l’enquête pour le tout.",
            "Bij alle cijfers is hetzelfde bedrag opgeteld zodat ze samen het cijfer van de enquête voor het geheel geven.",
        ),
    }
}
