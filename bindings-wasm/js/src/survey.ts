import * as core from "../pkg/cohesion_core.js";
import { fault, guarded } from "./errors.js";
import { Estimates, frozen, type Label, optionsJson } from "./estimates.js";
import { shown } from "./json.js";
import {
  type ChiSquareOptions,
  type RankTestOptions,
  Regression,
  type RegressionOptions,
  Test,
  type TTestOptions,
} from "./models.js";
import { Table, type TableInput } from "./table.js";

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
   * much as the others on average (`"average"`).
   */
  readonly single_unit?: "refuse" | "remove" | "certainty" | "adjust" | "average";
  /**
   * Columns of replicate weights that came with the data, each a full weight. They stand for strata, clusters and fpc;
   * `mean`, `share` and `total` take their errors from them, and nothing else can be asked.
   */
  readonly replicate_weights?: string | readonly string[];
  /** What the sum of squares over the replicates is multiplied by; it comes with the replicate weights. */
  readonly scale?: number;
  /** A factor for each replicate's square; 1 for all unless given. */
  readonly rscales?: readonly number[];
  /** Squares about the estimate itself, and not about the mean of the replicates. */
  readonly mse?: boolean;
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
}

/** What an estimate may ask besides its variable. */
export interface EstimateOptions {
  /** Groups by a column; several columns are crossed. */
  readonly by?: string | readonly string[];
  /** For the rows whose label in each column is one of the values. The other rows stay in the design. */
  readonly where?: { readonly [column: string]: Label | readonly Label[] };
  /** Confidence level of the intervals, between 0 and 1; 0.95 unless given. */
  readonly level?: number;
}

/** Options of a share. */
export interface ShareOptions extends EstimateOptions {
  /** The answers that count. */
  readonly values: Label | readonly Label[];
  /**
   * How the interval is made; `"logit"` unless given. `"korn_graubard"` caps the effective sample size at n, `"beta"`
   * does not; `"t"` may leave 0 to 1. Where the share is 0 or 1 or has no variance the interval is Korn and Graubard's,
   * whatever is asked.
   */
  readonly interval?: "logit" | "wilson" | "korn_graubard" | "beta" | "likelihood" | "arcsine" | "t";
}

/** Options of a quantile. */
export interface QuantileOptions extends EstimateOptions {
  /**
   * What is called the quantile where the answers leave a choice; `"math"` unless given. The rules are those of R's
   * `svyquantile`: `"hf1"` is `"math"`, `"hf2"` is `"school"`.
   */
  readonly rule?:
    | "math"
    | "school"
    | "shahvaish"
    | "hf1"
    | "hf2"
    | "hf3"
    | "hf4"
    | "hf5"
    | "hf6"
    | "hf7"
    | "hf8"
    | "hf9";
}

/** Options of a total. */
export interface TotalOptions extends EstimateOptions {
  /** With missing answers a total is not estimable unless `"answered"` is said: the total of those who answered. */
  readonly missing?: "refuse" | "answered";
}

/** A column for means and totals, or a column with the answers that count, for shares. */
export type Measure = string | { readonly variable: string; readonly values: Label | readonly Label[] };

/** What a summary holds. */
export interface SummaryOptions {
  readonly measures?: readonly Measure[];
  /** Each element is one column or several that are crossed. */
  readonly by?: readonly (string | readonly string[])[];
  /** Lists of items whose cross-products are kept, for alpha. */
  readonly items?: readonly (readonly string[])[];
}

/** Answers and the design they were drawn by. */
export class Survey {
  readonly #handle: core.Survey;

  /**
   * A survey of `data`. The columns of the design are checked here.
   *
   * @throws {CohesionError} with every fault of the design at once.
   */
  constructor(data: TableInput, design?: DesignOptions) {
    const table = Table.of(data);
    this.#handle = guarded(() => new core.Survey(table.handle, optionsJson(design)));
  }

