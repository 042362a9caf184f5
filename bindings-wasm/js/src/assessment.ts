import * as core from "../pkg/core.js";
import { Comparisons } from "./comparisons.js";
import type { AssessmentContent, PublishedAssessmentContent } from "./content.js";
import { guarded, Held, made } from "./core.js";
import { fault } from "./errors.js";
import { Estimates, frozen, optionsJson } from "./estimates.js";
import type { ReportOptions } from "./evaluation.js";
import { isPlainObject, shown } from "./json.js";
import type { ChartSpec, LanguageOptions } from "./results.js";

export type {
  AssessmentContent,
  DimensionReport,
  PublishedAssessmentContent,
  PublishedDimension,
} from "./content.js";

/** The evaluator's own copy of a self-assessment, organisations included: as confidential as the answers. */
export class Assessment extends Held<core.Assessment> {
  /** @internal Use `plan.partnership.assess`. */
  constructor(handle: core.Assessment) {
    super(made(handle, core.Assessment, "an assessment is made by plan.partnership.assess"));
  }

  /** Reads what `toJson` wrote. */
  static fromJson(text: string): Assessment {
    return new Assessment(guarded(() => core.Assessment.fromJson(text)));
  }

  /** The results as JSON: the same bytes in every language. It says of itself that it is confidential. */
  toJson(): string {
    return guarded(() => this.handle.toJson());
  }

  /** What may be shared: nothing of fewer organisations than the plan asks for, nor what would give one away. */
  publish(): PublishedAssessment {
    return new PublishedAssessment(guarded(() => this.handle.publish()));
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
    return guarded(() => {
      const means = new core.Residents();
      for (const [name, estimates] of Object.entries(residents)) {
        if (estimates instanceof Estimates) means.add(name, estimates.handle);
        else throw fault("wrong_type", `residents[${name}]`, `\`${name}\` needs the estimates of a survey`);
      }
      return new Comparisons(this.handle.beside(means));
    });
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
export class PublishedAssessment extends Held<core.PublishedAssessment> {
  /** @internal Use `assessment.publish`. */
  constructor(handle: core.PublishedAssessment) {
    super(made(handle, core.PublishedAssessment, "a publication is made by assessment.publish"));
  }

  /** Reads what `toJson` wrote. */
  static fromJson(text: string): PublishedAssessment {
    return new PublishedAssessment(guarded(() => core.PublishedAssessment.fromJson(text)));
  }

  /** The results as JSON: the same bytes in every language. */
  toJson(): string {
    return guarded(() => this.handle.toJson());
  }

  /** The content, without what is about few organisations. */
  get content(): PublishedAssessmentContent {
    return frozen(JSON.parse(this.toJson()));
  }

  /** The report as a page of its own: no script, no request, printable. */
  toHtml(options?: ReportOptions): string {
    return guarded(() => this.handle.toHtml(optionsJson(options)));
  }

  /** The report as a piece for another page: classes only, headings from level 2 down. */
  toHtmlFragment(options?: ReportOptions): string {
    return guarded(() => this.handle.toHtml(optionsJson(options, { fragment: true })));
  }

  /** The report as Markdown. */
  toMarkdown(options?: ReportOptions): string {
    return guarded(() => this.handle.toMarkdown(optionsJson(options)));
  }

  /** Importance over performance of every dimension, as a Vega-Lite specification that holds its data and no address. */
  chart(options?: LanguageOptions): ChartSpec {
    return JSON.parse(guarded(() => this.handle.chart(optionsJson(options))));
  }
}
