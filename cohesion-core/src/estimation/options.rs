//! What a call may ask besides its variable.

use serde::{Deserialize, Serialize};

use crate::closed_set::closed_set;
use crate::error::{Error, FaultKind, Result};
use crate::estimate::{IntervalMethod, Statistic};
use crate::estimation::measure::{Filter, Margin};

/// What a total does with missing answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TotalRule {
    /// A total with missing answers is not estimable.
    #[default]
    Refuse,
    /// The total of those who answered.
    Answered,
}

closed_set! {
    #[unknown("rule", "is no rule for quantiles")]
    /// Which value is called the quantile where the answers leave a choice (R: `qrule` of `svyquantile`).
    ///
    /// With the answers in order, w their weights, C the weights cumulated, n their number and F = C / C_n.
    #[derive(Default)]
    pub enum QuantileRule {
        /// The smallest value with F at least p.
        #[default]
        Math = "math",
        /// As [`QuantileRule::Math`]; where F is p, the average of that value and the next.
        School = "school",
        /// The largest value with (C + 1/2 - w/2) / (n + 1) at most p, for weights scaled to a mean of 1 (Shah and Vaish
        /// 2006). R leaves w unscaled, so that its figure changes with the unit of the weights.
        ShahVaish = "shahvaish",
        /// The same as [`QuantileRule::Math`] (Hyndman and Fan 1996, type 1).
        Hf1 = "hf1",
        /// The same as [`QuantileRule::School`] (type 2).
        Hf2 = "hf2",
        /// As [`QuantileRule::Math`]; where F is p, of that value and the next the one at an even place among the distinct
        /// values (type 3 as R weights it; between such points type 3 itself takes the nearest value).
        Hf3 = "hf3",
        /// Linear between the points (C / C_n, value) (type 4).
        Hf4 = "hf4",
        /// Linear between ((C - w/2) / C_n, value) (type 5).
        Hf5 = "hf5",
        /// Linear between (C / (C_n + w_n), value) (type 6).
        Hf6 = "hf6",
        /// Linear between ((C - w) / (C_n - w_n), value) (type 7).
        Hf7 = "hf7",
        /// Linear between ((C - w/3) / (C_n + w_n/3), value) (type 8).
        Hf8 = "hf8",
        /// Linear between ((C - 3w/8) / (C_n + w_n/4), value) (type 9).
        Hf9 = "hf9",
    }
}

/// Options of an estimate; the defaults are no groups, no filter, level 0.95, totals refuse missing answers.
///
/// ```
/// use cohesion_core::EstimateOptions;
/// let options = EstimateOptions::new().by("district").within("wave", ["2"]).level(0.9);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct EstimateOptions {
    by: Vec<String>,
    within: Vec<Filter>,
    pub(crate) level: f64,
    pub(crate) missing: TotalRule,
    pub(crate) interval: Option<IntervalMethod>,
}

impl Default for EstimateOptions {
    fn default() -> Self {
        Self { by: Vec::new(), within: Vec::new(), level: 0.95, missing: TotalRule::Refuse, interval: None }
    }
}

impl From<()> for EstimateOptions {
    fn from((): ()) -> Self {
        Self::default()
    }
}

impl EstimateOptions {
    /// The defaults.
    ///
    /// ```
    /// use cohesion_core::EstimateOptions;
    /// assert_eq!(EstimateOptions::new(), EstimateOptions::default());
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Groups by a column; several calls cross their columns.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::number("weight", vec![10.0, 20.0, 10.0, 20.0]),
    /// ])?;
    /// let trust = Survey::new(&answers, Design::new())?.mean("trust", EstimateOptions::new().by("area"))?;
    /// assert_eq!(trust.rows[1].labels, ["South"]);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn by(mut self, column: impl Into<String>) -> Self {
        self.by.push(column.into());
        self
    }

    /// Estimates for the domain of rows whose label in `column` is one of `values`. Rows outside stay in the design.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::number("weight", vec![10.0, 20.0, 10.0, 20.0]),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// let trust = survey.mean("trust", EstimateOptions::new().within("area", ["North"]))?;
    /// assert_eq!(trust.rows[0].estimate.value, Some(3.5));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn within<S: Into<String>>(mut self, column: impl Into<String>, values: impl IntoIterator<Item = S>) -> Self {
        self.within.push(Filter { column: column.into(), values: values.into_iter().map(Into::into).collect() });
        self
    }

    /// Confidence level of the intervals, between 0 and 1.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::number("weight", vec![10.0, 20.0, 10.0, 20.0]),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// let trust = survey.mean("trust", EstimateOptions::new().level(0.9))?;
    /// assert_eq!(trust.rows[0].estimate.interval.map(|interval| interval.level), Some(0.9));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn level(mut self, level: f64) -> Self {
        self.level = level;
        self
    }

    /// What a total does with missing answers.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, Survey, Table, TotalRule};
    /// let answers = Table::new(vec![Column::number("visits", vec![3.0, f64::NAN, 5.0])])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// assert_eq!(survey.total("visits", ())?.rows[0].estimate.value, None);
    /// let answered = survey.total("visits", EstimateOptions::new().missing(TotalRule::Answered))?;
    /// assert_eq!(answered.rows[0].estimate.value, Some(8.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn missing(mut self, rule: TotalRule) -> Self {
        self.missing = rule;
        self
    }

    /// How the interval of a share is made: one of [`IntervalMethod::OF_SHARES`].
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, IntervalMethod, Survey, Table};
    /// let answers = Table::new(vec![Column::text("safe", ["yes", "no", "yes", "yes"].map(Some))])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// let share = survey.share("safe", ["yes"], EstimateOptions::new().interval(IntervalMethod::Wilson))?;
    /// assert_eq!(share.rows[0].estimate.interval.map(|interval| interval.method), Some(IntervalMethod::Wilson));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn interval(mut self, method: IntervalMethod) -> Self {
        self.interval = Some(method);
        self
    }

    /// Refuses what no estimate of this statistic can do.
    ///
    /// # Errors
    /// [`FaultKind::OutOfRange`] for the level; an interval method that only shares have.
    pub(crate) fn check(&self, statistic: Statistic) -> Result<()> {
        if !(self.level > 0.0 && self.level < 1.0) {
            return Err(Error::new(FaultKind::OutOfRange, "level", "the level lies between 0 and 1"));
        }
        self.check_interval(statistic)
    }

    /// The options that ask for a margin.
    pub(crate) fn of_margin(margin: Margin) -> Self {
        Self { by: margin.by, within: margin.within, ..Self::default() }
    }

    /// The cells the call asks for.
    pub(crate) fn margin(&self) -> Margin {
        Margin { by: self.by.clone(), within: self.within.clone() }
    }
}
