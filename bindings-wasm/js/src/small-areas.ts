import * as core from "../pkg/core.js";
import type { SmallArea, SmallAreasContent } from "./content.js";
import { guarded } from "./core.js";
import { Estimates } from "./estimates.js";
import { optionsJson } from "./json.js";
import { Result } from "./result.js";
import { Table, type TableInput } from "./table.js";

export type { AreaBenchmark, SmallArea, SmallAreasContent } from "./content.js";

/** Options of small areas. */
export interface SmallAreaOptions {
  /** Columns of numbers known for every area; no survey figures. */
  readonly on: string | readonly string[];
  /** The column of areas among the covariates; that of the estimates unless given. */
  readonly area?: string;
  /** The column of how many people each area counts in the figure of the whole. */
  readonly size?: string;
  /** Estimates of the same question without groups: the areas' figures are made to agree with it. */
  readonly benchmark?: Estimates;
  /** All figures are multiplied by one factor (unless given), or the same amount is added to all. */
  readonly benchmark_method?: "ratio" | "difference";
  /** The variance of each area by itself (unless given), or one variance per answer for all areas. */
  readonly variances?: "direct" | "smoothed";
  /** Confidence level of the intervals, between 0 and 1; 0.95 unless given. */
  readonly level?: number;
}

/**
 * Figures of areas by the model of Fay and Herriot: the area's own survey where it is strong, what similar areas have where
 * it is weak. It does not change.
 */
export class SmallAreas extends Result<core.SmallAreas, SmallAreasContent> {
  /**
   * Reads what `toJson` wrote.
   *
   * @example
   * ```ts
   * const place = Array.from({ length: 40 }, (_, row) => Math.floor(row / 4));
   * const answers = { area: place, trust: place.map((area, row) => ((area * 5) % 7) + (row % 2)) };
   * const known = { area: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], tenants: [10, 12, 30, 25, 40, 45, 50, 52, 60, 70, 80] };
   * const means = new Survey(answers).mean("trust", { by: "area" });
   * const areas = smallAreas(means, known, { on: "tenants" });
   * SmallAreas.fromJson(areas.toJson()).content.areas.length; // 11
   * ```
   */
  static fromJson(text: string): SmallAreas {
    return new SmallAreas(guarded(() => core.SmallAreas.fromJson(text)));
  }

  /**
   * The area of that label.
   *
   * @example
   * ```ts
   * const place = Array.from({ length: 40 }, (_, row) => Math.floor(row / 4));
   * const answers = { area: place, trust: place.map((area, row) => ((area * 5) % 7) + (row % 2)) };
   * const known = { area: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], tenants: [10, 12, 30, 25, 40, 45, 50, 52, 60, 70, 80] };
   * const means = new Survey(answers).mean("trust", { by: "area" });
   * const areas = smallAreas(means, known, { on: "tenants" });
   * areas.get("10")?.gamma; // 0
   * ```
   */
  get(label: string): SmallArea | undefined {
    return this.content.areas.find((area) => area.label === label);
  }

  /**
   * The figures as a table with their covariance: for differences, CSV and charts.
   *
   * @example
   * ```ts
   * const place = Array.from({ length: 40 }, (_, row) => Math.floor(row / 4));
   * const answers = { area: place, trust: place.map((area, row) => ((area * 5) % 7) + (row % 2)) };
   * const known = { area: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], tenants: [10, 12, 30, 25, 40, 45, 50, 52, 60, 70, 80] };
   * const means = new Survey(answers).mean("trust", { by: "area" });
   * const areas = smallAreas(means, known, { on: "tenants" });
   * areas.estimates().rows.length; // 11
   * ```
   */
  estimates(): Estimates {
    return Estimates.from(() => this.handle.estimates());
  }
}

/**
 * Figures by area made steadier by what is known of every area (Fay and Herriot 1979): an area's own figure is drawn
 * towards what areas with the same covariates have, the more the less certain it is.
 *
 * `estimates` is a mean, share or ratio by the column of areas; `covariates` has one row per area, also for areas where
 * nobody was asked. An area whose own figure has no variance gets the synthetic figure alone, and a note says so.
 *
 * @throws {CohesionError} for fewer than 8 areas with a variance or fewer than 5 more than terms, for covariates that are
 * missing, constant or made of others, and for a benchmark of another question or without sizes.
 */
export function smallAreas(estimates: Estimates, covariates: TableInput, options: SmallAreaOptions): SmallAreas {
  const { benchmark, ...rest } = options ?? {};
  const { handle } = Table.of(covariates);
  const asked = optionsJson(rest);
  const made = () =>
    benchmark === undefined
      ? estimates.handle.smallAreas(handle, asked)
      : estimates.handle.smallAreasOf(handle, asked, benchmark.handle);
  return new SmallAreas(guarded(made));
}
