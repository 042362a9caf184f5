//! Networks: tables in, results out.

use cohesion_core::{Lost, NetworkOptions, NetworkResult as CoreResult, Seeded, SymmetryRule, ToSheet, chart};
use serde_json::Value;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::fault::Result;
use crate::options::{Options, wrong};
use crate::table::Table;

const EDGES: [&str; 7] = ["source", "target", "weight", "directed", "id", "respondents", "minimum_completion"];

/// Partners and their ties.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Network(pub(crate) cohesion_core::Network);

/// Partners and activities.
#[wasm_bindgen]
#[derive(Debug)]
pub struct TwoMode(pub(crate) cohesion_core::TwoMode);

/// Measures of a network.
#[wasm_bindgen]
#[derive(Debug)]
pub struct NetworkResult(CoreResult);

/// A text that must be there.
fn needed(options: &mut Options, name: &str) -> cohesion_core::Result<String> {
    options.text(name)?.ok_or_else(|| wrong(name, &Value::Null, "the name of a column"))
}

/// How many draws under that name, and from which seed.
fn seeded(options: &mut Options, times: &str) -> cohesion_core::Result<Seeded> {
    let seeded = options.whole("seed")?.map_or_else(Seeded::new, |seed| Seeded::new().seed(seed));
    // What does not fit is out of range there.
    let times = options.whole(times)?.map(|times| u32::try_from(times).unwrap_or(u32::MAX));
    Ok(times.map_or(seeded, |times| seeded.times(times)))
}

fn read(edges: &Table, nodes: Option<&Table>, options: &str) -> Result<Network> {
    let mut options = Options::parse(options, &EDGES)?;
    let mut asked = NetworkOptions::new(needed(&mut options, "source")?, needed(&mut options, "target")?);
    asked = asked.directed(options.flag("directed")?);
    if let Some(weight) = options.text("weight")? {
        asked = asked.weight(weight);
    }
    if let Some(id) = options.text("id")? {
        asked = asked.id(id);
    }
    if let Some(share) = options.number("minimum_completion")? {
        asked = asked.minimum_completion(share);
    }
    if options.has("respondents") {
        asked = asked.respondents(options.labels("respondents")?);
    }
    if let Some(nodes) = nodes {
        asked = asked.nodes(&nodes.0);
    }
    Ok(Network(cohesion_core::Network::from_edges(&edges.0, asked)?))
}

#[wasm_bindgen]
impl Network {
    /// A network from its ties.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = fromEdges)]
    pub fn from_edges(edges: &Table, options: &str) -> Result<Self> {
        read(edges, None, options)
    }

    /// A network from its ties and its partners.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = fromEdgesAndNodes)]
    pub fn from_edges_and_nodes(edges: &Table, nodes: &Table, options: &str) -> Result<Self> {
        read(edges, Some(nodes), options)
    }

    /// The ids of the partners.
    #[must_use]
    pub fn nodes(&self) -> Vec<String> {
        self.0.nodes().to_vec()
    }

    /// What partners may be grouped by.
    #[must_use]
    pub fn attributes(&self) -> Vec<String> {
        self.0.attributes().into_iter().map(str::to_owned).collect()
    }

    /// Whether it is directed.
    #[must_use]
    pub fn directed(&self) -> bool {
        self.0.directed()
    }

    /// How many ties there are.
    #[must_use]
    pub fn ties(&self) -> usize {
        self.0.ties()
    }

    /// The undirected network of a rule.
    ///
    /// # Errors
    /// As the core.
    pub fn symmetrised(&self, rule: &str) -> Result<Self> {
        Ok(Self(self.0.symmetrised(SymmetryRule::parse(rule)?)?))
    }

    /// The network as a whole.
    #[must_use]
    pub fn summary(&self) -> NetworkResult {
        NetworkResult(self.0.summary())
    }

    /// Every partner by how central it is.
    #[must_use]
    pub fn centrality(&self) -> NetworkResult {
        NetworkResult(self.0.centrality())
    }

    /// Betweenness alone.
    #[must_use]
    pub fn betweenness(&self) -> Vec<f64> {
        self.0.betweenness()
    }

    /// What the two of each pair say.
    #[must_use]
    pub fn pairs(&self) -> NetworkResult {
        NetworkResult(self.0.pairs())
    }

    /// How partners are rated by each other.
    ///
    /// # Errors
    /// As the core.
    pub fn received(&self, options: &str) -> Result<NetworkResult> {
        let minimum = Options::parse(options, &["minimum"])?.whole("minimum")?.unwrap_or(3);
        Ok(NetworkResult(self.0.received(minimum)?))
    }

    /// Ties whose loss cuts partners off.
    #[must_use]
    pub fn bridges(&self) -> NetworkResult {
        NetworkResult(self.0.bridges())
    }

    /// Ties within and between groups.
    ///
    /// # Errors
    /// As the core.
    pub fn mixing(&self, options: &str) -> Result<NetworkResult> {
        let by = needed(&mut Options::parse(options, &["by"])?, "by")?;
        Ok(NetworkResult(self.0.mixing(&by)?))
    }

    /// The E-I index.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = eiIndex)]
    pub fn ei_index(&self, options: &str) -> Result<NetworkResult> {
        let mut options = Options::parse(options, &["by", "permutations", "seed"])?;
        let by = needed(&mut options, "by")?;
        Ok(NetworkResult(self.0.ei_index(&by, seeded(&mut options, "permutations")?)?))
    }

    /// Brokerage roles.
    ///
    /// # Errors
    /// As the core.
    pub fn brokerage(&self, options: &str) -> Result<NetworkResult> {
        let by = needed(&mut Options::parse(options, &["by"])?, "by")?;
        Ok(NetworkResult(self.0.brokerage(&by)?))
    }

