// The data of the vectors in every form that JavaScript takes.

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the committed vectors. */
export const committed = fileURLToPath(new URL("../../../cohesion-core/tests/vectors", import.meta.url));

/** The forms, taken in turn by the cases of a file. */
export const forms = ["columns", "rows", "csv"];

/** The data of a vector in the asked form; files that another folder of vectors lacks are the committed ones. */
export function dataAs(form, { csv, columns }, folder) {
  if (csv !== undefined) {
    const own = resolve(folder, csv);
    const bytes = readFileSync(existsSync(own) ? own : join(committed, csv));
    if (form === "csv") return bytes;
    const read = columnsOfText(bytes.toString("utf8"));
    return form === "rows" ? rowsOf(read) : read;
  }
  // A table without a row has columns, which rows could not say.
  if (form === "rows" && Object.values(columns).some((cells) => cells.length > 0)) return rowsOf(columns);
  return form === "csv" ? csvOf(columns) : columns;
}

/** Columns to row objects; a missing value is left out, `null` or `undefined` in turn. */
export function rowsOf(columns) {
  const names = Object.keys(columns);
  const length = names.length === 0 ? 0 : columns[names[0]].length;
  return Array.from({ length }, (_, row) => {
    const cells = names.map((name) => [name, columns[name][row]]);
    if (row === 0) return Object.fromEntries(cells);
    return Object.fromEntries(cells.filter(([, cell]) => cell !== null || row % 2 === 0));
  });
}

/** Columns to CSV text. */
export function csvOf(columns) {
  const names = Object.keys(columns);
  const quoted = (cell) => {
    const text = cell === null || cell === undefined ? "" : String(cell);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const rows = rowsOf(columns).map((row) => names.map((name) => quoted(row[name])).join(","));
  return `${[names.map(quoted).join(","), ...rows].join("\n")}\n`;
}

/** The rows of a table in some form, cut into contiguous parts of nearly the same length, each in that form. */
export function partsOf(parts, form, source, folder) {
  const columns = dataAs("columns", source, folder);
  const length = Object.values(columns)[0].length;
  return Array.from({ length: parts }, (_, part) => {
    const [from, to] = [part, part + 1].map((edge) => Math.floor((edge * length) / parts));
    const slice = Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, cells.slice(from, to)]));
    return dataAs(form, { columns: slice }, folder);
  });
}

/** Comma-separated text to columns: numbers where every filled cell is one. */
function columnsOfText(text) {
  const [header, ...rows] = recordsOf(text.replace(/^\ufeff/, ""));
  const columns = header.map((name, index) => {
    const cells = rows.map((row) => row[index]);
    const numeric = cells.every((cell) => cell === "" || /^[+-]?(0|[1-9]\d*)?(\.\d+)?(e[+-]?\d+)?$/i.test(cell));
    return [name, cells.map((cell) => (cell === "" ? null : numeric ? Number(cell) : cell))];
  });
  return Object.fromEntries(columns);
}

/** The cells of every line; quoted cells may hold commas and doubled quotes. */
function recordsOf(text) {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g;
  const records = [[]];
  for (const [whole, quoted, plain, end] of text.trimEnd().matchAll(cell)) {
    if (whole === "") break;
    records.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ",") records.push([]);
  }
  return records.filter((record) => record.length > 0);
}
