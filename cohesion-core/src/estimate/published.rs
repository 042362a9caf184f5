//! Figures as they are published: every field is named, so that one that is added later is not public by default.

use super::{Comparison, Comparisons, Estimate, EstimateRow, Estimates, Provenance};

impl Estimate {
    pub(crate) fn published(self) -> Self {
        let Self { value, se, df, n, n_missing, n_eff, deff, interval, reliability, method, reason, notes } = self;
        Self { value, se, df, n, n_missing, n_eff, deff, interval, reliability, method, reason, notes }
    }
}

impl Estimates {
    pub(crate) fn published(self) -> Self {
        let Self { statistic, variable, values, keys, within, rows, covariance, joint_df, notes, provenance } = self;
        let row = |EstimateRow { labels, estimate }| EstimateRow { labels, estimate: estimate.published() };
        Self {
            statistic,
            variable,
            values,
            keys,
            within,
            rows: rows.into_iter().map(row).collect(),
            covariance,
            joint_df,
            notes,
            provenance: provenance.published(),
        }
    }
}

impl Comparison {
    pub(crate) fn published(self) -> Self {
        let Self { a, b, estimate, p, p_adjusted } = self;
        Self { a, b, estimate: estimate.published(), p, p_adjusted }
    }
}

impl Comparisons {
    pub(crate) fn published(self) -> Self {
        let Self { statistic, keys, rows, notes, provenance } = self;
        let rows = rows.into_iter().map(Comparison::published).collect();
        Self { statistic, keys, rows, notes, provenance: provenance.published() }
    }
}

impl Provenance {
    pub(crate) fn published(self) -> Self {
        let Self { plan_hash, table_hashes: _, definition, rule, library_version, seed, as_of, r_call } = self;
        // Who guesses the rows, or knows most of them, would see by their hash whether the guess is right, however many
        // there are.
        Self { plan_hash, table_hashes: Vec::new(), definition, rule, library_version, seed, as_of, r_call }
    }

    /// Without the hash of the plan either, which may hold records.
    pub(crate) fn without_hashes(self) -> Self {
        Self { plan_hash: None, ..self.published() }
    }
}
