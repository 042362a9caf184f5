import * as core from "../pkg/core.js";
import { Comparisons } from "./comparisons.js";
import { guarded } from "./core.js";
import { toJson } from "./json.js";
import { Result } from "./result.js";
import type { Estimate, EstimateRow, EstimatesContent } from "./results.js";
import { Test } from "./test-result.js";

export { frozen, optionsJson } from "./json.js";

/** A value that a column can be grouped or filtered by; a number is the label that tables write for it: 10, not 10.0. */
export type Label = string | number | boolean;

/** A table of figures with the covariance between them. It does not change. */
export class Estimates extends Result<core.Estimates, EstimatesContent> {
  /**
   * Reads what `toJson` wrote.
   *
   * @example
   * ```ts
   * const means = new Survey({ trust: [3, 4, 5, 4] }).mean("trust");
   * Estimates.fromJson(means.toJson()).get()?.value; // 4
   * ```
   */
  static fromJson(text: string): Estimates {
    return new Estimates(guarded(() => core.Estimates.fromJson(text)));
  }

  /** @internal The estimates that a call of the core gives. */
  static from(call: () => core.Estimates): Estimates {
    return new Estimates(guarded(call));
  }

  /**
   * What was estimated.
   *
   * @example
   * ```ts
   * const means = new Survey({ trust: [3, 4, 5, 4] }).mean("trust");
   * means.statistic; // "mean"
   * ```
   */
  get statistic(): EstimatesContent["statistic"] {
    return this.content.statistic;
  }

  /**
   * Of which variable, or of which scale.
   *
   * @example
   * ```ts
   * const means = new Survey({ trust: [3, 4, 5, 4] }).mean("trust");
   * means.variable; // "trust"
   * ```
   */
  get variable(): string {
    return this.content.variable;
  }

  /**
   * The grouping columns, in order; empty for one figure over all.
   *
   * @example
   * ```ts
   * const means = new Survey({ trust: [3, 4, 5, 4], area: ["N", "N", "S", "S"] }).mean("trust", { by: "area" });
   * means.keys; // ["area"]
   * ```
   */
  get keys(): readonly string[] {
    return this.content.keys;
  }

  /**
   * One row per group, sorted by the bytes of the labels.
   *
   * @example
   * ```ts
   * const means = new Survey({ trust: [3, 4, 5, 4], area: ["N", "N", "S", "S"] }).mean("trust", { by: "area" });
   * means.rows.map((row) => row.estimate.value); // [3.5,4.5]
   * ```
   */
  get rows(): readonly EstimateRow[] {
    return this.content.rows;
  }

  /**
   * Lower triangle of the covariance matrix of the rows; `null` where a row has no error.
   *
   * @example
   * ```ts
   * const means = new Survey({ trust: [3, 4, 5, 4], area: ["N", "N", "S", "S"] }).mean("trust", { by: "area" });
   * means.covariance?.length; // 2
   * ```
   */
  get covariance(): EstimatesContent["covariance"] {
    return this.content.covariance;
  }

  /**
   * The figure of the row with these labels, or of the only row of a table without groups.
   *
   * @example
   * ```ts
   * const means = new Survey({ trust: [3, 4, 5, 4], area: ["N", "N", "S", "S"] }).mean("trust", { by: "area" });
   * means.get("S")?.value; // 4.5
   * ```
   */
  get(...labels: Label[]): Estimate | undefined {
    const wanted = labels.map(String);
    const row = this.rows.find(
      (row) => row.labels.length === wanted.length && row.labels.every((l, i) => l === wanted[i]),
    );
    return row?.estimate;
  }

  /**
   * Row `a` minus row `b`, with their covariance; without labels all of `differences`.
   *
   * @example
   * ```ts
   * const means = new Survey({ trust: [3, 4, 5, 4], area: ["N", "N", "S", "S"] }).mean("trust", { by: "area" });
   * means.difference("S", "N").rows[0].estimate.value; // 1
   * ```
   */
  difference(a?: Label | readonly Label[], b?: Label | readonly Label[]): Comparisons {
    if (a === undefined && b === undefined) return this.differences();
    return new Comparisons(guarded(() => this.handle.difference(toJson(a, "a"), toJson(b, "b"))));
  }

  /**
   * Every later row minus every earlier one, p-values adjusted together.
   *
   * @example
   * ```ts
   * const table = { trust: [3, 4, 5, 4, 2, 3], area: ["N", "N", "E", "E", "S", "S"] };
   * new Survey(table).mean("trust", { by: "area" }).differences().rows.length; // 3
   * ```
   */
  differences(): Comparisons {
    return new Comparisons(guarded(() => this.handle.differences()));
  }

  /**
   * The sum of rows, each times its coefficient, with their covariance, held against t (R: `svycontrast`).
   *
   * Coefficients that sum to 0 make a comparison: `[["2", 1], ["1", -1]]` is the change from wave 1 to wave 2; a row of
   * several keys is named by a list of its labels. People or streets seen in both waves are clusters of the design, so that
   * their covariance counts; where no two rows are related, a note says that the samples are taken to be independent.
   *
   * @example
   * ```ts
   * const table = { trust: [3, 4, 5, 4], wave: [1, 1, 2, 2] };
   * const means = new Survey(table).mean("trust", { by: "wave" });
   * means.contrast([["2", 1], ["1", -1]]).content.estimate.value; // 1
   * ```
   */
  contrast(coefficients: readonly (readonly [Label | readonly Label[], number])[]): Test {
    return Test.from(() => this.handle.contrast(toJson(coefficients, "coefficients")));
  }
}
