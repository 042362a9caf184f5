//! `Network` and `TwoMode`: tables in, results out, read from Python as JSON.

use cohesion_core::{Error, Language, Lost, NetworkOptions, Seeded, SymmetryRule, chart, report};
use pyo3::prelude::*;

use crate::error::{detached, json, raised};
use crate::table::Rows;

/// Partners and their ties.
#[pyclass(frozen, eq, module = "cohesion_core._core")]
#[derive(PartialEq)]
pub struct Network(pub cohesion_core::Network);

/// Partners and activities.
#[pyclass(frozen, eq, module = "cohesion_core._core")]
#[derive(PartialEq)]
pub struct TwoMode(pub cohesion_core::TwoMode);

/// Measures of a network.
#[pyclass(frozen, eq, module = "cohesion_core._core")]
#[derive(PartialEq)]
pub struct NetworkResult(pub cohesion_core::NetworkResult);

/// How many draws, and from which seed.
fn seeded(times: u32, seed: u64) -> Seeded {
    Seeded::new().times(times).seed(seed)
}

/// Runs a measure that can fail, without the interpreter lock.
fn measured(
    py: Python<'_>,
    work: impl FnOnce() -> Result<cohesion_core::NetworkResult, Error> + Send,
) -> PyResult<NetworkResult> {
    detached(py, work).map(NetworkResult)
}

#[pymethods]
impl Network {
    #[staticmethod]
    #[expect(clippy::too_many_arguments, reason = "one per argument of the Python method")]
    fn from_edges(
        py: Python<'_>,
        edges: Rows<'_>,
        source: &str,
        target: &str,
        weight: Option<&str>,
        directed: bool,
        nodes: Option<Rows<'_>>,
        id_column: &str,
        respondents: Option<Vec<String>>,
        minimum_completion: f64,
    ) -> PyResult<Self> {
        let edges = edges.table().map_err(|error| raised(py, error))?;
        let nodes = nodes.as_ref().map(Rows::table).transpose().map_err(|error| raised(py, error))?;
        detached(py, || {
            let mut options = NetworkOptions::new(source, target).directed(directed).id(id_column);
            options = options.minimum_completion(minimum_completion);
            if let Some(weight) = weight {
                options = options.weight(weight);
            }
            if let Some(nodes) = &nodes {
                options = options.nodes(nodes);
            }
            if let Some(respondents) = respondents {
                options = options.respondents(respondents);
            }
            cohesion_core::Network::from_edges(&edges, options)
        })
        .map(Self)
    }

    fn nodes(&self) -> Vec<String> {
        self.0.nodes().to_vec()
    }

    fn attributes(&self) -> Vec<&str> {
        self.0.attributes()
    }

    fn directed(&self) -> bool {
        self.0.directed()
    }

    fn ties(&self) -> usize {
        self.0.ties()
    }

    fn symmetrised(&self, py: Python<'_>, rule: &str) -> PyResult<Self> {
        detached(py, || self.0.symmetrised(SymmetryRule::parse(rule)?)).map(Self)
    }

    fn summary(&self, py: Python<'_>) -> PyResult<NetworkResult> {
        measured(py, || Ok(self.0.summary()))
    }

    fn centrality(&self, py: Python<'_>) -> PyResult<NetworkResult> {
        measured(py, || Ok(self.0.centrality()))
    }

    fn betweenness(&self, py: Python<'_>) -> PyResult<Vec<f64>> {
        detached(py, || Ok(self.0.betweenness()))
    }

    fn pairs(&self, py: Python<'_>) -> PyResult<NetworkResult> {
        measured(py, || Ok(self.0.pairs()))
    }

    fn received(&self, py: Python<'_>, minimum: u64) -> PyResult<NetworkResult> {
        measured(py, || self.0.received(minimum))
    }

    fn bridges(&self, py: Python<'_>) -> PyResult<NetworkResult> {
        measured(py, || Ok(self.0.bridges()))
    }

    fn mixing(&self, py: Python<'_>, by: &str) -> PyResult<NetworkResult> {
        measured(py, || self.0.mixing(by))
    }

