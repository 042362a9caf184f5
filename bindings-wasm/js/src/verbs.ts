// Written by `cargo run -p faces` from the Rust sources and faces.toml; do not edit.

import type * as core from "../pkg/core.js";
import { named, names, numbers } from "./arguments.js";
import { guarded, Held } from "./core.js";
import { Estimates, type Label, optionsJson } from "./estimates.js";
import type { ShareInterval } from "./options.js";
import { Test } from "./test-result.js";

/** Options of `Survey.chiSquare`. */
export interface ChiSquareOptions {
  /**
   * `f` (second-order correction, against F), `chi_square` (first-order), `saddlepoint`, `wald` or `adjusted_wald`.
   * `"f"` unless given.
   */
  readonly statistic?: "f" | "chi_square" | "wald" | "adjusted_wald" | "saddlepoint";
  /** The domain: columns and the values that are inside. The other rows stay in the design. */
  readonly where?: { readonly [column: string]: Label | readonly Label[] };
}

/** What an estimate may ask besides its columns. */
export interface EstimateOptions {
  /** Groups: a column, or several that are crossed. */
  readonly by?: string | readonly string[];
  /** The domain: columns and the values that are inside. The other rows stay in the design. */
  readonly where?: { readonly [column: string]: Label | readonly Label[] };
  /** Confidence level, between 0 and 1. 0.95 unless given. */
  readonly level?: number;
}

/** Options of `Survey.quantile`. */
export interface QuantileOptions {
  /**
   * What is called the quantile where the answers leave a choice. `math` (or `hf1`): the smallest value with at least
   * that share of the weight at or below it; `school` (or `hf2`): at an exact tie the average with the next value;
   * `hf3`: at an exact tie the one at an even place among the distinct values; `hf4` to `hf9`: linear between answers
   * (Hyndman and Fan 1996); `shahvaish`. They are R's `qrule`; shares of the weight are compared with a tolerance of
   * 1e-10. `"math"` unless given.
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
  /** Groups: a column, or several that are crossed. */
  readonly by?: string | readonly string[];
  /** The domain: columns and the values that are inside. The other rows stay in the design. */
  readonly where?: { readonly [column: string]: Label | readonly Label[] };
  /** Confidence level, between 0 and 1. 0.95 unless given. */
  readonly level?: number;
}

/** Options of `Survey.rankTest`. */
export interface RankTestOptions {
  /** The column of groups. */
  readonly by: string;
  /**
   * What a rank counts for: `wilcoxon` or `kruskal_wallis` (itself), `van_der_waerden` (its normal quantile), `median`
   * (above the median or not). `"wilcoxon"` unless given.
   */
  readonly test?: "wilcoxon" | "van_der_waerden" | "median" | "kruskal_wallis";
  /** The domain: columns and the values that are inside. The other rows stay in the design. */
  readonly where?: { readonly [column: string]: Label | readonly Label[] };
  /** Confidence level, between 0 and 1. 0.95 unless given. */
  readonly level?: number;
}

/** Options of `Summary.share`. */
export interface ShareOptions {
  /** The value or values that count. They are compared as labels: 4 and "4" are the same. */
  readonly values: Label | readonly Label[];
  /** Groups: a column, or several that are crossed. */
  readonly by?: string | readonly string[];
  /** The domain: columns and the values that are inside. The other rows stay in the design. */
  readonly where?: { readonly [column: string]: Label | readonly Label[] };
  /** Confidence level, between 0 and 1. 0.95 unless given. */
  readonly level?: number;
  /**
   * How the interval is made. `logit`: a t interval on the logit scale (R's `svyciprop(method="logit")`); `wilson`: the
   * score interval with the effective sample size and t; `korn_graubard`: exact, with the effective sample size capped
   * at n; `beta`: the same without the cap (R's `beta`); `likelihood`: likelihood ratio scaled by the design effect
   * (R's `likelihood`); `arcsine` (R's `asin`); `t`: share plus and minus t times its error (R's `mean`), which may
   * leave 0 to 1. `"logit"` unless given.
   */
  readonly interval?: ShareInterval;
}

/** Options of `Summary.total` and `Survey.total`. */
export interface TotalOptions {
  /** Groups: a column, or several that are crossed. */
  readonly by?: string | readonly string[];
  /** The domain: columns and the values that are inside. The other rows stay in the design. */
  readonly where?: { readonly [column: string]: Label | readonly Label[] };
  /** Confidence level, between 0 and 1. 0.95 unless given. */
  readonly level?: number;
  /**
   * With missing answers a total cannot be estimated (`refuse`), or it is that of those who answered (`answered`).
   * `"refuse"` unless given.
   */
  readonly missing?: "refuse" | "answered";
}

