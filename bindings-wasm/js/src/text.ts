import * as core from "../pkg/core.js";
import { guarded } from "./core.js";

/** A language the library speaks; `"fr-BE"` is taken for `"fr"`. */
export type Language = "en" | "fr" | "nl";

/** The version of the library. */
export function version(): string {
  return guarded(() => core.version());
}

/** `value` with `decimals` decimals, as people who read `language` write it. */
export function formatNumber(value: number, decimals: number, language: Language): string {
  return guarded(() => core.formatNumber(value, decimals, language));
}
