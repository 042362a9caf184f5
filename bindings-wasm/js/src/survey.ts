import * as core from "../pkg/cohesion_core.js";
import { fault, guarded } from "./errors.js";
import { Estimates, type Label, optionsJson } from "./estimates.js";
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

  /** Cronbach's alpha of the items, from the rows that answered all of them. */
  alpha(items: readonly string[], options?: EstimateOptions): Estimates {
    return new Estimates(guarded(() => this.#handle.alpha(items.map(named), optionsJson(options))));
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

/** The name of a column; anything but a text is refused. */
function named(variable: unknown): string {
  if (typeof variable === "string") return variable;
  throw fault("wrong_type", "variable", `${shown(variable)} is not the name of a column`);
}
