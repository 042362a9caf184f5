//! The words of networks: what results, figures and columns are called.

use super::Language;

/// Code, English, French, Dutch.
const WORDS: &[(&str, &str, &str, &str)] = &[
    ("summary", "Network", "Réseau", "Netwerk"),
    ("centrality", "Centrality of each partner", "Centralité de chaque partenaire", "Centraliteit van elke partner"),
    ("pairs", "What the two of a pair say", "Ce que disent les deux d’une paire", "Wat beiden van een paar zeggen"),
    (
        "received",
        "What partners say of each other",
        "Ce que les partenaires disent les uns des autres",
        "Wat partners van elkaar zeggen",
    ),
    ("raters", "Raters", "Évaluateurs", "Beoordelaars"),
    ("mean", "Mean", "Moyenne", "Gemiddelde"),
    ("ratings", "Ratings", "Évaluations", "Beoordelingen"),
    ("partners_rated", "Partners with a mean", "Partenaires avec une moyenne", "Partners met een gemiddelde"),
    ("mean_received", "Mean over partners", "Moyenne des partenaires", "Gemiddelde over partners"),
    ("mixing", "Ties within and between groups", "Liens dans et entre les groupes", "Banden binnen en tussen groepen"),
    ("brokerage", "Brokerage roles", "Rôles d’intermédiaire", "Bemiddelingsrollen"),
    ("core_periphery", "Core and periphery", "Centre et périphérie", "Kern en periferie"),
    ("loss", "What breaks when some go", "Ce qui se rompt quand certains partent", "Wat breekt als er wegvallen"),
    ("layout", "Places on the map", "Places sur la carte", "Plaatsen op de kaart"),
    ("correlate", "Agreement of two networks", "Accord de deux réseaux", "Overeenkomst van twee netwerken"),
    ("compare", "Two waves", "Deux vagues", "Twee metingen"),
    (
        "completions",
        "If the missing answers were known",
        "Si les réponses manquantes étaient connues",
        "Als de ontbrekende antwoorden bekend waren",
    ),
    ("two_mode_summary", "Partners and activities", "Partenaires et activités", "Partners en activiteiten"),
    (
        "two_mode_centrality",
        "Partners and activities, each",
        "Partenaires et activités, un à un",
        "Partners en activiteiten, elk apart",
    ),
    ("two_mode_overlap", "Who does things together", "Qui agit ensemble", "Wie samen dingen doet"),
    ("node", "Partner", "Partenaire", "Partner"),
    ("a", "One", "L’un", "De een"),
    ("b", "The other", "L’autre", "De ander"),
    ("from", "From", "De", "Van"),
    ("to", "To", "À", "Naar"),
    ("lost", "Lost", "Perdus", "Verloren"),
    ("worst", "In the worst case", "Dans le pire cas", "In het ergste geval"),
    ("mode", "Kind", "Genre", "Soort"),
    ("measure", "Measure", "Mesure", "Maat"),
    ("value", "Value", "Valeur", "Waarde"),
    ("low", "From", "De", "Van"),
    ("high", "To", "À", "Tot"),
    ("span", "What the range is", "Nature de l’étendue", "Wat het bereik is"),
    ("expected", "By chance", "Par hasard", "Bij toeval"),
    ("sd", "Standard deviation", "Écart type", "Standaardafwijking"),
    ("p", "p", "p", "p"),
    ("bounds", "whatever is missing", "quoi qu’il manque", "wat er ook ontbreekt"),
    (
        "span_completions",
        "middle 90% of completions",
        "90\u{202f}% centraux des complétions",
        "middelste 90% van aanvullingen",
    ),
    ("interval", "95% interval", "intervalle à 95\u{202f}%", "95%-interval"),
    ("partners", "Partners", "Partenaires", "Partners"),
    ("activities", "Activities", "Activités", "Activiteiten"),
    ("ties", "Ties", "Liens", "Banden"),
    ("answered", "Answered", "Ont répondu", "Hebben geantwoord"),
    ("completion", "Share that answered", "Part ayant répondu", "Aandeel dat antwoordde"),
    ("density", "Density", "Densité", "Dichtheid"),
    ("reciprocity", "Ties that are returned", "Liens rendus", "Beantwoorde banden"),
    (
        "confirmed_pairs",
        "Tied pairs of which both say so",
        "Paires liées où les deux le disent",
        "Verbonden paren waarvan beiden dat zeggen",
    ),
    ("components", "Parts that hang together", "Parties d’un seul tenant", "Samenhangende delen"),
    (
        "components_strong",
        "Parts with ways in both directions",
        "Parties avec chemins dans les deux sens",
        "Delen met wegen in beide richtingen",
    ),
    (
        "largest_component",
        "Share in the largest part",
        "Part dans la plus grande partie",
        "Aandeel in het grootste deel",
    ),
    ("isolates", "Partners without a tie", "Partenaires sans lien", "Partners zonder band"),
    (
        "cut_points",
        "Partners who alone hold parts together",
        "Partenaires qui seuls relient des parties",
        "Partners die alleen delen bijeenhouden",
    ),
    (
        "bridges",
        "Ties that alone hold parts together",
        "Liens qui seuls relient des parties",
        "Banden die alleen delen bijeenhouden",
    ),
    ("core_highest", "Highest core", "Cœur le plus élevé", "Hoogste kern"),
    ("centralisation_degree", "Centralisation: degree", "Centralisation\u{a0}: degré", "Centralisatie: graad"),
    (
        "centralisation_degree_in",
        "Centralisation: named by others",
        "Centralisation\u{a0}: cité par d’autres",
        "Centralisatie: genoemd door anderen",
    ),
    (
        "centralisation_degree_out",
        "Centralisation: naming others",
        "Centralisation\u{a0}: citant d’autres",
        "Centralisatie: anderen noemend",
    ),
    (
        "centralisation_closeness",
        "Centralisation: closeness",
        "Centralisation\u{a0}: proximité",
        "Centralisatie: nabijheid",
    ),
    (
        "centralisation_closeness_out",
        "Centralisation: closeness to others",
        "Centralisation\u{a0}: proximité aux autres",
        "Centralisatie: nabijheid tot anderen",
    ),
    (
        "centralisation_closeness_in",
        "Centralisation: closeness of others",
        "Centralisation\u{a0}: proximité des autres",
        "Centralisatie: nabijheid van anderen",
    ),
    (
        "centralisation_betweenness",
        "Centralisation: betweenness",
        "Centralisation\u{a0}: intermédiarité",
        "Centralisatie: tussenpositie",
    ),
    (
        "centralisation_eigenvector",
        "Centralisation: eigenvector",
        "Centralisation\u{a0}: vecteur propre",
        "Centralisatie: eigenvector",
    ),
    ("degree", "Ties", "Liens", "Banden"),
    ("degree_in", "Named by", "Cité par", "Genoemd door"),
    ("degree_out", "Names", "Cite", "Noemt"),
    ("degree_low", "Ties, at least", "Liens, au moins", "Banden, minstens"),
    ("degree_high", "Ties, at most", "Liens, au plus", "Banden, hoogstens"),
    ("degree_in_low", "Named by, at least", "Cité par, au moins", "Genoemd door, minstens"),
    ("degree_in_high", "Named by, at most", "Cité par, au plus", "Genoemd door, hoogstens"),
    ("degree_out_low", "Names, at least", "Cite, au moins", "Noemt, minstens"),
    ("degree_out_high", "Names, at most", "Cite, au plus", "Noemt, hoogstens"),
    ("degree_share", "Share of the other kind", "Part de l’autre genre", "Aandeel van de andere soort"),
    ("strength", "Strength", "Force", "Sterkte"),
    ("strength_in", "Strength received", "Force reçue", "Ontvangen sterkte"),
    ("strength_out", "Strength given", "Force donnée", "Gegeven sterkte"),
    ("harmonic", "Harmonic closeness", "Proximité harmonique", "Harmonische nabijheid"),
    (
        "harmonic_in",
        "Harmonic closeness of others",
        "Proximité harmonique des autres",
        "Harmonische nabijheid van anderen",
    ),
    (
        "harmonic_out",
        "Harmonic closeness to others",
        "Proximité harmonique aux autres",
        "Harmonische nabijheid tot anderen",
    ),
    ("closeness", "Closeness", "Proximité", "Nabijheid"),
    ("closeness_in", "Closeness of others", "Proximité des autres", "Nabijheid van anderen"),
    ("closeness_out", "Closeness to others", "Proximité aux autres", "Nabijheid tot anderen"),
    ("betweenness", "Betweenness", "Intermédiarité", "Tussenpositie"),
    ("betweenness_share", "Betweenness, share", "Intermédiarité, part", "Tussenpositie, aandeel"),
    ("betweenness_weighted", "Betweenness, weighted", "Intermédiarité, pondérée", "Tussenpositie, gewogen"),
    ("eigenvector", "Eigenvector", "Vecteur propre", "Eigenvector"),
    ("eigenvector_in", "Eigenvector, named", "Vecteur propre, cité", "Eigenvector, genoemd"),
    ("eigenvector_out", "Eigenvector, naming", "Vecteur propre, citant", "Eigenvector, noemend"),
    ("core", "Core", "Cœur", "Kern"),
    ("component", "Part", "Partie", "Deel"),
    ("cut_point", "Alone holds parts together", "Relie seul des parties", "Houdt alleen delen bijeen"),
    ("stated_a", "Said by the one", "Dit par l’un", "Gezegd door de een"),
    ("stated_b", "Said by the other", "Dit par l’autre", "Gezegd door de ander"),
    ("confirmed", "Both say so", "Les deux le disent", "Beiden zeggen het"),
    ("disputed", "Only one says so", "Un seul le dit", "Slechts een zegt het"),
    ("cannot_tell", "Cannot be told", "On ne peut le dire", "Niet te zeggen"),
    ("difference", "Difference", "Différence", "Verschil"),
    (
        "mean_difference",
        "Mean difference of the two views",
        "Écart moyen des deux points de vue",
        "Gemiddeld verschil van beide zienswijzen",
    ),
    ("cut_off", "Partners cut off", "Partenaires coupés", "Afgesneden partners"),
    ("possible", "Possible", "Possibles", "Mogelijk"),
    ("external", "Between groups", "Entre groupes", "Tussen groepen"),
    ("internal", "Within the group", "Dans le groupe", "Binnen de groep"),
    ("ei_index", "E-I index", "Indice E-I", "E-I-index"),
    ("coordinator", "Coordinator", "Coordinateur", "Coördinator"),
    ("itinerant", "Itinerant", "Itinérant", "Rondtrekkend"),
    ("representative", "Representative", "Représentant", "Vertegenwoordiger"),
    ("gatekeeper", "Gatekeeper", "Gardien", "Poortwachter"),
    ("liaison", "Liaison", "Liaison", "Verbindingspersoon"),
    ("total", "All roles", "Tous les rôles", "Alle rollen"),
    ("modularity", "Modularity", "Modularité", "Modulariteit"),
    ("communities", "Communities", "Communautés", "Gemeenschappen"),
    ("community", "Community", "Communauté", "Gemeenschap"),
    ("proven", "Proven the best (1: yes)", "Meilleur prouvé (1\u{a0}: oui)", "Bewezen het beste (1: ja)"),
    ("reached", "Share of starts that reach it", "Part des départs qui l’atteignent", "Aandeel starts dat het bereikt"),
    ("stability", "Stability", "Stabilité", "Stabiliteit"),
    ("fit", "Fit", "Ajustement", "Passing"),
    ("core_size", "Partners in the core", "Partenaires du centre", "Partners in de kern"),
    (
        "pairs_worst",
        "Pairs still joined, worst case",
        "Paires encore reliées, pire cas",
        "Nog verbonden paren, ergste geval",
    ),
    (
        "pairs_mean",
        "Pairs still joined, on average",
        "Paires encore reliées, en moyenne",
        "Nog verbonden paren, gemiddeld",
    ),
    ("largest_worst", "Largest part, worst case", "Plus grande partie, pire cas", "Grootste deel, ergste geval"),
    ("largest_mean", "Largest part, on average", "Plus grande partie, en moyenne", "Grootste deel, gemiddeld"),
    (
        "exact",
        "All choices looked at (1: yes)",
        "Tous les choix examinés (1\u{a0}: oui)",
        "Alle keuzes bekeken (1: ja)",
    ),
    ("connectedness", "Connectedness", "Connexité", "Verbondenheid"),
    ("hierarchy", "Hierarchy", "Hiérarchie", "Hiërarchie"),
    ("efficiency", "Efficiency", "Efficience", "Zuinigheid"),
    (
        "least_upper_bounds",
        "Single nearest superiors",
        "Supérieur commun le plus proche",
        "Eén naaste gemeenschappelijke meerdere",
    ),
    ("correlation", "Correlation", "Corrélation", "Correlatie"),
    ("greater", "p, greater", "p, supérieur", "p, groter"),
    ("less", "p, less", "p, inférieur", "p, kleiner"),
    ("kept", "Ties kept", "Liens gardés", "Behouden banden"),
    ("gone", "Ties gone", "Liens disparus", "Verdwenen banden"),
    ("new", "New ties", "Nouveaux liens", "Nieuwe banden"),
    ("density_before", "Density before", "Densité avant", "Dichtheid voordien"),
    ("density_after", "Density after", "Densité après", "Dichtheid nadien"),
    ("density_change", "Change in density", "Changement de densité", "Verandering in dichtheid"),
    ("degree_before", "Ties before", "Liens avant", "Banden voordien"),
    ("degree_after", "Ties after", "Liens après", "Banden nadien"),
    ("change", "Change", "Changement", "Verandering"),
    ("activities_per_partner", "Activities per partner", "Activités par partenaire", "Activiteiten per partner"),
    ("partners_per_activity", "Partners per activity", "Partenaires par activité", "Partners per activiteit"),
    (
        "carried_alone",
        "Activities one partner carries alone",
        "Activités portées par un seul partenaire",
        "Activiteiten die één partner alleen draagt",
    ),
    ("shared", "Activities in common", "Activités communes", "Gemeenschappelijke activiteiten"),
    (
        "shared_share",
        "Share of the activities of either",
        "Part des activités de l’un ou l’autre",
        "Aandeel van beider activiteiten",
    ),
    (
        "pairs_together",
        "Share of pairs with an activity in common",
        "Part des paires ayant une activité commune",
        "Aandeel paren met een gemeenschappelijke activiteit",
    ),
    ("x", "x", "x", "x"),
    ("y", "y", "y", "y"),
    ("map", "Network map", "Carte du réseau", "Netwerkkaart"),
    ("share_left", "Share left", "Part restante", "Overblijvend aandeel"),
    ("group", "Group", "Groupe", "Groep"),
    ("none", "without group", "sans groupe", "zonder groep"),
    ("partners_lost", "Partners lost", "Partenaires perdus", "Verloren partners"),
    ("ties_lost", "Ties lost", "Liens perdus", "Verloren banden"),
];

