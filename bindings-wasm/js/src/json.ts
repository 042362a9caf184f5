import { fault } from "./errors.js";

/** A value as a fault shows it. */
export function shown(value: unknown): string {
  const text = typeof value === "string" ? value : Array.isArray(value) ? "an array" : describe(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function describe(value: unknown): string {
  if (value instanceof Date) return "a Date";
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value === "function") return "a function";
  return typeof value === "bigint" ? `${value}n` : String(value);
}

/**
 * An object as JSON text. `JSON.stringify` would turn NaN into null and drop functions without a word; here every value
 * that JSON cannot hold is a fault with its path.
 */
export function toJson(value: unknown, root = ""): string {
  return JSON.stringify(plain(value, root, 0));
}

function plain(value: unknown, path: string, depth: number): unknown {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") {
    if (Number.isFinite(value)) return value;
    throw fault("not_finite", path, `${value} is no number a document can hold`, { value: String(value) });
  }
  if (depth > 200) throw fault("too_deep", path, "the object is nested more than 200 levels deep");
  if (Array.isArray(value)) return value.map((item, index) => plain(item, `${path}[${index}]`, depth + 1));
  if (isPlainObject(value)) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    const under = (key: string) => (path === "" ? key : `${path}.${key}`);
    return Object.fromEntries(entries.map(([key, item]) => [key, plain(item, under(key), depth + 1)]));
  }
  throw fault("wrong_type", path, `${shown(value)} is no value a document can hold`, { value: shown(value) });
}

/** Whether `value` is an object written as `{…}`, not an array, a Map, a Date or another class. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

/** `value` and all that it holds, made unchangeable. */
export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const item of Object.values(value)) frozen(item);
    Object.freeze(value);
  }
  return value;
}

/** The options of a call as JSON; anything but an object is refused. */
export function optionsJson(options: object | undefined, more: object = {}): string {
  if (options !== undefined && !isPlainObject(options)) {
    throw fault("wrong_type", "options", `the options are ${shown(options)}, not an object such as { by: "district" }`);
  }
  const where = (options as { where?: unknown } | undefined)?.where;
  if (isPlainObject(where)) {
    // Left out like other undefined options, it would widen the domain to everybody.
    const gap = Object.keys(where).find((column) => where[column] === undefined);
    if (gap !== undefined) throw fault("wrong_type", `where.${gap}`, `the filter on \`${gap}\` has no value`);
  }
  return toJson({ ...more, ...options });
}
