//! Linear, logistic and Poisson regression with the errors of the sampling design.
//!
//! The errors are those of Binder (1983): the inverse information, times the design variance of the total of the rows'
//! scores in every stage of sampling, times the inverse information. Degrees of freedom as R's `svyglm`: clusters less
//! strata among the rows used, less the terms, plus 1.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::texts as common;
use crate::estimate::{Estimate, Family, Note, Regression, RegressionTerm};
use crate::estimation;
use crate::estimation::call::Call;
use crate::estimation::interval::t_interval;
use crate::estimation::rows::{refuse_groups, unparsed_note};
use crate::estimation::{EstimateOptions, linearise};
use crate::sampling::Survey;
use crate::sampling::variance::Covariance;
use crate::stat::{Matrix, at, t_two_sided};
use crate::survey::coefficients::refitted;
use crate::survey::model::{Fit, Model, Unfit};
use crate::table::{Labels, MISSING_CODE, Table, parse_number};

/// How many terms a regression may have.
const MAX_TERMS: usize = 500;

/// Options of a regression; the defaults are a Gaussian outcome, no filter, level 0.95.
///
/// ```
/// use cohesion_core::{Family, RegressionOptions};
/// let options = RegressionOptions::new().family(Family::Binomial).categorical("age_group").within("wave", ["2"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegressionOptions {
    family: Family,
    categorical: Vec<String>,
    estimate: EstimateOptions,
}

impl From<()> for RegressionOptions {
    fn from((): ()) -> Self {
        Self::default()
    }
}

impl From<Family> for RegressionOptions {
    fn from(family: Family) -> Self {
        Self::default().family(family)
    }
}

impl RegressionOptions {
    /// The defaults.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, RegressionOptions, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::number("weight", vec![10.0, 20.0, 10.0, 20.0]),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// let fit = survey.regress("trust", &["area"], RegressionOptions::new())?;
    /// assert_eq!(fit, survey.regress("trust", &["area"], ())?);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What the outcome is like.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Family, RegressionOptions, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("moved", vec![0.0, 1.0, 0.0, 1.0, 1.0, 0.0]),
    ///     Column::number("years", vec![9.0, 2.0, 3.0, 1.0, 8.0, 7.0]),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// let fit = survey.regress("moved", &["years"], RegressionOptions::new().family(Family::Binomial))?;
    /// assert!(fit.get("years").unwrap().estimate.value < Some(0.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn family(mut self, family: Family) -> Self {
        self.family = family;
        self
    }

    /// Takes the numbers of this regressor as codes of groups. Columns of text are groups anyway.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, RegressionOptions, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::number("wave", vec![1.0, 1.0, 2.0, 2.0]),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// let fit = survey.regress("trust", &["wave"], RegressionOptions::new().categorical("wave"))?;
    /// assert!(fit.get("wave=2").is_some());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn categorical(mut self, column: impl Into<String>) -> Self {
        self.categorical.push(column.into());
        self
    }

    /// For the domain of rows whose label in `column` is one of `values`. Rows outside stay in the design.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, RegressionOptions, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0, 1.0]),
    ///     Column::number("years", vec![1.0, 2.0, 3.0, 4.0, 5.0]),
    ///     Column::text("area", ["North", "North", "North", "North", "South"].map(Some)),
    /// ])?;
    /// let options = RegressionOptions::new().within("area", ["North"]);
    /// assert_eq!(Survey::new(&answers, Design::new())?.regress("trust", &["years"], options)?.n, 4);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn within<S: Into<String>>(mut self, column: impl Into<String>, values: impl IntoIterator<Item = S>) -> Self {
        self.estimate = self.estimate.within(column, values);
        self
    }

    /// Confidence level of the intervals, between 0 and 1.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, RegressionOptions, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::number("weight", vec![10.0, 20.0, 10.0, 20.0]),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// let fit = survey.regress("trust", &["area"], RegressionOptions::new().level(0.9))?;
    /// assert_eq!(fit.terms[0].estimate.interval.map(|interval| interval.level), Some(0.9));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn level(mut self, level: f64) -> Self {
        self.estimate = self.estimate.level(level);
        self
    }

    /// Domain and level of other options.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, RegressionOptions, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::number("weight", vec![10.0, 20.0, 10.0, 20.0]),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// let options = RegressionOptions::new().with(EstimateOptions::new().level(0.9));
    /// let fit = survey.regress("trust", &["area"], options)?;
    /// assert_eq!(fit.terms[0].estimate.interval.map(|interval| interval.level), Some(0.9));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn with(mut self, options: EstimateOptions) -> Self {
        self.estimate = options;
        self
    }
}

