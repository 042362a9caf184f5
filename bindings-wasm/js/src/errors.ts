/** What kind of fault it is: the same words as in Rust, Python and JSON. */
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
  | "file";

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
  /** The value that was found, shortened. */
  readonly value: string | null;
  /** What would be right: the words of a closed set, the columns of a table, the nearest key. */
  readonly allowed: readonly string[];
  /** What is wrong, in a sentence of English. */
  readonly message: string;
}

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

/** Runs `call` and turns what the core throws, a JSON text, into a `CohesionError`. */
export function guarded<T>(call: () => T): T {
  try {
    return call();
  } catch (thrown) {
    if (typeof thrown !== "string") throw thrown;
    const { message, faults } = JSON.parse(thrown);
    throw new CohesionError(message, faults);
  }
}
