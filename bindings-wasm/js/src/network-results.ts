import * as core from "../pkg/core.js";
import type { NetworkContent, NetworkFigure } from "./content.js";
import { guarded } from "./core.js";
import { fault } from "./errors.js";
import { frozen } from "./json.js";
import { Result } from "./result.js";

export type { NetworkContent, NetworkFigure } from "./content.js";

/** One row of a result. */
export interface NetworkRow {
  /** One label per key. */
  readonly labels: readonly string[];
  /** By column; `null` where it is not defined. */
  readonly values: { readonly [column: string]: number | null };
}

/** Measures of a network: figures of the whole and a table of rows. It does not change. */
export class NetworkResult extends Result<core.NetworkResult, NetworkContent> {
  /** Figures of the whole network, by measure. */
  readonly figures: { readonly [measure: string]: NetworkFigure };
  readonly rows: readonly NetworkRow[];

  /** @internal */
  constructor(handle: core.NetworkResult) {
    super(handle);
    const { figures, columns, rows } = this.content;
    this.figures = frozen(Object.fromEntries(figures.map((figure) => [figure.measure, figure])));
    const byColumn = (values: readonly (number | null)[]) =>
      Object.fromEntries(columns.map((column, place) => [column, values[place] ?? null]));
    this.rows = frozen(rows.map(({ labels, values }) => ({ labels, values: byColumn(values) })));
  }

  /**
   * Reads what `toJson` wrote.
   *
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b" });
   * NetworkResult.fromJson(network.summary().toJson()).name; // "summary"
   * ```
   */
  static fromJson(text: string): NetworkResult {
    return new NetworkResult(guarded(() => core.NetworkResult.fromJson(text)));
  }

  /**
   * What was measured: `summary`, `centrality`, `loss`.
   *
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b" });
   * network.centrality().name; // "centrality"
   * ```
   */
  get name(): string {
    return this.content.name;
  }

  /**
   * What the labels of a row are: `node`, or `a` and `b`.
   *
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b" });
   * network.centrality().keys; // ["node"]
   * ```
   */
  get keys(): readonly string[] {
    return this.content.keys;
  }

  /**
   * What the values of a row are.
   *
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b" });
   * network.bridges().columns; // ["cut_off"]
   * ```
   */
  get columns(): readonly string[] {
    return this.content.columns;
  }

  /**
   * How the figures were made, with sources.
   *
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b" });
   * network.summary().method.length > 0; // true
   * ```
   */
  get method(): string {
    return this.content.method;
  }

  /**
   * The figure of that measure; `null` where it is not defined.
   *
   * @throws {CohesionError} for a measure that this result does not have.
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b" });
   * network.summary().value("density"); // 0.5
   * ```
   */
  value(measure: string): number | null {
    const figure = this.figures[measure];
    if (figure !== undefined) return figure.value;
    const allowed = Object.keys(this.figures);
    throw fault("unknown_value", "measure", `there is no figure \`${measure}\` here, only ${allowed.join(", ")}`, {
      value: measure,
      allowed,
    });
  }

  /**
   * The value of a column in the row of these labels; `null` where it is not defined.
   *
   * @throws {CohesionError} for a row or a column that this result does not have.
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b" });
   * network.centrality().get("city", "degree"); // 2
   * ```
   */
  get(labels: string | readonly string[], column: string): number | null {
    const wanted = typeof labels === "string" ? [labels] : labels;
    const row = this.rows.find(
      (row) => row.labels.length === wanted.length && row.labels.every((label, place) => label === wanted[place]),
    );
    if (row === undefined) throw fault("unknown_value", "labels", `there is no row ${wanted.join(" / ")}`);
    const value = row.values[column];
    if (value !== undefined) return value;
    const message = `there is no column \`${column}\` here, only ${this.columns.join(", ")}`;
    throw fault("unknown_value", "column", message, { value: column, allowed: this.columns });
  }
}
