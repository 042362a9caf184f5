import * as report from "../pkg/report.js";
import { guarded } from "./errors.js";
import { type Estimates, frozen, optionsJson } from "./estimates.js";
import { toJson } from "./json.js";
import type { EstimatesContent, HiddenRow, LanguageOptions, Note } from "./results.js";

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

/** The counts of one group. */
export interface CountRow {
  readonly labels: readonly string[];
  readonly n: number;
  readonly n_missing?: number;
  readonly numerator?: number | null;
  readonly total?: number | null;
  readonly largest?: readonly number[];
}

/** Unweighted counts of a column's answers by groups, as confidential as the rows. */
export interface CountTable {
  readonly variable: string;
  readonly values?: readonly string[];
  readonly keys?: readonly string[];
  readonly where?: readonly { readonly column: string; readonly values: readonly string[] }[];
  readonly rows: readonly CountRow[];
  readonly unlabelled?: number;
}

/** The range of one hidden count that anybody can work out from what is shown. */
export interface AuditedCell {
  /** The table, counted from 0. */
  readonly table: number;
  readonly labels: readonly string[];
  readonly count: "answers" | "counted" | "not_counted" | "figure";
  /** Null for a figure. */
  readonly low: number | null;
  /** Null for a figure, and where nothing bounds it. */
  readonly high: number | null;
  /** How wide the range had to be. */
  readonly needed: number;
  /** Whether the group stands in no table and can only be found by subtraction. */
  readonly implied: boolean;
}

/** The proof that what is hidden cannot be worked out, and what it rests on. */
export interface Audit {
  readonly passed: boolean;
  readonly method: string;
  readonly rounds: number;
  readonly cells: readonly AuditedCell[];
  readonly assumed: readonly Note[];
}

/** Tables that may be shared together. */
export interface PublishedTables {
  readonly rule: PublishRule;
  readonly tables: readonly {
    readonly estimates: EstimatesContent | null;
    readonly counts: CountTable | null;
    readonly hidden: readonly HiddenRow[];
  }[];
  readonly audit: Audit;
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

/** How many rows share each combination of columns. As confidential as the rows. */
export interface KAnonymity {
  readonly columns: readonly string[];
  readonly k: number;
  readonly rows: number;
  readonly combinations: number;
  /** How many rows the rarest combination has. */
  readonly smallest: number;
  /** How many rows are in combinations of fewer than k. */
  readonly below: number;
  /** The combinations of fewer than k rows, the rarest first. */
  readonly classes: readonly {
    readonly labels: readonly (string | null)[];
    readonly n: number;
    readonly diversity: number | null;
  }[];
  readonly sensitive: string | null;
  readonly diversity: number | null;
  /** What would be left without each column, that which helps most first. */
  readonly without: readonly { readonly column: string; readonly smallest: number; readonly below: number }[];
  readonly notes: readonly Note[];
}

/** The rule with its defaults filled in. */
export function publishRule(fields: Partial<PublishRule> = {}): PublishRule {
  return frozen(JSON.parse(guarded(() => report.publishRule(toJson(fields)))));
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
  return frozen(JSON.parse(guarded(() => report.publish(given, toJson(rule), known))));
}

/** What a report of `kAnonymity` means, in plain words: one sentence per line. */
export function kAnonymityText(found: KAnonymity, options?: LanguageOptions): string {
  return guarded(() => report.kAnonymityText(toJson(found), optionsJson(options)));
}
