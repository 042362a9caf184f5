import * as core from "../pkg/core.js";
import { Assessment, PublishedAssessment } from "./assessment.js";
import type { PublishedReviewContent, ReviewContent } from "./content.js";
import { guarded, Held, made } from "./core.js";
import { frozen, optionsJson } from "./estimates.js";
import type { ReportOptions } from "./evaluation.js";
import type { Text } from "./generated/plan.js";
import { type NetworkContent, NetworkResult } from "./network-results.js";
import type { RecordTables } from "./plan.js";
import type { ChartSpec, LanguageOptions, Note } from "./results.js";

export type {
  Curve,
  Finding,
  Ledger,
  MedianTime,
  Movement,
  PublishedFinding,
  PublishedReviewContent,
  ReviewContent,
} from "./content.js";

/** The network of one kind of tie in the last wave, over those who take part on the day of the review. */
export interface ReviewedNetwork {
  readonly kind: string | null;
  readonly wave: string | null;
  /** The network as a whole, as `Network.summary`. */
  readonly summary: NetworkResult;
  /** Every stakeholder, as `Network.centrality`. */
  readonly partners: NetworkResult;
  /** What others say of each stakeholder, as `Network.received`; `undefined` where no tie has a weight. */
  readonly received: NetworkResult | undefined;
  readonly notes: readonly Note[];
}

/** What a review is made from. */
export interface ReviewInput {
  /** Tables of records by kind; kinds that are not given are taken from the plan. */
  readonly records?: RecordTables;
  /** The date that is taken as today, as `YYYY-MM-DD`: the library reads no clock. Later records are left out. */
  readonly as_of: string;
  /** The review before: each finding then says how it moved. */
  readonly previous?: Review;
  /** The seed of the permutation test of sectors, where there are too many ways to look at all; 1 unless given. */
  readonly seed?: number;
}

/** A picture of a review. */
export type ReviewPicture =
  | "responsibilities"
  | "load"
  | "timeline"
  | "retention"
  | "importance_performance"
  | "network"
  | "loss";

/** Rows of a review: plain objects with the fields that the documentation of the format names. */
export type ReviewRows<Fields extends string> = readonly {
  readonly [field in Fields]: string | number | boolean | null | readonly string[] | Text;
}[];

/** @internal What reviews and published reviews have in common. */
export class ShownReview<
  Content extends ReviewContent | PublishedReviewContent,
  Handle extends core.Review | core.PublishedReview,
> extends Held<Handle> {
  #content: Content | undefined;

  /** The review as JSON: the same bytes in every language. */
  toJson(): string {
    return guarded(() => this.handle.toJson());
  }

  /** Everything that it says, as plain data. */
  get content(): Content {
    this.#content ??= frozen(JSON.parse(this.toJson())) as Content;
    return this.#content;
  }

  /** Weak points, the gravest first. */
  get findings(): Content["findings"] {
    return this.content.findings;
  }

  /** Who does what, towards which objectives. */
  get responsibilities(): Content["responsibilities"] {
    return this.content.responsibilities;
  }

  /** Who carries how much, and what was needed. */
  get shares(): Content["shares"] {
    return this.content.shares;
  }

  /** Who was told what, and when. */
  get communication(): Content["communication"] {
    return this.content.communication;
  }

  /** Conflicts and how they end; published, as counts. */
  get conflicts(): Content["conflicts"] {
    return this.content.conflicts;
  }

  /** Who stays. */
  get retention(): Content["retention"] {
    return this.content.retention;
  }

  /** Who works with whom, one network per kind of tie; everybody is taken to have answered. */
  get networks(): readonly ReviewedNetwork[] {
    const result = (of: NetworkContent) => NetworkResult.fromJson(JSON.stringify(of));
    return this.content.networks.map(({ kind, wave, summary, partners, received, notes }) => ({
      kind,
      wave,
      summary: result(summary),
      partners: result(partners),
      received: received === null ? undefined : result(received),
      notes,
    }));
  }

  /** The sentences of all findings, in their order. */
  findingTexts(options?: LanguageOptions): string[] {
    return guarded(() => this.handle.findingTexts(optionsJson(options)));
  }

  /** The review as a page of its own: no script, no request, printable. For residents: what `publish` leaves. */
  toHtml(options?: ReportOptions): string {
    return guarded(() => this.handle.toHtml(optionsJson(options)));
  }

  /** The review as a piece for another page: classes only, headings from level 2 down. */
  toHtmlFragment(options?: ReportOptions): string {
    return guarded(() => this.handle.toHtml(optionsJson(options, { fragment: true })));
  }

  /** The review as Markdown. */
  toMarkdown(options?: ReportOptions): string {
    return guarded(() => this.handle.toMarkdown(optionsJson(options)));
  }

  /** The findings, one line each. */
  toText(options?: LanguageOptions): string {
    return guarded(() => this.handle.toText(optionsJson(options)));
  }

  /** One of the pictures, as a Vega-Lite specification that holds its data and no address. */
  chart(picture: ReviewPicture, options?: ReportOptions): ChartSpec {
    return JSON.parse(guarded(() => this.handle.chart(String(picture), optionsJson(options))));
  }

  /** What `JSON.stringify` writes. */
  toJSON(): unknown {
    return this.content;
  }
}

