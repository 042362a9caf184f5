//! How the rows were drawn: the design, its sampling units and their weights, what was made of the weights since, and the
//! replicates that repeat the drawing. No figure of any answer is made here.

pub(crate) mod calibrate;
mod collapse;
pub(crate) mod design;
pub(crate) mod pairs;
pub(crate) mod progress;
pub(crate) mod replicates;
pub(crate) mod runs;
pub(crate) mod sample;
pub(crate) mod survey;
pub(crate) mod texts;
pub(crate) mod units;
pub(crate) mod variance;

pub use calibrate::margins::{PopulationMargins, PopulationTotal};
pub use calibrate::{CalibrationOptions, WeightLimits};
pub use design::{Design, SingleUnit};
pub use progress::Progress;
pub use replicates::factors::{ReplicateFactors, Replication};
pub use replicates::imported::ReplicateWeights;
pub use sample::DrawnSample;
pub use survey::Survey;
