/**
 * Evaluate local partnerships for social cohesion: one plan file, honest estimates, one report.
 *
 * Everything is computed where this code runs: the data leave neither the process nor the page.
 */

export * from "./evaluate.js";
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
  type SearchOptions,
  TwoMode,
  type TwoModeOptions,
} from "./network.js";
export { type NetworkFigure, NetworkResult, type NetworkRow } from "./network-results.js";
export { Replicates, Survey } from "./survey.js";
