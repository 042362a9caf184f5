//! The result of a regression.

use crate::estimate::texts;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    ColumnKind, Estimate, EstimateRow, Estimates, Family, FigureKind, Note, Provenance, Rows, Sheet, Statistic, Test,
    ToSheet, words,
};
use crate::error::{Error, Fault, FaultKind, Result};
use crate::json;
use crate::message::Language;
use crate::stat::{Cholesky, Matrix, f_tail};

/// One term of a regression.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RegressionTerm {
    /// `(Intercept)`, the name of a column, or `column=level` for the indicator of a level.
    pub term: String,
    /// The column; `None` for the intercept.
    pub variable: Option<String>,
    /// The level, for an indicator.
    pub level: Option<String>,
    /// The coefficient on the scale of the link.
    pub estimate: Estimate,
    /// Coefficient by standard error.
    pub statistic: Option<f64>,
    /// Two-sided p-value of "no association".
    pub p: Option<f64>,
}

/// A regression with design-based errors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Regression {
    /// What the outcome is like.
    pub family: Family,
    /// The outcome.
    pub variable: String,
    /// The answer whose odds a binomial regression is about, where the outcome is a text.
    pub success: Option<String>,
    /// The level each categorical column is compared with.
    pub base_levels: BTreeMap<String, String>,
    /// The intercept and the terms, in the order they were asked.
    pub terms: Vec<RegressionTerm>,
    /// Lower triangle of the covariance of the terms, row by row; `None` where a term has no error.
    pub covariance: Vec<Vec<Option<f64>>>,
    /// Degrees of freedom of every term: clusters less strata among the rows used, less the terms, plus 1.
    pub df: f64,
    /// How many rows went in.
    pub n: u64,
    /// How many rows of the domain lack one of the answers.
    pub n_missing: u64,
    /// The weighted variance of the Pearson residuals, scaled as the deviance.
    pub dispersion: Option<f64>,
    /// The deviance, with weights scaled to mean 1 among all rows of the domain (as R does).
    pub deviance: Option<f64>,
    /// Whether the fit came to rest.
    pub converged: bool,
    /// Findings that are not fatal.
    pub notes: Vec<Note>,
    /// How the terms and their errors were made.
    pub method: String,
    /// Where the figures come from.
    pub provenance: Provenance,
}

