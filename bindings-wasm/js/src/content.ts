// Written by `cargo run -p faces` from the Rust sources and faces.toml; do not edit.

import type { Text } from "./generated/plan.js";

/** How organisations are put together, once the people of each were. */
export type Across = "organisations" | "respondents";

/** An action and what came of it. */
export interface ActionRow {
  /** Id. */
  readonly action: string;
  /** What is done. */
  readonly title: string | null;
  /** The finding it answers, as it was written. */
  readonly finding: string | null;
  /** `open`, `done` or `dropped`, on the day of the review. */
  readonly status: string;
  /** Who sees to it. */
  readonly owner: string | null;
  /** The day it was decided. */
  readonly opened: string;
  /** The day by which it is to be done. */
  readonly due: string | null;
  /** The day it was done or dropped. */
  readonly closed: string | null;
  /** Days past its day, while it is open. */
  readonly days_overdue: number | null;
  /** What came of it. */
  readonly outcome: string | null;
  /** How the finding moved, or `present` without a review before, or `absent` where no finding has that id or code. */
  readonly finding_state: string | null;
}

/** Who does what in one activity. */
export interface ActivityRow {
  /** Id of the activity. */
  readonly activity: string;
  /** What readers call it. */
  readonly title: Text;
  /** The first day. */
  readonly start: string | null;
  /** The last day. */
  readonly end: string | null;
  /** Who does it. */
  readonly responsible: readonly string[];
  /** Who answers for it. */
  readonly accountable: readonly string[];
  /** Who is asked beforehand. */
  readonly consulted: readonly string[];
  /** Who is told. */
  readonly informed: readonly string[];
  /** In how many places of this row a published review does not name a stakeholder. */
  readonly unnamed: number;
}

/** How far people agree, within organisations and between them. */
export interface Agreement {
  /** People of the same organisation. */
  readonly within: AgreementWithin;
  /** Organisations with each other. */
  readonly between: AgreementBetween;
  /**
   * ICC(1): the part of the variance of a rating that lies between organisations. Its interval is exact where
   * organisations have equally many respondents (Shrout and Fleiss 1979), else near it.
   */
  readonly icc1: Estimate;
  /** ICC(2): how reliable the mean of an organisation is. */
  readonly icc2: number | null;
}

/** Agreement of organisations with each other: each organisation's mean counts as one rating. */
export interface AgreementBetween {
  /** As within. */
  readonly rwg_j: number | null;
  /** As within. */
  readonly rwg_star: number | null;
  /** Organisations whose people together answered every item. */
  readonly organisations: number;
  /** Why there is none. */
  readonly reason: Note | null;
}

/** Agreement of people of the same organisation, averaged over organisations. */
export interface AgreementWithin {
  /**
   * `rwg(j)` of James, Demaree and Wolf (1984) against answers by chance, each answer as likely; 0 where people
   * disagree more than by chance.
   */
  readonly rwg_j: number | null;
  /** `r*wg(j)` of Lindell, Brandt and Whitney (1999): 1 less mean variance by variance by chance; may be negative. */
  readonly rwg_star: number | null;
  /** Organisations with at least two people who answered every item. */
  readonly organisations: number;
  /** Why there is none. */
  readonly reason: Note | null;
}

/** One combination. */
export interface AnonymityClass {
  /** One label per column; `null` where it is missing. */
  readonly labels: readonly (string | null)[];
  /** How many rows have it. */
  readonly n: number;
  /** How many different values of the sensitive column they have. */
  readonly diversity: number | null;
}

/** How the figures were made to agree with that of the whole. */
export interface AreaBenchmark {
  /** Multiplied or added. */
  readonly method: BenchmarkMethod;
  /** The figure of the whole. */
  readonly target: number;
  /** Its standard error. */
  readonly target_se: number | null;
  /** What the figures of the areas gave together before, each with its size. */
  readonly before: number;
  /** The factor, or what was added. */
  readonly applied: number;
  /** What benchmarking adds to the mean squared error of a figure as large as that of the whole. */
  readonly added_variance: number;
}

/** Which variance of an area's own figure the model takes. */
export type AreaVariances = "direct" | "smoothed";

/** Everything that a self-assessment says. */
export interface AssessmentContent {
  /** The format of the document. */
  readonly format: number;
  /** What the document is. */
  readonly kind: "confidential_assessment";
  /** What the partnership is called. */
  readonly partnership: Text | null;
  /** What the assessment is called. */
  readonly title: Text | null;
  /** The wave that the figures are of; `null` where the plan tells no waves apart. */
  readonly wave: string | null;
  /** What readers call it. */
  readonly wave_label: Text | null;
  /** The wave before it that has answers. */
  readonly wave_before: string | null;
  /** What readers call it. */
  readonly wave_before_label: Text | null;
  /** How organisations were put together. */
  readonly across: Across;
  /** Where importance and performance are divided. */
  readonly crosshair: Crosshair;
  /** Performance and importance at which high and low are divided; `null` where nothing is divided. */
  readonly crosshair_at: readonly [number, number] | null;
  /** Level of the intervals. */
  readonly level: number;
  /** The lowest and the highest possible rating, where all dimensions have the same and it is known. */
  readonly range: readonly [number, number] | null;
  /** From this figure up a dimension is a strength. */
  readonly strength: number | null;
  /** Below this figure it is a concern. */
  readonly concern: number | null;
  /** To how many decimals a figure was rounded before it was held against the two. */
  readonly decimals: number | null;
  /** Figures of fewer organisations are not published. */
  readonly minimum_organisations: number;
  /** Whether partners may read which organisations did not answer. */
  readonly name_silent: boolean;
  /** Who answered. */
  readonly response: Response;
  /** One per dimension, in the order of the plan. */
  readonly dimensions: readonly DimensionReport[];
  /** Findings about the whole. */
  readonly notes: readonly Note[];
  /** Where the figures come from. */
  readonly provenance: Provenance;
}

/** A partner that may be about to leave. */
export interface AtRiskRow {
  /** Id of the stakeholder. */
  readonly stakeholder: string;
  /** `missed_meetings`, `no_contribution`, `open_conflict`, `above_agreed_share`, `never_thanked`. */
  readonly reasons: readonly string[];
}

/** How a stakeholder attends the partners' meetings that have a list of who was there. */
export interface AttendanceRow {
  /** Id of the stakeholder. */
  readonly stakeholder: string;
  /** Meetings while it took part. */
  readonly meetings: number;
  /** Those at which it was. */
  readonly present: number;
  /** The last meetings in a row at which it was. */
  readonly present_in_a_row: number;
  /** The last meetings in a row that it missed. */
  readonly missed_in_a_row: number;
  /** The longest run of meetings at which it was. */
  readonly longest_present: number;
  /** The last day on which it was there. */
  readonly last_present: string | null;
}

/** Whom a channel reaches. */
export type Audience = "partners" | "participants" | "residents" | "public";

/** What an audience was told. */
export interface AudienceRow {
  /** The audience. */
  readonly audience: Audience;
  /** Channels meant for it. */
  readonly channels: number;
  /** Events of these channels. */
  readonly events: number;
  /** The last of them. */
  readonly last: string | null;
  /** Slots that ended. */
  readonly planned: number;
  /** Slots with an event. */
  readonly kept: number;
  /** The most days that one was late. */
  readonly longest_delay_days: number | null;
}

/** The proof that what is hidden cannot be worked out, and what it rests on. */
export interface Audit {
  /** Whether every hidden count keeps a range that is wide enough. */
  readonly passed: boolean;
  /** How the ranges were found. */
  readonly method: string;
  /** How often something more had to be hidden. */
  readonly rounds: number;
  /** The hidden counts with the ranges that are left for them. */
  readonly cells: readonly AuditedCell[];
  /** What was taken for granted. */
  readonly assumed: readonly Note[];
}

/** The range of one hidden count that anybody can work out from what is shown. */
export interface AuditedCell {
  /** The table, counted from 0. */
  readonly table: number;
  /** The labels of the group; of a group that stands in no table, what it is. */
  readonly labels: readonly string[];
  /** Which count. */
  readonly count: AuditedCount;
  /** The smallest possible value; `null` for a figure. */
  readonly low: number | null;
  /** The largest possible value; `null` for a figure, and where nothing bounds it. */
  readonly high: number | null;
  /** How wide the range had to be. */
  readonly needed: number;
  /** Whether the group stands in no table and can only be found by subtraction. */
  readonly implied: boolean;
}

/** Which count of a hidden group was looked at. */
export type AuditedCount = "answers" | "counted" | "not_counted" | "figure";

/** The share of one grouped category. */
export interface BandReport {
  /** Id of the band. */
  readonly id: string;
  /** What readers call it. */
  readonly label: Text | null;
  /** Where it begins; open downwards without it. */
  readonly from?: number;
  /** Where it ends; open upwards without it. */
  readonly to?: number;
  /** Whether `from` itself lies outside. */
  readonly from_open?: boolean;
  /** Whether `to` itself lies outside. */
  readonly to_open?: boolean;
  /** The share. */
  readonly share: Estimate;
}

/** What an indicator is computed from: two with the same variable speak of the same answers. */
export interface Basis {
  /** The variable or the scale. */
  readonly variable: string;
  /** For a share: the codes that count. */
  readonly values: readonly Code[];
  /** For a share: values from here up count. */
  readonly at_least: number | null;
  /** For a share: values up to here count. */
  readonly at_most: number | null;
  /** Which rows are counted. */
  readonly condition: Condition | null;
}

/** A figure from elsewhere to look at beside an indicator. */
export interface Benchmark {
  /** The figure, in the unit of the indicator. */
  readonly value: number;
  /** What it is the figure of. */
  readonly label: Text;
  /** Where it comes from. */
  readonly source?: Text;
}

/** How figures of areas are made to agree with that of the whole. */
export type BenchmarkMethod = "ratio" | "difference";

/**
 * A calibration: known totals, weights before and after, and how far they moved.
 *
 * The factor of a row, g, is its calibrated weight by its weight before.
 */
export interface CalibrationContent {
  /** How the weights were moved. */
  readonly method: CalibrationMethod;
  /** Least and most of g that were asked. */
  readonly bounds: readonly [number, number] | null;
  /** One row per known total, in the order they were given. */
  readonly rows: readonly CalibrationRow[];
  /** How many rows have a weight. */
  readonly n: number;
  /** The sum of the weights before. */
  readonly sum_before: number;
  /** The sum of the calibrated weights. */
  readonly sum_after: number;
  /** The least g. */
  readonly g_min: number;
  /** The largest g. */
  readonly g_max: number;
  /** Kish's design effect of weighting before: n times the sum of squares by the square of the sum. */
  readonly kish_before: number;
  /** The same of the calibrated weights. */
  readonly kish_after: number;
  /** How many steps it took. */
  readonly iterations: number;
  /** Whether every total is met; one that is not is an error, so a result says `true`. */
  readonly converged: boolean;
  /** What trimming did, where it was asked. */
  readonly trimming: Trimming | null;
  /** Findings that are not fatal. */
  readonly notes: readonly Note[];
  /** How the weights were made, and how errors take it into account. */
  readonly description: string;
  /** Where the figures come from. */
  readonly provenance: Provenance;
}

