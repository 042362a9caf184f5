import * as core from "../pkg/core.js";
import { guarded } from "./core.js";

/** A language the library speaks; `"fr-BE"` is taken for `"fr"`. */
export type Language = "en" | "fr" | "nl";

/**
 * The version of the library.
 *
 * @example
 * ```ts
 * version().split(".").length; // 3
 * ```
 */
export function version(): string {
  return guarded(() => core.version());
}

/**
 * `value` with `decimals` decimals, as people who read `language` write it.
 *
 * @example
 * ```ts
 * formatNumber(1234.5, 1, "en"); // "1,234.5"
 * ```
 */
export function formatNumber(value: number, decimals: number, language: Language): string {
  return guarded(() => core.formatNumber(value, decimals, language));
}
