/**
 * Evaluate local partnerships for social cohesion: one plan file, honest estimates, one report.
 *
 * Everything is computed where this code runs: the data leave neither the process nor the page.
 */

export {
  type AgreementFigures,
  Assessment,
  type AssessmentContent,
  AssessmentPublication,
  type AssessmentResponse,
  type DimensionReport,
} from "./assessment.js";
export * from "./evaluate.js";
export {
  type ChiSquareOptions,
  type DomainOptions,
  type RankTestOptions,
  Regression,
  type RegressionContent,
  type RegressionOptions,
  type RegressionTerm,
  type TTestOptions,
} from "./models.js";
export {
  type CommunityOptions,
  type CompareOptions,
  type CompletionOptions,
  type CorrelateOptions,
  type EiOptions,
  type GroupOptions,
  type LossOptions,
  type MapOptions,
  Network,
  type NetworkOptions,
  type PlanNetworkOptions,
  type ReceivedOptions,
  type SearchOptions,
  TwoMode,
  type TwoModeOptions,
} from "./network.js";
export { type NetworkContent, type NetworkFigure, NetworkResult, type NetworkRow } from "./network-results.js";
export { Partnership } from "./partnership.js";
export {
  type Curve,
  type Finding,
  type Ledger,
  type MedianTime,
  Review,
  type ReviewContent,
  type ReviewedNetwork,
  type ReviewInput,
  type ReviewPicture,
} from "./review.js";
export { kAnonymity } from "./sharing.js";
export {
  type AreaBenchmark,
  type SmallArea,
  type SmallAreaOptions,
  SmallAreas,
  type SmallAreasContent,
  smallAreas,
} from "./small-areas.js";
export { type CountOptions, Replicates, Survey } from "./survey.js";
export {
  Calibration,
  type CalibrationContent,
  type CalibrationOptions,
  type CalibrationRow,
  type KnownTotal,
  type Margin,
  type Margins,
  type NonresponseOptions,
  ResponseAdjustment,
  type ResponseContent,
  type ResponseRateOptions,
  ResponseRates,
  type ResponseRatesContent,
} from "./weights.js";
