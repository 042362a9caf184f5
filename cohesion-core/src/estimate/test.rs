//! The result of a test.

use serde::{Deserialize, Serialize};

use super::{ColumnKind, Estimate, FigureKind, Note, Provenance, Rows, Sheet, Statistic, ToSheet, words};
use crate::closed_set::closed_set;
use crate::error::Result;
use crate::json;
use crate::message::{Language, sentence, word_of};

/// A test statistic, its reference distribution and its p-value.
///
/// A test that cannot be made has `statistic: None` and `p: None` and says why in `reason`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Test {
    /// What was tested and how, in snake case: `t`, `wald_f`.
    pub name: String,
    /// The columns that were tested, in order.
    pub variables: Vec<String>,
    /// The groups that were compared, sorted by the bytes of their labels; empty where there are none.
    pub groups: Vec<String>,
    /// The statistic: a t, F or chi-square as `method` says.
    pub statistic: Option<f64>,
    /// Degrees of freedom: those of a t or chi-square, or the first of an F.
    pub df1: Option<f64>,
    /// The second degrees of freedom of an F.
    pub df2: Option<f64>,
    /// The p-value, two-sided for a t.
    pub p: Option<f64>,
    /// What the test is about, where it is one figure: a difference, in the unit of the variable.
    pub estimate: Option<Estimate>,
    /// How many rows went in.
    pub n: u64,
    /// How many rows of the domain lack one of the answers.
    pub n_missing: u64,
    /// Why there is no statistic.
    pub reason: Option<Note>,
    /// Findings that are not fatal.
    pub notes: Vec<Note>,
    /// How the statistic was made and what it is held against.
    pub method: String,
    /// Where the figures come from.
    pub provenance: Provenance,
}

impl Test {
    /// The test as JSON, the same bytes in every language.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let table = Table::new(vec![Column::number("trust", vec![4.0, 6.0, 7.0, 8.0, 5.0])])?;
    /// let test = Survey::new(&table, Design::new())?.t_test_against("trust", 5.0, ())?;
    /// assert!(test.to_json().starts_with("{\"name\":\"t_one_sample\""));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`Test::to_json`] wrote.
    ///
    /// # Errors
    /// [`crate::FaultKind::Syntax`] where the text is no such JSON.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let table = Table::new(vec![Column::number("trust", vec![4.0, 6.0, 7.0, 8.0, 5.0])])?;
    /// let test = Survey::new(&table, Design::new())?.t_test_against("trust", 5.0, ())?;
    /// assert_eq!(cohesion_core::Test::from_json(&test.to_json())?, test);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self> {
        json::read(text, "test")
    }
}

impl Test {
    /// What the figure that it is about is called: of two groups, which less which.
    fn figure(&self, language: Language) -> String {
        match (self.name.as_str(), self.groups.as_slice()) {
            ("t", [base, other]) => format!("{other} \u{2212} {base}"),
            ("contrast", _) => words::tests::CONTRAST.said(language).to_owned(),
            _ => Statistic::Difference.about().words.said(language).to_owned(),
        }
    }

    /// The figure it is about; one without a value where it is about none.
    fn about(&self) -> Estimate {
        let none = || Estimate { n: self.n, n_missing: self.n_missing, ..Estimate::default() };
        Estimate { method: self.method.clone(), ..self.estimate.clone().unwrap_or_else(none) }
    }
}

impl ToSheet for Test {
    fn sheet(&self, language: Language) -> Sheet {
        let name = word_of(words::tests::TABLE, &self.name, language).unwrap_or(&self.name);
        let title = sentence::labelled(name, self.variables.join(", "), language);
        let [above, below] = match self.df2 {
            None => [&words::DEGREES, &words::DEGREES_BELOW],
            Some(_) => [&words::DEGREES_ABOVE, &words::DEGREES_BELOW],
        };
        let about = self.about();
        let rows = Rows::of(std::slice::from_ref(self), language)
            .data("test", ColumnKind::Text, |test| test.name.as_str())
            .data("variables", ColumnKind::Text, |test| test.variables.join(", "))
            .estimate(&self.figure(language), FigureKind::Difference, |_| &about);
        let rows = if self.estimate.is_some() { rows } else { rows.for_programs(&["value", "se"]) };
        let table = rows
            .column("statistic", words::STATISTIC.said(language), ColumnKind::Number, |test| test.statistic)
            .column("df1", above.said(language), ColumnKind::Number, |test| test.df1)
            .column("df2", below.said(language), ColumnKind::Number, |test| test.df2)
            .column("p", words::P_VALUE.said(language), ColumnKind::P, |test| test.p)
            .remark(|_| String::new(), |test| test.reason.as_ref());
        Sheet::new(language, title, vec![table.table()])
            .notes(&self.notes)
            .explained(self.explain(language), &self.provenance)
    }
}

closed_set! {
    #[unknown("statistic", "is no statistic of a chi-square test")]
    /// How independence of two columns is tested.
    #[derive(Default)]
    pub enum ChiSquareStatistic {
        /// Pearson's statistic with Rao and Scott's second-order correction, against F (R: `F`).
        #[default]
        F = "f",
        /// Pearson's statistic with the first-order correction, against chi-square (R: `Chisq`).
        ChiSquare = "chi_square",
        /// Wald's test of the distances from independence, against F (R: `Wald`).
        Wald = "wald",
        /// The same, adjusted for the degrees of freedom (R: `adjWald`).
        AdjustedWald = "adjusted_wald",
        /// Pearson's statistic against its own distribution, by the saddlepoint approximation (R: `saddlepoint`).
        Saddlepoint = "saddlepoint",
    }
}

impl ChiSquareStatistic {
    /// What a result says was tested.
    pub(crate) fn test_name(self) -> &'static str {
        match self {
            Self::F => "rao_scott_f",
            Self::ChiSquare => "rao_scott_chi_square",
            Self::Wald => "wald_f",
            Self::AdjustedWald => "adjusted_wald_f",
            Self::Saddlepoint => "rao_scott_saddlepoint",
        }
    }

    /// How the statistic was made and what it is held against.
    pub(crate) fn describe(self) -> &'static str {
        match self {
            Self::F => "Pearson's statistic by the sum of its design effects, against F (Rao and Scott 1984)",
            Self::ChiSquare => "Pearson's statistic, p-value with the mean design effect against chi-square",
            Self::Wald => "Wald's test of the distances from independence, against F",
            Self::AdjustedWald => "Wald's test of the distances from independence, adjusted, against F",
            Self::Saddlepoint => "Pearson's statistic against its own distribution by the saddlepoint approximation",
        }
    }
}

closed_set! {
    #[unknown("test", "is no rank test")]
    /// What a rank counts for in a rank test.
    #[derive(Default)]
    pub enum RankScore {
        /// The rank itself.
        #[default]
        Wilcoxon = "wilcoxon",
        /// The normal quantile of the rank (R: `vanderWaerden`).
        VanDerWaerden = "van_der_waerden",
        /// 1 above the median, 0 below.
        Median = "median",
        /// The rank itself, by the name it has for several groups (R: `KruskalWallis`).
        KruskalWallis = "kruskal_wallis",
    }
}
