//! The map of a network and the curve of its losses.

use crate::stat::at;
use serde_json::{Value, json};

use super::spec::config;
use crate::error::Result;
use crate::estimate::LossCurve;
use crate::message::{Language, format_integer, format_number, format_percent, sentence};
use crate::network::Network;
use crate::network::texts::{self, word};
use crate::report::{colour, say};

/// On a larger map only those with most ties are named.
const NAMED: usize = 40;

/// Groups in one line of the legend.
const LEGEND: u8 = 4;

/// Colours of groups, told apart by people who see fewer colours too; beyond, they return with another shape.
const COLOURS: [&str; 7] = ["#0b5c8a", "#9a3412", "#1a7f5a", "#8a4f7d", "#b08900", "#57606a", "#4b6fd4"];

/// The map of a network; see [`super::network`].
pub(super) fn network_map(
    network: &Network,
    by: Option<&str>,
    called: &dyn Fn(&str) -> String,
    language: Language,
) -> Result<Value> {
    let layout = network.layout()?;
    let groups = by.map(|by| network.labels(by)).transpose()?;
    let degrees = network.degrees();
    let mut order: Vec<usize> = (0..degrees.len()).collect();
    order.sort_by_key(|node| (std::cmp::Reverse(at(&degrees, *node)), *node));
    let mut rank = vec![0; order.len()];
    for (place, node) in order.iter().enumerate() {
        if let Some(slot) = rank.get_mut(*node) {
            *slot = place;
        }
    }
    let place = |node: usize| {
        let values = layout.rows.get(node).map(|row| row.values.as_slice()).unwrap_or_default();
        (values.first().copied().flatten().unwrap_or_default(), values.get(1).copied().flatten().unwrap_or_default())
    };
    let nodes: Vec<Value> = network
        .nodes()
        .iter()
        .enumerate()
        .map(|(node, id)| {
            let name = &called(id);
            let degree = at(&degrees, node);
            let count = texts::ties_of(degree, language);
            let group = groups.as_ref().map(|labels| labels.get(node).cloned().flatten());
            let group = group.map(|label| match label {
                // Sectors have names in every language; other groups those of the table.
                Some(sector) if by == Some("sector") => say(&sector, language).to_owned(),
                label => label.unwrap_or_else(|| word("none", language).to_owned()),
            });
            let about = group.as_ref().map_or_else(|| count.clone(), |group| format!("{group}, {count}"));
            let named = rank.get(node).is_some_and(|rank| *rank < NAMED);
            let (x, y) = place(node);
            json!({
                "x": x, "y": y, "name": name, "label": if named { name.as_str() } else { "" }, "degree": degree,
                "group": group, "text": sentence::labelled(name, &about, language),
            })
        })
        .collect();
    let lines: Vec<Value> = network
        .tied_pairs()
        .into_iter()
        .map(|(a, b)| {
            let ((x, y), (x2, y2)) = (place(a), place(b));
            json!({ "x": x, "y": y, "x2": x2, "y2": y2 })
        })
        .collect();
    let description = described(network, &degrees, &order, called, language);
    Ok(map(nodes, lines, groups.is_some().then_some(by).flatten(), description, language))
}

/// What somebody who does not see the map is told.
fn described(
    network: &Network,
    degrees: &[usize],
    order: &[usize],
    called: &dyn Fn(&str) -> String,
    language: Language,
) -> String {
    let told = |node: Option<&usize>| {
        let node = node.copied().unwrap_or_default();
        let name = network.nodes().get(node).map(|id| called(id)).unwrap_or_default();
        format!("{name} ({})", format_integer(at(degrees, node) as u64, language))
    };
    let (most, fewest) = (told(order.first()), told(order.last()));
    let (partners, ties, parts) = (degrees.len(), network.ties(), network.parts());
    let mut text = texts::map_alternative(partners, ties, parts, most, fewest, language);
    let (hidden, silent) = (partners.saturating_sub(NAMED), network.silent());
    if hidden > 0 {
        text = text + " " + &texts::map_hidden(hidden, language);
    }
    if silent > 0 {
        text = text + " " + &texts::map_silent(silent, language);
    }
    text
}

