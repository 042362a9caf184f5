import * as core from "../pkg/cohesion_core.js";
import { fault, guarded } from "./errors.js";
import { isPlainObject, shown, toJson } from "./json.js";

/** A finding that is not fatal. Its sentence is looked up by code. */
export interface Note {
  readonly code: string;
  /** What it is about: a column, an indicator; empty for the whole table. */
  readonly path: string;
  readonly severity: "information" | "warning" | "not_estimable";
  readonly params: { readonly [name: string]: string };
}

/** An interval, made with its estimate. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Confidence level, between 0 and 1. */
  readonly level: number;
  readonly method: string;
}

/** How far a figure may be trusted. */
export interface Reliability {
  readonly grade: string;
  /** The rule that gave the grade. */
  readonly rule: string;
  readonly reason: string | null;
}

/** One figure with its uncertainty. `value: null` means that it cannot be estimated, and `reason` says why. */
export interface Estimate {
  readonly value: number | null;
  /** Standard error, in the unit of the figure. */
  readonly se: number | null;
  /** Degrees of freedom of the standard error. */
  readonly df: number | null;
  /** How many rows answered. */
  readonly n: number;
  /** How many rows of the group have no answer. */
  readonly n_missing: number;
  /** Effective sample size: `n / deff`. */
  readonly n_eff: number | null;
  /** Design effect. */
  readonly deff: number | null;
  readonly interval: Interval | null;
  readonly reliability: Reliability | null;
  /** How the figure and its error were made. */
  readonly method: string;
  /** Why there is no figure, or no standard error. */
  readonly reason: Note | null;
  readonly notes: readonly Note[];
}

/** The labels of a group and its figure. */
export interface EstimateRow {
  readonly labels: readonly string[];
  readonly estimate: Estimate;
}

/** Where a number comes from. */
export interface Provenance {
  readonly plan_hash: string | null;
  readonly table_hashes: readonly string[];
  readonly definition: string | null;
  readonly rule: string | null;
  readonly library_version: string;
  readonly seed: number | null;
  readonly as_of: string | null;
}

/** The difference of two rows: `a` minus `b`. */
export interface Comparison {
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly estimate: Estimate;
  /** Two-sided p-value of "no difference". */
  readonly p: number | null;
  /** The p-value adjusted for all comparisons of the table. */
  readonly p_adjusted: number | null;
}

/** Comparisons whose p-values are adjusted together. */
export interface Comparisons {
  readonly keys: readonly string[];
  readonly rows: readonly Comparison[];
  readonly notes: readonly Note[];
  readonly provenance: Provenance;
}

/** A value that a column can be grouped or filtered by; a number is the label that tables write for it: 10, not 10.0. */
export type Label = string | number | boolean;

/** The content of `Estimates` as JSON holds it. */
interface Content {
  readonly statistic: "mean" | "share" | "total" | "difference" | "alpha";
  readonly variable: string;
  readonly keys: readonly string[];
  readonly rows: readonly EstimateRow[];
  readonly covariance: readonly (readonly (number | null)[])[];
  readonly notes: readonly Note[];
  readonly provenance: Provenance;
}

/** A table of figures with the covariance between them. It does not change. */
export class Estimates {
  readonly #handle: core.Estimates;
  readonly #json: string;
  readonly #content: Content;

  /** @internal */
  constructor(handle: core.Estimates) {
    this.#handle = handle;
    this.#json = handle.toJson();
    this.#content = frozen(JSON.parse(this.#json));
  }

  /** Reads what `toJson` wrote. */
  static fromJson(text: string): Estimates {
    return new Estimates(guarded(() => core.Estimates.fromJson(text)));
  }

  /** What was estimated. */
  get statistic(): Content["statistic"] {
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
  get covariance(): Content["covariance"] {
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

  /** Row `a` minus row `b`, with their covariance. */
  difference(a: Label | readonly Label[], b: Label | readonly Label[]): Comparisons {
    return frozen(JSON.parse(guarded(() => this.#handle.difference(toJson(a, "a"), toJson(b, "b")))));
  }

  /** Every later row minus every earlier one, p-values adjusted together. */
  differences(): Comparisons {
    return frozen(JSON.parse(this.#handle.differences()));
  }

  /** The table as JSON: the same bytes in every language. */
  toJson(): string {
    return this.#json;
  }

  /** The table as CSV for programs: unrounded, a point for decimals. */
  toCsv(): string {
    return this.#handle.toCsv();
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
