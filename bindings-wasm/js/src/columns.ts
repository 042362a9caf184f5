import { fault } from "./errors.js";
import { isPlainObject, shown } from "./json.js";

/** A value of a table: `null`, `undefined`, NaN and `""` are missing. */
export type Cell = number | string | boolean | null | undefined;

/** Numbers in an array of the language. NaN is missing. */
export type NumberArray =
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray;

/** Columns by name. */
export type Columns = { readonly [name: string]: readonly Cell[] | NumberArray };

/** One object per row; a key that a row lacks is missing there. */
export type Rows = readonly { readonly [name: string]: Cell }[];

/** A column made ready for the core. */
export type Ready =
  | { readonly kind: "number"; readonly name: string; readonly values: Float64Array }
  | { readonly kind: "category"; readonly name: string; readonly codes: Uint32Array; readonly levels: string[] };

/** The code of a missing category, as in the core. */
const MISSING_CODE = 0xffff_ffff;

/** How many values of the wrong type a fault shows. */
const EXAMPLES = 3;

/** Columns or rows made ready for the core. */
export function readyColumns(input: Columns | Rows): Ready[] {
  if (Array.isArray(input)) return columnsOfRows(input).map(([name, cells]) => readyColumn(name, cells));
  if (!isPlainObject(input)) {
    throw fault(
      "wrong_type",
      "table",
      `${shown(input)} is no table: give columns by name, an array of row objects, or the text or bytes of a CSV file`,
    );
  }
  return Object.entries(input).map(([name, values]) => {
    if (values instanceof BigInt64Array || values instanceof BigUint64Array) throw wrongType(name, 0, values[0] ?? 0n);
    if (isNumberArray(values)) return numberColumn(name, values);
    if (!Array.isArray(values)) {
      throw fault("wrong_type", `column[${name}]`, `column \`${name}\` is ${shown(values)}, not an array of values`);
    }
    return readyColumn(name, values);
  });
}

function isNumberArray(values: unknown): values is NumberArray {
  return ArrayBuffer.isView(values) && !(values instanceof DataView);
}

/** Rows to columns, in the order in which the names first appear. */
function columnsOfRows(rows: Rows): [string, Cell[]][] {
  const columns = new Map<string, Cell[]>();
  rows.forEach((row, index) => {
    if (!isPlainObject(row)) {
      throw fault(
        "wrong_type",
        `row[${index + 1}]`,
        `row ${index + 1} is ${shown(row)}, not an object of values by column`,
      );
    }
    for (const name of Object.keys(row)) {
      let cells = columns.get(name);
      if (cells === undefined) {
        cells = new Array<Cell>(rows.length).fill(null);
        columns.set(name, cells);
      }
      cells[index] = row[name];
    }
  });
  return [...columns];
}

function numberColumn(name: string, numbers: NumberArray): Ready {
  const values = Float64Array.from(numbers);
  const infinite = values.findIndex((value) => value === Infinity || value === -Infinity);
  if (infinite >= 0) throw notFinite(name, infinite, values[infinite] ?? 0);
  return { kind: "number", name, values };
}

/** An array of cells to numbers or categories, whichever its values are; a mixture is a fault. */
function readyColumn(name: string, cells: readonly Cell[]): Ready {
  const kinds = new Map<string, number[]>();
  // Not `forEach`, which would skip the holes of a sparse array.
  for (let row = 0; row < cells.length; row += 1) {
    const kind = kindOf(name, row, cells[row]);
    if (kind === "missing") continue;
    const rows = kinds.get(kind);
    if (rows === undefined) kinds.set(kind, [row]);
    else if (rows.length < EXAMPLES) rows.push(row);
  }
  if (kinds.size > 1) throw mixed(name, cells, kinds);
  if (kinds.has("text") || kinds.has("boolean")) return categoryColumn(name, cells);
  return { kind: "number", name, values: Float64Array.from(cells, (cell) => (typeof cell === "number" ? cell : NaN)) };
}

function kindOf(name: string, row: number, cell: unknown): "missing" | "number" | "text" | "boolean" {
  if (cell === null || cell === undefined || cell === "") return "missing";
  if (typeof cell === "string") return "text";
  if (typeof cell === "boolean") return "boolean";
  if (typeof cell !== "number") throw wrongType(name, row, cell);
  if (Number.isNaN(cell)) return "missing";
  if (!Number.isFinite(cell)) throw notFinite(name, row, cell);
  return "number";
}

function categoryColumn(name: string, cells: readonly Cell[]): Ready {
  const levels = new Map<string, number>();
  const codes = Uint32Array.from(cells, (cell) => {
    if (cell === null || cell === undefined || cell === "") return MISSING_CODE;
    const text = String(cell);
    const known = levels.get(text);
    if (known !== undefined) return known;
    levels.set(text, levels.size);
    return levels.size - 1;
  });
  return { kind: "category", name, codes, levels: [...levels.keys()] };
}

function place(name: string, row: number): string {
  return `column[${name}].row[${row + 1}]`;
}

function wrongType(name: string, row: number, value: unknown) {
  const hint =
    typeof value === "bigint"
      ? "; convert it with Number()"
      : value instanceof Date
        ? '; write dates as text such as "2026-06-30"'
        : "";
  return fault(
    "wrong_type",
    place(name, row),
    `column \`${name}\`, row ${row + 1}: ${shown(value)} is neither number, text nor boolean${hint}`,
    { value: shown(value), allowed: ["number", "string", "boolean", "null"] },
  );
}

function notFinite(name: string, row: number, value: number) {
  const message = `column \`${name}\` holds an infinite number in row ${row + 1}`;
  return fault("not_finite", place(name, row), message, { value: String(value) });
}

/** The fault of a column with values of several types; it shows the first three rows that differ from the first type. */
function mixed(name: string, cells: readonly Cell[], kinds: ReadonlyMap<string, readonly number[]>) {
  const [first, ...others] = [...kinds.keys()];
  const odd = others.flatMap((kind) => kinds.get(kind) ?? []).sort((a, b) => a - b);
  const examples = odd.slice(0, EXAMPLES).map((row) => `row ${row + 1}: ${JSON.stringify(cells[row])}`);
  return fault(
    "not_numeric",
    `column[${name}]`,
    `column \`${name}\` starts as ${first} but also holds ${others.join(" and ")} (${examples.join(", ")}); convert it to one type`,
    { value: examples.join(", ") },
  );
}
