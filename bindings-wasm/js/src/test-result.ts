import * as core from "../pkg/core.js";
import type { TestContent } from "./content.js";
import { guarded } from "./core.js";
import { Result } from "./result.js";

export type { TestContent } from "./content.js";

/** A test. It does not change. */
export class Test extends Result<core.Test, TestContent> {
  /**
   * Reads what `toJson` wrote.
   *
   * @example
   * ```ts
   * const test = new Survey({ trust: [4, 6, 7, 8, 5] }).tTest("trust", { against: 5 });
   * Test.fromJson(test.toJson()).content.name; // "t_one_sample"
   * ```
   */
  static fromJson(text: string): Test {
    return new Test(guarded(() => core.Test.fromJson(text)));
  }

  /** @internal The test that a call of the core gives. */
  static from(call: () => core.Test): Test {
    return new Test(guarded(call));
  }

  /**
   * The statistic; `null` where there is none.
   *
   * @example
   * ```ts
   * const test = new Survey({ trust: [4, 6, 7, 8, 5] }).tTest("trust", { against: 5 });
   * test.statistic?.toFixed(3); // "1.414"
   * ```
   */
  get statistic(): number | null {
    return this.content.statistic;
  }

  /**
   * The p-value; `null` where there is none.
   *
   * @example
   * ```ts
   * const test = new Survey({ trust: [4, 6, 7, 8, 5] }).tTest("trust", { against: 5 });
   * test.p?.toFixed(2); // "0.23"
   * ```
   */
  get p(): number | null {
    return this.content.p;
  }
}
