//! The words of the review of a partnership: headings, columns, states.

use crate::message::texts;

texts! {
    word review_of { en "Review of the partnership", fr "Bilan du partenariat", nl "Doorlichting van het partnerschap" }
    word findings { en "Findings", fr "Constats", nl "Bevindingen" }
    word no_findings {
        en "Nothing stands out among what could be judged.",
        fr "Rien ne ressort de ce qui a pu être évalué.",
        nl "In wat te beoordelen was, valt niets op.",
    }
    word severity { en "Weight", fr "Poids", nl "Gewicht" }
    word finding { en "Finding", fr "Constat", nl "Bevinding" }
    word since_last_time { en "Since last time", fr "Depuis la dernière fois", nl "Sinds de vorige keer" }
    word actions { en "Actions", fr "Actions", nl "Acties" }
    word what_helps { en "What helps", fr "Ce qui aide", nl "Wat helpt" }
    word gone {
        en "Findings of last time that are gone",
        fr "Constats de la dernière fois qui ont disparu",
        nl "Bevindingen van de vorige keer die weg zijn",
    }
    word high { en "high", fr "élevé", nl "hoog" }
    word medium { en "medium", fr "moyen", nl "middelmatig" }
    word low { en "low", fr "faible", nl "laag" }
    word new { en "new", fr "nouveau", nl "nieuw" }
    word improved { en "improved", fr "mieux", nl "verbeterd" }
    word unchanged { en "unchanged", fr "inchangé", nl "onveranderd" }
    word worse { en "worse", fr "moins bien", nl "verslechterd" }
    word cannot_tell { en "cannot be told", fr "impossible à dire", nl "niet te zeggen" }
    word present { en "still there", fr "toujours là", nl "nog aanwezig" }
    word absent { en "not found", fr "pas constaté", nl "niet vastgesteld" }
    word responsibilities {
        en "Roles and responsibilities",
        fr "Rôles et responsabilités",
        nl "Rollen en verantwoordelijkheden",
    }
    word shares { en "Fair shares", fr "Répartition de la charge", nl "Verdeling van de last" }
    word communication { en "Communication", fr "Communication", nl "Communicatie" }
    word conflicts { en "Conflicts", fr "Conflits", nl "Conflicten" }
    word retention { en "Engagement", fr "Engagement", nl "Betrokkenheid" }
    word self_assessment {
        en "How the partners rate their work",
        fr "Comment les partenaires jugent leur travail",
        nl "Hoe de partners hun werk beoordelen",
    }
    word networks { en "Who works with whom", fr "Qui travaille avec qui", nl "Wie met wie werkt" }
    word contact { en "Contact", fr "Contact", nl "Contact" }
    word frequency { en "How often", fr "Fréquence", nl "Hoe vaak" }
    word information { en "Information", fr "Information", nl "Informatie" }
    word collaboration { en "Work together", fr "Collaboration", nl "Samenwerking" }
    word trust { en "Trust", fr "Confiance", nl "Vertrouwen" }
    word reliability { en "Reliability", fr "Fiabilité", nl "Betrouwbaarheid" }
    word mission { en "Support of the mission", fr "Soutien à la mission", nl "Steun aan de missie" }
    word openness { en "Openness", fr "Ouverture", nl "Openheid" }
    word influence { en "Influence", fr "Influence", nl "Invloed" }
    word resources { en "Resources", fr "Ressources", nl "Middelen" }
    word involvement { en "Involvement", fr "Implication", nl "Inzet" }
    word everybody_answered {
        en "Everybody is taken to have answered; who was not asked looks like somebody without ties.",
        fr "Tout le monde est censé avoir répondu ; qui n’a pas été interrogé ressemble à quelqu’un sans liens.",
        nl "Iedereen wordt geacht te hebben geantwoord; wie niet bevraagd werd, lijkt iemand zonder banden.",
    }
    word activity { en "Activity", fr "Activité", nl "Activiteit" }
    word activities { en "Activities", fr "Activités", nl "Activiteiten" }
    word responsible { en "Responsible", fr "Réalise", nl "Voert uit" }
    word accountable { en "Accountable", fr "Répond", nl "Eindverantwoordelijk" }
    word consulted { en "Consulted", fr "Consulté", nl "Geraadpleegd" }
    word informed { en "Informed", fr "Informé", nl "Geïnformeerd" }
    word who_does_what { en "Who does what", fr "Qui fait quoi", nl "Wie doet wat" }
    word load { en "Tasks per stakeholder", fr "Tâches par partie prenante", nl "Taken per belanghebbende" }
    word stakeholder { en "Stakeholder", fr "Partie prenante", nl "Belanghebbende" }
    word tasks { en "Tasks", fr "Tâches", nl "Taken" }
    word share { en "Share", fr "Part", nl "Aandeel" }
    word expected_share { en "Part to carry", fr "Part à porter", nl "Te dragen deel" }
    word agreed_share { en "Agreed share", fr "Part convenue", nl "Afgesproken aandeel" }
    word gap { en "Gap (percentage points)", fr "Écart (points de pourcentage)", nl "Verschil (procentpunten)" }
    word depends_on_one {
        en "What stops if one leaves",
        fr "Ce qui s’arrête si un seul part",
        nl "Wat stopt als één vertrekt",
    }
    word kind { en "Kind", fr "Type", nl "Soort" }
    word sectors { en "Who is at the table", fr "Qui est à la table", nl "Wie aan tafel zit" }
    word sector { en "Kind of stakeholder", fr "Type de partie prenante", nl "Soort belanghebbende" }
    word expected { en "Expected", fr "Attendu", nl "Verwacht" }
    word stakeholders { en "Stakeholders", fr "Parties prenantes", nl "Belanghebbenden" }
    word representatives { en "Representatives", fr "Représentants", nl "Vertegenwoordigers" }
    word objective { en "Objective", fr "Objectif", nl "Doelstelling" }
    word objectives { en "Objectives", fr "Objectifs", nl "Doelstellingen" }
    word owner { en "Owner", fr "Responsable", nl "Eigenaar" }
    word shared_by { en "Shared by", fr "Partagé par", nl "Gedeeld door" }
    word indicators { en "Indicators", fr "Indicateurs", nl "Indicatoren" }
    word role { en "Role", fr "Rôle", nl "Rol" }
    word roles { en "Roles", fr "Rôles", nl "Rollen" }
    word theory {
        en "From activities to objectives",
        fr "Des activités aux objectifs",
        nl "Van activiteiten naar doelstellingen",
    }
    word activities_reach_objective {
        en "Activities that lead to an objective",
        fr "Activités qui mènent à un objectif",
        nl "Activiteiten die naar een doelstelling leiden",
    }
    word objectives_are_served {
        en "Objectives served by an activity",
        fr "Objectifs servis par une activité",
        nl "Doelstellingen met een activiteit",
    }
    word objectives_have_indicator {
        en "Objectives with an indicator",
        fr "Objectifs avec indicateur",
        nl "Doelstellingen met een indicator",
    }
    word results_have_cause {
        en "Planned results that something leads to",
        fr "Résultats prévus ayant une cause",
        nl "Geplande resultaten waar iets naartoe leidt",
    }
    word results_have_indicator {
        en "Planned results with an indicator",
        fr "Résultats prévus avec indicateur",
        nl "Geplande resultaten met een indicator",
    }
    word what { en "What", fr "Quoi", nl "Wat" }
    word number { en "Number", fr "Nombre", nl "Aantal" }
    word of { en "Of", fr "Sur", nl "Van" }
    word amount { en "Amount", fr "Quantité", nl "Hoeveelheid" }
    word contributions { en "Contributions", fr "Apports", nl "Bijdragen" }
    word total { en "Total", fr "Total", nl "Totaal" }
    word gini {
        en "Gini coefficient (0 equal; with so many at most)",
        fr "Coefficient de Gini (0 égal ; au plus, à ce nombre)",
        nl "Gini-coëfficiënt (0 gelijk; bij dit aantal hoogstens)",
    }
    word gini_normalised {
        en "Gini coefficient on a scale from 0 to 1",
        fr "Coefficient de Gini sur une échelle de 0 à 1",
        nl "Gini-coëfficiënt op een schaal van 0 tot 1",
    }
    word herfindahl {
        en "Herfindahl index (with so many at least)",
        fr "Indice de Herfindahl (au moins, à ce nombre)",
        nl "Herfindahl-index (bij dit aantal minstens)",
    }
    word herfindahl_normalised {
        en "Herfindahl index on a scale from 0 to 1",
        fr "Indice de Herfindahl sur une échelle de 0 à 1",
        nl "Herfindahl-index op een schaal van 0 tot 1",
    }
    word to_move {
        en "Part of the load that would have to move",
        fr "Part de la charge à déplacer",
        nl "Deel van de last dat zou moeten verschuiven",
    }
    word needs { en "Needs", fr "Besoins", nl "Noden" }
    word need { en "Need", fr "Besoin", nl "Nood" }
    word needed { en "Needed", fr "Nécessaire", nl "Nodig" }
    word by { en "By", fr "Pour le", nl "Tegen" }
    word pledged { en "Pledged", fr "Promis", nl "Toegezegd" }
    word delivered { en "Delivered", fr "Livré", nl "Geleverd" }
    word status { en "Status", fr "État", nl "Stand" }
    word days_late { en "Days late", fr "Jours de retard", nl "Dagen te laat" }
    word met { en "met", fr "couvert", nl "ingevuld" }
    word met_late { en "met late", fr "couvert en retard", nl "te laat ingevuld" }
    word open { en "open", fr "ouvert", nl "open" }
    word overdue { en "overdue", fr "en retard", nl "te laat" }
    word settled { en "settled", fr "réglé", nl "opgelost" }
    word done { en "done", fr "faite", nl "gedaan" }
    word dropped { en "dropped", fr "abandonnée", nl "geschrapt" }
    word recognition { en "Contributions and thanks", fr "Apports et remerciements", nl "Bijdragen en waardering" }
    word thanks { en "Thanks", fr "Remerciements", nl "Waardering" }
    word last_thanks { en "Last thanks", fr "Dernier remerciement", nl "Laatste waardering" }
    word channels { en "Channels", fr "Canaux", nl "Kanalen" }
    word channel { en "Channel", fr "Canal", nl "Kanaal" }
    word events { en "Events", fr "Événements", nl "Gebeurtenissen" }
    word last { en "Last", fr "Dernier", nl "Laatste" }
    word planned { en "Planned", fr "Prévu", nl "Gepland" }
    word kept { en "Kept", fr "Tenu", nl "Gehaald" }
    word longest_silence { en "Longest silence (days)", fr "Plus long silence (jours)", nl "Langste stilte (dagen)" }
    word longest_delay { en "Most days late", fr "Retard maximal (jours)", nl "Meeste dagen te laat" }
    word reached { en "Meetings", fr "Réunions", nl "Vergaderingen" }
    word meetings { en "Meetings", fr "Réunions", nl "Vergaderingen" }
    word was_there { en "Was there", fr "Présences", nl "Aanwezig" }
    word missed_in_a_row { en "Missed in a row", fr "Manquées de suite", nl "Na elkaar gemist" }
    word audiences { en "For whom", fr "Pour qui", nl "Voor wie" }
    word audience { en "Audience", fr "Public", nl "Doelgroep" }
    word partners { en "Partners", fr "Partenaires", nl "Partners" }
    word participants { en "Participants", fr "Participants", nl "Deelnemers" }
    word residents { en "Residents", fr "Habitants", nl "Bewoners" }
    word public { en "Everybody", fr "Tout le monde", nl "Iedereen" }
    word conflict { en "Conflict", fr "Conflit", nl "Conflict" }
    word opened { en "Opened", fr "Ouvert le", nl "Geopend" }
    word closed { en "Closed", fr "Clos le", nl "Gesloten" }
    word days { en "Days", fr "Jours", nl "Dagen" }
    word mediated { en "With mediation", fr "Avec médiation", nl "Met bemiddeling" }
    word not_mediated { en "Without mediation", fr "Sans médiation", nl "Zonder bemiddeling" }
    word parties { en "Parties", fr "Parties", nl "Partijen" }
    word conflicts_so_far { en "Conflicts so far", fr "Conflits à ce jour", nl "Conflicten tot nu toe" }
    word of_which_open { en "Of which open", fr "Dont ouverts", nl "Waarvan open" }
    word of_which_settled { en "Of which settled", fr "Dont réglés", nl "Waarvan opgelost" }
    word recurring { en "The same two again", fr "Les deux mêmes à nouveau", nl "Opnieuw dezelfde twee" }
    word time_to_settle { en "Time to settlement", fr "Temps jusqu’au règlement", nl "Tijd tot oplossing" }
    word group { en "Group", fr "Groupe", nl "Groep" }
    word all { en "All", fr "Tous", nl "Alle" }
    word cases { en "Cases", fr "Cas", nl "Gevallen" }
    word ended { en "Ended", fr "Terminés", nl "Beëindigd" }
    word median_days { en "Median (days)", fr "Médiane (jours)", nl "Mediaan (dagen)" }
    word not_reached { en "not reached", fr "non atteinte", nl "niet bereikt" }
    word interval { en "Interval", fr "Intervalle", nl "Interval" }
    word after_one_year { en "After one year", fr "Après un an", nl "Na een jaar" }
    word staying { en "Who stays", fr "Qui reste", nl "Wie blijft" }
    word start {
        en "since the partnership began",
        fr "depuis le début du partenariat",
        nl "sinds het begin van het partnerschap",
    }
    word joining { en "since joining", fr "depuis l’adhésion", nl "sinds toetreding" }
    word opening { en "since it came up", fr "depuis l’ouverture", nl "sinds het ontstaan" }
    word comparison {
        en "Do sectors leave at different rates?",
        fr "Les types de partenaires partent-ils à des rythmes différents ?",
        nl "Vertrekken sectoren in een ander tempo?",
    }
    word p_permutation { en "p by permutation", fr "p par permutation", nl "p door permutatie" }
    word p_chi_square { en "p by chi-square", fr "p par khi carré", nl "p volgens chi-kwadraat" }
    word exact { en "exact", fr "exact", nl "exact" }
    word turnover { en "Turnover", fr "Rotation", nl "Verloop" }
    word organisations { en "Organisations", fr "Organisations", nl "Organisaties" }
    word stays { en "Stays", fr "Séjours", nl "Periodes" }
    word current { en "Current", fr "En cours", nl "Lopend" }
    word left { en "Left", fr "Partis", nl "Vertrokken" }
    word left_last_year {
        en "Left in the last year",
        fr "Partis ces douze derniers mois",
        nl "Vertrokken in het laatste jaar",
    }
    word left_per_year { en "Leavings per year", fr "Départs par an", nl "Vertrek per jaar" }
    word attendance { en "Attendance", fr "Présence", nl "Aanwezigheid" }
    word at_risk { en "Partners to talk to", fr "Partenaires à qui parler", nl "Partners om mee te praten" }
    word reasons { en "Signs", fr "Signes", nl "Tekens" }
    word thanks_as_state {
        en "Before and since the first thanks",
        fr "Avant et depuis le premier remerciement",
        nl "Voor en sinds de eerste waardering",
    }
    word before_first_thanks {
        en "before the first thanks",
        fr "avant le premier remerciement",
        nl "voor de eerste waardering",
    }
    word since_first_thanks {
        en "since the first thanks",
        fr "depuis le premier remerciement",
        nl "sinds de eerste waardering",
    }
    word action { en "Action", fr "Action", nl "Actie" }
    word due { en "Due", fr "Échéance", nl "Termijn" }
    word answers_finding { en "Answers", fr "Répond à", nl "Antwoord op" }
    word outcome { en "Outcome", fr "Résultat", nl "Uitkomst" }
    word not_judged {
        en "What could not be judged",
        fr "Ce qui n’a pas pu être évalué",
        nl "Wat niet te beoordelen was",
    }
    word all_judged { en "Everything could be judged.", fr "Tout a pu être évalué.", nl "Alles was te beoordelen." }
    word how_made { en "How this was made", fr "Comment ceci a été établi", nl "Hoe dit gemaakt is" }
    word as_of { en "Day of the review", fr "Jour du bilan", nl "Dag van de doorlichting" }
    word previous { en "Review before", fr "Bilan précédent", nl "Vorige doorlichting" }
    word plan_hash { en "Plan", fr "Plan", nl "Plan" }
    word table_hashes { en "Tables", fr "Tables", nl "Tabellen" }
    word library { en "Library", fr "Bibliothèque", nl "Bibliotheek" }
    word yes { en "yes", fr "oui", nl "ja" }
    word no { en "no", fr "non", nl "nee" }
    word what_we_found { en "What we found", fr "Ce que nous avons constaté", nl "Wat we vonden" }
    word about_single {
        en "What we found about single partners is told to the partners themselves:",
        fr "Ce qui concerne un seul partenaire est dit aux partenaires eux-mêmes :",
        nl "Wat we over één partner vonden, zeggen we aan de partners zelf:",
    }
    word conflicts_plain {
        en "Conflicts are told as numbers only.",
        fr "Les conflits ne sont donnés qu’en nombres.",
        nl "Over conflicten geven we alleen aantallen.",
    }
    word told_residents {
        en "What residents were told",
        fr "Ce qui a été dit aux habitants",
        nl "Wat bewoners te horen kregen",
    }
    word who_stays_plain {
        en "Partners who came and who left",
        fr "Partenaires arrivés et partis",
        nl "Partners die kwamen en vertrokken",
    }
    word no_cause {
        en "These are records of what the partnership did. They do not show what it changed in the neighbourhood.",
        fr "Ce sont des enregistrements de ce que le partenariat a fait. Ils ne montrent pas ce qu’il a changé dans le quartier.",
        nl "Dit zijn gegevens over wat het partnerschap deed. Ze tonen niet wat het in de buurt veranderde.",
    }
    word cannot_say { en "What this cannot say", fr "Ce que ceci ne peut pas dire", nl "Wat dit niet kan zeggen" }
    word whom_to_ask { en "Whom to ask", fr "À qui s’adresser", nl "Bij wie u terechtkunt" }
    word no_contact {
        en "The partnership has named nobody.",
        fr "Le partenariat n’a nommé personne.",
        nl "Het partnerschap heeft niemand genoemd.",
    }
    word meeting { en "Meetings", fr "Réunions", nl "Vergaderingen" }
    word confidential {
        en "For the partners: this review names stakeholders.",
        fr "Pour les partenaires : ce bilan nomme des parties prenantes.",
        nl "Voor de partners: deze doorlichting noemt belanghebbenden.",
    }
    word more_rows {
        en "More rows are left out here; the tables hold them all.",
        fr "D’autres lignes sont omises ici ; les tableaux les contiennent toutes.",
        nl "Meer rijen zijn hier weggelaten; de tabellen bevatten ze alle.",
    }
    word hidden { en "not shown", fr "non montré", nl "niet getoond" }
    word date { en "Date", fr "Date", nl "Datum" }
    word responsibility { en "Part", fr "Rôle", nl "Rol" }
    word matrix_title {
        en "Who does what in each activity",
        fr "Qui fait quoi dans chaque activité",
        nl "Wie doet wat in elke activiteit",
    }
    word load_title {
        en "Load against agreed share",
        fr "Charge et part convenue",
        nl "Last tegenover afgesproken aandeel",
    }
    word timeline_title {
        en "Activities, meetings and conflicts over time",
        fr "Activités, réunions et conflits dans le temps",
        nl "Activiteiten, vergaderingen en conflicten in de tijd",
    }
    word retention_title {
        en "Share of stakeholders still taking part",
        fr "Part des parties prenantes encore présentes",
        nl "Aandeel belanghebbenden dat nog meedoet",
    }
    word nothing_to_draw {
        en "There is nothing to draw.",
        fr "Il n’y a rien à dessiner.",
        nl "Er is niets om te tekenen.",
    }
    word most { en "Most", fr "Le plus", nl "Meest" }
    word least { en "Least", fr "Le moins", nl "Minst" }
    word still_there { en "still taking part", fr "encore présentes", nl "doet nog mee" }
}
