import * as core from "../pkg/core.js";
import { guarded, Held, made } from "./core.js";
import { type Fault, fault } from "./errors.js";
import { Evaluation } from "./evaluation.js";
import type { Codebook, PlanDocument } from "./generated/plan.js";
import { frozen, isPlainObject, optionsJson, shown, toJson } from "./json.js";
import { Partnership } from "./partnership.js";
import { Result } from "./result.js";
import type { Note } from "./results.js";
import { Summary } from "./summary.js";
import { Table, type TableInput } from "./table.js";

/** Tables of records by kind: `{ events: …, ties: … }`. */
export type RecordTables = { readonly [kind: string]: TableInput };

/** What an evaluation is made from. */
export interface EvaluationInput {
  /** The answers, or what `summarise` made of them. */
  readonly survey: TableInput | Summary;
  /** The date that is taken as today, as `YYYY-MM-DD`; the library reads no clock. */
  readonly as_of?: string;
}

/** What the scores of a scale say, as plain data. */
export interface ScaleScoresContent {
  /** One per row; `null` where a row has no score. */
  readonly values: readonly (number | null)[];
  /** The id of each row's band, where the scale has bands and the row a score. */
  readonly bands: readonly (string | null)[];
  readonly notes: readonly Note[];
}

/** The scores of a scale. They do not change. */
export class ScaleScores extends Result<core.ScaleScores, ScaleScoresContent> {
  /**
   * Reads what `toJson` wrote.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml(Plan.template("survey"));
   * const answers = { at_home: [4, 8], trust_neighbours: [3, 5] };
   * const scores = plan.score(answers, "belonging");
   * ScaleScores.fromJson(scores.toJson()).values; // [3.5,null]
   * ```
   */
  static fromJson(text: string): ScaleScores {
    return new ScaleScores(guarded(() => core.ScaleScores.fromJson(textual(text))));
  }

  /**
   * One per row; `null` where a row has no score.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml(Plan.template("survey"));
   * const answers = { at_home: [4, 8], trust_neighbours: [3, 5] };
   * plan.score(answers, "belonging").values; // [3.5,null]
   * ```
   */
  get values(): readonly (number | null)[] {
    return this.content.values;
  }

  /**
   * The id of each row's band, where the scale has bands and the row a score.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml(Plan.template("survey"));
   * const answers = { at_home: [4, 8], trust_neighbours: [3, 5] };
   * plan.score(answers, "belonging").bands; // [null,null]
   * ```
   */
  get bands(): readonly (string | null)[] {
    return this.content.bands;
  }
}

/** One document: who works together, what is measured and how it is judged. It does not change once read. */
export class Plan extends Held<core.Plan> {
  #partnership: Partnership | undefined;

  /** @internal Use `Plan.parse`, `fromToml`, `fromJson` or `fromObject`. */
  constructor(handle: core.Plan) {
    super(made(handle, core.Plan, "a plan is made by Plan.parse, Plan.fromToml, Plan.fromJson or Plan.fromObject"));
  }

  /**
   * Reads a plan in TOML.
   *
   * @throws {CohesionError} with every fault of form at once, each with path and line.
   * @example
   * ```ts
   * const plan = Plan.fromToml("title = 'Neighbours'");
   * plan.document.title; // "Neighbours"
   * ```
   */
  static fromToml(text: string): Plan {
    return new Plan(guarded(() => core.Plan.fromToml(textual(text))));
  }

  /**
   * Reads a plan in JSON.
   *
   * @example
   * ```ts
   * const plan = Plan.fromJson('{ "title": "Neighbours" }');
   * plan.document.title; // "Neighbours"
   * ```
   */
  static fromJson(text: string): Plan {
    return new Plan(guarded(() => core.Plan.fromJson(textual(text))));
  }

