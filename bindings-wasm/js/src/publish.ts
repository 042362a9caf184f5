import * as core from "../pkg/core.js";
import { oneOrSeveral } from "./arguments.js";
import type { CountTable, KAnonymity, PublishedTables } from "./content.js";
import { guarded } from "./core.js";
import { type Estimates, frozen, optionsJson } from "./estimates.js";
import { toJson } from "./json.js";
import type { LanguageOptions } from "./results.js";
import { Table, type TableInput } from "./table.js";

export type { Audit, AuditedCell, CountRow, CountTable, KAnonymity, PublishedTables } from "./content.js";

/** A rule for what may leave the desk, as a document with an id. The numbers are a matter of policy. */
export interface PublishRule {
  /** Id of the rule, which results name. */
  readonly id: string;
  /** Groups with fewer answers (unweighted) are hidden; 10. */
  readonly minimum_n: number;
  /** Shares are hidden where fewer are counted, or fewer are not; 5. */
  readonly minimum_numerator: number;
  /** Whether shares of 0 % and 100 % are shown. */
  readonly group_disclosure: "hide" | "show";
  /** A total is hidden where this many contributions (2) ... */
  readonly dominance_largest: number;
  /** ... make more than this share of it; 0.85. */
  readonly dominance_share: number;
  /** A total is hidden where it tells the second largest contributor the largest one to within this share; 0.1. */
  readonly dominance_within: number;
  /** Counts are rounded to multiples of it; 1 for no rounding. */
  readonly rounding_base: number;
  /** How wide the range of a hidden count must be, in multiples of the minimum it falls under; 1. */
  readonly protection: number;
}

/** What is known besides the tables that are to be published. */
export interface PublishOptions {
  /** The rule; its defaults unless given. */
  readonly rule?: Partial<PublishRule>;
  /** Exact numerators of weighted shares and largest contributions: looked at, not published. */
  readonly counts?: readonly CountTable[];
  /** Finer columns, the coarser column of each, and in which of its labels each label lies. */
  readonly nested?: {
    readonly [column: string]: { readonly inside: string; readonly of: { readonly [label: string]: string } };
  };
}

/** The rule with its defaults filled in. */
export function publishRule(fields: Partial<PublishRule> = {}): PublishRule {
  return frozen(JSON.parse(guarded(() => core.publishRule(toJson(fields)))));
}

/**
 * Tables about the same people, without the groups that the rule hides and without those that would give them away.
 *
 * Which further groups are hidden is found by a heuristic; that it is enough is proven for every hidden count by integer
 * linear programming, and what cannot be proven safe is hidden. Give everything about the same people in one call.
 *
 * @throws {CohesionError} for differences, for counts that contradict themselves or lie nowhere, for a rule that is none.
 */
export function publish(tables: readonly (Estimates | CountTable)[], options: PublishOptions = {}): PublishedTables {
  const { rule = {}, counts = [], nested = {} } = options;
  const given = tables.map((table) => ("toJson" in table ? table.toJson() : toJson(table)));
  const areas = Object.entries(nested).map(([column, { inside, of }]) => ({ column, inside, of }));
  const known = toJson({ counts, nested: areas });
  return frozen(JSON.parse(guarded(() => core.publish(given, toJson(rule), known))));
}

/** What a report of `kAnonymity` means, in plain words: one sentence per line. */
export function kAnonymityText(found: KAnonymity, options?: LanguageOptions): string {
  return guarded(() => core.kAnonymityText(toJson(found), optionsJson(options)));
}

/**
 * How many rows share each combination of the columns by which people could be recognised (Sweeney 2002), and how many
 * different values of the `sensitive` column each combination has (Machanavajjhala and others 2007).
 */
export function kAnonymity(
  data: TableInput,
  columns: string | readonly string[],
  options: { readonly k?: number; readonly sensitive?: string } = {},
): KAnonymity {
  const table = Table.of(data);
  const [names] = oneOrSeveral("columns", columns);
  const { k = 5, sensitive } = options;
  return frozen(JSON.parse(guarded(() => core.kAnonymity(table.handle, names, k, sensitive))));
}