impl Survey<'_> {
    /// Regression of `variable` on the columns `on`, with an intercept and design-based errors in every stage of
    /// sampling (R: `svyglm`).
    ///
    /// A regressor of texts, or one named in [`RegressionOptions::categorical`], becomes one indicator per level but the
    /// first in the order of bytes, which the others are compared with. A binomial outcome is 0 and 1, or two texts, the
    /// second of which is the one whose odds are estimated. Rows without one of the answers are left out and counted.
    /// The rows are read once; each step of a binomial or Poisson fit reads the numbers of the rows used again.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("group", ["a", "a", "b", "b"].map(Some)),
    /// ])?;
    /// let fit = Survey::new(&table, Design::new())?.regress("trust", &["group"], ())?;
    /// assert!((fit.get("group=b").unwrap().estimate.value.unwrap() - 1.0).abs() < 1e-12);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`FaultKind::MissingColumn`], [`FaultKind::NotNumeric`], [`FaultKind::NotFinite`];
    /// [`FaultKind::DuplicateColumn`] for a regressor that is named twice or is the outcome; [`FaultKind::OutOfRange`]
    /// for an outcome that the family does not have, or the level; [`FaultKind::NotPossible`], naming the term, for a
    /// regressor that never varies, that is a combination of others, or that tells the outcomes of a binomial or Poisson
    /// regression apart, and for fewer rows than terms.
    pub fn regress(&self, variable: &str, on: &[&str], options: impl Into<RegressionOptions>) -> Result<Regression> {
        let options = options.into();
        check_names(variable, on, &options)?;
        let columns: Vec<&str> = std::iter::once(variable).chain(on.iter().copied()).collect();
        refuse_groups(&options.estimate)?;
        let call = Call::read(self, &columns, &options.estimate)?;
        let rows = &call.rows;
        let mut notes = Vec::new();
        let outcome = Outcome::read(self.table, variable, options.family, &mut notes)?;
        let regressors: Vec<Regressor<'_>> = on
            .iter()
            .map(|name| Regressor::read(self.table, name, options.categorical.iter().any(|c| c == name), &mut notes))
            .collect::<Result<_>>()?;
        let inside = rows.inside();
        let complete = |row: &usize| outcome.is_there(*row) && regressors.iter().all(|one| one.is_there(*row));
        let used: Vec<usize> = inside.iter().copied().filter(complete).collect();
        let weights: Vec<f64> = used.iter().map(|row| rows.weight(*row)).collect();
        let mean = |of: &[usize]| of.iter().map(|row| rows.weight(*row)).sum::<f64>() / of.len() as f64;
        // R scales weights to mean 1 over all rows of the domain, those with a missing answer too; dispersion and
        // deviance follow that scale, and nothing else does.
        let weight_ratio = mean(&used) / mean(&inside);
        let n_missing = (inside.len() - used.len()) as u64;
        let data = Data { call: &call, used, weights, weight_ratio, n_missing, notes };
        let mut regression = data.regression(self, variable, &outcome, &regressors, &options)?;
        let on: Vec<String> = on.iter().map(ToString::to_string).collect();
        let like = self.in_r(&options.estimate, &columns);
        let levels = regression.success.is_some();
        regression.provenance.r_call =
            like.map(|like| like.regression(variable, &on, &options.categorical, options.family, levels));
        Ok(regression)
    }
}

/// The rows used and what goes with them.
struct Data<'r> {
    call: &'r Call<'r>,
    used: Vec<usize>,
    weights: Vec<f64>,
    /// Mean weight of the rows used by that of all rows of the domain.
    weight_ratio: f64,
    n_missing: u64,
    notes: Vec<Note>,
}