/** How weights are moved towards known totals. */
export type CalibrationMethod = "post_stratify" | "raking" | "linear" | "logit";

/** One known total, before and after. */
export interface CalibrationRow {
  /** The columns of the margin, crossed where there are several; the column whose sum is known. */
  readonly columns: readonly string[];
  /** One label per column; empty for the sum of a column. */
  readonly levels: readonly string[];
  /** How many rows with a weight are there. */
  readonly n: number;
  /** The known total. */
  readonly population: number;
  /** Its standard error, where it is an estimate itself. */
  readonly se: number | null;
  /** The total of the weights before. */
  readonly before: number;
  /** The total of the calibrated weights. */
  readonly after: number;
}

/** What stands in a row of a column. */
export interface CellOfRow {
  /** The row, counted from 1, where it is known. */
  readonly row?: number;
  /** What stands there. */
  readonly value: string;
}

/** Change since the wave before. */
export interface Change {
  /** This wave less the one before, labels `[dimension, wave]`; p adjusted over the dimensions. */
  readonly comparison: Comparison;
  /** Organisations that answered in both. */
  readonly organisations: number;
  /** Organisations that answered in this wave only. */
  readonly only_now: number;
  /** Organisations that answered in the wave before only. */
  readonly only_before: number;
}

/**
 * A channel: what was planned, what took place.
 *
 * A slot runs from one planned day up to the day before the next; it is kept where an event of the channel lies in it.
 * Only slots that ended by the day of the review count.
 */
export interface ChannelRow {
  /** Id of the channel. */
  readonly channel: string;
  /** What readers call it. */
  readonly title: Text | null;
  /** Whom it reaches. */
  readonly audience: readonly Audience[];
  /** Events up to the day of the review. */
  readonly events: number;
  /** The first event. */
  readonly first: string | null;
  /** The last event. */
  readonly last: string | null;
  /** Slots that ended; none without a cadence or a first day. */
  readonly planned: number | null;
  /** Slots with an event. */
  readonly kept: number | null;
  /** Kept over planned, between 0 and 1; none where no slot has ended. */
  readonly kept_share: number | null;
  /** The longest time without an event in days, up to the day of the review or the last day of the channel. */
  readonly longest_silence_days: number | null;
  /** The day on which it began. */
  readonly longest_silence_from: string | null;
  /** Days since the last event, or since the first day of the channel; none where the channel has ended. */
  readonly silent_for_days: number | null;
  /** The most days from the end of a slot without an event to the next event, or to the day of the review. */
  readonly longest_delay_days: number | null;
  /** Whether a slot that has ended still waits for an event. */
  readonly owing: boolean;
}

/** A code as it stands in the data: a number or a word. */
export type Code = number | string;

/** Who was told what, and when. */
export interface Communication {
  /** One row per channel. */
  readonly channels: readonly ChannelRow[];
  /** One row per stakeholder that takes part: at how many of the partners' meetings it was. */
  readonly reached: readonly ReachedRow[];
  /** One row per audience. */
  readonly audiences: readonly AudienceRow[];
  /** What could not be judged. */
  readonly notes: readonly Note[];
}

/** The difference of two rows: `a` minus `b`. */
export interface Comparison {
  /** Labels of the row that is subtracted from. */
  readonly a: readonly string[];
  /** Labels of the row that is subtracted. */
  readonly b: readonly string[];
  /** The difference with its error and interval. */
  readonly estimate: Estimate;
  /** Two-sided p-value of "no difference". */
  readonly p: number | null;
  /** The p-value adjusted for all comparisons of the table (Benjamini and Hochberg 1995). */
  readonly p_adjusted: number | null;
}

/** Several comparisons, with p-values adjusted for their number. */
export interface ComparisonsContent {
  /** Always `Statistic.Difference`. */
  readonly statistic: Statistic;
  /** The grouping columns of the labels. */
  readonly keys: readonly string[];
  /** One row per comparison. */
  readonly rows: readonly Comparison[];
  /** How many would stand out by chance. */
  readonly notes: readonly Note[];
  /** Where the figures come from. */
  readonly provenance: Provenance;
}

/**
 * How unequal a load lies on n stakeholders, with what the measures can reach at that n.
 *
 * Gini's coefficient: the mean difference of all pairs (each with itself too) over twice the mean. It runs from 0 to (n
 * - 1) / n; times n / (n - 1) it runs from 0 to 1 (Deltas 2003). Herfindahl's index: the sum of squared shares. It runs
 * from 1 / n to 1; (H - 1/n) / (1 - 1/n) runs from 0 to 1.
 */
export interface Concentration {
  /** Gini's coefficient. */
  readonly gini: number;
  /** The largest it can be with so many stakeholders. */
  readonly gini_most: number;
  /** Gini's coefficient on a scale from 0 to 1 whatever the number of stakeholders. */
  readonly gini_normalised: number;
  /** Herfindahl's index. */
  readonly herfindahl: number;
  /** The least it can be with so many stakeholders. */
  readonly herfindahl_least: number;
  /** Herfindahl's index on a scale from 0 to 1 whatever the number of stakeholders. */
  readonly herfindahl_normalised: number;
}

/** A sum of variables that lies between two ends. */
export interface Condition {
  /** Variable and coefficient; each variable once. */
  readonly terms: readonly (readonly [number, number])[];
  readonly low: number | null;
  readonly high: number | null;
}

/** One conflict. */
export interface ConflictRow {
  /** Id. */
  readonly conflict: string;
  /** The day it came up. */
  readonly opened: string;
  /** The day it was settled; none while it is open on the day of the review. */
  readonly closed: string | null;
  /** `open` or `settled`. */
  readonly status: string;
  /** Days from the day it came up to its settlement, or to the day of the review. */
  readonly days: number;
  /** Whether somebody mediated; none where nothing is said. */
  readonly mediated: boolean | null;
  /** Between whom. */
  readonly parties: readonly string[];
  /** The activity it is about. */
  readonly activity: string | null;
  /** What it is about. */
  readonly issue: string | null;
}

/** The register of conflicts on the day of the review. */
export interface Conflicts {
  /** Whether there are records of conflicts. */
  readonly known: boolean;
  /** How many came up so far. */
  readonly n: number;
  /** How many are open. */
  readonly open: number;
  /** How many are settled. */
  readonly settled: number;
  /** Settled over all; none of none. */
  readonly settled_share: number | null;
  /** How many have mediation. */
  readonly mediated: number;
  /** How many say that they have none. */
  readonly not_mediated: number;
  /** How many of those with mediation are settled. */
  readonly mediated_settled: number;
  /** One row per conflict. */
  readonly rows: readonly ConflictRow[];
  /**
   * Time to settlement, open conflicts counted as still open: all, and by mediation. The difference between mediated
   * and other conflicts is no effect of mediation: hard ones may be mediated more often.
   */
  readonly curves: readonly Curve[];
  /** Pairs of stakeholders with more than one conflict. */
  readonly recurring: readonly RecurringRow[];
  /** What could not be judged. */
  readonly notes: readonly Note[];
}

/** The counts of one group. */
export interface CountRow {
  /** One label per key. */
  readonly labels: readonly string[];
  /** How many rows have an answer. */
  readonly n: number;
  /** How many have none. */
  readonly n_missing: number;
  /** How many gave one of the values that count. */
  readonly numerator: number | null;
  /** The weighted total of the numbers. */
  readonly total: number | null;
  /** The largest contributions to it, without their weights, the largest first: ten at most. */
  readonly largest: readonly number[];
}

/** Unweighted counts of a column's answers by groups, as confidential as the rows. */
export interface CountTableContent {
  /** Whose answers. */
  readonly variable: string;
  /** The values that count, sorted; empty for numbers. */
  readonly values: readonly string[];
  /** The grouping columns, in order. */
  readonly keys: readonly string[];
  /** The domain: every filter holds. */
  readonly where: readonly Filter[];
  /** One row per group; a group that is not there has nobody in it. */
  readonly rows: readonly CountRow[];
  /** How many rows of the domain have no label of the keys. */
  readonly unlabelled: number;
}

/** How many of a kind are as they should be. */
export interface CoverageRow {
  /**
   * `activities_reach_objective`, `objectives_are_served`, `objectives_have_indicator`, `results_have_indicator`,
   * `results_have_cause`.
   */
  readonly what: string;
  /** How many are. */
  readonly n: number;
  /** Of how many. */
  readonly of: number;
  /** The share; none of none. */
  readonly share: number | null;
}

/** Where importance and performance are divided into high and low (Martilla and James 1977 leave it to the analyst). */
export type Crosshair = "means" | "midpoint";

/** A curve on one day. */
export interface CurveStep {
  /** Days on the clock of the curve. */
  readonly days: number;
  /** Cases under observation just before. */
  readonly at_risk: number;
  /** Cases that ended on this day. */
  readonly ended: number;
  /** Cases still open when observation of them stopped on this day. */
  readonly open: number;
  /** The share that has not ended (Kaplan and Meier 1958). */
  readonly share: number;
  /** Greenwood's standard error; none once the share is 0. */
  readonly se: number | null;
  /** Lower end of the interval on the scale log(-log); none where the share is 1 or 0. */
  readonly low: number | null;
  /** Upper end. */
  readonly high: number | null;
}

/** Something that stops if one stakeholder leaves. */
export interface DependencyRow {
  /** `activity` or `objective`. */
  readonly kind: string;
  /** Its id. */
  readonly id: string;
  /** The stakeholder. */
  readonly stakeholder: string;
}

