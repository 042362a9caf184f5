//! What can be estimated: its name, its words, its formula and where that comes from, each said here alone.

use crate::closed_set::closed_set;
use crate::message::{Entry, texts};

closed_set! {
    /// What was estimated.
    #[non_exhaustive]
    pub enum Statistic {
        /// A weighted mean.
        Mean = "mean",
        /// A weighted share, between 0 and 1.
        Share = "share",
        /// A weighted total.
        Total = "total",
        /// A ratio of two weighted totals.
        Ratio = "ratio",
        /// A weighted variance.
        Variance = "variance",
        /// A weighted correlation, between -1 and 1.
        Correlation = "correlation",
        /// A weighted quantile.
        Quantile = "quantile",
        /// A difference of two rows.
        Difference = "difference",
        /// Cronbach's alpha.
        Alpha = "alpha",
        /// Terms of a regression.
        Coefficient = "coefficient",
        /// A coefficient of variation.
        CoefficientOfVariation = "coefficient_of_variation",
        /// An index of Theil.
        Theil = "theil",
        /// A coefficient of Gini.
        Gini = "gini",
    }
}

/// What is known of a statistic.
pub(crate) struct About {
    pub words: &'static Entry,
    /// With w for weights and y for answers.
    pub formula: &'static str,
    pub source: &'static str,
}

impl Statistic {
    pub(crate) fn about(self) -> About {
        let about = |words, formula, source| About { words, formula, source };
        match self {
            Self::Mean => about(&MEAN, "sum(w y) / sum(w)", "Särndal, Swensson and Wretman 1992, section 5.7"),
            Self::Share => {
                about(&SHARE, "sum(w [y counts]) / sum(w)", "Särndal, Swensson and Wretman 1992, section 5.7")
            }
            Self::Total => about(&TOTAL, "sum(w y)", "Horvitz and Thompson 1952"),
            Self::Ratio => about(&RATIO, "sum(w y) / sum(w x)", "Särndal, Swensson and Wretman 1992, section 5.6"),
            Self::Variance => about(&VARIANCE, "n / (n - 1) sum(w (y - mean)^2) / sum(w)", "Lumley 2010"),
            Self::Correlation => about(&CORRELATION, "cov(x, y) / sqrt(var(x) var(y))", "Pearson 1896"),
            Self::Quantile => {
                about(&QUANTILE, "q with sum(w [y <= q]) / sum(w) >= p", "Woodruff 1952; Hyndman and Fan 1996")
            }
            Self::Difference => about(&DIFFERENCE, "a - b", "Särndal, Swensson and Wretman 1992, section 5.5"),
            Self::Alpha => about(&ALPHA, "k / (k - 1) (1 - sum_j var(y_j) / var(sum_j y_j))", "Cronbach 1951"),
            Self::Coefficient => about(&COEFFICIENT, "b with sum(w x (y - mean(x'b))) = 0", "Binder 1983"),
            Self::CoefficientOfVariation => about(
                &COEFFICIENT_OF_VARIATION,
                "sqrt(n / (n - 1) sum(w (y - mean)^2) / sum(w)) / mean",
                "Pearson 1896",
            ),
            Self::Theil => about(&THEIL, "sum(w y ln(y / mean)) / sum(w y)", "Theil 1967; Biewen and Jenkins 2006"),
            Self::Gini => about(
                &GINI,
                "sum_i sum_j w_i w_j |y_i - y_j| / (2 sum(w) sum(w y))",
                "Gini 1914; Langel and Tillé 2013",
            ),
        }
    }
}

texts! {
    word mean { en "Mean", fr "Moyenne", nl "Gemiddelde" }
    word share { en "Share", fr "Part", nl "Aandeel" }
    word total { en "Total", fr "Total", nl "Totaal" }
    word ratio { en "Ratio", fr "Rapport", nl "Verhouding" }
    word variance { en "Variance", fr "Variance", nl "Variantie" }
    word correlation { en "Correlation", fr "Corrélation", nl "Correlatie" }
    word quantile { en "Quantile", fr "Quantile", nl "Kwantiel" }
    word difference { en "Difference", fr "Différence", nl "Verschil" }
    word alpha { en "Cronbach’s alpha", fr "Alpha de Cronbach", nl "Cronbachs alfa" }
    word coefficient { en "Coefficient", fr "Coefficient", nl "Coëfficiënt" }
    word coefficient_of_variation { en "Coefficient of variation", fr "Coefficient de variation", nl "Variatiecoëfficiënt" }
    word theil { en "Theil index", fr "Indice de Theil", nl "Theil-index" }
    word gini { en "Gini coefficient", fr "Coefficient de Gini", nl "Gini-coëfficiënt" }
}
