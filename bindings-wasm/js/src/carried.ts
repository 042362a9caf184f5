import type * as core from "../pkg/evaluate.js";
import { type Ready, readyColumns } from "./columns.js";
import { guarded } from "./errors.js";
import { type Builder, filled, isCsv, Table, type TableInput } from "./table.js";

/** A builder of tables in some module. */
interface Finishing<T> extends Builder {
  finish(): T;
}

/** Brings data over to a module as its tables; a `Table` is copied once, however often it is used. */
export function carrier<T>(builder: () => Finishing<T>): (data: TableInput) => T {
  const copies = new WeakMap<Table, { readonly table: T }>();
  const build = (columns: readonly Ready[]) => guarded(() => filled(builder(), columns).finish());
  return (data) => {
    if (!(data instanceof Table) && !isCsv(data)) return build(readyColumns(data));
    const table = Table.of(data);
    let copy = copies.get(table);
    if (copy === undefined) {
      copy = { table: build(columnsOf(table.handle)) };
      copies.set(table, copy);
    }
    return copy.table;
  };
}

function columnsOf(handle: core.Table): Ready[] {
  return handle.columns.map((name, column): Ready => {
    const values = handle.numbers(column);
    if (values !== undefined) return { kind: "number", name, values };
    return { kind: "category", name, codes: handle.codes(column) ?? new Uint32Array(), levels: handle.levels(column) };
  });
}