/** What the ratings say of one dimension. */
export interface DimensionReport {
  /** Id of the dimension. */
  readonly id: string;
  /** What readers call it. */
  readonly title: Text;
  /** Id and version of the scale that scored it, `trust@2`, or the variable. */
  readonly definition: string;
  /** The mean over organisations; its `n` and `n_missing` count people. */
  readonly performance: Estimate;
  /** How many organisations it rests on. */
  readonly organisations: number;
  /** The largest part that one organisation has in the figure, between 0 and 1. */
  readonly largest_share: number | null;
  /** How far organisations lie apart. */
  readonly spread: Spread;
  /** How far people agree. */
  readonly agreement: Agreement;
  /** Strength, to be discussed, or concern; `null` without cut points or without a figure. */
  readonly standing: Standing | null;
  /** How important it is; `null` where the plan asks no such question. */
  readonly importance: Estimate | null;
  /** Where it lies among the others; `null` where importance was not asked. */
  readonly quadrant: Quadrant | null;
  /** The mean of each wave, from the first to the last. */
  readonly by_wave: readonly WaveFigure[];
  /** This wave less the one before, over organisations that answered in both. */
  readonly change: Change | null;
  /** The mean of each organisation, in the order of the plan. */
  readonly by_organisation: readonly OrganisationFigure[];
  /** Findings. */
  readonly notes: readonly Note[];
}

/** Cases of one outcome. */
export interface DispositionCount {
  /** `i`, `p`, `r`, `nc`, `o`, `uh`, `uo` or `ne`. */
  readonly category: string;
  /** How many cases. */
  readonly n: number;
  /** The sum of their weights. */
  readonly weight: number;
}

/** Where the share of eligible cases among those of unknown eligibility comes from. */
export type EligibilityShare = "given" | "proportional_allocation";

/**
 * One figure and everything that is known of its uncertainty.
 *
 * A figure that cannot be estimated has `value: None` and says why in `reason`: it is never 0 and never NaN.
 */
export interface Estimate {
  /** The figure; `null` where it cannot be estimated. */
  readonly value: number | null;
  /** Its standard error, in the unit of the figure. */
  readonly se: number | null;
  /** Degrees of freedom of the standard error. */
  readonly df: number | null;
  /** How many rows answered. */
  readonly n: number;
  /** How many rows of the group have no answer. */
  readonly n_missing: number;
  /** Effective sample size: `n / deff`. */
  readonly n_eff: number | null;
  /** Design effect: variance against that of a simple random sample of the same size. */
  readonly deff: number | null;
  /** Interval. */
  readonly interval: Interval | null;
  /** How far it may be trusted. */
  readonly reliability: Reliability | null;
  /** How the figure and its error were made. */
  readonly method: string;
  /** Why there is no figure, or no standard error. */
  readonly reason: Note | null;
  /** Findings that are not fatal. */
  readonly notes: readonly Note[];
}

/** One row of `crate::Estimates`: the labels of its group and the figure. */
export interface EstimateRow {
  /** One label per key, in the order of the keys. */
  readonly labels: readonly string[];
  /** The figure. */
  readonly estimate: Estimate;
}

/** A table of figures with the covariance between them: what every estimator returns. */
export interface EstimatesContent {
  /** What was estimated. */
  readonly statistic: Statistic;
  /** Of which variable; for alpha the items, joined. */
  readonly variable: string;
  /** The values that count, for a share; else empty. */
  readonly values: readonly string[];
  /** The grouping columns, in order; empty for one figure over all. */
  readonly keys: readonly string[];
  /** The domain: every filter holds; empty for all rows. */
  readonly where?: readonly Filter[];
  /** One row per group, sorted by the bytes of the labels. */
  readonly rows: readonly EstimateRow[];
  /** Lower triangle of the covariance matrix of the rows, row by row; `null` where a row has no error. */
  readonly covariance: readonly (readonly (number | null)[])[];
  /** Lower triangle of the degrees of freedom of each pair of rows together, for their difference. */
  readonly joint_df: readonly (readonly (number | null)[])[];
  /** Findings about the whole table. */
  readonly notes: readonly Note[];
  /** Where the figures come from. */
  readonly provenance: Provenance;
}

/** The results of one evaluation, small groups included. */
export interface EvaluationContent {
  /** The format of the document. */
  readonly format: number;
  /** What the document is. */
  readonly kind: "confidential_evaluation";
  /** The plan's title. */
  readonly title: Text | null;
  /** The plan's description. */
  readonly description: Text | null;
  /** Where the figures come from. */
  readonly provenance: Provenance;
  /** Who was asked. */
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
  /** The rule for what may leave the desk. */
  readonly rule?: PublishRule;
  /** Whom to ask. */
  readonly contact: Text | null;
  /** Where the data come from. */
  readonly source: Text | null;
  /** The attribution that the data's licence asks for. */
  readonly attribution: Text | null;
}

/** One step of a number: the figure, its error, its interval. */
export interface ExplainedStep {
  /** What is computed, in the reader's language. */
  readonly what: string;
  /** How, with w for weights, y for answers and n for their number. */
  readonly formula: string;
  /** Where the formula comes from. */
  readonly source: string;
}

/** How a number was made. */
export interface Explanation {
  /** The figure, its error and its interval. */
  readonly steps: readonly ExplainedStep[];
  /** Columns, values, groups and design. */
  readonly inputs: readonly string[];
  /** What has to hold for the number to mean what it says, in the reader's language. */
  readonly assumptions: readonly string[];
  /**
   * The call of R's package `survey` that gives the same number, over a data frame `d` with the same columns; `null`
   * where there is none.
   */
  readonly r_call: string | null;
  /** All of it as lines of text in the reader's language. */
  readonly text: string;
}

/** What the outcome of a regression is like, and with it the link and the variance. */
export type Family = "gaussian" | "binomial" | "poisson";

/** One thing that is wrong, with its place. */
export interface Fault {
  /** What kind of fault it is. */
  readonly kind: FaultKind;
  /** Where it is: `indicators[2](belonging).items[4]` in a document, `column[X5].row[17]` in a table. */
  readonly path: string;
  /** The line of the text, counted from 1, where the input was a text. */
  readonly line: number | null;
  /** The column of that line, counted from 1 in characters. */
  readonly column: number | null;
  /** The value that was found, shortened to 80 characters. */
  readonly value: string | null;
  /** What would be right: the words of a closed set, the columns of a table, the nearest key. */
  readonly allowed: readonly string[];
  /** What is wrong, in a sentence of English. */
  readonly message: string;
}

/** What kind of fault it is. The name in snake case is the same in Rust, Python, JavaScript and JSON. */
export type FaultKind =
  | "syntax"
  | "encoding"
  | "too_large"
  | "too_deep"
  | "unsupported_format"
  | "wrong_type"
  | "unknown_key"
  | "duplicate_key"
  | "missing_field"
  | "unknown_value"
  | "out_of_range"
  | "duplicate_id"
  | "dangling_id"
  | "cycle"
  | "impossible_date"
  | "inconsistent"
  | "personal_data"
  | "missing_column"
  | "duplicate_column"
  | "not_numeric"
  | "not_finite"
  | "ragged_rows"
  | "length_mismatch"
  | "empty_table"
  | "undeclared_code"
  | "bad_weight"
  | "bad_fpc"
  | "missing_design"
  | "repeated_cluster"
  | "single_cluster"
  | "not_held"
  | "spec_mismatch"
  | "duplicate_part"
  | "cancelled"
  | "corrupt"
  | "unknown_option"
  | "not_possible"
  | "file"
  | "not_ready"
  | "released"
  | "broken_down";

/** What a figure's `low` and `high` are. */
export type FigureSpan = "bounds" | "completions" | "interval";

/** A domain: the rows whose label in `column` is one of `values`. */
export interface Filter {
  /** The column. */
  readonly column: string;
  /** The labels that count as inside. */
  readonly values: readonly string[];
}

/** A weak point: what it is, how much it matters, what shows it and where that stands. */
export interface Finding {
  /** Code and subject: `no_accountable:dinner`. The same from review to review; an action names it. */
  readonly id: string;
  /** What it is. */
  readonly code: FindingCode;
  /** How much it matters. */
  readonly severity: FindingSeverity;
  /** The id of what it is about; none for the partnership as a whole. */
  readonly subject: string | null;
  /** The stakeholders of which it speaks. */
  readonly stakeholders: readonly string[];
  /** A figure of which more is worse, for comparing reviews; none where the finding is there or not. */
  readonly measure: number | null;
  /** The values its sentence needs. */
  readonly evidence: { readonly [name: string]: NoteValue };
  /** Where what shows it stands: paths in the plan and in the tables of records, rows counted from 0. */
  readonly records: readonly string[];
  /** The actions that answer it. */
  readonly actions: readonly string[];
  /** How it moved since the review before; none without one. */
  readonly movement: Movement | null;
}

/** A weak point of a partnership. */
export type FindingCode =
  | "no_responsibilities"
  | "no_accountable"
  | "several_accountable"
  | "no_responsible"
  | "accountable_not_involved"
  | "duty_of_former_partner"
  | "overloaded"
  | "without_task"
  | "activities_depend_on_one"
  | "objective_depends_on_one"
  | "sector_absent"
  | "residents_unrepresented"
  | "role_unfilled"
  | "objective_without_activity"
  | "objective_without_indicator"
  | "objective_without_owner"
  | "objective_shared_by_few"
  | "result_without_cause"
  | "activity_leads_nowhere"
  | "result_leads_nowhere"
  | "theory_cycle"
  | "theory_backwards"
  | "above_agreed_share"
  | "below_agreed_share"
  | "load_concentrated"
  | "need_not_met"
  | "need_met_late"
  | "need_without_pledge"
  | "contributions_not_recognised"
  | "channel_behind_plan"
  | "channel_silent"
  | "partner_never_reached"
  | "residents_without_channel"
  | "residents_informed_late"
  | "conflict_open_long"
  | "conflict_not_mediated"
  | "conflicts_recur"
  | "partner_at_risk"
  | "partner_left"
  | "representatives_change"
  | "rated_as_concern"
  | "rated_lower"
  | "connected_through_one"
  | "partner_without_ties"
  | "action_overdue"
  | "action_without_owner";

/** How much a finding matters. */
export type FindingSeverity = "low" | "medium" | "high";

/** How far a figure may be trusted, by a rule with a name. */
export type Grade = "reliable" | "review" | "unreliable";

/** The log-rank test of sectors (Mantel 1966), on days since joining. */
export interface GroupComparison {
  /** The sectors. */
  readonly groups: readonly string[];
  /** Stays that ended, per sector. */
  readonly observed: readonly number[];
  /** Stays that would have ended had all sectors left alike. */
  readonly expected: readonly number[];
  /** The statistic. */
  readonly chi_square: number | null;
  /** Its degrees of freedom. */
  readonly df: number | null;
  /** By the chi-square distribution, for large groups. */
  readonly p: number | null;
  /** By handing out the sectors anew: the p-value to read where groups are small. */
  readonly permutation_p: number | null;
  /** How many ways to hand them out were looked at. */
  readonly permutations: number;
  /** Whether these were all ways there are. */
  readonly exact: boolean;
  /** Why there is no test. */
  readonly reason: Note | null;
}

