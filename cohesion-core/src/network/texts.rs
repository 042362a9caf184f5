//! The texts of networks: what is said of them, and what results, figures and columns are called.

use crate::message::{Count, Language, Name, Percent, Share, texts, word_of};

texts! {
    /// Too few partners answered for measures of the whole pattern.
    note completion_too_low(percent: Percent, least: Percent) {
        en "Only {percent} of the partners answered; measures of the whole pattern are computed from {least} up.",
        fr "Seuls {percent} des partenaires ont répondu ; les mesures de l’ensemble du réseau sont calculées à partir de {least}.",
        nl "Slechts {percent} van de partners heeft geantwoord; maten van het hele netwerk worden berekend vanaf {least}.",
    }
    /// Partners who did not answer: their ties to others are unknown.
    note non_respondents(n: Count, of: Count) {
        en "{n} of {of} {of|partner|partners} did not answer: their ties to others are unknown, not absent. Figures without bounds are those of the stated ties.",
        fr "{n} {n|partenaire|partenaires} sur {of} {n|n’a|n’ont} pas répondu : {n|ses|leurs} liens vers les autres sont inconnus, pas absents. Les chiffres sans bornes sont ceux des liens déclarés.",
        nl "{n} van {of} {of|partner|partners} {n|heeft|hebben} niet geantwoord: {n|de|hun} banden met anderen zijn onbekend, niet afwezig. Cijfers zonder grenzen gelden voor de genoemde banden.",
    }
    /// A measure that needs more partners.
    note too_few_partners(needed: Count, n: Count) {
        en "This is defined for {needed} {needed|partner|partners} or more; here there {n|is|are} {n}.",
        fr "Ceci est défini à partir de {needed} {needed|partenaire|partenaires} ; il y en a {n} ici.",
        nl "Dit is gedefinieerd vanaf {needed} {needed|partner|partners}; hier {n|is er|zijn er} {n}.",
    }
    /// Ties that were not stated in each of the kinds that were put together.
    note stated_in_some_kinds(n: Count, kinds: Count) {
        en "{n} {n|tie was|ties were} not stated in {kinds|the one kind|all {kinds} kinds}; each has its mean over those in which it was.",
        fr "{n} {n|lien n’a pas été indiqué|liens n’ont pas été indiqués} dans {kinds|le seul type|les {kinds} types} ; chacun a sa moyenne sur ceux où il l’a été.",
        nl "{n} {n|band is|banden zijn} niet in {kinds|die ene soort|alle {kinds} soorten} genoemd; elk heeft zijn gemiddelde over die waarin dat wel zo was.",
    }
    /// Partners rated by fewer than can be shown.
    note too_few_raters(minimum: Count, n: Count) {
        en "Partners rated by fewer than {minimum} {minimum|other|others}, whose mean is not shown: {n}.",
        fr "Partenaires évalués par moins de {minimum} {minimum|autre|autres}, dont la moyenne n’est pas montrée : {n}.",
        nl "Partners die door minder dan {minimum} {minimum|ander|anderen} werden beoordeeld en van wie het gemiddelde niet getoond wordt: {n}.",
    }
    /// A measure that is not computed for so many partners.
    note too_many_partners(n: Count, most: Count) {
        en "This is computed for up to {most} {most|partner|partners}; here there {n|is|are} {n}.",
        fr "Ceci est calculé jusqu’à {most} {most|partenaire|partenaires} ; il y en a {n} ici.",
        nl "Dit wordt berekend tot {most} {most|partner|partners}; hier {n|is er|zijn er} {n}.",
    }
    /// There is no tie to measure.
    note no_ties() {
        en "There is no tie here, so this is not defined.",
        fr "Il n’y a aucun lien ici : ceci n’est pas défini.",
        nl "Er is hier geen enkele band; dit is niet gedefinieerd.",
    }
    /// All pairs are alike: tied, or not tied, with the same weight.
    note no_contrast() {
        en "All pairs are alike here, so there is nothing to set one against the other.",
        fr "Toutes les paires sont identiques ici : il n’y a rien à comparer.",
        nl "Alle paren zijn hier gelijk; er valt niets tegenover elkaar te zetten.",
    }
    /// Classical closeness is not defined for partners who do not reach all others.
    note not_all_reached() {
        en "Some partners do not reach all others: classical closeness is not defined for them. Harmonic closeness is.",
        fr "Certains partenaires n’atteignent pas tous les autres : la proximité classique n’est pas définie pour eux. La proximité harmonique l’est.",
        nl "Sommige partners bereiken niet alle anderen: klassieke nabijheid is voor hen niet gedefinieerd. Harmonische nabijheid wel.",
    }
    /// No tie lies on a closed way, so there is no eigenvector centrality.
    note no_closed_way() {
        en "No tie lies on a way that returns to its start, so eigenvector centrality is not defined.",
        fr "Aucun lien ne se trouve sur un chemin qui revient à son départ : la centralité de vecteur propre n’est pas définie.",
        nl "Geen enkele band ligt op een weg die naar zijn begin terugkeert; eigenvectorcentraliteit is niet gedefinieerd.",
    }
    /// Separate parts share the largest eigenvalue, so that eigenvector centrality is not one.
    note eigenvector_not_unique() {
        en "Separate parts of the network are equally strong, so eigenvector centrality is not defined.",
        fr "Des parties séparées du réseau sont aussi fortes l’une que l’autre : la centralité de vecteur propre n’est pas définie.",
        nl "Aparte delen van het netwerk zijn even sterk; eigenvectorcentraliteit is niet gedefinieerd.",
    }
    /// Rows with weight 0 were taken as no tie.
    note zero_weight_ties(n: Count) {
        en "{n} {n|row has|rows have} weight 0 and {n|was|were} taken as no tie.",
        fr "{n} {n|ligne a un poids nul et a été comptée|lignes ont un poids nul et ont été comptées} comme une absence de lien.",
        nl "{n} {n|rij heeft gewicht 0 en is|rijen hebben gewicht 0 en zijn} als geen band geteld.",
    }
    /// Rows that say the same of the same pair again.
    note repeated_ties(n: Count) {
        en "{n} {n|row repeats|rows repeat} a tie that an earlier row states; each tie was counted once.",
        fr "{n} {n|ligne répète|lignes répètent} un lien déjà énoncé ; chaque lien a été compté une fois.",
        nl "{n} {n|rij herhaalt|rijen herhalen} een band die een eerdere rij al noemt; elke band is één keer geteld.",
    }
    /// An undirected network holds one view of a pair: nothing can be disputed.
    note one_view_per_pair() {
        en "Each pair has one view here: whether the two agree cannot be seen. Read each one’s answers as directed ties.",
        fr "Chaque paire n’a qu’un point de vue ici : on ne voit pas si les deux sont d’accord. Lisez les réponses de chacun comme des liens orientés.",
        nl "Elk paar heeft hier één zienswijze: of beiden het eens zijn is niet te zien. Lees ieders antwoorden als gerichte banden.",
    }
    /// Partners without a group were left out.
    note no_group(n: Count) {
        en "{n} {n|partner has no group and was|partners have no group and were} left out.",
        fr "{n} {n|partenaire sans groupe a été laissé|partenaires sans groupe ont été laissés} de côté.",
        nl "{n} {n|partner zonder groep is|partners zonder groep zijn} buiten beschouwing gelaten.",
    }
    /// Every arrangement was looked at.
    note exact_permutation(n: Count) {
        en "{n|The only arrangement was|All {n} arrangements were} looked at: the p-value is exact.",
        fr "{n|Le seul arrangement a été examiné|Les {n} arrangements ont tous été examinés} : la valeur p est exacte.",
        nl "{n|De enige schikking is|Alle {n} schikkingen zijn} bekeken: de p-waarde is exact.",
    }
    /// Random arrangements were looked at.
    note random_permutation(n: Count) {
        en "The p-value is from {n} random {n|arrangement|arrangements}, the observed one counted with them.",
        fr "La valeur p vient de {n} {n|arrangement|arrangements} au hasard, celui qui est observé étant compté avec eux.",
        nl "De p-waarde komt van {n} willekeurige {n|schikking|schikkingen}, de waargenomen meegeteld.",
    }
    /// Brokerage roles in an undirected network: every tie leads both ways.
    note undirected_roles() {
        en "Ties lead both ways here: gatekeepers and representatives are the same, and no distance from chance is given.",
        fr "Les liens vont dans les deux sens ici : gardiens et représentants se confondent, et aucun écart au hasard n’est donné.",
        nl "Banden gaan hier beide kanten op: poortwachters en vertegenwoordigers vallen samen, en er is geen afstand tot het toeval.",
    }
    /// The best of many starts, not proven the best of all.
    note best_of_starts(n: Count, percent: Percent) {
        en "This is the best of {n} {n|start|starts}, reached by {percent} of them; it is not proven the best of all.",
        fr "C’est le meilleur de {n} {n|départ|départs}, atteint par {percent} d’entre eux ; il n’est pas prouvé qu’il soit le meilleur de tous.",
        nl "Dit is het beste van {n} {n|start|starts}, bereikt door {percent} ervan; dat het het beste van alle is, is niet bewezen.",
    }
    /// One start says nothing of stability.
    note one_start() {
        en "One start says nothing of how stable the result is.",
        fr "Un seul départ ne dit rien de la stabilité du résultat.",
        nl "Eén start zegt niets over de stabiliteit van het resultaat.",
    }
    /// The worst case was sought step by step, the average is that of random draws.
    note greedy_search(n: Count) {
        en "There are too many choices to look at all: the worst case was sought step by step and may not be the worst, the average is from {n} {n|draw|draws}.",
        fr "Il y a trop de choix pour les examiner tous : le pire cas a été cherché pas à pas et n’est peut-être pas le pire, la moyenne vient de {n} {n|tirage|tirages}.",
        nl "Er zijn te veel keuzes om alle te bekijken: het ergste geval is stap voor stap gezocht en is misschien niet het ergste, het gemiddelde komt van {n} {n|trekking|trekkingen}.",
    }
    /// Two networks of different partners: those of both were compared.
    note different_partners(a: Count, b: Count, n: Count) {
        en "{a} {a|partner is|partners are} in the first network only and {b} in the second only; only the {n} in both {n|was|were} compared.",
        fr "{a} {a|partenaire n’est|partenaires ne sont} que dans le premier réseau et {b} que dans le second ; {n|seul le {n} partenaire commun a été comparé|seuls les {n} partenaires communs ont été comparés}.",
        nl "{a} {a|partner staat|partners staan} alleen in het eerste netwerk en {b} alleen in het tweede; alleen de {n} {n|gemeenschappelijke is|gemeenschappelijke zijn} vergeleken.",
    }
    /// Partners who did not answer in both networks were left out.
    note answered_once(n: Count) {
        en "{n} {n|partner|partners} did not answer in both networks and {n|was|were} left out.",
        fr "{n} {n|partenaire n’a pas répondu|partenaires n’ont pas répondu} dans les deux réseaux et {n|a été laissé|ont été laissés} de côté.",
        nl "{n} {n|partner heeft|partners hebben} niet in beide netwerken geantwoord en {n|is|zijn} buiten beschouwing gelaten.",
    }
    /// A range over seeded completions of the missing answers.
    note range_of_completions(n: Count) {
        en "The ranges are where the middle 90% of {n} {n|completion|completions} lie. They are no confidence intervals.",
        fr "Les étendues sont celles des 90 % centraux de {n} {n|complétion|complétions}. Ce ne sont pas des intervalles de confiance.",
        nl "De bereiken zijn waar de middelste 90% van {n} {n|aanvulling|aanvullingen} liggen. Het zijn geen betrouwbaarheidsintervallen.",
    }
    word summary { en "Network", fr "Réseau", nl "Netwerk" }
    word centrality {
        en "Centrality of each partner",
        fr "Centralité de chaque partenaire",
        nl "Centraliteit van elke partner",
    }
    word pairs {
        en "What the two of a pair say",
        fr "Ce que disent les deux d’une paire",
        nl "Wat beiden van een paar zeggen",
    }
    word received {
        en "What partners say of each other",
        fr "Ce que les partenaires disent les uns des autres",
        nl "Wat partners van elkaar zeggen",
    }
    word raters { en "Raters", fr "Évaluateurs", nl "Beoordelaars" }
    word mean { en "Mean", fr "Moyenne", nl "Gemiddelde" }
    word ratings { en "Ratings", fr "Évaluations", nl "Beoordelingen" }
    word partners_rated {
        en "Partners with a mean",
        fr "Partenaires avec une moyenne",
        nl "Partners met een gemiddelde",
    }
    word mean_received { en "Mean over partners", fr "Moyenne des partenaires", nl "Gemiddelde over partners" }
    word mixing {
        en "Ties within and between groups",
        fr "Liens dans et entre les groupes",
        nl "Banden binnen en tussen groepen",
    }
    word brokerage { en "Brokerage roles", fr "Rôles d’intermédiaire", nl "Bemiddelingsrollen" }
    word core_periphery { en "Core and periphery", fr "Centre et périphérie", nl "Kern en periferie" }
    word loss {
        en "What breaks when some go",
        fr "Ce qui se rompt quand certains partent",
        nl "Wat breekt als er wegvallen",
    }
    word layout { en "Places on the map", fr "Places sur la carte", nl "Plaatsen op de kaart" }
    word correlate { en "Agreement of two networks", fr "Accord de deux réseaux", nl "Overeenkomst van twee netwerken" }
    word compare { en "Two waves", fr "Deux vagues", nl "Twee metingen" }
    word completions {
        en "If the missing answers were known",
        fr "Si les réponses manquantes étaient connues",
        nl "Als de ontbrekende antwoorden bekend waren",
    }
    word two_mode_summary { en "Partners and activities", fr "Partenaires et activités", nl "Partners en activiteiten" }
    word two_mode_centrality {
        en "Partners and activities, each",
        fr "Partenaires et activités, un à un",
        nl "Partners en activiteiten, elk apart",
    }
    word two_mode_overlap { en "Who does things together", fr "Qui agit ensemble", nl "Wie samen dingen doet" }
    word node { en "Partner", fr "Partenaire", nl "Partner" }
    word a { en "One", fr "L’un", nl "De een" }
    word b { en "The other", fr "L’autre", nl "De ander" }
    word from { en "From", fr "De", nl "Van" }
    word to { en "To", fr "À", nl "Naar" }
    word lost { en "Lost", fr "Perdus", nl "Verloren" }
    word worst { en "In the worst case", fr "Dans le pire cas", nl "In het ergste geval" }
    word mode { en "Kind", fr "Genre", nl "Soort" }
    word measure { en "Measure", fr "Mesure", nl "Maat" }
    word value { en "Value", fr "Valeur", nl "Waarde" }
    word low { en "From", fr "De", nl "Van" }
    word high { en "To", fr "À", nl "Tot" }
    word span { en "What the range is", fr "Nature de l’étendue", nl "Wat het bereik is" }
    word expected { en "By chance", fr "Par hasard", nl "Bij toeval" }
    word sd { en "Standard deviation", fr "Écart type", nl "Standaardafwijking" }
    word p { en "p", fr "p", nl "p" }
    word bounds { en "whatever is missing", fr "quoi qu’il manque", nl "wat er ook ontbreekt" }
    word span_completions {
        en "middle 90% of completions",
        fr "90 % centraux des complétions",
        nl "middelste 90% van aanvullingen",
    }
    word interval { en "95% interval", fr "intervalle à 95 %", nl "95%-interval" }
    word partners { en "Partners", fr "Partenaires", nl "Partners" }
    word activities { en "Activities", fr "Activités", nl "Activiteiten" }
    word ties { en "Ties", fr "Liens", nl "Banden" }
    word answered { en "Answered", fr "Ont répondu", nl "Hebben geantwoord" }
    word completion { en "Share that answered", fr "Part ayant répondu", nl "Aandeel dat antwoordde" }
    word density { en "Density", fr "Densité", nl "Dichtheid" }
    word reciprocity { en "Ties that are returned", fr "Liens rendus", nl "Beantwoorde banden" }
    word confirmed_pairs {
        en "Tied pairs of which both say so",
        fr "Paires liées où les deux le disent",
        nl "Verbonden paren waarvan beiden dat zeggen",
    }
    word components { en "Parts that hang together", fr "Parties d’un seul tenant", nl "Samenhangende delen" }
    word components_strong {
        en "Parts with ways in both directions",
        fr "Parties avec chemins dans les deux sens",
        nl "Delen met wegen in beide richtingen",
    }
    word largest_component {
        en "Share in the largest part",
        fr "Part dans la plus grande partie",
        nl "Aandeel in het grootste deel",
    }
    word isolates { en "Partners without a tie", fr "Partenaires sans lien", nl "Partners zonder band" }
    word cut_points {
        en "Partners who alone hold parts together",
        fr "Partenaires qui seuls relient des parties",
        nl "Partners die alleen delen bijeenhouden",
    }
    word bridges {
        en "Ties that alone hold parts together",
        fr "Liens qui seuls relient des parties",
        nl "Banden die alleen delen bijeenhouden",
    }
    word core_highest { en "Highest core", fr "Cœur le plus élevé", nl "Hoogste kern" }
    word centralisation_degree { en "Centralisation: degree", fr "Centralisation : degré", nl "Centralisatie: graad" }
    word centralisation_degree_in {
        en "Centralisation: named by others",
        fr "Centralisation : cité par d’autres",
        nl "Centralisatie: genoemd door anderen",
    }
    word centralisation_degree_out {
        en "Centralisation: naming others",
        fr "Centralisation : citant d’autres",
        nl "Centralisatie: anderen noemend",
    }
    word centralisation_closeness {
        en "Centralisation: closeness",
        fr "Centralisation : proximité",
        nl "Centralisatie: nabijheid",
    }
    word centralisation_closeness_out {
        en "Centralisation: closeness to others",
        fr "Centralisation : proximité aux autres",
        nl "Centralisatie: nabijheid tot anderen",
    }
    word centralisation_closeness_in {
        en "Centralisation: closeness of others",
        fr "Centralisation : proximité des autres",
        nl "Centralisatie: nabijheid van anderen",
    }
    word centralisation_betweenness {
        en "Centralisation: betweenness",
        fr "Centralisation : intermédiarité",
        nl "Centralisatie: tussenpositie",
    }
    word centralisation_eigenvector {
        en "Centralisation: eigenvector",
        fr "Centralisation : vecteur propre",
        nl "Centralisatie: eigenvector",
    }
    word degree { en "Ties", fr "Liens", nl "Banden" }
    word degree_in { en "Named by", fr "Cité par", nl "Genoemd door" }
    word degree_out { en "Names", fr "Cite", nl "Noemt" }
    word degree_low { en "Ties, at least", fr "Liens, au moins", nl "Banden, minstens" }
    word degree_high { en "Ties, at most", fr "Liens, au plus", nl "Banden, hoogstens" }
    word degree_in_low { en "Named by, at least", fr "Cité par, au moins", nl "Genoemd door, minstens" }
    word degree_in_high { en "Named by, at most", fr "Cité par, au plus", nl "Genoemd door, hoogstens" }
    word degree_out_low { en "Names, at least", fr "Cite, au moins", nl "Noemt, minstens" }
    word degree_out_high { en "Names, at most", fr "Cite, au plus", nl "Noemt, hoogstens" }
    word degree_share { en "Share of the other kind", fr "Part de l’autre genre", nl "Aandeel van de andere soort" }
    word strength { en "Strength", fr "Force", nl "Sterkte" }
    word strength_in { en "Strength received", fr "Force reçue", nl "Ontvangen sterkte" }
    word strength_out { en "Strength given", fr "Force donnée", nl "Gegeven sterkte" }
    word harmonic { en "Harmonic closeness", fr "Proximité harmonique", nl "Harmonische nabijheid" }
    word harmonic_in {
        en "Harmonic closeness of others",
        fr "Proximité harmonique des autres",
        nl "Harmonische nabijheid van anderen",
    }
    word harmonic_out {
        en "Harmonic closeness to others",
        fr "Proximité harmonique aux autres",
        nl "Harmonische nabijheid tot anderen",
    }
    word closeness { en "Closeness", fr "Proximité", nl "Nabijheid" }
    word closeness_in { en "Closeness of others", fr "Proximité des autres", nl "Nabijheid van anderen" }
    word closeness_out { en "Closeness to others", fr "Proximité aux autres", nl "Nabijheid tot anderen" }
    word betweenness { en "Betweenness", fr "Intermédiarité", nl "Tussenpositie" }
    word betweenness_share { en "Betweenness, share", fr "Intermédiarité, part", nl "Tussenpositie, aandeel" }
    word betweenness_weighted { en "Betweenness, weighted", fr "Intermédiarité, pondérée", nl "Tussenpositie, gewogen" }
    word eigenvector { en "Eigenvector", fr "Vecteur propre", nl "Eigenvector" }
    word eigenvector_in { en "Eigenvector, named", fr "Vecteur propre, cité", nl "Eigenvector, genoemd" }
    word eigenvector_out { en "Eigenvector, naming", fr "Vecteur propre, citant", nl "Eigenvector, noemend" }
    word core { en "Core", fr "Cœur", nl "Kern" }
    word component { en "Part", fr "Partie", nl "Deel" }
    word cut_point { en "Alone holds parts together", fr "Relie seul des parties", nl "Houdt alleen delen bijeen" }
    word stated_a { en "Said by the one", fr "Dit par l’un", nl "Gezegd door de een" }
    word stated_b { en "Said by the other", fr "Dit par l’autre", nl "Gezegd door de ander" }
    word confirmed { en "Both say so", fr "Les deux le disent", nl "Beiden zeggen het" }
    word disputed { en "Only one says so", fr "Un seul le dit", nl "Slechts een zegt het" }
    word cannot_tell { en "Cannot be told", fr "On ne peut le dire", nl "Niet te zeggen" }
    word difference { en "Difference", fr "Différence", nl "Verschil" }
    word mean_difference {
        en "Mean difference of the two views",
        fr "Écart moyen des deux points de vue",
        nl "Gemiddeld verschil van beide zienswijzen",
    }
    word cut_off { en "Partners cut off", fr "Partenaires coupés", nl "Afgesneden partners" }
    word possible { en "Possible", fr "Possibles", nl "Mogelijk" }
    word external { en "Between groups", fr "Entre groupes", nl "Tussen groepen" }
    word internal { en "Within the group", fr "Dans le groupe", nl "Binnen de groep" }
    word ei_index { en "E-I index", fr "Indice E-I", nl "E-I-index" }
    word coordinator { en "Coordinator", fr "Coordinateur", nl "Coördinator" }
    word itinerant { en "Itinerant", fr "Itinérant", nl "Rondtrekkend" }
    word representative { en "Representative", fr "Représentant", nl "Vertegenwoordiger" }
    word gatekeeper { en "Gatekeeper", fr "Gardien", nl "Poortwachter" }
    word liaison { en "Liaison", fr "Liaison", nl "Verbindingspersoon" }
    word total { en "All roles", fr "Tous les rôles", nl "Alle rollen" }
    word modularity { en "Modularity", fr "Modularité", nl "Modulariteit" }
    word communities { en "Communities", fr "Communautés", nl "Gemeenschappen" }
    word community { en "Community", fr "Communauté", nl "Gemeenschap" }
    word proven { en "Proven the best (1: yes)", fr "Meilleur prouvé (1 : oui)", nl "Bewezen het beste (1: ja)" }
    word reached {
        en "Share of starts that reach it",
        fr "Part des départs qui l’atteignent",
        nl "Aandeel starts dat het bereikt",
    }
    word stability { en "Stability", fr "Stabilité", nl "Stabiliteit" }
    word fit { en "Fit", fr "Ajustement", nl "Passing" }
    word core_size { en "Partners in the core", fr "Partenaires du centre", nl "Partners in de kern" }
    word pairs_worst {
        en "Pairs still joined, worst case",
        fr "Paires encore reliées, pire cas",
        nl "Nog verbonden paren, ergste geval",
    }
    word pairs_mean {
        en "Pairs still joined, on average",
        fr "Paires encore reliées, en moyenne",
        nl "Nog verbonden paren, gemiddeld",
    }
    word largest_worst {
        en "Largest part, worst case",
        fr "Plus grande partie, pire cas",
        nl "Grootste deel, ergste geval",
    }
    word largest_mean {
        en "Largest part, on average",
        fr "Plus grande partie, en moyenne",
        nl "Grootste deel, gemiddeld",
    }
    word exact {
        en "All choices looked at (1: yes)",
        fr "Tous les choix examinés (1 : oui)",
        nl "Alle keuzes bekeken (1: ja)",
    }
    word connectedness { en "Connectedness", fr "Connexité", nl "Verbondenheid" }
    word hierarchy { en "Hierarchy", fr "Hiérarchie", nl "Hiërarchie" }
    word efficiency { en "Efficiency", fr "Efficience", nl "Zuinigheid" }
    word least_upper_bounds {
        en "Single nearest superiors",
        fr "Supérieur commun le plus proche",
        nl "Eén naaste gemeenschappelijke meerdere",
    }
    word correlation { en "Correlation", fr "Corrélation", nl "Correlatie" }
    word greater { en "p, greater", fr "p, supérieur", nl "p, groter" }
    word less { en "p, less", fr "p, inférieur", nl "p, kleiner" }
    word kept { en "Ties kept", fr "Liens gardés", nl "Behouden banden" }
    word gone { en "Ties gone", fr "Liens disparus", nl "Verdwenen banden" }
    word new { en "New ties", fr "Nouveaux liens", nl "Nieuwe banden" }
    word density_before { en "Density before", fr "Densité avant", nl "Dichtheid voordien" }
    word density_after { en "Density after", fr "Densité après", nl "Dichtheid nadien" }
    word density_change { en "Change in density", fr "Changement de densité", nl "Verandering in dichtheid" }
    word degree_before { en "Ties before", fr "Liens avant", nl "Banden voordien" }
    word degree_after { en "Ties after", fr "Liens après", nl "Banden nadien" }
    word change { en "Change", fr "Changement", nl "Verandering" }
    word activities_per_partner {
        en "Activities per partner",
        fr "Activités par partenaire",
        nl "Activiteiten per partner",
    }
    word partners_per_activity {
        en "Partners per activity",
        fr "Partenaires par activité",
        nl "Partners per activiteit",
    }
    word carried_alone {
        en "Activities one partner carries alone",
        fr "Activités portées par un seul partenaire",
        nl "Activiteiten die één partner alleen draagt",
    }
    word shared { en "Activities in common", fr "Activités communes", nl "Gemeenschappelijke activiteiten" }
    word shared_share {
        en "Share of the activities of either",
        fr "Part des activités de l’un ou l’autre",
        nl "Aandeel van beider activiteiten",
    }
    word pairs_together {
        en "Share of pairs with an activity in common",
        fr "Part des paires ayant une activité commune",
        nl "Aandeel paren met een gemeenschappelijke activiteit",
    }
    word x { en "x", fr "x", nl "x" }
    word y { en "y", fr "y", nl "y" }
    word map { en "Network map", fr "Carte du réseau", nl "Netwerkkaart" }
    word share_left { en "Share left", fr "Part restante", nl "Overblijvend aandeel" }
    word group { en "Group", fr "Groupe", nl "Groep" }
    word none { en "without group", fr "sans groupe", nl "zonder groep" }
    word partners_lost { en "Partners lost", fr "Partenaires perdus", nl "Verloren partners" }
    word ties_lost { en "Ties lost", fr "Liens perdus", nl "Verloren banden" }

    /// A column that belongs to another: its mean by chance.
    sentence column_by_chance(of: Name) { en "{of}: by chance", fr "{of} : par hasard", nl "{of}: bij toeval" }
    /// A column that belongs to another: how far it is from its mean by chance.
    sentence column_distance(of: Name) {
        en "{of}: distance in standard deviations",
        fr "{of} : distance en écarts types",
        nl "{of}: afstand in standaardafwijkingen",
    }
    /// A partner of the map and its group.
    sentence ties_of(n: Count) { en "{n} {n|tie|ties}", fr "{n} {n|lien|liens}", nl "{n} {n|band|banden}" }
    /// What a map shows, for those who do not see it.
    sentence map_alternative(partners: Count, ties: Count, parts: Count, most: Name, fewest: Name) {
        en "Network map: {partners} {partners|partner|partners}, {ties} {ties|tie|ties}, parts that hang together: {parts}. Most ties: {most}. Fewest: {fewest}.",
        fr "Carte du réseau : {partners} {partners|partenaire|partenaires}, {ties} {ties|lien|liens}, parties d’un seul tenant : {parts}. Le plus de liens : {most}. Le moins : {fewest}.",
        nl "Netwerkkaart: {partners} {partners|partner|partners}, {ties} {ties|band|banden}, samenhangende delen: {parts}. Meeste banden: {most}. Minste: {fewest}.",
    }
    /// How many names a map does not write.
    sentence map_hidden(n: Count) {
        en "Names not written: {n}.", fr "Noms non écrits : {n}.", nl "Niet geschreven namen: {n}.",
    }
    /// How many partners of a map did not answer.
    sentence map_silent(n: Count) {
        en "Partners who did not answer: {n}; their ties to others are not drawn.",
        fr "Partenaires sans réponse : {n} ; leurs liens vers les autres ne sont pas tracés.",
        nl "Partners zonder antwoord: {n}; hun banden met anderen zijn niet getekend.",
    }
    /// What a curve of losses shows.
    sentence loss_alternative(lost: Count, worst: Share, mean: Share, who: Name) {
        en "Pairs still joined, from 100% with none lost: after {lost} lost {worst} in the worst case, {mean} on average. Worst losses: {who}.",
        fr "Paires encore reliées, à partir de 100 % sans perte : après {lost} {lost|perte|pertes} {worst} dans le pire cas, {mean} en moyenne. Pires pertes : {who}.",
        nl "Nog verbonden paren, vanaf 100% zonder verlies: na {lost} {lost|verlies|verliezen} {worst} in het ergste geval, {mean} gemiddeld. Ergste verliezen: {who}.",
    }
}

/// What a code is called; the code itself where it is none of a network.
pub(crate) fn word(code: &str, language: Language) -> &str {
    word_of(TABLE, code, language).unwrap_or(code)
}

/// “Brokerage: by chance”: the name of a column, which may belong to another.
pub(crate) fn column(code: &str, language: Language) -> String {
    match (code.strip_suffix("_expected"), code.strip_suffix("_z")) {
        (Some(of), _) => column_by_chance(word(of, language), language),
        (_, Some(of)) => column_distance(word(of, language), language),
        _ => word(code, language).to_owned(),
    }
}
