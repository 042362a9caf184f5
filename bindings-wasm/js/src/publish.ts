import * as core from "../pkg/core.js";
import { oneOrSeveral } from "./arguments.js";
import type {
  Audit,
  CountRow,
  CountTableContent,
  KAnonymityContent,
  PublishedTable,
  PublishedTablesContent,
} from "./content.js";
import { guarded } from "./core.js";
import type { Estimates } from "./estimates.js";
import { frozen, toJson } from "./json.js";
import { Result } from "./result.js";
import { Table, type TableInput } from "./table.js";

export type {
  Audit,
  AuditedCell,
  CountRow,
  CountTableContent,
  KAnonymityContent,
  PublishedTable,
  PublishedTablesContent,
} from "./content.js";

/** Unweighted counts of a column's answers by groups, as confidential as the rows. They do not change. */
export class CountTable extends Result<core.CountTable, CountTableContent> {
  /**
   * Reads what `toJson` wrote, or a table of counts from elsewhere.
   *
   * @example
   * ```ts
   * const survey = new Survey({ street: ["Elm", "Elm", "Oak"], trust: [4, 2, 5] });
   * const counts = survey.counts("trust", { values: [4, 5], by: "street" });
   * CountTable.fromJson(counts.toJson()).rows.length; // 2
   * ```
   */
  static fromJson(text: string): CountTable {
    return new CountTable(guarded(() => core.CountTable.fromJson(text)));
  }

  /**
   * Whose answers.
   *
   * @example
   * ```ts
   * const survey = new Survey({ street: ["Elm", "Elm", "Oak"], trust: [4, 2, 5] });
   * const counts = survey.counts("trust", { values: [4, 5], by: "street" });
   * counts.variable; // "trust"
   * ```
   */
  get variable(): string {
    return this.content.variable;
  }

  /**
   * The values that count, sorted; empty for numbers.
   *
   * @example
   * ```ts
   * const survey = new Survey({ street: ["Elm", "Elm", "Oak"], trust: [4, 2, 5] });
   * const counts = survey.counts("trust", { values: [4, 5], by: "street" });
   * counts.values; // ["4","5"]
   * ```
   */
  get values(): readonly string[] {
    return this.content.values;
  }

  /**
   * The grouping columns, in order.
   *
   * @example
   * ```ts
   * const survey = new Survey({ street: ["Elm", "Elm", "Oak"], trust: [4, 2, 5] });
   * const counts = survey.counts("trust", { values: [4, 5], by: "street" });
   * counts.keys; // ["street"]
   * ```
   */
  get keys(): readonly string[] {
    return this.content.keys;
  }

  /**
   * The domain: every filter holds.
   *
   * @example
   * ```ts
   * const survey = new Survey({ street: ["Elm", "Elm", "Oak"], trust: [4, 2, 5] });
   * const counts = survey.counts("trust", { values: [4, 5], by: "street" });
   * counts.where; // []
   * ```
   */
  get where(): CountTableContent["where"] {
    return this.content.where;
  }

  /**
   * How many rows of the domain have no label of the keys.
   *
   * @example
   * ```ts
   * const survey = new Survey({ street: ["Elm", "Elm", "Oak"], trust: [4, 2, 5] });
   * const counts = survey.counts("trust", { values: [4, 5], by: "street" });
   * counts.unlabelled; // 0
   * ```
   */
  get unlabelled(): number {
    return this.content.unlabelled;
  }

  /**
   * One row per group.
   *
   * @example
   * ```ts
   * const survey = new Survey({ street: ["Elm", "Elm", "Oak"], trust: [4, 2, 5] });
   * const counts = survey.counts("trust", { values: [4, 5], by: "street" });
   * counts.rows.map((row) => row.n); // [2,1]
   * ```
   */
  get rows(): readonly CountRow[] {
    return this.content.rows;
  }
}

/** Tables that may be shared together. They do not change. */
export class PublishedTables extends Result<core.PublishedTables, PublishedTablesContent> {
  /**
   * Reads what `toJson` wrote.
   *
   * @example
   * ```ts
   * const people = Array.from({ length: 60 }, (_, row) => row);
   * const street = people.map((row) => (row < 57 ? "Elm" : "Oak"));
   * const survey = new Survey({ street, trust: people.map((row) => row % 5) });
   * const published = publish([survey.mean("trust", { by: "street" })]);
   * PublishedTables.fromJson(published.toJson()).tables.length; // 1
   * ```
   */
  static fromJson(text: string): PublishedTables {
    return new PublishedTables(guarded(() => core.PublishedTables.fromJson(text)));
  }

  /**
   * The rule they were made by.
   *
   * @example
   * ```ts
   * const people = Array.from({ length: 60 }, (_, row) => row);
   * const street = people.map((row) => (row < 57 ? "Elm" : "Oak"));
   * const survey = new Survey({ street, trust: people.map((row) => row % 5) });
   * const published = publish([survey.mean("trust", { by: "street" })]);
   * published.rule.minimum_n; // 10
   * ```
   */
  get rule(): PublishedTablesContent["rule"] {
    return this.content.rule;
  }