    fn ei_index(&self, py: Python<'_>, by: &str, permutations: u32, seed: u64) -> PyResult<NetworkResult> {
        measured(py, || self.0.ei_index(by, seeded(permutations, seed)))
    }

    fn brokerage(&self, py: Python<'_>, by: &str) -> PyResult<NetworkResult> {
        measured(py, || self.0.brokerage(by))
    }

    fn communities(&self, py: Python<'_>, resolution: f64, starts: u32, seed: u64) -> PyResult<NetworkResult> {
        measured(py, || self.0.communities(resolution, seeded(starts, seed)))
    }

    fn core_periphery(&self, py: Python<'_>, starts: u32, seed: u64) -> PyResult<NetworkResult> {
        measured(py, || self.0.core_periphery(seeded(starts, seed)))
    }

    fn hierarchy(&self, py: Python<'_>) -> PyResult<NetworkResult> {
        measured(py, || self.0.hierarchy())
    }

    fn loss(&self, py: Python<'_>, k: usize, of: &str, draws: u32, seed: u64) -> PyResult<NetworkResult> {
        measured(py, || self.0.loss(k, Lost::parse(of)?, seeded(draws, seed)))
    }

    fn correlate(&self, py: Python<'_>, other: &Self, permutations: u32, seed: u64) -> PyResult<NetworkResult> {
        measured(py, || self.0.correlate(&other.0, seeded(permutations, seed)))
    }

    fn compare(&self, py: Python<'_>, later: &Self, samples: u32, seed: u64) -> PyResult<NetworkResult> {
        measured(py, || self.0.compare(&later.0, seeded(samples, seed)))
    }

    fn completions(&self, py: Python<'_>, draws: u32, seed: u64) -> PyResult<NetworkResult> {
        measured(py, || self.0.completions(seeded(draws, seed)))
    }

    fn layout(&self, py: Python<'_>) -> PyResult<NetworkResult> {
        measured(py, || self.0.layout())
    }

    /// A Vega-Lite specification, as JSON.
    fn chart(&self, py: Python<'_>, by: Option<&str>, language: &str) -> PyResult<String> {
        detached(py, || Ok(json(&chart::network(&self.0, by, Language::parse(language)?)?)))
    }
}

#[pymethods]
impl TwoMode {
    #[staticmethod]
    fn from_edges(py: Python<'_>, rows: Rows<'_>, partner: &str, activity: &str) -> PyResult<Self> {
        rows.with(py, |table| cohesion_core::TwoMode::from_edges(table, partner, activity)).map(Self)
    }

    fn partners(&self) -> Vec<String> {
        self.0.partners().to_vec()
    }

    fn activities(&self) -> Vec<String> {
        self.0.activities().to_vec()
    }

    fn summary(&self, py: Python<'_>) -> PyResult<NetworkResult> {
        measured(py, || Ok(self.0.summary()))
    }

    fn centrality(&self, py: Python<'_>) -> PyResult<NetworkResult> {
        measured(py, || Ok(self.0.centrality()))
    }

    fn overlap(&self, py: Python<'_>) -> PyResult<NetworkResult> {
        measured(py, || Ok(self.0.overlap()))
    }
}

#[pymethods]
impl NetworkResult {
    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        cohesion_core::NetworkResult::from_json(text).map(Self).map_err(|error| raised(py, error))
    }

    fn to_json(&self) -> String {
        self.0.to_json()
    }

    fn to_text(&self, py: Python<'_>, language: &str) -> PyResult<String> {
        detached(py, || Ok(report::network_text(&self.0, Language::parse(language)?)))
    }

    fn to_html(&self, py: Python<'_>, language: &str) -> PyResult<String> {
        detached(py, || Ok(report::network_html(&self.0, Language::parse(language)?)))
    }

    /// The curve of a loss, as JSON.
    fn chart(&self, py: Python<'_>, language: &str) -> PyResult<String> {
        detached(py, || Ok(json(&chart::loss(&self.0, Language::parse(language)?)?)))
    }
}
