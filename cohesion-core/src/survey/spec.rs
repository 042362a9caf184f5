//! What a summary holds.

use serde::{Deserialize, Serialize};

use crate::error::{Error, FaultKind, Result};
use crate::estimate::Statistic;
use crate::estimation::measure::{Coarser, ItemSet};
use crate::estimation::{Margin, Measure, figures};
use crate::sampling::{Design, DrawnSample};

/// One or two columns and the figure that sums of their powers are kept for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct PowerSet {
    pub statistic: Statistic,
    pub variables: Vec<String>,
}

impl PowerSet {
    pub fn new(statistic: Statistic, variables: &[&str]) -> Self {
        Self { statistic, variables: variables.iter().map(|name| (*name).to_owned()).collect() }
    }

    /// For messages: `the ratio of visits, people`.
    pub fn describe(&self) -> String {
        format!("the {} of {}", self.statistic.as_str(), self.variables.join(", "))
    }
}

/// A margin and the measures it holds; `None` is all of the specification.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct HeldMargin {
    margin: Margin,
    measures: Option<Vec<Measure>>,
}

/// The questions a summary can answer. Summaries merge only when theirs are the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SummarySpec {
    /// Hash of the plan that asks, where a plan does.
    pub(crate) plan: Option<String>,
    pub(crate) design: Design,
    pub(crate) measures: Vec<Measure>,
    margins: Vec<HeldMargin>,
    pub(crate) items: Vec<ItemSet>,
    pub(crate) powers: Vec<PowerSet>,
    /// Id of the rule under which the summary was made fit to be shared.
    pub(crate) shared: Option<String>,
}