/** The review of a partnership: as confidential as its records, since it names stakeholders. */
export class Review extends ShownReview<ReviewContent, core.Review> {
  /** @internal Use `plan.partnership.review`. */
  constructor(handle: core.Review) {
    super(made(handle, core.Review, "a review is made by plan.partnership.review"));
  }

  /**
   * Reads what `toJson` wrote.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml(Plan.template("partnership"));
   * const review = plan.partnership.review({ as_of: "2026-06-30" });
   * Review.fromJson(review.toJson()).findings.length === review.findings.length; // true
   * ```
   */
  static fromJson(text: string): Review {
    return new Review(guarded(() => core.Review.fromJson(text)));
  }

  /**
   * What was decided, whether it was done, and how the finding it answers moved.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml(Plan.template("partnership"));
   * const review = plan.partnership.review({ as_of: "2026-06-30" });
   * Array.isArray(review.actions); // true
   * ```
   */
  get actions(): ReviewContent["actions"] {
    return this.content.actions;
  }

  /**
   * What the partners' own ratings say; `undefined` where none were given.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml(Plan.template("partnership"));
   * const review = plan.partnership.review({ as_of: "2026-06-30" });
   * review.selfAssessment; // undefined
   * ```
   */
  get selfAssessment(): Assessment | undefined {
    const ratings = this.content.self_assessment;
    return ratings === null ? undefined : Assessment.fromJson(JSON.stringify(ratings));
  }

  /**
   * What residents may be given: conflicts as counts; nothing about a stakeholder that did not agree to it.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml(Plan.template("partnership"));
   * const review = plan.partnership.review({ as_of: "2026-06-30" });
   * review.publish().findings.length > 0; // true
   * ```
   */
  publish(): PublishedReview {
    return new PublishedReview(guarded(() => this.handle.publish()));
  }
}

/** What residents may be given of a review. */
export class PublishedReview extends ShownReview<PublishedReviewContent, core.PublishedReview> {
  /** @internal Use `review.publish`. */
  constructor(handle: core.PublishedReview) {
    super(made(handle, core.PublishedReview, "a published review is made by review.publish"));
  }

  /**
   * Reads what `toJson` wrote.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml(Plan.template("partnership"));
   * const review = plan.partnership.review({ as_of: "2026-06-30" });
   * PublishedReview.fromJson(review.publish().toJson()).findings.length > 0; // true
   * ```
   */
  static fromJson(text: string): PublishedReview {
    return new PublishedReview(guarded(() => core.PublishedReview.fromJson(text)));
  }

  /**
   * How many findings are only counted, by part.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml(Plan.template("partnership"));
   * const review = plan.partnership.review({ as_of: "2026-06-30" });
   * Array.isArray(review.publish().withheld); // true
   * ```
   */
  get withheld(): PublishedReviewContent["withheld"] {
    return this.content.withheld;
  }

  /**
   * What may be shared of the partners' own ratings; `undefined` where none were given.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml(Plan.template("partnership"));
   * const review = plan.partnership.review({ as_of: "2026-06-30" });
   * review.publish().selfAssessment; // undefined
   * ```
   */
  get selfAssessment(): PublishedAssessment | undefined {
    const ratings = this.content.self_assessment;
    return ratings === null ? undefined : PublishedAssessment.fromJson(JSON.stringify(ratings));
  }
}
