//! Dots with intervals as a specification.

use serde_json::{Map, Value, json};

use crate::estimate::Estimate;
use crate::message::{Language, phrases, sentence};
use crate::report::figure::{FigureKind, Writer};
use crate::report::words;
use crate::report::{Axis, colour};

/// The height of one row in pixels.
const ROW: usize = 32;

/// One dot.
pub(super) struct Mark<'e> {
    pub(super) label: String,
    pub(super) estimate: &'e Estimate,
}

impl<'e> Mark<'e> {
    pub(super) fn new(label: String, estimate: &'e Estimate) -> Self {
        Self { label, estimate }
    }
}

/// A dot plot.
pub(super) struct Dots<'e> {
    /// What it is about; written beside it, not in it.
    pub(super) caption: String,
    /// What the rows are.
    pub(super) group: String,
    /// What the figures are.
    pub(super) figure: String,
    pub(super) kind: FigureKind,
    pub(super) marks: Vec<Mark<'e>>,
    /// The names of groups without a figure.
    pub(super) hidden: Vec<String>,
    pub(super) language: Language,
}

impl Dots<'_> {
    /// What a reader who does not see it is told.
    pub(super) fn alternative(&self) -> String {
        let writer = writer(self.kind, &self.marks, self.language);
        let rows = self.marks.iter().map(|mark| (mark.label.clone(), mark.estimate));
        words::alternative(&self.caption, rows, &self.hidden, writer, self.language)
    }

    /// The whole specification.
    pub(super) fn spec(&self) -> Value {
        let mut spec = Map::new();
        spec.insert("description".to_owned(), self.alternative().into());
        spec.insert("width".to_owned(), "container".into());
        spec.insert("autosize".to_owned(), json!({ "type": "fit-x", "contains": "padding" }));
        spec.extend(self.body());
        spec.insert("config".to_owned(), config());
        Value::Object(spec)
    }

    /// The part that may stand alone or below others.
    pub(super) fn body(&self) -> Map<String, Value> {
        let writer = writer(self.kind, &self.marks, self.language);
        let rows: Vec<Value> = self
            .marks
            .iter()
            .map(|mark| self.datum(mark, writer))
            .chain(self.hidden.iter().map(|name| self.hidden_datum(name)))
            .collect();
        let y = json!({
            "field": "group", "type": "nominal", "sort": null,
            "axis": {
                "title": self.group, "labelLimit": 320, "titleAngle": 0, "titleAlign": "right", "titleBaseline": "bottom",
                // Above the labels: beside them it would lie over the long ones.
                "titleX": -8, "titleY": -6,
                "description": sentence::group_axis(&self.group, self.language),
            },
        });
        let axis = Axis::new(self.kind, self.marks.iter().map(|mark| mark.estimate));
        let x = |field: &str| self.x(field, axis.as_ref(), writer);
        let texts = json!({ "field": "text", "type": "nominal" });
        let rule = json!({
            "mark": { "type": "rule", "strokeWidth": 3, "color": colour::LAST, "aria": false },
            "encoding": { "x": x("low"), "x2": { "field": "high" } },
        });
        let dot = json!({
            "mark": { "type": "point", "filled": true, "opacity": 1, "size": 110, "color": colour::LAST },
            "encoding": { "x": x("value"), "tooltip": texts, "description": texts },
        });
        let mut layers = vec![rule, dot];
        if rows.iter().any(|row| row.get("absent").is_some()) {
            layers.push(absent_layer());
        }
        let mut body = Map::new();
        body.insert("height".to_owned(), (rows.len().max(1) * ROW).into());
        body.insert("data".to_owned(), json!({ "values": rows }));
        body.insert("encoding".to_owned(), json!({ "y": y }));
        body.insert("layer".to_owned(), Value::Array(layers));
        body
    }

    fn datum(&self, mark: &Mark<'_>, writer: Writer) -> Value {
        let text = words::row(&mark.label, mark.estimate, writer, self.language);
        let mut datum = Map::new();
        datum.insert("group".to_owned(), mark.label.clone().into());
        datum.insert("text".to_owned(), text.into());
        match mark.estimate.value {
            Some(value) => {
                datum.insert("value".to_owned(), value.into());
                datum.insert("label".to_owned(), writer.number(value).into());
            }
            None => {
                datum.insert("absent".to_owned(), writer.figure(mark.estimate).into());
            }
        }
        if let (Some(_), Some(interval)) = (mark.estimate.value, &mark.estimate.interval) {
            datum.insert("low".to_owned(), interval.low.into());
            datum.insert("high".to_owned(), interval.high.into());
        }
        Value::Object(datum)
    }

    fn hidden_datum(&self, name: &str) -> Value {
        let hidden = phrases::HIDDEN.said(self.language);
        json!({ "group": name, "text": sentence::labelled(name, hidden, self.language), "absent": hidden })
    }

    fn x(&self, field: &str, axis: Option<&Axis>, writer: Writer) -> Value {
        let Some(axis) = axis else {
            return json!({ "field": field, "type": "quantitative", "axis": null });
        };
        let label = |tick: f64| axis.label(tick, writer);
        let description = sentence::axis(&self.figure, label(axis.low), label(axis.high), self.language);
        json!({
            "field": field, "type": "quantitative",
            "scale": { "domain": [axis.low, axis.high], "zero": false, "nice": false },
            "axis": {
                "title": self.figure, "values": axis.ticks, "labelExpr": label_expression(axis, writer),
                "description": description,
            },
        })
    }
}

/// The word in place of a dot that is not there.
fn absent_layer() -> Value {
    json!({
        "transform": [{ "filter": "isValid(datum.absent)" }],
        "mark": { "type": "text", "align": "left", "fontStyle": "italic" },
        "encoding": {
            "x": { "value": 6 },
            "text": { "field": "absent", "type": "nominal" },
            "description": { "field": "text", "type": "nominal" },
        },
    })
}

/// Picks the written label of the tick nearest to `datum.value`, so that no number is written by the renderer.
pub(super) fn label_expression(axis: &Axis, writer: Writer) -> String {
    let labels: Vec<String> = axis.ticks.iter().map(|tick| axis.label(*tick, writer)).collect();
    let labels = serde_json::to_string(&labels).unwrap_or_default();
    let step = (axis.high - axis.low) / (axis.ticks.len().max(2) - 1) as f64;
    format!("{labels}[round((datum.value - ({})) / {step})]", axis.low)
}

/// What all specifications have in common. The paper is white whatever the page: no one ink can be read on both.
pub(super) fn config() -> Value {
    json!({
        "background": colour::PAPER,
        "font": "system-ui, sans-serif",
        "axis": {
            "labelFontSize": 13, "titleFontSize": 13, "labelColor": colour::INK, "titleColor": colour::INK,
            "gridColor": "#e3e6ea", "domainColor": colour::FAINT, "tickColor": colour::FAINT,
        },
        "legend": { "labelFontSize": 13, "titleFontSize": 13, "labelColor": colour::INK, "titleColor": colour::INK },
        "text": { "fontSize": 13, "color": colour::INK },
        "view": { "stroke": null },
    })
}

/// How the figures of these marks are written.
fn writer(kind: FigureKind, marks: &[Mark<'_>], language: Language) -> Writer {
    Writer::new(kind, marks.iter().map(|mark| mark.estimate), language)
}
