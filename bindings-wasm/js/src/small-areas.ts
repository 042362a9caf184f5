import * as report from "../pkg/report.js";
import * as core from "../pkg/survey.js";
import { guarded } from "./errors.js";
import { Estimates, frozen, optionsJson } from "./estimates.js";
import type { RegressionTerm } from "./models.js";
import type { Estimate, Explanation, LanguageOptions, Note, Provenance } from "./results.js";
import { surveyTable } from "./survey-table.js";
import type { TableInput } from "./table.js";

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

/** One area: its figure, and what it is made of. */
export interface SmallArea {
  readonly label: string;
  /** The figure; its standard error is the root of the estimated mean squared error. */
  readonly estimate: Estimate;
  /** The part of the figure, between 0 and 1, that is the area's own survey; 0 where it is synthetic. */
  readonly gamma: number;
  /** What areas with the same covariates have, in the unit of the figure. */
  readonly synthetic: number;
  /** The area's own survey figure; `null` where nobody was asked. */
  readonly direct: Estimate | null;
  /** The variance of the own figure that the model took; `null` where it took none. */
  readonly sampling_variance: number | null;
  /** The own figure less the synthetic one, by the standard deviation that the model gives it. */
  readonly residual: number | null;
}

/** How the figures were made to agree with that of the whole. */
export interface AreaBenchmark {
  readonly method: "ratio" | "difference";
  /** The figure of the whole. */
  readonly target: number;
  readonly target_se: number | null;
  /** What the figures of the areas gave together before, each with its size. */
  readonly before: number;
  /** The factor, or what was added. */
  readonly applied: number;
  /** What this adds to the mean squared error of a figure as large as that of the whole. */
  readonly added_variance: number;
}

/** What a small-area model says. */
export interface SmallAreasContent {
  readonly statistic: "mean" | "share" | "ratio";
  readonly variable: string;
  readonly values: readonly string[];
  /** The column of the areas. */
  readonly key: string;
  /** One per area, sorted by the bytes of the labels. */
  readonly areas: readonly SmallArea[];
  /** The intercept and the covariates. */
  readonly terms: readonly RegressionTerm[];
  /** Variance between areas that the covariates do not tell, by restricted maximum likelihood. */
  readonly sigma_u2: number;
  readonly sigma_u2_se: number;
  readonly log_likelihood: number;
  /** How many areas the model was fitted on: those whose own figure has a variance. */
  readonly n_areas: number;
  /** Those areas less the terms. */
  readonly df: number;
  readonly variances: "direct" | "smoothed";
  readonly benchmark: AreaBenchmark | null;
  /** Lower triangle of the covariance of the errors of the areas' figures. */
  readonly covariance: readonly (readonly (number | null)[])[];
  readonly notes: readonly Note[];
  readonly method: string;
  readonly provenance: Provenance;
}

/**
 * Figures of areas by the model of Fay and Herriot: the area's own survey where it is strong, what similar areas have where
 * it is weak. It does not change.
 */
export class SmallAreas {
  readonly #handle: report.SmallAreas;
  readonly #json: string;
  /** Everything it says, as plain data. */
  readonly content: SmallAreasContent;

  /** @internal */
  constructor(handle: report.SmallAreas) {
    this.#handle = handle;
    this.#json = handle.toJson();
    this.content = frozen(JSON.parse(this.#json));
  }

  /** Reads what `toJson` wrote. */
  static fromJson(text: string): SmallAreas {
    return new SmallAreas(guarded(() => report.SmallAreas.fromJson(text)));
  }

  /** The area of that label. */
  get(label: string): SmallArea | undefined {
    return this.content.areas.find((area) => area.label === label);
  }

  /** The figures as a table with their covariance: for differences, CSV and charts. */
  estimates(): Estimates {
    return new Estimates(this.#handle.estimates());
  }

  /** The result as JSON: the same bytes in every language. */
  toJson(): string {
    return this.#json;
  }

  /** How it was made: formula, source, inputs, assumptions, and the call of R that gives the same. */
  explain(options?: LanguageOptions): Explanation {
    return JSON.parse(guarded(() => this.#handle.explain(optionsJson(options))));
  }

  /** The figures as aligned text, and for every area how much of it was borrowed. */
  toText(options?: LanguageOptions): string {
    return guarded(() => this.#handle.toText(optionsJson(options)));
  }

  /** What `JSON.stringify` writes. */
  toJSON(): unknown {
    return this.content;
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
  const asked = optionsJson(rest, benchmark === undefined ? {} : { benchmark: benchmark.toJson() });
  return SmallAreas.fromJson(guarded(() => core.smallAreas(estimates.toJson(), surveyTable(covariates), asked)));
}
