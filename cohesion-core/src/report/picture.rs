//! Pictures from figures, for either report.

use super::axis::Axis;
use super::content::{BandReport, IndicatorReport};
use super::document::{Block, Dot, Dots, Drawing, Picture, Segment, Shade};
use super::figure::{FigureKind, Writer};
use super::words;
use crate::estimate::Estimate;
use crate::indicator::Orientation;
use crate::message::sentence;
use crate::message::{Language, phrases};

/// The shade of each of `count` segments, the worse side first.
pub(super) fn shade(index: usize, count: usize, orientation: Option<Orientation>) -> Shade {
    let first = index == 0;
    let last = index + 1 == count;
    match (first, last, orientation) {
        (true, _, Some(Orientation::LowerIsBetter)) => Shade::Last,
        (true, _, _) => Shade::First,
        (_, true, Some(Orientation::LowerIsBetter)) => Shade::First,
        (_, true, _) => Shade::Last,
        _ => Shade::Middle,
    }
}

/// What readers call a band.
pub(crate) fn band_name(band: &BandReport, language: Language) -> String {
    words::text_or(band.label.as_ref(), &band.id, language).to_owned()
}

/// How the shares of an indicator's bands are written.
pub(crate) fn band_writer(indicator: &IndicatorReport, language: Language) -> Writer {
    Writer::new(FigureKind::Share, indicator.bands.iter().map(|band| &band.share), language)
}

/// The caption of an indicator's bands.
pub(crate) fn band_caption(indicator: &IndicatorReport, language: Language) -> String {
    let category = phrases::CATEGORY.said(language).to_lowercase();
    sentence::by(words::title(indicator, language), &category, language)
}

/// The bar of an indicator's bands; `None` where one of them has no figure.
pub(super) fn bar(indicator: &IndicatorReport, language: Language) -> Option<Block> {
    let (bands, writer) = (&indicator.bands, band_writer(indicator, language));
    let segments = bands.iter().enumerate().map(|(index, band)| {
        let share = band.share.value?;
        Some(Segment { shade: shade(index, bands.len(), indicator.orientation), share, label: writer.number(share) })
    });
    let segments: Vec<Segment> = segments.collect::<Option<_>>()?;
    let rows = bands.iter().map(|band| (band_name(band, language), &band.share));
    let alternative = words::alternative(&band_caption(indicator, language), rows, &[], writer, language);
    let names: Vec<String> = bands.iter().map(|band| band_name(band, language)).collect();
    let caption = sentence::left_to_right(names.join(", "), language);
    (!segments.is_empty()).then_some(Block::Picture(Picture { alternative, caption, drawing: Drawing::Bar(segments) }))
}

/// The picture of these figures; `None` where there is none to draw.
pub(super) fn dots(rows: &[(String, &Estimate)], writer: Writer, reference: Option<f64>) -> Option<Dots> {
    let axis = Axis::new(writer.kind(), rows.iter().map(|(_, estimate)| *estimate))?;
    let drawn = rows.iter().filter_map(|(label, estimate)| {
        let value = estimate.value?;
        let interval = estimate.interval.as_ref().map(|interval| (axis.place(interval.low), axis.place(interval.high)));
        Some(Dot { label: label.clone(), figure: writer.with_interval(estimate), value: axis.place(value), interval })
    });
    let ticks = axis.ticks.iter().map(|tick| (axis.place(*tick), axis.label(*tick, writer)));
    let inside = |value: &f64| (axis.low..=axis.high).contains(value);
    Some(Dots {
        ticks: ticks.collect(),
        rows: drawn.collect(),
        reference: reference.filter(inside).map(|value| axis.place(value)),
    })
}
