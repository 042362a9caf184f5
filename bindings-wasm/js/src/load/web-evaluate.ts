import evaluate from "../../pkg/evaluate.js";
import report from "../../pkg/report.js";

/** Resolves when the library can be called. Wait for it before the first call. */
export const ready: Promise<void> = Promise.all([evaluate(), report()]).then(() => undefined);

export * from "../evaluate.js";
