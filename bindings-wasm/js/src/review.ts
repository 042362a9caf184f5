import * as core from "../pkg/review.js";
import { Assessment, type AssessmentContent, AssessmentPublication } from "./assessment.js";
import { fault, guarded } from "./errors.js";
import { frozen, optionsJson } from "./estimates.js";
import type { ReportOptions } from "./evaluation.js";
import type { Text } from "./generated/plan.js";
import { type NetworkContent, NetworkResult } from "./network-results.js";
import type { RecordTables } from "./plan.js";
import type { ChartSpec, LanguageOptions, Note, Provenance } from "./results.js";

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

/** How a finding moved since the review before. */
export type Movement = "new" | "improved" | "unchanged" | "worse" | "cannot_tell";

/** A weak point: what it is, how much it matters, what shows it and where that stands. */
export interface Finding {
  /** Code and subject; the same from review to review. An action names it. */
  readonly id: string;
  readonly code: string;
  readonly severity: "low" | "medium" | "high";
  /** The id of what it is about; null for the partnership as a whole. */
  readonly subject: string | null;
  /** The stakeholders of which it speaks. */
  readonly stakeholders: readonly string[];
  /** A figure of which more is worse; null where the finding is there or not. */
  readonly measure: number | null;
  /** The values its sentence needs. */
  readonly evidence: { readonly [name: string]: string };
  /** Where what shows it stands: paths in the plan and in the tables, rows counted from 0. */
  readonly records: readonly string[];
  /** The actions that answer it. */
  readonly actions: readonly string[];
  /** How it moved since the review before; null without one. */
  readonly movement: Movement | null;
}

/** Rows of a review: plain objects with the fields that the documentation of the format names. */
export type ReviewRows<Fields extends string> = readonly {
  readonly [field in Fields]: string | number | boolean | null | readonly string[] | Text;
}[];

/** The contributions of one kind. */
export interface Ledger {
  readonly kind: string;
  readonly unit: string | null;
  /** The sum of what was given; null where it cannot be had, see `reason`. */
  readonly total: number | null;
  readonly n: number;
  /** On how many stakeholders the load could lie. */
  readonly stakeholders: number;
  readonly rows: readonly {
    readonly stakeholder: string;
    readonly n: number;
    readonly amount: number;
    /** Between 0 and 1. */
    readonly share: number;
    readonly agreed_share: number | null;
    readonly gap: number | null;
  }[];
  /** How unequal the load lies, with what the measures can reach at this number of stakeholders. */
  readonly concentration: {
    readonly gini: number;
    readonly gini_most: number;
    readonly gini_normalised: number;
    readonly herfindahl: number;
    readonly herfindahl_least: number;
    readonly herfindahl_normalised: number;
  } | null;
  /** The part of the load, between 0 and 1, that would have to move for all to carry what was agreed. */
  readonly to_move: number | null;
  readonly agreement: "kind" | "whole" | null;
  readonly reason: Note | null;
  readonly notes: readonly Note[];
}

/** The time in days by which half have ended; an end that is null cannot be stated. */
export interface MedianTime {
  readonly days: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
  readonly method: string;
  readonly reason: Note | null;
}

/** The share of cases that have not ended, by days (Kaplan and Meier 1958). */
export interface Curve {
  readonly group: string;
  /** From when days are counted. */
  readonly clock: "start" | "joining" | "opening";
  readonly n: number;
  readonly ended: number;
  readonly late_entries: number;
  readonly steps: readonly {
    readonly days: number;
    readonly at_risk: number;
    readonly ended: number;
    readonly open: number;
    readonly share: number;
    readonly se: number | null;
    readonly low: number | null;
    readonly high: number | null;
  }[];
  readonly median: MedianTime;
  readonly after_one_year: number | null;
  readonly notes: readonly Note[];
}

