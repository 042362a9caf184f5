//! A call: its rows, and where the errors of its figures come from.

use crate::error::Result;
use crate::estimate::{Estimates, Statistic};
use crate::estimation::accumulate::Reading;
use crate::estimation::measure::Measure;
use crate::estimation::options::EstimateOptions;
use crate::estimation::repeated;
use crate::estimation::rows::Rows;
use crate::estimation::source::Source;
use crate::sampling::Survey;

/// The rows of a call, with the replicates of the survey where it has some.
pub(crate) struct Call<'s> {
    pub rows: Rows<'s>,
    /// Where the errors come from, if not from the design itself.
    pub source: Option<Source<'s>>,
}

impl<'s> Call<'s> {
    /// The rows of a survey; `columns` are those that the call reads besides its groups and filters.
    ///
    /// # Errors
    /// Every column that is not there.
    pub fn read(survey: &'s Survey<'s>, columns: &[&str], options: &'s EstimateOptions) -> Result<Self> {
        let mut rows = Rows::read(survey, columns, options)?;
        let source = Source::of(survey, &rows.sampling)?;
        rows.provenance.seed = source.as_ref().and_then(Source::seed);
        Ok(Self { rows, source })
    }

    /// The mean, share or total of a column.
    ///
    /// # Errors
    /// Numbers that are infinite or too large to be squared.
    pub fn estimate(
        &self,
        options: &EstimateOptions,
        statistic: Statistic,
        measure: &Measure,
        column: &Reading<'_>,
    ) -> Result<Estimates> {
        self.rows.estimate_by(options, statistic, measure, column, |request, sums| match &self.source {
            None => Ok(self.rows.linear_estimates(request, sums, column)),
            Some(source) => repeated::estimate(&self.rows, source, request, sums, &column.values),
        })
    }

    /// How the errors of a figure are made, for people.
    pub fn method(&self, figure: &str) -> String {
        let errors = self.source.as_ref().map_or_else(|| "Taylor linearisation".to_owned(), Source::describe);
        format!("{figure}, {errors}; {}", self.rows.survey().design().describe())
    }
}
