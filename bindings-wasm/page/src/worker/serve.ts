import { CohesionError, type Fault } from "../../../js/dist/errors.js";
import type { Answer, Evaluated, Report, Request } from "../protocol.js";
import { evaluate, report } from "./job.js";

/** The worker's own scope, of which the page's types know only a part. */
interface Scope {
  postMessage(answer: Answer): void;
  addEventListener(type: "message", listener: (event: MessageEvent<{ id: number; request: Request }>) => void): void;
}

/** Answers the page, once the library is loaded. */
export function serve(ready: Promise<void>): void {
  const scope = self as unknown as Scope;
  scope.addEventListener("message", async ({ data: { id, request } }) => {
    try {
      await ready;
      scope.postMessage({ id, value: answer(request) });
    } catch (error) {
      scope.postMessage(refusal(id, error));
    }
  });
}

function answer(request: Request): Evaluated | Report | null {
  if (request.ask === "evaluate") return evaluate(request);
  return request.ask === "report" ? report(request) : null;
}

function refusal(id: number, error: unknown): Answer {
  // Structured cloning would lose the class and its fields.
  if (error instanceof CohesionError) return { id, faults: error.faults.map((fault: Fault) => ({ ...fault })) };
  return { id, crash: String(error) };
}
