import { readFileSync } from "node:fs";
import { start } from "./core.js";

start(new WebAssembly.Module(readFileSync(new URL("../pkg/core_bg.wasm", import.meta.url))));

/** Resolves when the library can be called: in Node at once. */
export const ready: Promise<void> = Promise.resolve();

export * from "./index.js";
