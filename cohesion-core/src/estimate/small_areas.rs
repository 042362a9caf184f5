//! The result of a small-area model.

use serde::{Deserialize, Serialize};

use super::{
    ColumnKind, Estimate, EstimateRow, Estimates, FigureKind, Note, Provenance, RegressionTerm, Rows, Sheet, Statistic,
    ToSheet, title, words,
};
use crate::closed_set::closed_set;
use crate::error::Result;
use crate::json;
use crate::message::Language;

closed_set! {
    #[unknown("variances", "is no choice of variances")]
    /// Which variance of an area's own figure the model takes.
    #[derive(Default)]
    pub enum AreaVariances {
        /// The design-based variance of each area by itself.
        #[default]
        Direct = "direct",
        /// One variance per answer for all areas, divided by the answers of the area: a generalized variance function
        /// (Wolter 2007, chapter 7). The variance per answer is the mean of the areas' own, weighted by their degrees of
        /// freedom.
        Smoothed = "smoothed",
    }
}

closed_set! {
    #[unknown("benchmark_method", "is no way to meet a benchmark")]
    /// How figures of areas are made to agree with that of the whole.
    #[derive(Default)]
    pub enum BenchmarkMethod {
        /// Every figure is multiplied by the same factor.
        #[default]
        Ratio = "ratio",
        /// The same amount is added to every figure.
        Difference = "difference",
    }
}

/// One area: its figure, and what it is made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SmallArea {
    /// The area.
    pub label: String,
    /// The figure; its standard error is the root of the estimated mean squared error.
    pub estimate: Estimate,
    /// The part of the figure, between 0 and 1, that is the area's own survey; 0 where the figure is synthetic.
    pub gamma: f64,
    /// What areas with the same covariates have, in the unit of the figure.
    pub synthetic: f64,
    /// The area's own survey figure; `None` where nobody was asked.
    pub direct: Option<Estimate>,
    /// The variance of the area's own figure that the model took; `None` where it took none.
    pub sampling_variance: Option<f64>,
    /// The area's own figure less the synthetic one, by the standard deviation that the model gives it.
    pub residual: Option<f64>,
}

/// How the figures were made to agree with that of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AreaBenchmark {
    /// Multiplied or added.
    pub method: BenchmarkMethod,
    /// The figure of the whole.
    pub target: f64,
    /// Its standard error.
    pub target_se: Option<f64>,
    /// What the figures of the areas gave together before, each with its size.
    pub before: f64,
    /// The factor, or what was added.
    pub applied: f64,
    /// What benchmarking adds to the mean squared error of a figure as large as that of the whole.
    pub added_variance: f64,
}

/// Figures of areas by a Fay-Herriot model: the area's own survey where it is strong, what similar areas have where it
/// is weak.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SmallAreas {
    /// What was estimated.
    pub statistic: Statistic,
    /// Of which variable.
    pub variable: String,
    /// The values that count, for a share; else empty.
    pub values: Vec<String>,
    /// The column of the areas.
    pub key: String,
    /// One per area, sorted by the bytes of the labels.
    pub areas: Vec<SmallArea>,
    /// The intercept and the covariates, in the order they were asked.
    pub terms: Vec<RegressionTerm>,
    /// Variance between areas that the covariates do not tell, in the square of the unit.
    ///
    /// By restricted maximum likelihood.
    pub sigma_u2: f64,
    /// Its standard error by the information matrix.
    pub sigma_u2_se: f64,
    /// Logarithm of the restricted likelihood.
    pub log_likelihood: f64,
    /// How many areas the model was fitted on: those whose own figure has a variance.
    pub n_areas: u64,
    /// Those areas less the terms.
    pub df: f64,
    /// Which variances of the areas' own figures were taken.
    pub variances: AreaVariances,
    /// How the figures were made to agree with that of the whole, where that was asked.
    pub benchmark: Option<AreaBenchmark>,
    /// Lower triangle of the covariance of the errors of the areas' figures, row by row.
    pub covariance: Vec<Vec<Option<f64>>>,
    /// Findings that are not fatal.
    pub notes: Vec<Note>,
    /// How the figures and their errors were made.
    pub method: String,
    /// Where the figures come from.
    pub provenance: Provenance,
}

