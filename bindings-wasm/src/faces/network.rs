//! Network: what the JavaScript face calls.
//!
//! Written by `cargo run -p faces` from the Rust sources and faces.toml; do not edit.

use cohesion_core::call::Options;
use cohesion_core::{Language, Lost, NetworkOptions, SymmetryRule, chart};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::faces::handles::NetworkResult;
use crate::fault::Result;
use crate::table::Table;

/// Partners and the ties between them, as they were stated.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Network(pub(crate) cohesion_core::Network);

#[wasm_bindgen]
impl Network {
    /// Reads a network from a table with one row per tie.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = fromEdges)]
    pub fn from_edges(edges: &Table, nodes: Option<Table>, options: &str) -> Result<Self> {
        let mut options = Options::parse(
            options,
            &["source", "target", "weight", "directed", "id", "respondents", "minimum_completion"],
        )?;
        let mut asked = NetworkOptions::new(options.needed("source")?, options.needed("target")?);
        if let Some(weight) = options.text("weight")? {
            asked = asked.weight(weight);
        }
        asked = asked.directed(options.flag("directed")?);
        if let Some(nodes) = &nodes {
            asked = asked.nodes(&nodes.0);
        }
        if let Some(id) = options.text("id")? {
            asked = asked.id(id);
        }
        if let Some(respondents) = options.given_labels("respondents")? {
            asked = asked.respondents(respondents);
        }
        if let Some(minimum_completion) = options.number("minimum_completion")? {
            asked = asked.minimum_completion(minimum_completion);
        }
        Ok(Self(cohesion_core::Network::from_edges(&edges.0, asked)?))
    }

    /// What partners may be grouped by: the columns of the table of partners, in order.
    #[wasm_bindgen(getter)]
    pub fn attributes(&self) -> Vec<String> {
        self.0.attributes().into_iter().map(str::to_owned).collect()
    }

    /// Whether a tie from one to another says nothing of the way back.
    #[wasm_bindgen(getter)]
    pub fn directed(&self) -> bool {
        self.0.directed()
    }

    /// The ids of the partners, sorted by their bytes.
    #[wasm_bindgen(getter)]
    pub fn nodes(&self) -> Vec<String> {
        self.0.nodes().to_vec()
    }

    /// How many ties there are; in an undirected network each counts once.
    #[wasm_bindgen(getter)]
    pub fn ties(&self) -> usize {
        self.0.ties()
    }

    /// Betweenness alone, in the order of `nodes`: what `centrality` says of it, at once.
    pub fn betweenness(&self) -> Vec<f64> {
        self.0.betweenness()
    }

    /// The bridges: ties whose loss cuts partners off from each other.
    pub fn bridges(&self) -> NetworkResult {
        NetworkResult(self.0.bridges())
    }

    /// How often every partner stands between two others who are not tied themselves, by role.
    ///
    /// # Errors
    /// As the core.
    pub fn brokerage(&self, options: &str) -> Result<NetworkResult> {
        let mut options = Options::parse(options, &["by"])?;
        let by = options.needed("by")?;
        Ok(NetworkResult(self.0.brokerage(&by)?))
    }

    /// How central every partner is, one row each.
    pub fn centrality(&self) -> NetworkResult {
        NetworkResult(self.0.centrality())
    }

    /// The network as a map, places by `Network.layout`, sizes by ties, colours and shapes by the groups of `by`.
    ///
    /// # Errors
    /// As the core.
    pub fn chart(&self, options: &str) -> Result<String> {
        let mut options = Options::parse(options, &["by", "language"])?;
        let by = options.text("by")?;
        let language = Language::parse(options.text("language")?.as_deref().unwrap_or("en"))?;
        Ok(chart::network(&self.0, by.as_deref(), language)?.to_string())
    }

    /// Communities: parts with more ties inside than partners with as many ties would have by chance.
    ///
    /// # Errors
    /// As the core.
    pub fn communities(&self, options: &str) -> Result<NetworkResult> {
        let mut options = Options::parse(options, &["resolution", "starts", "seed"])?;
        let resolution = options.number("resolution")?.unwrap_or(1.0);
        Ok(NetworkResult(self.0.communities(resolution, options.seeded("starts")?)?))
    }

    /// What changed from this wave to a later one, over the partners who are in both and answered in both.
    ///
    /// # Errors
    /// As the core.
    pub fn compare(&self, later: &Self, options: &str) -> Result<NetworkResult> {
        let mut options = Options::parse(options, &["samples", "seed"])?;
        Ok(NetworkResult(self.0.compare(&later.0, options.seeded("samples")?)?))
    }

    /// What measures of the whole become where the missing answers are filled in.
    ///
    /// # Errors
    /// As the core.
    pub fn completions(&self, options: &str) -> Result<NetworkResult> {
        let mut options = Options::parse(options, &["draws", "seed"])?;
        Ok(NetworkResult(self.0.completions(options.seeded("draws")?)?))
    }