/** Whether a group of whom all or none gave an answer may be shown. */
export type GroupDisclosure = "hide" | "show";

/** Figures by the groups of one column. */
export interface GroupReport {
  /** The column. */
  readonly by: string;
  /** What readers call it. */
  readonly label: Text | null;
  /** What readers call its values. */
  readonly labels: { readonly [name: string]: Text };
  /** The figures that may be shown. */
  readonly estimates: EstimatesContent;
  /** The figures of every wave, where there are waves. */
  readonly by_wave: EstimatesContent | null;
  /** The last wave less the one before, per group. */
  readonly changes: ComparisonsContent | null;
  /** Groups that are not shown, and why. */
  readonly hidden: readonly HiddenRow[];
}

/** A group that is not shown. */
export interface HiddenRow {
  /** Its labels. */
  readonly labels: readonly string[];
  /** Why. */
  readonly note: Note;
}

/** One indicator. */
export interface IndicatorReport {
  /** Id. */
  readonly id: string;
  /** Version of the definition. */
  readonly version: number;
  /** What readers call it. */
  readonly title: Text;
  /** Theme. */
  readonly theme: Text | null;
  /** What it says. */
  readonly definition: Text | null;
  /** Unit of the figure. */
  readonly unit: Text | null;
  /** Mean or share. */
  readonly statistic: IndicatorStatistic;
  /** Who is counted. */
  readonly numerator: Text | null;
  /** Among whom. */
  readonly denominator: Text | null;
  /** The question. */
  readonly question: Text | null;
  /** Source of the definition. */
  readonly source: Text | null;
  /** Year. */
  readonly year: number | null;
  /** Which direction is good. */
  readonly orientation: Orientation | null;
  /** Fact or illustration. */
  readonly origin: Origin | null;
  /** What it is computed from. */
  readonly basis?: Basis;
  /** The wave of the headline. */
  readonly wave: string | null;
  /** The figure over all, of the last wave. */
  readonly headline: Estimate;
  /** The figure of each wave. */
  readonly by_wave: EstimatesContent | null;
  /** The last wave less the one before. */
  readonly change: Comparison | null;
  /** By groups, in the last wave. */
  readonly groups: readonly GroupReport[];
  /** Shares of the grouped categories. */
  readonly bands: readonly BandReport[];
  /** Verdict on the target. */
  readonly target: TargetReport | null;
  /** A figure from elsewhere. */
  readonly benchmark: Benchmark | null;
  /** Findings. */
  readonly notes: readonly Note[];
  /** Where the figures come from. */
  readonly provenance: Provenance;
}

/** Which figure an indicator is. */
export type IndicatorStatistic = "mean" | "share";

/** An interval and how it was made. */
export interface Interval {
  /** Lower end. */
  readonly low: number;
  /** Upper end. */
  readonly high: number;
  /** Confidence level, between 0 and 1. */
  readonly level: number;
  /** How it was made. */
  readonly method: IntervalMethod;
}

/** Which way an interval was made. */
export type IntervalMethod =
  | "t"
  | "logit"
  | "korn_graubard"
  | "beta"
  | "wilson"
  | "likelihood"
  | "arcsine"
  | "fisher_z"
  | "woodruff"
  | "feldt"
  | "shrout_fleiss"
  | "bonett";

/**
 * How many rows share each combination of columns by which people could be recognised.
 *
 * As confidential as the rows: it lists the combinations.
 */
export interface KAnonymityContent {
  /** The columns by which people could be recognised. */
  readonly columns: readonly string[];
  /** How many rows should share each combination at least. */
  readonly k: number;
  /** How many rows there are. */
  readonly rows: number;
  /** How many combinations occur. */
  readonly combinations: number;
  /** How many rows the rarest combination has. */
  readonly smallest: number;
  /** How many rows share their combination with fewer than k - 1 others. */
  readonly below: number;
  /** The combinations of fewer than k rows, the rarest first. */
  readonly classes: readonly AnonymityClass[];
  /** The column whose values must differ within each combination, where one is named. */
  readonly sensitive: string | null;
  /** The least number of different values of it in a combination. */
  readonly diversity: number | null;
  /** What would be left without each of the columns, that which helps most first. */
  readonly without: readonly WithoutColumn[];
  /** What this means. */
  readonly notes: readonly Note[];
}

/** The contributions of one kind. */
export interface Ledger {
  /** The kind: `time`, `money`, `space`, `expertise`, any other word, or `all`. */
  readonly kind: string;
  /** The unit of the amounts; none where no unit is written. */
  readonly unit: string | null;
  /** The sum of what was given; none where it cannot be had, see `reason`. */
  readonly total: number | null;
  /** How many contributions. */
  readonly n: number;
  /** How many stakeholders the load could lie on: those who take part, and those who gave and left. */
  readonly stakeholders: number;
  /** One row per stakeholder. */
  readonly rows: readonly ShareRow[];
  /** How unequal the load lies. */
  readonly concentration: Concentration | null;
  /** The part of the load that would have to move for all to carry what was agreed, between 0 and 1. */
  readonly to_move: number | null;
  /** `kind`: shares were agreed for this kind; `whole`: those of the whole load are used; none: nothing was agreed. */
  readonly agreement: string | null;
  /** Why there is no figure. */
  readonly reason: Note | null;
  /** What is to be known with the figures. */
  readonly notes: readonly Note[];
}

/** An indicator that could not be computed. */
export interface LeftOut {
  /** Its id. */
  readonly indicator: string;
  /** What readers call it. */
  readonly title: Text;
  /** Why it was left out. */
  readonly note: Note;
}

/** How many tasks a stakeholder has. */
export interface LoadRow {
  /** Id of the stakeholder. */
  readonly stakeholder: string;
  /** Activities it does. */
  readonly responsible: number;
  /** Activities it answers for. */
  readonly accountable: number;
  /** Activities in which it is asked. */
  readonly consulted: number;
  /** Activities of which it is told. */
  readonly informed: number;
  /** Activities it does or answers for, each once. */
  readonly tasks: number;
  /** Its part of all tasks, between 0 and 1; none where there is no task. */
  readonly share: number | null;
  /** The part it agreed to carry, or the same part for all where nothing was agreed. */
  readonly expected_share: number;
  /** Whether that part was agreed. */
  readonly agreed: boolean;
}

/** The time by which half have ended. */
export interface MedianTime {
  /** The median in days; none where it is not reached, see `reason`. */
  readonly days: number | null;
  /** Lower end of the interval; none where the curve's limit does not cross one half. */
  readonly low: number | null;
  /** Upper end; none where the curve's limit does not cross one half: no upper end can be stated. */
  readonly high: number | null;
  /** Level of the interval. */
  readonly level: number;
  /** How median and interval were made. */
  readonly method: string;
  /** Why there is no median. */
  readonly reason: Note | null;
}

/** How a finding moved since the review before. */
export type Movement = "new" | "improved" | "unchanged" | "worse" | "cannot_tell";

/** A need and what came for it. */
export interface NeedRow {
  /** Id of the need. */
  readonly need: string;
  /** What is needed. */
  readonly what: Text;
  /** How much. */
  readonly amount: number | null;
  /** In which unit. */
  readonly unit: string | null;
  /** By when. */
  readonly by: string | null;
  /** What was pledged. */
  readonly pledged: number | null;
  /** What arrived: the deliveries, or, for a need without one, what was given for it. */
  readonly delivered: number | null;
  /** Delivered over needed, at most 1. */
  readonly met: number | null;
  /** The day on which it was met. */
  readonly met_on: string | null;
  /** Days past its day on which it was met, or past it today while it is not; negative is early. */
  readonly days_late: number | null;
  /** `met`, `met_late`, `open`, `overdue` or `cannot_tell`. */
  readonly status: string;
  /** Why it cannot be told. */
  readonly reason: Note | null;
}

/** One figure of a whole network. */
export interface NetworkFigure {
  /** What it is, in snake case: `density`, `centralisation_betweenness`. */
  readonly measure: string;
  /** The figure; `null` where it is not defined. */
  readonly value: number | null;
  /** Lower end of what `span` says. */
  readonly low: number | null;
  /** Upper end of what `span` says. */
  readonly high: number | null;
  /** What `low` and `high` are. */
  readonly span: FigureSpan | null;
  /** What it would be by chance, in the model that `method` names. */
  readonly expected: number | null;
  /** Its standard deviation by chance, or its standard error. */
  readonly sd: number | null;
  /** The p-value of "by chance". */
  readonly p: number | null;
  /** The largest value it was divided by, for a centralisation. */
  readonly maximum: number | null;
  /** Why there is no figure. */
  readonly reason: Note | null;
}

/**
 * Measures of a network: figures of the whole and a table of rows, with notes and where they come from.
 *
 * ``` use cohesion_core::{Column, Network, NetworkOptions, Table}; let ties = Table::new(vec![ Column::text("a",
 * ["city", "police"].map(Some)), Column::text("b", ["police", "club"].map(Some)), ])?; let centrality =
 * Network::from_edges(&ties, NetworkOptions::new("a", "b"))?.centrality(); assert_eq!(centrality.get(&["police"],
 * "betweenness"), Some(1.0)); # Ok::<(), cohesion_core::Error>(()) ```
 */
export interface NetworkContent {
  /** What was measured: `summary`, `centrality`, `loss`. */
  readonly name: string;
  /** Figures of the whole network. */
  readonly figures: readonly NetworkFigure[];
  /** What the labels of a row are: `node`, or `a` and `b`. */
  readonly keys: readonly string[];
  /** What the values of a row are. */
  readonly columns: readonly string[];
  /** The rows. */
  readonly rows: readonly NetworkRowContent[];
  /** Findings that are not fatal. */
  readonly notes: readonly Note[];
  /** How the figures were made, with sources. */
  readonly method: string;
  /** Where they come from. */
  readonly provenance: Provenance;
}

/** One row of a result: its labels and its values. */
export interface NetworkRowContent {
  /** One label per key. */
  readonly labels: readonly string[];
  /** One value per column; `null` where it is not defined. */
  readonly values: readonly (number | null)[];
}

/** A finding that is not fatal: a code, its place and what its sentence needs. */
export interface Note {
  /** What it says. */
  readonly code: string;
  /** What it speaks of; empty for the whole. */
  readonly path: string;
  /** How much it matters. */
  readonly severity: Severity;
  /** The values its sentence needs. */
  readonly params: { readonly [name: string]: NoteValue };
}

