import * as core from "../pkg/core.js";
import { guarded, Held } from "./core.js";
import { fault } from "./errors.js";
import { isPlainObject, shown, toJson } from "./json.js";
import type {
  ChartSpec,
  Comparisons,
  Estimate,
  EstimateRow,
  EstimatesContent,
  Explanation,
  LanguageOptions,
  Note,
  Provenance,
} from "./results.js";
import { Test } from "./test-result.js";

/** A value that a column can be grouped or filtered by; a number is the label that tables write for it: 10, not 10.0. */
export type Label = string | number | boolean;

/** A table of figures with the covariance between them. It does not change. */
export class Estimates extends Held<core.Estimates> {
  readonly #json: string;
  readonly #content: EstimatesContent;

  /** @internal */
  constructor(handle: core.Estimates) {
    super(handle);
    this.#json = handle.toJson();
    this.#content = frozen(JSON.parse(this.#json));
  }

  /** Reads what `toJson` wrote. */
  static fromJson(text: string): Estimates {
    return new Estimates(guarded(() => core.Estimates.fromJson(text)));
  }

  /** @internal The estimates that a call of the core gives. */
  static from(call: () => core.Estimates): Estimates {
    return new Estimates(guarded(call));
  }

  /** What was estimated. */
  get statistic(): EstimatesContent["statistic"] {
    return this.#content.statistic;
  }

  /** Of which variable, or of which scale. */
  get variable(): string {
    return this.#content.variable;
  }

  /** The grouping columns, in order; empty for one figure over all. */
  get keys(): readonly string[] {
    return this.#content.keys;
  }

  /** One row per group, sorted by the bytes of the labels. */
  get rows(): readonly EstimateRow[] {
    return this.#content.rows;
  }

  /** Lower triangle of the covariance matrix of the rows; `null` where a row has no error. */
  get covariance(): EstimatesContent["covariance"] {
    return this.#content.covariance;
  }

  /** Findings about the whole table. */
  get notes(): readonly Note[] {
    return this.#content.notes;
  }

  /** Where the figures come from. */
  get provenance(): Provenance {
    return this.#content.provenance;
  }

  /** The figure of the row with these labels, or of the only row of a table without groups. */
  get(...labels: Label[]): Estimate | undefined {
    const wanted = labels.map(String);
    const row = this.rows.find(
      (row) => row.labels.length === wanted.length && row.labels.every((l, i) => l === wanted[i]),
    );
    return row?.estimate;
  }

  /** Row `a` minus row `b`, with their covariance; without labels all of `differences`. */
  difference(a?: Label | readonly Label[], b?: Label | readonly Label[]): Comparisons {
    if (a === undefined && b === undefined) return this.differences();
    return frozen(JSON.parse(guarded(() => this.handle.difference(toJson(a, "a"), toJson(b, "b")))));
  }

  /** Every later row minus every earlier one, p-values adjusted together. */
  differences(): Comparisons {
    return frozen(JSON.parse(guarded(() => this.handle.differences())));
  }

  /**
   * The sum of rows, each times its coefficient, with their covariance, held against t (R: `svycontrast`).
   *
   * Coefficients that sum to 0 make a comparison: `[["2", 1], ["1", -1]]` is the change from wave 1 to wave 2; a row of
   * several keys is named by a list of its labels. People or streets seen in both waves are clusters of the design, so that
   * their covariance counts; where no two rows are related, a note says that the samples are taken to be independent.
   */
  contrast(coefficients: readonly (readonly [Label | readonly Label[], number])[]): Test {
    return Test.from(() => this.handle.contrast(toJson(coefficients, "coefficients")));
  }

  /** The table as JSON: the same bytes in every language. */
  toJson(): string {
    return this.#json;
  }

  /** How it was made: formula, source, inputs, assumptions, and the call of R that gives the same. */
  explain(options?: LanguageOptions): Explanation {
    return JSON.parse(guarded(() => this.handle.explain(optionsJson(options))));
  }

  /** The table as CSV for programs: unrounded, a point for decimals. */
  toCsv(): string {
    return guarded(() => this.handle.toCsv());
  }

  /** The table as a light piece of HTML: no script, no address. */
  toHtml(options?: LanguageOptions): string {
    return guarded(() => this.handle.toHtml(optionsJson(options)));
  }

  /** The table as aligned text. */
  toText(options?: LanguageOptions): string {
    return guarded(() => this.handle.toText(optionsJson(options)));
  }

  /** The table as a Vega-Lite specification that holds its data and no address. */
  chart(options?: LanguageOptions): ChartSpec {
    return JSON.parse(guarded(() => this.handle.chart(optionsJson(options))));
  }

  /** What `JSON.stringify` writes. */
  toJSON(): unknown {
    return this.#content;
  }
}

/** `value` and all that it holds, made unchangeable. */
export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const item of Object.values(value)) frozen(item);
    Object.freeze(value);
  }
  return value;
}

/** The options of a call as JSON; anything but an object is refused. */
export function optionsJson(options: object | undefined, more: object = {}): string {
  if (options !== undefined && !isPlainObject(options)) {
    throw fault("wrong_type", "options", `the options are ${shown(options)}, not an object such as { by: "district" }`);
  }
  const where = (options as { where?: unknown } | undefined)?.where;
  if (isPlainObject(where)) {
    // Left out like other undefined options, it would widen the domain to everybody.
    const gap = Object.keys(where).find((column) => where[column] === undefined);
    if (gap !== undefined) throw fault("wrong_type", `where.${gap}`, `the filter on \`${gap}\` has no value`);
  }
  return toJson({ ...more, ...options });
}