/// What a code is called; the code itself where it is none of a network.
pub(crate) fn word(code: &str, language: Language) -> &str {
    let Some((_, en, fr, nl)) = WORDS.iter().find(|word| word.0 == code) else { return code };
    match language {
        Language::En => en,
        Language::Fr => fr,
        Language::Nl => nl,
    }
}

/// “Brokerage: by chance”: the name of a column that belongs to another.
pub(crate) fn column(code: &str, language: Language) -> String {
    let (chance, distance) = match language {
        Language::En => ("by chance", "distance in sd"),
        Language::Fr => ("par hasard", "distance en écarts types"),
        Language::Nl => ("bij toeval", "afstand in sd"),
    };
    let with = |of: &str, what: &str| super::sentence::labelled(word(of, language), what, language);
    match (code.strip_suffix("_expected"), code.strip_suffix("_z")) {
        (Some(of), _) => with(of, chance),
        (_, Some(of)) => with(of, distance),
        _ => word(code, language).to_owned(),
    }
}

/// What a map shows, for those who do not see it.
pub(crate) struct MapSummary<'s> {
    /// How many partners and ties.
    pub partners: &'s str,
    pub ties: &'s str,
    /// The partner with most ties and the one with fewest, with their numbers.
    pub most: &'s str,
    pub fewest: &'s str,
    /// How many parts hang together.
    pub parts: &'s str,
    /// How many names are not written; empty where all are.
    pub hidden: &'s str,
    /// How many answers are missing; empty where none is.
    pub silent: &'s str,
}

