//! Importance and performance as a specification.

use serde_json::{Map, Value, json};

use super::spec::{config, label_expression};
use crate::estimate::Estimate;
use crate::health::assessment::{PublishedAssessmentContent, PublishedDimension};
use crate::message::sentence::{self, assessment as say};
use crate::message::{Entry, Language, phrases};
use crate::report::assessment::{dimension_title, quadrant_words};
use crate::report::figure::{FigureKind, Writer};
use crate::report::{Axis, colour, words};

/// A dimension with both figures.
type Placed<'c> = (&'c PublishedDimension, &'c Estimate, f64, f64);

/// The scatter of importance over performance, with intervals both ways and the cross that divides high and low.
pub(super) fn importance_performance(content: &PublishedAssessmentContent, language: Language) -> Value {
    let placed: Vec<Placed<'_>> = content.dimensions.iter().filter_map(placed).collect();
    let writer = Writer::new(FigureKind::Number, placed.iter().flat_map(|(of, y, ..)| [&of.performance, *y]), language);
    let rows: Vec<Value> = placed.iter().map(|of| datum(of, writer, language)).collect();
    let axes = (
        Axis::new(FigureKind::Number, placed.iter().map(|(of, ..)| &of.performance)),
        Axis::new(FigureKind::Number, placed.iter().map(|(_, importance, ..)| *importance)),
    );
    let x = |field: &str| encoding(field, &phrases::PERFORMANCE, axes.0.as_ref(), writer, language);
    let y = |field: &str| encoding(field, &phrases::IMPORTANCE, axes.1.as_ref(), writer, language);
    let text = json!({ "field": "text", "type": "nominal" });
    let line = json!({ "type": "rule", "strokeWidth": 2, "opacity": 0.6, "color": colour::LAST, "aria": false });
    let mut layers = Vec::new();
    if let Some([across, up]) = content.crosshair_at {
        let cross = json!({ "type": "rule", "strokeDash": [4, 4], "color": colour::FAINT, "aria": false });
        layers.push(json!({ "data": { "values": [{ "at": across }] }, "mark": cross, "encoding": { "x": x("at") } }));
        layers.push(json!({ "data": { "values": [{ "at": up }] }, "mark": cross, "encoding": { "y": y("at") } }));
    }
    layers.push(json!({ "mark": line, "encoding": { "x": x("x_low"), "x2": { "field": "x_high" }, "y": y("y") } }));
    layers.push(json!({ "mark": line, "encoding": { "x": x("x"), "y": y("y_low"), "y2": { "field": "y_high" } } }));
    layers.push(json!({
        "mark": { "type": "point", "filled": true, "opacity": 1, "size": 110, "color": colour::LAST },
        "encoding": { "x": x("x"), "y": y("y"), "tooltip": text, "description": text },
    }));
    layers.push(json!({
        "mark": { "type": "text", "align": "left", "dx": 9, "dy": -9, "aria": false },
        "encoding": { "x": x("x"), "y": y("y"), "text": { "field": "dimension", "type": "nominal" } },
    }));
    json!({
        "description": alternative(content, &placed, writer, language),
        "width": "container",
        "height": 360,
        "autosize": { "type": "fit-x", "contains": "padding" },
        "data": { "values": rows },
        "layer": layers,
        "config": config(),
    })
}

fn placed(dimension: &PublishedDimension) -> Option<Placed<'_>> {
    let importance = dimension.importance.as_ref()?;
    Some((dimension, importance, dimension.performance.value?, importance.value?))
}

fn datum((dimension, importance, x, y): &Placed<'_>, writer: Writer, language: Language) -> Value {
    let mut datum = Map::new();
    datum.insert("dimension".to_owned(), dimension_title(dimension, language).into());
    datum.insert("text".to_owned(), told(dimension, importance, writer, language).into());
    datum.insert("x".to_owned(), (*x).into());
    datum.insert("y".to_owned(), (*y).into());
    for (axis, estimate) in [("x", &dimension.performance), ("y", *importance)] {
        if let Some(interval) = &estimate.interval {
            datum.insert(format!("{axis}_low"), interval.low.into());
            datum.insert(format!("{axis}_high"), interval.high.into());
        }
    }
    Value::Object(datum)
}

/// One dimension in words: both figures and its field.
fn told(dimension: &PublishedDimension, importance: &Estimate, writer: Writer, language: Language) -> String {
    let figure = |name: &'static Entry, estimate| {
        sentence::labelled(name.said(language), writer.with_interval(estimate), language)
    };
    let mut parts = vec![
        figure(&phrases::IMPORTANCE, importance).to_lowercase(),
        figure(&phrases::PERFORMANCE, &dimension.performance).to_lowercase(),
    ];
    parts.extend(dimension.quadrant.as_ref().map(|quadrant| quadrant_words(quadrant, language)));
    sentence::labelled(dimension_title(dimension, language), parts.join("; "), language)
}

/// What a reader who does not see it is told: the ends of both figures, every dimension, and what is hidden.
fn alternative(
    content: &PublishedAssessmentContent,
    placed: &[Placed<'_>],
    writer: Writer,
    language: Language,
) -> String {
    let mut sentences = vec![format!("{}.", phrases::IMPORTANCE_PERFORMANCE.said(language))];
    let side = |name: &'static Entry, figures: Vec<(String, &Estimate)>| {
        words::alternative(name.said(language), figures, &[], writer, language)
    };
    let title = |of: &PublishedDimension| dimension_title(of, language).to_owned();
    if !placed.is_empty() {
        sentences
            .push(side(&phrases::PERFORMANCE, placed.iter().map(|(of, ..)| (title(of), &of.performance)).collect()));
        sentences.push(side(&phrases::IMPORTANCE, placed.iter().map(|(of, y, ..)| (title(of), *y)).collect()));
    }
    let fields = placed.iter().filter_map(|(of, ..)| {
        let field = quadrant_words(of.quadrant.as_ref()?, language);
        Some(sentence::labelled(dimension_title(of, language), &field, language))
    });
    let fields: Vec<String> = fields.collect();
    if !fields.is_empty() {
        sentences.push(format!("{}.", fields.join("; ")));
        let means = content.crosshair == crate::partnership::Crosshair::Means;
        sentences.push(say::crosshair(means, language).to_owned());
    }
    let hidden = content.dimensions.iter().filter(|of| of.importance.is_some() && self::placed(of).is_none());
    let hidden: Vec<&str> = hidden.map(|of| dimension_title(of, language)).collect();
    if !hidden.is_empty() {
        sentences.push(sentence::hidden_groups(hidden.join(", "), language));
    }
    sentences.join(" ")
}

fn encoding(field: &str, name: &'static Entry, axis: Option<&Axis>, writer: Writer, language: Language) -> Value {
    let title = name.said(language);
    let Some(axis) = axis else { return json!({ "field": field, "type": "quantitative", "axis": null }) };
    let label = |tick: f64| axis.label(tick, writer);
    json!({
        "field": field, "type": "quantitative",
        "scale": { "domain": [axis.low, axis.high], "zero": false, "nice": false },
        "axis": {
            "title": title, "values": axis.ticks, "labelExpr": label_expression(axis, writer),
            "description": sentence::axis(title, label(axis.low), label(axis.high), language),
        },
    })
}