impl Data<'_> {
    /// The covariance of the coefficients, the degrees of freedom of the rows used, and notes on the replicates.
    ///
    /// # Errors
    /// [`FaultKind::Cancelled`].
    fn errors(&self, model: &Model, fit: &Fit, family: Family) -> Result<(Matrix, f64, Vec<Note>)> {
        // Without replicates: the sandwich of Binder, whose filling is the design's covariance of the total of the
        // scores.
        let Some(source) = &self.call.source else {
            let meat = self.of_scores(model.width, &model.scores(fit));
            let covariance = model.covariance(fit, &Matrix::from_fn(model.width, |i, j| meat.get(i, j)));
            return Ok((
                covariance,
                self.call.rows.degrees(&self.used),
                self.call.rows.weighting_notes().into_iter().collect(),
            ));
        };
        let found = refitted(source, &self.call.rows, &self.used, model, family, fit)?;
        let left_out = Note::warning(estimation::texts::replicates_left_out(found.without), "");
        let notes = source.notes().into_iter().chain((found.without > 0).then_some(left_out));
        Ok((found.covariance, found.df, notes.collect()))
    }

    /// The covariance of the totals of the rows' scores.
    fn of_scores(&self, width: usize, scores: &[f64]) -> Covariance {
        if self.call.rows.survey().weighting().is_none() {
            let unit_of = self.used.iter().map(|row| self.call.rows.unit(*row));
            return Covariance::of_scores(width, scores, unit_of, &self.call.rows.sampling);
        }
        self.call.rows.adjusted_covariance(width, &|place| {
            let mut values = vec![0.0; self.call.rows.len()];
            for ((row, weight), scores) in self.used.iter().zip(&self.weights).zip(scores.chunks_exact(width)) {
                if let (Some(slot), Some(score)) = (values.get_mut(*row), scores.get(place)) {
                    // Residuals of a calibration are weighted afterwards, so the weight that the scores hold already is
                    // taken out.
                    *slot = if *weight > 0.0 { score / weight } else { 0.0 };
                }
            }
            values
        })
    }

    fn regression(
        self,
        survey: &Survey<'_>,
        variable: &str,
        outcome: &Outcome<'_>,
        regressors: &[Regressor<'_>],
        options: &RegressionOptions,
    ) -> Result<Regression> {
        let terms = Terms::of(regressors, &self.used, &self.weights)?;
        let width = terms.sources.len();
        // As many rows as terms fit exactly; fewer have no single answer.
        if self.used.len() < width {
            let message = format!("{} complete rows are too few for {width} terms", self.used.len());
            return Err(Error::new(FaultKind::NotPossible, format!("column[{variable}]"), message));
        }
        if self.weights.iter().sum::<f64>() <= 0.0 {
            return Err(Error::new(FaultKind::BadWeight, "weights", "the weights of the rows used sum to zero"));
        }
        let (y, success) = outcome.numbers(&self.used, &self.weights, variable, options.family)?;
        let flat = self.used.iter().flat_map(|row| terms.sources.iter().map(|source| source.number(*row))).collect();
        let model = Model::new(width, flat, y, self.weights.clone()).map_err(|unfit| terms.fault(unfit, None))?;
        let fit = model.fit(options.family).map_err(|unfit| terms.fault(unfit, Some((&model, &self.used))))?;
        let (covariance, degf, repeated) = self.errors(&model, &fit, options.family)?;
        // Both degrees of freedom are kept: those of the design decide whether there is an error at all, those less the
        // terms whether it can be judged.
        let figures = Figures { values: model.coefficients(&fit), covariance, df: degf - width as f64 + 1.0, degf };
        let mut notes = self.notes;
        notes.extend(repeated);
        notes.extend(linearise::single_unit_note(&self.call.rows.sampling, survey.design()));
        if !fit.converged {
            notes.push(Note::warning(common::not_converged(), ""));
        }
        let method = method(options.family, self.call);
        let (n, n_missing) = (self.used.len() as u64, self.n_missing);
        let blank = Estimate { n, n_missing, method: method.clone(), ..Estimate::default() };
        Ok(Regression {
            family: options.family,
            variable: variable.to_owned(),
            success,
            terms: figures.terms(&terms, &fit, &blank, options.estimate.level),
            covariance: figures.triangle(fit.converged),
            base_levels: terms.base_levels,
            df: figures.df,
            n,
            n_missing,
            dispersion: model.dispersion(options.family, &fit).map(|dispersion| dispersion * self.weight_ratio),
            deviance: Some(fit.deviance * self.weight_ratio).filter(|deviance| deviance.is_finite()),
            converged: fit.converged,
            notes,
            method,
            provenance: self.call.rows.provenance.clone(),
        })
    }
}

