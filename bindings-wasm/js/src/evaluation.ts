import * as core from "../pkg/core.js";
import { guarded, Held, made } from "./core.js";
import { frozen, optionsJson } from "./estimates.js";
import type { ChartSpec, EvaluationContent, LanguageOptions, ReportContent } from "./results.js";
import type { Language } from "./text.js";

/** In which language and for whom a report is written. */
export interface ReportOptions {
  /** English unless given. */
  readonly language?: Language;
  /** Partners read every figure with its interval, residents plain sentences. Partners unless given. */
  readonly audience?: "partners" | "residents";
}

/** How figures are written as CSV. */
export interface CsvOptions extends LanguageOptions {
  /** `machine`: comma, point, unrounded. `spreadsheet`: as a spreadsheet in that language expects it. Machine unless given. */
  readonly flavour?: "machine" | "spreadsheet";
}

/** Which picture is drawn. */
export interface ChartOptions extends LanguageOptions {
  /** The id of one indicator; all of them unless given. */
  readonly indicator?: string;
}

/** The evaluator's own copy of the results, small groups included: as confidential as the answers. */
export class Evaluation extends Held<core.Evaluation> {
  /** @internal Use `plan.evaluate`. */
  constructor(handle: core.Evaluation) {
    super(made(handle, core.Evaluation, "an evaluation is made by plan.evaluate"));
  }

  /**
   * Reads what `toJson` wrote.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml("[[indicators]]\nid = 'trust'\ntitle = 'Trust'\nvariable = 'trust'\nstatistic = 'mean'");
   * const evaluation = plan.evaluate({ survey: { trust: Array.from({ length: 60 }, (_, row) => row % 5) } });
   * Evaluation.fromJson(evaluation.toJson()).content.indicators.length; // 1
   * ```
   */
  static fromJson(text: string): Evaluation {
    return new Evaluation(guarded(() => core.Evaluation.fromJson(text)));
  }

  /**
   * The results as JSON: the same bytes in every language. It says of itself that it is confidential.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml("[[indicators]]\nid = 'trust'\ntitle = 'Trust'\nvariable = 'trust'\nstatistic = 'mean'");
   * const evaluation = plan.evaluate({ survey: { trust: Array.from({ length: 60 }, (_, row) => row % 5) } });
   * JSON.parse(evaluation.toJson()).kind; // "confidential_evaluation"
   * ```
   */
  toJson(): string {
    return guarded(() => this.handle.toJson());
  }

  /**
   * What may be shared: small groups are hidden, and those by which they could be found.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml("[[indicators]]\nid = 'trust'\ntitle = 'Trust'\nvariable = 'trust'\nstatistic = 'mean'");
   * const evaluation = plan.evaluate({ survey: { trust: Array.from({ length: 60 }, (_, row) => row % 5) } });
   * evaluation.publish().content.indicators.length; // 1
   * ```
   */
  publish(): PublishedEvaluation {
    return new PublishedEvaluation(guarded(() => this.handle.publish()));
  }

  /**
   * Every figure, small groups included.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml("[[indicators]]\nid = 'trust'\ntitle = 'Trust'\nvariable = 'trust'\nstatistic = 'mean'");
   * const evaluation = plan.evaluate({ survey: { trust: Array.from({ length: 60 }, (_, row) => row % 5) } });
   * evaluation.content.indicators[0].id; // "trust"
   * ```
   */
  get content(): EvaluationContent {
    return frozen(JSON.parse(this.toJson()));
  }

  /**
   * The published report as a page of its own.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml("[[indicators]]\nid = 'trust'\ntitle = 'Trust'\nvariable = 'trust'\nstatistic = 'mean'");
   * const evaluation = plan.evaluate({ survey: { trust: Array.from({ length: 60 }, (_, row) => row % 5) } });
   * evaluation.toHtml({ language: "fr" }).includes("<html lang=\"fr\""); // true
   * ```
   */
  toHtml(options?: ReportOptions): string {
    return this.publish().toHtml(options);
  }

  /**
   * The published report as Markdown.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml("[[indicators]]\nid = 'trust'\ntitle = 'Trust'\nvariable = 'trust'\nstatistic = 'mean'");
   * const evaluation = plan.evaluate({ survey: { trust: Array.from({ length: 60 }, (_, row) => row % 5) } });
   * evaluation.toMarkdown({ audience: "residents" }).startsWith("#"); // true
   * ```
   */
  toMarkdown(options?: ReportOptions): string {
    return this.publish().toMarkdown(options);
  }

  /**
   * The published figures as aligned text.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml("[[indicators]]\nid = 'trust'\ntitle = 'Trust'\nvariable = 'trust'\nstatistic = 'mean'");
   * const evaluation = plan.evaluate({ survey: { trust: Array.from({ length: 60 }, (_, row) => row % 5) } });
   * evaluation.toText().includes("Trust"); // true
   * ```
   */
  toText(options?: LanguageOptions): string {
    return this.publish().toText(options);
  }

  /**
   * The published figures as CSV, for programs or for a spreadsheet.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml("[[indicators]]\nid = 'trust'\ntitle = 'Trust'\nvariable = 'trust'\nstatistic = 'mean'");
   * const evaluation = plan.evaluate({ survey: { trust: Array.from({ length: 60 }, (_, row) => row % 5) } });
   * evaluation.toCsv().split("\n").length > 1; // true
   * ```
   */
  toCsv(options?: CsvOptions): string {
    return this.publish().toCsv(options);
  }

