import { init } from "./core.js";

let loading: Promise<void> | undefined;

/** Loads the wasm file that lies in the package, once. */
function load(): Promise<void> {
  loading ??= init(new URL("../pkg/core_bg.wasm", import.meta.url));
  return loading;
}

/**
 * Resolves when the library can be called. Wait for it before the first call.
 *
 * The wasm file is asked for when somebody waits, so that who gives it to `init` does not load it twice.
 */
export const ready: Promise<void> = {
  // biome-ignore lint/suspicious/noThenProperty: it is a promise that begins when it is waited for
  then: (done, failed) => load().then(done, failed),
  catch: (failed) => load().catch(failed),
  finally: (done) => load().finally(done),
  [Symbol.toStringTag]: "Promise",
};

export * from "./index.js";