/** Everything that a review says. */
export interface ReviewContent {
  readonly format: number;
  readonly kind: "confidential_review" | "published_review";
  readonly title: Text | null;
  readonly as_of: string;
  readonly previous: string | null;
  readonly stakeholders: ReviewRows<"stakeholder" | "name" | "sector" | "member" | "publish">;
  readonly findings: readonly Finding[];
  readonly past_findings: readonly (Pick<Finding, "id" | "code" | "subject" | "stakeholders" | "evidence"> & {
    readonly movement: "improved" | "worse" | "cannot_tell";
  })[];
  /** What could be looked for with these records. */
  readonly judged: readonly string[];
  /** How many findings about single stakeholders a published review leaves out. */
  readonly withheld: readonly { readonly part: string; readonly n: number }[];
  readonly actions: ReviewRows<
    | "action"
    | "title"
    | "finding"
    | "status"
    | "owner"
    | "opened"
    | "due"
    | "closed"
    | "days_overdue"
    | "outcome"
    | "finding_state"
  >;
  readonly responsibilities: {
    readonly activities: ReviewRows<
      "activity" | "title" | "start" | "end" | "responsible" | "accountable" | "consulted" | "informed" | "unnamed"
    >;
    readonly loads: ReviewRows<
      | "stakeholder"
      | "responsible"
      | "accountable"
      | "consulted"
      | "informed"
      | "tasks"
      | "share"
      | "expected_share"
      | "agreed"
    >;
    readonly dependencies: ReviewRows<"kind" | "id" | "stakeholder">;
    readonly sectors: ReviewRows<"sector" | "expected" | "stakeholders" | "representatives">;
    readonly roles: ReviewRows<"role" | "title" | "stakeholders" | "unnamed" | "sectors">;
    readonly objectives: ReviewRows<"objective" | "title" | "owner" | "shared_by" | "activities" | "indicators">;
    readonly theory: {
      readonly nodes: ReviewRows<"level" | "id" | "title" | "from" | "to">;
      readonly links: ReviewRows<"from_level" | "from" | "to_level" | "to">;
      readonly cycles: readonly (readonly string[])[];
      readonly coverage: ReviewRows<"what" | "n" | "of" | "share">;
    };
  };
  readonly shares: {
    readonly ledgers: readonly Ledger[];
    readonly needs: ReviewRows<
      "need" | "what" | "amount" | "unit" | "by" | "pledged" | "delivered" | "met" | "met_on" | "days_late" | "status"
    >;
    readonly recognition: ReviewRows<
      | "stakeholder"
      | "contributions"
      | "share_of_contributions"
      | "recognitions"
      | "share_of_recognitions"
      | "recognised_contributions"
      | "median_days_to_thanks"
      | "last_recognition"
    >;
    readonly notes: readonly Note[];
  };
  readonly communication: {
    readonly channels: ReviewRows<
      | "channel"
      | "title"
      | "audience"
      | "events"
      | "first"
      | "last"
      | "planned"
      | "kept"
      | "kept_share"
      | "longest_silence_days"
      | "longest_silence_from"
      | "silent_for_days"
      | "longest_delay_days"
      | "owing"
    >;
    readonly reached: ReviewRows<"stakeholder" | "meetings" | "present" | "share">;
    readonly audiences: ReviewRows<
      "audience" | "channels" | "events" | "last" | "planned" | "kept" | "longest_delay_days"
    >;
    readonly notes: readonly Note[];
  };
  readonly conflicts: {
    readonly known: boolean;
    readonly n: number;
    readonly open: number;
    readonly settled: number;
    readonly settled_share: number | null;
    readonly mediated: number;
    readonly not_mediated: number;
    readonly mediated_settled: number;
    readonly rows: ReviewRows<
      "conflict" | "opened" | "closed" | "status" | "days" | "mediated" | "parties" | "activity" | "issue"
    >;
    readonly curves: readonly Curve[];
    readonly recurring: ReviewRows<"a" | "b" | "n" | "open">;
    readonly notes: readonly Note[];
  };
  readonly retention: {
    readonly overall: Curve;
    readonly since_joining: Curve;
    readonly by_sector: readonly Curve[];
    /** The log-rank test of sectors; the p-value by permutation is the one to read where groups are small. */
    readonly comparison: {
      readonly groups: readonly string[];
      readonly observed: readonly number[];
      readonly expected: readonly number[];
      readonly chi_square: number | null;
      readonly df: number | null;
      readonly p: number | null;
      readonly permutation_p: number | null;
      readonly permutations: number;
      readonly exact: boolean;
      readonly reason: Note | null;
    };
    readonly representatives: Curve | null;
    readonly turnover: ReviewRows<
      "of" | "stakeholder" | "stays" | "current" | "left" | "left_last_year" | "years" | "left_per_year"
    >;
    readonly attendance: ReviewRows<
      | "stakeholder"
      | "meetings"
      | "present"
      | "present_in_a_row"
      | "missed_in_a_row"
      | "longest_present"
      | "last_present"
    >;
    readonly at_risk: ReviewRows<"stakeholder" | "reasons">;
    readonly recognition: ReviewRows<"state" | "stays" | "days" | "left" | "left_per_year">;
    readonly notes: readonly Note[];
  };
  /** What the partners' own ratings say, where they were given. */
  readonly self_assessment: AssessmentContent | null;
  /** Who works with whom, one network per kind of tie; the ties themselves are the partners' own. */
  readonly networks: readonly {
    readonly kind: string | null;
    readonly wave: string | null;
    readonly wave_label: Text | null;
    readonly summary: NetworkContent;
    readonly partners: NetworkContent;
    readonly received: NetworkContent | null;
    readonly ties: unknown;
    readonly notes: readonly Note[];
  }[];
  readonly timeline: ReviewRows<"kind" | "id" | "title" | "from" | "to">;
  readonly notes: readonly Note[];
  readonly contact: Text | null;
  readonly provenance: Provenance;
}

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

