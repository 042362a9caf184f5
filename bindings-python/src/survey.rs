//! `Survey`: a design, and the calls that take rows.

use std::ops::ControlFlow;
use std::sync::{Mutex, OnceLock, PoisonError};

use cohesion_core::{
    CalibrationMethod, CalibrationOptions, Design, DrawnSample, EstimateOptions, Family, IntervalMethod, Margin,
    Measure, PopulationMargins, RegressionOptions, ReplicateWeights, Replication, ResponseOptions, SingleUnit,
    SummarySpec, TotalRule, WeightLimits,
};
use numpy::{IntoPyArray, PyArray1};
use pyo3::prelude::*;

use crate::disclosure::CountTable;
use crate::error::{raised, word};
use crate::estimates::Estimates;
use crate::models::{Regression, Test};
use crate::summary::Summary;
use crate::table::{Label, Rows};
use crate::weights::{Calibration, ResponseAdjustment, ResponseRates};

/// What a call asks besides its variable.
#[pyclass(frozen, module = "cohesion_core._core")]
pub struct Options {
    pub by: Vec<String>,
    pub within: Vec<(String, Vec<String>)>,
    pub core: EstimateOptions,
}

#[pymethods]
impl Options {
    #[new]
    #[pyo3(signature = (by, within, level, missing, interval = None))]
    fn new(
        py: Python<'_>,
        by: Vec<String>,
        within: Vec<(String, Vec<Label>)>,
        level: f64,
        missing: &str,
        interval: Option<&str>,
    ) -> PyResult<Self> {
        let rule: TotalRule = word(py, "missing", missing, &["refuse", "answered"])?;
        let within: Vec<(String, Vec<String>)> =
            within.into_iter().map(|(column, values)| (column, texts(values))).collect();
        let mut core = EstimateOptions::new().level(level).missing(rule);
        if let Some(name) = interval {
            core = core.interval(IntervalMethod::of_share(name).map_err(|error| raised(py, error))?);
        }
        for column in &by {
            core = core.by(column);
        }
        for (column, values) in &within {
            core = core.within(column, values.iter());
        }
        Ok(Self { by, within, core })
    }
}

pub fn texts(values: Vec<Label>) -> Vec<String> {
    values.into_iter().map(|value| value.0).collect()
}

/// A design, and the units and weights of the rows once they were checked. The rows are given with each call.
#[pyclass(frozen, module = "cohesion_core._core")]
pub struct Survey {
    design: Design,
    sample: OnceLock<DrawnSample>,
    /// Who is told how far a long call has come.
    progress: Option<Py<PyAny>>,
}

