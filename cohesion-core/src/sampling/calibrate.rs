//! Calibration: weights that meet known totals of the population, and stay near those of the design.
//!
//! Deville and Särndal (1992, Journal of the American Statistical Association 87, 376): of all weights that meet the
//! totals those are taken whose distance from the design weights is least. Post-stratification, raking and the
//! generalised regression estimator are cases of it; bounds keep every weight within a range of its design weight.

pub(crate) mod compile;
pub(crate) mod margins;
pub(crate) mod solver;
pub(crate) mod weighting;

use crate::stat::at;
use std::sync::Arc;

use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::{Calibration, CalibrationMethod, CalibrationRow, Note, Provenance, ResponseAdjustment, Trimming};
use crate::sampling::calibrate::compile::Compiled;
use crate::sampling::calibrate::margins::PopulationMargins;
use crate::sampling::calibrate::solver::{Distance, Solution};
use crate::sampling::calibrate::weighting::{ErrorBlock, Held, Layer, LayerKind, Weighting, row_bounds, solve};
use crate::sampling::survey::Survey;
use crate::sampling::texts;

/// How often a limit is tried that brings the design effect down.
const TRIALS: usize = 40;

/// Limits of the weights themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct WeightLimits {
    lower: Option<f64>,
    upper: Option<f64>,
    design_effect: Option<f64>,
}

impl WeightLimits {
    /// No limits.
    ///
    /// ```
    /// use cohesion_core::WeightLimits;
    /// assert_eq!(WeightLimits::new(), WeightLimits::default());
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// No calibrated weight below this one.
    ///
    /// ```
    /// use cohesion_core::{CalibrationOptions, Column, Design, PopulationMargins, Survey, Table, WeightLimits};
    /// let table = Table::new(vec![
    ///     Column::text("sex", ["f", "f", "m", "f"].map(Some)),
    ///     Column::number("weight", vec![10.0; 4]),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new().weights("weight"))?;
    /// let known = PopulationMargins::new().groups("sex", [("f", 20.0), ("m", 20.0)]);
    /// let options = CalibrationOptions::new().trim(WeightLimits::new().lower(6.0));
    /// let calibrated = survey.calibrate(&known, options)?;
    /// assert!(calibrated.weights()?.iter().all(|weight| *weight >= 6.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn lower(mut self, weight: f64) -> Self {
        self.lower = Some(weight);
        self
    }

    /// No calibrated weight above this one.
    ///
    /// ```
    /// use cohesion_core::{CalibrationOptions, Column, Design, PopulationMargins, Survey, Table, WeightLimits};
    /// let table = Table::new(vec![
    ///     Column::text("sex", ["f", "f", "m", "f"].map(Some)),
    ///     Column::number("weight", vec![10.0; 4]),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new().weights("weight"))?;
    /// let known = PopulationMargins::new().groups("sex", [("f", 20.0), ("m", 20.0)]);
    /// let options = CalibrationOptions::new().trim(WeightLimits::new().upper(21.0));
    /// let calibrated = survey.calibrate(&known, options)?;
    /// assert!(calibrated.weights()?.iter().all(|weight| *weight <= 21.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn upper(mut self, weight: f64) -> Self {
        self.upper = Some(weight);
        self
    }

    /// The largest upper limit with which Kish's design effect is not above this.
    ///
    /// ```
    /// use cohesion_core::{CalibrationOptions, Column, Design, PopulationMargins, Survey, Table, WeightLimits};
    /// let table = Table::new(vec![
    ///     Column::text("sex", ["f", "f", "m", "f"].map(Some)),
    ///     Column::number("weight", vec![10.0; 4]),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new().weights("weight"))?;
    /// let known = PopulationMargins::new().groups("sex", [("f", 20.0), ("m", 20.0)]);
    /// let options = CalibrationOptions::new().trim(WeightLimits::new().design_effect(1.5));
    /// assert!(survey.calibrate(&known, options).is_ok());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn design_effect(mut self, kish: f64) -> Self {
        self.design_effect = Some(kish);
        self
    }
}

