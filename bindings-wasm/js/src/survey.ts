import * as core from "../pkg/core.js";
import { named, oneOrSeveral } from "./arguments.js";
import { guarded } from "./core.js";
import { fault } from "./errors.js";
import { Estimates, frozen, type Label, optionsJson } from "./estimates.js";
import { shown } from "./json.js";
import { Regression, type RegressionOptions, type TTestOptions } from "./models.js";
import type {
  BoxOptions,
  DesignOptions,
  Measure,
  ReplicateMethod,
  ReplicateOptions,
  SeparatedOptions,
  SummaryOptions,
} from "./options.js";
import { CountTable } from "./publish.js";
import { Summary } from "./summary.js";
import { Table, type TableInput } from "./table.js";
import { Test } from "./test-result.js";
import { type ShareOptions, SurveyVerbs } from "./verbs.js";
import {
  Calibration,
  type CalibrationOptions,
  type Margins,
  type NonresponseOptions,
  ResponseAdjustment,
  type ResponseRateOptions,
  ResponseRates,
} from "./weights.js";

/** Answers and the design they were drawn by. */
export class Survey extends SurveyVerbs {
  /**
   * A survey of `data`. The columns of the design are checked here.
   *
   * @throws {CohesionError} with every fault of the design at once.
   */
  constructor(data: TableInput, design: DesignOptions = {}) {
    // What `calibrate` and `nonresponse` make of a survey comes as a handle.
    const made: unknown = data;
    super(made instanceof core.Survey ? made : surveyed(Table.of(data), design));
  }

