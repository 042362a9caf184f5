//! The bar of bands and the overview.

use serde_json::{Value, json};

use super::spec::{Dots, Mark, config};
use crate::indicator::{IndicatorStatistic, Orientation};
use crate::message::{Entry, Language, phrases, sentence};
use crate::report::figure::FigureKind;
use crate::report::words;
use crate::report::{IndicatorReport, ReportContent, band_caption, band_name, band_writer, colour};

/// Narrower segments of a bar hold no text.
const ROOM_FOR_TEXT: f64 = 0.08;

/// A dot plot of some of an indicator's figures.
pub(super) fn of_indicator<'e>(
    indicator: &'e IndicatorReport,
    caption: String,
    group: &'static Entry,
    marks: Vec<Mark<'e>>,
    language: Language,
) -> Dots<'e> {
    let statistic = statistic(indicator.statistic);
    let figure = words::said(indicator.unit.as_ref(), language);
    Dots {
        caption,
        group: group.said(language).to_owned(),
        figure: figure.unwrap_or_else(|| statistic.said(language)).to_owned(),
        kind: FigureKind::of_indicator(indicator.statistic),
        marks,
        hidden: Vec::new(),
        language,
    }
}

fn statistic(statistic: IndicatorStatistic) -> &'static Entry {
    match statistic {
        IndicatorStatistic::Mean => &phrases::MEAN,
        IndicatorStatistic::Share => &phrases::SHARE,
    }
}

/// One bar of all bands, with the legend in their order.
pub(super) fn bands(indicator: &IndicatorReport, language: Language) -> Value {
    let writer = band_writer(indicator, language);
    let caption = band_caption(indicator, language);
    let rows = indicator.bands.iter().map(|band| (band_name(band, language), &band.share));
    let description = words::alternative(&caption, rows.clone(), &[], writer, language);
    let labels: Vec<String> = rows.clone().map(|(label, _)| label).collect();
    let data: Vec<Value> = rows
        .enumerate()
        .filter_map(|(order, (label, estimate))| {
            let value = estimate.value?;
            let text = words::row(&label, estimate, writer, language);
            // A narrow segment has no room for its figure; the tooltip has it.
            let shown = if value >= ROOM_FOR_TEXT { writer.number(value) } else { String::new() };
            Some(json!({ "band": label, "order": order, "value": value, "label": shown, "text": text }))
        })
        .collect();
    let category = phrases::CATEGORY.said(language);
    let share = phrases::SHARE.said(language);
    let x = json!({ "field": "value", "type": "quantitative", "stack": "normalize", "axis": null });
    let order = json!({ "field": "order", "type": "quantitative" });
    let text = json!({ "field": "text", "type": "nominal" });
    let legend = json!({
        "title": category, "orient": "bottom", "direction": "vertical", "labelLimit": 400,
        "description": sentence::group_axis(category, language),
    });
    json!({
        "description": description,
        "width": "container",
        "height": 44,
        "autosize": { "type": "fit-x", "contains": "padding" },
        "data": { "values": data },
        "encoding": { "x": x, "order": order },
        "layer": [
            {
                "mark": { "type": "bar", "stroke": colour::PAPER, "strokeWidth": 2 },
                "encoding": {
                    "color": {
                        "field": "band", "type": "nominal", "sort": labels.clone(),
                        "scale": { "domain": labels, "range": shades(indicator) }, "legend": legend,
                    },
                    "tooltip": text, "description": text,
                },
            },
            {
                "mark": { "type": "text", "aria": false, "color": colour::PAPER, "fontWeight": "bold", "fontSize": 14 },
                "encoding": {
                    "x": { "field": "value", "type": "quantitative", "stack": "normalize", "bandPosition": 0.5, "title": share },
                    "text": { "field": "label", "type": "nominal" },
                },
            },
        ],
        "config": config(),
    })
}

/// One colour per band: the worse end, what lies between, the better end.
fn shades(indicator: &IndicatorReport) -> Vec<&'static str> {
    let (worse, middle, better) = (colour::FIRST, colour::MIDDLE, colour::LAST);
    let last = indicator.bands.len().saturating_sub(1);
    let mut shades: Vec<&str> = (0..indicator.bands.len())
        .map(|index| match index {
            0 => worse,
            _ if index == last => better,
            _ => middle,
        })
        .collect();
    if indicator.orientation == Some(Orientation::LowerIsBetter) {
        shades.reverse();
    }
    shades
}

/// One panel for all shares, and one for all means of each unit.
pub(super) fn overview(content: &ReportContent, language: Language) -> Value {
    let mut panels: Vec<(FigureKind, String, Vec<Mark<'_>>)> = Vec::new();
    for indicator in &content.indicators {
        let kind = FigureKind::of_indicator(indicator.statistic);
        let own = of_indicator(indicator, String::new(), &phrases::INDICATOR, Vec::new(), language).figure;
        let figure = if kind == FigureKind::Share { phrases::SHARE.said(language).to_owned() } else { own };
        let mark = Mark::new(words::title(indicator, language).to_owned(), &indicator.headline);
        match panels.iter_mut().find(|(of, unit, _)| *of == kind && *unit == figure) {
            Some((_, _, marks)) => marks.push(mark),
            None => panels.push((kind, figure, vec![mark])),
        }
    }
    let panels: Vec<Dots<'_>> = panels
        .into_iter()
        .map(|(kind, figure, marks)| Dots {
            caption: figure.clone(),
            group: phrases::INDICATOR.said(language).to_owned(),
            figure,
            kind,
            marks,
            hidden: Vec::new(),
            language,
        })
        .collect();
    let description: Vec<String> = panels.iter().map(Dots::alternative).collect();
    let views: Vec<Value> = panels
        .iter()
        .map(|panel| {
            let mut body = panel.body();
            body.insert("width".to_owned(), 360.into());
            Value::Object(body)
        })
        .collect();
    json!({ "description": description.join(" "), "vconcat": views, "config": config() })
}