fn map(nodes: Vec<Value>, lines: Vec<Value>, by: Option<&str>, description: String, language: Language) -> Value {
    let place = |field: &str, channel: &str| json!({ "field": field, "type": "quantitative", "axis": null, "scale": { "domain": [-1.15, 1.15] }, "title": channel });
    let text = json!({ "field": "text", "type": "nominal" });
    let mut point = json!({
        "x": place("x", ""), "y": place("y", ""),
        "size": {
            "field": "degree", "type": "quantitative", "scale": { "range": [60, 600], "zero": true }, "legend": null,
        },
        "tooltip": text, "description": text,
    });
    if let (Some(by), Some(encoding)) = (by, point.as_object_mut()) {
        let title = say(by, language);
        let legend = json!({
            "title": title, "orient": "bottom", "columns": LEGEND, "labelLimit": 200,
            "description": sentence::group_axis(title, language),
        });
        let colour = json!({ "field": "group", "type": "nominal", "scale": { "range": COLOURS }, "legend": legend });
        encoding.insert("color".to_owned(), colour);
        encoding.insert("shape".to_owned(), json!({ "field": "group", "type": "nominal", "legend": legend }));
    }
    json!({
        "description": description,
        "width": "container",
        "height": 420,
        "autosize": { "type": "fit-x", "contains": "padding" },
        "layer": [
            {
                "data": { "values": lines },
                "mark": { "type": "rule", "color": colour::FAINT, "opacity": 0.45, "aria": false },
                "encoding": { "x": place("x", ""), "y": place("y", ""), "x2": { "field": "x2" }, "y2": { "field": "y2" } },
            },
            {
                "data": { "values": nodes.clone() },
                "mark": { "type": "point", "filled": true, "opacity": 1, "color": colour::LAST, "stroke": colour::PAPER },
                "encoding": point,
            },
            {
                "data": { "values": nodes },
                "mark": { "type": "text", "dy": -14, "aria": false, "color": colour::INK },
                "encoding": {
                    "x": place("x", ""), "y": place("y", ""), "text": { "field": "label", "type": "nominal" },
                },
            },
        ],
        "config": config(),
    })
}

/// The curve of a loss.
pub(super) fn loss_curve(curve: &LossCurve, language: Language) -> Value {
    let percent = |value: Option<f64>| value.map_or_else(String::new, |value| format_percent(value, 0, language));
    let mut data = Vec::new();
    for code in ["pairs_worst", "pairs_mean"] {
        let (line, is_worst) = (word(code, language), code == "pairs_worst");
        for loss in &curve.losses {
            let share = if is_worst { loss.worst } else { loss.mean };
            let mut text = sentence::labelled(line, percent(share), language);
            if is_worst && !loss.who.is_empty() {
                text = format!("{text} ({})", loss.who);
            }
            data.push(json!({ "lost": loss.count as f64, "share": share, "line": line, "text": text }));
        }
    }
    let description = curve.losses.last().map(|last| {
        let (worst, mean) = (last.worst.unwrap_or_default(), last.mean.unwrap_or_default());
        texts::loss_alternative(last.count, worst, mean, last.who.as_str(), language)
    });
    let what = if curve.of_ties { "ties_lost" } else { "partners_lost" };
    drawn(data, word(what, language), curve.losses.len(), description.unwrap_or_default(), language)
}

fn drawn(data: Vec<Value>, what: &str, rows: usize, description: String, language: Language) -> Value {
    let share = word("share_left", language);
    let labels: Vec<String> = (0..=4).map(|tick| format_percent(f64::from(tick) / 4.0, 0, language)).collect();
    let labels = serde_json::to_string(&labels).unwrap_or_default();
    let ticks: Vec<usize> = (0..rows).collect();
    let text = json!({ "field": "text", "type": "nominal" });
    let lines: Vec<&str> = ["pairs_worst", "pairs_mean"].iter().map(|code| word(code, language)).collect();
    let last = format_number(rows.saturating_sub(1) as f64, 0, language);
    json!({
        "description": description,
        "width": "container",
        "height": 260,
        "autosize": { "type": "fit-x", "contains": "padding" },
        "data": { "values": data },
        "mark": { "type": "line", "point": { "filled": true, "size": 70 }, "strokeWidth": 3 },
        "encoding": {
            "x": {
                "field": "lost", "type": "quantitative", "scale": { "nice": false },
                "axis": { "title": what, "values": ticks, "format": "d", "description": sentence::axis(what, "0", &last, language) },
            },
            "y": {
                "field": "share", "type": "quantitative", "scale": { "domain": [0, 1] },
                "axis": {
                    "title": share, "values": [0, 0.25, 0.5, 0.75, 1], "labelExpr": format!("{labels}[round(datum.value * 4)]"),
                    "description": sentence::axis(share, format_percent(0.0, 0, language), format_percent(1.0, 0, language), language),
                },
            },
            "color": {
                "field": "line", "type": "nominal", "sort": lines,
                "scale": { "domain": lines, "range": [colour::FIRST, colour::LAST] },
                "legend": { "title": null, "orient": "bottom", "direction": "vertical", "labelLimit": 400 },
            },
            "strokeDash": { "field": "line", "type": "nominal", "sort": lines, "legend": null },
            "tooltip": text, "description": text,
        },
        "config": config(),
    })
}
