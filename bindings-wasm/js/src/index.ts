/**
 * Evaluate local partnerships for social cohesion: one plan file, honest estimates, one report.
 *
 * Everything is computed where this code runs: the data leave neither the process nor the page.
 */

export {
  Assessment,
  type AssessmentContent,
  type DimensionReport,
  PublishedAssessment,
  type PublishedAssessmentContent,
  type PublishedDimension,
} from "./assessment.js";
export type { Cell, Columns, NumberArray, Rows } from "./columns.js";
export { Comparisons } from "./comparisons.js";
export { init, type WasmSource } from "./core.js";
export { CohesionError, type Fault, type FaultKind } from "./errors.js";
export { Estimates, type Label } from "./estimates.js";
export {
  type ChartOptions,
  type CsvOptions,
  Evaluation,
  PublishedEvaluation,
  type ReportOptions,
} from "./evaluation.js";
export type { Codebook, PlanDocument } from "./generated/plan.js";
export {
  type DomainOptions,
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
  type ReceivedOptions,
  type SearchOptions,
  TwoMode,
  type TwoModeOptions,
} from "./network.js";
export { type NetworkContent, type NetworkFigure, NetworkResult, type NetworkRow } from "./network-results.js";
export type {
  BoxOptions,
  DesignOptions,
  Measure,
  ReplicateMethod,
  ReplicateOptions,
  SeparatedOptions,
  ShareIntervalOptions,
  SummaryOptions,
} from "./options.js";
export { Partnership, type PlanNetworkOptions } from "./partnership.js";
export { type EvaluationInput, Plan, type RecordTables, ScaleScores, type ScaleScoresContent } from "./plan.js";
export {
  type Audit,
  type AuditedCell,
  type CountRow,
  CountTable,
  type CountTableContent,
  KAnonymity,
  type KAnonymityContent,
  kAnonymity,
  type PublishedTable,
  PublishedTables,
  type PublishedTablesContent,
  type PublishOptions,
  type PublishRule,
  publish,
  publishRule,
} from "./publish.js";
export type { Result } from "./result.js";
export type {
  ChartSpec,
  Comparison,
  ComparisonsContent,
  DataColumn,
  Estimate,
  EstimateRow,
  EstimatesContent,
  EvaluationContent,
  ExplainedStep,
  Explanation,
  GroupReport,
  HiddenRow,
  IndicatorReport,
  Interval,
  LanguageOptions,
  LeftOut,
  Note,
  Provenance,
  Reliability,
  ReportContent,
  Sample,
  ScaleReport,
  TargetReport,
} from "./results.js";
export {
  type Curve,
  type Finding,
  type Ledger,
  type MedianTime,
  type PublishedFinding,
  PublishedReview,
  type PublishedReviewContent,
  Review,
  type ReviewContent,
  type ReviewedNetwork,
  type ReviewInput,
  type ReviewPicture,
} from "./review.js";
export {
  type AreaBenchmark,
  type SmallArea,
  type SmallAreaOptions,
  SmallAreas,
  type SmallAreasContent,
  smallAreas,
} from "./small-areas.js";
export { Summary } from "./summary.js";
export { type CountOptions, type Replication, Survey } from "./survey.js";
export { type Csv, type CsvGuess, type CsvInput, readCsv, Table, type TableInput, type Unparsed } from "./table.js";
export { Test, type TestContent } from "./test-result.js";
export { formatNumber, type Language, version } from "./text.js";
export type {
  ChiSquareOptions,
  EstimateOptions,
  QuantileOptions,
  RankTestOptions,
  ShareOptions,
  TotalOptions,
} from "./verbs.js";
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
