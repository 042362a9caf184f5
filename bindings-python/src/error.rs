//! Faults of the core as `CohesionError`.

use std::panic::{AssertUnwindSafe, catch_unwind};

use cohesion_core::{Error, Fault, FaultKind};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde::de::value::{Error as WordError, StrDeserializer};

static CLASS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

/// The error as a Python exception: its text and all its faults.
pub fn raised(py: Python<'_>, error: Error) -> PyErr {
    let text = error.to_string();
    exception(py, &text, &error.into_faults()).map_or_else(|failure| failure, PyErr::from_value)
}

fn exception<'py>(py: Python<'py>, text: &str, faults: &[Fault]) -> PyResult<Bound<'py, PyAny>> {
    let class = CLASS
        .get_or_try_init(py, || py.import("cohesion_core._errors")?.getattr("CohesionError").map(Bound::unbind))?;
    class.bind(py).call_method1("_from_json", (text, json(&faults)))
}

/// Runs `work` without the interpreter lock. The core does not panic; should it, that is an exception like any other.
pub fn detached<T: Send>(py: Python<'_>, work: impl FnOnce() -> Result<T, Error> + Send) -> PyResult<T> {
    let outcome = py.detach(|| catch_unwind(AssertUnwindSafe(work)));
    let result = outcome.unwrap_or_else(|_| {
        Err(Error::new(FaultKind::NotPossible, "", "the library failed inside; this is a fault of cohesion_core"))
    });
    py.check_signals()?;
    result.map_err(|error| raised(py, error))
}

/// A word of a closed set, or the fault that lists the set.
pub fn word<T: DeserializeOwned>(py: Python<'_>, path: &str, found: &str, allowed: &[&str]) -> PyResult<T> {
    T::deserialize(StrDeserializer::<WordError>::new(found))
        .map_err(|_| raised(py, unknown(path, found, allowed.iter().copied())))
}

/// The fault of a word outside a closed set.
pub fn unknown<'a>(path: &str, found: &str, allowed: impl IntoIterator<Item = &'a str>) -> Error {
    let allowed: Vec<&str> = allowed.into_iter().collect();
    let message = format!("`{found}` is not known here. Allowed: {}", allowed.join(", "));
    Fault::new(FaultKind::UnknownValue, path, message).value(found).allowed(allowed).into()
}

/// A fault as the Python half states it: kind, path, message, value, what is allowed.
type Stated = (String, String, String, Option<String>, Vec<String>);

/// The exception of faults that the Python half found.
#[pyfunction]
pub fn faults<'py>(py: Python<'py>, stated: Vec<Stated>) -> PyResult<Bound<'py, PyAny>> {
    let faults = stated.into_iter().map(|(kind, path, message, value, allowed)| {
        let kind: FaultKind = word(py, "kind", &kind, &[])?;
        let fault = Fault::new(kind, path, message).allowed(allowed);
        Ok(match value {
            Some(value) => fault.value(value),
            None => fault,
        })
    });
    let faults = faults.collect::<PyResult<Vec<_>>>()?;
    let texts: Vec<String> = faults.iter().map(ToString::to_string).collect();
    exception(py, &texts.join("\n"), &faults)
}

/// Plain data as JSON text.
pub fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