  /**
   * The published picture of one indicator, or of all.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml("[[indicators]]\nid = 'trust'\ntitle = 'Trust'\nvariable = 'trust'\nstatistic = 'mean'");
   * const evaluation = plan.evaluate({ survey: { trust: Array.from({ length: 60 }, (_, row) => row % 5) } });
   * typeof evaluation.chart({ indicator: "trust" }).description; // "string"
   * ```
   */
  chart(options?: ChartOptions): ChartSpec {
    return this.publish().chart(options);
  }
}

/** Results that may be shared. */
export class PublishedEvaluation extends Held<core.PublishedEvaluation> {
  /** @internal Use `evaluation.publish`. */
  constructor(handle: core.PublishedEvaluation) {
    super(made(handle, core.PublishedEvaluation, "a publication is made by evaluation.publish"));
  }

  /**
   * Reads what `toJson` wrote.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml("[[indicators]]\nid = 'trust'\ntitle = 'Trust'\nvariable = 'trust'\nstatistic = 'mean'");
   * const evaluation = plan.evaluate({ survey: { trust: Array.from({ length: 60 }, (_, row) => row % 5) } });
   * PublishedEvaluation.fromJson(evaluation.publish().toJson()).content.indicators.length; // 1
   * ```
   */
  static fromJson(text: string): PublishedEvaluation {
    return new PublishedEvaluation(guarded(() => core.PublishedEvaluation.fromJson(text)));
  }

  /**
   * The results as JSON: the same bytes in every language.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml("[[indicators]]\nid = 'trust'\ntitle = 'Trust'\nvariable = 'trust'\nstatistic = 'mean'");
   * const evaluation = plan.evaluate({ survey: { trust: Array.from({ length: 60 }, (_, row) => row % 5) } });
   * JSON.parse(evaluation.publish().toJson()).kind; // "publication"
   * ```
   */
  toJson(): string {
    return guarded(() => this.handle.toJson());
  }

  /**
   * The content; small groups are hidden in it.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml("[[indicators]]\nid = 'trust'\ntitle = 'Trust'\nvariable = 'trust'\nstatistic = 'mean'");
   * const evaluation = plan.evaluate({ survey: { trust: Array.from({ length: 60 }, (_, row) => row % 5) } });
   * evaluation.publish().content.indicators[0].id; // "trust"
   * ```
   */
  get content(): ReportContent {
    return frozen(JSON.parse(this.toJson()));
  }

  /**
   * The report as a page of its own: no script, no request, printable.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml("[[indicators]]\nid = 'trust'\ntitle = 'Trust'\nvariable = 'trust'\nstatistic = 'mean'");
   * const evaluation = plan.evaluate({ survey: { trust: Array.from({ length: 60 }, (_, row) => row % 5) } });
   * evaluation.publish().toHtml().startsWith("<!"); // true
   * ```
   */
  toHtml(options?: ReportOptions): string {
    return guarded(() => this.handle.toHtml(optionsJson(options)));
  }

  /**
   * The report as a piece for another page: classes only, headings from level 2 down.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml("[[indicators]]\nid = 'trust'\ntitle = 'Trust'\nvariable = 'trust'\nstatistic = 'mean'");
   * const evaluation = plan.evaluate({ survey: { trust: Array.from({ length: 60 }, (_, row) => row % 5) } });
   * evaluation.publish().toHtmlFragment().includes("<html"); // false
   * ```
   */
  toHtmlFragment(options?: ReportOptions): string {
    return guarded(() => this.handle.toHtml(optionsJson(options, { fragment: true })));
  }

  /**
   * The report as Markdown.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml("[[indicators]]\nid = 'trust'\ntitle = 'Trust'\nvariable = 'trust'\nstatistic = 'mean'");
   * const evaluation = plan.evaluate({ survey: { trust: Array.from({ length: 60 }, (_, row) => row % 5) } });
   * evaluation.publish().toMarkdown().startsWith("#"); // true
   * ```
   */
  toMarkdown(options?: ReportOptions): string {
    return guarded(() => this.handle.toMarkdown(optionsJson(options)));
  }

  /**
   * The figures as aligned text.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml("[[indicators]]\nid = 'trust'\ntitle = 'Trust'\nvariable = 'trust'\nstatistic = 'mean'");
   * const evaluation = plan.evaluate({ survey: { trust: Array.from({ length: 60 }, (_, row) => row % 5) } });
   * evaluation.publish().toText({ language: "nl" }).includes("Trust"); // true
   * ```
   */
  toText(options?: LanguageOptions): string {
    return guarded(() => this.handle.toText(optionsJson(options)));
  }

  /**
   * The figures as CSV: for programs unrounded with a point for decimals, for a spreadsheet as the language writes them
   * (in French and Dutch with `;` and a decimal comma).
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml("[[indicators]]\nid = 'trust'\ntitle = 'Trust'\nvariable = 'trust'\nstatistic = 'mean'");
   * const evaluation = plan.evaluate({ survey: { trust: Array.from({ length: 60 }, (_, row) => row % 5) } });
   * evaluation.publish().toCsv({ flavour: "spreadsheet" }).split("\n").length > 1; // true
   * ```
   */
  toCsv(options?: CsvOptions): string {
    return guarded(() => this.handle.toCsv(optionsJson(options)));
  }

  /**
   * The picture of one indicator, or of all, as a Vega-Lite specification that holds its data and no address.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml("[[indicators]]\nid = 'trust'\ntitle = 'Trust'\nvariable = 'trust'\nstatistic = 'mean'");
   * const evaluation = plan.evaluate({ survey: { trust: Array.from({ length: 60 }, (_, row) => row % 5) } });
   * typeof evaluation.publish().chart().description; // "string"
   * ```
   */
  chart(options?: ChartOptions): ChartSpec {
    return JSON.parse(guarded(() => this.handle.chart(optionsJson(options))));
  }
}
