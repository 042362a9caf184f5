import * as core from "../pkg/core.js";
import { type Columns, type Rows, readyColumns } from "./columns.js";
import { guarded, Held } from "./core.js";

/** What was guessed about a CSV text. */
export interface CsvGuess {
  readonly encoding: "utf8" | "utf16" | "windows1252";
  readonly separator: "," | ";" | "\t";
  readonly decimal: "point" | "comma";
}

/** A cell that is no number in a column of which most cells are. */
export interface Unparsed {
  /** Row, counted from 1 without the header. */
  readonly row: number;
  /** The column's name. */
  readonly column: string;
  /** What stands there. */
  readonly text: string;
}

/** A table read from CSV, with what was guessed and what did not parse. */
export interface Csv {
  readonly table: Table;
  readonly guess: CsvGuess;
  /** The columns of these cells keep their texts. */
  readonly unparsed: readonly Unparsed[];
}

/** The text or the bytes of a CSV file. */
export type CsvInput = string | Uint8Array | ArrayBuffer;

/** Everything that is taken for a table: columns by name, rows, the text or the bytes of a CSV file. */
export type TableInput = Table | Columns | Rows | CsvInput;

/**
 * A table, made once and used by many calls.
 *
 * `null`, `undefined`, NaN and `""` are missing; a boolean is the category `"true"` or `"false"`. Everything else that
 * is neither number nor text is refused with its column and row, and so is a column that mixes numbers and text.
 */
export class Table extends Held<core.Table> {
  /**
   * @throws {CohesionError} for a value that is none, named with its column and row; for columns of different lengths
   * or of the same name; for all faults of a CSV text.
   */
  constructor(input: Columns | Rows | CsvInput) {
    super(input instanceof core.Table ? input : isCsv(input) ? csvOf(input).table() : build(input));
  }

  /** @internal */
  static of(input: TableInput): Table {
    return input instanceof Table ? input : new Table(input);
  }

  /** @internal A handle that a call may take, where there is a table. */
  static copied(input: TableInput | undefined): core.Table | undefined {
    return input === undefined ? undefined : Table.of(input).handle.copied();
  }

  /** @internal */
  static wrap(handle: core.Table): Table {
    return new Table(handle as unknown as Columns);
  }

  /**
   * How many rows there are.
   *
   * @example
   * ```ts
   * const table = new Table({ trust: [3, 5, null], area: ["North", "South", "South"] });
   * table.rows; // 3
   * ```
   */
  get rows(): number {
    return guarded(() => this.handle.rows);
  }

  /**
   * The names of the columns, in order.
   *
   * @example
   * ```ts
   * const table = new Table({ trust: [3, 5, null], area: ["North", "South", "South"] });
   * table.columns; // ["trust","area"]
   * ```
   */
  get columns(): string[] {
    return guarded(() => this.handle.columns);
  }

  /**
   * A hash of the content: the same for the same values, whatever their type in memory was.
   *
   * @example
   * ```ts
   * const columns = new Table({ trust: [3, 5] });
   * const rows = new Table([{ trust: 3 }, { trust: 5 }]);
   * columns.fingerprint() === rows.fingerprint(); // true
   * ```
   */
  fingerprint(): string {
    return guarded(() => this.handle.fingerprint());
  }
}

function isCsv(input: unknown): input is CsvInput {
  return typeof input === "string" || input instanceof Uint8Array || input instanceof ArrayBuffer;
}

function build(input: Columns | Rows): core.Table {
  const columns = readyColumns(input);
  return guarded(() => {
    const builder = new core.TableBuilder();
    for (const column of columns) {
      if (column.kind === "number") builder.addNumber(column.name, column.values);
      else builder.addCategory(column.name, column.codes, column.levels);
    }
    return builder.finish();
  });
}

function csvOf(csv: CsvInput): core.Csv {
  const text = typeof csv === "string" ? new TextEncoder().encode(csv) : csv;
  const bytes = text instanceof ArrayBuffer ? new Uint8Array(text) : text;
  return guarded(() => new core.Csv(bytes));
}

/**
 * Reads CSV: comma, semicolon or tab; decimal point or comma; UTF-8, UTF-16 or windows-1252.
 *
 * The first line is the header, an empty cell is missing.
 *
 * @throws {CohesionError} with all faults of the text: rows of another length, a column name that stands twice.
 * @example
 * ```ts
 * const { table, guess } = readCsv("trust;area\n3,5;North\n4;South\n");
 * table.columns; // ["trust","area"]
 * guess.decimal; // "comma"
 * ```
 */
export function readCsv(csv: CsvInput): Csv {
  const read = csvOf(csv);
  return guarded(() => {
    const { guess, unparsed } = JSON.parse(read.report());
    return { table: Table.wrap(read.table()), guess, unparsed };
  });
}
