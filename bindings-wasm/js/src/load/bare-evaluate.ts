import { initSync as evaluate } from "../../pkg/evaluate.js";
import { initSync as report } from "../../pkg/report.js";

/** The bytes of a wasm module, or the module. */
export type Wasm = BufferSource | WebAssembly.Module;

/** Loads the library from its wasm modules, where neither a file nor a request can bring them. */
export function load(modules: { readonly evaluate: Wasm; readonly report: Wasm }): void {
  evaluate({ module: modules.evaluate });
  report({ module: modules.report });
}

export * from "../evaluate.js";