/**
 * A value of a note or of the evidence of a finding. What it means is said by the text that it belongs to: a number may
 * be a share, a text may be a date, a name or the code of a word.
 */
export type NoteValue = number | string | readonly NoteValue[] | CellOfRow;

/** An objective and what carries it. */
export interface ObjectiveRow {
  /** Id of the objective. */
  readonly objective: string;
  /** What readers call it. */
  readonly title: Text;
  /** Who answers for it. */
  readonly owner: string | null;
  /** How many stakeholders share it. */
  readonly shared_by: number;
  /** Activities that serve it or an objective below it. */
  readonly activities: number;
  /** Indicators that show it. */
  readonly indicators: number;
}

/** The mean of one organisation. */
export interface OrganisationFigure {
  /** Id of the stakeholder. */
  readonly organisation: string;
  /** People who rated the dimension. */
  readonly people: number;
  /** Their mean. */
  readonly performance: number | null;
  /** The mean of how important they find it. */
  readonly importance: number | null;
}

/** Who answered in one organisation. */
export interface OrganisationResponse {
  /** Id of the stakeholder. */
  readonly organisation: string;
  /** Its sector. */
  readonly sector: string;
  /** People who answered something. */
  readonly people: number;
  /** How many people speak for it by the plan; `null` where the plan lists nobody. */
  readonly representatives: number | null;
}

/** Which direction of an indicator is good. */
export type Orientation = "higher_is_better" | "lower_is_better" | "neutral";

/** Whether something in a plan was said by a source or made up to show how a plan works. */
export type Origin = "fact" | "illustrative";

/** A finding of the review before that is not there any more. */
export interface PastFinding {
  /** Its id. */
  readonly id: string;
  /** What it was. */
  readonly code: FindingCode;
  /** The id of what it was about. */
  readonly subject: string | null;
  /** The stakeholders of which it spoke. */
  readonly stakeholders: readonly string[];
  /** The values its sentence needs. */
  readonly evidence: { readonly [name: string]: NoteValue };
  /** `improved`, `worse` where a graver finding about the same took its place, or `cannot_tell`. */
  readonly movement: Movement;
}

/** The ties of which a network is made, as a review keeps them. */
export interface PlanTies {
  /** Who says so, of whom, and how strong it is. */
  readonly ties: readonly StatedTie[];
  /** The stakeholders and their sectors. */
  readonly stakeholders: readonly (readonly [string, string])[];
  /** The hash of the plan. */
  readonly plan_hash: string;
  /** What is to be known with them. */
  readonly notes: readonly Note[];
}

/** Where a number comes from. */
export interface Provenance {
  /** SHA-256 of the plan's canonical JSON. */
  readonly plan_hash: string | null;
  /** Hashes of the tables that went in, sorted. */
  readonly table_hashes: readonly string[];
  /** Id and version of the definition: `belonging@2`. */
  readonly definition: string | null;
  /** The rule that was used where several exist (missing answers, variance). */
  readonly rule: string | null;
  /** Version of this library. */
  readonly library_version: string;
  /** Seed of the random numbers, where there were any. */
  readonly seed: number | null;
  /** The date that was taken as today. */
  readonly as_of: string | null;
  /** The call of R's package `survey` that gives the same number, over a data frame `d` with the same columns. */
  readonly r_call?: string;
}

/**
 * A rule for what may leave the desk.
 *
 * The kinds of rules (threshold, group disclosure, dominance, p %, rounding, protection interval) are those of
 * Hundepool and others, Statistical Disclosure Control (Wiley 2012), chapters 4 and 5. How large the numbers are is a
 * matter of policy, for the data protection officer: the defaults are conventions and no law.
 */
export interface PublishRule {
  /** Id of the rule, which results name: `ghent-2026`. */
  readonly id: string;
  /** Groups with fewer answers (unweighted) are hidden. */
  readonly minimum_n: number;
  /**
   * Shares are hidden where fewer are counted, or fewer are not: the numerator, and the denominator less the numerator.
   */
  readonly minimum_numerator: number;
  /** Whether shares of 0 % and 100 % are shown. */
  readonly group_disclosure: GroupDisclosure;
  /** A total is hidden where this many contributions ... */
  readonly dominance_largest: number;
  /** ... make more than this share of it. */
  readonly dominance_share: number;
  /**
   * A total is hidden where it tells the second largest contributor the largest contribution to within this share of
   * it.
   */
  readonly dominance_within: number;
  /** Counts are rounded to multiples of it; 1 for no rounding. */
  readonly rounding_base: number;
  /**
   * How wide the range must be within which a hidden count stays unknown, in multiples of the minimum it falls under.
   */
  readonly protection: number;
}

/** Everything that a published self-assessment says. */
export interface PublishedAssessmentContent {
  /** The format of the document. */
  readonly format: number;
  /** What the document is. */
  readonly kind: "assessment_publication";
  /** What the partnership is called. */
  readonly partnership: Text | null;
  /** What the assessment is called. */
  readonly title: Text | null;
  /** The wave that the figures are of; `null` where the plan tells no waves apart. */
  readonly wave: string | null;
  /** What readers call it. */
  readonly wave_label: Text | null;
  /** The wave before it that has answers. */
  readonly wave_before: string | null;
  /** What readers call it. */
  readonly wave_before_label: Text | null;
  /** How organisations were put together. */
  readonly across: Across;
  /** Where importance and performance are divided. */
  readonly crosshair: Crosshair;
  /**
   * Performance and importance at which high and low are divided; `null` where nothing is divided, and where it would
   * give a hidden figure away.
   */
  readonly crosshair_at: readonly [number, number] | null;
  /** Level of the intervals. */
  readonly level: number;
  /** The lowest and the highest possible rating, where all dimensions have the same and it is known. */
  readonly range: readonly [number, number] | null;
  /** From this figure up a dimension is a strength. */
  readonly strength: number | null;
  /** Below this figure it is a concern. */
  readonly concern: number | null;
  /** To how many decimals a figure was rounded before it was held against the two. */
  readonly decimals: number | null;
  /** Figures of fewer organisations are hidden. */
  readonly minimum_organisations: number;
  /** Whether partners may read which organisations did not answer. */
  readonly name_silent: boolean;
  /** Who answered. */
  readonly response: PublishedResponse;
  /** One per dimension, in the order of the plan. */
  readonly dimensions: readonly PublishedDimension[];
  /** Findings about the whole. */
  readonly notes: readonly Note[];
  /** Where the figures come from. */
  readonly provenance: Provenance;
}

/** Conflicts as counts. */
export interface PublishedConflicts {
  /** Whether there are records of conflicts. */
  readonly known: boolean;
  /** How many came up so far. */
  readonly n: number;
  /** How many are open. */
  readonly open: number;
  /** How many are settled. */
  readonly settled: number;
  /** Settled over all; none of none. */
  readonly settled_share: number | null;
  /** How many have mediation. */
  readonly mediated: number;
  /** How many say that they have none. */
  readonly not_mediated: number;
  /** How many of those with mediation are settled. */
  readonly mediated_settled: number;
  /** What could not be judged. */
  readonly notes: readonly Note[];
}

/** What may be shared of one dimension. */
export interface PublishedDimension {
  /** Id of the dimension. */
  readonly id: string;
  /** What readers call it. */
  readonly title: Text;
  /** Id and version of the scale that scored it, `trust@2`, or the variable. */
  readonly definition: string;
  /** The mean over organisations; its `n` and `n_missing` count people. */
  readonly performance: Estimate;
  /** How many organisations it rests on. 0 where the figure is hidden. */
  readonly organisations: number;
  /** How far organisations lie apart. */
  readonly spread: PublishedSpread;
  /** How far people agree. */
  readonly agreement: Agreement;
  /** Strength, to be discussed, or concern; `null` without cut points or without a figure. */
  readonly standing: Standing | null;
  /** How important it is; `null` where the plan asks no such question. */
  readonly importance: Estimate | null;
  /** Where it lies among the others; `null` where importance was not asked. */
  readonly quadrant: Quadrant | null;
  /** The mean of each wave, from the first to the last. */
  readonly by_wave: readonly PublishedWave[];
  /** This wave less the one before, over organisations that answered in both. */
  readonly change: Change | null;
  /** Findings. */
  readonly notes: readonly Note[];
}

/** A weak point that may be told: neither the records that show it nor the actions that answer it. */
export interface PublishedFinding {
  /** Code and subject: `no_accountable:dinner`. */
  readonly id: string;
  /** What it is. */
  readonly code: FindingCode;
  /** How much it matters. */
  readonly severity: FindingSeverity;
  /** The id of what it is about; none for the partnership as a whole. */
  readonly subject: string | null;
  /** The stakeholders of which it speaks, all of which agreed. */
  readonly stakeholders: readonly string[];
  /** A figure of which more is worse; none where the finding is there or not. */
  readonly measure: number | null;
  /** The values its sentence needs. */
  readonly evidence: { readonly [name: string]: NoteValue };
  /** How it moved since the review before; none without one. */
  readonly movement: Movement | null;
}

/** The network of one kind of tie, without the ties. */
export interface PublishedNetwork {
  /** The kind of the ties; `null` where they have none. */
  readonly kind: string | null;
  /** The wave they are of; `null` where they are of none. */
  readonly wave: string | null;
  /** What readers call the wave. */
  readonly wave_label: Text | null;
  /** The network as a whole. */
  readonly summary: NetworkContent;
  /** Every stakeholder, where everybody agreed. */
  readonly partners: NetworkContent;
  /** What others say of each stakeholder, where everybody agreed and ties have weights. */
  readonly received: NetworkContent | null;
  /** What is to be known with it. */
  readonly notes: readonly Note[];
}

/** Who answered in the wave, without counts of single organisations. */
export interface PublishedResponse {
  /** Organisations that were members on the day of the wave. */
  readonly organisations: number;
  /** Organisations of which somebody answered. */
  readonly answered: number;
  /** `answered / organisations`, between 0 and 1. */
  readonly share: number | null;
  /** People who answered something. */
  readonly people: number;
  /** By sector, sorted by its name; empty where the plan does not allow to name who is silent. */
  readonly by_sector: readonly PublishedSector[];
  /** Organisations that did not answer, where the plan allows to name them. */
  readonly silent: readonly string[];
  /** What readers call them, in the same order. */
  readonly silent_names: readonly Text[];
}