  /**
   * In the order they were given.
   *
   * @example
   * ```ts
   * const people = Array.from({ length: 60 }, (_, row) => row);
   * const street = people.map((row) => (row < 57 ? "Elm" : "Oak"));
   * const survey = new Survey({ street, trust: people.map((row) => row % 5) });
   * const published = publish([survey.mean("trust", { by: "street" })]);
   * published.tables.length; // 1
   * ```
   */
  get tables(): readonly PublishedTable[] {
    return this.content.tables;
  }

  /**
   * The proof that what is hidden cannot be worked out.
   *
   * @example
   * ```ts
   * const people = Array.from({ length: 60 }, (_, row) => row);
   * const street = people.map((row) => (row < 57 ? "Elm" : "Oak"));
   * const survey = new Survey({ street, trust: people.map((row) => row % 5) });
   * const published = publish([survey.mean("trust", { by: "street" })]);
   * published.audit.cells.length; // 1
   * ```
   */
  get audit(): Audit {
    return this.content.audit;
  }
}

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
  readonly counts?: readonly (CountTable | CountTableContent)[];
  /** Finer columns, the coarser column of each, and in which of its labels each label lies. */
  readonly nested?: {
    readonly [column: string]: { readonly inside: string; readonly of: { readonly [label: string]: string } };
  };
}

/**
 * The rule with its defaults filled in.
 *
 * @example
 * ```ts
 * publishRule({ minimum_n: 20 }).minimum_n; // 20
 * ```
 */
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
 * @example
 * ```ts
 * const people = Array.from({ length: 60 }, (_, row) => row);
 * const street = people.map((row) => (row < 57 ? "Elm" : "Oak"));
 * const survey = new Survey({ street, trust: people.map((row) => row % 5) });
 * const published = publish([survey.mean("trust", { by: "street" })]);
 * published.tables.length; // 1
 * ```
 */
export function publish(
  tables: readonly (Estimates | CountTable | CountTableContent)[],
  options: PublishOptions = {},
): PublishedTables {
  const { rule = {}, counts = [], nested = {} } = options;
  const given = tables.map((table) => ("toJson" in table ? table.toJson() : toJson(table)));
  const areas = Object.entries(nested).map(([column, { inside, of }]) => ({ column, inside, of }));
  const held = counts.map((table) => (table instanceof CountTable ? table.content : table));
  const known = toJson({ counts: held, nested: areas });
  return new PublishedTables(guarded(() => core.publish(given, toJson(rule), known)));
}

/** How many rows share each combination of columns, as confidential as the rows. It does not change. */
export class KAnonymity extends Result<core.KAnonymity, KAnonymityContent> {
  /** Reads what `toJson` wrote. */
  static fromJson(text: string): KAnonymity {
    return new KAnonymity(guarded(() => core.KAnonymity.fromJson(text)));
  }

  /** The columns by which people could be recognised. */
  get columns(): readonly string[] {
    return this.content.columns;
  }

  /** How many rows should share each combination at least. */
  get k(): number {
    return this.content.k;
  }

  /** How many rows there are. */
  get rows(): number {
    return this.content.rows;
  }

  /** How many combinations occur. */
  get combinations(): number {
    return this.content.combinations;
  }

  /** How many rows the rarest combination has. */
  get smallest(): number {
    return this.content.smallest;
  }

  /** How many rows share their combination with fewer than k - 1 others. */
  get below(): number {
    return this.content.below;
  }

  /** The combinations of fewer than k rows, the rarest first. */
  get classes(): KAnonymityContent["classes"] {
    return this.content.classes;
  }

  /** The column whose values must differ within each combination, where one is named. */
  get sensitive(): string | null {
    return this.content.sensitive;
  }

  /** The least number of different values of it in a combination. */
  get diversity(): number | null {
    return this.content.diversity;
  }

  /** What would be left without each of the columns, that which helps most first. */
  get without(): KAnonymityContent["without"] {
    return this.content.without;
  }
}

/**
 * How many rows share each combination of the columns by which people could be recognised (Sweeney 2002), and how many
 * different values of the `sensitive` column each combination has (Machanavajjhala and others 2007).
 *
 * @example
 * ```ts
 * const found = kAnonymity({ sex: ["f", "f", "m"], age: ["18-30", "18-30", "31-50"] }, ["sex", "age"], 2);
 * found.smallest; // 1
 * ```
 */
export function kAnonymity(
  data: TableInput,
  columns: string | readonly string[],
  options: { readonly k?: number; readonly sensitive?: string } = {},
): KAnonymity {
  const table = Table.of(data);
  const [names] = oneOrSeveral("columns", columns);
  const { k = 5, sensitive } = options;
  return new KAnonymity(guarded(() => core.kAnonymity(table.handle, names, k, sensitive)));
}
