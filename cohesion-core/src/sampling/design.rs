//! The sampling design.

use serde::{Deserialize, Serialize};

use crate::closed_set::closed_set;
use crate::error::{Fault, FaultKind, Result};
use crate::sampling::replicates::imported::ReplicateWeights;

/// How the rows were drawn: which columns hold weights, strata, clusters and population sizes.
///
/// Weights are sampling weights (the inverse of the chance to be drawn), never counts. Filtering is always a domain
/// ([`crate::EstimateOptions::within`]): rows that are removed beforehand take their part of the design with them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Design {
    /// Column of sampling weights; every row weighs 1 without one (or the inverse of the sampling fraction, where an
    /// fpc is given).
    pub(crate) weights: Option<String>,
    /// Columns that together name the stratum.
    pub(crate) strata: Vec<String>,
    /// Columns of clusters, one per stage of sampling; the row is the unit without one.
    pub(crate) clusters: Vec<String>,
    /// Columns of population sizes (all at least 1) or sampling fractions (all at most 1), one per stage.
    pub(crate) fpc: Vec<String>,
    /// Cluster labels start anew in every stratum.
    pub(crate) nested: bool,
    /// What becomes of a stratum with one single unit.
    pub(crate) single: SingleUnit,
    /// Weights of replicates that came with the data. No summary holds them.
    #[serde(skip)]
    pub(crate) replicates: Option<ReplicateWeights>,
    /// In words, what was made of the weights since. No summary holds such weights.
    #[serde(skip)]
    pub(crate) adjusted: Option<String>,
}

closed_set! {
    #[unknown("single_unit", "is no rule for strata with one unit")]
    /// What becomes of a stratum with one single sampling unit, whose variance cannot be estimated from the data.
    #[derive(Default)]
    pub enum SingleUnit {
        /// An error that names the stratum.
        #[default]
        Refuse = "refuse",
        /// The stratum adds nothing to the variance: too small an error, said in the result (R: `remove`).
        Remove = "remove",
        /// The stratum was taken with certainty, so it adds nothing (R: `certainty`).
        Certainty = "certainty",
        /// The unit's distance from the overall figure stands for the variance (R: `adjust`).
        Adjust = "adjust",
        /// The stratum adds as much as the others on average (R: `average`).
        Average = "average",
        /// The stratum counts as one with the next in the order of the bytes of the labels, the last with the one before.
        Collapse = "collapse",
    }
}