/** Who stays, without curves of sectors and of persons, and without partners at risk. */
export interface PublishedRetention {
  /** Stakeholders by days since the partnership began; a curve of few has no steps. */
  readonly overall: Curve;
  /** The same stays by days since joining. */
  readonly since_joining: Curve;
  /** Whether sectors leave at different rates; empty unless everybody agreed. */
  readonly comparison: GroupComparison;
  /** Turnover; of single stakeholders only where everybody agreed. */
  readonly turnover: readonly TurnoverRow[];
  /** One row per stakeholder that takes part and agreed. */
  readonly attendance: readonly AttendanceRow[];
  /** Time and leavings before and since the first thanks. A description: no effect of thanks. */
  readonly recognition: readonly RecognitionStateRow[];
  /** What is to be known with the figures. */
  readonly notes: readonly Note[];
}

/**
 * The review without what it says of single stakeholders that did not agree to it.
 *
 * Conflicts: counts. Findings: those about nobody, and those about stakeholders all of whom agreed; conflicts, actions,
 * partners at risk and parts of a whole never by themselves. The rest is counted by part. Tables in which the rows of
 * those who agreed could be taken from a sum, and so give the rest away, are there only where everybody agreed; what is
 * said of the whole is not said of so few that it is said of one. No hash of records: who guesses a small table could
 * see whether the guess is right.
 */
export interface PublishedReviewContent {
  /** The format of the document. */
  readonly format: number;
  /** What the document is. */
  readonly kind: "published_review";
  /** What readers call the partnership. */
  readonly title: Text | null;
  /** The day that was taken as today. */
  readonly as_of: string;
  /** The day of the review before, where there is one. */
  readonly previous: string | null;
  /** Stakeholders that agreed to be named. */
  readonly stakeholders: readonly ReviewedStakeholder[];
  /** Weak points that may be told, the gravest first. */
  readonly findings: readonly PublishedFinding[];
  /** Findings of the review before that are gone. */
  readonly past_findings: readonly PastFinding[];
  /** What could be looked for with these records: a code that is not here was not judged. */
  readonly judged: readonly FindingCode[];
  /** Findings that are only counted, by part. */
  readonly withheld: readonly WithheldRow[];
  /** Who does what, towards which objectives. */
  readonly responsibilities: Responsibilities;
  /** Who carries how much, and what was needed. */
  readonly shares: Shares;
  /** Who was told what, and when. */
  readonly communication: Communication;
  /** How many conflicts there were. */
  readonly conflicts: PublishedConflicts;
  /** Who stays. */
  readonly retention: PublishedRetention;
  /** What may be shared of the partners' own ratings. */
  readonly self_assessment: PublishedAssessmentContent | null;
  /** Who works with whom, as far as networks are large enough. */
  readonly networks: readonly PublishedNetwork[];
  /** Activities and meetings, with their days. */
  readonly timeline: readonly TimelineRow[];
  /** What is to be known with the whole. */
  readonly notes: readonly Note[];
  /** Whom to ask. */
  readonly contact: Text | null;
  /** Where all this comes from. */
  readonly provenance: Provenance;
}

/** Who answered in one sector. */
export interface PublishedSector {
  /** The sector. */
  readonly sector: string;
  /** Its organisations. */
  readonly organisations: number;
  /** Those of which somebody answered. */
  readonly answered: number;
}

/** How far organisations lie apart; neither the lowest nor the highest of them. */
export interface PublishedSpread {
  /** The standard deviation, with the number of organisations less one; `null` for one organisation. */
  readonly sd: number | null;
}

/** One table without what is hidden: `estimates` or `counts`, as it was given. */
export interface PublishedTable {
  /** The figures that may be shown. */
  readonly estimates: EstimatesContent | null;
  /** The counts that may be shown. */
  readonly counts: CountTableContent | null;
  /** The groups that are not shown, and why. */
  readonly hidden: readonly HiddenRow[];
}

/** Tables that may be shared together. */
export interface PublishedTablesContent {
  /** The rule they were made by. */
  readonly rule: PublishRule;
  /** In the order they were given. */
  readonly tables: readonly PublishedTable[];
  /** The proof that what is hidden cannot be worked out. */
  readonly audit: Audit;
}

/** The mean of one wave. */
export interface PublishedWave {
  /** The wave. */
  readonly wave: string;
  /** How many organisations the figure rests on; 0 where it is hidden. */
  readonly organisations: number;
  /** The mean over organisations. */
  readonly estimate: Estimate;
}

/** Where a dimension lies among the others. */
export interface Quadrant {
  /** By the figures alone. */
  readonly name: QuadrantName;
  /** `performance`, `importance` or both: where the interval of the gap holds 0. */
  readonly crosses: readonly string[];
  /** Whether neither gap's interval holds 0; `null` without an interval. */
  readonly decided: boolean | null;
  /** Performance less the crosshair, with the error of both. */
  readonly performance_gap: Estimate;
  /** Importance less the crosshair, with the error of both. */
  readonly importance_gap: Estimate;
}

/** The four fields of importance and performance (Martilla and James 1977). */
export type QuadrantName = "keep_up" | "concentrate" | "low_priority" | "possible_overkill";

/** At how many of the partners' meetings a stakeholder was. */
export interface ReachedRow {
  /** Id of the stakeholder. */
  readonly stakeholder: string;
  /** Meetings with a list of who was there, while it took part. */
  readonly meetings: number;
  /** Those at which it was. */
  readonly present: number;
  /** Present over meetings; none of none. */
  readonly share: number | null;
}

/** What a stakeholder gave and how often it was thanked. */
export interface RecognitionRow {
  /** Id of the stakeholder. */
  readonly stakeholder: string;
  /** Contributions it gave, of any kind; an amount of 0 is none. */
  readonly contributions: number;
  /** Its part of all contributions, by number. */
  readonly share_of_contributions: number | null;
  /** How often it was thanked; none where no records of thanks were given. */
  readonly recognitions: number | null;
  /** Its part of all thanks. */
  readonly share_of_recognitions: number | null;
  /** Contributions for which it was thanked by name of the contribution. */
  readonly recognised_contributions: number;
  /** Median of the days from such a contribution to the thanks. */
  readonly median_days_to_thanks: number | null;
  /** The last day on which it was thanked. */
  readonly last_recognition: string | null;
}

/** Time and leavings in one state. */
export interface RecognitionStateRow {
  /** `before_first_thanks`, or `since_first_thanks`. */
  readonly state: string;
  /** Stays that spent time in it. */
  readonly stays: number;
  /** Days spent in it. */
  readonly days: number;
  /** Stays that ended in it. */
  readonly left: number;
  /** Leavings per year spent in it; none where no time was. */
  readonly left_per_year: number | null;
}

/** Two stakeholders with more than one conflict. */
export interface RecurringRow {
  /** One. */
  readonly a: string;
  /** The other. */
  readonly b: string;
  /** How many conflicts. */
  readonly n: number;
  /** How many of them are open. */
  readonly open: number;
}

/** A regression with design-based errors. */
export interface RegressionContent {
  /** What the outcome is like. */
  readonly family: Family;
  /** The outcome. */
  readonly variable: string;
  /** The answer whose odds a binomial regression is about, where the outcome is a text. */
  readonly success: string | null;
  /** The level each categorical column is compared with. */
  readonly base_levels: { readonly [name: string]: string };
  /** The intercept and the terms, in the order they were asked. */
  readonly terms: readonly RegressionTerm[];
  /** Lower triangle of the covariance of the terms, row by row; `null` where a term has no error. */
  readonly covariance: readonly (readonly (number | null)[])[];
  /** Degrees of freedom of every term: clusters less strata among the rows used, less the terms, plus 1. */
  readonly df: number;
  /** How many rows went in. */
  readonly n: number;
  /** How many rows of the domain lack one of the answers. */
  readonly n_missing: number;
  /** The weighted variance of the Pearson residuals, scaled as the deviance. */
  readonly dispersion: number | null;
  /** The deviance, with weights scaled to mean 1 among all rows of the domain (as R does). */
  readonly deviance: number | null;
  /** Whether the fit came to rest. */
  readonly converged: boolean;
  /** Findings that are not fatal. */
  readonly notes: readonly Note[];
  /** How the terms and their errors were made. */
  readonly method: string;
  /** Where the figures come from. */
  readonly provenance: Provenance;
}

/** One term of a regression. */
export interface RegressionTerm {
  /** `(Intercept)`, the name of a column, or `column=level` for the indicator of a level. */
  readonly term: string;
  /** The column; `null` for the intercept. */
  readonly variable: string | null;
  /** The level, for an indicator. */
  readonly level: string | null;
  /** The coefficient on the scale of the link. */
  readonly estimate: Estimate;
  /** Coefficient by standard error. */
  readonly statistic: number | null;
  /** Two-sided p-value of "no association". */
  readonly p: number | null;
}

/**
 * A grade, the rule that gave it and the first reason.
 *
 * Rules: `nchs_2017` for shares (Parker and others, National Center for Health Statistics Data Presentation Standards
 * for Proportions, 2017: effective n below 30, or an interval wider than 0.30, or wider than 130 % of the share while
 * wider than 0.05, is unreliable; df below 8 is to be reviewed); `effective_n_30` for means, totals and alpha
 * (effective n below 30 or df below 8 is to be reviewed); `small_area` for figures of a small-area model (a share
 * outside 0 to 1 or an interval of a share of 0.30 or wider is unreliable; half or more borrowed, or df below 8, is to
 * be reviewed).
 */
export interface Reliability {
  /** The grade. */
  readonly grade: Grade;
  /** The name of the rule. */
  readonly rule: string;
  /** Why the grade is not `reliable`: `effective_n`, `interval_width`, `relative_width`, `borrowed` or `df`. */
  readonly reason: string | null;
}

/**
 * What may be shared of an evaluation: every group below the minimum is hidden, and a second one where the first could
 * be found by subtraction. HTML, Markdown, CSV, charts and shared JSON are made from this and from nothing else.
 */
export interface ReportContent {
  /** The format of the document. */
  readonly format: number;
  /** What the document is. */
  readonly kind: "publication";
  /** The plan's title. */
  readonly title: Text | null;
  /** The plan's description. */
  readonly description: Text | null;
  /** Where the figures come from. */
  readonly provenance: Provenance;
  /** Who was asked. */
  readonly sample: Sample;
  /** One per indicator, in the order of the plan. */
  readonly indicators: readonly IndicatorReport[];
  /** One per scale, in the order of the plan. */
  readonly scales: readonly ScaleReport[];
  /** Findings of the checks. */
  readonly notes: readonly Note[];
  /** What was left out and why. */
  readonly left_out: readonly LeftOut[];
  /** Groups with fewer answers are hidden. */
  readonly minimum_n: number;
  /** The rule for what may leave the desk. */
  readonly rule: PublishRule;
  /** The proof that what is hidden cannot be worked out. */
  readonly audit: Audit;
  /** Whom to ask. */
  readonly contact: Text | null;
  /** Where the data come from. */
  readonly source: Text | null;
  /** The attribution that the data's licence asks for. */
  readonly attribution: Text | null;
}