impl SummarySpec {
    /// No measures yet; the whole table as the only margin.
    ///
    /// ```
    /// use cohesion_core::{Design, Summary, SummarySpec};
    /// let empty = Summary::new(SummarySpec::new(Design::new().weights("weight")))?;
    /// assert_eq!(empty.rows(), 0);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn new(design: Design) -> Self {
        let whole = HeldMargin { margin: Margin::default(), measures: None };
        let (measures, items, powers) = (Vec::new(), Vec::new(), Vec::new());
        Self { plan: None, design, measures, margins: vec![whole], items, powers, shared: None }
    }

    /// The same with these measures added; one that is held already is not added twice.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Measure, Summary, SummarySpec, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::number("weight", vec![10.0, 20.0, 10.0, 20.0]),
    /// ])?;
    /// let spec = SummarySpec::new(Design::new()).measures([Measure::mean("trust"), Measure::share("area", ["North"])]);
    /// let summary = Summary::new(spec)?.add(&answers)?;
    /// assert_eq!(summary.share("area", ["North"], ())?.rows[0].estimate.value, Some(0.5));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn measures(mut self, measures: impl IntoIterator<Item = Measure>) -> Self {
        for measure in measures {
            if !self.measures.contains(&measure) {
                self.measures.push(measure);
            }
        }
        self
    }

    /// The same with one more margin, which holds every measure.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, Margin, Measure, Summary, SummarySpec, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::number("weight", vec![10.0, 20.0, 10.0, 20.0]),
    /// ])?;
    /// let by_area = Margin::by(vec!["area".to_owned()]);
    /// let spec = SummarySpec::new(Design::new()).measures([Measure::mean("trust")]).margin(by_area);
    /// let summary = Summary::new(spec)?.add(&answers)?;
    /// let trust = summary.mean("trust", EstimateOptions::new().by("area"))?;
    /// assert_eq!(trust.get(&["South"]).and_then(|estimate| estimate.value), Some(4.5));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn margin(mut self, margin: Margin) -> Self {
        if self.place_of(&margin).is_none() {
            self.margins.push(HeldMargin { margin, measures: None });
        }
        self
    }

    /// The same with these measures in this margin: what one indicator with its own domain asks.
    #[must_use]
    pub(crate) fn question(self, margin: Margin, measures: Vec<Measure>) -> Self {
        let mut this = self.measures(measures.clone());
        match this.margins.iter_mut().find(|held| held.margin == margin) {
            Some(HeldMargin { measures: Some(held), .. }) => held.extend(measures),
            Some(_) => {}
            None => this.margins.push(HeldMargin { margin, measures: Some(measures) }),
        }
        this
    }

    /// The same with the cross-products of these items, for alpha.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Margin, Summary, SummarySpec, Table};
    /// let items = vec!["greets".to_owned(), "helps".to_owned()];
    /// let spec = SummarySpec::new(Design::new()).items(items.clone(), Margin::default());
    /// let answers = Table::new(vec![
    ///     Column::number("greets", vec![1.0, 2.0, 3.0]),
    ///     Column::number("helps", vec![1.0, 2.0, 3.0]),
    /// ])?;
    /// assert_eq!(Summary::new(spec)?.add(&answers)?.alpha(&items, ())?.rows[0].estimate.value, Some(1.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn items(mut self, items: Vec<String>, margin: Margin) -> Self {
        let set = ItemSet { items, margin };
        if !self.items.contains(&set) {
            self.items.push(set);
        }
        self
    }

    /// The same with the ratio of the totals of two columns, in every margin.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Summary, SummarySpec, Table};
    /// let answers = Table::new(vec![Column::number("visits", vec![3.0, 5.0]), Column::number("people", vec![1.0, 3.0])])?;
    /// let summary = Summary::new(SummarySpec::new(Design::new()).ratio("visits", "people"))?.add(&answers)?;
    /// assert_eq!(summary.ratio("visits", "people", ())?.rows[0].estimate.value, Some(2.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn ratio(self, numerator: &str, denominator: &str) -> Self {
        self.power(PowerSet::new(Statistic::Ratio, &[numerator, denominator]))
    }

    /// The same with the variance of a column, in every margin: ten sums for each unit and group.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Summary, SummarySpec, Table};
    /// let answers = Table::new(vec![Column::number("trust", vec![2.0, 3.0, 4.0])])?;
    /// let summary = Summary::new(SummarySpec::new(Design::new()).variance("trust"))?.add(&answers)?;
    /// assert_eq!(summary.variance("trust", ())?.rows[0].estimate.value, Some(1.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn variance(self, variable: &str) -> Self {
        self.power(PowerSet::new(Statistic::Variance, &[variable]))
    }

    /// The same with the correlation of two columns, in every margin: thirty sums for each unit and group.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Summary, SummarySpec, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![2.0, 3.0, 4.0, 3.0]),
    ///     Column::number("years", vec![1.0, 2.0, 4.0, 2.0]),
    /// ])?;
    /// let summary = Summary::new(SummarySpec::new(Design::new()).correlation("trust", "years"))?.add(&answers)?;
    /// assert!(summary.correlation("trust", "years", ())?.rows[0].estimate.value > Some(0.9));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn correlation(self, x: &str, y: &str) -> Self {
        self.power(PowerSet::new(Statistic::Correlation, &[x, y]))
    }

    /// The same with the figure of that name, in every margin (see [`Survey::figure`](crate::Survey::figure)).
    ///
    /// # Errors
    /// [`FaultKind::UnknownValue`] and [`FaultKind::LengthMismatch`] as there; [`FaultKind::NotPossible`] for a figure
    /// that needs the rows.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Summary, SummarySpec, Table};
    /// let answers = Table::new(vec![Column::number("income", vec![2.0, 2.0, 2.0])])?;
    /// let summary = Summary::new(SummarySpec::new(Design::new()).figure("theil", &["income"])?)?.add(&answers)?;
    /// assert_eq!(summary.theil("income", ())?.rows[0].estimate.value, Some(0.0));
    /// assert!(SummarySpec::new(Design::new()).figure("gini", &["income"]).is_err());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn figure(self, name: &str, columns: &[&str]) -> Result<Self> {
        let figure = figures::named(name, columns.len())?;
        figure.refuse_rows()?;
        Ok(self.power(PowerSet::new(figure.statistic, columns)))
    }

    fn power(mut self, set: PowerSet) -> Self {
        if !self.powers.contains(&set) {
            self.powers.push(set);
        }
        self
    }

    /// The same as asked by a plan.
    #[must_use]
    pub(crate) fn for_plan(mut self, hash: String) -> Self {
        self.plan = Some(hash);
        self
    }

    /// The same without any margin.
    #[must_use]
    pub(crate) fn without_margins(mut self) -> Self {
        self.margins.clear();
        self
    }

    /// The margins, in order.
    pub(crate) fn margins(&self) -> impl ExactSizeIterator<Item = &Margin> + Clone {
        self.margins.iter().map(|held| &held.margin)
    }

    /// Where the margin stands.
    pub(crate) fn place_of(&self, margin: &Margin) -> Option<usize> {
        self.margins().position(|held| held == margin)
    }

    /// Margins whose cells are unions of another margin's cells, under the same filter and with the same measures.
    pub(crate) fn coarser_margins(&self) -> Vec<Coarser> {
        let mut found: Vec<Coarser> = Vec::new();
        for (place, coarse) in self.margins.iter().enumerate() {
            let finer = self.margins.iter().enumerate().filter(|(_, finer)| {
                finer.margin.within == coarse.margin.within
                    && finer.measures == coarse.measures
                    && finer.margin.by.len() > coarse.margin.by.len()
            });
            let keys = |finer: &HeldMargin| -> Option<Vec<usize>> {
                coarse.margin.by.iter().map(|key| finer.margin.by.iter().position(|other| other == key)).collect()
            };
            // A margin that is coarser itself is not read from rows, so it cannot serve a coarser one.
            let served = |finer: usize| !found.iter().any(|other| other.place == finer);
            // The first that fits, and not the smallest: all give the same sums.
            let first = finer
                .filter(|(finer, _)| served(*finer))
                .find_map(|(finer, held)| keys(held).map(|keys| Coarser { place, finer, keys }));
            found.extend(first);
        }
        let coarse: Vec<usize> = found.iter().map(|coarse| coarse.place).collect();
        // A margin that is summed from another holds nothing while rows are read.
        found.retain(|one| !coarse.contains(&one.finer));
        found
    }

    /// Which measures the margin at `place` holds, as positions among all.
    pub(crate) fn held_at(&self, place: usize) -> Vec<usize> {
        match self.margins.get(place).and_then(|held| held.measures.as_ref()) {
            None => (0..self.measures.len()).collect(),
            Some(held) => (0..self.measures.len())
                .filter(|position| self.measures.get(*position).is_some_and(|measure| held.contains(measure)))
                .collect(),
        }
    }
}

impl DrawnSample {
    /// A specification of summaries under the design, which holds nothing yet.
    ///
    /// # Errors
    /// [`FaultKind::NotPossible`] where the weights were adjusted or errors come from replicates.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Measure, Summary, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::number("weight", vec![10.0, 20.0, 10.0, 20.0]),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new().weights("weight"))?;
    /// let spec = survey.sample().summary_spec()?.measures([Measure::mean("trust")]);
    /// assert_eq!(Summary::new(spec)?.add(&answers)?.mean("trust", ())?.rows[0].estimate.value, Some(4.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn summary_spec(&self) -> Result<SummarySpec> {
        self.refuse_replicates()?;
        if self.weighting().is_none() {
            return Ok(SummarySpec::new(self.design().clone()));
        }
        let message = "a summary holds sums, and the errors of adjusted weights need the rows: ask the survey itself, or \
                       summarise with the weights of the design";
        Err(Error::new(FaultKind::NotPossible, "summary", message))
    }
}
