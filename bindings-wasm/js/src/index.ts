/**
 * Evaluate local partnerships for social cohesion: one plan file, honest estimates, one report.
 *
 * Everything is computed where this code runs: the data leave neither the process nor the page.
 */

export type { Cell, Columns, NumberArray, Rows } from "./columns.js";
export { CohesionError, type Fault, type FaultKind } from "./errors.js";
export { Estimates, type Label } from "./estimates.js";
export { type ChartOptions, type CsvOptions, Evaluation, Publication, type ReportOptions } from "./evaluation.js";
export type { Codebook, PlanDocument } from "./generated/plan.js";
export {
  type ChiSquareOptions,
  type DomainOptions,
  type RankTestOptions,
  Regression,
  type RegressionContent,
  type RegressionOptions,
  type RegressionTerm,
  Test,
  type TestContent,
  type TTestOptions,
} from "./models.js";
export { type EvaluationInput, Plan, type RecordTables, type ScaleScores } from "./plan.js";
export type {
  ChartSpec,
  Comparison,
  Comparisons,
  Estimate,
  EstimateRow,
  EstimatesContent,
  GroupReport,
  IndicatorReport,
  Interval,
  LanguageOptions,
  Note,
  Provenance,
  Reliability,
  ReportContent,
  Sample,
  ScaleReport,
  TargetReport,
} from "./results.js";
export {
  type DesignOptions,
  type EstimateOptions,
  type Measure,
  type ReplicateMethod,
  type ReplicateOptions,
  Replicates,
  type ShareOptions,
  Summary,
  type SummaryOptions,
  Survey,
  type TotalOptions,
} from "./survey.js";
export { type Csv, type CsvGuess, type CsvInput, readCsv, Table, type TableInput, type Unparsed } from "./table.js";
export { formatNumber, type Language, version } from "./text.js";