#[pymethods]
impl Survey {
    #[new]
    #[pyo3(signature = (weights, strata, clusters, fpc, nested, single_unit, replicate_weights = None, progress = None))]
    #[expect(clippy::too_many_arguments, reason = "one for each keyword of the Python call")]
    fn new(
        py: Python<'_>,
        weights: Option<String>,
        strata: Vec<String>,
        clusters: Vec<String>,
        fpc: Vec<String>,
        nested: bool,
        single_unit: &str,
        replicate_weights: Option<(Vec<String>, f64, Vec<f64>, bool)>,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Self> {
        let rule = SingleUnit::parse(single_unit).map_err(|error| raised(py, error))?;
        let design = Design::new().nested(nested).single_unit(rule);
        let design = weights.into_iter().fold(design, Design::weights);
        let design = strata.into_iter().fold(design, Design::strata);
        let design = clusters.into_iter().fold(design, Design::cluster);
        let design = fpc.into_iter().fold(design, Design::fpc);
        let design = replicate_weights.into_iter().fold(design, |design, (columns, scale, rscales, mse)| {
            design.replicate_weights(ReplicateWeights::new(columns, scale).rscales(rscales).mse(mse))
        });
        Ok(Self { design, sample: OnceLock::new(), progress })
    }

    /// The same with errors from replicates of these rows.
    #[expect(clippy::too_many_arguments, reason = "one for each keyword of the Python call")]
    fn replicates(
        &self,
        py: Python<'_>,
        rows: Rows<'_>,
        method: &str,
        n: Option<u64>,
        seed: Option<u64>,
        rho: Option<f64>,
        mse: bool,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Self> {
        let replication = Replication::named(method, n, seed, rho).map_err(|error| raised(py, error))?.mse(mse);
        let made = rows.with(py, |table| Ok(self.of(table)?.replicates(replication)?.sample().clone()))?;
        Ok(Self { design: self.design.clone(), sample: OnceLock::from(made), progress })
    }

    /// One line for people: the replicates, or the design.
    fn describe(&self) -> String {
        self.sample.get().map_or_else(|| self.design.describe(), DrawnSample::describe)
    }

    /// The survey with weights that meet known totals; the margins are JSON.
    #[expect(clippy::too_many_arguments, reason = "one for each keyword of the Python call")]
    fn calibrate(
        &self,
        py: Python<'_>,
        rows: Rows<'_>,
        margins: &str,
        population: Option<f64>,
        method: &str,
        bounds: Option<(f64, f64)>,
        trim: Option<(Option<f64>, Option<f64>, Option<f64>)>,
    ) -> PyResult<Self> {
        let method = CalibrationMethod::parse(method).map_err(|error| raised(py, error))?;
        let margins = PopulationMargins::from_json(margins).map_err(|error| raised(py, error))?;
        let margins = population.into_iter().fold(margins, PopulationMargins::population);
        let options = CalibrationOptions::new().method(method);
        let options = bounds.into_iter().fold(options, |options, (low, high)| options.bounds(low, high));
        let options = trim.into_iter().fold(options, |options, (lower, upper, design_effect)| {
            let limits = lower.into_iter().fold(WeightLimits::new(), WeightLimits::lower);
            let limits = upper.into_iter().fold(limits, WeightLimits::upper);
            options.trim(design_effect.into_iter().fold(limits, WeightLimits::design_effect))
        });
        self.reweighted(py, rows, |survey| survey.calibrate(&margins, options))
    }

    /// The survey with the weights of respondents raised to those of their cell.
    #[expect(clippy::too_many_arguments, reason = "one for each keyword of the Python call")]
    fn nonresponse(
        &self,
        py: Python<'_>,
        rows: Rows<'_>,
        respondent: &str,
        values: Vec<Label>,
        by: Vec<String>,
        minimum: u64,
        collapse: bool,
    ) -> PyResult<Self> {
        let options = by.into_iter().fold(ResponseOptions::new(), ResponseOptions::by);
        let options = options.minimum(minimum).collapse(collapse);
        let values = texts(values);
        self.reweighted(py, rows, |survey| survey.nonresponse(respondent, values, options))
    }

    /// Response rates; the categories are codes with what they stand for.
    fn response_rates(
        &self,
        py: Python<'_>,
        rows: Rows<'_>,
        disposition: &str,
        categories: Vec<(Label, String)>,
        e: Option<f64>,
        options: &Options,
    ) -> PyResult<ResponseRates> {
        let categories = categories.into_iter().map(|(code, category)| (code.0, category));
        let categories: Vec<(String, String)> = categories.collect();
        rows.with(py, |table| self.of(table)?.response_rates(disposition, categories, e, options.core.clone()))
            .map(ResponseRates)
    }

    /// How the weights were calibrated.
    fn calibration(&self, py: Python<'_>, rows: Rows<'_>) -> PyResult<Option<Calibration>> {
        rows.with(py, |table| Ok(self.of(table)?.calibration().cloned())).map(|found| found.map(Calibration))
    }

    /// How the weights of respondents were raised.
    fn response(&self, py: Python<'_>, rows: Rows<'_>) -> PyResult<Option<ResponseAdjustment>> {
        rows.with(py, |table| Ok(self.of(table)?.response().cloned())).map(|found| found.map(ResponseAdjustment))
    }

    /// The weight of every row.
    fn weights<'py>(&self, py: Python<'py>, rows: Rows<'_>) -> PyResult<Bound<'py, PyArray1<f64>>> {
        rows.with(py, |table| self.of(table)?.weights()).map(|weights| weights.into_pyarray(py))
    }

    /// What every weight was multiplied by.
    fn g_weights<'py>(&self, py: Python<'py>, rows: Rows<'_>) -> PyResult<Option<Bound<'py, PyArray1<f64>>>> {
        let found = rows.with(py, |table| Ok(self.of(table)?.g_weights().map(<[f64]>::to_vec)))?;
        Ok(found.map(|factors| factors.into_pyarray(py)))
    }

    /// Count, scale, rscales, centre and degrees of freedom of the replicates.
    fn replication(&self) -> Option<(usize, f64, Vec<f64>, bool, f64)> {
        let factors = self.sample.get()?.factors()?;
        Some((factors.count(), factors.scale(), factors.rscales(), factors.mse(), factors.df()))
    }

    /// Reads the rows' part of the design, and refuses rows that do not fit it.
    fn check(&self, py: Python<'_>, rows: Rows<'_>) -> PyResult<()> {
        let read = rows.with(py, |table| Ok(self.of(table)?.sample().clone()))?;
        self.sample.get_or_init(|| read);
        Ok(())
    }

    fn share(
        &self,
        py: Python<'_>,
        rows: Rows<'_>,
        variable: &str,
        values: Vec<Label>,
        options: &Options,
    ) -> PyResult<Estimates> {
        let values = texts(values);
        self.run(py, &rows, |survey| survey.share(variable, values, options.core.clone())).map(Estimates)
    }

    fn share_between(
        &self,
        py: Python<'_>,
        rows: Rows<'_>,
        variable: &str,
        low: Option<f64>,
        high: Option<f64>,
        options: &Options,
    ) -> PyResult<Estimates> {
        rows.with(py, |table| self.of(table)?.share_between(variable, low, high, options.core.clone())).map(Estimates)
    }

    fn choices(
        &self,
        py: Python<'_>,
        rows: Rows<'_>,
        columns: Vec<String>,
        values: Vec<Label>,
        options: &Options,
    ) -> PyResult<Estimates> {
        let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
        let values = texts(values);
        rows.with(py, |table| self.of(table)?.choices(&columns, values, options.core.clone())).map(Estimates)
    }

    fn separated_choices(
        &self,
        py: Python<'_>,
        rows: Rows<'_>,
        column: &str,
        separator: &str,
        only: Vec<Label>,
        options: &Options,
    ) -> PyResult<Estimates> {
        let only = texts(only);
        rows.with(py, |table| self.of(table)?.separated_choices(column, separator, only, options.core.clone()))
            .map(Estimates)
    }

    fn counts(
        &self,
        py: Python<'_>,
        rows: Rows<'_>,
        variable: &str,
        values: Vec<Label>,
        options: &Options,
    ) -> PyResult<CountTable> {
        let values = texts(values);
        rows.with(py, |table| self.of(table)?.counts(variable, values, options.core.clone())).map(CountTable)
    }

    #[expect(clippy::too_many_arguments, reason = "one per argument of the Python method")]
    fn regress(
        &self,
        py: Python<'_>,
        rows: Rows<'_>,
        variable: &str,
        on: Vec<String>,
        family: &str,
        categorical: Vec<String>,
        options: &Options,
    ) -> PyResult<Regression> {
        let family = Family::parse(family).map_err(|error| raised(py, error))?;
        let asked = RegressionOptions::new().family(family).with(options.core.clone());
        let asked = categorical.into_iter().fold(asked, RegressionOptions::categorical);
        let on: Vec<&str> = on.iter().map(String::as_str).collect();
        self.run(py, &rows, |survey| survey.regress(variable, &on, asked)).map(Regression)
    }

    fn t_test_against(
        &self,
        py: Python<'_>,
        rows: Rows<'_>,
        variable: &str,
        against: f64,
        options: &Options,
    ) -> PyResult<Test> {
        rows.with(py, |table| self.of(table)?.t_test_against(variable, against, options.core.clone())).map(Test)
    }

    fn paired_t_test(
        &self,
        py: Python<'_>,
        rows: Rows<'_>,
        after: &str,
        before: &str,
        options: &Options,
    ) -> PyResult<Test> {
        rows.with(py, |table| self.of(table)?.paired_t_test(after, before, options.core.clone())).map(Test)
    }

    fn t_test(&self, py: Python<'_>, rows: Rows<'_>, variable: &str, by: &str, options: &Options) -> PyResult<Test> {
        self.run(py, &rows, |survey| survey.t_test(variable, by, options.core.clone())).map(Test)
    }

    /// A summary of these questions without a row yet; each margin is given as options.
    fn summary(
        &self,
        py: Python<'_>,
        means: Vec<String>,
        shares: Vec<(String, Vec<Label>)>,
        items: Vec<Vec<String>>,
        figures: Vec<(String, Vec<String>)>,
        margins: Vec<Bound<'_, Options>>,
    ) -> PyResult<Summary> {
        let shares = shares.into_iter().map(|(variable, values)| Measure::share(variable, texts(values)));
        let measures = means.into_iter().map(Measure::mean).chain(shares);
        let spec = match self.sample.get() {
            Some(sample) => sample.summary_spec().map_err(|error| raised(py, error))?,
            None => SummarySpec::new(self.design.clone()),
        };
        let mut spec = spec.measures(measures);
        for (name, columns) in &figures {
            let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
            spec = spec.figure(name, &columns).map_err(|error| raised(py, error))?;
        }
        for margin in std::iter::once(Margin::default()).chain(margins.iter().map(|margin| margin.get().margin())) {
            spec = items.iter().fold(spec.margin(margin.clone()), |spec, set| spec.items(set.clone(), margin.clone()));
        }
        cohesion_core::Summary::new(spec).map(Summary).map_err(|error| raised(py, error))
    }
}

impl Survey {
    /// The survey with the weights that `how` makes.
    fn reweighted(
        &self,
        py: Python<'_>,
        rows: Rows<'_>,
        how: impl for<'t> FnOnce(cohesion_core::Survey<'t>) -> cohesion_core::Result<cohesion_core::Survey<'t>> + Send,
    ) -> PyResult<Self> {
        let sample = self.run(py, &rows, |survey| Ok(how(survey)?.sample().clone()))?;
        let progress = self.progress.as_ref().map(|callback| callback.clone_ref(py));
        Ok(Self { design: self.design.clone(), sample: OnceLock::from(sample), progress })
    }

    /// Runs `work` on the survey of these rows. Between the parts of a long call signals are looked at and the callback
    /// is told; what either raises stops the call.
    pub fn run<T: Send>(
        &self,
        py: Python<'_>,
        rows: &Rows<'_>,
        work: impl FnOnce(cohesion_core::Survey<'_>) -> cohesion_core::Result<T> + Send,
    ) -> PyResult<T> {
        let stopped: Mutex<Option<PyErr>> = Mutex::new(None);
        let progress = |done: u64, total: u64| {
            let told = Python::attach(|py| {
                py.check_signals()?;
                self.progress.as_ref().map_or(Ok(()), |callback| callback.call1(py, (done, total)).map(drop))
            });
            match told {
                Ok(()) => ControlFlow::Continue(()),
                Err(error) => {
                    *stopped.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                    ControlFlow::Break(())
                }
            }
        };
        let result = rows.with(py, |table| work(self.of(table)?.reporting_to(&progress)));
        match stopped.into_inner().unwrap_or_else(PoisonError::into_inner) {
            Some(error) => Err(error),
            None => result,
        }
    }

    fn of<'t>(&self, table: &'t cohesion_core::Table<'t>) -> cohesion_core::Result<cohesion_core::Survey<'t>> {
        match self.sample.get() {
            Some(sample) => sample.survey(table),
            None => cohesion_core::Survey::new(table, self.design.clone()),
        }
    }
}

impl Options {
    fn margin(&self) -> Margin {
        let within = self
            .within
            .iter()
            .map(|(column, values)| cohesion_core::Filter { column: column.clone(), values: values.clone() });
        Margin { by: self.by.clone(), within: within.collect() }
    }
}
