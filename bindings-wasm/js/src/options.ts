import type { Label } from "./estimates.js";
import type { EstimateOptions } from "./verbs.js";

/** How far a long call has come; `false` stops it. */
export type Progress = (done: number, total: number) => unknown;

/** How the rows were drawn: which columns hold what. */
export interface DesignOptions {
  /** Sampling weights: the inverse of the chance to be drawn. */
  readonly weights?: string;
  /** Strata; several columns together name the stratum. */
  readonly strata?: string | readonly string[];
  /** Clusters, or one column per stage of sampling. */
  readonly clusters?: string | readonly string[];
  /** Population sizes or sampling fractions, or one column per stage. */
  readonly fpc?: string | readonly string[];
  /** The same cluster label in two strata means two clusters. */
  readonly nested?: boolean;
  /**
   * What becomes of a stratum with one sampling unit: an error that names it; it adds nothing to the variance
   * (`"remove"`, `"certainty"`); its distance from the overall figure stands for the variance (`"adjust"`); it adds as
   * much as the others on average (`"average"`); it counts as one with the next stratum in the order of the labels, the
   * last with the one before, and a note names what was joined (`"collapse"`).
   */
  readonly single_unit?: "refuse" | "remove" | "certainty" | "adjust" | "average" | "collapse";
  /**
   * Columns of replicate weights that came with the data, each a full weight. They stand for strata, clusters and fpc;
   * estimates, regressions, t tests and chi-square tests take their errors from them, and rank tests and summaries, which
   * cannot, are refused.
   */
  readonly replicate_weights?: string | readonly string[];
  /** What the sum of squares over the replicates is multiplied by; it comes with the replicate weights. */
  readonly scale?: number;
  /** A factor for each replicate's square; 1 for all unless given. */
  readonly rscales?: readonly number[];
  /** Squares about the estimate itself, and not about the mean of the replicates. */
  readonly mse?: boolean;
  /**
   * Told how many replicates are done and how many there are by calls that read the rows once for each of them. `false`,
   * or an error, stops the call, which then fails with `cancelled`.
   */
  readonly progress?: Progress;
}

/** How replicates are made: see `Survey.replicates`. */
export type ReplicateMethod = "jk1" | "jkn" | "brr" | "fay" | "bootstrap";

/** What a method of replication needs. */
export interface ReplicateOptions {
  /** How many replicates a bootstrap has; 1000 unless given. */
  readonly n?: number;
  /** Seed of the bootstrap, 1 unless given; the same seed gives the same figures in every language. */
  readonly seed?: number;
  /** Fay's factor, at least 0 and below 1. */
  readonly rho?: number;
  /** Squares about the estimate itself, and not about the mean of the replicates (as R unless told). */
  readonly mse?: boolean;
  /**
   * Told how many replicates are done and how many there are by logistic and Poisson regressions, which read the rows
   * once for each of them. `false`, or an error, stops the call, which then fails with `cancelled`.
   */
  readonly progress?: Progress;
}

/** How the interval of a share is made. */
export type ShareInterval = "logit" | "wilson" | "korn_graubard" | "beta" | "likelihood" | "arcsine" | "t";

/** What every share may ask. */
export interface ShareIntervalOptions extends EstimateOptions {
  /**
   * How the interval is made; `"logit"` unless given. `"korn_graubard"` caps the effective sample size at n, `"beta"`
   * does not; `"t"` may leave 0 to 1. Where the share is 0 or 1 or has no variance the interval is Korn and Graubard's,
   * whatever is asked.
   */
  readonly interval?: ShareInterval;
}

/** Options of a share of numbers: from one up, down, or both. */
export type BoxOptions = ShareIntervalOptions &
  ({ readonly at_least: number; readonly at_most?: number } | { readonly at_least?: number; readonly at_most: number });

/** Options of a column that holds several answers in a cell. */
export interface SeparatedOptions extends ShareIntervalOptions {
  /** The text between two answers, as `";"`; blanks around an answer do not count. */
  readonly separator: string;
  /** The answers that are asked; all that were given unless named. */
  readonly values?: Label | readonly Label[];
}

/** A column for means and totals, or a column with the answers that count, for shares. */
export type Measure = string | { readonly variable: string; readonly values: Label | readonly Label[] };

/** What a summary holds. */
export interface SummaryOptions {
  readonly measures?: readonly Measure[];
  /** Each element is one column or several that are crossed. */
  readonly by?: readonly (string | readonly string[])[];
  /** The domain of the groups: rows whose label in each column is one of the values. */
  readonly where?: { readonly [column: string]: Label | readonly Label[] };
  /** Lists of items whose cross-products are kept, for alpha. */
  readonly items?: readonly (readonly string[])[];
  /** Pairs of columns whose ratio is kept, the numerator first. */
  readonly ratios?: readonly (readonly [string, string])[];
  /** Columns whose variance is kept: ten sums more for each cluster and group. */
  readonly variances?: string | readonly string[];
  /** Pairs of columns whose correlation is kept: thirty sums more for each cluster and group. */
  readonly correlations?: readonly (readonly [string, string])[];
  /** Other figures of one column by their names, and their columns, as in `{ variance: ["age"] }`. */
  readonly figures?: { readonly [figure: string]: string | readonly string[] };
}
