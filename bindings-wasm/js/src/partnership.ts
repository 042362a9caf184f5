import { Assessment } from "./assessment.js";
import { guarded } from "./core.js";
import { fault } from "./errors.js";
import { type Label, optionsJson } from "./estimates.js";
import { isPlainObject, shown } from "./json.js";
import { Network, TwoMode } from "./network.js";
import { type Plan, type RecordTables, recordTables } from "./plan.js";
import { Review, type ReviewInput } from "./review.js";
import { Table, type TableInput } from "./table.js";

/** Which of a plan's ties make a network. */
export interface PlanNetworkOptions {
  /** Tables of records by kind, where the plan holds no ties itself. */
  readonly records?: RecordTables;
  /** The wave of the ties; needed where they are of several. */
  readonly wave?: string;
  /** The kind of the ties; needed where they are of several. Of several kinds a tie has its mean over those. */
  readonly kind?: string | readonly string[];
  /** The stakeholders who answered; everybody unless given. */
  readonly respondents?: readonly Label[];
}

/** The partnership of a plan: what its own records, its networks and its partners' ratings say. */
export class Partnership {
  readonly #plan: Plan;

  /** @internal Use `plan.partnership`. */
  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /**
   * The review of the partnership by its records: roles, fair shares, communication, conflicts, who stays, findings.
   *
   * Kinds of records that are not given are taken from the plan; what cannot be judged without them is said to be so.
   *
   * @throws {CohesionError} with every fault of the plan and of the tables; `missing_field` where nobody takes part.
   * @example
   * ```ts
   * const plan = Plan.fromToml(Plan.template("partnership"));
   * const review = plan.partnership.review({ as_of: "2026-06-30" });
   * review.findings.length > 0; // true
   * ```
   */
  review(input: ReviewInput): Review {
    if (!isPlainObject(input)) throw fault("wrong_type", "", `the review takes an object, not ${shown(input)}`);
    const { records, previous, ...options } = input;
    if (previous !== undefined && !(previous instanceof Review)) {
      throw fault("wrong_type", "previous", `the review before is ${shown(previous)}, not a Review`);
    }
    const review = () => {
      const tables = recordTables(records);
      return previous === undefined
        ? this.#plan.handle.review(tables, optionsJson(options))
        : this.#plan.handle.reviewAfter(tables, optionsJson(options), previous.handle);
    };
    return new Review(guarded(review));
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
    const given = Table.of(answers);
    return new Assessment(guarded(() => this.#plan.handle.assess(given.handle)));
  }

  /**
   * The directed network of the partnership: its stakeholders, by `sector`, and the ties of the records.
   *
   * @throws {CohesionError} with every fault of the plan and of the records; for ties of several waves or kinds of which
   * none is chosen.
   * @example
   * ```ts
   * const plan = Plan.fromToml(Plan.template("partnership"));
   * const [a, b] = plan.document.partnership?.stakeholders?.map((partner) => partner.id) ?? [];
   * const network = plan.partnership.network({ records: { ties: { from: [a], to: [b] } } });
   * network.ties; // 1
   * ```
   */
  network(options: PlanNetworkOptions = {}): Network {
    if (!isPlainObject(options)) throw fault("wrong_type", "", `the network takes an object, not ${shown(options)}`);
    const { records, ...rest } = options as PlanNetworkOptions;
    return new Network(guarded(() => this.#plan.handle.network(recordTables(records), optionsJson(rest))));
  }

  /**
   * Who takes part in which activity: the stakeholders whom the plan names as responsible or accountable for it.
   *
   * @example
   * ```ts
   * const plan = Plan.fromToml(Plan.template("partnership"));
   * const network = plan.partnership.activityNetwork();
   * network.activities.length > 0; // true
   * ```
   */
  activityNetwork(): TwoMode {
    return new TwoMode(guarded(() => this.#plan.handle.activityNetwork()));
  }
}
