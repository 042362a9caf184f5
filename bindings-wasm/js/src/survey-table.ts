import * as core from "../pkg/survey.js";
import { type Ready, readyColumns } from "./columns.js";
import { guarded } from "./errors.js";
import { columnsOf, filled, isCsv, Table, type TableInput } from "./table.js";

/** What was brought over already: a table is copied once, however many surveys are made of it. */
const copies = new WeakMap<Table, core.Table>();

/** The data as a table of the module that estimates. */
export function surveyTable(data: TableInput): core.Table {
  if (!(data instanceof Table) && !isCsv(data)) return build(readyColumns(data));
  const table = Table.of(data);
  let copy = copies.get(table);
  if (copy === undefined) {
    copy = build(columnsOf(table));
    copies.set(table, copy);
  }
  return copy;
}

function build(columns: readonly Ready[]): core.Table {
  return guarded(() => filled(new core.TableBuilder(), columns).finish());
}