/** What a summary can be asked. */
export class SummaryVerbs extends Held<core.Summary> {
  /**
   * Cronbach's alpha of items that the summary holds, from the rows that answered all of them.
   *
   * @param items At least two columns.
   * @throws {CohesionError} `not_held` where the summary does not hold these items.
   * @example
   * ```ts
   * const answers = { greets: [1, 2, 3, 4], helps: [1, 2, 3, 4] };
   * const summary = new Summary({ items: [["greets", "helps"]] }).add(answers);
   * summary.alpha(["greets", "helps"]).rows[0].estimate.value; // 1
   * ```
   */
  alpha(items: readonly string[], options?: EstimateOptions): Estimates {
    return new Estimates(guarded(() => this.handle.alpha(names("items", items), optionsJson(options))));
  }

  /**
   * What `Survey.coefficientOfVariation` gives, of a summary that holds it.
   *
   * @param variable The column.
   * @throws {CohesionError} As `mean`.
   * @example
   * ```ts
   * const answers = { visits: [1, 2, 3] };
   * const summary = new Summary({ figures: { coefficient_of_variation: ["visits"] } }).add(answers);
   * summary.coefficientOfVariation("visits").rows[0].estimate.value; // 0.5
   * ```
   */
  coefficientOfVariation(variable: string, options?: EstimateOptions): Estimates {
    return new Estimates(
      guarded(() => this.handle.coefficientOfVariation(named("variable", variable), optionsJson(options))),
    );
  }

  /**
   * The weighted correlation of two columns, from the rows that answered both: what `Survey.correlation` gives, of a
   * summary that holds it.
   *
   * @param x The one column.
   * @param y The other.
   * @throws {CohesionError} As `mean`.
   * @example
   * ```ts
   * const answers = { trust: [3, 4, 5, 4, 2, 3], visits: [1, 2, 3, 3, 1, 2] };
   * const summary = new Summary({ correlations: [["trust", "visits"]] }).add(answers);
   * summary.correlation("trust", "visits").rows[0].estimate.n; // 6
   * ```
   */
  correlation(x: string, y: string, options?: EstimateOptions): Estimates {
    return new Estimates(guarded(() => this.handle.correlation(named("x", x), named("y", y), optionsJson(options))));
  }

  /**
   * What `Survey.gini` gives: refused, since a summary does not hold the order of its rows.
   *
   * @param variable The column.
   * @throws {CohesionError} `not_possible`.
   */
  gini(variable: string, options?: EstimateOptions): Estimates {
    return new Estimates(guarded(() => this.handle.gini(named("variable", variable), optionsJson(options))));
  }

  /**
   * The weighted mean of a column that the summary holds.
   *
   * @param variable The column.
   * @throws {CohesionError} `not_held`, which names what is held; `single_cluster` for a stratum whose variance cannot
   * be estimated; `bad_weight` where all weights are zero.
   * @example
   * ```ts
   * const answers = { trust: [3, 4, 5, 4] };
   * const summary = new Summary({ measures: ["trust"] }).add(answers);
   * summary.mean("trust").rows[0].estimate.value; // 4
   * ```
   */
  mean(variable: string, options?: EstimateOptions): Estimates {
    return new Estimates(guarded(() => this.handle.mean(named("variable", variable), optionsJson(options))));
  }

  /**
   * The ratio of the weighted totals of two columns, from the rows that answered both: what `Survey.ratio` gives, of a
   * summary that holds it.
   *
   * @param numerator The column above.
   * @param denominator The column below.
   * @throws {CohesionError} As `mean`.
   * @example
   * ```ts
   * const table = { visits: [3, 4, 5], people: [1, 2, 3] };
   * const summary = new Summary({ ratios: [["visits", "people"]] }).add(table);
   * summary.ratio("visits", "people").rows[0].estimate.value; // 2
   * ```
   */
  ratio(numerator: string, denominator: string, options?: EstimateOptions): Estimates {
    return new Estimates(
      guarded(() =>
        this.handle.ratio(named("numerator", numerator), named("denominator", denominator), optionsJson(options)),
      ),
    );
  }

