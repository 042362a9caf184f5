//! Short fixed phrases: headings, table headers, verdicts.

use super::Language;

/// Declares every phrase with its English, French and Dutch words: one that lacks a language does not compile.
macro_rules! phrases {
    ($($name:ident: $en:literal, $fr:literal, $nl:literal;)*) => {
        /// A fixed phrase of the report, the tables and the charts. Each is documented by its English words.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Phrase {
            $(#[doc = concat!("“", $en, "”")] $name,)*
        }

        impl Phrase {
            /// Every phrase.
            pub const ALL: &[Self] = &[$(Self::$name,)*];
        }

        /// The phrase in a language.
        ///
        /// ```
        /// use cohesion_core::{Language, Phrase, phrase};
        /// assert_eq!(phrase(Phrase::Answers, Language::Fr), "Réponses");
        /// ```
        #[must_use]
        pub fn phrase(phrase: Phrase, language: Language) -> &'static str {
            match (phrase, language) {
                $((Phrase::$name, Language::En) => $en,
                (Phrase::$name, Language::Fr) => $fr,
                (Phrase::$name, Language::Nl) => $nl,)*
            }
        }
    };
}

phrases! {
    // Figures and the columns of tables.
    Value: "Estimate", "Estimation", "Schatting";
    StandardError: "Standard error", "Erreur type", "Standaardfout";
    Interval: "Interval", "Intervalle", "Interval";
    IntervalLow: "Lower end of the interval", "Borne inférieure de l’intervalle", "Ondergrens van het interval";
    IntervalHigh: "Upper end of the interval", "Borne supérieure de l’intervalle", "Bovengrens van het interval";
    Level: "Level of the interval", "Niveau de l’intervalle", "Niveau van het interval";
    Answers: "Answers", "Réponses", "Antwoorden";
    Missing: "Missing", "Manquants", "Ontbrekend";
    NotEstimable: "cannot be estimated", "ne peut être estimé", "niet te schatten";
    Hidden: "hidden", "masqué", "verborgen";
    Reliability: "Reliability", "Fiabilité", "Betrouwbaarheid";
    Reliable: "reliable", "fiable", "betrouwbaar";
    Review: "to be used with care", "à utiliser avec prudence", "met zorg te gebruiken";
    Unreliable: "too uncertain", "trop incertain", "te onzeker";
    Mean: "Mean", "Moyenne", "Gemiddelde";
    Share: "Share", "Part", "Aandeel";
    Difference: "Difference", "Différence", "Verschil";
    Alpha: "Cronbach’s alpha", "Alpha de Cronbach", "Cronbachs alfa";
    Calibration: "Calibration", "Calage", "Kalibratie";
    Margin: "Margin", "Marge", "Marge";
    Population: "Population", "Population", "Bevolking";
    Rows: "Rows", "Lignes", "Rijen";
    BeforeWeights: "Weights before", "Poids avant", "Gewichten voor";
    AfterWeights: "Weights after", "Poids après", "Gewichten na";
    WeightingEffect: "design effect of weighting", "effet de plan de la pondération", "designeffect van de weging";
    ResponseByCell: "Response by cell", "Réponse par cellule", "Respons per cel";
    ResponseRate: "Response rate", "Taux de réponse", "Responspercentage";
    Answered: "Answered", "Ont répondu", "Antwoordden";
    Factor: "Factor", "Facteur", "Factor";
    Overall: "All together", "Ensemble", "Allen samen";
    Group: "Group", "Groupe", "Groep";
    GroupedBy: "Grouped by", "Regroupé par", "Gegroepeerd naar";
    Category: "Category", "Catégorie", "Categorie";
    Wave: "Wave", "Vague", "Meting";
    Kind: "Kind of figure", "Type de chiffre", "Soort cijfer";
    Statistic: "Statistic", "Statistique", "Maat";
    Indicator: "Indicator", "Indicateur", "Indicator";
    Scale: "Scale", "Échelle", "Schaal";
    Version: "Version", "Version", "Versie";
    Figure: "Figure", "Chiffre", "Cijfer";
    Change: "Change", "Évolution", "Verandering";
    ComparedWith: "Compared with", "Comparé à", "Vergeleken met";
    Remark: "Remark", "Remarque", "Opmerking";
    AdjustedP: "Adjusted p", "p ajusté", "Aangepaste p";
    StandsOut: "Stands out", "Ressort", "Valt op";
    Yes: "yes", "oui", "ja";
    No: "no", "non", "nee";
    None: "none", "aucun", "geen";

    // Headings of the report.
    DefaultTitle: "Evaluation", "Évaluation", "Evaluatie";
    SkipToContent: "Skip to the content", "Aller au contenu", "Naar de inhoud";
    AtAGlance: "At a glance", "En un coup d’œil", "In één oogopslag";
    Indicators: "Indicators", "Indicateurs", "Indicatoren";
    Scales: "Scales", "Échelles", "Schalen";
    Findings: "Findings of the checks", "Constats des contrôles", "Bevindingen van de controles";
    NoFindings: "The checks found nothing.", "Les contrôles n’ont rien relevé.", "De controles vonden niets.";
    LeftOut: "What was left out, and why", "Ce qui a été laissé de côté, et pourquoi", "Wat is weggelaten, en waarom";
    NothingLeftOut: "Nothing was left out.", "Rien n’a été laissé de côté.", "Er is niets weggelaten.";
    HowMade: "How the figures were made", "Comment les chiffres ont été établis", "Hoe de cijfers zijn gemaakt";
    HowFigureMade: "How this figure was made", "Comment ce chiffre a été établi", "Hoe dit cijfer is gemaakt";
    DefinitionInFull: "Definition in full", "Définition complète", "Volledige definitie";
    Notes: "Notes", "Remarques", "Opmerkingen";
    WhomToAsk: "Whom to ask", "À qui s’adresser", "Bij wie u terechtkunt";

    // Fields of an indicator.
    Unit: "Unit", "Unité", "Eenheid";
    Numerator: "Counted", "Numérateur", "Teller";
    Denominator: "Among", "Dénominateur", "Noemer";
    Question: "Question", "Question posée", "Vraag";
    Source: "Source", "Source des données", "Bron";
    DefinitionSource: "Source of the definition", "Source de la définition", "Bron van de definitie";
    Year: "Year", "Année", "Jaar";
    Orientation: "Direction", "Sens", "Richting";
    HigherIsBetter: "higher is better", "plus c’est élevé, mieux c’est", "hoger is beter";
    LowerIsBetter: "lower is better", "plus c’est bas, mieux c’est", "lager is beter";
    NeitherIsBetter: "neither direction is better", "aucun sens n’est meilleur", "geen van beide richtingen is beter";
    Target: "Target", "Objectif chiffré", "Streefcijfer";
    Due: "Due now", "Attendu à ce jour", "Nu te verwachten";
    Baseline: "Baseline", "Valeur de départ", "Beginwaarde";
    Benchmark: "For comparison", "À titre de comparaison", "Ter vergelijking";
    IllustrativeIndicator: "How this is measured is an illustration: nobody has adopted it.",
        "La façon de mesurer est un exemple fictif\u{a0}: personne ne l’a adoptée.",
        "Hoe dit wordt gemeten is een voorbeeld: niemand heeft het vastgelegd.";
    IllustrativeTarget: "The target is an illustration: nobody has set it.",
        "L’objectif chiffré est un exemple fictif\u{a0}: personne ne l’a fixé.",
        "Het streefcijfer is een voorbeeld: niemand heeft het vastgelegd.";
    Verdict: "Verdict", "Bilan", "Oordeel";
    OnTrack: "on track", "en bonne voie", "op schema";
    OffTrack: "off track", "en retard", "niet op schema";
    CannotTell: "cannot tell", "impossible à dire", "niet te zeggen";
    HasRisen: "has risen", "a augmenté", "is gestegen";
    HasFallen: "has fallen", "a diminué", "is gedaald";
    NoChangeShown: "no change can be shown", "aucune évolution démontrable", "geen verandering aan te tonen";
    ChangeUnknown: "cannot be told", "impossible à dire", "niet te zeggen";
    Items: "Items", "Questions de l’échelle", "Items";

    // How it was made.
    PlanHash: "Plan (SHA-256)", "Plan (SHA-256)", "Plan (SHA-256)";
    TableHashes: "Tables (hash)", "Tableaux (empreinte)", "Tabellen (hash)";
    LibraryVersion: "Made with", "Établi avec", "Gemaakt met";
    Design: "Survey design", "Plan de sondage", "Steekproefopzet";
    Method: "Method", "Méthode", "Methode";
    Rule: "Rule", "Règle", "Regel";
    Definition: "Definition", "Définition", "Definitie";
    AsOf: "As of", "Situation au", "Stand op";
    Seed: "Seed", "Graine", "Startwaarde";
    SameInR: "The same in R", "La même chose en R", "Hetzelfde in R";
    SimpleRandomSample: "simple random sample", "échantillon aléatoire simple", "enkelvoudige aselecte steekproef";
    Weights: "weights", "poids", "gewichten";
    Strata: "strata", "strates", "strata";
    Clusters: "clusters", "grappes", "clusters";
    PopulationSizes: "population sizes", "tailles de population", "populatiegroottes";
    MethodT: "Taylor linearisation; interval from Student’s t",
        "Linéarisation de Taylor\u{a0}; intervalle par le t de Student",
        "Taylorlinearisatie; interval met Students t";
    MethodLogit: "Taylor linearisation; t interval on the logit scale",
        "Linéarisation de Taylor\u{a0}; intervalle t sur l’échelle logit",
        "Taylorlinearisatie; t-interval op de logitschaal";
    MethodKornGraubard: "Exact interval of Korn and Graubard",
        "Intervalle exact de Korn et Graubard",
        "Exact interval van Korn en Graubard";
    MethodBeta: "Exact interval with the effective number of answers",
        "Intervalle exact avec le nombre effectif de réponses",
        "Exact interval met het effectieve aantal antwoorden";
    MethodWilson: "Wilson's score interval with the effective number of answers",
        "Intervalle de Wilson avec le nombre effectif de réponses",
        "Interval van Wilson met het effectieve aantal antwoorden";
    MethodLikelihood: "Likelihood interval, scaled by the design effect",
        "Intervalle de vraisemblance, corrigé de l’effet de plan",
        "Aannemelijkheidsinterval, geschaald met het designeffect";
    MethodArcsine: "Student's t on the arcsine scale",
        "t de Student sur l’échelle arc sinus",
        "t van Student op de arcsinusschaal";
    MethodFisherZ: "Student's t on Fisher's scale",
        "t de Student sur l’échelle de Fisher",
        "t van Student op de schaal van Fisher";
    MethodWoodruff: "Interval of Woodruff, from the share below",
        "Intervalle de Woodruff, par la part en dessous",
        "Interval van Woodruff, met het aandeel eronder";
    MethodFeldt: "Interval of Feldt, from the F distribution",
        "Intervalle de Feldt, par la loi F",
        "Interval van Feldt, met de F-verdeling";
    MethodShroutFleiss: "Interval from the F distribution of two mean squares",
        "Intervalle par la loi F de deux carrés moyens",
        "Interval met de F-verdeling van twee gemiddelde kwadraten";
    // The self-assessment of a partnership.
    SelfAssessment: "Self-assessment of the partnership", "Auto-évaluation du partenariat", "Zelfevaluatie van het partnerschap";
    Dimension: "Dimension", "Dimension", "Dimensie";
    Performance: "Performance", "Performance", "Prestatie";
    Importance: "Importance", "Importance", "Belang";
    ImportancePerformance: "Importance and performance", "Importance et performance", "Belang en prestatie";
    Strength: "strength", "point fort", "sterk punt";
    ToDiscuss: "to discuss", "à discuter", "te bespreken";
    PointToDiscuss: "point to discuss", "point à discuter", "te bespreken punt";
    Concern: "concern", "point d’attention", "aandachtspunt";
    SpreadBetween: "Spread between organisations (standard deviation)",
        "Écart entre organisations (écart type)",
        "Spreiding tussen organisaties (standaardafwijking)";
    Organisations: "Organisations", "Organisations", "Organisaties";
    Field: "Field", "Champ", "Vak";
    KeepUp: "keep up", "à maintenir", "zo doorgaan";
    Concentrate: "concentrate here", "à améliorer en priorité", "hierop inzetten";
    LowPriority: "low priority", "faible priorité", "lage prioriteit";
    PossibleOverkill: "possibly too much effort", "peut-être trop d’efforts", "mogelijk te veel moeite";
    NotDecided: "the answers do not decide", "les réponses ne tranchent pas", "de antwoorden beslissen niet";
    Agreement: "Agreement", "Accord", "Eensgezindheid";
    AgreementWithin: "Within organisations (rwg)", "Au sein des organisations (rwg)", "Binnen organisaties (rwg)";
    AgreementBetween: "Between organisations (rwg)", "Entre organisations (rwg)", "Tussen organisaties (rwg)";
    Icc1: "ICC(1)", "ICC(1)", "ICC(1)";
    Icc2: "ICC(2)", "ICC(2)", "ICC(2)";
    MethodBonett: "Student’s t on the scale of log(1 - alpha)",
        "t de Student sur l’échelle de log(1 - alpha)",
        "t van Student op de schaal van log(1 - alpha)";
    Attribution: "Attribution", "Mention obligatoire", "Naamsvermelding";
    EffectiveN: "Effective number of answers", "Nombre effectif de réponses", "Effectief aantal antwoorden";
    DegreesOfFreedom: "Degrees of freedom", "Degrés de liberté", "Vrijheidsgraden";
    DesignEffect: "Design effect", "Effet de plan", "Designeffect";
    Waves: "Waves", "Vagues", "Metingen";

    // Kinds of missing answers.
    DontKnow: "don’t know", "ne sait pas", "weet niet";
    Refused: "refused", "refus", "weigering";
    NotApplicable: "not applicable", "sans objet", "niet van toepassing";
    NotAsked: "not asked", "question non posée", "niet gevraagd";
    KindMissing: "missing", "manquant", "ontbrekend";

    // Pages for residents.
    WhatWeFound: "What we found", "Ce que nous avons constaté", "Wat we vonden";
    WhatWeDoNotKnow: "What we do not know", "Ce que nous ne savons pas", "Wat we niet weten";
    WhatFiguresCannotSay: "What these figures cannot say",
        "Ce que ces chiffres ne peuvent pas dire",
        "Wat deze cijfers niet kunnen zeggen";
    NoCause: "These figures show how things stand. They do not show why, and they do not show whether a project made the difference.",
        "Ces chiffres montrent où nous en sommes. Ils ne disent pas pourquoi, ni si un projet a fait la différence.",
        "Deze cijfers tonen hoe het ervoor staat. Ze tonen niet waarom, en ook niet of een project het verschil maakte.";
    NotEverybody: "Not everybody was asked, and not everybody who was asked answered. Those who did not answer may think otherwise.",
        "Tout le monde n’a pas été interrogé, et tous n’ont pas répondu. Les personnes qui n’ont pas répondu pensent peut-être autrement.",
        "Niet iedereen werd bevraagd, en niet iedereen die bevraagd werd, antwoordde. Wie niet antwoordde, denkt er misschien anders over.";
    WhenAndHow: "When and how", "Quand et comment", "Wanneer en hoe";
    NoContact: "No contact was named for this report.",
        "Aucun contact n’a été indiqué pour ce rapport.",
        "Voor dit rapport is geen contactpunt genoemd.";
    UseWithCare: "Use this figure with care: it rests on few answers.",
        "À utiliser avec prudence\u{a0}: ce chiffre repose sur peu de réponses.",
        "Ga zorgvuldig om met dit cijfer: het rust op weinig antwoorden.";
    PlainVeryUncertain: "The answers are too few or too mixed to give one figure.",
        "Les réponses sont trop peu nombreuses ou trop dispersées pour donner un chiffre unique.",
        "Er zijn te weinig antwoorden, of ze lopen te ver uiteen, om één cijfer te geven.";
    PlainNoFigure: "We cannot give a figure here.", "Nous ne pouvons pas donner de chiffre ici.", "Hier kunnen we geen cijfer geven.";
    PlainRisen: "This has gone up since last time.", "C’est en hausse depuis la dernière fois.", "Dit is gestegen sinds de vorige keer.";
    PlainFallen: "This has gone down since last time.", "C’est en baisse depuis la dernière fois.", "Dit is gedaald sinds de vorige keer.";
    PlainNoChange: "We cannot show that this has changed since last time.",
        "Nous ne pouvons pas montrer que cela a changé depuis la dernière fois.",
        "We kunnen niet aantonen dat dit veranderd is sinds de vorige keer.";
    PlainChangeUnknown: "We cannot tell whether this has changed since last time.",
        "Nous ne pouvons pas dire si cela a changé depuis la dernière fois.",
        "We kunnen niet zeggen of dit veranderd is sinds de vorige keer.";
    PlainOnTrack: "So far we are on track.", "Pour l’instant, nous sommes en bonne voie.", "Tot nu toe liggen we op schema.";
    PlainOffTrack: "So far we are not on track.", "Pour l’instant, nous sommes en retard.", "Tot nu toe liggen we niet op schema.";
    PlainCannotTell: "Whether we are on track, we cannot tell yet.",
        "Sommes-nous en bonne voie\u{a0}? Nous ne pouvons pas encore le dire.",
        "Of we op schema liggen, kunnen we nog niet zeggen.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_has_words_in_every_language() {
        for phrase_of in Phrase::ALL {
            for language in Language::ALL {
                let words = phrase(*phrase_of, language);
                assert!(!words.trim().is_empty() && words.trim() == words, "{phrase_of:?} {language:?}");
            }
        }
    }

    /// French puts a space before `:` and `?`, and none of the texts has a straight apostrophe.
    #[test]
    fn typography() {
        for phrase_of in Phrase::ALL {
            let french = phrase(*phrase_of, Language::Fr);
            assert!(!french.contains('\''), "{french}");
            for (at, mark) in french.char_indices().filter(|(_, c)| ":?!;".contains(*c)) {
                assert!(french[..at].ends_with([' ', '\u{a0}', '\u{202f}']), "{mark} in {french}");
            }
        }
    }
}
