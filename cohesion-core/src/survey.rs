//! Estimates from survey answers with the errors of their sampling design.
//!
//! Rows are read once into a [`Summary`]; means, shares, totals and their covariance are computed from the summary by
//! Taylor linearisation with the ultimate-cluster variance (Särndal, Swensson and Wretman 1992, chapter 5; the same as
//! R's `survey::svymean`, `svytotal` and `svyby(..., covmat = TRUE)` with first-stage sampling fractions).

mod alpha;
mod choices;
mod coefficients;
mod counts;
mod figures;
mod hypothesis;
mod model;
mod one_sample;
mod quantile;
mod regress;
mod response;
mod small_area;
mod spec;
mod summary;
pub(crate) mod texts;

pub use counts::{CountRow, CountTable};
pub use regress::RegressionOptions;
pub use response::ResponseOptions;
pub use small_area::SmallAreaOptions;
pub use spec::SummarySpec;
pub use summary::Summary;
pub(crate) use summary::sharing::{HeldCounts, HeldRow, Least};
pub(crate) use summary::{Tallied, Tally, TallyKey};

use crate::error::Result;
use crate::estimate::{Estimates, Statistic};
use crate::estimation::accumulate::Reading;
use crate::estimation::call::Call;
use crate::estimation::r_call::RDesign;
use crate::estimation::{EstimateOptions, Margin, Measure};
use crate::sampling::Survey;

impl Survey<'_> {
    /// The weighted mean of a column, overall or by groups.
    ///
    /// # Errors
    /// [`crate::FaultKind::MissingColumn`], [`crate::FaultKind::NotNumeric`], or
    /// [`crate::FaultKind::SingleCluster`] for a stratum whose variance cannot be estimated.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0, 2.0, 3.0]),
    ///     Column::number("visits", vec![1.0, 2.0, 3.0, 3.0, 1.0, 2.0]),
    ///     Column::text("area", ["N", "N", "N", "S", "S", "S"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// let trust = survey.mean("trust", EstimateOptions::new().by("area"))?;
    /// assert_eq!(trust.rows[0].estimate.value, Some(4.0));
    /// assert_eq!(trust.rows[1].estimate.value, Some(3.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn mean(&self, variable: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.estimate(Statistic::Mean, &Measure::mean(variable), &options.into())
    }

    /// The weighted share of rows whose answer is one of `values`, among those who answered.
    ///
    /// # Errors
    /// As [`Survey::mean`]; [`crate::FaultKind::OutOfRange`] where `values` is empty.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let answers = Table::new(vec![Column::text("safe", ["yes", "no", "yes", "yes"].map(Some))])?;
    /// let share = Survey::new(&answers, Design::new())?.share("safe", ["yes"], ())?;
    /// assert_eq!(share.rows[0].estimate.value, Some(0.75));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn share<S: Into<String>>(
        &self,
        variable: &str,
        values: impl IntoIterator<Item = S>,
        options: impl Into<EstimateOptions>,
    ) -> Result<Estimates> {
        self.estimate(Statistic::Share, &Measure::counted(variable, values)?, &options.into())
    }

    /// The weighted total of a column.
    ///
    /// # Errors
    /// As [`Survey::mean`].
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0, 2.0, 3.0]),
    ///     Column::number("visits", vec![1.0, 2.0, 3.0, 3.0, 1.0, 2.0]),
    ///     Column::text("area", ["N", "N", "N", "S", "S", "S"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// assert_eq!(survey.total("trust", ())?.rows[0].estimate.value, Some(21.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn total(&self, variable: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.estimate(Statistic::Total, &Measure::mean(variable), &options.into())
    }

    /// A summary that holds the means, totals and shares of `measures`, overall and by each crossing in `by`.
    ///
    /// # Errors
    /// As [`Survey::mean`]; [`crate::FaultKind::NotPossible`] for a survey with replicates or adjusted weights.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, Measure, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::number("weight", vec![10.0, 20.0, 10.0, 20.0]),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// let summary = survey.summary(vec![Measure::mean("trust")], &[vec!["area".to_owned()]])?;
    /// let by_area = EstimateOptions::new().by("area");
    /// assert_eq!(summary.mean("trust", by_area.clone())?.rows, survey.mean("trust", by_area)?.rows);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn summary(&self, measures: Vec<Measure>, by: &[Vec<String>]) -> Result<Summary> {
        let empty = self.sample.summary_spec()?.measures(measures);
        let spec = by.iter().fold(empty, |spec, keys| spec.margin(Margin::by(keys.clone())));
        Summary::new(spec)?.add(self.table)
    }

    fn estimate(&self, statistic: Statistic, measure: &Measure, options: &EstimateOptions) -> Result<Estimates> {
        options.check(statistic)?;
        let call = Call::read(self, &[&measure.variable], options)?;
        let column = Reading::new(self.table, measure, None)?;
        let mut estimates = call.estimate(options, statistic, measure, &column)?;
        estimates.provenance.r_call =
            self.replicated_in_r(options, &[&measure.variable]).map(|like| like.figure(statistic, measure, options));
        Ok(estimates)
    }

    /// The design as R has it, for those who answered; `None` where R has none like it, and for replicates.
    fn in_r(&self, options: &EstimateOptions, answered: &[&str]) -> Option<RDesign> {
        RDesign::of(self.design(), &options.margin().within, answered).filter(|_| !self.sample.has_replicates())
    }

    /// The same with replicates that R makes or is given: for means, shares and totals.
    fn replicated_in_r(&self, options: &EstimateOptions, answered: &[&str]) -> Option<RDesign> {
        let like = RDesign::of(self.design(), &options.margin().within, answered)?;
        let Some(factors) = self.sample.factors() else { return Some(like) };
        Some(like.replicated(&factors.in_r()?))
    }
}