  /**
   * The weighted share of `values` among those who answered.
   *
   * @param variable The column.
   * @throws {CohesionError} As `mean`.
   * @example
   * ```ts
   * const answers = { safe: ["yes", "no", "yes", "yes"] };
   * const summary = new Summary({ measures: [{ variable: "safe", values: ["yes"] }] }).add(answers);
   * summary.share("safe", { values: ["yes"] }).rows[0].estimate.value; // 0.75
   * ```
   */
  share(variable: string, options: ShareOptions): Estimates {
    return new Estimates(guarded(() => this.handle.share(named("variable", variable), optionsJson(options))));
  }

  /**
   * What `Survey.theil` gives, of a summary that holds it.
   *
   * @param variable The column.
   * @throws {CohesionError} As `mean`.
   * @example
   * ```ts
   * const answers = { income: [2, 2, 2] };
   * const summary = new Summary({ figures: { theil: ["income"] } }).add(answers);
   * summary.theil("income").rows[0].estimate.value; // 0
   * ```
   */
  theil(variable: string, options?: EstimateOptions): Estimates {
    return new Estimates(guarded(() => this.handle.theil(named("variable", variable), optionsJson(options))));
  }

  /**
   * The weighted total of a column that the summary holds.
   *
   * @param variable The column.
   * @throws {CohesionError} As `mean`.
   * @example
   * ```ts
   * const answers = { visits: [3, 4, 5], weight: [10, 20, 10] };
   * const summary = new Summary({ weights: "weight", measures: ["visits"] }).add(answers);
   * summary.total("visits").rows[0].estimate.value; // 160
   * ```
   */
  total(variable: string, options?: TotalOptions): Estimates {
    return new Estimates(guarded(() => this.handle.total(named("variable", variable), optionsJson(options))));
  }

  /**
   * The variance of a column among the population: what `Survey.variance` gives, of a summary that holds it.
   *
   * @param variable The column.
   * @throws {CohesionError} As `mean`.
   * @example
   * ```ts
   * const answers = { trust: [2, 3, 4] };
   * const summary = new Summary({ variances: ["trust"] }).add(answers);
   * summary.variance("trust").rows[0].estimate.value; // 1
   * ```
   */
  variance(variable: string, options?: EstimateOptions): Estimates {
    return new Estimates(guarded(() => this.handle.variance(named("variable", variable), optionsJson(options))));
  }
}

/** What a survey can be asked. */
export class SurveyVerbs extends Held<core.Survey> {
  /**
   * Cronbach's alpha of the items, overall or by groups, from the rows that answered all of them.
   *
   * Without weights, strata and clusters the interval is Feldt's (1965). Under any other design there is an interval,
   * and a standard error, with replicates only (`replicates`, or replicate weights that came with the data).
   *
   * @param items At least two columns.
   * @throws {CohesionError} `missing_column`, `not_numeric`, `out_of_range` for the level.
   * @example
   * ```ts
   * const answers = { trust: [3, 4, 5, 4, 2, 3],
   *   visits: [1, 2, 3, 3, 1, 2],
   *   area: ["N", "N", "N", "S", "S", "S"] };
   * const survey = new Survey(answers);
   * const alpha = survey.alpha(["trust", "visits"]);
   * alpha.rows[0].estimate.n; // 6
   * ```
   */
  alpha(items: readonly string[], options?: EstimateOptions): Estimates {
    return new Estimates(guarded(() => this.handle.alpha(names("items", items), optionsJson(options))));
  }

  /**
   * Whether `rows` and `columns` are independent (Rao and Scott 1984; R: `svychisq`).
   *
   * Rows of the table without one of the two labels are left out and counted.
   *
   * @param rows A column of groups.
   * @param columns Another column of groups.
   * @throws {CohesionError} `missing_column`; `duplicate_column` for a column against itself; `out_of_range` for more
   * than 400 cells; `not_possible` for a column with one level only; `single_cluster` as every estimate.
   * @example
   * ```ts
   * const table = { a: ["x", "x", "y", "y", "x", "y"], b: ["u", "u", "v", "v", "v", "u"] };
   * const test = new Survey(table).chiSquare("a", "b", { statistic: "f" });
   * test.p > 0.05; // true
   * ```
   */
  chiSquare(rows: string, columns: string, options?: ChiSquareOptions): Test {
    return new Test(
      guarded(() => this.handle.chiSquare(named("rows", rows), named("columns", columns), optionsJson(options))),
    );
  }

