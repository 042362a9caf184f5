import * as core from "../pkg/core.js";
import { guarded } from "./core.js";
import { fault } from "./errors.js";
import { frozen, optionsJson } from "./estimates.js";
import { toJson } from "./json.js";
import type { DesignOptions, SummaryOptions } from "./options.js";
import type { PublishRule } from "./publish.js";
import type { Note } from "./results.js";
import { Table, type TableInput } from "./table.js";
import { SummaryVerbs } from "./verbs.js";

/**
 * What estimates are computed from: weighted sums, never a row. Summaries of different rows merge.
 *
 * A summary is as confidential as its rows. It does not change: `add` and `merge` give a new one.
 */
export class Summary extends SummaryVerbs {
  /** An empty summary of that design and those measures. */
  constructor(specification: DesignOptions & SummaryOptions) {
    const made: unknown = specification;
    super(made instanceof core.Summary ? made : guarded(() => new core.Summary(optionsJson(specification))));
  }

  /** @internal */
  static wrap(handle: core.Summary): Summary {
    return new Summary(handle as unknown as SummaryOptions);
  }

  /**
   * One summary of all rows of the given ones.
   *
   * @example
   * ```ts
   * const [north, south] = [[3, 4], [5]].map((trust) => new Summary({ measures: ["trust"] }).add({ trust }));
   * Summary.merge([north, south]).mean("trust").get()?.value; // 4
   * ```
   */
  static merge(summaries: readonly Summary[]): Summary {
    const [first, ...rest] = summaries;
    if (first === undefined) throw fault("out_of_range", "summaries", "there is no summary to merge");
    return rest.reduce((merged, summary) => merged.merge(summary), first);
  }

  /**
   * Reads what `toBytes` wrote; bytes that are no summary, or were changed, are refused.
   *
   * @example
   * ```ts
   * const bytes = new Summary({ measures: ["trust"] }).add({ trust: [3, 5] }).toBytes();
   * Summary.fromBytes(bytes).mean("trust").get()?.value; // 4
   * ```
   */
  static fromBytes(bytes: Uint8Array): Summary {
    return Summary.wrap(guarded(() => core.Summary.fromBytes(bytes)));
  }

  /**
   * The summary with the rows of a batch added. The same rows twice are refused; small batches, which may be alike by
   * chance, are told apart by `part`.
   *
   * @example
   * ```ts
   * const summary = new Summary({ measures: ["trust"] }).add({ trust: [3, 5] }).add({ trust: [4] });
   * summary.mean("trust").get()?.n; // 3
   * ```
   */
  add(data: TableInput, options?: { readonly part?: string }): Summary {
    const table = Table.of(data);
    return Summary.wrap(guarded(() => this.handle.add(table.handle, optionsJson(options))));
  }

  /**
   * The rows of both. Another specification, or the same part twice, is refused.
   *
   * @example
   * ```ts
   * const north = new Summary({ measures: ["trust"] }).add({ trust: [3, 4] });
   * const south = new Summary({ measures: ["trust"] }).add({ trust: [5] });
   * north.merge(south).mean("trust").get()?.value; // 4
   * ```
   */
  merge(other: Summary): Summary {
    return Summary.wrap(guarded(() => this.handle.merge(other.handle)));
  }

  /**
   * The summary that may leave its owner: groups that the rule hides are pooled, with those that would give them away, and
   * clusters until each pool tells of enough people. It merges with other shared summaries of the same questions only.
   *
   * @example
   * ```ts
   * const people = Array.from({ length: 60 }, (_, row) => row);
   * const table = { street: people.map((row) => Math.floor(row / 3)), trust: people.map((row) => row % 5) };
   * const shared = new Summary({ measures: ["trust"], clusters: "street" }).add(table).forSharing();
   * shared.mean("trust").get()?.value; // 2
   * shared.lost[0].code; // "clusters_pooled"
   * ```
   */
  forSharing(rule: Partial<PublishRule> = {}): Summary {
    return Summary.wrap(guarded(() => this.handle.forSharing(toJson(rule))));
  }

  /**
   * What was pooled or left out before the summary was shared; empty for one that was not.
   *
   * @example
   * ```ts
   * const summary = new Summary({ measures: ["trust"] }).add({ trust: [3, 5] });
   * summary.lost.length; // 0
   * ```
   */
  get lost(): readonly Note[] {
    return frozen(JSON.parse(guarded(() => this.handle.lost)));
  }

  /**
   * How many rows went in.
   *
   * @example
   * ```ts
   * const summary = new Summary({ measures: ["trust"] }).add({ trust: [3, 5, null] });
   * summary.rows; // 3
   * ```
   */
  get rows(): number {
    return guarded(() => this.handle.rows);
  }

  /**
   * The summary as bytes, for files, workers and threads of one owner.
   *
   * @example
   * ```ts
   * const summary = new Summary({ measures: ["trust"] }).add({ trust: [3, 5] });
   * Summary.fromBytes(summary.toBytes()).rows; // 2
   * ```
   */
  toBytes(): Uint8Array {
    return guarded(() => this.handle.toBytes());
  }
}
