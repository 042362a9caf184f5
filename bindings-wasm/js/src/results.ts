import type { Benchmark, Text } from "./generated/plan.js";
import type { Language } from "./text.js";

/** In which language a result is written. */
export interface LanguageOptions {
  /** English unless given. */
  readonly language?: Language;
}

/** A Vega-Lite specification. */
export interface ChartSpec {
  /** What somebody who does not see the picture is told. */
  readonly description?: string;
  readonly [key: string]: unknown;
}

/** A value of a note: a number, a name, a date, the code of a word, a value of a table, or several of them. */
export type NoteValue = number | string | readonly NoteValue[] | { readonly row?: number; readonly value: string };

/** A finding that is not fatal. Its sentence is looked up by code. */
export interface Note {
  readonly code: string;
  /** What it is about: a column, an indicator; empty for the whole table. */
  readonly path: string;
  readonly severity: "information" | "warning" | "not_estimable";
  readonly params: { readonly [name: string]: NoteValue };
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
  /** The call of R's package `survey` that gives the same number, where there is one. */
  readonly r_call?: string;
}

/** One step of a number: what is computed, how (w for weights, y for answers), and the source of the formula. */
export interface ExplainedStep {
  readonly what: string;
  readonly formula: string;
  readonly source: string;
}

/** How a number was made. */
export interface Explanation {
  /** The figure, its error and its interval. */
  readonly steps: readonly ExplainedStep[];
  /** Columns, values, groups and design. */
  readonly inputs: readonly string[];
  /** What has to hold for the number to mean what it says. */
  readonly assumptions: readonly string[];
  /** The call of R's package `survey` that gives the same number, over a data frame `d`; `null` where there is none. */
  readonly r_call: string | null;
  /** All of it as lines of text. */
  readonly text: string;
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

/** The content of `Estimates` as JSON holds it. */
export interface EstimatesContent {
  readonly statistic:
    | "mean"
    | "share"
    | "total"
    | "ratio"
    | "variance"
    | "correlation"
    | "quantile"
    | "difference"
    | "alpha"
    | "coefficient";
  readonly variable: string;
  readonly keys: readonly string[];
  readonly rows: readonly EstimateRow[];
  readonly covariance: readonly (readonly (number | null)[])[];
  readonly notes: readonly Note[];
  readonly provenance: Provenance;
}

/** An indicator that could not be computed. */
export interface LeftOut {
  readonly indicator: string;
  readonly title: Text;
  /** Why it was left out. */
  readonly note: Note;
}

/** The results of one evaluation. */
export interface ReportContent {
  readonly format: number;
  /** The evaluator's own copy, or fit to be shared. */
  readonly kind: "confidential_evaluation" | "publication";
  readonly title: Text | null;
  readonly description: Text | null;
  readonly provenance: Provenance;
  readonly sample: Sample;
  /** One per indicator, in the order of the plan. */
  readonly indicators: readonly IndicatorReport[];
  /** One per scale, in the order of the plan. */
  readonly scales: readonly ScaleReport[];
  /** Findings of the checks. */
  readonly notes: readonly Note[];
  /** What was left out and why. */
  readonly left_out: readonly LeftOut[];
  /** Groups with fewer answers are hidden in what is published. */
  readonly minimum_n: number;
  readonly contact: Text | null;
  readonly source: Text | null;
  readonly attribution: Text | null;
}

/** Who was asked, and how they were drawn. */
export interface Sample {
  readonly rows: number;
  readonly strata: number;
  readonly clusters: number;
  readonly design: string;
  readonly level: number;
  /** The waves, first to last. */
  readonly waves: readonly { readonly id: string; readonly label: Text | null; readonly date: string | null }[];
}

/** One indicator. */
export interface IndicatorReport {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly theme: Text | null;
  readonly definition: Text | null;
  readonly unit: Text | null;
  readonly statistic: "mean" | "share";
  readonly numerator: Text | null;
  readonly denominator: Text | null;
  readonly question: Text | null;
  readonly source: Text | null;
  readonly year: number | null;
  readonly orientation: "higher_is_better" | "lower_is_better" | "neutral" | null;
  readonly origin: "fact" | "illustrative" | null;
  /** The wave of the headline. */
  readonly wave: string | null;
  /** The figure over all, of the last wave. */
  readonly headline: Estimate;
  readonly by_wave: EstimatesContent | null;
  /** The last wave less the one before. */
  readonly change: Comparison | null;
  readonly groups: readonly GroupReport[];
  /** Shares of the grouped categories. */
  readonly bands: readonly { readonly id: string; readonly label: Text | null; readonly share: Estimate }[];
  readonly target: TargetReport | null;
  readonly benchmark: Benchmark | null;
  readonly notes: readonly Note[];
  readonly provenance: Provenance;
}

/** A group that is not shown, and why. */
export interface HiddenRow {
  readonly labels: readonly string[];
  readonly note: Note;
}

/** Figures by the groups of one column. */
export interface GroupReport {
  readonly by: string;
  readonly label: Text | null;
  readonly labels: { readonly [value: string]: Text };
  /** The figures that may be shown. */
  readonly estimates: EstimatesContent;
  readonly by_wave: EstimatesContent | null;
  readonly changes: Comparisons | null;
  /** Groups that are not shown, and why. */
  readonly hidden: readonly HiddenRow[];
}

/** A target and the verdict on it. */
export interface TargetReport {
  readonly value: number;
  readonly by: string | null;
  readonly baseline: number | null;
  /** What is due now. */
  readonly due: number;
  readonly verdict: "on_track" | "off_track" | "cannot_tell";
  readonly origin: "fact" | "illustrative" | null;
}

/** A scale and its reliability. */
export interface ScaleReport {
  readonly id: string;
  readonly version: number;
  readonly label: Text | null;
  readonly items: readonly string[];
  /** Cronbach's alpha in the last wave. */
  readonly alpha: Estimate;
  /** What the linter found. */
  readonly notes: readonly Note[];
}
