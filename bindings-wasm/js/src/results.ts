import type { Language } from "./text.js";

export type {
  Comparison,
  ComparisonsContent,
  Estimate,
  EstimateRow,
  EstimatesContent,
  EvaluationContent,
  ExplainedStep,
  Explanation,
  GroupReport,
  HiddenRow,
  IndicatorReport,
  Interval,
  LeftOut,
  Note,
  NoteValue,
  Provenance,
  Reliability,
  ReportContent,
  Sample,
  ScaleReport,
  TargetReport,
} from "./content.js";

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

/** A column of a table of data. */
export interface DataColumn {
  readonly name: string;
  readonly kind: "text" | "flag" | "count" | "number";
  /** One per row; `null` where it is missing. */
  readonly values: readonly (string | number | boolean | null)[];
}