  /**
   * Reads the text or the bytes of a file: JSON where it starts with `{`, else TOML.
   *
   * @example
   * ```ts
   * const plan = Plan.parse(new TextEncoder().encode("title = 'Neighbours'"));
   * plan.document.title; // "Neighbours"
   * ```
   */
  static parse(file: string | Uint8Array): Plan {
    return new Plan(
      guarded(() => (file instanceof Uint8Array ? core.Plan.fromBytes(file) : core.Plan.parse(textual(file)))),
    );
  }

  /**
   * Takes a plan written as an object. Its faults have no line.
   *
   * @example
   * ```ts
   * const plan = Plan.fromObject({ title: { en: "Neighbours", fr: "Voisins" } });
   * plan.toToml().includes("Voisins"); // true
   * ```
   */
  static fromObject(document: PlanDocument): Plan {
    if (!isPlainObject(document)) throw fault("wrong_type", "", `the plan is ${shown(document)}, not an object`);
    const json = toJson(document);
    return new Plan(guarded(() => core.Plan.fromObject(json)));
  }

  /**
   * A commented plan in TOML to start from.
   *
   * @example
   * ```ts
   * Plan.fromToml(Plan.template("survey")).check().length; // 0
   * ```
   */
  static template(name: "survey" | "partnership" | "full"): string {
    return guarded(() => core.Plan.template(name));
  }

  /**
   * A first codebook for the columns of a table: a guess to be read and corrected.
   *
   * @example
   * ```ts
   * const codebook = Plan.codebookFrom({ trust: [1, 2, 3, 4, 5], area: ["N", "S", "N", "S", "N"] });
   * codebook.variables?.map((variable) => variable.id); // ["trust","area"]
   * ```
   */
  static codebookFrom(data: TableInput): Codebook {
    const table = Table.of(data);
    return JSON.parse(guarded(() => core.Plan.codebookFrom(table.handle)));
  }

  /**
   * Every fault of meaning; empty where the plan can be used.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml("[[indicators]]\nid = 'trust'\ntitle = 'Trust'\nscale = 'trust'");
   * const [fault] = plan.check();
   * fault.kind; // "dangling_id"
   * fault.line; // 4
   * ```
   */
  check(): readonly Fault[] {
    return frozen(JSON.parse(guarded(() => this.handle.check())));
  }

  /**
   * Every fault in tables of records that are given beside the plan.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml(Plan.template("partnership"));
   * const faults = plan.checkRecords({ events: { id: ["e1"], date: ["2026-02-30"] } });
   * faults.length > 0; // true
   * ```
   */
  checkRecords(records: RecordTables): readonly Fault[] {
    return frozen(JSON.parse(guarded(() => this.handle.checkRecords(recordTables(records)))));
  }

  /**
   * The partnership of the plan: its review, its networks, its self-assessment.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml(Plan.template("partnership"));
   * plan.partnership.activityNetwork().partners.length > 0; // true
   * ```
   */
  get partnership(): Partnership {
    this.#partnership ??= new Partnership(this);
    return this.#partnership;
  }

  /**
   * What the linter finds in the plan's scales: ranges that cannot be reached, bands with gaps, items twice.
   *
   * @example
   * ```ts
   * Plan.fromToml(Plan.template("survey")).lint().length; // 0
   * ```
   */
  lint(): readonly Note[] {
    return frozen(JSON.parse(guarded(() => this.handle.lint())));
  }

  /**
   * The scores of one of the plan's scales, one per row.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml(Plan.template("survey"));
   * const answers = { at_home: [4, 8], trust_neighbours: [3, 5] };
   * plan.score(answers, "belonging").values; // [3.5,null]
   * ```
   */
  score(data: TableInput, scale: string): ScaleScores {
    const table = Table.of(data);
    return new ScaleScores(guarded(() => this.handle.score(table.handle, scale)));
  }

  /**
   * A table with one more column: the scores of a scale, under the scale's id.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml(Plan.template("survey"));
   * const answers = { at_home: [4, 8], trust_neighbours: [3, 5] };
   * plan.withScores(answers, "belonging").columns; // ["at_home","trust_neighbours","belonging"]
   * ```
   */
  withScores(data: TableInput, scale: string): Table {
    const table = Table.of(data);
    return Table.wrap(guarded(() => this.handle.withScores(table.handle, scale)));
  }

