//! `Survey`: a design, and the calls that take rows.

use std::ops::ControlFlow;
use std::sync::{Mutex, OnceLock, PoisonError};

use cohesion_core::call::{self, Options};
use cohesion_core::{Design, DrawnSample, SummarySpec};
use numpy::{IntoPyArray, PyArray1};
use pyo3::prelude::*;

use crate::error::raised;
use crate::faces::handles::{Calibration, ResponseAdjustment};
use crate::summary::Summary;
use crate::table::Rows;

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
    #[pyo3(signature = (options, progress = None))]
    fn new(py: Python<'_>, options: &str, progress: Option<Py<PyAny>>) -> PyResult<Self> {
        let design = Options::from_json(options).and_then(Options::into_design);
        let design = design.map_err(|error| raised(py, error))?;
        Ok(Self { design, sample: OnceLock::new(), progress })
    }

    /// The same with errors from replicates of these rows.
    fn replicates(
        &self,
        py: Python<'_>,
        rows: Rows<'_>,
        method: &str,
        options: &str,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Self> {
        let made =
            self.reweighted(py, &rows, |survey| call::replicates(&survey, method, Options::from_json(options)?))?;
        Ok(Self { progress, ..made })
    }

    /// One line for people: the replicates, or the design.
    fn describe(&self) -> String {
        self.sample.get().map_or_else(|| self.design.describe(), DrawnSample::describe)
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

    /// A summary of these questions without a row yet.
    fn summary(&self, py: Python<'_>, options: &str) -> PyResult<Summary> {
        let summary = || {
            let empty = match self.sample.get() {
                Some(sample) => sample.summary_spec()?,
                None => SummarySpec::new(self.design.clone()),
            };
            cohesion_core::Summary::new(Options::from_json(options)?.into_summary(empty)?)
        };
        summary().map(Summary).map_err(|error| raised(py, error))
    }
}

impl Survey {
    /// The survey with the weights that `how` makes.
    pub fn reweighted(
        &self,
        py: Python<'_>,
        rows: &Rows<'_>,
        how: impl for<'t> FnOnce(cohesion_core::Survey<'t>) -> cohesion_core::Result<cohesion_core::Survey<'t>> + Send,
    ) -> PyResult<Self> {
        let sample = self.run(py, rows, |survey| Ok(how(survey)?.sample().clone()))?;
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
