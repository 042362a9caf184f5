import init from "../pkg/cohesion_core.js";

/** Resolves when the library can be called. Wait for it before the first call. */
export const ready: Promise<void> = init().then(() => undefined);

export * from "./index.js";