fn method(family: Family, call: &Call<'_>) -> String {
    let binder = || "errors of Binder (1983) in every stage".to_owned();
    let errors = call.source.as_ref().map_or_else(binder, |source| source.describe());
    format!("{} regression, {errors}; {}", family.as_str(), call.rows.survey().design().describe())
}

fn check_names(variable: &str, on: &[&str], options: &RegressionOptions) -> Result<()> {
    let mut faults = Vec::new();
    for (place, name) in on.iter().enumerate() {
        let path = format!("on[{place}]");
        if *name == variable {
            let message = format!("`{name}` is the outcome and cannot explain itself");
            faults.push(Fault::new(FaultKind::DuplicateColumn, path, message).value(name));
        } else if on.iter().take(place).any(|other| other == name) {
            let message = format!("regressor `{name}` is named twice");
            faults.push(Fault::new(FaultKind::DuplicateColumn, path, message).value(name));
        }
    }
    for name in options.categorical.iter().filter(|name| !on.contains(&name.as_str())) {
        let message = format!("`{name}` is said to be categorical but is no regressor");
        faults
            .push(Fault::new(FaultKind::UnknownValue, "categorical", message).value(name).allowed(on.iter().copied()));
    }
    Error::unless_empty(faults, ())
}

/// The outcome: numbers, or for a binomial regression two texts.
enum Outcome<'t> {
    Numbers(Cow<'t, [f64]>),
    Texts(Labels<'t>),
}

impl<'t> Outcome<'t> {
    fn read(table: &'t Table<'_>, name: &str, family: Family, notes: &mut Vec<Note>) -> Result<Self> {
        let column = table.column(name)?;
        if family == Family::Binomial {
            let labels = column.labels();
            // Answers that are texts and numbers mixed are numbers with some unreadable ones, and a note says so.
            if !labels.levels.is_empty() && labels.levels.iter().all(|level| parse_number(level).is_none()) {
                return Ok(Self::Texts(labels));
            }
        }
        let numbers = column.squarable()?;
        notes.extend(unparsed_note(name, &numbers.unparsed));
        Ok(Self::Numbers(numbers.values))
    }

    fn is_there(&self, row: usize) -> bool {
        match self {
            Self::Numbers(values) => values.get(row).is_some_and(|value| !value.is_nan()),
            Self::Texts(labels) => labels.get(row).is_some(),
        }
    }

    /// The outcomes of these rows as numbers, and the text that counts as 1.
    fn numbers(
        &self,
        used: &[usize],
        weights: &[f64],
        name: &str,
        family: Family,
    ) -> Result<(Vec<f64>, Option<String>)> {
        let path = format!("column[{name}]");
        let (values, success): (Vec<f64>, _) = match self {
            Self::Numbers(all) => (used.iter().filter_map(|row| all.get(*row).copied()).collect(), None),
            Self::Texts(labels) => {
                let found = levels(labels, used, weights);
                // As R's factors: the first level in order is a failure, the second a success.
                let [_, second] = found.as_slice() else {
                    let message = format!("a binomial outcome has two answers, `{name}` has {}", found.len());
                    return Err(Fault::new(FaultKind::OutOfRange, path, message).value(found.join(", ")).into());
                };
                let one = |row: &usize| f64::from(u8::from(labels.get(*row) == Some(second.as_str())));
                (used.iter().map(one).collect(), Some(second.clone()))
            }
        };
        let wrong = |value: &&f64| match family {
            Family::Gaussian => false,
            Family::Binomial => **value != 0.0 && **value != 1.0,
            Family::Poisson => **value < 0.0,
        };
        if let Some(value) = values.iter().find(wrong) {
            let what =
                if family == Family::Poisson { "a count is not negative" } else { "a binomial outcome is 0 or 1" };
            return Err(Fault::new(FaultKind::OutOfRange, path, format!("{what}, `{name}` holds {value}"))
                .value(value)
                .into());
        }
        let mut weighed = values.iter().zip(weights).filter(|(_, weight)| **weight > 0.0).map(|(value, _)| *value);
        let first = weighed.next().unwrap_or_default();
        // An outcome that never varies sends the intercept to infinity, except that of a linear regression, which is
        // then exact.
        let flat = match family {
            Family::Gaussian => false,
            Family::Binomial => weighed.all(|value| value == first),
            Family::Poisson => first == 0.0 && weighed.all(|value| value == 0.0),
        };
        if flat {
            let message = format!("every outcome of `{name}` is {first}: there is nothing to explain");
            return Err(Fault::new(FaultKind::NotPossible, path, message).value(first).into());
        }
        Ok((values, success))
    }
}

/// A regressor: numbers or groups.
enum Regressor<'t> {
    Number(String, Cow<'t, [f64]>),
    Groups(String, Labels<'t>),
}

impl<'t> Regressor<'t> {
    fn read(table: &'t Table<'_>, name: &str, categorical: bool, notes: &mut Vec<Note>) -> Result<Self> {
        let column = table.column(name)?;
        if !categorical {
            match column.squarable() {
                Ok(numbers) => {
                    notes.extend(unparsed_note(name, &numbers.unparsed));
                    return Ok(Self::Number(name.to_owned(), numbers.values));
                }
                // A column without a single number is one of groups; any other fault of it stays one.
                Err(error) if error.kind() != FaultKind::NotNumeric => return Err(error),
                Err(_) => {}
            }
        }
        Ok(Self::Groups(name.to_owned(), column.labels()))
    }

    fn is_there(&self, row: usize) -> bool {
        match self {
            Self::Number(_, values) => values.get(row).is_some_and(|value| !value.is_nan()),
            Self::Groups(_, labels) => labels.get(row).is_some(),
        }
    }
}

/// The levels among these rows that weigh anything, in the order of bytes.
pub(crate) fn levels(labels: &Labels<'_>, rows: &[usize], weights: &[f64]) -> Vec<String> {
    let mut seen = vec![false; labels.levels.len()];
    // A level whose rows all weigh nothing would have a column of zeros.
    for (row, _) in rows.iter().zip(weights).filter(|(_, weight)| **weight > 0.0) {
        let code = labels.codes.get(*row).copied().unwrap_or(MISSING_CODE);
        if let Some(seen) = seen.get_mut(code as usize) {
            *seen = true;
        }
    }
    let mut found: Vec<String> =
        labels.levels.iter().zip(seen).filter(|(_, seen)| *seen).map(|(level, _)| level.clone()).collect();
    // By the bytes of the labels, so that the base level does not depend on the order of the rows.
    found.sort_unstable();
    found
}

/// Where the numbers of a term come from.
enum Source<'t> {
    Intercept,
    Number(&'t str, &'t [f64]),
    Indicator { name: &'t str, level: String, code: u32, labels: &'t Labels<'t> },
}

impl Source<'_> {
    fn number(&self, row: usize) -> f64 {
        match self {
            Self::Intercept => 1.0,
            Self::Number(_, values) => values.get(row).copied().unwrap_or(f64::NAN),
            Self::Indicator { code, labels, .. } => f64::from(u8::from(labels.codes.get(row) == Some(code))),
        }
    }

    fn term(&self) -> String {
        match self {
            Self::Intercept => "(Intercept)".to_owned(),
            Self::Number(name, _) => (*name).to_owned(),
            Self::Indicator { name, level, .. } => format!("{name}={level}"),
        }
    }

    fn variable(&self) -> Option<&str> {
        match self {
            Self::Intercept => None,
            Self::Number(name, _) | Self::Indicator { name, .. } => Some(name),
        }
    }

    fn level(&self) -> Option<&str> {
        match self {
            Self::Indicator { level, .. } => Some(level),
            _ => None,
        }
    }
}

/// The terms of a regression.
struct Terms<'t> {
    sources: Vec<Source<'t>>,
    base_levels: BTreeMap<String, String>,
}