  static #of(handle: core.Survey): Survey {
    return new Survey(handle as unknown as TableInput);
  }

  /**
   * The same survey with weights that meet known totals; this one stays as it is.
   *
   * Of all weights that meet the totals those nearest to the design weights are taken (Deville and Särndal 1992), and the
   * errors of every estimate take it into account.
   *
   * @throws {CohesionError} with all faults at once, each naming its margin: margins that disagree on the population, a
   * level without a respondent or without a total, rows without a label, bounds that cannot be kept, totals that no
   * weights meet.
   * @example
   * ```ts
   * const survey = new Survey({ sex: ["f", "f", "m", "f"], trust: [4, 5, 2, 3] });
   * const margins = [{ columns: ["sex"], totals: [{ levels: ["f"], total: 20 }, { levels: ["m"], total: 20 }] }];
   * survey.calibrate(margins).mean("trust").get()?.value; // 3
   * ```
   */
  calibrate(margins: Margins, options?: CalibrationOptions): Survey {
    return Survey.#of(guarded(() => this.handle.calibrate(optionsJson(options, { margins }))));
  }

  /**
   * The same survey with the weights of those who answered raised to the sum of the weights of their cell. The others get
   * weight 0 and are in no group of an estimate.
   *
   * @throws {CohesionError} that names the cell, for one without a respondent or below the minimum.
   * @example
   * ```ts
   * const rows = { outcome: ["yes", "no", "yes", "yes"], street: ["a", "a", "b", "b"], trust: [4, null, 2, 3] };
   * const answered = new Survey(rows).nonresponse("outcome", { values: "yes", by: "street" });
   * answered.mean("trust").get()?.value; // 3.25
   * ```
   */
  nonresponse(respondent: string, options: NonresponseOptions): Survey {
    return Survey.#of(guarded(() => this.handle.nonresponse(named("respondent", respondent), optionsJson(options))));
  }

  /**
   * Response rates 1 to 6 of the American Association for Public Opinion Research (Standard Definitions, 2023).
   *
   * @example
   * ```ts
   * const survey = new Survey({ outcome: ["done", "refused", "done", "moved"] });
   * const rates = survey.responseRates("outcome", { categories: { done: "I", refused: "R", moved: "NE" } });
   * rates.content.rows[0].rates[0].value; // 0.6666666666666666
   * ```
   */
  responseRates(disposition: string, options: ResponseRateOptions): ResponseRates {
    return new ResponseRates(
      guarded(() => this.handle.responseRates(named("disposition", disposition), optionsJson(options))),
    );
  }

  /**
   * How the weights of a calibrated survey were made; `null` for a survey that was not calibrated.
   *
   * @example
   * ```ts
   * const survey = new Survey({ sex: ["f", "f", "m", "f"], trust: [4, 5, 2, 3] });
   * const margins = [{ columns: ["sex"], totals: [{ levels: ["f"], total: 20 }, { levels: ["m"], total: 20 }] }];
   * survey.calibration; // null
   * survey.calibrate(margins).calibration?.content.method; // "raking"
   * ```
   */
  get calibration(): Calibration | null {
    const found = guarded(() => this.handle.calibration());
    return found === undefined ? null : new Calibration(found);
  }

  /**
   * How the weights of those who answered were raised; `null` where they were not.
   *
   * @example
   * ```ts
   * const survey = new Survey({ outcome: ["yes", "no", "yes"], trust: [4, null, 2] });
   * survey.nonresponse("outcome", { values: "yes" }).response?.content.cells.length; // 1
   * ```
   */
  get response(): ResponseAdjustment | null {
    const found = guarded(() => this.handle.response());
    return found === undefined ? null : new ResponseAdjustment(found);
  }

  /**
   * The replicates that errors come from; `null` without, or where replicate weights came with the data.
   *
   * @example
   * ```ts
   * const survey = new Survey({ trust: [3, 4, 5, 4], street: [1, 1, 2, 3] }, { clusters: "street" });
   * survey.replicates("jk1").replication?.count; // 3
   * ```
   */
  get replication(): Replication | null {
    return frozen(JSON.parse(this.handle.replication()));
  }

  /**
   * The weight of every row, in the order of the rows.
   *
   * @example
   * ```ts
   * const survey = new Survey({ trust: [3, 4], weight: [1.5, 2] }, { weights: "weight" });
   * survey.weights; // [1.5,2]
   * ```
   */
  get weights(): Float64Array {
    return guarded(() => this.handle.weights());
  }

  /**
   * What the weight of every row was multiplied by when the weights were last adjusted; `null` before.
   *
   * @example
   * ```ts
   * const survey = new Survey({ outcome: ["yes", "no", "yes"], trust: [4, null, 2] });
   * survey.nonresponse("outcome", { values: "yes" }).gWeights; // [1.5,0,1.5]
   * ```
   */
  get gWeights(): Float64Array | null {
    return guarded(() => this.handle.gWeights()) ?? null;
  }

  /**
   * The weighted share of rows whose answer counts, among those who answered: one of `values`, or a number from `at_least`
   * up or up to `at_most` (the two highest boxes of a scale from 1 to 5 are `at_least: 4`).
   *
   * A question with several answers is a list of columns, or one with a `separator` between the answers in a cell. It
   * gives one row per group and answer, the answer as the last label, with their covariance. Of several columns, an empty
   * one counts as not chosen where another one has an answer; those who chose none must have an answer somewhere (0, or a
   * column "none of these"), or they count as missing.
   *
   * @example
   * ```ts
   * const survey = new Survey({ safe: [1, 4, 5, 2, 4], ways: ["bus; bike", "bus", "walk", null, "bike"] });
   * survey.share("safe", { at_least: 4 }).get()?.value; // 0.6
   * survey.share("ways", { separator: ";" }).get("bus")?.value; // 0.5
   * ```
   */
  share(variable: string, options: ShareOptions | BoxOptions | SeparatedOptions): Estimates;
  share(variables: readonly string[], options: ShareOptions): Estimates;
  share(variable: string | readonly string[], options: ShareOptions | BoxOptions | SeparatedOptions): Estimates {
    const [columns, several] = oneOrSeveral("variable", variable);
    return Estimates.from(() => this.handle.share(columns, several, optionsJson(options)));
  }

  /**
   * Unweighted counts by groups: what a rule for publishing looks at and estimates do not hold. Without `values` the total
   * and the ten largest contributions to it.
   */
  counts(variable: string, options?: CountOptions): CountTable {
    return new CountTable(guarded(() => this.handle.counts(named("variable", variable), optionsJson(options))));
  }

  /**
   * The same survey with errors from replicates of its first stage of sampling: `"jk1"` leaves out one cluster at a time
   * (no strata), `"jkn"` does so in strata, `"brr"` takes balanced half samples of two clusters per stratum, `"fay"` the
   * same with factors 2 - `rho` and `rho`, `"bootstrap"` draws n - 1 of the n clusters of a stratum (Rao and Wu 1988).
   *
   * Every estimator, regression, t test and chi-square test is made anew in each of them; `replication` describes them. Of
   * a question with several answers the covariance between answers is not given; rank tests and summaries have no such
   * errors and are refused.
   *
   * @throws {CohesionError} for a design without clusters, whose plain errors are the ones to use, or without the pairs
   * or options that the method needs.
   * @example
   * ```ts
   * const survey = new Survey({ trust: [3, 4, 5, 4], street: [1, 1, 2, 3] }, { clusters: "street" });
   * survey.replicates("jk1").mean("trust").get()?.value; // 4
   * ```
   */
  replicates(method: ReplicateMethod, options?: ReplicateOptions): Survey {
    const { progress, ...asked } = options ?? {};
    const made = guarded(() => this.handle.replicates(methodNamed(method), optionsJson(asked)));
    if (progress !== undefined) made.reportTo(progress);
    return Survey.#of(made);
  }

  /**
   * Regression of a column on others, with an intercept and design-based errors in every stage of sampling.
   *
   * A regressor of texts becomes one indicator per level but the first in the order of bytes, which the others are
   * compared with. A binomial outcome is 0 and 1, or two texts, the second of which is the one whose odds are estimated.
   *
   * @example
   * ```ts
   * const survey = new Survey({ trust: [2, 4, 5, 6, 8], age: [20, 30, 40, 50, 60] });
   * survey.regress("trust", { on: "age" }).get("age")?.estimate.n; // 5
   * ```
   */
  regress(variable: string, options: RegressionOptions): Regression {
    return new Regression(guarded(() => this.handle.regress(named("variable", variable), optionsJson(options))));
  }

  /**
   * Whether the mean of a column differs: between the two groups of `by` (the second, in the order of bytes, less the
   * first), from the number `against`, or from the column `paired` among the rows that have both.
   *
   * @example
   * ```ts
   * const test = new Survey({ trust: [4, 6, 7, 8, 5] }).tTest("trust", { against: 5 });
   * test.content.df1; // 4
   * ```
   */
  tTest(variable: string, options: TTestOptions): Test {
    return Test.from(() => this.handle.tTest(named("variable", variable), optionsJson(options)));
  }

  /**
   * A mergeable summary that holds these measures, overall and by each crossing.
   *
   * @example
   * ```ts
   * const survey = new Survey({ trust: [3, 4, 5, 4], area: ["N", "N", "S", "S"] });
   * survey.summary(["trust"], { by: ["area"] }).mean("trust", { by: "area" }).get("S")?.value; // 4.5
   * ```
   */
  summary(measures: readonly Measure[], options?: Omit<SummaryOptions, "measures">): Summary {
    return Summary.wrap(guarded(() => this.handle.summary(optionsJson(options, { measures }))));
  }
}

