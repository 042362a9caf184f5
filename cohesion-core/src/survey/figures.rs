//! The verbs of figures: what is said of each stands in its file in `estimation/figures`.

use crate::error::Result;
use crate::estimate::Estimates;
use crate::estimation::EstimateOptions;
use crate::estimation::call::Call;
use crate::estimation::figure::Figure;
use crate::estimation::figures::gini::GINI;
use crate::estimation::figures::moments::{CORRELATION, RATIO, VARIANCE};
use crate::estimation::figures::named;
use crate::estimation::figures::theil::THEIL;
use crate::estimation::figures::variation::COEFFICIENT_OF_VARIATION;
use crate::estimation::groups::Groups;
use crate::sampling::Survey;
use crate::survey::summary::Summary;

impl Survey<'_> {
    /// The ratio of the weighted totals of two columns, overall or by groups, from the rows that answered both.
    ///
    /// With y above and x below, the linearised value of a row is w (y - R x) / sum(w x) (R: `svyratio`). The interval is
    /// R plus and minus t times its error. Two passes over the rows.
    ///
    /// # Errors
    /// As [`Survey::mean`].
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let table =
    ///     Table::new(vec![Column::number("visits", vec![3.0, 4.0, 5.0]), Column::number("people", vec![1.0, 2.0, 3.0])])?;
    /// let ratio = Survey::new(&table, Design::new())?.ratio("visits", "people", ())?;
    /// assert_eq!(ratio.rows[0].estimate.value, Some(2.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn ratio(&self, numerator: &str, denominator: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.of(&RATIO, &[numerator, denominator], &options.into())
    }

    /// The variance of a column among the population, overall or by groups: the weighted mean of the squared distances
    /// from the weighted mean, times n / (n - 1), in the square of the column's unit (R: `svyvar`).
    ///
    /// The interval is the variance plus and minus t times its error; it may reach below 0. Two passes over the rows.
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
    /// assert_eq!(survey.variance("trust", ())?.rows[0].estimate.n, 6);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn variance(&self, variable: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.of(&VARIANCE, &[variable], &options.into())
    }

    /// The weighted correlation of two columns (Pearson), overall or by groups, from the rows that answered both.
    ///
    /// With a and b the standardised values, the linearised value of a row is w (a b - r (a a + b b) / 2) / sum(w), the
    /// same as R's `svycontrast` on the matrix of `svyvar`. The interval is symmetric on Fisher's scale, where the error
    /// is that of r divided by 1 - r r. Two passes over the rows.
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
    /// assert_eq!(survey.correlation("trust", "visits", ())?.rows[0].estimate.n, 6);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn correlation(&self, x: &str, y: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.of(&CORRELATION, &[x, y], &options.into())
    }

    /// The coefficient of variation of a column, overall or by groups.
    ///
    /// The root of the variance (see [`Survey::variance`]) over the mean, which must be above 0. The interval is the figure plus and minus t times its error.
    ///
    /// # Errors
    /// As [`Survey::mean`].
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let answers = Table::new(vec![Column::number("income", vec![1.0, 2.0, 3.0])])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// assert_eq!(survey.coefficient_of_variation("income", ())?.rows[0].estimate.value, Some(0.5));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn coefficient_of_variation(&self, variable: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.of(&COEFFICIENT_OF_VARIATION, &[variable], &options.into())
    }

    /// The Theil index of a column of amounts of 0 or more, overall or by groups.
    ///
    /// 0 where all are alike, ln n where one of n has everything. The interval is the figure plus and minus t times its error.
    ///
    /// # Errors
    /// As [`Survey::mean`].
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let answers = Table::new(vec![Column::number("income", vec![1.0, 2.0, 3.0])])?;
    /// let theil = Survey::new(&answers, Design::new())?.theil("income", ())?;
    /// assert!((theil.rows[0].estimate.value.unwrap_or(0.0) - 0.0872).abs() < 0.0001);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn theil(&self, variable: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.of(&THEIL, &[variable], &options.into())
    }

    /// The Gini coefficient of a column of amounts of 0 or more, overall or by groups.
    ///
    /// 0 where all are alike, 1 - 1 / n where one of n has everything. The interval is the figure plus and minus t times its error.
    ///
    /// # Errors
    /// As [`Survey::mean`].
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let answers = Table::new(vec![Column::number("income", vec![0.0, 4.0])])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// assert_eq!(survey.gini("income", ())?.rows[0].estimate.value, Some(0.5));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn gini(&self, variable: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.of(&GINI, &[variable], &options.into())
    }

    /// The figure of that name, of one or two columns: `ratio` (the numerator first), `variance`, `correlation`. What a
    /// binding calls for all figures; they have verbs of their own as well.
    ///
    /// # Errors
    /// As [`Survey::mean`]; [`crate::FaultKind::UnknownValue`] for another name,
    /// [`crate::FaultKind::LengthMismatch`] for another number of columns.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let table = Table::new(vec![Column::number("age", vec![1.0, 2.0, 3.0])])?;
    /// let variance = Survey::new(&table, Design::new())?.figure("variance", &["age"], ())?;
    /// assert_eq!(variance.rows[0].estimate.value, Some(1.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn figure(&self, name: &str, columns: &[&str], options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.of(named(name, columns.len())?, columns, &options.into())
    }

    /// The table of a figure of these columns.
    pub(crate) fn of(&self, figure: &Figure, columns: &[&str], options: &EstimateOptions) -> Result<Estimates> {
        options.check(figure.statistic)?;
        let call = Call::read(self, columns, options)?;
        let mut found = Groups::read(&call.rows, columns)?.estimates(&call, figure, columns.join(figure.between))?;
        found.provenance.r_call = self.in_r(options, columns).and_then(|like| (figure.r_call)(like, columns, options));
        Ok(found)
    }
}

