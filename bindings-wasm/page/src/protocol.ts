import type { ChartSpec, Fault, Language, Unparsed } from "../../js/dist/index.js";

/** Whom a report is written for. */
export type Audience = "partners" | "residents";

/** What the page asks the worker. */
export type Request =
  | { readonly ask: "ready" }
  | { readonly ask: "evaluate"; readonly plan: string; readonly data: Uint8Array; readonly asOf: string }
  | { readonly ask: "report"; readonly language: Language; readonly audience: Audience };

/** A report in one language for one audience, and the files that can be saved. */
export interface Report {
  /** For this page. */
  readonly fragment: string;
  /** To save. */
  readonly page: string;
  /** All indicators as a Vega-Lite specification; its description says what is to be seen. */
  readonly overview: ChartSpec;
  readonly spreadsheet: string;
  readonly machine: string;
  readonly json: string;
}

/** What an evaluation says besides its reports. */
export interface Evaluated {
  readonly unparsed: readonly Unparsed[];
}

/** What the worker answers. */
export type Answer =
  | { readonly id: number; readonly value: Evaluated | Report | null }
  | { readonly id: number; readonly faults: readonly Fault[] }
  | { readonly id: number; readonly crash: string };
