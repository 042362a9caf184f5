//! What people are given: results as data, and their rendering. Nothing is computed here.

mod content;

pub use content::{
    BandReport, GroupReport, HiddenRow, IndicatorReport, Publication, ReportContent, ReportKind, Sample, ScaleReport,
    TargetReport, Verdict, WaveReport,
};
