//! Words that several rooms say: headings, heads of tables, verdicts.

use super::texts;

texts! {
    // Figures and the columns of tables.
    word value { en "Estimate", fr "Estimation", nl "Schatting" }
    word standard_error { en "Standard error", fr "Erreur type", nl "Standaardfout" }
    word interval { en "Interval", fr "Intervalle", nl "Interval" }
    word interval_low {
        en "Lower end of the interval",
        fr "Borne inférieure de l’intervalle",
        nl "Ondergrens van het interval",
    }
    word interval_high {
        en "Upper end of the interval",
        fr "Borne supérieure de l’intervalle",
        nl "Bovengrens van het interval",
    }
    word answers { en "Answers", fr "Réponses", nl "Antwoorden" }
    word missing { en "Missing", fr "Manquants", nl "Ontbrekend" }
    word not_estimable { en "cannot be estimated", fr "ne peut être estimé", nl "niet te schatten" }
    word hidden { en "hidden", fr "masqué", nl "verborgen" }
    word reliability { en "Reliability", fr "Fiabilité", nl "Betrouwbaarheid" }
    word reliable { en "reliable", fr "fiable", nl "betrouwbaar" }
    word review { en "to be used with care", fr "à utiliser avec prudence", nl "met zorg te gebruiken" }
    word unreliable { en "too uncertain", fr "trop incertain", nl "te onzeker" }
    word mean { en "Mean", fr "Moyenne", nl "Gemiddelde" }
    word share { en "Share", fr "Part", nl "Aandeel" }
    word difference { en "Difference", fr "Différence", nl "Verschil" }
    word alpha { en "Cronbach’s alpha", fr "Alpha de Cronbach", nl "Cronbachs alfa" }
    word calibration { en "Calibration", fr "Calage", nl "Kalibratie" }
    word margin { en "Margin", fr "Marge", nl "Marge" }
    word population { en "Population", fr "Population", nl "Bevolking" }
    word rows { en "Rows", fr "Lignes", nl "Rijen" }
    word before_weights { en "Weights before", fr "Poids avant", nl "Gewichten voor" }
    word after_weights { en "Weights after", fr "Poids après", nl "Gewichten na" }
    word response_rate { en "Response rate", fr "Taux de réponse", nl "Responspercentage" }
    word answered { en "Answered", fr "Ont répondu", nl "Antwoordden" }
    word factor { en "Factor", fr "Facteur", nl "Factor" }
    word overall { en "All together", fr "Ensemble", nl "Allen samen" }
    word group { en "Group", fr "Groupe", nl "Groep" }
    word grouped_by { en "Grouped by", fr "Regroupé par", nl "Gegroepeerd naar" }
    word category { en "Category", fr "Catégorie", nl "Categorie" }
    word wave { en "Wave", fr "Vague", nl "Meting" }
    word kind { en "Kind of figure", fr "Type de chiffre", nl "Soort cijfer" }
    word statistic { en "Statistic", fr "Statistique", nl "Maat" }
    word indicator { en "Indicator", fr "Indicateur", nl "Indicator" }
    word scale { en "Scale", fr "Échelle", nl "Schaal" }
    word version { en "Version", fr "Version", nl "Versie" }
    word figure { en "Figure", fr "Chiffre", nl "Cijfer" }
    word change { en "Change", fr "Évolution", nl "Verandering" }
    word compared_with { en "Compared with", fr "Comparé à", nl "Vergeleken met" }
    word remark { en "Remark", fr "Remarque", nl "Opmerking" }
    word adjusted_p { en "Adjusted p", fr "p ajusté", nl "Aangepaste p" }
    word stands_out { en "Stands out", fr "Ressort", nl "Valt op" }
    word yes { en "yes", fr "oui", nl "ja" }
    word no { en "no", fr "non", nl "nee" }

    // Headings of the report.
    word default_title { en "Evaluation", fr "Évaluation", nl "Evaluatie" }
    word skip_to_content { en "Skip to the content", fr "Aller au contenu", nl "Naar de inhoud" }
    word at_a_glance { en "At a glance", fr "En un coup d’œil", nl "In één oogopslag" }
    word indicators { en "Indicators", fr "Indicateurs", nl "Indicatoren" }
    word scales { en "Scales", fr "Échelles", nl "Schalen" }
    word findings { en "Findings of the checks", fr "Constats des contrôles", nl "Bevindingen van de controles" }
    word no_findings {
        en "The checks found nothing.",
        fr "Les contrôles n’ont rien relevé.",
        nl "De controles vonden niets.",
    }
    word left_out {
        en "What was left out, and why",
        fr "Ce qui a été laissé de côté, et pourquoi",
        nl "Wat is weggelaten, en waarom",
    }
    word nothing_left_out {
        en "Nothing was left out.",
        fr "Rien n’a été laissé de côté.",
        nl "Er is niets weggelaten.",
    }
    word how_made {
        en "How the figures were made",
        fr "Comment les chiffres ont été établis",
        nl "Hoe de cijfers zijn gemaakt",
    }
    word how_figure_made {
        en "How this figure was made",
        fr "Comment ce chiffre a été établi",
        nl "Hoe dit cijfer is gemaakt",
    }
    word definition_in_full { en "Definition in full", fr "Définition complète", nl "Volledige definitie" }
    word whom_to_ask { en "Whom to ask", fr "À qui s’adresser", nl "Bij wie u terechtkunt" }

    // Fields of an indicator.
    word unit { en "Unit", fr "Unité", nl "Eenheid" }
    word numerator { en "Counted", fr "Numérateur", nl "Teller" }
    word denominator { en "Among", fr "Dénominateur", nl "Noemer" }
    word question { en "Question", fr "Question posée", nl "Vraag" }
    word source { en "Source", fr "Source des données", nl "Bron" }
    word definition_source { en "Source of the definition", fr "Source de la définition", nl "Bron van de definitie" }
    word year { en "Year", fr "Année", nl "Jaar" }
    word orientation { en "Direction", fr "Sens", nl "Richting" }
    word higher_is_better { en "higher is better", fr "plus c’est élevé, mieux c’est", nl "hoger is beter" }
    word lower_is_better { en "lower is better", fr "plus c’est bas, mieux c’est", nl "lager is beter" }
    word neither_is_better {
        en "neither direction is better",
        fr "aucun sens n’est meilleur",
        nl "geen van beide richtingen is beter",
    }
    word target { en "Target", fr "Objectif chiffré", nl "Streefcijfer" }
    word baseline { en "Baseline", fr "Valeur de départ", nl "Beginwaarde" }
    word benchmark { en "For comparison", fr "À titre de comparaison", nl "Ter vergelijking" }
    word illustrative_indicator {
        en "How this is measured is an illustration: nobody has adopted it.",
        fr "La façon de mesurer est un exemple fictif : personne ne l’a adoptée.",
        nl "Hoe dit wordt gemeten is een voorbeeld: niemand heeft het vastgelegd.",
    }
    word illustrative_target {
        en "The target is an illustration: nobody has set it.",
        fr "L’objectif chiffré est un exemple fictif : personne ne l’a fixé.",
        nl "Het streefcijfer is een voorbeeld: niemand heeft het vastgelegd.",
    }
    word verdict { en "Verdict", fr "Bilan", nl "Oordeel" }
    word on_track { en "on track", fr "en bonne voie", nl "op schema" }
    word off_track { en "off track", fr "en retard", nl "niet op schema" }
    word cannot_tell { en "cannot tell", fr "impossible à dire", nl "niet te zeggen" }
    word has_risen { en "has risen", fr "a augmenté", nl "is gestegen" }
    word has_fallen { en "has fallen", fr "a diminué", nl "is gedaald" }
    word no_change_shown {
        en "no change can be shown",
        fr "aucune évolution démontrable",
        nl "geen verandering aan te tonen",
    }
    word change_unknown { en "cannot be told", fr "impossible à dire", nl "niet te zeggen" }
    word items { en "Items", fr "Questions de l’échelle", nl "Items" }

    // How it was made.
    word plan_hash { en "Plan (SHA-256)", fr "Plan (SHA-256)", nl "Plan (SHA-256)" }
    word library_version { en "Made with", fr "Établi avec", nl "Gemaakt met" }
    word design { en "Survey design", fr "Plan de sondage", nl "Steekproefopzet" }
    word method { en "Method", fr "Méthode", nl "Methode" }
    word rule { en "Rule", fr "Règle", nl "Regel" }
    word definition { en "Definition", fr "Définition", nl "Definitie" }
    word as_of { en "As of", fr "Situation au", nl "Stand op" }
    word seed { en "Seed", fr "Graine", nl "Startwaarde" }
    word same_in_r { en "The same in R", fr "La même chose en R", nl "Hetzelfde in R" }
    word simple_random_sample {
        en "simple random sample",
        fr "échantillon aléatoire simple",
        nl "enkelvoudige aselecte steekproef",
    }
    word weights { en "weights", fr "poids", nl "gewichten" }
    word strata { en "strata", fr "strates", nl "strata" }
    word clusters { en "clusters", fr "grappes", nl "clusters" }
    word population_sizes { en "population sizes", fr "tailles de population", nl "populatiegroottes" }
    word method_t {
        en "Taylor linearisation; interval from Student’s t",
        fr "Linéarisation de Taylor ; intervalle par le t de Student",
        nl "Taylorlinearisatie; interval met Students t",
    }
    word method_logit {
        en "Taylor linearisation; t interval on the logit scale",
        fr "Linéarisation de Taylor ; intervalle t sur l’échelle logit",
        nl "Taylorlinearisatie; t-interval op de logitschaal",
    }
    word method_korn_graubard {
        en "Exact interval of Korn and Graubard",
        fr "Intervalle exact de Korn et Graubard",
        nl "Exact interval van Korn en Graubard",
    }
    word method_beta {
        en "Exact interval with the effective number of answers",
        fr "Intervalle exact avec le nombre effectif de réponses",
        nl "Exact interval met het effectieve aantal antwoorden",
    }
    word method_wilson {
        en "Wilson's score interval with the effective number of answers",
        fr "Intervalle de Wilson avec le nombre effectif de réponses",
        nl "Interval van Wilson met het effectieve aantal antwoorden",
    }
    word method_likelihood {
        en "Likelihood interval, scaled by the design effect",
        fr "Intervalle de vraisemblance, corrigé de l’effet de plan",
        nl "Aannemelijkheidsinterval, geschaald met het designeffect",
    }
    word method_arcsine {
        en "Student's t on the arcsine scale",
        fr "t de Student sur l’échelle arc sinus",
        nl "t van Student op de arcsinusschaal",
    }
    word method_fisher_z {
        en "Student's t on Fisher's scale",
        fr "t de Student sur l’échelle de Fisher",
        nl "t van Student op de schaal van Fisher",
    }
    word method_woodruff {
        en "Interval of Woodruff, from the share below",
        fr "Intervalle de Woodruff, par la part en dessous",
        nl "Interval van Woodruff, met het aandeel eronder",
    }
    word method_feldt {
        en "Interval of Feldt, from the F distribution",
        fr "Intervalle de Feldt, par la loi F",
        nl "Interval van Feldt, met de F-verdeling",
    }
    word method_shrout_fleiss {
        en "Interval from the F distribution of two mean squares",
        fr "Intervalle par la loi F de deux carrés moyens",
        nl "Interval met de F-verdeling van twee gemiddelde kwadraten",
    }

    // The self-assessment of a partnership.
    word self_assessment {
        en "Self-assessment of the partnership",
        fr "Auto-évaluation du partenariat",
        nl "Zelfevaluatie van het partnerschap",
    }
    word dimension { en "Dimension", fr "Dimension", nl "Dimensie" }
    word performance { en "Performance", fr "Performance", nl "Prestatie" }
    word importance { en "Importance", fr "Importance", nl "Belang" }
    word importance_performance {
        en "Importance and performance",
        fr "Importance et performance",
        nl "Belang en prestatie",
    }
    word strength { en "strength", fr "point fort", nl "sterk punt" }
    word to_discuss { en "to discuss", fr "à discuter", nl "te bespreken" }
    word point_to_discuss { en "point to discuss", fr "point à discuter", nl "te bespreken punt" }
    word concern { en "concern", fr "point d’attention", nl "aandachtspunt" }
    word spread_between {
        en "Spread between organisations (standard deviation)",
        fr "Écart entre organisations (écart type)",
        nl "Spreiding tussen organisaties (standaardafwijking)",
    }
    word organisations { en "Organisations", fr "Organisations", nl "Organisaties" }
    word field { en "Field", fr "Champ", nl "Vak" }
    word keep_up { en "keep up", fr "à maintenir", nl "zo doorgaan" }
    word concentrate { en "concentrate here", fr "à améliorer en priorité", nl "hierop inzetten" }
    word low_priority { en "low priority", fr "faible priorité", nl "lage prioriteit" }
    word possible_overkill {
        en "possibly too much effort",
        fr "peut-être trop d’efforts",
        nl "mogelijk te veel moeite",
    }
    word not_decided {
        en "the answers do not decide",
        fr "les réponses ne tranchent pas",
        nl "de antwoorden beslissen niet",
    }
    word agreement { en "Agreement", fr "Accord", nl "Eensgezindheid" }
    word agreement_within {
        en "Within organisations (rwg)",
        fr "Au sein des organisations (rwg)",
        nl "Binnen organisaties (rwg)",
    }
    word agreement_between {
        en "Between organisations (rwg)",
        fr "Entre organisations (rwg)",
        nl "Tussen organisaties (rwg)",
    }
    word icc1 { en "ICC(1)", fr "ICC(1)", nl "ICC(1)" }
    word icc2 { en "ICC(2)", fr "ICC(2)", nl "ICC(2)" }
    word method_bonett {
        en "Student’s t on the scale of log(1 - alpha)",
        fr "t de Student sur l’échelle de log(1 - alpha)",
        nl "t van Student op de schaal van log(1 - alpha)",
    }
    word attribution { en "Attribution", fr "Mention obligatoire", nl "Naamsvermelding" }
    word effective_n {
        en "Effective number of answers",
        fr "Nombre effectif de réponses",
        nl "Effectief aantal antwoorden",
    }
    word degrees_of_freedom { en "Degrees of freedom", fr "Degrés de liberté", nl "Vrijheidsgraden" }
    word design_effect { en "Design effect", fr "Effet de plan", nl "Designeffect" }
    word waves { en "Waves", fr "Vagues", nl "Metingen" }


    // Pages for residents.
    word what_we_found { en "What we found", fr "Ce que nous avons constaté", nl "Wat we vonden" }
    word what_we_do_not_know { en "What we do not know", fr "Ce que nous ne savons pas", nl "Wat we niet weten" }
    word what_figures_cannot_say {
        en "What these figures cannot say",
        fr "Ce que ces chiffres ne peuvent pas dire",
        nl "Wat deze cijfers niet kunnen zeggen",
    }
    word no_cause {
        en "These figures show how things stand. They do not show why, and they do not show whether a project made the difference.",
        fr "Ces chiffres montrent où nous en sommes. Ils ne disent pas pourquoi, ni si un projet a fait la différence.",
        nl "Deze cijfers tonen hoe het ervoor staat. Ze tonen niet waarom, en ook niet of een project het verschil maakte.",
    }
    word not_everybody {
        en "Not everybody was asked, and not everybody who was asked answered. Those who did not answer may think otherwise.",
        fr "Tout le monde n’a pas été interrogé, et tous n’ont pas répondu. Les personnes qui n’ont pas répondu pensent peut-être autrement.",
        nl "Niet iedereen werd bevraagd, en niet iedereen die bevraagd werd, antwoordde. Wie niet antwoordde, denkt er misschien anders over.",
    }
    word when_and_how { en "When and how", fr "Quand et comment", nl "Wanneer en hoe" }
    word no_contact {
        en "No contact was named for this report.",
        fr "Aucun contact n’a été indiqué pour ce rapport.",
        nl "Voor dit rapport is geen contactpunt genoemd.",
    }
    word use_with_care {
        en "Use this figure with care: it rests on few answers.",
        fr "À utiliser avec prudence : ce chiffre repose sur peu de réponses.",
        nl "Ga zorgvuldig om met dit cijfer: het rust op weinig antwoorden.",
    }
    word plain_very_uncertain {
        en "The answers are too few or too mixed to give one figure.",
        fr "Les réponses sont trop peu nombreuses ou trop dispersées pour donner un chiffre unique.",
        nl "Er zijn te weinig antwoorden, of ze lopen te ver uiteen, om één cijfer te geven.",
    }
    word plain_no_figure {
        en "We cannot give a figure here.",
        fr "Nous ne pouvons pas donner de chiffre ici.",
        nl "Hier kunnen we geen cijfer geven.",
    }
    word plain_risen {
        en "This has gone up since last time.",
        fr "C’est en hausse depuis la dernière fois.",
        nl "Dit is gestegen sinds de vorige keer.",
    }
    word plain_fallen {
        en "This has gone down since last time.",
        fr "C’est en baisse depuis la dernière fois.",
        nl "Dit is gedaald sinds de vorige keer.",
    }
    word plain_no_change {
        en "We cannot show that this has changed since last time.",
        fr "Nous ne pouvons pas montrer que cela a changé depuis la dernière fois.",
        nl "We kunnen niet aantonen dat dit veranderd is sinds de vorige keer.",
    }
    word plain_change_unknown {
        en "We cannot tell whether this has changed since last time.",
        fr "Nous ne pouvons pas dire si cela a changé depuis la dernière fois.",
        nl "We kunnen niet zeggen of dit veranderd is sinds de vorige keer.",
    }
    word plain_on_track {
        en "So far we are on track.",
        fr "Pour l’instant, nous sommes en bonne voie.",
        nl "Tot nu toe liggen we op schema.",
    }
    word plain_off_track {
        en "So far we are not on track.",
        fr "Pour l’instant, nous sommes en retard.",
        nl "Tot nu toe liggen we niet op schema.",
    }
    word plain_cannot_tell {
        en "Whether we are on track, we cannot tell yet.",
        fr "Sommes-nous en bonne voie ? Nous ne pouvons pas encore le dire.",
        nl "Of we op schema liggen, kunnen we nog niet zeggen.",
    }
}
