import * as core from "../pkg/core.js";
import type { Comparison, ComparisonsContent } from "./content.js";
import { guarded } from "./core.js";
import { Result } from "./result.js";

/** Differences of rows, their p-values adjusted for the number of comparisons. */
export class Comparisons extends Result<core.Comparisons, ComparisonsContent> {
  /** Reads what `toJson` wrote. */
  static fromJson(text: string): Comparisons {
    return new Comparisons(guarded(() => core.Comparisons.fromJson(text)));
  }

  /** Always `"difference"`. */
  get statistic(): ComparisonsContent["statistic"] {
    return this.content.statistic;
  }

  /** The grouping columns of the labels. */
  get keys(): readonly string[] {
    return this.content.keys;
  }

  /** One row per comparison. */
  get rows(): readonly Comparison[] {
    return this.content.rows;
  }
}
