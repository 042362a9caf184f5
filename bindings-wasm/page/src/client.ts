import { CohesionError, type Fault } from "../../js/dist/errors.js";
import type { Answer, Evaluated, Report, Request } from "./protocol.js";

/** The computation broke down; the worker has been replaced. */
export class Crash extends Error {}

/** The computation was stopped by the reader. */
export class Stopped extends Error {}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** Asks the worker, one question at a time or several, and starts a fresh one when it broke down. */
export class Client {
  readonly #start: () => Worker;
  #worker: Worker | undefined;
  #waiting = new Map<number, Waiting>();
  /** What the worker last evaluated, or would have before it was replaced. */
  #evaluated: (Request & { ask: "evaluate" }) | undefined;
  #lost = false;
  #next = 0;

  constructor(start: () => Worker) {
    this.#start = start;
  }

  /** What the worker answers to `request`. */
  ask(request: Request & { ask: "ready" }): Promise<null>;
  ask(request: Request & { ask: "evaluate" }): Promise<Evaluated>;
  ask(request: Request & { ask: "report" }): Promise<Report>;
  ask(request: Request): Promise<Evaluated | Report | null> {
    const id = this.#next;
    this.#next += 1;
    const worker = this.#running();
    return new Promise<never>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, request });
    });
  }

  /** A report of the last evaluation, which a worker that was started since makes again first. */
  async report(request: Request & { ask: "report" }): Promise<Report> {
    if (this.#lost && this.#evaluated !== undefined) await this.evaluate(this.#evaluated);
    return this.ask(request);
  }

  /** Evaluates; a report is then of this, unless it fails. */
  async evaluate(request: Request & { ask: "evaluate" }): Promise<Evaluated> {
    const evaluated = await this.ask(request);
    this.#evaluated = request;
    this.#lost = false;
    return evaluated;
  }

  /** Stops all that is under way. */
  stop(): void {
    this.#replace(new Stopped());
  }

  #running(): Worker {
    if (this.#worker === undefined) {
      this.#worker = this.#start();
      this.#worker.addEventListener("message", (event: MessageEvent<Answer>) => this.#settle(event.data));
      this.#worker.addEventListener("error", (event) => this.#replace(new Crash(event.message)));
    }
    return this.#worker;
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    if (waiting === undefined) return;
    this.#waiting.delete(answer.id);
    if ("crash" in answer) {
      waiting.reject(new Crash(answer.crash));
      // Wasm memory is in an unknown state after a breakdown.
      this.#replace(new Crash(answer.crash));
    } else if ("faults" in answer) {
      waiting.reject(new CohesionError("faults", answer.faults as readonly [Fault, ...Fault[]]));
    } else {
      waiting.resolve(answer.value as never);
    }
  }

  #replace(reason: Error): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#lost = true;
    for (const waiting of this.#waiting.values()) waiting.reject(reason);
    this.#waiting.clear();
  }
}
