//! Results that carry their own uncertainty, provenance and warnings.

mod calibration;
mod compare;
mod contrast;
pub(crate) mod csv;
mod explain;
pub(crate) mod explanation;
mod family;
mod figure;
mod note;
mod published;
mod regression;
mod response;
mod sheet;
mod small_areas;
mod statistic;
mod table;
mod test;
pub(crate) mod texts;
pub(crate) mod words;

pub use calibration::{Calibration, CalibrationMethod, CalibrationRow, Trimming};
pub(crate) use compare::adjust_together;
pub use compare::{CHANGED_BELOW, Comparison, Comparisons};
pub use explanation::{ExplainedStep, Explanation};
pub use family::Family;
pub use figure::{Estimate, EstimateRow, Filter, Grade, Interval, IntervalMethod, Provenance, Reliability};
pub use note::{Note, Severity};
pub use regression::{Regression, RegressionTerm};
pub use response::{
    DispositionCount, EligibilityShare, ResponseAdjustment, ResponseCell, ResponseRate, ResponseRateRow, ResponseRates,
};
pub use sheet::{
    ColumnKind, FigureKind, Loss, LossCurve, Readers, Remark, Said, Sheet, SheetCell, SheetColumn, SheetPicture,
    SheetTable, ToSheet,
};
pub(crate) use sheet::{Rows, by, group_name, labels, title};
pub use small_areas::{AreaBenchmark, AreaVariances, BenchmarkMethod, SmallArea, SmallAreas};
pub use statistic::Statistic;
pub use table::Estimates;
pub use test::{ChiSquareStatistic, RankScore, Test};
