//! The words of sheets: titles of results and of their columns.

use super::{Family, Grade, Reliability};
use crate::message::{Count, Language, List, Name, Number, format_percent, phrases, sentence, texts};

texts! {
    word degrees { en "df", fr "df", nl "df" }
    word degrees_above { en "df 1", fr "df 1", nl "df 1" }
    word degrees_below { en "df 2", fr "df 2", nl "df 2" }
    word term { en "Term", fr "Terme", nl "Term" }
    word p_value { en "p", fr "p", nl "p" }
    word least_squares { en "Regression", fr "Régression", nl "Regressie" }
    word logistic { en "Logistic regression", fr "Régression logistique", nl "Logistische regressie" }
    word poisson { en "Poisson regression", fr "Régression de Poisson", nl "Poissonregressie" }
    word log_odds { en "Log odds", fr "Logarithme de la cote", nl "Log-odds" }
    word log_rate { en "Log rate", fr "Logarithme du taux", nl "Log-ratio" }
    /// What is regressed on what.
    sentence regression(kind: Name, variable: Name, on: List<Name>) {
        en "{kind} of {variable}[ on {on}]",
        fr "{kind} de {variable}[ sur {on}]",
        nl "{kind} van {variable}[ op {on}]",
    }
    /// What the terms of a column are compared with.
    sentence base_level(column: Name, level: Name) {
        en "{column}: compared with {level}.",
        fr "{column} : par rapport à {level}.",
        nl "{column}: vergeleken met {level}.",
    }
    /// How many rows were used.
    sentence rows_used(n: Count, missing: Count) {
        en "{n} {n|row|rows} went in; rows without an answer: {missing}.",
        fr "{n} {n|ligne utilisée|lignes utilisées} ; lignes sans réponse : {missing}.",
        nl "{n} {n|rij telde|rijen telden} mee; rijen zonder antwoord: {missing}.",
    }
    /// Labels of rows, where they are many.
    sentence many_rows(n: Count) {
        en "{n} {n|row|rows}",
        fr "{n} {n|ligne|lignes}",
        nl "{n} {n|rij|rijen}",
    }
    /// Tables for which there is no room.
    sentence more_tables(n: Count) {
        en "{n} more {n|table is|tables are} not shown here.",
        fr "{n} {n|autre tableau n’est pas affiché|autres tableaux ne sont pas affichés} ici.",
        nl "{n} {n|andere tabel wordt|andere tabellen worden} hier niet getoond.",
    }
    /// Remarks for which there is no room.
    sentence more_remarks(n: Count) {
        en "{n} more {n|remark is|remarks are} not shown here.",
        fr "{n} {n|autre remarque n’est pas affichée|autres remarques ne sont pas affichées} ici.",
        nl "{n} {n|andere opmerking wordt|andere opmerkingen worden} hier niet getoond.",
    }
    word own_part { en "Own survey", fr "Enquête propre", nl "Eigen enquête" }
    word post_stratification { en "post-stratification", fr "post-stratification", nl "poststratificatie" }
    word raking { en "raking", fr "par itérations sur les marges", nl "iteratief naar de marges" }
    word linear { en "linear", fr "linéaire", nl "lineair" }
    word logit { en "logit", fr "logit", nl "logit" }
    /// How far a calibration moved the weights.
    sentence weights_moved(low: Number<2>, high: Number<2>, before: Number<2>, after: Number<2>) {
        en "Weights were multiplied by {low} to {high}; the design effect of weighting went from {before} to {after}.",
        fr "Les poids ont été multipliés par {low} à {high} ; l’effet de plan de la pondération est passé de {before} à {after}.",
        nl "Gewichten zijn vermenigvuldigd met {low} tot {high}; het designeffect van de weging ging van {before} naar {after}.",
    }
    /// Which columns are looked at together.
    sentence combinations(columns: List<Name>) {
        en "Combinations of {columns}",
        fr "Combinaisons : {columns}",
        nl "Combinaties van {columns}",
    }
    word different_values { en "Different values", fr "Valeurs différentes", nl "Verschillende waarden" }
    word without_one { en "Without one of the columns", fr "Sans une des colonnes", nl "Zonder een van de kolommen" }
    word left_out { en "Left out", fr "Laissée de côté", nl "Weggelaten" }
    word rarest { en "Rarest combination", fr "Combinaison la plus rare", nl "Zeldzaamste combinatie" }
    word rare_rows { en "Rows too rare", fr "Lignes trop rares", nl "Te zeldzame rijen" }
    /// Tables that may be shared.
    sentence published_tables(n: Count) {
        en "{n} {n|table|tables} that may be shared",
        fr "{n} {n|tableau publiable|tableaux publiables}",
        nl "{n} {n|tabel die gedeeld mag worden|tabellen die gedeeld mogen worden}",
    }
    /// How many rows have a score.
    sentence scored(n: Count, of: Count) {
        en "Scores: {n} of {of} {of|row has|rows have} one",
        fr "Scores : {n} {n|ligne|lignes} sur {of} en {n|a|ont} un",
        nl "Scores: {n} van de {of} {of|rij|rijen} {n|heeft|hebben} er een",
    }
    word band { en "Band", fr "Classe", nl "Klasse" }
    word counted { en "Counted", fr "Comptés", nl "Geteld" }
    /// Whose answers are counted.
    sentence counts_of(variable: Name, values: List<Name>) {
        en "Counts: {variable}[ = {values}]",
        fr "Effectifs : {variable}[ = {values}]",
        nl "Aantallen: {variable}[ = {values}]",
    }
    word statistic { en "Statistic", fr "Statistique", nl "Toetsingsgrootheid" }
}