/** Who answered in the wave. */
export interface Response {
  /** Organisations that were members on the day of the wave (all, where the plan does not say when it was). */
  readonly organisations: number;
  /** Organisations of which somebody answered. */
  readonly answered: number;
  /** `answered / organisations`, between 0 and 1. */
  readonly share: number | null;
  /** People who answered something. */
  readonly people: number;
  /** By sector, sorted by its name. */
  readonly by_sector: readonly SectorResponse[];
  /** By organisation, in the order of the plan. */
  readonly by_organisation: readonly OrganisationResponse[];
  /** Organisations that did not answer, in the order of the plan. */
  readonly silent: readonly string[];
  /** What readers call them, in the same order. */
  readonly silent_names: readonly Text[];
}

/** Weights of those who answered, raised so that they stand for the others of their cell. */
export interface ResponseContent {
  /** The columns whose crossing makes the cells. */
  readonly columns: readonly string[];
  /** The cells, sorted by the bytes of their first labels. */
  readonly cells: readonly ResponseCell[];
  /** How many rows with a weight. */
  readonly n: number;
  /** How many of them answered. */
  readonly n_respondents: number;
  /** Kish's design effect of the weights of those who answered, before. */
  readonly kish_before: number;
  /** The same after. */
  readonly kish_after: number;
  /** Findings that are not fatal. */
  readonly notes: readonly Note[];
  /** How the weights were made, and how errors take it into account. */
  readonly description: string;
  /** Where the figures come from. */
  readonly provenance: Provenance;
}

/** One cell of an adjustment for non-response. */
export interface ResponseCell {
  /** The labels of the cell, one list per cell that was joined with others: `[["North", "18-39"]]`. */
  readonly labels: readonly (readonly string[])[];
  /** How many rows with a weight. */
  readonly n: number;
  /** How many of them answered. */
  readonly n_respondents: number;
  /** The weighted share that answered, between 0 and 1. */
  readonly rate: number;
  /** What the weights of those who answered were multiplied by: 1 over the rate. */
  readonly factor: number;
}

/** One response rate, from counts and from weights. */
export interface ResponseRate {
  /** `rr1` to `rr6`. */
  readonly name: string;
  /** From counts, between 0 and 1; `null` where its denominator is 0. */
  readonly value: number | null;
  /** The same from the weights of the design. */
  readonly weighted: number | null;
}

/** The response rates of one group. */
export interface ResponseRateRow {
  /** One label per key. */
  readonly labels: readonly string[];
  /** The eight outcomes. */
  readonly counts: readonly DispositionCount[];
  /** e, the share of eligible cases among those of unknown eligibility, from counts; `null` where nothing tells it. */
  readonly e: number | null;
  /** The same from weights. */
  readonly e_weighted: number | null;
  /** The six rates. */
  readonly rates: readonly ResponseRate[];
}

/** Response rates 1 to 6 of the American Association for Public Opinion Research. */
export interface ResponseRatesContent {
  /** The column of outcomes. */
  readonly disposition: string;
  /** The grouping columns, in order. */
  readonly keys: readonly string[];
  /** Where e comes from. */
  readonly e_from: EligibilityShare;
  /** One row per group, sorted by the bytes of the labels. */
  readonly rows: readonly ResponseRateRow[];
  /** Findings that are not fatal. */
  readonly notes: readonly Note[];
  /** The definitions used. */
  readonly method: string;
  /** Where the figures come from. */
  readonly provenance: Provenance;
}

/** Who does what: the matrix, the load, what hangs on one, the table, the objectives. */
export interface Responsibilities {
  /** One row per activity: who is responsible, accountable, consulted, informed. */
  readonly activities: readonly ActivityRow[];
  /** One row per stakeholder: how many tasks. */
  readonly loads: readonly LoadRow[];
  /** Activities and objectives that stop if one stakeholder leaves. */
  readonly dependencies: readonly DependencyRow[];
  /** One row per kind of stakeholder, at the table or expected. */
  readonly sectors: readonly SectorRow[];
  /** One row per role. */
  readonly roles: readonly RoleRow[];
  /** One row per objective. */
  readonly objectives: readonly ObjectiveRow[];
  /** What leads to what. */
  readonly theory: Theory;
}

/** Who stays. */
export interface Retention {
  /** Stakeholders by days since the partnership began; who joined later enters late (left truncation). */
  readonly overall: Curve;
  /** The same stays by days since joining. */
  readonly since_joining: Curve;
  /** Stays since joining by sector. */
  readonly by_sector: readonly Curve[];
  /** Whether sectors leave at different rates. */
  readonly comparison: GroupComparison;
  /** Persons who speak for stakeholders, since joining; none where no membership names a person. */
  readonly representatives: Curve | null;
  /** Turnover of organisations and of representatives. */
  readonly turnover: readonly TurnoverRow[];
  /** One row per stakeholder that takes part. */
  readonly attendance: readonly AttendanceRow[];
  /** Partners that may be about to leave, and why that is said. */
  readonly at_risk: readonly AtRiskRow[];
  /** Time and leavings before and since the first thanks. A description: no effect of thanks. */
  readonly recognition: readonly RecognitionStateRow[];
  /** What is to be known with the figures. */
  readonly notes: readonly Note[];
}

/** The review of a partnership: findings, and the tables they come from. */
export interface ReviewContent {
  /** The format of the document. */
  readonly format: number;
  /** What the document is. */
  readonly kind: "confidential_review";
  /** What readers call the partnership. */
  readonly title: Text | null;
  /** The day that was taken as today. */
  readonly as_of: string;
  /** The day of the review before, where there is one. */
  readonly previous: string | null;
  /** Who takes or took part. */
  readonly stakeholders: readonly ReviewedStakeholder[];
  /** Every weak point, the gravest first. */
  readonly findings: readonly Finding[];
  /** Findings of the review before that are gone. */
  readonly past_findings: readonly PastFinding[];
  /** What could be looked for with these records: a code that is not here was not judged. */
  readonly judged: readonly FindingCode[];
  /** What was decided, and whether it was done. */
  readonly actions: readonly ActionRow[];
  /** Who does what, towards which objectives. */
  readonly responsibilities: Responsibilities;
  /** Who carries how much, and what was needed. */
  readonly shares: Shares;
  /** Who was told what, and when. */
  readonly communication: Communication;
  /** Conflicts and how they end. */
  readonly conflicts: Conflicts;
  /** Who stays. */
  readonly retention: Retention;
  /** What the partners' own ratings say, where they were given. */
  readonly self_assessment: AssessmentContent | null;
  /** Who works with whom, one network per kind of tie. */
  readonly networks: readonly ReviewedNetworkContent[];
  /** What happened when: for the timeline. */
  readonly timeline: readonly TimelineRow[];
  /** What is to be known with the whole. */
  readonly notes: readonly Note[];
  /** Whom to ask. */
  readonly contact: Text | null;
  /** Where all this comes from. */
  readonly provenance: Provenance;
}

/** The part of a review that a finding belongs to. */
export type ReviewPart =
  | "responsibilities"
  | "shares"
  | "communication"
  | "conflicts"
  | "retention"
  | "self_assessment"
  | "networks"
  | "actions";

/**
 * The network of one kind of tie in the last wave before the day of the review, over those who take part on that day.
 *
 * Everybody is taken to have answered: who did not say a tie is not told apart from who was not asked. Where that is
 * known, `Plan.network` takes the respondents and gives bounds.
 */
export interface ReviewedNetworkContent {
  /** The kind of the ties; `null` where they have none. */
  readonly kind: string | null;
  /** The wave they are of; `null` where they are of none. */
  readonly wave: string | null;
  /** What readers call the wave. */
  readonly wave_label: Text | null;
  /** The network as a whole, `Network.summary`. */
  readonly summary: NetworkContent;
  /** Every stakeholder, `Network.centrality`. */
  readonly partners: NetworkContent;
  /** What others say of each stakeholder, `Network.received`; `null` where no tie has a weight. */
  readonly received: NetworkContent | null;
  /** The ties themselves. */
  readonly ties: PlanTies;
  /** What is to be known with it. */
  readonly notes: readonly Note[];
}

/** A stakeholder of the review. */
export interface ReviewedStakeholder {
  /** Id. */
  readonly stakeholder: string;
  /** What readers call it. */
  readonly name: Text;
  /** What kind it is. */
  readonly sector: string;
  /** Whether it takes part on the day of the review. */
  readonly member: boolean;
  /** Whether it agreed that residents are told what the review says of it. */
  readonly publish: boolean;
}

/** A role and who has it. */
export interface RoleRow {
  /** Id of the role. */
  readonly role: string;
  /** What readers call it. */
  readonly title: Text;
  /** The stakeholders that have it. */
  readonly stakeholders: readonly string[];
  /** How many of them a published review does not name. */
  readonly unnamed: number;
  /** The kinds one of which is to have it. */
  readonly sectors: readonly string[];
}

/** Who was asked, and how they were drawn. */
export interface Sample {
  /** Rows of the survey. */
  readonly rows: number;
  /** Strata of the design. */
  readonly strata: number;
  /** Sampling units: clusters, or rows. */
  readonly clusters: number;
  /** Which columns play which part. */
  readonly design: string;
  /** Confidence level of the intervals. */
  readonly level: number;
  /** The waves, first to last; empty without waves. */
  readonly waves: readonly WaveReport[];
}

/** A scale and its reliability. */
export interface ScaleReport {
  /** Id. */
  readonly id: string;
  /** Version of the definition. */
  readonly version: number;
  /** What readers call it. */
  readonly label: Text | null;
  /** Its items. */
  readonly items: readonly string[];
  /** Cronbach's alpha in the last wave. */
  readonly alpha: Estimate;
  /** What the linter found. */
  readonly notes: readonly Note[];
}

/** Who answered in one sector. */
export interface SectorResponse {
  /** The sector. */
  readonly sector: string;
  /** Its organisations. */
  readonly organisations: number;
  /** Those of which somebody answered. */
  readonly answered: number;
  /** People who answered. */
  readonly people: number;
}

/** A kind of stakeholder. */
export interface SectorRow {
  /** The kind. */
  readonly sector: string;
  /** Whether it is expected at the table. */
  readonly expected: boolean;
  /** How many stakeholders of it take part. */
  readonly stakeholders: number;
  /** How many persons speak for them; not told to residents unless all of them agreed. */
  readonly representatives: number | null;
}

