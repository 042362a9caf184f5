/**
 * Plans, evaluations and reports: what a page needs that evaluates. The estimators are in `cohesion-core` itself.
 *
 * Everything is computed where this code runs: the data leave neither the process nor the page.
 */

export type { Cell, Columns, NumberArray, Rows } from "./columns.js";
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
export type {
  BoxOptions,
  DesignOptions,
  EstimateOptions,
  Measure,
  QuantileOptions,
  ReplicateMethod,
  ReplicateOptions,
  SeparatedOptions,
  ShareIntervalOptions,
  ShareOptions,
  SummaryOptions,
  TotalOptions,
} from "./options.js";
export { type EvaluationInput, Plan, type RecordTables, type ScaleScores } from "./plan.js";
export {
  type Audit,
  type AuditedCell,
  type CountRow,
  type CountTable,
  type KAnonymity,
  kAnonymityText,
  type PublishedTables,
  type PublishOptions,
  type PublishRule,
  publish,
  publishRule,
} from "./publish.js";
export type {
  ChartSpec,
  Comparison,
  Comparisons,
  Estimate,
  EstimateRow,
  EstimatesContent,
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
export { Summary } from "./summary.js";
export { type Csv, type CsvGuess, type CsvInput, readCsv, Table, type TableInput, type Unparsed } from "./table.js";
export { Test, type TestContent } from "./test-result.js";
export { formatNumber, type Language, version } from "./text.js";
