//! `Network`, `TwoMode` and their results.

use std::collections::BTreeMap;
use std::path::Path;

use cohesion_core::{
    Error, Lost, Network, NetworkOptions, NetworkResult, Seeded, SymmetryRule, Table, TieChoice, TwoMode,
};
use serde_json::{Map, Value, json};

use super::texts;

/// `data` holds the tables of the file.
pub fn call(name: &str, case: &Value, data: &Value, folder: &Path) -> Result<Value, Error> {
    let args = &case["args"];
    let table = |key: &Value| super::table(&data[key.as_str().unwrap()], folder);
    if let Some(of) = name.strip_prefix("TwoMode.") {
        let edges = table(&case["data"]);
        let network = TwoMode::from_edges(&edges, text(args, "partner"), text(args, "activity"))?;
        return Ok(read(&match of {
            "summary" => network.summary(),
            "centrality" => network.centrality(),
            "overlap" => network.overlap(),
            _ => panic!("unknown call `{name}`"),
        }));
    }
    match name {
        "Plan.activity_network" => return Ok(read(&super::plan::plan(args, folder)?.activity_network()?.summary())),
        "Plan.network" => {
            let records = args["tables"].as_object().into_iter().flatten();
            let records: BTreeMap<_, _> = records.map(|(kind, key)| (kind.clone(), table(key))).collect();
            let plan = super::plan::plan(args, folder)?;
            return Ok(read(&plan.network(&records, choice(args))?.summary()));
        }
        _ => {}
    }
    let network = network(args, &case["data"], &table)?;
    let other = || network_of_other(args, &table);
    let (by, seeded) = (args["by"].as_str().unwrap_or_default(), seeded(args));
    Ok(read(&match name.strip_prefix("Network.").unwrap() {
        "summary" => network.summary(),
        "centrality" => network.centrality(),
        "pairs" => network.pairs(),
        "received" => network.received(args["minimum"].as_u64().unwrap_or(3))?,
        "bridges" => network.bridges(),
        "mixing" => network.mixing(by)?,
        "ei_index" => network.ei_index(by, seeded)?,
        "brokerage" => network.brokerage(by)?,
        "communities" => network.communities(args["resolution"].as_f64().unwrap_or(1.0), seeded)?,
        "core_periphery" => network.core_periphery(seeded)?,
        "hierarchy" => network.hierarchy()?,
        "completions" => network.completions(seeded)?,
        "layout" => network.layout()?,
        "loss" => network.loss(args["k"].as_u64().unwrap() as usize, lost(args)?, seeded)?,
        "correlate" => network.correlate(&other()?, seeded)?,
        "compare" => network.compare(&other()?, seeded)?,
        "symmetrised" => network.symmetrised(SymmetryRule::parse(text(args, "rule"))?)?.pairs(),
        "betweenness" => return Ok(json!({ "values": network.betweenness() })),
        _ => panic!("unknown call `{name}`: add it to every language's runner"),
    }))
}

fn text<'v>(args: &'v Value, name: &str) -> &'v str {
    args[name].as_str().unwrap()
}

fn lost(args: &Value) -> Result<Lost, Error> {
    args["of"].as_str().map_or(Ok(Lost::default()), Lost::parse)
}

fn seeded(args: &Value) -> Seeded {
    let seeded = args["seed"].as_u64().map_or_else(Seeded::new, |seed| Seeded::new().seed(seed));
    let times = ["permutations", "starts", "draws", "samples"].iter().find_map(|name| args[*name].as_u64());
    times.map_or(seeded, |times| seeded.times(times as u32))
}

fn choice(args: &Value) -> TieChoice {
    let mut choice = TieChoice::new();
    if let Some(wave) = args["wave"].as_str() {
        choice = choice.wave(wave);
    }
    if let Some(kind) = args["kind"].as_str() {
        choice = choice.kind(kind);
    }
    if args["kind"].is_array() {
        choice = texts(&args["kind"]).into_iter().fold(choice, TieChoice::kind);
    }
    if args["respondents"].is_array() { choice.respondents(texts(&args["respondents"])) } else { choice }
}

fn network(args: &Value, edges: &Value, table: &dyn Fn(&Value) -> Table<'static>) -> Result<Network, Error> {
    let edges = table(edges);
    let nodes = args.get("nodes").map(table);
    let mut options = NetworkOptions::new(text(args, "source"), text(args, "target"));
    options = options.directed(args["directed"].as_bool().unwrap_or(false));
    if let Some(weight) = args["weight"].as_str() {
        options = options.weight(weight);
    }
    if let Some(nodes) = &nodes {
        options = options.nodes(nodes);
    }
    if let Some(id) = args["id"].as_str() {
        options = options.id(id);
    }
    if args["respondents"].is_array() {
        options = options.respondents(texts(&args["respondents"]));
    }
    if let Some(share) = args["minimum_completion"].as_f64() {
        options = options.minimum_completion(share);
    }
    let network = Network::from_edges(&edges, options)?;
    match args["symmetrised"].as_str() {
        Some(rule) => network.symmetrised(SymmetryRule::parse(rule)?),
        None => Ok(network),
    }
}

/// The second network of a case: `other` is its ties, everything else is as for the first.
fn network_of_other(args: &Value, table: &dyn Fn(&Value) -> Table<'static>) -> Result<Network, Error> {
    let mut asked = args.clone();
    for (name, other) in [("nodes", "other_nodes"), ("respondents", "other_respondents")] {
        if let Some(given) = args.get(other) {
            asked[name] = given.clone();
        }
    }
    network(&asked, &args["other"], table)
}

/// Figures by their measure, values by their column.
fn read(result: &NetworkResult) -> Value {
    let again = NetworkResult::from_json(&result.to_json()).unwrap();
    let figures: Map<String, Value> =
        again.figures.iter().map(|figure| (figure.measure.clone(), json!(figure))).collect();
    let row = |row: &cohesion_core::NetworkRow| {
        let values: Map<String, Value> =
            again.columns.iter().zip(&row.values).map(|(column, value)| (column.clone(), json!(value))).collect();
        json!({ "labels": row.labels, "values": values })
    };
    let rows: Vec<Value> = again.rows.iter().map(row).collect();
    json!({ "name": again.name, "figures": figures, "keys": again.keys, "rows": rows, "notes": again.notes })
}
