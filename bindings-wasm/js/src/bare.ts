import { initSync } from "../pkg/cohesion_core.js";

/** Loads the library from the bytes of its wasm module, where neither a file nor a request can bring them. */
export function load(module: BufferSource | WebAssembly.Module): void {
  initSync({ module });
}

export * from "./index.js";
