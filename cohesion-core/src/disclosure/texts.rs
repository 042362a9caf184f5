//! What is said of what must be hidden.

use crate::message::{Count, Name, texts};

texts! {
    /// A group was hidden so that another cannot be found by subtraction.
    note hidden_complementary() {
        en "Hidden so that a smaller group cannot be found by subtraction.",
        fr "Masqué afin qu’un groupe plus petit ne puisse être retrouvé par soustraction.",
        nl "Verborgen zodat een kleinere groep niet door aftrekken te vinden is.",
    }
    /// A share was hidden because too few gave the answer, or too few did not.
    note hidden_numerator(minimum: Count) {
        en "Hidden: fewer than {minimum} {minimum|person|people} gave this answer, or fewer than {minimum} did not.",
        fr "Masqué : moins de {minimum} {minimum|personne a donné|personnes ont donné} cette réponse, ou moins de {minimum} ne {minimum|l’a|l’ont} pas donnée.",
        nl "Verborgen: minder dan {minimum} {minimum|mens gaf|mensen gaven} dit antwoord, of minder dan {minimum} {minimum|gaf|gaven} het niet.",
    }
    /// A share was hidden because all or none of the group gave the answer.
    note hidden_group_disclosure() {
        en "Hidden: everybody in the group would be known to have given, or not to have given, this answer.",
        fr "Masqué : on saurait de chaque membre du groupe s’il a donné cette réponse.",
        nl "Verborgen: van iedereen in de groep zou bekend zijn of hij dit antwoord gaf.",
    }
    /// A total was hidden because few contributions make most of it.
    note hidden_dominance() {
        en "Hidden: a few contributions make most of this total.",
        fr "Masqué : quelques contributions font l’essentiel de ce total.",
        nl "Verborgen: enkele bijdragen maken het grootste deel van dit totaal uit.",
    }
    /// A total was hidden because its largest contributions were not given.
    note dominance_unknown() {
        en "Hidden: whether a few contributions make most of this total is not known. Give the counts of the table with it.",
        fr "Masqué : on ignore si quelques contributions font l’essentiel de ce total. Joignez les effectifs du tableau.",
        nl "Verborgen: of enkele bijdragen het grootste deel van dit totaal uitmaken is niet bekend. Geef de aantallen van de tabel mee.",
    }
    /// A table was hidden because it could not be proven safe.
    note hidden_unproven() {
        en "Hidden: it could not be proven within the stated effort that nobody can be recognised.",
        fr "Masqué : il n’a pas pu être prouvé, dans la limite de calcul fixée, que personne ne peut être reconnu.",
        nl "Verborgen: binnen de gestelde rekentijd was niet te bewijzen dat niemand herkenbaar is.",
    }
    /// The audit takes all tables to be about the same people.
    note audit_same_people() {
        en "All tables were taken to be about the same people, and readers to know of them nothing else that was counted here.",
        fr "Tous les tableaux sont censés porter sur les mêmes personnes, et les lecteurs ne rien savoir d’autre de ce qui est compté ici.",
        nl "Alle tabellen gaan naar aanname over dezelfde mensen, en lezers weten verder niets van wat hier geteld is.",
    }
    /// The audit links answers to different questions by the sizes of groups only.
    note audit_group_sizes() {
        en "Answers to different questions are linked by the sizes of the groups only.",
        fr "Les réponses à des questions différentes ne sont liées que par la taille des groupes.",
        nl "Antwoorden op verschillende vragen hangen alleen samen door de grootte van de groepen.",
    }
    /// The audit looks at weighted shares for what determines what, as they are no counts.
    note audit_weighted_shares() {
        en "Weighted shares are no counts: it was checked that the shown ones do not determine a hidden one.",
        fr "Les parts pondérées ne sont pas des effectifs : il a été vérifié que celles affichées n’en déterminent aucune masquée.",
        nl "Gewogen aandelen zijn geen aantallen: nagegaan is dat de getoonde geen verborgen aandeel bepalen.",
    }
    /// The audit takes rounded figures as ranges.
    note audit_rounded(base: Count) {
        en "Counts are rounded to multiples of {base} and shares to whole percents; the audit takes them as ranges.",
        fr "Les effectifs sont arrondis à des multiples de {base} et les parts au pour cent ; le contrôle les prend comme intervalles.",
        nl "Aantallen zijn afgerond op veelvouden van {base} en aandelen op hele procenten; de controle neemt ze als bereiken.",
    }
    /// Enough rows share each combination of columns.
    note k_anonymous(k: Count, smallest: Count) {
        en "Every combination of these columns is shared by {smallest} {smallest|person|people} or more; {k} {k|was|were} asked for.",
        fr "Chaque combinaison de ces colonnes est partagée par {smallest} {smallest|personne|personnes} ou plus ; {k} {k|était demandée|étaient demandées}.",
        nl "Elke combinatie van deze kolommen wordt door {smallest} {smallest|mens|mensen} of meer gedeeld; gevraagd {k|was|waren} er {k}.",
    }
    /// Rows whose combination of columns too few share.
    note not_k_anonymous(n: Count, rows: Count, k: Count) {
        en "{n} of {rows} {rows|person|people} {n|stands|stand} in combinations of these columns that fewer than {k} {k|person shares|people share}, and could be recognised. Do not hand on these rows.",
        fr "{n} {n|personne|personnes} sur {rows} {n|se trouve|se trouvent} dans des combinaisons de ces colonnes que moins de {k} {k|personne partage|personnes partagent}, et {n|pourrait être reconnue|pourraient être reconnues}. Ne transmettez pas ces lignes.",
        nl "{n} van de {rows} {rows|mens|mensen} {n|zit|zitten} in combinaties van deze kolommen die minder dan {k} {k|mens deelt|mensen delen}, en {n|zou|zouden} herkenbaar zijn. Geef deze rijen niet door.",
    }
    /// The column without which fewest rows stand out.
    note column_helps_most(column: Name, n: Count) {
        en "Leaving out or coarsening the column {column} helps most: without it {n} {n|person|people} would still stand out.",
        fr "Retirer ou regrouper la colonne {column} aide le plus : {n} {n|personne ressortirait|personnes ressortiraient} encore sans elle.",
        nl "De kolom {column} weglaten of vergroven helpt het meest: zonder die kolom {n|valt|vallen} er nog {n} {n|mens|mensen} op.",
    }
    /// Everybody of some combination has the same value.
    note one_sensitive_value(column: Name) {
        en "In some combination everybody has the same value of {column}: who knows that a person is in it knows the value.",
        fr "Dans une combinaison au moins, tous ont la même valeur de {column} : qui sait qu’une personne en fait partie connaît cette valeur.",
        nl "In minstens één combinatie heeft iedereen dezelfde waarde van {column}: wie weet dat iemand erin zit, kent die waarde.",
    }
}
