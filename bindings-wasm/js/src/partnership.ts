import * as core from "../pkg/health.js";
import { Assessment } from "./assessment.js";
import { carrier } from "./carried.js";
import { fault, guarded } from "./errors.js";
import { optionsJson } from "./estimates.js";
import { isPlainObject, shown } from "./json.js";
import { Network, type PlanNetworkOptions, TwoMode } from "./network.js";
import type { RecordTables } from "./plan.js";
import { Review, type ReviewInput } from "./review.js";
import type { TableInput } from "./table.js";

/** The partnership of a plan: what its own records, its networks and its partners' ratings say. */
export class Partnership {
  readonly #handle: core.Partnership;

  /** @internal Use `plan.partnership`. */
  constructor(handle: core.Partnership) {
    if (!(handle instanceof core.Partnership)) {
      throw fault("wrong_type", "", "a partnership is that of a plan: plan.partnership");
    }
    this.#handle = handle;
  }

  /**
   * The review of the partnership by its records: roles, fair shares, communication, conflicts, who stays, findings.
   *
   * Kinds of records that are not given are taken from the plan; what cannot be judged without them is said to be so.
   *
   * @throws {CohesionError} with every fault of the plan and of the tables; `missing_field` where nobody takes part.
   */
  review(input: ReviewInput): Review {
    if (!isPlainObject(input)) throw fault("wrong_type", "", `the review takes an object, not ${shown(input)}`);
    const { records, previous, ...options } = input;
    if (previous !== undefined && !(previous instanceof Review)) {
      throw fault("wrong_type", "previous", `the review before is ${shown(previous)}, not a Review`);
    }
    const tables = recordTables(records);
    const before = previous?.toJson() ?? "";
    return Review.written(guarded(() => this.#handle.review(tables, optionsJson(options), before)));
  }

  /**
   * What the partners' own ratings say: people within their organisation first, organisations across after that. Figures
   * are of the last wave that has answers; change is since the one before it.
   *
   * @param answers one row per person, columns as `partnership.assessment` and the codebook name them
   * @throws {CohesionError} with the faults of the plan and of the table: an organisation that is no stakeholder, a
   * rating outside the codebook
   */
  assess(answers: TableInput): Assessment {
    const given = table(answers);
    return Assessment.fromJson(guarded(() => this.#handle.assess(given)));
  }

  /**
   * The directed network of the partnership: its stakeholders, by `sector`, and the ties of the records.
   *
   * @throws {CohesionError} with every fault of the plan and of the records; for ties of several waves or kinds of which
   * none is chosen.
   */
  network(options: PlanNetworkOptions = {}): Network {
    if (!isPlainObject(options)) throw fault("wrong_type", "", `the network takes an object, not ${shown(options)}`);
    const { records, respondents, ...rest } = options as PlanNetworkOptions;
    const tables = recordTables(records);
    return Network.fromTies(
      guarded(() => this.#handle.networkTies(tables, optionsJson(rest))),
      respondents,
    );
  }

  /** Who takes part in which activity: the stakeholders whom the plan names as responsible or accountable for it. */
  activityNetwork(): TwoMode {
    return TwoMode.fromActivities(guarded(() => this.#handle.networkActivities()));
  }
}

/** @internal The partnership of a plan in JSON. */
export function partnership(plan: string): Partnership {
  return new Partnership(guarded(() => new core.Partnership(plan)));
}

/** Tables of records in the module of partnerships. */
function recordTables(records: RecordTables = {}): core.RecordTables {
  if (!isPlainObject(records)) {
    throw fault("wrong_type", "records", `the records are ${shown(records)}, not tables by kind: { events: table }`);
  }
  const tables = new core.RecordTables();
  for (const [kind, data] of Object.entries(records)) tables.add(kind, table(data as TableInput));
  return tables;
}

/** The data as a table of the module of partnerships. */
const table: (data: TableInput) => core.Table = carrier(() => new core.TableBuilder());