  /**
   * The coefficient of variation of a column, overall or by groups.
   *
   * The root of the variance (see `variance`) over the mean, which must be above 0. The interval is the figure plus and
   * minus t times its error.
   *
   * @param variable The column.
   * @throws {CohesionError} As `mean`.
   * @example
   * ```ts
   * const answers = { income: [1, 2, 3] };
   * const survey = new Survey(answers);
   * survey.coefficientOfVariation("income").rows[0].estimate.value; // 0.5
   * ```
   */
  coefficientOfVariation(variable: string, options?: EstimateOptions): Estimates {
    return new Estimates(
      guarded(() => this.handle.coefficientOfVariation(named("variable", variable), optionsJson(options))),
    );
  }

  /**
   * The weighted correlation of two columns (Pearson), overall or by groups, from the rows that answered both.
   *
   * With a and b the standardised values, the linearised value of a row is w (a b - r (a a + b b) / 2) / sum(w), the
   * same as R's `svycontrast` on the matrix of `svyvar`. The interval is symmetric on Fisher's scale, where the error
   * is that of r divided by 1 - r r. Two passes over the rows.
   *
   * @param x The one column.
   * @param y The other.
   * @throws {CohesionError} As `mean`.
   * @example
   * ```ts
   * const answers = { trust: [3, 4, 5, 4, 2, 3],
   *   visits: [1, 2, 3, 3, 1, 2],
   *   area: ["N", "N", "N", "S", "S", "S"] };
   * const survey = new Survey(answers);
   * survey.correlation("trust", "visits").rows[0].estimate.n; // 6
   * ```
   */
  correlation(x: string, y: string, options?: EstimateOptions): Estimates {
    return new Estimates(guarded(() => this.handle.correlation(named("x", x), named("y", y), optionsJson(options))));
  }

  /**
   * The Gini coefficient of a column of amounts of 0 or more, overall or by groups.
   *
   * 0 where all are alike, 1 - 1 / n where one of n has everything. The interval is the figure plus and minus t times
   * its error.
   *
   * @param variable The column.
   * @throws {CohesionError} As `mean`.
   * @example
   * ```ts
   * const answers = { income: [0, 4] };
   * const survey = new Survey(answers);
   * survey.gini("income").rows[0].estimate.value; // 0.5
   * ```
   */
  gini(variable: string, options?: EstimateOptions): Estimates {
    return new Estimates(guarded(() => this.handle.gini(named("variable", variable), optionsJson(options))));
  }

  /**
   * The weighted mean of a column, overall or by groups.
   *
   * @param variable The column.
   * @throws {CohesionError} `missing_column`, `not_numeric`, or `single_cluster` for a stratum whose variance cannot be
   * estimated.
   * @example
   * ```ts
   * const answers = { trust: [3, 4, 5, 4, 2, 3],
   *   visits: [1, 2, 3, 3, 1, 2],
   *   area: ["N", "N", "N", "S", "S", "S"] };
   * const survey = new Survey(answers);
   * const trust = survey.mean("trust", { by: "area" });
   * trust.rows[0].estimate.value; // 4
   * trust.rows[1].estimate.value; // 3
   * ```
   */
  mean(variable: string, options?: EstimateOptions): Estimates {
    return new Estimates(guarded(() => this.handle.mean(named("variable", variable), optionsJson(options))));
  }

  /**
   * Weighted quantiles of a column at these probabilities, overall or by groups.
   *
   * One row per group and probability; the probability is the last label. The interval is Woodruff's (1952): the share
   * at or below the quantile has a t interval, and the quantiles at its two ends, by the same rule, are those of the
   * interval. The standard error is the interval's width over 2 t (R: `svyquantile` with `interval.type = "mean"`).
   * There is neither where no answer lies beyond the quantile. One pass over the rows and a sort, and one more pass per
   * probability.
   *
   * @param variable The column.
   * @param probabilities One or several between 0 and 1: 0.5 is the median.
   * @throws {CohesionError} As `mean`; `out_of_range` for a probability outside 0 to 1, one that stands twice, none at
   * all or more than 1000.
   * @example
   * ```ts
   * const table = { age: [20, 30, 50, 70] };
   * const survey = new Survey(table);
   * const low = survey.quantile("age", [0.5], { rule: "math" });
   * low.rows[0].estimate.value; // 30
   * const middle = survey.quantile("age", [0.5], { rule: "school" });
   * middle.rows[0].estimate.value; // 40
   * ```
   */
  quantile(variable: string, probabilities: number | readonly number[], options?: QuantileOptions): Estimates {
    return new Estimates(
      guarded(() =>
        this.handle.quantile(
          named("variable", variable),
          numbers("probabilities", probabilities),
          optionsJson(options),
        ),
      ),
    );
  }