impl<'t> Terms<'t> {
    fn of(regressors: &'t [Regressor<'t>], used: &[usize], weights: &[f64]) -> Result<Self> {
        let mut this = Self { sources: vec![Source::Intercept], base_levels: BTreeMap::new() };
        for regressor in regressors {
            match regressor {
                Regressor::Number(name, values) => this.sources.push(Source::Number(name, values)),
                Regressor::Groups(name, labels) => this.add_groups(name, labels, levels(labels, used, weights))?,
            }
            if this.sources.len() > MAX_TERMS {
                let message = format!("the regression has more than {MAX_TERMS} terms");
                return Err(Error::new(FaultKind::OutOfRange, "on", message));
            }
        }
        Ok(this)
    }

    fn add_groups(&mut self, name: &'t str, labels: &'t Labels<'t>, found: Vec<String>) -> Result<()> {
        let mut found = found.into_iter();
        let base = found.next();
        if found.len() == 0 {
            return Err(constant(name, name, base.as_deref()));
        }
        self.base_levels.insert(name.to_owned(), base.unwrap_or_default());
        for level in found {
            let code = labels.levels.iter().position(|other| *other == level).map_or(MISSING_CODE, |code| code as u32);
            self.sources.push(Source::Indicator { name, level, code, labels });
        }
        Ok(())
    }

    fn name(&self, place: usize) -> (String, String) {
        let source = self.sources.get(place).unwrap_or(&Source::Intercept);
        (source.term(), source.variable().unwrap_or_default().to_owned())
    }

    /// The fault that names the term.
    fn fault(&self, unfit: Unfit, fitted: Option<(&Model, &[usize])>) -> Error {
        match unfit {
            Unfit::Constant(place) => {
                let (term, variable) = self.name(place);
                constant(&term, &variable, None)
            }
            Unfit::Collinear(place, made) => {
                let (term, variable) = self.name(place);
                let made: Vec<String> = made.into_iter().map(|place| self.name(place).0).collect();
                let message = format!("term `{term}` is a combination of {}: leave one of them out", quoted(&made));
                Fault::new(FaultKind::NotPossible, format!("column[{variable}]"), message).value(term).into()
            }
            Unfit::Separated(place) => {
                // The solver only knows where the information ran out; people are helped by the column that tells
                // outcomes apart.
                let exact = fitted.and_then(|(model, used)| self.separating(model, used));
                let (term, variable) = exact.unwrap_or_else(|| self.name(place));
                let message = format!(
                    "term `{term}` tells the outcomes apart, so its coefficient has no finite estimate: leave it out or \
                     join levels"
                );
                Fault::new(FaultKind::NotPossible, format!("column[{variable}]"), message).value(term).into()
            }
        }
    }

    /// The first term that tells the outcomes apart by itself: a level with one outcome only, or a number that is larger
    /// for one outcome than for the other.
    fn separating(&self, model: &Model, used: &[usize]) -> Option<(String, String)> {
        let outcomes = |inside: &dyn Fn(usize) -> bool| -> (bool, bool) {
            let rows = used.iter().zip(&model.outcome).zip(&model.weights).filter(|(_, weight)| **weight > 0.0);
            let mut of = rows.filter(|((row, _), _)| inside(**row)).map(|((_, y), _)| *y);
            let first = of.next().unwrap_or_default();
            (first == 0.0 || first == 1.0, of.all(|y| y == first))
        };
        let one_sided = |inside: &dyn Fn(usize) -> bool| outcomes(inside) == (true, true);
        for source in &self.sources {
            if let Source::Indicator { name, code, labels, .. } = source {
                if one_sided(&|row| labels.codes.get(row) == Some(code)) {
                    return Some((source.term(), (*name).to_owned()));
                }
                let base = self.base_levels.get(*name)?;
                if one_sided(&|row| labels.get(row) == Some(base)) {
                    return Some((format!("{name}={base}"), (*name).to_owned()));
                }
            }
        }
        self.sources.iter().find_map(|source| {
            let Source::Number(name, values) = source else { return None };
            let ends = |wanted: f64| {
                let rows = used.iter().zip(&model.outcome).filter(|(_, y)| **y == wanted);
                let numbers = rows.filter_map(|(row, _)| values.get(*row).copied());
                numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)))
            };
            let ((low0, high0), (low1, high1)) = (ends(0.0), ends(1.0));
            // Below a number one outcome, above it the other.
            (high0 <= low1 || high1 <= low0).then(|| (source.term(), (*name).to_owned()))
        })
    }
}