/// The names of tests, by the name that results have.
pub(crate) mod tests {
    use crate::message::texts;

    texts! {
        word t { en "t test", fr "Test t", nl "t-toets" }
        word t_one_sample { en "t test of one sample", fr "Test t à un échantillon", nl "t-toets van één steekproef" }
        word t_paired { en "t test of pairs", fr "Test t apparié", nl "Gepaarde t-toets" }
        word contrast { en "Contrast", fr "Contraste", nl "Contrast" }
        word wald_f { en "Wald test", fr "Test de Wald", nl "Waldtoets" }
        word adjusted_wald_f { en "Adjusted Wald test", fr "Test de Wald ajusté", nl "Aangepaste Waldtoets" }
        word rao_scott_f {
            en "Rao–Scott test (F)",
            fr "Test de Rao et Scott (F)",
            nl "Toets van Rao en Scott (F)",
        }
        word rao_scott_chi_square {
            en "Rao–Scott test (chi-square)",
            fr "Test de Rao et Scott (khi-deux)",
            nl "Toets van Rao en Scott (chikwadraat)",
        }
        word rao_scott_saddlepoint {
            en "Rao–Scott test (saddlepoint)",
            fr "Test de Rao et Scott (point-selle)",
            nl "Toets van Rao en Scott (zadelpunt)",
        }
        word wilcoxon { en "Wilcoxon rank test", fr "Test des rangs de Wilcoxon", nl "Rangtoets van Wilcoxon" }
        word van_der_waerden {
            en "Van der Waerden rank test",
            fr "Test des rangs de Van der Waerden",
            nl "Rangtoets van Van der Waerden",
        }
        word median { en "Median test", fr "Test de la médiane", nl "Mediaantoets" }
        word kruskal_wallis {
            en "Kruskal–Wallis rank test",
            fr "Test des rangs de Kruskal et Wallis",
            nl "Rangtoets van Kruskal en Wallis",
        }
    }
}

/// A level of confidence: 95%, or 99.9%.
pub(crate) fn level(level: f64, language: Language) -> String {
    let whole = (level * 100.0 - (level * 100.0).round()).abs() < 1e-9;
    format_percent(level, usize::from(!whole), language)
}

/// “95% interval”.
pub(crate) fn interval(of: f64, language: Language) -> String {
    sentence::interval_name(level(of, language), language)
}

/// The words of a grade.
pub(crate) fn grade(grade: Grade, language: Language) -> &'static str {
    let name = match grade {
        Grade::Reliable => &phrases::RELIABLE,
        Grade::Review => &phrases::REVIEW,
        Grade::Unreliable => &phrases::UNRELIABLE,
    };
    name.said(language)
}

/// Why a figure is to be used with care or not at all; `None` for a reliable one.
pub(crate) fn caution(reliability: Option<&Reliability>, language: Language) -> Option<String> {
    let reliability = reliability.filter(|reliability| reliability.grade != Grade::Reliable)?;
    let mut text =
        sentence::labelled(phrases::RELIABILITY.said(language), grade(reliability.grade, language), language);
    if let Some(reason) =
        reliability.reason.as_deref().and_then(|reason| sentence::reliability_reason(reason, language))
    {
        text.push_str(" (");
        text.push_str(reason);
        text.push(')');
    }
    Some(text + ".")
}

impl Family {
    /// What such a regression is called, and what its terms are.
    pub(crate) fn words(self, language: Language) -> [&'static str; 2] {
        let (name, term) = match self {
            Self::Gaussian => (&LEAST_SQUARES, super::Statistic::Coefficient.about().words),
            Self::Binomial => (&LOGISTIC, &LOG_ODDS),
            Self::Poisson => (&POISSON, &LOG_RATE),
        };
        [name.said(language), term.said(language)]
    }
}
