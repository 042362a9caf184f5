import * as report from "../pkg/report.js";
import { guarded } from "./errors.js";
import { frozen, type Label, optionsJson } from "./estimates.js";
import type { LanguageOptions, Note, Provenance } from "./results.js";

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

/** One known total, before and after. */
export interface CalibrationRow {
  readonly columns: readonly string[];
  /** One label per column; empty for the sum of a column. */
  readonly levels: readonly string[];
  readonly n: number;
  readonly population: number;
  readonly se: number | null;
  readonly before: number;
  readonly after: number;
}

/** What a calibration says. */
export interface CalibrationContent {
  readonly method: "post_stratify" | "raking" | "linear" | "logit";
  readonly bounds: readonly [number, number] | null;
  readonly rows: readonly CalibrationRow[];
  readonly n: number;
  readonly sum_before: number;
  readonly sum_after: number;
  /** Least and most of calibrated weight by weight before. */
  readonly g_min: number;
  readonly g_max: number;
  /** Kish's design effect of weighting. */
  readonly kish_before: number;
  readonly kish_after: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly trimming: {
    readonly lower: number | null;
    readonly upper: number | null;
    readonly design_effect: number | null;
    readonly n_raised: number;
    readonly n_cut: number;
    readonly weight_moved: number;
    readonly kish_untrimmed: number;
  } | null;
  readonly notes: readonly Note[];
  readonly description: string;
  readonly provenance: Provenance;
}

/** What an adjustment for non-response says. */
export interface ResponseContent {
  readonly columns: readonly string[];
  readonly cells: readonly {
    /** The labels of the cell; several where cells were joined. */
    readonly labels: readonly (readonly string[])[];
    readonly n: number;
    readonly n_respondents: number;
    /** The weighted share that answered. */
    readonly rate: number;
    /** What the weights of those who answered were multiplied by. */
    readonly factor: number;
  }[];
  readonly n: number;
  readonly n_respondents: number;
  readonly kish_before: number;
  readonly kish_after: number;
  readonly notes: readonly Note[];
  readonly description: string;
  readonly provenance: Provenance;
}

/** What response rates say. */
export interface ResponseRatesContent {
  readonly disposition: string;
  readonly keys: readonly string[];
  readonly e_from: "given" | "proportional_allocation";
  readonly rows: readonly {
    readonly labels: readonly string[];
    readonly counts: readonly { readonly category: string; readonly n: number; readonly weight: number }[];
    readonly e: number | null;
    readonly e_weighted: number | null;
    /** `rr1` to `rr6`, from counts and from weights. */
    readonly rates: readonly {
      readonly name: string;
      readonly value: number | null;
      readonly weighted: number | null;
    }[];
  }[];
  readonly notes: readonly Note[];
  readonly method: string;
  readonly provenance: Provenance;
}

/** How weights were made to meet known totals. It does not change. */
export class Calibration {
  readonly #json: string;
  /** Everything it says, as plain data. */
  readonly content: CalibrationContent;

  /** @internal */
  constructor(json: string) {
    this.#json = json;
    this.content = frozen(JSON.parse(json));
  }

  /** Reads what `toJson` wrote. */
  static fromJson(text: string): Calibration {
    guarded(() => report.calibrationText(text, "{}"));
    return new Calibration(text);
  }

  /** The result as JSON: the same bytes in every language. */
  toJson(): string {
    return this.#json;
  }

  /** The result as an aligned table, in English unless a language is given. */
  toText(options?: LanguageOptions): string {
    return guarded(() => report.calibrationText(this.#json, optionsJson(options)));
  }

  /** What `JSON.stringify` writes. */
  toJSON(): unknown {
    return this.content;
  }
}

/** How the weights of those who answered were raised. It does not change. */
export class ResponseAdjustment {
  readonly #json: string;
  /** Everything it says, as plain data. */
  readonly content: ResponseContent;

  /** @internal */
  constructor(json: string) {
    this.#json = json;
    this.content = frozen(JSON.parse(json));
  }

  /** Reads what `toJson` wrote. */
  static fromJson(text: string): ResponseAdjustment {
    guarded(() => report.responseText(text, "{}"));
    return new ResponseAdjustment(text);
  }

  /** The result as JSON: the same bytes in every language. */
  toJson(): string {
    return this.#json;
  }

  /** The result as an aligned table, in English unless a language is given. */
  toText(options?: LanguageOptions): string {
    return guarded(() => report.responseText(this.#json, optionsJson(options)));
  }

  /** What `JSON.stringify` writes. */
  toJSON(): unknown {
    return this.content;
  }
}

/** Response rates 1 to 6 of the American Association for Public Opinion Research. They do not change. */
export class ResponseRates {
  readonly #json: string;
  /** Everything it says, as plain data. */
  readonly content: ResponseRatesContent;

  /** @internal */
  constructor(json: string) {
    this.#json = json;
    this.content = frozen(JSON.parse(json));
  }

  /** Reads what `toJson` wrote. */
  static fromJson(text: string): ResponseRates {
    guarded(() => report.responseRatesText(text, "{}"));
    return new ResponseRates(text);
  }

  /** The result as JSON: the same bytes in every language. */
  toJson(): string {
    return this.#json;
  }

  /** The result as an aligned table, in English unless a language is given. */
  toText(options?: LanguageOptions): string {
    return guarded(() => report.responseRatesText(this.#json, optionsJson(options)));
  }

  /** What `JSON.stringify` writes. */
  toJSON(): unknown {
    return this.content;
  }
}
