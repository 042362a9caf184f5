import { readFileSync } from "node:fs";
import { initSync as evaluate } from "../../pkg/evaluate.js";
import { initSync as report } from "../../pkg/report.js";

evaluate({ module: readFileSync(new URL("../../pkg/evaluate_bg.wasm", import.meta.url)) });
report({ module: readFileSync(new URL("../../pkg/report_bg.wasm", import.meta.url)) });

/** Resolves when the library can be called: in Node at once. */
export const ready: Promise<void> = Promise.resolve();

export * from "../evaluate.js";