/// Options of a calibration; the defaults are raking without bounds.
///
/// ```
/// use cohesion_core::{CalibrationMethod, CalibrationOptions, WeightLimits};
/// let options = CalibrationOptions::new()
///     .method(CalibrationMethod::Logit)
///     .bounds(0.5, 2.5)
///     .trim(WeightLimits::new().upper(300.0));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CalibrationOptions {
    method: CalibrationMethod,
    bounds: Option<(f64, f64)>,
    trim: Option<WeightLimits>,
}

impl From<()> for CalibrationOptions {
    fn from((): ()) -> Self {
        Self::default()
    }
}

impl From<CalibrationMethod> for CalibrationOptions {
    fn from(method: CalibrationMethod) -> Self {
        Self::default().method(method)
    }
}

impl CalibrationOptions {
    /// The defaults.
    ///
    /// ```
    /// use cohesion_core::{CalibrationOptions, Column, Design, PopulationMargins, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::text("sex", ["f", "f", "m", "f"].map(Some)),
    ///     Column::number("weight", vec![10.0; 4]),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new().weights("weight"))?;
    /// let known = PopulationMargins::new().groups("sex", [("f", 20.0), ("m", 20.0)]);
    /// let calibrated = survey.calibrate(&known, CalibrationOptions::new())?;
    /// assert_eq!(calibrated.weights()?, survey.calibrate(&known, ())?.weights()?);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How weights are moved.
    ///
    /// ```
    /// use cohesion_core::{CalibrationMethod, CalibrationOptions, Column, Design, PopulationMargins, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::text("sex", ["f", "f", "m", "f"].map(Some)),
    ///     Column::number("weight", vec![10.0; 4]),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new().weights("weight"))?;
    /// let known = PopulationMargins::new().groups("sex", [("f", 20.0), ("m", 20.0)]);
    /// let calibrated = survey.calibrate(&known, CalibrationOptions::new().method(CalibrationMethod::Linear))?;
    /// assert!((calibrated.weights()?.iter().sum::<f64>() - 40.0).abs() < 1e-9);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn method(mut self, method: CalibrationMethod) -> Self {
        self.method = method;
        self
    }

    /// Least and most of calibrated weight by design weight; 1 lies between them.
    ///
    /// ```
    /// use cohesion_core::{CalibrationMethod, CalibrationOptions, Column, Design, PopulationMargins, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::text("sex", ["f", "f", "m", "f"].map(Some)),
    ///     Column::number("weight", vec![10.0; 4]),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new().weights("weight"))?;
    /// let known = PopulationMargins::new().groups("sex", [("f", 20.0), ("m", 20.0)]);
    /// let options = CalibrationOptions::new().method(CalibrationMethod::Logit).bounds(0.5, 2.5);
    /// let calibrated = survey.calibrate(&known, options)?;
    /// assert!(calibrated.g_weights().unwrap().iter().all(|factor| (0.5..=2.5).contains(factor)));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn bounds(mut self, low: f64, high: f64) -> Self {
        self.bounds = Some((low, high));
        self
    }

    /// Limits of the weights themselves. The margins are met all the same: what is cut moves to rows of the same groups.
    ///
    /// ```
    /// use cohesion_core::{CalibrationOptions, Column, Design, PopulationMargins, Survey, Table, WeightLimits};
    /// let table = Table::new(vec![
    ///     Column::text("sex", ["f", "f", "m", "f"].map(Some)),
    ///     Column::number("weight", vec![10.0; 4]),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new().weights("weight"))?;
    /// let known = PopulationMargins::new().groups("sex", [("f", 20.0), ("m", 20.0)]);
    /// let options = CalibrationOptions::new().trim(WeightLimits::new().upper(21.0));
    /// let calibrated = survey.calibrate(&known, options)?;
    /// assert!((calibrated.weights()?.iter().sum::<f64>() - 40.0).abs() < 1e-9);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn trim(mut self, limits: WeightLimits) -> Self {
        self.trim = Some(limits);
        self
    }

    fn check(&self, margins: &PopulationMargins) -> Result<()> {
        let mut faults = margins.faults();
        let mut fault = |kind, path: &str, message: String| faults.push(Fault::new(kind, path, message));
        match (self.bounds, self.method) {
            (Some(_), CalibrationMethod::PostStratify) => {
                let message = "post-stratification has no bounds: use raking with bounds".to_owned();
                fault(FaultKind::NotPossible, "bounds", message);
            }
            (Some((low, high)), _) if !(low.is_finite() && (0.0..1.0).contains(&low) && high > 1.0) => {
                let message = format!("bounds are two numbers from 0 up with 1 between them, not {low} and {high}");
                fault(FaultKind::OutOfRange, "bounds", message);
            }
            (None, CalibrationMethod::Logit) => {
                let message = "logit needs bounds: least and most of calibrated weight by design weight".to_owned();
                fault(FaultKind::MissingField, "bounds", message);
            }
            (Some((_, high)), CalibrationMethod::Logit) if !high.is_finite() => {
                fault(FaultKind::OutOfRange, "bounds", "logit needs finite bounds".to_owned());
            }
            _ => {}
        }
        let one_margin = margins.groups.len() == 1 && margins.sums.is_empty();
        if self.method == CalibrationMethod::PostStratify && !one_margin {
            let message = format!(
                "post-stratification meets one margin, which may cross several columns; these are {}. Use raking or linear",
                margins.groups.len() + margins.sums.len()
            );
            fault(FaultKind::NotPossible, "margins", message);
        }
        for (path, limit) in self.trim.iter().flat_map(|trim| [("lower", trim.lower), ("upper", trim.upper)]) {
            if limit.is_some_and(|limit| !(limit.is_finite() && limit >= 0.0)) {
                fault(FaultKind::OutOfRange, &format!("trim.{path}"), "a limit is a weight from 0 up".to_owned());
            }
        }
        if let Some(trim) = &self.trim {
            if trim.lower.zip(trim.upper).is_some_and(|(lower, upper)| lower >= upper) {
                fault(FaultKind::OutOfRange, "trim", "the lower limit is not below the upper one".to_owned());
            }
            if trim.design_effect.is_some_and(|kish| !(kish.is_finite() && kish >= 1.0)) {
                fault(FaultKind::OutOfRange, "trim.design_effect", "a design effect is at least 1".to_owned());
            }
            if trim.design_effect.is_some() && trim.upper.is_some() {
                let message = "the upper limit follows from the design effect: give one of the two".to_owned();
                fault(FaultKind::NotPossible, "trim.design_effect", message);
            }
            if *trim == WeightLimits::default() {
                let message = "trimming needs a lower or upper weight, or a design effect".to_owned();
                fault(FaultKind::MissingField, "trim", message);
            }
        }
        Error::unless_empty(faults, ())
    }

    fn distance(&self) -> Distance {
        match (self.method, self.bounds) {
            // With one factor per cell all distances are the same; only where weights are cut does it matter which.
            (CalibrationMethod::PostStratify, _) if self.trim.is_none() => Distance::Linear,
            (CalibrationMethod::Linear, _) => Distance::Linear,
            (CalibrationMethod::Logit, Some((low, high))) => Distance::Logit(low, high),
            _ => Distance::Exponential,
        }
    }

    /// Least and most of the factors.
    fn range(&self) -> (f64, f64) {
        self.bounds.unwrap_or((f64::NEG_INFINITY, f64::INFINITY))
    }

    fn describe(&self) -> String {
        let mut words = match self.method {
            CalibrationMethod::PostStratify => "post-stratified (one factor per cell)".to_owned(),
            CalibrationMethod::Raking => "raked (exponential distance)".to_owned(),
            CalibrationMethod::Linear => "calibrated by regression (linear distance)".to_owned(),
            CalibrationMethod::Logit => "calibrated (logit distance)".to_owned(),
        };
        if let Some((low, high)) = self.bounds {
            words.push_str(&format!(", factors from {low} to {high}"));
        }
        words
    }
}