/** How much a note matters. */
export type Severity = "information" | "warning" | "not_estimable";

/** The part of one stakeholder. */
export interface ShareRow {
  /** Id of the stakeholder. */
  readonly stakeholder: string;
  /** How many contributions. */
  readonly n: number;
  /** What it gave. */
  readonly amount: number;
  /** Its share, between 0 and 1. */
  readonly share: number;
  /** What it agreed to carry. */
  readonly agreed_share: number | null;
  /** Share less agreed share. */
  readonly gap: number | null;
}

/** Who carries how much. */
export interface Shares {
  /** One per kind of contribution, and one of all kinds where every unit has a rate. */
  readonly ledgers: readonly Ledger[];
  /** One row per need. */
  readonly needs: readonly NeedRow[];
  /** One row per stakeholder: what it gave and how often it was thanked. */
  readonly recognition: readonly RecognitionRow[];
  /** What could not be judged. */
  readonly notes: readonly Note[];
}

/** One area: its figure, and what it is made of. */
export interface SmallArea {
  /** The area. */
  readonly label: string;
  /** The figure; its standard error is the root of the estimated mean squared error. */
  readonly estimate: Estimate;
  /** The part of the figure, between 0 and 1, that is the area's own survey; 0 where the figure is synthetic. */
  readonly gamma: number;
  /** What areas with the same covariates have, in the unit of the figure. */
  readonly synthetic: number;
  /** The area's own survey figure; `null` where nobody was asked. */
  readonly direct: Estimate | null;
  /** The variance of the area's own figure that the model took; `null` where it took none. */
  readonly sampling_variance: number | null;
  /** The area's own figure less the synthetic one, by the standard deviation that the model gives it. */
  readonly residual: number | null;
}

/**
 * Figures of areas by a Fay-Herriot model: the area's own survey where it is strong, what similar areas have where it
 * is weak.
 */
export interface SmallAreasContent {
  /** What was estimated. */
  readonly statistic: Statistic;
  /** Of which variable. */
  readonly variable: string;
  /** The values that count, for a share; else empty. */
  readonly values: readonly string[];
  /** The column of the areas. */
  readonly key: string;
  /** One per area, sorted by the bytes of the labels. */
  readonly areas: readonly SmallArea[];
  /** The intercept and the covariates, in the order they were asked. */
  readonly terms: readonly RegressionTerm[];
  /**
   * Variance between areas that the covariates do not tell, in the square of the unit.
   *
   * By restricted maximum likelihood.
   */
  readonly sigma_u2: number;
  /** Its standard error by the information matrix. */
  readonly sigma_u2_se: number;
  /** Logarithm of the restricted likelihood. */
  readonly log_likelihood: number;
  /** How many areas the model was fitted on: those whose own figure has a variance. */
  readonly n_areas: number;
  /** Those areas less the terms. */
  readonly df: number;
  /** Which variances of the areas' own figures were taken. */
  readonly variances: AreaVariances;
  /** How the figures were made to agree with that of the whole, where that was asked. */
  readonly benchmark: AreaBenchmark | null;
  /** Lower triangle of the covariance of the errors of the areas' figures, row by row. */
  readonly covariance: readonly (readonly (number | null)[])[];
  /** Findings that are not fatal. */
  readonly notes: readonly Note[];
  /** How the figures and their errors were made. */
  readonly method: string;
  /** Where the figures come from. */
  readonly provenance: Provenance;
}

/** What makes a variance of the replicates. */
export interface Spread {
  readonly scale: number;
  readonly rscales: readonly number[];
  readonly mse: boolean;
}

/** Strength, to be discussed, or concern. */
export interface Standing {
  /** By the figure alone. */
  readonly name: StandingName;
  /** The cut points that lie within the interval: the answers do not decide on which side the figure is. */
  readonly crosses: readonly number[];
  /** Whether the whole interval lies on the same side; `null` without an interval. */
  readonly decided: boolean | null;
}

/** Which side of the cut points a figure lies on. */
export type StandingName = "strength" | "discuss" | "concern";

export type StatedTie = readonly [string, string, number];

/** What was estimated. */
export type Statistic =
  | "mean"
  | "share"
  | "total"
  | "ratio"
  | "variance"
  | "correlation"
  | "quantile"
  | "difference"
  | "alpha"
  | "coefficient"
  | "coefficient_of_variation"
  | "theil"
  | "gini";

/** The share of cases that have not ended, by days. */
export interface Curve {
  /** Which cases: `all`, a sector, `mediated`. */
  readonly group: string;
  /** From when days are counted: `start` of the partnership, with late entry; `joining`; `opening`. */
  readonly clock: string;
  /** How many cases. */
  readonly n: number;
  /** How many ended. */
  readonly ended: number;
  /** How many came under observation later than day 0. */
  readonly late_entries: number;
  /** One row per day on which a case ended or observation stopped. */
  readonly steps: readonly CurveStep[];
  /** The time by which half have ended. */
  readonly median: MedianTime;
  /** The share that had not ended after 365 days; none where no case was followed that long. */
  readonly after_one_year: number | null;
  /** What is to be known with the curve. */
  readonly notes: readonly Note[];
}

/** A target and the verdict on it. */
export interface TargetReport {
  /** The figure to reach. */
  readonly value: number;
  /** By when. */
  readonly by: string | null;
  /** The figure at the start. */
  readonly baseline: number | null;
  /** What is due now: on the straight line from baseline to target, or the target itself. */
  readonly due: number;
  /** The verdict. */
  readonly verdict: Verdict;
  /** Fact or illustration. */
  readonly origin: Origin | null;
}

/**
 * A test statistic, its reference distribution and its p-value.
 *
 * A test that cannot be made has `statistic: None` and `p: None` and says why in `reason`.
 */
export interface TestContent {
  /** What was tested and how, in snake case: `t`, `wald_f`. */
  readonly name: string;
  /** The columns that were tested, in order. */
  readonly variables: readonly string[];
  /** The groups that were compared, sorted by the bytes of their labels; empty where there are none. */
  readonly groups: readonly string[];
  /** The statistic: a t, F or chi-square as `method` says. */
  readonly statistic: number | null;
  /** Degrees of freedom: those of a t or chi-square, or the first of an F. */
  readonly df1: number | null;
  /** The second degrees of freedom of an F. */
  readonly df2: number | null;
  /** The p-value, two-sided for a t. */
  readonly p: number | null;
  /** What the test is about, where it is one figure: a difference, in the unit of the variable. */
  readonly estimate: Estimate | null;
  /** How many rows went in. */
  readonly n: number;
  /** How many rows of the domain lack one of the answers. */
  readonly n_missing: number;
  /** Why there is no statistic. */
  readonly reason: Note | null;
  /** Findings that are not fatal. */
  readonly notes: readonly Note[];
  /** How the statistic was made and what it is held against. */
  readonly method: string;
  /** Where the figures come from. */
  readonly provenance: Provenance;
}

/** What leads to what. */
export interface Theory {
  /** Needs, activities, results and objectives. */
  readonly nodes: readonly TheoryNode[];
  /** What leads to what. */
  readonly links: readonly TheoryLink[];
  /** Groups of results that return to themselves: ids. */
  readonly cycles: readonly (readonly string[])[];
  /** How much hangs together. */
  readonly coverage: readonly CoverageRow[];
}

/** One step leads to another. */
export interface TheoryLink {
  /** The level of the first. */
  readonly from_level: string;
  /** The id of the first. */
  readonly from: string;
  /** The level of the second. */
  readonly to_level: string;
  /** The id of the second. */
  readonly to: string;
}

/** A step of the theory. */
export interface TheoryNode {
  /** `input`, `activity`, `output`, `outcome`, `impact` or `objective`. */
  readonly level: string;
  /** Its id. */
  readonly id: string;
  /** What readers call it. */
  readonly title: Text;
  /** How many lead to it. */
  readonly from: number;
  /** To how many it leads. */
  readonly to: number;
}

/** Something with a day, for the timeline. */
export interface TimelineRow {
  /** `activity`, `meeting` or `conflict`. */
  readonly kind: string;
  /** Id of the activity, of the channel, or of the conflict. */
  readonly id: string;
  /** What readers call it. */
  readonly title: Text | null;
  /** The first day. */
  readonly from: string;
  /** The last day; that of the review where it lasts. */
  readonly to: string;
}

/** What trimming did. */
export interface Trimming {
  /** No weight is below. */
  readonly lower: number | null;
  /** No weight is above: as it was asked, or as it follows from the design effect that was asked. */
  readonly upper: number | null;
  /** Kish's design effect that was asked. */
  readonly design_effect: number | null;
  /** How many weights were raised to `lower`. */
  readonly n_raised: number;
  /** How many weights were cut to `upper`. */
  readonly n_cut: number;
  /** The weight that moved from some rows to others: half the sum of the absolute changes. */
  readonly weight_moved: number;
  /** Kish's design effect of the calibrated weights without trimming. */
  readonly kish_untrimmed: number;
}

/** How many came and went. */
export interface TurnoverRow {
  /** `organisations`, or `representatives`. */
  readonly of: string;
  /** The stakeholder whose representatives they are; none for all. */
  readonly stakeholder: string | null;
  /** Stays that began. */
  readonly stays: number;
  /** Stays that last. */
  readonly current: number;
  /** Stays that ended. */
  readonly left: number;
  /** Stays that ended within the last year. */
  readonly left_last_year: number;
  /** Years spent in all stays together. */
  readonly years: number;
  /** Leavings per year of stay; none where there is no stay. */
  readonly left_per_year: number | null;
}

/** Whether a target is being met. */
export type Verdict = "on_track" | "off_track" | "cannot_tell";

/** The mean of one wave. */
export interface WaveFigure {
  /** The wave. */
  readonly wave: string;
  /** How many organisations the figure rests on. */
  readonly organisations: number;
  /** The largest part that one organisation has in it. */
  readonly largest_share: number | null;
  /** The mean over organisations. */
  readonly estimate: Estimate;
}

/** One wave. */
export interface WaveReport {
  /** Its label in the data. */
  readonly id: string;
  /** What readers call it. */
  readonly label: Text | null;
  /** Its date. */
  readonly date: string | null;
}

/** How many findings a part has that residents are given as a number only. */
export interface WithheldRow {
  /** The part. */
  readonly part: ReviewPart;
  /** How many. */
  readonly n: number;
}

/** What would be left if a column were taken out. */
export interface WithoutColumn {
  /** The column. */
  readonly column: string;
  /** How many rows the rarest combination of the others has. */
  readonly smallest: number;
  /** How many rows would be in combinations of fewer than k. */
  readonly below: number;
}
