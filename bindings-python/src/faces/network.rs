//! Network: what Python calls.
//!
//! Written by `cargo run -p faces` from the Rust sources and faces.toml; do not edit.

use cohesion_core::{Language, Lost, NetworkOptions, SymmetryRule, chart};
use pyo3::prelude::*;

use crate::error::{detached, json, raised};
use crate::faces::handles::NetworkResult;
use crate::table::Rows;
use crate::table::seeded;

/// Partners and the ties between them, as they were stated.
#[pyclass(frozen, eq, module = "cohesion_core._core")]
#[derive(PartialEq)]
pub struct Network(pub cohesion_core::Network);

#[pymethods]
impl Network {
    #[staticmethod]
    #[expect(clippy::too_many_arguments, reason = "one for each keyword of the Python call")]
    fn from_edges(
        py: Python<'_>,
        edges: Rows<'_>,
        source: &str,
        target: &str,
        weight: Option<&str>,
        directed: bool,
        nodes: Option<Rows<'_>>,
        id: &str,
        respondents: Option<Vec<String>>,
        minimum_completion: f64,
    ) -> PyResult<Self> {
        let edges = edges.table().map_err(|error| raised(py, error))?;
        let nodes = nodes.as_ref().map(Rows::table).transpose().map_err(|error| raised(py, error))?;
        detached(py, || {
            let options =
                NetworkOptions::new(source, target).directed(directed).id(id).minimum_completion(minimum_completion);
            let options = weight.into_iter().fold(options, NetworkOptions::weight);
            let options = nodes.iter().fold(options, NetworkOptions::nodes);
            let options = respondents.into_iter().fold(options, NetworkOptions::respondents);
            cohesion_core::Network::from_edges(&edges, options)
        })
        .map(Self)
    }

    fn attributes(&self) -> Vec<&str> {
        self.0.attributes()
    }

    fn directed(&self) -> bool {
        self.0.directed()
    }

    fn nodes(&self) -> Vec<String> {
        self.0.nodes().to_vec()
    }

    fn ties(&self) -> usize {
        self.0.ties()
    }

    fn betweenness(&self, py: Python<'_>) -> PyResult<Vec<f64>> {
        detached(py, || Ok(self.0.betweenness()))
    }

    fn bridges(&self, py: Python<'_>) -> PyResult<NetworkResult> {
        detached(py, || Ok(self.0.bridges())).map(NetworkResult)
    }

    fn brokerage(&self, py: Python<'_>, by: &str) -> PyResult<NetworkResult> {
        detached(py, || self.0.brokerage(by)).map(NetworkResult)
    }

    fn centrality(&self, py: Python<'_>) -> PyResult<NetworkResult> {
        detached(py, || Ok(self.0.centrality())).map(NetworkResult)
    }

    fn chart(&self, py: Python<'_>, by: Option<&str>, language: &str) -> PyResult<String> {
        detached(py, || Ok(json(&chart::network(&self.0, by, Language::parse(language)?)?)))
    }

    fn communities(&self, py: Python<'_>, resolution: f64, starts: u64, seed: u64) -> PyResult<NetworkResult> {
        detached(py, || self.0.communities(resolution, seeded(starts, seed))).map(NetworkResult)
    }

    fn compare(&self, py: Python<'_>, later: &Self, samples: u64, seed: u64) -> PyResult<NetworkResult> {
        detached(py, || self.0.compare(&later.0, seeded(samples, seed))).map(NetworkResult)
    }

    fn completions(&self, py: Python<'_>, draws: u64, seed: u64) -> PyResult<NetworkResult> {
        detached(py, || self.0.completions(seeded(draws, seed))).map(NetworkResult)
    }

    fn core_periphery(&self, py: Python<'_>, starts: u64, seed: u64) -> PyResult<NetworkResult> {
        detached(py, || self.0.core_periphery(seeded(starts, seed))).map(NetworkResult)
    }

    fn correlate(&self, py: Python<'_>, other: &Self, permutations: u64, seed: u64) -> PyResult<NetworkResult> {
        detached(py, || self.0.correlate(&other.0, seeded(permutations, seed))).map(NetworkResult)
    }

    fn ei_index(&self, py: Python<'_>, by: &str, permutations: u64, seed: u64) -> PyResult<NetworkResult> {
        detached(py, || self.0.ei_index(by, seeded(permutations, seed))).map(NetworkResult)
    }

    fn hierarchy(&self, py: Python<'_>) -> PyResult<NetworkResult> {
        detached(py, || self.0.hierarchy()).map(NetworkResult)
    }

    fn layout(&self, py: Python<'_>) -> PyResult<NetworkResult> {
        detached(py, || self.0.layout()).map(NetworkResult)
    }

    fn loss(&self, py: Python<'_>, k: usize, of: &str, draws: u64, seed: u64) -> PyResult<NetworkResult> {
        detached(py, || self.0.loss(k, Lost::parse(of)?, seeded(draws, seed))).map(NetworkResult)
    }

    fn mixing(&self, py: Python<'_>, by: &str) -> PyResult<NetworkResult> {
        detached(py, || self.0.mixing(by)).map(NetworkResult)
    }

    fn pairs(&self, py: Python<'_>) -> PyResult<NetworkResult> {
        detached(py, || Ok(self.0.pairs())).map(NetworkResult)
    }

    fn received(&self, py: Python<'_>, minimum: u64) -> PyResult<NetworkResult> {
        detached(py, || self.0.received(minimum)).map(NetworkResult)
    }

    fn summary(&self, py: Python<'_>) -> PyResult<NetworkResult> {
        detached(py, || Ok(self.0.summary())).map(NetworkResult)
    }

    fn symmetrised(&self, py: Python<'_>, rule: &str) -> PyResult<Self> {
        detached(py, || self.0.symmetrised(SymmetryRule::parse(rule)?)).map(Self)
    }
}

/// Who takes part in what: a network of partners and activities, with ties between the two kinds only.
#[pyclass(frozen, eq, module = "cohesion_core._core")]
#[derive(PartialEq)]
pub struct TwoMode(pub cohesion_core::TwoMode);

#[pymethods]
impl TwoMode {
    #[staticmethod]
    fn from_edges(py: Python<'_>, table: Rows<'_>, partner: &str, activity: &str) -> PyResult<Self> {
        let table = table.table().map_err(|error| raised(py, error))?;
        detached(py, || cohesion_core::TwoMode::from_edges(&table, partner, activity)).map(Self)
    }

    fn activities(&self) -> Vec<String> {
        self.0.activities().to_vec()
    }

    fn partners(&self) -> Vec<String> {
        self.0.partners().to_vec()
    }

    fn centrality(&self, py: Python<'_>) -> PyResult<NetworkResult> {
        detached(py, || Ok(self.0.centrality())).map(NetworkResult)
    }

    fn overlap(&self, py: Python<'_>) -> PyResult<NetworkResult> {
        detached(py, || Ok(self.0.overlap())).map(NetworkResult)
    }

    fn summary(&self, py: Python<'_>) -> PyResult<NetworkResult> {
        detached(py, || Ok(self.0.summary())).map(NetworkResult)
    }
}