impl<'t> Survey<'t> {
    /// The same survey with weights that meet known totals; this one stays as it is.
    ///
    /// The weights start from those of the design, whose number of times g they are changed by is as near 1 as the
    /// totals allow. Errors of every estimate from the calibrated survey take the calibration into account: the
    /// linearised values become residuals of their regression on the margins. Rows with weight 0 need no label. The rows
    /// are read once; each step works on the distinct combinations of groups.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, PopulationMargins, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::text("sex", ["f", "f", "m", "f"].map(Some)),
    ///     Column::number("trust", vec![4.0, 5.0, 2.0, 3.0]),
    ///     Column::number("weight", vec![10.0; 4]),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new().weights("weight"))?;
    /// let calibrated = survey.calibrate(&PopulationMargins::new().groups("sex", [("f", 20.0), ("m", 20.0)]), ())?;
    /// assert!((calibrated.mean("trust", ())?.rows[0].estimate.value.unwrap() - 3.0).abs() < 1e-12);
    /// assert_eq!(calibrated.calibration().unwrap().rows[1].before, 10.0);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// All faults at once, each naming its margin: [`FaultKind::Inconsistent`] for margins that disagree on the
    /// population; [`FaultKind::NotPossible`] for a level without a respondent, a level with respondents and the total
    /// 0, bounds or limits that cannot be kept, totals that no weights meet, weights that a linear calibration makes
    /// negative; [`FaultKind::UnknownValue`] for a level of the data without a total; [`FaultKind::MissingDesign`] for
    /// rows without a label; [`FaultKind::OutOfRange`] for a negative total or impossible bounds;
    /// [`FaultKind::DuplicateId`], [`FaultKind::DuplicateColumn`], [`FaultKind::MissingColumn`],
    /// [`FaultKind::NotNumeric`].
    pub fn calibrate(&self, margins: &PopulationMargins, options: impl Into<CalibrationOptions>) -> Result<Self> {
        let options = options.into();
        options.check(margins)?;
        let before = self.weights()?;
        let compiled = Compiled::of(self.table, margins, &before, options.trim.is_some())?;
        let job = Job { options: &options, compiled: &compiled, before: &before };
        let outcome = job.outcome()?;
        let report = job.report(&outcome, margins, self.provenance_of(margins)?);
        let errors = error_blocks(&compiled);
        let layer = Layer {
            before,
            factors: outcome.factors,
            gram: outcome.gram,
            kind: LayerKind::Calibrated {
                distance: options.distance(),
                bounds: vec![options.range()],
                trim: outcome.limits,
                errors,
            },
            words: options.describe(),
            compiled,
        };
        self.with_layer(layer, outcome.weights, Some(report), None)
    }