fn quoted(names: &[String]) -> String {
    if names.is_empty() { "the intercept".to_owned() } else { format!("`{}`", names.join("`, `")) }
}

fn constant(term: &str, variable: &str, level: Option<&str>) -> Error {
    let always = level.map_or_else(String::new, |level| format!(" (always `{level}`)"));
    let message = format!("term `{term}` does not vary among the rows used{always}: leave it out");
    Fault::new(FaultKind::NotPossible, format!("column[{variable}]"), message).value(term).into()
}

/// The figures of the terms.
struct Figures {
    values: Vec<f64>,
    covariance: Matrix,
    df: f64,
    degf: f64,
}

impl Figures {
    fn terms(&self, terms: &Terms<'_>, fit: &Fit, blank: &Estimate, level: f64) -> Vec<RegressionTerm> {
        let term = |(place, source): (usize, &Source<'_>)| {
            let (estimate, statistic, p) = self.term(place, fit, blank, level);
            RegressionTerm {
                term: source.term(),
                variable: source.variable().map(str::to_owned),
                level: source.level().map(str::to_owned),
                estimate,
                statistic,
                p,
            }
        };
        terms.sources.iter().enumerate().map(term).collect()
    }

    fn term(&self, place: usize, fit: &Fit, blank: &Estimate, level: f64) -> (Estimate, Option<f64>, Option<f64>) {
        let mut estimate = blank.clone();
        if !fit.converged {
            estimate.reason = Some(Note::not_estimable(common::not_converged(), ""));
            return (estimate, None, None);
        }
        let value = at(&self.values, place);
        estimate.value = Some(value);
        if self.degf <= 0.0 {
            estimate.reason = Some(Note::not_estimable(common::one_unit(), ""));
            return (estimate, None, None);
        }
        let se = self.covariance.get(place, place).max(0.0).sqrt();
        estimate.se = Some(se);
        if self.df <= 0.0 {
            estimate.reason = Some(Note::not_estimable(common::no_degrees_of_freedom(self.df), ""));
            return (estimate, None, None);
        }
        estimate.df = Some(self.df);
        estimate.interval = t_interval(value, se, self.df, level);
        let statistic = Some(value / se).filter(|statistic| statistic.is_finite());
        (estimate, statistic, statistic.and_then(|statistic| t_two_sided(statistic, self.df)))
    }

    fn triangle(&self, converged: bool) -> Vec<Vec<Option<f64>>> {
        let there = converged && self.degf > 0.0;
        let entry = |i, j| there.then(|| self.covariance.get(i, j));
        (0..self.values.len()).map(|i| (0..=i).map(|j| entry(i, j)).collect()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sampling::Design;
    use crate::table::Column;

    #[test]
    fn a_term_is_found_by_name() {
        let x = Column::number("x", vec![1.0, 2.0, 3.0, 4.0]);
        let table = Table::new(vec![x, Column::number("y", vec![2.0, 4.0, 6.0, 9.0])]).unwrap();
        let fit = Survey::new(&table, Design::new()).unwrap().regress("y", &["x"], ()).unwrap();
        assert!((fit.get("x").unwrap().estimate.value.unwrap() - 2.3).abs() < 1e-12);
        assert!(fit.get("z").is_none());
    }
}
