//! The Python face of `cohesion-core`: conversion only. What people see is in `python/cohesion_core/`.

mod assessment;
mod disclosure;
mod error;
mod estimates;
mod evaluation;
mod faces;
mod models;
mod plan;
mod review;
mod sheet;
mod summary;
mod survey;
mod table;

use pyo3::prelude::*;

/// The compiled half of `cohesion_core`. Use the package, not this module.
#[pymodule(name = "_core")]
mod core_module {
    #[pymodule_export]
    use super::disclosure::{k_anonymity, publish};
    #[pymodule_export]
    use super::error::faults;
    #[pymodule_export]
    use super::faces::handles::{
        Assessment, Calibration, Comparisons, CountTable, Estimates, Evaluation, KAnonymity, NetworkResult,
        PublishRule, PublishedAssessment, PublishedEvaluation, PublishedReview, PublishedTables, Regression,
        ResponseAdjustment, ResponseRates, Review, SmallAreas, Test,
    };
    #[pymodule_export]
    use super::faces::network::{Network, TwoMode};
    #[pymodule_export]
    use super::plan::{Plan, ScaleScores};
    #[pymodule_export]
    use super::sheet::Sheet;
    #[pymodule_export]
    use super::summary::Summary;
    #[pymodule_export]
    use super::survey::Survey;
    #[pymodule_export]
    use super::table::{Table, label, read_csv};

    use super::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