    /// How the weights of a calibrated survey were made; `None` for a survey that was not calibrated.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, PopulationMargins, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::text("sex", ["f", "f", "m", "f"].map(Some)),
    ///     Column::number("weight", vec![10.0; 4]),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new().weights("weight"))?;
    /// let known = PopulationMargins::new().groups("sex", [("f", 20.0), ("m", 20.0)]);
    /// assert!(survey.calibration().is_none());
    /// let calibrated = survey.calibrate(&known, ())?;
    /// assert_eq!(calibrated.calibration().unwrap().rows.len(), 2);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn calibration(&self) -> Option<&Calibration> {
        self.sample.calibration()
    }

    /// What the weight of every row was multiplied by when the weights were last adjusted; `None` for a survey that has
    /// the weights of its design.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, PopulationMargins, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::text("sex", ["f", "f", "m", "f"].map(Some)),
    ///     Column::number("weight", vec![10.0; 4]),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new().weights("weight"))?;
    /// let known = PopulationMargins::new().groups("sex", [("f", 20.0), ("m", 20.0)]);
    /// let calibrated = survey.calibrate(&known, ())?;
    /// // There are twice as many men as the sample says.
    /// assert!((calibrated.g_weights().unwrap()[2] - 2.0).abs() < 1e-9);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn g_weights(&self) -> Option<&[f64]> {
        self.weighting().map(Weighting::factors)
    }

    pub(crate) fn weighting(&self) -> Option<&Weighting> {
        self.sample.weighting()
    }

    /// The weight of every row: the column's, or what follows from the fpc, or 1; or what was made of it by
    /// [`Survey::calibrate`] and [`Survey::nonresponse`].
    ///
    /// # Errors
    /// As [`Survey::new`].
    ///
    /// ```
    /// use cohesion_core::{Column, Design, PopulationMargins, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::text("sex", ["f", "f", "m", "f"].map(Some)),
    ///     Column::number("weight", vec![10.0; 4]),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new().weights("weight"))?;
    /// let known = PopulationMargins::new().groups("sex", [("f", 20.0), ("m", 20.0)]);
    /// assert_eq!(survey.weights()?, [10.0; 4]);
    /// assert!((survey.calibrate(&known, ())?.weights()?[2] - 20.0).abs() < 1e-9);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn weights(&self) -> Result<Vec<f64>> {
        if let Some(weights) = self.sample.weights() {
            return Ok(weights.to_vec());
        }
        let sampling = self.sample.sampling()?;
        Ok(self.sample.unit_of().iter().map(|unit| sampling.weight_of(*unit as usize)).collect())
    }

    /// The survey with one more adjustment of its weights.
    pub(crate) fn with_layer(
        &self,
        layer: Layer,
        weights: Vec<f64>,
        calibration: Option<Calibration>,
        response: Option<ResponseAdjustment>,
    ) -> Result<Self> {
        let earlier = self.sample.weighting().map(|weighting| &weighting.0);
        let base = earlier.map_or_else(|| layer.before.clone(), |held| held.base.clone());
        let mut layers = earlier.map(|held| held.layers.clone()).unwrap_or_default();
        layers.push(Arc::new(layer));
        let weighting = Weighting(Arc::new(Held { base, weights, layers }));
        let calibration = calibration.or_else(|| self.calibration().cloned());
        let response = response.or_else(|| self.response().cloned());
        let sample = self.sample.weighted(weighting, calibration, response)?;
        Ok(Self { table: self.table, sample, told: self.told })
    }

    /// The hash of the columns that a calibration reads.
    fn provenance_of(&self, margins: &PopulationMargins) -> Result<Provenance> {
        let groups = margins.groups.iter().flat_map(|margin| &margin.columns).map(String::as_str);
        let names = groups.chain(margins.sums.iter().map(|sum| sum.column.as_str())).chain(self.design().columns());
        let names: Vec<&str> = names.collect();
        let there = !names.is_empty();
        Ok(Provenance::of_tables(if there { vec![self.table.fingerprint_of(names.into_iter())] } else { Vec::new() }))
    }
}

