import { readFileSync } from "node:fs";
import { initSync } from "../pkg/cohesion_core.js";

initSync({ module: readFileSync(new URL("../pkg/cohesion_core_bg.wasm", import.meta.url)) });

/** Resolves when the library can be called: in Node at once. */
export const ready: Promise<void> = Promise.resolve();

export * from "./index.js";