impl Summary {
    /// The ratio of the weighted totals of two columns, from the rows that answered both: what
    /// [`Survey::ratio`] gives, of a summary that holds it.
    ///
    /// # Errors
    /// As [`Summary::mean`].
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Summary, SummarySpec, Table};
    /// let table =
    ///     Table::new(vec![Column::number("visits", vec![3.0, 4.0, 5.0]), Column::number("people", vec![1.0, 2.0, 3.0])])?;
    /// let summary = Summary::new(SummarySpec::new(Design::new()).ratio("visits", "people"))?.add(&table)?;
    /// assert_eq!(summary.ratio("visits", "people", ())?.rows[0].estimate.value, Some(2.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn ratio(&self, numerator: &str, denominator: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.of(&RATIO, &[numerator, denominator], &options.into())
    }

    /// The variance of a column among the population: what [`Survey::variance`](crate::Survey::variance) gives, of a
    /// summary that holds it.
    ///
    /// # Errors
    /// As [`Summary::mean`].
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Summary, SummarySpec, Table};
    /// let answers = Table::new(vec![Column::number("trust", vec![2.0, 3.0, 4.0])])?;
    /// let summary = Summary::new(SummarySpec::new(Design::new()).variance("trust"))?.add(&answers)?;
    /// assert_eq!(summary.variance("trust", ())?.rows[0].estimate.value, Some(1.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn variance(&self, variable: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.of(&VARIANCE, &[variable], &options.into())
    }

    /// The weighted correlation of two columns, from the rows that answered both: what
    /// [`Survey::correlation`](crate::Survey::correlation) gives, of a summary that holds it.
    ///
    /// # Errors
    /// As [`Summary::mean`].
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Summary, SummarySpec, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0, 2.0, 3.0]),
    ///     Column::number("visits", vec![1.0, 2.0, 3.0, 3.0, 1.0, 2.0]),
    /// ])?;
    /// let summary = Summary::new(SummarySpec::new(Design::new()).correlation("trust", "visits"))?.add(&answers)?;
    /// assert_eq!(summary.correlation("trust", "visits", ())?.rows[0].estimate.n, 6);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn correlation(&self, x: &str, y: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.of(&CORRELATION, &[x, y], &options.into())
    }

    /// What [`Survey::coefficient_of_variation`] gives, of a summary that holds it.
    ///
    /// # Errors
    /// As [`Summary::mean`].
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Summary, SummarySpec, Table};
    /// let answers = Table::new(vec![Column::number("visits", vec![1.0, 2.0, 3.0])])?;
    /// let spec = SummarySpec::new(Design::new()).figure("coefficient_of_variation", &["visits"])?;
    /// let summary = Summary::new(spec)?.add(&answers)?;
    /// assert_eq!(summary.coefficient_of_variation("visits", ())?.rows[0].estimate.value, Some(0.5));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn coefficient_of_variation(&self, variable: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.of(&COEFFICIENT_OF_VARIATION, &[variable], &options.into())
    }

    /// What [`Survey::theil`] gives, of a summary that holds it.
    ///
    /// # Errors
    /// As [`Summary::mean`].
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Summary, SummarySpec, Table};
    /// let answers = Table::new(vec![Column::number("income", vec![2.0, 2.0, 2.0])])?;
    /// let summary = Summary::new(SummarySpec::new(Design::new()).figure("theil", &["income"])?)?.add(&answers)?;
    /// assert_eq!(summary.theil("income", ())?.rows[0].estimate.value, Some(0.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn theil(&self, variable: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.of(&THEIL, &[variable], &options.into())
    }

    /// What [`Survey::gini`] gives: refused, since a summary does not hold the order of its rows.
    ///
    /// # Errors
    /// [`crate::FaultKind::NotPossible`](crate::FaultKind::NotPossible).
    ///
    /// ```
    /// use cohesion_core::{Column, Design, FaultKind, Measure, Summary, SummarySpec, Table};
    /// let answers = Table::new(vec![Column::number("income", vec![0.0, 4.0])])?;
    /// let summary = Summary::new(SummarySpec::new(Design::new()).measures([Measure::mean("income")]))?.add(&answers)?;
    /// let error = summary.gini("income", ()).unwrap_err();
    /// assert_eq!(error.kind(), FaultKind::NotPossible);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn gini(&self, variable: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.of(&GINI, &[variable], &options.into())
    }

    /// The figure of that name: what [`Survey::figure`](crate::Survey::figure) gives, of a summary that holds it.
    ///
    /// # Errors
    /// As [`Summary::mean`]; [`crate::FaultKind::NotPossible`] for a figure that needs the rows.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Summary, SummarySpec, Table};
    /// let table = Table::new(vec![Column::number("age", vec![1.0, 2.0, 3.0])])?;
    /// let spec = SummarySpec::new(Design::new()).figure("variance", &["age"])?;
    /// let summary = Summary::new(spec)?.add(&table)?;
    /// assert_eq!(summary.figure("variance", &["age"], ())?.rows[0].estimate.value, Some(1.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn figure(&self, name: &str, columns: &[&str], options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.of(named(name, columns.len())?, columns, &options.into())
    }
}
