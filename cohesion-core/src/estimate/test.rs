//! The result of a test.

use serde::{Deserialize, Serialize};

use super::{Estimate, Note, Provenance};
use crate::closed_set::closed_set;
use crate::error::Result;
use crate::json;

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