  /**
   * The mergeable summary from which `evaluate` computes; as confidential as the rows.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml("[[indicators]]\nid = 'trust'\ntitle = 'Trust'\nvariable = 'trust'\nstatistic = 'mean'");
   * const summary = plan.summarise({ survey: { trust: [3, 5, 4] } });
   * summary.rows; // 3
   * ```
   */
  summarise(batch: { readonly survey: TableInput; readonly part?: string }): Summary {
    const { survey, ...options } = opened(batch);
    const table = Table.of(survey as TableInput);
    return Summary.wrap(guarded(() => this.handle.summarise(table.handle, optionsJson(options))));
  }

  /**
   * The evaluation of survey answers, or of a summary of them.
   *
   * @throws {CohesionError} with every fault of the plan and of the table.
   * @example
   * ```ts
   * const plan = Plan.fromToml("[[indicators]]\nid = 'trust'\ntitle = 'Trust'\nvariable = 'trust'\nstatistic = 'mean'");
   * const evaluation = plan.evaluate({ survey: { trust: Array.from({ length: 60 }, (_, row) => row % 5) } });
   * evaluation.content.indicators[0].id; // "trust"
   * ```
   */
  evaluate(input: EvaluationInput): Evaluation {
    const { survey, ...options } = opened(input);
    if (survey instanceof Summary) {
      return new Evaluation(guarded(() => this.handle.evaluateSummary(survey.handle, optionsJson(options))));
    }
    const table = Table.of(survey as TableInput);
    return new Evaluation(guarded(() => this.handle.evaluate(table.handle, optionsJson(options))));
  }

  /**
   * SHA-256, in hexadecimal, of the canonical JSON of the document: the same for TOML, JSON and objects.
   *
   * @example
   * ```ts
   * const plan = Plan.fromObject({ title: "Neighbours" });
   * plan.hash() === Plan.fromToml("title = 'Neighbours'").hash(); // true
   * ```
   */
  hash(): string {
    return guarded(() => this.handle.hash());
  }

  /**
   * The document as it was written.
   *
   * @example
   * ```ts
   * Plan.fromObject({ title: "Neighbours" }).document.title; // "Neighbours"
   * ```
   */
  get document(): PlanDocument {
    return frozen(JSON.parse(guarded(() => this.handle.toJson())));
  }

  /**
   * The document in JSON; keys keep their order.
   *
   * @example
   * ```ts
   * Plan.fromToml("title = 'Neighbours'").toJson(); // "{\n  \"title\": \"Neighbours\"\n}"
   * ```
   */
  toJson(): string {
    return guarded(() => this.handle.toJson());
  }

  /**
   * The document in TOML.
   *
   * @example
   * ```ts
   * Plan.fromObject({ title: "Neighbours" }).toToml(); // "title = \"Neighbours\"\n"
   * ```
   */
  toToml(): string {
    return guarded(() => this.handle.toToml());
  }
}

/** @internal Tables of records as the core takes them. */
export function recordTables(records: RecordTables = {}): core.Tables {
  if (!isPlainObject(records)) {
    throw fault("wrong_type", "records", `the records are ${shown(records)}, not tables by kind: { events: table }`);
  }
  const tables = new core.Tables();
  for (const [kind, data] of Object.entries(records)) tables.add(kind, Table.of(data as TableInput).handle);
  return tables;
}

/** The options of a call that needs `survey`. */
function opened(options: object): Record<string, unknown> {
  if (!isPlainObject(options) || options.survey === undefined) {
    throw fault("missing_field", "survey", "give the answers as `survey`: { survey: table }");
  }
  return options;
}

function textual(text: unknown): string {
  if (typeof text === "string") return text;
  throw fault("wrong_type", "", `the plan is ${shown(text)}, not a text`);
}