  /**
   * Whether the ranks of `variable` differ between the groups of `by` (R: `svyranktest`).
   *
   * A t for two groups, an F for more (Lumley and Scott 2013, Biometrika 100, 831). Ranks are estimated ranks in the
   * population, between 0 and 1. Equal answers share the mean of their places in the order of the rows, as in R; where
   * their weights differ the p-value depends on that order, by little. Rows without one of the answers are left out.
   * The estimate is the difference of the mean scores.
   *
   * @param variable The column.
   * @throws {CohesionError} As `regress`.
   * @example
   * ```ts
   * const answers = { trust: [3, 4, 5, 4, 2, 3],
   *   visits: [1, 2, 3, 3, 1, 2],
   *   area: ["N", "N", "N", "S", "S", "S"] };
   * const survey = new Survey(answers);
   * const test = survey.rankTest("trust", { by: "area", test: "wilcoxon" });
   * test.p > 0.05; // true
   * ```
   */
  rankTest(variable: string, options: RankTestOptions): Test {
    return new Test(guarded(() => this.handle.rankTest(named("variable", variable), optionsJson(options))));
  }

  /**
   * The ratio of the weighted totals of two columns, overall or by groups, from the rows that answered both.
   *
   * With y above and x below, the linearised value of a row is w (y - R x) / sum(w x) (R: `svyratio`). The interval is
   * R plus and minus t times its error. Two passes over the rows.
   *
   * @param numerator The column above.
   * @param denominator The column below.
   * @throws {CohesionError} As `mean`.
   * @example
   * ```ts
   * const table = { visits: [3, 4, 5], people: [1, 2, 3] };
   * const ratio = new Survey(table).ratio("visits", "people");
   * ratio.rows[0].estimate.value; // 2
   * ```
   */
  ratio(numerator: string, denominator: string, options?: EstimateOptions): Estimates {
    return new Estimates(
      guarded(() =>
        this.handle.ratio(named("numerator", numerator), named("denominator", denominator), optionsJson(options)),
      ),
    );
  }

  /**
   * The Theil index of a column of amounts of 0 or more, overall or by groups.
   *
   * 0 where all are alike, ln n where one of n has everything. The interval is the figure plus and minus t times its
   * error.
   *
   * @param variable The column.
   * @throws {CohesionError} As `mean`.
   * @example
   * ```ts
   * const answers = { income: [1, 2, 3] };
   * const theil = new Survey(answers).theil("income");
   * Math.abs(theil.rows[0].estimate.value - 0.0872) < 0.0001; // true
   * ```
   */
  theil(variable: string, options?: EstimateOptions): Estimates {
    return new Estimates(guarded(() => this.handle.theil(named("variable", variable), optionsJson(options))));
  }

  /**
   * The weighted total of a column.
   *
   * @param variable The column.
   * @throws {CohesionError} As `mean`.
   * @example
   * ```ts
   * const answers = { trust: [3, 4, 5, 4, 2, 3],
   *   visits: [1, 2, 3, 3, 1, 2],
   *   area: ["N", "N", "N", "S", "S", "S"] };
   * const survey = new Survey(answers);
   * survey.total("trust").rows[0].estimate.value; // 21
   * ```
   */
  total(variable: string, options?: TotalOptions): Estimates {
    return new Estimates(guarded(() => this.handle.total(named("variable", variable), optionsJson(options))));
  }

  /**
   * The variance of a column among the population, overall or by groups: the weighted mean of the squared distances
   * from the weighted mean, times n / (n - 1), in the square of the column's unit (R: `svyvar`).
   *
   * The interval is the variance plus and minus t times its error; it may reach below 0. Two passes over the rows.
   *
   * @param variable The column.
   * @throws {CohesionError} As `mean`.
   * @example
   * ```ts
   * const answers = { trust: [3, 4, 5, 4, 2, 3],
   *   visits: [1, 2, 3, 3, 1, 2],
   *   area: ["N", "N", "N", "S", "S", "S"] };
   * const survey = new Survey(answers);
   * survey.variance("trust").rows[0].estimate.n; // 6
   * ```
   */
  variance(variable: string, options?: EstimateOptions): Estimates {
    return new Estimates(guarded(() => this.handle.variance(named("variable", variable), optionsJson(options))));
  }
}