/// The totals that are estimates, set by set.
fn error_blocks(compiled: &Compiled) -> Vec<ErrorBlock> {
    let mut blocks = Vec::new();
    let mut add = |columns: Vec<usize>, fixed_sum: bool| {
        let se = |column: &usize| compiled.known.get(*column).and_then(|known| known.se).unwrap_or_default();
        let variances: Vec<f64> = columns.iter().map(|column| se(column) * se(column)).collect();
        if variances.iter().any(|variance| *variance > 0.0) {
            blocks.push(ErrorBlock { columns, variances, fixed_sum });
        }
    };
    for (begin, end) in &compiled.sets {
        add((*begin..*end).collect(), compiled.sets.len() > 1);
    }
    let first = compiled.known.len() - compiled.standards.len();
    for column in first..compiled.known.len() {
        add(vec![column], false);
    }
    blocks
}

/// A calibration that is under way.
struct Job<'j> {
    options: &'j CalibrationOptions,
    compiled: &'j Compiled,
    before: &'j [f64],
}

/// A solution, the limits of the weights, and what they did.
type Trimmed = (Solution, Option<(f64, f64)>, Option<Trimming>);

/// What came of it.
struct Outcome {
    factors: Vec<f64>,
    weights: Vec<f64>,
    gram: solver::Gram,
    steps: usize,
    limits: Option<(f64, f64)>,
    trimming: Option<Trimming>,
}

