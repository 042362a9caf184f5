import type { Held } from "./core.js";
import { fault } from "./errors.js";
import { isPlainObject, shown } from "./json.js";

/** Options that must be an object; anything else is refused. */
export function given<Options extends object>(options: Options): Options {
  if (isPlainObject(options)) return options;
  throw fault("wrong_type", "options", `the options are ${shown(options)}, not an object such as { by: "district" }`);
}

/** The name of a column; anything but a text is refused. */
export function named(argument: string, name: unknown): string {
  if (typeof name === "string") return name;
  throw fault("wrong_type", argument, `\`${argument}\` takes the name of one column, not ${shown(name)}`);
}

/** The names of columns; anything but a list of texts is refused. */
export function names(argument: string, columns: unknown): string[] {
  if (Array.isArray(columns)) return columns.map((column) => named(argument, column));
  throw fault("wrong_type", argument, `\`${argument}\` takes a list of names, not ${shown(columns)}`);
}

/** One name or a list of names, and whether it is a list. */
export function oneOrSeveral(argument: string, columns: unknown): [string[], boolean] {
  return Array.isArray(columns) ? [names(argument, columns), true] : [[named(argument, columns)], false];
}

/** One number or several; anything else is refused. */
export function numbers(argument: string, given: unknown): Float64Array {
  const found: unknown[] = Array.isArray(given) ? given : [given];
  const wrong = found.findIndex((number) => typeof number !== "number");
  if (wrong >= 0) throw fault("wrong_type", `${argument}[${wrong}]`, `${shown(found[wrong])} is not a number`);
  return Float64Array.from(found as number[]);
}

/** What the core knows an argument by; anything but one of that class is refused. */
export function handleOf<Handle extends { free(): void }>(
  argument: string,
  given: Held<Handle>,
  wanted: { readonly name: string; readonly prototype: Held<Handle> },
): Handle {
  if (Object.prototype.isPrototypeOf.call(wanted.prototype, given)) return given.handle;
  throw fault("wrong_type", argument, `\`${argument}\` is ${shown(given)}, not a ${wanted.name}`);
}
