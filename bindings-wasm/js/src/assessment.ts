import * as core from "../pkg/review.js";
import { fault, guarded } from "./errors.js";
import { Estimates, frozen, optionsJson } from "./estimates.js";
import type { ReportOptions } from "./evaluation.js";
import type { Text } from "./generated/plan.js";
import { isPlainObject, shown, toJson } from "./json.js";
import type { ChartSpec, Comparison, Comparisons, Estimate, LanguageOptions, Note, Provenance } from "./results.js";

/** Everything that a self-assessment says. */
export interface AssessmentContent {
  /** The evaluator's own copy, or fit to be shared. */
  readonly kind: "confidential_assessment" | "assessment_publication";
  readonly partnership: Text | null;
  readonly title: Text | null;
  /** The wave that the figures are of. */
  readonly wave: string | null;
  readonly wave_label: Text | null;
  /** The wave before it that has answers. */
  readonly wave_before: string | null;
  readonly wave_before_label: Text | null;
  /** How organisations were put together. */
  readonly across: "organisations" | "respondents";
  /** Where importance and performance are divided. */
  readonly crosshair: "means" | "midpoint";
  /** Performance and importance at which high and low are divided. */
  readonly crosshair_at: readonly [number, number] | null;
  readonly level: number;
  /** The lowest and the highest possible rating. */
  readonly range: readonly [number, number] | null;
  readonly strength: number | null;
  readonly concern: number | null;
  readonly decimals: number | null;
  /** Figures of fewer organisations are not published. */
  readonly minimum_organisations: number;
  /** Whether partners may read which organisations did not answer. */
  readonly name_silent: boolean;
  readonly response: AssessmentResponse;
  /** One per dimension, in the order of the plan. */
  readonly dimensions: readonly DimensionReport[];
  readonly notes: readonly Note[];
  readonly provenance: Provenance;
}

/** Who answered. */
export interface AssessmentResponse {
  readonly organisations: number;
  readonly answered: number;
  /** `answered / organisations`. */
  readonly share: number | null;
  readonly people: number;
  readonly by_sector: readonly {
    readonly sector: string;
    readonly organisations: number;
    readonly answered: number;
    /** The evaluator's own copy only. */
    readonly people: number | null;
  }[];
  /** The evaluator's own copy only. */
  readonly by_organisation: readonly {
    readonly organisation: string;
    readonly sector: string;
    readonly people: number;
    readonly representatives: number | null;
  }[];
  /** Organisations that did not answer; in a publication only where the plan allows it. */
  readonly silent: readonly string[];
  readonly silent_names: readonly Text[];
}

/** What the ratings say of one dimension. */
export interface DimensionReport {
  readonly id: string;
  readonly title: Text;
  /** Id and version of the scale that scored it, or the variable. */
  readonly definition: string;
  /** The mean over organisations; `n` and `n_missing` count people. */
  readonly performance: Estimate;
  readonly organisations: number;
  /** The largest part that one organisation has in the figure; the evaluator's own copy only. */
  readonly largest_share: number | null;
  /** How far the means of organisations lie apart; lowest and highest in the evaluator's own copy only. */
  readonly spread: { readonly sd: number | null; readonly low: number | null; readonly high: number | null };
  readonly agreement: {
    readonly within: AgreementFigures;
    readonly between: AgreementFigures;
    /** The part of the variance of a rating that lies between organisations. */
    readonly icc1: Estimate;
    /** How reliable the mean of an organisation is. */
    readonly icc2: number | null;
  };
  readonly standing: {
    readonly name: "strength" | "discuss" | "concern";
    /** The cut points within the interval: the answers do not decide. */
    readonly crosses: readonly number[];
    readonly decided: boolean | null;
  } | null;
  readonly importance: Estimate | null;
  readonly quadrant: {
    readonly name: "keep_up" | "concentrate" | "low_priority" | "possible_overkill";
    readonly crosses: readonly ("performance" | "importance")[];
    readonly decided: boolean | null;
    readonly performance_gap: Estimate;
    readonly importance_gap: Estimate;
  } | null;
  readonly by_wave: readonly {
    readonly wave: string;
    readonly organisations: number;
    readonly largest_share: number | null;
    readonly estimate: Estimate;
  }[];
  /** Since the wave before, over organisations that answered in both. */
  readonly change: {
    readonly comparison: Comparison;
    readonly organisations: number;
    readonly only_now: number;
    readonly only_before: number;
  } | null;
  /** The evaluator's own copy only. */
  readonly by_organisation: readonly {
    readonly organisation: string;
    readonly people: number;
    readonly performance: number | null;
    readonly importance: number | null;
  }[];
  readonly notes: readonly Note[];
}

