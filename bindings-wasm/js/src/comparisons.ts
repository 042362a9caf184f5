import * as core from "../pkg/core.js";
import type { Comparison, ComparisonsContent } from "./content.js";
import { guarded } from "./core.js";
import { Result } from "./result.js";

/** Differences of rows, their p-values adjusted for the number of comparisons. */
export class Comparisons extends Result<core.Comparisons, ComparisonsContent> {
  /**
   * Reads what `toJson` wrote.
   *
   * @example
   * ```ts
   * const means = new Survey({ trust: [3, 4, 5, 4], area: ["N", "N", "S", "S"] }).mean("trust", { by: "area" });
   * Comparisons.fromJson(means.differences().toJson()).rows.length; // 1
   * ```
   */
  static fromJson(text: string): Comparisons {
    return new Comparisons(guarded(() => core.Comparisons.fromJson(text)));
  }

  /**
   * Always `"difference"`.
   *
   * @example
   * ```ts
   * const means = new Survey({ trust: [3, 4, 5, 4], area: ["N", "N", "S", "S"] }).mean("trust", { by: "area" });
   * means.differences().statistic; // "difference"
   * ```
   */
  get statistic(): ComparisonsContent["statistic"] {
    return this.content.statistic;
  }

  /**
   * The grouping columns of the labels.
   *
   * @example
   * ```ts
   * const means = new Survey({ trust: [3, 4, 5, 4], area: ["N", "N", "S", "S"] }).mean("trust", { by: "area" });
   * means.differences().keys; // ["area"]
   * ```
   */
  get keys(): readonly string[] {
    return this.content.keys;
  }

  /**
   * One row per comparison.
   *
   * @example
   * ```ts
   * const means = new Survey({ trust: [3, 4, 5, 4], area: ["N", "N", "S", "S"] }).mean("trust", { by: "area" });
   * means.differences().rows[0].estimate.value; // 1
   * ```
   */
  get rows(): readonly Comparison[] {
    return this.content.rows;
  }
}