impl Regression {
    /// The term of that name.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0, 2.0]),
    ///     Column::text("area", ["North", "North", "South", "South", "North"].map(Some)),
    /// ])?;
    /// let fit = Survey::new(&table, Design::new())?.regress("trust", &["area"], ())?;
    /// assert!((fit.get("area=South").unwrap().estimate.value.unwrap() - 1.5).abs() < 1e-12);
    /// assert_eq!(fit.get("area=West"), None);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn get(&self, term: &str) -> Option<&RegressionTerm> {
        self.terms.iter().find(|other| other.term == term)
    }

    /// Wald's test that all terms of these columns are 0, held against F (R: `regTermTest`).
    ///
    /// # Errors
    /// [`FaultKind::UnknownValue`] for a column without a term; [`FaultKind::MissingField`] without a column.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0, 2.0]),
    ///     Column::text("area", ["North", "North", "South", "South", "North"].map(Some)),
    /// ])?;
    /// let fit = Survey::new(&table, Design::new())?.regress("trust", &["area"], ())?;
    /// let test = fit.test(&["area"])?;
    /// assert_eq!((test.df1, test.df2), (Some(1.0), Some(3.0)));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn test(&self, variables: &[&str]) -> Result<Test> {
        let known: Vec<&str> = self.terms.iter().filter_map(|term| term.variable.as_deref()).collect();
        if variables.is_empty() {
            return Err(Error::new(FaultKind::MissingField, "variables", "name at least one column to test"));
        }
        let unknown = variables.iter().filter(|name| !known.contains(name)).map(|name| {
            let message = format!("the regression has no term of `{name}`");
            Fault::new(FaultKind::UnknownValue, "variables", message).value(name).allowed(known.iter().copied())
        });
        Error::unless_empty(unknown.collect(), ())?;
        let of = |term: &RegressionTerm| term.variable.as_deref().is_some_and(|name| variables.contains(&name));
        let places: Vec<usize> = (0..self.terms.len()).filter(|place| self.terms.get(*place).is_some_and(of)).collect();
        let wald = self.wald(&places);
        let (df1, df2) = (places.len() as f64, self.df);
        let reason = Note::not_estimable(texts::no_degrees_of_freedom(df2), "");
        Ok(Test {
            name: "wald_f".to_owned(),
            variables: std::iter::once(self.variable.as_str())
                .chain(variables.iter().copied())
                .map(Into::into)
                .collect(),
            groups: Vec::new(),
            statistic: wald,
            df1: Some(df1),
            df2: Some(df2),
            p: wald.and_then(|wald| f_tail(wald, df1, df2)),
            estimate: None,
            n: self.n,
            n_missing: self.n_missing,
            reason: wald.is_none().then_some(reason),
            notes: Vec::new(),
            method: format!("Wald test that {df1} terms are 0, against F; {}", self.method),
            provenance: Provenance { r_call: None, ..self.provenance.clone() },
        })
    }

    /// b' V^-1 b by the number of terms; `None` without errors or degrees of freedom.
    pub(crate) fn wald(&self, places: &[usize]) -> Option<f64> {
        if self.df <= 0.0 {
            return None;
        }
        let values: Vec<f64> =
            places.iter().map(|place| self.terms.get(*place)?.estimate.value).collect::<Option<_>>()?;
        let entry = |i: usize, j: usize| *self.covariance.get(i.max(j))?.get(i.min(j))?;
        let size = places.len();
        let mut matrix = Matrix::zeros(size);
        for (i, a) in places.iter().enumerate() {
            for (j, b) in places.iter().enumerate() {
                matrix.set(i, j, entry(*a, *b)?);
            }
        }
        let factor = Cholesky::of(&matrix, |j| 1e-12 * matrix.get(j, j)).ok()?;
        let solved = factor.solve(&values);
        Some(values.iter().zip(&solved).map(|(a, b)| a * b).sum::<f64>() / size as f64)
    }

    /// The terms as a table of figures, in their order, with their covariance.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0, 2.0]),
    ///     Column::text("area", ["North", "North", "South", "South", "North"].map(Some)),
    /// ])?;
    /// let fit = Survey::new(&table, Design::new())?.regress("trust", &["area"], ())?;
    /// let rows = fit.estimates();
    /// assert_eq!(rows.rows[1].labels, ["area=South"]);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn estimates(&self) -> Estimates {
        let row =
            |term: &RegressionTerm| EstimateRow { labels: vec![term.term.clone()], estimate: term.estimate.clone() };
        let df = |entry: &Option<f64>| entry.map(|_| self.df);
        Estimates {
            statistic: Statistic::Coefficient,
            variable: self.variable.clone(),
            values: self.success.iter().cloned().collect(),
            keys: vec!["term".to_owned()],
            within: Vec::new(),
            rows: self.terms.iter().map(row).collect(),
            covariance: self.covariance.clone(),
            joint_df: self.covariance.iter().map(|row| row.iter().map(df).collect()).collect(),
            notes: self.notes.clone(),
            provenance: self.provenance.clone(),
        }
    }

    /// The regression as JSON, the same bytes in every language.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0, 2.0]),
    ///     Column::text("area", ["North", "North", "South", "South", "North"].map(Some)),
    /// ])?;
    /// let fit = Survey::new(&table, Design::new())?.regress("trust", &["area"], ())?;
    /// assert!(fit.to_json().contains("\"term\":\"area=South\""));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`Regression::to_json`] wrote.
    ///
    /// # Errors
    /// [`FaultKind::Syntax`] where the text is no such JSON.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Regression, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0, 2.0]),
    ///     Column::text("area", ["North", "North", "South", "South", "North"].map(Some)),
    /// ])?;
    /// let fit = Survey::new(&table, Design::new())?.regress("trust", &["area"], ())?;
    /// assert_eq!(Regression::from_json(&fit.to_json())?, fit);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self> {
        json::read(text, "regression")
    }
}

impl ToSheet for Regression {
    fn sheet(&self, language: Language) -> Sheet {
        let [kind, term] = self.family.words(language);
        let mut on: Vec<&str> = self.terms.iter().filter_map(|term| term.variable.as_deref()).collect();
        on.dedup();
        let outcome = match &self.success {
            None => self.variable.clone(),
            Some(success) => format!("{} = {success}", self.variable),
        };
        let number = FigureKind::Number;
        let table = Rows::of(&self.terms, language)
            .column("term", words::TERM.said(language), ColumnKind::Label, |term| term.term.as_str())
            .estimate(term, number, |term| &term.estimate)
            .for_programs(&["n", "n_missing"])
            .own_digits()
            .data("statistic", ColumnKind::Number, |term| term.statistic)
            .column("p", words::P_VALUE.said(language), ColumnKind::P, |term| term.p)
            .table();
        let bases = self.base_levels.iter();
        let table = bases.fold(table, |table, (column, level)| {
            table.sentence(words::base_level(column.as_str(), level.as_str(), language))
        });
        let table = table.sentence(words::rows_used(self.n, self.n_missing, language));
        let marks = self.terms.iter().map(|term| (term.term.clone(), &term.estimate));
        Sheet::new(language, words::regression(kind, outcome, on, language), vec![table])
            .notes(&self.notes)
            .explained(self.explain(language), &self.provenance)
            .dots(words::TERM.said(language), term, number, marks)
    }
}