/** What is counted. */
export interface CountOptions {
  /** The values that count, for a share. */
  readonly values?: readonly Label[];
  /** Groups: a column, or several that are crossed. */
  readonly by?: string | readonly string[];
  /** For the rows whose label in each column is one of the values. */
  readonly where?: { readonly [column: string]: Label | readonly Label[] };
}

/** The replicates that the errors of a survey come from. */
export interface Replication {
  /** How many replicates there are. */
  readonly count: number;
  /** What the sum of squares over the replicates is multiplied by. */
  readonly scale: number;
  /** What each replicate's square is multiplied by. */
  readonly rscales: readonly number[];
  /** Whether squares are about the estimate, and not about the mean of the replicates. */
  readonly mse: boolean;
  /** Degrees of freedom of the whole sample: the rank of the replicate weights less one. */
  readonly df: number;
  /** One line for people: the method, how many replicates, scale, rscales and centre. */
  readonly description: string;
}

/** The survey of a table, with whom it tells how far a long call has come. */
function surveyed(table: Table, { progress, ...design }: DesignOptions): core.Survey {
  return guarded(() => {
    const survey = new core.Survey(table.handle, optionsJson(design));
    if (progress !== undefined) survey.reportTo(progress);
    return survey;
  });
}

/** The name of a method; anything but a text is refused. */
function methodNamed(method: unknown): string {
  if (typeof method === "string") return method;
  throw fault("wrong_type", "method", `${shown(method)} is not the name of a method`);
}
