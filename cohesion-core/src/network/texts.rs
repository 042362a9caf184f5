//! The texts of networks: what results, figures and columns are called.

use crate::message::{Count, Language, Name, Share, texts, word_of};

texts! {
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
