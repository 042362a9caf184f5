//! Drawings as inline SVG: places in per cent, sizes in pixels, so that text keeps its size on a narrow screen.
//!
//! Colours are presentation attributes from the light palette; the stylesheet overrides them by class in the dark.

use super::blocks::shade;
use super::builder::Html;
use crate::report::colour::{FAINT, INK, LAST, PAPER};
use crate::report::document::{Dot, Dots, Drawing, Segment, Shade};

const ROW_HEIGHT: usize = 44;
const AXIS_HEIGHT: usize = 24;
/// Narrower segments hold no text; the table beside the bar has it.
const ROOM_FOR_TEXT: f64 = 0.14;

/// A drawing that is one image to those who do not see it.
pub(super) fn drawing(html: &mut Html, drawing: &Drawing, alternative: &str) {
    let height = match drawing {
        Drawing::Bar(_) => 36,
        Drawing::Dots(dots) => dots.rows.len() * ROW_HEIGHT + AXIS_HEIGHT,
    };
    let attributes = [
        ("class", "cc-drawing"),
        ("width", "100%"),
        ("height", &height.to_string()),
        ("role", "img"),
        ("aria-label", alternative),
        ("font-family", "sans-serif"),
        ("font-size", "14"),
    ];
    html.element("svg", &attributes, |html| match drawing {
        Drawing::Bar(segments) => bar(html, segments),
        Drawing::Dots(dots) => dot_plot(html, dots),
    });
}

/// A small square beside a row of a table, the same as the segment of the bar.
pub(super) fn swatch(html: &mut Html, of: Shade) {
    let (class, fill) = shade(of);
    html.element(
        "svg",
        &[("class", "cc-swatch"), ("width", "12"), ("height", "12"), ("aria-hidden", "true"), ("focusable", "false")],
        |html| html.shape("rect", &[("class", class), ("width", "12"), ("height", "12"), ("fill", fill)]),
    );
}

/// A place or a length in per cent of the width.
fn percent(part: f64) -> String {
    format!("{:.2}%", part * 100.0)
}

fn bar(html: &mut Html, segments: &[Segment]) {
    let whole: f64 = segments.iter().map(|segment| segment.share).sum();
    let mut from = 0.0;
    for segment in segments {
        let width = if whole > 0.0 { segment.share / whole } else { 0.0 };
        let (class, fill) = shade(segment.shade);
        let (x, length) = (percent(from), percent(width));
        let rect = [
            ("class", class),
            ("x", x.as_str()),
            ("y", "2"),
            ("width", &length),
            ("height", "32"),
            ("fill", fill),
            ("stroke", PAPER),
            ("stroke-width", "2"),
        ];
        html.shape("rect", &rect);
        if width >= ROOM_FOR_TEXT {
            let middle = percent(from + width / 2.0);
            let text =
                [("class", "cc-on"), ("x", middle.as_str()), ("y", "23"), ("text-anchor", "middle"), ("fill", PAPER)];
            html.leaf("text", &text, &segment.label);
        }
        from += width;
    }
}

/// Rows lie between 2 and 98 per cent, so that dots at the ends are whole.
fn along(place: f64) -> String {
    percent(0.02 + 0.96 * place)
}

fn dot_plot(html: &mut Html, dots: &Dots) {
    let bottom = dots.rows.len() * ROW_HEIGHT;
    ticks(html, dots, bottom);
    if let Some(reference) = dots.reference {
        let x = along(reference);
        let line = [
            ("class", "cc-reference"),
            ("x1", x.as_str()),
            ("x2", &x),
            ("y1", "0"),
            ("y2", &bottom.to_string()),
            ("stroke", FAINT),
            ("stroke-width", "1.5"),
            ("stroke-dasharray", "4 3"),
        ];
        html.shape("line", &line);
    }
    for (index, dot) in dots.rows.iter().enumerate() {
        row(html, dot, index * ROW_HEIGHT);
    }
}

fn ticks(html: &mut Html, dots: &Dots, bottom: usize) {
    let (top, text_at) = (bottom.to_string(), (bottom + 18).to_string());
    let base =
        [("class", "cc-axis"), ("x1", "2%"), ("x2", "98%"), ("y1", top.as_str()), ("y2", &top), ("stroke", FAINT)];
    html.shape("line", &base);
    let last = dots.ticks.len().saturating_sub(1);
    // Few labels, so that they do not run into each other on a narrow screen.
    let every = if dots.ticks.len() > 5 { 2 } else { 1 };
    for (index, (place, label)) in dots.ticks.iter().enumerate() {
        let x = along(*place);
        let end = (bottom + 4).to_string();
        let line =
            [("class", "cc-axis"), ("x1", x.as_str()), ("x2", &x), ("y1", &top), ("y2", &end), ("stroke", FAINT)];
        html.shape("line", &line);
        let anchor = match index {
            0 => "start",
            _ if index == last => "end",
            _ => "middle",
        };
        if index % every == 0 {
            let x = if index == 0 { "0" } else { x.as_str() };
            let text = [("class", "cc-tick"), ("x", x), ("y", &text_at), ("text-anchor", anchor), ("fill", INK)];
            html.leaf("text", &text, label);
        }
    }
}

fn row(html: &mut Html, dot: &Dot, top: usize) {
    let (text_at, middle) = ((top + 16).to_string(), (top + 30).to_string());
    html.element("text", &[("class", "cc-label"), ("x", "0"), ("y", &text_at), ("fill", INK)], |html| {
        html.leaf("tspan", &[("font-weight", "bold")], &short(&dot.label));
        html.leaf("tspan", &[("dx", "8")], &dot.figure);
    });
    if let Some((low, high)) = dot.interval {
        let (from, to) = (along(low), along(high));
        let line = [
            ("class", "cc-interval"),
            ("x1", from.as_str()),
            ("x2", &to),
            ("y1", &middle),
            ("y2", &middle),
            ("stroke", LAST),
            ("stroke-width", "3"),
            ("stroke-linecap", "round"),
        ];
        html.shape("line", &line);
    }
    let x = along(dot.value);
    let circle = [
        ("class", "cc-dot"),
        ("cx", x.as_str()),
        ("cy", &middle),
        ("r", "6"),
        ("fill", LAST),
        ("stroke", PAPER),
        ("stroke-width", "2"),
    ];
    html.shape("circle", &circle);
}

/// A label cut to what fits beside its figure; the table has it whole.
fn short(label: &str) -> String {
    const LONGEST: usize = 28;
    if label.chars().count() <= LONGEST {
        return label.to_owned();
    }
    label.chars().take(LONGEST - 1).chain(['…']).collect()
}
