import * as core from "../pkg/core.js";
import type { CalibrationContent, ResponseContent, ResponseRatesContent } from "./content.js";
import { guarded } from "./core.js";
import type { Label } from "./estimates.js";
import { Result } from "./result.js";

export type { CalibrationContent, CalibrationRow, ResponseContent, ResponseRatesContent } from "./content.js";

/** A known total, or a total that is an estimate itself with its standard error. */
export type KnownTotal = number | readonly [total: number, se: number];

/** One margin of a list of margins: totals of groups, or the sum of a column. */
export type Margin =
  | {
      /** The columns, crossed where there are several. */
      readonly columns: string | readonly string[];
      readonly totals: readonly {
        /** One label per column. */
        readonly levels: Label | readonly Label[];
        readonly total: number;
        /** Its standard error, where the total is an estimate itself. */
        readonly se?: number;
      }[];
    }
  | { readonly column: string; readonly total: number; readonly se?: number };

/**
 * What is known of the population: by column an object of totals by level, or the sum of a column of numbers; or a list
 * of margins, which can cross columns.
 */
export type Margins =
  | { readonly [column: string]: { readonly [level: string]: KnownTotal } | KnownTotal }
  | readonly Margin[];

/** Options of a calibration. */
export interface CalibrationOptions {
  /**
   * How weights are moved; `"raking"` unless given. `"post_stratify"`: one factor per cell of a single margin;
   * `"raking"`: by iterative proportions; `"linear"`: the generalised regression estimator; `"logit"`: a logistic curve
   * between the bounds.
   */
  readonly method?: "post_stratify" | "raking" | "linear" | "logit";
  /** Least and most of calibrated weight by design weight. */
  readonly bounds?: readonly [low: number, high: number];
  /** How many people there are, where no margin of groups says it. */
  readonly population?: number;
  /** Limits of the weights themselves; the margins are met all the same. */
  readonly trim?: {
    readonly lower?: number;
    readonly upper?: number;
    /** The largest design effect of weighting (Kish) that is allowed. */
    readonly design_effect?: number;
  };
}

/** Options of an adjustment for non-response. */
export interface NonresponseOptions {
  /** The value or values that say that a row answered. */
  readonly values: Label | readonly Label[];
  /** The columns whose crossing makes the cells; one cell without any. */
  readonly by?: string | readonly string[];
  /** How many respondents a cell needs. */
  readonly minimum?: number;
  /** Joins a cell with too few with the neighbour that has the same labels but for the last column. */
  readonly collapse?: boolean;
}

/** Options of response rates. */
export interface ResponseRateOptions {
  /**
   * What each code stands for: `I` interview, `P` partial interview, `R` refusal, `NC` no contact, `O` other; `UH` and
   * `UO` unknown whether eligible; `NE` not eligible.
   */
  readonly categories: { readonly [code: string]: string };
  /** The share of eligible cases among those of unknown eligibility; the share among known cases unless given. */
  readonly e?: number;
  /** Groups by a column; several columns are crossed. */
  readonly by?: string | readonly string[];
  /** For the rows whose label in each column is one of the values. */
  readonly where?: { readonly [column: string]: Label | readonly Label[] };
}

/** How weights were made to meet known totals. It does not change. */
export class Calibration extends Result<core.Calibration, CalibrationContent> {
  /**
   * Reads what `toJson` wrote.
   *
   * @example
   * ```ts
   * const survey = new Survey({ sex: ["f", "f", "m", "f"], trust: [4, 5, 2, 3] });
   * const margins = [{ columns: ["sex"], totals: [{ levels: ["f"], total: 20 }, { levels: ["m"], total: 20 }] }];
   * const made = survey.calibrate(margins).calibration;
   * Calibration.fromJson(made?.toJson() ?? "").content.sum_after.toFixed(0); // "40"
   * ```
   */
  static fromJson(text: string): Calibration {
    return new Calibration(guarded(() => core.Calibration.fromJson(text)));
  }
}

/** How the weights of those who answered were raised. It does not change. */
export class ResponseAdjustment extends Result<core.ResponseAdjustment, ResponseContent> {
  /**
   * Reads what `toJson` wrote.
   *
   * @example
   * ```ts
   * const survey = new Survey({ outcome: ["yes", "no", "yes"], trust: [4, null, 2] });
   * const raised = survey.nonresponse("outcome", { values: "yes" }).response;
   * ResponseAdjustment.fromJson(raised?.toJson() ?? "").content.n_respondents; // 2
   * ```
   */
  static fromJson(text: string): ResponseAdjustment {
    return new ResponseAdjustment(guarded(() => core.ResponseAdjustment.fromJson(text)));
  }
}

/** Response rates 1 to 6 of the American Association for Public Opinion Research. They do not change. */
export class ResponseRates extends Result<core.ResponseRates, ResponseRatesContent> {
  /**
   * Reads what `toJson` wrote.
   *
   * @example
   * ```ts
   * const survey = new Survey({ outcome: ["done", "refused", "done", "moved"] });
   * const rates = survey.responseRates("outcome", { categories: { done: "I", refused: "R", moved: "NE" } });
   * ResponseRates.fromJson(rates.toJson()).content.rows.length; // 1
   * ```
   */
  static fromJson(text: string): ResponseRates {
    return new ResponseRates(guarded(() => core.ResponseRates.fromJson(text)));
  }
}
