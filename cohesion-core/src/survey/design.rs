//! The sampling design.

use serde::{Deserialize, Serialize};

/// How the rows were drawn: which columns hold weights, strata, clusters and population sizes.
///
/// Weights are sampling weights (the inverse of the chance to be drawn), never counts. Filtering is always a domain
/// ([`crate::EstimateOptions::within`]): rows that are removed beforehand take their part of the design with them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Design {
    /// Column of sampling weights; every row weighs 1 without one (or the inverse of the sampling fraction, where an
    /// fpc is given).
    pub(crate) weights: Option<String>,
    /// Columns that together name the stratum.
    pub(crate) strata: Vec<String>,
    /// Column of first-stage clusters; the row is the unit without one.
    pub(crate) cluster: Option<String>,
    /// Column of population sizes (all at least 1) or sampling fractions (all at most 1) of the first stage.
    pub(crate) fpc: Option<String>,
    /// Cluster labels start anew in every stratum.
    pub(crate) nested: bool,
}

impl Design {
    /// A simple random sample: no weights, strata or clusters.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sampling weights.
    #[must_use]
    pub fn weights(mut self, column: impl Into<String>) -> Self {
        self.weights = Some(column.into());
        self
    }

    /// Strata; several calls cross their columns.
    #[must_use]
    pub fn strata(mut self, column: impl Into<String>) -> Self {
        self.strata.push(column.into());
        self
    }

    /// First-stage clusters.
    #[must_use]
    pub fn cluster(mut self, column: impl Into<String>) -> Self {
        self.cluster = Some(column.into());
        self
    }

    /// Population sizes or sampling fractions of the first stage, decided for the column as a whole.
    #[must_use]
    pub fn fpc(mut self, column: impl Into<String>) -> Self {
        self.fpc = Some(column.into());
        self
    }

    /// Says that the same cluster label in two strata means two clusters.
    #[must_use]
    pub fn nested(mut self, nested: bool) -> Self {
        self.nested = nested;
        self
    }

    /// Whether errors follow from more than a simple random sample.
    #[must_use]
    pub fn is_complex(&self) -> bool {
        self.weights.is_some() || !self.strata.is_empty() || self.cluster.is_some()
    }

    /// One line for people: which columns play which part.
    #[must_use]
    pub fn describe(&self) -> String {
        let mut parts = Vec::new();
        let mut part = |name: &str, column: Option<&str>| {
            if let Some(column) = column {
                parts.push(format!("{name} {column}"));
            }
        };
        part("weights", self.weights.as_deref());
        part("strata", (!self.strata.is_empty()).then(|| self.strata.join(" x ")).as_deref());
        part("clusters", self.cluster.as_deref());
        part("fpc", self.fpc.as_deref());
        if parts.is_empty() { "simple random sample".to_owned() } else { parts.join(", ") }
    }
}