impl Job<'_> {
    fn solved(&self, bounds: &[(f64, f64)]) -> (solver::Gram, Solution) {
        solve(self.compiled, self.before, self.options.distance(), bounds, &self.compiled.totals)
    }

    fn weights(&self, solution: &Solution) -> Vec<f64> {
        let factors = self.compiled.by_row(&solution.factors);
        self.before.iter().zip(factors).map(|(weight, factor)| weight * factor).collect()
    }

    fn outcome(&self) -> Result<Outcome> {
        let bounds = [self.options.range()];
        self.check_sums()?;
        self.check_reach()?;
        let (gram, free) = self.solved(&bounds);
        self.check_collinear(&gram)?;
        self.check(&free)?;
        let (solution, limits, trimming) = match self.options.trim {
            None => (free, None, None),
            Some(trim) => self.trimmed(trim, free)?,
        };
        let factors = self.compiled.by_row(&solution.factors);
        let weights: Vec<f64> = self.before.iter().zip(&factors).map(|(weight, factor)| weight * factor).collect();
        let negative = weights.iter().filter(|weight| **weight < 0.0).count();
        if negative > 0 {
            let message = format!(
                "the linear distance makes {negative} weights negative: use bounds such as (0.1, 5), or raking"
            );
            return Err(Fault::new(FaultKind::NotPossible, "method", message).value(negative).into());
        }
        Ok(Outcome { factors, weights, gram, steps: solution.steps, limits, trimming })
    }

    /// Refuses totals of a column that is a combination of others where they are not the same combination.
    fn check_collinear(&self, gram: &solver::Gram) -> Result<()> {
        let mut faults = Vec::new();
        for (column, made) in gram.made() {
            let total = |column: usize| at(&self.compiled.totals, column);
            let follows: f64 = made.iter().enumerate().map(|(other, part)| part * total(other)).sum();
            let size: f64 = made.iter().enumerate().map(|(other, part)| (part * total(other)).abs()).sum();
            if (total(column) - follows).abs() <= 1e-6 * size.max(total(column).abs()) {
                continue;
            }
            let Some(known) = self.compiled.known.get(column) else { continue };
            let message = format!(
                "the total {} contradicts the other margins, which make it {} in this sample",
                known.total,
                self.compiled.unstandardised(column, follows, self.size())
            );
            faults.push(Fault::new(FaultKind::Inconsistent, known.path(), message).value(known.total));
        }
        Error::unless_empty(faults, ())
    }

    /// Refuses sums that lie outside the size of the population times the least and the largest value.
    fn check_sums(&self) -> Result<()> {
        let (count, size) = (self.compiled.standards.len(), self.size());
        if size <= 0.0 {
            return Ok(());
        }
        let first = self.compiled.known.len() - count;
        let mut faults = Vec::new();
        for (place, known) in self.compiled.known.iter().skip(first).enumerate() {
            let column = self.compiled.auxiliaries.numbers.iter().skip(place).step_by(count);
            let used = column.zip(self.before).filter(|(_, weight)| **weight > 0.0).map(|(x, _)| *x);
            let (low, high) = used.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
            let end = |x: f64| self.compiled.unstandardised(first + place, x * size, size);
            let (low, high) = (end(low), end(high));
            let slack = 1e-9 * low.abs().max(high.abs());
            if known.total < low - slack || known.total > high + slack {
                let message = format!(
                    "{size} people whose values lie where those of the sample do have a sum from {} to {}, not {}",
                    shown(low),
                    shown(high),
                    known.total
                );
                faults.push(Fault::new(FaultKind::NotPossible, known.path(), message).value(known.total));
            }
        }
        Error::unless_empty(faults, ())
    }

    /// Refuses bounds that cannot reach a total whatever the other totals are.
    fn check_reach(&self) -> Result<()> {
        let Some((low, high)) = self.options.bounds else { return Ok(()) };
        let sums = self.compiled.auxiliaries.totals(&self.compiled.by_cell(self.before));
        let groups = self.compiled.known.len() - self.compiled.standards.len();
        let mut faults = Vec::new();
        for (known, sum) in self.compiled.known.iter().take(groups).zip(&sums) {
            let needed = known.total / sum;
            if needed < low * (1.0 - 1e-12) || needed > high * (1.0 + 1e-12) {
                let message = format!(
                    "the weights would have to be multiplied by {} on average to reach {} from {sum}, outside the bounds \
                     {low} to {high}",
                    shown(needed),
                    known.total
                );
                faults.push(Fault::new(FaultKind::NotPossible, known.path(), message).value(known.total));
            }
        }
        Error::unless_empty(faults, ())
    }

    /// Refuses totals that are not met.
    fn check(&self, solution: &Solution) -> Result<()> {
        let Some(faults) = self.misses(solution, "no weights within the bounds meet all margins") else {
            return Ok(());
        };
        Err(faults)
    }

    fn misses(&self, solution: &Solution, why: &str) -> Option<Error> {
        let fault = |(column, stands): &(usize, f64)| {
            let known = self.compiled.known.get(*column)?;
            let stands = self.compiled.unstandardised(*column, *stands, self.size());
            let message = format!(
                "{why}: after {} steps this one stands at {} of {}",
                solution.steps,
                shown(stands),
                known.total
            );
            Some(Fault::new(FaultKind::NotPossible, known.path(), message).value(known.total))
        };
        Error::unless_empty(solution.missed.iter().take(3).filter_map(fault).collect(), ()).err()
    }

    fn size(&self) -> f64 {
        let first = self.compiled.sets.first().map(|(begin, end)| *begin..*end);
        first.and_then(|range| self.compiled.totals.get(range)).map_or(0.0, |totals| totals.iter().sum())
    }

    /// The same totals with limits of the weights.
    fn trimmed(&self, trim: WeightLimits, free: Solution) -> Result<Trimmed> {
        let untrimmed = self.weights(&free);
        let lower = trim.lower.unwrap_or(f64::NEG_INFINITY);
        let (upper, solution) = match trim.design_effect {
            Some(target) => self.limit_for(target, lower, free)?,
            None => {
                let upper = trim.upper.unwrap_or(f64::INFINITY);
                let solution = self.limited(lower, upper);
                let why = format!("no weights within the limits {} meet all margins", described(trim));
                if let Some(error) = self.misses(&solution, &why) {
                    return Err(error);
                }
                (upper, solution)
            }
        };
        let weights = self.weights(&solution);
        let at = |limit: f64| move |(new, _): &(&f64, &f64)| (**new - limit).abs() <= 1e-9 * limit;
        let pairs = || weights.iter().zip(&untrimmed);
        let trimming = Trimming {
            lower: trim.lower,
            upper: Some(upper).filter(|upper| upper.is_finite()),
            design_effect: trim.design_effect,
            n_raised: pairs().filter(at(lower)).filter(|(new, old)| new > old).count() as u64,
            n_cut: pairs().filter(at(upper)).filter(|(new, old)| new < old).count() as u64,
            weight_moved: pairs().map(|(new, old)| (new - old).abs()).sum::<f64>() / 2.0,
            kish_untrimmed: kish(&untrimmed),
        };
        Ok((solution, Some((lower, upper)), Some(trimming)))
    }

    fn limited(&self, lower: f64, upper: f64) -> Solution {
        let bounds = row_bounds(&[self.options.range()], (lower, upper), self.before);
        let heaviest = |(weight, (low, high)): (&f64, &(f64, f64))| *weight > 0.0 && low > high;
        if self.before.iter().zip(&bounds).any(heaviest) {
            let missed = (0..1).map(|column| (column, f64::NAN)).collect();
            return Solution { factors: Vec::new(), steps: 0, missed };
        }
        self.solved(&bounds).1
    }

    /// The largest upper limit whose weights have no larger design effect, found by halving.
    fn limit_for(&self, target: f64, lower: f64, free: Solution) -> Result<(f64, Solution)> {
        let start = if lower > 0.0 { self.limited(lower, f64::INFINITY) } else { free };
        let weights = self.weights(&start);
        let (mut reached, mut best) = (kish(&weights), None);
        let mut high = weights.iter().copied().fold(0.0, f64::max);
        if start.missed.is_empty() && reached <= target {
            return Ok((f64::INFINITY, start));
        }
        let there = weights.iter().filter(|weight| **weight > 0.0);
        let mut low = there.clone().sum::<f64>() / there.count().max(1) as f64;
        for _ in 0..TRIALS {
            if high - low <= 1e-6 * high {
                break;
            }
            let upper = f64::midpoint(low, high);
            let solution = self.limited(lower, upper);
            let effect = kish(&self.weights(&solution));
            if !solution.missed.is_empty() {
                low = upper;
            } else if effect > target {
                (high, reached) = (upper, reached.min(effect));
            } else {
                low = upper;
                best = Some((upper, solution));
            }
        }
        best.ok_or_else(|| {
            let message = format!(
                "the margins cannot be met with a design effect of {target}: the least that cutting weights reaches is \
                 {}",
                shown(reached)
            );
            Fault::new(FaultKind::NotPossible, "trim.design_effect", message).value(target).into()
        })
    }

    fn report(&self, outcome: &Outcome, margins: &PopulationMargins, provenance: Provenance) -> Calibration {
        let used = |row: &usize| self.before.get(*row).is_some_and(|weight| *weight > 0.0);
        let rows: Vec<usize> = (0..self.before.len()).filter(used).collect();
        let of = |values: &[f64]| -> Vec<f64> { rows.iter().filter_map(|row| values.get(*row).copied()).collect() };
        let (before, after, factors) = (of(self.before), of(&outcome.weights), of(&outcome.factors));
        let mut notes = Vec::new();
        if margins.groups.iter().flat_map(|margin| &margin.totals).any(|total| total.se.is_some())
            || margins.sums.iter().any(|sum| sum.se.is_some())
        {
            notes.push(Note::information(texts::estimated_totals(), "margins"));
        }
        if let Some(trimming) = &outcome.trimming {
            let n = trimming.n_cut + trimming.n_raised;
            notes.push(Note::warning(texts::weights_trimmed(n), ""));
        }
        Calibration {
            method: self.options.method,
            bounds: self.options.bounds,
            rows: self.rows(outcome),
            n: rows.len() as u64,
            sum_before: before.iter().sum(),
            sum_after: after.iter().sum(),
            g_min: factors.iter().copied().fold(f64::INFINITY, f64::min),
            g_max: factors.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            kish_before: kish(&before),
            kish_after: kish(&after),
            iterations: outcome.steps as u64,
            converged: true,
            trimming: outcome.trimming.clone(),
            notes,
            description: format!(
                "{}; errors from the residuals of a regression on the margins (Deville and Särndal 1992)",
                self.options.describe()
            ),
            provenance,
        }
    }

    /// One row per known total.
    fn rows(&self, outcome: &Outcome) -> Vec<CalibrationRow> {
        let of = |weights: &[f64]| self.compiled.auxiliaries.totals(&self.compiled.by_cell(weights));
        let there: Vec<f64> = self.before.iter().map(|weight| if *weight > 0.0 { 1.0 } else { 0.0 }).collect();
        let (counts, before, after) = (of(&there), of(self.before), of(&outcome.weights));
        let groups = self.compiled.known.len() - self.compiled.standards.len();
        let sum = |weights: &[f64]| weights.iter().sum::<f64>();
        let (whole, sum_before, sum_after) = (sum(&there), sum(self.before), sum(&outcome.weights));
        let at =
            |values: &[f64], column: usize, size: f64| self.compiled.unstandardised(column, at(values, column), size);
        let row = |(column, known): (usize, &compile::Known)| CalibrationRow {
            columns: known.columns.clone(),
            levels: known.levels.clone(),
            n: if column < groups { at(&counts, column, 0.0) as u64 } else { whole as u64 },
            population: known.total,
            se: known.se,
            before: at(&before, column, sum_before),
            after: at(&after, column, sum_after),
        };
        self.compiled.known.iter().enumerate().map(row).collect()
    }
}

/// Kish's design effect of weighting: n times the sum of squares by the square of the sum (Kish 1965, section 11.7).
pub(crate) fn kish(weights: &[f64]) -> f64 {
    let used = || weights.iter().filter(|weight| **weight > 0.0);
    let (sum, squares) = (used().sum::<f64>(), used().map(|weight| weight * weight).sum::<f64>());
    used().count() as f64 * squares / (sum * sum)
}

/// Six digits for a message.
fn shown(value: f64) -> String {
    let text = format!("{value:.6}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn described(trim: WeightLimits) -> String {
    match (trim.lower, trim.upper) {
        (Some(lower), Some(upper)) => format!("{lower} to {upper}"),
        (Some(lower), None) => format!("from {lower} up"),
        (None, Some(upper)) => format!("up to {upper}"),
        (None, None) => "given".to_owned(),
    }
}