/** `rwg(j)` and `r*wg(j)`: agreement against answers by chance. */
export interface AgreementFigures {
  readonly rwg_j: number | null;
  readonly rwg_star: number | null;
  readonly organisations: number;
  readonly reason: Note | null;
}

/** The evaluator's own copy of a self-assessment, organisations included: as confidential as the answers. */
export class Assessment {
  readonly #handle: core.Assessment;

  /** @internal Use `plan.partnership.assess`. */
  constructor(handle: core.Assessment) {
    if (!(handle instanceof core.Assessment))
      throw fault("wrong_type", "", "an assessment is made by plan.partnership.assess");
    this.#handle = handle;
  }

  /** Reads what `toJson` wrote. */
  static fromJson(text: string): Assessment {
    return new Assessment(guarded(() => core.Assessment.fromJson(text)));
  }

  /** The results as JSON: the same bytes in every language. It says of itself that it is confidential. */
  toJson(): string {
    return this.#handle.toJson();
  }

  /** What may be shared: nothing of fewer organisations than the plan asks for, nor what would give one away. */
  publish(): AssessmentPublication {
    return new AssessmentPublication(this.#handle.publish());
  }

  /** Everything, organisations included. */
  get content(): AssessmentContent {
    return frozen(JSON.parse(this.toJson()));
  }

  /**
   * The partners' mean less the residents', by dimension: where the two see the partnership differently. The samples are
   * taken to be independent, and both sides to have answered the same question on the same scale.
   *
   * @param residents a survey's mean of one row for each dimension: `{ open: survey.mean("open") }`
   * @throws {CohesionError} for a dimension that is not there, a statistic that is no mean, a mean outside the range of
   * the ratings, or a table without exactly one row
   */
  beside(residents: { readonly [dimension: string]: Estimates }): Comparisons {
    if (!isPlainObject(residents)) {
      const message = "`residents` takes an object from dimensions to estimates: { open: survey.mean('open') }";
      throw fault("wrong_type", "residents", message, { value: shown(residents) });
    }
    const read = Object.entries(residents).map(([name, estimates]) => {
      if (estimates instanceof Estimates) return [name, estimates.toJson()];
      throw fault("wrong_type", `residents[${name}]`, `\`${name}\` needs the estimates of a survey`);
    });
    return frozen(JSON.parse(guarded(() => this.#handle.beside(toJson(Object.fromEntries(read))))));
  }

  /** The published report as a page of its own. */
  toHtml(options?: ReportOptions): string {
    return this.publish().toHtml(options);
  }

  /** The published report as Markdown. */
  toMarkdown(options?: ReportOptions): string {
    return this.publish().toMarkdown(options);
  }

  /** The published picture of importance over performance. */
  chart(options?: LanguageOptions): ChartSpec {
    return this.publish().chart(options);
  }
}

/** What may be shared of a self-assessment: nothing in it is about one organisation or one person. */
export class AssessmentPublication {
  readonly #handle: core.AssessmentPublication;

  /** @internal Use `assessment.publish`. */
  constructor(handle: core.AssessmentPublication) {
    if (!(handle instanceof core.AssessmentPublication))
      throw fault("wrong_type", "", "a publication is made by assessment.publish");
    this.#handle = handle;
  }

  /** Reads what `toJson` wrote. */
  static fromJson(text: string): AssessmentPublication {
    return new AssessmentPublication(guarded(() => core.AssessmentPublication.fromJson(text)));
  }

  /** The results as JSON: the same bytes in every language. */
  toJson(): string {
    return this.#handle.toJson();
  }

  /** The content, without what is about few organisations. */
  get content(): AssessmentContent {
    return frozen(JSON.parse(this.toJson()));
  }

  /** The report as a page of its own: no script, no request, printable. */
  toHtml(options?: ReportOptions): string {
    return guarded(() => this.#handle.toHtml(optionsJson(options)));
  }

  /** The report as a piece for another page: classes only, headings from level 2 down. */
  toHtmlFragment(options?: ReportOptions): string {
    return guarded(() => this.#handle.toHtml(optionsJson(options, { fragment: true })));
  }

  /** The report as Markdown. */
  toMarkdown(options?: ReportOptions): string {
    return guarded(() => this.#handle.toMarkdown(optionsJson(options)));
  }

  /** Importance over performance of every dimension, as a Vega-Lite specification that holds its data and no address. */
  chart(options?: LanguageOptions): ChartSpec {
    return JSON.parse(guarded(() => this.#handle.chart(optionsJson(options))));
  }
}
