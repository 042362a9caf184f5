/**
 * Evaluate local partnerships for social cohesion: one plan file, honest estimates, one report.
 *
 * Everything is computed where this code runs: the data leave neither the process nor the page.
 */

export type { Cell, Columns, NumberArray, Rows } from "./columns.js";
export { CohesionError, type Fault, type FaultKind } from "./errors.js";
export {
  type Comparison,
  type Comparisons,
  type Estimate,
  type EstimateRow,
  Estimates,
  type Interval,
  type Label,
  type Note,
  type Provenance,
  type Reliability,
} from "./estimates.js";
export { Evaluation, Publication } from "./evaluation.js";
export type { Codebook, PlanDocument } from "./generated/plan.js";
export { type EvaluationInput, Plan, type RecordTables, type ScaleScores } from "./plan.js";
export {
  type DesignOptions,
  type EstimateOptions,
  type Measure,
  type ShareOptions,
  Summary,
  type SummaryOptions,
  Survey,
  type TotalOptions,
} from "./survey.js";
export { type Csv, type CsvGuess, type CsvInput, readCsv, Table, type TableInput, type Unparsed } from "./table.js";
export { formatNumber, version } from "./text.js";
