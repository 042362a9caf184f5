import * as core from "../pkg/cohesion_core.js";
import { fault, guarded } from "./errors.js";

/** The evaluator's own copy of the results, small groups included: as confidential as the answers. */
export class Evaluation {
  readonly #handle: core.Evaluation;

  /** @internal Use `plan.evaluate`. */
  constructor(handle: core.Evaluation) {
    if (!(handle instanceof core.Evaluation)) throw fault("wrong_type", "", "an evaluation is made by plan.evaluate");
    this.#handle = handle;
  }

  /** @internal */
  static wrap(handle: core.Evaluation): Evaluation {
    return new Evaluation(handle);
  }

  /** Reads what `toJson` wrote. */
  static fromJson(text: string): Evaluation {
    return new Evaluation(guarded(() => core.Evaluation.fromJson(text)));
  }

  /** The results as JSON: the same bytes in every language. It says of itself that it is confidential. */
  toJson(): string {
    return this.#handle.toJson();
  }

  /** What may be shared: small groups are hidden, and those by which they could be found. */
  publish(): Publication {
    return new Publication(this.#handle.publish());
  }
}

/** Results that may be shared. */
export class Publication {
  readonly #handle: core.Publication;

  /** @internal Use `evaluation.publish`. */
  constructor(handle: core.Publication) {
    if (!(handle instanceof core.Publication))
      throw fault("wrong_type", "", "a publication is made by evaluation.publish");
    this.#handle = handle;
  }

  /** Reads what `toJson` wrote. */
  static fromJson(text: string): Publication {
    return new Publication(guarded(() => core.Publication.fromJson(text)));
  }

  /** The results as JSON: the same bytes in every language. */
  toJson(): string {
    return this.#handle.toJson();
  }
}