impl SmallAreas {
    /// The area of that label.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, SmallAreaOptions, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::text("area", (0..40).map(|row| Some(format!("area {}", row / 4)))),
    ///     Column::number("trust", (0..40).map(|row| f64::from((row * 7 % 11) + row / 8)).collect::<Vec<_>>()),
    /// ])?;
    /// let known = Table::new(vec![
    ///     Column::text("area", (0..10).map(|area| Some(format!("area {area}")))),
    ///     Column::number("tenants", (0..10).map(f64::from).collect::<Vec<_>>()),
    /// ])?;
    /// let trust = Survey::new(&answers, Design::new())?.mean("trust", EstimateOptions::new().by("area"))?;
    /// let areas = trust.small_areas(&known, SmallAreaOptions::new().on("tenants"))?;
    /// // What is its own in the figure of an area, and what is borrowed from areas like it.
    /// assert!((0.0..=1.0).contains(&areas.get("area 3").unwrap().gamma));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn get(&self, label: &str) -> Option<&SmallArea> {
        self.areas.iter().find(|area| area.label == label)
    }

    /// The figures as a table with their covariance: for differences, data frames, CSV and charts.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, SmallAreaOptions, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::text("area", (0..40).map(|row| Some(format!("area {}", row / 4)))),
    ///     Column::number("trust", (0..40).map(|row| f64::from((row * 7 % 11) + row / 8)).collect::<Vec<_>>()),
    /// ])?;
    /// let known = Table::new(vec![
    ///     Column::text("area", (0..10).map(|area| Some(format!("area {area}")))),
    ///     Column::number("tenants", (0..10).map(f64::from).collect::<Vec<_>>()),
    /// ])?;
    /// let trust = Survey::new(&answers, Design::new())?.mean("trust", EstimateOptions::new().by("area"))?;
    /// let areas = trust.small_areas(&known, SmallAreaOptions::new().on("tenants"))?;
    /// assert_eq!(areas.estimates().keys, ["area"]);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn estimates(&self) -> Estimates {
        let row = |area: &SmallArea| EstimateRow { labels: vec![area.label.clone()], estimate: area.estimate.clone() };
        let df = |entry: &Option<f64>| entry.map(|_| self.df);
        Estimates {
            statistic: self.statistic,
            variable: self.variable.clone(),
            values: self.values.clone(),
            keys: vec![self.key.clone()],
            within: Vec::new(),
            rows: self.areas.iter().map(row).collect(),
            covariance: self.covariance.clone(),
            joint_df: self.covariance.iter().map(|row| row.iter().map(df).collect()).collect(),
            notes: self.notes.clone(),
            provenance: self.provenance.clone(),
        }
    }

    /// The result as JSON, the same bytes in every language.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, SmallAreaOptions, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::text("area", (0..40).map(|row| Some(format!("area {}", row / 4)))),
    ///     Column::number("trust", (0..40).map(|row| f64::from((row * 7 % 11) + row / 8)).collect::<Vec<_>>()),
    /// ])?;
    /// let known = Table::new(vec![
    ///     Column::text("area", (0..10).map(|area| Some(format!("area {area}")))),
    ///     Column::number("tenants", (0..10).map(f64::from).collect::<Vec<_>>()),
    /// ])?;
    /// let trust = Survey::new(&answers, Design::new())?.mean("trust", EstimateOptions::new().by("area"))?;
    /// let areas = trust.small_areas(&known, SmallAreaOptions::new().on("tenants"))?;
    /// assert!(areas.to_json().contains("\"key\":\"area\""));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`SmallAreas::to_json`] wrote.
    ///
    /// # Errors
    /// [`crate::FaultKind::Syntax`] where the text is no such JSON.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, SmallAreaOptions, SmallAreas, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::text("area", (0..40).map(|row| Some(format!("area {}", row / 4)))),
    ///     Column::number("trust", (0..40).map(|row| f64::from((row * 7 % 11) + row / 8)).collect::<Vec<_>>()),
    /// ])?;
    /// let known = Table::new(vec![
    ///     Column::text("area", (0..10).map(|area| Some(format!("area {area}")))),
    ///     Column::number("tenants", (0..10).map(f64::from).collect::<Vec<_>>()),
    /// ])?;
    /// let trust = Survey::new(&answers, Design::new())?.mean("trust", EstimateOptions::new().by("area"))?;
    /// let areas = trust.small_areas(&known, SmallAreaOptions::new().on("tenants"))?;
    /// assert_eq!(SmallAreas::from_json(&areas.to_json())?, areas);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self> {
        json::read(text, "small_areas")
    }
}

impl ToSheet for SmallAreas {
    fn sheet(&self, language: Language) -> Sheet {
        let (kind, name) = (FigureKind::of(self.statistic), self.statistic.about().words.said(language));
        let table = Rows::of(&self.areas, language)
            .column(&self.key, self.key.as_str(), ColumnKind::Label, |area| area.label.as_str())
            .estimate(name, kind, |area| &area.estimate)
            .column("gamma", words::OWN_PART.said(language), ColumnKind::Share, |area| area.gamma)
            .data("synthetic", ColumnKind::Number, |area| area.synthetic)
            .data("direct", ColumnKind::Number, |area| area.direct.as_ref().and_then(|direct| direct.value))
            .data("direct_se", ColumnKind::Number, |area| area.direct.as_ref().and_then(|direct| direct.se))
            .data("sampling_variance", ColumnKind::Number, |area| area.sampling_variance)
            .data("residual", ColumnKind::Number, |area| area.residual);
        let title = title(name, &self.variable, &self.values, std::slice::from_ref(&self.key), language);
        let marks = self.areas.iter().map(|area| (area.label.clone(), &area.estimate));
        Sheet::new(language, title, vec![table.table()])
            .notes(&self.notes)
            .explained(self.explain(language), &self.provenance)
            .dots(self.key.as_str(), name, kind, marks)
    }
}