    /// A core whose partners are tied to each other and to the others, and a periphery without ties of its own.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = corePeriphery)]
    pub fn core_periphery(&self, options: &str) -> Result<NetworkResult> {
        let mut options = Options::parse(options, &["starts", "seed"])?;
        Ok(NetworkResult(self.0.core_periphery(options.seeded("starts")?)?))
    }

    /// How far the ties of two networks of the same partners agree.
    ///
    /// # Errors
    /// As the core.
    pub fn correlate(&self, other: &Self, options: &str) -> Result<NetworkResult> {
        let mut options = Options::parse(options, &["permutations", "seed"])?;
        Ok(NetworkResult(self.0.correlate(&other.0, options.seeded("permutations")?)?))
    }

    /// Bridging against bonding.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = eiIndex)]
    pub fn ei_index(&self, options: &str) -> Result<NetworkResult> {
        let mut options = Options::parse(options, &["by", "permutations", "seed"])?;
        let by = options.needed("by")?;
        Ok(NetworkResult(self.0.ei_index(&by, options.seeded("permutations")?)?))
    }

    /// How far the network resembles an out-tree, each measure from 0 to 1 (Krackhardt 1994).
    ///
    /// # Errors
    /// As the core.
    pub fn hierarchy(&self) -> Result<NetworkResult> {
        Ok(NetworkResult(self.0.hierarchy()?))
    }

    /// Where each partner lies on a map, between -1 and 1: distances in the picture follow distances in the network.
    ///
    /// # Errors
    /// As the core.
    pub fn layout(&self) -> Result<NetworkResult> {
        Ok(NetworkResult(self.0.layout()?))
    }

    /// The loss curve: what is left when up to `k` partners, or ties, go.
    ///
    /// # Errors
    /// As the core.
    pub fn loss(&self, options: &str) -> Result<NetworkResult> {
        let mut options = Options::parse(options, &["k", "of", "draws", "seed"])?;
        let k = usize::try_from(options.needed_whole("k")?).unwrap_or(usize::MAX);
        let of = Lost::parse(options.text("of")?.as_deref().unwrap_or("partners"))?;
        Ok(NetworkResult(self.0.loss(k, of, options.seeded("draws")?)?))
    }

    /// Ties between groups.
    ///
    /// # Errors
    /// As the core.
    pub fn mixing(&self, options: &str) -> Result<NetworkResult> {
        let mut options = Options::parse(options, &["by"])?;
        let by = options.needed("by")?;
        Ok(NetworkResult(self.0.mixing(&by)?))
    }

    /// What the two of each pair say of their tie: one row per pair of which at least one says something.
    pub fn pairs(&self) -> NetworkResult {
        NetworkResult(self.0.pairs())
    }

    /// How partners are rated by each other.
    ///
    /// # Errors
    /// As the core.
    pub fn received(&self, options: &str) -> Result<NetworkResult> {
        let mut options = Options::parse(options, &["minimum"])?;
        let minimum = options.whole("minimum")?.unwrap_or(3);
        Ok(NetworkResult(self.0.received(minimum)?))
    }

    /// The network as a whole.
    pub fn summary(&self) -> NetworkResult {
        NetworkResult(self.0.summary())
    }

    /// The undirected network of a rule.
    ///
    /// # Errors
    /// As the core.
    pub fn symmetrised(&self, rule: &str) -> Result<Self> {
        Ok(Self(self.0.symmetrised(SymmetryRule::parse(rule)?)?))
    }
}

/// Who takes part in what: a network of partners and activities, with ties between the two kinds only.
#[wasm_bindgen]
#[derive(Debug)]
pub struct TwoMode(pub(crate) cohesion_core::TwoMode);

#[wasm_bindgen]
impl TwoMode {
    /// Reads a table with one row per partner and activity.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = fromEdges)]
    pub fn from_edges(table: &Table, options: &str) -> Result<Self> {
        let mut options = Options::parse(options, &["partner", "activity"])?;
        let partner = options.needed("partner")?;
        let activity = options.needed("activity")?;
        Ok(Self(cohesion_core::TwoMode::from_edges(&table.0, &partner, &activity)?))
    }

    /// The ids of the activities, sorted by their bytes.
    #[wasm_bindgen(getter)]
    pub fn activities(&self) -> Vec<String> {
        self.0.activities().to_vec()
    }

    /// The ids of the partners, sorted by their bytes.
    #[wasm_bindgen(getter)]
    pub fn partners(&self) -> Vec<String> {
        self.0.partners().to_vec()
    }

    /// Every partner and every activity.
    pub fn centrality(&self) -> NetworkResult {
        NetworkResult(self.0.centrality())
    }

    /// Partners who do things together.
    pub fn overlap(&self) -> NetworkResult {
        NetworkResult(self.0.overlap())
    }

    /// The whole.
    pub fn summary(&self) -> NetworkResult {
        NetworkResult(self.0.summary())
    }
}