impl Design {
    /// A simple random sample: no weights, strata or clusters.
    ///
    /// ```
    /// use cohesion_core::Design;
    /// assert_eq!(Design::new().describe(), "simple random sample");
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sampling weights.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::number("weight", vec![10.0, 20.0, 10.0, 20.0]),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new().weights("weight"))?;
    /// // The sum of 3 x 10, 4 x 20, 5 x 10 and 4 x 20, over the 60 whom the four stand for.
    /// assert_eq!(survey.mean("trust", ())?.rows[0].estimate.value, Some(4.0));
    /// assert_eq!(survey.total("trust", ())?.rows[0].estimate.value, Some(240.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn weights(mut self, column: impl Into<String>) -> Self {
        self.weights = Some(column.into());
        self
    }

    /// Strata; several calls cross their columns.
    ///
    /// ```
    /// use cohesion_core::Design;
    /// let design = Design::new().strata("district").strata("age_group");
    /// assert_eq!(design.describe(), "strata district x age_group");
    /// ```
    #[must_use]
    pub fn strata(mut self, column: impl Into<String>) -> Self {
        self.strata.push(column.into());
        self
    }

    /// Clusters; several calls name the stages, first to last.
    ///
    /// ```
    /// use cohesion_core::Design;
    /// let design = Design::new().cluster("street").cluster("household");
    /// assert_eq!(design.describe(), "clusters street > household");
    /// ```
    #[must_use]
    pub fn cluster(mut self, column: impl Into<String>) -> Self {
        self.clusters.push(column.into());
        self
    }

    /// Population sizes or sampling fractions, decided for the column as a whole; several calls name the stages. A later
    /// stage adds to the variance only where the stages before it have one.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::number("residents", vec![4.0; 4]),
    /// ])?;
    /// let mean = Survey::new(&answers, Design::new().fpc("residents"))?.mean("trust", ())?;
    /// // Everybody was asked: nothing is left to chance.
    /// assert_eq!(mean.rows[0].estimate.se, Some(0.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn fpc(mut self, column: impl Into<String>) -> Self {
        self.fpc.push(column.into());
        self
    }

    /// What becomes of a stratum with one single unit.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, FaultKind, SingleUnit, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0]),
    ///     Column::text("district", ["North", "North", "South"].map(Some)),
    /// ])?;
    /// let drawn = |rule| Survey::new(&answers, Design::new().strata("district").single_unit(rule))?.mean("trust", ());
    /// assert_eq!(drawn(SingleUnit::Refuse).unwrap_err().kind(), FaultKind::SingleCluster);
    /// assert!(drawn(SingleUnit::Adjust)?.rows[0].estimate.se.is_some());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn single_unit(mut self, rule: SingleUnit) -> Self {
        self.single = rule;
        self
    }

    /// Says that the same cluster label in two strata means two clusters.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, FaultKind, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("district", ["North", "North", "South", "South"].map(Some)),
    ///     Column::text("street", ["1", "2", "1", "2"].map(Some)),
    /// ])?;
    /// let design = Design::new().strata("district").cluster("street");
    /// assert_eq!(Survey::new(&answers, design.clone()).unwrap_err().kind(), FaultKind::RepeatedCluster);
    /// assert!(Survey::new(&answers, design.nested(true)).is_ok());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn nested(mut self, nested: bool) -> Self {
        self.nested = nested;
        self
    }

    /// Weights of replicates that came with the data: they stand for strata, clusters and fpc.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, ReplicateWeights, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0]),
    ///     Column::number("weight", vec![1.0; 3]),
    ///     Column::number("r1", vec![0.0, 1.5, 1.5]),
    ///     Column::number("r2", vec![1.5, 0.0, 1.5]),
    ///     Column::number("r3", vec![1.5, 1.5, 0.0]),
    /// ])?;
    /// let design = Design::new().weights("weight");
    /// let replicates = ReplicateWeights::new(["r1", "r2", "r3"], 2.0 / 3.0);
    /// let mean = Survey::new(&answers, design.clone().replicate_weights(replicates))?.mean("trust", ())?;
    /// let drawn = Survey::new(&answers, design)?.mean("trust", ())?;
    /// assert!((mean.rows[0].estimate.se.unwrap() - drawn.rows[0].estimate.se.unwrap()).abs() < 1e-12);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn replicate_weights(mut self, weights: ReplicateWeights) -> Self {
        self.replicates = Some(weights);
        self
    }

    /// The columns that name strata, clusters, fpc and weights.
    pub(crate) fn columns(&self) -> impl Iterator<Item = &str> {
        let lists = [&self.strata, &self.clusters, &self.fpc];
        lists.into_iter().flatten().chain(&self.weights).map(String::as_str)
    }

    /// The fault of asking for what replicate weights cannot give.
    pub(crate) fn refuse_replicate_weights(&self) -> Result<()> {
        if self.replicates.is_none() {
            return Ok(());
        }
        Err(no_replicates().into())
    }

    /// Whether rows have weights of their own.
    pub(crate) fn is_weighted(&self) -> bool {
        self.weights.is_some() || self.adjusted.is_some()
    }

    /// Whether errors follow from more than a simple random sample.
    ///
    /// ```
    /// use cohesion_core::Design;
    /// assert!(!Design::new().is_complex());
    /// assert!(Design::new().cluster("street").is_complex());
    /// ```
    #[must_use]
    pub fn is_complex(&self) -> bool {
        self.is_weighted() || !self.strata.is_empty() || !self.clusters.is_empty()
    }

    /// One line for people: which columns play which part.
    ///
    /// ```
    /// use cohesion_core::Design;
    /// let design = Design::new().weights("weight").strata("district").cluster("street");
    /// assert_eq!(design.describe(), "weights weight, strata district, clusters street");
    /// ```
    #[must_use]
    pub fn describe(&self) -> String {
        let mut parts = Vec::new();
        let mut part = |name: &str, column: Option<&str>| {
            if let Some(column) = column {
                parts.push(format!("{name} {column}"));
            }
        };
        part("weights", self.weights.as_deref());
        part("weights", self.adjusted.as_deref());
        part("strata", (!self.strata.is_empty()).then(|| self.strata.join(" x ")).as_deref());
        part("clusters", (!self.clusters.is_empty()).then(|| self.clusters.join(" > ")).as_deref());
        part("fpc", (!self.fpc.is_empty()).then(|| self.fpc.join(" > ")).as_deref());
        part("strata with one unit:", (self.single != SingleUnit::Refuse).then(|| self.single.as_str()));
        if parts.is_empty() { "simple random sample".to_owned() } else { parts.join(", ") }
    }
}

/// The fault of asking for what has no errors from replicates.
pub(crate) fn no_replicates() -> Fault {
    let message = "replicates give the errors of estimates, regressions, t tests and tests of independence; for anything else describe the \
                   sample by its weights, strata and clusters";
    Fault::new(FaultKind::NotPossible, "replicate_weights", message)
}
