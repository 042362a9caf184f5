import type { Fault, FaultKind } from "./content.js";

export type { Fault, FaultKind } from "./content.js";

/** The one error of this package. It carries every fault found; `kind` and `path` speak of the first. */
export class CohesionError extends Error {
  override readonly name = "CohesionError";
  /** The kind of the first fault. */
  readonly kind: FaultKind;
  /** The place of the first fault; empty where it has none. */
  readonly path: string;
  /** Every fault, in the order of the document. */
  readonly faults: readonly Fault[];

  constructor(message: string, faults: readonly [Fault, ...Fault[]]) {
    super(message);
    this.kind = faults[0].kind;
    this.path = faults[0].path;
    this.faults = Object.freeze([...faults]);
  }
}

/** An error of one fault that was found before the core was asked. */
export function fault(
  kind: FaultKind,
  path: string,
  message: string,
  more: { value?: string; allowed?: readonly string[] } = {},
): CohesionError {
  return new CohesionError(path === "" ? message : `${path}: ${message}`, [
    { kind, path, line: null, column: null, value: more.value ?? null, allowed: more.allowed ?? [], message },
  ]);
}
