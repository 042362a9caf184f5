import * as core from "../pkg/core.js";
import type { TestContent } from "./content.js";
import { guarded, Held } from "./core.js";
import { frozen, optionsJson } from "./estimates.js";
import type { Explanation, LanguageOptions } from "./results.js";

export type { TestContent } from "./content.js";

/** A test. It does not change. */
export class Test extends Held<core.Test> {
  readonly #json: string;
  /** Everything it says, as plain data. */
  readonly content: TestContent;

  /** @internal */
  constructor(handle: core.Test) {
    super(handle);
    this.#json = handle.toJson();
    this.content = frozen(JSON.parse(this.#json));
  }

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

  /** The test as JSON: the same bytes in every language. */
  toJson(): string {
    return this.#json;
  }

  /** How it was made: formula, source, inputs, assumptions, and the call of R that gives the same. */
  explain(options?: LanguageOptions): Explanation {
    return JSON.parse(guarded(() => this.handle.explain(optionsJson(options))));
  }

  /** The test in one line. */
  toText(options?: LanguageOptions): string {
    return guarded(() => this.handle.toText(optionsJson(options)));
  }

  /** What `JSON.stringify` writes. */
  toJSON(): unknown {
    return this.content;
  }
}