  /** The weighted mean of a column, overall or by groups. */
  mean(variable: string, options?: EstimateOptions): Estimates {
    return new Estimates(guarded(() => this.#handle.mean(named(variable), optionsJson(options))));
  }

  /** The weighted share of rows whose answer is one of `values`, among those who answered. */
  share(variable: string, options: ShareOptions): Estimates {
    return new Estimates(guarded(() => this.#handle.share(named(variable), optionsJson(options))));
  }

  /** The weighted total of a column. */
  total(variable: string, options?: TotalOptions): Estimates {
    return new Estimates(guarded(() => this.#handle.total(named(variable), optionsJson(options))));
  }

  /** The ratio of the weighted totals of two columns, from the rows that answered both. */
  ratio(numerator: string, denominator: string, options?: EstimateOptions): Estimates {
    return new Estimates(guarded(() => this.#handle.ratio(named(numerator), named(denominator), optionsJson(options))));
  }

  /** The variance of a column among the population: the weighted mean of squared distances, times n / (n - 1). */
  variance(variable: string, options?: EstimateOptions): Estimates {
    return new Estimates(guarded(() => this.#handle.variance(named(variable), optionsJson(options))));
  }

  /** The weighted correlation of two columns, from the rows that answered both; its interval is Fisher's. */
  correlation(x: string, y: string, options?: EstimateOptions): Estimates {
    return new Estimates(guarded(() => this.#handle.correlation(named(x), named(y), optionsJson(options))));
  }

  /**
   * Weighted quantiles of a column with Woodruff's intervals: one row per group and probability, which is the last label.
   * Where no answer lies beyond the quantile there is no error, and the reason says so.
   */
  quantile(variable: string, probabilities: number | readonly number[], options?: QuantileOptions): Estimates {
    const asked = numbers("probabilities", probabilities);
    return new Estimates(guarded(() => this.#handle.quantile(named(variable), asked, optionsJson(options))));
  }

  /** Cronbach's alpha of the items, from the rows that answered all of them. */
  alpha(items: readonly string[], options?: EstimateOptions): Estimates {
    return new Estimates(guarded(() => this.#handle.alpha(items.map(named), optionsJson(options))));
  }

  /**
   * The same survey with errors from replicates of its first stage of sampling: `"jk1"` leaves out one cluster at a time
   * (no strata), `"jkn"` does so in strata, `"brr"` takes balanced half samples of two clusters per stratum, `"fay"` the
   * same with factors 2 - `rho` and `rho`, `"bootstrap"` draws n - 1 of the n clusters of a stratum (Rao and Wu 1988).
   *
   * @throws {CohesionError} for a design without clusters, whose plain errors are the ones to use, or without the pairs
   * or options that the method needs.
   */
  replicates(method: ReplicateMethod, options?: ReplicateOptions): Replicates {
    return new Replicates(guarded(() => this.#handle.replicates(methodNamed(method), optionsJson(options))));
  }

  /**
   * Regression of a column on others, with an intercept and design-based errors in every stage of sampling.
   *
   * A regressor of texts becomes one indicator per level but the first in the order of bytes, which the others are
   * compared with. A binomial outcome is 0 and 1, or two texts, the second of which is the one whose odds are estimated.
   */
  regress(variable: string, options: RegressionOptions): Regression {
    return new Regression(guarded(() => this.#handle.regress(named(variable), optionsJson(options))));
  }

  /** Whether the mean of a column differs between two groups: the second, in the order of bytes, less the first. */
  tTest(variable: string, options: TTestOptions): Test {
    return new Test(guarded(() => this.#handle.tTest(named(variable), optionsJson(options))));
  }

  /** Whether the ranks of a column differ between groups: a t for two groups, an F for more. */
  rankTest(variable: string, options: RankTestOptions): Test {
    return new Test(guarded(() => this.#handle.rankTest(named(variable), optionsJson(options))));
  }

  /** Whether two columns are independent. */
  chiSquare(rows: string, columns: string, options?: ChiSquareOptions): Test {
    return new Test(guarded(() => this.#handle.chiSquare(named(rows), named(columns), optionsJson(options))));
  }

  /** A mergeable summary that holds these measures, overall and by each crossing. */
  summary(measures: readonly Measure[], options?: Omit<SummaryOptions, "measures">): Summary {
    return Summary.wrap(guarded(() => this.#handle.summary(optionsJson(options, { measures }))));
  }
}

/** What replicates are. */
interface ReplicatesContent {
  readonly count: number;
  readonly scale: number;
  readonly rscales: readonly number[];
  readonly mse: boolean;
  readonly df: number;
  readonly description: string;
}

/** A survey whose errors come from replicates of its first stage: what `Survey.replicates` returns. */
export class Replicates {
  readonly #handle: core.Replicates;
  readonly #about: ReplicatesContent;

  /** @internal */
  constructor(handle: core.Replicates) {
    this.#handle = handle;
    this.#about = frozen(JSON.parse(handle.described()));
  }

  /** How many replicates there are. */
  get count(): number {
    return this.#about.count;
  }

  /** What the sum of squares over the replicates is multiplied by. */
  get scale(): number {
    return this.#about.scale;
  }

  /** What each replicate's square is multiplied by. */
  get rscales(): readonly number[] {
    return this.#about.rscales;
  }

  /** Whether squares are about the estimate, and not about the mean of the replicates. */
  get mse(): boolean {
    return this.#about.mse;
  }

  /** Degrees of freedom of the whole sample: the rank of the replicate weights less one. */
  get df(): number {
    return this.#about.df;
  }

  /** One line for people: the method, how many replicates, scale, rscales and centre. */
  get description(): string {
    return this.#about.description;
  }

  /** As `Survey.mean`, with replicate errors. */
  mean(variable: string, options?: EstimateOptions): Estimates {
    return new Estimates(guarded(() => this.#handle.mean(named(variable), optionsJson(options))));
  }

  /** As `Survey.share`, with replicate errors. */
  share(variable: string, options: ShareOptions): Estimates {
    return new Estimates(guarded(() => this.#handle.share(named(variable), optionsJson(options))));
  }

  /** As `Survey.total`, with replicate errors. */
  total(variable: string, options?: TotalOptions): Estimates {
    return new Estimates(guarded(() => this.#handle.total(named(variable), optionsJson(options))));
  }
}

/**
 * What estimates are computed from: weighted sums, never a row. Summaries of different rows merge.
 *
 * A summary is as confidential as its rows. It does not change: `add` and `merge` give a new one.
 */
export class Summary {
  /** @internal */
  readonly handle: core.Summary;

  /** An empty summary of that design and those measures. */
  constructor(specification: DesignOptions & SummaryOptions) {
    this.handle =
      specification instanceof core.Summary
        ? specification
        : guarded(() => new core.Summary(optionsJson(specification)));
  }

  /** @internal */
  static wrap(handle: core.Summary): Summary {
    return new Summary(handle as unknown as SummaryOptions);
  }

  /** One summary of all rows of the given ones. */
  static merge(summaries: readonly Summary[]): Summary {
    const [first, ...rest] = summaries;
    if (first === undefined) throw fault("out_of_range", "summaries", "there is no summary to merge");
    return rest.reduce((merged, summary) => merged.merge(summary), first);
  }

  /** Reads what `toBytes` wrote; bytes that are no summary, or were changed, are refused. */
  static fromBytes(bytes: Uint8Array): Summary {
    return Summary.wrap(guarded(() => core.Summary.fromBytes(bytes)));
  }

  /**
   * The summary with the rows of a batch added. The same rows twice are refused; small batches, which may be alike by
   * chance, are told apart by `part`.
   */
  add(data: TableInput, options?: { readonly part?: string }): Summary {
    const table = Table.of(data);
    return Summary.wrap(guarded(() => this.handle.add(table.handle, optionsJson(options))));
  }

  /** The rows of both. Another specification, or the same part twice, is refused. */
  merge(other: Summary): Summary {
    return Summary.wrap(guarded(() => this.handle.merge(other.handle)));
  }

  /** How many rows went in. */
  get rows(): number {
    return this.handle.rows;
  }

  /** The summary as bytes, for files, workers and threads of one owner. */
  toBytes(): Uint8Array {
    return guarded(() => this.handle.toBytes());
  }

  /** The weighted mean of a column that the summary holds. */
  mean(variable: string, options?: EstimateOptions): Estimates {
    return new Estimates(guarded(() => this.handle.mean(named(variable), optionsJson(options))));
  }

  /** The weighted share of `values` among those who answered. */
  share(variable: string, options: ShareOptions): Estimates {
    return new Estimates(guarded(() => this.handle.share(named(variable), optionsJson(options))));
  }

  /** The weighted total of a column that the summary holds. */
  total(variable: string, options?: TotalOptions): Estimates {
    return new Estimates(guarded(() => this.handle.total(named(variable), optionsJson(options))));
  }

  /** Cronbach's alpha of items that the summary holds. */
  alpha(items: readonly string[], options?: EstimateOptions): Estimates {
    return new Estimates(guarded(() => this.handle.alpha(items.map(named), optionsJson(options))));
  }
}

/** One number or several; anything else is refused. */
function numbers(name: string, given: unknown): Float64Array {
  const found: unknown[] = Array.isArray(given) ? given : [given];
  const wrong = found.findIndex((number) => typeof number !== "number");
  if (wrong >= 0) throw fault("wrong_type", `${name}[${wrong}]`, `${shown(found[wrong])} is not a number`);
  return Float64Array.from(found as number[]);
}

/** The name of a column; anything but a text is refused. */
function named(variable: unknown): string {
  if (typeof variable === "string") return variable;
  throw fault("wrong_type", "variable", `${shown(variable)} is not the name of a column`);
}

/** The name of a method; anything but a text is refused. */
function methodNamed(method: unknown): string {
  if (typeof method === "string") return method;
  throw fault("wrong_type", "method", `${shown(method)} is not the name of a method`);
}
