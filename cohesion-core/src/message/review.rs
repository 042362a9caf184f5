//! The words of the review of a partnership: headings, columns, states.

use super::Language;

/// The words of a key in a language; none for a key that has none, such as a word of a plan's own.
pub(crate) fn review_word(key: &str, language: Language) -> Option<&'static str> {
    let (en, fr, nl) = texts(key)?;
    Some(match language {
        Language::En => en,
        Language::Fr => fr,
        Language::Nl => nl,
    })
}

/// English, French, Dutch.
fn texts(key: &str) -> Option<(&'static str, &'static str, &'static str)> {
    Some(match key {
        "review_of" => ("Review of the partnership", "Bilan du partenariat", "Doorlichting van het partnerschap"),
        "findings" => ("Findings", "Constats", "Bevindingen"),
        "no_findings" => (
            "Nothing stands out among what could be judged.",
            "Rien ne ressort de ce qui a pu être évalué.",
            "In wat te beoordelen was, valt niets op.",
        ),
        "severity" => ("Weight", "Poids", "Gewicht"),
        "finding" => ("Finding", "Constat", "Bevinding"),
        "since_last_time" => ("Since last time", "Depuis la dernière fois", "Sinds de vorige keer"),
        "actions" => ("Actions", "Actions", "Acties"),
        "what_helps" => ("What helps", "Ce qui aide", "Wat helpt"),
        "gone" => (
            "Findings of last time that are gone",
            "Constats de la dernière fois qui ont disparu",
            "Bevindingen van de vorige keer die weg zijn",
        ),
        "high" => ("high", "élevé", "hoog"),
        "medium" => ("medium", "moyen", "middelmatig"),
        "low" => ("low", "faible", "laag"),
        "new" => ("new", "nouveau", "nieuw"),
        "improved" => ("improved", "mieux", "verbeterd"),
        "unchanged" => ("unchanged", "inchangé", "onveranderd"),
        "worse" => ("worse", "moins bien", "verslechterd"),
        "cannot_tell" => ("cannot be told", "impossible à dire", "niet te zeggen"),
        "present" => ("still there", "toujours là", "nog aanwezig"),
        "absent" => ("not found", "pas constaté", "niet vastgesteld"),
        "responsibilities" => {
            ("Roles and responsibilities", "Rôles et responsabilités", "Rollen en verantwoordelijkheden")
        }
        "shares" => ("Fair shares", "Répartition de la charge", "Verdeling van de last"),
        "communication" => ("Communication", "Communication", "Communicatie"),
        "conflicts" => ("Conflicts", "Conflits", "Conflicten"),
        "retention" => ("Engagement", "Engagement", "Betrokkenheid"),
        "self_assessment" => (
            "How the partners rate their work",
            "Comment les partenaires jugent leur travail",
            "Hoe de partners hun werk beoordelen",
        ),
        "networks" => ("Who works with whom", "Qui travaille avec qui", "Wie met wie werkt"),
        "contact" => ("Contact", "Contact", "Contact"),
        "frequency" => ("How often", "Fréquence", "Hoe vaak"),
        "information" => ("Information", "Information", "Informatie"),
        "collaboration" => ("Work together", "Collaboration", "Samenwerking"),
        "trust" => ("Trust", "Confiance", "Vertrouwen"),
        "reliability" => ("Reliability", "Fiabilité", "Betrouwbaarheid"),
        "mission" => ("Support of the mission", "Soutien à la mission", "Steun aan de missie"),
        "openness" => ("Openness", "Ouverture", "Openheid"),
        "influence" => ("Influence", "Influence", "Invloed"),
        "resources" => ("Resources", "Ressources", "Middelen"),
        "involvement" => ("Involvement", "Implication", "Inzet"),
        "everybody_answered" => (
            "Everybody is taken to have answered; who was not asked looks like somebody without ties.",
            "Tout le monde est censé avoir répondu\u{a0}; qui n’a pas été interrogé ressemble à quelqu’un sans liens.",
            "Iedereen wordt geacht te hebben geantwoord; wie niet bevraagd werd, lijkt iemand zonder banden.",
        ),
        "activity" => ("Activity", "Activité", "Activiteit"),
        "activities" => ("Activities", "Activités", "Activiteiten"),
        "responsible" => ("Responsible", "Réalise", "Voert uit"),
        "accountable" => ("Accountable", "Répond", "Eindverantwoordelijk"),
        "consulted" => ("Consulted", "Consulté", "Geraadpleegd"),
        "informed" => ("Informed", "Informé", "Geïnformeerd"),
        "who_does_what" => ("Who does what", "Qui fait quoi", "Wie doet wat"),
        "load" => ("Tasks per stakeholder", "Tâches par partie prenante", "Taken per belanghebbende"),
        "stakeholder" => ("Stakeholder", "Partie prenante", "Belanghebbende"),
        "tasks" => ("Tasks", "Tâches", "Taken"),
        "share" => ("Share", "Part", "Aandeel"),
        "expected_share" => ("Part to carry", "Part à porter", "Te dragen deel"),
        "agreed_share" => ("Agreed share", "Part convenue", "Afgesproken aandeel"),
        "gap" => ("Gap (percentage points)", "Écart (points de pourcentage)", "Verschil (procentpunten)"),
        "depends_on_one" => {
            ("What stops if one leaves", "Ce qui s’arrête si un seul part", "Wat stopt als één vertrekt")
        }
        "kind" => ("Kind", "Type", "Soort"),
        "sectors" => ("Who is at the table", "Qui est à la table", "Wie aan tafel zit"),
        "sector" => ("Kind of stakeholder", "Type de partie prenante", "Soort belanghebbende"),
        "expected" => ("Expected", "Attendu", "Verwacht"),
        "stakeholders" => ("Stakeholders", "Parties prenantes", "Belanghebbenden"),
        "representatives" => ("Representatives", "Représentants", "Vertegenwoordigers"),
        "objective" => ("Objective", "Objectif", "Doelstelling"),
        "objectives" => ("Objectives", "Objectifs", "Doelstellingen"),
        "owner" => ("Owner", "Responsable", "Eigenaar"),
        "shared_by" => ("Shared by", "Partagé par", "Gedeeld door"),
        "indicators" => ("Indicators", "Indicateurs", "Indicatoren"),
        "role" => ("Role", "Rôle", "Rol"),
        "roles" => ("Roles", "Rôles", "Rollen"),
        "theory" => {
            ("From activities to objectives", "Des activités aux objectifs", "Van activiteiten naar doelstellingen")
        }
        "activities_reach_objective" => (
            "Activities that lead to an objective",
            "Activités qui mènent à un objectif",
            "Activiteiten die naar een doelstelling leiden",
        ),
        "objectives_are_served" => (
            "Objectives served by an activity",
            "Objectifs servis par une activité",
            "Doelstellingen met een activiteit",
        ),
        "objectives_have_indicator" => {
            ("Objectives with an indicator", "Objectifs avec indicateur", "Doelstellingen met een indicator")
        }
        "results_have_cause" => (
            "Planned results that something leads to",
            "Résultats prévus ayant une cause",
            "Geplande resultaten waar iets naartoe leidt",
        ),
        "results_have_indicator" => (
            "Planned results with an indicator",
            "Résultats prévus avec indicateur",
            "Geplande resultaten met een indicator",
        ),
        "what" => ("What", "Quoi", "Wat"),
        "number" => ("Number", "Nombre", "Aantal"),
        "of" => ("Of", "Sur", "Van"),
        "amount" => ("Amount", "Quantité", "Hoeveelheid"),
        "contributions" => ("Contributions", "Apports", "Bijdragen"),
        "total" => ("Total", "Total", "Totaal"),
        "gini" => (
            "Gini coefficient (0 equal; with so many at most)",
            "Coefficient de Gini (0 égal\u{a0}; au plus, à ce nombre)",
            "Gini-coëfficiënt (0 gelijk; bij dit aantal hoogstens)",
        ),
        "gini_normalised" => (
            "Gini coefficient on a scale from 0 to 1",
            "Coefficient de Gini sur une échelle de 0 à 1",
            "Gini-coëfficiënt op een schaal van 0 tot 1",
        ),
        "herfindahl" => (
            "Herfindahl index (with so many at least)",
            "Indice de Herfindahl (au moins, à ce nombre)",
            "Herfindahl-index (bij dit aantal minstens)",
        ),
        "herfindahl_normalised" => (
            "Herfindahl index on a scale from 0 to 1",
            "Indice de Herfindahl sur une échelle de 0 à 1",
            "Herfindahl-index op een schaal van 0 tot 1",
        ),
        "to_move" => (
            "Part of the load that would have to move",
            "Part de la charge à déplacer",
            "Deel van de last dat zou moeten verschuiven",
        ),
        "needs" => ("Needs", "Besoins", "Noden"),
        "need" => ("Need", "Besoin", "Nood"),
        "needed" => ("Needed", "Nécessaire", "Nodig"),
        "by" => ("By", "Pour le", "Tegen"),
        "pledged" => ("Pledged", "Promis", "Toegezegd"),
        "delivered" => ("Delivered", "Livré", "Geleverd"),
        "status" => ("Status", "État", "Stand"),
        "days_late" => ("Days late", "Jours de retard", "Dagen te laat"),
        "met" => ("met", "couvert", "ingevuld"),
        "met_late" => ("met late", "couvert en retard", "te laat ingevuld"),
        "open" => ("open", "ouvert", "open"),
        "overdue" => ("overdue", "en retard", "te laat"),
        "settled" => ("settled", "réglé", "opgelost"),
        "done" => ("done", "faite", "gedaan"),
        "dropped" => ("dropped", "abandonnée", "geschrapt"),
        "recognition" => ("Contributions and thanks", "Apports et remerciements", "Bijdragen en waardering"),
        "thanks" => ("Thanks", "Remerciements", "Waardering"),
        "last_thanks" => ("Last thanks", "Dernier remerciement", "Laatste waardering"),
        "channels" => ("Channels", "Canaux", "Kanalen"),
        "channel" => ("Channel", "Canal", "Kanaal"),
        "events" => ("Events", "Événements", "Gebeurtenissen"),
        "last" => ("Last", "Dernier", "Laatste"),
        "planned" => ("Planned", "Prévu", "Gepland"),
        "kept" => ("Kept", "Tenu", "Gehaald"),
        "longest_silence" => ("Longest silence (days)", "Plus long silence (jours)", "Langste stilte (dagen)"),
        "longest_delay" => ("Most days late", "Retard maximal (jours)", "Meeste dagen te laat"),
        "reached" => ("Meetings", "Réunions", "Vergaderingen"),
        "meetings" => ("Meetings", "Réunions", "Vergaderingen"),
        "was_there" => ("Was there", "Présences", "Aanwezig"),
        "missed_in_a_row" => ("Missed in a row", "Manquées de suite", "Na elkaar gemist"),
        "audiences" => ("For whom", "Pour qui", "Voor wie"),
        "audience" => ("Audience", "Public", "Doelgroep"),
        "partners" => ("Partners", "Partenaires", "Partners"),
        "participants" => ("Participants", "Participants", "Deelnemers"),
        "residents" => ("Residents", "Habitants", "Bewoners"),
        "public" => ("Everybody", "Tout le monde", "Iedereen"),
        "conflict" => ("Conflict", "Conflit", "Conflict"),
        "opened" => ("Opened", "Ouvert le", "Geopend"),
        "closed" => ("Closed", "Clos le", "Gesloten"),
        "days" => ("Days", "Jours", "Dagen"),
        "mediated" => ("With mediation", "Avec médiation", "Met bemiddeling"),
        "not_mediated" => ("Without mediation", "Sans médiation", "Zonder bemiddeling"),
        "parties" => ("Parties", "Parties", "Partijen"),
        "conflicts_so_far" => ("Conflicts so far", "Conflits à ce jour", "Conflicten tot nu toe"),
        "of_which_open" => ("Of which open", "Dont ouverts", "Waarvan open"),
        "of_which_settled" => ("Of which settled", "Dont réglés", "Waarvan opgelost"),
        "recurring" => ("The same two again", "Les deux mêmes à nouveau", "Opnieuw dezelfde twee"),
        "time_to_settle" => ("Time to settlement", "Temps jusqu’au règlement", "Tijd tot oplossing"),
        "group" => ("Group", "Groupe", "Groep"),
        "all" => ("All", "Tous", "Alle"),
        "all_kinds" => ("everything", "tout", "alles"),
        "cases" => ("Cases", "Cas", "Gevallen"),
        "ended" => ("Ended", "Terminés", "Beëindigd"),
        "median_days" => ("Median (days)", "Médiane (jours)", "Mediaan (dagen)"),
        "not_reached" => ("not reached", "non atteinte", "niet bereikt"),
        "interval" => ("Interval", "Intervalle", "Interval"),
        "after_one_year" => ("After one year", "Après un an", "Na een jaar"),
        "staying" => ("Who stays", "Qui reste", "Wie blijft"),
        "start" => {
            ("since the partnership began", "depuis le début du partenariat", "sinds het begin van het partnerschap")
        }
        "joining" => ("since joining", "depuis l’adhésion", "sinds toetreding"),
        "opening" => ("since it came up", "depuis l’ouverture", "sinds het ontstaan"),
        "comparison" => (
            "Do sectors leave at different rates?",
            "Les types de partenaires partent-ils à des rythmes différents\u{a0}?",
            "Vertrekken sectoren in een ander tempo?",
        ),
        "p_permutation" => ("p by permutation", "p par permutation", "p door permutatie"),
        "p_chi_square" => ("p by chi-square", "p par khi carré", "p volgens chi-kwadraat"),
        "exact" => ("exact", "exact", "exact"),
        "turnover" => ("Turnover", "Rotation", "Verloop"),
        "organisations" => ("Organisations", "Organisations", "Organisaties"),
        "stays" => ("Stays", "Séjours", "Periodes"),
        "current" => ("Current", "En cours", "Lopend"),
        "left" => ("Left", "Partis", "Vertrokken"),
        "left_last_year" => {
            ("Left in the last year", "Partis ces douze derniers mois", "Vertrokken in het laatste jaar")
        }
        "left_per_year" => ("Leavings per year", "Départs par an", "Vertrek per jaar"),
        "attendance" => ("Attendance", "Présence", "Aanwezigheid"),
        "at_risk" => ("Partners to talk to", "Partenaires à qui parler", "Partners om mee te praten"),
        "reasons" => ("Signs", "Signes", "Tekens"),
        "missed_meetings" => (
            "missed the last three meetings or more",
            "a manqué au moins les trois dernières réunions",
            "miste minstens de laatste drie vergaderingen",
        ),
        "no_contribution" => {
            ("gave nothing for 180 days", "aucun apport depuis 180 jours", "droeg 180 dagen niets bij")
        }
        "open_conflict" => {
            ("in a conflict open for long", "dans un conflit ouvert depuis longtemps", "in een lang open conflict")
        }
        "above_agreed_share" => (
            "carries well above the agreed share",
            "porte bien plus que convenu",
            "draagt ver boven het afgesproken aandeel",
        ),
        "never_thanked" => ("never thanked", "jamais remercié", "nooit bedankt"),
        "thanks_as_state" => (
            "Before and since the first thanks",
            "Avant et depuis le premier remerciement",
            "Voor en sinds de eerste waardering",
        ),
        "before_first_thanks" => {
            ("before the first thanks", "avant le premier remerciement", "voor de eerste waardering")
        }
        "since_first_thanks" => {
            ("since the first thanks", "depuis le premier remerciement", "sinds de eerste waardering")
        }
        "action" => ("Action", "Action", "Actie"),
        "due" => ("Due", "Échéance", "Termijn"),
        "answers_finding" => ("Answers", "Répond à", "Antwoord op"),
        "outcome" => ("Outcome", "Résultat", "Uitkomst"),
        "not_judged" => ("What could not be judged", "Ce qui n’a pas pu être évalué", "Wat niet te beoordelen was"),
        "all_judged" => ("Everything could be judged.", "Tout a pu être évalué.", "Alles was te beoordelen."),
        "how_made" => ("How this was made", "Comment ceci a été établi", "Hoe dit gemaakt is"),
        "as_of" => ("Day of the review", "Jour du bilan", "Dag van de doorlichting"),
        "previous" => ("Review before", "Bilan précédent", "Vorige doorlichting"),
        "plan_hash" => ("Plan", "Plan", "Plan"),
        "table_hashes" => ("Tables", "Tables", "Tabellen"),
        "library" => ("Library", "Bibliothèque", "Bibliotheek"),
        "yes" => ("yes", "oui", "ja"),
        "no" => ("no", "non", "nee"),
        "local_authority" => ("local authority", "autorité locale", "lokale overheid"),
        "association" => ("association", "association", "vereniging"),
        "business" => ("business", "entreprise", "bedrijf"),
        "resident" => ("residents", "habitants", "bewoners"),
        "police" => ("police", "police", "politie"),
        "school" => ("school", "école", "school"),
        "research" => ("research", "recherche", "onderzoek"),
        "youth_work" => ("youth work", "travail de jeunesse", "jeugdwerk"),
        "time" => ("time", "temps", "tijd"),
        "money" => ("money", "argent", "geld"),
        "space" => ("space", "espace", "ruimte"),
        "expertise" => ("expertise", "expertise", "expertise"),
        "material" => ("material", "matériel", "materiaal"),
        "what_we_found" => ("What we found", "Ce que nous avons constaté", "Wat we vonden"),
        "about_single" => (
            "What we found about single partners is told to the partners themselves:",
            "Ce qui concerne un seul partenaire est dit aux partenaires eux-mêmes\u{a0}:",
            "Wat we over één partner vonden, zeggen we aan de partners zelf:",
        ),
        "conflicts_plain" => (
            "Conflicts are told as numbers only.",
            "Les conflits ne sont donnés qu’en nombres.",
            "Over conflicten geven we alleen aantallen.",
        ),
        "told_residents" => {
            ("What residents were told", "Ce qui a été dit aux habitants", "Wat bewoners te horen kregen")
        }
        "who_stays_plain" => {
            ("Partners who came and who left", "Partenaires arrivés et partis", "Partners die kwamen en vertrokken")
        }
        "no_cause" => (
            "These are records of what the partnership did. They do not show what it changed in the neighbourhood.",
            "Ce sont des enregistrements de ce que le partenariat a fait. Ils ne montrent pas ce qu’il a changé dans le quartier.",
            "Dit zijn gegevens over wat het partnerschap deed. Ze tonen niet wat het in de buurt veranderde.",
        ),
        "cannot_say" => ("What this cannot say", "Ce que ceci ne peut pas dire", "Wat dit niet kan zeggen"),
        "whom_to_ask" => ("Whom to ask", "À qui s’adresser", "Bij wie u terechtkunt"),
        "no_contact" => (
            "The partnership has named nobody.",
            "Le partenariat n’a nommé personne.",
            "Het partnerschap heeft niemand genoemd.",
        ),
        "meeting" => ("Meetings", "Réunions", "Vergaderingen"),
        "confidential" => (
            "For the partners: this review names stakeholders.",
            "Pour les partenaires\u{a0}: ce bilan nomme des parties prenantes.",
            "Voor de partners: deze doorlichting noemt belanghebbenden.",
        ),
        "more_rows" => (
            "More rows are left out here; the tables hold them all.",
            "D’autres lignes sont omises ici\u{a0}; les tableaux les contiennent toutes.",
            "Meer rijen zijn hier weggelaten; de tabellen bevatten ze alle.",
        ),
        "hidden" => ("not shown", "non montré", "niet getoond"),
        "date" => ("Date", "Date", "Datum"),
        "responsibility" => ("Part", "Rôle", "Rol"),
        "matrix_title" => {
            ("Who does what in each activity", "Qui fait quoi dans chaque activité", "Wie doet wat in elke activiteit")
        }
        "load_title" => ("Load against agreed share", "Charge et part convenue", "Last tegenover afgesproken aandeel"),
        "timeline_title" => (
            "Activities, meetings and conflicts over time",
            "Activités, réunions et conflits dans le temps",
            "Activiteiten, vergaderingen en conflicten in de tijd",
        ),
        "retention_title" => (
            "Share of stakeholders still taking part",
            "Part des parties prenantes encore présentes",
            "Aandeel belanghebbenden dat nog meedoet",
        ),
        "nothing_to_draw" => ("There is nothing to draw.", "Il n’y a rien à dessiner.", "Er is niets om te tekenen."),
        "most" => ("Most", "Le plus", "Meest"),
        "least" => ("Least", "Le moins", "Minst"),
        "still_there" => ("still taking part", "encore présentes", "doet nog mee"),
        _ => return None,
    })
}
