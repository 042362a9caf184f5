//! Columns from Python: borrowed where they are `float64`, and tables read from CSV.

use cohesion_core::{Column, Csv, Error, Fault, FaultKind, Seeded, Values};
use numpy::{IntoPyArray, PyReadonlyArray1};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyList, PyString};

use crate::error::{detached, json, raised};

/// One column as the Python half hands it over.
#[derive(FromPyObject)]
pub enum Given<'py> {
    /// Codes into levels.
    Category(String, PyReadonlyArray1<'py, u32>, Vec<String>),
    /// Numbers, borrowed.
    Number(String, PyReadonlyArray1<'py, f64>),
    /// Texts; `None` is missing.
    Text(String, Vec<Option<String>>),
}

impl Given<'_> {
    fn column(&self) -> Result<Column<'_>, Error> {
        match self {
            Self::Number(name, values) => Ok(Column::number(name, contiguous(name, values)?)),
            Self::Category(name, codes, levels) => Column::category(name, contiguous(name, codes)?, levels.clone()),
            Self::Text(name, texts) => Ok(Column::text(name, texts.iter().map(Option::as_deref))),
        }
    }
}

fn columns<'a>(given: &'a [Given<'_>]) -> Result<Vec<Column<'a>>, Error> {
    given.iter().map(Given::column).collect()
}

fn contiguous<'a, T: numpy::Element>(name: &str, values: &'a PyReadonlyArray1<'_, T>) -> Result<&'a [T], Error> {
    values.as_slice().map_err(|error| Error::new(FaultKind::NotPossible, format!("column[{name}]"), error.to_string()))
}

/// A table for the length of a call: columns from Python or a table read before.
#[derive(FromPyObject)]
pub enum Rows<'py> {
    /// A table that lives in Rust.
    Table(Bound<'py, Table>),
    /// Columns that live in Python.
    Columns(Vec<Given<'py>>),
}

impl Rows<'_> {
    /// The rows as a table of their own.
    pub fn table(&self) -> Result<cohesion_core::Table<'_>, Error> {
        match self {
            Self::Table(table) => Ok(table.get().csv.table.clone()),
            Self::Columns(given) => cohesion_core::Table::new(columns(given)?),
        }
    }

    /// Runs `work` on the table, without the interpreter lock.
    pub fn with<T: Send>(
        &self,
        py: Python<'_>,
        work: impl for<'t> FnOnce(&'t cohesion_core::Table<'t>) -> Result<T, Error> + Send,
    ) -> PyResult<T> {
        match self {
            Self::Table(table) => {
                let table = &table.get().csv.table;
                detached(py, || work(table))
            }
            Self::Columns(given) => {
                let columns = columns(given).map_err(|error| raised(py, error))?;
                detached(py, move || work(&cohesion_core::Table::new(columns)?))
            }
        }
    }
}

/// How many draws, and from which seed. What does not fit is out of range in the core.
pub fn seeded(times: u64, seed: u64) -> Seeded {
    Seeded::new().times(u32::try_from(times).unwrap_or(u32::MAX)).seed(seed)
}

/// A table that lives in Rust, with what was guessed when it was read.
#[pyclass(frozen, module = "cohesion_core._core")]
pub struct Table {
    csv: Csv,
}

/// Reads CSV.
#[pyfunction]
pub fn read_csv(py: Python<'_>, data: &[u8]) -> PyResult<Table> {
    detached(py, || cohesion_core::read_csv(data)).map(|csv| Table { csv })
}

/// A value as the label that a column with this value has.
#[pyfunction]
pub fn label(value: Label) -> String {
    value.0
}

#[pymethods]
impl Table {
    /// How many rows there are.
    #[getter]
    fn rows(&self) -> usize {
        self.csv.table.rows()
    }

    /// The names of the columns.
    #[getter]
    fn columns(&self) -> Vec<&str> {
        self.csv.table.columns().iter().map(Column::name).collect()
    }

    /// What was guessed, as JSON.
    fn guess(&self) -> String {
        json(&self.csv.guess)
    }

    /// Cells that are no numbers: row, column, text.
    fn unparsed(&self) -> Vec<(usize, &str, &str)> {
        self.csv.unparsed.iter().map(|cell| (cell.row, cell.column.as_str(), cell.text.as_str())).collect()
    }

    /// A hash of the content.
    fn fingerprint(&self, py: Python<'_>) -> PyResult<String> {
        detached(py, || Ok(self.csv.table.fingerprint()))
    }

    /// A column as a new array of numbers or a list of texts.
    fn column<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
        let column = self.csv.table.column(name).map_err(|error| raised(py, error))?;
        match column.values() {
            Values::Number(values) => Ok(values.to_vec().into_pyarray(py).into_any()),
            Values::Category { codes, levels } => {
                let texts: Vec<Bound<'_, PyString>> = levels.iter().map(|level| PyString::new(py, level)).collect();
                Ok(PyList::new(py, codes.iter().map(|code| texts.get(*code as usize)))?.into_any())
            }
            _ => Err(PyValueError::new_err("a column of an unknown kind")),
        }
    }
}

/// A label: a text as it is, a date as ISO writes it, a number as the core writes it.
pub struct Label(pub String);

impl<'py> FromPyObject<'_, 'py> for Label {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(text) = value.cast::<PyString>() {
            return Ok(Self(text.to_str()?.to_owned()));
        }
        if value.hasattr("isoformat")? {
            return Ok(Self(value.call_method0("isoformat")?.extract()?));
        }
        let refused = || {
            let message = "a value is compared by its label: give a text or a number";
            let shown = value.to_string();
            raised(value.py(), Fault::new(FaultKind::WrongType, "values", message).value(shown).into())
        };
        let number: f64 = value.extract().map_err(|_| refused())?;
        let column = Column::number("", vec![number]);
        column.labels().get(0).map(|text| Self(text.to_owned())).ok_or_else(refused)
    }
}