/// “Network map: 14 partners, 83 ties. Most ties: …”
pub(crate) fn map_alternative(of: &MapSummary<'_>, language: Language) -> String {
    let MapSummary { partners, ties, most, fewest, parts, hidden, silent } = of;
    let mut text = match language {
        Language::En => format!(
            "Network map: {partners} partners, {ties} ties, parts that hang together: {parts}. Most ties: {most}. Fewest: {fewest}."
        ),
        Language::Fr => format!(
            "Carte du réseau\u{a0}: {partners} partenaires, {ties} liens, parties d’un seul tenant\u{a0}: {parts}. Le plus de liens\u{a0}: {most}. Le moins\u{a0}: {fewest}."
        ),
        Language::Nl => format!(
            "Netwerkkaart: {partners} partners, {ties} banden, samenhangende delen: {parts}. Meeste banden: {most}. Minste: {fewest}."
        ),
    };
    if !hidden.is_empty() {
        text += &match language {
            Language::En => format!(" Names not written: {hidden}."),
            Language::Fr => format!(" Noms non écrits\u{a0}: {hidden}."),
            Language::Nl => format!(" Niet geschreven namen: {hidden}."),
        };
    }
    if !silent.is_empty() {
        text += &match language {
            Language::En => format!(" Partners who did not answer: {silent}; their ties to others are not drawn."),
            Language::Fr => {
                format!(
                    " Partenaires sans réponse\u{a0}: {silent}\u{a0}; leurs liens vers les autres ne sont pas tracés."
                )
            }
            Language::Nl => format!(" Partners zonder antwoord: {silent}; hun banden met anderen zijn niet getekend."),
        };
    }
    text
}

/// “Pairs still joined after 3 lost: 40% in the worst case, 72% on average. …”
pub(crate) fn loss_alternative(lost: &str, worst: &str, mean: &str, who: &str, language: Language) -> String {
    match language {
        Language::En => format!(
            "Pairs still joined, from 100% with none lost: after {lost} lost {worst} in the worst case, {mean} on average. Worst losses: {who}."
        ),
        Language::Fr => format!(
            "Paires encore reliées, à partir de 100\u{202f}% sans perte\u{a0}: après {lost} pertes {worst} dans le pire cas, {mean} en moyenne. Pires pertes\u{a0}: {who}."
        ),
        Language::Nl => format!(
            "Nog verbonden paren, vanaf 100% zonder verlies: na {lost} verliezen {worst} in het ergste geval, {mean} gemiddeld. Ergste verliezen: {who}."
        ),
    }
}
