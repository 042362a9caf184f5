import * as core from "../pkg/core.js";
import type { TestContent } from "./content.js";
import { guarded } from "./core.js";
import { Result } from "./result.js";

export type { TestContent } from "./content.js";

/** A test. It does not change. */
export class Test extends Result<core.Test, TestContent> {
  /** Reads what `toJson` wrote. */
  static fromJson(text: string): Test {
    return new Test(guarded(() => core.Test.fromJson(text)));
  }

  /** @internal The test that a call of the core gives. */
  static from(call: () => core.Test): Test {
    return new Test(guarded(call));
  }

  /** The statistic; `null` where there is none. */
  get statistic(): number | null {
    return this.content.statistic;
  }

  /** The p-value; `null` where there is none. */
  get p(): number | null {
    return this.content.p;
  }
}