    /// Communities.
    ///
    /// # Errors
    /// As the core.
    pub fn communities(&self, options: &str) -> Result<NetworkResult> {
        let mut options = Options::parse(options, &["resolution", "starts", "seed"])?;
        let resolution = options.number("resolution")?.unwrap_or(1.0);
        Ok(NetworkResult(self.0.communities(resolution, seeded(&mut options, "starts")?)?))
    }

    /// A core and its periphery.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = corePeriphery)]
    pub fn core_periphery(&self, options: &str) -> Result<NetworkResult> {
        let mut options = Options::parse(options, &["starts", "seed"])?;
        Ok(NetworkResult(self.0.core_periphery(seeded(&mut options, "starts")?)?))
    }

    /// How far it resembles a hierarchy.
    ///
    /// # Errors
    /// As the core.
    pub fn hierarchy(&self) -> Result<NetworkResult> {
        Ok(NetworkResult(self.0.hierarchy()?))
    }

    /// What breaks when partners or ties go.
    ///
    /// # Errors
    /// As the core.
    pub fn loss(&self, options: &str) -> Result<NetworkResult> {
        let mut options = Options::parse(options, &["k", "of", "draws", "seed"])?;
        let k = options.whole("k")?.ok_or_else(|| wrong("k", &Value::Null, "a whole number"))?;
        let of = options.text("of")?.map_or(Ok(Lost::default()), |name| Lost::parse(&name))?;
        let k = usize::try_from(k).unwrap_or(usize::MAX);
        Ok(NetworkResult(self.0.loss(k, of, seeded(&mut options, "draws")?)?))
    }

    /// How far two networks agree.
    ///
    /// # Errors
    /// As the core.
    pub fn correlate(&self, other: &Self, options: &str) -> Result<NetworkResult> {
        let mut options = Options::parse(options, &["permutations", "seed"])?;
        Ok(NetworkResult(self.0.correlate(&other.0, seeded(&mut options, "permutations")?)?))
    }

    /// What changed to a later wave.
    ///
    /// # Errors
    /// As the core.
    pub fn compare(&self, later: &Self, options: &str) -> Result<NetworkResult> {
        let mut options = Options::parse(options, &["samples", "seed"])?;
        Ok(NetworkResult(self.0.compare(&later.0, seeded(&mut options, "samples")?)?))
    }

    /// What the missing answers might change.
    ///
    /// # Errors
    /// As the core.
    pub fn completions(&self, options: &str) -> Result<NetworkResult> {
        let mut options = Options::parse(options, &["draws", "seed"])?;
        Ok(NetworkResult(self.0.completions(seeded(&mut options, "draws")?)?))
    }

    /// Places on a map.
    ///
    /// # Errors
    /// As the core.
    pub fn layout(&self) -> Result<NetworkResult> {
        Ok(NetworkResult(self.0.layout()?))
    }

    /// The map as a Vega-Lite specification.
    ///
    /// # Errors
    /// As the core.
    pub fn chart(&self, options: &str) -> Result<String> {
        let mut options = Options::parse(options, &["by", "language"])?;
        let by = options.text("by")?;
        Ok(chart::network(&self.0, by.as_deref(), options.language()?)?.to_string())
    }
}

#[wasm_bindgen]
impl TwoMode {
    /// A network from a table of partners and activities.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = fromEdges)]
    pub fn from_edges(table: &Table, options: &str) -> Result<Self> {
        let mut options = Options::parse(options, &["partner", "activity"])?;
        let (partner, activity) = (needed(&mut options, "partner")?, needed(&mut options, "activity")?);
        Ok(Self(cohesion_core::TwoMode::from_edges(&table.0, &partner, &activity)?))
    }

    /// The ids of the partners.
    #[must_use]
    pub fn partners(&self) -> Vec<String> {
        self.0.partners().to_vec()
    }

    /// The ids of the activities.
    #[must_use]
    pub fn activities(&self) -> Vec<String> {
        self.0.activities().to_vec()
    }

    /// The whole.
    #[must_use]
    pub fn summary(&self) -> NetworkResult {
        NetworkResult(self.0.summary())
    }

    /// Every partner and every activity.
    #[must_use]
    pub fn centrality(&self) -> NetworkResult {
        NetworkResult(self.0.centrality())
    }

    /// Who does things together.
    #[must_use]
    pub fn overlap(&self) -> NetworkResult {
        NetworkResult(self.0.overlap())
    }
}

#[wasm_bindgen]
impl NetworkResult {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(CoreResult::from_json(text)?))
    }

    /// The result as JSON.
    #[wasm_bindgen(js_name = toJson)]
    #[must_use]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// The result as aligned text.
    ///
    /// # Errors
    /// An unknown language.
    #[wasm_bindgen(js_name = toText)]
    pub fn to_text(&self, options: &str) -> Result<String> {
        Ok(self.0.sheet(Options::parse(options, &["language"])?.language()?).to_text())
    }

    /// The result as small HTML tables.
    ///
    /// # Errors
    /// An unknown language.
    #[wasm_bindgen(js_name = toHtml)]
    pub fn to_html(&self, options: &str) -> Result<String> {
        Ok(self.0.sheet(Options::parse(options, &["language"])?.language()?).to_html())
    }

    /// The curve of a loss as a Vega-Lite specification.
    ///
    /// # Errors
    /// As the core.
    pub fn chart(&self, options: &str) -> Result<String> {
        Ok(self.0.sheet(Options::parse(options, &["language"])?.language()?).chart()?.to_string())
    }
}