/** @internal A JSON text that the core wrote. */
export class Known {
  constructor(readonly text: string) {}
}

/** The review of a partnership: as confidential as its records, since it names stakeholders. */
export class Review {
  readonly #json: string;
  #made: core.Review | undefined;
  #content: ReviewContent | undefined;

  /** @internal Use `plan.partnership.review`. */
  constructor(json: Known) {
    if (!(json instanceof Known)) throw fault("wrong_type", "", "a review is made by plan.partnership.review");
    this.#json = json.text;
  }

  /** @internal The review that the core wrote as this JSON. */
  static written(json: string): Review {
    return new Review(new Known(json));
  }

  /** The review in the module that shows it: carried over when it is first shown. */
  get #handle(): core.Review {
    this.#made ??= guarded(() => core.Review.fromJson(this.#json));
    return this.#made;
  }

  /** Reads what `toJson` wrote. */
  static fromJson(text: string): Review {
    return Review.written(guarded(() => core.Review.fromJson(text).toJson()));
  }

  /** The review as JSON: the same bytes in every language. */
  toJson(): string {
    return this.#json;
  }

  /** Everything that the review says, as plain data. */
  get content(): ReviewContent {
    this.#content ??= frozen(JSON.parse(this.toJson())) as ReviewContent;
    return this.#content;
  }

  /** Every weak point, the gravest first. */
  get findings(): readonly Finding[] {
    return this.content.findings;
  }

  /** What was decided, whether it was done, and how the finding it answers moved. */
  get actions(): ReviewContent["actions"] {
    return this.content.actions;
  }

  /** Who does what, towards which objectives. */
  get responsibilities(): ReviewContent["responsibilities"] {
    return this.content.responsibilities;
  }

  /** Who carries how much, and what was needed. */
  get shares(): ReviewContent["shares"] {
    return this.content.shares;
  }

  /** Who was told what, and when. */
  get communication(): ReviewContent["communication"] {
    return this.content.communication;
  }

  /** Conflicts and how they end. */
  get conflicts(): ReviewContent["conflicts"] {
    return this.content.conflicts;
  }

  /** Who stays. */
  get retention(): ReviewContent["retention"] {
    return this.content.retention;
  }

  /** What the partners' own ratings say; of a published review what may be shared; `undefined` where none were given. */
  get selfAssessment(): Assessment | AssessmentPublication | undefined {
    const ratings = this.content.self_assessment;
    if (ratings === null) return undefined;
    const made = ratings.kind === "confidential_assessment" ? Assessment : AssessmentPublication;
    return made.fromJson(JSON.stringify(ratings));
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

  /** What residents may be given: conflicts as counts; nothing about a stakeholder that did not agree to it. */
  publish(): Review {
    return Review.written(this.#handle.publish().toJson());
  }

  /** The sentences of all findings, in their order. */
  findingTexts(options?: LanguageOptions): string[] {
    return guarded(() => this.#handle.findingTexts(optionsJson(options)));
  }

  /** The review as a page of its own: no script, no request, printable. For residents: what `publish` leaves. */
  toHtml(options?: ReportOptions): string {
    return guarded(() => this.#handle.toHtml(optionsJson(options)));
  }

  /** The review as a piece for another page: classes only, headings from level 2 down. */
  toHtmlFragment(options?: ReportOptions): string {
    return guarded(() => this.#handle.toHtml(optionsJson(options, { fragment: true })));
  }

  /** The review as Markdown. */
  toMarkdown(options?: ReportOptions): string {
    return guarded(() => this.#handle.toMarkdown(optionsJson(options)));
  }

  /** The findings, one line each. */
  toText(options?: LanguageOptions): string {
    return guarded(() => this.#handle.toText(optionsJson(options)));
  }

  /** One of the pictures, as a Vega-Lite specification that holds its data and no address. */
  chart(picture: ReviewPicture, options?: ReportOptions): ChartSpec {
    return JSON.parse(guarded(() => this.#handle.chart(String(picture), optionsJson(options))));
  }

  /** What `JSON.stringify` writes. */
  toJSON(): unknown {
    return this.content;
  }
}
